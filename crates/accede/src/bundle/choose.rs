//! What of a record goes into a bundle.
//!
//! Who gets the bundle learns what is in it and nothing of what is not: the entries that may leave
//! depend on entries that may leave alone, with one exception that is said where it is made.

use std::collections::{BTreeMap, BTreeSet};

use ledger::bundle::Strand;
use ledger::{Audience, EntryId, Head, ReadError, Recorded, Seq, Store, Tlp};
use serde::Serialize;
use treaty::TreatyId;

use super::subject::Subject;
use crate::record::Record;

/// Whose entries are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Whom {
    /// What anyone may see.
    pub public: bool,
    /// What anyone signed in may see.
    pub signed_in: bool,
    /// What these teams may see. Of an entry for several, all of them have to be named.
    pub teams: BTreeSet<String>,
}

impl Whom {
    fn takes(&self, audience: &Audience) -> bool {
        match audience {
            Audience::Public => self.public,
            Audience::SignedIn => self.signed_in,
            Audience::Teams(teams) => teams.iter().all(|team| self.teams.contains(team)),
        }
    }
}

/// What is done with an entry that may leave, where something that corrects, retracts or disputes
/// it may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Contradicted {
    /// It stays here as well, unless it is public: that a public one is missing would tell.
    Hold,
    /// It goes, as those see it who are sent it.
    Send,
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Whose entries.
    pub whom: Whom,
    /// Only what is about these treaties; empty: about any.
    pub treaties: BTreeSet<TreatyId>,
    /// Only what was recorded after this entry; 0: everything.
    pub after: Seq,
    /// What is done with what is contradicted here.
    pub contradicted: Contradicted,
}

/// Of what was asked for, how much stays, and why. For whoever makes the bundle; it is not in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Held {
    /// It is for others than those asked for.
    pub for_others: u64,
    /// Its label keeps it here: how many by label.
    pub by_label: BTreeMap<String, u64>,
    /// It is about this instance alone: teams, people, keys, what waits in quarantine.
    pub of_this_instance: u64,
    /// What corrects, retracts or disputes it stays here.
    pub contradicted: u64,
    /// What it corrects, retracts or disputes stays here.
    pub about_what_stays: u64,
    /// These go, although something that stays here corrects, retracts or disputes them.
    pub sent_although_contradicted: Vec<EntryId>,
}

/// What goes.
#[derive(Debug)]
pub struct Chosen<'r> {
    /// Entries that others speak of, with their payloads.
    pub context: Vec<(&'r Recorded, Vec<u8>)>,
    /// The entries, with their payloads.
    pub entries: Vec<(&'r Recorded, Vec<u8>)>,
    /// The strands they were taken from.
    pub strands: Vec<Strand>,
    /// What stays.
    pub held: Held,
}

/// Chooses what of `record` goes, and reads the payloads from `store`, byte for byte.
///
/// # Errors
///
/// [`ReadError`] where the store gives out.
pub fn choose<'r>(
    record: &'r Record,
    store: &dyn Store,
    asked: &Asked,
) -> Result<Chosen<'r>, ReadError> {
    let sight = Sight::of(record);
    let mut held = Held::default();
    let leaving = sight.leaving(asked, &mut held);
    let wanted: BTreeSet<usize> = leaving
        .iter()
        .copied()
        .filter(|at| sight.wanted(*at, asked))
        .collect();
    let context = sight.context(&wanted);
    let mut payloads = BTreeMap::new();
    let mut strands = BTreeMap::<&Audience, Strand>::new();
    store.read(Seq(1), &mut |seq, _, payload| {
        let Some(at) = place(seq).filter(|at| *at < sight.entries.len()) else {
            return;
        };
        if wanted.contains(&at) || context.contains(&at) {
            payloads.insert(at, payload.to_vec());
        }
        if leaving.contains(&at) {
            let audience = &sight.entries[at].entry.audience;
            let strand = strands
                .entry(audience)
                .or_insert_with(|| empty(audience, true));
            strand.head = strand.head.then(payload);
            if seq <= asked.after {
                strand.before = strand.head;
            } else {
                strand.whole &= wanted.contains(&at);
            }
        }
    })?;
    for at in &context {
        // Nobody asked for these; nothing is said of how many there are.
        let audience = &sight.entries[*at].entry.audience;
        strands
            .entry(audience)
            .or_insert_with(|| empty(audience, false));
    }
    let mut with_payloads = |places: &BTreeSet<usize>| -> Vec<(&'r Recorded, Vec<u8>)> {
        let payload = |at: &usize| Some((sight.entries[*at], payloads.remove(at)?));
        places.iter().filter_map(payload).collect()
    };
    Ok(Chosen {
        context: with_payloads(&context),
        entries: with_payloads(&wanted),
        strands: strands.into_values().collect(),
        held,
    })
}

fn empty(audience: &Audience, whole: bool) -> Strand {
    Strand {
        audience: audience.clone(),
        before: Head::EMPTY,
        head: Head::EMPTY,
        whole,
    }
}

fn place(seq: Seq) -> Option<usize> {
    usize::try_from(seq.0.checked_sub(1)?).ok()
}

/// The entries, and what each is about.
struct Sight<'r> {
    entries: Vec<&'r Recorded>,
    /// The entry that each is about, as a place.
    of: Vec<Option<usize>>,
    /// The entries that each names beside.
    names: Vec<Vec<usize>>,
    /// The first entry of those that are about each other.
    root: Vec<usize>,
}

impl<'r> Sight<'r> {
    fn of(record: &'r Record) -> Sight<'r> {
        let entries: Vec<&Recorded> = record.entries().collect();
        let mut places = BTreeMap::new();
        let (mut of, mut names, mut root) = (Vec::new(), Vec::new(), Vec::<usize>::new());
        for (at, recorded) in entries.iter().enumerate() {
            let subject = Subject::of(&recorded.entry.body);
            let place = |id: &EntryId| places.get(id).copied();
            let about: Option<usize> = subject.of.as_ref().and_then(place);
            root.push(about.map_or(at, |about| root[about]));
            of.push(about);
            names.push(subject.names.iter().filter_map(place).collect());
            places.insert(recorded.entry.id, at);
        }
        Sight {
            entries,
            of,
            names,
            root,
        }
    }

    /// Whether audience and label let an entry go to those asked for.
    fn may_be_seen(&self, at: usize, whom: &Whom) -> bool {
        let entry = &self.entries[at].entry;
        whom.takes(&entry.audience) && entry.label.is_none_or(Tlp::may_leave)
    }

    /// Every instance has it: it came with the program.
    fn is_shipped(&self, at: usize) -> bool {
        let entry = &self.entries[at].entry;
        entry.author == shipped::AUTHOR && entry.origin.is_none()
    }

    /// Whether an entry may go because another is about it.
    fn may_be_context(&self, at: usize, whom: &Whom) -> bool {
        let public = self.entries[at].entry.audience == Audience::Public;
        !self.stays(at) && (public || self.may_be_seen(at, whom))
    }

    fn stays(&self, at: usize) -> bool {
        Subject::of(&self.entries[at].entry.body).stays
    }

    /// Whether it is among what is asked for: recorded late enough, of the treaty.
    fn wanted(&self, at: usize, asked: &Asked) -> bool {
        if self.entries[at].seq <= asked.after {
            return false;
        }
        let about = |at: usize| {
            let treaties = Subject::of(&self.entries[at].entry.body).treaties;
            treaties
                .into_iter()
                .any(|treaty| asked.treaties.contains(treaty))
        };
        asked.treaties.is_empty() || about(at) || about(self.root[at])
    }

    /// What may leave, whenever it was recorded and whatever treaty it is of; counts what stays of
    /// that which is wanted.
    fn leaving(&self, asked: &Asked, held: &mut Held) -> BTreeSet<usize> {
        let contradicted = self.contradicted(&asked.whom);
        let mut leaving = BTreeSet::new();
        for at in 0..self.entries.len() {
            if self.is_shipped(at) {
                continue;
            }
            let count = u64::from(self.wanted(at, asked));
            let entry = &self.entries[at].entry;
            if self.stays(at) {
                held.of_this_instance += count;
            } else if !asked.whom.takes(&entry.audience) {
                held.for_others += count;
            } else if let Some(label) = entry.label.filter(|label| !label.may_leave()) {
                if count > 0 {
                    *held.by_label.entry(label.as_str().to_owned()).or_default() += 1;
                }
            } else if self
                .spoken_of(at)
                .any(|of| !leaving.contains(&of) && !self.goes_for_others(of, asked))
            {
                held.about_what_stays += count;
            } else if contradicted.contains(&self.root[at])
                && asked.contradicted == Contradicted::Hold
                && entry.audience != Audience::Public
            {
                held.contradicted += count;
            } else {
                if contradicted.contains(&at) && count > 0 {
                    held.sent_although_contradicted.push(entry.id);
                }
                leaving.insert(at);
            }
        }
        leaving
    }

    /// The entries that one is about, or names.
    fn spoken_of(&self, at: usize) -> impl Iterator<Item = usize> {
        self.of[at]
            .into_iter()
            .chain(self.names[at].iter().copied())
    }

    /// Whether an entry that does not leave by itself may go with one that is about it.
    fn goes_for_others(&self, at: usize, asked: &Asked) -> bool {
        let public = self.entries[at].entry.audience == Audience::Public;
        (self.is_shipped(at) || (public && !asked.whom.public))
            && self.may_be_context(at, &asked.whom)
    }

    /// The first entries of those about which something says otherwise that may not be seen.
    fn contradicted(&self, whom: &Whom) -> BTreeSet<usize> {
        let hidden = |at: &usize| {
            self.of[*at].is_some() && !self.stays(*at) && !self.may_be_seen(*at, whom)
        };
        (0..self.entries.len())
            .filter(hidden)
            .map(|at| self.root[at])
            .collect()
    }

    /// What the wanted entries are about, and is not wanted by itself.
    fn context(&self, wanted: &BTreeSet<usize>) -> BTreeSet<usize> {
        let mut context = BTreeSet::new();
        let mut waiting: Vec<usize> =
            wanted.iter().flat_map(|at| self.spoken_of(*at)).collect();
        while let Some(at) = waiting.pop() {
            if !wanted.contains(&at) && context.insert(at) {
                waiting.extend(self.spoken_of(at));
            }
        }
        context
    }
}
