//! Whether an act was open on its day.

use treaty::Kind;
use treaty::law::Why;

use crate::{law, partial};

const SIGNED: bool = true;
const NEVER: bool = false;

#[track_caller]
fn check(treaty: &str, kind: Kind, by: &str, on: &str, signed: bool, why: Option<Why>) {
    let answer = law(treaty).permits(kind, by.parse().unwrap(), partial(on), signed);
    assert_eq!(
        answer.err().map(|refusal| refusal.why),
        why,
        "{treaty}: {kind} by {by}, {on}"
    );
}

#[test]
fn signature_of_the_ccm_opens_and_closes() {
    let sign = |on, why| check("ccm", Kind::Signature, "XAA", on, NEVER, why);
    sign("2008-12-02", Some(Why::NotYetOpen));
    sign("2008-12-03", None);
    sign("2010-07-31", None);
    sign("2010-08-01", Some(Why::NoLongerOpen));
    sign("2015-06-01", Some(Why::NoLongerOpen));
    // A month or year is refused only if no day of it was open.
    sign("2008-12", None);
    sign("2010-08", Some(Why::NoLongerOpen));
    sign("2010", None);
    sign("2008-11", Some(Why::NotYetOpen));
}

#[test]
fn a_signature_on_the_last_day_of_the_ccw_is_in_time() {
    let sign = |on, why| check("ccw", Kind::Signature, "XAA", on, NEVER, why);
    sign("1982-04-10", None);
    sign("1982-04-11", Some(Why::NoLongerOpen));
}

#[test]
fn the_ctbt_is_open_for_signature_and_not_yet_for_accession() {
    check("ctbt", Kind::Signature, "XAA", "2026-07-07", NEVER, None);
    check(
        "ctbt",
        Kind::Accession,
        "XAA",
        "2026-07-07",
        NEVER,
        Some(Why::NotYetOpen),
    );
}

#[test]
fn only_signatories_ratify_and_only_others_accede() {
    for treaty in ["ccm", "apmbc", "att", "cwc", "bwc", "npt"] {
        let ratify =
            |signed, why| check(treaty, Kind::Ratification, "XAA", "2020-01-01", signed, why);
        ratify(SIGNED, None);
        ratify(NEVER, Some(Why::NeverSigned));
        let accede =
            |signed, why| check(treaty, Kind::Accession, "XAA", "2020-01-01", signed, why);
        accede(NEVER, None);
        accede(SIGNED, Some(Why::Signed));
    }
}

#[test]
fn accession_to_the_att_waits_for_entry_into_force() {
    check(
        "att",
        Kind::Accession,
        "XAA",
        "2014-12-23",
        NEVER,
        Some(Why::NotYetOpen),
    );
    check("att", Kind::Accession, "XAA", "2014-12-24", NEVER, None);
    // To the CCM it was open from the start.
    check("ccm", Kind::Accession, "XAA", "2009-01-01", NEVER, None);
}

#[test]
fn the_tpnw_never_closes() {
    check("tpnw", Kind::Signature, "XAA", "2025-09-26", NEVER, None);
    check(
        "tpnw",
        Kind::Signature,
        "XAA",
        "2017-09-19",
        NEVER,
        Some(Why::NotYetOpen),
    );
}

#[test]
fn a_zone_is_open_to_its_own_states() {
    check("canwfz", Kind::Signature, "KAZ", "2006-09-08", NEVER, None);
    check(
        "canwfz",
        Kind::Signature,
        "ITA",
        "2006-09-08",
        NEVER,
        Some(Why::NotEligible),
    );
    check(
        "tlatelolco",
        Kind::Signature,
        "CUB",
        "1995-03-25",
        NEVER,
        None,
    );
    check(
        "tlatelolco",
        Kind::Signature,
        "ITA",
        "1995-03-25",
        NEVER,
        Some(Why::NotEligible),
    );
}

#[test]
fn an_act_that_the_treaty_does_not_know_is_refused() {
    check(
        "ctbt",
        Kind::ProvisionalApplication,
        "XAA",
        "2020-01-01",
        SIGNED,
        Some(Why::NoSuchAct),
    );
    check(
        "ccm",
        Kind::ProvisionalApplication,
        "XAA",
        "2009-01-01",
        SIGNED,
        None,
    );
    check(
        "enmod",
        Kind::WithdrawalNotified,
        "XAA",
        "2020-01-01",
        SIGNED,
        Some(Why::NoSuchAct),
    );
    check(
        "ccm",
        Kind::WithdrawalNotified,
        "XAA",
        "2020-01-01",
        SIGNED,
        None,
    );
    check(
        "ctbt",
        Kind::Acceptance,
        "XAA",
        "2020-01-01",
        SIGNED,
        Some(Why::NoSuchAct),
    );
    check(
        "ccw-p4",
        Kind::Signature,
        "XAA",
        "2020-01-01",
        NEVER,
        Some(Why::NoSuchAct),
    );
}

#[test]
fn succession_and_words_are_not_the_treatys_to_refuse() {
    for kind in [
        Kind::Succession,
        Kind::SuccessionToSignature,
        Kind::Declaration,
        Kind::Objection,
    ] {
        check("ccm", kind, "XAA", "2015-01-01", NEVER, None);
    }
}

#[test]
fn a_file_that_says_nothing_refuses_nothing() {
    let mut law = law("ccm");
    law.openings.clear();
    law.withdrawal = None;
    for kind in Kind::ALL {
        assert_eq!(
            law.permits(*kind, "XAA".parse().unwrap(), partial("1950"), false),
            Ok(())
        );
    }
}

#[test]
fn a_refusal_names_the_article() {
    let refusal = law("ccm")
        .permits(
            Kind::Signature,
            "XAA".parse().unwrap(),
            partial("2015-06-01"),
            false,
        )
        .unwrap_err();
    assert_eq!(refusal.article.as_deref(), Some("15"));
}

#[test]
fn a_zone_admits_its_own_states_and_a_universal_treaty_everyone() {
    #[track_caller]
    fn check(treaty: &str, state: &str, admitted: bool) {
        assert_eq!(
            law(treaty).admits(state.parse().unwrap()),
            admitted,
            "{treaty} {state}"
        );
    }
    check("bangkok", "THA", true);
    check("bangkok", "NOR", false);
    check("tlatelolco", "MEX", true);
    check("tlatelolco", "NOR", false);
    check("rarotonga", "FJI", true);
    check("pelindaba", "FJI", false);
    check("canwfz", "KAZ", true);
    check("canwfz", "RUS", false);
    check("ctbt", "NOR", true);
    check("ccm", "USA", true);
}
