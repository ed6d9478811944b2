//! Who may do what: the one place that says so, for pages, API, search, exports, feeds and whatever
//! comes.
//!
#![doc = include_str!("policy/table.md")]

use std::collections::BTreeMap;

use ledger::Audience;

use crate::TeamId;

/// What somebody is in a team: a *reader* sees; a *contributor* records, and corrects what he recorded;
/// an *editor* corrects what others recorded, and makes public; an *administrator* says who is in the
/// team. Each may what the one before may.
pub use ledger::body::SeatRole as Role;

/// Something that not everybody may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// See entries of an audience.
    See,
    /// Take them out as files.
    Export,
    /// Record an entry for an audience.
    Write,
    /// Correct, retract or dispute an entry that one recorded oneself.
    CorrectOwn,
    /// The same, of what others recorded.
    Correct,
    /// Make public what an audience alone sees.
    Release,
    /// Invite into a team, and say who is what there.
    Invite,
    /// Administrate a team: its name, who leaves it, its tokens. Of everybody: the instance, and which
    /// teams there are.
    Administrate,
    /// Hand entries over to another instance.
    HandOver,
}

impl Deed {
    /// Every deed.
    pub const ALL: [Deed; 9] = [
        Deed::See,
        Deed::Export,
        Deed::Write,
        Deed::CorrectOwn,
        Deed::Correct,
        Deed::Release,
        Deed::Invite,
        Deed::Administrate,
        Deed::HandOver,
    ];

    /// The least role in a team that may do it there.
    fn least(self) -> Role {
        match self {
            Deed::See | Deed::Export => Role::Reader,
            Deed::Write | Deed::CorrectOwn => Role::Contributor,
            Deed::Correct | Deed::Release => Role::Editor,
            Deed::Invite | Deed::Administrate | Deed::HandOver => Role::Administrator,
        }
    }
}

/// What somebody is, in each team he is in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seats(pub BTreeMap<TeamId, Role>);

impl Seats {
    /// What he is in a team.
    pub fn role(&self, team: &TeamId) -> Option<Role> {
        self.0.get(team).copied()
    }

    /// These seats, as far as they are in `team`: what a token of this team has.
    #[must_use]
    pub fn within(&self, team: &TeamId) -> Seats {
        Seats(
            self.role(team)
                .map(|role| (team.clone(), role))
                .into_iter()
                .collect(),
        )
    }

    /// What he is in the team of this name, which may be no name of a team.
    fn role_in(&self, team: &str) -> Option<Role> {
        let mut seats = self.0.iter();
        seats.find_map(|(id, role)| (id.as_str() == team).then_some(*role))
    }

    /// The highest role he has anywhere.
    fn highest(&self) -> Option<Role> {
        self.0.values().max().copied()
    }
}

/// Why somebody may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// He is not signed in, and it might be that he may.
    #[error("sign in to do that")]
    SignIn,
    /// He is in none of the teams, and must not learn that there is anything: what he asked for is not
    /// found.
    #[error("there is nothing here")]
    Hidden,
    /// His role is not enough.
    #[error("only somebody who is {} may do that", .needs.as_str())]
    Role {
        /// What is.
        needs: Role,
    },
    /// It belongs to several teams, and he may speak for some of them only.
    #[error("it belongs to several teams, and somebody must be {} in each to do that", .needs.as_str())]
    EachTeam {
        /// What he must be in each.
        needs: Role,
    },
    /// Only who runs the instance may.
    #[error("only administrators of the office may do that")]
    Office,
    /// It is public already.
    #[error("it is public already")]
    Public,
}

/// Whether somebody with these seats may do that with entries of this audience; `None` for whoever is
/// not signed in.
///
/// # Errors
///
/// [`Refusal`] says why not.
pub fn may(who: Option<&Seats>, deed: Deed, audience: &Audience) -> Result<(), Refusal> {
    match audience {
        Audience::Public => with_public(who, deed),
        Audience::SignedIn => match who {
            None => Err(unknown(deed)),
            Some(seats) => with_everybody(seats, deed),
        },
        Audience::Teams(teams) => match who {
            None => Err(Refusal::Hidden),
            Some(seats) => with_teams(seats, deed, teams),
        },
    }
}

/// Whether somebody may found teams and invite the first administrator of one, or of one that has none
/// any more. He gets no seat in it by that.
///
/// # Errors
///
/// [`Refusal`] says why not.
pub fn may_found(who: Option<&Seats>, team_has_administrator: bool) -> Result<(), Refusal> {
    may(who, Deed::Administrate, &Audience::Public)?;
    if team_has_administrator {
        let needs = Role::Administrator;
        return Err(Refusal::Role { needs });
    }
    Ok(())
}

fn with_public(who: Option<&Seats>, deed: Deed) -> Result<(), Refusal> {
    match (deed, who) {
        (Deed::See | Deed::Export, _) => Ok(()),
        (Deed::Release, _) => Err(Refusal::Public),
        (
            Deed::Write
            | Deed::CorrectOwn
            | Deed::Correct
            | Deed::Invite
            | Deed::Administrate
            | Deed::HandOver,
            None,
        ) => Err(Refusal::SignIn),
        // To record something for all the world is as much as to make it public.
        (Deed::Write, Some(seats)) => at_least(seats.highest(), Role::Editor),
        (
            Deed::CorrectOwn
            | Deed::Correct
            | Deed::Invite
            | Deed::Administrate
            | Deed::HandOver,
            Some(seats),
        ) => with_everybody(seats, deed),
    }
}

/// What whoever is not signed in is told: nothing of what there is.
fn unknown(deed: Deed) -> Refusal {
    match deed {
        Deed::Write | Deed::Invite | Deed::Administrate => Refusal::SignIn,
        Deed::See
        | Deed::Export
        | Deed::CorrectOwn
        | Deed::Correct
        | Deed::Release
        | Deed::HandOver => Refusal::Hidden,
    }
}

/// What somebody signed in may do with what belongs to no team.
fn with_everybody(seats: &Seats, deed: Deed) -> Result<(), Refusal> {
    match deed {
        Deed::See | Deed::Export => Ok(()),
        Deed::Write | Deed::CorrectOwn | Deed::Correct | Deed::Release | Deed::HandOver => {
            at_least(seats.highest(), deed.least())
        }
        Deed::Invite | Deed::Administrate => {
            if seats.role(&TeamId::office()) == Some(Role::Administrator) {
                Ok(())
            } else {
                Err(Refusal::Office)
            }
        }
    }
}

fn with_teams(seats: &Seats, deed: Deed, teams: &[String]) -> Result<(), Refusal> {
    let roles = teams.iter().map(|team| seats.role_in(team));
    let needs = deed.least();
    let office = seats.role(&TeamId::office()) == Some(Role::Administrator);
    match deed {
        // Who runs the instance administrates every team, and sees into none by that.
        Deed::Administrate if office => Ok(()),
        Deed::See | Deed::Export | Deed::Write | Deed::CorrectOwn | Deed::Correct => {
            at_least(Some(roles.flatten().max().ok_or(Refusal::Hidden)?), needs)
        }
        // What all of them lose by it needs a word for each of them.
        Deed::Release | Deed::Invite | Deed::Administrate | Deed::HandOver => {
            let highest = roles.clone().flatten().max().ok_or(Refusal::Hidden)?;
            at_least(Some(highest), needs)?;
            let each = roles.min().flatten();
            at_least(each, needs).map_err(|_role| Refusal::EachTeam { needs })
        }
    }
}

fn at_least(role: Option<Role>, needs: Role) -> Result<(), Refusal> {
    if role >= Some(needs) {
        Ok(())
    } else {
        Err(Refusal::Role { needs })
    }
}

#[cfg(test)]
mod tests;
