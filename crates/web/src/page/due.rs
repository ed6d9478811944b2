//! `/duties`: what falls due between two days, under every treaty.

use askama::Template;
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;
use treaty::TreatyId;
use world::sheet::Tabular;
use world::view::DutyStanding;

use crate::ask::Form;
use crate::asked::Question;
use crate::frame::{Frame, Nav};
use crate::page::changes;
use crate::problem::Problem;

/// How many duties the page shows; its data have all.
const FIRST: usize = 300;

#[derive(Template)]
#[template(path = "due.html")]
struct DuePage<'v> {
    p: Frame,
    from: Date,
    to: Date,
    treaty: Option<TreatyId>,
    treaties: Vec<(TreatyId, String)>,
    state: &'v str,
    lede: String,
    duties: &'v [DutyStanding],
}

/// `GET /duties?from=2026-11-21&to=2027-11-21&treaty=ccm&state=ITA`. Without days: the coming year.
pub(crate) async fn show(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&["from", "to", "treaty", "state", "limit", "after"])?;
    let from = asked.day("from")?.unwrap_or(asked.on);
    let to = asked
        .day("to")?
        .unwrap_or_else(|| from.checked_add(1.year()).unwrap_or(from));
    if from > to {
        return Err(Problem::Backwards {
            from: from.to_string(),
            to: to.to_string(),
        });
    }
    let law = asked
        .params
        .one("treaty")?
        .map(|given| asked.named_treaty(given))
        .transpose()?;
    let given = asked.params.one("state")?;
    let state = given.map(|given| asked.named_state(given)).transpose()?;
    let treaty = law.map(|law| &law.id);
    let mut view = asked
        .world
        .duties(treaty, state, asked.on, Some((from, to)), asked.lang);
    asked.cut_page(&mut view.duties, FIRST)?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let days = [
                ("from", asked.words.date(from).into()),
                ("to", asked.words.date(to).into()),
            ];
            let title = asked.words.text_with("due-title", &days);
            let p = asked.frame(Nav::Treaties, title).with_csv();
            let total = asked.total(view.duties.len());
            let lede = [
                ("n", total.into()),
                ("on", asked.words.date(asked.on).into()),
            ];
            asked.page(&DuePage {
                lede: asked.words.text_with("due-lede", &lede),
                p,
                from,
                to,
                treaty: treaty.cloned(),
                treaties: changes::treaties(&asked),
                state: given.unwrap_or_default(),
                duties: &view.duties,
            })
        }
    }
}
