//! Reports that are kept, in a browser: written in by keyboard, without a script, at 320 pixels; what the record
//! changes is shown beside it, and what was written stays. The pages have no barrier.

use crate::account::Looking;
use crate::every_page;
use crate::reader::{Hand, Way, at, button, field, link};
use crate::recording::two_teams;

const SMALL: Way = Way {
    hand: Hand::Keyboard,
    script: false,
    width: 320,
};

const REPORT: &str = "/reports/progress?treaty=ctbt&from=2021-09-23&to=2023-09-22";

/// A passage that tells who ratified, and where one writes in it.
const WRITE: &str = "(//p[contains(., 'ratified')]/following-sibling::div[contains(@class, 'hand')])[1]//details";

#[test]
fn a_report_is_written_in_by_keyboard_and_what_the_record_changes_is_shown() {
    let test = "a_report_is_written_in_by_keyboard_and_what_the_record_changes_is_shown";
    let Some(mut reader) = two_teams(test) else {
        return;
    };
    reader.prepare(SMALL);
    reader.opens(REPORT);
    reader.uses(&link("Keep this report, and write in it"));
    reader.fills(&field("Title"), "Our two years");
    reader.fills(&field("Name in addresses"), "ours");
    reader.uses(&button("Keep it"));
    reader.arrives("/reports/kept/ours/edit");
    reader.uses(&at(&format!("{WRITE}/summary")));
    reader.fills(
        &at(&format!("{WRITE}//textarea[@name='text'][1]")),
        "Many ratified.",
    );
    reader.uses(&at(&format!(
        "{WRITE}//button[normalize-space(.)='Save'][1]"
    )));
    reader.arrives("/reports/kept/ours/edit#");
    reader.sees("Many ratified.");
    reader.misses("no longer fit");

    let accede = reader.accede();
    let acts = "treaty,iso3,act,date,source_title\nctbt,EGY,ratification,2023-01-05,A test\n";
    let file = accede.file("acts.csv", acts);
    accede.ok(&format!("import acts {}", file.display()));
    reader.waits("what no longer fits", || {
        reader.opens("/reports/kept/ours/edit");
        reader.text().contains("no longer fit")
    });
    reader.sees("The record, then");
    reader.uses(&at(
        "(//button[normalize-space(.)='Keep these words here'])[1]",
    ));
    reader.arrives("/reports/kept/ours/edit#");
    reader.misses("no longer fit");
    reader.sees("Many ratified.");
    reader.heard_no_complaint();
}

#[test]
fn the_pages_of_kept_reports_have_no_barrier_and_fit() {
    let test = "the_pages_of_kept_reports_have_no_barrier_and_fit";
    let Some(reader) = two_teams(test) else {
        return;
    };
    let axe = every_page::axe(test);
    if let Some(axe) = &axe {
        every_page::brings(&reader, axe);
    }
    let mut looking = Looking::at_pages_of(&reader, axe.is_some());
    reader.opens(REPORT);
    reader.uses(&link("Keep this report, and write in it"));
    looking.here();
    reader.fills(&field("Name in addresses"), "ours");
    reader.uses(&button("Keep it"));
    reader.arrives("/reports/kept/ours/edit");
    for path in [
        "/reports/kept",
        "/reports/kept?lang=fr",
        "/reports/kept/ours",
        "/reports/kept/ours/edit",
        "/reports/kept/ours/edit?lang=fr",
    ] {
        looking.at(path);
    }
    let found = looking.found();
    assert!(found.is_empty(), "{}", found.join("\n\n"));
}
