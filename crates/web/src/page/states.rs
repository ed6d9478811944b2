//! `/states`: every participant, and finding one by any of its names.

use askama::Template;
use axum::response::Response;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::Participant;
use treaty::participant::Status;
use world::sheet::{Sheet, cell};
use world::view::HeadView;

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::frame::{Frame, Nav};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "states.html")]
struct StatesPage<'v> {
    p: Frame,
    named: &'v str,
    sections: Vec<Section<'v>>,
}

struct Section<'v> {
    key: &'static str,
    note: &'static str,
    rows: Vec<Row<'v>>,
}

struct Row<'v> {
    id: treaty::ParticipantId,
    name: &'v str,
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct StatesView<'v> {
    known: Timestamp,
    head: HeadView,
    participants: Vec<&'v Participant>,
}

/// `GET /states`, `GET /states?named=Italia`.
pub(crate) async fn show(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&["named", "limit", "after"])?;
    let named = asked.params.one("named")?.unwrap_or_default();
    if !named.is_empty() {
        return Err(found(&asked, named));
    }
    let mut participants = asked.world.participants();
    participants.sort_by(|a, b| a.names.get(asked.lang).cmp(b.names.get(asked.lang)));
    asked.cut(&mut participants)?;
    match asked.form {
        Form::Json => asked.json(&StatesView {
            known: asked.world.known(),
            head: asked.world.head(),
            participants,
        }),
        Form::Csv => Ok(asked.csv(&table(&asked, &participants))),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let p = asked.frame(Nav::States, asked.words.text("states-heading"));
            let p = p.with_csv().undated();
            asked.page(&StatesPage {
                p,
                named,
                sections: sections(&asked, &participants),
            })
        }
    }
}

/// A name leads to the page of whom it names, in the form asked for, or to what is near.
fn found(asked: &Asked, named: &str) -> Problem {
    match asked.named_state(named) {
        Ok(id) => {
            let kept = asked.frame(Nav::States, "").kept().to_owned();
            let path = match asked.form {
                Form::Html => format!("/states/{id}{kept}"),
                form @ (Form::Json
                | Form::Csv
                | Form::Svg
                | Form::Png
                | Form::Atom
                | Form::Ics
                | Form::Paper(_)) => format!("/states/{id}.{}{kept}", form.word()),
            };
            Problem::Elsewhere { path }
        }
        Err(problem) => problem,
    }
}

fn sections<'v>(asked: &Asked, participants: &[&'v Participant]) -> Vec<Section<'v>> {
    let section = |status: Status, key, note| Section {
        key,
        note,
        rows: participants
            .iter()
            .filter(|participant| participant.status == status)
            .map(|participant| Row {
                id: participant.id,
                name: participant.names.get(asked.lang),
            })
            .collect(),
    };
    vec![
        section(Status::State, "status-state", "status-state-note"),
        section(
            Status::Organisation,
            "status-organisation",
            "status-organisation-note",
        ),
        section(Status::Former, "status-former", "status-former-note"),
        section(
            Status::NotCounted,
            "status-not-counted",
            "status-not-counted-note",
        ),
    ]
}

/// The key of what kind of participant one is.
pub(crate) fn status_key(status: Status) -> &'static str {
    match status {
        Status::State => "status-state-one",
        Status::Organisation => "status-organisation-one",
        Status::Former => "status-former-one",
        Status::NotCounted => "status-not-counted-one",
    }
}

fn table(asked: &Asked, participants: &[&Participant]) -> Sheet {
    let mut table = Sheet::new(&[
        "iso3",
        "iso2",
        "m49",
        "name",
        "un_member_since",
        "from",
        "until",
    ]);
    for participant in participants {
        table.row(vec![
            participant.id.to_string(),
            cell(participant.iso2.as_ref()),
            cell(participant.m49.as_ref()),
            participant.names.get(asked.lang).to_owned(),
            cell(participant.un_member_since),
            cell(participant.from),
            cell(participant.until),
        ]);
    }
    table
}
