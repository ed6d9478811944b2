//! It makes no difference on which shelf an item stands, or how the shelf came to hold it; and what is not there
//! leaves no trace.

use library::{Ask, Item, Shelf, Stacks};
use proptest::prelude::*;

use crate::shelf::{fill, item};

const QUESTIONS: [&str; 12] = [
    "clearance",
    "clear land mines",
    "\"land mines\"",
    "univers*",
    "state:ITA clearance",
    "lang:fr",
    "déminage terres",
    "clearence",
    "frncese",
    "mines -land",
    "land OR traité",
    "",
];

/// Texts of few words, so that they meet.
fn texts() -> impl Strategy<Value = (String, String)> {
    let english = proptest::sample::select(vec![
        "clearance",
        "clearing",
        "land",
        "mines",
        "treaty",
        "universal",
        "universality",
        "joined",
        "the",
        "Italy",
    ]);
    let french = proptest::sample::select(vec![
        "déminage",
        "terres",
        "traité",
        "universalité",
        "universelle",
        "la",
        "mines",
        "terre",
    ]);
    let words = |word: BoxedStrategy<&'static str>| {
        proptest::collection::vec(word, 0..30).prop_map(|words| words.join(" "))
    };
    prop_oneof![
        words(english.boxed()).prop_map(|text| ("en".to_owned(), text)),
        words(french.boxed()).prop_map(|text| ("fr".to_owned(), text)),
    ]
}

fn library() -> impl Strategy<Value = Vec<Item>> {
    let one = (
        texts(),
        2000..2024_i16,
        proptest::sample::select(vec!["ITA", "NOR", "FRA"]),
    );
    proptest::collection::vec(one, 1..14).prop_map(|all| {
        let made = all
            .into_iter()
            .enumerate()
            .map(|(at, ((language, text), year, state))| Item {
                states: vec![state.to_owned()],
                speaker: (at % 3 == 0).then(|| "Giovanni Francese".to_owned()),
                ..item(
                    &format!("k{at}"),
                    &language,
                    &year.to_string(),
                    "Statement",
                    &[&text],
                )
            });
        made.collect()
    })
}

fn shelf(items: &[Item]) -> Shelf {
    let mut shelf = Shelf::in_memory().unwrap();
    fill(&mut shelf, items);
    shelf
}

/// All that can be asked, to the last bit.
fn answers(stacks: &Stacks) -> Vec<String> {
    let mut answers = Vec::new();
    for typed in QUESTIONS {
        for synonyms in [false, true] {
            let ask = Ask {
                synonyms,
                today: Some("2024-06-01".parse().unwrap()),
                ..Ask::parse(typed)
            };
            let found = stacks.search(&ask).unwrap();
            let bits: Vec<u64> = found.hits.iter().map(|hit| hit.score.to_bits()).collect();
            answers.push(format!("{typed}: {found:?} {bits:?}"));
            answers.push(format!("{:?}", stacks.said(&ask).unwrap()));
        }
    }
    answers.push(format!("{:?}", stacks.similar("k0", 10).unwrap()));
    answers
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn two_shelves_answer_as_one_that_holds_both(items in library(), split in any::<proptest::sample::Index>()) {
        let (some, others) = items.split_at(split.index(items.len()));
        let (one, other) = (shelf(some), shelf(others));
        let both = Stacks::new([one.reading(), other.reading()]);
        let turned = Stacks::new([other.reading(), one.reading()]);
        let whole = Stacks::new([shelf(&items).reading()]);
        prop_assert_eq!(answers(&both), answers(&whole));
        prop_assert_eq!(answers(&turned), answers(&whole));
    }

    #[test]
    fn a_shelf_that_grew_answers_as_one_made_anew(
        items in library(),
        before in library(),
        steps in proptest::collection::vec(any::<proptest::sample::Index>(), 0..3),
    ) {
        let mut grown = shelf(&before);
        for step in steps {
            fill(&mut grown, &items[..step.index(items.len())]);
        }
        let mut last = items.clone();
        last.reverse();
        fill(&mut grown, &last);
        prop_assert_eq!(answers(&Stacks::new([grown.reading()])), answers(&Stacks::new([shelf(&items).reading()])));
    }

    #[test]
    fn a_shelf_that_is_not_asked_leaves_no_trace(items in library(), hidden in library()) {
        let public = shelf(&items);
        let mut team = Shelf::in_memory().unwrap();
        let before = answers(&Stacks::new([public.reading()]));
        fill(&mut team, &hidden);
        prop_assert_eq!(answers(&Stacks::new([public.reading()])), before);
        prop_assert!(Stacks::new([public.reading(), team.reading()]).len() >= Stacks::new([public.reading()]).len());
    }
}

#[test]
fn what_is_taken_off_a_shelf_is_neither_found_nor_suggested() {
    let text: &[&str] = &["Clearance goes on."];
    let items = [
        Item {
            speaker: Some("Francese".to_owned()),
            ..item("a", "en", "2016", "One", text)
        },
        item("b", "en", "2016", "Two", &["Land."]),
    ];
    let mut shelf = shelf(&items);
    let ask = |shelf: &Shelf, typed| {
        Stacks::new([shelf.reading()])
            .search(&Ask::parse(typed))
            .unwrap()
    };
    assert_eq!(ask(&shelf, "clearence").suggestions.len(), 1);
    assert_eq!(ask(&shelf, "francesi").total, 1);
    let before = shelf.reading();
    fill(&mut shelf, &items[1..]);
    assert!(ask(&shelf, "clearence").suggestions.is_empty());
    assert_eq!(ask(&shelf, "francesi").total, 0);
    assert!(ask(&shelf, "francesi").remarks.is_empty());
    // Who asked before goes on with what was there.
    assert_eq!(
        Stacks::new([before])
            .search(&Ask::parse("clearance"))
            .unwrap()
            .total,
        1
    );
}

#[test]
fn only_what_is_new_is_made() {
    let mut shelf = Shelf::in_memory().unwrap();
    let mut made = Vec::new();
    let mut sync = |stamps: &[(&str, &str)]| {
        made.clear();
        let synced = shelf.sync(stamps.iter().copied(), |key| {
            made.push(key.to_owned());
            Item::default()
        });
        (synced.unwrap(), made.clone())
    };
    let (synced, made) = sync(&[("a", "1"), ("b", "1")]);
    assert_eq!((synced.indexed, synced.dropped, synced.kept), (2, 0, 0));
    assert_eq!(made, ["a", "b"]);
    let (synced, made) = sync(&[("c", "1"), ("b", "2"), ("a", "1")]);
    assert_eq!((synced.indexed, synced.dropped, synced.kept), (2, 0, 1));
    assert_eq!(made, ["b", "c"]);
    let (synced, made) = sync(&[("a", "1")]);
    assert_eq!((synced.indexed, synced.dropped, synced.kept), (0, 2, 1));
    assert!(made.is_empty());
}
