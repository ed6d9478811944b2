//! Passkeys: what a script of our pages asks and sends, and the page of one's own.
//!
//! A browser makes and uses passkeys by a script alone. What it is asked and what comes of it are JSON;
//! what it sends is a form like every other, from our own pages and of the session.

mod own;
mod prove;

use std::sync::Arc;

use axum::Router;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use people::{Address, BadPasskey, DeskError, Listed, PasskeyAnswer};
use serde_json::{Value, json};

use super::form::Fields;
use super::{cookie, say};
use crate::App;
use crate::asked::Asked;
use crate::site::Origin;

/// The addresses of passkeys.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/sign-in/passkey", post(prove::sign_in))
        .route("/sign-in/passkey/ask", post(prove::ask_to_sign_in))
        .route("/confirm/passkey", post(prove::confirm))
        .route("/confirm/passkey/ask", post(prove::ask_to_confirm))
        .route("/account/passkeys", get(own::show).post(own::change))
        .route("/account/passkeys/add", post(own::add))
        .route("/account/passkeys/add/ask", post(own::ask_to_add))
}

/// The address that passkeys are for: the public one of the instance. One that nobody gave an address is
/// for trying out, on this machine alone, where no request can say otherwise than it is.
pub(crate) fn site(app: &App, headers: &HeaderMap) -> Option<Arc<Address>> {
    let address = match &app.address {
        Some(address) => Arc::clone(address),
        None => {
            let reached = Origin::of(headers)?.as_str().parse();
            Arc::new(reached.ok().filter(Address::is_local)?)
        }
    };
    address.passkeys_for().is_some().then_some(address)
}

/// The address that passkeys are for, or that there is none.
fn here(asked: &Asked) -> Result<Arc<Address>, DeskError> {
    let address = asked.passkeys.clone();
    address.ok_or(DeskError::Passkey(BadPasskey::Nowhere))
}

/// Whether one of these things is a passkey that can be used here.
pub(super) fn usable(asked: &Asked, listed: &[Listed]) -> bool {
    let here = asked.passkeys.as_ref().and_then(|at| at.passkeys_for());
    listed.iter().any(|one| match one {
        Listed::Passkey { site, copied, .. } => here == Some(site) && copied.is_none(),
        Listed::Password { .. }
        | Listed::App { .. }
        | Listed::RecoveryCodes { .. }
        | Listed::Issuer { .. } => false,
    })
}

/// What a passkey signed, as the script sends it.
fn answer(fields: &Fields) -> Result<PasskeyAnswer, DeskError> {
    let answer = PasskeyAnswer::read(
        fields.get("id"),
        fields.get("client"),
        fields.get("data"),
        fields.get("signature"),
        fields.get("holder"),
    );
    Ok(answer?)
}

/// What to tell the reader.
pub(super) fn told(why: &BadPasskey) -> &'static str {
    match why {
        BadPasskey::TooLate | BadPasskey::Challenge | BadPasskey::Used => "passkey-too-late",
        BadPasskey::NotVerified => "passkey-not-verified",
        BadPasskey::Algorithm => "passkey-algorithm",
        BadPasskey::Copied => "passkey-copied",
        BadPasskey::Unknown | BadPasskey::Site => "passkey-unknown",
        BadPasskey::Known => "passkey-known",
        BadPasskey::TooMany => "passkey-too-many",
        BadPasskey::Nowhere => "passkey-nowhere",
        BadPasskey::Malformed(_)
        | BadPasskey::Ceremony
        | BadPasskey::Origin
        | BadPasskey::Signature => "passkey-refused",
    }
}

/// An answer to a script.
fn to_script(status: StatusCode, value: &Value) -> Response {
    let headers = [(header::CONTENT_TYPE, "application/json")];
    (status, headers, value.to_string()).into_response()
}

/// What a browser is to be asked.
fn question(options: &Value) -> Response {
    to_script(StatusCode::OK, options)
}

/// It is done: go there.
fn done(next: &str) -> Response {
    to_script(StatusCode::OK, &json!({ "go": next }))
}

/// It is not done: what the reader is told, or where to go first and come back to `here`.
fn refused(asked: &Asked, here: &str, cause: &DeskError) -> Response {
    let page = if matches!(cause, DeskError::NotFresh) {
        "/confirm"
    } else if matches!(cause, DeskError::NotSignedIn) {
        "/sign-in"
    } else {
        if let DeskError::Passkey(why) = cause {
            tracing::info!(%why, "a passkey was refused");
        }
        let told = say(asked.words, cause);
        return to_script(StatusCode::UNPROCESSABLE_ENTITY, &json!({ "told": told }));
    };
    let go = super::enter::with_next(page, here);
    to_script(StatusCode::FORBIDDEN, &json!({ "go": go }))
}

/// The same answer, with a cookie.
fn with_cookie(
    mut response: Response,
    headers: &HeaderMap,
    name: cookie::Name,
    value: Option<&str>,
) -> Response {
    let cookie: Option<HeaderValue> = cookie::set(headers, name, value);
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
