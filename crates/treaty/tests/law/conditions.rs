//! Where the condition for entry into force stands.

use treaty::law::{Condition, Deposit};
use treaty::{Kind, Law, ParticipantId, StepRule};

use crate::{day, law, partial};

fn deposit(by: &str, kind: Kind, on: &str) -> Deposit {
    Deposit {
        by: by.parse().unwrap(),
        kind,
        on: partial(on),
        supposed: false,
    }
}

fn supposed(by: &str, on: &str) -> Deposit {
    Deposit {
        supposed: true,
        ..deposit(by, Kind::Ratification, on)
    }
}

/// An invented participant for each number: XAA, XAB, ...
fn invented(n: u8) -> String {
    format!(
        "X{}{}",
        char::from(b'A' + n / 26),
        char::from(b'A' + n % 26)
    )
}

/// `n` ratifications on consecutive days from `first`.
fn ratifications(n: u8, first: &str) -> Vec<Deposit> {
    std::iter::successors(Some(day(first)), |day| day.tomorrow().ok())
        .zip(0..n)
        .map(|(on, n)| deposit(&invented(n), Kind::Ratification, &on.to_string()))
        .collect()
}

#[track_caller]
fn on(law: &Law, deposits: &[Deposit], on: &str) -> Condition {
    law.condition(deposits, day(on))
}

#[test]
fn a_number_is_met_by_the_last_instrument_needed() {
    let law = law("ccm");
    let mut deposits = ratifications(29, "2009-06-01");
    let open = on(&law, &deposits, "2010-01-01");
    assert!(!open.met);
    assert_eq!(
        (open.have, open.required, open.lacking_others),
        (29, Some(30), 1)
    );
    // Were the thirtieth deposited on the day asked for.
    assert_eq!(open.earliest, Some(day("2010-07-01")));
    // The thirtieth and thirty-first on the same day, as in fact.
    deposits.push(deposit("BFA", Kind::Ratification, "2010-02-16"));
    deposits.push(deposit("MDA", Kind::Ratification, "2010-02-16"));
    let met = on(&law, &deposits, "2010-02-16");
    assert!(met.met);
    assert_eq!((met.have, met.date), (31, Some(day("2010-08-01"))));
    // The day before, neither had happened.
    assert!(!on(&law, &deposits, "2010-02-15").met);
}

#[test]
fn only_the_kinds_that_the_clause_names_count() {
    let mut deposits = ratifications(49, "2013-07-01");
    deposits.push(deposit("YAA", Kind::Accession, "2014-09-01"));
    deposits.push(deposit("YAB", Kind::Signature, "2014-09-01"));
    assert!(!on(&law("att"), &deposits, "2014-09-25").met);
    deposits.push(deposit("YAC", Kind::Approval, "2014-09-25"));
    let met = on(&law("att"), &deposits, "2014-09-25");
    assert_eq!((met.met, met.date), (true, Some(day("2014-12-24"))));
    // The TPNW counts accessions, the CWC ratifications alone.
    let accessions: Vec<_> = (0..65)
        .map(|n| deposit(&invented(n), Kind::Accession, "2020-10-24"))
        .collect();
    assert_eq!(
        on(&law("tpnw"), &accessions, "2020-10-24").date,
        Some(day("2021-01-22"))
    );
    assert_eq!(on(&law("cwc"), &accessions, "2020-10-24").have, 0);
}

#[test]
fn one_participant_counts_once_from_its_earliest_deposit() {
    let law = law("rarotonga");
    let mut deposits = ratifications(8, "1986-12-04");
    deposits.extend(ratifications(7, "1987-01-01"));
    let met = on(&law, &deposits, "1988-01-01");
    assert_eq!((met.have, met.date), (8, Some(day("1986-12-11"))));
}

/// The ratifications of every Annex 2 State but those given, before the year 2013.
fn annex_2(law: &Law, but: &[&str]) -> Vec<Deposit> {
    let treaty::clause::Requirement::Named { participants, .. } =
        &law.entry_into_force.as_ref().unwrap().requirement
    else {
        panic!("Annex 2 is a list")
    };
    assert_eq!(participants.len(), 44);
    participants
        .iter()
        .filter(|id| !but.contains(&id.as_str()))
        .map(|id| deposit(id.as_str(), Kind::Ratification, "2012-02-06"))
        .collect()
}

const MISSING: [&str; 9] = [
    "CHN", "EGY", "IND", "IRN", "ISR", "PAK", "PRK", "RUS", "USA",
];

#[test]
fn annex_2_lacks_nine() {
    let law = law("ctbt");
    let mut deposits = annex_2(&law, &MISSING);
    // A ratification by a State outside the list moves nothing.
    deposits.push(deposit("LKA", Kind::Ratification, "2023-07-25"));
    let today = on(&law, &deposits, "2026-11-21");
    let lacking: Vec<_> = today.lacking.iter().map(ParticipantId::as_str).collect();
    let mut expected = MISSING.to_vec();
    expected.sort_unstable();
    let mut sorted = lacking.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, expected);
    assert_eq!((today.have, today.required), (35, Some(44)));
    assert_eq!((today.met, today.date), (false, None));
    // 180 days from 21 November 2026.
    assert_eq!(today.earliest, Some(day("2027-05-20")));
}

#[test]
fn what_if_the_last_nine_ratified() {
    let law = law("ctbt");
    let mut deposits = annex_2(&law, &MISSING);
    deposits.extend(MISSING.iter().map(|by| supposed(by, "2027-02-01")));
    let what_if = on(&law, &deposits, "2026-11-21");
    assert_eq!((what_if.met, what_if.date), (true, Some(day("2027-07-31"))));
    let steps: Vec<_> = what_if
        .because
        .steps()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(steps[0], "supposing that CHN deposits on 2027-02-01");
    assert_eq!(
        steps[9],
        "Article XIV(1): 44 of 44 instruments (Annex 2) deposited: the condition is met on \
         2027-02-01"
    );
    assert_eq!(
        steps[10],
        "Article XIV(1): 2027-02-01 plus 180 days, the first day not counted, is 2027-07-31"
    );
}

#[test]
fn a_supposed_deposit_later_than_the_rest_decides() {
    let law = law("ctbt");
    let mut deposits = annex_2(&law, &MISSING);
    deposits.push(supposed("USA", "2030-01-01"));
    let what_if = on(&law, &deposits, "2026-11-21");
    assert!(!what_if.met);
    assert_eq!(what_if.earliest, Some(day("2030-06-30")));
}

#[test]
fn not_before_two_years_from_the_opening() {
    let ctbt = law("ctbt");
    let all: Vec<_> = annex_2(&ctbt, &[])
        .into_iter()
        .map(|d| Deposit {
            on: partial("1996-10-10"),
            ..d
        })
        .collect();
    let early = on(&ctbt, &all, "1996-12-31");
    assert_eq!((early.met, early.date), (true, Some(day("1998-09-24"))));
    let floor = early.because.steps().last().unwrap();
    assert_eq!(
        (floor.rule, floor.article.as_deref()),
        (StepRule::NotBefore, Some("XIV(1)"))
    );
}

#[test]
fn the_sixty_fifth_ratification_of_the_cwc() {
    let mut deposits = ratifications(64, "1996-01-01");
    deposits.push(deposit("HUN", Kind::Ratification, "1996-10-31"));
    assert_eq!(
        on(&law("cwc"), &deposits, "1996-10-31").date,
        Some(day("1997-04-29"))
    );
}

#[test]
fn the_named_and_a_number_of_others() {
    let law = law("bwc");
    let mut deposits = ratifications(19, "1974-01-01");
    deposits.push(deposit("GBR", Kind::Ratification, "1975-03-26"));
    deposits.push(deposit("USA", Kind::Ratification, "1975-03-26"));
    let open = on(&law, &deposits, "1975-03-26");
    assert!(!open.met);
    assert_eq!(
        (open.have, open.required, open.lacking_others),
        (21, Some(22), 0)
    );
    assert_eq!(open.lacking, ["RUS".parse().unwrap()]);
    deposits.push(deposit("RUS", Kind::Ratification, "1975-03-26"));
    assert_eq!(
        on(&law, &deposits, "1975-03-26").date,
        Some(day("1975-03-26"))
    );
    // The three alone are not enough.
    let three = on(&law, &deposits[19..], "1975-03-26");
    assert_eq!((three.met, three.lacking_others), (false, 19));
    // The named who ratify early do not make it earlier than the last of the others.
    let others_late: Vec<_> = ratifications(40, "1980-01-01")
        .into_iter()
        .chain(["RUS", "GBR", "USA"].map(|by| deposit(by, Kind::Ratification, "1970-01-01")))
        .collect();
    assert_eq!(
        on(&self::law("npt"), &others_late, "1990-01-01").date,
        Some(day("1980-02-09"))
    );
}

#[test]
fn a_deposit_of_an_unknown_day_counts_from_the_last() {
    let law = law("ccm");
    let mut deposits = ratifications(29, "2009-06-01");
    deposits.push(deposit("YAA", Kind::Ratification, "2010-02"));
    assert!(!on(&law, &deposits, "2010-02-20").met);
    let met = on(&law, &deposits, "2010-02-28");
    assert_eq!(met.date, Some(day("2010-08-01")));
    assert_eq!(
        met.because.steps().last().unwrap().rule,
        StepRule::SameForEveryDay
    );
}

#[test]
fn where_only_the_record_knows_no_number_is_made_up() {
    for treaty in ["tlatelolco", "gp1925"] {
        let law = law(treaty);
        let before = on(&law, &[], "1920-01-01");
        assert_eq!(
            (before.met, before.required, before.date),
            (false, None, None)
        );
        let after = on(&law, &[], "2020-01-01");
        assert_eq!(
            (after.met, after.date),
            (true, law.in_force.as_ref().map(|f| f.on))
        );
        assert_eq!(after.because.steps()[0].rule, StepRule::RecordOnly);
    }
}
