//! What a document lists under a treaty, against what is on record.

use std::collections::BTreeSet;

use jiff::civil::Date;
use ledger::Body;
use ledger::body::{Correction, Dispute};
use treaty::{Act, Kind, ParticipantId, Source, TreatyId};

use crate::intake::{Amended, Disputed, Held, Intake, Proposal};
use crate::listing::{Listed, Listing};
use crate::record::{OnRecord, Record};

/// Which document bears witness: how far its word on the form of consent goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Witness {
    /// The Secretary-General's own status page.
    Depositary,
    /// UNODA's database, which calls acceptance and approval ratification.
    Unoda,
}

/// Acts that take each other's place: of one class a participant has one standing at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Signature,
    Consent,
    Provisional,
    Leaving(Kind),
    Words(Kind),
}

fn class(kind: Kind) -> Class {
    match kind {
        Kind::Signature | Kind::SuccessionToSignature => Class::Signature,
        Kind::DefinitiveSignature
        | Kind::Ratification
        | Kind::Acceptance
        | Kind::Approval
        | Kind::Accession
        | Kind::Succession
        | Kind::FormalConfirmation
        | Kind::ConsentToBeBound => Class::Consent,
        Kind::ProvisionalApplication => Class::Provisional,
        Kind::ProvisionalApplicationEnded
        | Kind::WithdrawalNotified
        | Kind::WithdrawalHeldBack
        | Kind::WithdrawalRescinded
        | Kind::WithdrawalEffective
        | Kind::RatificationWithdrawn
        | Kind::IntentionNotToBecomeParty => Class::Leaving(kind),
        Kind::Declaration | Kind::Reservation | Kind::Objection | Kind::TerritorialScope => {
            Class::Words(kind)
        }
    }
}

/// Compares and writes the outcome into `intake`.
pub(crate) fn compare(
    treaty: &TreatyId,
    listing: Listing,
    witness: Witness,
    source: &Source,
    record: &dyn Record,
    intake: &mut Intake,
) {
    let mut comparison = Comparison {
        on_record: record.acts(treaty),
        accounted: BTreeSet::new(),
        witness,
        source,
        intake,
    };
    let waiting = record.quarantined();
    for held in &listing.held {
        comparison
            .intake
            .hold(Some(treaty), held.clone(), &waiting, source);
    }
    let unmatched: Vec<&Listed> = listing
        .acts
        .iter()
        .filter(|listed| !comparison.is_known(listed))
        .collect();
    for listed in unmatched {
        if let Some(held) = comparison.place(listed) {
            comparison.intake.hold(Some(treaty), held, &waiting, source);
        }
    }
    if let Some(held) = comparison.no_longer_listed(&listing, record) {
        comparison.intake.hold(Some(treaty), held, &waiting, source);
    }
}

/// So many participants may vanish from a page between two imports before it is taken for an
/// excerpt; of more than fifty, a tenth.
const FEW: usize = 5;

struct Comparison<'c> {
    on_record: Vec<OnRecord>,
    /// Indices of the acts on record that the document bears out or has put in doubt.
    accounted: BTreeSet<usize>,
    witness: Witness,
    source: &'c Source,
    intake: &'c mut Intake,
}

impl Comparison<'_> {
    /// Whether an act is on record; what the document adds to it is proposed as a correction.
    fn is_known(&mut self, listed: &Listed) -> bool {
        let act = &listed.act;
        // Deposits with several depositaries on one day are several acts: a record that names no
        // depositary stands for one of them.
        let taken = |at: usize, known: &OnRecord| {
            self.accounted.contains(&at)
                && known.act.depositary.is_none()
                && act.depositary.is_some()
        };
        let find = |same: &dyn Fn(&Act) -> bool| {
            self.on_record
                .iter()
                .enumerate()
                .position(|(at, known)| same(&known.act) && !taken(at, known))
        };
        let found = find(&|known| is_same(known, act))
            .or_else(|| find(&|known| self.is_same_but_form(known, act)));
        let Some(at) = found else { return false };
        self.account(at, act);
        self.intake.unchanged += 1;
        let amended = amended(&self.on_record[at].act, act);
        let better_form = self.witness == Witness::Depositary
            && self.on_record[at].act.kind != act.kind
            && self.on_record[at].act.kind != Kind::DefinitiveSignature;
        let (body, why) = match (amended, better_form) {
            (None, false) => return true,
            (amended, better) => {
                let mut body = amended
                    .as_ref()
                    .map_or_else(|| self.on_record[at].act.clone(), |(body, _)| body.clone());
                let mut why: Vec<String> = amended.into_iter().map(|(_, why)| why).collect();
                if better {
                    why.push(format!(
                        "the depositary calls it {}, not {}",
                        words(act.kind),
                        words(body.kind)
                    ));
                    body.kind = act.kind;
                }
                (body, why.join("; "))
            }
        };
        self.correct(at, body, why, &listed.place);
        true
    }

    /// The same step on the same day, in another form. UNODA does not tell ratification,
    /// acceptance and approval apart; a definitive signature is signature and consent.
    fn is_same_but_form(&self, known: &Act, act: &Act) -> bool {
        let together = known.by == act.by && known.on == act.on;
        let both = |kind| class(known.kind) == class(kind) && class(act.kind) == class(kind);
        let definitive = known.kind == Kind::DefinitiveSignature && act.kind.is_signature();
        together
            && known.kind != act.kind
            && same_depositary(known, act)
            && match self.witness {
                Witness::Depositary => {
                    both(Kind::Ratification) || both(Kind::Signature) || definitive
                }
                Witness::Unoda => {
                    let joins = class(act.kind) == Class::Consent;
                    let ratifies =
                        known.kind.needs_signature() || known.kind == Kind::FormalConfirmation;
                    (act.kind == Kind::Ratification && ratifies)
                        || (joins && known.kind == Kind::ConsentToBeBound)
                        || known.kind == Kind::DefinitiveSignature
                }
            }
    }

    /// Accounts for an act on record, and for its further deposits with other depositaries.
    fn account(&mut self, at: usize, act: &Act) {
        self.accounted.insert(at);
        let further = self.on_record.iter().enumerate().filter(|(_, known)| {
            act.depositary.is_none()
                && known.act.depositary.is_some()
                && known.act.by == act.by
                && class(known.act.kind) == class(act.kind)
        });
        self.accounted.extend(further.map(|(at, _)| at));
    }

    fn correct(&mut self, at: usize, body: Act, why: String, place: &str) {
        let known = &self.on_record[at];
        let correction = Correction {
            of: known.entry,
            body: Box::new(Body::Act(body)),
            why: why.clone(),
        };
        let source = at_place(self.source, place);
        self.intake.amended.push(Amended {
            iso3: known.act.by,
            act: known.act.kind,
            date: known.act.on,
            why,
            proposal: Proposal {
                body: Body::Correction(correction),
                source,
            },
        });
    }

    /// Places an act that is not on record: new, the day of a known month, or in conflict.
    fn place(&mut self, listed: &Listed) -> Option<Held> {
        let act = &listed.act;
        let Some(at) = self.rival(act) else {
            let source = at_place(self.source, &listed.place);
            self.intake.added.push(Proposal {
                body: Body::Act(act.clone()),
                source,
            });
            return None;
        };
        let known = self.on_record[at].clone();
        self.accounted.insert(at);
        let within = known.act.on.earliest() <= act.on.earliest()
            && act.on.latest() <= known.act.on.latest();
        if !known.act.on.is_exact() && within && known.act.kind == act.kind {
            let mut body = known.act.clone();
            body.on = act.on;
            self.intake.unchanged += 1;
            self.correct(at, body, format!("the day is {}", act.on), &listed.place);
            return None;
        }
        let why = format!(
            "the page has {} on {}, the record on {} ({}); a person must say which holds",
            words(act.kind),
            act.on,
            known.act.on,
            words(known.act.kind),
        );
        self.dispute(&known, why.clone(), &listed.place);
        Some(Held::new(
            listed.place.clone(),
            format!("{}: {} {}", act.by, words(act.kind), act.on),
            why,
        ))
    }

    /// The act on record in whose place a listed one would stand: of its class, not borne out by
    /// the document, and not ended before it.
    fn rival(&self, act: &Act) -> Option<usize> {
        let class_of = class(act.kind);
        if matches!(class_of, Class::Words(_)) {
            return None;
        }
        self.on_record.iter().enumerate().position(|(at, known)| {
            known.act.by == act.by
                && class(known.act.kind) == class_of
                && same_depositary(&known.act, act)
                && !self.accounted.contains(&at)
                && !self.ended(&known.act, act)
        })
    }

    /// Whether the record ends an act before another began: left and come back.
    fn ended(&self, known: &Act, by_then: &Act) -> bool {
        let between = |kind: Kind| {
            self.on_record.iter().any(|other| {
                other.act.by == known.by
                    && other.act.kind == kind
                    && known.on <= other.act.on
                    && other.act.on <= by_then.on
            })
        };
        match class(known.kind) {
            Class::Signature | Class::Provisional => between(Kind::WithdrawalEffective),
            Class::Consent => {
                between(Kind::WithdrawalEffective) || between(Kind::RatificationWithdrawn)
            }
            Class::Leaving(_) => self.on_record.iter().any(|other| {
                other.act.by == known.by
                    && other.act.kind.is_consent()
                    && known.on <= other.act.on
                    && other.act.on <= by_then.on
            }),
            Class::Words(_) => false,
        }
    }

    /// Disputes acts on record that a document which should list them does not.
    ///
    /// A document that lacks the rows of many participants is an excerpt, or broken, and not a
    /// sign that they all left: of those it says nothing, and one line in quarantine tells so. Nor
    /// does it of those without a row where a row of an unknown name waits: it may be theirs.
    fn no_longer_listed(&mut self, listing: &Listing, record: &dyn Record) -> Option<Held> {
        let as_at = listing.as_at?;
        let classes: BTreeSet<Class> = listing.kinds.iter().map(|kind| class(*kind)).collect();
        let expected: Vec<usize> = (0..self.on_record.len())
            .filter(|at| {
                let known = &self.on_record[*at].act;
                classes.contains(&class(known.kind))
                    && known.on.latest() <= as_at
                    && !listing.uncertain.contains(&known.by)
                    && !record.is_unlisted(known.by)
            })
            .collect();
        let all: BTreeSet<_> = expected
            .iter()
            .map(|at| self.on_record[*at].act.by)
            .collect();
        let absent: BTreeSet<_> = all.difference(&listing.rows).copied().collect();
        let excerpt = absent.len() > FEW.max(all.len() / 10);
        for at in expected {
            let known = self.on_record[at].clone();
            let passed_over = (excerpt || listing.unnamed) && absent.contains(&known.act.by);
            if self.accounted.contains(&at) || known.disputed || passed_over {
                continue;
            }
            let mut why = format!(
                "{} on {} is no longer listed as at {as_at}",
                words(known.act.kind),
                known.act.on
            );
            if let Some(reason) = self.explained(&known.act, as_at) {
                why.push_str(&format!("; {reason}"));
            }
            self.dispute(&known, why, "the table of participants");
        }
        excerpt.then(|| {
            let codes: Vec<&str> = absent.iter().map(ParticipantId::as_str).collect();
            Held::new(
                "the table of participants",
                codes.join(" "),
                format!(
                    "it has no row for {} participants with acts on record as at {as_at}: it \
                     looks like an excerpt, and none of them is disputed for it",
                    absent.len()
                ),
            )
        })
    }

    /// What the record says that may explain why an act is not listed.
    fn explained(&self, act: &Act, as_at: Date) -> Option<String> {
        let steps = [
            Kind::RatificationWithdrawn,
            Kind::WithdrawalEffective,
            Kind::ProvisionalApplicationEnded,
        ];
        let later = self.on_record.iter().filter(|other| {
            other.act.by == act.by
                && steps.contains(&other.act.kind)
                && other.act.on >= act.on
                && other.act.on.latest() <= as_at
        });
        let step = later.min_by_key(|other| other.act.on)?;
        Some(format!(
            "the record explains it: {} on {}",
            words(step.act.kind),
            step.act.on
        ))
    }

    fn dispute(&mut self, known: &OnRecord, why: String, place: &str) {
        if known.disputed {
            return;
        }
        let body = Body::Dispute(Dispute {
            of: known.entry,
            why: why.clone(),
            counts: true,
        });
        self.intake.disputed.push(Disputed {
            treaty: known.act.treaty.clone(),
            iso3: known.act.by,
            act: known.act.kind,
            date: known.act.on,
            entry: known.entry,
            why,
            proposal: Proposal {
                body,
                source: at_place(self.source, place),
            },
        });
    }
}

/// The same act: participant, kind and day, and the text where it is words. A depositary is
/// compared only where both are named.
fn is_same(known: &Act, act: &Act) -> bool {
    known.by == act.by
        && known.kind == act.kind
        && known.on == act.on
        && same_depositary(known, act)
        && (!known.kind.is_words_only()
            || (same_words(&known.text, &act.text) && known.towards == act.towards))
}

fn same_depositary(known: &Act, act: &Act) -> bool {
    match (&known.depositary, &act.depositary) {
        (Some(known), Some(act)) => known == act,
        (None, _) | (_, None) => true,
    }
}

fn same_words(known: &Option<String>, text: &Option<String>) -> bool {
    let plain = |text: &Option<String>| text.as_deref().map(crate::markup::one_line);
    plain(known) == plain(text)
}

/// What a document adds to an act on record: notes it attaches, a day of effect it prints.
fn amended(known: &Act, act: &Act) -> Option<(Act, String)> {
    let mut body = known.clone();
    let mut why = Vec::new();
    if !act.notes.is_empty() && known.notes != act.notes {
        body.notes.clone_from(&act.notes);
        let marks: Vec<&str> = act.notes.iter().map(|note| note.id.as_str()).collect();
        why.push(format!("the source attaches note {}", marks.join(", ")));
    }
    if let Some(effect) = act.effect.filter(|_| known.effect.is_none()) {
        body.effect = Some(effect);
        why.push(format!("the source prints the day of effect, {effect}"));
    }
    if known.depositary.is_none() && act.depositary.is_some() {
        body.depositary.clone_from(&act.depositary);
        why.push("the source names the depositary".to_owned());
    }
    (!why.is_empty()).then(|| (body, why.join("; ")))
}

pub(crate) fn words(kind: Kind) -> String {
    kind.word().replace('_', " ")
}

pub(crate) fn at_place(source: &Source, place: &str) -> Source {
    Source {
        place: Some(place.to_owned()),
        ..source.clone()
    }
}

/// Whether two participants' acts are of one class; for readers of acts files.
pub(crate) fn same_step(a: Kind, b: Kind) -> bool {
    class(a) == class(b) && matches!(class(a), Class::Signature | Class::Consent)
}
