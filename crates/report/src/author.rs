//! The authors' hand in a paper: their words in the place of what was made from the record, their own paragraphs
//! beside it, and what of it no longer fits what the record says.
//!
//! A paper is made anew each time, so nothing here is kept but what the authors wrote. No word of theirs is lost
//! when what it stood for or beside is no longer told: it moves to the end of its part, and is told.

mod align;
mod deed;
mod made;

use std::collections::BTreeSet;

use ledger::EntryRef;
use ledger::body::{Report, ReportChange, ReportForm, ReportParagraph};
use schemars::JsonSchema;
use serde::Serialize;
use words::Words;

use self::align::{Aligned, Piece, align};
pub use self::deed::{Deed, NotDone, apply};
pub use self::made::{Made, NotMade, make};
use crate::paper::{Block, Origin, Paper, Paragraph, ParagraphForm, Stated};

/// A paper with the authors' hand in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Authored {
    /// The paper as it goes out.
    pub paper: Paper,
    /// What the authors did, passage by passage, in the order in which it stands; what is left out comes last.
    pub marks: Vec<Mark>,
}

/// What the authors did with a passage, and whether it still fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Mark {
    /// The key of the passage, or of a paragraph of their own.
    pub key: String,
    /// What they did.
    pub hand: Hand,
    /// Whether it still fits what the record says.
    pub stands: Stands,
    /// The sentences that the record had there when they wrote it.
    pub was: Vec<Sentence>,
    /// The sentences that it has there now.
    pub now: Vec<Sentence>,
}

/// A sentence of the record, then or now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Sentence {
    /// Its words.
    pub text: String,
    /// Whether the other side has it too.
    pub same: bool,
}

/// What authors do with a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Hand {
    /// They put other words in its place.
    Edited,
    /// They left it out.
    LeftOut,
    /// It is their own.
    Own,
}

/// Whether what the authors did still fits what the record says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stands {
    /// The record has the same there as when they wrote it.
    Holds,
    /// It has something else there.
    Differs,
    /// It has nothing there any more: what they wrote stands at the end of the part.
    Gone,
}

impl Mark {
    /// Whether somebody has to look at it.
    pub fn is_open(&self) -> bool {
        match self.stands {
            Stands::Holds => false,
            Stands::Differs | Stands::Gone => true,
        }
    }
}

impl Authored {
    /// How many passages somebody has to look at.
    pub fn open(&self) -> usize {
        self.marks.iter().filter(|mark| mark.is_open()).count()
    }

    /// What the authors did with the passage of this key.
    pub fn mark(&self, key: &str) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.key == key)
    }

    /// What they left out, and the record still has.
    pub fn left_out(&self) -> impl Iterator<Item = &Mark> {
        let out = |mark: &&Mark| mark.hand == Hand::LeftOut;
        self.marks.iter().filter(out)
    }
}

/// A paper as it was made from the record, with what its authors made of it.
pub fn author<'k>(composed: &'k Paper, kept: &'k Report) -> Authored {
    let blocks = composed.blocks.iter();
    let annexed = composed.annexes.iter().flat_map(|annex| &annex.blocks);
    let mut hand = Writer {
        kept,
        told: blocks.chain(annexed).filter_map(key).collect(),
        placed: BTreeSet::new(),
        marks: Vec::new(),
        left_out: Vec::new(),
    };
    let mut paper = composed.clone();
    let mut body = hand.region(&composed.blocks, None);
    for (annex, made) in paper.annexes.iter_mut().zip(&composed.annexes) {
        annex.blocks = hand.region(&made.blocks, Some(&made.title.key));
    }
    hand.rest(&mut body);
    paper.blocks = body;
    let Writer {
        mut marks,
        left_out,
        ..
    } = hand;
    marks.extend(left_out);
    if !marks.is_empty() {
        forget_sources(&mut paper, composed);
        tell(&mut paper, &marks);
    }
    Authored { paper, marks }
}

/// Text as a paragraph holds it: lines that were broken are joined. Blanks that are no plain ones stay, for French
/// sets them before signs.
pub fn in_one_line(text: &str) -> String {
    let words: Vec<_> = text.split_ascii_whitespace().collect();
    words.join(" ")
}

/// What a block is called.
fn key(block: &Block) -> Option<&str> {
    match block {
        Block::Heading(one) => Some(&one.key),
        Block::Paragraph(one) => Some(&one.key),
        Block::Table(one) => Some(&one.key),
        Block::Picture(one) => Some(&one.key),
    }
}

struct Writer<'k> {
    kept: &'k Report,
    /// The keys of all that is made from the record now.
    told: BTreeSet<&'k str>,
    /// The keys of what the authors wrote that has its place.
    placed: BTreeSet<&'k str>,
    marks: Vec<Mark>,
    left_out: Vec<Mark>,
}

impl<'k> Writer<'k> {
    /// The blocks of the body, or of an annex, with the authors' hand in them.
    fn region(&mut self, blocks: &[Block], first: Option<&str>) -> Vec<Block> {
        let mut out = Vec::with_capacity(blocks.len());
        let mut part = first.map(str::to_owned);
        self.own_at(&mut out, part.as_deref(), None);
        for block in blocks {
            if let Block::Heading(heading) = block {
                self.end(&mut out, part.as_deref());
                part = Some(heading.key.clone());
                out.push(block.clone());
                self.own_at(&mut out, part.as_deref(), None);
                continue;
            }
            match block {
                Block::Paragraph(one) => out.extend(self.passage(one).map(Block::Paragraph)),
                Block::Heading(_) | Block::Table(_) | Block::Picture(_) => {
                    out.push(block.clone());
                }
            }
            if let Some(key) = key(block) {
                self.own_after(&mut out, key);
            }
        }
        self.end(&mut out, part.as_deref());
        out
    }

    /// A passage as the authors have it; `None` where they left it out.
    fn passage(&mut self, one: &Paragraph) -> Option<Paragraph> {
        let Some(change) = self.kept.change(&one.key) else {
            return Some(one.clone());
        };
        if !self.placed.insert(&change.passage) {
            return Some(one.clone());
        }
        let now: Vec<_> = one.sentences.iter().map(|said| said.text.clone()).collect();
        let mut mark = Mark {
            key: one.key.clone(),
            hand: Hand::Edited,
            stands: stands(&change.was, &now),
            was: beside(&change.was, &now),
            now: beside(&now, &change.was),
        };
        let Some(text) = &change.text else {
            mark.hand = Hand::LeftOut;
            self.left_out.push(mark);
            return None;
        };
        self.marks.push(mark);
        Some(Paragraph {
            sentences: sentences(&align(&in_one_line(text), &change.was), change, one),
            ..one.clone()
        })
    }

    /// The authors' paragraphs at the start of a part.
    fn own_at(&mut self, out: &mut Vec<Block>, part: Option<&str>, after: Option<&str>) {
        let own = self.kept.own.iter();
        let here =
            own.filter(|one| one.part.as_deref() == part && one.after.as_deref() == after);
        for one in here {
            self.own(out, one, Stands::Holds);
        }
    }

    /// Those after a passage, whichever part that stands in by now.
    fn own_after(&mut self, out: &mut Vec<Block>, after: &str) {
        for one in &self.kept.own {
            if one.after.as_deref() == Some(after) {
                self.own(out, one, Stands::Holds);
            }
        }
    }

    fn own(&mut self, out: &mut Vec<Block>, one: &'k ReportParagraph, stands: Stands) {
        if !self.placed.insert(&one.key) {
            return;
        }
        self.marks.push(Mark {
            key: one.key.clone(),
            hand: Hand::Own,
            stands,
            was: Vec::new(),
            now: Vec::new(),
        });
        let form = match one.form {
            ReportForm::Numbered => ParagraphForm::Numbered,
            ReportForm::Bullet => ParagraphForm::Bullet,
            ReportForm::Plain => ParagraphForm::Plain,
        };
        out.push(Block::Paragraph(Paragraph {
            key: one.key.clone(),
            form,
            sentences: vec![stated(in_one_line(&one.text), Origin::Author)],
        }));
    }

    /// What belongs to a part and has nothing to stand for or after any more, at its end.
    fn end(&mut self, out: &mut Vec<Block>, part: Option<&str>) {
        for change in &self.kept.changes {
            let here = change.part.as_deref() == part;
            if here && !self.told.contains(change.passage.as_str()) {
                self.gone(out, change);
            }
        }
        for one in &self.kept.own {
            let after = one.after.as_deref();
            let gone = after.is_some_and(|after| !self.told.contains(after));
            if one.part.as_deref() == part && gone {
                self.own(out, one, Stands::Gone);
            }
        }
    }

    /// What has no place yet, for its part is gone too: at the end of the body.
    fn rest(&mut self, out: &mut Vec<Block>) {
        for change in &self.kept.changes {
            self.gone(out, change);
        }
        for one in &self.kept.own {
            self.own(out, one, Stands::Gone);
        }
    }

    /// The authors' words for a passage that is no longer told. What they left out is not missed.
    fn gone(&mut self, out: &mut Vec<Block>, change: &'k ReportChange) {
        if !self.placed.insert(&change.passage) {
            return;
        }
        let Some(text) = &change.text else {
            return;
        };
        self.marks.push(Mark {
            key: change.passage.clone(),
            hand: Hand::Edited,
            stands: Stands::Gone,
            was: beside(&change.was, &[]),
            now: Vec::new(),
        });
        out.push(Block::Paragraph(Paragraph {
            key: change.passage.clone(),
            form: ParagraphForm::Plain,
            sentences: vec![stated(in_one_line(text), Origin::Stale)],
        }));
    }
}

/// Whether the record has the same there as then. In which order does not matter.
fn stands(was: &[String], now: &[String]) -> Stands {
    let (was, now): (BTreeSet<_>, BTreeSet<_>) = (was.iter().collect(), now.iter().collect());
    if was == now {
        Stands::Holds
    } else {
        Stands::Differs
    }
}

fn beside(these: &[String], those: &[String]) -> Vec<Sentence> {
    let sentence = |text: &String| Sentence {
        same: those.contains(text),
        text: text.clone(),
    };
    these.iter().map(sentence).collect()
}

/// The sentences of a passage that was edited: those of the record that the authors left as they were keep what
/// they rest on; each of their own has what those rest on in whose place it stands, as long as the record still
/// says them.
fn sentences(aligned: &Aligned, change: &ReportChange, one: &Paragraph) -> Vec<Stated> {
    let now = |at: &usize| {
        let was = change.was.get(*at)?;
        one.sentences.iter().find(|said| said.text == *was)
    };
    let pieces = aligned.pieces.iter().map(|piece| match piece {
        Piece::Same(at) => now(at).cloned().unwrap_or_else(|| {
            let text = change.was.get(*at).cloned().unwrap_or_default();
            stated(text, Origin::Stale)
        }),
        Piece::Own { text, of } if of.is_empty() => stated(text.clone(), Origin::Author),
        Piece::Own { text, of } => {
            let said: Option<Vec<_>> = of.iter().map(now).collect();
            match said {
                Some(said) => Stated {
                    entries: entries(&said),
                    asks: said.iter().find_map(|one| one.asks.clone()),
                    ..stated(text.clone(), Origin::Edited)
                },
                None => stated(text.clone(), Origin::Stale),
            }
        }
    });
    pieces.collect()
}

/// The entries that sentences rest on, each once.
fn entries(said: &[&Stated]) -> Vec<EntryRef> {
    let mut all = Vec::new();
    for entry in said.iter().flat_map(|one| &one.entries) {
        if !all.contains(entry) {
            all.push(*entry);
        }
    }
    all
}

fn stated(text: String, origin: Origin) -> Stated {
    Stated {
        text,
        entries: Vec::new(),
        asks: None,
        origin,
    }
}

/// A source goes with the last sentence that rested on it.
fn forget_sources(paper: &mut Paper, composed: &Paper) {
    let named = |paper: &Paper| -> BTreeSet<EntryRef> {
        paper.paragraphs().flat_map(Paragraph::entries).collect()
    };
    let (before, after) = (named(composed), named(paper));
    let blocks = paper.blocks.iter();
    let blocks = blocks.chain(paper.annexes.iter().flat_map(|annex| &annex.blocks));
    let mut cells = BTreeSet::new();
    for block in blocks {
        match block {
            Block::Table(table) => {
                let all = table.rows.iter().flatten();
                cells.extend(all.flat_map(|cell| cell.entries.iter().copied()));
            }
            Block::Heading(_) | Block::Paragraph(_) | Block::Picture(_) => {}
        }
    }
    paper.sources.retain(|source| {
        let entry = &source.entry;
        !before.contains(entry) || after.contains(entry) || cells.contains(entry)
    });
}

/// The foot of the paper says that its authors had a hand in it.
fn tell(paper: &mut Paper, marks: &[Mark]) {
    let count = |hand: Hand| marks.iter().filter(|mark| mark.hand == hand).count();
    let written = count(Hand::Edited) + count(Hand::Own);
    let (n, out) = (written.into(), count(Hand::LeftOut).into());
    let line = Words::for_lang(paper.lang).text_with("report-hand", &[("n", n), ("out", out)]);
    paper.colophon.text.push(line);
}
