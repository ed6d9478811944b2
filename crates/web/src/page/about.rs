//! `/about`: what the counts mean, how they are made, where they come from.

use askama::Template;
use axum::response::Response;

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::frame::{Frame, Nav};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "about.html")]
struct AboutPage {
    p: Frame,
    counts: [(&'static str, &'static str); 6],
    /// The parts of the page: anchor and heading.
    parts: [(&'static str, &'static str); 9],
    /// How one page here is cited.
    example: Option<String>,
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
    let parts = [
        ("counts", "about-counts"),
        ("standings", "about-standings"),
        ("method", "about-method"),
        ("sources", "about-sources"),
        ("cite", "about-cite"),
        ("disclaimer", "about-disclaimer"),
        ("data", "about-data"),
        ("accessibility", "about-access"),
        ("privacy", "about-privacy"),
    ];
    asked.page(&AboutPage {
        example: example(&asked, &p),
        p,
        counts,
        parts,
    })
}

/// The page of a treaty in force, on the day it entered into force.
fn example(asked: &Asked, p: &Frame) -> Option<String> {
    let mut treaties = asked.world.treaties().into_iter();
    let (law, day) = treaties.find_map(|law| Some((law, law.in_force.as_ref()?.on)))?;
    let address = format!(
        "{}/treaties/{}{}",
        p.host.as_deref().unwrap_or_default(),
        law.id,
        p.fixed(&day)
    );
    Some(p.with(
        "about-cite-example",
        &[
            ("title", law.title.get(asked.lang).into()),
            ("on", p.long(&day).into()),
            ("known", p.moment(p.known()).into()),
            ("address", address.into()),
        ],
    ))
}
