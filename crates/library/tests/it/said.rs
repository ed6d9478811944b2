//! What was said of something, sentence by sentence.

use library::{Ask, Item, Piece, Said, Shelf, Stacks};

use crate::shelf::{fill, item};

/// By item: its key, and its sentences with what matched between brackets.
fn told(said: &Said) -> Vec<(&str, Vec<String>)> {
    let shown = |pieces: &[Piece]| -> String {
        let pieces = pieces.iter().map(|piece| match piece.matched {
            Some(_) => format!("[{}]", piece.text),
            None => piece.text.clone(),
        });
        pieces.collect()
    };
    let items = said.items.iter();
    items
        .map(|one| {
            let sentences = one.sentences.iter();
            let sentences =
                sentences.map(|one| format!("{} {}", one.anchor, shown(&one.pieces)));
            (one.key.as_str(), sentences.collect())
        })
        .collect()
}

fn of(items: &[Item], typed: &str) -> Said {
    let mut shelf = Shelf::in_memory().unwrap();
    fill(&mut shelf, items);
    Stacks::new([shelf.reading()])
        .said(&Ask::parse(typed))
        .unwrap()
}

fn statements() -> [Item; 4] {
    [
        item(
            "late",
            "en",
            "2020-11",
            "Statement",
            &[
                "Thank you, Mr. President.",
                "Universality is near. Italy calls on all to accede. Universality of norms matters too.",
            ],
        ),
        item(
            "early",
            "en",
            "2016-09-05",
            "Statement",
            &[
                "H.E. Mr. Rossi spoke of universal peace. He called for universal adherence to the Treaty.",
            ],
        ),
        item("record", "en", "2017", "Universalization", &[]),
        item("undated", "en", "2018", "Statement", &["A universal norm."]).clone(),
    ]
}

#[test]
fn sentences_come_in_the_order_of_their_days() {
    let mut items = statements();
    items[3].date = None;
    assert_eq!(
        told(&of(&items, "universality")),
        [
            (
                "early",
                vec![
                    "p1 H.E. Mr. Rossi spoke of [universal] peace.".to_owned(),
                    "p1 He called for [universal] adherence to the Treaty.".to_owned(),
                ]
            ),
            ("record", vec![]),
            (
                "late",
                vec![
                    "p2 [Universality] is near.".to_owned(),
                    "p2 [Universality] of norms matters too.".to_owned(),
                ]
            ),
            ("undated", vec!["p1 A [universal] norm.".to_owned()]),
        ]
    );
}

#[test]
fn sentences_with_most_of_the_words_are_told() {
    let said = of(&statements(), "universal treaty");
    assert_eq!(
        told(&said)[0],
        (
            "early",
            vec!["p1 He called for [universal] adherence to the [Treaty].".to_owned()]
        )
    );
}

#[test]
fn pages_follow_each_other_and_much_is_cut_and_counted() {
    let all = of(&statements(), "universal");
    let mut second = Ask::parse("universal");
    (second.after, second.limit) = (1, 1);
    let mut shelf = Shelf::in_memory().unwrap();
    fill(&mut shelf, &statements());
    let said = Stacks::new([shelf.reading()]).said(&second).unwrap();
    assert_eq!(said.total, all.total);
    assert_eq!(said.items, all.items[1..2]);

    let long = "A universal norm. ".repeat(40);
    let said = of(
        &[item("long", "en", "2020", "Statement", &[&long])],
        "universal",
    );
    assert_eq!(
        (said.items[0].sentences.len(), said.items[0].further),
        (12, 28)
    );
}

#[test]
fn without_words_there_are_items_and_no_sentences() {
    let said = of(&statements(), "lang:en");
    assert_eq!(said.total, 4);
    assert!(said.items.iter().all(|one| one.sentences.is_empty()));
    let none = of(&statements(), "xylophone lang:en");
    assert_eq!((none.total, none.items.len()), (0, 0));
}
