//! Field names, defaults and exit statuses that users script against.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use common::{Accede, NOW};
use serde_json::Value;

/// Every field is there, whatever it holds.
#[track_caller]
fn has(value: &Value, fields: &str) {
    let object = value
        .as_object()
        .unwrap_or_else(|| panic!("an object: {value}"));
    for field in fields.split_whitespace() {
        assert!(
            object.contains_key(field),
            "`{field}` is missing in {:?}",
            object.keys()
        );
    }
}

#[test]
fn status_has_the_fields_of_the_contract() {
    let view = Accede::new().json("status ccm --on 2024-01-01");
    has(
        &view,
        "treaty on known in_force entered_into_force counts participants",
    );
    has(
        &view["counts"],
        "signatures consents parties signatories_only withdrawn",
    );
    let italy = view["participants"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["iso3"] == "ITA")
        .unwrap();
    has(
        italy,
        "iso3 name standing provisional signed consented consent_act in_force left sources",
    );
    assert_eq!(view["treaty"], "ccm");
    assert_eq!(view["on"], "2024-01-01");
    assert_eq!(
        (&italy["standing"], &italy["provisional"]),
        (&Value::from("party"), &Value::from(false))
    );
    assert_eq!(italy["consent_act"], "ratification");
    assert!(!italy["sources"].as_array().unwrap().is_empty());
}

#[test]
fn changes_has_the_fields_of_the_contract() {
    let view = Accede::new().json("changes --from 2023-01-01 --to 2023-12-31");
    has(&view, "from to acts summary");
    for act in view["acts"].as_array().unwrap() {
        has(act, "date treaty iso3 name act in_force source");
        let date = act["date"].as_str().unwrap();
        assert!(("2023".."2024").contains(&date), "{date}");
    }
    assert!(view["acts"].as_array().unwrap().len() > 10, "all treaties");
}

#[test]
fn both_ends_of_a_period_are_included() {
    let accede = Accede::new();
    // The Gambia's ratification of the CTBT was deposited on 24 March 2022.
    let acts = |from: &str, to: &str| {
        let view = accede.json(&format!("changes ctbt --from {from} --to {to}"));
        view["acts"].as_array().unwrap().len()
    };
    assert_eq!(acts("2022-03-24", "2022-03-24"), 1);
    assert_eq!(acts("2022-03-23", "2022-03-24"), 1);
    assert_eq!(acts("2022-03-24", "2022-03-25"), 1);
    assert_eq!(acts("2022-03-25", "2022-03-25"), 0);
}

#[test]
fn eif_has_the_fields_of_the_contract() {
    let view = Accede::new().json("eif ctbt --on 2024-06-01");
    has(
        &view,
        "treaty on condition met date required have missing earliest because",
    );
    for state in view["missing"].as_array().unwrap() {
        has(state, "iso3 name standing lacks");
    }
    let lacks: Vec<_> = view["missing"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| m["lacks"].as_str().unwrap())
        .collect();
    assert!(
        lacks.contains(&"ratification") && lacks.contains(&"signature and ratification"),
        "{lacks:?}"
    );
}

#[test]
fn due_has_the_fields_of_the_contract() {
    let accede = Accede::new();
    let view = accede.json("due --treaty ccm --on 2026-01-01");
    let duties = view["duties"].as_array().unwrap();
    assert!(!duties.is_empty());
    for duty in duties {
        has(
            duty,
            "treaty iso3 article duty due original_due extensions standing fulfilled because sources",
        );
        let standing = duty["standing"].as_str().unwrap();
        let known = [
            "fulfilled",
            "due",
            "overdue",
            "extended",
            "dormant",
            "not_applicable",
            "unknown",
        ];
        assert!(known.contains(&standing), "{standing}");
    }
    let within = accede.json("due --treaty ccm --from 2020-01-01 --to 2020-12-31");
    let within = within["duties"].as_array().unwrap();
    assert!(!within.is_empty());
    for duty in within {
        assert!(duty["due"].as_str().unwrap().starts_with("2020"), "{duty}");
    }
}

#[test]
fn explain_gives_steps_with_their_rule_and_text() {
    let view = Accede::new().json("explain ccm ITA in_force --on 2024-01-01");
    has(&view, "treaty iso3 article date because sources");
    assert_eq!(view["date"], "2012-03-01");
    for step in view["because"].as_array().unwrap() {
        has(step, "rule article day inputs text");
    }
}

#[test]
fn verify_has_the_fields_of_the_contract() {
    let verified = Accede::new().json("verify");
    has(&verified, "entries head holds seconds");
    assert_eq!(verified["holds"], true);
    assert_eq!(verified["head"].as_str().unwrap().len(), 64);
    assert!(verified["entries"].as_u64().unwrap() > 4000);
    assert!(verified["seconds"].as_f64().is_some());
}

#[test]
fn reconcile_compares_every_printed_count_and_says_so() {
    let accede = Accede::new();
    let run = accede.run(["reconcile", "ccm", "--json"]);
    let view: Value = serde_json::from_str(&run.stdout()).unwrap();
    let reconciled = view["reconciled"].as_array().unwrap();
    assert!(!reconciled.is_empty());
    for one in reconciled {
        has(one, "treaty what printed computed holds");
        assert_eq!(one["holds"], one["printed"] == one["computed"]);
    }
    let all_hold = reconciled.iter().all(|one| one["holds"] == true);
    assert_eq!(run.status(), i32::from(!all_hold), "{}", run.stderr());
}

#[test]
fn every_read_command_answers_in_three_forms() {
    let accede = Accede::new();
    for line in [
        "status ctbt",
        "changes ctbt --from 2020-01-01 --to 2024-01-01",
        "eif ctbt",
        "due --treaty ccm --state ITA",
        "explain ccm ITA 3(2)",
        "state ITA",
        "verify",
        "findings",
        "uncertain",
        "entry 1",
        "treaty list",
        "treaty show ccm",
    ] {
        let table = accede.ok(line);
        assert!(!table.trim().is_empty(), "{line}");
        accede.json(line);
        let csv = accede.ok(&format!("{line} --csv"));
        let mut rows = csv::Reader::from_reader(csv.as_bytes());
        let columns = rows.headers().unwrap().len();
        assert!(columns > 1, "{line}");
        // The reader refuses rows of another length than the heading.
        rows.records()
            .for_each(|row| assert_eq!(row.unwrap().len(), columns, "{line}"));
    }
    accede.fails("status ctbt --json --csv", 2, &["cannot be used with"]);
}

#[test]
fn tables_for_people_carry_day_knowledge_definitions_and_sources() {
    let table = Accede::new().ok("status ctbt --on 2023-09-22");
    for words in [
        "Comprehensive Nuclear-Test-Ban Treaty",
        "22 September 2023: not in force",
        "187  signatures",
        "178  consents",
        "signature stands, no consent stands",
        "as known at",
        "source: ",
        "Italy",
    ] {
        assert!(table.contains(words), "`{words}` is not in\n{table}");
    }
}

#[test]
fn states_go_by_code_or_by_name_in_six_languages_and_names_are_given_in_them() {
    let accede = Accede::new();
    for name in [
        "RUS",
        "rus",
        "Russian Federation",
        "Fédération de Russie",
        "Federación de Rusia",
        "Российская Федерация",
        "俄罗斯联邦",
        "الاتحاد الروسي",
    ] {
        let run = accede.run([
            "status",
            "ctbt",
            "--on",
            "2024-06-01",
            "--json",
            "--state",
            name,
        ]);
        let view: Value = serde_json::from_str(&run.ok()).unwrap();
        assert_eq!(view["participants"][0]["iso3"], "RUS", "{name}");
    }
    let name = |lang: &str| {
        let view = accede.json(&format!(
            "--lang {lang} status ctbt --on 2024-06-01 --state RUS"
        ));
        view["participants"][0]["name"].as_str().unwrap().to_owned()
    };
    assert_eq!(name("fr"), "Fédération de Russie");
    assert_eq!(name("zh"), "俄罗斯联邦");
    accede.fails("--lang it status ctbt", 2, &["en, fr, es, ar, zh or ru"]);
}

#[test]
fn treaties_go_by_id_short_name_or_number() {
    let accede = Accede::new();
    for name in ["ctbt", "CTBT", "XXVI-4", "xxvi-4"] {
        assert_eq!(
            accede.json(&format!("status {name} --on 2024-06-01"))["treaty"],
            "ctbt"
        );
    }
}

#[test]
fn wrong_usage_is_2_and_says_what_was_expected() {
    let accede = Accede::new();
    accede.fails(
        "status tpwn",
        2,
        &["no treaty here is called `tpwn`", "`tpnw`"],
    );
    accede.fails(
        "status ctbt --state Itly",
        2,
        &["no participant is called `Itly`", "ITA"],
    );
    accede.fails(
        "status ctbt --on 2023-02-31",
        2,
        &["2023-02-31", "2023-02-28"],
    );
    accede.fails(
        "status ctbt --on yesterday",
        2,
        &["yesterday", "2011-09-21"],
    );
    accede.fails(
        "changes ctbt --from 2024-01-02 --to 2024-01-01",
        2,
        &["before it begins"],
    );
    accede.fails("eif ctbt --if CHN", 2, &["CHN=2027-02-01"]);
    accede.fails("eif ctbt --if Chna=2027-02-01", 2, &["Chna", "CHN"]);
    accede.fails("explain ccm ITA 99", 2, &["`99`", "`3(2)`"]);
    accede.fails("due --from 2024-01-01", 2, &["--to"]);
    accede.fails("entry 99999999", 2, &["no entry 99999999"]);
    accede.fails("frobnicate", 2, &["frobnicate"]);
    accede.fails("", 2, &["Usage"]);
    accede.fails(
        "serve --database-url postgres://desk:secret@x/d?sslmode=prefer",
        2,
        &["the database is not understood", "only perhaps"],
    );
    accede.fails(
        "status ctbt --known 2024-13-01",
        2,
        &["2024-13-01", "2026-11-21T12:00:00Z"],
    );
}

#[test]
fn today_is_the_default_day_and_now_the_default_knowledge() {
    let view = Accede::new().json("status ccm");
    assert_eq!(view["on"], &NOW[..10]);
    assert_eq!(view["known"], NOW);
}

#[test]
fn before_the_first_entry_nothing_was_known_and_it_says_so() {
    let accede = Accede::new();
    accede.ok("status ccm");
    let run = accede.run(["status", "ccm", "--known", "2020-01-01", "--json"]);
    let view: Value = serde_json::from_str(&run.ok()).unwrap();
    assert_eq!(
        (&view["counts"]["consents"], &view["in_force"]),
        (&Value::from(0), &Value::from(false))
    );
    assert_eq!(view["known"], "2020-01-01T23:59:59.999999999Z");
    assert!(
        run.stderr().contains("nothing was known"),
        "{}",
        run.stderr()
    );
    accede.fails(
        "status nosuch --known 2020-01-01",
        2,
        &["no treaty here is called `nosuch`"],
    );
    for line in [
        "changes ccm --from 2000-01-01 --to 2020-01-01",
        "due --treaty ccm --state ITA",
    ] {
        let view = accede.json(&format!("{line} --known 2020-01-01"));
        assert_eq!(view["head"]["entries"], 0, "{line}");
    }
    accede.fails("eif ccm --known 2020-01-01", 2, &["nothing was known here"]);
    let changes = accede.run([
        "changes",
        "--from",
        "2000-01-01",
        "--to",
        "2020-01-01",
        "--known",
        "2020-01-01",
        "--json",
    ]);
    let view: Value = serde_json::from_str(&changes.ok()).unwrap();
    assert_eq!(view["acts"].as_array().unwrap().len(), 0);
    assert!(changes.stderr().contains("nothing was known here"));
}

#[test]
fn completions_are_for_every_shell_and_need_no_data() {
    let accede = Accede::unused("all");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let text = accede.ok(&format!("completions {shell}"));
        assert!(text.contains("reconcile"), "{shell}");
    }
    assert!(!accede.data().exists());
    accede.fails("completions tcsh", 2, &["tcsh"]);
}

#[test]
fn help_and_version_are_no_failures() {
    let accede = Accede::new();
    assert!(accede.ok("--help").contains("Exit status"));
    assert!(accede.ok("--version").starts_with("accede "));
    assert!(accede.ok("help status").contains("--state"));
}

#[test]
fn the_same_question_at_the_same_moment_has_the_same_bytes() {
    // Each filled by itself.
    let (one, other) = (Accede::unused("all"), Accede::unused("all"));
    for line in [
        "status ccm --json",
        "due --csv",
        "findings --json",
        "eif ctbt",
        "export acts --format csv",
    ] {
        assert_eq!(one.ok(line), other.ok(line), "{line}");
    }
}

#[test]
#[cfg(unix)]
fn a_reader_that_goes_away_is_no_error() {
    use std::io::Read;
    use std::process::Stdio;
    let accede = Accede::new();
    accede.ok("status ccm");
    for line in [
        "findings --json",
        "changes --from 1900-01-01 --to 2026-01-01",
        "export acts",
    ] {
        let mut child = accede
            .command(line.split_whitespace())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = [0];
        let mut stdout = child.stdout.take().unwrap();
        stdout.read_exact(&mut first).unwrap();
        drop(stdout);
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{line}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{line}");
    }
}
