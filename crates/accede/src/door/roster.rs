//! Teams and who is in them: the one place that founds, names, invites, gives roles and takes them, for
//! a person at a page and for the owner of the machine at the command line. What may be done,
//! [`people::roster`] decides, upon what stands on record in that moment.

use jiff::civil::Date;
use ledger::{Audience, Body, body};
use people::roster::{
    self, Actor, By, Invited, Listed, Member, Members, NotDone, Roster, RosterError, TokenLine,
};
use people::trail::Line;
use people::{Desk, DeskError, Invitation, InvitationKey, PersonId, Role, Seats, TeamId};
use treaty::Source;
use uuid::Uuid;
use web::Teams;
use world::Viewer;

use super::Entrance;
use crate::clerk::{ClerkError, Draft};
use crate::seats::Seating;

/// What is to be recorded, and for whom.
type Said = (Body, Audience);

/// A decision upon who sits where.
trait Decide: FnMut(&Seating, By<'_>) -> Result<Vec<Said>, NotDone> + Send + 'static {}

impl<F> Decide for F where
    F: FnMut(&Seating, By<'_>) -> Result<Vec<Said>, NotDone> + Send + 'static
{
}

impl Teams for Entrance {
    fn teams(&self, actor: &Actor) -> Result<Vec<Listed>, RosterError> {
        let seating = self.seating();
        let seats = seats_of(actor, &seating);
        let all = roster::found(by(actor, &seats)).is_ok();
        let teams = seating.teams().filter_map(|(team, name)| {
            let role = seats.role(team);
            if !all && role.is_none() {
                return None;
            }
            let there = seating.in_team(team);
            let administrators = there.values().filter(|one| **one == Role::Administrator);
            Some(Listed {
                team: team.clone(),
                name: name.to_owned(),
                members: there.len(),
                administrators: administrators.count(),
                role,
            })
        });
        Ok(teams.collect())
    }

    fn team(&self, actor: &Actor, team: &TeamId) -> Result<Roster, RosterError> {
        let seating = self.seating();
        let seats = seats_of(actor, &seating);
        let there = seating.in_team(team);
        let can = roster::can(by(actor, &seats), team, &there);
        let name = seating.name(team).filter(|_| can.see || can.administrate);
        let name = name.ok_or(NotDone::NoTeam)?.to_owned();
        let mut members = Vec::with_capacity(there.len());
        for (person, role) in &there {
            let known = self.desk.person(*person)?;
            members.push(Member {
                person: *person,
                name: known.as_ref().map(|known| known.name().to_owned()),
                email: known
                    .filter(|_| can.administrate)
                    .map(|known| known.email().clone()),
                role: *role,
                since: seating.since(team, *person).unwrap_or_default(),
            });
        }
        let last = |name: &Option<String>| (name.is_none(), name.clone());
        members.sort_by(|a, b| {
            let roles = b.role.cmp(&a.role);
            roles.then_with(|| (last(&a.name), a.person).cmp(&(last(&b.name), b.person)))
        });
        let mut found = Roster {
            team: team.clone(),
            name,
            members,
            invitations: Vec::new(),
            tokens: Vec::new(),
            can,
        };
        if can.administrate {
            found.invitations = self.invitations(team)?;
            found.tokens = self.tokens(team)?;
        }
        Ok(found)
    }

    fn found(&self, actor: &Actor, team: &TeamId, name: &str) -> Result<(), RosterError> {
        let (id, name) = (team.clone(), roster::name(name)?);
        self.decided(actor, std::slice::from_ref(team), move |seating, by| {
            roster::found(by)?;
            if seating.name(&id).is_some() {
                return Err(NotDone::TeamThere);
            }
            Ok(vec![called(&id, &name)])
        })
    }

    fn rename(&self, actor: &Actor, team: &TeamId, name: &str) -> Result<(), RosterError> {
        let (id, name) = (team.clone(), roster::name(name)?);
        self.decided(actor, std::slice::from_ref(team), move |seating, by| {
            roster::administrate(by, &id)?;
            let before = seating.name(&id).ok_or(NotDone::NoTeam)?;
            let other = before != name;
            Ok(other.then(|| called(&id, &name)).into_iter().collect())
        })
    }

    fn invite(
        &self,
        actor: &Actor,
        team: &TeamId,
        role: Role,
        email: &str,
    ) -> Result<(InvitationKey, Invitation), RosterError> {
        self.may_invite(actor, team, role)?;
        self.is_somebody_else(actor, team, email)?;
        let (now, by) = (self.clock.now(), actor.person());
        let mut chance = web::Door::chance(self);
        let invited = self
            .desk
            .invite(team, role, email, by, now, chance.as_mut())?;
        // Who is taken out in this moment has his invitations withdrawn then, or here.
        if let Err(refused) = self.may_invite(actor, team, role) {
            self.desk.withdraw(team, invited.1.id, by, now)?;
            return Err(refused);
        }
        Ok(invited)
    }

    fn withdraw(
        &self,
        actor: &Actor,
        team: &TeamId,
        invitation: Uuid,
    ) -> Result<(), RosterError> {
        self.may_administrate(actor, team)?;
        let (by, now) = (actor.person(), self.clock.now());
        Ok(self.desk.withdraw(team, invitation, by, now)?)
    }

    fn seat(
        &self,
        actor: &Actor,
        team: &TeamId,
        person: PersonId,
        to: Option<Role>,
    ) -> Result<(), RosterError> {
        let id = team.clone();
        self.decided(actor, std::slice::from_ref(team), move |seating, by| {
            let there = seating.in_team(&id);
            roster::seat(by, &id, &there, person, to)?;
            let as_before = there.get(&person).copied() == to;
            let said = (!as_before).then(|| sits(&id, person, to));
            Ok(said.into_iter().collect())
        })?;
        self.clear_invitations(actor, team, person)
    }

    fn revoke(&self, actor: &Actor, team: &TeamId, token: Uuid) -> Result<(), RosterError> {
        self.may_administrate(actor, team)?;
        let found = self.desk.token(token)?;
        if found.team != *team {
            return Err(DeskError::Gone.into());
        }
        let (by, now) = (actor.person(), self.clock.now());
        Ok(self.desk.revoke_token(token, by, now)?)
    }

    fn audit(
        &self,
        actor: &Actor,
        team: Option<&TeamId>,
        from: Date,
        to: Date,
    ) -> Result<Vec<Line>, RosterError> {
        self.happened(actor, team, from, to)
    }
}

impl Entrance {
    fn invitations(&self, team: &TeamId) -> Result<Vec<Invited>, DeskError> {
        let all = self.desk.invitations_to(team, self.clock.now())?;
        let all = all.into_iter().map(|it| {
            Ok(Invited {
                id: it.id,
                until: it.expires(),
                by: match it.by {
                    Some(by) => self.name_of(by)?,
                    None => None,
                },
                email: it.email,
                role: it.role,
                made: it.made,
            })
        });
        all.collect()
    }

    fn tokens(&self, team: &TeamId) -> Result<Vec<TokenLine>, DeskError> {
        let all = self.desk.tokens_for(team)?.into_iter().map(|token| {
            let owner = self.name_of(token.person)?;
            Ok(TokenLine { owner, token })
        });
        all.collect()
    }

    pub(super) fn name_of(&self, person: PersonId) -> Result<Option<String>, DeskError> {
        let known = self.desk.person(person)?;
        Ok(known.map(|known| known.name().to_owned()))
    }

    fn may_invite(&self, actor: &Actor, team: &TeamId, role: Role) -> Result<(), RosterError> {
        self.follow()?;
        let seating = self.seating();
        let seats = seats_of(actor, &seating);
        let there = seating.in_team(team);
        roster::invite(by(actor, &seats), team, &there, role)?;
        seating.name(team).ok_or(NotDone::NoTeam)?;
        Ok(())
    }

    /// Refuses to invite the one who asks, and who is in the team already.
    fn is_somebody_else(
        &self,
        actor: &Actor,
        team: &TeamId,
        email: &str,
    ) -> Result<(), RosterError> {
        let email = people::Email::new(email).map_err(DeskError::from)?;
        if let Some(own) = actor.person()
            && let Some(known) = self.desk.person(own)?
            && *known.email() == email
        {
            return Err(NotDone::Oneself.into());
        }
        for person in self.seating().in_team(team).into_keys() {
            if let Some(known) = self.desk.person(person)?
                && *known.email() == email
            {
                return Err(NotDone::AlreadyIn.into());
            }
        }
        Ok(())
    }

    fn may_administrate(&self, actor: &Actor, team: &TeamId) -> Result<(), RosterError> {
        self.follow()?;
        let seating = self.seating();
        roster::administrate(by(actor, &seats_of(actor, &seating)), team)?;
        seating.name(team).ok_or(NotDone::NoTeam)?;
        Ok(())
    }

    /// Withdraws what would let people in by the word of somebody who has none any more; and all
    /// but administrators where nobody administrates the team.
    fn clear_invitations(
        &self,
        actor: &Actor,
        team: &TeamId,
        person: PersonId,
    ) -> Result<(), RosterError> {
        let seating = self.seating();
        let there = seating.in_team(team);
        let seats = seating.of_person(person);
        let still = roster::invite(
            By::Person(person, &seats),
            team,
            &there,
            Role::Administrator,
        );
        let led = roster::is_administrated(&there);
        let (by, now) = (actor.person(), self.clock.now());
        self.desk.withdraw_where(team, by, now, |it| {
            let his = it.by == Some(person) && still.is_err();
            his || (!led && it.role != Role::Administrator)
        })?;
        Ok(())
    }

    /// Takes somebody out of every team, records that he is not known any more, and forgets him. Should
    /// the program stop in between, it goes on with that when it starts.
    ///
    /// # Errors
    ///
    /// [`NotDone::LastAdministrator`] while others depend on him.
    pub fn forget(&self, actor: &Actor, person: PersonId) -> Result<(), RosterError> {
        self.desk.begin_to_forget(person, self.clock.now())?;
        loop {
            match self.take_out(actor, person) {
                Ok(()) => {}
                Err(refused @ RosterError::Not(_)) => {
                    self.desk.stay(person)?;
                    return Err(refused);
                }
                Err(cause @ (RosterError::Desk(_) | RosterError::Ledger(_))) => {
                    return Err(cause);
                }
            }
            // He may have been given another seat meanwhile.
            if self.seating().of_person(person).0.is_empty() {
                break;
            }
        }
        self.record_gone(actor, person)
            .map_err(|cause| RosterError::Ledger(cause.into()))?;
        Ok(self.desk.erase(person, self.clock.now())?)
    }

    /// Ends every seat of somebody.
    fn take_out(&self, actor: &Actor, person: PersonId) -> Result<(), RosterError> {
        let seats = self.seating().of_person(person);
        let teams: Vec<TeamId> = seats.0.into_keys().collect();
        self.decided(actor, &teams, move |seating, _by| {
            let seats = seating.of_person(person);
            let mut said = Vec::new();
            for team in seats.0.keys() {
                let there = seating.in_team(team);
                roster::stays_administrated(team, &there, person, None)?;
                said.push(sits(team, person, None));
            }
            Ok(said)
        })?;
        for team in &teams {
            self.clear_invitations(actor, team, person)?;
        }
        Ok(())
    }

    /// The desk, where people are known.
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Who sits in a team.
    pub fn members(&self, team: &TeamId) -> Members {
        self.seating().in_team(team)
    }

    /// Reads on what other processes recorded.
    fn follow(&self) -> Result<(), RosterError> {
        let followed = self.standing.follow();
        followed
            .map(|_new| ())
            .map_err(|cause| RosterError::Ledger(cause.into()))
    }

    /// Records what `decide` says upon who sits where when it is recorded, in these teams and the office.
    fn decided(
        &self,
        actor: &Actor,
        teams: &[TeamId],
        mut decide: impl Decide,
    ) -> Result<(), RosterError> {
        let office = TeamId::office();
        let seen = teams.iter().chain(std::iter::once(&office));
        let viewer = Viewer::member(seen.map(TeamId::as_str));
        let source = Source::cited("the register of this instance");
        let asks = actor.clone();
        let receipt = self
            .standing
            .submit_as(&viewer, &actor.author(), move |shown| {
                let seating = Seating::of(shown.entries());
                let seats = seats_of(&asks, &seating);
                let said = match decide(&seating, by(&asks, &seats)) {
                    Ok(said) => said.into_iter(),
                    Err(refused) => return Ok((Vec::new(), Err(refused))),
                };
                let drafts = said.map(|(body, audience)| {
                    Draft::new(source.clone(), body).seen_by(audience, None)
                });
                Ok((drafts.collect(), Ok(())))
            });
        match receipt {
            Ok(receipt) => Ok(receipt.told?),
            Err(ClerkError::Refused { source, .. }) => {
                Err(NotDone::NotTaken(source.to_string()).into())
            }
            Err(cause) => Err(RosterError::Ledger(cause.into())),
        }
    }
}

pub(super) fn seats_of(actor: &Actor, seating: &Seating) -> Seats {
    match actor {
        Actor::Person(person) => seating.of_person(*person),
        Actor::Owner(_) => Seats::default(),
    }
}

fn by<'a>(actor: &Actor, seats: &'a Seats) -> By<'a> {
    match actor {
        Actor::Person(person) => By::Person(*person, seats),
        Actor::Owner(_) => By::Owner,
    }
}

fn called(team: &TeamId, name: &str) -> Said {
    let team = body::Team {
        team: team.as_str().to_owned(),
        name: name.to_owned(),
        note: None,
    };
    (Body::Team(team), Audience::SignedIn)
}

fn sits(team: &TeamId, person: PersonId, role: Option<Role>) -> Said {
    let seat = body::Seat {
        person,
        team: team.as_str().to_owned(),
        role,
    };
    let audience = Audience::Teams(vec![seat.team.clone()]);
    (Body::Seat(seat), audience)
}
