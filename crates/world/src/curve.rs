//! How the counts of a treaty moved: one point for each day on which one changed.

use jiff::civil::Date;
use treaty::TreatyId;

use crate::bond::Point;
use crate::fold::Under;
use crate::sheet::{Sheet, Tabular};
use crate::view::{Counts, CurvePoint, CurveView, Standing};
use crate::world::World;

impl World {
    /// How the counts moved.
    pub fn curve(&self, treaty: &TreatyId) -> Option<CurveView> {
        let under = self.under(treaty)?;
        Some(CurveView {
            treaty: treaty.clone(),
            points: under.curve.clone(),
        })
    }

    /// The counts alone, without names: what curves and the matrix need.
    pub fn counts(&self, treaty: &TreatyId, on: Date) -> Option<Counts> {
        Some(on_day(self.under(treaty)?, on))
    }
}

/// The counts at the end of a day.
pub(crate) fn on_day(under: &Under, on: Date) -> Counts {
    let upto = under.curve.partition_point(|point| point.on <= on);
    under.curve[..upto]
        .last()
        .map_or_else(Counts::default, |point| point.counts)
}

/// The curve, from the points of every bond.
pub(crate) fn of(under: &Under) -> Vec<CurvePoint> {
    let mut steps: Vec<(Date, [i32; 5])> = Vec::new();
    for bond in &under.bonds {
        let mut before = [0; 5];
        for point in under.points(bond) {
            let now = weight(point);
            if now != before {
                steps.push((point.from, std::array::from_fn(|n| now[n] - before[n])));
                before = now;
            }
        }
    }
    steps.sort_unstable();
    let (mut curve, mut sum): (Vec<CurvePoint>, _) = (Vec::new(), [0; 5]);
    for steps in steps.chunk_by(|a, b| a.0 == b.0) {
        for (_, step) in steps {
            sum = std::array::from_fn(|n| sum[n] + step[n]);
        }
        let Some(on) = steps.first().map(|step| step.0) else {
            continue;
        };
        let counts = counts(sum);
        if curve.last().is_none_or(|last| last.counts != counts) {
            curve.push(CurvePoint { on, counts });
        }
    }
    curve
}

/// What one participant adds to each count. The words are defined in the contract.
fn weight(point: &Point) -> [i32; 5] {
    [
        i32::from(point.ties.signature_stands),
        i32::from(point.ties.consent_stands),
        i32::from(point.standing == Standing::Party),
        i32::from(point.standing == Standing::Signatory),
        i32::from(point.standing == Standing::Withdrawn),
    ]
}

fn counts([signatures, consents, parties, signatories_only, withdrawn]: [i32; 5]) -> Counts {
    let count = |n| u32::try_from(n).expect("a sum over standings that begin at none");
    Counts {
        signatures: count(signatures),
        consents: count(consents),
        parties: count(parties),
        signatories_only: count(signatories_only),
        withdrawn: count(withdrawn),
    }
}

impl Tabular for CurveView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "treaty",
            "on",
            "signatures",
            "consents",
            "parties",
            "signatories_only",
            "withdrawn",
        ]);
        for CurvePoint { on, counts } in &self.points {
            sheet.row(vec![
                self.treaty.to_string(),
                on.to_string(),
                counts.signatures.to_string(),
                counts.consents.to_string(),
                counts.parties.to_string(),
                counts.signatories_only.to_string(),
                counts.withdrawn.to_string(),
            ]);
        }
        sheet
    }
}
