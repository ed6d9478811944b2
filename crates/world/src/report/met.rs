//! Whom a batch of briefs is about: those who are to be met somewhere.

use std::collections::BTreeSet;

use ledger::body::ApproachState;
use treaty::ParticipantId;

use crate::contact::ApproachFilter;
use crate::kinds;
use crate::world::World;

impl World {
    /// The States that planned approaches name which are to be made at a meeting, by its name in addresses; in the
    /// order of their codes, each once. What is planned is seen by its team alone. `None`: there is no such
    /// meeting.
    pub fn to_be_met(&self, meeting: &str) -> Option<Vec<ParticipantId>> {
        let at = *self.meeting_ids().get(meeting)?;
        let meeting = kinds::meeting(self.record.body(at))?;
        let filter = ApproachFilter {
            treaty: Some(meeting.treaty.clone()),
            stage: Some(ApproachState::Planned),
            ..ApproachFilter::default()
        };
        let found = self.approaches(&filter).rows.into_iter();
        let planned = found.filter_map(|at| kinds::approach(self.record.body(at)));
        let there = planned.filter(|one| {
            let named = one.meeting.as_ref();
            one.treaties.first() == Some(&meeting.treaty)
                && named
                    .is_some_and(|it| it.kind == meeting.kind && it.number == meeting.number)
        });
        let states = there.flat_map(|one| one.to.iter().filter_map(|side| side.participant));
        let once: BTreeSet<_> = states.collect();
        Some(once.into_iter().collect())
    }
}
