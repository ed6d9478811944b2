//! What the addresses are, as data: each with its parameters, forms and answer. The OpenAPI
//! document and the reference are made from it, and tests hold it against the router: an address
//! that is not in the table, a parameter too many or too few, or an answer that does not fit its
//! schema fails them.

pub(crate) mod document;
pub(crate) mod params;
pub(crate) mod schema;
pub(crate) mod table;

use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::ask::Form;

/// The version of what is promised here: `docs/api.md` says what may change within it.
pub(crate) const VERSION: &str = "1.0.0";

/// Its first number, in the header `Api-Version`.
pub(crate) const MAJOR: &str = "1";

/// One address of the site, with everything one must know to ask it.
pub(crate) struct Address {
    /// As the router has it: `/treaties/{treaty}/acts`.
    pub(crate) path: &'static str,
    /// Where in the reference it stands.
    pub(crate) part: Part,
    /// What it answers, in one English sentence.
    pub(crate) what: &'static str,
    /// The forms in which it is to be had.
    pub(crate) forms: &'static [Form],
    /// Its own query parameters, beside those of every address.
    pub(crate) own: &'static [Param],
    /// A path that answers: `/treaties/ctbt/acts`.
    pub(crate) example: &'static str,
    /// The schema of its JSON.
    pub(crate) schema: Option<fn(&mut SchemaGenerator) -> Schema>,
}

/// An address that a page had before; it leads to the new one.
pub(crate) struct Moved {
    pub(crate) from: &'static str,
    pub(crate) to: &'static str,
}

/// A parameter, of the query or of the path.
pub(crate) struct Param {
    pub(crate) name: &'static str,
    /// What it does, in one English sentence.
    pub(crate) what: &'static str,
    pub(crate) takes: Takes,
    /// A value that every address with this parameter accepts; blank where only an answer tells one.
    pub(crate) example: &'static str,
}

/// What a parameter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Takes {
    /// A day of the calendar.
    Day,
    /// A day, a month or a year.
    Date,
    /// A moment, or a day.
    Moment,
    /// A language.
    Lang,
    /// A treaty, by id or by another name.
    Treaty,
    /// Treaties, with commas between them.
    Treaties,
    /// A participant, by code or by name.
    State,
    /// Participants, with commas between them.
    States,
    /// A whole number between two bounds.
    Number(u64, u64),
    /// The name of an item of the list that is asked for; only an answer tells it.
    Item,
    /// The name of a table of the data.
    Table,
    /// A kind of report.
    Report,
    /// Any text.
    Text,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A State, or a State and a day; may be given again and again.
    Suppositions,
}

/// The parts of the reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Treaties,
    States,
    Across,
    Days,
    Outreach,
    Campaigns,
    Reports,
    Library,
    Record,
    Data,
    Pages,
}

impl Part {
    pub(crate) const ALL: [Part; 11] = [
        Part::Treaties,
        Part::States,
        Part::Across,
        Part::Days,
        Part::Outreach,
        Part::Campaigns,
        Part::Reports,
        Part::Library,
        Part::Record,
        Part::Data,
        Part::Pages,
    ];

    /// Its name in the document: the tag of its operations.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Part::Treaties => "treaties",
            Part::States => "states",
            Part::Across => "across",
            Part::Days => "days",
            Part::Outreach => "outreach",
            Part::Campaigns => "campaigns",
            Part::Reports => "reports",
            Part::Library => "library",
            Part::Record => "record",
            Part::Data => "data",
            Part::Pages => "pages",
        }
    }

    /// What is in it, for the document.
    pub(crate) fn what(self) -> &'static str {
        match self {
            Part::Treaties => "One treaty: who is in, who is missing, what is owed.",
            Part::States => "One State, across treaties and under one.",
            Part::Across => "Treaties and States beside each other.",
            Part::Days => "What happened, and what falls due.",
            Part::Outreach => {
                "Who approached whom for a treaty, and what came of it: as far as whoever asks may see it."
            }
            Part::Campaigns => {
                "What is to be reached under a treaty, and each State on its way."
            }
            Part::Reports => {
                "Documents from what is on record: made from what those may see whom they are for."
            }
            Part::Library => {
                "Statements, papers and reports with their texts: as far as whoever asks may see them."
            }
            Part::Record => "The ledger behind the answers, and what does not add up in it.",
            Part::Data => "The whole public record as tables.",
            Part::Pages => "Pages for people, without data of their own.",
        }
    }
}

impl Address {
    /// The names in braces, in their order.
    pub(crate) fn in_path(&self) -> impl Iterator<Item = &'static Param> {
        self.path.split('/').filter_map(|part| {
            let name = part.strip_prefix('{')?.strip_suffix('}')?;
            params::IN_PATHS.iter().find(|param| param.name == name)
        })
    }

    /// The media type of its answer in a form.
    pub(crate) fn media_type(&self, form: Form) -> &'static str {
        if self.is_original() {
            "*/*"
        } else if self.is_file() {
            "application/vnd.sqlite3"
        } else {
            media_type(form)
        }
    }

    /// Whether some questions are led to another address: what is named otherwise than it is called, an
    /// entry that is no approach, which has a page of its own, and a kind of report.
    pub(crate) fn leads_on(&self) -> bool {
        let mut params = self.in_path().chain(self.own);
        matches!(self.path, "/approaches/{seq}" | "/reports")
            || params.any(|param| matches!(param.takes, Takes::Treaty | Takes::State))
    }

    /// Whether it is one file and no page.
    pub(crate) fn is_file(&self) -> bool {
        self.path.ends_with(".sqlite") || self.is_original()
    }

    /// Whether it is a file that somebody brought, of whatever kind.
    pub(crate) fn is_original(&self) -> bool {
        self.path.ends_with("/file")
    }

    /// Whether a part of its list can be asked for.
    pub(crate) fn has_parts(&self) -> bool {
        let told = |name: &str| self.own.iter().any(|param| param.name == name);
        told("limit") && (told("after") || self.path == "/ledger")
    }

    /// The forms in which it gives data.
    pub(crate) fn data(&self) -> impl Iterator<Item = Form> {
        let forms = self.forms.iter().copied();
        forms.filter(|form| *form != Form::Html || self.is_file())
    }

    /// Its path in a form: `/treaties/{treaty}.json`; of `/`, `/index.json`.
    pub(crate) fn in_form(&self, form: Form) -> String {
        with_form(self.path, form)
    }

    /// Its example in a form.
    pub(crate) fn example_in(&self, form: Form) -> String {
        with_form(self.example, form)
    }

    /// Whether there is something at its example in every record: a kept report has the name its authors gave it.
    pub(crate) fn has_example(&self) -> bool {
        !self.path.contains("{report}")
    }

    /// Its name among anchors and operations: `treaties-treaty-acts`.
    pub(crate) fn slug(&self) -> String {
        let parts = self.path.split('/').filter(|part| !part.is_empty());
        let parts: Vec<_> = parts
            .map(|part| part.trim_matches(['{', '}']).replace(['.', '_'], "-"))
            .collect();
        if parts.is_empty() {
            "index".to_owned()
        } else {
            parts.join("-")
        }
    }
}

/// A path in a form.
fn with_form(path: &str, form: Form) -> String {
    match (form, path) {
        (Form::Html, _) => path.to_owned(),
        (_, "/") => format!("/index.{}", form.word()),
        (_, _) => format!("{path}.{}", form.word()),
    }
}

/// The media type of a form.
fn media_type(form: Form) -> &'static str {
    match form {
        Form::Html => "text/html",
        Form::Json => "application/json",
        Form::Csv => "text/csv",
        Form::Svg => "image/svg+xml",
        Form::Png => "image/png",
        Form::Atom => "application/atom+xml",
        Form::Ics => "text/calendar",
        Form::Paper(form) => form.media_type(),
    }
}

/// The schema of a view.
pub(crate) fn of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}

#[cfg(test)]
mod tests;
