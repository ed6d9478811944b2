//! Reports that are kept: written in on the page, made anew from the record, and for nobody else.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "common/house.rs"]
#[expect(dead_code, reason = "not every test asks all of a house")]
mod house;

use std::collections::BTreeSet;

use accede::clerk::Draft;
use house::{Answer, House, Someone};
use ledger::{Audience, Body};
use people::{Role, Scope};
use serde_json::{Value, json};
use treaty::Source;

const REPORT: &str = "/reports/progress?treaty=ctbt&from=2021-09-23&to=2023-09-22&in=en";
const KEEP: &str = "/reports/progress/keep?treaty=ctbt&from=2021-09-23&to=2023-09-22&in=en";
const OURS: &str = "/reports/kept/ours";
const EDIT: &str = "/reports/kept/ours/edit";
/// A word that stands nowhere but in what the team wrote.
const WORDS: &str = "Zqxwords were exchanged.";

struct Office {
    house: House,
    /// Editors of one team.
    eve: Someone,
    dan: Someone,
    /// A reader of it.
    rea: Someone,
    /// Who runs another.
    cem: Someone,
}

fn office() -> Office {
    let house = House::with(&["italy", "south-africa"]);
    Office {
        eve: house.person("Eve", &[("italy", Role::Editor)]),
        dan: house.person("Dan", &[("italy", Role::Editor)]),
        rea: house.person("Rea", &[("italy", Role::Reader)]),
        cem: house.person("Cem", &[("south-africa", Role::Administrator)]),
        house,
    }
}

impl Office {
    fn keeps(&self, of: &str, name: &str, seen_by: &str) -> Answer {
        let sent = [("title", "Ours"), ("report", name), ("seen-by", seen_by)];
        self.house.send(&self.eve, of, &sent)
    }

    fn made(&self) -> Value {
        let told = self.house.page(Some(&self.eve), &format!("{OURS}.json"));
        assert_eq!(told.status, 200, "{}", told.text);
        told.json()
    }

    /// What stands in the form of a passage now, as a colleague has the page open.
    fn mark(&self, who: &Someone, key: &str) -> String {
        let page = self.house.page(Some(who), EDIT);
        let at = format!(
            "name=\"key\" value=\"{key}\"><input type=\"hidden\" name=\"was\" value=\""
        );
        let from = page.text.split(&at).nth(1);
        let from = from.unwrap_or_else(|| panic!("no form of {key}: {}", page.text));
        from.split('"').next().unwrap().to_owned()
    }

    fn does(&self, who: &Someone, what: &str, key: &str, text: &str) -> Answer {
        let was = self.mark(who, key);
        let sent = [("do", what), ("key", key), ("was", &was), ("text", text)];
        self.house.send(who, EDIT, &sent)
    }

    fn acts(&self, body: Value, audience: Audience) {
        let body: Body = serde_json::from_value(body).unwrap();
        let draft = Draft::new(Source::cited("a test"), body).seen_by(audience, None);
        self.house.record("test", draft);
    }
}

/// The paragraphs of a report as JSON: key and sentences.
fn paragraphs(made: &Value) -> Vec<(String, Vec<String>)> {
    let blocks = made["paper"]["blocks"].as_array().unwrap().iter();
    let all = blocks.filter_map(|block| block.get("paragraph"));
    all.map(|one| {
        let said = one["sentences"].as_array().unwrap().iter();
        let said = said.map(|said| said["text"].as_str().unwrap().to_owned());
        (one["key"].as_str().unwrap().to_owned(), said.collect())
    })
    .collect()
}

#[test]
fn a_report_is_kept_written_in_and_for_its_team_alone() {
    let office = office();
    let Office {
        house,
        eve,
        dan,
        rea,
        cem,
    } = &office;
    assert!(
        house
            .page(Some(eve), REPORT)
            .text
            .contains("/reports/progress/keep?")
    );
    for other in [None, Some(rea)] {
        assert!(
            !house
                .page(other, REPORT)
                .text
                .contains("/reports/progress/keep?")
        );
    }
    assert_eq!(house.page(None, KEEP).status, 303);
    assert_eq!(house.page(Some(rea), KEEP).status, 403);
    assert!(
        house
            .page(Some(eve), KEEP)
            .text
            .contains("value=\"progress-ctbt-2023\"")
    );
    for (name, seen_by, says) in [
        ("", "italy", "Give it a name"),
        ("Our report", "italy", "is no name of a report"),
        ("ours", "south-africa", "Choose a team"),
    ] {
        let told = office.keeps(KEEP, name, seen_by);
        assert_eq!(
            (told.status, told.text.contains(says)),
            (422, true),
            "{}",
            told.text
        );
    }
    let done = office.keeps(KEEP, "ours", "italy");
    assert_eq!(
        (done.status, done.location.as_str()),
        (303, EDIT),
        "{}",
        done.text
    );
    assert!(
        office
            .keeps(KEEP, "ours", "italy")
            .text
            .contains("is kept under")
    );

    let (first, was) = paragraphs(&office.made()).remove(0);
    let old = office.mark(dan, &first);
    let done = office.does(eve, "write", &first, &format!("{WORDS} {}", was.join(" ")));
    assert_eq!(done.location, format!("{EDIT}#{first}"), "{}", done.text);
    // Who had the page open from before is shown both, and nothing is lost.
    let late = [
        ("do", "write"),
        ("key", &first),
        ("was", &old),
        ("text", "Dans zqxlater words."),
    ];
    let told = house.send(dan, EDIT, &late);
    assert_eq!(told.status, 422, "{}", told.text);
    for words in [
        "Somebody changed this passage",
        "Dans zqxlater words.",
        WORDS,
    ] {
        assert!(told.text.contains(words), "{words}: {}", told.text);
    }
    assert!(!office.made().to_string().contains("zqxlater"));
    // What he adds elsewhere goes together with it.
    let (last, _) = paragraphs(&office.made()).pop().unwrap();
    let add = [
        ("do", "add"),
        ("key", &last),
        ("text", "Dans zqxown words.\r\n\r\nAnd more."),
        ("set", "bullet"),
    ];
    let done = house.send(dan, EDIT, &add);
    assert_eq!(done.location, format!("{EDIT}#own-1"), "{}", done.text);
    let made = office.made();
    assert_eq!(
        (&made["open"], made["marks"].as_array().unwrap().len()),
        (&json!(0), 3)
    );
    for form in ["md", "html"] {
        let file = house.page(Some(rea), &format!("{OURS}.{form}"));
        assert!(
            file.text.contains(WORDS) && file.text.contains("zqxown"),
            "{}",
            file.text
        );
        assert!(
            !file.text.contains("class=\"own\""),
            "marks are for the page alone"
        );
    }
    assert_eq!(
        house
            .page(Some(rea), OURS)
            .text
            .matches("class=\"own\"")
            .count(),
        3
    );
    // Readers do not write.
    assert_eq!(house.page(Some(rea), EDIT).status, 403);
    assert!(!house.page(Some(rea), OURS).text.contains(EDIT));
    assert_eq!(house.send(rea, EDIT, &add).status, 403);
    // Nobody else is told that there is anything.
    let none = |path: &str| path.replace("ours", "none");
    for stranger in [None, Some(cem)] {
        for path in [
            OURS,
            EDIT,
            "/reports/kept/ours.json",
            "/reports/kept/ours.md",
        ] {
            let (asked, free) = (
                house.page(stranger, path),
                house.page(stranger, &none(path)),
            );
            let steady = |one: &Answer| one.text.replace("ours", "none");
            assert_eq!(
                (asked.status, steady(&asked)),
                (free.status, steady(&free)),
                "{path}"
            );
        }
        for path in [
            "/",
            "/reports",
            "/reports/kept",
            "/reports/kept.json",
            REPORT,
            "/search?q=were%20exchanged",
            "/search?q=ours",
            "/changes",
            "/feed.atom",
            "/treaties/ctbt/feed.atom",
            "/ledger",
            "/ledger.json",
            "/data/entries.csv",
            "/data/acts.csv",
            "/findings",
            "/calendar.ics",
            "/campaigns/ctbt",
            "/treaties/ctbt",
        ] {
            let told = house.page(stranger, path).text.to_lowercase();
            assert!(!told.contains("zqx"), "{path}");
            assert!(!told.contains("/reports/kept/ours"), "{path}");
        }
    }
    assert_eq!(house.send(cem, EDIT, &add).status, 404);
}

#[test]
fn what_the_record_changes_is_shown_beside_what_was_written_and_nothing_written_is_lost() {
    let office = office();
    let Office { house, eve, .. } = &office;
    office.keeps(KEEP, "ours", "italy");
    let made = office.made();
    let before = paragraphs(&made);
    // Words of theirs in the place of every passage, and behind each.
    let mut report = made["kept"]["report"].clone();
    let changes = before
        .iter()
        .map(|(key, was)| json!({"passage": key, "text": format!("Zqx {key}."), "was": was}));
    report["changes"] = changes.collect();
    let own = (1..).zip(&before).map(|(n, (key, _))| {
        json!({"key": format!("own-{n}"), "after": key, "form": "plain", "text": format!("Own {key}.")})
    });
    report["own"] = own.collect();
    let of = made["kept"]["entry"].as_str().unwrap();
    let token = house.token(eve, "italy", &[Scope::Write]);
    let sent = json!({"body": {"correction": {"of": of, "why": "written in", "body": {"report": report}}}});
    let told = house.sends_json(Some(&token), &sent.to_string());
    assert_eq!(told.status, 201, "{}", told.text);
    assert_eq!(office.made()["open"], 0);

    office.acts(
        json!({"act": {"treaty": "ctbt", "by": "EGY", "kind": "ratification", "on": "2023-01-05"}}),
        Audience::Public,
    );
    let after = office.made();
    let open = after["marks"].as_array().unwrap().iter();
    let open: Vec<_> = open.filter(|mark| mark["stands"] == "differs").collect();
    assert!(
        !open.is_empty() && open.len() < before.len(),
        "{}",
        open.len()
    );
    assert_eq!(after["open"], open.len());
    let texts: BTreeSet<String> = paragraphs(&after)
        .into_iter()
        .map(|(_, said)| said.join(" "))
        .collect();
    for (key, _) in &before {
        for words in [format!("Zqx {key}."), format!("Own {key}.")] {
            assert!(texts.contains(&words), "{words} is lost");
        }
    }
    let page = house.page(Some(eve), OURS);
    assert!(page.text.contains("no longer fit"), "{}", page.text);
    assert_eq!(page.text.matches("class=\"differs\"").count(), open.len());
    assert!(page.text.contains("<del>") && page.text.contains("<ins>"));

    // One press settles each: the wording of the record, or the words beside it.
    let keys: Vec<_> = open
        .iter()
        .map(|mark| mark["key"].as_str().unwrap().to_owned())
        .collect();
    for (n, key) in keys.iter().enumerate() {
        let what = if n == 0 { "back" } else { "mine" };
        let done = office.does(eve, what, key, "");
        assert_eq!(done.status, 303, "{}", done.text);
    }
    let settled = office.made();
    assert_eq!(settled["open"], 0);
    let text = settled["paper"].to_string();
    assert!(!text.contains(&format!("Zqx {}.", keys[0])));
    assert!(
        keys[1..]
            .iter()
            .all(|key| text.contains(&format!("Zqx {key}.")))
    );
    // Left out, it can be put back.
    let key = &keys[0];
    assert!(
        office
            .does(eve, "out", key, "")
            .location
            .ends_with("#kept-out")
    );
    assert!(!paragraphs(&office.made()).iter().any(|(one, _)| one == key));
    assert!(house.page(Some(eve), EDIT).text.contains("Put it back"));
    assert_eq!(office.does(eve, "back", key, "").status, 303);
    assert!(paragraphs(&office.made()).iter().any(|(one, _)| one == key));
}

#[test]
fn a_public_report_that_a_team_keeps_knows_of_nothing_that_the_team_knows() {
    let office = office();
    let Office { house, eve, .. } = &office;
    office.acts(
        json!({"approach": {
            "treaties": ["ctbt"], "state": "done", "kind": "visit", "on": "2022-03-12",
            "by": [{"participant": "ITA"}], "to": [{"participant": "NPL"}],
        }}),
        Audience::of_teams(["italy"]).unwrap(),
    );
    office.keeps(KEEP, "ours", "italy");
    let theirs = format!("{KEEP}&for=italy");
    for (seen_by, status) in [("public", 422), ("signed-in", 422), ("italy", 303)] {
        assert_eq!(
            office.keeps(&theirs, "inside", seen_by).status,
            status,
            "{seen_by}"
        );
    }
    let told = |name: &str| {
        house
            .page(Some(eve), &format!("/reports/kept/{name}.md"))
            .text
    };
    let visit = "travelled to the capital of Nepal";
    assert!(told("inside").contains(visit), "{}", told("inside"));
    assert!(told("inside").contains("For The italy team only"));
    assert!(!told("ours").contains(visit), "{}", told("ours"));
    let public = house.page(None, REPORT.replace("progress?", "progress.md?").as_str());
    assert_eq!(
        told("ours"),
        public.text,
        "as anyone has it, for nobody wrote in it"
    );
}

/// A report on an action plan that is not the last is kept as what it is about; one on a plan that those do not
/// see for whom it is made is not kept at all.
#[test]
fn a_report_on_an_action_plan_is_kept_with_its_name() {
    let office = office();
    let Office { house, eve, .. } = &office;
    let keep =
        |plan: &str| format!("/reports/plan/keep?treaty=ccm&plan={plan}&to=2022-01-01&in=en");
    for lang in ["en", "fr"] {
        let refused = house.page(Some(eve), &format!("{}&lang={lang}", keep("atlantis")));
        let says = match lang {
            "en" => "No action plan of this name is on record",
            _ => "Aucun plan d’action de ce nom",
        };
        assert_eq!(refused.status, 400, "{}", refused.text);
        assert!(refused.text.contains(says), "{}", refused.text);
    }
    assert_eq!(office.keeps(&keep("atlantis"), "ours", "italy").status, 400);
    let page = house.page(
        Some(eve),
        "/reports/plan?treaty=ccm&plan=dubrovnik&to=2022-01-01&in=en",
    );
    let query = "/reports/plan/keep?treaty=ccm&#38;plan=dubrovnik&#38;to=2022-01-01&#38;in=en";
    assert!(page.text.contains(query), "{}", page.text);
    let done = office.keeps(&keep("dubrovnik"), "ours", "italy");
    assert_eq!(done.status, 303, "{}", done.text);
    let made = office.made();
    assert_eq!(made["kept"]["report"]["plan"], "dubrovnik");
    let told = paragraphs(&made);
    let named = house.page(
        None,
        "/reports/plan.json?treaty=ccm&plan=dubrovnik&to=2022-01-01&in=en",
    );
    let named = paragraphs(&json!({"paper": named.json()}));
    let last = house.page(None, "/reports/plan.json?treaty=ccm&to=2022-01-01&in=en");
    let last = paragraphs(&json!({"paper": last.json()}));
    assert!(told == named && told != last, "{told:?}");
    let page = house.page(Some(eve), OURS);
    let link = "<dt>Action plan</dt><dd><a href=\"/treaties/ccm/plans/dubrovnik";
    assert!(page.text.contains(link), "{}", page.text);
}

#[test]
fn what_a_report_is_about_is_changed_and_it_is_no_longer_kept() {
    let office = office();
    let Office {
        house, eve, cem, ..
    } = &office;
    office.keeps(KEEP, "ours", "italy");
    let page = house.page(Some(eve), EDIT);
    let about = page.text.split("id=\"kept-about\"").nth(1).unwrap();
    let was = about
        .split("name=\"was\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let sent = [
        ("do", "about"),
        ("was", was),
        ("title", "Ours anew"),
        ("from", "2021-09-23"),
        ("to", "2022-09-22"),
        ("notes", "end"),
        ("before", "Conference\r\nNew York"),
        ("symbol", "X/1"),
        ("date", "soon"),
    ];
    let wrong = house.send(eve, EDIT, &sent);
    assert_eq!(wrong.status, 422, "{}", wrong.text);
    let mut right = sent;
    right[8] = ("date", "2022-09-22");
    let done = house.send(eve, EDIT, &right);
    assert_eq!(done.status, 303, "{}", done.text);
    let made = office.made();
    assert_eq!(made["kept"]["report"]["to"], "2022-09-22");
    assert_eq!(
        made["paper"]["masthead"]["body"],
        json!(["Conference", "New York"])
    );
    assert_eq!(
        house.send(eve, EDIT, &right).status,
        422,
        "the form is older than that"
    );
    assert_eq!(house.send(cem, EDIT, &[("do", "forget")]).status, 404);
    assert_eq!(
        house.send(eve, EDIT, &[("do", "forget")]).location,
        "/reports/kept"
    );
    assert_eq!(house.page(Some(eve), OURS).status, 404);
}
