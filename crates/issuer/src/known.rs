//! What the issuer says of itself, and its keys.

use std::sync::Arc;
use std::time::Duration;

use openidconnect::core::{
    CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClient, CoreClientAuthMethod,
    CoreGrantType, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm, CoreResponseMode, CoreResponseType,
    CoreSubjectIdentifierType,
};
use openidconnect::url::Url;
use openidconnect::{
    AdditionalProviderMetadata, AuthType, DiscoveryError, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, ProviderMetadata,
};
use serde::{Deserialize, Serialize};
use tokio::time::Instant;

use crate::fetch::FetchError;
use crate::{Issuer, IssuerError, Silent};

/// How long it is believed without being asked again.
const KEPT: Duration = Duration::from_hours(1);
/// Keys are fetched again for an unknown one at most so often.
const AGAIN: Duration = Duration::from_mins(1);
/// After a failure it is left alone so long.
const PAUSE: Duration = Duration::from_secs(5);

/// What is read of discovery beside its first specification.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Extra {
    /// Where one signs out there (RP-Initiated Logout 1.0).
    #[serde(default)]
    end_session_endpoint: Option<Url>,
    /// Whether its answers name it (RFC 9207).
    #[serde(default)]
    authorization_response_iss_parameter_supported: Option<bool>,
}

impl AdditionalProviderMetadata for Extra {}

type Metadata = ProviderMetadata<
    Extra,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

pub(crate) type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// An issuer that was asked.
#[derive(Debug)]
pub(crate) struct Known {
    metadata: Metadata,
    /// With the keys as they were.
    pub(crate) client: Client,
    at: Instant,
}

impl Known {
    /// The keys as they were.
    pub(crate) fn keys(&self) -> &openidconnect::core::CoreJsonWebKeySet {
        self.metadata.jwks()
    }

    /// Whether its answers name it.
    pub(crate) fn names_itself(&self) -> bool {
        let extra = self.metadata.additional_metadata();
        extra.authorization_response_iss_parameter_supported == Some(true)
    }
}

/// What was learnt so far.
#[derive(Debug, Default)]
pub(crate) struct State {
    known: Option<Arc<Known>>,
    failed: Option<Instant>,
    /// When keys were last fetched for an unknown one.
    again: Option<Instant>,
}

impl Issuer {
    /// The issuer as it was within the hour; asked now, if it has to be. One asks at a time, and the
    /// others wait for what comes of it.
    pub(crate) async fn known(&self) -> Result<Arc<Known>, IssuerError> {
        let mut state = self.state.lock().await;
        let known = state.known.as_ref();
        if let Some(known) = known.filter(|known| known.at.elapsed() < KEPT) {
            return Ok(Arc::clone(known));
        }
        self.asked(&mut state).await
    }

    /// The issuer with newer keys than these, if there are any and it is not asked too often.
    pub(crate) async fn renewed(
        &self,
        before: &Arc<Known>,
    ) -> Result<Option<Arc<Known>>, IssuerError> {
        let mut state = self.state.lock().await;
        let other = state.known.as_ref();
        if let Some(newer) = other.filter(|known| !Arc::ptr_eq(known, before)) {
            return Ok(Some(Arc::clone(newer)));
        }
        if state.again.is_some_and(|at| at.elapsed() < AGAIN) {
            return Ok(None);
        }
        state.again = Some(Instant::now());
        self.asked(&mut state).await.map(Some)
    }

    async fn asked(&self, state: &mut State) -> Result<Arc<Known>, IssuerError> {
        if state.failed.is_some_and(|at| at.elapsed() < PAUSE) {
            return Err(IssuerError::Silent(Silent::JustNow));
        }
        match self.discovered().await {
            Ok(known) => {
                let known = Arc::new(known);
                state.known = Some(Arc::clone(&known));
                state.failed = None;
                Ok(known)
            }
            Err(silent) => {
                state.failed = Some(Instant::now());
                Err(IssuerError::Silent(silent))
            }
        }
    }

    async fn discovered(&self) -> Result<Known, Silent> {
        let found = Metadata::discover_async(self.told.issuer.clone(), &self.fetch).await;
        let metadata = found.map_err(|error| why(&error))?;
        let asked = metadata.token_endpoint().ok_or(Silent::Nonsense)?.url();
        let shown = metadata.authorization_endpoint().url();
        if !self.told.may_name(asked) || !self.told.may_name(shown) {
            return Err(Silent::Elsewhere);
        }
        let (id, secret) = (&self.told.client_id, &self.told.client_secret);
        let client = CoreClient::from_provider_metadata(
            metadata.clone(),
            id.clone(),
            Some(secret.clone()),
        )
        .set_redirect_uri(self.told.back.clone())
        .set_auth_type(identifies_by(&metadata));
        Ok(Known {
            metadata,
            client,
            at: Instant::now(),
        })
    }

    /// Where a reader signs out at the issuer too, as it last said. Nothing is asked or waited for.
    pub fn way_out(&self) -> Option<String> {
        let known = self.state.try_lock().ok()?.known.clone()?;
        let extra = known.metadata.additional_metadata();
        let end = extra.end_session_endpoint.as_ref();
        let mut end = end.filter(|end| self.told.may_name(end))?.clone();
        end.query_pairs_mut()
            .append_pair("client_id", &self.told.client_id);
        Some(end.into())
    }
}

/// By HTTP Basic, which every issuer knows unless it says otherwise (RFC 8414, 2).
fn identifies_by(metadata: &Metadata) -> AuthType {
    match metadata.token_endpoint_auth_methods_supported() {
        Some(known)
            if !known.contains(&CoreClientAuthMethod::ClientSecretBasic)
                && known.contains(&CoreClientAuthMethod::ClientSecretPost) =>
        {
            AuthType::RequestBody
        }
        Some(_) | None => AuthType::BasicAuth,
    }
}

/// In our own words: what an error says may quote the issuer.
fn why(error: &DiscoveryError<FetchError>) -> Silent {
    match error {
        DiscoveryError::Request(cause) => Silent::from(cause),
        DiscoveryError::Validation(_) => Silent::OtherName,
        DiscoveryError::Other(_)
        | DiscoveryError::Parse(_)
        | DiscoveryError::Response(..)
        | DiscoveryError::UrlParse(_)
        | _ => Silent::Nonsense,
    }
}

impl From<&FetchError> for Silent {
    fn from(cause: &FetchError) -> Silent {
        match cause {
            FetchError::Elsewhere => Silent::Elsewhere,
            FetchError::TooSlow => Silent::TooSlow,
            FetchError::TooLarge => Silent::TooLarge,
            FetchError::Connection => Silent::NoConnection,
        }
    }
}
