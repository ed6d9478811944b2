//! Whom a report is about: States by name, those whom a campaign should approach next, those who are to be met.

use jiff::civil::Date;
use treaty::{ParticipantId, TreatyId};
use world::view::{ReportKind, ReportOf, Weights};
use world::{Next, World};

use super::super::Session;
use super::super::next::no_campaign;
use crate::failure::Failure;

/// The States a report is about: at most one of these is given.
#[derive(Debug, Clone, Copy)]
pub(super) struct Whom<'a> {
    /// By code or name.
    pub(super) state: &'a [String],
    /// Those whom this campaign should approach next.
    pub(super) campaign: Option<&'a str>,
    /// Those with whom talks are planned at this meeting.
    pub(super) meeting: Option<&'a str>,
}

impl Whom<'_> {
    /// The States, in the world the report is made from; none where none was asked for.
    pub(super) fn states(
        &self,
        session: &Session,
        world: &World,
        kind: ReportKind,
        (treaty, on): (&TreatyId, Date),
        top: usize,
    ) -> Result<Vec<ParticipantId>, Failure> {
        if let Some(campaign) = self.campaign {
            takes_states(kind, "--campaign")?;
            return next(session, world, campaign, (treaty, on), top);
        }
        if let Some(meeting) = self.meeting {
            takes_states(kind, "--meeting")?;
            return met(world, meeting);
        }
        let named = self.state.iter().map(|one| session.state(world, one));
        named.collect()
    }
}

fn takes_states(kind: ReportKind, given: &str) -> Result<(), Failure> {
    match kind.of() {
        ReportOf::Some | ReportOf::SomeOrAll => Ok(()),
        ReportOf::All => Err(Failure::usage("a report of this kind is about all States")
            .hint(format!("leave {given} out"))),
    }
}

fn next(
    session: &Session,
    world: &World,
    campaign: &str,
    (treaty, on): (&TreatyId, Date),
    top: usize,
) -> Result<Vec<ParticipantId>, Failure> {
    let weights = Weights::default();
    let next = world.next(Next::Campaign(campaign), on, &weights, session.lang());
    let next = next.ok_or_else(|| no_campaign(Some(campaign)))?;
    if next.treaty != *treaty {
        return Err(Failure::usage(format!(
            "`{campaign}` is a campaign for `{}`",
            next.treaty
        ))
        .hint(format!("ask for it with --treaty {}", next.treaty)));
    }
    let states: Vec<_> = next.rows.iter().take(top).map(|row| row.iso3).collect();
    if states.is_empty() {
        return Err(Failure::usage(format!(
            "`{campaign}` has nobody left to approach"
        )));
    }
    Ok(states)
}

fn met(world: &World, meeting: &str) -> Result<Vec<ParticipantId>, Failure> {
    let states = world.to_be_met(meeting).ok_or_else(|| {
        Failure::usage(format!("no meeting `{meeting}` is on record"))
            .hint("accede meeting list gives their names")
    })?;
    if states.is_empty() {
        return Err(Failure::usage(format!(
            "no planned approach that these readers may see names a State to be met at `{meeting}`"
        ))
        .hint("name the team with --audience: what is planned is for its team alone"));
    }
    Ok(states)
}
