//! A treaty's law: one file, read once, and the questions it answers.

mod condition;
mod error;
mod file;
mod openness;
mod reckon;
mod term_file;

use jiff::civil::Date;
use serde::Serialize;

pub use error::LawError;

use crate::clause::{
    Called, Duty, EntryIntoForce, InForce, LaterJoiner, Occasion, Opening, Withdrawal,
};
use crate::{Because, Kind, Names, PartialDate, ParticipantId, TreatyId};

/// One treaty file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Law {
    /// Its id.
    pub id: TreatyId,
    /// The short name in use, such as `CCM`.
    pub short: String,
    /// Other names under which people look for it, such as `Oslo Convention`.
    pub also: Vec<String>,
    /// Its title in the languages known.
    pub title: Names,
    /// The number in *Multilateral Treaties Deposited with the Secretary-General*, `XXVI-6`.
    pub mtdsg: Option<String>,
    /// UNTS (or LNTS) registration number.
    pub registration: Option<String>,
    /// The short name in the UNODA treaties database.
    pub unoda: Option<String>,
    /// The treaty it is a protocol or amendment of.
    pub parent: Option<TreatyId>,
    /// Its own terms for those that stand somewhere, where the general words do not fit.
    pub called: Option<Called>,
    /// Who holds the instruments.
    pub depositaries: Vec<String>,
    /// Where this file's facts can be checked.
    pub sources: Vec<String>,
    /// What in this file is not verified, in words; shown on the page of uncertainties.
    pub unverified: Vec<String>,
    /// Adoption.
    pub adopted: Option<Occasion>,
    /// Opening for signature.
    pub opened: Option<Occasion>,
    /// Its entry into force, as recorded.
    pub in_force: Option<InForce>,
    /// Who may do what, when.
    pub openings: Vec<Opening>,
    /// The clause on its entry into force; `None` where no file says.
    pub entry_into_force: Option<EntryIntoForce>,
    /// The clause on later joiners.
    pub later_joiner: Option<LaterJoiner>,
    /// The clause on leaving; `None` where the text has none.
    pub withdrawal: Option<Withdrawal>,
    /// The article on provisional application, where there is one.
    pub provisional_application: Option<String>,
    /// Whether reservations are allowed, in words.
    pub reservations: Option<String>,
    /// The duties.
    pub duties: Vec<Duty>,
    /// The text it was read from, for the page that shows the rule.
    pub text: String,
}

/// A day that was reckoned, or the span it lies in, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reckoned {
    /// The first day it can be. `None`: not known, or never.
    pub earliest: Option<Date>,
    /// The last day it can be.
    pub latest: Option<Date>,
    /// The steps.
    pub because: Because,
}

impl Reckoned {
    /// The day, where it is certain.
    pub fn day(&self) -> Option<Date> {
        if self.earliest == self.latest {
            self.earliest
        } else {
            None
        }
    }
}

/// An instrument that may count towards entry into force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deposit {
    /// Whose.
    pub by: ParticipantId,
    /// Of which kind.
    pub kind: Kind,
    /// When it was deposited.
    pub on: PartialDate,
    /// Whether it is only supposed (what if).
    pub supposed: bool,
}

/// Where the condition for entry into force stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// Whether it is met by the deposits given.
    pub met: bool,
    /// The day of entry into force that follows, if met.
    pub date: Option<Date>,
    /// How many instruments are required (the named and the others together).
    pub required: Option<u32>,
    /// How many of them there are (never more than required for a list; all that count for a number).
    pub have: u32,
    /// The named participants still lacking.
    pub lacking: Vec<ParticipantId>,
    /// How many further instruments of anyone are lacking.
    pub lacking_others: u32,
    /// The day of entry into force were all that is lacking deposited on the day asked for.
    pub earliest: Option<Date>,
    /// The steps.
    pub because: Because,
}

/// Why an act was not open to a participant on its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// What stands in the way.
    pub why: Why,
    /// The article, where one says so.
    pub article: Option<String>,
}

/// The ways in which an act can be out of order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Before the treaty was adopted, or opened for this act.
    NotYetOpen,
    /// After this act was closed.
    NoLongerOpen,
    /// Only signatories may do it, and it never signed.
    NeverSigned,
    /// Only those that have not signed may do it, and it signed.
    Signed,
    /// The treaty is not open to it.
    NotEligible,
    /// The treaty knows no such act.
    NoSuchAct,
}
