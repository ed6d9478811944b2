//! `/approaches/{seq}/edit`: an approach is put right; `/approaches/{seq}/outcome`: what came of it.
//! Both record a correction; what was recorded first stays to be read.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use ledger::EntryRef;
use ledger::body::{Approach, ApproachState};

use super::new::{corrected, led, new_key};
use super::read::{LINE, Reader, Slip};
use super::sheet::{Making, Sheet};
use super::warn::{self, Warned};
use super::{Ours, fill, ours};
use crate::App;
use crate::deeds::mend::mark_of;
use crate::deeds::{Key, NotRecorded, Wanted};
use crate::door::form::{Fields, Sent};
use crate::door::inside::{Inside, Stop};
use crate::frame::{Frame, Nav};
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "approach/edit.html")]
struct EditPage {
    p: Frame,
    form: String,
    key: String,
    entry: EntryRef,
    summary: String,
    audience: String,
    sheet: Sheet,
    why: String,
    /// How the approach stood when the form was made.
    was: String,
    slips: Vec<(String, String)>,
    told: Option<String>,
    warned: Option<(Warned, String)>,
}

impl EditPage {
    fn author(&self, author: &str) -> String {
        let warned = self.warned.as_ref();
        let name = warned.and_then(|(warned, _)| warned.names.get(author));
        name.map_or_else(|| self.p.author(author), Clone::clone)
    }
}

/// Which of the two pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    Whole,
    Outcome,
}

/// The fields of the short page; what else the approach says stays as it is.
const SHORT: [&str; 12] = [
    "state",
    "day",
    "answer",
    "outcome",
    "more-outcome",
    "obstacle",
    "asked",
    "offered",
    "next-what",
    "next-owner",
    "next-by",
    "next-done",
];

#[derive(Default)]
struct Beside {
    slips: Vec<Slip>,
    told: Option<String>,
    warned: Option<(Warned, String)>,
}

/// `GET /approaches/{seq}/edit`.
pub(super) async fn show(
    State(app): State<App>,
    Path(given): Path<String>,
    inside: Inside,
) -> Result<Response, Stop> {
    shown(&app, &inside, &given, Page::Whole).await
}

/// `POST /approaches/{seq}/edit`.
pub(super) async fn take(
    State(app): State<App>,
    Path(given): Path<String>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    taken(&app, &inside, &given, &headers, sent, Page::Whole).await
}

/// `GET /approaches/{seq}/outcome`.
pub(super) async fn show_outcome(
    State(app): State<App>,
    Path(given): Path<String>,
    inside: Inside,
) -> Result<Response, Stop> {
    shown(&app, &inside, &given, Page::Outcome).await
}

/// `POST /approaches/{seq}/outcome`.
pub(super) async fn take_outcome(
    State(app): State<App>,
    Path(given): Path<String>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    taken(&app, &inside, &given, &headers, sent, Page::Outcome).await
}

async fn shown(app: &App, inside: &Inside, given: &str, which: Page) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    let ours = ours(inside, given)?;
    let fields = first(inside, &ours, which);
    page(app, inside, &ours, fields, Beside::default(), which).await
}

/// The form as it is shown first.
fn first(inside: &Inside, ours: &Ours, which: Page) -> Fields {
    let asked = &inside.asked;
    let mut fields = fill::whole(&ours.view.approach, &asked.world, asked.lang);
    fields.set("was", [mark_of(&ours.view.approach)]);
    match which {
        Page::Whole => fields.set("why", [asked.words.text("rec-why-corrected")]),
        Page::Outcome => {
            fields.set("why", [asked.words.text("rec-why-outcome")]);
            if ours.view.approach.state == ApproachState::Planned {
                fields.set("state", [ApproachState::Done.to_string()]);
                if ours.view.approach.on.is_none() {
                    fields.set("day", [asked.today.to_string()]);
                }
            }
        }
    }
    fields
}

async fn taken(
    app: &App,
    inside: &Inside,
    given: &str,
    headers: &HeaderMap,
    sent: Sent,
    which: Page,
) -> Result<Response, Stop> {
    let sent = inside.fields(headers, sent)?;
    let ours = ours(inside, given)?;
    let mut fields = match which {
        Page::Whole => sent,
        Page::Outcome => over(first(inside, &ours, which), &sent),
    };
    let beside = match record(app, inside, &ours, &mut fields).await? {
        Ok(response) => return Ok(response),
        Err(beside) => *beside,
    };
    let wrong = !beside.slips.is_empty() || beside.told.is_some();
    let mut response = page(app, inside, &ours, fields, beside, which).await?;
    if wrong {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// What the approach says, where the short page says nothing else.
fn over(mut whole: Fields, sent: &Fields) -> Fields {
    for name in SHORT.into_iter().chain(["was", "why", "key", "confirmed"]) {
        let values: Vec<_> = sent.all(name).map(str::to_owned).collect();
        whole.set(name, values);
    }
    whole
}

async fn record(
    app: &App,
    inside: &Inside,
    ours: &Ours,
    fields: &mut Fields,
) -> Result<Result<Response, Box<Beside>>, Stop> {
    let asked = &inside.asked;
    let beside = |beside: Beside| Ok(Err(Box::new(beside)));
    let mut reader = Reader::of(asked, fields);
    let one = reader.approach();
    let why = fields.get("why").trim().to_owned();
    if why.is_empty() || why.chars().count() > LINE {
        reader.slip("why", 0, asked.words.text("rec-slip-why"));
    }
    let slips = std::mem::take(&mut reader.slips);
    let (Some(one), true) = (one, slips.is_empty()) else {
        return beside(Beside {
            slips,
            ..Beside::default()
        });
    };
    let stands = mark_of(&ours.view.approach);
    if fields.get("was") != stands {
        // Somebody else put it right since the form was made: what he said would be lost.
        fields.set("was", [stands]);
        return beside(Beside {
            told: Some(asked.words.text("rec-changed-meanwhile").into_owned()),
            ..Beside::default()
        });
    }
    if one == ours.view.approach {
        return beside(Beside {
            told: Some(asked.words.text("rec-nothing-changed").into_owned()),
            ..Beside::default()
        });
    }
    let warned = warned(app, inside, ours, &one).await?;
    let bond = warned.bond(&one, None);
    if !warned.is_empty() && fields.get("confirmed") != bond {
        return beside(Beside {
            warned: Some((warned, bond)),
            ..Beside::default()
        });
    }
    let Ok(of) = ours.entry.id.parse() else {
        return Err(Problem::Ours.into());
    };
    let wanted = Wanted {
        key: fields.get("key").parse::<Key>().ok(),
        ..Wanted::of(corrected(ledger::EntryId(of), one, why))
    };
    let told = match crate::deeds::record::record(app, &ours.by, wanted).await? {
        Ok(_) => return Ok(Ok(inside.on(&format!("/approaches/{}", ours.view.entry)))),
        Err(NotRecorded::Refused(why)) => why,
        Err(NotRecorded::OtherUnderKey) => {
            fields.set("key", Vec::<String>::new());
            asked.words.text("rec-other-under-key").into_owned()
        }
        Err(other) => return Err(Problem::from(other).into()),
    };
    beside(Beside {
        told: Some(told),
        ..Beside::default()
    })
}

/// Who else was there, where State, treaty or day are others than before; and who would read of persons
/// that were not named before.
async fn warned(
    app: &App,
    inside: &Inside,
    ours: &Ours,
    one: &Approach,
) -> Result<Warned, Problem> {
    let was = &ours.view.approach;
    let whom = |one: &Approach| {
        one.to
            .iter()
            .filter_map(|side| side.participant)
            .collect::<Vec<_>>()
    };
    let same = was.treaties == one.treaties && was.on == one.on && whom(was) == whom(one);
    let audience = Some(&ours.view.audience);
    let mut warned =
        warn::of(app, inside, &ours.by, one, audience, Some(ours.view.entry)).await?;
    if same {
        warned.others.clear();
        warned.own.clear();
    }
    Ok(warned)
}

async fn page(
    app: &App,
    inside: &Inside,
    ours: &Ours,
    fields: Fields,
    beside: Beside,
    which: Page,
) -> Result<Response, Stop> {
    let asked = &inside.asked;
    let making = Making {
        world: &asked.world,
        words: asked.words,
        fields: &fields,
        slips: &beside.slips,
        from_text: &[],
        circles: &[],
    };
    let (sheet, title) = match which {
        Page::Whole => (making.whole(), "rec-edit-title"),
        Page::Outcome => (making.outcome(), "rec-outcome-title"),
    };
    let key = match fields.get("key").parse::<Key>() {
        Ok(key) => key.to_string(),
        Err(_none) => new_key(app).await?,
    };
    let title = match title {
        "rec-edit-title" => asked.words.text("rec-edit-title"),
        _ => asked.words.text("rec-outcome-title"),
    };
    let mut p = asked.frame(Nav::Elsewhere, title).undated();
    (p.has_json, p.has_permanent) = (false, false);
    let summary = p.headline_of_day(&ours.view);
    Ok(asked.page(&EditPage {
        p,
        form: inside.visitor.key.csrf(),
        key,
        entry: ours.view.entry,
        summary,
        audience: ours.view.audience.to_string(),
        sheet,
        why: fields.get("why").to_owned(),
        was: fields.get("was").to_owned(),
        slips: led(&beside.slips),
        told: beside.told,
        warned: beside.warned,
    })?)
}
