//! For whom somebody may record, as he is given to choose.

use std::collections::BTreeMap;

use ledger::Audience;
use people::Deed;
use words::Words;

use super::By;
use super::approach::writes_for;
use crate::App;
use crate::door::at_work;
use crate::door::form::Fields;
use crate::problem::Problem;

/// Audiences: a code of each, and what people call it.
pub(super) type Readers = Vec<(String, String)>;

/// Each team for which he may record, and all teams together of each audience that is of several of
/// which one is his.
///
/// # Errors
///
/// [`Problem`], where nobody is at work.
pub(super) async fn teams(
    app: &App,
    by: &By,
    shared: impl IntoIterator<Item = Audience>,
) -> Result<Readers, Problem> {
    let own = writes_for(by);
    let mut circles: Vec<Vec<String>> = own.iter().map(|team| vec![team.clone()]).collect();
    let shared = shared.into_iter();
    for circle in shared.filter_map(|audience| circle(audience, &own)) {
        let audience = Audience::Teams(circle.clone());
        if !circles.contains(&circle) && by.may(Deed::Write, &audience).is_ok() {
            circles.push(circle);
        }
    }
    at_work(app, move |door| {
        let named: BTreeMap<_, _> = door
            .teams()
            .into_iter()
            .map(|(team, name)| (team.to_string(), name))
            .collect();
        let name = |team: &String| named.get(team).cloned().unwrap_or_else(|| team.clone());
        let called = |all: &Vec<String>| all.iter().map(name).collect::<Vec<_>>().join("; ");
        let circles = circles.iter();
        circles.map(|all| (all.join(","), called(all))).collect()
    })
    .await
}

/// The same, and beside teams whoever is signed in and anyone, where he may record for them.
///
/// # Errors
///
/// [`Problem`], where nobody is at work.
pub(super) async fn all(
    app: &App,
    by: &By,
    words: &Words,
    shared: impl IntoIterator<Item = Audience>,
) -> Result<Readers, Problem> {
    let mut readers = teams(app, by, shared).await?;
    let wider = [
        (Audience::SignedIn, "release-to-signed-in"),
        (Audience::Public, "release-to-public"),
    ];
    for (audience, key) in wider {
        if by.may(Deed::Write, &audience).is_ok() {
            readers.push((audience.to_string(), words.text(key).into_owned()));
        }
    }
    Ok(readers)
}

/// The teams of an audience, where they are several and one is his.
fn circle(audience: Audience, own: &[String]) -> Option<Vec<String>> {
    if let Audience::Teams(all) = audience
        && all.len() > 1
        && all.iter().any(|team| own.contains(team))
    {
        return Some(all);
    }
    None
}

/// The audience that was chosen among these.
pub(super) fn chosen(readers: &Readers, fields: &Fields, name: &str) -> Option<Audience> {
    let code = fields.get(name);
    readers.iter().find(|(one, _)| one == code)?;
    audience(code)
}

/// The audience of a code.
pub(super) fn audience(code: &str) -> Option<Audience> {
    match code {
        "public" => Some(Audience::Public),
        "signed-in" => Some(Audience::SignedIn),
        teams => Audience::of_teams(teams.split(',')).ok(),
    }
}

/// What people call an audience: as in the list, else by the names of its teams.
pub(super) fn called(readers: &Readers, audience: &Audience) -> String {
    let found = readers
        .iter()
        .find(|(code, _)| self::audience(code).as_ref() == Some(audience));
    found.map_or_else(|| audience.to_string(), |(_, name)| name.clone())
}
