//! Who takes part: States, the European Union, the Holy See, predecessor States.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Names, ParticipantId};

/// A State or other entity in whose name acts are done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// Its code.
    pub id: ParticipantId,
    /// What it is.
    pub status: Status,
    /// The short names used today, or last, in the languages known.
    pub names: Names,
    /// Former and other names under which acts, pages and people know it, with the days
    /// between which each was the name, where known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Alias>,
    /// UN M49 numeric code, three digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub m49: Option<String>,
    /// ISO 3166-1 alpha-2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iso2: Option<String>,
    /// The first day of its existence as this participant, where it matters and is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day of its existence. After it, it counts in nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// The participants that took its place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub successors: Vec<ParticipantId>,
    /// Since when it has been a member of the United Nations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub un_member_since: Option<Date>,
}

/// What kind of participant it is, which decides the lists and denominators it is in.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// One of the 197 States that can become party where the Secretary-General is
    /// depositary: UN members, Holy See, State of Palestine, Cook Islands, Niue.
    State,
    /// An international organisation that joins beside States (European Union).
    Organisation,
    /// A State that no longer exists; it counts on days of its existence.
    Former,
    /// An entity whose acts stand on record but which the depositaries' lists do not count.
    NotCounted,
}

/// Another name of a participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Alias {
    /// The name.
    pub name: String,
    /// `common`, `former`, `historical`, `formal`, `depositary`, `un-m49`, `un-term`,
    /// `cldr`, `iso-3166`.
    pub kind: String,
    /// The first day it was the name, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day it was the name, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

impl Participant {
    /// Whether it counts in a list as of `on`: it exists on that day and depositaries count it.
    pub fn counts_on(&self, on: Date) -> bool {
        self.status != Status::NotCounted
            && self.from.is_none_or(|from| from <= on)
            && self.until.is_none_or(|until| on <= until)
    }

    /// The English name it bore on a day, where a dated former name says so; else today's.
    pub fn name_on(&self, on: Date) -> &str {
        self.aliases
            .iter()
            .filter(|alias| {
                alias.kind == "former" && alias.until.is_some_and(|until| on <= until)
            })
            .filter(|alias| alias.from.is_none_or(|from| from <= on))
            .min_by_key(|alias| alias.until)
            .map_or_else(
                || self.names.get(crate::Lang::En),
                |alias| alias.name.as_str(),
            )
    }
}
