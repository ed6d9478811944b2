//! Coming back from the issuer.

use axum::extract::{Extension, State};
use axum::http::HeaderMap;
use axum::response::Response;
use people::{DeskError, Errand, Returned, SessionKey, SignIn, Vouched};

use super::told::Why;
use super::{Answered, errand, with_errand};
use crate::App;
use crate::asked::{Asked, Question};
use crate::door::came::Came;
use crate::door::enter::{Ended, ended, to};
use crate::door::inside::under;
use crate::door::{Visitor, at_desk, join};
use crate::problem::Problem;

/// `GET /sign-in/issuer/back`: on to where he wanted to go, or to why not. Parameters that nobody here
/// knows are the issuer's to add (OpenID Connect Core, 3.1.2.5).
pub(super) async fn take(
    State(app): State<App>,
    Extension(came): Extension<Came>,
    visitor: Option<Extension<Visitor>>,
    Question(asked): Question,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let session = visitor.map(|Extension(visitor)| visitor.key);
    let done = match vouched(&app, &asked, &headers).await? {
        Err(why) => Err(why),
        Ok((returned, vouched)) => {
            finish(&app, &headers, came, session, returned, vouched).await?
        }
    };
    match done {
        Ok(response) => Ok(with_errand(&headers, None, response)),
        // Whoever brought no answer to his errand may still be on it.
        Err(Why::Errand) => Ok(Why::Errand.told(&asked)),
        Err(why) => Ok(with_errand(&headers, None, why.told(&asked))),
    }
}

/// Whom the issuer vouches for, and what he went for. The errand is over after that.
async fn vouched(
    app: &App,
    asked: &Asked,
    headers: &HeaderMap,
) -> Result<Result<(Returned, Vouched), Why>, Problem> {
    let door = app.door.clone().ok_or(Problem::NoSuchPage)?;
    let issuer = door.issuer().ok_or(Problem::NoSuchPage)?;
    let brought = |name| asked.params.one(name).map(|text| text.map(str::to_owned));
    let (state, iss) = (brought("state")?, brought("iss")?);
    let (code, error) = (brought("code")?, brought("error")?);
    let (Some(key), Some(state)) = (errand(headers), state) else {
        return Ok(Err(Why::Errand));
    };
    let of = key.clone();
    let back = at_desk(app, move |door| {
        door.desk().came_back(&of, &state, door.now())
    });
    let returned = match back.await? {
        Ok(returned) => returned,
        Err(cause) => return Ok(Err(Why::from(&cause))),
    };
    let code = match (code, error) {
        (Some(code), None) => code,
        (_, Some(_)) => return Ok(Err(Why::Declined)),
        (None, None) => return Ok(Err(Why::Refused)),
    };
    let answered = Answered {
        errand: key,
        code,
        iss,
        now: door.now(),
    };
    let vouched = issuer.vouches(answered).await;
    Ok(vouched
        .map(|vouched| (returned, vouched))
        .map_err(Why::from))
}

/// Does what he went for.
async fn finish(
    app: &App,
    headers: &HeaderMap,
    came: Came,
    session: Option<SessionKey>,
    returned: Returned,
    vouched: Vouched,
) -> Result<Result<Response, Why>, Problem> {
    match returned.errand.clone() {
        Errand::SignIn { next } => sign_in(app, headers, came, &next, None, vouched).await,
        Errand::Join { .. } => {
            sign_in(app, headers, came, "/", Some(returned.errand), vouched).await
        }
        Errand::Add { .. } => {
            let goes_to = "/account/issuer?done=added";
            proved(app, headers, came, session, goes_to, returned, vouched).await
        }
        Errand::Confirm { next, .. } => {
            proved(app, headers, came, session, &next, returned, vouched).await
        }
    }
}

/// Signs in, having joined before that if this is what he went for.
async fn sign_in(
    app: &App,
    headers: &HeaderMap,
    came: Came,
    next: &str,
    joins: Option<Errand>,
    vouched: Vouched,
) -> Result<Result<Response, Why>, Problem> {
    let done = at_desk(app, move |door| {
        let (visit, mut chance) = (came.visit(door.now()), door.chance());
        let desk = door.desk();
        if let Some(errand) = &joins {
            let accepted = desk.join_from(errand, &vouched, &visit, chance.as_mut())?;
            join::admit(door, &accepted);
        }
        desk.sign_in_from(&vouched, &visit, chance.as_mut())
    });
    let end: SignIn = match done.await? {
        Ok(end) => end,
        Err(cause) => return Ok(Err(Why::from(&cause))),
    };
    Ok(match ended(headers, next, end) {
        Ended::Done(response) => Ok(*response),
        Ended::Refused => Err(Why::Stranger),
        Ended::Wait(_) => Err(Why::Wait),
    })
}

/// Links the account, or takes it as a new proof, for somebody signed in.
async fn proved(
    app: &App,
    headers: &HeaderMap,
    came: Came,
    session: Option<SessionKey>,
    goes_to: &str,
    returned: Returned,
    vouched: Vouched,
) -> Result<Result<Response, Why>, Problem> {
    let done = at_desk(app, move |door| {
        let (visit, mut chance) = (came.visit(door.now()), door.chance());
        let (desk, errand) = (door.desk(), &returned.errand);
        let key = session.ok_or(DeskError::NotSignedIn)?;
        match errand {
            Errand::Add { .. } => desk.link(&key, errand, &vouched, &visit, chance.as_mut()),
            Errand::Confirm { .. } => {
                desk.confirm_from(&key, &returned, &vouched, &visit, chance.as_mut())
            }
            Errand::SignIn { .. } | Errand::Join { .. } => Err(DeskError::NoErrand),
        }
    });
    Ok(match done.await? {
        Ok(key) => Ok(under(&key, headers, to(goes_to))),
        Err(cause) => Err(Why::from(&cause)),
    })
}
