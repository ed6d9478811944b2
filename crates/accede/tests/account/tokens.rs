//! Tokens: made, used by a program, revoked.

use crate::common::Accede;
use crate::common::door::Server;
use crate::{ada, bea, follows};

/// The token that a page shows.
fn shown(page: &str) -> String {
    let at = page.find("accede_").unwrap();
    let rest = page[at..].chars();
    rest.take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
        .collect()
}

fn status(server: &Server, token: &str) -> u16 {
    let bearer = format!("Bearer {token}");
    let told = server.ask("/ledger.json", &[("Authorization", &bearer)], None);
    told.status()
}

fn entries(server: &Server, token: &str) -> usize {
    let bearer = format!("Bearer {token}");
    let told = server.ask("/ledger.json", &[("Authorization", &bearer)], None);
    assert_eq!(told.status(), 200, "{}", told.0);
    told.0.matches("is administrator in office").count()
}

#[test]
fn a_token_is_made_used_and_revoked() {
    let accede = Accede::without_acts();
    let (server, mut session) = ada(&accede);
    server
        .get("/account/tokens", &session)
        .says("You have no token");
    let right = [
        ("name", "statistics <1>"),
        ("team", "office"),
        ("read", "1"),
        ("days", "30"),
        ("sent", "1"),
    ];
    for (field, value, said) in [
        (
            "name",
            "\u{200b}",
            "name-wrong\" role=\"alert\">Say what it is for",
        ),
        (
            "team",
            "italy",
            "team-wrong\" role=\"alert\">Choose one of your teams",
        ),
        (
            "team",
            "no team!",
            "team-wrong\" role=\"alert\">Choose one of your teams",
        ),
        (
            "read",
            "",
            "scopes-wrong\" role=\"alert\">Choose at least one thing",
        ),
        (
            "days",
            "0",
            "days-wrong\" role=\"alert\">Give a number from 1 to 366",
        ),
        (
            "days",
            "367",
            "days-wrong\" role=\"alert\">Give a number from 1 to 366",
        ),
        (
            "days",
            "9223372036854775807",
            "days-wrong\" role=\"alert\">Give a number",
        ),
        (
            "days",
            "soon",
            "days-wrong\" role=\"alert\">Give a number from 1 to 366",
        ),
    ] {
        let form = right.map(|(name, was)| (name, if name == field { value } else { was }));
        let told = server.does("/account/tokens/new", &session, &form);
        assert_eq!(told.status(), 422, "{field} {value}");
        told.says(said);
        if field != "name" {
            told.says("value=\"statistics &#60;1&#62;\"");
        }
        told.says_nothing_of("accede_");
    }
    server
        .get("/account/tokens", &session)
        .says("You have no token");
    let made = server.does("/account/tokens/new", &session, &right);
    assert_eq!(made.status(), 200);
    assert_eq!(made.header("cache-control"), "private, no-store");
    let token = shown(&made.0);
    made.says(&format!("http://{}/ledger.json", server.address));
    // It sees what her team sees, and opens nothing of her account.
    assert_eq!(entries(&server, &token), 1);
    let bearer = format!("Bearer {token}");
    for page in ["/account", "/account/export", "/confirm"] {
        let told = server.ask(page, &[("Authorization", &bearer)], None);
        assert_eq!(told.status(), 303, "{page}");
    }
    let page = server.get("/account/tokens", &session);
    page.says("statistics");
    page.says("read page by page");
    page.says("21 December 2026");
    page.says_nothing_of(&token);
    let at = page.0.find("name=\"token\" value=\"").unwrap() + 20;
    let id = page.0[at..].split('"').next().unwrap().to_owned();
    // It is hers to revoke on this page, and nobody else's.
    let other = bea(&accede, &server, "office", "reader");
    server.does("/account/tokens", &other, &[("token", &id)]);
    assert_eq!(status(&server, &token), 200);
    for id in ["", "x", id.as_str(), id.as_str()] {
        let told = server.does("/account/tokens", &session, &[("token", id)]);
        follows(&server, &told, &mut session).says("The token is revoked");
    }
    assert_eq!(status(&server, &token), 401);
    server
        .get("/account/tokens", &session)
        .says("You have no token");
}
