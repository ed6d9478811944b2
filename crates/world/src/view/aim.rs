//! What a treaty aims at, as numbers a curve can be read against.

use schemars::JsonSchema;
use serde::Serialize;
use treaty::PartialDate;

/// A number that something depends on, or that is aimed at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AimView {
    /// What it is.
    pub what: AimWhat,
    /// How many.
    pub target: u32,
    /// The article, for entry into force.
    pub article: Option<String>,
    /// In the words of the plan that set it.
    pub label: Option<String>,
    /// By when, as far as known.
    pub by: Option<PartialDate>,
}

/// What sort of number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AimWhat {
    /// The number of instruments with which the treaty enters into force.
    EntryIntoForce,
    /// An action plan set it.
    Plan,
    /// Everybody that may join.
    Everybody,
}
