//! A page that lists what was said at meetings: `Meeting (place, days): titles (speaker, day); …`, a meeting a line.
//!
//! Titles that the page runs together (`General exchange of viewsVictim assistance`) are parted where a capital
//! follows a letter without a blank and one of the two sides is a theme of the controlled list.

use std::ops::Range;

use ledger::body::vocabulary::DocumentTheme;
use serde::Serialize;
use transcribe::Text;
use treaty::PartialDate;

use super::days::{self, Days};
use super::meetings::{self, KnownMeeting};
use super::{Evidence, Proposal, themes};
use crate::jotting::{Ends, Span, words};

/// The most bytes of a line that is read.
const LINE: usize = 8 * 1024;

/// Something said at a meeting, as a page lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// The meeting, with place and days, as printed.
    pub meeting: String,
    /// The meetings on record that it may be.
    pub at: Vec<Proposal<KnownMeeting>>,
    /// The title; `None` where the page names the meeting alone.
    pub title: Option<String>,
    /// What the title speaks of.
    pub themes: Vec<DocumentTheme>,
    /// Who spoke, as printed; of several titles before one name, each has it.
    pub speaker: Option<String>,
    /// Whether the name was printed once for several titles.
    pub speaker_shared: bool,
    /// The day, or the month or year in which the meeting was held.
    pub on: PartialDate,
    /// Where it stands.
    pub from: Evidence,
}

/// What a page lists, in its order; empty for a page of another kind. `known` are the meetings on record of the treaty it is about.
pub fn statements(text: &Text, known: &[KnownMeeting]) -> Vec<Listed> {
    let mut listed = Vec::new();
    for (block, of) in text.blocks.iter().enumerate() {
        let mut from = 0;
        for line in of.text.split('\n') {
            if line.len() <= LINE {
                let anchor = Text::anchor(block);
                listed.extend(read_line(line, from, &anchor, known));
            }
            from += line.len() + 1;
        }
    }
    listed
}

/// A line: the meeting and its days, then what was said there.
fn read_line(line: &str, offset: usize, anchor: &str, known: &[KnownMeeting]) -> Vec<Listed> {
    read_meeting(line, known)
        .map(|head| head.rows(line, offset, anchor))
        .unwrap_or_default()
}

/// The meeting with which a line begins.
struct Head {
    meeting: String,
    days: Days,
    at: Vec<(KnownMeeting, bool)>,
    rest: Range<usize>,
}

fn read_meeting(line: &str, known: &[KnownMeeting]) -> Option<Head> {
    let all = words(line);
    let phrase = meetings::phrases(&all).into_iter().next()?;
    if phrase.words.start > 1 {
        return None;
    }
    let after = all[phrase.words.end - 1].at.to;
    let open = after + line[after..].find('(').filter(|at| *at <= 80)?;
    let close = open + line[open..].find(')')?;
    let inside = words(&line[open..close]);
    let mut days = days::all(&inside).into_iter().next()?;
    days.words = 0..0;
    let at = meetings::on_record(&[phrase], std::slice::from_ref(&days), known);
    let rest = &line[close + 1..];
    let skipped = rest.len() - rest.trim_start_matches([' ', ':', '\u{a0}', '：']).len();
    Some(Head {
        meeting: folded_blanks(&line[..=close]),
        days,
        at,
        rest: close + 1 + skipped..line.len(),
    })
}

impl Head {
    fn rows(&self, line: &str, offset: usize, anchor: &str) -> Vec<Listed> {
        let mut rows = Vec::new();
        for segment in segments(line, self.rest.clone()) {
            let (titles, by) = match line[segment.clone()].find('(') {
                Some(open) => (
                    segment.start..segment.start + open,
                    segment.start + open + 1..segment.end,
                ),
                None => (segment.clone(), segment.end..segment.end),
            };
            let by = line[by].trim_end_matches([')', '.', ' ']);
            let (speaker, on) = self.said(by);
            let titles = parted(line, titles);
            let shared = speaker.is_some() && titles.len() > 1;
            for place in titles {
                rows.push(self.row(line, Some(place), speaker.clone(), on, offset, anchor));
                if let Some(last) = rows.last_mut() {
                    last.speaker_shared = shared;
                }
            }
        }
        if rows.is_empty() {
            rows.push(self.row(line, None, None, None, offset, anchor));
        }
        rows
    }

    fn row(
        &self,
        line: &str,
        place: Option<Range<usize>>,
        speaker: Option<String>,
        on: Option<PartialDate>,
        offset: usize,
        anchor: &str,
    ) -> Listed {
        let title = place.clone().map(|place| folded_blanks(&line[place]));
        let span = place.unwrap_or(0..self.rest.start.min(line.len()));
        let from = Evidence::Words {
            anchor: anchor.to_owned(),
            at: Span {
                from: offset + span.start,
                to: offset + span.end,
            },
        };
        let themes = title
            .as_deref()
            .map(|title| themes::of_title(&words(title)));
        let at = self.at.iter().map(|(meeting, sure)| Proposal {
            value: meeting.clone(),
            sure: *sure,
            from: from.clone(),
        });
        Listed {
            meeting: self.meeting.clone(),
            at: at.collect(),
            title,
            themes: themes.unwrap_or_default(),
            speaker,
            speaker_shared: false,
            on: on.unwrap_or_else(|| self.days.within()),
            from,
        }
    }

    /// Who and when: `Amb. Vinicio Mati, 4 September`.
    fn said(&self, by: &str) -> (Option<String>, Option<PartialDate>) {
        let all = words(by);
        let day = (0..all.len()).find_map(|at| {
            let full = days::starting(&all, at).and_then(|days| days.first.day());
            let day = full.map(PartialDate::Day);
            let day =
                day.or_else(|| days::without_year(&all, at, &self.days).map(|(_, on)| on))?;
            Some((at, day))
        });
        let end = day.map_or(all.len(), |(at, _)| at);
        let name = end.checked_sub(1).map(|last| &by[..all[last].at.to]);
        let name = name.map(str::trim).filter(|name| !name.is_empty());
        (name.map(folded_blanks), day.map(|(_, day)| day))
    }
}

fn folded_blanks(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The parts between semicolons outside brackets.
fn segments(line: &str, within: Range<usize>) -> Vec<Range<usize>> {
    let mut segments = Vec::new();
    let (mut from, mut depth) = (within.start, 0_usize);
    for (at, c) in line[within.clone()].char_indices() {
        let at = within.start + at;
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ';' if depth == 0 => {
                segments.push(from..at);
                from = at + 1;
            }
            _ => {}
        }
    }
    segments.push(from..within.end);
    segments.retain(|segment| line[segment.clone()].chars().any(char::is_alphanumeric));
    segments
}

/// The titles in what a page may have run together.
fn parted(line: &str, within: Range<usize>) -> Vec<Range<usize>> {
    let text = &line[within.clone()];
    let mut joints = Vec::new();
    let mut before = None;
    for (at, c) in text.char_indices() {
        if c.is_uppercase() && before.is_some_and(char::is_lowercase) {
            joints.push(at);
        }
        before = Some(c);
    }
    let mut cuts = vec![0];
    for (place, joint) in joints.iter().enumerate() {
        let next = joints.get(place + 1).copied().unwrap_or(text.len());
        let last = *cuts.last().unwrap_or(&0);
        let (_, left) = themes::is_bounded(&words(&text[last..*joint]));
        let (right, _) = themes::is_bounded(&words(&text[*joint..next]));
        if left || right {
            cuts.push(*joint);
        }
    }
    cuts.push(text.len());
    let mut parts = Vec::new();
    for pair in cuts.windows(2) {
        let part = &text[pair[0]..pair[1]];
        let cut: &[char] = &[' ', '.', ',', ':', '\u{a0}', '–', '-'];
        let from = pair[0] + (part.len() - part.trim_start_matches(cut).len());
        let to = pair[1] - (part.len() - part.trim_end_matches(cut).len());
        if from < to
            && words(&text[from..to])
                .iter()
                .any(|word| word.ends != Ends::Piece)
        {
            parts.push(within.start + from..within.start + to);
        }
    }
    parts
}
