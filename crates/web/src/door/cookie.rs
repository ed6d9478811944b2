//! The cookies: of a session, of a device that signed in before, of an errand, and of a browser that was
//! asked for a passkey. None is for scripts, nor
//! for requests that other sites begin (RFC 6265bis, SameSite).

use axum::http::{HeaderMap, HeaderValue, header};

use crate::site::Origin;

/// Which cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Name {
    /// Of the session; it ends with the browser, and earlier by itself.
    Session,
    /// Of the device, for 180 days.
    Device,
    /// Of who is on the way to an issuer and back, for ten minutes.
    Errand,
    /// Of a browser that was asked for a passkey, for as long as it may answer.
    Asked,
}

/// Over TLS a cookie is bound to this host, this path and TLS by its name.
const BOUND: &str = "__Host-";
const ERRAND_SECONDS: u32 = 10 * 60;
const ASKED_SECONDS: u32 = 5 * 60;
const DEVICE_SECONDS: u32 = 180 * 24 * 60 * 60;

impl Name {
    fn plain(self) -> &'static str {
        match self {
            Name::Session => "accede-session",
            Name::Device => "accede-device",
            Name::Errand => "accede-errand",
            Name::Asked => "accede-asked",
        }
    }

    fn full(self, secure: bool) -> String {
        format!("{}{}", if secure { BOUND } else { "" }, self.plain())
    }
}

/// Whether the site was reached over TLS.
fn secure(headers: &HeaderMap) -> bool {
    Origin::of(headers).is_some_and(|origin| origin.as_str().starts_with("https:"))
}

/// What a request brings. Over TLS only the bound one counts, which no other host can have set; and of
/// two of a name neither does.
pub(crate) fn read(headers: &HeaderMap, name: Name) -> Option<String> {
    let name = name.full(secure(headers));
    let mut found = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(given, _)| *given == name);
    let (_, value) = found.next()?;
    found.next().is_none().then(|| value.to_owned())
}

/// Whether an answer gives its reader a session.
pub(crate) fn gives_a_session(headers: &HeaderMap) -> bool {
    let given = headers.get_all(header::SET_COOKIE).iter();
    let mut given = given.filter_map(|value| value.to_str().ok()?.split_once('='));
    given.any(|(name, value)| {
        let ours = [true, false].map(|secure| Name::Session.full(secure));
        ours.iter().any(|one| one == name) && !value.starts_with(';')
    })
}

/// The header that sets one; without a value, that removes it.
pub(crate) fn set(headers: &HeaderMap, name: Name, value: Option<&str>) -> Option<HeaderValue> {
    let secure = secure(headers);
    let lasts = match (value, name) {
        (None, _) => "; Max-Age=0".to_owned(),
        (Some(_), Name::Session) => String::new(),
        (Some(_), Name::Asked) => format!("; Max-Age={ASKED_SECONDS}"),
        (Some(_), Name::Device) => format!("; Max-Age={DEVICE_SECONDS}"),
        (Some(_), Name::Errand) => format!("; Max-Age={ERRAND_SECONDS}"),
    };
    let text = format!(
        "{}={}; Path=/; HttpOnly; SameSite=Lax{}{lasts}",
        name.full(secure),
        value.unwrap_or_default(),
        if secure { "; Secure" } else { "" },
    );
    let mut header = HeaderValue::from_str(&text).ok()?;
    header.set_sensitive(true);
    Some(header)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert("host", "accede.test".parse().unwrap());
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        headers
    }

    #[test]
    fn a_cookie_is_for_one_host_and_no_script() {
        let plain = set(&headers(&[]), Name::Session, Some("x")).unwrap();
        assert_eq!(plain, "accede-session=x; Path=/; HttpOnly; SameSite=Lax");
        let over_tls = headers(&[("x-forwarded-proto", "https")]);
        let bound = set(&over_tls, Name::Device, Some("x")).unwrap();
        assert_eq!(
            bound,
            "__Host-accede-device=x; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=15552000"
        );
        let gone = set(&over_tls, Name::Session, None).unwrap();
        assert!(gone.to_str().unwrap().ends_with("; Secure; Max-Age=0"));
    }

    #[test]
    fn what_could_be_set_by_another_host_does_not_count() {
        let brought = ("cookie", "a=b; accede-session=one; accede-device=two");
        let read_of = |pairs: &[_]| read(&headers(pairs), Name::Session);
        assert_eq!(read_of(&[brought]).as_deref(), Some("one"));
        assert_eq!(read_of(&[brought, ("x-forwarded-proto", "https")]), None);
        assert_eq!(
            read_of(&[brought, ("cookie", "accede-session=three")]),
            None
        );
        let bound = ("cookie", "__Host-accede-session=four");
        let over_tls = ("x-forwarded-proto", "https");
        assert_eq!(read_of(&[bound, over_tls]).as_deref(), Some("four"));
        assert_eq!(read_of(&[bound]), None);
    }
}
