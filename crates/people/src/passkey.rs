//! Passkeys: the relying party's side of WebAuthn level 3 (<https://www.w3.org/TR/webauthn-3/>),
//! sections 7.1 and 7.2.
//!
//! A passkey alone signs in: whoever uses one has the device and has proved to it who he is. So that is
//! asked for each time, and of passkeys that their device finds by itself. What a maker attests of his
//! devices is not asked for: nobody here decides by it.

mod cbor;
pub(crate) mod challenge;
mod client;
mod data;
mod key;
#[cfg(test)]
pub(crate) mod software;
#[cfg(test)]
mod tests;

use data_encoding::BASE64URL_NOPAD;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use self::client::{Ceremony, Client};
use self::data::Data;
use self::key::PublicKey;
use crate::Address;
use crate::chance::Hash;

/// How many one person may have. Browsers are told all of them when one more is made.
pub(crate) const MOST: usize = 20;

/// Why a passkey was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadPasskey {
    /// It cannot be read.
    #[error("what the browser sent cannot be read: {0}")]
    Malformed(&'static str),
    /// It is about making a passkey where one should sign, or the other way round.
    #[error("that is the answer to another question")]
    Ceremony,
    /// It answers what this instance did not ask, or asked somebody else, or for something else.
    #[error("that was not asked here")]
    Challenge,
    /// It answers what was asked too long ago.
    #[error("that took too long; try again")]
    TooLate,
    /// It answers what was answered already.
    #[error("that was answered already; try again")]
    Used,
    /// It was done on a page of another site, or on one of ours inside another.
    #[error("that was done on another site")]
    Origin,
    /// It is a passkey of another site.
    #[error("that is a passkey of another site")]
    Site,
    /// Its holder did not prove to his device who he is.
    #[error("your device did not ask for a fingerprint, your face or its code")]
    NotVerified,
    /// It signs in a way that is not read here.
    #[error("this kind of passkey is not known here")]
    Algorithm,
    /// The signature is not that of the key.
    #[error("the signature is wrong")]
    Signature,
    /// It counts its uses, and has counted backwards: there is a copy of it. It is refused from then on.
    #[error("there seems to be a copy of this passkey; it is not taken any more")]
    Copied,
    /// There is no such passkey, or it is not of this person.
    #[error("this passkey is not known here")]
    Unknown,
    /// It was added before.
    #[error("this passkey was added already")]
    Known,
    /// There are many already.
    #[error("one person has at most {MOST} passkeys")]
    TooMany,
    /// The instance has no address that a passkey could be for.
    #[error("there are no passkeys at this address")]
    Nowhere,
}

/// Bytes, kept as URL-safe base 64.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Bytes(pub(crate) Vec<u8>);

impl Bytes {
    fn read(text: &str) -> Result<Bytes, BadPasskey> {
        // Some browsers' extensions fill up with `=`.
        let bytes = BASE64URL_NOPAD.decode(text.trim_end_matches('=').as_bytes());
        bytes
            .map(Bytes)
            .map_err(|_why| BadPasskey::Malformed("it is no base 64"))
    }

    fn text(&self) -> String {
        BASE64URL_NOPAD.encode(&self.0)
    }

    /// Under which key a sheet about it is kept.
    pub(crate) fn place(&self) -> String {
        Hash::of(&[&self.0]).hex()
    }
}

impl From<Bytes> for String {
    fn from(bytes: Bytes) -> String {
        bytes.text()
    }
}

impl TryFrom<String> for Bytes {
    type Error = BadPasskey;

    fn try_from(text: String) -> Result<Bytes, BadPasskey> {
        Bytes::read(&text)
    }
}

/// What is kept of a passkey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Passkey {
    pub(crate) id: Bytes,
    key: PublicKey,
    /// The name of the host that it is for.
    pub(crate) site: String,
    /// How often it signed; always 0 where it does not count.
    count: u32,
    /// What its person calls it.
    pub(crate) name: String,
    pub(crate) added: Timestamp,
    pub(crate) used: Option<Timestamp>,
    /// Whether it may be on several devices, and whether it was when last used.
    syncs: bool,
    pub(crate) synced: bool,
    /// When it had counted backwards. It is not taken any more.
    pub(crate) copied: Option<Timestamp>,
}

impl Passkey {
    /// What it is called in a list: the first digits of a hash.
    pub(crate) fn listed_as(&self) -> String {
        self.id.place().chars().take(16).collect()
    }

    fn descriptor(&self) -> Value {
        json!({ "type": "public-key", "id": self.id.text() })
    }
}

/// A passkey that a browser says was made: read, and not yet believed.
#[derive(Debug, Clone)]
pub struct NewPasskey {
    client: Client,
    data: Data,
}

impl NewPasskey {
    /// Reads `clientDataJSON` and `attestationObject`, both in URL-safe base 64.
    ///
    /// # Errors
    ///
    /// [`BadPasskey::Malformed`], [`BadPasskey::Algorithm`]
    pub fn read(client: &str, attestation: &str) -> Result<NewPasskey, BadPasskey> {
        let client = Client::read(&Bytes::read(client)?.0)?;
        let data = Data::read(data::attested(&Bytes::read(attestation)?.0)?)?;
        Ok(NewPasskey { client, data })
    }

    pub(crate) fn challenge(&self) -> Result<Vec<u8>, BadPasskey> {
        self.client.challenge()
    }

    /// Believes it, if it was made here for this instance. Whether it was asked for is seen before.
    pub(crate) fn accept(
        &self,
        at: &Address,
        name: String,
        now: Timestamp,
    ) -> Result<Passkey, BadPasskey> {
        self.client.is_from(at, Ceremony::Create)?;
        self.data.is_for(at)?;
        self.data.is_verified()?;
        let made = self.data.made.clone();
        let made = made.ok_or(BadPasskey::Malformed("there is no key in it"))?;
        Ok(Passkey {
            id: made.id,
            key: made.key,
            site: at.passkeys_for().ok_or(BadPasskey::Nowhere)?.to_owned(),
            count: self.data.count,
            name,
            added: now,
            used: None,
            syncs: self.data.syncs(),
            synced: self.data.synced(),
            copied: None,
        })
    }
}

/// What a passkey signed: read, and not yet believed.
#[derive(Debug, Clone)]
pub struct PasskeyAnswer {
    id: Bytes,
    client: Client,
    data: Data,
    /// What was signed: the data, and the hash of the browser's words.
    signed: Vec<u8>,
    signature: Vec<u8>,
    holder: Option<Bytes>,
}

impl PasskeyAnswer {
    /// Reads `rawId`, `clientDataJSON`, `authenticatorData`, `signature` and `userHandle`, all in
    /// URL-safe base 64; the last may be empty.
    ///
    /// # Errors
    ///
    /// [`BadPasskey::Malformed`]
    pub fn read(
        id: &str,
        client: &str,
        data: &str,
        signature: &str,
        holder: &str,
    ) -> Result<PasskeyAnswer, BadPasskey> {
        let client = Client::read(&Bytes::read(client)?.0)?;
        let bytes = Bytes::read(data)?.0;
        let data = Data::read(&bytes)?;
        let holder = (!holder.is_empty()).then(|| Bytes::read(holder));
        Ok(PasskeyAnswer {
            id: Bytes::read(id)?,
            signed: [&bytes[..], &client.hash].concat(),
            client,
            data,
            signature: Bytes::read(signature)?.0,
            holder: holder.transpose()?,
        })
    }

    /// The passkey that it says has signed.
    pub(crate) fn id(&self) -> &Bytes {
        &self.id
    }

    pub(crate) fn challenge(&self) -> Result<Vec<u8>, BadPasskey> {
        self.client.challenge()
    }

    /// Whose the device says the passkey is.
    pub(crate) fn holder(&self) -> Option<&[u8]> {
        self.holder.as_ref().map(|holder| holder.0.as_slice())
    }

    /// Whether `passkey` signed it, here and for this instance, and what is kept of it from now on.
    /// Whether it was asked for is seen before.
    fn verified(&self, passkey: &Passkey, at: &Address) -> Result<(), BadPasskey> {
        self.client.is_from(at, Ceremony::Get)?;
        self.data.is_for(at)?;
        passkey.key.verify(&self.signed, &self.signature)?;
        self.data.is_verified()?;
        if self.data.syncs() != passkey.syncs {
            return Err(BadPasskey::Malformed("it syncs now, or did before"));
        }
        if passkey.site != at.passkeys_for().unwrap_or_default() {
            return Err(BadPasskey::Site);
        }
        Ok(())
    }

    /// Uses `passkey`, or finds that there is a copy of it, which is noted in it.
    pub(crate) fn used(
        &self,
        passkey: &mut Passkey,
        at: &Address,
        now: Timestamp,
    ) -> Result<(), BadPasskey> {
        self.verified(passkey, at)?;
        if passkey.copied.is_some() {
            return Err(BadPasskey::Copied);
        }
        let counts = self.data.count > 0 || passkey.count > 0;
        if counts && self.data.count <= passkey.count {
            passkey.copied = Some(now);
            return Err(BadPasskey::Copied);
        }
        passkey.count = self.data.count;
        passkey.synced = self.data.synced();
        passkey.used = Some(now);
        Ok(())
    }
}

/// Who is asked to make a passkey, as it is shown on his device.
pub(crate) struct Holder<'a> {
    pub(crate) handle: &'a [u8],
    pub(crate) email: &'a str,
    pub(crate) name: &'a str,
}

/// What a browser is to be asked (`PublicKeyCredentialCreationOptionsJSON`), so that a passkey is made.
pub(crate) fn to_make(
    at: &Address,
    holder: &Holder<'_>,
    challenge: &[u8],
    has: &[&Passkey],
) -> Result<Value, BadPasskey> {
    let site = at.passkeys_for().ok_or(BadPasskey::Nowhere)?;
    let algorithms = key::ALGORITHMS.map(|alg| json!({ "type": "public-key", "alg": alg }));
    Ok(json!({
        "rp": { "id": site, "name": "Accede" },
        "user": {
            "id": BASE64URL_NOPAD.encode(holder.handle),
            "name": holder.email,
            "displayName": holder.name,
        },
        "challenge": challenge::text(challenge),
        "pubKeyCredParams": algorithms,
        "timeout": challenge::HOLDS.as_millis(),
        "excludeCredentials": descriptors(site, has),
        "authenticatorSelection": {
            "residentKey": "required",
            "requireResidentKey": true,
            "userVerification": "required",
        },
        "attestation": "none",
    }))
}

/// What a browser is to be asked (`PublicKeyCredentialRequestOptionsJSON`), so that one of these
/// passkeys signs, or any if there is none among them.
pub(crate) fn to_sign(
    at: &Address,
    challenge: &[u8],
    of: &[&Passkey],
) -> Result<Value, BadPasskey> {
    let site = at.passkeys_for().ok_or(BadPasskey::Nowhere)?;
    Ok(json!({
        "rpId": site,
        "challenge": challenge::text(challenge),
        "timeout": challenge::HOLDS.as_millis(),
        "allowCredentials": descriptors(site, of),
        "userVerification": "required",
    }))
}

fn descriptors(site: &str, of: &[&Passkey]) -> Vec<Value> {
    let here = of.iter().filter(|passkey| passkey.site == site);
    here.map(|passkey| passkey.descriptor()).collect()
}
