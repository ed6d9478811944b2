//! `/approaches/{entry}`: one approach, whole.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::Extension;
use axum::http::Uri;
use axum::response::Response;
use ledger::body::ApproachState;
use people::Deed;
use world::view::{ApproachPageView, ApproachView, SideView};

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::coded::Says;
use crate::deeds::{By, is_offered};
use crate::door::{Names, TeamNames};
use crate::frame::{Frame, Nav};
use crate::page::approaches::records;
use crate::part::is_web;
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "approach.html")]
struct ApproachPage<'v> {
    p: Frame,
    view: &'v ApproachPageView,
    /// The title of its source, persons by their names.
    source: String,
    /// Its meeting, where the record has it: its name in addresses.
    meeting: Option<String>,
    teams: TeamNames,
    deeds: Deeds,
    /// Where a stage or a promise of each State is recorded that came up in it: its name, and the address.
    led_to: Vec<(String, String)>,
}

/// What who asks may do with it.
struct Deeds {
    edit: bool,
    repeat: bool,
    release: bool,
}

impl ApproachPage<'_> {
    fn one(&self) -> &ApproachView {
        &self.view.approach
    }

    /// The two sides, each with the text of its heading.
    fn sides(&self) -> [(&'static str, &[SideView]); 2] {
        [
            ("approach-who", &self.one().by),
            ("approach-whom", &self.one().to),
        ]
    }

    fn web<'u>(&self, url: &'u Option<String>) -> Option<&'u str> {
        url.as_deref().filter(|url| is_web(url))
    }

    /// Codes of a list, in words.
    fn all(&self, codes: &[impl Says]) -> String {
        let said: Vec<_> = codes.iter().map(|code| self.p.code(code)).collect();
        said.join(&self.p.semicolon())
    }
}

/// `GET /approaches/4411`.
pub(crate) async fn show(
    by: Option<Extension<By>>,
    names: Option<Extension<Names>>,
    Path(given): Path<String>,
    Question(asked): Question,
    uri: Uri,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let name = asked.entry_name(&given)?;
    let view = asked.world.approach_told(name, asked.lang);
    let view = view.ok_or_else(|| no_approach(&asked, &given, &uri))?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv | Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => {
            Err(asked.no_form())
        }
        Form::Html => {
            let one = &view.approach;
            let mut p = asked.frame(Nav::Approaches, asked.words.text("approach-title"));
            p.title = p.headline(one);
            let authors = view.history.iter().map(|noted| &noted.author);
            p.names = Names::of(names.as_deref(), authors).await?;
            let teams = TeamNames::of(names.as_deref(), std::iter::once(&one.audience)).await?;
            let deeds = deeds(by.as_deref(), &view);
            asked.page(&ApproachPage {
                source: source(&p, &view),
                led_to: if deeds.repeat {
                    led_to(&p, one)
                } else {
                    Vec::new()
                },
                p,
                meeting: meeting(&asked, one),
                deeds,
                teams,
                view: &view,
            })
        }
    }
}

impl Frame {
    /// What an approach is called: what it was, who and whom.
    fn headline(&self, one: &ApproachView) -> String {
        let (by, to) = (self.side(&one.by), self.side(&one.to));
        let kind = self.code(one.approach.kind);
        format!("{kind}{}{by} – {to}", self.colon())
    }

    /// The same, with its day.
    pub(crate) fn headline_of_day(&self, one: &ApproachView) -> String {
        let day = one.approach.on.map(|day| self.w.partial_date(day));
        let day = day.map_or_else(String::new, |day| format!(", {day}"));
        format!("{}{day}", self.headline(one))
    }
}

/// An entry that is no approach, or was taken back, has its own page.
fn no_approach(asked: &Asked, given: &str, uri: &Uri) -> Problem {
    let name = given.parse().ok();
    if name.is_some_and(|name| asked.world.entry(name).is_some()) {
        return asked.moved(&["ledger", given], uri);
    }
    Problem::NoSuchEntry {
        given: crate::asked::short(given),
        entries: asked.world.head().entries,
    }
}

/// The title of a source that is somebody's own statement names him by his number: pages say the name.
fn source(p: &Frame, view: &ApproachPageView) -> String {
    let title = view.approach.source.title.clone();
    let authors = view.history.iter().map(|noted| noted.author.as_str());
    authors.fold(title, |title, author| {
        title.replace(author, &p.author(author))
    })
}

fn meeting(asked: &Asked, one: &ApproachView) -> Option<String> {
    let told = one.approach.meeting.as_ref()?;
    let treaty = one.approach.treaties.first()?;
    let all = asked.world.meetings(Some(treaty), asked.on, asked.lang);
    let mut all = all.past.into_iter().chain(all.coming);
    let found = all.find(|meeting| {
        meeting.kind == told.kind && meeting.number.as_ref() == told.number.as_ref()
    });
    found.map(|meeting| meeting.id)
}

/// Where what it led to is recorded, State by State: in the campaign under its treaty, or under the treaty's
/// own aim where there is none, or several.
fn led_to(p: &Frame, one: &ApproachView) -> Vec<(String, String)> {
    let treaty = one.approach.treaties.first();
    let (Some(treaty), ApproachState::Done) = (treaty, one.approach.state) else {
        return Vec::new();
    };
    let campaigns = p.world.campaigns_under(treaty);
    let campaign = match campaigns.as_slice() {
        [(name, _)] => name,
        _ => treaty.as_str(),
    };
    let kept = p.kept_and("approach", &one.entry.to_string());
    let states = one.to.iter().filter_map(|side| side.iso3);
    let states: BTreeSet<_> = states.collect();
    let mut led: Vec<_> = states
        .iter()
        .map(|id| {
            let address = format!("/campaigns/{}/states/{id}/record{kept}", p.part(campaign));
            (p.name_or_code(id), address)
        })
        .collect();
    led.sort();
    led
}

fn deeds(by: Option<&By>, view: &ApproachPageView) -> Deeds {
    let Some(by) = by.filter(|by| by.token.is_none()) else {
        return Deeds {
            edit: false,
            repeat: false,
            release: false,
        };
    };
    let one = &view.approach;
    let author = view.history.first().map(|noted| noted.author.as_str());
    let own = author == Some(by.person.to_string().as_str());
    let correct = if own { Deed::CorrectOwn } else { Deed::Correct };
    Deeds {
        edit: by.may(correct, &one.audience).is_ok(),
        repeat: records(by),
        release: is_offered(one, by),
    }
}
