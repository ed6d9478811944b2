//! Reports that are kept.

use jiff::civil::date;
use ledger::body::{
    Report, ReportChange, ReportForm, ReportMasthead, ReportNotes, ReportParagraph,
};
use ledger::{Audience, Body};
use treaty::Lang;

use super::{some, treaty, who};

pub(super) fn bodies() -> Vec<Body> {
    let notes = [None, Some(ReportNotes::Foot), Some(ReportNotes::End)];
    notes.into_iter().map(kept).collect()
}

/// A report on one action plan, which says which.
pub(super) fn on_plans() -> Vec<Body> {
    vec![Body::Report(Box::new(Report {
        report: "invented-plan".into(),
        title: "On the Invented Action Plan".into(),
        kind: "plan".into(),
        treaty: treaty(),
        states: Vec::new(),
        plan: some("invented"),
        from: None,
        to: date(2023, 9, 22),
        lang: Lang::En,
        made_for: Audience::Public,
        masthead: ReportMasthead::default(),
        notes: None,
        pictures: Vec::new(),
        changes: Vec::new(),
        own: Vec::new(),
    }))]
}

fn kept(notes: Option<ReportNotes>) -> Body {
    let forms = [ReportForm::Numbered, ReportForm::Bullet, ReportForm::Plain];
    let own = (1..).zip(forms).map(|(n, form)| ReportParagraph {
        key: format!("own-{n}"),
        part: some("part-status"),
        after: some("status"),
        form,
        text: "We thank those who worked with us.".into(),
    });
    let change = |text: Option<&str>| ReportChange {
        passage: if text.is_some() { "status" } else { "force" }.into(),
        part: some("part-status"),
        text: text.map(str::to_owned),
        was: vec!["One State ratified.".into(), "None left.".into()],
    };
    Body::Report(Box::new(Report {
        report: "invented-2021-2023".into(),
        title: "Our report to the Conference".into(),
        kind: "progress".into(),
        treaty: treaty(),
        states: vec![who("XAA")],
        plan: None,
        from: Some(date(2021, 9, 23)),
        to: date(2023, 9, 22),
        lang: Lang::Fr,
        made_for: Audience::Public,
        masthead: ReportMasthead {
            before: vec!["Conference of the invented treaty".into()],
            venue: some("Geneva, 22 September 2023"),
            symbol: some("INV/2023/5"),
            distribution: some("Distr.: General"),
            date: Some(date(2023, 9, 22)),
            agenda: some("Item 5"),
        },
        notes,
        pictures: vec!["map".into()],
        changes: vec![change(Some("XAA ratified.")), change(None)],
        own: own.collect(),
    }))
}
