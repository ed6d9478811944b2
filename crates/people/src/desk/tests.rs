//! What people do at the door, from the first link to being forgotten.

mod attacks;
mod elsewhere;
mod life;
mod marks;
mod own;
mod passkeys;

use core::net::IpAddr;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::*;
use crate::cabinet::Memory;
use crate::chance::Fixed;
use crate::password::Password;
use crate::session::SessionKey;
use crate::{Accepted, Role, TeamId};

/// A password that is taken.
const WORDS: &str = "the fog over Geneva lifts";
/// The address of whoever set the instance up.
const ANNA: &str = "Anna@mfa.example";

/// A desk, and everything that is an argument to it.
struct Scene {
    desk: Desk,
    memory: Arc<Memory>,
    chance: Fixed,
    now: Timestamp,
    device: Option<String>,
    from: IpAddr,
}

impl Scene {
    fn new() -> Scene {
        let memory: Arc<Memory> = Arc::default();
        let mut chance = Fixed::of(1);
        let desk = Desk::with(memory.clone(), Hardness::LIGHT, &mut chance).unwrap();
        Scene {
            desk,
            memory,
            chance,
            now: "2026-11-22T08:00:00Z".parse().unwrap(),
            device: None,
            from: IpAddr::from([192, 0, 2, 1]),
        }
    }

    /// One in which Anna has joined.
    fn with_anna() -> (Scene, Accepted) {
        let mut scene = Scene::new();
        let key = scene
            .desk
            .setup(scene.now, &mut scene.chance)
            .unwrap()
            .unwrap();
        let accepted = scene.join(&key, "Anna Smith", Some(ANNA)).unwrap();
        scene.desk.settle(accepted.invitation).unwrap();
        scene.device = None;
        (scene, accepted)
    }

    fn join(
        &mut self,
        key: &crate::InvitationKey,
        name: &str,
        email: Option<&str>,
    ) -> Result<Accepted, DeskError> {
        let joining = Joining {
            name,
            email,
            password: &Password::new(WORDS),
            language: "en",
        };
        let visit = visit(self.now, self.from, None);
        let joined = self.desk.join(key, &joining, &visit, &mut self.chance)?;
        self.device = Some(joined.1.reveal().to_owned());
        Ok(joined.0)
    }

    fn later(&mut self, minutes: i64) {
        self.now += SignedDuration::from_mins(minutes);
    }

    fn try_in(&mut self, email: &str, password: &str, code: Option<&str>) -> SignIn {
        let device = self.device.clone();
        let visit = visit(self.now, self.from, device.as_deref());
        let password = Password::new(password);
        let chance = &mut self.chance;
        self.desk
            .sign_in(email, &password, code, &visit, chance)
            .unwrap()
    }

    /// Signs in, and keeps the cookie of the device.
    fn sign_in(&mut self, email: &str, password: &str) -> SessionKey {
        match self.try_in(email, password, None) {
            SignIn::Welcome(welcome) => {
                self.device = Some(welcome.device.reveal().to_owned());
                welcome.session
            }
            other @ (SignIn::CodeNeeded(_) | SignIn::Refused | SignIn::Wait { .. }) => {
                panic!("{other:?}")
            }
        }
    }

    fn is_in(&self, key: &SessionKey) -> bool {
        let visit = visit(self.now, self.from, None);
        self.desk.who(key, &visit).unwrap().is_some()
    }

    /// Adds an app to the session's person; gives the new key, the seed and the recovery codes.
    fn add_app(&mut self, key: &SessionKey) -> (SessionKey, crate::totp::Seed, Vec<String>) {
        let visit = visit(self.now, self.from, None);
        let chance = &mut self.chance;
        let adding = self.desk.add_app(key, "Accede", &visit, chance).unwrap();
        let seed = crate::totp::Seed::try_from(adding.text().to_owned()).unwrap();
        assert!(
            adding.uri().contains(&seed.text())
                && !format!("{adding:?}").contains(&seed.text())
        );
        let code = seed.code(self.now);
        let (key, codes) = self.desk.app_added(key, &code, &visit, chance).unwrap();
        let codes = codes.iter().map(|code| code.reveal().to_owned()).collect();
        (key, seed, codes)
    }
}

fn visit(now: Timestamp, from: IpAddr, device: Option<&str>) -> Visit<'_> {
    Visit {
        now,
        from,
        device,
        agent: "Firefox",
    }
}

fn team(name: &str) -> TeamId {
    name.parse().unwrap()
}

#[test]
fn there_is_one_first_person() {
    let mut scene = Scene::new();
    let old = scene
        .desk
        .setup(scene.now, &mut scene.chance)
        .unwrap()
        .unwrap();
    let key = scene
        .desk
        .setup(scene.now, &mut scene.chance)
        .unwrap()
        .unwrap();
    let refused = scene.join(&old, "Anna", Some(ANNA)).unwrap_err();
    assert!(
        matches!(refused, DeskError::NoInvitation),
        "a newer link was made"
    );
    let bad = scene.join(&key, "Anna", None).unwrap_err();
    assert!(matches!(bad, DeskError::Email(_)), "{bad}");
    let anna = scene.join(&key, " Anna ", Some(ANNA)).unwrap();
    assert_eq!(
        (anna.team.clone(), anna.role, anna.by),
        (TeamId::office(), Role::Administrator, None)
    );
    assert_eq!(anna.person.name(), "Anna");
    let (person, seat) = anna.bodies();
    assert!(anna.person.is_meant_by(&person));
    assert_eq!(
        (seat.person, seat.team.as_str()),
        (anna.person.id, "office")
    );
    let twice = scene.join(&key, "Bob", Some("b@x.example")).unwrap_err();
    assert!(matches!(twice, DeskError::NoInvitation));
    assert!(
        scene
            .desk
            .setup(scene.now, &mut scene.chance)
            .unwrap()
            .is_none()
    );
    // Also when the first person is gone.
    scene.desk.erase(anna.person.id, scene.now).unwrap();
    assert!(
        scene
            .desk
            .setup(scene.now, &mut scene.chance)
            .unwrap()
            .is_none()
    );
}

#[test]
fn what_was_accepted_is_told_until_the_ledger_has_it() {
    let mut scene = Scene::new();
    let key = scene
        .desk
        .setup(scene.now, &mut scene.chance)
        .unwrap()
        .unwrap();
    let anna = scene.join(&key, "Anna", Some(ANNA)).unwrap();
    // The program was killed here, and starts again.
    let again = Desk::with(scene.memory.clone(), Hardness::LIGHT, &mut scene.chance).unwrap();
    let unsettled = again.unsettled().unwrap();
    assert_eq!(unsettled.len(), 1);
    assert_eq!(unsettled[0].person.commitment(), anna.person.commitment());
    again.settle(anna.invitation).unwrap();
    again.settle(anna.invitation).unwrap();
    assert!(again.unsettled().unwrap().is_empty());
}

#[test]
fn an_invitation_is_for_one_address_and_one_use() {
    let (mut scene, anna) = Scene::with_anna();
    let it = team("it");
    let invite_by = |scene: &mut Scene, by, email: &str| {
        let (now, chance) = (scene.now, &mut scene.chance);
        let desk = &scene.desk;
        let invited = desk.invite(&it, Role::Editor, email, by, now, chance);
        invited.unwrap()
    };
    let invite = |scene: &mut Scene, email: &str| invite_by(scene, Some(anna.person.id), email);
    let (key, _) = invite(&mut scene, "bruno@mfa.example");
    let open = scene.desk.open_invitation(&key, scene.now).unwrap();
    assert!(!open.known && open.invitation.team == it);
    assert_eq!(scene.desk.invitations_to(&it, scene.now).unwrap().len(), 1);
    let bruno = scene.join(&key, "Bruno", Some("other@x.example")).unwrap();
    assert_eq!(bruno.person.email().as_str(), "bruno@mfa.example");
    assert_eq!((bruno.role, bruno.by), (Role::Editor, Some(anna.person.id)));
    assert!(
        scene
            .desk
            .invitations_to(&it, scene.now)
            .unwrap()
            .is_empty()
    );
    // One who is here already signs in to accept; another cannot.
    let (key, _) = invite_by(&mut scene, None, "ANNA@MFA.example");
    assert!(scene.desk.open_invitation(&key, scene.now).unwrap().known);
    let taken = scene.join(&key, "Mallory", None).unwrap_err();
    assert!(matches!(taken, DeskError::Taken));
    let as_bruno = scene.sign_in("bruno@mfa.example", WORDS);
    let at = visit(scene.now, scene.from, None);
    let not_his = scene.desk.accept(&key, &as_bruno, &at).unwrap_err();
    assert!(matches!(not_his, DeskError::NotForYou));
    scene.device = None;
    let as_anna = scene.sign_in(ANNA, WORDS);
    let accepted = scene.desk.accept(&key, &as_anna, &at).unwrap();
    assert_eq!(
        (accepted.person.id, accepted.team),
        (anna.person.id, it.clone())
    );
    assert!(scene.desk.accept(&key, &as_anna, &at).is_err());
    // Nobody lets himself in.
    let (key, _) = invite(&mut scene, ANNA);
    let own = scene.desk.accept(&key, &as_anna, &at).unwrap_err();
    assert!(matches!(own, DeskError::NotForYou));
    // Withdrawn, and too old.
    let (key, invitation) = invite(&mut scene, "c@x.example");
    let other = scene
        .desk
        .withdraw(&team("za"), invitation.id, None, scene.now);
    assert!(matches!(other, Err(DeskError::Gone)));
    scene
        .desk
        .withdraw(&it, invitation.id, None, scene.now)
        .unwrap();
    assert!(
        scene
            .desk
            .withdraw(&it, invitation.id, None, scene.now)
            .is_err()
    );
    assert!(scene.desk.open_invitation(&key, scene.now).is_err());
    let (key, _) = invite(&mut scene, "c@x.example");
    scene.later(7 * 24 * 60);
    assert!(scene.desk.open_invitation(&key, scene.now).is_err());
    assert!(scene.join(&key, "C", None).is_err());
}

#[test]
fn of_two_who_use_one_link_one_joins() {
    let scene = Scene::new();
    let mut chance = Fixed::of(3);
    let key = scene.desk.setup(scene.now, &mut chance).unwrap().unwrap();
    let threads: Vec<_> = (0..4)
        .map(|number| {
            let (desk, key) = (scene.desk.clone(), key.clone());
            let (now, from) = (scene.now, scene.from);
            std::thread::spawn(move || {
                let email = format!("p{number}@x.example");
                let joining = Joining {
                    name: "Somebody",
                    email: Some(&email),
                    password: &Password::new(WORDS),
                    language: "fr",
                };
                let at = visit(now, from, None);
                desk.join(&key, &joining, &at, &mut Fixed::of(10 + number))
                    .is_ok()
            })
        })
        .collect();
    let joined = threads
        .into_iter()
        .filter_map(|t| t.join().unwrap().then_some(()));
    assert_eq!(joined.count(), 1);
    assert_eq!(scene.desk.persons().unwrap().len(), 1);
}
