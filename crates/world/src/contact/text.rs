//! The texts of an approach, without case and accents.

use std::iter;

use ledger::body::{Approach, Side};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text without case and accents.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::new();
    fold(text, &mut out);
    out
}

/// Puts a text without case and accents behind what is there.
pub(super) fn fold(text: &str, out: &mut String) {
    let mut rest = text;
    loop {
        // Most signs need no more than this, and many at once.
        let others = rest.bytes().position(|byte| !byte.is_ascii());
        let (ascii, more) = rest.split_at(others.unwrap_or(rest.len()));
        let begin = out.len();
        out.push_str(ascii);
        out[begin..].make_ascii_lowercase();
        let Some(c) = more.chars().next() else {
            return;
        };
        let parts = iter::once(c).nfkd().filter(|c| !is_combining_mark(*c));
        out.extend(parts.flat_map(char::to_lowercase).map(plain));
        rest = &more[c.len_utf8()..];
    }
}

/// A sign as keyboards have it.
fn plain(c: char) -> char {
    match c {
        '’' | '‘' => '\'',
        '‐' | '‑' | '–' | '—' => '-',
        other => other,
    }
}

/// Whatever people wrote of an approach in their own words.
pub(super) fn of(one: &Approach) -> impl Iterator<Item = &str> {
    let sides = one.by.iter().chain(&one.to).flat_map(of_side);
    let own = [&one.place, &one.forum, &one.points, &one.answer, &one.note];
    let next = one.next.iter();
    let next = next.flat_map(|step| iter::once(&step.what).chain(&step.owner));
    let papers = one.documents.iter().map(|paper| &paper.title);
    let own = own.into_iter().flatten().chain(next).chain(papers);
    sides.chain(own).map(String::as_str)
}

fn of_side(side: &Side) -> impl Iterator<Item = &String> {
    let texts = [&side.name, &side.person, &side.capacity];
    texts.into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_marks_are_folded() {
        for (text, plain) in [
            ("Président de l’ASSEMBLÉE", "president de l'assemblee"),
            ("Türkiye – Ankara", "turkiye - ankara"),
            ("Straße", "straße"),
            ("ÉÉ", "ee"),
            ("", ""),
        ] {
            assert_eq!(folded(text), plain);
        }
    }
}
