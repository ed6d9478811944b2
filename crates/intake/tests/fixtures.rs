//! Samples written by hand in the documented forms, imported and compared.
#![allow(clippy::unwrap_used, reason = "this is test code")]

mod common;

use common::{Sheet, added, fixture, id, line, treaty};
use intake::{
    Intake, Origin, Page, Record as _, propose, propose_acts, propose_unoda, read_acts_csv,
    read_mtdsg, read_unoda,
};
use ledger::Body;
use ledger::body::Counted;
use treaty::{Kind, Law};

fn page(name: &str) -> Page {
    read_mtdsg(name, &fixture(name)).unwrap()
}

fn import(name: &str, sheet: &Sheet) -> Intake {
    propose(&page(name), &Origin::default(), sheet)
}

fn on(day: &str) -> Origin {
    Origin {
        as_at: Some(day.parse().unwrap()),
        ..Origin::default()
    }
}

/// Imports a page of a treaty that is not on record: the steps it gives, and the counts it prints
/// against those of its rows. A second import gives nothing.
#[track_caller]
fn check_new(name: &str, id: &str, steps: &[&str], counts: &[(Counted, u32, u32)]) -> Intake {
    let mut sheet = Sheet::without_acts();
    let intake = import(name, &sheet);
    assert_eq!(intake.treaty, Some(treaty(id)));
    assert_eq!(added(&intake), steps);
    let found: Vec<_> = intake
        .reconciled
        .iter()
        .map(|r| (r.what, r.printed, r.computed))
        .collect();
    assert_eq!(found, counts);
    let Some(Body::Treaty(file)) = intake.created.first().map(|created| &created.body) else {
        panic!("the treaty is created")
    };
    let law = Law::parse(name, &file.text).unwrap();
    assert_eq!(law.id, treaty(id));
    assert!(law.entry_into_force.is_none(), "no rule is invented");
    sheet.take(&intake);
    let again = import(name, &sheet);
    assert!(again.proposals().is_empty(), "{:?}", again.proposals());
    intake
}

/// Imports a page of a treaty of the facts: beside words, it gives no step that they lack.
#[track_caller]
fn check_known(name: &str, id: &str) -> Intake {
    let mut sheet = Sheet::facts();
    let intake = import(name, &sheet);
    assert_eq!(intake.treaty, Some(treaty(id)));
    assert_eq!(added(&intake), [""; 0]);
    assert!(
        intake.reconciled.iter().all(|count| count.holds),
        "{:?}",
        intake.reconciled
    );
    sheet.take(&intake);
    assert!(import(name, &sheet).proposals().is_empty());
    intake
}

use Counted::{Consents, Signatures};

#[test]
fn the_rome_statute_is_created_with_its_withdrawal_and_its_un_signing() {
    let intake = check_new(
        "XVIII-10.en.xml",
        "untc-xviii-10",
        &[
            "1998-07-18 signature SEN",
            "1999-01-08 signature ARG",
            "1999-01-13 signature BDI",
            "1999-02-02 ratification SEN",
            "2000-12-31 signature USA",
            "2001-02-08 ratification ARG",
            "2002-05-06 intention_not_to_become_party USA",
            "2003-02-10 accession AFG",
            "2004-09-21 ratification BDI",
            "2016-10-27 withdrawal_notified BDI",
            "2017-10-27 withdrawal_effective BDI",
        ],
        &[(Signatures, 3, 3), (Consents, 3, 3)],
    );
    let Body::Treaty(file) = &intake.created[0].body else {
        panic!()
    };
    let law = Law::parse("rome", &file.text).unwrap();
    assert_eq!(
        law.title.get(treaty::Lang::En),
        "Rome Statute of the International Criminal Court"
    );
    assert_eq!(law.mtdsg.as_deref(), Some("XVIII-10"));
    assert_eq!(law.registration.as_deref(), Some("38544"));
    assert_eq!(law.in_force.unwrap().on.to_string(), "2002-07-01");
    assert_eq!(law.adopted.unwrap().place.as_deref(), Some("Rome"));
}

#[test]
fn brackets_without_a_note_wait_for_a_person() {
    let intake = check_new(
        "XXVII-7-d.en.xml",
        "untc-xxvii-7-d",
        &[
            "2016-04-22 ratification FJI",
            "2016-04-22 signature DEU",
            "2016-04-22 signature FJI",
            "2016-04-22 signature FRA",
            "2016-10-05 ratification DEU",
            "2016-10-05 ratification FRA",
        ],
        // The row that waits is missing in the count of signatures, and the count says so.
        &[(Signatures, 4, 3), (Consents, 3, 3)],
    );
    let [held] = &intake.quarantined[..] else {
        panic!("{:?}", intake.quarantined)
    };
    assert!(held.place.starts_with("line "), "{}", held.place);
    assert_eq!(
        held.value,
        "United States of America: 22 Apr 2016, [20 Jan 2021 A]"
    );
    assert!(held.why.contains("must come from the note or a person"));
}

#[test]
fn coming_back_is_not_a_second_consent_and_what_was_before_is_not_undone() {
    let mut sheet = Sheet::without_acts();
    sheet.take(&import("XXVII-7-d.en.xml", &sheet));
    let paris = "untc-xxvii-7-d";
    sheet.act(paris, "USA", Kind::Signature, "2016-04-22");
    sheet.act(paris, "USA", Kind::Acceptance, "2016-09-03");
    sheet.act(paris, "USA", Kind::WithdrawalNotified, "2019-11-04");
    sheet.act(paris, "USA", Kind::WithdrawalEffective, "2020-11-04");
    let text = String::from_utf8(fixture("XXVII-7-d.en.xml")).unwrap();
    let text = text.replace("[20 Jan\t 2021 A]", "20 Jan\t 2021 A");
    let page = read_mtdsg("XXVII-7-d.en.xml", text.as_bytes()).unwrap();
    let intake = propose(&page, &on("2021-06-01"), &sheet);
    assert_eq!(added(&intake), ["2021-01-20 acceptance USA"]);
    let [lost] = &intake.disputed[..] else {
        panic!("{:?}", intake.disputed)
    };
    assert_eq!(
        lost.why,
        "acceptance on 2016-09-03 is no longer listed as at 2021-06-01; \
         the record explains it: withdrawal effective on 2020-11-04"
    );
}

#[test]
fn human_rights_pages_have_notes_on_headings_and_predecessors() {
    check_new(
        "IV-3.en.xml",
        "untc-iv-3",
        &[
            "1967-08-08 signature YUG",
            "1968-09-16 signature GBR",
            "1968-10-07 signature CSK",
            "1971-06-02 ratification YUG",
            "1975-12-23 ratification CSK",
            "1976-05-20 ratification GBR",
            "1977-10-05 signature USA",
            "1992-10-12 succession HRV",
            "1993-02-22 succession CZE",
            "1994-10-03 signature ZAF",
            "1997-10-27 signature CHN",
            "2001-03-27 ratification CHN",
            "2015-01-12 ratification ZAF",
        ],
        &[(Signatures, 4, 4), (Consents, 5, 5)],
    );
}

#[test]
fn the_html_page_of_another_chapter_is_read() {
    let intake = check_new(
        "covenant.html",
        "untc-iv-4",
        &[
            "1967-08-08 signature YUG",
            "1968-09-16 signature GBR",
            "1969-06-25 signature NLD",
            "1971-06-02 ratification YUG",
            "1976-05-20 ratification GBR",
            "1976-10-07 signature PRT",
            "1978-06-15 ratification PRT",
            "1978-12-11 ratification NLD",
            "1992-10-12 succession HRV",
            "1994-10-03 signature ZAF",
            "1998-10-05 signature CHN",
            "1998-12-10 ratification ZAF",
        ],
        &[(Signatures, 5, 5), (Consents, 5, 5)],
    );
    let words: Vec<_> = intake
        .acts()
        .filter(|act| act.kind.is_words_only())
        .map(|act| {
            format!(
                "{} {}",
                line(act),
                act.text.as_deref().unwrap().lines().next().unwrap()
            )
        })
        .collect();
    assert_eq!(
        words,
        [
            "1998-12-10 declaration ZAF Declaration under article 41:",
            "1978-12-11 territorial_scope NLD Netherlands Antilles",
            "1993-04-27 territorial_scope PRT Macau",
        ]
    );
    assert_eq!(intake.counts.len(), 2);
    assert_eq!(
        intake.counts[0].source.as_at,
        Some("2026-02-03".parse().unwrap())
    );
}

#[test]
fn the_law_of_the_sea_knows_formal_confirmation_and_succession_to_signature() {
    check_new(
        "XXI-6.en.xml",
        "untc-xxi-6",
        &[
            "1982-12-10 ratification FJI",
            "1982-12-10 signature FJI",
            "1984-12-07 signature EUE",
            "1993-02-22 succession_to_signature CZE",
            "1994-10-14 accession DEU",
            "1995-04-05 succession HRV",
            "1996-06-21 ratification CZE",
            "1998-04-01 formal_confirmation EUE",
        ],
        &[(Signatures, 3, 3), (Consents, 5, 5)],
    );
}

#[test]
fn a_table_without_signatures_is_read() {
    check_new(
        "XXVII-2-f.en.xml",
        "untc-xxvii-2-f",
        &[
            "2017-03-31 ratification MLI",
            "2017-11-14 acceptance FIN",
            "2017-11-14 ratification GBR",
            "2018-03-29 approval FRA",
            "2018-09-27 approval EUE",
            "2022-10-31 ratification USA",
        ],
        &[(Consents, 6, 6)],
    );
}

#[test]
fn a_treaty_that_has_only_a_special_table_is_read() {
    let mut sheet = Sheet::without_acts();
    sheet.name("Xanadu", "XAA");
    sheet.name("Xebec", "XBB");
    let intake = import("special-only.en.xml", &sheet);
    // The file's name has no number; the chapter and the ordinal give it.
    assert_eq!(intake.treaty, Some(treaty("untc-iii-99")));
    assert_eq!(
        added(&intake),
        ["2031-06-02 accession XAA", "2031-07-03 succession XBB"]
    );
}

#[test]
fn the_samples_of_disarmament_agree_with_the_facts() {
    let ccm = check_known("XXVI-6.en.xml", "ccm");
    let words: Vec<_> = ccm.acts().map(line).collect();
    assert_eq!(words, ["2008-12-03 declaration VAT"]);
    let apmbc = check_known("XXVI-5.en.xml", "apmbc");
    // It prints its day, yet lacks most rows: an excerpt says nothing on those it leaves out.
    assert!(apmbc.disputed.is_empty(), "{:?}", apmbc.disputed);
    assert!(
        apmbc
            .quarantined
            .iter()
            .any(|held| held.why.contains("looks like an excerpt"))
    );
    // A row that is there and lacks an act does say something.
    let ctbt = check_known("XXVI-4.en.xml", "ctbt");
    let disputed: Vec<_> = ctbt.disputed.iter().map(|d| (d.iso3, d.act)).collect();
    assert_eq!(disputed, [(id("RUS"), Kind::Ratification)]);
    check_known("XXVI-2.en.xml", "ccw");
}

#[test]
fn without_a_day_a_page_is_silent_on_what_came_after_its_last_act() {
    let mut sheet = Sheet::without_acts();
    sheet.take(&import("XXVI-4.en.xml", &sheet));
    sheet.act("ctbt", "RUS", Kind::Ratification, "2000-06-30");
    sheet.act("ctbt", "TON", Kind::Signature, "2026-07-07");
    let intake = import("XXVI-4.en.xml", &sheet);
    let disputed: Vec<_> = intake.disputed.iter().map(|d| (d.iso3, d.act)).collect();
    // Papua New Guinea's ratification of 13 March 2024 is the last act the page lists.
    assert_eq!(disputed, [(id("RUS"), Kind::Ratification)]);
    assert!(intake.counts.is_empty());
    assert!(
        intake
            .remarks
            .iter()
            .any(|remark| remark.contains("does not print as at which day"))
    );
}

#[test]
fn the_protocols_of_the_sample_follow_their_own_days() {
    let mut sheet = Sheet::without_acts();
    sheet.take(&import("XXVI-2.en.xml", &sheet));
    let lines = |id: &str| {
        let mut lines = sheet.lines(id);
        lines.sort();
        lines
    };
    assert_eq!(
        lines("ccw-p3"),
        [
            "1982-08-31 consent_to_be_bound CSK",
            "1983-05-24 consent_to_be_bound YUG",
            "1993-02-22 consent_to_be_bound CZE",
            "1996-12-30 consent_to_be_bound MKD",
            "2001-03-12 consent_to_be_bound SRB",
            "2002-07-18 consent_to_be_bound FRA",
            "2013-09-25 consent_to_be_bound ZMB",
            "2017-08-09 consent_to_be_bound AFG",
        ]
    );
    assert!(
        !lines("ccw-p2")
            .iter()
            .any(|line| line.ends_with("TUR") || line.ends_with("AFG"))
    );
}

#[test]
fn protocols_that_are_not_on_record_are_created_beside_their_treaty() {
    let mut sheet = Sheet::participants();
    let intake = import("XXVI-2.en.xml", &sheet);
    let created: Vec<_> = intake
        .created
        .iter()
        .map(|created| {
            let Body::Treaty(file) = &created.body else {
                panic!("a treaty file")
            };
            Law::parse("new", &file.text).unwrap()
        })
        .map(|law| {
            (
                law.id.to_string(),
                law.parent.map(|parent| parent.to_string()),
            )
        })
        .collect();
    let parent = Some("untc-xxvi-2".to_owned());
    assert_eq!(
        created,
        [
            ("untc-xxvi-2".to_owned(), None),
            ("untc-xxvi-2-protocol-i".to_owned(), parent.clone()),
            ("untc-xxvi-2-protocol-ii".to_owned(), parent.clone()),
            ("untc-xxvi-2-protocol-iii".to_owned(), parent),
        ]
    );
    sheet.take(&intake);
    assert!(import("XXVI-2.en.xml", &sheet).proposals().is_empty());
}

#[test]
fn unoda_is_compared_and_its_withdrawal_not_guessed() {
    let page = read_unoda("unoda-ctbt.json", &fixture("unoda-ctbt.json")).unwrap();
    let mut facts = Sheet::facts();
    let intake = propose_unoda(&page, &Origin::default(), &facts);
    assert_eq!(intake.treaty, Some(treaty("ctbt")));
    assert_eq!(added(&intake), [""; 0]);
    // The withdrawal is on record as a ratification taken back: the same day, nothing to ask.
    // What the excerpt leaves out is told in one line.
    assert_eq!(intake.quarantined.len(), 1);
    assert!(intake.quarantined[0].why.contains("looks like an excerpt"));
    assert!(intake.disputed.is_empty());
    assert_eq!(intake.unchanged, 8);
    let counts: Vec<_> = intake
        .reconciled
        .iter()
        .map(|r| (r.what, r.printed, r.computed))
        .collect();
    assert_eq!(counts, [(Signatures, 4, 4), (Consents, 2, 2)]);
    facts.take(&intake);
    assert!(
        propose_unoda(&page, &Origin::default(), &facts)
            .proposals()
            .is_empty()
    );

    let empty = Sheet::without_acts();
    let intake = propose_unoda(&page, &Origin::default(), &empty);
    let [held] = &intake.quarantined[..] else {
        panic!("{:?}", intake.quarantined)
    };
    assert!(held.value.contains("Russian Federation") && held.why.contains("must say which"));
    assert_eq!(intake.acts().count(), 7);
    let netherlands = intake.acts().find(|act| !act.notes.is_empty()).unwrap();
    assert_eq!(netherlands.notes[0].text, "For the Kingdom in Europe.");
}

#[test]
fn unodas_ratification_may_be_an_acceptance_on_record() {
    let page = read_unoda("unoda-ctbt.json", &fixture("unoda-ctbt.json")).unwrap();
    let mut sheet = Sheet::without_acts();
    sheet.act("ctbt", "NLD", Kind::Acceptance, "1999-03-23");
    sheet.act("ctbt", "FJI", Kind::Accession, "1996-10-10");
    let intake = propose_unoda(&page, &Origin::default(), &sheet);
    assert!(
        !added(&intake)
            .iter()
            .any(|line| line.ends_with("ratification NLD"))
    );
    // An accession is none: the difference is for a person.
    let [fiji] = &intake.disputed[..] else {
        panic!("{:?}", intake.disputed)
    };
    assert_eq!(fiji.iso3, id("FJI"));
}

#[test]
fn several_depositaries_are_several_deposits() {
    let action = |n: u32, date: &str, place: &str| {
        format!(
            r#"{{"id":"{n}","date":"{date} 00:00:00","type":"RAT","state":{{"name":"Xanadu"}},"depositary":{{"name":"{place}"}}}}"#
        )
    };
    let text = format!(
        r#"{{"short_name":"xtreaty","full_name":"Xanadu Treaty","entry_into_force_date":"2030-01-01 00:00:00",
        "depositaries_":[{{"name":"Russian Federation"}},{{"name":"United Kingdom"}},{{"name":"United States of America"}}],
        "actions_":[{},{},{}]}}"#,
        action(1, "2031-05-02", "United Kingdom"),
        action(2, "2031-05-02", "United States of America"),
        action(3, "2031-06-09", "Russian Federation"),
    );
    let page = read_unoda("x.json", text.as_bytes()).unwrap();
    let mut sheet = Sheet::without_acts();
    sheet.name("Xanadu", "XAA");
    let intake = propose_unoda(&page, &Origin::default(), &sheet);
    let places: Vec<_> = intake
        .acts()
        .map(|act| (act.on.to_string(), act.depositary.clone().unwrap()))
        .collect();
    let expected = [
        ("2031-05-02", "London"),
        ("2031-05-02", "Washington"),
        ("2031-06-09", "Moscow"),
    ];
    assert_eq!(
        places,
        expected.map(|(day, place)| (day.to_owned(), place.to_owned()))
    );
    sheet.take(&intake);
    assert!(
        propose_unoda(&page, &Origin::default(), &sheet)
            .proposals()
            .is_empty()
    );

    // A record that names no depositary has one of the three; the others are further deposits.
    let mut sheet = Sheet::without_acts();
    sheet.name("Xanadu", "XAA");
    sheet.take(&Intake {
        created: intake.created.clone(),
        ..Intake::default()
    });
    sheet.act("unoda-xtreaty", "XAA", Kind::Ratification, "2031-05-02");
    let intake = propose_unoda(&page, &Origin::default(), &sheet);
    assert_eq!(
        (
            intake.unchanged,
            intake.acts().count(),
            intake.disputed.len()
        ),
        (1, 2, 0)
    );
    sheet.take(&intake);
    assert!(
        propose_unoda(&page, &Origin::default(), &sheet)
            .proposals()
            .is_empty()
    );
}

#[test]
fn unodas_page_is_read_by_its_machine_values() {
    let page = read_unoda("unoda-ctbt.html", &fixture("unoda-ctbt.html")).unwrap();
    let sheet = Sheet::without_acts();
    let intake = propose_unoda(&page, &Origin::default(), &sheet);
    assert_eq!(intake.treaty, Some(treaty("ctbt")));
    assert_eq!(
        added(&intake),
        [
            "1996-09-24 signature CHN",
            "1996-09-24 signature FJI",
            "1996-10-10 ratification FJI",
            "2006-10-23 succession MNE",
        ]
    );
}

#[test]
fn an_acts_file_adds_what_is_new_and_refuses_what_cannot_be() {
    let sheet = Sheet::facts();
    let names = |name: &str| sheet.resolve(name);
    let file = read_acts_csv("acts.csv", &fixture("acts.csv"), &names).unwrap();
    let intake = propose_acts(&file, &Origin::default(), &sheet);
    assert_eq!((intake.unchanged, intake.proposals().len()), (2, 0));

    let refused = |row: &str| {
        let text = format!("treaty,iso3,act,date\n{row}\n");
        let file = read_acts_csv("acts.csv", text.as_bytes(), &names).unwrap();
        let intake = propose_acts(&file, &Origin::default(), &sheet);
        assert!(intake.proposals().is_empty());
        intake
            .refused
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_eq!(
        refused("ccm,ITA,ratification,2020-01-01"),
        "acts.csv: line 2, column `act`: a consent to be bound already stands for it, by \
         ratification on 2011-09-21; correct or dispute that entry instead: \
         `ccm ITA ratification 2020-01-01`"
    );
    assert!(refused("ccm,ITA,signature,2010-01-01").contains("a signature already stands"));
    assert!(refused("ccm,AGO,accession,2027-01-01").contains("a signatory ratifies"));
    assert!(refused("nothing,ITA,signature,2010-01-01").contains("no treaty `nothing`"));
    assert!(refused("ccm,XZZ,signature,2010-01-01").contains("no participant `XZZ`"));
    assert!(refused("ccm,ITA,ratification,2023-02-31").contains("line 2, column `date`"));
}

#[test]
fn a_state_that_left_may_join_again() {
    let sheet = Sheet::facts();
    let text = "treaty,iso3,act,date\nccm,LTU,accession,2027-01-01\n";
    let file = read_acts_csv("acts.csv", text.as_bytes(), &|name| sheet.resolve(name)).unwrap();
    let intake = propose_acts(&file, &Origin::default(), &sheet);
    // The treaty's own rules (here: accession by one that signed once) are the record's to say.
    let refused: Vec<_> = intake.refused.iter().map(|row| row.why.as_str()).collect();
    assert!(
        !refused.iter().any(|why| why.contains("already stands")),
        "{refused:?}"
    );
}
