//! Names, days and codes of entries, as people read them.

use std::fmt::Display;

use ledger::body::{MeetingRef, NextStep};
use ledger::{EntryId, EntryRef};
use treaty::{Lang, PartialDate, ParticipantId};
use words::{List, Words};
use world::World;

use crate::render::long_partial;

/// The English name of a participant.
pub(in super::super) fn name(world: &World, id: ParticipantId) -> String {
    let known = world.participant(id);
    known.map_or_else(|| id.to_string(), |one| one.names.get(Lang::En).to_owned())
}

/// A code in words.
pub(in super::super) fn said(list: List, code: &impl Display) -> String {
    Words::for_lang(Lang::En).code(list, code).into_owned()
}

/// `what: ` and a text, where there is one.
pub(in super::super) fn with(what: &str, text: Option<&String>) -> Option<String> {
    text.map(|text| format!("{what}: {text}"))
}

/// A day as people write it; where there is none, `otherwise`.
pub(in super::super) fn day(day: Option<PartialDate>, otherwise: &str) -> String {
    day.map_or_else(|| otherwise.to_owned(), long_partial)
}

/// A term: from when until when.
pub(in super::super) fn term(from: Option<PartialDate>, until: Option<PartialDate>) -> String {
    match (from, until) {
        (None, None) => "no days are told".to_owned(),
        (Some(from), None) => format!("from {}", long_partial(from)),
        (None, Some(until)) => format!("until {}", long_partial(until)),
        (Some(from), Some(until)) if from == until => long_partial(from),
        (Some(from), Some(until)) => {
            format!("{} to {}", long_partial(from), long_partial(until))
        }
    }
}

/// A meeting, as an entry names it.
pub(in super::super) fn meeting(one: &MeetingRef) -> String {
    let number = one.number.as_ref().map(|number| format!(" {number}"));
    format!("{}{}", one.kind, number.unwrap_or_default())
}

/// What is to be done next, or was done.
pub(in super::super) fn step(step: &NextStep) -> String {
    let owner = step.owner.as_ref().map(|owner| format!(", {owner}"));
    let by = step.by.map(|by| format!(", by {}", long_partial(by)));
    let done = step.done.map(|on| format!(", done {}", long_partial(on)));
    let (owner, by) = (owner.unwrap_or_default(), by.unwrap_or_default());
    format!("next: {}{owner}{by}{}", step.what, done.unwrap_or_default())
}

/// What an entry is called that another names by its id; the id, where the viewer may not see it.
pub(in super::super) fn entry(world: &World, id: EntryId) -> String {
    let kept = world.kept().find(|kept| kept.id == id);
    let name = kept.map(|kept: world::Kept<'_>| kept.entry);
    name.map_or_else(|| id.to_string(), |name: EntryRef| name.to_string())
}

/// A cell that may be empty.
pub(in super::super) fn cell(text: Option<impl Display>) -> String {
    text.map(|text| text.to_string()).unwrap_or_default()
}
