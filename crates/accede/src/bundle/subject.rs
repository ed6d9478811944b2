//! What an entry is about, as far as a bundle must know.

use ledger::body::CampaignAim;
use ledger::{Body, EntryId};
use treaty::{ParticipantId, TreatyId};

/// What an entry is about.
#[derive(Debug, Default)]
pub struct Subject<'b> {
    /// Its treaties.
    pub treaties: Vec<&'b TreatyId>,
    /// The participants it names.
    pub participants: Vec<ParticipantId>,
    /// The entry that it corrects, retracts or disputes.
    pub of: Option<EntryId>,
    /// The entries that it names: it goes only where these are.
    pub names: Vec<EntryId>,
    /// It says something of this instance alone, and never leaves it.
    pub stays: bool,
}

impl<'b> Subject<'b> {
    fn under(
        treaty: &'b TreatyId,
        participants: impl IntoIterator<Item = ParticipantId>,
    ) -> Subject<'b> {
        Subject {
            treaties: vec![treaty],
            participants: participants.into_iter().collect(),
            ..Subject::default()
        }
    }

    fn by(participant: ParticipantId) -> Subject<'b> {
        Subject {
            participants: vec![participant],
            ..Subject::default()
        }
    }

    fn about(of: EntryId) -> Subject<'b> {
        Subject {
            of: Some(of),
            ..Subject::default()
        }
    }

    /// What `body` is about.
    pub fn of(body: &'b Body) -> Subject<'b> {
        match body {
            Body::Act(act) => {
                let others = act.done_by.into_iter().chain(act.towards);
                Subject::under(&act.treaty, std::iter::once(act.by).chain(others))
            }
            Body::Treaty(file) => Subject::under(&file.treaty, None),
            // It registers one: none has to be there.
            Body::Participant(_) => Subject::default(),
            Body::Alias(alias) => Subject::by(alias.by),
            Body::Membership(member) => Subject::by(member.by),
            Body::Meeting(meeting) => Subject::under(&meeting.treaty, None),
            Body::Role(role) => Subject::under(&role.treaty, [role.by]),
            Body::Fulfilment(done) => Subject::under(&done.treaty, [done.by]),
            Body::Extension(extended) => Subject::under(&extended.treaty, [extended.by]),
            Body::Observation(seen) => Subject::under(&seen.treaty, seen.by),
            Body::PrintedCount(count) => Subject::under(&count.treaty, None),
            Body::Plan(plan) => Subject::under(&plan.treaty, None),
            Body::PlanAction(action) => Subject::under(&action.treaty, None),
            Body::Statement(said) => {
                let with = said.aligned_with.iter().copied();
                Subject::under(&said.treaty, with.chain([said.by]))
            }
            Body::Assistance(given) => {
                Subject::under(&given.treaty, given.to.into_iter().chain([given.by]))
            }
            Body::Approach(approach) => {
                let sides = approach.by.iter().chain(&approach.to);
                Subject {
                    treaties: approach.treaties.iter().collect(),
                    participants: sides.filter_map(|side| side.participant).collect(),
                    ..Subject::default()
                }
            }
            Body::Correction(correction) => {
                let inner = Subject::of(&correction.body);
                Subject {
                    of: Some(correction.of),
                    ..inner
                }
            }
            Body::Campaign(campaign) => {
                let mut about = campaign.by.clone();
                if let CampaignAim::These(these) = &campaign.aim {
                    about.extend(these);
                }
                Subject {
                    treaties: campaign.treaties.iter().collect(),
                    participants: about,
                    ..Subject::default()
                }
            }
            Body::Stage(stage) => Subject {
                names: stage.approach.into_iter().collect(),
                ..Subject::under(&stage.treaty, [stage.by])
            },
            Body::Pledge(pledge) => Subject {
                names: pledge.approach.into_iter().collect(),
                ..Subject::under(&pledge.treaty, [pledge.by])
            },
            Body::Attribution(one) => Subject {
                names: vec![one.approach, one.act],
                ..Subject::default()
            },
            Body::RollCall(vote) => {
                let all = [&vote.yes, &vote.no, &vote.abstain, &vote.absent];
                Subject::under(&vote.treaty, all.into_iter().flatten().copied())
            }
            Body::Document(document) => {
                let meeting = document.at.iter().map(|at| &at.treaty);
                let with = document.aligned_with.iter().chain(&document.aligned_by);
                Subject {
                    treaties: document.treaties.iter().chain(meeting).collect(),
                    participants: document.by.iter().chain(with).copied().collect(),
                    names: document.statement.into_iter().collect(),
                    ..Subject::default()
                }
            }
            Body::Retraction(retraction) => Subject::about(retraction.of),
            Body::Dispute(dispute) => Subject::about(dispute.of),
            Body::Quarantined(_)
            | Body::FactsRelease(_)
            | Body::Release(_)
            | Body::Team(_)
            | Body::Person(_)
            | Body::Seat(_)
            | Body::Key(_)
            | Body::Agreement(_)
            | Body::Report(_) => Subject {
                stays: true,
                ..Subject::default()
            },
        }
    }
}

/// The kind of an entry, as the ledger names it.
pub fn kind(body: &Body) -> String {
    let value = serde_json::to_value(body).expect("a body can be written as JSON");
    let members = value.as_object().into_iter().flatten();
    members.map(|(name, _)| name.clone()).collect()
}
