//! Who one is here, in which teams, in which language, and how one signs in.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::Timestamp;
use people::{DeskError, Listed};
use treaty::Lang;

use super::done;
use crate::App;
use crate::door::enter::{frame, to};
use crate::door::form::Sent;
use crate::door::inside::{Inside, Stop};
use crate::door::join::role;
use crate::door::wrong::Wrong;
use crate::frame::Frame;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "door/account.html")]
struct AccountPage {
    p: Frame,
    done: Option<&'static str>,
    form: String,
    wrong: Wrong,
    name: String,
    email: String,
    language: String,
    held: Held,
}

/// What is kept of him, for the page.
struct Held {
    teams: Vec<Team>,
    /// When the password was chosen, if there is one.
    password: Option<Timestamp>,
    /// When the app was added.
    app: Option<Timestamp>,
    /// How many recovery codes are left.
    codes: usize,
    passkeys: usize,
    sessions: usize,
    tokens: usize,
}

/// A team, and what he is there.
struct Team {
    id: String,
    name: String,
    role: &'static str,
}

async fn page(app: &App, inside: &Inside, wrong: Wrong) -> Result<Response, Stop> {
    let visitor = &inside.visitor;
    let (seats, id) = (visitor.seats.clone(), visitor.person.id);
    let held = inside.looks_up(app, move |door, key, visit| {
        let desk = door.desk();
        let listed = desk.credentials_listed(key, visit)?;
        let teams = seats.0.into_iter().map(|(team, is)| Team {
            name: door.team_name(&team).unwrap_or_else(|| team.to_string()),
            id: team.to_string(),
            role: role(is),
        });
        let mut held = Held {
            teams: teams.collect(),
            password: None,
            app: None,
            codes: 0,
            passkeys: 0,
            sessions: desk.sessions(key, visit)?.len(),
            tokens: desk.tokens_of(id)?.len(),
        };
        for one in listed {
            if let Listed::Password { set } = one {
                held.password = Some(set);
            } else if let Listed::App { added } = one {
                held.app = Some(added);
            } else if let Listed::RecoveryCodes { left, .. } = one {
                held.codes = left;
            } else if let Listed::Passkey { .. } = one {
                held.passkeys += 1;
            }
        }
        Ok(held)
    });
    let page = inside.asked.page(&AccountPage {
        p: frame(&inside.asked, "account-title"),
        done: done(&inside.asked)?,
        form: visitor.key.csrf(),
        name: visitor.person.name().to_owned(),
        email: visitor.person.email().as_str().to_owned(),
        language: visitor.person.language.clone(),
        held: held.await?,
        wrong: wrong.clone(),
    });
    Ok(wrong.told_on(page)?)
}

/// `GET /account`.
pub(super) async fn show(State(app): State<App>, inside: Inside) -> Result<Response, Stop> {
    inside.asked.only(&["done"])?;
    page(&app, &inside, Wrong::default()).await
}

/// `POST /account`: the language in which one reads pages.
pub(super) async fn take(
    State(app): State<App>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let told = |inside: &Inside| {
        let told = inside.asked.words.text("account-bad-language");
        Wrong::with("language", told)
    };
    let Ok(lang) = fields.get("language").parse::<Lang>() else {
        return page(&app, &inside, told(&inside)).await;
    };
    let spoken = inside.at_desk(&app, move |door, key, visit| {
        door.desk().speak(key, lang.code(), visit)
    });
    match spoken.await? {
        // Without the language that was asked for before, if one was: it is the new one now.
        Ok(()) => Ok(to("/account?done=language")),
        Err(DeskError::Language(_)) => page(&app, &inside, told(&inside)).await,
        Err(cause) => Err(Problem::from_desk(&cause).into()),
    }
}
