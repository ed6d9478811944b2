//! What falls on which day as an iCalendar object (RFC 5545, with the properties of RFC 7986 that
//! make it a calendar one subscribes to).

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use treaty::PartialDate;
use words::Words;
use world::view::{CalendarItem, CalendarView, CalendarWhat, SourceRef};

use crate::say;
use crate::text::{clean, line};

/// What surrounds the items.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// The texts.
    pub words: &'a Words,
    /// What the calendar is called.
    pub title: &'a str,
    /// The address of a page of the site given from its root; `None` where the host is not known,
    /// for a calendar has no use for half an address.
    pub address: &'a dyn Fn(&str) -> Option<String>,
    /// This calendar's own address from the root, query included.
    pub own: &'a str,
    /// When an entry was recorded.
    pub recorded: &'a dyn Fn(&SourceRef) -> Option<Timestamp>,
    /// When the ledger began: for what rests on no entry.
    pub begun: Timestamp,
}

/// The calendar.
///
/// Everything in it lasts whole days, without a time zone. What has no day yet, only a month or a
/// year, is given none: the description names it.
pub fn write(view: &CalendarView, around: &Around<'_>) -> String {
    let words = around.words;
    let (dated, undated): (Vec<_>, Vec<_>) =
        view.items.iter().partition(|item| item.day.day().is_some());
    let mut out = Lines::default();
    out.put("BEGIN", "VCALENDAR");
    out.put("VERSION", "2.0");
    out.put("PRODID", "-//Accede//Accede//EN");
    out.put("CALSCALE", "GREGORIAN");
    for name in ["NAME", "X-WR-CALNAME"] {
        out.text(name, words, &line(around.title));
    }
    let description = description(words, view, &undated);
    for name in ["DESCRIPTION", "X-WR-CALDESC"] {
        out.text(name, words, &description);
    }
    let last = view
        .items
        .iter()
        .map(|item| last_known(item, around))
        .max()
        .unwrap_or(around.begun);
    out.put("LAST-MODIFIED", &moment(last));
    out.put("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    out.put("X-PUBLISHED-TTL", "P1D");
    if let Some(own) = (around.address)(around.own) {
        out.put("SOURCE;VALUE=URI", &own);
    }
    for item in &dated {
        event(item, around, &mut out);
    }
    if dated.is_empty() {
        // A calendar has at least one component (RFC 5545, 3.6).
        utc(&mut out);
    }
    out.put("END", "VCALENDAR");
    out.0
}

fn description(words: &Words, view: &CalendarView, undated: &[&CalendarItem]) -> String {
    let days = [
        ("from", words.date(view.from).into()),
        ("to", words.date(view.to).into()),
        ("on", words.date(view.on).into()),
    ];
    let mut text = words.text_with("calendar-description", &days);
    if !undated.is_empty() {
        text.push_str("\n\n");
        text.push_str(&words.text("calendar-undated"));
        for item in undated {
            let told = say::calendar(words, item);
            let title = line(&told.title);
            let day = words.partial_date(item.day);
            text.push_str(&format!("\n– {day}{}{title}", words.colon()));
        }
    }
    text
}

fn event(item: &CalendarItem, around: &Around<'_>, out: &mut Lines) {
    let Some(day) = item.day.day() else {
        return;
    };
    let words = around.words;
    let told = say::calendar(words, item);
    let known = moment(last_known(item, around));
    out.put("BEGIN", "VEVENT");
    out.escaped("UID", &format!("{}@accede", item.id));
    out.put("DTSTAMP", &known);
    out.put("LAST-MODIFIED", &known);
    out.put("DTSTART;VALUE=DATE", &plain(day));
    // The end is the first day it no longer lasts.
    let last = item
        .until
        .and_then(PartialDate::day)
        .unwrap_or(day)
        .max(day);
    if let Ok(end) = last.checked_add(1.day()) {
        out.put("DTEND;VALUE=DATE", &plain(end));
    }
    out.text("SUMMARY", words, &line(&told.title));
    let colon = words.colon();
    let lines: Vec<_> = told
        .lines
        .iter()
        .map(|told| format!("{}{colon}{}", line(&told.label), clean(&told.text)))
        .collect();
    if !lines.is_empty() {
        out.text("DESCRIPTION", words, &lines.join("\n"));
    }
    if let Some(place) = &item.place {
        out.escaped("LOCATION", &line(place));
    }
    if let Some(address) = (around.address)(&page(item)) {
        out.put("URL", &address);
    }
    let kinds = [say::calendar_kind(words, item.what), item.short.clone()];
    let kinds = kinds.map(|kind| escape(&line(&kind))).join(",");
    let lang = words.text_lang().code();
    out.put(&format!("CATEGORIES;LANGUAGE={lang}"), &kinds);
    let status = if item.disputed {
        "TENTATIVE"
    } else {
        "CONFIRMED"
    };
    out.put("STATUS", status);
    // A deadline does not make anybody busy.
    out.put("TRANSP", "TRANSPARENT");
    out.put("CLASS", "PUBLIC");
    out.put("END", "VEVENT");
}

/// The page an item is about, from the root of the site.
pub fn page(item: &CalendarItem) -> String {
    let treaty = &item.treaty;
    match (item.what, item.iso3, &item.meeting) {
        (_, _, Some(meeting)) => format!("/meetings/{meeting}"),
        (_, Some(iso3), None) => format!("/states/{iso3}/{treaty}"),
        (CalendarWhat::Yearly | CalendarWhat::Duty, None, None) => {
            format!("/treaties/{treaty}/obligations")
        }
        (CalendarWhat::Meeting | CalendarWhat::InForce | CalendarWhat::Leaves, None, None) => {
            format!("/treaties/{treaty}")
        }
    }
}

/// When the last entry behind an item was recorded: the item says the same since then.
fn last_known(item: &CalendarItem, around: &Around<'_>) -> Timestamp {
    let recorded = item.sources.iter();
    recorded
        .filter_map(|source| (around.recorded)(source))
        .max()
        .unwrap_or(around.begun)
}

/// The one time zone a calendar without events has.
pub(crate) fn utc(out: &mut Lines) {
    out.put("BEGIN", "VTIMEZONE");
    out.put("TZID", "Etc/UTC");
    out.put("BEGIN", "STANDARD");
    out.put("DTSTART", "19700101T000000");
    out.put("TZOFFSETFROM", "+0000");
    out.put("TZOFFSETTO", "+0000");
    out.put("TZNAME", "UTC");
    out.put("END", "STANDARD");
    out.put("END", "VTIMEZONE");
}

pub(crate) fn plain(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

pub(crate) fn moment(moment: Timestamp) -> String {
    TimeZone::UTC
        .to_datetime(moment)
        .strftime("%Y%m%dT%H%M%SZ")
        .to_string()
}

/// Content lines, folded.
#[derive(Default)]
pub(crate) struct Lines(String);

impl Lines {
    /// What was put into it.
    pub(crate) fn into_text(self) -> String {
        self.0
    }

    /// A property whose value is no text.
    pub(crate) fn put(&mut self, name: &str, value: &str) {
        fold(&format!("{name}:{}", line(value)), &mut self.0);
    }

    /// A property with a text.
    pub(crate) fn escaped(&mut self, name: &str, text: &str) {
        fold(&format!("{name}:{}", escape(text)), &mut self.0);
    }

    /// A property with a text in the reader's language.
    pub(crate) fn text(&mut self, name: &str, words: &Words, text: &str) {
        self.escaped(
            &format!("{name};LANGUAGE={}", words.text_lang().code()),
            text,
        );
    }
}

/// A text as a value (RFC 5545, 3.3.11).
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in clean(text).chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            other => out.push(other),
        }
    }
    out
}

/// How many octets a line has at most (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// Adds a content line, broken after at most 75 octets, never within a character.
pub(crate) fn fold(content: &str, out: &mut String) {
    let mut room = LONGEST;
    for c in content.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = LONGEST - 1;
        }
        room -= c.len_utf8();
        out.push(c);
    }
    out.push_str("\r\n");
}

/// A calendar with each content line on one line: [`rewritten`] changes values.
///
/// `change` gets each content line and gives it back, changed or not, or leaves it out.
pub fn rewritten(calendar: &str, change: &mut dyn FnMut(&str) -> Option<String>) -> String {
    let whole = calendar.replace("\r\n ", "");
    let mut out = String::with_capacity(calendar.len());
    for content in whole.split_terminator("\r\n") {
        if let Some(changed) = change(content) {
            fold(&changed, &mut out);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_after_75_octets_between_characters() {
        for text in [
            "a".repeat(400),
            "é".repeat(200),
            "中文".repeat(90),
            "x".repeat(75),
        ] {
            let mut out = String::new();
            fold(&text, &mut out);
            assert!(out.split("\r\n").all(|line| line.len() <= LONGEST), "{out}");
            assert_eq!(out.replace("\r\n ", "").trim_end(), text);
        }
    }

    #[test]
    fn texts_are_escaped() {
        assert_eq!(escape("a,b;c\\d\ne\r\u{7}"), "a\\,b\\;c\\\\d\\ne\u{fffd}");
    }

    #[test]
    fn a_rewritten_calendar_is_folded_anew() {
        let mut out = String::new();
        fold(&format!("URL:http://here/{}", "x".repeat(100)), &mut out);
        fold("CLASS:PUBLIC", &mut out);
        let changed = rewritten(&out, &mut |line| {
            (!line.starts_with("CLASS"))
                .then(|| line.replace("http://here", "https://elsewhere"))
        });
        assert_eq!(changed.replace("\r\n ", "").lines().count(), 1);
        assert!(changed.starts_with("URL:https://elsewhere/x"));
        assert!(changed.split("\r\n").all(|line| line.len() <= LONGEST));
    }
}
