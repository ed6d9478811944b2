//! Behind a proxy, and in front of none.

use std::net::{SocketAddr, UdpSocket};

use crate::common::Accede;
use crate::serving::{ADA, Serving, Told};

/// A wrong password for somebody, over TLS and from there.
fn wrong(serving: &Serving, who: usize, from: &str) -> Told {
    let headers = [("X-Forwarded-For", from), ("X-Forwarded-Proto", "https")];
    let email = format!("eve{who}@mfa.example");
    let form = [
        ("email", email.as_str()),
        ("password", "not that one at all"),
    ];
    serving.send("/sign-in", &headers, &form)
}

/// Guesses, each time for somebody else, until told to wait.
fn guess(serving: &Serving, from: &str) {
    let mut tries = 0..200;
    assert!(
        tries.any(|who| wrong(serving, who, from).status() == 429),
        "{from} is never told to wait"
    );
}

#[test]
fn behind_a_proxy_that_is_named_each_network_waits_for_itself() {
    let accede = Accede::new();
    let serving = Serving::new(&accede, &["--proxies", "127.0.0.1"], &[]);
    guess(&serving, "192.0.2.7");
    // Somebody else each time: what counts is the network, and not the account.
    let from = |from: &str| wrong(&serving, 1000, from).status();
    assert_eq!(from("192.0.2.99"), 429, "the same network");
    assert_eq!(from("198.51.100.7"), 422, "another one");
    // Whoever writes the header himself stands where the proxy says.
    assert_eq!(from("198.51.100.9, 192.0.2.8"), 429);
}

#[test]
fn without_a_proxy_that_is_named_nothing_is_believed() {
    let accede = Accede::new();
    let serving = Serving::new(&accede, &[], &[]);
    guess(&serving, "192.0.2.7");
    assert_eq!(
        wrong(&serving, 1000, "198.51.100.7").status(),
        429,
        "it came from here"
    );
    serving.says("name that in ACCEDE_PROXIES");
    let said = serving.said();
    assert_eq!(said.matches("ACCEDE_PROXIES").count(), 1, "once: {said}");
    let https = [("X-Forwarded-Proto", "https")];
    let page = serving.get("/feed.atom", &https);
    assert!(
        page.0.contains(&format!("http://{}/", serving.address)),
        "{}",
        page.0
    );
    assert_eq!(page.header("strict-transport-security"), "");
    serving.join(&https);
    let told = serving.send("/sign-in", &https, &ADA);
    assert!(!told.cookies().contains("__Host-"), "{}", told.0);
}

#[test]
fn over_tls_cookies_are_bound_and_browsers_are_told_to_stay() {
    let accede = Accede::new();
    for (env, header) in [
        ("host", "max-age=63072000"),
        ("subdomains", "max-age=63072000; includeSubDomains"),
        ("off", ""),
    ] {
        let env = [("ACCEDE_PROXIES", "127.0.0.0/8"), ("ACCEDE_HSTS", env)];
        let serving = Serving::new(&accede, &[], &env);
        let https = [("Forwarded", "for=192.0.2.7;proto=https")];
        for path in [
            "/",
            "/feed.atom",
            "/nowhere",
            "/treaties/CTBT",
            "/favicon.ico",
        ] {
            let told = serving.get(path, &https);
            assert_eq!(told.header("strict-transport-security"), header, "{path}");
            let plain = serving.get(path, &[("Forwarded", "for=192.0.2.7;proto=http")]);
            assert_eq!(plain.header("strict-transport-security"), "", "{path}");
        }
        let feed = serving.get("/feed.atom", &https);
        assert!(feed.0.contains(&format!("https://{}/", serving.address)));
        if env[1].1 != "host" {
            continue;
        }
        // A browser that says only where a form comes from.
        let own = format!("https://{}", serving.address);
        let own = [https[0], ("Origin", own.as_str())];
        let link = serving.first();
        let form = "name=Ada&email=ada%40mfa.example&password=the+cat+sat+on+the+roof";
        let kind = ("Content-Type", "application/x-www-form-urlencoded");
        let sent = [own[0], own[1], kind];
        let joined = serving.ask("POST", &link, &sent, form);
        assert_eq!(joined.status(), 303, "{}", joined.0);
        assert!(joined.0.contains("set-cookie: __Host-accede-device="));
        assert!(joined.0.contains("; Secure"), "{}", joined.0);
    }
}

#[test]
fn secrets_are_taken_over_tls_or_on_the_same_machine() {
    let accede = Accede::new();
    let serving = Serving::new(&accede, &["--proxies", "127.0.0.1"], &[]);
    serving.join(&[]);
    let plain = [
        ("X-Forwarded-For", "192.0.2.7"),
        ("X-Forwarded-Proto", "http"),
    ];
    for (told, what) in [
        (serving.get("/sign-in", &plain), "the page"),
        (serving.send("/sign-in", &plain, &ADA), "the form"),
        (serving.send("/sign-out", &plain, &[]), "leaving"),
        (
            serving.get(
                "/",
                &[plain[0], plain[1], ("Authorization", "Bearer accede_x")],
            ),
            "a token",
        ),
    ] {
        assert_eq!(told.status(), 403, "{what}: {}", told.0);
        assert!(
            told.0.contains("This connection is not encrypted"),
            "{what}"
        );
        assert_eq!(told.cookies(), "", "{what}");
    }
    assert_eq!(
        serving.get("/", &plain).status(),
        200,
        "pages are for anyone"
    );
    // A header that makes no sense makes nobody a neighbour.
    let muddle = [("X-Forwarded-For", "localhost")];
    assert_eq!(serving.send("/sign-in", &muddle, &ADA).status(), 403);
    assert_eq!(
        serving.send("/sign-in", &[], &ADA).status(),
        303,
        "on this machine"
    );
    let https = [plain[0], ("X-Forwarded-Proto", "https")];
    assert_eq!(serving.send("/sign-in", &https, &ADA).status(), 303);
    drop(serving);
    let env = [("ACCEDE_ALLOW_PLAIN_HTTP", "1")];
    let serving = Serving::new(&accede, &["--proxies", "127.0.0.1"], &env);
    assert_eq!(serving.send("/sign-in", &plain, &ADA).status(), 303);
}

/// An address of this machine that others reach it at, if it has one.
fn outer() -> Option<SocketAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    // Nothing is sent: the system only says from where it would be.
    socket.connect("192.0.2.1:9").ok()?;
    let here = socket.local_addr().ok()?;
    (!here.ip().is_loopback()).then_some(here)
}

#[test]
fn a_machine_that_others_reach_says_so_and_takes_no_passwords_from_them() {
    let accede = Accede::new();
    let mut serving = Serving::new(&accede, &["--listen", "0.0.0.0:0"], &[]);
    serving.says("nobody can sign in from another machine");
    let Some(outer) = outer() else {
        return crate::common::skipped("passwords from other machines", "a network address");
    };
    let port = serving.address.rsplit(':').next().unwrap();
    serving.address = format!("{}:{port}", outer.ip());
    assert_eq!(serving.get("/", &[]).status(), 200);
    assert_eq!(serving.get("/sign-in", &[]).status(), 403);
    drop(serving);
    let plain = ["--listen", "0.0.0.0:0", "--allow-plain-http"];
    let serving = Serving::new(&accede, &plain, &[]);
    serving.says("whoever is between reads them");
}

#[test]
fn what_is_no_setting_is_refused() {
    let accede = Accede::new();
    accede.fails(
        "serve --listen 127.0.0.1:0 --proxies localhost",
        2,
        &["`localhost` is no address", "127.0.0.1,10.0.0.0/8"],
    );
    accede.fails(
        "serve --listen 127.0.0.1:0 --hsts always",
        2,
        &["`always` is none of host, subdomains, off"],
    );
}
