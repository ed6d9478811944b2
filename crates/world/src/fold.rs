//! From entries to a world: each entry is looked at once and put in its place.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use jiff::Timestamp;
use jiff::civil::Date;
use ledger::{Body, Recorded};
use treaty::law::Condition;
use treaty::participant::Status;
use treaty::{Act, Kind, Law, Participant, ParticipantId, TreatyId};

use crate::bond::{ActAt, ActRef, Existence, Oddity, Point};
use crate::curve;
use crate::duty_facts::{self, DutyFacts};
use crate::force;
use crate::kinds;
use crate::names::Registry;
use crate::record::{At, Record};
use crate::trace::Tracer;
use crate::view::CurvePoint;
use crate::world::{Viewer, World};

/// A treaty with a readable file, and what happened under it.
#[derive(Debug)]
pub(crate) struct Under {
    pub(crate) law: Law,
    /// The entry whose text was read.
    pub(crate) file: At,
    /// Its entry into force: recorded, else by the rule from the record.
    pub(crate) in_force: Option<Date>,
    /// Whether `in_force` is recorded in its file.
    pub(crate) recorded: bool,
    /// Its bonds, by participant.
    pub(crate) bonds: Vec<Bond>,
    /// The points of its bonds, bond after bond.
    points: Vec<Point>,
    /// The counts, at the end of each day on which one changed.
    pub(crate) curve: Vec<CurvePoint>,
    pub(crate) oddities: Vec<Oddity>,
    /// Fulfilments, extensions and observations.
    pub(crate) duty_facts: DutyFacts,
    /// Observations on many at once.
    pub(crate) statements: Vec<At>,
    /// The condition for its entry into force on the first day on which the record meets it.
    pub(crate) met_first: OnceLock<Option<Condition>>,
    /// The places of its acts, newest first.
    pub(crate) newest: OnceLock<Vec<ActAt>>,
}

/// A participant under a treaty: where its acts and its points are.
#[derive(Debug, Clone)]
pub(crate) struct Bond {
    pub(crate) by: ParticipantId,
    pub(crate) acts: Range<ActAt>,
    points: Range<u32>,
}

impl Under {
    /// The points of a bond, by day.
    pub(crate) fn points(&self, bond: &Bond) -> &[Point] {
        &self.points[bond.points.start as usize..bond.points.end as usize]
    }

    /// Where a bond stood at the end of a day; `None` before its first act.
    pub(crate) fn point_on(&self, bond: &Bond, on: Date) -> Option<&Point> {
        let points = self.points(bond);
        points[..points.partition_point(|point| point.from <= on)].last()
    }

    /// The bond of a participant.
    pub(crate) fn bond(&self, by: ParticipantId) -> Option<&Bond> {
        let at = self.bonds.binary_search_by_key(&by, |bond| bond.by).ok()?;
        self.bonds.get(at)
    }

    /// Whether the treaty is in force on a day.
    pub(crate) fn in_force_on(&self, on: Date) -> bool {
        self.in_force.is_some_and(|day| day <= on)
    }
}

/// A treaty file that could not be read.
#[derive(Debug)]
pub(crate) struct Unreadable {
    pub(crate) treaty: TreatyId,
    pub(crate) file: At,
    pub(crate) why: String,
}

/// The other entries that count, by kind, in the order of recording.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shelf {
    pub(crate) memberships: Vec<At>,
    pub(crate) meetings: Vec<At>,
    /// Meetings that count and those that a dispute suspends: both are shown.
    pub(crate) told_meetings: Vec<At>,
    pub(crate) roles: Vec<At>,
    pub(crate) printed: Vec<At>,
    pub(crate) quarantined: Vec<At>,
    /// Fulfilments, extensions and observations.
    pub(crate) duty_facts: Vec<At>,
    /// Plans, their actions, statements and assistance, those in dispute too.
    pub(crate) plans: Vec<At>,
    pub(crate) actions: Vec<At>,
    pub(crate) statements: Vec<At>,
    pub(crate) assistance: Vec<At>,
    pub(crate) approaches: Vec<At>,
    pub(crate) releases: Vec<At>,
    /// Campaigns, stages, pledges, attributions and roll calls, those in dispute too.
    pub(crate) campaigns: Vec<At>,
    pub(crate) stages: Vec<At>,
    pub(crate) pledges: Vec<At>,
    pub(crate) attributions: Vec<At>,
    pub(crate) roll_calls: Vec<At>,
    /// Reports that their authors keep, those in dispute too.
    pub(crate) reports: Vec<At>,
    pub(crate) documents: Vec<At>,
}

/// The first sorting of the entries.
#[derive(Debug, Default)]
struct Sorted {
    ids: BTreeMap<TreatyId, u32>,
    files: BTreeMap<TreatyId, Vec<At>>,
    participants: BTreeMap<ParticipantId, At>,
    aliases: Vec<At>,
    acts: Vec<ActRef>,
    shelf: Shelf,
}

impl World {
    /// Folds entries already shared between the worlds of several viewers, in their order, those
    /// recorded after `known` left out. Nothing of an entry is copied.
    pub fn fold_shared<'e>(
        entries: impl IntoIterator<Item = &'e Arc<Recorded>>,
        viewer: &Viewer,
        known: Timestamp,
    ) -> World {
        let seen = entries
            .into_iter()
            .filter(|recorded| recorded.entry.recorded <= known)
            .filter(|recorded| viewer.sees(&recorded.entry.audience))
            .map(Arc::clone)
            .collect();
        World::from_record(Record::settle(seen), known)
    }

    pub(crate) fn from_record(record: Record, known: Timestamp) -> World {
        let mut sorted = Sorted::default();
        for at in 0..record.len() {
            if record.stands(at) {
                sorted.put(at, &record);
            }
        }
        sorted.renumber();
        let Sorted {
            ids,
            files,
            participants,
            aliases,
            mut acts,
            shelf,
        } = sorted;
        order(&mut acts, &record);

        let registry = registry(&record, &participants, &aliases);
        let mut unreadable = Vec::new();
        let mut treaties = BTreeMap::new();
        let mut loose = Vec::new();
        let (mut laws, mut begin) = (laws(&record, &files, &mut unreadable), 0);
        for (id, number) in &ids {
            let end = begin + acts[begin..].partition_point(|act| act.treaty <= *number);
            match laws.remove(id) {
                Some((law, file)) => {
                    let under = under(law, file, begin, &acts[begin..end], &record, &registry);
                    treaties.insert(id.clone(), under);
                }
                None => loose.push((id.clone(), to_place(begin)..to_place(end))),
            }
            begin = end;
        }
        for (id, (law, file)) in laws {
            treaties.insert(id, under(law, file, begin, &[], &record, &registry));
        }
        let strays = duty_facts::gather(&record, &shelf.duty_facts, &mut treaties);
        World {
            known,
            record,
            registry: Arc::new(registry),
            treaties: Arc::new(treaties),
            acts: Arc::new(acts),
            shelf,
            strays: Arc::new(strays),
            unreadable: Arc::new(unreadable),
            loose: Arc::new(loose),
            ..World::default()
        }
    }

    /// What an act entry says, corrections applied.
    pub(crate) fn act(&self, act: &ActRef) -> &Act {
        act_of(&self.record, act)
    }
}

impl Sorted {
    fn put(&mut self, at: At, record: &Record) {
        let counts = record.counts(at);
        match record.body(at) {
            // A suspended act is shown, so it is kept; it counts in nothing.
            Body::Act(act) => {
                let treaty = self.number(&act.treaty);
                self.acts.push(act_ref(at, treaty, act, counts));
            }
            Body::Treaty(file) if counts => {
                self.files.entry(file.treaty.clone()).or_default().push(at);
            }
            Body::Participant(participant) if counts => {
                self.participants.insert(participant.id, at);
            }
            Body::Alias(_) if counts => self.aliases.push(at),
            Body::Membership(_) if counts => self.shelf.memberships.push(at),
            Body::Meeting(_) => {
                self.shelf.told_meetings.push(at);
                self.shelf.meetings.extend(counts.then_some(at));
            }
            Body::Role(_) if counts => self.shelf.roles.push(at),
            Body::Fulfilment(_) | Body::Extension(_) | Body::Observation(_) if counts => {
                self.shelf.duty_facts.push(at);
            }
            Body::PrintedCount(_) if counts => self.shelf.printed.push(at),
            // These are shown with their doubts and count in nothing.
            Body::Plan(_) => self.shelf.plans.push(at),
            Body::PlanAction(_) => self.shelf.actions.push(at),
            Body::Statement(_) => self.shelf.statements.push(at),
            Body::Assistance(_) => self.shelf.assistance.push(at),
            Body::Approach(_) => self.shelf.approaches.push(at),
            Body::Release(_) => self.shelf.releases.push(at),
            Body::Campaign(_) => self.shelf.campaigns.push(at),
            Body::Stage(_) => self.shelf.stages.push(at),
            Body::Pledge(_) => self.shelf.pledges.push(at),
            Body::Attribution(_) => self.shelf.attributions.push(at),
            Body::RollCall(_) => self.shelf.roll_calls.push(at),
            Body::Report(_) => self.shelf.reports.push(at),
            Body::Document(_) => self.shelf.documents.push(at),
            Body::Quarantined(_) if counts => self.shelf.quarantined.push(at),
            Body::Treaty(_)
            | Body::Participant(_)
            | Body::Alias(_)
            | Body::Membership(_)
            | Body::Role(_)
            | Body::Fulfilment(_)
            | Body::Extension(_)
            | Body::Observation(_)
            | Body::PrintedCount(_)
            | Body::Quarantined(_)
            | Body::Correction(_)
            | Body::Retraction(_)
            | Body::Dispute(_)
            | Body::FactsRelease(_)
            | Body::Team(_)
            | Body::Person(_)
            | Body::Seat(_)
            | Body::Key(_)
            | Body::Agreement(_) => {}
        }
    }

    fn number(&mut self, id: &TreatyId) -> u32 {
        if let Some(number) = self.ids.get(id) {
            return *number;
        }
        let number = u32::try_from(self.ids.len()).expect("fewer treaties than entries");
        self.ids.insert(id.clone(), number);
        number
    }

    /// Numbers the treaties by id, so that the order of recording leaves no trace.
    fn renumber(&mut self) {
        let mut by_id = vec![0; self.ids.len()];
        for (new, old) in (0..).zip(self.ids.values_mut()) {
            by_id[*old as usize] = new;
            *old = new;
        }
        for act in &mut self.acts {
            act.treaty = by_id[act.treaty as usize];
        }
    }
}

fn act_ref(entry: At, treaty: u32, act: &Act, counts: bool) -> ActRef {
    let from = if act.kind == Kind::ProvisionalApplication {
        act.effect
    } else {
        None
    };
    ActRef {
        entry,
        treaty,
        by: act.by,
        kind: act.kind,
        on: act.on,
        day: from.unwrap_or_else(|| act.on.latest()),
        effect: act.effect,
        counts,
    }
}

/// By treaty, participant, day, kind, and then by what the act says, so that the order of
/// recording decides only which of two equal entries is cited first.
fn order(acts: &mut [ActRef], record: &Record) {
    let key = |act: &ActRef| (act.treaty, act.by, act.day, act.kind, act.on);
    acts.sort_unstable_by(|a, b| {
        key(a).cmp(&key(b)).then_with(|| {
            let (x, y) = (act_of(record, a), act_of(record, b));
            let words = |act: &Act| {
                (
                    act.depositary.clone(),
                    act.effect,
                    act.done_by,
                    act.text.clone(),
                )
            };
            words(x).cmp(&words(y)).then(a.entry.cmp(&b.entry))
        })
    });
}

fn act_of<'r>(record: &'r Record, act: &ActRef) -> &'r Act {
    kinds::act(record.body(act.entry))
        .expect("only entries that say an act are put among the acts")
}

/// The last readable text of each treaty; what could not be read is noted.
fn laws(
    record: &Record,
    files: &BTreeMap<TreatyId, Vec<At>>,
    unreadable: &mut Vec<Unreadable>,
) -> BTreeMap<TreatyId, (Law, At)> {
    let mut laws = BTreeMap::new();
    for (id, versions) in files {
        for &file in versions.iter().rev() {
            let Some(text) = kinds::treaty_file(record.body(file)) else {
                continue;
            };
            match read(id, &text.text) {
                Ok(law) => {
                    laws.insert(id.clone(), (law, file));
                    break;
                }
                Err(why) => unreadable.push(Unreadable {
                    treaty: id.clone(),
                    file,
                    why,
                }),
            }
        }
    }
    laws
}

fn read(id: &TreatyId, text: &str) -> Result<Law, String> {
    let law = Law::parse(&format!("{id}.toml"), text).map_err(|error| error.to_string())?;
    if law.id == *id {
        Ok(law)
    } else {
        Err(format!(
            "recorded as the file of `{id}`, it says that it is `{}`",
            law.id
        ))
    }
}

fn registry(
    record: &Record,
    participants: &BTreeMap<ParticipantId, At>,
    aliases: &[At],
) -> Registry {
    let registered = participants
        .values()
        .filter_map(|&at| kinds::participant(record.body(at)).cloned());
    let given = aliases
        .iter()
        .filter_map(|&at| kinds::alias(record.body(at)))
        .map(|alias| (alias.by, alias.name.clone()));
    Registry::new(registered, given)
}

/// Folds what happened under one treaty. `acts` are its acts, the first of which has the place
/// `begin` among all.
fn under(
    law: Law,
    file: At,
    begin: usize,
    acts: &[ActRef],
    record: &Record,
    registry: &Registry,
) -> Under {
    let recorded = law.in_force.as_ref().map(|in_force| in_force.on);
    let mut under = Under {
        law,
        file,
        in_force: recorded,
        recorded: recorded.is_some(),
        bonds: Vec::new(),
        points: Vec::new(),
        curve: Vec::new(),
        oddities: Vec::new(),
        duty_facts: DutyFacts::new(),
        statements: Vec::new(),
        met_first: OnceLock::new(),
        newest: OnceLock::new(),
    };
    trace(&mut under, begin, acts, record, registry);
    if recorded.is_none() {
        under.in_force = force::date_by_rule(&under, acts, begin);
        if under.in_force.is_some() {
            trace(&mut under, begin, acts, record, registry);
        }
    }
    under.curve = curve::of(&under);
    under
}

fn trace(
    under: &mut Under,
    begin: usize,
    acts: &[ActRef],
    record: &Record,
    registry: &Registry,
) {
    let mut tracer = Tracer::new(&under.law, under.in_force);
    let (mut bonds, mut points) = (Vec::new(), Vec::new());
    let depositary = |act: &ActRef| act_of(record, act).depositary.clone();
    let mut first = begin;
    for acts in acts.chunk_by(|a, b| a.by == b.by) {
        let Some(by) = acts.first().map(|act| act.by) else {
            continue;
        };
        let from = to_place(points.len());
        let exists = existence(registry.get(by), acts, record);
        tracer.trace(to_place(first), acts, &depositary, exists, &mut points);
        let end = first + acts.len();
        bonds.push(Bond {
            by,
            acts: to_place(first)..to_place(end),
            points: from..to_place(points.len()),
        });
        first = end;
    }
    under.oddities = tracer.oddities;
    under.bonds = bonds;
    under.points = points;
}

/// A participant that nobody registered counts in nothing: whether the depositaries count it is
/// not known. Today's States may stand in a predecessor's place from before they existed.
fn existence(participant: Option<&Participant>, acts: &[ActRef], record: &Record) -> Existence {
    let Some(participant) = participant else {
        return Existence {
            counts: false,
            from: None,
            until: None,
        };
    };
    let in_place_of_another = acts.iter().any(|act| act_of(record, act).done_by.is_some());
    let from = participant.from.filter(|_| !in_place_of_another);
    Existence {
        counts: participant.status != Status::NotCounted,
        from,
        until: participant.until,
    }
}

fn to_place(n: usize) -> ActAt {
    ActAt::try_from(n).expect("a ledger that fits in memory has under 2^32 acts")
}
