//! The acts by which participants bind themselves, and unbind themselves.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{PartialDate, ParticipantId, TreatyId};

/// One thing that a source says a participant did. Nothing in it is computed.
///
/// An act carries no source of its own: the entry that records it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// The treaty.
    pub treaty: TreatyId,
    /// The participant under whose name the depositary lists the act today.
    pub by: ParticipantId,
    /// What was done.
    pub kind: Kind,
    /// The day of the signature, of the deposit of the instrument, of the receipt of a
    /// notification, or of the effect for the kinds that are effects.
    pub on: PartialDate,
    /// The predecessor that did it, where `by` is a successor listed in its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_by: Option<ParticipantId>,
    /// Where it was deposited, for treaties with several depositaries: `London`,
    /// `Moscow`, `Washington`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub depositary: Option<String>,
    /// The day of effect, where the source prints one (a withdrawal, a provisional
    /// application). What the rule gives is never written here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<Date>,
    /// The footnotes the source attaches, as printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// The text of a declaration, reservation, objection or scope, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The participant an objection is addressed to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub towards: Option<ParticipantId>,
}

impl Act {
    /// An act with nothing but its four essentials.
    pub fn new(treaty: TreatyId, by: ParticipantId, kind: Kind, on: PartialDate) -> Act {
        Act {
            treaty,
            by,
            kind,
            on,
            done_by: None,
            depositary: None,
            effect: None,
            notes: Vec::new(),
            text: None,
            towards: None,
        }
    }
}

/// A footnote of the source: its mark and its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The mark, such as `12`.
    pub id: String,
    /// The text as printed, without markup.
    pub text: String,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)*) => {
        /// What a depositary records, under the names the treaties use.
        ///
        /// The words are those of `facts/acts.csv`, of the API and of exports.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum Kind {
            $($(#[$doc])* #[serde(rename = $word)] $name,)*
        }

        impl Kind {
            /// Every kind, in the order of the life of a participation.
            pub const ALL: &'static [Kind] = &[$(Kind::$name,)*];

            /// The word for it in data.
            pub fn word(self) -> &'static str {
                match self { $(Kind::$name => $word,)* }
            }
        }
    };
}

kinds! {
    /// Signature subject to ratification, acceptance or approval (VCLT art. 14).
    Signature = "signature",
    /// Signature not subject to ratification: signature and consent in one (VCLT art. 12).
    DefinitiveSignature = "definitive_signature",
    /// A successor State takes over its predecessor's signature. Counts as a signature.
    SuccessionToSignature = "succession_to_signature",
    /// Ratification (VCLT art. 14(1)).
    Ratification = "ratification",
    /// Acceptance (VCLT art. 14(2)).
    Acceptance = "acceptance",
    /// Approval (VCLT art. 14(2)).
    Approval = "approval",
    /// Accession (VCLT art. 15).
    Accession = "accession",
    /// Succession to the treaty.
    Succession = "succession",
    /// Formal confirmation, by an international organisation.
    FormalConfirmation = "formal_confirmation",
    /// Consent to be bound by a protocol or amendment.
    ConsentToBeBound = "consent_to_be_bound",
    /// Provisional application declared (VCLT art. 25).
    ProvisionalApplication = "provisional_application",
    /// Provisional application ended by a notification.
    ProvisionalApplicationEnded = "provisional_application_ended",
    /// Notification of withdrawal or denunciation received by the depositary.
    WithdrawalNotified = "withdrawal_notified",
    /// A withdrawal is held back by an armed conflict, as a source says.
    WithdrawalHeldBack = "withdrawal_held_back",
    /// A notification of withdrawal is itself withdrawn.
    WithdrawalRescinded = "withdrawal_rescinded",
    /// A withdrawal takes effect.
    WithdrawalEffective = "withdrawal_effective",
    /// A consent is taken back before entry into force; a signature stands.
    RatificationWithdrawn = "ratification_withdrawn",
    /// A signatory tells the depositary that it will not become party. The signature row stays.
    IntentionNotToBecomeParty = "intention_not_to_become_party",
    /// A declaration.
    Declaration = "declaration",
    /// A reservation.
    Reservation = "reservation",
    /// An objection to another participant's reservation or declaration.
    Objection = "objection",
    /// A statement of the territories to which the treaty applies.
    TerritorialScope = "territorial_scope",
}

impl Kind {
    /// An English noun for it: `withdrawal of ratification`.
    pub fn noun(self) -> &'static str {
        match self {
            Kind::Signature => "signature",
            Kind::DefinitiveSignature => "definitive signature",
            Kind::SuccessionToSignature => "succession to signature",
            Kind::Ratification => "ratification",
            Kind::Acceptance => "acceptance",
            Kind::Approval => "approval",
            Kind::Accession => "accession",
            Kind::Succession => "succession",
            Kind::FormalConfirmation => "formal confirmation",
            Kind::ConsentToBeBound => "consent to be bound",
            Kind::ProvisionalApplication => "provisional application",
            Kind::ProvisionalApplicationEnded => "end of provisional application",
            Kind::WithdrawalNotified => "notification of withdrawal",
            Kind::WithdrawalHeldBack => "holding back of a withdrawal",
            Kind::WithdrawalRescinded => "rescission of a withdrawal",
            Kind::WithdrawalEffective => "effect of a withdrawal",
            Kind::RatificationWithdrawn => "withdrawal of ratification",
            Kind::IntentionNotToBecomeParty => "notice of the intention not to become party",
            Kind::Declaration => "declaration",
            Kind::Reservation => "reservation",
            Kind::Objection => "objection",
            Kind::TerritorialScope => "statement of territorial scope",
        }
    }

    /// Whether the depositary counts it as a signature.
    pub fn is_signature(self) -> bool {
        matches!(
            self,
            Kind::Signature | Kind::DefinitiveSignature | Kind::SuccessionToSignature
        )
    }

    /// Whether it expresses consent to be bound.
    pub fn is_consent(self) -> bool {
        matches!(
            self,
            Kind::DefinitiveSignature
                | Kind::Ratification
                | Kind::Acceptance
                | Kind::Approval
                | Kind::Accession
                | Kind::Succession
                | Kind::FormalConfirmation
                | Kind::ConsentToBeBound
        )
    }

    /// Whether only a State that signed may do it.
    pub fn needs_signature(self) -> bool {
        matches!(self, Kind::Ratification | Kind::Acceptance | Kind::Approval)
    }

    /// Whether it is words rather than a step in or out: it changes no standing.
    pub fn is_words_only(self) -> bool {
        matches!(
            self,
            Kind::Declaration | Kind::Reservation | Kind::Objection | Kind::TerritorialScope
        )
    }
}

/// What was given is no kind of act.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no kind of act; known are {known}", known = Kind::ALL.iter().map(|k| k.word()).collect::<Vec<_>>().join(", "))]
pub struct BadKind(String);

impl FromStr for Kind {
    type Err = BadKind;

    fn from_str(s: &str) -> Result<Self, BadKind> {
        Kind::ALL
            .iter()
            .copied()
            .find(|k| k.word() == s)
            .ok_or_else(|| BadKind(s.to_owned()))
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}
