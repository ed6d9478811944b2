//! The order of symbols: by their parts, numbers as numbers, Roman ones too.

use std::cmp::Ordering;

use super::Symbol;
use super::canon::roman;

impl Ord for Symbol {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_parts = tokens(self.as_str()).cmp(tokens(other.as_str()));
        // `07` is 7: the texts tell them apart.
        by_parts.then_with(|| self.as_str().cmp(other.as_str()))
    }
}

impl PartialOrd for Symbol {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A piece of a symbol, in the order of kinds: a document stands before what modifies it, numbers before letters.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Token<'s> {
    Sign(u8),
    Number(u64),
    Letters(&'s str),
}

fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = text;
    let mut counted = false;
    std::iter::from_fn(move || {
        let first = *rest.as_bytes().first()?;
        let kind = |byte: u8| (byte.is_ascii_digit(), byte.is_ascii_alphabetic());
        let same = |byte: &u8| kind(*byte) == kind(first);
        let length = match kind(first) {
            (false, false) => 1,
            (_, _) => rest.bytes().take_while(same).count(),
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        let token = if first.is_ascii_digit() {
            // At most nine digits stand in what is a number; longer ones are compared by their text.
            piece.parse().map_or(Token::Letters(piece), Token::Number)
        } else if !first.is_ascii_alphabetic() {
            Token::Sign(first)
        } else {
            let number = roman(piece).filter(|_| counted);
            number.map_or(Token::Letters(piece), |number| Token::Number(number.into()))
        };
        // A Roman number stands after a point, a bracket or the word for a part.
        counted = matches!(first, b'.' | b'(')
            || (first == b' ' && counted)
            || matches!(piece, "Part" | "Section");
        Some(token)
    })
}
