//! Who sits in which team: folded from the ledger, for the door. Rights are not asked of a world,
//! which shows its viewer a part; they are reckoned from every entry that gives or takes a seat.

use std::collections::BTreeMap;

use jiff::Timestamp;
use ledger::{Audience, Body, Entry, Recorded};
use people::roster::Members;
use people::{PersonId, Seats, TeamId};

/// The teams, and who sits in them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seating {
    teams: BTreeMap<TeamId, String>,
    seats: BTreeMap<PersonId, Seats>,
    /// When each was given.
    since: BTreeMap<(TeamId, PersonId), Timestamp>,
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
            seating.take(&recorded.entry);
        }
        seating
    }

    fn take(&mut self, entry: &Entry) {
        let (audience, body) = (&entry.audience, &entry.body);
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
                Some(role) => {
                    seats.insert(id.clone(), role);
                    self.since.insert((id, seat.person), entry.recorded);
                }
                None => {
                    seats.remove(&id);
                    self.since.remove(&(id, seat.person));
                }
            }
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

    /// What a team is called, if there is such a team.
    pub fn name(&self, team: &TeamId) -> Option<&str> {
        self.teams.get(team).map(String::as_str)
    }

    /// Who sits in a team, and as what.
    pub fn in_team(&self, team: &TeamId) -> Members {
        let all = self.seats.iter();
        all.filter_map(|(person, seats)| Some((*person, seats.role(team)?)))
            .collect()
    }

    /// How many people sit in any team.
    pub fn people(&self) -> usize {
        let all = self.seats.values();
        all.filter(|seats| !seats.0.is_empty()).count()
    }

    /// Since when somebody is in a team what he is there.
    pub fn since(&self, team: &TeamId, person: PersonId) -> Option<Timestamp> {
        self.since.get(&(team.clone(), person)).copied()
    }
}

#[cfg(test)]
mod tests;
