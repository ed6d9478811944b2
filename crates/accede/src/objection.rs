//! What speaks against an act that somebody brings: the treaty's own rules, the calendar, and the
//! participant's other acts. A depositary's page is not asked; what it prints has happened.

use jiff::civil::Date;
use treaty::law::{Refusal, Why};
use treaty::{Act, Kind, Law, Participant};

/// What speaks against an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// Why it cannot be, in words.
    pub why: String,
    /// How much that weighs.
    pub weight: Weight,
}

/// How much an objection weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Only the form: an acceptance or approval without a signature. Depositaries take it, as
    /// they took those of Chile and Côte d'Ivoire under the CCW.
    Form,
    /// It comes out of turn: a ratification without a signature, an accession by a signatory, a
    /// second consent, a successor's act before its first day. A record may hold it all the same, and then shows it as a finding.
    OutOfTurn,
    /// It cannot have been: before the treaty was opened, after today.
    Impossible,
}

/// What speaks against `act`, given the participant's `others`; `None`: nothing does.
///
/// Where only a month or year is known, only what no day of it allows is refused.
pub fn objection(
    law: &Law,
    participant: Option<&Participant>,
    act: &Act,
    others: &[Act],
    today: Date,
) -> Option<Objection> {
    let others: Vec<&Act> = others
        .iter()
        .filter(|other| other.by == act.by && other.treaty == act.treaty && *other != act)
        .collect();
    let weighs = |weight| move |why| Objection { why, weight };
    future(act, today)
        .or_else(|| after_its_end(participant, act))
        .map(weighs(Weight::Impossible))
        .or_else(|| not_permitted(law, act, &others))
        .or_else(|| {
            before_it_was(participant, act)
                .or_else(|| second(act, &others))
                .or_else(|| nothing_to_undo(act, &others))
                .map(weighs(Weight::OutOfTurn))
        })
}

/// Nothing can have been done after today. Effects may lie ahead: they are announced.
fn future(act: &Act, today: Date) -> Option<String> {
    let announced = act.kind == Kind::WithdrawalEffective;
    (!announced && act.on.earliest() > today)
        .then(|| format!("{} lies after today, {today}", act.on))
}

fn after_its_end(participant: Option<&Participant>, act: &Act) -> Option<String> {
    let one = participant?;
    let until = one.until.filter(|until| act.on.earliest() > *until)?;
    Some(format!("{} ceased to exist on {until}", one.id))
}

/// Before its first day. A successor's acts may be those of its predecessor, and bear its days;
/// where a source lists them under the successor's name alone, a record holds them so.
fn before_it_was(participant: Option<&Participant>, act: &Act) -> Option<String> {
    let one = participant?;
    let own = act.done_by.is_none();
    let from = one.from.filter(|from| own && act.on.latest() < *from)?;
    Some(format!(
        "{} did not exist before {from}; say with `done_by` which predecessor did it",
        one.id
    ))
}

/// What the treaty's openings say.
fn not_permitted(law: &Law, act: &Act, others: &[&Act]) -> Option<Objection> {
    let signed = others
        .iter()
        .any(|other| other.kind.is_signature() && not_after(other, act));
    let refusal = law.permits(act.kind, act.by, act.on, signed).err()?;
    let weight = match refusal.why {
        Why::NeverSigned if matches!(act.kind, Kind::Acceptance | Kind::Approval) => {
            Weight::Form
        }
        Why::NeverSigned | Why::Signed | Why::NoLongerOpen | Why::NotEligible => {
            Weight::OutOfTurn
        }
        Why::NotYetOpen | Why::NoSuchAct => Weight::Impossible,
    };
    Some(Objection {
        why: in_words(law, act.kind, &refusal),
        weight,
    })
}

/// The refusal of the law, in a sentence.
fn in_words(law: &Law, kind: Kind, refusal: &Refusal) -> String {
    let kind = kind.word().replace('_', " ");
    let opened = law.opened.as_ref().map(|occasion| occasion.on);
    let why = match refusal.why {
        Why::NotYetOpen => match opened {
            Some(opened) => {
                format!("{} was not open yet: it was opened on {opened}", law.short)
            }
            None => format!("{} was not open yet for {kind}", law.short),
        },
        Why::NoLongerOpen => format!("{} was no longer open for {kind}", law.short),
        Why::NeverSigned => {
            format!(
                "only signatories of {} may do this, and no signature before it is on record",
                law.short
            )
        }
        Why::Signed => {
            format!(
                "{kind} to {} is for those that have not signed, and it has signed",
                law.short
            )
        }
        Why::NotEligible => format!("{} is not open to it", law.short),
        Why::NoSuchAct => format!("{} knows no {kind}", law.short),
    };
    match &refusal.article {
        Some(article) => format!("{why} (Article {article})"),
        None => why,
    }
}

/// A second signature or consent while one stands, with the same depositary.
fn second(act: &Act, others: &[&Act]) -> Option<String> {
    let alike = |other: &Act| {
        (act.kind.is_consent() && other.kind.is_consent())
            || (act.kind.is_signature() && other.kind.is_signature())
    };
    let elsewhere = |other: &Act| {
        act.depositary.is_some()
            && other.depositary.is_some()
            && act.depositary != other.depositary
    };
    let undone = |other: &Act| {
        others.iter().any(|undo| {
            let lies_between = undo.on >= other.on && not_after(undo, act);
            let undoes = match undo.kind {
                Kind::WithdrawalEffective => true,
                Kind::RatificationWithdrawn => !act.kind.is_signature(),
                Kind::WithdrawalNotified
                | Kind::Signature
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
                | Kind::WithdrawalHeldBack
                | Kind::WithdrawalRescinded
                | Kind::IntentionNotToBecomeParty
                | Kind::Declaration
                | Kind::Reservation
                | Kind::Objection
                | Kind::TerritorialScope => false,
            };
            lies_between && undoes
        })
    };
    let standing = others.iter().find(|other| {
        alike(other) && !elsewhere(other) && not_after(other, act) && !undone(other)
    })?;
    let what = if act.kind.is_consent() {
        "consent"
    } else {
        "signature"
    };
    let kind = standing.kind.word().replace('_', " ");
    Some(format!(
        "its {what} stands already: {kind} on {}",
        standing.on
    ))
}

/// Leaving what was never joined.
fn nothing_to_undo(act: &Act, others: &[&Act]) -> Option<String> {
    let undoes = matches!(
        act.kind,
        Kind::WithdrawalNotified | Kind::WithdrawalEffective | Kind::RatificationWithdrawn
    );
    let consented = others
        .iter()
        .any(|other| other.kind.is_consent() && not_after(other, act));
    (undoes && !consented)
        .then(|| "no consent before it is on record that it could end".to_owned())
}

/// Whether `other` may have been done before `act`, or on its day.
fn not_after(other: &Act, act: &Act) -> bool {
    other.on.earliest() <= act.on.latest()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The CCM, by its own file, against invented States.
    fn check(record: &str, act: &str) -> Option<Objection> {
        let entries = shipped::entries().unwrap();
        let text = entries.iter().find_map(|entry| {
            let ledger::Body::Treaty(file) = &entry.body else {
                return None;
            };
            (file.treaty.as_str() == "ccm").then_some(&file.text)
        });
        let law = Law::parse("ccm", text.unwrap()).unwrap();
        let read = |line: &str| {
            let words: Vec<_> = line.split_whitespace().collect();
            Act::new(
                "ccm".parse().unwrap(),
                words[2].parse().unwrap(),
                words[1].parse().unwrap(),
                words[0].parse().unwrap(),
            )
        };
        let others: Vec<_> = record
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(read)
            .collect();
        objection(
            &law,
            None,
            &read(act),
            &others,
            jiff::civil::date(2026, 11, 21),
        )
    }

    #[track_caller]
    fn refused(record: &str, act: &str, because: &str) {
        let Objection { why, .. } = check(record, act).expect("it is refused");
        assert!(why.contains(because), "{why}");
    }

    #[test]
    fn acts_against_the_treatys_own_rules_are_refused() {
        refused("", "2008-12-02 signature XAA", "opened on 2008-12-03");
        refused("", "2012-01-01 ratification XAA", "only signatories");
        refused(
            "2008-12-03 signature XAA",
            "2012-01-01 accession XAA",
            "it has signed",
        );
        refused(
            "2008-12-03 signature XAA\n2012-01-01 ratification XAA",
            "2013-01-01 ratification XAA",
            "ratification on 2012-01-01",
        );
        refused(
            "2008-12-03 signature XAA",
            "2008-12-04 signature XAA",
            "its signature stands",
        );
    }

    #[test]
    fn another_participants_acts_do_not_matter() {
        refused(
            "2008-12-03 signature XBB",
            "2012-01-01 ratification XAA",
            "only signatories",
        );
    }

    #[test]
    fn what_is_in_order_is_not_refused() {
        assert_eq!(check("", "2008-12-03 signature XAA"), None);
        assert_eq!(
            check("2008-12-03 signature XAA", "2008-12-03 ratification XAA"),
            None,
            "the same day"
        );
        assert_eq!(check("", "2012-01-01 accession XAA"), None);
        let rejoined = "2012-01-01 accession XAA\n2020-01-01 withdrawal_notified XAA\n2020-07-01 withdrawal_effective XAA";
        assert_eq!(check(rejoined, "2021-01-01 accession XAA"), None);
    }

    #[test]
    fn nothing_is_done_tomorrow_and_nothing_left_that_was_not_joined() {
        refused("", "2026-11-22 accession XAA", "after today");
        refused("", "2202-01-01 accession XAA", "after today");
        refused("", "2020-01-01 withdrawal_notified XAA", "no consent");
    }
}
