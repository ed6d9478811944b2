//! Which documents the library has, and what is known of each. Their texts are kept beside the ledger.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use ledger::body::vocabulary::DocumentKind;
use ledger::body::{Document, DocumentMeeting};
use treaty::{Lang, ParticipantId, TreatyId};

use crate::kinds;
use crate::record::At;
use crate::view::{DocumentVersion, DocumentView, DocumentsView, NamedState};
use crate::world::World;

/// A document on record, with the name it has in addresses.
struct Shelved<'w> {
    at: At,
    id: String,
    says: &'w Document,
}

/// The documents on record, and what their views are made with.
struct Shelves<'w> {
    world: &'w World,
    lang: Lang,
    /// In the order of recording, of which the first of a name has it.
    all: Vec<Shelved<'w>>,
    /// The places among them of those of one work.
    works: BTreeMap<&'w str, Vec<usize>>,
    /// The statements on record by treaty, speaker, meeting and title, where documents of statements are.
    statements: BTreeMap<Told<'w>, Vec<At>>,
    /// The names in addresses of the meetings under a treaty, by kind and number.
    meetings: BTreeMap<&'w TreatyId, BTreeMap<(&'w str, Option<&'w str>), &'w str>>,
}

/// What a statement says of itself: treaty, in whose name, kind and number of the meeting, title in small letters.
type Told<'w> = (
    &'w TreatyId,
    ParticipantId,
    &'w str,
    Option<&'w str>,
    String,
);

impl World {
    /// The documents on record: by their day, the last first, what has none at the end.
    pub fn documents(&self, lang: Lang) -> DocumentsView {
        let shelves = Shelves::of(self, lang);
        let mut documents: Vec<_> = shelves.all.iter().map(|one| shelves.view(one)).collect();
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
        let shelves = Shelves::of(self, lang);
        let by_name = shelves.all.iter().find(|one| one.id == name);
        let by_entry = || {
            let mut all = shelves.all.iter();
            all.find(|one| self.record.name(one.at).to_string() == name)
        };
        Some(shelves.view(by_name.or_else(by_entry)?))
    }
}

impl<'w> Shelves<'w> {
    fn of(world: &'w World, lang: Lang) -> Shelves<'w> {
        let mut taken = BTreeSet::new();
        let shelf = world.shelf.documents.iter();
        let told = shelf.filter_map(|&at| {
            let says = kinds::document(world.record.body(at))?;
            let id = match taken.insert(says.document.as_str()) {
                true => says.document.clone(),
                false => world.record.name(at).to_string(),
            };
            Some(Shelved { at, id, says })
        });
        let all: Vec<_> = told.collect();
        let mut works: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut meetings = BTreeMap::new();
        for (place, one) in all.iter().enumerate() {
            if let Some(work) = &one.says.work {
                works.entry(work.as_str()).or_default().push(place);
            }
            if let Some(at) = &one.says.at {
                meetings
                    .entry(&at.treaty)
                    .or_insert_with(|| named_meetings(world, &at.treaty));
            }
        }
        let spoken = |one: &Shelved<'_>| one.says.kind == DocumentKind::Statement;
        let statements = match all.iter().any(spoken) {
            true => statements_by_what_they_say(world),
            false => BTreeMap::new(),
        };
        Shelves {
            world,
            lang,
            all,
            works,
            statements,
            meetings,
        }
    }

    fn view(&self, one: &Shelved<'w>) -> DocumentView {
        let (at, says, record) = (one.at, one.says, &self.world.record);
        let (first, worded) = (record.get(at), record.worded_by(at));
        let named = says.statement.and_then(|said| record.at(said));
        let statement = named.or_else(|| self.same(says));
        DocumentView {
            id: one.id.clone(),
            entry: first.name(),
            worded: record.name(worded),
            audience: first.entry.audience.clone(),
            changed: record.get(worded).entry.recorded,
            kind: says.kind,
            title: says.title.clone(),
            symbol: says.symbol.clone(),
            language: says.language.clone(),
            date: says.on,
            place: says.place.clone(),
            treaties: says.treaties.clone(),
            meeting: says.at.as_ref().and_then(|at| self.meeting(at)),
            meeting_title: says.meeting.clone(),
            by: self.named(&says.by),
            group: says.group.clone(),
            speaker: says.speaker.clone(),
            post: says.post.clone(),
            aligned_with: self.named(&says.aligned_with),
            aligned_by: self.named(&says.aligned_by),
            themes: says.themes.clone(),
            distribution: says.distribution,
            statement: statement.map(|at| record.name(at)),
            versions: self.versions(one),
            file: says.file.clone(),
            text: says.text.clone(),
            url: says.url.clone(),
            note: says.note.clone(),
            disputed: self.world.doubt(at),
            source: self.world.source_ref(at),
            document: says.clone(),
        }
    }

    /// The one statement on record that says the same of itself as a document does.
    fn same(&self, says: &Document) -> Option<At> {
        if says.kind != DocumentKind::Statement {
            return None;
        }
        let (treaty, by) = (says.treaties.first()?, says.by.first()?);
        let at = says.at.as_ref()?;
        let key = (
            treaty,
            *by,
            at.kind.as_str(),
            at.number.as_deref(),
            says.title.to_lowercase(),
        );
        let found = self.statements.get(&key)?;
        let [only] = found.as_slice() else {
            return None;
        };
        Some(*only)
    }

    fn meeting(&self, at: &DocumentMeeting) -> Option<String> {
        let known = self.meetings.get(&at.treaty)?;
        let id = known.get(&(at.kind.as_str(), at.number.as_deref()))?;
        Some((*id).to_owned())
    }

    fn named(&self, these: &[ParticipantId]) -> Vec<NamedState> {
        let name = |&iso3| NamedState {
            iso3,
            name: self.world.registry.name(iso3, self.lang),
        };
        these.iter().map(name).collect()
    }

    /// The other documents of its work, by language.
    fn versions(&self, one: &Shelved<'_>) -> Vec<DocumentVersion> {
        let work = one.says.work.as_deref();
        let places = work.and_then(|work| self.works.get(work));
        let all = places.into_iter().flatten().map(|&place| &self.all[place]);
        let mut versions: Vec<_> = all
            .filter(|other| other.at != one.at)
            .map(|other| DocumentVersion {
                id: other.id.clone(),
                title: other.says.title.clone(),
                language: other.says.language.clone(),
            })
            .collect();
        versions.sort_by(|a, b| (&a.language, &a.id).cmp(&(&b.language, &b.id)));
        versions
    }
}

/// The statements that name their meeting on record and their title.
fn statements_by_what_they_say(world: &World) -> BTreeMap<Told<'_>, Vec<At>> {
    let mut told: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (place, said) in world.told_statements() {
        let Some((at, title)) = said.at.as_ref().zip(said.title.as_ref()) else {
            continue;
        };
        let meeting = (at.kind.as_str(), at.number.as_deref());
        let key = (
            &said.treaty,
            said.by,
            meeting.0,
            meeting.1,
            title.to_lowercase(),
        );
        told.entry(key).or_default().push(place);
    }
    told
}

/// The names in addresses of the meetings under a treaty, by kind and number; the first of two has it.
fn named_meetings<'w>(
    world: &'w World,
    treaty: &TreatyId,
) -> BTreeMap<(&'w str, Option<&'w str>), &'w str> {
    let mut named = BTreeMap::new();
    for (id, _, known) in world.told_meetings(Some(treaty)) {
        let key = (known.kind.as_str(), known.number.as_deref());
        named.entry(key).or_insert(id);
    }
    named
}
