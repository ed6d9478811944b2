//! What the reader comes back with, and everything that has to hold of it.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;
use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{
    CoreIdToken, CoreIdTokenClaims, CoreIdTokenVerifier, CoreJwsSigningAlgorithm,
};
use openidconnect::{
    AuthorizationCode, ClaimsVerificationError, Nonce, PkceCodeVerifier, RequestTokenError,
    SignatureVerificationError, TokenResponse,
};

use crate::known::Known;
use crate::{Flaw, Issuer, IssuerError, Silent};

/// How far the clocks may be apart.
const LEEWAY: SignedDuration = SignedDuration::from_secs(60);
/// The longest name of a subject (OpenID Connect Core, 2).
const LONGEST_SUBJECT: usize = 255;

/// What a reader came back with, and what he left with.
#[derive(Clone, Copy)]
pub struct Answer<'a> {
    /// The code.
    pub code: &'a str,
    /// Who the answer says it is from, if it does.
    pub iss: Option<&'a str>,
    /// The nonce of this sign-in.
    pub nonce: &'a str,
    /// Its verifier.
    pub verifier: &'a str,
    /// The moment.
    pub now: Timestamp,
}

/// Whom the issuer vouches for.
#[derive(Clone, PartialEq, Eq)]
pub struct Vouched {
    /// His name there, which nobody else will ever have.
    pub subject: String,
    /// When he proved there who he is, if the issuer says so.
    pub proved: Option<Timestamp>,
}

impl std::fmt::Debug for Vouched {
    /// Without his name.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vouched(…)")
    }
}

impl Issuer {
    /// Whom the issuer vouches for, by this answer.
    ///
    /// # Errors
    ///
    /// [`IssuerError`], and then nobody came in.
    pub async fn answered(&self, answer: Answer<'_>) -> Result<Vouched, IssuerError> {
        let turn = self.turns.try_acquire();
        let _turn = turn.map_err(|_all_taken| IssuerError::Busy)?;
        let known = self.known().await?;
        self.is_from_it(&known, answer.iss)?;
        let token = self.exchanged(&known, answer).await?;
        match self.believed(&known, &token, answer) {
            Err(Doubt::UnknownKey) => {
                let renewed = self.renewed(&known).await?;
                let renewed = renewed.ok_or(IssuerError::Refused(Flaw::Signature))?;
                self.believed(&renewed, &token, answer)
            }
            other @ (Ok(_) | Err(Doubt::Other(_))) => other,
        }
        .map_err(|doubt| match doubt {
            Doubt::UnknownKey => IssuerError::Refused(Flaw::Signature),
            Doubt::Other(error) => error,
        })
    }

    /// Whether an answer is of this issuer and of no other (RFC 9207).
    fn is_from_it(&self, known: &Known, iss: Option<&str>) -> Result<(), IssuerError> {
        match iss {
            Some(iss) if iss == self.url() => Ok(()),
            None if !known.names_itself() => Ok(()),
            Some(_) | None => Err(IssuerError::Refused(Flaw::Issuer)),
        }
    }

    /// The ID token for a code.
    async fn exchanged(
        &self,
        known: &Arc<Known>,
        answer: Answer<'_>,
    ) -> Result<CoreIdToken, IssuerError> {
        let code = AuthorizationCode::new(answer.code.to_owned());
        let verifier = PkceCodeVerifier::new(answer.verifier.to_owned());
        let asked = known.client.exchange_code(code);
        let asked = asked.map_err(|_no_endpoint| IssuerError::Silent(Silent::Nonsense))?;
        let given = asked
            .set_pkce_verifier(verifier)
            .request_async(&self.fetch)
            .await;
        let given = given.map_err(|error| match error {
            RequestTokenError::Request(cause) => IssuerError::Silent(Silent::from(&cause)),
            RequestTokenError::ServerResponse(_) => IssuerError::Refused(Flaw::Code),
            RequestTokenError::Parse(..) | RequestTokenError::Other(_) => {
                IssuerError::Silent(Silent::Nonsense)
            }
        })?;
        let token = given.id_token().cloned();
        token.ok_or(IssuerError::Refused(Flaw::NoToken))
    }

    /// Whom a token names, if everything holds of it.
    fn believed(
        &self,
        known: &Known,
        token: &CoreIdToken,
        answer: Answer<'_>,
    ) -> Result<Vouched, Doubt> {
        let (earlier, later) = (moment(answer.now - LEEWAY), moment(answer.now + LEEWAY));
        // As for a public client: a secret is no key that a token may be signed with.
        let verifier = CoreIdTokenVerifier::new_public_client(
            self.told.client_id.clone(),
            self.told.issuer.clone(),
            known.keys().clone(),
        )
        .set_allowed_algs([
            CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
            CoreJwsSigningAlgorithm::EcdsaP256Sha256,
            CoreJwsSigningAlgorithm::EdDsa,
        ])
        .set_time_fn(move || earlier)
        .set_issue_time_verifier_fn(move |issued| match issued <= later {
            true => Ok(()),
            false => Err("of the future".to_owned()),
        });
        let nonce = Nonce::new(answer.nonce.to_owned());
        let claims = token.claims(&verifier, &nonce).map_err(|e| doubt(&e))?;
        has_begun(token, answer.now).map_err(Doubt::Other)?;
        self.is_for_us(claims).map_err(Doubt::Other)?;
        self.is_enough(claims).map_err(Doubt::Other)?;
        let subject = claims.subject().as_str();
        let printable = subject
            .bytes()
            .all(|byte| byte.is_ascii_graphic() || byte == b' ');
        if subject.trim().is_empty() || subject.len() > LONGEST_SUBJECT || !printable {
            return Err(Doubt::Other(IssuerError::Refused(Flaw::Token)));
        }
        let proved = claims.auth_time();
        let proved = proved.and_then(|at| Timestamp::from_second(at.timestamp()).ok());
        Ok(Vouched {
            subject: subject.to_owned(),
            // Nobody proves anything in the future: a clock is a little ahead, or this is no moment.
            proved: proved.filter(|at| *at <= answer.now + LEEWAY),
        })
    }

    /// Whether the party that the token was made for is this one (OpenID Connect Core, 3.1.3.7, 5). Other
    /// audiences beside this one are refused already.
    fn is_for_us(&self, claims: &CoreIdTokenClaims) -> Result<(), IssuerError> {
        match claims.authorized_party() {
            Some(party) if *party != self.told.client_id => {
                Err(IssuerError::Refused(Flaw::Audience))
            }
            Some(_) | None => Ok(()),
        }
    }

    /// Whether the reader signed in there as is demanded here.
    fn is_enough(&self, claims: &CoreIdTokenClaims) -> Result<(), IssuerError> {
        let (acr, amr) = (&self.told.acr, &self.told.amr);
        let class = claims.auth_context_ref();
        let by_class = class.is_some_and(|class| acr.contains(class));
        let mut methods = claims.auth_method_refs().into_iter().flatten();
        let by_method = methods.any(|method| amr.contains(method));
        if (acr.is_empty() && amr.is_empty()) || by_class || by_method {
            Ok(())
        } else {
            Err(IssuerError::TooWeak)
        }
    }
}

/// Whether the time of a token whose signature holds has come (`nbf`; RFC 7519, 4.1.5), which OpenID
/// Connect says nothing of, nor the library.
fn has_begun(token: &CoreIdToken, now: Timestamp) -> Result<(), IssuerError> {
    #[derive(serde::Deserialize)]
    struct Begins {
        nbf: Option<f64>,
    }
    let bad = IssuerError::Refused(Flaw::Token);
    let text = token.to_string();
    let payload = text.split('.').nth(1).unwrap_or_default();
    let Ok(payload) = BASE64URL_NOPAD.decode(payload.as_bytes()) else {
        return Err(bad);
    };
    let Ok(begins) = serde_json::from_slice::<Begins>(&payload) else {
        return Err(bad);
    };
    let latest = (now + LEEWAY).as_duration().as_secs_f64();
    match begins.nbf {
        Some(nbf) if nbf > latest => Err(IssuerError::Refused(Flaw::Time)),
        Some(_) | None => Ok(()),
    }
}

/// Why a token is not believed.
enum Doubt {
    /// No key of the issuer's that we have is the one it names.
    UnknownKey,
    Other(IssuerError),
}

/// In our own words: what an error says quotes the token.
fn doubt(error: &ClaimsVerificationError) -> Doubt {
    let flaw = match error {
        ClaimsVerificationError::SignatureVerification(
            SignatureVerificationError::NoMatchingKey,
        ) => return Doubt::UnknownKey,
        ClaimsVerificationError::SignatureVerification(_)
        | ClaimsVerificationError::Unsupported(_) => Flaw::Signature,
        ClaimsVerificationError::Expired(_) | ClaimsVerificationError::InvalidAuthTime(_) => {
            Flaw::Time
        }
        ClaimsVerificationError::InvalidAudience(_) => Flaw::Audience,
        ClaimsVerificationError::InvalidIssuer(_) => Flaw::TokenIssuer,
        ClaimsVerificationError::InvalidNonce(_) => Flaw::Nonce,
        ClaimsVerificationError::InvalidAuthContext(_)
        | ClaimsVerificationError::InvalidSubject(_)
        | ClaimsVerificationError::Other(_)
        | _ => Flaw::Token,
    };
    Doubt::Other(IssuerError::Refused(flaw))
}

fn moment(at: Timestamp) -> DateTime<Utc> {
    DateTime::from_timestamp(at.as_second(), 0).unwrap_or_default()
}
