//! The fields of a document on its form: what is proposed for each, and what was sent.

use ledger::body::vocabulary::{Distribution, DocumentKind, DocumentTheme};
use ledger::body::{Document, DocumentMeeting, Team};
use treaty::Symbol;

use super::{Offered, Proposed};
use crate::asked::{Asked, short};
use crate::coded::Coded;
use crate::deeds::written::{self, Slip, choices, code, day, line, states, text};
use crate::door::form::Fields;
use crate::frame::Frame;

/// A field of the form.
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) how: Option<String>,
    pub(super) needed: bool,
    pub(super) input: Input,
    pub(super) value: String,
    /// What is proposed for it.
    pub(super) offers: Vec<Offered>,
}

/// How it is filled in.
pub(super) enum Input {
    /// A line.
    Line,
    /// One of these: code, name, whether it is chosen.
    One(Vec<(String, String, bool)>),
    /// Several of these.
    Several(Vec<(String, String, bool)>),
}

/// The fields in which one writes, and whether several values stand in one, with `; ` between them.
const LINES: [(&str, bool); 15] = [
    ("name", false),
    ("title", false),
    ("symbol", false),
    ("on", false),
    ("treaty", true),
    ("meeting", false),
    ("meeting-printed", false),
    ("place", false),
    ("by", true),
    ("group", false),
    ("speaker", false),
    ("post", false),
    ("aligned-with", true),
    ("aligned-by", true),
    ("language", false),
];

/// Fills in what is sure; what is not is offered beside the field.
pub(super) fn propose(fields: &mut Fields, proposed: Option<&Proposed>) {
    let Some(proposed) = proposed else {
        return;
    };
    fields.set("name", [proposed.name.as_str()]);
    let sure = |name: &str| {
        let all = proposed.offers.iter();
        let all = all.filter(|one| one.field == name && one.sure);
        all.map(|one| one.value.clone()).collect::<Vec<_>>()
    };
    for (name, several) in LINES.into_iter().skip(1) {
        let all = sure(name);
        match several {
            true => fields.set(name, [all.join("; ")]),
            false => fields.set(name, all.into_iter().take(1)),
        }
    }
    for name in ["kind", "distribution"] {
        fields.set(name, sure(name).into_iter().take(1));
    }
    fields.set("theme", sure("theme"));
}

/// The fields in their order.
pub(super) fn rows(p: &Frame, proposed: Option<&Proposed>, sent: &Fields) -> Vec<Row> {
    let offers = |name: &str| -> Vec<Offered> {
        let all = proposed.into_iter().flat_map(|proposed| &proposed.offers);
        all.filter(|one| one.field == name).cloned().collect()
    };
    let row = |name: &'static str, input: Input| Row {
        name,
        label: p.t(&format!("tray-field-{name}")).into_owned(),
        how: p
            .w
            .find(&format!("tray-how-{name}"))
            .map(|how| how.into_owned()),
        needed: matches!(name, "name" | "kind" | "title"),
        value: sent.get(name).to_owned(),
        offers: offers(name),
        input,
    };
    let chosen = |name: &'static str, all: Vec<written::Choice>| {
        let all = all.into_iter();
        let all = all.map(|one| {
            let is = sent.all(name).any(|given| given == one.code);
            (one.code, one.name, is)
        });
        all.collect::<Vec<_>>()
    };
    let mut rows = vec![row(
        "kind",
        Input::One(chosen("kind", choices::<DocumentKind>(p))),
    )];
    rows.extend(LINES.into_iter().map(|(name, _)| row(name, Input::Line)));
    rows.push(row(
        "theme",
        Input::Several(chosen("theme", choices::<DocumentTheme>(p))),
    ));
    rows.push(row(
        "distribution",
        Input::One(chosen("distribution", choices::<Distribution>(p))),
    ));
    rows.push(row("note", Input::Line));
    for row in &mut rows {
        for offer in &mut row.offers {
            offer.named = offer
                .named
                .take()
                .or_else(|| named(p, row.name, &offer.value));
        }
    }
    rows
}

/// What a word of a list is called.
fn named(p: &Frame, field: &str, value: &str) -> Option<String> {
    fn said<C: Coded>(p: &Frame, value: &str) -> Option<String> {
        let code = value.parse::<C>().ok()?;
        Some(code.said(p.w).into_owned())
    }
    match field {
        "kind" => said::<DocumentKind>(p, value),
        "theme" => said::<DocumentTheme>(p, value),
        "distribution" => said::<Distribution>(p, value),
        _ => None,
    }
}

/// The document as the fields say; file and text are not theirs.
pub(super) fn document(asked: &Asked, fields: &Fields) -> Result<Document, Slip> {
    let name = fields.get("name").trim();
    // At `/library/tray` stands this page.
    if !Team::is_id(name) || name == "tray" {
        return Err(Slip::of("tray-bad-name", short(name)));
    }
    if asked.world.document(name, asked.lang).is_some() {
        return Err(Slip::of("tray-name-taken", short(name)));
    }
    let symbol = line(fields, "symbol")?.map(|given| {
        let read = given.parse::<Symbol>();
        read.map_err(|_none| Slip::of("tray-bad-symbol", short(&given)))
    });
    let treaties = written::names(fields.get("treaty")).map(|given| {
        let law = asked.world.treaty(given);
        let law = law.ok_or_else(|| Slip::of("tray-no-treaty", short(given)))?;
        Ok::<_, Slip>(law.id.clone())
    });
    let themes = fields.all("theme").map(|given| {
        let read = given.parse::<DocumentTheme>();
        read.map_err(|_none| Slip::from("campaign-record-no-word"))
    });
    let (at, printed) = meeting(asked, fields)?;
    Ok(Document {
        document: name.to_owned(),
        work: None,
        kind: code(fields, "kind")?.ok_or("tray-no-kind")?,
        title: line(fields, "title")?.ok_or("tray-no-title")?,
        symbol: symbol.transpose()?.map(|symbol| symbol.to_string()),
        language: line(fields, "language")?,
        on: day(fields, "on")?,
        place: line(fields, "place")?,
        treaties: treaties.collect::<Result<_, _>>()?,
        meeting: printed,
        at,
        by: states(asked, fields.get("by"))?,
        group: line(fields, "group")?,
        speaker: line(fields, "speaker")?,
        post: line(fields, "post")?,
        aligned_with: states(asked, fields.get("aligned-with"))?,
        aligned_by: states(asked, fields.get("aligned-by"))?,
        themes: themes.collect::<Result<_, _>>()?,
        distribution: code(fields, "distribution")?,
        statement: None,
        file: None,
        text: None,
        url: None,
        note: text(fields, "note"),
    })
}

/// The meeting on record, and as printed: where nothing else is said, as it is on record.
fn meeting(
    asked: &Asked,
    fields: &Fields,
) -> Result<(Option<DocumentMeeting>, Option<String>), Slip> {
    let printed = line(fields, "meeting-printed")?;
    let Some(given) = line(fields, "meeting")? else {
        return Ok((None, printed));
    };
    let found = asked.world.meeting(&given, asked.lang);
    let found = found.ok_or_else(|| Slip::of("tray-no-meeting", short(&given)))?;
    let met = found.meeting;
    let number = met.number.as_ref().map(|number| format!(" {number}"));
    let on_record = format!("{}{}", met.kind, number.unwrap_or_default());
    let at = DocumentMeeting {
        treaty: met.treaty,
        kind: met.kind,
        number: met.number,
    };
    Ok((Some(at), printed.or(Some(on_record))))
}
