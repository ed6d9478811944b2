//! What became known, newest first: what feeds hold.

use jiff::Timestamp;
use jiff::civil::Date;
use ledger::EntryRef;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{Kind, PartialDate, ParticipantId, TreatyId};

use super::{HeadView, SourceRef};

/// The news of a treaty, of a State or of all, one page of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NewsView {
    /// The legal day: what takes effect later is no news yet.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// Only under this treaty.
    pub treaty: Option<TreatyId>,
    /// Only of this participant.
    pub iso3: Option<ParticipantId>,
    /// When the newest item of all pages became news; of the first entry where there is no item.
    pub updated: Option<Timestamp>,
    /// How many items there are on all pages.
    pub total: usize,
    /// How many a page holds at most.
    pub limit: usize,
    /// The items of this page.
    pub items: Vec<NewsItem>,
    /// The item before this page, if one was asked for.
    pub before: Option<String>,
    /// The item before the page of newer ones; `null` where that is the first page, or this is.
    pub newer: Option<String>,
    /// The item before the page of older ones; `null` on the last page.
    pub older: Option<String>,
    /// The item before the last page; `null` where there is one page.
    pub oldest: Option<String>,
}

/// What an item of news is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NewsWhat {
    /// A participant did something under a treaty.
    Act,
    /// A treaty entered into force.
    TreatyInForce,
    /// A treaty entered into force for a participant.
    InForce,
    /// A withdrawal took effect by the rule.
    Leaves,
    /// A duty was fulfilled: a report, a destruction completed.
    Fulfilled,
    /// A deadline was extended.
    Extended,
    /// A meeting.
    Meeting,
}

/// What was done later to the entry behind an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TouchedHow {
    /// It was put right.
    Corrected,
    /// It was taken back.
    Retracted,
    /// It was put in doubt.
    Disputed,
    /// A doubt, or a taking back, was itself taken back.
    Lifted,
}

/// The last thing that was done to the entry behind an item after it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Touch {
    /// What.
    pub how: TouchedHow,
    /// Why, as whoever did it wrote.
    pub why: String,
    /// The entry that did it.
    pub entry: EntryRef,
    /// When.
    pub recorded: Timestamp,
}

/// An item of news. One act is one item as long as it is on record: what is done to it later
/// brings the same item up again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NewsItem {
    /// Its own name, the same wherever and whenever it is read.
    pub id: String,
    /// What it is.
    pub what: NewsWhat,
    /// When it became news: when it, or what was done to it last, was recorded; for what takes
    /// effect, not before its day begins (UTC).
    pub updated: Timestamp,
    /// When it was recorded first.
    pub published: Timestamp,
    /// The legal day.
    pub date: PartialDate,
    /// The last day, for what lasts.
    pub until: Option<PartialDate>,
    /// The treaty.
    pub treaty: TreatyId,
    /// The treaty's short name.
    pub short: String,
    /// Who.
    pub iso3: Option<ParticipantId>,
    /// Its name.
    pub name: Option<String>,
    /// The kind of an act, or of the act by which something takes effect.
    pub act: Option<Kind>,
    /// For a consent: from which day the treaty is in force for it.
    pub in_force: Option<Date>,
    /// The article of a duty, as the treaty's file names it.
    pub article: Option<String>,
    /// The year a report covers.
    pub covers: Option<i16>,
    /// The new day of an extended deadline.
    pub due: Option<Date>,
    /// [`super::MeetingView::id`] of a meeting.
    pub meeting: Option<String>,
    /// The kind of a meeting, as on record.
    pub kind: Option<String>,
    /// Its number in its series.
    pub number: Option<String>,
    /// Where it meets.
    pub place: Option<String>,
    /// What the source says, as printed.
    pub text: Option<String>,
    /// Why it is in doubt, where it is.
    pub disputed: Option<String>,
    /// Whether it counts.
    pub counts: bool,
    /// What was done to it last.
    pub touched: Option<Touch>,
    /// The entry.
    pub entry: EntryRef,
    /// Where it is from.
    pub source: SourceRef,
}
