//! What people record through the door: first the policy is asked, upon what is on record at that
//! moment, then the clerk.

use ledger::body::Agreement;
use ledger::{Audience, Body, EntryId, EntryRef, Recorded, Tlp};
use people::{Deed, PersonId, TeamId};
use sha2::{Digest, Sha256};
use treaty::Source;
use uuid::Builder;
use web::{By, Kept, Key, MayNot, NotRecorded, Receiver, Wanted, Wish};

use super::Entrance;
use crate::bundle::agreements;
use crate::clerk::{ClerkError, Draft, Refused, Shown, new_id};
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

    /// What the entry is called that this person recorded under the same key, if he sees it and it says
    /// the same.
    pub(super) fn before(&self, by: &By, wanted: &Wanted) -> Option<EntryRef> {
        let id = id_under(by.person, wanted.key.as_ref()?);
        let (record, viewer) = (self.standing.record(), by.viewer());
        let found = record
            .seen_by(&viewer)
            .rev()
            .find(|one| one.entry.id == id)?;
        let entry = &found.entry;
        let audience = wanted.audience.as_ref();
        let same = entry.body == wanted.body
            && audience.is_none_or(|audience| *audience == entry.audience)
            && wanted.label == entry.label;
        same.then(|| found.name())
    }

    pub(super) fn record_wish(&self, by: &By, wish: &Wish) -> Result<Kept, NotRecorded> {
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
                Ok(Due::New(drafts)) => (drafts, Ok(None)),
                Ok(Due::There(entry)) => (Vec::new(), Ok(Some(entry))),
                Err(not) => (Vec::new(), Err(not)),
            })
        });
        let receipt = receipt.map_err(not_recorded)?;
        if let Some(entry) = receipt.told? {
            return Ok(Kept {
                entry,
                before: true,
            });
        }
        let (entry, _) = receipt.recorded.ok_or(NotRecorded::NoEntry)?;
        Ok(Kept {
            entry,
            before: false,
        })
    }
}

/// What is to be done about a wish.
enum Due {
    /// These are recorded.
    New(Vec<Draft>),
    /// Nothing: it is on record, under the same key.
    There(EntryRef),
}

fn drafts(shown: Shown<'_>, by: &By, wish: &Wish, id: EntryId) -> Result<Due, NotRecorded> {
    let new = match wish {
        Wish::Entry(wanted) => match there(shown, by, wanted)? {
            Some(entry) => return Ok(Due::There(entry)),
            None => vec![entry(shown, by, wanted)?],
        },
        Wish::Entries(all) => {
            let drafts = all.iter().map(|wanted| entry(shown, by, wanted));
            drafts.collect::<Result<_, _>>()?
        }
        Wish::Document(wanted) => vec![document(shown, by, wanted)?],
        Wish::Extract(extract) => released(shown, by, extract, id)?,
        Wish::Agreement(one) => vec![agreed(by, one)?],
    };
    Ok(Due::New(new))
}

/// The id of the entry that a person records under a key: a UUID of version 8 (RFC 9562, 5.8) from the
/// first 16 bytes of the SHA-256 over a word, the person's id and the key. It tells nothing of the
/// entries of others, for it is theirs under no key.
fn id_under(person: PersonId, key: &Key) -> EntryId {
    let mut hash = Sha256::new();
    for part in [
        b"accede recorded once/1".as_slice(),
        person.0.as_bytes(),
        key.as_str().as_bytes(),
    ] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    let hash: [u8; 32] = hash.finalize().into();
    let first = u128::from_be_bytes(std::array::from_fn(|at| hash[at]));
    EntryId(Builder::from_custom_bytes(first.to_be_bytes()).into_uuid())
}

/// What the entry is called that this person recorded under the same key, if he did and it says the same.
fn there(shown: Shown<'_>, by: &By, wanted: &Wanted) -> Result<Option<EntryRef>, NotRecorded> {
    let Some(key) = &wanted.key else {
        return Ok(None);
    };
    let id = id_under(by.person, key);
    let Some(there) = shown.entries().rev().find(|one| one.entry.id == id) else {
        return Ok(None);
    };
    let about = about(&wanted.body)?;
    let about = about.and_then(|of| shown.entries().rev().find(|one| one.entry.id == of));
    let (audience, label) = for_whom(by, wanted, about)?;
    let entry = &there.entry;
    let same = entry.body == wanted.body && entry.audience == audience && entry.label == label;
    if same {
        Ok(Some(there.name()))
    } else {
        Err(NotRecorded::OtherUnderKey)
    }
}

/// Who is to see it, and how far it may be passed on: as was said, or as the entry it is about, or for
/// the one team that the person's key opens.
fn for_whom(
    by: &By,
    wanted: &Wanted,
    about: Option<&Recorded>,
) -> Result<(Audience, Option<Tlp>), NotRecorded> {
    let audience = match (&wanted.audience, about) {
        (Some(audience), _) => audience.clone(),
        (None, Some(entry)) => entry.entry.audience.clone(),
        (None, None) => own_team(by)?,
    };
    let label = wanted.label.or(about.and_then(|entry| entry.entry.label));
    Ok((audience, label))
}

/// The entry that is wanted, if this person may record it.
fn entry(shown: Shown<'_>, by: &By, wanted: &Wanted) -> Result<Draft, NotRecorded> {
    let about = about(&wanted.body)?;
    let about = about.map(|of| standing(shown, of)).transpose()?;
    if let (Body::Correction(one), Some(entry)) = (&wanted.body, about) {
        of_its_kind(&one.body, &entry.entry.body)?;
    }
    let (audience, label) = for_whom(by, wanted, about)?;
    if about.is_none() {
        by.may(Deed::Write, &audience)?;
    }
    if let (Some(upon), Some(entry)) = (&wanted.upon, about)
        && shown.world.body_as_corrected(entry.entry.id) != Some(upon)
    {
        return Err(NotRecorded::ChangedMeanwhile);
    }
    if let Some(entry) = about.or_else(|| replaced(shown, &wanted.body)) {
        let own = entry.entry.author == by.person.to_string();
        let deed = if own { Deed::CorrectOwn } else { Deed::Correct };
        by.may(deed, &entry.entry.audience)?;
    }
    // Whoever could not see it afterwards would not know what became of it.
    if !by.viewer().sees(&audience) {
        return Err(MayNot::Policy(people::Refusal::Hidden).into());
    }
    let source = wanted.source.clone().unwrap_or_else(|| statement(by));
    let id = wanted.key.as_ref().map(|key| id_under(by.person, key));
    Ok(Draft {
        id,
        ..Draft::new(source, wanted.body.clone()).seen_by(audience, label)
    })
}

/// Whether people record entries of this kind one by one. What else there is comes by import, or says
/// who is in a team.
fn by_people(body: &Body) -> bool {
    matches!(
        body,
        Body::Approach(_)
            | Body::Campaign(_)
            | Body::Stage(_)
            | Body::Pledge(_)
            | Body::Attribution(_)
            | Body::Role(_)
            | Body::Meeting(_)
            | Body::RollCall(_)
            | Body::Report(_)
    )
}

/// The entry that a body corrects, takes back or doubts, of the kinds that people record.
fn about(body: &Body) -> Result<Option<EntryId>, NotRecorded> {
    if by_people(body) {
        return Ok(None);
    }
    if let Body::Correction(one) = body
        && by_people(&one.body)
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

/// A correction says anew what the entry says, and makes nothing else of it.
fn of_its_kind(right: &Body, entry: &Body) -> Result<(), NotRecorded> {
    if std::mem::discriminant(right) == std::mem::discriminant(entry) {
        return Ok(());
    }
    let what = format!("correction of {} to {}", kind(entry), kind(right));
    Err(NotRecorded::Kind(what))
}

/// The campaign on record whose place a further one of its name takes: as much as a correction.
fn replaced<'r>(shown: Shown<'r>, body: &Body) -> Option<&'r Recorded> {
    let Body::Campaign(new) = body else {
        return None;
    };
    let lifted = shown.lifted();
    let mut standing = shown
        .entries()
        .rev()
        .filter(|one| !lifted.contains(&one.entry.id));
    standing.find(
        |one| matches!(&one.entry.body, Body::Campaign(old) if old.campaign == new.campaign),
    )
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

/// A document that is confirmed, if this person may record for those who are to see it.
fn document(shown: Shown<'_>, by: &By, wanted: &Wanted) -> Result<Draft, NotRecorded> {
    let Body::Document(one) = &wanted.body else {
        return Err(NotRecorded::Kind(kind(&wanted.body)));
    };
    let name = &one.document;
    if shown.world.document(name, treaty::Lang::En).is_some() {
        let told = format!("there is a document `{name}` already");
        return Err(NotRecorded::Refused(told));
    }
    let (audience, label) = for_whom(by, wanted, None)?;
    by.may(Deed::Write, &audience)?;
    if !by.viewer().sees(&audience) {
        return Err(MayNot::Policy(people::Refusal::Hidden).into());
    }
    let source = wanted.source.clone().unwrap_or_else(|| statement(by));
    Ok(Draft::new(source, wanted.body.clone()).seen_by(audience, label))
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
        // He recorded it under this key for those of whom he is none here and now.
        ClerkError::Refused {
            source: Refused::Taken(_),
            ..
        } => NotRecorded::OtherUnderKey,
        ClerkError::Refused { source, .. } => NotRecorded::Refused(source.to_string()),
        ClerkError::NotProposed(_)
        | ClerkError::Damaged(_)
        | ClerkError::Store(_)
        | ClerkError::Unknown(_)
        | ClerkError::Busy(_)
        | ClerkError::Gone => NotRecorded::Trouble(Box::new(Failure::from(error))),
    }
}
