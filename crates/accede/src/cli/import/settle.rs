//! What waits in quarantine and can be placed now: a later import settles it, and says so.
//!
//! Two things show that it is placed. The same document, byte for byte, leaves it open no more;
//! or a newer page of the same treaty has a row of that very name, and no longer holds it.

use std::collections::BTreeSet;

use intake::Intake;
use ledger::body::{Quarantined, Retraction};
use ledger::{Body, EntryRef};
use serde::Serialize;

use super::own;
use crate::clerk::{Draft, Shown};

/// Something that waited, and waits no more.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Settled {
    /// The entry that kept it.
    pub(super) entry: EntryRef,
    /// Where it stood.
    #[serde(rename = "where")]
    place: String,
    /// What stood there.
    pub(super) value: String,
}

/// What `intake` settles, with the retractions of the entries that kept it.
///
/// `names` are those of the rows of the document, `sha256` is its hash. Asked after everything
/// that is held back has been put into [`Intake::quarantined`].
pub(super) fn settled(
    shown: Shown<'_>,
    intake: &Intake,
    names: &BTreeSet<&str>,
    sha256: &str,
) -> Vec<(Settled, Draft)> {
    let held: BTreeSet<&str> = intake
        .quarantined
        .iter()
        .map(|held| held.value.as_str())
        .collect();
    let placed = |waiting: &Quarantined, same_document: bool| {
        let row = names.contains(waiting.value.as_str()) && waiting.treaty == intake.treaty;
        (same_document || row) && !held.contains(waiting.value.as_str())
    };
    own::waiting(shown)
        .filter_map(|(recorded, waiting)| {
            let source = &recorded.entry.source;
            if !placed(waiting, source.sha256.as_deref() == Some(sha256)) {
                return None;
            }
            let retraction = Retraction {
                of: recorded.entry.id,
                why: format!(
                    "`{}` is placed by the import of {}",
                    waiting.value, intake.file
                ),
            };
            let told = Settled {
                entry: recorded.name(),
                place: waiting.place.clone(),
                value: waiting.value.clone(),
            };
            let by = treaty::Source {
                sha256: Some(sha256.to_owned()),
                ..treaty::Source::cited(format!("import of {}", intake.file))
            };
            Some((told, Draft::new(by, Body::Retraction(retraction))))
        })
        .collect()
}
