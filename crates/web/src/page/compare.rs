//! `/compare`: up to eight States side by side.

use askama::Template;
use axum::response::Response;
use treaty::{PartialDate, ParticipantId};
use world::sheet::Tabular;
use world::view::{CompareView, ComparedTreaty, ParticipantStatus, Standing};

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::frame::{Frame, Nav};
use crate::problem::{Expected, Problem};

/// More columns than this no page and no eye holds.
const MOST: usize = 8;

#[derive(Template)]
#[template(path = "compare.html")]
struct ComparePage<'v> {
    p: Frame,
    view: &'v CompareView,
    differing: usize,
    only_differing: bool,
    /// What the form carries along: those chosen.
    chosen: String,
    full: bool,
    names: Vec<&'v str>,
    examples: Vec<(String, Vec<ParticipantId>)>,
}

impl ComparePage<'_> {
    /// The parameters without one of the columns.
    fn without(&self, iso3: &ParticipantId) -> String {
        let states = self.view.states.iter().map(|state| state.iso3);
        let rest: Vec<_> = states.filter(|id| id != iso3).collect();
        self.p.kept_with(&[("states", &codes(&rest))])
    }

    /// When a consent was deposited that has not been taken back.
    fn consent<'s>(&self, status: &'s ParticipantStatus) -> Option<&'s PartialDate> {
        let stood = status.standing != Standing::Signatory;
        status.consented.as_ref().filter(|_| stood)
    }

    fn of(&self, ids: &[ParticipantId]) -> String {
        self.p.kept_with(&[("states", &codes(ids))])
    }
}

/// `GET /compare?states=ITA,ZAF,NOR&rows=differing`.
pub(crate) async fn show(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&["states", "rows"])?;
    let given: Vec<_> = asked.params.all("states").collect();
    let ids = asked.named_states(&given)?;
    if ids.len() > MOST {
        return Err(Problem::TooManyStates { most: MOST });
    }
    let only_differing = match asked.params.one("rows")? {
        None | Some("all") => false,
        Some("differing") => true,
        Some(other) => return Err(Problem::bad("rows", other, Expected::Rows)),
    };
    // One address for one question: codes, in one parameter.
    let codes = codes(&ids);
    if !ids.is_empty() && given != [codes.as_str()] {
        return Err(elsewhere(&asked, &codes, only_differing));
    }
    let mut view = asked.world.compare(&ids, asked.on, asked.lang);
    let differing = view.treaties.iter().filter(|row| row.differs).count();
    view.treaties
        .retain(|row: &ComparedTreaty| row.differs || !only_differing);
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let p = asked.frame(Nav::States, title(&asked, &view)).with_csv();
            asked.page(&ComparePage {
                p,
                differing,
                only_differing,
                chosen: codes,
                full: ids.len() == MOST,
                names: names(&asked),
                examples: examples(&asked),
                view: &view,
            })
        }
    }
}

fn codes(ids: &[ParticipantId]) -> String {
    let codes: Vec<_> = ids.iter().map(ParticipantId::as_str).collect();
    codes.join(",")
}

fn elsewhere(asked: &Asked, codes: &str, only_differing: bool) -> Problem {
    let frame = asked.frame(Nav::States, "");
    let mut beside = vec![("states", codes)];
    if only_differing {
        beside.push(("rows", "differing"));
    }
    let form = if asked.form == Form::Html {
        String::new()
    } else {
        format!(".{}", asked.form.word())
    };
    Problem::Elsewhere {
        path: format!("/compare{form}{}", frame.kept_with(&beside)),
    }
}

fn title(asked: &Asked, view: &CompareView) -> String {
    let names: Vec<_> = view
        .states
        .iter()
        .map(|state| state.name.as_str())
        .collect();
    match names.as_slice() {
        [] => asked.words.text("compare-title").into_owned(),
        names => asked.words.joined(names),
    }
}

/// Every name in the reader's language, for the field that proposes them.
fn names(asked: &Asked) -> Vec<&str> {
    let mut names: Vec<_> = asked
        .world
        .participants()
        .into_iter()
        .map(|participant| participant.names.get(asked.lang))
        .collect();
    names.sort_unstable();
    names
}

/// Groups small enough to be set side by side.
fn examples(asked: &Asked) -> Vec<(String, Vec<ParticipantId>)> {
    let groups = asked.world.groups(asked.on).into_iter();
    groups
        .filter(|(_, members)| (2..=MOST).contains(&members.len()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::encode;

    #[test]
    fn codes_need_no_escaping() {
        let ids = ["ITA", "ZAF"].map(|code| code.parse().unwrap());
        assert_eq!(encode(&codes(&ids)), "ITA,ZAF");
    }
}
