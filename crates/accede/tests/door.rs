//! The door: joining by a link, signing in and out, and what is refused there.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::io::Read;

use common::Accede;
use common::door::{ADA, Server, Told};

#[test]
fn the_first_one_joins_by_the_link_signs_in_sees_more_and_signs_out() {
    let accede = Accede::new();
    let server = Server::start(&accede, true);
    let link = server.first.clone().unwrap();
    let page = server.get(&link, "");
    page.says("Nobody has joined this instance yet");
    assert_eq!(page.header("cache-control"), "private, no-store");
    let device = server.join(&link);
    // The link is used up, for the one who has it too.
    assert_eq!(server.get(&link, "").status(), 404);
    assert_eq!(server.send(&link, "", &ADA).status(), 404);
    let session = server.sign_in();
    let cookies = format!("{session}; {device}");
    let own = server.get("/ledger", &cookies);
    own.says("Ada Example");
    own.says("is administrator in office");
    assert_eq!(own.header("cache-control"), "private, no-store");
    assert_eq!(own.header("etag"), "");
    // Anyone sees as much as before, and nothing of her.
    let anyones = server.get("/ledger", "");
    anyones.says_nothing_of("office");
    anyones.says("Sign in");
    // The record has a number for her, not her name.
    accede.ok("verify");
    let record = std::fs::read(accede.data().join("ledger.sqlite")).unwrap();
    let record = String::from_utf8_lossy(&record).into_owned();
    assert!(!record.contains("Ada Example") && !record.contains("ada@mfa.example"));
    // She signs out, and the key in her cookie opens nothing any more.
    let form = server.get("/about", &cookies).form();
    let out = server.send("/sign-out", &cookies, &[("form", &form)]);
    assert_eq!((out.status(), out.header("location")), (303, "/"));
    out.says("accede-session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    server.get("/ledger", &cookies).says_nothing_of("office");
}

#[test]
fn who_has_joined_comes_in_again_after_a_restart_and_no_second_link_is_told() {
    let accede = Accede::new();
    let server = Server::start(&accede, true);
    server.join(&server.first.clone().unwrap());
    drop(server);
    let mut again = Server::start(&accede, false);
    let session = again.sign_in();
    again
        .get("/ledger", &session)
        .says("is administrator in office");
    again.child.kill().unwrap();
    let mut rest = String::new();
    let stdout = again.child.stdout.as_mut().unwrap();
    stdout.read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "");
}

#[test]
fn a_form_that_no_page_of_ours_sent_does_nothing() {
    let accede = Accede::new();
    let server = Server::start(&accede, true);
    let link = server.first.clone().unwrap();
    for headers in [
        &[][..],
        &[("Origin", "http://evil.example")],
        &[("Origin", "null")],
        &[("Sec-Fetch-Site", "cross-site")],
        &[("Sec-Fetch-Site", "same-site")],
    ] {
        assert_eq!(server.ask(&link, headers, Some(&ADA)).status(), 403);
        assert_eq!(server.ask("/sign-in", headers, Some(&ADA)).status(), 403);
    }
    server.join(&link);
    let session = server.sign_in();
    for form in ["", "x", &server.get("/about", &server.sign_in()).form()] {
        let told = server.send("/sign-out", &session, &[("form", form)]);
        assert_eq!(told.status(), 403, "{form}");
    }
    server.get("/ledger", &session).says("office");
    // Nothing can be sent to a page; what programs record, they send with a token.
    assert_eq!(server.send("/about", &session, &[]).status(), 405);
    assert_eq!(server.send("/ledger", &session, &[]).status(), 401);
}

#[test]
fn who_gives_something_wrong_is_told_the_same_whoever_it_is_and_waits_in_the_end() {
    let accede = Accede::new();
    let server = Server::start(&accede, true);
    server.join(&server.first.clone().unwrap());
    let wrong = |email: &str| {
        let form = [("email", email), ("password", "not that one at all")];
        server.send("/sign-in", "", &form)
    };
    let told = |answer: &Told, email: &str| {
        let main = answer
            .0
            .split("<main")
            .nth(1)
            .unwrap()
            .split("</main")
            .next()
            .unwrap();
        (answer.status(), main.replace(email, "EMAIL"))
    };
    let (known, unknown) = (wrong("ada@mfa.example"), wrong("eve@mfa.example"));
    assert_eq!(known.status(), 422);
    assert_eq!(
        told(&known, "ada@mfa.example"),
        told(&unknown, "eve@mfa.example")
    );
    let mut last = 422;
    for _ in 0..40 {
        last = wrong("eve@mfa.example").status();
        if last == 429 {
            break;
        }
    }
    assert_eq!(last, 429, "guessing is slow");
}

#[test]
fn what_is_no_key_opens_nothing_and_breaks_nothing() {
    let accede = Accede::new();
    let server = Server::start(&accede, true);
    server.join(&server.first.clone().unwrap());
    let session = server.sign_in();
    let long = format!("accede-session={}", "a".repeat(5000));
    for cookies in [
        "accede-session=",
        "accede-session=x",
        "accede-session=../../etc/passwd",
        "accede-session=00000000000000000000000000000000.AAAA",
        "__Host-accede-session=x",
        "=; ; ;;=",
        &long,
        &format!("{session}x"),
        &format!("{session}; {session}"),
    ] {
        let told = server.get("/ledger", cookies);
        assert_eq!(told.status(), 200, "{cookies}");
        told.says_nothing_of("office");
    }
    for path in ["/join/", "/join/x", "/join/..%2f..", "/join/%00", "/join/é"] {
        let status = server.get(path, "").status();
        assert!((400..500).contains(&status), "{path}: {status}");
    }
    for token in ["", "x", "accede_", &"accede_a".repeat(500)] {
        let bearer = format!("Bearer {token}");
        let told = server.ask("/ledger.json", &[("Authorization", &bearer)], None);
        assert_eq!(told.status(), 401, "{token}");
    }
    let huge = "x".repeat(100_000);
    let told = server.send("/sign-in", "", &[("email", &huge)]);
    assert_eq!(told.status(), 413);
    // An address elsewhere is not gone on to.
    let mut form = ADA.to_vec();
    form.push(("next", "//evil.example/"));
    assert_eq!(server.send("/sign-in", "", &form).header("location"), "/");
}
