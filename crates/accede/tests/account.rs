//! The pages of one's own account, over HTTP as a browser asks for them.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

#[path = "account/erased.rs"]
mod erased;
#[path = "account/proofs.rs"]
mod proofs;
#[path = "account/tokens.rs"]
mod tokens;

use common::Accede;
use common::door::{ADA, Server, Told};

/// A quarter of an hour after everything else: sessions hold, and no proof is fresh.
const LATER: &str = "2026-11-21T12:15:00Z";

/// The password of Ada.
const WORDS: &str = ADA[2].1;

/// Every page of the account that asks for nothing but a session.
const PAGES: [&str; 10] = [
    "/account",
    "/account/name",
    "/account/password",
    "/account/app",
    "/account/sessions",
    "/account/tokens",
    "/account/tokens/new",
    "/account/data",
    "/account/export",
    "/account/erase",
];

/// Every form of the account, with something that it would do.
const FORMS: [(&str, &[(&str, &str)]); 12] = [
    ("/account", &[("language", "fr")]),
    (
        "/account/name",
        &[("name", "Eve"), ("email", "eve@mfa.example")],
    ),
    (
        "/account/password",
        &[
            ("password", WORDS),
            ("new", "rain falls on Lake Leman"),
            ("again", "rain falls on Lake Leman"),
        ],
    ),
    ("/account/app", &[("do", "begin")]),
    ("/account/app", &[("do", "codes")]),
    ("/account/app", &[("do", "remove")]),
    ("/account/app/add", &[("code", "000000")]),
    ("/account/sessions", &[("do", "others")]),
    ("/account/sessions", &[("do", "all")]),
    ("/account/tokens", &[("token", "x")]),
    (
        "/account/tokens/new",
        &[
            ("name", "x"),
            ("team", "office"),
            ("read", "1"),
            ("days", "1"),
        ],
    ),
    ("/account/erase", &[("email", "ada@mfa.example")]),
];

/// Ada joined and signed in; what her browser keeps.
fn ada(accede: &Accede) -> (Server, String) {
    let server = Server::start(accede, true);
    server.join(&server.first.clone().unwrap());
    let session = server.sign_in();
    (server, session)
}

/// The other one, and her password.
const BEA: [(&str, &str); 3] = [
    ("name", "Bea Quillfeather"),
    ("email", "bea@mfa.example"),
    ("password", "a lantern over the harbour"),
];

/// Bea joined a team in a role, and signed in.
fn bea(accede: &Accede, server: &Server, team: &str, role: &str) -> String {
    let told = accede.ok(&format!("team invite {team} {} --role {role}", BEA[1].1));
    let at = told.find("/join/").unwrap();
    let link = told[at..].split_whitespace().next().unwrap().to_owned();
    let joined = server.send(&link, "", &BEA);
    assert_eq!(joined.status(), 303, "{}", joined.0);
    server.sign_in_as(&BEA)
}

/// The page a form leads to, as a browser follows; with the session under its new key, if it has one.
#[track_caller]
fn follows(server: &Server, told: &Told, session: &mut String) -> Told {
    assert_eq!(told.status(), 303, "{}", told.0);
    if told.0.contains("set-cookie: accede-session=") {
        *session = told.cookie("accede-session");
    }
    server.get(told.header("location"), session)
}

#[test]
fn whoever_is_not_signed_in_signs_in_first_and_comes_back() {
    let accede = Accede::without_acts();
    let (server, session) = ada(&accede);
    for page in PAGES {
        let told = server.get(page, "");
        let next = page.replace('/', "%2F");
        let to = format!("/sign-in?next={next}");
        assert_eq!((told.status(), told.header("location")), (303, to.as_str()));
    }
    for (page, form) in FORMS {
        let told = server.send(page, "", form);
        assert_eq!(told.status(), 303);
        assert!(told.header("location").starts_with("/sign-in?next="));
    }
    let told = server.get("/account?lang=fr", "");
    let sign_in = told.header("location");
    assert_eq!(sign_in, "/sign-in?next=%2Faccount%3Flang%3Dfr&lang=fr");
    server
        .get(sign_in, "")
        .says("name=\"next\" value=\"/account?lang=fr\"");
    let mut fields = ADA.to_vec();
    fields.push(("next", "/account?lang=fr"));
    let back = server.send("/sign-in", "", &fields);
    assert_eq!(back.header("location"), "/account?lang=fr");
    for page in PAGES {
        let own = server.get(page, &session);
        assert_eq!(own.status(), 200, "{page}: {}", own.0);
        assert_eq!(own.header("cache-control"), "private, no-store");
    }
    let own = server.get("/account", &session);
    for said in ["Ada Example", "ada@mfa.example", "Office", "administrator:"] {
        own.says(said);
    }
    // It is a page and no data.
    assert_eq!(server.get("/account.json", &session).status(), 404);
    assert_eq!(server.get("/account/export.json", &session).status(), 404);
}

#[test]
fn a_form_that_was_not_sent_from_our_page_in_this_session_does_nothing() {
    let accede = Accede::without_acts();
    let (server, session) = ada(&accede);
    let other = server.sign_in();
    let (own, others) = (
        server.get("/account", &session).form(),
        server.get("/account", &other).form(),
    );
    let head = accede.head();
    for (page, form) in FORMS {
        for code in [None, Some(""), Some("x"), Some(others.as_str())] {
            let mut form = form.to_vec();
            form.extend(code.map(|code| ("form", code)));
            let told = server.send(page, &session, &form);
            assert_eq!(told.status(), 403, "{page} {code:?}");
        }
        let mut form = form.to_vec();
        form.push(("form", &own));
        for elsewhere in [
            &[][..],
            &[("Origin", "http://evil.example")],
            &[("Sec-Fetch-Site", "cross-site")],
        ] {
            let mut headers = elsewhere.to_vec();
            headers.push(("Cookie", &session));
            let told = server.ask(page, &headers, Some(&form));
            assert_eq!(told.status(), 403, "{page} {elsewhere:?}");
        }
    }
    // What is sent for no deed of the page is sent by no page of ours.
    for page in ["/account/app", "/account/sessions"] {
        let told = server.does(page, &session, &[("do", "nothing")]);
        assert_eq!(told.status(), 403);
    }
    assert_eq!(accede.head(), head);
    let after = server.get("/account", &session);
    after.says("Ada Example");
    after.says("2 sessions");
    server.sign_in();
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
    let needs = [
        "/account/name",
        "/account/app",
        "/account/tokens/new",
        "/account/export",
        "/account/erase",
    ];
    for page in PAGES {
        let told = server.get(page, &session);
        let to = format!("/confirm?next={}", page.replace('/', "%2F"));
        let expected = if needs.contains(&page) {
            (303, to.as_str())
        } else {
            (200, "")
        };
        assert_eq!((told.status(), told.header("location")), expected, "{page}");
    }
    let head = accede.head();
    for (page, form) in FORMS {
        if needs.contains(&page) || page == "/account/app/add" {
            let told = server.does(page, &session, form);
            let to = format!("/confirm?next={}", page.replace('/', "%2F"));
            assert_eq!((told.status(), told.header("location")), (303, to.as_str()));
        }
    }
    assert_eq!(accede.head(), head);
    let page = server.get("/confirm?next=/about", &session);
    assert_eq!(page.status(), 200);
    page.says("name=\"next\" value=\"/about\"");
    let wrong = [("password", "not that one at all"), ("next", "/about")];
    let told = server.does("/confirm", &session, &wrong);
    assert_eq!(told.status(), 422);
    told.says("That is not right");
    told.says_nothing_of("not that one at all");
    let right = [("password", WORDS), ("next", "/account/name")];
    let forged = server.send("/confirm", &session, &right);
    assert_eq!(
        forged.status(),
        403,
        "without what forms of the session carry"
    );
    let mut new = session.clone();
    let back = follows(
        &server,
        &server.does("/confirm", &session, &right),
        &mut new,
    );
    back.says("value=\"ada@mfa.example\"");
    // The session has a new key, and the one before opens nothing.
    assert_ne!(new, session);
    assert_eq!(server.get("/account", &session).status(), 303);
    // Sign in once more elsewhere, a quarter of an hour later: no address of others is gone on to.
    drop(server);
    let server = Server::start_at(&accede, false, "2026-11-21T12:30:00Z");
    let elsewhere = [("password", WORDS), ("next", "//evil.example/")];
    let told = server.does("/confirm", &new, &elsewhere);
    assert_eq!(told.header("location"), "/");
}

#[test]
fn guessing_the_password_of_somebody_who_left_his_desk_is_slow() {
    let accede = Accede::without_acts();
    let (server, session) = ada(&accede);
    drop(server);
    let server = Server::start_at(&accede, false, LATER);
    let guess = [("password", "not that one at all"), ("next", "/")];
    let mut statuses = (0..30).map(|_| server.does("/confirm", &session, &guess).status());
    assert!(statuses.any(|status| status == 429));
    let told = server.does("/confirm", &session, &[("password", WORDS)]);
    assert_eq!(told.status(), 429, "not even with the right one");
    told.says("too many attempts");
}

#[test]
fn somebody_is_called_otherwise_and_the_record_gets_a_commitment_and_no_name() {
    let accede = Accede::without_acts();
    let (server, mut session) = ada(&accede);
    bea(&accede, &server, "office", "reader");
    for (form, field, told) in [
        (
            [("name", " "), ("email", "ada@new.example")],
            "name",
            "Give your name",
        ),
        (
            [("name", "Ada Newname"), ("email", "nobody")],
            "email",
            "Give an e-mail address",
        ),
        (
            [("name", "Ada Newname"), ("email", "BEA@mfa.example")],
            "email",
            "Somebody here has this address already",
        ),
    ] {
        let refused = server.does("/account/name", &session, &form);
        assert_eq!(refused.status(), 422);
        refused.says(&format!("id=\"{field}-wrong\" role=\"alert\">{told}"));
        refused.says(&format!("aria-describedby=\"{field}-wrong"));
        // What was typed stays in the fields.
        for (_, value) in form {
            refused.says(&format!("value=\"{}\"", value.trim()));
        }
    }
    let before = accede.head().0;
    let form = [("name", "Ada Newname"), ("email", "ada@new.example")];
    let told = server.does("/account/name", &session, &form);
    let page = follows(&server, &told, &mut session);
    page.says("Your name and address are changed");
    page.says("Ada Newname");
    assert_eq!(accede.head().0, before + 1, "one commitment");
    // The same again says nothing new.
    server.does("/account/name", &session, &form);
    assert_eq!(accede.head().0, before + 1);
    let record = std::fs::read(accede.data().join("ledger.sqlite")).unwrap();
    let record = String::from_utf8_lossy(&record).into_owned();
    assert!(!record.contains("Newname") && !record.contains("ada@"));
    assert_eq!(server.send("/sign-in", "", &ADA).status(), 422);
    server.sign_in_as(&[("email", "ada@new.example"), ("password", WORDS)]);
}

#[test]
fn pages_are_in_the_language_one_chose_whatever_the_browser_says() {
    let accede = Accede::without_acts();
    let (server, mut session) = ada(&accede);
    let english = [("Accept-Language", "en"), ("Cookie", session.as_str())];
    server.ask("/about", &english, None).says("lang=\"en\"");
    let odd = server.does("/account", &session, &[("language", "xx")]);
    assert_eq!(odd.status(), 422);
    odd.says("id=\"language-wrong\" role=\"alert\">Choose one of the languages");
    let told = server.does("/account?lang=en", &session, &[("language", "fr")]);
    follows(&server, &told, &mut session).says("Votre compte");
    let english = [("Accept-Language", "en"), ("Cookie", session.as_str())];
    server
        .ask("/about", &english, None)
        .says("<html lang=\"fr\"");
    server
        .ask("/nowhere", &english, None)
        .says("<html lang=\"fr\"");
    // What is asked for in so many words is given; and nobody else is spoken to so.
    server
        .get("/about?lang=en", &session)
        .says("<html lang=\"en\"");
    server.get("/about", "").says("<html lang=\"en\"");
}
