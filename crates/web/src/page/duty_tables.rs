//! The duties under a treaty as tables: each State and article on one line, or one yearly duty
//! State by State and year by year.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;
use treaty::clause::{Duty, When};
use treaty::{Law, ParticipantId};
use world::sheet::Tabular;
use world::view::{DutiesView, DutyStanding, DutyState};

use crate::ask::Form;
use crate::asked::Asked;
use crate::frame::{Frame, Nav};
use crate::keys;
use crate::problem::{Expected, Problem};

/// How the duties are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Show {
    /// What falls due, article by article.
    List,
    /// States × articles.
    States,
    /// States × years, of one yearly duty.
    Reports,
}

impl Show {
    /// The words of the parameter, and their texts, in the order of the page.
    pub(crate) const ALL: [(Show, &'static str, &'static str); 3] = [
        (Show::List, "list", "duties-show-list"),
        (Show::States, "states", "duties-show-states"),
        (Show::Reports, "reports", "duties-show-reports"),
    ];

    pub(crate) fn read(asked: &Asked) -> Result<Show, Problem> {
        let Some(given) = asked.params.one("show")? else {
            return Ok(Show::List);
        };
        Show::ALL
            .into_iter()
            .find(|(_, word, _)| *word == given)
            .map(|(show, ..)| show)
            .ok_or_else(|| Problem::bad("show", given, Expected::Show))
    }
}

#[derive(Template)]
#[template(path = "duty_tables.html")]
struct TablesPage<'v> {
    p: Frame,
    law: &'v Law,
    show: Show,
    lede: String,
    columns: Vec<Column<'v>>,
    rows: Vec<Row<'v>>,
    /// The yearly duties to choose from.
    yearly: Vec<&'v Duty>,
    article: Option<&'v str>,
    group: Option<String>,
    group_names: Vec<String>,
    seen: Vec<DutyState>,
}

/// A column: an article, or a year.
struct Column<'v> {
    head: String,
    what: Option<&'v str>,
}

/// A State, with a cell for each column.
struct Row<'v> {
    iso3: ParticipantId,
    name: &'v str,
    cells: Vec<Option<&'v DutyStanding>>,
}

impl TablesPage<'_> {
    fn letter(&self, state: &DutyState) -> std::borrow::Cow<'_, str> {
        self.p.w.text(keys::duty(state).2)
    }

    fn label(&self, state: &DutyState) -> std::borrow::Cow<'_, str> {
        self.p.w.text(keys::duty(state).1)
    }

    /// This page in another setting; the group goes along.
    fn shown(&self, word: &str) -> String {
        let mut own = vec![("show", word)];
        own.extend(self.group.as_deref().map(|group| ("group", group)));
        format!("{}{}", self.p.path, self.p.kept_with(&own))
    }
}

/// The duties of a treaty in a table; `list` has a page of its own.
pub(crate) fn page(asked: &Asked, law: &Law, show: Show) -> Result<Response, Problem> {
    let members = match asked.params.one("group")? {
        Some(name) => Some(asked.group(name)?),
        None => None,
    };
    let state = asked.params.one("state")?;
    let state = state.map(|given| asked.named_state(given)).transpose()?;
    let articles = articles(asked, law, show)?;
    let window = match show {
        Show::Reports => Some((first_day(asked, law), asked.on.saturating_add(1.year()))),
        Show::List | Show::States => None,
    };
    let mut view = asked
        .world
        .duties(Some(&law.id), state, asked.on, window, asked.lang);
    view.duties.retain(|duty| {
        articles.contains(duty.article.as_str())
            && members.as_ref().is_none_or(|m| m.contains(&duty.iso3))
    });
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => html(asked, law, show, &view, &articles),
    }
}

/// The articles of the table: those with a day of their own, or one yearly one.
fn articles<'l>(asked: &Asked, law: &'l Law, show: Show) -> Result<BTreeSet<&'l str>, Problem> {
    let fits = |duty: &&Duty| match show {
        Show::Reports => is_yearly(duty),
        Show::List | Show::States => has_one_day(duty),
    };
    let mut fitting = law
        .duties
        .iter()
        .filter(fits)
        .map(|duty| duty.article.as_str());
    match (asked.params.one("article")?, show) {
        (Some(given), _) => fitting
            .find(|article| *article == given)
            .map(|article| [article].into())
            .ok_or_else(|| Problem::bad("article", given, Expected::Article)),
        // One yearly duty fills a page, first one that all owe; the others are a choice away.
        (None, Show::Reports) => {
            let of_all = |duty: &&Duty| is_yearly(duty) && duty.who.is_none();
            let of_all = law.duties.iter().find(of_all);
            let first = of_all.map(|duty| duty.article.as_str());
            Ok(first.or_else(|| fitting.next()).into_iter().collect())
        }
        (None, Show::List | Show::States) => Ok(fitting.collect()),
    }
}

fn is_yearly(duty: &Duty) -> bool {
    matches!(duty.when, When::Yearly { .. })
}

fn has_one_day(duty: &Duty) -> bool {
    match duty.when {
        When::FromEntryIntoForceForState(_) | When::FromEntryIntoForce(_) => true,
        When::Yearly { .. } | When::FromEvent { .. } | When::Continuing => false,
    }
}

/// The first day on which anything can have been owed.
fn first_day(asked: &Asked, law: &Law) -> Date {
    let status = asked.world.status(&law.id, asked.on, asked.lang);
    let since = status.and_then(|status| status.entered_into_force);
    since.unwrap_or(asked.on).min(asked.on)
}

fn html(
    asked: &Asked,
    law: &Law,
    show: Show,
    view: &DutiesView,
    articles: &BTreeSet<&str>,
) -> Result<Response, Problem> {
    let title = asked
        .words
        .text_with("duties-title", &[("short", (&law.short).into())]);
    let mut p = asked.frame(Nav::Treaties, title).with_csv();
    p = p.with_feed(format!("/treaties/{}/feed", law.id));
    let (columns, rows) = match show {
        Show::Reports => by_year(view),
        Show::List | Show::States => by_article(&p, law, view, articles),
    };
    let key = match show {
        Show::Reports => "duties-lede-reports",
        Show::List | Show::States => "duties-lede-states",
    };
    let seen: BTreeSet<DutyState> = view.duties.iter().map(|duty| duty.standing).collect();
    asked.page(&TablesPage {
        lede: p.with(
            key,
            &[("on", p.long(&asked.on).into()), ("n", rows.len().into())],
        ),
        yearly: law.duties.iter().filter(|duty| is_yearly(duty)).collect(),
        article: match show {
            Show::Reports => law
                .duties
                .iter()
                .map(|duty| duty.article.as_str())
                .find(|article| articles.contains(article)),
            Show::List | Show::States => None,
        },
        group: asked.params.one("group")?.map(str::to_owned),
        group_names: asked
            .world
            .groups(asked.on)
            .into_iter()
            .map(|(name, _)| name)
            .collect(),
        seen: keys::DUTY_STATES
            .into_iter()
            .filter(|state| seen.contains(state))
            .collect(),
        p,
        law,
        show,
        columns,
        rows,
    })
}

fn by_article<'v>(
    p: &Frame,
    law: &'v Law,
    view: &'v DutiesView,
    articles: &BTreeSet<&str>,
) -> (Vec<Column<'v>>, Vec<Row<'v>>) {
    let duties: Vec<&Duty> = law
        .duties
        .iter()
        .filter(|duty| articles.contains(duty.article.as_str()))
        .collect();
    let columns = duties.iter().map(|duty| Column {
        head: duty.article.clone(),
        what: Some(p.duty_text(duty)),
    });
    let place = |duty: &DutyStanding| duties.iter().position(|d| d.article == duty.article);
    (columns.collect(), rows(view, duties.len(), place))
}

fn by_year(view: &DutiesView) -> (Vec<Column<'_>>, Vec<Row<'_>>) {
    let year = |duty: &DutyStanding| duty.due.map(Date::year);
    let years: BTreeSet<i16> = view.duties.iter().filter_map(year).collect();
    let years: Vec<i16> = years.into_iter().collect();
    let columns = years.iter().map(|year| Column {
        head: year.to_string(),
        what: None,
    });
    let place = |duty: &DutyStanding| years.iter().position(|y| Some(*y) == year(duty));
    (columns.collect(), rows(view, years.len(), place))
}

/// A row for each State, by name.
fn rows(
    view: &DutiesView,
    columns: usize,
    place: impl Fn(&DutyStanding) -> Option<usize>,
) -> Vec<Row<'_>> {
    let mut rows: BTreeMap<(&str, ParticipantId), Vec<Option<&DutyStanding>>> = BTreeMap::new();
    for duty in &view.duties {
        let cells = rows
            .entry((&duty.name, duty.iso3))
            .or_insert_with(|| vec![None; columns]);
        if let Some(cell) = place(duty).and_then(|place| cells.get_mut(place)) {
            *cell = Some(duty);
        }
    }
    rows.into_iter()
        .map(|((name, iso3), cells)| Row { iso3, name, cells })
        .collect()
}
