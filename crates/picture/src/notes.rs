//! The lines under a picture in a file of its own: what it answers, how that is known, where it
//! is from, on what terms.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use words::Words;
use world::view::HeadView;

/// The lines that every file carries: the legal day, the moment of knowledge with the head of the
/// ledger (left out where whoever holds the file finds them beside it), the sources by title, the
/// terms. `address` is the permanent link, where there is one.
pub fn of(
    words: &Words,
    on: Date,
    known: Option<(Timestamp, &HeadView)>,
    sources: &[&str],
    address: Option<&str>,
) -> Vec<String> {
    let mut lines = vec![match known {
        Some((known, head)) => days(words, on, known, head),
        None => words.text_with("picture-note-day", &[("on", words.date(on).into())]),
    }];
    if !sources.is_empty() {
        let sources = sources.join("; ");
        lines.push(words.text_with("picture-note-sources", &[("sources", sources.into())]));
    }
    lines.push(words.text("picture-note-terms").into_owned());
    if let Some(address) = address {
        lines.push(address.to_owned());
    }
    lines
}

/// The most documents that a picture names as its sources.
const MOST_NAMED: usize = 6;

/// Of the titles of sources, each with how many rows rest on it, the documents behind most rows.
pub fn most_named(titles: BTreeMap<&str, u32>) -> Vec<&str> {
    let mut counted = BTreeMap::<&str, u32>::new();
    for (title, rows) in titles {
        // A title may name several documents.
        for title in title.split("; ") {
            *counted.entry(title).or_default() += rows;
        }
    }
    let mut titles: Vec<_> = counted.into_iter().collect();
    titles.sort_by_key(|(title, rows)| (Reverse(*rows), *title));
    let named = titles.into_iter().take(MOST_NAMED);
    named.map(|(title, _)| title).collect()
}

/// The legal day and the moment of knowledge.
fn days(words: &Words, on: Date, known: Timestamp, head: &HeadView) -> String {
    let known = TimeZone::UTC.to_datetime(known).date();
    let link = head.link.get(..12).unwrap_or(&head.link);
    words.text_with(
        "picture-note-days",
        &[
            ("on", words.date(on).into()),
            ("known", words.date(known).into()),
            ("entries", words.number(head.entries).into()),
            ("head", link.into()),
        ],
    )
}
