//! The form in which a report is asked for: what stands in its fields, and what is wrong with them.

use std::collections::BTreeMap;

use report::figure::Figure;
use treaty::{Lang, TreatyId};
use words::Words;
use world::World;
use world::view::{ReportKind, ReportOf, ReportSpan};

use super::asking::{Asking, BEFORE, NOTES, PARAMS};
use super::reader::Reader;
use crate::asked::Asked;

/// The fields, as the template shows them.
pub(crate) struct Fields<'a> {
    pub(crate) kind: ReportKind,
    /// The treaties: id and short name.
    pub(crate) treaties: Vec<(&'a TreatyId, &'a str)>,
    /// The action plans of the treaty that those may see for whom it is: name in addresses and title, the last
    /// adopted first. None where the treaty is still to be chosen.
    pub(crate) plans: Option<Vec<(String, String)>>,
    /// Every name in the reader's language, for the field that proposes them.
    pub(crate) names: Vec<&'a str>,
    pub(crate) readers: &'a [Reader],
    pub(crate) langs: Vec<Lang>,
    /// What stands in each field.
    values: BTreeMap<&'static str, String>,
    /// The lines before whom it comes, as many as there are fields.
    pub(crate) before: Vec<String>,
    /// What is wrong with a field.
    slips: BTreeMap<&'static str, String>,
    /// Whether whoever asks sees more than those it is for.
    pub(crate) sees_more: bool,
}

impl<'a> Fields<'a> {
    /// The fields of a question. What was given and cannot be taken stands in them as it was given. `world` is
    /// that of those for whom the report is, once it is asked for.
    pub(super) fn of(
        asked: &'a Asked,
        asking: &Asking,
        readers: &'a [Reader],
        world: Option<&World>,
    ) -> Fields<'a> {
        let mut values = BTreeMap::new();
        let taken: BTreeMap<_, _> = asking.pairs().into_iter().collect();
        for name in PARAMS {
            let given = asked.params.all(name).collect::<Vec<_>>().join(", ");
            let wrong = asking.slips.iter().any(|(slip, _)| *slip == name);
            let taken = taken.get(name).filter(|_| !wrong);
            // States stay as they were named.
            let value = match (name, taken) {
                ("state", _) | (_, None) => given,
                (_, Some(taken)) => taken.clone(),
            };
            values.insert(name, value);
        }
        let mut slips = BTreeMap::new();
        for (field, problem) in &asking.slips {
            slips.insert(*field, problem.detail(asked.words));
        }
        let mut before = asking.how.body.clone();
        before.resize((before.len() + 1).clamp(2, BEFORE), String::new());
        Fields {
            kind: asking.ask.kind,
            treaties: treaties(asked),
            plans: world.map(|world| plans(world, asking)),
            names: names(asked),
            readers,
            langs: Words::written(),
            values,
            before,
            slips,
            sees_more: readers.last().is_some_and(|most| most != &asking.reader),
        }
    }

    /// What stands in a field.
    pub(crate) fn value(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    /// Whether this is what stands in a field.
    pub(crate) fn is(&self, name: &str, value: &str) -> bool {
        self.value(name) == value
    }

    /// What is wrong with a field.
    pub(crate) fn slip(&self, name: &str) -> &str {
        self.slips.get(name).map_or("", String::as_str)
    }

    pub(crate) fn is_wrong(&self, name: &str) -> bool {
        self.slips.contains_key(name)
    }

    /// Everything that is wrong.
    pub(crate) fn wrongs(&self) -> impl Iterator<Item = &str> {
        self.slips.values().map(String::as_str)
    }

    pub(crate) fn kinds(&self) -> [ReportKind; ReportKind::ALL.len()] {
        ReportKind::ALL
    }

    /// The pictures there can be, and which go with it.
    pub(crate) fn figures(&self) -> impl Iterator<Item = (Figure, bool)> {
        let chosen = self.value("pictures");
        let all = Figure::ALL.into_iter();
        all.map(move |one| (one, chosen.split(',').any(|word| word == one.word())))
    }

    pub(crate) fn notes(&self) -> &'static [&'static str] {
        NOTES
    }

    /// Whether anything stands above the title.
    pub(crate) fn has_head(&self) -> bool {
        let named = ["venue", "symbol", "distribution", "date", "agenda"];
        named
            .iter()
            .any(|name| !self.value(name).is_empty() || self.is_wrong(name))
            || self.before.iter().any(|line| !line.is_empty())
            || self.is_wrong("before")
    }
}

/// What kinds are asked of in templates and scripts.
pub(crate) fn takes_first_day(kind: &ReportKind) -> bool {
    match kind.span() {
        ReportSpan::Day => false,
        ReportSpan::Period | ReportSpan::DayOrPeriod => true,
    }
}

/// The key of what is said of the first day of a kind.
pub(crate) fn first_day_told(kind: &ReportKind) -> &'static str {
    match kind.span() {
        ReportSpan::Day => "reports-from-none",
        ReportSpan::DayOrPeriod => "reports-from-either",
        ReportSpan::Period => "reports-from-period",
    }
}

/// Whether a kind tells of one action plan.
pub(crate) fn takes_plan(kind: &ReportKind) -> bool {
    match kind {
        ReportKind::Plan => true,
        ReportKind::Progress
        | ReportKind::Activities
        | ReportKind::Status
        | ReportKind::Obligations
        | ReportKind::Brief
        | ReportKind::Bilateral
        | ReportKind::Sentence
        | ReportKind::Votes
        | ReportKind::Assistance => false,
    }
}

/// The key of what is said of the action plan of a kind.
pub(crate) fn plan_told(kind: &ReportKind) -> &'static str {
    if takes_plan(kind) {
        "reports-plan-says"
    } else {
        "report-refused-no-plan"
    }
}

/// Whether a kind is about States that are named.
pub(crate) fn takes_states(kind: &ReportKind) -> bool {
    match kind.of() {
        ReportOf::All => false,
        ReportOf::SomeOrAll | ReportOf::Some => true,
    }
}

/// The key of what is said of the States of a kind.
pub(crate) fn states_told(kind: &ReportKind) -> &'static str {
    match kind.of() {
        ReportOf::All => "reports-states-all",
        ReportOf::SomeOrAll => "reports-states-some-or-all",
        ReportOf::Some => "reports-states-some",
    }
}

fn treaties(asked: &Asked) -> Vec<(&TreatyId, &str)> {
    let treaties = asked.world.treaties().into_iter();
    let mut treaties: Vec<_> = treaties.map(|law| (&law.id, law.short.as_str())).collect();
    treaties.sort_by_key(|(_, short)| *short);
    treaties
}

/// The action plans as whoever it is for may see them; none of a treaty that is not on record.
fn plans(world: &World, asking: &Asking) -> Vec<(String, String)> {
    let plans = world.plans(&asking.ask.treaty, asking.lang).into_iter();
    plans.rev().map(|plan| (plan.plan, plan.title)).collect()
}

fn names(asked: &Asked) -> Vec<&str> {
    let participants = asked.world.participants().into_iter();
    let mut names: Vec<_> = participants
        .map(|participant| participant.names.get(asked.lang))
        .collect();
    names.sort_unstable();
    names
}
