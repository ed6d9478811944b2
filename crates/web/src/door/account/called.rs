//! What one is called, and the address one signs in with.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use people::{DeskError, Person};

use crate::App;
use crate::door::enter::frame;
use crate::door::form::{Fields, Sent};
use crate::door::inside::{Inside, Stop};
use crate::door::wrong::Wrong;
use crate::door::{Door, chain};
use crate::frame::Frame;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "door/account_name.html")]
struct NamePage {
    p: Frame,
    form: String,
    wrong: Wrong,
    name: String,
    email: String,
}

fn page(inside: &Inside, name: &str, email: &str, wrong: Wrong) -> Result<Response, Stop> {
    let page = inside.asked.page(&NamePage {
        p: frame(&inside.asked, "account-name-title"),
        form: inside.visitor.key.csrf(),
        name: name.to_owned(),
        email: email.to_owned(),
        wrong: wrong.clone(),
    });
    Ok(wrong.told_on(page)?)
}

/// `GET /account/name`.
pub(super) async fn show(inside: Inside) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    inside.proved()?;
    let person = &inside.visitor.person;
    let (name, email) = (person.name(), person.email().as_str());
    page(&inside, name, email, Wrong::default())
}

/// `POST /account/name`.
pub(super) async fn take(
    State(app): State<App>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let (name, email) = given(&fields);
    let called = inside.at_desk(&app, move |door, key, visit| {
        let chance = &mut *door.chance();
        let person = door.desk().call(key, &name, &email, visit, chance)?;
        record(door, &person);
        Ok(())
    });
    let field = match called.await? {
        Ok(()) => return Ok(inside.on("/account?done=called")),
        Err(cause @ DeskError::Name(_)) => ("name", cause),
        Err(cause @ (DeskError::Email(_) | DeskError::Taken)) => ("email", cause),
        Err(cause) => return Err(Problem::from_desk(&cause).into()),
    };
    let words = inside.asked.words;
    let told = if matches!(field.1, DeskError::Taken) {
        words.text("account-email-taken").into_owned()
    } else {
        crate::door::say(words, &field.1)
    };
    let (name, email) = given(&fields);
    page(&inside, &name, &email, Wrong::with(field.0, told))
}

fn given(fields: &Fields) -> (String, String) {
    let field = |name| fields.get(name).trim().to_owned();
    (field("name"), field("email"))
}

/// Has the new commitment recorded. Where that fails, the program sees by itself that it is missing.
fn record(door: &dyn Door, person: &Person) {
    if let Err(cause) = door.call(person) {
        let cause = chain(cause.as_ref());
        tracing::error!(
            cause,
            "somebody is called otherwise, and the ledger does not have it yet"
        );
    }
}
