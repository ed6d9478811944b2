//! What is planned, by meeting and by messenger.

use std::collections::BTreeMap;

use jiff::civil::Date;
use treaty::{Lang, PartialDate};

use super::outreach::whom;
use crate::kinds;
use crate::view::{ContactView, PlannedAt, PlannedBy, PlannedView};
use crate::world::World;

impl World {
    /// The contacts of a campaign that are planned, by meeting and by who is to approach.
    pub fn campaign_planned(&self, name: &str, on: Date, lang: Lang) -> Option<PlannedView> {
        let plan = self.plan_named(name, on)?;
        let targets = self.targets(&plan, on);
        let work = self.outreach().under(&plan.under.law.id);
        let all = work.map(|work| work.planned.as_slice()).unwrap_or_default();
        let all = all.iter().filter_map(|&at| {
            let approach = kinds::approach(self.record.body(at))?;
            let ours = targets.take_in(whom(approach));
            ours.then(|| {
                let named = approach.meeting.as_ref().map(|meant| {
                    let number = meant.number.as_deref().unwrap_or_default();
                    format!("{} {number}", meant.kind).trim().to_owned()
                });
                (self.contact_view(at, approach, on, lang), named)
            })
        });
        let mut all: Vec<_> = all.collect();
        all.sort_by_key(|(contact, _)| {
            (
                contact.on.is_none(),
                contact.on,
                contact.to.clone(),
                contact.entry,
            )
        });
        let mut at_meeting = BTreeMap::<_, Vec<ContactView>>::new();
        let mut by_messenger = BTreeMap::<_, Vec<ContactView>>::new();
        for (contact, named) in all {
            for name in &contact.by {
                let of = by_messenger.entry(name.clone()).or_default();
                of.push(contact.clone());
            }
            let place = match (&contact.meeting, named) {
                (Some(meeting), _) => (Some(meeting.clone()), None),
                (None, Some(named)) => (None, Some(named)),
                (None, None) => (None, contact.forum.clone()),
            };
            at_meeting.entry(place).or_default().push(contact);
        }
        Some(PlannedView {
            on,
            known: self.known,
            head: self.head(),
            campaign: self.campaign_summary(&plan, &targets, on, lang),
            by_meeting: self.by_start(at_meeting),
            by_messenger: by_messenger
                .into_iter()
                .map(|(name, contacts)| PlannedBy { name, contacts })
                .collect(),
        })
    }

    fn by_start(
        &self,
        at_meeting: BTreeMap<(Option<String>, Option<String>), Vec<ContactView>>,
    ) -> Vec<PlannedAt> {
        let mut all: Vec<_> = at_meeting
            .into_iter()
            .map(|((meeting, forum), contacts)| PlannedAt {
                start: meeting.as_deref().and_then(|id| self.start_of(id)),
                meeting,
                forum,
                contacts,
            })
            .collect();
        all.sort_by_key(|at| {
            let first = at.contacts.first().and_then(|contact| contact.on);
            let nowhere = at.meeting.is_none() && at.forum.is_none();
            let day = at.start.or(first);
            (nowhere, day.is_none(), day)
        });
        all
    }

    fn start_of(&self, meeting: &str) -> Option<PartialDate> {
        let at = *self.meeting_ids().get(meeting)?;
        Some(kinds::meeting(self.record.body(at))?.start)
    }
}
