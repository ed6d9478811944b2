//! What was understood of a text about an approach: a line that somebody typed, or an e-mail or a cable
//! that he pasted. The program reads it; nothing of it is kept before he records.

use ledger::body::{Approach, ApproachState};
use treaty::{Lang, ParticipantId, TreatyId};
use world::World;

use super::fill;
use super::names::{self, BY, MANY, SideNames, TO};
use crate::door::form::Fields;

/// What kind of text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// A sentence or two, as people note them.
    Line,
    /// An e-mail or a cable.
    Missive,
}

/// What a reader of the text must know beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The treaties it is about, as far as that was said.
    pub treaties: Vec<TreatyId>,
    /// Who `we` are.
    pub us: Option<ParticipantId>,
    /// Today.
    pub today: jiff::civil::Date,
}

/// What was understood. Fields are called as in the form: `day`, `to`, `more-outcome`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// The approach, of which the fields in `found` are from the text. What else stands in it is nobody's
    /// word.
    pub approach: Approach,
    /// Which fields are from the text.
    pub found: Vec<&'static str>,
    /// What may be this or that, or nothing.
    pub open: Vec<Open>,
    /// What nothing was made of.
    pub left: Vec<String>,
    /// Persons that it names, for somebody to take over or not.
    pub persons: Vec<String>,
    /// Markings of classified information in it: nothing with one is recorded.
    pub markings: Vec<&'static str>,
}

/// Something that may be this or that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// The words of the text.
    pub words: String,
    /// Why it is open, as a word: `day_or_month`.
    pub why: String,
    /// What it could be: a field, and what that would say.
    pub candidates: Vec<(&'static str, String)>,
}

/// The fields after the text was understood: what is from it replaces what stood there.
pub(super) fn into_form(
    said: &Understood,
    mut fields: Fields,
    world: &World,
    lang: Lang,
) -> Fields {
    let from = fill::whole(&said.approach, world, lang);
    for name in names_of(&said.found) {
        let values: Vec<String> = from.all(name).map(str::to_owned).collect();
        fields.set(name, values);
    }
    fields
}

/// The fields that go together with those that were found: a side is filled whole.
pub(super) fn names_of(found: &[&'static str]) -> Vec<&'static str> {
    let has = |name: &str| found.contains(&name);
    let mut all: Vec<&'static str> = names::all()
        .filter(|name| has(name) && !names::NEXT.contains(name))
        .collect();
    for side in [&TO, &BY] {
        if side.all().iter().any(|name| has(name)) {
            all.extend(side.all());
        }
    }
    if has("treaty") {
        all.push("more-treaty");
    }
    if has("outcome") {
        all.push("more-outcome");
    }
    if has("next-what") {
        all.extend(names::NEXT);
    }
    all
}

/// The most that somebody chooses of one text.
const MOST_OPEN: usize = 100;

/// What somebody chose of what was open goes into the fields.
pub(super) fn choose(fields: &mut Fields) {
    let open = fields.pairs().filter(|(name, _)| name.starts_with("open-"));
    let chosen: Vec<(String, String)> = open
        .filter_map(|(_, value)| value.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .take(MOST_OPEN)
        .collect();
    fields.without("open-");
    for (name, value) in chosen {
        one(fields, &name, value);
    }
}

fn one(fields: &mut Fields, name: &str, value: String) {
    let Some(name) = names::all().find(|known| *known == name) else {
        return;
    };
    if name == TO.who || name == BY.who {
        side(fields, if name == TO.who { &TO } else { &BY }, value);
    } else if name == "outcome" && !fields.get("outcome").is_empty() {
        fields.put("more-outcome", value);
    } else if MANY.contains(&name) {
        fields.put(name, value);
    } else {
        fields.set(name, [value]);
    }
}

/// One more who takes part: in the first place that is free.
fn side(fields: &mut Fields, names: &SideNames, value: String) {
    if value.parse::<ledger::body::vocabulary::Level>().is_ok() {
        let mut levels: Vec<String> = fields.all(names.level).map(str::to_owned).collect();
        match levels.first_mut() {
            Some(first) => *first = value,
            None => levels.push(value),
        }
        fields.set(names.level, levels);
        return;
    }
    let mut who: Vec<String> = fields.all(names.who).map(str::to_owned).collect();
    let parts = |fields: &Fields, at| {
        let empty = |name: &&str| fields.nth(name, at).is_empty();
        [names.who, names.of, names.person, names.capacity]
            .iter()
            .all(empty)
    };
    let free = (0..who.len()).find(|&at| parts(fields, at));
    match free {
        Some(at) => who[at] = value,
        None => who.push(value),
    }
    fields.set(names.who, who);
}

impl Understood {
    /// Nothing, as a beginning.
    pub fn nothing() -> Understood {
        Understood {
            approach: Approach {
                treaties: Vec::new(),
                state: ApproachState::Done,
                kind: ledger::body::vocabulary::ApproachKind::MeetingBilateral,
                by: Vec::new(),
                to: Vec::new(),
                acted_as: None,
                on: None,
                until: None,
                channel: None,
                place: None,
                forum: None,
                meeting: None,
                themes: Vec::new(),
                points: None,
                answer: None,
                outcomes: Vec::new(),
                obstacles: Vec::new(),
                asked: Vec::new(),
                offered: Vec::new(),
                next: Vec::new(),
                documents: Vec::new(),
                note: None,
            },
            found: Vec::new(),
            open: Vec::new(),
            left: Vec::new(),
            persons: Vec::new(),
            markings: Vec::new(),
        }
    }
}
