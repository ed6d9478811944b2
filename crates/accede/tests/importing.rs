//! Importing pages and tables: what is added, what is refused, and that a refusal leaves the
//! ledger as it was.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::path::Path;

use common::Accede;
use serde_json::{Value, json};

/// A status page in the collection's XML, with invented rows under the CCM.
fn ccm_page(rows: &str, signatories: u32, parties: u32) -> String {
    format!(
        r#"<?xml version="1.0" encoding="ISO-8859-1"?>
<Treaties><Treaty mtdsg_no="XXVI-6">
<ExternalData><Titlesect>6. Convention on Cluster Munitions</Titlesect>
<StatusAsAt>Status as at 3 February 2026</StatusAsAt>
<Status><Signatories>{signatories}</Signatories><Parties>{parties}</Parties></Status></ExternalData>
<Participants><Table><TGroup>
<Thead><Row><Entry>Participant</Entry><Entry>Signature</Entry><Entry>Approval(AA), Acceptance(A), Accession(a), Ratification</Entry></Row></Thead>
<Tbody><Rows>{rows}</Rows></Tbody>
</TGroup></Table></Participants></Treaty></Treaties>"#
    )
}

fn row(name: &str, signed: &str, consented: &str) -> String {
    format!(
        "\n<Row><Entry>{name}</Entry><Entry>{signed}</Entry><Entry>{consented}</Entry></Row>"
    )
}

fn import(accede: &Accede, kind: &str, file: &Path, more: &[&str]) -> common::Run {
    let mut args = vec![
        "import".to_owned(),
        kind.to_owned(),
        file.display().to_string(),
        "--json".to_owned(),
    ];
    args.extend(more.iter().map(|more| (*more).to_owned()));
    accede.run(args)
}

#[track_caller]
fn imported(accede: &Accede, kind: &str, file: &Path) -> Value {
    serde_json::from_str(&import(accede, kind, file, &[]).ok()).unwrap()
}

#[test]
fn a_page_is_added_once_and_a_dry_run_writes_nothing() {
    let accede = Accede::without_acts();
    let page = ccm_page(
        &(row("Italy", "3 Dec 2008", "21 Sep 2011")
            + &row("Norway", "3 Dec 2008", "3 Dec 2008")),
        2,
        2,
    );
    let file = accede.file("XXVI-6.en.xml", page);
    let before = accede.head();
    let dry: Value =
        serde_json::from_str(&import(&accede, "mtdsg", &file, &["--dry-run"]).ok()).unwrap();
    assert_eq!(
        (&dry["added"], &dry["unchanged"], &dry["dry_run"]),
        (&json!(4), &json!(0), &json!(true))
    );
    assert_eq!(accede.head(), before);
    let first = imported(&accede, "mtdsg", &file);
    assert_eq!(
        (&first["added"], &first["dry_run"]),
        (&json!(4), &json!(false))
    );
    for one in first["reconciled"].as_array().unwrap() {
        assert_eq!(
            (&one["printed"], &one["computed"], &one["holds"]),
            (&json!(2), &json!(2), &json!(true))
        );
    }
    let italy = &accede.json("status ccm --state Italy --on 2012-01-01")["participants"][0];
    assert_eq!(italy["consented"], "2011-09-21");
    let after = accede.head();
    let second = imported(&accede, "mtdsg", &file);
    assert_eq!(
        (&second["added"], &second["unchanged"]),
        (&json!(0), &json!(4))
    );
    assert_eq!(accede.head(), after, "a second import writes nothing");
}

#[test]
fn the_file_is_kept_under_the_hash_its_acts_name() {
    let accede = Accede::without_acts();
    let page = ccm_page(&row("Italy", "3 Dec 2008", ""), 1, 0);
    let file = accede.file("ccm.xml", &page);
    import(
        &accede,
        "mtdsg",
        &file,
        &[
            "--url",
            "https://example.org/ccm.xml",
            "--retrieved",
            "2026-11-20",
        ],
    )
    .ok();
    let source = &accede.json("status ccm --state ITA")["participants"][0]["sources"][0];
    assert_eq!(
        (&source["url"], &source["retrieved"]),
        (&json!("https://example.org/ccm.xml"), &json!("2026-11-20"))
    );
    let entry = accede.json(&format!("entry {}", source["entry"]));
    let hash = entry["source"]["sha256"].as_str().unwrap();
    let kept = accede
        .data()
        .join("documents/sha256")
        .join(&hash[..2])
        .join(&hash[2..]);
    assert_eq!(std::fs::read_to_string(kept).unwrap(), page);
    assert_eq!(entry["author"], "A. Tester");
}

#[test]
fn an_unknown_name_waits_in_quarantine_until_a_person_names_it() {
    let accede = Accede::without_acts();
    let rows = row("Italy", "3 Dec 2008", "") + &row("Freedonia", "3 Dec 2008", "21 Sep 2011");
    let file = accede.file("ccm.xml", ccm_page(&rows, 2, 1));
    let report = imported(&accede, "mtdsg", &file);
    assert_eq!(report["added"], 1, "the rest of the page is taken");
    let held = &report["quarantined"][0];
    assert_eq!(held["value"], "Freedonia");
    assert!(held["where"].as_str().unwrap().contains("row 2"), "{held}");
    assert!(!held["why"].as_str().unwrap().is_empty());
    let findings = accede.json("findings --treaty ccm");
    assert!(
        findings["findings"]
            .as_array()
            .unwrap()
            .iter()
            .any(|f| f["kind"] == "quarantined")
    );
    let again = imported(&accede, "mtdsg", &file);
    assert_eq!(again["quarantined"][0]["known"], true);
    assert_eq!(again["files"][0]["recorded"], Value::Null);
    // A person says who that is.
    accede
        .run(["alias", "Freedonia", "XAA", "--source", "a film"])
        .fails(2, &["XAA"]);
    accede
        .run(["alias", "Freedonia", "AND", "--source", "a film of 1933"])
        .ok();
    let third = imported(&accede, "mtdsg", &file);
    assert_eq!(
        (
            &third["added"],
            third["quarantined"].as_array().unwrap().len()
        ),
        (&json!(2), 0)
    );
    // What waited is placed, so it waits no more, and stands nowhere as an open question.
    let settled = &third["files"][0]["settled"];
    assert_eq!(settled[0]["value"], "Freedonia", "{settled}");
    let open = accede.ok("findings --treaty ccm");
    assert!(!open.contains("Freedonia"), "{open}");
    let head = accede.head();
    let fourth = imported(&accede, "mtdsg", &file);
    assert_eq!(fourth["files"][0]["settled"], json!([]));
    assert_eq!(accede.head(), head, "and it is settled once");
}

#[test]
fn a_newer_page_settles_a_name_that_an_older_one_left_open() {
    let accede = Accede::new();
    let rows =
        |day: &str| row("Italy", "3 Dec 2008", "21 Sep 2011") + &row("Freedonia", "", day);
    let old = accede.file("old.xml", ccm_page(&rows("9 Apr 2013 a"), 107, 112));
    imported(&accede, "mtdsg", &old);
    accede
        .run(["alias", "Freedonia", "AND", "--source", "a film of 1933"])
        .ok();
    let new = accede.file("new.xml", ccm_page(&rows("9 Apr 2013 a"), 107, 113));
    let report = imported(&accede, "mtdsg", &new);
    assert_eq!(report["files"][0]["settled"][0]["value"], "Freedonia");
    assert!(!accede.ok("findings --treaty ccm").contains("Freedonia"));
}

#[test]
fn a_page_of_an_unknown_treaty_creates_it() {
    let accede = Accede::new();
    let page = ccm_page(&row("Italy", "3 Dec 1998", "21 Sep 1999"), 1, 1)
        .replace("XXVI-6", "XXVII-99")
        .replace(
            "6. Convention on Cluster Munitions",
            "99. Convention on Invented Matters",
        );
    let file = accede.file("XXVII-99.en.xml", page);
    let report = imported(&accede, "mtdsg", &file);
    assert_eq!(report["added"], 2);
    let status = accede.json("status XXVII-99 --on 2020-01-01");
    assert_eq!(
        (
            &status["counts"]["signatures"],
            &status["counts"]["consents"]
        ),
        (&json!(1), &json!(1))
    );
    assert!(
        status["title"]
            .as_str()
            .unwrap()
            .contains("Invented Matters")
    );
}

#[test]
fn an_act_no_longer_listed_is_disputed_and_counts_until_a_person_decides() {
    let accede = Accede::without_acts();
    let both = ccm_page(
        &(row("Italy", "3 Dec 2008", "21 Sep 2011")
            + &row("Norway", "3 Dec 2008", "3 Dec 2008")),
        2,
        2,
    );
    imported(&accede, "mtdsg", &accede.file("one.xml", both));
    let one = ccm_page(
        &(row("Italy", "3 Dec 2008", "") + &row("Norway", "3 Dec 2008", "3 Dec 2008")),
        2,
        1,
    );
    let report = imported(&accede, "mtdsg", &accede.file("two.xml", one));
    let disputed = &report["disputed"][0];
    assert_eq!(
        (&disputed["iso3"], &disputed["act"]),
        (&json!("ITA"), &json!("ratification"))
    );
    let consents = report["reconciled"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["what"] == "consents")
        .unwrap();
    assert_eq!(
        (
            &consents["printed"],
            &consents["computed"],
            &consents["holds"]
        ),
        (&json!(1), &json!(2), &json!(false))
    );
    let italy = &accede.json("status ccm --state ITA --on 2026-03-01")["participants"][0];
    assert_eq!(
        (&italy["standing"], &italy["uncertain"]),
        (&json!("party"), &json!(true))
    );
}

#[test]
fn a_part_of_a_page_does_not_say_that_everybody_else_left() {
    let accede = Accede::new();
    let rows = row("Italy", "3 Dec 2008", "") + &row("Norway", "3 Dec 2008", "3 Dec 2008");
    let file = accede.file("part.xml", ccm_page(&rows, 2, 1));
    let report = imported(&accede, "mtdsg", &file);
    // Italy is listed, without its ratification; of the others nothing is said.
    let disputed = report["disputed"].as_array().unwrap();
    assert_eq!(disputed.len(), 1, "{disputed:?}");
    assert_eq!(disputed[0]["iso3"], "ITA");
    let held = &report["quarantined"][0]["why"];
    assert!(held.as_str().unwrap().contains("excerpt"), "{held}");
}

#[test]
fn answers_of_unoda_are_read_and_agree_with_the_record() {
    let accede = Accede::new();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/intake");
    for (name, unchanged) in [("unoda-ctbt.json", 8), ("unoda-ctbt.html", 4)] {
        let report = imported(&accede, "unoda", &fixtures.join(name));
        assert_eq!(
            (&report["added"], &report["unchanged"]),
            (&json!(0), &json!(unchanged)),
            "{name}"
        );
    }
    let empty = Accede::without_acts();
    let report = imported(&empty, "unoda", &fixtures.join("unoda-ctbt.json"));
    assert_eq!(report["added"], 7, "{report}");
    // The database does not say what kind of withdrawal Russia's was.
    assert!(
        report["quarantined"][0]["value"]
            .as_str()
            .unwrap()
            .contains("Withdrawal")
    );
    let head = empty.head();
    assert_eq!(
        imported(&empty, "unoda", &fixtures.join("unoda-ctbt.json"))["added"],
        0
    );
    assert_eq!(empty.head(), head);
}

#[test]
fn acts_that_cannot_be_wait_in_quarantine_and_the_rest_of_the_page_stands() {
    let accede = Accede::without_acts();
    // Before the opening, never signed, an accession by a signatory; the printed counts do not
    // take them in.
    let rows = row("Norway", "3 Dec 2008", "3 Dec 2008")
        + &row("Italy", "2 Dec 2007", "")
        + &row("France", "", "25 Sep 2009")
        + &row("Spain", "3 Dec 2008", "17 Jun 2009 a");
    let report = imported(
        &accede,
        "mtdsg",
        &accede.file("ccm.xml", ccm_page(&rows, 2, 1)),
    );
    assert_eq!(report["added"], 3, "Norway's two, Spain's signature");
    let held: Vec<_> = report["quarantined"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            (
                one["value"].as_str().unwrap().to_owned(),
                one["why"].as_str().unwrap().to_owned(),
            )
        })
        .collect();
    let why = |value: &str| {
        &held
            .iter()
            .find(|one| one.0 == value)
            .unwrap_or_else(|| panic!("{value} in {held:?}"))
            .1
    };
    assert!(why("ITA signature 2007-12-02").contains("opened on 2008-12-03"));
    assert!(why("FRA ratification 2009-09-25").contains("only signatories"));
    assert!(why("ESP accession 2009-06-17").contains("it has signed"));
    for one in report["quarantined"].as_array().unwrap() {
        assert!(one["where"].as_str().unwrap().contains("row"), "{one}");
    }
    let again = imported(
        &accede,
        "mtdsg",
        &accede.file("ccm.xml", ccm_page(&rows, 2, 1)),
    );
    assert_eq!(
        again["files"][0]["recorded"],
        Value::Null,
        "it waits already"
    );
}

#[test]
fn what_the_page_itself_counts_is_recorded_with_a_note() {
    let accede = Accede::without_acts();
    // The depositary counts an acceptance without a signature, as it does for Chile and the CCW.
    let rows = row("Norway", "3 Dec 2008", "3 Dec 2008") + &row("Chile", "", "16 Dec 2010 A");
    let report = imported(
        &accede,
        "mtdsg",
        &accede.file("ccm.xml", ccm_page(&rows, 1, 2)),
    );
    assert_eq!(
        (
            &report["added"],
            report["quarantined"].as_array().unwrap().len()
        ),
        (&json!(3), 0)
    );
    assert!(
        report["files"][0]["remarks"][0]
            .as_str()
            .unwrap()
            .contains("CHL acceptance")
    );
    let findings = accede.json("findings --treaty ccm --state CHL");
    assert!(
        findings["findings"]
            .as_array()
            .unwrap()
            .iter()
            .any(|f| f["kind"] == "never_signed")
    );
}

#[test]
fn what_comes_out_of_turn_waits_even_where_the_page_counts_it() {
    let accede = Accede::without_acts();
    let rows = row("Norway", "3 Dec 2008", "3 Dec 2008")
        + &row("France", "", "25 Sep 2009")
        + &row("Spain", "3 Dec 2008", "17 Jun 2009 a");
    let report = imported(
        &accede,
        "mtdsg",
        &accede.file("ccm.xml", ccm_page(&rows, 2, 3)),
    );
    assert_eq!(report["added"], 3);
    let held = report["quarantined"].as_array().unwrap();
    assert_eq!(held.len(), 2, "{held:?}");
    let consents = report["reconciled"].as_array().unwrap();
    let consents = consents
        .iter()
        .find(|one| one["what"] == "consents")
        .unwrap();
    assert_eq!(
        (&consents["computed"], &consents["by_rows"]),
        (&json!(1), &json!(3))
    );
}

/// Each is refused whole: status 3, the file and what is wrong with it; the ledger as it was.
#[test]
fn files_that_cannot_be_read_are_refused_and_leave_the_ledger_as_it_was() {
    let accede = Accede::without_acts();
    let before = accede.head();
    let check = |kind: &str, name: &str, bytes: &[u8], says: &[&str]| {
        let file = accede.file(name, bytes);
        let run = import(&accede, kind, &file, &[]);
        run.fails(3, &[name, "help: ", "nothing was recorded"]);
        run.fails(3, says);
        assert_eq!(run.stdout(), "");
        assert_eq!(accede.head(), before, "{name}");
    };
    let page = ccm_page(&row("Italy", "3 Dec 2008", ""), 1, 0);
    for kind in ["mtdsg", "unoda", "acts"] {
        check(kind, "empty.csv", b"", &["the file is empty"]);
        check(kind, "binary.csv", b"%PDF-1.7\n\x00\x01", &["not text"]);
        check(kind, "zeros.csv", &[0; 4096], &["not text"]);
    }
    check(
        "mtdsg",
        "heading.xml",
        page.replace(">Signature<", ">Signed in blood<").as_bytes(),
        &["Signed in blood", "line"],
    );
    check(
        "mtdsg",
        "closed.html",
        b"<html><body>urgent maintenance and is currently unavailable</body></html>",
        &["maintenance"],
    );
    check(
        "mtdsg",
        "cut.xml",
        &page.as_bytes()[..page.len() / 2],
        &["cut.xml"],
    );
    check(
        "acts",
        "latin.csv",
        b"treaty,name,act,date\nccm,C\xf4te d'Ivoire,signature,2008-12-04\n",
        &["wrong encoding", "line 2"],
    );
    check(
        "acts",
        "heading.csv",
        b"treaty,iso3,act,date,colour\nccm,ITA,signature,2008-12-03,red\n",
        &["colour"],
    );
}

#[test]
fn a_date_that_is_not_of_the_calendar_is_never_taken() {
    let accede = Accede::without_acts();
    let rows = row("Italy", "31 Feb 2009", "") + &row("Norway", "3 Dec 2008", "");
    let report = imported(
        &accede,
        "mtdsg",
        &accede.file("ccm.xml", ccm_page(&rows, 2, 0)),
    );
    assert_eq!(report["added"], 1);
    let held = &report["quarantined"][0];
    assert!(
        held["value"].as_str().unwrap().contains("31 Feb 2009"),
        "{held}"
    );
    assert!(held["where"].as_str().unwrap().contains("row 1"), "{held}");
}

#[test]
fn rows_of_an_acts_file_that_cannot_be_are_all_named_and_nothing_is_taken() {
    let accede = Accede::new();
    let before = accede.head();
    let check = |rows: &str, says: &[&str]| {
        let file = accede.file(
            "acts.csv",
            format!("treaty,iso3,act,date,source_title\n{rows}\n"),
        );
        let run = import(&accede, "acts", &file, &[]);
        run.fails(3, &["acts.csv", "nothing was recorded"]);
        run.fails(3, says);
        assert_eq!(accede.head(), before, "{rows}");
    };
    // Guinea has not signed the CCM; Angola has, and not ratified; Italy has done both.
    check(
        "ccm,MNG,accession,2023-02-31,a note",
        &["line 2", "`date`", "2023-02-31"],
    );
    check(
        "ccm,MNG,accession,2007-12-03,a note",
        &["line 2", "not open yet"],
    );
    check(
        "ccm,MNG,ratification,2020-12-03,a note",
        &["line 2", "only signatories"],
    );
    check(
        "ccm,AGO,accession,2020-12-03,a note",
        &["line 2", "it has signed"],
    );
    check(
        "ccm,ITA,ratification,2020-12-03,a note",
        &["line 2", "already stands", "2011-09-21"],
    );
    check(
        "ccm,MNG,accession,2030-12-03,a note",
        &["line 2", "after today"],
    );
    check("ccm,ZZZ,accession,2020-12-03,a note", &["line 2", "ZZZ"]);
    check(
        "nosuch,MNG,accession,2020-12-03,a note",
        &["line 2", "nosuch"],
    );
    check(
        "ccm,MNG,adhesion,2020-12-03,a note",
        &["line 2", "`act`", "adhesion"],
    );
    check(
        "ccm,MNG,accession,2020-12-03,a note\nccm,AGO,accession,2020-12-03,a note\nccm,MNG,signature,20-12-03,a note",
        &["line 3", "line 4"],
    );
}

#[test]
fn a_file_of_a_gigabyte_is_refused_before_it_is_read() {
    let accede = Accede::without_acts();
    let before = accede.head();
    let path = accede.file("huge.xml", "<?xml version=\"1.0\"?>");
    // Sparse: it takes no room on the disk.
    std::fs::File::options()
        .write(true)
        .open(&path)
        .unwrap()
        .set_len(1 << 30)
        .unwrap();
    for kind in ["mtdsg", "unoda", "acts"] {
        let begun = std::time::Instant::now();
        import(&accede, kind, &path, &[])
            .fails(3, &["huge.xml", "1073741824 bytes", "at most"]);
        assert!(begun.elapsed().as_secs() < 2, "it was read");
    }
    assert_eq!(accede.head(), before);
}

#[test]
fn of_several_files_none_is_recorded_if_one_cannot_be_read() {
    let accede = Accede::without_acts();
    let before = accede.head();
    let good = accede.file("good.xml", ccm_page(&row("Italy", "3 Dec 2008", ""), 1, 0));
    let empty = accede.file("empty.xml", "");
    let other = accede.file("binary.xml", [0; 10]);
    let run = accede.run([
        "import".as_ref(),
        "mtdsg".as_ref(),
        good.as_os_str(),
        empty.as_os_str(),
        other.as_os_str(),
    ]);
    run.fails(
        3,
        &[
            "2 of 3 files",
            "empty.xml",
            "binary.xml",
            "nothing was recorded",
        ],
    );
    assert_eq!(accede.head(), before);
    let run = accede.run(["import", "mtdsg", "missing.xml"]);
    run.fails(3, &["missing.xml"]);
    accede.run(["import", "mtdsg"]).fails(2, &["FILE"]);
    accede
        .run(["import", "minutes", "x.csv"])
        .fails(2, &["mtdsg", "unoda", "acts"]);
}
