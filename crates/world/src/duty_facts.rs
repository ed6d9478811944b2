//! Fulfilments, extensions and observations, each beside the duty it is about.

use std::collections::BTreeMap;

use jiff::civil::Date;
use ledger::body::{Bears, Extended, Fulfilment, Observation};
use treaty::clause::Duty;
use treaty::{PartialDate, ParticipantId, TreatyId};

use crate::fold::Under;
use crate::kinds;
use crate::record::{At, Record};

/// The facts of each participant under one treaty, in the order of recording.
pub(crate) type DutyFacts = BTreeMap<ParticipantId, Vec<DutyFact>>;

/// An entry and the duty it is about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DutyFact {
    pub(crate) entry: At,
    /// The place of the duty in the treaty file.
    pub(crate) duty: usize,
}

/// What is known on a day about one participant and one duty, by date.
#[derive(Debug, Default)]
pub(crate) struct Known<'w> {
    pub(crate) fulfilments: Vec<(At, &'w Fulfilment)>,
    pub(crate) extensions: Vec<(At, &'w Extended)>,
    pub(crate) observations: Vec<(At, &'w Observation, Option<Date>)>,
    /// The observations that it was not done, later ones too, each with the last day on which it
    /// certainly was not: what had not been done on a day had not been done on any day before.
    pub(crate) not_done: Vec<(At, &'w Observation, Date)>,
}

impl<'w> Known<'w> {
    /// What had happened by the end of `on`. An observation without a day is dated by the day as
    /// at which its source speaks.
    pub(crate) fn on(
        record: &'w Record,
        facts: Option<&Vec<DutyFact>>,
        duty: usize,
        on: Date,
    ) -> Known<'w> {
        let mut known = Known::default();
        for fact in facts.into_iter().flatten().filter(|fact| fact.duty == duty) {
            let happened =
                |date: Option<PartialDate>| date.is_none_or(|date| date.latest() <= on);
            let body = record.body(fact.entry);
            if let Some(done) = kinds::fulfilment(body).filter(|done| happened(Some(done.on))) {
                known.fulfilments.push((fact.entry, done));
            }
            if let Some(extension) = kinds::extension(body).filter(|of| happened(of.granted)) {
                known.extensions.push((fact.entry, extension));
            }
            if let Some(seen) = kinds::observation(body) {
                let source = &record.get(record.worded_by(fact.entry)).entry.source;
                let certain = seen.on.map(PartialDate::earliest).or(source.as_at);
                if let Some(day) = certain.filter(|_| seen.bears == Bears::NotFulfilled) {
                    known.not_done.push((fact.entry, seen, day));
                }
                let day = seen.on.map(PartialDate::latest).or(source.as_at);
                if day.is_none_or(|day| day <= on) {
                    known.observations.push((fact.entry, seen, day));
                }
            }
        }
        known.not_done.sort_by_key(|(_, _, day)| *day);
        known
            .fulfilments
            .sort_by_key(|(_, fulfilment)| fulfilment.on);
        known
            .extensions
            .sort_by_key(|(_, extension)| extension.until);
        known
            .observations
            .sort_by_key(|(_, observation, day)| (*day, observation.printed_due));
        known
    }

    /// Whether the duty applies to the participant, as the last source that says so has it. Who
    /// was found not to have done it, or got it extended, owed it.
    pub(crate) fn applies(&self) -> Option<bool> {
        let said = self
            .observations
            .iter()
            .rev()
            .find_map(|(_, observation, _)| match observation.bears {
                Bears::Applies | Bears::NotFulfilled | Bears::ExtensionAsked => Some(true),
                Bears::DoesNotApply => Some(false),
                Bears::Nothing => None,
            });
        said.or(if self.extensions.is_empty() {
            None
        } else {
            Some(true)
        })
    }

    /// The entries, ascending.
    pub(crate) fn entries(&self) -> Vec<At> {
        let fulfilments = self.fulfilments.iter().map(|(at, _)| *at);
        let extensions = self.extensions.iter().map(|(at, _)| *at);
        let observations = self.observations.iter().map(|(at, _, _)| *at);
        let mut entries: Vec<_> = fulfilments.chain(extensions).chain(observations).collect();
        entries.sort_unstable();
        entries
    }
}

/// Puts each fact beside its duty, and gives back those that no treaty file takes up.
pub(crate) fn gather(
    record: &Record,
    facts: &[At],
    treaties: &mut BTreeMap<TreatyId, Under>,
) -> Vec<At> {
    let mut strays = Vec::new();
    for &entry in facts {
        let body = record.body(entry);
        let done = kinds::fulfilment(body).map(|of| (&of.treaty, &of.article, Some(of.by)));
        let extension =
            || kinds::extension(body).map(|of| (&of.treaty, &of.article, Some(of.by)));
        let seen = || kinds::observation(body).map(|of| (&of.treaty, &of.article, of.by));
        let Some((treaty, article, by)) = done.or_else(extension).or_else(seen) else {
            continue;
        };
        let Some(under) = treaties.get_mut(treaty) else {
            strays.push(entry);
            continue;
        };
        // A statement on many is shown with the treaty; it bears on no single State.
        let Some(by) = by else {
            under.statements.push(entry);
            continue;
        };
        match find(&under.law.duties, article) {
            Some(duty) => {
                under
                    .duty_facts
                    .entry(by)
                    .or_default()
                    .push(DutyFact { entry, duty });
            }
            None => strays.push(entry),
        }
    }
    strays
}

/// The duty of an article: `3(2)`, also written `3.2` or `3 (2)`; or the only one whose article
/// begins so.
pub(crate) fn find(duties: &[Duty], article: &str) -> Option<usize> {
    let asked = parts(article);
    let of = |duty: &Duty| parts(&duty.article);
    if let Some(exact) = duties.iter().position(|duty| of(duty) == asked) {
        return Some(exact);
    }
    let mut begun = duties
        .iter()
        .enumerate()
        .filter(|(_, duty)| !asked.is_empty() && of(duty).starts_with(&asked));
    let found = begun.next()?;
    begun.next().is_none().then_some(found.0)
}

/// `4(1)(a)` and `4.1.a` alike as `4`, `1`, `a`; a leading `Article` or `art.` aside.
pub(crate) fn parts(article: &str) -> Vec<String> {
    let lower = article.to_lowercase();
    let parts = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty());
    parts
        .filter(|part| !matches!(*part, "article" | "art"))
        .map(str::to_owned)
        .collect()
}
