//! Files that wait to be confirmed, in a browser: brought and confirmed by keyboard, without a script, at 320 pixels.
//! The pages have no barrier.

use serde_json::json;

use crate::account::Looking;
use crate::every_page;
use crate::reader::{Hand, Reader, Way, at, button, field, link, link_to};
use crate::recording::two_teams;

const SMALL: Way = Way {
    hand: Hand::Keyboard,
    script: false,
    width: 320,
};

const STATEMENT: &str = "Eleventh Meeting of the States Parties to the Convention on Cluster Munitions
Geneva, 11 September 2023

Statement by Ambassador Leonardo Bencini, Permanent Representative of Italy to the Conference on Disarmament

General exchange of views

Mr. President,

Italy calls for the universalization of the Convention on Cluster Munitions. The zanzibarite plan.
";

/// Chooses files in the form of the tray and sends it.
fn brings(reader: &Reader, files: &[(&str, &str)]) {
    let input = reader.finds(&at("//input[@type='file']"));
    let paths = files
        .iter()
        .map(|(name, text)| reader.accede().file(name, text).display().to_string());
    let text = paths.collect::<Vec<_>>().join("\n");
    let path = format!("/element/{}/value", input.0);
    reader.driver().does(&path, &json!({ "text": text }));
    reader.uses(&button("Bring them"));
}

#[test]
fn files_are_brought_and_confirmed_by_keyboard_without_a_script() {
    let test = "files_are_brought_and_confirmed_by_keyboard_without_a_script";
    let Some(mut reader) = two_teams(test) else {
        return;
    };
    reader.prepare(SMALL);
    reader.opens("/library");
    reader.uses(&link("Tray"));
    reader.arrives("/library/tray");
    reader.sees("Nothing waits here.");
    let files = [
        ("note.txt", STATEMENT),
        ("cut.pdf", "%PDF-1.7\n1 0 obj\n<<"),
    ];
    brings(&reader, &files);
    reader.sees("read, to be confirmed");
    reader.sees("could not be read");
    reader.uses(&link("note.txt"));
    reader.finds(&at("//q[.='11 September 2023']"));
    reader.fills(&field("Title"), "On the way to everybody");
    reader.uses(&button("Record the document"));
    reader.arrives("/library/ita-ccm-msp-11-general-exchange");
    reader.sees("On the way to everybody");
    reader.sees("The zanzibarite plan.");
    reader.opens("/library?q=zanzibarite");
    reader.sees("One document or statement was found.");
    reader.opens("/library/tray");
    reader.misses("note.txt");
    reader.uses(&link("cut.pdf"));
    reader.uses(&button("Throw the file away"));
    reader.arrives("/library/tray");
    reader.sees("Nothing waits here.");
    reader.heard_no_complaint();
}

#[test]
fn the_pages_of_trays_have_no_barrier_and_fit() {
    let test = "the_pages_of_trays_have_no_barrier_and_fit";
    let Some(reader) = two_teams(test) else {
        return;
    };
    let axe = every_page::axe(test);
    if let Some(axe) = &axe {
        every_page::brings(&reader, axe);
    }
    let mut looking = Looking::at_pages_of(&reader, axe.is_some());
    looking.at("/library/tray");
    looking.at("/library/tray?lang=fr");
    reader.opens("/library/tray");
    let long = "a-name-of-a-file-that-goes-on-and-on-without-a-blank-or-an-end-as-some-do.txt";
    brings(
        &reader,
        &[(long, STATEMENT), ("cut.pdf", "%PDF-1.7\n1 0 obj\n<<")],
    );
    reader.sees("could not be read");
    looking.here();
    for name in [long, "cut.pdf"] {
        reader.opens("/library/tray");
        reader.uses(&link(name));
        reader.finds(&link_to("/library/tray"));
        looking.here();
        let french = format!("{}?lang=fr", reader.address());
        looking.at(&french);
    }
    let found = looking.found();
    assert!(found.is_empty(), "{}", found.join("\n\n"));
}
