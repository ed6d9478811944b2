//! Statements that were made, and assistance that was given.

use std::cmp::Reverse;

use ledger::body::{Assistance, MeetingRef, Statement};
use treaty::{Lang, ParticipantId, TreatyId};

use crate::kinds;
use crate::record::At;
use crate::view::{AssistanceView, StatementView};
use crate::world::World;

impl World {
    /// What was said, newest first, in the order of their source where they are of one day; only
    /// under one treaty or in the name of one participant, where asked for.
    pub fn statements(
        &self,
        treaty: Option<&TreatyId>,
        state: Option<ParticipantId>,
        lang: Lang,
    ) -> Vec<StatementView> {
        let mut told: Vec<_> = self
            .told_statements()
            .filter(|(_, said)| treaty.is_none_or(|treaty| *treaty == said.treaty))
            .filter(|(_, said)| state.is_none_or(|state| state == said.by))
            .collect();
        told.sort_by_key(|(at, said)| {
            let meeting = (&said.treaty, &said.meeting);
            (Reverse(said.on), meeting, self.registry.rank(said.by), *at)
        });
        told.into_iter()
            .map(|(at, said)| self.statement_view(at, said, lang))
            .collect()
    }

    /// The assistance that was given, newest first, what has no date last; only under one treaty,
    /// or to or from one participant, where asked for.
    pub fn assistance(
        &self,
        treaty: Option<&TreatyId>,
        state: Option<ParticipantId>,
        lang: Lang,
    ) -> Vec<AssistanceView> {
        let shelf = self.shelf.assistance.iter();
        let mut told: Vec<_> = shelf
            .filter_map(|&at| Some((at, kinds::assistance(self.record.body(at))?)))
            .filter(|(_, given)| treaty.is_none_or(|treaty| *treaty == given.treaty))
            .filter(|(_, given)| {
                state.is_none_or(|state| state == given.by || Some(state) == given.to)
            })
            .collect();
        told.sort_by_key(|(at, given)| (Reverse(given.on), *at));
        told.into_iter()
            .map(|(at, given)| self.assistance_view(at, given, lang))
            .collect()
    }

    /// The statements on record, those in dispute too.
    pub(crate) fn told_statements(&self) -> impl Iterator<Item = (At, &Statement)> {
        self.shelf
            .statements
            .iter()
            .filter_map(|&at| Some((at, kinds::statement(self.record.body(at))?)))
    }

    pub(crate) fn statement_view(&self, at: At, said: &Statement, lang: Lang) -> StatementView {
        let meeting = said
            .at
            .as_ref()
            .and_then(|meeting| self.meant(&said.treaty, meeting));
        StatementView {
            entry: self.record.name(at),
            iso3: said.by,
            name: self.registry.name(said.by, lang),
            treaty: said.treaty.clone(),
            meeting: meeting.map(str::to_owned),
            meeting_title: said.meeting.clone(),
            date: said.on,
            title: said.title.clone(),
            themes: said.themes.clone(),
            speaker: said.speaker.clone(),
            post: said.post.clone(),
            aligned_with: said
                .aligned_with
                .iter()
                .map(|with| self.registry.name(*with, lang))
                .collect(),
            url: said.url.clone(),
            note: said.note.clone(),
            disputed: self.doubt(at),
            source: self.source_ref(at),
        }
    }

    /// The name in addresses of the meeting that a statement names, where one is on record.
    pub(crate) fn meant(&self, treaty: &TreatyId, meeting: &MeetingRef) -> Option<&str> {
        let catalogue = self.catalogue();
        catalogue.meeting_id(treaty, &meeting.kind, meeting.number.as_ref())
    }

    fn assistance_view(&self, at: At, given: &Assistance, lang: Lang) -> AssistanceView {
        let to_name = given
            .to
            .map(|to| self.registry.name(to, lang))
            .or_else(|| given.to_name.clone());
        AssistanceView {
            entry: self.record.name(at),
            by: given.by,
            by_name: self.registry.name(given.by, lang),
            to: given.to,
            to_name: to_name.unwrap_or_default(),
            treaty: given.treaty.clone(),
            what: given.what.clone(),
            date: given.on,
            note: given.note.clone(),
            disputed: self.doubt(at),
            source: self.source_ref(at),
        }
    }
}
