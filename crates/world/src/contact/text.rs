//! The texts of an approach, folded once so that words are looked for in them quickly.

use std::iter;

use ledger::body::{Approach, Side};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Texts without case and accents, one after the other, a line break between them.
pub(super) fn folded<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let mut out = String::new();
    for text in texts {
        if !out.is_empty() {
            out.push('\n');
        }
        for c in text.chars() {
            if c.is_ascii() {
                out.push(c.to_ascii_lowercase());
            } else {
                let parts = iter::once(c).nfkd().filter(|c| !is_combining_mark(*c));
                out.extend(parts.flat_map(char::to_lowercase).map(plain));
            }
        }
    }
    out
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
        let texts = ["Président de l’ASSEMBLÉE", "Türkiye – Ankara", "Straße"];
        assert_eq!(
            folded(texts.into_iter()),
            "president de l'assemblee\nturkiye - ankara\nstraße"
        );
        assert_eq!(folded(iter::empty()), "");
    }
}
