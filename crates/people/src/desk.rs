//! What people do at the door, each in one commit.
//!
//! A [`Desk`] joins the rules of this room with a cabinet. It knows no page and no clock: each
//! operation is told who asks, from where and when.

mod admit;
mod app;
mod begin;
mod elsewhere;
mod errands;
mod invite;
mod join;
mod keys;
mod leave;
mod passkeys;
mod persons;
mod prove;
mod reset;
mod sign_in;
mod sweep;
#[cfg(test)]
mod tests;
mod tokens;
mod trail;

use core::net::IpAddr;
use std::sync::Arc;

use jiff::Timestamp;
use rand_core::CryptoRng;

pub use admit::{Sessions, Signed};
pub use begin::DeviceCookie;
pub use errands::Returned;
pub use invite::OpenInvitation;
pub use join::{Accepted, Joining};
pub use passkeys::PasskeyAsked;
pub use prove::{Adding, Proof};
pub use sign_in::{SignIn, Welcome};
pub use tokens::{Bearer, NewToken};

use crate::cabinet::{Cabinet, Drawer};
use crate::credential::Credentials;
use crate::keep::{KeepError, Seen};
use crate::password::{Hardness, Verifier};
use crate::person::Record;
use crate::tray::Tray;
use crate::{BadEmail, BadName, PersonId, WeakPassword};

/// Where somebody asks from, and when.
#[derive(Debug, Clone, Copy)]
pub struct Visit<'a> {
    /// The moment.
    pub now: Timestamp,
    /// The address of his machine, or of the proxy if the instance trusts none.
    pub from: IpAddr,
    /// The cookie by which a device is known, if it sent one.
    pub device: Option<&'a str>,
    /// What the browser says of itself.
    pub agent: &'a str,
}

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// What is kept could not be read or written.
    #[error(transparent)]
    Keep(#[from] KeepError),
    /// There were too many attempts.
    #[error("there were too many attempts; try again after {until}")]
    Wait {
        /// When he may try again.
        until: Timestamp,
    },
    /// The session is over.
    #[error("you are not signed in any more; sign in again")]
    NotSignedIn,
    /// It needs a password that was given not long ago.
    #[error("give your password once more, for this changes how you sign in")]
    NotFresh,
    /// The password is wrong, or the code.
    #[error("the password or the code is wrong")]
    Wrong,
    /// A password of this kind is not taken.
    #[error(transparent)]
    Weak(#[from] WeakPassword),
    /// Not a name.
    #[error(transparent)]
    Name(#[from] BadName),
    /// Not an address.
    #[error(transparent)]
    Email(#[from] BadEmail),
    /// Not a language.
    #[error(transparent)]
    Language(#[from] crate::BadLanguage),
    /// A passkey was not taken.
    #[error(transparent)]
    Passkey(#[from] crate::BadPasskey),
    /// Somebody has this address already.
    #[error("somebody here has this e-mail address already; sign in with it")]
    Taken,
    /// The link was used, is too old, or never was.
    #[error("this link was used already, or is too old; ask for a new one")]
    NoInvitation,
    /// The invitation is for somebody else.
    #[error("this invitation is for another e-mail address")]
    NotForYou,
    /// The link for a new password was used, or is too old.
    #[error("this link for a new password was used already, or is too old")]
    NoReset,
    /// Nobody is known by that.
    #[error("there is nobody of that name here")]
    Nobody,
    /// There is no such thing.
    #[error("there is no such thing any more")]
    Gone,
    /// Nobody went to an issuer from this browser with this, or he took too long, or came back already.
    #[error("this sign-in was not begun in this browser, or is over; begin again")]
    NoErrand,
    /// The account at the issuer is somebody's already.
    #[error("that account is linked to somebody here already")]
    Linked,
    /// Without it he could not sign in any more.
    #[error("this is the last thing by which you can sign in")]
    LastProof,
    /// A token for so long or so short a time is not made.
    #[error("a token holds for at least a day and at most a year")]
    TokenTime,
    /// A token without a scope is of no use.
    #[error("say what the token may do")]
    TokenScope,
}

/// The rules, with a cabinet.
#[derive(Clone)]
pub struct Desk {
    cabinet: Arc<dyn Cabinet>,
    keys: keys::Keys,
    verifier: Arc<Verifier>,
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Desk(…)")
    }
}

impl Desk {
    /// A desk at a cabinet. The first one makes the secrets of the instance.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn at(
        cabinet: Arc<dyn Cabinet>,
        chance: &mut dyn CryptoRng,
    ) -> Result<Desk, DeskError> {
        Desk::with(cabinet, Hardness::STANDARD, chance)
    }

    pub(crate) fn with(
        cabinet: Arc<dyn Cabinet>,
        hardness: Hardness,
        chance: &mut dyn CryptoRng,
    ) -> Result<Desk, DeskError> {
        let keys = keys::Keys::of(cabinet.as_ref(), chance)?;
        let verifier = Arc::new(Verifier::new(hardness, chance));
        Ok(Desk {
            cabinet,
            keys,
            verifier,
        })
    }

    /// The trays: files that were brought and not confirmed.
    pub fn tray(&self) -> Tray<'_> {
        Tray::at(self.cabinet.as_ref())
    }

    /// Under which code an address is kept and counted.
    fn account(&self, typed: &str) -> String {
        crate::throttle::account(&self.keys.names, typed)
    }

    fn record(&self, person: PersonId) -> Result<Seen<Record>, KeepError> {
        Seen::read(self.cabinet.as_ref(), Drawer::Persons, person.to_string())
    }

    fn credentials(&self, person: PersonId) -> Result<Seen<Credentials>, KeepError> {
        let drawer = Drawer::Credentials;
        Seen::read(self.cabinet.as_ref(), drawer, person.to_string())
    }

    /// Who has the address with this code.
    fn holder(&self, account: &str) -> Result<Seen<PersonId>, KeepError> {
        Seen::read(self.cabinet.as_ref(), Drawer::ByEmail, account)
    }
}
