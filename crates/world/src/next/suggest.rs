//! Who might carry the message, and where: suggestions from the record, with why.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use ledger::body::vocabulary::RoleKind;
use treaty::ParticipantId;

use super::ground::{Ground, Office};
use super::neighbours;
use crate::view::{CodeList, Messenger, Said, Sentence, SignalView};

/// How many are suggested.
const MOST: usize = 3;
/// How many places.
const MOST_PLACES: usize = 2;
/// Somebody of whom less is known than this is no suggestion.
const LEAST: u32 = 3;

impl Ground<'_> {
    /// Those of whom the record says that they are near to a State, or moved it before.
    pub(crate) fn messengers(&self, to: ParticipantId) -> Vec<Messenger> {
        let groups = self.groups_of(to);
        let good = self.contacts.get(&to).map(|contact| &contact.good);
        let beside = neighbours::of(to);
        let grouped = groups
            .iter()
            .flat_map(|(_, members)| members.iter().copied());
        let who: BTreeSet<_> = beside
            .iter()
            .copied()
            .chain(grouped)
            .chain(good.into_iter().flat_map(|good| good.keys().copied()))
            .filter(|who| *who != to && self.is_in(*who))
            .collect();
        let mut offices = BTreeMap::<_, &Office<'_>>::new();
        for office in &self.offices {
            offices.entry(office.role.by).or_insert(office);
        }
        let mut told = Vec::new();
        for who in who {
            let (mut worth, mut why) = (0, Vec::new());
            if let Some(good) = good.and_then(|good| good.get(&who)) {
                worth += 4;
                let sentence = Sentence::new("next-who-moved")
                    .count("times", usize::try_from(good.times).unwrap_or_default())
                    .code("outcome", CodeList::Outcome, &good.outcome);
                why.push(sentence.by(self.world.record.name(good.last.1)));
            }
            if beside.contains(&who) {
                worth += 3;
                why.push(Sentence::new("next-who-neighbour"));
            }
            if let Some(office) = offices.get(&who) {
                worth += if office.kind == RoleKind::Coordinator {
                    2
                } else {
                    1
                };
                let sentence =
                    Sentence::new("next-who-office").text("office", &*office.role.role);
                why.push(sentence.by(self.world.record.name(office.at)));
            }
            for (group, members) in &groups {
                if members.contains(&who) {
                    worth += 1;
                    let group = Said::Group((*group).to_owned());
                    why.push(Sentence::new("next-who-group").with("group", group));
                }
            }
            if worth >= LEAST {
                told.push((worth, who, why));
            }
        }
        told.sort_by_key(|(worth, who, _)| {
            (Reverse(*worth), self.world.registry.rank(*who), *who)
        });
        let told = told.into_iter().take(MOST);
        told.map(|(_, iso3, why)| Messenger {
            iso3,
            name: self.name(iso3),
            why,
        })
        .collect()
    }

    /// Where: the meeting ahead, and where earlier approaches took place, those first of which
    /// something came.
    pub(crate) fn venues(
        &self,
        to: ParticipantId,
        meeting: Option<&SignalView>,
    ) -> Vec<Sentence> {
        let ahead = meeting.filter(|signal| signal.value.is_some());
        let mut venues: Vec<_> = ahead.map(|signal| signal.why.clone()).unwrap_or_default();
        let Some(contact) = self.contacts.get(&to) else {
            return venues;
        };
        let mut places: Vec<_> = contact.places.iter().collect();
        places.sort_by_key(|(place, (came, times, _))| (Reverse((*came, *times)), *place));
        for ((channel, place), (came, times, last)) in places.into_iter().take(MOST_PLACES) {
            let says = match (channel, place) {
                (Some(_), Some(_)) => "next-where-both",
                (Some(_), None) => "next-where-channel",
                (None, Some(_) | None) => "next-where-place",
            };
            let mut sentence = Sentence::new(says)
                .count("times", usize::try_from(*times).unwrap_or_default())
                .count("came", usize::try_from(*came).unwrap_or_default());
            if let Some(channel) = channel {
                sentence = sentence.code("channel", CodeList::Channel, channel);
            }
            if let Some(place) = place {
                sentence = sentence.text("place", &**place);
            }
            venues.push(sentence.by(self.world.record.name(*last)));
        }
        venues
    }
}
