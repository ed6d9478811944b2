//! From what a page says to acts: suffixes by the column's own legend, brackets by the notes.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use ledger::body::Counted;
use treaty::{Act, Kind, Note, PartialDate, ParticipantId, TreatyId};

use crate::cell;
use crate::heading::Column;
use crate::intake::Held;
use crate::notes::{self, Leaving, Withdrawal};
use crate::page::{Cell, Page, Row};
use crate::record::Record;

/// An act a document lists, and where it stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listed {
    pub(crate) act: Act,
    pub(crate) place: String,
}

/// What a document lists under one treaty.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    pub(crate) acts: Vec<Listed>,
    pub(crate) held: Vec<Held>,
    /// Participants of whom something was held: what is missing of them proves nothing.
    pub(crate) uncertain: BTreeSet<ParticipantId>,
    /// Participants that have a row in it, whatever stands there.
    pub(crate) rows: BTreeSet<ParticipantId>,
    /// Whether it has rows of unknown names: any participant without a row may be one of them.
    pub(crate) unnamed: bool,
    /// The kinds its columns can hold: only of these does silence say anything.
    pub(crate) kinds: BTreeSet<Kind>,
    /// Participants by what the rows count them as.
    pub(crate) counted: BTreeMap<Counted, BTreeSet<ParticipantId>>,
    /// As at which day the document speaks: for silence, no act after it is expected in it.
    pub(crate) as_at: Option<Date>,
}

impl Listing {
    pub(crate) fn computed(&self, what: Counted) -> u32 {
        let count = self.counted.get(&what).map_or(0, BTreeSet::len);
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    fn count(&mut self, act: &Act) {
        for (what, counts) in [
            (Counted::Signatures, act.kind.is_signature()),
            (Counted::Consents, act.kind.is_consent()),
        ] {
            if counts {
                self.counted.entry(what).or_default().insert(act.by);
            }
        }
    }
}

/// Reads the table of participants and its notes as acts under `treaty`.
pub(crate) fn list(page: &Page, treaty: &TreatyId, record: &dyn Record) -> Listing {
    let mut listing = Listing {
        as_at: page.as_at,
        ..Listing::default()
    };
    for heading in &page.columns {
        match &heading.column {
            Column::Participant => {}
            Column::Acts(legend) => listing.kinds.extend(legend.kinds()),
        }
    }
    let mut seen = BTreeSet::new();
    for row in &page.rows {
        let Some(by) = resolve(record, &row.name) else {
            listing.unnamed = true;
            listing.held.push(Held::new(
                row.place.to_string(),
                row.name.clone(),
                "no participant of that name is on record; give the name as an alias, then import again",
            ));
            continue;
        };
        if !seen.insert(by) {
            let why = "this participant has a second row; a person must say which holds";
            listing
                .held
                .push(Held::new(row.place.to_string(), row.name.clone(), why));
            listing.uncertain.insert(by);
            continue;
        }
        listing.rows.insert(by);
        match read_row(page, row, treaty, by, listing.as_at) {
            Ok(read) => take(&mut listing, read),
            Err(held) => {
                listing.held.push(*held);
                listing.uncertain.insert(by);
            }
        }
    }
    predecessors(page, treaty, record, &mut listing);
    listing
}

/// The participant of a printed name: exactly as printed, else with a typewriter apostrophe.
pub(crate) fn resolve(record: &dyn Record, name: &str) -> Option<ParticipantId> {
    record.resolve(name).or_else(|| {
        let plain = name.replace(['’', '‘', '´', '`'], "'");
        if plain == name {
            None
        } else {
            record.resolve(&plain)
        }
    })
}

/// What one row gives.
struct ReadRow {
    acts: Vec<Listed>,
    /// The acts of it that the depositary counts: those not in brackets.
    standing: Vec<Act>,
    held: Vec<Held>,
    /// Whether brackets say that it has left.
    left: bool,
}

fn take(listing: &mut Listing, read: ReadRow) {
    for act in &read.standing {
        listing.count(act);
    }
    if !read.held.is_empty() {
        listing
            .uncertain
            .extend(read.acts.iter().map(|listed| listed.act.by));
    }
    listing.acts.extend(read.acts);
    listing.held.extend(read.held);
}

fn read_row(
    page: &Page,
    row: &Row,
    treaty: &TreatyId,
    by: ParticipantId,
    as_at: Option<Date>,
) -> Result<ReadRow, Box<Held>> {
    let mut read = ReadRow {
        acts: Vec::new(),
        standing: Vec::new(),
        held: Vec::new(),
        left: row.bracketed,
    };
    for cell in &row.cells {
        read_cell(page, row, cell, treaty, by, &mut read)?;
    }
    one_signature_a_day(&mut read.acts);
    from_notes(page, row, treaty, by, as_at, &mut read)?;
    Ok(read)
}

/// Reads the dates of one cell by its column's legend.
fn read_cell(
    page: &Page,
    row: &Row,
    cell: &Cell,
    treaty: &TreatyId,
    by: ParticipantId,
    read: &mut ReadRow,
) -> Result<(), Box<Held>> {
    let heading = &page.columns[cell.column];
    let place = format!("{}, column `{}`", row.place, heading.text);
    let hold = |why: String| {
        let value = format!("{}: {}", row.name, cell.text);
        Held::new(place.clone(), value, why)
    };
    let legend = match &heading.column {
        Column::Acts(legend) => legend,
        Column::Participant => return Ok(()),
    };
    for date in cell::dates(&cell.text).map_err(|why| Box::new(hold(why)))? {
        let kind = legend.kind(date.suffix.as_deref()).ok_or_else(|| {
            Box::new(hold(match &date.suffix {
                Some(suffix) => format!("the heading gives the suffix `{suffix}` no meaning"),
                None => "the heading has no meaning for a date without a suffix".to_owned(),
            }))
        })?;
        let mut act = Act::new(treaty.clone(), by, kind, date.on);
        act.notes = notes_of(page, row.notes.iter().chain(&cell.notes));
        let gone = row.bracketed || date.bracketed;
        let provisional = kind == Kind::ProvisionalApplication;
        read.left |= gone && !provisional;
        if gone && provisional && !whole_row_bracketed(row) {
            let why = "brackets around a provisional application alone: when it ended must come \
                       from a person";
            read.held.push(hold(why.to_owned()));
        }
        if !gone {
            read.standing.push(act.clone());
        }
        let place = place.clone();
        read.acts.push(Listed { act, place });
    }
    Ok(())
}

fn whole_row_bracketed(row: &Row) -> bool {
    let filled = || row.cells.iter().filter(|cell| !cell.text.is_empty());
    row.bracketed || filled().all(|cell| cell.text.starts_with('['))
}

/// A definitive signature is signature and consent in one: where a page prints it in both columns,
/// it is one act.
fn one_signature_a_day(acts: &mut Vec<Listed>) {
    let definitive: Vec<PartialDate> = acts
        .iter()
        .filter(|listed| listed.act.kind == Kind::DefinitiveSignature)
        .map(|listed| listed.act.on)
        .collect();
    acts.retain(|listed| {
        listed.act.kind != Kind::Signature || !definitive.contains(&listed.act.on)
    });
    let mut seen = BTreeSet::new();
    acts.retain(|listed| seen.insert((listed.act.kind, listed.act.on)));
}

fn notes_of<'n>(page: &Page, ids: impl Iterator<Item = &'n String>) -> Vec<Note> {
    let mut notes = Vec::<Note>::new();
    for id in ids {
        let text = page
            .note(id)
            .map(|note| note.text.clone())
            .unwrap_or_default();
        if !notes.iter().any(|note| note.id == *id) {
            notes.push(Note {
                id: id.clone(),
                text,
            });
        }
    }
    notes
}

/// What the row's notes add: a withdrawal, one taken back, an intention not to become party.
fn from_notes(
    page: &Page,
    row: &Row,
    treaty: &TreatyId,
    by: ParticipantId,
    as_at: Option<Date>,
    read: &mut ReadRow,
) -> Result<(), Box<Held>> {
    let left = read.left;
    let ids: BTreeSet<&String> = row
        .notes
        .iter()
        .chain(row.cells.iter().flat_map(|cell| &cell.notes))
        .collect();
    let consent = read
        .standing
        .iter()
        .filter(|act| act.kind.is_consent())
        .map(|act| act.on)
        .max();
    let state = RowState {
        left,
        as_at,
        back: consent.map(PartialDate::earliest),
    };
    let mut clear = None;
    for id in ids {
        let Some(note) = page.note(id) else { continue };
        let place = format!("{}, end note {id}", row.place);
        let mut add = |kind, on: Date, effect| {
            let mut act = Act::new(treaty.clone(), by, kind, on.into());
            act.effect = effect;
            act.notes = vec![Note {
                id: note.id.clone(),
                text: note.text.clone(),
            }];
            read.acts.push(Listed {
                act,
                place: place.clone(),
            });
        };
        if let Some(on) = notes::intention_not_to_join(&note.text) {
            add(Kind::IntentionNotToBecomeParty, on, None);
        }
        match notes::leaving(&note.text) {
            Leaving::Silent => {}
            Leaving::Unclear => {
                let why = "the note speaks of a withdrawal, but not so that its days can be read for certain";
                let held = Held::new(place, note.text.clone(), why);
                if left {
                    return Err(Box::new(held));
                }
                read.held.push(held);
            }
            Leaving::Clear(told) => {
                if let Some(why) = told.last().and_then(|last| state.contradicts(last)) {
                    return Err(Box::new(Held::new(place, note.text.clone(), why)));
                }
                for (at, said) in told.iter().enumerate() {
                    let over = state.is_over(said) || at + 1 < told.len();
                    for (kind, on, effect) in steps(said, over) {
                        add(kind, on, effect);
                    }
                }
                clear = told.last().copied();
            }
        }
    }
    match clear {
        None if left => {
            let dates: Vec<_> = row
                .cells
                .iter()
                .map(|cell| cell.text.as_str())
                .filter(|t| !t.is_empty())
                .collect();
            Err(Box::new(Held::new(
                row.place.to_string(),
                format!("{}: {}", row.name, dates.join(", ")),
                "brackets say that it has left; the day must come from the note or a person",
            )))
        }
        Some(said) if left && said.effect.is_none() && said.consent_withdrawn.is_none() => {
            read.held.push(Held::new(
                row.place.to_string(),
                row.name.clone(),
                "brackets say that it has left; the note does not print the day of effect",
            ));
            Ok(())
        }
        None | Some(_) => Ok(()),
    }
}

/// What the row itself says, to set a note against.
#[derive(Clone, Copy)]
struct RowState {
    /// Whether brackets say that it has left.
    left: bool,
    /// As at which day the page speaks.
    as_at: Option<Date>,
    /// The day of a consent that stands, outside brackets.
    back: Option<Date>,
}

impl RowState {
    /// Whether a withdrawal has taken effect: the brackets say so, or it came back afterwards.
    fn is_over(self, said: &Withdrawal) -> bool {
        self.left
            || said
                .effect
                .zip(self.back)
                .is_some_and(|(effect, back)| effect <= back)
    }

    /// Where a note and the brackets, or their absence, cannot both be right.
    fn contradicts(self, said: &Withdrawal) -> Option<&'static str> {
        if self.is_over(said) || said.rescinded.is_some() {
            return None;
        }
        let effect = said.effect?;
        let past = said.done || self.as_at.is_some_and(|as_at| effect <= as_at);
        past.then_some(
            "the note says that the withdrawal has taken effect, but the row is not in brackets",
        )
    }
}

/// The acts that make up a withdrawal; its effect is one where it is over.
fn steps(said: &Withdrawal, over: bool) -> Vec<(Kind, Date, Option<Date>)> {
    let effective = said.effect.filter(|_| over);
    [
        (Kind::RatificationWithdrawn, said.consent_withdrawn, None),
        (Kind::WithdrawalNotified, said.notified, said.effect),
        (Kind::WithdrawalRescinded, said.rescinded, None),
        (Kind::WithdrawalEffective, effective, None),
    ]
    .into_iter()
    .filter_map(|(kind, on, effect)| Some((kind, on?, effect)))
    .collect()
}

/// Acts of predecessor States, which only the notes still tell.
fn predecessors(page: &Page, treaty: &TreatyId, record: &dyn Record, listing: &mut Listing) {
    for (by, note, predecessor) in predecessor_acts(page, record) {
        for (kind, on) in predecessor.acts {
            let mut act = Act::new(treaty.clone(), by, kind, on.into());
            act.notes = vec![note.clone()];
            listing.acts.push(Listed {
                act,
                place: format!("end note {}", note.id),
            });
        }
    }
}

/// Each predecessor that a note names and the record knows as one, once.
pub(crate) fn predecessor_acts(
    page: &Page,
    record: &dyn Record,
) -> Vec<(ParticipantId, Note, notes::Predecessor)> {
    let used: BTreeSet<&String> = page
        .rows
        .iter()
        .flat_map(|row| {
            row.notes
                .iter()
                .chain(row.cells.iter().flat_map(|cell| &cell.notes))
        })
        .collect();
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for note in page.notes.iter().filter(|note| used.contains(&note.id)) {
        for predecessor in notes::predecessors(&note.text) {
            let by = predecessor
                .names
                .iter()
                .find_map(|name| resolve(record, name));
            if let Some(by) = by.filter(|by| record.is_unlisted(*by) && seen.insert(*by)) {
                let kept = Note {
                    id: note.id.clone(),
                    text: note.text.clone(),
                };
                found.push((by, kept, predecessor));
            }
        }
    }
    found
}
