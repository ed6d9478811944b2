//! A text as it is read here: its head, how it opens and closes.

use std::ops::Range;

use transcribe::Text;
use transcribe::{Block, Kind};

use super::address;
use super::{Evidence, Proposal};
use crate::jotting::{Span, Word, words};

/// The most blocks of a head, and the most bytes of a block that are read.
const HEAD: usize = 30;
const BLOCK: usize = 8 * 1024;
/// A block of the head is no longer than this, unless its maker says it is a heading.
const HEAD_BLOCK: usize = 600;
/// How many blocks after the head, and before the end, tell in whose name something is said.
const OPENING: usize = 12;
const CLOSING: usize = 8;

/// The texts of blocks, with a blank for each broken line: places stay where they are.
pub(super) struct Flat(Vec<String>);

impl Flat {
    pub(super) fn of(text: &Text) -> Flat {
        let flat = |block: &Block| {
            let mut end = block.text.len().min(BLOCK);
            while !block.text.is_char_boundary(end) {
                end -= 1;
            }
            block.text[..end].replace(['\n', '\t'], " ")
        };
        let wanted = wanted(text);
        let keep = |(at, block): (usize, &Block)| {
            if wanted.iter().any(|range| range.contains(&at)) {
                flat(block)
            } else {
                String::new()
            }
        };
        Flat(text.blocks.iter().enumerate().map(keep).collect())
    }
}

/// A block that is read.
pub(super) struct Para<'f> {
    /// Its place among the blocks.
    pub(super) block: usize,
    /// Its text on one line.
    pub(super) text: &'f str,
    pub(super) words: Vec<Word<'f>>,
    /// Its lines, as its maker broke them.
    pub(super) lines: Vec<Range<usize>>,
    /// What its maker says it is.
    pub(super) kind: Kind,
}

/// What is read of a text.
pub(super) struct Reading<'f> {
    /// What stands before the text proper.
    pub(super) head: Vec<Para<'f>>,
    /// How it begins.
    pub(super) opening: Vec<Para<'f>>,
    /// How it ends, where that is not how it begins.
    pub(super) closing: Vec<Para<'f>>,
}

fn wanted(text: &Text) -> [Range<usize>; 2] {
    let head = head_length(text);
    let opens = (head + OPENING).min(text.blocks.len());
    let closes = text.blocks.len().saturating_sub(CLOSING).max(opens);
    [0..opens, closes..text.blocks.len()]
}

fn head_length(text: &Text) -> usize {
    let ends = |block: &Block| {
        let heading = matches!(block.kind, Kind::Title | Kind::Heading(_) | Kind::Row);
        let first_line = block.text.lines().next().unwrap_or_default();
        address::is_address(first_line)
            || (!heading && (block.text.len() > HEAD_BLOCK || reads_on(&block.text)))
            || (block.label.is_some() && block.text.len() > 80)
    };
    let head = text.blocks.iter().take(HEAD);
    head.clone().position(ends).unwrap_or_else(|| head.count())
}

/// Whether a block is a sentence of some length on one line, as heads have none.
fn reads_on(text: &str) -> bool {
    !text.contains('\n')
        && text.len() > 160
        && text.trim_end().ends_with(['.', '。', ':', '؟', '!'])
}

impl<'f> Reading<'f> {
    pub(super) fn new(text: &Text, flat: &'f Flat) -> Reading<'f> {
        let [opened, closed] = wanted(text);
        let head = head_length(text);
        let paras = |range: Range<usize>| -> Vec<Para<'f>> {
            range
                .filter_map(|at| Para::new(at, text.blocks.get(at)?, flat.0.get(at)?))
                .collect()
        };
        Reading {
            head: paras(0..head),
            opening: paras(head..opened.end),
            closing: paras(closed),
        }
    }

    /// The head, the opening and the closing.
    pub(super) fn all(&self) -> impl Iterator<Item = &Para<'f>> {
        self.head.iter().chain(&self.opening).chain(&self.closing)
    }
}

impl<'f> Para<'f> {
    fn new(at: usize, block: &Block, flat: &'f str) -> Option<Para<'f>> {
        let mut lines = Vec::new();
        let mut from = 0;
        for line in block.text.get(..flat.len())?.split('\n') {
            lines.push(from..from + line.len());
            from += line.len() + 1;
        }
        Some(Para {
            block: at,
            text: flat,
            words: words(flat),
            lines,
            kind: block.kind,
        })
    }

    /// The place of some words.
    pub(super) fn span(&self, words: Range<usize>) -> Span {
        let last = words.end.max(words.start + 1) - 1;
        Span {
            from: self.words.get(words.start).map_or(0, |word| word.at.from),
            to: self
                .words
                .get(last)
                .map_or(self.text.len(), |word| word.at.to),
        }
    }

    /// The words within some bytes.
    pub(super) fn words_in(&self, bytes: &Range<usize>) -> Range<usize> {
        let from = self
            .words
            .partition_point(|word| word.at.from < bytes.start);
        let to = self.words.partition_point(|word| word.at.to <= bytes.end);
        from..to.max(from)
    }

    /// A value with its place.
    pub(super) fn told<T>(&self, value: T, sure: bool, at: Span) -> Proposal<T> {
        Proposal {
            value,
            sure,
            from: Evidence::Words {
                anchor: Text::anchor(self.block),
                at,
            },
        }
    }
}
