//! `accede document compare`: two documents side by side.

use std::io;

use clap::Args;
use library::{Became, CompareView, Compared, Whose, compare};
use transcribe::Text;
use world::World;
use world::sheet::Tabular;
use world::view::{DocumentView, LibraryCard};

use super::super::Session;
use super::super::find::unread;
use super::{not_kept, on_record};
use crate::failure::Failure;
use crate::home::not_opened;
use crate::render::{Answer, Page, Sheet};
use crate::stacks::Stacks;

/// What changed from one document to another, paragraph by paragraph: [-words of the first-], [+words of the second+]
///
/// Paragraphs that are alike by half of their words are taken for the same one in other words; capitals, accents and signs
/// do not count. Both texts must be kept here.
///
/// For example: `accede document compare ita-ccm-msp-10 ita-ccm-msp-11`.
#[derive(Debug, Args)]
pub(super) struct CompareArgs {
    /// The name of the first, the earlier
    first: String,
    /// The name of the second
    second: String,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &CompareArgs) -> Result<(), Failure> {
    let world = session.world()?;
    let stacks = Stacks::at(&session.settings.location).map_err(not_opened)?;
    let read = |name: &str| -> Result<(LibraryCard, Text), Failure> {
        let document = on_record(session, &world, name)?;
        let text = document.text.as_deref().map(|sha256| stacks.text(sha256));
        let text = text.transpose().map_err(unread)?.flatten();
        let text = text.ok_or_else(|| not_kept(&document, "its text"))?;
        Ok((card(session, &world, &document), text))
    };
    let ((first, one), (second, other)) = (read(&args.first)?, read(&args.second)?);
    session.give(&CompareView::of(
        &world,
        first,
        second,
        compare(&one, &other),
    ))
}

fn card(session: &Session, world: &World, document: &DocumentView) -> LibraryCard {
    let card = world.library_card(document.entry, session.lang());
    card.expect("a document on record stands in the catalogue")
}

impl Answer for CompareView {
    fn sheet(&self) -> Sheet {
        Tabular::sheet(self)
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        for (sign, card) in [("-", &self.first), ("+", &self.second)] {
            let date = card.date.map(|date| format!("{date}  "));
            let told = format!(
                "{sign} {}{}: {}",
                date.unwrap_or_default(),
                card.id,
                card.title
            );
            page.paragraph(4, &told)?;
        }
        let all = &self.comparison;
        page.line(&format!(
            "{} the same, {} changed, {} new, {} gone",
            all.same, all.changed, all.new, all.gone
        ))?;
        for row in &all.rows {
            page.gap()?;
            page.paragraph(2, &told(row))?;
        }
        page.gap()?;
        page.footing(None, self.known, &self.head)
    }
}

/// A paragraph, after the sign of what became of it and its places.
fn told(row: &Compared) -> String {
    let sign = match row.what {
        Became::Same => "=",
        Became::Changed => "~",
        Became::New => "+",
        Became::Gone => "-",
    };
    let place = match (&row.first, &row.second) {
        (Some(first), Some(second)) if first == second => second.clone(),
        (Some(first), Some(second)) => format!("{first} → {second}"),
        (one, other) => one.iter().chain(other).cloned().collect(),
    };
    let moved = if row.moved { " (moved)" } else { "" };
    let whole = row.pieces.len() == 1;
    let pieces = row.pieces.iter().map(|piece| match piece.of {
        Whose::First if !whole => format!("[-{}-] ", piece.text.trim_end()),
        Whose::Second if !whole => format!("[+{}+] ", piece.text.trim_end()),
        Whose::First | Whose::Second | Whose::Both => piece.text.clone(),
    });
    let pieces: String = pieces.collect();
    format!("{sign} {place}{moved}  {}", pieces.trim_end())
}
