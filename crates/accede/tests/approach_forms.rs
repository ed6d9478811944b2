//! Approaches recorded by people, on the pages: what is asked, told first, recorded, put right and taken
//! back; and what is refused.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "common/house.rs"]
#[allow(dead_code, reason = "each test file uses its own part")]
mod house;

use house::{Answer, House, Someone};
use people::{Role, Scope};
use serde_json::{Value, json};

const TEAMS: [&str; 2] = ["italy", "south-africa"];
const NEW: &str = "/approaches/new";

/// What somebody sends who fills in no more than he must.
const LEAST: [(&str, &str); 8] = [
    ("treaty", "ctbt"),
    ("to", "Nepal"),
    ("kind", "meeting_bilateral"),
    ("state", "done"),
    ("day", "2026-11-20"),
    ("by", "Italy"),
    ("seen-by", "italy"),
    ("key", "a-form"),
];

/// The least, with other values for some fields, and others beside.
fn with<'a>(other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let told = |name: &str| other.iter().any(|(given, _)| *given == name);
    let least = LEAST.into_iter().filter(|(name, _)| !told(name));
    least.chain(other.iter().copied()).collect()
}

fn sends(house: &House, one: &Someone, other: &[(&str, &str)]) -> Answer {
    house.send(one, NEW, &with(other))
}

/// What a hidden field of an answer says.
fn hidden(answer: &Answer, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let at = answer
        .text
        .find(&mark)
        .unwrap_or_else(|| panic!("no {name}: {}", answer.text));
    let rest = &answer.text[at + mark.len()..];
    rest[..rest.find('"').unwrap()].to_owned()
}

/// Records; gives what the entry is called.
#[track_caller]
fn recorded(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.text);
    let at = answer.location.strip_prefix("/approaches/recorded?entry=");
    let at = at.unwrap_or_else(|| panic!("{}", answer.location));
    at.split('&').next().unwrap().to_owned()
}

#[track_caller]
fn says(answer: &Answer, status: u16, text: &str) {
    assert_eq!(answer.status, status, "{}", answer.text);
    assert!(answer.text.contains(text), "{text}: {}", answer.text);
}

/// What stands on record, as its team sees it.
fn on_record(house: &House, one: &Someone, team: &str, entry: &str) -> Value {
    let token = house.token(one, team, &[Scope::Read]);
    house.asks(&token, &format!("/ledger/{entry}.json")).json()
}

#[test]
fn who_fills_in_the_least_has_an_approach_on_record_and_sent_again_it_is_the_same() {
    let house = House::with(&TEAMS);
    let ada = house.person("Ada", &[("italy", Role::Contributor)]);
    let page = house.page(Some(&ada), NEW);
    says(&page, 200, "value=\"2026-11-22\"");
    assert_eq!(hidden(&page, "key").len(), 36, "a UUID of its own");
    let done = sends(&house, &ada, &[]);
    let entry = recorded(&done);
    let there = on_record(&house, &ada, "italy", &entry);
    assert_eq!(there["author"], ada.id.to_string());
    assert_eq!(there["audience"], json!({"teams": ["italy"]}));
    assert_eq!(
        there["body"]["approach"],
        json!({"treaties": ["ctbt"], "state": "done", "kind": "meeting_bilateral",
               "by": [{"participant": "ITA"}], "to": [{"participant": "NPL"}], "on": "2026-11-20"}),
    );
    assert_eq!(recorded(&sends(&house, &ada, &[("confirmed", "x")])), entry);
    says(
        &house.page(Some(&ada), &done.location),
        200,
        "data-recorded=\"a-form\"",
    );
    // The same form, changed: nothing is recorded in the place of what is there.
    let other = sends(&house, &ada, &[("place", "Vienna"), ("confirmed", "x")]);
    let confirmed = hidden(&other, "confirmed");
    let other = sends(
        &house,
        &ada,
        &[("place", "Vienna"), ("confirmed", &confirmed)],
    );
    says(&other, 422, "says something else now");
}

#[test]
fn the_next_form_knows_what_was_last_and_repeats_it_without_what_came_of_it() {
    let house = House::with(&TEAMS);
    let ada = house.person("Ada", &[("italy", Role::Contributor)]);
    let more = [
        ("answer", "a bill is in parliament"),
        ("outcome", "in_parliament"),
        ("by-level", "ambassadorial"),
        ("channel", "vienna"),
        ("theme", "legal_ease"),
        ("next-what", "send a model law"),
    ];
    let entry = recorded(&sends(&house, &ada, &more));
    let next = house.page(Some(&ada), NEW);
    says(&next, 200, "<option value=\"ctbt\" selected>");
    assert!(
        next.text.contains("value=\"Italy\""),
        "who was last: {}",
        next.text
    );
    assert!(!next.text.contains("in parliament</textarea>"));
    let again = house.page(Some(&ada), &format!("{NEW}?like={entry}"));
    says(&again, 200, "value=\"Nepal\"");
    says(&again, 200, "<option value=\"vienna\" selected>");
    for gone in [
        "a bill is in parliament</textarea>",
        "value=\"send a model law\"",
    ] {
        assert!(!again.text.contains(gone), "{gone}");
    }
    let linked = house.page(
        Some(&ada),
        &format!("{NEW}?treaty=ccm&to=NPL&day=2026-12&state=planned"),
    );
    says(&linked, 200, "<option value=\"ccm\" selected>");
    says(&linked, 200, "value=\"2026-12\"");
    // What is another team's cannot be repeated.
    let cem = house.person("Cem", &[("south-africa", Role::Contributor)]);
    let hidden = house.page(Some(&cem), &format!("{NEW}?like={entry}"));
    assert_eq!(hidden.status, 404);
    assert!(!house.page(Some(&cem), NEW).text.contains("Nepal</bdi>"));
    // Nor is he told that anybody was there: he records at once.
    let his = [("seen-by", "south-africa"), ("by", "South Africa")];
    recorded(&sends(&house, &cem, &his));
}

/// What is sent otherwise, what is told of it, and at which field.
type Case<'a> = (&'a [(&'a str, &'a str)], &'a str, &'a str);

#[test]
fn what_is_wrong_is_told_beside_what_was_typed() {
    let house = House::with(&TEAMS);
    let ada = house.person("Ada", &[("italy", Role::Contributor)]);
    let long = "x".repeat(401);
    let longest = "y".repeat(50_001);
    let cases: [Case<'_>; 14] = [
        (&[("to", "Nepall")], "No State is called “Nepall”", "f-to"),
        (&[("to", "")], "Say who was approached", "f-to"),
        (&[("by", "")], "Say who approached", "f-by"),
        (&[("treaty", "")], "Choose the treaty", "f-treaty"),
        (&[("day", "2026-02-31")], "Write a day as", "f-day"),
        (&[("day", "12 March")], "Write a day as", "f-day"),
        (
            &[("until", "2026-10-01")],
            "lies before the first",
            "f-until",
        ),
        (&[("kind", "tea")], "Say what it was", "f-kind"),
        (&[("outcome", "bliss")], "none of the words", "f-outcome"),
        (&[("place", &long)], "too long", "f-place"),
        (&[("points", &longest)], "too long", "f-points"),
        (&[("seen-by", "nowhere")], "seen-by", "f-seen-by"),
        (
            &[("seen-by", "south-africa")],
            "choose a team of yours",
            "f-seen-by",
        ),
        (
            &[("next-owner", "Ben")],
            "what is to be done",
            "f-next-what",
        ),
    ];
    for (other, told, field) in cases {
        let answer = sends(&house, &ada, &[other, &[("note", "what I typed")]].concat());
        says(&answer, 422, told);
        says(&answer, 422, &format!("href=\"#{field}\""));
        says(&answer, 422, &format!("id=\"{field}\""));
        assert!(answer.text.contains("what I typed</textarea>"), "{other:?}");
        assert!(answer.text.contains("data-came-back"), "{other:?}");
    }
    let many = [("to", "India"); 60];
    says(&sends(&house, &ada, &many), 422, "too many");
    let planned = [("state", "planned"), ("seen-by", "public")];
    says(&sends(&house, &ada, &planned), 422, "f-seen-by");
    let red = [
        ("seen-by", "italy"),
        ("seen-by", "south-africa"),
        ("label", "RED"),
    ];
    says(&sends(&house, &ada, &red), 422, "f-label");
    let marked = [("note", "RESTREINT UE/EU RESTRICTED")];
    says(&sends(&house, &ada, &marked), 422, "classified");
    let too_much = "z".repeat(300_000);
    assert_eq!(sends(&house, &ada, &[("points", &too_much)]).status, 413);
    let head = house.page(Some(&ada), "/ledger").text;
    assert!(!head.contains("Nepal"), "nothing was recorded");
}

#[test]
fn whoever_may_not_is_told_and_nothing_is_recorded() {
    let house = House::with(&TEAMS);
    let anyone = house.page(None, NEW);
    assert_eq!(
        (anyone.status, anyone.location.as_str()),
        (303, "/sign-in?next=%2Fapproaches%2Fnew")
    );
    let reader = house.person("Ben", &[("italy", Role::Reader)]);
    assert_eq!(house.page(Some(&reader), NEW).status, 403);
    assert_eq!(sends(&house, &reader, &[]).status, 403);
    let ada = house.person("Ada", &[("italy", Role::Contributor)]);
    let stale = [("form", "0000")];
    let mut fields = stale.to_vec();
    fields.extend(LEAST);
    assert_eq!(
        house.send(&ada, NEW, &fields).status,
        403,
        "a form of another session"
    );
    let public = sends(&house, &ada, &[("seen-by", "public")]);
    says(&public, 422, "f-seen-by");
    house.unseat(&ada, "italy");
    assert_eq!(
        sends(&house, &ada, &[]).status,
        403,
        "nobody's member any more"
    );
}

#[test]
fn who_was_there_before_and_who_would_read_it_is_told_before() {
    let house = House::with(&TEAMS);
    let both = [("italy", Role::Reader), ("south-africa", Role::Contributor)];
    let ada = house.person("Ada", &[("italy", Role::Contributor)]);
    let eve = house.person("Eve", &[("italy", Role::Contributor)]);
    let cem = house.person("Cem", &[("south-africa", Role::Contributor)]);
    house.person("Dan", &both);
    // Somebody of the other team, for both.
    let shared = [
        ("seen-by", "italy"),
        ("seen-by", "south-africa"),
        ("by", "South Africa"),
    ];
    let shared = [
        &shared[..],
        &[("key", "c"), ("day", "2026-10-01"), ("state", "done")],
    ]
    .concat();
    // He would not see it without his own team, and is told who would beside it.
    let told = sends(&house, &cem, &shared);
    says(&told, 200, "People outside your team would read it");
    says(&told, 200, "The italy team</bdi>: 3 people now");
    assert!(
        !told.text.contains("Ada"),
        "who is in another team is not told"
    );
    let confirmed = hidden(&told, "confirmed");
    let by_cem = recorded(&sends(
        &house,
        &cem,
        &[&shared[..], &[("confirmed", &confirmed)]].concat(),
    ));
    // For one's own team alone, but the other was there.
    let told = sends(&house, &ada, &[]);
    says(&told, 200, "Others who share with you");
    says(&told, 200, &format!("/approaches/{by_cem}"));
    says(&told, 200, "Recorded by Cem.");
    assert!(!told.text.contains("People outside your team"));
    let first = hidden(&told, "confirmed");
    // Another of her team records the same meanwhile: what she confirmed was not that.
    let told = sends(&house, &eve, &[("key", "e")]);
    let eves = hidden(&told, "confirmed");
    let by_eve = recorded(&sends(&house, &eve, &[("key", "e"), ("confirmed", &eves)]));
    let told = sends(&house, &ada, &[("confirmed", &first)]);
    says(&told, 200, "Your team approached");
    says(&told, 200, &by_eve);
    let again = hidden(&told, "confirmed");
    assert_ne!(again, first);
    // Nor is another entry recorded by the word that was for this one.
    let other = [("confirmed", again.as_str()), ("place", "Geneva")];
    says(&sends(&house, &ada, &other), 200, "Before you record");
    recorded(&sends(&house, &ada, &[("confirmed", &again)]));
    // Another State, another treaty, or long before: nothing to be told.
    for other in [
        [("to", "India"), ("key", "1")],
        [("treaty", "ccm"), ("key", "2")],
        [("day", "2026-01-10"), ("key", "3")],
    ] {
        recorded(&sends(&house, &ada, &other));
    }
    // Persons are named where others would read of them.
    let persons = [
        ("seen-by", "italy"),
        ("seen-by", "south-africa"),
        ("to-person", "Mr Thapa"),
        ("to", "India"),
        ("day", "2025-01-01"),
        ("key", "p"),
    ];
    let told = sends(&house, &ada, &persons);
    says(
        &told,
        200,
        "They would also read these names of persons: <bdi>Mr Thapa</bdi>",
    );
}

#[test]
fn an_approach_is_put_right_and_taken_back_by_those_who_may() {
    let house = House::with(&TEAMS);
    let ada = house.person("Ada", &[("italy", Role::Contributor)]);
    let ben = house.person("Ben", &[("italy", Role::Contributor)]);
    let eve = house.person("Eve", &[("italy", Role::Editor)]);
    let cem = house.person("Cem", &[("south-africa", Role::Administrator)]);
    let more = [
        ("to-of", "Ministry of Foreign Affairs"),
        ("to-person", "Mr Thapa"),
        ("to-capacity", "Director"),
        ("to-level", "working"),
        ("more-treaty", "npt"),
        ("meeting", "ArtXIV 2025"),
        ("theme", "legal_ease"),
        ("points", "two lines\r\nof text"),
        ("outcome", "in_parliament"),
        ("more-outcome", "follow_up_agreed"),
        ("obstacle", "capacity"),
        ("asked", "translation"),
        ("offered", "workshop"),
        ("next-what", "send a model law"),
        ("next-by", "2027-05"),
        ("paper-title", "Model law"),
        ("paper-url", "https://example.org/law"),
        ("label", "AMBER"),
    ];
    let entry = recorded(&sends(&house, &ada, &more));
    let first = on_record(&house, &ada, "italy", &entry)["body"]["approach"].clone();
    let at = |page: &str| format!("/approaches/{entry}/{page}");
    for page in ["edit", "outcome", "steps", "retract"] {
        assert_eq!(house.page(Some(&ada), &at(page)).status, 200, "{page}");
        assert_eq!(
            house.page(Some(&eve), &at(page)).status,
            200,
            "an editor: {page}"
        );
        assert_eq!(
            house.page(Some(&ben), &at(page)).status,
            403,
            "another: {page}"
        );
        assert_eq!(
            house.page(Some(&cem), &at(page)).status,
            404,
            "another team: {page}"
        );
        assert_eq!(house.page(None, &at(page)).status, 303, "{page}");
        assert_eq!(
            house.send(&cem, &at(page), &[("why", "x")]).status,
            404,
            "{page}"
        );
        assert_eq!(
            house.send(&ben, &at(page), &[("why", "x")]).status,
            403,
            "{page}"
        );
    }
    // What came of it changes that alone.
    let page = house.page(Some(&ada), &at("outcome"));
    let (was, key) = (hidden(&page, "was"), hidden(&page, "key"));
    let short = [
        ("was", was.as_str()),
        ("key", &key),
        ("why", "what came of it"),
        ("state", "done"),
        ("day", "2026-11-21"),
        ("answer", "they will"),
        ("outcome", "commitment"),
        ("next-what", "send a model law"),
        ("next-by", "2027-05"),
        ("next-owner", ""),
        ("next-done", ""),
    ];
    let done = house.send(&ada, &at("outcome"), &short);
    assert_eq!(
        (done.status, done.location.as_str()),
        (303, at("").trim_end_matches('/')),
        "{}",
        done.text
    );
    let view = house.asks(
        &house.token(&ada, "italy", &[Scope::Read]),
        &format!("/ledger/{entry}.json"),
    );
    let right = &view.json()["touched_by"][0];
    let right = on_record(&house, &ada, "italy", right.as_str().unwrap());
    let mut expected = first;
    expected["on"] = json!("2026-11-21");
    expected["answer"] = json!("they will");
    expected["outcomes"] = json!(["commitment"]);
    for gone in ["obstacles", "asked", "offered"] {
        expected.as_object_mut().unwrap().remove(gone);
    }
    assert_eq!(right["body"]["correction"]["body"]["approach"], expected);
    // Who looked at it before that does not overwrite it unseen.
    let other_key = [&short[..1], &[("key", "other")], &short[2..]].concat();
    says(
        &house.send(&eve, &at("outcome"), &other_key),
        422,
        "Somebody changed this approach",
    );
    // A step is done once.
    let step = [
        ("step", "0"),
        ("what", "send a model law"),
        ("done", "2026-11-22"),
    ];
    assert_eq!(house.send(&eve, &at("steps"), &step).status, 303);
    says(
        &house.send(&eve, &at("steps"), &step),
        422,
        "Somebody changed",
    );
    says(
        &house.page(Some(&ada), &at("steps")),
        200,
        "22 November 2026",
    );
    // Taken back, it is there to be put right no more.
    says(
        &house.send(&ada, &at("retract"), &[("why", " ")]),
        422,
        "why-wrong",
    );
    assert_eq!(
        house
            .send(&ada, &at("retract"), &[("why", "not ours")])
            .status,
        303
    );
    for page in ["edit", "outcome", "steps", "retract"] {
        assert_eq!(house.page(Some(&ada), &at(page)).status, 404, "{page}");
    }
}

#[test]
fn a_form_filled_from_what_is_on_record_says_the_same() {
    let house = House::with(&TEAMS);
    let ada = house.person("Ada", &[("italy", Role::Contributor)]);
    let token = house.token(&ada, "italy", &[Scope::Write]);
    let whole = json!({"treaties": ["ctbt", "npt"], "state": "planned", "kind": "demarche_joint",
        "by": [{"participant": "ITA", "person": "Amb. Rossi", "capacity": "PR", "level": "ambassadorial"},
               {"participant": "ZAF"}, {"name": "CTBTO", "level": "secretariat"}],
        "to": [{"participant": "NPL", "name": "Mission"}, {"participant": "IND", "level": "deputy"}, {"person": "Somebody"}],
        "acted_as": "joint", "on": "2026-03", "until": "2026-04", "channel": "margins_of", "place": "Vienna",
        "forum": "a forum of its own", "meeting": {"kind": "ArtXIV", "number": "2025"},
        "themes": ["legal_ease", "anniversary"], "points": "one\ntwo", "answer": "yes",
        "outcomes": ["commitment", "in_parliament"], "obstacles": ["capacity"], "asked": ["workshop"],
        "offered": ["translation"], "note": "a note",
        "next": [{"what": "a", "owner": "b", "by": "2027", "done": "2026-11-01"}, {"what": "c"}],
        "documents": [{"title": "t", "url": "https://example.org", "sha256": "00"}, {"title": "u"}]});
    let told = house.sends_json(
        Some(&token),
        &json!({"body": {"approach": whole}}).to_string(),
    );
    assert_eq!(told.status, 201, "{}", told.text);
    let entry = told.json()["entry"].as_str().unwrap().to_owned();
    let page = house.page(Some(&ada), &format!("/approaches/{entry}/edit"));
    let fields = form_of(&page.text);
    let mut fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    fields.retain(|(name, _)| *name != "form" && *name != "do");
    let same = house.send(&ada, &format!("/approaches/{entry}/edit"), &fields);
    says(&same, 422, "Nothing was changed");
}

/// What a browser would send of the form of a page.
fn form_of(page: &str) -> Vec<(String, String)> {
    let start = page.find("<form class=\"stack record\"").unwrap();
    let form = &page[start..start + page[start..].find("</form>").unwrap()];
    let value = |tag: &str, name: &str| {
        let mark = format!(" {name}=\"");
        let at = tag.find(&mark)? + mark.len();
        Some(plain(&tag[at..at + tag[at..].find('"')?]))
    };
    let mut sent = Vec::new();
    let mut rest = form;
    while let Some(at) = rest.find('<') {
        let end = at + rest[at..].find('>').unwrap();
        let tag = &rest[at..=end];
        let after = &rest[end + 1..];
        if tag.starts_with("<input") {
            let box_of = tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"");
            if !box_of || tag.contains(" checked") {
                sent.push((
                    value(tag, "name").unwrap(),
                    value(tag, "value").unwrap_or_default(),
                ));
            }
        } else if tag.starts_with("<textarea") {
            let text = &after[..after.find("</textarea>").unwrap()];
            let text = text.strip_prefix('\n').unwrap_or(text);
            sent.push((value(tag, "name").unwrap(), plain(text)));
        } else if tag.starts_with("<select") {
            let options = &after[..after.find("</select>").unwrap()];
            let chosen = options
                .split("<option")
                .skip(1)
                .find(|one| one.contains(" selected"));
            let chosen = chosen.or(options.split("<option").nth(1)).unwrap();
            sent.push((value(tag, "name").unwrap(), value(chosen, "value").unwrap()));
        }
        rest = after;
    }
    sent
}

fn plain(text: &str) -> String {
    let text = text
        .replace("&#38;", "&")
        .replace("&#34;", "\"")
        .replace("&#39;", "'");
    text.replace("&lt;", "<")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&amp;", "&")
}

#[test]
fn what_browsers_keep_for_want_of_a_network_is_the_same_for_everybody() {
    let house = House::with(&TEAMS);
    let ada = house.person("Ada", &[("italy", Role::Contributor)]);
    recorded(&sends(&house, &ada, &[]));
    let anyone = house.page(None, "/approaches/offline");
    assert_eq!(anyone.status, 200);
    let hers = house.page(Some(&ada), "/approaches/offline");
    assert_eq!(anyone.text, hers.text);
    for personal in ["Ada", "name=\"form\"", "italy", "data-owner"] {
        assert!(!hers.text.contains(personal), "{personal}");
    }
    let worker = house.page(None, "/approaches/worker.js");
    assert_eq!(worker.status, 200);
    assert!(worker.text.contains("/static/drafts-") && !worker.text.contains("FILES"));
    // The form itself is no page for caches.
    let form = house.page(Some(&ada), NEW);
    assert!(form.text.contains("data-owner"));
}
