//! Approaches to other States: by each State or group that made them, whom, at which level, through which channels.

use std::collections::{BTreeMap, BTreeSet};

use ledger::EntryRef;
use ledger::body::Side;
use ledger::body::vocabulary::{ApproachKind, Channel, Level};
use treaty::ParticipantId;

use super::deeds::{Deed, Deeds, Topic, by_whom};
use super::{Frame, asked, codes, passage, vary};
use crate::view::{Passage, PassageForm, ReportSentence, Said, Sentence, Way};

impl Frame<'_> {
    /// A passage for each State, or group of States, that approached others.
    pub(super) fn with_states(&self, deeds: &Deeds<'_>) -> Vec<Passage> {
        self.with_states_and(deeds, |_| None)
    }

    /// The same, each with a sentence more where there is one.
    pub(super) fn with_states_and(
        &self,
        deeds: &Deeds<'_>,
        more: impl Fn(&[&Deed<'_>]) -> Option<ReportSentence>,
    ) -> Vec<Passage> {
        let own = deeds.all.iter().filter(|deed| keys(deed).is_some());
        let groups = by_whom(self, own);
        // The first that acts alone has the first wording, whoever acted together before.
        let together = groups.iter().filter(|(by, _)| by.len() > 1).count();
        let groups = groups.into_iter().enumerate();
        let told = groups.filter_map(|(place, (by, deeds))| {
            let place = place.saturating_sub(together);
            let key = format!("approaches-{}", codes(&by));
            let mut said = self.made_by(&by, &deeds, place);
            said.extend(more(&deeds));
            passage(key, PassageForm::Bullet, said)
        });
        told.collect()
    }

    fn made_by(
        &self,
        by: &[ParticipantId],
        deeds: &[&Deed<'_>],
        place: usize,
    ) -> Vec<ReportSentence> {
        let mut said = self.unnamed(by, deeds, place);
        let mut kinds = BTreeMap::<ApproachKind, Vec<&Deed<'_>>>::new();
        for deed in deeds.iter().filter(|deed| !deed.to.is_empty()) {
            kinds.entry(deed.one.kind).or_default().push(deed);
        }
        for of_kind in kinds.values() {
            said.extend(self.named_states(by, of_kind, place));
        }
        said.extend(self.inside(by, deeds));
        said.extend(self.ways(by, deeds));
        said.extend(self.levels(deeds));
        said.extend(self.persons(deeds));
        said
    }

    /// The States outside that were approached in one way.
    fn named_states(
        &self,
        by: &[ParticipantId],
        deeds: &[&Deed<'_>],
        place: usize,
    ) -> Option<ReportSentence> {
        let keys = deeds.first().and_then(|deed| keys(deed))?;
        let (to, entries) = self.whom(deeds, |id| self.is_outside(id));
        let open = !self.under.in_force_on(self.to);
        let says = self
            .say(vary(keys, place))
            .states("by", self.named(by.iter().copied()))
            .count("n", to.len())
            .with("open", Said::Number(open.into()))
            .states("to", self.named(to.iter().copied()))
            .by_all(entries);
        (!to.is_empty()).then(|| asked(says, self.approaches(by)))
    }

    /// The States that had joined before these days.
    fn inside(&self, by: &[ParticipantId], deeds: &[&Deed<'_>]) -> Option<ReportSentence> {
        let (to, entries) = self.whom(deeds, |id| !self.is_outside(id));
        let says = self
            .say("report-inside")
            .states("by", self.named(by.iter().copied()))
            .states("to", self.named(to.iter().copied()))
            .by_all(entries);
        (!to.is_empty()).then(|| says.into())
    }

    /// Whether a participant had not consented to be bound when the days began.
    pub(super) fn is_outside(&self, id: ParticipantId) -> bool {
        !self.had_joined(id, self.before())
    }

    fn whom(
        &self,
        deeds: &[&Deed<'_>],
        wanted: impl Fn(ParticipantId) -> bool,
    ) -> (Vec<ParticipantId>, Vec<EntryRef>) {
        let mut to = BTreeSet::new();
        let mut entries = Vec::new();
        for deed in deeds {
            let before = to.len();
            let those = deed.to.iter().copied().filter(|&id| wanted(id));
            let mut any = false;
            for id in those {
                any = true;
                to.insert(id);
            }
            if any || to.len() > before {
                entries.push(deed.entry);
            }
        }
        (self.in_order(to), entries)
    }

    /// Approaches to States that are not named one by one.
    fn unnamed(
        &self,
        by: &[ParticipantId],
        deeds: &[&Deed<'_>],
        place: usize,
    ) -> Vec<ReportSentence> {
        let person = |deed: &Deed<'_>| deed.one.by.iter().any(|side| side.person.is_some());
        let those = deeds.iter().filter(|deed| deed.to.is_empty());
        let those: Vec<_> = those.copied().filter(|deed| !person(deed)).collect();
        let kinds: BTreeSet<_> = those.iter().map(|deed| deed.one.kind).collect();
        let kinds = kinds.iter().map(|kind| format!("report-noun-{kind}"));
        let mut whom: Vec<String> = Vec::new();
        for name in those.iter().flat_map(|deed| deed.whom()) {
            if !whom.iter().any(|one| one == name) {
                whom.push(name.to_owned());
            }
        }
        let says = self
            .say("report-unnamed")
            .states("by", self.named(by.iter().copied()))
            .with("kinds", Said::Keys(kinds.collect()))
            .with("whom", Said::Phrases(whom.clone()))
            .by_all(those.iter().map(|deed| deed.entry));
        if whom.is_empty() {
            return Vec::new();
        }
        let mut said = vec![asked(says, self.approaches(by))];
        said.extend(self.words_of(&those, place));
        said
    }

    /// Where they were made, and through whom.
    fn ways(&self, by: &[ParticipantId], deeds: &[&Deed<'_>]) -> Option<ReportSentence> {
        let mut ways: Vec<Way> = Vec::new();
        let mut entries = Vec::new();
        for deed in deeds {
            if let Some(way) = way(deed) {
                entries.push(deed.entry);
                if !ways.contains(&way) {
                    ways.push(way);
                }
            }
        }
        let says = self
            .say("report-ways")
            .states("by", self.named(by.iter().copied()))
            .with("ways", Said::Ways(ways.clone()))
            .by_all(entries);
        (!ways.is_empty()).then(|| says.into())
    }

    /// The levels at which somebody took part, on either side.
    fn levels(&self, deeds: &[&Deed<'_>]) -> Option<ReportSentence> {
        let mut levels = BTreeSet::<Level>::new();
        let mut entries = Vec::new();
        for deed in deeds {
            let sides = deed.one.by.iter().chain(&deed.one.to);
            // Of a person who is named, the function says more.
            let sides = sides.filter(|side| side.person.is_none());
            let own: Vec<_> = sides.filter_map(|side| side.level).collect();
            if !own.is_empty() {
                entries.push(deed.entry);
            }
            levels.extend(own);
        }
        let codes = levels.iter().map(|level| format!("report-level-{level}"));
        let says = self
            .say("report-levels")
            .count("n", levels.len())
            .with("levels", Said::Keys(codes.collect()))
            .by_all(entries);
        (!levels.is_empty()).then(|| says.into())
    }

    /// Those who acted in person, as far as they are on record; those approached are not named.
    fn persons(&self, deeds: &[&Deed<'_>]) -> Vec<ReportSentence> {
        let mut told = BTreeMap::<_, Vec<&Deed<'_>>>::new();
        for deed in deeds {
            for side in &deed.one.by {
                if let (Some(person), Some(of)) = (&side.person, side.participant) {
                    let who = (of, person.as_str(), side.capacity.as_deref());
                    told.entry(who).or_default().push(deed);
                }
            }
        }
        let said = told
            .into_iter()
            .filter_map(|((of, person, capacity), deeds)| {
                let (to, _) = self.whom(&deeds, |_| true);
                let whom: Vec<_> = deeds.iter().flat_map(|deed| deed.whom()).collect();
                let whom: Vec<_> = whom.into_iter().map(str::to_owned).collect();
                let says = if to.is_empty() {
                    let says = self.say("report-person-others");
                    says.with("whom", Said::Phrases(whom.clone()))
                } else {
                    self.say("report-person-states")
                        .states("to", self.named(to.iter().copied()))
                };
                (!to.is_empty() || !whom.is_empty())
                    .then(|| self.person(says, of, person, capacity, &deeds))
            });
        said.collect()
    }

    fn person(
        &self,
        says: Sentence,
        of: ParticipantId,
        name: &str,
        capacity: Option<&str>,
        deeds: &[&Deed<'_>],
    ) -> ReportSentence {
        let person = Said::Person {
            name: name.to_owned(),
            capacity: capacity.map(str::to_owned),
        };
        let says = says
            .with("person", person)
            .states("by", self.named([of]))
            .by_all(deeds.iter().map(|deed| deed.entry));
        says.into()
    }

    /// What others did who are no participants: organisations, support units, civil society.
    pub(super) fn of_others(&self, deeds: &Deeds<'_>) -> Vec<Passage> {
        let mut others = BTreeMap::<Vec<&str>, Vec<&Deed<'_>>>::new();
        let own = deeds.all.iter().filter(|deed| deed.by.is_empty());
        for deed in own.filter(|deed| !matches!(deed.topic(), Topic::Inside)) {
            let names = |side: &'_ Side| side.name.is_some();
            let sides = deed.one.by.iter().filter(|side| names(side));
            let who = sides.filter_map(|side| side.name.as_deref()).collect();
            others.entry(who).or_default().push(deed);
        }
        let told = others
            .into_iter()
            .enumerate()
            .filter_map(|(n, (who, deeds))| {
                let kinds: BTreeSet<_> = deeds.iter().map(|deed| deed.one.kind).collect();
                let kinds = kinds.iter().map(|kind| format!("outreach-kind-{kind}"));
                let who: Vec<_> = who.into_iter().map(str::to_owned).collect();
                let says = self
                    .say("report-others")
                    .with("who", Said::Phrases(who.clone()))
                    .count("n", deeds.len())
                    .with("kinds", Said::Keys(kinds.collect()))
                    .by_all(deeds.iter().map(|deed| deed.entry));
                let said = if who.is_empty() {
                    Vec::new()
                } else {
                    vec![says.into()]
                };
                passage(format!("others-{}", n + 1), PassageForm::Bullet, said)
            });
        told.collect()
    }
}

/// The sentences of an approach to States; `None`: it is told elsewhere.
pub(super) fn keys(deed: &Deed<'_>) -> Option<&'static [&'static str]> {
    match deed.topic() {
        Topic::States(keys) => Some(keys),
        Topic::Statement(_)
        | Topic::Language
        | Topic::Sponsored
        | Topic::Voted
        | Topic::Paper
        | Topic::Panel(_)
        | Topic::Event(..)
        | Topic::Public(_)
        | Topic::Chair
        | Topic::Inside => None,
    }
}

fn way(deed: &Deed<'_>) -> Option<Way> {
    let one = deed.one;
    let place = match one.channel {
        Some(Channel::CapitalOurs | Channel::CapitalTheirs | Channel::MarginsOf) | None => {
            one.place.clone()
        }
        // The channel says where.
        Some(
            Channel::Vienna
            | Channel::Geneva
            | Channel::NewYork
            | Channel::TheHague
            | Channel::EmbassyTheirsInOurCapital
            | Channel::OurEmbassyInTheirCapital
            | Channel::Nonresident
            | Channel::Virtual,
        ) => None,
    };
    (one.channel.is_some() || place.is_some()).then(|| Way {
        channel: one.channel.map(|channel| channel.to_string()),
        place,
    })
}
