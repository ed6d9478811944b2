//! A view as rows: what every CSV of it holds, on the command line and on the pages alike.
//!
//! Days are ISO 8601, words are those of the JSON, a cell of several values separates them by
//! blanks (entries) or `; ` (sentences). New columns come last: others read these by script.
//!
//! The columns stand here and not in one list with those of the dataset, for a sheet is what one page
//! shows, in the reader's language and as scripts know it, while the dataset's tables are typed, keyed
//! and of the whole record; the two change for different reasons.

mod brief;
mod contact;
mod news;
mod next;
mod told;

use std::fmt::Display;

use serde::Serialize;

pub use self::next::in_tenths;

use crate::view::{
    ChangesView, DutiesView, Finding, ForceView, Lacks, MatrixView, ParticipantStatus,
    ParticipantView, ReconcileView, SourceRef, StandingAct, StatusView, UncertainView,
};

/// A heading and rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Sheet {
    /// A sheet with a heading and no row.
    pub fn new(head: &[&str]) -> Sheet {
        Sheet::wide(head.iter().map(|&name| name.to_owned()).collect())
    }

    /// A sheet whose columns depend on the view.
    pub fn wide(head: Vec<String>) -> Sheet {
        Sheet {
            head,
            rows: Vec::new(),
        }
    }

    /// Adds a row, which has a cell for each heading.
    pub fn row(&mut self, cells: Vec<String>) {
        debug_assert_eq!(
            cells.len(),
            self.head.len(),
            "a cell for each of {:?}",
            self.head
        );
        self.rows.push(cells);
    }

    /// The same without the column `name`, if there is one.
    #[must_use]
    pub fn without(&self, name: &str) -> Sheet {
        let kept = |cells: &[String]| {
            let cells = self.head.iter().zip(cells);
            cells
                .filter(|(head, _)| *head != name)
                .map(|(_, cell)| cell.clone())
                .collect()
        };
        Sheet {
            head: kept(&self.head),
            rows: self.rows.iter().map(|row| kept(row)).collect(),
        }
    }

    /// The headings.
    pub fn head(&self) -> &[String] {
        &self.head
    }

    /// The rows.
    pub fn rows(&self) -> &[Vec<String>] {
        &self.rows
    }

    /// As a CSV file: RFC 4180, UTF-8, a heading.
    pub fn to_csv(&self) -> Vec<u8> {
        let mut out = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        let written = out
            .write_record(&self.head)
            .and_then(|()| self.rows.iter().try_for_each(|row| out.write_record(row)));
        written.expect("rows have as many cells as the heading, and memory does not fail");
        out.into_inner().expect("writing to memory does not fail")
    }
}

/// A value that may be missing, as a cell.
pub fn cell(value: Option<impl Display>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

/// The word by which a value goes in JSON: for enums that are words.
pub fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(other) => other.to_string(),
        Err(_) => unreachable!("the enums of views are words"),
    }
}

/// The numbers of the entries behind a row, joined by blanks.
pub fn entry_numbers(sources: &[SourceRef]) -> String {
    joined(sources.iter().map(|source| source.entry), " ")
}

fn joined(values: impl Iterator<Item = impl Display>, between: &str) -> String {
    let values: Vec<_> = values.map(|value| value.to_string()).collect();
    values.join(between)
}

/// A view that has a tabular form.
pub trait Tabular {
    /// Its rows.
    fn sheet(&self) -> Sheet;
}

impl Tabular for StatusView {
    fn sheet(&self) -> Sheet {
        status_of(std::slice::from_ref(self))
    }
}

/// The participants of several treaties in one sheet.
pub fn status_of(views: &[StatusView]) -> Sheet {
    let mut sheet = Sheet::new(&[
        "treaty",
        "on",
        "known",
        "iso3",
        "name",
        "standing",
        "provisional",
        "signed",
        "consented",
        "consent_act",
        "in_force",
        "left",
        "uncertain",
        "entries",
        "done_by",
        "acts",
    ]);
    for view in views {
        for one in &view.participants {
            let mut row = vec![
                view.treaty.to_string(),
                view.on.to_string(),
                view.known.to_string(),
                one.iso3.to_string(),
                one.name.clone(),
            ];
            row.extend(standing_cells(one));
            row.extend([
                one.uncertain.to_string(),
                entry_numbers(&one.sources),
                cell(one.done_by),
                joined(one.acts.iter().map(act_in_words), "; "),
            ]);
            sheet.row(row);
        }
    }
    sheet
}

/// `standing`, `provisional`, `signed`, `consented`, `consent_act`, `in_force`, `left`.
fn standing_cells(one: &ParticipantStatus) -> [String; 7] {
    [
        word(&one.standing),
        one.provisional.to_string(),
        cell(one.signed),
        cell(one.consented),
        cell(one.consent_act),
        cell(one.in_force),
        cell(one.left),
    ]
}

/// `signature 2008-12-03`, with `effect DAY` or `by CODE` after it where that is known. An import
/// reads it back.
fn act_in_words(act: &StandingAct) -> String {
    let mut text = format!("{} {}", act.act, act.date);
    if let Some(day) = act.effect {
        text.push_str(&format!(" effect {day}"));
    }
    if let Some(by) = act.done_by {
        text.push_str(&format!(" by {by}"));
    }
    text
}

impl Tabular for ParticipantView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "iso3",
            "on",
            "known",
            "treaty",
            "standing",
            "provisional",
            "signed",
            "consented",
            "consent_act",
            "in_force",
            "left",
            "entries",
        ]);
        for one in &self.treaties {
            let mut row = vec![
                self.iso3.to_string(),
                self.on.to_string(),
                self.known.to_string(),
                one.treaty.to_string(),
            ];
            row.extend(standing_cells(&one.status));
            row.push(entry_numbers(&one.status.sources));
            sheet.row(row);
        }
        sheet
    }
}

impl Tabular for ChangesView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "date",
            "treaty",
            "iso3",
            "name",
            "act",
            "in_force",
            "further_deposit",
            "disputed",
            "entry",
            "source",
            "url",
        ]);
        for act in &self.acts {
            sheet.row(vec![
                act.date.to_string(),
                act.treaty.to_string(),
                act.iso3.to_string(),
                act.name.clone(),
                act.act.to_string(),
                cell(act.in_force),
                act.further_deposit.to_string(),
                act.disputed.to_string(),
                act.source.entry.to_string(),
                act.source.title.clone(),
                cell(act.source.url.as_ref()),
            ]);
        }
        sheet
    }
}

impl Tabular for ForceView {
    /// The named participants where the condition names some, else those still missing.
    fn sheet(&self) -> Sheet {
        let mut sheet =
            Sheet::new(&["treaty", "on", "known", "iso3", "name", "standing", "lacks"]);
        let rows = match self.named.is_empty() {
            true => &self.missing,
            false => &self.named,
        };
        for one in rows {
            sheet.row(vec![
                self.treaty.to_string(),
                self.on.to_string(),
                self.known.to_string(),
                one.iso3.to_string(),
                one.name.clone(),
                word(&one.standing),
                lacks(one.lacks).to_owned(),
            ]);
        }
        sheet
    }
}

/// What is lacking, in the words of the JSON.
pub fn lacks(lacks: Lacks) -> &'static str {
    match lacks {
        Lacks::Nothing => "",
        Lacks::Ratification => "ratification",
        Lacks::SignatureAndRatification => "signature and ratification",
    }
}

impl Tabular for DutiesView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "treaty",
            "iso3",
            "name",
            "article",
            "duty",
            "due",
            "original_due",
            "extensions",
            "standing",
            "fulfilled",
            "political",
            "because",
            "entries",
        ]);
        for duty in &self.duties {
            sheet.row(vec![
                duty.treaty.to_string(),
                duty.iso3.to_string(),
                duty.name.clone(),
                duty.article.clone(),
                duty.duty.clone(),
                cell(duty.due),
                cell(duty.original_due),
                joined(duty.extensions.iter().map(|one| one.until), " "),
                word(&duty.standing),
                cell(duty.fulfilled),
                duty.political.to_string(),
                joined(duty.because.steps().iter(), "; "),
                entry_numbers(&duty.sources),
            ]);
        }
        sheet
    }
}

impl Tabular for [Finding] {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["severity", "kind", "treaty", "iso3", "text", "entries"]);
        for finding in self {
            sheet.row(finding_cells(finding));
        }
        sheet
    }
}

/// One finding as a row.
pub fn finding_cells(finding: &Finding) -> Vec<String> {
    vec![
        word(&finding.severity),
        word(&finding.kind),
        cell(finding.treaty.as_ref()),
        cell(finding.iso3),
        finding.text.clone(),
        joined(finding.entries.iter(), " "),
    ]
}

impl Tabular for UncertainView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "why", "treaty", "iso3", "what", "note", "counts", "entry", "source",
        ]);
        for row in &self.rows {
            sheet.row(vec![
                word(&row.why),
                cell(row.treaty.as_ref()),
                cell(row.iso3),
                row.what.clone(),
                cell(row.note.as_ref()),
                row.counts.to_string(),
                row.entry.to_string(),
                row.source.title.clone(),
            ]);
        }
        sheet
    }
}

impl Tabular for ReconcileView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "treaty", "what", "on", "printed", "computed", "holds", "entry", "source",
        ]);
        for one in &self.reconciled {
            sheet.row(vec![
                one.treaty.to_string(),
                word(&one.what),
                one.on.to_string(),
                one.printed.to_string(),
                one.computed.to_string(),
                one.holds.to_string(),
                one.source.entry.to_string(),
                one.source.title.clone(),
            ]);
        }
        sheet
    }
}

impl Tabular for MatrixView {
    /// One row a State, one column a treaty; nothing where the treaty is not open to the State.
    fn sheet(&self) -> Sheet {
        let head = ["iso3", "name"].into_iter().map(str::to_owned);
        let columns = self.treaties.iter().map(|column| column.treaty.to_string());
        let mut sheet = Sheet::wide(head.chain(columns).collect());
        for row in &self.rows {
            let names = [row.iso3.to_string(), row.name.clone()].into_iter();
            let cells = row.standings.iter().zip(&row.open);
            let standings = cells.map(|(standing, open)| match open {
                true => word(standing),
                false => String::new(),
            });
            sheet.row(names.chain(standings).collect());
        }
        sheet
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_with_commas_quotes_and_lines_are_quoted() {
        let mut sheet = Sheet::new(&["a", "b"]);
        sheet.row(vec!["x, y".into(), "say \"z\"\nnow".into()]);
        assert_eq!(
            String::from_utf8(sheet.to_csv()).unwrap(),
            "a,b\r\n\"x, y\",\"say \"\"z\"\"\nnow\"\r\n"
        );
    }
}
