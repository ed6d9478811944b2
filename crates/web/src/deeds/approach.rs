//! The pages by which people record approaches, put them right, take them back, and say what came of
//! them. What is shown of approaches, [`page`](crate::page) shows.

mod back;
mod begin;
mod circle;
mod edit;
mod fill;
mod names;
mod new;
mod offline;
mod read;
mod sheet;
mod steps;
mod told;
mod understood;
mod warn;

use axum::Router;
use axum::routing::get;
use ledger::Audience;
use people::{Deed, PersonId, Refusal, Role};
use world::view::{ApproachView, EntryView};

pub use self::circle::{Circle, CircleTeam};
pub use self::understood::{About, Open, Understood, Wording};
use super::{By, MayNot, NotRecorded};
use crate::App;
use crate::door::inside::Inside;
use crate::problem::Problem;

/// The addresses.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/approaches/new", get(new::show).post(new::take))
        .route("/approaches/recorded", get(told::show))
        .route("/approaches/offline", get(offline::show))
        .route("/approaches/worker.js", get(offline::worker))
        .route("/approaches/{seq}/edit", get(edit::show).post(edit::take))
        .route(
            "/approaches/{seq}/outcome",
            get(edit::show_outcome).post(edit::take_outcome),
        )
        .route(
            "/approaches/{seq}/steps",
            get(steps::show).post(steps::take),
        )
        .route(
            "/approaches/{seq}/retract",
            get(back::show).post(back::take),
        )
}

/// Whether an address is one of those at which somebody signed in does something. The page that browsers
/// keep for when there is no network is for anyone, and so is none.
pub(super) fn is_at(path: &str) -> bool {
    let Some(below) = path.strip_prefix("/approaches/") else {
        return false;
    };
    matches!(below, "new" | "recorded")
        || matches!(
            below.split_once('/'),
            Some((_, "edit" | "outcome" | "steps" | "retract"))
        )
}

/// An approach that the visitor may put right, and what its entry says.
struct Ours {
    view: ApproachView,
    entry: EntryView,
    by: By,
}

/// The approach of this name, if it is there for the visitor and he may correct it.
fn ours(inside: &Inside, given: &str) -> Result<Ours, Problem> {
    let asked = &inside.asked;
    let name = asked.entry_name(given)?;
    let no_such = || Problem::NoSuchEntry {
        given: crate::asked::short(given),
        entries: asked.world.head().entries,
    };
    let view = asked.world.approach(name, asked.lang).ok_or_else(no_such)?;
    let entry = asked.world.entry(name).ok_or_else(no_such)?;
    let by = By::visitor(&inside.visitor);
    let own = entry.author == by.person.to_string();
    let deed = if own { Deed::CorrectOwn } else { Deed::Correct };
    by.may(deed, &view.audience).map_err(NotRecorded::MayNot)?;
    Ok(Ours { view, entry, by })
}

/// The teams in which somebody may record, by their ids.
pub(super) fn writes_for(by: &By) -> Vec<String> {
    let teams = by.seats.0.keys().map(ToString::to_string);
    let may = |team: &String| {
        by.may(Deed::Write, &Audience::Teams(vec![team.clone()]))
            .is_ok()
    };
    teams.filter(may).collect()
}

/// Whoever may record for no team is told so.
pub(super) fn someone_who_writes(by: &By) -> Result<Vec<String>, Problem> {
    let teams = writes_for(by);
    if teams.is_empty() {
        let needs = Role::Contributor;
        return Err(Problem::MayNot {
            cause: MayNot::Policy(Refusal::Role { needs }),
        });
    }
    Ok(teams)
}

/// By what a browser tells the drafts of one person from those of another: it tells nothing else.
fn owner(person: PersonId) -> String {
    let tag = crate::assets::hash(format!("the drafts of {person}").as_bytes());
    format!("{tag:016x}")
}
