//! `/uncertain`: what is uncertain in the facts.

use askama::Template;
use axum::response::Response;
use jiff::Timestamp;
use serde::Serialize;
use treaty::TreatyId;
use world::view::{Finding, FindingKind, HeadView, Severity};

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::frame::{Frame, Nav};
use crate::keys;
use crate::problem::Problem;

/// What a reader should know to be uncertain, in the order of the page.
const KINDS: [FindingKind; 5] = [
    FindingKind::Disputed,
    FindingKind::LowConfidence,
    FindingKind::DayUnknown,
    FindingKind::NoEffect,
    FindingKind::Quarantined,
];

#[derive(Template)]
#[template(path = "uncertain.html")]
struct UncertainPage {
    p: Frame,
    groups: Vec<Group>,
    unverified: Vec<Unverified>,
}

/// Findings of one kind.
struct Group {
    key: &'static str,
    findings: Vec<Finding>,
}

/// A treaty, its short name, and what its file says is not verified.
type Unverified = (TreatyId, String, Vec<String>);

#[derive(Serialize)]
struct UncertainView {
    known: Timestamp,
    head: HeadView,
    findings: Vec<Finding>,
    unverified: Vec<UnverifiedRule>,
}

#[derive(Serialize)]
struct UnverifiedRule {
    treaty: TreatyId,
    texts: Vec<String>,
}

/// `GET /uncertain`.
pub(crate) async fn show(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&[])?;
    match asked.form {
        Form::Json => {
            let findings = KINDS.iter().flat_map(|kind| of_kind(&asked, *kind)).collect();
            let unverified = unverified(&asked).into_iter();
            let unverified =
                unverified.map(|(treaty, _, texts)| UnverifiedRule { treaty, texts }).collect();
            let (known, head) = (asked.world.known(), asked.world.head());
            asked.json(&UncertainView { known, head, findings, unverified })
        }
        Form::Csv => Err(asked.no_csv()),
        Form::Html => {
            let p = asked.frame(Nav::Findings, asked.words.text("uncertain-heading")).undated();
            let group =
                |kind: &FindingKind| Group { key: keys::finding(*kind), findings: of_kind(&asked, *kind) };
            let groups = KINDS.iter().map(group).collect();
            asked.page(&UncertainPage { p, groups, unverified: unverified(&asked) })
        }
    }
}

fn of_kind(asked: &Asked, kind: FindingKind) -> Vec<Finding> {
    let findings = asked.world.findings().iter();
    findings.filter(|f| f.kind == kind && f.severity != Severity::Wrong).cloned().collect()
}

fn unverified(asked: &Asked) -> Vec<Unverified> {
    let laws = asked.world.treaties().into_iter().filter(|law| !law.unverified.is_empty());
    laws.map(|law| (law.id.clone(), law.short.clone(), law.unverified.clone())).collect()
}
