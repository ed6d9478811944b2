//! Pages and programs may what the policy says, for everybody and every deed.

use people::roster::{self, By, Members};
use people::{Deed, PersonId, Role, Seats, TeamId, may};
use serde_json::Value;

use crate::common::Accede;
use crate::common::door::Server;
use crate::people::let_in;

/// Who there is: his name, in which team, as what.
const PEOPLE: [(&str, &str, Role); 7] = [
    ("Anna", "italy", Role::Administrator),
    ("Bruno", "italy", Role::Editor),
    ("Carla", "italy", Role::Contributor),
    ("Dora", "italy", Role::Reader),
    ("Olav", "norway", Role::Administrator),
    ("Ada", "office", Role::Administrator),
    ("Ben", "office", Role::Editor),
];

struct Scene {
    accede: Accede,
    server: Server,
    /// The id and the cookies of each.
    people: Vec<(PersonId, String)>,
}

fn scene() -> Scene {
    let accede = Accede::without_acts();
    accede.ok("team add italy --name Italy");
    accede.ok("team add norway --name Norway");
    let server = Server::start(&accede, true);
    let mut people = Vec::new();
    for (name, team, role) in PEOPLE {
        let (_, session) = let_in(&accede, &server, team, name, role.as_str());
        let shown = accede.json(&format!("user show {name}"));
        let id = shown["id"].as_str().unwrap().parse().unwrap();
        people.push((id, session));
    }
    Scene {
        accede,
        server,
        people,
    }
}

fn team(id: &str) -> TeamId {
    id.parse().unwrap()
}

fn seats(at: usize) -> Seats {
    let (_, in_team, role) = PEOPLE[at];
    Seats([(team(in_team), role)].into())
}

/// Numbers that only look random: the same from the same seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

/// 150 deeds by people, each of which the pages do exactly if it is decided so upon who sits there.
#[test]
fn the_pages_do_what_is_decided_and_nothing_else() {
    let scene = scene();
    let (italy, mut dice) = (team("italy"), Dice(20_261_122));
    let mut there: Members = Members::new();
    for (at, (id, _)) in scene.people.iter().enumerate() {
        if PEOPLE[at].1 == "italy" {
            there.insert(*id, PEOPLE[at].2);
        }
    }
    let (mut done, mut refused) = (0, 0);
    for turn in 0..150 {
        let at = dice.below(PEOPLE.len());
        let (who, cookies) = &scene.people[at];
        let mut own = seats(at);
        own.0.remove(&italy);
        own.0
            .extend(there.get(who).map(|role| (italy.clone(), *role)));
        let by = By::Person(*who, &own);
        let person = scene.people[dice.below(scene.people.len())].0;
        let role = Role::ALL[dice.below(4)];
        let (email, named) = (format!("new{turn}@mfa.example"), format!("Italy {turn}"));
        let id = person.to_string();
        let (decided, form) = match dice.below(5) {
            0 => (
                roster::invite(by, &italy, &there, role),
                vec![
                    ("deed", "invite"),
                    ("email", &email),
                    ("role", role.as_str()),
                ],
            ),
            1 | 2 => (
                roster::seat(by, &italy, &there, person, Some(role)),
                vec![("deed", "role"), ("person", &id), ("role", role.as_str())],
            ),
            3 => (
                roster::seat(by, &italy, &there, person, None),
                vec![("deed", "remove"), ("person", &id)],
            ),
            _ => (
                roster::administrate(by, &italy),
                vec![("deed", "rename"), ("name", &named)],
            ),
        };
        let told = scene.server.does("/team/italy", cookies, &form);
        let was = matches!(told.status(), 200 | 303);
        assert_eq!(
            was,
            decided.is_ok(),
            "{turn}: {form:?} by {at}: {decided:?}: {}",
            told.0
        );
        match form[0].1 {
            "role" if was => {
                there.insert(person, role);
            }
            "remove" if was => {
                there.remove(&person);
            }
            _ => {}
        }
        if was { done += 1 } else { refused += 1 }
    }
    assert!(done > 10 && refused > 10, "{done} {refused}");
    let shown = scene.accede.json("team show italy");
    let members = shown["members"].as_array().unwrap();
    let on_record: Members = members.iter().map(seat).collect();
    assert_eq!(on_record, there);
}

fn seat(member: &Value) -> (PersonId, Role) {
    let role = member["role"].as_str().unwrap();
    let mut all = Role::ALL.into_iter();
    (
        member["person"].as_str().unwrap().parse().unwrap(),
        all.find(|one| one.as_str() == role).unwrap(),
    )
}

/// What a team recorded is seen at the page, by a token and on the command line by those the policy
/// names, and is not there for anybody else.
#[test]
fn what_a_team_recorded_is_seen_by_whom_the_policy_says() {
    let scene = scene();
    let line = [
        "--as",
        "italy",
        "--json",
        "approach",
        "add",
        "--treaty",
        "ctbt",
        "--kind",
        "meeting-bilateral",
        "--by",
        "Italy",
        "--to",
        "Nepal",
        "--seen-by",
        "italy",
        "--on",
        "2023-03-12",
        "--source",
        "cable 12",
        "--points",
        "Between us",
    ];
    let recorded: Value = serde_json::from_str(&scene.accede.run(line).ok()).unwrap();
    let entry = recorded["last"].as_str().unwrap().to_owned();
    let path = format!("/ledger/{entry}");
    let audience = ledger::Audience::Teams(vec!["italy".to_owned()]);
    // The server follows the ledger.
    for _ in 0..50 {
        if scene.server.get(&path, &scene.people[0].1).status() == 200 {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(200));
    }
    for (at, (name, in_team, _)) in PEOPLE.iter().enumerate() {
        let sees = may(Some(&seats(at)), Deed::See, &audience).is_ok();
        let status = if sees { 200 } else { 404 };
        let page = scene.server.get(&path, &scene.people[at].1);
        assert_eq!(page.status(), status, "{name}");
        let email = format!("{}@mfa.example", name.to_lowercase());
        let made = scene
            .accede
            .json(&format!("token make {email} --team {in_team} --name x"));
        let bearer = format!("Bearer {}", made["secret"].as_str().unwrap());
        let headers = [("Authorization", bearer.as_str())];
        let data = scene.server.ask(&format!("{path}.json"), &headers, None);
        assert_eq!(data.status(), status, "{name}'s token");
        let told = scene.accede.run(["--as", in_team, "entry", &entry]);
        assert_eq!(told.0.status.success(), sees, "--as {in_team}");
    }
    assert_eq!(scene.server.get(&path, "").status(), 404);
}
