//! The sources behind the rows.

use std::collections::BTreeMap;

use jiff::civil::Date;
use treaty::{Confidence, PartialDate, Source};

use crate::files;
use crate::records::NoteGoes;
use crate::table::{FactsError, Row, rows};

const COLUMNS: &[&str] = &["name", "what", "url", "as_at"];

/// The sources with an address or a day of their own, by the name rows cite them under.
#[derive(Debug)]
pub(crate) struct Sources(BTreeMap<String, Known>);

#[derive(Debug)]
struct Known {
    url: Option<String>,
    as_at: Option<Date>,
}

impl Sources {
    /// Reads `facts/sources.csv`.
    pub(crate) fn read() -> Result<Sources, FactsError> {
        let mut known = BTreeMap::new();
        for row in rows(files::SOURCES, COLUMNS)? {
            let as_at = row
                .parse_optional::<PartialDate>("as_at")?
                .and_then(PartialDate::day);
            row.required("what")?;
            let name = row.required("name")?.to_owned();
            if known
                .insert(
                    name,
                    Known {
                        url: row.optional("url"),
                        as_at,
                    },
                )
                .is_some()
            {
                return Err(row.wrong("name", "is listed twice"));
            }
        }
        Ok(Sources(known))
    }

    /// The source of a row, as an entry carries it. Where a row names several, separated by
    /// `; `, the first is the leading one: address and day are those of it.
    pub(crate) fn of(
        &self,
        row: &Row,
        confidence: Option<Confidence>,
        note: NoteGoes,
    ) -> Result<Source, FactsError> {
        let note = match note {
            NoteGoes::WithPlace => row.optional("note"),
            NoteGoes::InBody => None,
        };
        let remarks: Vec<_> = row
            .where_there("paragraph")
            .into_iter()
            .chain(note)
            .collect();
        let place = match remarks.is_empty() {
            true => row.place(),
            false => format!("{} ({})", row.place(), remarks.join("; ")),
        };
        let title = row.required("source")?;
        let leading = title.split("; ").next().and_then(|name| self.0.get(name));
        Ok(Source {
            url: leading.and_then(|known| known.url.clone()),
            as_at: leading.and_then(|known| known.as_at),
            place: Some(place),
            confidence,
            ..Source::cited(title)
        })
    }
}
