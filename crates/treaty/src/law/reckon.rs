//! The arithmetic: from a deposit, a notice or an event to the day that follows, with the steps.

use jiff::civil::Date;

use super::{Law, Reckoned};
use crate::clause::{Duty, LaterJoiner, Switch, When};
use crate::{Because, PartialDate, ShortMonth, Step, StepRule, Term};

/// A day with the steps that gave it; no day where a term ran off the calendar.
type Steps = (Option<Date>, Vec<Step>);

/// The article under which a treaty that says nothing else binds from the day of consent.
const VCLT_24_3: &str = "24(3) VCLT";

impl Law {
    /// The day from which a participant that consented on `consent` is bound, given the treaty's
    /// own entry into force (`treaty_in_force`: recorded, or supposed in a what-if).
    ///
    /// Nothing is bound while the treaty is not in force: both days are then `None`. Where the
    /// file has no clause on later joiners, the first day it can be is that of consent, as
    /// Article 24(3) of the Vienna Convention on the Law of Treaties has it for want of another
    /// provision; the last day is not known, and the steps say so.
    pub fn in_force_for(
        &self,
        consent: PartialDate,
        treaty_in_force: Option<Date>,
    ) -> Reckoned {
        let Some(in_force) = treaty_in_force else {
            let step = Step::new(StepRule::NotInForce).with("treaty", &self.short);
            return Reckoned {
                earliest: None,
                latest: None,
                because: Because(vec![step]),
            };
        };
        let recorded = self.in_force.as_ref().is_some_and(|day| day.on == in_force);
        let rule = if recorded {
            StepRule::InForceRecorded
        } else {
            StepRule::InForceSupposed
        };
        let mut first = Step::new(rule).day(in_force).with("treaty", &self.short);
        if let Some(clause) = &self.entry_into_force {
            first = first.article(clause.article.clone());
        }
        let mut reckoned = over(consent, |day| self.bound_from(day, in_force));
        reckoned.because.0.insert(0, first);
        if self.later_joiner.is_none() && in_force < consent.latest() {
            // Most treaties set a term here; which one is not known, so the day is not either.
            let unknown = Step::new(StepRule::NoRule).with("what", "later joiners");
            reckoned.because.push(unknown);
            reckoned.latest = None;
        }
        let presumes = match &self.later_joiner {
            Some(clause) => clause
                .presumes
                .as_ref()
                .map(|what| (&clause.article, what.clone())),
            None => None,
        };
        if let Some((article, what)) = presumes {
            let step = Step::new(StepRule::Presumed)
                .article(article.clone())
                .with("what", what);
            reckoned.because.push(step);
        }
        reckoned
    }

    /// For one exact day of consent.
    fn bound_from(&self, consent: Date, in_force: Date) -> Steps {
        let Some(clause) = &self.later_joiner else {
            if consent > in_force {
                return bound_without_clause(consent);
            }
            let mut step = Step::new(StepRule::Original)
                .day(in_force)
                .with("date", consent)
                .with("until", in_force);
            step.article = self
                .entry_into_force
                .as_ref()
                .map(|clause| clause.article.clone());
            return (Some(in_force), vec![step]);
        };
        let threshold = self
            .entry_into_force
            .as_ref()
            .and_then(|clause| clause.reached.as_ref());
        let last_original = match clause.switch {
            Switch::EntryIntoForce => Some(in_force),
            Switch::Threshold => threshold.map(|day| day.on),
        };
        match last_original {
            Some(until) if consent <= until => {
                let step = Step::new(StepRule::Original)
                    .article(clause.article.clone())
                    .day(in_force)
                    .with("date", consent)
                    .with("until", until);
                (Some(in_force), vec![step])
            }
            Some(after) => later(clause, consent, Some(after), in_force),
            // Without a recorded threshold day, the later of the two days is the same thing:
            // the own term of an original State ends no later than the treaty's.
            None => later(clause, consent, None, in_force),
        }
    }

    /// The day on which a withdrawal notified on `notice` takes effect by the rule. An armed
    /// conflict is not known to the rule; see
    /// [`Withdrawal::armed_conflict_holds`](crate::clause::Withdrawal::armed_conflict_holds).
    pub fn withdrawal_effect(&self, notice: PartialDate) -> Reckoned {
        let noticed = Step::new(StepRule::Noticed).with("date", notice);
        let Some((clause, term)) = self
            .withdrawal
            .as_ref()
            .and_then(|clause| Some((clause, clause.after?)))
        else {
            let no_rule =
                Step::new(StepRule::NoRule).with("what", "the effect of a withdrawal");
            let because = Because(vec![noticed, no_rule]);
            return Reckoned {
                earliest: None,
                latest: None,
                because,
            };
        };
        let mut reckoned = over(notice, |day| one(run(term, day, &clause.article)));
        reckoned
            .because
            .0
            .insert(0, noticed.article(clause.article.clone()));
        reckoned
    }

    /// The due day of a once-only duty for a State bound from `bound_from`. For a yearly duty, the
    /// first one. `None` days for continuing and event duties.
    pub fn due(&self, duty: &Duty, bound_from: Date) -> Reckoned {
        match &duty.when {
            When::FromEntryIntoForceForState(term) => {
                exactly(one(run(*term, bound_from, &duty.article)))
            }
            When::FromEntryIntoForce(term) => {
                exactly(self.due_for_all(duty, *term, bound_from))
            }
            When::Yearly { .. } => match yearly_days(&duty.when, bound_from).next() {
                Some(day) => exactly((Some(day), vec![yearly_step(duty, day)])),
                None => exactly((None, vec![off_calendar(bound_from)])),
            },
            When::FromEvent { event, .. } => {
                let step = Step::new(StepRule::AwaitsEvent)
                    .article(duty.article.clone())
                    .with("event", event);
                exactly((None, vec![step]))
            }
            When::Continuing => {
                let step = Step::new(StepRule::Continuing).article(duty.article.clone());
                exactly((None, vec![step]))
            }
        }
    }

    /// A day common to all Parties, unless it had passed when this one was bound.
    fn due_for_all(&self, duty: &Duty, term: Term, bound_from: Date) -> Steps {
        let Some(in_force) = self.in_force.as_ref().map(|day| day.on) else {
            return (
                None,
                vec![Step::new(StepRule::Dormant).with("treaty", &self.short)],
            );
        };
        let recorded = Step::new(StepRule::InForceRecorded)
            .day(in_force)
            .with("treaty", &self.short);
        let (day, step) = run(term, in_force, &duty.article);
        let mut steps = vec![recorded, step];
        match day {
            Some(day) if day < bound_from => {
                let passed = Step::new(StepRule::PassedBeforeBound)
                    .article(duty.article.clone())
                    .day(day)
                    .with("bound_from", bound_from);
                steps.push(passed);
                (None, steps)
            }
            Some(_) | None => (day, steps),
        }
    }

    /// The due day of a duty that runs from an event, for an event on `event`. `None` days for a
    /// duty that does not, or whose text sets no term.
    pub fn due_after_event(&self, duty: &Duty, event: PartialDate) -> Reckoned {
        let When::FromEvent { event: what, after } = &duty.when else {
            let step = Step::new(StepRule::NoRule)
                .article(duty.article.clone())
                .with("what", "a duty from an event");
            return exactly((None, vec![step]));
        };
        let happened = Step::new(StepRule::EventOn)
            .article(duty.article.clone())
            .with("event", what)
            .with("date", event);
        let mut reckoned = match after {
            Some(term) => over(event, |day| one(run(*term, day, &duty.article))),
            None => {
                let step = Step::new(StepRule::Continuing).article(duty.article.clone());
                exactly((None, vec![step]))
            }
        };
        reckoned.because.0.insert(0, happened);
        reckoned
    }

    /// Every due day of a yearly duty in `from..=to` for a State bound from `bound_from` until
    /// `bound_until`; empty for other duties. On `bound_until` itself it is already out.
    pub fn due_yearly(
        &self,
        duty: &Duty,
        bound_from: Date,
        bound_until: Option<Date>,
        from: Date,
        to: Date,
    ) -> Vec<Reckoned> {
        yearly_days(&duty.when, bound_from)
            .skip_while(|day| *day < from)
            .take_while(|day| *day <= to && bound_until.is_none_or(|until| *day < until))
            .map(|day| exactly((Some(day), vec![yearly_step(duty, day)])))
            .collect()
    }

    /// The latest day to which `current` may be extended once, by the rule. `None` where the
    /// duty cannot be extended.
    pub fn extension_limit(&self, duty: &Duty, current: Date) -> Option<Reckoned> {
        let clause = duty.extension.as_ref()?;
        let (day, step) = run(clause.at_most, current, &clause.article);
        let mut steps = vec![step];
        if let Some(day) = day {
            let limit = Step::new(StepRule::ExtensionLimit)
                .article(clause.article.clone())
                .day(day)
                .with("from", current);
            steps.push(limit);
        }
        Some(exactly((day, steps)))
    }
}

/// Bound on the day of consent, the treaty being in force (VCLT 24(3)).
fn bound_without_clause(consent: Date) -> Steps {
    let presumed = Step::new(StepRule::Presumed).article(VCLT_24_3).with(
        "what",
        "the treaty does not provide otherwise, so it binds from the day of consent",
    );
    let (day, step) = run(Term::SameDay, consent, VCLT_24_3);
    (day, vec![step, presumed])
}

/// The own term of a later joiner, never ending before the treaty's own day.
fn later(clause: &LaterJoiner, consent: Date, after: Option<Date>, in_force: Date) -> Steps {
    let mut steps = Vec::new();
    if let Some(after) = after {
        let step = Step::new(StepRule::Later)
            .article(clause.article.clone())
            .with("date", consent)
            .with("after", after);
        steps.push(step);
    }
    let (day, step) = run(clause.after, consent, &clause.article);
    steps.push(step);
    match day {
        Some(day) if day < in_force => {
            steps.push(not_before(in_force, &clause.article));
            (Some(in_force), steps)
        }
        Some(_) | None => (day, steps),
    }
}

/// Lets a term run, and says how.
pub(super) fn run(term: Term, from: Date, article: &str) -> (Option<Date>, Step) {
    let Ok(day) = term.end(from) else {
        return (None, off_calendar(from));
    };
    let rounded = |short_month: ShortMonth| match short_month {
        ShortMonth::LastDay => "last-day",
        ShortMonth::NextMonth => "next-month",
    };
    let step = match term {
        Term::SameDay => Step::new(StepRule::SameDay),
        Term::Days(n) => Step::new(StepRule::PlusDays).with("n", n),
        Term::Months { n, short_month } => Step::new(StepRule::PlusMonths)
            .with("n", n)
            .with("short_month", rounded(short_month)),
        Term::Years { n, short_month } => Step::new(StepRule::PlusYears)
            .with("n", n)
            .with("short_month", rounded(short_month)),
        Term::FirstDayOfMonth(n) => Step::new(StepRule::FirstDayOfMonth).with("n", n),
    };
    (Some(day), step.article(article).day(day).with("from", from))
}

pub(super) fn not_before(day: Date, article: &str) -> Step {
    Step::new(StepRule::NotBefore)
        .article(article)
        .day(day)
        .with("not_before", day)
}

fn off_calendar(from: Date) -> Step {
    Step::new(StepRule::OffCalendar).with("from", from)
}

fn one((day, step): (Option<Date>, Step)) -> Steps {
    (day, vec![step])
}

fn exactly((day, steps): Steps) -> Reckoned {
    Reckoned {
        earliest: day,
        latest: day,
        because: Because(steps),
    }
}

/// Reckons with both ends of what `date` can mean. Every rule here is monotone, so the days
/// between lie between.
pub(super) fn over(date: PartialDate, reckon: impl Fn(Date) -> Steps) -> Reckoned {
    let (latest, steps) = reckon(date.latest());
    if date.is_exact() {
        return Reckoned {
            earliest: latest,
            latest,
            because: Because(steps),
        };
    }
    let (earliest, _) = reckon(date.earliest());
    let mut because = Because(steps);
    because.push(unknown_day(date, earliest, latest));
    Reckoned {
        earliest,
        latest,
        because,
    }
}

/// What follows from not knowing the day in `date`.
pub(super) fn unknown_day(
    date: PartialDate,
    earliest: Option<Date>,
    latest: Option<Date>,
) -> Step {
    match (earliest, latest) {
        (Some(earliest), Some(latest)) if earliest == latest => {
            Step::new(StepRule::SameForEveryDay)
                .day(latest)
                .with("date", date)
        }
        (_, _) => {
            let say = |day: Option<Date>| {
                day.map_or_else(
                    || "past the end of the calendar".to_owned(),
                    |d| d.to_string(),
                )
            };
            Step::new(StepRule::DayUnknown)
                .with("date", date)
                .with("earliest", say(earliest))
                .with("latest", say(latest))
        }
    }
}

/// The due days of a yearly duty, first to last; none for other duties.
fn yearly_days(when: &When, bound_from: Date) -> impl Iterator<Item = Date> + use<> {
    let (month, day, first) = match *when {
        When::Yearly {
            month,
            day,
            first_after_years,
        } => (
            month,
            day,
            bound_from.year().saturating_add(first_after_years),
        ),
        When::FromEntryIntoForceForState(_)
        | When::FromEntryIntoForce(_)
        | When::FromEvent { .. }
        | When::Continuing => (1, 1, i16::MAX),
    };
    // The calendar ends with 9999, so the iterator does too.
    (first..=9999)
        .map_while(move |year| Date::new(year, month, day).ok())
        .skip_while(move |day| *day < bound_from)
}

fn yearly_step(duty: &Duty, day: Date) -> Step {
    Step::new(StepRule::Yearly)
        .article(duty.article.clone())
        .day(day)
        .with("month_day", day.strftime("%m-%d"))
        .with("covers", day.year().saturating_sub(1))
}
