//! Who one is here, and in which teams.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::App;
use crate::door::enter::frame;
use crate::door::inside::{Inside, Stop};
use crate::door::join::role;
use crate::frame::Frame;

#[derive(Template)]
#[template(path = "door/account.html")]
struct AccountPage {
    p: Frame,
    name: String,
    email: String,
    /// What they are called, and what he is there.
    teams: Vec<(String, &'static str)>,
}

/// `GET /account`.
pub(super) async fn show(State(app): State<App>, inside: Inside) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    let visitor = &inside.visitor;
    let seats = visitor.seats.clone();
    let teams = inside.looks_up(&app, move |door, _key, _visit| {
        let all = seats.0.into_iter();
        let named = all.map(|(team, is)| {
            let name = door.team_name(&team);
            (name.unwrap_or_else(|| team.to_string()), role(is))
        });
        Ok(named.collect())
    });
    Ok(inside.asked.page(&AccountPage {
        p: frame(&inside.asked, "account-title"),
        name: visitor.person.name().to_owned(),
        email: visitor.person.email().as_str().to_owned(),
        teams: teams.await?,
    })?)
}
