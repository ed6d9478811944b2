//! An approach as the fields of the form: [`read`](super::read) makes the same approach of them.

use ledger::body::{Approach, NextStep, Paper, Side};
use treaty::Lang;
use world::World;

use super::names::{self, BY, NEXT, PAPER, SideNames, TO};
use crate::door::form::Fields;

/// The whole approach.
pub(super) fn whole(one: &Approach, world: &World, lang: Lang) -> Fields {
    let mut fields = Fields::default();
    let mut treaties = one.treaties.iter().map(ToString::to_string);
    fields.set("treaty", treaties.next());
    fields.set("more-treaty", treaties);
    fields.set("kind", [one.kind.to_string()]);
    fields.set("state", [one.state.to_string()]);
    fields.set("day", one.on.map(|day| day.to_string()));
    fields.set("until", one.until.map(|day| day.to_string()));
    fields.set("acted-as", one.acted_as.map(|code| code.to_string()));
    fields.set("channel", one.channel.map(|code| code.to_string()));
    fields.set("place", one.place.clone());
    fields.set("forum", one.forum.clone());
    let meeting = one.meeting.as_ref().map(|met| match &met.number {
        Some(number) => format!("{} {number}", met.kind),
        None => met.kind.clone(),
    });
    fields.set("meeting", meeting);
    fields.set("theme", one.themes.iter().map(ToString::to_string));
    fields.set("points", one.points.clone());
    fields.set("answer", one.answer.clone());
    let mut outcomes = one.outcomes.iter().map(ToString::to_string);
    fields.set("outcome", outcomes.next());
    fields.set("more-outcome", outcomes);
    fields.set("obstacle", one.obstacles.iter().map(ToString::to_string));
    fields.set("asked", one.asked.iter().map(ToString::to_string));
    fields.set("offered", one.offered.iter().map(ToString::to_string));
    fields.set("note", one.note.clone());
    sides(&mut fields, &TO, &one.to, world, lang);
    sides(&mut fields, &BY, &one.by, world, lang);
    one.next.iter().for_each(|step| next(&mut fields, step));
    one.documents.iter().for_each(|it| paper(&mut fields, it));
    fields
}

/// The same as somebody would record it again today: without what came of it.
pub(super) fn like(one: &Approach, world: &World, lang: Lang) -> Fields {
    let again = Approach {
        state: ledger::body::ApproachState::Done,
        on: None,
        until: None,
        meeting: None,
        points: None,
        answer: None,
        outcomes: Vec::new(),
        obstacles: Vec::new(),
        asked: Vec::new(),
        offered: Vec::new(),
        next: Vec::new(),
        documents: Vec::new(),
        note: None,
        ..one.clone()
    };
    whole(&again, world, lang)
}

fn sides(fields: &mut Fields, names: &SideNames, all: &[Side], world: &World, lang: Lang) {
    for side in all {
        let name = side.participant.map(|id| {
            // By the code where the name, typed again, would not lead back to it.
            let called = world
                .participant(id)
                .map(|one| one.names.get(lang).to_owned());
            let called = called.filter(|name| world.find_participant(name) == Some(id));
            called.unwrap_or_else(|| id.to_string())
        });
        fields.put(names.who, name.unwrap_or_default());
        fields.put(names.of, side.name.clone().unwrap_or_default());
        fields.put(names.person, side.person.clone().unwrap_or_default());
        fields.put(names.capacity, side.capacity.clone().unwrap_or_default());
        let level = side.level.map(|level| level.to_string());
        fields.put(names.level, level.unwrap_or_default());
    }
}

fn next(fields: &mut Fields, step: &NextStep) {
    let [what, owner, by, done] = NEXT;
    fields.put(what, step.what.clone());
    fields.put(owner, step.owner.clone().unwrap_or_default());
    fields.put(by, step.by.map(|day| day.to_string()).unwrap_or_default());
    let day = step.done.map(|day| day.to_string());
    fields.put(done, day.unwrap_or_default());
}

fn paper(fields: &mut Fields, it: &Paper) {
    let [title, url, sha256] = PAPER;
    fields.put(title, it.title.clone());
    fields.put(url, it.url.clone().unwrap_or_default());
    fields.put(sha256, it.sha256.clone().unwrap_or_default());
}

/// What an address says of the form: `?treaty=ctbt&to=NPL`.
pub(super) fn by_address(given: impl Fn(&str) -> Vec<String>) -> Fields {
    let mut fields = Fields::default();
    for name in names::all() {
        fields.set(name, given(name));
    }
    fields
}
