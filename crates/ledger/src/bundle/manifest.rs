//! What a bundle says of itself: the part that is signed.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{BundleError, Digest, LONGEST_TEXT, MOST_DOCUMENTS, PublicKey};
use crate::canonical;
use crate::{Audience, Head};

/// The version of the bundle format that this program writes, and the only one it reads.
pub const FORMAT_VERSION: u64 = 1;

/// What a bundle says of itself, and the hashes of all that is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The version of the format.
    pub v: u64,
    /// Who made and signed it.
    pub from: Party,
    /// For whom it was made. Absent: for anyone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Party>,
    /// When it was made.
    pub made: Timestamp,
    /// What it is, in words.
    pub purpose: String,
    /// The strands its entries were taken from, in the order of audiences.
    pub strands: Vec<Strand>,
    /// How many entries it has.
    pub entries: u64,
    /// How many of them, the first, are there because later ones speak of them: they are older
    /// than the rest, or every instance has them. No strand counts them.
    pub context: u64,
    /// SHA-256 of the file that has them.
    pub entries_sha256: Digest,
    /// The documents it carries, each by its SHA-256, in their order.
    pub documents: Vec<Digest>,
    /// SHA-256 of the cover report, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover_sha256: Option<Digest>,
}

/// An instance of the program, or whoever runs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// What it calls itself, or is called by the other.
    pub name: String,
    /// Its public key.
    pub key: PublicKey,
}

/// What leaves of the entries with one audience: from where on, and up to where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Strand {
    /// The audience, where it was made.
    pub audience: Audience,
    /// The head before the first entry that could be in the bundle.
    pub before: Head,
    /// The head after the last one.
    pub head: Head,
    /// Whether the bundle has every entry between the two. Then the one head follows from the
    /// other, and a reader derives it.
    pub whole: bool,
}

impl Manifest {
    /// Reads a manifest from its bytes.
    pub(super) fn read(bytes: &[u8]) -> Result<Manifest, BundleError> {
        let bad = |why: String| BundleError::Manifest(why);
        if bytes.len() > super::LARGEST_MANIFEST {
            return Err(bad(format!("it has {} bytes", bytes.len())));
        }
        let mut version = None;
        canonical::members(bytes, |name, text| {
            if name == "v" {
                version = text.parse::<u64>().ok();
            }
        })
        .map_err(|error| bad(error.to_string()))?;
        match version {
            Some(FORMAT_VERSION) => {}
            Some(other) => return Err(BundleError::UnknownVersion(other)),
            None => return Err(bad("it does not say its version".to_owned())),
        }
        let manifest: Manifest =
            canonical::from_bytes(bytes).map_err(|error| bad(error.to_string()))?;
        manifest.well_formed().map_err(bad)?;
        // One form alone: what was left out by being written as `null`, or a moment in another
        // offset, would not come back as it was.
        match canonical::to_bytes(&manifest) {
            Ok(written) if written == bytes => Ok(manifest),
            Ok(_) | Err(_) => Err(bad("it is not in the one form it has".to_owned())),
        }
    }

    /// Whether what it says can be.
    pub(super) fn well_formed(&self) -> Result<(), String> {
        for party in [Some(&self.from), self.to.as_ref()].into_iter().flatten() {
            text("a name", &party.name)?;
            if !party.key.is_sound() {
                return Err(format!("{} is no key", party.key));
            }
        }
        text("the purpose", &self.purpose)?;
        if self.context > self.entries {
            return Err("more entries are there for others than there are".to_owned());
        }
        if self.documents.len() > MOST_DOCUMENTS {
            return Err(format!("it names {} documents", self.documents.len()));
        }
        if !self.documents.windows(2).all(|two| two[0] < two[1]) {
            return Err("its documents are out of order, or one is named twice".to_owned());
        }
        if !self
            .strands
            .windows(2)
            .all(|two| two[0].audience < two[1].audience)
        {
            return Err("its strands are out of order, or one is named twice".to_owned());
        }
        self.strands.iter().try_for_each(Strand::well_formed)
    }
}

impl Strand {
    fn well_formed(&self) -> Result<(), String> {
        let audience = &self.audience;
        if !audience.is_well_formed() {
            return Err("an audience names no team, or teams out of order".to_owned());
        }
        if let Audience::Teams(teams) = audience {
            if teams.len() > 1_000 {
                return Err(format!("an audience of {} teams", teams.len()));
            }
            let distinct: BTreeSet<&String> = teams.iter().collect();
            distinct
                .into_iter()
                .try_for_each(|team| text("a team", team))?;
        }
        if self.before.len > self.head.len {
            return Err(format!("the strand of `{audience}` ends before it begins"));
        }
        Ok(())
    }
}

/// A text on one line that says something.
fn text(what: &str, text: &str) -> Result<(), String> {
    if text.trim().is_empty() {
        return Err(format!("{what} is empty"));
    }
    if text.len() > LONGEST_TEXT {
        return Err(format!("{what} has {} bytes", text.len()));
    }
    if text.chars().any(char::is_control) {
        return Err(format!("{what} has a character that is no text"));
    }
    Ok(())
}
