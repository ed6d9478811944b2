//! Going to the issuer.
//!
//! A form may lead to our own pages alone (`form-action` of the page's policy, which browsers hold
//! redirects to as well). So each form leads to a page of ours, and that page goes on by itself: by a
//! header without a script, or by its link.

use askama::Template;
use axum::extract::{Extension, Path, State};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use people::{DeskError, Errand, ErrandKey};

use super::told::Why;
use super::{errand, in_language, with_errand};
use crate::App;
use crate::asked::{Asked, Question};
use crate::door::came::Came;
use crate::door::enter::{frame, to};
use crate::door::form::{Fields, Sent};
use crate::door::inside::{Inside, Stop};
use crate::door::{Door, at_desk, join, looked_up};
use crate::frame::Frame;
use crate::problem::Problem;

/// Whether there is an issuer at all.
fn there_is_one(app: &App) -> Result<(), Problem> {
    let door = app.door.as_ref().ok_or(Problem::NoSuchPage)?;
    door.issuer().map(|_| ()).ok_or(Problem::NoSuchPage)
}

/// The answer to a form: on to the page that goes there, or why not.
fn goes(asked: &Asked, headers: &HeaderMap, gone: Result<ErrandKey, DeskError>) -> Response {
    match gone {
        Ok(key) => {
            let page = to(&in_language(asked, "/sign-in/issuer"));
            with_errand(headers, Some(&key), page)
        }
        Err(cause) => Why::from(&cause).told(asked),
    }
}

/// `POST /sign-in/issuer`.
pub(super) async fn to_sign_in(
    State(app): State<App>,
    Extension(came): Extension<Came>,
    Question(asked): Question,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Problem> {
    let next = Fields::take(&headers, sent)?.next();
    there_is_one(&app)?;
    let gone = at_desk(&app, move |door| {
        let visit = came.visit(door.now());
        let chance = &mut door.chance();
        door.desk().goes_to_sign_in(&next, &visit, chance.as_mut())
    });
    Ok(goes(&asked, &headers, gone.await?))
}

/// `POST /join/{key}/issuer`.
pub(super) async fn to_join(
    State(app): State<App>,
    Path(key): Path<String>,
    Extension(came): Extension<Came>,
    Question(asked): Question,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Problem> {
    let fields = Fields::take(&headers, sent)?;
    there_is_one(&app)?;
    let link = format!("/join/{key}");
    let key = join::read(&key)?;
    let language = asked.words.text_lang().code();
    let gone = at_desk(&app, move |door| {
        let visit = came.visit(door.now());
        let given = (fields.get("name"), fields.get("email"));
        let chance = &mut door.chance();
        door.desk()
            .goes_to_join(&key, given, language, &visit, chance.as_mut())
    });
    let gone = gone.await?;
    // What he gave is mended where he gave it.
    let wrong = gone.as_ref().err().and_then(join::wrong);
    Ok(match wrong {
        Some(word) => to(&in_language(&asked, &format!("{link}?wrong={word}"))),
        None => goes(&asked, &headers, gone),
    })
}

/// `POST /account/issuer`.
pub(super) async fn to_add(
    State(app): State<App>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    inside.fields(&headers, sent)?;
    there_is_one(&app)?;
    let gone = inside.at_desk(&app, |door: &dyn Door, key, visit| {
        door.desk().goes_to_add(key, visit, door.chance().as_mut())
    });
    Ok(goes(&inside.asked, &headers, gone.await?))
}

/// `POST /confirm/issuer`.
pub(super) async fn to_confirm(
    State(app): State<App>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let next = inside.fields(&headers, sent)?.next();
    there_is_one(&app)?;
    let gone = inside.at_desk(&app, move |door: &dyn Door, key, visit| {
        let chance = &mut door.chance();
        door.desk()
            .goes_to_confirm(key, &next, visit, chance.as_mut())
    });
    Ok(goes(&inside.asked, &headers, gone.await?))
}

#[derive(Template)]
#[template(path = "door/issuer_go.html")]
struct GoPage {
    p: Frame,
    issuer: String,
    address: String,
}

/// `GET /sign-in/issuer`.
pub(super) async fn show(
    State(app): State<App>,
    Question(asked): Question,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    there_is_one(&app)?;
    let Some(key) = errand(&headers) else {
        return Ok(Why::Errand.told(&asked));
    };
    let of = key.clone();
    let found = looked_up(&app, move |door| door.desk().errand(&of, door.now()));
    let anew = match found.await? {
        Ok(Errand::Confirm { .. }) => true,
        Ok(Errand::SignIn { .. } | Errand::Join { .. } | Errand::Add { .. }) => false,
        Err(cause) => return Ok(Why::from(&cause).told(&asked)),
    };
    let door = app.door.as_ref().ok_or(Problem::NoSuchPage)?;
    let issuer = door.issuer().ok_or(Problem::NoSuchPage)?;
    let address = match issuer.way_in(key, anew).await {
        Ok(address) => address,
        Err(why) => return Ok(Why::from(why).told(&asked)),
    };
    let on = HeaderValue::from_str(&format!("0; url={address}"));
    let issuer = issuer.name().to_owned();
    let mut p = frame(&asked, "issuer-title");
    p.title = asked
        .words
        .text_with("issuer-title", &[("what", issuer.as_str().into())]);
    let mut response = asked.page(&GoPage { p, issuer, address })?;
    if let Ok(on) = on {
        response.headers_mut().insert("refresh", on);
    }
    Ok(response)
}
