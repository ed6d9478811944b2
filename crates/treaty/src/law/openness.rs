//! Whether an act was open to a participant on its day.

use jiff::civil::Date;

use super::{Law, Refusal, Why};
use crate::clause::{Moment, Opening, Who};
use crate::{Kind, PartialDate, ParticipantId};

impl Law {
    /// Whether `kind` was open on `on` to `by`, which had (`signed`) or had not signed before.
    /// A partial date is refused only if no day of it was open.
    ///
    /// A file that says nothing about openness refuses nothing. Succession rests on the law of
    /// succession, not on the treaty's own clauses, and is not refused; nor are words
    /// (declarations) and steps back.
    ///
    /// # Errors
    ///
    /// [`Refusal`], with the article that stands in the way. Of several reasons, the one that
    /// came closest to letting the act through.
    pub fn permits(
        &self,
        kind: Kind,
        by: ParticipantId,
        on: PartialDate,
        signed: bool,
    ) -> Result<(), Refusal> {
        if self.openings.is_empty() {
            return Ok(());
        }
        match kind {
            Kind::Signature
            | Kind::DefinitiveSignature
            | Kind::Ratification
            | Kind::Acceptance
            | Kind::Approval
            | Kind::Accession
            | Kind::FormalConfirmation
            | Kind::ConsentToBeBound => self.permits_joining(kind, by, on, signed),
            Kind::ProvisionalApplication | Kind::ProvisionalApplicationEnded => {
                known(self.provisional_application.is_some())
            }
            Kind::WithdrawalNotified
            | Kind::WithdrawalHeldBack
            | Kind::WithdrawalRescinded
            | Kind::WithdrawalEffective => known(self.withdrawal.is_some()),
            Kind::SuccessionToSignature
            | Kind::Succession
            | Kind::RatificationWithdrawn
            | Kind::IntentionNotToBecomeParty
            | Kind::Declaration
            | Kind::Reservation
            | Kind::Objection
            | Kind::TerritorialScope => Ok(()),
        }
    }

    /// Whether the treaty admits `id` at all, at whatever time and by whatever act: the
    /// denominator of "who is missing". A file that says nothing about openness admits everyone.
    ///
    /// An opening to signatories admits those that may sign; an opening to those that have not
    /// signed admits everyone (a zone's treaty that is closed to outsiders names its States).
    pub fn admits(&self, id: ParticipantId) -> bool {
        let admitted = |opening: &Opening| match &opening.who {
            Who::All | Who::NonSignatories => true,
            Who::Named(named) => named.contains(&id),
            Who::Signatories => false,
        };
        self.openings.is_empty()
            || self.openings.iter().any(admitted)
            || self
                .openings
                .iter()
                .all(|opening| opening.who == Who::Signatories)
    }

    /// Whether the treaty names `id` among those it admits.
    pub fn names(&self, id: ParticipantId) -> bool {
        self.openings.iter().any(|opening| match &opening.who {
            Who::Named(named) => named.contains(&id),
            Who::All | Who::Signatories | Who::NonSignatories => false,
        })
    }

    fn permits_joining(
        &self,
        kind: Kind,
        by: ParticipantId,
        on: PartialDate,
        signed: bool,
    ) -> Result<(), Refusal> {
        let mut nearest: Option<Refusal> = None;
        for opening in self
            .openings
            .iter()
            .filter(|opening| opening.acts.contains(&kind))
        {
            let Some(why) =
                stranger(&opening.who, by, signed).or_else(|| self.shut(opening, on))
            else {
                return Ok(());
            };
            // A clause about the time comes closer than one about somebody else.
            if nearest
                .as_ref()
                .is_none_or(|found| nearness(found.why) < nearness(why))
            {
                nearest = Some(Refusal {
                    why,
                    article: Some(opening.article.clone()),
                });
            }
        }
        Err(nearest.unwrap_or(Refusal {
            why: Why::NoSuchAct,
            article: None,
        }))
    }

    /// Why the clause was not open on any day of `on`.
    fn shut(&self, opening: &Opening, on: PartialDate) -> Option<Why> {
        // A moment that has not come opens nothing yet.
        let opens = opening.from.map(|moment| self.day_of(moment));
        if opens.is_some_and(|day| day.is_none_or(|day| on.latest() < day)) {
            return Some(Why::NotYetOpen);
        }
        let closed = match opening.until {
            // Open until the day before, as the texts say "until its entry into force".
            Some(Moment::EntryIntoForce) => self
                .day_of(Moment::EntryIntoForce)
                .is_some_and(|day| day <= on.earliest()),
            Some(moment) => self.day_of(moment).is_some_and(|day| day < on.earliest()),
            None => false,
        };
        closed.then_some(Why::NoLongerOpen)
    }

    fn day_of(&self, moment: Moment) -> Option<Date> {
        match moment {
            Moment::On(day) => Some(day),
            Moment::Opening => self.opened.as_ref().map(|occasion| occasion.on),
            Moment::EntryIntoForce => self.in_force.as_ref().map(|day| day.on),
        }
    }
}

/// Why the clause is not for this participant.
fn stranger(who: &Who, by: ParticipantId, signed: bool) -> Option<Why> {
    match who {
        Who::All => None,
        Who::Signatories => (!signed).then_some(Why::NeverSigned),
        Who::NonSignatories => signed.then_some(Why::Signed),
        Who::Named(named) => (!named.contains(&by)).then_some(Why::NotEligible),
    }
}

fn nearness(why: Why) -> u8 {
    match why {
        Why::NoSuchAct => 0,
        Why::NotEligible => 1,
        Why::NeverSigned | Why::Signed => 2,
        Why::NotYetOpen | Why::NoLongerOpen => 3,
    }
}

fn known(clause: bool) -> Result<(), Refusal> {
    if clause {
        Ok(())
    } else {
        Err(Refusal {
            why: Why::NoSuchAct,
            article: None,
        })
    }
}
