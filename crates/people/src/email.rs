//! E-mail addresses, and names as people write them.

use std::fmt;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// An e-mail address, as its owner writes it. Two are the same if they differ in case alone.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// What was given is no e-mail address. It is not repeated: it may be a password in the wrong field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "that is no e-mail address: it has one @ with something before and after it, and no space"
)]
pub struct BadEmail;

impl Email {
    /// Reads an address. The accents of its letters are put into one form (NFC).
    ///
    /// # Errors
    ///
    /// [`BadEmail`]
    pub fn new(text: &str) -> Result<Email, BadEmail> {
        let text: String = text.trim().nfc().collect();
        let odd = |c: char| c.is_whitespace() || c.is_control() || "<>,;\"()".contains(c);
        let fits = text.len() <= 254
            && !text.contains(odd)
            && matches!(text.split('@').collect::<Vec<_>>()[..],
                [before, after] if !before.is_empty() && !after.is_empty());
        if fits { Ok(Email(text)) } else { Err(BadEmail) }
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In the form in which two are compared.
    pub fn folded(&self) -> String {
        folded(&self.0)
    }
}

/// The form in which what people type as their address is compared, whether or not it is one.
pub(crate) fn folded(text: &str) -> String {
    let short: String = text.trim().chars().take(300).collect();
    let lower: String = short.nfc().collect::<String>().to_lowercase();
    lower.nfc().collect()
}

impl PartialEq for Email {
    fn eq(&self, other: &Email) -> bool {
        self.folded() == other.folded()
    }
}

impl Eq for Email {}

impl fmt::Debug for Email {
    /// Not for logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(…)")
    }
}

impl TryFrom<String> for Email {
    type Error = BadEmail;

    fn try_from(text: String) -> Result<Email, BadEmail> {
        Email::new(&text)
    }
}

impl From<Email> for String {
    fn from(email: Email) -> String {
        email.0
    }
}

/// What was given is no name of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a name has 1 to 120 characters, on one line")]
pub struct BadName;

/// A person's name in one form: without space around it, NFC, no character that is not seen.
///
/// # Errors
///
/// [`BadName`]
pub(crate) fn name(text: &str) -> Result<String, BadName> {
    let name: String = text.trim().nfc().collect();
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    };
    if (1..=120).contains(&name.chars().count()) && !name.contains(hidden) {
        Ok(name)
    } else {
        Err(BadName)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_differ_in_case_or_accents_alone_are_one() {
        let same = |a: &str, b: &str| Email::new(a).unwrap() == Email::new(b).unwrap();
        assert!(same("Anna.Smith@MFA.example", " anna.smith@mfa.EXAMPLE "));
        assert!(same("andre\u{301}@x.org", "André@x.org"));
        assert!(!same("a@x.org", "b@x.org"));
        assert_eq!(Email::new("A@x.org").unwrap().as_str(), "A@x.org");
    }

    #[test]
    fn what_is_no_address_is_refused_and_not_repeated() {
        for bad in [
            "", "a", "@", "a@", "@b", "a@b@c", "a b@c", "a@b\n", "\"a\"@b", "a@b>",
        ] {
            let bad = format!("{bad}\u{7}");
            assert_eq!(Email::new(&bad), Err(BadEmail), "{bad:?}");
        }
        assert!(Email::new(&format!("{}@b.c", "a".repeat(260))).is_err());
        assert!(Email::new("a@localhost").is_ok());
        assert_eq!(format!("{:?}", Email::new("a@b.c").unwrap()), "Email(…)");
    }

    #[test]
    fn a_name_is_one_line_that_is_seen() {
        assert_eq!(name("  Thảo Nguyễn ").unwrap(), "Thảo Nguyễn");
        for bad in ["", "  ", "a\nb", "a\u{202E}b", &"x".repeat(121)] {
            assert_eq!(name(bad), Err(BadName), "{bad:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in ".{0,40}") {
            let once = folded(&text);
            proptest::prop_assert_eq!(folded(&once), once);
        }
    }
}
