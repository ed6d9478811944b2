//! The tables over the shipped facts: they hold together, they are the same each time, and other
//! programs can open them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use dataset::{Cell, Dataset, Kind, TABLES};
use jiff::civil::{Date, date};
use rusqlite::{Connection, OpenFlags};
use world::{Viewer, World};

const TODAY: Date = date(2026, 11, 21);

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let entries = ledger::chain(shipped::entries().unwrap()).unwrap();
    let last = entries.last().unwrap().entry.recorded;
    World::fold(&entries, &Viewer::public(), last)
});

static SET: LazyLock<Dataset> = LazyLock::new(|| Dataset::new(&WORLD, TODAY));

/// The database in a file, as somebody who downloaded it has it.
fn opened() -> (tempfile::TempDir, Connection) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("accede.sqlite");
    std::fs::write(&path, SET.sqlite().unwrap()).unwrap();
    let connection =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    (folder, connection)
}

fn one<T: rusqlite::types::FromSql>(connection: &Connection, sql: &str) -> T {
    connection.query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn each_row_has_a_cell_a_column_of_its_kind_and_a_key_of_its_own() {
    for filled in SET.tables() {
        let table = filled.table;
        let mut keys = BTreeSet::new();
        for row in &filled.rows {
            assert_eq!(row.len(), table.columns.len(), "{}", table.name);
            for (column, cell) in table.columns.iter().zip(row) {
                let fits = match (column.kind, cell) {
                    (_, Cell::Nothing) => !column.always,
                    (Kind::Integer, Cell::Integer(_)) | (Kind::Boolean, Cell::Boolean(_)) => {
                        true
                    }
                    (Kind::Day, Cell::Text(text)) => text.parse::<Date>().is_ok(),
                    (Kind::Code, Cell::Text(text)) => text.len() == 3,
                    (
                        Kind::Text | Kind::PartialDay | Kind::Moment | Kind::Address,
                        Cell::Text(text),
                    ) => !text.is_empty(),
                    (_, _) => false,
                };
                assert!(fits, "{}.{}: {cell:?}", table.name, column.name);
            }
            let at = |name: &&str| table.columns.iter().position(|c| c.name == *name).unwrap();
            let key: Vec<_> = table.key.iter().map(|name| row[at(name)].text()).collect();
            assert!(
                keys.insert(key.join("|")),
                "{} has {key:?} twice",
                table.name
            );
        }
    }
}

#[test]
fn the_tables_are_full() {
    for (name, least) in [
        ("entries", 4_000),
        ("treaties", 20),
        ("titles", 40),
        ("participants", 190),
        ("names", 1_000),
        ("memberships", 200),
        ("acts", 4_000),
        ("standings", 3_000),
        ("periods", 4_000),
        ("required", 44),
        ("duties", 5_000),
        ("meetings", 20),
        ("plans", 5),
        ("plan_actions", 150),
        ("statements", 60),
        ("assistance", 4),
        ("roles", 100),
        ("findings", 10),
    ] {
        let rows = SET.table(name).unwrap().rows.len();
        assert!(rows >= least, "{name} has {rows} rows");
    }
}

#[test]
fn the_same_world_and_day_give_the_same_bytes() {
    let again = Dataset::new(&WORLD, TODAY);
    assert_eq!(SET.sqlite().unwrap(), again.sqlite().unwrap());
    assert_eq!(SET.package().to_string(), again.package().to_string());
    for (one, other) in SET.tables().iter().zip(again.tables()) {
        assert_eq!(one.csv(), other.csv(), "{}", one.table.name);
    }
    let earlier = Dataset::new(&WORLD, date(2010, 1, 1));
    assert_ne!(SET.sqlite().unwrap(), earlier.sqlite().unwrap());
}

#[test]
fn the_database_is_sound_and_its_references_hold() {
    let (_folder, connection) = opened();
    assert_eq!(one::<String>(&connection, "PRAGMA integrity_check"), "ok");
    let broken: i64 = one(&connection, "SELECT count(*) FROM pragma_foreign_key_check");
    assert_eq!(broken, 0);
    for filled in SET.tables() {
        let sql = format!("SELECT count(*) FROM \"{}\"", filled.table.name);
        let rows = usize::try_from(one::<i64>(&connection, &sql)).unwrap();
        assert_eq!(rows, filled.rows.len(), "{}", filled.table.name);
    }
    let head: String = one(&connection, "SELECT value FROM metadata WHERE key = 'head'");
    assert_eq!(head, WORLD.head().link);
}

/// The views are answers, and the world gives the same ones.
#[test]
fn the_views_say_what_the_world_says() {
    let (_folder, connection) = opened();
    let counts = WORLD.counts(&"ccm".parse().unwrap(), TODAY).unwrap();
    for (sql, expected) in [
        ("SELECT count(*) FROM annex2", 44),
        (
            "SELECT count(*) FROM status WHERE treaty = 'ccm' AND standing IN ('party', 'contracting')",
            i64::from(counts.consents),
        ),
        (
            "SELECT max(total) FROM joined_by_year WHERE treaty = 'ccm'",
            i64::from(counts.consents),
        ),
        (
            "SELECT count(*) FROM who_is_missing WHERE treaty = 'ccm' AND standing = 'signatory'",
            i64::from(counts.signatories_only),
        ),
        (
            "SELECT consents FROM treaties WHERE treaty = 'ccm'",
            i64::from(counts.consents),
        ),
    ] {
        assert_eq!(one::<i64>(&connection, sql), expected, "{sql}");
    }
    let acts = SET.table("acts").unwrap().rows.len();
    let with: i64 = one(&connection, "SELECT count(*) FROM acts_with_sources");
    assert_eq!(usize::try_from(with).unwrap(), acts);
    let overdue: i64 = one(&connection, "SELECT count(*) FROM overdue");
    let all = WORLD
        .duties(None, None, TODAY, None, treaty::Lang::En)
        .duties;
    let late = all
        .iter()
        .filter(|d| d.standing == world::view::DutyState::Overdue);
    assert_eq!(usize::try_from(overdue).unwrap(), late.count());
}

/// The rows of a question, their cells with `|` between them.
fn lines(connection: &Connection, sql: &str) -> Vec<String> {
    let mut asked = connection.prepare(sql).unwrap();
    let width = asked.column_count();
    let rows = asked.query_map([], |row| {
        let cells = (0..width).map(|at| {
            let cell: Option<String> = row.get(at)?;
            Ok(cell.unwrap_or_default())
        });
        Ok(cells.collect::<rusqlite::Result<Vec<_>>>()?.join("|"))
    });
    rows.unwrap().map(Result::unwrap).collect()
}

#[test]
fn italy_spoke_on_universalization_in_three_years() {
    let (_folder, connection) = opened();
    let sql = "SELECT year, meeting, speaker FROM statements_by_theme \
               WHERE iso3 = 'ITA' AND treaty = 'ccm' AND theme LIKE '%universalization%' ORDER BY date";
    assert_eq!(
        lines(&connection, sql),
        [
            "2016|ccm-msp-6|Amb. Vinicio Mati",
            "2017|ccm-msp-7|Amb. Vinicio Mati",
            "2020|ccm-revcon-2-part1|Mr. Tancredi Francese",
        ]
    );
    let any = "SELECT DISTINCT year FROM statements_by_theme \
               WHERE iso3 = 'ITA' AND theme LIKE '%universalization%' ORDER BY year";
    assert_eq!(lines(&connection, any), ["2016", "2017", "2020"]);
}

#[test]
fn offices_have_their_terms_and_stand_beside_the_actions_of_their_theme() {
    let (_folder, connection) = opened();
    let sql = "SELECT iso3, \"from\", until, earliest, latest FROM roles \
               WHERE treaty = 'ccm' AND role = 'president 9MSP'";
    assert_eq!(
        lines(&connection, sql),
        ["LKA|2018-09-05|2019-09-04|2018-09-05|2019-09-04"]
    );
    let sql = "SELECT DISTINCT theme, role FROM plan_actions_and_offices \
               WHERE plan = 'dubrovnik' AND role IS NOT NULL ORDER BY theme";
    assert_eq!(
        lines(&connection, sql),
        [
            "International cooperation and assistance|cooperation and assistance coordinator",
            "National implementation measures|national implementation coordinator",
            "Stockpile destruction|stockpile destruction coordinator",
            "Transparency measures|transparency measures coordinator",
            "Universalization|universalization coordinator",
            "Victim assistance|victim assistance coordinator",
        ]
    );
    // An action without a theme, or without a coordinator of that name, stands there all the same.
    let actions = SET.table("plan_actions").unwrap().rows.len();
    let sql = "SELECT count(DISTINCT entry) FROM plan_actions_and_offices";
    assert_eq!(
        usize::try_from(one::<i64>(&connection, sql)).unwrap(),
        actions
    );
    let sql =
        "SELECT count(*) FROM offices_on_the_day WHERE \"from\" IS NULL OR until < '2026'";
    assert_eq!(one::<i64>(&connection, sql), 0);
    assert!(one::<i64>(&connection, "SELECT count(*) FROM offices_on_the_day") > 0);
}

#[test]
fn assistance_is_the_givers_and_the_receivers() {
    let (_folder, connection) = opened();
    let sql = "SELECT direction, other_name FROM assistance_given_and_received \
               WHERE iso3 IN ('ITA', 'AFG') ORDER BY direction, other_name";
    assert_eq!(
        lines(&connection, sql),
        [
            "given|Afghanistan",
            "given|Gaza Strip",
            "given|Libya",
            "given|Somalia",
            "received|Italy",
        ]
    );
}

/// Any day can be asked about from the periods alone.
#[test]
fn the_periods_give_the_status_of_any_day() {
    let (_folder, connection) = opened();
    for day in [date(1975, 6, 30), date(2010, 8, 1), date(2025, 3, 7), TODAY] {
        for law in WORLD.treaties() {
            let counts = WORLD.counts(&law.id, day).unwrap();
            let sql = "SELECT count(*) FROM periods WHERE treaty = ?1 AND \"from\" <= ?2 \
                       AND (until IS NULL OR until >= ?2) AND standing IN ('party', 'contracting')";
            let args = [law.id.to_string(), day.to_string()];
            let consents: i64 = connection.query_row(sql, args, |row| row.get(0)).unwrap();
            assert_eq!(consents, i64::from(counts.consents), "{} on {day}", law.id);
        }
    }
}

#[test]
fn the_package_describes_each_file_as_it_is() {
    let package = SET.package();
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), TABLES.len());
    for (resource, filled) in resources.iter().zip(SET.tables()) {
        let bytes = filled.csv();
        assert_eq!(resource["bytes"], bytes.len());
        let head = std::str::from_utf8(&bytes)
            .unwrap()
            .split("\r\n")
            .next()
            .unwrap();
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<_> = fields.iter().map(|f| f["name"].as_str().unwrap()).collect();
        assert_eq!(head, names.join(","));
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        assert_eq!(reader.records().count(), filled.rows.len());
    }
}

#[test]
fn every_reference_is_to_a_table_before_it() {
    let mut before = BTreeMap::new();
    for table in TABLES {
        for to in table.refers {
            let key: &&[&str] = before.get(to.table).unwrap();
            assert_eq!(**key, *to.at, "{}.{:?}", table.name, to.columns);
            assert_eq!(to.columns.len(), to.at.len());
            for name in to.columns {
                assert!(table.columns.iter().any(|column| column.name == *name));
            }
        }
        before.insert(table.name, table.key);
    }
}

#[test]
fn datasette_is_told_of_every_table_and_view() {
    let (_folder, connection) = opened();
    let metadata = SET.datasette();
    let told = metadata["databases"]["accede"]["tables"]
        .as_object()
        .unwrap();
    let mut names = connection
        .prepare("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name <> 'metadata'")
        .unwrap();
    let names: BTreeSet<String> = names
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let told: BTreeSet<String> = told.keys().cloned().collect();
    assert_eq!(names, told);
}

/// An empty record has tables too: empty ones.
#[test]
fn an_empty_world_has_empty_tables() {
    let empty = World::fold(&[], &Viewer::public(), jiff::Timestamp::UNIX_EPOCH);
    let set = Dataset::new(&empty, TODAY);
    assert!(set.tables().iter().all(|filled| filled.rows.is_empty()));
    assert!(set.sqlite().unwrap().len() > 1_000);
}
