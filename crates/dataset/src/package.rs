//! The data package: what each file holds, so that programs need not guess.
//!
//! Data Package 2.0 and Table Schema 2.0 (datapackage.org), in the words that version 1 knows too.

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::{Column, Dataset, Filled, Kind};

/// What stands in the package and in the database on rights and origin.
pub(crate) const LICENCE: &str = "Facts of treaty status are not subject to copyright. Texts of declarations, reservations and \
     objections, and the compilations of the sources, keep their own terms.";

/// What everybody should know who uses the tables.
pub(crate) const ABOUT: &str = "Who signed, joined, left and stands where under disarmament treaties; what is owed and when; the \
     meetings, who held which office, what was agreed, said and given; and for every row the entries of the ledger, with their sources, that it rests on. Not an \
     official publication of any depositary: the depositary's own notification is what counts in law.";

/// The sources that come first.
pub(crate) const SOURCES: [(&str, &str); 2] = [
    (
        "United Nations Treaty Collection, status of treaties",
        "https://treaties.un.org/",
    ),
    (
        "United Nations Office for Disarmament Affairs, treaties database",
        "https://treaties.unoda.org/",
    ),
];

pub(crate) fn package(dataset: &Dataset) -> Value {
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "accede",
        "title": "Disarmament treaties: acts, standings, duties, meetings",
        "description": ABOUT,
        "version": format!("{}+{}", dataset.version, dataset.head.get(..16).unwrap_or(&dataset.head)),
        "created": dataset.known.to_string(),
        "keywords": ["disarmament", "treaties", "ratification", "international law"],
        "licenses": [{
            "name": "other-open",
            "path": "https://opendefinition.org/licenses/",
            "title": LICENCE,
        }],
        "sources": SOURCES.iter()
            .map(|(title, path)| json!({"title": title, "path": path}))
            .collect::<Vec<_>>(),
        "on": dataset.on.to_string(),
        "known": dataset.known.to_string(),
        "head": {"entries": dataset.entries, "link": dataset.head},
        "resources": dataset.tables().iter().map(resource).collect::<Vec<_>>(),
    })
}

fn resource(filled: &Filled) -> Value {
    let table = filled.table;
    let bytes = filled.csv();
    let hash: String = Sha256::digest(&bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    json!({
        "name": table.name,
        "type": "table",
        "title": table.title,
        "description": table.what,
        "path": format!("{}.csv", table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": bytes.len(),
        "hash": format!("sha256:{hash}"),
        "dialect": {
            "$schema": "https://datapackage.org/profiles/2.0/tabledialect.json",
            "lineTerminator": "\r\n",
        },
        "schema": schema(filled),
    })
}

fn schema(filled: &Filled) -> Value {
    let table = filled.table;
    let refers = table.refers.iter().map(|to| {
        json!({
            "fields": to.columns,
            "reference": {"resource": to.table, "fields": to.at},
        })
    });
    let mut schema = json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": table.columns.iter().map(field).collect::<Vec<_>>(),
        "missingValues": [""],
        "primaryKey": table.key,
    });
    let refers: Vec<_> = refers.collect();
    if !refers.is_empty() {
        schema["foreignKeys"] = refers.into();
    }
    schema
}

fn field(column: &Column) -> Value {
    let (kind, format, pattern) = match column.kind {
        Kind::Text => ("string", None, None),
        Kind::Integer => ("integer", None, None),
        Kind::Boolean => ("boolean", None, None),
        Kind::Day => ("date", None, None),
        Kind::PartialDay => ("string", None, Some("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")),
        Kind::Moment => ("string", None, Some("^[0-9]{4}-[0-9]{2}-[0-9]{2}T.*Z$")),
        Kind::Code => ("string", None, Some("^[A-Z]{3}$")),
        Kind::Address => ("string", Some("uri"), None),
    };
    let mut constraints = Map::new();
    if column.always {
        constraints.insert("required".to_owned(), true.into());
    }
    if let Some(pattern) = pattern {
        constraints.insert("pattern".to_owned(), pattern.into());
    }
    let mut field = json!({
        "name": column.name,
        "type": kind,
        "description": column.what,
    });
    if let Some(format) = format {
        field["format"] = format.into();
    }
    if !constraints.is_empty() {
        field["constraints"] = constraints.into();
    }
    field
}
