//! What does not add up, and what is not certain.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use ledger::EntryRef;
use ledger::body::Counted;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{ParticipantId, TreatyId};

use super::{HeadView, SourceRef};

/// Something in the record that does not add up. A finding is shown, never repaired in silence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Finding {
    /// What kind: the key of its sentence.
    pub kind: FindingKind,
    /// How much it matters.
    pub severity: Severity,
    /// The treaty.
    pub treaty: Option<TreatyId>,
    /// The participant.
    pub iso3: Option<ParticipantId>,
    /// What, in an English sentence.
    pub text: String,
    /// What went into the sentence, by name, for other languages.
    pub inputs: BTreeMap<&'static str, String>,
    /// The entries concerned.
    pub entries: Vec<EntryRef>,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// An answer may be wrong.
    Wrong,
    /// An answer is uncertain.
    Uncertain,
    /// Worth knowing.
    Note,
}

macro_rules! finding_kinds {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// The kinds of finding; `docs/findings.md` says what each asks of a person.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum FindingKind {
            $($(#[$doc])* $name,)*
        }

        impl FindingKind {
            /// Every kind.
            pub const ALL: &'static [FindingKind] = &[$(FindingKind::$name,)*];
        }
    };
}

finding_kinds! {
    /// An act before the treaty was open for it.
    BeforeOpening,
    /// An act after it was closed.
    AfterClosing,
    /// A ratification without a signature.
    NeverSigned,
    /// An accession by a signatory.
    AccessionBySignatory,
    /// A second consent while one stands, with the same depositary.
    SecondConsent,
    /// A second signature while one stands, with the same depositary.
    SecondSignature,
    /// A withdrawal without a consent to withdraw.
    NothingToWithdraw,
    /// A withdrawal without a day of effect, and no rule that gives one.
    NoEffect,
    /// The day a source prints and the day the rule gives differ.
    PrintedDiffers,
    /// The treaty's recorded entry into force and what the rule gives from the record differ.
    RuleDiffers,
    /// A printed count differs from the computed one.
    CountDiffers,
    /// An entry is disputed.
    Disputed,
    /// Of an act only the month or year is known.
    DayUnknown,
    /// An act not open to the participant.
    NotEligible,
    /// An act the treaty does not know.
    NoSuchAct,
    /// An act after the participant ceased to exist, or before it existed.
    OutsideExistence,
    /// An act of a participant or under a treaty that is not registered.
    Unregistered,
    /// An extension longer than the treaty allows.
    ExtensionTooLong,
    /// A correction, retraction or dispute of an entry that is not there.
    DanglingReference,
    /// A treaty file that cannot be read.
    UnreadableTreatyFile,
    /// Something waits in quarantine.
    Quarantined,
    /// A source of low confidence.
    LowConfidence,
    /// A treaty file says that something in it is not verified.
    Unverified,
    /// A withdrawal held back under a treaty that does not provide for it.
    HeldWithoutRule,
}

/// Printed against computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReconcileView {
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// The comparisons, by treaty and day.
    pub reconciled: Vec<Reconciled>,
    /// Whether all hold.
    pub holds: bool,
}

/// One printed count against the computed one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reconciled {
    /// The treaty.
    pub treaty: TreatyId,
    /// What was counted.
    pub what: Counted,
    /// As at.
    pub on: Date,
    /// The number printed.
    pub printed: u32,
    /// The number computed.
    pub computed: u32,
    /// Whether they agree.
    pub holds: bool,
    /// Where it is printed.
    pub source: SourceRef,
}

/// What the record is not certain of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct UncertainView {
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// By reason, treaty, entry. An entry stands here once for each reason.
    pub rows: Vec<Uncertain>,
}

/// One thing that is not certain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Uncertain {
    /// Why it is not.
    pub why: UncertainWhy,
    /// The treaty.
    pub treaty: Option<TreatyId>,
    /// The participant.
    pub iso3: Option<ParticipantId>,
    /// What the entry says, in one English line.
    pub what: String,
    /// The reason of a dispute, or the line of the treaty file.
    pub note: Option<String>,
    /// Whether it counts all the same.
    pub counts: bool,
    /// The entry.
    pub entry: EntryRef,
    /// Where it is from.
    pub source: SourceRef,
}

/// Why something is not certain, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UncertainWhy {
    /// A dispute stands.
    Disputed,
    /// Its source is weak, or nobody verified it.
    LowConfidence,
    /// Only the month or year is known.
    DayUnknown,
    /// The treaty file says that something in it is not verified.
    Unverified,
    /// It rests on one source.
    MediumConfidence,
}
