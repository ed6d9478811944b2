//! `docs/rules.md` describes every field, and its example does what it says.

use treaty::Law;

use crate::{bound, day, duty, partial};

const DOCUMENT: &str = include_str!("../../../../docs/rules.md");

/// The sources that define the file's form: what is a field there must be on the page.
const FORM: [&str; 2] = [
    include_str!("../../src/law/file.rs"),
    include_str!("../../src/law/term_file.rs"),
];

fn kebab(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        match c {
            '_' => out.push('-'),
            c if c.is_ascii_uppercase() => {
                if !out.is_empty() {
                    out.push('-');
                }
                out.push(c.to_ascii_lowercase());
            }
            c => out.push(c),
        }
    }
    out
}

/// The fields and words of the form: of every item that is derived from `Deserialize`.
fn words_of_the_form() -> Vec<String> {
    let mut words = Vec::new();
    for source in FORM {
        let mut lines = source.lines();
        while let Some(line) = lines.next() {
            if line != "#[derive(Deserialize)]" {
                continue;
            }
            for line in lines.by_ref().take_while(|line| *line != "}") {
                let name: String = line
                    .strip_prefix("    ")
                    .unwrap_or_default()
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                    .collect();
                if !name.is_empty() {
                    words.push(kebab(&name));
                }
            }
        }
    }
    words
}

/// Whether the page shows `word` as code, alone or in an example of its use.
fn described(word: &str) -> bool {
    DOCUMENT.split('`').skip(1).step_by(2).any(|code| {
        code.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
            .any(|part| part == word)
    })
}

#[test]
fn every_field_of_the_form_is_described() {
    let words = words_of_the_form();
    for known in [
        "id",
        "short-month",
        "first-after-years",
        "from-event",
        "threshold",
        "named",
    ] {
        assert!(
            words.iter().any(|word| word == known),
            "the form lost {known}"
        );
    }
    assert!(words.len() > 60, "only {} words found", words.len());
    let missing: Vec<_> = words.iter().filter(|word| !described(word)).collect();
    assert!(missing.is_empty(), "not in docs/rules.md: {missing:?}");
    assert!(!described("no-such-field"));
}

fn example() -> Law {
    let start = DOCUMENT.find("```toml\n").unwrap() + "```toml\n".len();
    let end = start + DOCUMENT[start..].find("```").unwrap();
    Law::parse("docs/rules.md", &DOCUMENT[start..end]).unwrap()
}

#[test]
fn the_example_reads_and_gives_what_the_page_says() {
    let law = example();
    let from = bound(&law, "2021-09-21");
    assert_eq!(from, day("2022-03-01"));
    let stocks = duty(&law, "3(2)");
    assert_eq!(law.due(stocks, from).day(), Some(day("2030-03-01")));
    let limit = law.extension_limit(stocks, day("2030-03-01")).unwrap();
    assert_eq!(limit.day(), Some(day("2034-03-01")));
    assert_eq!(
        law.due(duty(&law, "7(2)"), from).day(),
        Some(day("2023-04-30"))
    );
    assert_eq!(
        law.withdrawal_effect(partial("2030-08-31")).day(),
        Some(day("2031-02-28"))
    );
}

#[test]
fn the_terms_of_the_page_read() {
    for line in DOCUMENT.lines().filter(|line| line.starts_with("| `")) {
        let code = line.split('`').nth(1).unwrap();
        let is_term = code == "\"same-day\""
            || ["{ days", "{ months", "{ years", "{ first-day"]
                .iter()
                .any(|t| code.starts_with(t));
        if !is_term {
            continue;
        }
        let text = format!(
            "id = \"aa\"\nshort = \"A\"\ntitle.en = \"A\"\nwithdrawal = {{ article = \"1\", after = {code} }}\n"
        );
        assert!(Law::parse("term.toml", &text).is_ok(), "{code}");
    }
}
