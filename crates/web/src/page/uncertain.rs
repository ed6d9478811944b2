//! `/uncertain`: what is uncertain in the facts.

use askama::Template;
use axum::response::Response;
use world::sheet::Tabular;
use world::view::{Uncertain, UncertainView, UncertainWhy};

use crate::ask::Form;
use crate::asked::Question;
use crate::frame::{Frame, Nav};
use crate::keys;
use crate::problem::{Expected, Problem};

/// Why something is not certain, in the order of the page.
const REASONS: [UncertainWhy; 5] = [
    UncertainWhy::Disputed,
    UncertainWhy::LowConfidence,
    UncertainWhy::DayUnknown,
    UncertainWhy::Unverified,
    UncertainWhy::MediumConfidence,
];

/// How many of each reason the page shows before it sends to the page of that reason alone.
const FIRST: usize = 100;

#[derive(Template)]
#[template(path = "uncertain.html")]
struct UncertainPage<'v> {
    p: Frame,
    groups: Vec<Group<'v>>,
    why: Option<UncertainWhy>,
}

/// What is uncertain for one reason.
struct Group<'v> {
    word: &'static str,
    key: &'static str,
    total: usize,
    rows: Vec<&'v Uncertain>,
}

/// `GET /uncertain?why=disputed`.
pub(crate) async fn show(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&["why", "limit", "after"])?;
    let why = asked.params.one("why")?.map(reason).transpose()?;
    let mut view = asked.world.uncertain();
    view.rows.retain(|row| why.is_none_or(|why| row.why == why));
    asked.cut(&mut view.rows)?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let p = asked.frame(Nav::Findings, asked.words.text("uncertain-heading"));
            let first = if why.is_some() || asked.part().is_some() {
                usize::MAX
            } else {
                FIRST
            };
            let groups = REASONS
                .iter()
                .map(|why| group(&view, *why, first))
                .collect();
            asked.page(&UncertainPage {
                p: p.with_csv().undated(),
                groups,
                why,
            })
        }
    }
}

fn group(view: &UncertainView, why: UncertainWhy, first: usize) -> Group<'_> {
    let (word, key) = keys::uncertain(why);
    let rows = view.rows.iter().filter(|row| row.why == why);
    Group {
        word,
        key,
        total: rows.clone().count(),
        rows: rows.take(first).collect(),
    }
}

fn reason(word: &str) -> Result<UncertainWhy, Problem> {
    REASONS
        .into_iter()
        .find(|why| keys::uncertain(*why).0 == word)
        .ok_or_else(|| Problem::bad("why", word, Expected::Reason))
}
