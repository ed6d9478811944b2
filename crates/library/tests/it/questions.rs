//! Questions in six languages.

use library::{Ask, Field, Filter, How, Meeting, Part, Remark};

use crate::shelf::{ask, check, item, items, keys, marked, stacks};

#[test]
fn words_are_found_in_their_other_forms() {
    check("universal", &["ita-2016", "fra-2019", "nor-2018"]);
    check("clears lands", &["nor-2018"]);
    check("destruyeron", &["esp-2019"]);
    check("боеприпас", &["rus-2020"]);
    check("соглашение OR конвенция", &["rus-2020"]);
}

#[test]
fn accents_may_be_left_out_or_written() {
    check("declaracion", &["esp-2019"]);
    check("victimas", &["esp-2019"]);
    check("UNIVERSALITE", &["fra-2019"]);
    check("désarmement", &["fra-2019"]);
    check("desarmements", &["fra-2019"]);
    check("еще", &["rus-2020"]);
    check("Kare Aas", &["nor-2018"]);
}

#[test]
fn arabic_is_found_with_and_without_its_signs_and_prefixes() {
    check("الاتفاقية", &["lbn-2021"]);
    check("اتفاقيه", &["lbn-2021"]);
    check("ان", &["lbn-2021"]);
    check("\"الذخائر العنقودية\"", &["lbn-2021"]);
    check("الذخـــائر", &["lbn-2021"]);
}

#[test]
fn chinese_is_found_by_pairs_of_letters() {
    check("集束弹药", &["chn-2022"]);
    check("\"集束弹药公约\"", &["chn-2022"]);
    check("\"弹药集束\"", &[]);
    check("人道主义", &["chn-2022"]);
    check("观", &["chn-2022"]);
    // Most pairs are there; those that reach over the borders of words are not.
    check("中国集束弹药公约观察员", &["chn-2022"]);
}

#[test]
fn a_phrase_has_its_words_in_order_and_in_these_forms() {
    check("\"without delay\"", &["ita-2016"]);
    check("\"delay without\"", &[]);
    check("\"State that accede\"", &[]);
    check("\"the NORM nearer\"", &["ita-2016"]);
    // Not over the end of a paragraph.
    check("\"thanks you every\"", &[]);
}

#[test]
fn signs_join_words() {
    check("italy AND norway", &["nor-2018"]);
    check("thanks OR municiones", &["ita-2016", "esp-2019"]);
    check("italy -norway", &["ita-2016"]);
    check("italy NOT clearance", &[]);
    check("(thanks OR trains) land", &["nor-2018"]);
    check("-statement lang:en", &["wp5"]);
    check("univers*", &["ita-2016", "fra-2019", "nor-2018"]);
}

#[test]
fn symbols_are_found_in_texts_and_records() {
    check("CCM/MSP/2011/WP.5", &["wp5", "nor-2018"]);
    check("A/RES/76/47", &["nor-2018"]);
    check("A/RES/47/76", &[]);
    check("symbol:CCM/MSP/2011/WP.5", &["wp5"]);
    check("symbol:ccm/msp/2011", &["wp5"]);
    check("symbol:CCM/MSP/2011/WP", &["wp5"]);
    check("symbol:CCM/MSP/201", &[]);
    // Letters of other scripts that look like these.
    check("ССМ/MSP/2011/WP.5", &["wp5", "nor-2018"]);
    check("symbol:ССМ/MSP/2011/wp.5", &["wp5"]);
}

#[test]
fn fields_narrow() {
    check("state:ita", &["ita-2016"]);
    check("state:ITA state:NOR", &["nor-2018", "ita-2016"]);
    check("theme:universalization", &["ita-2016"]);
    check("meeting:ccm-6msp", &["ita-2016"]);
    check("meeting:\"meeting of states\"", &["ita-2016"]);
    check("speaker:francese", &["ita-2016"]);
    check("speaker:gutierrez", &["esp-2019"]);
    check("group:eu", &["wp5"]);
    check("kind:working-paper", &["wp5"]);
    check("lang:zh", &["chn-2022"]);
    check("year:2019", &["fra-2019", "esp-2019"]);
    check("from:2020-06 to:2021", &["lbn-2021", "rus-2020"]);
    check("to:2019-09-01 from:2019", &["fra-2019"]);
    check(
        "(state:ITA OR state:NOR) clearance",
        &["nor-2018", "ita-2016"],
    );
    check("-state:ITA lang:en", &["nor-2018", "wp5"]);
}

/// The number alone is something else, and so is a resolution whose number begins so.
#[test]
fn a_resolution_is_found_as_speakers_name_it() {
    let text = |key: &str, said: &str| item(key, "en", "2020-01-01", "Address", &[said]);
    let items = [
        text("named", "We recall resolution 1172 (1998) and its call."),
        text("cited", "We recall S/RES/1172, too."),
        text("other", "We recall resolution 11 and 1172 others."),
        text("assembly", "As the résolution 76/47 says."),
    ];
    let stacks = stacks(&items);
    let found = |typed: &str| stacks.search(&Ask::parse(typed)).unwrap();
    let asked = found("S/RES/1172");
    assert_eq!(keys(&asked), ["cited", "named"]);
    assert!(matches!(
        &asked.remarks[..],
        [Remark::AlsoMeant { word, terms }] if word == "S/RES/1172" && *terms == ["resolution 1172"]
    ));
    assert_eq!(keys(&found("A/RES/76/47")), ["assembly"]);
    assert!(keys(&found("CCM/MSP/2011/WP.5")).is_empty());
    assert!(keys(&found("S/RES/99999")).is_empty());
}

#[test]
fn what_a_state_says_comes_before_what_is_said_of_it() {
    let found = ask("Italy");
    assert_eq!(keys(&found), ["ita-2016", "nor-2018"]);
    let why = &found.hits[0].why;
    assert!(
        why.iter()
            .any(|reason| reason.part == Part::Names && reason.how == How::Exact)
    );
    assert!(
        found.hits[1]
            .why
            .iter()
            .all(|reason| reason.part == Part::Text)
    );
    assert_eq!(keys(&ask("意大利")), ["ita-2016"]);
}

#[test]
fn passages_say_where_and_how() {
    let found = ask("universality state:ITA");
    assert_eq!(
        marked(&found),
        [("p2".to_owned(), "universal".to_owned(), How::Stem)]
    );
    let text: String = found.hits[0].passages[0]
        .pieces
        .iter()
        .map(|piece| piece.text.as_str())
        .collect();
    assert!(items()[0].text[1].text.contains(&text));
    let title: Vec<_> = found.hits[0]
        .title
        .iter()
        .filter(|piece| piece.matched.is_some())
        .collect();
    assert_eq!(
        (title.len(), title[0].text.as_str()),
        (1, "universalization")
    );

    let found = ask("\"land must be returned\"");
    assert_eq!(
        marked(&found),
        [(
            "p1".to_owned(),
            "land must be returned".to_owned(),
            How::Exact
        )]
    );
    let found = ask("集束弹药 state:CHN");
    assert_eq!(marked(&found)[0].1, "集束弹药");
}

#[test]
fn facets_are_counted_without_their_own_filter() {
    let found = ask("state:ITA lang:en");
    let facet = |field| {
        found
            .facets
            .iter()
            .find(|facet| facet.field == field)
            .unwrap()
    };
    let values = |field| -> Vec<(&str, u64)> {
        facet(field)
            .values
            .iter()
            .map(|value| (value.value.as_str(), value.count))
            .collect()
    };
    assert_eq!(found.total, 1);
    assert_eq!(values(Field::State), [("ITA", 1), ("NOR", 1)]);
    assert_eq!(values(Field::Language), [("en", 1)]);
    assert_eq!(values(Field::Year), [("2016", 1)]);
    assert_eq!(values(Field::Theme), [("universalization", 1)]);
}

/// A meeting that is known as it was printed has no name in addresses by which one could narrow.
#[test]
fn a_meeting_without_a_name_in_addresses_is_found_by_its_title_and_not_counted() {
    let mut items = items();
    items[1].meeting = Some(Meeting {
        slug: None,
        title: "Intersessional Meetings".to_owned(),
    });
    let found = stacks(&items).search(&Ask::parse("")).unwrap();
    let mut facets = found.facets.iter();
    let meetings = facets.find(|facet| facet.field == Field::Meeting).unwrap();
    let values: Vec<_> = meetings
        .values
        .iter()
        .map(|one| one.value.as_str())
        .collect();
    assert_eq!(values, ["ccm-6msp"]);
    let asked = Ask::parse("meeting:intersessional");
    let found = stacks(&items).search(&asked).unwrap();
    assert_eq!(keys(&found), ["nor-2018"]);
}

#[test]
fn names_may_be_misspelt_and_the_reader_is_told() {
    let found = ask("franchese");
    assert_eq!(keys(&found), ["ita-2016"]);
    assert_eq!(
        found.remarks,
        [Remark::AlsoLookedFor {
            word: "franchese".to_owned(),
            names: vec!["francese".to_owned()]
        }]
    );
    assert!(
        found.hits[0]
            .why
            .iter()
            .all(|reason| reason.how == How::Typo)
    );
    // What is found as typed is not second-guessed.
    assert!(ask("francese").remarks.is_empty());
}

#[test]
fn words_of_texts_are_suggested_not_taken() {
    let found = ask("clearence");
    assert_eq!(found.total, 0);
    assert_eq!(found.suggestions[0].instead, ["clearance"]);
}

#[test]
fn synonyms_are_looked_for_where_asked_and_told() {
    let stacks = stacks(&items());
    let plain = stacks.search(&Ask::parse("accession")).unwrap();
    assert_eq!(plain.total, 0);
    let wide = stacks
        .search(&Ask {
            synonyms: true,
            ..Ask::parse("accession")
        })
        .unwrap();
    let mut found = keys(&wide);
    found.sort_unstable();
    assert_eq!(found, ["fra-2019", "ita-2016", "nor-2018"]);
    assert!(
        matches!(&wide.remarks[..], [Remark::AlsoMeant { word, .. }] if word == "accession")
    );
    let several = stacks
        .search(&Ask {
            synonyms: true,
            ..Ask::parse("cluster munitions")
        })
        .unwrap();
    let mut found = keys(&several);
    found.sort_unstable();
    assert_eq!(found, ["chn-2022", "esp-2019", "lbn-2021", "rus-2020"]);
}

#[test]
fn where_few_have_all_words_those_with_most_are_taken_and_the_reader_is_told() {
    let found = ask("italy clearance returned bridges");
    assert_eq!(keys(&found), ["nor-2018", "ita-2016"]);
    assert_eq!(
        found.remarks,
        [Remark::FewHaveAll {
            all: 0,
            least: 2,
            of: 4
        }]
    );
    // Who writes AND means it.
    assert_eq!(ask("italy AND bridges").total, 0);
}

#[test]
fn the_language_of_the_question_says_whose_stems_count() {
    let stacks = stacks(&items());
    let of = |language: &str| Ask {
        language: Some(language.to_owned()),
        ..Ask::parse("universal")
    };
    let english = stacks.search(&of("en")).unwrap();
    assert_eq!(keys(&english), ["ita-2016", "nor-2018"]);
    assert_eq!(
        keys(&stacks.search(&of("fr")).unwrap()),
        ["ita-2016", "fra-2019"]
    );
}

#[test]
fn newer_comes_first_among_equals_and_only_a_little() {
    let text: &[&str] = &["Clearance of land goes on."];
    let items = [
        super::shelf::item("old", "en", "1999-01-01", "Statement", text),
        super::shelf::item("new", "en", "2024-01-01", "Statement", text),
        super::shelf::item("better", "en", "1998-01-01", "Statement on clearance", text),
    ];
    let today = Some("2025-01-01".parse().unwrap());
    let found = stacks(&items)
        .search(&Ask {
            today,
            ..Ask::parse("clearance")
        })
        .unwrap();
    assert_eq!(keys(&found), ["better", "new", "old"]);
    assert!(found.hits[1].score > found.hits[2].score);
    let found = stacks(&items).search(&Ask::parse("clearance")).unwrap();
    assert_eq!(found.hits[1].score.to_bits(), found.hits[2].score.to_bits());
    assert_eq!(keys(&found), ["better", "new", "old"]);
}

#[test]
fn the_very_form_comes_before_other_forms() {
    let many: Vec<_> = (0..6)
        .map(|at| {
            let text: &[&str] = &["A universal norm, and a universal duty, is universal."];
            super::shelf::item(&format!("u{at}"), "en", "2020", "Statement", text)
        })
        .collect();
    let text: &[&str] =
        &["We support universalization, as others who spoke before us have said."];
    let one = super::shelf::item("one", "en", "2010", "Statement", text);
    let found = stacks(&[many, vec![one]].concat())
        .search(&Ask::parse("universalization"))
        .unwrap();
    assert_eq!((found.total, found.hits[0].key.as_str()), (7, "one"));
}

#[test]
fn pages_follow_each_other() {
    let stacks = stacks(&items());
    let whole = stacks.search(&Ask::default()).unwrap();
    assert_eq!(whole.total, 8);
    let mut pages = Vec::new();
    for after in [0, 3, 6, 9] {
        let page = stacks
            .search(&Ask {
                limit: 3,
                after,
                ..Ask::default()
            })
            .unwrap();
        assert_eq!(page.total, 8);
        pages.extend(page.hits);
    }
    assert_eq!(pages, whole.hits);
}

#[test]
fn a_value_that_nothing_has_is_told() {
    let found = ask("state:XYZ");
    assert_eq!(found.total, 0);
    assert_eq!(
        found.remarks,
        [Remark::NothingHas {
            filter: Filter::new(Field::State, "XYZ")
        }]
    );
}

#[test]
fn what_is_like_an_item_says_by_which_words() {
    let found = stacks(&items()).similar("ita-2016", 5).unwrap();
    assert_eq!(found[0].key, "nor-2018");
    let words: Vec<&str> = found[0]
        .by
        .iter()
        .map(|likeness| likeness.word.as_str())
        .collect();
    assert!(
        words.contains(&"italy") && words.contains(&"clearance"),
        "{words:?}"
    );
    assert!(stacks(&items()).similar("nobody", 5).unwrap().is_empty());
}
