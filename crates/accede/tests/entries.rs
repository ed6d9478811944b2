//! Plans, statements, assistance and every other kind of entry: exported, they import back unchanged.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::path::{Path, PathBuf};

use common::Accede;
use serde_json::{Value, json};

/// Every kind, in the order in which a ledger without any takes them: plans before their actions, meetings
/// before the statements made at them.
const KINDS: [&str; 12] = [
    "names",
    "memberships",
    "meetings",
    "roles",
    "counts",
    "fulfilments",
    "extensions",
    "observations",
    "plans",
    "plan-actions",
    "statements",
    "assistance",
];

/// The entries of a kind, without what each ledger gives of its own: numbers and moments.
fn entries(accede: &Accede, kind: &str) -> Vec<Value> {
    let text = accede.ok(&format!("export {kind} --format json"));
    let mut entries: Vec<Value> = serde_json::from_str(&text).unwrap();
    for entry in &mut entries {
        let entry = entry.as_object_mut().unwrap();
        assert!(entry.remove("entry").is_some() && entry.remove("recorded").is_some());
    }
    entries.sort_by_key(ToString::to_string);
    entries
}

fn export(accede: &Accede, kind: &str, format: &str) -> PathBuf {
    let file = accede.folder().join(format!("{kind}.{format}"));
    accede.ok(&format!("export {kind} --out {}", file.display()));
    file
}

fn import(accede: &Accede, kind: &str, file: &Path) -> Value {
    accede.json(&format!("import {kind} {}", file.display()))
}

/// A record with what ships and what only people give: a further name, and a doubt.
fn full() -> Accede {
    let accede = Accede::new();
    accede
        .run([
            "alias",
            "Italian Republic of tests",
            "ITA",
            "--source",
            "a test",
        ])
        .ok();
    let said: Vec<Value> =
        serde_json::from_str(&accede.ok("export statements --format json")).unwrap();
    let entry = said[0]["entry"].to_string();
    let doubt = [
        "dispute",
        &entry,
        "--why",
        "not in the minutes",
        "--suspend",
    ];
    accede.run(doubt).ok();
    accede
}

#[test]
fn every_kind_of_entry_survives_export_and_import() {
    let shipped = full();
    for format in ["csv", "json"] {
        let empty = Accede::without_acts();
        for kind in KINDS {
            let expected = entries(&shipped, kind);
            assert!(!expected.is_empty(), "{kind}");
            let file = export(&shipped, kind, format);
            let before = shipped.head();
            let same = import(&shipped, kind, &file);
            assert_eq!(
                (&same["added"], &same["unchanged"], &same["quarantined"]),
                (&json!(0), &json!(expected.len()), &json!([])),
                "{kind} {format}"
            );
            assert_eq!(
                shipped.head(),
                before,
                "{kind} {format}: importing one's own export writes nothing"
            );
            import(&empty, kind, &file);
            // Memberships stand there beforehand, for groups are of the law; not so their doubts.
            if kind != "memberships" {
                assert_eq!(entries(&empty, kind), expected, "{kind} {format}");
            }
            let head = empty.head();
            assert_eq!(import(&empty, kind, &file)["added"], 0, "{kind} {format}");
            assert_eq!(empty.head(), head, "{kind} {format}");
        }
        for line in ["state ITA", "due --treaty ccm --state ITA --on 2026-11-21"] {
            let told = |accede: &Accede| {
                let mut told = accede.json(line);
                told.as_object_mut().unwrap().remove("head");
                told["roles"].take()
            };
            assert_eq!(told(&empty), told(&shipped), "{line}");
        }
    }
}

#[test]
fn an_export_of_entries_heeds_its_filters() {
    let accede = Accede::new();
    let rows = |line: &str, columns: &[&str]| {
        let csv = accede.ok(line);
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let head = reader.headers().unwrap().clone();
        let at = |name: &&str| head.iter().position(|h| h == *name).unwrap();
        let places: Vec<_> = columns.iter().map(at).collect();
        let row = |row: csv::StringRecord| {
            let cells: Vec<_> = places.iter().map(|at| row[*at].to_owned()).collect();
            cells.join(" ")
        };
        reader
            .records()
            .map(|one| row(one.unwrap()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        rows(
            "export statements --state Italy --treaty ccm --from 2016-09-05 --to 2016-09-05",
            &["iso3", "date", "kind", "number", "title"]
        ),
        ["ITA 2016-09-05 MSP 6 Universalization"]
    );
    assert_eq!(
        rows("export assistance --state AFG", &["iso3", "to"]),
        ["ITA AFG"],
        "what was received as what was given"
    );
    assert_eq!(
        rows("export plans --treaty ccm", &["plan"]),
        ["vientiane", "dubrovnik", "lausanne"]
    );
    accede.fails("export plans --format xml", 2, &["no form in XML"]);
    accede.fails(
        "export roles --on 2020-01-01",
        2,
        &["--on and --act narrow acts"],
    );
}

#[test]
fn a_dry_run_shows_what_differs_and_writes_nothing() {
    let accede = Accede::new();
    let file = accede.file(
        "statements.csv",
        "treaty,name,date,meeting,kind,number,title,source_title\n\
         ccm,Italy,2024-09-10,Twelfth Meeting,MSP,12,Universalization,a page\n\
         ccm,Italia felix,2024-09-10,Twelfth Meeting,MSP,12,Clearance,a page\n\
         ccm,Italy,2024-09-10,Ninety-ninth Meeting,MSP,99,Clearance,a page\n",
    );
    let before = accede.head();
    let dry = accede.json(&format!("import statements {} --dry-run", file.display()));
    assert_eq!((&dry["added"], &dry["dry_run"]), (&json!(1), &json!(true)));
    assert_eq!(
        dry["files"][0]["entries"][0]["what"],
        "ccm, ITA, 2024-09-10, Twelfth Meeting, Universalization"
    );
    assert_eq!(accede.head(), before);
    let told = accede.ok(&format!("import statements {} --dry-run", file.display()));
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    for says in [
        "1 statements added",
        "added: ccm, ITA, 2024-09-10",
        "line 3, column `name`: `Italia felix`",
        "no meeting `MSP 99` under `ccm`",
    ] {
        assert!(told.contains(says), "{told}");
    }
    let done = import(&accede, "statements", &file);
    assert_eq!(
        (
            &done["added"],
            done["quarantined"].as_array().unwrap().len()
        ),
        (&json!(1), 2)
    );
    // The name is given; the same file then places the row, and nothing else again.
    accede
        .run(["alias", "Italia felix", "ITA", "--source", "a test"])
        .ok();
    let again = import(&accede, "statements", &file);
    assert_eq!(
        (&again["added"], &again["unchanged"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(again["files"][0]["settled"][0]["value"], "Italia felix");
    let rest = import(&accede, "statements", &file);
    assert_eq!((&rest["added"], &rest["unchanged"]), (&json!(0), &json!(2)));
}

#[test]
fn a_difference_from_the_record_waits_and_what_is_added_is_a_correction() {
    let accede = Accede::new();
    let file = accede.file(
        "plans.csv",
        "treaty,plan,title,until,source_title\n\
         ccm,vientiane,Vientiane Plan,,a page\n\
         ccm,lausanne,Lausanne Action Plan,,a page\n",
    );
    let told = import(&accede, "plans", &file);
    assert_eq!((&told["added"], &told["unchanged"]), (&json!(0), &json!(1)));
    let why = told["quarantined"][0]["why"].as_str().unwrap();
    assert!(
        why.starts_with("adopted: the file has nothing, the record `2010-11-12`")
            || why.contains(
                "title: the file has `Vientiane Plan`, the record `Vientiane Action Plan`"
            ),
        "{why}"
    );
    let file = accede.file(
        "plan-actions.csv",
        "treaty,plan,number,text,note,source_title\n\
         ccm,vientiane,1,To bring it about,known by its number alone,a page\n",
    );
    let told = import(&accede, "plan-actions", &file);
    let supplied = &told["files"][0]["supplied"][0];
    assert_eq!(supplied["what"], "ccm, vientiane, 1");
    let text = accede.ok("export plan-actions --treaty ccm --format json");
    assert!(text.contains("To bring it about"));
    assert_eq!(import(&accede, "plan-actions", &file)["unchanged"], 1);
}

#[test]
fn what_cannot_be_read_is_refused_with_its_place_and_nothing_is_recorded() {
    let accede = Accede::new();
    let before = accede.head();
    let refused = |kind: &str, name: &str, bytes: &[u8], says: &[&str]| {
        let file = accede.file(name, bytes);
        accede.fails(&format!("import {kind} {}", file.display()), 3, says);
    };
    refused(
        "plans",
        "columns.csv",
        b"treaty,plan,colour\nccm,x,red\n",
        &[
            "columns.csv",
            "unknown column heading `colour`",
            "the columns are treaty, plan, title",
        ],
    );
    refused(
        "statements",
        "short.csv",
        b"treaty,iso3\nccm,ITA\n",
        &["columns are missing: `date, meeting`"],
    );
    refused(
        "statements",
        "latin.csv",
        b"treaty,iso3,date,meeting\nccm,ITA,2016,Sess\xe3o\n",
        &["wrong encoding", "line 2, column 18"],
    );
    refused(
        "assistance",
        "day.csv",
        b"treaty,iso3,to,what,date\nccm,ITA,AFG,demining,2016-02-30\n",
        &["line 2, column `date`", "`2016-02-30` is not a date"],
    );
    refused(
        "roles",
        "kind.json",
        b"[{\"body\":{\"plan\":{\"treaty\":\"ccm\",\"plan\":\"x\",\"title\":\"X\"}},\"source\":{\"title\":\"a\"}}]",
        &["kind.json: line 1", "this file is of roles"],
    );
    refused(
        "meetings",
        "cut.csv",
        b"treaty,kind,start\nccm,\"MSP",
        &["not closed"],
    );
    refused("meetings", "picture.csv", b"\x89PNG\r\n", &["a PNG image"]);
    let huge = format!(
        "treaty,iso3,date,meeting\nccm,ITA,2016,{}\n",
        "x".repeat(3 << 20)
    );
    refused(
        "statements",
        "huge.csv",
        huge.as_bytes(),
        &["too long for an entry"],
    );
    assert_eq!(accede.head(), before);
}
