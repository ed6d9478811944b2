//! What people type by mistake: told what was wrong and what to do, with the contract's status.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use common::Accede;

#[test]
fn a_day_outside_the_years_on_record_is_told_from_one_outside_the_calendar() {
    let accede = Accede::without_acts();
    let run = accede.fails("status ccm --on 0000-01-01", 2, &["1000 to 9999"]);
    assert!(!run.stderr().contains("last day of that month"));
    accede.fails("status ccm --on 21.9.2011", 2, &["2011-09-21"]);
    accede.ok("status ccm --on 9999-12-31");
}

#[test]
fn a_moment_is_read_as_tables_print_it() {
    let accede = Accede::new();
    let page = accede.ok("status ccm --state ITA");
    let (_, printed) = page.split_once("as known at ").unwrap();
    let printed = printed.split_once(';').unwrap().0;
    assert_eq!(printed, "2026-11-21 12:00:00 UTC");
    let again = accede.run(["status", "ccm", "--state", "ITA", "--known", printed]);
    assert_eq!(again.ok(), page);
}

#[test]
fn a_state_is_supposed_to_deposit_once_and_not_after_it_did() {
    let accede = Accede::new();
    accede.fails(
        "eif ctbt --if Chine=2027-01-01 --if CHN=2028-01-01",
        2,
        &["two deposits of CHN", "once"],
    );
    let idle = accede.run(["eif", "ctbt", "--if", "FRA=2027-01-01"]);
    idle.ok();
    assert!(
        idle.stderr()
            .contains("France has consented already, on 1998-04-06")
    );
}

#[test]
fn an_export_takes_no_devices_place_and_follows_a_link() {
    let accede = Accede::new();
    accede.fails(
        "export acts --treaty ccm --out x.pdf",
        2,
        &["`pdf`", "--format"],
    );
    accede.ok("export acts --treaty ccm --out x.pdf --format csv");
    #[cfg(unix)]
    {
        use std::os::unix::fs::{FileTypeExt, symlink};
        let pipe = accede.folder().join("pipe");
        let status = std::process::Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap();
        assert!(status.success());
        let reader = {
            let pipe = pipe.clone();
            std::thread::spawn(move || std::fs::read_to_string(pipe).unwrap())
        };
        accede.ok("export acts --treaty ccm --out pipe");
        assert!(reader.join().unwrap().starts_with("treaty,iso3,"));
        assert!(std::fs::metadata(&pipe).unwrap().file_type().is_fifo());
        let real = accede.file("real.csv", "old");
        symlink(&real, accede.folder().join("link.csv")).unwrap();
        accede.ok("export acts --treaty ccm --out link.csv");
        assert!(
            std::fs::read_to_string(&real)
                .unwrap()
                .starts_with("treaty,iso3,")
        );
        let link = std::fs::symlink_metadata(accede.folder().join("link.csv")).unwrap();
        assert!(link.is_symlink());
    }
}

#[test]
fn files_and_addresses_that_are_none_say_what_to_do() {
    let accede = Accede::without_acts();
    accede.fails(
        "import acts missing.csv",
        3,
        &["missing.csv", "name is right"],
    );
    accede.fails("import acts -", 3, &["standard input is not read"]);
    accede.fails(
        "serve --listen nonsense",
        2,
        &["nonsense", "127.0.0.1:8080"],
    );
    let run = accede.fails(&format!("status {}", "x".repeat(50_000)), 2, &["no treaty"]);
    assert!(run.stderr().len() < 1_000);
    accede.fails("status tpwn", 2, &["nearest is `tpnw`"]);
}

#[test]
fn a_count_that_does_not_hold_says_which_figures_differ() {
    let accede = Accede::without_acts();
    let page = |rows: &str| {
        format!(
            "<Treaties><Treaty mtdsg_no=\"XXVI-6\"><ExternalData><Titlesect>6. Convention on Cluster Munitions</Titlesect>\
             <StatusAsAt>Status as at 21 November 2026</StatusAsAt>\
             <Status><Signatories>2</Signatories><Parties>1</Parties></Status></ExternalData>\
             <Participants><Table><TGroup><Thead><Row><Entry>Participant</Entry><Entry>Signature</Entry>\
             <Entry>Ratification</Entry></Row></Thead><Tbody><Rows>{rows}</Rows></Tbody></TGroup></Table></Participants></Treaty></Treaties>"
        )
    };
    let row = |name: &str| {
        format!("<Row><Entry>{name}</Entry><Entry>3 Dec 2008</Entry><Entry></Entry></Row>")
    };
    let file = accede.file("ccm.xml", page(&(row("Italy") + &row("Freedonia"))));
    let told = accede.ok(&format!("import mtdsg {} --dry-run", file.display()));
    let flat = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        flat.contains(
            "signatures: DOES NOT HOLD: printed 2; the rows of the file give 1 (1 value of it \
             waits in quarantine); the record with it gives 1 on 2026-11-21"
        ),
        "{told}"
    );
}

#[test]
fn what_lies_behind_a_figure_is_said_beside_it() {
    let accede = Accede::new();
    // A notice that has not taken effect changes no standing, and is told all the same.
    let told = accede.ok("status ccm --on 2024-10-01 --state LTU");
    assert!(
        told.contains("notice of withdrawal on 2024-09-06"),
        "{told}"
    );
    let told = accede.ok("status ccm --on 2024-09-05 --state LTU");
    assert!(!told.contains("notice"), "{told}");
    // A treaty in force of which few deposits are on record.
    let told = Accede::without_acts().ok("eif ccm");
    assert!(
        told.contains("0 of 30 instruments: fewer on record than it needed"),
        "{told}"
    );
}

#[test]
fn what_was_taken_back_is_not_changed_until_it_stands_again() {
    let accede = Accede::new();
    let source = &accede.json("status ccm --state ITA")["participants"][0]["sources"][1];
    let entry = source["entry"].to_string();
    let (last, _) = accede.head();
    accede.run(["retract", &entry, "--why", "a test"]).ok();
    let by = (last + 1).to_string();
    let told = format!("by entry {by}");
    for command in [
        &["retract", &entry, "--why", "again"][..],
        &["dispute", &entry, "--why", "late"],
        &["correct", &entry, "--why", "late", "--date", "2011-09-20"],
    ] {
        accede.run(command).fails(2, &["taken back already", &told]);
    }
    accede.run(["retract", &by, "--why", "it was right"]).ok();
    let standing = &accede.json("status ccm --state ITA")["participants"][0]["standing"];
    assert_eq!(standing, "party");
    accede
        .run(["dispute", &entry, "--why", "now it can be"])
        .ok();
}
