//! Documents are brought: what they say of themselves is proposed with its evidence, and taken where a person says so.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::path::{Path, PathBuf};

use common::Accede;
use serde_json::Value;

/// A statement with a head, as it is handed out in the room.
const STATEMENT: &str = "Eleventh Meeting of the States Parties to the Convention on Cluster Munitions
Geneva, 11 September 2023

Statement by Ambassador Leonardo Bencini, Permanent Representative of Italy to the Conference on Disarmament

General exchange of views

Mr. President,

Italy aligns itself with the statement of the European Union. We call for the universalization of the Convention \
on Cluster Munitions.
";

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../transcribe/tests/fixtures")
        .join(name)
}

/// The first value that is proposed for a field, and whether it is sure.
fn proposed<'v>(described: &'v Value, field: &str) -> Option<(&'v str, bool)> {
    let all = described["proposals"].as_array().unwrap();
    let one = all.iter().find(|one| one["field"] == field)?;
    Some((
        one["value"].as_str().unwrap(),
        one["sure"].as_bool().unwrap(),
    ))
}

#[test]
fn what_a_statement_says_of_itself_is_told_with_its_words() {
    let accede = Accede::new();
    let head = accede.head();
    accede.file("note.txt", STATEMENT);
    let said = accede.json("document describe note.txt");
    for (field, value) in [
        ("kind", "statement"),
        ("title", "General exchange of views"),
        ("language", "en"),
        ("on", "2023-09-11"),
        ("treaty", "ccm"),
        ("meeting", "ccm-msp-11"),
        ("by", "ITA"),
        ("speaker", "Ambassador Leonardo Bencini"),
        ("aligned_with", "EUE"),
        ("theme", "general_exchange"),
    ] {
        assert_eq!(proposed(&said, field), Some((value, true)), "{field}");
    }
    assert_eq!(said["name"], "ita-ccm-msp-11-general-exchange");
    assert_eq!(said["remarks"], serde_json::json!([]));
    assert_eq!(said["description"]["at"][0]["value"]["number"], "11");
    // The words are in the paragraph that the anchor names.
    let text = accede.json("document text note.txt");
    let mut quoted = 0;
    for one in said["proposals"].as_array().unwrap() {
        let (Some(anchor), Some(words)) = (one["anchor"].as_str(), one["words"].as_str())
        else {
            continue;
        };
        let place: usize = anchor[1..].parse().unwrap();
        let block = text["blocks"][place - 1]["text"].as_str().unwrap();
        let block = block.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(block.contains(words), "{anchor}: {words}");
        quoted += 1;
    }
    assert!(quoted >= 9, "{quoted}");
    let told = accede.ok("document describe note.txt");
    assert!(told.contains("p1: \"11 September 2023\""), "{told}");
    assert!(told.contains("ITA (Italy)"), "{told}");
    assert_eq!(accede.head(), head);
}

#[test]
fn what_is_sure_is_taken_where_a_person_says_so_and_told() {
    let accede = Accede::new();
    accede.ok("team add italy --name Italy");
    accede.file("note.txt", STATEMENT);
    // Without being asked nothing is taken, and what would be is said.
    let head = accede.head();
    accede.fails(
        "document add note.txt --seen-by public",
        2,
        &[
            "--as-proposed would take",
            "name: ita-ccm-msp-11-general-exchange",
            "meeting: ccm-msp-11",
            "nobody said --name, --kind, --title",
        ],
    );
    assert_eq!(accede.head(), head);
    // What is given by hand wins.
    let run = accede.run([
        "document",
        "add",
        "note.txt",
        "--as-proposed",
        "--title",
        "On the way",
        "--by",
        "Austria",
        "--seen-by",
        "public",
    ]);
    let told = String::from_utf8(run.0.stderr.clone()).unwrap();
    run.ok();
    assert!(told.contains("taken as proposed"), "{told}");
    assert!(told.contains("kind: statement [p2: \"Statement"), "{told}");
    assert!(
        !told.contains("title:") && !told.contains("by: ITA"),
        "{told}"
    );
    let found = accede.json("find universalization state:AUT");
    let hit = &found["hits"][0];
    assert_eq!(hit["id"], "ita-ccm-msp-11-general-exchange");
    assert_eq!(hit["title"], "On the way");
    let entry = hit["entry"].to_string();
    let says = &accede.json(&format!("document show {entry}"))["says"];
    assert_eq!(says["by"], serde_json::json!(["AUT"]));
    assert_eq!(says["kind"], "statement");
    assert_eq!(says["on"], "2023-09-11");
    assert_eq!(says["at"]["number"], "11");
    assert_eq!(says["meeting"], "Eleventh Meeting of the States Parties");
    assert_eq!(says["aligned_with"], serde_json::json!(["EUE"]));
    // The same file again gets another name.
    let again = accede.json("document describe note.txt");
    assert_eq!(again["name"], "ita-ccm-msp-11-general-exchange-2");
    accede.fails(
        "document add --as-proposed --seen-by public",
        2,
        &["<FILE>"],
    );
    // What the file does not say outright is not made up.
    accede.file("bare.txt", "Nothing of note.\n");
    accede.fails(
        "document add bare.txt --as-proposed --seen-by public",
        2,
        &["the file does not say so outright"],
    );
}

#[test]
fn a_page_that_lists_statements_gives_rows_that_are_imported() {
    let accede = Accede::without_acts();
    accede.file(
        "page.txt",
        "Italy and the Convention\n\nEleventh Meeting of the States Parties (Geneva, 11-14 September 2023): General \
         exchange of views (Amb. Leonardo Bencini, 12 September); Victim assistance\n",
    );
    let line = "document describe page.txt --statements --treaty ccm --by Italy";
    let rows = accede.ok(&format!("{line} --csv"));
    accede.file("rows.csv", &rows);
    let again = accede.json("import statements rows.csv");
    assert_eq!(again["added"], 2, "{rows}");
    let kept = accede.ok("export statements --format csv");
    assert!(kept.contains("2023-09-12,\"Eleventh Meeting"), "{kept}");
    assert!(kept.contains("Victim assistance"), "{kept}");
    let json: Value = serde_json::from_str(&accede.ok(&format!("{line} --json"))).unwrap();
    assert_eq!(
        json[0]["body"]["statement"]["speaker"],
        "Amb. Leonardo Bencini"
    );
    accede.fails(
        "document describe page.txt --statements --treaty ccm --by Atlantis",
        2,
        &["Atlantis"],
    );
    accede.file("other.txt", "A letter.\n\nDear colleague, no list.\n");
    accede.fails(
        "document describe other.txt --statements --treaty ccm --by ITA",
        3,
        &["no line of the file lists statements"],
    );
}

#[test]
fn a_file_that_is_not_read_says_why() {
    let accede = Accede::without_acts();
    let locked = fixture("locked-aes256.pdf");
    std::fs::copy(&locked, accede.folder().join("locked.pdf")).unwrap();
    std::fs::copy(
        fixture("empty-password-rc4.pdf"),
        accede.folder().join("open.pdf"),
    )
    .unwrap();
    accede.file("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<");
    accede.file("empty.txt", b"");
    accede.fails("document describe locked.pdf", 3, &["password"]);
    accede.fails("document describe cut.pdf", 3, &["the file was not read"]);
    accede.fails("document describe empty.txt", 3, &["the file was not read"]);
    accede.fails("document describe nowhere.txt", 3, &["cannot be read"]);
    assert_eq!(accede.json("document describe open.pdf")["format"], "pdf");
}
