//! What is marked, and that marks tell no more than they should.

use super::*;
use crate::trail::What;

/// What happened, from the newest, with how often.
fn trail(scene: &Scene) -> Vec<(What, u32)> {
    let (from, to) = ("2026-01-01".parse().unwrap(), "2029-12-31".parse().unwrap());
    let marks = scene.desk.trail(from, to).unwrap();
    marks.iter().map(|mark| (mark.what, mark.times)).collect()
}

fn has(scene: &Scene, what: What) -> bool {
    trail(scene).iter().any(|(one, _)| *one == what)
}

#[test]
fn what_happens_at_the_door_is_marked_with_it() {
    let (mut scene, anna) = Scene::with_anna();
    assert!(has(&scene, What::Joined));
    let key = scene.sign_in(ANNA, WORDS);
    assert!(has(&scene, What::SignedIn));
    let id = anna.person.id;
    let now = scene.now;
    let it: TeamId = "it".parse().unwrap();
    let invited = {
        let chance = &mut scene.chance;
        let desk = &scene.desk;
        desk.invite(&it, Role::Reader, "b@x.example", Some(id), now, chance)
    };
    let (_, invitation) = invited.unwrap();
    scene
        .desk
        .withdraw(&it, invitation.id, Some(id), now)
        .unwrap();
    assert!(has(&scene, What::Invited) && has(&scene, What::Withdrawn));
    scene
        .desk
        .make_reset(id, false, now, &mut scene.chance)
        .unwrap();
    scene.desk.mark_exported(Some(id), id, now).unwrap();
    scene.desk.end_all_sessions(id, now).unwrap();
    assert!(!scene.is_in(&key));
    scene.desk.erase(id, now).unwrap();
    scene.desk.erase(id, now).unwrap();
    for what in [
        What::ResetMade,
        What::Exported,
        What::SignedOutEverywhere,
        What::Erased,
    ] {
        assert!(has(&scene, what), "{what:?}");
    }
    let erased = trail(&scene)
        .iter()
        .filter(|(what, _)| *what == What::Erased)
        .count();
    assert_eq!(erased, 1);
}

#[test]
fn failures_are_counted_and_no_address_is_kept() {
    let (mut scene, _) = Scene::with_anna();
    for _ in 0..3 {
        scene.try_in(ANNA, "a wrong sentence here", None);
        scene.try_in("eve.stranger@x.example", "a wrong sentence here", None);
    }
    let failed: Vec<_> = trail(&scene)
        .into_iter()
        .filter(|(what, _)| *what == What::Failed)
        .collect();
    // One count for Anna, one for everybody who is not known.
    assert_eq!(failed, [(What::Failed, 3), (What::Failed, 3)]);
    for (key, sheet) in scene.memory.list(Drawer::Trail, "").unwrap() {
        let text = String::from_utf8(sheet.content).unwrap().to_lowercase();
        for secret in ["eve", "stranger", "x.example", "anna", "smith"] {
            assert!(
                !text.contains(secret) && !key.contains(secret),
                "{key}: {text}"
            );
        }
    }
    for _ in 0..40 {
        scene.try_in(ANNA, "a wrong sentence here", None);
    }
    assert!(has(&scene, What::Locked), "{:?}", trail(&scene));
}

#[test]
fn marks_of_long_ago_are_swept_away() {
    let (mut scene, _) = Scene::with_anna();
    assert!(!trail(&scene).is_empty());
    scene.now += SignedDuration::from_hours(399 * 24);
    scene.desk.sweep(scene.now).unwrap();
    assert!(has(&scene, What::Joined));
    scene.now += SignedDuration::from_hours(2 * 24);
    scene.desk.sweep(scene.now).unwrap();
    assert!(trail(&scene).is_empty());
}

#[test]
fn many_marks_of_one_moment_are_all_kept() {
    let (scene, anna) = Scene::with_anna();
    for _ in 0..37 {
        scene
            .desk
            .mark_exported(None, anna.person.id, scene.now)
            .unwrap();
    }
    let kept = trail(&scene).into_iter();
    assert_eq!(kept.filter(|(what, _)| *what == What::Exported).count(), 37);
}
