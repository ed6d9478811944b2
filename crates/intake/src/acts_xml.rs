//! Acts as XML in the treaty collection's form.
//!
//! Other programs read the table of participants; it shows where each stands. A table cannot carry
//! everything (several depositaries, days of which only the month is known, each act's source),
//! so every act stands once more, whole, in a section of our own, `urn:accede:acts:1`; where that
//! section is, it alone is read, and export then import is the identity.
//!
//! `ISO-8859-1` is declared, as the collection does; what is not ASCII is written as character
//! references, so the bytes are right under any declaration. Characters that XML cannot carry at
//! all are written `\u{1}` in our section, and a backslash `\\`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use jiff::civil::Date;
use ledger::body::Counted;
use treaty::{Act, Kind, Note, PartialDate, ParticipantId, Source, TreatyId};

use crate::acts::Sourced;
use crate::row::confidence;

/// The name of our section.
pub(crate) const NAMESPACE: &str = "urn:accede:acts:1";

/// What stands at the head of an XML document on a treaty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its number with the Secretary-General.
    pub number: Option<String>,
    /// Its title.
    pub title: String,
    /// The day of adoption, and the place.
    pub adopted: Option<(Date, Option<String>)>,
    /// Its entry into force.
    pub in_force: Option<Date>,
    /// Its registration number.
    pub registration: Option<String>,
    /// As at which day the table speaks.
    pub as_at: Date,
    /// The counts on that day.
    pub counts: Vec<(Counted, u32)>,
}

/// Writes the acts of a treaty as [`crate::read_mtdsg`] reads them. `name` gives the names for
/// the table.
pub fn write_mtdsg_xml(
    head: &Head,
    acts: &[Sourced],
    name: &dyn Fn(ParticipantId) -> String,
) -> Vec<u8> {
    document(|out| treaty(out, head, acts, name))
}

/// Writes the acts of several treaties into one document, as [`write_mtdsg_xml`] does of one.
pub fn write_mtdsg_xml_of_all(
    parts: &[(Head, Vec<Sourced>)],
    name: &dyn Fn(ParticipantId) -> String,
) -> Vec<u8> {
    document(|out| {
        parts
            .iter()
            .for_each(|(head, acts)| treaty(out, head, acts, name))
    })
}

fn document(treaties: impl FnOnce(&mut String)) -> Vec<u8> {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<Treaties>\n");
    treaties(&mut out);
    out.push_str("</Treaties>\n");
    out.into_bytes()
}

fn treaty(
    out: &mut String,
    head: &Head,
    acts: &[Sourced],
    name: &dyn Fn(ParticipantId) -> String,
) {
    out.push_str("<Treaty");
    if let Some(number) = &head.number {
        attribute(out, "mtdsg_no", number);
    }
    out.push_str(">\n");
    external_data(out, head);
    table(out, head, acts, name);
    section(out, acts);
    out.push_str("</Treaty>\n");
}

fn external_data(out: &mut String, head: &Head) {
    out.push_str("<ExternalData>\n");
    element(out, "Titlesect", &head.title);
    if let Some((on, place)) = &head.adopted {
        let day = long_day(*on);
        let text = match place {
            Some(place) => format!("{place}, {day}"),
            None => day,
        };
        element(out, "Conclusion", &text);
    }
    if let Some(on) = head.in_force {
        out.push_str("<EIF>");
        element(out, "Labeltext", &long_day(on));
        out.push_str("</EIF>\n");
    }
    if let Some(number) = &head.registration {
        out.push_str("<Registration>");
        element(out, "Labeltext", &format!("No. {number}"));
        out.push_str("</Registration>\n");
    }
    element(
        out,
        "StatusAsAt",
        &format!("Status as at {}", long_day(head.as_at)),
    );
    out.push_str("<Status>");
    for (what, count) in &head.counts {
        match what {
            Counted::Signatures => element(out, "Signatories", &count.to_string()),
            Counted::Consents => element(out, "Parties", &count.to_string()),
            // The collection's form has no place for these.
            Counted::SignatoriesOnly | Counted::Parties => {}
        }
    }
    out.push_str("</Status>\n</ExternalData>\n");
}

/// The suffixes of the collection, and the labels they go with.
const LEGEND: [(Kind, &str, &str); 11] = [
    (Kind::Signature, "Signature", ""),
    (Kind::SuccessionToSignature, "Succession to signature", "d"),
    (Kind::ProvisionalApplication, "Provisional application", "n"),
    (Kind::Ratification, "Ratification", ""),
    (Kind::Acceptance, "Acceptance", "A"),
    (Kind::Approval, "Approval", "AA"),
    (Kind::Accession, "Accession", "a"),
    (Kind::Succession, "Succession", "d"),
    (Kind::FormalConfirmation, "Formal confirmation", "c"),
    (Kind::DefinitiveSignature, "Definitive signature", "s"),
    (Kind::ConsentToBeBound, "Consent to be bound", "P"),
];

/// The columns of the table: signatures, provisional application, consents.
const COLUMNS: [&[Kind]; 3] = [
    &[Kind::Signature, Kind::SuccessionToSignature],
    &[Kind::ProvisionalApplication],
    &[
        Kind::Ratification,
        Kind::Acceptance,
        Kind::Approval,
        Kind::Accession,
        Kind::Succession,
        Kind::FormalConfirmation,
        Kind::DefinitiveSignature,
        Kind::ConsentToBeBound,
    ],
];

fn table(
    out: &mut String,
    head: &Head,
    acts: &[Sourced],
    name: &dyn Fn(ParticipantId) -> String,
) {
    let own = || {
        acts.iter()
            .map(|sourced| &sourced.act)
            .filter(|act| act.treaty == head.treaty && act.on.latest() <= head.as_at)
    };
    let used: BTreeSet<Kind> = own().map(|act| act.kind).collect();
    let columns: Vec<&[Kind]> = COLUMNS
        .into_iter()
        .filter(|kinds| kinds.iter().any(|kind| used.contains(kind)))
        .collect();
    if columns.is_empty() {
        return;
    }
    out.push_str("<Participants><Table><TGroup>\n<Thead><Row><Entry>Participant</Entry>");
    for kinds in &columns {
        let labels: Vec<String> = LEGEND
            .iter()
            .filter(|(kind, _, _)| kinds.contains(kind) && used.contains(kind))
            .map(|(_, label, suffix)| {
                if suffix.is_empty() {
                    (*label).to_owned()
                } else {
                    format!("{label}({suffix})")
                }
            })
            .collect();
        let _ = write!(out, "<Entry>{}</Entry>", escaped(&labels.join(", ")));
    }
    out.push_str("</Row></Thead>\n<Tbody><Rows>\n");
    let mut rows = BTreeMap::<(String, ParticipantId), Vec<&Act>>::new();
    for act in own() {
        rows.entry((name(act.by), act.by)).or_default().push(act);
    }
    for ((name, _), acts) in rows {
        let cells: Vec<String> = columns.iter().map(|kinds| cell(&acts, kinds)).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        let _ = write!(out, "<Row><Entry>{}</Entry>", escaped(&name));
        for cell in cells {
            let _ = write!(out, "<Entry>{}</Entry>", escaped(&cell));
        }
        out.push_str("</Row>\n");
    }
    out.push_str("</Rows></Tbody>\n</TGroup></Table></Participants>\n");
}

/// The latest act of these kinds; in brackets where a withdrawal ended it, as the collection does.
fn cell(acts: &[&Act], kinds: &[Kind]) -> String {
    let Some(act) = acts
        .iter()
        .filter(|act| kinds.contains(&act.kind))
        .max_by_key(|act| act.on)
    else {
        return String::new();
    };
    let later = |kind: Kind| {
        acts.iter()
            .any(|other| other.kind == kind && other.on >= act.on)
    };
    if later(Kind::RatificationWithdrawn) && act.kind.is_consent() {
        return String::new();
    }
    let suffix = LEGEND
        .iter()
        .find(|(kind, _, _)| *kind == act.kind)
        .map_or("", |(_, _, s)| s);
    let day = match act.on {
        PartialDate::Day(day) => short_day(day),
        PartialDate::Month(..) => short_day(act.on.earliest())[2..].trim().to_owned(),
        PartialDate::Year(year) => year.to_string(),
    };
    let text = format!("{day} {suffix}");
    let text = text.trim();
    if later(Kind::WithdrawalEffective) {
        format!("[{text}]")
    } else {
        text.to_owned()
    }
}

fn section(out: &mut String, acts: &[Sourced]) {
    let _ = writeln!(out, "<accede:acts xmlns:accede=\"{NAMESPACE}\">");
    for Sourced {
        act,
        source,
        entry,
        recorded,
        doubt,
    } in acts
    {
        out.push_str("<accede:act");
        let optional = [
            ("done-by", act.done_by.map(|id| id.to_string())),
            ("depositary", act.depositary.clone()),
            ("effect", act.effect.map(|day| day.to_string())),
            ("towards", act.towards.map(|id| id.to_string())),
            ("entry", entry.map(|entry| entry.to_string())),
            ("recorded", recorded.map(|moment| moment.to_string())),
            ("doubt", doubt.as_ref().map(|doubt| doubt.why.clone())),
            (
                "counts",
                doubt.as_ref().map(|doubt| doubt.counts.to_string()),
            ),
        ];
        attribute(out, "treaty", act.treaty.as_str());
        attribute(out, "by", act.by.as_str());
        attribute(out, "kind", act.kind.word());
        attribute(out, "on", &act.on.to_string());
        for (key, value) in optional {
            if let Some(value) = value {
                attribute(out, key, &own(&value));
            }
        }
        out.push('>');
        for Note { id, text } in &act.notes {
            out.push_str("<accede:note");
            attribute(out, "id", &own(id));
            let _ = write!(out, ">{}</accede:note>", escaped(&own(text)));
        }
        if let Some(text) = &act.text {
            let _ = write!(out, "<accede:text>{}</accede:text>", escaped(&own(text)));
        }
        write_source(out, source);
        out.push_str("</accede:act>\n");
    }
    out.push_str("</accede:acts>\n");
}

fn write_source(out: &mut String, source: &Source) {
    out.push_str("<accede:source");
    attribute(out, "title", &own(&source.title));
    let optional = [
        ("url", source.url.clone()),
        ("retrieved", source.retrieved.map(|day| day.to_string())),
        ("as-at", source.as_at.map(|day| day.to_string())),
        ("sha256", source.sha256.clone()),
        ("place", source.place.clone()),
        (
            "confidence",
            source.confidence.map(|c| confidence(c).to_owned()),
        ),
    ];
    for (key, value) in optional {
        if let Some(value) = value {
            attribute(out, key, &own(&value));
        }
    }
    out.push_str("/>");
}

fn element(out: &mut String, name: &str, text: &str) {
    let carried: String = text.chars().filter(|c| is_xml(*c)).collect();
    let _ = writeln!(out, "<{name}>{}</{name}>", escaped(&carried));
}

fn attribute(out: &mut String, key: &str, value: &str) {
    let _ = write!(out, " {key}=\"{}\"", escaped(value));
}

/// Markup and everything beyond printable ASCII as references.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            ' '..='~' => out.push(c),
            _ => {
                let _ = write!(out, "&#{};", u32::from(c));
            }
        }
    }
    out
}

/// Whether XML 1.0 can carry a character.
fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// A text of our section: what XML cannot carry in words.
fn own(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            c if is_xml(c) => out.push(c),
            c => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
        }
    }
    out
}

fn long_day(day: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = usize::try_from(day.month())
        .ok()
        .and_then(|month| MONTHS.get(month - 1));
    format!("{} {} {}", day.day(), month.unwrap_or(&""), day.year())
}

fn short_day(day: Date) -> String {
    let long = long_day(day);
    let mut words = long.split(' ');
    let (number, month) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    format!("{number:>2} {} {}", &month[..3], day.year())
}
