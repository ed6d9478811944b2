//! What a report that is kept is about: its title, its days, what stands above it.

use jiff::civil::Date;
use ledger::body::{Report, ReportMasthead, ReportNotes};

use crate::deeds::mend::mark_of;
use crate::deeds::written::{Slip, line};
use crate::door::form::Fields;

/// By what a change in between is noticed.
pub(super) fn mark(one: &Report) -> String {
    mark_of(&(&one.title, one.from, one.to, one.notes, &one.masthead))
}

/// The report with what the fields say; what its authors wrote in it stays.
pub(super) fn wanted(one: &Report, fields: &Fields) -> Result<Report, Slip> {
    if fields.get("was") != mark(one) {
        return Err("mend-changed-meanwhile".into());
    }
    let from = match one.from {
        Some(_) => Some(day(fields, "from")?.ok_or("campaign-record-bad-day")?),
        None => None,
    };
    let to = day(fields, "to")?.ok_or("campaign-record-bad-day")?;
    if from.is_some_and(|from| from > to) {
        return Err("rec-slip-backwards".into());
    }
    let notes = match fields.get("notes") {
        "foot" => Some(ReportNotes::Foot),
        "end" => Some(ReportNotes::End),
        _ => None,
    };
    let before = fields.get("before").lines().map(str::trim);
    let before: Vec<_> = before.filter(|line| !line.is_empty()).collect();
    if before.iter().any(|line| line.chars().count() > 200) {
        return Err(Slip::of("written-too-long", "200"));
    }
    Ok(Report {
        title: line(fields, "title")?.ok_or("report-kept-no-title")?,
        from,
        to,
        notes,
        masthead: ReportMasthead {
            before: before.into_iter().map(str::to_owned).collect(),
            venue: line(fields, "venue")?,
            symbol: line(fields, "symbol")?,
            distribution: line(fields, "distribution")?,
            date: day(fields, "date")?,
            agenda: line(fields, "agenda")?,
        },
        ..one.clone()
    })
}

fn day(fields: &Fields, name: &str) -> Result<Option<Date>, Slip> {
    match fields.get(name).trim() {
        "" => Ok(None),
        given => given
            .parse()
            .map(Some)
            .map_err(|_no_day| "campaign-record-bad-day".into()),
    }
}
