//! Traces a bond from the first act on record to the last.
//!
//! A trace never fails: an act that does not add up is noted as an oddity, and the rest stands.
//! It counts all the same where the depositary lists it; only what has nothing to act on (a second
//! consent, a withdrawal of nothing) changes nothing.

use std::collections::BTreeMap;

use jiff::civil::Date;
use treaty::law::{Reckoned, Why};
use treaty::{Kind, Law, PartialDate};

use crate::bond::{ActAt, ActRef, Existence, Left, Oddity, Point, Ties};
use crate::view::FindingKind;

/// Traces the bonds under one treaty.
pub(crate) struct Tracer<'l> {
    law: &'l Law,
    in_force: Option<Date>,
    /// Many consents share a day; each day is reckoned once.
    known: BTreeMap<PartialDate, Option<Date>>,
    events: Vec<Event>,
    pub(crate) oddities: Vec<Oddity>,
}

#[derive(Debug, Clone, Copy)]
struct Event {
    day: Date,
    kind: Kind,
    act: ActAt,
    /// Whether the day of effect of the notice `act` was reckoned or printed, not recorded as an
    /// act of its own.
    takes_effect: bool,
}

impl<'l> Tracer<'l> {
    pub(crate) fn new(law: &'l Law, in_force: Option<Date>) -> Tracer<'l> {
        Tracer {
            law,
            in_force,
            known: BTreeMap::new(),
            events: Vec::new(),
            oddities: Vec::new(),
        }
    }

    /// Adds the points of one bond to `points`. `acts` are those of the bond, in order; the
    /// first of them has the place `first`.
    pub(crate) fn trace(
        &mut self,
        first: ActAt,
        acts: &[ActRef],
        depositary: &dyn Fn(&ActRef) -> Option<String>,
        exists: Existence,
        points: &mut Vec<Point>,
    ) {
        self.events.clear();
        for (act, place) in acts.iter().zip(first..) {
            if !act.counts || act.kind.is_words_only() {
                continue;
            }
            self.events.push(Event {
                day: act.day,
                kind: act.kind,
                act: place,
                takes_effect: false,
            });
        }
        self.add_effects_of_notices(first, acts);
        self.events.sort_by_key(|event| (event.day, event.kind));

        let begin = points.len();
        let mut bond = Bond {
            ties: Ties::default(),
            ever_signed: false,
            first,
            acts,
            depositary,
        };
        let events = std::mem::take(&mut self.events);
        for (n, event) in events.iter().enumerate() {
            bond.settle_until(event.day, begin, points);
            self.apply(&mut bond, event);
            if events.get(n + 1).is_none_or(|next| next.day != event.day) {
                points.push(Point::at(event.day, bond.ties));
            }
        }
        bond.settle_until(Date::MAX, begin, points);
        self.events = events;
        clip(points, begin, exists);
    }

    /// A notice takes effect by an act on record, else on the day the source prints, else on the
    /// day the rule gives; unless it was held back or rescinded before.
    fn add_effects_of_notices(&mut self, first: ActAt, acts: &[ActRef]) {
        for (n, notice) in acts.iter().enumerate() {
            if notice.kind != Kind::WithdrawalNotified || !notice.counts {
                continue;
            }
            let place = first + to_place(n);
            let rule = self.law.withdrawal_effect(notice.on);
            let day = notice.effect.or(rule.latest);
            match self.fate(&acts[n + 1..], day) {
                Fate::Recorded { at, held } => {
                    let recorded = acts[n + 1 + at].day;
                    if !held && differs(&rule, recorded) {
                        self.odd(
                            FindingKind::PrintedDiffers,
                            place + to_place(1 + at),
                            None,
                            rule.latest,
                        );
                    }
                }
                Fate::Held | Fate::Rescinded => {}
                Fate::RunsOut => {
                    if notice.effect.is_some_and(|printed| differs(&rule, printed)) {
                        self.odd(FindingKind::PrintedDiffers, place, None, rule.latest);
                    }
                    match day {
                        Some(day) => self.events.push(Event {
                            day,
                            kind: Kind::WithdrawalEffective,
                            act: place,
                            takes_effect: true,
                        }),
                        None => self.odd(FindingKind::NoEffect, place, None, None),
                    }
                }
            }
        }
    }

    fn fate(&self, later: &[ActRef], effect: Option<Date>) -> Fate {
        let holds = self
            .law
            .withdrawal
            .as_ref()
            .is_some_and(|clause| clause.armed_conflict_holds);
        let mut held = false;
        for (at, act) in later.iter().enumerate().filter(|(_, act)| act.counts) {
            let in_time = held || effect.is_none_or(|day| act.day <= day);
            if act.kind == Kind::WithdrawalEffective {
                return Fate::Recorded { at, held };
            }
            if act.kind == Kind::WithdrawalHeldBack && holds {
                held = true;
            }
            if act.kind == Kind::WithdrawalRescinded && in_time {
                return Fate::Rescinded;
            }
            // It came back after it had left: what follows belongs to another notice.
            if act.kind.is_consent() && !in_time {
                break;
            }
        }
        if held { Fate::Held } else { Fate::RunsOut }
    }

    fn apply(&mut self, bond: &mut Bond<'_>, event: &Event) {
        if event.takes_effect {
            self.leave(bond, event);
            return;
        }
        let act = bond.act(event.act);
        self.check_openness(bond, act, event.act);
        match act.kind {
            Kind::Signature | Kind::SuccessionToSignature => self.sign(bond, event.act),
            Kind::DefinitiveSignature => {
                self.sign(bond, event.act);
                self.consent(bond, event.act);
            }
            Kind::Ratification
            | Kind::Acceptance
            | Kind::Approval
            | Kind::Accession
            | Kind::Succession
            | Kind::FormalConfirmation
            | Kind::ConsentToBeBound => self.consent(bond, event.act),
            Kind::ProvisionalApplication => bond.ties.provisional = Some(event.act),
            Kind::ProvisionalApplicationEnded => {
                if bond.ties.provisional.take().is_none() {
                    self.odd(FindingKind::NothingToWithdraw, event.act, None, None);
                }
            }
            Kind::WithdrawalNotified => {
                if bond.ties.consent_stands {
                    bond.ties.notice = Some(event.act);
                } else {
                    self.odd(FindingKind::NothingToWithdraw, event.act, None, None);
                }
            }
            Kind::WithdrawalHeldBack => self.hold_back(bond, event.act),
            Kind::WithdrawalRescinded => {
                bond.ties.held_back = None;
                if bond.ties.notice.take().is_none() {
                    self.odd(FindingKind::NothingToWithdraw, event.act, None, None);
                }
            }
            Kind::WithdrawalEffective => self.leave(bond, event),
            Kind::RatificationWithdrawn => self.take_back(bond, event),
            Kind::IntentionNotToBecomeParty => {
                bond.ties.intends_not_to_join = Some(event.act);
            }
            Kind::Declaration
            | Kind::Reservation
            | Kind::Objection
            | Kind::TerritorialScope => {}
        }
    }

    fn sign(&mut self, bond: &mut Bond<'_>, act: ActAt) {
        bond.ever_signed = true;
        if bond.ties.signature_stands {
            if let Some(earlier) = bond
                .ties
                .signed
                .filter(|&earlier| !bond.elsewhere(earlier, act))
            {
                self.odd(FindingKind::SecondSignature, act, Some(earlier), None);
            }
            return;
        }
        bond.ties.signed = Some(act);
        bond.ties.signature_stands = true;
    }

    fn consent(&mut self, bond: &mut Bond<'_>, act: ActAt) {
        if bond.ties.consent_stands {
            if let Some(earlier) = bond
                .ties
                .consent
                .filter(|&earlier| !bond.elsewhere(earlier, act))
            {
                self.odd(FindingKind::SecondConsent, act, Some(earlier), None);
            }
            return;
        }
        bond.ties.consent = Some(act);
        bond.ties.consent_stands = true;
        bond.ties.in_force = self.in_force_for(bond.act(act).on);
        bond.ties.intends_not_to_join = None;
        bond.ties.left = None;
    }

    fn hold_back(&mut self, bond: &mut Bond<'_>, act: ActAt) {
        let holds = self
            .law
            .withdrawal
            .as_ref()
            .is_some_and(|clause| clause.armed_conflict_holds);
        if !holds {
            self.odd(FindingKind::HeldWithoutRule, act, bond.ties.notice, None);
        } else if bond.ties.notice.is_none() {
            self.odd(FindingKind::NothingToWithdraw, act, None, None);
        } else {
            bond.ties.held_back = Some(act);
        }
    }

    /// Leaving ends everything: the depositary drops the signature from its list too.
    fn leave(&mut self, bond: &mut Bond<'_>, event: &Event) {
        let stale = event.takes_effect && bond.ties.notice != Some(event.act);
        if !bond.ties.consent_stands || stale {
            // A notice that had nothing to end has been noted as such on its own day.
            if !event.takes_effect {
                self.odd(FindingKind::NothingToWithdraw, event.act, None, None);
            }
            return;
        }
        bond.ties = Ties {
            signed: bond.ties.signed,
            consent: bond.ties.consent,
            in_force: bond.ties.in_force.filter(|day| *day < event.day),
            left: Some(Left {
                on: event.day,
                act: event.act,
            }),
            ..Ties::default()
        };
    }

    /// Not the same as leaving: a signature stands (Russian Federation and CTBT, 2023).
    fn take_back(&mut self, bond: &mut Bond<'_>, event: &Event) {
        let bound = bond.ties.in_force.is_some_and(|day| day <= event.day);
        if !bond.ties.consent_stands || bound {
            self.odd(
                FindingKind::NothingToWithdraw,
                event.act,
                bond.ties.consent,
                None,
            );
            return;
        }
        bond.ties.consent_stands = false;
        bond.ties.in_force = None;
        bond.ties.notice = None;
        bond.ties.held_back = None;
    }

    fn check_openness(&mut self, bond: &Bond<'_>, act: &ActRef, place: ActAt) {
        // A State that left and comes back with the same kind of instrument need not sign again
        // (Paris Agreement, 2021); one whose signature fell with its withdrawal may accede.
        let signed = if act.kind.needs_signature() {
            bond.ever_signed
        } else {
            bond.ties.signature_stands
        };
        if let Err(refusal) = self.law.permits(act.kind, act.by, act.on, signed) {
            let kind = match refusal.why {
                Why::NotYetOpen => FindingKind::BeforeOpening,
                Why::NoLongerOpen => FindingKind::AfterClosing,
                Why::NeverSigned => FindingKind::NeverSigned,
                Why::Signed => FindingKind::AccessionBySignatory,
                Why::NotEligible => FindingKind::NotEligible,
                Why::NoSuchAct => FindingKind::NoSuchAct,
            };
            self.odd(kind, place, bond.ties.signed, None);
        }
    }

    fn in_force_for(&mut self, consent: PartialDate) -> Option<Date> {
        self.in_force?;
        *self.known.entry(consent).or_insert_with(|| {
            // Where no rule on later joiners is known, only the first day it can be is.
            let reckoned = self.law.in_force_for(consent, self.in_force);
            reckoned.latest.or(reckoned.earliest)
        })
    }

    fn odd(
        &mut self,
        kind: FindingKind,
        act: ActAt,
        other: Option<ActAt>,
        reckoned: Option<Date>,
    ) {
        self.oddities.push(Oddity {
            kind,
            act,
            other,
            reckoned,
        });
    }
}

/// What becomes of a notice of withdrawal.
enum Fate {
    /// An act on record says when it took effect.
    Recorded {
        at: usize,
        held: bool,
    },
    Held,
    Rescinded,
    /// Nothing on record stands in its way.
    RunsOut,
}

/// A bond while it is being traced.
struct Bond<'a> {
    ties: Ties,
    ever_signed: bool,
    first: ActAt,
    acts: &'a [ActRef],
    depositary: &'a dyn Fn(&ActRef) -> Option<String>,
}

impl<'a> Bond<'a> {
    fn act(&self, place: ActAt) -> &'a ActRef {
        &self.acts[(place - self.first) as usize]
    }

    /// Whether two acts were done with two different depositaries, both named.
    fn elsewhere(&self, one: ActAt, other: ActAt) -> bool {
        match (
            (self.depositary)(self.act(one)),
            (self.depositary)(self.act(other)),
        ) {
            (Some(one), Some(other)) => one != other,
            (Some(_) | None, None) | (None, Some(_)) => false,
        }
    }

    /// The treaty coming into force for the participant, where that falls before `day`, is a
    /// point of its own, and ends a provisional application.
    fn settle_until(&mut self, day: Date, begin: usize, points: &mut Vec<Point>) {
        let Some(start) = self
            .ties
            .in_force
            .filter(|start| self.ties.consent_stands && *start <= day)
        else {
            return;
        };
        let last = points[begin..].last();
        let fresh = last.is_some_and(|last| last.from < start && start < day);
        if fresh {
            points.push(Point::at(start, self.ties));
        }
        self.ties.provisional = None;
    }
}

/// Whether a day lies outside what the rule gives; a rule that gives nothing contradicts nothing.
fn differs(rule: &Reckoned, day: Date) -> bool {
    rule.earliest.is_some_and(|earliest| day < earliest)
        || rule.latest.is_some_and(|latest| latest < day)
}

/// A participant counts on the days of its existence, and on no other.
fn clip(points: &mut Vec<Point>, begin: usize, exists: Existence) {
    if !exists.counts {
        points.truncate(begin);
        return;
    }
    if let Some(from) = exists.from {
        let before = points[begin..]
            .iter()
            .take_while(|point| point.from <= from)
            .count();
        if before > 0 {
            points.drain(begin..begin + before - 1);
            points[begin] = Point::at(from.max(points[begin].from), points[begin].ties);
        }
    }
    if let Some(after) = exists.until.and_then(|until| until.tomorrow().ok()) {
        let kept = points[begin..]
            .iter()
            .take_while(|point| point.from < after)
            .count();
        points.truncate(begin + kept);
        if kept > 0 {
            points.push(Point::at(after, Ties::default()));
        }
    }
}

fn to_place(n: usize) -> ActAt {
    ActAt::try_from(n).expect("a bond has fewer acts than the ledger has entries")
}
