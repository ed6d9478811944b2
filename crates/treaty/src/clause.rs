//! The clauses of a treaty file, as data. See `docs/rules.md` for the file's form.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Kind, Names, ParticipantId, Term};

/// A day and place: of adoption, of opening for signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Occasion {
    /// The day.
    pub on: Date,
    /// The place, in English.
    pub place: Option<String>,
    /// Where it is said.
    pub source: Option<String>,
}

/// The treaty's own entry into force, as recorded. Never derived from today's table, which has
/// lost the predecessors that counted (`facts/rules.md`, trap 1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    /// The day.
    pub on: Date,
    /// Where it is said.
    pub source: String,
}

/// What a treaty itself calls those that stand somewhere, where it is not the general word. Only
/// for readers: the words of the data do not change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called {
    /// Those whose consent stands while the treaty is not in force for them.
    pub contracting: Option<CalledAs>,
    /// Those that signed, whose consent does not stand.
    pub signatory: Option<CalledAs>,
    /// Where these words are used.
    pub source: String,
}

/// A treaty's own term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalledAs {
    /// One of them, as within a sentence: `ratifying State`.
    pub one: Names,
    /// Several: `ratifying States`.
    pub many: Names,
}

/// When an act is open to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The kinds of act.
    pub acts: Vec<Kind>,
    /// To whom.
    pub who: Who,
    /// From which moment.
    pub from: Option<Moment>,
    /// Until which moment, that day included (for `entry-into-force`: until the day before).
    pub until: Option<Moment>,
    /// The article.
    pub article: String,
}

/// To whom an act is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// Anyone.
    All,
    /// Those that signed.
    Signatories,
    /// Those that have not signed.
    NonSignatories,
    /// The participants named.
    Named(Vec<ParticipantId>),
}

/// A moment of the treaty's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// A day.
    On(Date),
    /// The opening for signature.
    Opening,
    /// The treaty's entry into force.
    EntryIntoForce,
}

/// What must be deposited for the treaty to enter into force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Requirement {
    /// So many instruments of the kinds that count (CCM 17(1)).
    Number(u32),
    /// The instruments of every participant of a list (CTBT Annex 2).
    Named {
        /// What the treaty calls the list, such as `Annex 2`.
        list: String,
        /// The list.
        participants: Vec<ParticipantId>,
    },
    /// Those of named participants, and so many others (BWC XIV(3), NPT IX(3)).
    NamedAndNumber {
        /// What the treaty calls them, such as `depositary Governments`.
        list: String,
        /// The named.
        participants: Vec<ParticipantId>,
        /// How many others.
        others: u32,
    },
    /// More than the rule language says (Tlatelolco 29): only the record tells.
    OnRecordOnly {
        /// What the condition is, in words.
        what: String,
    },
}

/// The clause on the treaty's entry into force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryIntoForce {
    /// The article.
    pub article: String,
    /// The kinds of instrument that count.
    pub counts: Vec<Kind>,
    /// What must be deposited.
    pub requirement: Requirement,
    /// From the day the requirement is met.
    pub after: Term,
    /// Not before: a term from the opening for signature.
    pub not_before: Option<Term>,
    /// The day the last required instrument was deposited, as recorded, with its source.
    pub reached: Option<InForce>,
}

/// Which States are bound from the treaty's own entry into force, and which by their own term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    /// By the deposit of the last required instrument (CCM 17(2), CCW 5(2), TPNW 15(2)).
    Threshold,
    /// By the treaty's entry into force (ATT 22(2), CWC XXI(2), CTBT XIV(5)).
    EntryIntoForce,
}

/// The clause on those that join later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaterJoiner {
    /// The article.
    pub article: String,
    /// Which are later.
    pub switch: Switch,
    /// Their own term, from their deposit.
    pub after: Term,
    /// Something the reckoning presumes, in words, where it does.
    pub presumes: Option<String>,
}

/// The clause on leaving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// The article.
    pub article: String,
    /// From the receipt of the notice. `None`: the text sets no term.
    pub after: Option<Term>,
    /// Whether an armed conflict holds it back.
    pub armed_conflict_holds: bool,
}

/// A duty of the treaty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// The article, the key under which fulfilments name it, such as `3(2)`.
    pub article: String,
    /// What is owed, in English.
    pub what: String,
    /// What is owed, in French.
    pub what_fr: Option<String>,
    /// Who owes it, where it is not every State Party: in words.
    pub who: Option<String>,
    /// When.
    pub when: When,
    /// How far it may be extended.
    pub extension: Option<Extension>,
    /// Whether every fulfilment there was is on record. If not, silence proves nothing.
    pub record_complete: bool,
    /// Whether it is agreed politically and not in the treaty (BWC confidence-building measures).
    pub political: bool,
}

/// When a duty falls due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    /// A term from the entry into force for the State.
    FromEntryIntoForceForState(Term),
    /// A term from the treaty's own entry into force, for every Party alike (CWC IV(6)).
    FromEntryIntoForce(Term),
    /// Every year on a day, for the calendar year before.
    Yearly {
        /// 1 to 12.
        month: i8,
        /// Day of the month.
        day: i8,
        /// The year of the first one: so many years after the year of entry into force for the
        /// State (1 for most: the first 30 April that follows a calendar year begun in force or
        /// partly so).
        first_after_years: i16,
    },
    /// A term from an event that a record names (CCM 4(1)(b), 8(2)).
    FromEvent {
        /// The event, in words.
        event: String,
        /// The term, or none where the text sets none.
        after: Option<Term>,
    },
    /// Continuing, with no date.
    Continuing,
}

/// The clause on extensions of a duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// The article.
    pub article: String,
    /// At most this long each time.
    pub at_most: Term,
    /// Whether it can be renewed.
    pub renewable: bool,
}
