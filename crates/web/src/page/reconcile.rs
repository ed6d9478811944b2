//! `/reconcile`: counts as sources print them, against the counts of the record.

use askama::Template;
use axum::response::Response;
use world::sheet::Tabular;
use world::view::ReconcileView;

use crate::ask::Form;
use crate::asked::Question;
use crate::frame::{Frame, Nav};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "reconcile.html")]
struct ReconcilePage<'v> {
    p: Frame,
    view: &'v ReconcileView,
    lede: String,
}

/// `GET /reconcile?treaty=ctbt`.
pub(crate) async fn show(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&["treaty"])?;
    let law = asked
        .params
        .one("treaty")?
        .map(|given| asked.named_treaty(given))
        .transpose()?;
    let view = asked.world.reconcile(law.map(|law| &law.id));
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let p = asked.frame(Nav::Findings, asked.words.text("reconcile-heading"));
            let failing = view.reconciled.iter().filter(|row| !row.holds).count();
            let key = if view.holds {
                "reconcile-holds"
            } else {
                "reconcile-fails"
            };
            let counts = [
                ("n", view.reconciled.len().into()),
                ("failing", failing.into()),
            ];
            let lede = asked.words.text_with(key, &counts);
            asked.page(&ReconcilePage {
                p: p.with_csv().undated(),
                view: &view,
                lede,
            })
        }
    }
}
