//! The paper as the template gets it: data alone, in the order in which it is set, with every number, width
//! and address decided. The template obeys nothing in it.

mod blocks;
mod notes;

use report::measure;
use report::{Notes, Paper};
use serde::Serialize;
use words::Words;

use crate::PressError;
use crate::letters::{Letters, heard, is_blank};
use blocks::{Blocks, Set};
use notes::{Note, NotesAt};

/// What the template gets.
#[derive(Debug, Serialize)]
pub(crate) struct Sheet {
    /// The language, and where it is written so: `en`, `GB`.
    lang: Vec<String>,
    /// The title as the file bears it.
    name: String,
    /// Its day: year, month, day.
    date: Option<[i16; 3]>,
    /// What the pages after the first are known by.
    called: String,
    measure: Measure,
    restricted: Option<String>,
    masthead: Masthead,
    title: Vec<String>,
    body: Vec<Set>,
    annexes: Vec<Vec<Set>>,
    notes: NotesAt,
    /// What the sources stand under, where they stand after the body.
    sources: String,
    all_notes: Vec<Note>,
    colophon: Vec<String>,
}

/// What stands above the title.
#[derive(Debug, Serialize)]
struct Masthead {
    body: Vec<String>,
    symbol: Option<String>,
    goes: Vec<String>,
    below: Vec<String>,
}

/// The measures of the page, in twentieths of a point: those of every form that has pages.
#[derive(Debug, Serialize)]
struct Measure {
    side: u32,
    edge: u32,
    head: u32,
    inset: u32,
    step: u32,
    dot: u32,
    right: u32,
}

const MEASURE: Measure = Measure {
    side: measure::SIDE,
    edge: measure::ABOVE_AND_BELOW,
    head: measure::HEAD_AND_FOOT,
    inset: measure::INSET,
    step: measure::STEP,
    dot: measure::DOT,
    right: measure::RIGHT,
};

impl Sheet {
    /// A paper as the template gets it.
    pub(crate) fn of(paper: &Paper, letters: &Letters) -> Result<Sheet, PressError> {
        let words = Words::for_lang(paper.lang);
        let name = heard(&paper.title.join(" ")).trim().to_owned();
        if is_blank(&name) {
            return Err(PressError::Untitled);
        }
        let mut blocks = Blocks::new(letters, Notes::of(paper));
        let body = blocks.body(&paper.blocks)?;
        let annexes = paper.annexes.iter();
        let annexes = annexes.map(|annex| blocks.annex(annex));
        let annexes = annexes.collect::<Result<_, _>>()?;
        let head = &paper.masthead;
        let called = head.symbol.as_ref().or(paper.title.first());
        Ok(Sheet {
            lang: paper.language().split('-').map(str::to_owned).collect(),
            name,
            date: head
                .date
                .map(|day| [day.year(), day.month().into(), day.day().into()]),
            called: called.map(|text| letters.borne(text)).unwrap_or_default(),
            measure: MEASURE,
            restricted: head.restricted.as_ref().map(|text| letters.borne(text)),
            masthead: Masthead::of(paper, words, letters),
            title: all(&paper.title, letters),
            body,
            annexes,
            notes: paper.notes.into(),
            sources: letters.borne(&words.text("paper-notes")),
            all_notes: notes::all(paper, words, letters),
            colophon: colophon(paper, words, letters),
        })
    }

    /// By what the file is told from others: it is the same each time the paper is made.
    pub(crate) fn ident(&self) -> String {
        [&self.lang.join("-"), &self.called, &self.name]
            .map(String::as_str)
            .join("\n")
    }
}

impl Masthead {
    fn of(paper: &Paper, words: &Words, letters: &Letters) -> Masthead {
        let head = &paper.masthead;
        let day = head.date.map(|day| words.date(day));
        let goes = [&head.distribution, &day, &head.original];
        let below = [&head.venue, &head.agenda];
        let lines = |lines: &[&Option<String>]| {
            let lines = lines.iter().copied().flatten();
            lines.map(|text| letters.borne(text)).collect()
        };
        Masthead {
            body: all(&head.body, letters),
            symbol: head.symbol.as_ref().map(|text| letters.borne(text)),
            goes: lines(&goes),
            below: lines(&below),
        }
    }
}

fn colophon(paper: &Paper, words: &Words, letters: &Letters) -> Vec<String> {
    let all = paper.colophon.lines(words);
    all.iter().map(|text| letters.borne(text)).collect()
}

fn all(lines: &[String], letters: &Letters) -> Vec<String> {
    lines.iter().map(|text| letters.borne(text)).collect()
}
