//! `/findings`: what does not add up in the record.

use askama::Template;
use axum::response::Response;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::TreatyId;
use world::sheet::Tabular;
use world::view::{Finding, HeadView, Severity};

use crate::ask::Form;
use crate::asked::Question;
use crate::frame::{Frame, Nav};
use crate::keys;
use crate::page::changes;
use crate::problem::{Expected, Problem};

const SEVERITIES: [Severity; 3] = [Severity::Wrong, Severity::Uncertain, Severity::Note];

#[derive(Template)]
#[template(path = "findings.html")]
struct FindingsPage {
    p: Frame,
    severities: [Severity; 3],
    severity: Option<Severity>,
    treaty: Option<TreatyId>,
    treaties: Vec<(TreatyId, String)>,
    total: usize,
    groups: Vec<Group>,
}

/// Findings of one severity.
struct Group {
    key: &'static str,
    findings: Vec<Finding>,
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct FindingsView {
    known: Timestamp,
    head: HeadView,
    findings: Vec<Finding>,
}

/// `GET /findings?severity=wrong&treaty=ctbt`.
pub(crate) async fn show(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&["severity", "treaty", "limit", "after"])?;
    let severity = asked.params.one("severity")?.map(severity).transpose()?;
    let law = asked
        .params
        .one("treaty")?
        .map(|given| asked.named_treaty(given))
        .transpose()?;
    let treaty = law.map(|law| law.id.clone());
    let fits = |finding: &&Finding| {
        severity.is_none_or(|severity| finding.severity == severity)
            && (treaty.is_none() || finding.treaty == treaty)
    };
    let mut findings: Vec<_> = asked
        .world
        .findings()
        .iter()
        .filter(fits)
        .cloned()
        .collect();
    asked.cut(&mut findings)?;
    match asked.form {
        Form::Json => asked.json(&FindingsView {
            known: asked.world.known(),
            head: asked.world.head(),
            findings,
        }),
        Form::Csv => Ok(asked.csv(&findings[..].sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let p = asked.frame(Nav::Findings, asked.words.text("findings-heading"));
            asked.page(&FindingsPage {
                p: p.with_csv().undated(),
                severities: SEVERITIES,
                severity,
                treaty,
                treaties: changes::treaties(&asked),
                total: asked.total(findings.len()),
                groups: groups(findings),
            })
        }
    }
}

fn severity(word: &str) -> Result<Severity, Problem> {
    SEVERITIES
        .into_iter()
        .find(|severity| keys::severity(*severity).0 == word)
        .ok_or_else(|| Problem::bad("severity", word, Expected::Severity))
}

fn groups(findings: Vec<Finding>) -> Vec<Group> {
    let mut groups: Vec<_> = SEVERITIES
        .map(|severity| Group {
            key: keys::severity(severity).1,
            findings: Vec::new(),
        })
        .into();
    for finding in findings {
        groups[finding.severity as usize].findings.push(finding);
    }
    groups
}
