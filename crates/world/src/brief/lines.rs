//! The parts of a brief that the public record gives: acts, votes, statements, obligations.

use std::cmp::Reverse;

use jiff::ToSpan;

use super::Brief;
use crate::next::{cast, is_in};
use crate::view::{ActView, BriefLine, CodeList, DutyState, ParticipationView, Said, Sentence};

/// How many acts, the newest.
const ACTS: usize = 5;
/// How many votes, the newest.
const VOTES: usize = 4;
/// How many statements, the newest.
const SAID: usize = 3;
/// How many obligations, the first first.
const OWED: usize = 4;

impl Brief<'_> {
    pub(super) fn acts(&self, told: &ParticipationView) -> Vec<BriefLine> {
        let acts = told
            .acts
            .iter()
            .filter(|view| view.act.on.earliest() <= self.ground.on);
        let mut acts: Vec<&ActView> = acts.collect();
        acts.sort_by_key(|view| Reverse((view.act.on, view.entry)));
        acts.truncate(ACTS);
        let lines = acts.into_iter().map(|view| {
            let mut says = vec![
                Sentence::new("brief-act")
                    .with("act", Said::Act(view.act.kind))
                    .day("day", view.act.on)
                    .by(view.entry),
            ];
            says.extend(
                view.disputed
                    .as_ref()
                    .map(|why| Sentence::new("brief-in-doubt").text("why", why.as_str())),
            );
            BriefLine { sentences: says }
        });
        lines.collect()
    }

    pub(super) fn votes(&self) -> Vec<BriefLine> {
        let cast = cast(&self.ground.votes, self.state).take(VOTES);
        let lines = cast.map(|cast| {
            let says = Sentence::new("next-why-vote")
                .code("ballot", CodeList::Ballot, &cast.ballot)
                .text("resolution", cast.vote.resolution.as_str())
                .day("day", cast.vote.on)
                .by(self.ground.world.record.name(cast.at));
            BriefLine::from(says)
        });
        lines.collect()
    }

    pub(super) fn no_votes(&self) -> Option<&'static str> {
        Some(if self.ground.votes.is_empty() {
            "next-why-no-roll-call"
        } else {
            "next-why-not-listed"
        })
    }

    pub(super) fn said(&self, told: &ParticipationView) -> Vec<BriefLine> {
        let by_then = |said: &&crate::view::StatementView| {
            said.date.earliest() <= self.ground.on && said.disputed.is_none()
        };
        let said = told.statements.iter().filter(by_then).take(SAID);
        let lines = said.map(|said| {
            let says = match &said.title {
                Some(title) => Sentence::new("brief-said-title").text("title", title.as_str()),
                None => Sentence::new("brief-said"),
            };
            let says = says
                .text("meeting", said.meeting_title.as_str())
                .day("day", said.date);
            BriefLine::from(says.by(said.entry))
        });
        lines.collect()
    }

    pub(super) fn obligations(&self, told: &ParticipationView) -> Vec<BriefLine> {
        let soon = self.ground.on.saturating_add(2.years());
        let open = told.duties.iter().filter_map(|duty| {
            let due = duty.due?;
            let says = match duty.standing {
                DutyState::Overdue => "brief-overdue",
                DutyState::Due | DutyState::Extended if due <= soon => "brief-due",
                DutyState::Due
                | DutyState::Extended
                | DutyState::Fulfilled
                | DutyState::Dormant
                | DutyState::NotApplicable
                | DutyState::Unknown => return None,
            };
            let says = Sentence::new(says)
                .text("article", duty.article.as_str())
                .text("duty", duty.duty.as_str())
                .day("due", due);
            let says = duty
                .sources
                .iter()
                .fold(says, |says, source| says.by(source.entry));
            Some(BriefLine::from(says))
        });
        open.take(OWED).collect()
    }

    /// What is said where nothing is open.
    pub(super) fn no_obligation(&self) -> &'static str {
        if is_in(self.standing) {
            "brief-nothing-open"
        } else {
            "brief-not-bound"
        }
    }
}
