//! `/treaties/{id}/duties`: State × duty: when it is due, how it stands, and why.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use treaty::clause::{Duty, When};
use treaty::{Law, ParticipantId, TreatyId};
use world::view::{DutiesView, DutyStanding, DutyState};

use crate::ask::Form;
use crate::asked::Question;
use crate::frame::{Frame, Nav};
use crate::keys;
use crate::path::Path;
use crate::problem::Problem;
use crate::table::{Table, cell};

#[derive(Template)]
#[template(path = "duties.html")]
struct DutiesPage<'v> {
    p: Frame,
    treaty: &'v TreatyId,
    lede: String,
    totals: Vec<(DutyState, usize)>,
    undated: Columns,
    columns: Columns,
    rows: Vec<Row<'v>>,
}

/// Articles, each with what it asks.
type Columns = Vec<(String, String)>;

/// One participant's duties, a cell for each column.
struct Row<'v> {
    iso3: ParticipantId,
    name: &'v str,
    cells: Vec<Vec<&'v DutyStanding>>,
}

/// `GET /treaties/ccm/duties?on=2020-12-31&from=2020-01-01&to=2021-12-31&state=ITA`.
pub(crate) async fn show(
    Path(treaty): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&["state", "from", "to"])?;
    let law = asked.treaty(&treaty)?;
    let state = asked
        .params
        .one("state")?
        .map(|given| asked.named_state(given))
        .transpose()?;
    let window = asked.day("from")?.zip(asked.day("to")?);
    let view = asked
        .world
        .duties(Some(&law.id), state, asked.on, window, asked.lang);
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&table(&view))),
        Form::Html => {
            let title = asked
                .words
                .text_with("duties-title", &[("short", (&law.short).into())]);
            let p = asked.frame(Nav::Treaties, title).with_csv();
            let lede = asked.words.text_with(
                "duties-lede",
                &[
                    ("on", p.long(&asked.on).into()),
                    ("n", view.duties.len().into()),
                ],
            );
            let (columns, undated) = columns(&p, law, &view);
            asked.page(&DutiesPage {
                treaty: &law.id,
                lede,
                totals: totals(&view),
                undated,
                rows: rows(&view, &columns),
                columns,
                p,
            })
        }
    }
}

/// The duties that get a column, and those that are only listed: the ones that fall due on no day
/// of their own and of which nothing is on record.
fn columns(p: &Frame, law: &Law, view: &DutiesView) -> (Columns, Columns) {
    let told = |article: &str| {
        view.duties
            .iter()
            .any(|duty| duty.article == article && is_told(duty))
    };
    let (dated, undated): (Vec<_>, Vec<_>) = law
        .duties
        .iter()
        .partition(|duty| has_days(&duty.when) || told(&duty.article));
    let named = |duties: Vec<&Duty>| {
        duties
            .iter()
            .map(|duty| (duty.article.clone(), p.duty_text(duty).to_owned()))
            .collect()
    };
    (named(dated), named(undated))
}

fn has_days(when: &When) -> bool {
    match when {
        When::FromEntryIntoForceForState(_)
        | When::FromEntryIntoForce(_)
        | When::Yearly { .. } => true,
        When::FromEvent { .. } | When::Continuing => false,
    }
}

/// Whether the record says anything about it.
fn is_told(duty: &DutyStanding) -> bool {
    duty.due.is_some() || duty.fulfilled.is_some() || !duty.observed.is_empty()
}

fn rows<'v>(view: &'v DutiesView, columns: &[(String, String)]) -> Vec<Row<'v>> {
    let place: BTreeMap<&str, usize> = columns
        .iter()
        .enumerate()
        .map(|(at, (article, _))| (article.as_str(), at))
        .collect();
    let mut rows: BTreeMap<(&str, ParticipantId), Row<'v>> = BTreeMap::new();
    for duty in &view.duties {
        let Some(at) = place.get(duty.article.as_str()) else {
            continue;
        };
        let row = rows.entry((&duty.name, duty.iso3)).or_insert_with(|| Row {
            iso3: duty.iso3,
            name: &duty.name,
            cells: vec![Vec::new(); columns.len()],
        });
        row.cells[*at].push(duty);
    }
    rows.into_values().collect()
}

fn totals(view: &DutiesView) -> Vec<(DutyState, usize)> {
    let mut totals: BTreeMap<DutyState, usize> = BTreeMap::new();
    for duty in &view.duties {
        *totals.entry(duty.standing).or_default() += 1;
    }
    totals.into_iter().collect()
}

/// The duties as rows.
pub(crate) fn table(view: &DutiesView) -> Table {
    let mut table = Table::new(&[
        "treaty",
        "iso3",
        "name",
        "article",
        "duty",
        "due",
        "original_due",
        "standing",
        "fulfilled",
        "political",
    ]);
    for duty in &view.duties {
        table.row(vec![
            duty.treaty.to_string(),
            duty.iso3.to_string(),
            duty.name.clone(),
            duty.article.clone(),
            duty.duty.clone(),
            cell(duty.due),
            cell(duty.original_due),
            keys::duty(duty.standing).0.to_owned(),
            cell(duty.fulfilled),
            duty.political.to_string(),
        ]);
    }
    table
}
