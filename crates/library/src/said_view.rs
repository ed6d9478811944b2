//! What was said of something, told in the terms of a world.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::Lang;
use world::World;
use world::sheet::{Sheet, Tabular, cell};
use world::view::{HeadView, LibraryCard};

use crate::ask::Ask;
use crate::found::{Piece, Reason, Remark, Suggestion};
use crate::said::{Said, Sentence};
use crate::view::{FindChosen, card, chosen, several};

/// What was said of something, the earliest first: a timeline with its evidence.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SaidView {
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
    /// They, by their days; those without one last.
    pub said: Vec<SaidBy>,
    /// Words that were found nowhere, and what stands near them.
    pub suggestions: Vec<Suggestion>,
    /// What was not understood, or answered otherwise than asked.
    pub remarks: Vec<Remark>,
}

/// What one document or statement says.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SaidBy {
    /// What it is.
    pub card: LibraryCard,
    /// Its title, with what matched.
    pub title_pieces: Vec<Piece>,
    /// Its sentences that have most of the words. None where its record matches and its text does not, or is not kept.
    pub sentences: Vec<Sentence>,
    /// How many further sentences have as many.
    pub further: usize,
    /// Which words were found, where and how.
    pub why: Vec<Reason>,
}

impl SaidView {
    /// What was said, told in the terms of the world in which it was asked. What that world does not hold is left out.
    pub fn of(world: &World, lang: Lang, q: &str, ask: &Ask, said: Said) -> SaidView {
        let items = said.items.into_iter().filter_map(|one| {
            Some(SaidBy {
                card: card(world, lang, &one.key)?,
                title_pieces: one.title,
                sentences: one.sentences,
                further: one.further,
                why: one.why,
            })
        });
        let filters = ask.filters.iter();
        SaidView {
            q: q.to_owned(),
            known: world.known(),
            head: world.head(),
            chosen: filters.map(|one| chosen(world, lang, one)).collect(),
            synonyms: ask.synonyms,
            total: said.total,
            said: items.collect(),
            suggestions: said.suggestions,
            remarks: said.remarks,
        }
    }
}

impl Tabular for SaidView {
    /// A row for each sentence; for what has none, one without.
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "date", "id", "iso3", "names", "speaker", "title", "meeting", "anchor", "sentence",
            "url", "entry",
        ]);
        for said in &self.said {
            let mut row = |anchor: &str, sentence: String| {
                let card = &said.card;
                let codes: Vec<_> = card.by.iter().map(|by| by.iso3).collect();
                let names: Vec<_> = card.by.iter().map(|by| by.name.as_str()).collect();
                sheet.row(vec![
                    cell(card.date),
                    card.id.clone(),
                    several(&codes),
                    names.join("; "),
                    cell(card.speaker.as_ref()),
                    card.title.clone(),
                    cell(card.meeting.as_ref()),
                    anchor.to_owned(),
                    sentence,
                    cell(card.url.as_ref()),
                    card.entry.to_string(),
                ]);
            };
            if said.sentences.is_empty() {
                row("", String::new());
            }
            for one in &said.sentences {
                row(&one.anchor, one.plain());
            }
        }
        sheet
    }
}
