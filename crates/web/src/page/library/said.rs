//! `/said`: what was said of something, sentence by sentence, in the order of time.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use library::{Field, SaidBy, SaidView};
use world::Viewer;
use world::sheet::Tabular;

use super::asking::{self, Asking, PAGE};
use super::facets::{Chosen, Desk};
use super::instead;
use crate::App;
use crate::ask::Form;
use crate::asked::{Question, short};
use crate::frame::{Frame, Nav};
use crate::paging::MOST;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "library/said.html")]
struct SaidPage<'v> {
    p: Frame,
    view: &'v SaidView,
    asking: &'v Asking,
    chosen: Vec<Chosen>,
    /// Where the same is found the best first.
    by_rank: String,
    /// By year, in the order of time; what has no day last.
    years: Vec<(Option<String>, Vec<&'v SaidBy>)>,
    /// Words that were found nowhere: each with what stands near it, and where that is looked for.
    instead: Vec<(&'v str, Vec<(&'v str, String)>)>,
}

impl SaidPage<'_> {
    /// What was given for a field in which one types.
    fn typed(&self, name: &str) -> &str {
        Field::named(name).map_or("", |field| self.asking.given(field))
    }

    /// What the form carries along of what is chosen by links.
    fn carried(&self) -> Vec<(&'static str, &str)> {
        self.asking.carried()
    }

    /// The number of a paragraph, from its anchor.
    fn place<'a>(&self, anchor: &'a str) -> &'a str {
        anchor.trim_start_matches(['p', 'n'])
    }

    /// The meeting, unless the title says it already.
    fn meeting<'a>(&self, said: &'a SaidBy) -> Option<&'a str> {
        let title = said.card.meeting_title.as_deref();
        title.filter(|title| *title != said.card.title)
    }
}

/// `GET /said?state=ITA&q=universalization`.
pub(crate) async fn show(
    State(app): State<App>,
    viewer: Option<Extension<Viewer>>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    let asking = asking::read(&asked)?;
    let viewer = viewer.map(|Extension(viewer)| viewer).unwrap_or_default();
    let page = if asked.form == Form::Html { PAGE } else { MOST };
    let (limit, after) = asked.window(page)?;
    let mut ask = asking.ask.clone();
    (ask.limit, ask.after) = (limit, after);
    let said = app
        .look_up(&asked, viewer, move |stacks, world, viewer| {
            stacks.said(world, viewer, &ask)
        })
        .await?;
    let view = SaidView::of(&asked.world, asked.lang, &asking.q, &asking.ask, said);
    let total = usize::try_from(view.total).unwrap_or(usize::MAX);
    asked.cut_at(total, limit, after, view.said.len());
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let title = match asking.q.as_str() {
                "" => asked.words.text("library-said-title").into_owned(),
                q => {
                    let what = [("what", short(q).into())];
                    asked.words.text_with("library-said-title-of", &what)
                }
            };
            let p = asked.frame(Nav::Library, title).with_csv().undated();
            let desk = Desk::of(&asked, &asking, &p, "/said");
            let chosen = desk.chosen(&view.chosen);
            let by_rank = desk.elsewhere("/library");
            let instead = instead(&desk, &asking.q, &view.suggestions);
            asked.page(&SaidPage {
                years: years(&view.said),
                view: &view,
                asking: &asking,
                chosen,
                by_rank,
                instead,
                p,
            })
        }
    }
}

/// What was said, by year.
fn years(said: &[SaidBy]) -> Vec<(Option<String>, Vec<&SaidBy>)> {
    let year = |one: &SaidBy| one.card.date.map(|date| date.earliest().year().to_string());
    let mut years: Vec<(Option<String>, Vec<&SaidBy>)> = Vec::new();
    for one in said {
        match years.last_mut() {
            Some((last, all)) if *last == year(one) => all.push(one),
            Some(_) | None => years.push((year(one), vec![one])),
        }
    }
    years
}
