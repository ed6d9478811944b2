#![doc = include_str!("../README.md")]

mod answered;
mod asking;
mod fetch;
mod known;
mod told;

use std::sync::Arc;

use tokio::sync::{Mutex, Semaphore};

pub use self::answered::{Answer, Vouched};
pub use self::asking::Asking;
pub use self::told::{BadTold, Told};

use self::fetch::Fetch;
use self::known::State;
use self::told::Checked;

/// How many answers are looked at together: each is a request to the issuer.
const TURNS: usize = 16;

/// An issuer, as the administrator configured it. It is asked only when somebody wants to sign in.
#[derive(Debug)]
pub struct Issuer {
    told: Arc<Checked>,
    fetch: Fetch,
    state: Mutex<State>,
    turns: Semaphore,
}

impl Issuer {
    /// The issuer that was configured so. Asks nobody.
    ///
    /// # Errors
    ///
    /// [`BadTold`], by what is wrong with it.
    pub fn new(told: &Told) -> Result<Issuer, BadTold> {
        let checked = Arc::new(Checked::of(told)?);
        let fetch = Fetch::new(Arc::clone(&checked), told.authorities.as_deref())?;
        Ok(Issuer {
            told: checked,
            fetch,
            state: Mutex::default(),
            turns: Semaphore::new(TURNS),
        })
    }

    /// Its name in tokens, to the letter as it was configured.
    pub fn url(&self) -> &str {
        self.told.issuer.as_str()
    }
}

/// Why somebody did not come in by an issuer. Tells nothing the issuer said.
#[derive(Debug, thiserror::Error)]
pub enum IssuerError {
    /// It cannot be asked, or does not answer as an issuer does.
    #[error("the issuer cannot be asked: {0}")]
    Silent(Silent),
    /// Too many are being looked at; nobody was asked.
    #[error("too many come back from the issuer at once")]
    Busy,
    /// The issuer, or the reader there, did not want to.
    #[error("the issuer did not vouch for the reader")]
    Declined,
    /// What came back does not hold.
    #[error("what came back from the issuer does not hold: {0}")]
    Refused(Flaw),
    /// The reader did not sign in there in the way that the administrator demands.
    #[error("the reader did not sign in at the issuer in the way that is demanded here")]
    TooWeak,
}

/// What kept an issuer from being asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Silent {
    /// It failed a moment ago.
    #[error("it did not answer a moment ago")]
    JustNow,
    /// No connection, or one that broke off.
    #[error("no connection stands")]
    NoConnection,
    /// It took too long.
    #[error("it takes longer than ten seconds")]
    TooSlow,
    /// It says too much.
    #[error("its answer is larger than 1 MiB")]
    TooLarge,
    /// It names a host that nobody listed.
    #[error(
        "what it says of itself names a host, port or scheme that is not its own and not among those listed in ACCEDE_OIDC_HOSTS"
    )]
    Elsewhere,
    /// It answered with an error, or with something else.
    #[error("it answers with an error, a redirect, or what is not understood")]
    Nonsense,
    /// It calls itself otherwise.
    #[error("it calls itself by another name than the one configured, to the letter")]
    OtherName,
}

/// What does not hold of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// It names another issuer (RFC 9207), or none where this one promises to.
    #[error("it is not an answer of this issuer")]
    Issuer,
    /// The code is not taken.
    #[error("the issuer does not take the code, or our identification")]
    Code,
    /// There is no ID token.
    #[error("there is no ID token")]
    NoToken,
    /// The token is for somebody else.
    #[error("the token is not for this client alone")]
    Audience,
    /// The token is of another issuer.
    #[error("the token is of another issuer")]
    TokenIssuer,
    /// It is too old, or of the future.
    #[error("the token is over, or was issued in the future; compare the clocks")]
    Time,
    /// It belongs to another sign-in.
    #[error("the token does not belong to this sign-in")]
    Nonce,
    /// It is not signed as it has to be.
    #[error("the token is not signed by RS256, ES256 or EdDSA with a key of the issuer")]
    Signature,
    /// It does not name a subject as it has to.
    #[error("the token names nobody, or is not understood")]
    Token,
}
