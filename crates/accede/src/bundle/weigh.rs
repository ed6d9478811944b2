//! An entry of others beside what is on record here.

use intake::{EntriesFile, EntryKind, EntryRow, Origin, Record as _, SourcedEntry};
use jiff::civil::Date;
use ledger::Body;
use treaty::{Act, Kind, Source};
use world::view::ActView;

use super::subject::Subject;
use crate::clerk::{Draft, Shown};
use crate::register::Register;

/// What an entry is beside the record.
pub(super) enum Weighed {
    /// Nothing here says so yet.
    New,
    /// It is said here already: by what.
    Same(String),
    /// It cannot be taken as it stands: why.
    Against(String),
}

/// What entries are weighed with.
pub(super) struct Scale<'s> {
    /// The record, as everybody sees it who will see the entry.
    pub(super) shown: Shown<'s>,
    pub(super) today: Date,
    /// What was taken of the bundle before.
    pub(super) brought: &'s [Draft],
}

impl Scale<'_> {
    /// Weighs an entry that is about no other.
    pub(super) fn weigh(&self, body: &Body, subject: &Subject<'_>) -> Weighed {
        if let Some(why) = self.unregistered(body, subject) {
            return Weighed::Against(why);
        }
        if let Body::Act(act) = body {
            return self.act(act);
        }
        if let Some(kept) = self.shown.world.kept().find(|kept| kept.body == body) {
            return Weighed::Same(format!("entry {}", kept.entry));
        }
        if let Some(kind) = EntryKind::of(body) {
            return self.entry(kind, body);
        }
        self.replaces(body).map_or(Weighed::New, Weighed::Against)
    }

    /// A treaty or a participant that is not registered here.
    fn unregistered(&self, body: &Body, subject: &Subject<'_>) -> Option<String> {
        let world = self.shown.world;
        let brings =
            |of: &dyn Fn(&Body) -> bool| self.brought.iter().any(|draft| of(&draft.body));
        for treaty in &subject.treaties {
            let own =
                |body: &Body| matches!(body, Body::Treaty(file) if file.treaty == **treaty);
            let known = world
                .treaty(treaty.as_str())
                .is_some_and(|law| law.id == **treaty);
            if !known && !own(body) && !brings(&own) {
                return Some(format!("the treaty `{treaty}` is not registered here"));
            }
        }
        for one in &subject.participants {
            let own = |body: &Body| matches!(body, Body::Participant(new) if new.id == *one);
            if world.participant(*one).is_none() && !brings(&own) {
                return Some(format!("the participant `{one}` is not registered here"));
            }
        }
        None
    }

    /// A file of a treaty, or a participant, that is here and is another.
    fn replaces(&self, body: &Body) -> Option<String> {
        let world = self.shown.world;
        match body {
            Body::Treaty(file) => world.treaty(file.treaty.as_str()).map(|law| {
                format!(
                    "another file of {} is on record here, and it is the law of every answer",
                    law.short
                )
            }),
            Body::Participant(one) => world
                .participant(one.id)
                .map(|_| format!("{} is registered here with other names or days", one.id)),
            Body::Approach(_)
            | Body::Act(_)
            | Body::Alias(_)
            | Body::Membership(_)
            | Body::Meeting(_)
            | Body::Role(_)
            | Body::Fulfilment(_)
            | Body::Extension(_)
            | Body::Observation(_)
            | Body::PrintedCount(_)
            | Body::Plan(_)
            | Body::PlanAction(_)
            | Body::Statement(_)
            | Body::Assistance(_)
            | Body::Quarantined(_)
            | Body::Correction(_)
            | Body::Retraction(_)
            | Body::Dispute(_)
            | Body::FactsRelease(_)
            | Body::Release(_)
            | Body::Team(_)
            | Body::Person(_)
            | Body::Seat(_)
            | Body::Key(_)
            | Body::Agreement(_)
            | Body::Campaign(_)
            | Body::Stage(_)
            | Body::Pledge(_)
            | Body::Attribution(_)
            | Body::RollCall(_)
            | Body::Report(_)
            | Body::Document(_) => None,
        }
    }

    /// An act, beside the acts of the same participant under the same treaty.
    fn act(&self, act: &Act) -> Weighed {
        let world = self.shown.world;
        let views = world.acts(&act.treaty, None);
        let beside: Vec<&ActView> = views.iter().filter(|one| one.act.by == act.by).collect();
        if let Some(same) = beside.iter().find(|one| is_same(&one.act, act)) {
            return Weighed::Same(format!("entry {}", same.entry));
        }
        let alike = beside.iter().find(|one| contradicts(&one.act, act));
        let mut others: Vec<Act> = beside.iter().map(|one| one.act.clone()).collect();
        for draft in self.brought {
            if let Body::Act(other) = &draft.body
                && (other.by, &other.treaty) == (act.by, &act.treaty)
            {
                others.push(other.clone());
            }
        }
        let register = Register::new(self.shown, self.today);
        if let Some(one) = alike {
            // Joining anew after leaving is no contradiction; the law of the treaty tells.
            let mut with = others.clone();
            with.push(act.clone());
            let stands = register.refusal_of_exported(act, &others).is_none()
                && one_after_leaving(&one.act, act, &with);
            if !stands {
                return Weighed::Against(format!(
                    "entry {} here says that {} did this on {}, not on {}",
                    one.entry, act.by, one.act.on, act.on
                ));
            }
        }
        match register.refusal(act, &others) {
            Some(why) => Weighed::Against(why),
            None => Weighed::New,
        }
    }

    /// An entry of another kind, beside those of its kind.
    fn entry(&self, kind: EntryKind, body: &Body) -> Weighed {
        let sourced = SourcedEntry {
            body: body.clone(),
            source: Source::cited("a bundle"),
            entry: None,
            recorded: None,
            doubt: None,
        };
        let file = EntriesFile {
            file: String::new(),
            kind,
            rows: vec![EntryRow { line: 1, sourced }],
            unplaced: Vec::new(),
            errors: Vec::new(),
        };
        let register = Register::new(self.shown, self.today);
        let intake = intake::propose_entries(&file, &Origin::default(), &register);
        if let Some(held) = intake.quarantined.first() {
            return Weighed::Against(held.why.clone());
        }
        if let Some(more) = intake.supplied.first() {
            return Weighed::Against(format!(
                "{} is on record here with less: {}",
                more.what, more.why
            ));
        }
        if intake.added.is_empty() {
            return Weighed::Same(kind.label(body));
        }
        Weighed::New
    }
}

/// What is told in the words of the participant: there may be several.
fn is_words(kind: Kind) -> bool {
    match kind {
        Kind::Declaration | Kind::Reservation | Kind::Objection | Kind::TerritorialScope => {
            true
        }
        Kind::Signature
        | Kind::DefinitiveSignature
        | Kind::SuccessionToSignature
        | Kind::Ratification
        | Kind::Acceptance
        | Kind::Approval
        | Kind::Accession
        | Kind::Succession
        | Kind::FormalConfirmation
        | Kind::ConsentToBeBound
        | Kind::ProvisionalApplication
        | Kind::ProvisionalApplicationEnded
        | Kind::WithdrawalNotified
        | Kind::WithdrawalHeldBack
        | Kind::WithdrawalRescinded
        | Kind::WithdrawalEffective
        | Kind::RatificationWithdrawn
        | Kind::IntentionNotToBecomeParty => false,
    }
}

/// Whether a depositary is the same, or not named by one of the two.
fn one_depositary(one: &Act, other: &Act) -> bool {
    match (&one.depositary, &other.depositary) {
        (Some(one), Some(other)) => one == other,
        (None, _) | (_, None) => true,
    }
}

/// Whether both say the same of the same participant.
fn is_same(one: &Act, other: &Act) -> bool {
    let words = !is_words(one.kind) || (one.text == other.text && one.towards == other.towards);
    one.kind == other.kind && one.on == other.on && one_depositary(one, other) && words
}

/// Whether they say that the same was done on two days.
fn contradicts(one: &Act, other: &Act) -> bool {
    let alike = one.kind == other.kind
        || (one.kind.is_consent() && other.kind.is_consent())
        || (one.kind.is_signature() && other.kind.is_signature());
    !is_words(one.kind) && alike && one_depositary(one, other)
}

/// Whether one of two acts came after the participant had left since the other.
fn one_after_leaving(one: &Act, other: &Act, acts: &[Act]) -> bool {
    let (first, last) = if one.on <= other.on {
        (one, other)
    } else {
        (other, one)
    };
    acts.iter().any(|act| {
        let leaves = matches!(
            act.kind,
            Kind::WithdrawalEffective | Kind::RatificationWithdrawn
        );
        leaves && first.on <= act.on && act.on <= last.on
    })
}
