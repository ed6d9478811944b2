//! The other tables, row by row: acts, memberships, meetings, roles, duties, printed counts,
//! plans, statements, assistance.

use ledger::Body;
use ledger::body::{
    Assistance, Bears, Counted, Document, DocumentFile, DocumentMeeting, Extended, Fulfilment,
    Goal, Meeting, MeetingRef, Membership, Observation, Plan, PlanAction, PrintedCount, Role,
    Statement,
};
use treaty::Act;

use crate::files::{self, File};
use crate::table::{FactsError, Row};

/// How a table is read: its file, its columns, and what a row of it says.
pub(crate) struct Table {
    /// The file.
    pub(crate) file: File,
    /// Its columns.
    pub(crate) columns: &'static [&'static str],
    /// What a row says.
    pub(crate) body: fn(&Row) -> Result<Body, FactsError>,
    /// Where the row's note goes.
    pub(crate) note: NoteGoes,
}

/// Where the note of a row goes in an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoteGoes {
    /// Into what the entry says: its kind has a place for one.
    InBody,
    /// Beside the place of the source: it is a reviewer's, and the body is the source's alone.
    WithPlace,
}

/// The tables, in the order in which they enter the ledger.
pub(crate) const TABLES: [Table; 11] = [
    Table {
        file: files::MEMBERSHIPS,
        columns: &[
            "group",
            "code",
            "from",
            "until",
            "source",
            "confidence",
            "doubt",
            "note",
        ],
        body: membership,
        note: NoteGoes::WithPlace,
    },
    Table {
        file: files::ACTS,
        columns: &[
            "treaty",
            "iso3",
            "act",
            "date",
            "done_by",
            "source",
            "confidence",
            "doubt",
            "note",
        ],
        body: act,
        note: NoteGoes::WithPlace,
    },
    Table {
        file: files::MEETINGS,
        columns: &[
            "treaty",
            "kind",
            "number",
            "start",
            "end",
            "place",
            "presidents",
            "source",
            "confidence",
            "doubt",
            "note",
        ],
        body: meeting,
        note: NoteGoes::InBody,
    },
    Table {
        file: files::ROLES,
        columns: &[
            "treaty",
            "role",
            "iso3",
            "from",
            "until",
            "source",
            "confidence",
            "doubt",
            "note",
        ],
        body: role,
        note: NoteGoes::InBody,
    },
    Table {
        file: files::DUTIES,
        columns: &[
            "treaty",
            "article",
            "iso3",
            "record",
            "on",
            "covers",
            "until",
            "granted",
            "bears",
            "printed_due",
            "what",
            "source",
            "confidence",
            "doubt",
            "note",
        ],
        body: duty,
        note: NoteGoes::InBody,
    },
    Table {
        file: files::PRINTED_COUNTS,
        columns: &[
            "treaty",
            "what",
            "on",
            "count",
            "source",
            "confidence",
            "doubt",
            "note",
        ],
        body: printed_count,
        note: NoteGoes::WithPlace,
    },
    Table {
        file: files::PLANS,
        columns: &[
            "treaty",
            "plan",
            "title",
            "short",
            "adopted",
            "until",
            "goal_parties",
            "goal_by",
            "goal",
            "source",
            "confidence",
            "doubt",
            "note",
        ],
        body: plan,
        note: NoteGoes::InBody,
    },
    Table {
        file: files::PLAN_ACTIONS,
        columns: &[
            "treaty",
            "plan",
            "number",
            "theme",
            "text",
            "indicator",
            "due",
            "source",
            "confidence",
            "doubt",
            "note",
        ],
        body: plan_action,
        note: NoteGoes::InBody,
    },
    Table {
        file: files::STATEMENTS,
        columns: &[
            "treaty",
            "iso3",
            "on",
            "meeting",
            "kind",
            "number",
            "title",
            "speaker",
            "post",
            "aligned_with",
            "themes",
            "url",
            "source",
            "paragraph",
            "confidence",
            "doubt",
            "note",
        ],
        body: statement,
        note: NoteGoes::InBody,
    },
    Table {
        file: files::ASSISTANCE,
        columns: &[
            "treaty",
            "iso3",
            "to",
            "to_name",
            "what",
            "on",
            "source",
            "paragraph",
            "confidence",
            "doubt",
            "note",
        ],
        body: assistance,
        note: NoteGoes::InBody,
    },
    Table {
        file: files::DOCUMENTS,
        columns: &[
            "document",
            "work",
            "kind",
            "title",
            "symbol",
            "language",
            "on",
            "place",
            "treaties",
            "meeting",
            "at_treaty",
            "at_kind",
            "at_number",
            "by",
            "group",
            "speaker",
            "post",
            "aligned_with",
            "aligned_by",
            "themes",
            "distribution",
            "file",
            "url",
            "source",
            "paragraph",
            "confidence",
            "doubt",
            "note",
        ],
        body: document,
        note: NoteGoes::InBody,
    },
];

fn membership(row: &Row) -> Result<Body, FactsError> {
    Ok(Body::Membership(Membership {
        by: row.parse("code")?,
        group: row.required("group")?.to_owned(),
        from: row.parse_optional("from")?,
        until: row.parse_optional("until")?,
    }))
}

fn act(row: &Row) -> Result<Body, FactsError> {
    Ok(Body::Act(Act {
        done_by: row.parse_optional("done_by")?,
        ..Act::new(
            row.parse("treaty")?,
            row.parse("iso3")?,
            row.parse("act")?,
            row.parse("date")?,
        )
    }))
}

fn meeting(row: &Row) -> Result<Body, FactsError> {
    Ok(Body::Meeting(Meeting {
        treaty: row.parse("treaty")?,
        kind: row.required("kind")?.to_owned(),
        number: row.optional("number"),
        start: row.parse("start")?,
        end: row.parse_optional("end")?,
        place: row.optional("place"),
        presidents: row.optional("presidents"),
        note: row.optional("note"),
    }))
}

fn role(row: &Row) -> Result<Body, FactsError> {
    Ok(Body::Role(Role {
        treaty: row.parse("treaty")?,
        role: row.required("role")?.to_owned(),
        kind: None,
        by: row.parse("iso3")?,
        person: None,
        from: row.parse_optional("from")?,
        until: row.parse_optional("until")?,
        note: row.optional("note"),
    }))
}

/// What a row of `duties.csv` records.
#[derive(Clone, Copy)]
enum Record {
    Fulfilment,
    Extension,
    Observation,
}

fn duty(row: &Row) -> Result<Body, FactsError> {
    let record = row.word(
        "record",
        &[
            ("fulfilment", Record::Fulfilment),
            ("extension", Record::Extension),
            ("observation", Record::Observation),
        ],
    )?;
    let what = match (row.optional("what"), row.optional("note")) {
        (Some(what), Some(note)) => Some(format!("{what} ({note})")),
        (what, note) => what.or(note),
    };
    match record {
        Record::Fulfilment => fulfilment(row, what),
        Record::Extension => extension(row, what),
        Record::Observation => observation(row, what),
    }
}

fn fulfilment(row: &Row, what: Option<String>) -> Result<Body, FactsError> {
    must_be_empty(row, &["until", "granted", "bears", "printed_due"])?;
    Ok(Body::Fulfilment(Fulfilment {
        treaty: row.parse("treaty")?,
        article: row.required("article")?.to_owned(),
        by: row.parse("iso3")?,
        on: row.parse("on")?,
        covers: row.parse_optional("covers")?,
        what,
    }))
}

fn extension(row: &Row, what: Option<String>) -> Result<Body, FactsError> {
    must_be_empty(row, &["on", "covers", "bears", "printed_due"])?;
    Ok(Body::Extension(Extended {
        treaty: row.parse("treaty")?,
        article: row.required("article")?.to_owned(),
        by: row.parse("iso3")?,
        until: row
            .day("until")?
            .ok_or_else(|| row.wrong("until", "must not be empty"))?,
        granted: row.parse_optional("granted")?,
        what,
    }))
}

fn observation(row: &Row, what: Option<String>) -> Result<Body, FactsError> {
    must_be_empty(row, &["covers", "until", "granted"])?;
    Ok(Body::Observation(Observation {
        treaty: row.parse("treaty")?,
        article: row.required("article")?.to_owned(),
        by: row.parse_optional("iso3")?,
        on: row.parse_optional("on")?,
        bears: row.word(
            "bears",
            &[
                ("applies", Bears::Applies),
                ("does_not_apply", Bears::DoesNotApply),
                ("not_fulfilled", Bears::NotFulfilled),
                ("extension_asked", Bears::ExtensionAsked),
                ("nothing", Bears::Nothing),
            ],
        )?,
        printed_due: row.day("printed_due")?,
        what: what.ok_or_else(|| row.wrong("what", "must not be empty"))?,
    }))
}

fn must_be_empty(row: &Row, columns: &[&'static str]) -> Result<(), FactsError> {
    let filled = columns.iter().find(|column| !row.get(column).is_empty());
    filled.map_or(Ok(()), |column| {
        Err(row.wrong(column, "has no place in such a record"))
    })
}

fn printed_count(row: &Row) -> Result<Body, FactsError> {
    Ok(Body::PrintedCount(PrintedCount {
        treaty: row.parse("treaty")?,
        what: row.word(
            "what",
            &[
                ("signatures", Counted::Signatures),
                ("consents", Counted::Consents),
                ("signatories_only", Counted::SignatoriesOnly),
                ("parties", Counted::Parties),
            ],
        )?,
        on: row
            .day("on")?
            .ok_or_else(|| row.wrong("on", "must not be empty"))?,
        count: row.parse("count")?,
    }))
}

fn plan(row: &Row) -> Result<Body, FactsError> {
    let parties = row.parse_optional("goal_parties")?;
    let goal = match parties {
        Some(parties) => Some(Goal {
            parties,
            by: row.parse_optional("goal_by")?,
            what: row.required("goal")?.to_owned(),
        }),
        None => {
            must_be_empty(row, &["goal_by", "goal"])?;
            None
        }
    };
    Ok(Body::Plan(Plan {
        treaty: row.parse("treaty")?,
        plan: row.required("plan")?.to_owned(),
        title: row.required("title")?.to_owned(),
        short: row.optional("short"),
        adopted: row.parse_optional("adopted")?,
        until: row.optional("until"),
        goal,
        note: row.optional("note"),
    }))
}

fn plan_action(row: &Row) -> Result<Body, FactsError> {
    Ok(Body::PlanAction(PlanAction {
        treaty: row.parse("treaty")?,
        plan: row.required("plan")?.to_owned(),
        number: row.required("number")?.to_owned(),
        theme: row.optional("theme"),
        text: row.optional("text"),
        indicator: row.optional("indicator"),
        due: row.optional("due"),
        note: row.optional("note"),
    }))
}

fn statement(row: &Row) -> Result<Body, FactsError> {
    let number = row.optional("number");
    let at = match row.optional("kind") {
        Some(kind) => Some(MeetingRef { kind, number }),
        None => {
            must_be_empty(row, &["number"])?;
            None
        }
    };
    Ok(Body::Statement(Statement {
        treaty: row.parse("treaty")?,
        by: row.parse("iso3")?,
        on: row.parse("on")?,
        meeting: row.required("meeting")?.to_owned(),
        at,
        title: row.optional("title"),
        themes: row.parse_list("themes")?,
        speaker: row.optional("speaker"),
        post: row.optional("post"),
        aligned_with: row.parse_list("aligned_with")?,
        url: row.optional("url"),
        note: row.optional("note"),
    }))
}

fn document(row: &Row) -> Result<Body, FactsError> {
    let number = row.optional("at_number");
    let at = match (row.parse_optional("at_treaty")?, row.optional("at_kind")) {
        (Some(treaty), Some(kind)) => Some(DocumentMeeting {
            treaty,
            kind,
            number,
        }),
        _ => {
            must_be_empty(row, &["at_treaty", "at_kind", "at_number"])?;
            None
        }
    };
    let file = row.optional("file").map(|name| kept(row, &name));
    let file = file.transpose()?;
    let text = file.as_ref().and_then(|(_, text)| text.clone());
    Ok(Body::Document(Box::new(Document {
        document: row.required("document")?.to_owned(),
        work: row.optional("work"),
        kind: row.parse("kind")?,
        title: row.required("title")?.to_owned(),
        symbol: row.optional("symbol"),
        language: row.optional("language"),
        on: row.parse_optional("on")?,
        place: row.optional("place"),
        treaties: row.parse_list("treaties")?,
        meeting: row.optional("meeting"),
        at,
        by: row.parse_list("by")?,
        group: row.optional("group"),
        speaker: row.optional("speaker"),
        post: row.optional("post"),
        aligned_with: row.parse_list("aligned_with")?,
        aligned_by: row.parse_list("aligned_by")?,
        themes: row.parse_list("themes")?,
        distribution: row.parse_optional("distribution")?,
        statement: None,
        file: file.map(|(file, _)| file),
        text,
        url: row.optional("url"),
        note: row.optional("note"),
    })))
}

/// A file of `facts/documents`, and the SHA-256 of its text, which stands beside it under the same name as JSON.
fn kept(row: &Row, name: &str) -> Result<(DocumentFile, Option<String>), FactsError> {
    let find = |name: &str| files::KEPT.iter().find(|(known, _, _)| *known == name);
    let (_, sha256, bytes) =
        find(name).ok_or_else(|| row.wrong("file", "is not in facts/documents"))?;
    let text = name.strip_suffix(".md").map(|stem| format!("{stem}.json"));
    let text = text.and_then(|name| find(&name));
    let file = DocumentFile {
        sha256: (*sha256).to_owned(),
        media_type: "text/markdown".to_owned(),
        len: bytes.len() as u64,
        name: Some(name.to_owned()),
    };
    Ok((file, text.map(|(_, sha256, _)| (*sha256).to_owned())))
}

fn assistance(row: &Row) -> Result<Body, FactsError> {
    let to = row.parse_optional("to")?;
    let to_name = row.optional("to_name");
    if to.is_none() && to_name.is_none() {
        return Err(row.wrong("to", "must not be empty where `to_name` is"));
    }
    Ok(Body::Assistance(Assistance {
        treaty: row.parse("treaty")?,
        by: row.parse("iso3")?,
        to,
        to_name,
        what: row.required("what")?.to_owned(),
        on: row.parse_optional("on")?,
        note: row.optional("note"),
    }))
}
