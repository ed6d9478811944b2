//! `accede export plans`, `statements`, `assistance` and the other kinds of entry that are no acts.

use intake::log::Logged;
use intake::{Doubt, EntryKind, SourcedEntry};
use jiff::civil::Date;
use ledger::Body;
use ledger::body::Approach;
use treaty::{Lang, PartialDate, ParticipantId, TreatyId};
use world::{Kept, World};

/// What the options narrow an export to.
pub(super) struct Narrow<'f> {
    pub(super) treaties: &'f [TreatyId],
    pub(super) states: &'f [ParticipantId],
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
}

/// The entries of a kind that are asked for, in the order of the ledger.
pub(super) fn entries(
    world: &World,
    kind: EntryKind,
    narrow: &Narrow<'_>,
) -> Vec<SourcedEntry> {
    let kept = world.kept();
    kept.filter(|kept| kind.is(kept.body) && narrow.takes(kept.body))
        .map(sourced)
        .collect()
}

fn sourced(kept: Kept<'_>) -> SourcedEntry {
    let counts = kept.counts;
    SourcedEntry {
        body: kept.body.clone(),
        source: kept.source.clone(),
        entry: Some(kept.entry),
        recorded: Some(kept.recorded),
        doubt: kept.disputed.map(|why| Doubt { why, counts }),
    }
}

/// The approaches that are asked for, in the order of the ledger.
pub(super) fn log(world: &World, narrow: &Narrow<'_>) -> Vec<Logged> {
    let kept = world.kept();
    kept.filter_map(|kept| {
        let Body::Approach(approach) = kept.body else {
            return None;
        };
        if !narrow.takes_approach(approach) {
            return None;
        }
        let view = world.approach(kept.entry, Lang::En)?;
        let counts = kept.counts;
        Some(Logged {
            approach: (**approach).clone(),
            audience: Some(view.audience),
            label: view.label,
            source: kept.source.clone(),
            entry: Some(kept.entry),
            recorded: Some(kept.recorded),
            doubt: kept.disputed.map(|why| Doubt { why, counts }),
        })
    })
    .collect()
}

impl Narrow<'_> {
    /// Whether an approach is asked for: by any of its treaties, by those on either side, by its days.
    fn takes_approach(&self, one: &Approach) -> bool {
        let of_treaty = || {
            one.treaties
                .iter()
                .any(|treaty| self.treaties.contains(treaty))
        };
        let sides = || {
            one.by
                .iter()
                .chain(&one.to)
                .filter_map(|side| side.participant)
        };
        let last = one.until.or(one.on);
        let days = self.from.is_some() || self.to.is_some();
        let within = |first: PartialDate, last: PartialDate| {
            self.from.is_none_or(|from| from <= last.latest())
                && self.to.is_none_or(|to| first.latest() <= to)
        };
        (self.treaties.is_empty() || of_treaty())
            && (self.states.is_empty() || sides().any(|by| self.states.contains(&by)))
            && (!days
                || one
                    .on
                    .zip(last)
                    .is_some_and(|(first, last)| within(first, last)))
    }

    fn takes(&self, body: &Body) -> bool {
        let About { treaty, by, day } = about(body);
        let of_treaty = || treaty.is_some_and(|treaty| self.treaties.contains(treaty));
        let of_state = || by.iter().any(|by| self.states.contains(by));
        let within = |day: Date| {
            self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
        };
        let days = self.from.is_some() || self.to.is_some();
        (self.treaties.is_empty() || of_treaty())
            && (self.states.is_empty() || of_state())
            && (!days || day.is_some_and(|day| within(day.latest())))
    }
}

/// By what an entry is chosen.
#[derive(Default)]
struct About<'b> {
    treaty: Option<&'b TreatyId>,
    by: Vec<ParticipantId>,
    day: Option<PartialDate>,
}

fn about(body: &Body) -> About<'_> {
    fn of<'b>(
        treaty: &'b TreatyId,
        by: impl IntoIterator<Item = ParticipantId>,
        day: Option<PartialDate>,
    ) -> About<'b> {
        About {
            treaty: Some(treaty),
            by: by.into_iter().collect(),
            day,
        }
    }
    match body {
        Body::Plan(plan) => of(&plan.treaty, None, plan.adopted),
        Body::PlanAction(action) => of(&action.treaty, None, None),
        Body::Statement(said) => of(&said.treaty, [said.by], Some(said.on)),
        Body::Assistance(given) => {
            let both = std::iter::once(given.by).chain(given.to);
            of(&given.treaty, both, given.on)
        }
        Body::Role(role) => of(&role.treaty, [role.by], role.from),
        Body::Meeting(meeting) => of(&meeting.treaty, None, Some(meeting.start)),
        Body::Fulfilment(done) => of(&done.treaty, [done.by], Some(done.on)),
        Body::Extension(extended) => {
            let day = extended.granted.unwrap_or(extended.until.into());
            of(&extended.treaty, [extended.by], Some(day))
        }
        Body::Observation(observed) => of(&observed.treaty, observed.by, observed.on),
        Body::PrintedCount(count) => of(&count.treaty, None, Some(count.on.into())),
        Body::Membership(one) => About {
            by: vec![one.by],
            day: one.from,
            ..About::default()
        },
        Body::Document(document) => About {
            treaty: document.treaties.first(),
            by: document.by.clone(),
            day: document.on,
        },
        Body::Alias(alias) => About {
            by: vec![alias.by],
            ..About::default()
        },
        Body::Act(_)
        | Body::Treaty(_)
        | Body::Participant(_)
        | Body::Quarantined(_)
        | Body::Correction(_)
        | Body::Retraction(_)
        | Body::Dispute(_)
        | Body::FactsRelease(_)
        | Body::Approach(_)
        | Body::Release(_)
        | Body::Team(_)
        | Body::Person(_)
        | Body::Seat(_)
        | Body::Key(_)
        | Body::Agreement(_)
        | Body::Campaign(_)
        | Body::Stage(_)
        | Body::Pledge(_)
        | Body::Attribution(_)
        | Body::RollCall(_)
        | Body::Report(_) => About::default(),
    }
}
