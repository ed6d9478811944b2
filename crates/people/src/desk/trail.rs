//! Marks of what happened: written with what they are about, read by those who look after the door.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Desk, DeskError, Visit};
use crate::PersonId;
use crate::cabinet::{CabinetError, Change, Drawer};
use crate::keep::{KeepError, Seen};
use crate::throttle;
use crate::trail::{Mark, What, day};

/// What counts attempts that were about nobody who is known.
const NOBODY: &str = "nobody";

impl Desk {
    /// The change that keeps a mark.
    pub(super) fn marked(&self, mark: &Mark) -> Result<Change, KeepError> {
        let begins = format!(
            "{}/{:020}-{}",
            day(mark.at),
            mark.at.as_nanosecond(),
            mark.what.as_str()
        );
        let at = |n: u64| {
            let place = format!("{begins}-{n}");
            Seen::<Mark>::read(self.cabinet.as_ref(), Drawer::Trail, place)
        };
        // Marks of one moment are numbered. The first number that is free is found in few steps, however
        // many there are.
        let (mut first, mut free) = (0, 0);
        while at(free)?.value.is_some() {
            first = free + 1;
            free = free * 2 + 1;
        }
        while first < free {
            let middle = first.midpoint(free);
            match at(middle)?.value {
                Some(_) => first = middle + 1,
                None => free = middle,
            }
        }
        Ok(at(free)?.becomes(mark))
    }

    /// The change that keeps the mark of a sign-in.
    pub(super) fn marked_signed_in(
        &self,
        person: PersonId,
        visit: &Visit<'_>,
    ) -> Result<Change, KeepError> {
        let mark = Mark::of(What::SignedIn, visit.now).by(Some(person));
        self.marked(&mark.from(visit.from))
    }

    /// Counts an attempt to sign in that failed, and whether one has to wait by it. Of whoever is not
    /// known it is only counted that there was one more; who is known and who is not cost the same.
    pub(super) fn mark_failed(
        &self,
        person: Option<PersonId>,
        counters: &[throttle::Counter],
        visit: &Visit<'_>,
    ) -> Result<(), KeepError> {
        let shut = throttle::is_shut(self.cabinet.as_ref(), counters, visit.now)?;
        self.counted(What::Failed, person, visit)?;
        if shut {
            self.counted(What::Locked, person, visit)?;
        }
        Ok(())
    }

    fn counted(
        &self,
        what: What,
        person: Option<PersonId>,
        visit: &Visit<'_>,
    ) -> Result<(), KeepError> {
        let who = person.map_or_else(|| NOBODY.to_owned(), |person| person.to_string());
        let place = format!("{}/{}-{who}", day(visit.now), what.as_str());
        let cabinet = self.cabinet.as_ref();
        let seen = Seen::<Mark>::read(cabinet, Drawer::Trail, place)?;
        let before = seen.value.as_ref().map_or(0, |mark| mark.times);
        let mut mark = Mark::of(what, visit.now);
        mark.times = before.saturating_add(1);
        if let Some(person) = person {
            mark = mark.to(person).from(visit.from);
        }
        match cabinet.commit(&[seen.becomes(&mark)]) {
            // Of many at once some are counted together: guessing is slow whether or not they are.
            Ok(()) | Err(CabinetError::Conflict) => Ok(()),
            Err(error @ (CabinetError::Unsure(_) | CabinetError::Trouble { .. })) => {
                Err(error.into())
            }
        }
    }

    /// Keeps a mark of what is no change: that everything known of somebody was given out.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn mark_exported(
        &self,
        by: Option<PersonId>,
        person: PersonId,
        now: Timestamp,
    ) -> Result<(), DeskError> {
        let attempt = || {
            let mark = Mark::of(What::Exported, now).by(by).to(person);
            let changes = vec![self.marked(&mark)?];
            Ok(crate::keep::Attempt { changes, then: () })
        };
        crate::keep::until_kept(attempt, self.cabinet.as_ref())
    }

    /// The marks of these days, in UTC, the newest first.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn trail(&self, from: Date, to: Date) -> Result<Vec<Mark>, DeskError> {
        let mut marks = Vec::new();
        let mut month = from.first_of_month();
        while month <= to {
            let prefix = month.strftime("%Y-%m-").to_string();
            let all = Seen::<Mark>::list(self.cabinet.as_ref(), Drawer::Trail, &prefix)?;
            let all = all.into_iter().filter_map(|seen| seen.value);
            marks.extend(all.filter(|mark| (from..=to).contains(&day(mark.at))));
            let Ok(next) = month.last_of_month().tomorrow() else {
                break;
            };
            month = next;
        }
        marks.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.what.cmp(&b.what)));
        Ok(marks)
    }

    /// The marks that are of a person, the oldest first.
    pub(super) fn trail_of(&self, person: PersonId) -> Result<Vec<Mark>, KeepError> {
        let all = Seen::<Mark>::list(self.cabinet.as_ref(), Drawer::Trail, "")?;
        let all = all.into_iter().filter_map(|seen| seen.value);
        let mut his: Vec<Mark> = all
            .filter(|mark| [mark.by, mark.whom].contains(&Some(person)))
            .collect();
        his.sort_by(|a, b| a.at.cmp(&b.at).then_with(|| a.what.cmp(&b.what)));
        Ok(his)
    }

    /// The changes that remove marks of long ago.
    pub(super) fn trail_over(&self, now: Timestamp) -> Result<Vec<Change>, KeepError> {
        let all = Seen::<Mark>::list(self.cabinet.as_ref(), Drawer::Trail, "")?;
        let over = all
            .iter()
            .filter(|seen| seen.value.as_ref().is_some_and(|mark| mark.is_over(now)));
        Ok(over.map(Seen::removed).collect())
    }
}
