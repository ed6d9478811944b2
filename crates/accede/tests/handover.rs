//! Italy and South Africa hand their work over to Norway and Panama: two instances, one file.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::fs;
use std::path::PathBuf;

use common::Accede;
use serde_json::Value;

/// A text that never leaves.
const SECRET: &str = "kiwi-7731";

/// An instance with everything that ships, a team and a key.
struct Instance {
    accede: Accede,
    team: &'static str,
}

impl Instance {
    fn new(name: &str, team: &'static str) -> Instance {
        let accede = Accede::new();
        accede.run(["key", "new", "--name", name]).ok();
        accede.run(["team", "add", team, "--name", name]).ok();
        Instance { accede, team }
    }

    fn believes(&self, other: &Instance, name: &str) {
        let file = self.accede.folder().join("theirs.key");
        let public = other.accede.folder().join("public.key");
        other
            .accede
            .run(["key", "show", "--out", public.to_str().unwrap()])
            .ok();
        fs::copy(public, &file).unwrap();
        let print = other.accede.json("key show");
        let print = print["fingerprint"].as_str().unwrap();
        let file = file.to_str().unwrap();
        self.accede
            .run(["key", "trust", file, "--name", name, "--fingerprint", print])
            .ok();
    }

    /// Records in the name of the team; gives what the entry is called.
    fn records(&self, args: &[&str]) -> String {
        let mut all = vec!["--as", self.team, "--json"];
        all.extend(args);
        let told: Value = serde_json::from_str(&self.accede.run(all).ok()).unwrap();
        told["first"].as_str().unwrap().to_owned()
    }

    fn asks(&self, line: &str) -> Value {
        self.accede.json(&format!("--as {} {line}", self.team))
    }

    fn approaches(&self, whom: &str, more: &[&str]) -> String {
        let mut args = vec![
            "approach",
            "add",
            "--treaty",
            "ctbt",
            "--kind",
            "meeting-bilateral",
            "--by",
            "Italy",
            "--to",
            whom,
            "--seen-by",
            self.team,
        ];
        args.extend(more);
        self.records(&args)
    }
}

/// What was recorded before the handover.
struct Work {
    sender: Instance,
    receiver: Instance,
    approach: String,
    ratified: String,
}

fn work() -> Work {
    let sender = Instance::new("Italy and South Africa", "it-za");
    let receiver = Instance::new("Norway and Panama", "no-pa");
    sender.believes(&receiver, "Norway and Panama");
    receiver.believes(&sender, "Italy and South Africa");
    sender.accede.ok("demo load");
    let approach = sender.approaches(
        "Nepal",
        &[
            "--on",
            "2026-09-12",
            "--answer",
            "a bill is before the house",
            "--outcome",
            "in-parliament",
            "--obstacle",
            "legislative-queue",
            "--asked",
            "model-legislation",
            "--next",
            "send the model law",
            "--next-owner",
            "Desk",
            "--next-by",
            "2026-10-01",
            "--label",
            "amber",
        ],
    );
    sender.approaches("Tonga", &["--stage", "planned", "--on", "2027-02"]);
    sender.records(&[
        "stage",
        "add",
        "ctbt",
        "Nepal",
        "parliament",
        "--step",
        "bill-tabled",
        "--on",
        "2026-09",
        "--evidence",
        "Gazette, no. 12",
        "--approach",
        &approach,
        "--label",
        "amber",
    ]);
    sender.records(&[
        "pledge",
        "add",
        "ctbt",
        "Nepal",
        "join",
        "to ratify before the conference",
        "--due",
        "2027-09",
        "--approach",
        &approach,
        "--label",
        "amber",
    ]);
    let ratified = ratification(&sender);
    let sri_lanka = sender.approaches("Sri Lanka", &["--on", "2023-05-02"]);
    sender.records(&[
        "attribution",
        "add",
        &sri_lanka,
        &ratified,
        "possible",
        "--because",
        "they told us when they deposited",
    ]);
    sender.records(&[
        "role",
        "add",
        "ctbt",
        "Italy",
        "envoy for Asia",
        "--kind",
        "special-envoy",
        "--from",
        "2026-01-01",
        "--until",
        "2027-01-31",
    ]);
    sender.records(&[
        "meeting",
        "add",
        "ctbt",
        "Informal",
        "2027-01-20",
        "--place",
        "Vienna",
    ]);
    // What stays, and what speaks of it.
    let red = sender.approaches("China", &["--label", "red", "--points", SECRET]);
    sender.records(&[
        "stage",
        "add",
        "ctbt",
        "China",
        "interested",
        "--on",
        "2026",
        "--approach",
        &red,
    ]);
    sender.records(&[
        "pledge",
        "add",
        "ctbt",
        "China",
        "attend",
        SECRET,
        "--approach",
        &red,
    ]);
    sender.records(&[
        "attribution",
        "add",
        &red,
        &ratified,
        "sequence",
        "--because",
        SECRET,
    ]);
    Work {
        sender,
        receiver,
        approach,
        ratified,
    }
}

/// The entry of a ratification that every instance ships with.
fn ratification(instance: &Instance) -> String {
    let changes = instance
        .accede
        .json("changes ctbt --from 2023-07-25 --to 2023-07-25");
    let acts = changes["acts"].as_array().unwrap();
    let one = acts.iter().find(|one| one["iso3"] == "LKA").unwrap();
    one["source"]["entry"].to_string()
}

impl Work {
    fn hands_over(&self) -> (PathBuf, Value) {
        let file = self.sender.accede.folder().join("handover.zip");
        let told = self.sender.accede.run([
            "bundle",
            "make",
            "--json",
            "--handover",
            "--teams-agree",
            "it-za",
            "--to",
            "Norway and Panama",
            "--cover",
            "cover.html",
            "--out",
            file.to_str().unwrap(),
        ]);
        (file, serde_json::from_str(&told.ok()).unwrap())
    }
}

#[test]
fn the_next_coordinators_get_the_campaign_with_its_follow_ups() {
    let work = work();
    let (file, told) = work.hands_over();
    let held = &told["held_back"];
    assert_eq!(held["by_label"]["RED"], 1, "{told}");
    assert_eq!(
        held["about_what_stays"], 3,
        "what speaks of it stays too: {told}"
    );
    for (kind, count) in [
        ("campaign", 2),
        ("stage", 1),
        ("pledge", 4),
        ("attribution", 1),
        ("role", 1),
        ("meeting", 1),
    ] {
        assert_eq!(told["kinds"][kind], count, "{kind}: {told}");
    }
    let file = file.to_str().unwrap();
    let taken = work
        .receiver
        .accede
        .run(["bundle", "import", "--json", file, "--as-audience", "no-pa"])
        .ok();
    let taken: Value = serde_json::from_str(&taken).unwrap();
    assert_eq!(taken["added"], told["entries"], "{taken}");
    assert_eq!(taken["quarantined"].as_array().unwrap().len(), 0, "{taken}");

    let there = &work.receiver;
    let campaign = there.asks("campaign show demo-ctbt-2021-2023");
    assert_eq!(campaign["campaign"]["by"][1]["iso3"], "ZAF", "{campaign}");
    let contacts = there.asks("campaign contacts demo-ctbt-2021-2023 --on 2023-09-22");
    let pairs = contacts["pairs"].as_array().unwrap();
    let sri_lanka = pairs.iter().find(|one| one["iso3"] == "LKA").unwrap();
    assert_eq!(sri_lanka["attributions"][0]["confidence"], "possible");
    there.records(&[
        "campaign",
        "add",
        "ctbt-2025",
        "--title",
        "The next two years",
        "--treaty",
        "ctbt",
        "--aim",
        "these=NPL,TON",
    ]);
    let board = there.asks("campaign show ctbt-2025");
    let nepal = &board["states"][0];
    assert_eq!(
        (&nepal["iso3"], &nepal["column"]),
        (&"NPL".into(), &"parliament".into())
    );
    assert_eq!(nepal["steps"][0]["what"], "send the model law");
    assert_eq!(nepal["pledges"][0]["due"], "2027-09");
    let tonga = &board["states"][1];
    assert_eq!(tonga["planned"]["on"], "2027-02", "{tonga}");
    let stage = there.asks("stage list --state Nepal");
    assert_eq!(stage["entries"][0]["says"]["step"], "bill_tabled");
    assert_eq!(stage["entries"][0]["label"], "AMBER");
    let pledges = there.asks("pledge list --open --state Nepal");
    assert_eq!(pledges["entries"].as_array().unwrap().len(), 1);
    let planned = there.asks("approach list --stage planned");
    assert_eq!(planned["approaches"][0]["to"][0]["iso3"], "TON");
    let one = there.asks(&format!("approach show {}", work.approach));
    assert_eq!(one["approach"]["next"][0]["owner"], "Desk");
    assert_eq!(one["audience"], serde_json::json!({"teams": ["no-pa"]}));
    let credit = there.asks("attribution list");
    assert_eq!(credit["entries"].as_array().unwrap().len(), 1, "{credit}");
    let csv = there.accede.ok("--as no-pa attribution list --csv");
    assert!(
        csv.contains(&format!(",{},", work.ratified)),
        "the act that every instance ships: {csv}"
    );
    // Those who come after go on with it, and it is theirs to say how.
    there.accede.ok(&format!(
        "--as no-pa approach edit {} --step-done 1",
        work.approach
    ));
    let one = there.asks(&format!("approach show {}", work.approach));
    assert_eq!(one["approach"]["next"][0]["done"], "2026-11-21");
    let again = work.receiver.accede.run([
        "bundle",
        "import",
        "--json",
        file,
        "--as-audience",
        "no-pa",
    ]);
    let again: Value = serde_json::from_str(&again.ok()).unwrap();
    assert_eq!(again["added"], 0, "{again}");
}

#[test]
fn the_cover_tells_how_each_state_stands_and_nothing_that_stays() {
    let work = work();
    let (file, _) = work.hands_over();
    let bytes = fs::read(&file).unwrap();
    let page = fs::read_to_string(work.sender.accede.folder().join("cover.html")).unwrap();
    let cover = work
        .receiver
        .accede
        .run(["bundle", "show", "--cover", file.to_str().unwrap()])
        .ok();
    assert!(
        !bytes
            .windows(SECRET.len())
            .any(|part| part == SECRET.as_bytes())
    );
    assert!(!page.contains(SECRET) && !page.contains("China"), "{page}");
    for text in [
        "Entry into force of the CTBT: Italy and South Africa, 2021 to 2023",
        "overdue since 2026-10-01, Desk: send the model law",
        "planned (2027-02): CTBT: bilateral meeting, Italy to Tonga",
        "Nepal, CTBT",
        "Last contact: 2026-09-12",
        "Last word (2026-09-12): a bill is before the house",
        "In the way (2026-09-12): ",
        "Asked for (2026-09-12): ",
        "bill tabled, 2026-09; shown by: Gazette, no. 12 (for it-za, TLP:AMBER)",
        "(no day, due 2027-09): to ratify before the conference",
        "envoy for Asia",
        "2027-01-31",
        "Informal",
        "Deadlines in the next two years",
    ] {
        let flat = |text: &str| text.to_lowercase();
        assert!(flat(&cover).contains(&flat(text)), "`{text}` in\n{cover}");
        assert!(flat(&page).contains(&flat(text)), "`{text}` in\n{page}");
    }
    assert!(
        page.starts_with("<!doctype html>") && !page.contains("<script"),
        "{page}"
    );
}
