//! For whom an entry would be, in people.

use ledger::Audience;
use people::roster::Actor;
use people::{PersonId, TeamId};
use web::{Circle, CircleTeam, Teams};

use super::Entrance;

impl Entrance {
    /// The teams of an audience with how many sit in each; those who sit there by name, where the roster
    /// shows them to this person.
    pub(super) fn circle_of(&self, person: PersonId, audience: &Audience) -> Circle {
        match audience {
            Audience::Public => Circle {
                anyone: true,
                ..Circle::default()
            },
            Audience::SignedIn => Circle {
                everybody: Some(self.seating().people()),
                ..Circle::default()
            },
            Audience::Teams(teams) => {
                let ids = teams.iter().filter_map(|team| team.parse().ok());
                Circle {
                    teams: ids.map(|team| self.circle_team(person, team)).collect(),
                    ..Circle::default()
                }
            }
        }
    }

    fn circle_team(&self, person: PersonId, id: TeamId) -> CircleTeam {
        let seating = self.seating();
        let members = seating.in_team(&id);
        let roster = self.team(&Actor::Person(person), &id).ok();
        let named = roster.into_iter().flat_map(|roster| roster.members);
        let others = named.filter(|member| member.person != person);
        CircleTeam {
            name: seating
                .name(&id)
                .map_or_else(|| id.to_string(), str::to_owned),
            own: members.contains_key(&person),
            people: members.len(),
            named: others.filter_map(|member| member.name).collect(),
            id,
        }
    }
}
