//! Reports: each is made from the world of those it is for, whoever asks; and nobody has one made for a team
//! that is not his.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;
#[path = "reports/papers.rs"]
mod papers;
#[path = "reports/plan.rs"]
mod plan;

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::{Body as Bytes, to_bytes};
use axum::extract::Request;
use axum::http::{Method, StatusCode};
use axum::middleware::{Next, from_fn};
use common::{Answer, TODAY, entry};
use jiff::Timestamp;
use jiff::civil::Date;
use ledger::{Audience, Body, Entry, Recorded};
use tower::ServiceExt;
use treaty::Source;
use web::{App, NoWorld, Worlds};
use world::view::{ReportKind, ReportOf, ReportSpan};
use world::{Viewer, World};

/// A word that stands in an entry for Italy's team and nowhere else.
const SECRET: &str = "Quillfeather";

/// A world for each viewer, folded from the shipped facts and an approach for a team.
struct Apart {
    entries: Vec<Recorded>,
    worlds: BTreeMap<Viewer, Arc<World>>,
}

fn italy() -> Viewer {
    Viewer::member(["italy"])
}

fn signed_in() -> Viewer {
    let nobody: [String; 0] = [];
    Viewer::member(nobody)
}

/// What the team did. A report quotes it, for its kind alone does not say what was done.
fn approach() -> Entry {
    let body = serde_json::json!({"approach": {
        "treaties": ["ctbt"], "state": "done", "kind": "language_in_text", "on": "2023-03-12",
        "by": [{"participant": "ITA", "level": "ambassadorial"}], "to": [{"participant": "NPL"}],
        "points": format!("{SECRET} speaks for it"),
    }});
    let body: Body = serde_json::from_value(body).unwrap();
    let source = Source {
        title: format!("{SECRET}, a note of the team"),
        ..shipped::entries().unwrap().remove(0).source
    };
    Entry {
        audience: Audience::Teams(vec!["italy".to_owned()]),
        recorded: shipped::entries().unwrap().last().unwrap().recorded,
        ..entry(1, source, body)
    }
}

/// An action plan that the team alone knows of, the last that there is.
fn plan() -> Entry {
    let body = serde_json::json!({"plan": {
        "treaty": "ctbt", "plan": "of-the-team", "title": format!("{SECRET} Action Plan"),
        "adopted": "2023-04-03",
    }});
    Entry {
        body: serde_json::from_value(body).unwrap(),
        id: entry(2, approach().source, approach().body).id,
        ..approach()
    }
}

/// A report that anyone may read, which somebody keeps.
fn kept() -> Entry {
    let body = serde_json::json!({"report": {
        "report": "kept-by-all", "title": "Kept", "kind": "status", "treaty": "ccm",
        "to": "2023-09-22", "lang": "en", "made_for": "public",
    }});
    Entry {
        body: serde_json::from_value(body).unwrap(),
        id: entry(3, approach().source, approach().body).id,
        source: shipped::entries().unwrap().remove(0).source,
        audience: Audience::Public,
        ..approach()
    }
}

static APART: LazyLock<App> = LazyLock::new(|| {
    let mut entries = shipped::entries().unwrap();
    entries.extend([approach(), plan(), kept()]);
    let entries = ledger::chain(entries).unwrap();
    let last = entries.last().unwrap().entry.recorded;
    let fold = |viewer: Viewer| {
        let world = World::fold(&entries, &viewer, last);
        (viewer, Arc::new(world))
    };
    let norway = Viewer::member(["norway"]);
    let worlds = [Viewer::public(), signed_in(), norway, italy()].map(fold);
    let worlds = worlds.into_iter().collect();
    App::new(Arc::new(Apart { entries, worlds }))
        .printing(Arc::new(|paper| Ok(format!("%PDF {paper:?}").into_bytes())))
});

impl Worlds for Apart {
    fn now(&self, viewer: &Viewer) -> Arc<World> {
        self.worlds[viewer].clone()
    }

    fn at_hand(&self, viewer: &Viewer, known: Option<Timestamp>) -> Option<Arc<World>> {
        known.is_none().then(|| self.now(viewer))
    }

    fn at(&self, viewer: &Viewer, known: Timestamp) -> Result<Arc<World>, NoWorld> {
        Ok(Arc::new(World::fold(&self.entries, viewer, known)))
    }

    fn today(&self) -> Date {
        TODAY
    }
}

/// The pages, as asked by `viewer`: whatever stands before them found out who that is.
fn pages(viewer: Viewer) -> Router {
    web::router(APART.clone()).layer(from_fn(move |mut request: Request, next: Next| {
        let viewer = viewer.clone();
        async move {
            request.extensions_mut().insert(viewer);
            next.run(request).await
        }
    }))
}

async fn get(viewer: &Viewer, address: &str) -> Answer {
    common::ask(pages(viewer.clone()), Method::GET, address, &[]).await
}

/// A question that a kind takes.
fn question(kind: ReportKind) -> String {
    let from = match kind.span() {
        ReportSpan::Period | ReportSpan::DayOrPeriod => "&from=2021-09-23",
        ReportSpan::Day => "",
    };
    let state = match kind.of() {
        ReportOf::All => "",
        ReportOf::SomeOrAll | ReportOf::Some => "&state=NPL",
    };
    format!("treaty=ctbt&to=2023-09-22&notes=end{from}{state}")
}

/// Every form of a report, and the page.
const FORMS: [&str; 6] = ["", ".json", ".docx", ".pdf", ".html", ".md"];

fn address(kind: ReportKind, form: &str, reader: &str) -> String {
    format!("/reports/{kind}{form}?{}&for={reader}", question(kind))
}

/// What is told in an answer; of a page, in the report on it.
async fn told(viewer: &Viewer, address: &str) -> String {
    let request = Request::get(address).body(Bytes::empty()).unwrap();
    let response = pages(viewer.clone()).oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK, "{address}");
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    if address.contains(".docx") {
        return unpacked(&bytes);
    }
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    if address.contains("?") && !address.split('?').next().unwrap().contains('.') {
        let from = text.find("<article").expect("a report is on the page");
        let to = text.find("</article>").unwrap();
        return text[from..to].to_owned();
    }
    text
}

/// Every part of a Word document, one after the other.
fn unpacked(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        if part.name().unwrap().ends_with(".xml") {
            part.read_to_string(&mut text).unwrap();
        }
    }
    text
}

/// Words that stand in the answers to the team, so that the test knows that there is something to hide.
#[tokio::test]
async fn a_report_for_a_team_is_made_from_what_the_team_sees() {
    for form in FORMS {
        let told = told(&italy(), &address(ReportKind::Progress, form, "italy")).await;
        assert!(told.contains(SECRET), "{form}: {told}");
        assert!(form == ".json" || told.contains("For italy only"), "{form}");
    }
}

#[tokio::test]
async fn a_report_for_others_is_the_same_whoever_asks_and_knows_nothing_of_the_team() {
    for kind in ReportKind::ALL {
        for form in FORMS {
            let anyone = told(&Viewer::public(), &address(kind, form, "public")).await;
            assert!(!anyone.contains(SECRET), "{kind}{form}");
            for asker in [signed_in(), italy()] {
                let same = told(&asker, &address(kind, form, "public")).await;
                assert!(same == anyone, "{kind}{form} is another for {asker:?}");
                // Without a word it is for anyone.
                let unsaid = address(kind, form, "public").replace("&for=public", "");
                assert!(told(&asker, &unsaid).await == anyone, "{unsaid}");
            }
            let inside = told(&signed_in(), &address(kind, form, "signed-in")).await;
            assert!(!inside.contains(SECRET), "{kind}{form}");
            let same = told(&italy(), &address(kind, form, "signed-in")).await;
            assert!(same == inside, "{kind}{form} for those signed in");
        }
    }
}

/// With a moment of knowledge, worlds are folded anew, of the same readers.
#[tokio::test]
async fn what_was_known_at_a_moment_is_what_its_readers_knew() {
    let moment = approach().recorded;
    let known = |reader| {
        format!(
            "{}&known={moment}",
            address(ReportKind::Progress, ".md", reader)
        )
    };
    assert!(told(&italy(), &known("italy")).await.contains(SECRET));
    assert!(!told(&italy(), &known("public")).await.contains(SECRET));
    assert!(!told(&italy(), &known("signed-in")).await.contains(SECRET));
}

#[tokio::test]
async fn a_team_that_is_not_the_askers_is_answered_as_one_that_there_is_none_of() {
    let norway = Viewer::member(["norway"]);
    for asker in [Viewer::public(), signed_in()] {
        for kind in ReportKind::ALL {
            for form in FORMS {
                let of = |team: &str| address(kind, form, team);
                let theirs = get(&asker, &of("italy")).await;
                let none = get(&asker, &of("atlan")).await;
                assert_eq!(theirs.status, StatusCode::BAD_REQUEST, "{kind}{form}");
                assert_eq!(theirs.status, none.status);
                assert!(!theirs.text.contains(SECRET) && !theirs.text.contains("<article"));
                assert_eq!(
                    theirs.text,
                    none.text.replace("atlan", "italy"),
                    "{kind}{form}"
                );
                let headers = |answer: &Answer| {
                    let mut headers = answer.headers.clone();
                    headers.remove("date");
                    headers
                };
                assert_eq!(headers(&theirs), headers(&none), "{kind}{form}");
            }
        }
    }
    for code in [
        "italy,norway",
        "italy%20",
        "ITALY",
        "signed-in,italy",
        "teams",
    ] {
        let told = get(&norway, &address(ReportKind::Progress, ".md", code)).await;
        assert_eq!(told.status, StatusCode::BAD_REQUEST, "{code}");
    }
    let anyone = get(
        &Viewer::public(),
        &address(ReportKind::Status, "", "signed-in"),
    )
    .await;
    assert_eq!(anyone.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn what_is_answered_to_somebody_signed_in_is_kept_nowhere() {
    for form in FORMS {
        for reader in ["italy", "public"] {
            let own = get(&italy(), &address(ReportKind::Progress, form, reader)).await;
            assert_eq!(own.header("cache-control"), "private, no-store", "{form}");
            assert_eq!(own.header("etag"), "", "{form}");
            assert_eq!(own.header("access-control-allow-origin"), "", "{form}");
        }
        let anyones = get(
            &Viewer::public(),
            &address(ReportKind::Progress, form, "public"),
        )
        .await;
        assert_eq!(anyones.header("cache-control"), "no-cache", "{form}");
        assert_ne!(anyones.header("etag"), "", "{form}");
    }
}

#[tokio::test]
async fn a_file_says_what_it_is() {
    let anyone = Viewer::public();
    for (form, kind) in [
        (
            ".docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (".pdf", "application/pdf"),
        (".html", "text/html; charset=utf-8"),
        (".md", "text/markdown; charset=utf-8"),
    ] {
        let address =
            format!("/reports/progress{form}?treaty=ctbt&from=2021-09-23&to=2023-09-22&in=fr");
        let answer = get(&anyone, &address).await;
        assert_eq!(answer.header("content-type"), kind);
        assert_eq!(answer.header("content-language"), "fr");
        let name = format!(
            "attachment; filename=\"accede-progress-ctbt-2021-09-23-2023-09-22-fr{form}\""
        );
        assert_eq!(answer.header("content-disposition"), name);
        // A file has its style within and can do nothing.
        assert!(answer.header("content-security-policy").contains("sandbox"));
    }
    let without = common::get(common::shipped(), "/reports/status.pdf").await;
    assert_eq!(without.status, StatusCode::NOT_FOUND);
    assert!(
        !common::get(common::shipped(), "/reports/status")
            .await
            .text
            .contains(".pdf")
    );
}

#[tokio::test]
async fn the_report_may_be_in_another_language_than_the_page() {
    let anyone = Viewer::public();
    let page = get(
        &anyone,
        "/reports/status?treaty=ccm&to=2024-09-10&lang=fr&in=en",
    )
    .await;
    assert!(page.text.contains("<html lang=\"fr\""));
    assert!(page.text.contains("<article class=\"paper\" lang=\"en\""));
    // Names are in Spanish, texts are not, and no report is.
    let page = get(&anyone, "/reports/status?treaty=ccm&to=2024-09-10&lang=es").await;
    assert!(page.text.contains("<article class=\"paper\" lang=\"en\""));
    let refused = get(&anyone, "/reports/status.md?in=es").await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn what_a_kind_does_not_take_is_left_aside_on_the_page_and_refused_in_a_file() {
    let anyone = Viewer::public();
    let page = get(
        &anyone,
        "/reports/status?treaty=ccm&to=2024-09-10&from=2020-01-01",
    )
    .await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.text
            .contains("has no first day. What was given is left aside.")
    );
    // Its files are of what the page shows.
    assert!(
        page.text
            .contains("/reports/status.docx?treaty=ccm&#38;to=2024-09-10&#38;in=en")
    );
    let file = get(&anyone, "/reports/status.md?treaty=ccm&from=2020-01-01").await;
    assert_eq!(file.status, StatusCode::BAD_REQUEST);
    assert_eq!(file.json()["type"], "/api#problem-no-report");
    let file = get(&anyone, "/reports/progress.json?treaty=ccm&state=ITA").await;
    assert_eq!(file.json()["type"], "/api#problem-no-report");
}

#[tokio::test]
async fn a_report_on_a_state_asks_which_and_has_no_file_before() {
    let anyone = Viewer::public();
    let kinds = ReportKind::ALL.into_iter();
    for kind in kinds.filter(|kind| kind.of() == ReportOf::Some) {
        let page = get(&anyone, &format!("/reports/{kind}?treaty=ctbt")).await;
        assert_eq!(page.status, StatusCode::OK, "{kind}");
        assert!(page.text.contains("is about a State: name one."), "{kind}");
        assert!(!page.text.contains("<article"), "{kind}");
        let file = get(&anyone, &format!("/reports/{kind}.md?treaty=ctbt")).await;
        assert_eq!(file.status, StatusCode::BAD_REQUEST, "{kind}");
        assert_eq!(file.json()["type"], "/api#problem-no-report", "{kind}");
    }
}

#[tokio::test]
async fn what_cannot_be_read_is_told_by_its_field_and_stays_in_it() {
    let anyone = Viewer::public();
    for (query, field, told) in [
        ("treaty=Atlantis", "treaty", "No treaty here is called"),
        (
            "treaty=ctbt&from=2023-09-22&to=2021-09-23",
            "to",
            "The first day comes after the last.",
        ),
        ("treaty=ctbt&from=yesterday", "from", "yesterday"),
        ("treaty=ctbt&to=2023-02-31", "to", "2023-02-31"),
        ("treaty=ctbt&for=italy", "for", "italy"),
        ("treaty=ctbt&in=la", "in", "en or fr"),
        ("treaty=ctbt&notes=side", "notes", "side"),
        ("treaty=ctbt&pictures=cat", "pictures", "cat"),
        ("treaty=ctbt&date=soon", "date", "soon"),
        (
            "treaty=ctbt&before=a&before=b&before=c&before=d",
            "before",
            "three lines",
        ),
        (
            "treaty=ctbt&to=2023-01-01&to=2024-01-01",
            "to",
            "given twice",
        ),
    ] {
        let page = get(&anyone, &format!("/reports/progress?{query}")).await;
        assert!(page.status.is_client_error(), "{query}: {}", page.status);
        let slip = page
            .text
            .split(&format!("id=\"r-{field}-wrong\" data-renew>"))
            .nth(1);
        let slip = slip.unwrap().split("</span>").next().unwrap();
        assert!(slip.contains(told), "{query}: {slip:?}");
        assert!(!page.text.contains("<article"), "{query}");
        assert!(
            page.text.contains("aria-invalid=\"true\"") || field == "pictures",
            "{query}"
        );
        let file = get(&anyone, &format!("/reports/progress.json?{query}")).await;
        assert_eq!(file.status, page.status, "{query}");
        assert_eq!(file.header("content-type"), "application/problem+json");
    }
    let long = format!("/reports/progress?treaty=ctbt&symbol={}", "9".repeat(201));
    let page = get(&anyone, &long).await;
    assert_eq!(page.status, StatusCode::BAD_REQUEST);
    assert!(page.text.contains("200 characters"));
}

#[tokio::test]
async fn what_somebody_writes_above_the_title_is_text_and_nothing_else() {
    let anyone = Viewer::public();
    let query = "treaty=ctbt&symbol=%3Cscript%3Ealert(1)%3C%2Fscript%3E&venue=%22%3E%3Cb%3E";
    for form in ["", ".html"] {
        let page = get(&anyone, &format!("/reports/status{form}?{query}")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.text.contains("<script>alert") && !page.text.contains("\"><b>"));
        assert!(page.text.contains("&lt;script&gt;alert(1)"), "{form}");
    }
}

#[tokio::test]
async fn a_form_without_a_script_leads_to_the_report() {
    let sent = "/reports?kind=status&treaty=ccm&state=&from=&to=2024-09-10&for=public&in=en";
    let answer = get(&Viewer::public(), sent).await;
    assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT);
    let to = "/reports/status?treaty=ccm&to=2024-09-10&for=public&in=en";
    assert_eq!(answer.header("location"), to);
    assert_eq!(get(&Viewer::public(), to).await.status, StatusCode::OK);
}

#[tokio::test]
async fn examples_lead_to_reports() {
    let page = get(&Viewer::public(), "/reports?lang=fr").await.text;
    let mut asked = 0;
    for link in page.split("href=\"/reports/").skip(1) {
        let address = link.split('"').next().unwrap().replace("&#38;", "&");
        let answer = get(&Viewer::public(), &format!("/reports/{address}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        asked += 1;
    }
    assert!(asked > ReportKind::ALL.len() * 2, "{asked}");
}

/// On screen each sentence with a question leads to it, and each paragraph to the entries it rests on.
#[tokio::test]
async fn what_stands_behind_a_sentence_is_a_link() {
    let anyone = Viewer::public();
    let page = told(
        &anyone,
        "/reports/progress?treaty=ctbt&from=2021-09-23&to=2023-09-22&lang=en",
    )
    .await;
    let links = |of: &str| -> Vec<String> {
        let start = format!("href=\"{of}");
        let links = page.split(&start).skip(1);
        let links = links.map(|rest| rest.split('"').next().unwrap().replace("&#38;", "&"));
        links.map(|rest| format!("{of}{rest}")).collect()
    };
    let (questions, entries) = (links("/treaties/ctbt"), links("/ledger/"));
    assert!(
        questions.len() > 1 && entries.len() > 5,
        "{questions:?} {entries:?}"
    );
    for address in questions.iter().chain(entries.iter().take(3)) {
        assert_eq!(
            get(&anyone, address).await.status,
            StatusCode::OK,
            "{address}"
        );
    }
}
