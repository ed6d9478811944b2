//! What the reader is told when a page cannot be shown: what was expected, and what is near.

use axum::http::uri::PathAndQuery;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;
use words::Words;

use crate::{NoWorld, near};

/// Why a page cannot be shown. Every one says what was expected.
#[derive(Debug, Clone)]
pub(crate) enum Problem {
    /// No page at that address.
    NoSuchPage,
    /// No treaty of that name, and those that are near.
    NoSuchTreaty {
        given: String,
        near: Vec<(String, String)>,
    },
    /// No State of that name, and those that are near.
    NoSuchState {
        given: String,
        near: Vec<(String, String)>,
    },
    /// The treaty does not admit the State, and nothing of it is on record; where each stands.
    NotOpen {
        name: String,
        short: String,
        near: Vec<(String, String)>,
    },
    /// Nothing of that name can be explained, and what can.
    NoSuchArticle {
        given: String,
        near: Vec<(String, String)>,
    },
    /// No meeting of that name, and those that are near.
    NoSuchMeeting {
        given: String,
        near: Vec<(String, String)>,
    },
    /// No action plan of that name under the treaty, and those there are.
    NoSuchPlan {
        given: String,
        near: Vec<(String, String)>,
    },
    /// Too few or too many States to set side by side.
    TooManyStates { most: usize },
    /// No entry of that number.
    NoSuchEntry { given: String, entries: u64 },
    /// No count of that name.
    NoSuchCount { given: String },
    /// No group of that name, and the one that is near.
    NoSuchGroup {
        given: String,
        instead: Option<String>,
    },
    /// No table of that name.
    NoSuchTable { given: String },
    /// A parameter the address does not know.
    UnknownParameter {
        given: String,
        known: Vec<&'static str>,
        /// The one that was perhaps meant.
        instead: Option<&'static str>,
    },
    /// A parameter with a value it cannot have.
    BadValue {
        name: &'static str,
        given: String,
        expected: Expected,
        /// What was perhaps meant.
        instead: Option<String>,
    },
    /// A parameter given twice.
    GivenTwice { name: &'static str },
    /// The last day lies before the first.
    Backwards { from: String, to: String },
    /// Not percent-encoded UTF-8.
    BadEncoding,
    /// The query is too long.
    TooLong { longest: usize },
    /// The data of this page are not to be had in this form.
    NoSuchForm { form: &'static str },
    /// Only GET and HEAD.
    OnlyGet,
    /// Nothing was known then.
    NothingKnown { first: String },
    /// The page stands elsewhere.
    Elsewhere { path: String },
    /// Our fault. Logged where it happened.
    Ours,
}

/// What a value should have been: the key of its description.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expected {
    Day,
    Moment,
    Language,
    Number,
    Standing,
    DutyState,
    Article,
    Severity,
    Supposition,
    Sort,
    Reason,
    Item,
    Limit,
    CalendarWhat,
    Rows,
    Hits,
    Show,
    View,
    Treaties,
    Along,
    Tally,
}

impl Expected {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Expected::Day => "expected-day",
            Expected::Moment => "expected-moment",
            Expected::Language => "expected-language",
            Expected::Number => "expected-number",
            Expected::Standing => "expected-standing",
            Expected::DutyState => "expected-duty-state",
            Expected::Article => "expected-article",
            Expected::Severity => "expected-severity",
            Expected::Supposition => "expected-supposition",
            Expected::Sort => "expected-sort",
            Expected::Reason => "expected-reason",
            Expected::Item => "expected-item",
            Expected::Limit => "expected-limit",
            Expected::CalendarWhat => "expected-calendar-what",
            Expected::Rows => "expected-rows",
            Expected::Hits => "expected-hits",
            Expected::Show => "expected-show",
            Expected::View => "expected-view",
            Expected::Treaties => "expected-treaties",
            Expected::Along => "expected-along",
            Expected::Tally => "expected-tally",
        }
    }

    /// The words it can be, where it is one of a few.
    fn words(self) -> &'static [&'static str] {
        match self {
            Expected::Language => &["ar", "en", "es", "fr", "ru", "zh"],
            Expected::Standing => &["party", "contracting", "signatory", "withdrawn", "none"],
            Expected::DutyState => &[
                "any",
                "open",
                "due",
                "overdue",
                "extended",
                "unknown",
                "fulfilled",
                "not_applicable",
                "dormant",
            ],
            Expected::Severity => &["wrong", "uncertain", "note"],
            Expected::Sort => &["name", "code", "joined"],
            Expected::CalendarWhat => &["meeting", "duty", "yearly", "in_force", "leaves"],
            Expected::Rows => &["all", "differing"],
            Expected::Show => &["list", "states", "reports"],
            Expected::View => &["map", "tiles", "table"],
            Expected::Along => &["date", "years"],
            Expected::Tally => &["signatures", "consents", "parties"],
            Expected::Reason => &[
                "disputed",
                "low_confidence",
                "day_unknown",
                "unverified",
                "medium_confidence",
            ],
            Expected::Day
            | Expected::Moment
            | Expected::Number
            | Expected::Hits
            | Expected::Article
            | Expected::Treaties
            | Expected::Supposition
            | Expected::Item
            | Expected::Limit => &[],
        }
    }

    /// What was perhaps meant.
    fn nearest(self, given: &str) -> Option<String> {
        match self {
            Expected::Day | Expected::Moment => near::day(given).map(|day| day.to_string()),
            Expected::Language
            | Expected::Standing
            | Expected::DutyState
            | Expected::Severity
            | Expected::Sort
            | Expected::CalendarWhat
            | Expected::Rows
            | Expected::Show
            | Expected::Hits
            | Expected::Reason
            | Expected::View
            | Expected::Along
            | Expected::Tally
            | Expected::Treaties
            | Expected::Number
            | Expected::Article
            | Expected::Supposition
            | Expected::Item
            | Expected::Limit => near::word(given, self.words()).map(str::to_owned),
        }
    }
}

impl Problem {
    /// A value that cannot be read.
    pub(crate) fn bad(name: &'static str, given: &str, expected: Expected) -> Problem {
        Problem::BadValue {
            name,
            given: crate::asked::short(given),
            expected,
            instead: expected.nearest(given),
        }
    }

    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Problem::NoSuchPage
            | Problem::NoSuchTreaty { .. }
            | Problem::NoSuchState { .. }
            | Problem::NotOpen { .. }
            | Problem::NoSuchArticle { .. }
            | Problem::NoSuchMeeting { .. }
            | Problem::NoSuchPlan { .. }
            | Problem::NoSuchEntry { .. }
            | Problem::NoSuchCount { .. }
            | Problem::NoSuchGroup { .. }
            | Problem::NoSuchTable { .. }
            | Problem::NoSuchForm { .. }
            | Problem::NothingKnown { .. } => StatusCode::NOT_FOUND,
            Problem::UnknownParameter { .. }
            | Problem::BadValue { .. }
            | Problem::GivenTwice { .. }
            | Problem::Backwards { .. }
            | Problem::TooManyStates { .. }
            | Problem::BadEncoding => StatusCode::BAD_REQUEST,
            Problem::TooLong { .. } => StatusCode::URI_TOO_LONG,
            Problem::OnlyGet => StatusCode::METHOD_NOT_ALLOWED,
            Problem::Elsewhere { .. } => StatusCode::PERMANENT_REDIRECT,
            Problem::Ours => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The last part of the problem's type, by which programs tell problems apart.
    pub(crate) fn slug(&self) -> &'static str {
        match self {
            Problem::NoSuchPage => "no-such-page",
            Problem::NoSuchTreaty { .. } => "no-such-treaty",
            Problem::NoSuchState { .. } => "no-such-state",
            Problem::NotOpen { .. } => "not-open",
            Problem::NoSuchArticle { .. } => "no-such-article",
            Problem::NoSuchMeeting { .. } => "no-such-meeting",
            Problem::NoSuchPlan { .. } => "no-such-plan",
            Problem::TooManyStates { .. } => "too-many-states",
            Problem::NoSuchEntry { .. } => "no-such-entry",
            Problem::NoSuchCount { .. } => "no-such-count",
            Problem::NoSuchGroup { .. } => "no-such-group",
            Problem::NoSuchTable { .. } => "no-such-table",
            Problem::UnknownParameter { .. } => "unknown-parameter",
            Problem::BadValue { .. } => "bad-value",
            Problem::GivenTwice { .. } => "given-twice",
            Problem::Backwards { .. } => "backwards",
            Problem::BadEncoding => "bad-encoding",
            Problem::TooLong { .. } => "too-long",
            Problem::NoSuchForm { .. } => "no-such-form",
            Problem::OnlyGet => "only-get",
            Problem::NothingKnown { .. } => "nothing-known",
            Problem::Elsewhere { .. } => "elsewhere",
            Problem::Ours => "ours",
        }
    }

    /// The heading: what happened, in a few words.
    pub(crate) fn title(&self, words: &Words) -> String {
        words.text(self.title_key()).into_owned()
    }

    fn title_key(&self) -> &'static str {
        match self {
            Problem::NoSuchPage | Problem::NoSuchForm { .. } | Problem::Elsewhere { .. } => {
                "problem-no-page-title"
            }
            Problem::NoSuchTreaty { .. } => "problem-no-treaty-title",
            Problem::NoSuchState { .. } => "problem-no-state-title",
            Problem::NotOpen { .. } => "problem-not-open-title",
            Problem::NoSuchArticle { .. } => "problem-no-article-title",
            Problem::NoSuchMeeting { .. } => "problem-no-meeting-title",
            Problem::NoSuchPlan { .. } => "problem-no-plan-title",
            Problem::NoSuchEntry { .. } => "problem-no-entry-title",
            Problem::NoSuchCount { .. } => "problem-no-count-title",
            Problem::NoSuchGroup { .. } => "problem-no-group-title",
            Problem::NoSuchTable { .. } => "problem-no-table-title",
            Problem::UnknownParameter { .. }
            | Problem::BadValue { .. }
            | Problem::GivenTwice { .. }
            | Problem::Backwards { .. }
            | Problem::TooManyStates { .. }
            | Problem::BadEncoding
            | Problem::TooLong { .. }
            | Problem::OnlyGet => "problem-question-title",
            Problem::NothingKnown { .. } => "problem-nothing-known-title",
            Problem::Ours => "problem-ours-title",
        }
    }

    /// What happened and what was expected, in sentences.
    pub(crate) fn detail(&self, words: &Words) -> String {
        match self {
            Problem::NoSuchPage | Problem::Elsewhere { .. } => {
                words.text("problem-no-page").into_owned()
            }
            Problem::NoSuchTreaty { given, .. } => {
                words.text_with("problem-no-treaty", &[("given", given.into())])
            }
            Problem::NoSuchState { given, .. } => {
                words.text_with("problem-no-state", &[("given", given.into())])
            }
            Problem::NotOpen { name, short, .. } => words.text_with(
                "problem-not-open",
                &[("name", name.into()), ("short", short.into())],
            ),
            Problem::NoSuchArticle { given, .. } => {
                words.text_with("problem-no-article", &[("given", given.into())])
            }
            Problem::NoSuchMeeting { given, .. } => {
                words.text_with("problem-no-meeting", &[("given", given.into())])
            }
            Problem::NoSuchPlan { given, .. } => {
                words.text_with("problem-no-plan", &[("given", given.into())])
            }
            Problem::TooManyStates { most } => {
                words.text_with("problem-too-many-states", &[("most", (*most).into())])
            }
            Problem::NoSuchEntry { given, entries } => words.text_with(
                "problem-no-entry",
                &[
                    ("given", given.into()),
                    ("entries", words.number(*entries).into()),
                ],
            ),
            Problem::NoSuchCount { given } => {
                words.text_with("problem-no-count", &[("given", given.into())])
            }
            Problem::NoSuchGroup { given, .. } => {
                words.text_with("problem-no-group", &[("given", given.into())])
            }
            Problem::NoSuchTable { given } => {
                words.text_with("problem-no-table", &[("given", given.into())])
            }
            Problem::UnknownParameter { given, known, .. } => words.text_with(
                "problem-unknown-parameter",
                &[("given", given.into()), ("known", known.join(", ").into())],
            ),
            Problem::BadValue {
                name,
                given,
                expected,
                ..
            } => words.text_with(
                "problem-bad-value",
                &[
                    ("name", (*name).into()),
                    ("given", given.into()),
                    ("expected", words.text(expected.key()).into()),
                ],
            ),
            Problem::GivenTwice { name } => {
                words.text_with("problem-given-twice", &[("name", (*name).into())])
            }
            Problem::Backwards { from, to } => words.text_with(
                "problem-backwards",
                &[("from", from.into()), ("to", to.into())],
            ),
            Problem::BadEncoding => words.text("problem-bad-encoding").into_owned(),
            Problem::TooLong { longest } => {
                words.text_with("problem-too-long", &[("longest", (*longest).into())])
            }
            Problem::NoSuchForm { form } => {
                words.text_with("problem-no-form", &[("form", (*form).into())])
            }
            Problem::OnlyGet => words.text("problem-only-get").into_owned(),
            Problem::NothingKnown { first } => {
                words.text_with("problem-nothing-known", &[("first", first.into())])
            }
            Problem::Ours => words.text("problem-ours").into_owned(),
        }
    }

    /// What is near to what was asked: address and name. `asked` is the address that was.
    pub(crate) fn near(&self, asked: &Uri) -> Vec<(String, String)> {
        match self {
            Problem::NoSuchTreaty { near, .. }
            | Problem::NoSuchState { near, .. }
            | Problem::NotOpen { near, .. }
            | Problem::NoSuchMeeting { near, .. }
            | Problem::NoSuchPlan { near, .. }
            | Problem::NoSuchArticle { near, .. } => near.clone(),
            Problem::UnknownParameter {
                given,
                instead: Some(right),
                ..
            } => near::with_name(asked, given, right),
            Problem::BadValue {
                name,
                instead: Some(right),
                ..
            } => near::with_value(asked, name, right),
            Problem::NoSuchGroup {
                instead: Some(right),
                ..
            } => near::with_value(asked, "group", right),
            Problem::NoSuchPage
            | Problem::NoSuchEntry { .. }
            | Problem::TooManyStates { .. }
            | Problem::NoSuchCount { .. }
            | Problem::NoSuchGroup { instead: None, .. }
            | Problem::NoSuchTable { .. }
            | Problem::UnknownParameter { instead: None, .. }
            | Problem::BadValue { instead: None, .. }
            | Problem::GivenTwice { .. }
            | Problem::Backwards { .. }
            | Problem::BadEncoding
            | Problem::TooLong { .. }
            | Problem::NoSuchForm { .. }
            | Problem::OnlyGet
            | Problem::NothingKnown { .. }
            | Problem::Elsewhere { .. }
            | Problem::Ours => Vec::new(),
        }
    }

    /// The problem for programs (RFC 9457), on the address that was asked.
    pub(crate) fn document(&self, words: &Words, asked: &Uri) -> ProblemDocument {
        let instance = asked.path_and_query().map(PathAndQuery::as_str);
        let known = match self {
            Problem::UnknownParameter { known, .. } => known.clone(),
            Problem::NoSuchPage
            | Problem::NoSuchTreaty { .. }
            | Problem::NoSuchState { .. }
            | Problem::NotOpen { .. }
            | Problem::NoSuchArticle { .. }
            | Problem::NoSuchMeeting { .. }
            | Problem::NoSuchPlan { .. }
            | Problem::TooManyStates { .. }
            | Problem::NoSuchEntry { .. }
            | Problem::NoSuchCount { .. }
            | Problem::NoSuchGroup { .. }
            | Problem::NoSuchTable { .. }
            | Problem::BadValue { .. }
            | Problem::GivenTwice { .. }
            | Problem::Backwards { .. }
            | Problem::BadEncoding
            | Problem::TooLong { .. }
            | Problem::NoSuchForm { .. }
            | Problem::OnlyGet
            | Problem::NothingKnown { .. }
            | Problem::Elsewhere { .. }
            | Problem::Ours => Vec::new(),
        };
        ProblemDocument {
            r#type: format!("/api#problem-{}", self.slug()),
            title: self.title(words),
            status: self.status().as_u16(),
            detail: self.detail(words),
            instance: instance
                .filter(|instance| instance.len() <= LONGEST_INSTANCE)
                .map(str::to_owned),
            near: self
                .near(asked)
                .into_iter()
                .map(|(address, _)| address)
                .collect(),
            known,
        }
    }

    /// Every kind of problem that is told, once; the reference lists them.
    pub(crate) fn one_of_each() -> Vec<Problem> {
        let (given, near) = (String::new, Vec::new);
        vec![
            Problem::NoSuchPage,
            Problem::NoSuchForm { form: "csv" },
            Problem::NoSuchTreaty {
                given: given(),
                near: near(),
            },
            Problem::NoSuchState {
                given: given(),
                near: near(),
            },
            Problem::NotOpen {
                name: given(),
                short: given(),
                near: near(),
            },
            Problem::NoSuchArticle {
                given: given(),
                near: near(),
            },
            Problem::NoSuchMeeting {
                given: given(),
                near: near(),
            },
            Problem::NoSuchPlan {
                given: given(),
                near: near(),
            },
            Problem::TooManyStates { most: 8 },
            Problem::NoSuchEntry {
                given: given(),
                entries: 0,
            },
            Problem::NoSuchCount { given: given() },
            Problem::NoSuchGroup {
                given: given(),
                instead: None,
            },
            Problem::NoSuchTable { given: given() },
            Problem::NothingKnown { first: given() },
            Problem::UnknownParameter {
                given: given(),
                known: Vec::new(),
                instead: None,
            },
            Problem::BadValue {
                name: "on",
                given: given(),
                expected: Expected::Day,
                instead: None,
            },
            Problem::GivenTwice { name: "on" },
            Problem::Backwards {
                from: given(),
                to: given(),
            },
            Problem::BadEncoding,
            Problem::TooLong { longest: 0 },
            Problem::OnlyGet,
            Problem::Ours,
        ]
    }
}

/// A longer address than this is not repeated.
const LONGEST_INSTANCE: usize = 500;

/// What could not be answered, and why (RFC 9457).
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
pub(crate) struct ProblemDocument {
    /// Which kind of problem it is: an address of the reference, where it is explained. Programs
    /// tell problems apart by it.
    r#type: String,
    /// The kind of problem in a few words, in the reader's language.
    title: String,
    /// The status of the answer.
    status: u16,
    /// What happened and what was expected, in the reader's language.
    detail: String,
    /// The address that was asked, unless it was very long.
    #[serde(skip_serializing_if = "Option::is_none")]
    instance: Option<String>,
    /// Addresses that were perhaps meant, the nearest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    near: Vec<String>,
    /// The parameters the address knows, where one was given that it does not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    known: Vec<&'static str>,
}

impl From<NoWorld> for Problem {
    fn from(no: NoWorld) -> Problem {
        match no {
            NoWorld::BeforeTheFirstEntry { first } => Problem::NothingKnown {
                first: first.to_string(),
            },
            NoWorld::Unreadable(cause) => {
                tracing::error!(cause = %cause, "a past world could not be folded");
                Problem::Ours
            }
        }
    }
}

/// Only marks the response: `answer` knows the reader's language and form and renders it.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The answer when a handler panicked: a mistake of ours, never of the reader.
pub(crate) fn panicked(_cause: Box<dyn std::any::Any + Send>) -> Response {
    tracing::error!("a handler panicked; the message stands above");
    let page = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Accede</title>\
                <p>Something went wrong on our side; it has been logged. Nothing was changed.";
    let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    (StatusCode::INTERNAL_SERVER_ERROR, kind, page).into_response()
}
