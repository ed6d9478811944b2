//! Acts of a depositary's page that speak against the treaty's own rules: they wait in quarantine
//! and the rest of the page stands, unless the page itself counts them.

use std::collections::BTreeSet;

use intake::{Held, Intake, Proposal, Record};
use jiff::civil::Date;
use ledger::Body;
use ledger::body::Quarantined;
use treaty::{Act, TreatyId};

use crate::clerk::Shown;
use crate::objection::{Weight, objection};
use crate::register::Register;

/// Moves the acts that cannot be from `added` to `quarantined`.
///
/// The count a page prints is a second witness. Where it agrees with the page's rows, the
/// depositary counts every one of them, and an act to which only the form speaks against (an
/// acceptance without a signature) is recorded: the record then shows it as a finding.
pub(super) fn what_cannot_be(
    shown: Shown<'_>,
    register: &Register<'_>,
    intake: &mut Intake,
    today: Date,
) {
    let counted = counted_by_the_page(intake);
    let waiting = register.quarantined();
    let others = acts_on_both_sides(shown, intake);
    for proposal in std::mem::take(&mut intake.added) {
        let against = act(&proposal.body).and_then(|act| {
            let law = shown.world.treaty(act.treaty.as_str())?;
            let by = shown.world.participant(act.by);
            Some((act.clone(), objection(law, by, act, &others, today)?))
        });
        match against {
            None => intake.added.push(proposal),
            Some((act, objection))
                if objection.weight == Weight::Form && counted.contains(&act.treaty) =>
            {
                intake.remarks.push(format!(
                    "{} {} {}: {}; the count the page prints takes it in, so it is recorded",
                    act.by, act.kind, act.on, objection.why
                ));
                intake.added.push(proposal);
            }
            Some((act, objection)) => {
                let held = held(&proposal, &act, objection.why, &waiting);
                intake.quarantined.push(held);
            }
        }
    }
}

/// The treaties for which the file prints counts, all of which its own rows give.
fn counted_by_the_page(intake: &Intake) -> BTreeSet<TreatyId> {
    let printed = intake.reconciled.iter();
    let mut counted: BTreeSet<_> = printed.clone().map(|one| one.treaty.clone()).collect();
    for one in printed.filter(|one| !one.holds) {
        counted.remove(&one.treaty);
    }
    counted
}

/// The acts the file adds and those on record under its treaties.
fn acts_on_both_sides(shown: Shown<'_>, intake: &Intake) -> Vec<Act> {
    let mut acts: Vec<Act> = intake.acts().cloned().collect();
    let treaties: BTreeSet<TreatyId> = acts.iter().map(|act| act.treaty.clone()).collect();
    for treaty in &treaties {
        acts.extend(
            shown
                .world
                .acts(treaty, None)
                .into_iter()
                .map(|view| view.act),
        );
    }
    acts
}

/// The act of a proposal.
fn act(body: &Body) -> Option<&Act> {
    if let Body::Act(act) = body {
        Some(act)
    } else {
        None
    }
}

/// An act that is not taken, as what waits for a person.
fn held(proposal: &Proposal, act: &Act, why: String, waiting: &[Quarantined]) -> Held {
    let place = proposal.source.place.clone().unwrap_or_default();
    let value = format!("{} {} {}", act.by, act.kind, act.on);
    let known = waiting.iter().any(|other| {
        other.treaty.as_ref() == Some(&act.treaty) && other.value == value && other.why == why
    });
    let body = Body::Quarantined(Quarantined {
        treaty: Some(act.treaty.clone()),
        place: place.clone(),
        value: value.clone(),
        why: why.clone(),
    });
    let proposal = (!known).then(|| Proposal {
        body,
        source: proposal.source.clone(),
    });
    Held {
        place,
        value,
        why,
        proposal,
    }
}
