//! `/treaties/{id}/force`: what entry into force still needs, and what if.

use std::collections::BTreeSet;

use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use treaty::ParticipantId;
use world::view::{ForceView, Lacks, Standing, WhatIf};

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::condition;
use crate::frame::{Frame, Nav};
use crate::path::Path;
use crate::problem::{Expected, Problem};

#[derive(Template)]
#[template(path = "force.html")]
struct ForcePage<'v> {
    p: Frame,
    force: &'v ForceView,
    force_sentence: String,
    condition: Option<String>,
    candidates: Vec<Candidate>,
    when: Date,
    open_reasons: bool,
}

/// A participant whose deposit can be supposed.
pub(crate) struct Candidate {
    pub(crate) iso3: ParticipantId,
    pub(crate) name: String,
    pub(crate) standing: Standing,
    pub(crate) lacks: Lacks,
    pub(crate) ticked: bool,
}

/// `GET /treaties/ctbt/force?if=USA&if=CHN&when=2027-02-01`, or `if=USA=2027-02-01`.
pub(crate) async fn show(
    Path(treaty): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&["if", "when"])?;
    let law = asked.treaty(&treaty)?;
    let when = asked.day("when")?.unwrap_or(asked.on);
    let supposed = asked
        .params
        .all("if")
        .map(|given| supposition(&asked, given, when))
        .collect::<Result<Vec<_>, _>>()?;
    let view = asked.world.force(&law.id, asked.on, &supposed, asked.lang);
    let view = view.ok_or(Problem::NoSuchPage)?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv | Form::Svg | Form::Png | Form::Atom | Form::Ics => Err(asked.no_form()),
        Form::Html => {
            // Without suppositions the form offers all that lack; with them, those and the rest.
            let plain = asked.world.force(&law.id, asked.on, &[], asked.lang);
            let plain = plain.ok_or(Problem::NoSuchPage)?;
            let title = asked
                .words
                .text_with("force-title", &[("short", (&view.short).into())]);
            let p = asked.frame(Nav::Treaties, title);
            asked.page(&ForcePage {
                force_sentence: sentence(&p, &view),
                condition: condition::in_words(&p, law),
                candidates: candidates(&plain, &view),
                p,
                force: &view,
                when,
                open_reasons: true,
            })
        }
    }
}

fn supposition(asked: &Asked, given: &str, when: Date) -> Result<WhatIf, Problem> {
    let bad = || Problem::bad("if", given, Expected::Supposition);
    let (who, on) = match given.split_once('=') {
        Some((who, day)) => (
            who,
            day.parse()
                .ok()
                .filter(|_| day.len() == 10)
                .ok_or_else(bad)?,
        ),
        None => (given, when),
    };
    let by = who
        .parse()
        .ok()
        .filter(|id| asked.world.participant(*id).is_some());
    let by = by
        .or_else(|| asked.world.find_participant(who))
        .ok_or_else(bad)?;
    Ok(WhatIf { by, on })
}

/// Who lacks something, with those supposed ticked.
pub(crate) fn candidates(plain: &ForceView, supposed: &ForceView) -> Vec<Candidate> {
    let ticked: BTreeSet<_> = supposed
        .supposed
        .iter()
        .map(|supposed| supposed.iso3)
        .collect();
    let missing = plain.missing.iter().map(|missing| Candidate {
        iso3: missing.iso3,
        name: missing.name.clone(),
        standing: missing.standing,
        lacks: missing.lacks,
        ticked: ticked.contains(&missing.iso3),
    });
    missing.collect()
}

/// How it stands, in one sentence.
pub(crate) fn sentence(p: &Frame, force: &ForceView) -> String {
    let day = |key: &str, day: Date| p.with(key, &[("day", p.long(&day).into())]);
    match force.date {
        Some(date) if !force.supposed.is_empty() && !force.recorded => day("force-would", date),
        Some(date) if date <= force.on => day("force-since", date),
        Some(date) => day("force-ahead", date),
        None => p.with(
            "force-open",
            &[
                ("missing", (force.missing.len()).into()),
                ("others", force.missing_others.into()),
                ("listed", i64::from(!force.named.is_empty()).into()),
            ],
        ),
    }
}
