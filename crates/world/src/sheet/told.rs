//! Meetings, calendars, comparisons and one participation as rows.

use super::{Sheet, Tabular, cell, entry_numbers, joined, standing_cells, word};
use crate::view::{
    AssistanceView, CalendarView, CompareView, DutyStanding, MeetingPageView, MeetingView,
    MeetingsView, ParticipationView, PlanSummary, PlanView, StatementView, TenuresView,
    TimelineView,
};

const MEETING: [&str; 17] = [
    "id",
    "treaty",
    "kind",
    "number",
    "start",
    "end",
    "place",
    "presidents",
    "note",
    "disputed",
    "signatures",
    "consents",
    "parties",
    "signatories_only",
    "entry",
    "source",
    "url",
];

fn meeting_cells(meeting: &MeetingView) -> Vec<String> {
    let counts = meeting.counts;
    vec![
        meeting.id.clone(),
        meeting.treaty.to_string(),
        meeting.kind.clone(),
        cell(meeting.number.as_ref()),
        meeting.start.to_string(),
        cell(meeting.end),
        cell(meeting.place.as_ref()),
        cell(meeting.presidents.as_ref()),
        cell(meeting.note.as_ref()),
        cell(meeting.disputed.as_ref()),
        cell(counts.map(|counts| counts.signatures)),
        cell(counts.map(|counts| counts.consents)),
        cell(counts.map(|counts| counts.parties)),
        cell(counts.map(|counts| counts.signatories_only)),
        meeting.source.entry.to_string(),
        meeting.source.title.clone(),
        cell(meeting.source.url.as_ref()),
    ]
}

impl Tabular for MeetingsView {
    /// By day, the first first.
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&MEETING);
        for meeting in self.past.iter().rev().chain(&self.coming) {
            sheet.row(meeting_cells(meeting));
        }
        sheet
    }
}

impl Tabular for MeetingPageView {
    /// The one row of the meeting.
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&MEETING);
        sheet.row(meeting_cells(&self.meeting));
        sheet
    }
}

impl Tabular for CalendarView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "id", "day", "until", "what", "treaty", "iso3", "name", "article", "title",
            "number", "place", "meeting", "states", "standing", "disputed", "entries",
        ]);
        for item in &self.items {
            sheet.row(vec![
                item.id.clone(),
                item.day.to_string(),
                cell(item.until),
                word(&item.what),
                item.treaty.to_string(),
                cell(item.iso3),
                cell(item.name.as_ref()),
                cell(item.article.as_ref()),
                item.title.clone(),
                cell(item.number.as_ref()),
                cell(item.place.as_ref()),
                cell(item.meeting.as_ref()),
                cell(item.states),
                cell(item.standing.as_ref().map(word)),
                item.disputed.to_string(),
                entry_numbers(&item.sources),
            ]);
        }
        sheet
    }
}

impl Tabular for CompareView {
    /// One row a treaty and participant; without a standing where the treaty is not open to it.
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "treaty",
            "short",
            "differs",
            "iso3",
            "name",
            "standing",
            "provisional",
            "signed",
            "consented",
            "consent_act",
            "in_force",
            "left",
            "entries",
        ]);
        for treaty in &self.treaties {
            for (state, status) in self.states.iter().zip(&treaty.statuses) {
                let mut row = vec![
                    treaty.treaty.to_string(),
                    treaty.short.clone(),
                    treaty.differs.to_string(),
                    state.iso3.to_string(),
                    state.name.clone(),
                ];
                match status {
                    Some(status) => {
                        row.extend(standing_cells(status));
                        row.push(entry_numbers(&status.sources));
                    }
                    None => row.extend(std::iter::repeat_n(String::new(), 8)),
                }
                sheet.row(row);
            }
        }
        sheet
    }
}

impl Tabular for TenuresView {
    /// One row a standing and the day on which it began.
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["treaty", "iso3", "name", "from", "standing"]);
        for one in &self.participants {
            for span in &one.spans {
                sheet.row(vec![
                    self.treaty.to_string(),
                    one.iso3.to_string(),
                    one.name.clone(),
                    span.from.to_string(),
                    word(&span.standing),
                ]);
            }
        }
        sheet
    }
}

impl Tabular for PlanView {
    /// One row an action.
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "treaty",
            "plan",
            "number",
            "theme",
            "text",
            "indicator",
            "due",
            "note",
            "disputed",
            "entry",
            "source",
        ]);
        for action in &self.actions {
            sheet.row(vec![
                self.plan.treaty.to_string(),
                self.plan.plan.clone(),
                action.number.clone(),
                cell(action.theme.as_ref()),
                cell(action.text.as_ref()),
                cell(action.indicator.as_ref()),
                cell(action.due.as_ref()),
                cell(action.note.as_ref()),
                cell(action.disputed.as_ref()),
                action.source.entry.to_string(),
                action.source.title.clone(),
            ]);
        }
        sheet
    }
}

impl Tabular for [PlanSummary] {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "treaty", "plan", "title", "short", "adopted", "until", "actions", "read",
        ]);
        for plan in self {
            sheet.row(vec![
                plan.treaty.to_string(),
                plan.plan.clone(),
                plan.title.clone(),
                cell(plan.short.as_ref()),
                cell(plan.adopted),
                cell(plan.until.as_ref()),
                plan.actions.to_string(),
                plan.read.to_string(),
            ]);
        }
        sheet
    }
}

impl Tabular for [StatementView] {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "date",
            "treaty",
            "iso3",
            "name",
            "meeting",
            "meeting_title",
            "title",
            "speaker",
            "post",
            "aligned_with",
            "url",
            "note",
            "disputed",
            "entry",
            "source",
            "themes",
        ]);
        for said in self {
            sheet.row(vec![
                said.date.to_string(),
                said.treaty.to_string(),
                said.iso3.to_string(),
                said.name.clone(),
                cell(said.meeting.as_ref()),
                said.meeting_title.clone(),
                cell(said.title.as_ref()),
                cell(said.speaker.as_ref()),
                cell(said.post.as_ref()),
                joined(said.aligned_with.iter(), "; "),
                cell(said.url.as_ref()),
                cell(said.note.as_ref()),
                cell(said.disputed.as_ref()),
                said.entry.to_string(),
                said.source.title.clone(),
                joined(said.themes.iter().map(word), "; "),
            ]);
        }
        sheet
    }
}

impl Tabular for [AssistanceView] {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "date", "treaty", "by", "by_name", "to", "to_name", "what", "note", "disputed",
            "entry", "source",
        ]);
        for one in self {
            sheet.row(vec![
                cell(one.date),
                one.treaty.to_string(),
                one.by.to_string(),
                one.by_name.clone(),
                cell(one.to),
                one.to_name.clone(),
                one.what.clone(),
                cell(one.note.as_ref()),
                cell(one.disputed.as_ref()),
                one.entry.to_string(),
                one.source.title.clone(),
            ]);
        }
        sheet
    }
}

impl Tabular for TimelineView {
    /// One row a standing and the day on which it began.
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&["iso3", "treaty", "short", "from", "standing"]);
        for row in &self.treaties {
            for span in &row.spans {
                sheet.row(vec![
                    self.iso3.to_string(),
                    row.treaty.to_string(),
                    row.short.clone(),
                    span.from.to_string(),
                    word(&span.standing),
                ]);
            }
        }
        sheet
    }
}

impl Tabular for ParticipationView {
    /// What the page shows, a row each: acts, duties, yearly reports, assistance, offices,
    /// meetings and statements.
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "treaty", "iso3", "what", "day", "article", "title", "standing", "with",
            "disputed", "entries",
        ]);
        let mut row = |what: &str, cells: [String; 7]| {
            let about = [self.treaty.to_string(), self.status.iso3.to_string()];
            let about = about.into_iter().chain([what.to_owned()]);
            sheet.row(about.chain(cells).collect());
        };
        for act in &self.acts {
            row(
                "act",
                [
                    act.act.on.to_string(),
                    String::new(),
                    act.act.kind.to_string(),
                    String::new(),
                    String::new(),
                    cell(act.disputed.as_ref()),
                    act.entry.to_string(),
                ],
            );
        }
        let yearly = |duty: &DutyStanding| {
            self.reports
                .iter()
                .any(|report| report.article == duty.article)
        };
        let once = self.duties.iter().filter(|duty| !yearly(duty));
        let once = once.map(|duty| ("duty", duty));
        let reports = self.reports.iter().map(|duty| ("report", duty));
        for (what, duty) in once.chain(reports) {
            row(
                what,
                [
                    cell(duty.due),
                    duty.article.clone(),
                    duty.duty.clone(),
                    word(&duty.standing),
                    String::new(),
                    String::new(),
                    entry_numbers(&duty.sources),
                ],
            );
        }
        for (what, assistance) in [
            ("assistance given", &self.assistance_given),
            ("assistance received", &self.assistance_received),
        ] {
            for one in assistance {
                let with = match what {
                    "assistance given" => &one.to_name,
                    _ => &one.by_name,
                };
                row(
                    what,
                    [
                        cell(one.date),
                        String::new(),
                        one.what.clone(),
                        String::new(),
                        with.clone(),
                        cell(one.disputed.as_ref()),
                        one.entry.to_string(),
                    ],
                );
            }
        }
        for role in &self.roles {
            row(
                "office",
                [
                    cell(role.from),
                    String::new(),
                    role.role.clone(),
                    String::new(),
                    String::new(),
                    String::new(),
                    String::new(),
                ],
            );
        }
        for meeting in &self.meetings {
            let title = [Some(&meeting.kind), meeting.number.as_ref()];
            row(
                "meeting",
                [
                    meeting.start.to_string(),
                    String::new(),
                    joined(title.into_iter().flatten(), " "),
                    String::new(),
                    cell(meeting.presidents.as_ref()),
                    cell(meeting.disputed.as_ref()),
                    meeting.source.entry.to_string(),
                ],
            );
        }
        for said in &self.statements {
            let title = [Some(&said.meeting_title), said.title.as_ref()];
            row(
                "statement",
                [
                    said.date.to_string(),
                    String::new(),
                    joined(title.into_iter().flatten(), ": "),
                    String::new(),
                    cell(said.speaker.as_ref()),
                    cell(said.disputed.as_ref()),
                    said.entry.to_string(),
                ],
            );
        }
        sheet
    }
}
