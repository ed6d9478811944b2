//! What people and their programs do here, beside reading: they record, and release what others may
//! see. Pages only read; what is done goes through the door, which asks the policy and the clerk.

pub(crate) mod approach;
mod campaign;
mod entry;
mod handover;
mod key;
mod meeting;
mod mend;
mod readers;
mod record;
mod release;
mod report;
mod tray;
mod written;

use std::collections::BTreeSet;
use std::error::Error;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::Method;
use axum::routing::{get, post};
use ledger::body::{Agreement, ApproachMember};
use ledger::{Audience, Body, EntryRef, Tlp};
use people::{Deed, PersonId, Refusal, Seats, Token};
use schemars::JsonSchema;
use serde::Deserialize;
use treaty::Source;
use world::Viewer;

use crate::App;
use crate::door::Visitor;
use crate::problem::Problem;

pub use self::approach::{About, Circle, CircleTeam, Open, Understood, Wording};
pub(crate) use self::entry::operation;
pub use self::key::{BadKey, Kept, Key};
pub(crate) use self::mend::may_mend;
pub(crate) use self::release::is_offered;
pub use self::tray::{Offered, Proposed, Trays};

/// Who does something: a person, and how far his word goes by the key he brought.
#[derive(Debug, Clone)]
pub struct By {
    /// Who.
    pub person: PersonId,
    /// What he is, in each team that the key opens.
    pub seats: Seats,
    /// The token he brought; `None`: he is here himself, signed in.
    pub token: Option<Token>,
}

impl By {
    /// Somebody who is here himself.
    pub(crate) fn visitor(visitor: &Visitor) -> By {
        By {
            person: visitor.person.id,
            seats: visitor.seats.clone(),
            token: None,
        }
    }

    /// What he may see.
    pub fn viewer(&self) -> Viewer {
        crate::door::viewer(&self.seats)
    }

    /// Whether he sees anything by his key that not everybody sees.
    pub(crate) fn sees(&self) -> bool {
        let reads = |token: &Token| token.covers(Deed::See);
        self.token.as_ref().is_none_or(reads) && !self.seats.0.is_empty()
    }

    /// Whether he may do that with entries of this audience, by the policy and by his key.
    ///
    /// # Errors
    ///
    /// [`MayNot`] says why not.
    pub fn may(&self, deed: Deed, audience: &Audience) -> Result<(), MayNot> {
        if self.token.as_ref().is_some_and(|token| !token.covers(deed)) {
            return Err(MayNot::Token);
        }
        people::may(Some(&self.seats), deed, audience).map_err(MayNot::Policy)
    }
}

/// Why somebody may not do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MayNot {
    /// The policy says so.
    #[error(transparent)]
    Policy(Refusal),
    /// His token was not made for it.
    #[error("the token was not made for that")]
    Token,
}

/// What somebody wants recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// An entry.
    Entry(Box<Wanted>),
    /// Several entries: all of them, or none.
    Entries(Vec<Wanted>),
    /// A document of the library, whose file the program kept before: what is confirmed from a tray, and nothing else. Who
    /// could record a hash of his own choosing could read what is kept under it.
    Document(Box<Wanted>),
    /// An extract of an approach.
    Extract(Extract),
    /// That a team agrees to hand over what is its own, or no longer does.
    Agreement(Agreement),
}

/// An entry that somebody wants recorded.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    /// What it says: an approach, a campaign, a stage, a pledge, an attribution, a role, a meeting, a
    /// roll call or a report that is kept; or the correction of one, a retraction or a dispute.
    pub body: Body,
    /// Who may see it. Absent: the team of the token; for what is about another entry, whoever sees
    /// that one.
    #[serde(default)]
    pub audience: Option<Audience>,
    /// How far it may be passed on (TLP 2.0).
    #[serde(default)]
    pub label: Option<Tlp>,
    /// Where it can be checked. Absent: the statement of whoever records it.
    #[serde(default)]
    pub source: Option<Source>,
    /// By which the same entry, sent again by the same person, is recorded once. Absent: it is
    /// recorded each time.
    #[serde(default)]
    pub key: Option<Key>,
    /// What the entry it puts right said when whoever wants it read that: if it says something else by now,
    /// nothing is recorded. Absent: it is put right whatever it says.
    #[serde(skip)]
    pub upon: Option<Box<Body>>,
}

impl Wanted {
    /// Nothing but what it says: as the statement of whoever records it, for whom such entries are.
    pub fn of(body: Body) -> Wanted {
        Wanted {
            body,
            audience: None,
            label: None,
            source: None,
            key: None,
            upon: None,
        }
    }

    /// The same, for those who are named.
    #[must_use]
    pub fn seen_by(self, audience: Audience) -> Wanted {
        Wanted {
            audience: Some(audience),
            ..self
        }
    }

    /// The same, resting on a document, where one is named.
    #[must_use]
    pub fn resting_on(self, source: Option<Source>) -> Wanted {
        Wanted { source, ..self }
    }
}

/// What of an approach is released to others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extract {
    /// The approach.
    pub of: EntryRef,
    /// What is released beside what every extract says.
    pub members: BTreeSet<ApproachMember>,
    /// Who may see the extract.
    pub to: Audience,
    /// How far it may be passed on.
    pub label: Option<Tlp>,
}

/// Somebody to whom a team may hand over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receiver {
    /// His public key, as an agreement names it.
    pub key: String,
    /// Whose it is.
    pub name: String,
    /// By what people compare it.
    pub fingerprint: String,
    /// What the team last said of him.
    pub said: Option<Agreement>,
}

/// Nothing was recorded, and why.
#[derive(Debug, thiserror::Error)]
pub enum NotRecorded {
    /// He may not.
    #[error(transparent)]
    MayNot(#[from] MayNot),
    /// What it is about is not there, or not for him.
    #[error("there is no such entry")]
    NoEntry,
    /// A key that is not believed here.
    #[error("no such key is believed here")]
    NoKey,
    /// Entries of this kind are not recorded one by one.
    #[error("entries of the kind `{0}` are not recorded here")]
    Kind(String),
    /// It says nothing of who may see it.
    #[error("it does not say who may see it")]
    NoAudience,
    /// What it puts right says something else by now.
    #[error("the entry was put right meanwhile")]
    ChangedMeanwhile,
    /// What it is about was taken back already.
    #[error("the entry was taken back already, by entry {0}")]
    TakenBack(EntryRef),
    /// He recorded something else under the same key.
    #[error("something else was recorded under this key before")]
    OtherUnderKey,
    /// Only what took place is released.
    #[error("only an approach that took place is released")]
    NotDone,
    /// The clerk refused it.
    #[error("{0}")]
    Refused(String),
    /// The store gave trouble; told to whoever runs the instance.
    #[error("the ledger could not be written")]
    Trouble(#[source] Box<dyn Error + Send + Sync>),
}

/// The largest body of a request, in bytes: an approach with long notes has some thousands.
const LARGEST: usize = 256 << 10;

/// The addresses at which something is done.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/ledger", post(entry::take))
        .route(
            "/ledger/{seq}/release",
            get(release::show).post(release::take),
        )
        .route(
            "/team/{team}/handover",
            get(handover::show).post(handover::take),
        )
        .merge(approach::routes())
        .route(
            "/campaigns/new",
            get(campaign::new::show).post(campaign::new::take),
        )
        .route(
            "/campaigns/{campaign}/states/{state}/record",
            get(campaign::show).post(campaign::take),
        )
        .route(
            "/campaigns/{campaign}/roles/new",
            get(campaign::office::show).post(campaign::office::take),
        )
        .route(
            "/campaigns/{campaign}/roles/{seq}/edit",
            get(campaign::office::edit::show).post(campaign::office::edit::take),
        )
        .merge(report::routes())
        .merge(tray::routes())
        .route("/meetings/new", get(meeting::show).post(meeting::take))
        .route(
            "/meetings/{meeting}/edit",
            get(meeting::edit::show).post(meeting::edit::take),
        )
        .layer(DefaultBodyLimit::max(LARGEST))
}

/// Whether somebody may take out what stands at an address: the record as whole tables is an export, for
/// which a token has to be made.
///
/// # Errors
///
/// [`Problem::MayNot`]
pub(crate) fn may_take_out(by: &By, path: &str) -> Result<(), Problem> {
    let whole = path == "/data" || path.starts_with("/data/");
    match &by.token {
        Some(token) if whole && !token.covers(Deed::Export) => Err(Problem::MayNot {
            cause: MayNot::Token,
        }),
        Some(_) | None => Ok(()),
    }
}

/// Whether an address is a page on which somebody signed in does something.
pub(crate) fn is_at(path: &str) -> bool {
    (path.starts_with("/ledger/") && path.ends_with("/release"))
        || (path.starts_with("/team/") && path.ends_with("/handover"))
        || approach::is_at(path)
        || campaign::is_at(path)
        || meeting::is_at(path)
        || report::is_at(path)
        || tray::is_at(path)
}

/// Whether programs do something at an address.
pub(crate) fn is_of_programs(path: &str) -> bool {
    path == "/ledger"
}

/// What an address takes at which they do.
pub(crate) const METHODS: &str = "GET, HEAD, POST, OPTIONS";

/// Whether a request is a program's that does something.
pub(crate) fn is_by_program(request: &Request, path: &str) -> bool {
    *request.method() == Method::POST && is_of_programs(path)
}

impl From<NotRecorded> for Problem {
    fn from(not: NotRecorded) -> Problem {
        match not {
            NotRecorded::NoEntry
            | NotRecorded::MayNot(MayNot::Policy(Refusal::Hidden | Refusal::SignIn)) => {
                Problem::NoSuchPage
            }
            NotRecorded::MayNot(cause) => Problem::MayNot { cause },
            NotRecorded::OtherUnderKey => Problem::OtherUnderKey,
            NotRecorded::Trouble(cause) => {
                let cause = crate::door::chain(cause.as_ref());
                tracing::error!(cause, "what somebody recorded could not be written");
                Problem::NotKept
            }
            other @ (NotRecorded::Kind(_)
            | NotRecorded::NoAudience
            | NotRecorded::NoKey
            | NotRecorded::TakenBack(_)
            | NotRecorded::ChangedMeanwhile
            | NotRecorded::NotDone
            | NotRecorded::Refused(_)) => Problem::NotRecorded {
                why: other.to_string(),
            },
        }
    }
}
