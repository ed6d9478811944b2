//! A treaty by groups of States: how many members of each stood where on a day.

use std::collections::BTreeMap;

use jiff::civil::Date;
use ledger::body::Membership;
use treaty::{PartialDate, ParticipantId, TreatyId};

use crate::fold::Under;
use crate::sheet::{Sheet, Tabular, word};
use crate::view::{GroupSort, GroupStanding, GroupsView, Standing};
use crate::world::World;

/// The regions of the M49 standard; its other groups lie within one of them.
const REGIONS: [&str; 5] = [
    "m49-africa",
    "m49-americas",
    "m49-asia",
    "m49-europe",
    "m49-oceania",
];

/// A participant's membership of a group, between two days either of which may be unknown: from
/// the day on which it had certainly begun until the last on which it may have lasted.
#[derive(Debug)]
pub(crate) struct Stay {
    by: ParticipantId,
    from: Option<Date>,
    until: Option<Date>,
}

impl Stay {
    pub(crate) fn of(membership: &Membership) -> Stay {
        Stay {
            by: membership.by,
            from: membership.from.map(PartialDate::latest),
            until: membership.until.map(PartialDate::latest),
        }
    }

    pub(crate) fn holds(&self, on: Date) -> bool {
        self.from.is_none_or(|from| from <= on) && self.until.is_none_or(|until| on <= until)
    }
}

impl World {
    /// The groups known, each with its members on a day, by code.
    pub fn groups(&self, on: Date) -> Vec<(String, Vec<ParticipantId>)> {
        let stays = self.stays().iter();
        let groups = stays.map(|(group, stays)| {
            let held = stays.iter().filter(|stay| stay.holds(on));
            let mut members: Vec<_> = held.map(|stay| stay.by).collect();
            members.dedup();
            (group.clone(), members)
        });
        groups.collect()
    }

    /// The names of the groups known, as [`World::groups`] has them.
    pub fn group_names(&self) -> impl Iterator<Item = &str> {
        self.stays().keys().map(String::as_str)
    }

    /// Every membership of each group, by code.
    fn stays(&self) -> &BTreeMap<String, Vec<Stay>> {
        self.stays.get_or_init(|| {
            let mut stays: BTreeMap<String, Vec<Stay>> = BTreeMap::new();
            for (_, membership) in self.memberships() {
                let group = stays.entry(membership.group.clone()).or_default();
                group.push(Stay::of(membership));
            }
            for group in stays.values_mut() {
                group.sort_by_key(|stay| stay.by);
            }
            stays
        })
    }

    /// Where the members of each group stood at the end of `on`.
    pub fn groups_under(&self, treaty: &TreatyId, on: Date) -> Option<GroupsView> {
        let under = self.under(treaty)?;
        let standings = self.standings(under, on);
        let mut groups: Vec<_> = self
            .groups(on)
            .into_iter()
            .map(|(group, members)| counted(group, &members, &standings))
            .filter(|row| row.members > 0)
            .collect();
        groups.sort_by(|a, b| (a.sort, &a.group).cmp(&(b.sort, &b.group)));
        Some(GroupsView {
            treaty: treaty.clone(),
            short: under.law.short.clone(),
            on,
            known: self.known,
            head: self.head(),
            groups,
        })
    }

    /// Where everybody stands that may join or that stands somewhere.
    pub(crate) fn standings(
        &self,
        under: &Under,
        on: Date,
    ) -> BTreeMap<ParticipantId, Standing> {
        let eligible = self.eligible(under, on);
        let mut standings: BTreeMap<_, _> = eligible
            .map(|participant| (participant.id, Standing::None))
            .collect();
        for bond in &under.bonds {
            let point = under.point_on(bond, on);
            let standing = point.map_or(Standing::None, |point| point.standing);
            if standing != Standing::None {
                standings.insert(bond.by, standing);
            }
        }
        standings
    }
}

fn counted(
    group: String,
    members: &[ParticipantId],
    standings: &BTreeMap<ParticipantId, Standing>,
) -> GroupStanding {
    let mut row = GroupStanding {
        sort: sort(&group),
        group,
        members: 0,
        parties: 0,
        contracting: 0,
        signatories_only: 0,
        withdrawn: 0,
        none: 0,
    };
    for standing in members.iter().filter_map(|id| standings.get(id)) {
        row.members += 1;
        match standing {
            Standing::Party => row.parties += 1,
            Standing::Contracting => row.contracting += 1,
            Standing::Signatory => row.signatories_only += 1,
            Standing::Withdrawn => row.withdrawn += 1,
            Standing::None => row.none += 1,
        }
    }
    row
}

fn sort(group: &str) -> GroupSort {
    if group.starts_with("un-") {
        GroupSort::Regional
    } else if REGIONS.contains(&group) {
        GroupSort::Region
    } else if group.starts_with("m49-") {
        GroupSort::Subregion
    } else {
        GroupSort::Other
    }
}

impl Tabular for GroupsView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "treaty",
            "on",
            "known",
            "group",
            "sort",
            "members",
            "parties",
            "contracting",
            "signatories_only",
            "withdrawn",
            "none",
        ]);
        for row in &self.groups {
            sheet.row(vec![
                self.treaty.to_string(),
                self.on.to_string(),
                self.known.to_string(),
                row.group.clone(),
                word(&row.sort),
                row.members.to_string(),
                row.parties.to_string(),
                row.contracting.to_string(),
                row.signatories_only.to_string(),
                row.withdrawn.to_string(),
                row.none.to_string(),
            ]);
        }
        sheet
    }
}
