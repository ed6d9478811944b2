//! Acts that a person brings, in an acts file or our own XML, against the record.
//!
//! Unlike a depositary's page, such a file bears no witness of its own: an act that the treaty's
//! rules or the record do not allow is refused, with the line, and nothing of the file is taken.

use std::collections::{BTreeMap, BTreeSet};

use ledger::body::Correction;
use ledger::{Body, EntryRef};
use treaty::{Act, Kind, ParticipantId, Source, TreatyId};

use crate::acts::{ActRow, ActsFile, Sourced};
use crate::compare::{same_step, words};
use crate::error::RowError;
use crate::intake::{Amended, Intake, Origin, Proposal};
use crate::record::{OnRecord, Record};

/// Compares an acts file with a record.
///
/// Rows without a source of their own get the file's. Rows that are wrong, in themselves or beside
/// what is on record, are in [`Intake::refused`]; then nothing is proposed.
pub fn propose_acts(file: &ActsFile, origin: &Origin, record: &dyn Record) -> Intake {
    let mut intake = Intake {
        file: file.file.clone(),
        ..Intake::default()
    };
    intake.refused.clone_from(&file.errors);
    let treaties: Vec<TreatyId> = record
        .treaties()
        .into_iter()
        .map(|known| known.id)
        .collect();
    compare(&file.rows, origin, &treaties, record, &mut intake);
    intake
}

/// Compares rows; `treaties` are those known, or about to be created.
pub(crate) fn compare(
    rows: &[ActRow],
    origin: &Origin,
    treaties: &[TreatyId],
    record: &dyn Record,
    intake: &mut Intake,
) {
    let taken = taken_elsewhere(rows);
    let is_taken = |row: &ActRow| taken.contains(&row.line);
    compare_taken(rows, &is_taken, origin, treaties, record, intake);
}

/// Compares rows; of some `is_taken` says that another ledger has taken them.
pub(crate) fn compare_taken(
    rows: &[ActRow],
    is_taken: &dyn Fn(&ActRow) -> bool,
    origin: &Origin,
    treaties: &[TreatyId],
    record: &dyn Record,
    intake: &mut Intake,
) {
    let mut kept = Kept::default();
    let mut new = Vec::new();
    for row in rows {
        if let Some(why) = unregistered(&row.sourced.act, treaties, record) {
            intake.refused.push(refusal(&intake.file, row, why));
            continue;
        }
        let known = kept.of(&row.sourced.act.treaty, record);
        match known
            .iter()
            .find(|known| is_same(&known.act, &row.sourced.act))
        {
            Some(known) => {
                intake.unchanged += 1;
                amend(known, &row.sourced, origin, intake);
            }
            None => new.push(row),
        }
    }
    // Duplicates within the file are one act.
    let mut acts = Vec::<&ActRow>::new();
    for row in new {
        if acts
            .iter()
            .rev()
            .take(LOOK_BACK)
            .any(|other| is_same(&other.sourced.act, &row.sourced.act))
        {
            intake.unchanged += 1;
        } else {
            acts.push(row);
        }
    }
    let others = Others::of(&acts, &mut kept, record);
    for row in acts {
        let act = &row.sourced.act;
        let beside = others.beside(act);
        let why = second(act, &beside).or_else(|| match is_taken(row) {
            true => record.refusal_of_exported(act, &beside),
            false => record.refusal(act, &beside),
        });
        match why {
            Some(why) => intake.refused.push(refusal(&intake.file, row, why)),
            None => {
                let source = source(&row.sourced.source, origin, &intake.file);
                if let Some(doubt) = &row.sourced.doubt {
                    intake.doubts.push((intake.added.len(), doubt.clone()));
                }
                intake.added.push(Proposal {
                    body: Body::Act(act.clone()),
                    source,
                });
            }
        }
    }
}

/// The lines of the rows that name an entry of another ledger, and no other row names it.
fn taken_elsewhere(rows: &[ActRow]) -> BTreeSet<u64> {
    let mut lines = BTreeMap::<EntryRef, Vec<u64>>::new();
    for row in rows.iter().filter(|row| row.sourced.recorded.is_some()) {
        if let Some(entry) = row.sourced.entry {
            lines.entry(entry).or_default().push(row.line);
        }
    }
    lines
        .into_values()
        .filter(|lines| lines.len() == 1)
        .flatten()
        .collect()
}

/// How far back a duplicate within a file is looked for.
const LOOK_BACK: usize = 1_000;

/// The acts on record, asked for once for each treaty.
#[derive(Default)]
struct Kept(BTreeMap<TreatyId, Vec<OnRecord>>);

impl Kept {
    fn of(&mut self, treaty: &TreatyId, record: &dyn Record) -> &[OnRecord] {
        self.0
            .entry(treaty.clone())
            .or_insert_with(|| record.acts(treaty))
    }
}

/// Every act of a participant under a treaty, on record and in the file.
struct Others(BTreeMap<(TreatyId, ParticipantId), Vec<Act>>);

impl Others {
    fn of(new: &[&ActRow], kept: &mut Kept, record: &dyn Record) -> Others {
        let mut others = BTreeMap::<_, Vec<Act>>::new();
        for row in new {
            let act = &row.sourced.act;
            let key = (act.treaty.clone(), act.by);
            let on_record = || {
                kept.of(&act.treaty, record)
                    .iter()
                    .filter(|known| known.act.by == act.by)
                    .map(|known| known.act.clone())
                    .collect()
            };
            others
                .entry(key)
                .or_insert_with(on_record)
                .push(act.clone());
        }
        Others(others)
    }

    fn beside(&self, act: &Act) -> Vec<Act> {
        let all = self
            .0
            .get(&(act.treaty.clone(), act.by))
            .map_or(&[][..], Vec::as_slice);
        all.iter().filter(|other| *other != act).cloned().collect()
    }
}

fn unregistered(act: &Act, treaties: &[TreatyId], record: &dyn Record) -> Option<String> {
    if !treaties.contains(&act.treaty) {
        return Some(format!("no treaty `{}` is on record", act.treaty));
    }
    [Some(act.by), act.done_by, act.towards]
        .into_iter()
        .flatten()
        .find(|id| !record.is_registered(*id))
        .map(|id| format!("no participant `{id}` is on record"))
}

/// Why an act would be a second one of its kind while the first stands.
fn second(act: &Act, beside: &[Act]) -> Option<String> {
    let first = beside.iter().find(|other| {
        same_step(other.kind, act.kind)
            && (other.on, other.kind) <= (act.on, act.kind)
            && other.depositary == act.depositary
            && !ended(other, act, beside)
    })?;
    Some(format!(
        "{} already stands for it, by {} on {}; correct or dispute that entry instead",
        if act.kind.is_consent() {
            "a consent to be bound"
        } else {
            "a signature"
        },
        words(first.kind),
        first.on
    ))
}

fn ended(first: &Act, then: &Act, beside: &[Act]) -> bool {
    beside.iter().any(|other| {
        let ends = other.kind == Kind::WithdrawalEffective
            || other.kind == Kind::WithdrawalNotified
            || (other.kind == Kind::RatificationWithdrawn && first.kind.is_consent());
        ends && first.on <= other.on && other.on <= then.on
    })
}

/// The same act, depositary included; words by their text.
fn is_same(known: &Act, act: &Act) -> bool {
    known.treaty == act.treaty
        && known.by == act.by
        && known.kind == act.kind
        && known.on == act.on
        && known.depositary == act.depositary
        && (!act.kind.is_words_only()
            || (known.text == act.text && known.towards == act.towards))
}

/// Proposes what a row adds to an act on record: a field that the record leaves empty.
fn amend(known: &OnRecord, row: &Sourced, origin: &Origin, intake: &mut Intake) {
    let mut body = known.act.clone();
    if body.notes.is_empty() {
        body.notes.clone_from(&row.act.notes);
    }
    body.effect = body.effect.or(row.act.effect);
    body.done_by = body.done_by.or(row.act.done_by);
    if body == known.act {
        return;
    }
    let why = "the file adds what the record leaves open".to_owned();
    let correction = Correction {
        of: known.entry,
        body: Box::new(Body::Act(body)),
        why: why.clone(),
    };
    let source = source(&row.source, origin, &intake.file);
    intake.amended.push(Amended {
        iso3: known.act.by,
        act: known.act.kind,
        date: known.act.on,
        why,
        proposal: Proposal {
            body: Body::Correction(correction),
            source,
        },
    });
}

/// The row's own source, else the file's.
pub(crate) fn source(own: &Source, origin: &Origin, file: &str) -> Source {
    if !own.title.is_empty() {
        return own.clone();
    }
    let title = if origin.title.is_empty() {
        file
    } else {
        &origin.title
    };
    Source {
        title: title.to_owned(),
        url: own.url.clone().or_else(|| origin.url.clone()),
        retrieved: own.retrieved.or(origin.retrieved),
        as_at: own.as_at.or(origin.as_at),
        sha256: own.sha256.clone().or_else(|| origin.sha256.clone()),
        place: own.place.clone(),
        confidence: own.confidence,
    }
}

fn refusal(file: &str, row: &ActRow, why: String) -> RowError {
    let act = &row.sourced.act;
    RowError {
        file: file.to_owned(),
        line: row.line,
        column: "act".to_owned(),
        value: format!("{} {} {} {}", act.treaty, act.by, act.kind, act.on),
        why,
    }
}
