//! The message keys of the views' own words. Each `match` names every variant, so that a new one
//! does not compile until it has its text; a test asks the catalogues for every key here. They
//! take values and references alike.

use ledger::body::Counted;
use picture::curve::Tally;
use treaty::{Confidence, Lang};
use world::view::{
    CalendarWhat, DutyState, FindingKind, Found, Lacks, Severity, Standing, UncertainWhy,
};

/// A value or a reference to one, however deep: templates pass references.
pub(crate) trait Of<T> {
    fn of(&self) -> T;
}

impl<T, X: Of<T> + ?Sized> Of<T> for &X {
    fn of(&self) -> T {
        (**self).of()
    }
}

macro_rules! of_itself {
    ($($type:ty),*) => {
        $(impl Of<$type> for $type {
            fn of(&self) -> $type {
                *self
            }
        })*
    };
}

of_itself!(
    CalendarWhat,
    Confidence,
    Counted,
    DutyState,
    FindingKind,
    Found,
    Lacks,
    Lang,
    library::TextMatter,
    people::Role,
    Severity,
    Standing,
    Tally,
    u64,
    usize
);

impl Of<usize> for u32 {
    fn of(&self) -> usize {
        usize::try_from(*self).unwrap_or(usize::MAX)
    }
}

impl Of<usize> for u64 {
    fn of(&self) -> usize {
        usize::try_from(*self).unwrap_or(usize::MAX)
    }
}

/// The texts of a standing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct StandingKeys {
    pub(crate) label: &'static str,
    pub(crate) letter: &'static str,
    pub(crate) definition: &'static str,
    pub(crate) many: &'static str,
}

macro_rules! standing_keys {
    ($key:literal) => {
        StandingKeys {
            label: $key,
            letter: concat!($key, "-letter"),
            definition: concat!($key, "-definition"),
            many: concat!($key, "-many"),
        }
    };
}

/// Every standing, in the order of pages.
pub(crate) const STANDINGS: [Standing; 5] = [
    Standing::Party,
    Standing::Contracting,
    Standing::Signatory,
    Standing::Withdrawn,
    Standing::None,
];

pub(crate) fn standing(standing: impl Of<Standing>) -> StandingKeys {
    match standing.of() {
        Standing::Party => standing_keys!("standing-party"),
        Standing::Contracting => standing_keys!("standing-contracting"),
        Standing::Signatory => standing_keys!("standing-signatory"),
        Standing::Withdrawn => standing_keys!("standing-withdrawn"),
        Standing::None => standing_keys!("standing-none"),
    }
}

/// The style and the data word of a standing.
pub(crate) fn standing_class(standing: impl Of<Standing>) -> &'static str {
    match standing.of() {
        Standing::Party => "party",
        Standing::Contracting => "contracting",
        Standing::Signatory => "signatory",
        Standing::Withdrawn => "withdrawn",
        Standing::None => "none",
    }
}

/// Every state of a duty, in the order of pages.
pub(crate) const DUTY_STATES: [DutyState; 7] = [
    DutyState::Due,
    DutyState::Overdue,
    DutyState::Extended,
    DutyState::Unknown,
    DutyState::Fulfilled,
    DutyState::NotApplicable,
    DutyState::Dormant,
];

/// Style and data word, label and letter of a duty's state.
pub(crate) fn duty(state: impl Of<DutyState>) -> (&'static str, &'static str, &'static str) {
    match state.of() {
        DutyState::Fulfilled => ("fulfilled", "duty-fulfilled", "duty-fulfilled-letter"),
        DutyState::Due => ("due", "duty-due", "duty-due-letter"),
        DutyState::Overdue => ("overdue", "duty-overdue", "duty-overdue-letter"),
        DutyState::Extended => ("extended", "duty-extended", "duty-extended-letter"),
        DutyState::Dormant => ("dormant", "duty-dormant", "duty-dormant-letter"),
        DutyState::NotApplicable => (
            "not_applicable",
            "duty-not-applicable",
            "duty-not-applicable-letter",
        ),
        DutyState::Unknown => ("unknown", "duty-unknown", "duty-unknown-letter"),
    }
}

pub(crate) fn lacks(lacks: impl Of<Lacks>) -> &'static str {
    match lacks.of() {
        Lacks::Nothing => "lacks-nothing",
        Lacks::Ratification => "lacks-ratification",
        Lacks::SignatureAndRatification => "lacks-signature-and-ratification",
    }
}

pub(crate) fn severity(severity: impl Of<Severity>) -> (&'static str, &'static str) {
    match severity.of() {
        Severity::Wrong => ("wrong", "severity-wrong"),
        Severity::Uncertain => ("uncertain", "severity-uncertain"),
        Severity::Note => ("note", "severity-note"),
    }
}

/// Data word and heading of a reason for uncertainty.
pub(crate) fn uncertain(why: UncertainWhy) -> (&'static str, &'static str) {
    match why {
        UncertainWhy::Disputed => ("disputed", "uncertain-disputed"),
        UncertainWhy::LowConfidence => ("low_confidence", "uncertain-low-confidence"),
        UncertainWhy::DayUnknown => ("day_unknown", "uncertain-day-unknown"),
        UncertainWhy::Unverified => ("unverified", "uncertain-unverified"),
        UncertainWhy::MediumConfidence => ("medium_confidence", "uncertain-medium-confidence"),
    }
}

pub(crate) fn counted(counted: impl Of<Counted>) -> &'static str {
    match counted.of() {
        Counted::Signatures => "count-signatures",
        Counted::Consents => "count-consents",
        Counted::SignatoriesOnly => "count-signatories-only",
        Counted::Parties => "count-parties",
    }
}

/// What a curve counts, by its word in an address.
pub(crate) fn tally(word: &str) -> Option<Tally> {
    Tally::ALL.into_iter().find(|tally| tally.name() == word)
}

pub(crate) fn tally_key(tally: impl Of<Tally>) -> &'static str {
    match tally.of() {
        Tally::Signatures => "count-signatures",
        Tally::Consents => "count-consents",
        Tally::Parties => "count-parties",
    }
}

pub(crate) fn lang(lang: impl Of<Lang>) -> &'static str {
    match lang.of() {
        Lang::Ar => "lang-ar",
        Lang::En => "lang-en",
        Lang::Es => "lang-es",
        Lang::Fr => "lang-fr",
        Lang::Ru => "lang-ru",
        Lang::Zh => "lang-zh",
    }
}

pub(crate) fn finding(kind: impl Of<FindingKind>) -> &'static str {
    match kind.of() {
        FindingKind::BeforeOpening => "finding-before-opening",
        FindingKind::AfterClosing => "finding-after-closing",
        FindingKind::NeverSigned => "finding-never-signed",
        FindingKind::AccessionBySignatory => "finding-accession-by-signatory",
        FindingKind::SecondConsent => "finding-second-consent",
        FindingKind::SecondSignature => "finding-second-signature",
        FindingKind::NothingToWithdraw => "finding-nothing-to-withdraw",
        FindingKind::NoEffect => "finding-no-effect",
        FindingKind::PrintedDiffers => "finding-printed-differs",
        FindingKind::RuleDiffers => "finding-rule-differs",
        FindingKind::CountDiffers => "finding-count-differs",
        FindingKind::Disputed => "finding-disputed",
        FindingKind::DayUnknown => "finding-day-unknown",
        FindingKind::NotEligible => "finding-not-eligible",
        FindingKind::NoSuchAct => "finding-no-such-act",
        FindingKind::OutsideExistence => "finding-outside-existence",
        FindingKind::Unregistered => "finding-unregistered",
        FindingKind::ExtensionTooLong => "finding-extension-too-long",
        FindingKind::DanglingReference => "finding-dangling-reference",
        FindingKind::UnreadableTreatyFile => "finding-unreadable-treaty-file",
        FindingKind::Quarantined => "finding-quarantined",
        FindingKind::LowConfidence => "finding-low-confidence",
        FindingKind::Unverified => "finding-unverified",
        FindingKind::HeldWithoutRule => "finding-held-without-rule",
    }
}

/// Every kind of thing a calendar has, in the order of its selector.
pub(crate) const CALENDAR: [CalendarWhat; 5] = [
    CalendarWhat::Meeting,
    CalendarWhat::Duty,
    CalendarWhat::Yearly,
    CalendarWhat::InForce,
    CalendarWhat::Leaves,
];

/// Data word and label of what stands in a calendar.
pub(crate) fn calendar(what: impl Of<CalendarWhat>) -> (&'static str, &'static str) {
    match what.of() {
        CalendarWhat::Meeting => ("meeting", "calendar-what-meeting"),
        CalendarWhat::Duty => ("duty", "calendar-what-duty"),
        CalendarWhat::Yearly => ("yearly", "calendar-what-yearly"),
        CalendarWhat::InForce => ("in_force", "calendar-what-in-force"),
        CalendarWhat::Leaves => ("leaves", "calendar-what-leaves"),
    }
}

/// What a search found.
pub(crate) fn found(found: impl Of<Found>) -> &'static str {
    match found.of() {
        Found::State => "found-state",
        Found::Treaty => "found-treaty",
        Found::Participation => "found-participation",
        Found::Meeting => "found-meeting",
        Found::Duty => "found-duty",
        Found::Plan => "found-plan",
        Found::Action => "found-action",
        Found::Group => "found-group",
        Found::Statement => "found-statement",
        Found::Approach => "found-approach",
        Found::Document => "found-document",
    }
}
