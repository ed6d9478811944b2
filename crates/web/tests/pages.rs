//! Every page over the shipped facts: it answers, it is well formed, it says what is on record.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use scraper::{Html, Selector};

use common::{Answer, ask, get, shipped};

const PAGES: [&str; 62] = [
    "/api",
    "/data?on=2020-10-24",
    "/duties?limit=20&after=40",
    "/",
    "/treaties",
    "/treaties/ctbt",
    "/treaties/ctbt?group=un-african",
    "/treaties/ccm?view=tiles&on=2012-01-01",
    "/treaties/ccm?view=table&group=EU",
    "/treaties/ctbt/map",
    "/treaties/ccm/tiles",
    "/treaties/tpnw/curve?on=2020-10-24",
    "/treaties/apmbc/groups",
    "/treaties/ctbt/force?without=RUS&if=USA",
    "/curves",
    "/curves?treaties=apmbc,ccm&by=years&count=parties",
    "/curves?treaties=ctbt&on=2000-01-01",
    "/treaties/ctbt?on=1850-01-01",
    "/treaties/ptbt?on=1963-08-06",
    "/?on=1990-01-01",
    "/treaties/ccm?on=2010-07-31",
    "/treaties/npt",
    "/treaties/tlatelolco",
    "/treaties/ctbt/force",
    "/treaties/ctbt/force?if=USA&if=CHN=2028-01-01&when=2027-02-01",
    "/treaties/ccm/acts",
    "/treaties/ccm/obligations?on=2020-12-31",
    "/treaties/ctbt/obligations",
    "/treaties/ccm/obligations?standing=any",
    "/treaties/ccm/obligations?article=7(2)&group=un-grulac&standing=open&from=2020-01-01",
    "/treaties/ccm/counts/consents",
    "/states/LTU/ccm",
    "/states/ITA/ccm",
    "/states/BGR/ccm?on=2024-01-01",
    "/states/USA/ctbt",
    "/states/LAO/ccm",
    "/meetings",
    "/meetings?on=2015-01-01",
    "/treaties/ccm/meetings",
    "/meetings/ccm-msp-11",
    "/meetings/ccm-revcon-3",
    "/calendar",
    "/calendar?from=2023-01-01&to=2023-12-31&what=meeting",
    "/treaties/ccm/calendar?on=2020-01-01",
    "/states/ITA/calendar",
    "/states/ITA/timeline",
    "/compare",
    "/compare?states=ITA,ZAF,NOR&rows=differing",
    "/states",
    "/states/ITA",
    "/states/SUN",
    "/matrix",
    "/matrix?group=un-african&treaty=ctbt&standing=none&sort=joined",
    "/changes?from=2021-09-23&to=2023-09-22&treaty=ctbt",
    "/findings",
    "/duties?treaty=ccm&state=Italy&from=2012-01-01&to=2027-12-31",
    "/reconcile",
    "/states/ITA/ccm/3(2)",
    "/states/ITA/ccm/in_force",
    "/uncertain",
    "/ledger?before=4000",
    "/about",
];

/// What every page must be, whatever it says.
#[track_caller]
fn check_page(address: &str, answer: &Answer) {
    assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text);
    assert!(
        answer.header("content-type").starts_with("text/html"),
        "{address}"
    );
    let policy = answer.header("content-security-policy");
    assert!(
        policy.contains("default-src 'none'") && !policy.contains("unsafe"),
        "{policy}"
    );
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
    check_html(address, &answer.text);
}

#[track_caller]
fn check_html(address: &str, text: &str) {
    let lower = text.to_lowercase();
    for never in ["todo", "{$", "⟨", " style=", "javascript:", " onclick="] {
        assert!(!lower.contains(never), "{address} contains `{never}`");
    }
    // Scripts are files of ours, and modules: nothing is written into a page.
    assert_eq!(
        lower.matches("<script").count(),
        lower
            .matches("<script type=\"module\" src=\"/static/")
            .count(),
        "{address}"
    );
    let html = Html::parse_document(text);
    assert!(html.errors.is_empty(), "{address}: {:?}", html.errors);
    let all = |selector: &str| {
        html.select(&Selector::parse(selector).unwrap())
            .map(|e| e.value().clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(all("h1").len(), 1, "{address}: one main heading");
    assert_eq!(all("main#main").len(), 1, "{address}");
    assert!(!all("html[lang][dir]").is_empty(), "{address}");
    let mut level = 1;
    for heading in all("h1, h2, h3, h4, h5, h6") {
        let now: u8 = heading.name()[1..].parse().unwrap();
        assert!(
            now <= level + 1,
            "{address}: a heading of level {now} after one of level {level}"
        );
        level = now;
    }
    let ids: Vec<_> = all("[id]")
        .iter()
        .map(|e| e.attr("id").unwrap().to_owned())
        .collect();
    let unique: BTreeSet<_> = ids.iter().cloned().collect();
    assert_eq!(
        ids.len(),
        unique.len(),
        "{address}: ids are unique: {ids:?}"
    );
    for label in all("label[for]") {
        assert!(
            unique.contains(label.attr("for").unwrap()),
            "{address}: {label:?}"
        );
    }
    for field in all("input:not([type=hidden]):not([type=checkbox]), select") {
        let id = field
            .attr("id")
            .unwrap_or_else(|| panic!("{address}: {field:?}"));
        assert!(
            !all(&format!("label[for={id}]")).is_empty(),
            "{address}: {id} has a label"
        );
    }
    for table in html.select(&Selector::parse("table").unwrap()) {
        let has = |selector: &str| {
            table
                .select(&Selector::parse(selector).unwrap())
                .next()
                .is_some()
        };
        assert!(
            has("caption") && has("th[scope=col]") && has("th[scope=row]"),
            "{address}"
        );
    }
    for link in all("a[href^='#']") {
        let target = link.attr("href").unwrap().trim_start_matches('#');
        assert!(
            unique.contains(target),
            "{address}: nothing is called {target}"
        );
    }
}

#[tokio::test]
async fn every_page_is_well_formed_in_both_languages() {
    for address in PAGES {
        check_page(address, &get(shipped(), address).await);
        let mark = if address.contains('?') { '&' } else { '?' };
        let french = format!("{address}{mark}lang=fr");
        let answer = get(shipped(), &french).await;
        check_page(&french, &answer);
        assert!(answer.text.contains("<html lang=\"fr\""), "{french}");
        assert!(answer.text.contains("Aller au contenu"), "{french}");
        assert_eq!(answer.header("content-language"), "fr");
    }
}

#[tokio::test]
async fn every_treaty_and_every_participant_has_its_pages() {
    let treaties = get(shipped(), "/treaties.json").await.json();
    let ids: Vec<_> = treaties["treaties"].as_array().unwrap().iter().collect();
    assert_eq!(ids.len(), 27);
    for treaty in ids {
        let id = treaty["treaty"].as_str().unwrap();
        for page in ["", "/force", "/acts", "/obligations"] {
            let address = format!("/treaties/{id}{page}");
            check_page(&address, &get(shipped(), &address).await);
        }
    }
    let states = get(shipped(), "/states.json").await.json();
    for state in states["participants"].as_array().unwrap() {
        let address = format!("/states/{}", state["id"].as_str().unwrap());
        let answer = get(shipped(), &address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        check_html(&address, &answer.text);
    }
}

/// Every link of a page leads somewhere. Links to States and entries are many and alike: a few of
/// each kind are followed.
#[tokio::test]
async fn the_links_of_every_page_lead_somewhere() {
    let mut seen = BTreeSet::new();
    for address in PAGES {
        let text = get(shipped(), address).await.text;
        let html = Html::parse_document(&text);
        let selector = Selector::parse("a[href^='/'], link[href^='/']").unwrap();
        let links = html.select(&selector);
        let mut of_kind = std::collections::BTreeMap::<String, u32>::new();
        for link in links {
            let href = link
                .value()
                .attr("href")
                .unwrap()
                .split('#')
                .next()
                .unwrap()
                .to_owned();
            let kind: String = href
                .chars()
                .filter(|c| !c.is_ascii_digit() && !c.is_uppercase())
                .collect();
            let followed = of_kind.entry(kind).or_default();
            *followed += 1;
            if *followed <= 2 && seen.insert(href.clone()) {
                let mut answer = get(shipped(), &href).await;
                // An approach's address leads on to the entry where that is none.
                if answer.status == StatusCode::PERMANENT_REDIRECT {
                    let to = answer.header("location").to_owned();
                    answer = get(shipped(), &to).await;
                }
                assert_eq!(answer.status, StatusCode::OK, "{address} links to {href}");
            }
        }
    }
    assert!(seen.len() > 200, "{}", seen.len());
}

#[tokio::test]
async fn the_pages_say_what_is_on_record() {
    #[track_caller]
    fn says(answer: &Answer, text: &str) {
        assert!(answer.text.contains(text), "`{text}` is missing");
    }
    let answer = get(shipped(), "/treaties/ctbt?on=2023-09-22").await;
    says(
        &answer,
        "the CTBT counted 187 signatures and 178 ratifying States",
    );
    for own in ["Ratifying States <span", "States Signatories only <span"] {
        says(&answer, own);
    }
    let answer = get(shipped(), "/treaties/ctbt?on=2023-09-22&lang=fr").await;
    says(&answer, "comptait 187 signatures et 178 États ratifiants");
    says(&answer, "États signataires seulement <span");
    let answer = get(shipped(), "/treaties/ccm?on=2023-02-28").await;
    says(
        &answer,
        "111 had consented to be bound by the CCM, which was in force for 110 of them; 12 had signed only",
    );
    says(&answer, "States Parties <span");
    says(&answer, "Signatories only <span");
    let answer = get(shipped(), "/states/ITA").await;
    says(&answer, "</b> Ratifying State</span>");
    says(&answer, "</b> State Party</span>");
    let answer = get(shipped(), "/states/ITA/ccm").await;
    says(
        &answer,
        "Italy was bound by the CCM: in force for it since 1 March 2012",
    );
    let answer = get(shipped(), "/states/LTU/ccm").await;
    says(&answer, "it left on 6 March 2025");
    let answer = get(shipped(), "/treaties/ctbt/force").await;
    says(&answer, "9 of the States named have yet to deposit");
    let all = "/treaties/ctbt/force?if=CHN&if=EGY&if=IRN&if=ISR&if=USA&if=RUS&if=IND&if=PAK&if=PRK&when=2027-02-01";
    says(
        &get(shipped(), all).await,
        "would enter into force on 31 July 2027",
    );
}

#[tokio::test]
async fn a_page_the_reader_has_is_not_sent_again() {
    for address in [
        "/treaties/ctbt?on=2023-09-22",
        "/matrix.csv",
        "/states/ITA.json",
    ] {
        let first = get(shipped(), address).await;
        let tag = first.header("etag").to_owned();
        assert!(tag.starts_with("W/\""), "{address}: {tag}");
        let again = ask(shipped(), Method::GET, address, &[("if-none-match", &tag)]).await;
        assert_eq!(
            (again.status, again.text.as_str()),
            (StatusCode::NOT_MODIFIED, "")
        );
        assert_eq!(again.header("etag"), tag);
        let several = format!("\"x\", {tag}");
        let again = ask(
            shipped(),
            Method::GET,
            address,
            &[("if-none-match", &several)],
        )
        .await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    }
    // Another day, language or form is another page.
    let tags: BTreeSet<_> = [
        get(shipped(), "/treaties/ctbt").await,
        get(shipped(), "/treaties/ctbt?on=2023-09-22").await,
        get(shipped(), "/treaties/ctbt?lang=fr").await,
        get(shipped(), "/treaties/ctbt.json").await,
    ]
    .iter()
    .map(|answer| answer.header("etag").to_owned())
    .collect();
    assert_eq!(tags.len(), 4);
}

#[tokio::test]
async fn the_style_sheet_is_kept_for_a_year_under_a_name_of_its_content() {
    let page = get(shipped(), "/").await.text;
    let html = Html::parse_document(&page);
    let link = Selector::parse("link[rel=stylesheet]").unwrap();
    let address = html
        .select(&link)
        .next()
        .unwrap()
        .value()
        .attr("href")
        .unwrap()
        .to_owned();
    let sheet = get(shipped(), &address).await;
    assert_eq!(sheet.status, StatusCode::OK);
    assert!(sheet.header("cache-control").contains("immutable"));
    assert!(sheet.header("content-type").starts_with("text/css"));
    for never in ["@import", "url(", "http"] {
        assert!(
            !sheet.text.contains(never),
            "the sheet fetches something: {never}"
        );
    }
    assert_eq!(
        get(shipped(), "/static/accede-0.css").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn the_permanent_link_fixes_both_times_and_gives_the_same_page() {
    let answer = get(shipped(), "/treaties/ctbt").await;
    let html = Html::parse_document(&answer.text);
    let link = Selector::parse("a.permanent").unwrap();
    let link = html.select(&link).next().unwrap();
    let address = link.value().attr("href").unwrap();
    assert!(
        address.contains("on=2026-11-21") && address.contains("known="),
        "{address}"
    );
    let printed: String = link.text().collect();
    assert_eq!(printed, format!("accede.test{address}"));
    let again = get(shipped(), address).await;
    assert_eq!(again.status, StatusCode::OK);
    let figures = |text: &str| {
        let html = Html::parse_document(text);
        let dd = Selector::parse(".figures dd").unwrap();
        html.select(&dd)
            .map(|e| e.text().collect::<String>())
            .collect::<Vec<_>>()
    };
    assert_eq!(figures(&again.text), figures(&answer.text));
}

#[tokio::test]
async fn the_browsers_language_is_used_where_none_is_asked_for() {
    let french = [("accept-language", "fr-CH, fr;q=0.9, en;q=0.8")];
    let answer = ask(shipped(), Method::GET, "/", &french).await;
    assert!(answer.text.contains("<html lang=\"fr\" dir=\"ltr\">"));
    assert_eq!(answer.header("vary"), "accept-language");
    let answer = ask(shipped(), Method::GET, "/?lang=en", &french).await;
    assert!(answer.text.contains("<html lang=\"en\""));
    // Names in Arabic on a page whose texts are English say so.
    let answer = get(shipped(), "/states/EGY?lang=ar").await;
    assert!(
        answer
            .text
            .contains("<bdi lang=\"ar\" dir=\"rtl\">مصر</bdi>")
    );
}

/// English stands on a French page only where it is marked as English.
#[tokio::test]
async fn findings_are_said_in_french() {
    let data = get(shipped(), "/findings.json").await.json();
    let english: Vec<_> = data["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["text"].as_str().unwrap().to_owned())
        .collect();
    let sentence = Selector::parse("ul.findings > li > p:nth-of-type(2)").unwrap();
    let page = Html::parse_document(&get(shipped(), "/findings").await.text);
    let said: Vec<String> = page.select(&sentence).map(|p| p.text().collect()).collect();
    assert!(said.len() > 50 && said.len() == english.len());
    assert_eq!(
        said.iter().collect::<BTreeSet<_>>(),
        english.iter().collect::<BTreeSet<_>>(),
        "in English as in the data"
    );

    let page = Html::parse_document(&get(shipped(), "/findings?lang=fr").await.text);
    let marked = Selector::parse("[lang=en]").unwrap();
    let mut seen = 0;
    for p in page.select(&sentence) {
        seen += 1;
        assert_eq!(p.value().attr("lang"), None, "{}", p.html());
        let all: String = p.text().collect();
        assert!(!english.contains(&all), "{all}");
        let foreign: String = p.select(&marked).flat_map(|span| span.text()).collect();
        let own = all.chars().count() - foreign.chars().count();
        assert!(own > 20, "hardly a word of French: {all}");
        let own: String = p
            .children()
            .filter_map(|node| Some(&**node.value().as_text()?))
            .collect();
        for word in [" the ", " of ", " is ", " on ", " by "] {
            assert!(!own.contains(word), "unmarked English: {own}");
        }
    }
    assert_eq!(seen, english.len());
}

#[tokio::test]
async fn an_address_of_before_leads_to_the_page_with_its_form_and_its_question() {
    for (before, now) in [
        (
            "/treaties/ccm/duties.csv?on=2020-12-31&standing=any",
            "/treaties/ccm/obligations.csv?on=2020-12-31&standing=any",
        ),
        ("/treaties/ccm/ITA?lang=fr", "/states/ITA/ccm?lang=fr"),
        ("/treaties/ccm/Italy.json", "/states/ITA/ccm.json"),
        ("/treaties/ccm/ITA/3(2)", "/states/ITA/ccm/3%282%29"),
    ] {
        let answer = get(shipped(), before).await;
        assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT, "{before}");
        assert_eq!(answer.header("location"), now);
        assert_eq!(get(shipped(), now).await.status, StatusCode::OK, "{now}");
    }
}

#[tokio::test]
async fn names_acts_and_standings_are_in_the_language_asked_for_and_say_which() {
    for (lang, dir, state, act, standing) in [
        ("ar", "rtl", "إيطاليا", "تصديق", "دولة طرف"),
        ("zh", "ltr", "意大利", "批准", "缔约国"),
        ("ru", "ltr", "Италия", "ратификация", "Государство-участник"),
        ("es", "ltr", "Italia", "ratificación", "Estado parte"),
    ] {
        let page = get(shipped(), &format!("/states/ITA/ccm?lang={lang}")).await;
        for term in [state, act, standing] {
            let marked = format!("<bdi lang=\"{lang}\" dir=\"{dir}\">{term}</bdi>");
            assert!(page.text.contains(&marked), "{marked}");
        }
    }
}
