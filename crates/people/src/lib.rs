#![doc = include_str!("../README.md")]

mod address;
pub mod cabinet;
mod chance;
mod credential;
mod desk;
mod elsewhere;
mod email;
mod errand;
mod ids;
mod invitation;
mod keep;
mod passkey;
mod password;
mod person;
pub mod policy;
mod reset;
pub mod roster;
pub mod session;
mod throttle;
pub mod token;
mod totp;
pub mod trail;
pub mod tray;

pub use address::{Address, BadAddress};
pub use cabinet::{Cabinet, CabinetError};
pub use credential::{Listed, Second};
pub use desk::{
    Accepted, Adding, Bearer, Desk, DeskError, DeviceCookie, Joining, NewToken, OpenInvitation,
    PasskeyAsked, Proof, Returned, Sessions, SignIn, Signed, Visit, Welcome,
};
pub use elsewhere::{Elsewhere, Vouched};
pub use email::{BadEmail, BadName, Email};
pub use errand::{BadErrandKey, Errand, ErrandKey};
pub use ids::{BadTeamId, PersonId, TeamId};
pub use invitation::{BadInvitationKey, Invitation, InvitationKey, State};
pub use keep::KeepError;
pub use passkey::{BadPasskey, NewPasskey, PasskeyAnswer};
pub use password::{Password, WeakPassword};
pub use person::{BadLanguage, Identity, Person, commitment};
pub use policy::{Deed, Refusal, Role, Seats, may, may_found};
pub use reset::{BadResetKey, ResetKey};
pub use session::{BadSessionKey, SessionKey};
pub use token::{BadToken, Scope, Token, TokenKey};
pub use totp::RecoveryCode;
