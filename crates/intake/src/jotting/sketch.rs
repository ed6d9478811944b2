//! An approach as far as a text tells it.

use ledger::body::vocabulary::{
    ActedAs, ApproachKind, Channel, Obstacle, Outcome, Support, Theme,
};
use ledger::body::{Approach, ApproachState, NextStep, Side};
use serde::Serialize;
use treaty::{PartialDate, TreatyId};

/// An approach as far as a text tells it: the fields of [`Approach`], with those open that it must have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sketch {
    /// For which treaties.
    pub treaties: Vec<TreatyId>,
    /// Whether it took place: by the tense and the date; a draft where neither says.
    pub state: ApproachState,
    /// What it was, where the text says.
    pub kind: Option<ApproachKind>,
    /// Who approached. Empty: the text does not say, and nobody said who `we` are.
    pub by: Vec<Side>,
    /// Whom. Empty: the text does not say.
    pub to: Vec<Side>,
    /// In which capacity.
    pub acted_as: Option<ActedAs>,
    /// When, or its first day.
    pub on: Option<PartialDate>,
    /// Its last day.
    pub until: Option<PartialDate>,
    /// Through which channel.
    pub channel: Option<Channel>,
    /// Where.
    pub place: Option<String>,
    /// At which forum.
    pub forum: Option<String>,
    /// With which arguments.
    pub themes: Vec<Theme>,
    /// What came of it.
    pub outcomes: Vec<Outcome>,
    /// What stands in the way.
    pub obstacles: Vec<Obstacle>,
    /// Help asked for.
    pub asked: Vec<Support>,
    /// Help offered.
    pub offered: Vec<Support>,
    /// What is to be done next.
    pub next: Vec<NextStep>,
}

/// What an approach must have and a text does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// For which treaty.
    Treaty,
    /// What it was.
    Kind,
    /// Who approached.
    By,
    /// Whom.
    To,
}

impl Sketch {
    pub(super) fn of(treaties: &[TreatyId]) -> Sketch {
        Sketch {
            treaties: treaties.to_vec(),
            state: ApproachState::Draft,
            kind: None,
            by: Vec::new(),
            to: Vec::new(),
            acted_as: None,
            on: None,
            until: None,
            channel: None,
            place: None,
            forum: None,
            themes: Vec::new(),
            outcomes: Vec::new(),
            obstacles: Vec::new(),
            asked: Vec::new(),
            offered: Vec::new(),
            next: Vec::new(),
        }
    }

    /// What must be added before it is an approach.
    pub fn missing(&self) -> Vec<Missing> {
        let nobody = |side: &Side| side.participant.is_none() && side.name.is_none();
        let all = [
            (self.treaties.is_empty(), Missing::Treaty),
            (self.kind.is_none(), Missing::Kind),
            (self.by.iter().all(nobody), Missing::By),
            (self.to.iter().all(nobody), Missing::To),
        ];
        let open = all.into_iter().filter(|(open, _)| *open);
        open.map(|(_, what)| what).collect()
    }

    /// The approach, once nothing is missing; else what is.
    ///
    /// # Errors
    ///
    /// What is missing.
    pub fn complete(&self) -> Result<Approach, Vec<Missing>> {
        let missing = self.missing();
        let Some(kind) = self.kind.filter(|_| missing.is_empty()) else {
            return Err(missing);
        };
        let one = self.clone();
        Ok(Approach {
            treaties: one.treaties,
            state: one.state,
            kind,
            by: one.by,
            to: one.to,
            acted_as: one.acted_as,
            on: one.on,
            until: one.until,
            channel: one.channel,
            place: one.place,
            forum: one.forum,
            meeting: None,
            themes: one.themes,
            points: None,
            answer: None,
            outcomes: one.outcomes,
            obstacles: one.obstacles,
            asked: one.asked,
            offered: one.offered,
            next: one.next,
            documents: Vec::new(),
            note: None,
        })
    }
}
