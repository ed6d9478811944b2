//! What the clerk looks at before anything is written: form, source, and that what an entry names
//! is there, and that no more people see it than may. Whether an act adds up in law is not its matter: a world shows that as a finding.

use jiff::civil::Date;
use ledger::canonical::CanonicalError;
use ledger::{Audience, Body, EntryId, Tlp};
use treaty::{Law, PartialDate, ParticipantId, Source, TreatyId};

use super::{Draft, Shown, contact, document, marking, outreach, report};

/// Why the clerk did not record an entry.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// Nothing is recorded without a source.
    #[error("it names no source: there is no fact without one")]
    NoSource,
    /// A marking of classified information.
    #[error(
        "it carries the marking `{0}`: this system is not accredited for classified information"
    )]
    Classified(&'static str),
    /// A text that is too long for an entry.
    #[error("a text of {0} bytes is too long for an entry: at most {MOST} are taken")]
    TooLong(usize),
    /// A treaty that is not registered.
    #[error("the treaty `{0}` is not registered here")]
    NoTreaty(TreatyId),
    /// A participant that is not registered.
    #[error("the participant `{0}` is not registered here")]
    NoParticipant(ParticipantId),
    /// An audience that is not in its one form.
    #[error("its audience names no team, or teams out of order, or one twice")]
    BadAudience,
    /// A label that does not allow the audience.
    #[error("{label} does not allow the audience `{audience}`: {}", allowed(*.label))]
    TooWide {
        /// The label.
        label: Tlp,
        /// The audience.
        audience: Audience,
    },
    /// What corrects, retracts or disputes an entry would be shown to more people than the entry.
    #[error("it would be shown to `{audience}`, and the entry it is about only to `{of}`")]
    TellsOfIt {
        /// Its audience.
        audience: Audience,
        /// The audience of the entry it is about.
        of: Audience,
    },
    /// An approach that did not take place, or not yet, for anyone to see.
    #[error("an approach that is `{0}` is never public: only what took place is")]
    NotDone(String),
    /// An entry that lacks what it cannot do without.
    #[error("it does not say {0}")]
    Incomplete(&'static str),
    /// No id of a team.
    #[error("`{0}` is no id of a team: 2 to 40 of a-z, 0-9 and inner hyphens")]
    NoTeamId(String),
    /// An entry about teams or people that is for others than it has to be.
    #[error("such an entry is for `{0}`, for nobody else and no fewer")]
    OtherAudience(Audience),
    /// What is put right by a further entry of the same kind.
    #[error(
        "what says who is in a team, or whose key is believed, is changed by a further entry, not by a correction, retraction or dispute"
    )]
    OnlyReplaced,
    /// A report that more people would see than those for whom it is made.
    #[error(
        "it would be shown to `{audience}`, and the report is made from what `{made_for}` may see"
    )]
    MadeForOthers {
        /// Its audience.
        audience: Audience,
        /// For whom the report is made.
        made_for: Audience,
    },
    /// No name of a report.
    #[error("`{0}` is no name of a report: 2 to 40 of a-z, 0-9 and inner hyphens")]
    NoReportId(String),
    /// No name of a document.
    #[error("`{0}` is no name of a document: 2 to 40 of a-z, 0-9 and inner hyphens")]
    NoDocumentId(String),
    /// A document that cannot be found again, or says something twice.
    #[error("{0}")]
    Document(String),
    /// A report that cannot be made as it says.
    #[error("no such report can be made: {0}")]
    Report(String),
    /// Not 32 bytes.
    #[error("a key or a commitment is 64 digits of 0-9 and a-f")]
    NoHex,
    /// No name of a campaign.
    #[error(
        "`{0}` is no name of a campaign: 2 to 40 of a-z, 0-9 and inner hyphens, and not `new`"
    )]
    NoCampaignId(String),
    /// An attribution of something that is no approach.
    #[error("entry {0} is no approach")]
    NotOfAnApproach(EntryId),
    /// An attribution to something that nobody did.
    #[error(
        "entry {0} tells of nothing that a State did: an act, a stage, a statement, a pledge, a vote"
    )]
    NoDeed(EntryId),
    /// An attribution to something that came before.
    #[error(
        "that of {on} came before the approach, which began on {first} at the earliest: it did not follow"
    )]
    CameBefore {
        /// When it was.
        on: PartialDate,
        /// The first day that the approach can mean.
        first: Date,
    },
    /// A participant that stands twice in a roll call.
    #[error("{0} stands in the roll call twice")]
    VotedTwice(ParticipantId),
    /// An entry that is not there.
    #[error("there is no entry with the id {0}")]
    NoEntry(EntryId),
    /// An id that another entry has.
    #[error("there is an entry with the id {0} already")]
    Taken(EntryId),
    /// A treaty file that cannot be read.
    #[error("the file of treaty `{0}` cannot be read: {1}")]
    TreatyFile(TreatyId, String),
    /// Not writable in canonical form.
    #[error("it cannot be written")]
    NotWritable(#[source] CanonicalError),
}

/// The longest text of an entry, in bytes. A declaration of 100 pages fits.
const MOST: usize = 1 << 20;

/// What a label allows, in words.
fn allowed(label: Tlp) -> &'static str {
    match label {
        Tlp::Clear => "it may be for anyone",
        Tlp::Green => "it may be for those signed in, or for teams",
        Tlp::Amber => "it may be for teams",
        Tlp::AmberStrict | Tlp::Red => "it may be for one team",
    }
}

/// Checks every draft; gives the first that is refused, from 0, and why.
pub(super) fn all(shown: Shown<'_>, drafts: &[Draft]) -> Result<(), (usize, Refused)> {
    // A batch may bring a treaty or a participant and then act upon it.
    let mut brought = Brought::default();
    for (at, draft) in drafts.iter().enumerate() {
        one(shown, &mut brought, draft).map_err(|refused| (at, refused))?;
    }
    Ok(())
}

/// What earlier drafts of the batch registered.
#[derive(Default)]
struct Brought {
    treaties: Vec<TreatyId>,
    participants: Vec<ParticipantId>,
    entries: Vec<EntryId>,
}

fn one(shown: Shown<'_>, brought: &mut Brought, draft: &Draft) -> Result<(), Refused> {
    source(&draft.source)?;
    draft.doubt.iter().try_for_each(|doubt| text(&doubt.why))?;
    audience(shown, draft)?;
    contact::not_before_its_time(&draft.body, &draft.audience)?;
    contact::for_whom_it_is(&draft.body, &draft.audience)?;
    report::for_whom_it_is(&draft.body, &draft.audience)?;
    contact::not_about_a_seat(
        about(&draft.body).and_then(|of| shown.world.body_as_recorded(of)),
    )?;
    marking::nowhere_in(&draft.source)?;
    marking::nowhere_in(&draft.body)?;
    body(shown, brought, &draft.body)?;
    brought.entries.extend(draft.id);
    Ok(())
}

/// The audience, by itself and beside the label and the entry that the draft is about.
fn audience(shown: Shown<'_>, draft: &Draft) -> Result<(), Refused> {
    let audience = &draft.audience;
    if !audience.is_well_formed() {
        return Err(Refused::BadAudience);
    }
    if let Some(label) = draft.label.filter(|label| !label.allows(audience)) {
        return Err(Refused::TooWide {
            label,
            audience: audience.clone(),
        });
    }
    let about = about(&draft.body)
        .into_iter()
        .chain(also_about(&draft.body));
    let mut about = about.filter_map(|of| shown.world.audience_of(of));
    match about.find(|of| !audience.within(of)) {
        Some(of) => Err(Refused::TellsOfIt {
            audience: audience.clone(),
            of: of.clone(),
        }),
        None => Ok(()),
    }
}

/// The other entries that a body speaks of: whoever sees it learns that they are there.
fn also_about(body: &Body) -> Vec<EntryId> {
    if let Body::Correction(correction) = body {
        let mut all = also_about(&correction.body);
        all.extend(about(&correction.body));
        return all;
    }
    if let Body::Attribution(one) = body {
        return vec![one.act];
    }
    Vec::new()
}

/// The entry that a body is about.
fn about(body: &Body) -> Option<EntryId> {
    match body {
        Body::Correction(correction) => Some(correction.of),
        Body::Retraction(retraction) => Some(retraction.of),
        Body::Dispute(dispute) => Some(dispute.of),
        Body::Release(release) => Some(release.of),
        Body::Stage(stage) => stage.approach,
        Body::Pledge(pledge) => pledge.approach,
        Body::Attribution(one) => Some(one.approach),
        Body::Act(_)
        | Body::Treaty(_)
        | Body::Participant(_)
        | Body::Alias(_)
        | Body::Membership(_)
        | Body::Meeting(_)
        | Body::Role(_)
        | Body::Fulfilment(_)
        | Body::Extension(_)
        | Body::Observation(_)
        | Body::PrintedCount(_)
        | Body::Plan(_)
        | Body::PlanAction(_)
        | Body::Statement(_)
        | Body::Assistance(_)
        | Body::Quarantined(_)
        | Body::FactsRelease(_)
        | Body::Approach(_)
        | Body::Team(_)
        | Body::Person(_)
        | Body::Seat(_)
        | Body::Key(_)
        | Body::Agreement(_)
        | Body::Campaign(_)
        | Body::RollCall(_)
        | Body::Report(_)
        | Body::Document(_) => None,
    }
}

fn source(source: &Source) -> Result<(), Refused> {
    if source.title.trim().is_empty() {
        return Err(Refused::NoSource);
    }
    text(&source.title)?;
    source
        .url
        .iter()
        .chain(&source.place)
        .try_for_each(|part| text(part))
}

fn text(text: &str) -> Result<(), Refused> {
    if text.len() > MOST {
        return Err(Refused::TooLong(text.len()));
    }
    Ok(())
}

fn body(shown: Shown<'_>, brought: &mut Brought, body_of: &Body) -> Result<(), Refused> {
    let treaty = |brought: &Brought, id: &TreatyId| {
        let known = brought.treaties.contains(id)
            || shown
                .world
                .treaty(id.as_str())
                .is_some_and(|law| law.id == *id);
        if known {
            Ok(())
        } else {
            Err(Refused::NoTreaty(id.clone()))
        }
    };
    let participant = |brought: &Brought, id: ParticipantId| {
        let known = brought.participants.contains(&id) || shown.world.participant(id).is_some();
        if known {
            Ok(())
        } else {
            Err(Refused::NoParticipant(id))
        }
    };
    let entry = |brought: &Brought, id: EntryId| {
        // What the author may not see is not there.
        if brought.entries.contains(&id) || shown.world.audience_of(id).is_some() {
            Ok(())
        } else {
            Err(Refused::NoEntry(id))
        }
    };
    match body_of {
        Body::Act(act) => {
            treaty(brought, &act.treaty)?;
            participant(brought, act.by)?;
            act.done_by
                .iter()
                .chain(&act.towards)
                .try_for_each(|by| participant(brought, *by))?;
            act.notes.iter().try_for_each(|note| text(&note.text))?;
            act.text.iter().try_for_each(|words| text(words))
        }
        Body::Treaty(file) => {
            text(&file.text)?;
            match Law::parse(file.treaty.as_str(), &file.text) {
                Ok(law) if law.id == file.treaty => {
                    brought.treaties.push(law.id);
                    Ok(())
                }
                Ok(law) => Err(Refused::TreatyFile(
                    file.treaty.clone(),
                    format!("its id is `{}`", law.id),
                )),
                Err(error) => Err(Refused::TreatyFile(file.treaty.clone(), error.to_string())),
            }
        }
        Body::Participant(one) => {
            brought.participants.push(one.id);
            one.aliases.iter().try_for_each(|alias| text(&alias.name))
        }
        Body::Alias(alias) => {
            text(&alias.name)?;
            participant(brought, alias.by)
        }
        Body::Membership(member) => participant(brought, member.by),
        Body::Meeting(meeting) => {
            outreach::meeting(meeting)?;
            treaty(brought, &meeting.treaty)?;
            let words = [
                &meeting.number,
                &meeting.place,
                &meeting.presidents,
                &meeting.note,
            ];
            let words = words.into_iter().flatten().chain([&meeting.kind]);
            words.into_iter().try_for_each(|words| text(words))
        }
        Body::Role(role) => {
            outreach::role(role)?;
            treaty(brought, &role.treaty)?;
            participant(brought, role.by)?;
            let words = [&role.person, &role.note].into_iter().flatten();
            words.chain([&role.role]).try_for_each(|words| text(words))
        }
        Body::Fulfilment(done) => {
            treaty(brought, &done.treaty)?;
            participant(brought, done.by)
        }
        Body::Extension(extended) => {
            treaty(brought, &extended.treaty)?;
            participant(brought, extended.by)
        }
        Body::Observation(seen) => {
            treaty(brought, &seen.treaty)?;
            text(&seen.what)?;
            seen.by.iter().try_for_each(|by| participant(brought, *by))
        }
        Body::PrintedCount(printed) => treaty(brought, &printed.treaty),
        Body::Plan(plan) => {
            text(&plan.title)?;
            plan.note.iter().try_for_each(|words| text(words))?;
            treaty(brought, &plan.treaty)
        }
        Body::PlanAction(action) => {
            let words = [&action.text, &action.indicator, &action.note];
            words
                .into_iter()
                .flatten()
                .try_for_each(|words| text(words))?;
            treaty(brought, &action.treaty)
        }
        Body::Statement(said) => {
            treaty(brought, &said.treaty)?;
            participant(brought, said.by)?;
            let with = &said.aligned_with;
            with.iter().try_for_each(|by| participant(brought, *by))?;
            let words = [
                &said.title,
                &said.speaker,
                &said.post,
                &said.url,
                &said.note,
            ];
            let words = words.into_iter().flatten().chain([&said.meeting]);
            words.into_iter().try_for_each(|words| text(words))
        }
        Body::Assistance(given) => {
            treaty(brought, &given.treaty)?;
            participant(brought, given.by)?;
            given
                .to
                .iter()
                .try_for_each(|to| participant(brought, *to))?;
            let words = given.to_name.iter().chain(&given.note);
            words.chain([&given.what]).try_for_each(|words| text(words))
        }
        Body::Quarantined(waiting) => {
            text(&waiting.value)?;
            text(&waiting.why)
        }
        Body::Correction(correction) => {
            entry(brought, correction.of)?;
            text(&correction.why)?;
            body(shown, brought, &correction.body)
        }
        Body::Retraction(retraction) => {
            entry(brought, retraction.of)?;
            text(&retraction.why)
        }
        Body::Dispute(dispute) => {
            entry(brought, dispute.of)?;
            text(&dispute.why)
        }
        Body::Approach(approach) => {
            contact::whole(approach)?;
            let treaties = &approach.treaties;
            treaties.iter().try_for_each(|id| treaty(brought, id))?;
            let sides = approach.by.iter().chain(&approach.to);
            let mut participants = sides.filter_map(|side| side.participant);
            participants.try_for_each(|by| participant(brought, by))?;
            contact::texts(approach).try_for_each(|words| text(words))
        }
        Body::Release(release) => {
            entry(brought, release.of)?;
            entry(brought, release.extract)
        }
        Body::Team(team) => contact::team(team),
        Body::Person(person) => contact::person(person),
        Body::Seat(seat) => contact::seat(seat),
        Body::Key(key) => contact::key(key),
        Body::Agreement(one) => {
            contact::agreement(one)?;
            one.treaties.iter().try_for_each(|id| treaty(brought, id))
        }
        Body::Campaign(campaign) => {
            outreach::campaign(campaign)?;
            let treaties = &campaign.treaties;
            treaties.iter().try_for_each(|id| treaty(brought, id))?;
            let about = outreach::participants(campaign);
            about
                .into_iter()
                .try_for_each(|by| participant(brought, by))?;
            outreach::campaign_texts(campaign).try_for_each(|words| text(words))
        }
        Body::Stage(stage) => {
            treaty(brought, &stage.treaty)?;
            participant(brought, stage.by)?;
            stage
                .approach
                .iter()
                .try_for_each(|of| entry(brought, *of))?;
            let words = stage.evidence.iter().chain(&stage.note);
            words.into_iter().try_for_each(|words| text(words))
        }
        Body::Pledge(pledge) => {
            outreach::pledge(pledge)?;
            treaty(brought, &pledge.treaty)?;
            participant(brought, pledge.by)?;
            pledge
                .approach
                .iter()
                .try_for_each(|of| entry(brought, *of))?;
            outreach::pledge_texts(pledge).try_for_each(|words| text(words))
        }
        Body::Attribution(one) => {
            entry(brought, one.approach)?;
            entry(brought, one.act)?;
            outreach::attribution(shown.world, one)?;
            text(&one.why)
        }
        Body::RollCall(vote) => {
            outreach::roll_call(vote)?;
            treaty(brought, &vote.treaty)?;
            let all = outreach::voters(vote);
            all.into_iter()
                .try_for_each(|by| participant(brought, by))?;
            let words = [&vote.title, &vote.part, &vote.session, &vote.note];
            let words = words.into_iter().flatten().chain([&vote.resolution]);
            words.into_iter().try_for_each(|words| text(words))
        }
        Body::Report(kept) => {
            report::whole(kept)?;
            treaty(brought, &kept.treaty)?;
            let mut about = kept.states.iter();
            about.try_for_each(|by| participant(brought, *by))?;
            report::texts(kept).try_for_each(|words| text(words))
        }
        Body::Document(one) => {
            document::whole(one)?;
            let meeting = one.at.iter().map(|at| &at.treaty);
            let mut treaties = one.treaties.iter().chain(meeting);
            treaties.try_for_each(|id| treaty(brought, id))?;
            let mut about = document::participants(one);
            about.try_for_each(|by| participant(brought, by))?;
            one.statement
                .iter()
                .try_for_each(|said| entry(brought, *said))?;
            document::statement(&shown, one)?;
            document::texts(one).try_for_each(|words| text(words))
        }
        Body::FactsRelease(_) => Ok(()),
    }
}
