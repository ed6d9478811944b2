//! Tables of status against the record: each row's days become acts.
//!
//! A table of status is narrower than a table of acts. It has no sources, notes or depositaries,
//! and of what came before a standing (a consent given back, a membership that ended and began
//! again) it has nothing. So nothing on record is disputed because a table does not show it.

use std::collections::BTreeMap;

use treaty::{Act, Kind, Source, TreatyId};

use crate::acts::{ActRow, Doubt, Sourced};
use crate::error::RowError;
use crate::intake::{Held, Intake, Origin};
use crate::record::{OnRecord, Record};
use crate::status_file::{Standing, StatusAct, StatusFile, StatusRow};

/// Compares a table of status with a record: acts that are not on record are proposed, with the
/// table as their source.
pub fn propose_status(file: &StatusFile, origin: &Origin, record: &dyn Record) -> Intake {
    let mut intake = Intake {
        file: file.file.clone(),
        ..Intake::default()
    };
    intake.refused.clone_from(&file.errors);
    let known = record.treaties().into_iter();
    let treaties: Vec<TreatyId> = known.map(|known| known.id).collect();
    let waiting = record.quarantined();
    let mut kept = BTreeMap::<TreatyId, Vec<OnRecord>>::new();
    let mut new = Vec::new();
    // What a depositary took at times against the rules, an export carries on.
    let exported = file.rows.iter().all(|row| row.exported);
    for row in &file.rows {
        let on_record = kept
            .entry(row.treaty.clone())
            .or_insert_with(|| record.acts(&row.treaty));
        let reading = Reading {
            row,
            on_record,
            record,
        };
        let source = source(row, file, origin);
        let (acts, open) = reading.acts();
        for held in open {
            intake.hold(Some(&row.treaty), held, &waiting, &source);
        }
        for (at, one) in acts.iter().enumerate() {
            if one.date.earliest() > row.on {
                intake.refused.push(late(&file.file, row, one));
            } else if reading.is_known(one) {
                intake.unchanged += 1;
            } else {
                let last = at + 1 == acts.len();
                let act = reading.act(one);
                new.push(ActRow {
                    line: row.line,
                    sourced: Sourced {
                        doubt: (last && row.uncertain && act.on.is_exact()).then(doubt),
                        ..Sourced::new(act, source.clone())
                    },
                });
            }
        }
    }
    crate::propose_acts::compare_taken(
        &new,
        &|_| exported,
        origin,
        &treaties,
        record,
        &mut intake,
    );
    intake
}

/// The doubt that a row speaks of, without saying what it is about.
fn doubt() -> Doubt {
    Doubt {
        why: "the table of status it was read from calls the row uncertain".to_owned(),
        counts: true,
    }
}

fn source(row: &StatusRow, file: &StatusFile, origin: &Origin) -> Source {
    let title = if origin.title.is_empty() {
        format!("status of {} on {}, {}", row.treaty, row.on, file.file)
    } else {
        origin.title.clone()
    };
    Source {
        title,
        url: origin.url.clone(),
        retrieved: origin.retrieved,
        as_at: Some(row.on),
        sha256: origin.sha256.clone(),
        place: Some(format!("line {}", row.line)),
        confidence: None,
    }
}

fn late(file: &str, row: &StatusRow, one: &StatusAct) -> RowError {
    RowError {
        file: file.to_owned(),
        line: row.line,
        column: "acts".to_owned(),
        value: format!("{} {} {} {}", row.treaty, row.by, one.act, one.date),
        why: format!("it lies after the day of the table, {}", row.on),
    }
}

/// A row, and what the record has of its treaty.
struct Reading<'r> {
    row: &'r StatusRow,
    on_record: &'r [OnRecord],
    record: &'r dyn Record,
}

impl Reading<'_> {
    /// The acts a row rests on, and what it leaves open.
    fn acts(&self) -> (Vec<StatusAct>, Vec<Held>) {
        if let Some(acts) = &self.row.acts {
            return (acts.clone(), Vec::new());
        }
        let (row, mut acts, mut open) = (self.row, Vec::new(), Vec::new());
        let act = |act, date, done_by| StatusAct {
            act,
            date,
            effect: None,
            done_by,
        };
        let both_at_once =
            row.consent_act == Some(Kind::DefinitiveSignature) && row.signed == row.consented;
        if let Some(day) = row.signed.filter(|_| !both_at_once) {
            acts.push(act(Kind::Signature, day, row.done_by));
        }
        match (row.consented, row.consent_act) {
            (Some(day), Some(kind)) => {
                acts.push(act(kind, day, row.done_by));
                let stands = match row.standing {
                    Standing::Party | Standing::Contracting | Standing::Withdrawn => true,
                    Standing::Signatory | Standing::None => false,
                };
                if !stands && !self.has(Kind::RatificationWithdrawn) {
                    acts.pop();
                    let value = format!("{} {kind} {day}", row.by);
                    let why =
                        "this consent stands no more, and the table does not say since when";
                    open.push(self.held(value, why));
                }
            }
            (Some(day), None) => {
                let value = format!("{} {day}", row.by);
                open.push(
                    self.held(value, "the table does not say in which form it consented"),
                );
            }
            (None, _) => {}
        }
        if let Some(day) = row.left {
            acts.push(act(Kind::WithdrawalEffective, day.into(), None));
        }
        if row.provisional && !self.has(Kind::ProvisionalApplication) {
            let value = format!("{} provisional application", row.by);
            open.push(self.held(value, "the table does not say since when"));
        }
        (acts, open)
    }

    fn held(&self, value: String, why: &str) -> Held {
        Held::new(format!("line {}", self.row.line), value, why)
    }

    fn has(&self, kind: Kind) -> bool {
        self.of_row()
            .any(|known| known.kind == kind && known.on.latest() <= self.row.on)
    }

    fn of_row(&self) -> impl Iterator<Item = &Act> {
        let own = self
            .on_record
            .iter()
            .filter(|known| known.act.by == self.row.by);
        own.map(|known| &known.act)
    }

    /// Whether the record has an act. Which depositary took it a table of status does not say; nor
    /// does one without `acts` say in which form a State signed or how it left.
    fn is_known(&self, one: &StatusAct) -> bool {
        let alike = |known: &Act| {
            known.kind == one.act
                || (self.row.acts.is_none()
                    && known.kind.is_signature()
                    && one.act.is_signature())
        };
        let reckoned = || {
            one.act == Kind::WithdrawalEffective
                && self
                    .record
                    .left(&self.row.treaty, self.row.by, self.row.on)
                    .is_some_and(|day| one.date == day.into())
        };
        self.of_row()
            .any(|known| known.on == one.date && alike(known))
            || reckoned()
    }

    fn act(&self, one: &StatusAct) -> Act {
        Act {
            effect: one.effect,
            done_by: one.done_by,
            ..Act::new(self.row.treaty.clone(), self.row.by, one.act, one.date)
        }
    }
}
