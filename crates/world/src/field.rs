//! The field on a day: each treaty's standing, what happened last, what comes next.

use jiff::civil::Date;
use ledger::body::Meeting;
use treaty::Lang;
use treaty::clause::Requirement;

use crate::curve;
use crate::fold::Under;
use crate::force;
use crate::kinds;
use crate::view::{Change, FieldTreaty, FieldView};
use crate::world::World;

/// How many of the latest acts, next deadlines and next meetings are told.
const FEW: usize = 12;

/// How many of the last meetings are told.
const FEW_PAST: usize = 3;

impl World {
    /// The field on a day.
    pub fn field(&self, on: Date, lang: Lang) -> FieldView {
        let treaties = self
            .treaties
            .values()
            .map(|under| self.field_treaty(under, on, lang));
        FieldView {
            on,
            known: self.known,
            head: self.head(),
            treaties: treaties.collect(),
            latest: self.latest(on, lang),
            next_duties: self.next_deadlines(on, FEW, lang),
            next_yearly: self.next_yearly(on, lang),
            next_meetings: self.next_meetings(on),
            last_meetings: self.last_meetings(on),
            findings: u32::try_from(self.findings().len()).unwrap_or(u32::MAX),
        }
    }

    fn field_treaty(&self, under: &Under, on: Date, lang: Lang) -> FieldTreaty {
        let law = &under.law;
        let stands = |id| {
            let point = under.bond(id).and_then(|bond| under.point_on(bond, on));
            point.is_some_and(|point| point.ties.consent_stands)
        };
        let outside = self
            .eligible(under, on)
            .filter(|participant| !stands(participant.id));
        FieldTreaty {
            treaty: law.id.clone(),
            short: law.short.clone(),
            title: law.title.get(lang).to_owned(),
            in_force: under.in_force_on(on),
            entered_into_force: under.in_force.filter(|day| *day <= on),
            counts: curve::on_day(under, on),
            missing: self.instruments_missing(under, on),
            outside: u32::try_from(outside.count()).unwrap_or(u32::MAX),
        }
    }

    /// How many instruments the entry into force still needs.
    fn instruments_missing(&self, under: &Under, on: Date) -> u32 {
        let Some(clause) = under.law.entry_into_force.as_ref() else {
            return 0;
        };
        let reached = clause
            .reached
            .as_ref()
            .is_some_and(|reached| reached.on <= on);
        if under.in_force_on(on) || reached {
            return 0;
        }
        match clause.requirement {
            Requirement::OnRecordOnly { .. } => 0,
            Requirement::Number(_)
            | Requirement::Named { .. }
            | Requirement::NamedAndNumber { .. } => {
                let deposits = force::deposits_on(under, &self.acts, 0, on);
                let condition = under.law.condition(&deposits, on);
                let named = u32::try_from(condition.lacking.len()).unwrap_or(u32::MAX);
                condition.lacking_others.saturating_add(named)
            }
        }
    }

    /// The latest acts that changed a standing, newest first.
    fn latest(&self, on: Date, lang: Lang) -> Vec<Change> {
        // The last few acts of each treaty are enough to find the last few of all.
        let mut latest = Vec::new();
        for under in self.treaties.values() {
            for bond in &under.bonds {
                let acts = self.acts_of(bond).iter().zip(bond.acts.start..);
                latest.extend(
                    acts.filter(|(act, _)| act.counts && !act.kind.is_words_only())
                        .filter(|(act, _)| act.on.latest() <= on)
                        .map(|(act, place)| (act.on.latest(), under, bond, act, place)),
                );
            }
        }
        let order =
            |day: Date, by, place: u32| (std::cmp::Reverse(day), self.registry.rank(by), place);
        if latest.len() > FEW {
            let key = |row: &(Date, &Under, _, &crate::bond::ActRef, u32)| {
                order(row.0, row.3.by, row.4)
            };
            latest.select_nth_unstable_by_key(FEW, key);
            latest.truncate(FEW);
        }
        latest.sort_by_key(|row| order(row.0, row.3.by, row.4));
        latest
            .into_iter()
            .map(|(_, under, bond, act, place)| self.change(under, bond, act, place, lang))
            .collect()
    }

    /// The next meetings that begin or last on or after the day.
    fn next_meetings(&self, on: Date) -> Vec<Meeting> {
        let mut meetings: Vec<_> = self
            .meetings_counted()
            .filter(|meeting| on <= meeting.end.unwrap_or(meeting.start).latest())
            .cloned()
            .collect();
        meetings
            .sort_by(|a, b| (a.start, &a.treaty, &a.kind).cmp(&(b.start, &b.treaty, &b.kind)));
        meetings.truncate(FEW);
        meetings
    }

    /// The last meetings that were over before the day.
    fn last_meetings(&self, on: Date) -> Vec<Meeting> {
        let mut meetings: Vec<_> = self
            .meetings_counted()
            .filter(|meeting| meeting.end.unwrap_or(meeting.start).latest() < on)
            .cloned()
            .collect();
        meetings
            .sort_by(|a, b| (b.start, &a.treaty, &a.kind).cmp(&(a.start, &b.treaty, &b.kind)));
        meetings.truncate(FEW_PAST);
        meetings
    }

    /// The meetings on record.
    pub(crate) fn meetings_counted(&self) -> impl Iterator<Item = &Meeting> {
        self.shelf
            .meetings
            .iter()
            .filter_map(|&at| kinds::meeting(self.record.body(at)))
    }
}
