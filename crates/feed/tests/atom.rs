//! Feeds, read back by a strict parser of XML, and held to the rules of RFC 4287.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::collections::BTreeSet;

use common::{hostile, shipped, words};
use feed::atom::{Around, write};
use jiff::civil::date;
use roxmltree::{Document, Node};
use treaty::Lang;
use world::view::NewsView;

const ATOM: &str = "http://www.w3.org/2005/Atom";

fn feed(view: &NewsView, lang: Lang, paged: bool) -> String {
    let around = Around {
        words: words(lang),
        title: "Convention on <Cluster> & Munitions",
        page: "/treaties/ccm/feed",
        address: &|path| format!("https://accede.test{path}"),
        paged,
    };
    write(view, &around).unwrap()
}

fn children<'d>(node: Node<'d, 'd>, name: &'static str) -> Vec<Node<'d, 'd>> {
    node.children()
        .filter(|child| child.has_tag_name((ATOM, name)))
        .collect()
}

fn text<'d>(node: Node<'d, 'd>, name: &'static str) -> &'d str {
    let found = children(node, name);
    assert_eq!(found.len(), 1, "{name}");
    found[0].text().unwrap()
}

/// RFC 4287, 4.1.1 and 4.1.2, as far as they bear on what we write.
fn holds(feed: &str) {
    let document = Document::parse(feed).unwrap();
    let root = document.root_element();
    assert!(root.has_tag_name((ATOM, "feed")));
    assert!(!text(root, "title").is_empty());
    assert!(text(root, "id").starts_with("urn:uuid:"));
    assert_eq!(children(root, "author").len(), 1);
    let rels = |node| -> Vec<_> {
        let links = children(node, "link").into_iter();
        links
            .map(|link| link.attribute("rel").unwrap().to_owned())
            .collect()
    };
    assert!(rels(root).contains(&"self".to_owned()), "SHOULD have one");
    let moments = |node| {
        let updated: jiff::Timestamp = text(node, "updated").parse().unwrap();
        updated
    };
    let mut ids = BTreeSet::new();
    for entry in children(root, "entry") {
        assert!(ids.insert(text(entry, "id")), "{}", text(entry, "id"));
        assert!(text(entry, "id").starts_with("urn:uuid:"));
        assert!(!text(entry, "title").contains(['\n', '\u{0}']));
        assert_eq!(
            rels(entry).iter().filter(|rel| *rel == "alternate").count(),
            1
        );
        assert!(moments(entry) <= moments(root));
        let published: jiff::Timestamp = text(entry, "published").parse().unwrap();
        assert!(published <= moments(entry));
        let content = children(entry, "content")[0];
        assert_eq!(content.attribute("type"), Some("html"));
        for link in children(entry, "link") {
            let href = link.attribute("href").unwrap();
            assert!(
                href.starts_with("https://") || href.starts_with("http://"),
                "{href}"
            );
        }
    }
}

#[test]
fn the_feeds_of_the_shipped_record_hold_in_both_languages() {
    let world = shipped();
    let today = date(2026, 11, 21);
    for lang in [Lang::En, Lang::Fr] {
        let everything = world.news(None, None, today, None, 100, lang).unwrap();
        assert_eq!(everything.items.len(), 100);
        holds(&feed(&everything, lang, true));
        for law in world.treaties() {
            let view = world
                .news(Some(&law.id), None, today, None, 100, lang)
                .unwrap();
            holds(&feed(&view, lang, true));
        }
        for code in ["ITA", "VUT", "LTU", "EUE"] {
            let state = code.parse().unwrap();
            let view = world
                .news(None, Some(state), today, None, 500, lang)
                .unwrap();
            holds(&feed(&view, lang, true));
        }
    }
}

#[test]
fn the_pages_of_a_feed_lead_from_one_to_the_next_and_miss_nothing() {
    let world = shipped();
    let ccm = "ccm".parse().unwrap();
    let page = |before: Option<&str>| {
        let today = date(2026, 11, 21);
        world
            .news(Some(&ccm), None, today, before, 40, Lang::En)
            .unwrap()
    };
    let mut seen = Vec::new();
    let mut before: Option<String> = None;
    loop {
        let view = page(before.as_deref());
        assert_eq!(view.before, before);
        let back = view.newer.as_deref();
        if before.is_some() {
            let newer = page(back);
            assert_eq!(newer.older.as_deref(), before.as_deref(), "back is back");
        }
        let xml = feed(&view, Lang::En, true);
        let next = view.older.as_ref().map(|id| format!("before={id}"));
        match &next {
            Some(next) => assert!(xml.contains(next) && xml.contains("rel=\"next\"")),
            None => assert!(!xml.contains("rel=\"next\"")),
        }
        seen.extend(view.items.iter().map(|item| item.id.clone()));
        let total = view.total;
        before = view.older;
        if before.is_none() {
            assert_eq!(seen.len(), total);
            break;
        }
    }
    let once: BTreeSet<_> = seen.iter().collect();
    assert_eq!(once.len(), seen.len());
    let nobody = world.news(
        Some(&ccm),
        None,
        date(2026, 11, 21),
        Some("x"),
        40,
        Lang::En,
    );
    assert_eq!(nobody, None);
}

#[test]
fn hostile_names_stay_text() {
    let world = hostile();
    let view = world
        .news(None, None, date(2026, 11, 21), None, 100, Lang::En)
        .unwrap();
    assert!(view.items.len() > 2, "{view:?}");
    let xml = feed(&view, Lang::En, true);
    holds(&xml);
    assert!(
        !xml.contains('\u{202e}'),
        "an override turns the line around"
    );
    let document = Document::parse(&xml).unwrap();
    let titles: Vec<_> = document
        .descendants()
        .filter(|node| node.has_tag_name((ATOM, "title")))
        .map(|node| node.text().unwrap())
        .collect();
    assert!(
        titles
            .iter()
            .any(|title| title.contains("]]><script>&amp;")),
        "{titles:?}"
    );
    let contents = document
        .descendants()
        .filter(|node| node.has_tag_name((ATOM, "content")));
    for content in contents {
        assert!(!content.text().unwrap().contains("<script"), "{content:?}");
    }
    assert!(!xml.contains("javascript:"), "no such address is a link");
}

#[test]
fn the_same_view_gives_the_same_bytes_and_the_id_does_not_know_the_host() {
    let world = shipped();
    let today = date(2026, 11, 21);
    let view = world.news(None, None, today, None, 50, Lang::En).unwrap();
    assert_eq!(feed(&view, Lang::En, true), feed(&view, Lang::En, true));
    let around = Around {
        words: words(Lang::En),
        title: "x",
        page: "/treaties/ccm/feed",
        address: &|path| path.to_owned(),
        paged: true,
    };
    let elsewhere = write(&view, &around).unwrap();
    let ids = |xml: &str| -> Vec<String> {
        let document = Document::parse(xml).unwrap();
        let ids = document
            .descendants()
            .filter(|n| n.has_tag_name((ATOM, "id")));
        ids.map(|n| n.text().unwrap().to_owned()).collect()
    };
    assert_eq!(ids(&elsewhere), ids(&feed(&view, Lang::En, true)));
}
