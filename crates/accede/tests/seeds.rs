//! The figures of the three documents this project began with come out of queries.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use common::{Accede, codes};
use serde_json::json;

#[test]
fn ctbt_figures_of_the_co_presidency_2021_to_2023() {
    let accede = Accede::new();
    let counts = &accede.json("status ctbt --on 2023-09-22")["counts"];
    assert_eq!(counts["signatures"], 187);
    assert_eq!(counts["consents"], 178);
    assert_eq!(counts["parties"], 0);
    let summary = &accede.json("changes ctbt --from 2021-09-23 --to 2023-09-22")["summary"];
    assert_eq!(codes(&summary["signature"]), ["DMA", "SOM"]);
    let ratified = ["DMA", "GMB", "GNQ", "LKA", "SLB", "STP", "TLS", "TUV"];
    assert_eq!(codes(&summary["ratification"]), ratified);
    // Among them no State whose ratification is needed for entry into force.
    let needed = codes(&accede.json("eif ctbt --on 2021-09-22")["missing"]);
    assert!(
        ratified
            .iter()
            .all(|state| !needed.contains(&(*state).to_owned()))
    );
}

#[test]
fn ctbt_entry_into_force_lacks_eight_then_nine() {
    let accede = Accede::new();
    let force = accede.json("eif ctbt --on 2023-09-22");
    assert_eq!(
        (&force["required"], &force["have"], &force["met"]),
        (&json!(44), &json!(36), &json!(false))
    );
    assert_eq!(
        codes(&force["missing"]),
        ["CHN", "EGY", "IND", "IRN", "ISR", "PAK", "PRK", "USA"]
    );
    let later = accede.json("eif ctbt --on 2024-06-01");
    assert_eq!(later["missing"].as_array().unwrap().len(), 9);
    let russia = accede.json("status ctbt --on 2024-06-01 --state RUS");
    assert_eq!(russia["participants"][0]["standing"], "signatory");
    assert_eq!(russia["participants"].as_array().unwrap().len(), 1);
    // Equal counts on two days hide one consent gone and one come.
    let counts = &accede.json("status ctbt --on 2024-06-01")["counts"];
    assert_eq!(counts["consents"], 178);
}

#[test]
fn ctbt_what_if_all_nine_ratify() {
    let accede = Accede::new();
    let nine = [
        "CHN", "EGY", "IND", "IRN", "ISR", "PRK", "PAK", "USA", "RUS",
    ];
    let ifs: String = nine
        .iter()
        .map(|state| format!(" --if {state}=2027-02-01"))
        .collect();
    let force = accede.json(&format!("eif ctbt --on 2026-01-01{ifs}"));
    assert_eq!(
        (&force["met"], &force["date"]),
        (&json!(true), &json!("2027-07-31"))
    );
    // Names do for States, in any of the six languages.
    let named = accede.json("eif ctbt --on 2026-01-01 --if Китай=2027-02-01");
    assert_eq!(named["supposed"][0]["iso3"], "CHN");
    assert_eq!(named["met"], false);
}

#[test]
fn ccm_figures_of_the_universalization_statement() {
    let accede = Accede::new();
    let counts = &accede.json("status ccm --on 2023-06-01")["counts"];
    assert_eq!(
        (
            &counts["consents"],
            &counts["signatories_only"],
            &counts["parties"]
        ),
        (&json!(111), &json!(12), &json!(110))
    );
    assert_eq!(
        accede.json("status ccm --on 2023-02-28")["counts"]["consents"],
        111
    );
    assert_eq!(
        accede.json("status ccm --on 2023-02-27")["counts"]["consents"],
        110
    );
    assert_eq!(
        accede.json("status ccm --on 2023-08-02")["counts"]["consents"],
        111
    );
    assert_eq!(
        accede.json("status ccm --on 2023-08-03")["counts"]["consents"],
        112
    );
    assert_eq!(
        accede.json("status ccm --on 2020-11-25")["counts"]["consents"],
        110
    );
}

#[test]
fn ccm_entered_into_force_on_1_august_2010() {
    let accede = Accede::new();
    let on_the_day = accede.json("status ccm --on 2010-08-01");
    assert_eq!(on_the_day["in_force"], true);
    assert_eq!(on_the_day["entered_into_force"], "2010-08-01");
    assert_eq!(accede.json("status ccm --on 2010-07-31")["in_force"], false);
}

#[test]
fn italy_under_the_ccm() {
    let accede = Accede::new();
    let italy = &accede.json("status ccm --on 2024-01-01 --state Italy")["participants"][0];
    assert_eq!(
        (&italy["consented"], &italy["in_force"]),
        (&json!("2011-09-21"), &json!("2012-03-01"))
    );
    let duties = accede.json("due --treaty ccm --state ITA");
    let stockpiles = duties["duties"].as_array().unwrap().iter();
    let stockpiles: Vec<_> = stockpiles
        .filter(|duty| duty["article"].as_str().unwrap().starts_with("3(2)"))
        .collect();
    assert_eq!(stockpiles[0]["due"], "2020-03-01");
    assert!(
        stockpiles[0]["fulfilled"]
            .as_str()
            .unwrap()
            .starts_with("2015")
    );
    assert_eq!(stockpiles[0]["standing"], "fulfilled");
    let steps = accede.json("explain ccm ITA 3(2)");
    assert_eq!(steps["date"], "2020-03-01");
    assert!(!steps["because"].as_array().unwrap().is_empty());
}

#[test]
fn lithuania_left_the_ccm() {
    let accede = Accede::new();
    let standing = |on: &str| {
        let view = accede.json(&format!("status ccm --on {on} --state LTU"));
        view["participants"][0]["standing"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(standing("2025-03-05"), "party");
    assert_eq!(standing("2025-03-06"), "withdrawn");
    assert_eq!(standing("2025-04-01"), "withdrawn");
}
