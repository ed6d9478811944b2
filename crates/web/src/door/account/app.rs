//! The authenticator app, and the recovery codes for when it is lost.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::Timestamp;
use people::{Adding, DeskError, Listed, RecoveryCode, SessionKey};

use super::qr::Qr;
use crate::App;
use crate::door::enter::frame;
use crate::door::form::Sent;
use crate::door::inside::{Inside, Stop, under};
use crate::door::wrong::Wrong;
use crate::frame::Frame;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "door/account_app.html")]
struct AppPage {
    p: Frame,
    form: String,
    /// When it was added, if there is one.
    added: Option<Timestamp>,
    /// How many recovery codes are left, and when they were made.
    codes: Option<(usize, Timestamp)>,
}

#[derive(Template)]
#[template(path = "door/account_app_add.html")]
struct AddPage {
    p: Frame,
    form: String,
    wrong: Wrong,
    qr: Option<Qr>,
    /// What the picture says, for an app on this device.
    uri: String,
    /// What to type where there is no camera, in groups.
    key: String,
}

#[derive(Template)]
#[template(path = "door/account_codes.html")]
struct CodesPage {
    p: Frame,
    /// Whether the app was added just now.
    added: bool,
    codes: Vec<String>,
}

/// `GET /account/app`.
pub(super) async fn show(State(app): State<App>, inside: Inside) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    inside.proved()?;
    let listed = inside.looks_up(&app, |door, key, visit| {
        door.desk().credentials_listed(key, visit)
    });
    let mut page = AppPage {
        p: frame(&inside.asked, "account-app-title"),
        form: inside.visitor.key.csrf(),
        added: None,
        codes: None,
    };
    for one in listed.await? {
        if let Listed::App { added } = one {
            page.added = Some(added);
        } else if let Listed::RecoveryCodes { left, made } = one {
            page.codes = Some((left, made));
        }
    }
    Ok(inside.asked.page(&page)?)
}

/// `POST /account/app`: one is begun to be added, codes are made, the app is removed.
pub(super) async fn take(
    State(app): State<App>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    match fields.get("do") {
        "begin" => {
            let issuer = issuer(&inside);
            let begun = inside.at_desk(&app, move |door, key, visit| {
                let chance = &mut *door.chance();
                door.desk().add_app(key, &issuer, visit, chance)
            });
            begun.await?.map_err(|cause| Problem::from_desk(&cause))?;
            Ok(inside.on("/account/app/add"))
        }
        "codes" => {
            let made = inside.at_desk(&app, |door, key, visit| {
                door.desk().new_codes(key, visit, &mut *door.chance())
            });
            match made.await? {
                Ok(made) => codes_page(&inside, false, &made, &headers),
                Err(DeskError::Gone) => Ok(inside.on("/account/app")),
                Err(cause) => Err(Problem::from_desk(&cause).into()),
            }
        }
        "remove" => {
            let removed = inside.at_desk(&app, |door, key, visit| {
                door.desk().remove_app(key, visit, &mut *door.chance())
            });
            let key = removed.await?.map_err(|cause| Problem::from_desk(&cause))?;
            let done = inside.on("/account?done=app-removed");
            Ok(under(&key, &headers, done))
        }
        _ => Err(Problem::Forged.into()),
    }
}

/// What an app calls us: the program, and where it stands.
fn issuer(inside: &Inside) -> String {
    let origin = inside.asked.origin();
    let host = origin.and_then(|origin| origin.as_str().split("://").nth(1));
    host.map_or_else(|| "Accede".to_owned(), |host| format!("Accede {host}"))
}

async fn add_page(app: &App, inside: &Inside, wrong: Wrong) -> Result<Response, Stop> {
    let issuer = issuer(inside);
    let adding = inside.at_desk(app, move |door, key, visit| {
        door.desk().adding(key, &issuer, visit)
    });
    let adding: Adding = match adding.await? {
        Ok(adding) => adding,
        Err(DeskError::Gone) => return Ok(inside.on("/account/app")),
        Err(cause) => return Err(Problem::from_desk(&cause).into()),
    };
    let groups: Vec<String> = adding
        .text()
        .as_bytes()
        .chunks(4)
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect();
    let page = inside.asked.page(&AddPage {
        p: frame(&inside.asked, "account-app-add-title"),
        form: inside.visitor.key.csrf(),
        qr: Qr::of(adding.uri()),
        uri: adding.uri().to_owned(),
        key: groups.join(" "),
        wrong: wrong.clone(),
    });
    Ok(wrong.told_on(page)?)
}

/// `GET /account/app/add`.
pub(super) async fn show_add(State(app): State<App>, inside: Inside) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    add_page(&app, &inside, Wrong::default()).await
}

/// `POST /account/app/add`: a first code of it.
pub(super) async fn take_add(
    State(app): State<App>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let code = fields.get("code").to_owned();
    let added = inside.at_desk(&app, move |door, key, visit| {
        let chance = &mut *door.chance();
        door.desk().app_added(key, &code, visit, chance)
    });
    match added.await? {
        Ok(made) => codes_page(&inside, true, &made, &headers),
        Err(DeskError::Wrong) => {
            let told = inside.asked.words.text("account-app-code-wrong");
            add_page(&app, &inside, Wrong::with("code", told)).await
        }
        Err(DeskError::Gone) => Ok(inside.on("/account/app")),
        Err(cause) => Err(Problem::from_desk(&cause).into()),
    }
}

/// The codes, this once, and the session under its new key.
fn codes_page(
    inside: &Inside,
    added: bool,
    (key, codes): &(SessionKey, Vec<RecoveryCode>),
    headers: &HeaderMap,
) -> Result<Response, Stop> {
    let mut p = frame(&inside.asked, "account-codes-title");
    p.visitor = Some((inside.visitor.person.name().to_owned(), key.csrf()));
    let page = inside.asked.page(&CodesPage {
        p,
        added,
        codes: codes.iter().map(|code| code.reveal().to_owned()).collect(),
    })?;
    Ok(under(key, headers, page))
}
