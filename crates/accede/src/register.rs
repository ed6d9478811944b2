//! The record, as readers of files ask it: names, treaties, acts, and what the law says against
//! an act that somebody brings.

use intake::{EntryKind, KeptEntry, KnownTreaty, OnRecord, Record};
use jiff::civil::Date;
use ledger::Body;
use ledger::body::{PrintedCount, Quarantined};
use treaty::participant::Status;
use treaty::{Act, Lang, ParticipantId, TreatyId};

use crate::clerk::Shown;
use crate::objection::{Objection, Weight, objection};

/// The record at the head, on a day that is today.
#[derive(Debug, Clone, Copy)]
pub struct Register<'r> {
    shown: Shown<'r>,
    today: Date,
}

impl<'r> Register<'r> {
    /// What the clerk shows, on the day `today`.
    pub fn new(shown: Shown<'r>, today: Date) -> Register<'r> {
        Register { shown, today }
    }
}

impl Record for Register<'_> {
    fn resolve(&self, name: &str) -> Option<ParticipantId> {
        self.shown.world.find_participant(name)
    }

    fn is_registered(&self, id: ParticipantId) -> bool {
        self.shown.world.participant(id).is_some()
    }

    fn is_unlisted(&self, id: ParticipantId) -> bool {
        self.shown
            .world
            .participant(id)
            .is_some_and(|one| match one.status {
                Status::Former | Status::NotCounted => true,
                Status::State | Status::Organisation => false,
            })
    }

    fn treaties(&self) -> Vec<KnownTreaty> {
        let known = |law: &treaty::Law| KnownTreaty {
            id: law.id.clone(),
            title: law.title.get(Lang::En).to_owned(),
            mtdsg: law.mtdsg.clone(),
            unoda: law.unoda.clone(),
            registration: law.registration.clone(),
            parent: law.parent.clone(),
        };
        self.shown.world.treaties().into_iter().map(known).collect()
    }

    fn acts(&self, treaty: &TreatyId) -> Vec<OnRecord> {
        let acts = self.shown.world.acts(treaty, None).into_iter();
        acts.map(|view| OnRecord {
            entry: self
                .shown
                .world
                .id_of(view.entry)
                .expect("a world has the entries that its acts name"),
            act: view.act,
            disputed: view.disputed.is_some(),
        })
        .collect()
    }

    fn entries(&self, kind: EntryKind) -> Vec<KeptEntry> {
        let kept = self.shown.world.kept();
        kept.filter(|kept| kind.is(kept.body))
            .map(|kept| KeptEntry {
                entry: kept.id,
                body: kept.body.clone(),
            })
            .collect()
    }

    fn left(&self, treaty: &TreatyId, by: ParticipantId, on: Date) -> Option<Date> {
        let status = self.shown.world.status(treaty, on, Lang::En)?;
        let row = status.participants.into_iter().find(|one| one.iso3 == by);
        row?.left
    }

    fn printed_counts(&self, treaty: &TreatyId) -> Vec<PrintedCount> {
        self.shown
            .world
            .law_view(treaty, Lang::En)
            .map_or_else(Vec::new, |view| view.printed)
    }

    fn quarantined(&self) -> Vec<Quarantined> {
        let lifted = self.shown.lifted();
        self.shown
            .entries()
            .filter(|recorded| !lifted.contains(&recorded.entry.id))
            .filter_map(|recorded| match &recorded.entry.body {
                Body::Quarantined(waiting) => Some(waiting.clone()),
                Body::Act(_)
                | Body::Treaty(_)
                | Body::Participant(_)
                | Body::Alias(_)
                | Body::Membership(_)
                | Body::Meeting(_)
                | Body::Role(_)
                | Body::Fulfilment(_)
                | Body::Extension(_)
                | Body::Observation(_)
                | Body::PrintedCount(_)
                | Body::Plan(_)
                | Body::PlanAction(_)
                | Body::Statement(_)
                | Body::Assistance(_)
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
                | Body::Report(_)
                | Body::Document(_) => None,
            })
            .collect()
    }

    fn refusal(&self, act: &Act, others: &[Act]) -> Option<String> {
        self.objection(act, others).map(|objection| objection.why)
    }

    fn refusal_of_exported(&self, act: &Act, others: &[Act]) -> Option<String> {
        let objection = self.objection(act, others)?;
        match objection.weight {
            Weight::Form | Weight::OutOfTurn => None,
            Weight::Impossible => Some(objection.why),
        }
    }
}

impl Register<'_> {
    fn objection(&self, act: &Act, others: &[Act]) -> Option<Objection> {
        let law = self.shown.world.treaty(act.treaty.as_str())?;
        let participant = self.shown.world.participant(act.by);
        objection(law, participant, act, others, self.today)
    }
}
