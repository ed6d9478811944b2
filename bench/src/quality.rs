//! How good an order of texts is, by grades; and whether two searches differ by more than chance.

use crate::judged::Grades;

/// How many hits a reader looks at.
pub const SEEN: usize = 10;
/// How many of the first are asked for what is relevant.
pub const DEEP: usize = 20;
/// From this grade on a text is relevant.
const RELEVANT: u8 = 2;
/// How often signs are drawn.
const DRAWN: u32 = 20_000;

/// What one search did with one question.
#[derive(Debug, Clone, Copy, Default)]
pub struct Score {
    /// Normalised discounted cumulated gain of the first [`SEEN`], from 0 to 1; the gain of a grade is 2 to its
    /// power, less 1 (Burges and others, "Learning to Rank using Gradient Descent", ICML 2005; the measure is
    /// Järvelin and Kekäläinen's, ACM TOIS 20(4), 2002).
    pub gain: f64,
    /// Of the relevant texts, as far as [`DEEP`] have room for them, the share that is among the first [`DEEP`].
    pub recall: f64,
    /// The share of the first [`SEEN`] that anybody judged.
    pub judged: f64,
}

impl Score {
    /// Of texts in the order in which a search gave them.
    pub fn of(order: &[String], grades: &Grades) -> Score {
        let mut best: Vec<u8> = grades.values().copied().collect();
        best.sort_unstable_by(|a, b| b.cmp(a));
        let seen = &order[..order.len().min(SEEN)];
        let given = seen.iter().map(|key| grades.get(key).copied().unwrap_or(0));
        let relevant = best.iter().filter(|grade| **grade >= RELEVANT).count();
        let found = order
            .iter()
            .take(DEEP)
            .filter(|key| grades.get(*key).is_some_and(|grade| *grade >= RELEVANT))
            .count();
        let looked_at = seen.iter().filter(|key| grades.contains_key(*key)).count();
        Score {
            gain: share(gain(given), gain(best.into_iter().take(SEEN))),
            recall: share(real(found), real(relevant.min(DEEP))),
            judged: share(real(looked_at), real(seen.len())),
        }
    }
}

fn gain(grades: impl Iterator<Item = u8>) -> f64 {
    grades.enumerate().fold(0.0, |sum, (at, grade)| {
        sum + (f64::from(grade).exp2() - 1.0) / (real(at) + 2.0).log2()
    })
}

/// A part of a whole; the whole where there is nothing to have.
fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 1.0 }
}

/// The mean; 0 of nothing.
pub fn mean(of: impl IntoIterator<Item = f64>) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for one in of {
        sum += one;
        count += 1.0;
    }
    if count > 0.0 { sum / count } else { 0.0 }
}

/// How often chance alone would part two searches by as much on average as these differences do, to either side:
/// the signs of the differences are drawn anew again and again (Fisher's randomisation test; for searches, Smucker,
/// Allan and Carterette, CIKM 2007). The same differences give the same answer.
pub fn by_chance(differences: &[f64]) -> f64 {
    let apart = differences.iter().sum::<f64>().abs() - 1e-12;
    let mut signs = Signs(0x5eed);
    let mut as_far = 0_u32;
    for _ in 0..DRAWN {
        let drawn: f64 = differences
            .iter()
            .map(|one| if signs.next() { *one } else { -one })
            .sum();
        if drawn.abs() >= apart {
            as_far += 1;
        }
    }
    f64::from(as_far + 1) / f64::from(DRAWN + 1)
}

/// Signs as from a coin: Steele, Lea and Flood's SplitMix64 (OOPSLA 2014).
struct Signs(u64);

impl Signs {
    fn next(&mut self) -> bool {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) >> 63 == 1
    }
}

fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).expect("there are fewer texts than four thousand million"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grades() -> Grades {
        [("a", 3), ("b", 2), ("c", 0), ("d", 1)]
            .map(|(key, grade)| (key.to_owned(), grade))
            .into()
    }

    fn of(order: &[&str]) -> Score {
        let order: Vec<_> = order.iter().map(|key| (*key).to_owned()).collect();
        Score::of(&order, &grades())
    }

    #[test]
    fn the_best_order_has_all_gain_and_a_worse_one_less() {
        let best = of(&["a", "b", "d", "c"]);
        assert!((best.gain - 1.0).abs() < 1e-12 && (best.recall - 1.0).abs() < 1e-12);
        // By hand: 3 of the second, 7 of the third place, of 7 + 3 / log2(3) + 1 / 2.
        let worse = of(&["c", "b", "a"]);
        let by_hand = (3.0 / 3f64.log2() + 7.0 / 2.0) / (7.0 + 3.0 / 3f64.log2() + 0.5);
        assert!((worse.gain - by_hand).abs() < 1e-12, "{}", worse.gain);
        assert!(of(&[]).gain.abs() < 1e-12);
    }

    #[test]
    fn what_nobody_judged_is_nothing_and_is_told() {
        let score = of(&["x", "a"]);
        assert!((score.judged - 0.5).abs() < 1e-12);
        assert!((score.recall - 0.5).abs() < 1e-12);
    }

    #[test]
    fn chance_parts_equals_often_and_ten_that_all_gain_seldom() {
        assert!(by_chance(&[0.1, -0.1, 0.2, -0.2]) > 0.9);
        // All ten signs are the same in 2 of 1,024 draws.
        let p = by_chance(&[0.1; 10]);
        assert!((0.0005..0.004).contains(&p), "{p}");
    }
}
