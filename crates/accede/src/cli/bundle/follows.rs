//! How a bundle stands to those that came from the same key before.

use std::collections::BTreeSet;

use ledger::Head;
use ledger::bundle::{self, Digest, Manifest, PublicKey, Strand};
use store::{DocumentId, Documents};

use crate::bundle::Arrived;
use crate::record::Record;

/// The manifests of the bundles of `key` from which something was recorded here, as far as they
/// are kept.
pub(super) fn earlier(record: &Record, key: PublicKey, kept: &dyn Documents) -> Vec<Manifest> {
    let origins = record.entries().filter_map(|one| one.entry.origin.as_ref());
    let bundles: BTreeSet<Digest> = origins
        .filter(|origin| origin.key == key)
        .map(|origin| origin.bundle)
        .collect();
    let manifest = |digest: Digest| {
        let id: DocumentId = digest.to_string().parse().ok()?;
        let bytes = kept.get(&id).ok()?;
        bundle::read(&bytes).ok().map(|bundle| bundle.manifest)
    };
    bundles.into_iter().filter_map(manifest).collect()
}

/// What is to be said of `arrived` beside what came before.
pub(super) fn notes(arrived: &Arrived, earlier: &[Manifest]) -> Vec<String> {
    let manifest = &arrived.manifest;
    let mut notes = Vec::new();
    let latest = earlier.iter().map(|one| one.made).max();
    if let Some(latest) = latest.filter(|latest| manifest.made < *latest) {
        notes.push(format!(
            "it was made on {}, before one that was taken over already, of {latest}",
            manifest.made
        ));
    }
    for strand in &manifest.strands {
        let of = |one: &Manifest| {
            one.strands
                .iter()
                .find(|one| one.audience == strand.audience)
                .cloned()
        };
        let before = earlier.iter().filter_map(of).max_by_key(|one| one.head.len);
        let note = before.and_then(|before| beside(arrived, strand, before.head));
        notes.extend(
            note.map(|note| format!("what is for `{}` there: {note}", strand.audience)),
        );
    }
    notes
}

/// How a strand stands to a head that it had before.
fn beside(arrived: &Arrived, strand: &Strand, had: Head) -> Option<String> {
    if strand.before == had {
        return Some("it continues the last one without a gap".to_owned());
    }
    if strand.before.len > had.len {
        let missing = strand.before.len - had.len;
        return Some(format!(
            "{missing} entries between the last one and this one never came here"
        ));
    }
    if !strand.whole || strand.head.len < had.len {
        return None;
    }
    let at = walk(arrived, strand, had.len)?;
    Some(if at == had {
        "it has the last one in it, unchanged".to_owned()
    } else {
        "it does NOT continue the last one: something that was sent then is held back now, or their record was altered; ask them".to_owned()
    })
}

/// The head of a whole strand at a length.
fn walk(arrived: &Arrived, strand: &Strand, len: u64) -> Option<Head> {
    let context = usize::try_from(arrived.manifest.context).ok()?;
    let mut head = strand.before;
    for (entry, _) in arrived.entries.iter().skip(context) {
        if head.len == len {
            break;
        }
        if entry.audience == strand.audience {
            head = head.then(&entry.to_payload().ok()?);
        }
    }
    (head.len == len).then_some(head)
}
