//! `/treaties/{id}/obligations`: what is owed under a treaty, article by article: when, by whom, how it
//! stands.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;
use treaty::clause::When;
use treaty::{Law, TreatyId};
use world::sheet::Tabular;
use world::view::{DutiesView, DutyStanding, DutyState};

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::frame::{Frame, Nav};
use crate::keys;
use crate::page::duty_tables::{self, Show};
use crate::path::Path;
use crate::problem::{Expected, Problem};

/// The states of what is still open, or may be.
const OPEN: [DutyState; 4] = [
    DutyState::Due,
    DutyState::Overdue,
    DutyState::Extended,
    DutyState::Unknown,
];

#[derive(Template)]
#[template(path = "duties.html")]
struct DutiesPage<'v> {
    p: Frame,
    treaty: &'v TreatyId,
    lede: String,
    choice: &'v Choice,
    article_names: Vec<&'v str>,
    group_names: Vec<String>,
    totals: Vec<(DutyState, usize)>,
    articles: Vec<Article<'v>>,
    undated: Vec<Undated<'v>>,
}

impl DutiesPage<'_> {
    /// This page in another setting; the group goes along.
    fn shown(&self, word: &str) -> String {
        let group = self.choice.group.as_deref().map(|group| ("group", group));
        let show = (word != "list").then_some(("show", word));
        let own: Vec<_> = show.into_iter().chain(group).collect();
        format!("{}{}", self.p.path, self.p.kept_with(&own))
    }
}

/// What was asked for.
#[derive(Default)]
struct Choice {
    article: Option<String>,
    group: Option<String>,
    state: Option<String>,
    standing: Option<Which>,
    days: Option<(Date, Date)>,
}

/// Which states of duties are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    /// All.
    Any,
    /// What is still open, or may be.
    Open,
    /// One of them.
    Only(DutyState),
}

impl Which {
    fn read(word: &str) -> Result<Which, Problem> {
        match word {
            "any" => Ok(Which::Any),
            "open" => Ok(Which::Open),
            _ => keys::DUTY_STATES
                .into_iter()
                .find(|state| keys::duty(*state).0 == word)
                .map(Which::Only)
                .ok_or_else(|| Problem::bad("standing", word, Expected::DutyState)),
        }
    }

    fn has(self, state: DutyState) -> bool {
        match self {
            Which::Any => true,
            Which::Open => OPEN.contains(&state),
            Which::Only(only) => only == state,
        }
    }
}

impl Choice {
    fn is(&self, word: &str) -> bool {
        match self.standing {
            None | Some(Which::Any) => word == "any",
            Some(Which::Open) => word == "open",
            Some(Which::Only(state)) => keys::duty(state).0 == word,
        }
    }

    /// Without days, standing or State a page would be too long to read: it then shows what is
    /// open within a year of the day. Data are given whole.
    fn narrowed(mut self, on: Date) -> Choice {
        if self.state.is_none() && self.standing.is_none() && self.days.is_none() {
            self.standing = Some(Which::Open);
            let from = on.checked_sub(1.year()).unwrap_or(on);
            self.days = Some((from, on.checked_add(1.year()).unwrap_or(on)));
        }
        self
    }
}

/// One article, with what falls due under it.
struct Article<'v> {
    name: &'v str,
    what: &'v str,
    count: usize,
    rows: Vec<Row<'v>>,
}

/// Everybody whose duty falls due on the same day and stands alike.
struct Row<'v> {
    due: Option<Date>,
    standing: DutyState,
    duties: Vec<&'v DutyStanding>,
}

/// A duty without a day of its own, and those of whom something is on record about it.
struct Undated<'v> {
    name: &'v str,
    what: &'v str,
    told: Vec<&'v DutyStanding>,
}

/// `GET /treaties/ccm/obligations?on=2020-12-31&from=2020-01-01&to=2021-12-31&article=7(2)`.
pub(crate) async fn show(
    Path(treaty): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    let law = asked.treaty(&treaty)?;
    match Show::read(&asked)? {
        Show::List => {}
        show @ (Show::States | Show::Reports) => {
            asked.only(&["show", "article", "group", "state"])?;
            return duty_tables::page(&asked, law, show);
        }
    }
    asked.only(&[
        "show", "article", "group", "state", "standing", "from", "to", "limit", "after",
    ])?;
    let choice = choice(&asked, law)?;
    let state = choice
        .state
        .as_deref()
        .map(|given| asked.named_state(given))
        .transpose()?;
    let members = match &choice.group {
        Some(name) => Some(asked.group(name)?),
        None => None,
    };
    let choice = match asked.form {
        Form::Html => choice.narrowed(asked.on),
        Form::Json
        | Form::Csv
        | Form::Svg
        | Form::Png
        | Form::Atom
        | Form::Ics
        | Form::Paper(_) => choice,
    };
    let duties = |days| {
        let mut view = asked
            .world
            .duties(Some(&law.id), state, asked.on, days, asked.lang);
        view.duties.retain(|duty| {
            choice.article.as_ref().is_none_or(|a| *a == duty.article)
                && members.as_ref().is_none_or(|m| m.contains(&duty.iso3))
        });
        view
    };
    let mut view = duties(choice.days);
    let totals = totals(&view);
    let wanted = choice.standing.unwrap_or(Which::Any);
    view.duties.retain(|duty| wanted.has(duty.standing));
    asked.cut(&mut view.duties)?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => html(&asked, law, &choice, &view, &duties(None), totals),
    }
}

fn html(
    asked: &Asked,
    law: &Law,
    choice: &Choice,
    view: &DutiesView,
    all: &DutiesView,
    totals: Vec<(DutyState, usize)>,
) -> Result<Response, Problem> {
    let title = asked
        .words
        .text_with("duties-title", &[("short", (&law.short).into())]);
    let mut p = asked.frame(Nav::Treaties, title).with_csv();
    p.chosen = chosen(asked, choice)?;
    let lede = match choice.days {
        Some((from, to)) => p.with(
            "duties-lede-days",
            &[
                ("on", p.long(&asked.on).into()),
                ("from", p.long(&from).into()),
                ("to", p.long(&to).into()),
                ("n", view.duties.len().into()),
            ],
        ),
        None => p.with(
            "duties-lede",
            &[
                ("on", p.long(&asked.on).into()),
                ("n", view.duties.len().into()),
            ],
        ),
    };
    let groups = asked.world.groups(asked.on);
    asked.page(&DutiesPage {
        articles: articles(&p, law, view),
        undated: undated(&p, law, choice, all),
        p,
        treaty: &law.id,
        lede,
        choice,
        article_names: law
            .duties
            .iter()
            .map(|duty| duty.article.as_str())
            .collect(),
        group_names: groups.into_iter().map(|(name, _)| name).collect(),
        totals,
    })
}

fn choice(asked: &Asked, law: &Law) -> Result<Choice, Problem> {
    let text = |name| Ok::<_, Problem>(asked.params.one(name)?.map(str::to_owned));
    let article = text("article")?;
    if let Some(given) = &article
        && !law.duties.iter().any(|duty| duty.article == *given)
    {
        return Err(Problem::bad("article", given, Expected::Article));
    }
    let standing = asked.params.one("standing")?.map(Which::read).transpose()?;
    Ok(Choice {
        article,
        group: text("group")?,
        state: text("state")?,
        standing,
        days: days(asked)?,
    })
}

/// The days asked for; of one alone the other is a year away.
fn days(asked: &Asked) -> Result<Option<(Date, Date)>, Problem> {
    let days = match (asked.day("from")?, asked.day("to")?) {
        (None, None) => return Ok(None),
        (Some(from), None) => (from, from.checked_add(1.year()).unwrap_or(from)),
        (None, Some(to)) => (to.checked_sub(1.year()).unwrap_or(to), to),
        (Some(from), Some(to)) => (from, to),
    };
    if days.0 > days.1 {
        return Err(Problem::Backwards {
            from: days.0.to_string(),
            to: days.1.to_string(),
        });
    }
    Ok(Some(days))
}

/// What the page chose and nobody asked for, for the links to its data.
fn chosen(asked: &Asked, choice: &Choice) -> Result<Vec<(&'static str, String)>, Problem> {
    let mut chosen = Vec::new();
    if let Some((from, to)) = choice.days {
        for (name, day) in [("from", from), ("to", to)] {
            if asked.params.one(name)?.is_none() {
                chosen.push((name, day.to_string()));
            }
        }
    }
    if choice.standing == Some(Which::Open) && asked.params.one("standing")?.is_none() {
        chosen.push(("standing", "open".to_owned()));
    }
    Ok(chosen)
}

fn has_days(when: &When) -> bool {
    match when {
        When::FromEntryIntoForceForState(_)
        | When::FromEntryIntoForce(_)
        | When::Yearly { .. } => true,
        When::FromEvent { .. } | When::Continuing => false,
    }
}

/// The articles under which something was found, in the order of the treaty's file; duties
/// without a day have a list of their own.
fn articles<'v>(p: &Frame, law: &'v Law, view: &'v DutiesView) -> Vec<Article<'v>> {
    let mut rows: BTreeMap<&str, BTreeMap<_, Vec<&DutyStanding>>> = BTreeMap::new();
    for duty in &view.duties {
        let row = (duty.due.is_none(), duty.due, duty.standing);
        rows.entry(&duty.article)
            .or_default()
            .entry(row)
            .or_default()
            .push(duty);
    }
    let found = law.duties.iter().filter_map(|duty| {
        let rows = rows.remove(duty.article.as_str())?;
        let rows: Vec<_> = rows
            .into_iter()
            .filter(|((_, due, _), _)| due.is_some() || has_days(&duty.when))
            .map(|((_, due, standing), duties)| Row {
                due,
                standing,
                duties,
            })
            .collect();
        (!rows.is_empty()).then(|| Article {
            name: &duty.article,
            what: p.duty_text(duty),
            count: rows.iter().map(|row| row.duties.len()).sum(),
            rows,
        })
    });
    found.collect()
}

/// The duties without a day of their own, whatever days were asked for.
fn undated<'v>(
    p: &Frame,
    law: &'v Law,
    choice: &Choice,
    all: &'v DutiesView,
) -> Vec<Undated<'v>> {
    let duties = law.duties.iter().filter(|duty| {
        !has_days(&duty.when) && choice.article.as_ref().is_none_or(|a| *a == duty.article)
    });
    duties
        .map(|duty| Undated {
            name: &duty.article,
            what: p.duty_text(duty),
            told: all
                .duties
                .iter()
                .filter(|row| row.article == duty.article && row.due.is_none() && is_told(row))
                .collect(),
        })
        .collect()
}

/// Whether the record says anything about it.
fn is_told(duty: &DutyStanding) -> bool {
    duty.fulfilled.is_some() || !duty.observed.is_empty()
}

fn totals(view: &DutiesView) -> Vec<(DutyState, usize)> {
    let mut totals: BTreeMap<DutyState, usize> = BTreeMap::new();
    for duty in &view.duties {
        *totals.entry(duty.standing).or_default() += 1;
    }
    totals.into_iter().collect()
}
