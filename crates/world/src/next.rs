//! Whom to approach next: the States that are not in, by points made of explained signals.
//!
//! A point is weight times value, nothing else: what is not known adds nothing, and no number here
//! is a probability. Everything is read from the viewer's own world, so whoever sees fewer
//! approaches gets an order made of these alone.

mod about;
mod contacts;
mod ground;
mod neighbours;
mod signals;
mod suggest;
mod votes;
mod work;

use std::cmp::Reverse;

use jiff::civil::Date;
use treaty::{Lang, ParticipantId};

pub use self::about::Next;

pub(crate) use self::about::is_in;
pub(crate) use self::contacts::{Contact, took_place};
pub(crate) use self::ground::{Ground, kind_of as office_kind};
pub(crate) use self::neighbours::SOURCE;
pub(crate) use self::votes::{Ballot, ballot, cast};

use crate::view::{NextRow, NextView, Signal, SignalView, Standing, WeightView, Weights};
use crate::world::World;

impl World {
    /// Those whom a treaty or a campaign still lacks, those with most points first; `None` where
    /// there is no such campaign, or no readable file of the treaty.
    pub fn next(
        &self,
        about: Next<'_>,
        on: Date,
        weights: &Weights,
        lang: Lang,
    ) -> Option<NextView> {
        let about = self.next_about(about, on, lang)?;
        let ground = Ground::lay(self, &about, None, on, lang);
        let outside = self.not_in(&about, on).into_iter();
        let mut rows: Vec<_> = outside
            .map(|(id, standing)| ground.row(id, standing, weights))
            .collect();
        rows.sort_by_cached_key(|row| {
            (Reverse(row.points), self.registry.rank(row.iso3), row.iso3)
        });
        for (place, row) in (1..).zip(&mut rows) {
            row.place = place;
        }
        let weigh = |signal| WeightView {
            signal,
            weight: weights.of(signal),
            usual: Signal::usual_weight(signal),
        };
        Some(NextView {
            campaign: about.summary.clone(),
            treaty: about.under.law.id.clone(),
            short: about.under.law.short.clone(),
            on,
            known: self.known,
            head: self.head(),
            weights: Signal::ALL.into_iter().map(weigh).collect(),
            most: weights.sum() * 10,
            geography: neighbours::SOURCE.to_owned(),
            rows,
        })
    }
}

impl Ground<'_> {
    fn row(&self, id: ParticipantId, standing: Standing, weights: &Weights) -> NextRow {
        let signals: Vec<_> = Signal::ALL
            .into_iter()
            .map(|signal| self.signal(signal, id, standing, weights))
            .collect();
        let meeting = signals.iter().find(|one| one.signal == Signal::Meeting);
        NextRow {
            place: 0,
            iso3: id,
            name: self.name(id),
            standing,
            points: signals.iter().map(|signal| signal.points).sum(),
            messengers: self.messengers(id),
            venues: self.venues(id, meeting),
            signals,
        }
    }

    pub(crate) fn signal(
        &self,
        signal: Signal,
        id: ParticipantId,
        standing: Standing,
        weights: &Weights,
    ) -> SignalView {
        let (value, why) = match signal {
            Signal::Signatory => self.signatory(id, standing),
            Signal::VotedYes => self.voted_yes(id),
            Signal::Neighbours => self.neighbours(id),
            Signal::Groups => self.groups(id),
            Signal::Stage => self.stage(id),
            Signal::Pledges => self.pledges(id, standing),
            Signal::Contact => self.contact(id),
            Signal::Meeting => self.meeting(id, standing),
            Signal::Eif => self.eif(id),
            Signal::Instruments => self.instruments(id),
        };
        SignalView {
            signal,
            value,
            points: i32::from(weights.of(signal)) * i32::from(value.unwrap_or_default()),
            why,
        }
    }
}
