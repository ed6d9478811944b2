//! Tokens of programs.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use rand_core::CryptoRng;
use uuid::Uuid;

use super::{Desk, DeskError, Visit};
use crate::cabinet::{CabinetError, Drawer};
use crate::keep::{self, Attempt, KeepError, Seen};
use crate::person::{Person, Record};
use crate::session::SessionKey;
use crate::token::{LONGEST, Scope, Token, TokenKey};
use crate::trail::{Mark, What};
use crate::{PersonId, TeamId};

/// A token to be made.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// What for, in the words of its person.
    pub name: String,
    /// For which of his teams.
    pub team: TeamId,
    /// What it may.
    pub scopes: BTreeSet<Scope>,
    /// Until when.
    pub expires: Timestamp,
}

impl NewToken {
    /// The token, of a person.
    fn of(
        &self,
        person: PersonId,
        now: Timestamp,
        chance: &mut dyn CryptoRng,
    ) -> Result<(TokenKey, Token), DeskError> {
        let name = crate::email::name(&self.name)?;
        let lasts = self.expires.duration_since(now);
        if lasts < SignedDuration::from_hours(24) || lasts > LONGEST {
            return Err(DeskError::TokenTime);
        }
        if self.scopes.is_empty() {
            return Err(DeskError::TokenScope);
        }
        let token = Token {
            id: crate::ids::uuid_v7(now, chance),
            person,
            team: self.team.clone(),
            name,
            scopes: self.scopes.clone(),
            made: now,
            expires: self.expires,
            used: None,
        };
        Ok((TokenKey::new(chance), token))
    }
}

/// Whose a token is, and what it may.
#[derive(Debug, Clone)]
pub struct Bearer {
    /// In whose name it asks.
    pub person: Person,
    /// The token.
    pub token: Token,
}

impl Desk {
    /// Makes a token. It is shown this once. Whether its person is in the team is for the caller to
    /// see, each time it is used too.
    ///
    /// # Errors
    ///
    /// [`DeskError::NotFresh`], [`DeskError::TokenTime`], [`DeskError::TokenScope`]
    pub fn make_token(
        &self,
        key: &SessionKey,
        new: &NewToken,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<(TokenKey, Token), DeskError> {
        let (token_key, token) = new.of(key.person(), visit.now, chance)?;
        let made = Mark::of(What::TokenMade, visit.now).in_team(&token.team, None);
        let attempt = || {
            let held = self.fresh(key, visit)?;
            let place = token_key.place();
            let changes = vec![
                Seen::nothing(Drawer::Tokens, place).becomes(&token),
                held.credentials.same(),
                self.marked(&made.clone().by(Some(token.person)).from(visit.from))?,
            ];
            Ok(Attempt { changes, then: () })
        };
        keep::until_kept::<_, DeskError>(attempt, self.cabinet.as_ref())?;
        Ok((token_key, token))
    }

    /// Makes a token in somebody's name, as who owns the machine may. It is shown this once.
    ///
    /// # Errors
    ///
    /// [`DeskError::Nobody`], [`DeskError::TokenTime`], [`DeskError::TokenScope`]
    pub fn make_token_for(
        &self,
        person: PersonId,
        new: &NewToken,
        now: Timestamp,
        chance: &mut dyn CryptoRng,
    ) -> Result<(TokenKey, Token), DeskError> {
        let (token_key, token) = new.of(person, now, chance)?;
        let attempt = || {
            let record = self.record(person)?;
            let known = record.value.clone().and_then(Record::person);
            known.ok_or(DeskError::Nobody)?;
            let place = Seen::nothing(Drawer::Tokens, token_key.place());
            let made = Mark::of(What::TokenMade, now).to(person);
            let made = self.marked(&made.in_team(&token.team, None))?;
            let changes = vec![place.becomes(&token), record.same(), made];
            Ok(Attempt { changes, then: () })
        };
        keep::until_kept::<_, DeskError>(attempt, self.cabinet.as_ref())?;
        Ok((token_key, token))
    }

    /// In whose name a request with this token asks; nobody if it holds no more.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn bearer(&self, key: &TokenKey, now: Timestamp) -> Result<Option<Bearer>, DeskError> {
        let place = key.place();
        let seen = Seen::<Token>::read(self.cabinet.as_ref(), Drawer::Tokens, place)?;
        let Some(token) = seen.value.clone().filter(|token| token.holds(now)) else {
            return Ok(None);
        };
        let record = self.record(token.person)?.value;
        let Some(person) = record.and_then(Record::person) else {
            return Ok(None);
        };
        if let Some(noted) = token.noted(now) {
            match self.cabinet.commit(&[seen.becomes(&noted)]) {
                Ok(()) | Err(CabinetError::Conflict) => {}
                Err(error @ (CabinetError::Unsure(_) | CabinetError::Trouble { .. })) => {
                    return Err(KeepError::from(error).into());
                }
            }
        }
        Ok(Some(Bearer { person, token }))
    }

    /// The tokens of a person, oldest first, also those that expired and were not yet cleared away.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn tokens_of(&self, person: PersonId) -> Result<Vec<Token>, DeskError> {
        self.tokens(|token| token.person == person)
    }

    /// The tokens for what a team may see.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn tokens_for(&self, team: &TeamId) -> Result<Vec<Token>, DeskError> {
        self.tokens(|token| token.team == *team)
    }

    /// Every token, oldest first.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn all_tokens(&self) -> Result<Vec<Token>, DeskError> {
        self.tokens(|_token| true)
    }

    fn tokens(&self, wanted: impl Fn(&Token) -> bool) -> Result<Vec<Token>, DeskError> {
        let all = Seen::<Token>::list(self.cabinet.as_ref(), Drawer::Tokens, "")?;
        let mut tokens: Vec<Token> = all
            .into_iter()
            .filter_map(|seen| seen.value.filter(&wanted))
            .collect();
        tokens.sort_by_key(|token| token.id);
        Ok(tokens)
    }

    /// A token by its id: who may revoke it depends on whose it is, see
    /// [`Token::may_be_revoked_by`].
    ///
    /// # Errors
    ///
    /// [`DeskError::Gone`]
    pub fn token(&self, id: Uuid) -> Result<Token, DeskError> {
        let mut found = self.tokens(|token| token.id == id)?;
        found.pop().ok_or(DeskError::Gone)
    }

    /// Revokes a token.
    ///
    /// # Errors
    ///
    /// [`DeskError::Gone`]
    pub fn revoke_token(
        &self,
        id: Uuid,
        by: Option<PersonId>,
        now: Timestamp,
    ) -> Result<(), DeskError> {
        let attempt = || {
            let all = Seen::<Token>::list(self.cabinet.as_ref(), Drawer::Tokens, "")?;
            let mut all = all.iter();
            let named = all.find(|seen| seen.value.as_ref().is_some_and(|t| t.id == id));
            let named = named.ok_or(DeskError::Gone)?;
            let mut mark = Mark::of(What::TokenRevoked, now).by(by);
            if let Some(token) = &named.value {
                mark = mark.in_team(&token.team, None).to(token.person);
            }
            let changes = vec![named.removed(), self.marked(&mark)?];
            Ok(Attempt { changes, then: () })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }
}
