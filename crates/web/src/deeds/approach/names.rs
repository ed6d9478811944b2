//! What the fields of the form are called: in what is sent, in links that fill it, and in drafts that a
//! browser keeps. A name that was once in a link or a draft keeps its meaning.

/// Fields that say one thing.
pub(super) const ONE: [&str; 15] = [
    "treaty", "kind", "state", "day", "until", "channel", "place", "forum", "meeting",
    "acted-as", "points", "answer", "note", "label", "outcome",
];

/// Fields that may say several.
pub(super) const MANY: [&str; 7] = [
    "more-treaty",
    "theme",
    "more-outcome",
    "obstacle",
    "asked",
    "offered",
    "seen-by",
];

/// The parts of one of those who take part; each stands as often as there are of them, in their order.
pub(super) struct SideNames {
    pub(super) who: &'static str,
    pub(super) of: &'static str,
    pub(super) person: &'static str,
    pub(super) capacity: &'static str,
    pub(super) level: &'static str,
}

impl SideNames {
    pub(super) const fn all(&self) -> [&'static str; 5] {
        [self.who, self.of, self.person, self.capacity, self.level]
    }
}

/// Whom.
pub(super) const TO: SideNames = SideNames {
    who: "to",
    of: "to-of",
    person: "to-person",
    capacity: "to-capacity",
    level: "to-level",
};

/// Who.
pub(super) const BY: SideNames = SideNames {
    who: "by",
    of: "by-of",
    person: "by-person",
    capacity: "by-capacity",
    level: "by-level",
};

/// What is to be done next.
pub(super) const NEXT: [&str; 4] = ["next-what", "next-owner", "next-by", "next-done"];

/// Papers.
pub(super) const PAPER: [&str; 3] = ["paper-title", "paper-url", "paper-sha256"];

/// Every field that says something of an approach.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    let single = ONE.into_iter().chain(MANY);
    single
        .chain(TO.all())
        .chain(BY.all())
        .chain(NEXT)
        .chain(PAPER)
}
