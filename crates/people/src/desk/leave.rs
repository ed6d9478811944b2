//! Being erased takes two commits: the ledger ends the seats of whoever goes, then the cabinet forgets
//! him. A mark says that it was begun, so that it is finished should the program stop between them.

use jiff::Timestamp;

use super::{Desk, DeskError, Visit};
use crate::PersonId;
use crate::cabinet::Drawer;
use crate::keep::{self, Attempt, KeepError, Seen};
use crate::person::Record;
use crate::session::SessionKey;

/// The keys of all marks begin so.
const PLACE: &str = "leaving/";

impl Desk {
    /// Somebody asks to be erased. The mark stays until [`Desk::erase`] or [`Desk::stay`]. Doing it twice
    /// is doing it once.
    ///
    /// # Errors
    ///
    /// [`DeskError::NotFresh`]
    pub fn leave(&self, key: &SessionKey, visit: &Visit<'_>) -> Result<PersonId, DeskError> {
        let attempt = || {
            let held = self.fresh(key, visit)?;
            let mark = self.mark(key.person())?;
            let changes = vec![held.credentials.same(), mark.becomes(&visit.now)];
            Ok(Attempt {
                changes,
                then: key.person(),
            })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }

    /// The owner of the machine begins to erase somebody. Of whom nothing is known any more, there is
    /// nothing to mark.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn begin_to_forget(&self, person: PersonId, now: Timestamp) -> Result<(), DeskError> {
        let attempt = || {
            let record = self.record(person)?;
            let mark = self.mark(person)?;
            let known = record.value.clone().and_then(Record::person).is_some();
            let changes = if known && mark.value.is_none() {
                vec![record.same(), mark.becomes(&now)]
            } else {
                Vec::new()
            };
            Ok(Attempt { changes, then: () })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }

    /// Whoever asked to be erased and is here still, in the order in which they joined.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn leaving(&self) -> Result<Vec<PersonId>, DeskError> {
        let all = Seen::<Timestamp>::list(self.cabinet.as_ref(), Drawer::Settings, PLACE)?;
        let ids = all.iter().filter_map(|seen| {
            let id = seen.key().strip_prefix(PLACE)?;
            id.parse().ok()
        });
        Ok(ids.collect())
    }

    /// He is not erased, for he is needed where he is: the mark goes.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn stay(&self, person: PersonId) -> Result<(), DeskError> {
        let attempt = || {
            let mark = self.mark(person)?;
            let changes = mark.value.iter().map(|_| mark.removed()).collect();
            Ok(Attempt { changes, then: () })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }

    pub(super) fn mark(&self, person: PersonId) -> Result<Seen<Timestamp>, KeepError> {
        let place = format!("{PLACE}{person}");
        Seen::read(self.cabinet.as_ref(), Drawer::Settings, place)
    }
}
