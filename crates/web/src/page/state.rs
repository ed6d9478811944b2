//! `/states/{iso3}`: one participant across all treaties: where it stands, what it owes, what it
//! said and did.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use treaty::{Lang, ParticipantId, TreatyId};
use world::sheet::Tabular;
use world::view::{
    ApproachedView, AssistanceView, DutyStanding, DutyState, ParticipantView, SourceRef,
    StatementView,
};

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::frame::{Frame, Nav};
use crate::notes::{Marks, Notes};
use crate::page::{states, timeline};
use crate::path::Path;
use crate::plate::Pair;
use crate::problem::Problem;
use crate::speech::{self, Occasion};

#[derive(Template)]
#[template(path = "state.html")]
struct StatePage<'v> {
    p: Frame,
    view: &'v ParticipantView,
    status: String,
    names: Vec<(Lang, &'v str)>,
    /// What is due, late or extended, the first first.
    open: Vec<DutyStanding>,
    /// How the duties under each treaty stand.
    totals: Vec<(&'v TreatyId, Vec<(DutyState, usize)>)>,
    assistance: &'v [AssistanceView],
    occasions: Vec<Occasion<'v>>,
    /// How many documents and statements of its are in the library.
    shelved: usize,
    /// What there is of approaches with it, where the reader may see any.
    approached: Option<ApproachedView>,
    notes: Notes<'v>,
    /// Its standings over time, drawn, with the picture's own address.
    drawn: Option<(Pair, String)>,
}

impl StatePage<'_> {
    fn mark<'s>(&'s self, source: &'s SourceRef) -> Marks<'s> {
        self.notes.marks(&self.p, [source])
    }
}

/// `GET /states/ITA?on=2015-06-01`.
pub(crate) async fn show(
    Path(state): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let id = asked.state(&state)?;
    let view = asked.world.participant_view(id, asked.on, asked.lang);
    let view = view.ok_or(Problem::NoSuchPage)?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => html(&asked, id, &view),
    }
}

fn html(asked: &Asked, id: ParticipantId, view: &ParticipantView) -> Result<Response, Problem> {
    let status = asked.world.participant(id).map(|found| found.status);
    let status = status.map(|status| asked.words.text(states::status_key(status)));
    let names = Lang::ALL
        .into_iter()
        .filter_map(|lang| Some((lang, view.names.get(lang.code())?.as_str())))
        .collect();
    let statements: Vec<StatementView> = asked.world.statements(None, Some(id), asked.lang);
    let assistance = asked.world.assistance(None, Some(id), asked.lang);
    let meetings = asked.world.meetings(None, asked.on, asked.lang);
    let mut notes = Notes::default();
    notes.add(assistance.iter().map(|row| &row.source));
    notes.add(statements.iter().map(|said| &said.source));
    let p = asked
        .frame(Nav::States, view.name.clone())
        .with_csv()
        .with_feed(format!("/states/{id}/feed"));
    let line = asked.world.timeline(id, asked.on, asked.lang);
    let line = line.filter(|line| !line.treaties.is_empty());
    asked.page(&StatePage {
        drawn: line.map(|line| (asked.timelines(&p, &line), timeline::address(&line))),
        p,
        status: status.unwrap_or_default().into_owned(),
        names,
        open: view
            .duties
            .iter()
            .filter(|duty| is_open(duty))
            .cloned()
            .collect(),
        totals: totals(&view.duties),
        occasions: speech::occasions(&statements, &meetings),
        shelved: asked.world.shelved_by(id),
        approached: asked.world.approached(id, asked.on, asked.lang),
        notes,
        assistance: &assistance,
        view,
    })
}

/// Whether a day is set and what is owed by it is not known to be done.
fn is_open(duty: &DutyStanding) -> bool {
    match duty.standing {
        DutyState::Due | DutyState::Overdue | DutyState::Extended => duty.due.is_some(),
        DutyState::Fulfilled
        | DutyState::Dormant
        | DutyState::NotApplicable
        | DutyState::Unknown => false,
    }
}

/// Treaty by treaty, how many duties stand how.
fn totals(duties: &[DutyStanding]) -> Vec<(&TreatyId, Vec<(DutyState, usize)>)> {
    let mut totals: BTreeMap<&TreatyId, BTreeMap<DutyState, usize>> = BTreeMap::new();
    for duty in duties {
        let of = totals.entry(&duty.treaty).or_default();
        *of.entry(duty.standing).or_default() += 1;
    }
    totals
        .into_iter()
        .map(|(treaty, states)| (treaty, states.into_iter().collect()))
        .collect()
}
