//! How States voted on the resolutions about a treaty.

use std::fmt;

use jiff::civil::Date;
use ledger::body::RollCall;
use ledger::body::vocabulary::VotingBody;
use treaty::{ParticipantId, TreatyId};

use crate::kinds;
use crate::record::At;
use crate::world::World;

/// What somebody did in a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Ballot {
    Yes,
    No,
    Abstain,
    Absent,
}

impl fmt::Display for Ballot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Ballot::Yes => "yes",
            Ballot::No => "no",
            Ballot::Abstain => "abstain",
            Ballot::Absent => "absent",
        })
    }
}

/// A vote in which a State is listed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cast<'w> {
    pub(crate) at: At,
    pub(crate) vote: &'w RollCall,
    pub(crate) ballot: Ballot,
}

impl World {
    /// One vote a year on the whole of a resolution about a treaty, up to a day, newest first: that
    /// of the General Assembly where there is one, for there everybody sits who sat in committee.
    pub(crate) fn votes(&self, treaty: &TreatyId, on: Date) -> Vec<(At, &RollCall)> {
        let shelf = self
            .shelf
            .roll_calls
            .iter()
            .filter(|&&at| self.record.counts(at));
        let mut votes: Vec<_> = shelf
            .filter_map(|&at| Some((at, kinds::roll_call(self.record.body(at))?)))
            .filter(|(_, vote)| vote.treaty == *treaty && vote.part.is_none())
            .filter(|(_, vote)| vote.on.latest() <= on)
            .collect();
        let year = |vote: &RollCall| vote.on.latest().year();
        votes.sort_by(|(_, a), (_, b)| {
            let key = |vote: &RollCall| (year(vote), rank(vote.body), vote.on);
            let lists =
                |vote: &RollCall| (vote.yes.clone(), vote.no.clone(), vote.abstain.clone());
            key(b)
                .cmp(&key(a))
                .then_with(|| b.resolution.cmp(&a.resolution))
                // Two under one name: the order of recording leaves no trace.
                .then_with(|| lists(b).cmp(&lists(a)))
        });
        votes.dedup_by_key(|(_, vote)| year(vote));
        votes
    }
}

/// The votes in which a State is listed, newest first.
pub(crate) fn cast<'v, 'w: 'v>(
    votes: &'v [(At, &'w RollCall)],
    state: ParticipantId,
) -> impl Iterator<Item = Cast<'w>> + 'v {
    votes.iter().filter_map(move |&(at, vote)| {
        let ballot = ballot(vote, state)?;
        Some(Cast { at, vote, ballot })
    })
}

/// What a State did in a vote; `None`: the roll call does not list it.
pub(crate) fn ballot(vote: &RollCall, state: ParticipantId) -> Option<Ballot> {
    let lists = [
        (&vote.yes, Ballot::Yes),
        (&vote.no, Ballot::No),
        (&vote.abstain, Ballot::Abstain),
        (&vote.absent, Ballot::Absent),
    ];
    let found = lists
        .into_iter()
        .find(|(listed, _)| listed.contains(&state));
    found.map(|(_, ballot)| ballot)
}

fn rank(body: VotingBody) -> u8 {
    match body {
        VotingBody::Plenary => 2,
        VotingBody::FirstCommittee => 1,
        VotingBody::Other => 0,
    }
}
