//! `/matrix`: States × treaties on a day.

use std::borrow::Cow;

use askama::Template;
use axum::response::Response;
use treaty::TreatyId;
use world::sheet::Tabular;
use world::view::{MatrixRow, MatrixView, Standing};

use crate::ask::Form;
use crate::asked::Question;
use crate::frame::{Frame, Nav};
use crate::keys;
use crate::problem::{Expected, Problem};

#[derive(Template)]
#[template(path = "matrix.html")]
struct MatrixPage<'v> {
    p: Frame,
    view: &'v MatrixView,
    group: Option<String>,
    group_names: Vec<String>,
    treaty: Option<TreatyId>,
    standing: Option<Standing>,
    sort: &'v str,
    sorts: [(&'static str, &'static str); 3],
    /// By [`Standing`], so that five thousand cells look nothing up.
    letters: [Cow<'static, str>; 5],
    shut: Cow<'static, str>,
}

impl MatrixPage<'_> {
    fn letter(&self, standing: &Standing) -> &str {
        &self.letters[*standing as usize]
    }
}

/// `GET /matrix?group=un-african&treaty=ctbt&standing=none&sort=joined`.
pub(crate) async fn show(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&["group", "treaty", "standing", "sort"])?;
    let mut view = asked.world.matrix(asked.on, asked.lang);
    let groups = asked.world.groups(asked.on);
    let group = asked.params.one("group")?.map(str::to_owned);
    if let Some(name) = &group {
        let members = asked.group(name)?;
        view.rows.retain(|row| members.contains(&row.iso3));
    }
    let treaty = asked
        .params
        .one("treaty")?
        .map(|given| asked.named_treaty(given))
        .transpose()?;
    let treaty = treaty.map(|law| law.id.clone());
    let standing = asked.params.one("standing")?.map(standing).transpose()?;
    keep(&mut view, treaty.as_ref(), standing);
    let sort = asked.params.one("sort")?.unwrap_or("name");
    order(&mut view.rows, sort)?;
    let picture = || {
        let drawn = picture::matrix::standings(&asked.apart("matrix"), &view);
        asked.noted_of_many(drawn)
    };
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg => Ok(asked.svg(&picture())),
        Form::Png => asked.png(&picture()).await,
        Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let mut p = asked
                .frame(Nav::Matrix, asked.words.text("matrix-title"))
                .with_csv();
            p.scripts = vec!["swap.js", "years.js"];
            let letters = [
                Standing::Party,
                Standing::Contracting,
                Standing::Signatory,
                Standing::Withdrawn,
                Standing::None,
            ]
            .map(|standing| p.w.text(keys::standing(standing).letter));
            asked.page(&MatrixPage {
                p,
                view: &view,
                group,
                group_names: groups.into_iter().map(|(name, _)| name).collect(),
                treaty,
                standing,
                sort,
                sorts: [
                    ("name", "matrix-sort-name"),
                    ("code", "matrix-sort-code"),
                    ("joined", "matrix-sort-joined"),
                ],
                letters,
                shut: asked.words.text("matrix-shut"),
            })
        }
    }
}

/// Keeps the rows with a standing: under one treaty, or under any.
fn keep(view: &mut MatrixView, treaty: Option<&TreatyId>, standing: Option<Standing>) {
    let Some(standing) = standing else { return };
    let column = treaty.and_then(|id| view.treaties.iter().position(|t| t.treaty == *id));
    let stands = |row: &MatrixRow, at: usize| {
        row.standings.get(at) == Some(&standing) && row.open.get(at) == Some(&true)
    };
    view.rows.retain(|row| match column {
        Some(at) => stands(row, at),
        None => (0..row.standings.len()).any(|at| stands(row, at)),
    });
}

fn order(rows: &mut [MatrixRow], sort: &str) -> Result<(), Problem> {
    let joined = |row: &MatrixRow| {
        let bound = |s: &&Standing| matches!(s, Standing::Party | Standing::Contracting);
        row.standings.iter().filter(bound).count()
    };
    match sort {
        "name" => {}
        "code" => rows.sort_by_key(|row| row.iso3),
        "joined" => rows.sort_by_cached_key(|row| std::cmp::Reverse(joined(row))),
        other => return Err(Problem::bad("sort", other, Expected::Sort)),
    }
    Ok(())
}

fn standing(word: &str) -> Result<Standing, Problem> {
    keys::STANDINGS
        .into_iter()
        .find(|standing| keys::standing_class(*standing) == word)
        .ok_or_else(|| Problem::bad("standing", word, Expected::Standing))
}
