//! Search over speeches of real length, beside SQLite's FTS5 in the same run: how fast both index, and how fast they
//! answer with ranked passages.
//!
//! The speeches are those of the UN General Debate Corpus in `ACCEDE_SHARED/data/corpus`, which is not part of the
//! project; without it nothing is measured, and that is said. `zstd` unpacks it.

#![allow(clippy::print_stdout, reason = "a measurement reports to a person")]

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use library::{Ask, Item, Paragraph, Shelf, Stacks};
use rusqlite::{Connection, params};
use serde::Deserialize;

/// Speeches of the measurement.
const SPEECHES: usize = 10_000;
/// Times each question is asked.
const TIMES: usize = 20;
/// Hits asked for.
const HITS: usize = 20;

/// Questions as both understand them: words that must all be there, phrases, beginnings, alternatives.
const QUESTIONS: [&str; 32] = [
    "cluster munitions",
    "landmines",
    "nuclear disarmament",
    "comprehensive nuclear test ban treaty",
    "universalization",
    "accession convention",
    "ratification treaty",
    "arms trade",
    "small arms light weapons",
    "prohibition nuclear weapons",
    "victims assistance",
    "humanitarian consequences",
    "Italy",
    "Norway disarmament",
    "small island developing states climate",
    "security council reform",
    "peacekeeping operations Africa",
    "development",
    "international law peace security",
    "debt relief",
    "ozone",
    "apartheid",
    "decolonization Namibia",
    "terrorism",
    "pandemic vaccines",
    "\"nuclear test\"",
    "\"weapons of mass destruction\"",
    "\"United Nations\"",
    "univers*",
    "disarm*",
    "landmines OR munitions",
    "chemical OR biological OR nuclear",
];

#[derive(Deserialize)]
struct Speech {
    id: String,
    iso3: String,
    year: i16,
    country: Option<String>,
    speaker: Option<String>,
    post: Option<String>,
    text: String,
}

/// How long questions took: by the clock on the wall, and by what the processor worked on them. Other work on the machine
/// lengthens the first alone.
#[derive(Default)]
struct Times {
    wall: Vec<Duration>,
    work: Vec<Duration>,
}

impl Times {
    fn take<T>(&mut self, question: impl FnOnce() -> T) -> T {
        let (began, worked) = (Instant::now(), thread());
        let answer = question();
        self.work.push(thread().saturating_sub(worked));
        self.wall.push(began.elapsed());
        answer
    }

    fn add(&mut self, other: Times) {
        self.wall.extend(other.wall);
        self.work.extend(other.work);
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let Some(corpus) = corpus() else {
        println!("SKIPPED: ACCEDE_SHARED names no folder with data/corpus");
        return Ok(());
    };
    let speeches = read(&corpus)?;
    let letters: usize = speeches.iter().map(|speech| speech.text.len()).sum();
    println!(
        "{} speeches, {:.1} MB of text\n",
        speeches.len(),
        mega(letters)
    );

    let ours = tempfile::tempdir()?;
    let (mut shelf, _) = Shelf::open(ours.path())?;
    let by_id: BTreeMap<&str, &Speech> = speeches
        .iter()
        .map(|speech| (speech.id.as_str(), speech))
        .collect();
    let (began, worked) = (Instant::now(), processor());
    shelf.sync(by_id.keys().map(|id| (*id, "1")), |id| item(by_id[id]))?;
    let indexed = began.elapsed();
    println!(
        "index: {:.1} s of processor time in all threads",
        processor() - worked
    );
    let theirs = tempfile::tempdir()?;
    let database = theirs.path().join("fts5.sqlite");
    let began = Instant::now();
    let fts5 = fill(&database, &speeches)?;
    let filled = began.elapsed();
    told("index", indexed, filled, speeches.len());
    println!(
        "size of the index: library {:.0} MB, FTS5 {:.0} MB",
        mega(size(ours.path())?),
        mega(size(theirs.path())?)
    );
    drop(shelf);
    let began = Instant::now();
    let (mut shelf, condition) = Shelf::open(ours.path())?;
    println!(
        "open, checksums checked: {:?} ({condition:?})",
        began.elapsed()
    );
    let began = Instant::now();
    shelf.sync(by_id.keys().map(|id| (*id, "1")), |id| item(by_id[id]))?;
    println!("sync with nothing new: {:?}", began.elapsed());
    println!("resident: {}\n", resident());

    let stacks = Stacks::new([shelf.reading()]);
    let (mut ours, mut theirs) = (Times::default(), Times::default());
    for question in QUESTIONS {
        let (mut our, mut their) = (Times::default(), Times::default());
        let mut totals = (0, 0);
        for _ in 0..TIMES {
            let ask = Ask {
                limit: HITS,
                ..Ask::parse(question)
            };
            totals.0 = our.take(|| stacks.search(&ask))?.total;
            totals.1 = their.take(|| asked(&fts5, question))?;
        }
        let (one, other) = (at(&mut our.wall, 0.5), at(&mut their.wall, 0.5));
        println!(
            "{question:<40} {:>6} {:>6}   {one:>9.2?} {other:>9.2?}   {:.2}",
            totals.0,
            totals.1,
            ratio(one, other)
        );
        ours.add(our);
        theirs.add(their);
    }
    println!(
        "\n{HITS} hits with passages; library with total, nine facets and suggestions, FTS5 with the total"
    );
    for share in [0.5, 0.9, 0.99, 1.0] {
        let (one, other) = (at(&mut ours.wall, share), at(&mut theirs.wall, share));
        println!(
            "p{:<4} library {one:>9.2?}   FTS5 {other:>9.2?}   ratio {:.2}",
            share * 100.0,
            ratio(one, other)
        );
        let (one, other) = (at(&mut ours.work, share), at(&mut theirs.work, share));
        println!(
            "      of which processor time {one:>9.2?} and {other:>9.2?}   ratio {:.2}",
            ratio(one, other)
        );
    }
    let began = Instant::now();
    let keys: Vec<&&str> = by_id.keys().step_by(SPEECHES / 20).collect();
    for key in &keys {
        stacks.similar(key, 10)?;
    }
    println!(
        "similar: {:.2?} each",
        began.elapsed() / u32::try_from(keys.len())?
    );
    println!("resident: {}", resident());
    Ok(())
}

fn corpus() -> Option<PathBuf> {
    let shared = PathBuf::from(std::env::var_os("ACCEDE_SHARED")?);
    let file = shared.join("data/corpus/ungdc_1946-2024.jsonl.zst");
    file.exists().then_some(file)
}

/// The latest speeches: those before 1990 have faults of scanning.
fn read(corpus: &Path) -> Result<Vec<Speech>, Box<dyn Error>> {
    let mut unpacked = Command::new("zstd")
        .arg("-dc")
        .arg(corpus)
        .stdout(Stdio::piped())
        .spawn()?;
    let out = unpacked.stdout.take().ok_or("zstd gives nothing")?;
    let mut speeches = Vec::new();
    for line in BufReader::new(out).lines() {
        speeches.push(serde_json::from_str::<Speech>(&line?)?);
    }
    if !unpacked.wait()?.success() {
        return Err("zstd could not unpack the corpus".into());
    }
    speeches.sort_by(|a, b| b.year.cmp(&a.year).then_with(|| a.id.cmp(&b.id)));
    speeches.truncate(SPEECHES);
    Ok(speeches)
}

impl Speech {
    fn title(&self) -> String {
        let country = self.country.as_deref().unwrap_or(&self.iso3);
        format!("{country}, general debate, {}", self.year)
    }
}

fn item(speech: &Speech) -> Item {
    let paragraphs = speech.text.split('\n').zip(1..);
    Item {
        key: speech.id.clone(),
        title: speech.title(),
        kind: Some("statement".to_owned()),
        language: Some("en".to_owned()),
        date: speech.year.to_string().parse().ok(),
        states: vec![speech.iso3.clone()],
        speaker: speech.speaker.clone(),
        post: speech.post.clone(),
        names: speech.country.iter().cloned().collect(),
        text: paragraphs
            .map(|(text, at)| Paragraph::new(format!("p{at}"), text))
            .collect(),
        ..Item::default()
    }
}

/// One table with the same columns, and stems of English.
fn fill(file: &Path, speeches: &[Speech]) -> Result<Connection, rusqlite::Error> {
    let mut fts5 = Connection::open(file)?;
    fts5.execute_batch(
        "PRAGMA journal_mode = WAL;
         CREATE VIRTUAL TABLE speeches USING fts5(
             id UNINDEXED, title, names, text, tokenize = 'porter unicode61 remove_diacritics 2');",
    )?;
    let write = fts5.transaction()?;
    {
        let mut put = write.prepare("INSERT INTO speeches VALUES (?, ?, ?, ?)")?;
        for speech in speeches {
            let names = [&speech.speaker, &speech.post, &speech.country];
            let names: Vec<&str> = names.iter().filter_map(|name| name.as_deref()).collect();
            let title = speech.title();
            put.execute(params![speech.id, title, names.join(" "), speech.text])?;
        }
    }
    write.commit()?;
    Ok(fts5)
}

/// Asks for hits with passages, weighted as ours are, and for the total.
fn asked(fts5: &Connection, question: &str) -> Result<u64, rusqlite::Error> {
    let mut hits = fts5.prepare_cached(
        "SELECT id, bm25(speeches, 0, 3, 6, 1) AS score, snippet(speeches, -1, '<', '>', '…', 40)
         FROM speeches WHERE speeches MATCH ? ORDER BY score LIMIT ?",
    )?;
    let rows = hits.query_map(
        params![question, i64::try_from(HITS).unwrap_or(20)],
        |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, f64>(1)?,
                row.get::<_, String>(2)?,
            ))
        },
    )?;
    for row in rows {
        std::hint::black_box(row?);
    }
    let mut total =
        fts5.prepare_cached("SELECT count(*) FROM speeches WHERE speeches MATCH ?")?;
    let count: i64 = total.query_row(params![question], |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

fn told(what: &str, ours: Duration, theirs: Duration, speeches: usize) {
    let count = f64::from(u32::try_from(speeches).unwrap_or(u32::MAX));
    println!(
        "{what}: library {ours:.2?} ({:.0} a second), FTS5 {theirs:.2?} ({:.0} a second), ratio {:.2}",
        count / ours.as_secs_f64(),
        count / theirs.as_secs_f64(),
        ratio(ours, theirs)
    );
}

fn ratio(ours: Duration, theirs: Duration) -> f64 {
    ours.as_secs_f64() / theirs.as_secs_f64()
}

/// The time that a share of the questions took at most.
fn at(times: &mut [Duration], share: f64) -> Duration {
    times.sort_unstable();
    let last = f64::from(u32::try_from(times.len() - 1).unwrap_or(u32::MAX));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place in a short list"
    )]
    let place = (last * share).round() as usize;
    times[place]
}

fn mega(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes / 1000).unwrap_or(u32::MAX)) / 1000.0
}

fn size(folder: &Path) -> Result<usize, Box<dyn Error>> {
    let mut sum = 0;
    for file in std::fs::read_dir(folder)? {
        let file = file?;
        sum += match file.file_type()?.is_dir() {
            true => size(&file.path())?,
            false => usize::try_from(file.metadata()?.len())?,
        };
    }
    Ok(sum)
}

/// Processor time of this process in seconds, all threads; as Linux says it, in hundredths.
fn processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace();
    fields
        .skip(11)
        .take(2)
        .filter_map(|ticks| ticks.parse::<f64>().ok())
        .sum::<f64>()
        / 100.0
}

/// Processor time of this thread; as Linux says it.
fn thread() -> Duration {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanos = stat
        .split_whitespace()
        .next()
        .and_then(|nanos| nanos.parse().ok());
    Duration::from_nanos(nanos.unwrap_or_default())
}

/// Memory of this process, files mapped into it included; as Linux says it.
fn resident() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let lines = status.lines().filter(|line| {
        line.starts_with("VmRSS") || line.starts_with("RssAnon") || line.starts_with("VmHWM")
    });
    lines
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect::<Vec<_>>()
        .join(", ")
}
