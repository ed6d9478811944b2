//! `/states/{state}/brief`: what whoever speaks to a State about a treaty should have read, on one page.

use askama::Template;
use axum::response::Response;
use treaty::TreatyId;
use world::sheet::Tabular;
use world::view::{BriefPart, BriefSection, BriefView, Sentence};

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::frame::{Frame, Nav};
use crate::notes::{Marks, Notes};
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "brief.html")]
struct BriefPage<'v> {
    p: Frame,
    view: &'v BriefView,
    notes: Notes<'v>,
    /// The treaties that the brief can be about: id and short name.
    treaties: Vec<(&'v TreatyId, &'v str)>,
}

impl BriefPage<'_> {
    /// The marks of the sources of a sentence.
    fn marks<'s>(&'s self, sentence: &Sentence) -> Marks<'s> {
        let named = |entry| {
            self.view
                .sources
                .iter()
                .find(|source| source.entry == entry)
        };
        let sources = sentence.entries.iter().filter_map(|entry| named(*entry));
        self.notes.marks(&self.p, sources)
    }

    fn heading(&self, part: &BriefPart) -> String {
        self.p
            .t(&format!("brief-part-{}", part.word()))
            .into_owned()
    }

    /// The parts beside the talking points, those with nothing to show and nothing to say left out.
    fn told(&self) -> Vec<&BriefSection> {
        let parts = self.view.parts.iter();
        let told = |section: &&BriefSection| {
            section.part != BriefPart::Points
                && (!section.lines.is_empty() || section.silence.is_some())
        };
        parts.filter(told).collect()
    }

    fn points(&self) -> Option<&BriefSection> {
        self.view.part(BriefPart::Points)
    }
}

/// `GET /states/NPL/brief?treaty=ctbt`.
pub(crate) async fn show(
    Path(state): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&["treaty"])?;
    let id = asked.state(&state)?;
    let law = match asked.params.one("treaty")? {
        Some(given) => asked.named_treaty(given)?,
        None => asked
            .world
            .brief_treaty(id, asked.on, asked.lang)
            .and_then(|id| asked.world.treaty(id.as_str()))
            .ok_or(Problem::NoSuchPage)?,
    };
    let view = asked
        .world
        .brief(id, &law.id, asked.on, asked.lang)
        .ok_or_else(|| super::participation::not_open(&asked, law, id))?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => html(&asked, &view),
    }
}

fn html(asked: &Asked, view: &BriefView) -> Result<Response, Problem> {
    let args = [
        ("name", (&view.name).into()),
        ("short", (&view.short).into()),
    ];
    let title = asked.words.text_with("brief-title", &args);
    let p = asked.frame(Nav::States, title).with_csv();
    let mut notes = Notes::default();
    notes.add(&view.sources);
    let mut treaties: Vec<_> = view
        .across
        .iter()
        .map(|row| (&row.treaty, row.short.as_str()))
        .chain([(&view.treaty, view.short.as_str())])
        .collect();
    treaties.sort_by_key(|(_, short)| *short);
    asked.page(&BriefPage {
        p: p.with_feed(format!("/states/{}/feed", view.iso3)),
        notes,
        treaties,
        view,
    })
}
