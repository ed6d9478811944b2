//! The journeys people make, each in every way of reading: by pointer and by keyboard, with the
//! pages' scripts and without, on a wide window and on a phone.

use crate::reader::{at, button, field, journey, link, link_to, tick};

/// Who is missing for the Comprehensive Nuclear-Test-Ban Treaty to enter into force?
#[test]
fn from_the_first_page_to_who_is_missing() {
    journey("from_the_first_page_to_who_is_missing", |reader| {
        reader.opens("/");
        reader.uses(&link("CTBT"));
        reader.arrives("/treaties/ctbt");
        reader.sees("Comprehensive Nuclear-Test-Ban Treaty");
        reader.uses(&link("Entry into force"));
        reader.sees("35 of 44");
        for missing in ["China", "Egypt", "Pakistan", "United States of America"] {
            reader.sees(missing);
        }
    });
}

/// What the record said on the day of the conference of September 2023.
#[test]
fn another_day_is_chosen_and_can_be_left_again() {
    journey("another_day_is_chosen_and_can_be_left_again", |reader| {
        reader.opens("/treaties/ctbt");
        reader.dates(&at("//input[@type='date' and @name='on']"), "2023-09-22");
        reader.uses(&button("Show"));
        reader.arrives("on=2023-09-22");
        reader.sees("187");
        reader.sees("178");
        // The permanent link says the same, and says since when it is known.
        reader.uses(&at("//a[@class='permanent']"));
        reader.arrives("known=");
        reader.sees("187");
        reader.goes_back();
        reader.waits("the address has no moment", || {
            !reader.address().contains("known=")
        });
        reader.sees("178");
        reader.goes_back();
        reader.waits("the day is today", || !reader.address().contains("on="));
    });
}

/// The days of meetings are at hand.
#[test]
fn the_day_of_a_meeting_is_chosen() {
    journey("the_day_of_a_meeting_is_chosen", |reader| {
        reader.opens("/treaties/ccm");
        reader.uses(&link_to("#meetings"));
        assert!(reader.address().ends_with("#meetings"));
    });
}

/// What if some of those deposit who are missing?
#[test]
fn what_if_these_deposit() {
    journey("what_if_these_deposit", |reader| {
        reader.opens("/treaties/ctbt/force");
        for state in ["China", "Egypt"] {
            reader.uses(&tick(state));
        }
        reader.uses(&button("Reckon"));
        reader.arrives("if=CHN");
        reader.sees("Supposing these deposits");
        reader.sees("37 of 44");
    });
}

/// From a State to one of its treaties to the reason of a date.
#[test]
fn why_a_day_is_the_day() {
    journey("why_a_day_is_the_day", |reader| {
        reader.opens("/states/ITA");
        reader.uses(&link("CCM"));
        reader.sees("Italy");
        reader.sees("1 March 2020");
    });
}

/// The same pages in French and Arabic.
#[test]
fn the_language_is_changed() {
    journey("the_language_is_changed", |reader| {
        reader.opens("/treaties/ctbt?on=2023-09-22");
        reader.uses(&link("Français"));
        reader.arrives("lang=fr");
        reader.sees("interdiction complète des essais nucléaires");
        assert!(reader.address().contains("on=2023-09-22"));
        reader.uses(&at("//a[@hreflang='ar']"));
        reader.arrives("lang=ar");
        reader.sees("معاهدة");
        // The name runs from right to left in the midst of what is not written in Arabic yet.
        let name = reader.finds(&at("//h1/descendant-or-self::*[@lang='ar']"));
        let direction = reader.driver().looks(
            "return getComputedStyle(arguments[0]).direction",
            &[name.handed()],
        );
        assert_eq!(direction, "rtl");
        reader.goes_back();
        reader.arrives("lang=fr");
    });
}

/// Of all States and treaties, those of a group, as wished.
#[test]
fn the_matrix_is_narrowed_and_sorted() {
    journey("the_matrix_is_narrowed_and_sorted", |reader| {
        reader.opens("/matrix");
        reader.chooses(&field("Group"), "European Union");
        reader.uses(&at("//form[@action='/matrix' and .//select]//button"));
        reader.arrives("group=EU");
        reader.sees("Italy");
        reader.misses("Argentina");
    });
}
