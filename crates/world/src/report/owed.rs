//! How one duty of one participant is told of, and the tables of all.

use std::collections::BTreeMap;

use jiff::civil::Date;
use ledger::EntryRef;
use treaty::clause::{Duty, When};
use treaty::{PartialDate, ParticipantId, StepRule, Term};

use super::Frame;
use super::tables::{holds, without_empty};
use crate::duty_facts::parts;
use crate::view::{
    DutyStanding, DutyState, NamedState, ReportCell, ReportColumn, ReportTable, Said, Sentence,
};

/// How many duties stand side by side in a table.
const ABREAST: usize = 4;

/// What is told of one participant and one duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Told {
    /// Done.
    Done,
    /// Extended, by the last day there is.
    Extended,
    /// Late, as a source or a complete record says.
    Late,
    /// Late when last heard of, on this day; what came after is not on record.
    LateThen(PartialDate),
    /// Owed for sure, its day passed or none set; the record tells something of it, and not whether it was done.
    Heard,
    /// Its day passed, and the record is silent.
    Silent,
    /// Still to come.
    Ahead,
    /// Whether it is owed at all is not on record.
    PerhapsNot,
    /// Not owed, as a source says.
    NotOwed,
    /// Nothing is told: a duty without a day and without a word on it, or of one that has left.
    Nothing,
}

/// The rows of one duty, of one of its days where it is owed every year.
pub(super) struct Group<'w, 'r> {
    /// Which one of all it is.
    pub(super) at: usize,
    pub(super) duty: &'w Duty,
    /// The day, of a yearly one.
    pub(super) day: Option<Date>,
    pub(super) rows: Vec<(&'r DutyStanding, Told)>,
}

impl<'r> Group<'_, 'r> {
    pub(super) fn rows_of(&self, wanted: impl Fn(Told) -> bool) -> Vec<&'r DutyStanding> {
        let rows = self.rows.iter().filter(|(_, told)| wanted(*told));
        rows.map(|(row, _)| *row).collect()
    }
}

impl Frame<'_> {
    /// State by duty: each duty that has a day or a word on it, some side by side.
    pub(super) fn duty_tables(&self, groups: &[Group<'_, '_>]) -> Vec<ReportTable> {
        // Of a year that is still to come every cell would say the same.
        let says_something = |group: &&Group<'_, '_>| {
            let ahead = |told| group.day.is_some() && told == Told::Ahead;
            let cells = group.rows.iter().filter(|(_, told)| !ahead(*told));
            cells
                .clone()
                .any(|(row, told)| !cell(row, *told).holds.is_empty())
        };
        let told: Vec<_> = groups.iter().filter(says_something).collect();
        let keys = [
            "obligations-1",
            "obligations-2",
            "obligations-3",
            "obligations-4",
        ];
        let tables = told.chunks(ABREAST).zip(keys);
        tables
            .map(|(groups, key)| self.duty_table(groups, key))
            .collect()
    }

    fn duty_table(&self, groups: &[&Group<'_, '_>], key: &'static str) -> ReportTable {
        let mut columns = vec![ReportColumn {
            head: Sentence::new("report-col-state"),
            share: 30,
        }];
        columns.extend(groups.iter().map(|group| {
            let head = match is_numbered(&group.duty.article) {
                true => Sentence::new("report-col-article"),
                false => Sentence::new("report-col-heading"),
            };
            ReportColumn {
                head: head.text("article", group.duty.article.as_str()),
                share: 22,
            }
        }));
        let mut rows = BTreeMap::<ParticipantId, Vec<ReportCell>>::new();
        for (at, group) in groups.iter().enumerate() {
            for (row, told) in &group.rows {
                let cells = rows
                    .entry(row.iso3)
                    .or_insert_with(|| vec![ReportCell::default(); groups.len()]);
                cells[at] = cell(row, *told);
            }
        }
        rows.retain(|_, cells| cells.iter().any(|cell| !cell.holds.is_empty()));
        let rows = rows.into_iter().map(|(id, cells)| {
            let name = holds([Said::States(self.named([id]))]);
            std::iter::once(name).chain(cells).collect()
        });
        without_empty(ReportTable {
            key,
            heading: self.say("report-annex-obligations").day("day", self.to),
            columns,
            by_state: true,
            rows: rows.collect(),
        })
    }
}

/// What is told of a row.
pub(super) fn told(row: &DutyStanding) -> Told {
    let step = |rule: StepRule| row.because.steps().iter().find(|step| step.rule == rule);
    match row.standing {
        DutyState::Fulfilled => Told::Done,
        DutyState::Overdue => Told::Late,
        DutyState::Extended => Told::Extended,
        DutyState::Due if row.due != row.original_due => Told::Extended,
        DutyState::Due => Told::Ahead,
        DutyState::NotApplicable if step(StepRule::NotBound).is_some() => Told::Nothing,
        DutyState::NotApplicable => Told::NotOwed,
        DutyState::Dormant => Told::Nothing,
        DutyState::Unknown => {
            let seen = step(StepRule::EventOn).and_then(|step| step.inputs.get("date"));
            if let Some(seen) = seen.and_then(|day| day.parse().ok()) {
                Told::LateThen(seen)
            } else if step(StepRule::SituationUnknown).is_some() {
                if row.due.is_some() || row.observed.is_empty() {
                    Told::PerhapsNot
                } else {
                    Told::Heard
                }
            } else if !row.observed.is_empty() {
                Told::Heard
            } else if row.due.is_some() {
                Told::Silent
            } else {
                Told::Nothing
            }
        }
    }
}

/// What stands in a table of a row: its day, and how it stands.
fn cell(row: &DutyStanding, told: Told) -> ReportCell {
    let day = row.due.map(PartialDate::Day);
    let (day, key) = match told {
        Told::Done => (row.fulfilled, "report-cell-done"),
        Told::Extended => (day, "report-cell-extended"),
        Told::Late => (day, "report-cell-late"),
        Told::LateThen(_) => (day, "report-cell-late-then"),
        Told::Heard | Told::Silent => (day, "report-cell-unknown"),
        Told::Ahead => (day, "report-cell-ahead"),
        Told::PerhapsNot | Told::NotOwed | Told::Nothing => return ReportCell::default(),
    };
    let Some(day) = day else {
        return ReportCell::default();
    };
    ReportCell {
        holds: vec![Said::Day(day), Said::Keys(vec![key.to_owned()])],
        entries: facts(row).collect(),
    }
}

/// The rule by which the day is reckoned, where there is one.
pub(super) fn rule(when: &When) -> Option<Sentence> {
    let (term, keys) = match when {
        When::FromEntryIntoForceForState(term) => (
            term,
            [
                "report-rule-days",
                "report-rule-months",
                "report-rule-years",
                "report-rule-first",
            ],
        ),
        When::FromEntryIntoForce(term) => (
            term,
            [
                "report-rule-all-days",
                "report-rule-all-months",
                "report-rule-all-years",
                "report-rule-all-first",
            ],
        ),
        When::Yearly { .. } | When::FromEvent { .. } | When::Continuing => return None,
    };
    let (key, n) = match *term {
        Term::SameDay => (keys[0], 0),
        Term::Days(n) => (keys[0], n),
        Term::Months { n, .. } => (keys[1], n),
        Term::Years { n, .. } => (keys[2], n),
        Term::FirstDayOfMonth(n) => (keys[3], n),
    };
    Some(Sentence::new(key).with("n", Said::Number(n)))
}

pub(super) fn is_numbered(article: &str) -> bool {
    treaty::because::article_in_words(article) != article
}

pub(super) fn by_due(rows: Vec<&DutyStanding>) -> BTreeMap<Date, Vec<&DutyStanding>> {
    let mut by = BTreeMap::<_, Vec<_>>::new();
    for row in rows {
        if let Some(due) = row.due {
            by.entry(due).or_default().push(row);
        }
    }
    by
}

pub(super) fn named(rows: &[&DutyStanding]) -> Vec<NamedState> {
    let named = rows.iter().map(|row| NamedState {
        iso3: row.iso3,
        name: row.name.clone(),
    });
    named.collect()
}

/// The entries on a duty beside the consent, which comes first.
pub(super) fn facts(row: &DutyStanding) -> impl Iterator<Item = EntryRef> {
    row.sources.iter().skip(1).map(|source| source.entry)
}

/// What its passage is called in each making of the report.
pub(super) fn key_of(group: &Group<'_, '_>) -> String {
    let article = parts(&group.duty.article).join("-");
    match group.day {
        Some(day) => format!("duty-{article}-{day}"),
        None => format!("duty-{article}"),
    }
}
