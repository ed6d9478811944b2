//! The address to which a reader goes.

use std::time::Duration;

use openidconnect::core::{CoreAuthPrompt, CoreAuthenticationFlow};
use openidconnect::{
    AuthenticationContextClass, CsrfToken, Nonce, PkceCodeChallenge, PkceCodeVerifier,
};

use crate::{Issuer, IssuerError};

/// What one sign-in is known by.
#[derive(Clone, Copy)]
pub struct Asking<'a> {
    /// What comes back with the reader.
    pub state: &'a str,
    /// What comes back in the token.
    pub nonce: &'a str,
    /// What the code is exchanged with; its hash goes along now.
    pub verifier: &'a str,
    /// Whether the reader is to prove there anew who he is.
    pub anew: bool,
}

impl Issuer {
    /// The address to which a reader goes. The issuer is asked who it is, if it was not lately.
    ///
    /// # Errors
    ///
    /// [`IssuerError::Silent`]
    pub async fn way_in(&self, asking: Asking<'_>) -> Result<String, IssuerError> {
        let known = self.known().await?;
        let (state, nonce) = (asking.state.to_owned(), asking.nonce.to_owned());
        let verifier = PkceCodeVerifier::new(asking.verifier.to_owned());
        let mut request = known
            .client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                || CsrfToken::new(state),
                || Nonce::new(nonce),
            )
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        for value in &self.told.acr {
            let value = AuthenticationContextClass::new(value.clone());
            request = request.add_auth_context_value(value);
        }
        if asking.anew {
            request = request
                .add_prompt(CoreAuthPrompt::Login)
                .set_max_age(Duration::ZERO);
        }
        Ok(request.url().0.into())
    }
}
