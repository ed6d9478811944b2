//! Clearing away what is over.

use jiff::{SignedDuration, Timestamp};

use super::{Desk, DeskError};
use crate::cabinet::{CabinetError, Change, Drawer};
use crate::errand::Kept;
use crate::invitation::{self, Invitation, State};
use crate::keep::{KeepError, Seen};
use crate::passkey::challenge;
use crate::reset::{self, Reset};
use crate::session::{self, Session};
use crate::throttle;
use crate::token::Token;

/// A token that expired is shown so long, so that its person learns why a program stopped.
const SHOWN: SignedDuration = SignedDuration::from_hours(30 * 24);

impl Desk {
    /// Removes sessions, links, tokens, counters and half files that are worth nothing any more, and says how
    /// many. Nothing depends on it being done: it keeps no more than is needed.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn sweep(&self, now: Timestamp) -> Result<usize, DeskError> {
        let cabinet = self.cabinet.as_ref();
        let mut changes = throttle::forgotten(cabinet, now)?;
        changes.extend(over(
            &Seen::<Session>::list(cabinet, Drawer::Sessions, "")?,
            |session| {
                // Whether its person signed out everywhere meanwhile is left to the next sign-in.
                session.is_over(session.epoch, now)
                    || now.duration_since(session.begun) >= session::LONGEST
            },
        ));
        changes.extend(over(
            &Seen::<Token>::list(cabinet, Drawer::Tokens, "")?,
            |token| now.duration_since(token.expires) >= SHOWN,
        ));
        changes.extend(over(
            &Seen::<Invitation>::list(cabinet, Drawer::Invitations, invitation::PLACE)?,
            |it| it.state == State::Open && now >= it.expires(),
        ));
        changes.extend(over(
            &Seen::<Reset>::list(cabinet, Drawer::Invitations, reset::PLACE)?,
            |reset| !reset.holds(now),
        ));
        changes.extend(over(
            &Seen::<Kept>::list(cabinet, Drawer::Errands, "")?,
            |errand| !errand.holds(now),
        ));
        changes.extend(over(
            &Seen::<Timestamp>::list(cabinet, Drawer::Challenges, "")?,
            // Long after it could be answered, whatever the clocks of the nodes say.
            |answered| now.duration_since(*answered) >= challenge::HOLDS * 12,
        ));
        changes.extend(self.trail_over(now)?);
        let mut removed = self.tray().sweep(now)?;
        // Each by itself: one that was used in this moment stays, and the others go.
        for change in changes {
            match cabinet.commit(&[change]) {
                Ok(()) => removed += 1,
                Err(CabinetError::Conflict) => {}
                Err(error @ (CabinetError::Unsure(_) | CabinetError::Trouble { .. })) => {
                    return Err(KeepError::from(error).into());
                }
            }
        }
        Ok(removed)
    }
}

fn over<T: serde::Serialize + serde::de::DeserializeOwned>(
    all: &[Seen<T>],
    is_over: impl Fn(&T) -> bool,
) -> Vec<Change> {
    let over = all
        .iter()
        .filter(|seen| seen.value.as_ref().is_some_and(&is_over));
    over.map(Seen::removed).collect()
}
