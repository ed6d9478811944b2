//! The page of a problem.

use std::sync::Arc;

use askama::Template;
use jiff::civil::Date;
use words::Words;
use world::World;

use crate::frame::{Frame, Nav};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage<'p> {
    p: Frame,
    detail: String,
    near: &'p [(String, String)],
}

/// The page that says what was expected, and what is near.
pub(crate) fn problem_page(
    world: &Arc<World>,
    today: Date,
    words: &'static Words,
    problem: &Problem,
) -> String {
    let mut p = Frame::new(
        world.clone(),
        words,
        today,
        Nav::Elsewhere,
        problem.title(words),
    );
    p.dated = false;
    p.has_json = false;
    p.has_permanent = false;
    p.lang_asked = true;
    p.keep();
    let detail = problem.detail(words);
    let page = ProblemPage {
        p,
        detail,
        near: problem.near(),
    };
    page.render().unwrap_or_else(|_| problem.detail(words))
}
