//! `/treaties/{treaty}/plans` and `/treaties/{treaty}/plans/{plan}`: action plans, action by
//! action. What was not read is shown as not read.

use askama::Template;
use axum::response::Response;
use jiff::Timestamp;
use ledger::Audience;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::{Law, TreatyId};
use world::sheet::Tabular;
use world::view::{Counts, HeadView, PlanActionView, PlanSummary, PlanView};

use crate::ask::Form;
use crate::asked::{Asked, Question, short};
use crate::frame::{Frame, Nav};
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "plans.html")]
struct PlansPage<'v> {
    p: Frame,
    view: &'v PlansView,
    law: &'v Law,
}

/// The plans of a treaty.
#[derive(Serialize, JsonSchema)]
pub(crate) struct PlansView {
    /// The treaty.
    treaty: TreatyId,
    /// The moment of knowledge.
    known: Timestamp,
    /// The head behind the answer.
    head: HeadView,
    /// The plans, by the day of their adoption.
    plans: Vec<PlanSummary>,
}

#[derive(Template)]
#[template(path = "plan.html")]
struct PlanPage<'v> {
    p: Frame,
    view: &'v PlanView,
    law: &'v Law,
    /// The treaty's counts on the day.
    counts: Counts,
    themes: Vec<Theme<'v>>,
    /// For whom its entry is.
    audience: Option<&'v Audience>,
}

/// The actions of one section, in their order.
struct Theme<'v> {
    name: Option<&'v str>,
    actions: Vec<&'v PlanActionView>,
}

/// `GET /treaties/ccm/plans`.
pub(crate) async fn list(
    Path(treaty): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let law = asked.treaty(&treaty)?;
    let view = PlansView {
        treaty: law.id.clone(),
        known: asked.world.known(),
        head: asked.world.head(),
        plans: asked.world.plans(&law.id, asked.lang),
    };
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.plans[..].sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let title = asked
                .words
                .text_with("plans-title", &[("short", (&law.short).into())]);
            let p = asked.frame(Nav::Treaties, title).with_csv().undated();
            let p = p.with_feed(format!("/treaties/{}/feed", law.id));
            asked.page(&PlansPage {
                p,
                law,
                view: &view,
            })
        }
    }
}

/// `GET /treaties/ccm/plans/lausanne`.
pub(crate) async fn one(
    Path((treaty, plan)): Path<(String, String)>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let law = asked.treaty(&treaty)?;
    let view = asked
        .world
        .plan(&law.id, &plan, asked.lang)
        .ok_or_else(|| no_plan(&asked, law, &plan))?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let status = asked.world.status(&law.id, asked.on, asked.lang);
            let title = format!("{}, {}", view.plan.title, law.short);
            let p = asked.frame(Nav::Treaties, title).with_csv();
            asked.page(&PlanPage {
                p: p.with_feed(format!("/treaties/{}/feed", law.id)),
                law,
                counts: status.map(|view| view.counts).unwrap_or_default(),
                themes: themes(&view),
                audience: audience(&asked, &view),
                view: &view,
            })
        }
    }
}

/// For whom the entry of a plan is.
fn audience<'w>(asked: &'w Asked, view: &PlanView) -> Option<&'w Audience> {
    asked
        .world
        .audience_of(asked.world.id_of(view.source.entry)?)
}

fn no_plan(asked: &Asked, law: &Law, given: &str) -> Problem {
    let plans = asked.world.plans(&law.id, asked.lang);
    Problem::NoSuchPlan {
        given: short(given),
        near: plans
            .into_iter()
            .map(|plan| {
                (
                    format!("/treaties/{}/plans/{}", law.id, plan.plan),
                    plan.title,
                )
            })
            .collect(),
    }
}

/// Actions that follow each other in one section.
fn themes(view: &PlanView) -> Vec<Theme<'_>> {
    let mut themes: Vec<Theme<'_>> = Vec::new();
    for action in &view.actions {
        let name = action.theme.as_deref();
        match themes.last_mut() {
            Some(theme) if theme.name == name => theme.actions.push(action),
            Some(_) | None => themes.push(Theme {
                name,
                actions: vec![action],
            }),
        }
    }
    themes
}

/// The anchor of an action: `10(c)` as `action-10-c`.
pub(crate) fn anchor(number: &str) -> String {
    let mut anchor = "action".to_owned();
    for part in number.split(|c: char| !c.is_ascii_alphanumeric()) {
        if !part.is_empty() {
            anchor.push('-');
            anchor.push_str(&part.to_ascii_lowercase());
        }
    }
    anchor
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_is_found_by_its_number() {
        for (number, found) in [
            ("10", "action-10"),
            ("1.3", "action-1-3"),
            ("10(c)", "action-10-c"),
        ] {
            assert_eq!(anchor(number), found);
        }
    }
}
