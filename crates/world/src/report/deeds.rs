//! What was done for a treaty within the days of a report, and what each kind of approach is told as.

use std::collections::BTreeMap;

use jiff::civil::Date;
use ledger::EntryRef;
use ledger::body::vocabulary::ApproachKind;
use ledger::body::{Approach, ApproachState, Meeting, Side};
use treaty::{ParticipantId, TreatyId};

use super::Frame;
use crate::contact::ApproachFilter;
use crate::kinds;
use crate::record::At;
use crate::view::{NamedState, Venue, VenueMeeting};

/// Something that was done.
#[derive(Clone)]
pub(super) struct Deed<'w> {
    pub(super) at: At,
    pub(super) entry: EntryRef,
    pub(super) one: &'w Approach,
    /// The participants that did it, in their order; none where others did.
    pub(super) by: Vec<ParticipantId>,
    /// The participants it was addressed to, in their order.
    pub(super) to: Vec<ParticipantId>,
    /// The days on which it can have been.
    first: Date,
    last: Date,
}

/// What was done: by day, and of one day in the order of the record.
pub(super) struct Deeds<'w> {
    /// What was surely done within the days.
    pub(super) all: Vec<Deed<'w>>,
    /// What was done, but on days that are not known well enough to say so.
    pub(super) uncertain: Vec<At>,
}

/// What an approach is told as. Each names the keys of its sentences.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Topic {
    /// Turned to other States: of those that are named.
    States(&'static [&'static str]),
    /// Said somewhere.
    Statement(&'static [&'static str]),
    /// Language obtained in a text.
    Language,
    /// A resolution sponsored.
    Sponsored,
    /// A vote on one.
    Voted,
    /// A paper submitted.
    Paper,
    /// Part taken in an event.
    Panel(&'static [&'static str]),
    /// An event or help: for States that are named, and for others.
    Event(&'static str, &'static str),
    /// Turned to the public, or to those who shape opinion.
    Public(&'static str),
    /// A meeting chaired or hosted.
    Chair,
    /// Talk among those who coordinate: no outreach, and told in no report.
    Inside,
}

impl Deed<'_> {
    pub(super) fn topic(&self) -> Topic {
        Topic::of(self.one.kind)
    }

    /// The same, addressed to these.
    pub(super) fn addressed_to(&self, to: Vec<ParticipantId>) -> Self {
        Deed { to, ..self.clone() }
    }

    /// The days on which it can have been: the first and the last.
    pub(super) fn days(&self) -> (Date, Date) {
        (self.first, self.last)
    }

    /// What those are called who are no participants.
    pub(super) fn whom(&self) -> impl Iterator<Item = &str> {
        let names = |side: &Side| side.participant.is_none();
        let sides = self.one.to.iter().filter(move |side| names(side));
        sides.filter_map(|side| side.name.as_deref())
    }
}

impl Topic {
    /// What an approach of a kind is told as.
    pub(super) fn of(kind: ApproachKind) -> Topic {
        match kind {
            ApproachKind::DemarcheBilateral => Topic::States(&[
                "report-approached-a",
                "report-approached-b",
                "report-approached-c",
            ]),
            ApproachKind::DemarcheJoint => Topic::States(&["report-demarche-joint"]),
            ApproachKind::DemarcheRegionalGroup => Topic::States(&["report-demarche-regional"]),
            ApproachKind::Invitation => Topic::States(&["report-invited"]),
            ApproachKind::Letter => Topic::States(&["report-wrote"]),
            ApproachKind::NoteVerbale => Topic::States(&["report-note-verbale"]),
            ApproachKind::PhoneOrMessage => Topic::States(&["report-telephoned"]),
            ApproachKind::MeetingBilateral => Topic::States(&["report-met-a", "report-met-b"]),
            ApproachKind::MeetingInformalClosed => Topic::States(&["report-met-closed"]),
            ApproachKind::Visit => Topic::States(&["report-visited"]),
            ApproachKind::CourtesyCall => Topic::States(&["report-called-on"]),
            ApproachKind::StatementNational => {
                Topic::Statement(&["report-spoke-a", "report-spoke-b", "report-spoke-c"])
            }
            ApproachKind::StatementGroup => Topic::Statement(&["report-spoke-group"]),
            ApproachKind::JointStatement => Topic::Statement(&["report-spoke-joint"]),
            ApproachKind::LanguageInText => Topic::Language,
            ApproachKind::ResolutionSponsorship => Topic::Sponsored,
            ApproachKind::Vote => Topic::Voted,
            ApproachKind::WorkingPaper => Topic::Paper,
            ApproachKind::SideEvent => Topic::Panel(&["report-side-event"]),
            ApproachKind::Panel => Topic::Panel(&["report-panel-a", "report-panel-b"]),
            ApproachKind::Briefing => Topic::Event("report-briefed-states", "report-briefed"),
            ApproachKind::WorkshopRegional => {
                Topic::Event("report-workshop-states", "report-workshop")
            }
            ApproachKind::SeminarRatification => {
                Topic::Event("report-seminar-states", "report-seminar")
            }
            ApproachKind::Webinar => Topic::Event("report-webinar-states", "report-webinar"),
            ApproachKind::Training => Topic::Event("report-training-states", "report-training"),
            ApproachKind::SponsorshipTravel => {
                Topic::Event("report-travel-states", "report-travel")
            }
            ApproachKind::TechnicalAssistance => {
                Topic::Event("report-assisted-states", "report-assisted")
            }
            ApproachKind::Parliamentary => Topic::Public("report-parliaments"),
            ApproachKind::PublicOutreach => Topic::Public("report-public"),
            ApproachKind::Youth => Topic::Public("report-youth"),
            ApproachKind::Media => Topic::Public("report-media"),
            ApproachKind::Hosting => Topic::Chair,
            ApproachKind::InternalCoordination => Topic::Inside,
        }
    }
}

impl<'w> Deeds<'w> {
    /// Those of them that are certain and that are asked for, each as it is to be told.
    pub(super) fn only(&self, wanted: impl Fn(&Deed<'w>) -> Option<Deed<'w>>) -> Deeds<'w> {
        Deeds {
            all: self.all.iter().filter_map(wanted).collect(),
            uncertain: Vec::new(),
        }
    }

    pub(super) fn of(frame: &Frame<'w>) -> Deeds<'w> {
        let filter = ApproachFilter {
            treaty: Some(frame.under.law.id.clone()),
            ..ApproachFilter::default()
        };
        let mut deeds = Deeds {
            all: Vec::new(),
            uncertain: Vec::new(),
        };
        let record = &frame.world.record;
        for at in frame.world.approaches(&filter).rows {
            let Some(one) = kinds::approach(record.body(at)) else {
                continue;
            };
            let done = match one.state {
                ApproachState::Done => true,
                ApproachState::Draft | ApproachState::Planned | ApproachState::Dropped => false,
            };
            if done && record.counts(at) {
                deeds.put(frame, at, one);
            }
        }
        deeds
            .all
            .sort_by_key(|deed| (deed.first, deed.last, deed.at));
        deeds.uncertain.sort_unstable();
        deeds
    }

    fn put(&mut self, frame: &Frame<'w>, at: At, one: &'w Approach) {
        let Some(on) = one.on.or(one.until) else {
            self.uncertain.push(at);
            return;
        };
        let last = one.until.unwrap_or(on).latest();
        let (first, last) = (on.earliest(), last.max(on.latest()));
        if frame.from <= first && last <= frame.to {
            let sides = |all: &'w [Side]| all.iter().filter_map(|side| side.participant);
            self.all.push(Deed {
                at,
                entry: frame.entry(at),
                one,
                by: frame.in_order(sides(&one.by)),
                to: frame.in_order(sides(&one.to)),
                first,
                last,
            });
        } else if first <= frame.to && frame.from <= last {
            self.uncertain.push(at);
        }
    }
}

/// Deeds by those who did them: several States together first, then by English name. What others did is
/// told apart from it.
pub(super) fn by_whom<'d, 'w>(
    frame: &Frame<'_>,
    deeds: impl Iterator<Item = &'d Deed<'w>>,
) -> Vec<(Vec<ParticipantId>, Vec<&'d Deed<'w>>)> {
    let mut groups = BTreeMap::<_, Vec<_>>::new();
    for deed in deeds.filter(|deed| !deed.by.is_empty()) {
        groups.entry(deed.by.clone()).or_default().push(deed);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    let ranks = |by: &[ParticipantId]| {
        let ranks = by.iter().map(|&id| (frame.world.registry.rank(id), id));
        ranks.collect::<Vec<_>>()
    };
    groups.sort_by_cached_key(|(by, _)| (by.len() < 2, ranks(by)));
    groups
}

/// Who did these.
pub(super) fn all_of(frame: &Frame<'_>, deeds: &[&Deed<'_>]) -> Vec<NamedState> {
    let by = deeds.iter().flat_map(|deed| deed.by.iter().copied());
    frame.named(frame.in_order(by))
}

/// The words that were recorded of these, each once.
pub(super) fn points(deeds: &[&Deed<'_>]) -> Vec<String> {
    let points = deeds.iter().filter_map(|deed| deed.one.points.as_deref());
    let mut once: Vec<String> = Vec::new();
    for words in points {
        let words = words.trim();
        if !words.is_empty() && !once.iter().any(|one| one == words) {
            once.push(words.to_owned());
        }
    }
    once
}

impl<'w> Frame<'w> {
    /// Where something was done, and the entries that tell which meeting is meant.
    pub(super) fn venue(&self, deed: &Deed<'_>) -> (Option<Venue>, Vec<EntryRef>) {
        let whom = deed.whom().next().map(str::to_owned);
        let forum = deed.one.forum.clone();
        let meeting = self.meeting(deed);
        let entries = meeting.iter().filter_map(|(at, _)| *at);
        let entries = entries.map(|at| self.entry(at)).collect();
        let venue = match (meeting, forum, whom) {
            (None, None, None) => None,
            // The meeting says all that a name could.
            (Some((_, meeting)), forum, _) => Some(Venue {
                forum,
                meeting: Some(meeting),
                whom: None,
            }),
            (None, forum, whom) => Some(Venue {
                forum,
                meeting: None,
                whom,
            }),
        };
        (venue, entries)
    }

    /// The meeting that an approach names; else the only one of its forum that met within its days.
    pub(super) fn meeting(&self, deed: &Deed<'_>) -> Option<(Option<At>, VenueMeeting)> {
        let first = deed.one.treaties.first()?;
        if let Some(named) = &deed.one.meeting {
            let told = self.world.told_meetings(Some(first));
            let found = told.iter().find(|(_, _, meeting)| {
                meeting.kind == named.kind && meeting.number == named.number
            });
            let meeting = self.as_venue(first, &named.kind, named.number.as_deref());
            return Some((found.map(|(_, at, _)| *at), meeting));
        }
        let (treaty, kind) = series(deed.one.forum.as_deref()?, first)?;
        let told = self.world.told_meetings(Some(&treaty));
        let mut met = told.iter().filter(|(_, at, meeting)| {
            meeting.kind == kind && self.world.record.counts(*at) && met_within(meeting, deed)
        });
        let (_, at, meeting) = met.next()?;
        // Of two, nobody can say which it was.
        met.next().is_none().then(|| {
            let number = meeting.number.as_deref();
            (Some(*at), self.as_venue(&treaty, &meeting.kind, number))
        })
    }

    fn as_venue(&self, treaty: &TreatyId, kind: &str, number: Option<&str>) -> VenueMeeting {
        let short = self.world.treaty(treaty.as_str()).map(|law| &law.short);
        VenueMeeting {
            treaty: treaty.clone(),
            short: short.map_or_else(|| treaty.to_string(), Clone::clone),
            kind: kind.to_owned(),
            number: number.map(str::to_owned),
        }
    }
}

/// The meetings of which series a forum is; `None` where it is none that is on record.
fn series(forum: &str, treaty: &TreatyId) -> Option<(TreatyId, &'static str)> {
    let of = |id: &str| id.parse().ok();
    match forum {
        "npt_revcon" => Some((of("npt")?, "RevCon")),
        "npt_prepcom" => Some((of("npt")?, "PrepCom")),
        "artxiv_conference" => Some((of("ctbt")?, "ArtXIV")),
        "friends_ctbt" => Some((of("ctbt")?, "FriendsMinisterial")),
        "msp" => Some((treaty.clone(), "MSP")),
        "revcon" => Some((treaty.clone(), "RevCon")),
        "intersessional" => Some((treaty.clone(), "Intersessional")),
        _ => None,
    }
}

/// Whether a meeting was held within the days on which something can have been done.
fn met_within(meeting: &Meeting, deed: &Deed<'_>) -> bool {
    let end = meeting.end.unwrap_or(meeting.start);
    meeting.start.earliest() <= deed.last && deed.first <= end.latest()
}
