//! What happened between two days.

use std::collections::BTreeMap;

use jiff::civil::Date;
use treaty::{Kind, Lang, ParticipantId, TreatyId};

use crate::bond::{ActAt, ActRef};
use crate::fold::{Bond, Under};
use crate::view::{Change, ChangesView};
use crate::world::World;

impl World {
    /// What happened between two days, both included. An act of which only the month or year is
    /// known happened by its last day. Withdrawals that took effect by the rule, with no act on
    /// record that says so, are told too.
    pub fn changes(
        &self,
        treaty: Option<&TreatyId>,
        from: Date,
        to: Date,
        lang: Lang,
    ) -> ChangesView {
        let mut found = Vec::new();
        for under in self.chosen(treaty) {
            for bond in &under.bonds {
                self.changes_of(under, bond, from, to, lang, &mut found);
            }
        }
        found.sort_by(|(a, _), (b, _)| self.change_order(a).cmp(&self.change_order(b)));
        let mut summary: BTreeMap<Kind, Vec<ParticipantId>> = BTreeMap::new();
        for (change, counts) in &found {
            let codes = summary.entry(change.act).or_default();
            if *counts && !codes.contains(&change.iso3) {
                codes.push(change.iso3);
            }
        }
        summary.retain(|_, codes| !codes.is_empty());
        for codes in summary.values_mut() {
            codes.sort_unstable();
        }
        ChangesView {
            treaty: treaty.cloned(),
            from,
            to,
            known: self.known,
            head: self.head(),
            acts: found.into_iter().map(|(change, _)| change).collect(),
            summary,
        }
    }

    /// The treaty asked for, or all.
    pub(crate) fn chosen<'w>(
        &'w self,
        treaty: Option<&'w TreatyId>,
    ) -> impl Iterator<Item = &'w Under> {
        self.treaties
            .iter()
            .filter(move |(id, _)| treaty.is_none_or(|treaty| treaty == *id))
            .map(|(_, under)| under)
    }

    fn change_order<'c>(&self, change: &'c Change) -> (Date, &'c TreatyId, u32, Kind) {
        (
            change.date.latest(),
            &change.treaty,
            self.registry.rank(change.iso3),
            change.act,
        )
    }

    /// The changes of one bond, each with whether it counts in the summary.
    fn changes_of(
        &self,
        under: &Under,
        bond: &Bond,
        from: Date,
        to: Date,
        lang: Lang,
        found: &mut Vec<(Change, bool)>,
    ) {
        for (act, place) in self.acts_of(bond).iter().zip(bond.acts.start..) {
            let day = act.on.latest();
            if from <= day && day <= to {
                let change = self.change(under, bond, act, place, lang);
                let exists = self
                    .registry
                    .get(act.by)
                    .is_some_and(|by| by.counts_on(day) || self.act(act).done_by.is_some());
                let counts = act.counts && exists && !change.further_deposit;
                found.push((change, counts));
            }
        }
        for point in under.points(bond) {
            let left = point.ties.left.filter(|left| left.on == point.from);
            let Some(left) = left.filter(|left| from <= left.on && left.on <= to) else {
                continue;
            };
            let act = self.act_at(left.act);
            if act.kind == Kind::WithdrawalNotified {
                let mut change = self.change(under, bond, act, left.act, lang);
                change.date = left.on.into();
                change.act = Kind::WithdrawalEffective;
                change.by_rule = true;
                found.push((change, true));
            }
        }
    }

    /// One act as a change.
    pub(crate) fn change(
        &self,
        under: &Under,
        bond: &Bond,
        act: &ActRef,
        place: ActAt,
        lang: Lang,
    ) -> Change {
        let point = under.point_on(bond, act.day);
        let ties = point.map(|point| &point.ties);
        let gives_consent = ties.is_some_and(|ties| ties.consent == Some(place));
        Change {
            date: act.on,
            treaty: under.law.id.clone(),
            iso3: act.by,
            name: self.registry.name(act.by, lang),
            act: act.kind,
            in_force: if gives_consent && act.kind.is_consent() {
                under.law.in_force_for(act.on, under.in_force).day()
            } else {
                None
            },
            further_deposit: self.is_further(
                bond,
                act,
                ties.and_then(|ties| ties.consent),
                place,
            ) || self.is_further(
                bond,
                act,
                ties.and_then(|ties| ties.signed),
                place,
            ),
            by_rule: false,
            disputed: self.record.doubted(act.entry),
            source: self.source_ref(act.entry),
        }
    }

    /// Whether an act repeats, with another depositary, one that counts already.
    fn is_further(
        &self,
        bond: &Bond,
        act: &ActRef,
        standing: Option<ActAt>,
        place: ActAt,
    ) -> bool {
        let Some(earlier) =
            standing.filter(|earlier| *earlier != place && bond.acts.contains(earlier))
        else {
            return false;
        };
        let earlier = self.act_at(earlier);
        let same_sort = (act.kind.is_consent() && earlier.kind.is_consent())
            || (act.kind.is_signature() && earlier.kind.is_signature());
        let (here, there) = (&self.act(act).depositary, &self.act(earlier).depositary);
        same_sort && act.counts && here.is_some() && there.is_some() && here != there
    }
}
