//! What happened: in a team for its administrators, in the instance for who runs it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;
use people::TeamId;
use people::roster::Actor;
use people::trail::{Line, Party, What};
use world::sheet::{Sheet, cell};

use super::apart;
use super::one::named;
use crate::App;
use crate::ask::Form;
use crate::door::enter::frame;
use crate::door::inside::{Inside, Stop};
use crate::frame::Frame;
use crate::problem::{Expected, Problem};

/// How many lines a page shows.
const PAGE: usize = 100;

#[derive(Template)]
#[template(path = "door/audit.html")]
struct AuditPage {
    p: Frame,
    team: Option<TeamId>,
    /// Of which team, by name.
    of: Option<String>,
    from: Date,
    to: Date,
    lines: Vec<Line>,
    all: u64,
    newer: Option<String>,
    older: Option<String>,
}

impl AuditPage {
    /// Who did it. Some of it nobody but the owner of the machine does without being signed in.
    fn by(&self, line: &Line) -> String {
        let owners = match line.what {
            What::Invited
            | What::Withdrawn
            | What::TokenMade
            | What::TokenRevoked
            | What::ResetMade
            | What::Exported => true,
            What::SignedIn
            | What::Failed
            | What::Locked
            | What::SignedOutEverywhere
            | What::Joined
            | What::ProofsChanged
            | What::ResetUsed
            | What::Erased
            | What::Seated
            | What::Left
            | What::Named
            | What::Released => false,
        };
        if line.by.is_none() && owners {
            return self.p.t("team-by-owner").into_owned();
        }
        self.who(&line.by)
    }

    fn who(&self, party: &Option<Party>) -> String {
        match party {
            None => String::new(),
            Some(party) => match party.name() {
                Some(name) => name.to_owned(),
                None => self.p.t("team-erased").into_owned(),
            },
        }
    }
}

/// The text of what happened.
pub(crate) fn said(what: &What) -> &'static str {
    match what {
        What::SignedIn => "audit-signed-in",
        What::Failed => "audit-failed",
        What::Locked => "audit-locked",
        What::SignedOutEverywhere => "audit-signed-out-everywhere",
        What::Invited => "audit-invited",
        What::Withdrawn => "audit-withdrawn",
        What::Joined => "audit-joined",
        What::TokenMade => "audit-token-made",
        What::TokenRevoked => "audit-token-revoked",
        What::ProofsChanged => "audit-proofs-changed",
        What::ResetMade => "audit-reset-made",
        What::ResetUsed => "audit-reset-used",
        What::Exported => "audit-exported",
        What::Erased => "audit-erased",
        What::Seated => "audit-seated",
        What::Left => "audit-left",
        What::Named => "audit-named",
        What::Released => "audit-released",
    }
}

/// `GET /audit`.
pub(in crate::door) async fn instance(
    State(app): State<App>,
    inside: Inside,
) -> Result<Response, Stop> {
    show(&app, &inside, None).await
}

/// `GET /team/{team}/audit`.
pub(in crate::door) async fn of_team(
    State(app): State<App>,
    Path(team): Path<String>,
    inside: Inside,
) -> Result<Response, Stop> {
    show(&app, &inside, Some(named(&team)?)).await
}

async fn show(app: &App, inside: &Inside, team: Option<TeamId>) -> Result<Response, Stop> {
    let asked = &inside.asked;
    asked.only(&["from", "to", "page"])?;
    let to = asked.day("to")?.unwrap_or(asked.today);
    let from = match asked.day("from")? {
        Some(from) => from,
        None => to.saturating_sub(30.days()),
    };
    if from > to {
        let (from, to) = (from.to_string(), to.to_string());
        return Err(Problem::Backwards { from, to }.into());
    }
    let page = asked.params.one("page")?.map(|given| {
        let read = given.parse::<usize>().ok().filter(|page| *page > 0);
        read.ok_or_else(|| Problem::bad("page", given, Expected::Number))
    });
    let page = page.transpose()?.unwrap_or(1);
    let (actor, id) = (Actor::Person(inside.visitor.person.id), team.clone());
    let found = inside.looks_up(app, move |door, _key, _visit| {
        let lines = apart(door.roster().audit(&actor, id.as_ref(), from, to))?;
        Ok(lines.map(|lines| (lines, id.and_then(|id| door.team_name(&id)))))
    });
    // Whatever keeps him from seeing it: it is not there.
    let (mut lines, of) = found.await?.map_err(|_reason| Problem::NoSuchPage)?;
    if asked.form == Form::Csv {
        return Ok(asked.csv(&sheet(&lines)));
    }
    let mut p = frame(asked, "audit-title").with_csv();
    p.path.clone_from(&asked.path().to_owned());
    let all = lines.len();
    let start = (page - 1).saturating_mul(PAGE).min(all);
    let rest = lines.split_off(start);
    let lines: Vec<Line> = rest.into_iter().take(PAGE).collect();
    let older =
        (start + lines.len() < all).then(|| p.with_own("page", &(page + 1).to_string()));
    let newer = (page > 1).then(|| p.with_own("page", &(page - 1).to_string()));
    Ok(asked.page(&AuditPage {
        p,
        team,
        of,
        from,
        to,
        lines,
        all: u64::try_from(all).unwrap_or(u64::MAX),
        newer,
        older,
    })?)
}

fn sheet(lines: &[Line]) -> Sheet {
    let head = [
        "at",
        "what",
        "by",
        "by_name",
        "whom",
        "whom_name",
        "team",
        "role",
        "network",
        "times",
    ];
    let mut sheet = Sheet::new(&head);
    let id = |party: &Option<Party>| match party {
        Some(Party::Person { id, .. }) => id.to_string(),
        Some(Party::Named(_)) | None => String::new(),
    };
    let name = |party: &Option<Party>| cell(party.as_ref().and_then(Party::name));
    for line in lines {
        sheet.row(vec![
            line.at.to_string(),
            line.what.as_str().to_owned(),
            id(&line.by),
            name(&line.by),
            id(&line.whom),
            name(&line.whom),
            cell(line.team.as_ref()),
            cell(line.role.map(people::Role::as_str)),
            cell(line.network.as_ref()),
            line.times.to_string(),
        ]);
    }
    sheet
}
