//! What the signals are read from, gathered once for all States.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;
use ledger::body::vocabulary::{PledgeKind, PledgeState, RoleKind};
use ledger::body::{Meeting, Pledge, Role, RollCall, Stage};
use treaty::{Lang, ParticipantId, TreatyId};

use super::about::{About, is_in};
use super::contacts::Contact;
use crate::fold::Under;
use crate::kinds;
use crate::meeting::last_day;
use crate::record::At;
use crate::view::{Lacks, Said, Standing};
use crate::world::World;

/// Groups that are no region: whoever is in them has no neighbour for it.
const NO_REGION: [&str; 10] = [
    "Commonwealth",
    "G20",
    "G7",
    "LDC",
    "NAM",
    "NATO",
    "OIC",
    "OIF",
    "OSCE",
    "SIDS",
];
/// A group of fewer says little.
const FEWEST: usize = 4;
/// One of more says little where there is a smaller.
const LARGE: usize = 40;
/// How many of its smallest groups speak for a State.
const SMALLEST: usize = 2;
/// How far ahead a meeting may lie, in days.
const AHEAD: i64 = 180;

/// Everything the signals are read from.
pub(crate) struct Ground<'w> {
    pub(crate) world: &'w World,
    pub(crate) under: &'w Under,
    pub(crate) on: Date,
    pub(crate) lang: Lang,
    /// Where everybody stands that may join.
    pub(crate) standings: BTreeMap<ParticipantId, Standing>,
    pub(crate) votes: Vec<(At, &'w RollCall)>,
    pub(crate) stages: BTreeMap<ParticipantId, (At, &'w Stage)>,
    pub(crate) pledges: BTreeMap<ParticipantId, Vec<(At, &'w Pledge)>>,
    pub(crate) contacts: BTreeMap<ParticipantId, Cow<'w, Contact>>,
    /// The groups of a region with their members, the smallest first.
    groups: Vec<(String, Vec<ParticipantId>)>,
    /// The offices held on the day under the treaty.
    pub(crate) offices: Vec<Office<'w>>,
    /// Who coordinates: the campaign's States, and those who hold that office.
    pub(crate) coordinators: BTreeSet<ParticipantId>,
    /// Meetings ahead, of this treaty and others, the first first.
    pub(crate) ahead: Vec<Ahead<'w>>,
    pub(crate) force: Needs,
    /// The treaties of the question.
    pub(crate) treaties: Vec<TreatyId>,
}

/// An office under the treaty.
pub(crate) struct Office<'w> {
    pub(crate) at: At,
    pub(crate) role: &'w Role,
    pub(crate) kind: RoleKind,
}

/// A meeting ahead.
pub(crate) struct Ahead<'w> {
    pub(crate) at: At,
    pub(crate) meeting: &'w Meeting,
    pub(crate) under: &'w Under,
}

/// What entry into force needs.
pub(crate) enum Needs {
    /// Nothing: it is in force, or its condition is met.
    Nothing,
    /// These by name, and, where `others`, anyone.
    Named {
        lacking: BTreeSet<ParticipantId>,
        others: bool,
    },
}

impl<'w> Ground<'w> {
    /// For all States, or for `whom` alone.
    pub(crate) fn lay(
        world: &'w World,
        about: &About<'w>,
        whom: Option<ParticipantId>,
        on: Date,
        lang: Lang,
    ) -> Ground<'w> {
        let under = about.under;
        let treaty = &under.law.id;
        let offices = world.offices(treaty, on);
        let coordinating = offices
            .iter()
            .filter(|office| office.kind == RoleKind::Coordinator);
        let by = about
            .campaign
            .map(|campaign| campaign.by.as_slice())
            .unwrap_or_default();
        Ground {
            world,
            under,
            on,
            lang,
            standings: world.standings(under, on),
            votes: world.votes(treaty, on),
            stages: world.stages_on(treaty, on),
            pledges: world.pledges_open(treaty, on),
            contacts: world.contacts_of(&about.treaties, whom, on),
            groups: regional(world, on),
            coordinators: coordinating
                .map(|office| office.role.by)
                .chain(by.iter().copied())
                .collect(),
            offices,
            ahead: world.ahead(on),
            force: world.needs(under, on),
            treaties: about.treaties.clone(),
        }
    }

    pub(crate) fn name(&self, id: ParticipantId) -> String {
        self.world.registry.name(id, self.lang)
    }

    pub(crate) fn names(&self, all: impl IntoIterator<Item = ParticipantId>) -> Said {
        let mut all: Vec<_> = all.into_iter().collect();
        all.sort_by_key(|id| (self.world.registry.rank(*id), *id));
        Said::Names(all.into_iter().map(|id| self.name(id)).collect())
    }

    /// Whether its consent stands under the treaty.
    pub(crate) fn is_in(&self, id: ParticipantId) -> bool {
        self.standings
            .get(&id)
            .is_some_and(|standing| is_in(*standing))
    }

    /// The smallest groups of its region that it belongs to, with those of their members that may
    /// join but itself.
    pub(crate) fn groups_of(&self, id: ParticipantId) -> Vec<(&str, Vec<ParticipantId>)> {
        let its = self
            .groups
            .iter()
            .filter(|(_, members)| members.contains(&id));
        let others = its.map(|(group, members)| {
            let may = members.iter().copied();
            let may = may.filter(|other| *other != id && self.standings.contains_key(other));
            (group.as_str(), may.collect::<Vec<_>>())
        });
        let mut smallest: Vec<_> = others
            .filter(|(_, members)| !members.is_empty())
            .take(SMALLEST)
            .collect();
        // They come by size: what stands behind another is there for its being small too.
        let mut nth = 0;
        smallest.retain(|(_, members)| {
            nth += 1;
            nth == 1 || members.len() <= LARGE
        });
        smallest
    }
}

/// The groups of a region, the smallest first.
fn regional(world: &World, on: Date) -> Vec<(String, Vec<ParticipantId>)> {
    let of_a_treaty = |group: &str| {
        let mut treaties = world.treaties.keys();
        treaties.any(|treaty| {
            group
                .strip_prefix(treaty.as_str())
                .is_some_and(|rest| rest.starts_with('-'))
        })
    };
    let mut groups = world.groups(on);
    groups.retain(|(group, members)| {
        members.len() >= FEWEST && !NO_REGION.contains(&group.as_str()) && !of_a_treaty(group)
    });
    groups.sort_by(|(a, x), (b, y)| (x.len(), a).cmp(&(y.len(), b)));
    groups
}

impl World {
    /// The stage of each State on a day: the one with the latest day; of two of one day the further.
    pub(crate) fn stages_on(
        &self,
        treaty: &TreatyId,
        on: Date,
    ) -> BTreeMap<ParticipantId, (At, &Stage)> {
        let mut stages = BTreeMap::<ParticipantId, (At, &Stage)>::new();
        let shelf = self
            .shelf
            .stages
            .iter()
            .filter(|&&at| self.record.counts(at));
        for (at, stage) in
            shelf.filter_map(|&at| Some((at, kinds::stage(self.record.body(at))?)))
        {
            if stage.treaty != *treaty || stage.on.earliest() > on {
                continue;
            }
            let known = stages.entry(stage.by).or_insert((at, stage));
            let key = |stage: &Stage| (stage.on, stage.stage, stage.step);
            if key(known.1) < key(stage) {
                *known = (at, stage);
            }
        }
        stages
    }

    /// What was promised by a day and still stands, by State.
    pub(crate) fn pledges_open(
        &self,
        treaty: &TreatyId,
        on: Date,
    ) -> BTreeMap<ParticipantId, Vec<(At, &Pledge)>> {
        let mut pledges = BTreeMap::<_, Vec<_>>::new();
        let shelf = self
            .shelf
            .pledges
            .iter()
            .filter(|&&at| self.record.counts(at));
        for (at, pledge) in
            shelf.filter_map(|&at| Some((at, kinds::pledge(self.record.body(at))?)))
        {
            let made = pledge.on.is_none_or(|day| day.earliest() <= on);
            if pledge.treaty == *treaty && pledge.state == PledgeState::Open && made {
                pledges.entry(pledge.by).or_default().push((at, pledge));
            }
        }
        for all in pledges.values_mut() {
            all.sort_by_key(|(at, pledge)| (pledge.due.is_none(), pledge.due, pledge.on, *at));
        }
        pledges
    }

    /// The offices under a treaty that are held on a day.
    pub(crate) fn offices(&self, treaty: &TreatyId, on: Date) -> Vec<Office<'_>> {
        let shelf = self.shelf.roles.iter();
        let roles = shelf.filter_map(|&at| Some((at, kinds::role(self.record.body(at))?)));
        let held = |role: &Role| {
            role.from.is_some_and(|from| from.earliest() <= on)
                && role.until.is_none_or(|until| on <= until.latest())
        };
        let mut offices: Vec<_> = roles
            .filter(|(_, role)| role.treaty == *treaty && held(role))
            .map(|(at, role)| Office {
                at,
                role,
                kind: kind_of(role),
            })
            .collect();
        offices
            .sort_by_key(|office| (office.role.by, office.kind, office.role.from, office.at));
        offices
    }

    /// The meetings that begin, or last, within half a year from a day.
    fn ahead(&self, on: Date) -> Vec<Ahead<'_>> {
        let last = on.saturating_add(AHEAD.days());
        let mut told = self.told_meetings(None);
        told.retain(|(_, at, meeting)| {
            self.record.counts(*at)
                && on <= last_day(meeting)
                && meeting.start.earliest() <= last
        });
        let ahead = told.into_iter().filter_map(|(_, at, meeting)| {
            let under = self.under(&meeting.treaty)?;
            Some(Ahead { at, meeting, under })
        });
        ahead.collect()
    }

    fn needs(&self, under: &Under, on: Date) -> Needs {
        match self.force(&under.law.id, on, &[], Lang::En) {
            Some(view) if !view.met => {
                let named = view.named.iter().filter(|row| row.lacks != Lacks::Nothing);
                Needs::Named {
                    lacking: named.map(|row| row.iso3).collect(),
                    others: view.missing_others > 0,
                }
            }
            Some(_) | None => Needs::Nothing,
        }
    }
}

/// Of which kind an office is; where nobody said, by what it is called.
pub(crate) fn kind_of(role: &Role) -> RoleKind {
    let called = role.role.to_lowercase();
    let by_name = || {
        let words = [
            ("coordinator", RoleKind::Coordinator),
            ("champion", RoleKind::Champion),
            ("envoy", RoleKind::SpecialEnvoy),
            ("focal point", RoleKind::FocalPoint),
            ("friend", RoleKind::Friend),
            ("president", RoleKind::President),
        ];
        let found = words.into_iter().find(|(word, _)| called.contains(word));
        found.map_or(RoleKind::Other, |(_, kind)| kind)
    };
    role.kind.unwrap_or_else(by_name)
}

/// Whether a promise brings the one who made it nearer to the treaty from where it stands.
pub(crate) fn leads_in(kind: PledgeKind, standing: Standing) -> bool {
    match kind {
        PledgeKind::Join => true,
        PledgeKind::Sign => standing != Standing::Signatory,
        PledgeKind::Vote
        | PledgeKind::Attend
        | PledgeKind::Implement
        | PledgeKind::Assist
        | PledgeKind::Other => false,
    }
}
