//! Who may see an entry.

use serde::{Deserialize, Serialize};

/// Who may see an entry. A viewer's world is folded only from the entries it may see.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
