//! One index: the items of one audience strand, in memory or in a folder.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};
use tantivy::schema::{
    Field, IndexRecordOption, NumericOptions, STORED, STRING, Schema, TextFieldIndexing,
    TextOptions,
};
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager};
use tantivy::{Index, IndexWriter, TantivyDocument, TantivyError, Term};

use crate::analysis::{BREAK, Words};
use crate::item::Item;
use crate::language::{Language, primary};
use crate::reading::{ReadError, Reading};

/// Of how an index is laid out and how words are read. Whoever changes either counts it up, and every folder
/// is made anew.
const FORM: u32 = 2;
/// The file that says of which form a folder is.
const MARKER: &str = "shelf.json";
/// The folder of the index, inside; all that is ever thrown away.
const INSIDE: &str = "index";
/// Threads that index: the machines this is for have two cores.
const THREADS: usize = 2;
/// Memory in which each thread collects before it writes, in bytes.
const MEMORY: usize = 128 << 20;
/// The share of items taken out of a segment above which it is written anew without them.
const EMPTIED: f32 = 0.2;

/// The index of one audience strand.
pub struct Shelf {
    index: Index,
    fields: Fields,
    reading: Arc<Reading>,
    folder: Option<PathBuf>,
}

/// What was found in the folder of a shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// Nothing; the shelf is new and empty.
    New,
    /// A shelf, whole and of this version.
    Kept,
    /// One that is damaged or of another version. It was thrown away; the shelf is empty until the next
    /// [`Shelf::sync`].
    ThrownAway {
        /// What was the matter.
        reason: String,
    },
}

/// What a [`Shelf::sync`] did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Synced {
    /// Items that are new, or had another stamp.
    pub indexed: usize,
    /// Items that are gone.
    pub dropped: usize,
    /// Items that stand as they stood.
    pub kept: usize,
}

/// A shelf could not be opened or brought up to date. What it held before, it holds.
#[derive(Debug, thiserror::Error)]
pub enum ShelfError {
    /// The folder cannot be used.
    #[error("the folder of the search index, `{}`, cannot be used; see that it exists and may be written", folder.display())]
    Folder {
        /// Which.
        folder: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Another process writes to the same folder.
    #[error("another process writes to the search index in `{}`; try again when it is done", folder.display())]
    Busy {
        /// Which.
        folder: PathBuf,
    },
    /// It could not be written.
    #[error("the search index could not be written; delete its folder to have it made anew")]
    Write(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// It could not be read back.
    #[error("the search index could not be read")]
    Read(#[from] ReadError),
}

impl From<TantivyError> for ShelfError {
    fn from(source: TantivyError) -> Self {
        ShelfError::Write(Box::new(source))
    }
}

impl Shelf {
    /// An empty shelf in memory.
    ///
    /// # Errors
    ///
    /// [`ShelfError::Write`] where there is no memory for it.
    pub fn in_memory() -> Result<Shelf, ShelfError> {
        let schema = Fields::schema();
        let index = Index::builder()
            .schema(schema)
            .tokenizers(tokenizers())
            .create_in_ram()?;
        Shelf::of(index, None)
    }

    /// The shelf kept in a folder, which is made where there is none.
    ///
    /// One that is damaged (its checksums are checked) or of another version is thrown away; the next
    /// [`Shelf::sync`] fills it again.
    ///
    /// # Errors
    ///
    /// [`ShelfError::Folder`] where the folder cannot be made, read or emptied.
    pub fn open(folder: &Path) -> Result<(Shelf, Condition), ShelfError> {
        let refused = |source| ShelfError::Folder {
            folder: folder.to_owned(),
            source,
        };
        let inside = folder.join(INSIDE);
        let condition = if inside.exists() {
            match Shelf::kept(folder) {
                Ok(shelf) => return Ok((shelf, Condition::Kept)),
                Err(reason) => {
                    fs::remove_dir_all(&inside).map_err(refused)?;
                    Condition::ThrownAway { reason }
                }
            }
        } else {
            Condition::New
        };
        fs::create_dir_all(&inside).map_err(refused)?;
        let schema = Fields::schema();
        let index = Index::builder()
            .schema(schema)
            .tokenizers(tokenizers())
            .create_in_dir(&inside)?;
        // Last, so that a folder half made is made again.
        fs::write(folder.join(MARKER), marker()).map_err(refused)?;
        Ok((Shelf::of(index, Some(folder.to_owned()))?, condition))
    }

    /// The shelf that a folder holds, or what is the matter with it.
    fn kept(folder: &Path) -> Result<Shelf, String> {
        let found = fs::read_to_string(folder.join(MARKER))
            .map_err(|why| format!("it does not say of which version it is: {why}"))?;
        if found.trim() != marker().trim() {
            return Err(format!("it is of another version, `{}`", found.trim()));
        }
        let told = |why: TantivyError| why.to_string();
        let mut index = Index::open_in_dir(folder.join(INSIDE)).map_err(told)?;
        if index.schema() != Fields::schema() {
            return Err("its fields are others".to_owned());
        }
        let damaged = index.validate_checksum().map_err(told)?;
        if let Some(file) = damaged.iter().min() {
            return Err(format!("its file `{}` is damaged", file.display()));
        }
        index.set_tokenizers(tokenizers());
        Shelf::of(index, Some(folder.to_owned())).map_err(|why| why.to_string())
    }

    fn of(index: Index, folder: Option<PathBuf>) -> Result<Shelf, ShelfError> {
        let fields = Fields::of(&index.schema())?;
        let reading = Arc::new(Reading::of(&index, fields)?);
        Ok(Shelf {
            index,
            fields,
            reading,
            folder,
        })
    }

    /// What the shelf holds now. It stays as it is while the shelf is brought up to date.
    pub fn reading(&self) -> Arc<Reading> {
        Arc::clone(&self.reading)
    }

    /// Brings the shelf up to date: it holds the items of `wanted`, and no others.
    ///
    /// `wanted` gives the key of each item and a stamp that changes whenever the item does, a hash of what it is
    /// made from; of one key given twice the last counts. `make` is asked for those alone that are new or
    /// have another stamp; the key of what it gives is set to the one asked for. All is there
    /// afterwards, or nothing has changed.
    ///
    /// # Errors
    ///
    /// [`ShelfError::Busy`] where another process writes to the folder, [`ShelfError::Write`] where it cannot be
    /// written.
    pub fn sync<K, S>(
        &mut self,
        wanted: impl IntoIterator<Item = (K, S)>,
        mut make: impl FnMut(&str) -> Item,
    ) -> Result<Synced, ShelfError>
    where
        K: Into<String>,
        S: Into<String>,
    {
        let wanted: BTreeMap<String, String> = wanted
            .into_iter()
            .map(|(key, stamp)| (key.into(), stamp.into()))
            .collect();
        let held = self.reading.stamps();
        let gone: Vec<&String> = held
            .keys()
            .filter(|key| !wanted.contains_key(*key))
            .collect();
        let new: Vec<(&String, &String)> = wanted
            .iter()
            .filter(|(key, stamp)| held.get(*key) != Some(*stamp))
            .collect();
        let synced = Synced {
            indexed: new.len(),
            dropped: gone.len(),
            kept: wanted.len() - new.len(),
        };
        if synced.indexed + synced.dropped == 0 {
            return Ok(synced);
        }
        let mut writer = self.writer()?;
        for key in gone {
            writer.delete_term(Term::from_field_text(self.fields.key, key));
        }
        for (key, stamp) in new {
            if held.contains_key(key) {
                writer.delete_term(Term::from_field_text(self.fields.key, key));
            }
            let item = Item {
                key: key.clone(),
                ..make(key)
            };
            writer.add_document(self.fields.document(&item, stamp)?)?;
        }
        writer.commit()?;
        writer.wait_merging_threads()?;
        self.reading = Arc::new(Reading::of(&self.index, self.fields)?);
        Ok(synced)
    }

    fn writer(&self) -> Result<IndexWriter, ShelfError> {
        let options = IndexWriterOptions::builder()
            .num_worker_threads(THREADS)
            .memory_budget_per_thread(MEMORY)
            .build();
        let writer = self.index.writer_with_options(options).map_err(|why| {
            match (&why, &self.folder) {
                (TantivyError::LockFailure(..), Some(folder)) => ShelfError::Busy {
                    folder: folder.clone(),
                },
                _ => why.into(),
            }
        })?;
        let mut merging = LogMergePolicy::default();
        merging.set_del_docs_ratio_before_merge(EMPTIED);
        writer.set_merge_policy(Box::new(merging));
        Ok(writer)
    }
}

fn marker() -> String {
    format!("{{ \"form\": {FORM} }}\n")
}

fn tokenizers() -> TokenizerManager {
    let tokenizers = TokenizerManager::default();
    tokenizers.register("words", TextAnalyzer::from(Words::default()));
    tokenizers
}

/// The fields of the index.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields {
    pub(crate) key: Field,
    pub(crate) title: Field,
    pub(crate) names: Field,
    pub(crate) record: Field,
    pub(crate) text: Field,
    pub(crate) whole: Field,
    stamp: Field,
    tongue: Field,
    earliest: Field,
    latest: Field,
    columns: [Field; COLUMNS.len()],
}

/// Columns by which one filters and counts; `meeting-title` and `symbol` for filters alone.
pub(crate) const COLUMNS: [&str; 12] = [
    "state",
    "group",
    "theme",
    "treaty",
    "meeting",
    "kind",
    "language",
    "year",
    "speaker",
    "place",
    "symbol",
    "meeting-title",
];

impl Fields {
    fn schema() -> Schema {
        let mut schema = Schema::builder();
        let words = TextFieldIndexing::default()
            .set_tokenizer("words")
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let column = || TextOptions::default().set_fast("raw");
        schema.add_text_field("key", STRING.set_fast("raw"));
        schema.add_text_field("stamp", column());
        for field in ["title", "names", "record", "text"] {
            schema.add_text_field(
                field,
                TextOptions::default().set_indexing_options(words.clone()),
            );
        }
        schema.add_text_field("whole", STORED);
        schema.add_u64_field("tongue", NumericOptions::default().set_fast());
        schema.add_i64_field("earliest", NumericOptions::default().set_fast());
        schema.add_i64_field("latest", NumericOptions::default().set_fast());
        for name in COLUMNS {
            schema.add_text_field(name, column());
        }
        schema.build()
    }

    fn of(schema: &Schema) -> Result<Fields, TantivyError> {
        let field = |name: &str| schema.get_field(name);
        let mut columns = [field("key")?; COLUMNS.len()];
        for (column, name) in columns.iter_mut().zip(COLUMNS) {
            *column = field(name)?;
        }
        Ok(Fields {
            key: field("key")?,
            title: field("title")?,
            names: field("names")?,
            record: field("record")?,
            text: field("text")?,
            whole: field("whole")?,
            stamp: field("stamp")?,
            tongue: field("tongue")?,
            earliest: field("earliest")?,
            latest: field("latest")?,
            columns,
        })
    }

    fn document(&self, item: &Item, stamp: &str) -> Result<TantivyDocument, ShelfError> {
        let mut document = TantivyDocument::new();
        let language = item
            .language
            .as_deref()
            .map_or(Language::Other, Language::of_tag);
        let whole =
            serde_json::to_string(item).map_err(|why| ShelfError::Write(Box::new(why)))?;
        document.add_text(self.key, &item.key);
        document.add_text(self.stamp, stamp);
        document.add_text(self.whole, whole);
        document.add_text(self.title, spoken(language, [item.title.as_str()]));
        document.add_text(self.names, spoken(Language::Other, names(item)));
        document.add_text(self.record, spoken(Language::Other, record(item)));
        let paragraphs = item.text.iter().map(|paragraph| paragraph.text.as_str());
        document.add_text(self.text, spoken(language, paragraphs));
        document.add_u64(self.tongue, u64::from(language.number()));
        if let Some(date) = item.date {
            document.add_i64(self.earliest, day_number(date.earliest()));
            document.add_i64(self.latest, day_number(date.latest()));
        }
        for (field, name) in self.columns.iter().zip(COLUMNS) {
            for value in values(item, name) {
                document.add_text(*field, value);
            }
        }
        Ok(document)
    }
}

/// A text as the tokenizer takes it: the letter of its language, then its parts.
fn spoken<'a>(language: Language, parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut out = String::from(language.letter());
    for part in parts {
        if part.contains(BREAK) {
            out.push_str(&part.replace(BREAK, " "));
        } else {
            out.push_str(part);
        }
        out.push(BREAK);
    }
    out
}

/// Who speaks.
fn names(item: &Item) -> impl Iterator<Item = &str> {
    let one = [item.speaker.as_deref(), item.post.as_deref()];
    let many = item.names.iter().chain(&item.states).chain(&item.groups);
    one.into_iter().flatten().chain(many.map(String::as_str))
}

/// What the record says of it beside that.
fn record(item: &Item) -> impl Iterator<Item = &str> {
    let one = [
        item.symbol.as_deref(),
        item.place.as_deref(),
        item.kind.as_deref(),
    ];
    let meeting = item.meeting.iter().map(|meeting| meeting.title.as_str());
    let many = item.treaties.iter().chain(&item.themes).map(String::as_str);
    one.into_iter().flatten().chain(meeting).chain(many)
}

/// The values of an item in a column.
fn values(item: &Item, column: &str) -> Vec<String> {
    let one = |value: &Option<String>| value.iter().cloned().collect();
    match column {
        "state" => item.states.clone(),
        "group" => item.groups.clone(),
        "theme" => item.themes.clone(),
        "treaty" => item.treaties.clone(),
        "meeting" => item
            .meeting
            .iter()
            .filter_map(|meeting| meeting.slug.clone())
            .collect(),
        "meeting-title" => item
            .meeting
            .iter()
            .map(|meeting| meeting.title.clone())
            .collect(),
        "kind" => one(&item.kind),
        "language" => item.language.iter().map(|tag| primary(tag)).collect(),
        "year" => item
            .date
            .iter()
            .map(|date| date.earliest().year().to_string())
            .collect(),
        "speaker" => one(&item.speaker),
        "place" => one(&item.place),
        "symbol" => one(&item.symbol),
        _ => Vec::new(),
    }
}

/// Days since 1 January 1970.
pub(crate) fn day_number(day: Date) -> i64 {
    let start = Date::constant(1970, 1, 1);
    let span = day.duration_since(start);
    span.as_hours() / 24
}
