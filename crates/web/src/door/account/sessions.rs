//! Where one is signed in, and signing out there.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::Timestamp;
use people::DeskError;

use super::{agent, done};
use crate::App;
use crate::door::enter::{frame, out, to};
use crate::door::form::Sent;
use crate::door::inside::{Inside, Stop, under};
use crate::frame::Frame;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "door/account_sessions.html")]
struct SessionsPage {
    p: Frame,
    done: Option<&'static str>,
    form: String,
    sessions: Vec<Row>,
}

/// A session.
struct Row {
    name: String,
    /// What it was begun with.
    by: String,
    begun: Timestamp,
    seen: Timestamp,
    /// Whether it is the one that asks.
    this: bool,
}

/// `GET /account/sessions`.
pub(super) async fn show(State(app): State<App>, inside: Inside) -> Result<Response, Stop> {
    inside.asked.only(&["done"])?;
    let listed = inside.looks_up(&app, |door, key, visit| door.desk().sessions(key, visit));
    let words = inside.asked.words;
    let rows = listed.await?.into_iter().map(|session| Row {
        name: session.name,
        by: agent::said(&session.agent, words),
        begun: session.begun,
        seen: session.seen,
        this: session.this,
    });
    Ok(inside.asked.page(&SessionsPage {
        p: frame(&inside.asked, "account-sessions-title"),
        done: done(&inside.asked)?,
        form: inside.visitor.key.csrf(),
        sessions: rows.collect(),
    })?)
}

/// `POST /account/sessions`: one is ended, all others, or all.
pub(super) async fn take(
    State(app): State<App>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    match fields.get("do") {
        "end" => {
            let name = fields.get("session").to_owned();
            let ended = inside.at_desk(&app, move |door, key, visit| {
                door.desk().end_session(key, &name, visit)
            });
            match ended.await? {
                // One that is over already is what was asked for.
                Ok(()) | Err(DeskError::Gone) => Ok(inside.on("/account/sessions?done=ended")),
                Err(cause) => Err(Problem::from_desk(&cause).into()),
            }
        }
        "others" => {
            let ended = inside.at_desk(&app, |door, key, visit| {
                let chance = &mut *door.chance();
                door.desk().end_other_sessions(key, visit, chance)
            });
            let key = ended.await?.map_err(|cause| Problem::from_desk(&cause))?;
            let done = inside.on("/account/sessions?done=others");
            Ok(under(&key, &headers, done))
        }
        "all" => {
            let person = inside.visitor.person.id;
            let ended = inside.at_desk(&app, move |door, _key, _visit| {
                door.desk().end_all_sessions(person, door.now())
            });
            ended.await?.map_err(|cause| Problem::from_desk(&cause))?;
            Ok(out(&headers, to("/sign-in?done=everywhere")))
        }
        _ => Err(Problem::Forged.into()),
    }
}
