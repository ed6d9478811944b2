//! Acts that were told and are so no more: taken back, or put right so that they are another
//! participant's, under another treaty, or no act at all. Whoever was told is told again.

use jiff::civil::Date;
use treaty::{Act, Kind, ParticipantId, TreatyId};

use super::{Matter, Told};
use crate::kinds;
use crate::record::{At, target};
use crate::view::{Touch, TouchedHow};
use crate::world::World;

impl World {
    pub(super) fn told_of_the_past<'w>(
        &'w self,
        treaty: Option<&'w TreatyId>,
        state: Option<ParticipantId>,
        on: Date,
        told: &mut Vec<Told<'w>>,
    ) {
        let concerns = |act: &&Act| {
            let towards = act.kind == Kind::Objection && act.towards == state;
            treaty.is_none_or(|treaty| *treaty == act.treaty)
                && state.is_none_or(|state| act.by == state || towards)
        };
        for at in 0..self.record.len() {
            let Some(act) = self.past_act(at, &concerns) else {
                continue;
            };
            // What is recorded under a treaty without a readable file has no page to lead to.
            if act.on.earliest() <= on && self.treaties.contains_key(&act.treaty) {
                told.push(Told {
                    updated: self.record.get(self.undone_by(at)).entry.recorded,
                    day: act.on.earliest(),
                    entry: at,
                    treaty: &act.treaty,
                    by: Some(act.by),
                    matter: Matter::TakenBack(act),
                });
            }
        }
    }

    /// The act that an entry was told as, where it concerns the reader and no longer stands.
    fn past_act(&self, at: At, concerns: &dyn Fn(&&Act) -> bool) -> Option<&Act> {
        if self.record.touched(at).is_empty()
            || target(&self.record.get(at).entry.body).is_some()
        {
            return None;
        }
        let now = kinds::act(self.record.body(at));
        if !self.record.stands(at) {
            let words = now.into_iter().chain(self.earlier_acts(at));
            return words.into_iter().find(concerns);
        }
        // What was put right in the same moment was never told otherwise.
        let told_before = self.record.get(at).entry.recorded
            < self.record.get(self.undone_by(at)).entry.recorded;
        if !told_before || now.is_some_and(|now| concerns(&now)) {
            return None;
        }
        self.earlier_acts(at).find(concerns)
    }

    /// The acts an entry was before its last correction, the latest first.
    fn earlier_acts(&self, at: At) -> impl Iterator<Item = &Act> {
        let corrections = self.record.touched(at).iter().rev().filter_map(|&by| {
            let correction = kinds::correction(&self.record.get(by).entry.body)?;
            kinds::act(&correction.body)
        });
        corrections.chain(kinds::act(&self.record.get(at).entry.body))
    }

    /// The entry by which one is no longer what it was.
    fn undone_by(&self, at: At) -> At {
        let worded_by = self.record.worded_by(at);
        if self.record.stands(at) && worded_by != at {
            return worded_by;
        }
        self.last_touch(at).unwrap_or(at)
    }

    /// What was done to an act that stands no more for those it was told to.
    pub(super) fn touch_of_the_past(&self, at: At) -> Option<Touch> {
        if !self.record.stands(at) {
            return self.touch(at);
        }
        let recorded = self.record.get(self.undone_by(at));
        let why = kinds::correction(&recorded.entry.body)
            .map(|correction| &correction.why)
            .or_else(|| kinds::retraction(&recorded.entry.body).map(|taken| &taken.why))?;
        Some(Touch {
            how: TouchedHow::Retracted,
            why: why.clone(),
            entry: recorded.name(),
            recorded: recorded.entry.recorded,
        })
    }
}
