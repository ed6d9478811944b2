//! `/states/{state}/{treaty}`: one participant under one treaty: where it stands, and why.

use ::treaty::ParticipantId;
use askama::Template;
use axum::response::Response;
use world::sheet::Tabular;
use world::view::{ActView, DutyStanding, Finding, ParticipantStatus, Standing, StatusView};

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::frame::{Frame, Nav};
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "participation.html")]
struct ParticipationPage<'v> {
    p: Frame,
    view: &'v StatusView,
    row: &'v ParticipantStatus,
    lede: String,
    acts: Vec<ActView>,
    duties: Vec<DutyStanding>,
    findings: Vec<Finding>,
}

/// `GET /states/ITA/ccm?on=2015-06-01`.
pub(crate) async fn show(
    Path((state, treaty)): Path<(String, String)>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let law = asked.treaty(&treaty)?;
    let id = asked.state(&state)?;
    let mut view = asked
        .world
        .status(&law.id, asked.on, asked.lang)
        .ok_or(Problem::NoSuchPage)?;
    view.participants.retain(|row| row.iso3 == id);
    if view.participants.is_empty() {
        // The treaty's list has only those that may join; the participant's own has all treaties.
        let state = asked.world.participant_view(id, asked.on, asked.lang);
        let treaties = state.into_iter().flat_map(|state| state.treaties);
        view.participants.extend(
            treaties
                .filter(|row| row.treaty == law.id)
                .map(|row| row.status),
        );
    }
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics => Err(asked.no_form()),
        Form::Html => {
            let Some(row) = view.participants.first() else {
                return Err(not_open(&asked, &view, id));
            };
            let title = asked.words.text_with(
                "participation-title",
                &[
                    ("name", (&row.name).into()),
                    ("short", (&view.short).into()),
                ],
            );
            let mut p = asked.frame(Nav::Treaties, title).with_csv();
            p.called.clone_from(&view.called);
            let mut acts = asked.world.acts(&law.id, Some(id));
            acts.sort_by_key(|act| (act.act.on, act.entry));
            let duties =
                asked
                    .world
                    .duties(Some(&law.id), Some(id), asked.on, None, asked.lang);
            let findings = view
                .findings
                .iter()
                .filter(|finding| finding.iso3 == Some(id));
            asked.page(&ParticipationPage {
                lede: lede(&p, &view, row),
                findings: findings.cloned().collect(),
                duties: duties.duties,
                p,
                acts,
                view: &view,
                row,
            })
        }
    }
}

/// The answer where a treaty does not admit the State and it never acted under it.
fn not_open(asked: &Asked, view: &StatusView, id: ParticipantId) -> Problem {
    let name = asked.world.participant(id).map_or_else(
        || id.to_string(),
        |participant| participant.names.get(asked.lang).to_owned(),
    );
    Problem::NotOpen {
        near: vec![
            (format!("/states/{id}"), name.clone()),
            (format!("/treaties/{}", view.treaty), view.title.clone()),
        ],
        name,
        short: view.short.clone(),
    }
}

/// Whether it was bound on the day, in one sentence.
fn lede(p: &Frame, view: &StatusView, row: &ParticipantStatus) -> String {
    let args = |since: Option<jiff::civil::Date>| {
        vec![
            ("name", (&row.name).into()),
            ("short", (&view.short).into()),
            ("on", p.long(&view.on).into()),
            (
                "since",
                since.map(|day| p.long(&day)).unwrap_or_default().into(),
            ),
        ]
    };
    match (row.standing, row.in_force) {
        (Standing::Party, since) if since.is_some() => p.with("was-party", &args(since)),
        (Standing::Party, _) => p.with("was-party-unknown", &args(None)),
        (Standing::Contracting, Some(day)) => p.with("was-contracting-from", &args(Some(day))),
        (Standing::Contracting, None) => p.with("was-contracting", &args(None)),
        (Standing::Signatory, _) => p.with("was-signatory", &args(None)),
        (Standing::Withdrawn, _) if row.left.is_some() => {
            p.with("was-withdrawn", &args(row.left))
        }
        (Standing::Withdrawn, _) => p.with("was-withdrawn-unknown", &args(None)),
        (Standing::None, _) => p.with("was-none", &args(None)),
    }
}
