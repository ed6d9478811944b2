//! Inviting.

use jiff::Timestamp;
use rand_core::CryptoRng;
use uuid::Uuid;

use super::{Accepted, Desk, DeskError};
use crate::cabinet::{Change, Drawer};
use crate::email::Email;
use crate::invitation::{self, Invitation, InvitationKey, State};
use crate::keep::{self, Attempt, KeepError, Seen};
use crate::person::Record;
use crate::trail::{Mark, What};
use crate::{PersonId, Role, TeamId};

/// What the page of an invitation may show to whoever has the link.
#[derive(Debug, Clone)]
pub struct OpenInvitation {
    /// The invitation.
    pub invitation: Invitation,
    /// Whether somebody has its address already, and should sign in to accept it.
    pub known: bool,
}

/// The sheet that is there since the first person joined.
const FOUNDED: &str = "founded";

impl Desk {
    /// The very first link, which makes its bearer administrator of the office. None once somebody
    /// has joined. One that was made before holds no more.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn setup(
        &self,
        now: Timestamp,
        chance: &mut dyn CryptoRng,
    ) -> Result<Option<InvitationKey>, DeskError> {
        let attempt = || {
            let founded = self.founded()?;
            if founded.value.is_some() {
                return Ok(Attempt::nothing(None));
            }
            let mut changes = self.setups_removed()?;
            let key = InvitationKey::new(chance);
            let new = Invitation::setup(now, chance);
            changes.push(Seen::nothing(Drawer::Invitations, key.place()).becomes(&new));
            changes.push(founded.same());
            Ok(Attempt {
                changes,
                then: Some(key),
            })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }

    pub(super) fn founded(&self) -> Result<Seen<PersonId>, KeepError> {
        Seen::read(self.cabinet.as_ref(), Drawer::Settings, FOUNDED)
    }

    /// The changes that remove every first invitation that waits.
    fn setups_removed(&self) -> Result<Vec<Change>, KeepError> {
        let all = self.invitations_kept()?;
        let setups = all.iter().filter(|seen| {
            let invitation = seen.value.as_ref();
            invitation.is_some_and(|it| it.is_setup() && it.state == State::Open)
        });
        Ok(setups.map(Seen::removed).collect())
    }

    fn invitations_kept(&self) -> Result<Vec<Seen<Invitation>>, KeepError> {
        Seen::list(
            self.cabinet.as_ref(),
            Drawer::Invitations,
            invitation::PLACE,
        )
    }

    /// Invites somebody; `by` is nobody where the owner of the machine does. Whether he may is for the
    /// caller to see: [`crate::roster::invite`].
    ///
    /// # Errors
    ///
    /// [`DeskError::Email`]
    pub fn invite(
        &self,
        team: &TeamId,
        role: Role,
        email: &str,
        by: Option<PersonId>,
        now: Timestamp,
        chance: &mut dyn CryptoRng,
    ) -> Result<(InvitationKey, Invitation), DeskError> {
        let invitation = Invitation {
            id: crate::ids::uuid_v7(now, chance),
            team: team.clone(),
            role,
            email: Some(Email::new(email)?),
            by,
            made: now,
            state: State::Open,
        };
        let key = InvitationKey::new(chance);
        let attempt = || {
            let place = Seen::nothing(Drawer::Invitations, key.place());
            let mark = Mark::of(What::Invited, now)
                .by(by)
                .in_team(team, Some(role));
            let changes = vec![place.becomes(&invitation), self.marked(&mark)?];
            Ok(Attempt { changes, then: () })
        };
        keep::until_kept::<_, DeskError>(attempt, self.cabinet.as_ref())?;
        Ok((key, invitation))
    }

    /// What a link says, for whoever has it.
    ///
    /// # Errors
    ///
    /// [`DeskError::NoInvitation`]
    pub fn open_invitation(
        &self,
        key: &InvitationKey,
        now: Timestamp,
    ) -> Result<OpenInvitation, DeskError> {
        let (_, invitation) = self.open(key, now)?;
        let known = match &invitation.email {
            Some(email) => self.holder(&self.account(email.as_str()))?.value.is_some(),
            None => false,
        };
        Ok(OpenInvitation { invitation, known })
    }

    pub(super) fn open(
        &self,
        key: &InvitationKey,
        now: Timestamp,
    ) -> Result<(Seen<Invitation>, Invitation), DeskError> {
        self.open_at(&key.place(), now)
    }

    /// The invitation that is kept under this key.
    pub(super) fn open_at(
        &self,
        place: &str,
        now: Timestamp,
    ) -> Result<(Seen<Invitation>, Invitation), DeskError> {
        let seen = Seen::<Invitation>::read(self.cabinet.as_ref(), Drawer::Invitations, place)?;
        let open = seen.value.clone().filter(|it| it.is_open(now));
        let invitation = open.ok_or(DeskError::NoInvitation)?;
        // The first link dies when somebody has joined in another way.
        if invitation.is_setup() && self.founded()?.value.is_some() {
            return Err(DeskError::NoInvitation);
        }
        Ok((seen, invitation))
    }

    /// The invitations into a team that wait.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn invitations_to(
        &self,
        team: &TeamId,
        now: Timestamp,
    ) -> Result<Vec<Invitation>, DeskError> {
        let all = self.invitations_kept()?.into_iter();
        let mut open: Vec<Invitation> = all
            .filter_map(|seen| seen.value)
            .filter(|it| it.team == *team && it.is_open(now))
            .collect();
        open.sort_by_key(|it| it.id);
        Ok(open)
    }

    /// What was accepted and not yet settled: the ledger may lack the person or his seat.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn unsettled(&self) -> Result<Vec<Accepted>, DeskError> {
        let mut unsettled = Vec::new();
        for seen in self.invitations_kept()? {
            let Some(invitation) = seen.value else {
                continue;
            };
            let State::Accepted { person, .. } = invitation.state else {
                continue;
            };
            let record = self.record(person)?.value;
            if let Some(person) = record.and_then(Record::person) {
                unsettled.push(Accepted::of(&invitation, &person));
            }
        }
        unsettled.sort_by_key(|accepted| accepted.invitation);
        Ok(unsettled)
    }

    /// Withdraws an invitation into a team that waits.
    ///
    /// # Errors
    ///
    /// [`DeskError::Gone`] if it does not wait.
    pub fn withdraw(
        &self,
        team: &TeamId,
        invitation: Uuid,
        by: Option<PersonId>,
        now: Timestamp,
    ) -> Result<(), DeskError> {
        let withdrawn = self.withdraw_where(team, by, now, |it| it.id == invitation)?;
        if withdrawn == 0 {
            return Err(DeskError::Gone);
        }
        Ok(())
    }

    /// Withdraws the invitations into a team that wait and are such; gives how many.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn withdraw_where(
        &self,
        team: &TeamId,
        by: Option<PersonId>,
        now: Timestamp,
        such: impl Fn(&Invitation) -> bool,
    ) -> Result<usize, DeskError> {
        let attempt = || {
            let all = self.invitations_kept()?;
            let named = all.iter().filter(|seen| {
                let it = seen.value.as_ref();
                it.is_some_and(|it| it.team == *team && it.state == State::Open && such(it))
            });
            let mut changes: Vec<Change> = named.map(Seen::removed).collect();
            let then = changes.len();
            if then > 0 {
                let mut mark = Mark::of(What::Withdrawn, now).by(by).in_team(team, None);
                mark.times = u32::try_from(then).unwrap_or(u32::MAX);
                changes.push(self.marked(&mark)?);
            }
            Ok(Attempt { changes, then })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }

    /// Forgets an invitation that was accepted, for the ledger has what came of it. Doing it twice is
    /// doing it once.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn settle(&self, invitation: Uuid) -> Result<(), DeskError> {
        let attempt = || {
            let all = self.invitations_kept()?;
            let named = all.iter().filter(|seen| {
                let it = seen.value.as_ref();
                it.is_some_and(|it| it.id == invitation)
            });
            let changes = named.map(Seen::removed).collect();
            Ok(Attempt { changes, then: () })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }
}
