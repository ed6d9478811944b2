//! The record as tables, made once for a world and a day and kept until another is asked for.

use std::sync::Arc;

use axum::body::Bytes;
use dataset::Dataset;
use serde_json::Value;
use tokio::sync::Mutex;

use crate::asked::Asked;
use crate::problem::Problem;

/// The tables made last. One set is made at a time: it takes a core, and some ten megabytes.
#[derive(Default)]
pub(crate) struct Tables(Mutex<Option<(String, Arc<Made>)>>);

/// The files of one world and day.
pub(crate) struct Made {
    /// Each table with its number of rows and its CSV, in the order of [`dataset::TABLES`].
    pub(crate) csv: Vec<(usize, Bytes)>,
    pub(crate) package: Value,
    pub(crate) datasette: Value,
    pub(crate) sqlite: Bytes,
}

impl Made {
    /// The CSV of a table.
    pub(crate) fn table(&self, name: &str) -> Option<Bytes> {
        let at = dataset::TABLES
            .iter()
            .position(|table| table.name == name)?;
        self.csv.get(at).map(|(_, bytes)| bytes.clone())
    }
}

impl Asked {
    /// The tables of the world and day of this request.
    pub(crate) async fn made(self: &Arc<Asked>) -> Result<Arc<Made>, Problem> {
        let head = self.world.head();
        let key = format!("{}|{}|{}", head.link, self.world.known(), self.on);
        let mut kept = self.tables.0.lock().await;
        if let Some((of, made)) = &*kept
            && *of == key
        {
            return Ok(made.clone());
        }
        let asked = self.clone();
        let making = tokio::task::spawn_blocking(move || {
            let set = Dataset::new(&asked.world, asked.on);
            let rows = set.tables().iter();
            Ok::<_, dataset::SqliteError>(Made {
                csv: rows
                    .map(|filled| (filled.rows.len(), Bytes::from(filled.csv())))
                    .collect(),
                package: set.package(),
                datasette: set.datasette(),
                sqlite: Bytes::from(set.sqlite()?),
            })
        });
        match making.await {
            Ok(Ok(made)) => {
                let made = Arc::new(made);
                *kept = Some((key, made.clone()));
                Ok(made)
            }
            Ok(Err(cause)) => {
                tracing::error!(%cause, "the tables could not be made");
                Err(Problem::Ours)
            }
            Err(cause) => {
                tracing::error!(%cause, "making the tables did not finish");
                Err(Problem::Ours)
            }
        }
    }
}
