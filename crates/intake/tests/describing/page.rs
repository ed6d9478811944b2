//! The page that lists what Italy said at meetings under the Convention on Cluster Munitions.

use intake::describe::page;

use super::common;
use super::facts::{self, Facts};

#[test]
fn the_titles_that_a_page_runs_together_are_parted() {
    let path = common::project().join("fixtures/describe/2-page-italy-and-the-ccm.txt");
    let text = facts::text(&std::fs::read_to_string(path).unwrap());
    let facts = Facts::read();
    let ccm = common::treaty("ccm");
    let known: Vec<_> = facts
        .meetings
        .iter()
        .filter(|one| one.treaty == ccm)
        .cloned()
        .collect();
    let mut listed: Vec<_> = page::statements(&text, &known)
        .into_iter()
        .map(|one| {
            let [at] = &one.at[..] else {
                panic!("{}: {:?}", one.meeting, one.at)
            };
            let themes: Vec<_> = one.themes.iter().map(ToString::to_string).collect();
            [
                at.value.kind.clone(),
                at.value.number.clone().unwrap(),
                one.on.to_string(),
                one.title.unwrap_or_default(),
                one.speaker.unwrap_or_default(),
                themes.join(" "),
            ]
        })
        .collect();
    let source = "page of the Italian Foreign Ministry on the CCM";
    let mut kept: Vec<_> = facts::rows("statements.csv")
        .into_iter()
        .filter(|row| row["source"].starts_with(source))
        .map(|row| {
            // The statement itself, which was kept too, names its speaker; the page does not.
            let both = row["source"] != source;
            let speaker = if both {
                String::new()
            } else {
                row["speaker"].clone()
            };
            ["kind", "number", "on", "title", "speaker", "themes"].map(|column| {
                if column == "speaker" {
                    speaker.clone()
                } else {
                    row[column].clone()
                }
            })
        })
        .collect();
    listed.sort();
    kept.sort();
    assert_eq!(listed.len(), 28);
    similar(&listed, &kept);
}

#[track_caller]
fn similar(listed: &[[String; 6]], kept: &[[String; 6]]) {
    let lines = |rows: &[[String; 6]]| {
        rows.iter()
            .map(|row| row.join(" | "))
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_eq!(lines(listed), lines(kept));
}

#[test]
fn a_page_of_another_kind_lists_nothing() {
    let text = facts::text(
        "The Second Meeting of the States Parties (Beirut) adopted a declaration.\n\nReport (2020): Victim assistance\n\n\
         see the Ninth Meeting of the States Parties (Geneva, 2-4 September 2019): Victim assistance",
    );
    assert_eq!(page::statements(&text, &[]), []);
}
