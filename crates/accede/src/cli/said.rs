//! `accede said`: what was said of something, and when.

use std::io;

use clap::Args;
use library::{SaidBy, SaidView};
use world::sheet::Tabular;

use super::Session;
use super::find::{Asked, QuestionArgs, preface, starred, unsearched};
use crate::failure::Failure;
use crate::render::{Answer, Page, Sheet};

/// Tell what was said of something, sentence by sentence, the earliest first
///
/// What matches is found as `accede find` finds it. Of each document and statement the sentences are told that have most
/// of the words, with the paragraph in which they stand; of those whose text is not kept, that they are on record.
///
/// For example: `accede said universalization --state ITA --from 2016`.
#[derive(Debug, Args)]
pub(super) struct SaidArgs {
    #[command(flatten)]
    question: QuestionArgs,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &SaidArgs) -> Result<(), Failure> {
    let asked = Asked::of(session, &args.question)?;
    let said = asked.stacks.said(&asked.ask).map_err(unsearched)?;
    let view = SaidView::of(&asked.world, session.lang(), &asked.q, &asked.ask, said);
    session.give(&view)
}

impl Answer for SaidView {
    fn sheet(&self) -> Sheet {
        Tabular::sheet(self)
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        preface(page, &self.remarks, &self.suggestions, self.total)?;
        for said in &self.said {
            page.gap()?;
            lines(page, said)?;
        }
        page.gap()?;
        page.footing(None, self.known, &self.head)
    }
}

fn lines(page: &mut Page<'_>, said: &SaidBy) -> io::Result<()> {
    let card = &said.card;
    let date = card
        .date
        .map_or_else(|| "no day".to_owned(), |date| date.to_string());
    let names: Vec<_> = card.by.iter().map(|by| by.name.as_str()).collect();
    let by = match (&card.group, names.as_slice()) {
        (Some(group), []) => group.clone(),
        (_, names) => names.join(", "),
    };
    let parts = [by, card.title.clone(), format!("({})", card.id)];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    page.paragraph(4, &format!("{date}  {}", parts.join("  ")))?;
    if card.text.is_none() {
        page.line("    its text is not kept here")?;
    }
    for one in &said.sentences {
        let sentence = starred(&one.pieces);
        page.paragraph(4, &format!("    {}  {sentence}", one.anchor))?;
    }
    match said.further {
        0 => Ok(()),
        1 => page.line("    and one further sentence"),
        n => page.line(&format!("    and {n} further sentences")),
    }
}
