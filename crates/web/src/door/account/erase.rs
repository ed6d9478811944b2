//! Being forgotten.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use people::{Email, TeamId};

use crate::App;
use crate::door::enter::{frame, out, to};
use crate::door::form::Sent;
use crate::door::inside::{Inside, Stop};
use crate::door::wrong::Wrong;
use crate::door::{Door, chain, cookie};
use crate::frame::Frame;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "door/account_erase.html")]
struct ErasePage {
    p: Frame,
    form: String,
    wrong: Wrong,
    /// What was typed.
    typed: String,
    /// The teams that he cannot leave, with their names.
    needed: Vec<(String, String)>,
    recorded: usize,
    /// He asked for it, and it could not be finished yet.
    later: bool,
}

/// How it ended.
enum Forgotten {
    Done,
    /// Teams need him.
    Needed,
    /// It is begun, and finished as soon as it can be.
    Later,
}

fn named(door: &dyn Door, teams: Vec<TeamId>) -> Vec<(String, String)> {
    let named = teams.into_iter().map(|team| {
        let name = door.team_name(&team).unwrap_or_else(|| team.to_string());
        (team.to_string(), name)
    });
    named.collect()
}

async fn page(
    app: &App,
    inside: &Inside,
    typed: &str,
    wrong: Wrong,
    later: bool,
) -> Result<Response, Stop> {
    let id = inside.visitor.person.id;
    let held = inside.looks_up(app, move |door, _key, _visit| {
        Ok((named(door, door.needed_in(id)), door.on_record(id).recorded))
    });
    let (needed, recorded) = held.await?;
    let page = inside.asked.page(&ErasePage {
        p: frame(&inside.asked, "account-erase-title"),
        form: inside.visitor.key.csrf(),
        typed: typed.to_owned(),
        needed,
        recorded,
        later,
        wrong: wrong.clone(),
    });
    Ok(wrong.told_on(page)?)
}

/// `GET /account/erase`.
pub(super) async fn show(State(app): State<App>, inside: Inside) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    inside.proved()?;
    page(&app, &inside, "", Wrong::default(), false).await
}

/// `POST /account/erase`.
pub(super) async fn take(
    State(app): State<App>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    inside.proved()?;
    let typed = fields.get("email").trim().to_owned();
    let his = Email::new(&typed).is_ok_and(|typed| typed == *inside.visitor.person.email());
    if !his {
        let told = inside.asked.words.text("account-erase-email-wrong");
        return page(&app, &inside, &typed, Wrong::with("email", told), false).await;
    }
    let forgotten = inside.at_desk(&app, |door, key, visit| {
        let person = door.desk().leave(key, visit)?;
        Ok(match door.forget(person) {
            Ok(needed) if needed.is_empty() => Forgotten::Done,
            Ok(_needed) => Forgotten::Needed,
            Err(cause) => {
                let cause = chain(cause.as_ref());
                tracing::error!(cause, "somebody asked to be erased, and it is not done yet");
                Forgotten::Later
            }
        })
    });
    match forgotten
        .await?
        .map_err(|cause| Problem::from_desk(&cause))?
    {
        Forgotten::Done => {
            let mut response = out(&headers, to("/sign-in?done=erased"));
            if let Some(gone) = cookie::set(&headers, cookie::Name::Device, None) {
                response.headers_mut().append(header::SET_COOKIE, gone);
            }
            Ok(response)
        }
        // The page names them again.
        Forgotten::Needed => {
            let mut response = page(&app, &inside, &typed, Wrong::default(), false).await?;
            *response.status_mut() = StatusCode::CONFLICT;
            Ok(response)
        }
        Forgotten::Later => {
            let mut response = page(&app, &inside, &typed, Wrong::default(), true).await?;
            *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
            Ok(response)
        }
    }
}
