//! Passwords, apps, recovery codes, sessions: by what one signs in, and where one is signed in.

use crate::common::door::{ADA, Server, Told};
use crate::common::{Accede, code};
use crate::{WORDS, ada, follows};

const NEW: &str = "rain falls on Lake Leman";

/// What stands in the first `<code>` of a page after a mark.
fn coded(told: &Told, mark: &str) -> String {
    let at = told.0.find(mark).unwrap();
    let rest = &told.0[at..];
    let from = rest.find("<code").unwrap();
    let from = from + rest[from..].find('>').unwrap() + 1;
    rest[from..].split('<').next().unwrap().to_owned()
}

/// The recovery codes of a page.
fn recovery(told: &Told) -> Vec<String> {
    let list = told.0.split("class=\"codes\"").nth(1).unwrap();
    let list = list.split("</ol>").next().unwrap();
    let codes = list.split("<code>").skip(1);
    codes
        .map(|rest| rest.split('<').next().unwrap().to_owned())
        .collect()
}

/// Signs in with a code beside the password; gives how it ended.
fn with_code(server: &Server, code: &str) -> Told {
    let told = server.send("/sign-in", "", &ADA);
    assert_eq!(told.header("location"), "/sign-in/code");
    let halfway = told.cookie("accede-session");
    // Halfway is not in.
    assert_eq!(server.get("/account", &halfway).status(), 303);
    server.send("/sign-in/code", &halfway, &[("code", code)])
}

#[test]
fn a_new_password_needs_the_present_one_and_ends_the_other_sessions() {
    let accede = Accede::without_acts();
    let (server, mut session) = ada(&accede);
    let other = server.sign_in();
    for (present, new, again, field, said) in [
        (
            "wrong wrong wrong",
            NEW,
            NEW,
            "password",
            "The present password",
        ),
        (
            WORDS,
            NEW,
            "rain falls on lake",
            "again",
            "These two are not the same",
        ),
        (WORDS, "short", "short", "new", "This password is too easy"),
        (
            WORDS,
            "password1234",
            "password1234",
            "new",
            "This password is too easy",
        ),
    ] {
        let form = [("password", present), ("new", new), ("again", again)];
        let told = server.does("/account/password", &session, &form);
        assert_eq!(told.status(), 422);
        told.says(&format!("id=\"{field}-wrong\" role=\"alert\">{said}"));
        for secret in [present, NEW, again] {
            told.says_nothing_of(&format!("value=\"{secret}\""));
        }
    }
    let form = [("password", WORDS), ("new", NEW), ("again", NEW)];
    let told = server.does("/account/password", &session, &form);
    let page = follows(&server, &told, &mut session);
    page.says("Your password is changed. Everywhere else you are signed out.");
    assert_eq!(server.get("/account", &other).status(), 303);
    assert_eq!(server.send("/sign-in", "", &ADA).status(), 422);
    server.sign_in_as(&[("email", ADA[1].1), ("password", NEW)]);
}

#[test]
fn an_app_is_added_used_given_new_codes_and_removed() {
    let accede = Accede::without_acts();
    let (server, mut session) = ada(&accede);
    // Nothing was begun: there is nothing to show.
    let told = server.get("/account/app/add", &session);
    assert_eq!(told.header("location"), "/account/app");
    let told = server.does("/account/app", &session, &[("do", "codes")]);
    assert_eq!(told.header("location"), "/account/app", "there is no app");
    let told = server.does("/account/app", &session, &[("do", "begin")]);
    let page = follows(&server, &told, &mut session);
    let key = coded(&page, "class=\"secret\"");
    let plain = key.replace(' ', "");
    page.says(&format!(
        "otpauth://totp/Accede%20{}",
        server.address.replace(':', "%3A")
    ));
    page.says(&format!("secret={plain}"));
    page.says("<svg class=\"qr\"");
    // The same is shown when the page is opened again.
    assert_eq!(
        coded(
            &server.get("/account/app/add", &session),
            "class=\"secret\""
        ),
        key
    );
    let wrong = server.does("/account/app/add", &session, &[("code", "000000")]);
    assert_eq!(wrong.status(), 422);
    wrong.says("id=\"code-wrong\" role=\"alert\">That is not the code of this moment");
    assert_eq!(coded(&wrong, "class=\"secret\""), key);
    server.sign_in();
    let first = code(&key, -30);
    let told = server.does("/account/app/add", &session, &[("code", &first)]);
    assert_eq!(told.status(), 200);
    let codes = recovery(&told);
    assert_eq!(codes.len(), 10);
    session = told.cookie("accede-session");
    // A form of this very answer belongs to the session as it is now.
    let form = told.form();
    let out = server.send("/account", &session, &[("language", "en"), ("form", &form)]);
    assert_eq!(out.status(), 303);
    server
        .get("/account", &session)
        .says("10 recovery codes are left");
    // The codes are shown once.
    for page in [
        "/account",
        "/account/app",
        "/account/data",
        "/account/export",
    ] {
        let told = server.get(page, &session);
        for secret in [&codes[0], &plain, &key] {
            told.says_nothing_of(secret);
        }
    }
    // Signing in asks for a code now; the one that proved the app is used up.
    assert_eq!(with_code(&server, &first).status(), 422);
    let told = with_code(&server, &code(&key, 0));
    assert_eq!(told.status(), 303);
    // A recovery code holds once.
    assert_eq!(with_code(&server, &codes[4]).status(), 303);
    assert_eq!(with_code(&server, &codes[4]).status(), 422);
    server
        .get("/account", &session)
        .says("9 recovery codes are left");
    // New ones end those before.
    let told = server.does("/account/app", &session, &[("do", "codes")]);
    assert_eq!(told.status(), 200);
    session = told.cookie("accede-session");
    let new = recovery(&told);
    assert_eq!(with_code(&server, &codes[5]).status(), 422);
    assert_eq!(with_code(&server, &new[5]).status(), 303);
    // Another password needs a code beside the present one.
    let mut form = vec![("password", WORDS), ("new", NEW), ("again", NEW)];
    let refused = server.does("/account/password", &session, &form);
    assert_eq!(refused.status(), 422);
    refused.says("name=\"code\"");
    form.push(("code", &new[6]));
    let told = server.does("/account/password", &session, &form);
    follows(&server, &told, &mut session).says("Your password is changed");
    // It is removed, and the password alone is enough.
    let told = server.does("/account/app", &session, &[("do", "remove")]);
    follows(&server, &told, &mut session).says("The app and the recovery codes are removed");
    server.sign_in_as(&[("email", ADA[1].1), ("password", NEW)]);
}

#[test]
fn sessions_are_seen_and_ended_one_by_one_elsewhere_and_everywhere() {
    let accede = Accede::without_acts();
    let (server, mut session) = ada(&accede);
    let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    let headers = [("Sec-Fetch-Site", "same-origin"), ("User-Agent", agent)];
    let other = server
        .ask("/sign-in", &headers, Some(&ADA))
        .cookie("accede-session");
    let page = server.get("/account/sessions", &session);
    page.says("Firefox on Linux");
    page.says("this one");
    assert_eq!(
        page.0.matches("name=\"session\"").count(),
        1,
        "only the other one"
    );
    let at = page.0.find("name=\"session\" value=\"").unwrap() + 22;
    let name = page.0[at..].split('"').next().unwrap().to_owned();
    server.get("/account", &other).says("Ada Example");
    // A name that is none is over already.
    for named in ["x", "", name.as_str(), name.as_str()] {
        let form = [("do", "end"), ("session", named)];
        let told = server.does("/account/sessions", &session, &form);
        follows(&server, &told, &mut session).says("That session is ended");
    }
    assert_eq!(server.get("/account", &other).status(), 303);
    let (second, third) = (server.sign_in(), server.sign_in());
    let told = server.does("/account/sessions", &session, &[("do", "others")]);
    let before = session.clone();
    follows(&server, &told, &mut session).says("Everywhere else you are signed out");
    for over in [&second, &third, &before] {
        assert_eq!(server.get("/account", over).status(), 303);
    }
    let last = server.sign_in();
    let told = server.does("/account/sessions", &session, &[("do", "all")]);
    assert_eq!(told.header("location"), "/sign-in?done=everywhere");
    told.says("accede-session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    for over in [&session, &last] {
        assert_eq!(server.get("/account", over).status(), 303);
    }
    let page = server.get("/sign-in?done=everywhere", "");
    page.says("You are signed out everywhere");
}

/// Nobody ends the session of somebody else by its name.
#[test]
fn the_sessions_of_others_are_none_of_ones_own() {
    let accede = Accede::without_acts();
    let (server, session) = ada(&accede);
    let bea = crate::bea(&accede, &server, "office", "administrator");
    server
        .get("/account/sessions", &bea)
        .says_nothing_of("name=\"session\"");
    let second = server.sign_in();
    let page = server.get("/account/sessions", &session);
    let at = page.0.find("name=\"session\" value=\"").unwrap() + 22;
    let name = page.0[at..].split('"').next().unwrap().to_owned();
    server.does(
        "/account/sessions",
        &bea,
        &[("do", "end"), ("session", &name)],
    );
    server.get("/account", &second).says("Ada Example");
}

#[test]
fn who_forgot_his_password_chooses_another_by_a_link_once() {
    let accede = Accede::without_acts();
    let (server, session) = ada(&accede);
    let told = accede.ok("user reset ada@mfa.example");
    let at = told.find("/reset/").unwrap();
    let link = told[at..].split_whitespace().next().unwrap().to_owned();
    let page = server.get(&link, "");
    assert_eq!(page.header("cache-control"), "private, no-store");
    assert_eq!(page.header("referrer-policy"), "same-origin");
    page.says("ada@mfa.example");
    for (new, again, field, said) in [
        (NEW, "rain falls", "again", "These two are not the same"),
        (
            "password1234",
            "password1234",
            "new",
            "This password is too easy",
        ),
    ] {
        let told = server.send(&link, "", &[("new", new), ("again", again)]);
        assert_eq!(told.status(), 422);
        told.says(&format!("id=\"{field}-wrong\" role=\"alert\">{said}"));
        told.says_nothing_of(&format!("value=\"{new}\""));
    }
    let form = [("new", NEW), ("again", NEW)];
    for elsewhere in [&[][..], &[("Sec-Fetch-Site", "cross-site")]] {
        assert_eq!(server.ask(&link, elsewhere, Some(&form)).status(), 403);
    }
    server.get("/account", &session).says("Ada Example");
    let told = server.send(&link, "", &form);
    assert_eq!(told.header("location"), "/sign-in?done=reset");
    told.cookie("accede-device");
    server
        .get("/sign-in?done=reset", "")
        .says("Your new password holds");
    // It is used up, whoever was signed in is out, and the old password opens nothing.
    assert_eq!(server.get(&link, "").status(), 404);
    assert_eq!(server.send(&link, "", &form).status(), 404);
    assert_eq!(server.get("/account", &session).status(), 303);
    assert_eq!(server.send("/sign-in", "", &ADA).status(), 422);
    server.sign_in_as(&[("email", ADA[1].1), ("password", NEW)]);
    for no_link in ["/reset/x", "/reset/", "/reset/%00"] {
        let status = server.get(no_link, "").status();
        assert!((400..500).contains(&status), "{no_link}: {status}");
    }
}

#[test]
fn a_password_alone_shows_nothing_of_teams_where_more_is_asked_for() {
    let accede = Accede::without_acts();
    let asking = |command: &mut std::process::Command| {
        command.env("ACCEDE_SECOND_PROOF", "required");
    };
    let server = Server::start_with(&accede, true, asking);
    server.join(&server.first.clone().unwrap());
    let session = server.sign_in();
    let held_back = "You signed in by a password alone";
    server.get("/", &session).says(held_back);
    // Neither the team nor that there is one.
    let team = server.get("/team/office", &session);
    let nowhere = server.get("/team/nowhere", &session);
    let form = server.get("/approaches/new", &session);
    for told in [team, nowhere, form, server.get("/teams", &session)] {
        assert_eq!((told.status(), told.header("location")), (303, "/account"));
    }
    assert_eq!(server.get("/account", &session).status(), 200);
    let form = [
        ("team", "office"),
        ("name", "a program"),
        ("scope", "read"),
        ("days", "30"),
    ];
    let told = server.does("/account/tokens/new", &session, &form);
    assert_eq!(told.status(), 422, "no token of a team one does not see");
    let told = server.does("/account/app", &session, &[("do", "begin")]);
    let mut session = session;
    let page = follows(&server, &told, &mut session);
    let key = coded(&page, "class=\"secret\"");
    let first = code(&key, -30);
    let told = server.does("/account/app/add", &session, &[("code", &first)]);
    let session = told.cookie("accede-session");
    server.get("/", &session).says_nothing_of(held_back);
    assert_eq!(server.get("/team/office", &session).status(), 200);
    let told = with_code(&server, &code(&key, 0));
    let session = told.cookie("accede-session");
    assert_eq!(server.get("/team/office", &session).status(), 200);
}

#[test]
fn who_signs_in_again_leaves_the_session_he_had() {
    let accede = Accede::without_acts();
    let (server, session) = ada(&accede);
    let told = server.send("/sign-in", &session, &ADA);
    let new = told.cookie("accede-session");
    assert_ne!(new, session);
    assert_eq!(server.get("/account", &new).status(), 200);
    assert_eq!(server.get("/account", &session).status(), 303);
}
