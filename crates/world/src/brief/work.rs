//! The parts of a brief that the work itself gives: stage, approaches, obstacles, pledges.

use ledger::EntryRef;
use ledger::body::{Approach, NextStep};
use treaty::PartialDate;

use super::Brief;
use super::gist::newest;
use crate::record::At;
use crate::view::{BriefLine, CodeList, Said, Sentence};

/// How many approaches, the newest.
const PAST: usize = 5;
/// How many planned ones, the first.
const PLANNED: usize = 2;
/// How many obstacles, and how many kinds of help, those told last.
const WORDS: usize = 4;
/// How many promises and steps to be done.
const OPEN: usize = 4;

impl Brief<'_> {
    pub(super) fn entry(&self, at: At) -> EntryRef {
        self.ground.world.record.name(at)
    }

    pub(super) fn stage(&self) -> Vec<BriefLine> {
        let Some((at, stage)) = self.ground.stages.get(&self.state) else {
            return Vec::new();
        };
        let mut sentences = self.signal(crate::view::Signal::Stage).why;
        sentences.extend(stage.evidence.as_ref().map(|text| {
            Sentence::new("brief-evidence")
                .text("text", text.as_str())
                .by(self.entry(*at))
        }));
        vec![BriefLine { sentences }]
    }

    pub(super) fn approaches(&self) -> Vec<BriefLine> {
        let planned = self.gist.planned.iter().take(PLANNED);
        let planned =
            planned.map(|(at, one)| (*at, *one, "brief-planned", "brief-planned-undated"));
        let past = self.gist.past.iter().take(PAST);
        let past =
            past.map(|(at, one)| (*at, *one, "brief-approach", "brief-approach-undated"));
        let told = planned.chain(past);
        told.map(|(at, one, dated, undated)| BriefLine {
            sentences: self.approach(at, one, dated, undated),
        })
        .collect()
    }

    fn approach(
        &self,
        at: At,
        one: &Approach,
        dated: &'static str,
        undated: &'static str,
    ) -> Vec<Sentence> {
        let who = one.by.iter().filter_map(|side| {
            let state = side.participant.map(|id| self.ground.name(id));
            state.or_else(|| side.name.clone())
        });
        let mut who: Vec<_> = who.collect();
        who.dedup();
        let says = match one.on {
            Some(day) => Sentence::new(dated).day("day", day),
            None => Sentence::new(undated),
        };
        let says = says
            .code("kind", CodeList::Kind, &one.kind)
            .with("who", Said::Names(who));
        let mut told = vec![says.by(self.entry(at))];
        let theirs = one
            .to
            .iter()
            .find(|side| side.participant == Some(self.state));
        told.extend(
            theirs.and_then(|side| side.level).map(|level| {
                Sentence::new("brief-level").code("level", CodeList::Level, &level)
            }),
        );
        if !one.outcomes.is_empty() {
            let codes = one.outcomes.iter().map(ToString::to_string).collect();
            let said = Said::Codes {
                list: CodeList::Outcome,
                codes,
            };
            told.push(Sentence::new("brief-came").with("outcomes", said));
        }
        told.extend(
            one.answer
                .as_ref()
                .map(|answer| Sentence::new("brief-answer").text("answer", answer.as_str())),
        );
        told
    }

    pub(super) fn obstacles(&self) -> Vec<BriefLine> {
        let named = newest(&self.gist.obstacles).into_iter().take(WORDS);
        let mut lines: Vec<_> = named
            .map(|(word, on, at)| {
                self.worded(
                    ["brief-obstacle", "brief-obstacle-undated"],
                    CodeList::Obstacle,
                    &word,
                    on,
                    at,
                )
            })
            .collect();
        for (says, words) in [
            (["brief-asked", "brief-asked-undated"], &self.gist.asked),
            (
                ["brief-offered", "brief-offered-undated"],
                &self.gist.offered,
            ),
        ] {
            let told = newest(words).into_iter().take(WORDS);
            lines.extend(
                told.map(|(word, on, at)| self.worded(says, CodeList::Support, &word, on, at)),
            );
        }
        lines
    }

    fn worded(
        &self,
        [dated, undated]: [&'static str; 2],
        list: CodeList,
        word: &impl ToString,
        on: Option<PartialDate>,
        at: At,
    ) -> BriefLine {
        let says = match on {
            Some(day) => Sentence::new(dated).day("day", day),
            None => Sentence::new(undated),
        };
        BriefLine::from(says.code("word", list, word).by(self.entry(at)))
    }

    pub(super) fn pledges(&self) -> Vec<BriefLine> {
        let on = self.ground.on;
        let open = self.ground.pledges.get(&self.state).into_iter().flatten();
        let mut lines = Vec::new();
        let mut steps = Vec::new();
        for (at, pledge) in open.take(OPEN) {
            let says = match pledge.due {
                Some(due) if due.latest() < on => {
                    Sentence::new("brief-pledge-overdue").day("due", due)
                }
                Some(due) => Sentence::new("brief-pledge-due").day("due", due),
                None => Sentence::new("brief-pledge"),
            };
            let says = says
                .code("kind", CodeList::Pledge, &pledge.kind)
                .text("what", pledge.what.as_str());
            lines.push(BriefLine::from(says.by(self.entry(*at))));
            let open = |step: &&NextStep| step.done.is_none_or(|done| done.earliest() > on);
            steps.extend(pledge.next.iter().filter(open).map(|step| (*at, step)));
        }
        steps.extend(self.gist.next.iter().copied());
        lines.extend(
            steps
                .into_iter()
                .take(OPEN)
                .map(|(at, step)| self.step(at, step)),
        );
        lines
    }

    fn step(&self, at: At, step: &NextStep) -> BriefLine {
        let says = match step.by {
            Some(by) if by.latest() < self.ground.on => {
                Sentence::new("brief-next-overdue").day("due", by)
            }
            Some(by) => Sentence::new("brief-next-due").day("due", by),
            None => Sentence::new("brief-next"),
        };
        let mut sentences = vec![says.text("what", step.what.as_str()).by(self.entry(at))];
        sentences.extend(
            step.owner
                .as_ref()
                .map(|owner| Sentence::new("brief-owner").text("owner", owner.as_str())),
        );
        BriefLine { sentences }
    }
}
