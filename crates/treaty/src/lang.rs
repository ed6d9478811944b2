//! The six official languages of the United Nations, and names in them.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An official language of the United Nations.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Arabic, written from right to left.
    Ar,
    /// English, the language in which every name and title is known.
    #[default]
    En,
    /// Spanish.
    Es,
    /// French.
    Fr,
    /// Russian.
    Ru,
    /// Chinese.
    Zh,
}

/// What was given names no official language.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not one of the six languages: use en, fr, es, ar, zh or ru")]
pub struct BadLang(String);

impl Lang {
    /// All six, in the order of the United Nations' own language bar.
    pub const ALL: [Lang; 6] = [Lang::Ar, Lang::Zh, Lang::En, Lang::Fr, Lang::Ru, Lang::Es];

    /// The two-letter code (ISO 639-1).
    pub fn code(self) -> &'static str {
        match self {
            Lang::Ar => "ar",
            Lang::En => "en",
            Lang::Es => "es",
            Lang::Fr => "fr",
            Lang::Ru => "ru",
            Lang::Zh => "zh",
        }
    }
}

impl FromStr for Lang {
    type Err = BadLang;

    fn from_str(s: &str) -> Result<Self, BadLang> {
        Lang::ALL
            .into_iter()
            .find(|lang| lang.code() == s)
            .ok_or_else(|| BadLang(s.to_owned()))
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

/// A name or title in the languages in which it is known; English always is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "BTreeMap<Lang, String>", into = "BTreeMap<Lang, String>")]
pub struct Names {
    en: String,
    others: BTreeMap<Lang, String>,
}

/// A set of names without the English one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the English name (`en`) is missing")]
pub struct NoEnglishName;

impl Names {
    /// A name known in English only.
    pub fn english(name: impl Into<String>) -> Names {
        Names {
            en: name.into(),
            others: BTreeMap::new(),
        }
    }

    /// The name in `lang`, else in English.
    pub fn get(&self, lang: Lang) -> &str {
        self.others
            .get(&lang)
            .map_or(self.en.as_str(), String::as_str)
    }

    /// The name in `lang`, if it is known there.
    pub fn exactly(&self, lang: Lang) -> Option<&str> {
        if lang == Lang::En {
            Some(&self.en)
        } else {
            self.others.get(&lang).map(String::as_str)
        }
    }

    /// Every name with its language, English first.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        std::iter::once((Lang::En, self.en.as_str())).chain(
            self.others
                .iter()
                .map(|(lang, name)| (*lang, name.as_str())),
        )
    }
}

impl TryFrom<BTreeMap<Lang, String>> for Names {
    type Error = NoEnglishName;

    fn try_from(mut names: BTreeMap<Lang, String>) -> Result<Self, NoEnglishName> {
        let en = names.remove(&Lang::En).ok_or(NoEnglishName)?;
        Ok(Names { en, others: names })
    }
}

impl From<Names> for BTreeMap<Lang, String> {
    fn from(names: Names) -> Self {
        let mut all = names.others;
        all.insert(Lang::En, names.en);
        all
    }
}
