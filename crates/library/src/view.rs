//! Answers as plain data, for pages, files and the command line: what was found, joined with the catalogue of the
//! world in which it was asked.

use std::fmt::Display;

use jiff::Timestamp;
use ledger::EntryRef;
use ledger::body::vocabulary::{DocumentKind, DocumentTheme};
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{Lang, PartialDate, ParticipantId, TreatyId};
use world::World;
use world::sheet::{Sheet, Tabular, cell, word};
use world::view::{HeadView, LibraryCard, LibraryWhat};

use crate::ask::{Ask, Field, Filter};
use crate::found::{Facet, Found, Hit, Passage, Piece, Reason, Remark, Suggestion};
use crate::similar::{Likeness, Similar};

/// What was found in the library.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct FindView {
    /// What was asked, as typed.
    pub q: String,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// By what it was narrowed, beside the words and within them.
    pub chosen: Vec<FindChosen>,
    /// Whether terms with the same sense were looked for too.
    pub synonyms: bool,
    /// How many documents and statements match.
    pub total: u64,
    /// The best of them, the best first.
    pub hits: Vec<FindHit>,
    /// What matches, by field: each counted as if its own field were not narrowed.
    pub facets: Vec<FindFacet>,
    /// Words that were found nowhere, and what stands near them.
    pub suggestions: Vec<Suggestion>,
    /// What was not understood, or answered otherwise than asked.
    pub remarks: Vec<Remark>,
}

/// By what an answer was narrowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FindChosen {
    /// The field.
    pub field: Field,
    /// The value.
    pub value: String,
    /// What it is called in the language asked for, where it is a State or a treaty.
    pub name: Option<String>,
}

/// A document or statement that matches.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct FindHit {
    /// What it is called in addresses: a document's name, a statement's entry.
    pub id: String,
    /// Its entry.
    pub entry: EntryRef,
    /// Whether it is a document, or a statement of which no document is on record.
    pub what: LibraryWhat,
    /// What kind of document it is.
    pub kind: DocumentKind,
    /// Its title.
    pub title: String,
    /// Its symbol.
    pub symbol: Option<String>,
    /// In whose name it speaks: codes.
    pub iso3: Vec<ParticipantId>,
    /// Their names in the language asked for.
    pub names: Vec<String>,
    /// The group in whose name it speaks, where that is no participant.
    pub group: Option<String>,
    /// Who spoke or signed, as printed.
    pub speaker: Option<String>,
    /// In which function, as printed.
    pub post: Option<String>,
    /// Its day, or what is known of it.
    pub date: Option<PartialDate>,
    /// The treaties it was made under, or speaks of.
    pub treaties: Vec<TreatyId>,
    /// The meeting on record, by its name in addresses.
    pub meeting: Option<String>,
    /// The meeting as printed.
    pub meeting_title: Option<String>,
    /// What it speaks of.
    pub themes: Vec<DocumentTheme>,
    /// Its language, as a tag of BCP 47.
    pub language: Option<String>,
    /// Whether its text is kept here.
    pub has_text: bool,
    /// Where it is to be read, if known.
    pub url: Option<String>,
    /// Why it is in doubt, where it is.
    pub disputed: Option<String>,
    /// The passage that shows best why it matches, as plain text; `null` where it matches by what is known of it.
    pub snippet: Option<String>,
    /// Its title, with what matched.
    pub title_pieces: Vec<Piece>,
    /// Up to three passages that show why, in the order of the text.
    pub passages: Vec<Passage>,
    /// Which words were found, where and how.
    pub why: Vec<Reason>,
    /// How well it matches; comparable within one answer alone.
    pub score: f64,
}

/// The values of a field among what matches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FindFacet {
    /// The field.
    pub field: Field,
    /// Its values, the most frequent first.
    pub values: Vec<FindValue>,
    /// How many values there are beside these.
    pub further: usize,
}

/// A value of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FindValue {
    /// The value.
    pub value: String,
    /// What it is called in the language asked for, where it is a State or a treaty.
    pub name: Option<String>,
    /// How many have it.
    pub count: u64,
    /// Whether the answer is narrowed by it.
    pub chosen: bool,
}

/// What is like a document or statement.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SimilarView {
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// The most alike first.
    pub hits: Vec<SimilarHit>,
}

/// A document or statement that is like another.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SimilarHit {
    /// What it is.
    pub card: LibraryCard,
    /// The words that both have, those that tell most first.
    pub by: Vec<Likeness>,
}

/// What an item is in a world, by the key under which it is searched.
pub(crate) fn card(world: &World, lang: Lang, key: &str) -> Option<LibraryCard> {
    world.library_card(key.parse().ok()?, lang)
}

impl FindView {
    /// What was found of a question, told in the terms of the world in which it was asked. What that world does not
    /// hold is left out: it was not looked for there.
    pub fn of(world: &World, lang: Lang, q: &str, ask: &Ask, found: Found) -> FindView {
        let hits = found.hits.into_iter();
        let hits = hits.filter_map(|hit| Some(FindHit::of(card(world, lang, &hit.key)?, hit)));
        let facets = found.facets.into_iter();
        FindView {
            q: q.to_owned(),
            known: world.known(),
            head: world.head(),
            chosen: ask
                .filters
                .iter()
                .map(|one| chosen(world, lang, one))
                .collect(),
            synonyms: ask.synonyms,
            total: found.total,
            hits: hits.collect(),
            facets: facets.map(|one| facet(world, lang, ask, one)).collect(),
            suggestions: found.suggestions,
            remarks: found.remarks,
        }
    }
}

impl SimilarView {
    /// What is like something, told in the terms of the world in which it was asked.
    pub fn of(world: &World, lang: Lang, similar: Vec<Similar>) -> SimilarView {
        let hits = similar.into_iter().filter_map(|one| {
            let card = card(world, lang, &one.key)?;
            Some(SimilarHit { card, by: one.by })
        });
        SimilarView {
            known: world.known(),
            head: world.head(),
            hits: hits.collect(),
        }
    }
}

impl FindHit {
    fn of(card: LibraryCard, hit: Hit) -> FindHit {
        let best = hit.passages.iter().max_by_key(|passage| {
            let matched = passage
                .pieces
                .iter()
                .filter(|piece| piece.matched.is_some());
            // The first of those that show as much.
            (matched.count(), std::cmp::Reverse(place(&passage.anchor)))
        });
        FindHit {
            snippet: best.map(plain),
            id: card.id,
            entry: card.entry,
            what: card.what,
            kind: card.kind,
            title: card.title,
            symbol: card.symbol,
            iso3: card.by.iter().map(|by| by.iso3).collect(),
            names: card.by.into_iter().map(|by| by.name).collect(),
            group: card.group,
            speaker: card.speaker,
            post: card.post,
            date: card.date,
            treaties: card.treaties,
            meeting: card.meeting,
            meeting_title: card.meeting_title,
            themes: card.themes,
            language: card.language,
            has_text: card.text.is_some(),
            url: card.url,
            disputed: card.disputed,
            title_pieces: hit.title,
            passages: hit.passages,
            why: hit.why,
            score: hit.score,
        }
    }
}

/// The place of an anchor, notes after paragraphs.
fn place(anchor: &str) -> (bool, usize) {
    let (kind, number) = anchor.split_at_checked(1).unwrap_or(("", ""));
    (kind == "n", number.parse().unwrap_or(usize::MAX))
}

/// A passage without its marks.
fn plain(passage: &Passage) -> String {
    let mut plain = String::new();
    if passage.cut_before {
        plain.push('…');
    }
    plain.extend(passage.pieces.iter().map(|piece| piece.text.as_str()));
    if passage.cut_after {
        plain.push('…');
    }
    plain
}

fn facet(world: &World, lang: Lang, ask: &Ask, facet: Facet) -> FindFacet {
    let is_chosen = |value: &str| {
        let mut filters = ask.filters.iter();
        filters.any(|one| one.field == facet.field && one.value.eq_ignore_ascii_case(value))
    };
    let values = facet.values.iter().map(|value| FindValue {
        name: name(world, lang, facet.field, &value.value),
        chosen: is_chosen(&value.value),
        value: value.value.clone(),
        count: value.count,
    });
    FindFacet {
        field: facet.field,
        values: values.collect(),
        further: facet.further,
    }
}

pub(crate) fn chosen(world: &World, lang: Lang, filter: &Filter) -> FindChosen {
    FindChosen {
        field: filter.field,
        value: filter.value.clone(),
        name: name(world, lang, filter.field, &filter.value),
    }
}

/// What a value is called, where the record knows: a State, a treaty.
fn name(world: &World, lang: Lang, field: Field, value: &str) -> Option<String> {
    match field {
        Field::State => {
            let id: ParticipantId = value.to_uppercase().parse().ok()?;
            let one = world.participant(id)?;
            Some(one.names.get(lang).to_owned())
        }
        Field::Treaty => world.treaty(value).map(|law| law.short.clone()),
        Field::Meeting
        | Field::Group
        | Field::Theme
        | Field::Kind
        | Field::Language
        | Field::Year
        | Field::Speaker
        | Field::Place
        | Field::Symbol
        | Field::From
        | Field::To => None,
    }
}

/// Several words in a cell.
pub(crate) fn several(values: &[impl Display]) -> String {
    let values: Vec<_> = values.iter().map(ToString::to_string).collect();
    values.join(" ")
}

impl Tabular for FindView {
    /// The hits, the best first.
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "id",
            "what",
            "kind",
            "date",
            "title",
            "iso3",
            "names",
            "speaker",
            "treaties",
            "meeting",
            "meeting_title",
            "themes",
            "language",
            "symbol",
            "snippet",
            "url",
            "entry",
        ]);
        for hit in &self.hits {
            sheet.row(vec![
                hit.id.clone(),
                word(&hit.what),
                word(&hit.kind),
                cell(hit.date),
                hit.title.clone(),
                several(&hit.iso3),
                hit.names.join("; "),
                cell(hit.speaker.as_ref()),
                several(&hit.treaties),
                cell(hit.meeting.as_ref()),
                cell(hit.meeting_title.as_ref()),
                several(&hit.themes),
                cell(hit.language.as_ref()),
                cell(hit.symbol.as_ref()),
                cell(hit.snippet.as_ref()),
                cell(hit.url.as_ref()),
                hit.entry.to_string(),
            ]);
        }
        sheet
    }
}
