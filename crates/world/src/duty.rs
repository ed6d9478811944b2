//! The duties: who owes what by when, and how it stands on a day.

use jiff::civil::Date;
use ledger::body::Observation;
use treaty::clause::{Duty, When};
use treaty::law::Reckoned;
use treaty::{Because, Lang, PartialDate, ParticipantId, Step, StepRule, TreatyId};

use crate::duty_facts::Known;
use crate::fold::{Bond, Under};
use crate::margin;
use crate::record::At;
use crate::tenure::Tenure;
use crate::view::{DutiesView, DutyStanding, DutyState, ExtensionView};
use crate::world::World;

/// What a duty is asked about.
pub(crate) struct Asked<'w> {
    pub(crate) under: &'w Under,
    pub(crate) bond: &'w Bond,
    pub(crate) tenure: Tenure,
    /// When the tenure before that ended: what was done before it, was done for that one.
    pub(crate) since: Option<Date>,
    pub(crate) number: usize,
    pub(crate) duty: &'w Duty,
    pub(crate) on: Date,
    pub(crate) lang: Lang,
}

/// How one duty with one due day stands.
struct Judged {
    due: Option<Date>,
    state: DutyState,
    fulfilled: Option<PartialDate>,
    steps: Vec<Step>,
}

impl World {
    /// The duties and how they stand on `on`; yearly duties only those due within the window
    /// `from..=to`, or within the year up to and the year after `on` without one. With a window,
    /// duties without a due day in it are left out.
    pub fn duties(
        &self,
        treaty: Option<&TreatyId>,
        state: Option<ParticipantId>,
        on: Date,
        window: Option<(Date, Date)>,
        lang: Lang,
    ) -> DutiesView {
        let mut duties = Vec::new();
        for under in self.chosen(treaty) {
            for bond in under
                .bonds
                .iter()
                .filter(|bond| state.is_none_or(|id| id == bond.by))
            {
                self.duties_of(under, bond, on, window, lang, &mut duties);
            }
        }
        duties.sort_by_cached_key(|row: &DutyStanding| {
            let rank = self.registry.rank(row.iso3);
            (
                row.due.is_none(),
                row.due,
                row.treaty.clone(),
                article_key(&row.article),
                rank,
            )
        });
        DutiesView {
            on,
            known: self.known,
            head: self.head(),
            from: window.map(|(from, _)| from),
            to: window.map(|(_, to)| to),
            duties,
        }
    }

    fn duties_of(
        &self,
        under: &Under,
        bond: &Bond,
        on: Date,
        window: Option<(Date, Date)>,
        lang: Lang,
        rows: &mut Vec<DutyStanding>,
    ) {
        // Who has ceased to exist owes nothing.
        let exists = |id| {
            self.registry
                .get(id)?
                .until
                .is_none_or(|until| on <= until)
                .then_some(())
        };
        let Some((tenure, since)) = exists(bond.by).and_then(|()| under.tenure_on(bond, on))
        else {
            return;
        };
        for (number, duty) in under.law.duties.iter().enumerate() {
            let asked = Asked {
                under,
                bond,
                tenure,
                since,
                number,
                duty,
                on,
                lang,
            };
            let found = self.judge(&asked, window);
            rows.extend(found.into_iter().filter(|row| {
                window.is_none_or(|(from, to)| {
                    row.due.is_some_and(|due| from <= due && due <= to)
                })
            }));
        }
    }

    /// Every row of one duty of one participant: one, or one for each year.
    pub(crate) fn judge(
        &self,
        asked: &Asked<'_>,
        window: Option<(Date, Date)>,
    ) -> Vec<DutyStanding> {
        let Asked {
            under,
            bond,
            tenure,
            since,
            number,
            duty,
            on,
            ..
        } = *asked;
        let mut known = Known::on(&self.record, under.duty_facts.get(&bond.by), number, on);
        known
            .fulfilments
            .retain(|(_, done)| since.is_none_or(|since| since <= done.on.latest()));
        if !under.in_force_on(on) {
            if tenure.until.is_some_and(|until| until <= on) {
                return Vec::new();
            }
            let dormant = Step::new(StepRule::Dormant).with("treaty", &under.law.short);
            return vec![self.row(
                asked,
                &known,
                without_day(DutyState::Dormant, vec![dormant]),
                None,
            )];
        }
        let Some(bound_from) = tenure.bound_from else {
            let steps = under
                .law
                .in_force_for(self.act_at(tenure.consent).on, under.in_force);
            let unknown = without_day(DutyState::Unknown, steps.because.0);
            return vec![self.row(asked, &known, unknown, None)];
        };
        let bound = Step::new(StepRule::BoundFrom)
            .day(bound_from)
            .with("by", self.registry.name(bond.by, Lang::En));
        match &duty.when {
            When::Yearly { .. } => {
                let (from, to) = window.unwrap_or_else(|| year_around(on));
                let days = under
                    .law
                    .due_yearly(duty, bound_from, tenure.until, from, to);
                let judged = days.into_iter().map(|reckoned| {
                    let judged = judge_year(asked, &known, reckoned, bound.clone());
                    self.row(asked, &known, judged, None)
                });
                judged.collect()
            }
            When::FromEntryIntoForceForState(_)
            | When::FromEntryIntoForce(_)
            | When::FromEvent { .. }
            | When::Continuing => {
                let reckoned = under.law.due(duty, bound_from);
                let original = reckoned.day();
                let judged = judge_once(asked, &known, reckoned, bound);
                vec![self.row(asked, &known, judged, original)]
            }
        }
    }

    fn row(
        &self,
        asked: &Asked<'_>,
        known: &Known<'_>,
        judged: Judged,
        original: Option<Date>,
    ) -> DutyStanding {
        let Asked {
            under,
            bond,
            tenure,
            duty,
            lang,
            ..
        } = *asked;
        let consent = self.act_at(tenure.consent).entry;
        // A source of a later day is cited where the answer rests on it.
        let later = known
            .not_done
            .iter()
            .filter(|(_, _, day)| judged.state == DutyState::Overdue && asked.on < *day)
            .map(|(at, _, _)| *at);
        let sources = std::iter::once(consent).chain(known.entries()).chain(later);
        DutyStanding {
            treaty: under.law.id.clone(),
            iso3: bond.by,
            name: self.registry.name(bond.by, lang),
            article: duty.article.clone(),
            duty: what(duty, lang),
            due: judged.due,
            original_due: original.or(judged.due),
            extensions: known
                .extensions
                .iter()
                .map(|(at, extension)| ExtensionView {
                    until: extension.until,
                    granted: extension.granted,
                    source: self.source_ref(*at),
                })
                .collect(),
            standing: judged.state,
            fulfilled: judged.fulfilled,
            margin: judged
                .fulfilled
                .zip(judged.due)
                .map(|(done, due)| margin::between(done, due)),
            observed: known
                .observations
                .iter()
                .map(|(_, seen, _)| seen.what.clone())
                .collect(),
            political: duty.political,
            because: Because(judged.steps),
            sources: sources.map(|at: At| self.source_ref(at)).collect(),
        }
    }
}

/// What is owed, in the language asked for where the file has it.
pub(crate) fn what(duty: &Duty, lang: Lang) -> String {
    let french = duty.what_fr.as_ref().filter(|_| lang == Lang::Fr);
    french.unwrap_or(&duty.what).clone()
}

/// `3(2)` before `3(8)` before `10`: numbers as numbers, letters after them.
pub(crate) fn article_key(article: &str) -> Vec<(Option<u32>, String)> {
    let parts = crate::duty_facts::parts(article);
    parts
        .into_iter()
        .map(|part| (part.parse().ok(), part))
        .collect()
}

fn without_day(state: DutyState, steps: Vec<Step>) -> Judged {
    Judged {
        due: None,
        state,
        fulfilled: None,
        steps,
    }
}

/// The year up to a day and the year after it.
fn year_around(on: Date) -> (Date, Date) {
    use jiff::ToSpan;
    (on.saturating_sub(1.year()), on.saturating_add(1.year()))
}

/// A duty that is owed once, or has no day.
fn judge_once(asked: &Asked<'_>, known: &Known<'_>, reckoned: Reckoned, bound: Step) -> Judged {
    let original = reckoned.day();
    let mut steps = vec![bound];
    steps.extend(reckoned.because.0);
    for (_, extension) in &known.extensions {
        let mut step = Step::new(StepRule::Extended)
            .day(extension.until)
            .with("until", extension.until);
        if let Some(clause) = &asked.duty.extension {
            step = step.article(clause.article.clone());
        }
        steps.push(step);
    }
    let longest = known
        .extensions
        .iter()
        .map(|(_, extension)| extension.until)
        .max();
    let due =
        original.map(|original| longest.map_or(original, |longest| longest.max(original)));
    let done = known.fulfilments.first().map(|(_, done)| done.on);
    let state = state_of(asked, known, due, original, done, &mut steps);
    Judged {
        due,
        state,
        fulfilled: done,
        steps,
    }
}

/// A duty of one year.
fn judge_year(asked: &Asked<'_>, known: &Known<'_>, reckoned: Reckoned, bound: Step) -> Judged {
    let due = reckoned.day();
    let mut steps = vec![bound];
    steps.extend(reckoned.because.0);
    let year = due.map(Date::year);
    // Without a word on what it covers, a report counts for the year in which it came.
    let done = known
        .fulfilments
        .iter()
        .map(|(_, done)| done)
        .find(|done| match done.covers {
            Some(covers) => year.is_some_and(|year| covers == year - 1),
            None => year == Some(done.on.latest().year()),
        });
    let done = done.map(|done| done.on);
    let state = state_of(asked, known, due, due, done, &mut steps);
    Judged {
        due,
        state,
        fulfilled: done,
        steps,
    }
}

fn state_of(
    asked: &Asked<'_>,
    known: &Known<'_>,
    due: Option<Date>,
    original: Option<Date>,
    done: Option<PartialDate>,
    steps: &mut Vec<Step>,
) -> DutyState {
    let on = asked.on;
    if let Some(done) = done {
        steps.push(Step::new(StepRule::Fulfilled).with("date", done));
        return DutyState::Fulfilled;
    }
    if known.applies() == Some(false) {
        return DutyState::NotApplicable;
    }
    let left = asked.tenure.until.filter(|until| *until <= on);
    if left.is_some_and(|left| due.is_none_or(|due| left <= due)) {
        // The first step says for whom it was in force.
        let by = steps
            .first()
            .and_then(|bound| bound.inputs.get("by"))
            .cloned();
        steps.push(Step::new(StepRule::NotBound).with("by", by.unwrap_or_default()));
        return DutyState::NotApplicable;
    }
    let missed = due
        .filter(|due| *due < on)
        .map(|due| missed(known, due, on, asked.duty));
    if missed == Some(Missed::Certainly) {
        return DutyState::Overdue;
    }
    if let Some(who) = asked
        .duty
        .who
        .as_ref()
        .filter(|_| known.applies().is_none())
    {
        steps.push(Step::new(StepRule::SituationUnknown).with("who", who));
        return DutyState::Unknown;
    }
    let Some(due) = due else {
        return DutyState::Unknown;
    };
    if on <= due {
        let extended = original.is_some_and(|original| original < on);
        return if extended {
            DutyState::Extended
        } else {
            DutyState::Due
        };
    }
    if let Some(Missed::Last(seen, day)) = missed {
        let said = Step::new(StepRule::EventOn)
            .article(asked.duty.article.clone())
            .with("event", &seen.what)
            .with("date", seen.on.unwrap_or_else(|| day.into()));
        steps.push(said);
    }
    steps.push(Step::new(StepRule::RecordIncomplete));
    DutyState::Unknown
}

/// What the record says of a duty whose day has passed and of which no fulfilment is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Missed<'w> {
    /// It was not done: a source says so of this day or of a later one, or the record would show
    /// it had it been done.
    Certainly,
    /// The last source that says it was late is of an earlier day; what came after is not known.
    Last(&'w Observation, Date),
    /// No source says anything.
    NotSaid,
}

/// A source that found a duty not done proves it for the days up to its own, and for none after.
fn missed<'w>(known: &Known<'w>, due: Date, on: Date, duty: &Duty) -> Missed<'w> {
    let yearly = matches!(duty.when, When::Yearly { .. });
    let late: Vec<_> = known
        .not_done
        .iter()
        .filter(|(_, seen, day)| {
            // Of a yearly duty, the source must say which one.
            due < *day && (!yearly || seen.printed_due == Some(due))
        })
        .collect();
    if duty.record_complete || late.iter().any(|(_, _, day)| on <= *day) {
        return Missed::Certainly;
    }
    late.last()
        .map_or(Missed::NotSaid, |(_, seen, day)| Missed::Last(seen, *day))
}
