//! What is put right: an entry that stands, whether somebody may correct it, and by what a change in
//! between is noticed.

use ledger::body::Correction;
use ledger::{Body, EntryId, EntryRef};
use people::Deed;
use serde::Serialize;
use world::World;
use world::view::EntryView;

use super::written::{Slip, line};
use super::{By, MayNot, NotRecorded, Wanted};
use crate::asked::{Asked, short};
use crate::door::form::Fields;
use crate::problem::Problem;

/// An entry that the visitor may put right, and what it says now.
pub(super) struct Stands {
    id: EntryId,
    /// What it says now.
    pub(super) body: Body,
    /// By what a change in between is noticed.
    pub(super) mark: String,
}

/// The entry of this name, if it is there for him and he may correct it.
///
/// # Errors
///
/// [`Problem`]: it is not there, or he may not.
pub(super) fn standing(asked: &Asked, by: &By, name: EntryRef) -> Result<Stands, Problem> {
    let world = &asked.world;
    let found = world.entry(name).zip(world.id_of(name));
    let (entry, id) = found.ok_or_else(|| no_such(asked, &name.to_string()))?;
    corrects(by, &entry).map_err(NotRecorded::MayNot)?;
    let body = world.body_as_corrected(id).ok_or(Problem::Ours)?.clone();
    Ok(Stands {
        mark: mark_of(&(id, &body)),
        id,
        body,
    })
}

/// That there is no such entry.
pub(super) fn no_such(asked: &Asked, given: &str) -> Problem {
    Problem::NoSuchEntry {
        given: short(given),
        entries: asked.world.head().entries,
    }
}

fn corrects(by: &By, entry: &EntryView) -> Result<(), MayNot> {
    let own = entry.author == by.person.to_string();
    let deed = if own { Deed::CorrectOwn } else { Deed::Correct };
    by.may(deed, &entry.audience)
}

/// Whether who reads a page may put right an entry of it.
pub(crate) fn may_mend(world: &World, by: Option<&By>, name: EntryRef) -> bool {
    let by = by.filter(|by| by.token.is_none());
    by.zip(world.entry(name))
        .is_some_and(|(by, entry)| corrects(by, &entry).is_ok())
}

impl Stands {
    /// The correction by which it says that, and why it does: for those who see the entry.
    pub(super) fn put_right(&self, right: Body, fields: &Fields) -> Result<Wanted, Slip> {
        if fields.get("was") != self.mark {
            // Somebody else put it right since the form was made: what he said would be lost.
            return Err("mend-changed-meanwhile".into());
        }
        if right == self.body {
            return Err("rec-nothing-changed".into());
        }
        Ok(self.corrected(right, line(fields, "why")?.ok_or("rec-slip-why")?))
    }

    /// The correction by which it says that, as long as it says what it says here.
    pub(super) fn corrected(&self, right: Body, why: String) -> Wanted {
        let correction = Body::Correction(Correction {
            of: self.id,
            body: Box::new(right),
            why,
        });
        Wanted {
            upon: Some(Box::new(self.body.clone())),
            ..Wanted::of(correction)
        }
    }

    /// Its id, by which it is put right and taken back.
    pub(super) fn id(&self) -> EntryId {
        self.id
    }
}

/// By what a change in between is noticed: what stood when the form was made.
pub(super) fn mark_of(one: &impl Serialize) -> String {
    let written = serde_json::to_vec(one).unwrap_or_default();
    format!("{:016x}", crate::assets::hash(&written))
}
