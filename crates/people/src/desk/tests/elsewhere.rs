//! Coming in by an issuer.

use super::*;
use crate::credential::Listed;
use crate::{Elsewhere, Errand, ErrandKey, Vouched};

const ISSUER: &str = "https://id.mfa.example";

fn vouched(scene: &Scene, subject: &str) -> Vouched {
    Vouched {
        elsewhere: Elsewhere {
            issuer: ISSUER.to_owned(),
            subject: subject.to_owned(),
        },
        proved: Some(scene.now),
    }
}

impl Scene {
    fn at(&self) -> Visit<'_> {
        visit(self.now, self.from, self.device.as_deref())
    }

    fn back(&self, key: &ErrandKey) -> Result<Returned, DeskError> {
        self.desk.came_back(key, &key.state(), self.now)
    }

    fn in_from(&mut self, vouched: &Vouched) -> Option<SessionKey> {
        let at = visit(self.now, self.from, None);
        let chance = &mut self.chance;
        match self.desk.sign_in_from(vouched, &at, chance).unwrap() {
            SignIn::Welcome(welcome) => Some(welcome.session),
            SignIn::Refused => None,
            other @ (SignIn::CodeNeeded(_) | SignIn::Wait { .. }) => panic!("{other:?}"),
        }
    }

    /// Goes to join by an invitation; gives what became of it.
    fn join_from(
        &mut self,
        key: &crate::InvitationKey,
        (name, email): (&str, &str),
        subject: &str,
    ) -> Result<Accepted, DeskError> {
        let at = visit(self.now, self.from, None);
        let chance = &mut self.chance;
        let gone = self
            .desk
            .goes_to_join(key, (name, email), "fr", &at, chance)?;
        let back = self.back(&gone)?;
        let vouched = vouched(self, subject);
        let chance = &mut self.chance;
        self.desk.join_from(&back.errand, &vouched, &at, chance)
    }

    fn link(&mut self, key: &SessionKey, subject: &str) -> Result<SessionKey, DeskError> {
        let at = visit(self.now, self.from, None);
        let gone = self.desk.goes_to_add(key, &at, &mut self.chance)?;
        let back = self.back(&gone)?;
        let vouched = vouched(self, subject);
        let chance = &mut self.chance;
        self.desk.link(key, &back.errand, &vouched, &at, chance)
    }

    fn fresh(&self, key: &SessionKey) -> bool {
        self.desk.who(key, &self.at()).unwrap().unwrap().fresh
    }
}

#[test]
fn somebody_joins_and_signs_in_with_an_account_elsewhere_and_has_no_password() {
    let (mut scene, anna) = Scene::with_anna();
    let (by, now) = (anna.person.id, scene.now);
    let invited = scene.desk.invite(
        &team("it"),
        Role::Editor,
        "bruno@mfa.example",
        Some(by),
        now,
        &mut scene.chance,
    );
    let (key, _) = invited.unwrap();
    let bad = scene.join_from(&key, (" ", ""), "b-1").unwrap_err();
    assert!(matches!(bad, DeskError::Name(_)));
    let bruno = scene
        .join_from(&key, ("Bruno", "other@x.example"), "b-1")
        .unwrap();
    assert_eq!(bruno.person.email().as_str(), "bruno@mfa.example");
    assert_eq!(
        (bruno.role, &bruno.person.language),
        (Role::Editor, &"fr".to_owned())
    );
    let again = scene.join_from(&key, ("Bruno", ""), "b-2").unwrap_err();
    assert!(matches!(again, DeskError::NoInvitation));
    let known = vouched(&scene, "b-1");
    let session = scene.in_from(&known).unwrap();
    assert!(scene.is_in(&session) && scene.fresh(&session));
    let listed = scene
        .desk
        .credentials_listed(&session, &scene.at())
        .unwrap();
    assert!(matches!(
        &listed[..],
        [Listed::Issuer {
            last_used: Some(_),
            ..
        }]
    ));
    for password in ["", "b-1", WORDS] {
        let told = scene.try_in("bruno@mfa.example", password, None);
        assert!(matches!(told, SignIn::Refused), "{told:?}");
    }
    let exported = scene.desk.export(bruno.person.id).unwrap();
    assert_eq!(exported["signs_in_with"][0]["elsewhere"]["subject"], "b-1");
}

#[test]
fn an_account_elsewhere_is_one_by_issuer_and_name_and_by_nothing_else() {
    let (mut scene, _) = Scene::with_anna();
    let key = scene.sign_in(ANNA, WORDS);
    scene.link(&key, "a-1").unwrap();
    let mut other = vouched(&scene, "a-1");
    assert!(scene.in_from(&other).is_some());
    other.elsewhere.issuer = "https://id.other.example".into();
    assert!(scene.in_from(&other).is_none());
    for name in ["a-2", "a-1 ", "A-1", "", ANNA] {
        let other = vouched(&scene, name);
        assert!(scene.in_from(&other).is_none(), "{name}");
    }
    // No key in the cabinet says who is where.
    let kept = scene.memory.list(Drawer::ByIssuer, "").unwrap();
    assert_eq!(kept.len(), 1);
    assert!(!kept[0].0.contains("a-1") && !kept[0].0.contains("mfa"));
}

#[test]
fn linking_needs_a_new_proof_and_the_session_that_went_for_it() {
    let (mut scene, anna) = Scene::with_anna();
    let old = scene.sign_in(ANNA, WORDS);
    scene.later(11);
    let refused = scene.link(&old, "a-1").unwrap_err();
    assert!(matches!(refused, DeskError::NotFresh));
    let (key, other) = (scene.sign_in(ANNA, WORDS), scene.sign_in(ANNA, WORDS));
    let at = visit(scene.now, scene.from, None);
    let gone = scene
        .desk
        .goes_to_add(&key, &at, &mut scene.chance)
        .unwrap();
    let back = scene.back(&gone).unwrap();
    let his = vouched(&scene, "a-1");
    let chance = &mut scene.chance;
    let refused = scene.desk.link(&other, &back.errand, &his, &at, chance);
    assert!(matches!(refused, Err(DeskError::NoErrand)));
    let key = scene.link(&key, "a-1").unwrap();
    assert!(scene.is_in(&key) && !scene.is_in(&other) && !scene.is_in(&old));
    // One account, one person; and one account of an issuer for each.
    for subject in ["a-1", "a-2"] {
        let refused = scene.link(&key, subject).unwrap_err();
        assert!(matches!(refused, DeskError::Linked), "{subject}");
    }
    let (by, now) = (anna.person.id, scene.now);
    let chance = &mut scene.chance;
    let invited = scene.desk.invite(
        &team("it"),
        Role::Reader,
        "b@x.example",
        Some(by),
        now,
        chance,
    );
    let refused = scene
        .join_from(&invited.unwrap().0, ("B", ""), "a-1")
        .unwrap_err();
    assert!(matches!(refused, DeskError::Linked));
    assert_eq!(scene.desk.persons().unwrap().len(), 1);
}

#[test]
fn the_last_proof_cannot_be_removed() {
    let mut scene = Scene::new();
    let first = scene
        .desk
        .setup(scene.now, &mut scene.chance)
        .unwrap()
        .unwrap();
    scene.join_from(&first, ("Anna", ANNA), "a-1").unwrap();
    let his = vouched(&scene, "a-1");
    let key = scene.in_from(&his).unwrap();
    let at = visit(scene.now, scene.from, None);
    let chance = &mut scene.chance;
    let refused = scene.desk.unlink(&key, ISSUER, &at, chance);
    assert!(matches!(refused, Err(DeskError::LastProof)));
    // A code of an app lets nobody in by itself.
    let (key, _, _) = scene.add_app(&key);
    let chance = &mut scene.chance;
    let refused = scene.desk.unlink(&key, ISSUER, &at, chance);
    assert!(matches!(refused, Err(DeskError::LastProof)));
    let (mut scene, _) = Scene::with_anna();
    let key = scene.sign_in(ANNA, WORDS);
    let key = scene.link(&key, "a-1").unwrap();
    let (his, other) = (vouched(&scene, "a-1"), "https://id.other.example");
    let by_issuer = scene.in_from(&his).unwrap();
    let at = visit(scene.now, scene.from, None);
    let chance = &mut scene.chance;
    let refused = scene.desk.unlink(&key, other, &at, chance);
    assert!(matches!(refused, Err(DeskError::Gone)));
    let key = scene.desk.unlink(&key, ISSUER, &at, chance).unwrap();
    assert!(scene.is_in(&key) && !scene.is_in(&by_issuer));
    assert!(scene.in_from(&his).is_none());
    // Free again, for him or for another.
    scene.link(&key, "a-1").unwrap();
}

#[test]
fn whether_a_proof_is_new_is_for_the_issuer_to_say() {
    let (mut scene, _) = Scene::with_anna();
    let key = scene.sign_in(ANNA, WORDS);
    scene.link(&key, "a-1").unwrap();
    let mut says = vouched(&scene, "a-1");
    for (minutes, fresh) in [
        (Some(0), true),
        (Some(9), true),
        (Some(10), false),
        (None, false),
    ] {
        says.proved = minutes.map(|minutes| scene.now - SignedDuration::from_mins(minutes));
        let key = scene.in_from(&says).unwrap();
        assert_eq!(scene.fresh(&key), fresh, "{minutes:?}");
    }
    says.proved = Some(scene.now + SignedDuration::from_hours(1));
    let key = scene.in_from(&says).unwrap();
    scene.later(11);
    assert!(!scene.fresh(&key), "what lies in the future is now");
}

#[test]
fn who_proves_anew_does_so_with_his_own_account_and_now() {
    let (mut scene, _) = Scene::with_anna();
    let key = scene.sign_in(ANNA, WORDS);
    let key = scene.link(&key, "a-1").unwrap();
    scene.later(30);
    let at = visit(scene.now, scene.from, None);
    let gone = scene
        .desk
        .goes_to_confirm(&key, "/account", &at, &mut scene.chance);
    let back = scene.back(&gone.unwrap()).unwrap();
    let earlier = Vouched {
        proved: Some(scene.now - SignedDuration::from_mins(2)),
        ..vouched(&scene, "a-1")
    };
    let unsaid = Vouched {
        proved: None,
        ..earlier.clone()
    };
    for wrong in [vouched(&scene, "a-2"), earlier, unsaid] {
        let chance = &mut scene.chance;
        let refused = scene.desk.confirm_from(&key, &back, &wrong, &at, chance);
        assert!(matches!(refused, Err(DeskError::Wrong)));
    }
    let his = vouched(&scene, "a-1");
    let other = scene.sign_in(ANNA, WORDS);
    let at = visit(scene.now, scene.from, None);
    let chance = &mut scene.chance;
    let refused = scene.desk.confirm_from(&other, &back, &his, &at, chance);
    assert!(matches!(refused, Err(DeskError::NoErrand)));
    assert!(!scene.fresh(&key));
    let at = visit(scene.now, scene.from, None);
    let chance = &mut scene.chance;
    let new = scene
        .desk
        .confirm_from(&key, &back, &his, &at, chance)
        .unwrap();
    assert!(scene.fresh(&new) && !scene.is_in(&key));
}

#[test]
fn an_errand_is_of_one_browser_once_and_for_ten_minutes() {
    let mut scene = Scene::new();
    let go = |scene: &mut Scene| {
        let at = visit(scene.now, scene.from, None);
        let chance = &mut scene.chance;
        scene.desk.goes_to_sign_in("/states", &at, chance).unwrap()
    };
    let (one, two) = (go(&mut scene), go(&mut scene));
    let is_over =
        |outcome: Result<Returned, DeskError>| matches!(outcome, Err(DeskError::NoErrand));
    for state in [two.state(), String::new(), one.nonce()] {
        assert!(is_over(scene.desk.came_back(&one, &state, scene.now)));
    }
    let errand = scene.desk.errand(&one, scene.now).unwrap();
    let next = "/states".to_owned();
    assert_eq!(errand, Errand::SignIn { next });
    assert_eq!(scene.back(&one).unwrap().errand, errand);
    assert!(is_over(scene.back(&one)));
    scene.later(10);
    assert!(is_over(scene.back(&two)));
    assert_eq!(scene.desk.sweep(scene.now).unwrap(), 1);
    assert!(scene.memory.list(Drawer::Errands, "").unwrap().is_empty());
    let stranger: ErrandKey = ErrandKey::new(&mut Fixed::of(9));
    assert!(is_over(scene.back(&stranger)));
}

#[test]
fn who_goes_and_goes_waits_and_who_comes_in_is_not_counted() {
    let (mut scene, _) = Scene::with_anna();
    let key = scene.sign_in(ANNA, WORDS);
    scene.link(&key, "a-1").unwrap();
    let go = |scene: &mut Scene| {
        let at = visit(scene.now, scene.from, None);
        scene.desk.goes_to_sign_in("/", &at, &mut scene.chance)
    };
    for _ in 0..310 {
        let gone = go(&mut scene).unwrap();
        scene.back(&gone).unwrap();
        let his = vouched(&scene, "a-1");
        scene.in_from(&his).unwrap();
    }
    let gone = (0..400).take_while(|_| go(&mut scene).is_ok()).count();
    assert_eq!(gone, 300);
    let waits = go(&mut scene);
    assert!(matches!(waits, Err(DeskError::Wait { .. })));
    // Others do not.
    scene.from = IpAddr::from([198, 51, 100, 1]);
    go(&mut scene).unwrap();
}

#[test]
fn who_is_erased_is_found_by_no_issuer() {
    let (mut scene, anna) = Scene::with_anna();
    let key = scene.sign_in(ANNA, WORDS);
    scene.link(&key, "a-1").unwrap();
    scene.desk.erase(anna.person.id, scene.now).unwrap();
    let his = vouched(&scene, "a-1");
    assert!(scene.in_from(&his).is_none());
    assert!(scene.memory.list(Drawer::ByIssuer, "").unwrap().is_empty());
}
