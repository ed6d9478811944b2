//! The signals that the public record gives: signature, votes, neighbours, groups, entry into
//! force, other treaties. Each is a value in tenths, or not known, and the sentences of why.

use jiff::ToSpan;
use ledger::EntryRef;
use treaty::ParticipantId;

use super::about::is_in;
use super::ground::{Ground, Needs};
use super::neighbours;
use super::votes::{self, Ballot, Cast};
use crate::bond::Point;
use crate::called::is_open_to;
use crate::fold::Under;
use crate::view::{CodeList, Said, Sentence, Standing};

/// How much, in tenths, where it is known; and why.
pub(super) type Told = (Option<i8>, Vec<Sentence>);

/// How far back a joining counts as lately.
const LATELY_YEARS: i64 = 10;

/// A share in tenths, rounded, halves up.
pub(super) fn share(part: usize, of: usize) -> Option<i8> {
    let tenths = (20 * part + of).checked_div(2 * of)?;
    i8::try_from(tenths).ok()
}

impl Ground<'_> {
    fn entry(&self, at: crate::record::At) -> EntryRef {
        self.world.record.name(at)
    }

    fn point(&self, under: &Under, id: ParticipantId) -> Option<Point> {
        let bond = under.bond(id)?;
        under.point_on(bond, self.on).copied()
    }

    pub(super) fn signatory(&self, id: ParticipantId, standing: Standing) -> Told {
        let ties = self.point(self.under, id).map(|point| point.ties);
        let signed = ties
            .and_then(|ties| ties.signed)
            .filter(|_| standing == Standing::Signatory);
        let Some(signed) = signed.map(|act| self.world.act_at(act)) else {
            return (Some(0), vec![Sentence::new("next-why-not-signed")]);
        };
        let intends_not = ties.and_then(|ties| ties.intends_not_to_join);
        if let Some(told) = intends_not.map(|act| self.world.act_at(act)) {
            let why = Sentence::new("next-why-intends-not").day("day", told.on);
            return (Some(0), vec![why.by(self.entry(told.entry))]);
        }
        let why = Sentence::new("next-why-signed").day("day", signed.on);
        (Some(10), vec![why.by(self.entry(signed.entry))])
    }

    pub(super) fn voted_yes(&self, id: ParticipantId) -> Told {
        if self.votes.is_empty() {
            return (None, vec![Sentence::new("next-why-no-roll-call")]);
        }
        let mut cast = votes::cast(&self.votes, id);
        let Some(last) = cast.next() else {
            return (None, vec![Sentence::new("next-why-not-listed")]);
        };
        let before = cast.find(|vote| vote.ballot != Ballot::Absent);
        let moved = before.filter(|before| before.ballot != Ballot::Yes);
        let said = |says| self.voted(says, &last);
        match (last.ballot, moved) {
            (Ballot::Yes, Some(before)) => {
                let why = said("next-why-vote-moved")
                    .code("before", CodeList::Ballot, &before.ballot)
                    .day("earlier", before.vote.on);
                (Some(10), vec![why.by(self.entry(before.at))])
            }
            (Ballot::Yes, None) => (Some(8), vec![said("next-why-vote")]),
            (Ballot::Abstain, _) => (Some(3), vec![said("next-why-vote")]),
            (Ballot::No | Ballot::Absent, _) => (Some(0), vec![said("next-why-vote")]),
        }
    }

    fn voted(&self, says: &'static str, cast: &Cast<'_>) -> Sentence {
        Sentence::new(says)
            .code("ballot", CodeList::Ballot, &cast.ballot)
            .text("resolution", cast.vote.resolution.as_str())
            .day("day", cast.vote.on)
            .by(self.entry(cast.at))
    }

    pub(super) fn neighbours(&self, id: ParticipantId) -> Told {
        let all = neighbours::of(id).iter().copied();
        let all: Vec<_> = all
            .filter(|other| self.standings.contains_key(other))
            .collect();
        if all.is_empty() {
            return (None, vec![Sentence::new("next-why-no-neighbours")]);
        }
        let within: Vec<_> = all
            .iter()
            .copied()
            .filter(|other| self.is_in(*other))
            .collect();
        let says = match within.len() {
            0 => "next-why-neighbours-none",
            n if n == all.len() => "next-why-neighbours-all",
            _ => "next-why-neighbours",
        };
        let why = Sentence::new(says)
            .count("in", within.len())
            .count("of", all.len())
            .with("names", self.names(within.iter().copied()));
        (
            share(within.len(), all.len()),
            vec![self.resting_on(why, &within)],
        )
    }

    pub(super) fn groups(&self, id: ParticipantId) -> Told {
        let groups = self.groups_of(id);
        let (mut why, mut tenths) = (Vec::new(), Vec::new());
        for (group, members) in groups {
            let within = members.iter().filter(|other| self.is_in(**other)).count();
            tenths.extend(share(within, members.len()));
            why.push(
                Sentence::new("next-why-group")
                    .with("group", Said::Group(group.to_owned()))
                    .count("in", within)
                    .count("of", members.len()),
            );
        }
        let count = i8::try_from(tenths.len()).unwrap_or(i8::MAX);
        let sum: i8 = tenths.iter().sum();
        match (sum * 2 + count).checked_div(2 * count) {
            Some(mean) => (Some(mean), why),
            None => (None, vec![Sentence::new("next-why-no-group")]),
        }
    }

    pub(super) fn eif(&self, id: ParticipantId) -> Told {
        let (value, says) = match &self.force {
            Needs::Nothing => (0, "next-why-in-force"),
            Needs::Named { lacking, .. } if lacking.contains(&id) => (10, "next-why-needed"),
            Needs::Named { others: true, .. } => (5, "next-why-counts"),
            Needs::Named { others: false, .. } => (0, "next-why-not-needed"),
        };
        let file = self.entry(self.under.file);
        (Some(value), vec![Sentence::new(says).by(file)])
    }

    pub(super) fn instruments(&self, id: ParticipantId) -> Told {
        let since = self.on.saturating_sub(LATELY_YEARS.years());
        let (mut could, mut joined) = (0, Vec::new());
        let participant = self.world.registry.get(id);
        let others = self.world.treaties.values();
        for under in others.filter(|under| !self.treaties.contains(&under.law.id)) {
            let open = participant.is_some_and(|one| is_open_to(under, one));
            let stood = |day| {
                let point = under.bond(id).and_then(|bond| under.point_on(bond, day));
                point.is_some_and(|point| is_in(point.standing))
            };
            if !open || stood(since) {
                continue;
            }
            could += 1;
            let now = self.point(under, id).filter(|point| is_in(point.standing));
            if let Some(consent) = now.and_then(|point| point.ties.consent) {
                joined.push((under.law.short.clone(), self.world.act_at(consent)));
            }
        }
        let Some(value) = share(joined.len(), could) else {
            return (None, vec![Sentence::new("next-why-joined-all")]);
        };
        let says = if joined.is_empty() {
            "next-why-joined-none"
        } else {
            "next-why-joined"
        };
        joined.sort_by_key(|(_, act)| (act.on, act.entry));
        let names = joined.iter().map(|(short, _)| short.clone()).collect();
        let why = Sentence::new(says)
            .count("in", joined.len())
            .count("of", could)
            .with("names", Said::Names(names));
        let why = joined
            .iter()
            .fold(why, |why, (_, act)| why.by(self.entry(act.entry)));
        (Some(value), vec![why])
    }

    /// A sentence about States that are in, resting on their consents.
    fn resting_on(&self, sentence: Sentence, within: &[ParticipantId]) -> Sentence {
        let points = within.iter().filter_map(|id| self.point(self.under, *id));
        let consents = points.filter_map(|point| point.ties.consent);
        consents.fold(sentence, |sentence, act| {
            sentence.by(self.entry(self.world.act_at(act).entry))
        })
    }
}
