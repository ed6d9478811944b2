//! Alphabetical order, the same on every machine.

use treaty::ParticipantId;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::Words;
use crate::names::Case;

impl Words {
    /// States in the alphabetical order of the texts' language, as the United Nations' lists have
    /// them: by the name that stands in a list, `Égypte` under E and `Iran (Islamic Republic of)`
    /// under I, letter by letter, without regard to accents, case, blanks, hyphens and
    /// apostrophes. `République de Corée` comes before `République démocratique du Congo`.
    pub fn in_order<'s>(
        &self,
        states: impl IntoIterator<Item = (ParticipantId, &'s str)>,
    ) -> Vec<(ParticipantId, &'s str)> {
        let mut states: Vec<_> = states.into_iter().collect();
        states.sort_by_cached_key(|(code, name)| (self.order(*code, name), *code));
        states
    }

    /// Where a State stands in that order: keys compare as their States do.
    pub fn order(&self, code: ParticipantId, name: &str) -> String {
        folded(&self.state(code, name, Case::List))
    }
}

/// The letters and digits of a text alone, small and without accents.
pub(crate) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        for c in c.to_lowercase() {
            match c {
                'œ' => out.push_str("oe"),
                'æ' => out.push_str("ae"),
                'ø' => out.push('o'),
                'ł' => out.push('l'),
                'đ' => out.push('d'),
                'ı' => out.push('i'),
                c if c.is_alphanumeric() => out.push(c),
                _ => {}
            }
        }
    }
    out
}
