//! What a reader must know of the record it compares with. The program answers from its world.

use jiff::civil::Date;
use ledger::body::{PrintedCount, Quarantined};
use ledger::{Body, EntryId};
use treaty::{Act, ParticipantId, TreatyId};

use crate::entries::EntryKind;

/// The record, as intake asks it.
pub trait Record {
    /// The participant of that name: exact but for case, accents and blanks, in any language,
    /// former names included. No guessing: an unknown name is `None`.
    fn resolve(&self, name: &str) -> Option<ParticipantId>;

    /// Whether a participant of that code is registered.
    fn is_registered(&self, id: ParticipantId) -> bool;

    /// Whether it is a State that no longer exists or an entity the depositaries do not list: its
    /// acts stay on record although pages do not show them.
    fn is_unlisted(&self, id: ParticipantId) -> bool;

    /// The treaties on record.
    fn treaties(&self) -> Vec<KnownTreaty>;

    /// The acts on record under a treaty: corrections applied, retracted ones left out.
    fn acts(&self, treaty: &TreatyId) -> Vec<OnRecord>;

    /// The day on which a participant left a treaty, as it stood on `on`: recorded, or reckoned from
    /// its notice. `None` where it has not, or where that is not known here.
    fn left(&self, treaty: &TreatyId, by: ParticipantId, on: Date) -> Option<Date> {
        let _ = (treaty, by, on);
        None
    }

    /// The entries of a kind on record: corrections applied, retracted ones left out, those in dispute
    /// too. None where a record has no more than acts.
    fn entries(&self, kind: EntryKind) -> Vec<KeptEntry> {
        let _ = kind;
        Vec::new()
    }

    /// The printed counts on record for a treaty.
    fn printed_counts(&self, treaty: &TreatyId) -> Vec<PrintedCount>;

    /// What waits in quarantine.
    fn quarantined(&self) -> Vec<Quarantined>;

    /// Why an act cannot be by the treaty's own rules (before it was opened, a ratification
    /// without a signature, an accession by a signatory), given the participant's other acts;
    /// `None` where nothing speaks against it or no rule is known. Asked for acts that a person
    /// brings, not for those a depositary prints.
    fn refusal(&self, act: &Act, others: &[Act]) -> Option<String>;

    /// As [`refusal`](Record::refusal), of an act that an export says another ledger has taken
    /// under an entry of its own. What a depositary takes at times all the same (an acceptance
    /// without a signature) may pass then, or an export would not import back.
    fn refusal_of_exported(&self, act: &Act, others: &[Act]) -> Option<String> {
        self.refusal(act, others)
    }
}

/// A treaty on record, by what pages call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownTreaty {
    /// Its id.
    pub id: TreatyId,
    /// Its English title.
    pub title: String,
    /// Its number with the Secretary-General, `XXVI-6`.
    pub mtdsg: Option<String>,
    /// Its short name in the UNODA database.
    pub unoda: Option<String>,
    /// Its registration number.
    pub registration: Option<String>,
    /// The treaty it is a protocol or amendment of.
    pub parent: Option<TreatyId>,
}

/// An act on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnRecord {
    /// The entry that recorded it, which corrections and disputes name.
    pub entry: EntryId,
    /// The act, corrections applied.
    pub act: Act,
    /// Whether it is disputed already.
    pub disputed: bool,
}

/// An entry on record that is no act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptEntry {
    /// The entry that recorded it, which corrections and disputes name.
    pub entry: EntryId,
    /// What it says, corrections applied.
    pub body: Body,
}
