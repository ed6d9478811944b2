//! The fields of the contract: users script against these names.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{code, day, id, shipped_world};
use serde_json::Value;
use treaty::Lang;

/// Every name of `expected` is a field of `value`.
#[track_caller]
fn check(value: &Value, expected: &str) {
    let fields = value.as_object().unwrap();
    for name in expected.split_whitespace() {
        assert!(
            fields.contains_key(name),
            "`{name}` is not among {:?}",
            fields.keys()
        );
    }
}

#[test]
fn a_status_has_the_fields_of_the_contract() {
    let world = shipped_world();
    let view = world
        .status(&id("ccm"), day("2024-01-01"), Lang::En)
        .unwrap();
    let view = serde_json::to_value(view).unwrap();
    check(
        &view,
        "treaty on known in_force entered_into_force counts participants",
    );
    check(
        &view["counts"],
        "signatures consents parties signatories_only withdrawn",
    );
    let row = view["participants"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["iso3"] == "ITA");
    let row = row.unwrap();
    check(
        row,
        "iso3 name standing provisional signed consented consent_act in_force left sources",
    );
    assert_eq!(row["standing"], "party");
    assert_eq!(row["consent_act"], "ratification");
    assert_eq!(row["consented"], "2011-09-21");
    assert_eq!(row["left"], Value::Null);
}

#[test]
fn a_treatys_own_terms_stand_beside_the_words_of_the_contract() {
    let world = shipped_world();
    let on = day("2023-09-22");
    let view = |treaty, lang| {
        serde_json::to_value(world.status(&id(treaty), on, lang).unwrap()).unwrap()
    };
    let ctbt = view("ctbt", Lang::En);
    assert_eq!(ctbt["called"]["contracting"]["many"], "ratifying States");
    assert_eq!(ctbt["called"]["signatory"]["one"], "State Signatory");
    let rows = ctbt["participants"].as_array().unwrap();
    let italy = rows.iter().find(|row| row["iso3"] == "ITA").unwrap();
    assert_eq!(italy["standing"], "contracting");
    assert_eq!(
        view("ctbt", Lang::Fr)["called"]["contracting"]["many"],
        "États ratifiants"
    );
    assert_eq!(view("ccm", Lang::En)["called"], serde_json::json!({}));
}

#[test]
fn changes_have_the_fields_of_the_contract() {
    let world = shipped_world();
    let view = world.changes(None, day("2021-09-23"), day("2023-09-22"), Lang::En);
    let view = serde_json::to_value(view).unwrap();
    check(&view, "from to acts summary");
    check(
        &view["acts"][0],
        "date treaty iso3 name act in_force source",
    );
    assert!(
        view["summary"]["ratification"]
            .as_array()
            .unwrap()
            .contains(&"GMB".into())
    );
}

#[test]
fn entry_into_force_has_the_fields_of_the_contract() {
    let world = shipped_world();
    let view = world
        .force(&id("ctbt"), day("2024-06-01"), &[], Lang::En)
        .unwrap();
    let view = serde_json::to_value(view).unwrap();
    check(
        &view,
        "treaty on condition met date required have missing earliest because",
    );
    check(&view["missing"][0], "iso3 name standing lacks");
    let lacks = |iso3: &str| {
        let rows = view["missing"].as_array().unwrap();
        rows.iter().find(|row| row["iso3"] == iso3).unwrap()["lacks"].clone()
    };
    assert_eq!(lacks("IND"), "signature and ratification");
    assert_eq!(lacks("CHN"), "ratification");
}

#[test]
fn duties_and_explanations_have_the_fields_of_the_contract() {
    let world = shipped_world();
    let on = day("2026-11-21");
    let view = world.duties(Some(&id("ccm")), Some(code("ITA")), on, None, Lang::En);
    let view = serde_json::to_value(view).unwrap();
    check(
        &view["duties"][0],
        "treaty iso3 article duty due original_due extensions standing fulfilled because sources",
    );
    let standings = [
        "fulfilled",
        "due",
        "overdue",
        "extended",
        "dormant",
        "not_applicable",
        "unknown",
    ];
    for row in view["duties"].as_array().unwrap() {
        assert!(
            standings.contains(&row["standing"].as_str().unwrap()),
            "{row}"
        );
    }
    let view = world
        .explain(&id("ccm"), code("ITA"), "3(2)", on, Lang::En)
        .unwrap();
    let view = serde_json::to_value(view).unwrap();
    check(&view["because"][0], "rule article day inputs text");
}

#[test]
fn a_reconciliation_has_the_fields_of_the_contract() {
    let world = shipped_world();
    let view = serde_json::to_value(world.reconcile(Some(&id("ccm")))).unwrap();
    check(&view["reconciled"][0], "what printed computed holds");
}
