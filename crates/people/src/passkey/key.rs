//! Public keys of passkeys, and their signatures.

use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents,
    UnparsedPublicKey,
};
use serde::{Deserialize, Serialize};

use super::cbor::{Item, Reader};
use super::{BadPasskey, Bytes};

/// What the instance can verify, as COSE numbers it (RFC 9053, RFC 8812), what it likes best first.
pub(super) const ALGORITHMS: [i64; 3] = [-8, -7, -257];

/// The largest modulus of RSA: 4096 bits. Larger ones cost time at every sign-in.
const LARGEST_MODULUS: usize = 512;

/// The public key of a passkey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "algorithm", rename_all = "lowercase")]
pub(crate) enum PublicKey {
    /// ECDSA on P-256 with SHA-256.
    Es256 {
        /// The point, not compressed.
        point: Bytes,
    },
    /// Ed25519.
    EdDsa {
        /// The point.
        point: Bytes,
    },
    /// RSASSA-PKCS1-v1_5 with SHA-256: what Windows makes where it has no curve.
    Rs256 {
        /// The modulus.
        n: Bytes,
        /// The exponent.
        e: Bytes,
    },
}

/// What a COSE key says (RFC 9052, section 7), as far as it matters here.
#[derive(Default)]
struct Said<'a> {
    kind: Option<i64>,
    algorithm: Option<i64>,
    /// Under -1: the curve, or the modulus.
    one: Option<Item<'a>>,
    /// Under -2: x, or the exponent.
    two: Option<&'a [u8]>,
    /// Under -3: y.
    three: Option<&'a [u8]>,
}

impl PublicKey {
    /// Reads one as COSE writes it.
    pub(super) fn read(reader: &mut Reader<'_>) -> Result<PublicKey, BadPasskey> {
        const NO_KEY: BadPasskey = BadPasskey::Malformed("it has no key that can be one");
        let said = Said::read(reader)?;
        let sized =
            |part: Option<&[u8]>| part.filter(|part| part.len() == 32).map(<[u8]>::to_vec);
        match (said.algorithm, said.kind, said.one) {
            (Some(-7), Some(2), Some(Item::Int(1))) => {
                let (x, y) = (sized(said.two), sized(said.three));
                let (x, y) = x.zip(y).ok_or(NO_KEY)?;
                let point = Bytes([vec![4], x, y].concat());
                Ok(PublicKey::Es256 { point })
            }
            (Some(-8), Some(1), Some(Item::Int(6))) => {
                let point = Bytes(sized(said.two).ok_or(NO_KEY)?);
                Ok(PublicKey::EdDsa { point })
            }
            (Some(-257), Some(3), Some(Item::Bytes(n))) => {
                let e = said.two.filter(|e| (1..=8).contains(&e.len()));
                let e = e.ok_or(NO_KEY)?;
                if !(256..=LARGEST_MODULUS).contains(&n.len()) || n[0] == 0 || e[0] == 0 {
                    return Err(NO_KEY);
                }
                let (n, e) = (Bytes(n.to_vec()), Bytes(e.to_vec()));
                Ok(PublicKey::Rs256 { n, e })
            }
            (Some(known), _, _) if ALGORITHMS.contains(&known) => Err(NO_KEY),
            (Some(_), _, _) => Err(BadPasskey::Algorithm),
            (None, _, _) => Err(NO_KEY),
        }
    }

    /// Whether it signed `message`.
    pub(super) fn verify(&self, message: &[u8], signature: &[u8]) -> Result<(), BadPasskey> {
        let verified =
            match self {
                PublicKey::Es256 { point } => {
                    UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, &point.0)
                        .verify(message, signature)
                }
                PublicKey::EdDsa { point } => {
                    UnparsedPublicKey::new(&ED25519, &point.0).verify(message, signature)
                }
                PublicKey::Rs256 { n, e } => RsaPublicKeyComponents { n: &n.0, e: &e.0 }
                    .verify(&RSA_PKCS1_2048_8192_SHA256, message, signature),
            };
        verified.map_err(|_unspecified| BadPasskey::Signature)
    }
}

impl<'a> Said<'a> {
    fn read(reader: &mut Reader<'a>) -> Result<Said<'a>, BadPasskey> {
        let mut said = Said::default();
        for _ in 0..reader.map()? {
            let twice = match reader.item()? {
                Item::Int(1) => said.kind.replace(int(reader.item()?)?).is_some(),
                Item::Int(3) => said.algorithm.replace(int(reader.item()?)?).is_some(),
                Item::Int(-1) => said.one.replace(reader.item()?).is_some(),
                Item::Int(-2) => said.two.replace(bytes(reader.item()?)?).is_some(),
                Item::Int(-3) => said.three.replace(bytes(reader.item()?)?).is_some(),
                Item::Int(_) | Item::Text(_) => {
                    reader.skip()?;
                    false
                }
                Item::Bytes(_) | Item::Array(_) | Item::Map(_) | Item::Other => true,
            };
            if twice {
                return Err(BadPasskey::Malformed("its key says something twice"));
            }
        }
        Ok(said)
    }
}

fn int(item: Item<'_>) -> Result<i64, BadPasskey> {
    match item {
        Item::Int(int) => Ok(int),
        Item::Bytes(_) | Item::Text(_) | Item::Array(_) | Item::Map(_) | Item::Other => {
            Err(BadPasskey::Malformed("it has no number where one belongs"))
        }
    }
}

fn bytes(item: Item<'_>) -> Result<&[u8], BadPasskey> {
    match item {
        Item::Bytes(bytes) => Ok(bytes),
        Item::Int(_) | Item::Text(_) | Item::Array(_) | Item::Map(_) | Item::Other => {
            Err(BadPasskey::Malformed("it has no bytes where they belong"))
        }
    }
}
