//! For whom an entry would be, in people: told before it is recorded, for it cannot be called back.

use people::TeamId;

/// Who would read what is for an audience, as far as whoever records may know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Circle {
    /// The teams, by their ids.
    pub teams: Vec<CircleTeam>,
    /// How many people sit in any team here, where it is for everybody signed in.
    pub everybody: Option<usize>,
    /// Whether it is for anyone at all.
    pub anyone: bool,
}

/// A team that would read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CircleTeam {
    /// Its id.
    pub id: TeamId,
    /// What it is called.
    pub name: String,
    /// Whether whoever records sits in it.
    pub own: bool,
    /// How many people sit in it.
    pub people: usize,
    /// What they are called, where he may see who is in it; himself left out.
    pub named: Vec<String>,
}
