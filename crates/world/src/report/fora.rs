//! What was done in conferences and organisations: statements, texts, resolutions, papers, meetings chaired, panels,
//! events and help; and what was turned to the public.

use std::collections::BTreeSet;

use ledger::EntryRef;
use treaty::ParticipantId;

use super::deeds::{Deed, Deeds, Topic, all_of, by_whom, points};
use super::{Frame, asked, codes, passage, vary};
use crate::kinds;
use crate::view::{Passage, PassageForm, ReportSentence, Said, Sentence, Venue, Way};

/// Those of one topic by one State or group of States.
type Group<'d, 'w> = (Vec<ParticipantId>, Vec<&'d Deed<'w>>);

impl Frame<'_> {
    pub(super) fn in_fora(&self, deeds: &Deeds<'_>) -> Vec<Passage> {
        let mut told = Vec::new();
        told.extend(self.statements(deeds));
        told.extend(self.of_topic("language", deeds, Frame::language, |topic| {
            matches!(topic, Topic::Language)
        }));
        told.extend(
            self.of_topic("resolutions", deeds, Frame::resolutions, |topic| {
                matches!(topic, Topic::Sponsored | Topic::Voted)
            }),
        );
        told.extend(self.of_topic("papers", deeds, Frame::papers, |topic| {
            matches!(topic, Topic::Paper)
        }));
        told.extend(self.of_topic("chaired", deeds, Frame::chaired, |topic| {
            matches!(topic, Topic::Chair)
        }));
        told.extend(self.of_topic("panels", deeds, Frame::panels, |topic| {
            matches!(topic, Topic::Panel(_))
        }));
        told.extend(self.of_topic("events", deeds, Frame::events, |topic| {
            matches!(topic, Topic::Event(..))
        }));
        told
    }

    pub(super) fn with_the_public(&self, deeds: &Deeds<'_>) -> Vec<Passage> {
        self.of_topic("public", deeds, Frame::public, |topic| {
            matches!(topic, Topic::Public(_))
        })
    }

    /// A passage for each State, or group of States, that did something of a topic.
    fn of_topic<'d, 'w>(
        &self,
        key: &str,
        deeds: &'d Deeds<'w>,
        say: impl Fn(&Self, &Group<'d, 'w>, usize) -> Vec<ReportSentence>,
        wanted: impl Fn(Topic) -> bool,
    ) -> Vec<Passage> {
        let own = deeds.all.iter().filter(|deed| wanted(deed.topic()));
        let groups = by_whom(self, own).into_iter().enumerate();
        let told = groups.filter_map(|(place, group)| {
            let key = format!("{key}-{}", codes(&group.0));
            passage(key, PassageForm::Bullet, say(self, &group, place))
        });
        told.collect()
    }

    /// Statements: where each State spoke, and then where it is on record that somebody spoke and not where.
    fn statements(&self, deeds: &Deeds<'_>) -> Vec<Passage> {
        let spoken = |deed: &&Deed<'_>| matches!(deed.topic(), Topic::Statement(_));
        let own: Vec<_> = deeds.all.iter().filter(spoken).collect();
        let (placed, others): (Vec<_>, Vec<_>) = own
            .into_iter()
            .partition(|deed| deed.one.forum.is_some() || deed.one.meeting.is_some());
        let mut told: Vec<Passage> = Vec::new();
        let groups = by_whom(self, placed.into_iter());
        for (place, (by, of_group)) in groups.into_iter().enumerate() {
            let said = self.by_keys(&by, &of_group, |deed| match deed.topic() {
                Topic::Statement(keys) => Some(vary(keys, place)),
                Topic::States(_)
                | Topic::Language
                | Topic::Sponsored
                | Topic::Voted
                | Topic::Paper
                | Topic::Panel(_)
                | Topic::Event(..)
                | Topic::Public(_)
                | Topic::Chair
                | Topic::Inside => None,
            });
            let key = format!("statements-{}", codes(&by));
            told.extend(passage(key, PassageForm::Bullet, said));
        }
        let others: Vec<_> = others
            .into_iter()
            .filter(|one| !one.by.is_empty())
            .collect();
        let (venues, entries) = self.venues(others.iter().copied());
        if !others.is_empty() {
            let says = if venues.is_empty() {
                self.placeless(&others)
            } else {
                let says = self.say("report-spoke-elsewhere");
                says.with("venues", Said::Venues(venues))
            };
            let says = says.states("by", all_of(self, &others)).by_all(entries);
            let mut said = vec![ReportSentence::from(says)];
            said.extend(self.addressed(&others));
            said.extend(self.words_of(&others, 0));
            told.extend(passage("statements-elsewhere", PassageForm::Bullet, said));
        }
        told
    }

    /// One sentence for each key, with all venues that fall under it.
    fn by_keys(
        &self,
        by: &[ParticipantId],
        deeds: &[&Deed<'_>],
        key: impl Fn(&Deed<'_>) -> Option<&'static str>,
    ) -> Vec<ReportSentence> {
        let mut keys: Vec<&'static str> = Vec::new();
        for key in deeds.iter().filter_map(|deed| key(deed)) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        let mut said = Vec::new();
        for wanted in keys {
            let own = deeds.iter().filter(|deed| key(deed) == Some(wanted));
            let own: Vec<_> = own.copied().collect();
            let (venues, entries) = self.venues(own.iter().copied());
            let says = if venues.is_empty() {
                self.placeless(&own)
            } else {
                self.say(wanted)
                    .count("n", venues.len())
                    .with("venues", Said::Venues(venues))
            };
            let says = says
                .states("by", self.named(by.iter().copied()))
                .by_all(entries);
            said.push(asked(says, self.approaches(by)));
            said.extend(self.addressed(&own));
        }
        said
    }

    /// What was done where no place of it is on record.
    fn placeless(&self, deeds: &[&Deed<'_>]) -> Sentence {
        let kinds: BTreeSet<_> = deeds.iter().map(|deed| deed.one.kind).collect();
        let kinds = kinds.iter().map(|kind| format!("outreach-kind-{kind}"));
        self.say("report-placeless")
            .with("kinds", Said::Keys(kinds.collect()))
    }

    /// The States that something was addressed to which is not in itself an approach to States.
    fn addressed(&self, deeds: &[&Deed<'_>]) -> Option<ReportSentence> {
        let to = deeds.iter().flat_map(|deed| deed.to.iter().copied());
        let to = self.in_order(to);
        let own = deeds.iter().filter(|deed| !deed.to.is_empty());
        let says = self
            .say("report-addressed")
            .states("to", self.named(to.iter().copied()))
            .by_all(own.map(|deed| deed.entry));
        (!to.is_empty()).then(|| says.into())
    }

    fn venues<'d, 'w: 'd>(
        &self,
        deeds: impl Iterator<Item = &'d Deed<'w>>,
    ) -> (Vec<Venue>, Vec<EntryRef>) {
        let (mut venues, mut entries) = (Vec::new(), Vec::new());
        for deed in deeds {
            let (venue, meeting) = self.venue(deed);
            entries.push(deed.entry);
            entries.extend(meeting);
            venues.extend(venue.filter(|venue| !venues.contains(venue)));
        }
        (venues, entries)
    }

    fn language(&self, (by, deeds): &Group<'_, '_>, _: usize) -> Vec<ReportSentence> {
        let mut said = Vec::new();
        let keys = ["report-language-a", "report-language-b"];
        for (place, deed) in deeds.iter().enumerate() {
            let (venues, entries) = self.venues(std::iter::once(*deed));
            let key = match (venues.is_empty(), deed.one.until.is_some()) {
                (false, false) => vary(&keys, place),
                (false, true) => "report-language-undated",
                (true, _) => "report-language-plain",
            };
            let says = self.say(key).states("by", self.named(by.iter().copied()));
            let says = says
                .with("time", self.time(deed))
                .with("venues", Said::Venues(venues))
                .by_all(entries);
            said.push(asked(says, self.approaches(by)));
            said.extend(self.words_of(&[deed], place));
        }
        said
    }

    fn time(&self, deed: &Deed<'_>) -> Said {
        let whole = (self.from.into(), self.to.into());
        let on = deed.one.on.or(deed.one.until);
        let (from, to) = on.map_or(whole, |on| (on, deed.one.until.unwrap_or(on)));
        Said::Period { from, to }
    }

    /// What the record says in its own words, where the kind of approach does not say what was done.
    pub(super) fn words_of(&self, deeds: &[&Deed<'_>], place: usize) -> Option<ReportSentence> {
        let points = points(deeds);
        let keys = ["report-words-a", "report-words-b"];
        let told = deeds.iter().filter(|deed| deed.one.points.is_some());
        let says = self
            .say(vary(&keys, place))
            .count("n", points.len())
            .with("words", Said::Quoted(points.clone()))
            .by_all(told.map(|deed| deed.entry));
        (!points.is_empty()).then(|| says.into())
    }

    fn resolutions(&self, group: &Group<'_, '_>, _: usize) -> Vec<ReportSentence> {
        let (by, deeds) = group;
        let sponsored = deeds.iter().filter(|deed| deed.topic() == Topic::Sponsored);
        let sponsored: Vec<_> = sponsored.copied().collect();
        let mut said = Vec::new();
        if !sponsored.is_empty() {
            let keys = ("report-sponsored", "report-sponsored-plain");
            said.push(self.titled(keys, by, &sponsored).into());
        }
        let voted = deeds.iter().filter(|deed| deed.topic() == Topic::Voted);
        for deed in voted {
            let same = sponsored
                .iter()
                .any(|one| one.one.documents == deed.one.documents);
            said.push(self.voted(by, deed, same).into());
        }
        said
    }

    /// A vote: in favour where the roll call on record says so, else as the record words it.
    /// What was just said to be sponsored is not named a second time.
    fn voted(&self, by: &[ParticipantId], deed: &Deed<'_>, same: bool) -> Sentence {
        let shelf = self.world.shelf.roll_calls.iter();
        let calls = shelf.filter(|&&at| self.world.record.counts(at));
        let mut in_favour = calls.filter(|&&at| {
            let call = kinds::roll_call(self.world.record.body(at));
            call.is_some_and(|call| {
                let titles = deed.one.documents.iter();
                let mut about = titles.filter(|paper| symbol(&paper.title) == call.resolution);
                call.treaty == self.under.law.id
                    && about.next().is_some()
                    && by.iter().all(|id| call.yes.contains(id))
            })
        });
        if let Some(&call) = in_favour.next() {
            let key = if same {
                "report-voted-it-yes"
            } else {
                "report-voted-yes"
            };
            let keys = (key, key);
            return self.titled(keys, by, &[deed]).by(self.entry(call));
        }
        match &deed.one.points {
            Some(words) => self
                .titled(
                    if same {
                        ("report-voted-it-words", "report-voted-it-words")
                    } else {
                        ("report-voted-words", "report-voted-plain-words")
                    },
                    by,
                    &[deed],
                )
                .with("words", Said::Quoted(vec![words.clone()])),
            None => self.titled(("report-voted", "report-voted-plain"), by, &[deed]),
        }
    }

    /// A sentence about papers by their titles; the other key where none has one on record.
    fn titled(
        &self,
        (titled, plain): (&'static str, &'static str),
        by: &[ParticipantId],
        deeds: &[&Deed<'_>],
    ) -> Sentence {
        let mut titles: Vec<String> = Vec::new();
        for paper in deeds.iter().flat_map(|deed| &deed.one.documents) {
            if !titles.contains(&paper.title) {
                titles.push(paper.title.clone());
            }
        }
        let says = self.say(if titles.is_empty() { plain } else { titled });
        says.states("by", self.named(by.iter().copied()))
            .count("n", titles.len())
            .with("titles", Said::Titles(titles))
            .by_all(deeds.iter().map(|deed| deed.entry))
    }

    fn papers(&self, (by, deeds): &Group<'_, '_>, _: usize) -> Vec<ReportSentence> {
        let mut venues: Vec<Option<Venue>> = Vec::new();
        for deed in deeds {
            let (venue, _) = self.venue(deed);
            if !venues.contains(&venue) {
                venues.push(venue);
            }
        }
        let said = venues.into_iter().map(|venue| {
            let own = deeds.iter().filter(|deed| self.venue(deed).0 == venue);
            let own: Vec<_> = own.copied().collect();
            let keys = match venue {
                Some(_) => ("report-papers-at", "report-papers-at-plain"),
                None => ("report-papers", "report-papers-plain"),
            };
            let (venues, entries) = self.venues(own.iter().copied());
            self.titled(keys, by, &own)
                .with("venues", Said::Venues(venues))
                .by_all(entries)
                .into()
        });
        said.collect()
    }

    /// Meetings chaired, where the record of the meeting names who presided, or hosted.
    fn chaired(&self, (by, deeds): &Group<'_, '_>, place: usize) -> Vec<ReportSentence> {
        let mut said = Vec::new();
        for deed in deeds {
            let (venues, entries) = self.venues(std::iter::once(*deed));
            let presided = self.presided(by, deed);
            let way = deed.one.place.clone().map(|place| Way {
                channel: None,
                place: Some(place),
            });
            let key = match (presided, way.is_some(), venues.is_empty()) {
                (true, true, _) => "report-presided-in",
                (true, false, _) => "report-presided",
                (false, _, false) => "report-hosted",
                (false, _, true) => "report-hosted-plain",
            };
            let says = self
                .say(key)
                .states("by", self.named(by.iter().copied()))
                .with("time", self.time(deed))
                .with("ways", Said::Ways(way.into_iter().collect()))
                .with("venues", Said::Venues(venues))
                .by_all(entries);
            said.push(asked(says, self.approaches(by)));
            said.extend(self.words_of(&[deed], place));
        }
        said
    }

    fn presided(&self, by: &[ParticipantId], deed: &Deed<'_>) -> bool {
        let Some((Some(at), _)) = self.meeting(deed) else {
            return false;
        };
        let meeting = kinds::meeting(self.world.record.body(at));
        let printed = meeting.and_then(|meeting| meeting.presidents.as_deref());
        printed.is_some_and(|printed| {
            let mut names = by
                .iter()
                .map(|&id| self.world.registry.name(id, treaty::Lang::En));
            names.all(|name| printed.contains(&name))
        })
    }

    fn panels(&self, (by, deeds): &Group<'_, '_>, place: usize) -> Vec<ReportSentence> {
        self.by_keys(by, deeds, |deed| match deed.topic() {
            Topic::Panel(keys) => Some(vary(keys, place)),
            Topic::States(_)
            | Topic::Statement(_)
            | Topic::Language
            | Topic::Sponsored
            | Topic::Voted
            | Topic::Paper
            | Topic::Event(..)
            | Topic::Public(_)
            | Topic::Chair
            | Topic::Inside => None,
        })
    }

    /// Events and help, by kind: for States that are named, and elsewhere.
    fn events(&self, (by, deeds): &Group<'_, '_>, place: usize) -> Vec<ReportSentence> {
        let kinds: BTreeSet<_> = deeds.iter().map(|deed| deed.one.kind).collect();
        let mut said = Vec::new();
        for kind in kinds {
            let own: Vec<_> = deeds
                .iter()
                .filter(|deed| deed.one.kind == kind)
                .copied()
                .collect();
            let Some(Topic::Event(states, elsewhere)) = own.first().map(|deed| deed.topic())
            else {
                continue;
            };
            let (named, others): (Vec<_>, Vec<_>) =
                own.iter().copied().partition(|deed| !deed.to.is_empty());
            if !named.is_empty() {
                let to = named.iter().flat_map(|deed| deed.to.iter().copied());
                let says = self
                    .say(states)
                    .states("by", self.named(by.iter().copied()))
                    .states("to", self.named(self.in_order(to)))
                    .by_all(named.iter().map(|deed| deed.entry));
                said.push(asked(says, self.approaches(by)));
            }
            if !others.is_empty() {
                said.extend(self.by_keys(by, &others, |_| Some(elsewhere)));
            }
            said.extend(self.words_of(&own, place));
        }
        said
    }

    fn public(&self, (by, deeds): &Group<'_, '_>, place: usize) -> Vec<ReportSentence> {
        let kinds: BTreeSet<_> = deeds.iter().map(|deed| deed.one.kind).collect();
        let mut said = Vec::new();
        for kind in kinds {
            let own: Vec<_> = deeds
                .iter()
                .filter(|deed| deed.one.kind == kind)
                .copied()
                .collect();
            let Some(Topic::Public(key)) = own.first().map(|deed| deed.topic()) else {
                continue;
            };
            let says = self
                .say(key)
                .states("by", self.named(by.iter().copied()))
                .by_all(own.iter().map(|deed| deed.entry));
            said.push(asked(says, self.approaches(by)));
            said.extend(self.addressed(&own));
            said.extend(self.words_of(&own, place));
        }
        said
    }
}

/// The symbol that the title of a paper begins with: `A/RES/76/66` of `A/RES/76/66, on …`.
fn symbol(title: &str) -> &str {
    title.split([',', ' ']).next().unwrap_or_default()
}
