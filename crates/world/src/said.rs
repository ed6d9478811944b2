//! Statements that were made, and assistance that was given.

use treaty::{Lang, ParticipantId, TreatyId};

use crate::view::{AssistanceView, StatementView};
use crate::world::World;

impl World {
    /// What was said, newest first; only under one treaty or in the name of one participant,
    /// where asked for.
    pub fn statements(
        &self,
        _treaty: Option<&TreatyId>,
        _state: Option<ParticipantId>,
        _lang: Lang,
    ) -> Vec<StatementView> {
        Vec::new()
    }

    /// The assistance that was given, newest first; only under one treaty or to or from one
    /// participant, where asked for.
    pub fn assistance(
        &self,
        _treaty: Option<&TreatyId>,
        _state: Option<ParticipantId>,
        _lang: Lang,
    ) -> Vec<AssistanceView> {
        Vec::new()
    }
}
