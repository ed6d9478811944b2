//! From a page to proposals: which treaty it is of, what it lists, and what of that is new.

use jiff::civil::Date;
use ledger::Body;
use ledger::body::{Counted, PrintedCount};
use treaty::{Kind, Source, TreatyId};

use crate::compare::{Witness, compare};
use crate::intake::{Held, Intake, Origin, Proposal, Reconciled};
use crate::listing::{self, Listing};
use crate::page::Page;
use crate::record::{KnownTreaty, Record};
use crate::treaty_file::{self, NewTreaty};
use crate::{protocols, sayings};

/// Compares a status page with a record.
///
/// Pure: the same page, origin and record give the same proposals. Once they are on record, a
/// second import of the page proposes nothing.
pub fn propose(page: &Page, origin: &Origin, record: &dyn Record) -> Intake {
    let mut intake = Intake {
        file: page.file.clone(),
        remarks: page.remarks.clone(),
        ..Intake::default()
    };
    let source = source(page, origin);
    let known = record.treaties();
    if let Some(first) = page.exported.first() {
        exported(
            page,
            &first.sourced.act.treaty,
            origin,
            &known,
            record,
            &mut intake,
        );
        return intake;
    }
    if page.ours {
        intake
            .remarks
            .push("it is an export without any act".to_owned());
        return intake;
    }
    let Some(treaty) = on_record(page, &known).or_else(|| new_id(page)) else {
        let why = "which treaty this is cannot be told: it has neither number nor title";
        let held = Held::new(page.file.clone(), String::new(), why);
        intake.hold(None, held, &record.quarantined(), &source);
        return intake;
    };
    intake.treaty = Some(treaty.clone());
    if !known.iter().any(|other| other.id == treaty) {
        create(page, &treaty, &source, &mut intake);
    }
    let mut main = listing::list(page, &treaty, record);
    main.as_at = page.as_at.or(origin.as_at).or_else(|| last_day(&main));
    further_tables(page, &treaty, &known, &main, &source, record, &mut intake);
    sayings::add(page, &treaty, record, &mut main);
    counts(page, origin, &treaty, &main, &source, record, &mut intake);
    compare(
        &treaty,
        main,
        Witness::Depositary,
        &source,
        record,
        &mut intake,
    );
    intake
}

/// Compares the acts of our own export; its treaty is created where it is not on record.
fn exported(
    page: &Page,
    treaty: &TreatyId,
    origin: &Origin,
    known: &[KnownTreaty],
    record: &dyn Record,
    intake: &mut Intake,
) {
    intake.treaty = Some(treaty.clone());
    let mut treaties: Vec<TreatyId> = known.iter().map(|known| known.id.clone()).collect();
    if !treaties.contains(treaty) {
        create(page, treaty, &source(page, origin), intake);
        treaties.push(treaty.clone());
    }
    crate::propose_acts::compare(&page.exported, origin, &treaties, record, intake);
}

/// The last day of an act a document lists: it speaks at least as at that day.
pub(crate) fn last_day(listing: &Listing) -> Option<Date> {
    let steps = listing.acts.iter().map(|listed| &listed.act);
    steps
        .filter(|act| {
            act.kind.is_signature()
                || act.kind.is_consent()
                || act.kind == Kind::ProvisionalApplication
        })
        .map(|act| act.on.latest())
        .max()
}

fn source(page: &Page, origin: &Origin) -> Source {
    let mut title = origin.title.clone();
    if title.is_empty() {
        title = match &page.number {
            Some(number) => format!("UN Treaty Collection, status of {number}, {}", page.title),
            None => format!("UN Treaty Collection, status of {}", page.title),
        };
    }
    Source {
        title,
        url: origin.url.clone(),
        retrieved: origin.retrieved,
        as_at: page.as_at.or(origin.as_at),
        sha256: origin.sha256.clone(),
        place: None,
        confidence: None,
    }
}

/// The treaty on record that a page is of: by number, else by title.
///
/// Protocols that share their parent's number (the first three of the CCW) yield to it.
fn on_record(page: &Page, known: &[KnownTreaty]) -> Option<TreatyId> {
    if let Some(number) = &page.number {
        let candidates: Vec<&KnownTreaty> = known
            .iter()
            .filter(|treaty| {
                treaty
                    .mtdsg
                    .as_deref()
                    .and_then(crate::page::canonical_number)
                    .as_ref()
                    == Some(number)
            })
            .collect();
        let own = candidates.iter().find(|treaty| {
            !candidates
                .iter()
                .any(|other| treaty.parent.as_ref() == Some(&other.id))
        });
        if let Some(own) = own {
            return Some(own.id.clone());
        }
    }
    // A treaty on record under another number is another treaty, whatever its title.
    let same_title = |treaty: &&KnownTreaty| {
        (page.number.is_none() || treaty.mtdsg.is_none())
            && !page.title.is_empty()
            && treaty.title.to_lowercase() == page.title.to_lowercase()
    };
    known
        .iter()
        .find(same_title)
        .map(|treaty| treaty.id.clone())
}

fn new_id(page: &Page) -> Option<TreatyId> {
    treaty_file::id(page.number.as_deref(), &page.title)
}

fn create(page: &Page, treaty: &TreatyId, source: &Source, intake: &mut Intake) {
    let new = NewTreaty {
        title: &page.title,
        mtdsg: page.number.as_deref(),
        registration: page.registration.as_deref(),
        depositaries: vec!["Secretary-General of the United Nations".to_owned()],
        conclusion: page.conclusion.clone(),
        in_force: page.in_force.as_ref().and_then(|force| force.on),
        in_force_text: page.in_force.as_ref().map(|force| force.text.as_str()),
        cited: &source.title,
        ..NewTreaty::default()
    };
    let body = Body::Treaty(treaty_file::write(treaty, &new));
    intake.created.push(Proposal {
        body,
        source: source.clone(),
    });
}

/// Reads the tables beside the table of participants, as far as their headings say what they are.
fn further_tables(
    page: &Page,
    treaty: &TreatyId,
    known: &[KnownTreaty],
    main: &Listing,
    source: &Source,
    record: &dyn Record,
    intake: &mut Intake,
) {
    for table in &page.tables {
        let columns = protocols::columns(page, table, treaty, known);
        if columns.is_empty() {
            let why = "a further table whose headings are not known was not read";
            let held = Held::new(table.title.clone(), table.headings.join(" | "), why);
            intake.hold(Some(treaty), held, &record.quarantined(), source);
            continue;
        }
        for protocol in &columns {
            if let Some(title) = &protocol.new {
                let new = NewTreaty {
                    title,
                    parent: Some(treaty),
                    depositaries: vec!["Secretary-General of the United Nations".to_owned()],
                    cited: &source.title,
                    ..NewTreaty::default()
                };
                let body = Body::Treaty(treaty_file::write(&protocol.id, &new));
                intake.created.push(Proposal {
                    body,
                    source: source.clone(),
                });
            }
        }
        let listings = protocols::list(page, table, &columns, main, record);
        for (protocol, listing) in columns.iter().zip(listings) {
            compare(
                &protocol.id,
                listing,
                Witness::Depositary,
                source,
                record,
                intake,
            );
        }
    }
}

/// Sets the printed counts against the rows, and proposes those that are not on record.
fn counts(
    page: &Page,
    origin: &Origin,
    treaty: &TreatyId,
    main: &Listing,
    source: &Source,
    record: &dyn Record,
    intake: &mut Intake,
) {
    let on = page.as_at.or(origin.as_at);
    if on.is_none() {
        intake.remarks.push(
            "the file does not print as at which day it speaks, so its counts are not recorded; \
             acts on record after the last one it lists were left alone"
                .to_owned(),
        );
    }
    for (what, printed) in &page.printed {
        intake
            .reconciled
            .push(reconciled(treaty, *what, *printed, on, main));
        propose_count(treaty, *what, *printed, on, source, record, intake);
    }
}

pub(crate) fn reconciled(
    treaty: &TreatyId,
    what: Counted,
    printed: u32,
    on: Option<Date>,
    listing: &Listing,
) -> Reconciled {
    let computed = listing.computed(what);
    Reconciled {
        treaty: treaty.clone(),
        what,
        on,
        printed,
        computed,
        holds: printed == computed,
    }
}

pub(crate) fn propose_count(
    treaty: &TreatyId,
    what: Counted,
    printed: u32,
    on: Option<Date>,
    source: &Source,
    record: &dyn Record,
    intake: &mut Intake,
) {
    let Some(on) = on else { return };
    let count = PrintedCount {
        treaty: treaty.clone(),
        what,
        on,
        count: printed,
    };
    if !record.printed_counts(treaty).contains(&count) {
        intake.counts.push(Proposal {
            body: Body::PrintedCount(count),
            source: source.clone(),
        });
    }
}
