//! A log as CSV.

use ledger::body::{Approach, Side};

use super::Logged;
use super::cells::join;
use super::columns::{LABEL, OWN};
use crate::row::{self, AT_THE_END};

/// Writes a log as [`read_log_csv`](super::read_log_csv) reads it back unchanged.
pub fn write_log_csv(entries: &[Logged]) -> Vec<u8> {
    const IN_MEMORY: &str = "writing into memory cannot fail";
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let headers = OWN.iter().chain([&LABEL]).chain(&AT_THE_END);
    writer.write_record(headers).expect(IN_MEMORY);
    for one in entries {
        let mut fields: Vec<String> = OWN.iter().map(|column| cell(one, column)).collect();
        fields.push(said(one.label));
        let doubt = one.doubt.as_ref();
        fields.extend(row::ending(&one.source, one.entry, one.recorded, doubt));
        writer.write_record(&fields).expect(IN_MEMORY);
    }
    writer.into_inner().expect(IN_MEMORY)
}

fn said<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn codes<T: ToString>(all: &[T]) -> String {
    all.iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}

/// One part of each of several things.
fn each<T>(all: &[T], part: impl Fn(&T) -> Option<String>) -> String {
    let parts: Vec<_> = all.iter().map(part).collect();
    join(parts.iter().map(|part| part.as_deref()))
}

fn sides(all: &[Side], column: &str) -> String {
    each(all, |side| match column {
        "name" => side.name.clone(),
        "person" => side.person.clone(),
        "capacity" => side.capacity.clone(),
        "level" => side.level.map(|level| level.to_string()),
        _ => side.participant.map(|id| id.to_string()),
    })
}

fn cell(logged: &Logged, column: &str) -> String {
    let one: &Approach = &logged.approach;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    match column {
        "treaties" => codes(&one.treaties),
        "state" => one.state.to_string(),
        "kind" => one.kind.to_string(),
        "by" => sides(&one.by, ""),
        "to" => sides(&one.to, ""),
        "acted_as" => said(one.acted_as),
        "on" => said(one.on),
        "until" => said(one.until),
        "channel" => said(one.channel),
        "venue" => text(&one.place),
        "forum" => text(&one.forum),
        "meeting" => said(one.meeting.as_ref().map(|meeting| &meeting.kind)),
        "meeting_number" => said(
            one.meeting
                .as_ref()
                .and_then(|meeting| meeting.number.as_ref()),
        ),
        "themes" => codes(&one.themes),
        "points" => text(&one.points),
        "answer" => text(&one.answer),
        "outcomes" => codes(&one.outcomes),
        "obstacles" => codes(&one.obstacles),
        "asked" => codes(&one.asked),
        "offered" => codes(&one.offered),
        "next" => each(&one.next, |step| Some(step.what.clone())),
        "next_owner" => each(&one.next, |step| step.owner.clone()),
        "next_by" => each(&one.next, |step| step.by.map(|by| by.to_string())),
        "next_done" => each(&one.next, |step| step.done.map(|done| done.to_string())),
        "papers" => each(&one.documents, |paper| Some(paper.title.clone())),
        "paper_urls" => each(&one.documents, |paper| paper.url.clone()),
        "paper_sha256" => each(&one.documents, |paper| paper.sha256.clone()),
        "note" => text(&one.note),
        "audience" => said(logged.audience.as_ref()),
        of_a_side => match of_a_side.split_once('_') {
            Some(("by", part)) => sides(&one.by, part),
            Some(("to", part)) => sides(&one.to, part),
            Some(_) | None => String::new(),
        },
    }
}
