//! The catalogue of the library: each document, and each statement of which no document is on record, once.

use std::collections::{BTreeMap, BTreeSet};

use ledger::EntryRef;
use ledger::body::vocabulary::DocumentKind;
use ledger::body::{Document, Statement};
use treaty::{Lang, ParticipantId, TreatyId};

use crate::kinds;
use crate::record::At;
use crate::view::{DocumentView, LibraryCard, LibraryWhat, NamedState, StatementView};
use crate::world::World;

impl World {
    /// Everything the library holds, in the order of recording.
    pub fn library(&self, lang: Lang) -> Vec<LibraryCard> {
        let told: BTreeSet<At> = self.catalogue().told.values().copied().collect();
        let statements = self.told_statements().map(|(at, _)| at);
        let mut places: Vec<At> = self.shelf.documents.clone();
        places.extend(statements.filter(|at| !told.contains(at)));
        places.sort_unstable();
        let mut named = Named {
            world: self,
            names: BTreeMap::new(),
        };
        let cards = places.into_iter();
        cards.filter_map(|at| named.card(at, lang)).collect()
    }

    /// A document of the library, or a statement, by what its entry is called.
    pub fn library_card(&self, entry: EntryRef, lang: Lang) -> Option<LibraryCard> {
        let mut named = Named {
            world: self,
            names: BTreeMap::new(),
        };
        named.card(self.record.place(entry)?, lang)
    }

    /// How many documents and statements speak in the name of a participant.
    pub fn shelved_by(&self, by: ParticipantId) -> usize {
        let says = |says: &Document| says.by.contains(&by);
        self.shelved(says, |said| said.by == by)
    }

    /// How many documents and statements were made under a treaty, or speak of it.
    pub fn shelved_under(&self, treaty: &TreatyId) -> usize {
        let says = |says: &Document| says.treaties.contains(treaty);
        self.shelved(says, |said| said.treaty == *treaty)
    }

    /// How many documents and statements were made for a meeting on record, by its name in addresses.
    pub fn shelved_for(&self, meeting: &str) -> usize {
        let catalogue = self.catalogue();
        let says = |says: &Document| {
            let at = says.at.as_ref();
            at.is_some_and(|at| catalogue.meeting(at).as_deref() == Some(meeting))
        };
        self.shelved(says, |said| {
            let at = said.at.as_ref();
            at.is_some_and(|at| self.meant(&said.treaty, at) == Some(meeting))
        })
    }

    /// How many items of the catalogue are such; a statement and its text are one.
    fn shelved(
        &self,
        document: impl Fn(&Document) -> bool,
        statement: impl Fn(&Statement) -> bool,
    ) -> usize {
        let told: BTreeSet<At> = self.catalogue().told.values().copied().collect();
        let documents = self.shelf.documents.iter();
        let documents = documents.filter_map(|&at| kinds::document(self.record.body(at)));
        let statements = self.told_statements();
        let statements = statements.filter(|(at, said)| !told.contains(at) && statement(said));
        documents.filter(|says| document(says)).count() + statements.count()
    }

    /// A statement by what its entry is called.
    pub fn statement(&self, entry: EntryRef, lang: Lang) -> Option<StatementView> {
        let at = self.record.place(entry)?;
        let said = kinds::statement(self.record.said(at)?)?;
        Some(self.statement_view(at, said, lang))
    }

    /// What the document is called in addresses whose text a statement is, the first where there are several.
    pub fn document_of(&self, statement: EntryRef) -> Option<String> {
        let at = self.record.place(statement)?;
        let catalogue = self.catalogue();
        let mut told = catalogue.told.iter();
        let (document, _) = told.find(|(_, statement)| **statement == at)?;
        catalogue.id(*document).map(str::to_owned)
    }
}

/// Every name of participants, looked up once.
struct Named<'w> {
    world: &'w World,
    names: BTreeMap<ParticipantId, Vec<String>>,
}

impl Named<'_> {
    fn all(&mut self, by: &[NamedState]) -> Vec<String> {
        let mut names = Vec::new();
        for one in by {
            let known = self.names.entry(one.iso3);
            let known = known.or_insert_with(|| self.world.every_name(one.iso3));
            names.extend(known.iter().cloned());
        }
        names
    }

    fn card(&mut self, at: At, lang: Lang) -> Option<LibraryCard> {
        let world = self.world;
        if let Some(said) = kinds::statement(world.record.said(at)?) {
            return Some(self.statement(world.statement_view(at, said, lang)));
        }
        Some(self.document(world.document_at(at, lang)?))
    }

    fn document(&mut self, one: DocumentView) -> LibraryCard {
        LibraryCard {
            names: self.all(&one.by),
            entry: one.entry,
            id: one.id,
            what: LibraryWhat::Document,
            kind: one.kind,
            title: one.title,
            symbol: one.symbol,
            language: one.language,
            date: one.date,
            place: one.place,
            treaties: one.treaties,
            meeting: one.meeting,
            meeting_title: one.meeting_title,
            by: one.by,
            group: one.group,
            speaker: one.speaker,
            post: one.post,
            themes: one.themes,
            text: one.text,
            url: one.url,
            disputed: one.disputed,
        }
    }

    fn statement(&mut self, said: StatementView) -> LibraryCard {
        let by = vec![NamedState {
            iso3: said.iso3,
            name: said.name,
        }];
        LibraryCard {
            names: self.all(&by),
            entry: said.entry,
            id: said.entry.to_string(),
            what: LibraryWhat::Statement,
            kind: DocumentKind::Statement,
            title: said.title.unwrap_or_else(|| said.meeting_title.clone()),
            symbol: None,
            language: None,
            date: Some(said.date),
            place: None,
            treaties: vec![said.treaty],
            meeting: said.meeting,
            meeting_title: Some(said.meeting_title),
            by,
            group: None,
            speaker: said.speaker,
            post: said.post,
            themes: said.themes,
            text: None,
            url: said.url,
            disputed: said.disputed,
        }
    }
}

impl World {
    /// Every name of a participant on record, in any language, each once.
    fn every_name(&self, id: ParticipantId) -> Vec<String> {
        let one = self.registry.get(id);
        let names = one.into_iter().flat_map(|one| {
            let own = Lang::ALL.iter().map(|lang| one.names.get(*lang).to_owned());
            own.chain(one.aliases.iter().map(|alias| alias.name.clone()))
        });
        let mut seen = BTreeSet::new();
        names
            .filter(|name| !name.is_empty() && seen.insert(name.clone()))
            .collect()
    }
}
