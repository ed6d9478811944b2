//! The pages of one's own account, over HTTP as a browser asks for them.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use common::Accede;
use common::door::{ADA, Server};

/// A quarter of an hour after everything else: sessions hold, and no proof is fresh.
const LATER: &str = "2026-11-21T12:15:00Z";

/// Somebody joined and signed in; what her browser keeps.
fn ada(accede: &Accede) -> (Server, String) {
    let server = Server::start(accede, true);
    server.join(&server.first.clone().unwrap());
    let session = server.sign_in();
    (server, session)
}

#[test]
fn whoever_is_not_signed_in_signs_in_first_and_comes_back() {
    let accede = Accede::without_acts();
    let (server, session) = ada(&accede);
    let told = server.get("/account?lang=fr", "");
    assert_eq!(told.status(), 303);
    let sign_in = told.header("location");
    assert_eq!(sign_in, "/sign-in?next=%2Faccount%3Flang%3Dfr&lang=fr");
    server
        .get(sign_in, "")
        .says("name=\"next\" value=\"/account?lang=fr\"");
    let mut fields = ADA.to_vec();
    fields.push(("next", "/account?lang=fr"));
    let back = server.send("/sign-in", "", &fields);
    assert_eq!(back.header("location"), "/account?lang=fr");
    let own = server.get("/account", &session);
    assert_eq!(own.status(), 200);
    assert_eq!(own.header("cache-control"), "private, no-store");
    for said in ["Ada Example", "ada@mfa.example", "Office", "administrator:"] {
        own.says(said);
    }
    // It is a page and no data.
    assert_eq!(server.get("/account.json", &session).status(), 404);
}

#[test]
fn whoever_proved_long_ago_who_he_is_does_so_again_and_comes_back() {
    let accede = Accede::without_acts();
    let (server, session) = ada(&accede);
    // Just now: nothing more is asked for.
    let told = server.get("/confirm?next=/about", &session);
    assert_eq!((told.status(), told.header("location")), (303, "/about"));
    drop(server);
    let server = Server::start_at(&accede, false, LATER);
    let page = server.get("/confirm?next=/about", &session);
    assert_eq!(page.status(), 200);
    page.says("name=\"next\" value=\"/about\"");
    let wrong = [("password", "not that one at all"), ("next", "/about")];
    let told = server.does("/confirm", &session, &wrong);
    assert_eq!(told.status(), 422);
    told.says("That is not right");
    told.says_nothing_of("not that one at all");
    let right = [("password", ADA[2].1), ("next", "/about")];
    let forged = server.send("/confirm", &session, &right);
    assert_eq!(
        forged.status(),
        403,
        "without what forms of the session carry"
    );
    let told = server.does("/confirm", &session, &right);
    assert_eq!((told.status(), told.header("location")), (303, "/about"));
    let new = told.cookie("accede-session");
    // The session has a new key, and the one before opens nothing.
    server.get("/account", &new).says("Ada Example");
    assert_eq!(server.get("/account", &session).status(), 303);
    let elsewhere = [("password", ADA[2].1), ("next", "//evil.example/")];
    let told = server.does("/confirm", &new, &elsewhere);
    assert_eq!(told.header("location"), "/");
}
