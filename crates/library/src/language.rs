//! The languages whose words are brought to their stems.

use frostem::{Algorithm, Stemmer};

/// How the words of a text are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Language {
    Arabic,
    Chinese,
    Dutch,
    English,
    French,
    German,
    Italian,
    Japanese,
    Korean,
    Portuguese,
    Russian,
    Spanish,
    /// Not said, or one whose stems we do not know: words as they stand.
    Other,
}

impl Language {
    pub(crate) const ALL: [Language; 13] = [
        Language::Arabic,
        Language::Chinese,
        Language::Dutch,
        Language::English,
        Language::French,
        Language::German,
        Language::Italian,
        Language::Japanese,
        Language::Korean,
        Language::Portuguese,
        Language::Russian,
        Language::Spanish,
        Language::Other,
    ];

    /// Of a tag of BCP 47, by its first subtag.
    pub(crate) fn of_tag(tag: &str) -> Language {
        match primary(tag).as_str() {
            "ar" => Language::Arabic,
            "zh" => Language::Chinese,
            "nl" => Language::Dutch,
            "en" => Language::English,
            "fr" => Language::French,
            "de" => Language::German,
            "it" => Language::Italian,
            "ja" => Language::Japanese,
            "ko" => Language::Korean,
            "pt" => Language::Portuguese,
            "ru" => Language::Russian,
            "es" => Language::Spanish,
            _ => Language::Other,
        }
    }

    /// Its place in [`Language::ALL`], which is how it is kept.
    pub(crate) fn number(self) -> u8 {
        match self {
            Language::Arabic => 0,
            Language::Chinese => 1,
            Language::Dutch => 2,
            Language::English => 3,
            Language::French => 4,
            Language::German => 5,
            Language::Italian => 6,
            Language::Japanese => 7,
            Language::Korean => 8,
            Language::Portuguese => 9,
            Language::Russian => 10,
            Language::Spanish => 11,
            Language::Other => 12,
        }
    }

    /// The letter its terms begin with.
    pub(crate) fn letter(self) -> char {
        match self {
            Language::Arabic => 'a',
            Language::Chinese => 'z',
            Language::Dutch => 'n',
            Language::English => 'e',
            Language::French => 'f',
            Language::German => 'd',
            Language::Italian => 'i',
            Language::Japanese => 'j',
            Language::Korean => 'k',
            Language::Portuguese => 'p',
            Language::Russian => 'r',
            Language::Spanish => 's',
            Language::Other => 'u',
        }
    }

    pub(crate) fn of_letter(letter: char) -> Option<Language> {
        Language::ALL
            .into_iter()
            .find(|language| language.letter() == letter)
    }

    pub(crate) fn stemmer(self) -> Option<Stemmer> {
        let algorithm = match self {
            Language::Arabic => Algorithm::Arabic,
            Language::Dutch => Algorithm::Dutch,
            Language::English => Algorithm::English,
            Language::French => Algorithm::French,
            Language::German => Algorithm::German,
            Language::Italian => Algorithm::Italian,
            Language::Portuguese => Algorithm::Portuguese,
            Language::Russian => Algorithm::Russian,
            Language::Spanish => Algorithm::Spanish,
            Language::Chinese | Language::Japanese | Language::Korean | Language::Other => {
                return None;
            }
        };
        Some(Stemmer::new(algorithm))
    }

    /// Whether accents take part in its stems, so that a word typed without them may have another.
    pub(crate) fn stems_hear_accents(self) -> bool {
        match self {
            Language::Dutch
            | Language::French
            | Language::German
            | Language::Italian
            | Language::Portuguese
            | Language::Spanish => true,
            Language::Arabic
            | Language::Chinese
            | Language::English
            | Language::Japanese
            | Language::Korean
            | Language::Russian
            | Language::Other => false,
        }
    }
}

/// The first subtag, in lower case: `zh` of `zh-Hans`.
pub(crate) fn primary(tag: &str) -> String {
    tag.split(['-', '_'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase()
}
