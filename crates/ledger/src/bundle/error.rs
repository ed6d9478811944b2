//! Why bytes are no bundle that can be believed to be whole.

/// Nothing of the bundle was taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// Too many bytes.
    #[error("it has {0} bytes, and a bundle has at most {most}", most = super::LARGEST)]
    TooLarge(usize),
    /// Not the archive that a writer of bundles makes.
    #[error("it is no bundle as one is written, or it was altered: {0}")]
    Archive(String),
    /// Of a version this program does not read.
    #[error(
        "it is written in version {0} of the format, and this program reads version {known}; use a newer version of the program",
        known = super::FORMAT_VERSION
    )]
    UnknownVersion(u64),
    /// The manifest cannot be read, or says what it cannot.
    #[error("what it says of itself cannot be read: {0}")]
    Manifest(String),
    /// Not signed by the key it names.
    #[error(
        "its signature is not that of the key it names: it was altered, or made by somebody else"
    )]
    Signature,
    /// A file in it is not the one that was signed.
    #[error("`{0}` in it is not what was signed")]
    Altered(String),
    /// An entry that cannot be one.
    #[error("its {at}. entry cannot be: {why}")]
    Entry {
        /// Which, from 1.
        at: u64,
        /// Why.
        why: String,
    },
    /// The entries are not those of a strand it says it has whole.
    #[error("the entries for `{0}` are not all that it says it has")]
    Strand(String),
    /// What is to be written has no canonical form, or is too much.
    #[error("it cannot be written: {0}")]
    NotWritable(String),
}
