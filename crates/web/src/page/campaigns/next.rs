//! `/campaigns/{campaign}/next`: whom to approach next, in the order in which the record speaks for
//! it, with why; the weights may be changed.

use askama::Template;
use axum::response::Response;
use ledger::EntryRef;
use world::Next;
use world::sheet::Tabular;
use world::view::{
    CampaignSummary, NextRow, NextView, Sentence, Signal, SignalView, WeightView, Weights,
};

use super::{Tab, found, frame};
use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::frame::Frame;
use crate::path::Path;
use crate::problem::{Expected, Problem};

/// The parameters, one for each signal.
const PARAMS: [&str; 10] = [
    "w.signatory",
    "w.voted_yes",
    "w.neighbours",
    "w.groups",
    "w.stage",
    "w.pledges",
    "w.contact",
    "w.meeting",
    "w.eif",
    "w.instruments",
];

#[derive(Template)]
#[template(path = "campaign/next.html")]
struct NextPage<'v> {
    p: Frame,
    c: &'v CampaignSummary,
    tab: Tab,
    view: &'v NextView,
    /// Whether a weight was given.
    weighed: bool,
    /// Where the question without its weights stands.
    action: String,
}

/// How many entries a sentence links to at most: the data have all of them.
const LINKS: usize = 4;

impl NextPage<'_> {
    /// What speaks for a State, or against it.
    fn telling<'r>(&self, row: &'r NextRow) -> Vec<&'r SignalView> {
        row.signals.iter().filter(|one| one.points != 0).collect()
    }

    /// What is known and says nothing, as it is weighed.
    fn silent<'r>(&self, row: &'r NextRow) -> Vec<&'r SignalView> {
        let silent = |one: &&SignalView| one.value.is_some() && one.points == 0;
        row.signals.iter().filter(silent).collect()
    }

    /// What nobody knows.
    fn unknown<'r>(&self, row: &'r NextRow) -> Vec<&'r SignalView> {
        row.signals
            .iter()
            .filter(|one| one.value.is_none())
            .collect()
    }
}

/// What pages with sentences in data ask of their frame.
impl Frame {
    pub(crate) fn say(&self, sentence: &Sentence) -> String {
        sentence::say(self.w, sentence)
    }

    pub(crate) fn tenths(&self, tenths: &i32) -> String {
        sentence::tenths(self.w, *tenths)
    }

    /// The sign goes with what is added and with what is taken off.
    pub(crate) fn signed(&self, tenths: &i32) -> String {
        let plus = if *tenths > 0 { "+" } else { "" };
        format!("{plus}{}", self.tenths(tenths))
    }

    /// The entries that a sentence links to.
    pub(crate) fn linked<'s>(&self, sentence: &'s Sentence) -> &'s [EntryRef] {
        sentence.entries.get(..LINKS).unwrap_or(&sentence.entries)
    }

    /// What an entry is called where there is little room.
    pub(crate) fn entry_mark(&self, entry: &EntryRef) -> String {
        match entry {
            EntryRef::Public(seq) => seq.0.to_string(),
            EntryRef::Own(id) => id.to_string().chars().take(8).collect(),
        }
    }

    pub(crate) fn signal(&self, signal: &Signal) -> String {
        self.t(&format!("next-signal-{signal}")).into_owned()
    }

    pub(crate) fn signal_means(&self, signal: &Signal) -> String {
        self.t(&format!("next-signal-{signal}-means")).into_owned()
    }
}

/// `GET /campaigns/ctbt/next?w.neighbours=5`.
pub(crate) async fn show(
    Path(given): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    let weights = weights(&asked)?;
    let about = Next::Campaign(&given);
    let view = asked.world.next(about, asked.on, &weights, asked.lang);
    let view = found(&asked, &given, view)?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => html(&asked, &view),
    }
}

fn html(asked: &Asked, view: &NextView) -> Result<Response, Problem> {
    let campaign = view.campaign.as_ref().ok_or(Problem::NoSuchPage)?;
    let p = frame(asked, campaign, "next-kicker").with_csv();
    asked.page(&NextPage {
        weighed: !p.own.is_empty(),
        action: p.path.clone(),
        p,
        c: campaign,
        tab: Tab::Next,
        view,
    })
}

/// The weights asked for.
fn weights(asked: &Asked) -> Result<Weights, Problem> {
    asked.only(&PARAMS)?;
    let mut weights = Weights::default();
    for (name, signal) in PARAMS.into_iter().zip(Signal::ALL) {
        if let Some(given) = asked.params.one(name)? {
            let weight = given.parse().ok().filter(|weight| *weight <= Weights::MOST);
            let weight = weight.ok_or_else(|| Problem::bad(name, given, Expected::Weight))?;
            weights.set(signal, weight);
        }
    }
    Ok(weights)
}

/// The name of a weight in the form.
pub(crate) fn param(weight: &WeightView) -> String {
    format!("w.{}", weight.signal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_signal_has_its_parameter() {
        for (name, signal) in PARAMS.into_iter().zip(Signal::ALL) {
            assert_eq!(name, format!("w.{signal}"));
        }
    }
}
