//! Reading an address: the form asked for, and the parameters, strictly.
//!
//! A parameter that is not understood is refused rather than ignored: `?om=2020-10-24` must not
//! answer for today.

use axum::http::Uri;

use crate::problem::Problem;

/// The longest query that is read. A what-if over a hundred States takes under 2,000.
const LONGEST_QUERY: usize = 4096;

/// Parameters that others hang on links and that never change an answer.
const FOREIGN: [&str; 4] = ["fbclid", "gclid", "mc_cid", "mc_eid"];

/// The form in which an answer is wanted: the extension of the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Html,
    Json,
    Csv,
    Svg,
    Png,
    Atom,
    Ics,
    /// A document.
    Paper(report::Form),
}

impl Form {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Form::Html => "html",
            Form::Json => "json",
            Form::Csv => "csv",
            Form::Svg => "svg",
            Form::Png => "png",
            Form::Atom => "atom",
            Form::Ics => "ics",
            Form::Paper(form) => form.word(),
        }
    }

    /// The forms that are written as an extension.
    const WRITTEN: [Form; 10] = [
        Form::Json,
        Form::Csv,
        Form::Svg,
        Form::Png,
        Form::Atom,
        Form::Ics,
        Form::Paper(report::Form::Docx),
        Form::Paper(report::Form::Pdf),
        Form::Paper(report::Form::Html),
        Form::Paper(report::Form::Md),
    ];

    /// Cuts the extension off a path. `/index.json` is the data of `/`.
    pub(crate) fn cut(path: &str) -> (&str, Form) {
        if path.starts_with("/static/") {
            return (path, Form::Html);
        }
        let cut = path.rsplit_once('.').and_then(|(bare, extension)| {
            let form = Form::WRITTEN
                .into_iter()
                .find(|form| form.word() == extension)?;
            Some((bare, form))
        });
        match cut {
            Some(("/index", form)) => ("/", form),
            Some(cut) => cut,
            None => (path, Form::Html),
        }
    }
}

/// The parameters of an address, decoded, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Params(Vec<(String, String)>);

impl Params {
    /// Reads the query of an address.
    pub(crate) fn read(uri: &Uri) -> Result<Params, Problem> {
        let query = uri.query().unwrap_or_default();
        if query.len() > LONGEST_QUERY {
            return Err(Problem::TooLong {
                longest: LONGEST_QUERY,
            });
        }
        let mut params = Vec::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (Some(name), Some(value)) = (decode(name), decode(value)) else {
                return Err(Problem::BadEncoding);
            };
            // A form sends what was left blank; blank means not given.
            if !value.is_empty()
                && !name.starts_with("utm_")
                && !FOREIGN.contains(&name.as_str())
            {
                params.push((name, value));
            }
        }
        Ok(Params(params))
    }

    /// The one value of a parameter.
    pub(crate) fn one(&self, name: &'static str) -> Result<Option<&str>, Problem> {
        let mut values = self.all(name);
        match (values.next(), values.next()) {
            (Some(_), Some(_)) => Err(Problem::GivenTwice { name }),
            (value, _) => Ok(value),
        }
    }

    /// Every value of a parameter.
    pub(crate) fn all<'p>(&'p self, name: &str) -> impl Iterator<Item = &'p str> {
        self.0
            .iter()
            .filter(move |(n, _)| n == name)
            .map(|(_, value)| value.as_str())
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

/// Percent-decodes; `None` for a broken sequence, a control character, or bytes that are no UTF-8.
pub(crate) fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let (hex, tail) = rest.split_at_checked(2)?;
                rest = tail;
                u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok()?
            }
            other => other,
        });
    }
    String::from_utf8(bytes)
        .ok()
        .filter(|text| !text.contains(char::is_control))
}

/// Percent-encodes a value for a query.
pub(crate) fn encode(text: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z'
            | b'A'..=b'Z'
            | b'0'..=b'9'
            | b'-'
            | b'_'
            | b'.'
            | b'~'
            | b':'
            | b',' => {
                out.push(char::from(byte));
            }
            other => write!(out, "%{other:02X}").expect("writing to a string does not fail"),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extension_chooses_the_form() {
        assert_eq!(Form::cut("/treaties/ctbt"), ("/treaties/ctbt", Form::Html));
        assert_eq!(
            Form::cut("/treaties/ctbt.json"),
            ("/treaties/ctbt", Form::Json)
        );
        assert_eq!(Form::cut("/matrix.csv"), ("/matrix", Form::Csv));
        assert_eq!(Form::cut("/index.json"), ("/", Form::Json));
        assert_eq!(
            Form::cut("/treaties/ctbt/map.svg"),
            ("/treaties/ctbt/map", Form::Svg)
        );
        assert_eq!(Form::cut("/feed.atom"), ("/feed", Form::Atom));
        for form in report::Form::ALL {
            let address = format!("/reports/status.{form}");
            assert_eq!(Form::cut(&address), ("/reports/status", Form::Paper(form)));
        }
        assert_eq!(Form::cut("/calendar.exe"), ("/calendar.exe", Form::Html));
        assert_eq!(Form::cut("/"), ("/", Form::Html));
    }

    #[test]
    fn what_is_encoded_decodes_to_the_same() {
        for text in ["Türkiye", "a b&c=d", "%", "+", "عربي", "<script>", ""] {
            assert_eq!(decode(&encode(text)).as_deref(), Some(text));
        }
    }

    #[test]
    fn broken_encodings_are_refused() {
        for text in ["%", "%4", "%zz", "%ff", "%C3", "%00", "%0a", "a%E4b", "%+1"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }

    #[test]
    fn a_parameter_given_twice_is_refused_and_a_blank_one_is_not_given() {
        let params =
            |query: &str| Params::read(&format!("/?{query}").parse().unwrap()).unwrap();
        assert!(params("on=2020-01-01&on=2021-01-01").one("on").is_err());
        assert_eq!(params("on=&lang=fr&utm_source=x").one("on").unwrap(), None);
        assert_eq!(
            params("if=XAA&if=XBB").all("if").collect::<Vec<_>>(),
            ["XAA", "XBB"]
        );
    }

    #[test]
    fn an_endless_query_is_refused() {
        let uri = format!("/?on={}", "9".repeat(LONGEST_QUERY))
            .parse()
            .unwrap();
        assert!(matches!(Params::read(&uri), Err(Problem::TooLong { .. })));
    }
}
