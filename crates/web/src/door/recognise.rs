//! Finds out who asks, before anything else looks at the request.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::Response;
use people::{Seats, SessionKey, TokenKey};

use super::came::Came;
use super::{Names, Visitor, cookie, looked_up, viewer};
use crate::App;
use crate::answer;
use crate::deeds::By;
use crate::problem::Problem;
use crate::road::Way;

/// Puts the `Viewer`, and for pages the `Visitor`, of a request into its extensions. Whoever brings no
/// key, or one that is over, is anyone; whoever brings a token that does not hold is told so.
pub(crate) async fn recognise(
    State(app): State<App>,
    mut request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path();
    if app.door.is_none() || path.starts_with("/static/") {
        return next.run(request).await;
    }
    let came = Came::of(&request);
    let found = match bearer(request.headers()).map(str::to_owned) {
        Some(token) => by_token(&app, &token, &mut request).await,
        None => by_cookie(&app, &came, &mut request).await,
    };
    request.extensions_mut().insert(came);
    match found {
        Ok(()) => {
            let brought = session(request.headers());
            let response = next.run(request).await;
            leave(&app, brought, response).await
        }
        Err(problem) => answer::refused(&app, &problem, &request),
    }
}

/// What stands behind `Bearer` (RFC 6750).
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let given = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = given.split_once(' ').unwrap_or((given, ""));
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

async fn by_token(app: &App, token: &str, request: &mut Request) -> Result<(), Problem> {
    let way = *request.extensions().get::<Way>().unwrap_or(&Way::OURS);
    if !way.may_carry_secrets(&app.road) {
        return Err(Problem::Plain);
    }
    let key: TokenKey = token.parse().map_err(|_no_token| Problem::BadToken)?;
    let found = looked_up(app, move |door| {
        let bearer = door.desk().bearer(&key, door.now())?;
        Ok(bearer.map(|bearer| {
            let seats = door.seats(bearer.person.id).within(&bearer.token.team);
            By {
                person: bearer.person.id,
                seats,
                token: Some(bearer.token),
            }
        }))
    });
    match found.await? {
        // Whoever left the team has no seat in it, and its token sees no more than anyone.
        Ok(Some(by)) if by.sees() => {
            let extensions = request.extensions_mut();
            extensions.insert(by.viewer());
            extensions.insert(by);
            Ok(())
        }
        Ok(Some(_) | None) | Err(_) => Err(Problem::BadToken),
    }
}

async fn by_cookie(app: &App, came: &Came, request: &mut Request) -> Result<(), Problem> {
    let Some(key) = session(request.headers()) else {
        return Ok(());
    };
    let (asked, came) = (key.clone(), came.clone());
    let found = looked_up(app, move |door| {
        let signed = door.desk().who(&asked, &came.visit(door.now()))?;
        Ok(signed.map(|signed| (door.seats(signed.person.id), signed)))
    });
    if let Ok(Some((seats, signed))) = found.await? {
        let held_back = app.two_proofs && !signed.sure && !seats.0.is_empty();
        let seats = if held_back { Seats::default() } else { seats };
        let extensions = request.extensions_mut();
        extensions.insert(viewer(&seats));
        let visitor = Visitor {
            person: signed.person,
            key,
            seats,
            fresh: signed.fresh,
            held_back,
        };
        extensions.insert(By::visitor(&visitor));
        extensions.insert(Names(app.clone()));
        extensions.insert(visitor);
    }
    Ok(())
}

/// The session whose key a request brings.
fn session(headers: &HeaderMap) -> Option<SessionKey> {
    let brought = cookie::read(headers, cookie::Name::Session)?;
    brought.parse().ok()
}

/// Whoever is given a new session leaves the one he brought, in whatever way he came in.
async fn leave(app: &App, brought: Option<SessionKey>, response: Response) -> Response {
    let Some(old) = brought.filter(|_| cookie::gives_a_session(response.headers())) else {
        return response;
    };
    let done = looked_up(app, move |door| door.desk().sign_out(&old)).await;
    if !matches!(done, Ok(Ok(()))) {
        tracing::error!("a session that somebody left goes on until its time is over");
    }
    response
}
