//! The reviewed files, inside the program.

/// A file of `facts/`: its path from the project's root, and its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct File {
    /// As reviewers find it: `facts/acts.csv`.
    pub(crate) path: &'static str,
    /// Its text.
    pub(crate) text: &'static str,
}

macro_rules! tables {
    ($($name:ident = $file:literal;)*) => {
        $(pub(crate) const $name: File = File {
            path: concat!("facts/", $file),
            text: include_str!(concat!("../../../facts/", $file)),
        };)*
    };
}

tables! {
    PARTICIPANTS = "participants.csv";
    NAMES = "names.csv";
    MEMBERSHIPS = "memberships.csv";
    ACTS = "acts.csv";
    MEETINGS = "meetings.csv";
    ROLES = "roles.csv";
    DUTIES = "duties.csv";
    PRINTED_COUNTS = "printed_counts.csv";
    PLANS = "plans.csv";
    PLAN_ACTIONS = "plan_actions.csv";
    STATEMENTS = "statements.csv";
    DOCUMENTS = "documents.csv";
    ASSISTANCE = "assistance.csv";
    SOURCES = "sources.csv";
}

/// The demonstration. It is no part of the facts: their digest does not cover it.
pub(crate) const DEMO: [File; 2] = [
    File {
        path: "facts/demo/ctbt-2021-2023.toml",
        text: include_str!("../../../facts/demo/ctbt-2021-2023.toml"),
    },
    File {
        path: "facts/demo/ccm-130.toml",
        text: include_str!("../../../facts/demo/ccm-130.toml"),
    },
];

/// The files of documents and their texts: name, SHA-256 in hexadecimal, bytes. Listed when the crate is built.
pub(crate) const KEPT: &[(&str, &str, &[u8])] =
    include!(concat!(env!("OUT_DIR"), "/documents.rs"));

/// The treaty files, by name: `ccm.toml` and its text. Listed when the crate is built.
pub(crate) const TREATIES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/treaties.rs"));
