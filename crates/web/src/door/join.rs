//! Joining: the page behind the link of an invitation, the very first one included.

use askama::Template;
use axum::extract::{Extension, Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use people::{DeskError, InvitationKey, Joining, OpenInvitation, Password, Role};

use super::came::Came;
use super::enter::{frame, to, with_next};
use super::form::{Fields, Sent};
use super::{Visitor, at_desk, cookie};
use crate::App;
use crate::asked::{Asked, Question};
use crate::frame::Frame;
use crate::keys::Of;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "door/join.html")]
struct JoinPage {
    p: Frame,
    told: Option<String>,
    /// The very first one, who gives the address himself.
    first: bool,
    team: String,
    role: &'static str,
    email: String,
    name: String,
    /// The address has an account already: where its owner signs in, unless he is signed in.
    sign_in: Option<String>,
    /// Whoever is signed in, and may accept at once: what his forms carry.
    accepts: Option<String>,
}

/// What an invitation says, for the page.
struct Open {
    open: OpenInvitation,
    team: String,
}

async fn open(app: &App, key: InvitationKey) -> Result<Open, Problem> {
    let found = at_desk(app, move |door| {
        let open = door.desk().open_invitation(&key, door.now())?;
        let team = door.team_name(&open.invitation.team);
        let team = team.unwrap_or_else(|| open.invitation.team.to_string());
        Ok(Open { open, team })
    });
    found.await?.map_err(|cause| Problem::from_desk(&cause))
}

/// What a role is called, and what one does in it.
pub(super) fn role(role: impl Of<Role>) -> &'static str {
    match role.of() {
        Role::Reader => "role-reader",
        Role::Contributor => "role-contributor",
        Role::Editor => "role-editor",
        Role::Administrator => "role-administrator",
    }
}

fn page(
    asked: &Asked,
    open: &Open,
    visitor: Option<&Visitor>,
    fields: &Fields,
    told: Option<String>,
) -> Result<Response, Problem> {
    let invitation = &open.open.invitation;
    let email = invitation.email.as_ref();
    let his = visitor.filter(|visitor| Some(visitor.person.email()) == email);
    let known = open.open.known && his.is_none();
    asked.page(&JoinPage {
        p: frame(asked, "join-title"),
        told,
        first: email.is_none(),
        team: open.team.clone(),
        role: role(invitation.role),
        email: email.map_or_else(
            || fields.get("email").to_owned(),
            |one| one.as_str().to_owned(),
        ),
        name: fields.get("name").to_owned(),
        sign_in: known.then(|| with_next("/sign-in", asked.path())),
        accepts: his.map(|visitor| visitor.key.csrf()),
    })
}

/// What somebody gave that he has to give otherwise, by a word for an address.
const WRONG: [(&str, &str); 3] = [
    ("name", "door-bad-name"),
    ("email", "door-bad-email"),
    ("taken", "door-taken"),
];

/// The word for it, if it is something that he gave.
pub(super) fn wrong(cause: &DeskError) -> Option<&'static str> {
    let is = [
        matches!(cause, DeskError::Name(_)),
        matches!(cause, DeskError::Email(_)),
        matches!(cause, DeskError::Taken),
    ];
    let mut found = is.iter().zip(WRONG).filter(|(is, _)| **is);
    found.next().map(|(_, (word, _))| word)
}

/// `GET /join/{key}`.
pub(super) async fn show(
    State(app): State<App>,
    Path(key): Path<String>,
    visitor: Option<Extension<Visitor>>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&["wrong"])?;
    let word = asked.params.one("wrong")?;
    let wrong = WRONG.into_iter().find(|(one, _)| word == Some(*one));
    let told = wrong.map(|(_, told)| asked.words.text(told).into_owned());
    let open = open(&app, read(&key)?).await?;
    let visitor = visitor.as_ref().map(|found| &found.0);
    page(&asked, &open, visitor, &Fields::default(), told)
}

pub(super) fn read(key: &str) -> Result<InvitationKey, Problem> {
    key.parse().map_err(|_no_key| Problem::NoInvitation)
}

/// `POST /join/{key}`.
pub(super) async fn take(
    State(app): State<App>,
    Path(key): Path<String>,
    Extension(came): Extension<Came>,
    visitor: Option<Extension<Visitor>>,
    Question(asked): Question,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Problem> {
    let fields = Fields::take(&headers, sent)?;
    let visitor = visitor.map(|found| found.0);
    let key = read(&key)?;
    if let Some(visitor) = visitor.as_ref().filter(|_| !fields.get("form").is_empty()) {
        fields.of(&visitor.key)?;
        return accept(&app, key, visitor.clone(), came).await;
    }
    let told = match join(&app, key.clone(), came, &asked, &fields).await? {
        Ok(device) => {
            let mut response = to("/sign-in?joined=1");
            let device = cookie::set(&headers, cookie::Name::Device, Some(&device));
            if let Some(device) = device {
                response.headers_mut().append(header::SET_COOKIE, device);
            }
            return Ok(response);
        }
        Err(cause) => cause,
    };
    let open = open(&app, key).await?;
    let told = super::say(asked.words, &told);
    let mut response = page(&asked, &open, visitor.as_ref(), &fields, Some(told))?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// Joins as somebody new; gives what the device is known by from now on.
async fn join(
    app: &App,
    key: InvitationKey,
    came: Came,
    asked: &Asked,
    fields: &Fields,
) -> Result<Result<String, DeskError>, Problem> {
    let (name, email) = (
        fields.get("name").to_owned(),
        fields.get("email").to_owned(),
    );
    let password = Password::new(fields.get("password"));
    let language = asked.lang.code();
    let done = at_desk(app, move |door| {
        let joining = Joining {
            name: &name,
            email: Some(&email),
            password: &password,
            language,
        };
        let visit = came.visit(door.now());
        let joined = door
            .desk()
            .join(&key, &joining, &visit, door.chance().as_mut());
        let (accepted, device) = joined?;
        admit(door, &accepted);
        Ok(device.reveal().to_owned())
    });
    done.await
}

/// Accepts as somebody who is signed in.
async fn accept(
    app: &App,
    key: InvitationKey,
    visitor: Visitor,
    came: Came,
) -> Result<Response, Problem> {
    let done = at_desk(app, move |door| {
        let visit = came.visit(door.now());
        let accepted = door.desk().accept(&key, &visitor.key, &visit)?;
        admit(door, &accepted);
        Ok(())
    });
    done.await?.map_err(|cause| Problem::from_desk(&cause))?;
    Ok(to("/"))
}

/// Has it recorded. Where that fails, the invitation says that it is still to be recorded, and the
/// program does so when it starts.
pub(super) fn admit(door: &dyn super::Door, accepted: &people::Accepted) {
    if let Err(cause) = door.admit(accepted) {
        let cause = super::chain(cause.as_ref());
        tracing::error!(
            cause,
            "somebody joined, and the ledger does not have it yet"
        );
    }
}
