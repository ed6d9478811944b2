//! Approaches are found as a filter of one line each would find them.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

use jiff::civil::Date;
use ledger::body::vocabulary::{ApproachKind, Channel, Level, Obstacle, Outcome};
use ledger::body::{Approach, ApproachState, NextStep, Side};
use ledger::{Audience, Batch, Body, Entry, EntryId, Recorded};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use treaty::{Lang, PartialDate, Source};
use world::{ApproachFilter, FollowUp, Viewer, World};

const STATES: [&str; 4] = ["XAA", "XBB", "XCC", "XDD"];
const TREATIES: [&str; 3] = ["invented", "other", "third"];
const DAYS: [&str; 8] = [
    "2019",
    "2021-03",
    "2021-03-12",
    "2021-03-13",
    "2021-12-31",
    "2022-01",
    "2022-01-01",
    "2024-02-29",
];
const TEXTS: [&str; 5] = [
    "The bill is in Parliament",
    "le PRÉSIDENT l’a dit",
    "parliament",
    "Müller, Türkiye",
    "nothing",
];

fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

fn maybe<T: Clone + std::fmt::Debug + 'static>(
    all: &[T],
) -> impl Strategy<Value = Option<T>> + use<T> {
    proptest::option::of(select(all.to_vec()))
}

fn side() -> impl Strategy<Value = Side> {
    (maybe(&STATES), maybe(Level::ALL), maybe(&TEXTS)).prop_map(|(state, level, person)| Side {
        participant: state.map(|state| state.parse().unwrap()),
        name: Some("an organisation".to_owned()),
        person: person.map(str::to_owned),
        level,
        ..Side::default()
    })
}

fn step() -> impl Strategy<Value = NextStep> {
    (maybe(&DAYS), maybe(&DAYS), select(TEXTS.to_vec())).prop_map(|(by, done, what)| NextStep {
        what: what.to_owned(),
        owner: None,
        by: by.map(date),
        done: done.map(date),
    })
}

fn approach() -> impl Strategy<Value = Approach> {
    let what = (
        vec(select(TREATIES.to_vec()), 1..3),
        select(ApproachState::ALL.to_vec()),
        select(ApproachKind::ALL[..4].to_vec()),
        vec(side(), 1..3),
        vec(side(), 1..3),
        maybe(&DAYS),
        maybe(&DAYS),
    );
    let came = (
        maybe(Channel::ALL),
        vec(select(Outcome::ALL[..5].to_vec()), 0..3),
        vec(select(Obstacle::ALL[..5].to_vec()), 0..3),
        vec(step(), 0..3),
        maybe(&TEXTS),
        maybe(&["cd", "msp"]),
    );
    (what, came).prop_map(|(what, came)| {
        let (treaties, state, kind, by, to, on, until) = what;
        let (channel, outcomes, obstacles, next, points, forum) = came;
        Approach {
            treaties: treaties.iter().map(|id| id.parse().unwrap()).collect(),
            state,
            kind,
            by,
            to,
            acted_as: None,
            on: on.map(date),
            until: until.map(date),
            channel,
            place: None,
            forum: forum.map(str::to_owned),
            meeting: None,
            themes: vec![],
            points: points.map(str::to_owned),
            answer: None,
            outcomes,
            obstacles,
            asked: vec![],
            offered: vec![],
            next,
            documents: vec![],
            note: None,
        }
    })
}

fn filter() -> impl Strategy<Value = ApproachFilter> {
    let day = || maybe(&["2019-06-01", "2021-03-12", "2021-12-31", "2023-01-01"]);
    let day = move || day().prop_map(|day| day.map(|day| day.parse::<Date>().unwrap()));
    let follow_up = || {
        prop_oneof![
            2 => Just(None),
            1 => Just(Some(FollowUp::Open)),
            1 => day().prop_map(|day| day.map(FollowUp::Due)),
        ]
    };
    let who = (
        maybe(&TREATIES),
        maybe(&STATES),
        maybe(&STATES),
        maybe(&STATES),
        maybe(&ApproachKind::ALL[..4]),
        maybe(&Outcome::ALL[..5]),
        maybe(&Obstacle::ALL[..5]),
    );
    let rest = (
        maybe(ApproachState::ALL),
        maybe(&Level::ALL[..4]),
        maybe(&Channel::ALL[..4]),
        maybe(&["cd", "msp"]),
        (day(), day()),
        follow_up(),
        maybe(&[
            "PARLIAMENT",
            "president l'a",
            "turkiye",
            "bill  the",
            "absent",
        ]),
    );
    // Most are left out, or nothing would ever be found.
    (who, rest, vec(0..4_u8, 14)).prop_map(|(who, rest, keep)| {
        let (treaty, state, by, to, kind, outcome, obstacle) = who;
        let (stage, level, channel, forum, (from, until), follow_up, text) = rest;
        ApproachFilter {
            treaty: treaty
                .filter(|_| keep[0] == 0)
                .map(|id| id.parse().unwrap()),
            state: state.filter(|_| keep[1] == 0).map(|id| id.parse().unwrap()),
            by: by.filter(|_| keep[2] == 0).map(|id| id.parse().unwrap()),
            to: to.filter(|_| keep[3] == 0).map(|id| id.parse().unwrap()),
            kind: kind.filter(|_| keep[4] == 0),
            outcome: outcome.filter(|_| keep[5] == 0),
            obstacle: obstacle.filter(|_| keep[6] == 0),
            stage: stage.filter(|_| keep[7] == 0),
            level: level.filter(|_| keep[8] == 0),
            channel: channel.filter(|_| keep[9] == 0),
            forum: forum.filter(|_| keep[10] == 0).map(str::to_owned),
            from: from.filter(|_| keep[11] == 0),
            until: until.filter(|_| keep[11] == 0),
            follow_up: follow_up.filter(|_| keep[12] == 0),
            text: text.filter(|_| keep[13] == 0).map(str::to_owned),
        }
    })
}

fn recorded(approaches: &[Approach]) -> Vec<Recorded> {
    let entries = (0_u32..).zip(approaches).map(|(n, one)| Entry {
        id: EntryId(format!("01890000-0000-7000-9000-{n:012x}").parse().unwrap()),
        recorded: "2026-01-01T00:00:00Z".parse().unwrap(),
        author: "a test".to_owned(),
        audience: Audience::of_teams(["alpha"]).unwrap(),
        label: None,
        origin: None,
        source: Source::cited("a test"),
        batch: Batch { at: 0, of: 1 },
        body: Body::Approach(Box::new(one.clone())),
    });
    ledger::chain(entries).unwrap()
}

fn world(approaches: &[Approach], viewer: &Viewer) -> World {
    World::fold(
        &recorded(approaches),
        viewer,
        "2026-06-01T00:00:00Z".parse().unwrap(),
    )
}

/// What is asked for, said again in one line each.
fn fits(filter: &ApproachFilter, one: &Approach) -> bool {
    let has = |sides: &[Side], who| sides.iter().any(|side| side.participant == Some(who));
    let both: Vec<_> = one.by.iter().chain(&one.to).cloned().collect();
    let open: Vec<_> = one.next.iter().filter(|step| step.done.is_none()).collect();
    let live = one.state != ApproachState::Dropped;
    let (first, last) = (one.on.or(one.until), one.until.or(one.on));
    let span = first
        .zip(last)
        .map(|(first, last)| (first.earliest(), last.latest().max(first.latest())));
    let mut all: Vec<&str> = [&one.points, &one.forum]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    all.extend(one.next.iter().map(|step| step.what.as_str()));
    all.extend(
        both.iter()
            .flat_map(|side| [&side.name, &side.person])
            .flatten()
            .map(String::as_str),
    );
    let plain = |text: &str| {
        let text = text.to_lowercase().replace('’', "'");
        text.replace('é', "e").replace('ü', "u")
    };
    let all = plain(&all.join("\n"));
    [
        filter
            .treaty
            .as_ref()
            .is_none_or(|id| one.treaties.contains(id)),
        filter.state.is_none_or(|who| has(&both, who)),
        filter.by.is_none_or(|who| has(&one.by, who)),
        filter.to.is_none_or(|who| has(&one.to, who)),
        filter.kind.is_none_or(|kind| kind == one.kind),
        filter
            .outcome
            .is_none_or(|code| one.outcomes.contains(&code)),
        filter
            .obstacle
            .is_none_or(|code| one.obstacles.contains(&code)),
        filter.stage.is_none_or(|stage| stage == one.state),
        filter
            .level
            .is_none_or(|level| both.iter().any(|side| side.level == Some(level))),
        filter
            .channel
            .is_none_or(|channel| one.channel == Some(channel)),
        filter.forum.is_none() || filter.forum == one.forum,
        filter
            .from
            .is_none_or(|from| span.is_some_and(|span| span.1 >= from)),
        filter
            .until
            .is_none_or(|until| span.is_some_and(|span| span.0 <= until)),
        match filter.follow_up {
            None => true,
            Some(FollowUp::Open) => live && !open.is_empty(),
            Some(FollowUp::Due(day)) => {
                live && open
                    .iter()
                    .any(|step| step.by.is_some_and(|by| by.latest() <= day))
            }
        },
        plain(filter.text.as_deref().unwrap_or_default())
            .split_whitespace()
            .all(|word| all.contains(word)),
    ]
    .into_iter()
    .all(|fits| fits)
}

/// The first day on which something is due that is still to be done; what has none comes last.
fn due(one: &Approach) -> (bool, Option<Date>) {
    let open = one.next.iter().filter(|step| step.done.is_none());
    let first = open.filter_map(|step| Some(step.by?.latest())).min();
    (first.is_none(), first)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_found_is_what_a_plain_filter_finds_in_its_order(
        approaches in vec(approach(), 0..40),
        filter in filter(),
    ) {
        let world = world(&approaches, &Viewer::member(["alpha"]));
        let mut wanted: Vec<_> = approaches.iter().enumerate().filter(|(_, one)| fits(&filter, one)).collect();
        wanted.sort_by(|(m, a), (n, b)| b.on.cmp(&a.on).then(n.cmp(m)));
        if filter.follow_up.is_some() {
            wanted.sort_by_key(|(_, one)| due(one));
        }
        let found = world.approaches(&filter);
        let counts = found.counts.clone();
        let view = world.approaches_view(found, Lang::En);
        let told: Vec<_> = view.approaches.iter().map(|view| &view.approach).collect();
        let wanted: Vec<_> = wanted.into_iter().map(|(_, one)| one).collect();
        prop_assert_eq!(told, wanted.clone());
        // And so do the counts, whatever part is shown.
        prop_assert_eq!(counts.total as usize, wanted.len());
        for kind in ApproachKind::ALL {
            let of = wanted.iter().filter(|one| one.kind == *kind).count();
            prop_assert_eq!(counts.kinds.get(kind).copied().unwrap_or_default() as usize, of);
        }
        let open = wanted.iter().filter(|one| {
            one.state != ApproachState::Dropped && one.next.iter().any(|step| step.done.is_none())
        });
        prop_assert_eq!(counts.open as usize, open.count());
    }

    #[test]
    fn whoever_may_not_see_them_finds_none(
        approaches in vec(approach(), 1..10),
        filter in filter(),
    ) {
        for viewer in [Viewer::public(), Viewer::member(["beta"])] {
            let world = world(&approaches, &viewer);
            let found = world.approaches(&filter);
            prop_assert!(found.rows.is_empty());
            prop_assert_eq!(found.counts, world::view::ApproachCounts::default());
            for state in STATES {
                let state = state.parse().unwrap();
                let on = "2026-01-01".parse().unwrap();
                prop_assert_eq!(world.approached(state, on, Lang::En), None);
            }
        }
    }

    #[test]
    fn the_last_that_took_place_is_the_last(approaches in vec(approach(), 1..30)) {
        let world = world(&approaches, &Viewer::member(["alpha"]));
        let on: Date = "2021-06-01".parse().unwrap();
        for state in STATES {
            let state = state.parse().unwrap();
            let with: Vec<_> = approaches.iter().enumerate().filter(|(_, one)| {
                one.by.iter().chain(&one.to).any(|side| side.participant == Some(state))
            }).collect();
            let view = world.approached(state, on, Lang::En);
            prop_assert_eq!(view.is_some(), !with.is_empty());
            let Some(view) = view else { continue };
            prop_assert_eq!(view.total as usize, with.len());
            let last = with.iter().filter(|(_, one)| {
                one.state == ApproachState::Done && one.on.is_some_and(|day| day.earliest() <= on)
            });
            let last = last.max_by(|(m, a), (n, b)| a.on.cmp(&b.on).then(m.cmp(n)));
            prop_assert_eq!(view.last.map(|view| view.approach), last.map(|(_, one)| (*one).clone()));
        }
    }
}

/// The one search finds what its viewer may see, by the words of texts and of names, and no more.
#[test]
fn the_search_finds_approaches_of_its_viewer_alone() {
    let mut one = Approach {
        treaties: vec!["invented".parse().unwrap()],
        state: ApproachState::Done,
        kind: ApproachKind::Visit,
        by: vec![Side {
            participant: Some("ITA".parse().unwrap()),
            ..Side::default()
        }],
        to: vec![Side {
            participant: Some("NPL".parse().unwrap()),
            person: Some("Amb. Müller".to_owned()),
            ..Side::default()
        }],
        acted_as: None,
        on: Some(date("2023-03-12")),
        until: None,
        channel: None,
        place: Some("Wien".to_owned()),
        forum: None,
        meeting: None,
        themes: vec![],
        points: Some("The quorum is missing".to_owned()),
        answer: None,
        outcomes: vec![],
        obstacles: vec![],
        asked: vec![],
        offered: vec![],
        next: vec![],
        documents: vec![],
        note: None,
    };
    let mut entries = shipped::entries().unwrap();
    let with = |one: &Approach, n: u32| Entry {
        recorded: "2026-12-01T00:00:00Z".parse().unwrap(),
        id: EntryId(format!("01890000-0000-7000-9000-{n:012x}").parse().unwrap()),
        ..recorded(std::slice::from_ref(one))[0].entry.clone()
    };
    entries.push(with(&one, 1));
    one.points = Some("Nothing more".to_owned());
    entries.push(with(&one, 2));
    let record = ledger::chain(entries).unwrap();
    let on = "2026-12-02".parse().unwrap();
    let moment = "2026-12-02T00:00:00Z".parse().unwrap();
    let found = |viewer: &Viewer, q: &str| {
        let view = World::fold(&record, viewer, moment).search(q, on, Lang::En, 50);
        let hits = view.hits.iter();
        let hits = hits.filter(|hit| hit.kind == world::view::Found::Approach);
        let hits: Vec<_> = hits.map(|hit| hit.title.clone()).collect();
        (hits, view.total)
    };
    let team = Viewer::member(["alpha"]);
    for (q, many) in [
        ("quorum", 1),
        ("MULLER wien", 2),
        ("népal quorum", 1),
        ("quorum Norway", 0),
        ("qu", 0),
    ] {
        let (hits, total) = found(&team, q);
        assert_eq!(hits, vec!["Italy – Nepal"; many], "{q}");
        for stranger in [Viewer::public(), Viewer::member(["beta"])] {
            let (none, fewer) = found(&stranger, q);
            assert!(none.is_empty(), "{q}: {none:?}");
            assert_eq!(total - fewer, u32::try_from(many).unwrap(), "{q}");
        }
    }
}
