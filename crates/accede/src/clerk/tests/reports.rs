//! Reports that are kept: what the clerk refuses.

use jiff::civil::date;
use ledger::body::{
    Correction, Report, ReportChange, ReportForm, ReportMasthead, ReportParagraph,
};
use treaty::Lang;

use super::approaches::{clerk, draft, refused, team};
use super::*;

fn kept(made_for: Audience) -> Report {
    Report {
        report: "ours".to_owned(),
        title: "Ours".to_owned(),
        kind: "status".to_owned(),
        treaty: "ccm".parse().unwrap(),
        states: Vec::new(),
        plan: None,
        from: None,
        to: date(2030, 1, 1),
        lang: Lang::En,
        made_for,
        masthead: ReportMasthead::default(),
        notes: None,
        pictures: Vec::new(),
        changes: Vec::new(),
        own: Vec::new(),
    }
}

fn body(one: Report) -> Body {
    Body::Report(Box::new(one))
}

fn own(key: &str, text: &str) -> ReportParagraph {
    ReportParagraph {
        key: key.to_owned(),
        part: None,
        after: None,
        form: ReportForm::Plain,
        text: text.to_owned(),
    }
}

fn change(passage: &str, text: Option<&str>, was: &[&str]) -> ReportChange {
    ReportChange {
        passage: passage.to_owned(),
        part: None,
        text: text.map(str::to_owned),
        was: was.iter().map(|&one| one.to_owned()).collect(),
    }
}

#[test]
fn a_report_is_kept_whole_or_not_at_all() {
    let clerk = clerk();
    let refused = |change: fn(&mut Report), says| {
        let mut one = kept(team());
        change(&mut one);
        refused(&clerk, vec![draft(body(one), team())], says);
    };
    for name in ["", "Ours", "a b"] {
        let mut one = kept(team());
        one.report = name.to_owned();
        let says = "is no name of a report";
        super::approaches::refused(&clerk, vec![draft(body(one), team())], says);
    }
    refused(
        |one| one.title = " ".to_owned(),
        "what the report is called",
    );
    refused(|one| one.kind = "novel".to_owned(), "`novel` is none of");
    refused(|one| one.kind = "progress".to_owned(), "begins on a day");
    refused(
        |one| one.treaty = "none".parse().unwrap(),
        "is not registered",
    );
    refused(
        |one| one.states = vec!["XAA".parse().unwrap()],
        "about all States",
    );
    refused(|one| one.pictures = vec!["photo".to_owned()], "`photo`");
    refused(
        |one| one.own = vec![own("own-1", "A."), own("own-1", "B.")],
        "`own-1` stands in it twice",
    );
    refused(
        |one| one.own = vec![own("status", "A.")],
        "`status` is no key",
    );
    refused(
        |one| one.own = vec![own("own-1", " ")],
        "what a paragraph of one's own says",
    );
    refused(
        |one| one.changes = vec![change("a", Some(" "), &["A."])],
        "to leave it out",
    );
    refused(
        |one| one.changes = vec![change("a", Some("B."), &[])],
        "what stood in the place",
    );
    refused(
        |one| one.changes = vec![change("a", None, &["A."]), change("a", None, &["A."])],
        "`a` stands in it twice",
    );
    refused(
        |one| one.own = vec![own("own-1", "NATO SECRET")],
        "carries the marking",
    );

    let mut whole = kept(team());
    whole.own = vec![own("own-1", "A.")];
    whole.changes = vec![change("status", None, &["A."])];
    let viewer = Viewer::member(["italy"]);
    clerk
        .submit_as(&viewer, "a test", once(vec![draft(body(whole), team())]))
        .unwrap();
}

/// A report holds sentences made from what some may see: nobody else is shown it, not even by a correction.
#[test]
fn a_report_is_for_nobody_who_sees_less_than_those_for_whom_it_is_made() {
    let clerk = clerk();
    let both = Audience::Teams(vec!["italy".to_owned(), "norway".to_owned()]);
    for (made_for, audience) in [
        (team(), Audience::Public),
        (team(), Audience::SignedIn),
        (team(), both.clone()),
        (both.clone(), both.clone()),
        (both.clone(), team()),
        (Audience::SignedIn, Audience::Public),
    ] {
        let drafts = vec![draft(body(kept(made_for)), audience)];
        refused(&clerk, drafts, "the report is made from what");
    }
    for (made_for, audience) in [
        (Audience::Public, Audience::Public),
        (Audience::Public, both.clone()),
        (Audience::SignedIn, both.clone()),
        (team(), team()),
    ] {
        let viewer = Viewer::member(["italy", "norway"]);
        let drafts = once(vec![draft(body(kept(made_for)), audience)]);
        clerk.submit_as(&viewer, "a test", drafts).unwrap();
    }
    let first = clerk.record().entries().nth_back(3).unwrap().entry.id;
    let wider = Correction {
        of: first,
        body: Box::new(body(kept(team()))),
        why: "Made for the team now.".to_owned(),
    };
    let drafts = vec![draft(Body::Correction(wider), Audience::Public)];
    refused(&clerk, drafts, "the report is made from what");
}
