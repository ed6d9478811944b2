//! Sessions, passwords, apps, tokens, and being forgotten.

use std::collections::BTreeSet;

use super::*;
use crate::credential::{Listed, Second};
use crate::token::{LONGEST, Scope};
use crate::{NewToken, Proof};

#[test]
fn somebody_signs_in_and_out() {
    let (mut scene, anna) = Scene::with_anna();
    let key = scene.sign_in(" anna@MFA.example ", WORDS);
    let at = visit(scene.now, scene.from, None);
    let who = scene.desk.who(&key, &at).unwrap().unwrap();
    assert!(who.person.id == anna.person.id && who.fresh);
    assert!(matches!(
        scene.try_in(ANNA, "another sentence of words", None),
        SignIn::Refused
    ));
    assert!(matches!(
        scene.try_in("nobody@x.example", WORDS, None),
        SignIn::Refused
    ));
    assert!(matches!(
        scene.try_in("no address", WORDS, None),
        SignIn::Refused
    ));
    scene.desk.sign_out(&key).unwrap();
    assert!(!scene.is_in(&key));
    scene.desk.sign_out(&key).unwrap();
}

#[test]
fn a_session_that_is_used_lasts_a_working_day_and_no_longer() {
    let (mut scene, _) = Scene::with_anna();
    let key = scene.sign_in(ANNA, WORDS);
    for _ in 0..14 {
        scene.later(50);
        assert!(scene.is_in(&key));
    }
    scene.later(20);
    assert!(!scene.is_in(&key), "twelve hours after sign-in");
    let key = scene.sign_in(ANNA, WORDS);
    scene.later(60);
    assert!(!scene.is_in(&key), "an hour without a request");
    assert_eq!(
        scene.desk.sweep(scene.now).unwrap(),
        1,
        "the first was cleared at sign-in"
    );
    assert!(scene.memory.list(Drawer::Sessions, "").unwrap().is_empty());
}

#[test]
fn sessions_are_listed_and_ended() {
    let (mut scene, anna) = Scene::with_anna();
    let first = scene.sign_in(ANNA, WORDS);
    scene.later(2);
    let second = scene.sign_in(ANNA, WORDS);
    let at = visit(scene.now, scene.from, None);
    let listed = scene.desk.sessions(&second, &at).unwrap();
    assert_eq!(
        listed.iter().map(|s| s.this).collect::<Vec<_>>(),
        [true, false]
    );
    scene
        .desk
        .end_session(&second, &listed[1].name, &at)
        .unwrap();
    assert!(!scene.is_in(&first) && scene.is_in(&second));
    assert!(
        scene
            .desk
            .end_session(&second, &listed[1].name, &at)
            .is_err()
    );
    let third = scene.sign_in(ANNA, WORDS);
    let here = scene
        .desk
        .end_other_sessions(&third, &at, &mut scene.chance)
        .unwrap();
    assert!(scene.is_in(&here) && !scene.is_in(&second) && !scene.is_in(&third));
    scene
        .desk
        .end_all_sessions(anna.person.id, scene.now)
        .unwrap();
    assert!(!scene.is_in(&here));
    let refused = scene.desk.sessions(&here, &at).unwrap_err();
    assert!(matches!(refused, DeskError::NotSignedIn));
}

#[test]
fn nobody_has_more_than_twenty_sessions() {
    let (mut scene, anna) = Scene::with_anna();
    let first = scene.sign_in(ANNA, WORDS);
    for _ in 0..20 {
        scene.later(1);
        scene.sign_in(ANNA, WORDS);
    }
    assert!(!scene.is_in(&first));
    assert_eq!(scene.desk.sessions_of(anna.person.id).unwrap().len(), 20);
}

#[test]
fn a_new_password_needs_the_old_one_and_ends_the_other_sessions() {
    let (mut scene, _) = Scene::with_anna();
    let other = scene.sign_in(ANNA, WORDS);
    let key = scene.sign_in(ANNA, WORDS);
    let at = visit(scene.now, scene.from, None);
    let (old, new) = (
        Password::new(WORDS),
        Password::new("rain falls on Lake Leman"),
    );
    let change = |scene: &mut Scene, old: &Password, new: &Password| {
        let proof = Proof {
            password: old,
            code: None,
        };
        scene
            .desk
            .change_password(&key, proof, new, &at, &mut scene.chance)
    };
    let weak = change(&mut scene, &old, &Password::new("anna smith is here"));
    assert!(matches!(weak, Err(DeskError::Weak(_))));
    assert!(matches!(
        change(&mut scene, &new, &new),
        Err(DeskError::Wrong)
    ));
    let renewed = change(&mut scene, &old, &new).unwrap();
    assert!(scene.is_in(&renewed) && !scene.is_in(&key) && !scene.is_in(&other));
    assert!(matches!(scene.try_in(ANNA, WORDS, None), SignIn::Refused));
    scene.sign_in(ANNA, "rain falls on Lake Leman");
}

#[test]
fn who_steals_a_session_does_not_guess_the_password_there() {
    let (mut scene, _) = Scene::with_anna();
    let (stolen, own) = (scene.sign_in(ANNA, WORDS), scene.sign_in(ANNA, WORDS));
    let at = visit(scene.now, scene.from, None);
    let confirm = |scene: &mut Scene, key: &SessionKey, text: &str| {
        let password = Password::new(text);
        let proof = Proof {
            password: &password,
            code: None,
        };
        scene.desk.confirm(key, proof, &at, &mut scene.chance)
    };
    for _ in 0..5 {
        assert!(matches!(
            confirm(&mut scene, &stolen, "x"),
            Err(DeskError::Wrong)
        ));
    }
    let shut = confirm(&mut scene, &stolen, WORDS);
    assert!(
        matches!(shut, Err(DeskError::Wait { .. })),
        "even the right one waits"
    );
    let renewed = confirm(&mut scene, &own, WORDS).unwrap();
    assert!(
        scene.is_in(&renewed) && !scene.is_in(&own),
        "the key changed"
    );
}

#[test]
fn an_app_is_asked_for_and_its_code_holds_once() {
    let (mut scene, _) = Scene::with_anna();
    let key = scene.sign_in(ANNA, WORDS);
    let (key, seed, codes) = scene.add_app(&key);
    let at = visit(scene.now, scene.from, None);
    let listed = scene.desk.credentials_listed(&key, &at).unwrap();
    assert!(
        matches!(listed[2], Listed::RecoveryCodes { left: 10, .. }),
        "{listed:?}"
    );
    scene.later(5);
    let half = match scene.try_in(ANNA, WORDS, None) {
        SignIn::CodeNeeded(half) => half,
        other @ (SignIn::Welcome(_) | SignIn::Refused | SignIn::Wait { .. }) => {
            panic!("{other:?}")
        }
    };
    assert!(!scene.is_in(&half), "half way is not in");
    let at = visit(scene.now, scene.from, None);
    let mut give = |code: &str| {
        scene
            .desk
            .sign_in_with_code(&half, code, &at, &mut scene.chance)
    };
    assert!(matches!(give("000000").unwrap(), SignIn::Refused));
    let code = seed.code(at.now);
    let SignIn::Welcome(welcome) = give(&code).unwrap() else {
        panic!("the code is right");
    };
    assert_eq!(welcome.second, Some(Second::App));
    assert!(
        matches!(give(&code), Err(DeskError::NotSignedIn)),
        "the half way is gone"
    );
    assert!(scene.is_in(&welcome.session));
    assert!(
        matches!(scene.try_in(ANNA, WORDS, Some(&code)), SignIn::Refused),
        "used"
    );
    let SignIn::Welcome(by_recovery) = scene.try_in(ANNA, WORDS, Some(&codes[4])) else {
        panic!("a recovery code is right");
    };
    assert_eq!(by_recovery.second, Some(Second::Recovery { left: 9 }));
    assert!(matches!(
        scene.try_in(ANNA, WORDS, Some(&codes[4])),
        SignIn::Refused
    ));
    let at = visit(scene.now, scene.from, None);
    let key = by_recovery.session;
    let key = scene.desk.remove_app(&key, &at, &mut scene.chance).unwrap();
    assert_eq!(scene.desk.credentials_listed(&key, &at).unwrap().len(), 1);
    scene.sign_in(ANNA, WORDS);
}

#[test]
fn what_changes_how_one_signs_in_needs_a_password_given_just_now() {
    let (mut scene, _) = Scene::with_anna();
    let key = scene.sign_in(ANNA, WORDS);
    scene.later(10);
    let at = visit(scene.now, scene.from, None);
    let chance = &mut scene.chance;
    let stale = [
        scene.desk.add_app(&key, "Accede", &at, chance).err(),
        scene.desk.remove_app(&key, &at, chance).err(),
        scene
            .desk
            .call(&key, "Anna", "a@x.example", &at, chance)
            .err(),
        scene
            .desk
            .make_token(&key, &token(at.now, 5), &at, chance)
            .err(),
    ];
    for error in stale {
        assert!(matches!(error, Some(DeskError::NotFresh)), "{error:?}");
    }
    let proof = Proof {
        password: &Password::new(WORDS),
        code: None,
    };
    let key = scene.desk.confirm(&key, proof, &at, chance).unwrap();
    scene.add_app(&key);
}

fn token(now: Timestamp, days: i64) -> NewToken {
    NewToken {
        name: "Spreadsheet of the desk".into(),
        team: team("it"),
        scopes: BTreeSet::from([Scope::Read]),
        expires: now + SignedDuration::from_hours(24 * days),
    }
}

#[test]
fn a_token_holds_until_it_expires_or_is_revoked() {
    let (mut scene, anna) = Scene::with_anna();
    let key = scene.sign_in(ANNA, WORDS);
    let at = visit(scene.now, scene.from, None);
    for days in [0, 400] {
        let refused = scene
            .desk
            .make_token(&key, &token(at.now, days), &at, &mut scene.chance);
        assert!(matches!(refused, Err(DeskError::TokenTime)));
    }
    let none = NewToken {
        scopes: BTreeSet::new(),
        ..token(at.now, 5)
    };
    let refused = scene.desk.make_token(&key, &none, &at, &mut scene.chance);
    assert!(matches!(refused, Err(DeskError::TokenScope)));
    let new = token(at.now, 5);
    let (text, _) = scene
        .desk
        .make_token(&key, &new, &at, &mut scene.chance)
        .unwrap();
    let (revoked, made) = scene
        .desk
        .make_token(&key, &new, &at, &mut scene.chance)
        .unwrap();
    let bearer = scene.desk.bearer(&text, at.now).unwrap().unwrap();
    assert!(bearer.person.id == anna.person.id && bearer.token.used.is_none());
    assert!(scene.desk.tokens_for(&team("it")).unwrap().len() == 2);
    assert_eq!(
        scene.desk.tokens_of(anna.person.id).unwrap()[0].used,
        Some(at.now)
    );
    assert!(made.may_be_revoked_by(anna.person.id, None));
    let other = crate::ids::new_person(at.now, &mut scene.chance);
    assert!(made.may_be_revoked_by(other, Some(Role::Administrator)));
    assert!(!made.may_be_revoked_by(other, Some(Role::Editor)));
    assert_eq!(scene.desk.token(made.id).unwrap(), made);
    scene.desk.revoke_token(made.id, None, scene.now).unwrap();
    assert!(matches!(
        scene.desk.revoke_token(made.id, None, scene.now),
        Err(DeskError::Gone)
    ));
    assert!(scene.desk.bearer(&revoked, at.now).unwrap().is_none());
    scene.later(5 * 24 * 60);
    assert!(scene.desk.bearer(&text, scene.now).unwrap().is_none());
    scene.desk.sweep(scene.now).unwrap();
    assert_eq!(
        scene.desk.tokens_of(anna.person.id).unwrap().len(),
        1,
        "still shown"
    );
    scene.now += LONGEST;
    scene.desk.sweep(scene.now).unwrap();
    assert!(scene.desk.tokens_of(anna.person.id).unwrap().is_empty());
}

#[test]
fn somebody_is_called_otherwise_and_signs_in_with_the_new_address() {
    let (mut scene, anna) = Scene::with_anna();
    let key = scene.sign_in(ANNA, WORDS);
    let at = visit(scene.now, scene.from, None);
    let chance = &mut scene.chance;
    let same = scene
        .desk
        .call(&key, "Anna S.", "ANNA@mfa.example", &at, chance)
        .unwrap();
    assert_eq!(
        (same.name(), same.email().as_str()),
        ("Anna S.", "ANNA@mfa.example")
    );
    let moved = scene
        .desk
        .call(&key, "Anna S.", "as@mission.example", &at, chance)
        .unwrap();
    assert!(moved.is_meant_by(&anna.person.body()));
    scene.desk.speak(&key, "FR", &at).unwrap();
    assert_eq!(
        scene.desk.person(anna.person.id).unwrap().unwrap().language,
        "fr"
    );
    assert!(matches!(scene.try_in(ANNA, WORDS, None), SignIn::Refused));
    scene.sign_in("as@mission.example", WORDS);
}

#[test]
fn everything_about_a_person_is_told_and_nothing_secret() {
    let (mut scene, anna) = Scene::with_anna();
    let key = scene.sign_in(ANNA, WORDS);
    let (key, seed, codes) = scene.add_app(&key);
    let at = visit(scene.now, scene.from, None);
    let new = token(at.now, 5);
    let (text, _) = scene
        .desk
        .make_token(&key, &new, &at, &mut scene.chance)
        .unwrap();
    let told = scene.desk.export(anna.person.id).unwrap().to_string();
    for said in [
        "Anna Smith",
        ANNA,
        "Firefox",
        "Spreadsheet",
        "recovery-codes",
        "\"app\"",
    ] {
        assert!(told.contains(said), "{said} is not in {told}");
    }
    for secret in [
        seed.text(),
        codes[0].clone(),
        text.reveal(),
        key.reveal(),
        "argon2".into(),
    ] {
        assert!(!told.contains(&secret), "{secret} is in {told}");
    }
}

/// After it, no byte in the cabinet says who it was.
#[test]
fn who_is_erased_is_gone() {
    let (mut scene, anna) = Scene::with_anna();
    let key = scene.sign_in(ANNA, WORDS);
    let at = visit(scene.now, scene.from, None);
    let new = token(at.now, 5);
    scene
        .desk
        .make_token(&key, &new, &at, &mut scene.chance)
        .unwrap();
    let (by, now) = (anna.person.id, scene.now);
    let (team, chance) = (team("it"), &mut scene.chance);
    scene
        .desk
        .invite(&team, Role::Reader, ANNA, Some(by), now, chance)
        .unwrap();
    scene.desk.make_reset(by, false, now, chance).unwrap();
    scene.device = None;
    scene.try_in(ANNA, "a wrong sentence here", None);
    scene.desk.erase(by, now).unwrap();
    scene.desk.erase(by, now).unwrap();
    assert!(!scene.is_in(&key));
    assert!(scene.desk.person(by).unwrap().is_none());
    assert!(matches!(scene.desk.export(by), Err(DeskError::Nobody)));
    assert!(matches!(scene.try_in(ANNA, WORDS, None), SignIn::Refused));
    for drawer in Drawer::ALL {
        for (key, sheet) in scene.memory.list(drawer, "").unwrap() {
            let text = String::from_utf8(sheet.content).unwrap().to_lowercase();
            assert!(
                !text.contains("anna") && !text.contains("smith"),
                "{drawer}/{key}: {text}"
            );
        }
    }
    let persons = scene.memory.list(Drawer::Persons, "").unwrap();
    assert_eq!(persons.len(), 1, "that there was somebody stays");
    assert!(scene.desk.persons().unwrap().is_empty());
    for drawer in [
        Drawer::Credentials,
        Drawer::ByEmail,
        Drawer::Tokens,
        Drawer::Invitations,
    ] {
        assert!(
            scene.memory.list(drawer, "").unwrap().is_empty(),
            "{drawer}"
        );
    }
    let nobody = crate::ids::new_person(now, &mut scene.chance);
    assert!(matches!(
        scene.desk.erase(nobody, now),
        Err(DeskError::Nobody)
    ));
}

#[test]
fn who_forgot_his_password_chooses_another_and_still_needs_his_app() {
    let (mut scene, anna) = Scene::with_anna();
    let key = scene.sign_in(ANNA, WORDS);
    let (key, seed, _) = scene.add_app(&key);
    let id = anna.person.id;
    let make = |scene: &mut Scene, app_lost| {
        scene
            .desk
            .make_reset(id, app_lost, scene.now, &mut scene.chance)
            .unwrap()
    };
    let old = make(&mut scene, true);
    let link = make(&mut scene, false);
    assert!(matches!(
        scene.desk.reset_for(&old, scene.now),
        Err(DeskError::NoReset)
    ));
    assert_eq!(scene.desk.reset_for(&link, scene.now).unwrap().id, id);
    let reset = |scene: &mut Scene, link: &crate::ResetKey, words: &str| {
        let at = visit(scene.now, scene.from, None);
        let words = Password::new(words);
        scene
            .desk
            .reset_password(link, &words, &at, &mut scene.chance)
    };
    assert!(matches!(
        reset(&mut scene, &link, "too short"),
        Err(DeskError::Weak(_))
    ));
    let device = reset(&mut scene, &link, "rain falls on Lake Leman").unwrap();
    assert!(!format!("{device:?}").contains(device.reveal()));
    let again = reset(&mut scene, &link, "rain falls on Lake Leman");
    assert!(matches!(again, Err(DeskError::NoReset)), "once");
    assert!(!scene.is_in(&key));
    // Strangers make each other wait, and not her.
    scene.device = None;
    while !matches!(scene.try_in(ANNA, WORDS, None), SignIn::Wait { .. }) {}
    scene.device = Some(device.reveal().to_owned());
    let new = "rain falls on Lake Leman";
    assert!(matches!(
        scene.try_in(ANNA, new, None),
        SignIn::CodeNeeded(_)
    ));
    scene.later(1);
    let code = seed.code(scene.now);
    assert!(matches!(
        scene.try_in(ANNA, new, Some(&code)),
        SignIn::Welcome(_)
    ));
    // The app is lost too.
    let link = make(&mut scene, true);
    reset(&mut scene, &link, new).unwrap();
    scene.sign_in(ANNA, new);
    let link = make(&mut scene, false);
    scene.later(24 * 60);
    assert!(
        matches!(reset(&mut scene, &link, new), Err(DeskError::NoReset)),
        "a day"
    );
    scene.desk.sweep(scene.now).unwrap();
    assert!(
        scene
            .memory
            .list(Drawer::Invitations, "")
            .unwrap()
            .is_empty()
    );
    let nobody = crate::ids::new_person(scene.now, &mut scene.chance);
    let refused = scene
        .desk
        .make_reset(nobody, false, scene.now, &mut scene.chance);
    assert!(matches!(refused, Err(DeskError::Nobody)));
}
