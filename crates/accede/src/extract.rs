//! What of an approach is released to others: an extract for them, and beside the approach, for its
//! own readers, that it was made.

use std::collections::BTreeSet;

use ledger::body::{ApproachMember, ApproachState, Release};
use ledger::{Audience, Body, EntryId, EntryRef, Tlp};
use treaty::{Lang, Source};

use crate::clerk::{Draft, Shown};

/// What is to be released.
#[derive(Debug, Clone)]
pub struct Extract {
    /// Of which approach.
    pub of: EntryRef,
    /// Which members, beside what every extract says.
    pub members: BTreeSet<ApproachMember>,
    /// To whom.
    pub to: Audience,
    /// How far the extract may be passed on.
    pub label: Option<Tlp>,
    /// What the extract names as its source. Not that of the approach: it may be a cable.
    pub source: Source,
}

/// Why nothing is released.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotReleased {
    /// There is no such entry for whoever asks, it is no approach, or was taken back.
    #[error("entry {0} is no approach, or was taken back")]
    NoApproach(EntryRef),
    /// It did not take place, or not yet.
    #[error("entry {0} did not take place yet: only what is done is released")]
    NotDone(EntryRef),
}

impl Extract {
    /// The two entries to record: the extract, called `id`, and that it was made.
    ///
    /// # Errors
    ///
    /// [`NotReleased`]
    pub fn drafts(&self, shown: Shown<'_>, id: EntryId) -> Result<Vec<Draft>, NotReleased> {
        let no = NotReleased::NoApproach(self.of);
        let entry = shown.named(self.of).ok_or(no)?;
        let view = shown.world.approach(self.of, Lang::En).ok_or(no)?;
        if view.approach.state != ApproachState::Done {
            return Err(NotReleased::NotDone(self.of));
        }
        let extract = Body::Approach(Box::new(view.approach.extract(&self.members)));
        let extract = Draft::new(self.source.clone(), extract);
        let mut extract = extract.seen_by(self.to.clone(), self.label);
        extract.id = Some(id);
        let release = Body::Release(Release {
            of: entry.entry.id,
            extract: id,
            members: self.members.iter().map(ToString::to_string).collect(),
        });
        let release = Draft::new(self.source.clone(), release);
        Ok(vec![extract, release.seen_by(view.audience, view.label)])
    }
}
