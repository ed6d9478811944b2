//! What of an approach is passed on, member by member.

use std::collections::BTreeSet;

use super::vocabulary::words;
use super::{Approach, Side};

words! {
    /// A part of an approach that is released or kept back. For which treaties, that it took place, what
    /// it was, and which participants or organisations approached which, every extract says.
    ApproachMember {
        /// Who took part in person, on both sides.
        Persons,
        /// The functions of those who took part.
        Capacities,
        /// Their levels.
        Levels,
        /// In which capacity those acted.
        ActedAs,
        /// When: the first and the last day.
        On,
        /// The channel.
        Channel,
        /// Where.
        Place,
        /// The forum.
        Forum,
        /// The meeting.
        Meeting,
        /// The arguments.
        Themes,
        /// What was said.
        Points,
        /// What was answered.
        Answer,
        /// What came of it.
        Outcomes,
        /// What stands in the way.
        Obstacles,
        /// Help asked for.
        Asked,
        /// Help offered.
        Offered,
        /// What is to be done next.
        Next,
        /// The papers.
        Documents,
        /// Anything else.
        Note,
    }
}

impl Approach {
    /// What may be passed on of it when only `members` are released.
    #[must_use]
    pub fn extract(&self, members: &BTreeSet<ApproachMember>) -> Approach {
        use ApproachMember as M;
        let has = |member| members.contains(&member);
        let sides = |all: &[Side]| all.iter().map(|side| side.extract(members)).collect();
        Approach {
            treaties: self.treaties.clone(),
            state: self.state,
            kind: self.kind,
            by: sides(&self.by),
            to: sides(&self.to),
            acted_as: self.acted_as.filter(|_| has(M::ActedAs)),
            on: self.on.filter(|_| has(M::On)),
            until: self.until.filter(|_| has(M::On)),
            channel: self.channel.filter(|_| has(M::Channel)),
            place: self.place.clone().filter(|_| has(M::Place)),
            forum: self.forum.clone().filter(|_| has(M::Forum)),
            meeting: self.meeting.clone().filter(|_| has(M::Meeting)),
            themes: only(&self.themes, has(M::Themes)),
            points: self.points.clone().filter(|_| has(M::Points)),
            answer: self.answer.clone().filter(|_| has(M::Answer)),
            outcomes: only(&self.outcomes, has(M::Outcomes)),
            obstacles: only(&self.obstacles, has(M::Obstacles)),
            asked: only(&self.asked, has(M::Asked)),
            offered: only(&self.offered, has(M::Offered)),
            next: only(&self.next, has(M::Next)),
            documents: only(&self.documents, has(M::Documents)),
            note: self.note.clone().filter(|_| has(M::Note)),
        }
    }
}

impl Side {
    /// Which participant or organisation, and of those who took part what is released. Where a side
    /// is a person alone, it says who only if persons are released, and is empty otherwise.
    fn extract(&self, members: &BTreeSet<ApproachMember>) -> Side {
        use ApproachMember as M;
        let has = |member| members.contains(&member);
        Side {
            participant: self.participant,
            name: self.name.clone(),
            person: self.person.clone().filter(|_| has(M::Persons)),
            capacity: self.capacity.clone().filter(|_| has(M::Capacities)),
            level: self.level.filter(|_| has(M::Levels)),
        }
    }
}

fn only<T: Clone>(all: &[T], released: bool) -> Vec<T> {
    if released { all.to_vec() } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::{Body, Entry};

    /// The first approach of the samples, whose every member says something.
    fn whole() -> Approach {
        let ledger = include_str!("../../../../fixtures/ledgers/v1-teams.jsonl");
        let bodies = ledger
            .lines()
            .map(|line| Entry::from_payload(line.as_bytes()).unwrap().body);
        let mut found = bodies.filter_map(|body| {
            let Body::Approach(approach) = body else {
                return None;
            };
            Some(*approach)
        });
        found.next().unwrap()
    }

    /// The members that are written.
    fn written(approach: &Approach) -> BTreeSet<String> {
        let value = serde_json::to_value(approach).unwrap();
        let mut names: BTreeSet<_> = value.as_object().unwrap().keys().cloned().collect();
        for side in ["by", "to"] {
            let Value::Object(side) = &value[side][0] else {
                continue;
            };
            names.extend(side.keys().map(|name| format!("side {name}")));
        }
        names
    }

    #[test]
    fn nothing_goes_out_that_is_not_named() {
        let whole = whole();
        let least = written(&whole.extract(&BTreeSet::new()));
        let expected = [
            "by",
            "kind",
            "side name",
            "side participant",
            "state",
            "to",
            "treaties",
        ];
        assert_eq!(least, expected.map(str::to_owned).into());
    }

    #[test]
    fn each_member_goes_out_by_its_name_alone_and_all_of_them_are_the_whole() {
        let whole = whole();
        let least = written(&whole.extract(&BTreeSet::new()));
        let mut seen = least.clone();
        for &member in ApproachMember::ALL {
            let more = written(&whole.extract(&BTreeSet::from([member])));
            let added: Vec<_> = more.difference(&least).cloned().collect();
            assert!(!added.is_empty(), "{member:?}");
            for name in added {
                assert!(seen.insert(name.clone()), "{name} goes out by two names");
            }
        }
        assert_eq!(seen, written(&whole), "every member has a name");
        let all = ApproachMember::ALL.iter().copied().collect();
        assert_eq!(whole.extract(&all), whole);
    }
}
