//! What stands behind the door of the pages: the desk where people are known, the seats that the
//! ledger gives them, and the clerk who records that somebody joined.

mod account;
mod audit;
mod circle;
mod record;
mod roster;
mod tray;
mod understood;

use std::error::Error;
use std::sync::{Arc, PoisonError, RwLock};

use getrandom::SysRng;
use getrandom::rand_core::{CryptoRng, UnwrapErr};
use jiff::Timestamp;
use ledger::{Audience, Body, EntryRef, Head};
use people::roster::{Actor, NotDone, RosterError};
use people::{Accepted, Desk, DeskError, InvitationKey, Person, PersonId, Seats, TeamId};
use store::Location;
use treaty::Source;
use web::{
    About, By, Circle, Door, Kept, NotRecorded, OnRecord, Receiver, Understood, Wanted, Wish,
    Wording,
};
use world::{Viewer, World};

use crate::clerk::{ClerkError, Draft};
use crate::clock::Clock;
use crate::ministry::Ministry;
use crate::seats::Seating;
use crate::standing::Standing;

/// The door of an instance.
#[derive(Debug)]
pub struct Entrance {
    desk: Desk,
    clock: Clock,
    standing: Arc<Standing>,
    /// Who sits where, up to a head.
    seating: RwLock<(Head, Arc<Seating>)>,
    /// Who vouches for people, if anybody was configured.
    ministry: Option<Ministry>,
    /// Where the ledger is, and with it the files of documents.
    location: Option<Location>,
}

impl Entrance {
    /// The door before `standing`, where `desk` knows the people.
    pub fn new(desk: Desk, clock: Clock, standing: Arc<Standing>) -> Entrance {
        Entrance {
            desk,
            clock,
            standing,
            seating: RwLock::new((Head::EMPTY, Arc::default())),
            ministry: None,
            location: None,
        }
    }

    /// The same door, behind which the files of documents are kept with the ledger there. Without it no document is
    /// confirmed.
    #[must_use]
    pub fn keeping_at(mut self, location: Location) -> Entrance {
        self.location = Some(location);
        self
    }

    /// The same door, at which this issuer vouches for people.
    #[must_use]
    pub fn vouched_by(mut self, ministry: Option<Ministry>) -> Entrance {
        self.ministry = ministry;
        self
    }

    /// The link for the very first one, if nobody has joined yet.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn first(&self) -> Result<Option<InvitationKey>, DeskError> {
        self.desk.setup(self.clock.now(), self.chance().as_mut())
    }

    /// Records what was left undone when the program stopped between cabinet and ledger, and erases who
    /// had asked for it; gives how many had joined.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`], or what kept it from being recorded.
    pub fn settle(&self) -> Result<usize, Box<dyn Error + Send + Sync>> {
        let unsettled = self.desk.unsettled()?;
        for accepted in &unsettled {
            self.admit(accepted)?;
        }
        self.settle_accounts()?;
        Ok(unsettled.len())
    }

    /// Clears away what is over of what is known of people; gives how much.
    ///
    /// # Errors
    ///
    /// [`DeskError::Keep`]
    pub fn sweep(&self) -> Result<usize, DeskError> {
        self.desk.sweep(self.clock.now())
    }

    /// Who sits where, now.
    fn seating(&self) -> Arc<Seating> {
        let record = self.standing.record();
        let head = record.head();
        {
            let (at, seating) = &*self.seating.read().unwrap_or_else(PoisonError::into_inner);
            if *at == head {
                return Arc::clone(seating);
            }
        }
        let new = Arc::new(Seating::of(record.entries()));
        let mut kept = self.seating.write().unwrap_or_else(PoisonError::into_inner);
        *kept = (head, Arc::clone(&new));
        new
    }

    fn record(&self, accepted: &Accepted) -> Result<(), ClerkError> {
        let (person, seat) = accepted.bodies();
        let (into, team) = (accepted.team.clone(), accepted.team.as_str().to_owned());
        let author = accepted.by.unwrap_or(accepted.person.id).to_string();
        let viewer = Viewer::member([team.clone()]);
        let source = Source::cited("the register of this instance");
        self.standing.submit_as(&viewer, &author, move |shown| {
            // A person is on record once, and an invitation takes nothing from who sits there already.
            let there = Seating::of(shown.entries()).in_team(&into);
            let has = |body: &Body| {
                if let Body::Seat(seat) = body {
                    return there.get(&seat.person).copied() >= seat.role;
                }
                let said = shown.entries().rev().map(|one| &one.entry.body);
                let mut same_kind = said.filter(|said| is_about_the_same(said, body));
                same_kind.next() == Some(body)
            };
            let bodies = [
                (Body::Person(person.clone()), Audience::SignedIn),
                (
                    Body::Seat(seat.clone()),
                    Audience::Teams(vec![team.clone()]),
                ),
            ];
            let new = bodies.into_iter().filter(|(body, _)| !has(body));
            let drafts = new.map(|(body, audience)| {
                Draft::new(source.clone(), body).seen_by(audience, None)
            });
            Ok((drafts.collect(), ()))
        })?;
        Ok(())
    }
}

/// Whether two entries are about the same person.
fn is_about_the_same(one: &Body, other: &Body) -> bool {
    if let (Body::Person(one), Body::Person(other)) = (one, other) {
        return one.person == other.person;
    }
    false
}

impl Door for Entrance {
    fn desk(&self) -> &Desk {
        &self.desk
    }

    fn trays(&self) -> &dyn web::Trays {
        self
    }

    fn roster(&self) -> &dyn web::Teams {
        self
    }

    fn now(&self) -> Timestamp {
        self.clock.now()
    }

    fn chance(&self) -> Box<dyn CryptoRng> {
        Box::new(UnwrapErr(SysRng))
    }

    fn seats(&self, person: PersonId) -> Seats {
        self.seating().of_person(person)
    }

    fn teams(&self) -> Vec<(TeamId, String)> {
        let seating = self.seating();
        let teams = seating.teams();
        teams
            .map(|(id, name)| (id.clone(), name.to_owned()))
            .collect()
    }

    fn receivers(&self, team: &TeamId) -> Vec<Receiver> {
        self.receivers_of(team)
    }

    fn record(&self, by: &By, wish: &Wish) -> Result<Kept, NotRecorded> {
        self.record_wish(by, wish)
    }

    fn recorded_before(&self, by: &By, wanted: &Wanted) -> Option<EntryRef> {
        self.before(by, wanted)
    }

    fn circle(&self, person: PersonId, audience: &Audience) -> Circle {
        self.circle_of(person, audience)
    }

    fn understood(
        &self,
        world: &World,
        wording: Wording,
        text: &str,
        about: &About,
    ) -> Result<Understood, String> {
        understood::understood(world, wording, text, about)
    }

    fn team_name(&self, team: &TeamId) -> Option<String> {
        self.seating().name(team).map(str::to_owned)
    }

    fn admit(&self, accepted: &Accepted) -> Result<(), Box<dyn Error + Send + Sync>> {
        self.record(accepted)?;
        self.desk.settle(accepted.invitation)?;
        Ok(())
    }

    fn issuer(&self) -> Option<&dyn web::Issuer> {
        let ministry = self.ministry.as_ref()?;
        Some(ministry)
    }

    fn call(&self, person: &Person) -> Result<(), Box<dyn Error + Send + Sync>> {
        Ok(self.record_called(person)?)
    }

    fn needed_in(&self, person: PersonId) -> Vec<TeamId> {
        self.needing(person)
    }

    fn forget(&self, person: PersonId) -> Result<Vec<TeamId>, Box<dyn Error + Send + Sync>> {
        match Entrance::forget(self, &Actor::Person(person), person) {
            Ok(()) => Ok(Vec::new()),
            Err(RosterError::Not(NotDone::LastAdministrator(_))) => Ok(self.needing(person)),
            Err(cause) => Err(cause.into()),
        }
    }

    fn on_record(&self, person: PersonId) -> OnRecord {
        self.held_of(person)
    }
}
