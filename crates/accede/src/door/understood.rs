//! What is understood of a text about an approach: the readers of `intake`, asked with the names of a world.

use intake::jotting::{self, Asked, Field, Jotted, Sketch, Why};
use intake::missive::{self, Missive};
use ledger::body::{Approach, ApproachState};
use treaty::{ParticipantId, TreatyId};
use web::{About, Open, Understood, Wording};
use world::World;
use world::sheet::word;

/// The names on record in a world.
struct Names<'w>(&'w World);

impl jotting::Names for Names<'_> {
    fn participant(&self, name: &str) -> Option<ParticipantId> {
        let by_code = name.parse().ok();
        let by_code = by_code.filter(|id| self.0.participant(*id).is_some());
        by_code.or_else(|| self.0.find_participant(name))
    }

    fn treaty(&self, name: &str) -> Option<TreatyId> {
        self.0.treaty(name).map(|law| law.id.clone())
    }
}

/// Reads a text; nothing of it is kept.
///
/// # Errors
///
/// Why it cannot be read.
pub(super) fn understood(
    world: &World,
    wording: Wording,
    text: &str,
    about: &About,
) -> Result<Understood, String> {
    let names = Names(world);
    let asked = Asked {
        names: &names,
        treaties: &about.treaties,
        today: about.today,
        us: about.us,
    };
    match wording {
        Wording::Line => Ok(of_line(&jotting::jot(text, &asked))),
        Wording::Missive => {
            let read = missive::read_missive("the text", text.as_bytes(), &asked);
            read.map(of_missive).map_err(|error| error.to_string())
        }
    }
}

fn of_line(jotted: &Jotted) -> Understood {
    let open = jotted.unsure.iter().map(|one| Open {
        words: one.at.of(&jotted.text).to_owned(),
        why: why(one.why),
        candidates: one
            .candidates
            .iter()
            .map(|(field, value)| (called(*field), value.clone()))
            .collect(),
    });
    let left = jotted
        .left
        .iter()
        .map(|span| span.of(&jotted.text).trim().to_owned());
    Understood {
        approach: approach(&jotted.sketch),
        found: found(&jotted.sketch),
        open: open.collect(),
        left: left.filter(|words| !words.is_empty()).collect(),
        ..Understood::nothing()
    }
}

/// Who wrote to whom is offered, not taken: of an e-mail it is the office, and whether that approached
/// anybody a person says.
fn of_missive(missive: Missive) -> Understood {
    let mut said = of_line(&missive.jotted);
    if said.approach.on.is_none() && missive.on.is_some() {
        said.approach.on = missive.on;
        said.found.push("day");
    }
    if !missive.on_may_be.is_empty() {
        let days = missive.on_may_be.iter().map(ToString::to_string);
        said.open.push(Open {
            words: days.clone().collect::<Vec<_>>().join(", "),
            why: "day_or_month".to_owned(),
            candidates: days.map(|day| ("day", day)).collect(),
        });
    }
    let parties = [("by-of", missive.from), ("to-of", missive.to)];
    for (field, parties) in parties {
        let named = parties.into_iter().filter_map(|party| party.organisation);
        said.open.extend(named.map(|name| Open {
            candidates: vec![(field, name.clone())],
            words: name,
            why: "party".to_owned(),
        }));
    }
    if let Some(subject) = missive.subject {
        said.open.push(Open {
            candidates: vec![("points", subject.clone()), ("note", subject.clone())],
            words: subject,
            why: "subject".to_owned(),
        });
    }
    said.persons = missive.persons;
    said.markings = missive.markings;
    said
}

fn why(why: Why) -> String {
    word(&why)
}

/// What a field of the text is called in the form.
fn called(field: Field) -> &'static str {
    match field {
        Field::Treaty => "treaty",
        Field::State => "state",
        Field::Kind => "kind",
        Field::By => "by",
        Field::To => "to",
        Field::ActedAs => "acted-as",
        Field::On => "day",
        Field::Until => "until",
        Field::Channel => "channel",
        Field::Place => "place",
        Field::Forum => "forum",
        Field::Themes => "theme",
        Field::Outcomes => "outcome",
        Field::Obstacles => "obstacle",
        Field::Asked => "asked",
        Field::Offered => "offered",
        Field::Next => "next-what",
    }
}

/// The fields that say something.
fn found(one: &Sketch) -> Vec<&'static str> {
    let all = [
        (!one.treaties.is_empty(), "treaty"),
        // A draft is what is not known to be more.
        (one.state != ApproachState::Draft, "state"),
        (one.kind.is_some(), "kind"),
        (!one.by.is_empty(), "by"),
        (!one.to.is_empty(), "to"),
        (one.acted_as.is_some(), "acted-as"),
        (one.on.is_some(), "day"),
        (one.until.is_some(), "until"),
        (one.channel.is_some(), "channel"),
        (one.place.is_some(), "place"),
        (one.forum.is_some(), "forum"),
        (!one.themes.is_empty(), "theme"),
        (!one.outcomes.is_empty(), "outcome"),
        (!one.obstacles.is_empty(), "obstacle"),
        (!one.asked.is_empty(), "asked"),
        (!one.offered.is_empty(), "offered"),
        (!one.next.is_empty(), "next-what"),
    ];
    let said = all.into_iter().filter(|(says, _)| *says);
    said.map(|(_, name)| name).collect()
}

fn approach(one: &Sketch) -> Approach {
    let nothing = Understood::nothing().approach;
    let one = one.clone();
    Approach {
        treaties: one.treaties,
        state: one.state,
        kind: one.kind.unwrap_or(nothing.kind),
        by: one.by,
        to: one.to,
        acted_as: one.acted_as,
        on: one.on,
        until: one.until,
        channel: one.channel,
        place: one.place,
        forum: one.forum,
        themes: one.themes,
        outcomes: one.outcomes,
        obstacles: one.obstacles,
        asked: one.asked,
        offered: one.offered,
        next: one.next,
        ..nothing
    }
}
