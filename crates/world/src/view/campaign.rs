//! Views of campaigns: their goals, and each State on its way.

use jiff::Timestamp;
use jiff::civil::Date;
use ledger::body::vocabulary::{
    ApproachKind, Channel, DomesticStep, Obstacle, PledgeKind, PledgeState, StateStage, Support,
};
use ledger::body::{ApproachState, CampaignAim};
use ledger::{Audience, EntryRef};
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{PartialDate, ParticipantId, TreatyId};

use super::{HeadView, Standing};

/// A participant and its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct NamedState {
    /// Its code.
    pub iso3: ParticipantId,
    /// Its name in the language asked for.
    pub name: String,
}

/// Every campaign on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CampaignsView {
    /// The legal day.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// The campaigns, the newest first.
    pub campaigns: Vec<CampaignSummary>,
}

/// What a campaign wants, and how far it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CampaignSummary {
    /// Its name in addresses; of one that nobody recorded, the treaty's id.
    pub campaign: String,
    /// Its title.
    pub title: String,
    /// The entry that says it; `null`: nobody recorded one, and the treaty's own aim is taken.
    pub entry: Option<EntryRef>,
    /// Who may see that entry.
    pub audience: Option<Audience>,
    /// The treaty that the aim is about.
    pub treaty: TreatyId,
    /// Its short name.
    pub short: String,
    /// The other treaties it is for.
    pub also: Vec<TreatyId>,
    /// What is to be reached.
    pub aim: CampaignAim,
    /// Its first day.
    pub from: Option<PartialDate>,
    /// Its last day.
    pub until: Option<PartialDate>,
    /// Who runs it.
    pub by: Vec<NamedState>,
    /// What else its entry says.
    pub note: Option<String>,
    /// How far it is, by law.
    pub goal: CampaignGoal,
    /// Why it is in doubt, where it is.
    pub disputed: Option<String>,
}

/// How far a campaign is, by what the depositary recorded alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CampaignGoal {
    /// Those it is about: whose consent is missing, and those who gave it in its time.
    pub targets: u32,
    /// Those of them whose consent stands.
    pub reached: u32,
    /// Those of them whose consent is missing.
    pub missing: u32,
    /// How many consents stood on the day.
    pub consents: u32,
    /// How many stood when the campaign began; `null` where its first day is not known.
    pub consents_before: Option<u32>,
    /// How many consents are wanted, where the aim is a number of them.
    pub wanted: Option<u32>,
    /// How many consents more are needed; `null` where the treaty's file gives no rule to count by.
    pub distance: Option<u32>,
    /// Whether the aim is reached.
    pub met: bool,
}

/// Where a State stands in a campaign: each in one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BoardColumn {
    /// No contact that took place is on record, and no stage.
    NotContacted,
    /// It was contacted; nobody recorded how far it is. Nothing is inferred.
    Contacted,
    /// It knows of the treaty.
    Aware,
    /// It declared interest.
    Interested,
    /// Ministries consult.
    ProcessOpen,
    /// A law is before parliament.
    Parliament,
    /// Approved, not deposited.
    Approved,
    /// Its consent stands, as the depositary recorded; or somebody recorded that it was deposited.
    Deposited,
    /// It went on, and no longer does.
    Stalled,
    /// Something named stands in the way.
    Blocked,
    /// It stepped back.
    Withdrew,
}

impl BoardColumn {
    /// Every column, in the order of the board.
    pub const ALL: [BoardColumn; 11] = [
        BoardColumn::NotContacted,
        BoardColumn::Contacted,
        BoardColumn::Aware,
        BoardColumn::Interested,
        BoardColumn::ProcessOpen,
        BoardColumn::Parliament,
        BoardColumn::Approved,
        BoardColumn::Deposited,
        BoardColumn::Stalled,
        BoardColumn::Blocked,
        BoardColumn::Withdrew,
    ];
}

/// What somebody recorded and what the record shows beside it do not agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StageDiffers {
    /// Recorded as deposited; no such act is on record.
    NoDeposit,
    /// Recorded as not contacted; a contact is on record.
    Contacted,
    /// Its consent stands; the stage recorded last is an earlier one.
    Deposited,
}

/// A campaign, State by State.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CampaignView {
    /// The legal day.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// The campaign.
    pub campaign: CampaignSummary,
    /// How many States are in each column, in the order of the board; empty columns too.
    pub columns: Vec<ColumnCount>,
    /// The States it is about, by English name.
    pub states: Vec<CampaignRow>,
}

/// How many States are in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ColumnCount {
    /// The column.
    pub column: BoardColumn,
    /// How many.
    pub states: u32,
}

/// One State in a campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CampaignRow {
    /// Its code.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// Where it is on the board.
    pub column: BoardColumn,
    /// Where it stands by law.
    pub standing: Standing,
    /// When it signed.
    pub signed: Option<PartialDate>,
    /// When its standing consent was given.
    pub consented: Option<PartialDate>,
    /// The stage that holds on the day, as somebody recorded it.
    pub stage: Option<StageView>,
    /// Where stage and record differ.
    pub differs: Option<StageDiffers>,
    /// The last contact that took place.
    pub last: Option<ContactView>,
    /// How many took place.
    pub contacts: u32,
    /// The next contact that is planned.
    pub planned: Option<ContactView>,
    /// What is to be done next, what is due first at the beginning.
    pub steps: Vec<StepView>,
    /// What it promised and has not done yet.
    pub pledges: Vec<PledgeView>,
    /// What stood in the way when obstacles were last named.
    pub obstacles: Option<ObstaclesView>,
    /// Support that it asked for and that nobody offered since.
    pub support: Vec<Support>,
    /// Whether something of it is overdue: a step, a promise, a contact that was planned.
    pub overdue: bool,
}

/// A stage, as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StageView {
    /// Its entry.
    pub entry: EntryRef,
    /// How far.
    pub stage: StateStage,
    /// The step at home.
    pub step: Option<DomesticStep>,
    /// When it was so.
    pub on: PartialDate,
    /// What shows it.
    pub evidence: Option<String>,
    /// The approach in which it came up, where the viewer may see that.
    pub approach: Option<EntryRef>,
    /// Anything else.
    pub note: Option<String>,
    /// Why it is in doubt, where it is.
    pub disputed: Option<String>,
}

/// An approach in brief.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ContactView {
    /// Its entry.
    pub entry: EntryRef,
    /// When, or its first day.
    pub on: Option<PartialDate>,
    /// Its last day.
    pub until: Option<PartialDate>,
    /// Whether it took place.
    pub state: ApproachState,
    /// What it was.
    pub kind: ApproachKind,
    /// Through which channel.
    pub channel: Option<Channel>,
    /// Who approached, by name.
    pub by: Vec<String>,
    /// Whom, by name.
    pub to: Vec<String>,
    /// The meeting, by its name in addresses, where it is on record.
    pub meeting: Option<String>,
    /// The forum, as its entry says.
    pub forum: Option<String>,
    /// Whether its day passed and nobody recorded that it took place.
    pub passed: bool,
    /// Why it is in doubt, where it is.
    pub disputed: Option<String>,
}

/// Something that is to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StepView {
    /// The entry that says it: an approach or a promise.
    pub entry: EntryRef,
    /// What.
    pub what: String,
    /// By whom.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<PartialDate>,
    /// When it was done.
    pub done: Option<PartialDate>,
    /// Whether its day passed.
    pub overdue: bool,
}

/// Something that was promised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PledgeView {
    /// Its entry.
    pub entry: EntryRef,
    /// To do what.
    pub kind: PledgeKind,
    /// In the words of the source.
    pub what: String,
    /// What became of it.
    pub state: PledgeState,
    /// When it was promised.
    pub on: Option<PartialDate>,
    /// By when.
    pub due: Option<PartialDate>,
    /// By which meeting, by its name in addresses, where that is on record.
    pub meeting: Option<String>,
    /// Whether it is open and its day, or that of its meeting, passed.
    pub overdue: bool,
    /// Why it is in doubt, where it is.
    pub disputed: Option<String>,
}

/// What stood in the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ObstaclesView {
    /// The approach in which it was said.
    pub entry: EntryRef,
    /// When.
    pub on: Option<PartialDate>,
    /// What.
    pub obstacles: Vec<Obstacle>,
}
