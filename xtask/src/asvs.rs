//! The table of OWASP ASVS: every requirement stands once, its sums are right, and what it names is there.

use std::collections::BTreeSet;
use std::fs;

use crate::files;

const TABLE: &str = "docs/asvs.md";
/// What may be said of a requirement.
const VERDICTS: [&str; 4] = ["holds", "in part", "does not hold", "does not apply"];
/// How many requirements of level 1 and of level 2 each chapter of ASVS 5.0.0 has: 70 and 183 in all.
const CHAPTERS: [(usize, usize); 17] = [
    (8, 19),
    (4, 7),
    (8, 11),
    (2, 8),
    (4, 5),
    (13, 22),
    (6, 12),
    (4, 3),
    (4, 3),
    (5, 24),
    (3, 11),
    (3, 6),
    (1, 12),
    (2, 7),
    (3, 10),
    (0, 16),
    (0, 7),
];

/// A line about one requirement.
struct Row {
    /// `6.2.1`
    number: String,
    level: String,
    verdict: String,
    why: String,
}

impl Row {
    fn chapter(&self) -> usize {
        let chapter = self.number.split('.').next().unwrap();
        chapter.parse().unwrap()
    }
}

fn text() -> String {
    fs::read_to_string(files::root().join(TABLE)).unwrap()
}

fn rows(text: &str) -> Vec<Row> {
    let lines = text
        .lines()
        .filter_map(|line| line.strip_prefix("| v5.0.0-"));
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_end_matches(" |").split(" | ").collect();
        let [number, level, _, verdict, why] = cells[..] else {
            panic!("this line has {} cells: {line}", cells.len());
        };
        Row {
            number: number.to_owned(),
            level: level.to_owned(),
            verdict: verdict.to_owned(),
            why: why.to_owned(),
        }
    };
    lines.map(row).collect()
}

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Whether it is a path of this repository: it begins with a folder that is there, or is a file at the root.
fn is_path(word: &str) -> bool {
    match word.split_once('/') {
        Some((folder, _)) => !folder.is_empty() && files::root().join(folder).is_dir(),
        None => word.ends_with(".toml"),
    }
}

/// Whether it is the name of a function: small letters and digits, with `_` between.
fn is_function(word: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    word.contains('_') && word.chars().all(plain)
}

#[test]
fn every_requirement_stands_once() {
    let text = text();
    let rows = rows(&text);
    let numbers: BTreeSet<&str> = rows.iter().map(|row| row.number.as_str()).collect();
    assert_eq!(numbers.len(), rows.len(), "one stands twice");
    for (chapter, (first, second)) in (1..).zip(CHAPTERS) {
        let of = |level: &str| {
            let rows = rows.iter().filter(|row| row.chapter() == chapter);
            rows.filter(|row| row.level == level).count()
        };
        assert_eq!((of("1"), of("2")), (first, second), "chapter {chapter}");
    }
}

#[test]
fn the_sums_are_those_of_the_lines() {
    let text = text();
    let rows = rows(&text);
    for row in &rows {
        assert!(VERDICTS.contains(&row.verdict.as_str()), "{}", row.number);
    }
    for verdict in VERDICTS {
        let of = |level: &str| {
            let rows = rows.iter().filter(|row| row.verdict == verdict);
            rows.filter(|row| row.level == level).count()
        };
        let (first, second) = (of("1"), of("2"));
        let line = format!("| {verdict} | {first} | {second} | {} |", first + second);
        assert!(text.lines().any(|said| said == line), "not there: {line}");
    }
}

#[test]
fn what_the_table_names_is_there() {
    let mut lost = Vec::new();
    for Row { number, why, .. } in rows(&text()) {
        let mut held = String::new();
        for path in quoted(&why).filter(|word| is_path(word)) {
            let place = files::root().join(path);
            if !place.exists() {
                lost.push(format!("{number}: {path}"));
            }
            held.push_str(&fs::read_to_string(place).unwrap_or_default());
        }
        for name in quoted(&why).filter(|word| is_function(word)) {
            if !held.contains(&format!("fn {name}(")) {
                lost.push(format!("{number}: {name} in none of its files"));
            }
        }
    }
    assert!(lost.is_empty(), "not there:\n{}", lost.join("\n"));
}

#[test]
fn a_path_is_told_from_a_function_and_from_other_words() {
    assert!(is_path("xtask/src/asvs.rs") && is_path("Cargo.toml"));
    assert!(!is_path("/api") && !is_path("nosniff") && !is_path("a/b"));
    assert!(is_function("what_is_so") && !is_function("what") && !is_function("A_B"));
    let line = "| v5.0.0-1.1.1 | 2 | this | in part | `a_b`, `c/d` |\n";
    let rows = rows(line);
    assert_eq!((rows.len(), rows[0].chapter()), (1, 1));
    assert_eq!(quoted(&rows[0].why).collect::<Vec<_>>(), ["a_b", "c/d"]);
}
