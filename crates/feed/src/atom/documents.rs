//! Documents of the library as a feed: a search that is followed.

use atom_syndication::{Category, Content, Entry, Feed, Generator, Link, Person, Text};
use jiff::Timestamp;
use words::Words;

use super::{ATOM, FeedError, html, is_web, item_urn, link, moment, urn};
use crate::say::{Line, Told};
use crate::text::{clean, line};

/// What a feed of documents is of, and where it stands.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// The texts.
    pub words: &'a Words,
    /// What the feed is called.
    pub title: &'a str,
    /// The page with the same search, from the root of the site, with what it asks: `/library?state=ITA`.
    pub page: &'a str,
    /// The feed itself, likewise: `/library.atom?state=ITA`.
    pub feed: &'a str,
    /// The address of a page or file of the site given from its root: absolute where the host is known.
    pub address: &'a dyn Fn(&str) -> String,
}

/// A document or statement that matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The id of its entry.
    pub id: String,
    /// Its page, from the root of the site.
    pub page: String,
    /// Its title.
    pub title: String,
    /// What is known of it.
    pub lines: Vec<Line>,
    /// When it was recorded.
    pub published: Timestamp,
    /// When its present words were.
    pub updated: Timestamp,
    /// Where it is to be read elsewhere.
    pub url: Option<String>,
    /// What it is and speaks of: words of the record, and what people read.
    pub categories: Vec<(String, String)>,
}

/// The feed (RFC 4287). Its id is of its search and its language, and those of its items are of their entries: neither
/// depends on the host.
///
/// # Errors
///
/// [`FeedError`], which no items of ours give.
pub fn write(items: &[Item], around: &Around<'_>) -> Result<String, FeedError> {
    let words = around.words;
    let entries: Result<Vec<_>, _> = items.iter().map(|item| entry(item, around)).collect();
    let updated = items.iter().map(|item| item.updated).max();
    let feed = Feed {
        title: Text::plain(line(around.title)),
        subtitle: Some(Text::plain(words.text("library-feed-subtitle"))),
        id: urn(&format!("{} {}", around.page, words.lang().code())),
        updated: moment(updated.unwrap_or_default())?,
        authors: vec![Person {
            name: "Accede".to_owned(),
            ..Person::default()
        }],
        generator: Some(Generator {
            value: "Accede".to_owned(),
            uri: None,
            version: None,
        }),
        rights: Some(Text::plain(words.text("feed-rights"))),
        links: vec![
            link("self", &(around.address)(around.feed), ATOM),
            link("alternate", &(around.address)(around.page), "text/html"),
        ],
        entries: entries?,
        lang: Some(words.text_lang().code().to_owned()),
        ..Feed::default()
    };
    let bytes = feed
        .write_to(Vec::new())
        .map_err(|cause| FeedError::Write(around.page.to_owned(), cause))?;
    let mut text = String::from_utf8(bytes).expect("the writer was given text alone");
    text.push('\n');
    Ok(text)
}

fn entry(item: &Item, around: &Around<'_>) -> Result<Entry, FeedError> {
    let mut links = vec![link(
        "alternate",
        &(around.address)(&item.page),
        "text/html",
    )];
    if let Some(url) = item.url.as_deref().filter(|url| is_web(url)) {
        links.push(Link {
            href: clean(url),
            rel: "via".to_owned(),
            ..Link::default()
        });
    }
    let told = Told {
        title: item.title.clone(),
        lines: item.lines.clone(),
    };
    let categories = item.categories.iter().map(|(term, label)| Category {
        term: clean(term),
        scheme: None,
        label: Some(line(label)),
    });
    Ok(Entry {
        title: Text::plain(line(&item.title)),
        id: item_urn(&item.id),
        updated: moment(item.updated)?,
        published: Some(moment(item.published)?),
        categories: categories.collect(),
        links,
        content: Some(Content {
            content_type: Some("html".to_owned()),
            value: Some(html(around.words, &told)),
            ..Content::default()
        }),
        ..Entry::default()
    })
}
