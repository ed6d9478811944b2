//! Whatever is asked and however, the answer has the headers that keep it from doing harm.

use crate::routes::routes;
use crate::site::{Answer, Site, cookie};

const METHODS: [&str; 9] = [
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND",
];

/// What every answer has to have.
#[track_caller]
fn is_guarded(what: &str, answer: &Answer) {
    assert!(answer.status < 500, "{what}: {}", answer.status);
    let policy = answer.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'"), "{what}: {policy}");
    assert!(policy.contains("frame-ancestors 'none'"), "{what}");
    assert!(
        !policy.contains("unsafe-inline") || policy.contains("sandbox"),
        "{what}"
    );
    assert!(
        !policy.contains("unsafe-eval") && !policy.contains('*'),
        "{what}"
    );
    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(answer.header("x-frame-options"), "DENY", "{what}");
    let opener = answer.header("cross-origin-opener-policy");
    assert_eq!(opener, "same-origin", "{what}");
    let permissions = answer.header("permissions-policy");
    assert!(permissions.contains("camera=()"), "{what}");
    let referrer = answer.header("referrer-policy");
    assert!(
        ["no-referrer", "same-origin"].contains(&referrer),
        "{what}: {referrer}"
    );
    let resource = answer.header("cross-origin-resource-policy");
    let open = answer.headers.contains_key("access-control-allow-origin");
    assert_eq!(
        resource,
        if open { "cross-origin" } else { "same-origin" },
        "{what}"
    );
    let with = "access-control-allow-credentials";
    assert!(!answer.headers.contains_key(with), "{what}");
    assert_eq!(answer.header("server"), "", "{what}");
    if answer.status == 405 {
        assert!(!answer.header("allow").is_empty(), "{what}");
    }
}

/// What is for one reader is for him alone.
#[track_caller]
fn is_private(what: &str, answer: &Answer) {
    is_guarded(what, answer);
    assert_eq!(
        answer.header("cache-control"),
        "private, no-store",
        "{what}"
    );
    let resource = answer.header("cross-origin-resource-policy");
    assert_eq!(resource, "same-origin", "{what}");
    assert_eq!(answer.header("etag"), "", "{what}");
}

#[test]
fn every_route_and_method_is_answered_with_them() {
    let site = Site::new();
    let own = cookie(&site.sign_in().unwrap());
    let own = [("cookie", own.as_str())];
    for route in routes() {
        let path = route.example();
        for method in METHODS {
            let answer = site.ask(method, &path, &[], &[]);
            is_guarded(&format!("{method} {path}"), &answer);
            let known = method == "OPTIONS" || route.methods.contains(method);
            assert_eq!(
                answer.status == 405,
                !known,
                "{method} {path}: {}",
                answer.status
            );
            // Of what went wrong, the server of HTTP leaves the text out.
            if method == "HEAD" && answer.status == 200 {
                assert_eq!(answer.text, "", "{path}");
            }
        }
        if path.starts_with("/static/") || path == "/favicon.ico" {
            continue;
        }
        is_private(&path, &site.ask("GET", &path, &own, &[]));
        for form in [".json", ".csv", ".svg", ".atom", ".ics", ".nosuch"] {
            let path = format!("{path}{form}");
            is_guarded(&path, &site.ask("GET", &path, &[], &[]));
        }
        let json = format!("{path}.json");
        is_private(&json, &site.ask("GET", &json, &own, &[]));
    }
}

#[test]
fn so_is_whatever_goes_wrong() {
    let site = Site::new();
    let tag = site.ask("GET", "/treaties/ccm", &[], &[]);
    let tag = tag.header("etag").to_owned();
    let form = ("content-type", "application/x-www-form-urlencoded");
    let same = ("sec-fetch-site", "same-origin");
    let much = vec![b'x'; 100_000];
    for (status, what, answer) in [
        (
            304,
            "known",
            site.ask("GET", "/treaties/ccm", &[("if-none-match", &tag)], &[]),
        ),
        (308, "moved", site.ask("GET", "/treaties/CTBT", &[], &[])),
        (
            303,
            "for those inside",
            site.ask("GET", "/account", &[], &[]),
        ),
        (404, "nowhere", site.ask("GET", "/no/such/page", &[], &[])),
        (
            404,
            "no file",
            site.ask("GET", "/static/none.css", &[], &[]),
        ),
        (400, "no text", site.ask("GET", "/states/%FF", &[], &[])),
        (
            400,
            "no parameter",
            site.ask("GET", "/matrix?x=1", &[], &[]),
        ),
        (
            414,
            "long",
            site.ask(
                "GET",
                &format!("/matrix?on={}", "9".repeat(20_000)),
                &[],
                &[],
            ),
        ),
        (
            401,
            "a token",
            site.ask("GET", "/matrix.json", &[("authorization", "Bearer x")], &[]),
        ),
        (403, "forged", site.ask("POST", "/sign-in", &[form], b"a=b")),
        (
            413,
            "large",
            site.ask("POST", "/sign-in", &[form, same], &much),
        ),
        (
            415,
            "no form",
            site.ask("POST", "/sign-in", &[same], b"a=b"),
        ),
        (
            422,
            "wrong",
            site.ask("POST", "/sign-in", &[form, same], b"email=x&password=y"),
        ),
    ] {
        is_guarded(what, &answer);
        assert_eq!(answer.status, status, "{what}: {}", answer.text);
    }
    let token = site.ask("GET", "/matrix.json", &[("authorization", "Bearer x")], &[]);
    let how = token.header("www-authenticate");
    assert!(how.starts_with("Bearer"), "{how}");
    // Over TLS, every one of them tells the browser to stay there.
    let https = [
        ("x-forwarded-for", "192.0.2.7"),
        ("x-forwarded-proto", "https"),
    ];
    for path in [
        "/",
        "/treaties/CTBT",
        "/no/such/page",
        "/account",
        "/static/none.css",
    ] {
        let answer = site.ask_from([10, 0, 0, 1], "GET", path, &https, &[]);
        is_guarded(path, &answer);
        let stay = answer.header("strict-transport-security");
        assert_eq!(stay, "max-age=63072000", "{path}");
    }
}
