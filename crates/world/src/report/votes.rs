//! How States voted on resolutions about a treaty, as the roll calls on record list it. Not to vote is not to abstain,
//! and neither is told of a State that a roll call does not list. Which States go together nobody is told here.

use std::collections::{BTreeMap, BTreeSet};

use ledger::EntryRef;
use ledger::body::RollCall;
use ledger::body::vocabulary::VotingBody;
use treaty::ParticipantId;

use super::{Frame, Made, part, passage, vary};
use crate::kinds;
use crate::names::plain;
use crate::next::{Ballot, ballot};
use crate::record::At;
use crate::view::{Passage, PassageForm, ReportPart, ReportSentence, Said, Sentence};

/// A roll call of the period; what is recorded twice alike is one.
pub(super) struct Call<'w> {
    /// Its number in the table, from 1.
    pub(super) number: usize,
    pub(super) vote: &'w RollCall,
    pub(super) entries: Vec<EntryRef>,
}

/// The roll calls on a treaty: by day, and those of which nobody can say whether they were in the period.
pub(super) struct Calls<'w> {
    pub(super) all: Vec<Call<'w>>,
    uncertain: Vec<At>,
}

/// Votes that follow on one another: the same body on the whole of resolutions of the same title.
pub(super) type Series = (u8, String);

impl Call<'_> {
    /// Of which series it is; `None`: of a single paragraph, for its number may stand before another text a year
    /// later, or without a title on record.
    pub(super) fn series(&self) -> Option<Series> {
        let title = plain(self.vote.title.as_deref()?);
        self.vote
            .part
            .is_none()
            .then(|| (rank(self.vote.body), title))
    }

    /// The symbol and the year.
    pub(super) fn called(&self) -> String {
        let year = self.vote.on.latest().year();
        match &self.vote.part {
            Some(part) => format!("{} ({year}): {part}", self.vote.resolution),
            None => format!("{} ({year})", self.vote.resolution),
        }
    }

    /// Its resolution, with the title.
    fn titled(&self) -> Said {
        let symbol = &self.vote.resolution;
        match &self.vote.title {
            Some(title) => Said::Titles(vec![format!("{symbol}, {title}")]),
            None => Said::Text(symbol.clone()),
        }
    }

    /// What its passages are called: `a-res-77-79-2`.
    fn key(&self) -> String {
        let part = self.vote.part.as_deref().unwrap_or_default();
        let name = format!("{} {part} {}", self.vote.resolution, rank(self.vote.body));
        let words = name.split(|c: char| !c.is_ascii_alphanumeric());
        let words = words.filter(|word| !word.is_empty());
        words
            .map(str::to_ascii_lowercase)
            .collect::<Vec<_>>()
            .join("-")
    }

    pub(super) fn position(&self, state: ParticipantId) -> Option<Ballot> {
        ballot(self.vote, state).filter(|ballot| match ballot {
            Ballot::Yes | Ballot::No | Ballot::Abstain => true,
            Ballot::Absent => false,
        })
    }
}

/// The order in which bodies are told of on one day: a committee before the plenary.
fn rank(body: VotingBody) -> u8 {
    match body {
        VotingBody::FirstCommittee => 0,
        VotingBody::Plenary => 1,
        VotingBody::Other => 2,
    }
}

pub(super) fn position(ballot: Ballot) -> Said {
    let key = match ballot {
        Ballot::Yes => "report-position-yes",
        Ballot::No => "report-position-no",
        Ballot::Abstain => "report-position-abstain",
        Ballot::Absent => "report-position-absent",
    };
    Said::Keys(vec![key.to_owned()])
}

impl<'w> Frame<'w> {
    pub(super) fn votes(&self) -> Made {
        let calls = self.calls();
        let parts = if self.ask.of.is_empty() {
            self.by_roll_call(&calls)
        } else {
            self.state_by_state(&calls)
        };
        let annexes = [self.roll_calls_table(&calls), self.ballots_table(&calls)];
        Made {
            by: Vec::new(),
            parts,
            annexes: annexes.into_iter().flatten().collect(),
        }
    }

    fn calls(&self) -> Calls<'w> {
        let record = &self.world.record;
        let shelf = self.world.shelf.roll_calls.iter();
        let told = shelf.filter(|&&at| record.counts(at));
        let told = told.filter_map(|&at| Some((at, kinds::roll_call(record.body(at))?)));
        let (mut certain, mut uncertain) = (Vec::new(), Vec::new());
        for (at, vote) in told.filter(|(_, vote)| vote.treaty == self.under.law.id) {
            let (first, last) = (vote.on.earliest(), vote.on.latest());
            if self.from <= first && last <= self.to {
                certain.push((at, vote));
            } else if first <= self.to && self.from <= last {
                uncertain.push(at);
            }
        }
        certain.sort_by(|(_, a), (_, b)| {
            let key = |vote: &'w RollCall| {
                let lists = (&vote.yes, &vote.no, &vote.abstain, &vote.absent);
                let whole = vote.part.is_none();
                let name = (&vote.resolution, whole, &vote.part, &vote.title);
                (vote.on, rank(vote.body), name, lists)
            };
            key(a).cmp(&key(b))
        });
        let mut all: Vec<Call<'w>> = Vec::new();
        for (at, vote) in certain {
            let entry = self.entry(at);
            match all.last_mut() {
                Some(last) if same(last.vote, vote) => last.entries.push(entry),
                Some(_) | None => all.push(Call {
                    number: all.len() + 1,
                    vote,
                    entries: vec![entry],
                }),
            }
        }
        Calls { all, uncertain }
    }

    /// What there is in all, and what cannot be placed.
    fn votes_opening(&self, calls: &Calls<'w>) -> Vec<ReportSentence> {
        let mut said: Vec<ReportSentence> = Vec::new();
        let n = calls.all.len();
        if n > 0 {
            let entries = calls
                .all
                .iter()
                .flat_map(|call| call.entries.iter().copied());
            let says = self.say("report-votes").count("n", n).by_all(entries);
            said.push(says.into());
        }
        if calls.all.iter().any(|call| !call.vote.absent.is_empty()) {
            said.push(self.say("report-votes-absent").into());
        }
        let n = calls.uncertain.len();
        if n > 0 {
            let entries = calls.uncertain.iter().map(|&at| self.entry(at));
            let says = self.say("report-votes-uncertain").count("n", n);
            said.push(says.by_all(entries).into());
        }
        said
    }

    pub(super) fn opening_part(&self, calls: &Calls<'w>) -> Option<ReportPart> {
        let opening = passage("votes", PassageForm::Numbered, self.votes_opening(calls));
        part(
            "votes",
            "report-part-overview",
            opening.into_iter().collect(),
        )
    }

    /// Roll call by roll call: the whole of resolutions by body, and single paragraphs.
    fn by_roll_call(&self, calls: &Calls<'w>) -> Vec<ReportPart> {
        let mut parts: Vec<_> = self.opening_part(calls).into_iter().collect();
        for (body, key, heading) in [
            (Some(VotingBody::Plenary), "plenary", "report-part-plenary"),
            (
                Some(VotingBody::FirstCommittee),
                "committee",
                "report-part-committee",
            ),
            (
                Some(VotingBody::Other),
                "other-body",
                "report-part-other-body",
            ),
            (None, "paragraphs", "report-part-paragraphs"),
        ] {
            let own = calls.all.iter().filter(|call| {
                let whole = call.vote.part.is_none();
                body.map_or(!whole, |body| whole && call.vote.body == body)
            });
            parts.extend(part(
                key,
                heading,
                self.told_calls(&own.collect::<Vec<_>>()),
            ));
        }
        parts
    }

    fn told_calls(&self, calls: &[&Call<'w>]) -> Vec<Passage> {
        let mut told = Vec::new();
        let (mut before, mut keys) = (BTreeMap::<Series, &Call<'w>>::new(), BTreeSet::new());
        for (place, call) in calls.iter().enumerate() {
            let last = call.series().and_then(|series| before.insert(series, call));
            // Two roll calls under one name that are not alike are told both.
            let mut key = call.key();
            while !keys.insert(key.clone()) {
                key.push_str("-again");
            }
            let said = vec![
                self.vote_held(call, last.is_some(), place).into(),
                self.result(call, place).into(),
            ];
            told.extend(passage(key.clone(), PassageForm::Numbered, said));
            for (what, says, states) in [
                ("against", "report-vote-against", &call.vote.no),
                ("abstaining", "report-vote-abstaining", &call.vote.abstain),
                ("absent", "report-vote-absent", &call.vote.absent),
            ] {
                let says = self
                    .say(says)
                    .states("states", self.named(self.in_order(states.iter().copied())))
                    .by_all(call.entries.iter().copied());
                let said = if states.is_empty() {
                    Vec::new()
                } else {
                    vec![says.into()]
                };
                told.extend(passage(format!("{key}-{what}"), PassageForm::Bullet, said));
            }
            let changed = last.map(|last| self.changed(last, call));
            told.extend(passage(
                format!("{key}-changes"),
                PassageForm::Bullet,
                changed.unwrap_or_default(),
            ));
        }
        told
    }

    /// That the vote was held: under its title where it is the first of its series.
    fn vote_held(&self, call: &Call<'w>, goes_on: bool, place: usize) -> Sentence {
        let keys = match (call.vote.part.is_some(), call.vote.body, goes_on) {
            (true, VotingBody::Plenary, _) => ["report-voted-part-plenary"; 2],
            (true, VotingBody::FirstCommittee, _) => ["report-voted-part-committee"; 2],
            (true, VotingBody::Other, _) => ["report-voted-part-other"; 2],
            (false, VotingBody::Plenary, false) => ["report-voted-plenary"; 2],
            (false, VotingBody::FirstCommittee, false) => ["report-voted-committee"; 2],
            (false, VotingBody::Other, false) => ["report-voted-other"; 2],
            (false, VotingBody::Plenary, true) => {
                ["report-voted-plenary-a", "report-voted-plenary-b"]
            }
            (false, VotingBody::FirstCommittee, true) => {
                ["report-voted-committee-a", "report-voted-committee-b"]
            }
            (false, VotingBody::Other, true) => ["report-voted-other-next"; 2],
        };
        let title = if goes_on {
            Said::Text(call.vote.resolution.clone())
        } else {
            call.titled()
        };
        let says = self
            .say(vary(&keys, place))
            .day("day", call.vote.on)
            .with("title", title);
        let says = match &call.vote.part {
            Some(part) => says.with("part", Said::Quoted(vec![part.clone()])),
            None => says,
        };
        says.by_all(call.entries.iter().copied())
    }

    /// How many are listed. Where nobody is listed as in favour the lists are not whole.
    fn result(&self, call: &Call<'w>, place: usize) -> Sentence {
        let vote = call.vote;
        let key = if vote.yes.is_empty() {
            "report-vote-in-part"
        } else {
            vary(&["report-vote-result-a", "report-vote-result-b"], place)
        };
        self.say(key)
            .count("yes", vote.yes.len())
            .count("no", vote.no.len())
            .count("abstain", vote.abstain.len())
            .by_all(call.entries.iter().copied())
    }

    /// Whose position was another than in the vote before of the same series. Who did not vote took none.
    fn changed(&self, before: &Call<'w>, call: &Call<'w>) -> Vec<ReportSentence> {
        let mut moves = BTreeMap::<(Ballot, Ballot), Vec<ParticipantId>>::new();
        for state in listed(call.vote) {
            if let (Some(was), Some(is)) = (before.position(state), call.position(state))
                && was != is
            {
                moves.entry((was, is)).or_default().push(state);
            }
        }
        let said = moves
            .into_iter()
            .enumerate()
            .map(|(at, ((was, is), states))| {
                let key = if at == 0 {
                    "report-vote-moved"
                } else {
                    "report-vote-moved-next"
                };
                let entries = before.entries.iter().chain(&call.entries);
                self.say(key)
                    .text("before", before.called())
                    .with("from", position(was))
                    .with("to", position(is))
                    .states("states", self.named(self.in_order(states)))
                    .by_all(entries.copied())
                    .into()
            });
        said.collect()
    }
}

pub(super) fn listed(vote: &RollCall) -> impl Iterator<Item = ParticipantId> + '_ {
    let lists = [&vote.yes, &vote.no, &vote.abstain, &vote.absent];
    lists.into_iter().flatten().copied()
}

/// Whether two entries tell of one roll call alike; what is noted beside is no part of it.
fn same(a: &RollCall, b: &RollCall) -> bool {
    let without = |vote: &RollCall| RollCall {
        note: None,
        session: None,
        ..vote.clone()
    };
    without(a) == without(b)
}
