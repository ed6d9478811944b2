//! `/library/tray/{item}`: what is proposed of one file, each with the words that say so; a person confirms it or throws it
//! away.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use ledger::body::Document;
use ledger::{Audience, Body};
use people::Deed;
use people::tray::{Item, ItemId, Owner, State as How, TrayError};

use super::fields::{self, Row};
use super::{Proposed, owners};
use crate::App;
use crate::assets;
use crate::deeds::approach::someone_who_writes;
use crate::deeds::readers::{self, Readers};
use crate::deeds::record::once_more;
use crate::deeds::written::Slip;
use crate::deeds::{By, Circle, CircleTeam, Wanted};
use crate::door::form::{Fields, Sent};
use crate::door::inside::{Inside, Stop};
use crate::door::{Door, at_work};
use crate::frame::{Frame, Nav};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "library/tray_item.html")]
struct ItemPage<'v> {
    p: Frame,
    form: String,
    told: Option<String>,
    item: &'v Item,
    rows: Vec<Row>,
    readers: &'v Readers,
    sent: &'v Fields,
    /// Who would read it beside one's own team, and by what a confirmation is bound to it.
    warned: Option<(Circle, String)>,
}

impl ItemPage<'_> {
    fn unread(&self) -> Option<&str> {
        match &self.item.state {
            How::Unread { why } => Some(why.as_str()),
            How::Arriving | How::Whole | How::Read { .. } | How::Leaving => None,
        }
    }

    /// Whether it can be confirmed: all of it is there, and it was tried to read it.
    fn is_ready(&self) -> bool {
        matches!(self.item.state, How::Read { .. } | How::Unread { .. })
    }

    fn beyond<'c>(&self, circle: &'c Circle) -> impl Iterator<Item = &'c CircleTeam> {
        circle.teams.iter().filter(|team| !team.own)
    }
}

/// A file, whose it is, and what is known of it.
struct Found {
    by: By,
    owner: Owner,
    item: Item,
    proposed: Option<Proposed>,
    readers: Readers,
}

/// `GET /library/tray/{item}`.
pub(in crate::deeds) async fn show(
    State(app): State<App>,
    Path(given): Path<String>,
    inside: Inside,
) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    let found = found(&app, &inside, &given).await?;
    let mut fields = Fields::default();
    fields::propose(&mut fields, found.proposed.as_ref());
    if let Some(audience) = &found.item.meant_for {
        fields.set("seen-by", [audience.to_string()]);
    }
    Ok(page(&inside, &found, &fields, None, None)?)
}

/// `POST /library/tray/{item}`.
pub(in crate::deeds) async fn take(
    State(app): State<App>,
    Path(given): Path<String>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    inside.asked.only(&[])?;
    let found = found(&app, &inside, &given).await?;
    if fields.get("do") == "drop" {
        let (owner, id) = (found.owner.clone(), found.item.id);
        let gone = at_work(&app, move |door| door.desk().tray().drop(&owner, id)).await?;
        return match gone {
            // Another threw it away in the same moment.
            Ok(()) | Err(TrayError::NoSuch) => Ok(inside.on("/library/tray")),
            Err(cause) => Err(trouble(&cause).into()),
        };
    }
    let words = inside.asked.words;
    let told = match said(&inside, &found, &fields) {
        Err(slip) => slip.told(words),
        Ok((document, audience)) => {
            let circle = circle(&app, &found.by, &audience).await?;
            let bond = bond(&document, &audience, &circle);
            if goes_beyond(&circle) && fields.get("confirmed") != bond {
                let warned = Some((circle, bond));
                return once_more(page(&inside, &found, &fields, None, warned));
            }
            let name = document.document.clone();
            let wanted = Wanted::of(Body::Document(Box::new(document))).seen_by(audience);
            let (by, owner, item) = (found.by.clone(), found.owner.clone(), found.item.clone());
            let done = beside(&app, move |door| {
                door.trays().confirm(&by, &owner, &item, &wanted)
            });
            match done.await? {
                Ok(_) => {
                    let at = format!("/library/{}", crate::ask::encode(&name));
                    return Ok(inside.on(&at));
                }
                Err(not) => not.on_form(words)?,
            }
        }
    };
    once_more(page(&inside, &found, &fields, Some(told), None))
}

/// Does something that may take a while, beside the threads that answer.
async fn beside<T: Send + 'static>(
    app: &App,
    what: impl FnOnce(&dyn Door) -> T + Send + 'static,
) -> Result<T, Problem> {
    let door = app.door.clone().ok_or(Problem::NoSuchPage)?;
    let done = tokio::task::spawn_blocking(move || what(door.as_ref()));
    done.await.map_err(|cause| {
        tracing::error!(%cause, "a file in a tray was not looked at");
        Problem::Ours
    })
}

/// The file of this name, if it is in a tray that the visitor sees.
async fn found(app: &App, inside: &Inside, given: &str) -> Result<Found, Problem> {
    let by = By::visitor(&inside.visitor);
    let readers = readers::all(app, &by, inside.asked.words, None).await?;
    let id = given
        .parse::<ItemId>()
        .map_err(|_none| Problem::NoSuchPage)?;
    let (own, world) = (owners(&by), Arc::clone(&inside.asked.world));
    let looked = beside(app, move |door| {
        for owner in own {
            match door.desk().tray().one(&owner, id) {
                Ok(item) => {
                    let proposed = door.trays().proposed(&world, &owner, &item)?;
                    // Read just now, where it was not before.
                    let item = door.desk().tray().one(&owner, id)?;
                    return Ok((owner, item, proposed));
                }
                Err(TrayError::NoSuch) => {}
                Err(error) => return Err(error),
            }
        }
        Err(TrayError::NoSuch)
    });
    let (owner, item, proposed) = looked.await?.map_err(|cause| trouble(&cause))?;
    Ok(Found {
        by,
        owner,
        item,
        proposed,
        readers,
    })
}

fn trouble(cause: &TrayError) -> Problem {
    match cause {
        TrayError::NoSuch | TrayError::There { .. } => Problem::NoSuchPage,
        TrayError::Keep(_)
        | TrayError::Damaged
        | TrayError::Empty
        | TrayError::TooLarge { .. }
        | TrayError::TooMany
        | TrayError::TooMuch
        | TrayError::Elsewhere { .. }
        | TrayError::Longer { .. }
        | TrayError::SmallPart
        | TrayError::NotWhole { .. } => {
            tracing::error!(%cause, "a tray cannot be read or written");
            Problem::Ours
        }
    }
}

/// What was sent, and for whom.
fn said(inside: &Inside, found: &Found, fields: &Fields) -> Result<(Document, Audience), Slip> {
    if !matches!(found.item.state, How::Read { .. } | How::Unread { .. }) {
        return Err("tray-not-whole".into());
    }
    let document = fields::document(&inside.asked, fields)?;
    let audience = readers::chosen(&found.readers, fields, "seen-by");
    let audience = audience.ok_or("campaign-record-no-team")?;
    Ok((document, audience))
}

async fn circle(app: &App, by: &By, audience: &Audience) -> Result<Circle, Problem> {
    let (person, audience) = (by.person, audience.clone());
    at_work(app, move |door| door.circle(person, &audience)).await
}

fn goes_beyond(circle: &Circle) -> bool {
    circle.anyone || circle.everybody.is_some() || circle.teams.iter().any(|team| !team.own)
}

/// By what a confirmation is bound to what was shown and to what is to be recorded.
fn bond(document: &Document, audience: &Audience, circle: &Circle) -> String {
    let written = serde_json::to_string(document).unwrap_or_default();
    let shown = format!("{audience}|{circle:?}|{written}");
    format!("{:016x}", assets::hash(shown.as_bytes()))
}

fn page(
    inside: &Inside,
    found: &Found,
    sent: &Fields,
    told: Option<String>,
    warned: Option<(Circle, String)>,
) -> Result<Response, Problem> {
    let asked = &inside.asked;
    someone_who_writes(&found.by).map(drop).or_else(|refused| {
        // Whoever may record for nobody may still look, and throw away what is his own.
        match found.by.may(Deed::See, &Audience::SignedIn) {
            Ok(()) => Ok(()),
            Err(_) => Err(refused),
        }
    })?;
    let mut p = asked.frame(Nav::Library, found.item.name.clone()).undated();
    (p.has_json, p.has_permanent) = (false, false);
    let rows = fields::rows(&p, found.proposed.as_ref(), sent);
    asked.page(&ItemPage {
        form: inside.visitor.key.csrf(),
        told,
        item: &found.item,
        rows,
        readers: &found.readers,
        sent,
        warned,
        p,
    })
}
