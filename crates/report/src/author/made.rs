//! A report that is kept, made anew from what the record says now.

use ledger::body::{Report, ReportNotes};
use words::Words;
use world::World;
use world::view::{ReportAsk, ReportRefused, UnknownReport};

use super::{Authored, author};
use crate::compose::{How, paper, reader};
use crate::figure::Figure;
use crate::paper::{NoteForm, Paper};

/// A report as the record has it now, and with its authors' hand in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// As it is made from the record.
    pub composed: Paper,
    /// As it goes out.
    pub hand: Authored,
}

/// Why a report that is kept cannot be made now.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotMade {
    /// Its kind is one of a later program.
    #[error(transparent)]
    Kind(#[from] UnknownReport),
    /// What it asks cannot be answered: its treaty is not on record for those it is made for.
    #[error(transparent)]
    Refused(#[from] ReportRefused),
}

/// Makes it from a world, which has to be that of those it is made for. `team` is what they are called; nobody: it
/// is made from what anyone may see.
///
/// # Errors
///
/// [`NotMade`]
pub fn make(world: &World, kept: &Report, team: Option<String>) -> Result<Made, NotMade> {
    let view = world.report(&ReportAsk::try_from(kept)?, kept.lang)?;
    let words = Words::for_lang(kept.lang);
    let figures = Figure::ALL.into_iter();
    let figures = figures.filter(|one| kept.pictures.iter().any(|word| word == one.word()));
    let how = How {
        pictures: figures
            .filter_map(|one| one.draw(world, &view.treaty, view.to, words))
            .collect(),
        team,
        ..how(kept)
    };
    let composed = paper(&view, words, &how);
    let hand = author(&composed, kept);
    Ok(Made { composed, hand })
}

/// What stands around it, but for the pictures and for whom it is.
fn how(kept: &Report) -> How {
    let head = kept.masthead.clone();
    How {
        body: head.before,
        venue: head.venue,
        symbol: head.symbol,
        distribution: head.distribution,
        date: head.date,
        agenda: head.agenda,
        notes: match kept.notes {
            None => NoteForm::None,
            Some(ReportNotes::Foot) => NoteForm::Foot,
            Some(ReportNotes::End) => NoteForm::End,
        },
        pictures: Vec::new(),
        team: None,
        reader: reader(&kept.made_for),
    }
}
