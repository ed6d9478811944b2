//! One search over everything.
//!
//! How it ranks: first by how well the words meet, then by what was found. A thing meets a query
//!
//! 1. *exactly*, where the whole query is one of its names, codes or numbers, blanks and
//!    punctuation aside; in the language asked for before other languages;
//! 2. *from the start*, where one of its names begins with the whole query;
//! 3. *by words*, where each word of the query is a word of its names or texts;
//! 4. *by beginnings of words*, where some only begin one;
//! 5. *by resemblance*, where some are one slip away from a word (from four letters on), or two
//!    (from eight on). A slip is a letter too many, missing or wrong, or two exchanged;
//! 6. *in part*, where nothing meets the whole query and at least half of its words are met.
//!
//! Of those that meet alike, States and treaties come before a State under a treaty, then meetings,
//! groups, plans, duties, actions, statements; what counts on the day before what no longer does.
//! A query of a treaty and a State, in any order, finds the State under the treaty.
//!
//! Behind all of these come the approaches in whose texts, or in the names of whose States, each word of the
//! query stands, newest first: they are too many to be likened to it word by word.

mod ask;
mod fold;
mod hit;
mod index;

use jiff::civil::Date;
use treaty::Lang;

use self::ask::Asked;
pub(crate) use self::index::Index;
use self::index::{Thing, What};
use crate::contact::{ApproachFilter, ContactAt};
use crate::view::{Found, SearchView};
use crate::world::World;

/// How much of a query is read, in signs.
const LONGEST: usize = 200;

/// How a thing meets a query, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Meets {
    Exactly,
    FromTheStart,
    ByWords,
    ByBeginnings,
    ByResemblance,
    InPart,
}

/// What meets a query: a thing, or a State under a treaty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Met {
    Thing(usize),
    Participation { state: usize, treaty: usize },
}

impl World {
    /// Finds States, treaties, a State under a treaty, meetings, groups, plans and their actions,
    /// duties, statements and approaches, by names in all languages known, former names, codes and numbers.
    ///
    /// Tolerant of case, accents, slips, and of the order of words; a query is met from its first
    /// letters on. Of a query longer than 200 signs the rest is not read. How it ranks is told at the
    /// head of this module: exact before prefix before word before resemblance.
    pub fn search(&self, q: &str, on: Date, lang: Lang, limit: usize) -> SearchView {
        let q: String = q.chars().take(LONGEST).collect();
        let index = self.index.get_or_init(|| Index::of(self));
        let asked = Asked::of(index, &q);
        let mut found = asked.found(lang);
        found.sort_by_cached_key(|(met, meets)| self.rank(index, *met, *meets, on));
        let contacts = self.contacts_to_find(&q);
        let total = found.len().saturating_add(contacts.len());
        let hits = found
            .into_iter()
            .take(limit)
            .filter_map(|(met, _)| self.hit(&asked, met, lang));
        let mut hits: Vec<_> = hits.collect();
        let left = limit.saturating_sub(hits.len());
        let contacts = contacts.into_iter().take(left);
        hits.extend(contacts.filter_map(|at| self.approach_hit(at, lang)));
        SearchView {
            known: self.known,
            head: self.head(),
            total: u32::try_from(total).unwrap_or(u32::MAX),
            hits,
            q,
        }
    }

    /// The approaches that say each word of a query, if it has three letters at least.
    fn contacts_to_find(&self, q: &str) -> Vec<ContactAt> {
        if q.chars().filter(|c| c.is_alphanumeric()).count() < 3 {
            return Vec::new();
        }
        let asked = ApproachFilter {
            text: Some(q.to_owned()),
            ..ApproachFilter::default()
        };
        self.approaches(&asked).rows
    }

    /// By how well it meets, what it is, whether it counts on the day, and a settled order.
    fn rank(
        &self,
        index: &Index,
        met: Met,
        meets: (Meets, bool),
        on: Date,
    ) -> impl Ord + use<> {
        let (meets, less) = meets;
        let (sort, gone, by_name) = match met {
            Met::Participation { state, .. } => (2, false, self.rank_of(&index.things[state])),
            Met::Thing(thing) => {
                let thing = &index.things[thing];
                let gone = match &thing.what {
                    What::State(id) => {
                        self.registry.get(*id).is_none_or(|one| !one.counts_on(on))
                    }
                    What::Treaty(_)
                    | What::Meeting(..)
                    | What::Duty(..)
                    | What::Plan(_)
                    | What::Action(_)
                    | What::Group(_)
                    | What::Statement(_) => false,
                };
                (sort_of(thing.what.kind()), gone, self.rank_of(thing))
            }
        };
        // A former State that bears the very name goes before another that merely had it.
        (meets, less, sort, gone, by_name, met)
    }

    fn rank_of(&self, thing: &Thing) -> u32 {
        match &thing.what {
            What::State(id) => self.registry.rank(*id),
            What::Treaty(_)
            | What::Meeting(..)
            | What::Duty(..)
            | What::Plan(_)
            | What::Action(_)
            | What::Group(_)
            | What::Statement(_) => 0,
        }
    }
}

fn sort_of(kind: Found) -> u8 {
    match kind {
        Found::State => 0,
        Found::Treaty => 1,
        Found::Participation => 2,
        Found::Meeting => 3,
        Found::Group => 4,
        Found::Plan => 5,
        Found::Duty => 6,
        Found::Action => 7,
        Found::Statement => 8,
        Found::Approach => 9,
        Found::Document => 10,
    }
}
