//! What is open: promises that were not kept yet, and what is still to be done after an approach.

use std::collections::BTreeMap;

use ledger::body::vocabulary::{PledgeKind, PledgeState};
use ledger::body::{NextStep, Pledge};
use treaty::ParticipantId;

use super::deeds::Deeds;
use super::{Frame, passage};
use crate::contact::open_steps;
use crate::kinds;
use crate::record::At;
use crate::view::{Passage, PassageForm, ReportSentence, Said};

/// What a promise is told as, and whether its own words say what it is.
fn promise(kind: PledgeKind) -> (&'static str, bool) {
    match kind {
        PledgeKind::Sign => ("report-promise-sign", false),
        PledgeKind::Join => ("report-promise-join", false),
        PledgeKind::Vote => ("report-promise-vote", true),
        PledgeKind::Attend => ("report-promise-attend", true),
        PledgeKind::Implement => ("report-promise-implement", true),
        PledgeKind::Assist => ("report-promise-assist", true),
        PledgeKind::Other => ("report-promise-other", true),
    }
}

impl Frame<'_> {
    pub(super) fn open(&self, deeds: &Deeds<'_>) -> Vec<Passage> {
        let mut told: Vec<Passage> = Vec::new();
        let pledges = self.pledges_told();
        told.extend(passage(
            "pledges",
            PassageForm::Numbered,
            self.promised(&pledges),
        ));
        told.extend(passage(
            "steps",
            PassageForm::Numbered,
            self.steps(deeds, &pledges),
        ));
        told
    }

    /// Promises that stand open and were made by the last day.
    fn pledges_told(&self) -> Vec<(At, &Pledge)> {
        let record = &self.world.record;
        let shelf = self.world.shelf.pledges.iter();
        let told = shelf.filter_map(|&at| Some((at, kinds::pledge(record.body(at))?)));
        let open = told.filter(|(at, one)| {
            let stands = match one.state {
                PledgeState::Open => true,
                PledgeState::Kept
                | PledgeState::InPart
                | PledgeState::Lapsed
                | PledgeState::Withdrawn => false,
            };
            let made = one.on.is_some_and(|on| on.latest() <= self.to);
            stands && made && record.counts(*at) && one.treaty == self.under.law.id
        });
        open.collect()
    }

    /// Promises in the same words on the same day are told once.
    fn promised(&self, pledges: &[(At, &Pledge)]) -> Vec<ReportSentence> {
        let mut same = BTreeMap::<_, (Vec<ParticipantId>, Vec<At>)>::new();
        for (at, one) in pledges {
            let what = (one.on, one.kind, one.what.trim(), one.due);
            let (by, entries) = same.entry(what).or_default();
            by.push(one.by);
            entries.push(*at);
        }
        let mut said = Vec::new();
        for ((on, kind, words, due), (by, entries)) in same {
            let (what, worded) = promise(kind);
            let Some(on) = on else { continue };
            let key = if worded {
                "report-promised-words"
            } else {
                "report-promised"
            };
            let says = self
                .say(key)
                .day("day", on)
                .states("by", self.named(self.in_order(by)))
                .with("what", Said::Keys(vec![what.to_owned()]));
            let says = if worded {
                says.with("words", Said::Quoted(vec![words.to_owned()]))
            } else {
                says
            };
            let entries = entries.into_iter().map(|at| self.entry(at));
            let says = says.by_all(entries.clone());
            said.push(says.into());
            if let Some(due) = due {
                let says = self.say("report-promised-due").day("day", due);
                said.push(says.by_all(entries).into());
            }
        }
        said
    }

    /// What is to be done after what was done within the days, and about what was promised.
    fn steps(&self, deeds: &Deeds<'_>, pledges: &[(At, &Pledge)]) -> Vec<ReportSentence> {
        let after = deeds
            .all
            .iter()
            .flat_map(|deed| open_steps(deed.one).map(|step| (deed.at, step)));
        let about = pledges.iter().flat_map(|(at, one)| {
            let open = one.next.iter().filter(|step| step.done.is_none());
            open.map(|step| (*at, step))
        });
        let said = after.chain(about).map(|(at, step)| self.step(at, step));
        said.collect()
    }

    fn step(&self, at: At, step: &NextStep) -> ReportSentence {
        let says = match step.by {
            Some(by) => self.say("report-step-due").day("day", by),
            None => self.say("report-step"),
        };
        let what = Said::Quoted(vec![step.what.clone()]);
        says.with("what", what).by(self.entry(at)).into()
    }
}
