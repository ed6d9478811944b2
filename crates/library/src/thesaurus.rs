//! Terms of the field that are used for one another, and words that say little alone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::analysis::{Analyst, fold, spans};
use crate::language::Language;

/// Terms that are used for one another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circle {
    /// What it is about, as a slug.
    pub name: String,
    /// Where it rests.
    pub why: String,
    /// The terms, by language.
    #[serde(flatten)]
    pub terms: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct File {
    circle: Vec<Circle>,
    small: BTreeMap<String, String>,
}

struct Thesaurus {
    circles: Vec<Circle>,
    /// Language and stems of a term, and the circles that it stands in.
    known: BTreeMap<String, BTreeSet<usize>>,
    small: BTreeMap<Language, BTreeSet<String>>,
}

static THESAURUS: LazyLock<Thesaurus> = LazyLock::new(|| {
    let file: File =
        toml::from_str(include_str!("../thesaurus.toml")).expect("a test reads it");
    let mut known: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (at, circle) in file.circle.iter().enumerate() {
        for (tag, terms) in &circle.terms {
            for term in terms {
                known
                    .entry(key(Language::of_tag(tag), term))
                    .or_default()
                    .insert(at);
            }
        }
    }
    let small = file.small.iter().map(|(tag, words)| {
        (
            Language::of_tag(tag),
            words.split_whitespace().map(fold).collect(),
        )
    });
    Thesaurus {
        circles: file.circle,
        known,
        small: small.collect(),
    }
});

/// The circles, with where each rests: what a reader who asks for synonyms is told.
pub fn thesaurus() -> &'static [Circle] {
    &THESAURUS.circles
}

/// Language and stems of a term; what two ways of writing it have in common.
fn key(language: Language, phrase: &str) -> String {
    let analyst = Analyst::new(language);
    let mut key = String::from(language.letter());
    for span in spans(phrase) {
        let word = &phrase[span.from..span.to];
        let stem = analyst.stem(word);
        key.push(' ');
        key.push_str(&if stem.is_empty() { fold(word) } else { stem });
    }
    key
}

/// What somebody may mean by a term.
#[derive(Debug, Clone)]
pub(crate) struct Sense {
    circles: BTreeSet<usize>,
    own: BTreeSet<String>,
}

/// The sense of a term in the language asked, or in any.
pub(crate) fn sense_of(phrase: &str, asked: Option<Language>) -> Option<Sense> {
    let mut sense = Sense {
        circles: BTreeSet::new(),
        own: BTreeSet::new(),
    };
    for language in Language::ALL {
        if asked.is_none_or(|asked| asked == language) {
            let key = key(language, phrase);
            if let Some(circles) = THESAURUS.known.get(&key) {
                sense.circles.extend(circles);
                sense.own.insert(key);
            }
        }
    }
    (!sense.circles.is_empty()).then_some(sense)
}

impl Sense {
    /// The other terms, with their languages.
    pub(crate) fn others(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let circles = self.circles.iter().map(|at| &THESAURUS.circles[*at]);
        let terms = circles.flat_map(|circle| &circle.terms);
        let all = terms.flat_map(|(tag, terms)| {
            terms.iter().map(move |term| (tag.as_str(), term.as_str()))
        });
        all.filter(|(tag, term)| !self.own.contains(&key(Language::of_tag(tag), term)))
    }
}

/// Whether a word, folded, says little alone in the language asked, or in any.
pub(crate) fn is_small_word(word: &str, asked: Option<Language>) -> bool {
    THESAURUS.small.iter().any(|(language, words)| {
        asked.is_none_or(|asked| asked == *language) && words.contains(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_and_each_circle_says_where_it_rests() {
        assert!(thesaurus().len() > 10);
        for circle in thesaurus() {
            assert!(!circle.why.is_empty(), "{}", circle.name);
            let languages: Vec<&str> = circle.terms.keys().map(String::as_str).collect();
            assert_eq!(
                languages,
                ["ar", "en", "es", "fr", "ru", "zh"],
                "{}",
                circle.name
            );
        }
    }

    #[test]
    fn a_form_of_a_term_has_its_sense_and_is_none_of_the_others() {
        let sense = sense_of("universalisation", None).unwrap();
        let others: Vec<_> = sense.others().collect();
        assert!(others.contains(&("en", "accession")), "{others:?}");
        assert!(!others.contains(&("fr", "universalisation")), "{others:?}");
        assert!(sense_of("bridge", None).is_none());
        assert!(sense_of("adherence", Some(Language::French)).is_none());
    }

    #[test]
    fn small_words_are_those_of_the_language() {
        assert!(is_small_word("die", None));
        assert!(!is_small_word("die", Some(Language::English)));
        assert!(is_small_word("the", Some(Language::English)));
    }
}
