//! News as an Atom feed.

use atom_syndication::extension::{Extension, ExtensionMap};
use atom_syndication::{
    Category, Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text,
};
use jiff::Timestamp;
use uuid::Uuid;
use words::Words;
use world::view::{NewsItem, NewsView};

use crate::say::{self, Told};
use crate::text::{clean, escaped, line};

pub mod documents;

/// What surrounds the items.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// The texts.
    pub words: &'a Words,
    /// What the feed is of: `Convention on Cluster Munitions`.
    pub title: &'a str,
    /// The page with the same items, from the root of the site: `/treaties/ccm/feed`.
    pub page: &'a str,
    /// The address of a page or file of the site given from its root, query included: absolute
    /// where the host is known.
    pub address: &'a dyn Fn(&str) -> String,
    /// Whether older items stand behind an address of their own.
    pub paged: bool,
}

/// Why a feed could not be written.
#[derive(Debug, thiserror::Error)]
pub enum FeedError {
    /// The writer refused.
    #[error("the feed of {0} could not be written")]
    Write(String, #[source] atom_syndication::Error),
    /// A moment that Atom cannot say.
    #[error("the moment {0} cannot be written into a feed")]
    Moment(Timestamp),
}

/// The feed: RFC 4287, with the links of RFC 5005, section 3, between its pages.
///
/// Ids do not depend on the host: an item goes by the UUID its entry has in every copy of the
/// ledger, what follows from an entry by a UUID made from it.
///
/// # Errors
///
/// [`FeedError`], which no view of ours gives.
pub fn write(view: &NewsView, around: &Around<'_>) -> Result<String, FeedError> {
    let words = around.words;
    let page = around.page;
    let entries: Result<Vec<_>, _> =
        view.items.iter().map(|item| entry(item, around)).collect();
    let feed = Feed {
        title: Text::plain(line(around.title)),
        subtitle: Some(Text::plain(words.text("feed-subtitle"))),
        id: urn(&format!("{page} {}", words.lang().code())),
        updated: moment(view.updated.unwrap_or_default())?,
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
        links: links(view, around),
        entries: entries?,
        extensions: if around.paged {
            ExtensionMap::new()
        } else {
            complete(view)
        },
        namespaces: [("fh".to_owned(), HISTORY.to_owned())].into(),
        lang: Some(words.text_lang().code().to_owned()),
        ..Feed::default()
    };
    let bytes = feed
        .write_to(Vec::new())
        .map_err(|cause| FeedError::Write(page.to_owned(), cause))?;
    let mut text = String::from_utf8(bytes).expect("the writer was given text alone");
    text.push('\n');
    Ok(text)
}

/// The namespace of RFC 5005.
const HISTORY: &str = "http://purl.org/syndication/history/1.0";

/// `<fh:complete/>` where every item is in the document.
fn complete(view: &NewsView) -> ExtensionMap {
    let mut map = ExtensionMap::new();
    if view.total == view.items.len() {
        let extension = Extension {
            name: "fh:complete".to_owned(),
            ..Extension::default()
        };
        map.entry("fh".to_owned())
            .or_default()
            .insert("complete".to_owned(), vec![extension]);
    }
    map
}

fn links(view: &NewsView, around: &Around<'_>) -> Vec<Link> {
    let page = around.page;
    let atom = |before: Option<&String>| {
        let query = before.map(|before| format!("?before={before}"));
        format!("{page}.atom{}", query.unwrap_or_default())
    };
    let mut links = vec![
        link("self", &(around.address)(&atom(view.before.as_ref())), ATOM),
        link("alternate", &(around.address)(page), "text/html"),
    ];
    if around.paged {
        let mut turn = |rel: &str, before: Option<&String>| {
            links.push(link(rel, &(around.address)(&atom(before)), ATOM));
        };
        turn("first", None);
        if view.before.is_some() {
            turn("previous", view.newer.as_ref());
        }
        if view.older.is_some() {
            turn("next", view.older.as_ref());
        }
        turn("last", view.oldest.as_ref());
    }
    links
}

const ATOM: &str = "application/atom+xml";

fn link(rel: &str, href: &str, kind: &str) -> Link {
    Link {
        href: clean(href),
        rel: rel.to_owned(),
        mime_type: Some(kind.to_owned()),
        ..Link::default()
    }
}

fn entry(item: &NewsItem, around: &Around<'_>) -> Result<Entry, FeedError> {
    let words = around.words;
    let told = say::news(words, item);
    let mut links = vec![
        link("alternate", &(around.address)(&page(item)), "text/html"),
        link(
            "related",
            &(around.address)(&format!("/ledger/{}", item.entry)),
            "text/html",
        ),
    ];
    let url = item.source.url.as_deref();
    if let Some(url) = url.filter(|url| is_web(url)) {
        links.push(Link {
            href: clean(url),
            rel: "via".to_owned(),
            title: Some(line(&item.source.title)),
            ..Link::default()
        });
    }
    Ok(Entry {
        title: Text::plain(line(&told.title)),
        id: item_urn(&item.id),
        updated: moment(item.updated)?,
        published: Some(moment(item.published)?),
        categories: categories(item, words),
        links,
        content: Some(Content {
            content_type: Some("html".to_owned()),
            value: Some(html(words, &told)),
            ..Content::default()
        }),
        ..Entry::default()
    })
}

fn categories(item: &NewsItem, words: &Words) -> Vec<Category> {
    let category = |term: &str, label: &str| Category {
        term: clean(term),
        scheme: None,
        label: Some(line(label)),
    };
    let mut all = vec![
        category(say::news_what(item.what), &say::news_kind(words, item.what)),
        category(item.treaty.as_str(), &item.short),
    ];
    if let Some(act) = item.act {
        all.push(category(act.word(), &words.kind(act)));
    }
    if let (Some(iso3), Some(name)) = (item.iso3, &item.name) {
        all.push(category(iso3.as_str(), name));
    }
    all
}

/// The page an item is about, from the root of the site.
pub fn page(item: &NewsItem) -> String {
    match (&item.meeting, item.iso3) {
        (Some(meeting), _) => format!("/meetings/{meeting}"),
        (None, Some(iso3)) => format!("/states/{iso3}/{}", item.treaty),
        (None, None) => format!("/treaties/{}", item.treaty),
    }
}

/// The lines as a list. Nothing of a source is markup.
fn html(words: &Words, told: &Told) -> String {
    let colon = escaped(&words.colon());
    let mut out = String::from("<ul>");
    for told in &told.lines {
        let lang = told
            .lang
            .map(|lang| format!(" lang=\"{lang}\" dir=\"ltr\""));
        out.push_str(&format!(
            "<li>{}{colon}<span{}>{}</span></li>",
            escaped(&line(&told.label)),
            lang.unwrap_or_default(),
            escaped(&clean(&told.text)),
        ));
    }
    out.push_str("</ul>");
    out
}

fn is_web(url: &str) -> bool {
    (url.starts_with("https://") || url.starts_with("http://"))
        && !url.contains(|c: char| {
            c.is_whitespace() || c.is_control() || "<>\"\\^`{|}".contains(c)
        })
}

fn moment(moment: Timestamp) -> Result<FixedDateTime, FeedError> {
    // To the second: feeds are compared, and readers differ on fractions.
    let text = moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    FixedDateTime::parse_from_rfc3339(&text)
        .ok()
        .ok_or(FeedError::Moment(moment))
}

/// The namespace of ids that are made from a name (RFC 9562, 5.5). Fixed for good: another would
/// make every item new to every reader.
const NAMES: Uuid = Uuid::from_u128(0x6a0c_1d1e_62a5_4c1b_9a53_0c6a_41f0_9e27);

/// An entry's own UUID, or one made from the name of what follows from it.
fn item_urn(id: &str) -> String {
    match Uuid::parse_str(id) {
        Ok(uuid) => uuid.urn().to_string(),
        Err(_) => urn(id),
    }
}

fn urn(name: &str) -> String {
    Uuid::new_v5(&NAMES, name.as_bytes()).urn().to_string()
}
