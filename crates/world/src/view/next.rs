//! Whom to approach next: signals, weights and points.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use ledger::EntryRef;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{ParticipantId, TreatyId};

use super::{CampaignSummary, HeadView, Sentence, Standing};

/// What may speak for approaching a State next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Signal {
    /// Its signature stands and no consent.
    Signatory,
    /// How it voted last on the resolution about the treaty.
    VotedYes,
    /// How many of those with whom it shares a land border are in.
    Neighbours,
    /// How many of the smallest groups of its region are in.
    Groups,
    /// How far it is at home.
    Stage,
    /// What it promised.
    Pledges,
    /// How long ago it was approached.
    Contact,
    /// A meeting ahead at which one could speak to it.
    Meeting,
    /// Whether entry into force needs it.
    Eif,
    /// How many other treaties it joined lately.
    Instruments,
}

impl Signal {
    /// Every signal, in the order in which they are shown.
    pub const ALL: [Signal; 10] = [
        Signal::Signatory,
        Signal::VotedYes,
        Signal::Neighbours,
        Signal::Groups,
        Signal::Stage,
        Signal::Pledges,
        Signal::Contact,
        Signal::Meeting,
        Signal::Eif,
        Signal::Instruments,
    ];

    /// Its word, as addresses and commands write it.
    pub fn word(self) -> &'static str {
        match self {
            Signal::Signatory => "signatory",
            Signal::VotedYes => "voted_yes",
            Signal::Neighbours => "neighbours",
            Signal::Groups => "groups",
            Signal::Stage => "stage",
            Signal::Pledges => "pledges",
            Signal::Contact => "contact",
            Signal::Meeting => "meeting",
            Signal::Eif => "eif",
            Signal::Instruments => "instruments",
        }
    }

    /// What it weighs where nobody says otherwise.
    pub fn usual_weight(self) -> u8 {
        match self {
            Signal::Signatory | Signal::Stage | Signal::Pledges => 3,
            Signal::VotedYes
            | Signal::Neighbours
            | Signal::Groups
            | Signal::Contact
            | Signal::Eif => 2,
            Signal::Meeting | Signal::Instruments => 1,
        }
    }
}

impl fmt::Display for Signal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// What was given is no signal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no signal: they are signatory, voted_yes, neighbours, groups, stage, pledges, contact, meeting, eif and instruments"
)]
pub struct NoSignal(String);

impl FromStr for Signal {
    type Err = NoSignal;

    fn from_str(s: &str) -> Result<Signal, NoSignal> {
        let written = s.replace('-', "_").to_lowercase();
        let found = Signal::ALL.into_iter().find(|one| one.word() == written);
        found.ok_or_else(|| NoSignal(s.to_owned()))
    }
}

/// What each signal weighs: from 0, not at all, to [`Weights::MOST`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Weights(BTreeMap<Signal, u8>);

impl Weights {
    /// The most that a signal may weigh.
    pub const MOST: u8 = 10;

    /// What a signal weighs.
    pub fn of(&self, signal: Signal) -> u8 {
        let own = self.0.get(&signal).copied();
        own.unwrap_or_else(|| signal.usual_weight())
    }

    /// Lets a signal weigh so much, [`Weights::MOST`] at most.
    pub fn set(&mut self, signal: Signal, weight: u8) {
        self.0.insert(signal, weight.min(Weights::MOST));
    }

    /// What all of them weigh together.
    pub fn sum(&self) -> u32 {
        Signal::ALL
            .into_iter()
            .map(|one| u32::from(self.of(one)))
            .sum()
    }
}

/// The order in which to approach those who are not in: points made of signals, and no probability.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NextView {
    /// The campaign, where the question was about one.
    pub campaign: Option<CampaignSummary>,
    /// The treaty it is about.
    pub treaty: TreatyId,
    /// Its short name.
    pub short: String,
    /// The legal day.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// What each signal weighed.
    pub weights: Vec<WeightView>,
    /// The most points that anybody could have, in tenths.
    pub most: u32,
    /// Where it stands who borders whom.
    pub geography: String,
    /// Those who are not in, those with most points first.
    pub rows: Vec<NextRow>,
}

/// What a signal weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WeightView {
    /// Which.
    pub signal: Signal,
    /// What it weighs here.
    pub weight: u8,
    /// What it weighs where nobody says otherwise.
    pub usual: u8,
}

/// One State that is not in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NextRow {
    /// Its place in the order, from 1.
    pub place: u32,
    /// Its code.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// Where it stands under the treaty.
    pub standing: Standing,
    /// Its points, in tenths: the sum over the signals of weight times value.
    pub points: i32,
    /// The signals, in their order.
    pub signals: Vec<SignalView>,
    /// Who might speak to it, those with most to say for them first.
    pub messengers: Vec<Messenger>,
    /// Where.
    pub venues: Vec<Sentence>,
}

/// What one signal says of a State.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SignalView {
    /// Which.
    pub signal: Signal,
    /// How much, in tenths from -10 to 10. `null`: not known, which counts as nothing.
    pub value: Option<i8>,
    /// What it adds to the points, in tenths.
    pub points: i32,
    /// Why.
    pub why: Vec<Sentence>,
}

/// Somebody who might carry the message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Messenger {
    /// Its code.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// Why.
    pub why: Vec<Sentence>,
}

impl NextRow {
    /// What a signal says of it.
    pub fn signal(&self, which: Signal) -> Option<&SignalView> {
        self.signals.iter().find(|one| one.signal == which)
    }

    /// Every entry it rests on, each once, in the order of the sentences.
    pub fn entries(&self) -> Vec<EntryRef> {
        let why = self.signals.iter().flat_map(|signal| &signal.why);
        let mut entries = Vec::new();
        for entry in why.flat_map(|sentence| &sentence.entries) {
            if !entries.contains(entry) {
                entries.push(*entry);
            }
        }
        entries
    }
}
