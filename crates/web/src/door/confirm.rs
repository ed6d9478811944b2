//! Proving once more who one is, before a deed that asks for it.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use people::{DeskError, Listed, Password, Proof};

use super::enter::{again, frame, to, wait};
use super::form::{Sent, own_address};
use super::inside::{Inside, Stop, under};
use crate::App;
use crate::frame::Frame;

#[derive(Template)]
#[template(path = "door/confirm.html")]
struct ConfirmPage {
    p: Frame,
    told: Option<String>,
    next: String,
    /// For whoever keeps passwords for the reader.
    email: String,
    /// What the form carries.
    form: String,
    /// Whether a code is asked for beside the password.
    code: bool,
    /// Whether he has a password.
    password: bool,
    /// Whether he has an account at an issuer.
    linked: bool,
    /// Whether a passkey does as well.
    passkeys: bool,
}

async fn page(
    app: &App,
    inside: &Inside,
    next: String,
    told: Option<String>,
) -> Result<Response, Stop> {
    let listed = inside.looks_up(app, |door, key, visit| {
        door.desk().credentials_listed(key, visit)
    });
    let listed = listed.await?;
    let code = listed.iter().any(|one| matches!(one, Listed::App { .. }));
    let password = listed
        .iter()
        .any(|one| matches!(one, Listed::Password { .. }));
    let linked = listed
        .iter()
        .any(|one| matches!(one, Listed::Issuer { .. }));
    let passkeys = super::passkey::usable(&inside.asked, &listed);
    let visitor = &inside.visitor;
    let mut p = frame(&inside.asked, "confirm-title");
    if passkeys {
        p.scripts = vec!["passkey.js"];
    }
    Ok(inside.asked.page(&ConfirmPage {
        p,
        passkeys,
        told,
        next,
        email: visitor.person.email().as_str().to_owned(),
        form: visitor.key.csrf(),
        code,
        password,
        linked,
    })?)
}

/// `GET /confirm`.
pub(super) async fn show(State(app): State<App>, inside: Inside) -> Result<Response, Stop> {
    inside.asked.only(&["next"])?;
    let next = own_address(inside.asked.params.one("next")?.unwrap_or_default());
    if inside.visitor.fresh {
        return Ok(to(&next));
    }
    page(&app, &inside, next, None).await
}

/// `POST /confirm`.
pub(super) async fn take(
    State(app): State<App>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let next = fields.next();
    let password = Password::new(fields.get("password"));
    let code = fields.get("code").trim().to_owned();
    let done = inside.at_desk(&app, move |door, key, visit| {
        let proof = Proof {
            password: &password,
            code: Some(code.as_str()).filter(|code| !code.is_empty()),
        };
        door.desk()
            .confirm(key, proof, visit, door.chance().as_mut())
    });
    let cause = match done.await? {
        Ok(key) => return Ok(under(&key, &headers, to(&next))),
        Err(cause) => cause,
    };
    let words = inside.asked.words;
    let (told, until) = if let DeskError::Wait { until } = cause {
        (wait(&inside.asked, until), Some(until))
    } else if matches!(cause, DeskError::Wrong) {
        (words.text("confirm-refused").into_owned(), None)
    } else {
        (super::say(words, &cause), None)
    };
    let page = page(&app, &inside, next, Some(told)).await?;
    Ok(again(Ok(page), until)?)
}
