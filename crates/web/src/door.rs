//! The door: who comes in, by a cookie or a token, and the pages at which people join, sign in and
//! sign out. What is behind it, a page learns from the `Viewer` of its request and from nothing else.

mod account;
mod came;
mod confirm;
mod cookie;
pub(crate) mod enter;
pub(crate) mod form;
pub(crate) mod inside;
mod issuer;
mod join;
mod names;
mod on_record;
mod passkey;
mod recognise;
mod reset;
pub(crate) mod team;
mod team_names;
pub(crate) mod wrong;

use std::error::Error;
use std::sync::Arc;

use axum::routing::{get, post};
use axum::{Router, extract::DefaultBodyLimit};
use jiff::Timestamp;
use ledger::EntryRef;
use people::{Accepted, Desk, DeskError, Person, PersonId, Seats, SessionKey};
use rand_core::CryptoRng;
use tokio::sync::Semaphore;
use world::{Viewer, World};

pub use self::issuer::{Answered, Issuer, Later, Unvouched};
pub(crate) use self::names::{Names, is_person};
pub use self::on_record::{Committed, OnRecord, Seated};
pub(crate) use self::passkey::site as passkeys_at;
pub(crate) use self::recognise::recognise;
pub use self::team::Teams;
pub(crate) use self::team_names::TeamNames;
use crate::App;
use crate::deeds::{
    About, By, Circle, Kept, NotRecorded, Receiver, Trays, Understood, Wanted, Wish, Wording,
};
use crate::problem::Problem;

/// What stands behind the door. The program implements it; no page opens a cabinet or a ledger.
pub trait Door: Send + Sync + 'static {
    /// The desk, where people are known.
    fn desk(&self) -> &Desk;

    /// The trays: files that were brought and not confirmed.
    fn trays(&self) -> &dyn Trays;

    /// Teams and who is in them.
    fn roster(&self) -> &dyn Teams;

    /// The moment.
    fn now(&self) -> Timestamp;

    /// Randomness that nobody can foresee.
    fn chance(&self) -> Box<dyn CryptoRng>;

    /// What somebody is, in each team that there is.
    fn seats(&self, person: PersonId) -> Seats;

    /// The teams there are, with what people call them.
    fn teams(&self) -> Vec<(people::TeamId, String)>;

    /// To whom a team may hand over: those whose keys are believed here, with what it last said of them.
    fn receivers(&self, team: &people::TeamId) -> Vec<Receiver>;

    /// Records what somebody wants recorded, if he may and it is not on record under the same key;
    /// gives what the entry is called.
    ///
    /// # Errors
    ///
    /// [`NotRecorded`]
    fn record(&self, by: &By, wish: &Wish) -> Result<Kept, NotRecorded>;

    /// What the entry is called that this person recorded under the same key, saying the same.
    fn recorded_before(&self, by: &By, wanted: &Wanted) -> Option<EntryRef>;

    /// For whom an entry of this audience would be, in people, as far as this person may know.
    fn circle(&self, person: PersonId, audience: &ledger::Audience) -> Circle;

    /// What is understood of a text about an approach, with the names of a world; nothing of it is kept.
    ///
    /// # Errors
    ///
    /// Why it cannot be read, in words.
    fn understood(
        &self,
        world: &World,
        wording: Wording,
        text: &str,
        about: &About,
    ) -> Result<Understood, String>;

    /// What a team is called by people.
    fn team_name(&self, team: &people::TeamId) -> Option<String>;

    /// Records that somebody joined a team, and settles the invitation.
    ///
    /// # Errors
    ///
    /// Whatever kept it from being recorded. It is tried again when the program starts.
    fn admit(&self, accepted: &Accepted) -> Result<(), Box<dyn Error + Send + Sync>>;

    /// Records the commitment to what somebody is called from now on.
    ///
    /// # Errors
    ///
    /// Whatever kept it from being recorded. It is tried again later.
    fn call(&self, person: &Person) -> Result<(), Box<dyn Error + Send + Sync>>;

    /// The teams that somebody cannot leave, for nobody else administrates them.
    fn needed_in(&self, person: PersonId) -> Vec<people::TeamId>;

    /// Ends the seats of somebody who asked to be erased, and erases him. Gives the teams because of
    /// which it was not done.
    ///
    /// # Errors
    ///
    /// Whatever kept it from being done. It is tried again later.
    fn forget(
        &self,
        person: PersonId,
    ) -> Result<Vec<people::TeamId>, Box<dyn Error + Send + Sync>>;

    /// What the ledger holds of somebody.
    fn on_record(&self, person: PersonId) -> OnRecord;

    /// The issuer that vouches for people, if the administrator configured one.
    fn issuer(&self) -> Option<&dyn Issuer> {
        None
    }
}

/// Somebody signed in, as the pages know him.
#[derive(Debug, Clone)]
pub(crate) struct Visitor {
    pub(crate) person: Person,
    pub(crate) key: SessionKey,
    /// What he is, in each of his teams.
    pub(crate) seats: Seats,
    /// Whether he proved not long ago who he is.
    pub(crate) fresh: bool,
    /// He proved who he is by a password alone, and sees nothing of his teams until he proves more.
    pub(crate) held_back: bool,
}

impl Visitor {
    /// The language he reads pages in, if it is one of ours.
    pub(crate) fn language(&self) -> Option<treaty::Lang> {
        self.person.language.parse().ok()
    }
}

/// What somebody with these seats may see.
pub(crate) fn viewer(seats: &Seats) -> Viewer {
    let teams = seats.0.keys().filter(|team| {
        let audience = ledger::Audience::Teams(vec![team.as_str().to_owned()]);
        people::may(Some(seats), people::Deed::See, &audience).is_ok()
    });
    Viewer::member(teams.map(|team| team.as_str()))
}

/// The largest form, in bytes. The longest password has 256 characters of four bytes.
const LARGEST_FORM: usize = 16 << 10;

/// The addresses of the door.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/sign-in", get(enter::show).post(enter::take))
        .route(
            "/sign-in/code",
            get(enter::show_code).post(enter::take_code),
        )
        .route("/sign-out", post(enter::leave))
        .route("/join/{key}", get(join::show).post(join::take))
        .route("/confirm", get(confirm::show).post(confirm::take))
        .route("/reset/{key}", get(reset::show).post(reset::take))
        .merge(account::routes())
        .merge(issuer::routes())
        .merge(passkey::routes())
        .merge(team::routes())
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
}

/// Whether an address is one of the door: forms may be sent there, and no answer is kept.
pub(crate) fn is_at(path: &str) -> bool {
    let names = [
        "/sign-in",
        "/sign-in/code",
        "/sign-out",
        "/confirm",
        "/signed-out",
        "/account",
    ];
    let below = [
        "/join/",
        "/reset/",
        "/account/",
        "/confirm/",
        "/sign-in/issuer",
        "/sign-in/passkey",
    ];
    names.contains(&path)
        || below.iter().any(|place| path.starts_with(place))
        || team::is_at(path)
}

/// Does something at the desk, beside the threads that answer: a password takes a while and 19 MiB,
/// so few are looked at together.
async fn at_desk<T: Send + 'static>(
    app: &App,
    what: impl FnOnce(&dyn Door) -> Result<T, DeskError> + Send + 'static,
) -> Result<Result<T, DeskError>, Problem> {
    beside(app, &app.turns, what).await
}

/// Looks up who asks. Those who are in do not queue behind those who knock.
pub(crate) async fn looked_up<T: Send + 'static>(
    app: &App,
    what: impl FnOnce(&dyn Door) -> Result<T, DeskError> + Send + 'static,
) -> Result<Result<T, DeskError>, Problem> {
    beside(app, &app.lookups, what).await
}

/// Does something with what is behind the door, beside the threads that answer.
pub(crate) async fn at_work<T: Send + 'static>(
    app: &App,
    what: impl FnOnce(&dyn Door) -> T + Send + 'static,
) -> Result<T, Problem> {
    let done = looked_up(app, |door| Ok(what(door))).await?;
    done.map_err(|_never| Problem::Ours)
}

async fn beside<T: Send + 'static>(
    app: &App,
    turns: &Arc<Semaphore>,
    what: impl FnOnce(&dyn Door) -> Result<T, DeskError> + Send + 'static,
) -> Result<Result<T, DeskError>, Problem> {
    let door = app.door.clone().ok_or(Problem::NoSuchPage)?;
    let turn = turns.clone().acquire_owned().await;
    let done = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        what(door.as_ref())
    });
    match done.await {
        Ok(Err(DeskError::Keep(cause))) => {
            tracing::error!(cause = %chain(&cause), "what is known of people cannot be read or written");
            Err(Problem::Ours)
        }
        Ok(done) => Ok(done),
        Err(cause) => {
            tracing::error!(%cause, "the desk did not answer");
            Err(Problem::Ours)
        }
    }
}

/// Why the desk refused, for people.
fn say(words: &words::Words, cause: &DeskError) -> String {
    let key = match cause {
        DeskError::Passkey(why) => passkey::told(why),
        DeskError::Taken => "door-taken",
        DeskError::Weak(_) => "door-weak",
        DeskError::Name(_) => "door-bad-name",
        DeskError::Email(_) => "door-bad-email",
        DeskError::NoInvitation | DeskError::NoReset | DeskError::Gone => "door-no-invitation",
        DeskError::NotForYou => "door-not-for-you",
        DeskError::NotSignedIn | DeskError::NotFresh => "door-not-signed-in",
        DeskError::NoErrand => "issuer-told-errand",
        DeskError::Linked => "issuer-told-linked",
        DeskError::LastProof => "issuer-told-last",
        DeskError::Wrong => "sign-in-refused",
        DeskError::Wait { until } => {
            let until = crate::frame::moment(words, *until);
            return words.text_with("sign-in-wait", &[("until", until.as_str().into())]);
        }
        DeskError::Keep(_)
        | DeskError::Language(_)
        | DeskError::Nobody
        | DeskError::TokenTime
        | DeskError::TokenScope => "door-failed",
    };
    words.text(key).into_owned()
}

impl Problem {
    /// What the reader is told where there is no page to say it on.
    fn from_desk(cause: &DeskError) -> Problem {
        match cause {
            DeskError::NotSignedIn
            | DeskError::NotFresh
            | DeskError::NoErrand
            | DeskError::Passkey(_) => Problem::Forged,
            DeskError::NoInvitation
            | DeskError::NoReset
            | DeskError::NotForYou
            | DeskError::Gone => Problem::NoInvitation,
            DeskError::Keep(_)
            | DeskError::Wait { .. }
            | DeskError::Wrong
            | DeskError::Weak(_)
            | DeskError::Name(_)
            | DeskError::Email(_)
            | DeskError::Language(_)
            | DeskError::Taken
            | DeskError::Linked
            | DeskError::LastProof
            | DeskError::Nobody
            | DeskError::TokenTime
            | DeskError::TokenScope => Problem::Ours,
        }
    }
}

/// An error with its causes. None of them holds anything secret or personal.
pub(crate) fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        next = cause.source();
    }
    text
}

/// How many stand at the desk at once.
pub(crate) const TURNS: usize = 4;
/// How many are looked up at once.
pub(crate) const LOOKUPS: usize = 64;

/// The door of an app.
pub(crate) type Behind = Option<Arc<dyn Door>>;
