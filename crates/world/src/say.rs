//! Days and entries in English words, for findings and for the one line of an entry.

use jiff::civil::Date;
use ledger::Body;
use ledger::body::{
    Approach, ApproachState, Bears, Counted, Document, Fulfilment, Side, Statement,
};
use serde::Serialize;
use treaty::{Act, Lang, PartialDate, ParticipantId};

use crate::names::Registry;

/// `24 October 2020`.
pub(crate) fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// `24 October 2020`, `October 2020` or `2020`.
pub(crate) fn date(date: PartialDate) -> String {
    match date {
        PartialDate::Day(date) => day(date),
        PartialDate::Month(..) => date.earliest().strftime("%B %Y").to_string(),
        PartialDate::Year(year) => year.to_string(),
    }
}

/// `on 24 October 2020`, `in October 2020` or `in 2020`.
pub(crate) fn when(date: PartialDate) -> String {
    let preposition = if date.is_exact() { "on" } else { "in" };
    format!("{preposition} {}", self::date(date))
}

/// What was counted, as a noun.
pub(crate) fn counted(what: Counted) -> &'static str {
    match what {
        Counted::Signatures => "signatures",
        Counted::Consents => "consents to be bound",
        Counted::SignatoriesOnly => "signatories without consent",
        Counted::Parties => "parties",
    }
}

/// One line on what an entry says.
pub(crate) fn summary(body: &Body, names: &Registry) -> String {
    let name = |id| names.name(id, Lang::En);
    match body {
        Body::Act(act) => act_line(act, names),
        Body::Treaty(file) => format!("treaty file of {}", file.treaty),
        Body::Participant(participant) => {
            format!(
                "participant {}: {}",
                participant.id,
                participant.names.get(Lang::En)
            )
        }
        Body::Alias(alias) => format!("`{}` is a name of {}", alias.name, name(alias.by)),
        Body::Membership(membership) => {
            let from = membership.from.map(|from| format!(" from {}", date(from)));
            let until = membership
                .until
                .map(|until| format!(" until {}", date(until)));
            format!(
                "{} in {}{}{}",
                name(membership.by),
                membership.group,
                from.unwrap_or_default(),
                until.unwrap_or_default()
            )
        }
        Body::Meeting(meeting) => {
            let number = meeting.number.as_ref().map(|number| format!(" {number}"));
            let place = meeting.place.as_ref().map(|place| format!(", {place}"));
            format!(
                "{}: {}{}, {}{}",
                meeting.treaty,
                meeting.kind,
                number.unwrap_or_default(),
                date(meeting.start),
                place.unwrap_or_default()
            )
        }
        Body::Role(role) => format!("{}: {}, {}", role.treaty, role.role, name(role.by)),
        Body::Fulfilment(done) => fulfilment(done, &name(done.by)),
        Body::Extension(extension) => format!(
            "{}: {}, Article {} extended to {}",
            extension.treaty,
            name(extension.by),
            extension.article,
            day(extension.until)
        ),
        Body::Observation(seen) => {
            let who = seen.by.map_or_else(|| "several".to_owned(), name);
            let bears = match seen.bears {
                Bears::Applies => "applies",
                Bears::DoesNotApply => "does not apply",
                Bears::NotFulfilled => "not fulfilled",
                Bears::ExtensionAsked => "extension asked for",
                Bears::Nothing => "noted",
            };
            format!(
                "{}: {who}, Article {} {bears}: {}",
                seen.treaty, seen.article, seen.what
            )
        }
        Body::PrintedCount(printed) => format!(
            "{}: {} {} printed as at {}",
            printed.treaty,
            printed.count,
            counted(printed.what),
            day(printed.on)
        ),
        Body::Plan(plan) => format!("{}: {}", plan.treaty, plan.title),
        Body::PlanAction(action) => {
            let text = action.text.as_deref().unwrap_or("text not read");
            format!(
                "{}: {}, action {}: {text}",
                action.treaty, action.plan, action.number
            )
        }
        Body::Statement(said) => statement(said, &name(said.by)),
        Body::Assistance(given) => {
            let to = given.to.map(name).or_else(|| given.to_name.clone());
            format!(
                "{}: {} to {}: {}",
                given.treaty,
                name(given.by),
                to.unwrap_or_else(|| "a receiver not named".to_owned()),
                given.what
            )
        }
        Body::Quarantined(held) => format!(
            "quarantined, {}: `{}`, {}",
            held.place, held.value, held.why
        ),
        Body::Correction(correction) => {
            format!(
                "correction of {}: {}",
                correction.of,
                summary(&correction.body, names)
            )
        }
        Body::Retraction(retraction) => {
            format!("retraction of {}: {}", retraction.of, retraction.why)
        }
        Body::Dispute(dispute) => {
            let counts = if dispute.counts {
                "still counts"
            } else {
                "does not count"
            };
            format!("dispute of {}, which {counts}: {}", dispute.of, dispute.why)
        }
        Body::FactsRelease(release) => format!("facts of the release {}", release.release),
        Body::Approach(approach) => contact(approach, names),
        Body::Release(release) => format!(
            "release of {} from {} as {}",
            release.members.join(", "),
            release.of,
            release.extract
        ),
        Body::Team(team) => format!("team {}: {}", team.team, team.name),
        Body::Person(person) => {
            let erased = if person.commitment.is_none() {
                " erased"
            } else {
                ""
            };
            format!("person {}{erased}", person.person)
        }
        Body::Seat(seat) => match seat.role {
            Some(role) => format!("{} is {} in {}", seat.person, word(&role), seat.team),
            None => format!("{} is no longer in {}", seat.person, seat.team),
        },
        Body::Key(key) => {
            let believed = if key.trusted {
                "believed"
            } else {
                "no longer believed"
            };
            format!("key of {}, {believed}", key.name)
        }
        Body::Agreement(one) => {
            let agrees = if one.agreed {
                "agrees"
            } else {
                "no longer agrees"
            };
            format!("{} {agrees} to hand over what is its own", one.team)
        }
        Body::Campaign(campaign) => {
            format!("campaign {}: {}", campaign.campaign, campaign.title)
        }
        Body::Stage(stage) => format!(
            "{}: stage of {}, {}{}",
            stage.treaty,
            name(stage.by),
            word(&stage.stage),
            when(stage.on)
        ),
        Body::Pledge(pledge) => format!(
            "{}: pledge of {}: {}, {}",
            pledge.treaty,
            name(pledge.by),
            pledge.what,
            word(&pledge.state)
        ),
        Body::Attribution(one) => format!(
            "{} after approach {}: {}",
            one.act,
            one.approach,
            word(&one.confidence)
        ),
        Body::RollCall(vote) => format!(
            "{}: vote on {}{}",
            vote.treaty,
            vote.resolution,
            when(vote.on)
        ),
        Body::Report(kept) => {
            format!("{}: report {}: {}", kept.treaty, kept.report, kept.title)
        }
        Body::Document(document) => self::document(document, &name),
    }
}

fn document(document: &Document, name: &impl Fn(ParticipantId) -> String) -> String {
    let by: Vec<_> = document.by.iter().map(|by| name(*by)).collect();
    let by = if by.is_empty() {
        String::new()
    } else {
        format!(", {}", by.join(", "))
    };
    let symbol = document.symbol.as_ref();
    let symbol = symbol.map_or_else(String::new, |symbol| format!(", {symbol}"));
    let day = document.on.map_or_else(String::new, when);
    format!(
        "document {}: {}{symbol}{by}{day}",
        document.document, document.title
    )
}

fn act_line(act: &Act, names: &Registry) -> String {
    let done_by = act
        .done_by
        .map(|by| format!(" (done by {})", names.name(by, Lang::En)));
    let at = act.depositary.as_ref().map(|place| format!(", {place}"));
    format!(
        "{}: {} by {}{}, {}{}",
        act.treaty,
        act.kind.noun(),
        names.name(act.by, Lang::En),
        done_by.unwrap_or_default(),
        date(act.on),
        at.unwrap_or_default()
    )
}

/// The word by which a member of a list is written, with blanks for underscores.
fn word<W: Serialize>(word: &W) -> String {
    crate::sheet::word(word).replace('_', " ")
}

fn contact(approach: &Approach, names: &Registry) -> String {
    let side = |side: &Side| {
        let participant = side.participant.map(|id| names.name(id, Lang::En));
        let named = participant.or_else(|| side.name.clone());
        named.or_else(|| side.person.clone()).unwrap_or_default()
    };
    let sides = |all: &[Side]| all.iter().map(side).collect::<Vec<_>>().join(", ");
    let treaties: Vec<_> = approach.treaties.iter().map(ToString::to_string).collect();
    let on = approach.on.map(|on| format!(", {}", date(on)));
    let state = match approach.state {
        ApproachState::Done => String::new(),
        state @ (ApproachState::Draft | ApproachState::Planned | ApproachState::Dropped) => {
            format!(" ({})", word(&state))
        }
    };
    format!(
        "{}: {}, {} to {}{}{state}",
        treaties.join(", "),
        word(&approach.kind),
        sides(&approach.by),
        sides(&approach.to),
        on.unwrap_or_default()
    )
}

fn statement(said: &Statement, name: &str) -> String {
    let title = said.title.as_ref().map(|title| format!(", {title}"));
    format!(
        "{}: statement of {name} {}, {}{}",
        said.treaty,
        when(said.on),
        said.meeting,
        title.unwrap_or_default()
    )
}

fn fulfilment(done: &Fulfilment, name: &str) -> String {
    let covers = done.covers.map(|year| format!(" for {year}"));
    format!(
        "{}: {name}, Article {}{} fulfilled {}",
        done.treaty,
        done.article,
        covers.unwrap_or_default(),
        when(done.on)
    )
}

/// The kind of a body, as the ledger's format names it.
pub(crate) fn kind_of(body: &Body) -> &'static str {
    match body {
        Body::Act(_) => "act",
        Body::Treaty(_) => "treaty",
        Body::Participant(_) => "participant",
        Body::Alias(_) => "alias",
        Body::Membership(_) => "membership",
        Body::Meeting(_) => "meeting",
        Body::Role(_) => "role",
        Body::Fulfilment(_) => "fulfilment",
        Body::Extension(_) => "extension",
        Body::Observation(_) => "observation",
        Body::PrintedCount(_) => "printed_count",
        Body::Plan(_) => "plan",
        Body::PlanAction(_) => "plan_action",
        Body::Statement(_) => "statement",
        Body::Assistance(_) => "assistance",
        Body::Quarantined(_) => "quarantined",
        Body::Correction(_) => "correction",
        Body::Retraction(_) => "retraction",
        Body::Dispute(_) => "dispute",
        Body::FactsRelease(_) => "facts_release",
        Body::Approach(_) => "approach",
        Body::Release(_) => "release",
        Body::Team(_) => "team",
        Body::Person(_) => "person",
        Body::Seat(_) => "seat",
        Body::Key(_) => "key",
        Body::Agreement(_) => "agreement",
        Body::Campaign(_) => "campaign",
        Body::Stage(_) => "stage",
        Body::Pledge(_) => "pledge",
        Body::Attribution(_) => "attribution",
        Body::RollCall(_) => "roll_call",
        Body::Report(_) => "report",
        Body::Document(_) => "document",
    }
}

/// What a body is about, where it is about a treaty or a participant.
pub(crate) fn about(body: &Body) -> (Option<&treaty::TreatyId>, Option<treaty::ParticipantId>) {
    match body {
        Body::Act(act) => (Some(&act.treaty), Some(act.by)),
        Body::Treaty(file) => (Some(&file.treaty), None),
        Body::Participant(participant) => (None, Some(participant.id)),
        Body::Alias(alias) => (None, Some(alias.by)),
        Body::Membership(membership) => (None, Some(membership.by)),
        Body::Meeting(meeting) => (Some(&meeting.treaty), None),
        Body::Role(role) => (Some(&role.treaty), Some(role.by)),
        Body::Fulfilment(done) => (Some(&done.treaty), Some(done.by)),
        Body::Extension(extension) => (Some(&extension.treaty), Some(extension.by)),
        Body::Observation(seen) => (Some(&seen.treaty), seen.by),
        Body::PrintedCount(printed) => (Some(&printed.treaty), None),
        Body::Plan(plan) => (Some(&plan.treaty), None),
        Body::PlanAction(action) => (Some(&action.treaty), None),
        Body::Statement(said) => (Some(&said.treaty), Some(said.by)),
        Body::Assistance(given) => (Some(&given.treaty), Some(given.by)),
        Body::Quarantined(held) => (held.treaty.as_ref(), None),
        Body::Correction(correction) => about(&correction.body),
        Body::Approach(approach) => (
            approach.treaties.first(),
            approach.to.iter().find_map(|side| side.participant),
        ),
        Body::Campaign(campaign) => (campaign.treaties.first(), None),
        Body::Stage(stage) => (Some(&stage.treaty), Some(stage.by)),
        Body::Pledge(pledge) => (Some(&pledge.treaty), Some(pledge.by)),
        Body::RollCall(vote) => (Some(&vote.treaty), None),
        Body::Report(kept) => (Some(&kept.treaty), None),
        Body::Document(document) => (document.treaties.first(), document.by.first().copied()),
        Body::Retraction(_)
        | Body::Dispute(_)
        | Body::FactsRelease(_)
        | Body::Release(_)
        | Body::Team(_)
        | Body::Person(_)
        | Body::Seat(_)
        | Body::Key(_)
        | Body::Agreement(_)
        | Body::Attribution(_) => (None, None),
    }
}
