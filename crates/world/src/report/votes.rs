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
use crate::view::{
    Passage, PassageForm, ReportCell, ReportPart, ReportSentence, ReportTable, Said, Sentence,
};

/// A roll call of the period; what is recorded twice alike is one.
struct Call<'w> {
    /// Its number in the table, from 1.
    number: usize,
    vote: &'w RollCall,
    entries: Vec<EntryRef>,
}

/// The roll calls on a treaty: by day, and those of which nobody can say whether they were in the period.
struct Calls<'w> {
    all: Vec<Call<'w>>,
    uncertain: Vec<At>,
}

/// Votes that follow on one another: the same body on the whole of resolutions of the same title.
type Series = (u8, String);

impl Call<'_> {
    /// Of which series it is; `None`: of a single paragraph, for its number may stand before another text a year
    /// later, or without a title on record.
    fn series(&self) -> Option<Series> {
        let title = plain(self.vote.title.as_deref()?);
        self.vote
            .part
            .is_none()
            .then(|| (rank(self.vote.body), title))
    }

    /// The symbol and the year.
    fn called(&self) -> String {
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

    fn position(&self, state: ParticipantId) -> Option<Ballot> {
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

fn position(ballot: Ballot) -> Said {
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

    fn opening_part(&self, calls: &Calls<'w>) -> Option<ReportPart> {
        let opening = passage("votes", PassageForm::Numbered, self.votes_opening(calls));
        part(
            "votes",
            "report-part-overview",
            opening.into_iter().collect(),
        )
    }

    /// Roll call by roll call: the whole of resolutions by body, and single paragraphs.
    fn by_roll_call(&self, calls: &Calls<'w>) -> Vec<ReportPart> {
        let whole = |body| move |vote: &RollCall| vote.part.is_none() && vote.body == body;
        let sorts: [(_, _, Box<dyn Fn(&RollCall) -> bool>); 4] = [
            (
                "plenary",
                "report-part-plenary",
                Box::new(whole(VotingBody::Plenary)),
            ),
            (
                "committee",
                "report-part-committee",
                Box::new(whole(VotingBody::FirstCommittee)),
            ),
            (
                "other-body",
                "report-part-other-body",
                Box::new(whole(VotingBody::Other)),
            ),
            (
                "paragraphs",
                "report-part-paragraphs",
                Box::new(|vote: &RollCall| vote.part.is_some()),
            ),
        ];
        let mut parts: Vec<_> = self.opening_part(calls).into_iter().collect();
        for (key, heading, wanted) in sorts {
            let own = calls.all.iter().filter(|call| wanted(call.vote));
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

    /// State by State: how each voted where, and where its position changed.
    fn state_by_state(&self, calls: &Calls<'w>) -> Vec<ReportPart> {
        let mut parts: Vec<_> = self.opening_part(calls).into_iter().collect();
        if calls.all.is_empty() {
            return parts;
        }
        let states = self.in_order(self.ask.of.iter().copied()).into_iter();
        let told = states.filter_map(|state| {
            let key = format!("votes-{}", super::codes(&[state]));
            passage(key, PassageForm::Numbered, self.cast_by(calls, state))
        });
        parts.extend(part("states", "report-part-states-voted", told.collect()));
        parts
    }

    fn cast_by(&self, calls: &Calls<'w>, state: ParticipantId) -> Vec<ReportSentence> {
        let mut said = Vec::new();
        for (parts, body, place) in [
            (false, VotingBody::Plenary, "report-cast-plenary"),
            (false, VotingBody::FirstCommittee, "report-cast-committee"),
            (false, VotingBody::Other, "report-cast-other-body"),
            (true, VotingBody::Plenary, "report-cast-plenary-parts"),
            (
                true,
                VotingBody::FirstCommittee,
                "report-cast-committee-parts",
            ),
            (true, VotingBody::Other, "report-cast-other-parts"),
        ] {
            let own = calls
                .all
                .iter()
                .filter(|call| call.vote.body == body && call.vote.part.is_some() == parts);
            let own: Vec<_> = own.collect();
            said.extend(self.cast_there(&own, state, place));
            if !parts {
                said.extend(self.moves(&own, state));
            }
        }
        let unlisted: Vec<_> = calls
            .all
            .iter()
            .filter(|call| ballot(call.vote, state).is_none())
            .collect();
        if !unlisted.is_empty() {
            let key = if unlisted.len() == calls.all.len() {
                "report-cast-nowhere"
            } else {
                "report-cast-unlisted"
            };
            said.push(self.cast(key, state, &unlisted).into());
        }
        said
    }

    /// What a State did in the votes of one body, ballot by ballot.
    fn cast_there(
        &self,
        calls: &[&Call<'w>],
        state: ParticipantId,
        place: &'static str,
    ) -> Vec<ReportSentence> {
        let mut said = Vec::new();
        for (wanted, first, next) in [
            (Ballot::Yes, "report-cast-yes", "report-cast-yes-next"),
            (Ballot::No, "report-cast-no", "report-cast-no-next"),
            (
                Ballot::Abstain,
                "report-cast-abstain",
                "report-cast-abstain-next",
            ),
            (
                Ballot::Absent,
                "report-cast-absent",
                "report-cast-absent-next",
            ),
        ] {
            let own = calls
                .iter()
                .filter(|call| ballot(call.vote, state) == Some(wanted));
            let own: Vec<_> = own.copied().collect();
            if own.is_empty() {
                continue;
            }
            let key = if said.is_empty() { first } else { next };
            let says = self.cast(key, state, &own);
            let says = says.with("where", Said::Keys(vec![place.to_owned()]));
            said.push(ReportSentence::from(says));
        }
        said
    }

    fn cast(&self, key: &'static str, state: ParticipantId, calls: &[&Call<'w>]) -> Sentence {
        let names = calls.iter().map(|call| call.called()).collect();
        self.say(key)
            .states("by", self.named([state]))
            .count("n", calls.len())
            .with("calls", Said::Names(names))
            .by_all(calls.iter().flat_map(|call| call.entries.iter().copied()))
    }

    /// Where a State's position changed from one vote of a series to the next in which it took one; that it did
    /// not, where it took several.
    fn moves(&self, calls: &[&Call<'w>], state: ParticipantId) -> Vec<ReportSentence> {
        let mut last = BTreeMap::<Series, (&Call<'w>, Ballot)>::new();
        let (mut moved, mut kept) = (Vec::new(), Vec::new());
        for call in calls {
            let (Some(series), Some(is)) = (call.series(), call.position(state)) else {
                continue;
            };
            let Some((before, was)) = last.insert(series, (call, is)) else {
                continue;
            };
            if was == is {
                kept.push(before);
                kept.push(call);
                continue;
            }
            let keys = ["report-cast-moved-a", "report-cast-moved-b"];
            let entries = before.entries.iter().chain(&call.entries);
            let says = self
                .say(vary(&keys, moved.len()))
                .states("by", self.named([state]))
                .text("before", before.called())
                .text("now", call.called())
                .with("from", position(was))
                .with("to", position(is))
                .by_all(entries.copied());
            moved.push(ReportSentence::from(says));
        }
        if moved.is_empty() && !kept.is_empty() {
            let entries = kept.iter().flat_map(|call| call.entries.iter().copied());
            let says = self
                .say("report-cast-kept")
                .states("by", self.named([state]))
                .by_all(entries);
            moved.push(says.into());
        }
        moved
    }

    /// The roll calls with their sums; `None`: there is none.
    fn roll_calls_table(&self, calls: &Calls<'w>) -> Option<ReportTable> {
        let number = |n: usize| Said::Number(u32::try_from(n).unwrap_or(u32::MAX));
        let rows = calls.all.iter().map(|call| {
            let vote = call.vote;
            let body = Said::Keys(vec![format!("outreach-voting-body-{}", vote.body)]);
            // An empty list may be one that nobody recorded; beside those in favour it is a none.
            let whole = !vote.yes.is_empty();
            let sum = |listed: &[ParticipantId], whole: bool| {
                let told = whole || !listed.is_empty();
                told.then(|| number(listed.len())).into_iter().collect()
            };
            vec![
                vec![number(call.number)],
                vec![Said::Day(vote.on)],
                vec![body],
                vec![Said::Text(vote.resolution.clone())],
                vote.part
                    .iter()
                    .map(|part| Said::Quoted(vec![part.clone()]))
                    .collect(),
                sum(&vote.yes, false),
                sum(&vote.no, whole),
                sum(&vote.abstain, whole),
                sum(&vote.absent, false),
            ]
        });
        let columns = [
            ("report-col-number", 7),
            ("report-col-when", 20),
            ("report-col-body", 18),
            ("report-col-resolution", 20),
            ("report-col-paragraph", 18),
            ("report-col-yes", 11),
            ("report-col-no", 11),
            ("report-col-abstain", 13),
            ("report-col-absent", 12),
        ];
        let heading = self.say("report-annex-votes").with("time", self.period());
        let table = self.table("roll-calls", heading, &columns, false, rows.collect());
        table.map(|mut table| {
            for (row, call) in table.rows.iter_mut().zip(&calls.all) {
                rest(row, &call.entries);
            }
            table
        })
    }

    /// In which of them each State did what, by their numbers; `None`: nobody is listed.
    fn ballots_table(&self, calls: &Calls<'w>) -> Option<ReportTable> {
        let listed = calls.all.iter().flat_map(|call| listed(call.vote));
        let of = &self.ask.of;
        let states = listed.filter(|id| of.is_empty() || of.contains(id));
        let rows = self.in_order(states).into_iter().map(|state| {
            let mut row = vec![vec![Said::States(self.named([state]))]];
            for wanted in [Ballot::Yes, Ballot::No, Ballot::Abstain, Ballot::Absent] {
                let own = calls.all.iter();
                let own = own.filter(|call| ballot(call.vote, state) == Some(wanted));
                let numbers: Vec<_> = own.map(|call| call.number).collect();
                let told = (!numbers.is_empty()).then(|| Said::Text(in_ranges(&numbers)));
                row.push(told.into_iter().collect());
            }
            row
        });
        let columns = [
            ("report-col-state", 34),
            ("report-col-yes", 22),
            ("report-col-no", 16),
            ("report-col-abstain", 18),
            ("report-col-absent", 18),
        ];
        let heading = self.say("report-annex-ballots");
        self.table("ballots", heading, &columns, true, rows.collect())
    }
}

/// Puts entries under the first cell of a row.
fn rest(row: &mut [ReportCell], entries: &[EntryRef]) {
    if let Some(first) = row.first_mut() {
        first.entries = entries.to_vec();
    }
}

fn listed(vote: &RollCall) -> impl Iterator<Item = ParticipantId> + '_ {
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

/// Numbers with those that follow on one another drawn together: `1–3, 5`.
fn in_ranges(numbers: &[usize]) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for &n in numbers {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == n => *last = n,
            Some(_) | None => ranges.push((n, n)),
        }
    }
    let told = ranges.iter().map(|(first, last)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}–{last}"),
    });
    told.collect::<Vec<_>>().join(", ")
}
