//! How single States voted, and the tables of a voting record.

use std::collections::BTreeMap;

use ledger::EntryRef;
use ledger::body::vocabulary::VotingBody;
use treaty::ParticipantId;

use super::votes::{Call, Calls, Series, listed, position};
use super::{Frame, part, passage, vary};
use crate::next::{Ballot, ballot};
use crate::view::{
    PassageForm, ReportCell, ReportPart, ReportSentence, ReportTable, Said, Sentence,
};

impl<'w> Frame<'w> {
    /// State by State: how each voted where, and where its position changed.
    pub(super) fn state_by_state(&self, calls: &Calls<'w>) -> Vec<ReportPart> {
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
    pub(super) fn roll_calls_table(&self, calls: &Calls<'w>) -> Option<ReportTable> {
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
    pub(super) fn ballots_table(&self, calls: &Calls<'w>) -> Option<ReportTable> {
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
