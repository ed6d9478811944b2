//! Reading a bundle, which means: believing nothing of it before it was checked.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    BundleError, COVER, DOCUMENTS, Digest, ENTRIES, LARGEST, LARGEST_PAYLOAD, MANIFEST,
    Manifest, SIGNATURE, Strand, archive, hex, message,
};
use crate::{Envelope, canonical};

/// A bundle that is whole and signed by the key it names. Whether that key is to be believed is
/// for its reader to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle<'a> {
    /// What it says of itself.
    pub manifest: Manifest,
    /// The payloads of its entries, in their order; the first are there because others speak of
    /// them, as many as [`Manifest::context`] says.
    pub payloads: Vec<&'a [u8]>,
    /// Its documents, by their SHA-256.
    pub documents: BTreeMap<Digest, &'a [u8]>,
    /// The cover report: text, which commands nothing.
    pub cover: Option<&'a str>,
}

/// Reads a bundle and checks all that can be checked without knowing anybody: that it is laid out
/// as bundles are, that its signature is that of the key it names, that each file is the one that
/// was signed, that each entry is in the form of an entry with an id of its own, and that a strand
/// it says it has whole is whole.
///
/// # Errors
///
/// [`BundleError`] at the first thing that does not hold.
pub fn read(bytes: &[u8]) -> Result<Bundle<'_>, BundleError> {
    if bytes.len() > LARGEST {
        return Err(BundleError::TooLarge(bytes.len()));
    }
    let mut files = archive::read(bytes)?.into_iter();
    let mut next = |name: &str| match files.next() {
        Some((found, bytes)) if found == name => Ok(bytes),
        Some(_) | None => Err(BundleError::Archive(format!(
            "`{name}` is not at its place"
        ))),
    };
    let signed = next(MANIFEST)?;
    let manifest = Manifest::read(signed)?;
    let message = message(signed);
    let signature = next(SIGNATURE)?.strip_suffix(b"\n");
    let signature = signature
        .and_then(|text| std::str::from_utf8(text).ok())
        .and_then(hex::read)
        .ok_or(BundleError::Signature)?;
    if !manifest.from.key.signed(&message, &signature) {
        return Err(BundleError::Signature);
    }
    let entries = as_signed(ENTRIES, next(ENTRIES)?, manifest.entries_sha256)?;
    let cover = match manifest.cover_sha256 {
        None => None,
        Some(sha256) => {
            let cover = as_signed(COVER, next(COVER)?, sha256)?;
            let text = std::str::from_utf8(cover);
            Some(text.map_err(|_no_text| BundleError::Altered(COVER.to_owned()))?)
        }
    };
    let mut documents = BTreeMap::new();
    for id in &manifest.documents {
        let name = format!("{DOCUMENTS}{id}");
        documents.insert(*id, as_signed(&name, next(&name)?, *id)?);
    }
    if let Some((name, _)) = files.next() {
        let name: String = name.chars().take(80).collect();
        return Err(BundleError::Archive(format!(
            "`{name}` is not one of its files"
        )));
    }
    let payloads = payloads(entries, manifest.entries)?;
    check_entries(&payloads, &manifest)?;
    Ok(Bundle {
        manifest,
        payloads,
        documents,
        cover,
    })
}

fn as_signed<'a>(name: &str, bytes: &'a [u8], sha256: Digest) -> Result<&'a [u8], BundleError> {
    if Digest::of(bytes) == sha256 {
        Ok(bytes)
    } else {
        Err(BundleError::Altered(name.to_owned()))
    }
}

/// The lines, each of which ends with a line feed.
fn payloads(entries: &[u8], count: u64) -> Result<Vec<&[u8]>, BundleError> {
    let mut lines: Vec<&[u8]> = entries.split(|byte| *byte == b'\n').collect();
    let last = lines.pop();
    if last.is_some_and(|last| !last.is_empty()) || lines.len() as u64 != count {
        return Err(BundleError::Manifest(format!(
            "it says that it has {count} entries, and has {}",
            lines.len()
        )));
    }
    Ok(lines)
}

/// A strand on the way through the entries.
struct Walk<'s> {
    strand: &'s Strand,
    head: crate::Head,
    count: u64,
}

/// That each entry has the form of one, an id of its own and an audience among the strands, and
/// that whole strands are whole.
fn check_entries(payloads: &[&[u8]], manifest: &Manifest) -> Result<(), BundleError> {
    let mut walks = BTreeMap::new();
    for strand in &manifest.strands {
        let audience = canonical::to_bytes(&strand.audience)
            .map_err(|error| BundleError::Manifest(error.to_string()))?;
        let head = strand.before;
        walks.insert(
            audience,
            Walk {
                strand,
                head,
                count: 0,
            },
        );
    }
    let mut ids = BTreeSet::new();
    for (at, payload) in (1u64..).zip(payloads) {
        let refused = |why: String| BundleError::Entry { at, why };
        if payload.len() > LARGEST_PAYLOAD {
            return Err(refused(format!("it has {} bytes", payload.len())));
        }
        let envelope = Envelope::read(payload).map_err(|error| refused(error.to_string()))?;
        if !ids.insert(envelope.id) {
            return Err(refused(format!(
                "the id {} stands there twice",
                envelope.id
            )));
        }
        let mut audience = None;
        canonical::members(payload, |name, text| {
            if name == "audience" {
                audience = Some(text.as_bytes());
            }
        })
        .map_err(|error| refused(error.to_string()))?;
        let walk = audience
            .and_then(|audience| walks.get_mut(audience))
            .ok_or_else(|| refused("its audience is none of the bundle's".to_owned()))?;
        if at <= manifest.context {
            continue;
        }
        walk.count += 1;
        if walk.strand.whole {
            walk.head = walk.head.then(payload);
        }
    }
    for Walk {
        strand,
        head,
        count,
    } in walks.into_values()
    {
        let room = strand.head.len - strand.before.len;
        let holds = if strand.whole {
            head == strand.head
        } else {
            count <= room
        };
        if !holds {
            return Err(BundleError::Strand(strand.audience.to_string()));
        }
    }
    Ok(())
}
