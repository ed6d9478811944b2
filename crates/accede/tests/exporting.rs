//! What is exported imports back unchanged.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::path::PathBuf;

use common::Accede;
use serde_json::{Value, json};

/// The acts on record, without what each ledger gives of its own: numbers and moments.
fn acts(accede: &Accede) -> Vec<Value> {
    let text = accede.ok("export acts --format json");
    let mut acts: Vec<Value> = serde_json::from_str(&text).unwrap();
    for act in &mut acts {
        let act = act.as_object_mut().unwrap();
        assert!(act.remove("entry").is_some() && act.remove("recorded").is_some());
    }
    acts.sort_by_key(ToString::to_string);
    acts
}

fn export(accede: &Accede, format: &str) -> PathBuf {
    let file = accede.folder().join(format!("acts.{format}"));
    accede.ok(&format!(
        "export acts --format {format} --out {}",
        file.display()
    ));
    file
}

fn import(accede: &Accede, file: &std::path::Path) -> Value {
    accede.json(&format!("import acts {}", file.display()))
}

/// Where everybody stands, under every treaty.
fn standings(accede: &Accede, on: &str) -> Value {
    let mut list = accede.json(&format!("treaty list --on {on}"));
    list["treaties"].take()
}

#[test]
fn the_whole_record_survives_export_and_import_in_each_form() {
    let shipped = Accede::new();
    let expected = acts(&shipped);
    assert!(expected.len() > 4400, "{}", expected.len());
    for format in ["csv", "json", "xml"] {
        let file = export(&shipped, format);
        let before = shipped.head();
        let same = import(&shipped, &file);
        assert_eq!(
            (&same["added"], &same["unchanged"]),
            (&json!(0), &json!(expected.len())),
            "{format}"
        );
        assert_eq!(
            shipped.head(),
            before,
            "{format}: importing one's own export writes nothing"
        );
        let empty = Accede::without_acts();
        assert!(acts(&empty).is_empty());
        let report = import(&empty, &file);
        assert_eq!(report["added"], expected.len(), "{format}");
        assert_eq!(acts(&empty), expected, "{format}");
        for on in ["1975-01-01", "2011-06-01", "2026-11-21"] {
            assert_eq!(
                standings(&empty, on),
                standings(&shipped, on),
                "{format} {on}"
            );
        }
        let again = import(&empty, &file);
        assert_eq!(again["added"], 0, "{format}");
    }
}

#[test]
fn doubts_travel_with_their_acts() {
    let one = Accede::new();
    let entry =
        one.json("status ccm --state ITA")["participants"][0]["sources"][0]["entry"].clone();
    let dispute = [
        "dispute",
        &entry.to_string(),
        "--why",
        "a test, in doubt",
        "--suspend",
    ]
    .map(str::to_owned);
    one.run(dispute).ok();
    let other = Accede::without_acts();
    import(&other, &export(&one, "csv"));
    let (a, b) = ("status ccm --state ITA", "status npt --state PRK");
    for line in [a, b] {
        let standing = |accede: &Accede| {
            let one = &accede.json(line)["participants"][0];
            (one["standing"].clone(), one["uncertain"].clone())
        };
        assert_eq!(standing(&other), standing(&one), "{line}");
    }
    assert_eq!(other.json(a)["participants"][0]["uncertain"], true);
}

#[test]
fn an_export_heeds_its_filters() {
    let accede = Accede::new();
    let rows = |line: &str| {
        let csv = accede.ok(line);
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let head = reader.headers().unwrap().clone();
        let column = move |name: &str| head.iter().position(|h| h == name).unwrap();
        let (treaty, iso3, act, date) = (
            column("treaty"),
            column("iso3"),
            column("act"),
            column("date"),
        );
        reader
            .records()
            .map(|row| row.unwrap())
            .map(|row| [&row[treaty], &row[iso3], &row[act], &row[date]].join(" "))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        rows("export acts --treaty ccm --state Italy"),
        [
            "ccm ITA signature 2008-12-03",
            "ccm ITA ratification 2011-09-21"
        ]
    );
    assert_eq!(
        rows("export acts --treaty ccm --state ITA --act ratification"),
        ["ccm ITA ratification 2011-09-21"]
    );
    assert_eq!(
        rows("export acts --state ITA --from 2011-09-21 --to 2011-09-21"),
        ["ccm ITA ratification 2011-09-21"]
    );
    assert_eq!(
        rows("export acts --treaty ccm --state ITA --on 2011-09-20"),
        ["ccm ITA signature 2008-12-03"]
    );
    assert!(
        rows("export acts --treaty ccm --treaty ctbt")
            .iter()
            .all(|row| row.starts_with("ccm ") || row.starts_with("ctbt "))
    );
    accede.fails("export acts --treaty tpwn", 2, &["`tpwn`"]);
    accede.fails("export acts --act adhesion", 2, &["adhesion"]);
    accede.fails("export status --act accession", 2, &["--act"]);
}

#[test]
fn a_status_is_exported_as_it_is_shown() {
    let accede = Accede::new();
    let shown = accede.ok("status ccm --on 2020-01-01 --csv");
    assert_eq!(
        accede.ok("export status --treaty ccm --on 2020-01-01"),
        shown
    );
    let all: Value =
        serde_json::from_str(&accede.ok("export status --on 2020-01-01 --format json"))
            .unwrap();
    let ccm = all
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["treaty"] == "ccm")
        .unwrap();
    assert_eq!(*ccm, accede.json("status ccm --on 2020-01-01"));
    assert!(all.as_array().unwrap().len() > 20);
}

#[test]
fn a_file_is_written_whole_or_not_at_all_and_its_name_gives_the_form() {
    let accede = Accede::new();
    accede.ok("export acts --treaty ccm --out ccm.json");
    let text = std::fs::read_to_string(accede.folder().join("ccm.json")).unwrap();
    assert!(serde_json::from_str::<Value>(&text).unwrap().is_array());
    let run = accede.fails(
        "export acts --out nowhere/acts.csv",
        4,
        &["nowhere/acts.csv"],
    );
    assert_eq!(run.stdout(), "");
    let left: Vec<_> = std::fs::read_dir(accede.folder())
        .unwrap()
        .map(|f| f.unwrap().file_name())
        .collect();
    assert_eq!(left.len(), 2, "the data and the one file: {left:?}");
}

/// Tables for other programs: the same bytes each time, whole or not at all.
#[test]
fn the_record_is_exported_as_tables() {
    let accede = Accede::new();
    let folder = accede.folder().join("tables");
    let read = |name: &str| std::fs::read(folder.join(name)).unwrap();
    let ask = |what: &str, to: &str| {
        let out = folder.join(to);
        accede.ok(&format!(
            "export {what} --on 2026-11-21 --out {}",
            out.display()
        ));
    };
    ask("data", "");
    let package: Value = serde_json::from_slice(&read("datapackage.json")).unwrap();
    let resources = package["resources"].as_array().unwrap();
    assert!(resources.len() > 10);
    for resource in resources {
        let file = read(resource["path"].as_str().unwrap());
        assert_eq!(resource["bytes"], file.len(), "{resource}");
    }
    ask("sqlite", "one.sqlite");
    ask("sqlite", "two.sqlite");
    let one = read("one.sqlite");
    assert!(one.starts_with(b"SQLite format 3\0") && one.len() > 1_000_000);
    assert!(
        one == read("two.sqlite"),
        "the same record gives the same bytes"
    );
    for wrong in [
        "export sqlite",
        "export data",
        "export sqlite --treaty ccm --out x",
    ] {
        accede.fails(wrong, 2, &[]);
    }
}
