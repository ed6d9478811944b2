//! The outreach log on the command line: told in words, as an e-mail, and as a file that goes out and comes back.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use common::Accede;
use serde_json::{Value, json};

const SENTENCE: &str = "12 Mar 2023 Vienna, PR met DPR of Nepal, bill in parliament, send model legislation by May";

fn tell(accede: &Accede, more: &[&str]) -> common::Run {
    let mut args = vec![
        "--as", "italy", "--json", "approach", "add", "--treaty", "ctbt", "--by", "Italy",
    ];
    args.extend(more);
    accede.run(args)
}

fn told(accede: &Accede, more: &[&str]) -> Value {
    serde_json::from_str(&tell(accede, more).ok()).unwrap()
}

fn log(accede: &Accede) -> Vec<Value> {
    let log: Value =
        serde_json::from_str(&accede.ok("--as italy export log --format json")).unwrap();
    log.as_array().unwrap().clone()
}

#[test]
fn what_is_told_in_words_is_shown_and_recorded_when_a_person_says_so() {
    let accede = Accede::without_acts();
    let shown = told(&accede, &["--text", SENTENCE]);
    assert_eq!(shown["recorded"], Value::Null);
    assert_eq!(shown["missing"], json!([]));
    assert_eq!(shown["draft"]["to"][0]["participant"], "NPL");
    assert_eq!(log(&accede), [] as [Value; 0]);
    let recorded = told(
        &accede,
        &["--text", SENTENCE, "--yes", "--seen-by", "italy"],
    );
    assert!(recorded["recorded"]["first"].is_string());
    let all = log(&accede);
    assert_eq!(all.len(), 1);
    let approach = &all[0]["approach"];
    assert_eq!(approach["on"], "2023-03-12");
    assert_eq!(approach["offered"], json!(["model_legislation"]));
    assert_eq!(approach["next"][0]["by"], "2023-05");
    // The words themselves are kept only where that is asked for.
    assert_eq!(approach.get("note"), None);
    assert_eq!(all[0]["audience"], json!({"teams": ["italy"]}));
    assert!(
        accede.ok("export log").lines().count() == 1,
        "anyone sees the head alone"
    );
    for (more, says) in [
        (
            &["--text", "hello", "--yes", "--seen-by", "italy"][..],
            "does not say what it was, whom",
        ),
        (&["--text", SENTENCE, "--yes"], "who may see it"),
        (
            &["--text", SENTENCE, "--yes", "--seen-by", "public"][..],
            "",
        ),
        (
            &[
                "--text",
                "NATO SECRET: met Nepal",
                "--yes",
                "--seen-by",
                "italy",
            ],
            "NATO SECRET",
        ),
    ] {
        let run = tell(&accede, more);
        assert_eq!(
            run.status() == 0,
            says.is_empty(),
            "{more:?}: {}",
            run.stderr()
        );
        assert!(run.stderr().contains(says), "{}", run.stderr());
    }
    assert_eq!(log(&accede).len(), 2);
}

#[test]
fn a_cable_is_read_from_a_file_and_names_nobody() {
    let accede = Accede::without_acts();
    let cable = include_str!("../../../fixtures/missives/cable.txt");
    let file = accede.file("cable.txt", cable);
    let file = file.to_str().unwrap();
    let one = told(&accede, &["--mail", file, "--yes", "--seen-by", "italy"]);
    assert_eq!(one["missive"]["form"], "cable");
    assert_eq!(one["missive"]["from"][0]["organisation"], "PERMREP VIENNA");
    let all = log(&accede);
    assert_eq!(all[0]["approach"]["to"][0]["participant"], "NPL");
    let marked = accede.file(
        "marked.txt",
        include_str!("../../../fixtures/missives/marked.txt"),
    );
    tell(
        &accede,
        &[
            "--mail",
            marked.to_str().unwrap(),
            "--yes",
            "--seen-by",
            "italy",
        ],
    )
    .fails(3, &["RESTREINT UE", "nothing was kept"]);
    assert_eq!(log(&accede).len(), 1);
}

#[test]
fn an_exported_log_comes_back_unchanged_and_a_second_time_adds_nothing() {
    let accede = Accede::without_acts();
    told(
        &accede,
        &[
            "--text",
            SENTENCE,
            "--yes",
            "--seen-by",
            "italy",
            "--label",
            "amber",
            "--keep-text",
        ],
    );
    told(
        &accede,
        &[
            "--text",
            "Met Bhutan; Uganda 2023-01-05, next: call; us",
            "--to",
            "Bhutan",
            "--to",
            "org:A; B",
            "--kind",
            "letter",
            "--yes",
            "--seen-by",
            "italy,south-africa",
        ],
    );
    for form in ["csv", "json"] {
        let out = accede.ok(&format!("--as italy export log --format {form}"));
        let other = Accede::without_acts();
        let file = other.file(&format!("log.{form}"), &out);
        let line = format!("--as italy --json import log {}", file.display());
        let dry: Value = serde_json::from_str(&other.ok(&format!("{line} --dry-run"))).unwrap();
        assert_eq!(
            dry["files"][0]["added"].as_array().unwrap().len(),
            2,
            "{dry}"
        );
        assert_eq!(log(&other), [] as [Value; 0]);
        other.ok(&line);
        let again: Value = serde_json::from_str(&other.ok(&line)).unwrap();
        assert_eq!(again["files"][0]["unchanged"], 2);
        assert_eq!(again["files"][0]["added"], json!([]));
        let bare = |all: Vec<Value>| -> Vec<Value> {
            let strip = |mut one: Value| {
                for name in ["entry", "recorded"] {
                    one.as_object_mut().unwrap().remove(name);
                }
                one
            };
            all.into_iter().map(strip).collect()
        };
        assert_eq!(bare(log(&other)), bare(log(&accede)));
        other.ok("verify");
    }
    // Narrowed, and for one team alone.
    assert_eq!(accede.ok("--as south-africa export log").lines().count(), 2);
    assert_eq!(
        accede
            .ok("--as italy export log --state Nepal")
            .lines()
            .count(),
        2
    );
    assert_eq!(
        accede
            .ok("--as italy export log --treaty ccm")
            .lines()
            .count(),
        1
    );
    assert_eq!(
        accede
            .ok("--as italy export log --to 2022-12-31")
            .lines()
            .count(),
        1
    );
}

#[test]
fn a_coordinators_table_is_taken_and_what_is_unknown_waits_out_of_sight_of_others() {
    let accede = Accede::without_acts();
    let table = "Date,State,By,Kind,Outcome\n\
        12 March 2023,Nepaal,Italy,letter,no answer\n\
        13 March 2023,Bhutan,Italy,letter,no answer\n";
    let file = accede.file("log.csv", table);
    let line = format!("import log {} --treaty ctbt", file.display());
    accede.fails(
        &format!("--as italy {line}"),
        2,
        &["does not say who may see it", "--seen-by"],
    );
    accede.fails(
        &format!("{line} --seen-by italy"),
        2,
        &["out of your sight"],
    );
    let first = accede.ok(&format!("--as italy {line} --seen-by italy"));
    assert!(
        first.contains("1 approaches added") || first.contains("1 approach"),
        "{first}"
    );
    assert!(first.contains("line 2, column `to`: `Nepaal`"), "{first}");
    assert_eq!(log(&accede).len(), 1);
    // What waits is its team's alone, and waits once.
    let waits = |viewer: &str| {
        accede
            .ok(&format!("{viewer} findings --json"))
            .contains("Nepaal")
    };
    assert!(waits("--as italy") && !waits(""));
    let again = accede.ok(&format!("--as italy {line} --seen-by italy"));
    assert!(again.contains("nothing to record"), "{again}");
    // Mended, it is placed, and waits no more.
    accede.file("log.csv", table.replace("Nepaal", "Nepal"));
    let mended = accede.ok(&format!("--as italy {line} --seen-by italy"));
    assert!(mended.contains("placed now"), "{mended}");
    assert_eq!(log(&accede).len(), 2);
    assert!(!waits("--as italy"));
    accede.ok("verify");
}

#[test]
fn options_of_a_log_are_refused_elsewhere() {
    let accede = Accede::without_acts();
    let file = accede.file("names.csv", "iso3,alias\nNPL,Nepaal\n");
    let line = format!("import names {} --seen-by italy", file.display());
    accede.fails(&line, 2, &["are for a log"]);
    accede.fails("--as italy export log --format xml", 2, &["no form in XML"]);
}

#[test]
fn votes_are_recorded_once_and_what_cannot_be_believed_waits() {
    let accede = Accede::without_acts();
    let file = accede.file(
        "votes.csv",
        include_str!("../../../fixtures/votes/invented.csv"),
    );
    let line = format!("--json import votes {}", file.display());
    let first = accede.json(&format!("import votes {}", file.display()));
    let report = &first["files"][0];
    assert_eq!(report["added"].as_array().unwrap().len(), 2, "{report}");
    assert_eq!(
        report["added"][0]["by_title"],
        "Implementation of the Convention on Cluster Munitions"
    );
    assert_eq!(report["quarantined"].as_array().unwrap().len(), 2);
    assert_eq!(report["passed_over"], 1);
    let again: Value = serde_json::from_str(&accede.ok(&line)).unwrap();
    assert_eq!(
        (
            &again["files"][0]["unchanged"],
            &again["files"][0]["recorded"]
        ),
        (&json!(2), &Value::Null)
    );
    accede.fails(
        &format!("import votes {} --seen-by italy", file.display()),
        2,
        &["votes are public"],
    );
    accede.ok("verify");
}

#[test]
fn a_vote_that_waited_for_a_name_completes_its_roll_call_and_waits_no_more() {
    let accede = Accede::without_acts();
    let table = include_str!("../../../fixtures/votes/invented.csv");
    let file = accede.file("votes.csv", table);
    let read =
        |file: &std::path::Path| accede.json(&format!("import votes {}", file.display()));
    let waits = |what: &str| accede.ok("findings --json").contains(what);
    let count = |report: &Value, of: &str| report["files"][0][of].as_array().unwrap().len();
    let first = read(&file);
    assert_eq!(
        (count(&first, "quarantined"), count(&first, "settled")),
        (2, 0)
    );
    assert!(waits("XQX FREEDONIA"));
    accede
        .run(["alias", "Freedonia", "Togo", "--source", "invented"])
        .ok();
    let shown = accede.ok(&format!("import votes {} --dry-run", file.display()));
    assert!(shown.contains("placed now: what entry"), "{shown}");
    assert!(waits("XQX FREEDONIA"), "a dry run settles nothing");
    let again = read(&file);
    assert_eq!((count(&again, "added"), count(&again, "amended")), (0, 1));
    assert_eq!(
        (count(&again, "quarantined"), count(&again, "settled")),
        (1, 1)
    );
    assert_eq!(again["files"][0]["amended"][0]["yes"], 3);
    assert!(!waits("XQX FREEDONIA") && waits("A/RES/90/3"));
    // Twice is once.
    let third = read(&file);
    assert_eq!(
        (&third["unchanged"], &third["files"][0]["recorded"]),
        (&json!(2), &Value::Null)
    );
    // What waits on waits once, wherever another file has it.
    let (head, rows) = table.split_once('\n').unwrap();
    let turned: Vec<_> = std::iter::once(head).chain(rows.lines().rev()).collect();
    let report = read(&accede.file("turned.csv", turned.join("\n")));
    assert_eq!(count(&report, "quarantined"), 1);
    assert_eq!(report["files"][0]["recorded"], Value::Null, "{report}");
    // A newer file has every row of the roll call that waited.
    let nepal = rows.lines().find(|row| row.starts_with("2,NPL")).unwrap();
    let nepal = nepal.replacen("2,", "3,", 1).replace("90/2", "90/3");
    let whole = format!("{table}{}\n", nepal.replace(",3.0,", ",2.0,"));
    let report = read(&accede.file("newer.csv", whole));
    assert_eq!(
        (count(&report, "added"), count(&report, "settled")),
        (1, 1),
        "{report}"
    );
    assert!(!waits("A/RES/90/3"));
    accede.ok("verify");
}
