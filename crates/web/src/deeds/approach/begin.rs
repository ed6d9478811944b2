//! What stands in the form before anybody typed: what is most often so, the last one again, or what a
//! link says.

use ledger::EntryRef;
use ledger::body::{Approach, ApproachState, Side};
use world::view::ApproachView;

use super::names::{self, BY};
use super::{By, fill};
use crate::asked::Asked;
use crate::door::form::Fields;
use crate::problem::Problem;

/// The last approach of whoever records, or else of his team.
pub(super) fn last(asked: &Asked, by: &By, teams: &[String]) -> Option<ApproachView> {
    let (author, team) = (by.person.to_string(), teams.first().map(String::as_str));
    let name = asked.world.last_contact(&author, team)?;
    asked.world.approach(name, asked.lang)
}

/// The form as it is shown first.
pub(super) fn form(
    asked: &Asked,
    last: Option<&Approach>,
    teams: &[String],
) -> Result<Fields, Problem> {
    let like = asked.params.one("like")?;
    let like = like.map(|given| the_like(asked, given)).transpose()?;
    let mut fields = match &like {
        Some(one) => fill::like(one, &asked.world, asked.lang),
        None => usual(asked, last),
    };
    let given = fill::by_address(|name| asked.params.all(name).map(str::to_owned).collect());
    let said: Vec<&str> = names::all()
        .filter(|name| given.all(name).next().is_some())
        .collect();
    for name in said {
        let values: Vec<_> = given.all(name).map(str::to_owned).collect();
        fields.set(name, values);
    }
    if fields.get("day").is_empty() && fields.get("state") != ApproachState::Planned.to_string()
    {
        fields.set("day", [asked.today.to_string()]);
    }
    if fields.all("seen-by").next().is_none() {
        fields.set("seen-by", teams.first().cloned());
    }
    if let Some(text) = asked.params.one("text")? {
        fields.set("text", [text]);
    }
    Ok(fields)
}

/// The approach that is to be repeated.
fn the_like(asked: &Asked, given: &str) -> Result<Approach, Problem> {
    let name: EntryRef = asked.entry_name(given)?;
    let view = asked.world.approach(name, asked.lang);
    let view = view.ok_or_else(|| Problem::NoSuchEntry {
        given: crate::asked::short(given),
        entries: asked.world.head().entries,
    })?;
    Ok(view.approach)
}

/// What is most often so.
fn usual(asked: &Asked, last: Option<&Approach>) -> Fields {
    let mut fields = Fields::default();
    let treaty = last.and_then(|one| one.treaties.first());
    fields.set("treaty", treaty.map(ToString::to_string));
    fields.set("kind", ["meeting_bilateral"]);
    fields.set("state", [ApproachState::Done.to_string()]);
    if let Some(speaker) = last.and_then(speaks_for) {
        let side = Side {
            level: speaker.level,
            participant: speaker.participant,
            ..Side::default()
        };
        let one = Approach {
            by: vec![side],
            ..super::Understood::nothing().approach
        };
        let filled = fill::whole(&one, &asked.world, asked.lang);
        for name in BY.all() {
            let values: Vec<_> = filled.all(name).map(str::to_owned).collect();
            fields.set(name, values);
        }
    }
    fields
}

/// The State for which somebody spoke last.
pub(super) fn speaks_for(last: &Approach) -> Option<&Side> {
    last.by.iter().find(|side| side.participant.is_some())
}
