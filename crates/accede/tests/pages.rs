//! The depositary's own pages of 3 February 2026, each to the last count.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::path::PathBuf;

use common::{Accede, shared};
use serde_json::{Value, json};

const PAGES: [(&str, &str, u64, u64); 4] = [
    ("ccm", "ccm", 107, 112),
    ("ctbt", "ctbt", 187, 178),
    ("ottawa", "apmbc", 132, 162),
    ("ccw", "ccw", 50, 128),
];

fn page(shared: &std::path::Path, name: &str) -> PathBuf {
    shared.join("data/untc-html").join(format!("{name}.html"))
}

#[track_caller]
fn reconciles(report: &Value, treaty: &str, signatures: u64, consents: u64) {
    for (what, printed) in [("signatures", signatures), ("consents", consents)] {
        let mut all = report["reconciled"].as_array().unwrap().iter();
        let one = all
            .find(|one| one["treaty"] == treaty && one["what"] == what)
            .unwrap();
        let expected = json!([printed, printed, true]);
        assert_eq!(
            json!([one["printed"], one["computed"], one["holds"]]),
            expected,
            "{treaty} {what}"
        );
    }
}

#[test]
fn each_page_alone_gives_the_counts_it_prints() {
    let Some(shared) = shared("each_page_alone_gives_the_counts_it_prints") else {
        return;
    };
    for (name, treaty, signatures, consents) in PAGES {
        let accede = Accede::without_acts();
        let report = accede.json(&format!("import mtdsg {}", page(&shared, name).display()));
        reconciles(&report, treaty, signatures, consents);
        let counts = &accede.json(&format!("status {treaty} --on 2026-02-03"))["counts"];
        assert_eq!(
            (&counts["signatures"], &counts["consents"]),
            (&json!(signatures), &json!(consents))
        );
        accede.ok(&format!("reconcile {treaty}"));
        let head = accede.head();
        let again = accede.json(&format!("import mtdsg {}", page(&shared, name).display()));
        assert_eq!(again["added"], 0);
        assert_eq!(
            accede.head(),
            head,
            "{name}: a second import writes nothing"
        );
    }
}

#[test]
fn beside_the_shipped_facts_the_pages_add_words_and_notes_and_dispute_one_ratification() {
    let Some(shared) = shared("beside_the_shipped_facts_the_pages_add_words") else {
        return;
    };
    let accede = Accede::new();
    let files: Vec<_> = PAGES.iter().map(|page_| page(&shared, page_.0)).collect();
    let mut args: Vec<_> = ["import", "mtdsg", "--json"]
        .map(std::ffi::OsString::from)
        .into();
    args.extend(files.iter().map(|file| file.clone().into_os_string()));
    let report: Value = serde_json::from_str(&accede.run(&args).ok()).unwrap();
    for (_, treaty, signatures, consents) in PAGES {
        reconciles(&report, treaty, signatures, consents);
    }
    let acts = report["files"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|file| file["acts"].as_array().unwrap());
    for act in acts {
        let kind = act["kind"].as_str().unwrap();
        assert!(
            ["declaration", "reservation", "objection"].contains(&kind),
            "{act}"
        );
    }
    let disputed = report["disputed"].as_array().unwrap();
    assert_eq!(disputed.len(), 1, "{disputed:?}");
    assert_eq!(
        json!([
            disputed[0]["treaty"],
            disputed[0]["iso3"],
            disputed[0]["act"],
            disputed[0]["date"]
        ]),
        json!(["ctbt", "RUS", "ratification", "2000-06-30"])
    );
    // It counts all the same until a person decides: on days before it was withdrawn.
    let russia = |on: &str| {
        accede.json(&format!("status ctbt --state RUS --on {on}"))["participants"][0]["standing"].clone()
    };
    assert_eq!(
        (russia("2023-09-22"), russia("2024-06-01")),
        (json!("contracting"), json!("signatory"))
    );
    let head = accede.head();
    let again: Value = serde_json::from_str(&accede.run(&args).ok()).unwrap();
    assert_eq!(again["added"], 0);
    assert_eq!(accede.head(), head);
}
