//! One answer of the site, without a server: from the same router, the same bytes.

use axum::body::{Body, to_bytes};
use axum::http::{Request, Uri, header};
use axum::response::Response;
use tower::ServiceExt;
use words::Words;

use crate::problem::{OnPage, Problem};
use crate::{App, asked, router};

/// How often an address may lead on to another before it is taken for a circle.
const FARTHEST: usize = 5;

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetched {
    /// Its media type, `image/svg+xml`.
    pub kind: String,
    /// What it is.
    pub bytes: Vec<u8>,
    /// Where it stands, if the address that was asked led there.
    pub moved: Option<String>,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// The address cannot be one.
    #[error("no address can be read from it")]
    NoAddress(#[source] axum::http::Error),
    /// What the site answered: what happened and what was expected, in the reader's language.
    #[error("{detail}")]
    Refused {
        /// In sentences.
        detail: String,
        /// Addresses that were perhaps meant, the nearest first.
        near: Vec<String>,
    },
    /// A mistake of ours.
    #[error("the site answered {status}")]
    Ours {
        /// With this status.
        status: u16,
    },
    /// The answer ended before its end.
    #[error("the answer was not made to its end")]
    Ended(#[source] axum::Error),
}

/// Asks the site for an address, `/treaties/ccm/curve.png?on=2023-09-22`, and follows where it leads.
/// Letters that an address cannot have are encoded, as a browser does.
///
/// # Errors
///
/// [`FetchError`].
pub async fn fetch(app: App, address: &str) -> Result<Fetched, FetchError> {
    let router = router(app);
    let mut at = encoded(address);
    let mut moved = None;
    for _ in 0..=FARTHEST {
        let request = Request::builder()
            .uri(&at)
            .body(Body::empty())
            .map_err(FetchError::NoAddress)?;
        let uri = request.uri().clone();
        let response = match router.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
        if let Some(next) = leads_to(&response) {
            at = next;
            moved = Some(at.clone());
            continue;
        }
        return given(response, &uri, moved).await;
    }
    Err(FetchError::Ours { status: 508 })
}

/// Why an answer is none, whether the page tells it or was never made.
fn refusal(response: &Response) -> Option<&Problem> {
    let told = response.extensions().get::<OnPage>();
    let told = told.map(|OnPage(problem)| problem);
    told.or_else(|| response.extensions().get::<Problem>())
}

/// The address that an answer leads on to.
fn leads_to(response: &Response) -> Option<String> {
    response.status().is_redirection().then_some(())?;
    let to = response.headers().get(header::LOCATION)?.to_str().ok()?;
    to.starts_with('/').then(|| to.to_owned())
}

async fn given(
    response: Response,
    uri: &Uri,
    moved: Option<String>,
) -> Result<Fetched, FetchError> {
    let status = response.status();
    if status.is_client_error()
        && let Some(problem) = refusal(&response)
    {
        let words = Words::for_lang(asked::language(uri, &header::HeaderMap::new()));
        let near = problem.near(uri).into_iter();
        return Err(FetchError::Refused {
            detail: problem.detail(words),
            near: near.map(|(address, _)| address).collect(),
        });
    }
    if !status.is_success() {
        let status = status.as_u16();
        return Err(FetchError::Ours { status });
    }
    let kind = response.headers().get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok());
    let kind = kind.unwrap_or("application/octet-stream").to_owned();
    let bytes = to_bytes(response.into_body(), usize::MAX)
        .await
        .map_err(FetchError::Ended)?;
    Ok(Fetched {
        kind,
        bytes: bytes.into(),
        moved,
    })
}

/// The address with everything encoded that cannot stand in one; what is encoded stays.
fn encoded(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        match byte {
            b'!' | b'#'..=b';' | b'=' | b'?'..=b'Z' | b'_' | b'a'..=b'z' | b'~' => {
                out.push(char::from(byte));
            }
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_stand_in_an_address_is_encoded_and_the_rest_is_left() {
        for (given, asked) in [
            (
                "/treaties/ccm?on=2020-01-01&x=1",
                "/treaties/ccm?on=2020-01-01&x=1",
            ),
            ("/states/Côte d'Ivoire", "/states/C%C3%B4te%20d'Ivoire"),
            ("/states/C%C3%B4te", "/states/C%C3%B4te"),
            ("/\"<>\\^`{|}\n", "/%22%3C%3E%5C%5E%60%7B%7C%7D%0A"),
        ] {
            assert_eq!(encoded(given), asked);
        }
    }
}
