//! What teams are called, for whoever is signed in and sees something that is for them.

use std::collections::BTreeMap;

use ledger::Audience;
use words::Words;

use super::{Names, at_work};
use crate::problem::Problem;

/// Teams by what people call them.
#[derive(Debug, Default)]
pub(crate) struct TeamNames(BTreeMap<String, String>);

impl TeamNames {
    /// The names of the teams of some audiences; none for anyone, who sees nothing that is for a team.
    ///
    /// # Errors
    ///
    /// [`Problem::Ours`]
    pub(crate) async fn of<'a>(
        names: Option<&Names>,
        mut audiences: impl Iterator<Item = &'a Audience>,
    ) -> Result<TeamNames, Problem> {
        let for_teams = audiences.any(|audience| matches!(audience, Audience::Teams(_)));
        let Some(Names(app)) = names.filter(|_| for_teams) else {
            return Ok(TeamNames::default());
        };
        let teams = at_work(app, |door| door.teams()).await?;
        let teams = teams.into_iter();
        let named = teams.map(|(team, name)| (team.to_string(), name));
        Ok(TeamNames(named.collect()))
    }

    /// Who an audience is, in words.
    pub(crate) fn audience(&self, words: &Words, audience: &Audience) -> String {
        match audience {
            Audience::Public => words.text("release-to-public").into_owned(),
            Audience::SignedIn => words.text("release-to-signed-in").into_owned(),
            Audience::Teams(teams) => {
                let name = |team: &String| self.0.get(team).unwrap_or(team).clone();
                teams.iter().map(name).collect::<Vec<_>>().join(", ")
            }
        }
    }
}
