//! Views: the answers, as plain data. Their field names are the JSON of the contract.

mod across;
mod aim;
mod brief;
mod campaign;
mod campaign_told;
mod changes;
mod contact;
mod contact_near;
mod document;
mod duty;
mod field;
mod finding;
mod force;
mod group;
mod library;
mod meeting;
mod news;
mod next;
mod plan;
mod record;
mod report;
mod report_kept;
mod search;
mod sentence;
mod status;

pub use across::{
    CompareView, ComparedState, ComparedTreaty, OpenSpan, ParticipationView, Span, TenureView,
    TenuresView, TimelineAct, TimelineTreaty, TimelineView,
};
pub use aim::{AimView, AimWhat};
pub use brief::{BriefAcross, BriefLine, BriefPart, BriefSection, BriefView};
pub use campaign::{
    BoardColumn, CampaignGoal, CampaignRow, CampaignSummary, CampaignView, CampaignsView,
    ColumnCount, ContactView, NamedState, ObstaclesView, PledgeView, StageDiffers, StageView,
    StepView,
};
pub use campaign_told::{
    AttributionView, CampaignCalendarView, CampaignContactsView, CampaignDay, CampaignDayWhat,
    CampaignRolesView, CampaignStateView, DoneView, Held, OfficeView, Pair, Pairing, PlannedAt,
    PlannedBy, PlannedView, StoryItem, StoryWhat, Uncontacted,
};
pub use changes::{ActView, Change, ChangesView, LawView, Statement};
pub use contact::{
    ApproachCounts, ApproachPageView, ApproachView, ApproachedView, ApproachesView,
    FollowedView, NotedView, SideView,
};
pub use contact_near::NearContact;
pub use document::{DocumentVersion, DocumentView, DocumentsView};
pub use duty::{
    Distance, DutiesView, DutyStanding, DutyState, ExplainView, ExtensionView, Margin,
};
pub use field::{FieldTreaty, FieldView, ParticipantView, TreatyStanding, YearlyDeadline};
pub use finding::{
    Finding, FindingKind, ReconcileView, Reconciled, Severity, Uncertain, UncertainView,
    UncertainWhy,
};
pub use force::{ForceView, Lacks, Missing, Supposed, WhatIf};
pub use group::{GroupSort, GroupStanding, GroupsView};
pub use library::{LibraryCard, LibraryWhat};
pub use meeting::{
    CalendarItem, CalendarView, CalendarWhat, MeetingPageView, MeetingView, MeetingsView,
};
pub use news::{NewsItem, NewsView, NewsWhat, Touch, TouchedHow};
pub use next::{
    Messenger, NextRow, NextView, NoSignal, Signal, SignalView, WeightView, Weights,
};
pub use plan::{
    AssistanceView, GoalView, PlanActionView, PlanSummary, PlanView, StatementView,
};
pub use record::{Cited, EntryView, HeadView, LedgerView, SourceRef};
pub use report::{
    Asks, Passage, PassageForm, ReportAsk, ReportCell, ReportColumn, ReportKind, ReportOf,
    ReportPart, ReportRefused, ReportSentence, ReportSpan, ReportTable, ReportView,
    UnknownReport,
};
pub use report_kept::{KeptReport, KeptReportsView};
pub use search::{Found, Matched, SearchHit, SearchView};
pub use sentence::{CodeList, Instrument, Said, Sentence, Venue, VenueMeeting, Way};
pub use status::{
    CalledView, Counts, CurvePoint, CurveView, MatrixRow, MatrixTreaty, MatrixView,
    ParticipantStatus, Standing, StandingAct, StatusView,
};
