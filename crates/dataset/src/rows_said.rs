//! The rows of what was agreed, said and given, and of who held which office.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use ledger::Body;
use treaty::{Lang, TreatyId};
use world::World;

use crate::Cell;
use crate::cell::{entry, number, perhaps, several, text};
use crate::rows::Rows;

/// The plans on record, and those of which only actions are.
pub(crate) fn plans(world: &World, _on: Date) -> Rows {
    let mut rows = Vec::new();
    let mut named = BTreeSet::new();
    for law in world.treaties() {
        for summary in world.plans(&law.id, Lang::En) {
            named.insert((law.id.clone(), summary.plan.clone()));
            let Some(view) = world.plan(&law.id, &summary.plan, Lang::En) else {
                continue;
            };
            let goal = view.goal.as_ref();
            rows.push(vec![
                text(&law.id),
                text(&summary.plan),
                text(&summary.title),
                perhaps(summary.short.as_ref()),
                perhaps(summary.adopted),
                perhaps(summary.until.as_ref()),
                goal.map_or(Cell::Nothing, |goal| number(goal.parties)),
                perhaps(goal.and_then(|goal| goal.by)),
                perhaps(goal.map(|goal| &goal.label)),
                number(summary.actions),
                number(summary.read),
                perhaps(view.note),
                perhaps(view.disputed),
                entry(view.source.entry.public()),
            ]);
        }
    }
    for ((treaty, plan), [actions, read]) in without_plan(world, &named) {
        let mut row = vec![text(treaty), text(&plan), text(&plan)];
        row.resize(9, Cell::Nothing);
        row.extend([number(actions), number(read)]);
        row.resize(14, Cell::Nothing);
        rows.push(row);
    }
    rows
}

/// The plans that actions name and no entry describes: how many actions, and how many were read.
fn without_plan(
    world: &World,
    named: &BTreeSet<(TreatyId, String)>,
) -> BTreeMap<(TreatyId, String), [u32; 2]> {
    let mut counts = BTreeMap::new();
    for kept in world.kept() {
        if let Body::PlanAction(action) = kept.body {
            let plan = (action.treaty.clone(), action.plan.clone());
            if !named.contains(&plan) {
                let [actions, read] = counts.entry(plan).or_insert([0, 0]);
                *actions += 1;
                *read += u32::from(action.text.is_some());
            }
        }
    }
    counts
}

pub(crate) fn plan_actions(world: &World, _on: Date) -> Rows {
    let mut rows = Vec::new();
    for kept in world.kept() {
        if let Body::PlanAction(action) = kept.body {
            rows.push(vec![
                entry(kept.entry.public()),
                text(&action.treaty),
                text(&action.plan),
                text(&action.number),
                perhaps(action.theme.as_ref()),
                perhaps(action.text.as_ref()),
                perhaps(action.indicator.as_ref()),
                perhaps(action.due.as_ref()),
                perhaps(action.note.as_ref()),
                perhaps(kept.disputed),
            ]);
        }
    }
    rows
}

pub(crate) fn statements(world: &World, _on: Date) -> Rows {
    let mut aligned: BTreeMap<_, _> = BTreeMap::new();
    for kept in world.kept() {
        if let Body::Statement(said) = kept.body {
            aligned.insert(kept.entry, several(&said.aligned_with));
        }
    }
    let mut views = world.statements(None, None, Lang::En);
    views.sort_by_key(|view| view.entry);
    let rows = views.into_iter().map(|view| {
        vec![
            entry(view.entry.public()),
            text(view.treaty),
            text(view.iso3),
            text(view.name),
            text(view.date),
            perhaps(view.meeting),
            text(view.meeting_title),
            perhaps(view.title),
            perhaps(view.speaker),
            perhaps(view.url),
            perhaps(view.disputed),
            perhaps(view.post),
            aligned.remove(&view.entry).unwrap_or(Cell::Nothing),
            perhaps(view.note),
            several(&view.themes),
        ]
    });
    rows.collect()
}

pub(crate) fn assistance(world: &World, _on: Date) -> Rows {
    let mut views = world.assistance(None, None, Lang::En);
    views.sort_by_key(|view| view.entry);
    let rows = views.into_iter().map(|view| {
        vec![
            entry(view.entry.public()),
            text(view.treaty),
            text(view.by),
            text(view.by_name),
            perhaps(view.to),
            text(view.to_name),
            text(view.what),
            perhaps(view.date),
            perhaps(view.disputed),
            perhaps(view.note),
        ]
    });
    rows.collect()
}

pub(crate) fn roles(world: &World, _on: Date) -> Rows {
    let mut rows = Vec::new();
    for kept in world.kept() {
        if let Body::Role(role) = kept.body {
            let name = world.participant(role.by).map_or_else(
                || role.by.to_string(),
                |participant| participant.names.get(Lang::En).to_owned(),
            );
            rows.push(vec![
                entry(kept.entry.public()),
                text(&role.treaty),
                text(&role.role),
                text(role.by),
                text(name),
                perhaps(role.from),
                perhaps(role.until),
                perhaps(role.from.map(|from| from.earliest())),
                perhaps(role.until.map(|until| until.latest())),
                perhaps(role.note.as_ref()),
                perhaps(kept.disputed),
            ]);
        }
    }
    rows
}
