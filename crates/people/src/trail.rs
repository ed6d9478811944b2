//! What happened at the door, for those who look after it: who signed in, what failed, which links,
//! tokens and proofs there were. Seats, teams and releases are in the ledger and not here.
//!
//! A mark holds ids of persons and no name; of an attempt that failed for nobody who is known, only that
//! there was one more. It is written in the commit of what it is about, is never changed but where it
//! counts, and is removed after [`KEPT`].

use core::net::IpAddr;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{PersonId, Role, TeamId};

/// So long marks are kept.
pub const KEPT: SignedDuration = SignedDuration::from_hours(400 * 24);

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// Somebody signed in.
    SignedIn,
    /// Attempts to sign in failed, so many on this day.
    Failed,
    /// Attempts failed so often that one had to wait.
    Locked,
    /// Every session of somebody was ended.
    SignedOutEverywhere,
    /// Somebody was invited into a team.
    Invited,
    /// An invitation was withdrawn.
    Withdrawn,
    /// An invitation was accepted.
    Joined,
    /// A token was made.
    TokenMade,
    /// A token was revoked.
    TokenRevoked,
    /// Somebody changed by what he proves who he is.
    ProofsChanged,
    /// A link for a new password was made.
    ResetMade,
    /// A new password was chosen by a link.
    ResetUsed,
    /// Everything known of somebody was given out.
    Exported,
    /// Somebody was erased.
    Erased,
    /// Somebody became something in a team. This and what follows the ledger has.
    Seated,
    /// Somebody is no longer in a team.
    Left,
    /// A team was founded, or called otherwise.
    Named,
    /// An extract of what a team recorded was released.
    Released,
}

impl What {
    /// Everything that happens.
    pub const ALL: [What; 18] = [
        What::SignedIn,
        What::Failed,
        What::Locked,
        What::SignedOutEverywhere,
        What::Invited,
        What::Withdrawn,
        What::Joined,
        What::TokenMade,
        What::TokenRevoked,
        What::ProofsChanged,
        What::ResetMade,
        What::ResetUsed,
        What::Exported,
        What::Erased,
        What::Seated,
        What::Left,
        What::Named,
        What::Released,
    ];

    /// As it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            What::SignedIn => "signed-in",
            What::Failed => "failed",
            What::Locked => "locked",
            What::SignedOutEverywhere => "signed-out-everywhere",
            What::Invited => "invited",
            What::Withdrawn => "withdrawn",
            What::Joined => "joined",
            What::TokenMade => "token-made",
            What::TokenRevoked => "token-revoked",
            What::ProofsChanged => "proofs-changed",
            What::ResetMade => "reset-made",
            What::ResetUsed => "reset-used",
            What::Exported => "exported",
            What::Erased => "erased",
            What::Seated => "seated",
            What::Left => "left",
            What::Named => "named",
            What::Released => "released",
        }
    }
}

/// A mark of something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// When; of what is counted, the last time.
    pub at: Timestamp,
    /// What.
    pub what: What,
    /// Who did it; nobody where it was the owner of the machine, or a stranger.
    pub by: Option<PersonId>,
    /// To whom, where that is somebody else.
    pub whom: Option<PersonId>,
    /// In which team.
    pub team: Option<TeamId>,
    /// In which role.
    pub role: Option<Role>,
    /// From which network: the part of an address that one party holds.
    pub network: Option<String>,
    /// How often, where it is counted.
    pub times: u32,
}

impl Mark {
    /// That this happened, once.
    pub(crate) fn of(what: What, at: Timestamp) -> Mark {
        Mark {
            at,
            what,
            by: None,
            whom: None,
            team: None,
            role: None,
            network: None,
            times: 1,
        }
    }

    pub(crate) fn by(self, by: Option<PersonId>) -> Mark {
        Mark { by, ..self }
    }

    pub(crate) fn to(self, whom: PersonId) -> Mark {
        let whom = Some(whom);
        Mark { whom, ..self }
    }

    pub(crate) fn in_team(self, team: &TeamId, role: Option<Role>) -> Mark {
        let team = Some(team.clone());
        Mark { team, role, ..self }
    }

    pub(crate) fn from(self, from: IpAddr) -> Mark {
        let network = Some(network(from));
        Mark { network, ..self }
    }

    /// Whether it is too old to be kept.
    pub(crate) fn is_over(&self, now: Timestamp) -> bool {
        now.duration_since(self.at) >= KEPT
    }
}

/// Somebody in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Party {
    /// A person, with what he is called, unless he was erased.
    Person {
        /// Who.
        id: PersonId,
        /// What he is called.
        name: Option<String>,
    },
    /// Whoever gave this name at the command line.
    Named(String),
}

impl Party {
    /// What he is called, if that is known.
    pub fn name(&self) -> Option<&str> {
        match self {
            Party::Person { name, .. } => name.as_deref(),
            Party::Named(name) => Some(name),
        }
    }
}

/// What happened, as one who looks after it reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// When.
    pub at: Timestamp,
    /// What.
    pub what: What,
    /// Who did it; nobody where it was the owner of the machine, or a stranger.
    pub by: Option<Party>,
    /// To whom.
    pub whom: Option<Party>,
    /// In which team.
    pub team: Option<TeamId>,
    /// In which role.
    pub role: Option<Role>,
    /// From which network.
    pub network: Option<String>,
    /// How often.
    pub times: u32,
}

/// The day of a moment, in UTC, which keys begin with.
pub(crate) fn day(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::UTC).date()
}

/// The part of an address that one party holds, as it is written: 24 bits of an IPv4 address, 64 of an
/// IPv6 one. What guessing is counted by, too.
fn network(from: IpAddr) -> String {
    match from.to_canonical() {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_as_coarse_as_what_is_counted() {
        let text = |from: &str| network(from.parse().unwrap());
        assert_eq!(text("192.0.2.77"), "192.0.2.0/24");
        assert_eq!(text("::ffff:192.0.2.77"), "192.0.2.0/24");
        assert_eq!(text("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
    }

    #[test]
    fn what_happens_is_written_as_it_is_kept() {
        for what in What::ALL {
            let kept = serde_json::to_string(&what).unwrap();
            assert_eq!(kept, format!("\"{}\"", what.as_str()));
        }
    }
}
