//! `/library/tray`: files that one brought, or somebody in one's team, and nobody has confirmed yet.

mod fields;
pub(super) mod item;

use askama::Template;
use axum::Router;
use axum::extract::multipart::{Field as Part, Multipart, MultipartRejection};
use axum::extract::{DefaultBodyLimit, Form, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::get;
use ledger::Audience;
use people::tray::{Brought, Item, LARGEST, MOST_FILES, Owner, State as How, TrayError};
use people::{DeskError, TeamId};
use words::Words;
use world::World;

use super::approach::writes_for;
use super::record::once_more;
use super::{By, Kept, NotRecorded, Wanted};
use crate::App;
use crate::door::form::Fields;
use crate::door::inside::{Inside, Stop};
use crate::door::{at_work, looked_up};
use crate::frame::{Frame, Nav};
use crate::problem::Problem;

/// The largest request: four files of the largest size, and the form around them.
const LARGEST_SENT: usize = 257 << 20;
/// The largest field of the form that is no file.
const LARGEST_FIELD: usize = 4 << 10;
/// The tray that is one's own, in the form.
const OWN: &str = "own";

/// What stands behind trays: the program reads files, and keeps what is confirmed.
pub trait Trays: Send + Sync {
    /// Brings a file whole, and reads it once. Where it cannot be read now, it stays unread for later.
    ///
    /// # Errors
    ///
    /// [`TrayError`]
    fn bring(&self, owner: &Owner, brought: &Brought, bytes: &[u8]) -> Result<Item, TrayError>;

    /// What is proposed of a file that was read, with the names and meetings of a world; `None` where it was not.
    ///
    /// # Errors
    ///
    /// [`TrayError`]
    fn proposed(
        &self,
        world: &World,
        owner: &Owner,
        item: &Item,
    ) -> Result<Option<Proposed>, TrayError>;

    /// Keeps a file with its text, records the document that is wanted with both, and takes the file out of the tray.
    ///
    /// # Errors
    ///
    /// [`NotRecorded`]; the file stays in the tray.
    fn confirm(
        &self,
        by: &By,
        owner: &Owner,
        item: &Item,
        wanted: &Wanted,
    ) -> Result<Kept, NotRecorded>;
}

/// What a document is proposed to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proposed {
    /// A name in addresses that no document has.
    pub name: String,
    /// The proposals; of a field those that are sure first.
    pub offers: Vec<Offered>,
}

/// A value that is proposed for a field of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// The field.
    pub field: &'static str,
    /// The value, as it is typed.
    pub value: String,
    /// What a code stands for.
    pub named: Option<String>,
    /// Whether the document says so outright, and nothing in it says otherwise.
    pub sure: bool,
    /// The words that say so.
    pub words: Option<String>,
}

/// One tray, as it is shown.
struct Shown {
    /// The team's name; `None`: one's own.
    team: Option<String>,
    files: Vec<Item>,
}

#[derive(Template)]
#[template(path = "library/tray.html")]
struct TrayPage {
    p: Frame,
    form: String,
    told: Vec<String>,
    trays: Vec<Shown>,
    /// The teams into whose trays one may put files.
    teams: Vec<(String, String)>,
}

impl TrayPage {
    fn state(&self, item: &Item) -> String {
        let words = self.p.w;
        match &item.state {
            How::Arriving => words.text("tray-state-arriving").into_owned(),
            How::Whole => words.text("tray-state-whole").into_owned(),
            How::Read { .. } => words.text("tray-state-read").into_owned(),
            How::Unread { .. } => words.text("tray-state-unread").into_owned(),
            How::Leaving => String::new(),
        }
    }
}

/// The addresses of trays.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route(
            "/library/tray",
            get(show)
                .post(take)
                .layer(DefaultBodyLimit::max(LARGEST_SENT)),
        )
        .route("/library/tray/{item}", get(item::show).post(item::take))
}

/// Whether an address is a page of a tray.
pub(super) fn is_at(path: &str) -> bool {
    path == "/library/tray" || path.starts_with("/library/tray/")
}

/// `GET /library/tray`.
async fn show(State(app): State<App>, inside: Inside) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    page(&app, &inside, Vec::new()).await
}

/// `POST /library/tray`: files, in the parts of a form.
async fn take(
    State(app): State<App>,
    inside: Inside,
    headers: HeaderMap,
    sent: Result<Multipart, MultipartRejection>,
) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    let mut sent = sent.map_err(|_no_parts| Problem::NotAForm)?;
    let by = By::visitor(&inside.visitor);
    let words = inside.asked.words;
    let (mut pairs, mut told) = (Vec::new(), Vec::new());
    let mut files = 0;
    while let Some(mut part) = sent.next_field().await.map_err(|e| cut(&e))? {
        let name = part.name().unwrap_or_default().to_owned();
        let Some(file) = part.file_name().map(str::to_owned) else {
            let value = read(&mut part, LARGEST_FIELD).await?;
            let value = String::from_utf8(value.bytes).map_err(|_no_text| Problem::NotAForm)?;
            pairs.push((name, value));
            continue;
        };
        // The fields stand before the files: nothing is taken from a form that is not ours.
        let fields = checked(&inside, &headers, &pairs)?;
        let owner = chosen(&by, fields.get("tray"))?;
        let largest = usize::try_from(LARGEST).unwrap_or(usize::MAX);
        let came = read(&mut part, largest).await?;
        // A browser sends an empty part where no file was chosen.
        if file.is_empty() && came.len == 0 {
            continue;
        }
        files += 1;
        if files > MOST_FILES {
            return Err(Problem::NotAForm.into());
        }
        let brought = Brought {
            by: by.person.to_string(),
            name: file.clone(),
            len: came.len,
            meant_for: match &owner {
                Owner::Team(team) => Some(Audience::Teams(vec![team.to_string()])),
                Owner::Person(_) | Owner::Console => None,
            },
        };
        if let Err(error) = bring(&app, owner, brought, came.bytes).await? {
            told.push(why(words, &file, &error)?);
        }
    }
    checked(&inside, &headers, &pairs)?;
    if files == 0 {
        told.push(words.text("tray-told-none").into_owned());
    }
    if told.is_empty() {
        return Ok(inside.on("/library/tray"));
    }
    let page = page(&app, &inside, told).await?;
    once_more(Ok(page))
}

/// What came of a part: of one that is too long nothing is kept but how long it is.
struct Came {
    bytes: Vec<u8>,
    len: u64,
}

async fn read(part: &mut Part<'_>, most: usize) -> Result<Came, Problem> {
    let (mut bytes, mut len) = (Vec::new(), 0_u64);
    while let Some(piece) = part.chunk().await.map_err(|e| cut(&e))? {
        len += u64::try_from(piece.len()).unwrap_or(0);
        if bytes.len() + piece.len() <= most {
            bytes.extend_from_slice(&piece);
        }
    }
    Ok(Came { bytes, len })
}

fn cut(error: &axum::extract::multipart::MultipartError) -> Problem {
    Problem::of_a_body(error.status()).unwrap_or(Problem::NotAForm)
}

/// The fields so far, if it is a form of ours and of this session.
fn checked(
    inside: &Inside,
    headers: &HeaderMap,
    pairs: &[(String, String)],
) -> Result<Fields, Stop> {
    inside.fields(headers, Ok(Form(pairs.to_vec())))
}

/// Into which tray.
fn chosen(by: &By, given: &str) -> Result<Owner, Problem> {
    match given {
        "" | OWN => Ok(Owner::Person(by.person)),
        team => {
            let his = writes_for(by).into_iter().find(|one| one == team);
            let id = his.and_then(|team| team.parse::<TeamId>().ok());
            // Of a team that is not his he is not told whether there is one.
            id.map(Owner::Team).ok_or(Problem::NoSuchPage)
        }
    }
}

/// The trays somebody sees: his own, and those of the teams for which he may record.
fn owners(by: &By) -> Vec<Owner> {
    let teams = writes_for(by).into_iter();
    let teams = teams.filter_map(|team| team.parse().ok().map(Owner::Team));
    std::iter::once(Owner::Person(by.person))
        .chain(teams)
        .collect()
}

/// Brings a file beside the threads that answer. Reading waits for its turn, and keeps nobody else from being looked up.
async fn bring(
    app: &App,
    owner: Owner,
    brought: Brought,
    bytes: Vec<u8>,
) -> Result<Result<Item, TrayError>, Problem> {
    let door = app.door.clone().ok_or(Problem::NoSuchPage)?;
    let done =
        tokio::task::spawn_blocking(move || door.trays().bring(&owner, &brought, &bytes));
    done.await.map_err(|cause| {
        tracing::error!(%cause, "a file that was brought was not read");
        Problem::Ours
    })
}

/// Why a file is not in the tray, in words.
///
/// # Errors
///
/// What cannot be mended by whoever brought it.
fn why(words: &Words, file: &str, error: &TrayError) -> Result<String, Problem> {
    let key = match error {
        TrayError::Empty => "tray-told-empty",
        TrayError::TooLarge { .. } => "tray-told-large",
        TrayError::TooMany | TrayError::TooMuch => "tray-told-full",
        TrayError::There { .. } => "tray-told-there",
        TrayError::NoSuch => return Err(Problem::NoSuchPage),
        TrayError::Keep(_)
        | TrayError::Damaged
        | TrayError::Elsewhere { .. }
        | TrayError::Longer { .. }
        | TrayError::SmallPart
        | TrayError::NotWhole { .. } => {
            tracing::error!(cause = %error, "a tray cannot be read or written");
            return Err(Problem::Ours);
        }
    };
    Ok(words.text_with(key, &[("what", crate::asked::short(file).into())]))
}

async fn page(app: &App, inside: &Inside, told: Vec<String>) -> Result<Response, Stop> {
    let asked = &inside.asked;
    let by = By::visitor(&inside.visitor);
    let own = owners(&by);
    let listed = looked_up(app, move |door| {
        let tray = door.desk().tray();
        let mut all = Vec::new();
        for owner in own {
            let files = tray.list(&owner).map_err(DeskError::from)?;
            let team = match &owner {
                Owner::Team(team) => {
                    Some(door.team_name(team).unwrap_or_else(|| team.to_string()))
                }
                Owner::Person(_) | Owner::Console => None,
            };
            all.push(Shown { team, files });
        }
        Ok(all)
    });
    let trays = listed.await?.map_err(|_never| Problem::Ours)?;
    let writes = writes_for(&by);
    let teams = at_work(app, move |door| {
        let named = writes.into_iter().map(|team| {
            let id = team.parse::<TeamId>().ok();
            let name = id.and_then(|id| door.team_name(&id));
            (team.clone(), name.unwrap_or(team))
        });
        named.collect::<Vec<_>>()
    })
    .await?;
    let mut p = asked
        .frame(Nav::Library, asked.words.text("tray-title"))
        .undated();
    (p.has_json, p.has_permanent) = (false, false);
    Ok(asked.page(&TrayPage {
        form: inside.visitor.key.csrf(),
        told,
        trays,
        teams,
        p,
    })?)
}
