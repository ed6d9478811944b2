//! `/library/{document}`: what is known of a document or statement, its text under anchors that stay, its file, and
//! what is like it.

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use jiff::Timestamp;
use library::{SimilarHit, SimilarView, TextBlock, TextView};
use schemars::JsonSchema;
use serde::Serialize;
use treaty::PartialDate;
use world::Viewer;
use world::view::{DocumentView, HeadView, LibraryCard, NamedState, SourceRef, StatementView};

use super::file;
use super::text::{Piece, Words, cells, pieces, words};
use crate::App;
use crate::ask::Form;
use crate::asked::{Asked, Question, short};
use crate::door::{Names, TeamNames};
use crate::frame::{Frame, Nav};
use crate::part::is_web;
use crate::path::Path;
use crate::problem::Problem;

/// How many are named that are like it.
const ALIKE: usize = 8;

/// A document or statement of the library, whole.
#[derive(Serialize, JsonSchema)]
pub(crate) struct LibraryPageView {
    /// The moment of knowledge.
    known: Timestamp,
    /// The head behind the answer.
    head: HeadView,
    /// As it stands in the catalogue.
    card: LibraryCard,
    /// The document; `null`: it is a statement of which no document is on record.
    document: Option<DocumentView>,
    /// The statement whose text it is, or that it is.
    statement: Option<StatementView>,
    /// Its text; `null`: none is kept here.
    text: Option<TextView>,
    /// What is most like it, the most alike first, and the words that both have.
    similar: Vec<SimilarHit>,
}

#[derive(Template)]
#[template(path = "library/document.html")]
struct DocumentPage<'v> {
    p: Frame,
    view: &'v LibraryPageView,
    card: &'v LibraryCard,
    pieces: Vec<Piece<'v>>,
    teams: TeamNames,
    /// Where the record has its meeting.
    meeting: Option<&'v str>,
}

impl DocumentPage<'_> {
    fn source(&self) -> Option<&SourceRef> {
        let document = self.view.document.as_ref().map(|one| &one.source);
        document.or_else(|| self.view.statement.as_ref().map(|one| &one.source))
    }

    /// Where it is to be read elsewhere, if that is an address of the web.
    fn url(&self) -> Option<&str> {
        self.card.url.as_deref().filter(|url| is_web(url))
    }

    fn words<'b>(&'b self, block: &'b TextBlock) -> Words<'b> {
        let notes = self.view.text.as_ref().map_or(&[][..], |text| &text.notes);
        words(block, notes)
    }

    fn cells<'b>(&self, row: &'b TextBlock) -> Vec<&'b str> {
        cells(row).collect()
    }

    /// The number of a paragraph or note, from its anchor.
    fn place<'b>(&self, anchor: &'b str) -> &'b str {
        anchor.trim_start_matches(['p', 'n'])
    }

    /// Its language, for the elements that hold its words.
    fn tag(&self) -> Option<&str> {
        self.card
            .language
            .as_deref()
            .filter(|tag| tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
    }

    /// Those with whom it aligns itself, and who align themselves with it.
    fn aligned(&self) -> [(&'static str, &[NamedState]); 2] {
        let document = self.view.document.as_ref();
        [
            (
                "library-aligned-with",
                document.map_or(&[], |one| &one.aligned_with),
            ),
            (
                "library-aligned-by",
                document.map_or(&[], |one| &one.aligned_by),
            ),
        ]
    }

    fn pages(&self, pages: &[(u32, u32)]) -> String {
        let told = pages.iter().map(|(from, to)| match from == to {
            true => from.to_string(),
            false => format!("{from}–{to}"),
        });
        told.collect::<Vec<_>>().join(", ")
    }

    /// The words that two have.
    fn by(&self, hit: &SimilarHit) -> String {
        let words: Vec<_> = hit.by.iter().map(|one| one.word.as_str()).collect();
        words.join(", ")
    }

    fn date(&self) -> Option<PartialDate> {
        self.card.date
    }
}

/// What an address of the library names.
pub(super) struct Named {
    pub(super) card: LibraryCard,
    pub(super) document: Option<DocumentView>,
    statement: Option<StatementView>,
}

/// `GET /library/ita-ccm-2rc-universalization`.
pub(crate) async fn show(
    State(app): State<App>,
    viewer: Option<Extension<Viewer>>,
    names: Option<Extension<Names>>,
    Path(given): Path<String>,
    Question(asked): Question,
    uri: Uri,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let named = named(&asked, &given, &uri)?;
    if !matches!(asked.form, Form::Html | Form::Json) {
        return Err(asked.no_form());
    }
    let viewer = viewer.map(|Extension(viewer)| viewer).unwrap_or_default();
    let (entry, document) = (named.card.entry.to_string(), named.document.clone());
    let (text, similar) = app
        .look_up(&asked, viewer, move |stacks, world, viewer| {
            let text = document.as_ref().map(|one| stacks.text(one)).transpose()?;
            let similar = stacks.similar(world, viewer, &entry, ALIKE)?;
            Ok((text.flatten(), similar))
        })
        .await?;
    let view = LibraryPageView {
        known: asked.world.known(),
        head: asked.world.head(),
        text: text.as_ref().map(TextView::of),
        similar: SimilarView::of(&asked.world, asked.lang, similar).hits,
        card: named.card,
        document: named.document,
        statement: named.statement,
    };
    if asked.form == Form::Json {
        return asked.json(&view);
    }
    let audience = view.document.iter().map(|one| &one.audience);
    let teams = TeamNames::of(names.as_deref(), audience).await?;
    asked.page(&DocumentPage {
        p: asked
            .frame(Nav::Library, view.card.title.as_str())
            .undated(),
        card: &view.card,
        pieces: view.text.as_ref().map(pieces).unwrap_or_default(),
        meeting: view.card.meeting.as_deref(),
        teams,
        view: &view,
    })
}

/// `GET /library/ita-ccm-2rc-universalization/file`: the file as it was brought.
pub(crate) async fn file(
    State(app): State<App>,
    viewer: Option<Extension<Viewer>>,
    Path(given): Path<String>,
    Question(asked): Question,
    uri: Uri,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    if asked.form != Form::Html {
        return Err(asked.no_form());
    }
    let document = named(&asked, &given, &uri)?.document;
    let Some((document, kept)) =
        document.and_then(|one| one.file.clone().map(|kept| (one, kept)))
    else {
        return Err(Problem::NoSuchFile);
    };
    let viewer = viewer.map(|Extension(viewer)| viewer).unwrap_or_default();
    let bytes = app
        .look_up(&asked, viewer, move |stacks, _, _| stacks.file(&document))
        .await?;
    let bytes = bytes.ok_or(Problem::NoSuchFile)?;
    Ok(file::answer(&given, &kept, bytes))
}

/// The document of a name, or the statement of an entry. A statement whose text is a document has that document's
/// page, and so has a document that is called by its entry.
pub(super) fn named(asked: &Asked, given: &str, uri: &Uri) -> Result<Named, Problem> {
    let (world, lang) = (&asked.world, asked.lang);
    let moved = |id: &str| {
        let rest = uri.path().ends_with("/file").then_some("file");
        let parts: Vec<_> = ["library", id].into_iter().chain(rest).collect();
        asked.moved(&parts, uri)
    };
    if let Some(document) = world.document(given, lang) {
        if document.id != given {
            return Err(moved(&document.id));
        }
        let card = world.library_card(document.entry, lang);
        let statement = document
            .statement
            .and_then(|entry| world.statement(entry, lang));
        let card = card.ok_or_else(|| no_document(given))?;
        return Ok(Named {
            card,
            document: Some(document),
            statement,
        });
    }
    let entry = given.parse().map_err(|_no_entry| no_document(given))?;
    let statement = world
        .statement(entry, lang)
        .ok_or_else(|| no_document(given))?;
    if let Some(id) = world.document_of(entry) {
        return Err(moved(&id));
    }
    let card = world
        .library_card(entry, lang)
        .ok_or_else(|| no_document(given))?;
    Ok(Named {
        card,
        document: None,
        statement: Some(statement),
    })
}

fn no_document(given: &str) -> Problem {
    Problem::NoSuchDocument {
        given: short(given),
    }
}
