//! How a person proves who he is: a list of things of several kinds, so that a new kind is a new
//! variant and nothing else.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::Address;
use crate::chance::Hash;
use crate::elsewhere::Elsewhere;
use crate::passkey::{BadPasskey, Passkey, PasskeyAnswer};
use crate::password::Phc;
use crate::totp::{self, Seed};

/// Everything by which one person proves who he is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Credentials {
    /// Sessions of an earlier epoch are over. It goes up when a person signs out everywhere or
    /// changes his password.
    pub(crate) epoch: u64,
    /// The things, in the order in which they were added.
    pub(crate) all: Vec<Credential>,
}

/// One thing by which a person proves who he is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(crate) enum Credential {
    /// A password.
    Password {
        /// What is kept of it.
        phc: Phc,
        /// When it was chosen.
        set: Timestamp,
    },
    /// An authenticator app.
    Totp {
        /// What the app knows.
        seed: Seed,
        /// When it was added.
        added: Timestamp,
        /// The last step of which a code was used.
        last_step: Option<u64>,
    },
    /// Recovery codes.
    Recovery {
        /// Those not yet used.
        codes: Vec<Hash>,
        /// When they were made.
        made: Timestamp,
    },
    /// An account that an issuer keeps.
    Issuer {
        /// Which.
        elsewhere: Elsewhere,
        /// When it was added.
        added: Timestamp,
        /// When somebody last came in by it.
        last_used: Option<Timestamp>,
    },
    /// A passkey.
    Passkey(Passkey),
}

impl Credential {
    pub(crate) fn passkey(&self) -> Option<&Passkey> {
        match self {
            Credential::Passkey(passkey) => Some(passkey),
            Credential::Password { .. }
            | Credential::Totp { .. }
            | Credential::Recovery { .. }
            | Credential::Issuer { .. } => None,
        }
    }
}

/// What a second factor was proved by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Second {
    /// A code of the authenticator app.
    App,
    /// A recovery code, of which so many are left.
    Recovery {
        /// How many.
        left: usize,
    },
}

impl Credentials {
    pub(crate) fn password(&self) -> Option<&Phc> {
        self.all.iter().find_map(|credential| match credential {
            Credential::Password { phc, .. } => Some(phc),
            Credential::Totp { .. }
            | Credential::Recovery { .. }
            | Credential::Issuer { .. }
            | Credential::Passkey(_) => None,
        })
    }

    /// Whether there is anything by which one can sign in: a code of an app alone is not.
    pub(crate) fn lets_in(&self) -> bool {
        self.all.iter().any(|credential| match credential {
            Credential::Password { .. }
            | Credential::Issuer { .. }
            | Credential::Passkey(_) => true,
            Credential::Totp { .. } | Credential::Recovery { .. } => false,
        })
    }

    /// Whether more than a password is asked for.
    pub(crate) fn has_second(&self) -> bool {
        self.all.iter().any(|credential| match credential {
            Credential::Totp { .. } => true,
            Credential::Password { .. }
            | Credential::Recovery { .. }
            | Credential::Issuer { .. }
            | Credential::Passkey(_) => false,
        })
    }

    /// Takes this password instead of the one before.
    pub(crate) fn set_password(&mut self, phc: Phc, set: Timestamp) {
        self.all.retain(|credential| match credential {
            Credential::Password { .. } => false,
            Credential::Totp { .. }
            | Credential::Recovery { .. }
            | Credential::Issuer { .. }
            | Credential::Passkey(_) => true,
        });
        self.all.insert(0, Credential::Password { phc, set });
    }

    /// Keeps the same password in another way.
    pub(crate) fn strengthen(&mut self, stronger: &Phc) {
        for credential in &mut self.all {
            match credential {
                Credential::Password { phc, .. } => *phc = stronger.clone(),
                Credential::Totp { .. }
                | Credential::Recovery { .. }
                | Credential::Issuer { .. }
                | Credential::Passkey(_) => {}
            }
        }
    }

    /// Takes this app, and these codes, instead of those before.
    pub(crate) fn set_second(
        &mut self,
        seed: Seed,
        step: u64,
        codes: Vec<Hash>,
        now: Timestamp,
    ) {
        self.remove_second();
        self.all.push(Credential::Totp {
            seed,
            added: now,
            last_step: Some(step),
        });
        self.all.push(Credential::Recovery { codes, made: now });
    }

    /// Takes these recovery codes instead of those before.
    pub(crate) fn set_codes(&mut self, codes: Vec<Hash>, made: Timestamp) {
        self.all.retain(|credential| match credential {
            Credential::Recovery { .. } => false,
            Credential::Password { .. }
            | Credential::Totp { .. }
            | Credential::Issuer { .. }
            | Credential::Passkey(_) => true,
        });
        self.all.push(Credential::Recovery { codes, made });
    }

    pub(crate) fn remove_second(&mut self) {
        self.all.retain(|credential| match credential {
            Credential::Password { .. }
            | Credential::Issuer { .. }
            | Credential::Passkey(_) => true,
            Credential::Totp { .. } | Credential::Recovery { .. } => false,
        });
    }

    pub(crate) fn add_passkey(&mut self, passkey: Passkey) {
        self.all.push(Credential::Passkey(passkey));
    }

    /// Uses the passkey that answers. Whoever keeps what comes of it has used it, or noted that there is
    /// a copy of it.
    pub(crate) fn use_passkey(
        &mut self,
        at: &Address,
        answer: &PasskeyAnswer,
        now: Timestamp,
    ) -> Result<(), BadPasskey> {
        let found = self.passkey_mut(|passkey| passkey.id == *answer.id());
        answer.used(found.ok_or(BadPasskey::Unknown)?, at, now)
    }

    /// The passkey that is called so in the list.
    pub(crate) fn passkey_listed(&mut self, listed: &str) -> Option<&mut Passkey> {
        self.passkey_mut(|passkey| passkey.listed_as() == listed)
    }

    pub(crate) fn remove_passkey(&mut self, listed: &str) -> Option<Passkey> {
        let removed = self.passkey_listed(listed)?.clone();
        self.all
            .retain(|credential| credential.passkey().is_none_or(|one| one.id != removed.id));
        Some(removed)
    }

    fn passkey_mut(&mut self, which: impl Fn(&Passkey) -> bool) -> Option<&mut Passkey> {
        self.all.iter_mut().find_map(|credential| match credential {
            Credential::Passkey(passkey) => which(passkey).then_some(passkey),
            Credential::Password { .. }
            | Credential::Totp { .. }
            | Credential::Recovery { .. }
            | Credential::Issuer { .. } => None,
        })
    }

    /// Uses up a code, of the app or a recovery code. Whoever keeps what comes of it has used it; of
    /// two who try, one sees that it is gone.
    pub(crate) fn use_code(&mut self, code: &str, now: Timestamp) -> Option<Second> {
        self.all.iter_mut().find_map(|credential| match credential {
            Credential::Password { .. }
            | Credential::Issuer { .. }
            | Credential::Passkey(_) => None,
            Credential::Totp {
                seed, last_step, ..
            } => seed.step_of(code, now, *last_step).map(|step| {
                *last_step = Some(step);
                Second::App
            }),
            Credential::Recovery { codes, .. } => {
                totp::recovery_code_at(code, codes).map(|at| {
                    codes.remove(at);
                    Second::Recovery { left: codes.len() }
                })
            }
        })
    }

    /// What there is, without what is secret.
    pub(crate) fn listed(&self) -> Vec<Listed> {
        let listed = self.all.iter().map(|credential| match credential {
            Credential::Password { set, .. } => Listed::Password { set: *set },
            Credential::Totp { added, .. } => Listed::App { added: *added },
            Credential::Recovery { codes, made } => Listed::RecoveryCodes {
                left: codes.len(),
                made: *made,
            },
            Credential::Issuer {
                elsewhere,
                added,
                last_used,
            } => Listed::Issuer {
                elsewhere: elsewhere.clone(),
                added: *added,
                last_used: *last_used,
            },
            Credential::Passkey(passkey) => Listed::Passkey {
                id: passkey.listed_as(),
                name: passkey.name.clone(),
                site: passkey.site.clone(),
                added: passkey.added,
                used: passkey.used,
                synced: passkey.synced,
                copied: passkey.copied,
            },
        });
        listed.collect()
    }
}

/// A thing by which a person proves who he is, as he may see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Listed {
    /// A password.
    Password {
        /// When it was chosen.
        set: Timestamp,
    },
    /// An authenticator app.
    App {
        /// When it was added.
        added: Timestamp,
    },
    /// Recovery codes.
    RecoveryCodes {
        /// How many are left.
        left: usize,
        /// When they were made.
        made: Timestamp,
    },
    /// An account that an issuer keeps.
    Issuer {
        /// Which.
        elsewhere: Elsewhere,
        /// When it was added.
        added: Timestamp,
        /// When somebody last came in by it.
        last_used: Option<Timestamp>,
    },
    /// A passkey.
    Passkey {
        /// What it is called here.
        id: String,
        /// What its person calls it.
        name: String,
        /// The host it is for.
        site: String,
        /// When it was added.
        added: Timestamp,
        /// When it was last used.
        used: Option<Timestamp>,
        /// Whether it was on several devices then.
        synced: bool,
        /// When there seemed to be a copy of it. It is not taken any more.
        copied: Option<Timestamp>,
    },
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Fixed;

    #[test]
    fn a_code_is_used_once_and_nothing_secret_is_printed() {
        let now: Timestamp = "2026-11-22T08:00:00Z".parse().unwrap();
        let chance = &mut Fixed::of(1);
        let seed = Seed::new(chance);
        let (codes, kept) = totp::recovery_codes(chance);
        let mut credentials = Credentials::default();
        assert!(!credentials.has_second());
        let code = seed.code(now);
        let step = seed.step_of(&code, now, None).unwrap();
        credentials.set_second(seed.clone(), step - 1, kept, now);
        assert!(credentials.has_second());
        assert_eq!(credentials.use_code(&code, now), Some(Second::App));
        assert_eq!(credentials.use_code(&code, now), None);
        let recovery = codes[3].reveal();
        assert_eq!(
            credentials.use_code(recovery, now),
            Some(Second::Recovery { left: 9 })
        );
        assert_eq!(credentials.use_code(recovery, now), None);
        let shown = format!("{credentials:?} {:?}", credentials.listed());
        assert!(!shown.contains(&seed.text()), "{shown}");
        credentials.remove_second();
        assert!(credentials.all.is_empty());
    }
}
