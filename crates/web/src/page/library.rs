//! `/library`: documents and statements, found by words and narrowed by what is known of them; without a question the
//! shelf, the newest first.

mod asking;
pub(crate) mod compare;
pub(crate) mod document;
mod facets;
mod feed;
mod file;
pub(crate) mod said;
mod text;
mod told;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use library::{Field, FindHit, FindView, Passage, Suggestion};
use world::Viewer;
use world::sheet::Tabular;

pub(crate) use self::asking::YES;
use self::asking::{Asking, PAGE};
use self::facets::{Chosen, Desk, Offered};
use crate::App;
use crate::ask::Form;
use crate::asked::{Question, short};
use crate::deeds::By;
use crate::frame::{Frame, Nav};
use crate::page::approaches::records;
use crate::paging::MOST;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "library/search.html")]
struct SearchPage<'v> {
    p: Frame,
    /// Whether the reader may bring documents.
    records: bool,
    view: &'v FindView,
    asking: &'v Asking,
    chosen: Vec<Chosen>,
    offered: Vec<Offered>,
    /// Where the search is followed.
    follow: String,
    /// Where the same is told sentence by sentence, in the order of time.
    in_time: Option<String>,
    /// Words that were found nowhere: each with what stands near it, and where that is looked for.
    instead: Vec<(&'v str, Vec<(&'v str, String)>)>,
}

impl SearchPage<'_> {
    /// What was given for a field in which one types.
    fn typed(&self, name: &str) -> &str {
        Field::named(name).map_or("", |field| self.asking.given(field))
    }

    /// What the form carries along of what is chosen by links.
    fn carried(&self) -> Vec<(&'static str, &str)> {
        self.asking.carried()
    }

    /// The meeting, unless the title says it already.
    fn meeting<'h>(&self, hit: &'h FindHit) -> Option<&'h str> {
        let title = hit.meeting_title.as_deref();
        title.filter(|title| *title != hit.title)
    }

    /// The number of a paragraph, from its anchor.
    fn place<'h>(&self, passage: &'h Passage) -> &'h str {
        passage.anchor.trim_start_matches(['p', 'n'])
    }
}

/// `GET /library?q=universalization&state=ITA&from=2016`.
pub(crate) async fn show(
    State(app): State<App>,
    viewer: Option<Extension<Viewer>>,
    by: Option<Extension<By>>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    let asking = asking::read(&asked)?;
    let viewer = viewer.map(|Extension(viewer)| viewer).unwrap_or_default();
    let (limit, after) = match asked.form {
        Form::Html => asked.window(PAGE)?,
        // What was recorded last may stand in any part; a part that is none is refused all the same.
        Form::Atom => asked.window(MOST).map(|_| (usize::MAX, 0))?,
        Form::Json | Form::Csv | Form::Svg | Form::Png | Form::Ics | Form::Paper(_) => {
            asked.window(MOST)?
        }
    };
    let mut ask = asking.ask.clone();
    (ask.limit, ask.after) = (limit, after);
    let found = app
        .look_up(&asked, viewer, move |stacks, world, viewer| {
            stacks.search(world, viewer, &ask)
        })
        .await?;
    let view = FindView::of(&asked.world, asked.lang, &asking.q, &asking.ask, found);
    let total = usize::try_from(view.total).unwrap_or(usize::MAX);
    if asked.form != Form::Atom {
        asked.cut_at(total, limit, after, view.hits.len());
    }
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Atom => {
            let p = asked.frame(Nav::Library, "");
            let desk = Desk::of(&asked, &asking, &p, "/library");
            feed::answer(&asked, &p, &desk, view)
        }
        Form::Svg | Form::Png | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let title = match asking.q.as_str() {
                "" => asked.words.text("library-title").into_owned(),
                q => {
                    let what = [("what", short(q).into())];
                    asked.words.text_with("library-title-of", &what)
                }
            };
            let p = asked.frame(Nav::Library, title).with_csv().undated();
            let desk = Desk::of(&asked, &asking, &p, "/library");
            let in_time = (!asking.q.is_empty()).then(|| desk.elsewhere("/said"));
            let (chosen, offered) = (desk.chosen(&view.chosen), desk.offered(&view));
            let instead = instead(&desk, &asking.q, &view.suggestions);
            let follow = desk.followed();
            asked.page(&SearchPage {
                records: by.as_deref().is_some_and(records),
                follow,
                view: &view,
                asking: &asking,
                chosen,
                offered,
                in_time,
                instead,
                p,
            })
        }
    }
}

/// What stands near the words that were found nowhere, each with the question that has it instead.
fn instead<'v>(
    desk: &Desk<'_>,
    q: &str,
    suggestions: &'v [Suggestion],
) -> Vec<(&'v str, Vec<(&'v str, String)>)> {
    let told = suggestions.iter().map(|one| {
        let others = one.instead.iter().map(|other| {
            let q = match q.contains(&one.word) {
                true => q.replacen(&one.word, other, 1),
                false => other.clone(),
            };
            (other.as_str(), desk.asking(&q))
        });
        (one.word.as_str(), others.collect())
    });
    told.collect()
}
