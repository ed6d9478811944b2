//! What can be wrong with a database, in words that say what to do.

use postgres::error::SqlState;

use crate::FORMAT;

/// Why a PostgreSQL database did not do what it was asked to. Never has a password in it.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    /// What was given is no address of a database.
    #[error("that is no address of a PostgreSQL database: {0}")]
    Url(String),
    /// Nobody answers there.
    #[error(
        "no PostgreSQL server answers at {at}; see that it runs and that the address is right"
    )]
    Unreachable {
        /// The database.
        at: String,
        /// What the system said.
        source: postgres::Error,
    },
    /// The server does not know the user, or the password is wrong.
    #[error(
        "the server at {at} does not let this user in: the name or the password is wrong, or pg_hba.conf does not allow it"
    )]
    NotLetIn {
        /// The database.
        at: String,
        /// What the server said.
        source: postgres::Error,
    },
    /// There is no such database.
    #[error("there is no such database at {at}; create it with `createdb`")]
    NoDatabase {
        /// The database.
        at: String,
        /// What the server said.
        source: postgres::Error,
    },
    /// The connection could not be protected.
    #[error("the connection to {at} could not be encrypted and verified: {what}")]
    NotEncrypted {
        /// The database.
        at: String,
        /// What is wrong.
        what: String,
    },
    /// No ledger was ever written there.
    #[error("there is no ledger in {0}")]
    NoLedger(String),
    /// The schema `accede` is of something else.
    #[error("what is in {at} is not a ledger: {what}")]
    NotALedger {
        /// The database.
        at: String,
        /// What it is instead.
        what: String,
    },
    /// Written by a newer program.
    #[error(
        "{at} has a ledger in format {found}, and this program knows formats up to {FORMAT}; use a newer version of the program"
    )]
    Newer {
        /// The database.
        at: String,
        /// Its format.
        found: i32,
    },
    /// The user may not do that.
    #[error(
        "the user of the database has not the right to do that; see docs/operations.md for the rights it needs"
    )]
    NotPermitted(#[source] postgres::Error),
    /// A replica, or a server set to be read only.
    #[error(
        "the server only reads: it is a replica, or set to be read only; write to the primary"
    )]
    ReadOnly(#[source] postgres::Error),
    /// No room.
    #[error("the server's disk is full; make room and try again")]
    DiskFull(#[source] postgres::Error),
    /// Another writer took too long.
    #[error("another program is writing to the ledger; try again when it has finished")]
    Locked(#[source] postgres::Error),
    /// The server has no connection left.
    #[error("the server has as many connections as it allows (max_connections)")]
    TooMany(#[source] postgres::Error),
    /// The connection ended.
    #[error("the connection to the server was cut, or the server went down")]
    CutOff(#[source] postgres::Error),
    /// A row that no ledger has.
    #[error("the row of entry {seq} is not one that this program writes: {what}")]
    Row {
        /// The number of the entry.
        seq: i64,
        /// What is wrong.
        what: &'static str,
    },
    /// Anything else that the server says.
    #[error("the database failed")]
    Other(#[source] postgres::Error),
}

impl DatabaseError {
    /// From what was said while connecting to `at`.
    pub(super) fn connecting(at: &str, error: postgres::Error) -> DatabaseError {
        let at = at.to_owned();
        let Some(code) = error.code() else {
            let told = error.to_string();
            if told.contains("TLS") {
                let cause = std::error::Error::source(&error);
                let what = cause.map_or(told, ToString::to_string);
                return DatabaseError::NotEncrypted { at, what };
            }
            if told.contains("password missing") || told.contains("invalid configuration") {
                return DatabaseError::NotLetIn { at, source: error };
            }
            return DatabaseError::Unreachable { at, source: error };
        };
        let not_let_in = [
            SqlState::INVALID_PASSWORD,
            SqlState::INVALID_AUTHORIZATION_SPECIFICATION,
        ];
        if not_let_in.contains(code) {
            return DatabaseError::NotLetIn { at, source: error };
        }
        if *code == SqlState::INVALID_CATALOG_NAME {
            return DatabaseError::NoDatabase { at, source: error };
        }
        DatabaseError::from(error)
    }

    /// Whether another attempt, with a new connection, may go better.
    pub fn is_cut_off(&self) -> bool {
        matches!(
            self,
            DatabaseError::CutOff(_) | DatabaseError::Unreachable { .. }
        )
    }
}

impl From<postgres::Error> for DatabaseError {
    fn from(error: postgres::Error) -> DatabaseError {
        let Some(code) = error.code() else {
            // Without a word of the server, it is the connection.
            return if error.is_closed() || of_the_system(&error) {
                DatabaseError::CutOff(error)
            } else {
                DatabaseError::Other(error)
            };
        };
        match code.code() {
            "42501" => DatabaseError::NotPermitted(error),
            "25006" => DatabaseError::ReadOnly(error),
            "53100" => DatabaseError::DiskFull(error),
            "55P03" | "57014" => DatabaseError::Locked(error),
            "53300" => DatabaseError::TooMany(error),
            "57P01" | "57P02" | "57P03" | "57P05" | "25P03" => DatabaseError::CutOff(error),
            code if code.starts_with("08") => DatabaseError::CutOff(error),
            _ => DatabaseError::Other(error),
        }
    }
}

fn of_the_system(error: &postgres::Error) -> bool {
    std::error::Error::source(error).is_some_and(|cause| cause.is::<std::io::Error>())
}
