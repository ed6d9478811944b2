//! What somebody ought to know before he records: who else was at that door not long ago or is going
//! there, and who would read it. He confirms what he was shown, and that alone: what changed in between
//! is shown anew.

use std::collections::{BTreeMap, BTreeSet};

use ledger::body::{Approach, Side};
use ledger::{Audience, EntryRef};
use people::{PersonId, TeamId};
use world::view::NearContact;
use world::{NEAR_DAYS, Near};

use super::{By, Circle, CircleTeam};
use crate::App;
use crate::assets;
use crate::door::at_work;
use crate::door::inside::Inside;
use crate::problem::Problem;

/// What is shown before something is recorded.
#[derive(Debug, Default)]
pub(super) struct Warned {
    /// Approaches that were recorded by people outside one's teams, and the rest.
    pub(super) others: Vec<NearContact>,
    pub(super) own: Vec<NearContact>,
    /// What those are called who recorded them.
    pub(super) names: BTreeMap<String, String>,
    /// Teams of others that share an approach with oneself, by what they are called.
    pub(super) teams: BTreeMap<String, String>,
    /// Who would read it beside one's own team.
    pub(super) beyond: Vec<CircleTeam>,
    /// How many sit in any team, where everybody signed in would.
    pub(super) everybody: Option<usize>,
    /// Anyone at all would.
    pub(super) anyone: bool,
    /// Persons whom the entry names.
    pub(super) persons: Vec<String>,
}

impl Warned {
    /// There is nothing to be told.
    pub(super) fn is_empty(&self) -> bool {
        self.others.is_empty() && self.own.is_empty() && !self.goes_beyond()
    }

    /// Somebody beside one's own team would read it.
    pub(super) fn goes_beyond(&self) -> bool {
        !self.beyond.is_empty() || self.everybody.is_some() || self.anyone
    }

    /// By what a confirmation is bound to what was shown and to what is to be recorded.
    pub(super) fn bond(&self, one: &Approach, audience: Option<&Audience>) -> String {
        let entries: Vec<EntryRef> = self
            .others
            .iter()
            .chain(&self.own)
            .map(|near| near.entry)
            .collect();
        let circle: Vec<_> = self
            .beyond
            .iter()
            .map(|team| (&team.id, &team.named, team.people))
            .collect();
        let written = serde_json::to_string(one).unwrap_or_default();
        let shown = format!(
            "{entries:?}|{circle:?}|{:?}|{}|{:?}|{audience:?}|{written}",
            self.everybody, self.anyone, self.persons
        );
        format!("{:016x}", assets::hash(shown.as_bytes()))
    }

    /// The teams of others for which an approach is.
    pub(super) fn teams_of(&self, near: &NearContact) -> Vec<&str> {
        let Audience::Teams(teams) = &near.audience else {
            return Vec::new();
        };
        let named = teams.iter().filter_map(|team| self.teams.get(team));
        named.map(String::as_str).collect()
    }
}

/// What is to be told of an approach before it is recorded; of one that is put right, `but` is its entry.
pub(super) async fn of(
    app: &App,
    inside: &Inside,
    by: &By,
    one: &Approach,
    audience: Option<&Audience>,
    but: Option<EntryRef>,
) -> Result<Warned, Problem> {
    let asked = &inside.asked;
    let to = one.to.iter().filter_map(|side| side.participant);
    let states: Vec<_> = to.collect();
    let near = asked.world.contacts_near(
        &Near {
            treaties: &one.treaties,
            states: &states,
            day: one.on.unwrap_or(asked.today.into()),
            days: NEAR_DAYS,
            but,
        },
        asked.lang,
    );
    let (by, audience) = (by.clone(), audience.cloned());
    let authors: BTreeSet<String> = near.iter().map(|near| near.author.clone()).collect();
    let (circle, known) = at_work(app, move |door| {
        let circle = audience.map(|audience| door.circle(by.person, &audience));
        (circle, Known::of(door, &by, &authors))
    })
    .await?;
    let circle = circle.unwrap_or_default();
    let beyond = circle.goes_beyond();
    let (own, others) = near
        .into_iter()
        .partition(|near| known.own.contains(&near.author));
    Ok(Warned {
        others,
        own,
        names: known.names,
        teams: known.teams,
        persons: if beyond { persons(one) } else { Vec::new() },
        everybody: circle.everybody,
        anyone: circle.anyone,
        beyond: circle.teams.into_iter().filter(|team| !team.own).collect(),
    })
}

impl Circle {
    fn goes_beyond(&self) -> bool {
        self.anyone || self.everybody.is_some() || self.teams.iter().any(|team| !team.own)
    }
}

/// What is known of those who recorded what is near.
struct Known {
    /// Those who sit in a team of whoever records, himself among them.
    own: BTreeSet<String>,
    names: BTreeMap<String, String>,
    /// The teams in which he does not sit.
    teams: BTreeMap<String, String>,
}

impl Known {
    fn of(door: &dyn crate::door::Door, by: &By, authors: &BTreeSet<String>) -> Known {
        let (mut own, mut names) = (BTreeSet::new(), BTreeMap::new());
        for author in authors {
            let Ok(person) = author.parse::<PersonId>() else {
                continue;
            };
            let seats = door.seats(person);
            let shares = |team: &TeamId| by.seats.role(team).is_some();
            if person == by.person || seats.0.keys().any(shares) {
                own.insert(author.clone());
            }
            if let Ok(Some(person)) = door.desk().person(person) {
                names.insert(author.clone(), person.name().to_owned());
            }
        }
        let teams = door.teams().into_iter();
        let teams = teams.filter(|(team, _)| by.seats.role(team).is_none());
        Known {
            own,
            names,
            teams: teams.map(|(team, name)| (team.to_string(), name)).collect(),
        }
    }
}

/// The persons whom an approach names.
fn persons(one: &Approach) -> Vec<String> {
    let sides = one.by.iter().chain(&one.to);
    let named = sides.filter_map(|side: &Side| side.person.clone());
    let owners = one.next.iter().filter_map(|step| step.owner.clone());
    let all: BTreeSet<_> = named.chain(owners).collect();
    all.into_iter().collect()
}
