//! Where everybody stood under a treaty at the end of a day.

use std::collections::BTreeMap;

use jiff::civil::Date;
use treaty::{
    Because, Confidence, Kind, Lang, Participant, ParticipantId, Step, StepRule, TreatyId,
};

use crate::bond::{ActAt, ActRef, Point};
use crate::called::{called, is_open_to};
use crate::curve;
use crate::fold::{Bond, Under};
use crate::view::{ParticipantStatus, Standing, StandingAct, StatusView};
use crate::world::World;

/// What is presumed of every succession: the treaties have no clause on it.
const SUCCESSION: &str = "that a succession takes effect as an accession of its day would; the \
                          depositary may date it back to the day on which the State succeeded";

impl World {
    /// Where everybody stood under a treaty at the end of `on`.
    pub fn status(&self, treaty: &TreatyId, on: Date, lang: Lang) -> Option<StatusView> {
        let mut view = self.status_in_brief(treaty, on, lang)?;
        let under = self.under(treaty)?;
        for row in &mut view.participants {
            self.give_reasons(row, under, on);
        }
        Some(view)
    }

    /// The same, but what each row rests on is left empty: `because`, `acts` and `sources`. For
    /// pages and pictures that show none of it, since it is most of the work.
    pub fn status_in_brief(
        &self,
        treaty: &TreatyId,
        on: Date,
        lang: Lang,
    ) -> Option<StatusView> {
        let under = self.under(treaty)?;
        let mut listed: Vec<ParticipantId> = under
            .bonds
            .iter()
            .filter(|bond| under.point_on(bond, on).is_some_and(stands))
            .map(|bond| bond.by)
            .chain(self.eligible(under, on).map(|participant| participant.id))
            .collect();
        listed.sort_by_cached_key(|id| (self.registry.rank(*id), *id));
        listed.dedup();
        Some(StatusView {
            treaty: treaty.clone(),
            short: under.law.short.clone(),
            title: under.law.title.get(lang).to_owned(),
            called: called(&under.law, lang),
            on,
            known: self.known,
            head: self.head(),
            in_force: under.in_force_on(on),
            entered_into_force: under.in_force.filter(|day| *day <= on),
            counts: curve::on_day(under, on),
            participants: listed
                .into_iter()
                .map(|id| self.participant_row(under, id, on, lang))
                .collect(),
            findings: self
                .findings()
                .iter()
                .filter(|finding| finding.treaty.as_ref() == Some(treaty))
                .cloned()
                .collect(),
        })
    }

    /// The titles of the sources of a status, with how many rows rest on each.
    pub fn status_sources(&self, treaty: &TreatyId, on: Date) -> Option<BTreeMap<&str, u32>> {
        let under = self.under(treaty)?;
        let mut titles = BTreeMap::new();
        for bond in &under.bonds {
            let Some(point) = under.point_on(bond, on).filter(|point| stands(point)) else {
                continue;
            };
            for act in self.acts_behind(bond, point, on) {
                *titles.entry(self.source_title(act.entry)).or_default() += 1;
            }
        }
        Some(titles)
    }

    /// The participants that could join on a day, whether or not they have: States; and
    /// organisations that acted under the treaty or that it names.
    pub(crate) fn eligible<'w>(
        &'w self,
        under: &'w Under,
        on: Date,
    ) -> impl Iterator<Item = &'w Participant> {
        self.registry.all().filter(move |participant| {
            is_open_to(under, participant) && participant.counts_on(on)
        })
    }

    /// One participant under one treaty on a day.
    pub(crate) fn participant_status(
        &self,
        under: &Under,
        id: ParticipantId,
        on: Date,
        lang: Lang,
    ) -> ParticipantStatus {
        let mut status = self.participant_row(under, id, on, lang);
        self.give_reasons(&mut status, under, on);
        status
    }

    /// What a row rests on.
    fn give_reasons(&self, row: &mut ParticipantStatus, under: &Under, on: Date) {
        let Some(bond) = under.bond(row.iso3) else {
            return;
        };
        let Some(point) = under.point_on(bond, on).filter(|point| stands(point)) else {
            return;
        };
        row.because = self.because(under, bond, point, on);
        let acts = self.acts_behind(bond, point, on);
        let sources = acts.iter().map(|act| self.source_ref(act.entry));
        row.sources = sources.collect();
        row.acts = acts.iter().map(|act| self.standing_act(act)).collect();
    }

    /// The same without what it rests on.
    fn participant_row(
        &self,
        under: &Under,
        id: ParticipantId,
        on: Date,
        lang: Lang,
    ) -> ParticipantStatus {
        let mut status = self.stranger(id, on, lang);
        let Some(bond) = under.bond(id) else {
            return status;
        };
        status.uncertain = self.is_uncertain(bond);
        let Some(point) = under.point_on(bond, on).filter(|point| stands(point)) else {
            return status;
        };
        let ties = &point.ties;
        status.standing = point.standing;
        status.provisional = point.provisional;
        status.intends_not_to_join =
            ties.intends_not_to_join.is_some() && point.standing == Standing::Signatory;
        status.signed = ties.signed.map(|act| self.act_at(act).on);
        let consent = ties.consent.map(|act| self.act_at(act));
        status.consented = consent.map(|act| act.on);
        status.consent_act = consent.map(|act| act.kind);
        status.done_by = [ties.consent, ties.signed]
            .into_iter()
            .flatten()
            .find_map(|act| self.act(self.act_at(act)).done_by);
        status.left = ties.left.map(|left| left.on);
        status.in_force = self.in_force_day(under, point);
        status.uncertain |= ties.in_force.is_some() && status.in_force.is_none();
        status
    }

    /// The row of a participant that has no bond with the treaty.
    fn stranger(&self, id: ParticipantId, on: Date, lang: Lang) -> ParticipantStatus {
        let then = self.registry.get(id).and_then(|participant| {
            let then = participant.name_on(on);
            (then != participant.names.get(Lang::En)).then(|| then.to_owned())
        });
        ParticipantStatus {
            iso3: id,
            name: self.registry.name(id, lang),
            name_then: then,
            standing: Standing::None,
            provisional: false,
            intends_not_to_join: false,
            signed: None,
            consented: None,
            consent_act: None,
            done_by: None,
            in_force: None,
            left: None,
            acts: Vec::new(),
            uncertain: false,
            because: Because::default(),
            sources: Vec::new(),
        }
    }

    /// The day, where it is certain, from which the treaty is or was in force for it. It is not
    /// where the month alone of the consent is known, or no rule on later joiners.
    fn in_force_day(&self, under: &Under, point: &Point) -> Option<Date> {
        let ties = &point.ties;
        ties.in_force?;
        let consent = self.act_at(ties.consent?);
        if consent.on.is_exact() && under.law.later_joiner.is_some() {
            return ties.in_force;
        }
        under.law.in_force_for(consent.on, under.in_force).day()
    }

    /// Whether an act of the bond is disputed, rests on a weak source or has no exact day.
    fn is_uncertain(&self, bond: &Bond) -> bool {
        self.acts_of(bond)
            .iter()
            .filter(|act| !act.kind.is_words_only())
            .any(|act| {
                let source = &self
                    .record
                    .get(self.record.worded_by(act.entry))
                    .entry
                    .source;
                self.record.doubted(act.entry)
                    || !act.on.is_exact()
                    || source.confidence == Some(Confidence::Low)
            })
    }

    pub(crate) fn acts_of(&self, bond: &Bond) -> &[ActRef] {
        &self.acts[bond.acts.start as usize..bond.acts.end as usize]
    }

    pub(crate) fn act_at(&self, act: ActAt) -> &ActRef {
        &self.acts[act as usize]
    }

    /// How the standing came about: the acts, the rule, the steps.
    pub(crate) fn because(
        &self,
        under: &Under,
        bond: &Bond,
        point: &Point,
        on: Date,
    ) -> Because {
        let ties = &point.ties;
        let mut because = Because::default();
        if let Some(left) = ties.left.filter(|_| point.standing == Standing::Withdrawn) {
            let act = self.act_at(left.act);
            if act.kind == Kind::WithdrawalEffective {
                let noticed = self.acts_of(bond).iter().rev().find(|notice| {
                    notice.kind == Kind::WithdrawalNotified
                        && notice.counts
                        && notice.day <= left.on
                });
                let steps = noticed.map(|notice| self.reckoned_effect(under, notice));
                because.0.extend(steps.unwrap_or_default());
            }
            because.0.extend(self.reckoned_effect(under, act));
            return because;
        }
        match ties.consent.filter(|_| ties.consent_stands) {
            Some(consent) => {
                let consent = self.act_at(consent);
                because.push(self.on_record(consent));
                because
                    .0
                    .extend(under.law.in_force_for(consent.on, under.in_force).because.0);
                if consent.kind == Kind::Succession && ties.in_force.is_some() {
                    because.push(Step::new(StepRule::Presumed).with("what", SUCCESSION));
                }
            }
            None => {
                because
                    .0
                    .extend(ties.signed.map(|act| self.on_record(self.act_at(act))));
                because.0.extend(
                    self.taken_back(bond, point, on)
                        .map(|act| self.on_record(act)),
                );
                let intends = ties.intends_not_to_join.map(|act| self.act_at(act));
                because.0.extend(intends.map(|act| self.on_record(act)));
            }
        }
        if let Some(notice) = ties.notice {
            because
                .0
                .extend(self.reckoned_effect(under, self.act_at(notice)));
        }
        if ties.held_back.is_some() {
            because.push(Step::new(StepRule::HeldBack));
        }
        because
    }

    /// The act by which a participant took its consent back, where its consent does not stand.
    fn taken_back(&self, bond: &Bond, point: &Point, on: Date) -> Option<&ActRef> {
        if point.ties.consent_stands {
            return None;
        }
        self.acts_of(bond)
            .iter()
            .rev()
            .find(|act| act.kind == Kind::RatificationWithdrawn && act.counts && act.day <= on)
    }

    /// The steps from a notice of withdrawal, or from an effect on record.
    fn reckoned_effect(&self, under: &Under, act: &ActRef) -> Vec<Step> {
        if act.kind != Kind::WithdrawalNotified {
            return vec![self.on_record(act)];
        }
        let reckoned = under.law.withdrawal_effect(act.on);
        let mut steps = reckoned.because.0;
        if let Some(printed) = act.effect {
            steps.push(
                Step::new(StepRule::Printed)
                    .with("printed", printed)
                    .day(printed),
            );
        }
        steps
    }

    /// The steps that cite the acts of a bond that a dispute suspends.
    pub(crate) fn suspended(&self, bond: &Bond, on: Date) -> Vec<Step> {
        self.acts_of(bond)
            .iter()
            .filter(|act| !act.counts && !act.kind.is_words_only() && act.on.earliest() <= on)
            .map(|act| {
                let event = format!("{}, in dispute and not counted", act.kind.noun());
                Step::new(StepRule::EventOn)
                    .with("event", event)
                    .with("date", act.on)
            })
            .collect()
    }

    /// The step that cites an act.
    pub(crate) fn on_record(&self, act: &ActRef) -> Step {
        Step::new(StepRule::Recorded)
            .with("act", act.kind)
            .with("date", act.on)
            .with("by", self.doer(act))
    }

    /// Who did an act, in English. A predecessor is called as it was on that day, where the name
    /// of then is on record under the State that continues it.
    fn doer(&self, act: &ActRef) -> String {
        let today = self.registry.name(act.by, Lang::En);
        let Some(predecessor) = self.act(act).done_by else {
            return today;
        };
        let then = self
            .registry
            .get(act.by)
            .map(|by| by.name_on(act.day).to_owned());
        then.filter(|then| *then != today)
            .unwrap_or_else(|| self.registry.name(predecessor, Lang::En))
    }

    /// The acts a standing rests on, each once.
    fn acts_behind(&self, bond: &Bond, point: &Point, on: Date) -> Vec<&ActRef> {
        let ties = &point.ties;
        let acts = [
            ties.signed,
            ties.consent,
            ties.provisional.filter(|_| point.provisional),
            ties.intends_not_to_join,
            ties.notice,
            ties.held_back,
            ties.left.map(|left| left.act),
        ];
        let acts = acts
            .into_iter()
            .flatten()
            .map(|act| self.act_at(act))
            .chain(self.taken_back(bond, point, on));
        let mut behind: Vec<&ActRef> = Vec::with_capacity(4);
        for act in acts {
            if behind.iter().all(|seen| seen.entry != act.entry) {
                behind.push(act);
            }
        }
        behind
    }

    fn standing_act(&self, act: &ActRef) -> StandingAct {
        let whole = self.act(act);
        StandingAct {
            act: act.kind,
            date: act.on,
            effect: whole.effect,
            done_by: whole.done_by,
        }
    }
}

fn stands(point: &Point) -> bool {
    point.standing != Standing::None
}
