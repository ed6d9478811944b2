//! What the forms about one State in a campaign say: a stage, a pledge, what became of one, what is credited
//! to an approach.

use ledger::body::vocabulary::{DomesticStep, PledgeState};
use ledger::body::{Attribution, Correction, Pledge, Stage};
use ledger::{Audience, Body, EntryId};

use super::{Known, acts, contacts, promised};
use crate::asked::Asked;
use crate::deeds::Wanted;
use crate::deeds::readers;
use crate::deeds::written::{Slip, code, day, text};
use crate::door::form::Fields;

/// What was sent, or what is to be said.
pub(super) fn wanted(asked: &Asked, known: &Known, fields: &Fields) -> Result<Wanted, Slip> {
    if fields.get("what") == "became" {
        return became(asked, known, fields);
    }
    let audience = readers::chosen(&known.teams, fields, "team");
    let audience = audience.ok_or("campaign-record-no-team")?;
    let body = match fields.get("what") {
        "stage" => Body::Stage(stage(asked, known, fields)?),
        "pledge" => Body::Pledge(pledge(asked, known, fields)?),
        "attribution" => Body::Attribution(attribution(asked, known, fields)?),
        _ => return Err("campaign-record-nothing".into()),
    };
    seen_by_no_more(asked, known, &body, &audience)?;
    Ok(Wanted::of(body).seen_by(audience))
}

/// What names an approach is for no more people than the approach.
fn seen_by_no_more(
    asked: &Asked,
    known: &Known,
    body: &Body,
    audience: &Audience,
) -> Result<(), Slip> {
    let named = if let Body::Stage(one) = body {
        one.approach
    } else if let Body::Pledge(one) = body {
        one.approach
    } else if let Body::Attribution(one) = body {
        Some(one.approach)
    } else {
        None
    };
    let its = named.and_then(|id| asked.world.audience_of(id));
    match its {
        Some(its) if !audience.within(its) => {
            let called = readers::called(&known.teams, its);
            Err(Slip::of("campaign-record-too-wide", called))
        }
        Some(_) | None => Ok(()),
    }
}

/// What became of a promise: its entry put right, for whoever sees that.
fn became(asked: &Asked, known: &Known, fields: &Fields) -> Result<Wanted, Slip> {
    let meant = fields.get("pledge");
    let meant = promised(&known.view)
        .into_iter()
        .find(|one| one.entry.to_string() == meant);
    let of = meant.and_then(|one| asked.world.id_of(one.entry));
    let of = of.ok_or("campaign-record-no-pledge")?;
    let Some(Body::Pledge(stands)) = asked.world.body_as_corrected(of) else {
        return Err("campaign-record-no-pledge".into());
    };
    let state = code::<PledgeState>(fields, "state")?.ok_or("campaign-record-no-became")?;
    let body = Body::Pledge(Pledge {
        state,
        ..stands.clone()
    });
    Ok(Wanted::of(Body::Correction(Correction {
        of,
        body: Box::new(body),
        why: text(fields, "why").ok_or("campaign-record-no-why")?,
    })))
}

fn stage(asked: &Asked, known: &Known, fields: &Fields) -> Result<Stage, &'static str> {
    Ok(Stage {
        treaty: known.view.campaign.treaty.clone(),
        by: known.view.state.iso3,
        stage: code(fields, "stage")?.ok_or("campaign-record-no-stage")?,
        step: code::<DomesticStep>(fields, "step")?,
        on: day(fields, "on")?.ok_or("campaign-record-no-day")?,
        evidence: text(fields, "evidence"),
        approach: came_up_in(asked, known, fields)?,
        note: None,
    })
}

fn pledge(asked: &Asked, known: &Known, fields: &Fields) -> Result<Pledge, &'static str> {
    Ok(Pledge {
        treaty: known.view.campaign.treaty.clone(),
        by: known.view.state.iso3,
        kind: code(fields, "kind")?.ok_or("campaign-record-no-kind")?,
        what: text(fields, "promised").ok_or("campaign-record-no-promise")?,
        state: PledgeState::Open,
        on: day(fields, "on")?,
        due: day(fields, "due")?,
        meeting: None,
        approach: came_up_in(asked, known, fields)?,
        next: Vec::new(),
        note: None,
    })
}

/// The approach in which it came up, where one is named.
fn came_up_in(
    asked: &Asked,
    known: &Known,
    fields: &Fields,
) -> Result<Option<EntryId>, &'static str> {
    match fields.get("came-up-in") {
        "" => Ok(None),
        named => approach(asked, known, named).map(Some),
    }
}

/// An approach to this State that took place, by what its entry is called.
fn approach(asked: &Asked, known: &Known, named: &str) -> Result<EntryId, &'static str> {
    let mut all = contacts(&known.view).into_iter();
    let found = all.find(|one| one.entry.to_string() == named);
    let id = found.and_then(|one| asked.world.id_of(one.entry));
    id.ok_or("campaign-record-no-approach")
}

fn attribution(
    asked: &Asked,
    known: &Known,
    fields: &Fields,
) -> Result<Attribution, &'static str> {
    let approach = approach(asked, known, fields.get("approach"))?;
    let act = acts(&known.view)
        .into_iter()
        .find(|one| one.entry.to_string() == fields.get("act"));
    let act = act.and_then(|one| asked.world.id_of(one.entry));
    Ok(Attribution {
        approach,
        act: act.ok_or("campaign-record-no-act")?,
        confidence: code(fields, "confidence")?.ok_or("campaign-record-no-confidence")?,
        why: text(fields, "why").ok_or("campaign-record-no-why")?,
    })
}
