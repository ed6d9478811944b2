//! Every letter of the facts and of the interface is in the fonts.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use ttf_parser::Face;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn fonts() -> Vec<(String, Vec<u8>)> {
    let folder = root().join("crates/raster/fonts");
    let mut fonts: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|end| end == "ttf" || end == "otf")
        })
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                fs::read(path).unwrap(),
            )
        })
        .collect();
    fonts.sort();
    fonts
}

fn letters(name: &str) -> BTreeSet<char> {
    let fonts = fonts();
    let mut found = BTreeSet::new();
    for (_, data) in fonts.iter().filter(|(font, _)| font.contains(name)) {
        let face = Face::parse(data, 0).unwrap();
        for table in face.tables().cmap.unwrap().subtables {
            table.codepoints(|point| {
                if face
                    .glyph_index(char::from_u32(point).unwrap_or(' '))
                    .is_some()
                {
                    found.extend(char::from_u32(point));
                }
            });
        }
    }
    found
}

fn texts(folder: &Path, ends: &[&str], found: &mut BTreeMap<PathBuf, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            texts(&path, ends, found);
        } else if path
            .extension()
            .is_some_and(|end| ends.iter().any(|known| end == *known))
        {
            found.insert(path.clone(), fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_letter_of_the_facts_and_of_the_interface_has_its_glyph() {
    let known = letters("");
    let mut found = BTreeMap::new();
    texts(&root().join("facts"), &["csv", "toml"], &mut found);
    texts(&root().join("crates/words/i18n"), &["ftl"], &mut found);
    assert!(found.len() > 40, "{}", found.len());
    for (path, text) in found {
        let lacking: BTreeSet<char> = text
            .chars()
            .filter(|letter| !letter.is_control() && !known.contains(letter))
            .collect();
        assert!(lacking.is_empty(), "{}: {lacking:?}", path.display());
    }
}

#[test]
fn bold_has_the_letters_of_regular() {
    for family in ["NotoSerif", "NotoNaskhArabic"] {
        let bold = letters(&format!("{family}-Bold"));
        assert_eq!(letters(&format!("{family}-Regular")), bold, "{family}");
        assert!(bold.len() > 80);
    }
}

#[test]
fn the_fonts_stay_small_and_keep_their_licence() {
    let size: usize = fonts().iter().map(|(_, data)| data.len()).sum();
    assert!(size < 1_500_000, "{size} bytes");
    let licence = fs::read_to_string(root().join("crates/raster/fonts/OFL.txt")).unwrap();
    assert!(licence.contains("SIL OPEN FONT LICENSE Version 1.1"));
    for (name, data) in fonts() {
        let face = Face::parse(&data, 0).unwrap();
        let says = face.names().into_iter().any(|record| {
            record
                .to_string()
                .is_some_and(|text| text.contains("SIL Open Font License"))
        });
        assert!(says, "{name} does not say its licence");
    }
}
