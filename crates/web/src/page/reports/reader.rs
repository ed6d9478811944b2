//! For whom a report is made. It is made from their world: there is no other way to one here.

use std::sync::Arc;

use people::TeamId;
use treaty::Lang;
use words::Words;
use world::{Viewer, World};

use crate::App;
use crate::answer;
use crate::asked::{Asked, known};
use crate::door::at_work;
use crate::problem::{Expected, Problem};

/// Those for whom a report can be made by whoever asks: anyone; who is signed in, if he is; each of his teams.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reader {
    /// In addresses: `public`, `signed-in`, the id of a team.
    pub(crate) code: String,
    /// In words, for the page.
    pub(crate) name: String,
    /// Whose world it is made from.
    viewer: Viewer,
}

/// What anyone is called in addresses.
const PUBLIC: &str = "public";
/// What those signed in are called in addresses.
const SIGNED_IN: &str = "signed-in";

impl Reader {
    /// Whether it is for anyone.
    pub(crate) fn is_public(&self) -> bool {
        self.viewer == Viewer::public()
    }

    /// The key of what it means that a report is for them.
    pub(crate) fn means(&self) -> &'static str {
        match self.code.as_str() {
            PUBLIC => "reports-for-public",
            SIGNED_IN => "reports-for-signed-in",
            _ => "reports-for-team",
        }
    }

    /// What the paper calls those it is for; nothing where it is for anyone.
    pub(super) fn called(&self, lang: Lang) -> Option<String> {
        match self.code.as_str() {
            PUBLIC => None,
            SIGNED_IN => Some(Words::for_lang(lang).text("report-signed-in").into_owned()),
            _ => Some(self.name.clone()),
        }
    }

    /// The world that they see, and nothing beside it.
    ///
    /// # Errors
    ///
    /// [`Problem`], where it cannot be folded.
    pub(super) async fn world(
        &self,
        app: &App,
        asked: &Asked,
        asker: &Viewer,
    ) -> Result<Arc<World>, Problem> {
        if self.viewer == *asker {
            return Ok(asked.world.clone());
        }
        let known = known(&asked.params)?;
        answer::world(app, self.viewer.clone(), known).await
    }
}

/// For whom `asker` may have a report made.
///
/// # Errors
///
/// [`Problem`], where nobody is at work.
pub(super) async fn readers(
    app: &App,
    words: &Words,
    asker: &Viewer,
) -> Result<Vec<Reader>, Problem> {
    let reader = |code: &str, name: String, viewer| Reader {
        code: code.to_owned(),
        name,
        viewer,
    };
    let text = |key| words.text(key).into_owned();
    let mut readers = vec![reader(PUBLIC, text("release-to-public"), Viewer::public())];
    if asker.signed_in {
        let nobody: [String; 0] = [];
        let signed_in = Viewer::member(nobody);
        readers.push(reader(SIGNED_IN, text("release-to-signed-in"), signed_in));
    }
    let names = names(app, &asker.teams).await?;
    let teams = asker.teams.iter().zip(names);
    readers
        .extend(teams.map(|(team, name)| reader(team, name, Viewer::member([team.as_str()]))));
    Ok(readers)
}

/// What people call these teams.
async fn names(app: &App, teams: &[String]) -> Result<Vec<String>, Problem> {
    if teams.is_empty() || app.door.is_none() {
        return Ok(teams.to_vec());
    }
    let teams = teams.to_vec();
    at_work(app, move |door| {
        let named = |team: String| {
            let id: Option<TeamId> = team.parse().ok();
            id.and_then(|id| door.team_name(&id)).unwrap_or(team)
        };
        teams.into_iter().map(named).collect()
    })
    .await
}

/// The one of `readers` that an address names. A team that is not the asker's is refused as one that is
/// none.
///
/// # Errors
///
/// [`Problem::BadValue`]
pub(super) fn chosen<'r>(readers: &'r [Reader], given: &str) -> Result<&'r Reader, Problem> {
    let found = readers.iter().find(|reader| reader.code == given);
    found.ok_or_else(|| Problem::bad("for", given, Expected::Reader))
}
