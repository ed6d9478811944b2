//! At which level something was done: between two States, or among many, and then all over the world or in one region.
//! What the kind, the forum, the meeting and the papers of an approach do not say is not known.

use ledger::body::vocabulary::ApproachKind;
use treaty::clause::Requirement;
use treaty::participant::Status;
use treaty::{ParticipantId, TreatyId};

use super::Frame;
use super::deeds::{Deed, Topic};

/// At which level something was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// Of States with one State, or with each of several by itself.
    Bilateral,
    /// Among States of all the world.
    Global,
    /// Among States of one region.
    Regional,
    /// Among several States, of which the record does not say whether they were of one region.
    Untold,
    /// Turned to the public or to parliaments.
    Public,
}

impl Level {
    /// All of them, in the order in which they are told of.
    pub(super) const ALL: [Level; 5] = [
        Level::Bilateral,
        Level::Global,
        Level::Regional,
        Level::Untold,
        Level::Public,
    ];
}

/// What a forum of the list is.
enum Reach {
    /// Open to the States of all the world, or of an organisation that is.
    Global,
    /// Of one region.
    Regional,
    /// A body of the treaty: as wide as the treaty is open.
    OfTreaty,
}

/// How far a forum reaches; `None`: a group of some States of several regions, or none of the list.
fn reach(forum: &str) -> Option<Reach> {
    match forum {
        "unga_first_committee"
        | "unga_plenary"
        | "unga_high_level_week"
        | "unsc"
        | "cd"
        | "cd_high_level"
        | "npt_revcon"
        | "npt_prepcom"
        | "artxiv_conference"
        | "friends_ctbt"
        | "ctbto_prepcom"
        | "ctbto_wga"
        | "ctbto_wgb"
        | "ctbto_symposium"
        | "ctbto_snt"
        | "iaea_gc"
        | "opcw_csp"
        | "ipu" => Some(Reach::Global),
        "eu" | "au" | "asean" | "oas" | "caricom" | "pif" => Some(Reach::Regional),
        "msp"
        | "revcon"
        | "intersessional"
        | "prepmeet"
        | "coordination_committee"
        | "iwg_universalization" => Some(Reach::OfTreaty),
        _ => None,
    }
}

impl Frame<'_> {
    /// At which level something was done.
    pub(super) fn level(&self, deed: &Deed<'_>) -> Level {
        match (deed.topic(), deed.one.kind) {
            (Topic::States(_), ApproachKind::DemarcheRegionalGroup) => Level::Regional,
            // Several sat down together, and who were all of them the record need not say.
            (Topic::States(_), ApproachKind::MeetingInformalClosed) if deed.to.len() != 1 => {
                self.among_many(deed)
            }
            (Topic::States(_), _) => Level::Bilateral,
            (Topic::Public(_), _) => Level::Public,
            (Topic::Event(..), ApproachKind::WorkshopRegional) => Level::Regional,
            (Topic::Event(..), _) if deed.to.len() == 1 && is_nowhere(deed) => Level::Bilateral,
            (
                Topic::Event(..)
                | Topic::Statement(_)
                | Topic::Language
                | Topic::Sponsored
                | Topic::Voted
                | Topic::Paper
                | Topic::Panel(_)
                | Topic::Chair
                | Topic::Inside,
                _,
            ) => self.among_many(deed),
        }
    }

    fn among_many(&self, deed: &Deed<'_>) -> Level {
        let global = |is: bool| if is { Level::Global } else { Level::Untold };
        if let Some(forum) = &deed.one.forum {
            return match reach(forum) {
                Some(Reach::Global) => Level::Global,
                Some(Reach::Regional) => Level::Regional,
                Some(Reach::OfTreaty) => global(
                    deed.one
                        .treaties
                        .first()
                        .is_some_and(|id| self.open_to_all(id)),
                ),
                None => Level::Untold,
            };
        }
        if let Some((_, meeting)) = self.meeting(deed) {
            // A workshop or a consultation may have been of any States.
            let of_all = !matches!(
                meeting.kind.as_str(),
                "Workshop" | "Consultation" | "Informal"
            );
            return global(of_all && self.open_to_all(&meeting.treaty));
        }
        // A paper of the General Assembly or of the Security Council bears its symbol.
        let mut papers = deed.one.documents.iter();
        global(papers.any(|paper| ["A/", "S/"].iter().any(|of| paper.title.starts_with(of))))
    }

    /// Whether a treaty is open to every State; one of a zone is not.
    fn open_to_all(&self, treaty: &TreatyId) -> bool {
        let all = self.world.registry.all();
        let mut states = all.filter(|one| one.status == Status::State);
        let under = self.world.under(treaty);
        under.is_some_and(|under| states.all(|one| under.law.admits(one.id)))
    }

    /// The States that entry into force still needs by name: what the treaty calls their list, and who is on it.
    pub(super) fn named_list(&self) -> Option<(&str, &[ParticipantId])> {
        if self.under.in_force_on(self.to) {
            return None;
        }
        match &self.under.law.entry_into_force.as_ref()?.requirement {
            Requirement::Named { list, participants }
            | Requirement::NamedAndNumber {
                list, participants, ..
            } => Some((list, participants)),
            Requirement::Number(_) | Requirement::OnRecordOnly { .. } => None,
        }
    }
}

fn is_nowhere(deed: &Deed<'_>) -> bool {
    deed.one.forum.is_none() && deed.one.meeting.is_none()
}
