//! Reports that their authors keep.

use jiff::Timestamp;
use ledger::body::Report;
use ledger::{Audience, EntryRef};
use schemars::JsonSchema;
use serde::Serialize;

use super::report::{ReportAsk, UnknownReport};
use super::{HeadView, SourceRef};

/// The reports that are kept, as far as whoever asks may see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct KeptReportsView {
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// Each as it stands now; the one changed last comes first.
    pub reports: Vec<KeptReport>,
}

/// A report that is kept, as it stands now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct KeptReport {
    /// What it is called in addresses: its name, or its entry where an earlier one has that name.
    pub name: String,
    /// The entry by which it was first kept.
    pub entry: EntryRef,
    /// The entry that has its present words.
    pub worded: EntryRef,
    /// Who may see it.
    pub audience: Audience,
    /// When it was first kept.
    pub kept: Timestamp,
    /// When its present words were recorded.
    pub changed: Timestamp,
    /// Why it is in doubt, where it is.
    pub disputed: Option<String>,
    /// Where its present words come from.
    pub source: SourceRef,
    /// What it says.
    pub report: Report,
}

impl TryFrom<&Report> for ReportAsk {
    type Error = UnknownReport;

    /// The question that a report which is kept is made from; none where its kind is one of a later program.
    fn try_from(kept: &Report) -> Result<ReportAsk, UnknownReport> {
        Ok(ReportAsk {
            kind: kept.kind.parse()?,
            treaty: kept.treaty.clone(),
            of: kept.states.clone(),
            from: kept.from,
            to: kept.to,
            plan: kept.plan.clone(),
        })
    }
}
