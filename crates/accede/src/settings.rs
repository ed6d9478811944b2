//! Where things are and who one is: from options, then the environment, then the platform.
//!
//! Every setting is described in `docs/settings.md`; a test holds that page to this file.

use std::ffi::OsString;
use std::path::PathBuf;

use people::{Address, BadAddress};
use store::{DatabaseError, Location};

use crate::clock::NOW;
use crate::failure::Failure;
use crate::ministry::Configured;

/// The data directory.
pub const DATA: &str = "ACCEDE_DATA";
/// The database that the ledger is in, instead of the data directory.
pub const DATABASE: &str = "ACCEDE_DATABASE_URL";
/// Who records, where `--author` does not say.
pub const AUTHOR: &str = "ACCEDE_AUTHOR";
/// What a new data directory is filled with.
pub const FACTS: &str = "ACCEDE_FACTS";
/// The file with the secret key, where it is not beside the ledger.
pub const KEY: &str = "ACCEDE_KEY_FILE";
/// The proxies that are believed.
pub const PROXIES: &str = "ACCEDE_PROXIES";
/// What browsers are told to reach over TLS alone.
pub const HSTS: &str = "ACCEDE_HSTS";
/// Whether passwords are taken over unencrypted HTTP too.
pub const PLAIN: &str = "ACCEDE_ALLOW_PLAIN_HTTP";
/// Whether a password alone shows people what is for their teams.
pub const SECOND: &str = "ACCEDE_SECOND_PROOF";
/// What is logged to standard error.
pub const LOG: &str = "ACCEDE_LOG";

/// Where the instance stands in public.
pub const ADDRESS: &str = "ACCEDE_ADDRESS";

/// The address of the issuer that vouches for people.
pub const OIDC_ISSUER: &str = "ACCEDE_OIDC_ISSUER";
/// Under which id the issuer knows this instance.
pub const OIDC_ID: &str = "ACCEDE_OIDC_CLIENT_ID";
/// The file with the secret that goes with it.
pub const OIDC_SECRET: &str = "ACCEDE_OIDC_CLIENT_SECRET_FILE";
/// What people call the issuer.
pub const OIDC_NAME: &str = "ACCEDE_OIDC_NAME";
/// Other hosts that the issuer may name.
pub const OIDC_HOSTS: &str = "ACCEDE_OIDC_HOSTS";
/// What is demanded of a sign-in there.
pub const OIDC_ACR: &str = "ACCEDE_OIDC_ACR";
/// The file with the authorities to believe of it.
pub const OIDC_CA: &str = "ACCEDE_OIDC_CA_FILE";

/// Every variable this program reads of its own.
pub const ALL: &[&str] = &[
    DATA,
    DATABASE,
    AUTHOR,
    FACTS,
    KEY,
    ADDRESS,
    PROXIES,
    HSTS,
    PLAIN,
    SECOND,
    LOG,
    NOW,
    OIDC_ISSUER,
    OIDC_ID,
    OIDC_SECRET,
    OIDC_NAME,
    OIDC_HOSTS,
    OIDC_ACR,
    OIDC_CA,
];

/// What a new data directory is filled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facts {
    /// Everything the program ships knowing.
    All,
    /// Who takes part, their groups and the treaties, without any act, count, meeting or duty:
    /// for those who bring their own record.
    Law,
}

/// What this run was told about its surroundings.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where the ledger and its documents are.
    pub location: Location,
    /// What a new data directory is filled with.
    pub facts: Facts,
    /// Who records.
    pub author: String,
    /// The file with the secret key, where it is not beside the ledger.
    pub key: Option<PathBuf>,
    /// Where the instance stands in public, if it was said.
    pub address: Option<Address>,
    /// What was said of an issuer that vouches for people.
    pub issuer: Option<Configured>,
}

impl Settings {
    /// The settings of this run; `data` and `database` are what `--data` and `--database-url`
    /// said. An option goes before the environment, a database before a directory.
    ///
    /// # Errors
    ///
    /// Wrong usage, if there is no data directory to be found or a variable says what it cannot.
    pub fn read(data: Option<PathBuf>, database: Option<String>) -> Result<Settings, Failure> {
        let env = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        let location = location(data, database, &env)?;
        let facts = match env(FACTS)
            .map(|value| value.to_string_lossy().into_owned())
            .as_deref()
        {
            None | Some("all") => Facts::All,
            Some("law") => Facts::Law,
            Some(other) => {
                return Err(Failure::usage(format!("`{FACTS}` is `{other}`"))
                    .hint("use `all` or `law`, or unset it"));
            }
        };
        let author = [AUTHOR, "USER", "USERNAME"]
            .into_iter()
            .find_map(env)
            .map_or_else(
                || "unnamed".to_owned(),
                |name| name.to_string_lossy().into_owned(),
            );
        Ok(Settings {
            location,
            facts,
            author,
            key: env(KEY).map(PathBuf::from),
            address: env(ADDRESS)
                .map(|given| address(&given.to_string_lossy(), &format!("`{ADDRESS}`")))
                .transpose()?,
            issuer: issuer(&env),
        })
    }
}

/// Where the instance stands in public; `what` said so.
///
/// # Errors
///
/// Wrong usage, if it is no address.
pub fn address(given: &str, what: &str) -> Result<Address, Failure> {
    given.parse().map_err(|error: BadAddress| {
        Failure::usage(format!("{what} is `{given}`"))
            .because(error)
            .hint("give what people type to get here, as in https://accede.example")
    })
}

/// What is said of an issuer, if there is one.
fn issuer(env: &dyn Fn(&str) -> Option<OsString>) -> Option<Configured> {
    let text = |name: &str| env(name).map(|value| value.to_string_lossy().into_owned());
    let list = |name: &str| {
        let all = text(name).unwrap_or_default();
        let some = all.split(',').map(str::trim).filter(|one| !one.is_empty());
        some.map(str::to_owned).collect()
    };
    Some(Configured {
        issuer: text(OIDC_ISSUER)?,
        client_id: text(OIDC_ID),
        client_secret: env(OIDC_SECRET).map(PathBuf::from),
        name: text(OIDC_NAME),
        hosts: list(OIDC_HOSTS),
        demanded: list(OIDC_ACR),
        authorities: env(OIDC_CA).map(PathBuf::from),
    })
}

/// Where the ledger is, by these options and the environment.
fn location(
    data: Option<PathBuf>,
    database: Option<String>,
    env: &dyn Fn(&str) -> Option<OsString>,
) -> Result<Location, Failure> {
    let from_env = || env(DATABASE).map(|url| url.to_string_lossy().into_owned());
    let database = match (&data, database) {
        (_, Some(url)) => Some(url),
        (Some(_), None) => None,
        (None, None) => from_env(),
    };
    if let Some(url) = database {
        // The address may have a password in it: it is not repeated.
        return url
            .parse()
            .map(Location::Database)
            .map_err(|error: DatabaseError| {
                Failure::usage("the address of the database is not understood")
                    .because(error)
                    .hint("docs/operations.md says what such an address looks like")
            });
    }
    let data = data.or_else(|| env(DATA).map(PathBuf::from));
    match data.or_else(|| platform_data(env)) {
        Some(data) => Ok(Location::Files(data)),
        None => Err(Failure::usage("no data directory is known on this machine")
            .hint(format!("name one with --data DIR, or in {DATA}"))),
    }
}

/// The platform's directory for a program's data.
fn platform_data(env: &dyn Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let home = || env("HOME").map(PathBuf::from);
    if cfg!(windows) {
        return env("APPDATA").map(|dir| PathBuf::from(dir).join("accede"));
    }
    if cfg!(target_os = "macos") {
        return home().map(|dir| dir.join("Library/Application Support/accede"));
    }
    // The XDG base directory specification: a relative path there is to be ignored.
    env("XDG_DATA_HOME")
        .map(PathBuf::from)
        .filter(|dir| dir.is_absolute())
        .or_else(|| home().map(|dir| dir.join(".local/share")))
        .map(|dir| dir.join("accede"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(all(unix, not(target_os = "macos")))]
    fn the_data_directory_follows_the_platform() {
        let home = |name: &str| (name == "HOME").then(|| OsString::from("/somebody"));
        let data = platform_data(&home).unwrap();
        assert_eq!(data, PathBuf::from("/somebody/.local/share/accede"));
        let relative = |name: &str| match name {
            "HOME" => Some(OsString::from("/somebody")),
            "XDG_DATA_HOME" => Some(OsString::from("data")),
            _ => None,
        };
        assert_eq!(
            platform_data(&relative).unwrap(),
            data,
            "a relative path is ignored"
        );
        assert_eq!(platform_data(&|_| None), None);
    }

    #[test]
    fn an_option_goes_before_the_environment_and_a_database_before_a_directory() {
        let url = "postgresql://desk:secret@localhost/accede";
        let env = |name: &str| match name {
            DATABASE => Some(OsString::from(url)),
            DATA => Some(OsString::from("/from/env")),
            _ => None,
        };
        let told = |data: Option<&str>, database: Option<&str>| {
            let database = database.map(str::to_owned);
            location(data.map(PathBuf::from), database, &env)
                .unwrap()
                .to_string()
        };
        assert_eq!(told(None, None), "postgresql://desk@localhost:5432/accede");
        assert_eq!(told(Some("here"), None), "here");
        let other = "postgresql://localhost:5432/other";
        assert_eq!(told(None, Some(other)), other);
        assert_eq!(told(Some("here"), Some(other)), other);
        let wrong = location(None, Some("postgresql://u:secret@h:x/d".into()), &env);
        assert!(!wrong.unwrap_err().to_string().contains("secret"));
    }

    #[test]
    fn every_variable_is_described_in_the_settings_page() {
        let page = include_str!("../../../docs/settings.md");
        for name in ALL {
            assert!(page.contains(&format!("`{name}`")), "{name}");
        }
    }
}
