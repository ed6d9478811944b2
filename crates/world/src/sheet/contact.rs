//! Approaches as rows.

use std::fmt::Display;

use super::{Sheet, Tabular, cell};
use crate::contact::open_steps;
use crate::view::{ApproachView, ApproachesView, SideView};

/// Several values of one cell.
fn all<T: Display>(values: impl IntoIterator<Item = T>) -> String {
    let values: Vec<_> = values.into_iter().map(|value| value.to_string()).collect();
    values.join("; ")
}

/// Who is on a side, as States and organisations.
fn side(side: &SideView) -> String {
    let named = [&side.name, &side.of];
    let named: Vec<_> = named.into_iter().flatten().map(String::as_str).collect();
    if named.is_empty() {
        side.person.clone().unwrap_or_default()
    } else {
        named.join(", ")
    }
}

fn cells(view: &ApproachView) -> Vec<String> {
    let one = &view.approach;
    let codes = |sides: &[SideView]| all(sides.iter().filter_map(|side| side.iso3));
    let levels = |sides: &[SideView]| all(sides.iter().filter_map(|side| side.level));
    let open: Vec<_> = open_steps(one).collect();
    vec![
        view.entry.to_string(),
        cell(one.on),
        all(&one.treaties),
        one.state.to_string(),
        one.kind.to_string(),
        all(view.by.iter().map(side)),
        all(view.to.iter().map(side)),
        all(&one.outcomes),
        view.audience.to_string(),
        cell(view.label),
        cell(one.until),
        codes(&view.by),
        codes(&view.to),
        levels(&view.by),
        levels(&view.to),
        cell(one.channel),
        cell(one.place.as_ref()),
        cell(one.forum.as_ref()),
        all(&one.themes),
        cell(one.points.as_ref()),
        cell(one.answer.as_ref()),
        all(&one.obstacles),
        all(&one.asked),
        all(&one.offered),
        all(open.iter().map(|step| &step.what)),
        all(open.iter().filter_map(|step| step.owner.as_ref())),
        cell(open.iter().filter_map(|step| step.by).min()),
        cell(one.note.as_ref()),
        cell(view.disputed.as_ref()),
        view.source.title.clone(),
    ]
}

impl Tabular for [ApproachView] {
    /// One row an approach; of what is to be done next, what is still open.
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "entry",
            "on",
            "treaties",
            "state",
            "kind",
            "by",
            "to",
            "outcomes",
            "audience",
            "label",
            "until",
            "by_iso3",
            "to_iso3",
            "by_level",
            "to_level",
            "channel",
            "place",
            "forum",
            "themes",
            "points",
            "answer",
            "obstacles",
            "asked",
            "offered",
            "next",
            "next_owner",
            "next_by",
            "note",
            "disputed",
            "source",
        ]);
        for view in self {
            sheet.row(cells(view));
        }
        sheet
    }
}

impl Tabular for ApproachesView {
    fn sheet(&self) -> Sheet {
        self.approaches[..].sheet()
    }
}
