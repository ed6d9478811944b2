//! Everything the record is not certain of, for a page and a command.

use ledger::Body;
use treaty::{Confidence, PartialDate};

use crate::record::{At, target};
use crate::say;
use crate::view::{Uncertain, UncertainView, UncertainWhy};
use crate::world::World;

impl World {
    /// What is uncertain: disputed entries, entries of low or medium confidence, acts of which
    /// the day is not known, and what a treaty file says of itself is not verified.
    pub fn uncertain(&self) -> UncertainView {
        let mut rows = Vec::new();
        // A correction, retraction or dispute is told with the entry that it is about.
        let plain = |&at: &At| target(self.record.body(at)).is_none() && self.record.stands(at);
        for at in (0..self.record.len()).filter(plain) {
            let source = &self.record.get(self.record.worded_by(at)).entry.source;
            if self.record.doubted(at) {
                rows.push(self.uncertain_row(at, UncertainWhy::Disputed, self.doubt(at)));
            }
            match source.confidence {
                Some(Confidence::Low) => {
                    rows.push(self.uncertain_row(at, UncertainWhy::LowConfidence, None));
                }
                Some(Confidence::Medium) => {
                    rows.push(self.uncertain_row(at, UncertainWhy::MediumConfidence, None));
                }
                Some(Confidence::High) | None => {}
            }
            if date_of(self.record.body(at)).is_some_and(|date| !date.is_exact()) {
                rows.push(self.uncertain_row(at, UncertainWhy::DayUnknown, None));
            }
        }
        for under in self.treaties.values() {
            for line in &under.law.unverified {
                let why = UncertainWhy::Unverified;
                rows.push(self.uncertain_row(under.file, why, Some(line.clone())));
            }
        }
        rows.sort_by(|a, b| (a.why, &a.treaty, a.entry).cmp(&(b.why, &b.treaty, b.entry)));
        UncertainView {
            known: self.known,
            head: self.head(),
            rows,
        }
    }

    fn uncertain_row(&self, at: At, why: UncertainWhy, note: Option<String>) -> Uncertain {
        let body = self.record.body(at);
        let (treaty, iso3) = say::about(body);
        Uncertain {
            why,
            treaty: treaty.cloned(),
            iso3,
            what: say::summary(body, &self.registry),
            note,
            counts: self.record.counts(at),
            entry: self.record.name(at),
            source: self.source_ref(at),
        }
    }
}

/// The day of what happened, for the kinds of entry that say that something did.
fn date_of(body: &Body) -> Option<PartialDate> {
    match body {
        Body::Act(act) => Some(act.on),
        Body::Fulfilment(done) => Some(done.on),
        Body::Meeting(meeting) => Some(meeting.start),
        Body::Statement(said) => Some(said.on),
        Body::Approach(approach) => approach.on,
        Body::Stage(stage) => Some(stage.on),
        Body::Pledge(pledge) => pledge.on,
        Body::RollCall(vote) => Some(vote.on),
        Body::Document(document) => document.on,
        Body::Treaty(_)
        | Body::Participant(_)
        | Body::Alias(_)
        | Body::Membership(_)
        | Body::Role(_)
        | Body::Extension(_)
        | Body::Observation(_)
        | Body::PrintedCount(_)
        | Body::Plan(_)
        | Body::PlanAction(_)
        | Body::Assistance(_)
        | Body::Quarantined(_)
        | Body::Correction(_)
        | Body::Retraction(_)
        | Body::Dispute(_)
        | Body::FactsRelease(_)
        | Body::Release(_)
        | Body::Team(_)
        | Body::Person(_)
        | Body::Seat(_)
        | Body::Key(_)
        | Body::Agreement(_)
        | Body::Campaign(_)
        | Body::Attribution(_)
        | Body::Report(_) => None,
    }
}
