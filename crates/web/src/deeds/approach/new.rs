//! `/approaches/new`: an approach, recorded in under a minute.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use ledger::body::Approach;
use ledger::{Body, EntryRef};
use treaty::{PartialDate, ParticipantId};
use uuid::Builder;
use words::List;

use super::names;
use super::read::{Reader, Slip};
use super::sheet::{Making, Sheet};
use super::understood::{choose, into_form, names_of};
use super::warn::{self, Warned};
use super::{About, Understood, Wording, begin, owner, someone_who_writes};
use crate::App;
use crate::deeds::{By, Key, NotRecorded, Wanted};
use crate::door::at_work;
use crate::door::form::{Fields, Sent};
use crate::door::inside::{Inside, Stop};
use crate::frame::{Frame, Nav};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "approach/new.html")]
struct NewPage {
    p: Frame,
    form: String,
    owner: String,
    key: String,
    sheet: Sheet,
    /// What was typed to be read, and what was pasted.
    text: String,
    pasted: String,
    /// What was made of it.
    said: Option<Understood>,
    /// What is wrong: where, and what is told of it.
    slips: Vec<(String, String)>,
    /// Why it was not recorded, where that is of no field.
    told: Option<String>,
    /// What is to be confirmed, and by which word.
    warned: Option<(Warned, String)>,
    /// The last one, to be repeated: its entry and what it says.
    again: Option<(String, String)>,
    /// Whether it was sent at least once: what a browser kept of it is here.
    came_back: bool,
}

impl NewPage {
    fn author(&self, author: &str) -> String {
        let warned = self.warned.as_ref();
        let name = warned.and_then(|(warned, _)| warned.names.get(author));
        name.map_or_else(|| self.p.author(author), Clone::clone)
    }
}

impl NewPage {
    /// What something could be, in words: the field, and what that would say.
    fn called(&self, field: &str, value: &str) -> String {
        let p = &self.p;
        let (label, list) = match field {
            "treaty" => (p.t("rec-treaty"), None),
            "state" => (p.t("rec-state"), Some(List::State)),
            "kind" => (p.t("rec-kind"), Some(List::Kind)),
            "to" => (p.t("rec-to"), Some(List::Level)),
            "to-of" => (p.t("rec-open-to-of"), None),
            "by" => (p.t("rec-by"), Some(List::Level)),
            "by-of" => (p.t("rec-open-by-of"), None),
            "acted-as" => (p.t("rec-acted-as"), Some(List::ActedAs)),
            "day" => (p.t("rec-day"), None),
            "until" => (p.t("rec-until"), None),
            "channel" => (p.t("rec-channel"), Some(List::Channel)),
            "place" => (p.t("rec-place"), None),
            "forum" => (p.t("rec-forum"), Some(List::Forum)),
            "theme" => (p.t("rec-theme"), Some(List::Theme)),
            "outcome" => (p.t("rec-outcome"), Some(List::Outcome)),
            "obstacle" => (p.t("rec-obstacle"), Some(List::Obstacle)),
            "asked" => (p.t("rec-asked"), Some(List::Support)),
            "offered" => (p.t("rec-offered"), Some(List::Support)),
            "next-what" => (p.t("rec-next-what"), None),
            "points" => (p.t("rec-points"), None),
            _ => (p.t("rec-note"), None),
        };
        let said = match value.parse::<ParticipantId>() {
            Ok(id) if matches!(field, "to" | "by") => p.name_or_code(&id),
            Ok(_) | Err(_) => match value.parse::<PartialDate>() {
                Ok(day) if matches!(field, "day" | "until") => p.w.partial_date(day),
                Ok(_) | Err(_) => match list {
                    Some(list) => p.w.code(list, &value).into_owned(),
                    None => value.to_owned(),
                },
            },
        };
        format!("{label}{}{said}", p.colon())
    }
}

/// What the page shows beside what stands in the form.
#[derive(Default)]
struct Beside {
    said: Option<Understood>,
    slips: Vec<Slip>,
    told: Option<String>,
    warned: Option<(Warned, String)>,
    came_back: bool,
}

/// Those for whom something can be recorded: a code and what people call it.
type Circles = Vec<(String, String)>;

/// `GET /approaches/new`.
pub(super) async fn show(State(app): State<App>, inside: Inside) -> Result<Response, Stop> {
    let own: Vec<&'static str> = names::all().chain(["like", "text"]).collect();
    inside.asked.only(&own)?;
    let by = By::visitor(&inside.visitor);
    let teams = someone_who_writes(&by)?;
    let last = begin::last(&inside.asked, &by, &teams);
    let fields = begin::form(
        &inside.asked,
        last.as_ref().map(|view| &view.approach),
        &teams,
    )?;
    page(&app, &inside, &by, &teams, fields, Beside::default()).await
}

/// `POST /approaches/new`.
pub(super) async fn take(
    State(app): State<App>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let mut fields = inside.fields(&headers, sent)?;
    let by = By::visitor(&inside.visitor);
    let teams = someone_who_writes(&by)?;
    choose(&mut fields);
    let beside = match fields.get("do") {
        "read" => read_out(&app, &inside, &by, &teams, &mut fields, Wording::Line).await?,
        "read-pasted" => {
            read_out(&app, &inside, &by, &teams, &mut fields, Wording::Missive).await?
        }
        _ => match record(&app, &inside, &by, &mut fields).await? {
            Ok(response) => return Ok(response),
            Err(beside) => *beside,
        },
    };
    let wrong = !beside.slips.is_empty() || beside.told.is_some();
    let mut response = page(&app, &inside, &by, &teams, fields, beside).await?;
    if wrong {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// Has the text read, and fills the form with what was understood.
async fn read_out(
    app: &App,
    inside: &Inside,
    by: &By,
    teams: &[String],
    fields: &mut Fields,
    wording: Wording,
) -> Result<Beside, Problem> {
    let asked = &inside.asked;
    let text = fields.get(match wording {
        Wording::Line => "text",
        Wording::Missive => "pasted",
    });
    let text = text.to_owned();
    let came_back = true;
    if text.trim().is_empty() {
        let told = Some(asked.words.text("rec-nothing-to-read").into_owned());
        return Ok(Beside {
            told,
            came_back,
            ..Beside::default()
        });
    }
    let treaty = asked.world.treaty(fields.get("treaty"));
    let about = About {
        treaties: treaty.map(|law| law.id.clone()).into_iter().collect(),
        us: us(inside, by, teams, fields),
        today: asked.today,
    };
    let world = asked.world.clone();
    let read = at_work(app, move |door| {
        door.understood(&world, wording, &text, &about)
    })
    .await?;
    Ok(match read {
        Err(told) => Beside {
            told: Some(told),
            came_back,
            ..Beside::default()
        },
        Ok(said) => {
            *fields = into_form(&said, std::mem::take(fields), &asked.world, asked.lang);
            Beside {
                said: Some(said),
                came_back,
                ..Beside::default()
            }
        }
    })
}

/// For whom `we` speak: as the form says, or as the last approach did.
fn us(inside: &Inside, by: &By, teams: &[String], fields: &Fields) -> Option<ParticipantId> {
    let asked = &inside.asked;
    let typed = fields.get(names::BY.who);
    let typed = asked.named_state(typed).ok();
    typed.or_else(|| {
        let last = begin::last(asked, by, teams)?;
        begin::speaks_for(&last.approach)?.participant
    })
}

/// Records what the form says; or gives what is to be told first.
async fn record(
    app: &App,
    inside: &Inside,
    by: &By,
    fields: &mut Fields,
) -> Result<Result<Response, Box<Beside>>, Stop> {
    let asked = &inside.asked;
    let circles = circles(app, inside).await?;
    let mut reader = Reader::of(asked, fields);
    let one = reader.approach();
    let (audience, label) = reader.audience(&circles);
    if let Some(audience) = &audience {
        if !by.viewer().sees(audience) {
            reader.slip("seen-by", 0, asked.words.text("rec-slip-not-seen"));
        } else if let Err(cause) = by.may(people::Deed::Write, audience) {
            reader.slip("seen-by", 0, Problem::MayNot { cause }.detail(asked.words));
        } else if let Some(one) = &one
            && *audience == ledger::Audience::Public
            && one.state != ledger::body::ApproachState::Done
        {
            reader.slip("seen-by", 0, asked.words.text("rec-slip-public"));
        }
    }
    let slips = std::mem::take(&mut reader.slips);
    let beside = |beside: Beside| {
        Ok(Err(Box::new(Beside {
            came_back: true,
            ..beside
        })))
    };
    let (Some(one), Some(audience), true) = (one, audience, slips.is_empty()) else {
        return beside(Beside {
            slips,
            ..Beside::default()
        });
    };
    let key: Option<Key> = fields.get("key").parse().ok();
    let told_at = |entry: EntryRef| {
        let key = key.as_ref().map(|key| format!("&key={key}"));
        let key = key.unwrap_or_default();
        inside.on(&format!("/approaches/recorded?entry={entry}{key}"))
    };
    let wanted = Wanted {
        body: Body::Approach(Box::new(one.clone())),
        audience: Some(audience.clone()),
        label,
        source: None,
        key: key.clone(),
        upon: None,
    };
    let (who, same) = (by.clone(), wanted.clone());
    // Sent once more, it is on record already, and nobody need be warned of it.
    if let Some(entry) = at_work(app, move |door| door.recorded_before(&who, &same)).await? {
        return Ok(Ok(told_at(entry)));
    }
    let warned = warn::of(app, inside, by, &one, Some(&audience), None).await?;
    let bond = warned.bond(&one, Some(&audience));
    if !warned.is_empty() && fields.get("confirmed") != bond {
        return beside(Beside {
            warned: Some((warned, bond)),
            ..Beside::default()
        });
    }
    let told = match crate::deeds::record::record(app, by, wanted).await? {
        Ok(kept) => return Ok(Ok(told_at(kept.entry))),
        Err(NotRecorded::Refused(why)) => why,
        Err(NotRecorded::MayNot(cause)) => Problem::MayNot { cause }.detail(asked.words),
        Err(NotRecorded::OtherUnderKey) => {
            // He went back to the form and changed it: it is a further one, or it is to be corrected.
            fields.set("key", Vec::<String>::new());
            asked.words.text("rec-other-under-key").into_owned()
        }
        Err(NotRecorded::Trouble(cause)) => {
            let cause = crate::door::chain(cause.as_ref());
            tracing::error!(cause, "what somebody recorded could not be written");
            asked.words.text("problem-not-kept").into_owned()
        }
        Err(other) => return Err(Problem::from(other).into()),
    };
    beside(Beside {
        told: Some(told),
        ..Beside::default()
    })
}

/// For whom something can be recorded: one's own teams first, then the others, then everybody.
pub(super) async fn circles(app: &App, inside: &Inside) -> Result<Circles, Problem> {
    let seats = inside.visitor.seats.clone();
    let mut circles: Circles = at_work(app, move |door| {
        let mut teams = door.teams();
        teams.retain(|(team, _)| seats.role(team).is_some() || !team.is_office());
        teams.sort_by_key(|(team, name)| (seats.role(team).is_none(), name.clone()));
        let named = teams.into_iter();
        named.map(|(team, name)| (team.to_string(), name)).collect()
    })
    .await?;
    for (code, key) in [
        ("signed-in", "release-to-signed-in"),
        ("public", "release-to-public"),
    ] {
        circles.push((code.to_owned(), inside.asked.words.text(key).into_owned()));
    }
    Ok(circles)
}

/// A key for a form that has none.
pub(super) async fn new_key(app: &App) -> Result<String, Problem> {
    at_work(app, |door| {
        let mut bytes = [0; 16];
        door.chance().fill_bytes(&mut bytes);
        Builder::from_random_bytes(bytes).into_uuid().to_string()
    })
    .await
}

/// The slips with where they lead.
pub(super) fn led(slips: &[Slip]) -> Vec<(String, String)> {
    let one = |slip: &Slip| (super::sheet::id_of(slip.field, slip.at), slip.told.clone());
    slips.iter().map(one).collect()
}

async fn page(
    app: &App,
    inside: &Inside,
    by: &By,
    teams: &[String],
    fields: Fields,
    beside: Beside,
) -> Result<Response, Stop> {
    let asked = &inside.asked;
    let circles = circles(app, inside).await?;
    let from_text = beside.said.as_ref().map(|said| names_of(&said.found));
    let from_text = from_text.unwrap_or_default();
    let making = Making {
        world: &asked.world,
        words: asked.words,
        fields: &fields,
        slips: &beside.slips,
        from_text: &from_text,
        circles: &circles,
    };
    let sheet = making.whole();
    let key = match fields.get("key").parse::<Key>() {
        Ok(key) => key.to_string(),
        Err(_none) => new_key(app).await?,
    };
    let mut p = asked
        .frame(Nav::Elsewhere, asked.words.text("rec-title"))
        .undated();
    (p.has_json, p.has_permanent) = (false, false);
    p.own.clear();
    p.scripts = vec!["drafts.js"];
    let last = begin::last(asked, by, teams);
    let again = last.filter(|_| !beside.came_back);
    let again = again.map(|view| (view.entry.to_string(), p.headline_of_day(&view)));
    Ok(asked.page(&NewPage {
        p,
        form: inside.visitor.key.csrf(),
        owner: owner(by.person),
        key,
        sheet,
        text: fields.get("text").to_owned(),
        pasted: if beside.said.is_some() {
            String::new()
        } else {
            fields.get("pasted").to_owned()
        },
        said: beside.said,
        slips: led(&beside.slips),
        told: beside.told,
        warned: beside.warned,
        again,
        came_back: beside.came_back,
    })?)
}

/// The approach a correction makes of another.
pub(super) fn corrected(of: ledger::EntryId, one: Approach, why: String) -> Body {
    Body::Correction(ledger::body::Correction {
        of,
        body: Box::new(Body::Approach(Box::new(one))),
        why,
    })
}
