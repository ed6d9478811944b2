//! What a document says of itself: proposals, each with its evidence, for a person to confirm.
//!
//! Kind, title, symbol, meeting, day, place, treaties, who speaks and in whose name, who aligns with whom, themes, language,
//! versions, distribution. Nothing is guessed: where two readings are possible both are offered and neither is sure, and
//! what is not found is absent. The same text gives the same proposals, in a time bounded by its length.

mod address;
mod aligned;
mod days;
mod groups;
mod kinds;
mod lexicon;
mod meetings;
mod named;
pub mod page;
mod reading;
mod spoken;
mod themes;
mod titles;
mod tongue;
mod voice;
mod when;

use std::collections::BTreeMap;

use ledger::body::vocabulary::{Distribution, DocumentKind, DocumentTheme};
use serde::Serialize;
use transcribe::Text;
use treaty::{PartialDate, ParticipantId, Symbol, TreatyId};

pub use self::meetings::{KnownMeeting, Meetings};
use self::named::Named;
use self::reading::{Flat, Reading};
use crate::jotting::{Names, Span, words};

/// How much of a text is read for symbols and treaties, in bytes.
pub const READ_FOR_NAMES: usize = 512 * 1024;

/// The most symbols of other documents that are listed.
pub const MOST_SYMBOLS: usize = 500;

/// What a reader of a document must know beside it.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The names on record.
    pub names: &'a dyn Names,
    /// The meetings on record.
    pub meetings: &'a dyn Meetings,
}

/// What something may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Proposal<T> {
    /// What it would be.
    pub value: T,
    /// Whether the document says so outright, and nothing in it says otherwise. A person confirms it all the same.
    pub sure: bool,
    /// Why.
    pub from: Evidence,
}

/// Why something is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// These words say so.
    Words {
        /// The anchor of their block.
        anchor: String,
        /// Their place in its text.
        at: Span,
    },
    /// The symbol of the document says so.
    Symbol,
    /// The file says so of itself.
    File,
    /// The text as a whole.
    Whole,
}

/// Who spoke or signed, as printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Speaker {
    /// The name, with the form of address.
    pub name: String,
    /// In which function.
    pub post: Option<String>,
}

/// In whose name something is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// A participant.
    Participant(ParticipantId),
    /// A group that is none, as printed.
    Group(String),
}

/// What a document says of itself. In each list what is sure stands first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Description {
    /// What kind of document it is.
    pub kind: Vec<Proposal<DocumentKind>>,
    /// Its title.
    pub title: Vec<Proposal<String>>,
    /// Its own symbol.
    pub symbol: Vec<Proposal<Symbol>>,
    /// Symbols of other documents that it names, none twice.
    pub mentions: Vec<Proposal<Symbol>>,
    /// The meeting it was made for, as printed.
    pub meeting: Vec<Proposal<String>>,
    /// The meeting on record.
    pub at: Vec<Proposal<KnownMeeting>>,
    /// Its day, or the month or year that it lies in.
    pub on: Vec<Proposal<PartialDate>>,
    /// Where.
    pub place: Vec<Proposal<String>>,
    /// The treaties it was made under or speaks of, those of its head first; sure are those of its head.
    pub treaties: Vec<Proposal<TreatyId>>,
    /// Who spoke or signed.
    pub speaker: Vec<Proposal<Speaker>>,
    /// In whose name.
    pub by: Vec<Proposal<Party>>,
    /// That it is said, in whole or in part, in national capacity.
    pub national: Vec<Proposal<()>>,
    /// With whose statements it aligns itself.
    pub aligned_with: Vec<Proposal<Party>>,
    /// Who align themselves with it.
    pub aligned_by: Vec<Proposal<ParticipantId>>,
    /// What it speaks of, by its title and headings.
    pub themes: Vec<Proposal<DocumentTheme>>,
    /// Its language, as a tag of BCP 47.
    pub language: Vec<Proposal<String>>,
    /// The language it was written in first, as its head says.
    pub original: Vec<Proposal<String>>,
    /// Other languages it says it is to be had in.
    pub versions: Vec<Proposal<String>>,
    /// To whom it was given, as its head says.
    pub distribution: Vec<Proposal<Distribution>>,
}

/// Reads what a document says of itself.
pub fn describe(text: &Text, asked: &Asked<'_>) -> Description {
    let flat = Flat::of(text);
    let reading = Reading::new(text, &flat);
    let named = Named::new(asked.names);
    let spoken = spoken::read(&reading, &named);
    let aligned = aligned::read(&reading, &named);
    let (symbol, mentions) = symbols(text, &reading);
    let (treaties, in_head) = treaties(text, &reading, &named);
    let when = when::read(text, &reading, &treaties, asked.meetings);
    let language = tongue::language(text);
    let told = language
        .iter()
        .find(|one| one.sure)
        .map(|one| one.value.as_str());
    let versions = tongue::versions(&reading, told);
    let title = titles::titles(text, &reading, &in_head, &spoken.lines);
    Description {
        kind: kinds::kinds(
            text,
            &reading,
            symbol.first().filter(|one| one.sure).map(|one| &one.value),
        ),
        themes: themes_of(&reading, &in_head, &spoken.lines),
        title,
        symbol,
        mentions,
        meeting: when.meeting,
        at: when.at,
        on: when.on,
        place: when.place,
        treaties,
        speaker: spoken.speakers,
        by: sure_first(spoken.parties),
        national: spoken.national,
        aligned_with: sure_first(aligned.with),
        aligned_by: aligned.by,
        distribution: kinds::distribution(&reading),
        original: versions.original,
        versions: versions.others,
        language,
    }
}

/// Each value once; it is sure where one of its witnesses is, and that one stands for it.
fn once<T: PartialEq>(all: &mut Vec<Proposal<T>>) {
    let mut kept: Vec<Proposal<T>> = Vec::new();
    for one in all.drain(..) {
        match kept.iter_mut().find(|other| other.value == one.value) {
            Some(other) if one.sure && !other.sure => *other = one,
            Some(_) => {}
            None => kept.push(one),
        }
    }
    *all = kept;
}

fn sure_first<T>(mut all: Vec<Proposal<T>>) -> Vec<Proposal<T>> {
    all.sort_by_key(|one| !one.sure);
    all
}

/// Its own symbol, which stands in its head, and those of others.
fn symbols(
    text: &Text,
    reading: &Reading<'_>,
) -> (Vec<Proposal<Symbol>>, Vec<Proposal<Symbol>>) {
    let mut own = Vec::new();
    for para in &reading.head {
        for (place, symbol) in Symbol::find_all(para.text) {
            // Alone on its line, or at the head of it with what belongs to it.
            let line = para.lines.iter().find(|line| line.contains(&place.start));
            let alone = line.is_some_and(|line| {
                place.start <= line.start + 12 && place.len() * 2 >= line.len()
            });
            if alone {
                own.push(para.told(symbol, true, place.into()));
            }
        }
    }
    once(&mut own);
    if own.len() > 1 {
        own.iter_mut().for_each(|one| one.sure = false);
    }
    let mut seen: BTreeMap<Symbol, ()> =
        own.iter().map(|one| (one.value.clone(), ())).collect();
    let mut others = Vec::new();
    let mut left = READ_FOR_NAMES;
    for (block, text_of) in text.blocks.iter().enumerate() {
        if left < text_of.text.len() || others.len() >= MOST_SYMBOLS {
            break;
        }
        left -= text_of.text.len();
        for (place, symbol) in Symbol::find_all(&text_of.text) {
            if seen.insert(symbol.clone(), ()).is_none() {
                let from = Evidence::Words {
                    anchor: Text::anchor(block),
                    at: place.into(),
                };
                others.push(Proposal {
                    value: symbol,
                    sure: true,
                    from,
                });
            }
        }
    }
    others.truncate(MOST_SYMBOLS);
    (own, others)
}

/// The treaties that are named, and where in the head.
fn treaties(
    text: &Text,
    reading: &Reading<'_>,
    named: &Named<'_>,
) -> (Vec<Proposal<TreatyId>>, Vec<(usize, Span)>) {
    let mut found: Vec<Proposal<TreatyId>> = Vec::new();
    let mut in_head = Vec::new();
    for para in &reading.head {
        for hit in named.treaties(para.text, &para.words) {
            let at = para.span(hit.from..hit.to);
            in_head.push((para.block, at));
            found.push(para.told(hit.means, true, at));
        }
    }
    let mut times: BTreeMap<TreatyId, (usize, Proposal<TreatyId>)> = BTreeMap::new();
    let mut left = READ_FOR_NAMES;
    let after = reading.head.last().map_or(0, |para| para.block + 1);
    for (block, of) in text.blocks.iter().enumerate().skip(after) {
        if left < of.text.len() {
            break;
        }
        left -= of.text.len();
        let words = words(&of.text);
        for hit in named.treaties(&of.text, &words) {
            let at = Span {
                from: words[hit.from].at.from,
                to: words[hit.to - 1].at.to,
            };
            let from = Evidence::Words {
                anchor: Text::anchor(block),
                at,
            };
            let first = || Proposal {
                value: hit.means.clone(),
                sure: false,
                from,
            };
            times
                .entry(hit.means.clone())
                .or_insert_with(|| (0, first()))
                .0 += 1;
        }
    }
    // Those named most often first.
    let mut body: Vec<_> = times.into_values().collect();
    body.sort_by(|(one, _), (other, _)| other.cmp(one));
    found.extend(body.into_iter().map(|(_, proposal)| proposal));
    once(&mut found);
    (found, in_head)
}

/// The themes of titles and headings in the head: sure where a line is little else.
fn themes_of(
    reading: &Reading<'_>,
    treaties: &[(usize, Span)],
    spent: &[(usize, usize)],
) -> Vec<Proposal<DocumentTheme>> {
    let mut found = Vec::new();
    for para in &reading.head {
        // The name of a treaty or of a meeting is no theme: `Conference on Facilitating the Entry into Force`.
        let treaty = |at: Span| {
            let own = treaties.iter().filter(|(block, _)| *block == para.block);
            own.map(|(_, span)| span)
                .any(|span| span.from <= at.from && at.to <= span.to)
        };
        let meetings = meetings::phrases(&para.words);
        for hit in themes::all(&para.words) {
            let at = para.span(hit.from..hit.to);
            let line = para.lines.iter().position(|line| at.from < line.end);
            let taken = line.is_some_and(|line| spent.contains(&(para.block, line)));
            let met = meetings.iter().any(|one| one.words.contains(&hit.from));
            if taken || met || treaty(at) {
                continue;
            }
            let words = line.map(|line| para.words_in(&para.lines[line]));
            let titled = words.is_some_and(|words| themes::is_title(&para.words[words]));
            found.push(para.told(hit.means, titled, at));
        }
    }
    once(&mut found);
    sure_first(found)
}
