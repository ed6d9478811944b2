//! Every text the pages ask for is in the catalogues.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use treaty::Lang;
use words::Words;

fn files(folder: &Path, found: &mut Vec<String>) {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(fs::read_to_string(&path).unwrap());
        }
    }
}

/// The first text in quotation marks after each of `marks`.
fn after<'t>(text: &'t str, marks: &[&str], found: &mut BTreeSet<&'t str>) {
    for mark in marks {
        for rest in text.split(mark).skip(1) {
            if let Some((key, _)) = rest.split_once('"') {
                found.insert(key);
            }
        }
    }
}

fn is_key(word: &str) -> bool {
    word.contains('-')
        && !word.starts_with('-')
        && word
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

#[test]
fn every_address_stands_in_the_readme() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let router = fs::read_to_string(root.join("src/lib.rs")).unwrap();
    let mut addresses = BTreeSet::new();
    let joined = router.split_whitespace().collect::<String>();
    after(&joined, &[".route(\""], &mut addresses);
    assert!(addresses.len() > 20, "{addresses:?}");
    for address in addresses
        .iter()
        .filter(|a| !a.starts_with("/static") && !a.contains(".ico"))
    {
        assert!(
            readme.contains(&format!("| `{address}` |")),
            "{address} is not in README.md"
        );
    }
}

#[test]
fn every_key_the_pages_use_is_in_the_catalogues() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = Vec::new();
    files(&root.join("src"), &mut texts);
    files(&root.join("templates"), &mut texts);
    let mut used = BTreeSet::new();
    for text in &texts {
        let calls = [
            ".t(\"",
            ".tn(\"",
            ".tw(\"",
            ".with(\"",
            ".text(\"",
            ".text_with(\"",
            "with(\n            \"",
            "text_with(\n                \"",
            "text_with(\n            \"",
        ];
        after(text, &calls, &mut used);
    }
    // Keys that stand alone in tables of keys: everything there that looks like one.
    for file in [
        "src/keys.rs",
        "src/problem/say.rs",
        "src/problem/expected.rs",
        "src/page/states.rs",
        "src/page/count.rs",
        "src/page/about.rs",
        "src/page/treaty.rs",
        "src/page/matrix.rs",
        "src/page/participation.rs",
    ] {
        let text = fs::read_to_string(root.join(file)).unwrap();
        for (at, word) in text.split('"').enumerate() {
            let slug = file.starts_with("src/problem/")
                && !word.starts_with("problem-")
                && !word.starts_with("expected-");
            if at % 2 == 1 && is_key(word) && !slug && !word.ends_with('-') {
                used.insert(Box::leak(word.to_owned().into_boxed_str()));
            }
        }
    }
    let words = Words::for_lang(Lang::En);
    let lacking: Vec<_> = used
        .iter()
        .filter(|key| is_key(key) && !words.has(key))
        .collect();
    assert!(lacking.is_empty(), "no text for {lacking:?}");
    assert!(
        used.len() > 250,
        "the search for keys finds too few: {}",
        used.len()
    );
    for standing in ["party", "contracting", "signatory", "withdrawn", "none"] {
        for part in ["", "-letter", "-definition", "-many"] {
            assert!(
                words.has(&format!("standing-{standing}{part}")),
                "{standing}{part}"
            );
        }
    }
}

/// What a template says itself: its tags and values stand there as `\u{1}`, one for each.
fn bare(template: &str) -> String {
    let mut rest = template;
    let mut said = String::new();
    while let Some((before, inside)) = rest.split_once('{') {
        said.push_str(before);
        let end = match inside.as_bytes().first() {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            Some(b'#') => "#}",
            Some(_) | None => {
                rest = inside;
                continue;
            }
        };
        said.push('\u{1}');
        rest = inside.split_once(end).map_or("", |(_, after)| after);
    }
    said.push_str(rest);
    said
}

/// French has a blank before them that no line breaks at, so they come from the catalogue: `p.colon()`,
/// `p.semicolon()`. `TLP:RED` and `&nbsp;` are no such signs.
#[test]
fn no_template_puts_a_colon_or_semicolon_after_a_word_itself() {
    let mut templates = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    files(&root.join("templates"), &mut templates);
    let mut asked = 0;
    for template in &templates {
        asked += template.matches("p.colon()").count();
        let said = bare(template);
        for (at, _) in said.match_indices([':', ';']) {
            let of_a_word = said[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
            let line = said[..at].lines().last().unwrap_or_default();
            assert!(of_a_word, "a sign of its own after: {line}");
        }
    }
    assert!(asked > 30, "the search for signs finds too few: {asked}");
}
