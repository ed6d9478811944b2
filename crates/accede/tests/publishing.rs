//! `accede publish` where it cannot: the status and what to do next, and nothing of others touched.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::fs;

use common::Accede;

#[test]
fn wrong_usage_is_told_before_anything_is_written() {
    let accede = Accede::without_acts();
    for (options, says) in [
        ("", ["--out"].as_slice()),
        (
            "--out site --base example.org",
            &["example.org", "https://"],
        ),
        (
            "--out site --base https://",
            &["https://example.org/accede/"],
        ),
        ("--out site --base ftp://a.example/", &["ftp://a.example/"]),
        (
            "--out site --base https://a.example/?q",
            &["no address of a site"],
        ),
        ("--out site --languages xx", &["xx"]),
        ("--out site --on 2026-02-30", &["2026-02-30"]),
        (
            "--out site --without html",
            &["html", "csv, json, svg, png"],
        ),
        ("--out site --sideways", &["--sideways"]),
    ] {
        accede.fails(&format!("publish {options}"), 2, says);
        assert!(!accede.folder().join("site").exists(), "{options}");
    }
}

#[test]
fn what_is_no_place_for_an_edition_is_bad_input() {
    let accede = Accede::without_acts();
    let file = accede.file("site", "mine");
    accede.fails(
        "publish --out site",
        3,
        &["is a file", "give --out a folder"],
    );
    assert_eq!(fs::read_to_string(file).unwrap(), "mine");
    let full = accede.folder().join("full");
    fs::create_dir(&full).unwrap();
    fs::write(full.join("mine.txt"), "mine").unwrap();
    let says = ["full is not empty", "--force"];
    accede.fails("publish --out full", 3, &says);
    let newer = accede.folder().join("newer");
    fs::create_dir(&newer).unwrap();
    fs::write(newer.join("manifest.json"), "{\"accede_edition\": 2}").unwrap();
    accede.fails(
        "publish --out newer",
        3,
        &["manifest.json", "newer program"],
    );
    for (folder, name) in [(&full, "mine.txt"), (&newer, "manifest.json")] {
        let there: Vec<_> = fs::read_dir(folder).unwrap().collect();
        assert_eq!(there.len(), 1, "only {name} is there, as before");
    }
    accede.fails(
        "publish --out old --known 1990-01-01",
        3,
        &["nothing was known"],
    );
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_made_is_trouble() {
    let accede = Accede::without_acts();
    // No rights make a folder under a device, so this holds for an administrator too.
    accede.fails(
        "publish --out /dev/null/site",
        4,
        &[
            "/dev/null/site cannot be written",
            "see that the folder may be written",
        ],
    );
}

/// A file system of its own that has room for a few files, in a namespace that ends with the command.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_trouble_and_what_was_begun_is_known() {
    let accede = Accede::without_acts();
    let site = accede.folder().join("site");
    fs::create_dir(&site).unwrap();
    let inside = |script: &str| {
        std::process::Command::new("unshare")
            .args([
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-ec",
                script,
                "sh",
            ])
            .arg(&site)
            .arg(env!("CARGO_BIN_EXE_accede"))
            .arg(accede.data())
            .env("ACCEDE_FACTS", "law")
            .env("ACCEDE_NOW", common::NOW)
            .output()
    };
    let mounted = "mount -t tmpfs -o size=400k tmpfs \"$1\"";
    if !inside(mounted).is_ok_and(|tried| tried.status.success()) {
        common::skipped(
            "a_full_disk",
            "namespaces with a file system of their own (unshare)",
        );
        return;
    }
    let script = format!(
        "{mounted}; \"$2\" --data \"$3\" publish --out \"$1\" && exit 9; echo status $?; \
         test ! -e \"$1/manifest.json\"; test -s \"$1/.accede-journal\"; echo kept"
    );
    let ran = inside(&script).unwrap();
    let told = String::from_utf8_lossy(&ran.stderr);
    let said = String::from_utf8_lossy(&ran.stdout);
    assert_eq!(said, "status 4\nkept\n", "{told}");
    for words in ["could not be written", "No space left", "publish again"] {
        assert!(told.contains(words), "`{words}` is not in:\n{told}");
    }
}
