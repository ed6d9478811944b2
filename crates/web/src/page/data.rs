//! `/data` and what is below it: the public record as tables, to take away.

use askama::Template;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use dataset::{Column, Kind, TABLES, Table};

use crate::ask::Form;
use crate::asked::{Asked, Question, short};
use crate::frame::{Frame, Nav};
use crate::path::Path;
use crate::problem::Problem;
use crate::site;

#[derive(Template)]
#[template(path = "data.html")]
struct DataPage {
    p: Frame,
    origin: String,
    tables: Vec<Row>,
    sqlite: usize,
    total: usize,
}

/// One table of the page.
struct Row {
    table: &'static Table,
    rows: usize,
    bytes: usize,
}

impl DataPage {
    /// What a column holds, in the reader's words.
    fn kind(&self, column: &Column) -> &'static str {
        match column.kind {
            Kind::Text => "data-kind-text",
            Kind::Integer => "data-kind-integer",
            Kind::Boolean => "data-kind-boolean",
            Kind::Day => "data-kind-day",
            Kind::PartialDay => "data-kind-partial",
            Kind::Moment => "data-kind-moment",
            Kind::Code => "data-kind-code",
            Kind::Address => "data-kind-address",
        }
    }

    /// A size as people read it.
    fn size(&self, bytes: &usize) -> String {
        let kilobytes = u64::try_from(bytes.div_ceil(1_000)).unwrap_or(u64::MAX);
        format!("{} kB", self.p.w.number(kilobytes))
    }

    fn count(&self, n: &usize) -> String {
        self.p.w.number(u64::try_from(*n).unwrap_or(u64::MAX))
    }

    /// The table another column of a table refers to.
    fn refers(&self, table: &Table, column: &Column) -> Option<&'static str> {
        let found = table.refers.iter().find(|to| to.columns == [column.name])?;
        Some(found.table)
    }
}

/// `GET /data?on=2020-10-24`.
pub(crate) async fn show(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&[])?;
    if asked.form != Form::Html {
        return Err(asked.no_form());
    }
    let made = asked.made().await?;
    let mut p = asked.frame(Nav::Elsewhere, asked.words.text("data-heading"));
    p.has_json = false;
    let tables = TABLES
        .iter()
        .zip(&made.csv)
        .map(|(table, (rows, bytes))| Row {
            table,
            rows: *rows,
            bytes: bytes.len(),
        });
    asked.page(&DataPage {
        p,
        origin: site::here(&asked).to_owned(),
        tables: tables.collect(),
        sqlite: made.sqlite.len(),
        total: made.csv.iter().map(|(_, bytes)| bytes.len()).sum(),
    })
}

/// `GET /data/acts.csv`.
pub(crate) async fn table(
    Path(name): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    if !TABLES.iter().any(|table| table.name == name) {
        return Err(Problem::NoSuchTable {
            given: short(&name),
        });
    }
    if asked.form != Form::Csv {
        return Err(asked.no_form());
    }
    let made = asked.made().await?;
    let bytes = made.table(&name).ok_or(Problem::NoSuchPage)?;
    let headers = [
        (
            header::CONTENT_TYPE,
            "text/csv; charset=utf-8; header=present".to_owned(),
        ),
        (header::CONTENT_DISPOSITION, file(&asked, &name, "csv")),
    ];
    Ok((headers, bytes).into_response())
}

/// `GET /data/datapackage.json`.
pub(crate) async fn package(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&[])?;
    if asked.form != Form::Json {
        return Err(asked.no_form());
    }
    let made = asked.made().await?;
    asked.json(&made.package)
}

/// `GET /data/datasette.json`.
pub(crate) async fn datasette(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&[])?;
    if asked.form != Form::Json {
        return Err(asked.no_form());
    }
    let made = asked.made().await?;
    asked.json(&made.datasette)
}

/// `GET /data/accede.sqlite`.
pub(crate) async fn sqlite(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&[])?;
    if asked.form != Form::Html {
        return Err(asked.no_form());
    }
    let made = asked.made().await?;
    let headers = [
        (header::CONTENT_TYPE, "application/vnd.sqlite3".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"accede.sqlite\"".to_owned(),
        ),
    ];
    Ok((headers, made.sqlite.clone()).into_response())
}

fn file(asked: &Asked, name: &str, form: &str) -> String {
    format!("attachment; filename=\"accede-{name}-{}.{form}\"", asked.on)
}
