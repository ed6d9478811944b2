//! A world that grows is the world folded anew: whatever was recorded, by whomever, in whatever steps
//! it came, and whatever was asked in between.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

mod answers;
#[path = "../common/mod.rs"]
mod common;
mod deeds;

use std::sync::Arc;

use answers::{ON, answers, rest, work};
use common::{chain, day, id};
use deeds::{Approach, Deed, a_deed, an_audience, ground, record};
use jiff::Timestamp;
use ledger::{Audience, Recorded};
use proptest::prelude::*;
use world::{ApproachFilter, Viewer, World};

fn viewers() -> [Viewer; 4] {
    [
        Viewer::public(),
        Viewer::member::<&str>([]),
        Viewer::member(["a"]),
        Viewer::member(["a", "b"]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_world_that_grew_is_the_one_folded_anew(
        deeds in prop::collection::vec((a_deed(), an_audience(), prop::bool::weighted(0.1)), 1..24),
        steps in prop::collection::vec((1_usize..8, 0_u8..4), 1..8),
    ) {
        let record: Vec<_> = chain(record(&deeds)).into_iter().map(Arc::new).collect();
        for viewer in viewers() {
            grow(&record, &viewer, &steps)?;
        }
    }
}

/// Lets the world of a viewer grow in steps, after some of which it is asked all, or half, or nothing.
fn grow(
    record: &[Arc<Recorded>],
    viewer: &Viewer,
    steps: &[(usize, u8)],
) -> Result<(), TestCaseError> {
    let mut at = ground().len();
    let mut world = World::fold_shared(&record[..at], viewer, Timestamp::MAX);
    answers(&world);
    for (step, asked) in steps.iter().cycle() {
        if at == record.len() {
            break;
        }
        let end = record.len().min(at + step);
        world = world.extended(&record[at..end], viewer, Timestamp::MAX);
        at = end;
        match asked {
            0 => {}
            1 => {
                work(&world, day(ON[0]));
            }
            2 => {
                rest(&world, day(ON[1]));
            }
            _ => {
                let anew = World::fold_shared(&record[..at], viewer, Timestamp::MAX);
                prop_assert_eq!(answers(&world), answers(&anew), "{:?}", viewer);
            }
        }
    }
    let anew = World::fold_shared(record, viewer, Timestamp::MAX);
    prop_assert_eq!(answers(&world), answers(&anew), "{:?}", viewer);
    Ok(())
}

fn done(to: usize) -> Deed {
    Deed::Approach(Approach {
        treaties: vec![0],
        by: 3,
        to: vec![to],
        state: 0,
        on: Some(0),
        more: 0,
    })
}

fn team(name: &str) -> Audience {
    Audience::of_teams([name]).unwrap()
}

/// What a world was made of that somebody may not see is not in the one that grows from it for him.
#[test]
fn who_sees_less_gets_less() {
    let deeds = [
        (done(0), team("a"), false),
        (done(1), Audience::Public, false),
    ];
    let record: Vec<_> = chain(record(&deeds)).into_iter().map(Arc::new).collect();
    let (before, more) = record.split_at(ground().len() + 1);
    let theirs = World::fold_shared(before, &Viewer::member(["a"]), Timestamp::MAX);
    assert!(theirs.is_approached_for(&id("ccm")));
    for viewer in [Viewer::public(), Viewer::member(["b"])] {
        let grown = theirs.extended(more, &viewer, Timestamp::MAX);
        let anew = World::fold_shared(&record, &viewer, Timestamp::MAX);
        assert_eq!(answers(&grown), answers(&anew), "{viewer:?}");
    }
}

/// A moment before the one that the world was folded for takes its later entries away.
#[test]
fn a_moment_before_is_folded_anew() {
    let deeds = [0, 1, 2].map(|to| (done(to), team("a"), false));
    let record: Vec<_> = chain(record(&deeds)).into_iter().map(Arc::new).collect();
    let viewer = Viewer::member(["a"]);
    let (before, more) = record.split_at(record.len() - 1);
    let world = World::fold_shared(before, &viewer, Timestamp::MAX);
    let known = before[before.len() - 2].entry.recorded;
    let grown = world.extended(more, &viewer, known);
    let anew = World::fold_shared(&record, &viewer, known);
    assert_eq!(answers(&grown), answers(&anew));
    assert_eq!(grown.approaches(&ApproachFilter::default()).counts.total, 1);
}

/// More than a few at once, of which the indexes are made anew.
#[test]
fn many_at_once_are_the_same() {
    let deeds: Vec<_> = (0..620).map(|n| (done(n % 4), team("a"), false)).collect();
    let record: Vec<_> = chain(record(&deeds)).into_iter().map(Arc::new).collect();
    let viewer = Viewer::member(["a"]);
    let (before, more) = record.split_at(ground().len() + 10);
    let world = World::fold_shared(before, &viewer, Timestamp::MAX);
    work(&world, day(ON[1]));
    let grown = world.extended(more, &viewer, Timestamp::MAX);
    let anew = World::fold_shared(&record, &viewer, Timestamp::MAX);
    assert_eq!(work(&grown, day(ON[1])), work(&anew, day(ON[1])));
}
