//! Offices, meetings and the approach in which a stage came up, recorded in a browser: without a script, by
//! keyboard, at 320 pixels. The pages have no barrier.

use crate::account::Looking;
use crate::every_page;
use crate::reader::{Hand, Reader, Way, at, button, field, link};
use crate::recording::two_teams;

const SMALL: Way = Way {
    hand: Hand::Keyboard,
    script: false,
    width: 320,
};

/// An approach to Egypt on record; gives its address.
fn approach(reader: &Reader) -> String {
    reader.opens("/approaches/new");
    reader.chooses(&field("Treaty"), "CTBT");
    reader.fills(&field("Whom: the State"), "Egypt");
    reader.fills(&field("Day"), "2026-03-12");
    reader.fills(&field("Who: the State"), "Italy");
    reader.uses(&at("(//button[normalize-space(.)='Record'])[last()]"));
    reader.arrives("/approaches/recorded");
    let address = reader.address();
    let entry = address.split("entry=").nth(1).unwrap();
    format!("/approaches/{}", entry.split('&').next().unwrap())
}

#[test]
fn offices_meetings_and_stages_are_recorded_by_keyboard_without_a_script() {
    let test = "offices_meetings_and_stages_are_recorded_by_keyboard_without_a_script";
    let Some(mut reader) = two_teams(test) else {
        return;
    };
    reader.prepare(SMALL);
    reader.opens("/campaigns/ctbt/roles");
    reader.uses(&link("Record an office"));
    reader.fills(&field("Which State"), "Italy; South Africa");
    reader.fills(&field("The office, as it is called"), "keeper of the list");
    reader.chooses(&field("Kind"), "Coordinator");
    reader.fills(&field("From"), "2026-13");
    reader.uses(&button("Record"));
    reader.sees("That is no day");
    // The browser tells of the form that was not taken, and of nothing else.
    let told = reader.complaints();
    assert!(
        told.iter().all(|one| one.contains("status of 422")),
        "{told:?}"
    );
    reader.fills(&field("From"), "2026");
    reader.uses(&button("Record"));
    reader.arrives("/campaigns/ctbt/roles");
    reader.sees("keeper of the list");
    reader.uses(&at(
        "(//a[contains(., 'Italy, keeper of the list') and contains(@href, '/edit')])[1]",
    ));
    reader.fills(&field("Last day"), "2026-06-30");
    reader.uses(&button("End the term"));
    reader.arrives("/campaigns/ctbt/roles");
    reader.finds(&at(
        "//section[h2[contains(., 'Past')]]//a[contains(., 'Italy, keeper of the list')]",
    ));

    reader.opens("/campaigns/ctbt/calendar");
    reader.uses(&link("Record a meeting"));
    reader.fills(&field("Series"), "ArtXIV");
    reader.fills(&field("Number or year"), "2031");
    reader.fills(&field("First day"), "2031-09-23");
    reader.fills(&field("Where"), "Quito");
    reader.uses(&button("Record"));
    reader.arrives("/campaigns/ctbt/calendar?from=2031-09-23");
    reader.sees("Quito");

    let approach = approach(&reader);
    reader.opens(&approach);
    reader.uses(&link("Record a stage or a promise of Egypt"));
    reader.arrives("/record?approach=");
    reader.chooses(&field("Stage"), "Interested");
    reader.uses(&at("(//button[normalize-space(.)='Record'])[1]"));
    reader.arrives("/campaigns/ctbt/states/EGY");
    reader.uses(&link("the approach"));
    reader.arrives(&approach);
    reader.heard_no_complaint();
}

#[test]
fn the_pages_that_record_offices_and_meetings_have_no_barrier_and_fit() {
    let test = "the_pages_that_record_offices_and_meetings_have_no_barrier_and_fit";
    let Some(reader) = two_teams(test) else {
        return;
    };
    let axe = every_page::axe(test);
    if let Some(axe) = &axe {
        every_page::brings(&reader, axe);
    }
    let approach = approach(&reader);
    let entry = approach.trim_start_matches("/approaches/");
    let mut looking = Looking::at_pages_of(&reader, axe.is_some());
    for path in [
        &approach,
        "/campaigns/ctbt/roles",
        "/campaigns/ctbt/roles/new",
        "/campaigns/ctbt/roles/new?lang=fr",
        "/meetings/new?treaty=ctbt&campaign=ctbt",
        "/meetings/new?lang=fr",
        "/meetings/ctbt-artxiv-13",
        "/meetings/ctbt-artxiv-13/edit",
        "/meetings/ctbt-artxiv-13/edit?lang=fr",
        &format!("/campaigns/ctbt/states/EGY/record?approach={entry}"),
        "/campaigns/ctbt/states/EGY/record?lang=fr",
    ] {
        looking.at(path);
    }
    reader.opens("/campaigns/ctbt/roles");
    reader.uses(&at("(//a[contains(@href, '/edit')])[1]"));
    looking.here();
    reader.fills(&field("Last day"), "soon");
    reader.uses(&button("End the term"));
    reader.sees("That is no day");
    looking.here();
    let found = looking.found();
    assert!(found.is_empty(), "{}", found.join("\n\n"));
}
