//! Who there is: what they are called, what is known of one, and forgetting one.

use std::collections::BTreeSet;

use jiff::Timestamp;
use rand_core::CryptoRng;
use serde_json::{Value, json};

use super::{Desk, DeskError, Visit};
use crate::PersonId;
use crate::cabinet::Drawer;
use crate::email::{self, Email};
use crate::invitation::{self, Invitation};
use crate::keep::{self, Attempt, Seen};
use crate::person::{self, Person, Record};
use crate::session::SessionKey;
use crate::throttle;
use crate::token::Token;
use crate::trail::{Mark, What};
use crate::tray::Owner;

impl Desk {
    /// A person, unless there is none of that id or he was erased.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn person(&self, id: PersonId) -> Result<Option<Person>, DeskError> {
        Ok(self.record(id)?.value.and_then(Record::person))
    }

    /// Everybody, in the order in which they joined.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn persons(&self) -> Result<Vec<Person>, DeskError> {
        let all = Seen::<Record>::list(self.cabinet.as_ref(), Drawer::Persons, "")?;
        let all = all.into_iter().filter_map(|seen| seen.value);
        Ok(all.filter_map(Record::person).collect())
    }

    /// Calls somebody otherwise, or gives him another address. The ledger needs the new commitment.
    ///
    /// # Errors
    ///
    /// [`DeskError::NotFresh`], [`DeskError::Taken`], [`DeskError::Name`], [`DeskError::Email`]
    pub fn call(
        &self,
        key: &SessionKey,
        name: &str,
        email: &str,
        visit: &Visit<'_>,
        chance: &mut dyn CryptoRng,
    ) -> Result<Person, DeskError> {
        let name = email::name(name)?;
        let email = Email::new(email)?;
        let attempt = || {
            let held = self.fresh(key, visit)?;
            let record = self.record(key.person())?;
            let person = record.value.clone().and_then(Record::person);
            let mut person = person.ok_or(DeskError::NotSignedIn)?;
            if person.is_called(&name, &email) {
                return Ok(Attempt::nothing(person));
            }
            let mut changes = vec![held.credentials.same()];
            let before = self.account(person.email().as_str());
            let after = self.account(email.as_str());
            if before != after {
                let holder = self.holder(&after)?;
                if holder.value.is_some() {
                    return Err(DeskError::Taken);
                }
                changes.push(self.holder(&before)?.removed());
                changes.push(holder.becomes(&person.id));
            }
            person.call(name.clone(), email.clone(), visit.now, chance);
            changes.push(record.becomes(&Record::Person(person.clone())));
            Ok(Attempt {
                changes,
                then: person,
            })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }

    /// Lets somebody read pages in another language.
    ///
    /// # Errors
    ///
    /// [`DeskError::Language`], [`DeskError::NotSignedIn`]
    pub fn speak(
        &self,
        key: &SessionKey,
        language: &str,
        visit: &Visit<'_>,
    ) -> Result<(), DeskError> {
        let language = person::language(language)?;
        let attempt = || {
            self.signed(key, visit)?;
            let record = self.record(key.person())?;
            let person = record.value.clone().and_then(Record::person);
            let mut person = person.ok_or(DeskError::NotSignedIn)?;
            person.language.clone_from(&language);
            let changes = vec![record.becomes(&Record::Person(person))];
            Ok(Attempt { changes, then: () })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())
    }

    /// Everything kept about a person, but for what is secret: hashes of passwords and keys are said to
    /// be there, and not given. What he recorded is in the ledger, under his id.
    ///
    /// # Errors
    ///
    /// [`DeskError::Nobody`]
    pub fn export(&self, id: PersonId) -> Result<Value, DeskError> {
        let record = self.record(id)?.value;
        let person = record.and_then(Record::person).ok_or(DeskError::Nobody)?;
        let known = self.credentials(id)?.value.unwrap_or_default();
        let sessions: Vec<Value> = self
            .sessions_of(id)?
            .into_iter()
            .filter_map(|seen| seen.value)
            .map(|session| {
                json!({
                    "begun": session.begun,
                    "seen": session.seen,
                    "proved": session.proved,
                    "agent": session.agent,
                })
            })
            .collect();
        let about = |it: &Invitation| it.by == Some(id) || is_for(it, &person);
        let all = Seen::<Invitation>::list(
            self.cabinet.as_ref(),
            Drawer::Invitations,
            invitation::PLACE,
        )?;
        let invitations: Vec<Invitation> = all
            .into_iter()
            .filter_map(|seen| seen.value.filter(about))
            .collect();
        let resets: Vec<Value> = self
            .resets_of(id)?
            .into_iter()
            .filter_map(|seen| seen.value)
            .map(|reset| json!({ "made": reset.made, "app_lost": reset.app_lost }))
            .collect();
        let attempts = self.attempts_at(&person)?.len();
        Ok(json!({
            "person": person,
            "signs_in_with": known.listed(),
            "sessions": sessions,
            "tokens": self.tokens_of(id)?,
            "invitations": invitations,
            "links_for_a_new_password": resets,
            "joined_first_of_all": self.founded()?.value == Some(id),
            "asked_to_be_erased": self.mark(id)?.value,
            "what_happened": self.trail_of(id)?,
            "counters_of_failed_attempts": attempts,
        }))
    }

    fn attempts_at(&self, person: &Person) -> Result<Vec<Seen<throttle::Count>>, DeskError> {
        let codes: BTreeSet<String> = person
            .addresses()
            .map(|email| self.account(email.as_str()))
            .collect();
        let mut found = Vec::new();
        for code in codes {
            // Somebody else may have an address that was his: what is counted there is about him.
            let holder = self.holder(&code)?.value;
            if holder.is_none_or(|holder| holder == person.id) {
                let prefix = throttle::prefix(&code);
                let cabinet = self.cabinet.as_ref();
                found.extend(Seen::list(cabinet, Drawer::Throttles, &prefix)?);
            }
        }
        Ok(found)
    }

    /// Erases a person: names, addresses, salts, passwords, apps, sessions, tokens, counters and
    /// invitations. His id stays, as one that was erased; the commitment in the ledger fits nobody
    /// from now on. Doing it twice is doing it once.
    ///
    /// # Errors
    ///
    /// [`DeskError::Nobody`]
    pub fn erase(&self, id: PersonId, now: Timestamp) -> Result<(), DeskError> {
        let attempt = || {
            let record = self.record(id)?;
            let person = match record.value.clone().ok_or(DeskError::Nobody)? {
                Record::Erased { .. } => return Ok::<_, DeskError>(Attempt::nothing(())),
                Record::Person(person) => person,
            };
            let mut changes = vec![record.becomes(&Record::Erased { id, erased: now })];
            let holder = self.holder(&self.account(person.email().as_str()))?;
            changes.push(holder.removed());
            let credentials = self.credentials(id)?;
            changes.extend(self.unlinked(credentials.value.as_ref())?);
            changes.push(credentials.removed());
            changes.extend(self.passkeys_removed(&credentials.value.unwrap_or_default())?);
            changes.extend(self.all_ended(id)?);
            changes.extend(self.attempts_at(&person)?.iter().map(Seen::removed));
            let tokens = Seen::<Token>::list(self.cabinet.as_ref(), Drawer::Tokens, "")?;
            let his = |seen: &&Seen<Token>| {
                let token = seen.value.as_ref();
                token.is_some_and(|token| token.person == id)
            };
            changes.extend(tokens.iter().filter(his).map(Seen::removed));
            let all = Seen::<Invitation>::list(
                self.cabinet.as_ref(),
                Drawer::Invitations,
                invitation::PLACE,
            )?;
            let for_him = |seen: &&Seen<Invitation>| {
                let it = seen.value.as_ref();
                it.is_some_and(|it| is_for(it, &person))
            };
            changes.extend(all.iter().filter(for_him).map(Seen::removed));
            changes.extend(self.resets_removed(id)?);
            let mark = self.mark(id)?;
            changes.extend(mark.value.iter().map(|_| mark.removed()));
            changes.push(self.marked(&Mark::of(What::Erased, now).to(id))?);
            Ok(Attempt { changes, then: () })
        };
        keep::until_kept(attempt, self.cabinet.as_ref())?;
        Ok(self.tray().clear(&Owner::Person(id))?)
    }
}

/// Whether an invitation is for a person, by an address he has or had.
fn is_for(invitation: &Invitation, person: &Person) -> bool {
    let email = invitation.email.as_ref();
    email.is_some_and(|email| person.addresses().any(|his| his == email))
}
