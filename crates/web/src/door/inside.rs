//! Pages for those who are signed in, and deeds for which one proves once more who one is.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use people::{DeskError, SessionKey, Visit};

use super::came::Came;
use super::enter::to;
use super::form::{Fields, Sent};
use super::{Door, Visitor, at_desk, cookie, looked_up};
use crate::App;
use crate::ask::{Form, encode};
use crate::asked::Asked;
use crate::problem::Problem;

/// Somebody signed in, at a page that is for nobody else. Whoever is not signed in is sent to sign in and
/// comes back to the page.
#[derive(Clone)]
pub(crate) struct Inside {
    pub(crate) asked: Arc<Asked>,
    pub(crate) visitor: Visitor,
    came: Came,
    /// The address of the page, with what it was asked.
    here: String,
}

/// Why a page for those signed in is not shown.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The reader is told why not.
    Problem(Problem),
    /// The reader has to go there first.
    First(String),
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Stop {
        Stop::Problem(problem)
    }
}

impl IntoResponse for Stop {
    fn into_response(self) -> Response {
        match self {
            Stop::Problem(problem) => problem.into_response(),
            Stop::First(address) => to(&address),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Inside {
    type Rejection = Stop;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Inside, Stop> {
        let asked = parts.extensions.get::<Arc<Asked>>().cloned();
        let asked = asked.ok_or(Problem::NoSuchPage)?;
        match asked.form {
            Form::Html => {}
            Form::Csv if super::team::has_csv(asked.path()) => {}
            Form::Json
            | Form::Csv
            | Form::Svg
            | Form::Png
            | Form::Atom
            | Form::Ics
            | Form::Paper(_) => {
                return Err(asked.no_form().into());
            }
        }
        let here = parts.uri.path_and_query().map_or("/", |all| all.as_str());
        let (came, visitor) = (
            parts.extensions.get::<Came>(),
            parts.extensions.get::<Visitor>(),
        );
        if visitor.is_some_and(|visitor| visitor.held_back) && !is_own(parts.uri.path()) {
            // Whether there is what he asks for, he is not told before he proved more.
            return Err(Stop::First("/account".to_owned()));
        }
        match (came.cloned(), visitor.cloned()) {
            (Some(came), Some(visitor)) => Ok(Inside {
                here: here.to_owned(),
                asked,
                visitor,
                came,
            }),
            (_, _) => Err(first(&asked, "/sign-in", here)),
        }
    }
}

/// Whether a page is about nobody but its reader.
fn is_own(path: &str) -> bool {
    ["/account", "/confirm"]
        .iter()
        .any(|own| path == *own || path.starts_with(&format!("{own}/")))
}

/// Go there first, in the language that was asked for, and come back to `next`.
fn first(asked: &Asked, path: &str, next: &str) -> Stop {
    let lang = match asked.params.one("lang") {
        Ok(Some(lang)) => format!("&lang={}", encode(lang)),
        Ok(None) | Err(_) => String::new(),
    };
    Stop::First(format!("{path}?next={}{lang}", encode(next)))
}

impl Inside {
    /// What a form of this page says, if it is of this session.
    ///
    /// # Errors
    ///
    /// [`Problem::Forged`]
    pub(crate) fn fields(&self, headers: &HeaderMap, sent: Sent) -> Result<Fields, Stop> {
        let fields = Fields::take(headers, sent)?;
        fields.of(&self.visitor.key)?;
        Ok(fields)
    }

    /// What this page asks or does is for somebody who proved not long ago who he is. Whoever did not
    /// does so first, and comes back.
    ///
    /// # Errors
    ///
    /// [`Stop::First`]
    pub(crate) fn proved(&self) -> Result<(), Stop> {
        if self.visitor.fresh {
            Ok(())
        } else {
            Err(self.prove())
        }
    }

    /// Goes on to a page of ours, in the language that was asked for: after a deed, to the page that
    /// tells that it is done.
    pub(crate) fn on(&self, address: &str) -> Response {
        let between = if address.contains('?') { '&' } else { '?' };
        match self.asked.params.one("lang") {
            Ok(Some(lang)) => to(&format!("{address}{between}lang={}", encode(lang))),
            Ok(None) | Err(_) => to(address),
        }
    }

    /// The same, to a place on the page.
    pub(crate) fn on_to(&self, address: &str, place: &str) -> Response {
        match self.asked.params.one("lang") {
            Ok(Some(lang)) => to(&format!("{address}?lang={}#{place}", encode(lang))),
            Ok(None) | Err(_) => to(&format!("{address}#{place}")),
        }
    }

    fn prove(&self) -> Stop {
        first(&self.asked, "/confirm", &self.here)
    }

    /// Does something at the desk in the visitor's name. What the desk refuses is for the page to tell,
    /// but for what can be mended elsewhere: he signs in again or proves who he is, and comes back.
    ///
    /// # Errors
    ///
    /// [`Stop`]
    pub(crate) async fn at_desk<T: Send + 'static>(
        &self,
        app: &App,
        what: impl FnOnce(&dyn Door, &SessionKey, &Visit<'_>) -> Result<T, DeskError>
        + Send
        + 'static,
    ) -> Result<Result<T, DeskError>, Stop> {
        let (came, key) = (self.came.clone(), self.visitor.key.clone());
        let done = at_desk(app, move |door| what(door, &key, &came.visit(door.now())));
        self.sorted(done.await?)
    }

    /// The same, where nothing is changed and no password is looked at.
    ///
    /// # Errors
    ///
    /// [`Stop`]; what the desk refuses is a problem.
    pub(crate) async fn looks_up<T: Send + 'static>(
        &self,
        app: &App,
        what: impl FnOnce(&dyn Door, &SessionKey, &Visit<'_>) -> Result<T, DeskError>
        + Send
        + 'static,
    ) -> Result<T, Stop> {
        let (came, key) = (self.came.clone(), self.visitor.key.clone());
        let done = looked_up(app, move |door| what(door, &key, &came.visit(door.now())));
        let done = self.sorted(done.await?)?;
        done.map_err(|cause| Problem::from_desk(&cause).into())
    }

    fn sorted<T>(&self, done: Result<T, DeskError>) -> Result<Result<T, DeskError>, Stop> {
        match done {
            Err(DeskError::NotFresh) => Err(self.prove()),
            Err(DeskError::NotSignedIn) => Err(first(&self.asked, "/sign-in", &self.here)),
            done => Ok(done),
        }
    }
}

/// The session goes on under a new key.
pub(crate) fn under(key: &SessionKey, headers: &HeaderMap, mut response: Response) -> Response {
    let cookie = cookie::set(headers, cookie::Name::Session, Some(&key.reveal()));
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
