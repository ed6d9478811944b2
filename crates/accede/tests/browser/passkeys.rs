//! Passkeys, with the authenticator that a driver lends a browser (Web Authentication, level 3, section
//! 11, *User Agent Automation*): made, used, renamed and removed, by pointer and by keyboard.

use serde_json::{Value, json};

use crate::every_page;
use crate::reader::{Hand, Reader, Way, button, field};

/// What passkeys are made with: a device of its own, that asks who is there.
struct Device(String);

impl Device {
    fn lent(reader: &Reader) -> Device {
        let asked = json!({
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": true,
            "hasUserVerification": true,
            "isUserVerified": true,
        });
        let id = reader.driver().does("/webauthn/authenticator", &asked);
        Device(id.as_str().unwrap().to_owned())
    }

    /// Whether whoever is there can prove to it who he is.
    fn knows(&self, reader: &Reader, who: bool) {
        let path = format!("/webauthn/authenticator/{}/uv", self.0);
        reader
            .driver()
            .does(&path, &json!({ "isUserVerified": who }));
    }

    fn passkeys(&self, reader: &Reader) -> Vec<Value> {
        let path = format!("/webauthn/authenticator/{}/credentials", self.0);
        reader.driver().tells(&path).as_array().unwrap().clone()
    }
}

pub(crate) const EMAIL: &str = "ada@mfa.example";
pub(crate) const PASSWORD: &str = "the cat sat on the roof";

pub(crate) fn joins(reader: &Reader, link: &str) {
    reader.opens(link);
    reader.fills(&field("Your name"), "Ada Example");
    reader.fills(&field("E-mail"), EMAIL);
    reader.fills(&field("Choose a password"), PASSWORD);
    reader.uses(&button("Join"));
    reader.arrives("/sign-in?joined=1");
    reader.fills(&field("E-mail"), EMAIL);
    reader.fills(&field("Password"), PASSWORD);
    reader.uses(&button("Sign in"));
    reader.sees("Ada Example");
}

pub(crate) fn signs_out(reader: &Reader) {
    reader.opens("/about");
    reader.uses(&button("Sign out"));
    reader.waits("he is out", || !reader.text().contains("Ada Example"));
}

fn life_of_a_passkey(test: &str, hand: Hand, width: u32, theme: &str) {
    let Some((mut reader, link)) = Reader::first(test) else {
        return;
    };
    let way = Way {
        hand,
        script: true,
        width,
    };
    reader.prepare(way);
    reader.prefers(&[("prefers-color-scheme", theme)]);
    let axe = every_page::axe(test);
    if let Some(axe) = &axe {
        every_page::brings(&reader, axe);
    }
    let no_barrier = |reader: &Reader| {
        if axe.is_some() {
            assert_eq!(every_page::barriers_here(reader), Vec::<String>::new());
        }
    };
    let device = Device::lent(&reader);
    joins(&reader, &link);

    // One is made; not two for the same account on one device.
    reader.opens("/account/passkeys");
    reader.sees("You have no passkey yet.");
    no_barrier(&reader);
    reader.fills(&field("Name"), "Ministry laptop");
    reader.uses(&button("Add a passkey"));
    reader.arrives("done=added");
    reader.sees("Ministry laptop");
    reader.sees("never");
    no_barrier(&reader);
    let made = device.passkeys(&reader);
    assert_eq!(made.len(), 1, "{made:?}");
    assert_eq!(
        (&made[0]["rpId"], &made[0]["isResidentCredential"]),
        (&json!("localhost"), &json!(true))
    );
    reader.opens("/account/passkeys");
    let new = crate::reader::at("//input[@id='new-name']");
    reader.fills(&new, "Again");
    reader.uses(&button("Add a passkey"));
    reader.sees("This device has a passkey for your account already.");
    no_barrier(&reader);
    assert_eq!(device.passkeys(&reader).len(), 1);

    // It signs in, once its holder has proved to the device who he is.
    signs_out(&reader);
    reader.opens("/sign-in?next=/account/passkeys");
    no_barrier(&reader);
    device.knows(&reader, false);
    reader.uses(&button("Sign in with a passkey"));
    reader.sees("It was stopped, or took too long.");
    no_barrier(&reader);
    let focused = reader
        .driver()
        .looks("return document.activeElement.textContent", &[]);
    assert_eq!(focused, "Sign in with a passkey");
    device.knows(&reader, true);
    reader.uses(&button("Sign in with a passkey"));
    reader.arrives("/account/passkeys");
    reader.sees("Ada Example");
    reader.misses("never");

    // A while later it proves once more who he is, and goes.
    reader.later("2026-11-21T12:20:00Z");
    reader.opens("/account/passkeys");
    reader.sees("confirm first that it is you");
    reader.fills(&field("Name"), "Old laptop");
    reader.uses(&button("Rename"));
    reader.sees("The passkey has its new name.");
    reader.sees("Old laptop");
    reader.uses(&crate::reader::link("Confirm that it is you"));
    no_barrier(&reader);
    reader.uses(&button("Confirm with a passkey"));
    reader.arrives("/account/passkeys");
    reader.uses(&button("Remove"));
    reader.sees("The passkey is removed");
    reader.sees("You have no passkey yet.");

    reader.heard_no_complaint();

    // The device does not know that; the door says so, and the browser notes how it was answered.
    signs_out(&reader);
    reader.opens("/sign-in");
    reader.uses(&button("Sign in with a passkey"));
    reader.sees("This passkey is not known here.");
    let complaints = reader.complaints();
    assert!(
        complaints.len() == 1 && complaints[0].contains("status of 422"),
        "{complaints:?}"
    );

    // Without scripts there is a password.
    reader.prepare(Way {
        script: false,
        ..way
    });
    reader.opens("/sign-in?next=/account/passkeys");
    reader.misses("passkey");
    reader.fills(&field("E-mail"), EMAIL);
    reader.fills(&field("Password"), PASSWORD);
    reader.uses(&button("Sign in"));
    reader.sees("Your browser makes no passkeys here, or runs no scripts.");
    assert!(reader.looks_for(&button("Add a passkey")).is_none());
}

#[test]
fn a_passkey_by_pointer_on_a_wide_window() {
    life_of_a_passkey(
        "a_passkey_by_pointer_on_a_wide_window",
        Hand::Pointer,
        1280,
        "light",
    );
}

#[test]
fn a_passkey_by_keyboard_on_a_phone_by_night() {
    life_of_a_passkey(
        "a_passkey_by_keyboard_on_a_phone_by_night",
        Hand::Keyboard,
        360,
        "dark",
    );
}
