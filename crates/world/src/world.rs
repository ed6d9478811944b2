//! What a viewer knows: folded from the entries it may see, up to a moment of knowledge.

use jiff::Timestamp;
use jiff::civil::Date;
use ledger::{Audience, Recorded, Seq};
use treaty::{Lang, Law, Participant, ParticipantId, TreatyId};

use crate::view::*;

/// Who looks. What it may not see is never folded into its world.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Viewer {
    /// Whether it is signed in.
    pub signed_in: bool,
    /// The teams it belongs to, sorted.
    pub teams: Vec<String>,
}

impl Viewer {
    /// Anyone: sees public entries alone.
    pub fn public() -> Viewer {
        Viewer::default()
    }

    /// Whether it may see an entry for `audience`.
    pub fn sees(&self, audience: &Audience) -> bool {
        match audience {
            Audience::Public => true,
            Audience::SignedIn => self.signed_in,
            Audience::Teams(teams) => teams.iter().any(|team| self.teams.contains(team)),
        }
    }
}

/// What a viewer knows. Immutable; swapped whole when the ledger grows.
#[derive(Debug, Default)]
pub struct World {}

impl World {
    /// Folds `entries`, in their order, those recorded after `known` left out.
    pub fn fold<'e>(
        entries: impl IntoIterator<Item = &'e Recorded>,
        viewer: &Viewer,
        known: Timestamp,
    ) -> World {
        let _ = (entries.into_iter().count(), viewer, known);
        todo!()
    }

    /// The moment of knowledge it was folded for.
    pub fn known(&self) -> Timestamp { todo!() }
    /// The head it was folded up to.
    pub fn head(&self) -> HeadView { todo!() }
    /// When the ledger's first entry was recorded.
    pub fn first_recorded(&self) -> Option<Timestamp> { todo!() }

    /// The treaties, in the order of their files' ids.
    pub fn treaties(&self) -> Vec<&Law> { todo!() }
    /// One treaty by id, MTDSG number (`XXVI-6`), short name or UNODA name, whatever the case.
    pub fn treaty(&self, name: &str) -> Option<&Law> { todo!() }
    /// The ids nearest to a name that is none, best first, at most five.
    pub fn nearest_treaties(&self, name: &str) -> Vec<TreatyId> { let _ = name; todo!() }
    /// The participants, by code.
    pub fn participants(&self) -> Vec<&Participant> { todo!() }
    /// One participant by its code.
    pub fn participant(&self, id: ParticipantId) -> Option<&Participant> { let _ = id; todo!() }
    /// One participant by code or by a name in any language, former names included; exact but for
    /// case, accents and blanks.
    pub fn find_participant(&self, name: &str) -> Option<ParticipantId> { let _ = name; todo!() }
    /// The names nearest to a name that is none, best first, at most five.
    pub fn nearest_participants(&self, name: &str) -> Vec<(ParticipantId, String)> { let _ = name; todo!() }
    /// The groups known, each with its members on a day.
    pub fn groups(&self, on: Date) -> Vec<(String, Vec<ParticipantId>)> { let _ = on; todo!() }

    /// Where everybody stood under a treaty at the end of `on`.
    pub fn status(&self, treaty: &TreatyId, on: Date, lang: Lang) -> Option<StatusView> { let _ = (treaty, on, lang); todo!() }
    /// The counts alone, without names: what curves and the matrix need.
    pub fn counts(&self, treaty: &TreatyId, on: Date) -> Option<Counts> { let _ = (treaty, on); todo!() }
    /// What happened between two days, both included.
    pub fn changes(&self, treaty: Option<&TreatyId>, from: Date, to: Date, lang: Lang) -> ChangesView { let _ = (treaty, from, to, lang); todo!() }
    /// What entry into force still needs.
    pub fn force(&self, treaty: &TreatyId, on: Date, what_if: &[WhatIf], lang: Lang) -> Option<ForceView> { let _ = (treaty, on, what_if, lang); todo!() }
    /// The duties and how they stand on `on`; yearly duties only those due within the window
    /// `from..=to`, or within the year up to and the year after `on` without one.
    pub fn duties(&self, treaty: Option<&TreatyId>, state: Option<ParticipantId>, on: Date, window: Option<(Date, Date)>, lang: Lang) -> DutiesView { let _ = (treaty, state, on, window, lang); todo!() }
    /// The steps of one date: an article of a duty, or `in_force`, or `left`.
    pub fn explain(&self, treaty: &TreatyId, state: ParticipantId, article: &str, on: Date, lang: Lang) -> Option<ExplainView> { let _ = (treaty, state, article, on, lang); todo!() }
    /// One participant across treaties.
    pub fn participant_view(&self, id: ParticipantId, on: Date, lang: Lang) -> Option<ParticipantView> { let _ = (id, on, lang); todo!() }
    /// States × treaties.
    pub fn matrix(&self, on: Date, lang: Lang) -> MatrixView { let _ = (on, lang); todo!() }
    /// The field on a day.
    pub fn field(&self, on: Date, lang: Lang) -> FieldView { let _ = (on, lang); todo!() }
    /// The law of a treaty, its acts and meetings.
    pub fn law_view(&self, treaty: &TreatyId, lang: Lang) -> Option<LawView<'_>> { let _ = (treaty, lang); todo!() }
    /// How the counts moved.
    pub fn curve(&self, treaty: &TreatyId) -> Option<CurveView> { let _ = treaty; todo!() }
    /// Everything that does not add up, worst first.
    pub fn findings(&self) -> &[Finding] { todo!() }
    /// Printed against computed counts.
    pub fn reconcile(&self, treaty: Option<&TreatyId>) -> ReconcileView { let _ = treaty; todo!() }
    /// A page of the ledger, newest first, from `before` (excluded) downwards.
    pub fn ledger(&self, before: Option<Seq>, count: usize) -> LedgerView { let _ = (before, count); todo!() }
    /// One entry.
    pub fn entry(&self, seq: Seq) -> Option<EntryView> { let _ = seq; todo!() }
    /// The acts on record of one participant under one treaty, retracted ones left out: what
    /// readers compare with.
    pub fn acts(&self, treaty: &TreatyId, by: Option<ParticipantId>) -> Vec<ActView> { let _ = (treaty, by); todo!() }
}
