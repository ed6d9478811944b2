//! Who may see an entry.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Who may see an entry. A viewer's world is folded only from the entries it may see.
#[derive(
    Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Anyone.
    #[default]
    Public,
    /// Anyone signed in.
    SignedIn,
    /// The teams named, by their ids, sorted.
    Teams(Vec<String>),
}

impl Audience {
    /// The audience of `teams`, in the one form an audience has: sorted, none twice.
    ///
    /// # Errors
    ///
    /// [`NoTeam`] without a team: nobody could ever see such an entry.
    pub fn of_teams<T: Into<String>>(
        teams: impl IntoIterator<Item = T>,
    ) -> Result<Audience, NoTeam> {
        let mut teams: Vec<String> = teams.into_iter().map(Into::into).collect();
        teams.sort();
        teams.dedup();
        if teams.is_empty() {
            return Err(NoTeam);
        }
        Ok(Audience::Teams(teams))
    }

    /// Whether it is in the one form it has.
    pub fn is_well_formed(&self) -> bool {
        match self {
            Audience::Public | Audience::SignedIn => true,
            Audience::Teams(teams) => {
                !teams.is_empty() && teams.windows(2).all(|two| two[0] < two[1])
            }
        }
    }

    /// Whether whoever is of this audience is of `wider` too. What an entry says about another
    /// must not be shown to more people than that other, or it would tell them that there is one.
    pub fn within(&self, wider: &Audience) -> bool {
        match (self, wider) {
            (_, Audience::Public)
            | (Audience::SignedIn | Audience::Teams(_), Audience::SignedIn) => true,
            (Audience::Public | Audience::SignedIn, Audience::Teams(_))
            | (Audience::Public, Audience::SignedIn) => false,
            (Audience::Teams(these), Audience::Teams(those)) => {
                these.iter().all(|team| those.contains(team))
            }
        }
    }
}

impl fmt::Display for Audience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Audience::Public => f.write_str("public"),
            Audience::SignedIn => f.write_str("signed-in"),
            Audience::Teams(teams) => f.write_str(&teams.join(", ")),
        }
    }
}

/// An audience of no team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an audience of teams needs one team at least: nobody could see the entry")]
pub struct NoTeam;

/// How far what an entry says may be passed on: the Traffic Light Protocol, version 2.0 (FIRST,
/// August 2022). It is a wish of the author to those who may see the entry, "not a control marking
/// or classification scheme"; what a program can hold of it, this one holds: see
/// [`Tlp::allows`] and [`Tlp::may_leave`].
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub enum Tlp {
    /// May be passed on to anyone.
    #[serde(rename = "CLEAR")]
    Clear,
    /// May be passed on within the community, not through public channels.
    #[serde(rename = "GREEN")]
    Green,
    /// May be passed on within the organisation and to those it serves, who need to know.
    #[serde(rename = "AMBER")]
    Amber,
    /// May be passed on within the organisation alone.
    #[serde(rename = "AMBER+STRICT")]
    AmberStrict,
    /// For the eyes and ears of those it was given to, no further.
    #[serde(rename = "RED")]
    Red,
}

impl Tlp {
    /// Every label, from the widest to the narrowest.
    pub const ALL: [Tlp; 5] = [
        Tlp::Clear,
        Tlp::Green,
        Tlp::Amber,
        Tlp::AmberStrict,
        Tlp::Red,
    ];

    /// The label as it is written, without `TLP:`.
    pub fn as_str(self) -> &'static str {
        match self {
            Tlp::Clear => "CLEAR",
            Tlp::Green => "GREEN",
            Tlp::Amber => "AMBER",
            Tlp::AmberStrict => "AMBER+STRICT",
            Tlp::Red => "RED",
        }
    }

    /// Whether an entry with this label may have `audience`: CLEAR any; GREEN the signed-in or
    /// teams; AMBER teams; AMBER+STRICT and RED one team.
    pub fn allows(self, audience: &Audience) -> bool {
        match (self, audience) {
            (Tlp::Clear, _)
            | (Tlp::Green, Audience::SignedIn | Audience::Teams(_))
            | (Tlp::Amber, Audience::Teams(_)) => true,
            (Tlp::AmberStrict | Tlp::Red, Audience::Teams(teams)) => teams.len() == 1,
            (Tlp::Green, Audience::Public)
            | (
                Tlp::Amber | Tlp::AmberStrict | Tlp::Red,
                Audience::Public | Audience::SignedIn,
            ) => false,
        }
    }

    /// Whether an entry with this label may leave in a bundle for another instance or team:
    /// CLEAR, GREEN and AMBER may, for teams that its audience names; the others stay.
    pub fn may_leave(self) -> bool {
        match self {
            Tlp::Clear | Tlp::Green | Tlp::Amber => true,
            Tlp::AmberStrict | Tlp::Red => false,
        }
    }
}

impl fmt::Display for Tlp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TLP:{}", self.as_str())
    }
}

/// What was given is no label.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no label: CLEAR, GREEN, AMBER, AMBER+STRICT or RED")]
pub struct BadLabel(String);

impl std::str::FromStr for Tlp {
    type Err = BadLabel;

    /// Reads a label as people write it: `TLP:AMBER`, `amber`, `Amber + Strict`.
    fn from_str(s: &str) -> Result<Tlp, BadLabel> {
        let plain: String = s
            .to_ascii_uppercase()
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect();
        let plain = plain.strip_prefix("TLP:").unwrap_or(&plain);
        Tlp::ALL
            .into_iter()
            .find(|label| label.as_str() == plain)
            .ok_or_else(|| BadLabel(s.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn teams(names: &[&str]) -> Audience {
        Audience::of_teams(names.iter().copied()).unwrap()
    }

    #[test]
    fn an_audience_of_teams_has_one_form() {
        assert_eq!(teams(&["b", "a", "b"]), teams(&["a", "b"]));
        assert_eq!(Audience::of_teams(Vec::<String>::new()), Err(NoTeam));
        for (names, well) in [(vec!["a", "b"], true), (vec!["b", "a"], false)] {
            let names = names.into_iter().map(str::to_owned).collect();
            assert_eq!(Audience::Teams(names).is_well_formed(), well);
        }
        assert!(!Audience::Teams(Vec::new()).is_well_formed());
        let twice = vec!["a".to_owned(), "a".to_owned()];
        assert!(!Audience::Teams(twice).is_well_formed());
    }

    #[test]
    fn an_audience_lies_within_a_wider_one() {
        let rising = [
            teams(&["a"]),
            teams(&["a", "b"]),
            Audience::SignedIn,
            Audience::Public,
        ];
        for (at, narrow) in rising.iter().enumerate() {
            for (other, wide) in rising.iter().enumerate() {
                assert_eq!(narrow.within(wide), at <= other, "{narrow} in {wide}");
            }
        }
        assert!(!teams(&["a"]).within(&teams(&["b"])));
        assert!(!teams(&["a", "b"]).within(&teams(&["b", "c"])));
    }

    #[test]
    fn a_label_holds_an_audience_down() {
        let audiences = [
            Audience::Public,
            Audience::SignedIn,
            teams(&["a", "b"]),
            teams(&["a"]),
        ];
        let allowed = |label: Tlp| audiences.clone().map(|audience| label.allows(&audience));
        assert_eq!(allowed(Tlp::Clear), [true, true, true, true]);
        assert_eq!(allowed(Tlp::Green), [false, true, true, true]);
        assert_eq!(allowed(Tlp::Amber), [false, false, true, true]);
        assert_eq!(allowed(Tlp::AmberStrict), [false, false, false, true]);
        assert_eq!(allowed(Tlp::Red), [false, false, false, true]);
        assert_eq!(
            Tlp::ALL.map(Tlp::may_leave),
            [true, true, true, false, false]
        );
    }

    #[test]
    fn a_label_is_read_as_people_write_it() {
        for label in Tlp::ALL {
            assert_eq!(label.to_string().parse(), Ok(label));
        }
        assert_eq!("tlp: amber + strict".parse(), Ok(Tlp::AmberStrict));
        assert_eq!("WHITE".parse::<Tlp>(), Err(BadLabel("WHITE".to_owned())));
    }
}
