//! The question of a report as it is kept.

use ledger::Audience;
use ledger::body::{Report, ReportMasthead, ReportNotes};
use report::paper::NoteForm;
use world::Viewer;
use world::view::ReportRefused;

use super::asking::{self, Asking};
use super::reader::readers;
use crate::App;
use crate::ask::encode;
use crate::asked::Asked;
use crate::problem::Problem;

/// A question, and what it is called until somebody calls it otherwise.
pub(crate) struct Question {
    /// The report of it, in which nobody has written yet. It has no name.
    pub(crate) report: Report,
    /// Its title.
    pub(crate) title: String,
    /// The question as an address has it, with `?`.
    pub(crate) query: String,
}

/// Reads it from an address.
///
/// # Errors
///
/// What is wrong with it.
pub(crate) async fn question(
    app: &App,
    asked: &Asked,
    asker: &Viewer,
    kind: &str,
) -> Result<Question, Problem> {
    let readers = readers(app, asked.words, asker).await?;
    let asking = asking::read(asked, super::kind(kind)?, &readers)?;
    let asking = asking.strictly()?;
    if let Some(plan) = &asking.ask.plan {
        let world = asking.reader.world(app, asked, asker).await?;
        let found = world.plan(&asking.ask.treaty, plan, asking.lang);
        let cause = ReportRefused::NoPlan;
        found.ok_or(Problem::NoReport { cause })?;
    }
    let title = super::title(asked, asking);
    Ok(Question {
        report: kept(asking, &title),
        title,
        query: query(asked, asking),
    })
}

/// Where the report of this question is kept.
pub(super) fn keep(asked: &Asked, asking: &Asking) -> String {
    format!("/reports/{}/keep{}", asking.ask.kind, query(asked, asking))
}

fn query(asked: &Asked, asking: &Asking) -> String {
    let mut pairs = asking.pairs();
    if let Ok(Some(lang)) = asked.params.one("lang") {
        pairs.push(("lang".to_owned(), lang.to_owned()));
    }
    let pairs: Vec<_> = pairs
        .into_iter()
        .map(|(name, value)| format!("{}={}", encode(&name), encode(&value)))
        .collect();
    format!("?{}", pairs.join("&"))
}

fn kept(asking: &Asking, title: &str) -> Report {
    let (ask, how) = (&asking.ask, &asking.how);
    Report {
        report: String::new(),
        title: title.to_owned(),
        kind: ask.kind.word().to_owned(),
        treaty: ask.treaty.clone(),
        states: ask.of.clone(),
        plan: ask.plan.clone(),
        from: ask.from,
        to: ask.to,
        lang: asking.lang,
        made_for: match asking.reader.code.as_str() {
            "public" => Audience::Public,
            "signed-in" => Audience::SignedIn,
            team => Audience::Teams(vec![team.to_owned()]),
        },
        masthead: ReportMasthead {
            before: how.body.clone(),
            venue: how.venue.clone(),
            symbol: how.symbol.clone(),
            distribution: how.distribution.clone(),
            date: how.date,
            agenda: how.agenda.clone(),
        },
        notes: match how.notes {
            NoteForm::None => None,
            NoteForm::Foot => Some(ReportNotes::Foot),
            NoteForm::End => Some(ReportNotes::End),
        },
        pictures: asking
            .figures
            .iter()
            .map(|one| one.word().to_owned())
            .collect(),
        changes: Vec::new(),
        own: Vec::new(),
    }
}
