//! The rows of what is on record.

use std::collections::BTreeSet;

use jiff::civil::Date;
use ledger::Body;
use treaty::{Lang, ParticipantId};
use world::World;

use crate::Cell;
use crate::cell::{entry, number, perhaps, several, text, word};

pub(crate) type Rows = Vec<Vec<Cell>>;

pub(crate) fn entries(world: &World, _on: Date) -> Rows {
    let mut views = world.ledger(None, usize::MAX).entries;
    views.reverse();
    let rows = views.into_iter().map(|view| {
        let source = view.source;
        vec![
            entry(view.seq.public()),
            text(view.kind),
            text(view.summary),
            text(view.recorded),
            text(view.author),
            text(view.link),
            text(source.title),
            perhaps(source.url),
            perhaps(source.retrieved),
            perhaps(source.as_at),
            perhaps(source.place),
            source.confidence.as_ref().map_or(Cell::Nothing, word),
            perhaps(source.sha256),
            several(view.touched_by),
        ]
    });
    rows.collect()
}

pub(crate) fn treaties(world: &World, on: Date) -> Rows {
    let rows = world.treaties().into_iter().map(|law| {
        let counts = world.counts(&law.id, on).unwrap_or_default();
        let view = world.law_view(&law.id, Lang::En);
        vec![
            text(&law.id),
            text(&law.short),
            text(law.title.get(Lang::En)),
            perhaps(law.mtdsg.as_ref()),
            perhaps(law.registration.as_ref()),
            perhaps(law.parent.as_ref()),
            several(&law.depositaries),
            perhaps(law.adopted.as_ref().map(|adopted| adopted.on)),
            perhaps(law.opened.as_ref().map(|opened| opened.on)),
            perhaps(law.in_force.as_ref().map(|force| force.on)),
            number(counts.signatures),
            number(counts.consents),
            number(counts.parties),
            number(counts.signatories_only),
            number(counts.withdrawn),
            view.map_or(Cell::Nothing, |view| entry(view.entry.public())),
        ]
    });
    rows.collect()
}

pub(crate) fn titles(world: &World, _on: Date) -> Rows {
    let laws = world.treaties().into_iter();
    laws.flat_map(|law| {
        law.title
            .iter()
            .map(|(lang, title)| vec![text(&law.id), text(lang), text(title)])
            .collect::<Vec<_>>()
    })
    .collect()
}

/// Whoever is registered, and whoever is named in another table without being so.
pub(crate) fn participants(world: &World, _on: Date) -> Rows {
    let mut rows: Rows = world
        .participants()
        .into_iter()
        .map(|participant| {
            vec![
                text(participant.id),
                text(participant.names.get(Lang::En)),
                word(&participant.status),
                perhaps(participant.iso2.as_ref()),
                perhaps(participant.m49.as_ref()),
                perhaps(participant.un_member_since),
                perhaps(participant.from),
                perhaps(participant.until),
                several(&participant.successors),
            ]
        })
        .collect();
    let named = world.memberships().into_iter().map(|(_, one)| one.by);
    let acted = world.treaties().into_iter().flat_map(|law| {
        let views = world.acts(&law.id, None).into_iter();
        views.map(|view| view.act.by).collect::<Vec<_>>()
    });
    let told = world.kept().flat_map(|kept| match kept.body {
        Body::Statement(said) => vec![said.by],
        Body::Role(role) => vec![role.by],
        Body::Document(document) => document.by.clone(),
        Body::Assistance(given) => std::iter::once(given.by).chain(given.to).collect(),
        Body::Act(_)
        | Body::Treaty(_)
        | Body::Participant(_)
        | Body::Alias(_)
        | Body::Membership(_)
        | Body::Meeting(_)
        | Body::Fulfilment(_)
        | Body::Extension(_)
        | Body::Observation(_)
        | Body::PrintedCount(_)
        | Body::Plan(_)
        | Body::PlanAction(_)
        | Body::Quarantined(_)
        | Body::Correction(_)
        | Body::Retraction(_)
        | Body::Dispute(_)
        | Body::FactsRelease(_)
        | Body::Approach(_)
        | Body::Release(_)
        | Body::Team(_)
        | Body::Person(_)
        | Body::Seat(_)
        | Body::Key(_)
        | Body::Agreement(_)
        | Body::Campaign(_)
        | Body::Stage(_)
        | Body::Pledge(_)
        | Body::Attribution(_)
        | Body::RollCall(_)
        | Body::Report(_) => Vec::new(),
    });
    let strangers: BTreeSet<ParticipantId> = acted
        .chain(named)
        .chain(told)
        .filter(|id| world.participant(*id).is_none())
        .collect();
    for id in strangers {
        let mut row = vec![text(id), text(id)];
        row.resize(9, Cell::Nothing);
        rows.push(row);
    }
    rows
}

pub(crate) fn names(world: &World, _on: Date) -> Rows {
    let mut rows = Vec::new();
    for participant in world.participants() {
        let today = participant.names.iter().map(|(lang, name)| {
            let kind = text("today");
            [text(name), text(lang), kind, Cell::Nothing, Cell::Nothing]
        });
        let others = participant.aliases.iter().map(|alias| {
            [
                text(&alias.name),
                Cell::Nothing,
                text(&alias.kind),
                perhaps(alias.from),
                perhaps(alias.until),
            ]
        });
        for cells in today.chain(others) {
            let mut row = vec![number(rows.len() + 1), text(participant.id)];
            row.extend(cells);
            rows.push(row);
        }
    }
    rows
}

pub(crate) fn memberships(world: &World, _on: Date) -> Rows {
    let rows = world.memberships().into_iter().map(|(name, one)| {
        vec![
            entry(name.public()),
            text(one.by),
            text(&one.group),
            perhaps(one.from),
            perhaps(one.until),
        ]
    });
    rows.collect()
}

pub(crate) fn acts(world: &World, _on: Date) -> Rows {
    let mut views: Vec<_> = world
        .treaties()
        .into_iter()
        .flat_map(|law| world.acts(&law.id, None))
        .collect();
    views.sort_by_key(|view| view.entry);
    let rows = views.into_iter().map(|view| {
        let act = view.act;
        vec![
            entry(view.entry.public()),
            text(&act.treaty),
            text(act.by),
            text(view.name),
            text(act.kind),
            text(act.on),
            text(act.on.earliest()),
            text(act.on.latest()),
            perhaps(act.done_by),
            perhaps(act.depositary),
            perhaps(act.effect),
            perhaps(act.towards),
            perhaps(act.text),
            Cell::Boolean(view.counts),
            perhaps(view.disputed),
        ]
    });
    rows.collect()
}

pub(crate) fn meetings(world: &World, on: Date) -> Rows {
    let view = world.meetings(None, on, Lang::En);
    let mut meetings = view.past;
    meetings.reverse();
    meetings.extend(view.coming);
    let rows = meetings.into_iter().map(|meeting| {
        let count = |of: fn(world::view::Counts) -> u32| {
            meeting
                .counts
                .map_or(Cell::Nothing, |counts| number(of(counts)))
        };
        vec![
            text(&meeting.id),
            text(&meeting.treaty),
            text(&meeting.kind),
            perhaps(meeting.number.as_ref()),
            text(meeting.start),
            perhaps(meeting.end),
            perhaps(meeting.place.as_ref()),
            perhaps(meeting.presidents.as_ref()),
            perhaps(meeting.note.as_ref()),
            count(|counts| counts.signatures),
            count(|counts| counts.consents),
            count(|counts| counts.parties),
            perhaps(meeting.disputed.as_ref()),
            entry(meeting.source.entry.public()),
        ]
    });
    rows.collect()
}

pub(crate) fn findings(world: &World, _on: Date) -> Rows {
    let rows = (1_u64..).zip(world.findings()).map(|(row, finding)| {
        vec![
            number(row),
            word(&finding.severity),
            word(&finding.kind),
            perhaps(finding.treaty.as_ref()),
            perhaps(finding.iso3),
            text(&finding.text),
            several(&finding.entries),
        ]
    });
    rows.collect()
}
