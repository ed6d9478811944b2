//! The judged questions asked of the library, of SQLite FTS5 and of plain BM25 in one run, over the same items.
//!
//! `--each` lists every question, `--unjudged` what stands among a search's first ten and was not judged.
//! Fails where the library is worse than a peer on the questions held out.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a report for a person"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;
use std::time::Duration;

use bench::clock;
use bench::judged::{self, Grades, Query};
use bench::quality::{DEEP, SEEN, Score, by_chance, mean};
use bench::searches::{Fts5, Plain};
use jiff::civil::{Date, date};
use library::{Ask, Item, Shelf, Stacks};

/// The day of the question, for the preference of what is new: shortly after the newest text.
const TODAY: Date = date(2026, 1, 1);

/// A search that was asked everything.
struct Asked {
    name: &'static str,
    /// Whether it is ours.
    ours: bool,
    loaded: Duration,
    answered: Duration,
    orders: Vec<Vec<String>>,
    scores: Vec<Score>,
}

fn main() -> ExitCode {
    let wanted: BTreeSet<String> = std::env::args().skip(1).collect();
    match run(&wanted) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(what) => {
            eprintln!("{what}");
            ExitCode::FAILURE
        }
    }
}

/// Asks everyone and prints the tables; says whether the library holds its bound.
fn run(wanted: &BTreeSet<String>) -> Result<bool, String> {
    let questions = judged::questions()?;
    let items = judged::texts(&judged::shared()?)?;
    let letters: usize = items
        .iter()
        .flat_map(|item| &item.text)
        .map(|paragraph| paragraph.text.len())
        .sum();
    println!(
        "{} questions, {} judgements, {} texts of {} MB",
        questions.len(),
        questions
            .iter()
            .map(|(_, grades)| grades.len())
            .sum::<usize>(),
        items.len(),
        letters / 1_000_000
    );
    let known: BTreeSet<&str> = items.iter().map(|item| item.key.as_str()).collect();
    for (query, grades) in &questions {
        if let Some(gone) = grades.keys().find(|key| !known.contains(key.as_str())) {
            return Err(format!("`{}`: the text `{gone}` is not there", query.id));
        }
    }

    let mut all = library(&items, &questions)?;
    all.extend(peers(&items, &questions)?);
    print(&questions, &all);
    if wanted.contains("--each") {
        print_each(&questions, &all);
    }
    if wanted.contains("--unjudged") {
        print_unjudged(&questions, &all);
    }
    Ok(holds(&questions, &all))
}

/// The library as it answers by itself, and with terms of the same sense, which a reader can ask for.
fn library(items: &[Item], questions: &[(Query, Grades)]) -> Result<Vec<Asked>, String> {
    let failed = |cause: &dyn std::error::Error| format!("the library: {cause}");
    let (loaded, shelf) = clock::once(|| {
        let mut shelf = Shelf::in_memory()?;
        let by_key: BTreeMap<&str, &Item> =
            items.iter().map(|item| (item.key.as_str(), item)).collect();
        let stamps = by_key.keys().map(|key| ((*key).to_owned(), "1".to_owned()));
        shelf.sync(stamps, |key| by_key[key].clone())?;
        Ok(shelf)
    });
    let shelf = shelf.map_err(|cause: library::ShelfError| failed(&cause))?;
    let stacks = Stacks::new([shelf.reading()]);
    let mut all = Vec::new();
    for (name, synonyms) in [("the library", false), ("with synonyms", true)] {
        all.push(asked(name, true, loaded, questions, |text| {
            let ask = Ask {
                limit: DEEP,
                today: Some(TODAY),
                synonyms,
                ..Ask::parse(text)
            };
            let found = stacks.search(&ask).map_err(|cause| failed(&cause))?;
            Ok(found.hits.into_iter().map(|hit| hit.key).collect())
        })?);
    }
    Ok(all)
}

fn peers(items: &[Item], questions: &[(Query, Grades)]) -> Result<Vec<Asked>, String> {
    let failed = |cause: rusqlite::Error| format!("SQLite: {cause}");
    let (loaded, fts5) = clock::once(|| Fts5::load(items));
    let fts5 = fts5.map_err(failed)?;
    let by_fts5 = asked("SQLite FTS5", false, loaded, questions, |text| {
        fts5.search(text, DEEP).map_err(failed)
    })?;
    let (loaded, plain) = clock::once(|| Plain::load(items));
    let by_plain = asked("plain BM25", false, loaded, questions, |text| {
        Ok(plain.search(text, DEEP))
    })?;
    Ok(vec![by_fts5, by_plain])
}

fn asked(
    name: &'static str,
    ours: bool,
    loaded: Duration,
    questions: &[(Query, Grades)],
    search: impl Fn(&str) -> Result<Vec<String>, String>,
) -> Result<Asked, String> {
    let (mut orders, mut scores) = (Vec::new(), Vec::new());
    let mut answered = Duration::ZERO;
    for (query, grades) in questions {
        let (took, order) = clock::once(|| search(&query.text));
        let order = order.map_err(|cause| format!("`{}`: {cause}", query.id))?;
        answered += took;
        scores.push(Score::of(&order, grades));
        orders.push(order);
    }
    Ok(Asked {
        name,
        ours,
        loaded,
        answered,
        orders,
        scores,
    })
}

/// The scores of those questions for which `of` says so.
fn some<'a>(
    questions: &'a [(Query, Grades)],
    asked: &'a Asked,
    of: impl Fn(&Query) -> bool + 'a,
) -> impl Iterator<Item = Score> + 'a {
    questions
        .iter()
        .zip(&asked.scores)
        .filter(move |((query, _), _)| of(query))
        .map(|(_, score)| *score)
}

fn gain(questions: &[(Query, Grades)], asked: &Asked, of: impl Fn(&Query) -> bool) -> f64 {
    mean(some(questions, asked, of).map(|score| score.gain))
}

fn print(questions: &[(Query, Grades)], all: &[Asked]) {
    println!("\n{:<44}{}", "", columns(all, |one| one.name.to_owned()));
    let row = |name: &str, of: &dyn Fn(&Asked) -> f64| {
        println!(
            "{name:<44}{}",
            columns(all, |one| format!("{:.3}", of(one)))
        );
    };
    row(&format!("nDCG@{SEEN}, all"), &|one| {
        gain(questions, one, |_| true)
    });
    row(&format!("nDCG@{SEEN}, held out"), &|one| {
        gain(questions, one, |query| query.held_out)
    });
    row(&format!("nDCG@{SEEN}, not held out"), &|one| {
        gain(questions, one, |query| !query.held_out)
    });
    row(&format!("recall@{DEEP}, all"), &|one| {
        mean(one.scores.iter().map(|score| score.recall))
    });
    row(&format!("recall@{DEEP}, held out"), &|one| {
        mean(some(questions, one, |query| query.held_out).map(|score| score.recall))
    });
    row(&format!("judged among the first {SEEN}"), &|one| {
        mean(one.scores.iter().map(|score| score.judged))
    });
    let kinds: BTreeSet<&str> = questions
        .iter()
        .map(|(query, _)| query.kind.as_str())
        .collect();
    for kind in kinds {
        let many = questions
            .iter()
            .filter(|(query, _)| query.kind == kind)
            .count();
        row(&format!("nDCG@{SEEN}, {kind} ({many})"), &|one| {
            gain(questions, one, |query| query.kind == kind)
        });
    }
    row("indexed in, seconds", &|one| one.loaded.as_secs_f64());
    row("all questions answered in, seconds", &|one| {
        one.answered.as_secs_f64()
    });
    if cfg!(debug_assertions) {
        println!("(not a release build: the seconds mean nothing)");
    }
    let Some((ours, peers)) = all.split_first() else {
        return;
    };
    println!();
    for peer in peers {
        let differences: Vec<f64> = ours
            .scores
            .iter()
            .zip(&peer.scores)
            .map(|(a, b)| a.gain - b.gain)
            .collect();
        let better = differences.iter().filter(|one| **one > 0.0).count();
        let worse = differences.iter().filter(|one| **one < 0.0).count();
        println!(
            "{} against {}: {:+.3} on average, better on {better}, worse on {worse}; by chance p = {:.4}",
            ours.name,
            peer.name,
            mean(differences.iter().copied()),
            by_chance(&differences)
        );
    }
}

fn columns(all: &[Asked], of: impl Fn(&Asked) -> String) -> String {
    all.iter().map(|one| format!("{:>15}", of(one))).collect()
}

fn print_each(questions: &[(Query, Grades)], all: &[Asked]) {
    println!();
    for (at, (query, _)) in questions.iter().enumerate() {
        let held = if query.held_out { "held" } else { "" };
        println!(
            "{:<4}{held:<5}{}  {}",
            query.id,
            columns(all, |one| format!("{:.2}", one.scores[at].gain)),
            query.text
        );
    }
}

fn print_unjudged(questions: &[(Query, Grades)], all: &[Asked]) {
    println!();
    for (at, (query, grades)) in questions.iter().enumerate() {
        let met: BTreeSet<&String> = all
            .iter()
            .flat_map(|one| one.orders[at].iter().take(SEEN))
            .filter(|key| !grades.contains_key(*key))
            .collect();
        for key in met {
            println!("unjudged,{},{key}", query.id);
        }
    }
}

/// Whether the library is at least as good as each peer on the questions held out.
fn holds(questions: &[(Query, Grades)], all: &[Asked]) -> bool {
    let held = |one: &Asked| gain(questions, one, |query| query.held_out);
    let Some(ours) = all.first() else {
        return false;
    };
    let mut holds = true;
    for peer in all.iter().filter(|one| !one.ours) {
        if held(ours) < held(peer) {
            println!(
                "FAILED: on the questions held out {} is worse than {}",
                ours.name, peer.name
            );
            holds = false;
        }
    }
    holds
}
