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
        &["without a file nothing is proposed"],
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

/// The files of a tray, as told.
fn tray(accede: &Accede, before: &str) -> Vec<Value> {
    let listed = accede.json(&format!("{before} document tray list"));
    listed["files"].as_array().unwrap().clone()
}

/// Copies the fixtures that cannot be read, or have no text.
fn odd_files(accede: &Accede) {
    let locked = fixture("locked-aes256.pdf");
    std::fs::copy(&locked, accede.folder().join("locked.pdf")).unwrap();
    accede.file("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<");
}

#[test]
fn a_file_waits_in_the_tray_until_a_person_confirms_it() {
    let accede = Accede::new();
    odd_files(&accede);
    accede.file("note.txt", STATEMENT);
    let before = accede.head();
    let brought = accede.json("document tray add note.txt locked.pdf cut.pdf");
    let states: Vec<_> = brought["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["state"].as_str().unwrap())
        .collect();
    assert_eq!(states, ["read", "unread", "unread"]);
    assert!(
        brought["files"][1]["why"]
            .as_str()
            .unwrap()
            .contains("password")
    );
    let id = brought["files"][0]["id"].as_str().unwrap();
    let shown = accede.json(&format!("document tray show {id}"));
    assert_eq!(
        proposed(&shown["described"], "speaker"),
        Some(("Ambassador Leonardo Bencini", true))
    );
    assert_eq!(shown["file"]["by"], "A. Tester");
    // Nothing of it is on record, and nothing is found.
    assert_eq!(accede.head(), before);
    assert_eq!(
        accede.json("find \"Leonardo Bencini\" \"Mr. President\"")["total"],
        0
    );
    let documents = accede.data().join("documents");
    assert!(!documents.exists() || std::fs::read_dir(&documents).unwrap().next().is_none());
    accede.fails("document tray add note.txt", 3, &["in the tray already"]);
    // It is confirmed, and leaves the tray.
    accede.ok(&format!(
        "document add --tray {id} --as-proposed --title Confirmed --seen-by public"
    ));
    let found = accede.json("find \"Leonardo Bencini\" \"Mr. President\"");
    assert_eq!(found["hits"][0]["title"], "Confirmed");
    let file = accede.run(["document", "file", "ita-ccm-msp-11-general-exchange"]);
    assert_eq!(file.ok(), STATEMENT);
    assert_eq!(tray(&accede, "").len(), 2);
    // What was not read is kept as a file, or thrown away.
    let locked = brought["files"][1]["id"].as_str().unwrap();
    let line = format!(
        "document add --tray {locked} --name locked --kind report --title Locked --seen-by public"
    );
    accede.fails(&line, 3, &["was not read", "--file-only"]);
    accede.ok(&format!("{line} --file-only"));
    let file = accede.run(["document", "file", "locked"]).0.stdout;
    assert_eq!(file, std::fs::read(fixture("locked-aes256.pdf")).unwrap());
    accede.fails("document text locked", 2, &["its text is not kept"]);
    let cut = brought["files"][2]["id"].as_str().unwrap();
    accede.ok(&format!("document tray drop {cut}"));
    accede.fails(
        &format!("document tray drop {cut}"),
        2,
        &["there is no file"],
    );
    assert!(tray(&accede, "").is_empty());
}

#[test]
fn what_a_tray_does_not_take_is_told() {
    let accede = Accede::without_acts();
    accede.file("empty.txt", b"");
    accede.fails("document tray add empty.txt", 3, &["empty"]);
    let large = std::fs::File::create(accede.folder().join("large.pdf")).unwrap();
    large.set_len((64 << 20) + 1).unwrap();
    accede.fails("document tray add large.pdf", 3, &["at most 67108864"]);
    accede.fails("document tray add nowhere.pdf", 3, &["cannot be read"]);
    accede.fails("document tray show ../../etc", 2, &["no name of a file"]);
    accede.file("note.txt", STATEMENT);
    accede.fails(
        "document tray add note.txt --seen-by atlantis",
        2,
        &["no team `atlantis`"],
    );
    assert!(tray(&accede, "").is_empty());
    assert_eq!(
        transcribe::Limits::USUAL.bytes,
        people::tray::LARGEST,
        "what a tray takes is what is read"
    );
}

#[test]
fn a_tray_leaves_no_trace_in_anybody_elses_answers() {
    let accede = Accede::new();
    accede.ok("team add italy --name Italy");
    accede.ok("team add austria --name Austria");
    let questions = [
        "find general exchange",
        "find zanzibarite",
        "find --limit 3",
        "document list",
        "export documents",
        "--as austria find general exchange",
        "--as austria document list",
        "--as austria document tray list",
        "document tray list",
    ];
    let before: Vec<_> = questions.map(|line| accede.json(line)).into();
    accede.file("note.txt", format!("{STATEMENT}\nThe zanzibarite plan.\n"));
    let brought = accede.json("document tray add note.txt --seen-by italy");
    let after: Vec<_> = questions.map(|line| accede.json(line)).into();
    assert_eq!(before, after);
    let own = tray(&accede, "--as italy");
    assert_eq!(own.len(), 1);
    assert_eq!(own[0]["tray"], "team/italy");
    let id = brought["files"][0]["id"].as_str().unwrap();
    for line in [
        format!("document tray show {id}"),
        format!("document tray drop {id}"),
        format!("--as austria document tray show {id}"),
        format!("--as austria document add --tray {id} --as-proposed"),
    ] {
        accede.fails(&line, 2, &["there is no file"]);
    }
    accede.ok(&format!(
        "--as italy document add --tray {id} --as-proposed"
    ));
    assert_eq!(accede.json("find zanzibarite")["total"], 0);
    assert_eq!(accede.json("--as italy find zanzibarite")["total"], 1);
}

#[test]
fn what_is_put_into_a_watched_folder_is_brought() {
    let accede = Accede::without_acts();
    accede.ok("team add italy --name Italy");
    odd_files(&accede);
    let folder = accede.folder().join("in");
    std::fs::create_dir_all(folder.join("within")).unwrap();
    let put = |name: &str, bytes: &[u8]| std::fs::write(folder.join(name), bytes).unwrap();
    put("note.txt", STATEMENT.as_bytes());
    put(".hidden.txt", b"hidden");
    put("within/deep.txt", b"deep");
    put("empty.pdf", b"");
    put(
        "cut.pdf",
        &std::fs::read(accede.folder().join("cut.pdf")).unwrap(),
    );
    let secret = accede.file("secret.txt", "The secret of the machine.\n");
    #[cfg(unix)]
    std::os::unix::fs::symlink(&secret, folder.join("link.txt")).unwrap();
    let line = "document watch in --seen-by italy --once --every 1";
    let looked = accede.json(line);
    let mut became: Vec<_> = looked["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            (
                one["file"].as_str().unwrap(),
                one["became"].as_str().unwrap(),
            )
        })
        .collect();
    became.sort_unstable();
    assert_eq!(
        became,
        [
            ("cut.pdf", "refused"),
            ("empty.pdf", "refused"),
            ("note.txt", "taken"),
        ]
    );
    let reason = std::fs::read_to_string(folder.join("refused/cut.pdf.reason.txt")).unwrap();
    assert!(reason.contains("damaged"), "{reason}");
    assert!(folder.join("taken/note.txt").is_file());
    assert!(folder.join(".hidden.txt").is_file());
    assert!(folder.join("within/deep.txt").is_file());
    assert!(secret.is_file());
    let own = tray(&accede, "--as italy");
    assert_eq!(own.len(), 1);
    assert_eq!(own[0]["meant_for"], serde_json::json!({"teams": ["italy"]}));
    assert!(tray(&accede, "").is_empty());
    // The same bytes again are the same file; a name that is taken there is not written over.
    put("note.txt", STATEMENT.as_bytes());
    let again = accede.json(line);
    assert_eq!(again["files"][0]["became"], "taken");
    assert!(
        again["files"][0]["why"]
            .as_str()
            .unwrap()
            .contains("already")
    );
    assert!(folder.join("taken/note-2.txt").is_file());
    assert_eq!(tray(&accede, "--as italy").len(), 1);
    assert_eq!(accede.json(line)["files"], serde_json::json!([]));
    // A link in place of the folder for what was taken is not followed.
    std::fs::remove_dir_all(folder.join("taken")).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(accede.folder(), folder.join("taken")).unwrap();
        accede.fails(line, 3, &["is no folder"]);
    }
    accede.fails("document watch nowhere --once", 3, &["cannot be read"]);
}
