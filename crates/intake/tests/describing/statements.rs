//! What is read of forty texts of which it is known whose they are, with exact counts: what is found of what a text itself
//! says, and what is wrong.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use intake::describe::Party;

use super::common;
use super::facts::{self, Facts};

/// The lines `name: "value"` before the text, and the text.
fn front(written: &str) -> (BTreeMap<String, String>, &str) {
    let rest = written.strip_prefix("---\n").unwrap();
    let (head, text) = rest.split_once("\n---\n").unwrap();
    let line = |line: &str| {
        let (name, value) = line.split_once(": ")?;
        Some((name.to_owned(), value.trim_matches('"').to_owned()))
    };
    (head.lines().filter_map(line).collect(), text)
}

#[derive(Default)]
struct Count {
    stated: usize,
    sure: usize,
    offered: usize,
    missed: Vec<String>,
    wrong_sure: Vec<String>,
    wrong: Vec<String>,
}

impl Count {
    fn add(&mut self, name: &str, found: &[(String, bool)], truth: Option<&str>) {
        let right = truth.and_then(|truth| found.iter().find(|(value, _)| value == truth));
        self.stated += usize::from(truth.is_some());
        match (right, truth) {
            (Some((_, true)), _) => self.sure += 1,
            (Some(_), _) => self.offered += 1,
            (None, Some(_)) => self.missed.push(name.to_owned()),
            (None, None) => {}
        }
        for (value, sure) in found
            .iter()
            .filter(|(value, _)| Some(value.as_str()) != truth)
        {
            let list = if *sure {
                &mut self.wrong_sure
            } else {
                &mut self.wrong
            };
            list.push(format!("{name}: {value}"));
        }
    }
}

#[test]
fn what_forty_statements_say_is_found_and_hardly_anything_else() {
    let Some(folder) = common::shared("data/statements") else {
        return;
    };
    let facts = Facts::read();
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    files.sort();
    assert_eq!(files.len(), 40);
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    for path in files {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let written = std::fs::read_to_string(&path).unwrap();
        let (truth, body) = front(&written);
        let found = facts.describe(&facts::text(body));
        let state = if truth["state"] == "EU" {
            "EUE"
        } else {
            &truth["state"]
        };
        let mut add = |field, found: &[(String, bool)], truth: Option<&str>| {
            counts.entry(field).or_default().add(&name, found, truth);
        };
        let by = found.by.iter().map(|one| {
            let value = match &one.value {
                Party::Participant(id) => id.to_string(),
                Party::Group(name) => name.clone(),
            };
            (value, one.sure)
        });
        let named = facts.names_of(state).iter().any(|name| says(body, name));
        add("whose", &by.collect::<Vec<_>>(), named.then_some(state));
        let topic = truth["topic"].to_lowercase();
        let treaties: Vec<_> = found
            .treaties
            .iter()
            .map(|one| one.value.to_string())
            .collect();
        let topic = treaties
            .iter()
            .find(|id| **id == topic)
            .map(|id| (id.clone(), true));
        let spoken_of = truth["topic"].to_lowercase();
        let names = facts.treaty_names(&spoken_of);
        let spoken_of = Some(spoken_of)
            .filter(|_| topic.is_some() || names.iter().any(|name| says(body, name)));
        add("treaty", topic.as_slice(), spoken_of.as_deref());
        let speaker: Vec<_> = found
            .speaker
            .iter()
            .map(|one| (one.value.name.clone(), one.sure))
            .collect();
        let told = truth
            .get("speaker")
            .filter(|name| says(body, name))
            .map(String::as_str);
        add("speaker", &speaker, told);
        let on: Vec<_> = found
            .on
            .iter()
            .map(|one| (one.value.to_string(), one.sure))
            .collect();
        add("day", &on, None);
        let meeting: Vec<_> = found
            .meeting
            .iter()
            .map(|one| (one.value.clone(), one.sure))
            .collect();
        add("meeting", &meeting, None);
        let language: Vec<_> = found
            .language
            .iter()
            .map(|one| (one.value.clone(), one.sure))
            .collect();
        add("language", &language, Some("en"));
    }
    let mut table = String::from(
        "field: said in the text, found sure, offered, missed, wrong sure, wrong offered\n",
    );
    for (field, count) in &counts {
        let missed = count.missed.len();
        let (wrong_sure, wrong) = (count.wrong_sure.len(), count.wrong.len());
        writeln!(
            table,
            "{field}: {}, {}, {}, {missed}, {wrong_sure}, {wrong}",
            count.stated, count.sure, count.offered
        )
        .unwrap();
        for one in count.missed.iter() {
            writeln!(table, "  missed {one}").unwrap();
        }
        for one in count.wrong_sure.iter().chain(&count.wrong) {
            writeln!(table, "  wrong {one}").unwrap();
        }
    }
    insta::assert_snapshot!("forty_statements", table);
}

/// Whether a name stands in a text, whole.
fn says(text: &str, name: &str) -> bool {
    let bound = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(name).any(|(at, _)| {
        bound(text[..at].chars().next_back()) && bound(text[at + name.len()..].chars().next())
    })
}
