//! Campaigns: whom they are about, where each State is, who was approached and who acted.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use common::{chain, code, day, entry, id};
use jiff::Timestamp;
use jiff::civil::Date;
use ledger::{Audience, Body, Entry, Recorded};
use proptest::prelude::*;
use serde_json::{Value, json};
use treaty::participant::Status;
use treaty::{Act, Kind, Lang, Names, PartialDate, Participant};
use world::sheet::Tabular as _;
use world::view::{BoardColumn, CampaignDayWhat, CampaignRow, Held, Pairing, StageDiffers};
use world::{BoardSort, Viewer, World};

const STATES: [&str; 5] = ["XAA", "XAB", "XAC", "XAD", "XAE"];

/// The file of one treaty as shipped, and five invented States.
fn ground() -> &'static [Entry] {
    static GROUND: OnceLock<Vec<Entry>> = OnceLock::new();
    GROUND.get_or_init(laid)
}

fn laid() -> Vec<Entry> {
    let law = shipped::entries()
        .unwrap()
        .into_iter()
        .find(|one| matches!(&one.body, Body::Treaty(file) if file.treaty.as_str() == "ccm"));
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
    let bodies = std::iter::once(law.unwrap().body).chain(states);
    bodies.zip(0..).map(|(body, n)| entry(n, body)).collect()
}

fn body(said: Value) -> Body {
    serde_json::from_value(said).unwrap()
}

fn act(state: &str, kind: Kind, on: &str) -> Body {
    Body::Act(Act::new(id("ccm"), code(state), kind, on.parse().unwrap()))
}

/// An approach of XAE, with more said of it.
fn approach(to: &str, state: &str, on: &str, more: Value) -> Body {
    let mut said = json!({
        "treaties": ["ccm"], "state": state, "kind": "letter", "on": on,
        "by": [{"participant": "XAE"}], "to": [{"participant": to}],
    });
    let more: serde_json::Map<_, _> = serde_json::from_value(more).unwrap();
    said.as_object_mut().unwrap().extend(more);
    body(json!({ "approach": said }))
}

fn stage(by: &str, stage: &str, on: &str) -> Body {
    body(json!({"stage": {"treaty": "ccm", "by": by, "stage": stage, "on": on}}))
}

fn campaign(aim: Value) -> Body {
    body(json!({"campaign": {
        "campaign": "push", "title": "The push", "treaties": ["ccm"], "aim": aim,
        "from": "2021-01-01", "until": "2023-12-31", "by": ["XAE"],
    }}))
}

fn four() -> Value {
    json!({"these": ["XAA", "XAB", "XAC", "XAD"]})
}

fn recorded(bodies: &[(Body, Audience)]) -> Vec<Recorded> {
    let more = bodies.iter().zip(100..).map(|((body, audience), n)| Entry {
        audience: audience.clone(),
        ..entry(n, body.clone())
    });
    chain(ground().iter().cloned().chain(more).collect())
}

fn world(bodies: Vec<Body>) -> World {
    let bodies: Vec<_> = bodies
        .into_iter()
        .map(|body| (body, Audience::Public))
        .collect();
    World::fold(&recorded(&bodies), &Viewer::public(), Timestamp::MAX)
}

fn row(world: &World, state: &str, on: &str) -> CampaignRow {
    let view = world.campaign("push", day(on), Lang::En).unwrap();
    let mut rows = view.states.into_iter();
    rows.find(|row| row.iso3 == code(state)).unwrap()
}

fn columns(world: &World, on: &str) -> Vec<(String, BoardColumn)> {
    let view = world.campaign("push", day(on), Lang::En).unwrap();
    let rows = view.states.iter();
    rows.map(|row| (row.iso3.to_string(), row.column)).collect()
}

#[test]
fn nothing_is_inferred_and_law_goes_before_what_people_say() {
    use BoardColumn as Column;
    let world = world(vec![
        campaign(four()),
        approach("XAA", "planned", "2022-06-01", json!({})),
        approach(
            "XAB",
            "done",
            "2022-05-01",
            json!({"outcomes": ["in_parliament"]}),
        ),
        stage("XAC", "interested", "2022-01-10"),
        stage("XAC", "parliament", "2022-09-10"),
        stage("XAD", "aware", "2022-01-10"),
        act("XAD", Kind::Accession, "2022-08-01"),
    ]);
    let at = |on: &str| columns(&world, on).into_iter().map(|row| row.1);
    // A contact that is planned is none; an answer that tells of a bill is no stage.
    assert!(at("2022-07-01").eq([
        Column::NotContacted,
        Column::Contacted,
        Column::Interested,
        Column::Aware
    ]));
    assert!(at("2022-12-31").eq([
        Column::NotContacted,
        Column::Contacted,
        Column::Parliament,
        Column::Deposited
    ]));
    assert!(at("2022-04-30").eq([
        Column::NotContacted,
        Column::NotContacted,
        Column::Interested,
        Column::Aware
    ]));
    let deposited = row(&world, "XAD", "2022-12-31");
    assert_eq!(deposited.differs, Some(StageDiffers::Deposited));
    assert_eq!(deposited.consented, Some("2022-08-01".parse().unwrap()));
    let planned = row(&world, "XAA", "2022-05-01").planned.unwrap();
    assert!(!planned.passed && planned.by == ["State XAE"]);
    let late = row(&world, "XAA", "2022-07-01");
    assert!(late.overdue && late.planned.unwrap().passed);
}

#[test]
fn what_contradicts_itself_is_said() {
    let world = world(vec![
        campaign(four()),
        stage("XAA", "deposited", "2022-01-10"),
        stage("XAB", "not_contacted", "2022-01-10"),
        approach("XAB", "done", "2021-12-01", json!({})),
    ]);
    let said = |state| {
        let row = row(&world, state, "2022-12-31");
        (row.column, row.differs)
    };
    assert_eq!(
        said("XAA"),
        (BoardColumn::Deposited, Some(StageDiffers::NoDeposit))
    );
    assert_eq!(
        said("XAB"),
        (BoardColumn::Contacted, Some(StageDiffers::Contacted))
    );
}

#[test]
fn a_dispute_that_suspends_a_stage_or_a_contact_takes_it_off_the_board() {
    let bodies = vec![
        campaign(four()),
        stage("XAA", "aware", "2022-01-10"),
        stage("XAA", "approved", "2022-02-10"),
        approach("XAB", "done", "2022-05-01", json!({})),
    ];
    let place = |n: u64| entry(n, bodies[0].clone()).id;
    let dispute =
        |n| body(json!({"dispute": {"of": place(n), "why": "not so", "counts": false}}));
    let mut disputed = bodies.clone();
    disputed.extend([dispute(102), dispute(103)]);
    let (before, after) = (world(bodies), world(disputed));
    assert_eq!(columns(&before, "2022-12-31")[0].1, BoardColumn::Approved);
    assert_eq!(columns(&after, "2022-12-31")[0].1, BoardColumn::Aware);
    assert_eq!(columns(&before, "2022-12-31")[1].1, BoardColumn::Contacted);
    assert_eq!(
        columns(&after, "2022-12-31")[1].1,
        BoardColumn::NotContacted
    );
    let story = |world: &World| {
        let of = world.campaign_state("push", code("XAA"), day("2022-12-31"), Lang::En);
        of.unwrap().story.len()
    };
    assert_eq!(
        story(&before),
        story(&after),
        "what is disputed is still told"
    );
}

#[test]
fn the_goal_is_counted_by_law_on_both_days() {
    let acts = [
        act("XAA", Kind::Ratification, "2020-06-01"),
        act("XAB", Kind::Accession, "2021-06-01"),
    ];
    for (aim, targets, reached, missing, wanted, distance) in [
        (json!({"consents": 4}), 4, 1, 3, Some(4), 2),
        (json!("everybody"), 4, 1, 3, None, 3),
        (four(), 4, 2, 2, None, 2),
        (json!({"these": ["XAB"]}), 1, 1, 0, None, 0),
    ] {
        let mut bodies = vec![campaign(aim.clone())];
        bodies.extend(acts.clone());
        let world = world(bodies);
        let view = world.campaign("push", day("2022-01-01"), Lang::En).unwrap();
        let goal = view.campaign.goal;
        assert_eq!(
            (goal.targets, goal.reached, goal.missing),
            (targets, reached, missing),
            "{aim}"
        );
        assert_eq!(
            (goal.wanted, goal.distance),
            (wanted, Some(distance)),
            "{aim}"
        );
        assert_eq!((goal.consents, goal.consents_before), (2, Some(1)), "{aim}");
        assert_eq!(goal.met, distance == 0, "{aim}");
    }
}

#[test]
fn without_a_campaign_the_treaty_has_an_aim_of_its_own() {
    let world = world(vec![]);
    let name = |on: &str| {
        let view = world.campaign("ccm", day(on), Lang::En).unwrap();
        assert!(view.campaign.entry.is_none() && view.states.len() == 5);
        serde_json::to_value(view.campaign.aim).unwrap()
    };
    assert_eq!(name("2009-01-01"), "entry_into_force");
    assert_eq!(name("2022-01-01"), "everybody");
    assert!(
        world
            .campaign("push", day("2022-01-01"), Lang::En)
            .is_none()
    );
    assert!(
        world
            .campaigns(day("2022-01-01"), Lang::En)
            .campaigns
            .is_empty()
    );
}

#[test]
fn of_two_of_one_name_the_later_holds() {
    let later = json!({"these": ["XAE"]});
    let world = world(vec![campaign(four()), campaign(later)]);
    let all = world.campaigns(day("2022-01-01"), Lang::En).campaigns;
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].goal.targets, 1);
    assert_eq!(world.campaigns_under(&id("ccm")), [("push", "The push")]);
}

#[test]
fn what_is_to_be_done_is_told_until_it_was_done() {
    let next = json!({"next": [
        {"what": "send the model law", "owner": "XAE", "by": "2022-03"},
        {"what": "call back", "by": "2022-02-01", "done": "2022-01-20"},
    ], "obstacles": ["capacity"], "asked": ["model_legislation", "workshop"]});
    let pledge = json!({"pledge": {
        "treaty": "ccm", "by": "XAA", "kind": "join", "what": "to accede by June",
        "state": "open", "on": "2022-01-10", "due": "2022-06",
    }});
    let world = world(vec![
        campaign(four()),
        approach("XAA", "done", "2022-01-10", next),
        approach(
            "XAA",
            "done",
            "2022-02-10",
            json!({"offered": ["workshop"]}),
        ),
        body(pledge),
    ]);
    let now = row(&world, "XAA", "2022-03-31");
    assert_eq!(now.contacts, 2);
    assert_eq!(
        now.last.as_ref().unwrap().on,
        Some("2022-02-10".parse().unwrap())
    );
    let steps: Vec<_> = now.steps.iter().map(|step| step.what.as_str()).collect();
    assert_eq!(steps, ["send the model law"]);
    // A month is not over before its last day is.
    assert!(!now.steps[0].overdue && !now.overdue);
    assert_eq!(row(&world, "XAA", "2022-01-15").steps.len(), 2);
    assert!(row(&world, "XAA", "2022-04-01").steps[0].overdue);
    assert!(!row(&world, "XAA", "2022-06-30").pledges[0].overdue);
    assert!(row(&world, "XAA", "2022-07-01").pledges[0].overdue);
    assert!(row(&world, "XAA", "2022-01-09").pledges.is_empty());
    let support: Vec<_> = now.support.iter().map(ToString::to_string).collect();
    assert_eq!(support, ["model_legislation"]);
    assert_eq!(now.obstacles.unwrap().obstacles.len(), 1);

    let days = (day("2022-04-01"), day("2022-12-31"));
    let calendar = world
        .campaign_calendar("push", days, day("2022-04-01"), Lang::En)
        .unwrap();
    let what = |item: &world::view::CampaignDay| item.what;
    assert!(
        calendar
            .overdue
            .iter()
            .map(what)
            .eq([CampaignDayWhat::Step])
    );
    assert!(
        calendar
            .items
            .iter()
            .map(what)
            .eq([CampaignDayWhat::Pledge])
    );
}

#[test]
fn what_came_first_is_told_only_where_the_days_tell_it() {
    // The report of a term names who was approached, and no day of it.
    let within = |state| approach(state, "done", "2021-03-01", json!({"until": "2022-09"}));
    let world = world(vec![
        campaign(four()),
        within("XAA"),
        act("XAA", Kind::Accession, "2021-09-01"),
        within("XAB"),
        act("XAB", Kind::Accession, "2022-10-01"),
        within("XAC"),
        act("XAC", Kind::Accession, "2021-02-28"),
        approach("XAD", "done", "2021", json!({})),
        act("XAD", Kind::Accession, "2021-12-30"),
    ]);
    let view = world
        .campaign_contacts("push", (None, None), None, day("2023-01-01"), Lang::En)
        .unwrap();
    let pairs = view.pairs.iter();
    let said: BTreeMap<_, _> = pairs
        .map(|one| (one.iso3.to_string(), one.pairing))
        .collect();
    let expected = [
        ("XAA", Pairing::ApproachedActedUndated),
        ("XAB", Pairing::ApproachedActed),
        ("XAC", Pairing::ActedApproachedOtherwise),
        ("XAD", Pairing::ApproachedActedUndated),
    ];
    assert_eq!(
        said,
        expected.map(|(state, how)| (state.to_owned(), how)).into()
    );
}

#[test]
fn one_after_the_other_is_told_and_nobody_is_credited() {
    let bodies = vec![
        campaign(four()),
        approach("XAA", "done", "2021-03-01", json!({})),
        act("XAA", Kind::Accession, "2021-09-01"),
        approach("XAB", "done", "2021-03-01", json!({})),
        act("XAC", Kind::Accession, "2021-09-01"),
        approach("XAE", "done", "2021-10-01", json!({})),
        act("XAE", Kind::Signature, "2021-09-01"),
    ];
    let place = |n: u64| entry(n, bodies[0].clone()).id;
    let told = json!({"attribution": {
        "approach": place(101), "act": place(102), "confidence": "probable", "why": "they said so",
    }});
    let pairs = |bodies: Vec<Body>| {
        let world = world(bodies);
        let view = world
            .campaign_contacts("push", (None, None), None, day("2022-01-01"), Lang::En)
            .unwrap();
        assert_eq!(
            (view.from, view.since),
            (day("2021-01-01"), day("2021-01-01"))
        );
        view
    };
    let view = pairs(bodies.clone());
    let said: Vec<_> = view
        .pairs
        .iter()
        .map(|pair| (pair.iso3.to_string(), pair.pairing))
        .collect();
    let expected = [
        ("XAA", Pairing::ApproachedActed),
        ("XAB", Pairing::ApproachedOnly),
        ("XAC", Pairing::ActedOnly),
        ("XAD", Pairing::Neither),
    ];
    assert_eq!(
        said,
        expected.map(|(state, pairing)| (state.to_owned(), pairing))
    );
    assert!(view.pairs.iter().all(|pair| pair.attributions.is_empty()));
    let alone: Vec<_> = view.uncontacted.iter().map(|one| one.iso3).collect();
    assert_eq!(alone, [code("XAD")]);
    let mut credited = bodies;
    credited.push(body(told));
    let view = pairs(credited);
    assert_eq!(view.pairs[0].attributions[0].why, "they said so");
    assert!(
        view.pairs[1..]
            .iter()
            .all(|pair| pair.attributions.is_empty())
    );
}

#[test]
fn offices_are_held_for_their_terms() {
    let role = |role: &str, from: Option<&str>, until: Option<&str>| {
        let mut said = json!({"treaty": "ccm", "role": role, "by": "XAE"});
        for (name, day) in [("from", from), ("until", until)] {
            if let Some(day) = day {
                said[name] = json!(day);
            }
        }
        body(json!({ "role": said }))
    };
    let world = world(vec![
        role("past", Some("2019"), Some("2020")),
        role("long", Some("2020"), Some("2025")),
        role("soon", Some("2020"), Some("2022-06")),
        role("ahead", Some("2023"), None),
        role("undated", None, None),
    ]);
    let view = world
        .campaign_roles("ccm", day("2022-01-15"), Lang::En)
        .unwrap();
    let told: Vec<_> = view
        .roles
        .iter()
        .map(|role| (role.role.as_str(), role.held, role.ends_soon))
        .collect();
    assert_eq!(
        told,
        [
            ("long", Held::Now, false),
            ("soon", Held::Now, true),
            ("ahead", Held::Ahead, false),
            ("undated", Held::Unknown, false),
            ("past", Held::Past, false),
        ]
    );
}

#[test]
fn what_is_for_others_leaves_no_trace() {
    let team = Audience::Teams(vec!["red".to_owned()]);
    let entries = recorded(&[
        (campaign(four()), team.clone()),
        (
            approach(
                "XAA",
                "done",
                "2022-01-10",
                json!({"next": [{"what": "x"}]}),
            ),
            team.clone(),
        ),
        (
            approach("XAA", "planned", "2022-02-10", json!({})),
            team.clone(),
        ),
        (stage("XAB", "parliament", "2022-01-10"), team),
    ]);
    let on = day("2022-02-01");
    let seen = |viewer: &Viewer, entries: &[Recorded]| {
        let world = World::fold(entries, viewer, Timestamp::MAX);
        let view = (
            world.campaigns(on, Lang::En),
            world.campaign("push", on, Lang::En),
            world.campaign("ccm", on, Lang::En),
            world.campaign_contacts("ccm", (None, None), None, on, Lang::En),
            world.campaign_planned("ccm", on, Lang::En),
            world.campaign_calendar("ccm", (on, on), on, Lang::En),
            world.campaign_state("ccm", code("XAA"), on, Lang::En),
        );
        serde_json::to_value(view).unwrap()
    };
    let bare = recorded(&[]);
    for viewer in [Viewer::public(), Viewer::member(["blue"])] {
        assert_eq!(seen(&viewer, &entries), seen(&viewer, &bare));
    }
    let red = seen(&Viewer::member(["red"]), &entries);
    assert_eq!(red[1]["states"][0]["column"], "contacted");
    assert_eq!(red[1]["states"][1]["column"], "parliament");
}

/// Any entry of a campaign.
fn anything() -> impl Strategy<Value = Body> {
    let state = prop::sample::select(STATES.to_vec());
    let when =
        (2021_i16..=2023, 1_i8..=12, 1_i8..=28, 0_u8..6).prop_map(|(year, month, day, n)| {
            match n {
                0 => PartialDate::Year(year).to_string(),
                1 => PartialDate::Month(year, month).to_string(),
                _ => Date::new(year, month, day).unwrap().to_string(),
            }
        });
    let stages = ledger::body::vocabulary::StateStage::ALL;
    (state, when, 0_usize..14).prop_map(|(state, when, n)| match n {
        0..=1 => approach(
            state,
            "done",
            &when,
            json!({"next": [{"what": "x", "by": when}]}),
        ),
        2 => approach(state, "planned", &when, json!({})),
        3 => act(state, Kind::Accession, &when),
        _ => stage(state, &stages[n - 4].to_string(), &when),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn each_state_is_in_one_column_and_none_is_lost(
        bodies in prop::collection::vec(anything(), 0..24),
        month in 1_i8..=12,
    ) {
        let on = Date::new(2022, month, 15).unwrap();
        let mut all = vec![campaign(json!("everybody"))];
        all.extend(bodies.clone());
        let world = world(all);
        let mut view = world.campaign("push", on, Lang::En).unwrap();
        let ids: BTreeSet<_> = view.states.iter().map(|row| row.iso3).collect();
        prop_assert_eq!(ids.len(), view.states.len());
        let counted: u32 = view.columns.iter().map(|column| column.states).sum();
        prop_assert_eq!(counted as usize, view.states.len());
        let on_board: usize = BoardColumn::ALL.iter().map(|column| view.column(*column).count()).sum();
        prop_assert_eq!(on_board, view.states.len());
        prop_assert_eq!(view.sheet().rows().len(), view.states.len());
        for by in BoardSort::ALL {
            view.sort(by);
            prop_assert_eq!(view.states.iter().map(|row| row.iso3).collect::<BTreeSet<_>>(), ids.clone());
        }
        // Where a State is, somebody said, or the depositary.
        for row in &view.states {
            match row.column {
                BoardColumn::NotContacted => prop_assert_eq!(row.contacts, 0),
                BoardColumn::Contacted => prop_assert!(row.contacts > 0),
                BoardColumn::Deposited => prop_assert!(
                    row.consented.is_some() || row.differs == Some(StageDiffers::NoDeposit)
                ),
                BoardColumn::Aware | BoardColumn::Interested | BoardColumn::ProcessOpen
                | BoardColumn::Parliament | BoardColumn::Approved | BoardColumn::Stalled
                | BoardColumn::Blocked | BoardColumn::Withdrew => {
                    let stage = row.stage.as_ref().unwrap();
                    prop_assert_eq!(
                        serde_json::to_value(stage.stage).unwrap(),
                        serde_json::to_value(row.column).unwrap()
                    );
                }
            }
        }
        let contacts = world.campaign_contacts("push", (None, None), None, on, Lang::En).unwrap();
        let told: BTreeSet<_> = contacts.pairs.iter().map(|pair| pair.iso3).collect();
        prop_assert_eq!(told.len(), contacts.pairs.len());
        prop_assert!(told.is_superset(&ids));
        prop_assert!(contacts.pairs.iter().all(|pair| pair.attributions.is_empty()));
    }
}
