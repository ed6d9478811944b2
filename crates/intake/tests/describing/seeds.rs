//! Documents of the field, whole.

use intake::describe::Evidence;
use transcribe::Text;

use super::common;
use super::facts::{self, Facts, check};

fn fixture(name: &str) -> String {
    std::fs::read_to_string(common::project().join("fixtures/describe").join(name)).unwrap()
}

#[test]
fn a_statement_says_who_spoke_where_when_and_with_whom_it_aligns() {
    check(
        &Facts::read(),
        &fixture("1-statement-ccm-universalization-2020.txt"),
        "kind: statement
         title: Universalization
         meeting: Second Review Conference – First Part
         at: ccm RevCon 2-part1
         on: 2020-11
         treaties: ccm | apmbc?
         speaker: Mr. Tancredi Francese (Deputy Permanent Representative of Italy to the Conference on Disarmament)
         by: ITA
         national: yes
         aligned with: EUE
         themes: universalization
         language: en",
    );
}

#[test]
fn a_progress_report_says_of_whom_it_is_and_when() {
    check(
        &Facts::read(),
        &fixture("3-progress-report-article-xiv-2021-2023.txt"),
        "kind: report
         title: PROGRESS REPORT ON THE CO-PRESIDENCY BY ITALY AND SOUTH AFRICA OF THE ARTICLE XIV PROCESS FROM SEPTEMBER 2021 TO SEPTEMBER 2023
         meeting: Conference on Facilitating the Entry into Force
         at: ctbt ArtXIV 13
         on: 2023-09-22
         place: New York
         treaties: ctbt | npt?
         by: ITA? | ZAF?
         language: en",
    );
}

#[test]
fn each_proposal_points_at_the_words_that_say_it() {
    let text = facts::text(&fixture("1-statement-ccm-universalization-2020.txt"));
    let found = Facts::read().describe(&text);
    let words = |from: &Evidence| match from {
        Evidence::Words { anchor, at } => {
            let block = (0..text.blocks.len())
                .find(|at| Text::anchor(*at) == *anchor)
                .unwrap();
            at.of(&text.blocks[block].text).to_owned()
        }
        Evidence::Symbol | Evidence::File | Evidence::Whole => String::new(),
    };
    assert_eq!(words(&found.by[0].from), "Italy");
    assert_eq!(words(&found.aligned_with[0].from), "European Union");
    assert_eq!(words(&found.on[0].from), "25 - 27 November 2020");
    assert_eq!(words(&found.kind[0].from), "Statement");
    assert_eq!(words(&found.themes[0].from), "Universalization");
    assert_eq!(
        words(&found.treaties[0].from),
        "Convention on Cluster Munitions"
    );
}

/// As the program reads them: what the reader of files makes of the same bytes says the same.
#[test]
fn the_reader_of_files_and_the_reader_of_what_they_say_go_together() {
    let facts = Facts::read();
    for name in [
        "1-statement-ccm-universalization-2020.txt",
        "3-progress-report-article-xiv-2021-2023.txt",
    ] {
        let written = fixture(name);
        let text = transcribe::read(
            written.as_bytes(),
            Some("seed.md"),
            &transcribe::Limits::USUAL,
        )
        .unwrap();
        let expected = facts::told(&facts.describe(&facts::text(&written)));
        assert_eq!(facts::told(&facts.describe(&text)), expected, "{name}");
    }
}
