//! Pictures on pages and as files: what is taken away is what was shown, and beside every picture
//! stands the table behind it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::collections::BTreeSet;

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use scraper::{Html, Selector};
use tower::ServiceExt;

use common::{get, published, shipped};

fn select<'h>(html: &'h Html, selector: &str) -> Vec<scraper::ElementRef<'h>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(html: &Html, selector: &str) -> Vec<String> {
    let found = select(html, selector).into_iter();
    found.map(|one| one.text().collect::<String>()).collect()
}

async fn page(address: &str) -> Html {
    let answer = get(shipped(), address).await;
    assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text);
    Html::parse_document(&answer.text)
}

const PICTURES: [&str; 6] = [
    "/treaties/ctbt/map",
    "/treaties/ccm/tiles",
    "/treaties/apmbc/curve",
    "/treaties/tpnw/groups",
    "/curves?treaties=ccm,apmbc&by=years",
    "/",
];

/// The address in another form, with a day.
fn in_form(address: &str, form: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let path = if path == "/" { "/index" } else { path };
    format!("{path}.{form}?on=2020-10-24&{query}")
}

#[tokio::test]
async fn a_picture_taken_away_is_the_one_shown() {
    for address in PICTURES {
        let mark = if address.contains('?') { '&' } else { '?' };
        let shown = page(&format!("{address}{mark}on=2020-10-24")).await;
        let titles: BTreeSet<_> = text(&shown, "figure svg.pic > title").into_iter().collect();
        assert_eq!(titles.len(), 1, "{address}: {titles:?}");
        let file = get(shipped(), &in_form(address, "svg")).await;
        assert_eq!(
            file.header("content-type"),
            "image/svg+xml; charset=utf-8",
            "{address}"
        );
        assert!(
            file.header("content-disposition")
                .contains("2020-10-24.svg"),
            "{address}"
        );
        let policy = file.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'"), "{policy}");
        let title = titles.first().unwrap();
        let escaped = title.replace('&', "&amp;").replace('\'', "&#39;");
        assert!(
            file.text.contains(&format!("-title\">{escaped}</title>")),
            "{address}: {title}"
        );
        assert!(!file.text.contains("<a "), "{address} leads somewhere");
        assert!(file.text.contains("24 October 2020"), "{address}");
        let again = get(shipped(), &in_form(address, "svg")).await;
        assert_eq!(file.text, again.text, "{address}: the same bytes");
    }
}

#[tokio::test]
async fn a_picture_is_to_be_had_as_pixels() {
    let request = Request::get("/treaties/ccm/groups.png?on=2020-10-24");
    let answer = shipped()
        .oneshot(request.body(Body::empty()).unwrap())
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(answer.headers()["content-type"], "image/png");
    let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
    let width = u32::from_be_bytes(bytes[16..20].try_into().unwrap());
    assert!(width >= 1200, "{width}");
}

/// Under every picture: the day, how it is known, the terms, its files, a link that stays.
#[tokio::test]
async fn under_every_picture_stands_what_one_must_know_to_use_it() {
    for address in [
        "/treaties/ccm",
        "/treaties/ctbt/map",
        "/treaties/ccm/curve",
        "/",
    ] {
        let html = page(address).await;
        let plates = select(&html, "figure.plate");
        assert!(!plates.is_empty(), "{address}");
        for plate in plates {
            let part = |selector: &str| {
                plate
                    .select(&Selector::parse(selector).unwrap())
                    .collect::<Vec<_>>()
            };
            let notes: String = part(".notes li").iter().flat_map(|li| li.text()).collect();
            assert!(notes.contains("21 November 2026"), "{address}: {notes}");
            assert!(notes.contains("free to use"), "{address}: {notes}");
            let files: BTreeSet<_> = part(".take a")
                .iter()
                .filter_map(|a| a.value().attr("href"))
                .collect();
            for form in ["svg", "png", "csv", "json"] {
                assert!(
                    files.iter().any(|file| file.contains(&format!(".{form}"))),
                    "{address}: {form} in {files:?}"
                );
            }
            let permanent = part("a.permalink")[0].value().attr("href").unwrap();
            assert!(
                permanent.contains("on=2026-11-21") && permanent.contains("known="),
                "{permanent}"
            );
            for file in files {
                let path = file.split('?').next().unwrap();
                if !path.ends_with(".png") {
                    let answer = get(shipped(), file).await;
                    assert_eq!(answer.status, StatusCode::OK, "{address}: {file}");
                }
            }
        }
    }
}

#[tokio::test]
async fn the_table_behind_a_picture_has_the_rows_of_its_csv() {
    for (address, beside) in [
        ("/treaties/ctbt/map?on=2023-09-22", 0),
        ("/treaties/ccm/tiles?on=2011-01-01", 0),
        ("/treaties/apmbc/curve", 0),
        ("/treaties/tpnw/groups", 0),
    ] {
        let rows = select(&page(address).await, "#main table tbody tr").len();
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let csv = get(shipped(), &format!("{path}.csv?{query}")).await.text;
        let lines = csv::Reader::from_reader(csv.as_bytes()).records().count();
        assert_eq!(rows, lines + beside, "{address}");
        assert!(rows > 5, "{address}: {rows}");
    }
}

#[tokio::test]
async fn map_tiles_and_table_are_three_ways_to_see_the_same() {
    for (asked, word) in [
        ("", "map"),
        ("&view=tiles", "tiles"),
        ("&view=table", "table"),
    ] {
        let address = format!("/treaties/ccm?on=2015-01-01{asked}");
        let html = page(&address).await;
        let links = select(&html, ".views a");
        assert_eq!(links.len(), 3, "{address}");
        for link in &links {
            let href = link.value().attr("href").unwrap();
            assert!(href.contains("on=2015-01-01"), "the day goes along: {href}");
        }
        let here = select(&html, ".views a[aria-current]");
        assert_eq!(here[0].value().attr("id").unwrap(), format!("view-{word}"));
        let drawn = select(&html, &format!("svg#{word}"));
        let told = select(&html, "#standing table.all tbody tr");
        assert_eq!(drawn.is_empty(), word == "table", "{address}");
        assert_eq!(told.is_empty(), word != "table", "{address}");
        let counts = &get(shipped(), "/treaties/ccm.json?on=2015-01-01")
            .await
            .json()["counts"];
        for figure in select(&html, ".figures a[data-count]") {
            let word = figure.value().attr("data-count").unwrap();
            let shown: String = figure.text().collect();
            assert_eq!(counts[word].to_string(), shown, "{address}: {word}");
        }
    }
}

/// Whoever stands on the map stands in the table, and so does everyone on the tiles.
#[tokio::test]
async fn everybody_of_the_table_is_on_the_tiles() {
    let view = get(shipped(), "/treaties/ccm/tiles.json").await.json();
    let told: BTreeSet<_> = view["participants"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            (
                row["iso3"].as_str().unwrap().to_owned(),
                row["standing"].as_str().unwrap().to_owned(),
            )
        })
        .collect();
    let html = page("/treaties/ccm/tiles").await;
    let drawn: BTreeSet<_> = select(&html, "svg#tiles [data-iso3]")
        .iter()
        .map(|part| {
            let standing = part
                .value()
                .attr("class")
                .unwrap()
                .trim_start_matches("st-");
            (
                part.value().attr("data-iso3").unwrap().to_owned(),
                standing.to_owned(),
            )
        })
        .collect();
    assert_eq!(drawn, told);
}

#[tokio::test]
async fn the_tiles_of_a_condition_can_be_toggled_without_a_script() {
    let html = page("/treaties/ctbt").await;
    let boxes = select(&html, "#board input[type=checkbox]");
    assert_eq!(boxes.len(), 44);
    let named = |name: &str| {
        let of = boxes
            .iter()
            .filter(|one| one.value().attr("name") == Some(name));
        of.count()
    };
    assert_eq!((named("if"), named("without")), (9, 35));
    assert!(
        boxes
            .iter()
            .all(|one| one.value().attr("checked").is_none())
    );
    assert_eq!(
        select(&html, "#board form")[0].value().attr("action"),
        Some("/treaties/ctbt/force")
    );

    let supposed = "/treaties/ctbt/force?if=USA&without=ITA&when=2027-02-01";
    let html = page(supposed).await;
    let checked: Vec<_> = select(&html, "#board input[checked]")
        .iter()
        .map(|one| one.value().attr("value").unwrap().to_owned())
        .collect();
    assert!(checked.contains(&"USA".to_owned()) && checked.contains(&"ITA".to_owned()));
    assert_eq!(text(&html, "#board .figures dd a"), ["35", "9"]);
    let missing = text(&html, "#board .still a");
    assert!(missing.contains(&"Italy".to_owned()), "{missing:?}");
    assert!(
        !missing.iter().any(|name| name.contains("America")),
        "{missing:?}"
    );
    let view = get(shipped(), &supposed.replace("force", "force.json"))
        .await
        .json();
    assert_eq!(view["without"][0], "ITA");
    assert_eq!(view["missing"].as_array().unwrap().len(), missing.len());

    let all = "if=CHN&if=EGY&if=IRN&if=ISR&if=USA&if=RUS&if=IND&if=PAK&if=PRK&when=2027-02-01";
    let html = page(&format!("/treaties/ctbt/force?{all}")).await;
    assert_eq!(
        text(&html, "#board [data-told]"),
        ["With these deposits, the treaty would enter into force on 31 July 2027."]
    );
    // Of all nine and without one that had deposited, the day does not follow.
    let html = page(&format!("/treaties/ctbt/force?{all}&without=JPN")).await;
    assert!(text(&html, "#board [data-told]")[0].contains("one of the States named"));
    let reset = select(&html, "#board a.reset")[0]
        .value()
        .attr("href")
        .unwrap();
    let html = page(reset).await;
    assert!(select(&html, "#board input[checked]").is_empty());
    assert!(select(&html, ".notice").is_empty());
}

/// What has entered into force is not undone by a supposition.
#[tokio::test]
async fn a_treaty_in_force_has_no_board_to_toggle() {
    let html = page("/treaties/npt/force?without=GBR").await;
    assert!(select(&html, "#board input").is_empty());
    let view = get(shipped(), "/treaties/npt/force.json?without=GBR")
        .await
        .json();
    assert_eq!(
        (&view["met"], &view["date"]),
        (&true.into(), &"1970-03-05".into())
    );
}

#[tokio::test]
async fn several_curves_are_asked_for_in_one_parameter_or_in_many() {
    let one = get(shipped(), "/curves.json?treaties=ccm,apmbc").await;
    let many = get(shipped(), "/curves.json?treaties=ccm&treaties=apmbc").await;
    assert_eq!(one.json()["treaties"], many.json()["treaties"]);
    let ccm = get(shipped(), "/treaties/ccm/curve.json").await.json();
    assert_eq!(one.json()["treaties"][0]["points"], ccm["points"]);
    let html = page("/curves?treaties=ccm,apmbc&count=parties&on=2020-11-25").await;
    let ticked: Vec<_> = select(&html, "input[name=treaties][checked]")
        .iter()
        .map(|one| one.value().attr("value").unwrap())
        .collect::<Vec<_>>();
    assert_eq!(ticked, ["apmbc", "ccm"]);
    let counts = text(&html, "tbody td:last-child a");
    let mut told = Vec::new();
    for treaty in ["ccm", "apmbc"] {
        let view = get(shipped(), &format!("/treaties/{treaty}.json?on=2020-11-25")).await;
        told.push(view.json()["counts"]["parties"].to_string());
    }
    assert_eq!(counts, told);
}

#[tokio::test]
async fn scripts_are_served_as_modules_and_find_each_other() {
    let html = page("/treaties/ctbt").await;
    let scripts = select(&html, "script[type=module]");
    // Those of the page, and that of the search box.
    assert_eq!(scripts.len(), 4);
    for script in scripts {
        let address = script.value().attr("src").unwrap();
        let served = get(shipped(), address).await;
        assert_eq!(served.status, StatusCode::OK, "{address}");
        assert!(served.header("content-type").starts_with("text/javascript"));
        assert!(served.header("cache-control").contains("immutable"));
        for rest in served.text.split(" from \"./").skip(1) {
            let (name, _) = rest.split_once('"').unwrap();
            let imported = get(shipped(), &format!("/static/{name}")).await;
            assert_eq!(imported.status, StatusCode::OK, "{address} imports {name}");
        }
    }
}

/// Without a server there is nobody to answer a form, and nothing to drag against.
#[tokio::test]
async fn a_published_page_leaves_out_what_needs_a_server() {
    for address in [
        "/treaties/ctbt",
        "/treaties/ctbt/force",
        "/treaties/ccm/curve",
        "/matrix",
    ] {
        let answer = get(published(), address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        let html = Html::parse_document(&answer.text);
        for never in ["script", "#main form", "[data-drag]", "[data-years]"] {
            assert!(select(&html, never).is_empty(), "{address}: {never}");
        }
        assert!(!answer.text.contains("view="), "{address}");
    }
    let html = Html::parse_document(&get(published(), "/treaties/ctbt").await.text);
    assert_eq!(select(&html, "#board .tile").len(), 44);
    let ways: Vec<_> = select(&html, ".views a")
        .iter()
        .map(|a| a.value().attr("href").unwrap().to_owned())
        .collect();
    assert_eq!(ways, ["/treaties/ctbt/map", "/treaties/ctbt/tiles", "#who"]);
}
