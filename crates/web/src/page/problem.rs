//! The page of a problem.

use std::sync::Arc;

use askama::Template;
use axum::http::Uri;
use jiff::civil::Date;
use words::Words;
use world::World;

use crate::frame::{Frame, Nav};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    p: Frame,
    detail: String,
    near: Vec<(String, String)>,
}

/// The page that says what was expected, and what is near.
pub(crate) fn problem_page(
    world: &Arc<World>,
    today: Date,
    words: &'static Words,
    problem: &Problem,
    asked: &Uri,
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
    let near = problem.near(asked).into_iter();
    let near = near.map(|(address, name)| (keeping(&p, address), name));
    let page = ProblemPage {
        near: near.collect(),
        p,
        detail,
    };
    page.render().unwrap_or_else(|_| problem.detail(words))
}

/// The address with what links carry on, unless it carries a query of its own.
fn keeping(p: &Frame, address: String) -> String {
    if address.contains('?') {
        address
    } else {
        format!("{address}{}", p.kept())
    }
}
