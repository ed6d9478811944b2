//! Pages changed in place: after every step, forwards and back, the page is what the server would
//! have sent for its address, the focus is where a reader left it, and who does not see it is told.

use serde_json::{Value, json};

use crate::reader::{ENTER, Reader, TAB, at, tick};

/// What the page says, part by part, as against what the server sends for its address.
const SERVED: &str = r"
    const done = arguments[0];
    const parts = ['title', '.head', '.strip', 'main', '.foot', '#finder-commands', '#finder-kept'];
    const told = page => Object.fromEntries(parts.map(one => {
        const part = page.querySelector(one)?.cloneNode(true);
        part?.querySelectorAll('[data-years]').forEach(e => e.replaceChildren());
        const links = part ? [...part.querySelectorAll('a, input[type=hidden]')] : [];
        return [one, [part?.textContent.replace(/\s+/g, ' ').trim() ?? null,
            links.map(e => e.getAttribute('href') ?? e.name + '=' + e.value).join(' ')]];
    }));
    fetch(location.href, {headers: {accept: 'text/html'}}).then(answer => answer.text()).then(text => {
        const [here, there] = [told(document), told(new DOMParser().parseFromString(text, 'text/html'))];
        done(parts.filter(one => JSON.stringify(here[one]) !== JSON.stringify(there[one]))
            .map(one => one + ' is\n' + here[one].join('\n') + '\nand is served\n' + there[one].join('\n')));
    }, error => done([String(error)]));
";

/// Every part of the page, its title too, is what the server sends for its address.
#[track_caller]
pub(crate) fn as_served(reader: &Reader) {
    let other = reader.driver().awaits(SERVED, &[]);
    assert_eq!(other, json!([]), "at {}: {other:#}", reader.address());
}

/// What has the focus: its id, or its words.
fn focus(reader: &Reader) -> String {
    let found = reader.driver().looks(
        "const e = document.activeElement; return e.id || e.localName + ' ' + e.textContent.trim()",
        &[],
    );
    found.as_str().unwrap_or_default().to_owned()
}

/// What those who do not see the page were told last.
fn told(reader: &Reader) -> Value {
    reader.driver().looks(
        "return document.querySelector('body > [role=status]').textContent",
        &[],
    )
}

/// Gives an element the focus and presses Enter, as with Tab.
fn presses(reader: &Reader, path: &str) {
    let element = reader.finds(&at(path));
    reader
        .driver()
        .looks("arguments[0].focus()", &[element.handed()]);
    reader.types(ENTER);
}

#[test]
fn back_and_forward_lead_through_the_days_in_place() {
    let Some(reader) = Reader::start("back_and_forward_lead_through_the_days_in_place") else {
        return;
    };
    reader.opens("/treaties/ctbt");
    // Not one of these steps loads a page: what is written here stays.
    reader.driver().looks("window.stays = true", &[]);
    reader.dates(&at("//input[@id='on']"), "2023-09-22");
    presses(&reader, "//*[@id='on-show']");
    let steps = [
        (
            "on=2023-09-22",
            "on-show",
            "On 22 September 2023, the CTBT counted 187",
        ),
        (
            "view=tiles",
            "view-tiles",
            "On 22 September 2023, the CTBT counted 187",
        ),
        (
            "on=2011-09-23",
            "meeting-show",
            "On 23 September 2011, the CTBT counted 182",
        ),
        (
            "on=2026-11-21",
            "on",
            "On 21 November 2026, the CTBT counted 188",
        ),
    ];
    let mut addresses = Vec::new();
    for (n, (part, focused, says)) in steps.into_iter().enumerate() {
        match n {
            0 => {}
            1 => presses(&reader, "//*[@id='view-tiles']"),
            2 => {
                let list = reader.finds(&at("//select[@id='meeting']"));
                reader
                    .driver()
                    .looks("arguments[0].value = '2011-09-23'", &[list.handed()]);
                presses(&reader, "//*[@id='meeting-show']");
            }
            _ => presses(&reader, "//*[contains(@class, 'strip')]//p/a"),
        }
        if n < 3 {
            reader.arrives(part);
        } else {
            reader.waits("the day is today", || !reader.address().contains("on="));
        }
        reader.waits("it is told", || {
            told(&reader)
                .as_str()
                .is_some_and(|text| text.starts_with(says))
        });
        assert_eq!(focus(&reader), focused, "{part}");
        as_served(&reader);
        addresses.push(reader.address());
    }
    let last = addresses.len() - 1;
    let there = (0..last).rev().map(|n| ("/back", n));
    let again = (1..=last).map(|n| ("/forward", n));
    for (way, n) in there.chain(again) {
        reader.driver().does(way, &json!({}));
        reader.waits("the address is as it was", || {
            reader.address() == addresses[n]
        });
        reader.waits("it is told", || {
            told(&reader)
                .as_str()
                .is_some_and(|text| text.starts_with(steps[n].2))
        });
        as_served(&reader);
        assert_ne!(
            focus(&reader).split(' ').next(),
            Some("body"),
            "{way} to {n}"
        );
    }
    assert_eq!(reader.driver().looks("return window.stays", &[]), true);
    reader.heard_no_complaint();
}

#[test]
fn suppositions_have_their_address_everywhere_on_the_page() {
    let Some(reader) = Reader::start("suppositions_have_their_address_everywhere_on_the_page")
    else {
        return;
    };
    reader.opens("/treaties/ctbt/force");
    reader.driver().looks("window.stays = true", &[]);
    for (state, id, says) in [
        ("China", "tile-CHN", "8 of the States named"),
        ("Egypt", "tile-EGY", "7 of the States named"),
    ] {
        reader.uses(&tick(state));
        reader.waits("it is reckoned", || {
            told(&reader)
                .as_str()
                .is_some_and(|text| text.contains(says))
        });
        assert_eq!(focus(&reader), id);
        as_served(&reader);
    }
    let permanent = reader.finds(&at("//footer//a[@class='permanent']"));
    let permanent = reader.driver().looks(
        "return arguments[0].getAttribute('href')",
        &[permanent.handed()],
    );
    assert!(
        permanent.as_str().unwrap().contains("if=EGY"),
        "{permanent}"
    );
    // Another day is another step; the suppositions go along, and back leads to them.
    let supposed = reader.address();
    reader.dates(&at("//input[@id='on']"), "2025-01-01");
    presses(&reader, "//*[@id='on-show']");
    reader.arrives("on=2025-01-01");
    reader.sees("China deposits on");
    as_served(&reader);
    reader.goes_back();
    reader.waits("the day is today", || reader.address() == supposed);
    reader.waits("its page stands", || {
        !reader.text().contains("On 1 January 2025")
    });
    as_served(&reader);
    // Back to the record.
    presses(&reader, "//*[@id='reset']");
    reader.waits("nothing is supposed", || !reader.address().contains("if="));
    as_served(&reader);
    assert_eq!(focus(&reader), "reset");
    assert_eq!(reader.driver().looks("return window.stays", &[]), true);
    reader.heard_no_complaint();
}

/// The date of the deposits is typed part by part: nothing is replaced under the fingers.
#[test]
fn a_date_on_the_board_can_be_typed_to_its_end() {
    let Some(reader) = Reader::start("a_date_on_the_board_can_be_typed_to_its_end") else {
        return;
    };
    reader.opens("/treaties/ctbt/force");
    reader.uses(&tick("China"));
    reader.arrives("if=CHN");
    reader.dates(&at("//input[@id='when']"), "2027-02-13");
    reader.arrives("when=2027-02-13");
    reader.sees("China deposits on 13 February 2027");
    assert_eq!(focus(&reader), "when");
    reader.types(TAB);
    reader.heard_no_complaint();
}

/// On the page of the treaty the board answers, and the address stays the treaty's.
#[test]
fn the_board_on_the_page_of_the_treaty_answers_where_it_stands() {
    let Some(reader) =
        Reader::start("the_board_on_the_page_of_the_treaty_answers_where_it_stands")
    else {
        return;
    };
    reader.opens("/treaties/ctbt");
    reader.uses(&tick("China"));
    reader.waits("it is reckoned", || {
        told(&reader)
            .as_str()
            .is_some_and(|text| text.contains("8 of the States named"))
    });
    assert_eq!(focus(&reader), "tile-CHN");
    assert_eq!(reader.address(), "/treaties/ctbt");
    reader.sees("China deposits on 21 November 2026");
    // Another day asks anew.
    reader.dates(&at("//input[@id='on']"), "2023-09-22");
    presses(&reader, "//*[@id='on-show']");
    reader.arrives("on=2023-09-22");
    reader.waits("nothing is supposed", || {
        !reader.text().contains("China deposits on")
    });
    as_served(&reader);
    reader.heard_no_complaint();
}
