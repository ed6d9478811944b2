//! `/changes`: what happened between two days.

use askama::Template;
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;
use treaty::TreatyId;
use world::sheet::Tabular;
use world::view::ChangesView;

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::frame::{Frame, Nav};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "changes.html")]
struct ChangesPage<'v> {
    p: Frame,
    view: &'v ChangesView,
    treaties: Vec<(TreatyId, String)>,
}

/// `GET /changes?from=2021-09-23&to=2023-09-22&treaty=ctbt`. Without days: the year up to *on*.
pub(crate) async fn show(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&["from", "to", "treaty", "limit", "after"])?;
    let to = asked.day("to")?.unwrap_or(asked.on);
    let from = asked.day("from")?.unwrap_or_else(|| a_year_before(to));
    if from > to {
        return Err(Problem::Backwards {
            from: from.to_string(),
            to: to.to_string(),
        });
    }
    let law = asked
        .params
        .one("treaty")?
        .map(|given| asked.named_treaty(given))
        .transpose()?;
    let mut view = asked
        .world
        .changes(law.map(|law| &law.id), from, to, asked.lang);
    asked.cut(&mut view.acts)?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let mut p = asked
                .frame(Nav::Changes, title(&asked, from, to))
                .with_csv()
                .undated();
            // The permanent link says both days, also where they were not asked for.
            p.own = vec![
                ("from".to_owned(), from.to_string()),
                ("to".to_owned(), to.to_string()),
            ];
            p.own
                .extend(law.map(|law| ("treaty".to_owned(), law.id.to_string())));
            asked.page(&ChangesPage {
                p,
                view: &view,
                treaties: treaties(&asked),
            })
        }
    }
}

pub(crate) fn a_year_before(day: Date) -> Date {
    day.checked_sub(1.year()).unwrap_or(day)
}

fn title(asked: &Asked, from: Date, to: Date) -> String {
    let days = [
        ("from", asked.words.date(from).into()),
        ("to", asked.words.date(to).into()),
    ];
    asked.words.text_with("changes-title", &days)
}

/// Every treaty with its short name, for selectors.
pub(crate) fn treaties(asked: &Asked) -> Vec<(TreatyId, String)> {
    let mut treaties: Vec<_> = asked
        .world
        .treaties()
        .iter()
        .map(|law| (law.id.clone(), law.short.clone()))
        .collect();
    treaties.sort_by(|a, b| a.1.cmp(&b.1));
    treaties
}
