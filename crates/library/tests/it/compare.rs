//! Two texts side by side.

use library::{Became, Comparison, Whose, compare};
use proptest::prelude::*;
use transcribe::{Block, Format, Kind, Said, TEXT_FORM, Text};

fn text(paragraphs: &[&str]) -> Text {
    let blocks = paragraphs.iter().map(|text| Block {
        kind: Kind::Paragraph,
        label: None,
        text: (*text).to_owned(),
        page: None,
        marks: Vec::new(),
    });
    Text {
        form: TEXT_FORM,
        format: Format::Txt,
        said: Said::default(),
        pages: None,
        blocks: blocks.collect(),
        notes: Vec::new(),
        attachments: Vec::new(),
        remarks: Vec::new(),
    }
}

/// Each row as a line: what became of it, where it stood and stands, words of the first in `[-…-]`, of the second in
/// `[+…+]`.
fn told(compared: &Comparison) -> Vec<String> {
    let rows = compared.rows.iter();
    rows.map(|row| {
        let pieces = row.pieces.iter().map(|piece| match piece.of {
            Whose::Both => piece.text.clone(),
            Whose::First => format!("[-{}-]", piece.text.trim()),
            Whose::Second => format!("[+{}+]", piece.text.trim()),
        });
        let what = match row.what {
            Became::Same => "=",
            Became::Changed => "~",
            Became::New => "+",
            Became::Gone => "-",
        };
        let moved = if row.moved { " moved" } else { "" };
        let place = |anchor: &Option<String>| anchor.clone().unwrap_or_else(|| "·".to_owned());
        let (first, second) = (place(&row.first), place(&row.second));
        format!(
            "{what}{moved} {first} {second} {}",
            pieces.collect::<String>()
        )
    })
    .collect()
}

#[test]
fn what_stayed_changed_came_and_went_is_told_in_the_order_of_the_second() {
    let first = text(&[
        "Thank you, Mr. President.",
        "Italy attaches great importance to the universalization of the Convention.",
        "In 2016 we hosted a regional seminar.",
        "We call upon all States to accede without delay.",
        "I thank you.",
    ]);
    let second = text(&[
        "THANK YOU, Mr President!",
        "Italy attaches the greatest importance to the universalization of the Convention.",
        "We call upon all States not yet party to accede without delay.",
        "Our contribution to the trust fund stands at one million euros.",
        "I thank you.",
    ]);
    let compared = compare(&first, &second);
    assert_eq!(
        told(&compared),
        [
            "= p1 p1 THANK YOU, Mr President!",
            "~ p2 p2 Italy attaches [-great-][+the greatest+]importance to the universalization of the Convention.",
            "- p3 · [-In 2016 we hosted a regional seminar.-]",
            "~ p4 p3 We call upon all States [+not yet party+]to accede without delay.",
            "+ · p4 [+Our contribution to the trust fund stands at one million euros.+]",
            "= p5 p5 I thank you.",
        ]
    );
    let counts = (compared.same, compared.changed, compared.new, compared.gone);
    assert_eq!(counts, (2, 2, 1, 1));
}

#[test]
fn what_was_moved_is_found_where_it_went() {
    let first = text(&[
        "Victim assistance remains a duty of all.",
        "Clearance is done.",
        "Stockpiles are gone.",
    ]);
    let second = text(&[
        "Clearance is done.",
        "Stockpiles are gone.",
        "Victim assistance remains the duty of all.",
    ]);
    assert_eq!(
        told(&compare(&first, &second)),
        [
            "= p2 p1 Clearance is done.",
            "= p3 p2 Stockpiles are gone.",
            "~ moved p1 p3 Victim assistance remains [-a-][+the+]duty of all.",
        ]
    );
}

#[test]
fn texts_without_anything_in_common_are_gone_and_new() {
    let compared = compare(&text(&["One word."]), &text(&["Quite another thing."]));
    assert_eq!(
        told(&compared),
        ["- p1 · [-One word.-]", "+ · p1 [+Quite another thing.+]"]
    );
    let nothing = text(&[]);
    assert_eq!(compare(&nothing, &nothing).rows, []);
    assert_eq!(compare(&nothing, &text(&["A."])).new, 1);
}

#[test]
fn languages_without_blanks_are_compared_too() {
    let compared = compare(
        &text(&["中国支持条约的宗旨和目标。"]),
        &text(&["中国支持公约的宗旨和目标。"]),
    );
    assert_eq!(
        told(&compared),
        ["~ p1 p1 中国支持[-条-][+公+]约的宗旨和目标。"]
    );
}

/// Thousands of paragraphs that have nothing in common, and one of a hundred thousand words: bounded, and told all the
/// same.
#[test]
fn what_would_take_too_long_is_told_as_a_whole() {
    let many = |word: &str| -> Vec<String> {
        (0..6000)
            .map(|n| format!("{word}{n} {word}x{n} {word}y{n} the"))
            .collect()
    };
    let (one, other) = (many("a"), many("b"));
    let texts = |all: &[String]| text(&all.iter().map(String::as_str).collect::<Vec<_>>());
    let compared = compare(&texts(&one), &texts(&other));
    assert_eq!((compared.gone, compared.new), (6000, 6000));

    let long = |from: usize| {
        (0..60_000)
            .map(|n| format!("w{} ", (n * from) % 60_013))
            .collect::<String>()
    };
    let compared = compare(&text(&[&long(1)]), &text(&[&long(2)]));
    assert_eq!((compared.changed, compared.rows[0].pieces.len()), (1, 2));
}

/// Paragraphs of few words, so that they are alike and come twice.
fn paragraphs() -> impl Strategy<Value = Vec<String>> {
    let word =
        proptest::sample::select(vec!["we", "call", "upon", "all", "States", "now", "—"]);
    let paragraph = proptest::collection::vec(word, 1..7).prop_map(|words| words.join(" "));
    proptest::collection::vec(paragraph, 0..9)
}

proptest! {
    #[test]
    fn every_paragraph_of_both_stands_there_once_with_its_words(first in paragraphs(), second in paragraphs()) {
        let texts = |all: &[String]| text(&all.iter().map(String::as_str).collect::<Vec<_>>());
        let (first, second) = (texts(&first), texts(&second));
        let compared = compare(&first, &second);
        let anchors = |of: &dyn Fn(&library::Compared) -> Option<String>| {
            compared.rows.iter().filter_map(of).collect::<Vec<_>>()
        };
        let seconds = anchors(&|row| row.second.clone());
        let all: Vec<_> = (0..second.blocks.len()).map(Text::anchor).collect();
        prop_assert_eq!(seconds, all);
        let mut firsts = anchors(&|row| row.first.clone());
        firsts.sort_by_key(|anchor| anchor[1..].parse::<usize>().unwrap());
        let all: Vec<_> = (0..first.blocks.len()).map(Text::anchor).collect();
        prop_assert_eq!(firsts, all);
        for row in &compared.rows {
            let words = |of: Whose| {
                let pieces = row.pieces.iter();
                let pieces = pieces.filter(|piece| piece.of == of || piece.of == Whose::Both);
                let text: String = pieces.map(|piece| piece.text.as_str()).collect();
                text.split_whitespace().collect::<Vec<_>>().join(" ")
            };
            let block = |text: &Text, anchor: &str| {
                text.blocks[anchor[1..].parse::<usize>().unwrap() - 1].text.clone()
            };
            if let Some(anchor) = &row.second {
                prop_assert_eq!(words(Whose::Second), block(&second, anchor));
            }
        }
    }

    #[test]
    fn a_text_is_the_same_as_itself(paragraphs in paragraphs()) {
        let text = text(&paragraphs.iter().map(String::as_str).collect::<Vec<_>>());
        let compared = compare(&text, &text);
        prop_assert_eq!(compared.same, text.blocks.len());
        prop_assert!(compared.rows.iter().all(|row| !row.moved && row.first == row.second));
    }
}
