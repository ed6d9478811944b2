//! Texts that are none, too long, or contradict themselves.

use intake::describe::{Description, Evidence, MOST_SYMBOLS, Proposal};
use proptest::prelude::*;
use transcribe::{Block, Format, Kind, Text};

use super::facts::{self, Facts, check};

fn blocks(texts: Vec<String>) -> Text {
    let block = |text| Block {
        kind: Kind::Paragraph,
        label: None,
        text,
        page: None,
        marks: Vec::new(),
    };
    Text {
        blocks: texts.into_iter().map(block).collect(),
        ..facts::text("")
    }
}

#[test]
fn of_nothing_nothing_is_proposed() {
    check(&Facts::read(), "", "");
    check(&Facts::read(), "\u{feff}\n\n…\n\n—", "");
}

#[test]
fn what_the_file_says_is_offered_and_never_sure() {
    let mut text = blocks(vec!["12.".to_owned()]);
    text.format = Format::Pdf;
    text.said.title = Some("Microsoft Word - Document1".to_owned());
    text.said.language = Some("en-US".to_owned());
    text.said.day = Some("2020-11-24".to_owned());
    let told = facts::told(&Facts::read().describe(&text));
    assert_eq!(
        told,
        "title: Microsoft Word - Document1?\non: 2020-11-24?\nlanguage: en?\n"
    );
}

#[test]
fn days_that_contradict_each_other_are_all_offered() {
    check(
        &Facts::read(),
        "Geneva, 4 September 2019\n\nVienna, 5 September 2020\n\n03/04/2021",
        "on: 2019-09-04? | 2020-09-05? | 2021-04-03? | 2021-03-04?
         place: Geneva? | Vienna?",
    );
    // The number of the meeting says one, its days another.
    check(
        &Facts::read(),
        "Convention on Cluster Munitions\n\nNinth Meeting of the States Parties\n\nGeneva, 3-5 September 2018",
        "meeting: Ninth Meeting of the States Parties
         at: ccm MSP 9?
         on: 2018-09
         place: Geneva
         treaties: ccm
         language: en?",
    );
}

#[test]
fn a_megabyte_without_a_blank_and_thousands_of_symbols_are_read() {
    let facts = Facts::read();
    let long = facts.describe(&blocks(vec!["A/".repeat(500_000)]));
    assert_eq!(long.symbol, []);
    let many: Vec<String> = (1..4_000)
        .map(|number| format!("see A/C.1/57/L.{number}, of 2002"))
        .collect();
    let found = facts.describe(&blocks(many));
    assert_eq!(found.mentions.len(), MOST_SYMBOLS);
    let names = "Convention on Cluster Munitions and Italy, ".repeat(20_000);
    let found = facts.describe(&blocks(
        names.split_inclusive(", ").map(str::to_owned).collect(),
    ));
    assert_eq!(found.treaties[0].value.as_str(), "ccm");
}

fn places<T>(all: &[Proposal<T>]) -> Vec<&Evidence> {
    all.iter().map(|one| &one.from).collect()
}

fn all(found: &Description) -> Vec<&Evidence> {
    [
        places(&found.kind),
        places(&found.title),
        places(&found.symbol),
        places(&found.mentions),
        places(&found.meeting),
        places(&found.at),
        places(&found.on),
        places(&found.place),
        places(&found.treaties),
        places(&found.speaker),
        places(&found.by),
        places(&found.national),
        places(&found.aligned_with),
        places(&found.aligned_by),
        places(&found.themes),
        places(&found.distribution),
        places(&found.versions),
        places(&found.original),
    ]
    .concat()
}

fn pieces() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "Mr. President,",
        "Statement by ",
        "H.E. ",
        "Ms. Ada Lee",
        ", ",
        "Ambassador of ",
        "Italy",
        "the European Union",
        "on behalf of ",
        " (",
        ")",
        "25 - 27 November 2020",
        "Geneva, ",
        "\n",
        "Ninth Meeting of the States Parties",
        "aligns itself with the statement of ",
        "this statement",
        "A/C.1/57/L.4",
        "Distr.: General",
        "Original: English",
        "Universalization",
        "Victim assistance",
        "代表欧洲联盟",
        "2020年11月25日",
        "الاتحاد الأوروبي",
        "от имени ",
        ". ",
        "“",
        "²",
        "Convention on Cluster Munitions",
        "my country, ",
        "submitted by ",
        "par ",
        "25 de noviembre de 2020",
        "ǅ",
        "ﬁ",
    ]);
    let one = prop_oneof![6 => known.prop_map(str::to_owned), 1 => "\\PC{0,6}"];
    prop::collection::vec(one, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn any_text_is_read_and_every_proposal_has_its_place(texts in prop::collection::vec(pieces(), 0..8)) {
        thread_local!(static FACTS: Facts = Facts::read());
        let text = blocks(texts);
        let found = FACTS.with(|facts| facts.describe(&text));
        prop_assert_eq!(&found, &FACTS.with(|facts| facts.describe(&text)));
        for from in all(&found) {
            if let Evidence::Words { anchor, at } = from {
                let block = (0..text.blocks.len()).find(|at| Text::anchor(*at) == *anchor).unwrap();
                prop_assert!(text.blocks[block].text.get(at.from..at.to).is_some_and(|words| !words.is_empty()));
            }
        }
        let _ = intake::describe::page::statements(&text, &[]);
    }
}
