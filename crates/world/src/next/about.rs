//! What "whom next" is asked about: a treaty, or a campaign with its aim; and who is meant.

use std::collections::BTreeSet;

use jiff::civil::Date;
use ledger::body::Campaign;
use treaty::{Lang, ParticipantId, TreatyId};

use crate::fold::Under;
use crate::view::{CampaignSummary, Standing};
use crate::world::World;

/// What the question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next<'a> {
    /// Everybody who may join a treaty and has not.
    Treaty(&'a TreatyId),
    /// Those whom a campaign wants to join, by its name in addresses; a treaty's own where none is
    /// recorded under that name.
    Campaign(&'a str),
}

/// The same, looked up.
pub(crate) struct About<'w> {
    pub(crate) under: &'w Under,
    /// Its treaties: approaches for any of them count.
    pub(crate) treaties: Vec<TreatyId>,
    /// The campaign, where one is recorded.
    pub(crate) campaign: Option<&'w Campaign>,
    /// What it wants, where the question is about one.
    pub(crate) summary: Option<CampaignSummary>,
    /// Who is meant; `None` is everybody who may join.
    meant: Option<BTreeSet<ParticipantId>>,
}

impl World {
    pub(crate) fn next_about(&self, next: Next<'_>, on: Date, lang: Lang) -> Option<About<'_>> {
        match next {
            Next::Treaty(treaty) => Some(About {
                under: self.under(treaty)?,
                treaties: vec![treaty.clone()],
                campaign: None,
                summary: None,
                meant: None,
            }),
            Next::Campaign(name) => {
                let wanted = self.wanted(name, on, lang)?;
                let treaties = wanted.recorded.map(|told| told.treaties.clone());
                Some(About {
                    under: wanted.under,
                    treaties: treaties.unwrap_or_else(|| vec![wanted.under.law.id.clone()]),
                    campaign: wanted.recorded,
                    summary: Some(wanted.summary),
                    meant: Some(wanted.missing),
                })
            }
        }
    }

    /// Those meant who are not in, with where they stand.
    pub(crate) fn not_in(&self, about: &About<'_>, on: Date) -> Vec<(ParticipantId, Standing)> {
        let standings = self.standings(about.under, on).into_iter();
        let meant = |id| about.meant.as_ref().is_none_or(|meant| meant.contains(&id));
        standings
            .filter(|(id, standing)| !is_in(*standing) && meant(*id))
            .collect()
    }
}

/// Whether a consent stands.
pub(crate) fn is_in(standing: Standing) -> bool {
    match standing {
        Standing::Party | Standing::Contracting => true,
        Standing::Signatory | Standing::Withdrawn | Standing::None => false,
    }
}
