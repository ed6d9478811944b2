//! What is taken from a bundle of others: each entry beside what is on record.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use ledger::body::Quarantined;
use ledger::bundle::{self, Digest, Manifest};
use ledger::{Audience, Body, Entry, EntryId, EntryRef, Origin, PayloadError, Recorded, Tlp};
use serde::Serialize;
use treaty::Source;
use world::Viewer;

use super::subject::{Subject, kind};
use super::weigh::{Scale, Weighed};
use crate::clerk::{Draft, Shown, Taken};
use crate::failure::Failure;
use crate::record::Record;
use crate::trial::Trial;

/// A bundle that is whole and signed, with its entries read.
#[derive(Debug, Clone)]
pub struct Arrived {
    /// What it says of itself.
    pub manifest: Manifest,
    /// SHA-256 of its file.
    pub file: Digest,
    /// Its entries, each with the SHA-256 of its payload.
    pub entries: Vec<(Entry, Digest)>,
    /// Its documents.
    pub documents: Vec<Vec<u8>>,
    /// Its cover report.
    pub cover: Option<String>,
}

impl Arrived {
    /// Reads a bundle and checks it, as far as that goes without knowing whose key it is.
    ///
    /// # Errors
    ///
    /// Bad input: what does not hold, and what to do.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Arrived, Failure> {
        let read = bundle::read(bytes).map_err(|error| {
            Failure::bad_input(format!("{name}: this is no bundle that can be relied on"))
                .because(error)
                .hint("have it sent again, as it was made: it must not be packed anew or converted on the way")
        })?;
        let mut entries = Vec::with_capacity(read.payloads.len());
        for (at, payload) in (1..).zip(&read.payloads) {
            let entry =
                Entry::from_payload(payload).map_err(|error| unreadable(name, at, error))?;
            if Subject::of(&entry.body).stays {
                return Err(Failure::bad_input(format!(
                    "{name}: its {at}. entry is of the kind `{}`, which no instance takes from another",
                    kind(&entry.body)
                ))
                .hint("nothing was recorded; ask the sender what happened there"));
            }
            entries.push((entry, Digest::of(payload)));
        }
        Ok(Arrived {
            file: Digest::of(bytes),
            entries,
            documents: read
                .documents
                .values()
                .map(|bytes| bytes.to_vec())
                .collect(),
            cover: read.cover.map(str::to_owned),
            manifest: read.manifest,
        })
    }
}

fn unreadable(name: &str, at: u64, error: PayloadError) -> Failure {
    Failure::bad_input(format!("{name}: its {at}. entry cannot be read here"))
        .because(error)
        .hint("it may be of a newer version of the program: use that one")
}

/// How a bundle is taken.
#[derive(Debug, Clone)]
pub struct Terms {
    /// Who takes it over.
    pub by: String,
    /// The audience here of what was not public there.
    pub audience: Option<Audience>,
    /// What its maker is called here.
    pub name: String,
}

/// What an import did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// How many entries are new here.
    pub added: usize,
    /// How many are here already.
    pub unchanged: usize,
    /// What is on record here already by another entry.
    pub same: Vec<Same>,
    /// What contradicts the record, and waits for a person.
    pub quarantined: Vec<Waiting>,
}

/// An entry that says what another says already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Same {
    /// Theirs.
    pub entry: EntryId,
    /// What says so here.
    pub here: String,
}

/// An entry that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Waiting {
    /// Theirs.
    pub entry: EntryId,
    /// What it says.
    pub value: String,
    /// Why it was not taken.
    pub why: String,
    /// Whether it waits since an earlier import.
    pub known: bool,
}

/// The viewer who sees all that is on record: whoever works at the machine itself.
pub fn everyone(record: &Record) -> Viewer {
    let mut teams = BTreeSet::new();
    for audience in record.strands().all().keys() {
        if let Audience::Teams(of) = audience {
            teams.extend(of.iter().cloned());
        }
    }
    Viewer {
        signed_in: true,
        teams: teams.into_iter().collect(),
    }
}

/// Compares a bundle with the record shown.
///
/// # Errors
///
/// Bad input if something of it can never be taken: an entry that is here with other bytes, an
/// audience that nobody named. Nothing is proposed then.
pub fn take(
    shown: Shown<'_>,
    arrived: &Arrived,
    terms: &Terms,
    today: Date,
) -> Result<(Vec<Draft>, Report), Failure> {
    let mut taking = Taking {
        shown,
        arrived,
        terms,
        today,
        here: shown.entries().map(|one| (one.entry.id, one)).collect(),
        taken: BTreeMap::new(),
        trials: BTreeMap::new(),
        waiting: waiting(shown),
        drafts: Vec::new(),
        report: Report::default(),
    };
    for (at, (entry, payload)) in (1..).zip(&arrived.entries) {
        taking.one(entry, *payload, at <= arrived.manifest.context)?;
    }
    Ok((taking.drafts, taking.report))
}

struct Taking<'t> {
    shown: Shown<'t>,
    arrived: &'t Arrived,
    terms: &'t Terms,
    today: Date,
    here: BTreeMap<EntryId, &'t Recorded>,
    /// What was taken of this bundle, and for whom.
    taken: BTreeMap<EntryId, Audience>,
    /// What each audience sees of the record, to weigh against.
    trials: BTreeMap<Audience, Trial>,
    /// What waits here already.
    waiting: BTreeSet<[String; 3]>,
    drafts: Vec<Draft>,
    report: Report,
}

impl Taking<'_> {
    fn one(&mut self, entry: &Entry, payload: Digest, context: bool) -> Result<(), Failure> {
        if let Some(here) = self.here.get(&entry.id) {
            if !self.is_same(here, entry, payload) {
                return Err(conflict(here, entry));
            }
            self.report.unchanged += 1;
            return Ok(());
        }
        let audience = self.audience(entry)?;
        match self.weigh(entry, &audience) {
            // What stands there for others and says what is said here already, or cannot be
            // placed, is no news.
            Weighed::Same(_) if context => self.report.unchanged += 1,
            Weighed::Same(here) => self.report.same.push(Same {
                entry: entry.id,
                here,
            }),
            Weighed::Against(why) => self.hold(entry, audience, why),
            Weighed::New => {
                self.report.added += 1;
                self.taken.insert(entry.id, audience.clone());
                let draft = self.draft(entry, payload, audience);
                self.drafts.push(draft);
            }
        }
        Ok(())
    }

    /// Whether what is here by that id is what they have.
    fn is_same(&self, here: &Recorded, entry: &Entry, payload: Digest) -> bool {
        let ours = &here.entry;
        let from = self.arrived.manifest.from.key;
        let came = ours.origin.as_ref();
        if came.is_some_and(|origin| origin.key == from) {
            return came.is_some_and(|origin| origin.payload == payload);
        }
        let own = || {
            ours.to_payload()
                .is_ok_and(|bytes| Digest::of(&bytes) == payload)
        };
        if came.is_none() && entry.origin.is_none() {
            return own();
        }
        // It went round by a third: its bytes there are others, what its author wrote is not.
        let first = |entry: &Entry| {
            entry
                .origin
                .as_ref()
                .map_or(entry.recorded, |one| one.recorded)
        };
        (&ours.author, &ours.source, &ours.body, ours.label)
            == (&entry.author, &entry.source, &entry.body, entry.label)
            && first(ours) == first(entry)
    }

    /// For whom it is here.
    fn audience(&self, entry: &Entry) -> Result<Audience, Failure> {
        let named = match (&entry.audience, &self.terms.audience) {
            (Audience::Public, _) => return Ok(Audience::Public),
            (Audience::SignedIn | Audience::Teams(_), None) => {
                return Err(Failure::bad_input(format!(
                    "entry {} is for `{}` there, and nobody said for whom it is here",
                    entry.id, entry.audience
                ))
                .hint("say which of your teams are to see it: --as-audience TEAM,...")
                .hint("nothing was recorded"));
            }
            (_, Some(named)) => named,
        };
        let wider = *named == Audience::Public
            || (matches!(entry.audience, Audience::Teams(_)) && *named == Audience::SignedIn);
        let label = entry.label.filter(|label| !label.allows(named));
        if wider || label.is_some() {
            let label =
                label.map_or_else(String::new, |label: Tlp| format!(", labelled {label}"));
            return Err(Failure::bad_input(format!(
                "entry {} is for `{}` there{label}: it cannot be for `{named}` here",
                entry.id, entry.audience
            ))
            .hint("name a team, or fewer: --as-audience TEAM")
            .hint("nothing was recorded"));
        }
        Ok(named.clone())
    }

    /// Why what names other entries is not taken: one of them is not here, or is for fewer people.
    fn names_nothing_hidden(
        &self,
        subject: &Subject<'_>,
        audience: &Audience,
    ) -> Option<Weighed> {
        subject.names.iter().find_map(|named| {
            let here = self.here.get(named).map(|here| &here.entry.audience);
            match self.taken.get(named).or(here) {
                Some(of_it) if audience.within(of_it) => None,
                Some(_) => Some(Weighed::Against(format!(
                    "it would be shown to more people than entry {named}, of which it speaks"
                ))),
                None => Some(Weighed::Against(format!(
                    "it speaks of entry {named}, which is not here"
                ))),
            }
        })
    }

    fn weigh(&mut self, entry: &Entry, audience: &Audience) -> Weighed {
        let subject = Subject::of(&entry.body);
        if let Some(of) = subject.of {
            let theirs = self.here.get(&of).filter(|here| {
                let from = here.entry.origin.as_ref().map(|origin| origin.key);
                from == Some(self.arrived.manifest.from.key)
            });
            let of_them = theirs
                .map(|here| &here.entry.audience)
                .or(self.taken.get(&of));
            return match of_them {
                Some(of_them) if audience.within(of_them) => Weighed::New,
                Some(_) => Weighed::Against(format!(
                    "it would be shown to more people than entry {of}, which it is about"
                )),
                None => Weighed::Against(format!(
                    "it is about entry {of}, which is not theirs or was not taken: whether it is right is for somebody here to say"
                )),
            };
        }
        if let Some(against) = self.names_nothing_hidden(&subject, audience) {
            return against;
        }
        let shown = self.shown;
        let narrowed = || shown.narrowed_to(&seen_by_all_of(audience));
        let trial = self.trials.entry(audience.clone()).or_insert_with(narrowed);
        Scale {
            shown: trial.shown(),
            today: self.today,
            brought: &self.drafts,
        }
        .weigh(&entry.body, &subject)
    }

    fn draft(&self, entry: &Entry, payload: Digest, audience: Audience) -> Draft {
        let manifest = &self.arrived.manifest;
        let (recorded, before) = match &entry.origin {
            None => (entry.recorded, Vec::new()),
            Some(origin) => {
                let mut before = origin.before.clone();
                before.push(origin.key);
                (origin.recorded, before)
            }
        };
        let origin = Origin {
            key: manifest.from.key,
            bundle: self.arrived.file,
            payload,
            recorded,
            before,
            by: self.terms.by.clone(),
        };
        Draft {
            id: Some(entry.id),
            taken: Some(Taken {
                author: entry.author.clone(),
                origin,
            }),
            ..Draft::new(entry.source.clone(), entry.body.clone())
                .seen_by(audience, entry.label)
        }
    }

    /// Puts an entry that contradicts the record where a person finds it.
    fn hold(&mut self, entry: &Entry, audience: Audience, why: String) {
        let place = format!("bundle of {}, entry {}", self.terms.name, entry.id);
        let value = in_short(&entry.body);
        let key = [place.clone(), value.clone(), why.clone()];
        let known = !self.waiting.insert(key);
        if !known {
            let treaty = Subject::of(&entry.body)
                .treaties
                .first()
                .map(|one| (*one).clone());
            let body = Quarantined {
                treaty,
                place,
                value: value.clone(),
                why: why.clone(),
            };
            let manifest = &self.arrived.manifest;
            let source = Source {
                sha256: Some(self.arrived.file.to_string()),
                ..Source::cited(format!("{}, bundle of {}", self.terms.name, manifest.made))
            };
            let draft = Draft::new(source, Body::Quarantined(body));
            self.drafts.push(draft.seen_by(audience, entry.label));
        }
        self.report.quarantined.push(Waiting {
            entry: entry.id,
            value,
            why,
            known,
        });
    }
}

/// Somebody who sees what everybody of `audience` sees, and no more.
fn seen_by_all_of(audience: &Audience) -> Viewer {
    match audience {
        Audience::Public => Viewer::public(),
        Audience::SignedIn => Viewer {
            signed_in: true,
            teams: Vec::new(),
        },
        Audience::Teams(teams) => Viewer {
            signed_in: true,
            teams: if teams.len() == 1 {
                teams.clone()
            } else {
                Vec::new()
            },
        },
    }
}

/// What waits in quarantine and was not taken back: place, value and reason.
fn waiting(shown: Shown<'_>) -> BTreeSet<[String; 3]> {
    let lifted = shown.lifted();
    let standing = shown
        .entries()
        .filter(|one| !lifted.contains(&one.entry.id));
    let waiting = standing.filter_map(|one| {
        let Body::Quarantined(one) = &one.entry.body else {
            return None;
        };
        Some([one.place.clone(), one.value.clone(), one.why.clone()])
    });
    waiting.collect()
}

/// What an entry says, on one line.
fn in_short(body: &Body) -> String {
    const LONGEST: usize = 500;
    if let Body::Act(act) = body {
        return format!("{} {} {} {}", act.treaty, act.by, act.kind, act.on);
    }
    let json = serde_json::to_string(body).expect("a body can be written as JSON");
    let mut short: String = json.chars().take(LONGEST).collect();
    if short.len() < json.len() {
        short.push('…');
    }
    short
}

/// The same id, and something else.
fn conflict(here: &Recorded, entry: &Entry) -> Failure {
    let ours = &here.entry;
    let told = |author: &str, body: &Body| format!("by {author}: {}", in_short(body));
    let name: EntryRef = here.name();
    Failure::bad_input(format!("entry {} is on record here, and is not the one in the bundle", entry.id))
        .detail(format!("here (entry {name}), {}", told(&ours.author, &ours.body)))
        .detail(format!("in the bundle, {}", told(&entry.author, &entry.body)))
        .hint("an entry never changes: one of the two records was altered; `accede verify` checks this one")
        .hint("nothing was recorded")
}
