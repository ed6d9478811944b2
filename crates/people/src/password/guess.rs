//! Passwords that somebody who tries a few thousand would find.
//!
//! There are no rules on what a password is made of, only on how long it is; but those that everybody
//! takes, and those that say who one is, are refused (ASVS 5.0, 6.2.4, 6.2.5 and 6.2.11).

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use super::{FEWEST, MOST};

/// The commonest, as hashes: see `common.md` beside it.
const COMMON: &[u8] = include_bytes!("common.bin");

/// Words that say what this is a password for.
const ABOUT: [&str; 2] = ["accede", "password"];

/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WeakPassword {
    /// Too short.
    #[error("a password has at least {FEWEST} characters; a sentence is easy to remember")]
    TooShort,
    /// Too long.
    #[error("a password has at most {MOST} characters")]
    TooLong,
    /// One of the commonest.
    #[error("this password is among the commonest, which are tried first; choose another")]
    Common,
    /// A short piece over and over, or a row of the alphabet.
    #[error("this password repeats or counts, and is tried early; choose another")]
    Pattern,
    /// It has the person's name or address in it.
    #[error("a password must not contain your name or e-mail address; choose another")]
    Personal,
    /// It is about this program.
    #[error("a password must not be little more than the name of this program; choose another")]
    About,
}

pub(super) fn accept(password: &str, name: &str, email: &str) -> Result<(), WeakPassword> {
    let len = password.chars().count();
    if len < FEWEST {
        return Err(WeakPassword::TooShort);
    }
    if len > MOST {
        return Err(WeakPassword::TooLong);
    }
    let folded = fold(password);
    if is_common(&folded) {
        return Err(WeakPassword::Common);
    }
    if repeats(&folded) || counts(&folded) {
        return Err(WeakPassword::Pattern);
    }
    if personal(name, email).any(|word| folded.contains(&word)) {
        return Err(WeakPassword::Personal);
    }
    let rest = ABOUT
        .iter()
        .fold(folded.clone(), |rest, word| rest.replace(word, ""));
    if rest.len() < folded.len() && rest.chars().count() < FEWEST / 2 {
        return Err(WeakPassword::About);
    }
    Ok(())
}

fn fold(text: &str) -> String {
    text.nfc().collect::<String>().to_lowercase()
}

fn is_common(folded: &str) -> bool {
    let hash = Sha256::digest(folded);
    let (all, _) = COMMON.as_chunks::<8>();
    all.binary_search_by(|known| known.as_slice().cmp(&hash[..8]))
        .is_ok()
}

/// Whether it is a piece of at most four characters, over and over.
fn repeats(folded: &str) -> bool {
    let chars: Vec<char> = folded.chars().collect();
    (1..=4).any(|len| {
        chars
            .iter()
            .skip(len)
            .eq(chars.iter().take(chars.len() - len))
    })
}

/// Whether each character follows the one before in the alphabet or among the digits, up or down.
fn counts(folded: &str) -> bool {
    let codes: Vec<u32> = folded.chars().map(u32::from).collect();
    let digit_after_nine = |a: u32, b: u32| a == u32::from('9') && b == u32::from('0');
    let up = |a: u32, b: u32| b == a + 1 || digit_after_nine(a, b);
    let all = |follows: &dyn Fn(u32, u32) -> bool| {
        codes.windows(2).all(|two| follows(two[0], two[1]))
    };
    all(&up) || all(&|a, b| up(b, a))
}

/// The words that say who somebody is: those of the name, the address and its part before the `@`,
/// unless they are so short that they stand in other words by chance.
fn personal(name: &str, email: &str) -> impl Iterator<Item = String> {
    let (name, email) = (fold(name), fold(email));
    let local = email.split('@').next().unwrap_or_default().to_owned();
    let in_local = local
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_owned);
    let mut words: Vec<String> = name.split_whitespace().map(str::to_owned).collect();
    words.extend(in_local);
    words.extend([name, local, email]);
    words.into_iter().filter(|word| word.chars().count() >= 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(password: &str) -> Result<(), WeakPassword> {
        accept(password, "Maria van der Berg", "m.vanderberg@mfa.example")
    }

    #[test]
    fn a_password_of_any_composition_is_taken() {
        for good in [
            "the fog over Geneva lifts",
            "tttttttttttq",
            "zfkqmwvhdnrt",
            "839201746529",
            "日本語の長い合い言葉を使う",
            "          .   ",
            "🙂🙃😉😌😍🥰😘😗😙😚😋😛",
        ] {
            assert_eq!(taken(good), Ok(()), "{good}");
        }
        assert_eq!(taken(&"a fine line ".repeat(21)), Ok(()));
    }

    #[test]
    fn a_password_that_is_tried_early_is_refused() {
        use WeakPassword::{About, Common, Pattern, Personal, TooLong, TooShort};
        for (bad, why) in [
            ("elevenchars", TooShort),
            ("", TooShort),
            ("123qweasdzxc", Common),
            ("1QAZ2wsx3edc", Common),
            ("unbelievable", Common),
            ("aaaaaaaaaaaa", Common),
            ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", Pattern),
            ("xyzxyzxyzxyzx", Pattern),
            ("abcdefghijklmno", Pattern),
            ("43210987654321098", Pattern),
            ("I am Maria today", Personal),
            ("what VANDERBERG says", Personal),
            ("vanderberg@mfa and", Personal),
            ("accede-password-1", About),
            ("accede accede 26", About),
        ] {
            assert_eq!(taken(bad), Err(why), "{bad}");
        }
        assert_eq!(taken(&"long ".repeat(52)), Err(TooLong));
    }

    #[test]
    fn the_list_is_sorted_and_has_at_least_the_3000_that_are_asked_for() {
        let (all, rest) = COMMON.as_chunks::<8>();
        assert!(rest.is_empty() && all.len() >= 3_000);
        assert!(all.windows(2).all(|two| two[0] < two[1]));
    }
}
