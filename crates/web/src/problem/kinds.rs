//! Every kind of problem, for the reference.

use world::view::ReportRefused;

use super::{Expected, Problem};

impl Problem {
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
            Problem::NoSuchCampaign {
                given: given(),
                near: near(),
            },
            Problem::NoSuchPlan {
                given: given(),
                near: near(),
            },
            Problem::NoSuchReport { given: given() },
            Problem::NoSuchKeptReport { given: given() },
            Problem::NoSuchDocument { given: given() },
            Problem::NoSuchFile,
            Problem::TooManyStates { most: 8 },
            Problem::NoReport {
                cause: ReportRefused::NoState,
            },
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
            Problem::Forged,
            Problem::FormTooLarge,
            Problem::NotAForm,
            Problem::CutShort,
            Problem::Plain,
            Problem::Misdirected,
            Problem::BadToken,
            Problem::NeedsToken,
            Problem::MayNot {
                cause: crate::MayNot::Token,
            },
            Problem::NotJson,
            Problem::BodyTooLarge { most: 0 },
            Problem::NotRecorded { why: given() },
            Problem::OtherUnderKey,
            Problem::NotKept,
            Problem::Busy,
            Problem::NoInvitation,
            Problem::Ours,
        ]
    }
}
