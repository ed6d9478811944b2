//! A demonstration: the records of campaigns that are over, for a newcomer to look at and to take
//! away again. No ledger begins with them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use ledger::Body;
use serde::Deserialize;
use treaty::Source;

use crate::files;
use crate::table::FactsError;

/// Who is said to have recorded the demonstration.
pub const DEMO_AUTHOR: &str = "accede demo";

/// A record of the demonstration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoRecord {
    /// What its file calls it.
    pub name: String,
    /// The document and the paragraph in which it can be checked.
    pub source: Source,
    /// What it says.
    pub body: Body,
}

#[derive(Deserialize)]
struct Read {
    source: BTreeMap<String, Document>,
    record: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    title: String,
    as_at: Option<Date>,
}

#[derive(Deserialize)]
struct Row {
    name: String,
    source: String,
    place: String,
    #[serde(flatten)]
    body: Body,
}

/// The records of the demonstration, in their order; the same at every call.
///
/// # Errors
///
/// [`FactsError`], with the file. The tests keep it from a release.
pub fn demo() -> Result<Vec<DemoRecord>, FactsError> {
    let mut records = Vec::new();
    for file in files::DEMO {
        let read: Read = toml::from_str(file.text).map_err(|source| FactsError::Demo {
            file: file.path,
            source: Box::new(source),
        })?;
        for row in read.record {
            records.push(row.cited(file.path, &read.source)?);
        }
    }
    Ok(records)
}

impl Row {
    fn cited(
        self,
        file: &'static str,
        documents: &BTreeMap<String, Document>,
    ) -> Result<DemoRecord, FactsError> {
        let Some(document) = documents.get(&self.source) else {
            return Err(FactsError::DemoSource {
                file,
                record: self.name,
                source_name: self.source,
            });
        };
        let source = Source {
            as_at: document.as_at,
            place: Some(self.place),
            ..Source::cited(document.title.clone())
        };
        Ok(DemoRecord {
            name: self.name,
            source,
            body: self.body,
        })
    }
}
