//! Who was approached and who acted, side by side: who was approached by more than one, what those approached did,
//! and who acted that no approach names. That one followed upon the other credits nobody: only what
//! somebody recorded as credited is told as that.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use ledger::EntryRef;
use ledger::body::vocabulary::AttributionConfidence;
use treaty::{Kind, ParticipantId};

use super::approaches::keys;
use super::deeds::{Deed, Deeds};
use super::{Frame, asked};
use crate::bond::ActRef;
use crate::kinds;
use crate::view::{Asks, ReportSentence, Said};

/// What a State did within the days.
struct Acted<'w> {
    by: ParticipantId,
    act: &'w ActRef,
}

/// What an act is told as here.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Ratified,
    Joined,
    Signed,
}

impl Sort {
    /// The sentence that begins with how many were approached, and the one that goes on.
    fn keys(self) -> (&'static str, &'static str) {
        match self {
            Sort::Ratified => ("report-join-ratified", "report-join-ratified-next"),
            Sort::Joined => ("report-join-joined", "report-join-joined-next"),
            Sort::Signed => ("report-join-signed", "report-join-signed-next"),
        }
    }
}

/// The approaches to each State that was named and stood outside.
type Approached<'d, 'w> = BTreeMap<ParticipantId, Vec<&'d Deed<'w>>>;

impl Frame<'_> {
    pub(super) fn join(&self, deeds: &Deeds<'_>) -> Vec<ReportSentence> {
        let mut approached = Approached::new();
        for deed in deeds.all.iter().filter(|deed| keys(deed).is_some()) {
            for &id in deed.to.iter().filter(|&&id| self.is_outside(id)) {
                approached.entry(id).or_default().push(deed);
            }
        }
        if approached.is_empty() {
            return Vec::new();
        }
        let acted = self.acted();
        let mut said = self.by_several(&approached);
        said.extend(self.what_followed(&approached, &acted));
        said.extend(self.never_named(deeds, &acted));
        if !acted.is_empty() {
            said.extend(self.credit(deeds));
        }
        said
    }

    /// Signatures and consents that count, of the days.
    fn acted(&self) -> Vec<Acted<'_>> {
        let bonds = self.under.bonds.iter();
        let acts = bonds.flat_map(|bond| {
            let acts = self.world.acts_of(bond).iter();
            acts.map(|act| Acted { by: bond.by, act })
        });
        let within = acts.filter(|one| {
            let joins = one.act.kind.is_signature() || one.act.kind.is_consent();
            joins && one.act.counts && self.from <= one.act.day && one.act.day <= self.to
        });
        within.collect()
    }

    /// Those approached by several who did not say that they went together.
    fn by_several(&self, approached: &Approached<'_, '_>) -> Vec<ReportSentence> {
        let mut both = BTreeMap::<Vec<ParticipantId>, Vec<ParticipantId>>::new();
        let mut entries = BTreeMap::<Vec<ParticipantId>, Vec<EntryRef>>::new();
        for (&state, deeds) in approached {
            let alone = deeds.iter().filter(|deed| deed.by.len() == 1);
            let by = self.in_order(alone.flat_map(|deed| deed.by.iter().copied()));
            let together = deeds.iter().any(|deed| deed.by.len() > 1);
            if by.len() > 1 && !together {
                both.entry(by.clone()).or_default().push(state);
                let of = entries.entry(by).or_default();
                of.extend(deeds.iter().map(|deed| deed.entry));
            }
        }
        let mut said = Vec::new();
        for (by, states) in &both {
            let states = self.in_order(states.iter().copied());
            let says = self
                .say("report-both")
                .states("by", self.named(by.iter().copied()))
                .count("n", states.len())
                .states("states", self.named(states))
                .by_all(entries.remove(by).unwrap_or_default());
            said.push(asked(says, self.approaches(&[])));
        }
        if !said.is_empty() {
            said.push(self.say("report-both-unknown").into());
        }
        said
    }

    /// What those did that were approached by name.
    fn what_followed(
        &self,
        approached: &Approached<'_, '_>,
        acted: &[Acted<'_>],
    ) -> Vec<ReportSentence> {
        let mut sorts = BTreeMap::<Sort, BTreeMap<ParticipantId, Vec<EntryRef>>>::new();
        let (mut undated, mut all) = (BTreeSet::new(), BTreeSet::new());
        for one in acted {
            let Some(deeds) = approached.get(&one.by) else {
                continue;
            };
            let sort = if one.act.kind == Kind::Ratification {
                Sort::Ratified
            } else if one.act.kind.is_consent() {
                Sort::Joined
            } else {
                Sort::Signed
            };
            let entries = deeds.iter().map(|deed| deed.entry);
            let states = sorts.entry(sort).or_default();
            let of = states.entry(one.by).or_default();
            of.extend(entries.chain([self.entry(one.act.entry)]));
            all.insert(one.by);
            let act = (one.act.on.earliest(), one.act.on.latest());
            if !deeds.iter().any(|deed| is_clear(deed, act)) {
                undated.insert(one.by);
            }
        }
        let mut said = Vec::new();
        for (place, (sort, states)) in sorts.into_iter().enumerate() {
            let (first, next) = sort.keys();
            let named = self.in_order(states.keys().copied());
            // Of one State, "of the one State" is no way to speak.
            let alone = approached.len() == 1;
            let says = self
                .say(if place == 0 && !alone { first } else { next })
                .count("all", approached.len())
                .count("n", named.len())
                .states("states", self.named(named))
                .by_all(states.into_values().flatten());
            let (from, to) = (self.from, self.to);
            said.push(asked(says, Asks::Changes { from, to }));
        }
        if said.is_empty() {
            let says = self
                .say("report-join-none")
                .count("all", approached.len())
                .states("states", self.named(approached.keys().copied()));
            let entries = approached.values().flatten().map(|deed| deed.entry);
            said.push(asked(says.by_all(entries), self.approaches(&[])));
        } else if undated == all {
            said.push(self.say("report-join-undated").into());
        } else if !undated.is_empty() {
            let states = self.named(self.in_order(undated));
            let says = self.say("report-join-undated-some");
            said.push(says.states("states", states).into());
        }
        said
    }

    /// Those who acted and are named in no approach that took place, of whatever day.
    fn never_named(&self, deeds: &Deeds<'_>, acted: &[Acted<'_>]) -> Option<ReportSentence> {
        let certain = deeds.all.iter().flat_map(|deed| deed.to.iter().copied());
        let uncertain = deeds.uncertain.iter().filter_map(|&at| {
            let one = kinds::approach(self.world.record.body(at))?;
            Some(one.to.iter().filter_map(|side| side.participant))
        });
        let named: BTreeSet<_> = certain.chain(uncertain.flatten()).collect();
        let others = acted.iter().filter(|one| !named.contains(&one.by));
        let others: Vec<_> = others.collect();
        let states = self.in_order(others.iter().map(|one| one.by));
        let says = self
            .say("report-join-unnamed")
            .states("states", self.named(states.iter().copied()))
            .by_all(others.iter().map(|one| self.entry(one.act.entry)));
        (!states.is_empty()).then(|| says.into())
    }

    /// What somebody credited to an approach of these days; that nobody did, where nobody did.
    fn credit(&self, deeds: &Deeds<'_>) -> Vec<ReportSentence> {
        let record = &self.world.record;
        let mut said = Vec::new();
        for &at in &self.world.shelf.attributions {
            let Some(told) = kinds::attribution(record.body(at)).filter(|_| record.counts(at))
            else {
                continue;
            };
            let key = match told.confidence {
                // It followed, and nothing connects the two: no credit.
                AttributionConfidence::Sequence => continue,
                AttributionConfidence::Possible => "report-credit-possible",
                AttributionConfidence::Probable => "report-credit-probable",
                AttributionConfidence::Acknowledged => "report-credit-acknowledged",
            };
            let deed = deeds
                .all
                .iter()
                .find(|deed| record.get(deed.at).entry.id == told.approach);
            let act = record.at(told.act).filter(|&act| record.counts(act));
            let done = act.and_then(|act| Some((act, kinds::act(record.body(act))?)));
            let (Some(deed), Some((act, done))) = (deed, done) else {
                continue;
            };
            let says = self
                .say(key)
                .with("act", Said::Act(done.kind))
                .states("states", self.named([done.by]))
                .states("by", self.named(deed.by.iter().copied()))
                .by_all([self.entry(at), deed.entry, self.entry(act)]);
            if !deed.by.is_empty() {
                said.push(says.into());
            }
        }
        if said.is_empty() {
            said.push(self.say("report-credit-none").into());
        }
        said
    }
}

/// Whether the days of an approach and of an act say which came first.
fn is_clear(deed: &Deed<'_>, (first, last): (Date, Date)) -> bool {
    let (from, to) = deed.days();
    to <= first || last < from
}
