//! The words of approaches, campaigns and documents: what people read for the codes that entries are written in.

use std::borrow::Cow;
use std::fmt::Display;

use crate::Words;

/// A list of codes. Its codes are those of the ledger's vocabulary, but for fora and ballots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// What an approach was.
    Kind,
    /// At which level somebody took part.
    Level,
    /// Through which channel.
    Channel,
    /// With which argument.
    Theme,
    /// What came of it.
    Outcome,
    /// What stands in the way.
    Obstacle,
    /// Help that was asked for or offered.
    Support,
    /// In which capacity somebody acted.
    ActedAs,
    /// Whether an approach took place.
    State,
    /// At which forum: [`FORA`], and whatever else people wrote.
    Forum,
    /// How far a State is on its way.
    Stage,
    /// A step at home.
    Step,
    /// What was promised.
    Pledge,
    /// What became of a promise.
    PledgeState,
    /// How sure somebody is that an act has to do with an approach.
    Confidence,
    /// What kind of office somebody holds.
    Role,
    /// Who voted.
    VotingBody,
    /// How somebody voted: [`BALLOTS`].
    Ballot,
    /// What kind of document something is.
    DocumentKind,
    /// What a document speaks of.
    DocumentTheme,
    /// To whom a document was given.
    Distribution,
}

/// The fora that have a name here. An approach may name another in its own words.
pub const FORA: [&str; 36] = [
    "unga_first_committee",
    "unga_plenary",
    "unga_high_level_week",
    "unsc",
    "cd",
    "cd_high_level",
    "npt_revcon",
    "npt_prepcom",
    "artxiv_conference",
    "friends_ctbt",
    "ctbto_prepcom",
    "ctbto_wga",
    "ctbto_wgb",
    "ctbto_symposium",
    "ctbto_snt",
    "msp",
    "revcon",
    "intersessional",
    "prepmeet",
    "coordination_committee",
    "iwg_universalization",
    "g7",
    "g7_npdg",
    "eu",
    "au",
    "asean",
    "oas",
    "caricom",
    "pif",
    "nam",
    "oif",
    "ipu",
    "nwfz_conference",
    "iaea_gc",
    "opcw_csp",
    "humanitarian_fora",
];

/// How somebody may have voted, as a recorded vote lists it.
pub const BALLOTS: [&str; 4] = ["yes", "no", "abstain", "absent"];

impl List {
    /// Every list.
    pub const ALL: [List; 21] = [
        List::Kind,
        List::Level,
        List::Channel,
        List::Theme,
        List::Outcome,
        List::Obstacle,
        List::Support,
        List::ActedAs,
        List::State,
        List::Forum,
        List::Stage,
        List::Step,
        List::Pledge,
        List::PledgeState,
        List::Confidence,
        List::Role,
        List::VotingBody,
        List::Ballot,
        List::DocumentKind,
        List::DocumentTheme,
        List::Distribution,
    ];

    /// Whether each of its codes says what it means, where its word alone leaves a doubt.
    pub fn has_meanings(self) -> bool {
        match self {
            List::Kind
            | List::Level
            | List::Theme
            | List::Outcome
            | List::Obstacle
            | List::ActedAs
            | List::State
            | List::Stage
            | List::Step
            | List::Pledge
            | List::PledgeState
            | List::Confidence
            | List::Role => true,
            List::Channel
            | List::Support
            | List::Forum
            | List::VotingBody
            | List::Ballot
            | List::DocumentKind
            | List::DocumentTheme
            | List::Distribution => false,
        }
    }

    fn key(self, code: &dyn Display) -> String {
        let list = match self {
            List::Kind => "kind",
            List::Level => "level",
            List::Channel => "channel",
            List::Theme => "theme",
            List::Outcome => "outcome",
            List::Obstacle => "obstacle",
            List::Support => "support",
            List::ActedAs => "acted-as",
            List::State => "state",
            List::Forum => "forum",
            List::Stage => "stage",
            List::Step => "step",
            List::Pledge => "pledge",
            List::PledgeState => "pledge-state",
            List::Confidence => "confidence",
            List::Role => "role",
            List::VotingBody => "voting-body",
            List::Ballot => "ballot",
            List::DocumentKind => return format!("library-kind-{code}"),
            List::DocumentTheme => return format!("library-theme-{code}"),
            List::Distribution => return format!("library-distribution-{code}"),
        };
        format!("outreach-{list}-{code}")
    }
}

impl Words {
    /// What people read for a code: `Bilateral meeting`, `Entretien bilatéral`. One that no list has, such
    /// as a forum in somebody's own words, is given as it is written.
    pub fn code(&self, list: List, code: &impl Display) -> Cow<'_, str> {
        let own = || Cow::Owned(code.to_string().replace('_', " "));
        self.find(&list.key(code)).unwrap_or_else(own)
    }

    /// What a code means, in a sentence, in the lists that [say so](List::has_meanings).
    pub fn meaning(&self, list: List, code: &impl Display) -> Option<Cow<'_, str>> {
        self.find(&format!("{}-means", list.key(code)))
    }
}
