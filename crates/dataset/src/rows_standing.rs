//! The rows of what follows from the record on a day.

use jiff::civil::Date;
use treaty::Lang;
use world::World;
use world::view::SourceRef;

use crate::Cell;
use crate::cell::{number, perhaps, several, text, word};
use crate::rows::Rows;

pub(crate) fn standings(world: &World, on: Date) -> Rows {
    let mut rows = Vec::new();
    for law in world.treaties() {
        let view = world.status(&law.id, on, Lang::En);
        for one in view.into_iter().flat_map(|view| view.participants) {
            rows.push(vec![
                text(&law.id),
                text(one.iso3),
                text(one.name),
                word(&one.standing),
                Cell::Boolean(one.provisional),
                Cell::Boolean(one.intends_not_to_join),
                perhaps(one.signed),
                perhaps(one.consented),
                perhaps(one.consent_act),
                perhaps(one.done_by),
                perhaps(one.in_force),
                perhaps(one.left),
                Cell::Boolean(one.uncertain),
                numbers(&one.sources),
            ]);
        }
    }
    rows
}

pub(crate) fn periods(world: &World, _on: Date) -> Rows {
    let mut rows = Vec::new();
    for law in world.treaties() {
        let view = world.tenures(&law.id, Lang::En);
        for one in view.into_iter().flat_map(|view| view.participants) {
            let ends = one
                .spans
                .iter()
                .skip(1)
                .map(|next| next.from.yesterday().ok());
            for (span, until) in one.spans.iter().zip(ends.chain([None])) {
                rows.push(vec![
                    text(&law.id),
                    text(one.iso3),
                    text(span.from),
                    perhaps(until),
                    word(&span.standing),
                ]);
            }
        }
    }
    rows
}

pub(crate) fn required(world: &World, on: Date) -> Rows {
    let mut rows = Vec::new();
    for law in world.treaties() {
        let view = world.force(&law.id, on, &[], Lang::En);
        for one in view.into_iter().flat_map(|view| view.named) {
            rows.push(vec![
                text(&law.id),
                text(one.iso3),
                text(one.name),
                word(&one.standing),
                word(&one.lacks),
            ]);
        }
    }
    rows
}

pub(crate) fn duties(world: &World, on: Date) -> Rows {
    let view = world.duties(None, None, on, None, Lang::En);
    let rows = (1_u64..).zip(view.duties).map(|(row, duty)| {
        vec![
            number(row),
            text(&duty.treaty),
            text(duty.iso3),
            text(duty.name),
            text(duty.article),
            text(duty.duty),
            perhaps(duty.due),
            perhaps(duty.original_due),
            word(&duty.standing),
            perhaps(duty.fulfilled),
            Cell::Boolean(duty.political),
            several(duty.observed),
            numbers(&duty.sources),
        ]
    });
    rows.collect()
}

fn numbers(sources: &[SourceRef]) -> Cell {
    several(sources.iter().map(|source| source.entry))
}
