//! A status that is exported reads back: with nothing to add where it came from, and into a
//! ledger without acts as the same status of that day.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::path::PathBuf;

use common::Accede;
use serde_json::{Value, json};

/// Today, a day on which much was half done, and one before most of it.
const DAYS: [&str; 3] = ["2026-11-21", "2011-06-01", "1972-04-10"];

fn export(accede: &Accede, on: &str, format: &str, more: &str) -> PathBuf {
    let file = accede.folder().join(format!("status-{on}.{format}"));
    accede.ok(&format!(
        "export status --on {on} --format {format} --out {} {more}",
        file.display()
    ));
    file
}

fn import(accede: &Accede, kind: &str, file: &std::path::Path) -> Value {
    accede.json(&format!("import {kind} {}", file.display()))
}

/// What a status says of each participant under each treaty, without what each ledger gives of
/// its own.
fn statuses(accede: &Accede, on: &str) -> Vec<Value> {
    let text = accede.ok(&format!("export status --on {on} --format json"));
    let mut statuses: Vec<Value> = serde_json::from_str(&text).unwrap();
    for status in &mut statuses {
        let own = ["known", "head", "findings"];
        let status = status.as_object_mut().unwrap();
        own.iter().for_each(|key| {
            status.remove(*key).unwrap();
        });
        for one in status["participants"].as_array_mut().unwrap() {
            // Of its sources, and of the notice before a withdrawal, a table says nothing.
            let one = one.as_object_mut().unwrap();
            assert!(one.remove("sources").is_some() && one.remove("because").is_some());
        }
    }
    statuses
}

/// Where one says something else than the other.
fn differences(a: &[Value], b: &[Value], xml: bool) -> Vec<String> {
    assert_eq!(a.len(), b.len());
    let mut told = Vec::new();
    for (a, b) in a.iter().zip(b) {
        let treaty = &a["treaty"];
        for key in ["treaty", "in_force", "entered_into_force", "counts"] {
            if a[key] != b[key] {
                told.push(format!("{treaty}: {key} {} {}", a[key], b[key]));
            }
        }
        let rows = |one: &Value| one["participants"].as_array().unwrap().clone();
        let (a, b) = (rows(a), rows(b));
        if a.len() != b.len() {
            told.push(format!("{treaty}: {} rows, {} rows", a.len(), b.len()));
        }
        for (a, b) in a.iter().zip(&b) {
            // A row without a standing has no act that could carry a doubt.
            let mut b = b.clone();
            // A doubt about a later act marks the row; in XML doubts stand with the acts, done by then.
            if a["standing"] == "none" || (xml && a["uncertain"] == true) {
                b["uncertain"] = a["uncertain"].clone();
            }
            if *a != b {
                told.push(format!("{treaty}: {a}\n{b}"));
            }
        }
    }
    told
}

#[test]
fn a_status_adds_nothing_to_the_ledger_it_came_from() {
    let accede = Accede::new();
    let before = accede.head();
    for on in DAYS {
        for (format, kinds) in [
            ("csv", &["acts"][..]),
            ("json", &["acts"]),
            ("xml", &["acts", "mtdsg"]),
        ] {
            let file = export(&accede, on, format, "");
            for kind in kinds {
                let report = import(&accede, kind, &file);
                assert_eq!(report["added"], 0, "{on} {format} {kind}");
                assert!(
                    report["unchanged"].as_u64().unwrap() > 700,
                    "{on} {format} {kind}"
                );
                assert_eq!(
                    report["files"][0]["amended"],
                    json!([]),
                    "{on} {format} {kind}"
                );
                assert_eq!(report["quarantined"], json!([]), "{on} {format} {kind}");
            }
        }
    }
    assert_eq!(accede.head(), before);
}

#[test]
fn a_status_reads_back_as_the_same_status_of_its_day() {
    let shipped = Accede::new();
    for on in DAYS {
        let expected = statuses(&shipped, on);
        assert_eq!(expected.len(), 27);
        for format in ["csv", "json", "xml"] {
            let file = export(&shipped, on, format, "");
            let other = Accede::without_acts();
            let report = import(&other, "acts", &file);
            assert_eq!(report["quarantined"], json!([]), "{on} {format}");
            let told = differences(&expected, &statuses(&other, on), format == "xml");
            assert!(told.is_empty(), "{on} {format}:\n{}", told.join("\n"));
            let again = import(&other, "acts", &file);
            assert_eq!(again["files"][0]["recorded"], Value::Null, "{on} {format}");
        }
    }
}

#[test]
fn the_xml_of_each_treaty_is_a_status_page_of_its_day() {
    let accede = Accede::new();
    let before = accede.head();
    // On the earlier day nothing had been done under the third.
    let earlier = ["npt", "ccw", "tpnw"];
    for (on, day) in [
        ("2026-11-21", "21 November 2026"),
        ("1990-01-01", "1 January 1990"),
    ] {
        for status in statuses(&accede, on) {
            let treaty = status["treaty"].as_str().unwrap();
            if on < "2000" && !earlier.contains(&treaty) {
                continue;
            }
            let file = export(&accede, on, "xml", &format!("--treaty {treaty}"));
            let text = std::fs::read_to_string(&file).unwrap();
            for printed in [
                format!("Status as at {day}"),
                format!(
                    "<Signatories>{}</Signatories>",
                    status["counts"]["signatures"]
                ),
                format!("<Parties>{}</Parties>", status["counts"]["consents"]),
            ] {
                assert!(text.contains(&printed), "{treaty} {on}: {printed}");
            }
            let report = import(&accede, "mtdsg", &file);
            assert_eq!(report["files"][0]["recorded"], Value::Null, "{treaty} {on}");
        }
    }
    assert_eq!(accede.head(), before);
}

#[test]
fn a_table_without_acts_is_read_by_its_days() {
    let accede = Accede::without_acts();
    let table = accede.file(
        "status.csv",
        "treaty,on,iso3,name,standing,provisional,signed,consented,consent_act,in_force,left,uncertain\n\
         ccm,2026-11-21,ITA,Italy,party,false,2008-12-03,2011-09-21,ratification,2012-03-01,,false\n\
         ccm,2026-11-21,LTU,Lithuania,withdrawn,false,2008-12-03,2011-03-24,ratification,2011-09-01,2025-03-06,false\n\
         ctbt,2026-11-21,RUS,Russian Federation,signatory,false,1996-09-24,2000-06-30,ratification,,,false\n\
         ccm,2026-11-21,DZA,Algeria,none,false,,,,,,false\n",
    );
    let report = import(&accede, "acts", &table);
    assert_eq!(report["added"], 6);
    // Since when Russia's ratification stands no more the table does not say.
    let held = report["quarantined"].as_array().unwrap();
    assert_eq!(held.len(), 1, "{held:?}");
    assert_eq!(held[0]["value"], "RUS ratification 2000-06-30");
    let lithuania = &accede.json("status ccm --state LTU")["participants"][0];
    assert_eq!(
        (&lithuania["standing"], &lithuania["left"]),
        (&json!("withdrawn"), &json!("2025-03-06"))
    );
    let russia = &accede.json("status ctbt --state RUS")["participants"][0];
    assert_eq!(russia["standing"], "signatory");
    // Where the acts are on record, the same table says nothing new.
    let shipped = Accede::new();
    let before = shipped.head();
    let same = import(&shipped, "acts", &table);
    assert_eq!((&same["added"], &same["unchanged"]), (&json!(0), &json!(7)));
    assert_eq!(shipped.head(), before);
}

#[test]
fn a_row_that_cannot_be_is_told_with_its_place_and_nothing_is_taken() {
    let accede = Accede::without_acts();
    let head = "treaty,on,iso3,standing,signed,acts";
    let before = accede.head();
    for (row, says) in [
        ("ccm,2026-11-21,ITA,member,,", "`standing`"),
        ("ccm,2026-11-21,ITA,party,2008-02-31,", "`signed`"),
        ("ccm,21.11.2026,ITA,party,,", "`on`"),
        ("ccm,2026-11-21,ita,party,,", "`iso3`"),
        ("ccm,2026-11-21,ITA,party,,ratified in 2011", "`acts`"),
        (
            "ccm,2010-01-01,ITA,party,,accession 2011-09-21",
            "after the day of the table",
        ),
        ("ccm,2026-11-21,XQQ,party,,accession 2011-09-21", "XQQ"),
        (
            "nothing,2026-11-21,ITA,party,,accession 2011-09-21",
            "`nothing`",
        ),
    ] {
        let good = "ccm,2026-11-21,NOR,party,2008-12-03,signature 2008-12-03";
        let file = accede.file("status.csv", format!("{head}\n{good}\n{row}\n"));
        accede.fails(
            &format!("import acts {}", file.display()),
            3,
            &["status.csv", "line 3", says],
        );
    }
    assert_eq!(accede.head(), before);
    let file = accede.file("status.json", r#"[{"treaty":"ccm","on":"2026-11-21","participants":[{"iso3":"ITA","standing":"member"}]}]"#);
    accede.fails(
        &format!("import acts {}", file.display()),
        3,
        &["status.json", "line 1", "member"],
    );
}
