//! SQLite, asked in SQL over the same acts; DuckDB and pandas through `side_by_side/ask.py`.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;
use std::process::Command;

use rusqlite::{Connection, Statement, named_params};
use serde::Deserialize;

use crate::acts::Tables;
use crate::answers::{FIRST_YEAR, FROM, LAST_YEAR, ON, Question, TO};

/// The tables in SQLite, in memory, indexed for these questions.
pub struct Sqlite {
    connection: Connection,
}

const SCHEMA: &str = "
    CREATE TABLE acts (treaty TEXT NOT NULL, iso3 TEXT NOT NULL, act TEXT NOT NULL, day TEXT NOT NULL,
                       signs INT NOT NULL, binds INT NOT NULL, ends INT NOT NULL, undoes INT NOT NULL);
    CREATE TABLE participants (iso3 TEXT PRIMARY KEY, from_day TEXT NOT NULL, until_day TEXT NOT NULL)
        WITHOUT ROWID;
    CREATE INDEX acts_by_participation ON acts (treaty, iso3, day);
    CREATE INDEX acts_by_day ON acts (day);";

/// The CCM's rule, article 17, in SQL: those that had deposited by 16 February 2010 are bound from
/// 1 August 2010, the others from the first day of the sixth month after the month of deposit.
const STATUS: &str = "
    WITH last AS (
        SELECT iso3, max(iif(signs, day, NULL)) AS s, max(iif(binds, day, NULL)) AS c,
               max(iif(ends, day, NULL)) AS e, max(iif(ends OR undoes, day, NULL)) AS x
        FROM acts JOIN participants USING (iso3)
        WHERE treaty = 'ccm' AND day <= :on AND from_day <= :on AND :on <= until_day GROUP BY iso3)
    SELECT iso3 || ' ' || CASE
        WHEN c IS NOT NULL AND (x IS NULL OR c > x) THEN
            iif(iif(c <= '2010-02-16', '2010-08-01', date(c, 'start of month', '+6 months')) <= :on,
                'party', 'contracting')
        WHEN s IS NOT NULL AND (e IS NULL OR s > e) THEN 'signatory' ELSE 'withdrawn' END AS line
    FROM last WHERE coalesce(s, c, e) IS NOT NULL ORDER BY line";

const YEARS: &str = "
    WITH RECURSIVE years(year) AS (SELECT :first UNION ALL SELECT year + 1 FROM years WHERE year < :last),
    ends AS (SELECT year, printf('%04d-12-31', year) AS d FROM years),
    last AS (
        SELECT treaty, year, iso3, max(iif(signs, day, NULL)) AS s, max(iif(binds, day, NULL)) AS c,
               max(iif(ends, day, NULL)) AS e, max(iif(ends OR undoes, day, NULL)) AS x
        FROM ends JOIN acts ON day <= d JOIN participants USING (iso3)
        WHERE from_day <= d AND d <= until_day GROUP BY treaty, year, iso3),
    counted AS (
        SELECT treaty, year, sum(s IS NOT NULL AND (e IS NULL OR s > e)) AS signatures,
               sum(c IS NOT NULL AND (x IS NULL OR c > x)) AS consents
        FROM last GROUP BY treaty, year)
    SELECT treaty || ' ' || year || ' ' || signatures || ' ' || consents AS line
    FROM counted WHERE signatures + consents > 0 ORDER BY line";

const MATRIX: &str = "
    WITH last AS (
        SELECT treaty, iso3, max(iif(signs, day, NULL)) AS s, max(iif(binds, day, NULL)) AS c,
               max(iif(ends, day, NULL)) AS e, max(iif(ends OR undoes, day, NULL)) AS x
        FROM acts JOIN participants USING (iso3)
        WHERE day <= :on AND from_day <= :on AND :on <= until_day GROUP BY treaty, iso3)
    SELECT treaty || ' ' || iso3 || ' ' || CASE
        WHEN c IS NOT NULL AND (x IS NULL OR c > x) THEN 'consent'
        WHEN s IS NOT NULL AND (e IS NULL OR s > e) THEN 'signatory' ELSE 'withdrawn' END AS line
    FROM last WHERE coalesce(s, c, e) IS NOT NULL ORDER BY line";

const CHANGES: &str = "
    SELECT day || ' ' || treaty || ' ' || iso3 || ' ' || act AS line FROM acts
    WHERE day BETWEEN :from AND :to AND (signs OR binds OR ends OR undoes) ORDER BY line";

impl Sqlite {
    /// Loads `tables`.
    ///
    /// # Errors
    ///
    /// What SQLite reports.
    pub fn load(tables: &Tables) -> rusqlite::Result<Sqlite> {
        let connection = Connection::open_in_memory()?;
        connection.execute_batch(SCHEMA)?;
        for row in &tables.acts {
            let [signs, binds, ends, undoes] = row.does.columns();
            let day = row.day.to_string();
            connection
                .prepare_cached("INSERT INTO acts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?
                .execute((
                    &row.treaty,
                    &row.iso3,
                    &row.act,
                    day,
                    signs,
                    binds,
                    ends,
                    undoes,
                ))?;
        }
        for who in &tables.participants {
            let (first, last) = (who.first_day().to_string(), who.last_day().to_string());
            connection
                .prepare_cached("INSERT INTO participants VALUES (?1, ?2, ?3)")?
                .execute((&who.iso3, first, last))?;
        }
        connection.execute_batch("ANALYZE")?;
        Ok(Sqlite { connection })
    }

    /// The statement of a question, prepared once.
    ///
    /// # Errors
    ///
    /// What SQLite reports.
    pub fn prepare(&self, question: Question) -> rusqlite::Result<Statement<'_>> {
        self.connection.prepare(match question {
            Question::Status => STATUS,
            Question::Years => YEARS,
            Question::Matrix => MATRIX,
            Question::Changes => CHANGES,
        })
    }
}

/// Asks a prepared question.
///
/// # Errors
///
/// What SQLite reports.
pub fn ask(question: Question, statement: &mut Statement<'_>) -> rusqlite::Result<Vec<String>> {
    let [on, from, to] = [ON, FROM, TO].map(|day| day.to_string());
    let line = |row: &rusqlite::Row<'_>| row.get(0);
    match question {
        Question::Status | Question::Matrix => statement
            .query_map(named_params! { ":on": on }, line)?
            .collect(),
        Question::Years => {
            let years = named_params! { ":first": FIRST_YEAR, ":last": LAST_YEAR };
            statement.query_map(years, line)?.collect()
        }
        Question::Changes => statement
            .query_map(named_params! { ":from": from, ":to": to }, line)?
            .collect(),
    }
}

/// What a peer in Python answered, and how long it took.
#[derive(Debug, Deserialize)]
pub struct Asked {
    /// The median time, in seconds.
    pub seconds: f64,
    /// The answer.
    pub answer: Vec<String>,
}

/// What the peers in Python said.
#[derive(Debug, Deserialize)]
pub struct Python {
    /// By peer, with its version in its name, then by question.
    pub peers: BTreeMap<String, BTreeMap<String, Asked>>,
    /// The peers Python does not have.
    pub missing: Vec<String>,
}

/// Asks DuckDB and pandas, where Python has them.
///
/// # Errors
///
/// A sentence on what went wrong.
pub fn python(program: &str, tables: &Tables) -> Result<Python, String> {
    let folder = tempfile::tempdir().map_err(|cause| cause.to_string())?;
    let create = |name: &str| File::create(folder.path().join(name));
    create("acts.csv")
        .and_then(|file| tables.write_acts(file))
        .and_then(|()| create("participants.csv"))
        .and_then(|file| tables.write_participants(file))
        .map_err(|cause| format!("could not write the tables: {cause}"))?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("side_by_side")
        .join("ask.py");
    let out = Command::new(program)
        .arg(script)
        .arg(folder.path())
        .args([ON.to_string(), FROM.to_string(), TO.to_string()])
        .args([FIRST_YEAR.to_string(), LAST_YEAR.to_string()])
        .output()
        .map_err(|cause| format!("could not start {program}: {cause}"))?;
    if !out.status.success() {
        return Err(String::from_utf8_lossy(&out.stderr).into_owned());
    }
    serde_json::from_slice(&out.stdout).map_err(|cause| cause.to_string())
}
