//! What any keeper of documents promises.

use crate::{BlobError, DocumentId};

/// Documents by the hash of their bytes: written once, never changed, checked when they are read.
pub trait Documents: Send {
    /// Keeps a document and gives its name. When this returns, it is on disk.
    ///
    /// # Errors
    ///
    /// [`BlobError`]
    fn put(&self, bytes: &[u8]) -> Result<DocumentId, BlobError>;

    /// The bytes of a document, as they were put.
    ///
    /// # Errors
    ///
    /// [`BlobError::NotFound`]; [`BlobError::Altered`] if the bytes kept are others.
    fn get(&self, id: &DocumentId) -> Result<Vec<u8>, BlobError>;

    /// Whether a document is kept here. Does not read it.
    ///
    /// # Errors
    ///
    /// [`BlobError`] if that cannot be told.
    fn contains(&self, id: &DocumentId) -> Result<bool, BlobError>;

    /// The names of all documents, in their order.
    ///
    /// # Errors
    ///
    /// [`BlobError`] if they cannot be listed.
    fn ids(&self) -> Result<Vec<DocumentId>, BlobError>;
}

/// The bytes found under a name, if they are the ones that were put.
pub(crate) fn unaltered(id: &DocumentId, bytes: Option<Vec<u8>>) -> Result<Vec<u8>, BlobError> {
    let bytes = bytes.ok_or_else(|| BlobError::NotFound(id.clone()))?;
    let found = DocumentId::of(&bytes);
    if found == *id {
        return Ok(bytes);
    }
    let id = id.clone();
    Err(BlobError::Altered { id, found })
}

/// Copies the documents that `to` does not have; gives how many it has now, and how many of them
/// are new.
///
/// # Errors
///
/// [`BlobError`]; what was copied by then stays, and is not copied again.
pub fn copy_documents(
    from: &dyn Documents,
    to: &dyn Documents,
) -> Result<(usize, usize), BlobError> {
    let ids = from.ids()?;
    let mut copied = 0;
    for id in &ids {
        if !to.contains(id)? {
            to.put(&from.get(id)?)?;
            copied += 1;
        }
    }
    Ok((ids.len(), copied))
}
