//! Everything that is answered of approaches and of the work of campaigns, and of the rest.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::{Value, json};
use treaty::{Lang, PartialDate};
use world::view::Weights;
use world::{ApproachFilter, FollowUp, NEAR_DAYS, Near, Next, World};

use crate::common::{code, day, id};
use crate::deeds::{STATES, TREATIES};

fn json(view: impl serde::Serialize) -> Value {
    serde_json::to_value(view).unwrap()
}

/// Which approaches are asked for, by which name.
fn filters() -> BTreeMap<&'static str, ApproachFilter> {
    let none = ApproachFilter::default;
    let with = |text: &str| ApproachFilter {
        text: Some(text.to_owned()),
        ..none()
    };
    BTreeMap::from([
        ("all", none()),
        (
            "treaty",
            ApproachFilter {
                treaty: Some(id("ccm")),
                ..none()
            },
        ),
        (
            "state",
            ApproachFilter {
                state: Some(code("XAA")),
                ..none()
            },
        ),
        (
            "to",
            ApproachFilter {
                to: Some(code("XAB")),
                treaty: Some(id("ctbt")),
                ..none()
            },
        ),
        (
            "open",
            ApproachFilter {
                follow_up: Some(FollowUp::Open),
                ..none()
            },
        ),
        (
            "due",
            ApproachFilter {
                follow_up: Some(FollowUp::Due(day("2022-12-31"))),
                ..none()
            },
        ),
        ("words", with("apres l'ete")),
        ("names", with("state xac")),
        ("neither", with("parliament \u{e9}t\u{e9}")),
    ])
}

/// What is answered of approaches and of the work of campaigns, on a day.
pub(crate) fn work(world: &World, on: Date) -> Value {
    let lang = Lang::En;
    let found = filters().into_iter().map(|(name, filter)| {
        let view = world.approaches_view(world.approaches(&filter), lang);
        (name, json(view))
    });
    let found: BTreeMap<_, _> = found.collect();
    let treaties = TREATIES.map(id);
    let states = STATES.map(|state| {
        let state = code(state);
        let near = Near {
            treaties: &treaties,
            states: &[state],
            day: PartialDate::Day(on),
            days: NEAR_DAYS,
            but: None,
        };
        let briefs = treaties.each_ref();
        json!([
            json(world.approached(state, on, lang)),
            json(world.contacts_near(&near, lang)),
            json(briefs.map(|treaty| world.brief(state, treaty, on, lang))),
            json(["ccm", "ctbt", "push"].map(|of| world.campaign_state(of, state, on, lang))),
        ])
    });
    let weights = Weights::default();
    let campaigns = ["ccm", "ctbt", "push"].map(|name| {
        json!([
            json(world.campaign(name, on, lang)),
            json(world.campaign_contacts(name, (None, None), None, on, lang)),
            json(world.campaign_planned(name, on, lang)),
            json(world.campaign_calendar(name, (day("2020-01-01"), on), on, lang)),
            json(world.next(Next::Campaign(name), on, &weights, lang)),
        ])
    });
    let next = treaties
        .each_ref()
        .map(|treaty| json(world.next(Next::Treaty(treaty), on, &weights, lang)));
    let for_any = treaties
        .each_ref()
        .map(|treaty| world.is_approached_for(treaty));
    json!([
        found,
        states,
        campaigns,
        next,
        for_any,
        json(world.campaigns(on, lang))
    ])
}

/// What is answered of the rest.
pub(crate) fn rest(world: &World, on: Date) -> Value {
    let lang = Lang::En;
    let ledger = world.ledger(None, 1_000);
    let entries = ledger.entries.iter().map(|one| {
        let beside = world.beside(one.seq).unwrap();
        json!([
            json(world.entry(one.seq)),
            json(world.approach_told(one.seq, lang)),
            json(beside),
        ])
    });
    let entries: Vec<_> = entries.collect();
    let kept = world.kept().map(|one| {
        json!([
            json(one.entry),
            json(one.body),
            json(one.source),
            one.disputed,
            one.counts
        ])
    });
    json!([
        entries,
        kept.collect::<Vec<_>>(),
        json(world.known()),
        json(world.head()),
        json(world.first_recorded()),
        json(world.findings()),
        json(world.uncertain()),
        json(world.matrix(on, lang)),
        json(TREATIES.map(|treaty| world.status(&id(treaty), on, lang))),
        json(world.meetings(None, on, lang)),
        json(world.news(None, None, on, None, 100, lang)),
        json(world.search("state", on, lang, 50)),
        json(["test", "nobody"].map(|author| world.last_contact(author, Some("a")))),
    ])
}

pub(crate) const ON: [&str; 2] = ["2022-12-31", "2026-11-21"];

pub(crate) fn answers(world: &World) -> Vec<Value> {
    let all = ON.map(|on| [work(world, day(on)), rest(world, day(on))]);
    all.into_iter().flatten().collect()
}
