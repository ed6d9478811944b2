//! The library on pages: what is found and why, what is narrowed, what a document's page shows, and its file.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::sync::Arc;

use axum::http::StatusCode;
use scraper::{Html, Selector};
use serde_json::Value;
use web::{App, NoStacks, Stacks};
use world::view::DocumentView;
use world::{Viewer, World};

use common::{Answer, Fixed, get, published, shipped};

const ITALY: &str = "/library/ita-ccm-2rc-universalization";

async fn page(address: &str) -> Answer {
    let answer = get(shipped(), address).await;
    assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text);
    answer
}

async fn json(address: &str) -> Value {
    page(address).await.json()
}

/// The texts of the elements found by `selector`, blanks made one.
fn texts(page: &Answer, selector: &str) -> Vec<String> {
    let html = Html::parse_document(&page.text);
    html.select(&Selector::parse(selector).unwrap())
        .map(|element| {
            let text: String = element.text().collect();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect()
}

/// The addresses of the links found by `selector`.
fn links(page: &Answer, selector: &str) -> Vec<String> {
    let html = Html::parse_document(&page.text);
    html.select(&Selector::parse(selector).unwrap())
        .map(|element| element.attr("href").unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn what_italy_said_on_universalization_is_found_with_what_matched() {
    let found = json("/library.json?theme=universalization&state=Italy").await;
    assert_eq!(found["total"], 3);
    let years = found["hits"].as_array().unwrap().iter();
    let years: Vec<_> = years
        .map(|hit| &hit["date"].as_str().unwrap()[..4])
        .collect();
    assert_eq!(years, ["2020", "2017", "2016"]);
    let answer = page("/library?q=informal+working+group&state=ITA").await;
    assert_eq!(texts(&answer, ".chosen li a")[0], "Without State: Italy ×");
    assert_eq!(
        links(&answer, ".chosen li a")[0],
        "/library?q=informal%20working%20group"
    );
    let marked = texts(&answer, ".passage mark").join(" ");
    assert!(marked.contains("informal"), "{marked}");
    // Each passage leads to its paragraph.
    let mut said = String::new();
    for leads in links(&answer, ".passage .anchor") {
        let (path, anchor) = leads.split_once('#').unwrap();
        if path == ITALY {
            said.push_str(&texts(&page(path).await, &format!("#{anchor}")).concat());
        }
    }
    assert!(said.contains("informal working group"), "{said}");
}

#[tokio::test]
async fn a_count_is_what_one_finds_behind_it_and_what_is_chosen_can_be_taken_away() {
    let all = page("/library?state=ITA").await;
    let html = Html::parse_document(&all.text);
    let item = Selector::parse(".facets li").unwrap();
    let (link, count) = (
        Selector::parse("a").unwrap(),
        Selector::parse(".count").unwrap(),
    );
    let mut seen = 0;
    for one in html.select(&item) {
        let address = one.select(&link).next().unwrap().attr("href").unwrap();
        let told: String = one.select(&count).next().unwrap().text().collect();
        let Some(question) = address.strip_prefix("/library") else {
            panic!("{address} is no search");
        };
        let found = json(&format!("/library.json{question}")).await;
        let is_chosen = one
            .select(&link)
            .next()
            .unwrap()
            .attr("aria-current")
            .is_some();
        if !is_chosen {
            let total = found["total"].as_u64().unwrap().to_string();
            // A second State beside the first is one more alternative.
            if address.matches("state=").count() == 1 {
                assert_eq!(total, told, "{address}");
            }
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
    let chosen = links(&all, ".facets a[aria-current]");
    assert_eq!(chosen, ["/library"]);
}

#[tokio::test]
async fn without_words_it_is_the_shelf_the_newest_first_in_parts() {
    let first = page("/library").await;
    assert_eq!(texts(&first, ".hits > li").len(), 20);
    let whole = json("/library.json").await;
    let dates = whole["hits"].as_array().unwrap().iter();
    let dates: Vec<_> = dates.filter_map(|hit| hit["date"].as_str()).collect();
    // What is known as a year alone may be of its last day.
    let years: Vec<_> = dates.iter().map(|date| &date[..4]).collect();
    assert!(years.is_sorted_by(|a, b| a >= b), "{dates:?}");
    let next = &links(&first, "a[rel=next]")[0];
    let second = page(next).await;
    assert!(
        texts(&second, ".pager")[0].starts_with("21 to 40"),
        "{:?}",
        texts(&second, ".pager")
    );
    let two = json("/library.json?limit=2&after=2").await;
    assert_eq!(two["hits"][0]["id"], whole["hits"][2]["id"]);
    assert_eq!(two["page"]["total"], whole["total"]);
    let rows = page("/library.csv").await;
    let rows = csv::Reader::from_reader(rows.text.as_bytes())
        .records()
        .count();
    assert_eq!(
        u64::try_from(rows).unwrap(),
        whole["total"].as_u64().unwrap()
    );
}

#[tokio::test]
async fn what_is_not_understood_is_told_and_what_cannot_be_is_refused() {
    let told = page("/library?q=%22universalization&lang=fr").await;
    assert!(
        told.text.contains("Un guillemet n’est pas fermé"),
        "{}",
        told.text
    );
    let none = page("/library?q=universalizatoin").await;
    let near = links(&none, ".notice a");
    assert!(
        near.iter()
            .any(|address| address == "/library?q=universalization"),
        "{near:?}"
    );
    let also = page("/library?q=accession&synonyms=yes").await;
    assert!(texts(&also, "main")[0].contains("also looked for"));
    for (address, slug) in [
        ("/library?theme=peace", "bad-value"),
        ("/library?kind=poem", "bad-value"),
        ("/library?year=20", "bad-value"),
        ("/library?from=yesterday", "bad-value"),
        ("/library?synonyms=perhaps", "bad-value"),
        ("/library?from=2020&to=2016", "backwards"),
        ("/library?state=Atlantis", "no-such-state"),
        ("/library?stat=ITA", "unknown-parameter"),
    ] {
        let asked = address.replacen("/library", "/library.json", 1);
        let problem = get(shipped(), &asked).await;
        assert!(problem.status.is_client_error(), "{address}");
        assert_eq!(
            problem.json()["type"],
            format!("/api#problem-{slug}"),
            "{address}"
        );
        assert!(get(shipped(), address).await.status.is_client_error());
    }
}

#[tokio::test]
async fn a_document_has_its_text_under_anchors_and_what_is_known_of_it() {
    let view = json(&format!("{ITALY}.json")).await;
    let answer = page(ITALY).await;
    let blocks = view["text"]["blocks"].as_array().unwrap();
    assert!(blocks.len() > 10);
    for block in blocks {
        let anchor = block["anchor"].as_str().unwrap();
        let shown = texts(&answer, &format!("#{anchor}"));
        let said = block["text"].as_str().unwrap();
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(shown, [format!("{said} ¶ {}", &anchor[1..])]);
    }
    let facts = texts(&answer, ".facts").concat();
    for known in [
        "Mr. Tancredi Francese",
        "European Union",
        "Universalization",
        "English",
    ] {
        assert!(facts.contains(known), "`{known}` is missing in {facts}");
    }
    let alike = texts(&answer, ".alike").concat();
    assert!(alike.contains("Both have: "), "{alike}");
    // The statement whose text it is has no page of its own.
    let statement = view["document"]["statement"].as_u64().unwrap();
    let moved = get(shipped(), &format!("/library/{statement}.json?lang=fr")).await;
    assert_eq!(moved.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(moved.header("location"), format!("{ITALY}.json?lang=fr"));
}

#[tokio::test]
async fn a_statement_without_a_document_says_that_its_text_is_not_kept() {
    let found = json("/library.json?theme=universalization&state=ITA&year=2016").await;
    let hit = &found["hits"][0];
    assert_eq!(hit["what"], "statement");
    let answer = page(&format!("/library/{}", hit["id"].as_str().unwrap())).await;
    let text = texts(&answer, ".read").concat();
    assert!(text.contains("its text is not"), "{text}");
    for id in ["nothing", "999999", "ITA", "1"] {
        let address = format!("/library/{id}");
        let none = get(shipped(), &address).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND, "{address}");
        let file = get(shipped(), &format!("{address}/file")).await;
        assert_eq!(file.status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn the_file_is_what_was_brought_and_can_do_nothing() {
    let view = json(&format!("{ITALY}.json")).await;
    let file = page(&format!("{ITALY}/file")).await;
    let sha256 = view["document"]["file"]["sha256"].as_str().unwrap();
    assert_eq!(Some(file.text.as_bytes()), shipped::document(sha256));
    assert_eq!(file.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    let policy = file.header("content-security-policy");
    assert!(
        policy.contains("default-src 'none'") && policy.contains("sandbox"),
        "{policy}"
    );
    let refused = get(shipped(), &format!("{ITALY}/file?as=pdf")).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert_eq!(refused.header("content-type"), "application/problem+json");
}

#[tokio::test]
async fn a_feed_takes_no_part_that_is_none() {
    let refused = get(shipped(), "/library.atom?limit=many").await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_search_is_followed_by_its_address() {
    let answer = page("/library?theme=universalization&state=ITA").await;
    let follow = links(&answer, "a[type='application/atom+xml']");
    let feed = page(&follow[0]).await;
    assert_eq!(
        feed.header("content-type"),
        "application/atom+xml; charset=utf-8"
    );
    assert_eq!(feed.text.matches("<entry>").count(), 3);
    let own =
        "https://accede.test/library.atom?state=ITA&amp;theme=universalization&amp;lang=en";
    let own = own.replace("https", "http");
    assert!(feed.text.contains(&own), "{}", feed.text);
    let published: Vec<_> = feed
        .text
        .split("<published>")
        .skip(1)
        .map(|rest| &rest[..20])
        .collect();
    let mut sorted = published.clone();
    sorted.sort_by(|a, b| b.cmp(a));
    assert_eq!(published, sorted);
    // The id is of the search: another day gives no other feed.
    let id = |text: &str| {
        text.split("<id>")
            .nth(1)
            .unwrap()
            .split('<')
            .next()
            .unwrap()
            .to_owned()
    };
    let other = page("/library.atom?theme=universalization&state=ITA&on=2020-01-01").await;
    assert_eq!(id(&feed.text), id(&other.text));
    let another = page("/library.atom?theme=universalization").await;
    assert_ne!(id(&feed.text), id(&another.text));
}

#[tokio::test]
async fn the_search_over_everything_finds_documents_too_and_pages_lead_to_theirs() {
    let found = json("/search.json?q=informal+working+group&limit=4").await;
    let hits = found["hits"].as_array().unwrap();
    let document = hits.iter().find(|hit| hit["kind"] == "document").unwrap();
    assert_eq!(document["address"], ITALY);
    let ccm = json("/search.json?q=ccm&limit=4").await;
    let kinds = ccm["hits"].as_array().unwrap().iter();
    let kinds: Vec<_> = kinds.map(|hit| hit["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds[0], "treaty");
    assert!(kinds.contains(&"document"), "{kinds:?}");
    for (address, question) in [
        ("/states/ITA", "state=ITA"),
        ("/treaties/ccm", "treaty=ccm"),
        ("/meetings/ccm-msp-11", "meeting=ccm-msp-11"),
    ] {
        let shelf = format!("/library?{question}");
        let answer = page(address).await;
        let html = Html::parse_document(&answer.text);
        let link = format!("main a[href='{shelf}']");
        let link = html.select(&Selector::parse(&link).unwrap()).next();
        let told: String = link.unwrap_or_else(|| panic!("{address}")).text().collect();
        let total = json(&shelf.replace("/library", "/library.json")).await["total"].clone();
        assert!(
            told.contains(&total.to_string()),
            "{address}: {told}, {total}"
        );
    }
}

#[tokio::test]
async fn an_edition_has_the_whole_shelf_and_nothing_that_needs_a_server() {
    let shelf = get(published(), "/library").await;
    let whole = json("/library.json").await;
    let rows = texts(&shelf, ".hits > li").len();
    assert_eq!(
        u64::try_from(rows).unwrap(),
        whole["total"].as_u64().unwrap()
    );
    for gone in ["main form", ".facets", ".chosen"] {
        assert!(texts(&shelf, gone).is_empty(), "{gone}");
    }
    let document = get(published(), ITALY).await;
    let narrowed = links(&document, "main a[href^='/library?']");
    assert!(narrowed.is_empty(), "{narrowed:?}");
    assert!(
        document
            .text
            .contains(" download=\"ita-ccm-2rc-universalization.md\"")
    );
}

/// A library that cannot be read.
struct Broken;

impl Stacks for Broken {
    fn of(&self, _: &World, _: &Viewer) -> Result<library::Stacks, NoStacks> {
        Err(NoStacks::because(std::io::Error::other("a disk is gone")))
    }

    fn text(&self, _: &DocumentView) -> Result<Option<transcribe::Text>, NoStacks> {
        Err(NoStacks::because(std::io::Error::other("a disk is gone")))
    }

    fn file(&self, _: &DocumentView) -> Result<Option<Vec<u8>>, NoStacks> {
        Err(NoStacks::because(std::io::Error::other("a disk is gone")))
    }
}

#[tokio::test]
async fn a_library_that_cannot_be_read_is_our_problem_and_tells_no_more() {
    let app = App::new(Arc::new(Fixed::new(shipped::entries().unwrap())));
    let router = web::router(app.with_stacks(Arc::new(Broken)));
    for address in ["/library", ITALY, &format!("{ITALY}/file")] {
        let answer = get(router.clone(), address).await;
        assert_eq!(
            answer.status,
            StatusCode::INTERNAL_SERVER_ERROR,
            "{address}"
        );
        assert!(!answer.text.contains("disk"), "{address}");
    }
    assert_eq!(get(router, "/states/ITA").await.status, StatusCode::OK);
}
