//! What an authenticator says of itself and of what it did (WebAuthn level 3, section 6.1).

use sha2::{Digest, Sha256};

use super::cbor::{Item, Reader};
use super::key::PublicKey;
use super::{BadPasskey, Bytes};
use crate::Address;

/// The longest id of a passkey (WebAuthn level 3, section 4, *credential id*).
const LONGEST_ID: usize = 1023;

/// Authenticator data.
#[derive(Debug, Clone)]
pub(super) struct Data {
    site: [u8; 32],
    flags: u8,
    /// How often it signed; always 0 where it does not count.
    pub(super) count: u32,
    /// The passkey, where one was made.
    pub(super) made: Option<Made>,
}

/// A passkey as it was made.
#[derive(Debug, Clone)]
pub(super) struct Made {
    pub(super) id: Bytes,
    pub(super) key: PublicKey,
}

const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const SYNCS: u8 = 0x08;
const SYNCED: u8 = 0x10;
const MADE: u8 = 0x40;
const EXTENDED: u8 = 0x80;

impl Data {
    /// Reads it, to the last byte.
    pub(super) fn read(bytes: &[u8]) -> Result<Data, BadPasskey> {
        let mut reader = Reader::of(bytes);
        let (site, [flags], count) = (reader.array()?, reader.array()?, reader.array()?);
        let made = match flags & MADE {
            0 => None,
            _ => Some(Made::read(&mut reader)?),
        };
        if flags & EXTENDED != 0 {
            for _ in 0..reader.map()? {
                reader.skip()?;
                reader.skip()?;
            }
        }
        if !reader.rest().is_empty() {
            return Err(BadPasskey::Malformed("something follows it"));
        }
        Ok(Data {
            site,
            flags,
            count: u32::from_be_bytes(count),
            made,
        })
    }

    /// Whether it is for this instance.
    pub(super) fn is_for(&self, at: &Address) -> Result<(), BadPasskey> {
        let name = at.passkeys_for().ok_or(BadPasskey::Site)?;
        let hash: [u8; 32] = Sha256::digest(name.as_bytes()).into();
        if self.site == hash {
            Ok(())
        } else {
            Err(BadPasskey::Site)
        }
    }

    /// Whether somebody was there, and proved to his device who he is.
    pub(super) fn is_verified(&self) -> Result<(), BadPasskey> {
        if self.has(SYNCED) && !self.has(SYNCS) {
            return Err(BadPasskey::Malformed("it is synced and does not sync"));
        }
        if self.has(PRESENT) && self.has(VERIFIED) {
            Ok(())
        } else {
            Err(BadPasskey::NotVerified)
        }
    }

    /// Whether it may be on several devices.
    pub(super) fn syncs(&self) -> bool {
        self.has(SYNCS)
    }

    /// Whether it is.
    pub(super) fn synced(&self) -> bool {
        self.has(SYNCED)
    }

    fn has(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }
}

impl Made {
    fn read(reader: &mut Reader<'_>) -> Result<Made, BadPasskey> {
        let _kind_of_device: [u8; 16] = reader.array()?;
        let length = usize::from(u16::from_be_bytes(reader.array()?));
        if !(1..=LONGEST_ID).contains(&length) {
            return Err(BadPasskey::Malformed("its id is too long, or none"));
        }
        Ok(Made {
            id: Bytes(reader.take(length)?.to_vec()),
            key: PublicKey::read(reader)?,
        })
    }
}

/// The authenticator data in an attestation object (section 6.5). What makers attest of their devices
/// is not asked for, and is passed over where it comes all the same.
pub(super) fn attested(bytes: &[u8]) -> Result<&[u8], BadPasskey> {
    let mut reader = Reader::of(bytes);
    let mut data = None;
    for _ in 0..reader.map()? {
        match reader.item()? {
            Item::Text("authData") => {
                let Item::Bytes(bytes) = reader.item()? else {
                    return Err(BadPasskey::Malformed("its data are none"));
                };
                if data.replace(bytes).is_some() {
                    return Err(BadPasskey::Malformed("it has data twice"));
                }
            }
            Item::Text(_) => reader.skip()?,
            Item::Int(_) | Item::Bytes(_) | Item::Array(_) | Item::Map(_) | Item::Other => {
                return Err(BadPasskey::Malformed("it has something without a name"));
            }
        }
    }
    if !reader.rest().is_empty() {
        return Err(BadPasskey::Malformed("something follows it"));
    }
    data.ok_or(BadPasskey::Malformed("it has no data"))
}
