//! Sources as numbered notes: a mark in the text, a list at its end, as in print.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use askama::filters::HtmlSafe;
use ledger::EntryRef;
use treaty::Confidence;
use world::view::SourceRef;

use crate::frame::Frame;
use crate::part::{confidence_key, is_web};

/// The documents behind a page, each once, in the order in which the page first names them.
#[derive(Debug, Default)]
pub(crate) struct Notes<'v> {
    rows: Vec<Note<'v>>,
    numbers: BTreeMap<(&'v str, Option<&'v str>), usize>,
}

/// One document, and the entries taken from it.
#[derive(Debug)]
pub(crate) struct Note<'v> {
    pub(crate) source: &'v SourceRef,
    pub(crate) entries: BTreeSet<EntryRef>,
}

impl<'v> Notes<'v> {
    /// Adds what something rests on.
    pub(crate) fn add(&mut self, sources: impl IntoIterator<Item = &'v SourceRef>) {
        for source in sources {
            let key = (source.title.as_str(), source.url.as_deref());
            let next = self.rows.len();
            let at = *self.numbers.entry(key).or_insert(next);
            if at == next {
                self.rows.push(Note {
                    source,
                    entries: BTreeSet::new(),
                });
            }
            if let Some(row) = self.rows.get_mut(at) {
                row.entries.insert(source.entry);
            }
        }
    }

    /// The documents, with their numbers.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (usize, &Note<'v>)> {
        (1..).zip(&self.rows)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The marks after a statement.
    pub(crate) fn marks<'s>(
        &self,
        p: &'s Frame,
        sources: impl IntoIterator<Item = &'s SourceRef>,
    ) -> Marks<'s> {
        let numbers = sources.into_iter().filter_map(|source| {
            let key = (source.title.as_str(), source.url.as_deref());
            self.numbers.get(&key).map(|at| at + 1)
        });
        Marks {
            label: p.t("note-source"),
            numbers: numbers.collect(),
        }
    }
}

/// Numbers of notes, each a link to its note.
#[derive(Template)]
#[template(
    ext = "html",
    source = r##"{% if !numbers.is_empty() %}<sup class="marks">{% for n in numbers %}{% if !loop.first %}, {% endif %}<a href="#source-{{ n }}"><span class="vh">{{ label }} </span>{{ n }}</a>{% endfor %}</sup>{% endif %}"##
)]
pub(crate) struct Marks<'s> {
    label: Cow<'s, str>,
    numbers: BTreeSet<usize>,
}

impl HtmlSafe for Marks<'_> {}

/// A document, as a note names it.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% match self.url() %}{% when Some with (url) %}<a href="{{ url }}" rel="noreferrer"{{ p.en() }}>{{ source.title }}</a>{% when None %}<span{{ p.en() }}>{{ source.title }}</span>{% endmatch %}{% if let Some(day) = source.as_at %}, {{ p.tw("cite-as-at", p.long(day).as_str()) }}{% endif %}{% if let Some(day) = source.retrieved %}, {{ p.tw("cite-retrieved", p.long(day).as_str()) }}{% endif %}{% if let Some(confidence) = source.confidence %}, {{ p.t(self.key(confidence)) }}{% endif %}."#
)]
pub(crate) struct Document<'s> {
    p: &'s Frame,
    source: &'s SourceRef,
}

impl Document<'_> {
    fn key(&self, confidence: &Confidence) -> &'static str {
        confidence_key(confidence)
    }

    fn url(&self) -> Option<&str> {
        self.source.url.as_deref().filter(|url| is_web(url))
    }
}

impl HtmlSafe for Document<'_> {}

impl Frame {
    /// A document, without the entry.
    pub(crate) fn document<'s>(&'s self, source: &'s SourceRef) -> Document<'s> {
        Document { p: self, source }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(entry: u64, title: &str) -> SourceRef {
        SourceRef {
            entry: EntryRef::Public(ledger::Seq(entry)),
            title: title.to_owned(),
            url: None,
            retrieved: None,
            as_at: None,
            place: None,
            confidence: None,
        }
    }

    #[test]
    fn a_document_has_one_number_however_often_it_is_named() {
        let sources = [source(1, "a"), source(2, "b"), source(3, "a")];
        let mut notes = Notes::default();
        notes.add(&sources);
        let rows: Vec<_> = notes
            .rows()
            .map(|(n, row)| (n, row.source.title.as_str(), row.entries.len()))
            .collect();
        assert_eq!(rows, [(1, "a", 2), (2, "b", 1)]);
    }
}
