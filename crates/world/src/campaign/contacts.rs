//! Who was approached and who acted, side by side. That the one came after the other credits nobody:
//! only what a person recorded as credited is told as that.

use std::collections::BTreeSet;

use jiff::civil::Date;
use treaty::{Kind, Lang, PartialDate, ParticipantId};

use super::outreach::Dossier;
use super::row::upto;
use super::{Plan, count};
use crate::fold::Under;
use crate::kinds;
use crate::record::At;
use crate::say;
use crate::view::{
    AttributionView, CampaignContactsView, DoneView, Pair, Pairing, Standing, Uncontacted,
};
use crate::world::World;

/// The days a question is about.
#[derive(Clone, Copy)]
struct Days {
    from: Date,
    to: Date,
    on: Date,
}

/// Whether something came after something else.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum After {
    No,
    Perhaps,
    Surely,
}

impl World {
    /// Who was approached between two days, who acted from the first up to `on`; and with whom no
    /// contact is on record since a day. Without days: from the campaign's first day, or else from a
    /// year before, to `on`.
    pub fn campaign_contacts(
        &self,
        name: &str,
        days: (Option<Date>, Option<Date>),
        since: Option<Date>,
        on: Date,
        lang: Lang,
    ) -> Option<CampaignContactsView> {
        let plan = self.plan_named(name, on)?;
        let targets = self.targets(&plan, on);
        let first = plan.first().filter(|first| *first <= on);
        let first = first.unwrap_or_else(|| a_year_before(on));
        let to = days.1.unwrap_or(on);
        let from = days.0.unwrap_or_else(|| first.min(to));
        let since = since.unwrap_or(first);
        let asked = Days { from, to, on };
        let work = self.outreach().under(&plan.under.law.id);
        let none = Dossier::default();
        let of = |id| work.and_then(|work| work.states.get(&id)).unwrap_or(&none);
        let mut all: BTreeSet<ParticipantId> = targets.rows.iter().copied().collect();
        let others = self.approached_or_acted(&plan, asked);
        all.extend(others.filter(|&id| targets.take_in(std::iter::once(id))));
        let mut pairs: Vec<_> = all
            .into_iter()
            .map(|id| self.pair(plan.under, id, of(id), asked, lang))
            .collect();
        pairs.sort_by_cached_key(|pair| {
            (pair.pairing, self.registry.rank(pair.iso3), pair.iso3)
        });
        let missing = targets
            .rows
            .iter()
            .filter(|id| targets.missing.contains(id));
        let uncontacted = missing
            .filter_map(|&id| self.uncontacted(plan.under, id, of(id), since, on, lang))
            .collect();
        Some(CampaignContactsView {
            on,
            known: self.known,
            head: self.head(),
            campaign: self.campaign_summary(&plan, &targets, on, lang),
            from,
            to,
            since,
            pairs,
            uncontacted,
        })
    }

    /// Those approached within the days, and those who acted since.
    fn approached_or_acted<'w>(
        &'w self,
        plan: &Plan<'w>,
        days: Days,
    ) -> impl Iterator<Item = ParticipantId> + use<'w> {
        let under = plan.under;
        let work = self.outreach().under(&under.law.id);
        let approached = work.into_iter().flat_map(|work| &work.states);
        let approached = approached
            .filter(move |(_, dossier)| !within(dossier, days).is_empty())
            .map(|(id, _)| *id);
        let bonds = under.bonds.iter();
        let acted = bonds.filter(move |bond| !self.done_by(under, bond.by, days).is_empty());
        approached.chain(acted.map(|bond| bond.by))
    }

    fn pair(
        &self,
        under: &Under,
        id: ParticipantId,
        dossier: &Dossier,
        days: Days,
        lang: Lang,
    ) -> Pair {
        let contacts = within(dossier, days);
        let acts = self.done_by(under, id, days);
        let after = contacts.iter().map(|(_, at)| self.followed(*at, &acts));
        let after = after.max().unwrap_or(After::No);
        let ever = !upto(&dossier.visits.done, days.on).is_empty();
        let pairing = match (!contacts.is_empty(), acts.is_empty()) {
            (true, false) if after == After::Surely => Pairing::ApproachedActed,
            (true, false) if after == After::Perhaps => Pairing::ApproachedActedUndated,
            (true, true) => Pairing::ApproachedOnly,
            (_, false) if ever => Pairing::ActedApproachedOtherwise,
            (_, false) => Pairing::ActedOnly,
            (false, true) => Pairing::Neither,
        };
        let view = |contact: Option<&(Date, At)>| {
            contact.and_then(|(_, at)| self.contact(*at, days.on, lang))
        };
        Pair {
            iso3: id,
            name: self.registry.name(id, lang),
            pairing,
            standing: standing(under, id, days.on),
            contacts: count(contacts.len()),
            first: view(contacts.first()),
            last: view(contacts.last()),
            acts,
            attributions: self.attributions(dossier),
        }
    }

    /// Whether one of these acts came after an approach. Of a day that is not known, or of an approach told
    /// as somewhere between two days, only what holds for each of them is sure.
    fn followed(&self, at: At, acts: &[DoneView]) -> After {
        let approach = kinds::approach(self.record.body(at));
        let Some((on, one)) = approach.and_then(|one| Some((one.on?, one))) else {
            return After::No;
        };
        let last = one.until.unwrap_or(on).latest();
        let after = acts.iter().map(|act| {
            if last <= act.on.earliest() {
                After::Surely
            } else if on.earliest() <= act.on.latest() {
                After::Perhaps
            } else {
                After::No
            }
        });
        after.max().unwrap_or(After::No)
    }

    /// Signatures and consents from the first day up to the legal day.
    fn done_by(&self, under: &Under, id: ParticipantId, days: Days) -> Vec<DoneView> {
        let bond = under.bond(id);
        let acts = bond.map(|bond| self.acts_of(bond)).unwrap_or_default();
        let acts = acts.iter().filter(|act| {
            let joins = act.kind.is_signature() || act.kind.is_consent();
            joins && act.counts && days.from <= act.day && act.day <= days.on
        });
        acts.map(|act| self.done_view(act.entry, act.kind, act.on))
            .collect()
    }

    pub(super) fn done_view(&self, at: At, act: Kind, on: PartialDate) -> DoneView {
        DoneView {
            entry: self.record.name(at),
            act,
            on,
            disputed: self.record.doubted(at),
        }
    }

    /// What somebody credits to approaches of this State.
    pub(super) fn attributions(&self, dossier: &Dossier) -> Vec<AttributionView> {
        let told = dossier.attributions.iter();
        told.filter_map(|&at| self.attribution(at)).collect()
    }

    pub(super) fn attribution(&self, at: At) -> Option<AttributionView> {
        let told = kinds::attribution(self.record.body(at))?;
        let place = |id| {
            self.outreach()
                .place(id)
                .filter(|&at| self.record.stands(at))
        };
        let (approach, act) = (place(told.approach)?, place(told.act)?);
        Some(AttributionView {
            entry: self.record.name(at),
            author: self.record.get(at).entry.author.clone(),
            approach: self.record.name(approach),
            act: self.record.name(act),
            followed: say::summary(self.record.body(act), &self.registry),
            confidence: told.confidence,
            why: told.why.clone(),
            disputed: self.doubt(at),
        })
    }

    /// A State with which there was no contact from a day on; `None` where there was.
    fn uncontacted(
        &self,
        under: &Under,
        id: ParticipantId,
        dossier: &Dossier,
        since: Date,
        on: Date,
        lang: Lang,
    ) -> Option<Uncontacted> {
        let last = upto(&dossier.visits.done, on).last();
        if last.is_some_and(|(day, _)| since <= *day) {
            return None;
        }
        Some(Uncontacted {
            iso3: id,
            name: self.registry.name(id, lang),
            standing: standing(under, id, on),
            last: last.and_then(|(_, at)| self.contact(*at, on, lang)),
            planned: self.next_planned(dossier, on, lang),
        })
    }
}

/// The contacts that took place within the days.
fn within(dossier: &Dossier, days: Days) -> &[(Date, At)] {
    let upto = upto(&dossier.visits.done, days.to.min(days.on));
    &upto[upto.partition_point(|(day, _)| *day < days.from)..]
}

pub(super) fn standing(under: &Under, id: ParticipantId, on: Date) -> Standing {
    let bond = under.bond(id);
    let point = bond.and_then(|bond| under.point_on(bond, on));
    point.map_or(Standing::None, |point| point.standing)
}

fn a_year_before(on: Date) -> Date {
    use jiff::ToSpan as _;
    on.saturating_sub(1.year())
}
