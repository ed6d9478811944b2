//! From text to words: where each stands, its form (case and accents folded) and its stem.
//!
//! A term of the index is the letter of a language, the stem, a NUL and the form. One list so serves both: all
//! forms of a stem stand beside each other, and each form can be asked for alone.

use frostem::Stemmer;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use unicode_normalization::UnicodeNormalization;

use crate::language::Language;

/// What stands between two paragraphs handed to the index, so that no phrase reaches over.
pub(crate) const BREAK: char = '\u{2029}';
/// How many positions a [`BREAK`] takes.
const GAP: usize = 16;
/// A word longer than this, in bytes, is no word.
const LONGEST: usize = 120;
/// Terms remembered by each tokenizer: the words of one document recur.
const REMEMBERED: usize = 1 << 14;

/// A stretch of text that is one word, or one bigram of a script without spaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) position: usize,
}

/// The words of a text, in order.
pub(crate) struct Spans<'a> {
    text: &'a str,
    at: usize,
    position: usize,
    /// The end of the run of a script without spaces in which we are.
    run: usize,
}

pub(crate) fn spans(text: &str) -> Spans<'_> {
    Spans {
        text,
        at: 0,
        position: 0,
        run: 0,
    }
}

impl Iterator for Spans<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        loop {
            if self.at < self.run
                && let Some(span) = self.bigram()
            {
                return Some(span);
            }
            let bytes = self.text.as_bytes();
            while self.at < bytes.len() && bytes[self.at].is_ascii() {
                if bytes[self.at].is_ascii_alphanumeric() {
                    break;
                }
                self.at += 1;
            }
            let first = self.text[self.at..].chars().next()?;
            if is_unspaced(first) {
                self.run = self.end_of(is_unspaced);
                if let Some(span) = self.bigram() {
                    return Some(span);
                }
                continue;
            }
            if !is_word(first) {
                self.position += if first == BREAK { GAP } else { 0 };
                self.at += first.len_utf8();
                continue;
            }
            let from = self.at;
            self.at = self.end_of_word();
            // The `s` of `State's` is no word of its own.
            let possessive = self.at - from == 1
                && matches!(bytes[from], b's' | b'S')
                && (self.text[..from].ends_with('\'') || self.text[..from].ends_with('’'));
            if possessive || self.at - from > LONGEST {
                continue;
            }
            self.position += 1;
            return Some(Span {
                from,
                to: self.at,
                position: self.position - 1,
            });
        }
    }
}

impl Spans<'_> {
    fn end_of_word(&self) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        while at < bytes.len() && bytes[at].is_ascii_alphanumeric() {
            at += 1;
        }
        if at < bytes.len() && !bytes[at].is_ascii() {
            return self.end_of(|c| is_word(c) && !is_unspaced(c));
        }
        at
    }

    fn end_of(&self, belongs: impl Fn(char) -> bool) -> usize {
        let rest = &self.text[self.at..];
        self.at + rest.find(|c| !belongs(c)).unwrap_or(rest.len())
    }

    /// The next two letters of the run; one alone where the run has no more.
    fn bigram(&mut self) -> Option<Span> {
        let run = &self.text[self.at..self.run];
        let mut letters = run.char_indices().skip(1).map(|(at, _)| at);
        let (second, third) = (letters.next(), letters.next());
        let alone = self.text[..self.at]
            .chars()
            .next_back()
            .is_none_or(|c| !is_unspaced(c));
        let from = self.at;
        let to = match (second, third) {
            (Some(_), Some(third)) => from + third,
            (Some(_), None) => self.run,
            (None, _) if alone => self.run,
            (None, _) => {
                self.at = self.run;
                return None;
            }
        };
        self.at = second.map_or(self.run, |second| from + second);
        self.position += 1;
        Some(Span {
            from,
            to,
            position: self.position - 1,
        })
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(
            c,
            '\u{0300}'..='\u{036F}' | '\u{00AD}' | '\u{200C}' | '\u{200D}'
        )
}

/// Han, kana and hangul, which are read as overlapping pairs.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{2FA1F}')
}

/// A word with case and accents folded: what two spellings of one word have in common.
///
/// Accents of Latin and Greek letters are folded. Cyrillic `й` is a letter and stays, `ё` is written `е` by
/// most and becomes it. Of Arabic letters the forms of alef, final ya and ta marbuta are folded and the
/// signs for vowels dropped, as Lucene's normalizer does.
pub(crate) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(word.len());
    for c in word.nfc().flat_map(char::to_lowercase) {
        fold_letter(c, &mut out);
    }
    out
}

fn fold_letter(c: char, out: &mut String) {
    match c {
        'ß' => out.push_str("ss"),
        'æ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        'ø' => out.push('o'),
        'ł' => out.push('l'),
        'đ' | 'ð' => out.push('d'),
        'þ' => out.push_str("th"),
        'ı' => out.push('i'),
        'ё' => out.push('е'),
        'آ' | 'أ' | 'إ' | 'ٱ' => out.push('ا'),
        'ى' => out.push('ي'),
        'ة' => out.push('ه'),
        '\u{00AD}'
        | '\u{200C}'
        | '\u{200D}'
        | '\u{0640}'
        | '\u{0670}'
        | '\u{064B}'..='\u{065F}'
        | '\u{0300}'..='\u{036F}' => {}
        '\u{00C0}'..='\u{024F}'
        | '\u{0370}'..='\u{03FF}'
        | '\u{1E00}'..='\u{1FFF}'
        | '\u{FB00}'..='\u{FB06}'
        | '\u{FF00}'..='\u{FFEF}' => {
            out.extend(
                std::iter::once(c)
                    .nfkd()
                    .filter(|c| !matches!(c, '\u{0300}'..='\u{036F}')),
            );
        }
        _ => out.push(c),
    }
}

/// What the stemmer of a language is given: in lower case, its accents kept where it hears them.
fn before_stem(word: &str, language: Language) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    if language.stems_hear_accents() {
        return word.nfc().flat_map(char::to_lowercase).collect();
    }
    let mut out = String::with_capacity(word.len());
    for c in word.nfc().flat_map(char::to_lowercase) {
        // The stemmer of Arabic knows the endings by their own letters.
        if language == Language::Arabic && matches!(c, 'ة' | 'ى') {
            out.push(c);
        } else {
            fold_letter(c, &mut out);
        }
    }
    out
}

/// Reads the words of one language.
#[derive(Clone)]
pub(crate) struct Analyst {
    language: Language,
    stemmer: Option<Stemmer>,
    remembered: Vec<Option<(Box<str>, Box<str>)>>,
}

impl Analyst {
    pub(crate) fn new(language: Language) -> Self {
        Analyst {
            language,
            stemmer: language.stemmer(),
            remembered: Vec::new(),
        }
    }

    /// The stem of a word, folded; empty where the language has none.
    pub(crate) fn stem(&self, word: &str) -> String {
        match &self.stemmer {
            Some(stemmer) => fold(&stemmer.stem(&before_stem(word, self.language))),
            None => String::new(),
        }
    }

    fn make(&self, word: &str) -> Box<str> {
        term(self.language, &self.stem(word), &fold(word)).into_boxed_str()
    }

    /// The term of a word, remembered.
    pub(crate) fn term(&mut self, word: &str) -> &str {
        if self.remembered.is_empty() {
            self.remembered.resize(REMEMBERED, None);
        }
        let at = slot(word);
        let known = matches!(&self.remembered[at], Some((raw, _)) if **raw == *word);
        if !known {
            self.remembered[at] = Some((word.into(), self.make(word)));
        }
        self.remembered[at].as_ref().map_or("", |(_, term)| term)
    }
}

/// Where a word is remembered: FNV-1a, <http://www.isthe.com/chongo/tech/comp/fnv/>.
fn slot(word: &str) -> usize {
    let hash = word.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mask = u64::try_from(REMEMBERED - 1).expect("small");
    usize::try_from((hash ^ (hash >> 32)) & mask).expect("below REMEMBERED")
}

/// The term of a form with its stem.
pub(crate) fn term(language: Language, stem: &str, form: &str) -> String {
    let mut out = String::with_capacity(stem.len() + form.len() + 2);
    out.push(language.letter());
    out.push_str(stem);
    out.push('\0');
    out.push_str(form);
    out
}

/// Language, stem and form of a term.
pub(crate) fn parts(term: &str) -> Option<(Language, &str, &str)> {
    let (stem, form) = term.split_once('\0')?;
    let letter = stem.chars().next()?;
    Some((
        Language::of_letter(letter)?,
        &stem[letter.len_utf8()..],
        form,
    ))
}

/// The tokenizer of the index. A text begins with the letter of its language.
#[derive(Clone, Default)]
pub(crate) struct Words {
    analysts: Vec<Analyst>,
}

impl Words {
    /// The analyst of a language, made where there is none yet.
    fn analyst(&mut self, language: Language) -> &mut Analyst {
        let at = match self
            .analysts
            .iter()
            .position(|one| one.language == language)
        {
            Some(at) => at,
            None => {
                self.analysts.push(Analyst::new(language));
                self.analysts.len() - 1
            }
        };
        &mut self.analysts[at]
    }
}

impl Tokenizer for Words {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream<'a> {
        let mut letters = text.chars();
        let language = letters
            .next()
            .and_then(Language::of_letter)
            .unwrap_or(Language::Other);
        let text = letters.as_str();
        WordStream {
            analyst: self.analyst(language),
            spans: spans(text),
            token: Token::default(),
        }
    }
}

pub(crate) struct WordStream<'a> {
    analyst: &'a mut Analyst,
    spans: Spans<'a>,
    token: Token,
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(span) = self.spans.next() else {
            return false;
        };
        self.token.offset_from = span.from;
        self.token.offset_to = span.to;
        self.token.position = span.position;
        self.token.text.clear();
        self.token
            .text
            .push_str(self.analyst.term(&self.spans.text[span.from..span.to]));
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
