//! What the browser says it was asked, and by whom (WebAuthn level 3, section 5.8.1).

use data_encoding::BASE64URL_NOPAD;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::BadPasskey;
use crate::Address;

/// What is done with a passkey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ceremony {
    /// One is made.
    Create,
    /// One signs.
    Get,
}

/// Client data.
#[derive(Debug, Clone)]
pub(super) struct Client {
    said: Said,
    /// Of the bytes as they came: they are what was signed.
    pub(super) hash: [u8; 32],
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Said {
    r#type: String,
    challenge: String,
    origin: String,
    #[serde(default)]
    cross_origin: bool,
    #[serde(default)]
    top_origin: Option<String>,
}

impl Client {
    /// Reads it. More may stand in it than is known today.
    pub(super) fn read(bytes: &[u8]) -> Result<Client, BadPasskey> {
        let said = serde_json::from_slice(bytes);
        Ok(Client {
            said: said.map_err(|_why| BadPasskey::Malformed("the browser's words are none"))?,
            hash: Sha256::digest(bytes).into(),
        })
    }

    /// What it answers.
    pub(super) fn challenge(&self) -> Result<Vec<u8>, BadPasskey> {
        let bytes = BASE64URL_NOPAD.decode(self.said.challenge.as_bytes());
        bytes.map_err(|_why| BadPasskey::Challenge)
    }

    /// Whether it was done here, on a page of our own that lies in no other.
    pub(super) fn is_from(&self, at: &Address, what: Ceremony) -> Result<(), BadPasskey> {
        let name = match what {
            Ceremony::Create => "webauthn.create",
            Ceremony::Get => "webauthn.get",
        };
        let Said {
            r#type,
            origin,
            cross_origin,
            top_origin,
            ..
        } = &self.said;
        if r#type != name {
            return Err(BadPasskey::Ceremony);
        }
        if origin != at.origin() || *cross_origin || top_origin.is_some() {
            return Err(BadPasskey::Origin);
        }
        Ok(())
    }
}
