//! `/treaties`: every treaty on a day.

use askama::Template;
use askama::filters::HtmlSafe;
use axum::response::Response;
use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use world::sheet::{Sheet, cell};
use world::view::{FieldTreaty, HeadView};

use crate::ask::Form;
use crate::asked::Question;
use crate::frame::{Frame, Nav};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "treaties.html")]
struct TreatiesPage<'v> {
    p: Frame,
    treaties: &'v [FieldTreaty],
}

impl Bars for TreatiesPage<'_> {
    fn frame(&self) -> &Frame {
        &self.p
    }
}

/// How far a treaty is from universality, drawn to scale; the figures stand beside it.
#[derive(Template)]
#[template(path = "part/bar.html")]
pub(crate) struct Bar {
    label: String,
    total: u32,
    consents: u32,
    signed: u32,
}

impl HtmlSafe for Bar {}

/// Pages with the table of treaties.
pub(crate) trait Bars {
    fn frame(&self) -> &Frame;

    fn bar(&self, row: &FieldTreaty) -> Bar {
        let (consents, total) = (row.counts.consents, row.counts.consents + row.outside);
        let label = self.frame().with(
            "bar-label",
            &[("consents", consents.into()), ("total", total.into())],
        );
        Bar {
            label,
            total: total.max(1),
            consents,
            signed: row.counts.signatories_only,
        }
    }
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct TreatiesView {
    on: Date,
    known: Timestamp,
    head: HeadView,
    treaties: Vec<FieldTreaty>,
}

/// `GET /treaties?on=2020-10-24`.
pub(crate) async fn show(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&[])?;
    let field = asked.world.field(asked.on, asked.lang);
    let view = TreatiesView {
        on: field.on,
        known: field.known,
        head: field.head,
        treaties: field.treaties,
    };
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&table(&view.treaties))),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let p = asked
                .frame(Nav::Treaties, asked.words.text("treaties-heading"))
                .with_csv();
            asked.page(&TreatiesPage {
                p,
                treaties: &view.treaties,
            })
        }
    }
}

/// The treaties as rows.
pub(crate) fn table(treaties: &[FieldTreaty]) -> Sheet {
    let mut table = Sheet::new(&[
        "treaty",
        "short",
        "title",
        "in_force",
        "entered_into_force",
        "signatures",
        "consents",
        "parties",
        "signatories_only",
        "withdrawn",
        "missing",
        "outside",
    ]);
    for row in treaties {
        let counts = row.counts;
        table.row(vec![
            row.treaty.to_string(),
            row.short.clone(),
            row.title.clone(),
            row.in_force.to_string(),
            cell(row.entered_into_force),
            counts.signatures.to_string(),
            counts.consents.to_string(),
            counts.parties.to_string(),
            counts.signatories_only.to_string(),
            counts.withdrawn.to_string(),
            row.missing.to_string(),
            row.outside.to_string(),
        ]);
    }
    table
}
