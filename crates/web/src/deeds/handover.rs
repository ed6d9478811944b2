//! `/team/{team}/handover`: whether a team agrees that what is its own is handed over, and to whom.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use ledger::Audience;
use ledger::body::Agreement;
use people::{Deed, TeamId};
use treaty::TreatyId;

use super::record::{once_more, record};
use super::{By, NotRecorded, Receiver, Wish};
use crate::App;
use crate::asked::Asked;
use crate::door::form::{Fields, Sent};
use crate::door::inside::{Inside, Stop};
use crate::door::{at_work, enter};
use crate::frame::{Frame, Nav};
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "door/handover.html")]
struct HandoverPage {
    p: Frame,
    told: Option<&'static str>,
    form: String,
    team: TeamId,
    receivers: Vec<Line>,
    treaties: Vec<(TreatyId, String)>,
}

/// Somebody to whom the team may hand over.
struct Line {
    who: Receiver,
    /// What about, where the team agreed: the names of treaties; none: everything.
    about: Option<Vec<String>>,
}

/// What the page needs to know.
struct Known {
    team: TeamId,
    receivers: Vec<Receiver>,
}

/// `GET /team/{team}/handover`.
pub(super) async fn show(
    State(app): State<App>,
    Path(given): Path<String>,
    inside: Inside,
) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    let known = known(&app, &inside, &given).await?;
    inside.proved()?;
    Ok(page(&inside, known, None)?)
}

/// `POST /team/{team}/handover`.
pub(super) async fn take(
    State(app): State<App>,
    Path(given): Path<String>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let known = known(&app, &inside, &given).await?;
    inside.proved()?;
    let refused = match agreement(&inside.asked, &known, &fields) {
        Err(key) => key,
        Ok(one) => {
            let by = By::visitor(&inside.visitor);
            match record(&app, &by, Wish::Agreement(one)).await? {
                Ok(_) => return Ok(enter::to(inside.asked.path())),
                Err(NotRecorded::NoKey) => "handover-no-key",
                Err(other) => return Err(Problem::from(other).into()),
            }
        }
    };
    once_more(page(&inside, known, Some(refused)))
}

/// The team, if the visitor may speak for it. Of others it is not told that they are there.
async fn known(app: &App, inside: &Inside, given: &str) -> Result<Known, Problem> {
    let team: TeamId = given.parse().map_err(|_no_id| Problem::NoSuchPage)?;
    let audience = Audience::Teams(vec![team.to_string()]);
    By::visitor(&inside.visitor)
        .may(Deed::HandOver, &audience)
        .map_err(NotRecorded::MayNot)?;
    at_work(app, move |door| Known {
        receivers: door.receivers(&team),
        team,
    })
    .await
}

/// What was sent, or the key of what is to be said.
fn agreement(asked: &Asked, known: &Known, fields: &Fields) -> Result<Agreement, &'static str> {
    let to = fields.get("to");
    if !known.receivers.iter().any(|one| one.key == to) {
        return Err("handover-no-key");
    }
    let treaties = fields.all("treaty").map(|given| {
        let law = asked.world.treaty(given).ok_or("handover-no-treaty")?;
        Ok(law.id.clone())
    });
    let treaties = treaties.collect::<Result<Vec<_>, &str>>()?;
    let agreed = match fields.get("agreed") {
        "yes" if treaties.is_empty() && fields.get("all") != "yes" => {
            return Err("handover-nothing");
        }
        "yes" => true,
        "no" => false,
        _ => return Err("handover-nothing"),
    };
    let whatever = fields.get("all") == "yes" || !agreed;
    Ok(Agreement {
        team: known.team.to_string(),
        to: to.to_owned(),
        treaties: if whatever { Vec::new() } else { treaties },
        agreed,
        note: None,
    })
}

fn page(
    inside: &Inside,
    known: Known,
    told: Option<&'static str>,
) -> Result<Response, Problem> {
    let asked = &inside.asked;
    let mut p = asked
        .frame(Nav::Elsewhere, asked.words.text("handover-title"))
        .undated();
    (p.has_json, p.has_permanent) = (false, false);
    let all = asked.world.treaties().into_iter();
    let treaties: Vec<_> = all.map(|law| (law.id.clone(), law.short.clone())).collect();
    let name = |id: &TreatyId| {
        let found = treaties.iter().find(|(one, _)| one == id);
        found.map_or_else(|| id.to_string(), |(_, short)| short.clone())
    };
    let line = |who: Receiver| Line {
        about: who
            .said
            .as_ref()
            .filter(|said| said.agreed)
            .map(|said| said.treaties.iter().map(name).collect()),
        who,
    };
    asked.page(&HandoverPage {
        receivers: known.receivers.into_iter().map(line).collect(),
        p,
        told,
        form: inside.visitor.key.csrf(),
        team: known.team,
        treaties,
    })
}
