//! The library from the command line: what ships is found, documents are kept, read back and put right, and what is
//! for a team leaves no trace in anyone else's answer.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::path::Path;

use common::Accede;
use serde_json::Value;

fn ids(found: &Value) -> Vec<&str> {
    let hits = found["hits"].as_array().unwrap();
    hits.iter().map(|hit| hit["id"].as_str().unwrap()).collect()
}

fn years(found: &Value) -> Vec<&str> {
    let hits = found["hits"].as_array().unwrap();
    let mut years: Vec<_> = hits
        .iter()
        .map(|hit| &hit["date"].as_str().unwrap()[..4])
        .collect();
    years.sort_unstable();
    years
}

#[test]
fn what_italy_said_on_universalization_is_of_2016_2017_and_2020() {
    let accede = Accede::new();
    let found = accede.json("find --theme universalization --state Italy");
    assert_eq!(years(&found), ["2016", "2017", "2020"]);
    assert_eq!(found["total"], 3);
    let typed = accede.json("find theme:universalization state:Italie");
    assert_eq!(ids(&typed), ids(&found));
    let since = accede.json("find --theme universalization --state ITA --from 2017");
    assert_eq!(years(&since), ["2017", "2020"]);
    // All that the ministry's page lists, each once.
    let all = accede.json("find --state ITA --treaty ccm --kind statement --limit 100");
    assert_eq!(all["total"], 28);
}

#[test]
fn the_first_shelf_is_found_in_its_own_words() {
    let accede = Accede::new();
    let found = accede.json("find \"informal working group\" state:ITA");
    assert_eq!(ids(&found), ["ita-ccm-2rc-universalization"]);
    let hit = &found["hits"][0];
    assert_eq!(hit["themes"], serde_json::json!(["universalization"]));
    assert_eq!(hit["iso3"], serde_json::json!(["ITA"]));
    assert_eq!(hit["language"], "en");
    let snippet = hit["snippet"].as_str().unwrap();
    assert!(
        snippet.contains("informal working group on universalization"),
        "{snippet}"
    );
    // The anchor of the passage is that of the paragraph in the text.
    let anchor = hit["passages"][0]["anchor"].as_str().unwrap();
    let text = accede.json("document text ita-ccm-2rc-universalization");
    let place: usize = anchor[1..].parse().unwrap();
    let block = text["blocks"][place - 1]["text"].as_str().unwrap();
    assert!(block.contains("informal working group"), "{block}");
    let told = accede.ok("find \"informal working group\"");
    assert!(
        told.contains("*informal*") || told.contains("*informal working group*"),
        "{told}"
    );
    let file = accede
        .run(["document", "file", "ita-ccm-2rc-universalization"])
        .0;
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../facts/documents/ita-ccm-2rc-universalization.md");
    assert_eq!(file.stdout, std::fs::read(shipped).unwrap());
}

#[test]
fn what_was_said_is_told_sentence_by_sentence_the_earliest_first() {
    let accede = Accede::new();
    let said = accede.json("said universalization --state ITA --treaty ccm");
    let all = said["said"].as_array().unwrap();
    let days: Vec<_> = all.iter().map(|one| one["card"]["date"].as_str()).collect();
    let known = days.iter().flatten().collect::<Vec<_>>();
    assert!(known.is_sorted(), "{days:?}");
    // What has no day, the ministry's page, comes last.
    assert!(days[known.len()..].iter().all(Option::is_none), "{days:?}");
    assert_eq!(said["total"], all.len());
    // Of those on record without a text, that they are; of the one with a text, its sentences.
    let of_2016 = all
        .iter()
        .find(|one| one["card"]["date"] == "2016-09-05")
        .unwrap();
    assert_eq!(of_2016["sentences"], serde_json::json!([]));
    let of_2020 = all
        .iter()
        .find(|one| one["card"]["id"] == "ita-ccm-2rc-universalization")
        .unwrap();
    let text = accede.json("document text ita-ccm-2rc-universalization");
    let sentences = of_2020["sentences"].as_array().unwrap();
    assert!(!sentences.is_empty());
    for sentence in sentences {
        let place: usize = sentence["anchor"].as_str().unwrap()[1..].parse().unwrap();
        let block = text["blocks"][place - 1]["text"].as_str().unwrap();
        let pieces = sentence["pieces"].as_array().unwrap();
        let plain: String = pieces
            .iter()
            .map(|one| one["text"].as_str().unwrap())
            .collect();
        assert!(block.contains(&plain), "{plain} in {block}");
        assert!(
            pieces.iter().any(|one| !one["matched"].is_null()),
            "{sentence}"
        );
    }
    let told = accede.ok("said universalization --state ITA --treaty ccm");
    assert!(told.contains("its text is not kept here"), "{told}");
}

#[test]
fn two_statements_are_compared_paragraph_by_paragraph() {
    let accede = Accede::without_acts();
    accede.ok("team add italy --name Italy");
    kept(
        &accede,
        "first",
        "public",
        "We call upon Nepal to ratify.\n\nOne seminar was held.\n\nI thank you.\n",
    );
    kept(
        &accede,
        "second",
        "public",
        "We call upon Nepal to ratify soon.\n\nI thank you.\n",
    );
    let compared = accede.json("document compare first second");
    let rows = compared["rows"].as_array().unwrap();
    let what: Vec<_> = rows
        .iter()
        .map(|row| row["what"].as_str().unwrap())
        .collect();
    assert_eq!(what, ["changed", "gone", "same"]);
    assert_eq!(compared["changed"], 1);
    assert_eq!(compared["first"]["id"], "first");
    let told = accede.ok("document compare first second");
    assert!(
        told.contains("1 the same, 1 changed, 0 new, 1 gone"),
        "{told}"
    );
    let line = "~ p1 We call upon Nepal to ratify [+soon.+]";
    assert!(told.contains(line), "{told}");
    // What is not on record, and what is for a team, is answered alike.
    kept(&accede, "ours", "italy", "We call upon Nepal.\n");
    let refused = |name: &str| {
        let run = accede.run(["document", "compare", "first", name]);
        (run.status(), run.stderr().replace(name, "NAME"))
    };
    assert_eq!(refused("nothing").0, 2);
    assert_eq!(refused("nothing"), refused("ours"));
}

/// The texts that ship are what the reader of files makes of the files that ship.
#[test]
fn what_ships_is_what_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../facts/documents");
    let mut seen = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ext| ext == "md") {
            let bytes = std::fs::read(&path).unwrap();
            let name = path.file_name().unwrap().to_str();
            let read = transcribe::read(&bytes, name, &transcribe::Limits::USUAL).unwrap();
            let kept = std::fs::read(path.with_extension("json")).unwrap();
            let kept: transcribe::Text = serde_json::from_slice(&kept).unwrap();
            assert_eq!(read, kept, "{}", path.display());
            seen += 1;
        }
    }
    assert_eq!(seen, 3);
}

/// Keeps a document for the team `italy`.
fn kept(accede: &Accede, name: &str, seen_by: &str, text: &str) {
    let file = accede.file(&format!("{name}.txt"), text);
    let file = file.to_str().unwrap();
    let words = [
        "--as",
        "italy",
        "document",
        "add",
        file,
        "--name",
        name,
        "--kind",
        "statement",
        "--title",
        "On the way to Vienna",
        "--by",
        "Italy",
        "--treaty",
        "ctbt",
        "--on",
        "2024-05-02",
        "--theme",
        "entry-into-force",
        "--language",
        "en",
        "--symbol",
        "ctbt-art.xiv/2024/wp.1",
        "--seen-by",
        seen_by,
    ];
    accede.run(words).ok();
}

#[test]
fn a_document_is_kept_read_back_and_put_right() {
    let accede = Accede::without_acts();
    accede.ok("team add italy --name Italy");
    let text = "Statement by Italy\n\n1. We call upon Nepal to ratify.\n\n2. Xylophones.\n";
    kept(&accede, "vienna", "public", text);
    let found = accede.json("find ratifies Nepal");
    assert_eq!(ids(&found), ["vienna"]);
    assert_eq!(found["hits"][0]["symbol"], "CTBT-Art.XIV/2024/WP.1");
    assert_eq!(accede.run(["document", "file", "vienna"]).ok(), text);
    let read = accede.json("document text vienna");
    assert_eq!(read["blocks"][1]["label"], "1.");
    let entry = found["hits"][0]["entry"].to_string();
    accede.ok(&format!(
        "--as italy document set {entry} --title Otherwise --why misread"
    ));
    let shown = accede.json(&format!("document show {entry}"));
    assert_eq!(shown["says"]["title"], "Otherwise");
    assert_eq!(shown["says"]["symbol"], "CTBT-Art.XIV/2024/WP.1");
    assert_eq!(
        accede.json("find title:no Otherwise xylophone")["hits"][0]["title"],
        "Otherwise"
    );
    // What is exported comes back unchanged.
    let rows = accede.ok("export documents --format csv");
    let file = accede.file("documents.csv", rows);
    let again = accede
        .run(["import", "documents", file.to_str().unwrap(), "--json"])
        .ok();
    let again: Value = serde_json::from_str(&again).unwrap();
    assert_eq!(
        (again["added"].as_u64(), again["unchanged"].as_u64()),
        (Some(0), Some(1))
    );
    accede.fails(
        "document add documents.csv --name vienna --kind report --title Twice --seen-by public",
        2,
        &["there is a document `vienna` already"],
    );
    accede.ok(&format!("--as italy retract {entry} --why misfiled"));
    assert_eq!(accede.json("find ratifies")["total"], 0);
}

#[test]
fn what_is_for_a_team_leaves_no_trace_in_what_anyone_finds() {
    let accede = Accede::new();
    accede.ok("team add italy --name Italy");
    let questions = [
        "find ratifies",
        "find zanzibarite",
        "find universalisation",
        "find --limit 3",
    ];
    let before: Vec<_> = questions.map(|line| accede.json(line)).into();
    kept(
        &accede,
        "secret",
        "italy",
        "The zanzibarite plan: Nepal ratifies the universalization.\n",
    );
    let after: Vec<_> = questions.map(|line| accede.json(line)).into();
    assert_eq!(before, after);
    let own = accede.json("--as italy find zanzibarite");
    assert_eq!(ids(&own), ["secret"]);
    accede.fails(
        "document text secret",
        2,
        &["no document `secret` is on record"],
    );
    accede.fails(
        "document file secret",
        2,
        &["no document `secret` is on record"],
    );
    assert_eq!(
        accede.json("find zanzibarit")["suggestions"],
        serde_json::json!([])
    );
    // The same again, from an index that is made anew.
    std::fs::remove_dir_all(accede.data().join("index")).unwrap();
    let anew: Vec<_> = questions.map(|line| accede.json(line)).into();
    assert_eq!(before, anew);
    assert_eq!(accede.json("--as italy find zanzibarite"), own);
}

#[test]
fn what_cannot_be_kept_is_refused_and_nothing_is_recorded() {
    let accede = Accede::without_acts();
    let head = accede.head();
    accede.file("picture.pdf", b"\x89PNG\r\n\x1a\nnot a paper");
    accede.file("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<");
    for file in ["picture.pdf", "cut.pdf"] {
        let line = format!(
            "document add {file} --name paper --kind report --title Paper --seen-by public"
        );
        accede.fails(&line, 3, &["the file was not read"]);
    }
    for (line, says) in [
        (
            "document add --name P! --kind report --title Paper --seen-by public",
            "is no name of a document",
        ),
        (
            "document add --name paper --kind novel --title Paper --seen-by public",
            "is none of",
        ),
        (
            "document add --name paper --kind report --title Paper --symbol and/or --seen-by public",
            "symbol",
        ),
        (
            "document add --name paper --kind report --title Paper --meeting nowhere --seen-by public",
            "no meeting `nowhere`",
        ),
        (
            "document add --name paper --kind report --title Paper --language english --seen-by public",
            "is no language",
        ),
        ("find --theme peace", "is none of"),
        ("find --from 2020 --to 2019", "before"),
    ] {
        let run = accede.run(line.split_whitespace());
        let told = String::from_utf8_lossy(&run.0.stderr).into_owned();
        assert!(
            !run.0.status.success() && told.contains(says),
            "{line}: {told}"
        );
    }
    assert_eq!(accede.head(), head);
    // Odd questions are answered.
    for q in [
        "\"open",
        "((((",
        "AND OR NOT",
        "*",
        "state:",
        "from:yesterday",
        "-",
        "a:b:c",
    ] {
        accede.run(["find", "--json", "--", q]).ok();
    }
}
