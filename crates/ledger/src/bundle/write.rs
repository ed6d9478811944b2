//! Making a bundle.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{
    BundleError, COVER, DOCUMENTS, Digest, ENTRIES, FORMAT_VERSION, MANIFEST, Manifest, Party,
    SIGNATURE, SecretKey, Strand, archive, hex, message,
};
use crate::canonical;

/// What goes into a bundle.
#[derive(Debug, Clone)]
pub struct Content {
    /// What the maker calls itself.
    pub name: String,
    /// For whom it is.
    pub to: Option<Party>,
    /// When it is made.
    pub made: Timestamp,
    /// What it is, in words.
    pub purpose: String,
    /// The strands its entries were taken from.
    pub strands: Vec<Strand>,
    /// The payloads of entries that others speak of and that belong to no strand here.
    pub context: Vec<Vec<u8>>,
    /// The payloads of the entries as they were recorded, in their order.
    pub payloads: Vec<Vec<u8>>,
    /// The documents they cite, as far as they are to be had.
    pub documents: Vec<Vec<u8>>,
    /// A report for people on what is in it.
    pub cover: Option<String>,
}

/// The bytes of a bundle of `content`, signed with `secret`. The same content and key give the
/// same bytes.
///
/// # Errors
///
/// [`BundleError::NotWritable`] where the content cannot be that of a bundle; as [`super::read`]
/// would refuse it otherwise.
pub fn write(content: &Content, secret: &SecretKey) -> Result<Vec<u8>, BundleError> {
    let not_writable = |why: &str| BundleError::NotWritable(why.to_owned());
    let documents: BTreeMap<Digest, &[u8]> = content
        .documents
        .iter()
        .map(|document| (Digest::of(document), document.as_slice()))
        .collect();
    let mut entries = Vec::new();
    for payload in content.context.iter().chain(&content.payloads) {
        entries.extend_from_slice(payload);
        entries.push(b'\n');
    }
    let mut strands = content.strands.clone();
    strands.sort_by(|a, b| a.audience.cmp(&b.audience));
    let manifest = Manifest {
        v: FORMAT_VERSION,
        from: Party {
            name: content.name.clone(),
            key: secret.public(),
        },
        to: content.to.clone(),
        made: content.made,
        purpose: content.purpose.clone(),
        strands,
        entries: (content.context.len() + content.payloads.len()) as u64,
        context: content.context.len() as u64,
        entries_sha256: Digest::of(&entries),
        documents: documents.keys().copied().collect(),
        cover_sha256: content
            .cover
            .as_ref()
            .map(|cover| Digest::of(cover.as_bytes())),
    };
    manifest.well_formed().map_err(BundleError::NotWritable)?;
    let manifest =
        canonical::to_bytes(&manifest).map_err(|error| not_writable(&error.to_string()))?;
    let signature = format!("{}\n", hex::write(&secret.sign(&message(&manifest))));
    let names: Vec<String> = documents
        .keys()
        .map(|id| format!("{DOCUMENTS}{id}"))
        .collect();
    let mut files = vec![
        (MANIFEST, manifest.as_slice()),
        (SIGNATURE, signature.as_bytes()),
        (ENTRIES, entries.as_slice()),
    ];
    files.extend(
        content
            .cover
            .as_ref()
            .map(|cover| (COVER, cover.as_bytes())),
    );
    files.extend(
        names
            .iter()
            .map(String::as_str)
            .zip(documents.into_values()),
    );
    let bytes = archive::write(&files)
        .ok_or_else(|| not_writable("it is larger than a bundle may be; make several"))?;
    // Whoever gets it refuses what is not in order: it is better refused here.
    super::read(&bytes)?;
    Ok(bytes)
}
