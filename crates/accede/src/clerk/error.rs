//! Why nothing was recorded, and what whoever asked is told of it.

use ledger::AppendError;

use super::Refused;
use crate::failure::Failure;
use crate::record::Damaged;

/// Nothing was recorded.
#[derive(Debug, thiserror::Error)]
pub enum ClerkError {
    /// The proposal itself found that it must not be recorded.
    #[error("the proposal was not made")]
    NotProposed(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The clerk refused it.
    #[error("the clerk refused the {}. entry proposed", .at + 1)]
    Refused {
        /// Which draft, from 0.
        at: usize,
        /// Why.
        #[source]
        source: Refused,
    },
    /// The ledger is damaged.
    #[error("the ledger is damaged")]
    Damaged(#[source] Damaged),
    /// The store refused.
    #[error("the entries could not be written")]
    Store(#[source] AppendError),
    /// The store gave out so late, and for so long, that nobody knows.
    #[error("whether the entries were written is not known")]
    Unknown(#[source] AppendError),
    /// Other writers got there first too often.
    #[error("other writers got there first {0} times in a row")]
    Busy(u32),
    /// The clerk is gone.
    #[error("the clerk has stopped")]
    Gone,
}

impl From<ClerkError> for Failure {
    fn from(error: ClerkError) -> Failure {
        match error {
            ClerkError::NotProposed(error) => match error.downcast::<Failure>() {
                Ok(failure) => *failure,
                Err(error) => Failure::bad_input("nothing was recorded").because(error),
            },
            ClerkError::Damaged(damaged) => Failure::from(damaged),
            ClerkError::Refused { .. } => {
                Failure::bad_input("nothing was recorded").because(error)
            }
            ClerkError::Unknown(_) => Failure::store("nobody knows whether this was recorded")
                .because(error)
                .hint(
                    "it was recorded whole, or not at all: when the ledger can be read again, look \
                     before you record it once more",
                ),
            ClerkError::Store(_) | ClerkError::Busy(_) | ClerkError::Gone => {
                Failure::store("nothing was recorded")
                    .because(error)
                    .hint("the ledger is as it was; see that the disk has room, and try again")
            }
        }
    }
}
