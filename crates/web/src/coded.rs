//! The ledger's vocabulary of approaches in the reader's words: which list each of its enums is.

pub(crate) mod codes;

use std::borrow::Cow;
use std::fmt::Display;
use std::str::FromStr;

use ledger::body::ApproachState;
use ledger::body::vocabulary::{
    ActedAs, ApproachKind, AttributionConfidence, Channel, Distribution, DocumentKind,
    DocumentTheme, DomesticStep, Level, Obstacle, Outcome, PledgeKind, PledgeState, RoleKind,
    StateStage, Support, Theme, VotingBody,
};
use words::{List, Words};

use crate::frame::Frame;

/// A word of the vocabulary.
pub(crate) trait Coded: Display + FromStr + Copy + Ord + 'static {
    /// The list it stands in.
    const LIST: List;
    /// Every word of the list, in its order.
    const EVERY: &'static [Self];

    /// What people read.
    fn said(self, words: &Words) -> Cow<'_, str> {
        words.code(Self::LIST, &self)
    }
}

/// A word of the vocabulary, or a reference to one, however deep: templates pass references.
pub(crate) trait Says {
    fn says<'w>(&self, words: &'w Words) -> Cow<'w, str>;
}

impl<X: Says + ?Sized> Says for &X {
    fn says<'w>(&self, words: &'w Words) -> Cow<'w, str> {
        (**self).says(words)
    }
}

macro_rules! coded {
    ($($of:ident is $list:ident),+ $(,)?) => {
        $(impl Coded for $of {
            const LIST: List = List::$list;
            const EVERY: &'static [Self] = $of::ALL;
        }

        impl Says for $of {
            fn says<'w>(&self, words: &'w Words) -> Cow<'w, str> {
                self.said(words)
            }
        })+

        /// Every code of every list.
        #[cfg(test)]
        fn every_code() -> Vec<(List, String)> {
            let mut all = Vec::new();
            $(all.extend($of::EVERY.iter().map(|code| ($of::LIST, code.to_string())));)+
            all
        }
    };
}

coded! {
    ApproachKind is Kind,
    Level is Level,
    Channel is Channel,
    Theme is Theme,
    Outcome is Outcome,
    Obstacle is Obstacle,
    Support is Support,
    ActedAs is ActedAs,
    ApproachState is State,
    StateStage is Stage,
    DomesticStep is Step,
    PledgeKind is Pledge,
    PledgeState is PledgeState,
    AttributionConfidence is Confidence,
    RoleKind is Role,
    VotingBody is VotingBody,
    DocumentKind is DocumentKind,
    DocumentTheme is DocumentTheme,
    Distribution is Distribution,
}

/// Words of the vocabulary.
impl Frame {
    pub(crate) fn code(&self, code: impl Says) -> Cow<'_, str> {
        code.says(self.w)
    }

    /// A forum by its name, or in the words of who named it.
    pub(crate) fn forum(&self, forum: &str) -> Cow<'_, str> {
        self.w.code(List::Forum, &forum)
    }
}

#[cfg(test)]
mod tests {
    use treaty::Lang;

    use super::*;

    #[test]
    fn every_code_of_every_list_has_its_word_and_its_meaning_in_both_languages() {
        for lang in [Lang::En, Lang::Fr] {
            let words = Words::for_lang(lang);
            for (list, code) in every_code() {
                // French falls back upon English: a test of `words` holds that it lacks nothing.
                let said = words.code(list, &code);
                assert_ne!(said, code.replace('_', " "), "{lang} {list:?} {code}");
                let means = words.meaning(list, &code).is_some();
                assert_eq!(means, list.has_meanings(), "{lang} {list:?} {code}");
            }
        }
    }

    #[test]
    fn the_codes_of_addresses_are_those_of_the_ledger() {
        fn every<C: Coded>() -> Vec<String> {
            C::EVERY.iter().map(ToString::to_string).collect()
        }
        assert_eq!(every::<ApproachKind>(), codes::KINDS);
        assert_eq!(every::<Outcome>(), codes::OUTCOMES);
        assert_eq!(every::<Obstacle>(), codes::OBSTACLES);
        assert_eq!(every::<ApproachState>(), codes::STAGES);
        assert_eq!(every::<Level>(), codes::LEVELS);
        assert_eq!(every::<Channel>(), codes::CHANNELS);
        assert_eq!(every::<DocumentKind>(), codes::DOCUMENT_KINDS);
        assert_eq!(every::<DocumentTheme>(), codes::DOCUMENT_THEMES);
    }

    #[test]
    fn no_two_codes_of_a_list_are_said_by_the_same_word() {
        for lang in [Lang::En, Lang::Fr] {
            let words = Words::for_lang(lang);
            let mut said = std::collections::BTreeMap::new();
            for (list, code) in every_code() {
                let word = words.code(list, &code).into_owned();
                let before = said.insert((list, word.clone()), code.clone());
                assert_eq!(before, None, "{lang} {list:?}: {word} is also {code}");
            }
        }
    }
}
