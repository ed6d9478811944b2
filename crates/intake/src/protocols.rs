//! The further table of protocols (CCW): an `x` accepts a protocol with the instrument of consent
//! to the treaty itself, unless a day stands beside it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use treaty::{Act, Kind, Note, PartialDate, ParticipantId, TreatyId};

use crate::date_words::dates_in;
use crate::heading::{self, Column};
use crate::intake::Held;
use crate::listing::{self, Listed, Listing};
use crate::notes::protocols_accepted;
use crate::page::{Page, SpecialTable};
use crate::record::{KnownTreaty, Record};

/// A protocol that has a column of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Protocol {
    /// The column.
    pub(crate) column: usize,
    /// The heading, `Protocol I`.
    pub(crate) heading: String,
    /// The treaty on record, or the id it would get.
    pub(crate) id: TreatyId,
    /// Its title, if it is not on record and the page gives one.
    pub(crate) new: Option<String>,
}

/// The protocols a table has columns for; empty if it is no such table.
pub(crate) fn columns(
    page: &Page,
    table: &SpecialTable,
    parent: &TreatyId,
    known: &[KnownTreaty],
) -> Vec<Protocol> {
    let is_protocol = |heading: &str| {
        let rest = heading.strip_prefix("Protocol ").unwrap_or_default();
        !rest.is_empty() && rest.bytes().all(|b| b"IVX".contains(&b))
    };
    let first = table
        .headings
        .first()
        .map(|heading| heading::classify(heading));
    let others = table.headings.get(1..).unwrap_or_default();
    if first != Some(Ok(Column::Participant))
        || others.is_empty()
        || !others.iter().all(|heading| is_protocol(heading))
    {
        return Vec::new();
    }
    let protocol = |(at, heading): (usize, &String)| {
        let sign = format!("({heading})");
        let slug = heading.to_lowercase().replace(' ', "-");
        let made = format!("{parent}-{slug}").parse().ok()?;
        let on_record = known.iter().find(|treaty| {
            let named = treaty.title.contains(&sign) || treaty.id == made;
            treaty.parent.as_ref() == Some(parent) && named
        });
        let (id, new) = match on_record {
            Some(treaty) => (treaty.id.clone(), None),
            None => (
                made,
                Some(title_in_notes(page, &sign).unwrap_or_else(|| heading.clone())),
            ),
        };
        Some(Protocol {
            column: at + 1,
            heading: heading.clone(),
            id,
            new,
        })
    };
    others.iter().enumerate().filter_map(protocol).collect()
}

/// `– Protocol on non-detectable fragments (Protocol I);` in an end note.
fn title_in_notes(page: &Page, sign: &str) -> Option<String> {
    let line = page
        .notes
        .iter()
        .flat_map(|note| note.text.lines())
        .find(|line| line.trim_end_matches([';', '.', ' ']).ends_with(sign))?;
    let title = line
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .trim_end_matches([';', '.', ' ']);
    (!title.is_empty()).then(|| title.to_owned())
}

/// What the table lists under each protocol.
pub(crate) fn list(
    page: &Page,
    table: &SpecialTable,
    protocols: &[Protocol],
    main: &Listing,
    record: &dyn Record,
) -> Vec<Listing> {
    let consents = consents(main);
    let mut listings: Vec<Listing> = protocols
        .iter()
        .map(|_| Listing {
            as_at: main.as_at,
            kinds: [Kind::ConsentToBeBound].into(),
            ..Listing::default()
        })
        .collect();
    for row in &table.rows {
        let name = row.cells.first().cloned().unwrap_or_default();
        let by = listing::resolve(record, &name);
        for (protocol, listing) in protocols.iter().zip(&mut listings) {
            listing.rows.extend(by);
            let cell = row
                .cells
                .get(protocol.column)
                .map(String::as_str)
                .unwrap_or_default();
            if cell.is_empty() {
                continue;
            }
            let place = format!("protocols, {}, column `{}`", row.place, protocol.heading);
            let value = format!("{name}: {cell}");
            let Some(by) = by else {
                listing.unnamed = true;
                listing.held.push(Held::new(
                    place,
                    value,
                    "no participant of that name is on record",
                ));
                continue;
            };
            match day(cell, consents.get(&by).copied()) {
                Ok(on) => {
                    let mut act = Act::new(protocol.id.clone(), by, Kind::ConsentToBeBound, on);
                    act.notes = row
                        .notes
                        .iter()
                        .filter_map(|id| page.note(id))
                        .map(|note| Note {
                            id: note.id.clone(),
                            text: note.text.clone(),
                        })
                        .collect();
                    listing
                        .counted
                        .entry(ledger::body::Counted::Consents)
                        .or_default()
                        .insert(by);
                    listing.acts.push(Listed { act, place });
                }
                Err(why) => {
                    listing.held.push(Held::new(place, value, why));
                    listing.uncertain.insert(by);
                }
            }
        }
    }
    predecessors(page, protocols, record, &mut listings);
    listings
}

/// The day each participant consented to the treaty itself, for those that have not left.
fn consents(main: &Listing) -> BTreeMap<ParticipantId, PartialDate> {
    main.acts
        .iter()
        .filter(|listed| listed.act.kind.is_consent())
        .map(|listed| (listed.act.by, listed.act.on))
        .collect()
}

/// `x`, `X` or `x (18 July 2002)`.
fn day(cell: &str, consent: Option<PartialDate>) -> Result<PartialDate, &'static str> {
    let rest = cell
        .strip_prefix(['x', 'X'])
        .ok_or("neither blank nor `x`")?
        .trim();
    if rest.is_empty() {
        return consent
            .ok_or("it has no instrument of consent to the treaty itself on this page");
    }
    let days: Vec<Option<Date>> = dates_in(rest).into_iter().map(|date| date.day).collect();
    match days.as_slice() {
        [Some(day)] => Ok((*day).into()),
        [] | [_, ..] => Err("what stands beside the `x` is not one day"),
    }
}

/// Predecessors whose note says which protocols they accepted.
fn predecessors(
    page: &Page,
    protocols: &[Protocol],
    record: &dyn Record,
    listings: &mut [Listing],
) {
    for (by, note, predecessor) in listing::predecessor_acts(page, record) {
        let accepted = protocols_accepted(&predecessor.sentence);
        let Some((_, on)) = predecessor.acts.iter().find(|(kind, _)| kind.is_consent()) else {
            continue;
        };
        for (protocol, listing) in protocols.iter().zip(&mut *listings) {
            let number = protocol.heading.rsplit(' ').next().unwrap_or_default();
            if accepted.contains(&number) {
                let on = (*on).into();
                let mut act = Act::new(protocol.id.clone(), by, Kind::ConsentToBeBound, on);
                act.notes = vec![note.clone()];
                listing.acts.push(Listed {
                    act,
                    place: format!("end note {}", note.id),
                });
            }
        }
    }
}
