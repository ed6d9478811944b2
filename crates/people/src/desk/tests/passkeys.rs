//! Passkeys, and what those do who have none.

use proptest::prelude::*;

use super::*;
use crate::passkey::software::Software;
use crate::{Address, BadPasskey, Listed};

fn here() -> Address {
    "https://accede.example".parse().unwrap()
}

impl Scene {
    /// Adds a passkey of this device to the session's person; gives the new key.
    fn add_passkey(
        &mut self,
        key: &SessionKey,
        software: &mut Software,
    ) -> Result<SessionKey, DeskError> {
        let at = visit(self.now, self.from, None);
        let asked = self.desk.ask_to_add(key, &here(), &at, &mut self.chance)?;
        let made = software.make(&asked).read()?;
        let new = ("Telephone", &made);
        self.desk
            .add_passkey(key, &here(), new, &at, &mut self.chance)
    }

    /// Signs in with a device, which does with the answer what it likes.
    fn enter(
        &mut self,
        software: &mut Software,
        alter: impl Fn(&mut crate::passkey::software::Signed),
    ) -> Result<SessionKey, DeskError> {
        let asked = self
            .desk
            .ask_to_sign_in(&here(), self.now, &mut self.chance)?;
        let mut signed = software.sign(&asked.options);
        alter(&mut signed);
        let (desk, device) = (self.desk.clone(), self.device.clone());
        let at = visit(self.now, self.from, device.as_deref());
        let chance = &mut self.chance;
        let welcome =
            desk.sign_in_with_passkey(&here(), &asked.browser, &signed.read()?, &at, chance)?;
        self.device = Some(welcome.device.reveal().to_owned());
        Ok(welcome.session)
    }

    /// What the person of this session has for passkeys.
    fn passkeys(&self, key: &SessionKey) -> Vec<Listed> {
        let at = visit(self.now, self.from, None);
        let listed = self.desk.credentials_listed(key, &at).unwrap().into_iter();
        listed
            .filter(|one| matches!(one, Listed::Passkey { .. }))
            .collect()
    }

    fn with_passkey() -> (Scene, SessionKey, Software) {
        let (mut scene, _) = Scene::with_anna();
        let mut software = Software::curve();
        let key = scene.sign_in(ANNA, WORDS);
        let key = scene.add_passkey(&key, &mut software).unwrap();
        (scene, key, software)
    }
}

#[track_caller]
fn refused<T: core::fmt::Debug>(outcome: Result<T, DeskError>, why: BadPasskey) {
    match outcome {
        Err(DeskError::Passkey(told)) => assert_eq!(told, why),
        other => panic!("{why:?} expected: {other:?}"),
    }
}

#[test]
fn a_passkey_alone_signs_in_also_where_a_code_is_asked_for() {
    let (mut scene, key, mut software) = Scene::with_passkey();
    let (key, ..) = scene.add_app(&key);
    scene.later(30);
    let entered = scene.enter(&mut software, |_| ()).unwrap();
    assert!(scene.is_in(&entered) && scene.is_in(&key));
    let [
        Listed::Passkey {
            name, used, copied, ..
        },
    ] = &scene.passkeys(&entered)[..]
    else {
        panic!("one");
    };
    assert_eq!(
        (name.as_str(), *used, *copied),
        ("Telephone", Some(scene.now), None)
    );
    // He proved just now who he is.
    let at = visit(scene.now, scene.from, None);
    assert!(scene.desk.who(&entered, &at).unwrap().unwrap().fresh);
    // Another one, of another kind; and each is found by itself.
    let mut edwards = Software::edwards(3);
    edwards.flags |= 0b1_1000;
    scene.add_passkey(&entered, &mut edwards).unwrap();
    let entered = scene.enter(&mut edwards, |_| ()).unwrap();
    assert_eq!(scene.passkeys(&entered).len(), 2);
    scene.enter(&mut software, |_| ()).unwrap();
}

#[test]
fn a_passkey_of_another_page_site_or_person_is_refused() {
    let (mut scene, key, mut software) = Scene::with_passkey();
    let mut other = |change: &dyn Fn(&mut Software), why| {
        let (origin, site) = (software.origin.clone(), software.site.clone());
        let (flags, more, id) = (software.flags, software.more, software.id.clone());
        let handle = software.handle.clone();
        change(&mut software);
        refused(scene.enter(&mut software, |_| ()), why);
        (software.origin, software.site) = (origin, site);
        (software.flags, software.more, software.id) = (flags, more, id);
        software.handle = handle;
    };
    for origin in [
        "https://accede.example.evil.example",
        "http://accede.example",
        "https://accede.example:8443",
        "https://www.accede.example",
        "null",
    ] {
        other(&|s| origin.clone_into(&mut s.origin), BadPasskey::Origin);
    }
    other(&|s| s.more = r#","crossOrigin":true"#, BadPasskey::Origin);
    let top = r#","topOrigin":"https://accede.example""#;
    other(&|s| s.more = top, BadPasskey::Origin);
    other(
        &|s| "evil.example".clone_into(&mut s.site),
        BadPasskey::Site,
    );
    other(&|s| s.flags = 0b001, BadPasskey::NotVerified);
    other(&|s| s.flags = 0b100, BadPasskey::NotVerified);
    other(&|s| s.id = vec![7; 32], BadPasskey::Unknown);
    other(&|s| s.handle = Vec::new(), BadPasskey::Unknown);
    other(&|s| s.handle = vec![7; 32], BadPasskey::Unknown);
    other(
        &|s| s.flags |= 0b1000,
        BadPasskey::Malformed("it syncs now, or did before"),
    );
    // The key of one under the name of another.
    let mut thief = Software::edwards(4);
    thief.id = software.id.clone();
    thief.handle = software.handle.clone();
    refused(scene.enter(&mut thief, |_| ()), BadPasskey::Signature);
    // What makes one does not sign, and the other way round.
    let asked = scene
        .desk
        .ask_to_sign_in(&here(), scene.now, &mut scene.chance)
        .unwrap();
    let mut made = asked.options.clone();
    made["user"] = serde_json::json!({ "id": "AAAA" });
    let made = software.make(&made);
    software.handle = scene.passkey_handle(&key);
    refused(
        scene.enter(&mut software, |signed| signed.client = made.client.clone()),
        BadPasskey::Challenge,
    );
    scene.enter(&mut software, |_| ()).unwrap();
}

impl Scene {
    /// What devices are told about whose session this is.
    fn passkey_handle(&mut self, key: &SessionKey) -> Vec<u8> {
        let at = visit(self.now, self.from, None);
        let asked = self
            .desk
            .ask_to_add(key, &here(), &at, &mut self.chance)
            .unwrap();
        let handle = asked["user"]["id"].as_str().unwrap();
        data_encoding::BASE64URL_NOPAD
            .decode(handle.as_bytes())
            .unwrap()
    }
}

#[test]
fn a_challenge_is_answered_once_soon_and_where_it_was_asked() {
    let (mut scene, _, mut software) = Scene::with_passkey();
    let desk = scene.desk.clone();
    let ask = |scene: &mut Scene| {
        desk.ask_to_sign_in(&here(), scene.now, &mut scene.chance)
            .unwrap()
    };
    let give = |scene: &mut Scene, browser: &str, answer: &crate::PasskeyAnswer| {
        let at = visit(scene.now, scene.from, None);
        desk.sign_in_with_passkey(&here(), browser, answer, &at, &mut scene.chance)
    };
    let (one, two) = (ask(&mut scene), ask(&mut scene));
    let answer = software.sign(&one.options).read().unwrap();
    refused(
        give(&mut scene, &two.browser, &answer),
        BadPasskey::Challenge,
    );
    refused(give(&mut scene, "", &answer), BadPasskey::Challenge);
    give(&mut scene, &one.browser, &answer).unwrap();
    refused(give(&mut scene, &one.browser, &answer), BadPasskey::Used);
    // After what is over was cleared away too.
    scene.later(4);
    scene.desk.sweep(scene.now).unwrap();
    refused(give(&mut scene, &one.browser, &answer), BadPasskey::Used);
    scene.later(1);
    refused(give(&mut scene, &one.browser, &answer), BadPasskey::TooLate);
    let late = software.sign(&two.options).read().unwrap();
    refused(give(&mut scene, &two.browser, &late), BadPasskey::TooLate);
    // One that another instance asked, or nobody.
    let (mut elsewhere, _) = Scene::with_anna();
    elsewhere.chance = Fixed::of(77);
    let memory: Arc<Memory> = Arc::default();
    let other = Desk::with(memory, Hardness::LIGHT, &mut elsewhere.chance).unwrap();
    let asked = other
        .ask_to_sign_in(&here(), scene.now, &mut elsewhere.chance)
        .unwrap();
    let answer = software.sign(&asked.options).read().unwrap();
    refused(
        give(&mut scene, &asked.browser, &answer),
        BadPasskey::Challenge,
    );
    // One for something else.
    let at = visit(scene.now, scene.from, None);
    let key = scene.sign_in(ANNA, WORDS);
    let confirm = desk
        .ask_to_confirm(&key, &here(), &at, &mut scene.chance)
        .unwrap();
    let answer = software.sign(&confirm).read().unwrap();
    refused(give(&mut scene, "", &answer), BadPasskey::Challenge);
    scene.later(24 * 60);
    assert!(scene.desk.sweep(scene.now).unwrap() > 0);
}

#[test]
fn a_copy_is_noticed_once_it_signs_and_the_passkey_holds_no_more() {
    let (mut scene, _, mut software) = Scene::with_passkey();
    software.count = 5;
    let key = scene.enter(&mut software, |_| ()).unwrap();
    for count in [5, 4, 0] {
        software.count = count;
        refused(scene.enter(&mut software, |_| ()), BadPasskey::Copied);
    }
    software.count = 6;
    refused(scene.enter(&mut software, |_| ()), BadPasskey::Copied);
    let noted = scene.passkeys(&key);
    let [Listed::Passkey { copied, id, .. }] = &noted[..] else {
        panic!("one");
    };
    assert_eq!(*copied, Some(scene.now));
    // He signs in otherwise, and removes it.
    let key = scene.sign_in(ANNA, WORDS);
    let at = visit(scene.now, scene.from, None);
    let key = scene
        .desk
        .remove_passkey(&key, id, &at, &mut scene.chance)
        .unwrap();
    assert!(scene.passkeys(&key).is_empty());
    refused(scene.enter(&mut software, |_| ()), BadPasskey::Unknown);
}

#[test]
fn adding_and_removing_need_a_fresh_proof_and_end_what_they_should() {
    let (mut scene, key, mut software) = Scene::with_passkey();
    let other = scene.sign_in(ANNA, WORDS);
    // The same device is not added twice, by nobody.
    refused(scene.add_passkey(&key, &mut software), BadPasskey::Known);
    // What one session was asked, another does not answer.
    let at = visit(scene.now, scene.from, None);
    let asked = scene
        .desk
        .ask_to_add(&key, &here(), &at, &mut scene.chance)
        .unwrap();
    assert_eq!(asked["excludeCredentials"].as_array().unwrap().len(), 1);
    let mut second = Software::edwards(5);
    let made = second.make(&asked).read().unwrap();
    let add = |scene: &mut Scene, key: &SessionKey, name: &str| {
        let at = visit(scene.now, scene.from, None);
        let desk = scene.desk.clone();
        desk.add_passkey(key, &here(), (name, &made), &at, &mut scene.chance)
    };
    refused(add(&mut scene, &other, "x"), BadPasskey::Challenge);
    assert!(matches!(
        add(&mut scene, &key, " "),
        Err(DeskError::Name(_))
    ));
    let key = add(&mut scene, &key, "Key of steel").unwrap();
    assert!(scene.is_in(&key) && scene.is_in(&other));
    refused(add(&mut scene, &key, "x"), BadPasskey::Challenge);
    // A while later he proves first who he is, with a passkey of his own.
    scene.later(10);
    let at = visit(scene.now, scene.from, None);
    let desk = scene.desk.clone();
    let stale = desk.ask_to_add(&key, &here(), &at, &mut scene.chance);
    assert!(matches!(stale, Err(DeskError::NotFresh)));
    let Listed::Passkey { id, .. } = scene.passkeys(&key)[0].clone() else {
        panic!("one");
    };
    let stale = desk.remove_passkey(&key, &id, &at, &mut scene.chance);
    assert!(matches!(stale, Err(DeskError::NotFresh)));
    desk.rename_passkey(&key, (&id, "Old telephone"), &at)
        .unwrap();
    let asked = desk
        .ask_to_confirm(&key, &here(), &at, &mut scene.chance)
        .unwrap();
    assert_eq!(asked["allowCredentials"].as_array().unwrap().len(), 2);
    let mut answer = software.sign(&asked);
    answer.holder.clear();
    let answer = answer.read().unwrap();
    let wrong = desk.confirm_with_passkey(&other, &here(), &answer, &at, &mut scene.chance);
    refused(wrong, BadPasskey::Challenge);
    let confirmed = desk
        .confirm_with_passkey(&key, &here(), &answer, &at, &mut scene.chance)
        .unwrap();
    assert!(!scene.is_in(&key) && desk.who(&confirmed, &at).unwrap().unwrap().fresh);
    // Removing it signs out everywhere else.
    let key = desk
        .remove_passkey(&confirmed, &id, &at, &mut scene.chance)
        .unwrap();
    assert!(scene.is_in(&key) && !scene.is_in(&other));
    let gone = desk.remove_passkey(&key, &id, &at, &mut scene.chance);
    assert!(matches!(gone, Err(DeskError::Gone)));
    scene.add_passkey(&key, &mut software).unwrap();
}

#[test]
fn the_last_thing_to_sign_in_with_cannot_be_removed() {
    let (mut scene, key, mut software) = Scene::with_passkey();
    // As somebody is who joined in a way that asks for no password.
    let credentials = scene.desk.credentials(key.person()).unwrap();
    let mut known = credentials.value.clone().unwrap();
    known.all.retain(|one| one.passkey().is_some());
    scene.memory.commit(&[credentials.becomes(&known)]).unwrap();
    let Listed::Passkey { id, .. } = scene.passkeys(&key)[0].clone() else {
        panic!("one");
    };
    let at = visit(scene.now, scene.from, None);
    let desk = scene.desk.clone();
    let removed = desk.remove_passkey(&key, &id, &at, &mut scene.chance);
    assert!(matches!(removed, Err(DeskError::LastProof)));
    let key = scene.enter(&mut software, |_| ()).unwrap();
    let key = scene.add_passkey(&key, &mut Software::edwards(6)).unwrap();
    desk.remove_passkey(&key, &id, &at, &mut scene.chance)
        .unwrap();
}

#[test]
fn a_passkey_is_of_one_person_and_goes_with_him() {
    let (mut scene, key, mut software) = Scene::with_passkey();
    let person = key.person();
    let anna = scene.desk.person(person).unwrap().unwrap();
    let (link, _) = scene
        .desk
        .invite(
            &team("it"),
            Role::Editor,
            "b@x.example",
            Some(anna.id),
            scene.now,
            &mut scene.chance,
        )
        .unwrap();
    scene.join(&link, "Bruno", None).unwrap();
    let bruno = scene.sign_in("b@x.example", WORDS);
    // Another's is neither added nor a proof.
    let handle = software.handle.clone();
    refused(scene.add_passkey(&bruno, &mut software), BadPasskey::Known);
    assert_ne!(software.handle, handle, "each has a handle of his own");
    assert!(
        !software
            .handle
            .windows(16)
            .any(|part| part == person.0.as_bytes())
    );
    software.handle = handle;
    let bruno = scene
        .add_passkey(&bruno, &mut Software::edwards(8))
        .unwrap();
    let at = visit(scene.now, scene.from, None);
    let desk = scene.desk.clone();
    let asked = desk
        .ask_to_confirm(&bruno, &here(), &at, &mut scene.chance)
        .unwrap();
    let answer = software.sign(&asked).read().unwrap();
    let wrong = desk.confirm_with_passkey(&bruno, &here(), &answer, &at, &mut scene.chance);
    refused(wrong, BadPasskey::Unknown);
    let Listed::Passkey { id, .. } = scene.passkeys(&key)[0].clone() else {
        panic!("one");
    };
    let not_his = desk.remove_passkey(&bruno, &id, &at, &mut scene.chance);
    assert!(matches!(not_his, Err(DeskError::Gone)));
    // A new password leaves passkeys as they are.
    let link = desk
        .make_reset(person, true, scene.now, &mut scene.chance)
        .unwrap();
    let new = Password::new("rain falls on Lake Leman");
    desk.reset_password(&link, &new, &at, &mut scene.chance)
        .unwrap();
    assert!(!scene.is_in(&key), "he is signed out everywhere");
    scene.enter(&mut software, |_| ()).unwrap();
    // It is told with the rest, and forgotten with it.
    let told = desk.export(person).unwrap().to_string();
    assert!(
        told.contains("Telephone") && !told.contains("point"),
        "{told}"
    );
    desk.erase(person, scene.now).unwrap();
    refused(scene.enter(&mut software, |_| ()), BadPasskey::Unknown);
    assert_eq!(scene.memory.list(Drawer::Passkeys, "").unwrap().len(), 1);
}

#[test]
fn there_are_none_where_browsers_make_none_and_no_more_than_some() {
    let (mut scene, key, mut software) = Scene::with_passkey();
    let desk = scene.desk.clone();
    let at = visit(scene.now, scene.from, None);
    for address in [
        "http://accede.example",
        "https://192.0.2.7",
        "https://[2001:db8::1]",
    ] {
        let address: Address = address.parse().unwrap();
        let asked = desk.ask_to_sign_in(&address, scene.now, &mut scene.chance);
        refused(asked, BadPasskey::Nowhere);
        let asked = desk.ask_to_add(&key, &address, &at, &mut scene.chance);
        refused(asked, BadPasskey::Nowhere);
    }
    // One for an address that the instance had before is not asked for at the new one.
    let new: Address = "https://accede.new.example".parse().unwrap();
    refused(
        desk.ask_to_confirm(&key, &new, &at, &mut scene.chance),
        BadPasskey::Unknown,
    );
    let mut key = key;
    for seed in 1..20 {
        key = scene
            .add_passkey(&key, &mut Software::edwards(100 + seed))
            .unwrap();
    }
    let more = scene.add_passkey(&key, &mut Software::edwards(90));
    refused(more, BadPasskey::TooMany);
    // However many are wrong, nobody waits.
    let mut thief = Software::edwards(9);
    thief.id = software.id.clone();
    thief.handle = software.handle.clone();
    for _ in 0..100 {
        refused(scene.enter(&mut thief, |_| ()), BadPasskey::Signature);
    }
    scene.enter(&mut software, |_| ()).unwrap();
    scene.sign_in(ANNA, WORDS);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Of what a passkey signed every bit counts.
    #[test]
    fn nothing_signed_can_be_changed(part in 0..4usize, at in 0..400usize, bit in 0..8u8) {
        let (mut scene, _, mut software) = Scene::with_passkey();
        let changed = core::cell::Cell::new(false);
        let outcome = scene.enter(&mut software, |signed| {
            let part = match part {
                0 => &mut signed.id,
                1 => &mut signed.client,
                2 => &mut signed.data,
                _ => &mut signed.signature,
            };
            let at = at % part.len();
            part[at] ^= 1 << bit;
            changed.set(true);
        });
        prop_assert!(changed.get() && outcome.is_err());
        scene.enter(&mut software, |_| ()).unwrap();
    }
}
