//! `/library/{document}/compare`: two documents side by side; or with what one can be compared.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use jiff::Timestamp;
use library::{Became, Compared, Comparison, Whose, compare};
use schemars::JsonSchema;
use serde::Serialize;
use world::Viewer;
use world::view::{DocumentView, HeadView, LibraryCard};

use super::document::named;
use crate::App;
use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::frame::{Frame, Nav};
use crate::path::Path;
use crate::problem::Problem;

/// How many documents are offered.
const OFFERED: usize = 100;
/// From how many on paragraphs that are the same are folded away.
const FOLDED: usize = 3;

/// Two documents side by side.
#[derive(Serialize, JsonSchema)]
pub(crate) struct LibraryCompareView {
    /// The moment of knowledge.
    known: Timestamp,
    /// The head behind the answer.
    head: HeadView,
    /// The first.
    document: LibraryCard,
    /// The second; `null`: none was asked for.
    with: Option<LibraryCard>,
    /// What changed from the first to the second; `null` where one of their texts is not kept here.
    comparison: Option<Comparison>,
    /// What it can be compared with, at most 100: those in the name of the same State or group first, the newest first.
    candidates: Vec<LibraryCard>,
}

/// Rows as they stand on the page: many that are the same are one.
enum Run<'v> {
    Row(&'v Compared),
    Same(Vec<&'v Compared>),
}

#[derive(Template)]
#[template(path = "library/compare.html")]
struct ComparePage<'v> {
    p: Frame,
    view: &'v LibraryCompareView,
    runs: Vec<Run<'v>>,
}

impl ComparePage<'_> {
    /// What became of a paragraph, in a word.
    fn what(&self, row: &Compared) -> &'static str {
        match (row.what, row.moved) {
            (Became::Same, false) => "library-compare-same",
            (Became::Same, true) => "library-compare-moved",
            (Became::Changed, false) => "library-compare-changed",
            (Became::Changed, true) => "library-compare-moved-changed",
            (Became::New, _) => "library-compare-new",
            (Became::Gone, _) => "library-compare-gone",
        }
    }

    /// The class of a row.
    fn class(&self, row: &Compared) -> &'static str {
        match row.what {
            Became::Same => "same",
            Became::Changed => "changed",
            Became::New => "new",
            Became::Gone => "gone",
        }
    }

    fn is_of(&self, whose: &Whose, of: &str) -> bool {
        match whose {
            Whose::Both => of == "both",
            Whose::First => of == "first",
            Whose::Second => of == "second",
        }
    }

    /// The number of a paragraph, from its anchor.
    fn place<'a>(&self, anchor: &'a str) -> &'a str {
        anchor.trim_start_matches(['p', 'n'])
    }

    /// The language of a document, for the elements that hold its words.
    fn tag<'a>(&self, card: &'a LibraryCard) -> Option<&'a str> {
        let tag = card.language.as_deref();
        tag.filter(|tag| tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
    }
}

/// `GET /library/ita-ccm-msp-10/compare?with=ita-ccm-msp-11`.
pub(crate) async fn show(
    State(app): State<App>,
    viewer: Option<Extension<Viewer>>,
    Path(given): Path<String>,
    Question(asked): Question,
    uri: Uri,
) -> Result<Response, Problem> {
    asked.only(&["with"])?;
    let one = named(&asked, &given, &uri)?;
    let with = asked.params.one("with")?.filter(|with| !with.is_empty());
    let other = with.map(|with| named(&asked, with, &uri)).transpose()?;
    if !matches!(asked.form, Form::Html | Form::Json) {
        return Err(asked.no_form());
    }
    let viewer = viewer.map(|Extension(viewer)| viewer).unwrap_or_default();
    let (first, with) = (
        one.document,
        other.as_ref().map(|other| other.document.clone()),
    );
    let comparison = app
        .look_up(&asked, viewer, move |stacks, _, _| {
            let text = |of: &Option<DocumentView>| match of {
                Some(document) => stacks.text(document),
                None => Ok(None),
            };
            let Some(second) = with else {
                return Ok(None);
            };
            let both = text(&first)?.zip(text(&second)?);
            Ok(both.map(|(first, second)| compare(&first, &second)))
        })
        .await?;
    let view = LibraryCompareView {
        known: asked.world.known(),
        head: asked.world.head(),
        candidates: candidates(&asked, &one.card),
        document: one.card,
        with: other.map(|other| other.card),
        comparison,
    };
    if asked.form == Form::Json {
        return asked.json(&view);
    }
    let title = asked.words.text("library-compare-title").into_owned();
    asked.page(&ComparePage {
        p: asked.frame(Nav::Library, title).undated(),
        runs: runs(view.comparison.iter().flat_map(|all| &all.rows)),
        view: &view,
    })
}

/// What a document can be compared with: of the same States or group first, the newest first.
fn candidates(asked: &Asked, one: &LibraryCard) -> Vec<LibraryCard> {
    let mut cards = asked.world.library(asked.lang);
    cards.retain(|card| card.text.is_some() && card.entry != one.entry);
    let alike = |card: &LibraryCard| {
        let states = card.by.iter();
        let mut states = states.map(|by| by.iso3);
        let group = card.group.is_some() && card.group == one.group;
        group || states.any(|id| one.by.iter().any(|by| by.iso3 == id))
    };
    cards.sort_by_cached_key(|card| {
        let day = card.date.map(|date| date.latest());
        (!alike(card), std::cmp::Reverse(day), card.id.clone())
    });
    cards.truncate(OFFERED);
    cards
}

/// Rows with those that are the same folded together.
fn runs<'v>(rows: impl Iterator<Item = &'v Compared>) -> Vec<Run<'v>> {
    let mut runs: Vec<Run<'v>> = Vec::new();
    for row in rows {
        let is_same = row.what == Became::Same && !row.moved;
        match runs.last_mut() {
            Some(Run::Same(same)) if is_same => same.push(row),
            Some(_) | None if is_same => runs.push(Run::Same(vec![row])),
            Some(_) | None => runs.push(Run::Row(row)),
        }
    }
    let unfolded = runs.into_iter().flat_map(|run| match run {
        Run::Same(same) if same.len() < FOLDED => {
            same.into_iter().map(Run::Row).collect::<Vec<_>>()
        }
        run @ (Run::Row(_) | Run::Same(_)) => vec![run],
    });
    unfolded.collect()
}
