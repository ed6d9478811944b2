//! Whole addresses, for what is read away from the pages: feeds, calendars.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::App;
use crate::ask::encode;
use crate::asked::Asked;

/// The name of the header by which a proxy says that it was asked over TLS. `road` takes it away where
/// it is not to be believed.
pub(crate) const PROTO: &str = "x-forwarded-proto";

/// Where the instance was told its public address, every request is one to it: what stands in `Host`
/// and in the headers of proxies is for whoever sends them to choose. Nobody after this sees them.
pub(crate) async fn stand(
    State(app): State<App>,
    mut request: Request,
    next: Next,
) -> Response {
    if let Some(address) = &app.address {
        let headers = request.headers_mut();
        let host = HeaderValue::from_str(address.authority());
        headers.insert(
            header::HOST,
            host.expect("an address is letters and digits"),
        );
        let proto = if address.is_secure() { "https" } else { "http" };
        headers.insert(PROTO, HeaderValue::from_static(proto));
    }
    next.run(request).await
}

/// How a reader reached the site: `https://accede.example`, without a slash at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin(String);

impl Origin {
    /// Reads it off a request; `None` without a host that can be one.
    pub(crate) fn of(headers: &HeaderMap) -> Option<Origin> {
        let host = host(headers)?;
        let secure = headers.get(PROTO).is_some_and(|proto| proto == "https");
        let scheme = if secure { "https" } else { "http" };
        Some(Origin(format!("{scheme}://{host}")))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// The host a request names, if it is one.
pub(crate) fn host(headers: &HeaderMap) -> Option<&str> {
    headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .filter(|host| !host.is_empty() && host.len() <= 255 && host.bytes().all(is_of_a_host))
}

fn is_of_a_host(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':' | b'[' | b']')
}

/// The site as somebody would write it in a command line: where it was reached, else where it
/// stands if nothing else was said.
pub(crate) fn here(asked: &Asked) -> &str {
    asked
        .origin()
        .map_or("http://127.0.0.1:8080", Origin::as_str)
}

impl Asked {
    /// An address of the site, `/states/ITA` or `/feed.atom?before=…`, as it is given to those who
    /// read it elsewhere: with the host where it is known, and with the language, for whoever
    /// fetches it later sends none.
    pub(crate) fn abroad(&self, path: &str) -> String {
        let between = if path.contains('?') { '&' } else { '?' };
        let origin = self.origin().map_or("", Origin::as_str);
        format!("{origin}{path}{between}lang={}", encode(self.lang.code()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(pairs: &[(&'static str, &'static str)]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, value.parse().unwrap());
        }
        Origin::of(&headers).map(|origin| origin.as_str().to_owned())
    }

    #[test]
    fn an_origin_is_a_scheme_and_a_host() {
        assert_eq!(
            origin(&[("host", "a.example:81")]).unwrap(),
            "http://a.example:81"
        );
        assert_eq!(
            origin(&[("host", "a.example"), (PROTO, "https")]).unwrap(),
            "https://a.example"
        );
        assert_eq!(origin(&[("host", "a.example\"><b>")]), None);
        assert_eq!(origin(&[("host", "")]), None);
        assert_eq!(origin(&[]), None);
    }
}
