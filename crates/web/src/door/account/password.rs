//! Another password.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::Timestamp;
use people::{DeskError, Listed, Password, Proof};

use crate::App;
use crate::door::enter::{again, frame, wait};
use crate::door::form::Sent;
use crate::door::inside::{Inside, Stop, under};
use crate::door::wrong::Wrong;
use crate::frame::Frame;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "door/account_password.html")]
struct PasswordPage {
    p: Frame,
    form: String,
    wrong: Wrong,
    /// For whoever keeps passwords for the reader.
    email: String,
    /// Whether there is a password that could be changed.
    has: bool,
    /// Whether a code is asked for beside the present password.
    code: bool,
}

async fn page(app: &App, inside: &Inside, wrong: Wrong) -> Result<Response, Stop> {
    let listed = inside.looks_up(app, |door, key, visit| {
        door.desk().credentials_listed(key, visit)
    });
    let listed = listed.await?;
    let page = inside.asked.page(&PasswordPage {
        p: frame(&inside.asked, "account-password-title"),
        form: inside.visitor.key.csrf(),
        email: inside.visitor.person.email().as_str().to_owned(),
        has: listed
            .iter()
            .any(|one| matches!(one, Listed::Password { .. })),
        code: listed.iter().any(|one| matches!(one, Listed::App { .. })),
        wrong: wrong.clone(),
    });
    Ok(wrong.told_on(page)?)
}

/// `GET /account/password`.
pub(super) async fn show(State(app): State<App>, inside: Inside) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    page(&app, &inside, Wrong::default()).await
}

/// `POST /account/password`.
pub(super) async fn take(
    State(app): State<App>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let words = inside.asked.words;
    if fields.get("new") != fields.get("again") {
        let told = words.text("account-password-differs");
        return page(&app, &inside, Wrong::with("again", told)).await;
    }
    let (present, new) = (
        Password::new(fields.get("password")),
        Password::new(fields.get("new")),
    );
    let code = fields.get("code").trim().to_owned();
    let changed = inside.at_desk(&app, move |door, key, visit| {
        let proof = Proof {
            password: &present,
            code: Some(code.as_str()).filter(|code| !code.is_empty()),
        };
        let chance = &mut *door.chance();
        door.desk().change_password(key, proof, &new, visit, chance)
    });
    let (wrong, until): (Wrong, Option<Timestamp>) = match changed.await? {
        Ok(key) => {
            let done = inside.on("/account?done=password");
            return Ok(under(&key, &headers, done));
        }
        Err(DeskError::Wait { until }) => {
            (Wrong::with("form", wait(&inside.asked, until)), Some(until))
        }
        Err(DeskError::Wrong) => {
            let told = words.text("account-password-wrong");
            (Wrong::with("password", told), None)
        }
        Err(cause @ DeskError::Weak(_)) => {
            (Wrong::with("new", crate::door::say(words, &cause)), None)
        }
        Err(cause) => return Err(Problem::from_desk(&cause).into()),
    };
    let page = page(&app, &inside, wrong).await?;
    Ok(again(Ok(page), until)?)
}
