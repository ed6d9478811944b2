//! Who one is, by a passkey: signing in, and proving it once more.

use axum::extract::{Extension, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::{answer, done, here, question, refused, with_cookie};
use crate::App;
use crate::asked::Question;
use crate::door::came::Came;
use crate::door::form::{Fields, Sent};
use crate::door::inside::Inside;
use crate::door::inside::{Stop, under};
use crate::door::{cookie, looked_up};
use crate::problem::Problem;

/// `POST /sign-in/passkey/ask`.
pub(super) async fn ask_to_sign_in(
    State(app): State<App>,
    Question(asked): Question,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Problem> {
    Fields::take(&headers, sent)?;
    let site = here(&asked);
    let done = looked_up(&app, move |door| {
        let (desk, now) = (door.desk(), door.now());
        desk.ask_to_sign_in(&*site?, now, door.chance().as_mut())
    });
    Ok(match done.await? {
        Ok(told) => {
            let name = cookie::Name::Asked;
            with_cookie(question(&told.options), &headers, name, Some(&told.browser))
        }
        Err(cause) => refused(&asked, "/", &cause),
    })
}

/// `POST /sign-in/passkey`.
pub(super) async fn sign_in(
    State(app): State<App>,
    Extension(came): Extension<Came>,
    Question(asked): Question,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Problem> {
    let fields = Fields::take(&headers, sent)?;
    let next = fields.next();
    let browser = cookie::read(&headers, cookie::Name::Asked).unwrap_or_default();
    let (site, answer) = (here(&asked), answer(&fields));
    // It is no password: it is looked at in no time, and waits for nobody who tries one.
    let entered = looked_up(&app, move |door| {
        let (desk, visit) = (door.desk(), came.visit(door.now()));
        let (site, answer) = (site?, answer?);
        desk.sign_in_with_passkey(&site, &browser, &answer, &visit, door.chance().as_mut())
    });
    let response = match entered.await? {
        Ok(welcome) => {
            let (session, device) = (welcome.session.reveal(), welcome.device.reveal());
            let name = cookie::Name::Session;
            let response = with_cookie(done(&next), &headers, name, Some(&session));
            with_cookie(response, &headers, cookie::Name::Device, Some(device))
        }
        Err(cause) => refused(&asked, &next, &cause),
    };
    Ok(with_cookie(response, &headers, cookie::Name::Asked, None))
}

/// `POST /confirm/passkey/ask`.
pub(super) async fn ask_to_confirm(
    State(app): State<App>,
    Extension(came): Extension<Came>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let (site, key) = (here(&inside.asked), inside.visitor.key.clone());
    let asked = looked_up(&app, move |door| {
        let visit = came.visit(door.now());
        let chance = &mut door.chance();
        door.desk()
            .ask_to_confirm(&key, &*site?, &visit, chance.as_mut())
    });
    Ok(match asked.await? {
        Ok(options) => question(&options),
        Err(cause) => refused(&inside.asked, &fields.next(), &cause),
    })
}

/// `POST /confirm/passkey`.
pub(super) async fn confirm(
    State(app): State<App>,
    Extension(came): Extension<Came>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let (site, answer) = (here(&inside.asked), answer(&fields));
    let key = inside.visitor.key.clone();
    let confirmed = looked_up(&app, move |door| {
        let (site, answer, visit) = (site?, answer?, came.visit(door.now()));
        let chance = &mut door.chance();
        door.desk()
            .confirm_with_passkey(&key, &site, &answer, &visit, chance.as_mut())
    });
    Ok(match confirmed.await? {
        Ok(key) => under(&key, &headers, done(&fields.next())),
        Err(cause) => refused(&inside.asked, &fields.next(), &cause),
    })
}
