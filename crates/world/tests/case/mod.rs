//! One case file: how it is read, and how it is answered. The form is described in
//! `cases/README.md`.

mod answer;
mod record;

use jiff::Timestamp;
use ledger::Recorded;
use treaty::{ParticipantId, TreatyId};
use world::{Viewer, World};

use crate::common::chain;

/// A case, line by line.
pub(crate) struct Case {
    treaty: TreatyId,
    /// Whether the case brings its own treaty file.
    own_law: bool,
    entries: Vec<Recorded>,
    lines: Vec<Line>,
}

/// A line that is kept, or a question whose answer is written anew below it.
enum Line {
    Kept(String),
    Asked(String, Question),
}

/// What a case asks.
pub(crate) enum Question {
    /// `on D`: counts and standings.
    Status(jiff::civil::Date),
    /// `changes D D`.
    Changes(jiff::civil::Date, jiff::civil::Date),
    /// `duties D [CODE [ARTICLE]]`: the duties with a day or a known standing.
    Duties(jiff::civil::Date, Option<ParticipantId>, Option<String>),
    /// `force D [CODE=D …]`.
    Force(jiff::civil::Date, Vec<world::view::WhatIf>),
    /// `explain D CODE ARTICLE`.
    Explain(jiff::civil::Date, ParticipantId, String),
    /// `findings`.
    Findings,
}

/// A case with its answers of today.
pub(crate) struct Kept {
    pub(crate) text: String,
    pub(crate) has_wrong: bool,
}

impl Case {
    pub(crate) fn parse(text: &str) -> Result<Case, String> {
        let mut reader = record::Reader::default();
        let mut lines = Vec::new();
        for (n, line) in text.lines().enumerate() {
            let fail = |why: String| format!("line {}: {why}", n + 1);
            if line.starts_with("  ") && !reader.in_law() {
                continue;
            }
            match record::question(line).map_err(fail)? {
                Some(question) => lines.push(Line::Asked(line.to_owned(), question)),
                None => {
                    reader.read(line).map_err(fail)?;
                    lines.push(Line::Kept(line.to_owned()));
                }
            }
        }
        let own_law = reader.own_law();
        let (treaty, entries) = reader.finish()?;
        Ok(Case {
            treaty,
            own_law,
            entries: chain(entries),
            lines,
        })
    }

    pub(crate) fn answer(&self) -> Kept {
        let world = World::fold(&self.entries, &Viewer::public(), Timestamp::MAX);
        let mut text = String::new();
        for line in &self.lines {
            match line {
                Line::Kept(line) => text.push_str(&format!("{line}\n")),
                Line::Asked(line, question) => {
                    text.push_str(&format!("{line}\n"));
                    for answer in answer::to(&world, &self.treaty, self.own_law, question) {
                        text.push_str(&format!("  {answer}\n"));
                    }
                }
            }
        }
        let wrong = answer::findings(&world, self.own_law);
        let severe = world::view::Severity::Wrong;
        Kept {
            text,
            has_wrong: wrong.iter().any(|finding| finding.severity == severe),
        }
    }
}
