//! A report that its authors keep: what it is asked about, and what they made of what the record says.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use treaty::{Lang, ParticipantId, TreatyId};

use crate::Audience;

/// A report that its authors keep: the question that it is made from, and their own words. The document is made
/// anew each time; what the record says is not repeated here but where somebody put other words in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// Its name in addresses, such as `article-xiv-2023`.
    pub report: String,
    /// What its authors call it.
    pub title: String,
    /// The word of its kind, as `docs/reports.md` lists them.
    pub kind: String,
    /// The treaty.
    pub treaty: TreatyId,
    /// The States it is about, for a kind that takes some.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub states: Vec<ParticipantId>,
    /// The action plan it is about, by its name in addresses, for a kind that tells of one. Absent: the last
    /// adopted by its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    /// The first day, for a kind that tells of a period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day, or the one day it tells of.
    pub to: Date,
    /// Its language.
    pub lang: Lang,
    /// For whom it is made: from what they may see. Whoever sees this entry sees all that they do.
    pub made_for: Audience,
    /// What stands above its title.
    #[serde(default, skip_serializing_if = "ReportMasthead::is_empty")]
    pub masthead: ReportMasthead,
    /// Where what its sentences rest on is printed. Absent: nowhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notes: Option<ReportNotes>,
    /// The pictures that go with it, by their words as `docs/reports.md` lists them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<String>,
    /// What stands in the place of passages made from the record, by their keys; none twice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<ReportChange>,
    /// The authors' own paragraphs, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own: Vec<ReportParagraph>,
}

/// What stands above the title of a report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportMasthead {
    /// Before whom it comes, line by line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<String>,
    /// Where and when that meets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// Its symbol.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// How far it goes, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distribution: Option<String>,
    /// The day it bears.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The item of the agenda.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agenda: Option<String>,
}

impl ReportMasthead {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        *self == ReportMasthead::default()
    }
}

/// Where what the sentences of a report rest on is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReportNotes {
    /// At the foot of each page.
    Foot,
    /// After the body.
    End,
}

/// The authors' words in the place of a passage that was made from the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportChange {
    /// The key of the passage, the same in each making of the report.
    pub passage: String,
    /// The key of the part it stood in. Absent: before the first heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// Their words. Absent: the passage is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The sentences of the passage as the record had them when that was written.
    pub was: Vec<String>,
}

/// A paragraph of the authors' own, of which the record says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportParagraph {
    /// Its key: `own-` and a number that no other of the report has.
    pub key: String,
    /// The key of the part it stands in. Absent: before the first heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// The key of the passage it stands after. Absent: at the start of its part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// How it is set.
    pub form: ReportForm,
    /// What it says.
    pub text: String,
}

/// How a paragraph of the authors' own is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReportForm {
    /// With the next number of the body.
    Numbered,
    /// With a bullet.
    Bullet,
    /// Without either.
    Plain,
}

impl Report {
    /// Whether whoever is of an audience sees all that those see for whom the report is made. Who is in two teams
    /// sees what is for either: no audience sees as much, and none may see a report that is made for two.
    pub fn may_be_seen_by(&self, audience: &Audience) -> bool {
        match &self.made_for {
            Audience::Public => true,
            Audience::SignedIn => *audience != Audience::Public,
            Audience::Teams(teams) => teams.len() == 1 && *audience == self.made_for,
        }
    }

    /// The change of a passage.
    pub fn change(&self, passage: &str) -> Option<&ReportChange> {
        self.changes.iter().find(|one| one.passage == passage)
    }

    /// A key for a further paragraph: after the highest number there is.
    pub fn free_key(&self) -> String {
        let number = |one: &ReportParagraph| one.key.strip_prefix("own-")?.parse::<u32>().ok();
        let last = self.own.iter().filter_map(number).max().unwrap_or(0);
        format!("own-{}", last.saturating_add(1))
    }
}
