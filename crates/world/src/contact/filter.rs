//! Which approaches are asked for, and which meet what is asked.

use jiff::civil::Date;
use ledger::body::vocabulary::{ApproachKind, Channel, Level, Obstacle, Outcome};
use ledger::body::{Approach, ApproachState, NextStep, Side};
use treaty::{ParticipantId, TreatyId};

use super::text;

/// Which approaches are asked for. What is left out narrows nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ApproachFilter {
    /// For this treaty.
    pub treaty: Option<TreatyId>,
    /// With this participant on either side.
    pub state: Option<ParticipantId>,
    /// With this participant among those who approached.
    pub by: Option<ParticipantId>,
    /// With this participant among those approached.
    pub to: Option<ParticipantId>,
    /// Of this kind.
    pub kind: Option<ApproachKind>,
    /// Of which this came.
    pub outcome: Option<Outcome>,
    /// In the way of which this stood.
    pub obstacle: Option<Obstacle>,
    /// Whether it took place.
    pub stage: Option<ApproachState>,
    /// With somebody of this level on either side.
    pub level: Option<Level>,
    /// Through this channel.
    pub channel: Option<Channel>,
    /// At this forum, as its entry writes it.
    pub forum: Option<String>,
    /// On this day or later, as far as its days are known.
    pub from: Option<Date>,
    /// On this day or earlier.
    pub until: Option<Date>,
    /// With something still to be done.
    pub follow_up: Option<FollowUp>,
    /// In whose texts, or in the names of whose States, each of these words stands; case and accents aside.
    pub text: Option<String>,
}

/// What is still to be done after an approach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FollowUp {
    /// Anything.
    Open,
    /// Something that was to be done by this day.
    Due(Date),
}

/// What is still to be done after an approach that was not dropped.
pub fn open_steps(one: &Approach) -> impl Iterator<Item = &NextStep> {
    let dropped = one.state == ApproachState::Dropped;
    one.next
        .iter()
        .filter(move |step| !dropped && step.done.is_none())
}

/// The day by which a step is to be done at the latest.
pub fn due(step: &NextStep) -> Option<Date> {
    step.by.map(|by| by.latest())
}

/// The days of an approach: the first and the last it can have been on.
pub(super) fn days(one: &Approach) -> Option<(Date, Date)> {
    let first = one.on.or(one.until)?;
    let last = one.until.unwrap_or(first);
    Some((first.earliest(), last.latest().max(first.latest())))
}

impl ApproachFilter {
    /// Whether an approach is asked for, its texts aside.
    pub(super) fn fits(&self, one: &Approach) -> bool {
        let on = |sides: &[Side], who| sides.iter().any(|side| side.participant == Some(who));
        self.kind.is_none_or(|kind| one.kind == kind)
            && self.stage.is_none_or(|stage| one.state == stage)
            && self.by.is_none_or(|who| on(&one.by, who))
            && self.to.is_none_or(|who| on(&one.to, who))
            && self
                .state
                .is_none_or(|who| on(&one.by, who) || on(&one.to, who))
            && self
                .treaty
                .as_ref()
                .is_none_or(|treaty| one.treaties.contains(treaty))
            && self
                .outcome
                .is_none_or(|outcome| one.outcomes.contains(&outcome))
            && self
                .obstacle
                .is_none_or(|obstacle| one.obstacles.contains(&obstacle))
            && self
                .level
                .is_none_or(|level| levels(one).any(|own| own == level))
            && self
                .channel
                .is_none_or(|channel| one.channel == Some(channel))
            && self
                .forum
                .as_ref()
                .is_none_or(|forum| one.forum.as_ref() == Some(forum))
            && self.meets_days(one)
            && self.meets_follow_up(one)
    }

    fn meets_days(&self, one: &Approach) -> bool {
        if self.from.is_none() && self.until.is_none() {
            return true;
        }
        days(one).is_some_and(|(first, last)| {
            self.from.is_none_or(|from| from <= last)
                && self.until.is_none_or(|until| first <= until)
        })
    }

    fn meets_follow_up(&self, one: &Approach) -> bool {
        match self.follow_up {
            None => true,
            Some(FollowUp::Open) => open_steps(one).next().is_some(),
            Some(FollowUp::Due(day)) => open_steps(one).filter_map(due).any(|due| due <= day),
        }
    }

    /// The words asked for, folded.
    pub(super) fn words(&self) -> Vec<String> {
        let asked = self.text.as_deref().unwrap_or_default();
        let folded = text::folded(asked);
        folded.split_whitespace().map(str::to_owned).collect()
    }
}

fn levels(one: &Approach) -> impl Iterator<Item = Level> {
    one.by.iter().chain(&one.to).filter_map(|side| side.level)
}
