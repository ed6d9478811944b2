//! The data of the pages: JSON with the fields of the contract, CSV that reads back.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use axum::http::StatusCode;
use serde_json::Value;

use common::{get, shipped};

#[track_caller]
fn has(value: &Value, fields: &[&str]) {
    for field in fields {
        assert!(
            value.get(field).is_some(),
            "`{field}` is missing in {value}"
        );
    }
}

async fn json(address: &str) -> Value {
    let answer = get(shipped(), address).await;
    assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text);
    assert_eq!(answer.header("content-type"), "application/json");
    answer.json()
}

#[tokio::test]
async fn status_has_the_fields_of_the_contract() {
    let view = json("/treaties/ccm.json?on=2020-11-25").await;
    has(
        &view,
        &[
            "treaty",
            "on",
            "known",
            "in_force",
            "entered_into_force",
            "counts",
            "participants",
        ],
    );
    has(
        &view["counts"],
        &[
            "signatures",
            "consents",
            "parties",
            "signatories_only",
            "withdrawn",
        ],
    );
    assert_eq!(
        (&view["treaty"], &view["on"]),
        (&"ccm".into(), &"2020-11-25".into())
    );
    assert_eq!(view["counts"]["consents"], 110);
    let italy = json("/treaties/ccm.json?state=Italia").await;
    let rows = italy["participants"].as_array().unwrap();
    assert_eq!(rows.len(), 1);
    has(
        &rows[0],
        &[
            "iso3",
            "name",
            "standing",
            "provisional",
            "signed",
            "consented",
            "consent_act",
            "in_force",
            "left",
            "sources",
        ],
    );
    assert_eq!(rows[0]["in_force"], "2012-03-01");
    assert_eq!(rows[0]["standing"], "party");
}

#[tokio::test]
async fn force_duties_and_changes_have_the_fields_of_the_contract() {
    let view = json("/treaties/ctbt/force.json?on=2023-12-31").await;
    has(
        &view,
        &[
            "treaty",
            "on",
            "condition",
            "met",
            "date",
            "required",
            "have",
            "missing",
            "earliest",
            "because",
        ],
    );
    assert_eq!((&view["required"], &view["have"]), (&44.into(), &35.into()));
    has(&view["missing"][0], &["iso3", "name", "standing", "lacks"]);
    let view = json("/treaties/ccm/obligations.json?state=ITA").await;
    has(
        &view["duties"][0],
        &[
            "treaty",
            "iso3",
            "article",
            "duty",
            "due",
            "original_due",
            "extensions",
            "standing",
            "fulfilled",
            "because",
            "sources",
        ],
    );
    assert!(
        view["duties"]
            .as_array()
            .unwrap()
            .iter()
            .all(|duty| duty["iso3"] == "ITA")
    );
    let view = json("/changes.json?from=2021-09-23&to=2023-09-22&treaty=ctbt").await;
    has(&view, &["from", "to", "acts", "summary"]);
    has(
        &view["acts"][0],
        &[
            "date", "treaty", "iso3", "name", "act", "in_force", "source",
        ],
    );
    let signed: Vec<_> = view["summary"]["signature"]
        .as_array()
        .unwrap()
        .iter()
        .collect();
    assert_eq!(signed, ["DMA", "SOM"]);
    assert_eq!(view["summary"]["ratification"].as_array().unwrap().len(), 8);
}

#[tokio::test]
async fn every_page_with_data_answers_as_json() {
    for address in [
        "/index.json",
        "/treaties.json",
        "/treaties/npt/acts.json",
        "/states/LTU/ccm.json",
        "/treaties/ccm/counts/parties.json",
        "/states.json",
        "/states/ITA.json",
        "/matrix.json",
        "/findings.json",
        "/duties.json?state=ITA",
        "/reconcile.json",
        "/states/ITA/ccm/7(1).json",
        "/uncertain.json",
        "/ledger.json",
        "/ledger/1.json",
    ] {
        json(address).await;
    }
}

#[tokio::test]
async fn tables_read_back_from_csv() {
    for (address, column, value, rows) in [
        (
            "/treaties/ctbt.csv?on=2023-09-22&state=DMA",
            "signed",
            "2022-05-25",
            1,
        ),
        (
            "/matrix.csv?group=un-eastern-european",
            "ctbt",
            "contracting",
            23,
        ),
        (
            "/changes.csv?from=2026-07-07&to=2026-07-07&treaty=tpnw",
            "iso3",
            "TON",
            1,
        ),
    ] {
        let answer = get(shipped(), address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text);
        assert!(answer.header("content-type").starts_with("text/csv"));
        assert!(
            answer
                .header("content-disposition")
                .starts_with("attachment; filename=\"accede-")
        );
        let mut reader = csv::Reader::from_reader(answer.text.as_bytes());
        let at = reader
            .headers()
            .unwrap()
            .iter()
            .position(|name| name == column)
            .unwrap();
        let read: Vec<_> = reader.records().map(|row| row.unwrap()).collect();
        assert_eq!(read.len(), rows, "{address}");
        assert_eq!(&read[0][at], value, "{address}");
    }
    for address in [
        "/treaties.csv",
        "/states.csv",
        "/findings.csv",
        "/uncertain.csv",
        "/treaties/ccm/obligations.csv",
        "/treaties/ccm/acts.csv",
        "/states/ITA.csv",
    ] {
        let answer = get(shipped(), address).await;
        let mut reader = csv::Reader::from_reader(answer.text.as_bytes());
        let rows: Vec<_> = reader.records().map(|row| row.unwrap()).collect();
        assert!(rows.len() > 5, "{address}");
    }
}

#[tokio::test]
async fn a_filter_of_the_page_is_a_filter_of_its_data() {
    let all = json("/matrix.json").await["rows"].as_array().unwrap().len();
    let some = json("/matrix.json?treaty=ctbt&standing=signatory").await;
    let some = some["rows"].as_array().unwrap();
    assert_eq!((all > some.len(), some.len()), (true, 9));
}

/// A figure and the names behind it are two answers; they must be the same one.
#[tokio::test]
async fn behind_every_figure_stand_as_many_names() {
    let treaties = json("/treaties.json").await;
    for treaty in treaties["treaties"].as_array().unwrap() {
        let id = treaty["treaty"].as_str().unwrap();
        for on in [
            "1975-06-30",
            "1992-03-01",
            "2010-09-01",
            "2023-11-03",
            "2025-12-28",
            "2026-11-21",
        ] {
            for count in [
                "signatures",
                "consents",
                "parties",
                "signatories_only",
                "withdrawn",
            ] {
                let view = json(&format!("/treaties/{id}/counts/{count}.json?on={on}")).await;
                let names = view["participants"].as_array().unwrap().len();
                assert_eq!(view["counts"][count], names, "{id} {count} on {on}");
            }
        }
        let view = json(&format!("/treaties/{id}/counts/outside.json")).await;
        let names = view["participants"].as_array().unwrap().len();
        assert_eq!(treaty["outside"], names, "{id} outside");
    }
}
