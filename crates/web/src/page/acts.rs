//! `/treaties/{id}/acts`: every act under a treaty, newest first.

use askama::Template;
use axum::response::Response;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::TreatyId;
use world::sheet::{Sheet, cell};
use world::view::{ActView, HeadView, LawView};

use crate::ask::Form;
use crate::asked::Question;
use crate::frame::{Frame, Nav};
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "acts.html")]
struct ActsPage<'v> {
    p: Frame,
    law: &'v LawView<'v>,
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct ActsView<'v> {
    treaty: &'v TreatyId,
    known: Timestamp,
    head: HeadView,
    acts: &'v [ActView],
}

/// `GET /treaties/ctbt/acts`.
pub(crate) async fn show(
    Path(treaty): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&["limit", "after"])?;
    let law = asked.treaty(&treaty)?;
    let view = asked.world.law_view(&law.id, asked.lang);
    let mut view = view.ok_or(Problem::NoSuchPage)?;
    asked.cut(&mut view.acts)?;
    match asked.form {
        Form::Json => asked.json(&ActsView {
            treaty: &law.id,
            known: asked.world.known(),
            head: asked.world.head(),
            acts: &view.acts,
        }),
        Form::Csv => Ok(asked.csv(&table(&view.acts))),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let title = asked
                .words
                .text_with("acts-title", &[("short", (&law.short).into())]);
            let p = asked.frame(Nav::Treaties, title).with_csv().undated();
            asked.page(&ActsPage { p, law: &view })
        }
    }
}

fn table(acts: &[ActView]) -> Sheet {
    let mut table = Sheet::new(&[
        "treaty",
        "iso3",
        "name",
        "act",
        "date",
        "done_by",
        "depositary",
        "effect",
        "counts",
        "disputed",
        "entry",
        "source",
    ]);
    for view in acts {
        table.row(vec![
            view.act.treaty.to_string(),
            view.act.by.to_string(),
            view.name.clone(),
            view.act.kind.to_string(),
            view.act.on.to_string(),
            cell(view.act.done_by),
            cell(view.act.depositary.as_ref()),
            cell(view.act.effect),
            view.counts.to_string(),
            cell(view.disputed.as_ref()),
            view.entry.to_string(),
            view.source.title.clone(),
        ]);
    }
    table
}
