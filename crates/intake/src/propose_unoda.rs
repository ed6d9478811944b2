//! UNODA's acts against the record.

use std::collections::BTreeSet;

use ledger::Body;
use treaty::{Act, Kind, Note, ParticipantId, Source, TreatyId};

use crate::compare::{Witness, compare, words};
use crate::intake::{Held, Intake, Origin, Proposal};
use crate::listing::{Listed, Listing, resolve};
use crate::page::Conclusion;
use crate::propose::{last_day, propose_count, reconciled};
use crate::record::{KnownTreaty, Record};
use crate::treaty_file::{self, NewTreaty};
use crate::unoda::{UnodaAct, UnodaPage, UnodaStep};

/// Compares what UNODA's database says with a record.
///
/// The database prints no day of its own: it speaks as at the day it was read.
pub fn propose_unoda(page: &UnodaPage, origin: &Origin, record: &dyn Record) -> Intake {
    let mut intake = Intake {
        file: page.file.clone(),
        ..Intake::default()
    };
    let as_at = origin.as_at.or(origin.retrieved);
    let mut title = origin.title.clone();
    if title.is_empty() {
        title = format!("UNODA Treaties Database, {}", page.title);
    }
    let source = Source {
        title,
        url: origin.url.clone(),
        retrieved: origin.retrieved,
        as_at,
        sha256: origin.sha256.clone(),
        place: None,
        confidence: None,
    };
    let known = record.treaties();
    let Some(treaty) = on_record(page, &known).or_else(|| new_id(page)) else {
        let why = "which treaty this is cannot be told: it has neither short name nor title";
        let held = Held::new(page.file.clone(), String::new(), why);
        intake.hold(None, held, &record.quarantined(), &source);
        return intake;
    };
    intake.treaty = Some(treaty.clone());
    if !known.iter().any(|other| other.id == treaty) {
        create(page, &treaty, &source, &mut intake);
    }
    let mut listing = list(page, &treaty, record, &mut intake);
    listing.as_at = as_at.or_else(|| last_day(&listing));
    if as_at.is_none() {
        intake.remarks.push(
            "the database prints no day; without the day it was read its counts are not recorded"
                .to_owned(),
        );
    }
    for (what, printed) in &page.printed {
        intake
            .reconciled
            .push(reconciled(&treaty, *what, *printed, as_at, &listing));
        propose_count(
            &treaty,
            *what,
            *printed,
            as_at,
            &source,
            record,
            &mut intake,
        );
    }
    compare(
        &treaty,
        listing,
        Witness::Unoda,
        &source,
        record,
        &mut intake,
    );
    intake
}

fn on_record(page: &UnodaPage, known: &[KnownTreaty]) -> Option<TreatyId> {
    let short = page
        .short_name
        .as_deref()
        .unwrap_or_default()
        .to_lowercase();
    let by_name = known.iter().find(|treaty| {
        !short.is_empty()
            && (treaty
                .unoda
                .as_deref()
                .is_some_and(|name| name.to_lowercase() == short))
    });
    let by_title = || {
        known.iter().find(|treaty| {
            !page.title.is_empty() && treaty.title.to_lowercase() == page.title.to_lowercase()
        })
    };
    let by_id = || known.iter().find(|treaty| treaty.id.as_str() == short);
    by_name
        .or_else(by_title)
        .or_else(by_id)
        .map(|treaty| treaty.id.clone())
}

fn new_id(page: &UnodaPage) -> Option<TreatyId> {
    match &page.short_name {
        Some(short) => format!("unoda-{}", short.to_lowercase().replace('_', "-"))
            .parse()
            .ok(),
        None => treaty_file::id(None, &page.title),
    }
}

fn create(page: &UnodaPage, treaty: &TreatyId, source: &Source, intake: &mut Intake) {
    let new = NewTreaty {
        title: &page.title,
        unoda: page.short_name.as_deref(),
        depositaries: page.depositaries.clone(),
        conclusion: Conclusion {
            text: String::new(),
            place: page.adopted_at.clone(),
            on: page.adopted,
        },
        in_force: page.in_force,
        cited: &source.title,
        ..NewTreaty::default()
    };
    let body = Body::Treaty(treaty_file::write(treaty, &new));
    intake.created.push(Proposal {
        body,
        source: source.clone(),
    });
}

fn list(
    page: &UnodaPage,
    treaty: &TreatyId,
    record: &dyn Record,
    intake: &mut Intake,
) -> Listing {
    let mut listing = Listing {
        kinds: [
            Kind::Signature,
            Kind::Ratification,
            Kind::Accession,
            Kind::Succession,
        ]
        .into(),
        ..Listing::default()
    };
    for (place, value, why) in &page.odd {
        listing
            .held
            .push(Held::new(place.clone(), value.clone(), why.clone()));
    }
    let mut left = BTreeSet::new();
    for found in &page.acts {
        let value = || format!("{} {:?} {}", found.names.join(" / "), found.step, found.on);
        let by = match participant(found.code.as_deref(), &found.names, record) {
            Ok(by) => by,
            Err(why) => {
                listing.unnamed = true;
                listing
                    .held
                    .push(Held::new(found.place.clone(), value(), why));
                continue;
            }
        };
        listing.rows.insert(by);
        let Some(kind) = kind(found.step) else {
            left.insert(by);
            match recorded_withdrawal(treaty, by, found, record) {
                true => intake.unchanged += 1,
                false => {
                    let why = "the database calls both a denunciation and a ratification taken \
                               back `Withdrawal`, and does not say whether the day is that of the \
                               notification or of the effect; a person must say which";
                    listing
                        .held
                        .push(Held::new(found.place.clone(), value(), why));
                    listing.uncertain.insert(by);
                }
            }
            continue;
        };
        let mut act = Act::new(treaty.clone(), by, kind, found.on.into());
        act.depositary.clone_from(&found.depositary);
        if let Some(text) = &found.note {
            act.notes = vec![Note {
                id: String::new(),
                text: text.clone(),
            }];
        }
        listing.acts.push(Listed {
            act,
            place: found.place.clone(),
        });
        objections(treaty, by, found, record, &mut listing);
    }
    count(&mut listing, &left);
    listing
}

/// The database's counts: those with a signature; those with a consent and no withdrawal.
fn count(listing: &mut Listing, left: &BTreeSet<ParticipantId>) {
    use ledger::body::Counted::{Consents, Signatures};
    let mut counted = std::mem::take(&mut listing.counted);
    for Listed { act, .. } in &listing.acts {
        if act.kind.is_signature() {
            counted.entry(Signatures).or_default().insert(act.by);
        }
        if act.kind.is_consent() && !left.contains(&act.by) {
            counted.entry(Consents).or_default().insert(act.by);
        }
    }
    listing.counted = counted;
}

fn kind(step: UnodaStep) -> Option<Kind> {
    match step {
        UnodaStep::Signature => Some(Kind::Signature),
        UnodaStep::Ratification => Some(Kind::Ratification),
        UnodaStep::Accession => Some(Kind::Accession),
        UnodaStep::Succession => Some(Kind::Succession),
        UnodaStep::Withdrawal => None,
    }
}

/// Whether the record has a withdrawal, of either sense, on that day.
fn recorded_withdrawal(
    treaty: &TreatyId,
    by: ParticipantId,
    found: &UnodaAct,
    record: &dyn Record,
) -> bool {
    let senses = [
        Kind::WithdrawalNotified,
        Kind::WithdrawalEffective,
        Kind::RatificationWithdrawn,
    ];
    record.acts(treaty).iter().any(|known| {
        known.act.by == by
            && senses.contains(&known.act.kind)
            && (known.act.on == found.on.into() || known.act.effect == Some(found.on))
    })
}

fn participant(
    code: Option<&str>,
    names: &[String],
    record: &dyn Record,
) -> Result<ParticipantId, String> {
    let coded = code
        .and_then(|code| code.parse::<ParticipantId>().ok())
        .filter(|code| record.is_registered(*code));
    let named = names.iter().find_map(|name| resolve(record, name));
    match (coded, named) {
        (Some(coded), Some(named)) if coded != named => {
            Err(format!("its code is {coded}, its name that of {named}"))
        }
        (Some(by), _) | (None, Some(by)) => Ok(by),
        (None, None) => Err("no participant of that name is on record".to_owned()),
    }
}

fn objections(
    treaty: &TreatyId,
    to: ParticipantId,
    found: &UnodaAct,
    record: &dyn Record,
    listing: &mut Listing,
) {
    for objection in &found.objections {
        let place = format!("{}, objection", found.place);
        match participant(objection.code.as_deref(), &objection.names, record) {
            Ok(by) => {
                let mut act =
                    Act::new(treaty.clone(), by, Kind::Objection, objection.on.into());
                act.towards = Some(to);
                act.text.clone_from(&objection.text);
                listing.acts.push(Listed { act, place });
            }
            Err(why) => {
                let value =
                    format!("{} {}", objection.names.join(" / "), words(Kind::Objection));
                listing.held.push(Held::new(place, value, why));
            }
        }
    }
}
