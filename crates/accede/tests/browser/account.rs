//! One's own account in a browser: an app is added and asked for, by pointer and by keyboard, without a
//! script; and what every page owes every reader, the pages of the door and of the account owe too.

use serde_json::{Value, json};

use crate::common::code;
use crate::every_page;
use crate::passkeys::{EMAIL, PASSWORD, joins, signs_out};
use crate::reader::{Hand, Reader, Way, at, button, field, link};

/// The key that the page shows for an app.
fn key(reader: &Reader) -> String {
    let key = reader.driver().looks(
        "return document.querySelector('.secret code').innerText",
        &[],
    );
    key.as_str().unwrap().to_owned()
}

/// What the browser complained of, but that a form was not right, which is answered with 422.
fn complaints(reader: &Reader) -> Vec<String> {
    let mut told = reader.complaints();
    told.retain(|text| !text.contains("the server responded with a status of 422"));
    told
}

/// Adds an app, from the first page of the account on; gives its key.
fn adds_an_app(reader: &Reader) -> String {
    reader.uses(&link("Ada Example"));
    reader.arrives("/account");
    reader.uses(&link("Add an app"));
    reader.arrives("/account/app");
    reader.uses(&button("Add an app"));
    reader.arrives("/account/app/add");
    let key = key(reader);
    reader.fills(&field("Code"), "000000");
    reader.uses(&button("Add the app"));
    reader.sees("That is not the code of this moment");
    reader.fills(&field("Code"), &code(&key, -30));
    reader.uses(&button("Add the app"));
    reader.sees("Recovery codes");
    key
}

fn life_with_an_app(test: &str, hand: Hand, script: bool, width: u32) {
    let Some((mut reader, first)) = Reader::first(test) else {
        return;
    };
    reader.prepare(Way {
        hand,
        script,
        width,
    });
    joins(&reader, &first);
    let key = adds_an_app(&reader);
    reader.uses(&link("I have kept them"));
    reader.sees("10 recovery codes are left");
    signs_out(&reader);
    reader.opens("/sign-in?next=/account");
    reader.fills(&field("E-mail"), EMAIL);
    reader.fills(&field("Password"), PASSWORD);
    reader.uses(&button("Sign in"));
    reader.arrives("/sign-in/code");
    reader.fills(&field("Code"), &code(&key, -30));
    reader.uses(&button("Sign in"));
    reader.sees("was used already");
    reader.fills(&field("Code"), &code(&key, 0));
    reader.uses(&button("Sign in"));
    reader.arrives("/account");
    reader.sees("Your account");
    assert_eq!(complaints(&reader), Vec::<String>::new());
}

#[test]
fn an_app_is_added_and_asked_for_by_keyboard_without_a_script_on_a_phone() {
    let test = "an_app_is_added_and_asked_for_by_keyboard_without_a_script_on_a_phone";
    life_with_an_app(test, Hand::Keyboard, false, 360);
}

#[test]
fn an_app_is_added_and_asked_for_by_pointer_on_a_wide_window() {
    let test = "an_app_is_added_and_asked_for_by_pointer_on_a_wide_window";
    life_with_an_app(test, Hand::Pointer, true, 1280);
}

/// Looks at the pages of one who is signed in, as every page is looked at.
pub(crate) struct Looking<'r> {
    reader: &'r Reader,
    axe: bool,
    found: Vec<String>,
}

impl<'r> Looking<'r> {
    /// At the pages of whoever is signed in, with the engine that looks for barriers where it is there.
    pub(crate) fn at_pages_of(reader: &'r Reader, axe: bool) -> Looking<'r> {
        Looking {
            reader,
            axe,
            found: Vec::new(),
        }
    }

    /// What was found.
    pub(crate) fn found(self) -> Vec<String> {
        self.found
    }

    pub(crate) fn at(&mut self, path: &str) {
        self.reader.opens(path);
        self.here();
    }

    /// No barrier by day and by night, wide and narrow; nothing to scroll for sideways; nothing of a form
    /// on paper.
    pub(crate) fn here(&mut self) {
        let (reader, address) = (self.reader, self.reader.address());
        for (theme, width) in [("light", 1280), ("dark", 360)] {
            reader.prefers(&[("prefers-color-scheme", theme)]);
            reader.window(width, 800);
            if self.axe {
                let barriers = every_page::barriers_here(reader).into_iter();
                let told = barriers.map(|one| format!("{address}, {theme} at {width}: {one}"));
                self.found.extend(told);
            }
        }
        reader.window(320, 640);
        for spaced in [false, true] {
            if spaced {
                reader.driver().looks(every_page::SPACED, &[]);
            }
            let wide = reader.driver().looks(every_page::WIDER, &[]);
            if wide != json!([]) {
                let told = format!("{address}, text spaced {spaced}, is too wide: {wide:#}");
                self.found.push(told);
            }
        }
        let media = |what: &str| {
            let media = json!({ "media": what });
            reader
                .driver()
                .chromium("Emulation.setEmulatedMedia", &media);
        };
        media("print");
        let printed = reader.driver().looks(
            "return [...document.querySelectorAll('nav, form, button, .noprint')]\
             .filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 120))",
            &[],
        );
        media("");
        if printed != json!([]) {
            let told = format!("{address} prints {printed:#}");
            self.found.push(told);
        }
        let complaints = complaints(reader).into_iter();
        let told = complaints.map(|text| format!("{address}: {text}"));
        self.found.extend(told);
        reader.window(1280, 800);
    }
}

#[test]
fn the_pages_of_the_door_and_the_account_have_no_barrier_and_fit() {
    let test = "the_pages_of_the_door_and_the_account_have_no_barrier_and_fit";
    let Some((mut reader, first)) = Reader::first(test) else {
        return;
    };
    let axe = every_page::axe(test);
    if let Some(axe) = &axe {
        every_page::brings(&reader, axe);
    }
    let mut looking = Looking {
        reader: &reader,
        axe: axe.is_some(),
        found: Vec::new(),
    };
    for path in [
        first.as_str(),
        "/sign-in",
        "/sign-in?done=erased",
        "/sign-in/code",
    ] {
        looking.at(path);
    }
    joins(&reader, &first);
    let reset = reader.accede().ok(&format!("user reset {EMAIL}"));
    let at_link = reset.find("/reset/").unwrap();
    let reset = reset[at_link..].split_whitespace().next().unwrap();
    for path in [
        "/account",
        "/account?lang=fr",
        "/account?done=called",
        "/account/name",
        "/account/password",
        "/account/app",
        "/account/sessions",
        "/account/tokens",
        "/account/tokens/new",
        "/account/data",
        "/account/erase?lang=fr",
        reset,
    ] {
        looking.at(path);
    }
    // What is wrong, told beside its field.
    reader.opens("/account/password");
    for (label, typed) in [
        ("Your present", PASSWORD),
        ("New password", "rain falls on Lake Leman"),
        ("The new password", "rain falls on the lake"),
    ] {
        reader.fills(&field(label), typed);
    }
    reader.uses(&button("Change your password"));
    reader.sees("These two are not the same");
    // The browser gives it the focus once the page is whole.
    reader.waits("the field to be mended has the focus", || {
        let focused = reader
            .driver()
            .looks("return document.activeElement.id", &[]);
        focused == "again"
    });
    looking.here();
    // A token, shown this once, and one in the list.
    reader.opens("/account/tokens/new");
    reader.fills(&field("What it is for"), "statistics");
    reader.uses(&button("Make the token"));
    reader.sees("Your new token");
    looking.here();
    looking.at("/account/tokens");
    // An app: the picture has white around it by night too, and the codes are on paper.
    reader.opens("/");
    adds_an_app(&reader);
    looking.here();
    looking.at("/account/app");
    reader.uses(&button("Use another app instead"));
    reader.arrives("/account/app/add");
    looking.here();
    reader.prefers(&[("prefers-color-scheme", "dark")]);
    let white = reader.driver().looks(
        "return getComputedStyle(document.querySelector('.qr path')).fill",
        &[],
    );
    assert_eq!(white, Value::from("rgb(255, 255, 255)"));
    let found = std::mem::take(&mut looking.found);
    // A quarter of an hour later the password is asked for once more.
    reader.later("2026-11-21T12:15:00Z");
    let mut looking = Looking {
        reader: &reader,
        axe: axe.is_some(),
        found,
    };
    looking.reader.opens("/account/erase");
    reader.arrives("/confirm?next=");
    looking.here();
    reader.finds(&at("//input[@id='password']"));
    let found = looking.found;
    assert!(found.is_empty(), "{}", found.join("\n\n"));
}
