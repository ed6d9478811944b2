//! What a shelf holds at one moment, as questions are asked of it.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use tantivy::columnar::{Column, StrColumn};
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::{Field, IndexRecordOption, Value};
use tantivy::store::StoreReader;
use tantivy::{DocSet, Index, InvertedIndexReader, ReloadPolicy, SegmentReader, TERMINATED};
use tantivy::{TantivyDocument, TantivyError};

use crate::bits::Bits;
use crate::found::Part;
use crate::item::Item;
use crate::language::Language;
use crate::shelf::{COLUMNS, Fields};

/// An index could not be read: the disk failed, or a file was changed while it was open.
#[derive(Debug, thiserror::Error)]
#[error("the search index could not be read; delete its folder to have it made anew")]
pub struct ReadError(#[source] Box<dyn std::error::Error + Send + Sync>);

impl From<TantivyError> for ReadError {
    fn from(source: TantivyError) -> Self {
        ReadError(Box::new(source))
    }
}

impl From<io::Error> for ReadError {
    fn from(source: io::Error) -> Self {
        ReadError(Box::new(source))
    }
}

impl From<serde_json::Error> for ReadError {
    fn from(source: serde_json::Error) -> Self {
        ReadError(Box::new(source))
    }
}

/// What a shelf holds at one moment.
pub struct Reading {
    pub(crate) segments: Vec<Segment>,
    lengths: Lengths,
}

/// A part of an index, and what is asked of each of its documents so often that it is held ready.
pub(crate) struct Segment {
    pub(crate) len: usize,
    pub(crate) live: Bits,
    pub(crate) keys: Vec<Box<str>>,
    pub(crate) tongues: Vec<u8>,
    /// The days between which a document lies, in days since 1970; none where it bears no date.
    pub(crate) days: Vec<Option<(i64, i64)>>,
    lists: [Arc<InvertedIndexReader>; 4],
    norms: [FieldNormReader; 4],
    columns: Vec<Values>,
    stamps: Values,
    store: StoreReader,
    whole: Field,
}

/// A column: its values in order, and which of them each document has.
#[derive(Default)]
pub(crate) struct Values {
    pub(crate) values: Vec<Box<str>>,
    column: Option<StrColumn>,
}

impl Values {
    fn of(column: Option<StrColumn>) -> Result<Values, ReadError> {
        let mut values = Vec::new();
        if let Some(column) = &column {
            let mut stream = column.dictionary().stream()?;
            while stream.advance() {
                values.push(String::from_utf8_lossy(stream.key()).as_ref().into());
            }
        }
        Ok(Values { values, column })
    }

    /// The places of a document's values among all.
    pub(crate) fn places(&self, doc: usize) -> impl Iterator<Item = usize> + '_ {
        let numbers = self
            .column
            .iter()
            .flat_map(move |column| column.term_ords(row(doc)));
        numbers.map(|ord| usize::try_from(ord).expect("fewer values than memory"))
    }

    /// The first value of a document.
    fn first(&self, doc: usize) -> Option<&str> {
        self.places(doc).next().map(|at| &*self.values[at])
    }
}

/// Number of documents and of their words, by language and part. Counted over live documents, from the lengths that
/// scores are reckoned with, so that they add up over segments and shelves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Lengths {
    documents: [[u64; 2]; Language::ALL.len()],
    words: [[u64; 2]; Language::ALL.len()],
}

impl Lengths {
    /// Title and text have lengths that matter.
    fn place(part: Part) -> Option<usize> {
        match part {
            Part::Title => Some(0),
            Part::Text => Some(1),
            Part::Names | Part::Record => None,
        }
    }

    fn count(&mut self, tongue: u8, part: Part, words: u32) {
        if let Some(place) = Lengths::place(part)
            && words > 0
        {
            self.documents[usize::from(tongue)][place] += 1;
            self.words[usize::from(tongue)][place] += u64::from(words);
        }
    }

    pub(crate) fn add(&mut self, other: &Lengths) {
        for tongue in 0..Language::ALL.len() {
            for place in 0..2 {
                self.documents[tongue][place] += other.documents[tongue][place];
                self.words[tongue][place] += other.words[tongue][place];
            }
        }
    }

    /// The mean length of a part among the documents of a language that have it.
    pub(crate) fn mean(&self, tongue: u8, part: Part) -> f64 {
        let Some(place) = Lengths::place(part) else {
            return 1.0;
        };
        let documents = self.documents[usize::from(tongue)][place];
        match documents {
            0 => 1.0,
            _ => real(self.words[usize::from(tongue)][place]) / real(documents),
        }
    }

    /// Whether there is any document of the language.
    pub(crate) fn speaks(&self, language: Language) -> bool {
        self.documents[usize::from(language.number())]
            .iter()
            .any(|count| *count > 0)
    }
}

/// A count as a number to reckon with; exact up to 2^53.
pub(crate) fn real(count: u64) -> f64 {
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of words stay far below 2^53"
    )]
    let real = count as f64;
    real
}

impl Reading {
    pub(crate) fn of(index: &Index, fields: Fields) -> Result<Reading, ReadError> {
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        let mut segments = Vec::new();
        let mut lengths = Lengths::default();
        for reader in reader.searcher().segment_readers() {
            let segment = Segment::of(reader, fields)?;
            for doc in segment.live.iter() {
                for part in Part::ALL {
                    lengths.count(segment.tongues[doc], part, segment.length(part, doc));
                }
            }
            segments.push(segment);
        }
        Ok(Reading { segments, lengths })
    }

    /// How many items it holds.
    pub fn len(&self) -> u64 {
        self.segments
            .iter()
            .map(|segment| segment.live.count())
            .sum()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(crate) fn lengths(&self) -> &Lengths {
        &self.lengths
    }

    /// The stamp of each key.
    pub(crate) fn stamps(&self) -> BTreeMap<String, String> {
        let mut stamps = BTreeMap::new();
        for segment in &self.segments {
            for doc in segment.live.iter() {
                let stamp = segment.stamps.first(doc).unwrap_or_default().to_owned();
                stamps.insert(segment.keys[doc].to_string(), stamp);
            }
        }
        stamps
    }
}

/// A document's number as the index counts.
pub(crate) fn row(doc: usize) -> u32 {
    u32::try_from(doc).expect("segments have fewer than 2^31 documents")
}

/// A number of the index as a place in a list.
pub(crate) fn place(number: u32) -> usize {
    usize::try_from(number).expect("machines have 32 bits or more")
}

impl Segment {
    fn of(reader: &SegmentReader, fields: Fields) -> Result<Segment, ReadError> {
        let len = place(reader.max_doc());
        let mut live = Bits::none(len);
        reader
            .doc_ids_alive()
            .for_each(|doc| live.insert(place(doc)));
        let fast = reader.fast_fields();
        let parts = [fields.title, fields.names, fields.record, fields.text];
        let list = |field| reader.inverted_index(field);
        let norm = |field| reader.get_fieldnorms_reader(field);
        let mut columns = Vec::new();
        for name in COLUMNS {
            columns.push(Values::of(fast.str(name)?)?);
        }
        let keys = Values::of(fast.str("key")?)?;
        let [title, names, record, text] = parts;
        Ok(Segment {
            len,
            live,
            keys: (0..len)
                .map(|doc| keys.first(doc).unwrap_or_default().into())
                .collect(),
            tongues: tongues(&fast.u64("tongue")?, len),
            days: days(
                fast.column_opt("earliest")?,
                fast.column_opt("latest")?,
                len,
            ),
            lists: [list(title)?, list(names)?, list(record)?, list(text)?],
            norms: [norm(title)?, norm(names)?, norm(record)?, norm(text)?],
            columns,
            stamps: Values::of(fast.str("stamp")?)?,
            store: reader.get_store_reader(4)?,
            whole: fields.whole,
        })
    }

    fn list(&self, part: Part) -> &InvertedIndexReader {
        &self.lists[part.place()]
    }

    /// The length of a part of a document in words, as exactly as it is kept.
    pub(crate) fn length(&self, part: Part, doc: usize) -> u32 {
        self.norms[part.place()].fieldnorm(row(doc))
    }

    /// Each term of a part between two bounds, the first included.
    pub(crate) fn terms(
        &self,
        part: Part,
        from: &str,
        to: &str,
        mut told: impl FnMut(&str),
    ) -> Result<(), ReadError> {
        let mut stream = self
            .list(part)
            .terms()
            .range()
            .ge(from)
            .lt(to)
            .into_stream()?;
        while stream.advance() {
            if let Ok(term) = std::str::from_utf8(stream.key()) {
                told(term);
            }
        }
        Ok(())
    }

    /// The documents with a term, live or not.
    pub(crate) fn postings(
        &self,
        part: Part,
        term: &str,
        with: IndexRecordOption,
    ) -> Result<Option<SegmentPostings>, ReadError> {
        let list = self.list(part);
        let Some(info) = list.terms().get(term.as_bytes())? else {
            return Ok(None);
        };
        Ok(Some(list.read_postings_from_terminfo(&info, with)?))
    }

    /// Tells each document with a term, live or not, and how often it has it.
    pub(crate) fn each(
        &self,
        part: Part,
        term: &str,
        mut told: impl FnMut(usize, u32),
    ) -> Result<(), ReadError> {
        if let Some(mut postings) = self.postings(part, term, IndexRecordOption::WithFreqs)? {
            let mut doc = postings.doc();
            while doc != TERMINATED {
                told(place(doc), postings.term_freq());
                doc = postings.advance();
            }
        }
        Ok(())
    }

    /// The column of a name of [`COLUMNS`].
    pub(crate) fn column(&self, name: &str) -> Option<&Values> {
        let at = COLUMNS.iter().position(|one| *one == name)?;
        self.columns.get(at)
    }

    /// The item as it was given.
    pub(crate) fn item(&self, doc: usize) -> Result<Item, ReadError> {
        let document: TantivyDocument = self.store.get(row(doc))?;
        let whole = document
            .get_first(self.whole)
            .and_then(|value| value.as_str());
        Ok(serde_json::from_str(whole.unwrap_or("{}"))?)
    }

    /// The document of a key.
    pub(crate) fn find(&self, key: &str) -> Option<usize> {
        self.live.iter().find(|doc| *self.keys[*doc] == *key)
    }
}

fn tongues(column: &Column<u64>, len: usize) -> Vec<u8> {
    let other = Language::Other.number();
    let of = |doc| {
        column
            .first(row(doc))
            .and_then(|number| u8::try_from(number).ok())
    };
    (0..len)
        .map(|doc| of(doc).unwrap_or(other).min(other))
        .collect()
}

fn days(
    earliest: Option<Column<i64>>,
    latest: Option<Column<i64>>,
    len: usize,
) -> Vec<Option<(i64, i64)>> {
    let of = |column: &Option<Column<i64>>, doc| column.as_ref()?.first(row(doc));
    (0..len)
        .map(|doc| Some((of(&earliest, doc)?, of(&latest, doc)?)))
        .collect()
}
