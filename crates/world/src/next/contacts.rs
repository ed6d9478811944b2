//! What the approaches to a State come to, for whom to approach next.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use ledger::body::vocabulary::{ApproachKind, Channel, Outcome};
use ledger::body::{Approach, ApproachState};
use treaty::{PartialDate, ParticipantId, TreatyId};

use crate::kinds;
use crate::record::At;
use crate::world::World;

/// What the approaches to one State come to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Contact {
    /// The last that took place on a day that is known, at least by its year.
    pub(crate) last: Option<(PartialDate, At)>,
    /// One that took place and of which no day is known.
    pub(crate) undated: Option<At>,
    /// Who approached it so that something came of it: how often, and the last time.
    pub(crate) good: BTreeMap<ParticipantId, Good>,
    /// Where it was approached: how often something came of it, how often in all, and the last time.
    pub(crate) places: BTreeMap<Spot, (u32, u32, At)>,
    /// The last day on which one of them can have begun.
    begun: Option<Date>,
}

/// Where somebody was approached: through which channel, in which place.
pub(crate) type Spot = (Option<Channel>, Option<Box<str>>);

/// Approaches by one State of which something came.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Good {
    pub(crate) times: u32,
    pub(crate) last: (Option<PartialDate>, At),
    pub(crate) outcome: Outcome,
}

impl World {
    /// The approaches for any of `treaties` that took place by the end of a day, by the State
    /// approached, or for `whom` alone. Talk among those who coordinate is none.
    pub(crate) fn contacts_of(
        &self,
        treaties: &[TreatyId],
        whom: Option<ParticipantId>,
        on: Date,
    ) -> BTreeMap<ParticipantId, Cow<'_, Contact>> {
        let mut visits = BTreeMap::<_, Vec<_>>::new();
        let treaties: BTreeSet<_> = treaties.iter().collect();
        for work in treaties
            .into_iter()
            .filter_map(|id| self.visits().under(id))
        {
            let states = work.states.iter();
            for (&state, told) in states.filter(|(id, _)| whom.is_none_or(|one| one == **id)) {
                visits.entry(state).or_default().push(told);
            }
        }
        let told = visits.into_iter().filter_map(|(state, visits)| {
            let whole = match visits.as_slice() {
                [one] => Some(one.contact.get_or_init(|| {
                    Contact::of(self, one.done.iter().map(|(_, at)| *at), Date::MAX)
                })),
                [] | [_, _, ..] => None,
            };
            let contact = match whole.filter(|whole| whole.begun <= Some(on)) {
                Some(whole) => Cow::Borrowed(whole),
                None => {
                    let done = visits.iter().flat_map(|one| &one.done);
                    let done: BTreeSet<_> = done.map(|(_, at)| *at).collect();
                    Cow::Owned(Contact::of(self, done, on))
                }
            };
            contact.is_any().then_some((state, contact))
        });
        told.collect()
    }
}

/// Whether it certainly lay before the end of a day, and was an approach.
pub(crate) fn took_place(one: &Approach, on: Date) -> bool {
    one.state == ApproachState::Done
        && one.kind != ApproachKind::InternalCoordination
        && one.on.is_none_or(|day| day.earliest() <= on)
}

impl Contact {
    /// What those of some approaches come to that took place by the end of a day.
    fn of(world: &World, all: impl IntoIterator<Item = At>, on: Date) -> Contact {
        let mut contact = Contact::default();
        for at in all {
            let one = kinds::approach(world.record.body(at));
            if let Some(one) = one.filter(|one| took_place(one, on)) {
                contact.add(at, one);
            }
        }
        contact
    }

    fn is_any(&self) -> bool {
        self.last.is_some() || self.undated.is_some()
    }

    fn add(&mut self, at: At, one: &Approach) {
        self.begun = self.begun.max(one.on.map(|day| day.earliest()));
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
            let place = (one.channel, one.place.as_deref().map(Box::from));
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
