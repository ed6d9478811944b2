//! Bundles: a slice of a ledger in one file, signed, for another instance.
//!
//! Bytes in, bytes out; keys, moments and randomness are arguments. A bundle is a ZIP archive
//! without compression in which nothing is left to choose: reading one means to parse it, to lay
//! it out again and to find the same bytes. It works on payloads and knows no kinds of entry. The
//! format is specified in `docs/bundle-format.md`, and `docs/verify_bundle.py` reads it.

mod archive;
mod error;
mod hex;
pub mod key;
mod manifest;
mod read;
mod write;

pub use error::BundleError;
pub use hex::Digest;
pub use key::{Fingerprint, PublicKey, SecretKey};
pub use manifest::{FORMAT_VERSION, Manifest, Party, Strand};
pub use read::{Bundle, read};
pub use write::{Content, write};

/// The most bytes a bundle may have: what a reader takes into its memory.
pub const LARGEST: usize = 256 * 1024 * 1024;
/// The most bytes a payload in a bundle may have.
pub const LARGEST_PAYLOAD: usize = 16 * 1024 * 1024;
/// The most bytes the manifest may have.
const LARGEST_MANIFEST: usize = 16 * 1024 * 1024;
/// The most documents a bundle may carry: with four files more, what an archive can number.
pub const MOST_DOCUMENTS: usize = 60_000;
/// The most bytes of a name or a purpose.
pub const LONGEST_TEXT: usize = 2_000;

/// The files of a bundle, in their order; documents come after them.
const MANIFEST: &str = "bundle.json";
const SIGNATURE: &str = "signature.txt";
const ENTRIES: &str = "entries.jsonl";
const COVER: &str = "cover.md";
const DOCUMENTS: &str = "documents/";

/// What is signed: the tag `bundle/1` and the manifest, each preceded by its length in bytes as a
/// big-endian `u64`. The manifest has the hash of everything else.
fn message(manifest: &[u8]) -> Vec<u8> {
    let mut message = Vec::with_capacity(manifest.len() + 24);
    for part in [b"bundle/1".as_slice(), manifest] {
        message.extend_from_slice(&(part.len() as u64).to_be_bytes());
        message.extend_from_slice(part);
    }
    message
}

#[cfg(test)]
mod tests;
