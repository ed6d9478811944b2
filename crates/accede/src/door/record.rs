//! What people record through the door: first the policy is asked, upon what is on record at that
//! moment, then the clerk.

use ledger::body::Agreement;
use ledger::{Audience, Body, EntryId, EntryRef, Recorded};
use people::{Deed, TeamId};
use treaty::Source;
use web::{By, MayNot, NotRecorded, Receiver, Wanted, Wish};

use super::Entrance;
use crate::bundle::agreements;
use crate::clerk::{ClerkError, Draft, Shown, new_id};
use crate::extract::{Extract, NotReleased};
use crate::failure::Failure;
use crate::keyring;

impl Entrance {
    /// Those whose keys are believed here, and what a team last said of handing over to them.
    pub(super) fn receivers_of(&self, team: &TeamId) -> Vec<Receiver> {
        let record = self.standing.record();
        let said = agreements(record.entries());
        let all = keyring::known(record.entries()).into_iter();
        let believed = all.filter(|(_, word)| word.trusted);
        let named = believed.map(|(key, word)| Receiver {
            key: key.to_string(),
            name: word.name,
            fingerprint: key.fingerprint().to_string(),
            said: said.get(&(team.to_string(), key)).cloned(),
        });
        named.collect()
    }

    pub(super) fn record_wish(&self, by: &By, wish: &Wish) -> Result<EntryRef, NotRecorded> {
        if let Wish::Agreement(one) = wish {
            let believed = keyring::known(self.standing.record().entries());
            let mut believed = believed.iter().filter(|(_, word)| word.trusted);
            if !believed.any(|(key, _)| key.to_string() == one.to) {
                return Err(NotRecorded::NoKey);
            }
        }
        let (author, viewer) = (by.person.to_string(), by.viewer());
        let (by, wish) = (by.clone(), wish.clone());
        let id = new_id(self.clock.now());
        let receipt = self.standing.submit_as(&viewer, &author, move |shown| {
            // A refusal is no failure of the clerk: nothing is proposed, and why is told.
            Ok(match drafts(shown, &by, &wish, id) {
                Ok(drafts) => (drafts, Ok(())),
                Err(not) => (Vec::new(), Err(not)),
            })
        });
        let receipt = receipt.map_err(not_recorded)?;
        receipt.told?;
        let (first, _) = receipt.recorded.ok_or(NotRecorded::NoEntry)?;
        Ok(first)
    }
}

fn drafts(
    shown: Shown<'_>,
    by: &By,
    wish: &Wish,
    id: EntryId,
) -> Result<Vec<Draft>, NotRecorded> {
    match wish {
        Wish::Entry(wanted) => Ok(vec![entry(shown, by, wanted)?]),
        Wish::Extract(extract) => released(shown, by, extract, id),
        Wish::Agreement(one) => agreed(by, one).map(|draft| vec![draft]),
    }
}

/// The entry that is wanted, if this person may record it.
fn entry(shown: Shown<'_>, by: &By, wanted: &Wanted) -> Result<Draft, NotRecorded> {
    let about = about(&wanted.body)?;
    let about = about.map(|of| standing(shown, of)).transpose()?;
    if let Body::Correction(_) = wanted.body {
        let approach = about.is_some_and(|entry| matches!(entry.entry.body, Body::Approach(_)));
        if !approach {
            return Err(NotRecorded::Kind(
                "correction of anything but an approach".to_owned(),
            ));
        }
    }
    let audience = match (&wanted.audience, about) {
        (Some(audience), _) => audience.clone(),
        (None, Some(entry)) => entry.entry.audience.clone(),
        (None, None) => own_team(by)?,
    };
    match about {
        None => by.may(Deed::Write, &audience)?,
        Some(entry) => {
            let own = entry.entry.author == by.person.to_string();
            let deed = if own { Deed::CorrectOwn } else { Deed::Correct };
            by.may(deed, &entry.entry.audience)?;
        }
    }
    // Whoever could not see it afterwards would not know what became of it.
    if !by.viewer().sees(&audience) {
        return Err(MayNot::Policy(people::Refusal::Hidden).into());
    }
    let label = wanted.label.or(about.and_then(|entry| entry.entry.label));
    let source = wanted.source.clone().unwrap_or_else(|| statement(by));
    Ok(Draft::new(source, wanted.body.clone()).seen_by(audience, label))
}

/// The entry that a body is about, of the kinds that people record one by one. What else there is
/// comes by import, or says who is in a team.
fn about(body: &Body) -> Result<Option<EntryId>, NotRecorded> {
    if let Body::Approach(_) = body {
        return Ok(None);
    }
    if let Body::Correction(one) = body
        && let Body::Approach(_) = *one.body
    {
        return Ok(Some(one.of));
    }
    if let Body::Retraction(one) = body {
        return Ok(Some(one.of));
    }
    if let Body::Dispute(one) = body {
        return Ok(Some(one.of));
    }
    Err(NotRecorded::Kind(kind(body)))
}

/// The kind of a body, as it is written.
fn kind(body: &Body) -> String {
    let written = serde_json::to_value(body).unwrap_or_default();
    let kind = written.as_object().and_then(|body| body.keys().next());
    kind.cloned().unwrap_or_default()
}

/// An entry that is there for whoever asks, and was not taken back.
fn standing(shown: Shown<'_>, id: EntryId) -> Result<&Recorded, NotRecorded> {
    let mut entries = shown.entries().rev();
    let found = entries.find(|recorded| recorded.entry.id == id);
    let found = found.ok_or(NotRecorded::NoEntry)?;
    match shown.taken_back_by(found) {
        Some(by) => Err(NotRecorded::TakenBack(by)),
        None => Ok(found),
    }
}

/// The one team that somebody's key opens.
fn own_team(by: &By) -> Result<Audience, NotRecorded> {
    let mut teams = by.seats.0.keys();
    match (teams.next(), teams.next()) {
        (Some(team), None) => Ok(Audience::Teams(vec![team.to_string()])),
        (Some(_), Some(_)) | (None, _) => Err(NotRecorded::NoAudience),
    }
}

/// Whose word it is, where nothing else is named. Not his name: that can be forgotten.
fn statement(by: &By) -> Source {
    Source::cited(format!("statement of {}", by.person))
}

/// What is released, if this person may speak for all whose approach it is.
fn released(
    shown: Shown<'_>,
    by: &By,
    wish: &web::Extract,
    id: EntryId,
) -> Result<Vec<Draft>, NotRecorded> {
    let entry = shown.named(wish.of).ok_or(NotRecorded::NoEntry)?;
    by.may(Deed::Release, &entry.entry.audience)?;
    let extract = Extract {
        of: wish.of,
        members: wish.members.clone(),
        to: wish.to.clone(),
        label: wish.label,
        source: statement(by),
    };
    extract.drafts(shown, id).map_err(|not| match not {
        NotReleased::NoApproach(_) => NotRecorded::NoEntry,
        NotReleased::NotDone(_) => NotRecorded::NotDone,
    })
}

/// That a team agrees, or no longer does, if this person may say so.
fn agreed(by: &By, one: &Agreement) -> Result<Draft, NotRecorded> {
    let audience = Audience::Teams(vec![one.team.clone()]);
    by.may(Deed::HandOver, &audience)?;
    let draft = Draft::new(statement(by), Body::Agreement(one.clone()));
    Ok(draft.seen_by(audience, None))
}

/// What the clerk says, for whoever asked.
fn not_recorded(error: ClerkError) -> NotRecorded {
    match error {
        ClerkError::Refused { source, .. } => NotRecorded::Refused(source.to_string()),
        ClerkError::NotProposed(_)
        | ClerkError::Damaged(_)
        | ClerkError::Store(_)
        | ClerkError::Unknown(_)
        | ClerkError::Busy(_)
        | ClerkError::Gone => NotRecorded::Trouble(Box::new(Failure::from(error))),
    }
}
