//! Signing in and out.

use askama::Template;
use axum::extract::{Extension, State};
use axum::http::header::{self, HeaderValue};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use people::{Password, SessionKey, SignIn};

use super::came::Came;
use super::form::{Fields, Sent, own_address};
use super::issuer::after_leaving;
use super::{Visitor, at_desk, cookie};
use crate::App;
use crate::asked::{Asked, Question};
use crate::frame::{Frame, Nav};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "door/sign_in.html")]
struct SignInPage {
    p: Frame,
    told: Option<String>,
    /// Good news, above the form.
    note: Option<&'static str>,
    email: String,
    next: String,
    /// Whether passkeys can be used at this address.
    passkeys: bool,
}

#[derive(Template)]
#[template(path = "door/code.html")]
struct CodePage {
    p: Frame,
    told: Option<String>,
    next: String,
}

/// What surrounds a page of the door: it has no day and no data.
pub(super) fn frame(asked: &Asked, title: &str) -> Frame {
    let mut p = asked
        .frame(Nav::Elsewhere, asked.words.text(title))
        .undated();
    (p.has_json, p.has_permanent) = (false, false);
    p
}

fn page(
    asked: &Asked,
    email: String,
    next: String,
    told: Option<String>,
) -> Result<Response, Problem> {
    let note = match asked.params.one("done")? {
        Some("reset") => Some("sign-in-reset"),
        Some("erased") => Some("sign-in-erased"),
        Some("everywhere") => Some("sign-in-everywhere"),
        Some(_) | None if asked.params.one("joined")?.is_some() => Some("sign-in-joined"),
        Some(_) | None => None,
    };
    let mut p = frame(asked, "sign-in-title");
    let passkeys = asked.passkeys.is_some();
    if passkeys {
        p.scripts = vec!["passkey.js"];
    }
    asked.page(&SignInPage {
        p,
        passkeys,
        told,
        note,
        email,
        next,
    })
}

/// `GET /sign-in`.
pub(super) async fn show(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&["next", "joined", "done"])?;
    let next = own_address(asked.params.one("next")?.unwrap_or_default());
    page(&asked, String::new(), next, None)
}

/// `POST /sign-in`.
pub(super) async fn take(
    State(app): State<App>,
    Extension(came): Extension<Came>,
    Question(asked): Question,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Problem> {
    let fields = Fields::take(&headers, sent)?;
    let (email, next) = (fields.get("email").trim().to_owned(), fields.next());
    let (typed, password) = (email.clone(), Password::new(fields.get("password")));
    let done = at_desk(&app, move |door| {
        let (desk, visit) = (door.desk(), came.visit(door.now()));
        desk.sign_in(&typed, &password, None, &visit, door.chance().as_mut())
    });
    match done.await? {
        Ok(end) => match ended(&headers, &next, end) {
            Ended::Done(response) => Ok(*response),
            Ended::Refused => {
                let told = asked.words.text("sign-in-refused").into_owned();
                again(page(&asked, email, next, Some(told)), None)
            }
            Ended::Wait(until) => {
                let told = wait(&asked, until);
                again(page(&asked, email, next, Some(told)), Some(until))
            }
        },
        Err(cause) => Err(Problem::from_desk(&cause)),
    }
}

/// `GET /sign-in/code`.
pub(super) async fn show_code(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&["next"])?;
    let next = own_address(asked.params.one("next")?.unwrap_or_default());
    code_page(&asked, next, None)
}

fn code_page(asked: &Asked, next: String, told: Option<String>) -> Result<Response, Problem> {
    let p = frame(asked, "sign-in-code-title");
    asked.page(&CodePage { p, told, next })
}

/// `POST /sign-in/code`.
pub(super) async fn take_code(
    State(app): State<App>,
    Extension(came): Extension<Came>,
    Question(asked): Question,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Problem> {
    let fields = Fields::take(&headers, sent)?;
    let next = fields.next();
    let key = cookie::read(&headers, cookie::Name::Session);
    let Some(key) = key.and_then(|text| text.parse::<SessionKey>().ok()) else {
        return Ok(to(&with_next("/sign-in", &next)));
    };
    let code = fields.get("code").trim().to_owned();
    let done = at_desk(&app, move |door| {
        let (desk, visit) = (door.desk(), came.visit(door.now()));
        desk.sign_in_with_code(&key, &code, &visit, door.chance().as_mut())
    });
    match done.await? {
        Ok(end) => match ended(&headers, &next, end) {
            Ended::Done(response) => Ok(*response),
            Ended::Refused => {
                let told = asked.words.text("sign-in-code-refused").into_owned();
                again(code_page(&asked, next, Some(told)), None)
            }
            Ended::Wait(until) => {
                let told = wait(&asked, until);
                again(code_page(&asked, next, Some(told)), Some(until))
            }
        },
        // It took too long: from the beginning.
        Err(people::DeskError::NotSignedIn) => Ok(to(&with_next("/sign-in", &next))),
        Err(cause) => Err(Problem::from_desk(&cause)),
    }
}

/// `POST /sign-out`.
pub(super) async fn leave(
    State(app): State<App>,
    Extension(came): Extension<Came>,
    visitor: Option<Extension<Visitor>>,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Problem> {
    let fields = Fields::take(&headers, sent)?;
    let mut goes_to = "/";
    if let Some(Extension(visitor)) = visitor {
        fields.of(&visitor.key)?;
        let done = at_desk(&app, move |door| {
            let goes_to = after_leaving(door, &visitor.key, &came.visit(door.now()))?;
            door.desk().sign_out(&visitor.key)?;
            Ok(goes_to)
        });
        goes_to = done.await?.map_err(|cause| Problem::from_desk(&cause))?;
    }
    Ok(out(&headers, to(goes_to)))
}

/// Whoever is answered is signed out, and what the browser kept of these pages goes too: drafts that were
/// not sent among it.
pub(super) fn out(headers: &HeaderMap, mut response: Response) -> Response {
    let set = response.headers_mut();
    if let Some(gone) = cookie::set(headers, cookie::Name::Session, None) {
        set.append(header::SET_COOKIE, gone);
    }
    let name = HeaderName::from_static("clear-site-data");
    set.insert(name, HeaderValue::from_static("\"cache\", \"storage\""));
    response
}

/// How a sign-in ended, for the page.
pub(super) enum Ended {
    Done(Box<Response>),
    Refused,
    Wait(Timestamp),
}

pub(super) fn ended(headers: &HeaderMap, next: &str, end: SignIn) -> Ended {
    match end {
        SignIn::Welcome(welcome) => {
            let mut response = to(next);
            let session = welcome.session.reveal();
            let device = welcome.device.reveal();
            let cookies = [
                cookie::set(headers, cookie::Name::Session, Some(&session)),
                cookie::set(headers, cookie::Name::Device, Some(device)),
            ];
            for cookie in cookies.into_iter().flatten() {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            Ended::Done(Box::new(response))
        }
        SignIn::CodeNeeded(key) => {
            let mut response = to(&with_next("/sign-in/code", next));
            let halfway = cookie::set(headers, cookie::Name::Session, Some(&key.reveal()));
            if let Some(halfway) = halfway {
                response.headers_mut().append(header::SET_COOKIE, halfway);
            }
            Ended::Done(Box::new(response))
        }
        SignIn::Refused => Ended::Refused,
        SignIn::Wait { until } => Ended::Wait(until),
    }
}

/// The page once more: what was sent was not right, or came too early.
pub(super) fn again(
    page: Result<Response, Problem>,
    until: Option<Timestamp>,
) -> Result<Response, Problem> {
    let mut response = page?;
    *response.status_mut() = match until {
        None => StatusCode::UNPROCESSABLE_ENTITY,
        Some(_) => StatusCode::TOO_MANY_REQUESTS,
    };
    Ok(response)
}

pub(super) fn wait(asked: &Asked, until: Timestamp) -> String {
    let until = crate::frame::moment(asked.words, until);
    asked
        .words
        .text_with("sign-in-wait", &[("until", until.as_str().into())])
}

/// An address with where to go on from there.
pub(crate) fn with_next(path: &str, next: &str) -> String {
    if next == "/" {
        path.to_owned()
    } else {
        format!("{path}?next={}", crate::ask::encode(next))
    }
}

/// Go there, and ask with GET (RFC 9110, 303).
pub(crate) fn to(address: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(address) = HeaderValue::from_str(address) {
        response.headers_mut().insert(header::LOCATION, address);
    }
    response
}
