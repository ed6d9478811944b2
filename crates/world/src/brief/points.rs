//! Talking points: what the records give somebody to say. Each is a sentence of the library in
//! `brief.ftl` and rests on entries; what is not known is not said.

use treaty::PartialDate;

use super::Brief;
use super::gist::newest;
use crate::view::{BriefLine, CodeList, ParticipationView, Said, Sentence, Signal, Standing};

impl Brief<'_> {
    pub(super) fn points(&self, told: &ParticipationView) -> Vec<BriefLine> {
        let mut points: Vec<BriefLine> =
            self.joined(told).into_iter().map(BriefLine::from).collect();
        // What speaks for joining; where nothing does, it stands in no point.
        for signal in [Signal::Eif, Signal::Neighbours, Signal::Groups] {
            let view = self.signal(signal);
            if view.value.is_some_and(|value| value >= 5) && !self.is_bound() {
                points.extend(view.why.into_iter().map(BriefLine::from));
            }
        }
        let vote = self.signal(Signal::VotedYes);
        if vote.value.is_some_and(|value| value >= 8) {
            points.extend(vote.why.into_iter().map(BriefLine::from));
        }
        let lately = self.signal(Signal::Instruments);
        if lately.value.is_some_and(|value| value > 0) {
            points.extend(lately.why.into_iter().map(BriefLine::from));
        }
        let last = told
            .statements
            .iter()
            .find(|said| said.date.earliest() <= self.ground.on && said.disputed.is_none());
        points.extend(last.map(|said| {
            let says = Sentence::new("brief-point-said")
                .text("meeting", said.meeting_title.as_str())
                .day("day", said.date);
            BriefLine::from(says.by(said.entry))
        }));
        points.extend(self.help().map(BriefLine::from));
        points
    }

    fn is_bound(&self) -> bool {
        crate::next::is_in(self.standing)
    }

    /// Where it stands, in a sentence; nothing where its days are not known.
    fn joined(&self, told: &ParticipationView) -> Option<Sentence> {
        let status = &told.status;
        let (says, day) = match status.standing {
            Standing::Party | Standing::Contracting => ("brief-point-in", status.consented),
            Standing::Signatory => ("brief-point-signed", status.signed),
            Standing::Withdrawn => ("brief-point-left", status.left.map(PartialDate::Day)),
            Standing::None => return Some(Sentence::new("brief-point-outside")),
        };
        let says = Sentence::new(says).day("day", day?);
        Some(
            status
                .sources
                .iter()
                .fold(says, |says, source| says.by(source.entry)),
        )
    }

    /// The help it asked for last, and what was offered.
    fn help(&self) -> Option<Sentence> {
        let (word, on, at) = newest(&self.gist.asked).into_iter().next()?;
        let offered = newest(&self.gist.offered);
        let says = if offered.is_empty() {
            Sentence::new("brief-point-asked")
        } else {
            let codes = offered.iter().map(|(word, _, _)| word.to_string());
            let (list, codes) = (CodeList::Support, codes.collect());
            Sentence::new("brief-point-asked-offered")
                .with("offered", Said::Codes { list, codes })
        };
        let says = says
            .code("word", CodeList::Support, &word)
            .day("day", on?)
            .by(self.entry(at));
        Some(
            offered
                .iter()
                .fold(says, |says, (_, _, at)| says.by(self.entry(*at))),
        )
    }
}
