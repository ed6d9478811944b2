//! Worlds of several viewers: who shares one, and that what one may not see leaves no trace in it.

use ledger::store::Memory;
use ledger::{Body, EntryRef, Tlp, body::AliasGiven};
use treaty::{Lang, Source};
use world::ApproachFilter;

use super::*;
use crate::clerk::Draft;

const NOW: &str = "2030-01-02T00:00:00Z";

fn standing() -> Standing {
    let clock = Clock::stopped_at(NOW.parse().unwrap());
    let clerk = Clerk::start(Box::new(Memory::default()), Record::empty(), clock);
    let xaa = r#"{"id": "XAA", "status": "state", "names": {"en": "Xanadu"}}"#;
    let participant = Body::Participant(serde_json::from_str(xaa).unwrap());
    let standing = Standing::new(clerk, clock);
    add(&standing, participant, Audience::Public);
    standing
}

fn add(standing: &Standing, body: Body, audience: Audience) {
    let draft = Draft::new(Source::cited("a test"), body).seen_by(audience, None);
    standing
        .clerk
        .submit("a test", move |_| Ok((vec![draft.clone()], ())))
        .unwrap();
    standing.follow().unwrap();
}

fn alias(name: &str) -> Body {
    Body::Alias(AliasGiven {
        by: "XAA".parse().unwrap(),
        name: name.to_owned(),
    })
}

fn of(teams: &[&str]) -> Viewer {
    Viewer {
        signed_in: true,
        teams: teams.iter().map(|&team| team.to_owned()).collect(),
    }
}

fn teams(teams: &[&str]) -> Audience {
    Audience::of_teams(teams.iter().copied()).unwrap()
}

#[test]
fn each_viewer_sees_what_it_may_and_no_more() {
    let standing = standing();
    add(&standing, alias("Cathay"), teams(&["a"]));
    add(&standing, alias("Serendip"), Audience::SignedIn);
    let knows = |viewer: &Viewer, name| standing.now(viewer).find_participant(name).is_some();
    for (viewer, cathay, serendip) in [
        (Viewer::public(), false, false),
        (of(&[]), false, true),
        (of(&["b"]), false, true),
        (of(&["a"]), true, true),
        (of(&["a", "b"]), true, true),
    ] {
        assert_eq!(knows(&viewer, "Cathay"), cathay, "{viewer:?}");
        assert_eq!(knows(&viewer, "Serendip"), serendip, "{viewer:?}");
    }
}

#[test]
fn what_others_record_leaves_a_world_as_it_is() {
    let standing = standing();
    let public = standing.now(&Viewer::public());
    let other = standing.now(&of(&["b"]));
    assert!(
        Arc::ptr_eq(&public, &other),
        "there is nothing but public entries yet"
    );
    add(&standing, alias("Cathay"), teams(&["a"]));
    assert!(Arc::ptr_eq(&public, &standing.now(&Viewer::public())));
    assert!(Arc::ptr_eq(&public, &standing.now(&of(&["b"]))));
    add(&standing, alias("Serendip"), Audience::Public);
    let public = standing.now(&Viewer::public());
    assert_eq!(public.head().entries, 2);
    assert!(
        public.entry(EntryRef::Public(ledger::Seq(2))).is_some(),
        "numbers are those of public entries"
    );
    assert!(public.entry(EntryRef::Public(ledger::Seq(3))).is_none());
}

#[test]
fn viewers_with_the_same_rights_share_a_world() {
    let standing = standing();
    add(&standing, alias("Cathay"), teams(&["a", "b"]));
    let one = standing.now(&of(&["a"]));
    assert!(Arc::ptr_eq(&one, &standing.now(&of(&["b"]))));
    assert!(
        Arc::ptr_eq(&one, &standing.now(&of(&["b", "c"]))),
        "no entry is for c"
    );
    assert!(!Arc::ptr_eq(&one, &standing.now(&Viewer::public())));
    add(&standing, alias("Serendip"), teams(&["c"]));
    assert!(Arc::ptr_eq(&one, &standing.now(&of(&["a"]))));
}

#[test]
fn two_hundred_viewers_of_twenty_teams_share_twenty_worlds() {
    let standing = standing();
    let team = |n: usize| format!("team-{}", n % 20);
    for n in 0..20 {
        add(&standing, alias(&format!("name {n}")), teams(&[&team(n)]));
    }
    let ask = || {
        let all: Vec<_> = (0..200).map(|n| standing.now(&of(&[&team(n)]))).collect();
        for (n, world) in all.iter().enumerate() {
            assert!(Arc::ptr_eq(world, &all[n % 20]), "viewer {n} shares");
        }
        assert_eq!(standing.kept().0.len(), 20, "each is kept once");
        all
    };
    let first = ask();
    let again = ask();
    assert!(
        first
            .iter()
            .zip(&again)
            .all(|(one, other)| Arc::ptr_eq(one, other)),
        "nothing is folded twice"
    );
    // What one team records is folded for that team alone.
    add(&standing, alias("one more"), teams(&[&team(7)]));
    let then = ask();
    for (n, (one, other)) in first.iter().zip(&then).enumerate() {
        assert_eq!(Arc::ptr_eq(one, other), n % 20 != 7, "viewer {n}");
    }
    // What anyone sees is folded once for each, in the place of what was.
    add(&standing, alias("for all"), Audience::Public);
    ask();
}

#[test]
fn memory_is_bounded_by_the_entries_of_the_worlds_kept() {
    let kept = |worlds: &[u64]| room(worlds.iter().copied());
    assert_eq!(kept(&[7_000; 100]), KEPT);
    assert_eq!(kept(&[100_000; 10]), 3);
    assert_eq!(kept(&[100_000, 150_000, 90_000, 1]), 2);
    assert_eq!(kept(&[1_000_000; 4]), ALWAYS);
}

#[test]
fn worlds_kept_are_bounded() {
    let standing = standing();
    for n in 0..KEPT + 8 {
        add(
            &standing,
            alias(&format!("name {n}")),
            teams(&[&format!("team-{n}")]),
        );
    }
    for n in 0..KEPT + 8 {
        let world = standing.now(&of(&[&format!("team-{n}")]));
        assert_eq!(world.head().entries, 2);
    }
    assert_eq!(standing.kept().0.len(), KEPT);
}

#[test]
fn the_clerk_refuses_what_would_tell_too_much() {
    let standing = standing();
    let submit = |viewer: &Viewer, draft: Draft| {
        let receipt = standing
            .clerk
            .submit_as(viewer, "a test", move |_| Ok((vec![draft.clone()], ())));
        receipt.map(|receipt| receipt.recorded.unwrap().0)
    };
    let draft = |body| Draft::new(Source::cited("a test"), body);
    let name = submit(
        &of(&["a"]),
        draft(alias("Cathay")).seen_by(teams(&["a"]), Some(Tlp::Amber)),
    );
    let name = name.unwrap();
    let EntryRef::Own(id) = name else {
        panic!("{name}")
    };
    let taken_back = || {
        draft(Body::Retraction(ledger::body::Retraction {
            of: id,
            why: "a test".to_owned(),
        }))
    };
    let why = |refused: ClerkError| {
        let ClerkError::Refused { source, .. } = refused else {
            panic!("{refused}")
        };
        source.to_string()
    };
    // To more people than the entry it is about.
    let refused = submit(&of(&["a"]), taken_back()).unwrap_err();
    assert_eq!(
        why(refused),
        "it would be shown to `public`, and the entry it is about only to `a`"
    );
    // By somebody who may not know of it, who is told that there is none.
    let refused = submit(&of(&["b"]), taken_back().seen_by(teams(&["b"]), None)).unwrap_err();
    assert_eq!(why(refused), format!("there is no entry with the id {id}"));
    // With a label that does not allow the audience.
    let wide = draft(alias("Serendip")).seen_by(Audience::SignedIn, Some(Tlp::Amber));
    assert_eq!(
        why(submit(&of(&["a"]), wide).unwrap_err()),
        "TLP:AMBER does not allow the audience `signed-in`: it may be for teams"
    );
    let nobody = draft(alias("Serendip")).seen_by(Audience::Teams(Vec::new()), None);
    assert!(submit(&of(&["a"]), nobody).is_err());
    submit(&of(&["a"]), taken_back().seen_by(teams(&["a"]), None)).unwrap();
    standing.follow().unwrap();
    let world = standing.now(&of(&["a"]));
    assert!(
        world.find_participant("Cathay").is_none(),
        "it was taken back"
    );
}

#[test]
fn who_asks_for_many_past_moments_drives_no_team_out() {
    let standing = standing();
    add(&standing, alias("Cathay"), teams(&["a"]));
    let team = standing.now(&of(&["a"]));
    let now: Timestamp = NOW.parse().unwrap();
    let moments = (1..=100).map(|seconds| now + jiff::SignedDuration::from_secs(seconds));
    for moment in moments {
        standing.at(&Viewer::public(), moment).unwrap();
        // The last one stands for whoever turns the page.
        assert!(standing.at_hand(&Viewer::public(), Some(moment)).is_some());
    }
    let still = standing.at_hand(&of(&["a"]), None).unwrap();
    assert!(Arc::ptr_eq(&team, &still));
    assert_eq!(standing.kept().0.len(), 1 + PAST);
}

#[test]
fn a_world_grows_by_what_was_recorded_and_is_the_one_folded_anew() {
    let standing = standing();
    let viewer = of(&["a"]);
    let approach = |day: &str| {
        let said = format!(
            r#"{{"approach": {{"treaties": ["ctbt"], "state": "done", "kind": "letter", "on": "{day}",
                "by": [{{"participant": "XAA"}}], "to": [{{"participant": "XAA"}}]}}}}"#
        );
        serde_json::from_str::<Body>(&said).unwrap()
    };
    let record = |day: &str, audience: Audience, label| {
        let draft = Draft::new(Source::cited("a test"), approach(day)).seen_by(audience, label);
        let one = move |_: Shown<'_>| Ok((vec![draft.clone()], ()));
        standing.submit_as(&viewer, "a test", one).unwrap()
    };
    let all = || {
        let world = standing.now(&viewer);
        let known = standing.record();
        let anew = World::fold_shared(known.shared(), &viewer, world.known());
        let listed = |world: &World| {
            let found = world.approaches(&ApproachFilter::default());
            let view = world.approaches_view(found, Lang::En);
            serde_json::to_string(&(view, world.findings(), world.head())).unwrap()
        };
        assert_eq!(listed(&world), listed(&anew));
        world.approaches(&ApproachFilter::default()).rows.len()
    };
    add(&standing, treaty(), Audience::Public);
    record("2024-01-01", teams(&["a"]), Some(Tlp::Amber));
    assert_eq!(all(), 1);
    record("2023-01-01", teams(&["a"]), Some(Tlp::Amber));
    assert_eq!(all(), 2);
    // Between two looks, for several audiences, one of them new, and one that this viewer may not see.
    record("2024-02-01", Audience::Public, None);
    add(&standing, alias("Serendip"), teams(&["c"]));
    record("2022-01-01", teams(&["a", "b"]), Some(Tlp::Amber));
    record("2025-01-01", teams(&["a"]), Some(Tlp::Amber));
    assert_eq!(all(), 5);
    // What others rest on.
    add(&standing, alias("Cathay"), Audience::Public);
    assert_eq!(all(), 5);
    assert!(standing.now(&viewer).find_participant("Cathay").is_some());
    let public = standing.now(&Viewer::public());
    assert_eq!(public.approaches(&ApproachFilter::default()).rows.len(), 1);
    assert!(public.find_participant("Serendip").is_none());
}

/// The file of a treaty as shipped.
fn treaty() -> Body {
    let shipped = shipped::entries().unwrap().into_iter();
    let mut laws = shipped.map(|one| one.body);
    laws.find(|body| matches!(body, Body::Treaty(file) if file.treaty.as_str() == "ctbt"))
        .unwrap()
}
