//! Offices and meetings, recorded, put right and ended on the pages; the approach in which a stage or a
//! promise came up.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "../common/house.rs"]
#[allow(dead_code, reason = "each test file uses its own part")]
mod house;

mod came_up_in;
mod meetings;
mod offices;

use house::{Answer, House, Someone};
use people::{Role, Scope};
use serde_json::{Value, json};

const TEAMS: [&str; 2] = ["italy", "south-africa"];

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

/// What stands in a hidden field of a page.
fn hidden(page: &Answer, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let from = page.text.split(&start).nth(1).unwrap();
    from.split('"').next().unwrap().to_owned()
}
