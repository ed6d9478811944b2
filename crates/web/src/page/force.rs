//! `/treaties/{id}/force`: what entry into force still needs, and what if.

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
    board: Vec<Tile>,
    when: Date,
    open_reasons: bool,
}

/// A State named in the condition, on the board. Toggling it supposes that it deposits, or, where
/// it has deposited, that it had not.
pub(crate) struct Tile {
    pub(crate) iso3: ParticipantId,
    pub(crate) name: String,
    /// Where it stands; where it is toggled, where it would stand.
    pub(crate) standing: Standing,
    /// What is lacking on record.
    pub(crate) lacks: Lacks,
    pub(crate) toggled: bool,
}

impl Tile {
    /// The parameter that supposes the contrary of what is on record.
    pub(crate) fn parameter(&self) -> &'static str {
        match self.lacks {
            Lacks::Nothing => "without",
            Lacks::Ratification | Lacks::SignatureAndRatification => "if",
        }
    }

    /// What is supposed when it is toggled.
    pub(crate) fn supposes(&self) -> &'static str {
        match self.lacks {
            Lacks::Nothing => "board-without",
            Lacks::Ratification | Lacks::SignatureAndRatification => "board-if",
        }
    }

    /// Whether its instrument is there, suppositions included.
    pub(crate) fn has(&self) -> bool {
        (self.lacks == Lacks::Nothing) != self.toggled
    }
}

/// `GET /treaties/ctbt/force?if=USA&if=CHN&when=2027-02-01`, `if=USA=2027-02-01`, `without=ITA`.
pub(crate) async fn show(
    Path(treaty): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&["if", "when", "without"])?;
    let law = asked.treaty(&treaty)?;
    let when = asked.day("when")?.unwrap_or(asked.on);
    let supposed = asked
        .params
        .all("if")
        .map(|given| supposition(&asked, given, when))
        .collect::<Result<Vec<_>, _>>()?;
    let without = asked
        .params
        .all("without")
        .map(|given| asked.named_state(given))
        .collect::<Result<Vec<_>, _>>()?;
    let force = |supposed: &[WhatIf], without: &[ParticipantId]| {
        asked
            .world
            .force_without(&law.id, asked.on, supposed, without, asked.lang)
            .ok_or(Problem::NoSuchPage)
    };
    let view = force(&supposed, &without)?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv | Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => {
            Err(asked.no_form())
        }
        Form::Html => {
            let plain = force(&[], &[])?;
            let title = asked
                .words
                .text_with("force-title", &[("short", (&view.short).into())]);
            let mut p = asked.frame(Nav::Treaties, title);
            p.scripts = vec!["swap.js", "force.js"];
            asked.page(&ForcePage {
                force_sentence: sentence(&p, &view),
                condition: condition::in_words(&p, law),
                board: board(&plain, &view),
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

/// The States named in the condition, as they stand and as it is supposed.
pub(crate) fn board(plain: &ForceView, supposed: &ForceView) -> Vec<Tile> {
    let rows = plain.named.iter().zip(&supposed.named);
    let tiles = rows.map(|(on_record, as_supposed)| {
        let had = on_record.lacks == Lacks::Nothing;
        let toggled = had != (as_supposed.lacks == Lacks::Nothing);
        let standing = match (toggled, as_supposed.lacks) {
            (false, _) => on_record.standing,
            (true, Lacks::Nothing) => Standing::Contracting,
            (true, Lacks::Ratification) => Standing::Signatory,
            (true, Lacks::SignatureAndRatification) => Standing::None,
        };
        Tile {
            iso3: on_record.iso3,
            name: on_record.name.clone(),
            standing,
            lacks: on_record.lacks,
            toggled,
        }
    });
    tiles.collect()
}

/// How it stands, in one sentence.
pub(crate) fn sentence(p: &Frame, force: &ForceView) -> String {
    let day = |key: &str, day: Date| p.with(key, &[("day", p.long(&day).into())]);
    let supposing = !(force.supposed.is_empty() && force.without.is_empty());
    let open = [
        ("missing", (force.missing.len()).into()),
        ("others", force.missing_others.into()),
        ("listed", i64::from(!force.named.is_empty()).into()),
    ];
    match force.date {
        Some(date) if supposing && !force.recorded => day("force-would", date),
        Some(date) if date <= force.on => day("force-since", date),
        Some(date) => day("force-ahead", date),
        None if supposing => p.with("force-would-be-open", &open),
        None => p.with("force-open", &open),
    }
}
