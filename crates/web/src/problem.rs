//! What the reader is told when a page cannot be shown: what was expected, and what is near.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use words::Words;

use crate::NoWorld;

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
    /// No entry of that number.
    NoSuchEntry { given: String, entries: u64 },
    /// No count of that name.
    NoSuchCount { given: String },
    /// A parameter the address does not know.
    UnknownParameter {
        given: String,
        known: Vec<&'static str>,
    },
    /// A parameter with a value it cannot have.
    BadValue {
        name: &'static str,
        given: String,
        expected: Expected,
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
    Group,
    Standing,
    DutyState,
    Article,
    Severity,
    Supposition,
    Sort,
    Reason,
}

impl Expected {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Expected::Day => "expected-day",
            Expected::Moment => "expected-moment",
            Expected::Language => "expected-language",
            Expected::Number => "expected-number",
            Expected::Group => "expected-group",
            Expected::Standing => "expected-standing",
            Expected::DutyState => "expected-duty-state",
            Expected::Article => "expected-article",
            Expected::Severity => "expected-severity",
            Expected::Supposition => "expected-supposition",
            Expected::Sort => "expected-sort",
            Expected::Reason => "expected-reason",
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
        }
    }

    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Problem::NoSuchPage
            | Problem::NoSuchTreaty { .. }
            | Problem::NoSuchState { .. }
            | Problem::NotOpen { .. }
            | Problem::NoSuchArticle { .. }
            | Problem::NoSuchEntry { .. }
            | Problem::NoSuchCount { .. }
            | Problem::NoSuchForm { .. }
            | Problem::NothingKnown { .. } => StatusCode::NOT_FOUND,
            Problem::UnknownParameter { .. }
            | Problem::BadValue { .. }
            | Problem::GivenTwice { .. }
            | Problem::Backwards { .. }
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
            Problem::NoSuchEntry { .. } => "no-such-entry",
            Problem::NoSuchCount { .. } => "no-such-count",
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
            Problem::NoSuchEntry { .. } => "problem-no-entry-title",
            Problem::NoSuchCount { .. } => "problem-no-count-title",
            Problem::UnknownParameter { .. }
            | Problem::BadValue { .. }
            | Problem::GivenTwice { .. }
            | Problem::Backwards { .. }
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
            Problem::UnknownParameter { given, known } => words.text_with(
                "problem-unknown-parameter",
                &[("given", given.into()), ("known", known.join(", ").into())],
            ),
            Problem::BadValue {
                name,
                given,
                expected,
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

    /// What is near to what was asked: address and name.
    pub(crate) fn near(&self) -> &[(String, String)] {
        match self {
            Problem::NoSuchTreaty { near, .. }
            | Problem::NoSuchState { near, .. }
            | Problem::NotOpen { near, .. }
            | Problem::NoSuchArticle { near, .. } => near,
            Problem::NoSuchPage
            | Problem::NoSuchEntry { .. }
            | Problem::NoSuchCount { .. }
            | Problem::UnknownParameter { .. }
            | Problem::BadValue { .. }
            | Problem::GivenTwice { .. }
            | Problem::Backwards { .. }
            | Problem::BadEncoding
            | Problem::TooLong { .. }
            | Problem::NoSuchForm { .. }
            | Problem::OnlyGet
            | Problem::NothingKnown { .. }
            | Problem::Elsewhere { .. }
            | Problem::Ours => &[],
        }
    }

    /// The problem for programs (RFC 9457).
    pub(crate) fn document(&self, words: &Words) -> ProblemDocument {
        ProblemDocument {
            r#type: format!("/about#problem-{}", self.slug()),
            title: self.title(words),
            status: self.status().as_u16(),
            detail: self.detail(words),
            near: self
                .near()
                .iter()
                .map(|(address, _)| address.clone())
                .collect(),
        }
    }
}

/// A problem document (RFC 9457), with what is near as an extension.
#[derive(Debug, Serialize)]
pub(crate) struct ProblemDocument {
    r#type: String,
    title: String,
    status: u16,
    detail: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    near: Vec<String>,
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
