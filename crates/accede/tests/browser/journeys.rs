//! The ten journeys, each in every way of reading: by pointer and by keyboard, with the pages'
//! scripts and without, on a wide window and on a phone.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::moving::hand;
use crate::reader::{
    CONTROL, DOWN, ENTER, ESCAPE, Hand, RIGHT, Reader, UP, at, button, field, journey, link,
    link_to, tick,
};

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

/// What the record said on the day of the conference of September 2023; and what it says for good.
#[test]
fn another_day_is_chosen_and_can_be_left_again() {
    journey("another_day_is_chosen_and_can_be_left_again", |reader| {
        reader.opens("/treaties/ctbt");
        reader.dates(&at("//input[@type='date' and @name='on']"), "2023-09-22");
        reader.uses(&at("//form[.//input[@id='on']]//button"));
        reader.arrives("on=2023-09-22");
        counts_187_and_178(reader);
        // The permanent link says the same, and as of when that is known.
        reader.uses(&at("//footer//a[@class='permanent']"));
        reader.arrives("known=");
        counts_187_and_178(reader);
        let permanent = reader.address();
        reader.goes_back();
        reader.waits("the address has no moment", || {
            !reader.address().contains("known=")
        });
        counts_187_and_178(reader);
        reader.goes_back();
        reader.waits("the day is today", || !reader.address().contains("on="));
        reader.sees("21 November 2026");
        reader.opens(&permanent);
        counts_187_and_178(reader);
    });
}

fn counts_187_and_178(reader: &Reader) {
    for (count, number) in [("signatures", "187"), ("consents", "178")] {
        let figure = at(&format!(
            "//a[contains(@href, '/counts/{count}') and normalize-space(.)='{number}']"
        ));
        reader.finds(&figure);
    }
}

/// The days of meetings are at hand.
#[test]
fn the_day_of_a_meeting_is_chosen() {
    journey("the_day_of_a_meeting_is_chosen", |reader| {
        reader.opens("/treaties/ctbt");
        reader.chooses(
            &at("//select[@id='meeting']"),
            "Article XIV Conference 13, 22 September 2023",
        );
        reader.uses(&at("//form[.//select[@id='meeting']]//button"));
        reader.arrives("on=2023-09-22");
        counts_187_and_178(reader);
    });
}

/// The day is dragged along the curve, or moved with the arrows. Without scripts the date control
/// does the same.
#[test]
fn the_day_is_moved_along_the_curve() {
    journey("the_day_is_moved_along_the_curve", |reader| {
        reader.opens("/treaties/ctbt?on=2023-09-21");
        if !reader.way().script {
            reader.dates(&at("//input[@id='on']"), "2023-09-22");
            reader.uses(&at("//form[.//input[@id='on']]//button"));
            reader.arrives("on=2023-09-22");
            counts_187_and_178(reader);
            return;
        }
        match reader.way().hand {
            Hand::Keyboard => {
                reader.enters(&at("//*[@role='slider' and starts-with(@id, 'day-')]"));
                reader.types(RIGHT);
                reader.arrives("on=2023-09-22");
                counts_187_and_178(reader);
            }
            Hand::Pointer => {
                hand(reader, &[0.9, 0.65, 0.4], true, true);
                reader.waits("the day is another", || {
                    !reader.address().contains("on=2023-09-21")
                });
            }
        }
        // What stands there is what the data say of that day.
        let address = reader.address();
        let data = address.replacen("/treaties/ctbt?", "/treaties/ctbt.json?", 1);
        let (status, data) = reader.server().get(&data);
        assert_eq!(status, 200, "{address}");
        let data: Value = serde_json::from_str(&data).unwrap();
        let signatures = data["counts"]["signatures"].to_string();
        reader.finds(&at(&format!(
            "//main[not(@aria-busy)]//a[contains(@href, '/counts/signatures') \
             and normalize-space(.)='{signatures}']"
        )));
        reader.goes_back();
        reader.arrives("on=2023-09-21");
        reader.sees("21 September 2023");
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
        // With scripts it is reckoned at once and needs no button, and a board that has just arrived still shows one.
        if !reader.way().script {
            reader.uses(&button("Reckon"));
        }
        reader.arrives("if=EGY");
        reader.sees("Supposing these deposits");
        reader.sees("37 of 44");
    });
}

/// One box finds everything, by any of its names and in spite of a slip.
#[test]
fn what_is_looked_for_is_found() {
    journey("what_is_looked_for_is_found", |reader| {
        reader.opens("/about");
        for (how, words, finds, address) in [
            ("/", "Swaziland", "Eswatini", "/states/SWZ"),
            ("k", "كوت ديفوار", "Ivoire", "/states/CIV"),
            ("/", "Zimbabve", "Zimbabwe", "/states/ZWE"),
        ] {
            if reader.way().script {
                finds_at_once(reader, how, words, finds);
            } else {
                reader.uses(&link_to("/search"));
                reader.fills(&at("//input[@id='q']"), words);
                reader.uses(&at("//form[@role='search']//button"));
                reader.uses(&at(&format!(
                    "//main//li//a[contains(normalize-space(.), {finds:?})]"
                )));
            }
            reader.arrives(address);
            reader.sees(finds);
        }
    });
}

/// In the box over the page: opened by a key or by its link, left and taken up again.
fn finds_at_once(reader: &Reader, key: &str, words: &str, finds: &str) {
    let input = at("//dialog[@open]//input");
    // The link names the keys once they work.
    reader.finds(&at("//*[@data-finder and @aria-keyshortcuts]"));
    let press = || match (reader.way().hand, key) {
        (Hand::Pointer, _) => reader.uses(&at("//*[@data-finder]")),
        (Hand::Keyboard, "k") => reader.chord(&[CONTROL, "k"]),
        (Hand::Keyboard, key) => reader.types(key),
    };
    press();
    reader.finds(&input);
    reader.types(ESCAPE);
    reader.waits("the box has closed", || reader.looks_for(&input).is_none());
    // At once: the key counts although the box may have the focus still.
    press();
    reader.finds(&input);
    reader.types(words);
    let first = format!("//dialog//*[@role='option'][1][contains(., {finds:?})]");
    reader.finds(&at(&first));
    match reader.way().hand {
        Hand::Pointer => reader.uses(&at(&first)),
        Hand::Keyboard => {
            // Down from the first and back round to it.
            reader.finds(&at(&format!("{first}[@aria-selected='true']")));
            reader.types(DOWN);
            reader.waits("another is marked", || {
                let marked = at("//dialog//*[@role='option'][2][@aria-selected='true']");
                let only = reader.driver().finds("//dialog//*[@role='option']").len() == 1;
                only || reader.looks_for(&marked).is_some()
            });
            if reader.driver().finds("//dialog//*[@role='option']").len() > 1 {
                reader.types(UP);
            }
            reader.types(ENTER);
        }
    }
}

/// From a State to one of its treaties to the reason of a date.
#[test]
fn why_a_day_is_the_day() {
    journey("why_a_day_is_the_day", |reader| {
        reader.opens("/states/ITA");
        reader.uses(&at("//main//tr//a[normalize-space(.)='CCM']"));
        reader.arrives("/states/ITA/ccm");
        reader.sees("1 March 2020");
        reader.uses(&at(
            "//main//a[starts-with(@href, '/states/ITA/ccm/3') and contains(@href, '2')]",
        ));
        reader.arrives("/states/ITA/ccm/3");
        reader.sees("1 March 2012");
        reader.sees("1 March 2020");
        reader.sees("How this came about");
    });
}

/// What is owed, narrowed; and what is downloaded is what was on the screen.
#[test]
fn duties_are_narrowed_and_downloaded() {
    journey("duties_are_narrowed_and_downloaded", |reader| {
        reader.opens("/treaties/ccm/obligations");
        reader.chooses(&field("Article"), "3(2)");
        reader.chooses(&field("Standing"), "any");
        let show = at("//form[.//select[@id='article']]//button");
        reader.uses(&show);
        reader.arrives("article=3");
        let shown = links(reader, "//main//table//a[starts-with(@href, '/states/')]");
        let shown: BTreeSet<String> = shown
            .iter()
            .filter_map(|address| address.split('/').nth(2))
            .map(str::to_owned)
            .collect();
        assert!(!shown.is_empty(), "nobody owes anything");
        let csv = links(reader, "//footer//a[normalize-space(.)='CSV']");
        let (status, csv) = reader.server().get(&csv[0]);
        assert_eq!(status, 200);
        let mut rows = csv::Reader::from_reader(csv.as_bytes());
        let place = rows.headers().unwrap().iter().position(|one| one == "iso3");
        let listed: BTreeSet<String> = rows
            .records()
            .map(|row| row.unwrap()[place.unwrap()].to_owned())
            .collect();
        assert_eq!(shown, listed, "CSV");
        let json = links(reader, "//footer//a[normalize-space(.)='JSON']");
        let (status, json) = reader.server().get(&json[0]);
        assert_eq!(status, 200);
        let json: Value = serde_json::from_str(&json).unwrap();
        let listed: BTreeSet<String> = json["duties"]
            .as_array()
            .unwrap()
            .iter()
            .map(|duty| duty["iso3"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(shown, listed, "JSON");
    });
}

/// The addresses some links of the page have, as they are written.
fn links(reader: &Reader, path: &str) -> Vec<String> {
    let found = reader.driver().looks(
        "const found = document.evaluate(arguments[0], document, null, 7, null); \
         return Array.from({length: found.snapshotLength}, (_, n) => found.snapshotItem(n).getAttribute('href'))",
        &[Value::from(path)],
    );
    let found = found.as_array().expect("a list").iter();
    found
        .map(|one| one.as_str().expect("a text").to_owned())
        .collect()
}

/// Of all States and treaties, those of a group, in another order; then two of them side by side.
#[test]
fn the_matrix_is_narrowed_and_sorted_and_states_are_compared() {
    journey(
        "the_matrix_is_narrowed_and_sorted_and_states_are_compared",
        |reader| {
            reader.opens("/matrix");
            reader.chooses(&field("Group"), "European Union");
            reader.chooses(&field("Order"), "most treaties first");
            reader.uses(&at("//form[@action='/matrix' and .//select]//button"));
            reader.arrives("group=EU");
            assert!(reader.address().contains("sort=joined"));
            reader.sees("Italy");
            reader.misses("Argentina");
            reader.uses(&at("//main//tbody//th//a[normalize-space(.)='Italy']"));
            reader.arrives("/states/ITA");
            reader.uses(&link_to("/compare"));
            reader.fills(&at("//input[@id='add']"), "Norway");
            // A list of names may lie over the button.
            reader.types(ESCAPE);
            reader.uses(&at("//form[.//input[@id='add']]//button"));
            reader.arrives("NOR");
            reader.finds(&at("//main//thead//a[normalize-space(.)='Italy']"));
            reader.finds(&at("//main//thead//a[normalize-space(.)='Norway']"));
        },
    );
}

/// The same pages in French, and with Arabic names.
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

/// What did Italy say of a working group, where, and in which words?
#[test]
fn a_statement_is_found_by_its_words_and_read_where_they_stand() {
    journey(
        "a_statement_is_found_by_its_words_and_read_where_they_stand",
        |reader| {
            reader.opens("/");
            reader.uses(&link_to("/library"));
            reader.arrives("/library");
            reader.fills(&field("Words"), "\"informal working group\"");
            reader.uses(&at("//main//form//button"));
            reader.arrives("q=");
            reader.sees("One document or statement was found.");
            reader.finds(&at("//mark[contains(., 'working')]"));
            reader.uses(&at("//p[@class='passage']//a[@class='anchor']"));
            reader.arrives("/library/ita-ccm-2rc-universalization#p");
            reader.sees("an informal working group on universalization");
            reader.sees("Mr. Tancredi Francese");
            // What else is of the theme, and in whose name.
            reader.uses(&at("//dd//a[contains(@href, 'theme=universalization')]"));
            reader.arrives("theme=universalization");
            for year in ["2016", "2017", "2020"] {
                reader.sees(year);
            }
            reader.uses(&at("//aside//a[normalize-space(.)='2017']"));
            reader.arrives("year=2017");
            reader.sees("Seventh Meeting of the States Parties");
            reader.uses(&at("//ul[@class='chosen']//a[contains(., 'Theme')]"));
            reader.waits("the theme is taken away", || {
                !reader.address().contains("theme=")
            });
        },
    );
}
