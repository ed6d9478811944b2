//! From the deposit of an instrument to the day a State is bound, and from a notice to the day
//! it is out. Sources of each case: `facts/rules.md` of the shared facts, and the depositary.

use treaty::{Law, StepRule};

use crate::{bound, day, law, partial};

#[track_caller]
fn check(treaty: &str, cases: &[(&str, &str, &str)]) {
    let law = law(treaty);
    for (who, deposit, expected) in cases {
        assert_eq!(
            bound(&law, deposit),
            day(expected),
            "{treaty}, {who}, {deposit}"
        );
    }
}

#[test]
fn ccm_17() {
    check(
        "ccm",
        &[
            ("Italy", "2011-09-21", "2012-03-01"),
            ("Germany", "2009-07-08", "2010-08-01"),
            ("Lao PDR", "2009-03-18", "2010-08-01"),
            ("Bosnia and Herzegovina", "2010-09-07", "2011-03-01"),
            ("Peru", "2012-09-26", "2013-03-01"),
            ("Switzerland", "2012-07-17", "2013-01-01"),
            // Trap 3: a deposit on the first of a month.
            ("Sri Lanka", "2018-03-01", "2018-09-01"),
            ("Niue", "2020-08-06", "2021-02-01"),
            ("Saint Lucia", "2020-09-15", "2021-03-01"),
            ("Vanuatu", "2025-09-05", "2026-03-01"),
            ("Lithuania", "2011-03-24", "2011-09-01"),
        ],
    );
}

#[test]
fn apmbc_17() {
    check(
        "apmbc",
        &[
            ("Italy", "1999-04-23", "1999-10-01"),
            ("Jordan", "1998-11-13", "1999-05-01"),
            ("Finland", "2012-01-09", "2012-07-01"),
            ("Latvia", "2005-07-01", "2006-01-01"),
            ("Estonia", "2004-05-12", "2004-11-01"),
            ("Lithuania", "2003-05-12", "2003-11-01"),
            ("Poland", "2012-12-27", "2013-06-01"),
            ("Belarus", "2003-09-03", "2004-03-01"),
            ("Greece", "2003-09-25", "2004-03-01"),
            ("Türkiye", "2003-09-25", "2004-03-01"),
            ("Ukraine", "2005-12-27", "2006-06-01"),
            // The month alone is known; the rule still gives the day.
            ("Marshall Islands", "2025-03", "2025-09-01"),
            ("Tonga", "2025-06", "2025-12-01"),
        ],
    );
}

#[test]
fn a_month_that_gives_one_day_says_so() {
    let law = law("apmbc");
    let reckoned = law.in_force_for(partial("2025-03"), Some(day("1999-03-01")));
    let last = reckoned.because.steps().last().unwrap();
    assert_eq!(last.rule, StepRule::SameForEveryDay);
    assert_eq!(
        last.to_string(),
        "the day in 2025-03 is not known; every day of it gives 2025-09-01"
    );
}

#[test]
fn a_month_that_gives_several_days_gives_the_span() {
    let law = law("att");
    let reckoned = law.in_force_for(partial("2021-02"), Some(day("2014-12-24")));
    assert_eq!(reckoned.day(), None);
    assert_eq!(reckoned.earliest, Some(day("2021-05-02")));
    assert_eq!(reckoned.latest, Some(day("2021-05-29")));
    assert_eq!(
        reckoned.because.steps().last().unwrap().to_string(),
        "the day in 2021-02 is not known, so the result lies between 2021-05-02 and 2021-05-29"
    );
}

#[test]
fn att_22() {
    check(
        "att",
        &[
            ("an original State", "2014-09-25", "2014-12-24"),
            // Between the fiftieth instrument and entry into force: still original.
            ("a State in between", "2014-12-01", "2014-12-24"),
            ("on the day of entry into force", "2014-12-24", "2014-12-24"),
            ("the day after", "2014-12-25", "2015-03-25"),
            ("China", "2020-07-06", "2020-10-04"),
            ("Canada", "2019-06-19", "2019-09-17"),
        ],
    );
}

#[test]
fn tpnw_15() {
    check(
        "tpnw",
        &[
            ("the fiftieth", "2020-10-24", "2021-01-22"),
            // The switch is the fiftieth deposit, not entry into force.
            ("the day after the fiftieth", "2020-10-25", "2021-01-23"),
            ("a later joiner", "2022-01-01", "2022-04-01"),
        ],
    );
}

#[test]
fn cwc_xxi() {
    check(
        "cwc",
        &[
            // Trap 2: after the sixty-fifth instrument, before entry into force.
            ("United States", "1997-04-25", "1997-04-29"),
            ("Syria", "2013-09-14", "2013-10-14"),
            ("Libya", "2004-01-06", "2004-02-05"),
            ("Russian Federation", "1997-11-05", "1997-12-05"),
        ],
    );
}

#[test]
fn bound_on_the_day_of_deposit() {
    check("bwc", &[("any State", "1999-04-09", "1999-04-09")]);
    check("npt", &[("any State", "1992-06-01", "1992-06-01")]);
    check("enmod", &[("India", "1978-12-15", "1978-12-15")]);
    check(
        "enmod",
        &[("an original State", "1977-07-20", "1978-10-05")],
    );
    check(
        "antarctic",
        &[(
            "Poland, before entry into force",
            "1961-06-08",
            "1961-06-23",
        )],
    );
    check(
        "bangkok",
        &[("the Philippines", "2001-06-21", "2001-06-21")],
    );
    check("pelindaba", &[("Morocco", "2022-04-18", "2022-04-18")]);
    check(
        "rarotonga",
        &[("Marshall Islands", "2025-03-03", "2025-03-03")],
    );
    check("canwfz", &[("the fifth", "2009-02-19", "2009-03-21")]);
}

#[test]
fn ccw_5() {
    // With a threshold day, and without: the same arithmetic.
    check("ccw-p4", &[("the twentieth", "1998-01-30", "1998-07-30")]);
    check("ccw-p4", &[("the day after", "1998-01-31", "1998-07-31")]);
    check(
        "ccw-p4",
        &[("into a short month", "2003-08-31", "2004-02-29")],
    );
    check("ccw", &[("an original State", "1982-02-11", "1983-12-02")]);
    check("ccw", &[("a later State", "1984-06-14", "1984-12-14")]);
    check("ccw-a1", &[("the twentieth", "2003-11-18", "2004-05-18")]);
    check("ccw-ap2", &[("the twentieth", "1998-06-03", "1998-12-03")]);
    check("ccw-p5", &[("the twentieth", "2006-05-12", "2006-11-12")]);
}

#[test]
fn nobody_is_bound_by_a_treaty_that_is_not_in_force() {
    let reckoned = law("ctbt").in_force_for(partial("2012-02-06"), None);
    assert_eq!((reckoned.earliest, reckoned.latest), (None, None));
    assert_eq!(reckoned.because.steps()[0].rule, StepRule::NotInForce);
}

#[test]
fn the_ctbt_binds_a_later_joiner_on_the_thirtieth_day() {
    // Supposed: in force on 31 July 2027, deposit ten days after.
    let reckoned = law("ctbt").in_force_for(partial("2027-08-10"), Some(day("2027-07-31")));
    assert_eq!(reckoned.day(), Some(day("2027-09-09")));
    assert_eq!(reckoned.because.steps()[0].rule, StepRule::InForceSupposed);
}

#[test]
fn the_steps_name_the_article_and_the_inputs() {
    let reckoned = law("ccm").in_force_for(partial("2011-09-21"), Some(day("2010-08-01")));
    let steps: Vec<_> = reckoned
        .because
        .steps()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        steps,
        [
            "Article 17(1): on record: CCM entered into force on 2010-08-01",
            "Article 17(2): deposited after 2010-02-16: its own term runs from 2011-09-21",
            "Article 17(2): the first day of month 6 after the month of 2011-09-21 is 2012-03-01",
        ]
    );
    let original = law("cwc").in_force_for(partial("1997-04-25"), Some(day("1997-04-29")));
    assert_eq!(
        original.because.steps()[1].to_string(),
        "Article XXI(2): deposited by 1997-04-29: bound from the treaty's own entry into force, \
         1997-04-29"
    );
}

#[test]
fn what_is_presumed_is_said() {
    for treaty in ["tlatelolco", "gp1925"] {
        let law = law(treaty);
        let reckoned =
            law.in_force_for(partial("1990-05-05"), law.in_force.as_ref().map(|f| f.on));
        assert_eq!(reckoned.day(), Some(day("1990-05-05")), "{treaty}");
        let presumed = |step: &treaty::Step| step.rule == StepRule::Presumed;
        assert!(reckoned.because.steps().iter().any(presumed), "{treaty}");
    }
}

#[test]
fn a_treaty_without_a_clause_binds_on_a_day_that_is_not_known() {
    let text = "id = \"invented\"\nshort = \"Invented\"\ntitle.en = \"Invented\"\n\
                in-force = { on = 2001-01-01, source = \"invented\" }\n";
    let law = Law::parse("invented.toml", text).unwrap();
    let force = Some(day("2001-01-01"));
    assert_eq!(
        law.in_force_for(partial("1999-05-05"), force).day(),
        Some(day("2001-01-01"))
    );
    let later = law.in_force_for(partial("2005-05-05"), force);
    assert_eq!(
        (later.earliest, later.latest),
        (Some(day("2005-05-05")), None)
    );
    assert!(
        later
            .because
            .steps()
            .iter()
            .any(|step| step.rule == StepRule::Presumed)
    );
}

#[test]
fn a_withdrawal_takes_effect_when_the_depositary_said() {
    #[track_caller]
    fn check(treaty: &str, who: &str, notice: &str, effect: &str) {
        let reckoned = law(treaty).withdrawal_effect(partial(notice));
        assert_eq!(reckoned.day(), Some(day(effect)), "{treaty}, {who}");
        assert_eq!(reckoned.because.steps()[0].rule, StepRule::Noticed);
    }
    check("ccm", "Lithuania", "2024-09-06", "2025-03-06");
    check("apmbc", "Finland", "2025-07-10", "2026-01-10");
    check(
        "apmbc",
        "Latvia, Estonia, Lithuania",
        "2025-06-27",
        "2025-12-27",
    );
    check("apmbc", "Poland", "2025-08-20", "2026-02-20");
    // A notice on the last day of a long month.
    check("ccm", "an invented State", "2024-08-31", "2025-02-28");
    check("att", "an invented State", "2024-01-01", "2024-03-31");
    check("npt", "an invented State", "2003-01-10", "2003-04-10");
    check("tpnw", "an invented State", "2024-02-29", "2025-02-28");
    check("ccw", "an invented State", "2024-02-29", "2025-02-28");
}

#[test]
fn a_withdrawal_without_a_clause_has_no_day() {
    let reckoned = law("enmod").withdrawal_effect(partial("2020-01-01"));
    assert_eq!(reckoned.day(), None);
    assert_eq!(
        reckoned.because.steps().last().unwrap().rule,
        StepRule::NoRule
    );
}

#[test]
fn an_armed_conflict_holds_back_where_the_text_says_so() {
    for (treaty, holds) in [
        ("ccm", true),
        ("apmbc", true),
        ("tpnw", true),
        ("ccw", true),
        ("ccw-p4", true),
        ("att", false),
        ("cwc", false),
        ("ctbt", false),
        ("bwc", false),
        ("npt", false),
    ] {
        let clause = law(treaty).withdrawal.unwrap();
        assert_eq!(clause.armed_conflict_holds, holds, "{treaty}");
    }
}
