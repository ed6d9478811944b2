//! `/treaties/{id}`: a treaty on a day.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use treaty::ParticipantId;
use world::sheet::Tabular;
use world::view::{
    ActView, ForceView, LawView, ParticipantStatus, Reconciled, Standing, StatusView,
};

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::condition;
use crate::frame::{Frame, Nav};
use crate::keys;
use crate::page::force::{self, Candidate};
use crate::path::Path;
use crate::problem::Problem;

/// How many acts the page shows before it sends to the page with all of them.
const LATEST: usize = 12;

#[derive(Template)]
#[template(path = "treaty.html")]
struct TreatyPage<'v> {
    p: Frame,
    view: &'v StatusView,
    law: &'v LawView<'v>,
    force: Option<ForceView>,
    force_sentence: String,
    condition: Option<String>,
    candidates: Vec<Candidate>,
    when: Date,
    open_reasons: bool,
    lede: String,
    sentence: String,
    figures: Vec<Figure>,
    group: Option<String>,
    group_names: Vec<String>,
    groups: Vec<GroupRow>,
    sections: Vec<Section>,
    latest: &'v [ActView],
    reconciled: Vec<Reconciled>,
}

/// A count at the head of the page.
struct Figure {
    key: &'static str,
    word: &'static str,
    count: u32,
}

/// One group's row: how many of its members stand where.
#[derive(Default)]
struct GroupRow {
    name: String,
    consents: u32,
    signatories: u32,
    withdrawn: u32,
    none: u32,
    members: u32,
}

/// Everybody with the same standing.
struct Section {
    standing: Standing,
    rows: Vec<ParticipantStatus>,
    /// Whether a day of entry into force is known for anyone of them.
    bound: bool,
}

/// `GET /treaties/ctbt?on=2023-09-22&group=un-african`.
pub(crate) async fn show(
    Path(treaty): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&["group", "state"])?;
    let law = asked.treaty(&treaty)?;
    let mut view = asked
        .world
        .status(&law.id, asked.on, asked.lang)
        .ok_or(Problem::NoSuchPage)?;
    let groups = asked.world.groups(asked.on);
    let rows = group_rows(&view.participants, &groups);
    let group = asked.params.one("group")?.map(str::to_owned);
    if let Some(name) = &group {
        let members = asked.group(name)?;
        view.participants.retain(|row| members.contains(&row.iso3));
    }
    if let Some(state) = asked.params.one("state")? {
        let id = asked.named_state(state)?;
        view.participants.retain(|row| row.iso3 == id);
    }
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics => Err(asked.no_form()),
        Form::Html => html(&asked, &view, group, groups, rows),
    }
}

fn html(
    asked: &Asked,
    view: &StatusView,
    group: Option<String>,
    groups: Vec<(String, Vec<ParticipantId>)>,
    rows: Vec<GroupRow>,
) -> Result<Response, Problem> {
    let law = asked
        .world
        .law_view(&view.treaty, asked.lang)
        .ok_or(Problem::NoSuchPage)?;
    let force = asked.world.force(&view.treaty, asked.on, &[], asked.lang);
    let mut p = asked
        .frame(Nav::Treaties, view.title.clone())
        .with_csv()
        .with_feed(format!("/treaties/{}/feed", view.treaty));
    p.called.clone_from(&view.called);
    p.days = law
        .meetings
        .iter()
        .rev()
        .filter_map(|meeting| {
            let number = meeting.number.iter().map(|number| format!(" {number}"));
            let start = meeting.start.day()?;
            Some((
                start,
                format!(
                    "{}{}, {}",
                    p.meeting_kind(&meeting.kind).plain(),
                    number.collect::<String>(),
                    p.long(&start)
                ),
            ))
        })
        .collect();
    asked.page(&TreatyPage {
        lede: lede(&p, view),
        sentence: sentence(&p, view),
        figures: figures(view),
        condition: condition::in_words(&p, law.law),
        force_sentence: force
            .as_ref()
            .map(|view| force::sentence(&p, view))
            .unwrap_or_default(),
        candidates: force
            .as_ref()
            .map(|f| force::candidates(f, f))
            .unwrap_or_default(),
        when: asked.on,
        open_reasons: false,
        group_names: groups.into_iter().map(|(name, _)| name).collect(),
        group,
        groups: rows,
        sections: sections(&view.participants),
        latest: law.acts.get(..LATEST).unwrap_or(&law.acts),
        reconciled: asked.world.reconcile(Some(&view.treaty)).reconciled,
        p,
        view,
        law: &law,
        force,
    })
}

fn lede(p: &Frame, view: &StatusView) -> String {
    let on = ("on", p.long(&view.on).into());
    let past = view.on < p.today;
    match (view.in_force, view.entered_into_force) {
        (true, Some(since)) => {
            let key = if past {
                "lede-was-in-force"
            } else {
                "lede-in-force"
            };
            p.with(key, &[on, ("since", p.long(&since).into())])
        }
        (true, None) => p.with("lede-in-force-unknown", &[on]),
        (false, _) if past => p.with("lede-was-not-in-force", &[on]),
        (false, _) => p.with("lede-not-in-force", &[on]),
    }
}

/// The sentence one writes into a statement.
fn sentence(p: &Frame, view: &StatusView) -> String {
    let counts = view.counts;
    let ratifying = view.called.get(&Standing::Contracting);
    let args = [
        ("on", p.long(&view.on).into()),
        ("short", (&view.short).into()),
        (
            "called",
            ratifying.map_or("", |term| term.many.as_str()).into(),
        ),
        ("parties", counts.parties.into()),
        ("consents", counts.consents.into()),
        ("signatures", counts.signatures.into()),
        ("signatories", counts.signatories_only.into()),
    ];
    p.with(
        match (view.in_force, ratifying) {
            (true, _) => "sentence-in-force",
            (false, None) => "sentence-not-in-force",
            (false, Some(_)) => "sentence-not-in-force-called",
        },
        &args,
    )
}

fn figures(view: &StatusView) -> Vec<Figure> {
    let counts = view.counts;
    let figure = |key, word, count| Figure { key, word, count };
    let mut figures = vec![
        figure("count-signatures", "signatures", counts.signatures),
        figure("count-consents", "consents", counts.consents),
        figure("count-parties", "parties", counts.parties),
        figure(
            "count-signatories-only",
            "signatories_only",
            counts.signatories_only,
        ),
    ];
    if counts.withdrawn > 0 {
        figures.push(figure("count-withdrawn", "withdrawn", counts.withdrawn));
    }
    figures
}

fn sections(participants: &[ParticipantStatus]) -> Vec<Section> {
    let section = |standing: &Standing| {
        let rows = participants.iter().filter(|row| row.standing == *standing);
        Section {
            standing: *standing,
            bound: rows.clone().any(|row| row.in_force.is_some()),
            rows: rows.cloned().collect(),
        }
    };
    keys::STANDINGS
        .iter()
        .map(section)
        .filter(|section| !section.rows.is_empty())
        .collect()
}

/// The regional groups of the United Nations; other groups are in the selector.
fn group_rows(
    participants: &[ParticipantStatus],
    groups: &[(String, Vec<ParticipantId>)],
) -> Vec<GroupRow> {
    let standings: BTreeMap<_, _> = participants
        .iter()
        .map(|row| (row.iso3, row.standing))
        .collect();
    let regional = groups.iter().filter(|(name, _)| name.starts_with("un-"));
    let rows = regional.map(|(name, members)| {
        let mut row = GroupRow {
            name: name.clone(),
            ..GroupRow::default()
        };
        for standing in members.iter().filter_map(|id| standings.get(id)) {
            row.members += 1;
            match standing {
                Standing::Party | Standing::Contracting => row.consents += 1,
                Standing::Signatory => row.signatories += 1,
                Standing::Withdrawn => row.withdrawn += 1,
                Standing::None => row.none += 1,
            }
        }
        row
    });
    rows.filter(|row| row.members > 0).collect()
}
