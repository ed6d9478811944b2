//! What an entry can say: the closed set of kinds.
//!
//! Written as `{"<kind>": {...}}`, so that a reader knows the kind before the content. A new kind
//! is a new variant here, an arm in the fold, a line in `docs/ledger-format.md` and a past-ledger
//! fixture. A kind is never removed.

mod approach;
mod campaign;
mod document;
mod extract;
mod report;
mod roll_call;
mod team;
pub mod vocabulary;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use treaty::{Act, PartialDate, Participant, ParticipantId, TreatyId};

pub use approach::{Approach, ApproachState, NextStep, Paper, Release, Side};
pub use campaign::{Attribution, Campaign, CampaignAim, Pledge, Stage};
pub use document::{Document, DocumentFile, DocumentMeeting};
pub use extract::ApproachMember;
pub use report::{
    Report, ReportChange, ReportForm, ReportMasthead, ReportNotes, ReportParagraph,
};
pub use roll_call::RollCall;
pub use team::{Agreement, Key, Person, PersonId, Seat, SeatRole, Team};

use self::vocabulary::{DocumentTheme, RoleKind};
use crate::EntryId;

/// What an entry says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// An act under a treaty.
    Act(Act),
    /// A treaty file. A later one for the same treaty replaces it from its recording on.
    Treaty(TreatyFile),
    /// A participant. A later one with the same code replaces it.
    Participant(Participant),
    /// A further name of a participant, given by a person.
    Alias(AliasGiven),
    /// Membership of a group.
    Membership(Membership),
    /// A meeting.
    Meeting(Meeting),
    /// Who held which office.
    Role(Role),
    /// A duty was fulfilled.
    Fulfilment(Fulfilment),
    /// A deadline was extended.
    Extension(Extended),
    /// What a source says about a State and a duty, that is neither.
    Observation(Observation),
    /// A count as a source prints it.
    PrintedCount(PrintedCount),
    /// A plan of action, or a list of measures, that a meeting adopted.
    Plan(Plan),
    /// One action of a plan.
    PlanAction(PlanAction),
    /// Something was said in the name of a participant.
    Statement(Statement),
    /// A participant assisted another.
    Assistance(Assistance),
    /// Something a reader could not place; it waits for a person.
    Quarantined(Quarantined),
    /// Another entry's body, put right.
    Correction(Correction),
    /// Another entry is taken back.
    Retraction(Retraction),
    /// Another entry is in doubt.
    Dispute(Dispute),
    /// The shipped facts of a release were recorded up to here.
    FactsRelease(FactsRelease),
    /// Somebody approached somebody for a treaty.
    Approach(Box<Approach>),
    /// What was released of another entry.
    Release(Release),
    /// A team.
    Team(Team),
    /// A person who uses the program.
    Person(Person),
    /// What a person may do in a team.
    Seat(Seat),
    /// Whether a key is believed.
    Key(Key),
    /// Whether a team agrees that what is its own is handed over.
    Agreement(Agreement),
    /// What somebody wants to reach under a treaty.
    Campaign(Campaign),
    /// How far a participant is on its way to a treaty.
    Stage(Stage),
    /// Something a participant said it would do.
    Pledge(Pledge),
    /// That an act followed upon an approach.
    Attribution(Attribution),
    /// How participants voted on a resolution.
    RollCall(RollCall),
    /// A report that its authors keep.
    Report(Box<Report>),
    /// A document of the library.
    Document(Box<Document>),
}

/// The text of a treaty file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TreatyFile {
    /// The treaty.
    pub treaty: TreatyId,
    /// The TOML text; see `docs/rules.md`.
    pub text: String,
}

/// A further name of a participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AliasGiven {
    /// Whose.
    pub by: ParticipantId,
    /// The name.
    pub name: String,
}

/// Membership of a group between two days, either of which may be unknown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// Who.
    pub by: ParticipantId,
    /// The group, such as `EU` or `un-african`.
    pub group: String,
    /// The first day. Absent: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// The last day. Absent: it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
}

/// A meeting under a treaty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// The treaty.
    pub treaty: TreatyId,
    /// What kind: `MSP`, `RevCon`, `Art. XIV conference`, `Intersessional`.
    pub kind: String,
    /// Its number in its series, or year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The first day.
    pub start: PartialDate,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Who presided, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presidents: Option<String>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// An office under a treaty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// The treaty.
    pub treaty: TreatyId,
    /// The office, such as `co-coordinator for entry into force`.
    pub role: String,
    /// Of which kind. Absent: nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<RoleKind>,
    /// Who.
    pub by: ParticipantId,
    /// In person, where the office is a person's. Personal data: for the entry's audience.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// From.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// Until.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A duty was fulfilled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fulfilment {
    /// The treaty.
    pub treaty: TreatyId,
    /// The article, as the treaty file names the duty.
    pub article: String,
    /// Who.
    pub by: ParticipantId,
    /// When.
    pub on: PartialDate,
    /// Which one, for a yearly duty: the calendar year it covers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub covers: Option<i16>,
    /// What was done, as the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
}

/// A deadline was extended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Extended {
    /// The treaty.
    pub treaty: TreatyId,
    /// The article of the duty.
    pub article: String,
    /// Whose deadline.
    pub by: ParticipantId,
    /// The new deadline.
    pub until: Date,
    /// When it was granted. Absent: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub granted: Option<PartialDate>,
    /// What the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
}

/// What a source says about a State and a duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// The treaty.
    pub treaty: TreatyId,
    /// The article of the duty.
    pub article: String,
    /// The State; absent for statements on many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<ParticipantId>,
    /// When it was so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
    /// Whether it bears on the standing of the duty.
    pub bears: Bears,
    /// A due day the source prints.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed_due: Option<Date>,
    /// What the source says.
    pub what: String,
}

/// What an observation says about the standing of a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bears {
    /// The duty applies to the State (it has stocks, it is contaminated).
    Applies,
    /// It does not (it declared that it has none).
    DoesNotApply,
    /// It had not been fulfilled on that day.
    NotFulfilled,
    /// An extension was asked for.
    ExtensionAsked,
    /// Nothing that changes a standing.
    Nothing,
}

/// A count as a source prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrintedCount {
    /// The treaty.
    pub treaty: TreatyId,
    /// What was counted.
    pub what: Counted,
    /// As at which day.
    pub on: Date,
    /// The number printed.
    pub count: u32,
}

/// What a printed count counts.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// Participants whose signature stands.
    Signatures,
    /// Participants whose consent stands (the depositary's "Parties").
    Consents,
    /// Signature stands, no consent stands.
    SignatoriesOnly,
    /// Participants for which the treaty is in force.
    Parties,
}

/// A plan of action, or a list of measures, that a meeting adopted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its name in addresses, such as `lausanne`; its actions name it so.
    pub plan: String,
    /// Its title.
    pub title: String,
    /// Its short name in use, such as `LAP`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// When it was adopted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<PartialDate>,
    /// Until when it runs, as the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// How many parties the treaty was to have by when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<Goal>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How many parties a treaty was to have by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// How many.
    pub parties: u32,
    /// By when. Absent: the source sets no date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PartialDate>,
    /// In the words of the source.
    pub what: String,
}

/// One action of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanAction {
    /// The treaty.
    pub treaty: TreatyId,
    /// The plan, as [`Plan::plan`] names it.
    pub plan: String,
    /// Its number as printed: `11`, `1.3`, `10(c)`.
    pub number: String,
    /// The section it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// What it asks, in our words. Absent: its text was not read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Its indicator or target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// By when, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Something was said in the name of a participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The treaty it was made under, or speaks of.
    pub treaty: TreatyId,
    /// In whose name.
    pub by: ParticipantId,
    /// When. Of one of several days of a meeting, what is known of it.
    pub on: PartialDate,
    /// The meeting, as the source names it.
    pub meeting: String,
    /// The meeting on record at which it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<MeetingRef>,
    /// Its title or theme, as printed. Absent: not named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it spoke of; none twice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<DocumentTheme>,
    /// Who spoke, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// In which function, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    /// With whose statements it aligned itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aligned_with: Vec<ParticipantId>,
    /// Where its text is to be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A meeting of the statement's treaty, by what its own entry says of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeetingRef {
    /// Its [`Meeting::kind`].
    pub kind: String,
    /// Its [`Meeting::number`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// A participant assisted another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assistance {
    /// The treaty it is told under.
    pub treaty: TreatyId,
    /// Who gave it.
    pub by: ParticipantId,
    /// Who received it, where that is a participant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<ParticipantId>,
    /// The receiver as printed: a territory, a region, an organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_name: Option<String>,
    /// What it was, as the source says.
    pub what: String,
    /// When. Absent: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Something a reader could not place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quarantined {
    /// The treaty, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub treaty: Option<TreatyId>,
    /// Where: file, line or row, column.
    pub place: String,
    /// The value as read.
    pub value: String,
    /// Why it could not be placed.
    pub why: String,
}

/// Another entry's body, put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The entry that is put right.
    pub of: EntryId,
    /// What it should say.
    pub body: Box<Body>,
    /// Why.
    pub why: String,
}

/// Another entry is taken back: from then on it is known not to be so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Retraction {
    /// The entry that is taken back. Retracting a dispute or a retraction lifts it.
    pub of: EntryId,
    /// Why.
    pub why: String,
}

/// Another entry is in doubt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dispute {
    /// The entry in doubt.
    pub of: EntryId,
    /// Why.
    pub why: String,
    /// Whether it counts all the same until a person decides. A row of low confidence does not;
    /// an act that a page no longer lists does, for a page that forgets does not undo history.
    pub counts: bool,
}

/// The shipped facts of a release were recorded up to here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactsRelease {
    /// The release, such as `2026-11-21`.
    pub release: String,
    /// SHA-256 over the shipped files.
    pub sha256: String,
}
