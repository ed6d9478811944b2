//! The same questions asked of Accede, SQLite, DuckDB and pandas in one run: the answers compared,
//! the times as ratios to Accede's.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a report for a person"
)]

use std::process::ExitCode;
use std::time::Duration;

use bench::acts::Tables;
use bench::answers::Question;
use bench::peers::{self, Sqlite};
use bench::{clock, record};

/// What one peer said to one question.
struct Said {
    peer: String,
    question: Question,
    took: Duration,
    answer: Vec<String>,
}

fn main() -> ExitCode {
    if cfg!(debug_assertions) {
        eprintln!("this is not a release build: its figures mean nothing");
    }
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(what) => {
            eprintln!("{what}");
            ExitCode::FAILURE
        }
    }
}

/// Asks everyone and prints the table; says whether all answers are the same.
fn run() -> Result<bool, String> {
    let world = record::fold(&record::shipped());
    let tables = Tables::of(&world);
    println!(
        "{} acts, {} participants",
        tables.acts.len(),
        tables.participants.len()
    );

    let mut said = Vec::new();
    for question in Question::ALL {
        let (took, answer) = clock::median(|| question.ask(&world));
        said.push(Said {
            peer: "Accede".to_owned(),
            question,
            took,
            answer,
        });
    }
    said.extend(sqlite(&tables).map_err(|cause| format!("SQLite: {cause}"))?);
    let program = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    match peers::python(&program, &tables) {
        Ok(python) => {
            for peer in python.missing {
                println!(
                    "{peer} is not there: pip install -r bench/side_by_side/requirements.txt"
                );
            }
            for (peer, asked) in python.peers {
                for (name, asked) in asked {
                    let question = Question::ALL.into_iter().find(|q| q.name() == name);
                    said.push(Said {
                        peer: peer.clone(),
                        question: question.ok_or_else(|| format!("nobody asked `{name}`"))?,
                        took: Duration::from_secs_f64(asked.seconds),
                        answer: asked.answer,
                    });
                }
            }
        }
        Err(what) => println!("Python's peers were not asked: {what}"),
    }
    Ok(print(&said))
}

fn sqlite(tables: &Tables) -> rusqlite::Result<Vec<Said>> {
    let sqlite = Sqlite::load(tables)?;
    let mut said = Vec::new();
    for question in Question::ALL {
        let mut statement = sqlite.prepare(question)?;
        let (took, answer) = clock::median(|| peers::ask(question, &mut statement));
        let peer = format!("SQLite {}", rusqlite::version());
        said.push(Said {
            peer,
            question,
            took,
            answer: answer?,
        });
    }
    Ok(said)
}

fn print(said: &[Said]) -> bool {
    let mut same = true;
    for question in Question::ALL {
        let asked: Vec<&Said> = said.iter().filter(|one| one.question == question).collect();
        let Some((ours, peers)) = asked.split_first() else {
            continue;
        };
        println!("\n{} ({} lines)", question.words(), ours.answer.len());
        println!("  {:<16} {:>10.3} ms", ours.peer, millis(ours.took));
        for peer in peers {
            let agrees = if peer.answer == ours.answer {
                "the same answer"
            } else {
                "ANOTHER ANSWER"
            };
            let ratio = peer.took.as_secs_f64() / ours.took.as_secs_f64();
            println!(
                "  {:<16} {:>10.3} ms {ratio:>9.1} x  {agrees}",
                peer.peer,
                millis(peer.took)
            );
            if peer.answer != ours.answer {
                same = false;
                differences(&ours.answer, &peer.answer);
            }
        }
    }
    same
}

fn differences(ours: &[String], theirs: &[String]) {
    let only = |these: &[String], those: &[String], who: &str| {
        for line in these.iter().filter(|line| !those.contains(line)).take(8) {
            println!("      only {who}: {line}");
        }
    };
    only(ours, theirs, "Accede");
    only(theirs, ours, "the peer");
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
