//! Where sentences begin and end.

use unicode_segmentation::UnicodeSegmentation as _;

/// What ends with a full stop and ends no sentence: titles before names, and words before numbers, in the languages
/// in which statements are written. Letters alone, as in a name or `H.E.`, never do.
const SHORT: [&str; 38] = [
    "Amb", "Art", "Arts", "Cf", "Col", "Dr", "Dra", "Fig", "Gen", "Hon", "Lt", "MM", "Mlle",
    "Mme", "Mr", "Mrs", "Ms", "No", "Nos", "Prof", "Sr", "Sra", "Srta", "St", "Vol", "art",
    "arts", "cf", "fig", "no", "nos", "op", "para", "paras", "pp", "vol", "vs", "г",
];

/// The sentences of a paragraph, as stretches of bytes without the blanks around them. By UAX #29, the rules of Unicode
/// for sentences, but that no sentence ends after an abbreviation before a name or a number, nor after a number alone.
pub(crate) fn sentences(text: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut goes_on = false;
    for (at, piece) in text.split_sentence_bound_indices() {
        if piece.trim().is_empty() {
            continue;
        }
        let end = at + piece.trim_end().len();
        match found.last_mut() {
            Some(last) if goes_on => last.1 = end,
            Some(_) | None => found.push((at + piece.len() - piece.trim_start().len(), end)),
        }
        goes_on = found
            .last()
            .is_some_and(|(from, to)| ends_short(&text[*from..*to]));
    }
    found
}

/// Whether what was read of a sentence ends with what ends none.
fn ends_short(sentence: &str) -> bool {
    let Some(before) = sentence.trim_end().strip_suffix('.') else {
        return false;
    };
    let begun = before
        .rfind(|c: char| !c.is_alphanumeric() && c != '.')
        .map_or(0, |at| {
            at + before[at..].chars().next().map_or(1, char::len_utf8)
        });
    let word = &before[begun..];
    let letters = word.split('.');
    let of_letters =
        |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    let is_number = !word.is_empty() && word.chars().all(char::is_numeric);
    let is_whole = before[..begun].trim().is_empty();
    SHORT.contains(&word) || letters.clone().all(of_letters) || (is_number && is_whole)
}

#[cfg(test)]
mod tests {
    use super::sentences;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text)
            .into_iter()
            .map(|(from, to)| &text[from..to])
            .collect()
    }

    #[test]
    fn a_sentence_ends_where_a_reader_would_end_it() {
        assert_eq!(
            cut("Thank you, Mr. President. H.E. Amb. J. Rossi spoke of Art. 7. We agree!"),
            [
                "Thank you, Mr. President.",
                "H.E. Amb. J. Rossi spoke of Art. 7.",
                "We agree!"
            ]
        );
        assert_eq!(
            cut("12. Italy joined in 2011. It urges others."),
            ["12. Italy joined in 2011.", "It urges others."]
        );
        assert_eq!(
            cut("M. le Président, voici. Merci."),
            ["M. le Président, voici.", "Merci."]
        );
        assert_eq!(
            cut("中国支持条约。我们呼吁各国。"),
            ["中国支持条约。", "我们呼吁各国。"]
        );
        assert_eq!(
            cut("ندعو جميع الدول. شكرا؟ نعم."),
            ["ندعو جميع الدول.", "شكرا؟", "نعم."]
        );
        assert_eq!(
            cut("Up 3.5 per cent, i.e. more. Well."),
            ["Up 3.5 per cent, i.e. more.", "Well."]
        );
        assert_eq!(cut("  One\nline.  "), ["One", "line."]);
        assert!(cut("").is_empty() && cut("   ").is_empty());
    }

    proptest::proptest! {
        #[test]
        fn sentences_lie_one_after_another_and_leave_out_blanks_alone(text in "[A-Za-z.!?。 é12\\n\"()]{0,80}") {
            let mut at = 0;
            for (from, to) in sentences(&text) {
                proptest::prop_assert!(from >= at && from < to);
                proptest::prop_assert!(text[at..from].trim().is_empty());
                at = to;
            }
            proptest::prop_assert!(text[at..].trim().is_empty());
        }
    }
}
