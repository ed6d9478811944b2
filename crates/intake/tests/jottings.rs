//! Lines as people note contacts, and what is read of them.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops where it fails"
)]

mod common;

use std::collections::BTreeMap;

use intake::jotting::{Asked, Field, Jotted, Missing, Names, Span, jot};
use jiff::civil::{Date, date};
use ledger::body::Side;
use proptest::prelude::*;
use treaty::{Law, ParticipantId, TreatyId};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The names of the project's facts, found as the program finds them.
struct Facts {
    names: BTreeMap<String, Vec<ParticipantId>>,
    treaties: BTreeMap<String, TreatyId>,
}

fn plain(name: &str) -> String {
    let bare = name.nfkd().filter(|c| !is_combining_mark(*c));
    bare.flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric())
        .collect()
}

impl Facts {
    fn read() -> Facts {
        let mut names = BTreeMap::<String, Vec<ParticipantId>>::new();
        let mut put = |name: &str, code: &str| {
            let same = names.entry(plain(name)).or_default();
            if !same.contains(&common::id(code)) {
                same.push(common::id(code));
            }
        };
        let rows = |file: &str| -> Vec<BTreeMap<String, String>> {
            let path = common::project().join("facts").join(file);
            csv::Reader::from_path(path)
                .unwrap()
                .deserialize()
                .map(Result::unwrap)
                .collect()
        };
        for row in rows("participants.csv") {
            put(&row["code"], &row["code"]);
            let named = row
                .iter()
                .filter(|(column, name)| column.starts_with("name_") && !name.is_empty());
            named.for_each(|(_, name)| put(name, &row["code"]));
        }
        for row in rows("names.csv") {
            put(&row["name"], &row["code"]);
        }
        let mut treaties = BTreeMap::new();
        for file in std::fs::read_dir(common::project().join("facts/treaties")).unwrap() {
            let path = file.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            let law = Law::parse(&path.display().to_string(), &text).unwrap();
            let also = law.also.iter().map(String::as_str);
            for name in [law.id.as_str(), law.short.as_str()]
                .into_iter()
                .chain(also)
            {
                treaties.insert(plain(name), law.id.clone());
            }
            for (_, title) in law.title.iter() {
                treaties.insert(plain(title), law.id.clone());
            }
        }
        Facts { names, treaties }
    }
}

impl Names for Facts {
    fn participant(&self, name: &str) -> Option<ParticipantId> {
        match self.names.get(&plain(name))?.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    fn treaty(&self, name: &str) -> Option<TreatyId> {
        self.treaties.get(&plain(name)).cloned()
    }
}

const TODAY: Date = date(2023, 6, 20);

fn read(facts: &Facts, text: &str) -> Jotted {
    let treaties = [common::treaty("ctbt")];
    let asked = Asked {
        names: facts,
        treaties: &treaties,
        today: TODAY,
        us: Some(common::id("ITA")),
    };
    jot(text, &asked)
}

fn codes<T: ToString>(all: &[T]) -> Option<String> {
    let all: Vec<_> = all.iter().map(ToString::to_string).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

fn side(side: &Side) -> String {
    let who = side
        .participant
        .map(|id| id.to_string())
        .or_else(|| side.name.clone());
    let level = side.level.map(|level| level.to_string());
    let parts: Vec<_> = [who, level, side.capacity.clone()]
        .into_iter()
        .flatten()
        .collect();
    assert_eq!(side.person, None);
    parts.join(", ")
}

/// What was read, line by line.
fn told(jotted: &Jotted) -> Vec<String> {
    let one = &jotted.sketch;
    let text = |what: Option<String>| what;
    let mut lines = vec![format!("state {}", one.state)];
    let mut line = |name: &str, value: Option<String>| {
        lines.extend(value.map(|value| format!("{name} {value}")));
    };
    line("kind", one.kind.map(|kind| kind.to_string()));
    one.by.iter().for_each(|by| line("by", Some(side(by))));
    one.to.iter().for_each(|to| line("to", Some(side(to))));
    line("as", one.acted_as.map(|acted| acted.to_string()));
    let others: Vec<_> = one
        .treaties
        .iter()
        .filter(|id| id.as_str() != "ctbt")
        .collect();
    line("treaties", codes(&others));
    line("on", one.on.map(|on| on.to_string()));
    line("until", one.until.map(|until| until.to_string()));
    line("channel", one.channel.map(|channel| channel.to_string()));
    line("place", text(one.place.clone()));
    line("forum", text(one.forum.clone()));
    line("themes", codes(&one.themes));
    line("outcomes", codes(&one.outcomes));
    line("obstacles", codes(&one.obstacles));
    line("asked", codes(&one.asked));
    line("offered", codes(&one.offered));
    for step in &one.next {
        let owner = step
            .owner
            .as_ref()
            .map(|owner| format!(", {owner}"))
            .unwrap_or_default();
        let by = step.by.map(|by| format!(" by {by}")).unwrap_or_default();
        line("next", Some(format!("{}{owner}{by}", step.what)));
    }
    for open in &jotted.unsure {
        let why = serde_json::to_value(open.why).unwrap();
        let mut said = format!("{}: {}", open.at.of(&jotted.text), why.as_str().unwrap());
        let values: Vec<_> = open
            .candidates
            .iter()
            .map(|(_, value)| value.as_str())
            .collect();
        if !values.is_empty() {
            said = format!("{said}: {}", values.join(", "));
        }
        line("unsure", Some(said));
    }
    for span in &jotted.left {
        line("left", Some(span.of(&jotted.text).replace('\n', " ")));
    }
    lines
}

/// The sentences of the fixture, each with the lines it must give.
fn sentences() -> Vec<(String, Vec<String>)> {
    let path = common::project().join("fixtures/jottings/sentences.txt");
    let text = std::fs::read_to_string(path).unwrap();
    let mut all: Vec<(String, Vec<String>)> = Vec::new();
    for line in text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        match line.strip_prefix("> ") {
            Some(sentence) => all.push((sentence.replace("\\n", "\n"), Vec::new())),
            None => all
                .last_mut()
                .expect("a sentence first")
                .1
                .push(line.to_owned()),
        }
    }
    all
}

#[test]
fn each_sentence_is_read_as_the_table_says() {
    let facts = Facts::read();
    let all = sentences();
    let mut wrong = Vec::new();
    for (sentence, expected) in &all {
        let got = told(&read(&facts, sentence));
        if got != *expected {
            let shown = format!("> {}\n{}\n", sentence.replace('\n', "\\n"), got.join("\n"));
            wrong.push(shown);
        }
    }
    assert!(wrong.is_empty(), "read otherwise:\n\n{}", wrong.join("\n"));
    assert!(all.len() >= 50, "{} sentences", all.len());
}

#[test]
fn what_the_table_reads_is_complete_or_says_what_is_missing() {
    let facts = Facts::read();
    let whole = read(&facts, &sentences()[0].0).sketch;
    assert_eq!(whole.missing(), []);
    let approach = whole.complete().unwrap();
    assert_eq!((approach.by, approach.to), (whole.by, whole.to));
    // The words themselves go into no field.
    assert_eq!((approach.note, approach.points), (None, None));
    let nothing = read(&facts, "hello").sketch;
    assert_eq!(nothing.missing(), [Missing::Kind, Missing::By, Missing::To]);
    assert_eq!(nothing.complete(), Err(nothing.missing()));
}

/// Every name on record, in each of the six languages, is found whole where it is written as it stands.
#[test]
fn every_state_is_found_by_every_name_on_record_and_none_is_cut_out_of_a_longer_one() {
    let facts = Facts::read();
    let path = common::project().join("facts/participants.csv");
    let mut rows = csv::Reader::from_path(path).unwrap();
    let mut wrong = Vec::new();
    for row in rows
        .deserialize::<BTreeMap<String, String>>()
        .map(Result::unwrap)
    {
        for (_, name) in row
            .iter()
            .filter(|(column, name)| column.starts_with("name_") && !name.is_empty())
        {
            let Some(id) = facts.participant(name) else {
                continue;
            };
            if id == common::id("ITA") {
                continue;
            }
            let text = format!("Met {name} on 12 March 2023");
            let to: Vec<_> = read(&facts, &text)
                .sketch
                .to
                .iter()
                .map(|side| side.participant)
                .collect();
            if to != [Some(id)] {
                wrong.push(format!("{name}: {to:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whatever was given, each place is one of the text, and no State is named that the text does not name.
fn holds(facts: &Facts, text: &str) {
    let jotted = read(facts, text);
    assert_eq!(jotted.text, text);
    let found = jotted.found.iter().map(|found| found.at);
    let open = jotted.unsure.iter().map(|open| open.at);
    for span in found.chain(open).chain(jotted.left.iter().copied()) {
        assert!(
            span.from < span.to && text.get(span.from..span.to).is_some(),
            "{span:?}"
        );
    }
    let names = |id: ParticipantId| {
        let named = |at: Span| facts.participant(at.of(text)) == Some(id);
        let found = |found: &intake::jotting::Found| {
            matches!(found.field, Field::By | Field::To)
                && found.value == id.as_str()
                && named(found.at)
        };
        jotted.found.iter().any(found)
    };
    let sides = jotted.sketch.by.iter().chain(&jotted.sketch.to);
    for id in sides.filter_map(|side| side.participant) {
        assert!(
            id == common::id("ITA") || names(id),
            "{id} is not named in: {text}"
        );
    }
    assert_eq!(jotted, read(facts, text), "the same line is read alike");
}

#[test]
fn what_is_longer_than_a_line_can_be_is_left() {
    let facts = Facts::read();
    let text = "é".repeat(intake::jotting::LARGEST_JOTTING);
    let jotted = read(&facts, &text);
    assert_eq!(jotted.left.last().unwrap().to, text.len());
    holds(&facts, &text);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_read_and_nothing_is_invented(text in any::<String>()) {
        FACTS.with(|facts| holds(facts, &text));
    }

    /// Sentences cut to words and dealt anew: what is nearly understood.
    #[test]
    fn words_in_any_order_are_read_and_nothing_is_invented(seed in prop::collection::vec((any::<prop::sample::Index>(), 0..6usize), 0..40)) {
        let all = sentences();
        let words: Vec<&str> = all.iter().flat_map(|(text, _)| text.split(' ')).collect();
        let between = [" ", ", ", ". ", "-", "\n", "'"];
        let text: String = seed.iter().flat_map(|(at, gap)| [*at.get(&words), between[*gap]]).collect();
        FACTS.with(|facts| holds(facts, &text));
    }
}

thread_local! {
    static FACTS: Facts = Facts::read();
}
