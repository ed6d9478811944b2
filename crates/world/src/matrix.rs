//! States × treaties on a day.

use std::collections::BTreeMap;

use jiff::civil::Date;
use treaty::participant::Status;
use treaty::{Lang, ParticipantId};

use crate::called::is_open_to;
use crate::curve;
use crate::view::{MatrixRow, MatrixTreaty, MatrixView, Standing};
use crate::world::World;

impl World {
    /// States × treaties: a row for every State and organisation that counts on the day, and for
    /// every other that stands somewhere.
    pub fn matrix(&self, on: Date, lang: Lang) -> MatrixView {
        let width = self.treaties.len();
        let mut rows: BTreeMap<ParticipantId, Vec<Standing>> = self
            .registry
            .all()
            .filter(|participant| match participant.status {
                Status::State | Status::Organisation => participant.counts_on(on),
                Status::Former | Status::NotCounted => false,
            })
            .map(|participant| (participant.id, vec![Standing::None; width]))
            .collect();
        for (column, under) in self.treaties.values().enumerate() {
            for bond in &under.bonds {
                let Some(point) = under.point_on(bond, on) else {
                    continue;
                };
                if point.standing != Standing::None {
                    let row = rows
                        .entry(bond.by)
                        .or_insert_with(|| vec![Standing::None; width]);
                    row[column] = point.standing;
                }
            }
        }
        let mut rows: Vec<_> = rows
            .into_iter()
            .map(|(iso3, standings)| MatrixRow {
                iso3,
                name: self.registry.name(iso3, lang),
                open: self.open_to(iso3, &standings),
                standings,
            })
            .collect();
        rows.sort_by_key(|row| self.registry.rank(row.iso3));
        MatrixView {
            on,
            known: self.known,
            head: self.head(),
            treaties: self
                .treaties
                .iter()
                .map(|(id, under)| MatrixTreaty {
                    treaty: id.clone(),
                    short: under.law.short.clone(),
                    in_force: under.in_force_on(on),
                    counts: curve::on_day(under, on),
                })
                .collect(),
            rows,
        }
    }

    /// For each treaty, whether it is open to a participant. Where it stands somewhere, it was.
    fn open_to(&self, id: ParticipantId, standings: &[Standing]) -> Vec<bool> {
        let participant = self.registry.get(id);
        self.treaties
            .values()
            .zip(standings)
            .map(|(under, standing)| {
                *standing != Standing::None
                    || participant.is_some_and(|participant| is_open_to(under, participant))
            })
            .collect()
    }
}
