//! A contact told in a line, as people note it, read as the sketch of an approach.
//!
//! "12 Mar 2023 Vienna, PR met DPR of Nepal, bill in parliament, send model legislation by May": a day, a place,
//! two sides, an outcome, a next step. English and French. Nothing is guessed: what can be read in two ways is
//! in [`Jotted::unsure`], what nothing was made of in [`Jotted::left`], and a person confirms the whole.

mod dates;
mod event;
mod marks;
mod reader;
mod sides;
mod sketch;
mod steps;
mod text;
mod told;
mod words;
mod words_en;
mod words_fr;

use std::ops::Range;

use jiff::civil::Date;
use serde::Serialize;
use treaty::{PartialDate, ParticipantId, TreatyId};

use self::dates::When;
use self::reader::Reader;
pub use self::sketch::{Missing, Sketch};
pub(crate) use self::text::{Ends, Word, folded, folded_words, words};
pub(crate) use self::words::Meaning;

/// The most bytes of a text that are read; what comes after them is left.
pub const LARGEST_JOTTING: usize = 16 * 1024;

/// The names on record. The program answers from its world.
pub trait Names {
    /// The participant of a code or name, exact but for case, accents, blanks and punctuation, in any
    /// language; `None` for a name that is nobody's, or two's.
    fn participant(&self, name: &str) -> Option<ParticipantId>;

    /// The treaty of an id, short name or title.
    fn treaty(&self, name: &str) -> Option<TreatyId>;
}

/// What a reader of a line must know beside it.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The names on record.
    pub names: &'a dyn Names,
    /// The treaties in question; those the text names are added.
    pub treaties: &'a [TreatyId],
    /// Today, where the person is.
    pub today: Date,
    /// Who `we` are, where that is one participant.
    pub us: Option<ParticipantId>,
}

/// A place in the text: bytes, always between characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Span {
    /// Its first byte.
    pub from: usize,
    /// The byte after its last.
    pub to: usize,
}

impl Span {
    /// What stands there.
    pub fn of(self, text: &str) -> &str {
        text.get(self.from..self.to).unwrap_or_default()
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Span {
        Span {
            from: range.start,
            to: range.end,
        }
    }
}

/// What of an approach something was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// One of the treaties.
    Treaty,
    /// Whether it took place.
    State,
    /// What it was.
    Kind,
    /// Who approached: the participant, the organisation, or the level.
    By,
    /// Whom, likewise.
    To,
    /// In which capacity.
    ActedAs,
    /// The day, or the first day.
    On,
    /// The last day.
    Until,
    /// The channel.
    Channel,
    /// The place.
    Place,
    /// The forum.
    Forum,
    /// An argument.
    Themes,
    /// What came of it.
    Outcomes,
    /// What stands in the way.
    Obstacles,
    /// Help asked for.
    Asked,
    /// Help offered.
    Offered,
    /// What is to be done next.
    Next,
}

/// Something that was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    /// Where it stands.
    pub at: Span,
    /// As what it was read.
    pub field: Field,
    /// The value: a code, a date, or the words themselves.
    pub value: String,
}

/// Something that may be this or that, or nothing: a person decides. It is in no field of the sketch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unsure {
    /// Where it stands.
    pub at: Span,
    /// Why it is open.
    pub why: Why,
    /// What it could be; empty where nothing can be offered.
    pub candidates: Vec<(Field, String)>,
}

/// Why something is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Day and month may be either way round.
    DayOrMonth,
    /// A day or month without its year.
    NoYear,
    /// A year of two digits.
    ShortYear,
    /// `Last week`, `on Monday`: no day of the calendar.
    Vague,
    /// A day no calendar has.
    NoSuchDay,
    /// Another date, and it is not said of what.
    OtherDate,
    /// A State is named, and not in which part.
    PartNotSaid,
    /// It may be the name of a State, or another word or place.
    PerhapsAName,
    /// The sentence denies it, or speaks of what may come.
    NotSaidToBe,
    /// It may be said of somebody else.
    OfWhom,
    /// Help is named, and not whether it was asked for or offered.
    AskedOrOffered,
    /// A second kind of activity is named.
    SecondKind,
    /// A second place, channel or forum is named.
    SecondPlace,
    /// The words say that it is to come, the date that it is past, or the other way round.
    PastOrToCome,
}

/// What was made of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Jotted {
    /// The text, as it was given. It goes into no field by itself.
    pub text: String,
    /// What was understood, as an approach that still may lack something.
    pub sketch: Sketch,
    /// What was understood where, in the order of the text.
    pub found: Vec<Found>,
    /// What is open, in the order of the text.
    pub unsure: Vec<Unsure>,
    /// What nothing was made of.
    pub left: Vec<Span>,
}

/// Reads a line.
pub fn jot(text: &str, asked: &Asked<'_>) -> Jotted {
    let mut end = text.len().min(LARGEST_JOTTING);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut reader = Reader::new(&text[..end], asked);
    reader.find_treaties();
    let steps = reader.find_steps();
    let event = reader.find_event();
    let base = reader.find_day(event);
    reader.find_sides(event);
    reader.find_rest();
    reader.find_state(event, base.is_none());
    reader.take_steps(steps, base);
    let mut jotted = reader.done();
    if end < text.len() {
        text.clone_into(&mut jotted.text);
        jotted.left.push(Span {
            from: end,
            to: text.len(),
        });
    }
    jotted
}

/// The day a text names first: one, or the two it may be; a year of two digits leaves it open.
pub(crate) fn days_in(text: &str, today: Date) -> Vec<PartialDate> {
    let words = text::words(text);
    let found = (0..words.len()).find_map(|at| match dates::date_at(&words, at, today)?.1 {
        When::On(on) => Some(vec![on]),
        When::Over(from, _) => Some(vec![from]),
        When::Either(one, two) => Some(vec![one.into(), two.into()]),
        When::ShortYear(_) | When::NoYear { .. } | When::NoSuchDay | When::Vague => None,
    });
    found.unwrap_or_default()
}

/// The function that a name of somebody or some office tells, as it is written there.
pub(crate) fn capacity_in(text: &str) -> Option<&str> {
    let words = text::words(text);
    (0..words.len()).find_map(|at| {
        let (length, meanings) = words::phrase_at(&words, at)?;
        let is_level = |one: &words::Meaning| matches!(one, words::Meaning::Level(_));
        let span = Span {
            from: words[at].at.from,
            to: words[at + length - 1].at.to,
        };
        meanings.iter().any(is_level).then_some(span.of(text))
    })
}

/// What a phrase means, whole; nothing where it is none of the vocabulary.
pub(crate) fn meanings_of(text: &str) -> &'static [Meaning] {
    let words = text::words(text);
    match words::phrase_at(&words, 0) {
        Some((length, meanings)) if length == words.len() => meanings,
        Some(_) | None => &[],
    }
}

/// The day, month or year a field gives, and the last of several.
///
/// # Errors
///
/// Why it is none, in words.
pub(crate) fn period(
    text: &str,
    today: Date,
) -> Result<(PartialDate, Option<PartialDate>), String> {
    let words = text::words(text);
    let whole = dates::date_at(&words, 0, today).filter(|(length, _)| *length == words.len());
    match whole.map(|(_, when)| when) {
        Some(When::On(on)) => Ok((on, None)),
        Some(When::Over(from, to)) => Ok((from, Some(to))),
        Some(When::Either(one, two)) => {
            Err(format!("this may be {one} or {two}: write one of them"))
        }
        Some(When::NoYear { .. } | When::ShortYear(_)) => {
            Err("the year is needed, in full".to_owned())
        }
        Some(When::NoSuchDay) => Err("no calendar has this day".to_owned()),
        Some(When::Vague) | None => Err(
            "this is no day, month or year: write it as 2023-03-12 or 12 March 2023".to_owned(),
        ),
    }
}
