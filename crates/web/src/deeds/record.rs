//! One way in which a form is answered: what it wants goes to the door in the visitor's name, and what is
//! refused is said on the form, with all that was written.

use axum::http::StatusCode;
use axum::response::Response;
use people::Refusal;
use words::Words;

use super::{By, Kept, MayNot, NotRecorded, Wanted, Wish};
use crate::App;
use crate::door::at_work;
use crate::door::inside::Stop;
use crate::problem::Problem;

impl From<Wanted> for Wish {
    fn from(wanted: Wanted) -> Wish {
        Wish::Entry(Box::new(wanted))
    }
}

/// Has it recorded.
///
/// # Errors
///
/// [`Problem`], where nobody is at work.
pub(super) async fn record(
    app: &App,
    by: &By,
    wish: impl Into<Wish>,
) -> Result<Result<Kept, NotRecorded>, Problem> {
    let (by, wish) = (by.clone(), wish.into());
    at_work(app, move |door| door.record(&by, &wish)).await
}

impl NotRecorded {
    /// What is said on the form, where whoever sent it can do something about it.
    ///
    /// # Errors
    ///
    /// [`Problem`], where he cannot.
    pub(super) fn on_form(self, words: &Words) -> Result<String, Problem> {
        match self {
            NotRecorded::Refused(why) => Ok(why),
            NotRecorded::ChangedMeanwhile => {
                Ok(words.text("mend-changed-meanwhile").into_owned())
            }
            hidden @ NotRecorded::MayNot(MayNot::Policy(Refusal::Hidden | Refusal::SignIn)) => {
                Err(hidden.into())
            }
            NotRecorded::MayNot(cause) => Ok(Problem::MayNot { cause }.detail(words)),
            other @ (NotRecorded::NoEntry
            | NotRecorded::NoKey
            | NotRecorded::Kind(_)
            | NotRecorded::NoAudience
            | NotRecorded::TakenBack(_)
            | NotRecorded::OtherUnderKey
            | NotRecorded::NotDone
            | NotRecorded::Trouble(_)) => Err(other.into()),
        }
    }
}

/// The form once more: what it wanted was not recorded.
pub(super) fn once_more(page: Result<Response, Problem>) -> Result<Response, Stop> {
    let mut response = page?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}
