//! `/about`: what the counts mean, how they are made, where they come from.

use askama::Template;
use axum::response::Response;

use crate::ask::Form;
use crate::asked::Question;
use crate::frame::{Frame, Nav};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "about.html")]
struct AboutPage {
    p: Frame,
    counts: [(&'static str, &'static str); 6],
}

/// `GET /about`.
pub(crate) async fn show(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&[])?;
    if asked.form != Form::Html {
        return Err(Problem::NoSuchForm {
            form: asked.form.word(),
        });
    }
    let mut p = asked
        .frame(Nav::About, asked.words.text("about-heading"))
        .undated();
    p.has_json = false;
    let counts = [
        ("count-signatures", "count-signatures-definition"),
        ("count-consents", "count-consents-definition"),
        ("count-parties", "count-parties-definition"),
        (
            "count-signatories-only",
            "count-signatories-only-definition",
        ),
        ("count-withdrawn", "count-withdrawn-definition"),
        ("count-outside", "count-outside-definition"),
    ];
    asked.page(&AboutPage { p, counts })
}
