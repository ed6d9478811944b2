//! The words of a question as what is looked for in the index.

use std::collections::{BTreeMap, BTreeSet};

use treaty::Symbol;

use crate::analysis::{Analyst, fold, is_unspaced, parts, spans, term};
use crate::ask::{Ask, Filter, Want};
use crate::found::{How, Part, Remark};
use crate::language::{Language, primary};
use crate::reading::ReadError;
use crate::spelling;
use crate::stacks::Stacks;
use crate::thesaurus::{self, Sense};

/// Words looked for in one question, with those that scripts without spaces are cut into.
const MOST: usize = 128;
/// Words of one phrase.
const LONGEST_PHRASE: usize = 64;
/// What speeches call the documents whose symbols have `RES` in them; in Chinese the number stands before.
const RESOLUTION: [&str; 4] = ["resolution", "resolución", "резолюция", "قرار"];

/// What is looked for, as a tree over concepts.
#[derive(Debug)]
pub(crate) enum Node {
    Anything,
    Concept(usize),
    AtLeast(usize, Vec<Node>),
    /// Words: all of `wanted`, or most of them; `always` holds.
    Words {
        wanted: Vec<Node>,
        always: Vec<Node>,
    },
    Not(Box<Node>),
    Has(Filter),
}

/// A word, phrase or beginning, in all the ways in which it may be written.
#[derive(Debug)]
pub(crate) struct Concept {
    /// As it was asked for.
    pub(crate) label: String,
    pub(crate) leaves: Vec<Leaf>,
    /// Whether it adds to the score: what must not be there does not.
    pub(crate) counts: bool,
    /// Whether it says anything alone: `the` does not.
    pub(crate) telling: bool,
    /// The word itself, folded, where names spelt almost so may be looked for.
    pub(crate) spelt: Option<String>,
}

/// One way in which it may be written: for each place of a sequence, the terms that may stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Leaf {
    pub(crate) how: How,
    pub(crate) slots: Vec<BTreeSet<String>>,
}

/// The terms in which a word is found, by how they agree with it.
pub(crate) type Ways = BTreeMap<How, BTreeSet<String>>;

pub(crate) struct Builder<'a> {
    stacks: &'a Stacks,
    ask: &'a Ask,
    asked: Option<Language>,
    pub(crate) concepts: Vec<Concept>,
    pub(crate) remarks: Vec<Remark>,
}

impl<'a> Builder<'a> {
    pub(crate) fn new(stacks: &'a Stacks, ask: &'a Ask) -> Self {
        let asked = ask.language.as_deref().map(Language::of_tag);
        Builder {
            stacks,
            ask,
            asked: asked.filter(|language| *language != Language::Other),
            concepts: Vec::new(),
            remarks: Vec::new(),
        }
    }

    pub(crate) fn node(&mut self, want: &Want, counts: bool) -> Result<Node, ReadError> {
        Ok(match want {
            Want::Anything => Node::Anything,
            Want::Word(_) => self.words(std::slice::from_ref(want), counts)?,
            Want::Words(wants) => self.words(wants, counts)?,
            Want::Beginning(beginning) => self.beginning(beginning, counts)?,
            Want::Phrase(phrase) => self.phrase(phrase, counts)?,
            Want::All(wants) => {
                let nodes = self.nodes(wants, counts)?;
                Node::AtLeast(nodes.len(), nodes)
            }
            Want::Any(wants) => Node::AtLeast(1, self.nodes(wants, counts)?),
            Want::Not(want) => Node::Not(Box::new(self.node(want, false)?)),
            Want::Has(filter) => Node::Has(filter.clone()),
        })
    }

    fn nodes(&mut self, wants: &[Want], counts: bool) -> Result<Vec<Node>, ReadError> {
        wants.iter().map(|want| self.node(want, counts)).collect()
    }

    /// Words beside each other. Those that tell nothing alone, such as articles, need not be there.
    fn words(&mut self, wants: &[Want], counts: bool) -> Result<Node, ReadError> {
        let (mut wanted, mut always, mut helpful) = (Vec::new(), Vec::new(), Vec::new());
        let mut at = 0;
        while at < wants.len() {
            if let Some((sense, taken)) = self.sense_of_several(&wants[at..]) {
                let words = self.words_alone(&wants[at..at + taken], counts)?;
                let label = labels(&wants[at..at + taken]);
                let same = self.synonyms(&label, &sense)?;
                let same = self.concept(&label, same, counts, None);
                wanted.push(Node::AtLeast(1, vec![words, same]));
                at += taken;
                continue;
            }
            match &wants[at] {
                Want::Word(word) => {
                    for piece in word.split(['\'', '’']) {
                        let Some(node) = self.word(piece, counts)? else {
                            continue;
                        };
                        if self.is_telling(&node) {
                            wanted.push(node);
                        } else {
                            helpful.push(node);
                        }
                    }
                }
                Want::Anything
                | Want::Beginning(_)
                | Want::Phrase(_)
                | Want::Words(_)
                | Want::All(_)
                | Want::Any(_)
                | Want::Not(_)
                | Want::Has(_) => always.push(self.node(&wants[at], counts)?),
            }
            at += 1;
        }
        if wanted.is_empty() && !always.iter().any(|node| !matches!(node, Node::Not(_))) {
            wanted = helpful;
        }
        Ok(Node::Words { wanted, always })
    }

    fn words_alone(&mut self, wants: &[Want], counts: bool) -> Result<Node, ReadError> {
        let mut nodes = Vec::new();
        for want in wants {
            if let Want::Word(word) = want
                && let Some(node) = self.word(word, counts)?
                && self.is_telling(&node)
            {
                nodes.push(node);
            }
        }
        Ok(Node::AtLeast(nodes.len(), nodes))
    }

    fn is_telling(&self, node: &Node) -> bool {
        match node {
            Node::Concept(at) => self.concepts[*at].telling,
            Node::Anything
            | Node::AtLeast(..)
            | Node::Words { .. }
            | Node::Not(_)
            | Node::Has(_) => true,
        }
    }

    fn concept(
        &mut self,
        label: &str,
        leaves: Vec<Leaf>,
        counts: bool,
        spelt: Option<String>,
    ) -> Node {
        if self.concepts.len() == MOST {
            let remark = Remark::TooLong { words: MOST };
            if !self.remarks.contains(&remark) {
                self.remarks.push(remark);
            }
            return Node::Anything;
        }
        let telling = spelt
            .as_deref()
            .is_none_or(|word| !thesaurus::is_small_word(word, self.asked));
        self.concepts.push(Concept {
            label: label.to_owned(),
            leaves,
            counts,
            telling,
            spelt,
        });
        Node::Concept(self.concepts.len() - 1)
    }

    /// A word as typed: one, several joined by signs, or a run of a script without spaces.
    fn word(&mut self, typed: &str, counts: bool) -> Result<Option<Node>, ReadError> {
        // A symbol copied from elsewhere may have letters that only look like its own.
        let symbol = typed
            .contains('/')
            .then(|| typed.parse::<Symbol>().ok())
            .flatten();
        let typed = symbol.as_ref().map_or(typed, Symbol::as_str);
        let pieces: Vec<&str> = spans(typed)
            .map(|span| &typed[span.from..span.to])
            .collect();
        let [first, rest @ ..] = pieces.as_slice() else {
            return Ok(None);
        };
        if typed.chars().any(is_unspaced) {
            return self.run(&pieces, counts).map(Some);
        }
        if rest.is_empty() {
            let mut leaves = leaves(self.ways(first)?);
            if let Some(sense) = self.sense_of(first) {
                leaves.extend(self.synonyms(first, &sense)?);
            }
            return Ok(Some(self.concept(first, leaves, counts, Some(fold(first)))));
        }
        // A symbol is what it is; a word with a hyphen has forms, and may be written in one.
        let exact = typed.contains(['/', '.']) || typed.contains(|c: char| c.is_ascii_digit());
        let mut leaves = self.sequence(&pieces, exact)?;
        if !exact {
            leaves.extend(self::leaves(self.ways(&pieces.concat())?));
        }
        if let Some(symbol) = &symbol {
            leaves.extend(self.in_speech(symbol)?);
        }
        Ok(Some(self.concept(typed, leaves, counts, None)))
    }

    /// A resolution as speakers name it: who looks for `S/RES/1172` looks for `resolution 1172 (1998)`, too.
    fn in_speech(&mut self, symbol: &Symbol) -> Result<Option<Leaf>, ReadError> {
        let mut parts = symbol.as_str().split('/').skip(1);
        if parts.next() != Some("RES") {
            return Ok(None);
        }
        let number: Vec<&str> = parts.collect();
        let number = number.join("/");
        let mut slots = vec![BTreeSet::new()];
        for word in RESOLUTION {
            slots[0].extend(self.ways(word)?.into_values().flatten());
        }
        for span in spans(&number) {
            let ways = self.ways(&number[span.from..span.to])?;
            slots.push(ways.into_values().flatten().collect());
        }
        if slots.len() == 1 {
            return Ok(None);
        }
        self.remarks.push(Remark::AlsoMeant {
            word: symbol.to_string(),
            terms: vec![format!("resolution {number}")],
        });
        Ok(Some(Leaf {
            how: How::Synonym,
            slots,
        }))
    }

    /// A run of a script without spaces, as pairs of its letters. Some of the pairs reach over the borders of
    /// words and need not be found.
    fn run(&mut self, pieces: &[&str], counts: bool) -> Result<Node, ReadError> {
        let mut nodes = Vec::new();
        for piece in pieces {
            let is_letter = piece.chars().count() == 1 && piece.chars().all(is_unspaced);
            let node = if is_letter {
                self.beginning(piece, counts)?
            } else {
                let leaves = leaves(self.ways(piece)?);
                self.concept(piece, leaves, counts, None)
            };
            nodes.push(node);
        }
        let least = if nodes.len() < 3 {
            nodes.len()
        } else {
            (nodes.len() * 7).div_ceil(10)
        };
        Ok(Node::AtLeast(least, nodes))
    }

    fn phrase(&mut self, phrase: &str, counts: bool) -> Result<Node, ReadError> {
        let pieces: Vec<&str> = spans(phrase)
            .map(|span| &phrase[span.from..span.to])
            .collect();
        if pieces.is_empty() {
            return Ok(Node::Anything);
        }
        let mut leaves = self.sequence(&pieces, true)?;
        if let Some(sense) = self.sense_of(phrase) {
            leaves.extend(self.synonyms(phrase, &sense)?);
        }
        Ok(self.concept(phrase, leaves, counts, None))
    }

    /// Words one after another, in these forms or in any.
    fn sequence(&mut self, pieces: &[&str], exact: bool) -> Result<Vec<Leaf>, ReadError> {
        let mut same = Vec::new();
        let mut any = Vec::new();
        for piece in pieces.iter().take(LONGEST_PHRASE) {
            let ways = self.ways(piece)?;
            same.push(ways.get(&How::Exact).cloned().unwrap_or_default());
            any.push(ways.into_values().flatten().collect());
        }
        let mut leaves = vec![Leaf {
            how: How::Exact,
            slots: same,
        }];
        if !exact && any != leaves[0].slots {
            leaves = vec![Leaf {
                how: How::Stem,
                slots: any,
            }];
        }
        Ok(leaves)
    }

    fn beginning(&mut self, typed: &str, counts: bool) -> Result<Node, ReadError> {
        let pieces: Vec<&str> = spans(typed)
            .map(|span| &typed[span.from..span.to])
            .collect();
        let [before @ .., last] = pieces.as_slice() else {
            return Ok(Node::Anything);
        };
        let mut slots = Vec::new();
        for piece in before.iter().take(LONGEST_PHRASE) {
            slots.push(self.ways(piece)?.remove(&How::Exact).unwrap_or_default());
        }
        slots.push(self.stacks.beginning_with(&fold(last))?);
        let leaves = vec![Leaf {
            how: How::Beginning,
            slots,
        }];
        Ok(self.concept(&format!("{typed}*"), leaves, counts, None))
    }

    /// The terms in which a word is found.
    fn ways(&self, word: &str) -> Result<Ways, ReadError> {
        let mut ways = Ways::new();
        for language in Language::ALL {
            if language == Language::Other || self.stacks.lengths().speaks(language) {
                let stems = self.asked.is_none_or(|asked| asked == language);
                self.stacks.ways(word, language, stems, &mut ways)?;
            }
        }
        Ok(ways)
    }

    fn sense_of(&self, phrase: &str) -> Option<Sense> {
        self.ask
            .synonyms
            .then(|| thesaurus::sense_of(phrase, self.asked))
            .flatten()
    }

    /// The sense of several words at the beginning, and how many they are.
    fn sense_of_several(&self, wants: &[Want]) -> Option<(Sense, usize)> {
        if !self.ask.synonyms {
            return None;
        }
        let plain = wants
            .iter()
            .take_while(|want| matches!(want, Want::Word(_)))
            .count();
        (2..=plain.min(8)).rev().find_map(|taken| {
            Some((
                thesaurus::sense_of(&labels(&wants[..taken]), self.asked)?,
                taken,
            ))
        })
    }

    /// What has the same sense, in every language that the shelves hold.
    fn synonyms(&mut self, word: &str, sense: &Sense) -> Result<Vec<Leaf>, ReadError> {
        let (mut leaves, mut terms) = (Vec::new(), Vec::new());
        for (tag, other) in sense.others() {
            let language = Language::of_tag(&primary(tag));
            if !self.stacks.lengths().speaks(language) {
                continue;
            }
            let mut slots = Vec::new();
            for span in spans(other) {
                let mut ways = Ways::new();
                self.stacks
                    .ways(&other[span.from..span.to], language, true, &mut ways)?;
                slots.push(ways.into_values().flatten().collect());
            }
            terms.push(other.to_owned());
            leaves.push(Leaf {
                how: How::Synonym,
                slots,
            });
        }
        if !terms.is_empty() {
            self.remarks.push(Remark::AlsoMeant {
                word: word.to_owned(),
                terms,
            });
        }
        Ok(leaves)
    }
}

fn labels(wants: &[Want]) -> String {
    let words: Vec<&str> = wants
        .iter()
        .filter_map(|want| {
            if let Want::Word(word) = want {
                Some(word.as_str())
            } else {
                None
            }
        })
        .collect();
    words.join(" ")
}

/// Words by how they agree, each as a leaf.
pub(crate) fn leaves(ways: Ways) -> Vec<Leaf> {
    ways.into_iter()
        .map(|(how, terms)| Leaf {
            how,
            slots: vec![terms],
        })
        .collect()
}

/// What is greater than all that begins so.
pub(crate) fn after(beginning: &str) -> String {
    format!("{beginning}{}", char::MAX)
}

impl Stacks {
    /// Adds the terms in which a word is found in a language: its form, and the other forms of its stem.
    pub(crate) fn ways(
        &self,
        word: &str,
        language: Language,
        stems: bool,
        ways: &mut Ways,
    ) -> Result<(), ReadError> {
        let form = fold(word);
        if language.stemmer().is_none() {
            ways.entry(How::Exact)
                .or_default()
                .insert(term(language, "", &form));
            return Ok(());
        }
        let analyst = Analyst::new(language);
        let mut roots = BTreeSet::from([analyst.stem(word)]);
        if language == Language::Arabic && word.ends_with('ه') {
            // Many type the one for the other.
            let end = word.len() - 'ه'.len_utf8();
            roots.insert(analyst.stem(&format!("{}ة", &word[..end])));
        }
        if language.stems_hear_accents() {
            roots.extend(self.stems_of(&form, language)?);
        }
        for root in roots {
            let from = term(language, &root, "");
            self.each_term(&[Part::Title, Part::Text], &from, &after(&from), |found| {
                let is_form = parts(found).is_some_and(|(_, _, other)| other == form);
                let how = if is_form { How::Exact } else { How::Stem };
                if is_form || stems {
                    ways.entry(how).or_default().insert(found.to_owned());
                }
            })?;
        }
        Ok(())
    }

    /// The stems that a form has where its accents are written.
    fn stems_of(&self, form: &str, language: Language) -> Result<BTreeSet<String>, ReadError> {
        // Stems keep the first letters; short words keep fewer.
        let letters = if form.chars().count() > 5 { 4 } else { 2 };
        let beginning: String = form.chars().take(letters).collect();
        let from = format!("{}{beginning}", language.letter());
        let mut terms = BTreeSet::new();
        let both = [Part::Title, Part::Text];
        self.each_term(&both, &from, &after(&from), |found| {
            if parts(found).is_some_and(|(_, _, other)| other == form) {
                terms.insert(found.to_owned());
            }
        })?;
        let mut stems = BTreeSet::new();
        for found in terms {
            // What a document said that is gone leads nowhere.
            if let Some((_, stem, _)) = parts(&found)
                && spelling::documents(self, &both, &BTreeSet::from([found.clone()]))? > 0
            {
                stems.insert(stem.to_owned());
            }
        }
        Ok(stems)
    }

    /// The terms whose form begins so.
    pub(crate) fn beginning_with(&self, form: &str) -> Result<BTreeSet<String>, ReadError> {
        let mut terms = BTreeSet::new();
        let first: String = form.chars().take(1).collect();
        for language in Language::ALL {
            let letter = language.letter();
            let from = if language == Language::Arabic {
                // Its stemmer takes letters from the beginning too.
                letter.to_string()
            } else if language.stemmer().is_none() {
                term(language, "", form)
            } else {
                format!("{letter}{first}")
            };
            self.each_term(&Part::ALL, &from, &after(&from), |found| {
                if parts(found).is_some_and(|(_, _, other)| other.starts_with(form)) {
                    terms.insert(found.to_owned());
                }
            })?;
        }
        Ok(terms)
    }
}
