//! What a treaty's entry into force needs, has and lacks; and what if.

use std::collections::BTreeMap;

use jiff::civil::Date;
use treaty::because::article_in_words;
use treaty::clause::{EntryIntoForce, Requirement};
use treaty::law::{Condition, Deposit};
use treaty::{Because, Kind, Lang, ParticipantId, Step, StepRule, Term, TreatyId};

use crate::bond::{ActAt, ActRef};
use crate::fold::Under;
use crate::view::{ForceView, Lacks, Missing, Standing, Supposed, WhatIf};
use crate::world::World;

impl World {
    /// What entry into force still needs. A supposed deposit of a participant whose consent
    /// stands is listed and changes nothing.
    pub fn force(
        &self,
        treaty: &TreatyId,
        on: Date,
        what_if: &[WhatIf],
        lang: Lang,
    ) -> Option<ForceView> {
        self.force_without(treaty, on, what_if, &[], lang)
    }

    /// The same, supposing besides that some consents did not stand. Where the treaty is in force,
    /// or its condition was met, that changes nothing: what has happened is not undone.
    pub fn force_without(
        &self,
        treaty: &TreatyId,
        on: Date,
        what_if: &[WhatIf],
        without: &[ParticipantId],
        lang: Lang,
    ) -> Option<ForceView> {
        let under = self.under(treaty)?;
        let law = &under.law;
        let mut deposits = deposits_on(under, &self.acts, 0, on);
        deposits.retain(|deposit| !without.contains(&deposit.by));
        let kind = law
            .entry_into_force
            .as_ref()
            .and_then(|clause| clause.counts.first());
        for supposed in what_if {
            if deposits.iter().all(|deposit| deposit.by != supposed.by) {
                deposits.push(Deposit {
                    by: supposed.by,
                    kind: kind.copied().unwrap_or(Kind::Ratification),
                    on: supposed.on.into(),
                    supposed: true,
                });
            }
        }
        let condition = law.condition(&deposits, on);
        let reached = law
            .entry_into_force
            .as_ref()
            .and_then(|clause| clause.reached.as_ref());
        let met = condition.met
            || reached.is_some_and(|reached| reached.on <= on)
            || under.in_force_on(on);
        let recorded = under.recorded && met;
        let first = self.met_first(under);
        let by_rule = condition
            .date
            .filter(|_| !under.recorded)
            .or_else(|| first?.date);
        let mut because = self.steps(&condition, first, on);
        if let Some(day) = under.in_force.filter(|_| recorded) {
            because
                .0
                .retain(|step| step.rule != StepRule::InForceRecorded);
            because.push(
                Step::new(StepRule::InForceRecorded)
                    .day(day)
                    .with("treaty", &law.short),
            );
            // Only a record that met the condition by then can speak against the depositary.
            let reckoned = because
                .steps()
                .iter()
                .any(|step| step.rule == StepRule::ConditionMet);
            if let Some(rule) = by_rule.filter(|rule| reckoned && *rule != day) {
                because.push(
                    Step::new(StepRule::Differs)
                        .with("printed", day)
                        .with("reckoned", rule),
                );
            }
        }
        let named = self.named(under, &condition, on, lang);
        Some(ForceView {
            treaty: treaty.clone(),
            short: law.short.clone(),
            on,
            known: self.known,
            head: self.head(),
            condition: in_words(law.entry_into_force.as_ref()),
            article: law
                .entry_into_force
                .as_ref()
                .map(|clause| clause.article.clone()),
            met,
            date: if recorded {
                under.in_force
            } else {
                condition.date.or(under.in_force.filter(|_| met))
            },
            recorded,
            by_rule,
            required: condition.required,
            have: condition.have,
            missing: named
                .iter()
                .filter(|row| row.lacks != Lacks::Nothing)
                .cloned()
                .collect(),
            missing_others: if met { 0 } else { condition.lacking_others },
            named,
            supposed: what_if
                .iter()
                .map(|what| Supposed {
                    iso3: what.by,
                    on: what.on,
                })
                .collect(),
            without: without.to_vec(),
            earliest: if recorded {
                under.in_force
            } else {
                condition.earliest
            },
            because,
        })
    }

    /// The condition on the first day on which the record meets it.
    pub(crate) fn met_first<'w>(&'w self, under: &'w Under) -> Option<&'w Condition> {
        let met = under
            .met_first
            .get_or_init(|| met_first(under, &self.acts, 0));
        met.as_ref()
    }

    /// The steps of the condition: those of the day on which it was first met, where that day has
    /// come, for today's list lacks who counted then; participants by name.
    fn steps(&self, condition: &Condition, first: Option<&Condition>, on: Date) -> Because {
        let met_by_now = first.filter(|first| {
            first.because.steps().iter().any(|step| {
                step.rule == StepRule::ConditionMet && step.day.is_some_and(|day| day <= on)
            })
        });
        let mut because = met_by_now.unwrap_or(condition).because.clone();
        for step in &mut because.0 {
            let supposed = (step.rule == StepRule::Supposed)
                .then(|| step.inputs.get("by")?.parse::<ParticipantId>().ok())
                .flatten();
            if let Some(by) = supposed {
                *step = step.clone().with("by", self.registry.name(by, Lang::En));
            }
        }
        because
    }

    /// The named participants with what each lacks, by English name.
    fn named(
        &self,
        under: &Under,
        condition: &Condition,
        on: Date,
        lang: Lang,
    ) -> Vec<Missing> {
        let clause = under.law.entry_into_force.as_ref();
        let mut named: Vec<ParticipantId> = match clause.map(|clause| &clause.requirement) {
            Some(
                Requirement::Named { participants, .. }
                | Requirement::NamedAndNumber { participants, .. },
            ) => participants.clone(),
            Some(Requirement::Number(_) | Requirement::OnRecordOnly { .. }) | None => {
                Vec::new()
            }
        };
        named.sort_by_cached_key(|id| (self.registry.rank(*id), *id));
        named.dedup();
        let row = |iso3: ParticipantId| {
            let point = under.bond(iso3).and_then(|bond| under.point_on(bond, on));
            let lacks = if !condition.lacking.contains(&iso3) {
                Lacks::Nothing
            } else if point.is_some_and(|point| point.ties.signature_stands) {
                Lacks::Ratification
            } else {
                Lacks::SignatureAndRatification
            };
            let standing = point.map_or(Standing::None, |point| point.standing);
            Missing {
                iso3,
                name: self.registry.name(iso3, lang),
                standing,
                lacks,
            }
        };
        named.into_iter().map(row).collect()
    }
}

/// The consents that stand on a day. `begin` is the place of the first of `acts` among all.
pub(crate) fn deposits_on(
    under: &Under,
    acts: &[ActRef],
    begin: usize,
    on: Date,
) -> Vec<Deposit> {
    let standing = under.bonds.iter().filter_map(|bond| {
        let ties = &under.point_on(bond, on)?.ties;
        ties.consent
            .filter(|_| ties.consent_stands)
            .map(|act| deposit(acts, begin, act))
    });
    standing.collect()
}

fn deposit(acts: &[ActRef], begin: usize, act: ActAt) -> Deposit {
    let act = &acts[act as usize - begin];
    Deposit {
        by: act.by,
        kind: act.kind,
        on: act.on,
        supposed: false,
    }
}

/// The day of entry into force that the rule gives from the record, for treaties whose file
/// records none.
pub(crate) fn date_by_rule(under: &Under, acts: &[ActRef], begin: usize) -> Option<Date> {
    met_first(under, acts, begin)?.date
}

/// The condition on the first day on which the record meets it. What is withdrawn later does not
/// undo it.
fn met_first(under: &Under, acts: &[ActRef], begin: usize) -> Option<Condition> {
    let clause = under.law.entry_into_force.as_ref()?;
    let mut changes: Vec<(Date, ParticipantId, Option<Deposit>)> = Vec::new();
    for bond in &under.bonds {
        let mut before = None;
        for point in under.points(bond) {
            let now = point.ties.consent.filter(|_| point.ties.consent_stands);
            if now != before {
                changes.push((
                    point.from,
                    bond.by,
                    now.map(|act| deposit(acts, begin, act)),
                ));
                before = now;
            }
        }
    }
    changes.sort_unstable_by_key(|(day, by, _)| (*day, *by));
    let mut standing: BTreeMap<ParticipantId, Deposit> = BTreeMap::new();
    for day in changes.chunk_by(|a, b| a.0 == b.0) {
        for (_, by, change) in day {
            match change.filter(|deposit| clause.counts.contains(&deposit.kind)) {
                Some(deposit) => standing.insert(*by, deposit),
                None => standing.remove(by),
            };
        }
        let Some(on) = day.first().map(|change| change.0) else {
            continue;
        };
        if may_be_met(clause, &standing) {
            let deposits: Vec<_> = standing.values().copied().collect();
            let condition = under.law.condition(&deposits, on);
            if condition.met {
                return Some(condition);
            }
        }
    }
    None
}

/// A quick look before the rule is asked; never says no where the rule says yes.
fn may_be_met(clause: &EntryIntoForce, standing: &BTreeMap<ParticipantId, Deposit>) -> bool {
    match &clause.requirement {
        Requirement::Number(number) => standing.len() >= *number as usize,
        Requirement::Named { participants, .. } => {
            participants.iter().all(|id| standing.contains_key(id))
        }
        Requirement::NamedAndNumber {
            participants,
            others,
            ..
        } => {
            standing.len() >= *others as usize
                && participants.iter().all(|id| standing.contains_key(id))
        }
        Requirement::OnRecordOnly { .. } => false,
    }
}

/// The condition in one English sentence.
fn in_words(clause: Option<&EntryIntoForce>) -> String {
    let Some(clause) = clause else {
        return "No rule for its entry into force is on file; only what is recorded is known."
            .to_owned();
    };
    let article = article_in_words(&clause.article);
    let kinds = or(clause
        .counts
        .iter()
        .map(|kind| kind.word().replace('_', " "))
        .collect());
    let what = match &clause.requirement {
        Requirement::Number(n) => {
            format!("the {} instrument of {kinds} is deposited", ordinal(*n))
        }
        Requirement::Named { list, participants } => {
            let of = participants.len();
            // A list has a number (`Annex 2`) or says who is on it (`signatory States`).
            let all = if list.contains(|c: char| c.is_ascii_digit()) {
                format!("all {of} States of {list}")
            } else {
                format!("all {of} {list}")
            };
            format!("{all} have deposited instruments of {kinds}")
        }
        Requirement::NamedAndNumber {
            list,
            participants,
            others,
        } => format!(
            "the {} {list} and {others} others have deposited instruments of {kinds}",
            participants.len()
        ),
        Requirement::OnRecordOnly { what } => {
            return format!("The condition for its entry into force is: {what} ({article}).");
        }
    };
    let when = match clause.after {
        Term::SameDay => "on the day on which".to_owned(),
        Term::FirstDayOfMonth(n) => format!(
            "on the first day of the {} month after the month in which",
            ordinal(n)
        ),
        Term::Days(_) | Term::Months { .. } | Term::Years { .. } => {
            format!("{} after the day on which", length(clause.after))
        }
    };
    let floor = match clause.not_before {
        None | Some(Term::SameDay) => String::new(),
        Some(term) => {
            format!(
                ", but not before {} from its opening for signature",
                length(term)
            )
        }
    };
    format!("The treaty enters into force {when} {what}{floor} ({article}).")
}

/// `180 days`, `1 month`.
fn length(term: Term) -> String {
    let (n, unit) = match term {
        Term::SameDay => (0, "day"),
        Term::Days(n) => (n, "day"),
        Term::Months { n, .. } | Term::FirstDayOfMonth(n) => (n, "month"),
        Term::Years { n, .. } => (n, "year"),
    };
    let plural = if n == 1 { "" } else { "s" };
    format!("{n} {unit}{plural}")
}

/// `sixth`, `50th`, `22nd`.
fn ordinal(n: u32) -> String {
    const WORDS: [&str; 10] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ];
    let word = n.checked_sub(1).and_then(|at| WORDS.get(at as usize));
    let ending = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        (_, _) => "th",
    };
    word.map_or_else(|| format!("{n}{ending}"), |word| (*word).to_owned())
}

/// `a, b or c`.
fn or(mut words: Vec<String>) -> String {
    let last = words.pop();
    match (words.is_empty(), last) {
        (_, None) => "any kind".to_owned(),
        (true, Some(last)) => last,
        (false, Some(last)) => format!("{} or {last}", words.join(", ")),
    }
}
