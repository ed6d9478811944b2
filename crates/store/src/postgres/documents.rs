//! Documents in the database, so that every node has them.

use super::{DatabaseError, Postgres};
use crate::{BlobError, Blobs, DocumentId, Documents};

impl Documents for Postgres {
    fn put(&self, bytes: &[u8]) -> Result<DocumentId, BlobError> {
        let len = bytes.len() as u64;
        if len > Blobs::MAX_LEN {
            return Err(BlobError::TooLarge { len });
        }
        let id = DocumentId::of(bytes);
        if self.contains(&id)? {
            return Ok(id);
        }
        self.ask(|client| {
            client.execute(
                "INSERT INTO accede.documents (sha256, bytes) VALUES ($1, $2) \
                 ON CONFLICT DO NOTHING",
                &[&id.as_str(), &bytes],
            )?;
            Ok(())
        })
        .map_err(|error| failed("keep", error))?;
        Ok(id)
    }

    fn get(&self, id: &DocumentId) -> Result<Vec<u8>, BlobError> {
        let bytes: Option<Vec<u8>> = self
            .ask(|client| {
                let row = client.query_opt(
                    "SELECT bytes FROM accede.documents WHERE sha256 = $1",
                    &[&id.as_str()],
                )?;
                Ok(row.map(|row| row.try_get(0)).transpose()?)
            })
            .map_err(|error| failed("read", error))?;
        crate::documents::unaltered(id, bytes)
    }

    fn contains(&self, id: &DocumentId) -> Result<bool, BlobError> {
        self.ask(|client| {
            let row = client.query_opt(
                "SELECT FROM accede.documents WHERE sha256 = $1",
                &[&id.as_str()],
            )?;
            Ok(row.is_some())
        })
        .map_err(|error| failed("look for", error))
    }

    fn ids(&self) -> Result<Vec<DocumentId>, BlobError> {
        let names: Vec<String> = self
            .ask(|client| {
                let rows =
                    client.query("SELECT sha256 FROM accede.documents ORDER BY sha256", &[])?;
                Ok(rows
                    .iter()
                    .map(|row| row.try_get(0))
                    .collect::<Result<_, _>>()?)
            })
            .map_err(|error| failed("list", error))?;
        Ok(names.iter().filter_map(|name| name.parse().ok()).collect())
    }
}

fn failed(what: &'static str, error: DatabaseError) -> BlobError {
    BlobError::Store {
        what,
        source: Box::new(error),
    }
}
