//! Views of campaigns: who was approached and who acted, what is planned, who holds an office, what
//! falls on which day, and the story of one State.

use jiff::Timestamp;
use jiff::civil::Date;
use ledger::EntryRef;
use ledger::body::vocabulary::{AttributionConfidence, RoleKind};
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{Kind, PartialDate, ParticipantId, TreatyId};

use super::campaign::{
    CampaignRow, CampaignSummary, ContactView, NamedState, PledgeView, StageView, StepView,
};
use super::{HeadView, SourceRef, Standing};

/// Who was approached, and who acted. That one came after the other credits nobody: only what
/// somebody recorded as credited is, with how sure he was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CampaignContactsView {
    /// The legal day: acts are told up to it.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// The campaign.
    pub campaign: CampaignSummary,
    /// The first day on which contacts are counted.
    pub from: Date,
    /// The last.
    pub to: Date,
    /// The day since which nobody was in contact with those under `uncontacted`.
    pub since: Date,
    /// Everybody it is about, and whoever else was approached or acted: each once, by group and name.
    pub pairs: Vec<Pair>,
    /// Those whose consent is missing and with whom no contact is on record since the day, by name.
    pub uncontacted: Vec<Uncontacted>,
}

/// Whether a State was approached, and whether it acted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Pairing {
    /// Approached within the days, and it acted afterwards.
    ApproachedActed,
    /// Approached within the days, and it acted; which came first the record does not tell, because the
    /// day of one of them is not known.
    ApproachedActedUndated,
    /// Approached within the days; it has not acted since.
    ApproachedOnly,
    /// It acted; it was approached at other times, or afterwards.
    ActedApproachedOtherwise,
    /// It acted, and no approach is on record at all.
    ActedOnly,
    /// Neither.
    Neither,
}

impl Pairing {
    /// Every one, in the order of pages.
    pub const ALL: [Pairing; 6] = [
        Pairing::ApproachedActed,
        Pairing::ApproachedActedUndated,
        Pairing::ApproachedOnly,
        Pairing::ActedApproachedOtherwise,
        Pairing::ActedOnly,
        Pairing::Neither,
    ];
}

/// One State: how it was approached and what it did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Pair {
    /// Its code.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// Which of the groups.
    pub pairing: Pairing,
    /// Where it stands by law.
    pub standing: Standing,
    /// How many contacts took place within the days.
    pub contacts: u32,
    /// The first of them.
    pub first: Option<ContactView>,
    /// The last of them.
    pub last: Option<ContactView>,
    /// What it did: signatures and consents from the first day up to the legal day.
    pub acts: Vec<DoneView>,
    /// What somebody credits to an approach.
    pub attributions: Vec<AttributionView>,
}

/// An act under the treaty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DoneView {
    /// Its entry.
    pub entry: EntryRef,
    /// What.
    pub act: Kind,
    /// When.
    pub on: PartialDate,
    /// Whether it is disputed.
    pub disputed: bool,
}

/// What somebody credits to an approach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AttributionView {
    /// Its entry.
    pub entry: EntryRef,
    /// Whose word it is, as its entry names the author.
    pub author: String,
    /// The approach.
    pub approach: EntryRef,
    /// What followed.
    pub act: EntryRef,
    /// That in one line.
    pub followed: String,
    /// How sure.
    pub confidence: AttributionConfidence,
    /// Upon what.
    pub why: String,
    /// Why it is in doubt, where it is.
    pub disputed: Option<String>,
}

/// Somebody with whom there was no contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Uncontacted {
    /// Its code.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// Where it stands by law.
    pub standing: Standing,
    /// The last contact before; `null`: none is on record.
    pub last: Option<ContactView>,
    /// The next that is planned.
    pub planned: Option<ContactView>,
}

/// What is planned, by meeting and by messenger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlannedView {
    /// The legal day.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// The campaign.
    pub campaign: CampaignSummary,
    /// By meeting or forum, the next first; what has neither last.
    pub by_meeting: Vec<PlannedAt>,
    /// By who is to approach, by name.
    pub by_messenger: Vec<PlannedBy>,
}

/// What is planned at one meeting or forum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlannedAt {
    /// The meeting, by its name in addresses.
    pub meeting: Option<String>,
    /// Its first day.
    pub start: Option<PartialDate>,
    /// The forum, or the meeting as the entries name it.
    pub forum: Option<String>,
    /// What is planned, by day.
    pub contacts: Vec<ContactView>,
}

/// What one messenger is to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlannedBy {
    /// Who.
    pub name: String,
    /// What is planned, by day.
    pub contacts: Vec<ContactView>,
}

/// Who holds which office under the treaty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CampaignRolesView {
    /// The legal day.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// The campaign.
    pub campaign: CampaignSummary,
    /// The offices: those held first, then those to come, those whose days are not known, those past.
    pub roles: Vec<OfficeView>,
}

/// Whether an office is held on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Held {
    /// It is.
    Now,
    /// Its term begins later.
    Ahead,
    /// Neither the first nor the last day is known.
    Unknown,
    /// Its term is over.
    Past,
}

impl Held {
    /// Every one, in the order of pages.
    pub const ALL: [Held; 4] = [Held::Now, Held::Ahead, Held::Unknown, Held::Past];
}

/// An office and who holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OfficeView {
    /// Its entry.
    pub entry: EntryRef,
    /// Of which kind, where somebody said.
    pub kind: Option<RoleKind>,
    /// The office, as printed.
    pub role: String,
    /// Which participant.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// In person.
    pub person: Option<String>,
    /// From.
    pub from: Option<PartialDate>,
    /// Until.
    pub until: Option<PartialDate>,
    /// Whether it is held.
    pub held: Held,
    /// Whether it is held and its term ends within 180 days.
    pub ends_soon: bool,
    /// Anything else.
    pub note: Option<String>,
    /// Where it is from.
    pub source: SourceRef,
}

/// What falls on which day in a campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CampaignCalendarView {
    /// The legal day.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// The campaign.
    pub campaign: CampaignSummary,
    /// First day, included.
    pub from: Date,
    /// Last day, included.
    pub to: Date,
    /// What is open and fell due before the first day, the oldest first.
    pub overdue: Vec<CampaignDay>,
    /// By day.
    pub items: Vec<CampaignDay>,
}

/// What a day of a campaign is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CampaignDayWhat {
    /// A meeting of the treaty begins.
    Meeting,
    /// A contact is planned.
    Planned,
    /// Something is to be done.
    Step,
    /// A promise falls due.
    Pledge,
    /// A term of office ends.
    TermEnds,
    /// The campaign ends.
    Ends,
}

/// Something on a day of a campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CampaignDay {
    /// Its own name, the same as long as it means the same.
    pub id: String,
    /// The day, or the month where only that is known.
    pub day: PartialDate,
    /// The last day, for what lasts.
    pub until: Option<PartialDate>,
    /// What it is.
    pub what: CampaignDayWhat,
    /// The States it is about.
    pub states: Vec<NamedState>,
    /// What is to be done, was promised, or ends, as its entry says; the kind of a meeting.
    pub title: String,
    /// Who is to do it.
    pub owner: Option<String>,
    /// The number of a meeting in its series.
    pub number: Option<String>,
    /// The meeting, by its name in addresses.
    pub meeting: Option<String>,
    /// The contact that is planned.
    pub contact: Option<ContactView>,
    /// Its entry.
    pub entry: EntryRef,
    /// Whether anyone may see it.
    pub public: bool,
    /// Whether its day passed.
    pub overdue: bool,
    /// Whether it is in doubt.
    pub disputed: bool,
    /// Where it is from.
    pub source: SourceRef,
}

/// One State in a campaign: where it is, and its whole story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CampaignStateView {
    /// The legal day.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// The campaign.
    pub campaign: CampaignSummary,
    /// Whether the campaign is about it.
    pub is_target: bool,
    /// Where it is.
    pub state: CampaignRow,
    /// What happened, the newest first; what has no day last.
    pub story: Vec<StoryItem>,
}

/// What an item of a story is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StoryWhat {
    /// It acted under the treaty.
    Act,
    /// A stage was recorded.
    Stage,
    /// It was approached, or is to be.
    Contact,
    /// It promised something.
    Pledge,
    /// Something was credited to an approach.
    Attribution,
    /// Something was to be done.
    Step,
}

/// Something in the story of a State. Of the last six members one is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StoryItem {
    /// When.
    pub day: Option<PartialDate>,
    /// What it is.
    pub what: StoryWhat,
    /// Its entry.
    pub entry: EntryRef,
    /// The treaty.
    pub treaty: TreatyId,
    /// What it did.
    pub act: Option<DoneView>,
    /// The stage.
    pub stage: Option<StageView>,
    /// The contact.
    pub contact: Option<ContactView>,
    /// The promise.
    pub pledge: Option<PledgeView>,
    /// What is credited.
    pub attribution: Option<AttributionView>,
    /// What was to be done.
    pub step: Option<StepView>,
}
