//! Why somebody did not come in by the issuer, and what he can do.

use std::borrow::Cow;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use people::DeskError;

use super::Unvouched;
use crate::App;
use crate::asked::{Asked, Question};
use crate::door::enter::{frame, to};
use crate::frame::Frame;
use crate::problem::Problem;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    Errand,
    Silent,
    Declined,
    Refused,
    Weak,
    Stranger,
    Invitation,
    Taken,
    Linked,
    Other,
    Wait,
}

impl Why {
    const ALL: [Why; 11] = [
        Why::Errand,
        Why::Silent,
        Why::Declined,
        Why::Refused,
        Why::Weak,
        Why::Stranger,
        Why::Invitation,
        Why::Taken,
        Why::Linked,
        Why::Other,
        Why::Wait,
    ];

    /// As the address says it.
    fn word(self) -> &'static str {
        match self {
            Why::Errand => "errand",
            Why::Silent => "silent",
            Why::Declined => "declined",
            Why::Refused => "refused",
            Why::Weak => "weak",
            Why::Stranger => "stranger",
            Why::Invitation => "invitation",
            Why::Taken => "taken",
            Why::Linked => "linked",
            Why::Other => "other",
            Why::Wait => "wait",
        }
    }

    fn key(self) -> &'static str {
        match self {
            Why::Errand => "issuer-told-errand",
            Why::Silent => "issuer-told-silent",
            Why::Declined => "issuer-told-declined",
            Why::Refused => "issuer-told-refused",
            Why::Weak => "issuer-told-weak",
            Why::Stranger => "issuer-told-stranger",
            Why::Invitation => "door-no-invitation",
            Why::Taken => "door-taken",
            Why::Linked => "issuer-told-linked",
            Why::Other => "issuer-told-other",
            Why::Wait => "issuer-told-wait",
        }
    }

    fn status(self) -> StatusCode {
        match self {
            Why::Silent => StatusCode::SERVICE_UNAVAILABLE,
            Why::Wait => StatusCode::TOO_MANY_REQUESTS,
            Why::Invitation => StatusCode::NOT_FOUND,
            Why::Errand
            | Why::Declined
            | Why::Refused
            | Why::Weak
            | Why::Stranger
            | Why::Taken
            | Why::Linked
            | Why::Other => StatusCode::FORBIDDEN,
        }
    }

    /// The page that says so.
    pub(super) fn told(self, asked: &Asked) -> Response {
        let path = format!("/sign-in/issuer/told?why={}", self.word());
        to(&super::in_language(asked, &path))
    }
}

impl From<Unvouched> for Why {
    fn from(why: Unvouched) -> Why {
        match why {
            Unvouched::Silent => Why::Silent,
            Unvouched::Declined => Why::Declined,
            Unvouched::Refused => Why::Refused,
            Unvouched::TooWeak => Why::Weak,
        }
    }
}

impl From<&DeskError> for Why {
    fn from(cause: &DeskError) -> Why {
        match cause {
            DeskError::NoErrand | DeskError::NotSignedIn | DeskError::NotFresh => Why::Errand,
            DeskError::Linked => Why::Linked,
            DeskError::Taken => Why::Taken,
            DeskError::NoInvitation | DeskError::NotForYou | DeskError::Gone => Why::Invitation,
            DeskError::Wait { .. } => Why::Wait,
            DeskError::Keep(_)
            | DeskError::Name(_)
            | DeskError::Email(_)
            | DeskError::Wrong
            | DeskError::Weak(_)
            | DeskError::Language(_)
            | DeskError::NoReset
            | DeskError::Nobody
            | DeskError::LastProof
            | DeskError::Passkey(_)
            | DeskError::TokenTime
            | DeskError::TokenScope => Why::Other,
        }
    }
}

#[derive(Template)]
#[template(path = "door/issuer_told.html")]
struct ToldPage {
    p: Frame,
    told: Cow<'static, str>,
    /// Whether there is another way in to try.
    other_ways: bool,
}

/// `GET /sign-in/issuer/told`.
pub(super) async fn show(
    State(app): State<App>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&["why"])?;
    let door = app.door.as_ref().ok_or(Problem::NoSuchPage)?;
    let issuer = door.issuer().ok_or(Problem::NoSuchPage)?;
    let word = asked.params.one("why")?.unwrap_or_default();
    let why = Why::ALL.into_iter().find(|why| why.word() == word);
    let why = why.ok_or(Problem::NoSuchPage)?;
    let name = issuer.name().to_owned();
    let args = [("what", name.as_str().into())];
    let told = asked.words.text_with(why.key(), &args);
    let mut p = frame(&asked, "issuer-title");
    p.title = asked.words.text_with("issuer-title", &args);
    let mut response = asked.page(&ToldPage {
        p,
        told: told.into(),
        other_ways: why != Why::Invitation,
    })?;
    *response.status_mut() = why.status();
    Ok(response)
}

#[derive(Template)]
#[template(path = "door/signed_out.html")]
struct SignedOutPage {
    p: Frame,
    /// What the issuer is called, and where one signs out there.
    out: Option<(String, String)>,
}

/// `GET /signed-out`.
pub(super) async fn signed_out(
    State(app): State<App>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let door = app.door.as_ref().ok_or(Problem::NoSuchPage)?;
    let issuer = door.issuer();
    let out = issuer.and_then(|issuer| Some((issuer.name().to_owned(), issuer.way_out()?)));
    let p = frame(&asked, "signed-out-title");
    asked.page(&SignedOutPage { p, out })
}
