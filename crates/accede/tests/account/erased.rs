//! Taking away what is known of oneself, and being forgotten.

use getrandom::rand_core::UnwrapErr;
use people::{Desk, PersonId, SessionKey, Visit};
use serde_json::Value;

use crate::common::door::Server;
use crate::common::{Accede, NOW};
use crate::{BEA, LATER, ada, bea, follows};

/// What `/account/export` gives.
fn export(server: &Server, session: &str) -> Value {
    let told = server.get("/account/export", session);
    assert_eq!(told.status(), 200, "{}", told.0);
    assert_eq!(told.header("content-type"), "application/json");
    assert_eq!(
        told.header("content-disposition"),
        "attachment; filename=\"accede-account-2026-11-21.json\""
    );
    assert_eq!(told.header("access-control-allow-origin"), "");
    serde_json::from_str(told.0.split("\r\n\r\n").nth(1).unwrap()).unwrap()
}

#[test]
fn everything_that_is_known_of_one_is_in_the_export() {
    let accede = Accede::without_acts();
    let (server, ada) = ada(&accede);
    accede.ok("team add italy --name Italy");
    let bea = bea(&accede, &server, "italy", "administrator");
    let form = [("name", "Bea Newname"), ("email", "bea@new.example")];
    server.does("/account/name", &bea, &form);
    let form = [
        ("name", "statistics"),
        ("team", "italy"),
        ("read", "1"),
        ("days", "9"),
    ];
    server.does("/account/tokens/new", &bea, &form);
    let told = export(&server, &bea);
    let known = &told["known"];
    let called = known["person"]["called"].as_array().unwrap();
    let names: Vec<_> = called.iter().map(|one| one["name"].as_str()).collect();
    assert_eq!(names, [Some("Bea Quillfeather"), Some("Bea Newname")]);
    assert_eq!(called[0]["email"], "bea@mfa.example");
    assert_eq!(known["person"]["language"], "en");
    assert_eq!(known["signs_in_with"][0]["kind"], "password");
    assert_eq!(known["sessions"].as_array().unwrap().len(), 1);
    assert_eq!(known["tokens"][0]["name"], "statistics");
    assert_eq!(known["joined_first_of_all"], false);
    let held = &told["on_record"];
    assert_eq!(held["commitments"].as_array().unwrap().len(), 2);
    assert_eq!(held["seats"][0]["team"], "italy");
    assert_eq!(held["seats"][0]["role"], "administrator");
    // The owner of the machine invited her, so that she herself recorded that she is known, her seat,
    // and her new commitment.
    assert_eq!(held["recorded"], 3);
    let text = told.to_string();
    for secret in ["argon2", "accede_", "seed", "Ada", "ada@"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
    let page = server.get("/account/data", &bea);
    page.says("2 entries");
    page.says(known["person"]["id"].as_str().unwrap());
    assert_eq!(export(&server, &ada)["known"]["joined_first_of_all"], true);
}

#[test]
fn who_is_needed_stays_and_is_told_why() {
    let accede = Accede::without_acts();
    let (server, ada) = ada(&accede);
    let head = accede.head();
    let page = server.get("/account/erase", &ada);
    page.says("nobody else administrates these teams");
    page.says("href=\"/team/office\"");
    let told = server.does("/account/erase", &ada, &[("email", "ada@mfa.example")]);
    assert_eq!(told.status(), 409);
    told.says("nobody else administrates these teams");
    server.get("/account", &ada).says("Ada Example");
    assert_eq!(accede.head(), head);
    // Nor is she erased behind her back at the next start.
    drop(server);
    let server = Server::start(&accede, false);
    server.get("/account", &ada).says("Ada Example");
    assert_eq!(accede.head(), head);
}

#[test]
fn who_is_erased_is_gone_from_every_answer_and_the_record_holds() {
    let accede = Accede::without_acts();
    let (server, ada) = ada(&accede);
    accede.ok("team add italy --name Italy");
    let mut bea = bea(&accede, &server, "italy", "administrator");
    let form = [
        ("name", "statistics"),
        ("team", "italy"),
        ("read", "1"),
        ("days", "9"),
    ];
    let made = server.does("/account/tokens/new", &bea, &form);
    let at = made.0.find("accede_").unwrap();
    let token = format!("Bearer {}", &made.0[at..at + 66]);
    let id = export(&server, &bea)["known"]["person"]["id"].clone();
    let id = id.as_str().unwrap();
    for wrong in ["", "ada@mfa.example", "bea"] {
        let told = server.does("/account/erase", &bea, &[("email", wrong)]);
        assert_eq!(told.status(), 422);
        told.says("id=\"email-wrong\" role=\"alert\">That is not the address of this account");
    }
    let told = server.does("/account/erase", &bea, &[("email", " BEA@mfa.example ")]);
    assert_eq!(told.header("location"), "/sign-in?done=erased");
    told.says("accede-session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    told.says("accede-device=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    follows(&server, &told, &mut bea).says("You are no longer known here");
    // She does not come in, nor does her program.
    assert_eq!(server.get("/account", &bea).status(), 303);
    assert_eq!(server.send("/sign-in", "", &BEA).status(), 422);
    let told = server.ask("/ledger.json", &[("Authorization", &token)], None);
    assert_eq!(told.status(), 401);
    // The record holds, says that she is gone, and nobody tells who that was.
    accede.ok("verify");
    accede.ok("team list");
    let members = accede.json("team show italy");
    assert_eq!(members["members"], serde_json::json!([]), "{members}");
    server
        .get("/ledger", &ada)
        .says(&format!("person {id} erased"));
    for page in [
        "/",
        "/ledger",
        "/ledger.json",
        "/account",
        "/account/data",
        "/account/export",
        "/account/tokens",
        "/team/italy",
        "/teams",
        "/search?q=quillfeather",
        "/feed.atom",
    ] {
        let told = server.get(page, &ada);
        for name in ["Bea", "Quillfeather", "bea@"] {
            told.says_nothing_of(name);
        }
    }
    drop(server);
    for file in std::fs::read_dir(accede.data()).unwrap() {
        let path = file.unwrap().path();
        if path.is_file() {
            let bytes = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
            for name in ["Quillfeather", "bea@mfa"] {
                assert!(!bytes.contains(name), "{name} is in {}", path.display());
            }
        }
    }
}

/// The desk of a data directory, beside the program.
fn desk(accede: &Accede) -> Desk {
    let cabinet = store::SqliteCabinet::open_or_create(accede.data().join("people.sqlite"));
    let mut chance = UnwrapErr(getrandom::SysRng);
    Desk::at(std::sync::Arc::new(cabinet.unwrap()), &mut chance).unwrap()
}

/// The program stopped after the register knew a new name, and before the ledger did.
#[test]
fn what_the_ledger_missed_of_a_name_it_is_told_at_the_next_start() {
    let accede = Accede::without_acts();
    let (server, ada) = ada(&accede);
    drop(server);
    let head = accede.head().0;
    let key: SessionKey = ada.split_once('=').unwrap().1.parse().unwrap();
    let visit = Visit {
        now: NOW.parse().unwrap(),
        from: [127, 0, 0, 1].into(),
        device: None,
        agent: "",
    };
    let chance = &mut UnwrapErr(getrandom::SysRng);
    let called = desk(&accede).call(&key, "Ada Newname", "ada@mfa.example", &visit, chance);
    called.unwrap();
    assert_eq!(accede.head().0, head);
    let server = Server::start(&accede, false);
    server.get("/account", &ada).says("Ada Newname");
    drop(server);
    assert_eq!(accede.head().0, head + 1);
    drop(Server::start(&accede, false));
    assert_eq!(accede.head().0, head + 1);
}

/// The program stopped right after somebody asked to be erased.
#[test]
fn what_was_begun_is_finished_at_the_next_start() {
    let accede = Accede::without_acts();
    let (server, ada) = ada(&accede);
    let bea = bea(&accede, &server, "office", "reader");
    let id = export(&server, &bea)["known"]["person"]["id"].clone();
    let id: PersonId = id.as_str().unwrap().parse().unwrap();
    drop(server);
    let now = LATER.parse().unwrap();
    let begun = desk(&accede);
    begun.begin_to_forget(id, now).unwrap();
    assert_eq!(begun.leaving().unwrap(), [id]);
    drop(begun);
    let server = Server::start_at(&accede, false, LATER);
    assert_eq!(server.send("/sign-in", "", &BEA).status(), 422);
    assert_eq!(server.get("/account", &bea).status(), 303);
    server
        .get("/ledger", &ada)
        .says(&format!("person {id} erased"));
    let office = accede.json("team show office");
    assert_eq!(office["members"].as_array().unwrap().len(), 1);
    drop(server);
    assert!(desk(&accede).leaving().unwrap().is_empty());
    accede.ok("verify");
}
