//! The participants and the names under which people look for them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use treaty::participant::Alias;
use treaty::{Lang, Participant, ParticipantId, TreatyId};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::world::World;

/// The participants, by code, and an index of their names made when first asked for.
#[derive(Debug, Default)]
pub(crate) struct Registry {
    participants: BTreeMap<ParticipantId, Participant>,
    /// Names given to codes that nobody registered.
    pub(crate) stray_aliases: Vec<(ParticipantId, String)>,
    index: OnceLock<Index>,
    ranks: OnceLock<BTreeMap<ParticipantId, u32>>,
}

/// Names without case, accents, blanks and punctuation.
#[derive(Debug, Default)]
struct Index {
    /// Names of today, in every language.
    names: BTreeMap<String, BTreeSet<ParticipantId>>,
    /// Former and other names.
    aliases: BTreeMap<String, BTreeSet<ParticipantId>>,
}

impl Registry {
    pub(crate) fn new(
        participants: impl Iterator<Item = Participant>,
        aliases: impl Iterator<Item = (ParticipantId, String)>,
    ) -> Registry {
        let mut registry = Registry {
            participants: participants
                .map(|participant| (participant.id, participant))
                .collect(),
            ..Registry::default()
        };
        for (by, name) in aliases {
            match registry.participants.get_mut(&by) {
                Some(participant)
                    if participant.aliases.iter().all(|known| known.name != name) =>
                {
                    let kind = "common".to_owned();
                    participant.aliases.push(Alias {
                        name,
                        kind,
                        from: None,
                        until: None,
                    });
                }
                Some(_) => {}
                None => registry.stray_aliases.push((by, name)),
            }
        }
        registry
    }

    pub(crate) fn get(&self, id: ParticipantId) -> Option<&Participant> {
        self.participants.get(&id)
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Participant> {
        self.participants.values()
    }

    /// Its name in a language; its code where nobody registered it.
    pub(crate) fn name(&self, id: ParticipantId, lang: Lang) -> String {
        self.get(id)
            .map_or_else(|| id.to_string(), |found| found.names.get(lang).to_owned())
    }

    /// Its place among all by English name, accents aside; after all others where unregistered.
    pub(crate) fn rank(&self, id: ParticipantId) -> u32 {
        let ranks = self.ranks.get_or_init(|| {
            let mut order: Vec<_> = self
                .all()
                .map(|found| (plain(found.names.get(Lang::En)), found.id))
                .collect();
            order.sort_unstable();
            order.into_iter().map(|(_, id)| id).zip(0..).collect()
        });
        ranks.get(&id).copied().unwrap_or(u32::MAX)
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let mut index = Index::default();
            for participant in self.all() {
                for (_, name) in participant.names.iter() {
                    index
                        .names
                        .entry(plain(name))
                        .or_default()
                        .insert(participant.id);
                }
                for alias in &participant.aliases {
                    index
                        .aliases
                        .entry(plain(&alias.name))
                        .or_default()
                        .insert(participant.id);
                }
            }
            index
        })
    }

    fn find(&self, name: &str) -> Option<ParticipantId> {
        let code = name.trim().to_ascii_uppercase().parse().ok();
        if let Some(id) = code.filter(|id| self.participants.contains_key(id)) {
            return Some(id);
        }
        let (key, index) = (plain(name), self.index());
        // A name borne today goes before somebody else's former one; a name that two share
        // names neither.
        let found = index.names.get(&key).or_else(|| index.aliases.get(&key))?;
        if found.len() == 1 {
            found.first().copied()
        } else {
            None
        }
    }

    fn nearest(&self, name: &str) -> Vec<(ParticipantId, String)> {
        let key = plain(name);
        let mut best: BTreeMap<ParticipantId, (usize, &str)> = BTreeMap::new();
        for participant in self.all() {
            let names = participant.names.iter().map(|(_, name)| name);
            let others = participant.aliases.iter().map(|alias| alias.name.as_str());
            let distance = std::iter::once(participant.id.as_str())
                .chain(names)
                .chain(others)
                .map(|known| distance(&key, &plain(known)))
                .min();
            if let Some(distance) = distance {
                best.insert(participant.id, (distance, participant.names.get(Lang::En)));
            }
        }
        let mut best: Vec<_> = best
            .into_iter()
            .map(|(id, (far, name))| (far, name, id))
            .collect();
        best.sort_unstable();
        near(
            best.into_iter()
                .map(|(far, name, id)| (far, (id, name.to_owned()))),
            &key,
        )
    }
}

impl World {
    /// The participants, by code.
    pub fn participants(&self) -> Vec<&Participant> {
        self.registry.all().collect()
    }

    /// One participant by its code.
    pub fn participant(&self, id: ParticipantId) -> Option<&Participant> {
        self.registry.get(id)
    }

    /// One participant by code or by a name in any language, former names included; exact but
    /// for case, accents, blanks and punctuation. A name that two participants share names none.
    pub fn find_participant(&self, name: &str) -> Option<ParticipantId> {
        self.registry.find(name)
    }

    /// The names nearest to a name that is none, best first, at most five.
    pub fn nearest_participants(&self, name: &str) -> Vec<(ParticipantId, String)> {
        self.registry.nearest(name)
    }

    /// One treaty by id, MTDSG number (`XXVI-6`), short name, UNODA name, another name in use or
    /// title, whatever the case.
    pub fn treaty(&self, name: &str) -> Option<&treaty::Law> {
        let key = plain(name);
        let laws = || self.treaties.values().map(|under| &under.law);
        let exact = laws().find(|law| law.id.as_str().eq_ignore_ascii_case(name.trim()));
        exact.or_else(|| {
            let mut found = laws().filter(|law| {
                let others = [
                    Some(law.short.as_str()),
                    law.mtdsg.as_deref(),
                    law.unoda.as_deref(),
                ];
                let names = others
                    .into_iter()
                    .flatten()
                    .chain(law.also.iter().map(String::as_str))
                    .chain(law.title.iter().map(|(_, title)| title));
                !key.is_empty() && names.into_iter().any(|known| plain(known) == key)
            });
            found.next().filter(|_| found.next().is_none())
        })
    }

    /// The ids nearest to a name that is none, best first, at most five.
    pub fn nearest_treaties(&self, name: &str) -> Vec<TreatyId> {
        let key = plain(name);
        let mut best: Vec<_> = self
            .treaties
            .values()
            .map(|under| {
                let law = &under.law;
                let names = [law.id.as_str(), law.short.as_str()].into_iter();
                let others = [law.mtdsg.as_deref(), law.unoda.as_deref()]
                    .into_iter()
                    .flatten();
                let far = names
                    .chain(others)
                    .map(|known| distance(&key, &plain(known)))
                    .min();
                (far.unwrap_or(usize::MAX), law.id.clone())
            })
            .collect();
        best.sort_unstable();
        near(best.into_iter(), &key)
    }
}

impl World {
    /// The names of meetings in addresses that are nearest to one that is none, best first, at
    /// most five.
    pub fn nearest_meetings(&self, given: &str) -> Vec<String> {
        let key = plain(given);
        let mut best: Vec<_> = self
            .meeting_ids()
            .keys()
            .map(|id| (distance(&key, &plain(id)), id.clone()))
            .collect();
        best.sort_unstable();
        near(best.into_iter(), &key)
    }
}

/// A name without case, accents, blanks and punctuation.
pub(crate) fn plain(name: &str) -> String {
    name.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// The five nearest, none so far that it shares less than half of the letters.
fn near<T>(sorted: impl Iterator<Item = (usize, T)>, key: &str) -> Vec<T> {
    let most = key.chars().count().div_ceil(2).max(1);
    sorted
        .take_while(|(far, _)| *far <= most)
        .take(5)
        .map(|(_, found)| found)
        .collect()
}

/// How many letters must be put in, left out or changed to get from one name to the other.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (n, a) in from.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = n + 1;
        for (m, b) in to.iter().enumerate() {
            let changed = diagonal + usize::from(a != *b);
            diagonal = row[m + 1];
            row[m + 1] = changed.min(row[m] + 1).min(row[m + 1] + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}
