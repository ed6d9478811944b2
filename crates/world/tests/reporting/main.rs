//! Reports of several kinds over small records: what each tells, what it is silent on, and that the version for anyone
//! knows nothing of what a team recorded.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

mod assistance;
mod brief;
#[path = "../common/mod.rs"]
mod common;
mod line;
mod obligations;
mod plan;
mod votes;

use common::{chain, code, day, entry, id};
use jiff::Timestamp;
use ledger::{Audience, Body, Entry};
use serde_json::{Value, json};
use treaty::participant::Status;
use treaty::{Act, Kind, Lang, Names, Participant};
use world::view::{ReportAsk, ReportKind, ReportSentence, ReportView, Said};
use world::{Viewer, World};

const STATES: [&str; 8] = ["XAA", "XAB", "XAC", "XAD", "XAE", "XAF", "XAG", "XAH"];

/// The files of the CCM and the CTBT as shipped, and invented States.
fn ground() -> Vec<Body> {
    let laws = shipped::entries().unwrap().into_iter().filter_map(|one| {
        let wanted = matches!(&one.body, Body::Treaty(file) if ["ccm", "ctbt"].contains(&file.treaty.as_str()));
        wanted.then_some(one.body)
    });
    let states = STATES.iter().map(|state| {
        Body::Participant(Participant {
            id: code(state),
            status: Status::State,
            names: Names::english(format!("State {state}")),
            aliases: Vec::new(),
            m49: None,
            iso2: None,
            from: None,
            until: None,
            successors: Vec::new(),
            un_member_since: None,
        })
    });
    laws.chain(states).collect()
}

fn body(said: Value) -> Body {
    serde_json::from_value(said).unwrap()
}

fn act(state: &str, kind: Kind, on: &str) -> Body {
    Body::Act(Act::new(id("ccm"), code(state), kind, on.parse().unwrap()))
}

/// The ground and more, all of it for anyone.
fn entries(more: Vec<Body>) -> Vec<Entry> {
    let all = ground().into_iter().chain(more);
    all.zip(0..).map(|(body, n)| entry(n, body)).collect()
}

/// The same, and what a team alone may see.
fn with_a_team(more: Vec<Body>, of_team: Vec<Body>) -> Vec<Entry> {
    let mut all = entries(more);
    let n = all.len();
    all.extend(of_team.into_iter().zip(n..).map(|(body, n)| Entry {
        audience: Audience::Teams(vec!["italy".to_owned()]),
        ..entry(u64::try_from(n).unwrap(), body)
    }));
    all
}

fn folded(entries: &[Entry], viewer: &Viewer) -> World {
    World::fold(&chain(entries.to_vec()), viewer, Timestamp::MAX)
}

fn public(more: Vec<Body>) -> World {
    folded(&entries(more), &Viewer::public())
}

fn asked(kind: ReportKind, of: &[&str], from: Option<&str>, to: &str) -> ReportAsk {
    ReportAsk {
        kind,
        treaty: id("ccm"),
        of: of.iter().map(|one| code(one)).collect(),
        from: from.map(day),
        to: day(to),
        plan: None,
    }
}

fn told(world: &World, ask: &ReportAsk) -> ReportView {
    world.report(ask, Lang::En).unwrap()
}

fn sentences(view: &ReportView) -> Vec<&ReportSentence> {
    let passages = view.parts.iter().flat_map(|part| &part.passages);
    passages.flat_map(|one| &one.sentences).collect()
}

fn says(view: &ReportView) -> Vec<&'static str> {
    sentences(view).iter().map(|one| one.says.says).collect()
}

fn all<'v>(view: &'v ReportView, key: &str) -> Vec<&'v ReportSentence> {
    let found = sentences(view).into_iter();
    found.filter(|one| one.says.says == key).collect()
}

fn sentence<'v>(view: &'v ReportView, key: &str) -> &'v ReportSentence {
    let found = all(view, key).into_iter().next();
    found.unwrap_or_else(|| panic!("no {key} in {:?}", says(view)))
}

fn states(one: &ReportSentence, name: &str) -> Vec<String> {
    match one.says.of.get(name) {
        Some(Said::States(states)) => states.iter().map(|one| one.iso3.to_string()).collect(),
        other => panic!("{name}: {other:?}"),
    }
}

/// That a report of a world for anyone is the one it would be had a team recorded nothing, and that the team's tells
/// more.
fn knows_nothing_of_a_team(ask: &ReportAsk, more: &[Body], of_team: &[Body]) {
    let both = with_a_team(more.to_vec(), of_team.to_vec());
    let public = told(&folded(&both, &Viewer::public()), ask);
    let alone = told(&folded(&entries(more.to_vec()), &Viewer::public()), ask);
    let same = |view: &ReportView| {
        let parts = serde_json::to_value(&view.parts).unwrap();
        (parts, serde_json::to_value(&view.annexes).unwrap())
    };
    assert_eq!(same(&public), same(&alone));
    assert_eq!(public.sources, alone.sources);
    let team = told(&folded(&both, &Viewer::member(["italy".to_owned()])), ask);
    assert_ne!(same(&team), same(&public), "the team's entries bear on it");
}

/// Each of these consented on a day, so that it is bound from the first day of the sixth month after.
fn bound(states: &[&str], on: &str) -> Vec<Body> {
    let acts = states
        .iter()
        .map(|state| act(state, Kind::Ratification, on));
    acts.collect()
}

fn seen(article: &str, by: &str, on: &str, bears: &str, what: &str) -> Body {
    body(json!({"observation": {
        "treaty": "ccm", "article": article, "by": by, "on": on, "bears": bears, "what": what,
    }}))
}

/// Whether a report says that nothing is on record, in one sentence, and nothing else.
fn is_nothing(view: &ReportView) -> bool {
    let keys: Vec<_> = view.parts.iter().map(|part| part.key.as_str()).collect();
    let said = view.parts.iter().flat_map(|part| &part.passages);
    let said: Vec<_> = said.flat_map(|one| &one.sentences).collect();
    keys == ["none"] && said.len() == 1 && view.annexes.is_empty() && view.sources.is_empty()
}
