//! One's own account at the issuer: whether it is linked, linking it and forgetting it.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use people::Listed;

use crate::App;
use crate::door::enter::{frame, to};
use crate::door::form::Sent;
use crate::door::inside::{Inside, Stop, under};
use crate::frame::{Frame, moment};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "door/issuer_own.html")]
struct OwnPage {
    p: Frame,
    told: Option<String>,
    done: Option<String>,
    issuer: String,
    /// What the forms carry.
    form: String,
    /// Since when it is linked, and when he last came in by it.
    linked: Option<(String, Option<String>)>,
}

async fn page(
    app: &App,
    inside: &Inside,
    done: Option<String>,
    told: Option<String>,
) -> Result<Response, Stop> {
    let door = app.door.as_ref().ok_or(Problem::NoSuchPage)?;
    let issuer = door.issuer().ok_or(Problem::NoSuchPage)?;
    let listed = inside.looks_up(app, |door, key, visit| {
        door.desk().credentials_listed(key, visit)
    });
    let words = inside.asked.words;
    let linked = listed.await?.into_iter().find_map(|one| match one {
        Listed::Issuer {
            elsewhere,
            added,
            last_used,
        } => (elsewhere.issuer == issuer.url()).then(|| {
            let used = last_used.map(|used| moment(words, used));
            (moment(words, added), used)
        }),
        Listed::Password { .. }
        | Listed::App { .. }
        | Listed::RecoveryCodes { .. }
        | Listed::Passkey { .. } => None,
    });
    let name = issuer.name().to_owned();
    let mut p = frame(&inside.asked, "issuer-own-title");
    p.title = words.text_with("issuer-own-title", &[("what", name.as_str().into())]);
    Ok(inside.asked.page(&OwnPage {
        p,
        told,
        done,
        issuer: name,
        form: inside.visitor.key.csrf(),
        linked,
    })?)
}

/// `GET /account/issuer`.
pub(super) async fn show(State(app): State<App>, inside: Inside) -> Result<Response, Stop> {
    inside.asked.only(&["done"])?;
    let key = match inside.asked.params.one("done")? {
        Some("added") => Some("issuer-own-added"),
        Some("removed") => Some("issuer-own-removed"),
        Some(_) | None => None,
    };
    let done = key.map(|key| inside.asked.words.text(key).into_owned());
    page(&app, &inside, done, None).await
}

/// `POST /account/issuer/remove`.
pub(super) async fn remove(
    State(app): State<App>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    inside.fields(&headers, sent)?;
    let done = inside.at_desk(&app, |door, key, visit| {
        let url = door.issuer().map(|issuer| issuer.url().to_owned());
        let url = url.unwrap_or_default();
        door.desk().unlink(key, &url, visit, door.chance().as_mut())
    });
    match done.await? {
        Ok(key) => Ok(under(&key, &headers, to("/account/issuer?done=removed"))),
        Err(cause) => {
            let told = crate::door::say(inside.asked.words, &cause);
            let mut response = page(&app, &inside, None, Some(told)).await?;
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
    }
}
