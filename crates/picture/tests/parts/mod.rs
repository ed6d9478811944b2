//! Invented views, and a look into the SVG that comes of them.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "each test file uses its part, and a test fails by panicking"
)]

use jiff::civil::Date;
use picture::text;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use treaty::PartialDate;
use world::view::{Counts, CurvePoint, CurveView, MeetingView, SourceRef};

/// A curve of (day, signatures, consents, parties).
pub fn curve(points: &[(Date, u32, u32, u32)]) -> CurveView {
    let points = points
        .iter()
        .map(|(on, signatures, consents, parties)| CurvePoint {
            on: *on,
            counts: Counts {
                signatures: *signatures,
                consents: *consents,
                parties: *parties,
                signatories_only: signatures.saturating_sub(*consents),
                withdrawn: 0,
            },
        });
    CurveView {
        treaty: "test".parse().unwrap(),
        points: points.collect(),
    }
}

pub fn meeting(id: &str, day: Date, place: &str) -> MeetingView {
    MeetingView {
        id: id.to_owned(),
        treaty: "test".parse().unwrap(),
        short: "TEST".to_owned(),
        kind: "MSP".to_owned(),
        number: Some("1".to_owned()),
        start: PartialDate::Day(day),
        end: None,
        place: Some(place.to_owned()),
        presidents: None,
        note: None,
        disputed: None,
        counts: None,
        source: SourceRef {
            entry: ledger::EntryRef::Public(ledger::Seq(1)),
            title: "invented".to_owned(),
            url: None,
            retrieved: None,
            as_at: None,
            place: None,
            confidence: None,
        },
    }
}

/// A text of a picture: where it stands, how wide it is reckoned, and what it says.
#[derive(Debug, Clone)]
pub struct Said {
    pub left: f64,
    pub right: f64,
    pub y: f64,
    pub class: String,
    pub text: String,
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).unwrap()?;
    Some(
        quick_xml::escape::unescape(&found.value)
            .unwrap()
            .into_owned(),
    )
}

/// Every text that stands upright at one place, of a fragment or a file that must be well-formed.
pub fn texts(svg: &str) -> Vec<Said> {
    let mut reader = Reader::from_str(svg);
    let mut found: Vec<Said> = Vec::new();
    let mut shifts = vec![(0.0, 0.0)];
    let mut open: Option<(String, f64, String)> = None;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) => {
                let name = element.name().as_ref().to_owned();
                let (mut x, mut y) = *shifts.last().unwrap();
                let transform = attribute(&element, "transform").unwrap_or_default();
                if let Some(moved) = transform.strip_prefix("translate(") {
                    let mut parts = moved
                        .trim_end_matches(')')
                        .split(' ')
                        .map(|n| n.parse::<f64>());
                    if let (Some(Ok(dx)), Some(Ok(dy)), None) =
                        (parts.next(), parts.next(), parts.next())
                    {
                        (x, y) = (x + dx, y + dy);
                    }
                }
                shifts.push((x, y));
                let at = attribute(&element, "x").and_then(|x| x.parse::<f64>().ok());
                if name == "text"
                    && !transform.contains("rotate")
                    && let Some(at) = at
                {
                    let down: f64 = attribute(&element, "y").unwrap().parse().unwrap();
                    let class = attribute(&element, "class").unwrap_or_default();
                    let anchor = attribute(&element, "text-anchor").unwrap_or_default();
                    open = Some((class, x + at, anchor));
                    found.push(Said {
                        left: x + at,
                        right: x + at,
                        y: y + down,
                        class: open.as_ref().unwrap().0.clone(),
                        text: String::new(),
                    });
                }
            }
            Event::Text(text) if open.is_some() => {
                found.last_mut().unwrap().text.push_str(&text);
            }
            Event::GeneralRef(reference) if open.is_some() => {
                found
                    .last_mut()
                    .unwrap()
                    .text
                    .push_str(match reference.as_ref() {
                        "amp" => "&",
                        "lt" => "<",
                        "gt" => ">",
                        "quot" => "\"",
                        _ => "'",
                    });
            }
            Event::End(element) => {
                shifts.pop().unwrap();
                if element.name().as_ref() == "text"
                    && let Some((class, x, anchor)) = open.take()
                {
                    let said = found.last_mut().unwrap();
                    let has = |word: &str| class.split(' ').any(|one| one == word);
                    let size = match () {
                        () if has("p-s") => 11.0,
                        () if has("p-m") => 13.0,
                        () if has("p-l") => 17.0,
                        () => 12.0,
                    };
                    let wide = text::width(&said.text, size, has("p-b"));
                    (said.left, said.right) = match anchor.as_str() {
                        "end" => (x - wide, x),
                        "middle" => (x - wide / 2.0, x + wide / 2.0),
                        _ => (x, x + wide),
                    };
                }
            }
            Event::Eof => return found,
            Event::Empty(_)
            | Event::Comment(_)
            | Event::CData(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::Text(_)
            | Event::GeneralRef(_) => {}
        }
    }
}

/// All values of an attribute.
pub fn all<'t>(svg: &'t str, attribute: &str) -> Vec<&'t str> {
    svg.split(&format!(" {attribute}=\""))
        .skip(1)
        .filter_map(|rest| rest.split_once('"').map(|(value, _)| value))
        .collect()
}

/// The places of the steps of a stepwise path.
pub fn steps(path: &str) -> Vec<f64> {
    let mut places = Vec::new();
    let mut rest = path;
    while let Some(at) = rest.find(['M', 'H']) {
        rest = &rest[at + 1..];
        let end = rest
            .find(|c: char| !matches!(c, '0'..='9' | '.' | '-'))
            .unwrap_or(rest.len());
        places.push(rest[..end].parse().unwrap());
    }
    places
}
