//! The words by which texts tell what the vocabulary has codes for, and where they stand in a text.
//!
//! The tables are `words_en` and `words_fr`. Case, accents, hyphens and apostrophes make no difference.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use ledger::body::ApproachState;
use ledger::body::vocabulary::{
    ActedAs, ApproachKind, Channel, Level, Obstacle, Outcome, Support, Theme,
};

use super::text::{Word, folded_words};
use super::words_en::EN;
use super::words_fr::FR;

/// Codes, each with the phrases that mean it.
pub(super) type Table<T> = &'static [(T, &'static [&'static str])];

/// The words of one language.
pub(super) struct Words {
    /// Kinds of activity, as things: `letter`.
    pub(super) kinds: Table<ApproachKind>,
    /// The same as what somebody did: `wrote to`.
    pub(super) did: Table<ApproachKind>,
    /// The same as what somebody is to do: `meet`, after `will`; `rencontrera`.
    pub(super) to_do: Table<ApproachKind>,
    pub(super) levels: Table<Level>,
    pub(super) channels: Table<Channel>,
    /// Places that are channels too.
    pub(super) cities: Table<Channel>,
    pub(super) forums: Table<&'static str>,
    pub(super) themes: Table<Theme>,
    pub(super) outcomes: Table<Outcome>,
    pub(super) obstacles: Table<Obstacle>,
    pub(super) supports: Table<Support>,
    pub(super) acted_as: Table<ActedAs>,
    /// Those who approach and are no participant.
    pub(super) bodies: Table<ActedAs>,
    pub(super) states: Table<ApproachState>,
    /// Verbs that begin what is to be done next.
    pub(super) steps: &'static [&'static str],
    /// The same, where they may be nouns too: only after something that took place.
    pub(super) perhaps_steps: &'static [&'static str],
    /// Headings of what is to be done next.
    pub(super) headings: &'static [&'static str],
    /// Help is asked for.
    pub(super) asking: &'static [&'static str],
    /// Help is offered.
    pub(super) offering: &'static [&'static str],
    /// Phrases that hold a word of another table and do not mean it.
    pub(super) nothing: &'static [&'static str],
}

/// What a phrase may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    Kind(ApproachKind),
    Did(ApproachKind),
    ToDo(ApproachKind),
    Level(Level),
    Channel(Channel),
    City(Channel),
    Forum(&'static str),
    Theme(Theme),
    Outcome(Outcome),
    Obstacle(Obstacle),
    Support(Support),
    ActedAs(ActedAs),
    Body(ActedAs),
    State(ApproachState),
    Step,
    PerhapsStep,
    Heading,
    Asking,
    Offering,
    Nothing,
}

type Index = BTreeMap<String, Vec<(Vec<String>, Vec<Meaning>)>>;

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut phrases = BTreeMap::<Vec<String>, Vec<Meaning>>::new();
        for (phrase, meaning) in [EN, FR].iter().flat_map(|words| all(words)) {
            let meanings = phrases.entry(folded_words(phrase)).or_default();
            if !meanings.contains(&meaning) {
                meanings.push(meaning);
            }
        }
        let mut index = Index::new();
        for (words, meanings) in phrases {
            if let Some(first) = words.first().cloned() {
                index.entry(first).or_default().push((words, meanings));
            }
        }
        for same in index.values_mut() {
            same.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        index
    })
}

/// Every phrase of a language, with what it means.
fn all(words: &Words) -> Vec<(&'static str, Meaning)> {
    fn of<T: Copy>(
        table: Table<T>,
        meaning: fn(T) -> Meaning,
    ) -> impl Iterator<Item = (&'static str, Meaning)> {
        let rows = table.iter();
        rows.flat_map(move |(code, phrases)| phrases.iter().map(move |p| (*p, meaning(*code))))
    }
    let plain = [
        (words.steps, Meaning::Step),
        (words.perhaps_steps, Meaning::PerhapsStep),
        (words.headings, Meaning::Heading),
        (words.asking, Meaning::Asking),
        (words.offering, Meaning::Offering),
        (words.nothing, Meaning::Nothing),
    ];
    let plain = plain
        .into_iter()
        .flat_map(|(phrases, meaning)| phrases.iter().map(move |phrase| (*phrase, meaning)));
    of(words.kinds, Meaning::Kind)
        .chain(of(words.did, Meaning::Did))
        .chain(of(words.to_do, Meaning::ToDo))
        .chain(of(words.levels, Meaning::Level))
        .chain(of(words.channels, Meaning::Channel))
        .chain(of(words.cities, Meaning::City))
        .chain(of(words.forums, Meaning::Forum))
        .chain(of(words.themes, Meaning::Theme))
        .chain(of(words.outcomes, Meaning::Outcome))
        .chain(of(words.obstacles, Meaning::Obstacle))
        .chain(of(words.supports, Meaning::Support))
        .chain(of(words.acted_as, Meaning::ActedAs))
        .chain(of(words.bodies, Meaning::Body))
        .chain(of(words.states, Meaning::State))
        .chain(plain)
        .collect()
}

/// The longest phrase that begins at a word: how many words it has, and what it may mean.
pub(super) fn phrase_at(words: &[Word<'_>], at: usize) -> Option<(usize, &'static [Meaning])> {
    let same = index().get(&words.get(at)?.folded)?;
    let fits = |phrase: &Vec<String>| {
        let there = words.get(at..at + phrase.len());
        there.is_some_and(|there| {
            there
                .iter()
                .zip(phrase)
                .all(|(word, of)| word.folded == *of)
                && there[1..].iter().all(|word| word.joined)
        })
    };
    let (phrase, meanings) = same.iter().find(|(phrase, _)| fits(phrase))?;
    Some((phrase.len(), meanings))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has_all<T: Copy + PartialEq + std::fmt::Debug>(table: Table<T>, all: &[T]) {
        for code in all {
            let phrases = table.iter().filter(|(of, _)| of == code);
            assert!(
                phrases.flat_map(|(_, phrases)| *phrases).count() > 0,
                "{code:?}"
            );
        }
    }

    /// A code that no words reach could only be picked from a list.
    #[test]
    fn every_code_of_the_vocabulary_is_reached_by_plain_words_in_both_languages() {
        for words in [EN, FR] {
            has_all(words.kinds, ApproachKind::ALL);
            has_all(words.levels, Level::ALL);
            has_all(words.themes, Theme::ALL);
            has_all(words.outcomes, Outcome::ALL);
            has_all(words.obstacles, Obstacle::ALL);
            has_all(words.supports, Support::ALL);
            has_all(words.acted_as, ActedAs::ALL);
            let channels = [words.channels, words.cities].concat();
            for channel in Channel::ALL {
                assert!(channels.iter().any(|(of, _)| of == channel), "{channel:?}");
            }
        }
    }

    #[test]
    fn the_two_languages_know_the_same_forums() {
        let codes = |words: &Words| {
            words
                .forums
                .iter()
                .map(|(code, _)| *code)
                .collect::<Vec<_>>()
        };
        assert_eq!(codes(&EN), codes(&FR));
    }

    /// Where a phrase has several meanings, the sentence must be able to decide: a kind or help, by
    /// whether it is asked for or offered.
    #[test]
    fn no_phrase_means_two_codes_of_one_list() {
        for (phrase, meanings) in index().values().flatten() {
            for (at, one) in meanings.iter().enumerate() {
                let list = std::mem::discriminant(one);
                let twice = meanings[..at]
                    .iter()
                    .any(|other| std::mem::discriminant(other) == list);
                assert!(!twice, "{phrase:?}: {meanings:?}");
            }
        }
    }
}
