//! Who was approached, in one pass over the approaches that the viewer may see.

use std::collections::BTreeMap;

use jiff::civil::Date;
use ledger::body::vocabulary::{ApproachKind, Channel, Outcome};
use ledger::body::{Approach, ApproachState};
use treaty::{PartialDate, ParticipantId, TreatyId};

use crate::kinds;
use crate::record::At;
use crate::world::World;

/// What the approaches to one State come to.
#[derive(Debug, Default)]
pub(crate) struct Contact<'w> {
    /// The last that took place on a day that is known, at least by its year.
    pub(crate) last: Option<(PartialDate, At)>,
    /// One that took place and of which no day is known.
    pub(crate) undated: Option<At>,
    /// Who approached it so that something came of it: how often, and the last time.
    pub(crate) good: BTreeMap<ParticipantId, Good>,
    /// Where it was approached: how often something came of it, how often in all, and the last time.
    pub(crate) places: BTreeMap<Spot<'w>, (u32, u32, At)>,
}

/// Where somebody was approached: through which channel, in which place.
pub(crate) type Spot<'w> = (Option<Channel>, Option<&'w str>);

/// Approaches by one State of which something came.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Good {
    pub(crate) times: u32,
    pub(crate) last: (Option<PartialDate>, At),
    pub(crate) outcome: Outcome,
}

impl World {
    /// The approaches for any of `treaties` that took place by the end of a day, by the State
    /// approached. Talk among those who coordinate is none.
    pub(crate) fn contacts_of(
        &self,
        treaties: &[TreatyId],
        on: Date,
    ) -> BTreeMap<ParticipantId, Contact<'_>> {
        let mut contacts = BTreeMap::<_, Contact<'_>>::new();
        for &at in &self.shelf.approaches {
            let Some(one) = kinds::approach(self.record.body(at)) else {
                continue;
            };
            let for_these = one.treaties.iter().any(|treaty| treaties.contains(treaty));
            if !for_these || !took_place(one, on) || !self.record.counts(at) {
                continue;
            }
            for (nth, to) in one.to.iter().enumerate() {
                let Some(state) = to.participant else {
                    continue;
                };
                // Two offices of one State are one State.
                let twice = one
                    .to
                    .iter()
                    .take(nth)
                    .any(|before| before.participant == Some(state));
                if !twice {
                    contacts.entry(state).or_default().add(at, one);
                }
            }
        }
        contacts
    }
}

/// Whether it certainly lay before the end of a day, and was an approach.
pub(crate) fn took_place(one: &Approach, on: Date) -> bool {
    one.state == ApproachState::Done
        && one.kind != ApproachKind::InternalCoordination
        && one.on.is_none_or(|day| day.earliest() <= on)
}

impl<'w> Contact<'w> {
    fn add(&mut self, at: At, one: &'w Approach) {
        match one.until.or(one.on) {
            Some(day) => self.last = self.last.max(Some((day, at))),
            None => self.undated = self.undated.max(Some(at)),
        }
        let good = one
            .outcomes
            .iter()
            .copied()
            .filter(|outcome| is_good(*outcome))
            .max();
        if one.channel.is_some() || one.place.is_some() {
            let place = (one.channel, one.place.as_deref());
            let (came, times, last) = self.places.entry(place).or_insert((0, 0, at));
            *came += u32::from(good.is_some());
            *times += 1;
            *last = at.max(*last);
        }
        let Some(outcome) = good else {
            return;
        };
        for by in one.by.iter().filter_map(|side| side.participant) {
            let told = Good {
                times: 1,
                last: (one.on, at),
                outcome,
            };
            let known = self.good.entry(by).or_insert(Good { times: 0, ..told });
            known.times += 1;
            if known.last < told.last {
                (known.last, known.outcome) = (told.last, told.outcome);
            }
        }
    }
}

/// Whether an outcome leads further.
fn is_good(outcome: Outcome) -> bool {
    match outcome {
        Outcome::AssistanceRequested
        | Outcome::PositiveSignal
        | Outcome::Commitment
        | Outcome::ProcessOpened
        | Outcome::InCabinet
        | Outcome::InParliament
        | Outcome::LawPassed
        | Outcome::InstrumentSigned
        | Outcome::Signed
        | Outcome::Ratified
        | Outcome::Acceded
        | Outcome::FollowUpAgreed => true,
        Outcome::NoAnswer
        | Outcome::Acknowledged
        | Outcome::NotedNoPosition
        | Outcome::Negative
        | Outcome::Conditional
        | Outcome::QuestionAsked
        | Outcome::WithdrawalAnnounced
        | Outcome::WithdrawalNotified
        | Outcome::WithdrawalEffective
        | Outcome::ReferElsewhere => false,
    }
}
