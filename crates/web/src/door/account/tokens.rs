//! Keys by which programs ask in one's name.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use people::{DeskError, NewToken, Scope, TeamId};

use super::done;
use crate::App;
use crate::door::enter::frame;
use crate::door::form::{Fields, Sent};
use crate::door::inside::{Inside, Stop};
use crate::door::wrong::Wrong;
use crate::frame::Frame;
use crate::problem::Problem;
use crate::site;

#[derive(Template)]
#[template(path = "door/account_tokens.html")]
struct TokensPage {
    p: Frame,
    done: Option<&'static str>,
    form: String,
    tokens: Vec<Row>,
    /// Whether he is in a team, and can make one.
    makes: bool,
}

/// A token.
struct Row {
    id: String,
    name: String,
    team: String,
    scopes: Vec<&'static str>,
    made: Timestamp,
    expires: Timestamp,
    used: Option<Timestamp>,
    over: bool,
}

#[derive(Template)]
#[template(path = "door/account_token_new.html")]
struct NewPage {
    p: Frame,
    form: String,
    wrong: Wrong,
    name: String,
    days: String,
    /// His teams, with their names, and whether it is the one chosen.
    teams: Vec<(String, String, bool)>,
    /// What a token may, what it is called, and whether it is chosen.
    scopes: Vec<(&'static str, &'static str, bool)>,
}

#[derive(Template)]
#[template(path = "door/account_token_made.html")]
struct MadePage {
    p: Frame,
    token: String,
    name: String,
    expires: Timestamp,
    /// Where the site stands, for an example.
    here: String,
}

/// What a scope is sent as, and the key of what it lets a program do.
fn said(scope: Scope) -> (&'static str, &'static str) {
    match scope {
        Scope::Read => ("read", "token-scope-read"),
        Scope::Write => ("write", "token-scope-write"),
        Scope::Export => ("export", "token-scope-export"),
    }
}

/// `GET /account/tokens`.
pub(super) async fn show(State(app): State<App>, inside: Inside) -> Result<Response, Stop> {
    inside.asked.only(&["done"])?;
    let person = inside.visitor.person.id;
    let tokens = inside.looks_up(&app, move |door, _key, visit| {
        let all = door.desk().tokens_of(person)?.into_iter();
        let rows = all.map(|token| Row {
            team: door
                .team_name(&token.team)
                .unwrap_or_else(|| token.team.to_string()),
            id: token.id.to_string(),
            scopes: token.scopes.iter().map(|scope| said(*scope).1).collect(),
            made: token.made,
            expires: token.expires,
            used: token.used,
            over: !token.holds(visit.now),
            name: token.name,
        });
        Ok(rows.collect())
    });
    Ok(inside.asked.page(&TokensPage {
        p: frame(&inside.asked, "account-tokens-title"),
        done: done(&inside.asked)?,
        form: inside.visitor.key.csrf(),
        tokens: tokens.await?,
        makes: !inside.visitor.seats.0.is_empty(),
    })?)
}

/// `POST /account/tokens`: one is revoked.
pub(super) async fn take(
    State(app): State<App>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let (person, id) = (inside.visitor.person.id, fields.get("token").to_owned());
    let revoked = inside.at_desk(&app, move |door, _key, _visit| {
        let all = door.desk().tokens_of(person)?.into_iter();
        for token in all.filter(|token| token.id.to_string() == id) {
            match door.desk().revoke_token(token.id, Some(person), door.now()) {
                // One that is gone already is what was asked for.
                Ok(()) | Err(DeskError::Gone) => {}
                Err(cause) => return Err(cause),
            }
        }
        Ok(())
    });
    revoked.await?.map_err(|cause| Problem::from_desk(&cause))?;
    Ok(inside.on("/account/tokens?done=revoked"))
}

async fn new_page(
    app: &App,
    inside: &Inside,
    fields: &Fields,
    wrong: Wrong,
) -> Result<Response, Stop> {
    let (seats, chosen) = (inside.visitor.seats.clone(), fields.get("team").to_owned());
    let teams = inside.looks_up(app, move |door, _key, _visit| {
        let all = seats.0.into_keys().map(|team| {
            let name = door.team_name(&team).unwrap_or_else(|| team.to_string());
            let (id, is) = (team.to_string(), team.as_str() == chosen);
            (id, name, is)
        });
        Ok(all.collect())
    });
    let given = |name: &str, instead: &str| {
        let given = fields.get(name);
        if given.is_empty() { instead } else { given }.to_owned()
    };
    let first = fields.get("sent").is_empty();
    let scopes = Scope::ALL.map(|scope| {
        let (name, key) = said(scope);
        let chosen = !fields.get(name).is_empty() || (first && scope == Scope::Read);
        (name, key, chosen)
    });
    let page = inside.asked.page(&NewPage {
        p: frame(&inside.asked, "account-token-title"),
        form: inside.visitor.key.csrf(),
        name: given("name", ""),
        days: given("days", "90"),
        teams: teams.await?,
        scopes: scopes.to_vec(),
        wrong: wrong.clone(),
    });
    Ok(wrong.told_on(page)?)
}

/// `GET /account/tokens/new`.
pub(super) async fn show_new(State(app): State<App>, inside: Inside) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    inside.proved()?;
    if inside.visitor.seats.0.is_empty() {
        return Ok(inside.on("/account/tokens"));
    }
    new_page(&app, &inside, &Fields::default(), Wrong::default()).await
}

/// `POST /account/tokens/new`.
pub(super) async fn take_new(
    State(app): State<App>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let words = inside.asked.words;
    let team = fields.get("team").parse::<TeamId>().ok();
    let Some(team) = team.filter(|team| inside.visitor.seats.role(team).is_some()) else {
        let wrong = Wrong::with("team", words.text("account-token-team"));
        return new_page(&app, &inside, &fields, wrong).await;
    };
    let days = fields.get("days").trim().parse::<i64>().ok();
    let Some(days) = days.filter(|days| (1..=366).contains(days)) else {
        let wrong = Wrong::with("days", words.text("account-token-days-wrong"));
        return new_page(&app, &inside, &fields, wrong).await;
    };
    let scopes: BTreeSet<Scope> = Scope::ALL
        .into_iter()
        .filter(|scope| !fields.get(said(*scope).0).is_empty())
        .collect();
    let name = fields.get("name").trim().to_owned();
    let made = inside.at_desk(&app, move |door, key, visit| {
        let lasts = SignedDuration::from_hours(24 * days);
        let new = NewToken {
            name,
            team,
            scopes,
            expires: visit.now.saturating_add(lasts).unwrap_or(visit.now),
        };
        let chance = &mut *door.chance();
        door.desk().make_token(key, &new, visit, chance)
    });
    let (field, key) = match made.await? {
        Ok((key, token)) => {
            return Ok(inside.asked.page(&MadePage {
                p: frame(&inside.asked, "account-token-made-title"),
                token: key.reveal(),
                name: token.name,
                expires: token.expires,
                here: site::here(&inside.asked).to_owned(),
            })?);
        }
        Err(DeskError::Name(_)) => ("name", "account-token-name-wrong"),
        Err(DeskError::TokenTime) => ("days", "account-token-days-wrong"),
        Err(DeskError::TokenScope) => ("scopes", "account-token-scopes-wrong"),
        Err(cause) => return Err(Problem::from_desk(&cause).into()),
    };
    let wrong = Wrong::with(field, words.text(key));
    new_page(&app, &inside, &fields, wrong).await
}
