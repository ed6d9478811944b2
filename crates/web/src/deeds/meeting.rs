//! `/meetings/new`: a meeting of a treaty, ahead or past. From the calendar of a campaign one comes back to it.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::ToSpan;
use ledger::Body;
use ledger::body::Meeting;
use treaty::TreatyId;

pub(super) mod edit;

use super::approach::someone_who_writes;
use super::readers::{self, Readers};
use super::record::{once_more, record};
use super::written::{Slip, day, document, forwards, line, text};
use super::{By, Wanted};
use crate::App;
use crate::asked::{Asked, short};
use crate::door::form::{Fields, Sent};
use crate::door::inside::{Inside, Stop};
use crate::frame::{Frame, Nav};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "meeting/new.html")]
struct NewPage<'v> {
    p: Frame,
    told: Option<String>,
    form: String,
    sent: &'v Fields,
    readers: &'v Readers,
    treaties: Vec<(TreatyId, String)>,
    /// The series on record.
    kinds: BTreeSet<String>,
}

impl NewPage<'_> {
    fn was(&self, field: &str) -> &str {
        self.sent.get(field)
    }
}

/// Whether an address is a page on which a meeting is recorded or put right.
pub(super) fn is_at(path: &str) -> bool {
    path == "/meetings/new" || (path.starts_with("/meetings/") && path.ends_with("/edit"))
}

/// `GET /meetings/new?treaty=ctbt&campaign=push`.
pub(super) async fn show(State(app): State<App>, inside: Inside) -> Result<Response, Stop> {
    let asked = &inside.asked;
    asked.only(&["treaty", "campaign"])?;
    let (_by, readers) = known(&app, &inside).await?;
    let mut fields = Fields::default();
    for name in ["treaty", "campaign"] {
        fields.set(name, asked.params.one(name)?);
    }
    Ok(page(&inside, &readers, &fields, None)?)
}

/// `POST /meetings/new`.
pub(super) async fn take(
    State(app): State<App>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    inside.asked.only(&["treaty", "campaign"])?;
    let (by, readers) = known(&app, &inside).await?;
    let words = inside.asked.words;
    let told = match wanted(&inside.asked, &readers, &fields) {
        Err(slip) => slip.told(words),
        Ok((meeting, wanted)) => match record(&app, &by, wanted).await? {
            Ok(_) => {
                let back = back(&inside.asked, fields.get("campaign"), &meeting);
                return Ok(inside.on(&back));
            }
            Err(not) => not.on_form(words)?,
        },
    };
    once_more(page(&inside, &readers, &fields, Some(told)))
}

async fn known(app: &App, inside: &Inside) -> Result<(By, Readers), Problem> {
    let by = By::visitor(&inside.visitor);
    someone_who_writes(&by)?;
    let readers = readers::all(app, &by, inside.asked.words, None).await?;
    Ok((by, readers))
}

/// Where one goes on: to the calendar of the campaign from which one came, on a day from which it shows the
/// meeting; else to the meetings of the treaty.
fn back(asked: &Asked, campaign: &str, meeting: &Meeting) -> String {
    if campaign.is_empty() {
        return format!("/treaties/{}/meetings", meeting.treaty);
    }
    let calendar = format!("/campaigns/{}/calendar", crate::ask::encode(campaign));
    let first = meeting.start.earliest();
    let shown = asked.on <= first && first < asked.on.saturating_add(1.year());
    if shown {
        calendar
    } else {
        format!("{calendar}?from={first}")
    }
}

/// What was sent.
fn wanted(
    asked: &Asked,
    readers: &Readers,
    fields: &Fields,
) -> Result<(Meeting, Wanted), Slip> {
    let treaty = asked.world.treaty(fields.get("treaty"));
    let treaty = treaty.ok_or("campaign-new-no-treaty")?.id.clone();
    let kind = line(fields, "kind")?.ok_or("meeting-no-kind")?;
    let start = day(fields, "start")?.ok_or("meeting-no-start")?;
    let meeting = said(
        fields,
        Meeting {
            treaty,
            kind,
            number: line(fields, "number")?,
            start,
            end: None,
            place: None,
            presidents: None,
            note: None,
        },
    )?;
    not_there(asked, &meeting)?;
    let audience = readers::chosen(readers, fields, "seen-by");
    let audience = audience.ok_or("campaign-record-no-team")?;
    let wanted = Wanted::of(Body::Meeting(meeting.clone())).seen_by(audience);
    Ok((meeting, wanted.resting_on(document(fields)?)))
}

/// The meeting as the fields say; of which treaty and series it is, stays.
fn said(fields: &Fields, of: Meeting) -> Result<Meeting, Slip> {
    let start = day(fields, "start")?.ok_or("meeting-no-start")?;
    let end = day(fields, "end")?;
    forwards(Some(start), end)?;
    Ok(Meeting {
        start,
        end,
        place: line(fields, "place")?,
        presidents: line(fields, "presidents")?,
        note: text(fields, "note"),
        ..of
    })
}

/// What he sees on record already is not recorded twice.
fn not_there(asked: &Asked, new: &Meeting) -> Result<(), Slip> {
    let all = asked
        .world
        .meetings(Some(&new.treaty), asked.on, asked.lang);
    let mut all = all.coming.into_iter().chain(all.past);
    let there = all.find(|one| {
        one.kind.eq_ignore_ascii_case(&new.kind)
            && one.number == new.number
            && one.start == new.start
    });
    match there {
        Some(one) => Err(Slip::of("meeting-there", short(&one.id))),
        None => Ok(()),
    }
}

fn page(
    inside: &Inside,
    readers: &Readers,
    sent: &Fields,
    told: Option<String>,
) -> Result<Response, Problem> {
    let asked = &inside.asked;
    let mut p = asked
        .frame(Nav::Calendar, asked.words.text("meeting-new-title"))
        .undated();
    (p.has_json, p.has_permanent) = (false, false);
    let all = asked.world.meetings(None, asked.on, asked.lang);
    let all = all.coming.into_iter().chain(all.past);
    let laws = asked.world.treaties().into_iter();
    asked.page(&NewPage {
        told,
        form: inside.visitor.key.csrf(),
        sent,
        readers,
        treaties: laws
            .map(|law| (law.id.clone(), law.short.clone()))
            .collect(),
        kinds: all.map(|one| one.kind).collect(),
        p,
    })
}
