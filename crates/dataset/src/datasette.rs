//! What Datasette shows beside the tables: titles, descriptions, sources.

use serde_json::{Map, Value, json};

use crate::package::{ABOUT, LICENCE, SOURCES};
use crate::views::VIEWS;
use crate::{Dataset, Filled};

pub(crate) fn metadata(dataset: &Dataset) -> Value {
    let mut tables: Map<String, Value> = dataset
        .tables()
        .iter()
        .map(|filled| (filled.table.name.to_owned(), table(filled)))
        .collect();
    for view in &VIEWS {
        tables.insert(
            view.name.to_owned(),
            json!({"title": view.title, "description": view.what}),
        );
    }
    let (source, source_url) = SOURCES[0];
    json!({
        "title": "Accede: disarmament treaties",
        "description": format!(
            "{ABOUT} Legal day: {}. Known: {}. Head of the ledger: {} ({} entries).",
            dataset.on, dataset.known, dataset.head, dataset.entries,
        ),
        "license": LICENCE,
        "source": source,
        "source_url": source_url,
        "databases": {"accede": {"tables": tables}},
    })
}

fn table(filled: &Filled) -> Value {
    let table = filled.table;
    let columns: Map<String, Value> = table
        .columns
        .iter()
        .map(|column| (column.name.to_owned(), column.what.into()))
        .collect();
    let label = ["title", "name", "source"]
        .into_iter()
        .find(|label| table.columns.iter().any(|column| column.name == *label));
    let mut out = json!({
        "title": table.title,
        "description": table.what,
        "columns": columns,
    });
    if let Some(label) = label {
        out["label_column"] = label.into();
    }
    out
}
