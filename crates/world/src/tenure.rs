//! The time for which one consent of a participant stood.

use jiff::civil::Date;

use crate::bond::ActAt;
use crate::fold::{Bond, Under};

/// A consent, from when the treaty was in force by it, and when it left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tenure {
    pub(crate) consent: ActAt,
    /// The day from which its consent stood.
    pub(crate) given: Date,
    /// From which day the treaty is in force for it. `None`: it is not in force.
    pub(crate) bound_from: Option<Date>,
    /// The first day on which it was no longer bound.
    pub(crate) until: Option<Date>,
}

impl Under {
    /// The times for which consents of a participant stood, first to last.
    pub(crate) fn tenures(&self, bond: &Bond) -> Vec<Tenure> {
        let mut tenures: Vec<Tenure> = Vec::new();
        let mut open = false;
        for point in self.points(bond) {
            let stands = point.ties.consent.filter(|_| point.ties.consent_stands);
            match (stands, tenures.last_mut().filter(|_| open)) {
                (Some(consent), None) => {
                    open = true;
                    tenures.push(Tenure {
                        consent,
                        given: point.from,
                        bound_from: point.ties.in_force,
                        until: None,
                    });
                }
                // Left and back on one day.
                (Some(consent), Some(last)) if last.consent != consent => {
                    last.until = Some(point.from);
                    tenures.push(Tenure {
                        consent,
                        given: point.from,
                        bound_from: point.ties.in_force,
                        until: None,
                    });
                }
                (None, Some(last)) => {
                    open = false;
                    last.until = Some(point.from);
                }
                (Some(_), Some(_)) | (None, None) => {}
            }
        }
        tenures
    }

    /// The tenure that runs on a day, or the last that ran before it, and the day on which the
    /// one before that ended. A consent taken back before it bound is none.
    pub(crate) fn tenure_on(&self, bond: &Bond, on: Date) -> Option<(Tenure, Option<Date>)> {
        let tenures = self.tenures(bond);
        let bound = |tenure: &&Tenure| {
            let ended = tenure.until.filter(|until| *until <= on);
            ended.is_none_or(|until| tenure.bound_from.is_some_and(|from| from < until))
        };
        let mut past = tenures
            .iter()
            .filter(|tenure| tenure.given <= on)
            .filter(bound)
            .rev();
        let tenure = *past.next()?;
        Some((tenure, past.next().and_then(|before| before.until)))
    }
}
