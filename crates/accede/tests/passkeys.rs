//! Passkeys over HTTP: where they are offered, and what is refused before anything is looked at. How one
//! is made and used is tried in `browser/passkeys.rs`, and what holds of it in the room `people`.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use common::Accede;
use common::door::{Server, Told};
use serde_json::Value;

const OWN: (&str, &str) = ("Sec-Fetch-Site", "same-origin");
const ASKS: &str = "/sign-in/passkey/ask";

fn json(told: &Told) -> Value {
    assert_eq!(
        told.header("content-type"),
        "application/json",
        "{}",
        told.0
    );
    serde_json::from_str(told.0.split_once("\r\n\r\n").unwrap().1).unwrap()
}

#[test]
fn passkeys_are_for_the_public_address_and_else_for_this_machine_alone() {
    let accede = Accede::new();
    let mut server = Server::start(&accede, true);
    server.get("/sign-in", "").says_nothing_of("data-passkey");
    let told = server.send(ASKS, "", &[]);
    assert_eq!(told.status(), 422);
    assert!(
        json(&told)["told"]
            .as_str()
            .unwrap()
            .contains("public address")
    );
    server.address = server.address.replace("127.0.0.1", "localhost");
    server.get("/sign-in", "").says("data-passkey");
    assert_eq!(json(&server.send(ASKS, "", &[]))["rpId"], "localhost");
    drop(server);
    let server = Server::start_with(&accede, true, |command| {
        command.env("ACCEDE_ADDRESS", "https://accede.example");
    });
    let told = server.send(ASKS, "", &[]);
    assert_eq!(told.status(), 200, "{}", told.0);
    let asked = json(&told);
    assert_eq!(asked["rpId"], "accede.example");
    assert_eq!(asked["userVerification"], "required");
    assert_eq!(told.header("cache-control"), "private, no-store");
    told.says("set-cookie: __Host-accede-asked=");
    server.get("/sign-in", "").says("data-passkey");
}

#[test]
fn what_no_page_of_ours_sent_is_refused_and_what_is_no_passkey_too() {
    let accede = Accede::new();
    let server = Server::start_with(&accede, true, |command| {
        command.env("ACCEDE_ADDRESS", "http://localhost");
    });
    server.join(&server.first.clone().unwrap());
    let session = server.sign_in();
    let below = [
        ASKS,
        "/sign-in/passkey",
        "/confirm/passkey/ask",
        "/confirm/passkey",
        "/account/passkeys",
        "/account/passkeys/add/ask",
        "/account/passkeys/add",
    ];
    for path in below {
        for from in [
            &[][..],
            &[("Sec-Fetch-Site", "cross-site")],
            &[("Origin", "http://evil.example")],
        ] {
            let mut headers = from.to_vec();
            headers.push(("Cookie", &session));
            assert_eq!(
                server.ask(path, &headers, Some(&[])).status(),
                403,
                "{path}"
            );
        }
        if path.starts_with("/sign-in") {
            continue;
        }
        let forged = server.send(path, &session, &[("form", "x")]);
        assert_eq!(forged.status(), 403, "{path}");
        let stranger = server.send(path, "", &[("form", "x")]);
        assert_eq!(stranger.status(), 303, "{path}");
        assert!(stranger.header("location").starts_with("/sign-in?next="));
    }
    let huge = "A".repeat(20_000);
    for path in ["/sign-in/passkey", "/account/passkeys/add"] {
        let fields = [("client", huge.as_str())];
        assert_eq!(server.does(path, &session, &fields).status(), 413, "{path}");
    }
    // Nested deep, cut off, empty, no base 64: told in words, and nobody is in.
    let deep = "gYGBgYGBgYGBgYGBgYGB";
    for bytes in ["", "!", "AAAA", deep, &huge[..2000]] {
        let parts = ["id", "client", "data", "signature", "holder", "attestation"];
        let mut fields: Vec<_> = parts.map(|part| (part, bytes)).to_vec();
        fields.push(("name", "x"));
        for path in [
            "/sign-in/passkey",
            "/confirm/passkey",
            "/account/passkeys/add",
        ] {
            let told = server.does(path, &session, &fields);
            assert_eq!(told.status(), 422, "{path}: {}", told.0);
            assert!(json(&told)["told"].is_string());
            told.says_nothing_of("accede-session=");
        }
    }
    let page = server.get("/account/passkeys", &session);
    page.says("You have no passkey yet.");
    let gone = server.does(
        "/account/passkeys",
        &session,
        &[("do", "remove"), ("id", "x")],
    );
    assert_eq!(gone.status(), 422);
    gone.says("There is no such passkey any more.");
    assert_eq!(server.ask("/sign-in/passkey", &[OWN], None).status(), 405);
}
