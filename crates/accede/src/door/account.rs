//! What the ledger holds of somebody, and what it is told when he is called otherwise or goes.

use std::collections::BTreeMap;
use std::error::Error;

use ledger::body;
use ledger::{Audience, Body};
use people::roster::{self, Actor, RosterError};
use people::{Person, PersonId, TeamId};
use treaty::Source;
use web::{Committed, OnRecord, Seated};
use world::Viewer;

use super::Entrance;
use crate::clerk::{ClerkError, Draft, Shown};

/// What was last said of a person.
fn said_of(shown: Shown<'_>, person: PersonId) -> Option<&body::Person> {
    shown.entries().rev().find_map(|recorded| {
        if let Body::Person(said) = &recorded.entry.body
            && said.person == person
        {
            return Some(said);
        }
        None
    })
}

impl Entrance {
    /// Records what somebody is called, unless that is on record.
    pub(super) fn record_called(&self, person: &Person) -> Result<(), ClerkError> {
        self.record_person(person.body(), &person.id.to_string())
    }

    /// Records that somebody is not known any more.
    pub(super) fn record_gone(
        &self,
        actor: &Actor,
        person: PersonId,
    ) -> Result<(), ClerkError> {
        let gone = body::Person {
            person,
            commitment: None,
        };
        self.record_person(gone, &actor.author())
    }

    fn record_person(&self, new: body::Person, author: &str) -> Result<(), ClerkError> {
        let viewer = Viewer::member(Vec::<String>::new());
        self.standing.submit_as(&viewer, author, move |shown| {
            let drafts = (said_of(shown, new.person) != Some(&new)).then(|| {
                let source = Source::cited("the register of this instance");
                let draft = Draft::new(source, Body::Person(new.clone()));
                draft.seen_by(Audience::SignedIn, None)
            });
            Ok((drafts.into_iter().collect(), ()))
        })?;
        Ok(())
    }

    /// The teams that somebody cannot leave.
    pub(super) fn needing(&self, person: PersonId) -> Vec<TeamId> {
        let seating = self.seating();
        let his = seating.of_person(person).0.into_keys();
        let needs = |team: &TeamId| {
            let there = seating.in_team(team);
            roster::stays_administrated(team, &there, person, None).is_err()
        };
        his.filter(needs).collect()
    }

    /// Finishes what was begun when the program last stopped: who asked to be erased, and what people
    /// are called.
    pub(super) fn settle_accounts(&self) -> Result<(), Box<dyn Error + Send + Sync>> {
        for person in self.desk.leaving()? {
            match self.forget(&Actor::Person(person), person) {
                // He is needed now, and stays; who reads the page is told.
                Ok(()) | Err(RosterError::Not(_)) => {}
                Err(cause) => return Err(cause.into()),
            }
        }
        let persons = self.desk.persons()?;
        let record = self.standing.record();
        let mut said = BTreeMap::new();
        for recorded in record.entries() {
            if let Body::Person(body) = &recorded.entry.body {
                said.insert(body.person, body);
            }
        }
        for person in &persons {
            if said.get(&person.id) != Some(&&person.body()) {
                self.record_called(person)?;
            }
        }
        Ok(())
    }

    /// Everything the ledger holds of somebody: each entry about him, and how many are his.
    pub(super) fn held_of(&self, person: PersonId) -> OnRecord {
        let (record, author) = (self.standing.record(), person.to_string());
        let mut held = OnRecord::default();
        for recorded in record.entries() {
            let (entry, at) = (recorded.entry.id.to_string(), recorded.entry.recorded);
            if recorded.entry.author == author && recorded.entry.origin.is_none() {
                held.recorded += 1;
                held.first.get_or_insert(at);
                held.last = Some(at);
            }
            if let Body::Person(body) = &recorded.entry.body
                && body.person == person
            {
                let commitment = body.commitment.clone();
                held.commitments.push(Committed {
                    entry,
                    at,
                    commitment,
                });
            } else if let Body::Seat(seat) = &recorded.entry.body
                && seat.person == person
            {
                let (team, role) = (seat.team.clone(), seat.role);
                held.seats.push(Seated {
                    entry,
                    at,
                    team,
                    role,
                });
            }
        }
        held
    }
}
