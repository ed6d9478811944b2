//! What cannot be answered is answered with a page that says what was expected; never with a 500.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::sync::Arc;

use axum::http::{Method, StatusCode};
use jiff::Timestamp;
use jiff::civil::Date;
use ledger::Body;
use ledger::body::TreatyFile;
use scraper::Html;
use treaty::participant::Status;
use treaty::{Act, Kind, Names, Participant, Source};
use web::{App, NoWorld, Worlds};
use world::{Viewer, World};

use common::{Fixed, ask, entry, get, reached_at, shipped};

#[tokio::test]
async fn what_is_near_is_offered() {
    for (address, says, near) in [
        (
            "/treaties/ctpt",
            "No treaty here is called “ctpt”",
            "/treaties/ctbt",
        ),
        (
            "/states/Itly",
            "No State or other participant here is called “Itly”",
            "/states/ITA",
        ),
        ("/treaties/ccm/Itly", "“Itly”", "/states/ITA"),
    ] {
        let answer = get(shipped(), address).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert!(answer.text.contains(says), "{address}: {}", answer.text);
        assert!(
            answer.text.contains(&format!("href=\"{near}")),
            "{address} offers {near}"
        );
        assert!(answer.header("etag").is_empty());
    }
}

#[tokio::test]
async fn programs_get_a_problem_document() {
    for (address, status, slug) in [
        ("/treaties/ctpt.json", 404, "no-such-treaty"),
        ("/states/Atlantis.json", 404, "no-such-state"),
        ("/ledger/999999.json", 404, "no-such-entry"),
        ("/ledger/none.json", 404, "no-such-entry"),
        ("/nowhere.json", 404, "no-such-page"),
        ("/about.json", 404, "no-such-form"),
        ("/treaties/ccm/counts/heads.json", 404, "no-such-count"),
        ("/treaties/ctbt.json?on=2023-02-31", 400, "bad-value"),
        (
            "/treaties/ctbt.json?om=2023-02-01",
            400,
            "unknown-parameter",
        ),
        (
            "/treaties/ctbt.json?on=2023-02-01&on=2024-01-01",
            400,
            "given-twice",
        ),
        (
            "/changes.json?from=2023-02-01&to=2022-01-01",
            400,
            "backwards",
        ),
        ("/matrix.json?on=%FF", 400, "bad-encoding"),
        ("/treaties/ctbt.json?view=globe", 400, "bad-value"),
        ("/treaties/ctpt/map.svg", 404, "no-such-treaty"),
        ("/treaties/ccm/map.atom", 404, "no-such-form"),
        ("/treaties/ccm/tenures.csv", 404, "no-such-form"),
        (
            "/treaties/ccm/curve.json?group=EU",
            400,
            "unknown-parameter",
        ),
        ("/curves.json?treaties=ccm,ctpt", 404, "no-such-treaty"),
        ("/curves.json?treaties=ccm&by=decade", 400, "bad-value"),
        ("/curves.json?treaties=ccm&count=heads", 400, "bad-value"),
        (
            "/curves.json?treaties=ccm,apmbc,att,tpnw,npt,bwc,cwc",
            400,
            "bad-value",
        ),
        (
            "/treaties/ctbt/force.json?without=Atlantis",
            404,
            "no-such-state",
        ),
        ("/treaties/ctbt.json?known=2001-01-01", 404, "nothing-known"),
    ] {
        let answer = get(shipped(), address).await;
        assert_eq!(answer.status.as_u16(), status, "{address}: {}", answer.text);
        assert_eq!(
            answer.header("content-type"),
            "application/problem+json",
            "{address}"
        );
        let problem = answer.json();
        assert_eq!(problem["status"], status);
        assert_eq!(problem["type"], format!("/api#problem-{slug}"));
        assert!(
            !problem["detail"].as_str().unwrap().is_empty() && problem["title"].is_string()
        );
    }
    let near = get(shipped(), "/treaties/ctpt.json").await.json();
    assert_eq!(near["near"][0], "/treaties/ctbt");
}

#[tokio::test]
async fn other_names_lead_to_the_address() {
    for (address, target) in [
        ("/treaties/XXVI-4", "/treaties/ctbt"),
        (
            "/treaties/CTBT?on=2020-01-01",
            "/treaties/ctbt?on=2020-01-01",
        ),
        ("/states/italy", "/states/ITA"),
        ("/states/ita.json", "/states/ITA.json"),
        ("/states/C%C3%B4te%20d%27Ivoire", "/states/CIV"),
        ("/treaties/ccm/Italia", "/states/ITA/ccm"),
        ("/states?named=Italie&lang=fr", "/states/ITA?lang=fr"),
    ] {
        let answer = get(shipped(), address).await;
        assert_eq!(
            answer.status,
            StatusCode::PERMANENT_REDIRECT,
            "{address}: {}",
            answer.text
        );
        assert_eq!(answer.header("location"), target, "{address}");
        assert_eq!(
            get(shipped(), target).await.status,
            StatusCode::OK,
            "{target}"
        );
    }
}

/// Whatever a stranger sends, the answer is a page below 500, and a well-formed one.
#[tokio::test]
async fn no_address_brings_the_pages_down() {
    let long = "9".repeat(5_000);
    let many = "if=USA&".repeat(580);
    let hostile = [
        format!("/?on={long}"),
        format!("/treaties/{long}"),
        format!("/states/{long}"),
        format!("/treaties/ctbt/force?{many}"),
        "/treaties/ctbt/force?if=XXX".to_owned(),
        "/treaties/ctbt/force?if=USA=1999".to_owned(),
        "/treaties/ctbt/force?if=USA=2200-12-31&when=1850-01-01".to_owned(),
        "/treaties/%FF%FE".to_owned(),
        "/states/%00".to_owned(),
        "/states/%252e%252e".to_owned(),
        "/treaties/..%2f..%2fetc".to_owned(),
        "/ledger/18446744073709551615".to_owned(),
        "/ledger/18446744073709551616".to_owned(),
        "/ledger/0".to_owned(),
        "/ledger/-1".to_owned(),
        "/ledger?before=0".to_owned(),
        "/ledger?before=18446744073709551615".to_owned(),
        "/ledger?before=NaN".to_owned(),
        "/matrix?on=0000-00-00".to_owned(),
        "/matrix?on=2200-12-31".to_owned(),
        "/matrix?on=1850-01-01".to_owned(),
        "/matrix?on=9999-12-31".to_owned(),
        "/matrix?on=-009999-01-01".to_owned(),
        "/matrix?group='%20OR%201=1".to_owned(),
        "/matrix?sort=%3Cscript%3E".to_owned(),
        "/treaties/ctbt?view=%3Cscript%3E".to_owned(),
        "/treaties/ctbt/map.svg?on=1850-01-01".to_owned(),
        "/treaties/ctbt/curve.svg?on=2200-12-31".to_owned(),
        "/treaties/ctbt/curve?on=1850-01-01".to_owned(),
        format!("/curves?treaties={}", "ccm,".repeat(900)),
        "/curves?treaties=,,,&by=".to_owned(),
        "/curves.svg".to_owned(),
        "/treaties/ctbt/force?without=Atlantis".to_owned(),
        "/matrix?known=9999-12-30T22:00:00Z".to_owned(),
        "/matrix?known=-009999-01-01T00:00:00Z".to_owned(),
        "/?lang=xx".to_owned(),
        "/?lang=en%0d%0aSet-Cookie:x".to_owned(),
        "/?=&&==&%".to_owned(),
        "/changes?from=1850-01-01&to=2200-12-31".to_owned(),
        "/changes?from=".to_owned(),
        "/findings?severity=<b>"
            .replace('<', "%3C")
            .replace('>', "%3E"),
        "/treaties/ctbt.csv.json.csv".to_owned(),
        "/.json".to_owned(),
        "/.csv".to_owned(),
        "//".to_owned(),
        "/static/../src/lib.rs".to_owned(),
        "/static/%2e%2e%2fCargo.toml".to_owned(),
        // Overlong and cut UTF-8, surrogates, nulls, other encodings.
        "/states/%C0%AF%C0%AE".to_owned(),
        "/states?named=%ED%A0%80".to_owned(),
        "/states?named=%F5%80%80%80".to_owned(),
        "/states?named=It%E1lia".to_owned(),
        "/matrix?group=%00".to_owned(),
        "/matrix?%00=1".to_owned(),
        "/states?named=%E2%80%AE%F0%9F%92%A3".to_owned(),
        // More parameters than anybody has, and the same one again and again.
        format!("/matrix?{}", "a=1&".repeat(10_000)),
        format!("/matrix?{}", "on=2020-01-01&".repeat(200)),
        format!("/matrix?{}=1", "x".repeat(4_000)),
        // Out of the tables, and out of the folder.
        "/data/..%2f..%2fledger.sqlite".to_owned(),
        "/data/ledger.sqlite".to_owned(),
        "/data/acts;drop%20table%20acts.csv".to_owned(),
        "/data/sqlite_master.csv".to_owned(),
        "/data/acts.json".to_owned(),
        "/data/accede.sqlite.csv".to_owned(),
        "/data/accede.sqlite?on=9999-99-99".to_owned(),
        "/states?limit=99999999999999999999".to_owned(),
        "/states?limit=1e3".to_owned(),
        "/states?after=-0".to_owned(),
    ];
    for address in hostile {
        let answer = get(shipped(), &address).await;
        assert!(answer.status.as_u16() < 500, "{address}: {}", answer.status);
        if answer.header("content-type").starts_with("text/html") {
            let html = Html::parse_document(&answer.text);
            assert!(html.errors.is_empty(), "{address}: {:?}", html.errors);
        }
        assert!(answer.headers.get("set-cookie").is_none());
    }
}

#[tokio::test]
async fn nothing_can_be_sent() {
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
        for address in ["/treaties/ctbt", "/treaties/ctbt.json"] {
            let answer = ask(shipped(), method.clone(), address, &[]).await;
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
            assert_eq!(answer.header("allow"), "GET, HEAD, OPTIONS");
        }
    }
    let head = ask(shipped(), Method::HEAD, "/treaties/ctbt", &[]).await;
    assert_eq!((head.status, head.text.as_str()), (StatusCode::OK, ""));
}

/// A record that tries to speak HTML. The State and the treaty are invented.
#[tokio::test]
async fn what_the_record_says_is_text_and_never_markup() {
    let evil = "<script>alert(1)</script>\"'&";
    let law =
        "id = \"evil\"\nshort = \"EVIL\"\n\n[title]\nen = '''<img src=x onerror=alert(1)>'''\n";
    let mut source = Source::cited(evil);
    source.url = Some("javascript:alert(1)".to_owned());
    source.place = Some(evil.to_owned());
    let mut act = Act::new(
        "evil".parse().unwrap(),
        "XAA".parse().unwrap(),
        Kind::Accession,
        "2020-01-01".parse().unwrap(),
    );
    act.text = Some(evil.to_owned());
    act.depositary = Some(evil.to_owned());
    let participant = Participant {
        id: "XAA".parse().unwrap(),
        status: Status::State,
        names: Names::english(evil),
        aliases: Vec::new(),
        m49: None,
        iso2: None,
        from: None,
        until: None,
        successors: Vec::new(),
        un_member_since: None,
    };
    let treaty = "evil".parse().unwrap();
    let entries = vec![
        entry(
            1,
            source.clone(),
            Body::Treaty(TreatyFile {
                treaty,
                text: law.to_owned(),
            }),
        ),
        entry(2, source.clone(), Body::Participant(participant)),
        entry(3, source, Body::Act(act)),
    ];
    let app = App::new(Arc::new(Fixed::new(entries)));
    for address in [
        "/",
        "/treaties",
        "/treaties/evil",
        "/treaties/evil?view=table",
        "/treaties/evil/acts",
        "/treaties/evil/force",
        "/treaties/evil/map",
        "/treaties/evil/map.svg",
        "/treaties/evil/tiles.svg",
        "/treaties/evil/curve",
        "/treaties/evil/curve.svg",
        "/treaties/evil/groups",
        "/curves?treaties=evil",
        "/curves.svg?treaties=evil",
        "/matrix.svg",
        "/states/XAA/evil",
        "/treaties/evil/counts/consents",
        "/states",
        "/states/XAA",
        "/matrix",
        "/changes?from=2019-01-01&to=2021-01-01",
        "/findings",
        "/uncertain",
        "/ledger",
        "/ledger/1",
        "/ledger/2",
        "/ledger/3",
        "/states/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    ] {
        let answer = get(web::router(app.clone()), address).await;
        assert!(answer.status.as_u16() < 500, "{address}: {}", answer.text);
        assert!(!answer.text.contains("<script>"), "{address}");
        assert!(!answer.text.contains("<img"), "{address}");
        assert!(!answer.text.contains("href=\"javascript:"), "{address}");
        if answer.header("content-type").starts_with("text/html") {
            let html = Html::parse_document(&answer.text);
            assert!(html.errors.is_empty(), "{address}: {:?}", html.errors);
        }
    }
}

/// A ledger that cannot be read, and a program that fails while it answers.
struct Broken;

impl Worlds for Broken {
    fn now(&self, _: &Viewer) -> Arc<World> {
        Arc::new(World::fold(&[], &Viewer::public(), Timestamp::UNIX_EPOCH))
    }

    fn at_hand(&self, viewer: &Viewer, known: Option<Timestamp>) -> Option<Arc<World>> {
        known.is_none().then(|| self.now(viewer))
    }

    fn at(&self, _: &Viewer, known: Timestamp) -> Result<Arc<World>, NoWorld> {
        assert!(known.as_second() > 0, "this one fails outright");
        Err(NoWorld::Unreadable("disk on fire at /secret/path".into()))
    }

    fn today(&self) -> Date {
        common::TODAY
    }
}

#[tokio::test]
async fn a_fault_of_ours_says_so_and_no_more() {
    for address in [
        "/treaties?known=2020-01-01",
        "/treaties?known=1960-01-01",
        "/treaties.json?known=2020-01-01",
    ] {
        let answer = get(web::router(App::new(Arc::new(Broken))), address).await;
        assert_eq!(
            answer.status,
            StatusCode::INTERNAL_SERVER_ERROR,
            "{address}"
        );
        assert!(!answer.text.contains("secret"), "{}", answer.text);
        assert!(answer.text.contains("logged"), "{}", answer.text);
        assert!(!answer.header("content-security-policy").is_empty());
        assert!(answer.header("etag").is_empty());
    }
}

/// An empty ledger is not an error: its pages say what would be there.
#[tokio::test]
async fn an_empty_ledger_has_its_pages() {
    let app = App::new(Arc::new(Fixed::new(Vec::new())));
    for address in [
        "/",
        "/treaties",
        "/states",
        "/matrix",
        "/changes",
        "/findings",
        "/uncertain",
        "/ledger",
    ] {
        let answer = get(web::router(app.clone()), address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text);
    }
}

/// What was perhaps meant is an address one can follow.
#[tokio::test]
async fn a_slip_of_the_pen_leads_to_what_was_meant() {
    for (asked, near) in [
        (
            "/matrix.json?om=2020-01-01&group=EU",
            "/matrix.json?on=2020-01-01&group=EU",
        ),
        ("/matrix.json?on=2023-02-31", "/matrix.json?on=2023-02-28"),
        ("/matrix.json?on=24/10/2020", "/matrix.json?on=2020-10-24"),
        (
            "/matrix.json?standing=contracing",
            "/matrix.json?standing=contracting",
        ),
        (
            "/matrix.json?group=un-africa",
            "/matrix.json?group=un-african",
        ),
        ("/findings.json?treaty=ctpt", "/treaties/ctbt"),
    ] {
        let problem = get(shipped(), asked).await.json();
        assert_eq!(problem["near"][0], near, "{asked}: {problem}");
        assert_eq!(problem["instance"], asked);
        let found = get(shipped(), near).await;
        assert_eq!(found.status, StatusCode::OK, "{near}");
    }
    // A treaty's other name as a parameter is that treaty, and no way back to the same address.
    let named = get(shipped(), "/findings.json?treaty=CTBT").await;
    assert_eq!(named.status, StatusCode::OK);
}

/// A problem is a document in every form but HTML, in the reader's language, and open to scripts.
#[tokio::test]
async fn problems_are_documents_in_every_form_of_data() {
    for form in ["json", "csv", "svg", "png", "atom", "ics"] {
        let address = format!("/treaties/ctpt.{form}?lang=fr");
        let answer = get(shipped(), &address).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert_eq!(answer.header("content-type"), "application/problem+json");
        assert_eq!(answer.header("content-language"), "fr");
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        assert_eq!(answer.header("api-version"), "1");
        assert!(answer.json()["title"].as_str().unwrap().contains("traité"));
    }
}

/// Data are for scripts of any site, without credentials; pages stay with their own.
#[tokio::test]
async fn data_are_open_to_other_sites_and_pages_are_not() {
    let origin = [("origin", "https://elsewhere.example")];
    let data = ask(shipped(), Method::GET, "/matrix.json", &origin).await;
    assert_eq!(data.header("access-control-allow-origin"), "*");
    assert!(data.header("access-control-allow-credentials").is_empty());
    assert!(
        data.header("access-control-expose-headers")
            .contains("Link")
    );
    assert_eq!(data.header("cross-origin-resource-policy"), "cross-origin");
    // The same headers when the copy is good, and for HEAD.
    let tag = data.header("etag").to_owned();
    let known = [origin[0], ("if-none-match", tag.as_str())];
    let good = ask(shipped(), Method::GET, "/matrix.json", &known).await;
    assert_eq!(good.status, StatusCode::NOT_MODIFIED);
    let head = ask(shipped(), Method::HEAD, "/matrix.json", &origin).await;
    for same in [&good, &head] {
        assert_eq!(same.header("access-control-allow-origin"), "*");
        assert_eq!(same.header("etag"), tag);
        assert_eq!(same.header("api-version"), "1");
    }
    let page = ask(shipped(), Method::GET, "/matrix", &origin).await;
    assert!(page.header("access-control-allow-origin").is_empty());
    assert_eq!(page.header("cross-origin-resource-policy"), "same-origin");
    let before = [origin[0], ("access-control-request-method", "GET")];
    let asked = ask(shipped(), Method::OPTIONS, "/matrix.json", &before).await;
    assert_eq!(asked.status, StatusCode::NO_CONTENT);
    assert_eq!(
        asked.header("access-control-allow-methods"),
        "GET, HEAD, OPTIONS"
    );
    assert!(
        asked
            .header("access-control-allow-headers")
            .contains("If-None-Match")
    );
    let asked = ask(shipped(), Method::OPTIONS, "/matrix", &before).await;
    assert!(asked.header("access-control-allow-methods").is_empty());
    assert_eq!(asked.header("allow"), "GET, HEAD, OPTIONS");
}

#[tokio::test]
async fn a_question_to_the_database_that_cannot_be_read_is_answered_to_a_program() {
    let answer = get(shipped(), "/data/accede.sqlite?om=2020-01-01").await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(answer.header("content-type"), "application/problem+json");
}

#[tokio::test]
async fn an_instance_with_a_public_address_believes_no_request_about_it() {
    let said = [
        ("host", "127.0.0.1:8080"),
        ("x-forwarded-proto", "https"),
        ("x-forwarded-host", "evil.example"),
    ];
    let public = || reached_at("https://accede.example");
    for path in [
        "/feed.atom",
        "/calendar.ics",
        "/api",
        "/openapi.json",
        "/data",
    ] {
        let believing = ask(shipped(), Method::GET, path, &said).await;
        let told = ask(public(), Method::GET, path, &said).await;
        assert_eq!(told.status, StatusCode::OK);
        assert!(!told.text.contains("evil.example"), "{path}");
        let says = told.text.contains("https://accede.example/");
        let names = believing.text.contains("http://127.0.0.1:8080/");
        assert_eq!(says, names, "{path}");
    }
    let feed = ask(public(), Method::GET, "/feed.atom", &said).await;
    assert!(feed.text.contains("https://accede.example/"));
    // Who asks for another name is led to this one; what is sent to another name is not taken.
    let elsewhere = [("host", "evil.example")];
    let led = ask(
        public(),
        Method::GET,
        "/treaties/ctbt?on=2020-01-01",
        &elsewhere,
    )
    .await;
    assert_eq!(led.status, StatusCode::PERMANENT_REDIRECT);
    let there = "https://accede.example/treaties/ctbt?on=2020-01-01";
    assert_eq!(led.header("location"), there);
    assert_eq!(led.header("x-content-type-options"), "nosniff");
    let sent = ask(public(), Method::POST, "/sign-in", &elsewhere).await;
    assert_eq!(sent.status, StatusCode::MISDIRECTED_REQUEST);
}
