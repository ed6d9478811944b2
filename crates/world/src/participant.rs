//! One participant across treaties; the acts on record; the groups.

use std::collections::BTreeSet;

use jiff::civil::Date;
use ledger::EntryRef;
use ledger::body::{Membership, Role};
use treaty::{Lang, ParticipantId, TreatyId};

use crate::bond::{ActAt, ActRef};
use crate::fold::Under;
use crate::group::Stay;
use crate::kinds;
use crate::view::{ActView, LawView, ParticipantView, Statement, TreatyStanding};
use crate::world::World;

impl World {
    /// One participant across treaties.
    pub fn participant_view(
        &self,
        id: ParticipantId,
        on: Date,
        lang: Lang,
    ) -> Option<ParticipantView> {
        let participant = self.registry.get(id)?;
        let concern = |under: &&Under| under.law.admits(id) || under.bond(id).is_some();
        let treaties = self
            .treaties
            .values()
            .filter(concern)
            .map(|under| TreatyStanding {
                treaty: under.law.id.clone(),
                short: under.law.short.clone(),
                title: under.law.title.get(lang).to_owned(),
                status: self.participant_status(under, id, on, lang),
            });
        let mut acts: Vec<_> = self
            .acts
            .iter()
            .filter(|act| act.by == id)
            .map(|act| self.act_view(act, lang))
            .collect();
        acts.sort_by(|a, b| {
            let key = |view: &ActView| {
                (
                    view.act.on,
                    view.act.treaty.clone(),
                    view.act.kind,
                    view.entry,
                )
            };
            key(a).cmp(&key(b))
        });
        Some(ParticipantView {
            iso3: id,
            name: participant.names.get(lang).to_owned(),
            names: participant
                .names
                .iter()
                .map(|(lang, name)| (lang.code().to_owned(), name.to_owned()))
                .collect(),
            aliases: participant.aliases.clone(),
            on,
            known: self.known,
            head: self.head(),
            groups: self
                .memberships()
                .into_iter()
                .map(|(_, membership)| membership)
                .filter(|one| one.by == id && Stay::of(one).holds(on))
                .map(|membership| membership.group.clone())
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect(),
            treaties: treaties.collect(),
            acts,
            duties: self.duties(None, Some(id), on, None, lang).duties,
            roles: self.roles_of(id),
            findings: self
                .findings()
                .iter()
                .filter(|finding| finding.iso3 == Some(id))
                .cloned()
                .collect(),
        })
    }

    /// The acts on record of one participant under one treaty, retracted ones left out: what
    /// readers compare with.
    pub fn acts(&self, treaty: &TreatyId, by: Option<ParticipantId>) -> Vec<ActView> {
        let found = self
            .acts
            .iter()
            .filter(|act| by.is_none_or(|by| by == act.by));
        found
            .filter(|act| self.act(act).treaty == *treaty)
            .map(|act| self.act_view(act, Lang::En))
            .collect()
    }

    /// The law of a treaty, its acts, newest first, and meetings.
    pub fn law_view(&self, treaty: &TreatyId, lang: Lang) -> Option<LawView<'_>> {
        self.law_view_latest(treaty, lang, usize::MAX)
    }

    /// The same with no more than the `most` newest acts.
    pub fn law_view_latest(
        &self,
        treaty: &TreatyId,
        lang: Lang,
        most: usize,
    ) -> Option<LawView<'_>> {
        let under = self.under(treaty)?;
        let newest = self.newest(under).iter().take(most);
        let acts = newest
            .map(|act| self.act_view(self.act_at(*act), lang))
            .collect();
        let mut meetings: Vec<_> = self
            .meetings_counted()
            .filter(|meeting| meeting.treaty == *treaty)
            .cloned()
            .collect();
        meetings.sort_by_key(|meeting| (meeting.start, meeting.end));
        let mut printed: Vec<_> = self
            .printed()
            .map(|(_, printed)| printed)
            .filter(|printed| printed.treaty == *treaty)
            .cloned()
            .collect();
        printed.sort_by_key(|printed| (printed.on, printed.what));
        Some(LawView {
            law: &under.law,
            entry: self.record.name(under.file),
            acts,
            meetings,
            printed,
            statements: self.statements_on_duties(under),
        })
    }

    /// How many acts are on record under a treaty, retracted ones left out.
    pub fn acts_on_record(&self, treaty: &TreatyId) -> Option<usize> {
        Some(self.newest(self.under(treaty)?).len())
    }

    /// The places of the acts under a treaty, newest first.
    fn newest<'w>(&self, under: &'w Under) -> &'w [ActAt] {
        under.newest.get_or_init(|| {
            let mut acts: Vec<ActAt> = under
                .bonds
                .iter()
                .flat_map(|bond| bond.acts.clone())
                .collect();
            acts.sort_by_cached_key(|act| {
                let (act, said) = (self.act_at(*act), self.act(self.act_at(*act)));
                (
                    std::cmp::Reverse(said.on),
                    self.registry.rank(said.by),
                    said.kind,
                    act.entry,
                )
            });
            acts
        })
    }

    fn statements_on_duties(&self, under: &Under) -> Vec<Statement> {
        let mut statements: Vec<_> = under
            .statements
            .iter()
            .filter_map(|&at| Some((at, kinds::observation(self.record.body(at))?)))
            .map(|(at, seen)| Statement {
                article: seen.article.clone(),
                on: seen.on,
                what: seen.what.clone(),
                source: self.source_ref(at),
            })
            .collect();
        statements.sort_by(|a, b| (a.on, &a.article).cmp(&(b.on, &b.article)));
        statements
    }

    /// An act with its standing in the record.
    pub(crate) fn act_view(&self, act: &ActRef, lang: Lang) -> ActView {
        ActView {
            entry: self.record.name(act.entry),
            act: self.act(act).clone(),
            name: self.registry.name(act.by, lang),
            disputed: self.doubt(act.entry),
            counts: act.counts,
            source: self.source_ref(act.entry),
        }
    }

    /// Every membership of a group on record, with its entry.
    pub fn memberships(&self) -> Vec<(EntryRef, &Membership)> {
        self.shelf
            .memberships
            .iter()
            .filter_map(|&at| {
                Some((
                    self.record.name(at),
                    kinds::membership(self.record.body(at))?,
                ))
            })
            .collect()
    }

    pub(crate) fn roles_of(&self, id: ParticipantId) -> Vec<Role> {
        let mut roles: Vec<_> = self
            .shelf
            .roles
            .iter()
            .filter_map(|&at| kinds::role(self.record.body(at)))
            .filter(|role| role.by == id)
            .cloned()
            .collect();
        roles.sort_by_key(|role| (role.from, role.until));
        roles
    }
}
