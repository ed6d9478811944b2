//! The rooms, the arrows between them, and what each may know.

use std::collections::{BTreeMap, BTreeSet};

use crate::Failed;
use crate::metadata::{self, Metadata};

/// Which rooms each room uses. An arrow that is missing here is refused, and so is one that is here
/// and no longer there.
const ARROWS: [(&str, &[&str]); 20] = [
    ("treaty", &[]),
    ("ledger", &["treaty"]),
    ("people", &["ledger"]),
    ("store", &["ledger", "people"]),
    ("issuer", &[]),
    ("transcribe", &[]),
    ("world", &["ledger", "treaty"]),
    ("library", &["ledger", "transcribe", "treaty", "world"]),
    ("intake", &["ledger", "transcribe", "treaty"]),
    ("shipped", &["ledger", "treaty"]),
    ("words", &["treaty"]),
    ("sentence", &["treaty", "words", "world"]),
    ("picture", &["treaty", "words", "world"]),
    ("raster", &[]),
    ("feed", &["treaty", "words", "world"]),
    (
        "report",
        &["ledger", "picture", "sentence", "treaty", "words", "world"],
    ),
    ("press", &["raster", "report", "words"]),
    ("dataset", &["ledger", "treaty", "world"]),
    (
        "web",
        &[
            "dataset",
            "feed",
            "ledger",
            "library",
            "people",
            "picture",
            "raster",
            "report",
            "sentence",
            "transcribe",
            "treaty",
            "words",
            "world",
        ],
    ),
    (
        "accede",
        &[
            "dataset",
            "intake",
            "issuer",
            "ledger",
            "library",
            "people",
            "press",
            "raster",
            "report",
            "sentence",
            "shipped",
            "store",
            "transcribe",
            "treaty",
            "web",
            "words",
            "world",
        ],
    ),
];

/// Prints which room uses which, as the manifests say.
pub(crate) fn report() -> Result<(), Failed> {
    for (room, uses) in declared(&metadata::read()?, None) {
        println!(
            "{room:<8} -> {}",
            uses.into_iter().collect::<Vec<_>>().join(" ")
        );
    }
    Ok(())
}

/// The arrows the manifests declare between rooms: those of the program (`None`) or of its tests.
fn declared(metadata: &Metadata, kind: Option<&str>) -> BTreeMap<String, BTreeSet<String>> {
    let rooms: BTreeSet<&str> = ARROWS.iter().map(|(room, _)| *room).collect();
    let ours = metadata
        .packages
        .iter()
        .filter(|package| rooms.contains(package.name.as_str()));
    ours.map(|package| {
        let arrows = package.dependencies.iter();
        let arrows = arrows
            .filter(|to| to.kind.as_deref() == kind && rooms.contains(to.name.as_str()))
            .map(|to| to.name.clone())
            .collect();
        (package.name.clone(), arrows)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::files;

    /// Libraries that only some rooms may know; their tests may borrow what they need.
    const KEPT: [(&str, &[&str]); 43] = [
        ("argon2", &["people"]),
        ("askama", &["web"]),
        ("axum", &["web", "accede"]),
        ("clap", &["accede"]),
        ("ed25519-dalek", &["ledger"]),
        ("comemo", &["press"]),
        ("fluent-bundle", &["words"]),
        ("frostem", &["library"]),
        ("hayro-interpret", &["transcribe"]),
        ("hayro-syntax", &["transcribe"]),
        ("hmac", &["people"]),
        ("http-body-util", &["issuer"]),
        ("hyper", &["issuer", "web"]),
        ("hyper-util", &["issuer", "web"]),
        ("miette", &["treaty", "intake", "accede"]),
        ("openidconnect", &["issuer"]),
        ("postgres", &["store"]),
        ("pulldown-cmark", &["transcribe"]),
        ("qrcodegen", &["web"]),
        ("quick-xml", &["intake", "report", "transcribe", "accede"]),
        ("ring", &["people"]),
        ("rusqlite", &["dataset", "store", "bench"]),
        ("rustls", &["issuer", "store"]),
        ("rustls-native-certs", &["issuer", "store"]),
        ("tokio-postgres-rustls", &["store"]),
        ("resvg", &["raster"]),
        ("atom_syndication", &["feed"]),
        ("icalendar", &["feed"]),
        ("lol_html", &["web"]),
        ("mail-parser", &["intake", "transcribe"]),
        ("rustix", &["accede"]),
        ("scraper", &["intake", "transcribe", "xtask"]),
        ("subtle", &["people"]),
        ("tantivy", &["library"]),
        ("tokio", &["issuer", "web", "accede"]),
        ("tokio-rustls", &["issuer"]),
        ("totp-rs", &["people"]),
        ("tower-http", &["web"]),
        ("typst", &["press"]),
        ("typst-layout", &["press"]),
        ("typst-pdf", &["press"]),
        ("whatlang", &["intake"]),
        ("zip", &["report", "transcribe"]),
    ];

    /// Rooms that are pure: the day, the bytes and the texts come as arguments.
    const PURE: [&str; 14] = [
        "treaty",
        "ledger",
        "people",
        "transcribe",
        "world",
        "intake",
        "shipped",
        "words",
        "sentence",
        "picture",
        "raster",
        "feed",
        "report",
        "press",
    ];

    #[test]
    fn the_arrows_between_rooms_are_those_of_the_architecture() {
        let promised: BTreeMap<String, BTreeSet<String>> = ARROWS
            .iter()
            .map(|(room, to)| {
                (
                    (*room).to_owned(),
                    to.iter().map(|to| (*to).to_owned()).collect(),
                )
            })
            .collect();
        assert_eq!(declared(&metadata::read().unwrap(), None), promised);
    }

    /// A room's tests may borrow a room built earlier, never one that uses it.
    #[test]
    fn tests_do_not_turn_an_arrow_round() {
        let place = |room: &str| ARROWS.iter().position(|(name, _)| *name == room);
        for (room, to) in declared(&metadata::read().unwrap(), Some("dev")) {
            for used in to {
                let turned = ARROWS
                    .iter()
                    .any(|(name, uses)| *name == used && uses.contains(&room.as_str()));
                assert!(!turned, "the tests of {room} use {used}, which uses {room}");
                assert!(
                    place(&used).is_some() && used != "accede",
                    "the tests of {room} use {used}"
                );
            }
        }
    }

    #[test]
    fn only_the_named_rooms_know_these_libraries() {
        for package in metadata::read()
            .unwrap()
            .packages
            .iter()
            .filter(|package| package.is_ours())
        {
            for (library, rooms) in KEPT {
                let mut to = package.dependencies.iter();
                let knows =
                    to.any(|to| to.name == library && to.kind.as_deref() != Some("dev"));
                assert!(
                    !knows || rooms.contains(&package.name.as_str()),
                    "{} knows {library}, which is for {}",
                    package.name,
                    rooms.join(" and ")
                );
            }
        }
    }

    #[test]
    fn pure_rooms_touch_no_file_socket_clock_or_variable() {
        let doors = [
            "std::fs",
            "std::net",
            "std::env::",
            "std::process",
            "SystemTime",
            "Instant::now",
        ];
        let mut opened = Vec::new();
        for room in PURE {
            for path in files::below(&format!("crates/{room}/src"), files::is_rust).unwrap() {
                let name = files::shown(&path);
                if name.ends_with("tests.rs") || name.contains("/tests/") {
                    continue;
                }
                let text = fs::read_to_string(&path).unwrap();
                for (number, line) in files::without_tests(&text).lines().enumerate() {
                    let is_comment = line.trim_start().starts_with("//");
                    if !is_comment && doors.iter().any(|door| line.contains(door)) {
                        opened.push(format!("{name}:{}: {}", number + 1, line.trim()));
                    }
                }
            }
        }
        assert!(
            opened.is_empty(),
            "pure rooms open a door:\n{}",
            opened.join("\n")
        );
    }

    /// Every room has a README, which is its crate documentation too.
    #[test]
    fn every_room_says_what_it_is_for() {
        for (room, _) in ARROWS {
            let folder = files::root().join("crates").join(room);
            let readme = fs::read_to_string(folder.join("README.md"));
            assert!(
                readme.is_ok_and(|text| text.lines().count() >= 5),
                "crates/{room}/README.md"
            );
        }
    }
}
