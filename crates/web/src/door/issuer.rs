//! Coming in by an issuer that vouches for people (OpenID Connect).
//!
//! Whoever goes there leaves by a form of ours, which sets the cookie of his errand; the page it leads to
//! sends him on. He comes back to one address, and from there goes on to where he wanted, or to a page
//! that says why not: no page stands at an address with a code in it.

mod back;
mod go;
mod own;
mod told;

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use axum::Router;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use axum::routing::{get, post};
use jiff::Timestamp;
use people::{DeskError, ErrandKey, Listed, SessionKey, Visit, Vouched};

use super::{Door, cookie};
use crate::App;
use crate::ask::encode;
use crate::asked::Asked;

/// What is done later, by whoever can be waited for.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// An issuer that vouches for people. The program implements it; no page makes a request.
pub trait Issuer: Send + Sync + 'static {
    /// What people call it: the buttons say so.
    fn name(&self) -> &str;

    /// What it is called where it is kept who is who.
    fn url(&self) -> &str;

    /// The address to which somebody on this errand goes; `anew` if he is to prove there once more who he
    /// is.
    fn way_in(&self, errand: ErrandKey, anew: bool) -> Later<'_, Result<String, Unvouched>>;

    /// Whom it vouches for by an answer.
    fn vouches(&self, answered: Answered) -> Later<'_, Result<Vouched, Unvouched>>;

    /// Where one signs out there, if it said so. Nothing is waited for.
    fn way_out(&self) -> Option<String>;
}

/// What somebody came back with.
pub struct Answered {
    /// His errand.
    pub errand: ErrandKey,
    /// The code he brought.
    pub code: String,
    /// Who the answer says it is from.
    pub iss: Option<String>,
    /// The moment.
    pub now: Timestamp,
}

impl fmt::Debug for Answered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Answered(…)")
    }
}

/// Why an issuer did not vouch for somebody. What it said itself is told to nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unvouched {
    /// It cannot be asked.
    Silent,
    /// It did not want to, or he did not.
    Declined,
    /// What came back does not hold.
    Refused,
    /// He did not sign in there as is demanded here.
    TooWeak,
}

/// The addresses of the way there and back.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/sign-in/issuer", get(go::show).post(go::to_sign_in))
        .route("/sign-in/issuer/back", get(back::take))
        .route("/sign-in/issuer/told", get(told::show))
        .route("/join/{key}/issuer", post(go::to_join))
        .route("/confirm/issuer", post(go::to_confirm))
        .route("/account/issuer", get(own::show).post(go::to_add))
        .route("/account/issuer/remove", post(own::remove))
        .route("/signed-out", get(told::signed_out))
}

/// Where somebody who signs out goes: who came in by the issuer is still signed in there.
pub(super) fn after_leaving(
    door: &dyn Door,
    key: &SessionKey,
    visit: &Visit<'_>,
) -> Result<&'static str, DeskError> {
    let Some(issuer) = door.issuer().filter(|issuer| issuer.way_out().is_some()) else {
        return Ok("/");
    };
    let listed = match door.desk().credentials_listed(key, visit) {
        Ok(listed) => listed,
        // The session has ended meanwhile, which is what was asked for.
        Err(DeskError::NotSignedIn) => Vec::new(),
        Err(cause) => return Err(cause),
    };
    let came_by = listed.iter().any(|one| match one {
        Listed::Issuer {
            elsewhere,
            last_used,
            ..
        } => elsewhere.issuer == issuer.url() && last_used.is_some(),
        Listed::Password { .. }
        | Listed::App { .. }
        | Listed::RecoveryCodes { .. }
        | Listed::Passkey { .. } => false,
    });
    Ok(if came_by { "/signed-out" } else { "/" })
}

/// An address in the language that was asked for.
fn in_language(asked: &Asked, path: &str) -> String {
    match asked.params.one("lang") {
        Ok(Some(lang)) => {
            let between = if path.contains('?') { '&' } else { '?' };
            format!("{path}{between}lang={}", encode(lang))
        }
        Ok(None) | Err(_) => path.to_owned(),
    }
}

/// The errand of a browser.
fn errand(headers: &HeaderMap) -> Option<ErrandKey> {
    let brought = cookie::read(headers, cookie::Name::Errand)?;
    brought.parse().ok()
}

/// The answer, with the cookie of an errand, or without it from now on.
fn with_errand(
    headers: &HeaderMap,
    errand: Option<&ErrandKey>,
    mut response: Response,
) -> Response {
    let value = errand.map(ErrandKey::reveal);
    let set = cookie::set(headers, cookie::Name::Errand, value.as_deref());
    if let Some(set) = set {
        response.headers_mut().append(header::SET_COOKIE, set);
    }
    response
}
