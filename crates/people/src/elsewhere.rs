//! Accounts that an issuer keeps (OpenID Connect): a name there, which is somebody here once he linked
//! the two. An e-mail address that an issuer tells links nobody: addresses are given to others.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// An account at an issuer. It is this one by both: two issuers may give the same name.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Elsewhere {
    /// The issuer, by its address.
    pub issuer: String,
    /// The name of the account there, which nobody else will ever have.
    pub subject: String,
}

impl fmt::Debug for Elsewhere {
    /// Without the name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Elsewhere({})", self.issuer)
    }
}

/// What an issuer said, and what was found to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vouched {
    /// Whom it vouches for.
    pub elsewhere: Elsewhere,
    /// When he proved there who he is, if the issuer says so. Without it nobody knows whether it was just
    /// now or this morning.
    pub proved: Option<Timestamp>,
}
