//! A problem in sentences, for people.

use people::{Refusal, Role};
use words::Words;
use world::view::ReportRefused;

use super::Problem;
use crate::MayNot;

impl Problem {
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
            Problem::NoSuchCampaign { .. } => "problem-no-campaign-title",
            Problem::NoSuchPlan { .. } => "problem-no-plan-title",
            Problem::NoSuchReport { .. } => "problem-no-report-title",
            Problem::NoSuchKeptReport { .. } => "problem-no-kept-report-title",
            Problem::NoSuchDocument { .. } => "problem-no-document-title",
            Problem::NoSuchFile => "problem-no-file-title",
            Problem::NoSuchEntry { .. } => "problem-no-entry-title",
            Problem::NoSuchCount { .. } => "problem-no-count-title",
            Problem::NoSuchGroup { .. } => "problem-no-group-title",
            Problem::NoSuchTable { .. } => "problem-no-table-title",
            Problem::UnknownParameter { .. }
            | Problem::BadValue { .. }
            | Problem::GivenTwice { .. }
            | Problem::Backwards { .. }
            | Problem::TooManyStates { .. }
            | Problem::NoReport { .. }
            | Problem::BadEncoding
            | Problem::TooLong { .. }
            | Problem::OnlyGet => "problem-question-title",
            Problem::Forged | Problem::FormTooLarge | Problem::NotAForm | Problem::CutShort => {
                "problem-forged-title"
            }
            Problem::Plain => "problem-plain-title",
            Problem::Misdirected => "problem-misdirected-title",
            Problem::BadToken | Problem::NeedsToken => "problem-token-title",
            Problem::MayNot { .. } => "problem-may-not-title",
            Problem::NotJson
            | Problem::BodyTooLarge { .. }
            | Problem::NotRecorded { .. }
            | Problem::OtherUnderKey
            | Problem::NotKept => "problem-not-recorded-title",
            Problem::Busy => "problem-busy-title",
            Problem::NoInvitation => "problem-invitation-title",
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
            Problem::NoSuchReport { given } => {
                words.text_with("problem-no-report", &[("given", given.into())])
            }
            Problem::NoSuchKeptReport { given } => {
                words.text_with("problem-no-kept-report", &[("given", given.into())])
            }
            Problem::NoSuchDocument { given } => {
                words.text_with("problem-no-document", &[("given", given.into())])
            }
            Problem::NoSuchFile => words.text("problem-no-file").into_owned(),
            Problem::NoSuchCampaign { given, .. } => {
                words.text_with("problem-no-campaign", &[("given", given.into())])
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
            Problem::NoReport { cause } => words.text(no_report(*cause)).into_owned(),
            Problem::BadEncoding => words.text("problem-bad-encoding").into_owned(),
            Problem::TooLong { longest } => {
                words.text_with("problem-too-long", &[("longest", (*longest).into())])
            }
            Problem::NoSuchForm { form } => {
                words.text_with("problem-no-form", &[("form", (*form).into())])
            }
            Problem::OnlyGet => words.text("problem-only-get").into_owned(),
            Problem::Forged => words.text("problem-forged").into_owned(),
            Problem::FormTooLarge => words.text("problem-form-too-large").into_owned(),
            Problem::NotAForm => words.text("problem-not-a-form").into_owned(),
            Problem::CutShort => words.text("problem-cut-short").into_owned(),
            Problem::Plain => words.text("problem-plain").into_owned(),
            Problem::Misdirected => words.text("problem-misdirected").into_owned(),
            Problem::BadToken => words.text("problem-token").into_owned(),
            Problem::NeedsToken => words.text("problem-needs-token").into_owned(),
            Problem::MayNot { cause } => may_not(*cause, words),
            Problem::NotJson => words.text("problem-not-json").into_owned(),
            Problem::BodyTooLarge { most } => words.text_with(
                "problem-body-too-large",
                &[(
                    "most",
                    words
                        .number(u64::try_from(*most).unwrap_or(u64::MAX))
                        .into(),
                )],
            ),
            Problem::NotRecorded { why } => {
                words.text_with("problem-not-recorded", &[("why", why.into())])
            }
            Problem::OtherUnderKey => words.text("problem-other-under-key").into_owned(),
            Problem::NotKept => words.text("problem-not-kept").into_owned(),
            Problem::Busy => words.text("problem-busy").into_owned(),
            Problem::NoInvitation => words.text("door-no-invitation").into_owned(),
            Problem::NothingKnown { first } => {
                words.text_with("problem-nothing-known", &[("first", first.into())])
            }
            Problem::Ours => words.text("problem-ours").into_owned(),
        }
    }
}

/// Why somebody may not, for people.
fn may_not(cause: MayNot, words: &Words) -> String {
    let needs = |key, role| {
        let role = words.text(role_key(role));
        words.text_with(key, &[("role", role.as_ref().into())])
    };
    match cause {
        MayNot::Token => words.text("may-not-token").into_owned(),
        MayNot::Policy(Refusal::SignIn | Refusal::Hidden) => {
            words.text("problem-no-page").into_owned()
        }
        MayNot::Policy(Refusal::Role { needs: role }) => needs("may-not-role", role),
        MayNot::Policy(Refusal::EachTeam { needs: role }) => needs("may-not-each-team", role),
        MayNot::Policy(Refusal::Office) => words.text("may-not-office").into_owned(),
        MayNot::Policy(Refusal::Public) => words.text("may-not-public").into_owned(),
    }
}

/// Why a report cannot be made, for people.
fn no_report(cause: ReportRefused) -> &'static str {
    match cause {
        ReportRefused::NoTreaty => "report-refused-treaty",
        ReportRefused::NoFirstDay => "report-refused-first-day",
        ReportRefused::OneDay => "report-refused-one-day",
        ReportRefused::Disordered => "report-refused-order",
        ReportRefused::NoPlan => "report-refused-plan",
        ReportRefused::TakesNoPlan => "report-refused-no-plan",
        ReportRefused::NoState => "report-refused-state",
        ReportRefused::AllStates => "report-refused-states",
    }
}

/// The key of a role's name alone.
fn role_key(role: Role) -> &'static str {
    match role {
        Role::Reader => "role-name-reader",
        Role::Contributor => "role-name-contributor",
        Role::Editor => "role-name-editor",
        Role::Administrator => "role-name-administrator",
    }
}
