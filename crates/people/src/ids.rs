//! What persons and teams are called by the program.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
pub use ledger::body::PersonId;
use ledger::body::Team;
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A new name of a person in the record: a UUIDv7. It says nothing about the person, and is all that
/// stays of one who was erased.
pub(crate) fn new_person(now: Timestamp, chance: &mut dyn CryptoRng) -> PersonId {
    PersonId(uuid_v7(now, chance))
}

/// A UUIDv7 of this moment.
pub(crate) fn uuid_v7(now: Timestamp, chance: &mut dyn CryptoRng) -> Uuid {
    let mut random = [0; 10];
    chance.fill_bytes(&mut random);
    let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

/// What a team is called in addresses and audiences: 2 to 40 lower-case letters, digits and
/// hyphens within, as an entry of the ledger has it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TeamId(String);

/// What was given is no name of a team.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "a team is called by 2 to 40 lower-case letters, digits and hyphens between them; `{0}` is not"
)]
pub struct BadTeamId(String);

impl TeamId {
    /// The team that runs the instance. It is there from the beginning.
    pub const OFFICE: &'static str = "office";

    /// The team that runs the instance.
    pub fn office() -> TeamId {
        TeamId(TeamId::OFFICE.to_owned())
    }

    /// Whether it is the team that runs the instance.
    pub fn is_office(&self) -> bool {
        self.0 == TeamId::OFFICE
    }

    /// The name, as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for TeamId {
    type Err = BadTeamId;

    fn from_str(s: &str) -> Result<TeamId, BadTeamId> {
        if Team::is_id(s) {
            Ok(TeamId(s.to_owned()))
        } else {
            Err(BadTeamId(s.to_owned()))
        }
    }
}

impl TryFrom<String> for TeamId {
    type Error = BadTeamId;

    fn try_from(s: String) -> Result<TeamId, BadTeamId> {
        s.parse()
    }
}

impl From<TeamId> for String {
    fn from(id: TeamId) -> String {
        id.0
    }
}

impl fmt::Display for TeamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Fixed;

    #[test]
    fn a_team_is_called_by_a_slug() {
        for good in ["office", "it", "south-africa", "a1", "1a", &"a".repeat(40)] {
            assert_eq!(good.parse::<TeamId>().unwrap().as_str(), good);
        }
        for bad in [
            "",
            "a",
            "A1",
            "-a",
            "a-",
            "a b",
            "é1",
            "a_b",
            "a/b",
            &"a".repeat(41),
        ] {
            assert!(bad.parse::<TeamId>().is_err(), "{bad}");
            let json = serde_json::to_string(bad).unwrap();
            assert!(serde_json::from_str::<TeamId>(&json).is_err(), "{bad}");
        }
        assert!(TeamId::office().is_office());
    }

    #[test]
    fn a_person_is_called_by_a_uuid_of_the_moment() {
        let mut chance = Fixed::of(1);
        let early = new_person("2026-01-01T00:00:00Z".parse().unwrap(), &mut chance);
        let late = new_person("2026-01-01T00:00:01Z".parse().unwrap(), &mut chance);
        assert!(early < late);
        assert_eq!(early.0.get_version_num(), 7);
        assert_eq!(early.to_string().parse(), Ok(early));
    }
}
