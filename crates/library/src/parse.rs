//! Reads what people type into a field for searching.

use crate::ask::{Ask, Field, Filter, Want};
use crate::found::Remark;

/// Words that are looked for in one question.
const MOST_WORDS: usize = 48;
/// Parentheses in one another.
const DEEPEST: usize = 16;
/// Letters that the beginning of a word has at least.
const BEGINNING: usize = 2;
/// Letters of a question that are read.
const LONGEST: usize = 4000;

/// A sign of what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Sign {
    Open,
    Close,
    And,
    Or,
    Not,
    Phrase(String),
    Word(String),
    Field(Field, String),
}

pub(crate) fn read(typed: &str) -> Ask {
    let mut remarks = Vec::new();
    let signs = signs(typed, &mut remarks);
    let mut reader = Reader {
        signs,
        at: 0,
        words: 0,
        remarks,
        filters: Vec::new(),
    };
    let want = reader.whole();
    let Reader {
        mut remarks,
        filters,
        ..
    } = reader;
    remarks.dedup();
    Ask {
        want,
        filters,
        remarks,
        ..Ask::default()
    }
}

fn closing(open: char) -> Option<char> {
    match open {
        '"' | '＂' => Some(open),
        '“' => Some('”'),
        '„' => Some('“'),
        '«' => Some('»'),
        '「' => Some('」'),
        _ => None,
    }
}

fn signs(typed: &str, remarks: &mut Vec<Remark>) -> Vec<Sign> {
    let cut = typed
        .char_indices()
        .nth(LONGEST)
        .map_or(typed.len(), |(at, _)| at);
    if cut < typed.len() {
        remarks.push(Remark::TooLong { words: MOST_WORDS });
    }
    let mut rest = typed[..cut].trim_start();
    let mut signs = Vec::new();
    while let Some(first) = rest.chars().next() {
        let after = &rest[first.len_utf8()..];
        if matches!(first, '(' | '（') {
            signs.push(Sign::Open);
            rest = after;
        } else if matches!(first, ')' | '）') {
            signs.push(Sign::Close);
            rest = after;
        } else if closing(first).is_some() {
            let (phrase, end) = quoted(rest, remarks);
            signs.push(Sign::Phrase(phrase));
            rest = end;
        } else if first == '-' && after.starts_with(|c: char| !c.is_whitespace()) {
            signs.push(Sign::Not);
            rest = after;
        } else {
            rest = word(rest, &mut signs, remarks);
        }
        rest = rest.trim_start();
    }
    signs
}

/// What stands between quotation marks, and what stands after them.
fn quoted<'a>(text: &'a str, remarks: &mut Vec<Remark>) -> (String, &'a str) {
    let open = text.chars().next().unwrap_or('"');
    let inside = &text[open.len_utf8()..];
    // Who opens with one kind may close with the plain one.
    let close = closing(open).unwrap_or('"');
    match inside.find([close, '"']) {
        Some(end) => {
            let mark = inside[end..].chars().next().map_or(0, char::len_utf8);
            (inside[..end].to_owned(), &inside[end + mark..])
        }
        None => {
            remarks.push(Remark::UnclosedQuote {
                phrase: inside.trim().to_owned(),
            });
            (inside.to_owned(), "")
        }
    }
}

/// A word, an operator or a field with its value; gives what stands after it.
fn word<'a>(text: &'a str, signs: &mut Vec<Sign>, remarks: &mut Vec<Remark>) -> &'a str {
    let ends = |c: char| {
        c.is_whitespace() || matches!(c, '(' | ')' | '（' | '）') || closing(c).is_some()
    };
    let end = text.find(ends).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    if let Some((name, value)) = word.split_once([':', '：'])
        && name.chars().all(char::is_alphabetic)
        && !name.is_empty()
    {
        return field(name, value, word, rest, signs, remarks);
    }
    signs.push(match word {
        "AND" | "&&" => Sign::And,
        "OR" | "||" => Sign::Or,
        "NOT" => Sign::Not,
        _ => Sign::Word(word.trim_start_matches('+').to_owned()),
    });
    rest
}

fn field<'a>(
    name: &str,
    value: &str,
    word: &str,
    rest: &'a str,
    signs: &mut Vec<Sign>,
    remarks: &mut Vec<Remark>,
) -> &'a str {
    let Some(field) = Field::named(name) else {
        // An address or a title with a colon is no field.
        if !value.is_empty() && !value.starts_with("//") {
            remarks.push(Remark::NoSuchField {
                field: name.to_owned(),
            });
        }
        signs.push(Sign::Word(word.to_owned()));
        return rest;
    };
    let (value, rest) = match rest.chars().next() {
        Some(open) if value.is_empty() && closing(open).is_some() => quoted(rest, remarks),
        Some(_) | None => (value.to_owned(), rest),
    };
    let value = value.trim();
    if value.is_empty() {
        remarks.push(Remark::NoValue { field });
    } else if field.is_bound() && Ask::date(value).is_none() {
        remarks.push(Remark::NoDate {
            field,
            value: value.to_owned(),
        });
    } else {
        signs.push(Sign::Field(field, value.to_owned()));
    }
    rest
}

struct Reader {
    signs: Vec<Sign>,
    at: usize,
    words: usize,
    remarks: Vec<Remark>,
    /// Filters that stand beside all else, so that they are choices on the page.
    filters: Vec<Filter>,
}

impl Reader {
    fn whole(&mut self) -> Want {
        let mut parts = Vec::new();
        while self.at < self.signs.len() {
            parts.extend(self.any(0));
            if self.at < self.signs.len() {
                // Only a parenthesis that closes nothing stops before the end.
                self.remarks.push(Remark::UnpairedParenthesis);
                self.at += 1;
            }
        }
        match parts.len() {
            0 => Want::Anything,
            1 => parts.swap_remove(0),
            _ => Want::All(parts),
        }
    }

    fn peek(&self) -> Option<&Sign> {
        self.signs.get(self.at)
    }

    /// Alternatives, `a b OR c`.
    fn any(&mut self, depth: usize) -> Option<Want> {
        let first_filter = self.filters.len();
        let mut choices: Vec<Want> = self.all(depth).into_iter().collect();
        let mut is_choice = false;
        while self.peek() == Some(&Sign::Or) {
            self.at += 1;
            is_choice = true;
            // A filter of one alternative is no filter of the whole.
            self.fold_filters(first_filter, &mut choices);
            let next_filter = self.filters.len();
            let mut next: Vec<Want> = self.all(depth).into_iter().collect();
            self.fold_filters(next_filter, &mut next);
            match next.pop() {
                Some(want) => choices.push(want),
                None => self.remarks.push(Remark::NothingToJoin {
                    word: "OR".to_owned(),
                }),
            }
        }
        if is_choice && choices.len() < 2 {
            self.remarks.push(Remark::NothingToJoin {
                word: "OR".to_owned(),
            });
        }
        if depth > 0 {
            self.fold_filters(first_filter, &mut choices);
        }
        match choices.len() {
            0 => None,
            1 => choices.pop(),
            _ => Some(Want::Any(choices)),
        }
    }

    /// Puts the filters from `first` on into the last of `wants`.
    fn fold_filters(&mut self, first: usize, wants: &mut Vec<Want>) {
        let mut has: Vec<Want> = self.filters.drain(first..).map(Want::Has).collect();
        if has.is_empty() {
            return;
        }
        has.extend(wants.pop());
        wants.push(if has.len() == 1 {
            has.swap_remove(0)
        } else {
            Want::All(has)
        });
    }

    /// What stands beside each other; `AND` between them says that both must be there.
    fn all(&mut self, depth: usize) -> Option<Want> {
        let (mut parts, mut strict) = (Vec::new(), false);
        loop {
            match self.peek() {
                None | Some(Sign::Close | Sign::Or) => break,
                Some(Sign::And) => {
                    self.at += 1;
                    let joins = !parts.is_empty()
                        && !matches!(
                            self.peek(),
                            None | Some(Sign::Close | Sign::Or | Sign::And)
                        );
                    if joins {
                        strict = true;
                    } else {
                        self.remarks.push(Remark::NothingToJoin {
                            word: "AND".to_owned(),
                        });
                    }
                }
                Some(
                    Sign::Open | Sign::Not | Sign::Phrase(_) | Sign::Word(_) | Sign::Field(..),
                ) => {
                    parts.extend(self.one(depth));
                }
            }
        }
        match parts.len() {
            0 => None,
            _ if strict => Some(Want::All(parts)),
            1 if !matches!(parts[0], Want::Word(_)) => parts.pop(),
            _ => Some(Want::Words(parts)),
        }
    }

    fn one(&mut self, depth: usize) -> Option<Want> {
        let sign = self.peek()?.clone();
        self.at += 1;
        match sign {
            Sign::Open => self.group(depth),
            Sign::Not => self.without(depth),
            Sign::Phrase(phrase) => self.phrase(phrase),
            Sign::Word(word) => self.word(&word),
            Sign::Field(field, value) => {
                self.filters.push(Filter::new(field, value));
                None
            }
            Sign::Close | Sign::And | Sign::Or => None,
        }
    }

    fn group(&mut self, depth: usize) -> Option<Want> {
        if depth == DEEPEST {
            self.remarks.push(Remark::TooDeep);
            self.at = self.signs.len();
            return None;
        }
        let inside = self.any(depth + 1);
        match self.peek() {
            Some(Sign::Close) => self.at += 1,
            _ => self.remarks.push(Remark::UnpairedParenthesis),
        }
        inside
    }

    fn without(&mut self, depth: usize) -> Option<Want> {
        while self.peek() == Some(&Sign::Not) {
            self.at += 1;
        }
        if matches!(self.peek(), None | Some(Sign::Close | Sign::Or | Sign::And)) {
            self.remarks.push(Remark::NothingToJoin {
                word: "NOT".to_owned(),
            });
            return None;
        }
        let first_filter = self.filters.len();
        let mut inside: Vec<Want> = self.one(depth).into_iter().collect();
        self.fold_filters(first_filter, &mut inside);
        inside.pop().map(|want| Want::Not(Box::new(want)))
    }

    fn counted(&mut self, want: Want) -> Option<Want> {
        if self.words == MOST_WORDS {
            if !self
                .remarks
                .contains(&(Remark::TooLong { words: MOST_WORDS }))
            {
                self.remarks.push(Remark::TooLong { words: MOST_WORDS });
            }
            return None;
        }
        self.words += 1;
        Some(want)
    }

    fn phrase(&mut self, phrase: String) -> Option<Want> {
        let phrase = phrase.trim().to_owned();
        if !phrase.contains(char::is_alphanumeric) {
            return None;
        }
        self.counted(Want::Phrase(phrase))
    }

    fn word(&mut self, word: &str) -> Option<Want> {
        let bare = word.trim_end_matches('*');
        if !bare.contains(char::is_alphanumeric) {
            return None;
        }
        if bare.len() == word.len() {
            return self.counted(Want::Word(word.to_owned()));
        }
        if bare.chars().filter(|c| c.is_alphanumeric()).count() < BEGINNING {
            self.remarks.push(Remark::ShortBeginning {
                word: bare.to_owned(),
            });
            return self.counted(Want::Word(bare.to_owned()));
        }
        self.counted(Want::Beginning(bare.to_owned()))
    }
}
