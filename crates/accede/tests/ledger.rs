//! The data directory and its ledger: first use, several processes at once, damage.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::fs;

use common::Accede;
use serde_json::{Value, json};

#[test]
fn processes_that_first_use_a_directory_at_once_make_one_ledger() {
    let accede = Accede::unused("all");
    let children: Vec<_> = (0..4)
        .map(|_| {
            accede
                .command(["status", "ctbt", "--on", "2023-09-22", "--json"])
                .stdout(std::process::Stdio::piped())
                .stderr(std::process::Stdio::piped())
                .spawn()
                .unwrap()
        })
        .collect();
    for child in children {
        let run = common::Run(child.wait_with_output().unwrap());
        let view: Value = serde_json::from_str(&run.ok()).unwrap();
        assert_eq!(view["counts"]["consents"], 178);
    }
    assert_eq!(
        accede.head(),
        Accede::new().head(),
        "the same to the byte as any other"
    );
}

#[test]
fn an_import_by_several_processes_at_once_is_recorded_once() {
    let accede = Accede::without_acts();
    let rows: String = (1..=28)
        .map(|day| format!("ccm,ITA,declaration,2011-02-{day:02},words of day {day},a note\n"))
        .collect();
    let file = accede.file(
        "acts.csv",
        format!("treaty,iso3,act,date,text,source_title\n{rows}"),
    );
    let before = accede.head().0;
    let children: Vec<_> = (0..4)
        .map(|_| {
            accede
                .command(["import", "acts", file.to_str().unwrap(), "--json"])
                .stdout(std::process::Stdio::piped())
                .stderr(std::process::Stdio::piped())
                .spawn()
                .unwrap()
        })
        .collect();
    let added: Vec<u64> = children
        .into_iter()
        .map(|child| {
            let run = common::Run(child.wait_with_output().unwrap());
            let report: Value = serde_json::from_str(&run.ok()).unwrap();
            report["added"].as_u64().unwrap()
        })
        .collect();
    assert_eq!(added.iter().sum::<u64>(), 28, "{added:?}");
    assert_eq!(accede.head().0, before + 28);
}

#[test]
fn another_file_that_one_was_reading_for_is_no_ledger() {
    let accede = Accede::unused("all");
    fs::create_dir(accede.data()).unwrap();
    fs::write(
        accede.data().join("ledger.sqlite"),
        "dear diary, this is no ledger",
    )
    .unwrap();
    accede.fails("status ctbt", 4, &["is not a ledger", "help: "]);
    assert_eq!(
        fs::read(accede.data().join("ledger.sqlite")).unwrap().len(),
        29,
        "it is left as it is"
    );
}

/// Every byte that is flipped in the file of the entries is noticed by whoever reads them, and
/// `verify` says so with status 1.
#[test]
fn a_damaged_ledger_is_refused_and_verify_says_up_to_where_it_holds() {
    let whole = Accede::new();
    let bytes = fs::read(whole.data().join("ledger.sqlite")).unwrap();
    // Inside the payload of an entry: its text is somewhere in the file.
    let words = b"Convention on Cluster Munitions";
    let at = bytes
        .windows(words.len())
        .position(|window| window == words)
        .unwrap();
    let damaged = Accede::new();
    let mut flipped = bytes.clone();
    flipped[at] ^= 1;
    fs::write(damaged.data().join("ledger.sqlite"), &flipped).unwrap();
    for line in [
        "status ccm",
        "changes --from 2020-01-01 --to 2021-01-01",
        "export acts",
        "findings",
        "retract 1 --why test",
    ] {
        let run = damaged.fails(line, 4, &["damaged", "`accede verify`"]);
        assert_eq!(run.stdout(), "", "{line}");
    }
    let run = damaged.run(["verify", "--json"]);
    run.fails(1, &["does not hold"]);
    let report: Value = serde_json::from_str(&run.stdout()).unwrap();
    assert_eq!(report["holds"], false);
    let broken_at = report["broken_at"].as_u64().unwrap();
    assert!(report["holds_to"].as_u64().unwrap() < broken_at);
    assert_eq!(
        fs::read(damaged.data().join("ledger.sqlite")).unwrap(),
        flipped,
        "nothing is mended"
    );
}

#[test]
fn a_ledger_that_was_cut_off_is_missed() {
    let accede = Accede::new();
    let path = accede.data().join("ledger.sqlite");
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    let run = accede.run(["status", "ccm"]);
    assert_eq!(
        (run.status(), run.stdout().as_str()),
        (4, ""),
        "{}",
        run.stderr()
    );
    let run = accede.run(["verify", "--json"]);
    run.fails(1, &[]);
    assert_eq!(
        serde_json::from_str::<Value>(&run.stdout()).unwrap()["holds"],
        false
    );
    // All of it gone, with the note of its head still there: not a new ledger, but a lost one.
    fs::remove_file(&path).unwrap();
    let run = accede.run(["status", "ccm"]);
    assert_eq!(run.status(), 4, "{}", run.stdout());
    let run = accede.run(["verify", "--json"]);
    run.fails(1, &["the file is gone"]);
    assert_eq!(
        serde_json::from_str::<Value>(&run.stdout()).unwrap()["holds"],
        false
    );
}

#[test]
fn what_holds_of_a_damaged_ledger_can_be_saved_into_a_new_one() {
    let accede = Accede::new();
    accede.ok("retract 1 --why test");
    let path = accede.data().join("ledger.sqlite");
    let mut bytes = fs::read(&path).unwrap();
    // The last entry is altered; all that shipped holds.
    let words = b"statement of A. Tester";
    let at = bytes
        .windows(words.len())
        .position(|window| window == words)
        .unwrap();
    bytes[at] ^= 1;
    fs::write(&path, bytes).unwrap();
    let run = accede.run(["verify", "--save-to", "saved"]);
    run.fails(1, &["--save-to", "saved "]);
    let view = accede.json("status ctbt --on 2023-09-22 --data saved");
    assert_eq!(view["counts"]["consents"], 178);
    assert_eq!(
        accede.json("verify --data saved")["head"],
        Accede::new().head().1
    );
    accede.fails("verify --save-to saved", 4, &["nothing was saved"]);
}

/// The shipped facts are a batch a subject: damage among the acts leaves what stands before them.
#[test]
fn damage_among_the_shipped_acts_leaves_what_stands_before_them() {
    let accede = Accede::new();
    let path = accede.data().join("ledger.sqlite");
    let mut bytes = fs::read(&path).unwrap();
    let words = br#""act":{"by":"NOR","kind":"ratification""#;
    let at = bytes
        .windows(words.len())
        .position(|window| window == words)
        .unwrap();
    bytes[at + 10] ^= 1;
    fs::write(&path, bytes).unwrap();
    let run = accede.run(["verify", "--json"]);
    run.fails(1, &[]);
    let view: serde_json::Value = serde_json::from_str(&run.stdout()).unwrap();
    let holds_to = view["holds_to"].as_u64().unwrap();
    assert!((1_000..6_000).contains(&holds_to), "{holds_to}");
    assert_eq!(view["holds"], false);
}

#[test]
#[cfg(unix)]
fn a_data_directory_on_read_only_media_is_read() {
    use std::os::unix::fs::PermissionsExt;
    let accede = Accede::new();
    let mode =
        |mode| fs::set_permissions(accede.data(), fs::Permissions::from_mode(mode)).unwrap();
    mode(0o555);
    let view = accede.json("status ctbt --on 2023-09-22");
    let retracted = accede.run(["retract", "1", "--why", "a test"]);
    mode(0o755);
    assert_eq!(view["counts"]["consents"], 178);
    // Whoever may do anything is not held back by permissions.
    let may_do_anything = fs::metadata("/proc/self").is_ok_and(|me| {
        use std::os::unix::fs::MetadataExt;
        me.uid() == 0
    });
    if !may_do_anything {
        retracted.fails(4, &["help: "]);
    }
}

#[test]
fn a_directory_that_cannot_be_made_says_what_to_do() {
    let accede = Accede::unused("all");
    fs::write(accede.data(), "a file").unwrap();
    let run = accede.run(["status", "ccm", "--data", "/dev/null/nowhere"]);
    run.fails(4, &["/dev/null/nowhere", "help: "]);
}

#[test]
fn what_was_known_then_is_answered_as_then() {
    let accede = Accede::new();
    let later = |line: &str| {
        let words: Vec<_> = line.split('|').collect();
        let mut command = accede.command(&words);
        command.env("ACCEDE_NOW", "2027-03-01T09:00:00Z");
        common::Run(command.output().unwrap()).ok()
    };
    let ratification = ratification_of_italy(&accede);
    later(&format!("retract|{ratification}|--why|a test"));
    let standing = |line: &str| accede.json(line)["participants"][0]["standing"].clone();
    assert_eq!(
        standing("status ccm --state ITA --on 2024-01-01 --known 2027-03-02"),
        "signatory"
    );
    assert_eq!(
        standing("status ccm --state ITA --on 2024-01-01 --known 2027-02-28"),
        "party"
    );
    // Not given, everything on record is known, even where the machine's clock stands before it.
    assert_eq!(
        standing("status ccm --state ITA --on 2024-01-01"),
        "signatory"
    );
    accede.fails(
        "retract 1 --why test --known 2027-01-01",
        2,
        &["leave --known out"],
    );
}

fn ratification_of_italy(accede: &Accede) -> u64 {
    let acts: Value = serde_json::from_str(
        &accede.ok("export acts --treaty ccm --state ITA --act ratification --format json"),
    )
    .unwrap();
    acts[0]["entry"].as_u64().unwrap()
}

#[test]
fn a_person_retracts_disputes_and_corrects_and_the_old_entry_stays() {
    let accede = Accede::new();
    let entry = ratification_of_italy(&accede);
    let italy = |accede: &Accede| {
        accede.json("status ccm --state ITA --on 2024-01-01")["participants"][0].clone()
    };
    let run = |args: &[&str]| serde_json::from_str::<Value>(&accede.run(args).ok()).unwrap();
    let number = entry.to_string();

    let disputed = run(&[
        "dispute",
        &number,
        "--why",
        "the page says otherwise",
        "--json",
    ]);
    assert_eq!(
        (&italy(&accede)["standing"], &italy(&accede)["uncertain"]),
        (&json!("party"), &json!(true))
    );
    let lifted = disputed["first"].to_string();
    run(&["retract", &lifted, "--why", "it does not", "--json"]);
    assert_eq!(italy(&accede)["uncertain"], false);

    let suspended = run(&[
        "dispute",
        &number,
        "--suspend",
        "--why",
        "to be looked at",
        "--json",
    ]);
    assert_eq!(italy(&accede)["standing"], "signatory");
    run(&[
        "retract",
        &suspended["first"].to_string(),
        "--why",
        "looked at",
        "--json",
    ]);

    run(&[
        "correct",
        &number,
        "--date",
        "2011-09-22",
        "--why",
        "a test",
        "--source",
        "a letter",
        "--json",
    ]);
    assert_eq!(italy(&accede)["consented"], "2011-09-22");
    run(&[
        "correct",
        &number,
        "--act",
        "acceptance",
        "--why",
        "a test",
        "--author",
        "B. Tester",
        "--json",
    ]);
    let now = italy(&accede);
    assert_eq!(
        (&now["consented"], &now["consent_act"]),
        (&json!("2011-09-22"), &json!("acceptance"))
    );

    let retracted = run(&["retract", &number, "--why", "a test", "--json"]);
    assert_eq!(italy(&accede)["standing"], "signatory");
    run(&[
        "retract",
        &retracted["first"].to_string(),
        "--why",
        "a test of a test",
        "--json",
    ]);
    assert_eq!(italy(&accede)["standing"], "party");

    let old = accede.json(&format!("entry {entry}"));
    assert!(old["touched_by"].as_array().unwrap().len() >= 4, "{old}");
    assert_eq!(
        accede.json(&format!("entry {lifted}"))["author"],
        "A. Tester"
    );
    accede.head();
}

#[test]
fn what_cannot_be_corrected_is_said() {
    let accede = Accede::new();
    let number = ratification_of_italy(&accede).to_string();
    let before = accede.head();
    let fails = |args: &[&str], says: &[&str]| accede.run(args).fails(2, says);
    fails(
        &["correct", "1", "--date", "2011-09-22", "--why", "x"],
        &["no act", "`accede retract`"],
    );
    fails(
        &["correct", &number, "--date", "2011-09-21", "--why", "x"],
        &["already says so"],
    );
    fails(&["correct", &number, "--why", "x"], &["--date"]);
    fails(
        &["correct", &number, "--date", "2011-02-31", "--why", "x"],
        &["2011-02-31"],
    );
    fails(&["correct", &number, "--date", "2011-09-22"], &["--why"]);
    fails(
        &["correct", &number, "--state", "Itly", "--why", "x"],
        &["Itly"],
    );
    fails(&["retract", "999999", "--why", "x"], &["no entry 999999"]);
    fails(&["retract", &number, "--why", "  "], &["say something"]);
    accede
        .run([
            "retract",
            &number,
            "--why",
            "as in a paper marked EU SECRET",
        ])
        .fails(3, &["EU SECRET", "nothing was recorded"]);
    assert_eq!(accede.head(), before);
}

#[test]
fn a_lawyer_adds_a_treaty_file_and_a_faulty_one_is_shown_at_the_place() {
    let accede = Accede::new();
    let text = accede.ok("treaty show tpnw");
    let before = accede.head();
    let same = accede.file("tpnw.toml", &text);
    accede
        .run(["treaty".as_ref(), "add".as_ref(), same.as_os_str()])
        .ok();
    assert_eq!(accede.head(), before, "it is on record already");
    let other = text
        .replacen("id = \"tpnw\"", "id = \"x-treaty\"", 1)
        .replacen("XXVI-9", "XXVI-99", 1);
    let file = accede.file("x-treaty.toml", &other);
    accede
        .run(["treaty".as_ref(), "add".as_ref(), file.as_os_str()])
        .ok();
    assert_eq!(
        accede.json("status x-treaty --on 2026-01-01")["counts"]["consents"],
        0
    );
    assert_eq!(accede.head().0, before.0 + 1);
    let faulty = accede.file("faulty.toml", other.replacen("opened", "opend", 1));
    let run = accede.run(["treaty".as_ref(), "add".as_ref(), faulty.as_os_str()]);
    run.fails(3, &["faulty.toml", "line", "opend", "docs/rules.md"]);
    assert_eq!(accede.head().0, before.0 + 1);
}
