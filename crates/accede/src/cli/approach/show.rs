//! Approaches as tables and as text.

use std::fmt::Display;
use std::io;

use ledger::body::ApproachState;
use ledger::{Audience, Tlp};
use serde::Serialize;
use treaty::Lang;
use words::{List, Words};
use world::sheet::Tabular;
use world::view::{ApproachView, ApproachesView, SideView};

use crate::render::{Answer, Page, Sheet, long_partial};

/// One approach.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(super) struct Told(pub(super) ApproachView);

/// A code in words.
fn said(list: List, code: &impl Display) -> String {
    Words::for_lang(Lang::En).code(list, code).into_owned()
}

fn codes<T: Display>(list: List, all: &[T]) -> String {
    let all: Vec<_> = all.iter().map(|code| said(list, code)).collect();
    all.join(", ")
}

/// Who is on a side, without those in person.
fn sides(all: &[SideView]) -> String {
    let one = |side: &SideView| {
        let named = [&side.name, &side.of];
        let named: Vec<_> = named.into_iter().flatten().map(String::as_str).collect();
        if named.is_empty() {
            side.person.clone().unwrap_or_default()
        } else {
            named.join(", ")
        }
    };
    all.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// The same with those in person, their functions and levels.
fn sides_in_full(all: &[SideView]) -> String {
    let one = |side: &SideView| {
        let texts = [&side.name, &side.of, &side.person, &side.capacity];
        let mut told: Vec<_> = texts.into_iter().flatten().cloned().collect();
        let level = side.level.map(|level| said(List::Level, &level));
        told.extend(level.map(|level| format!("level: {level}")));
        told.join(", ")
    };
    all.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Who may see it, and how far it may be passed on.
pub(in super::super) fn seen_by(audience: &Audience, label: Option<Tlp>) -> String {
    let label = label.map(|label| format!(", {label}"));
    format!("{audience}{}", label.unwrap_or_default())
}

impl Answer for ApproachesView {
    fn sheet(&self) -> Sheet {
        Tabular::sheet(self)
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        if self.approaches.is_empty() {
            return page.line("no such approach is on record, or you may not see it");
        }
        for view in &self.approaches {
            let one = &view.approach;
            let on = one.on.map_or_else(|| "no day".to_owned(), long_partial);
            let until = one.until.map(|day| format!(" to {}", long_partial(day)));
            let on = on + &until.unwrap_or_default();
            let treaties: Vec<_> = one.treaties.iter().map(ToString::to_string).collect();
            let state = match one.state {
                ApproachState::Done => String::new(),
                state @ (ApproachState::Draft
                | ApproachState::Planned
                | ApproachState::Dropped) => format!(", {}", said(List::State, &state)),
            };
            page.paragraph(
                2,
                &format!(
                    "{on}: {}, {} to {}, {}{state}",
                    said(List::Kind, &one.kind),
                    sides(&view.by),
                    sides(&view.to),
                    treaties.join(", "),
                ),
            )?;
            let outcomes = codes(List::Outcome, &one.outcomes);
            if !outcomes.is_empty() {
                page.line(&format!("  {outcomes}"))?;
            }
            page.line(&format!(
                "  entry {}, for {}",
                view.entry,
                seen_by(&view.audience, view.label)
            ))?;
        }
        Ok(())
    }
}

impl Answer for Told {
    fn sheet(&self) -> Sheet {
        std::slice::from_ref(&self.0).sheet()
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        let (view, one) = (&self.0, &self.0.approach);
        let treaties: Vec<_> = one.treaties.iter().map(ToString::to_string).collect();
        let day = |date: Option<treaty::PartialDate>| date.map(long_partial);
        let rows = [
            ("what", Some(said(List::Kind, &one.kind))),
            ("for", Some(treaties.join(", "))),
            ("state", Some(said(List::State, &one.state))),
            ("by", Some(sides_in_full(&view.by))),
            ("to", Some(sides_in_full(&view.to))),
            ("as", one.acted_as.map(|code| said(List::ActedAs, &code))),
            ("on", day(one.on)),
            ("until", day(one.until)),
            (
                "channel",
                one.channel.map(|code| said(List::Channel, &code)),
            ),
            ("place", one.place.clone()),
            (
                "forum",
                one.forum.as_ref().map(|code| said(List::Forum, code)),
            ),
            ("arguments", Some(codes(List::Theme, &one.themes))),
            ("said", one.points.clone()),
            ("answered", one.answer.clone()),
            ("outcome", Some(codes(List::Outcome, &one.outcomes))),
            ("in the way", Some(codes(List::Obstacle, &one.obstacles))),
            ("asked", Some(codes(List::Support, &one.asked))),
            ("offered", Some(codes(List::Support, &one.offered))),
            ("note", one.note.clone()),
        ];
        for (what, text) in rows {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                page.paragraph(2, &format!("{what}: {text}"))?;
            }
        }
        for step in &one.next {
            page.paragraph(2, &super::super::outreach::words::step(step))?;
        }
        for paper in &one.documents {
            page.paragraph(2, &format!("paper: {}", paper.title))?;
        }
        if let Some(why) = &view.disputed {
            page.paragraph(2, &format!("in doubt: {why}"))?;
        }
        for extract in &view.released_as {
            page.line(&format!("released as: entry {extract}"))?;
        }
        page.paragraph(2, &format!("source: {}", view.source.title))?;
        page.line(&format!(
            "entry: {}, for {}",
            view.entry,
            seen_by(&view.audience, view.label)
        ))
    }
}
