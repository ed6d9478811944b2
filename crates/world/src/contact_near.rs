//! Who else approached the same States for the same treaties not long before or after a day, or is
//! going to: what somebody ought to know before he knocks at a door where another stood last week.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::civil::Date;
use ledger::EntryRef;
use ledger::body::{Approach, ApproachState};
use treaty::{Lang, PartialDate, ParticipantId, TreatyId};

use crate::kinds;
use crate::record::At;
use crate::view::NearContact;
use crate::world::World;

/// What an approach is compared by with those on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near<'a> {
    /// For any of these treaties.
    pub treaties: &'a [TreatyId],
    /// Whom: any of these.
    pub states: &'a [ParticipantId],
    /// The day, or the month or year in which it lies.
    pub day: PartialDate,
    /// How many days before and after.
    pub days: u16,
    /// The entry that is itself compared, where it is on record.
    pub but: Option<EntryRef>,
}

impl World {
    /// The approaches of others' records and one's own to these States within so many days, planned ones
    /// too; those without a day that are planned are always near. The nearest first. Drafts and what was
    /// dropped are none.
    pub fn contacts_near(&self, near: &Near<'_>, lang: Lang) -> Vec<NearContact> {
        let with = near.states.iter();
        let with: BTreeSet<_> = with
            .flat_map(|&state| self.contacts().with(state))
            .collect();
        let found = with.into_iter().filter_map(|at| {
            let one = kinds::approach(self.record.body(at))?;
            let apart = near.apart(one)?;
            (near.but != Some(self.record.name(at))).then_some((at, one, apart))
        });
        let mut found: Vec<_> = found.collect();
        found.sort_by_key(|(at, one, apart)| (*apart, Reverse(one.on), Reverse(*at)));
        let view = |(at, one, apart)| self.near_contact(at, one, apart, near, lang);
        found.into_iter().map(view).collect()
    }

    fn near_contact(
        &self,
        at: At,
        one: &Approach,
        apart: Option<u16>,
        near: &Near<'_>,
        lang: Lang,
    ) -> NearContact {
        let recorded = self.record.get(at);
        let to = near.shared(one);
        NearContact {
            entry: recorded.name(),
            author: recorded.entry.author.clone(),
            audience: recorded.entry.audience.clone(),
            state: one.state,
            kind: one.kind,
            on: one.on,
            until: one.until,
            apart,
            by: one
                .by
                .iter()
                .map(|side| self.side_view(side, lang))
                .collect(),
            to: to.map(|id| self.registry.name(id, lang)).collect(),
        }
    }
}

impl Near<'_> {
    /// The States whom both approach.
    fn shared<'o>(&'o self, one: &'o Approach) -> impl Iterator<Item = ParticipantId> + 'o {
        let to = one.to.iter().filter_map(|side| side.participant);
        to.filter(|id| self.states.contains(id))
    }

    /// How many days lie between, at least; `None` within for one without a day.
    fn apart(&self, one: &Approach) -> Option<Option<u16>> {
        match one.state {
            ApproachState::Draft | ApproachState::Dropped => return None,
            ApproachState::Planned | ApproachState::Done => {}
        }
        let same = one.treaties.iter().any(|id| self.treaties.contains(id));
        if !same || self.shared(one).next().is_none() {
            return None;
        }
        let Some(on) = one.on else {
            return (one.state == ApproachState::Planned).then_some(None);
        };
        let (first, last) = (on.earliest(), one.until.unwrap_or(on).latest());
        let apart = if self.day.latest() < first {
            between(self.day.latest(), first)
        } else if last < self.day.earliest() {
            between(last, self.day.earliest())
        } else {
            0
        };
        let apart = u16::try_from(apart).ok()?;
        (apart <= self.days).then_some(Some(apart))
    }
}

/// The days from one to a later one.
fn between(from: Date, to: Date) -> i32 {
    // Both are days of the calendar, so their distance is one of it too.
    from.until(to).map_or(i32::MAX, |span| span.get_days())
}

/// How far back and ahead one looks, where nobody said otherwise.
pub const NEAR_DAYS: u16 = 90;
