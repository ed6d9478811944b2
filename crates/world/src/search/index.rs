//! What can be found, and the words under which it is.

use std::collections::{BTreeMap, BTreeSet};

use ledger::body::Meeting;
use treaty::{Lang, Law, ParticipantId, TreatyId};

use super::fold::{letters, words};
use crate::kinds;
use crate::record::At;
use crate::view::Found;
use crate::world::World;

/// Something that can be found.
#[derive(Debug)]
pub(super) struct Thing {
    pub(super) what: What,
    pub(super) names: Vec<Name>,
}

/// What it is and where it is kept.
#[derive(Debug)]
pub(super) enum What {
    State(ParticipantId),
    Treaty(TreatyId),
    Meeting(String, At),
    Duty(TreatyId, usize),
    Plan(At),
    Action(At),
    Group(String),
    Statement(At),
}

impl What {
    pub(super) fn kind(&self) -> Found {
        match self {
            What::State(_) => Found::State,
            What::Treaty(_) => Found::Treaty,
            What::Meeting(..) => Found::Meeting,
            What::Duty(..) => Found::Duty,
            What::Plan(_) => Found::Plan,
            What::Action(_) => Found::Action,
            What::Group(_) => Found::Group,
            What::Statement(_) => Found::Statement,
        }
    }
}

/// A name of a thing.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) text: String,
    pub(super) lang: Option<Lang>,
    /// Whether it is a name by which people call the thing, and no text about it.
    pub(super) own: bool,
    pub(super) words: Vec<String>,
    /// The words without what parts them.
    pub(super) joined: String,
}

/// A name of a thing, by their places.
pub(super) type Place = (usize, usize);

/// A word of names.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) chars: Vec<char>,
    pub(super) letters: u64,
    /// The things that have it, ascending.
    pub(super) things: Vec<usize>,
}

/// Everything that can be found.
#[derive(Debug, Default)]
pub(crate) struct Index {
    pub(super) things: Vec<Thing>,
    /// By their text, ascending.
    pub(super) words: Vec<Word>,
    /// The names that call a thing, joined, ascending.
    pub(super) joined: Vec<(String, Place)>,
}

impl Index {
    pub(super) fn of(world: &World) -> Index {
        let mut things = Vec::new();
        world.states_to_find(&mut things);
        world.treaties_to_find(&mut things);
        world.meetings_to_find(&mut things);
        world.plans_to_find(&mut things);
        world.groups_to_find(&mut things);
        world.statements_to_find(&mut things);
        let mut by_word: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        let mut joined = Vec::new();
        for (thing, one) in things.iter().enumerate() {
            for (name, called) in one.names.iter().enumerate() {
                for word in &called.words {
                    by_word.entry(word).or_default().insert(thing);
                }
                if called.own && !called.joined.is_empty() {
                    joined.push((called.joined.clone(), (thing, name)));
                }
            }
        }
        joined.sort_unstable();
        let words = by_word.into_iter().map(|(text, things)| Word {
            text: text.to_owned(),
            chars: text.chars().collect(),
            letters: letters(text),
            things: things.into_iter().collect(),
        });
        Index {
            words: words.collect(),
            joined,
            things,
        }
    }
}

fn name(text: impl Into<String>, lang: Option<Lang>, own: bool) -> Name {
    let text = text.into();
    let words = words(&text);
    Name {
        joined: words.concat(),
        words,
        text,
        lang,
        own,
    }
}

fn own(text: impl Into<String>) -> Name {
    name(text, None, true)
}

fn about(text: impl Into<String>) -> Name {
    name(text, None, false)
}

impl World {
    fn states_to_find(&self, things: &mut Vec<Thing>) {
        for one in self.registry.all() {
            let mut names: Vec<_> = one
                .names
                .iter()
                .map(|(lang, text)| name(text, Some(lang), true))
                .collect();
            names.extend(one.aliases.iter().map(|alias| own(&alias.name)));
            names.push(own(one.id.as_str()));
            names.extend(one.iso2.iter().map(own));
            let what = What::State(one.id);
            things.push(Thing { what, names });
        }
    }

    fn treaties_to_find(&self, things: &mut Vec<Thing>) {
        for law in self.treaties.values().map(|under| &under.law) {
            let mut names = vec![own(&law.short)];
            names.extend(
                law.title
                    .iter()
                    .map(|(lang, text)| name(text, Some(lang), true)),
            );
            names.push(own(law.id.as_str()));
            names.extend(law.also.iter().chain(&law.mtdsg).chain(&law.unoda).map(own));
            let what = What::Treaty(law.id.clone());
            things.push(Thing { what, names });
            duties_to_find(law, things);
        }
    }

    fn meetings_to_find(&self, things: &mut Vec<Thing>) {
        for (id, at, meeting) in self.told_meetings(None) {
            let short = self.short(&meeting.treaty);
            let year = meeting.start.earliest().year();
            let mut names = vec![own(id)];
            for (called, lang) in also_called(meeting) {
                names.push(name(&called, lang, true));
                names.push(name(format!("{short} {called} {year}"), lang, true));
            }
            names.extend(meeting.place.iter().chain(&meeting.presidents).map(about));
            let what = What::Meeting(id.to_owned(), at);
            things.push(Thing { what, names });
        }
    }

    fn plans_to_find(&self, things: &mut Vec<Thing>) {
        for (at, plan) in self.told_plans(None) {
            let short = self.short(&plan.treaty);
            let called = plan.short.as_ref().unwrap_or(&plan.title);
            let mut names = vec![own(&plan.title)];
            names.extend(plan.short.iter().map(own));
            names.push(about(format!("{short} {}", plan.title)));
            let what = What::Plan(at);
            things.push(Thing { what, names });
            for (at, action) in self.told_actions(plan) {
                let number = &action.number;
                let mut names = vec![
                    own(format!("{called} action {number}")),
                    about(format!("{short} {} {number}", plan.title)),
                ];
                let told = [&action.text, &action.theme, &action.indicator];
                names.extend(told.into_iter().flatten().map(about));
                let what = What::Action(at);
                things.push(Thing { what, names });
            }
        }
    }

    fn groups_to_find(&self, things: &mut Vec<Thing>) {
        let shelf = self.shelf.memberships.iter();
        let groups: BTreeSet<_> = shelf
            .filter_map(|&at| kinds::membership(self.record.body(at)))
            .map(|membership| membership.group.as_str())
            .collect();
        things.extend(groups.into_iter().map(|group| Thing {
            what: What::Group(group.to_owned()),
            names: vec![own(group)],
        }));
    }

    fn statements_to_find(&self, things: &mut Vec<Thing>) {
        for (at, said) in self.told_statements() {
            let mut names: Vec<_> = [&said.title, &said.speaker, &said.post]
                .into_iter()
                .flatten()
                .map(about)
                .collect();
            let place = format!("{} {}", self.short(&said.treaty), said.meeting);
            names.push(about(place));
            names.push(about("statement"));
            names.push(name("déclaration", Some(Lang::Fr), false));
            if let Some(by) = self.registry.get(said.by) {
                let by = by.names.iter();
                names.extend(by.map(|(lang, text)| name(text, Some(lang), false)));
            }
            let what = What::Statement(at);
            things.push(Thing { what, names });
        }
    }
}

fn duties_to_find(law: &Law, things: &mut Vec<Thing>) {
    for (number, duty) in law.duties.iter().enumerate() {
        let article = &duty.article;
        let mut names = vec![
            own(format!("{} article {article}", law.short)),
            own(format!("art {article}")),
            name(&duty.what, Some(Lang::En), false),
        ];
        let french = duty.what_fr.iter();
        names.extend(french.map(|what| name(what, Some(Lang::Fr), false)));
        let what = What::Duty(law.id.clone(), number);
        things.push(Thing { what, names });
    }
}

/// What people call a meeting, beside its kind and number.
fn also_called(meeting: &Meeting) -> Vec<(String, Option<Lang>)> {
    let number = meeting.number.as_deref().unwrap_or_default();
    let mut called = vec![(format!("{} {number}", meeting.kind), None)];
    let (before, english, french) = match meeting.kind.as_str() {
        "MSP" => (
            "MSP",
            "Meeting of States Parties",
            "réunion des États parties",
        ),
        "RevCon" => ("RC", "Review Conference", "conférence d’examen"),
        "ArtXIV" => (
            "",
            "Article XIV Conference",
            "conférence au titre de l’article XIV",
        ),
        "ConferenceOfParties" => (
            "CSP",
            "Conference of States Parties",
            "conférence des États parties",
        ),
        "PrepCom" => ("", "Preparatory Committee", "comité préparatoire"),
        "Intersessional" => ("", "Intersessional Meeting", "réunion intersessions"),
        "FriendsMinisterial" => (
            "",
            "Friends of the Treaty ministerial meeting",
            "réunion ministérielle des amis du Traité",
        ),
        _ => return called,
    };
    if !before.is_empty() {
        called.push((format!("{number}{before}"), None));
    }
    called.push((format!("{english} {number}"), Some(Lang::En)));
    called.push((format!("{french} {number}"), Some(Lang::Fr)));
    let nth = number.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    if let Some(nth) = nth.and_then(|nth| ORDINALS.get(nth)) {
        called.push((format!("{nth} {english}"), Some(Lang::En)));
    }
    called
}

const ORDINALS: [&str; 20] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];
