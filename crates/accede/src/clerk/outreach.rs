//! What the clerk looks at in campaigns, pledges, attributions and roll calls.

use std::collections::BTreeSet;

use ledger::Body;
use ledger::body::{Attribution, Campaign, CampaignAim, Meeting, Pledge, Role, RollCall, Team};
use treaty::{PartialDate, ParticipantId};
use world::World;

use super::Refused;

/// A campaign has a name for its address, a title, a treaty and somebody it is about.
pub(super) fn campaign(campaign: &Campaign) -> Result<(), Refused> {
    // `/campaigns/new` is where one is recorded.
    if !Team::is_id(&campaign.campaign) || campaign.campaign == "new" {
        return Err(Refused::NoCampaignId(campaign.campaign.clone()));
    }
    let nobody = match &campaign.aim {
        CampaignAim::These(these) => these.is_empty(),
        CampaignAim::Group(group) => group.trim().is_empty(),
        CampaignAim::Consents(count) => *count == 0,
        CampaignAim::EntryIntoForce | CampaignAim::Everybody => false,
    };
    let lacks = if campaign.title.trim().is_empty() {
        "what the campaign is called"
    } else if campaign.treaties.is_empty() {
        "for which treaty"
    } else if nobody {
        "what is to be reached"
    } else {
        return Ok(());
    };
    Err(Refused::Incomplete(lacks))
}

/// Those a campaign names.
pub(super) fn participants(campaign: &Campaign) -> Vec<ParticipantId> {
    let mut all = campaign.by.clone();
    if let CampaignAim::These(these) = &campaign.aim {
        all.extend(these);
    }
    all
}

/// The texts of a campaign.
pub(super) fn campaign_texts(campaign: &Campaign) -> impl Iterator<Item = &String> {
    let group = if let CampaignAim::Group(group) = &campaign.aim {
        Some(group)
    } else {
        None
    };
    let own = std::iter::once(&campaign.title);
    own.chain(group).chain(&campaign.note)
}

/// A pledge says what was promised.
pub(super) fn pledge(pledge: &Pledge) -> Result<(), Refused> {
    if pledge.what.trim().is_empty() {
        return Err(Refused::Incomplete("what was promised"));
    }
    Ok(())
}

/// An office is called something.
pub(super) fn role(role: &Role) -> Result<(), Refused> {
    if role.role.trim().is_empty() {
        return Err(Refused::Incomplete("which office"));
    }
    Ok(())
}

/// A meeting is of a series.
pub(super) fn meeting(meeting: &Meeting) -> Result<(), Refused> {
    if meeting.kind.trim().is_empty() {
        return Err(Refused::Incomplete("which meeting"));
    }
    Ok(())
}

/// The texts of a pledge.
pub(super) fn pledge_texts(pledge: &Pledge) -> impl Iterator<Item = &String> {
    let steps = pledge.next.iter();
    let steps = steps.flat_map(|step| std::iter::once(&step.what).chain(&step.owner));
    std::iter::once(&pledge.what)
        .chain(&pledge.note)
        .chain(steps)
}

/// An attribution is of an approach, to something that a participant did, and says upon what. It
/// names entries of this batch too, which the world does not have yet.
pub(super) fn attribution(world: &World, one: &Attribution) -> Result<(), Refused> {
    if one.why.trim().is_empty() {
        return Err(Refused::Incomplete("upon what it rests"));
    }
    let first = match world.body_as_corrected(one.approach) {
        Some(Body::Approach(approach)) => approach.on.map(PartialDate::earliest),
        Some(_) => return Err(Refused::NotOfAnApproach(one.approach)),
        None => None,
    };
    let Some(act) = world.body_as_corrected(one.act) else {
        return Ok(());
    };
    let done = day_of_deed(one, act)?;
    // What surely came before did not follow.
    let before = first.zip(done).filter(|(first, on)| on.latest() < *first);
    match before {
        Some((first, on)) => Err(Refused::CameBefore { on, first }),
        None => Ok(()),
    }
}

/// When a participant did what the entry says to which something is attributed, where that is known.
fn day_of_deed(one: &Attribution, act: &Body) -> Result<Option<PartialDate>, Refused> {
    if let Body::Act(act) = act {
        Ok(Some(act.on))
    } else if let Body::Stage(stage) = act {
        Ok(Some(stage.on))
    } else if let Body::Statement(said) = act {
        Ok(Some(said.on))
    } else if let Body::Pledge(pledge) = act {
        Ok(pledge.on)
    } else if let Body::RollCall(vote) = act {
        Ok(Some(vote.on))
    } else if let Body::Fulfilment(done) = act {
        Ok(Some(done.on))
    } else {
        Err(Refused::NoDeed(one.act))
    }
}

/// A roll call is of a resolution, and nobody votes twice in it.
pub(super) fn roll_call(vote: &RollCall) -> Result<(), Refused> {
    if vote.resolution.trim().is_empty() {
        return Err(Refused::Incomplete("on which resolution"));
    }
    let voters = voters(vote);
    if voters.is_empty() {
        return Err(Refused::Incomplete("who voted"));
    }
    let mut once = BTreeSet::new();
    match voters.into_iter().find(|one| !once.insert(*one)) {
        Some(twice) => Err(Refused::VotedTwice(twice)),
        None => Ok(()),
    }
}

/// Those who stand in a roll call.
pub(super) fn voters(vote: &RollCall) -> Vec<ParticipantId> {
    let all = [&vote.yes, &vote.no, &vote.abstain, &vote.absent];
    all.into_iter().flatten().copied().collect()
}
