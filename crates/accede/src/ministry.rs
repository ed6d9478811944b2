//! The issuer that the administrator configured: how it is configured, and what the door asks of it.

use std::fs;
use std::path::{Path, PathBuf};

use issuer::{Answer, Asking, BadTold, Issuer, IssuerError, Told};
use people::{Address, Elsewhere, ErrandKey, Vouched};
use web::{Answered, Later, Unvouched};

use crate::failure::Failure;
use crate::settings::{
    ADDRESS, OIDC_ACR, OIDC_CA, OIDC_HOSTS, OIDC_ID, OIDC_ISSUER, OIDC_NAME, OIDC_SECRET,
};

/// The address here to which an issuer sends people back.
pub const BACK: &str = "/sign-in/issuer/back";

/// What the environment says of an issuer, not yet looked at.
#[derive(Debug, Clone, Default)]
pub struct Configured {
    /// Its address.
    pub issuer: String,
    /// What this instance is called there.
    pub client_id: Option<String>,
    /// The file with the secret by which it proves that.
    pub client_secret: Option<PathBuf>,
    /// What people call it.
    pub name: Option<String>,
    /// Other hosts that it may name.
    pub hosts: Vec<String>,
    /// What is demanded of a sign-in there.
    pub demanded: Vec<String>,
    /// The file with the authorities to believe.
    pub authorities: Option<PathBuf>,
}

/// An issuer, for the door.
#[derive(Debug)]
pub struct Ministry {
    name: String,
    issuer: Issuer,
}

impl Ministry {
    /// The issuer that was configured so, for an instance that stands at `address`. It is not asked
    /// anything yet. What should be mended, and keeps nobody out, is given beside it.
    ///
    /// # Errors
    ///
    /// Wrong usage, by what is missing or wrong.
    pub fn new(
        configured: &Configured,
        address: Option<&Address>,
    ) -> Result<(Ministry, Option<String>), Failure> {
        let missing = |name: &str, hint: &str| {
            Failure::usage(format!(
                "`{OIDC_ISSUER}` names an issuer, and `{name}` is not set"
            ))
            .hint(hint)
        };
        let address = address.ok_or_else(|| {
            missing(ADDRESS, "say where people reach this instance, as in https://accede.example: the issuer sends them back there")
        })?;
        let client_id = configured.client_id.clone().ok_or_else(|| {
            missing(
                OIDC_ID,
                "give the id under which the issuer knows this instance",
            )
        })?;
        let secret = configured.client_secret.as_ref().ok_or_else(|| {
            missing(
                OIDC_SECRET,
                "name a file with the secret that the issuer gave this instance",
            )
        })?;
        let name = configured.name.clone().ok_or_else(|| {
            missing(
                OIDC_NAME,
                "say what people call the issuer, such as the name of the ministry",
            )
        })?;
        let name = name.trim();
        if name.is_empty() || name.chars().count() > 60 || name.contains(char::is_control) {
            return Err(Failure::usage(format!(
                "`{OIDC_NAME}` has no name of 1 to 60 characters"
            ))
            .hint("give a name that fits on a button"));
        }
        let advice = open_to_others(secret).then(|| {
            format!(
                "others at this machine can read `{}`, a secret: `chmod 600` it",
                secret.display()
            )
        });
        let secret = read(secret, OIDC_SECRET)?;
        let secret = String::from_utf8(secret).ok().ok_or_else(|| {
            Failure::usage(format!("the file that `{OIDC_SECRET}` names is no text"))
        })?;
        let authorities = configured.authorities.as_ref();
        let authorities = authorities.map(|path| read(path, OIDC_CA)).transpose()?;
        let told = Told {
            issuer: configured.issuer.clone(),
            client_id,
            client_secret: secret,
            hosts: configured.hosts.clone(),
            demanded: configured.demanded.clone(),
            authorities,
            back: address.link(BACK),
        };
        let issuer = Issuer::new(&told).map_err(|bad| wrong(&bad))?;
        let name = name.to_owned();
        Ok((Ministry { name, issuer }, advice))
    }
}

fn read(path: &Path, setting: &str) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|cause| {
        Failure::usage(format!(
            "the file that `{setting}` names cannot be read: `{}`",
            path.display()
        ))
        .because(cause)
        .hint("name a file that the program may read")
    })
}

#[cfg(unix)]
fn open_to_others(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|file| file.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn open_to_others(_path: &Path) -> bool {
    false
}

/// Which setting to mend.
fn wrong(bad: &BadTold) -> Failure {
    let setting = match bad {
        BadTold::Issuer => OIDC_ISSUER,
        BadTold::ClientId => OIDC_ID,
        BadTold::ClientSecret => OIDC_SECRET,
        BadTold::Host(_) => OIDC_HOSTS,
        BadTold::Demanded(_) => OIDC_ACR,
        BadTold::Authorities | BadTold::NoAuthorities => OIDC_CA,
        BadTold::Back => ADDRESS,
    };
    Failure::usage(format!("the issuer of `{OIDC_ISSUER}` cannot be used"))
        .because(bad.clone())
        .hint(format!(
            "mend `{setting}`; docs/settings.md says what it takes"
        ))
}

/// Why not, for the reader; for whoever runs the instance it is logged. No error holds anything secret,
/// or anything that the issuer said.
fn unvouched(error: &IssuerError) -> Unvouched {
    match error {
        IssuerError::Declined => Unvouched::Declined,
        IssuerError::TooWeak => Unvouched::TooWeak,
        IssuerError::Silent(_) | IssuerError::Busy => {
            tracing::error!(%error, "nobody can come in by the issuer");
            Unvouched::Silent
        }
        IssuerError::Refused(_) => {
            tracing::warn!(%error, "somebody did not come in by the issuer");
            Unvouched::Refused
        }
    }
}

impl web::Issuer for Ministry {
    fn name(&self) -> &str {
        &self.name
    }

    fn url(&self) -> &str {
        self.issuer.url()
    }

    fn way_in(&self, errand: ErrandKey, anew: bool) -> Later<'_, Result<String, Unvouched>> {
        Box::pin(async move {
            let (state, nonce) = (errand.state(), errand.nonce());
            let asking = Asking {
                state: &state,
                nonce: &nonce,
                verifier: &errand.verifier(),
                anew,
            };
            let way_in = self.issuer.way_in(asking).await;
            way_in.map_err(|error| unvouched(&error))
        })
    }

    fn vouches(&self, answered: Answered) -> Later<'_, Result<Vouched, Unvouched>> {
        Box::pin(async move {
            let (nonce, verifier) = (answered.errand.nonce(), answered.errand.verifier());
            let answer = Answer {
                code: &answered.code,
                iss: answered.iss.as_deref(),
                nonce: &nonce,
                verifier: &verifier,
                now: answered.now,
            };
            let vouched = self.issuer.answered(answer).await;
            let vouched = vouched.map_err(|error| unvouched(&error))?;
            Ok(Vouched {
                elsewhere: Elsewhere {
                    issuer: self.issuer.url().to_owned(),
                    subject: vouched.subject,
                },
                proved: vouched.proved,
            })
        })
    }

    fn way_out(&self) -> Option<String> {
        self.issuer.way_out()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wrong with a configuration that `change` spoils.
    fn told(change: impl Fn(&mut Configured)) -> String {
        let dir = tempfile::tempdir().unwrap();
        let secret = dir.path().join("secret");
        fs::write(&secret, "a secret\n").unwrap();
        let mut configured = Configured {
            issuer: "https://id.mfa.example".into(),
            client_id: Some("accede".into()),
            client_secret: Some(secret),
            name: Some("Ministry".into()),
            ..Configured::default()
        };
        change(&mut configured);
        let address = "https://accede.example".parse().unwrap();
        let failure = Ministry::new(&configured, Some(&address)).unwrap_err();
        format!("{failure:?}")
    }

    #[test]
    fn what_is_missing_or_wrong_is_told_by_its_setting() {
        let nowhere = || Some(PathBuf::from("/no/such/file"));
        assert!(told(|c| c.client_id = None).contains(OIDC_ID));
        assert!(told(|c| c.client_secret = None).contains(OIDC_SECRET));
        assert!(told(|c| c.client_secret = nowhere()).contains(OIDC_SECRET));
        assert!(told(|c| c.name = None).contains(OIDC_NAME));
        assert!(told(|c| c.name = Some("n".repeat(61))).contains(OIDC_NAME));
        assert!(told(|c| c.authorities = nowhere()).contains(OIDC_CA));
        assert!(told(|c| c.authorities = c.client_secret.clone()).contains(OIDC_CA));
        assert!(told(|c| c.hosts = vec!["a b".into()]).contains(OIDC_HOSTS));
        assert!(told(|c| c.demanded = vec!["a b".into()]).contains(OIDC_ACR));
        assert!(told(|c| c.issuer = "http://id.mfa.example".into()).contains(OIDC_ISSUER));
        let failure = Ministry::new(&Configured::default(), None).unwrap_err();
        assert!(format!("{failure:?}").contains(ADDRESS));
    }
}
