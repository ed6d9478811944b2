//! The shipped facts, folded: what the depositaries announced comes out of queries.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{code, day, id, shipped_world};
use treaty::{Kind, Lang, ParticipantId};
use world::World;
use world::view::{DutyState, FindingKind, Standing, WhatIf};

fn codes(text: &str) -> Vec<ParticipantId> {
    text.split_whitespace().map(code).collect()
}

fn lacking(world: &World, on: &str) -> Vec<ParticipantId> {
    let force = world.force(&id("ctbt"), day(on), &[], Lang::En).unwrap();
    let mut lacking: Vec<_> = force.missing.iter().map(|row| row.iso3).collect();
    lacking.sort_unstable();
    lacking
}

#[test]
fn the_figures_of_the_progress_report_come_out() {
    let world = shipped_world();
    let counts = world.counts(&id("ctbt"), day("2023-09-22")).unwrap();
    assert_eq!(
        (counts.signatures, counts.consents, counts.parties),
        (187, 178, 0)
    );
    let changes = world.changes(
        Some(&id("ctbt")),
        day("2021-09-23"),
        day("2023-09-22"),
        Lang::En,
    );
    assert_eq!(changes.summary[&Kind::Signature], codes("DMA SOM"));
    assert_eq!(
        changes.summary[&Kind::Ratification],
        codes("DMA GMB GNQ LKA SLB STP TLS TUV")
    );
    assert_eq!(changes.summary.len(), 2, "{:?}", changes.summary);
    assert_eq!(
        lacking(&world, "2023-09-22"),
        codes("CHN EGY IND IRN ISR PAK PRK USA")
    );
    let force = world
        .force(&id("ctbt"), day("2023-09-22"), &[], Lang::En)
        .unwrap();
    assert_eq!(
        (force.required, force.have, force.met),
        (Some(44), 36, false)
    );
}

#[test]
fn the_russian_withdrawal_of_ratification_leaves_the_signature() {
    let world = shipped_world();
    assert_eq!(lacking(&world, "2023-11-02").len(), 8);
    assert_eq!(lacking(&world, "2024-06-01").len(), 9);
    let status = world
        .status(&id("ctbt"), day("2024-06-01"), Lang::En)
        .unwrap();
    let russia = status
        .participants
        .iter()
        .find(|row| row.iso3 == code("RUS"))
        .unwrap();
    assert_eq!((russia.standing, russia.left), (Standing::Signatory, None));
    assert_eq!(russia.because.steps().len(), 2, "{:?}", russia.because);
}

#[test]
fn italy_and_the_cluster_munition_convention() {
    let world = shipped_world();
    assert_eq!(world.find_participant("Italie"), Some(code("ITA")));
    let status = world
        .status(&id("ccm"), day("2024-01-01"), Lang::En)
        .unwrap();
    let italy = status
        .participants
        .iter()
        .find(|row| row.iso3 == code("ITA"))
        .unwrap();
    assert_eq!(italy.consented.unwrap().to_string(), "2011-09-21");
    assert_eq!(italy.in_force, Some(day("2012-03-01")));
    let duties = world.duties(
        Some(&id("ccm")),
        Some(code("ITA")),
        day("2026-11-21"),
        None,
        Lang::En,
    );
    let stocks = duties
        .duties
        .iter()
        .find(|row| row.article == "3(2)")
        .unwrap();
    assert_eq!(stocks.due, Some(day("2020-03-01")));
    assert_eq!(stocks.fulfilled.unwrap().to_string(), "2015");
    assert_eq!(stocks.standing, DutyState::Fulfilled);
}

#[test]
fn all_nine_depositing_on_one_day_bring_the_test_ban_into_force() {
    let world = shipped_world();
    let what_if: Vec<_> = codes("CHN EGY IND IRN ISR PRK PAK USA RUS")
        .into_iter()
        .map(|by| WhatIf {
            by,
            on: day("2027-02-01"),
        })
        .collect();
    let force = world
        .force(&id("ctbt"), day("2026-01-01"), &what_if, Lang::En)
        .unwrap();
    assert_eq!((force.met, force.date), (true, Some(day("2027-07-31"))));
}

/// Frozen from a second reckoning of the same acts, by sets, in another language.
#[test]
fn the_replay_of_the_test_ban_gives_the_missing_count_of_every_year() {
    let world = shipped_world();
    let missing = [
        44, 42, 31, 18, 14, 13, 13, 12, 11, 11, 10, 10, 9, 9, 9, 9, 8, 8, 8, 8, 8, 8, 8, 8, 8,
        8, 8, 9, 9, 9, 9,
    ];
    for (year, missing) in (1996..=2026).zip(missing) {
        let force = world
            .force(&id("ctbt"), day(&format!("{year}-12-31")), &[], Lang::En)
            .unwrap();
        assert_eq!(force.missing.len(), missing, "{year}");
        assert_eq!(usize::try_from(force.have).unwrap(), 44 - missing, "{year}");
        assert!(!force.met);
    }
    assert_eq!(
        lacking(&world, "2026-11-21"),
        codes("CHN EGY IND IRN ISR PAK PRK RUS USA")
    );
}

#[test]
fn the_indonesian_ratification_brought_nine_down_to_eight() {
    let world = shipped_world();
    assert_eq!(lacking(&world, "2012-02-05").len(), 9);
    assert_eq!(lacking(&world, "2012-02-06").len(), 8);
}

/// The statement's sentence is true from Nigeria's deposit until the day before South Sudan's.
#[test]
fn cluster_munitions_stand_at_111_and_12_for_five_months() {
    let world = shipped_world();
    let counts = |on| world.counts(&id("ccm"), on).unwrap();
    let (mut on, end) = (day("2023-02-28"), day("2023-08-02"));
    while on <= end {
        assert_eq!(
            (counts(on).consents, counts(on).signatories_only),
            (111, 12),
            "{on}"
        );
        on = on.tomorrow().unwrap();
    }
    assert_ne!(counts(day("2023-02-27")).consents, 111);
    assert_eq!(counts(end.tomorrow().unwrap()).consents, 112);
    assert_eq!(counts(day("2023-06-01")).parties, 110);
    assert_eq!(counts(day("2020-11-25")).consents, 110);
}

#[test]
fn cluster_munitions_entered_into_force_on_1_august_2010() {
    let world = shipped_world();
    let eve = world
        .status(&id("ccm"), day("2010-07-31"), Lang::En)
        .unwrap();
    assert_eq!(
        (eve.in_force, eve.entered_into_force, eve.counts.parties),
        (false, None, 0)
    );
    let first = world
        .status(&id("ccm"), day("2010-08-01"), Lang::En)
        .unwrap();
    assert_eq!(first.entered_into_force, Some(day("2010-08-01")));
    // The thirty-eight that had deposited by then, without those whose six months ran on.
    assert_eq!(first.counts.consents, 38);
    let force = world
        .force(&id("ccm"), day("2010-03-01"), &[], Lang::En)
        .unwrap();
    assert_eq!(
        (force.met, force.date, force.by_rule),
        (true, first.entered_into_force, first.entered_into_force)
    );
    let before = world
        .force(&id("ccm"), day("2010-02-15"), &[], Lang::En)
        .unwrap();
    assert_eq!(
        (before.met, before.date, before.missing_others),
        (false, None, 2)
    );
}

#[test]
fn lithuania_left_and_is_not_a_signatory_any_more() {
    let world = shipped_world();
    let row = |on: &str| {
        let status = world.status(&id("ccm"), day(on), Lang::En).unwrap();
        status
            .participants
            .into_iter()
            .find(|row| row.iso3 == code("LTU"))
            .unwrap()
    };
    assert_eq!(row("2025-03-05").standing, Standing::Party);
    let left = row("2025-03-06");
    assert_eq!(
        (left.standing, left.left),
        (Standing::Withdrawn, Some(day("2025-03-06")))
    );
    assert_eq!(left.in_force, Some(day("2011-09-01")));
    assert_eq!(
        world
            .counts(&id("ccm"), day("2026-02-03"))
            .unwrap()
            .signatures,
        107
    );
}

#[test]
fn the_mine_ban_lost_five_parties() {
    let world = shipped_world();
    let counts = |on: &str| world.counts(&id("apmbc"), day(on)).unwrap();
    assert_eq!(counts("2025-12-26").consents, 166);
    assert_eq!(counts("2025-12-27").consents, 163);
    assert_eq!(counts("2026-01-10").consents, 162);
    assert_eq!(counts("2026-02-20").consents, 161);
    assert_eq!(counts("2026-02-20").withdrawn, 5);
    let gone = world.changes(
        Some(&id("apmbc")),
        day("2025-12-01"),
        day("2026-02-28"),
        Lang::En,
    );
    assert_eq!(
        gone.summary[&Kind::WithdrawalEffective],
        codes("EST FIN LTU LVA POL")
    );
}

#[test]
fn the_korean_notice_is_disputed_and_the_count_is_191() {
    let world = shipped_world();
    let status = world
        .status(&id("npt"), day("2026-11-21"), Lang::En)
        .unwrap();
    assert_eq!(status.counts.consents, 191);
    let row = status
        .participants
        .iter()
        .find(|row| row.iso3 == code("PRK"))
        .unwrap();
    assert_eq!((row.standing, row.uncertain), (Standing::Party, true));
    assert!(status.findings.iter().any(|finding| {
        finding.kind == FindingKind::Disputed && finding.iso3 == Some(code("PRK"))
    }));
}

#[test]
fn in_2002_the_predecessor_of_serbia_is_named() {
    let world = shipped_world();
    let status = world
        .status(&id("ctbt"), day("2002-06-30"), Lang::En)
        .unwrap();
    let row = status
        .participants
        .iter()
        .find(|row| row.iso3 == code("SRB"))
        .unwrap();
    assert_eq!(
        (row.standing, row.done_by),
        (Standing::Signatory, Some(code("SCG")))
    );
    assert_eq!(
        row.name_then.as_deref(),
        Some("Yugoslavia (Federal Republic of)")
    );
    let today = world
        .status(&id("ctbt"), day("2026-11-21"), Lang::En)
        .unwrap();
    let row = today
        .participants
        .iter()
        .find(|row| row.iso3 == code("SRB"))
        .unwrap();
    assert_eq!(row.name_then, None);
}

#[test]
fn states_that_ceased_to_exist_are_listed_on_their_days() {
    let world = shipped_world();
    let listed = |on: &str| {
        let status = world.status(&id("enmod"), day(on), Lang::En).unwrap();
        status
            .participants
            .iter()
            .any(|row| row.iso3 == code("DDR"))
    };
    assert!(listed("1990-10-02"));
    assert!(!listed("1990-10-03"));
}

/// The rule reproduces every due day the Monitor printed in 2015 but two, and says which.
#[test]
fn the_two_wrong_due_days_of_the_2015_list_are_flagged_and_no_other() {
    let world = shipped_world();
    let flagged: Vec<_> = world
        .findings()
        .iter()
        .filter(|finding| finding.kind == FindingKind::PrintedDiffers)
        .filter(|finding| {
            finding
                .inputs
                .get("article")
                .is_some_and(|article| article == "7(1)")
        })
        .map(|finding| (finding.iso3.unwrap(), finding.inputs["reckoned"].clone()))
        .collect();
    let expected = [("CPV", "2011-09-28"), ("GIN", "2015-09-28")];
    assert_eq!(
        flagged,
        expected.map(|(iso3, day)| (code(iso3), day.to_owned()))
    );
    let due = [
        ("NER", "2011-01-28"),
        ("FJI", "2011-04-30"),
        ("MLI", "2011-05-30"),
        ("COM", "2011-06-30"),
        ("CPV", "2011-09-28"),
        ("GNB", "2011-10-28"),
        ("PAN", "2011-10-28"),
        ("COK", "2012-07-30"),
        ("DOM", "2012-11-28"),
        ("HND", "2013-02-28"),
        ("CMR", "2013-06-30"),
        ("NRU", "2014-01-28"),
        ("TCD", "2014-02-28"),
        ("BOL", "2014-03-30"),
    ];
    for (iso3, printed) in due {
        let duties = world.duties(
            Some(&id("ccm")),
            Some(code(iso3)),
            day("2015-06-18"),
            None,
            Lang::En,
        );
        let initial = duties
            .duties
            .iter()
            .find(|row| row.article == "7(1)")
            .unwrap();
        assert_eq!(initial.due, Some(day(printed)), "{iso3}");
        let listed_late = day(printed) < day("2015-06-18");
        assert_eq!(
            initial.standing == DutyState::Overdue,
            listed_late,
            "{iso3}"
        );
        assert!(!initial.sources.is_empty());
    }
}

/// What was late on the day of a list was late on every day between, and is not known to be late
/// on any day after it: nobody is called overdue today for what a list said years ago.
#[test]
fn a_list_says_who_is_late_up_to_its_day_and_no_longer() {
    let world = shipped_world();
    let initial = |on| {
        let duties = world.duties(Some(&id("ccm")), Some(code("BOL")), day(on), None, Lang::En);
        let mut rows = duties.duties.into_iter();
        rows.find(|row| row.article == "7(1)").unwrap()
    };
    for (on, standing) in [
        ("2014-03-30", DutyState::Due),
        ("2014-03-31", DutyState::Overdue),
        ("2015-06-18", DutyState::Overdue),
        ("2015-06-19", DutyState::Unknown),
        ("2026-11-21", DutyState::Unknown),
    ] {
        assert_eq!(initial(on).standing, standing, "{on}");
    }
    let told = initial("2026-11-21");
    assert!(
        told.because.steps().iter().any(|step| step.to_string()
            == "Article 7(1): initial report listed as overdue: 2015-06-18"),
        "{:?}",
        told.because
    );
    let late_today = world.duties(None, None, day("2026-11-21"), None, Lang::En);
    assert!(
        late_today
            .duties
            .iter()
            .all(|row| row.standing != DutyState::Overdue)
    );
}

/// The worked examples of the treaty's own rule, each as a source gives it or as reckoned by hand.
#[test]
fn deposits_bind_from_the_announced_day() {
    let world = shipped_world();
    let announced = [
        ("ccm", "DEU", "2010-08-01"),
        ("ccm", "LAO", "2010-08-01"),
        ("ccm", "BIH", "2011-03-01"),
        ("ccm", "PER", "2013-03-01"),
        ("ccm", "CHE", "2013-01-01"),
        ("ccm", "LKA", "2018-09-01"),
        ("ccm", "NIU", "2021-02-01"),
        ("ccm", "LCA", "2021-03-01"),
        ("ccm", "VUT", "2026-03-01"),
        ("apmbc", "ITA", "1999-10-01"),
        ("apmbc", "JOR", "1999-05-01"),
        ("apmbc", "BLR", "2004-03-01"),
        ("apmbc", "GRC", "2004-03-01"),
        ("apmbc", "TUR", "2004-03-01"),
        ("apmbc", "UKR", "2006-06-01"),
        ("att", "CHN", "2020-10-04"),
        ("att", "CAN", "2019-09-17"),
        ("cwc", "USA", "1997-04-29"),
        ("cwc", "RUS", "1997-12-05"),
        ("cwc", "SYR", "2013-10-14"),
        ("cwc", "LBY", "2004-02-05"),
        ("enmod", "IND", "1978-12-15"),
    ];
    for (treaty, iso3, from) in announced {
        let status = world
            .status(&id(treaty), day("2024-01-01"), Lang::En)
            .unwrap();
        let later = world
            .status(&id(treaty), day("2026-11-21"), Lang::En)
            .unwrap();
        let rows = status.participants.iter().chain(&later.participants);
        let row = rows
            .filter(|row| row.iso3 == code(iso3))
            .find_map(|row| row.in_force);
        assert_eq!(row, Some(day(from)), "{treaty} {iso3}");
    }
}

/// Nobody stands in a list before it existed, and no State beside the one it continues.
#[test]
fn a_successor_and_its_predecessor_never_count_on_one_day() {
    let world = shipped_world();
    let counted = |treaty: &str, on: &str| -> Vec<String> {
        let view = world.status(&id(treaty), day(on), Lang::En).unwrap();
        view.participants
            .iter()
            .filter(|row| row.standing != Standing::None)
            .map(|row| row.iso3.to_string())
            .filter(|iso3| ["CSK", "CZE", "SVK", "YUG", "SRB", "MNE"].contains(&iso3.as_str()))
            .collect()
    };
    for (treaty, on, listed) in [
        ("ptbt", "1985-01-01", vec!["CSK", "YUG"]),
        ("ptbt", "1999-01-01", vec!["CZE", "SRB", "SVK"]),
        ("npt", "1992-04-26", vec!["CSK", "YUG"]),
        ("npt", "1992-06-01", vec!["CSK", "SRB"]),
        ("npt", "1993-01-01", vec!["CZE", "SRB", "SVK"]),
        ("bwc", "1992-06-01", vec!["CSK"]),
    ] {
        let mut found = counted(treaty, on);
        found.sort();
        assert_eq!(found, listed, "{treaty} {on}");
    }
    let ccm = world
        .status(&id("npt"), day("1985-01-01"), Lang::En)
        .unwrap();
    assert!(ccm.participants.iter().all(|row| row.iso3 != code("CZE")));
}
