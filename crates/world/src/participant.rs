//! One participant across treaties; the acts on record; the groups.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use ledger::Seq;
use ledger::body::{Membership, Role};
use treaty::{Lang, PartialDate, ParticipantId, TreatyId};

use crate::bond::ActRef;
use crate::fold::Under;
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
                .filter(|membership| membership.by == id && is_member(membership, on))
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
        let under = self.under(treaty)?;
        let mut acts: Vec<_> = under
            .bonds
            .iter()
            .flat_map(|bond| self.acts_of(bond))
            .collect();
        // Before the views are made: they are large, and sorting moves them about.
        acts.sort_by_cached_key(|act| {
            let said = self.act(act);
            (
                std::cmp::Reverse(said.on),
                self.registry.rank(said.by),
                said.kind,
                act.entry,
            )
        });
        let acts = acts
            .into_iter()
            .map(|act| self.act_view(act, lang))
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
            entry: self.record.seq(under.file),
            acts,
            meetings,
            printed,
            statements: self.statements_on_duties(under),
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

    /// The groups known, each with its members on a day, by code.
    pub fn groups(&self, on: Date) -> Vec<(String, Vec<ParticipantId>)> {
        let mut groups: BTreeMap<String, BTreeSet<ParticipantId>> = BTreeMap::new();
        for (_, membership) in self.memberships() {
            let members = groups.entry(membership.group.clone()).or_default();
            if is_member(membership, on) {
                members.insert(membership.by);
            }
        }
        groups
            .into_iter()
            .map(|(group, members)| (group, members.into_iter().collect()))
            .collect()
    }

    /// An act with its standing in the record.
    pub(crate) fn act_view(&self, act: &ActRef, lang: Lang) -> ActView {
        ActView {
            entry: self.record.seq(act.entry),
            act: self.act(act).clone(),
            name: self.registry.name(act.by, lang),
            disputed: self.doubt(act.entry),
            counts: act.counts,
            source: self.source_ref(act.entry),
        }
    }

    /// Every membership of a group on record, with its entry.
    pub fn memberships(&self) -> Vec<(Seq, &Membership)> {
        self.shelf
            .memberships
            .iter()
            .filter_map(|&at| {
                Some((
                    self.record.seq(at),
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

/// Between two days, either of which may be unknown: from the day on which it had certainly
/// begun until the last on which it may have lasted.
fn is_member(membership: &Membership, on: Date) -> bool {
    membership
        .from
        .map(PartialDate::latest)
        .is_none_or(|from| from <= on)
        && membership
            .until
            .map(PartialDate::latest)
            .is_none_or(|until| on <= until)
}
