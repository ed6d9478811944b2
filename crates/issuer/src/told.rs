//! What the administrator configured.

use std::collections::BTreeSet;
use std::fmt;

use openidconnect::url::Url;
use openidconnect::{ClientId, ClientSecret, IssuerUrl, RedirectUrl};

use crate::fetch::Place;

/// What the administrator configured, as he wrote it.
#[derive(Clone, Default)]
pub struct Told {
    /// The issuer's address, which is its name too.
    pub issuer: String,
    /// What this instance is called there.
    pub client_id: String,
    /// By what it proves that.
    pub client_secret: String,
    /// Other hosts that the issuer may name, as `host` or `host:port`.
    pub hosts: Vec<String>,
    /// Of which one at least has to hold: a value of `acr`, or `amr:` and a value of `amr`.
    pub demanded: Vec<String>,
    /// Certificates of authorities, as PEM, instead of those of the system.
    pub authorities: Option<Vec<u8>>,
    /// The address here to which the issuer sends readers back.
    pub back: String,
}

impl fmt::Debug for Told {
    /// Without the secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Told({})", self.issuer)
    }
}

/// What is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadTold {
    /// The address of the issuer.
    #[error(
        "the issuer is given as https://HOST/PATH, without question mark and fragment; http:// is for a loopback address alone"
    )]
    Issuer,
    /// No name of a client.
    #[error("the client has no id")]
    ClientId,
    /// No secret, or one over several lines.
    #[error("the client's secret is empty, or has more than one line")]
    ClientSecret,
    /// A host.
    #[error("`{0}` is no host; give `host` or `host:port`")]
    Host(String),
    /// What is demanded.
    #[error("`{0}` is no value of `acr`, nor `amr:` and a value")]
    Demanded(String),
    /// The certificates.
    #[error("the file of authorities has no certificate that can be used")]
    Authorities,
    /// No certificates at all.
    #[error("this machine has no list of certificate authorities")]
    NoAuthorities,
    /// The address of this instance.
    #[error(
        "the address of this instance is given as https://HOST; http:// is for a loopback address alone"
    )]
    Back,
}

/// What was configured, looked at.
#[derive(Debug)]
pub(crate) struct Checked {
    pub(crate) issuer: IssuerUrl,
    /// Where the issuer stands.
    pub(crate) place: Place,
    /// Hosts and ports that it may name.
    pub(crate) hosts: BTreeSet<(String, u16)>,
    pub(crate) client_id: ClientId,
    pub(crate) client_secret: ClientSecret,
    pub(crate) acr: Vec<String>,
    pub(crate) amr: Vec<String>,
    pub(crate) back: RedirectUrl,
}

impl Checked {
    pub(crate) fn of(told: &Told) -> Result<Checked, BadTold> {
        let (issuer, place) = issuer(&told.issuer).ok_or(BadTold::Issuer)?;
        let secret = told.client_secret.trim();
        if told.client_id.trim().is_empty() {
            return Err(BadTold::ClientId);
        }
        if secret.is_empty() || secret.contains(char::is_control) {
            return Err(BadTold::ClientSecret);
        }
        let hosts = told.hosts.iter().map(|text| host(text));
        let mut demanded = (Vec::new(), Vec::new());
        for text in &told.demanded {
            let (into, value) = match text.strip_prefix("amr:") {
                Some(value) => (&mut demanded.1, value),
                None => (&mut demanded.0, text.as_str()),
            };
            // Values of `acr` are sent in a list that spaces part.
            if value.is_empty() || value.contains(char::is_whitespace) {
                return Err(BadTold::Demanded(text.clone()));
            }
            into.push(value.to_owned());
        }
        Ok(Checked {
            issuer,
            place,
            hosts: hosts.collect::<Result<_, _>>()?,
            client_id: ClientId::new(told.client_id.trim().to_owned()),
            client_secret: ClientSecret::new(secret.to_owned()),
            acr: demanded.0,
            amr: demanded.1,
            back: back(&told.back).ok_or(BadTold::Back)?,
        })
    }

    /// Whether the issuer may name an address at this place.
    pub(crate) fn may(&self, place: &Place) -> bool {
        let listed = || self.hosts.contains(&(place.host.clone(), place.port));
        let guarded = place.secure || (place.is_loopback() && self.place.is_loopback());
        *place == self.place || (guarded && listed())
    }

    /// Whether the issuer may name this address, for us to ask or for a reader to go to.
    pub(crate) fn may_name(&self, url: &Url) -> bool {
        Place::of_url(url).is_some_and(|place| self.may(&place))
    }
}

fn issuer(text: &str) -> Option<(IssuerUrl, Place)> {
    let issuer = IssuerUrl::new(text.trim().to_owned()).ok()?;
    let url = issuer.url();
    let place = Place::of_url(url)?;
    let plain = url.query().is_none() && url.fragment().is_none();
    (plain && (place.secure || place.is_loopback())).then_some((issuer, place))
}

fn back(text: &str) -> Option<RedirectUrl> {
    let back = RedirectUrl::new(text.to_owned()).ok()?;
    let place = Place::of_url(back.url())?;
    // A browser goes there, and takes names under `localhost` for its own machine (RFC 6761).
    let local = place.is_loopback() || place.host.ends_with(".localhost");
    (place.secure || local).then_some(back)
}

fn host(text: &str) -> Result<(String, u16), BadTold> {
    let bad = || BadTold::Host(text.to_owned());
    let url = Url::parse(&format!("https://{text}"))
        .ok()
        .ok_or_else(bad)?;
    let alone = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    let place = Place::of_url(&url).filter(|_| alone && !text.ends_with('/'));
    let place = place.ok_or_else(bad)?;
    Ok((place.host, place.port))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(issuer: &str) -> Told {
        Told {
            issuer: issuer.into(),
            client_id: "accede".into(),
            client_secret: "s\n".into(),
            back: "https://accede.example/sign-in/issuer/back".into(),
            ..Told::default()
        }
    }

    #[test]
    fn an_issuer_is_reached_over_tls_or_stands_on_this_machine() {
        for good in [
            "https://id.mfa.example",
            "https://id.mfa.example:8443/realms/mfa",
            "http://127.0.0.1:9000",
            "http://[::1]:9000/x",
            "http://localhost:9000",
        ] {
            assert!(Checked::of(&told(good)).is_ok(), "{good}");
        }
        for bad in [
            "",
            "id.mfa.example",
            "http://id.mfa.example",
            "http://127.0.0.1.evil.example",
            "ftp://id.mfa.example",
            "https://user:word@id.mfa.example",
            "https://id.mfa.example/?tenant=1",
            "https://id.mfa.example/#x",
            "file:///etc/passwd",
        ] {
            assert_eq!(
                Checked::of(&told(bad)).err(),
                Some(BadTold::Issuer),
                "{bad}"
            );
        }
    }

    #[test]
    fn it_names_its_own_place_and_those_that_were_listed() {
        let may = |issuer: &str, hosts: &[&str], url: &str| {
            let hosts = hosts.iter().map(|host| (*host).to_owned()).collect();
            let told = Told {
                hosts,
                ..told(issuer)
            };
            Checked::of(&told)
                .unwrap()
                .may_name(&Url::parse(url).unwrap())
        };
        let id = "https://id.mfa.example";
        assert!(may(id, &[], "https://id.mfa.example/token"));
        assert!(may(id, &["keys.mfa.example"], "https://keys.mfa.example/k"));
        assert!(may(id, &["k.example:8443"], "https://k.example:8443/k"));
        for (hosts, url) in [
            (&[][..], "https://keys.mfa.example/k"),
            (&[], "https://id.mfa.example:8443/token"),
            (&[], "http://id.mfa.example/token"),
            (&[], "https://user@id.mfa.example/token"),
            (&["k.example"], "http://k.example/k"),
            (&["k.example"], "https://k.example:444/k"),
            (&["127.0.0.1:80"], "http://127.0.0.1:80/k"),
            (&[], "http://169.254.169.254/latest"),
        ] {
            assert!(!may(id, hosts, url), "{url}");
        }
        let local = "http://127.0.0.1:9000";
        assert!(may(local, &["127.0.0.1:9001"], "http://127.0.0.1:9001/k"));
        assert!(!may(local, &[], "http://127.0.0.1:9001/k"));
        assert!(!may(local, &["k.example:80"], "http://k.example:80/k"));
    }

    #[test]
    fn what_cannot_be_meant_is_told() {
        let wrong = |change: &dyn Fn(&mut Told)| {
            let mut told = told("https://id.mfa.example");
            change(&mut told);
            Checked::of(&told).unwrap_err()
        };
        assert_eq!(wrong(&|t| t.client_id = " ".into()), BadTold::ClientId);
        for secret in ["", "\n", "a\nb"] {
            let bad = wrong(&|t| t.client_secret = secret.into());
            assert_eq!(bad, BadTold::ClientSecret);
        }
        for host in [
            "",
            "a b",
            "https://k.example",
            "k.example/x",
            "k.example/",
            "u@k",
        ] {
            let bad = wrong(&|t| t.hosts = vec![host.into()]);
            assert_eq!(bad, BadTold::Host(host.into()), "{host}");
        }
        for value in ["", "a b", "amr:"] {
            let bad = wrong(&|t| t.demanded = vec![value.into()]);
            assert_eq!(bad, BadTold::Demanded(value.into()));
        }
        assert_eq!(
            wrong(&|t| t.back = "http://a.example/".into()),
            BadTold::Back
        );
        let shown = format!("{:?}", told("https://id.mfa.example"));
        assert_eq!(shown, "Told(https://id.mfa.example)");
    }
}
