//! Trays, as the pages ask for them: files are read in a process of their own, and what is confirmed is kept beside the
//! ledger before it is recorded.

use ledger::Body;
use ledger::body::DocumentFile;
use people::tray::{Brought, Item, Owner, State, TrayError};
use store::DocumentId;
use transcribe::Text;
use web::{By, Kept, NotRecorded, Offered, Proposed, Trays, Wanted, Wish};
use world::World;

use super::Entrance;
use crate::bringing::{self, NotBrought};
use crate::proposing::{self, Field};

impl Trays for Entrance {
    fn bring(&self, owner: &Owner, brought: &Brought, bytes: &[u8]) -> Result<Item, TrayError> {
        let tray = self.desk.tray();
        let before = tray.list(owner)?;
        match bringing::bring(tray, owner, brought, bytes, self.clock.now()) {
            Ok(item) => Ok(item),
            Err(NotBrought::Tray(error)) => Err(error),
            Err(NotBrought::NotYet(trouble)) => {
                tracing::warn!(cause = %trouble, "a file in a tray waits to be read");
                let new = tray.list(owner)?.into_iter();
                let mut new = new.filter(|item| !before.iter().any(|old| old.id == item.id));
                new.next().ok_or(TrayError::NoSuch)
            }
        }
    }

    fn proposed(
        &self,
        world: &World,
        owner: &Owner,
        item: &Item,
    ) -> Result<Option<Proposed>, TrayError> {
        let tray = self.desk.tray();
        match bringing::read(tray, owner, item.id) {
            Ok(_) => {}
            Err(NotBrought::Tray(error)) => return Err(error),
            Err(NotBrought::NotYet(_)) => return Ok(None),
        }
        let Some(bytes) = tray.text(owner, item.id)? else {
            return Ok(None);
        };
        let text: Text = serde_json::from_slice(&bytes).map_err(|_other| TrayError::Damaged)?;
        let said = proposing::description(world, &text);
        let offers = proposing::offers(world, &text, &said);
        Ok(Some(Proposed {
            name: proposing::name(world, &offers, &item.name),
            offers: offers
                .into_iter()
                .filter_map(|offer| {
                    Some(Offered {
                        field: called(offer.field)?,
                        value: offer.value,
                        named: offer.named,
                        sure: offer.sure,
                        words: offer.words,
                    })
                })
                .collect(),
        }))
    }

    fn confirm(
        &self,
        by: &By,
        owner: &Owner,
        item: &Item,
        wanted: &Wanted,
    ) -> Result<Kept, NotRecorded> {
        let tray = self.desk.tray();
        let (bytes, text) = tray
            .file(owner, item.id)
            .and_then(|bytes| Ok((bytes, tray.text(owner, item.id)?)))
            .map_err(|error| {
                if matches!(error, TrayError::NoSuch) {
                    NotRecorded::NoEntry
                } else {
                    NotRecorded::Trouble(Box::new(error))
                }
            })?;
        let mut wanted = wanted.clone();
        let Body::Document(document) = &mut wanted.body else {
            return Err(NotRecorded::Kind(
                "something else than a document".to_owned(),
            ));
        };
        let media_type = match &item.state {
            State::Read { media_type, .. } => media_type.clone(),
            State::Unread { .. } | State::Arriving | State::Whole | State::Leaving => {
                "application/octet-stream".to_owned()
            }
        };
        document.file = Some(DocumentFile {
            sha256: DocumentId::of(&bytes).to_string(),
            media_type,
            len: item.len,
            name: Some(item.name.clone()),
        });
        document.text = text.as_ref().map(|text| DocumentId::of(text).to_string());
        self.keep(std::iter::once(&bytes).chain(&text))?;
        let kept = self.record_wish(by, &Wish::Document(Box::new(wanted)))?;
        if let Err(cause) = tray.drop(owner, item.id) {
            tracing::error!(%cause, "a file is on record and still in its tray");
        }
        Ok(kept)
    }
}

impl Entrance {
    /// Keeps what a document says, before it is recorded.
    fn keep<'b>(&self, all: impl Iterator<Item = &'b Vec<u8>>) -> Result<(), NotRecorded> {
        let nowhere = || NotRecorded::Refused("no documents are kept here".to_owned());
        let location = self.location.as_ref().ok_or_else(nowhere)?;
        let trouble =
            |cause: Box<dyn std::error::Error + Send + Sync>| NotRecorded::Trouble(cause);
        let documents = location
            .documents()
            .map_err(|cause| trouble(cause.into()))?;
        for bytes in all {
            documents
                .put(bytes)
                .map_err(|cause| trouble(cause.into()))?;
        }
        Ok(())
    }
}

/// What a field is called in the form; `None` of what a document has no field for.
fn called(field: Field) -> Option<&'static str> {
    Some(match field {
        Field::Kind => "kind",
        Field::Title => "title",
        Field::Symbol => "symbol",
        Field::Language => "language",
        Field::On => "on",
        Field::Place => "place",
        Field::Treaty => "treaty",
        Field::Meeting => "meeting",
        Field::MeetingPrinted => "meeting-printed",
        Field::By => "by",
        Field::Group => "group",
        Field::Speaker => "speaker",
        Field::Post => "post",
        Field::AlignedWith => "aligned-with",
        Field::AlignedBy => "aligned-by",
        Field::Theme => "theme",
        Field::Distribution => "distribution",
        Field::AlignedWithGroup | Field::National | Field::Original | Field::Version => {
            return None;
        }
    })
}
