//! What comes out of reading: proposals, doubts, quarantine. Nothing here has been written.

use jiff::civil::Date;
use ledger::Body;
use ledger::EntryId;
use ledger::body::{Counted, Quarantined};
use serde::Serialize;
use treaty::{Act, Kind, PartialDate, ParticipantId, Source, TreatyId};

use crate::acts::Doubt;
use crate::entries::EntryKind;
use crate::error::RowError;

/// Where the file that was read came from, as its importer knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// What it is, as one would cite it. Empty: intake says what kind of page of which treaty.
    pub title: String,
    /// Its address.
    pub url: Option<String>,
    /// The day it was fetched.
    pub retrieved: Option<Date>,
    /// As at which day it speaks, where a person says so; a day the file prints goes before it.
    pub as_at: Option<Date>,
    /// SHA-256 of its bytes, lower-case hexadecimal.
    pub sha256: Option<String>,
}

/// Something to be recorded, and its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Proposal {
    /// What the entry would say.
    pub body: Body,
    /// Where it can be checked.
    pub source: Source,
}

/// What a file gives, compared with a record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Intake {
    /// The file.
    pub file: String,
    /// The treaty, where the file is of one.
    pub treaty: Option<TreatyId>,
    /// What its rows are, where they are no acts.
    pub kind: Option<EntryKind>,
    /// Treaties that are not on record and are created from the file.
    pub created: Vec<Proposal>,
    /// Acts, or entries of [`Intake::kind`], that are not on record.
    pub added: Vec<Proposal>,
    /// Which of `added`, from 0, the file has in doubt: the doubt is recorded right after the act.
    pub doubts: Vec<(usize, Doubt)>,
    /// How many acts are on record as the file has them.
    pub unchanged: u32,
    /// Acts on record that agree, with something the file adds or says better: notes, a printed
    /// day of effect, the form of consent, the day of a month. Each is a correction.
    pub amended: Vec<Amended>,
    /// Other entries on record to which the file adds what they leave open. Each is a correction.
    pub supplied: Vec<Supplied>,
    /// Acts on record that the file puts in doubt.
    pub disputed: Vec<Disputed>,
    /// What could not be placed and waits for a person.
    pub quarantined: Vec<Held>,
    /// Counts the file prints that are not on record.
    pub counts: Vec<Proposal>,
    /// Printed counts against the file's own rows.
    pub reconciled: Vec<Reconciled>,
    /// Rows of an acts file that are wrong. While there is one, nothing of the file is recorded.
    pub refused: Vec<RowError>,
    /// What else the reader should know, in words.
    pub remarks: Vec<String>,
}

/// A correction of an act on record, and what it changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Amended {
    /// Who.
    pub iso3: ParticipantId,
    /// The act as recorded.
    pub act: Kind,
    /// Its day.
    pub date: PartialDate,
    /// What changes, in words.
    pub why: String,
    /// The correction.
    pub proposal: Proposal,
}

/// A correction of an entry on record that is no act, and what it adds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Supplied {
    /// What the entry is of.
    pub what: String,
    /// What is added, in words.
    pub why: String,
    /// The correction.
    pub proposal: Proposal,
}

/// An act on record that a file puts in doubt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Disputed {
    /// The treaty.
    pub treaty: TreatyId,
    /// Who.
    pub iso3: ParticipantId,
    /// The act on record.
    pub act: Kind,
    /// Its day.
    pub date: PartialDate,
    /// The entry.
    pub entry: EntryId,
    /// Why it is in doubt, and what the record says that may explain it.
    pub why: String,
    /// The dispute. The act counts until a person decides: a page that forgets does not undo
    /// history.
    pub proposal: Proposal,
}

/// Something that could not be placed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Held {
    /// Where it stands.
    #[serde(rename = "where")]
    pub place: String,
    /// What stands there.
    pub value: String,
    /// Why it could not be placed.
    pub why: String,
    /// The entry that would keep it for a person; `None` if it waits in quarantine already.
    pub proposal: Option<Proposal>,
}

/// A printed count against the rows of the same file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reconciled {
    /// The treaty.
    pub treaty: TreatyId,
    /// What was counted.
    pub what: Counted,
    /// As at which day; `None` where neither file nor importer says.
    pub on: Option<Date>,
    /// The number printed.
    pub printed: u32,
    /// The number the file's rows give.
    pub computed: u32,
    /// Whether they agree.
    pub holds: bool,
}

impl Intake {
    /// Everything to be recorded, in the order in which it must be: a treaty before its acts.
    /// Empty when the record has it all, and when rows are refused.
    pub fn proposals(&self) -> Vec<&Proposal> {
        if !self.refused.is_empty() {
            return Vec::new();
        }
        let amended = self.amended.iter().map(|amended| &amended.proposal);
        let supplied = self.supplied.iter().map(|supplied| &supplied.proposal);
        let disputed = self.disputed.iter().map(|disputed| &disputed.proposal);
        let held = self
            .quarantined
            .iter()
            .filter_map(|held| held.proposal.as_ref());
        self.created
            .iter()
            .chain(&self.added)
            .chain(amended)
            .chain(supplied)
            .chain(disputed)
            .chain(held)
            .chain(&self.counts)
            .collect()
    }

    /// The acts that would be added.
    pub fn acts(&self) -> impl Iterator<Item = &Act> {
        self.added
            .iter()
            .filter_map(|proposal| match &proposal.body {
                Body::Act(act) => Some(act),
                Body::Treaty(_)
                | Body::Participant(_)
                | Body::Alias(_)
                | Body::Membership(_)
                | Body::Meeting(_)
                | Body::Role(_)
                | Body::Fulfilment(_)
                | Body::Extension(_)
                | Body::Observation(_)
                | Body::PrintedCount(_)
                | Body::Plan(_)
                | Body::PlanAction(_)
                | Body::Statement(_)
                | Body::Assistance(_)
                | Body::Quarantined(_)
                | Body::Correction(_)
                | Body::Retraction(_)
                | Body::Dispute(_)
                | Body::FactsRelease(_)
                | Body::Approach(_)
                | Body::Release(_)
                | Body::Team(_)
                | Body::Person(_)
                | Body::Seat(_)
                | Body::Key(_)
                | Body::Agreement(_)
                | Body::Campaign(_)
                | Body::Stage(_)
                | Body::Pledge(_)
                | Body::Attribution(_)
                | Body::RollCall(_)
                | Body::Report(_)
                | Body::Document(_) => None,
            })
    }

    /// Keeps something for a person, unless it waits already.
    pub(crate) fn hold(
        &mut self,
        treaty: Option<&TreatyId>,
        held: Held,
        waiting: &[Quarantined],
        source: &Source,
    ) {
        let known = waiting.iter().any(|other| {
            other.treaty.as_ref() == treaty
                && other.value == held.value
                && other.why == held.why
        });
        let body = Body::Quarantined(Quarantined {
            treaty: treaty.cloned(),
            place: held.place.clone(),
            value: held.value.clone(),
            why: held.why.clone(),
        });
        let proposal = (!known).then(|| Proposal {
            body,
            source: source.clone(),
        });
        self.quarantined.push(Held { proposal, ..held });
    }
}

impl Held {
    pub(crate) fn new(
        place: impl Into<String>,
        value: impl Into<String>,
        why: impl Into<String>,
    ) -> Held {
        Held {
            place: place.into(),
            value: value.into(),
            why: why.into(),
            proposal: None,
        }
    }
}
