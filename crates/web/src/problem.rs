//! What the reader is told when a page cannot be shown: what was expected, and what is near.

mod document;
mod expected;
mod kinds;
mod say;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use world::view::ReportRefused;

pub(crate) use self::document::ProblemDocument;
pub(crate) use self::expected::Expected;
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
    /// No campaign of that name that the reader may see, and those there are.
    NoSuchCampaign {
        given: String,
        near: Vec<(String, String)>,
    },
    /// No kind of report of that name.
    NoSuchReport { given: String },
    /// No report is kept under that name that whoever asks may see.
    NoSuchKeptReport { given: String },
    /// No document or statement of the library of that name that whoever asks may see.
    NoSuchDocument { given: String },
    /// The file of a document is not kept here.
    NoSuchFile,
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
    /// A report cannot be made as it is asked for.
    NoReport { cause: ReportRefused },
    /// Not percent-encoded UTF-8.
    BadEncoding,
    /// The query is too long.
    TooLong { longest: usize },
    /// The data of this page are not to be had in this form.
    NoSuchForm { form: &'static str },
    /// Only GET and HEAD.
    OnlyGet,
    /// A form that none of our pages sent, or of a session that is over.
    Forged,
    /// A form larger than any of ours.
    FormTooLarge,
    /// Something sent that is no form.
    NotAForm,
    /// What was sent did not come whole, or not in time.
    CutShort,
    /// Secrets are not taken over a connection that is not encrypted.
    Plain,
    /// A request for another host.
    Misdirected,
    /// A token that does not hold.
    BadToken,
    /// Nothing is recorded by a program without one.
    NeedsToken,
    /// Something that whoever asks may not do.
    MayNot { cause: crate::MayNot },
    /// What was sent is no JSON, or does not say so.
    NotJson,
    /// What was sent is larger than anything taken.
    BodyTooLarge { most: usize },
    /// What was sent is not recorded, and why.
    NotRecorded { why: String },
    /// Something else was recorded under the same key.
    OtherUnderKey,
    /// The ledger could not be written. Logged where it happened.
    NotKept,
    /// As many wait for a document as may.
    Busy,
    /// A link that does not hold.
    NoInvitation,
    /// Nothing was known then.
    NothingKnown { first: String },
    /// The page stands elsewhere.
    Elsewhere { path: String },
    /// Our fault. Logged where it happened.
    Ours,
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

    /// Why what was sent could not be read, by the status that says so.
    pub(crate) fn of_a_body(status: StatusCode) -> Option<Problem> {
        [Problem::FormTooLarge, Problem::NotAForm, Problem::CutShort]
            .into_iter()
            .find(|problem| problem.status() == status)
            .or((status == StatusCode::BAD_REQUEST).then_some(Problem::CutShort))
    }

    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Problem::NoSuchPage
            | Problem::NoSuchTreaty { .. }
            | Problem::NoSuchState { .. }
            | Problem::NotOpen { .. }
            | Problem::NoSuchArticle { .. }
            | Problem::NoSuchMeeting { .. }
            | Problem::NoSuchCampaign { .. }
            | Problem::NoSuchPlan { .. }
            | Problem::NoSuchReport { .. }
            | Problem::NoSuchKeptReport { .. }
            | Problem::NoSuchDocument { .. }
            | Problem::NoSuchFile
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
            | Problem::NoReport { .. }
            | Problem::BadEncoding => StatusCode::BAD_REQUEST,
            Problem::TooLong { .. } => StatusCode::URI_TOO_LONG,
            Problem::OnlyGet => StatusCode::METHOD_NOT_ALLOWED,
            Problem::Forged => StatusCode::FORBIDDEN,
            Problem::FormTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Problem::NotAForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Problem::CutShort => StatusCode::REQUEST_TIMEOUT,
            Problem::Plain => StatusCode::FORBIDDEN,
            Problem::Misdirected => StatusCode::MISDIRECTED_REQUEST,
            Problem::BadToken | Problem::NeedsToken => StatusCode::UNAUTHORIZED,
            Problem::MayNot { .. } => StatusCode::FORBIDDEN,
            Problem::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Problem::BodyTooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Problem::NotRecorded { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Problem::OtherUnderKey => StatusCode::CONFLICT,
            Problem::NotKept | Problem::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Problem::NoInvitation => StatusCode::NOT_FOUND,
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
            Problem::NoSuchCampaign { .. } => "no-such-campaign",
            Problem::NoSuchPlan { .. } => "no-such-plan",
            Problem::NoSuchReport { .. } => "no-such-report",
            Problem::NoSuchKeptReport { .. } => "no-such-kept-report",
            Problem::NoSuchDocument { .. } => "no-such-document",
            Problem::NoSuchFile => "no-such-file",
            Problem::TooManyStates { .. } => "too-many-states",
            Problem::NoReport { .. } => "no-report",
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
            Problem::Forged => "forged",
            Problem::FormTooLarge => "form-too-large",
            Problem::NotAForm => "not-a-form",
            Problem::CutShort => "cut-short",
            Problem::Plain => "plain",
            Problem::Misdirected => "misdirected",
            Problem::BadToken => "bad-token",
            Problem::NeedsToken => "needs-token",
            Problem::MayNot { .. } => "may-not",
            Problem::NotJson => "not-json",
            Problem::BodyTooLarge { .. } => "body-too-large",
            Problem::NotRecorded { .. } => "not-recorded",
            Problem::OtherUnderKey => "other-under-key",
            Problem::NotKept => "not-kept",
            Problem::Busy => "busy",
            Problem::NoInvitation => "no-invitation",
            Problem::NothingKnown { .. } => "nothing-known",
            Problem::Elsewhere { .. } => "elsewhere",
            Problem::Ours => "ours",
        }
    }
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

/// A problem that a page tells itself, by the field that it stands at: its answer is whole as it is.
#[derive(Debug, Clone)]
pub(crate) struct OnPage(pub(crate) Problem);

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
