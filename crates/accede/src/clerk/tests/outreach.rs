//! Campaigns, stages, pledges, attributions and roll calls: what the clerk refuses.

use ledger::EntryId;
use ledger::body::vocabulary::{
    AttributionConfidence, PledgeKind, PledgeState, StateStage, VotingBody,
};
use ledger::body::{
    ApproachState, Attribution, Campaign, CampaignAim, Pledge, RollCall, Stage,
};

use super::approaches::{approach, clerk, draft, refused, team};
use super::*;

fn xaa() -> ParticipantId {
    "XAA".parse().unwrap()
}

fn campaign(aim: CampaignAim) -> Campaign {
    Campaign {
        campaign: "ccm-130".to_owned(),
        title: "To 130".to_owned(),
        treaties: vec!["ccm".parse().unwrap()],
        aim,
        from: None,
        until: None,
        by: vec![xaa()],
        note: None,
    }
}

fn stage(of: Option<EntryId>) -> Body {
    Body::Stage(Stage {
        treaty: "ccm".parse().unwrap(),
        by: xaa(),
        stage: StateStage::Parliament,
        step: None,
        on: "2030-01".parse().unwrap(),
        evidence: None,
        approach: of,
        note: None,
    })
}

fn attribution(approach: EntryId, act: EntryId, why: &str) -> Body {
    Body::Attribution(Attribution {
        approach,
        act,
        confidence: AttributionConfidence::Possible,
        why: why.to_owned(),
    })
}

fn roll_call(yes: &[ParticipantId], no: &[ParticipantId]) -> Body {
    Body::RollCall(RollCall {
        treaty: "ccm".parse().unwrap(),
        resolution: "A/RES/84/1".to_owned(),
        title: None,
        body: VotingBody::Plenary,
        part: None,
        on: "2029-12-04".parse().unwrap(),
        session: None,
        yes: yes.to_vec(),
        no: no.to_vec(),
        abstain: Vec::new(),
        absent: Vec::new(),
        note: None,
    })
}

/// Records a draft for the team; gives the id of its entry.
#[track_caller]
fn record(clerk: &Clerk, body: Body, audience: Audience) -> EntryId {
    let viewer = Viewer::member(["italy"]);
    let drafts = once(vec![draft(body, audience)]);
    clerk.submit_as(&viewer, "a test", drafts).unwrap();
    clerk.record().entries().next_back().unwrap().entry.id
}

#[test]
fn a_campaign_says_what_it_is_called_where_and_what_it_is_about() {
    let clerk = clerk();
    let refused = |change: fn(&mut Campaign), says| {
        let mut one = campaign(CampaignAim::Consents(130));
        change(&mut one);
        refused(&clerk, vec![draft(Body::Campaign(one), team())], says);
    };
    refused(
        |one| one.campaign = "To 130".to_owned(),
        "no name of a campaign",
    );
    refused(
        |one| one.title = " ".to_owned(),
        "what the campaign is called",
    );
    refused(|one| one.treaties.clear(), "for which treaty");
    refused(
        |one| one.treaties = vec!["none".parse().unwrap()],
        "is not registered",
    );
    refused(
        |one| one.aim = CampaignAim::Consents(0),
        "what is to be reached",
    );
    refused(
        |one| one.aim = CampaignAim::Group(String::new()),
        "what is to be reached",
    );
    refused(
        |one| one.aim = CampaignAim::These(Vec::new()),
        "what is to be reached",
    );
    refused(
        |one| one.aim = CampaignAim::These(vec!["XZZ".parse().unwrap()]),
        "`XZZ` is not registered",
    );
    refused(
        |one| one.by = vec!["XZZ".parse().unwrap()],
        "`XZZ` is not registered",
    );
    let whole = Body::Campaign(campaign(CampaignAim::Consents(130)));
    record(&clerk, whole, team());
}

#[test]
fn a_pledge_says_what_was_promised() {
    let clerk = clerk();
    let pledge = Body::Pledge(Pledge {
        treaty: "ccm".parse().unwrap(),
        by: xaa(),
        kind: PledgeKind::Join,
        what: " ".to_owned(),
        state: PledgeState::Open,
        on: None,
        due: None,
        meeting: None,
        approach: None,
        next: Vec::new(),
        note: None,
    });
    refused(&clerk, vec![draft(pledge, team())], "what was promised");
}

#[test]
fn what_names_an_approach_is_for_no_more_people_than_that() {
    let clerk = clerk();
    let letter = Body::Approach(Box::new(approach(ApproachState::Done)));
    let of = record(&clerk, letter, team());
    refused(
        &clerk,
        vec![draft(stage(Some(of)), Audience::Public)],
        "it would be shown to `public`",
    );
    let shown = record(&clerk, stage(Some(of)), team());
    refused(
        &clerk,
        vec![draft(
            attribution(of, shown, "They said so."),
            Audience::SignedIn,
        )],
        "it would be shown to `signed-in`",
    );
    // A correction does not get around it.
    let open = record(&clerk, stage(None), Audience::Public);
    let widened = Body::Correction(ledger::body::Correction {
        of: open,
        body: Box::new(stage(Some(of))),
        why: "a test".to_owned(),
    });
    refused(
        &clerk,
        vec![draft(widened, Audience::Public)],
        "it would be shown to `public`",
    );
    let nobody: EntryId = EntryId("01890000-0000-7000-8000-00000000ffff".parse().unwrap());
    refused(
        &clerk,
        vec![draft(stage(Some(nobody)), team())],
        "there is no entry with the id",
    );
}

#[test]
fn an_attribution_is_of_an_approach_to_something_a_state_did() {
    let clerk = clerk();
    let letter = Body::Approach(Box::new(approach(ApproachState::Done)));
    let (of, did) = (
        record(&clerk, letter, team()),
        record(&clerk, stage(None), team()),
    );
    let says = |approach, act, why, says| {
        let body = attribution(approach, act, why);
        refused(&clerk, vec![draft(body, team())], says);
    };
    says(of, did, " ", "upon what it rests");
    says(did, did, "They said so.", "is no approach");
    says(of, of, "They said so.", "tells of nothing that a State did");
    record(&clerk, attribution(of, did, "They said so."), team());
}

#[test]
fn what_came_before_did_not_follow() {
    let clerk = clerk();
    let mut letter = approach(ApproachState::Done);
    letter.on = Some("2030-02-01".parse().unwrap());
    letter.until = Some("2030-06".parse().unwrap());
    let of = record(&clerk, Body::Approach(Box::new(letter)), team());
    // The stage is of January; a vote of the year may have been later.
    let before = record(&clerk, stage(None), team());
    let body = attribution(of, before, "They said so.");
    refused(
        &clerk,
        vec![draft(body, team())],
        "came before the approach, which began on 2030-02-01 at the earliest",
    );
    let Body::RollCall(mut vote) = roll_call(&[xaa()], &[]) else {
        unreachable!("it makes roll calls")
    };
    vote.on = "2030".parse().unwrap();
    let perhaps = record(&clerk, Body::RollCall(vote), team());
    record(&clerk, attribution(of, perhaps, "They said so."), team());
}

#[test]
fn nobody_votes_twice() {
    let clerk = clerk();
    refused(
        &clerk,
        vec![draft(roll_call(&[], &[]), team())],
        "who voted",
    );
    refused(
        &clerk,
        vec![draft(roll_call(&[xaa()], &[xaa()]), team())],
        "XAA stands in the roll call twice",
    );
    record(&clerk, roll_call(&[xaa()], &[]), Audience::Public);
}
