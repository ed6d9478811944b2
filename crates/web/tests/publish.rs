//! The published edition: whole, the same for the same record, and changed only where the record
//! is.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::wildcard_enum_match_arm, reason = "a test takes what it needs")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

use common::{Fixed, entry};
use ledger::{Body, Entry};
use scraper::{Html, Selector};
use treaty::{Act, Kind, Lang, Source};
use web::App;
use web::publish::{Edition, Extra, Published, Sink, publish};

/// States enough for a party, a signatory and one that did nothing.
const STATES: [&str; 6] = ["ITA", "NOR", "VUT", "LTU", "USA", "COD"];

/// The files of an edition.
#[derive(Default)]
struct Files(BTreeMap<String, Vec<u8>>);

impl Sink for Files {
    fn put(&mut self, path: &str, bytes: &[u8]) -> io::Result<()> {
        self.0.insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn progress(&mut self, _: usize, _: usize) {}
}

/// A small part of what ships: one treaty, a few States, and what they did.
fn record() -> Vec<Entry> {
    let mut entries = shipped::entries().unwrap();
    entries.retain(|entry| match &entry.body {
        Body::Participant(one) => STATES.contains(&one.id.as_str()),
        Body::Treaty(file) => file.treaty.as_str() == "ccm",
        Body::Act(act) => act.treaty.as_str() == "ccm" && STATES.contains(&act.by.as_str()),
        Body::Meeting(meeting) => meeting.treaty.as_str() == "ccm",
        Body::Membership(of) => STATES.contains(&of.by.as_str()),
        _ => false,
    });
    entries
}

async fn edition(entries: Vec<Entry>, base: Option<&str>) -> (Files, Published) {
    edition_without(entries, base, &[]).await
}

async fn edition_without(
    entries: Vec<Entry>,
    base: Option<&str>,
    without: &[Extra],
) -> (Files, Published) {
    let app = App::new(Arc::new(Fixed::new(entries)));
    let edition = Edition {
        langs: vec![Lang::En, Lang::Fr],
        base: base.map(str::to_owned),
        without: without.iter().copied().collect(),
    };
    let mut files = Files::default();
    let published = publish(app, &edition, &mut files).await.unwrap();
    (files, published)
}

/// Where a link leads from a file.
fn target(file: &str, link: &str) -> String {
    let mut parts: Vec<_> = file.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        if part == ".." {
            parts.pop().unwrap();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

#[tokio::test]
async fn every_link_of_an_edition_leads_to_a_file_of_it() {
    let (files, published) = edition(record(), None).await;
    assert_eq!(published.dead, [], "pages lead to what is not there");
    for name in [
        "index.html",
        "fr/index.html",
        "404.html",
        "edition.html",
        "contents.html",
        "needs-server.html",
        "fr/needs-server.html",
        ".nojekyll",
        "treaties/ccm/index.html",
        "treaties/ccm.json",
        "states/ITA/ccm/index.html",
        "fr/states/ITA/index.html",
        "feed.atom",
        "calendar.ics",
        "treaties/ccm/feed.atom",
        "states/VUT/calendar.ics",
        "ledger/from/1/index.html",
    ] {
        assert!(files.0.contains_key(name), "{name} is missing");
    }
    let linked = Selector::parse("[href], [src]").unwrap();
    let named = Selector::parse("[id]").unwrap();
    let pages: BTreeMap<&String, Html> = files
        .0
        .iter()
        .filter(|(file, _)| file.ends_with(".html"))
        .map(|(file, bytes)| {
            (
                file,
                Html::parse_document(std::str::from_utf8(bytes).unwrap()),
            )
        })
        .collect();
    let ids: BTreeMap<&String, BTreeSet<&str>> = pages
        .iter()
        .map(|(file, page)| {
            let ids = page.select(&named).filter_map(|one| one.attr("id"));
            (*file, ids.collect())
        })
        .collect();
    let mut seen = 0;
    for (file, page) in &pages {
        for element in page.select(&linked) {
            let link = element.attr("href").or(element.attr("src")).unwrap();
            if link.starts_with("http") {
                assert!(!link.contains("accede.invalid"), "{file}: {link}");
                continue;
            }
            let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
            let to = if path.is_empty() {
                (*file).clone()
            } else {
                target(file, path)
            };
            assert!(files.0.contains_key(&to), "{file}: {link} leads to {to}");
            if !fragment.is_empty() {
                assert!(ids[&to].contains(fragment), "{file}: {link}");
            }
            seen += 1;
        }
    }
    assert!(seen > 1000, "{seen} links");
}

#[tokio::test]
async fn nothing_of_an_edition_asks_for_a_server() {
    let (files, _) = edition(record(), None).await;
    for (file, bytes) in files.0.iter().filter(|(file, _)| file.ends_with(".html")) {
        let text = std::str::from_utf8(bytes).unwrap();
        for needs in ["<form", "<script", "accede.invalid", "⟨"] {
            assert!(!text.contains(needs), "{file} has {needs}");
        }
    }
}

#[tokio::test]
async fn the_same_record_gives_the_same_files() {
    let (one, _) = edition(record(), Some("https://a.example/")).await;
    let (other, _) = edition(record(), Some("https://a.example/")).await;
    assert_eq!(one.0.len(), other.0.len());
    for (file, bytes) in &one.0 {
        assert_eq!(Some(bytes), other.0.get(file), "{file}");
    }
    let feed = std::str::from_utf8(&one.0["treaties/ccm/feed.atom"]).unwrap();
    assert!(feed.contains("href=\"https://a.example/states/ITA/ccm/index.html\""));
    let map = std::str::from_utf8(&one.0["sitemap.xml"]).unwrap();
    assert!(map.contains("<loc>https://a.example/fr/treaties/ccm/index.html</loc>"));
    assert!(!map.contains("404.html"));
}

/// One act more, and the files of others stay: their time does not change on a host.
#[tokio::test]
async fn one_entry_more_changes_the_files_it_is_about_and_no_others() {
    let (before, _) = edition(record(), None).await;
    let mut entries = record();
    let act = Act::new(
        "ccm".parse().unwrap(),
        "USA".parse().unwrap(),
        Kind::Signature,
        "2009-01-05".parse().unwrap(),
    );
    entries.push(entry(
        300_000_000,
        Source::cited("invented"),
        Body::Act(act),
    ));
    let (after, _) = edition(entries, None).await;
    let changed: Vec<_> = after
        .0
        .iter()
        .filter(|(file, bytes)| before.0.get(*file) != Some(*bytes))
        .map(|(file, _)| file.as_str())
        .collect();
    for file in [
        "treaties/ccm/index.html",
        "states/USA/index.html",
        "edition.html",
        "feed.atom",
    ] {
        assert!(changed.contains(&file), "{file} says nothing of it");
    }
    for state in ["ITA", "NOR", "VUT", "LTU", "COD"] {
        for file in [
            format!("states/{state}/index.html"),
            format!("states/{state}.json"),
            format!("states/{state}.csv"),
            format!("states/{state}/ccm/index.html"),
            format!("fr/states/{state}/feed.atom"),
            format!("fr/states/{state}/calendar.ics"),
        ] {
            assert!(before.0.contains_key(&file), "{file}");
            assert!(
                !changed.contains(&file.as_str()),
                "{file} changed: {changed:?}"
            );
        }
    }
}

/// A list of which a server gives a part at a time is whole in an edition: there is no next part to
/// ask for.
#[tokio::test]
async fn every_item_of_a_list_is_in_the_edition() {
    let mut entries = record();
    for day in 1..=20 {
        let act = Act::new(
            "ccm".parse().unwrap(),
            "USA".parse().unwrap(),
            Kind::Signature,
            format!("2009-03-{day:02}").parse().unwrap(),
        );
        let body = Body::Act(act);
        entries.push(entry(300_000_000 + day, Source::cited("invented"), body));
    }
    let recorded = entries.len();
    assert!(
        recorded > 100,
        "the ledger has more than a page: {recorded}"
    );
    let pictures = [Extra::Png, Extra::Svg];
    let (files, _) = edition_without(entries, None, &pictures).await;
    let text = |file: &str| std::str::from_utf8(&files.0[file]).unwrap();
    let data = |file: &str| -> serde_json::Value { serde_json::from_str(text(file)).unwrap() };
    let ledger = data("ledger.json");
    let numbers: BTreeSet<_> = ledger["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["seq"].as_u64().unwrap())
        .collect();
    assert_eq!(numbers.len(), recorded);
    assert!(ledger["next"].is_null());
    for number in numbers {
        let page = format!("ledger/from/{}/index.html", (number - 1) / 100 * 100 + 1);
        assert!(
            text(&page).contains(&format!("id=\"entry-{number}\"")),
            "{number}"
        );
    }
    for (file, page) in [
        ("feed", None),
        ("treaties/ccm/feed", Some("treaties/ccm/feed/index.html")),
        (
            "fr/treaties/ccm/feed",
            Some("fr/treaties/ccm/feed/index.html"),
        ),
        ("states/ITA/feed", Some("states/ITA/feed/index.html")),
    ] {
        let news = data(&format!("{file}.json"));
        let items = news["items"].as_array().unwrap();
        assert_eq!(news["total"], serde_json::json!(items.len()), "{file}");
        assert!(news["older"].is_null(), "{file}");
        assert_eq!(
            csv_rows(text(&format!("{file}.csv"))),
            items.len(),
            "{file}"
        );
        for item in page.iter().flat_map(|_| items) {
            let id = format!("id=\"n-{}\"", item["id"].as_str().unwrap());
            assert!(text(page.unwrap()).contains(&id), "{file}: {id}");
        }
    }
    assert!(
        data("feed.json")["items"].as_array().unwrap().len() > 50,
        "the feed has more than a page"
    );
    for (file, rows) in [
        ("duties", "duties"),
        ("states", "participants"),
        ("treaties/ccm/acts", "acts"),
        ("treaties/ccm/obligations--standing-any", "duties"),
    ] {
        let list = data(&format!("{file}.json"));
        assert!(list.get("page").is_none(), "{file} is a part");
        let count = list[rows].as_array().unwrap().len();
        assert!(count > 0, "{file}");
        assert_eq!(csv_rows(text(&format!("{file}.csv"))), count, "{file}");
    }
}

/// The rows of a table under its heading.
fn csv_rows(text: &str) -> usize {
    csv::Reader::from_reader(text.as_bytes()).records().count()
}

#[tokio::test]
async fn what_is_left_out_is_nowhere_and_no_link_leads_to_it() {
    let (all, _) = edition(record(), None).await;
    let (less, _) = edition_without(record(), None, &[Extra::Png, Extra::Json]).await;
    let of = |files: &Files, form: &str| {
        let names = files.0.keys().filter(|file| file.ends_with(form));
        names.cloned().collect::<BTreeSet<_>>()
    };
    assert!(of(&all, ".png").len() > 5 && of(&all, ".json").len() > 20);
    assert!(of(&less, ".png").is_empty());
    let documents = [
        "data/datapackage.json",
        "data/datasette.json",
        "openapi.json",
    ];
    assert!(
        of(&less, ".json")
            .iter()
            .all(|file| documents.contains(&file.as_str()))
    );
    for form in [".html", ".csv", ".svg", ".atom", ".ics"] {
        assert_eq!(of(&less, form), of(&all, form), "{form}");
    }
    for (file, bytes) in less.0.iter().filter(|(file, _)| file.ends_with(".html")) {
        let page = std::str::from_utf8(bytes).unwrap();
        assert!(!page.contains(".png\""), "{file}");
        assert!(
            !page.contains(">PNG</a>") && !page.contains(">JSON</a>"),
            "{file}"
        );
    }
}

/// A choice has a page with its rows, and not everything else of the whole page over again.
#[tokio::test]
async fn the_page_of_a_group_has_its_members_and_a_title_of_its_own() {
    let pictures = [Extra::Png, Extra::Svg];
    let (files, _) = edition_without(record(), None, &pictures).await;
    let text = |file: &str| std::str::from_utf8(&files.0[file]).unwrap();
    let (whole, group) = (
        text("treaties/ccm/index.html"),
        text("treaties/ccm/group-EU.html"),
    );
    assert!(
        group.len() * 3 < whole.len(),
        "{} of {}",
        group.len(),
        whole.len()
    );
    assert!(group.contains("states/ITA/ccm/index.html"));
    assert!(
        !group.contains("states/NOR/ccm/index.html"),
        "Norway is no member"
    );
    let title = |page: &str| {
        page.split("<title>")
            .nth(1)
            .map(|rest| rest[..40].to_owned())
    };
    assert_ne!(title(whole), title(group));
    assert!(files.0.contains_key("treaties/ccm--group-EU.csv"));
    assert!(!files.0.contains_key("treaties/ccm--group-EU.json"));
}
