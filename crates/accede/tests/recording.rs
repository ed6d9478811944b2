//! Recording by programs, and releasing in the browser: what the policy allows, and nothing else.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "common/house.rs"]
#[allow(dead_code, reason = "each test file uses its own part")]
mod house;

use std::collections::BTreeSet;

use accede::clerk::Draft;
use accede::{bundle, keyring};
use house::{House, Someone};
use ledger::Body as Says;
use ledger::bundle::{PublicKey, SecretKey};
use people::{Role, Scope};
use serde_json::{Value, json};
use treaty::Source;

const TEAMS: [&str; 2] = ["italy", "south-africa"];

/// An approach as a program sends it.
fn approach(state: &str) -> Value {
    json!({"approach": {
        "treaties": ["ctbt"], "state": state, "kind": "meeting_bilateral",
        "by": [{"participant": "ITA", "person": "Amb. Rossi"}], "to": [{"participant": "NPL"}],
        "on": "2026-03-12", "place": "Vienna", "points": "a bill is in parliament",
    }})
}

fn wanted(body: &Value) -> Value {
    json!({ "body": body })
}

fn wanted_for(body: &Value, audience: &Value) -> Value {
    json!({ "body": body, "audience": audience })
}

/// A token of somebody for recording.
fn writing(house: &House, someone: &Someone) -> String {
    house.token(someone, "italy", &[Scope::Write])
}

/// Records; gives what the entry is called, and its id.
fn recorded(house: &House, token: &str, what: &Value) -> (String, String) {
    let told = house.sends_json(Some(token), &what.to_string());
    assert_eq!(told.status, 201, "{}", told.text);
    let entry = &told.json()["entry"];
    let name = entry
        .as_str()
        .map_or_else(|| entry.to_string(), str::to_owned);
    assert_eq!(told.location, format!("/ledger/{name}"));
    let told = house.asks(token, &format!("/ledger/{name}.json"));
    (name, told.json()["id"].as_str().unwrap().to_owned())
}

fn refused(house: &House, token: &str, what: &Value, status: u16, why: &str) {
    let told = house.sends_json(Some(token), &what.to_string());
    assert_eq!(told.status, status, "{what}: {}", told.text);
    assert!(told.text.contains(why), "{what}: {}", told.text);
}

#[test]
fn a_program_records_in_the_name_of_its_person_for_his_team() {
    let house = House::with(&TEAMS);
    let ada = house.person("Ada", &[("italy", Role::Contributor)]);
    let token = writing(&house, &ada);
    let (name, _) = recorded(&house, &token, &wanted(&approach("done")));
    let entry = house.asks(&token, &format!("/ledger/{name}.json")).json();
    assert_eq!(entry["author"], ada.id.to_string());
    assert_eq!(entry["audience"], json!({"teams": ["italy"]}));
    assert_eq!(
        house.page(None, &format!("/ledger/{name}.json")).status,
        404
    );
    let cem = house.person("Cem", &[("south-africa", Role::Administrator)]);
    let seen = house.page(Some(&cem), &format!("/ledger/{name}.json"));
    assert_eq!(seen.status, 404, "another team is told nothing");
}

#[test]
fn without_a_token_for_it_nothing_is_recorded() {
    let house = House::with(&TEAMS);
    let ada = house.person("Ada", &[("italy", Role::Contributor)]);
    let what = wanted(&approach("done"));
    let anyone = house.sends_json(None, &what.to_string());
    assert_eq!(anyone.status, 401, "{}", anyone.text);
    let reads = house.token(&ada, "italy", &[Scope::Read]);
    refused(&house, &reads, &what, 403, "may-not");
    let reader = house.person("Ben", &[("italy", Role::Reader)]);
    refused(&house, &writing(&house, &reader), &what, 403, "may-not");
    // By a cookie alone neither: another site could have it sent along.
    let told = house.send(&ada, "/ledger", &[("body", "x")]);
    assert_eq!(told.status, 401, "{}", told.text);
    let head = house.page(None, "/ledger.json").json();
    assert_eq!(house.page(None, "/ledger.json").json(), head);
}

#[test]
fn what_cannot_be_recorded_is_refused_in_words() {
    let house = House::with(&TEAMS);
    let ada = house.person("Ada", &[("italy", Role::Editor)]);
    let token = writing(&house, &ada);
    let done = approach("done");
    let public = json!("public");
    // An editor may make public; a plan never is.
    recorded(&house, &token, &wanted_for(&done, &public));
    let planned = approach("planned");
    refused(
        &house,
        &token,
        &wanted_for(&planned, &public),
        422,
        "never public",
    );
    let others = json!({"teams": ["south-africa"]});
    refused(&house, &token, &wanted_for(&done, &others), 404, "");
    let none = json!({"teams": []});
    refused(&house, &token, &wanted_for(&done, &none), 404, "");
    let mut marked = done.clone();
    marked["approach"]["note"] = json!("RESTREINT UE/EU RESTRICTED");
    refused(&house, &token, &wanted(&marked), 422, "classified");
    let mut nobody = done.clone();
    nobody["approach"]["to"] = json!([]);
    refused(&house, &token, &wanted(&nobody), 422, "whom");
    let seat = json!({"seat": {"person": ada.id.to_string(), "team": "italy", "role": "administrator"}});
    refused(&house, &token, &wanted(&seat), 422, "seat");
    let alias = json!({"alias": {"by": "ITA", "name": "Italia"}});
    refused(&house, &token, &wanted(&alias), 422, "alias");
    for (sent, status) in [
        ("", 422),
        ("{", 422),
        ("[]", 422),
        ("{\"body\":{}}", 422),
        ("{\"body\":{\"approach\":null}}", 422),
        (&"[".repeat(50_000), 422),
        (&" ".repeat(300_000), 413),
        ("\u{0}", 422),
    ] {
        let told = house.sends_json(Some(&token), sent);
        assert_eq!(told.status, status, "{}", told.text);
        assert!(told.json()["detail"].is_string(), "{}", told.text);
    }
}

#[test]
fn what_others_recorded_is_corrected_by_editors_alone() {
    let house = House::with(&TEAMS);
    let ada = house.person("Ada", &[("italy", Role::Contributor)]);
    let eve = house.person("Eve", &[("italy", Role::Editor)]);
    let (adas, eves) = (writing(&house, &ada), writing(&house, &eve));
    let (by_ada, id_of_adas) = recorded(&house, &adas, &wanted(&approach("planned")));
    let (_, id_of_eves) = recorded(&house, &eves, &wanted(&approach("planned")));
    let right = |id: &str| {
        wanted(
            &json!({"correction": {"of": id, "body": approach("done"), "why": "it took place"}}),
        )
    };
    recorded(&house, &adas, &right(&id_of_adas));
    refused(&house, &adas, &right(&id_of_eves), 403, "may-not");
    recorded(&house, &eves, &right(&id_of_adas));
    let back = wanted(&json!({"retraction": {"of": id_of_adas, "why": "not ours"}}));
    recorded(&house, &eves, &back);
    refused(&house, &eves, &back, 422, "taken back already");
    let told = house.asks(&eves, &format!("/ledger/{by_ada}.json")).json();
    assert_eq!(told["touched_by"].as_array().unwrap().len(), 3);
    // What another team recorded is not there, in whatever way it is named.
    let cem = house.person("Cem", &[("south-africa", Role::Administrator)]);
    let cems = house.token(&cem, "south-africa", &[Scope::Write]);
    refused(&house, &cems, &right(&id_of_eves), 404, "");
    let unknown = "0193b6a0-0000-7000-8000-000000000000";
    let hidden = house.sends_json(Some(&cems), &right(&id_of_eves).to_string());
    let nothing = house.sends_json(Some(&cems), &right(unknown).to_string());
    assert_eq!(hidden.text, nothing.text);
}

/// A campaign as a program sends it.
fn campaign(title: &str) -> Value {
    json!({"campaign": {"campaign": "ctbt-africa", "title": title, "treaties": ["ctbt"], "aim": {"group": "un-african"}}})
}

/// A stage, a pledge or another body with what every one has, and `more`.
fn about_nepal(kind: &str, more: &Value) -> Value {
    let mut body = json!({"treaty": "ctbt", "by": "NPL"});
    let members = more.as_object().unwrap().clone();
    body.as_object_mut().unwrap().extend(members);
    json!({ kind: body })
}

fn stage(of: &str) -> Value {
    let more =
        json!({"stage": "parliament", "step": "bill_tabled", "on": "2026-03", "approach": of});
    about_nepal("stage", &more)
}

fn pledge(of: &str, state: &str) -> Value {
    let what = json!({"kind": "join", "what": "to ratify", "state": state, "due": "2027", "approach": of});
    about_nepal("pledge", &what)
}

#[test]
fn what_goes_with_an_approach_is_recorded_for_the_team() {
    let house = House::with(&TEAMS);
    let ada = house.person("Ada", &[("italy", Role::Contributor)]);
    let token = writing(&house, &ada);
    let (_, approached) = recorded(&house, &token, &wanted(&approach("done")));
    let (_, promised) = recorded(&house, &token, &wanted(&pledge(&approached, "open")));
    let (_, at) = recorded(&house, &token, &wanted(&stage(&approached)));
    let credited = json!({"attribution": {
        "approach": approached, "act": at, "confidence": "possible", "why": "the bill followed within a week",
    }});
    let envoy = json!({"role": {"treaty": "ctbt", "role": "envoy", "kind": "special_envoy", "by": "ITA"}});
    let meeting =
        json!({"meeting": {"treaty": "ctbt", "kind": "Informal", "start": "2027-01-12"}});
    let vote = json!({"roll_call": {
        "treaty": "ctbt", "resolution": "A/RES/99/1", "body": "plenary", "on": "2026-12-05", "yes": ["ITA"],
    }});
    for body in [campaign("Africa"), credited, envoy, meeting, vote] {
        let (name, _) = recorded(&house, &token, &wanted(&body));
        let entry = house.asks(&token, &format!("/ledger/{name}.json")).json();
        assert_eq!(entry["audience"], json!({"teams": ["italy"]}), "{body}");
        let public = house.page(None, &format!("/ledger/{name}.json"));
        assert_eq!(public.status, 404, "{body}");
        // For all the world only an editor records.
        let public = wanted_for(&body, &json!("public"));
        refused(&house, &token, &public, 403, "may-not");
    }
    let kept = pledge(&approached, "kept");
    let kept = json!({"correction": {"of": promised, "body": kept, "why": "they ratified"}});
    recorded(&house, &token, &wanted(&kept));
    let other =
        json!({"correction": {"of": promised, "body": stage(&approached), "why": "a mistake"}});
    refused(&house, &token, &wanted(&other), 422, "correction of pledge");
}

#[test]
fn what_goes_with_an_approach_is_for_nobody_who_does_not_see_that() {
    let house = House::with(&TEAMS);
    let eve = house.person("Eve", &[("italy", Role::Editor)]);
    let cem = house.person("Cem", &[("south-africa", Role::Editor)]);
    let (eves, cems) = (
        writing(&house, &eve),
        house.token(&cem, "south-africa", &[Scope::Write]),
    );
    let (_, approached) = recorded(&house, &eves, &wanted(&approach("done")));
    let unknown = "0193b6a0-0000-7000-8000-000000000000";
    for body in [stage as fn(&str) -> Value, |of| pledge(of, "open")] {
        let public = wanted_for(&body(&approached), &json!("public"));
        refused(&house, &eves, &public, 422, "the entry it is about only to");
        let wide = wanted_for(&body(&approached), &json!("signed-in"));
        refused(&house, &eves, &wide, 422, "the entry it is about only to");
        // To another team it is as if there were none.
        let hidden = house.sends_json(Some(&cems), &wanted(&body(&approached)).to_string());
        let nothing = house.sends_json(Some(&cems), &wanted(&body(unknown)).to_string());
        assert_eq!(hidden.status, 422);
        assert_eq!(hidden.text.replace(&approached, unknown), nothing.text);
    }
}

#[test]
fn a_campaign_takes_the_place_of_another_by_whoever_may_correct_that() {
    let house = House::with(&TEAMS);
    let eve = house.person("Eve", &[("italy", Role::Editor)]);
    let ada = house.person("Ada", &[("italy", Role::Contributor)]);
    let cem = house.person("Cem", &[("south-africa", Role::Contributor)]);
    let (eves, adas) = (writing(&house, &eve), writing(&house, &ada));
    let cems = house.token(&cem, "south-africa", &[Scope::Write]);
    recorded(&house, &eves, &wanted(&campaign("Africa")));
    refused(&house, &adas, &wanted(&campaign("Mine")), 403, "may-not");
    // What another team calls its own tells nobody of it.
    recorded(&house, &cems, &wanted(&campaign("Ours")));
    recorded(&house, &cems, &wanted(&campaign("Ours again")));
    recorded(&house, &eves, &wanted(&campaign("Africa again")));
    let bad = json!({"campaign": {"campaign": "A b", "title": "x", "treaties": ["ctbt"], "aim": "everybody"}});
    refused(&house, &eves, &wanted(&bad), 422, "no name of a campaign");
}

#[test]
fn a_token_dies_with_the_seat() {
    let house = House::with(&TEAMS);
    let ada = house.person("Ada", &[("italy", Role::Contributor)]);
    let token = writing(&house, &ada);
    recorded(&house, &token, &wanted(&approach("done")));
    house.unseat(&ada, "italy");
    refused(&house, &token, &wanted(&approach("done")), 401, "bad-token");
}

#[test]
fn whole_tables_are_taken_out_by_tokens_that_were_made_for_it() {
    let house = House::with(&TEAMS);
    let ada = house.person("Ada", &[("italy", Role::Reader)]);
    for (scope, status) in [
        (Scope::Read, 403),
        (Scope::Write, 403),
        (Scope::Export, 200),
    ] {
        let token = house.token(&ada, "italy", &[scope]);
        for address in ["/data", "/data/acts.csv", "/data/datapackage.json"] {
            let told = house.asks(&token, address);
            assert_eq!(told.status, status, "{scope:?} {address}");
        }
        assert_eq!(house.asks(&token, "/treaties/ctbt.json").status, 200);
    }
}

#[test]
fn an_editor_releases_what_he_names_and_nothing_else() {
    let house = House::with(&TEAMS);
    let eve = house.person("Eve", &[("italy", Role::Editor)]);
    let (name, _) = recorded(&house, &writing(&house, &eve), &wanted(&approach("done")));
    let form = format!("/ledger/{name}/release");
    let entry = house.page(Some(&eve), &format!("/ledger/{name}"));
    assert!(
        entry.text.contains(&form),
        "the page of the entry leads there"
    );
    let shown = house.page(Some(&eve), &form);
    assert_eq!(shown.status, 200, "{}", shown.text);
    assert!(
        shown.text.contains("a bill is in parliament"),
        "{}",
        shown.text
    );
    let chosen = [
        ("member", "on"),
        ("member", "place"),
        ("to", "public"),
        ("label", "CLEAR"),
    ];
    let done = house.send(&eve, &form, &chosen);
    assert_eq!(done.status, 303, "{}", done.text);
    let public = house.page(None, &format!("{}.json", done.location));
    assert_eq!(public.status, 200);
    assert!(public.text.contains("Vienna"), "{}", public.text);
    for kept_back in ["Rossi", "parliament", &name] {
        assert!(
            !public.text.contains(kept_back),
            "{kept_back}: {}",
            public.text
        );
    }
    for (wrong, why) in [
        (&[("member", "on")][..], "Choose who may see"),
        (&[("member", "nothing"), ("to", "public")], "does not have"),
        (&[("to", "public"), ("label", "RED")], "does not allow"),
        (&[("to", "public"), ("label", "PURPLE")], "no such label"),
        (&[("to", "nowhere-at-all")], "no such team"),
    ] {
        let told = house.send(&eve, &form, wrong);
        assert_eq!(told.status, 422, "{wrong:?}: {}", told.text);
        assert!(told.text.contains(why), "{wrong:?}: {}", told.text);
    }
}

#[test]
fn nobody_else_releases_it() {
    let house = House::with(&TEAMS);
    let eve = house.person("Eve", &[("italy", Role::Editor)]);
    let token = writing(&house, &eve);
    let (name, _) = recorded(&house, &token, &wanted(&approach("done")));
    let (planned, _) = recorded(&house, &token, &wanted(&approach("planned")));
    let form = format!("/ledger/{name}/release");
    assert_eq!(
        house.page(None, &form).status,
        303,
        "whoever is not signed in signs in first"
    );
    let ada = house.person("Ada", &[("italy", Role::Contributor)]);
    let cem = house.person("Cem", &[("south-africa", Role::Administrator)]);
    let chosen = [("to", "public")];
    assert_eq!(house.page(Some(&ada), &form).status, 403);
    assert_eq!(house.send(&ada, &form, &chosen).status, 403);
    let offered = house.page(Some(&ada), &format!("/ledger/{name}"));
    assert!(!offered.text.contains(&form));
    assert_eq!(house.page(Some(&cem), &form).status, 404);
    assert_eq!(house.send(&cem, &form, &chosen).status, 404);
    assert_eq!(
        house
            .send(&eve, &format!("/ledger/{planned}/release"), &chosen)
            .status,
        422
    );
    // Another team is told together with one's own, which sees what became of it.
    let told = house.send(&eve, &form, &[("to", "south-africa")]);
    assert_eq!(told.status, 303, "{}", told.text);
    assert_eq!(house.page(Some(&cem), &told.location).status, 200);
    assert_eq!(house.page(Some(&ada), &told.location).status, 200);
    assert_eq!(house.page(None, &told.location).status, 404);
}

/// A key that is believed here.
fn believed(house: &House) -> PublicKey {
    let key = SecretKey::from_bytes(&[7; 32]).public();
    let body = Says::Key(ledger::body::Key {
        public: key.to_string(),
        name: "Norway and Panama".to_owned(),
        trusted: true,
        note: None,
    });
    let draft = Draft::new(Source::cited("a test"), body);
    house.record("test", draft.seen_by(keyring::audience(), None));
    key
}

fn agrees(house: &House, key: PublicKey, treaty: &str) -> bool {
    let record = house.standing.record();
    let treaties = BTreeSet::from([treaty.parse().unwrap()]);
    bundle::teams_that_agree(record.entries(), key, &treaties).contains("italy")
}

#[test]
fn a_team_agrees_to_a_handover_by_its_administrators() {
    let house = House::with(&TEAMS);
    let ida = house.person("Ida", &[("italy", Role::Administrator)]);
    let eve = house.person("Eve", &[("italy", Role::Editor)]);
    let cem = house.person("Cem", &[("south-africa", Role::Administrator)]);
    let form = "/team/italy/handover";
    assert!(
        house
            .page(Some(&ida), form)
            .text
            .contains("No other instance")
    );
    let key = believed(&house);
    let shown = house.page(Some(&ida), form);
    assert!(shown.text.contains("Norway and Panama"), "{}", shown.text);
    assert!(shown.text.contains(&key.fingerprint().to_string()));
    let to = key.to_string();
    let yes = [("to", to.as_str()), ("agreed", "yes"), ("treaty", "ctbt")];
    assert_eq!(
        house.send(&eve, form, &yes).status,
        403,
        "an editor does not hand over"
    );
    assert_eq!(house.send(&cem, form, &yes).status, 404, "nor another team");
    assert_eq!(
        house.page(Some(&cem), form).text,
        house
            .page(Some(&cem), "/team/nowhere/handover")
            .text
            .replace("nowhere", "italy")
    );
    assert_eq!(house.page(None, form).status, 303);
    assert!(!agrees(&house, key, "ctbt"));
    let done = house.send(&ida, form, &yes);
    assert_eq!(
        (done.status, done.location.as_str()),
        (303, form),
        "{}",
        done.text
    );
    assert!(agrees(&house, key, "ctbt") && !agrees(&house, key, "ccm"));
    assert!(
        house
            .page(Some(&ida), form)
            .text
            .contains("Agree no longer")
    );
    for wrong in [
        &[("to", to.as_str()), ("agreed", "yes")][..],
        &[("to", "00"), ("agreed", "yes"), ("all", "yes")],
        &[("to", to.as_str()), ("agreed", "perhaps")],
        &[
            ("to", to.as_str()),
            ("agreed", "yes"),
            ("treaty", "none-such"),
        ],
    ] {
        let told = house.send(&ida, form, wrong);
        assert_eq!(told.status, 422, "{wrong:?}: {}", told.text);
        assert!(told.text.contains("role=\"alert\""));
    }
    let no = [("to", to.as_str()), ("agreed", "no")];
    assert_eq!(house.send(&ida, form, &no).status, 303);
    assert!(!agrees(&house, key, "ctbt"));
    let all = [("to", to.as_str()), ("agreed", "yes"), ("all", "yes")];
    assert_eq!(house.send(&ida, form, &all).status, 303);
    assert!(agrees(&house, key, "ctbt") && agrees(&house, key, "ccm"));
}

/// What a program sends under a key.
fn keyed(body: &Value, key: &str) -> Value {
    json!({ "body": body, "key": key })
}

#[test]
fn what_is_sent_twice_under_a_key_is_recorded_once() {
    let house = House::with(&TEAMS);
    let ada = house.person(
        "Ada",
        &[("italy", Role::Contributor), ("south-africa", Role::Editor)],
    );
    let token = writing(&house, &ada);
    let what = keyed(&approach("planned"), "5b0f2b1e-phone");
    let (name, id) = recorded(&house, &token, &what);
    assert_eq!(id.as_bytes()[14], b'8', "a UUID of version 8: {id}");
    let head = || house.asks(&token, "/ledger.json").json()["head"].clone();
    let before = head();
    let again = house.sends_json(Some(&token), &what.to_string());
    assert_eq!(again.status, 200, "{}", again.text);
    assert_eq!(again.json()["entry"], json!(name));
    assert_eq!(again.location, format!("/ledger/{name}"));
    // Also after it was put right: what was sent is what is compared.
    let right =
        json!({"correction": {"of": id, "body": approach("done"), "why": "it took place"}});
    recorded(&house, &token, &keyed(&right, "right"));
    assert_eq!(
        house
            .sends_json(Some(&token), &keyed(&right, "right").to_string())
            .status,
        200
    );
    let again = house.sends_json(Some(&token), &what.to_string());
    assert_eq!(again.status, 200, "{}", again.text);
    assert_ne!(head(), before, "the correction alone is new");
    // Another body, audience or label under the same key is a mistake of who sends it.
    let mut other = what.clone();
    other["body"]["approach"]["place"] = json!("Geneva");
    refused(&house, &token, &other, 409, "other-under-key");
    let mut labelled = what.clone();
    labelled["label"] = json!("RED");
    refused(&house, &token, &labelled, 409, "other-under-key");
    // Where the same person, by another team's token, does not see what he recorded.
    let elsewhere = house.token(&ada, "south-africa", &[Scope::Write]);
    refused(&house, &elsewhere, &what, 409, "other-under-key");
    for bad in ["", "a b", &"k".repeat(65)] {
        refused(&house, &token, &keyed(&approach("done"), bad), 422, "key");
    }
}

#[test]
fn the_keys_of_others_tell_nothing() {
    let house = House::with(&TEAMS);
    let ada = house.person("Ada", &[("italy", Role::Contributor)]);
    let cem = house.person("Cem", &[("south-africa", Role::Contributor)]);
    let what = keyed(&approach("done"), "1");
    let (by_ada, _) = recorded(&house, &writing(&house, &ada), &what);
    let cems = house.token(&cem, "south-africa", &[Scope::Write]);
    let (by_cem, _) = recorded(&house, &cems, &what);
    assert_ne!(by_ada, by_cem);
}
