//! Choosing a new password by a link: the way back for who forgot his.

use askama::Template;
use axum::extract::{Extension, Path, State};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use people::{DeskError, Password, ResetKey};

use super::came::Came;
use super::enter::{frame, out, to};
use super::form::{Fields, Sent};
use super::wrong::Wrong;
use super::{at_desk, cookie};
use crate::App;
use crate::asked::{Asked, Question};
use crate::frame::Frame;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "door/reset.html")]
struct ResetPage {
    p: Frame,
    wrong: Wrong,
    name: String,
    email: String,
}

fn read(key: &str) -> Result<ResetKey, Problem> {
    key.parse().map_err(|_no_key| Problem::NoInvitation)
}

async fn page(
    app: &App,
    asked: &Asked,
    key: ResetKey,
    wrong: Wrong,
) -> Result<Response, Problem> {
    let found = at_desk(app, move |door| door.desk().reset_for(&key, door.now()));
    let person = found.await?.map_err(|cause| Problem::from_desk(&cause))?;
    let page = asked.page(&ResetPage {
        p: frame(asked, "reset-title"),
        name: person.name().to_owned(),
        email: person.email().as_str().to_owned(),
        wrong: wrong.clone(),
    });
    wrong.told_on(page)
}

/// `GET /reset/{key}`.
pub(super) async fn show(
    State(app): State<App>,
    Path(key): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    page(&app, &asked, read(&key)?, Wrong::default()).await
}

/// `POST /reset/{key}`.
pub(super) async fn take(
    State(app): State<App>,
    Path(key): Path<String>,
    Extension(came): Extension<Came>,
    Question(asked): Question,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Problem> {
    let fields = Fields::take(&headers, sent)?;
    let key = read(&key)?;
    if fields.get("new") != fields.get("again") {
        let told = asked.words.text("account-password-differs");
        return page(&app, &asked, key, Wrong::with("again", told)).await;
    }
    let (link, new) = (key.clone(), Password::new(fields.get("new")));
    let chosen = at_desk(&app, move |door| {
        let visit = came.visit(door.now());
        let chance = &mut *door.chance();
        door.desk().reset_password(&link, &new, &visit, chance)
    });
    match chosen.await? {
        Ok(device) => {
            // Whoever was signed in with this browser is signed out, as everywhere.
            let mut response = out(&headers, to("/sign-in?done=reset"));
            let device = cookie::set(&headers, cookie::Name::Device, Some(device.reveal()));
            if let Some(device) = device {
                response.headers_mut().append(header::SET_COOKIE, device);
            }
            Ok(response)
        }
        Err(cause @ DeskError::Weak(_)) => {
            let told = super::say(asked.words, &cause);
            page(&app, &asked, key, Wrong::with("new", told)).await
        }
        Err(cause) => Err(Problem::from_desk(&cause)),
    }
}
