//! In the browser, where people may what their roles say.

use std::thread;

use crate::common::Accede;
use crate::common::door::{ADA, Server, Told};
use crate::people::{Somebody, let_in};

/// A quarter of an hour after everything else: sessions hold, and no proof is fresh.
const LATER: &str = "2026-11-21T12:15:00Z";

/// The program, with Ada who runs the instance.
fn office() -> (Accede, Server, String) {
    let accede = Accede::without_acts();
    let server = Server::start(&accede, true);
    server.join(&server.first.clone().unwrap());
    let ada = server.sign_in();
    (accede, server, ada)
}

/// The same with the team `italy`, founded at the pages, and Anna, its administrator.
fn italy() -> (Accede, Server, String, String) {
    let (accede, server, ada) = office();
    let founded = server.does("/teams", &ada, &[("team", "italy"), ("name", "Italy")]);
    assert_eq!(founded.status(), 303, "{}", founded.0);
    assert_eq!(founded.header("location"), "/team/italy?done=founded");
    let anna = Somebody::called("Anna");
    let told = invites(&server, "italy", &ada, &anna.email, "administrator");
    let anna = anna.joins(&server, &link(&told));
    (accede, server, ada, anna)
}

fn invites(server: &Server, team: &str, cookies: &str, email: &str, role: &str) -> Told {
    let form = [("deed", "invite"), ("email", email), ("role", role)];
    server.does(&format!("/team/{team}"), cookies, &form)
}

/// The link that a page shows once.
#[track_caller]
fn link(told: &Told) -> String {
    let at = told
        .0
        .find("/join/")
        .unwrap_or_else(|| panic!("{}", told.0));
    told.0[at..].split('<').next().unwrap().to_owned()
}

/// Invites somebody, who joins.
#[track_caller]
fn comes(server: &Server, team: &str, by: &str, name: &'static str, role: &str) -> String {
    let somebody = Somebody::called(name);
    let told = invites(server, team, by, &somebody.email, role);
    assert_eq!(told.status(), 200, "{}", told.0);
    somebody.joins(server, &link(&told))
}

/// Who sits in a team, by name.
fn id_of(accede: &Accede, team: &str, name: &str) -> String {
    let shown = accede.json(&format!("team show {team}"));
    let members = shown["members"].as_array().unwrap();
    let found = members.iter().find(|member| member["name"] == name);
    found.unwrap()["person"].as_str().unwrap().to_owned()
}

fn seats(server: &Server, team: &str, by: &str, person: &str, role: Option<&str>) -> Told {
    let form = match role {
        Some(role) => vec![("deed", "role"), ("person", person), ("role", role)],
        None => vec![("deed", "remove"), ("person", person)],
    };
    server.does(&format!("/team/{team}"), by, &form)
}

/// What a page says, without the address it was asked at.
fn main_of(told: &Told, address: &str) -> String {
    let main = told.0.split("<main").nth(1).unwrap();
    main.split("</main").next().unwrap().replace(address, "X")
}

#[test]
fn the_office_founds_a_team_and_sees_nothing_of_it() {
    let (accede, server, ada, anna) = italy();
    let own = server.get("/team/italy", &anna);
    own.says("anna@mfa.example");
    own.says("Invite somebody");
    assert_eq!(own.header("cache-control"), "private, no-store");
    // Ada sees who is in it, so that she can take people out; and no entry of it.
    let page = server.get("/team/italy", &ada);
    page.says("You are not in this team");
    page.says("anna@mfa.example");
    page.says_nothing_of("Invite somebody");
    server
        .get("/ledger", &anna)
        .says("is administrator in italy");
    server.get("/ledger", &ada).says_nothing_of("in italy");
    let refused = invites(&server, "italy", &ada, "eve@mfa.example", "administrator");
    assert_eq!(refused.status(), 422);
    refused.says("Your role in the team is not enough");
    let anna_id = id_of(&accede, "italy", "Anna");
    let raised = seats(&server, "italy", &ada, &anna_id, Some("reader"));
    assert_eq!(raised.status(), 422);
    // Every team is in her list; Anna's has her own.
    let all = server.get("/teams", &ada);
    for said in ["Office", "Italy", "Found a team"] {
        all.says(said);
    }
    let one = server.get("/teams", &anna);
    one.says("Italy");
    one.says_nothing_of("Office");
    one.says_nothing_of("Found a team");
    let found = [("team", "other"), ("name", "Other")];
    assert_eq!(server.does("/teams", &anna, &found).status(), 422);
    assert_eq!(server.get("/team/other", &ada).status(), 404);
    accede.ok("verify");
}

#[test]
fn a_team_one_is_not_in_is_a_team_that_is_not_there() {
    let (_accede, server, ada, anna) = italy();
    let founded = server.does("/teams", &ada, &[("team", "norway"), ("name", "Norway")]);
    assert_eq!(founded.status(), 303);
    let none = server.get("/team/nowhere", &anna);
    let other = server.get("/team/norway", &anna);
    assert_eq!((none.status(), other.status()), (404, 404));
    assert_eq!(main_of(&none, "nowhere"), main_of(&other, "norway"));
    for deed in [
        vec![("deed", "rename"), ("name", "Mine")],
        vec![
            ("deed", "invite"),
            ("email", "x@y.example"),
            ("role", "reader"),
        ],
    ] {
        let none = server.does("/team/nowhere", &anna, &deed);
        let other = server.does("/team/norway", &anna, &deed);
        assert_eq!((none.status(), other.status()), (404, 404), "{deed:?}");
        assert_eq!(main_of(&none, "nowhere"), main_of(&other, "norway"));
    }
    for odd in [
        "/team/",
        "/team/A",
        "/team/..",
        "/team/%00",
        "/team/é",
        "/team/a/b",
    ] {
        let status = server.get(odd, &anna).status();
        assert!((400..500).contains(&status), "{odd}: {status}");
    }
    // Whoever is not signed in is asked to be, for either.
    for path in ["/team/italy", "/team/nowhere", "/teams"] {
        let told = server.get(path, "");
        assert_eq!(told.status(), 303, "{path}");
        assert!(told.header("location").starts_with("/sign-in?next="));
    }
}

#[test]
fn who_is_no_administrator_changes_nothing_and_may_leave() {
    let (accede, server, _, anna) = italy();
    let bruno = comes(&server, "italy", &anna, "Bruno", "contributor");
    let page = server.get("/team/italy", &bruno);
    page.says("Anna");
    for hidden in ["anna@mfa.example", "Invite somebody", "Take out", "Tokens"] {
        page.says_nothing_of(hidden);
    }
    let own = id_of(&accede, "italy", "Bruno");
    let other = id_of(&accede, "italy", "Anna");
    for refused in [
        invites(&server, "italy", &bruno, "eve@mfa.example", "reader"),
        seats(&server, "italy", &bruno, &own, Some("administrator")),
        seats(&server, "italy", &bruno, &other, None),
        server.does(
            "/team/italy",
            &bruno,
            &[("deed", "rename"), ("name", "Mine")],
        ),
    ] {
        assert_eq!(refused.status(), 422);
        refused.says("Your role in the team is not enough");
    }
    let left = seats(&server, "italy", &bruno, &own, None);
    assert_eq!(left.header("location"), "/teams?done=left");
    assert_eq!(server.get("/team/italy", &bruno).status(), 404);
    // He is signed in still, and sees what everybody signed in sees.
    let ledger = server.get("/ledger", &bruno);
    ledger.says("Bruno");
    ledger.says_nothing_of("in italy");
    server.get("/account", &bruno).says("You are in no team");
}

#[test]
fn the_last_administrator_stays() {
    let (accede, server, _, anna) = italy();
    comes(&server, "italy", &anna, "Bruno", "editor");
    let own = id_of(&accede, "italy", "Anna");
    for role in [None, Some("reader"), Some("editor")] {
        let told = seats(&server, "italy", &anna, &own, role);
        assert_eq!(told.status(), 422);
        told.says("would have no administrator any more");
    }
    let bruno = id_of(&accede, "italy", "Bruno");
    let raised = seats(&server, "italy", &anna, &bruno, Some("administrator"));
    assert_eq!(raised.header("location"), "/team/italy?done=role");
    let left = seats(&server, "italy", &anna, &own, None);
    assert_eq!(left.header("location"), "/teams?done=left");
}

#[test]
fn of_two_who_take_each_other_out_at_once_one_stays() {
    let (accede, server, _, anna) = italy();
    for _ in 0..3 {
        let (_, bruno) = let_in(&accede, &server, "italy", "Bruno", "administrator");
        let (first, second) = (
            id_of(&accede, "italy", "Anna"),
            id_of(&accede, "italy", "Bruno"),
        );
        let told = thread::scope(|scope| {
            let one = scope.spawn(|| seats(&server, "italy", &anna, &second, None).status());
            let two = scope.spawn(|| seats(&server, "italy", &bruno, &first, None).status());
            [one.join().unwrap(), two.join().unwrap()]
        });
        let done = told.iter().filter(|status| **status == 303).count();
        assert_eq!(done, 1, "{told:?}");
        let shown = accede.json("team show italy");
        let members = shown["members"].as_array().unwrap();
        assert_eq!(members.len(), 1, "{shown}");
        assert_eq!(members[0]["role"], "administrator");
        // From the beginning: Anna alone, and Bruno forgotten.
        if members[0]["name"] == "Bruno" {
            accede.ok("team invite italy anna@mfa.example --role administrator");
            break;
        }
        accede.ok("user erase bruno@mfa.example --yes");
    }
}

#[test]
fn a_link_is_used_once_and_not_at_all_once_withdrawn() {
    let (accede, server, _, anna) = italy();
    let bruno = Somebody::called("Bruno");
    let told = invites(&server, "italy", &anna, &bruno.email, "editor");
    let first = link(&told);
    assert_eq!(told.header("cache-control"), "private, no-store");
    // The page shows that he is invited, and no link.
    let page = server.get("/team/italy", &anna);
    page.says("bruno@mfa.example");
    page.says_nothing_of("/join/");
    bruno.joins(&server, &first);
    assert_eq!(server.get(&first, "").status(), 404);
    assert_eq!(server.send(&first, "", &bruno.fields()).status(), 404);
    let told = invites(&server, "italy", &anna, "carla@mfa.example", "reader");
    let second = link(&told);
    let id = accede.json("team show italy")["invitations"][0]["id"].clone();
    let form = [("deed", "withdraw"), ("invitation", id.as_str().unwrap())];
    let done = server.does("/team/italy", &anna, &form);
    assert_eq!(done.header("location"), "/team/italy?done=withdrawn");
    assert_eq!(server.get(&second, "").status(), 404);
    assert_eq!(server.does("/team/italy", &anna, &form).status(), 422);
    // Whoever is taken out lets nobody in any more.
    let (_, dora) = let_in(&accede, &server, "italy", "Dora", "administrator");
    let told = invites(&server, "italy", &dora, "eve@mfa.example", "administrator");
    let third = link(&told);
    let dora_id = id_of(&accede, "italy", "Dora");
    assert_eq!(seats(&server, "italy", &anna, &dora_id, None).status(), 303);
    assert_eq!(server.get(&third, "").status(), 404);
    assert_eq!(server.get("/team/italy", &dora).status(), 404);
}

#[test]
fn nobody_invites_himself_or_who_is_there() {
    let (_accede, server, ada, anna) = italy();
    server.does("/teams", &ada, &[("team", "norway"), ("name", "Norway")]);
    let own = invites(&server, "norway", &ada, ADA[1].1, "administrator");
    assert_eq!(own.status(), 422);
    own.says("Nobody invites themselves");
    let reader = invites(&server, "norway", &ada, "olav@mfa.example", "reader");
    reader.says("whoever is invited into it first becomes one");
    comes(&server, "italy", &anna, "Bruno", "reader");
    let there = invites(&server, "italy", &anna, "BRUNO@mfa.example", "editor");
    there.says("has this address already");
    for email in ["", "x", "a b@c", "a@b@c"] {
        assert_eq!(
            invites(&server, "italy", &anna, email, "editor").status(),
            422
        );
    }
}

#[test]
fn forged_forms_and_stale_proofs_do_nothing() {
    let (accede, server, ada, anna) = italy();
    let form = server.get("/about", &anna).form();
    let other = server.get("/about", &ada).form();
    let rename = |form: &str| {
        let fields = [("deed", "rename"), ("name", "Taken"), ("form", form)];
        server.send("/team/italy", &anna, &fields).status()
    };
    for forged in ["", "x", &other] {
        assert_eq!(rename(forged), 403, "{forged}");
    }
    let fields = [("deed", "rename"), ("name", "Taken"), ("form", &form)];
    for site in ["cross-site", "same-site", "none"] {
        let headers = [("Sec-Fetch-Site", site), ("Cookie", &anna)];
        assert_eq!(
            server.ask("/team/italy", &headers, Some(&fields)).status(),
            403
        );
    }
    for odd in [
        vec![],
        vec![("deed", "burn")],
        vec![("deed", "role"), ("person", "x"), ("role", "reader")],
        vec![
            ("deed", "invite"),
            ("email", "a@b.example"),
            ("role", "king"),
        ],
        vec![("deed", "revoke"), ("token", "")],
    ] {
        assert_eq!(
            server.does("/team/italy", &anna, &odd).status(),
            403,
            "{odd:?}"
        );
    }
    drop(server);
    let server = Server::start_at(&accede, false, LATER);
    let page = server.get("/team/italy", &anna);
    page.says("/confirm?next=/team/italy");
    page.says_nothing_of("name=\"deed\"");
    let told = server.does(
        "/team/italy",
        &anna,
        &[("deed", "rename"), ("name", "Taken")],
    );
    assert_eq!(told.status(), 303);
    assert_eq!(told.header("location"), "/confirm?next=%2Fteam%2Fitaly");
    assert_eq!(accede.json("team show italy")["name"], "Italy");
}
