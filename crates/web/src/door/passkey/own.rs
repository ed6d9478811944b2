//! One's own passkeys.

use askama::Template;
use axum::extract::{Extension, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use people::{DeskError, Listed, NewPasskey};

use super::{done, here, question, refused};
use crate::App;
use crate::door::came::Came;
use crate::door::enter::{frame, to, with_next};
use crate::door::form::Sent;
use crate::door::inside::{Inside, Stop, under};
use crate::door::{looked_up, say};
use crate::frame::{Frame, moment};

const HERE: &str = "/account/passkeys";

#[derive(Template)]
#[template(path = "door/passkeys.html")]
struct PasskeysPage {
    p: Frame,
    told: Option<String>,
    /// What was done.
    note: Option<&'static str>,
    /// What the forms carry.
    form: String,
    passkeys: Vec<Row>,
    /// Whether passkeys can be made at this address.
    here: bool,
    /// Where to prove first who one is, if that was too long ago.
    prove: Option<String>,
}

/// A passkey in the list.
struct Row {
    id: String,
    name: String,
    added: String,
    used: Option<String>,
    synced: bool,
    /// The host it is for, where that is not this one.
    elsewhere: Option<String>,
    copied: Option<String>,
}

fn rows(inside: &Inside, listed: Vec<Listed>) -> Vec<Row> {
    let words = inside.asked.words;
    let site = inside.asked.passkeys.as_ref();
    let site = site.and_then(|site| site.passkeys_for()).map(str::to_owned);
    let row = |one: Listed| match one {
        Listed::Passkey {
            id,
            name,
            site: its,
            added,
            used,
            synced,
            copied,
        } => Some(Row {
            id,
            name,
            added: moment(words, added),
            used: used.map(|used| moment(words, used)),
            synced,
            elsewhere: (site.as_ref() != Some(&its)).then_some(its),
            copied: copied.map(|copied| moment(words, copied)),
        }),
        Listed::Password { .. }
        | Listed::App { .. }
        | Listed::RecoveryCodes { .. }
        | Listed::Issuer { .. } => None,
    };
    listed.into_iter().filter_map(row).collect()
}

async fn page(app: &App, inside: &Inside, told: Option<String>) -> Result<Response, Stop> {
    let asked = &inside.asked;
    let note = match asked.params.one("done")? {
        Some("added") => Some("passkey-done-added"),
        Some("renamed") => Some("passkey-done-renamed"),
        Some("removed") => Some("passkey-done-removed"),
        Some(_) | None => None,
    };
    let listed = inside.looks_up(app, |door, key, visit| {
        door.desk().credentials_listed(key, visit)
    });
    let mut p = frame(asked, "passkeys-title");
    p.scripts = vec!["passkey.js"];
    let fresh = inside.visitor.fresh;
    Ok(asked.page(&PasskeysPage {
        p,
        told,
        note: note.filter(|_| asked.path() == HERE),
        form: inside.visitor.key.csrf(),
        passkeys: rows(inside, listed.await?),
        here: asked.passkeys.is_some(),
        prove: (!fresh).then(|| with_next("/confirm", HERE)),
    })?)
}

/// `GET /account/passkeys`.
pub(super) async fn show(State(app): State<App>, inside: Inside) -> Result<Response, Stop> {
    inside.asked.only(&["done"])?;
    page(&app, &inside, None).await
}

/// `POST /account/passkeys`: renames one, or removes it.
pub(super) async fn change(
    State(app): State<App>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let (id, name) = (fields.get("id").to_owned(), fields.get("name").to_owned());
    let cause = if fields.get("do") == "remove" {
        let removed = inside.at_desk(&app, move |door, key, visit| {
            let chance = &mut door.chance();
            door.desk().remove_passkey(key, &id, visit, chance.as_mut())
        });
        match removed.await? {
            Ok(key) => return Ok(under(&key, &headers, to(&told_there("removed")))),
            Err(cause) => cause,
        }
    } else {
        let renamed = inside.at_desk(&app, move |door, key, visit| {
            door.desk().rename_passkey(key, (&id, &name), visit)
        });
        match renamed.await? {
            Ok(()) => return Ok(to(&told_there("renamed"))),
            Err(cause) => cause,
        }
    };
    let words = inside.asked.words;
    let told = if matches!(cause, DeskError::Name(_)) {
        words.text("passkey-bad-name").into_owned()
    } else if matches!(cause, DeskError::Gone) {
        words.text("passkey-gone").into_owned()
    } else if matches!(cause, DeskError::LastProof) {
        words.text("passkey-last").into_owned()
    } else {
        say(words, &cause)
    };
    let mut response = page(&app, &inside, Some(told)).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn told_there(what: &str) -> String {
    format!("{HERE}?done={what}")
}

/// `POST /account/passkeys/add/ask`.
pub(super) async fn ask_to_add(
    State(app): State<App>,
    Extension(came): Extension<Came>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    inside.fields(&headers, sent)?;
    let (site, key) = (here(&inside.asked), inside.visitor.key.clone());
    let asked = looked_up(&app, move |door| {
        let visit = came.visit(door.now());
        let chance = &mut door.chance();
        door.desk()
            .ask_to_add(&key, &*site?, &visit, chance.as_mut())
    });
    Ok(match asked.await? {
        Ok(options) => question(&options),
        Err(cause) => refused(&inside.asked, HERE, &cause),
    })
}

/// `POST /account/passkeys/add`.
pub(super) async fn add(
    State(app): State<App>,
    Extension(came): Extension<Came>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let site = here(&inside.asked);
    let made = NewPasskey::read(fields.get("client"), fields.get("attestation"));
    let (key, name) = (inside.visitor.key.clone(), fields.get("name").to_owned());
    let added = looked_up(&app, move |door| {
        let (site, made, visit) = (site?, made?, came.visit(door.now()));
        let chance = &mut door.chance();
        door.desk()
            .add_passkey(&key, &site, (&name, &made), &visit, chance.as_mut())
    });
    Ok(match added.await? {
        Ok(key) => under(&key, &headers, done(&told_there("added"))),
        Err(cause) => refused(&inside.asked, HERE, &cause),
    })
}
