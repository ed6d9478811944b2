//! The rows of what was said and given.

use jiff::civil::Date;
use treaty::Lang;
use world::World;

use crate::cell::{number, perhaps, text};
use crate::rows::Rows;

pub(crate) fn statements(world: &World, _on: Date) -> Rows {
    let mut views = world.statements(None, None, Lang::En);
    views.sort_by_key(|view| view.entry);
    let rows = views.into_iter().map(|view| {
        vec![
            number(view.entry.0),
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
        ]
    });
    rows.collect()
}

pub(crate) fn assistance(world: &World, _on: Date) -> Rows {
    let mut views = world.assistance(None, None, Lang::En);
    views.sort_by_key(|view| view.entry);
    let rows = views.into_iter().map(|view| {
        vec![
            number(view.entry.0),
            text(view.treaty),
            text(view.by),
            text(view.by_name),
            perhaps(view.to),
            text(view.to_name),
            text(view.what),
            perhaps(view.date),
            perhaps(view.disputed),
        ]
    });
    rows.collect()
}
