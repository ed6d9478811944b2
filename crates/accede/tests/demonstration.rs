//! The demonstration: what the two documents tell is there, each with its paragraph, and it can be
//! loaded and taken away as often as one likes.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::collections::BTreeSet;

use common::Accede;
use serde_json::{Value, json};

const REPORT: &str = "progress report of Italy and South Africa, 2021-2023";
const STATEMENT: &str = "statement of Italy on the universalization of the CCM, 2020";
/// How many records there are.
const RECORDS: u64 = 56;

fn loaded() -> Accede {
    let accede = Accede::new();
    accede.ok("demo load");
    accede
}

/// The approaches of a treaty.
fn approaches(accede: &Accede, treaty: &str) -> Vec<Value> {
    let told = accede.json(&format!("approach list --treaty {treaty}"));
    told["approaches"].as_array().unwrap().clone()
}

fn codes(sides: &Value) -> BTreeSet<String> {
    let sides = sides.as_array().unwrap().iter();
    sides
        .filter_map(|side| side["iso3"].as_str().map(str::to_owned))
        .collect()
}

fn set(codes: &str) -> BTreeSet<String> {
    codes.split_whitespace().map(str::to_owned).collect()
}

/// Whom `by` alone approached bilaterally, of the States named.
fn named_by(all: &[Value], by: &str) -> BTreeSet<String> {
    let own = all.iter().filter(|one| {
        one["approach"]["kind"] == "demarche_bilateral" && codes(&one["by"]) == set(by)
    });
    own.flat_map(|one| codes(&one["to"])).collect()
}

/// What one approach must say.
struct Wanted {
    by: &'static str,
    kind: &'static str,
    place: &'static str,
    /// A text somewhere in it.
    says: &'static str,
}

const fn wanted(
    by: &'static str,
    kind: &'static str,
    place: &'static str,
    says: &'static str,
) -> Wanted {
    Wanted {
        by,
        kind,
        place,
        says,
    }
}

/// What paragraph 2 of the report tells, but for the States that are named.
const PARAGRAPH_2: &[Wanted] = &[
    wanted(
        "ITA ZAF",
        "invitation",
        "para. 2(1), 1st bullet",
        "ministers and of ambassadors",
    ),
    wanted(
        "ITA ZAF",
        "demarche_joint",
        "para. 2(1), 1st bullet",
        "Rome",
    ),
    wanted(
        "ITA ZAF",
        "demarche_joint",
        "para. 2(1), 1st bullet",
        "Pretoria",
    ),
    wanted(
        "ITA ZAF",
        "demarche_joint",
        "para. 2(1), 1st bullet",
        "vienna",
    ),
    wanted(
        "ITA ZAF",
        "demarche_joint",
        "para. 2(1), 1st bullet",
        "new_york",
    ),
    wanted(
        "ITA ZAF",
        "demarche_joint",
        "para. 2(1), 1st bullet",
        "our_embassy_in_their_capital",
    ),
    wanted(
        "ZAF",
        "demarche_bilateral",
        "para. 2(1), 3rd bullet",
        "Group of Eminent Persons",
    ),
    wanted(
        "ITA",
        "statement_national",
        "para. 2(1), 4th bullet",
        "prompt entry into force",
    ),
    wanted(
        "ZAF",
        "statement_national",
        "para. 2(1), 4th bullet",
        "prompt entry into force",
    ),
    wanted(
        "ITA ZAF",
        "technical_assistance",
        "para. 2(1), 4th bullet",
        "ctbto_prepcom",
    ),
    wanted(
        "ITA ZAF",
        "technical_assistance",
        "para. 2(1), 4th bullet",
        "ctbto_wga",
    ),
    wanted(
        "ITA ZAF",
        "technical_assistance",
        "para. 2(1), 4th bullet",
        "ctbto_wgb",
    ),
    wanted(
        "ITA",
        "language_in_text",
        "para. 2(1), 5th bullet",
        "2022-05-09",
    ),
    wanted(
        "ITA",
        "language_in_text",
        "para. 2(1), 5th bullet",
        "2022-05-14",
    ),
    wanted(
        "ITA",
        "statement_national",
        "para. 2(1), 6th bullet",
        "Ireland",
    ),
    wanted(
        "ITA",
        "statement_national",
        "para. 2(1), 6th bullet",
        "unga_first_committee",
    ),
    wanted(
        "ITA",
        "statement_national",
        "para. 2(1), 6th bullet",
        "cd_high_level",
    ),
    wanted(
        "ITA",
        "statement_national",
        "para. 2(1), 6th bullet",
        "npt_revcon",
    ),
    wanted(
        "ITA",
        "statement_national",
        "para. 2(1), 6th bullet",
        "npt_prepcom",
    ),
    wanted(
        "ZAF",
        "statement_national",
        "para. 2(1), 7th bullet",
        "npt_revcon",
    ),
    wanted(
        "ZAF",
        "statement_national",
        "para. 2(1), 7th bullet",
        "npt_prepcom",
    ),
    wanted(
        "ZAF",
        "panel",
        "para. 2(1), 7th bullet",
        "FriendsMinisterial",
    ),
    wanted(
        "ITA",
        "resolution_sponsorship",
        "para. 2(1), 8th bullet",
        "A/RES/76/66",
    ),
    wanted("ITA", "vote", "para. 2(1), 8th bullet", "A/RES/76/66"),
    wanted(
        "ITA",
        "working_paper",
        "para. 2(1), 9th bullet",
        "Interlinkage",
    ),
    wanted(
        "ITA ZAF",
        "hosting",
        "para. 2(1), 10th bullet",
        "2021-09-23",
    ),
    wanted(
        "ITA ZAF",
        "statement_national",
        "para. 2(1), 11th bullet",
        "regional conferences",
    ),
    wanted(
        "ITA ZAF",
        "panel",
        "para. 2(1), 11th bullet",
        "3rd Science Diplomacy Symposium",
    ),
    wanted(
        "ITA ZAF",
        "panel",
        "para. 2(1), 11th bullet",
        "7th Science and Technology",
    ),
    wanted("ITA ZAF", "public_outreach", "para. 2(2)", "web sites"),
];

#[test]
fn every_activity_of_the_report_has_its_record_with_its_paragraph() {
    let accede = loaded();
    let mut left = approaches(&accede, "ctbt");
    assert_eq!(left.len(), 48);
    for one in &left {
        assert_eq!(one["source"]["title"], REPORT, "{one}");
        assert_eq!(one["source"]["as_at"], "2023-09-22", "{one}");
        assert_eq!(
            (&one["audience"], &one["label"]),
            (&json!("public"), &json!("CLEAR"))
        );
        let on = one["approach"]["on"].as_str().unwrap();
        let until = one["approach"]["until"].as_str();
        assert!(("2021-09-23"..="2023-09-22").contains(&on), "{one}");
        assert!(until.is_none_or(|until| until == "2023-09-22"), "{one}");
    }
    let italy = set("NPL PNG STP SLB SOM LKA SYR TON YEM");
    let south_africa = set("EGY GNQ MUS NPL STP SOM SSD LKA TON");
    assert_eq!(named_by(&left, "ITA"), italy);
    assert_eq!(named_by(&left, "ZAF"), south_africa);
    let both: BTreeSet<_> = italy.intersection(&south_africa).cloned().collect();
    assert_eq!(both, set("NPL STP SOM LKA TON"), "five stand in both lists");
    for (by, place) in [("ITA", "2nd bullet"), ("ZAF", "3rd bullet")] {
        let pairs = left.iter().filter(|one| {
            let bullet = one["source"]["place"].as_str().unwrap().contains(place);
            bullet && codes(&one["by"]) == set(by) && codes(&one["to"]).len() == 1
        });
        assert_eq!(pairs.count(), 9, "one entry a pair, {by}");
    }
    left.retain(|one| codes(&one["to"]).is_empty());
    for fact in PARAGRAPH_2 {
        let found = left.iter().position(|one| {
            codes(&one["by"]) == set(fact.by)
                && one["approach"]["kind"] == fact.kind
                && one["source"]["place"] == fact.place
                && one["approach"].to_string().contains(fact.says)
        });
        let found =
            found.unwrap_or_else(|| panic!("{} {} {}", fact.place, fact.kind, fact.says));
        left.remove(found);
    }
    assert!(
        left.is_empty(),
        "nothing that the report does not tell: {left:?}"
    );
}

#[test]
fn what_the_report_says_of_acts_and_offices_is_among_the_shipped_facts() {
    let accede = loaded();
    let acts = accede.json("changes ctbt --from 2021-09-23 --to 2023-09-22");
    let text = acts.to_string();
    let did = |kind: &str| -> BTreeSet<String> {
        let all = acts["acts"].as_array().unwrap().iter();
        let own = all.filter(|one| one["act"] == kind);
        own.map(|one| one["iso3"].as_str().unwrap_or_default().to_owned())
            .collect()
    };
    assert_eq!(did("signature"), set("DMA SOM"), "{text}");
    let ratified = set("DMA GNQ GMB TLS TUV STP SLB LKA");
    assert_eq!(did("ratification"), ratified, "{text}");
    let named: BTreeSet<String> = approaches(&accede, "ctbt")
        .iter()
        .flat_map(|one| codes(&one["to"]))
        .collect();
    assert_eq!(named.len(), 13);
    let acted: BTreeSet<String> = ratified.union(&set("DMA SOM")).cloned().collect();
    assert_eq!(acted.len(), 9);
    let never: BTreeSet<String> = acted.difference(&named).cloned().collect();
    assert_eq!(
        never,
        set("DMA GMB TLS TUV"),
        "these acted and were never named"
    );
}

/// The States of a group in the campaign's table of who was approached and who acted.
fn grouped(contacts: &Value, group: &str) -> BTreeSet<String> {
    let pairs = contacts["pairs"].as_array().unwrap().iter();
    let own = pairs.filter(|one| one["pairing"] == group);
    own.map(|one| one["iso3"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_campaign_shows_who_was_approached_and_who_acted() {
    let accede = loaded();
    let contacts = accede.json("campaign contacts demo-ctbt-2021-2023 --on 2023-09-22");
    // The report gives no days: which came first nobody can say.
    let acted = grouped(&contacts, "approached_acted_undated");
    assert_eq!(acted, set("GNQ STP SLB SOM LKA"));
    assert_eq!(grouped(&contacts, "acted_only"), set("DMA GMB TLS TUV"));
    let waited = grouped(&contacts, "approached_only");
    assert_eq!(waited, set("EGY MUS NPL PNG SSD SYR TON YEM"));
    let told = accede.ok("campaign contacts demo-ctbt-2021-2023 --on 2023-09-22");
    assert!(told.contains("credits nobody"), "{told}");
    let board = accede.json("campaign show demo-ctbt-2021-2023 --on 2023-09-22");
    assert_eq!(board["campaign"]["goal"]["consents"], 178);
    assert_eq!(board["campaign"]["goal"]["consents_before"], 170);
    let ccm = accede.json("campaign show demo-ccm-130 --on 2021-09-21");
    assert_eq!(ccm["campaign"]["aim"], json!({"consents": 130}));
}

#[test]
fn the_statement_of_italy_is_told_with_its_proposals() {
    let accede = loaded();
    let all = approaches(&accede, "ccm");
    assert_eq!(all.len(), 3);
    assert!(all.iter().all(|one| one["source"]["title"] == STATEMENT));
    let said = all
        .iter()
        .find(|one| codes(&one["by"]) == set("ITA"))
        .unwrap();
    let next = said["approach"]["next"].to_string();
    for proposal in ["humanitarian field", "champions", "special envoys"] {
        assert!(next.contains(proposal), "{next}");
    }
    let others = all.iter().filter(|one| codes(&one["by"]) == set("CHL PHL"));
    assert_eq!(others.count(), 2);
}

#[test]
fn it_is_loaded_once_taken_back_and_loaded_anew() {
    let accede = Accede::new();
    let before = accede.head();
    let would = accede.json("demo load --dry-run");
    assert_eq!(
        (&would["changed"], &would["first"]),
        (&json!(RECORDS), &Value::Null)
    );
    assert_eq!(accede.head(), before, "a dry run records nothing");
    let done = accede.json("demo load");
    assert_eq!(
        (&done["changed"], &done["there"]),
        (&json!(RECORDS), &json!(0))
    );
    assert_eq!(
        done["campaigns"],
        json!(["demo-ccm-130", "demo-ctbt-2021-2023"])
    );
    let after = accede.head();
    assert_eq!(after.0, before.0 + RECORDS);
    let again = accede.json("demo load");
    assert_eq!(
        (&again["changed"], &again["there"]),
        (&json!(0), &json!(RECORDS))
    );
    assert_eq!(accede.head(), after);

    // What people say of it is theirs.
    let first = approaches(&accede, "ccm")[0]["entry"].to_string();
    accede.run(["dispute", &first, "--why", "was it so?"]).ok();
    let again = accede.json("demo load");
    assert_eq!(
        (
            &again["changed"],
            again["of_people"].as_array().unwrap().len()
        ),
        (&json!(0), 1)
    );

    let would = accede.json("demo remove --dry-run");
    assert_eq!(
        (&would["changed"], &would["first"]),
        (&json!(RECORDS), &Value::Null)
    );
    let told = accede.ok("demo remove");
    for says in [
        "took back 56 records",
        "they stay on record as taken back",
        "stays as it is, 1",
    ] {
        let flat = told.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(says), "{says}: {told}");
    }
    assert_eq!(
        accede.head().0,
        after.0 + 1 + RECORDS,
        "the ledger only grows"
    );
    assert!(approaches(&accede, "ctbt").is_empty() && approaches(&accede, "ccm").is_empty());
    assert!(
        accede
            .ok("demo remove")
            .contains("nothing of the demonstration stands")
    );
    let anew = accede.json("demo load");
    assert_eq!(anew["changed"], json!(RECORDS));
    assert_eq!(approaches(&accede, "ctbt").len(), 48);
}

#[test]
fn it_can_be_for_a_team_alone() {
    let accede = Accede::new();
    accede.ok("team add italy --name Italy");
    accede.fails(
        "demo load --seen-by italy",
        2,
        &["out of your sight", "--as"],
    );
    accede.ok("--as italy demo load --audience italy");
    assert!(
        approaches(&accede, "ctbt").is_empty(),
        "anyone sees nothing of it"
    );
    let told = accede.json("--as italy approach list --treaty ctbt");
    assert_eq!(told["approaches"].as_array().unwrap().len(), 48);
    assert!(
        accede
            .ok("demo remove")
            .contains("nothing of the demonstration stands")
    );
    assert_eq!(
        accede.json("--as italy demo remove")["changed"],
        json!(RECORDS)
    );
}
