//! `/states/{state}/{treaty}/{article}`: the steps of one date.

use askama::Template;
use axum::response::Response;
use world::view::ExplainView;

use crate::ask::Form;
use crate::asked::{Question, short};
use crate::frame::{Frame, Nav};
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "explain.html")]
struct ExplainPage<'v> {
    p: Frame,
    view: &'v ExplainView,
}

/// `GET /states/ITA/ccm/3(2)`; also `in_force` and `left` in the place of an article.
pub(crate) async fn show(
    Path((state, treaty, article)): Path<(String, String, String)>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let law = asked.treaty(&treaty)?;
    let id = asked.state(&state)?;
    let view = asked
        .world
        .explain(&law.id, id, &article, asked.on, asked.lang);
    let near = law.duties.iter().map(|duty| {
        let address = format!("/states/{id}/{}/{}", law.id, duty.article);
        (address, format!("{} {}", duty.article, duty.what))
    });
    let view = view.ok_or_else(|| Problem::NoSuchArticle {
        given: short(&article),
        near: near.collect(),
    })?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv | Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => {
            Err(asked.no_form())
        }
        Form::Html => {
            let what = match article.as_str() {
                "in_force" => asked.words.text("col-in-force").into_owned(),
                "left" => asked.words.text("col-left").into_owned(),
                article => asked
                    .words
                    .text_with("article", &[("what", article.into())]),
            };
            let colon = asked.words.colon();
            let title = format!("{}, {}{colon}{what}", view.name, law.short);
            asked.page(&ExplainPage {
                p: asked.frame(Nav::Treaties, title),
                view: &view,
            })
        }
    }
}
