//! Which documents the library has, and what is known of each. Their texts are kept beside the ledger.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use ledger::body::vocabulary::DocumentKind;
use ledger::body::{Document, DocumentMeeting, Statement};
use treaty::{Lang, ParticipantId, TreatyId};

use crate::kinds;
use crate::record::At;
use crate::view::{DocumentVersion, DocumentView, DocumentsView};
use crate::world::World;

/// What is looked up for the views of documents; reckoned once for a world.
#[derive(Debug, Default)]
pub(crate) struct Catalogue {
    /// What each document is called in addresses.
    ids: BTreeMap<At, String>,
    by_id: BTreeMap<String, At>,
    /// The documents of one work.
    works: BTreeMap<String, Vec<At>>,
    /// The statement whose text a document is.
    pub(crate) told: BTreeMap<At, At>,
    /// What meetings are called in addresses.
    meetings: BTreeMap<MeetingKey, String>,
}

/// A meeting by its treaty, kind and number.
type MeetingKey = (TreatyId, String, Option<String>);

/// What a statement says of itself: its meeting, in whose name, its title in small letters.
type Told = (MeetingKey, ParticipantId, String);

impl World {
    /// The documents on record: by their day, the last first, what has none at the end.
    pub fn documents(&self, lang: Lang) -> DocumentsView {
        let all = self.catalogue().ids.keys();
        let mut documents: Vec<_> = all.filter_map(|&at| self.document_at(at, lang)).collect();
        documents.sort_by(|a, b| {
            let by = |one: &DocumentView| (one.date.is_none(), Reverse(one.date));
            by(a).cmp(&by(b)).then_with(|| a.id.cmp(&b.id))
        });
        DocumentsView {
            known: self.known,
            head: self.head(),
            documents,
        }
    }

    /// The document of a name, or of the entry of that name.
    pub fn document(&self, name: &str, lang: Lang) -> Option<DocumentView> {
        let by_name = self.catalogue().by_id.get(name).copied();
        let at = by_name.or_else(|| self.record.place(name.parse().ok()?))?;
        self.document_at(at, lang)
    }

    pub(crate) fn catalogue(&self) -> &Catalogue {
        self.catalogue.get_or_init(|| Catalogue::of(self))
    }

    pub(crate) fn document_at(&self, at: At, lang: Lang) -> Option<DocumentView> {
        let says = kinds::document(self.record.body(at))?;
        let catalogue = self.catalogue();
        let id = catalogue.ids.get(&at)?.clone();
        let (first, worded) = (self.record.get(at), self.record.worded_by(at));
        let statement = catalogue.told.get(&at);
        Some(DocumentView {
            id,
            entry: first.name(),
            worded: self.record.name(worded),
            audience: first.entry.audience.clone(),
            changed: self.record.get(worded).entry.recorded,
            kind: says.kind,
            title: says.title.clone(),
            symbol: says.symbol.clone(),
            language: says.language.clone(),
            date: says.on,
            place: says.place.clone(),
            treaties: says.treaties.clone(),
            meeting: says.at.as_ref().and_then(|at| catalogue.meeting(at)),
            meeting_title: says.meeting.clone(),
            by: self.named_states(says.by.iter().copied(), lang),
            group: says.group.clone(),
            speaker: says.speaker.clone(),
            post: says.post.clone(),
            aligned_with: self.named_states(says.aligned_with.iter().copied(), lang),
            aligned_by: self.named_states(says.aligned_by.iter().copied(), lang),
            themes: says.themes.clone(),
            distribution: says.distribution,
            statement: statement.map(|&at| self.record.name(at)),
            versions: self.versions(at, says),
            file: says.file.clone(),
            text: says.text.clone(),
            url: says.url.clone(),
            note: says.note.clone(),
            disputed: self.doubt(at),
            source: self.source_ref(at),
            document: says.clone(),
        })
    }

    /// The other documents of the work of one, by language.
    fn versions(&self, one: At, says: &Document) -> Vec<DocumentVersion> {
        let catalogue = self.catalogue();
        let work = says.work.as_ref();
        let all = work.and_then(|work| catalogue.works.get(work));
        let others = all.into_iter().flatten().filter(|&&at| at != one);
        let mut versions: Vec<_> = others
            .filter_map(|at| {
                let other = kinds::document(self.record.body(*at))?;
                Some(DocumentVersion {
                    id: catalogue.ids.get(at)?.clone(),
                    title: other.title.clone(),
                    language: other.language.clone(),
                })
            })
            .collect();
        versions.sort_by(|a, b| (&a.language, &a.id).cmp(&(&b.language, &b.id)));
        versions
    }
}

impl Catalogue {
    fn of(world: &World) -> Catalogue {
        let mut catalogue = Catalogue::default();
        for (id, _, known) in world.told_meetings(None) {
            let key = (
                known.treaty.clone(),
                known.kind.clone(),
                known.number.clone(),
            );
            // The first of two has it.
            let entry = catalogue.meetings.entry(key);
            entry.or_insert_with(|| id.to_owned());
        }
        let statements = by_what_they_say(world);
        for &at in &world.shelf.documents {
            let Some(says) = kinds::document(world.record.body(at)) else {
                continue;
            };
            catalogue.shelve(world, at, &says.document);
            if let Some(work) = &says.work {
                catalogue.works.entry(work.clone()).or_default().push(at);
            }
            let named = says.statement.and_then(|said| world.record.at(said));
            let same = || statements.get(&said_by(says)?).copied().flatten();
            if let Some(statement) = named.or_else(same) {
                catalogue.told.insert(at, statement);
            }
        }
        catalogue
    }

    /// In the order of recording the first of a name has it, another is called as its entry.
    fn shelve(&mut self, world: &World, at: At, name: &str) {
        let id = match self.by_id.contains_key(name) {
            true => world.record.name(at).to_string(),
            false => name.to_owned(),
        };
        self.by_id.insert(id.clone(), at);
        self.ids.insert(at, id);
    }

    /// What a document is called in addresses.
    pub(crate) fn id(&self, document: At) -> Option<&str> {
        self.ids.get(&document).map(String::as_str)
    }

    /// What its meeting on record is called in addresses.
    pub(crate) fn meeting(&self, at: &DocumentMeeting) -> Option<String> {
        let id = self.meeting_id(&at.treaty, &at.kind, at.number.as_ref());
        id.map(str::to_owned)
    }

    /// What a meeting on record is called in addresses.
    pub(crate) fn meeting_id(
        &self,
        treaty: &TreatyId,
        kind: &str,
        number: Option<&String>,
    ) -> Option<&str> {
        let key = (treaty.clone(), kind.to_owned(), number.cloned());
        self.meetings.get(&key).map(String::as_str)
    }
}

/// The statements that name their meeting on record and their title; none where two say the same.
fn by_what_they_say(world: &World) -> BTreeMap<Told, Option<At>> {
    let mut told = BTreeMap::new();
    for (place, said) in world.told_statements() {
        if let Some(key) = said_as(said) {
            told.entry(key)
                .and_modify(|only| *only = None)
                .or_insert(Some(place));
        }
    }
    told
}

fn said_as(said: &Statement) -> Option<Told> {
    let (at, title) = said.at.as_ref().zip(said.title.as_ref())?;
    let meeting = (said.treaty.clone(), at.kind.clone(), at.number.clone());
    Some((meeting, said.by, title.to_lowercase()))
}

/// What the statement says of itself whose text a document is.
fn said_by(says: &Document) -> Option<Told> {
    if says.kind != DocumentKind::Statement {
        return None;
    }
    let (at, by) = (says.at.as_ref()?, says.by.first()?);
    let meeting = (at.treaty.clone(), at.kind.clone(), at.number.clone());
    Some((meeting, *by, says.title.to_lowercase()))
}
