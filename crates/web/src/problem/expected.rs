//! What a value should have been: how it is told, and what of it is near.

use crate::near;

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
    /// One of these codes.
    Code(&'static [&'static str]),
    Weight,
    Reader,
    PaperLanguage,
    Words,
    /// A day, a month or a year.
    Date,
    Year,
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
            Expected::Code(_) => "expected-code",
            Expected::Weight => "expected-weight",
            Expected::Reader => "expected-reader",
            Expected::PaperLanguage => "expected-paper-language",
            Expected::Words => "expected-words",
            Expected::Date => "expected-date",
            Expected::Year => "expected-year",
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
            Expected::Code(codes) => codes,
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
            | Expected::Limit
            | Expected::Weight
            | Expected::Reader
            | Expected::PaperLanguage
            | Expected::Words
            | Expected::Date
            | Expected::Year => &[],
        }
    }

    /// What was perhaps meant.
    pub(super) fn nearest(self, given: &str) -> Option<String> {
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
            | Expected::Code(_)
            | Expected::Treaties
            | Expected::Number
            | Expected::Article
            | Expected::Supposition
            | Expected::Item
            | Expected::Limit
            | Expected::Weight
            | Expected::Reader
            | Expected::PaperLanguage
            | Expected::Words
            | Expected::Date
            | Expected::Year => near::word(given, self.words()).map(str::to_owned),
        }
    }
}
