//! The depositary's own pages as at 3 February 2026, where the data folder has them.
#![allow(clippy::unwrap_used, reason = "this is test code")]

mod common;

use std::collections::BTreeSet;

use common::{Sheet, added, id, shared, treaty};
use intake::{Intake, Origin, Page, Record as _, propose, read_mtdsg};
use ledger::Body;
use ledger::body::Counted;
use treaty::Kind;

fn page(name: &str) -> Option<Page> {
    let path = shared(&format!("data/untc-html/{name}.html"))?;
    Some(read_mtdsg(&format!("{name}.html"), &std::fs::read(path).unwrap()).unwrap())
}

fn counts(intake: &Intake) -> Vec<(Counted, u32, u32)> {
    intake
        .reconciled
        .iter()
        .map(|r| (r.what, r.printed, r.computed))
        .collect()
}

/// Imports a page into a record that has no act, and checks it to the last count.
#[track_caller]
fn check(name: &str, id: &str, signatures: u32, consents: u32) -> Option<(Sheet, Intake)> {
    let page = page(name)?;
    let mut sheet = Sheet::without_acts();
    let intake = propose(&page, &Origin::default(), &sheet);
    assert_eq!(intake.treaty, Some(treaty(id)));
    assert!(intake.created.is_empty());
    assert_eq!(
        counts(&intake),
        [
            (Counted::Signatures, signatures, signatures),
            (Counted::Consents, consents, consents),
        ]
    );
    assert!(intake.reconciled.iter().all(|count| count.holds));
    assert_eq!(
        (
            intake.unchanged,
            intake.disputed.len(),
            intake.amended.len()
        ),
        (0, 0, 0)
    );
    sheet.take(&intake);
    let again = propose(&page, &Origin::default(), &sheet);
    assert!(again.proposals().is_empty(), "{:?}", again.proposals());
    assert_eq!(again.unchanged as usize, intake.added.len());
    Some((sheet, intake))
}

/// Imports a page into the shipped facts: they were taken from it, so no step is new.
#[track_caller]
fn check_facts(name: &str) -> Option<Intake> {
    let page = page(name)?;
    let mut sheet = Sheet::facts();
    let intake = propose(&page, &Origin::default(), &sheet);
    assert_eq!(added(&intake), [""; 0]);
    sheet.take(&intake);
    let again = propose(&page, &Origin::default(), &sheet);
    assert!(again.proposals().is_empty(), "{:?}", again.proposals());
    assert!(again.disputed.is_empty());
    Some(intake)
}

#[test]
fn the_ccm_reconciles_and_lithuania_has_left() {
    let Some((sheet, intake)) = check("ccm", "ccm", 107, 112) else {
        return;
    };
    assert!(intake.quarantined.is_empty(), "{:?}", intake.quarantined);
    let lithuania: Vec<_> = sheet
        .lines("ccm")
        .into_iter()
        .filter(|line| line.ends_with("LTU"))
        .collect();
    assert_eq!(
        lithuania,
        [
            "2008-12-03 signature LTU",
            "2011-03-24 provisional_application LTU",
            "2011-03-24 ratification LTU",
            "2024-09-06 withdrawal_notified LTU",
            "2025-03-06 withdrawal_effective LTU",
        ]
    );
    let acts = sheet.acts(&treaty("ccm"));
    let notified = acts
        .iter()
        .find(|a| a.act.kind == Kind::WithdrawalNotified)
        .unwrap();
    assert_eq!(notified.act.effect, Some("2025-03-06".parse().unwrap()));
    assert!(
        notified.act.notes[0]
            .text
            .contains("C.N.347.2024.TREATIES-XXVI-6")
    );
    // Declarations: upon signature, or as the heading says unless otherwise indicated.
    let words: Vec<_> = acts
        .iter()
        .filter(|a| a.act.kind.is_words_only())
        .map(|a| common::line(&a.act))
        .collect();
    assert_eq!(
        words,
        [
            "2008-12-03 declaration BEL",
            "2015-09-10 declaration COL",
            "2011-01-10 declaration SLV",
            "2008-12-03 declaration VAT",
        ]
    );
}

#[test]
fn the_ctbt_reconciles_and_tells_succession_to_signature() {
    let Some((sheet, intake)) = check("ctbt", "ctbt", 187, 178) else {
        return;
    };
    assert!(intake.quarantined.is_empty(), "{:?}", intake.quarantined);
    let montenegro: Vec<_> = sheet
        .lines("ctbt")
        .into_iter()
        .filter(|line| line.ends_with("MNE"))
        .collect();
    assert_eq!(
        montenegro,
        [
            "2006-10-23 succession_to_signature MNE",
            "2006-10-23 succession MNE"
        ]
    );
}

#[test]
fn the_apmbc_reconciles_and_poland_is_still_in() {
    let Some((sheet, intake)) = check("ottawa", "apmbc", 132, 162) else {
        return;
    };
    let left: BTreeSet<_> = intake
        .acts()
        .filter(|act| act.kind == Kind::WithdrawalEffective)
        .map(common::line)
        .collect();
    assert_eq!(
        left.iter().map(String::as_str).collect::<Vec<_>>(),
        [
            "2025-12-27 withdrawal_effective EST",
            "2025-12-27 withdrawal_effective LTU",
            "2025-12-27 withdrawal_effective LVA",
            "2026-01-10 withdrawal_effective FIN",
        ]
    );
    let poland = sheet
        .acts(&treaty("apmbc"))
        .into_iter()
        .find(|a| a.act.by == id("POL") && a.act.kind == Kind::WithdrawalNotified)
        .unwrap();
    assert_eq!(poland.act.on, "2025-08-20".parse().unwrap());
    assert_eq!(poland.act.effect, Some("2026-02-20".parse().unwrap()));
    assert!(
        poland.act.notes[0]
            .text
            .contains("subject to the condition")
    );
    // Two notes of two digits on one name.
    let ukraine = sheet
        .acts(&treaty("apmbc"))
        .into_iter()
        .find(|a| a.act.by == id("UKR"))
        .unwrap();
    assert_eq!(
        ukraine
            .act
            .notes
            .iter()
            .map(|n| n.id.as_str())
            .collect::<Vec<_>>(),
        ["10", "11"]
    );
    // Five States are listed as having declared provisional application, without text or day.
    assert_eq!(intake.quarantined.len(), 5, "{:?}", intake.quarantined);
    assert!(
        intake
            .quarantined
            .iter()
            .all(|held| held.why.contains("without a day"))
    );
}

#[test]
fn the_ccw_reconciles_with_its_table_of_protocols() {
    let Some((sheet, _)) = check("ccw", "ccw", 50, 128) else {
        return;
    };
    for (protocol, today, predecessors) in
        [("ccw-p1", 121, 3), ("ccw-p2", 96, 3), ("ccw-p3", 117, 3)]
    {
        let acts = sheet.acts(&treaty(protocol));
        let steps = || acts.iter().filter(|a| a.act.kind == Kind::ConsentToBeBound);
        let former = steps()
            .filter(|a| ["CSK", "DDR", "YUG"].map(id).contains(&a.act.by))
            .count();
        assert_eq!(
            (steps().count() - former, former),
            (today, predecessors),
            "{protocol}"
        );
    }
    let on = |protocol: &str, by: &str| {
        let acts = sheet.acts(&treaty(protocol));
        acts.into_iter()
            .find(|a| a.act.by == id(by))
            .map(|a| a.act.on.to_string())
    };
    // Beside the `x`; with the Convention's instrument; a capital `X`; none.
    assert_eq!(on("ccw-p3", "FRA").as_deref(), Some("2002-07-18"));
    assert_eq!(on("ccw-p3", "USA").as_deref(), Some("2009-01-21"));
    assert_eq!(on("ccw-p1", "USA").as_deref(), Some("1995-03-24"));
    assert_eq!(on("ccw-p2", "ZMB").as_deref(), Some("2013-09-25"));
    assert_eq!(on("ccw-p2", "TUR"), None);
    // Predecessors come from notes; a cancelled signature stays a note.
    let lines = sheet.lines("ccw");
    assert!(lines.contains(&"1981-05-05 signature YUG".to_owned()));
    assert!(lines.contains(&"1982-08-31 ratification CSK".to_owned()));
    assert!(!lines.iter().any(|line| line.ends_with("signature LAO")));
    // Objections have their printed day and their addressee.
    let austria = sheet
        .acts(&treaty("ccw"))
        .into_iter()
        .find(|a| a.act.by == id("AUT") && a.act.kind == Kind::Objection)
        .unwrap();
    assert_eq!(
        (austria.act.on, austria.act.towards),
        ("2010-02-03".parse().unwrap(), Some(id("USA")))
    );
}

#[test]
fn the_shipped_facts_agree_with_the_pages_they_were_taken_from() {
    for name in ["ccm", "ottawa", "ccw"] {
        let Some(intake) = check_facts(name) else {
            return;
        };
        assert!(intake.disputed.is_empty(), "{name}: {:?}", intake.disputed);
    }
}

#[test]
fn a_ratification_that_the_page_no_longer_lists_is_disputed_and_explained() {
    let Some(intake) = check_facts("ctbt") else {
        return;
    };
    let [russia] = &intake.disputed[..] else {
        panic!("{:?}", intake.disputed)
    };
    assert_eq!((russia.iso3, russia.act), (id("RUS"), Kind::Ratification));
    assert_eq!(
        russia.why,
        "ratification on 2000-06-30 is no longer listed as at 2026-02-03; \
         the record explains it: ratification withdrawn on 2023-11-03"
    );
    let Body::Dispute(dispute) = &russia.proposal.body else {
        panic!("a dispute")
    };
    assert!(dispute.counts);
}

#[test]
fn a_cut_page_is_refused_wherever_it_is_cut() {
    let Some(path) = shared("data/untc-html/ccm.html") else {
        return;
    };
    let bytes = std::fs::read(path).unwrap();
    for parts in 1..20 {
        let end = bytes.len() / 20 * parts;
        assert!(read_mtdsg("cut.html", &bytes[..end]).is_err(), "{end}");
    }
}
