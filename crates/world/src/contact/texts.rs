//! The texts of approaches and the names of their States in English and French, folded, so that words
//! are looked for in them quickly.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ledger::body::Approach;
use treaty::{Lang, ParticipantId};

use super::index::participants;
use super::text;
use crate::kinds;
use crate::names::Registry;
use crate::record::{At, Record};

/// What stands in each approach.
#[derive(Debug, Clone)]
pub(super) struct Texts {
    /// As it was when words were first looked for; shared by the worlds that grew from that one.
    first: Arc<Folded>,
    /// What changed since.
    since: BTreeMap<At, Arc<str>>,
}

/// The texts one after the other.
#[derive(Debug, Default)]
struct Folded {
    all: String,
    /// Where that of each entry ends.
    ends: Vec<usize>,
}

impl Texts {
    pub(super) fn of(record: &Record, registry: &Registry) -> Texts {
        let mut names = Names::of(registry);
        let mut folded = Folded::default();
        folded.ends.reserve_exact(record.len() as usize);
        for at in 0..record.len() {
            if let Some(one) = record.said(at).and_then(kinds::approach) {
                names.fold(one, &mut folded.all);
            }
            folded.ends.push(folded.all.len());
        }
        folded.all.shrink_to_fit();
        Texts {
            first: Arc::new(folded),
            since: BTreeMap::new(),
        }
    }

    /// Folds those anew that changed.
    pub(super) fn turn(
        &mut self,
        record: &Record,
        registry: &Registry,
        changed: &BTreeSet<At>,
    ) {
        let mut names = Names::of(registry);
        for &at in changed {
            let mut text = String::new();
            if let Some(one) = record.said(at).and_then(kinds::approach) {
                names.fold(one, &mut text);
            }
            self.since.insert(at, Arc::from(text));
        }
    }

    /// What stands in an approach.
    pub(super) fn text(&self, at: At) -> &str {
        match self.since.get(&at) {
            Some(text) => text,
            None => self.first.text(at),
        }
    }
}

impl Folded {
    fn text(&self, at: At) -> &str {
        let nth = at as usize;
        let begin = match nth.checked_sub(1) {
            Some(before) => self.ends.get(before).copied(),
            None => Some(0),
        };
        let end = self.ends.get(nth).copied();
        let range = begin.zip(end).map(|(begin, end)| &self.all[begin..end]);
        range.unwrap_or_default()
    }
}

/// The names of States, folded when one first occurs.
struct Names<'r> {
    registry: &'r Registry,
    folded: BTreeMap<ParticipantId, String>,
}

impl<'r> Names<'r> {
    fn of(registry: &'r Registry) -> Names<'r> {
        Names {
            registry,
            folded: BTreeMap::new(),
        }
    }

    /// Puts what stands in an approach behind what is there.
    fn fold(&mut self, one: &Approach, out: &mut String) {
        for told in text::of(one) {
            text::fold(told, out);
            out.push('\n');
        }
        for state in participants(one) {
            out.push_str(self.name(state));
        }
    }

    fn name(&mut self, state: ParticipantId) -> &str {
        let registry = self.registry;
        self.folded.entry(state).or_insert_with(|| {
            let mut out = String::new();
            if let Some(one) = registry.get(state) {
                let here = [Lang::En, Lang::Fr].map(|lang| one.names.get(lang));
                for name in here.into_iter().chain([one.id.as_str()]) {
                    text::fold(name, &mut out);
                    out.push('\n');
                }
            }
            out
        })
    }
}
