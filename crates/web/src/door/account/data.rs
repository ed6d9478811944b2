//! What is known of oneself, shown and taken away.

use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::App;
use crate::door::OnRecord;
use crate::door::enter::frame;
use crate::door::inside::{Inside, Stop};
use crate::frame::Frame;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "door/account_data.html")]
struct DataPage {
    p: Frame,
    /// By what the ledger names him.
    id: String,
    name: String,
    email: String,
    sessions: usize,
    tokens: usize,
    held: OnRecord,
}

/// `GET /account/data`.
pub(super) async fn show(State(app): State<App>, inside: Inside) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    let id = inside.visitor.person.id;
    let known = inside.looks_up(&app, move |door, key, visit| {
        let sessions = door.desk().sessions(key, visit)?.len();
        let tokens = door.desk().tokens_of(id)?.len();
        Ok((sessions, tokens, door.on_record(id)))
    });
    let (sessions, tokens, held) = known.await?;
    let person = &inside.visitor.person;
    Ok(inside.asked.page(&DataPage {
        p: frame(&inside.asked, "account-data-title"),
        id: id.to_string(),
        name: person.name().to_owned(),
        email: person.email().as_str().to_owned(),
        sessions,
        tokens,
        held,
    })?)
}

/// `GET /account/export`: everything, as a file.
pub(super) async fn export(State(app): State<App>, inside: Inside) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    inside.proved()?;
    let id = inside.visitor.person.id;
    let told = inside.looks_up(&app, move |door, _key, _visit| {
        door.desk().mark_exported(Some(id), id, door.now())?;
        Ok(json!({
            "known": door.desk().export(id)?,
            "on_record": door.on_record(id),
        }))
    });
    let told: Value = told.await?;
    let Ok(text) = serde_json::to_string_pretty(&told) else {
        return Err(Problem::Ours.into());
    };
    let name = format!("accede-account-{}.json", inside.asked.today);
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    Ok((headers, text).into_response())
}
