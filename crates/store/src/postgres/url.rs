//! The address of a database: read once, shown without its password ever after.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use postgres::config::{Host, SslMode};
use postgres::{Client, Config, NoTls};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::DatabaseError;

/// How long a server may take to answer the first word.
const CONNECT: Duration = Duration::from_secs(5);
/// How long what was sent may stay without an answer of the network.
const SILENCE: Duration = Duration::from_secs(10);

/// The address of a PostgreSQL database.
///
/// Neither its `Display` nor its `Debug` has the password.
#[derive(Clone)]
pub struct DatabaseUrl {
    config: Box<Config>,
    tls: Tls,
    shown: String,
}

/// How the connection is protected.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Tls {
    /// Not at all.
    None,
    /// Encrypted, to a server whose certificate is checked against these authorities, or
    /// against those of the system.
    Verified(Option<PathBuf>),
}

/// Options of PostgreSQL's own programs that are not taken here.
const NOT_TAKEN: [&str; 9] = [
    "sslcert",
    "sslkey",
    "sslpassword",
    "sslcrl",
    "sslcompression",
    "passfile",
    "service",
    "gssencmode",
    "requirepeer",
];

impl DatabaseUrl {
    /// Whether `text` looks like the address of a database rather than a path.
    pub fn looks_like_one(text: &str) -> bool {
        text.starts_with("postgres://") || text.starts_with("postgresql://")
    }

    /// Connects.
    ///
    /// # Errors
    ///
    /// [`DatabaseError`], by what stands in the way.
    pub(super) fn connect(&self) -> Result<Client, DatabaseError> {
        let connected = match &self.tls {
            Tls::None => self.config.connect(NoTls),
            Tls::Verified(roots) => {
                let roots = authorities(roots.as_ref()).map_err(|what| self.no_tls(what))?;
                let provider = Arc::new(rustls::crypto::ring::default_provider());
                let config = ClientConfig::builder_with_provider(provider)
                    .with_safe_default_protocol_versions()
                    .map_err(|error| self.no_tls(error.to_string()))?
                    .with_root_certificates(roots)
                    .with_no_client_auth();
                self.config.connect(MakeRustlsConnect::new(config))
            }
        };
        connected.map_err(|error| DatabaseError::connecting(&self.shown, error))
    }

    fn no_tls(&self, what: String) -> DatabaseError {
        DatabaseError::NotEncrypted {
            at: self.shown.clone(),
            what,
        }
    }
}

impl FromStr for DatabaseUrl {
    type Err = DatabaseError;

    fn from_str(text: &str) -> Result<DatabaseUrl, DatabaseError> {
        let wrong = |what: &str| DatabaseError::Url(what.to_owned());
        if !DatabaseUrl::looks_like_one(text) {
            return Err(wrong("it begins with postgresql://"));
        }
        let (address, options) = text.split_once('?').unwrap_or((text, ""));
        let mut kept = Vec::new();
        let (mut mode, mut roots) = (None, None);
        for option in options.split('&').filter(|option| !option.is_empty()) {
            let (name, value) = option.split_once('=').unwrap_or((option, ""));
            match name {
                "sslmode" => mode = Some(value),
                "sslrootcert" => roots = Some(unescaped(value)),
                _ if NOT_TAKEN.contains(&name) => {
                    return Err(wrong(&format!("its option `{name}` is not supported")));
                }
                _ => kept.push(option),
            }
        }
        let rest = if kept.is_empty() {
            address.to_owned()
        } else {
            format!("{address}?{}", kept.join("&"))
        };
        // What the parser says may quote what it did not understand: perhaps the password.
        let mut config = Config::from_str(&rest).map_err(|_quoted| {
            wrong("it is read as postgresql://USER:PASSWORD@HOST:PORT/DATABASE?OPTION=VALUE, with %40 for an @ within a part; an option is wrong, or not known here")
        })?;
        if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
            return Err(wrong("it names no host"));
        }
        let tls = tls(mode, roots, &config).map_err(|what| wrong(&what))?;
        config.ssl_mode(match tls {
            Tls::None => SslMode::Disable,
            Tls::Verified(_) => SslMode::Require,
        });
        config
            .application_name("accede")
            .connect_timeout(CONNECT)
            .tcp_user_timeout(SILENCE)
            .keepalives_idle(SILENCE)
            .keepalives_interval(SILENCE / 4)
            .keepalives_retries(3);
        let shown = shown(&config);
        let config = Box::new(config);
        Ok(DatabaseUrl { config, tls, shown })
    }
}

/// What `sslmode` and `sslrootcert` ask for.
fn tls(mode: Option<&str>, roots: Option<String>, config: &Config) -> Result<Tls, String> {
    let roots = roots.filter(|roots| roots != "system").map(PathBuf::from);
    match mode {
        None if roots.is_none() && stays_here(config) => Ok(Tls::None),
        Some("disable") if roots.is_none() => Ok(Tls::None),
        Some("disable") => Err("`sslmode=disable` and `sslrootcert` contradict each other".into()),
        None | Some("require" | "verify-full") => Ok(Tls::Verified(roots)),
        Some("allow" | "prefer") => Err(
            "`sslmode=prefer` would encrypt only perhaps; use verify-full, or disable on a network that is yours alone"
                .into(),
        ),
        Some("verify-ca") => Err(
            "`sslmode=verify-ca` is not supported; use verify-full, with the name that the server's certificate has"
                .into(),
        ),
        Some(_) => Err("its `sslmode` is none of disable, require and verify-full".into()),
    }
}

/// Whether the connection does not leave this machine.
fn stays_here(config: &Config) -> bool {
    let addresses = config.get_hostaddrs();
    if !addresses.is_empty() {
        return addresses.iter().all(|address| address.is_loopback());
    }
    config.get_hosts().iter().all(|host| match host {
        Host::Tcp(name) => {
            name == "localhost"
                || name
                    .parse::<std::net::IpAddr>()
                    .is_ok_and(|address| address.is_loopback())
        }
        #[cfg(unix)]
        Host::Unix(_) => true,
    })
}

/// The authorities in the file, or those of the system.
fn authorities(file: Option<&PathBuf>) -> Result<RootCertStore, String> {
    let mut roots = RootCertStore::empty();
    let added = match file {
        Some(path) => {
            let read = CertificateDer::pem_file_iter(path)
                .and_then(Iterator::collect::<Result<Vec<_>, _>>)
                .map_err(|error| format!("`{}`: {error}", path.display()))?;
            roots.add_parsable_certificates(read).0
        }
        None => {
            let found = rustls_native_certs::load_native_certs().certs;
            roots.add_parsable_certificates(found).0
        }
    };
    match (added, file) {
        (0, Some(path)) => Err(format!("`{}` has no certificate", path.display())),
        (0, None) => Err("this machine has no list of certificate authorities; name yours with sslrootcert=FILE".into()),
        (_, _) => Ok(roots),
    }
}

fn shown(config: &Config) -> String {
    let mut text = String::from("postgresql://");
    if let Some(user) = config.get_user() {
        text.push_str(user);
        text.push('@');
    }
    let hosts: Vec<String> = if config.get_hosts().is_empty() {
        let addresses = config.get_hostaddrs().iter();
        addresses.map(ToString::to_string).collect()
    } else {
        let hosts = config.get_hosts().iter();
        hosts
            .map(|host| match host {
                Host::Tcp(name) => name.clone(),
                #[cfg(unix)]
                Host::Unix(path) => path.display().to_string(),
            })
            .collect()
    };
    let ports = config.get_ports();
    let with_port = hosts.iter().enumerate().map(|(at, host)| {
        let port = ports.get(at).or_else(|| ports.first());
        port.map_or_else(|| host.clone(), |port| format!("{host}:{port}"))
    });
    text.push_str(&with_port.collect::<Vec<_>>().join(","));
    if let Some(database) = config.get_dbname() {
        text.push('/');
        text.push_str(database);
    }
    text
}

/// `%41` read as `A`.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let escaped = (*first == b'%')
            .then(|| after.get(..2))
            .flatten()
            .and_then(|two| std::str::from_utf8(two).ok())
            .and_then(|two| u8::from_str_radix(two, 16).ok());
        match escaped {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.shown)
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DatabaseUrl({})", self.shown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_password_is_never_shown() {
        let url = "postgresql://desk:s3cret%40x@db.example:5433/accede?sslmode=verify-full";
        let url: DatabaseUrl = url.parse().unwrap();
        assert_eq!(url.to_string(), "postgresql://desk@db.example:5433/accede");
        assert!(!format!("{url:?} {url:#?}").contains("s3cret"));
        for wrong in [
            "postgresql://desk:s3cret@db.example:port/accede",
            "postgresql://desk:s3cret@db.example/accede?s3cret=1",
            "postgresql://desk:s3cret@db.example/accede?sslmode=s3cret",
            "postgresql://desk:s3cret@/accede",
            "host=db password=s3cret",
        ] {
            let told = wrong.parse::<DatabaseUrl>().unwrap_err();
            assert!(!format!("{told} {told:?}").contains("s3cret"), "{told}");
        }
    }

    #[test]
    fn what_leaves_the_machine_is_encrypted_unless_it_is_said_otherwise() {
        let tls = |url: &str| url.parse::<DatabaseUrl>().map(|url| url.tls);
        for here in [
            "postgresql://u@localhost/d",
            "postgres://u@127.0.0.1:5432/d",
            "postgresql://u@%2Frun%2Fpostgresql/d",
            "postgresql://u@db.example/d?sslmode=disable",
        ] {
            assert_eq!(tls(here).unwrap(), Tls::None, "{here}");
        }
        for away in [
            "postgresql://u@db.example/d",
            "postgresql://u@10.1.2.3/d?sslmode=require",
            "postgresql://u@localhost/d?sslmode=verify-full&sslrootcert=system",
            "postgresql://u@localhost,db.example/d",
        ] {
            assert_eq!(tls(away).unwrap(), Tls::Verified(None), "{away}");
        }
        let own = tls("postgresql://u@db.example/d?sslrootcert=%2Fetc%2Fca.pem").unwrap();
        assert_eq!(own, Tls::Verified(Some("/etc/ca.pem".into())));
        for refused in [
            "sslmode=prefer",
            "sslmode=allow",
            "sslmode=verify-ca",
            "sslcert=x",
            "sslmode=disable&sslrootcert=x",
        ] {
            assert!(
                tls(&format!("postgresql://u@h/d?{refused}")).is_err(),
                "{refused}"
            );
        }
    }
}
