//! What happened in teams and at the door: marks of the desk, and what the ledger has of teams, seats and
//! releases.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use ledger::{Audience, Body, Entry, EntryId};
use people::roster::{Actor, NotDone, RosterError};
use people::trail::{KEPT, Line, Mark, Party, What};
use people::{Deed, DeskError, PersonId, Role, Seats, TeamId, may};

use super::Entrance;
use super::roster::seats_of;

/// Whose matters are asked for.
enum Scope<'a> {
    /// Of one team, with who sits there.
    Team(&'a TeamId, Vec<PersonId>),
    /// Of the instance, without what is of its teams alone.
    Instance,
    /// All of it.
    Everything,
}

impl Scope<'_> {
    fn has_mark(&self, mark: &Mark) -> bool {
        match self {
            Scope::Team(team, there) => match &mark.team {
                Some(of) => of == *team,
                None => [mark.by, mark.whom]
                    .into_iter()
                    .flatten()
                    .any(|one| there.contains(&one)),
            },
            Scope::Instance => mark.team.as_ref().is_none_or(TeamId::is_office),
            Scope::Everything => true,
        }
    }

    fn has_seat(&self, team: &str) -> bool {
        match self {
            Scope::Team(of, _) => of.as_str() == team,
            Scope::Instance => team == TeamId::OFFICE,
            Scope::Everything => true,
        }
    }

    fn has_name(&self, team: &str) -> bool {
        match self {
            Scope::Team(of, _) => of.as_str() == team,
            Scope::Instance | Scope::Everything => true,
        }
    }

    fn has_release(&self, of: &Audience) -> bool {
        match self {
            Scope::Team(team, _) => match of {
                Audience::Teams(teams) => teams.iter().any(|one| one == team.as_str()),
                Audience::Public | Audience::SignedIn => false,
            },
            Scope::Instance => *of == Audience::SignedIn,
            Scope::Everything => true,
        }
    }
}

/// Names, looked up once each.
struct Names<'e> {
    entrance: &'e Entrance,
    known: BTreeMap<PersonId, Option<String>>,
}

impl Names<'_> {
    fn person(&mut self, id: PersonId) -> Result<Party, DeskError> {
        if let Some(name) = self.known.get(&id) {
            let name = name.clone();
            return Ok(Party::Person { id, name });
        }
        let name = self.entrance.name_of(id)?;
        self.known.insert(id, name.clone());
        Ok(Party::Person { id, name })
    }

    fn author(&mut self, author: &str) -> Result<Party, DeskError> {
        match author.parse() {
            Ok(id) => self.person(id),
            Err(_) => Ok(Party::Named(author.to_owned())),
        }
    }
}

impl Entrance {
    /// What happened on these days, in UTC, the newest first: in a team for its administrators, otherwise
    /// in the instance for who runs it; all of it for the owner of the machine.
    ///
    /// # Errors
    ///
    /// [`NotDone::NoTeam`] where there is no such team for whoever asks.
    pub fn happened(
        &self,
        actor: &Actor,
        team: Option<&TeamId>,
        from: Date,
        to: Date,
    ) -> Result<Vec<Line>, RosterError> {
        let seating = self.seating();
        let seats = seats_of(actor, &seating);
        let scope = match team {
            Some(team) => {
                seating.name(team).ok_or(NotDone::NoTeam)?;
                Scope::Team(team, seating.in_team(team).into_keys().collect())
            }
            None => match actor {
                Actor::Person(_) => Scope::Instance,
                Actor::Owner(_) => Scope::Everything,
            },
        };
        may_see(actor, &seats, team)?;
        let mut names = Names {
            entrance: self,
            known: BTreeMap::new(),
        };
        let mut lines = Vec::new();
        let oldest = self
            .clock
            .now()
            .saturating_sub(KEPT)
            .unwrap_or(Timestamp::MIN);
        let marks = self.desk.trail(from.max(day(oldest)), to)?;
        for mark in marks.into_iter().filter(|mark| scope.has_mark(mark)) {
            lines.push(Line {
                at: mark.at,
                what: mark.what,
                by: mark.by.map(|one| names.person(one)).transpose()?,
                whom: mark.whom.map(|one| names.person(one)).transpose()?,
                team: mark.team,
                role: mark.role,
                network: mark.network,
                times: mark.times,
            });
        }
        let record = self.standing.record();
        let mut audiences = BTreeMap::new();
        for recorded in record.entries() {
            let entry = &recorded.entry;
            if matches!(entry.body, Body::Approach(_)) {
                audiences.insert(entry.id, &entry.audience);
            }
            if (from..=to).contains(&day(entry.recorded)) {
                lines.extend(of_ledger(entry, &scope, &audiences, &mut names)?);
            }
        }
        lines.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.what.cmp(&b.what)));
        Ok(lines)
    }
}

fn may_see(actor: &Actor, seats: &Seats, team: Option<&TeamId>) -> Result<(), NotDone> {
    if actor.person().is_none() {
        return Ok(());
    }
    match team {
        // Who runs the instance takes people out of a team, and does not read its matters by that.
        Some(team) => {
            let audience = Audience::Teams(vec![team.as_str().to_owned()]);
            let may = may(Some(seats), Deed::Invite, &audience);
            may.map_err(|_refusal| NotDone::NoTeam)
        }
        None => Ok(may(Some(seats), Deed::Administrate, &Audience::Public)?),
    }
}

fn day(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::UTC).date()
}

/// The line of an entry, if it has one.
fn of_ledger(
    entry: &Entry,
    scope: &Scope<'_>,
    audiences: &BTreeMap<EntryId, &Audience>,
    names: &mut Names<'_>,
) -> Result<Option<Line>, DeskError> {
    let line = |what, team: Option<&str>, role: Option<Role>| Line {
        at: entry.recorded,
        what,
        by: None,
        whom: None,
        team: team.and_then(|team| team.parse().ok()),
        role,
        network: None,
        times: 1,
    };
    let mut found = if let Body::Team(team) = &entry.body
        && scope.has_name(&team.team)
    {
        line(What::Named, Some(&team.team), None)
    } else if let Body::Seat(seat) = &entry.body
        && scope.has_seat(&seat.team)
    {
        let what = match seat.role {
            Some(_) => What::Seated,
            None => What::Left,
        };
        let mut found = line(what, Some(&seat.team), seat.role);
        found.whom = Some(names.person(seat.person)?);
        found
    } else if let Body::Release(release) = &entry.body
        && let Some(of) = audiences.get(&release.of)
        && scope.has_release(of)
    {
        line(What::Released, None, None)
    } else {
        return Ok(None);
    };
    found.by = Some(names.author(&entry.author)?);
    Ok(Some(found))
}
