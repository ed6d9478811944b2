//! A problem for programs (RFC 9457), and what was perhaps meant.

use axum::http::Uri;
use axum::http::uri::PathAndQuery;
use schemars::JsonSchema;
use serde::Serialize;
use words::Words;

use super::Problem;
use crate::near;

impl Problem {
    /// What is near to what was asked: address and name. `asked` is the address that was.
    pub(crate) fn near(&self, asked: &Uri) -> Vec<(String, String)> {
        match self {
            // What stands under a treaty may be a State, as it once was, or a page.
            Problem::NoSuchState { near, .. } => {
                let page = near::meant(asked).into_iter();
                page.chain(near.iter().cloned()).collect()
            }
            Problem::NoSuchTreaty { near, .. }
            | Problem::NotOpen { near, .. }
            | Problem::NoSuchMeeting { near, .. }
            | Problem::NoSuchCampaign { near, .. }
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
            Problem::NoSuchPage | Problem::NoSuchCount { .. } => near::meant(asked),
            Problem::NoSuchReport { given } => near::report(given),
            Problem::NoSuchForm { .. } => near::in_its_forms(asked),
            Problem::NoSuchEntry { .. }
            | Problem::NoSuchKeptReport { .. }
            | Problem::NoSuchDocument { .. }
            | Problem::NoSuchFile
            | Problem::TooManyStates { .. }
            | Problem::NoReport { .. }
            | Problem::NoSuchGroup { instead: None, .. }
            | Problem::NoSuchTable { .. }
            | Problem::UnknownParameter { instead: None, .. }
            | Problem::BadValue { instead: None, .. }
            | Problem::GivenTwice { .. }
            | Problem::Backwards { .. }
            | Problem::BadEncoding
            | Problem::TooLong { .. }
            | Problem::OnlyGet
            | Problem::Forged
            | Problem::FormTooLarge
            | Problem::NotAForm
            | Problem::CutShort
            | Problem::Plain
            | Problem::Misdirected
            | Problem::BadToken
            | Problem::NeedsToken
            | Problem::MayNot { .. }
            | Problem::NotJson
            | Problem::BodyTooLarge { .. }
            | Problem::NotRecorded { .. }
            | Problem::OtherUnderKey
            | Problem::NotKept
            | Problem::Busy
            | Problem::NoInvitation
            | Problem::NothingKnown { .. }
            | Problem::Elsewhere { .. }
            | Problem::Ours => Vec::new(),
        }
    }

    /// The problem for programs (RFC 9457), on the address that was asked.
    pub(crate) fn document(&self, words: &Words, asked: &Uri) -> ProblemDocument {
        let instance = asked.path_and_query().map(PathAndQuery::as_str);
        let known = if let Problem::UnknownParameter { known, .. } = self {
            known.clone()
        } else {
            Vec::new()
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
