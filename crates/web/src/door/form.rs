//! Forms that are sent: from our own pages alone.

use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use axum::http::{HeaderMap, header};
use people::SessionKey;

use crate::problem::Problem;
use crate::site::Origin;

/// What was sent, or why it cannot be read.
pub(crate) type Sent = Result<Form<Vec<(String, String)>>, FormRejection>;

/// The fields of a form, as sent.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fields(Vec<(String, String)>);

impl Fields {
    /// Takes what was sent, if our own page sent it.
    ///
    /// # Errors
    ///
    /// [`Problem::Forged`] if it comes from elsewhere, or nothing says where from.
    pub(crate) fn take(headers: &HeaderMap, sent: Sent) -> Result<Fields, Problem> {
        if !is_our_own(headers) {
            return Err(Problem::Forged);
        }
        match sent {
            Ok(Form(sent)) => Ok(Fields(sent)),
            Err(cause) => Err(Problem::of_a_body(cause.status()).unwrap_or(Problem::NotAForm)),
        }
    }

    /// A field; empty if it was not sent.
    pub(crate) fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(given, _)| given == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// Every value of a field that may be given several times.
    pub(crate) fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        let given = self.0.iter().filter(move |(given, _)| given == name);
        given.map(|(_, value)| value.as_str())
    }

    /// What a field says that is sent several times, where it stands for the `at`th time; empty if it does
    /// not.
    pub(crate) fn nth<'f>(&'f self, name: &'f str, at: usize) -> &'f str {
        self.all(name).nth(at).unwrap_or_default()
    }

    /// Adds a field.
    pub(crate) fn put(&mut self, name: &str, value: impl Into<String>) {
        self.0.push((name.to_owned(), value.into()));
    }

    /// Says of a field what `values` say, and nothing else.
    pub(crate) fn set<V: Into<String>>(
        &mut self,
        name: &str,
        values: impl IntoIterator<Item = V>,
    ) {
        self.0.retain(|(given, _)| given != name);
        let new = values.into_iter();
        self.0
            .extend(new.map(|value| (name.to_owned(), value.into())));
    }

    /// Takes away every field whose name begins so.
    pub(crate) fn without(&mut self, prefix: &str) {
        self.0.retain(|(name, _)| !name.starts_with(prefix));
    }

    /// The fields and what they say, in their order.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.0.iter();
        all.map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether it is a form of this session.
    ///
    /// # Errors
    ///
    /// [`Problem::Forged`] if not.
    pub(crate) fn of(&self, key: &SessionKey) -> Result<(), Problem> {
        if key.is_csrf(self.get("form")) {
            Ok(())
        } else {
            Err(Problem::Forged)
        }
    }

    /// Where to go on: an address of our own pages, or home.
    pub(crate) fn next(&self) -> String {
        own_address(self.get("next"))
    }
}

/// The address, if it is one of our own, else home. `//host` and `/\host` lead elsewhere.
pub(crate) fn own_address(next: &str) -> String {
    let own = next.starts_with('/')
        && !next.starts_with("//")
        && next.len() <= 2000
        && next
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if own { next.to_owned() } else { "/".to_owned() }
}

/// Whether one of our own pages sent it: so a browser says, which no page can make it say otherwise
/// (Fetch standard; Fetch Metadata, `Sec-Fetch-Site`).
fn is_our_own(headers: &HeaderMap) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin";
    }
    let told = headers
        .get(header::ORIGIN)
        .and_then(|told| told.to_str().ok());
    let own = Origin::of(headers);
    told.is_some() && told == own.as_ref().map(Origin::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_on_to_our_own_pages_alone() {
        for own in ["/", "/treaties/ctbt?on=2020-01-01", "/join/abc"] {
            assert_eq!(own_address(own), own);
        }
        for other in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a b",
            "/é",
            "x",
        ] {
            assert_eq!(own_address(other), "/", "{other}");
        }
    }

    #[test]
    fn a_form_of_another_site_is_refused() {
        let sent = |pairs: &[(&'static str, &'static str)]| {
            let mut headers = HeaderMap::new();
            headers.insert("host", "accede.test".parse().unwrap());
            for (name, value) in pairs {
                headers.insert(*name, value.parse().unwrap());
            }
            Fields::take(&headers, Ok(Form(Vec::new()))).is_ok()
        };
        assert!(sent(&[("sec-fetch-site", "same-origin")]));
        assert!(sent(&[("origin", "http://accede.test")]));
        for forged in [
            &[][..],
            &[
                ("sec-fetch-site", "cross-site"),
                ("origin", "http://accede.test"),
            ],
            &[("sec-fetch-site", "same-site")],
            &[("sec-fetch-site", "none")],
            &[("origin", "https://accede.test")],
            &[("origin", "http://evil.example")],
            &[("origin", "null")],
        ] {
            assert!(!sent(forged), "{forged:?}");
        }
    }
}
