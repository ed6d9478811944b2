//! The words with which approaches are told: a controlled vocabulary, so that two teams mean the
//! same. Source: the project's vocabulary for logging outreach, drawn from the reports of
//! coordinators and support units (`facts/` names them).

mod approach;
mod campaign;
mod document;

pub use approach::{ActedAs, ApproachKind, Channel, Level, Obstacle, Outcome, Support, Theme};
pub use campaign::{
    AttributionConfidence, DomesticStep, PledgeKind, PledgeState, RoleKind, StateStage,
    VotingBody,
};
pub use document::{Distribution, DocumentKind, DocumentTheme};

/// A list of words, each written as its name in lower case with underscores.
macro_rules! words {
    ($(#[$of:meta])* $name:ident { $($(#[$what:meta])* $word:ident),+ $(,)? }) => {
        $(#[$of])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize,
            serde::Deserialize, schemars::JsonSchema,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$what])* $word),+
        }

        impl $name {
            /// Every word, in the order of the list.
            pub const ALL: &'static [$name] = &[$($name::$word),+];
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                // The word as entries write it.
                serde::Serialize::serialize(self, f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::body::vocabulary::NoWord;

            fn from_str(s: &str) -> Result<$name, Self::Err> {
                let written = s.replace(['-', ' '], "_").to_lowercase();
                let found = $name::ALL.iter().find(|word| word.to_string() == written);
                found.copied().ok_or_else(|| $crate::body::vocabulary::NoWord {
                    said: s.to_owned(),
                    words: $name::ALL.iter().map(ToString::to_string).collect(),
                })
            }
        }
    };
}
pub(super) use words;

/// A word that is not in its list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{said}` is none of: {}", .words.join(", "))]
pub struct NoWord {
    /// What was said instead.
    pub said: String,
    /// The words of the list.
    pub words: Vec<String>,
}
