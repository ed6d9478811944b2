//! The dots of small States: where each can be touched. Neighbours push one another apart until no
//! two share a place, and a moved dot keeps a line to its State.

use treaty::ParticipantId;

use super::{Dot, WIDTH, units};

/// Radius in pixels, at full size, within which a touch means the dot.
pub(crate) const TOUCH: f64 = 6.0;

/// No two dots are nearer than this, in pixels: their touches do not meet.
const GAP: f64 = 2.0 * TOUCH + 0.4;

/// A dot moved less than this, in pixels, covers its State and needs no line.
const MOVED: f64 = 3.0;

/// The rounds in which dots are drawn home, and those in which they only make room.
const ROUNDS: (usize, usize) = (400, 400);

/// The dots, in the order of `homes`.
pub(super) fn spread(homes: &[(ParticipantId, (f64, f64))]) -> Vec<(ParticipantId, Dot)> {
    let mut at: Vec<(f64, f64)> = homes.iter().map(|(_, home)| *home).collect();
    for round in 0..ROUNDS.0 + ROUNDS.1 {
        if round < ROUNDS.0 {
            for (dot, (_, home)) in at.iter_mut().zip(homes) {
                dot.0 += (home.0 - dot.0) * 0.02;
                dot.1 += (home.1 - dot.1) * 0.02;
            }
        }
        make_room(&mut at);
    }
    homes
        .iter()
        .zip(at)
        .map(|((code, home), at)| {
            let moved = distance(*home, at) >= MOVED;
            let dot = Dot {
                at: units(at),
                home: moved.then(|| units(*home)),
            };
            (*code, dot)
        })
        .collect()
}

fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    ((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1)).sqrt()
}

/// Moves each pair that is too near apart by what it lacks, half each.
fn make_room(at: &mut [(f64, f64)]) {
    for one in 0..at.len() {
        for other in 0..one {
            let (a, b) = (at[one], at[other]);
            let between = distance(a, b);
            if between >= GAP {
                continue;
            }
            // Two at one place part to the east and the west.
            let (x, y) = if between > 1e-6 {
                ((a.0 - b.0) / between, (a.1 - b.1) / between)
            } else {
                (1.0, 0.0)
            };
            let by = (GAP - between) / 2.0;
            at[one] = (a.0 + x * by, a.1 + y * by);
            at[other] = (b.0 - x * by, b.1 - y * by);
        }
    }
    for dot in at {
        dot.0 = dot.0.clamp(TOUCH, WIDTH - TOUCH);
    }
}
