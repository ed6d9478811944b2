//! The signals that the work itself gives: stage, pledges, contact, meetings ahead.

use jiff::ToSpan;
use jiff::civil::Date;
use ledger::body::vocabulary::{DomesticStep, StateStage};
use treaty::{PartialDate, ParticipantId};

use super::about::is_in;
use super::ground::{Ahead, Ground, leads_in};
use super::signals::Told;
use crate::view::{CodeList, Said, Sentence, Standing};

/// A contact of so many days ago or fewer is fresh: no reason for another.
const FRESH_DAYS: i32 = 90;
/// One of so many days ago or more is as good as none.
const STALE_DAYS: i32 = 730;

impl Ground<'_> {
    pub(super) fn stage(&self, id: ParticipantId) -> Told {
        let Some(&(at, stage)) = self.stages.get(&id) else {
            return (None, vec![Sentence::new("next-why-no-stage")]);
        };
        let says = match stage.step {
            Some(_) => "next-why-stage-step",
            None => "next-why-stage",
        };
        let mut why = Sentence::new(says)
            .code("stage", CodeList::Stage, &stage.stage)
            .day("day", stage.on);
        if let Some(step) = stage.step {
            why = why.code("step", CodeList::Step, &step);
        }
        let why = why.by(self.world.record.name(at));
        (Some(tenths(stage.stage, stage.step)), vec![why])
    }

    pub(super) fn pledges(&self, id: ParticipantId, standing: Standing) -> Told {
        let open = self.pledges.get(&id).into_iter().flatten();
        let open: Vec<_> = open
            .filter(|(_, one)| leads_in(one.kind, standing))
            .collect();
        let soon = self.on.saturating_add(1.year());
        let (mut value, mut why) = (None, Vec::new());
        for &&(at, pledge) in &open {
            let due = pledge.due.map(PartialDate::latest);
            let (worth, says) = match due {
                Some(due) if due < self.on => (10, "next-why-pledge-overdue"),
                Some(due) if due <= soon => (8, "next-why-pledge-due"),
                Some(_) => (6, "next-why-pledge-due"),
                None => (6, "next-why-pledge"),
            };
            value = value.max(Some(worth));
            let mut sentence = Sentence::new(says).code("kind", CodeList::Pledge, &pledge.kind);
            if let Some(due) = pledge.due {
                sentence = sentence.day("due", due);
            }
            why.push(sentence.by(self.world.record.name(at)));
        }
        if why.is_empty() {
            why.push(Sentence::new("next-why-no-pledge"));
        }
        (value, why)
    }

    pub(super) fn contact(&self, id: ParticipantId) -> Told {
        let Some(contact) = self.contacts.get(&id) else {
            return (Some(10), vec![Sentence::new("next-why-never")]);
        };
        let Some((day, at)) = contact.last else {
            let why = Sentence::new("next-why-undated");
            let why = contact
                .undated
                .map(|at| self.world.record.name(at))
                .into_iter()
                .fold(why, Sentence::by);
            return (None, vec![why]);
        };
        let days = days_since(day.latest(), self.on);
        let why = Sentence::new("next-why-contact")
            .day("day", day)
            .count("days", usize::try_from(days).unwrap_or_default())
            .by(self.world.record.name(at));
        (Some(staleness(days)), vec![why])
    }

    pub(super) fn meeting(&self, id: ParticipantId, standing: Standing) -> Told {
        let mut best: Option<(i8, Sentence)> = None;
        for ahead in &self.ahead {
            let Some((value, why)) = self.at_meeting(ahead, id, standing) else {
                continue;
            };
            // The earlier one, where two are worth the same.
            if best.as_ref().is_none_or(|(known, _)| *known < value) {
                best = Some((value, why));
            }
        }
        match best {
            Some((value, why)) => (Some(value), vec![why]),
            None => (None, vec![Sentence::new("next-why-no-meeting")]),
        }
    }

    /// What a meeting ahead is good for. Nobody records who comes: what is known is who has a seat,
    /// by where it stands under the treaty of the meeting.
    fn at_meeting(
        &self,
        ahead: &Ahead<'_>,
        id: ParticipantId,
        standing: Standing,
    ) -> Option<(i8, Sentence)> {
        let own = self.treaties.contains(&ahead.under.law.id);
        let seat = |who: ParticipantId| {
            let bond = ahead.under.bond(who);
            let point = bond.and_then(|bond| ahead.under.point_on(bond, self.on));
            point.is_some_and(|point| {
                is_in(point.standing) || (own && point.standing == Standing::Signatory)
            })
        };
        let sits = seat(id) || (own && standing == Standing::Signatory);
        let ours: Vec<_> = self
            .coordinators
            .iter()
            .copied()
            .filter(|who| seat(*who))
            .collect();
        let all = !ours.is_empty() && ours.len() == self.coordinators.len();
        let (value, says) = match (sits, all, own) {
            (true, true, _) => (10, "next-why-meeting-both"),
            (true, false, true) => (6, "next-why-meeting-seat"),
            (false, _, true) => (4, "next-why-meeting-open"),
            (true | false, _, false) => return None,
        };
        let meeting = ahead.meeting;
        let why = Sentence::new(says)
            .with(
                "meeting",
                Said::Meeting {
                    short: ahead.under.law.short.clone(),
                    kind: meeting.kind.clone(),
                    number: meeting.number.clone(),
                },
            )
            .day("day", meeting.start)
            .with("names", self.names(ours))
            .by(self.world.record.name(ahead.at));
        Some((value, why))
    }
}

/// What a stage is worth, in tenths: the further, the more; what went back speaks against.
fn tenths(stage: StateStage, step: Option<DomesticStep>) -> i8 {
    match stage {
        StateStage::NotContacted => 0,
        StateStage::Aware => 2,
        StateStage::Interested => 4,
        StateStage::ProcessOpen => 6,
        StateStage::Parliament => match step {
            Some(DomesticStep::Adopted | DomesticStep::SignedByHeadOfState) => 9,
            Some(
                DomesticStep::Consultation
                | DomesticStep::CabinetPaper
                | DomesticStep::CabinetApproved
                | DomesticStep::BillTabled
                | DomesticStep::Committee
                | DomesticStep::AwaitingDeposit,
            )
            | None => 8,
        },
        StateStage::Approved | StateStage::Deposited => 10,
        StateStage::Stalled => 1,
        StateStage::Blocked => -5,
        StateStage::Withdrew => -10,
    }
}

/// Whole days from one to another; none where it lies ahead.
fn days_since(day: Date, on: Date) -> i32 {
    let span = on.since(day).map(|span| span.get_days());
    span.unwrap_or_default().max(0)
}

/// Nothing while a contact is fresh, then more from day to day, until it is as good as none.
fn staleness(days: i32) -> i8 {
    let gone = (days - FRESH_DAYS).clamp(0, STALE_DAYS - FRESH_DAYS);
    i8::try_from(gone * 10 / (STALE_DAYS - FRESH_DAYS)).unwrap_or(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_weighs_nothing_while_it_is_fresh_and_all_after_two_years() {
        for (days, value) in [
            (0, 0),
            (90, 0),
            (153, 0),
            (154, 1),
            (410, 5),
            (729, 9),
            (730, 10),
            (9000, 10),
        ] {
            assert_eq!(staleness(days), value, "{days}");
        }
    }

    #[test]
    fn what_lies_ahead_is_no_day_ago() {
        let day = |text: &str| -> Date { text.parse().expect("a day") };
        assert_eq!(days_since(day("2023-12-31"), day("2023-06-01")), 0);
        assert_eq!(days_since(day("2022-06-01"), day("2023-06-01")), 365);
    }
}
