//! What the desk officer asks: what is due, where a treaty is not open, what comes next.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use axum::http::StatusCode;
use scraper::{Html, Selector};
use serde_json::Value;

use common::{get, shipped};

async fn json(address: &str) -> Value {
    let answer = get(shipped(), address).await;
    assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text);
    answer.json()
}

/// How many elements of a page are found by `selector`.
fn count(page: &str, selector: &str) -> usize {
    let html = Html::parse_document(page);
    html.select(&Selector::parse(selector).unwrap()).count()
}

/// The address of a page's JSON, as the page itself gives it.
fn data_of(page: &str) -> String {
    let html = Html::parse_document(page);
    let link = Selector::parse("link[rel=alternate]").unwrap();
    let link = html.select(&link).next().unwrap();
    link.attr("href").unwrap().to_owned()
}

#[tokio::test]
async fn a_page_of_duties_is_short_and_its_data_say_the_same() {
    for treaty in ["ccm", "apmbc", "cwc", "bwc", "att", "npt", "ctbt"] {
        for choice in ["", "?standing=any", "?article=7(2)&standing=open"] {
            if treaty != "ccm" && choice.contains("article") {
                continue;
            }
            let address = format!("/treaties/{treaty}/obligations{choice}");
            let page = get(shipped(), &address).await;
            assert_eq!(page.status, StatusCode::OK, "{address}");
            assert!(page.text.len() < 256_000, "{address}: {}", page.text.len());
            let view = json(&data_of(&page.text)).await;
            let rows = view["duties"].as_array().unwrap();
            let undated = |row: &&Value| row["due"].is_null();
            let shown = count(&page.text, ".run > li");
            // Duties without a day of their own stand in a list of their own, by article.
            let least = rows.len() - rows.iter().filter(undated).count();
            assert!((least..=rows.len()).contains(&shown), "{address}: {shown}");
        }
    }
}

#[tokio::test]
async fn without_a_choice_the_page_shows_what_is_open_around_the_day() {
    let page = get(shipped(), "/treaties/ccm/obligations?on=2020-12-31").await;
    let view = json(&data_of(&page.text)).await;
    let rows = view["duties"].as_array().unwrap();
    assert!(rows.len() > 100, "{}", rows.len());
    assert_eq!(count(&page.text, ".run > li"), rows.len());
    for row in rows {
        let due = row["due"].as_str().unwrap();
        assert!(("2019-12-31"..="2021-12-31").contains(&due), "{due}");
        let standing = row["standing"].as_str().unwrap();
        assert!(
            ["due", "overdue", "extended", "unknown"].contains(&standing),
            "{standing}"
        );
    }
    let all = json("/treaties/ccm/obligations.json?on=2020-12-31").await;
    assert!(all["duties"].as_array().unwrap().len() > rows.len());
    // A State alone is asked about whole.
    let italy = get(shipped(), "/treaties/ccm/obligations?state=ITA").await;
    let view = json(&data_of(&italy.text)).await;
    let fulfilled = |row: &&Value| row["standing"] == "fulfilled" && row["article"] == "3(2)";
    assert_eq!(
        view["duties"]
            .as_array()
            .unwrap()
            .iter()
            .filter(fulfilled)
            .count(),
        1
    );
    let steps = "href=\"/states/ITA/ccm/3%282%29\"";
    assert!(italy.text.contains(steps), "linked");
    let steps = get(shipped(), "/states/ITA/ccm/3%282%29").await;
    assert_eq!(steps.status, StatusCode::OK);
}

#[tokio::test]
async fn each_choice_narrows_the_duties() {
    let rows = async |query: &str| {
        let view = json(&format!(
            "/treaties/ccm/obligations.json?on=2024-01-01&{query}"
        ))
        .await;
        view["duties"].as_array().unwrap().clone()
    };
    let all = rows("standing=any").await.len();
    for row in rows("article=7(2)").await {
        assert_eq!(row["article"], "7(2)");
    }
    for row in rows("standing=fulfilled").await {
        assert_eq!(row["standing"], "fulfilled");
    }
    let one = rows("group=un-grulac").await.len();
    assert!(0 < one && one < all, "{one} of {all}");
    for (query, status) in [
        ("standing=late", 400),
        ("article=99", 400),
        ("group=nobody", 404),
        ("from=2024-01-01&to=2023-01-01", 400),
        ("state=Atlantis", 404),
    ] {
        let answer = get(shipped(), &format!("/treaties/ccm/obligations?{query}")).await;
        assert_eq!(answer.status.as_u16(), status, "{query}");
    }
}

#[tokio::test]
async fn a_treaty_that_is_not_open_to_a_state_is_not_one_it_stayed_out_of() {
    let view = json("/matrix.json").await;
    let column = |id: &str| {
        let columns = view["treaties"].as_array().unwrap();
        columns.iter().position(|one| one["treaty"] == id).unwrap()
    };
    let row = |iso3: &str| {
        let rows = view["rows"].as_array().unwrap();
        rows.iter().find(|row| row["iso3"] == iso3).unwrap().clone()
    };
    assert_eq!(row("ITA")["open"][column("bangkok")], false);
    assert_eq!(row("ITA")["open"][column("ctbt")], true);
    assert_eq!(row("THA")["open"][column("bangkok")], true);
    // Both are outside the CTBT's Annex, and may join.
    assert_eq!(row("SSD")["standings"][column("ctbt")], "none");
    assert_eq!(row("SSD")["open"][column("ctbt")], true);

    let page = get(shipped(), "/matrix").await.text;
    let closed = view["rows"].as_array().unwrap().iter();
    let closed: usize = closed
        .map(|row| {
            let open = row["open"].as_array().unwrap().iter();
            open.filter(|open| **open == false).count()
        })
        .sum();
    assert!(closed > 500, "{closed}");
    assert_eq!(count(&page, ".matrix td.shut"), closed);
    assert_eq!(page.matches(">Not open to it</span></td>").count(), closed);

    let outside = json("/matrix.json?treaty=bangkok&standing=none").await;
    let field = json("/treaties.json").await;
    let field = field["treaties"].as_array().unwrap().clone();
    let bangkok = field.iter().find(|one| one["treaty"] == "bangkok").unwrap();
    assert_eq!(
        outside["rows"].as_array().unwrap().len(),
        usize::try_from(bangkok["outside"].as_u64().unwrap()).unwrap()
    );

    let csv = get(shipped(), "/matrix.csv").await.text;
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let at = reader
        .headers()
        .unwrap()
        .iter()
        .position(|name| name == "bangkok");
    let italy = reader.records().map(Result::unwrap);
    let italy = italy.into_iter().find(|row| &row[0] == "ITA").unwrap();
    assert_eq!(&italy[at.unwrap()], "");

    let answer = get(shipped(), "/states/ITA/bangkok").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(
        answer.text.contains("the treaty does not admit it"),
        "{}",
        answer.text
    );
}

#[tokio::test]
async fn on_some_days_before_today_outside_agrees_with_its_names() {
    for on in ["1990-06-01", "2011-07-09", "2020-10-24"] {
        let field = json(&format!("/treaties.json?on={on}")).await;
        for treaty in field["treaties"].as_array().unwrap() {
            let id = treaty["treaty"].as_str().unwrap();
            let view = json(&format!("/treaties/{id}/counts/outside.json?on={on}")).await;
            let names = view["participants"].as_array().unwrap().len();
            assert_eq!(treaty["outside"], names, "{id} on {on}");
        }
    }
}

#[tokio::test]
async fn the_home_page_says_what_falls_due_next_and_for_how_many() {
    let view = json("/index.json").await;
    let yearly = view["next_yearly"].as_array().unwrap();
    let ccm = yearly.iter().find(|one| one["treaty"] == "ccm").unwrap();
    assert_eq!(
        (&ccm["article"], &ccm["due"]),
        (&"7(2)".into(), &"2027-04-30".into())
    );
    let page = get(shipped(), "/").await.text;
    for one in yearly {
        let (treaty, article, day) = (&one["treaty"], &one["article"], &one["due"]);
        let address = format!(
            "/treaties/{}/obligations.json?article={}&from={day}&to={day}&standing=due",
            treaty.as_str().unwrap(),
            article.as_str().unwrap(),
            day = day.as_str().unwrap()
        );
        let owed = json(&address).await["duties"].as_array().unwrap().len();
        assert_eq!(one["states"], owed, "{address}");
    }
    assert!(page.contains(">112 States</a>"), "the figure opens");
    // Nothing is owed yearly under a treaty before it is in force.
    let early = json("/index.json?on=2010-01-01").await;
    let early = early["next_yearly"].as_array().unwrap();
    assert!(early.iter().all(|one| one["treaty"] != "ccm"), "{early:?}");
}

#[tokio::test]
async fn without_a_coming_meeting_the_last_ones_are_named() {
    let none = "/?on=2199-01-01";
    let view = json("/index.json?on=2199-01-01").await;
    assert_eq!(view["next_meetings"].as_array().unwrap().len(), 0);
    let last = view["last_meetings"].as_array().unwrap();
    assert!(!last.is_empty());
    let page = get(shipped(), none).await.text;
    assert!(page.contains("No coming meeting is on record."));
    assert_eq!(count(&page, "a[href^='/meetings/']"), last.len());
    let view = json("/index.json?on=2023-09-01").await;
    assert!(!view["next_meetings"].as_array().unwrap().is_empty());
    for meeting in view["last_meetings"].as_array().unwrap() {
        assert!(meeting["start"].as_str().unwrap() < "2023-09-01");
    }
}

#[tokio::test]
async fn french_pages_say_meetings_and_groups_in_french_and_mark_english() {
    let page = get(shipped(), "/treaties/ccm?lang=fr").await.text;
    assert!(page.contains("Assemblée des États parties 13"));
    let html = Html::parse_document(&page);
    let meetings = Selector::parse("#meetings li").unwrap();
    let told: Vec<String> = html
        .select(&meetings)
        .map(|one| one.text().collect())
        .collect();
    assert!(told.len() > 20, "{}", told.len());
    assert!(told.iter().all(|one| !one.contains("MSP")), "{told:?}");
    assert!(page.contains("<span lang=\"en\" dir=\"ltr\">Geneva"));
    let english = get(shipped(), "/treaties/ccm").await.text;
    assert!(
        !english.contains("<span lang=\"en\""),
        "nothing is foreign on an English page"
    );
    let words = words::Words::for_lang(treaty::Lang::Fr);
    for entry in shipped::entries().unwrap() {
        if let ledger::Body::Meeting(meeting) = &entry.body {
            let key = format!("meeting-{}", meeting.kind.to_ascii_lowercase());
            assert!(words.has(&key), "{key}");
        }
        if let ledger::Body::Membership(membership) = &entry.body {
            let slug = membership.group.to_lowercase();
            let slug = slug.replace(|c: char| !c.is_ascii_alphanumeric(), "-");
            assert!(words.has(&format!("group-{slug}")), "{slug}");
        }
    }
}
