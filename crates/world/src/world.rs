//! What a viewer knows: folded from the entries it may see, up to a moment of knowledge.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use jiff::Timestamp;
use ledger::{Audience, EntryId, Recorded};
use treaty::{Law, TreatyId};

use crate::bond::{ActAt, ActRef};
use crate::campaign::{Approached, Outreach};
use crate::contact::Contacts;
use crate::deadline::Deadline;
use crate::document::Catalogue;
use crate::fold::{Shelf, Under, Unreadable};
use crate::group::Stay;
use crate::names::Registry;
use crate::record::{At, Record};
use crate::search::Index;
use crate::view::{Finding, HeadView, SourceRef};

/// Who looks. What it may not see is never folded into its world.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Viewer {
    /// Whether it is signed in.
    pub signed_in: bool,
    /// The teams it belongs to, sorted.
    pub teams: Vec<String>,
}

impl Viewer {
    /// Anyone: sees public entries alone.
    pub fn public() -> Viewer {
        Viewer::default()
    }

    /// Somebody signed in who belongs to `teams`.
    pub fn member<T: Into<String>>(teams: impl IntoIterator<Item = T>) -> Viewer {
        let mut teams: Vec<String> = teams.into_iter().map(Into::into).collect();
        teams.sort();
        teams.dedup();
        Viewer {
            signed_in: true,
            teams,
        }
    }

    /// Whether it may see an entry for `audience`.
    pub fn sees(&self, audience: &Audience) -> bool {
        match audience {
            Audience::Public => true,
            Audience::SignedIn => self.signed_in,
            Audience::Teams(teams) => teams.iter().any(|team| self.teams.contains(team)),
        }
    }
}

/// What a viewer knows. Immutable; swapped whole when the ledger grows. What the growth left as it was is
/// shared with the world before (`grow`).
///
/// Each question stands in the module of its answer: `status`, `changes`, `force`, `aim`, `group`,
/// `document`, `duty`, `explain`, `library`, `participant`, `participation`, `compare`, `matrix`, `field`, `curve`, `tenures`,
/// `meeting`, `calendar`, `campaign`, `plan`, `said`, `contact`, `search`, `finding`, `reconcile`, `uncertain`,
/// `ledger_view`, `kept`, `names`, `next`, `report`.
#[derive(Debug, Default)]
pub struct World {
    pub(crate) known: Timestamp,
    pub(crate) record: Record,
    pub(crate) registry: Arc<Registry>,
    /// The treaties with a readable file.
    pub(crate) treaties: Arc<BTreeMap<TreatyId, Under>>,
    /// All acts, by treaty, participant and day; retracted ones left out.
    pub(crate) acts: Arc<Vec<ActRef>>,
    pub(crate) shelf: Shelf,
    /// The extracts that were made of entries.
    pub(crate) released: OnceLock<BTreeMap<EntryId, Vec<At>>>,
    /// Fulfilments, extensions and observations that no duty of a treaty file takes up.
    pub(crate) strays: Arc<Vec<At>>,
    pub(crate) unreadable: Arc<Vec<Unreadable>>,
    /// Acts under treaties without a readable file.
    pub(crate) loose: Arc<Vec<(TreatyId, Range<ActAt>)>>,
    pub(crate) findings: Arc<OnceLock<Vec<Finding>>>,
    pub(crate) deadlines: Arc<OnceLock<Vec<Deadline>>>,
    pub(crate) index: Arc<OnceLock<Index>>,
    pub(crate) stays: Arc<OnceLock<BTreeMap<String, Vec<Stay>>>>,
    pub(crate) meeting_ids: Arc<OnceLock<BTreeMap<String, At>>>,
    pub(crate) contacts: OnceLock<Contacts>,
    /// What approaches come to, by treaty and State.
    pub(crate) approached: OnceLock<Approached>,
    /// What bears on each State under each treaty in the work of campaigns.
    pub(crate) outreach: OnceLock<Outreach>,
    /// What is looked up for documents.
    pub(crate) catalogue: OnceLock<Catalogue>,
}

impl World {
    /// Folds `entries`, in their order, those recorded after `known` left out.
    ///
    /// Copies them once; where several worlds are folded from one ledger, share the entries and
    /// use [`World::fold_shared`].
    pub fn fold<'e>(
        entries: impl IntoIterator<Item = &'e Recorded>,
        viewer: &Viewer,
        known: Timestamp,
    ) -> World {
        let shared: Vec<_> = entries
            .into_iter()
            .map(|recorded| Arc::new(recorded.clone()))
            .collect();
        World::fold_shared(&shared, viewer, known)
    }

    /// The moment of knowledge it was folded for.
    pub fn known(&self) -> Timestamp {
        self.known
    }

    /// The head it was folded up to: of the entries this viewer may see.
    pub fn head(&self) -> HeadView {
        let head = self.record.head();
        HeadView {
            entries: head.len,
            link: head.link.to_string(),
        }
    }

    /// When the ledger's first entry was recorded.
    pub fn first_recorded(&self) -> Option<Timestamp> {
        (self.record.len() > 0).then(|| self.record.get(0).entry.recorded)
    }

    /// The treaties, in the order of their files' ids.
    pub fn treaties(&self) -> Vec<&Law> {
        self.treaties.values().map(|under| &under.law).collect()
    }

    pub(crate) fn under(&self, treaty: &TreatyId) -> Option<&Under> {
        self.treaties.get(treaty)
    }

    /// An entry as answers cite it; where it was put right, the entry that did so.
    pub(crate) fn source_ref(&self, at: At) -> SourceRef {
        let recorded = self.record.get(self.record.worded_by(at));
        let source = &recorded.entry.source;
        SourceRef {
            entry: recorded.name(),
            title: source.title.clone(),
            url: source.url.clone(),
            retrieved: source.retrieved,
            as_at: source.as_at,
            place: source.place.clone(),
            confidence: source.confidence,
        }
    }

    /// The title of that source.
    pub(crate) fn source_title(&self, at: At) -> &str {
        &self
            .record
            .get(self.record.worded_by(at))
            .entry
            .source
            .title
    }

    /// Why an entry is disputed, where it is.
    pub(crate) fn doubt(&self, at: At) -> Option<String> {
        if !self.record.doubted(at) {
            return None;
        }
        let why: Vec<_> = self
            .record
            .disputes(at)
            .map(|(_, dispute)| dispute.why.as_str())
            .collect();
        Some(why.join("; "))
    }
}
