//! The condition for a treaty's entry into force, said in the reader's language.

use treaty::clause::{EntryIntoForce, Requirement};
use treaty::{Kind, Law, Term};

use crate::frame::Frame;

/// The condition, with its article. `None` where the treaty's file has no clause on it.
pub(crate) fn in_words(p: &Frame, law: &Law) -> Option<String> {
    let clause = law.entry_into_force.as_ref()?;
    let article = p.tw("article", &clause.article);
    let Some(what) = requirement(p, clause) else {
        return Some(format!("{} ({article})", on_record_only(p, clause)));
    };
    let sentence = p.with(
        "condition",
        &[
            ("after", after(p, clause.after).into()),
            ("what", what.into()),
        ],
    );
    Some(match clause.not_before {
        None => format!("{sentence} ({article})"),
        Some(term) => {
            let not_before = p.tw("condition-not-before", &length(p, term));
            format!("{sentence} {not_before} ({article})")
        }
    })
}

fn on_record_only(p: &Frame, clause: &EntryIntoForce) -> String {
    match &clause.requirement {
        Requirement::OnRecordOnly { what } => p.tw("condition-on-record", what),
        Requirement::Number(_)
        | Requirement::Named { .. }
        | Requirement::NamedAndNumber { .. } => String::new(),
    }
}

fn requirement(p: &Frame, clause: &EntryIntoForce) -> Option<String> {
    let kinds = kinds(p, &clause.counts);
    match &clause.requirement {
        Requirement::Number(n) => Some(p.with(
            "condition-number",
            &[("n", (*n).into()), ("kinds", kinds.into())],
        )),
        Requirement::Named { list, participants } => Some(p.with(
            "condition-named",
            &[
                ("n", participants.len().into()),
                ("kinds", kinds.into()),
                ("list", list.into()),
            ],
        )),
        Requirement::NamedAndNumber {
            list,
            participants,
            others,
        } => Some(p.with(
            "condition-named-and-number",
            &[
                ("n", participants.len().into()),
                ("kinds", kinds.into()),
                ("list", list.into()),
                ("others", (*others).into()),
            ],
        )),
        Requirement::OnRecordOnly { .. } => None,
    }
}

/// `ratification, acceptance or approval`.
fn kinds(p: &Frame, kinds: &[Kind]) -> String {
    let names: Vec<_> = kinds
        .iter()
        .map(|kind| p.w.kind(*kind).into_owned())
        .collect();
    p.w.joined_or(&names)
}

fn after(p: &Frame, term: Term) -> String {
    match term {
        Term::SameDay => p.t("after-same-day").into_owned(),
        Term::Days(n) => p.with("after-days", &[("n", n.into())]),
        Term::Months { n, .. } => p.with("after-months", &[("n", n.into())]),
        Term::Years { n, .. } => p.with("after-years", &[("n", n.into())]),
        Term::FirstDayOfMonth(n) => p.with("after-first-day-of-month", &[("n", n.into())]),
    }
}

fn length(p: &Frame, term: Term) -> String {
    match term {
        Term::SameDay | Term::Days(0) => p.t("length-nothing").into_owned(),
        Term::Days(n) => p.with("length-days", &[("n", n.into())]),
        Term::Months { n, .. } | Term::FirstDayOfMonth(n) => {
            p.with("length-months", &[("n", n.into())])
        }
        Term::Years { n, .. } => p.with("length-years", &[("n", n.into())]),
    }
}
