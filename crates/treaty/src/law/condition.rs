//! Where the condition for a treaty's own entry into force stands, by the rule alone.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::reckon::{not_before, run, unknown_day};
use super::{Condition, Deposit, Law};
use crate::clause::{EntryIntoForce, Requirement};
use crate::{Because, PartialDate, ParticipantId, Step, StepRule};

/// The deposits that count, the earliest of each participant.
type Counting = BTreeMap<ParticipantId, Deposit>;

/// What is asked for, and what of it there is.
struct Tally {
    required: u32,
    have: u32,
    lacking: Vec<ParticipantId>,
    lacking_others: u32,
    /// The deposit that meets the condition: the last of those needed.
    last: Option<PartialDate>,
    /// Where it is not met: the last of those needed that there are.
    so_far: Option<PartialDate>,
    /// What is counted, in words.
    what: String,
}

impl Law {
    /// Where the condition for entry into force stood at the end of `on`, by the rule alone.
    ///
    /// `deposits` are the consents that stand, one per participant (the earliest of several
    /// depositaries), and those supposed. Deposits after `on` count only if supposed. A deposit
    /// of which only the month or year is known counts from its last day.
    ///
    /// Where no rule can say ([`Requirement::OnRecordOnly`], or no clause), the recorded entry
    /// into force answers, and `required` is `None`.
    pub fn condition(&self, deposits: &[Deposit], on: Date) -> Condition {
        let Some(clause) = &self.entry_into_force else {
            return self.on_record(deposits, "entry into force", None, on);
        };
        let counting = counting(clause, deposits, on);
        let mut because: Because = counting
            .values()
            .filter(|deposit| deposit.supposed)
            .map(|deposit| {
                Step::new(StepRule::Supposed)
                    .with("by", deposit.by)
                    .with("date", deposit.on)
            })
            .collect();
        let tally = match &clause.requirement {
            Requirement::Number(number) => number_of(&counting, *number),
            Requirement::Named { list, participants } => {
                with_named(&counting, list, participants, 0)
            }
            Requirement::NamedAndNumber {
                list,
                participants,
                others,
            } => with_named(&counting, list, participants, *others),
            Requirement::OnRecordOnly { what } => {
                return self.on_record(deposits, what, Some(clause), on);
            }
        };
        let step = |rule| {
            Step::new(rule)
                .article(clause.article.clone())
                .with("have", tally.have)
                .with("required", tally.required)
                .with("what", &tally.what)
        };
        let date = match tally.last {
            Some(last) => {
                because.push(step(StepRule::ConditionMet).day(last.latest()));
                let (latest, steps) = self.in_force_after(clause, last.latest());
                because.0.extend(steps);
                if !last.is_exact() {
                    let (earliest, _) = self.in_force_after(clause, last.earliest());
                    because.push(unknown_day(last, earliest, latest));
                }
                latest
            }
            None => {
                because.push(step(StepRule::ConditionOpen));
                None
            }
        };
        let earliest = match tally.last {
            Some(_) => date,
            None => {
                // A deposit that is supposed may come later than the day asked for.
                let last = tally.so_far.map_or(on, |day| day.latest().max(on));
                because.push(Step::new(StepRule::RestSupposed).with("date", last));
                let (earliest, steps) = self.in_force_after(clause, last);
                because.0.extend(steps);
                earliest
            }
        };
        Condition {
            met: tally.last.is_some(),
            date,
            required: Some(tally.required),
            have: tally.have,
            lacking: tally.lacking,
            lacking_others: tally.lacking_others,
            earliest,
            because,
        }
    }

    /// The day of entry into force that follows from the condition met on `met`.
    fn in_force_after(&self, clause: &EntryIntoForce, met: Date) -> (Option<Date>, Vec<Step>) {
        let (day, step) = run(clause.after, met, &clause.article);
        let mut steps = vec![step];
        let floor = clause
            .not_before
            .zip(self.opened.as_ref())
            .and_then(|(term, opened)| term.end(opened.on).ok());
        match (day, floor) {
            (Some(day), Some(floor)) if day < floor => {
                steps.push(not_before(floor, &clause.article));
                (Some(floor), steps)
            }
            (day, _) => (day, steps),
        }
    }

    /// The answer where only the record has one.
    fn on_record(
        &self,
        deposits: &[Deposit],
        what: &str,
        clause: Option<&EntryIntoForce>,
        on: Date,
    ) -> Condition {
        let first = match clause {
            Some(clause) => Step::new(StepRule::RecordOnly).article(clause.article.clone()),
            None => Step::new(StepRule::NoRule),
        };
        let mut because = Because(vec![first.with("what", what)]);
        let date = self
            .in_force
            .as_ref()
            .map(|day| day.on)
            .filter(|day| *day <= on);
        if let Some(day) = date {
            let step = Step::new(StepRule::InForceRecorded)
                .day(day)
                .with("treaty", &self.short);
            because.push(step);
        }
        let have = deposits
            .iter()
            .filter(|deposit| deposit.supposed || deposit.on.latest() <= on)
            .filter(|deposit| {
                clause.is_none_or(|clause| {
                    clause.counts.is_empty() || clause.counts.contains(&deposit.kind)
                })
            })
            .map(|deposit| deposit.by)
            .collect::<std::collections::BTreeSet<_>>()
            .len();
        Condition {
            met: date.is_some(),
            date,
            required: None,
            have: count(have),
            lacking: Vec::new(),
            lacking_others: 0,
            earliest: date,
            because,
        }
    }
}

fn counting(clause: &EntryIntoForce, deposits: &[Deposit], on: Date) -> Counting {
    let mut counting = Counting::new();
    let counted = deposits
        .iter()
        .filter(|deposit| clause.counts.contains(&deposit.kind))
        .filter(|deposit| deposit.supposed || deposit.on.latest() <= on);
    for deposit in counted {
        let kept = counting.entry(deposit.by).or_insert(*deposit);
        if deposit.on < kept.on {
            *kept = *deposit;
        }
    }
    counting
}

fn number_of(counting: &Counting, number: u32) -> Tally {
    let have = count(counting.len());
    Tally {
        required: number,
        have,
        lacking: Vec::new(),
        lacking_others: number.saturating_sub(have),
        last: nth(counting.values(), number),
        so_far: counting.values().map(|deposit| deposit.on).max(),
        what: "instruments".to_owned(),
    }
}

/// The instruments of everyone named and of `others` more.
fn with_named(counting: &Counting, list: &str, named: &[ParticipantId], others: u32) -> Tally {
    let lacking: Vec<_> = named
        .iter()
        .filter(|id| !counting.contains_key(id))
        .copied()
        .collect();
    let of_named = counting
        .values()
        .filter(|deposit| named.contains(&deposit.by));
    let of_others = || {
        counting
            .values()
            .filter(|deposit| !named.contains(&deposit.by))
    };
    let have_others = if others == 0 {
        0
    } else {
        count(of_others().count())
    };
    let last_named = of_named.map(|deposit| deposit.on).max();
    // All of the others there are, where they are not enough.
    let last_other = nth(of_others(), others.min(have_others));
    let so_far = last_other.max(last_named);
    let met = lacking.is_empty() && have_others >= others;
    let have_named = named.len() - lacking.len();
    Tally {
        required: count(named.len()).saturating_add(others),
        have: count(have_named).saturating_add(have_others),
        lacking,
        lacking_others: others.saturating_sub(have_others),
        last: so_far.filter(|_| met),
        so_far,
        what: match others {
            0 => format!("instruments ({list})"),
            n => format!("instruments ({list} + {n})"),
        },
    }
}

/// The day of the n-th of `deposits`, in the order in which they count.
fn nth<'a>(deposits: impl Iterator<Item = &'a Deposit>, n: u32) -> Option<PartialDate> {
    let mut days: Vec<_> = deposits.map(|deposit| deposit.on).collect();
    days.sort_unstable();
    days.get(usize::try_from(n).ok()?.checked_sub(1)?).copied()
}

/// There are a few hundred participants at most.
fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
