//! Recording approaches in a browser, on a phone: by a sentence, told before it is shared, seen by the
//! other team; written without a network and sent once when there is one. The pages have no barrier.

use serde_json::{Value, json};

use crate::account::Looking;
use crate::every_page;
use crate::passkeys::{PASSWORD, signs_out};
use crate::reader::{Hand, Reader, Way, at, button, field, link, link_to, tick};

const NEW: &str = "/approaches/new";
const PHONE: Way = Way {
    hand: Hand::Pointer,
    script: true,
    width: 360,
};

/// Two teams, and one person in each; the first is signed in.
pub(crate) fn two_teams(test: &str) -> Option<Reader> {
    let (mut reader, _) = Reader::first(test)?;
    reader.prepare(PHONE);
    let accede = reader.accede();
    accede.ok("team add italy --name Italy");
    accede.ok("team add south-africa --name Azania");
    for (team, name) in [("south-africa", "Cem"), ("italy", "Anna")] {
        let told = accede.ok(&format!(
            "team invite {team} {name}@mfa.example --role administrator"
        ));
        let link = told[told.find("/join/").unwrap()..]
            .split_whitespace()
            .next();
        reader.opens(link.unwrap());
        reader.fills(&field("Your name"), name);
        reader.fills(&field("Choose a password"), PASSWORD);
        reader.uses(&button("Join"));
        reader.arrives("/sign-in?joined=1");
    }
    signs_in(&reader, "Anna");
    Some(reader)
}

fn signs_in(reader: &Reader, name: &str) {
    reader.opens("/sign-in");
    reader.fills(&field("E-mail"), &format!("{name}@mfa.example"));
    reader.fills(&field("Password"), PASSWORD);
    reader.uses(&button("Sign in"));
    reader.sees(name);
}

/// What stands in a field of the form.
fn stands(reader: &Reader, id: &str) -> Value {
    let script = "return document.getElementById(arguments[0]).value";
    reader.driver().looks(script, &[json!(id)])
}

/// What this browser keeps.
fn kept(reader: &Reader) -> usize {
    let script = "return JSON.parse(localStorage.getItem('accede-drafts') ?? '[]').length";
    let kept = reader.driver().looks(script, &[]);
    usize::try_from(kept.as_u64().unwrap()).unwrap()
}

/// The entries about Nepal that somebody sees.
fn seen(reader: &Reader) -> usize {
    reader.opens("/ledger");
    reader.text().matches("Nepal").count()
}

#[test]
fn an_approach_is_said_in_a_sentence_shared_and_seen_by_the_other_team() {
    let test = "an_approach_is_said_in_a_sentence_shared_and_seen_by_the_other_team";
    let Some(reader) = two_teams(test) else {
        return;
    };
    reader.opens(NEW);
    reader.chooses(&field("Treaty"), "CTBT");
    reader.fills(&field("Who: the State"), "Italy");
    let line = "12 Mar 2026 Vienna, PR met DPR of Nepal, bill in parliament";
    reader.fills(&field("Say it in a sentence"), line);
    reader.uses(&at("(//button[normalize-space(.)='Fill in'])[1]"));
    reader.sees("Look them over before you record");
    assert_eq!(stands(&reader, "f-to"), "Nepal");
    assert_eq!(stands(&reader, "f-day"), "2026-03-12");
    assert_eq!(stands(&reader, "f-by"), "Italy");
    assert_eq!(stands(&reader, "f-outcome"), "in_parliament");
    reader.chooses(&field("Did it take place"), "Done");
    reader.uses(&at("//summary[contains(., 'Who may see it')]"));
    reader.uses(&tick("Azania"));
    reader.uses(&at("(//button[normalize-space(.)='Record'])[last()]"));
    reader.sees("People outside your team would read it");
    reader.sees("Azania: one person now");
    reader.uses(&button("Record it all the same"));
    reader.arrives("/approaches/recorded");
    reader.sees("It is on record");
    assert_eq!(kept(&reader), 0, "what was recorded is kept nowhere else");
    signs_out(&reader);
    signs_in(&reader, "Cem");
    assert_eq!(seen(&reader), 1);
    // He is told of it before he goes there too.
    reader.opens(&format!(
        "{NEW}?treaty=ctbt&to=Nepal&by=South+Africa&day=2026-04-01"
    ));
    reader.uses(&at("(//button[normalize-space(.)='Record'])[last()]"));
    reader.sees("Others who share with you approached the same State");
    reader.sees("Recorded by Anna");
    reader.finds(&link_to("/approaches/"));
}

#[test]
fn what_is_written_without_a_network_is_kept_and_sent_once() {
    let test = "what_is_written_without_a_network_is_kept_and_sent_once";
    let Some(mut reader) = two_teams(test) else {
        return;
    };
    reader.opens(NEW);
    reader.awaits_worker();
    // The browser is without a network while the form is open.
    let network = |reader: &Reader, off: bool| {
        let how = json!({"offline": off, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1});
        reader.driver().chromium("Network.enable", &json!({}));
        reader
            .driver()
            .chromium("Network.emulateNetworkConditions", &how);
    };
    let writes = |reader: &Reader, day: &str| {
        reader.chooses(&field("Treaty"), "CTBT");
        reader.fills(&field("Whom: the State"), "Nepal");
        reader.fills(&field("Day"), day);
        reader.fills(&field("Who: the State"), "Italy");
    };
    writes(&reader, "2026-03-12");
    network(&reader, true);
    reader.uses(&at("(//button[normalize-space(.)='Record'])[last()]"));
    reader.sees("The draft is kept on this device and was not sent");
    reader.sees("1 draft is kept on this device");
    assert_eq!(kept(&reader), 1);
    network(&reader, false);
    // The server is away, and so is the page; what the browser kept of it is of nobody.
    reader.away();
    reader.opens(NEW);
    reader.sees("Record an approach without a network");
    reader.misses("Anna");
    reader.sees("1 draft is kept on this device");
    writes(&reader, "2026-09-12");
    reader.uses(&button("Keep as a draft"));
    reader.sees("2 drafts are kept on this device");
    let personal = reader.driver().awaits(
        "const done = arguments[arguments.length - 1]; (async () => { \
           let all = ''; \
           for (const name of await caches.keys()) { \
             const cache = await caches.open(name); \
             for (const one of await cache.keys()) all += one.url + await (await cache.match(one)).text(); \
           } \
           return ['Anna', 'name=\"form\"', 'data-owner=\"'].filter(word => all.includes(word)); \
         })().then(done, error => done(String(error)))",
        &[],
    );
    assert_eq!(personal, json!([]), "what is kept of pages is of nobody");
    // It is back: one draft is sent by a press, the other is opened and looked over.
    reader.back();
    let first = |reader: &Reader, button: &str| {
        reader.opens(NEW);
        reader.uses(&at(&format!(
            "(//section[@id='kept']//button[normalize-space(.)='{button}'])[1]"
        )));
    };
    first(&reader, "Send");
    reader.arrives("/approaches/recorded");
    reader.waits("the draft is gone", || kept(&reader) == 1);
    first(&reader, "Open in the form");
    reader.sees("The draft stands in the form");
    assert_eq!(stands(&reader, "f-to"), "Nepal");
    reader.uses(&at("(//button[normalize-space(.)='Record'])[last()]"));
    reader.arrives("/approaches/recorded");
    reader.waits("the draft is gone", || kept(&reader) == 0);
    assert_eq!(seen(&reader), 2);
    // What was sent, and is kept all the same, is recorded once.
    reader.opens(NEW);
    reader.driver().looks(
        "localStorage.setItem('accede-drafts', JSON.stringify([{key: 'twice', owner: '', at: '', what: 'x', \
         names: ['treaty', 'to', 'by', 'day', 'kind', 'state'], fields: [['treaty', 'ctbt'], ['to', 'India'], \
         ['by', 'Italy'], ['day', '2026-02-02'], ['kind', 'letter'], ['state', 'done']]}]))",
        &[],
    );
    let sent = reader
        .driver()
        .looks("return localStorage.getItem('accede-drafts')", &[]);
    for _ in 0..2 {
        reader.opens(NEW);
        reader.driver().looks(
            "localStorage.setItem('accede-drafts', arguments[0])",
            std::slice::from_ref(&sent),
        );
        reader.opens(NEW);
        reader.uses(&button("Open in the form"));
        reader.uses(&at("(//button[normalize-space(.)='Record'])[last()]"));
        reader.arrives("/approaches/recorded?entry=");
    }
    reader.opens("/ledger");
    assert_eq!(reader.text().matches("India").count(), 1);
    // Whoever signs out leaves nothing behind.
    reader.opens(NEW);
    reader.driver().looks(
        "localStorage.setItem('accede-drafts', arguments[0])",
        &[sent],
    );
    signs_out(&reader);
    // The browser clears its storage beside the page that it opens.
    reader.waits("nothing is kept", || kept(&reader) == 0);
}

#[test]
fn what_was_agreed_is_followed_up_and_who_was_not_contacted_is_told() {
    let test = "what_was_agreed_is_followed_up_and_who_was_not_contacted_is_told";
    let Some(reader) = two_teams(test) else {
        return;
    };
    let contacts = "/campaigns/ctbt/contacts?since=2020-01-01";
    let uncontacted = |state: &str| {
        at(&format!(
            "//section[@aria-labelledby='uncontacted']//th[normalize-space(.)='{state}']"
        ))
    };
    reader.opens(contacts);
    reader.finds(&uncontacted("Egypt"));
    reader.opens(NEW);
    reader.chooses(&field("Treaty"), "CTBT");
    reader.fills(&field("Whom: the State"), "Egypt");
    reader.fills(&field("Day"), "2026-03-12");
    reader.fills(&field("Who: the State"), "Italy");
    reader.fills(&field("Next step"), "Send the model law");
    reader.fills(&field("By when"), "2026-04");
    reader.uses(&at("(//button[normalize-space(.)='Record'])[last()]"));
    reader.arrives("/approaches/recorded");
    // Its day passed, and nobody did it.
    reader.opens("/approaches?follow_up=open");
    reader.sees("Send the model law");
    reader.sees("overdue");
    reader.uses(&link("Egypt"));
    reader.uses(&link("Next steps"));
    reader.uses(&button("Done"));
    reader.opens("/approaches?follow_up=open");
    reader.misses("Send the model law");
    // Who was contacted is no longer told as not; the others are.
    reader.opens(contacts);
    reader.finds(&uncontacted("India"));
    assert!(reader.looks_for(&uncontacted("Egypt")).is_none());
    reader.heard_no_complaint();
}

#[test]
fn the_pages_that_record_have_no_barrier_and_fit() {
    let test = "the_pages_that_record_have_no_barrier_and_fit";
    let Some(reader) = two_teams(test) else {
        return;
    };
    let axe = every_page::axe(test);
    if let Some(axe) = &axe {
        every_page::brings(&reader, axe);
    }
    let mut looking = Looking::at_pages_of(&reader, axe.is_some());
    for path in [NEW, "/approaches/new?lang=fr", "/approaches/offline"] {
        looking.at(path);
    }
    reader.opens(NEW);
    reader.uses(&at("(//button[normalize-space(.)='Record'])[last()]"));
    reader.sees("To be put right");
    looking.here();
    reader.chooses(&field("Treaty"), "CTBT");
    reader.fills(&field("Whom: the State"), "Nepal");
    reader.fills(&field("Who: the State"), "Italy");
    reader.fills(&field("Next step"), "send a model law");
    reader.uses(&at("//summary[contains(., 'Who may see it')]"));
    reader.uses(&tick("Azania"));
    reader.uses(&at("(//button[normalize-space(.)='Record'])[last()]"));
    reader.sees("Before you record");
    looking.here();
    reader.uses(&button("Record it all the same"));
    reader.arrives("/approaches/recorded?entry=");
    looking.here();
    let address = reader.address();
    let entry = address
        .split("entry=")
        .nth(1)
        .unwrap()
        .split('&')
        .next()
        .unwrap();
    for page in ["edit", "outcome", "steps", "retract"] {
        looking.at(&format!("/approaches/{entry}/{page}"));
    }
    let found = looking.found();
    assert!(found.is_empty(), "{}", found.join("\n\n"));
}
