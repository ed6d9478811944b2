//! Which of an author's words are still the record's: what he wrote in the place of some sentences, laid beside
//! them.

/// A piece of what an author wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// A sentence of the record as it was, by its place.
    Same(usize),
    /// His own words, and the places of the sentences in whose place they stand.
    Own {
        /// The words.
        text: String,
        /// The places, ascending; none where he added something.
        of: Vec<usize>,
    },
}

/// What an author wrote, piece by piece: with a blank between them they are his text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Aligned {
    /// The pieces in their order.
    pub(super) pieces: Vec<Piece>,
}

/// Lays a text beside the sentences it was made of: as many of them as stand in it in their order are the record's.
pub(super) fn align(text: &str, was: &[String]) -> Aligned {
    let mut pieces = Vec::new();
    let (mut from, mut next) = (0, 0);
    for (at, start) in kept(text, was) {
        own(&mut pieces, &text[from..start], next..at);
        pieces.push(Piece::Same(at));
        (from, next) = (start + was[at].len(), at + 1);
    }
    own(&mut pieces, &text[from..], next..was.len());
    Aligned { pieces }
}

fn own(pieces: &mut Vec<Piece>, text: &str, of: std::ops::Range<usize>) {
    let text = text.trim_matches(' ');
    if !text.is_empty() {
        pieces.push(Piece::Own {
            text: text.to_owned(),
            of: of.collect(),
        });
    }
}

/// The sentences that stand in the text as they were, with the byte at which each begins: the longest row of them
/// in which order and place both rise.
fn kept(text: &str, was: &[String]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, sentence) in was.iter().enumerate() {
        let taken = |start: usize| {
            let same =
                |&(other, begun): &(usize, usize)| begun == start && was[other] == *sentence;
            found.iter().any(same)
        };
        let start = places(text, sentence).find(|&start| !taken(start));
        found.extend(start.map(|start| (at, start)));
    }
    rising(&found, was)
}

/// Where a sentence stands in a text by itself, between blanks.
fn places<'t>(text: &'t str, sentence: &'t str) -> impl Iterator<Item = usize> + 't {
    let all = text.match_indices(sentence).map(|(start, _)| start);
    all.filter(move |&start| {
        let before = text[..start].chars().next_back();
        let after = text[start + sentence.len()..].chars().next();
        !sentence.is_empty()
            && before.is_none_or(|c| c == ' ')
            && after.is_none_or(|c| c == ' ')
    })
}

/// The longest row of finds of which each ends before the next begins.
fn rising(found: &[(usize, usize)], was: &[String]) -> Vec<(usize, usize)> {
    // The length of the longest row that ends with each, and the find before it.
    let mut rows: Vec<(usize, Option<usize>)> = Vec::with_capacity(found.len());
    for (n, &(_, start)) in found.iter().enumerate() {
        let ends = |&(at, begun): &(usize, usize)| begun + was[at].len() <= start;
        let earlier = (0..n).filter(|&before| ends(&found[before]));
        let best = earlier.max_by_key(|&before| (rows[before].0, std::cmp::Reverse(before)));
        rows.push((best.map_or(1, |before| rows[before].0 + 1), best));
    }
    let longest = (0..rows.len()).max_by_key(|&n| (rows[n].0, std::cmp::Reverse(n)));
    let mut row = Vec::new();
    let mut at = longest;
    while let Some(n) = at {
        row.push(found[n]);
        at = rows[n].1;
    }
    row.reverse();
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, was: &[&str], expected: &str) {
        let was: Vec<_> = was.iter().map(|&one| one.to_owned()).collect();
        let shown: Vec<_> = align(text, &was)
            .pieces
            .into_iter()
            .map(|piece| match piece {
                Piece::Same(at) => format!("={at}"),
                Piece::Own { text, of } => format!("{of:?} {text}"),
            })
            .collect();
        assert_eq!(shown.join(" | "), expected, "{text}");
    }

    #[test]
    fn what_an_author_left_as_it_was_is_still_the_records() {
        let was = ["One ratified.", "Two signed.", "None left."];
        check("One ratified. Two signed. None left.", &was, "=0 | =1 | =2");
        check(
            "One ratified. Both signed. None left.",
            &was,
            "=0 | [1] Both signed. | =2",
        );
        check(
            "We are glad. One ratified. None left.",
            &was,
            "[] We are glad. | =0 | =2",
        );
        check("Much was done.", &was, "[0, 1, 2] Much was done.");
        check("", &was, "");
    }

    #[test]
    fn a_sentence_within_another_is_not_the_records() {
        check(
            "Almost-One ratified.",
            &["One ratified."],
            "[0] Almost-One ratified.",
        );
        check(
            "One ratified. Oh.",
            &["One ratified", "One ratified."],
            "=1 | [] Oh.",
        );
    }

    #[test]
    fn sentences_in_another_order_are_the_records_as_far_as_their_order_holds() {
        let was = ["A.", "B.", "C."];
        check("C. A. B.", &was, "[] C. | =0 | =1");
        check("A. A.", &["A.", "A."], "=0 | =1");
    }
}
