//! Who sits in which team: folded from the ledger, for the door. Rights are not asked of a world,
//! which shows its viewer a part; they are reckoned from every entry that gives or takes a seat.

use std::collections::BTreeMap;

use ledger::{Audience, Body, Recorded};
use people::{PersonId, Role, Seats, TeamId};

/// The teams, and who sits in them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seating {
    teams: BTreeMap<TeamId, String>,
    seats: BTreeMap<PersonId, Seats>,
}

impl Seating {
    /// Reads them from the entries of a ledger, in their order: what was said last holds. Corrections and
    /// retractions change nothing here, and the clerk refuses them: whoever may correct what his team
    /// recorded may not take a seat away by that.
    ///
    /// An entry that gives a seat counts only if it is for the team it is about and nobody else, and
    /// one that names a team only if it is for those signed in: so the clerk records them, and what
    /// was slipped in otherwise gives nobody a right.
    pub fn of<'r>(entries: impl Iterator<Item = &'r Recorded>) -> Seating {
        let mut seating = Seating::default();
        let office = TeamId::office();
        seating.teams.insert(office, "Office".to_owned());
        for recorded in entries {
            seating.take(&recorded.entry.audience, &recorded.entry.body);
        }
        seating
    }

    fn take(&mut self, audience: &Audience, body: &Body) {
        if let Body::Team(team) = body
            && *audience == Audience::SignedIn
            && let Ok(id) = team.team.parse()
        {
            self.teams.insert(id, team.name.clone());
        }
        if let Body::Seat(seat) = body
            && let Ok(id) = seat.team.parse::<TeamId>()
            && *audience == Audience::Teams(vec![seat.team.clone()])
        {
            let seats = &mut self.seats.entry(seat.person).or_default().0;
            match seat.role {
                Some(role) => seats.insert(id, role),
                None => seats.remove(&id),
            };
        }
    }

    /// The teams there are, with their names.
    pub fn teams(&self) -> impl Iterator<Item = (&TeamId, &str)> {
        self.teams.iter().map(|(id, name)| (id, name.as_str()))
    }

    /// What somebody is, in each team that there is.
    pub fn of_person(&self, person: PersonId) -> Seats {
        let all = self
            .seats
            .get(&person)
            .into_iter()
            .flat_map(|seats| &seats.0);
        // A seat in a team that nobody founded is none.
        let real = all.filter(|(team, _)| self.teams.contains_key(team));
        Seats(real.map(|(team, role)| (team.clone(), *role)).collect())
    }

    /// Who sits in a team, and as what.
    pub fn in_team(&self, team: &TeamId) -> Vec<(PersonId, Role)> {
        let all = self.seats.iter();
        all.filter_map(|(person, seats)| Some((*person, seats.role(team)?)))
            .collect()
    }

    /// Whether a team has an administrator.
    pub fn has_administrator(&self, team: &TeamId) -> bool {
        let mut all = self.in_team(team).into_iter();
        all.any(|(_, role)| role == Role::Administrator)
    }
}

#[cfg(test)]
mod tests;
