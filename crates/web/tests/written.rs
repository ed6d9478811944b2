//! One State under one treaty, meetings, the calendar, plans, States side by side and the search:
//! what each page says, that its data say the same, and what it refuses.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use axum::http::StatusCode;
use scraper::{Html, Selector};
use serde_json::Value;

use common::{Answer, get, shipped};

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

fn rows(csv: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader.records().map(Result::unwrap).collect()
}

fn length(value: &Value) -> usize {
    value.as_array().unwrap().len()
}

/// What a ministry wrote by hand, from the record.
#[tokio::test]
async fn italy_and_the_ccm_reads_as_its_ministry_wrote_it() {
    let answer = page("/states/ITA/ccm").await;
    let text = texts(&answer, "main").concat();
    for said in [
        "Italy was bound by the CCM: in force for it since 1 March 2012",
        "Done in 2015; it was due on 1 March 2020.",
        "Ahead of the deadline by at least 4 years and 2 months, at most 5 years and 2 months",
        "Afghanistan",
        "Eleventh Meeting of States Parties",
        "11–14 September 2023",
        "Leonardo Bencini",
    ] {
        assert!(text.contains(said), "`{said}` is missing in {text}");
    }
    let view = json("/states/ITA/ccm.json").await;
    let duty = view["duties"]
        .as_array()
        .unwrap()
        .iter()
        .find(|duty| duty["article"] == "3(2)")
        .unwrap();
    assert_eq!(duty["margin"]["least"]["days"], 1522);
    assert_eq!(duty["margin"]["most"]["days"], 1886);
    assert!(length(&view["reports"]) > 10, "a report for each year");
}

#[tokio::test]
async fn every_mark_of_a_source_leads_to_its_note_and_each_note_to_its_entries() {
    for address in ["/states/ITA/ccm", "/states/LAO/ccm", "/states/ITA"] {
        let answer = page(address).await;
        let html = Html::parse_document(&answer.text);
        let marks = Selector::parse("sup.marks a").unwrap();
        let mut seen = 0;
        for mark in html.select(&marks) {
            seen += 1;
            let id = mark.attr("href").unwrap().trim_start_matches('#');
            let note = Selector::parse(&format!("ol.notes > li#{id} a[href^='/ledger/']"));
            let note = html.select(&note.unwrap()).count();
            assert!(note > 0, "{address}: {id} names no entry");
        }
        assert!(seen > 0, "{address} marks no source");
    }
}

#[tokio::test]
async fn the_table_of_a_participation_has_what_its_page_shows() {
    let answer = page("/states/ITA/ccm").await;
    let view = json("/states/ITA/ccm.json").await;
    let table = rows(&page("/states/ITA/ccm.csv").await.text);
    let of = |what: &str| table.iter().filter(|row| &row[2] == what).count();
    assert_eq!(of("statement"), length(&view["statements"]));
    assert_eq!(of("report"), length(&view["reports"]));
    assert_eq!(of("act"), length(&view["acts"]));
    assert_eq!(of("office"), length(&view["roles"]));
    assert_eq!(of("assistance given"), length(&view["assistance_given"]));
    assert_eq!(texts(&answer, ".years > li").len(), of("report"));
    assert_eq!(
        texts(&answer, "#assistance ~ .given > li").len(),
        of("assistance given")
    );
    let said = Selector::parse("[id^='said-']").unwrap();
    let html = Html::parse_document(&answer.text);
    assert_eq!(html.select(&said).count(), of("statement"));
}

#[tokio::test]
async fn meetings_are_listed_once_on_the_page_and_in_its_data() {
    for address in [
        "/meetings",
        "/treaties/ccm/meetings",
        "/meetings?on=2015-06-01",
    ] {
        let answer = page(address).await;
        let path = match address.split_once('?') {
            Some((path, query)) => format!("{path}.json?{query}"),
            None => format!("{address}.json"),
        };
        let view = json(&path).await;
        let all = length(&view["coming"]) + length(&view["past"]);
        assert_eq!(texts(&answer, ".held > li").len(), all, "{address}");
    }
    let chosen = json("/meetings.json?treaty=CCM").await;
    assert_eq!(chosen, json("/treaties/ccm/meetings.json").await);
}

#[tokio::test]
async fn a_meeting_says_where_the_treaty_stood_and_who_joined() {
    let answer = page("/meetings/ccm-msp-11").await;
    assert_eq!(texts(&answer, "h1"), ["Eleventh Meeting of States Parties"]);
    let view = json("/meetings/ccm-msp-11.json").await;
    let consents = &view["meeting"]["counts"]["consents"];
    let figures = texts(&answer, ".figures dd");
    assert_eq!(figures[1], consents.to_string());
    assert!(
        answer
            .text
            .contains("/treaties/ccm/counts/consents?on=2023-09-14"),
        "the figure opens the names of that day"
    );
    let since = length(&view["since"]);
    assert_eq!(texts(&answer, "#since ~ .days > li").len(), since);
    let french = page("/meetings/ccm-msp-11?lang=fr").await;
    assert_eq!(
        texts(&french, "h1"),
        ["Onzième Assemblée des États parties"]
    );
    let coming = page("/meetings/ccm-revcon-3").await;
    assert!(texts(&coming, ".figures").is_empty(), "nothing is foretold");
}

#[tokio::test]
async fn the_calendar_shows_each_item_of_its_data_under_its_month() {
    for address in [
        "/calendar?from=2023-01-01&to=2023-12-31",
        "/treaties/ccm/calendar?on=2019-05-01",
        "/states/ITA/calendar?from=2020-01-01&to=2020-12-31",
        "/calendar?from=2023-01-01&to=2023-12-31&what=meeting",
    ] {
        let answer = page(address).await;
        let view = json(&address.replacen('?', ".json?", 1)).await;
        let items = length(&view["items"]);
        assert!(items > 0, "{address}");
        assert_eq!(texts(&answer, ".daily ul > li").len(), items, "{address}");
        let table = rows(&page(&address.replacen('?', ".csv?", 1)).await.text);
        assert_eq!(table.len(), items, "{address}");
    }
    // The file for calendar programs has the meetings of the same days.
    let file = page("/calendar.ics?from=2023-01-01&to=2023-12-31&what=meeting").await;
    assert!(file.header("content-type").starts_with("text/calendar"));
    let view = json("/calendar.json?from=2023-01-01&to=2023-12-31&what=meeting").await;
    let dated = view["items"].as_array().unwrap().iter();
    let dated = dated.filter(|item| item["day"].as_str().unwrap().len() == 10);
    assert_eq!(file.text.matches("BEGIN:VEVENT").count(), dated.count());
}

#[tokio::test]
async fn an_action_that_was_not_read_says_so_and_has_no_text() {
    let list = json("/treaties/ccm/plans.json").await;
    assert!(length(&list["plans"]) >= 3);
    for plan in list["plans"].as_array().unwrap() {
        let name = plan["plan"].as_str().unwrap();
        let answer = page(&format!("/treaties/ccm/plans/{name}")).await;
        let view = json(&format!("/treaties/ccm/plans/{name}.json")).await;
        let actions = view["actions"].as_array().unwrap();
        let unread = actions.iter().filter(|action| action["text"].is_null());
        assert_eq!(
            texts(&answer, ".actions > li.unread").len(),
            unread.count(),
            "{name}"
        );
        assert_eq!(texts(&answer, ".actions > li").len(), actions.len());
    }
    let answer = get(shipped(), "/treaties/ccm/plans/dubrovnic").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.text.contains("href=\"/treaties/ccm/plans/dubrovnik"));
    let empty = page("/treaties/npt/plans").await;
    assert!(texts(&empty, ".empty").concat().contains("No action plan"));
}

#[tokio::test]
async fn states_stand_side_by_side_under_one_address() {
    let answer = page("/compare?states=ITA,ZAF,NOR").await;
    assert_eq!(texts(&answer, "h1"), ["Italy, South Africa and Norway"]);
    let view = json("/compare.json?states=ITA,ZAF,NOR").await;
    let differing = view["treaties"].as_array().unwrap().iter();
    let differing = differing.filter(|row| row["differs"] == true).count();
    assert_eq!(texts(&answer, "tr.differs").len(), differing);
    let only = page("/compare?states=ITA,ZAF,NOR&rows=differing").await;
    assert_eq!(texts(&only, ".compare tbody tr").len(), differing);
    for (given, leads) in [
        (
            "/compare?states=ita&states=Norvège",
            "/compare?states=ITA,NOR",
        ),
        (
            "/compare?states=Italie,Afrique%20du%20Sud",
            "/compare?states=ITA,ZAF",
        ),
        (
            "/compare.csv?states=ITA&states=ZAF&on=2020-01-01",
            "/compare.csv?on=2020-01-01&states=ITA,ZAF",
        ),
    ] {
        let answer = get(shipped(), &given.replace('è', "%C3%A8")).await;
        assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT, "{given}");
        assert_eq!(answer.header("location"), leads, "{given}");
    }
    let empty = page("/compare").await;
    assert!(
        texts(&empty, "main").concat().contains("ITA, ZAF, NOR"),
        "it teaches"
    );
}

#[tokio::test]
async fn the_tables_of_duties_say_what_their_data_say() {
    let states = page("/treaties/ccm/obligations?show=states").await;
    let view = json("/treaties/ccm/obligations.json?show=states").await;
    let cells = texts(&states, ".of-articles td:not(.shut)").len();
    assert_eq!(cells, length(&view["duties"]));
    let reports = page("/treaties/ccm/obligations?show=reports&on=2024-06-01").await;
    let view = json("/treaties/ccm/obligations.json?show=reports&on=2024-06-01").await;
    let cells = texts(&reports, ".of-years td:not(.shut)").len();
    assert_eq!(cells, length(&view["duties"]));
    assert!(cells > 1000, "{cells}");
    // No table of a page grows beyond what a phone loads.
    for treaty in ["ccm", "apmbc", "cwc", "bwc", "att", "npt", "ctbt", "tpnw"] {
        for show in ["states", "reports"] {
            let address = format!("/treaties/{treaty}/obligations?show={show}");
            let size = page(&address).await.text.len();
            assert!(size < 900_000, "{address}: {size}");
        }
    }
}

#[tokio::test]
async fn the_search_finds_in_every_language_and_gives_addresses_that_answer() {
    for (q, address) in [
        ("Swaziland", "/states/SWZ"),
        ("Италия", "/states/ITA"),
        ("مصر", "/states/EGY"),
        ("突尼斯", "/states/TUN"),
        ("Cote d Ivoire", "/states/CIV"),
        ("cluster munitions", "/treaties/ccm"),
        ("Italy ccm", "/states/ITA/ccm"),
    ] {
        let q = percent(q);
        let view = json(&format!("/search.json?q={q}")).await;
        assert_eq!(view["hits"][0]["address"], address, "{q}: {view}");
    }
    for q in [
        "3(2)",
        "lausanne",
        "msp",
        "universalization",
        "NATO",
        "italy",
    ] {
        let view = json(&format!("/search.json?limit=40&q={}", percent(q))).await;
        assert!(length(&view["hits"]) > 0, "{q}");
        for hit in view["hits"].as_array().unwrap() {
            let address = hit["address"].as_str().unwrap();
            let (bare, anchor) = address.split_once('#').unwrap_or((address, ""));
            let answer = page(bare).await;
            if !anchor.is_empty() {
                let there = answer.text.contains(&format!("id=\"{anchor}\""));
                assert!(there, "{q}: nothing on {bare} is called {anchor}");
            }
        }
    }
    let answer = page(&format!("/search?q={}&lang=fr", percent("Eswatini"))).await;
    assert!(answer.text.contains("href=\"/states/SWZ?lang=fr\""));
    let former = page("/search?q=Swaziland").await;
    assert_eq!(texts(&former, ".hits li:first-child a"), ["Eswatini"]);
    assert!(
        texts(&former, ".hits li:first-child .note")
            .concat()
            .contains("Swaziland")
    );
    let nothing = page("/search?q=xqzzkw").await;
    assert!(
        texts(&nothing, "main")
            .concat()
            .contains("Nothing was found")
    );
}

fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[tokio::test]
async fn the_search_box_is_whole_without_its_script() {
    let answer = page("/matrix?lang=fr").await;
    let html = Html::parse_document(&answer.text);
    let one = |selector: &str| {
        let selector = Selector::parse(selector).unwrap();
        html.select(&selector).next().unwrap().value().clone()
    };
    assert_eq!(one("a[data-finder]").attr("href"), Some("/search?lang=fr"));
    let input = one("dialog#finder input[role=combobox]");
    assert_eq!(input.attr("aria-controls"), Some("finder-list"));
    one("ul#finder-list[role=listbox]");
    let script = one("script[src*='finder']");
    let script = script.attr("src").unwrap();
    let answer = page(script).await;
    assert!(answer.header("content-type").starts_with("text/javascript"));
    assert!(!answer.text.contains("innerHTML"), "what was found is text");
}

#[tokio::test]
async fn what_these_pages_cannot_answer_they_say() {
    for (address, status, slug) in [
        ("/meetings/ccm-msp-99.json", 404, "no-such-meeting"),
        ("/meetings/%3Cscript%3E.json", 404, "no-such-meeting"),
        ("/treaties/ccm/plans/none.json", 404, "no-such-plan"),
        ("/compare.json?states=ITA,Atlantis", 404, "no-such-state"),
        (
            "/compare.json?states=AUS,AUT,BEL,BRA,CAN,CHL,CHN,CUB,DNK",
            400,
            "too-many-states",
        ),
        ("/compare.json?states=ITA&rows=odd", 400, "bad-value"),
        ("/calendar.json?what=party", 400, "bad-value"),
        (
            "/calendar.json?from=2024-01-01&to=2023-01-01",
            400,
            "backwards",
        ),
        ("/treaties/ccm/obligations.json?show=all", 400, "bad-value"),
        (
            "/treaties/ccm/obligations.json?show=reports&article=3(2)",
            400,
            "bad-value",
        ),
        (
            "/treaties/ccm/obligations.json?show=states&standing=due",
            400,
            "unknown-parameter",
        ),
        ("/search.json?q=x&limit=0", 400, "bad-value"),
        (
            "/search.json?q=x&limit=99999999999999999999",
            400,
            "bad-value",
        ),
        ("/states/ITA/bangkok.json", 404, "not-open"),
    ] {
        let answer = get(shipped(), address).await;
        assert_eq!(answer.status.as_u16(), status, "{address}: {}", answer.text);
        assert_eq!(
            answer.json()["type"],
            format!("/api#problem-{slug}"),
            "{address}"
        );
    }
    let near = get(shipped(), "/meetings/ccm-msp-111").await;
    assert!(
        near.text.contains("href=\"/meetings/ccm-msp-11"),
        "near ones are offered"
    );
    let long = "ж".repeat(600);
    for address in [
        format!("/search?q={}", percent(&long)),
        format!("/compare?states={}", percent(&"A,".repeat(400))),
        "/search?q=%22%27%3E%3Cscript%3Ealert(1)%3C/script%3E".to_owned(),
        "/calendar?from=1850-01-01&to=2200-12-31".to_owned(),
        "/calendar?from=2200-12-31&to=2200-12-31".to_owned(),
        "/states/ITA/calendar?to=1850-01-01".to_owned(),
    ] {
        let answer = get(shipped(), &address).await;
        assert!(answer.status.as_u16() < 500, "{address}: {}", answer.status);
        assert!(!answer.text.contains("<script>alert"), "{address}");
        let html = Html::parse_document(&answer.text);
        assert!(html.errors.is_empty(), "{address}: {:?}", html.errors);
    }
}

/// Names in Arabic stand as Arabic on pages whose texts are in another language.
#[tokio::test]
async fn names_in_arabic_are_marked_as_such() {
    for address in [
        "/states/EGY/npt?lang=ar",
        "/compare?lang=ar&states=EGY,SDN",
        "/states/EGY/calendar?lang=ar",
        "/meetings/ccm-msp-11?lang=ar",
        "/search?lang=ar&q=%D9%85%D8%B5%D8%B1",
    ] {
        let answer = page(address).await;
        let html = Html::parse_document(&answer.text);
        let root = Selector::parse("html").unwrap();
        let root = html.select(&root).next().unwrap();
        let marked = Selector::parse("main bdi[lang=ar][dir=rtl]").unwrap();
        let is_arabic = root.attr("lang") == Some("ar") && root.attr("dir") == Some("rtl");
        assert!(is_arabic || html.select(&marked).count() > 0, "{address}");
    }
}
