//! An authenticator and a browser in a few lines, for tests: they do what they are told, wrong things
//! too.

use data_encoding::BASE64URL_NOPAD;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{BadPasskey, NewPasskey, PasskeyAnswer};

/// A device with one passkey, and the browser it is used in.
pub(crate) struct Software {
    key: Key,
    pub(crate) id: Vec<u8>,
    /// The page that asks.
    pub(crate) origin: String,
    /// The host it makes or uses a passkey for.
    pub(crate) site: String,
    /// Somebody is there (1), has proved who he is (4), it may sync (8), it is synced (16).
    pub(crate) flags: u8,
    pub(crate) count: u32,
    /// Whose it is, as it was told when it made the passkey.
    pub(crate) handle: Vec<u8>,
    /// What else the browser says of the page.
    pub(crate) more: &'static str,
}

enum Key {
    Curve(EcdsaKeyPair),
    Edwards(Ed25519KeyPair),
}

/// What a browser sends when a passkey was made.
pub(crate) struct Made {
    pub(crate) client: Vec<u8>,
    pub(crate) attestation: Vec<u8>,
}

/// What a browser sends when a passkey signed.
#[derive(Clone)]
pub(crate) struct Signed {
    pub(crate) id: Vec<u8>,
    pub(crate) client: Vec<u8>,
    pub(crate) data: Vec<u8>,
    pub(crate) signature: Vec<u8>,
    pub(crate) holder: Vec<u8>,
}

impl Made {
    pub(crate) fn read(&self) -> Result<NewPasskey, BadPasskey> {
        NewPasskey::read(&text(&self.client), &text(&self.attestation))
    }
}

impl Signed {
    pub(crate) fn read(&self) -> Result<PasskeyAnswer, BadPasskey> {
        PasskeyAnswer::read(
            &text(&self.id),
            &text(&self.client),
            &text(&self.data),
            &text(&self.signature),
            &text(&self.holder),
        )
    }
}

fn text(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}

impl Software {
    /// One with a key on P-256, that does everything right at `https://accede.example`.
    pub(crate) fn curve() -> Software {
        let random = SystemRandom::new();
        let algorithm = &ECDSA_P256_SHA256_ASN1_SIGNING;
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
        let pair = EcdsaKeyPair::from_pkcs8(algorithm, pkcs8.as_ref(), &random).unwrap();
        Software::with(Key::Curve(pair))
    }

    /// One with an Ed25519 key.
    pub(crate) fn edwards(seed: u8) -> Software {
        let pair = Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).unwrap();
        Software::with(Key::Edwards(pair))
    }

    fn with(key: Key) -> Software {
        let public = match &key {
            Key::Curve(pair) => pair.public_key().as_ref().to_vec(),
            Key::Edwards(pair) => pair.public_key().as_ref().to_vec(),
        };
        Software {
            key,
            id: Sha256::digest(public).to_vec(),
            origin: "https://accede.example".to_owned(),
            site: "accede.example".to_owned(),
            flags: 0b101,
            count: 0,
            handle: Vec::new(),
            more: r#","crossOrigin":false,"later":{"anything":[1]}"#,
        }
    }

    /// Makes its passkey, as it is asked to.
    pub(crate) fn make(&mut self, asked: &Value) -> Made {
        let handle = asked["user"]["id"].as_str().unwrap().as_bytes();
        self.handle = BASE64URL_NOPAD.decode(handle).unwrap();
        let mut data = self.data(0x40);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
        data.extend(&self.id);
        data.extend(self.cose());
        // {"fmt": "none", "attStmt": {}, "authData": …}
        let mut attestation = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".to_vec();
        attestation.extend(u16::try_from(data.len()).unwrap().to_be_bytes());
        attestation.extend(data);
        Made {
            client: self.client("webauthn.create", asked),
            attestation,
        }
    }

    /// Signs, as it is asked to.
    pub(crate) fn sign(&mut self, asked: &Value) -> Signed {
        let (client, data) = (self.client("webauthn.get", asked), self.data(0));
        let message = [&data[..], &Sha256::digest(&client)].concat();
        let signature = match &self.key {
            Key::Curve(pair) => pair.sign(&SystemRandom::new(), &message).unwrap(),
            Key::Edwards(pair) => pair.sign(&message),
        };
        Signed {
            id: self.id.clone(),
            client,
            data,
            signature: signature.as_ref().to_vec(),
            holder: self.handle.clone(),
        }
    }

    fn client(&self, what: &str, asked: &Value) -> Vec<u8> {
        let (origin, more) = (&self.origin, self.more);
        let challenge = asked["challenge"].as_str().unwrap();
        format!(r#"{{"type":"{what}","challenge":"{challenge}","origin":"{origin}"{more}}}"#)
            .into_bytes()
    }

    fn data(&self, more: u8) -> Vec<u8> {
        let mut data = Sha256::digest(&self.site).to_vec();
        data.push(self.flags | more);
        data.extend(self.count.to_be_bytes());
        data
    }

    fn cose(&self) -> Vec<u8> {
        match &self.key {
            Key::Curve(pair) => {
                let point = pair.public_key().as_ref();
                let (x, y) = (&point[1..33], &point[33..]);
                let head = [0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32];
                [&head[..], x, &[0x22, 0x58, 32], y].concat()
            }
            Key::Edwards(pair) => {
                let head = [0xa4, 1, 1, 3, 0x27, 0x20, 6, 0x21, 0x58, 32];
                [&head[..], pair.public_key().as_ref()].concat()
            }
        }
    }
}
