//! Offices and meetings, recorded, put right and ended on the pages; the approach in which a stage or a
//! promise came up.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "common/house.rs"]
#[allow(dead_code, reason = "each test file uses its own part")]
mod house;

use house::{Answer, House, Someone};
use people::{Role, Scope};
use serde_json::{Value, json};

const TEAMS: [&str; 2] = ["italy", "south-africa"];
const OFFICES: &str = "/campaigns/push/roles";
const OFFICE: &str = "/campaigns/push/roles/new";
const MEETING: &str = "/meetings/new";

/// What forms say, field by field.
type Sent<'a> = Vec<(&'a str, &'a str)>;

/// These fields with others in their place.
fn with<'a>(of: &[(&'a str, &'a str)], more: &[(&'a str, &'a str)]) -> Sent<'a> {
    let kept = of
        .iter()
        .filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    kept.chain(more).copied().collect()
}

/// A house with a campaign of Italy, and an editor there.
fn house() -> (House, Someone) {
    let house = House::with(&TEAMS);
    let eve = house.person("Eve", &[("italy", Role::Editor)]);
    records(
        &house,
        &eve,
        "italy",
        &json!({"campaign": {
            "campaign": "push", "title": "The quiet push", "treaties": ["ctbt"],
            "aim": {"these": ["NPL", "FJI", "LKA"]}, "from": "2021-09-23",
        }}),
        &json!({"teams": ["italy"]}),
    );
    (house, eve)
}

/// Has a program of somebody's record something; gives what the entry is called.
fn records(house: &House, who: &Someone, team: &str, body: &Value, audience: &Value) -> String {
    let token = house.token(who, team, &[Scope::Write]);
    let sent = json!({"body": body, "audience": audience}).to_string();
    let told = house.sends_json(Some(&token), &sent);
    assert_eq!(told.status, 201, "{}", told.text);
    let entry = &told.json()["entry"];
    entry
        .as_str()
        .map_or_else(|| entry.to_string(), str::to_owned)
}

fn json(answer: &Answer) -> Value {
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()
}

/// The offices of a kind that somebody sees in a campaign.
fn offices(house: &House, who: Option<&Someone>, role: &str) -> Vec<Value> {
    let all = json(&house.page(who, "/campaigns/ctbt/roles.json"));
    let all = all["roles"].as_array().unwrap().clone();
    all.into_iter().filter(|one| one["role"] == role).collect()
}

/// What stands in a hidden field of a page.
fn hidden(page: &Answer, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let from = page.text.split(&start).nth(1).unwrap();
    from.split('"').next().unwrap().to_owned()
}

const GOOD: [(&str, &str); 6] = [
    ("by", "Italy; South Africa"),
    ("role", "keeper of the list"),
    ("kind", "coordinator"),
    ("from", "2025-09"),
    ("until", "2027"),
    ("seen-by", "italy"),
];

#[test]
fn an_office_is_recorded_put_right_and_ended() {
    let (house, eve) = house();
    let cem = house.person("Cem", &[("south-africa", Role::Editor)]);
    assert!(house.page(Some(&eve), OFFICES).text.contains(OFFICE));
    assert_eq!(house.page(Some(&eve), OFFICE).status, 200);
    let more = [
        ("document", "Note verbale 12"),
        ("document-url", "https://mfa.example/12"),
        ("document-place", "p. 2"),
    ];
    let done = house.send(&eve, OFFICE, &with(&GOOD, &more));
    assert_eq!(
        (done.status, done.location.as_str()),
        (303, OFFICES),
        "{}",
        done.text
    );
    let held = offices(&house, Some(&eve), "keeper of the list");
    let by: Vec<_> = held
        .iter()
        .map(|one| one["iso3"].as_str().unwrap())
        .collect();
    assert_eq!(by, ["ITA", "ZAF"], "one entry each");
    assert_eq!(held[0]["held"], "now");
    assert_eq!(held[0]["source"]["title"], "Note verbale 12");
    assert_eq!(held[0]["source"]["place"], "p. 2");
    for other in [None, Some(&cem)] {
        assert!(offices(&house, other, "keeper of the list").is_empty());
    }
    // It is put right, and what was recorded of it stays as it is.
    let entry = held[0]["entry"].as_str().unwrap();
    let edit = format!("{OFFICES}/{entry}/edit");
    assert!(house.page(Some(&eve), OFFICES).text.contains(&edit));
    let form = house.page(Some(&eve), &edit);
    assert!(form.text.contains("keeper of the list"), "{}", form.text);
    let was = hidden(&form, "was");
    let right = [
        ("what", "right"),
        ("was", &was),
        ("role", "keeper of the lists"),
        ("kind", "champion"),
        ("person", "H.E. Ms Rossi"),
        ("from", "2025-10-01"),
        ("note", "with South Africa"),
        ("why", "there are two lists"),
    ];
    let done = house.send(&eve, &edit, &right);
    assert_eq!(done.status, 303, "{}", done.text);
    let held = offices(&house, Some(&eve), "keeper of the lists");
    assert_eq!(held[0]["entry"], *entry);
    assert_eq!(held[0]["person"], "H.E. Ms Rossi");
    assert_eq!(held[0]["kind"], "champion");
    assert_eq!(held[0]["until"], Value::Null);
    // Whoever looked at it before is told that it changed.
    let late = house.send(&eve, &edit, &with(&right, &[("role", "another")]));
    assert_eq!(late.status, 422);
    assert!(late.text.contains("changed this entry"), "{}", late.text);
    // And ended.
    let was = hidden(&house.page(Some(&eve), &edit), "was");
    let end = [
        ("what", "end"),
        ("was", was.as_str()),
        ("until", "2026-06-30"),
        ("why", "the term ended"),
    ];
    for (wrong, says) in [
        (with(&end, &[("until", "")]), "on which day"),
        (with(&end, &[("until", "2025-09-30")]), "before the first"),
        (with(&end, &[("why", " ")]), "Say why"),
        (with(&end, &[("what", "")]), "what is to be recorded"),
    ] {
        let told = house.send(&eve, &edit, &wrong);
        assert_eq!(told.status, 422, "{wrong:?}: {}", told.text);
        assert!(told.text.contains(says), "{wrong:?}: {}", told.text);
    }
    let done = house.send(&eve, &edit, &end);
    assert_eq!(done.status, 303, "{}", done.text);
    let held = offices(&house, Some(&eve), "keeper of the lists");
    assert_eq!(held[0]["held"], "past");
    let same = house.send(&eve, &edit, &{
        let was = hidden(&house.page(Some(&eve), &edit), "was");
        let was: &'static str = Box::leak(was.into_boxed_str());
        with(&end, &[("was", was)])
    });
    assert!(same.text.contains("Nothing was changed"), "{}", same.text);
}

#[test]
fn what_an_office_lacks_is_said_beside_what_was_written() {
    let (house, eve) = house();
    for (wrong, says) in [
        (vec![("by", " ; ")], "which State holds it"),
        (vec![("by", "Atlantis")], "Atlantis"),
        (vec![("role", " ")], "what the office is called"),
        (vec![("kind", "king")], "none of the words"),
        (vec![("from", "soon")], "no day"),
        (vec![("until", "2024")], "before the first"),
        (vec![("person", "Ms Rossi")], "for one State"),
        (vec![("by", "OIC; OSCE")], "At most 60"),
        (vec![("seen-by", "south-africa")], "Choose a team"),
        (vec![("seen-by", "")], "Choose a team"),
        (
            vec![("document-url", "https://a.example")],
            "Name the document",
        ),
        (
            vec![("document", "A note"), ("document-url", "javascript:1")],
            "https://",
        ),
    ] {
        let sent = with(&GOOD, &wrong);
        let told = house.send(&eve, OFFICE, &sent);
        assert_eq!(told.status, 422, "{wrong:?}: {}", told.text);
        assert!(told.text.contains(says), "{wrong:?}: {}", told.text);
    }
    let long = "x".repeat(401);
    let told = house.send(&eve, OFFICE, &with(&GOOD, &[("role", &long)]));
    assert_eq!(told.status, 422);
    assert!(told.text.contains("at most 400 characters"));
    let told = house.send(&eve, OFFICE, &with(&GOOD, &[("from", "soon")]));
    assert!(told.text.contains("keeper of the list"), "it stays written");
    assert!(offices(&house, Some(&eve), "keeper of the list").is_empty());
}

#[test]
fn a_group_is_recorded_member_by_member_in_one_go() {
    let (house, eve) = house();
    let groups = with(&GOOD, &[("by", "opanal-none; Italy"), ("kind", "friend")]);
    assert_eq!(house.send(&eve, OFFICE, &groups).status, 422);
    assert!(
        offices(&house, Some(&eve), "keeper of the list").is_empty(),
        "all of them, or none"
    );
    let group = with(&GOOD, &[("by", "au; ITA"), ("kind", "friend")]);
    let done = house.send(&eve, OFFICE, &group);
    assert_eq!(done.status, 303, "{}", done.text);
    let all = offices(&house, Some(&eve), "keeper of the list");
    assert!(all.len() > 50, "{}", all.len());
    assert!(all.iter().any(|one| one["iso3"] == "EGY"));
}

#[test]
fn an_office_is_for_whom_the_policy_lets_it_be() {
    let (house, eve) = house();
    let kim = house.person("Kim", &[("italy", Role::Contributor)]);
    let rea = house.person("Rea", &[("italy", Role::Reader)]);
    let cem = house.person("Cem", &[("south-africa", Role::Administrator)]);
    let public = with(&GOOD, &[("seen-by", "public")]);
    // To record for anyone is as much as to make public: for editors.
    assert!(
        !house
            .page(Some(&kim), OFFICE)
            .text
            .contains("value=\"public\"")
    );
    assert_eq!(house.send(&kim, OFFICE, &public).status, 422);
    assert!(
        house
            .page(Some(&eve), OFFICE)
            .text
            .contains("value=\"public\"")
    );
    assert_eq!(house.send(&eve, OFFICE, &public).status, 303);
    let held = offices(&house, None, "keeper of the list");
    assert_eq!(held.len(), 2);
    let public = format!("{OFFICES}/{}/edit", held[0]["entry"]);
    // What one recorded oneself a contributor may end, and nothing else.
    let own = with(&GOOD, &[("by", "Italy"), ("role", "clerk of the list")]);
    assert_eq!(house.send(&kim, OFFICE, &own).status, 303);
    let own = offices(&house, Some(&kim), "clerk of the list");
    let own = format!("{OFFICES}/{}/edit", own[0]["entry"].as_str().unwrap());
    assert_eq!(house.page(Some(&kim), &own).status, 200);
    assert_eq!(house.page(Some(&kim), &public).status, 403);
    assert!(!house.page(Some(&kim), OFFICES).text.contains(&public));
    assert_eq!(house.page(Some(&eve), &own).status, 200);
    // Readers record nothing; others see nothing; whoever is not signed in signs in first.
    assert_eq!(house.page(Some(&rea), OFFICE).status, 403);
    assert_eq!(house.page(Some(&rea), &own).status, 403);
    assert!(!house.page(Some(&rea), OFFICES).text.contains("/edit"));
    assert!(!house.page(Some(&rea), OFFICES).text.contains(OFFICE));
    for path in [OFFICE, &own] {
        assert_eq!(house.page(Some(&cem), path).status, 404);
        assert_eq!(house.send(&cem, path, &GOOD).status, 404);
        assert_eq!(house.page(None, path).status, 303);
    }
    let elsewhere = own.replace("/push/", "/ctbt/");
    assert_eq!(house.page(Some(&cem), &elsewhere).status, 404);
    // An entry of another kind is no office.
    assert_eq!(
        house.page(Some(&eve), &format!("{OFFICES}/1/edit")).status,
        404
    );
}

const CONFERENCE: [(&str, &str); 9] = [
    ("treaty", "ctbt"),
    ("kind", "ArtXIV"),
    ("number", "2031"),
    ("start", "2031-09-23"),
    ("end", "2031-09-25"),
    ("place", "Quito"),
    ("presidents", "Norway"),
    ("note", "to be confirmed"),
    ("seen-by", "italy"),
];

/// The meeting of that year that somebody sees.
fn met(house: &House, who: Option<&Someone>) -> Option<Value> {
    let all = json(&house.page(who, "/treaties/ctbt/meetings.json"));
    let coming = all["coming"].as_array().unwrap().clone();
    coming.into_iter().find(|one| one["number"] == "2031")
}

#[test]
fn a_meeting_is_recorded_and_put_right() {
    let (house, eve) = house();
    let cem = house.person("Cem", &[("south-africa", Role::Administrator)]);
    let rea = house.person("Rea", &[("italy", Role::Reader)]);
    for path in [
        "/meetings",
        "/treaties/ctbt/meetings",
        "/campaigns/push/calendar",
    ] {
        assert!(
            house.page(Some(&eve), path).text.contains(MEETING),
            "{path}"
        );
        for other in [None, Some(&rea)] {
            assert!(!house.page(other, path).text.contains(MEETING), "{path}");
        }
    }
    let form = house.page(Some(&eve), "/meetings/new?treaty=ctbt&campaign=push");
    assert!(
        form.text.contains("value=\"ctbt\" selected"),
        "{}",
        form.text
    );
    assert!(form.text.contains("Who takes part is not recorded"));
    assert_eq!(hidden(&form, "campaign"), "push");
    assert_eq!(house.page(Some(&rea), MEETING).status, 403);
    assert_eq!(house.page(None, MEETING).status, 303);
    for (wrong, says) in [
        (vec![("treaty", "none")], "Choose the treaty"),
        (vec![("kind", "")], "which series"),
        (vec![("start", "")], "when it begins"),
        (vec![("start", "soon")], "no day"),
        (vec![("end", "2031-09-22")], "before the first"),
        (vec![("seen-by", "south-africa")], "Choose a team"),
        (vec![("document-place", "p. 1")], "Name the document"),
    ] {
        let told = house.send(&eve, MEETING, &with(&CONFERENCE, &wrong));
        assert_eq!(told.status, 422, "{wrong:?}: {}", told.text);
        assert!(told.text.contains(says), "{wrong:?}: {}", told.text);
        assert!(told.text.contains("Quito"), "what was written stays");
    }
    let done = house.send(&eve, MEETING, &CONFERENCE);
    assert_eq!(
        (done.status, done.location.as_str()),
        (303, "/treaties/ctbt/meetings"),
        "{}",
        done.text
    );
    let own = met(&house, Some(&eve)).unwrap();
    assert_eq!(own["place"], "Quito");
    for other in [None, Some(&cem)] {
        assert_eq!(met(&house, other), None);
    }
    // Once more, it is on record.
    let twice = house.send(&eve, MEETING, &CONFERENCE);
    assert_eq!(twice.status, 422);
    let id = own["id"].as_str().unwrap();
    assert!(
        twice.text.contains(&format!("/meetings/{id}")),
        "{}",
        twice.text
    );
    // Whoever does not see it is not told that it is.
    let theirs = with(&CONFERENCE, &[("seen-by", "south-africa")]);
    let done = house.send(&cem, MEETING, &theirs);
    assert_eq!(done.status, 303, "{}", done.text);
    // It is put right.
    let edit = format!("/meetings/{id}/edit");
    assert!(
        house
            .page(Some(&eve), &format!("/meetings/{id}"))
            .text
            .contains(&edit)
    );
    let form = house.page(Some(&eve), &edit);
    let was = hidden(&form, "was");
    let right = [
        ("was", was.as_str()),
        ("start", "2031-10"),
        ("place", "Lima"),
        ("why", "postponed"),
    ];
    for (wrong, says) in [
        (vec![("start", "")], "when it begins"),
        (vec![("why", "")], "Say why"),
        (vec![("was", "0")], "changed this entry"),
    ] {
        let told = house.send(&eve, &edit, &with(&right, &wrong));
        assert_eq!(told.status, 422, "{wrong:?}: {}", told.text);
        assert!(told.text.contains(says), "{wrong:?}: {}", told.text);
    }
    let done = house.send(&eve, &edit, &right);
    assert_eq!(done.status, 303, "{}", done.text);
    let own = met(&house, Some(&eve)).unwrap();
    assert_eq!(own["start"], "2031-10");
    assert_eq!(own["place"], "Lima");
    assert_eq!(own["end"], Value::Null);
    assert_eq!(own["kind"], "ArtXIV");
    assert_eq!(house.page(Some(&rea), &edit).status, 403);
    assert_eq!(house.page(Some(&eve), "/meetings/nowhere/edit").status, 404);
}

#[test]
fn from_a_calendar_one_comes_back_to_it() {
    let (house, eve) = house();
    let from = with(&CONFERENCE, &[("campaign", "push")]);
    let done = house.send(&eve, MEETING, &from);
    assert_eq!(done.location, "/campaigns/push/calendar?from=2031-09-23");
    assert!(
        house
            .page(Some(&eve), &done.location)
            .text
            .contains("Quito")
    );
    let soon = [("number", "2027"), ("start", "2027-03-01"), ("end", "")];
    let done = house.send(&eve, MEETING, &with(&from, &soon));
    assert_eq!(done.location, "/campaigns/push/calendar");
    let own = house.page(Some(&eve), "/campaigns/push/calendar").text;
    assert!(own.contains("Quito"), "{own}");
}

#[test]
fn a_meeting_of_a_team_counts_for_whom_next_in_its_eyes_alone() {
    let (house, eve) = house();
    let cem = house.person("Cem", &[("south-africa", Role::Administrator)]);
    let soon = [
        ("number", "77"),
        ("start", "2027-01-11"),
        ("end", "2027-01-12"),
    ];
    let done = house.send(&eve, MEETING, &with(&CONFERENCE, &soon));
    assert_eq!(done.status, 303, "{}", done.text);
    let next = |who: Option<&Someone>| json(&house.page(who, "/campaigns/ctbt/next.json"));
    let told = next(Some(&eve)).to_string();
    assert!(told.contains("\"number\":\"77\""), "{told}");
    for other in [None, Some(&cem)] {
        assert!(!next(other).to_string().contains("\"number\":\"77\""));
    }
}

const RECORD: &str = "/campaigns/push/states/NPL/record";

/// An approach to Nepal that took place.
fn approach(house: &House, who: &Someone, audience: &Value, on: &str) -> String {
    let body = json!({"approach": {
        "treaties": ["ctbt"], "state": "done", "kind": "meeting_bilateral", "on": on,
        "by": [{"participant": "ITA"}], "to": [{"participant": "LKA"}, {"participant": "NPL"}],
    }});
    records(house, who, "italy", &body, audience)
}

#[test]
fn a_stage_and_a_promise_name_the_approach_in_which_they_came_up() {
    let (house, eve) = house();
    let own = json!({"teams": ["italy"]});
    let first = approach(&house, &eve, &own, "2026-03-12");
    let last = approach(&house, &eve, &own, "2026-05-01");
    let form = house.page(Some(&eve), RECORD).text;
    let at = |entry: &str| form.find(&format!("<option value=\"{entry}\">")).unwrap();
    assert!(at(&last) < at(&first), "the latest first");
    // The approach leads there, State by State, and is chosen already.
    let page = house.page(Some(&eve), &format!("/approaches/{first}")).text;
    let led = format!("{RECORD}?approach={first}");
    assert!(page.contains(&led), "{page}");
    assert!(page.contains("/campaigns/push/states/LKA/record"));
    let chosen = format!("value=\"{first}\" selected");
    assert_eq!(
        house.page(Some(&eve), &led).text.matches(&chosen).count(),
        2
    );
    for (fields, kind) in [
        (
            vec![
                ("what", "stage"),
                ("stage", "parliament"),
                ("on", "2026-05"),
            ],
            "stage",
        ),
        (
            vec![("what", "pledge"), ("kind", "join"), ("promised", "soon")],
            "pledge",
        ),
    ] {
        let named = with(&fields, &[("team", "italy"), ("came-up-in", &first)]);
        let done = house.send(&eve, RECORD, &named);
        assert_eq!(done.status, 303, "{}", done.text);
        let all = json(&house.page(Some(&eve), "/ledger.json?limit=1"));
        let body = &all["entries"][0]["body"][kind];
        assert_eq!(body["approach"], first, "{all}");
        let unknown = with(&named, &[("came-up-in", "1")]);
        let told = house.send(&eve, RECORD, &unknown);
        assert_eq!(told.status, 422);
        assert!(told.text.contains("Choose the approach"), "{}", told.text);
    }
    let story = house.page(Some(&eve), "/campaigns/push/states/NPL").text;
    assert!(story.contains(&format!("href=\"/approaches/{first}\">the approach")));
}

#[test]
fn what_names_an_approach_is_for_no_more_people_than_the_approach() {
    let (house, eve) = house();
    let both = ["italy", "south-africa"];
    let ada = house.person("Ada", &both.map(|team| (team, Role::Editor)));
    let own = json!({"teams": ["italy"]});
    let narrow = approach(&house, &eve, &own, "2026-03-12");
    let wide = approach(&house, &eve, &json!({"teams": both}), "2026-03-13");
    let stage = |team: &str, entry: &str| {
        let fields = [
            ("what", "stage"),
            ("stage", "aware"),
            ("on", "2026-05"),
            ("team", team),
            ("came-up-in", entry),
        ];
        house.send(&ada, RECORD, &fields)
    };
    let told = stage("south-africa", &narrow);
    assert_eq!(told.status, 422);
    assert!(
        told.text.contains("The approach is for The italy team"),
        "{}",
        told.text
    );
    // Those who may see the approach come first among whom one can choose.
    let form = house
        .page(Some(&ada), &format!("{RECORD}?approach={wide}"))
        .text;
    assert!(form.contains("value=\"italy,south-africa\""), "{form}");
    assert_eq!(stage("south-africa", &wide).status, 303);
    assert_eq!(stage("italy,south-africa", &wide).status, 303);
    assert_eq!(stage("italy", &narrow).status, 303);
    // Who sees no approach is shown none.
    let cem = house.person("Cem", &[("south-africa", Role::Editor)]);
    let theirs = house.page(Some(&cem), "/campaigns/ctbt/states/NPL/record");
    assert_eq!(theirs.status, 200);
    assert!(theirs.text.contains(&wide));
    assert!(!theirs.text.contains(&narrow));
    let sent = [
        ("what", "stage"),
        ("stage", "aware"),
        ("on", "2026-05"),
        ("team", "south-africa"),
        ("came-up-in", &narrow),
    ];
    let told = house.send(&cem, "/campaigns/ctbt/states/NPL/record", &sent);
    assert_eq!(told.status, 422);
    assert!(told.text.contains("Choose the approach"));
}

#[test]
fn of_many_approaches_the_latest_are_listed_and_the_one_that_is_named() {
    let (house, eve) = house();
    let own = json!({"teams": ["italy"]});
    let token = house.token(&eve, "italy", &[Scope::Write]);
    let oldest = approach(&house, &eve, &own, "2020-01-01");
    for at in 0..51 {
        let body = json!({"body": {"approach": {
            "treaties": ["ctbt"], "state": "done", "kind": "letter",
            "on": format!("2024-{:02}-{:02}", 1 + at / 28, 1 + at % 28),
            "by": [{"participant": "ITA"}], "to": [{"participant": "NPL"}],
        }}});
        let told = house.sends_json(Some(&token), &body.to_string());
        assert_eq!(told.status, 201, "{}", told.text);
    }
    let listed = |path: &str| {
        let page = house.page(Some(&eve), path).text;
        let field = page.split("id=\"came-stage\"").nth(1).unwrap().to_owned();
        let field = field.split("</select>").next().unwrap().to_owned();
        (
            field.matches("<option").count(),
            field.contains(&oldest),
            page,
        )
    };
    let (count, old, page) = listed(RECORD);
    assert_eq!((count, old), (51, false), "50, and none");
    assert!(page.contains("The latest 50 are listed"), "{page}");
    let (count, old, _) = listed(&format!("{RECORD}?approach={oldest}"));
    assert_eq!((count, old), (52, true));
}
