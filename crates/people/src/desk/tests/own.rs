//! What people do with their own account, beyond signing in.

use super::*;
use crate::credential::Second;

#[test]
fn an_app_about_to_be_added_is_shown_again_as_it_was() {
    let (mut scene, _) = Scene::with_anna();
    let key = scene.sign_in(ANNA, WORDS);
    let at = visit(scene.now, scene.from, None);
    let none = scene.desk.adding(&key, "Accede", &at);
    assert!(matches!(none, Err(DeskError::Gone)));
    let chance = &mut scene.chance;
    let begun = scene.desk.add_app(&key, "Accede", &at, chance).unwrap();
    let again = scene.desk.adding(&key, "Accede", &at).unwrap();
    assert_eq!((begun.text(), begun.uri()), (again.text(), again.uri()));
    scene.later(10);
    let at = visit(scene.now, scene.from, None);
    let old = scene.desk.adding(&key, "Accede", &at);
    assert!(matches!(old, Err(DeskError::NotFresh)));
}

#[test]
fn recovery_codes_are_made_anew_and_those_before_hold_no_more() {
    let (mut scene, _) = Scene::with_anna();
    let key = scene.sign_in(ANNA, WORDS);
    let at = visit(scene.now, scene.from, None);
    let none = scene.desk.new_codes(&key, &at, &mut scene.chance);
    assert!(matches!(none, Err(DeskError::Gone)), "there is no app");
    let (key, _seed, before) = scene.add_app(&key);
    let other = match scene.try_in(ANNA, WORDS, Some(&before[0])) {
        SignIn::Welcome(welcome) => welcome.session,
        not @ (SignIn::CodeNeeded(_) | SignIn::Refused | SignIn::Wait { .. }) => {
            panic!("{not:?}")
        }
    };
    let made = scene.desk.new_codes(&key, &at, &mut scene.chance);
    let (new, codes) = made.unwrap();
    assert_eq!(codes.len(), 10);
    assert!(!scene.is_in(&key) && scene.is_in(&new) && scene.is_in(&other));
    assert!(matches!(
        scene.try_in(ANNA, WORDS, Some(&before[1])),
        SignIn::Refused
    ));
    match scene.try_in(ANNA, WORDS, Some(codes[0].reveal())) {
        SignIn::Welcome(welcome) => {
            assert_eq!(welcome.second, Some(Second::Recovery { left: 9 }));
        }
        not @ (SignIn::CodeNeeded(_) | SignIn::Refused | SignIn::Wait { .. }) => {
            panic!("{not:?}")
        }
    }
}

#[test]
fn to_be_called_as_one_is_changes_nothing() {
    let (mut scene, anna) = Scene::with_anna();
    let key = scene.sign_in(ANNA, WORDS);
    let at = visit(scene.now, scene.from, None);
    let chance = &mut scene.chance;
    let same = scene.desk.call(&key, "Anna Smith", ANNA, &at, chance);
    assert_eq!(same.unwrap().commitment(), anna.person.commitment());
}

/// Whoever was called otherwise is forgotten under every address he had.
#[test]
fn what_is_for_an_address_of_before_goes_too_and_is_told_before() {
    let (mut scene, anna) = Scene::with_anna();
    let id = anna.person.id;
    let key = scene.sign_in(ANNA, WORDS);
    let at = visit(scene.now, scene.from, None);
    let chance = &mut scene.chance;
    let italy = team("italy");
    let now = scene.now;
    scene
        .desk
        .invite(&italy, Role::Reader, ANNA, Some(id), now, chance)
        .unwrap();
    scene
        .desk
        .call(&key, "Anna Smith", "anna@new.example", &at, chance)
        .unwrap();
    scene.desk.make_reset(id, true, now, chance).unwrap();
    scene.try_in(ANNA, "not that one at all", None);
    let told = scene.desk.export(id).unwrap();
    assert_eq!(told["invitations"].as_array().unwrap().len(), 1);
    assert_eq!(told["links_for_a_new_password"][0]["app_lost"], true);
    assert_eq!(told["joined_first_of_all"], true);
    assert_eq!(told["counters_of_failed_attempts"], 1);
    scene.desk.erase(id, now).unwrap();
    for drawer in [Drawer::Invitations, Drawer::Throttles] {
        let left = scene.memory.list(drawer, "").unwrap().into_iter();
        // A network is counted, not whose account somebody knocked at from it.
        let left: Vec<_> = left
            .filter(|(key, _)| !key.starts_with("network/"))
            .collect();
        assert!(left.is_empty(), "{drawer}: {left:?}");
    }
}

#[test]
fn who_asks_to_be_erased_is_marked_until_it_is_done_or_not() {
    let (mut scene, anna) = Scene::with_anna();
    let id = anna.person.id;
    let key = scene.sign_in(ANNA, WORDS);
    assert!(scene.desk.leaving().unwrap().is_empty());
    let at = visit(scene.now, scene.from, None);
    for _ in 0..2 {
        assert_eq!(scene.desk.leave(&key, &at).unwrap(), id);
        assert_eq!(scene.desk.leaving().unwrap(), [id]);
    }
    scene.desk.stay(id).unwrap();
    scene.desk.stay(id).unwrap();
    assert!(scene.desk.leaving().unwrap().is_empty());
    scene.desk.begin_to_forget(id, scene.now).unwrap();
    assert_eq!(scene.desk.leaving().unwrap(), [id]);
    scene.desk.erase(id, scene.now).unwrap();
    assert!(scene.desk.leaving().unwrap().is_empty());
    scene.desk.begin_to_forget(id, scene.now).unwrap();
    assert!(scene.desk.leaving().unwrap().is_empty());
    let key = {
        let (mut scene, _) = Scene::with_anna();
        let key = scene.sign_in(ANNA, WORDS);
        scene.later(10);
        let at = visit(scene.now, scene.from, None);
        assert!(matches!(
            scene.desk.leave(&key, &at),
            Err(DeskError::NotFresh)
        ));
        key
    };
    assert!(!scene.is_in(&key));
}

#[test]
fn what_one_does_while_fresh_keeps_nobody_fresh() {
    let (mut scene, _) = Scene::with_anna();
    let key = scene.sign_in(ANNA, WORDS);
    let fresh = |scene: &Scene, key: &SessionKey| {
        let at = visit(scene.now, scene.from, None);
        scene.desk.who(key, &at).unwrap().unwrap().fresh
    };
    scene.later(6);
    let (key, _seed, _codes) = scene.add_app(&key);
    scene.later(3);
    let at = visit(scene.now, scene.from, None);
    let (key, _codes) = scene.desk.new_codes(&key, &at, &mut scene.chance).unwrap();
    assert!(fresh(&scene, &key));
    scene.later(2);
    assert!(!fresh(&scene, &key), "eleven minutes after the password");
}

#[test]
fn more_than_a_password_was_proved_or_not() {
    let (mut scene, _) = Scene::with_anna();
    let sure = |scene: &Scene, key: &SessionKey| {
        let at = visit(scene.now, scene.from, None);
        scene.desk.who(key, &at).unwrap().unwrap().sure
    };
    let key = scene.sign_in(ANNA, WORDS);
    assert!(!sure(&scene, &key));
    let at = visit(scene.now, scene.from, None);
    let proof = Proof {
        password: &Password::new(WORDS),
        code: None,
    };
    let key = scene
        .desk
        .confirm(&key, proof, &at, &mut scene.chance)
        .unwrap();
    assert!(
        !sure(&scene, &key),
        "the same password once more is no more"
    );
    let (key, seed, _codes) = scene.add_app(&key);
    assert!(sure(&scene, &key), "he gave a code of it");
    scene.later(1);
    let with_code = scene.try_in(ANNA, WORDS, Some(&seed.code(scene.now)));
    let SignIn::Welcome(welcome) = with_code else {
        panic!("{with_code:?}")
    };
    assert!(sure(&scene, &welcome.session));
}
