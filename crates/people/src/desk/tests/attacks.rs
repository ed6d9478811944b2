//! What those do who should not get in.

use proptest::prelude::*;

use super::*;

fn is_in(outcome: &SignIn) -> bool {
    match outcome {
        SignIn::Welcome(_) => true,
        SignIn::CodeNeeded(_) | SignIn::Refused | SignIn::Wait { .. } => false,
    }
}

/// Whether anybody has an address is told by no answer and no wait.
#[test]
fn known_and_unknown_are_answered_alike() {
    let answers = |email: &str| -> Vec<String> {
        let (mut scene, _) = Scene::with_anna();
        let mut answers = Vec::new();
        for _ in 0..20 {
            let answer = scene.try_in(email, "a wrong sentence here", None);
            answers.push(format!("{answer:?}"));
            scene.now += SignedDuration::from_secs(20);
        }
        answers
    };
    let known = answers(ANNA);
    assert_eq!(known, answers("nobody@x.example"));
    assert_eq!(known, answers("not even an address"));
    assert!(
        known.iter().any(|answer| answer.starts_with("Wait")),
        "{known:?}"
    );
}

#[test]
fn while_it_waits_the_right_password_is_not_looked_at() {
    let (mut scene, _) = Scene::with_anna();
    for _ in 0..10 {
        scene.try_in(ANNA, "a wrong sentence here", None);
    }
    assert!(matches!(
        scene.try_in(ANNA, WORDS, None),
        SignIn::Wait { .. }
    ));
    scene.later(1);
    assert!(is_in(&scene.try_in(ANNA, WORDS, None)));
}

#[test]
fn one_recovery_code_lets_one_of_many_in() {
    let (mut scene, _) = Scene::with_anna();
    let key = scene.sign_in(ANNA, WORDS);
    let (_, seed, codes) = scene.add_app(&key);
    scene.later(5);
    let race = |code: &str, seed: u64| -> usize {
        let threads: Vec<_> = (0..4)
            .map(|number| {
                let (desk, device) = (scene.desk.clone(), scene.device.clone());
                let (now, from, code) = (scene.now, scene.from, code.to_owned());
                std::thread::spawn(move || {
                    let at = visit(now, from, device.as_deref());
                    let words = Password::new(WORDS);
                    let chance = &mut Fixed::of(seed + number);
                    is_in(
                        &desk
                            .sign_in(ANNA, &words, Some(&code), &at, chance)
                            .unwrap(),
                    )
                })
            })
            .collect();
        let outcomes = threads.into_iter().map(|t| t.join().unwrap());
        outcomes.filter(|is_in| *is_in).count()
    };
    assert_eq!(race(&codes[0], 100), 1);
    assert_eq!(race(&seed.code(scene.now), 200), 1);
}

#[test]
fn a_password_kept_with_little_work_is_kept_better_after_sign_in() {
    let (mut scene, anna) = Scene::with_anna();
    let kept = |scene: &Scene| {
        let credentials = scene.desk.credentials(anna.person.id).unwrap();
        serde_json::to_string(&credentials.value).unwrap()
    };
    assert!(kept(&scene).contains("m=8,"));
    let chance = &mut scene.chance;
    scene.desk = Desk::with(scene.memory.clone(), Hardness::STANDARD, chance).unwrap();
    scene.sign_in(ANNA, WORDS);
    assert!(kept(&scene).contains("m=19456,t=2,p=1"));
    scene.sign_in(ANNA, WORDS);
}

/// Somebody signs in with the old password in the moment in which it is changed: he does not stay.
#[test]
fn who_signs_in_while_everybody_is_signed_out_does_not_stay() {
    for round in 0..20 {
        let (mut scene, anna) = Scene::with_anna();
        scene.sign_in(ANNA, WORDS);
        let desk = scene.desk.clone();
        let (now, from) = (scene.now, scene.from);
        let intruder = std::thread::spawn(move || {
            let at = visit(now, from, None);
            let words = Password::new(WORDS);
            desk.sign_in(ANNA, &words, None, &at, &mut Fixed::of(50 + round))
                .unwrap()
        });
        scene
            .desk
            .end_all_sessions(anna.person.id, scene.now)
            .unwrap();
        let SignIn::Welcome(welcome) = intruder.join().unwrap() else {
            panic!("the password is right");
        };
        // Either it was begun before and is over, or after and rests on the new credentials.
        let epoch = scene
            .desk
            .credentials(anna.person.id)
            .unwrap()
            .value
            .unwrap()
            .epoch;
        let all = scene.desk.sessions_of(anna.person.id).unwrap();
        let alive = all
            .iter()
            .filter(|seen| seen.value.as_ref().unwrap().epoch == epoch);
        assert_eq!(alive.count(), usize::from(scene.is_in(&welcome.session)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever strangers try, the owner at his device gets in with the right password, at once.
    #[test]
    fn the_owner_gets_in(
        attempts in prop::collection::vec((0..4u8, 0..90i64, any::<bool>()), 0..60),
    ) {
        let (mut scene, _) = Scene::with_anna();
        scene.sign_in(ANNA, WORDS);
        let device = scene.device.take();
        for (network, seconds, forge) in attempts {
            scene.from = IpAddr::from([192, 0, network, 9]);
            scene.now += SignedDuration::from_secs(seconds);
            scene.device = forge.then(|| "AAAAAAAAAAAAAAAAAAAAAA.1.x".to_owned());
            prop_assert!(!is_in(&scene.try_in(ANNA, "a wrong sentence here", None)));
        }
        scene.device = device;
        prop_assert!(is_in(&scene.try_in(ANNA, WORDS, None)));
    }
}
