//! `/meetings/{meeting}/edit`: a meeting is put right by a correction, for those who see its entry.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use ledger::Body;
use ledger::body::Meeting;
use world::view::MeetingView;

use super::said;
use crate::App;
use crate::deeds::mend::{Stands, standing};
use crate::deeds::record::{once_more, record};
use crate::deeds::written::{Slip, document};
use crate::deeds::{By, Wanted};
use crate::door::form::{Fields, Sent};
use crate::door::inside::{Inside, Stop};
use crate::frame::{Frame, Nav};
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "meeting/edit.html")]
struct EditPage<'v> {
    p: Frame,
    meeting: &'v MeetingView,
    told: Option<String>,
    form: String,
    sent: &'v Fields,
    mark: &'v str,
}

impl EditPage<'_> {
    fn was(&self, field: &str) -> &str {
        self.sent.get(field)
    }
}

/// A meeting that the visitor may put right.
struct Ours {
    view: MeetingView,
    by: By,
    stands: Stands,
    meeting: Meeting,
}

/// `GET /meetings/{meeting}/edit`.
pub(in crate::deeds) async fn show(
    Path(given): Path<String>,
    inside: Inside,
) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    let ours = ours(&inside, &given)?;
    let fields = fill(&inside, &ours.meeting);
    Ok(page(&inside, &ours, &fields, None)?)
}

/// `POST /meetings/{meeting}/edit`.
pub(in crate::deeds) async fn take(
    State(app): State<App>,
    Path(given): Path<String>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let ours = ours(&inside, &given)?;
    let words = inside.asked.words;
    let told = match wanted(&ours, &fields) {
        Err(slip) => slip.told(words),
        Ok(wanted) => match record(&app, &ours.by, wanted).await? {
            // Its own name in addresses may have its first day in it.
            Ok(_) => {
                return Ok(inside.on(&format!("/treaties/{}/meetings", ours.meeting.treaty)));
            }
            Err(not) => not.on_form(words)?,
        },
    };
    once_more(page(&inside, &ours, &fields, Some(told)))
}

/// The meeting of this name, if it is there for the visitor and he may correct it.
fn ours(inside: &Inside, given: &str) -> Result<Ours, Problem> {
    let asked = &inside.asked;
    let found = asked.world.meeting(given, asked.lang);
    let found = found.zip(asked.world.meeting_entry(given));
    let (view, name) = found.ok_or_else(|| asked.no_meeting(given))?;
    let by = By::visitor(&inside.visitor);
    let stands = standing(asked, &by, name)?;
    let Body::Meeting(meeting) = &stands.body else {
        return Err(asked.no_meeting(given));
    };
    Ok(Ours {
        meeting: meeting.clone(),
        view: view.meeting,
        by,
        stands,
    })
}

fn wanted(ours: &Ours, fields: &Fields) -> Result<Wanted, Slip> {
    let right = said(fields, ours.meeting.clone())?;
    let wanted = ours.stands.put_right(Body::Meeting(right), fields)?;
    Ok(wanted.resting_on(document(fields)?))
}

/// The fields as a meeting says them.
fn fill(inside: &Inside, one: &Meeting) -> Fields {
    let mut fields = Fields::default();
    fields.set("start", [one.start.to_string()]);
    fields.set("end", one.end.map(|day| day.to_string()));
    fields.set("place", one.place.clone());
    fields.set("presidents", one.presidents.clone());
    fields.set("note", one.note.clone());
    fields.set("why", [inside.asked.words.text("rec-why-corrected")]);
    fields
}

fn page(
    inside: &Inside,
    ours: &Ours,
    sent: &Fields,
    told: Option<String>,
) -> Result<Response, Problem> {
    let asked = &inside.asked;
    let mut p = asked.frame(Nav::Calendar, String::new()).undated();
    (p.has_json, p.has_permanent) = (false, false);
    let name = p.meeting_title(&ours.view);
    p.title = p.tw("meeting-edit-title", &name);
    asked.page(&EditPage {
        meeting: &ours.view,
        told,
        form: inside.visitor.key.csrf(),
        sent,
        mark: &ours.stands.mark,
        p,
    })
}
