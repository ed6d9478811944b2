//! Entries of one kind: which stand, and how they are listed and shown.

use std::io;

use clap::Args;
use ledger::{Audience, Body, EntryRef, Tlp};
use serde::Serialize;
use treaty::{PartialDate, ParticipantId, Source, TreatyId};
use world::World;
use world::view::HeadView;

use super::super::{Session, approach};
use super::{id, not_one};
use crate::failure::Failure;
use crate::render::{Answer, Page, Sheet};

/// A kind of entry that a command has to do with, and what is its own.
pub(in crate::cli) trait Kept: Sized + Clone + Serialize {
    /// What one is called.
    const WHAT: &'static str;
    /// The columns of its sheet, after the entry.
    const COLUMNS: &'static [&'static str];

    /// What an entry says, where it is of this kind. [`in_body`] writes these three.
    fn of(body: &Body) -> Option<&Self>;
    /// The same, to be put right.
    fn of_mut(body: &mut Body) -> Option<&mut Self>;
    /// An entry that says so.
    fn body(self) -> Body;
    /// A cell for each column.
    fn cells(&self, world: &World) -> Vec<String>;
    /// What it says in words: a line that heads it, and what follows.
    fn lines(&self, world: &World) -> Vec<String>;
    /// Whether it is about a treaty; of a kind that names none, never.
    fn is_under(&self, _treaty: &TreatyId) -> bool {
        false
    }
    /// Whether it is about a participant; of a kind that names none, never.
    fn is_about(&self, _state: ParticipantId) -> bool {
        false
    }
    /// By what those listed are ordered, the first first; of a kind that does not say, as they were recorded.
    fn order(&self) -> String {
        String::new()
    }
}

/// How a kind of entry is found in a body, and put into one.
macro_rules! in_body {
    ($kind:ident) => {
        fn of(body: &ledger::Body) -> Option<&$kind> {
            if let ledger::Body::$kind(one) = body {
                return Some(one);
            }
            None
        }

        fn of_mut(body: &mut ledger::Body) -> Option<&mut $kind> {
            if let ledger::Body::$kind(one) = body {
                return Some(one);
            }
            None
        }

        fn body(self) -> ledger::Body {
            ledger::Body::$kind(self)
        }
    };
}
pub(in crate::cli) use in_body;

/// A key that puts the latest day first, and what has none last.
pub(in crate::cli) fn newest_first(on: Option<PartialDate>) -> String {
    let Some(day) = on.map(PartialDate::latest) else {
        return "~".to_owned();
    };
    let day =
        i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day());
    format!("{:010}", 100_000_000 - day)
}

/// An entry with what it says now.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Told<T> {
    entry: EntryRef,
    audience: Audience,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<Tlp>,
    /// What it says, corrections applied.
    says: T,
    #[serde(skip_serializing_if = "Option::is_none")]
    disputed: Option<String>,
    source: Source,
    #[serde(skip)]
    cells: Vec<String>,
    #[serde(skip)]
    lines: Vec<String>,
}

/// Entries of one kind.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Listed<T> {
    entries: Vec<Told<T>>,
    head: HeadView,
}

/// Which entries are asked for.
#[derive(Debug, Default, Args)]
pub(in crate::cli) struct Which {
    /// Only for this treaty
    #[arg(long)]
    treaty: Option<String>,
    /// Only about this State
    #[arg(long)]
    state: Option<String>,
}

/// Gives the entries of one kind that are asked for.
///
/// # Errors
///
/// Wrong usage; store trouble.
pub(in crate::cli) fn list<T: Kept>(
    session: &Session,
    which: &Which,
    also: impl Fn(&T) -> bool,
) -> Result<(), Failure> {
    let world = session.world()?;
    let treaty = which.treaty.as_ref();
    let treaty = treaty
        .map(|name| session.treaty(&world, name))
        .transpose()?;
    let state = which.state.as_ref();
    let state = state.map(|name| session.state(&world, name)).transpose()?;
    let mut entries = told::<T>(&world);
    entries.retain(|one| {
        treaty
            .as_ref()
            .is_none_or(|treaty| one.says.is_under(treaty))
            && state.is_none_or(|state| one.says.is_about(state))
            && also(&one.says)
    });
    entries.sort_by_cached_key(|one| one.says.order());
    session.give(&Listed {
        entries,
        head: world.head(),
    })
}

/// Gives one entry.
///
/// # Errors
///
/// Wrong usage where it is not there or of another kind; store trouble.
pub(in crate::cli) fn show<T: Kept>(session: &Session, name: EntryRef) -> Result<(), Failure> {
    let world = session.world()?;
    id(&world, name)?;
    let mut entries = told::<T>(&world);
    entries.retain(|one| one.entry == name);
    match entries.pop() {
        Some(one) => session.give(&one),
        None => Err(not_one(name, T::WHAT)),
    }
}

/// The entries of a kind that stand, in the order of the ledger.
pub(in crate::cli) fn told<T: Kept>(world: &World) -> Vec<Told<T>> {
    let kept = world.kept().filter_map(|kept| {
        let says = T::of(kept.body)?;
        let audience = world.audience_of(kept.id)?.clone();
        Some(Told {
            entry: kept.entry,
            audience,
            label: world.entry(kept.entry).and_then(|entry| entry.label),
            cells: says.cells(world),
            lines: says.lines(world),
            says: says.clone(),
            disputed: kept.disputed.clone(),
            source: kept.source.clone(),
        })
    });
    kept.collect()
}

impl<T> Told<T> {
    /// What the entry is called.
    pub(in crate::cli) fn entry(&self) -> EntryRef {
        self.entry
    }

    /// What it says.
    pub(in crate::cli) fn says(&self) -> &T {
        &self.says
    }

    fn seen_by(&self) -> String {
        approach::seen_by(&self.audience, self.label)
    }

    fn put(&self, page: &mut Page<'_>) -> io::Result<()> {
        let mut lines = self.lines.iter();
        if let Some(first) = lines.next() {
            page.paragraph(2, first)?;
        }
        for line in lines {
            page.paragraph(2, &format!("  {line}"))?;
        }
        if let Some(why) = &self.disputed {
            page.paragraph(2, &format!("  in doubt: {why}"))?;
        }
        page.line(&format!("  entry {}, for {}", self.entry, self.seen_by()))
    }
}

impl<T: Kept> Told<T> {
    fn row(&self) -> Vec<String> {
        let mut row = vec![self.entry.to_string()];
        row.extend(self.cells.iter().cloned());
        let label = self.label.map(|label| label.to_string());
        row.push(self.audience.to_string());
        row.push(label.unwrap_or_default());
        row.push(self.source.title.clone());
        row.push(self.source.place.clone().unwrap_or_default());
        row
    }
}

fn sheet<T: Kept>() -> Sheet {
    let mut columns = vec!["entry"];
    columns.extend(T::COLUMNS);
    columns.extend(["audience", "label", "source", "paragraph"]);
    Sheet::new(&columns)
}

impl<T: Kept> Answer for Listed<T> {
    fn sheet(&self) -> Sheet {
        let mut sheet = sheet::<T>();
        for one in &self.entries {
            sheet.row(one.row());
        }
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        if self.entries.is_empty() {
            let what = T::WHAT;
            return page.line(&format!(
                "no such {what} is on record, or you may not see it"
            ));
        }
        self.entries.iter().try_for_each(|one| one.put(page))
    }
}

impl<T: Kept> Answer for Told<T> {
    fn sheet(&self) -> Sheet {
        let mut sheet = sheet::<T>();
        sheet.row(self.row());
        sheet
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        self.put(page)?;
        let place = self.source.place.as_ref().map(|place| format!(", {place}"));
        let source = format!("source: {}{}", self.source.title, place.unwrap_or_default());
        page.paragraph(2, &source)
    }
}
