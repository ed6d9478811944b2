//! `/treaties/{id}/counts/{count}`: what stands behind a figure: its definition, day, names, rule
//! and sources.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use world::sheet::Tabular;
use world::view::{ParticipantStatus, Standing, StatusView};

use crate::ask::Form;
use crate::asked::Question;
use crate::condition;
use crate::frame::{Frame, Nav};
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "count.html")]
struct CountPage<'v> {
    p: Frame,
    view: &'v StatusView,
    key: &'static str,
    definition: &'static str,
    rule: String,
    rows: &'v [ParticipantStatus],
    sources: Vec<(String, usize)>,
}

/// A count: its words, and whom it counts.
struct Count {
    key: &'static str,
    definition: &'static str,
    counts: fn(&ParticipantStatus) -> bool,
}

fn count(word: &str) -> Option<Count> {
    let (key, definition, counts): (_, _, fn(&ParticipantStatus) -> bool) = match word {
        "signatures" => ("count-signatures", "count-signatures-definition", |row| {
            row.signed.is_some() && row.standing != Standing::Withdrawn
        }),
        "consents" => ("count-consents", "count-consents-definition", |row| {
            matches!(row.standing, Standing::Party | Standing::Contracting)
        }),
        "parties" => ("count-parties", "count-parties-definition", |row| {
            row.standing == Standing::Party
        }),
        "signatories_only" => (
            "count-signatories-only",
            "count-signatories-only-definition",
            |row| row.standing == Standing::Signatory,
        ),
        "withdrawn" => ("count-withdrawn", "count-withdrawn-definition", |row| {
            row.standing == Standing::Withdrawn
        }),
        "outside" => ("count-outside", "count-outside-definition", |row| {
            matches!(
                row.standing,
                Standing::Signatory | Standing::Withdrawn | Standing::None
            )
        }),
        _ => return None,
    };
    Some(Count {
        key,
        definition,
        counts,
    })
}

/// `GET /treaties/ctbt/counts/consents?on=2023-09-22`.
pub(crate) async fn show(
    Path((treaty, word)): Path<(String, String)>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let law = asked.treaty(&treaty)?;
    let count = count(&word).ok_or_else(|| Problem::NoSuchCount {
        given: crate::asked::short(&word),
    })?;
    let mut view = asked
        .world
        .status(&law.id, asked.on, asked.lang)
        .ok_or(Problem::NoSuchPage)?;
    view.participants.retain(count.counts);
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let title = format!("{}, {}", asked.words.text(count.key), view.short);
            let mut p = asked.frame(Nav::Treaties, title).with_csv();
            p.called.clone_from(&view.called);
            let rule = condition::in_words(&p, law).unwrap_or_default();
            asked.page(&CountPage {
                p,
                key: count.key,
                definition: count.definition,
                rule,
                rows: &view.participants,
                sources: sources(&view.participants),
                view: &view,
            })
        }
    }
}

/// The documents behind the rows, each with the number of its entries.
fn sources(rows: &[ParticipantStatus]) -> Vec<(String, usize)> {
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for source in rows.iter().flat_map(|row| &row.sources) {
        *found.entry(&source.title).or_default() += 1;
    }
    let mut found: Vec<_> = found
        .into_iter()
        .map(|(title, entries)| (title.to_owned(), entries))
        .collect();
    found.sort_by_key(|(_, entries)| std::cmp::Reverse(*entries));
    found
}
