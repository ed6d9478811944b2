//! What each kind of entry holds, column by column. Reading, writing and comparing go by these lists
//! alone, so that a field cannot be written and not read.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

use jiff::civil::Date;
use ledger::body::vocabulary::{self, DocumentKind, DocumentTheme};
use ledger::{Body, canonical};
use serde_json::{Map, Value};
use treaty::{PartialDate, ParticipantId, TreatyId};

use self::Holds::{
    Date as When, Day, Distribution, Kind, Number, Participant, Participants, Text, Themes,
    Treaties, Treaty, Word, Year,
};
use self::Need::{Always, Beside, Never};
use crate::entries::EntryKind;

/// The fields of an entry by their columns; those that are empty are not there.
pub(crate) type Cells = BTreeMap<&'static str, String>;

/// A field of an entry.
#[derive(Debug)]
pub(crate) struct Field {
    /// Its column.
    pub(crate) column: &'static str,
    /// Where it stands in the body.
    at: &'static [&'static str],
    pub(crate) holds: Holds,
    need: Need,
    /// Whether it is part of what names the thing: two entries that agree in all of these are of
    /// one thing.
    key: bool,
}

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Holds {
    /// Text, as it stands.
    Text,
    /// A treaty's id.
    Treaty,
    /// Several, with `; ` between them.
    Treaties,
    /// A participant's code.
    Participant,
    /// Several, with `; ` between them.
    Participants,
    /// A day, month or year.
    Date,
    /// A day.
    Day,
    /// A number.
    Number,
    /// A year.
    Year,
    /// One of these words.
    Word(&'static [&'static str]),
    /// Several words of a list of the ledger's vocabulary, with `; ` between them.
    Themes,
    /// A word of such a list.
    Kind,
    /// A word of such a list.
    Distribution,
}

/// Whether a field may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    Always,
    /// Not where another field of the same part is filled.
    Beside,
    Never,
}

const fn field(
    column: &'static str,
    at: &'static [&'static str],
    holds: Holds,
    need: Need,
    key: bool,
) -> Field {
    Field {
        column,
        at,
        holds,
        need,
        key,
    }
}

const TREATY: Field = field("treaty", &["treaty"], Treaty, Always, true);
const BY: Field = field("iso3", &["by"], Participant, Always, true);
const ARTICLE: Field = field("article", &["article"], Text, Always, true);
const NOTE: Field = field("note", &["note"], Text, Never, false);
const FROM: Field = field("from", &["from"], When, Never, true);
const UNTIL: Field = field("until", &["until"], When, Never, false);

const PLANS: &[Field] = &[
    TREATY,
    field("plan", &["plan"], Text, Always, true),
    field("title", &["title"], Text, Always, false),
    field("short", &["short"], Text, Never, false),
    field("adopted", &["adopted"], When, Never, false),
    field("until", &["until"], Text, Never, false),
    field("goal_parties", &["goal", "parties"], Number, Beside, false),
    field("goal_by", &["goal", "by"], When, Never, false),
    field("goal", &["goal", "what"], Text, Beside, false),
    NOTE,
];

const PLAN_ACTIONS: &[Field] = &[
    TREATY,
    field("plan", &["plan"], Text, Always, true),
    field("number", &["number"], Text, Always, true),
    field("theme", &["theme"], Text, Never, false),
    field("text", &["text"], Text, Never, false),
    field("indicator", &["indicator"], Text, Never, false),
    field("due", &["due"], Text, Never, false),
    NOTE,
];

const STATEMENTS: &[Field] = &[
    TREATY,
    BY,
    field("date", &["on"], When, Always, true),
    field("meeting", &["meeting"], Text, Always, true),
    field("kind", &["at", "kind"], Text, Beside, false),
    field("number", &["at", "number"], Text, Never, false),
    field("title", &["title"], Text, Never, true),
    field("speaker", &["speaker"], Text, Never, true),
    field("post", &["post"], Text, Never, false),
    field(
        "aligned_with",
        &["aligned_with"],
        Participants,
        Never,
        false,
    ),
    field("url", &["url"], Text, Never, true),
    NOTE,
    field("themes", &["themes"], Themes, Never, false),
];

const DOCUMENTS: &[Field] = &[
    field("document", &["document"], Text, Always, true),
    field("work", &["work"], Text, Never, false),
    field("kind", &["kind"], Kind, Always, false),
    field("title", &["title"], Text, Always, false),
    field("symbol", &["symbol"], Text, Never, false),
    field("language", &["language"], Text, Never, false),
    field("date", &["on"], When, Never, false),
    field("where", &["place"], Text, Never, false),
    field("treaties", &["treaties"], Treaties, Never, false),
    field("meeting", &["meeting"], Text, Never, false),
    field("meeting_treaty", &["at", "treaty"], Treaty, Beside, false),
    field("meeting_kind", &["at", "kind"], Text, Beside, false),
    field("meeting_number", &["at", "number"], Text, Never, false),
    field("by", &["by"], Participants, Never, false),
    field("group", &["group"], Text, Never, false),
    field("speaker", &["speaker"], Text, Never, false),
    field("post", &["post"], Text, Never, false),
    field(
        "aligned_with",
        &["aligned_with"],
        Participants,
        Never,
        false,
    ),
    field("aligned_by", &["aligned_by"], Participants, Never, false),
    field("themes", &["themes"], Themes, Never, false),
    field(
        "distribution",
        &["distribution"],
        Distribution,
        Never,
        false,
    ),
    field("file", &["file", "sha256"], Text, Beside, false),
    field("media_type", &["file", "media_type"], Text, Beside, false),
    field("bytes", &["file", "len"], Number, Beside, false),
    field("file_name", &["file", "name"], Text, Never, false),
    field("text", &["text"], Text, Never, false),
    field("url", &["url"], Text, Never, false),
    NOTE,
];

const ASSISTANCE: &[Field] = &[
    TREATY,
    BY,
    field("to", &["to"], Participant, Never, true),
    field("to_name", &["to_name"], Text, Never, true),
    field("what", &["what"], Text, Always, true),
    field("date", &["on"], When, Never, true),
    NOTE,
];

const ROLES: &[Field] = &[
    TREATY,
    field("role", &["role"], Text, Always, true),
    BY,
    FROM,
    UNTIL,
    NOTE,
    field("kind", &["kind"], Word(ROLE_KINDS), Never, false),
    field("person", &["person"], Text, Never, false),
];

/// The words of [`ledger::body::vocabulary::RoleKind`].
const ROLE_KINDS: &[&str] = &[
    "president",
    "coordinator",
    "champion",
    "special_envoy",
    "friend",
    "focal_point",
    "other",
];

const MEETINGS: &[Field] = &[
    TREATY,
    field("kind", &["kind"], Text, Always, true),
    field("number", &["number"], Text, Never, true),
    field("start", &["start"], When, Always, true),
    field("end", &["end"], When, Never, false),
    field("venue", &["place"], Text, Never, false),
    field("presidents", &["presidents"], Text, Never, false),
    NOTE,
];

const FULFILMENTS: &[Field] = &[
    TREATY,
    ARTICLE,
    BY,
    field("date", &["on"], When, Always, true),
    field("covers", &["covers"], Year, Never, true),
    field("what", &["what"], Text, Never, false),
];

const EXTENSIONS: &[Field] = &[
    TREATY,
    ARTICLE,
    BY,
    field("until", &["until"], Day, Always, true),
    field("granted", &["granted"], When, Never, false),
    field("what", &["what"], Text, Never, false),
];

const OBSERVATIONS: &[Field] = &[
    TREATY,
    ARTICLE,
    field("iso3", &["by"], Participant, Never, true),
    field("date", &["on"], When, Never, true),
    field(
        "bears",
        &["bears"],
        Word(&[
            "applies",
            "does_not_apply",
            "not_fulfilled",
            "extension_asked",
            "nothing",
        ]),
        Always,
        true,
    ),
    field("printed_due", &["printed_due"], Day, Never, true),
    field("what", &["what"], Text, Always, true),
];

const MEMBERSHIPS: &[Field] = &[
    BY,
    field("group", &["group"], Text, Always, true),
    FROM,
    UNTIL,
];

const COUNTS: &[Field] = &[
    TREATY,
    field(
        "what",
        &["what"],
        Word(&["signatures", "consents", "signatories_only", "parties"]),
        Always,
        true,
    ),
    field("date", &["on"], Day, Always, true),
    field("count", &["count"], Number, Always, true),
];

const NAMES: &[Field] = &[BY, field("alias", &["name"], Text, Always, true)];

impl EntryKind {
    /// Its fields, in the order of their columns.
    pub(crate) fn fields(self) -> &'static [Field] {
        match self {
            EntryKind::Plans => PLANS,
            EntryKind::PlanActions => PLAN_ACTIONS,
            EntryKind::Statements => STATEMENTS,
            EntryKind::Documents => DOCUMENTS,
            EntryKind::Assistance => ASSISTANCE,
            EntryKind::Roles => ROLES,
            EntryKind::Meetings => MEETINGS,
            EntryKind::Fulfilments => FULFILMENTS,
            EntryKind::Extensions => EXTENSIONS,
            EntryKind::Observations => OBSERVATIONS,
            EntryKind::Memberships => MEMBERSHIPS,
            EntryKind::Counts => COUNTS,
            EntryKind::Names => NAMES,
        }
    }

    /// Under which name a body of this kind goes in JSON.
    fn tag(self) -> &'static str {
        match self {
            EntryKind::Plans => "plan",
            EntryKind::PlanActions => "plan_action",
            EntryKind::Statements => "statement",
            EntryKind::Documents => "document",
            EntryKind::Assistance => "assistance",
            EntryKind::Roles => "role",
            EntryKind::Meetings => "meeting",
            EntryKind::Fulfilments => "fulfilment",
            EntryKind::Extensions => "extension",
            EntryKind::Observations => "observation",
            EntryKind::Memberships => "membership",
            EntryKind::Counts => "printed_count",
            EntryKind::Names => "alias",
        }
    }

    /// The fields of a body as its row has them; `None` for a body of another kind.
    pub(crate) fn cells(self, body: &Body) -> Option<Cells> {
        let value = serde_json::to_value(body).expect("a body can always be written");
        let inner = value.get(self.tag())?;
        let cells = self.fields().iter().filter_map(|field| {
            let part = field
                .at
                .iter()
                .try_fold(inner, |part, name| part.get(name))?;
            let text = written(part);
            (!text.is_empty()).then_some((field.column, text))
        });
        Some(cells.collect())
    }

    /// The same with every text in the form in which the ledger keeps it (NFC).
    pub(crate) fn cells_as_kept(self, body: &Body) -> Option<Cells> {
        let kept = canonical::to_bytes(body)
            .ok()
            .and_then(|bytes| canonical::from_bytes::<Body>(&bytes).ok());
        self.cells(kept.as_ref().unwrap_or(body))
    }

    /// The body of a row.
    pub(crate) fn body(self, cells: &Cells) -> Result<Body, Wrong> {
        let mut inner = Map::new();
        for field in self.fields() {
            match cells.get(field.column) {
                Some(text) => place(&mut inner, field.at, field.read(text)?),
                None if self.needs(field, cells) => {
                    return Err(field.wrong("", "this field cannot be empty"));
                }
                None => {}
            }
        }
        let value = Value::Object(Map::from_iter([(self.tag().to_owned(), inner.into())]));
        serde_json::from_value(value).map_err(|error| Wrong {
            column: "",
            value: String::new(),
            why: error.to_string(),
        })
    }

    fn needs(self, field: &Field, cells: &Cells) -> bool {
        let beside = |other: &Field| {
            other.at.len() == field.at.len()
                && other.at[0] == field.at[0]
                && cells.contains_key(other.column)
        };
        match field.need {
            Always => true,
            Beside => self.fields().iter().any(beside),
            Never => false,
        }
    }

    /// The columns without which there is no such entry.
    pub(crate) fn required(self) -> impl Iterator<Item = &'static str> {
        let fields = self.fields().iter();
        fields
            .filter(|field| field.need == Always)
            .map(|field| field.column)
    }

    /// What names the thing that an entry is of.
    pub(crate) fn key(self, cells: &Cells) -> Vec<&str> {
        let fields = self.fields().iter().filter(|field| field.key);
        fields
            .map(|field| cells.get(field.column).map_or("", String::as_str))
            .collect()
    }
}

/// A field that cannot be taken.
pub(crate) struct Wrong {
    pub(crate) column: &'static str,
    pub(crate) value: String,
    pub(crate) why: String,
}

impl Field {
    fn wrong(&self, value: &str, why: impl ToString) -> Wrong {
        Wrong {
            column: self.column,
            value: value.to_owned(),
            why: why.to_string(),
        }
    }

    /// One of a kind, as the kind is written.
    fn one<T>(&self, text: &str) -> Result<Value, Wrong>
    where
        T: FromStr<Err: Display> + Display,
    {
        let read = text.parse::<T>();
        let read = read.map_err(|error| self.wrong(text, error))?;
        Ok(Value::String(read.to_string()))
    }

    /// Several of a kind.
    fn several<T>(&self, text: &str) -> Result<Value, Wrong>
    where
        T: FromStr<Err: Display> + Display,
    {
        parts(text).map(|part| self.one::<T>(part)).collect()
    }

    fn read(&self, text: &str) -> Result<Value, Wrong> {
        let of = |text: &str| Value::String(text.to_owned());
        let day = |text: &str| -> Result<Date, Wrong> {
            let date: PartialDate = text.parse().map_err(|error| self.wrong(text, error))?;
            date.day()
                .ok_or_else(|| self.wrong(text, "a day is needed here, as 2011-09-21"))
        };
        match self.holds {
            Text => Ok(of(text)),
            Treaty => match text.parse::<TreatyId>() {
                Ok(_) => Ok(of(text)),
                Err(error) => Err(self.wrong(text, error)),
            },
            Treaties => self.several::<TreatyId>(text),
            Themes => self.several::<DocumentTheme>(text),
            Kind => self.one::<DocumentKind>(text),
            Distribution => self.one::<vocabulary::Distribution>(text),
            Participant => match text.parse::<ParticipantId>() {
                Ok(_) => Ok(of(text)),
                Err(error) => Err(self.wrong(text, error)),
            },
            Participants => self.several::<ParticipantId>(text),
            When => match text.parse::<PartialDate>() {
                Ok(date) => Ok(of(&date.to_string())),
                Err(error) => Err(self.wrong(text, error)),
            },
            Day => day(text).map(|day| of(&day.to_string())),
            Number => text
                .parse::<u32>()
                .map(Value::from)
                .map_err(|_error| self.wrong(text, "a whole number is needed here, as 130")),
            Year => text
                .parse::<i16>()
                .map(Value::from)
                .map_err(|_error| self.wrong(text, "a year is needed here, as 2015")),
            Word(words) => match words.contains(&text) {
                true => Ok(of(text)),
                false => Err(self.wrong(text, format!("write {}", words.join(", ")))),
            },
        }
    }
}

/// The parts of a cell with several.
pub(crate) fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// A value of a body as its cell has it.
fn written(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => value.to_string(),
        Value::Array(parts) => {
            let parts: Vec<_> = parts.iter().map(written).collect();
            parts.join("; ")
        }
    }
}

/// Puts a value where it stands in a body.
fn place(inner: &mut Map<String, Value>, at: &[&str], value: Value) {
    let Some((first, rest)) = at.split_first() else {
        return;
    };
    if rest.is_empty() {
        inner.insert((*first).to_owned(), value);
        return;
    }
    let part = inner
        .entry(*first)
        .or_insert_with(|| Value::Object(Map::new()));
    if let Value::Object(part) = part {
        place(part, rest, value);
    }
}
