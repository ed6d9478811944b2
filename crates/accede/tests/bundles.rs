//! Two instances exchange what they have on record, by file and through the built program.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use accede::clerk::{Clerk, Draft};
use accede::clock::Clock;
use accede::home::Home;
use accede::record::Record;
use accede::settings::{Facts, Settings};
use common::{Accede, NOW};
use ledger::body::{
    AliasGiven, Approach, ApproachState, Correction, Dispute, NextStep, Retraction, Seat,
    SeatRole, Side, Team, vocabulary,
};
use ledger::bundle::{self, Content, Party, PublicKey, SecretKey, Strand};
use ledger::{Audience, Batch, Body, Entry, EntryId, Head, Tlp};
use serde_json::Value;
use store::Location;
use treaty::{Act, Kind, Source};
use world::Viewer;

/// A text that is in no bundle it does not belong in.
const SECRET: &str = "kiwi-7731";

/// An instance with a key.
struct Side2 {
    accede: Accede,
    fingerprint: String,
    public: PathBuf,
}

fn side(name: &str) -> Side2 {
    let accede = Accede::without_acts();
    accede.run(["key", "new", "--name", name]).ok();
    let public = accede.folder().join("public.key");
    accede
        .run(["key", "show", "--out", public.to_str().unwrap()])
        .ok();
    let fingerprint = accede.json("key show")["fingerprint"]
        .as_str()
        .unwrap()
        .to_owned();
    Side2 {
        accede,
        fingerprint,
        public,
    }
}

impl Side2 {
    fn trusts(&self, other: &Side2, name: &str) {
        let file = other.public.to_str().unwrap();
        let print = &other.fingerprint;
        self.accede
            .run(["key", "trust", file, "--name", name, "--fingerprint", print])
            .ok();
    }

    fn settings(&self) -> Settings {
        Settings {
            location: Location::Files(self.accede.data()),
            facts: Facts::Law,
            author: "A. Tester".to_owned(),
            key: None,
            address: None,
            issuer: None,
        }
    }

    fn clerk(&self) -> Clerk {
        let clock = Clock::stopped_at(NOW.parse().unwrap());
        Home::new(&self.settings(), clock).clerk().unwrap()
    }

    /// Records drafts, and gives their ids.
    fn record(&self, author: &str, drafts: Vec<Draft>) -> Vec<EntryId> {
        let clerk = self.clerk();
        let viewer = accede::bundle::take::everyone(&clerk.record());
        let before = clerk.record().head().len;
        let mut drafts = Some(drafts);
        clerk
            .submit_as(&viewer, author, move |_| Ok((drafts.take().unwrap(), ())))
            .unwrap();
        let record = clerk.record();
        let new = record.entries().filter(|one| one.seq.0 > before);
        new.map(|one| one.entry.id).collect()
    }

    fn on_record(&self) -> Record {
        self.clerk().record().as_ref().clone()
    }

    fn entry(&self, id: EntryId) -> Option<Entry> {
        let record = self.on_record();
        let found = record.entries().find(|one| one.entry.id == id);
        found.map(|one| one.entry.clone())
    }

    /// Makes a bundle and gives its path, with what was told.
    fn make(&self, name: &str, args: &[&str]) -> (PathBuf, Value) {
        let out = self.accede.folder().join(name);
        let mut all = vec!["bundle", "make", "--json", "--out", out.to_str().unwrap()];
        all.extend(args);
        let told = self.accede.run(all).ok();
        (out, serde_json::from_str(&told).unwrap())
    }

    fn import(&self, file: &Path, args: &[&str]) -> common::Run {
        let mut all = vec!["bundle", "import", "--json", file.to_str().unwrap()];
        all.extend(args);
        self.accede.run(all)
    }

    fn imported(&self, file: &Path, args: &[&str]) -> Value {
        serde_json::from_str(&self.import(file, args).ok()).unwrap()
    }
}

/// Two instances that believe each other's keys.
fn both() -> (Side2, Side2) {
    let (italy, africa) = (side("Italy"), side("South Africa"));
    italy.trusts(&africa, "South Africa");
    africa.trusts(&italy, "Italy");
    (italy, africa)
}

fn teams(teams: &[&str]) -> Audience {
    Audience::of_teams(teams.iter().copied()).unwrap()
}

fn alias(code: &str, name: &str) -> Draft {
    let by = code.parse().unwrap();
    Draft::new(
        Source::cited("a note"),
        Body::Alias(AliasGiven {
            by,
            name: name.to_owned(),
        }),
    )
}

fn act(line: &str) -> Draft {
    let words: Vec<_> = line.split_whitespace().collect();
    let act = Act::new(
        words[0].parse().unwrap(),
        words[1].parse().unwrap(),
        words[2].parse::<Kind>().unwrap(),
        words[3].parse().unwrap(),
    );
    Draft::new(Source::cited("a letter"), Body::Act(act))
}

fn team(id: &str) -> Draft {
    let body = Team {
        team: id.to_owned(),
        name: format!("Team {id}"),
        note: None,
    };
    Draft::new(Source::cited("the office"), Body::Team(body)).seen_by(Audience::SignedIn, None)
}

fn approach(what: &str) -> Draft {
    let side = |code: &str| Side {
        participant: Some(code.parse().unwrap()),
        ..Side::default()
    };
    let body = Approach {
        treaties: vec!["ctbt".parse().unwrap()],
        state: ApproachState::Planned,
        kind: vocabulary::ApproachKind::DemarcheBilateral,
        by: vec![side("ITA")],
        to: vec![side("IND")],
        acted_as: None,
        on: Some("2027-03-01".parse().unwrap()),
        until: None,
        channel: None,
        place: None,
        forum: None,
        meeting: None,
        themes: Vec::new(),
        points: None,
        answer: None,
        outcomes: Vec::new(),
        obstacles: Vec::new(),
        asked: Vec::new(),
        offered: Vec::new(),
        next: vec![NextStep {
            what: what.to_owned(),
            owner: None,
            by: Some("2027-02-01".parse().unwrap()),
            done: None,
        }],
        documents: Vec::new(),
        note: None,
    };
    Draft::new(Source::cited("the desk"), Body::Approach(Box::new(body)))
}

fn about(of: EntryId, kind: &str) -> Draft {
    let why = "a test".to_owned();
    let body = match kind {
        "retraction" => Body::Retraction(Retraction { of, why }),
        "dispute" => Body::Dispute(Dispute {
            of,
            why,
            counts: true,
        }),
        _ => {
            let body = Box::new(alias("ITA", "Put right").body);
            Body::Correction(Correction { of, body, why })
        }
    };
    Draft::new(Source::cited("a note"), body)
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

#[test]
fn a_key_is_made_once_shown_in_public_and_believed_by_its_fingerprint() {
    let (italy, africa) = (side("Italy"), side("South Africa"));
    let secret = fs::read_to_string(italy.accede.data().join("secret.key")).unwrap();
    let hidden = secret
        .lines()
        .last()
        .unwrap()
        .strip_prefix("secret ")
        .unwrap()
        .to_owned();
    for line in ["key show", "key show --json", "key list", "verify"] {
        let run = italy.accede.run(line.split_whitespace());
        assert!(
            !run.stdout().contains(&hidden) && !run.stderr().contains(&hidden),
            "{line}"
        );
    }
    italy
        .accede
        .fails("key new --name Other", 2, &["there is a key already"]);
    // With another's fingerprint it is not believed, and nothing is recorded.
    let file = italy.public.to_str().unwrap();
    let head = africa.accede.head();
    let trust = |print: &str| {
        africa.accede.run([
            "key",
            "trust",
            file,
            "--name",
            "Italy",
            "--fingerprint",
            print,
        ])
    };
    trust(&africa.fingerprint).fails(3, &["not that of this key"]);
    trust("1234").fails(2, &["no fingerprint"]);
    let own = italy.accede.data().join("secret.key");
    africa
        .accede
        .run([
            "key",
            "trust",
            own.to_str().unwrap(),
            "--name",
            "x",
            "--fingerprint",
            &italy.fingerprint,
        ])
        .fails(3, &["SECRET"]);
    assert_eq!(africa.accede.head(), head);
    trust(&italy.fingerprint.to_lowercase()).ok();
    let keys = africa.accede.json("key list");
    assert_eq!(keys["keys"][0]["believed"], true);
    // What is recorded about keys is for the office, and no page of the public tells of it.
    for line in [
        "export sqlite --out x.sqlite",
        "get /ledger --out ledger.html",
        "get /ledger.json --out ledger.json",
    ] {
        africa.accede.ok(line);
    }
    for file in ["x.sqlite", "ledger.html", "ledger.json"] {
        let bytes = fs::read(africa.accede.folder().join(file)).unwrap();
        let key = fs::read_to_string(&italy.public).unwrap();
        let key = key.lines().last().unwrap().strip_prefix("key ").unwrap();
        assert!(!contains(&bytes, key), "{file}");
    }
    africa.accede.ok("key distrust Italy");
    assert_eq!(africa.accede.json("key list")["keys"][0]["believed"], false);
}

#[test]
fn two_instances_exchange_both_ways_and_each_word_keeps_its_author() {
    let (italy, africa) = both();
    italy.record("office", vec![team("it"), team("it-za")]);
    africa.record("office", vec![team("za")]);
    let ids = italy.record(
        "Giulia",
        vec![
            alias("ITA", "Repubblica"),
            alias("ITA", "Between us").seen_by(teams(&["it-za"]), Some(Tlp::Amber)),
            alias("ITA", "For the signed in").seen_by(Audience::SignedIn, None),
        ],
    );
    let args = [
        "--to",
        "South Africa",
        "--audience",
        "public,signed-in,it-za",
    ];
    let (file, told) = italy.make("b.zip", &args);
    assert_eq!(told["entries"], 3, "{told}");

    // For what was not public there, somebody has to say who sees it here.
    africa
        .import(&file, &[])
        .fails(3, &["--as-audience", "nothing was recorded"]);
    africa
        .import(&file, &["--as-audience", "nobody"])
        .fails(2, &["no team here"]);
    africa
        .import(&file, &["--as-audience", "signed-in"])
        .fails(3, &["cannot be for"]);
    let dry = africa.imported(&file, &["--as-audience", "za", "--dry-run"]);
    assert_eq!((&dry["added"], &dry["recorded"]), (&3.into(), &Value::Null));
    let head = africa.accede.head();
    let taken = africa.imported(&file, &["--as-audience", "za"]);
    assert_eq!(taken["added"], 3, "{taken}");

    for (id, audience) in ids
        .iter()
        .zip([Audience::Public, teams(&["za"]), teams(&["za"])])
    {
        let (theirs, ours) = (italy.entry(*id).unwrap(), africa.entry(*id).unwrap());
        assert_eq!(
            (&ours.author, &ours.source, &ours.body),
            (&theirs.author, &theirs.source, &theirs.body)
        );
        assert_eq!((ours.label, &ours.audience), (theirs.label, &audience));
        let origin = ours.origin.unwrap();
        assert_eq!(origin.key.fingerprint().to_string(), italy.fingerprint);
        assert_eq!(
            (origin.recorded, origin.by.as_str()),
            (theirs.recorded, "A. Tester")
        );
    }
    // Again: nothing new, and the same head.
    let after = africa.accede.head();
    assert_eq!(after.0, head.0 + 3);
    let again = africa.imported(&file, &["--as-audience", "za"]);
    assert_eq!(
        (&again["added"], &again["unchanged"]),
        (&0.into(), &3.into())
    );
    assert_eq!(africa.accede.head(), after);

    // Back: what came from Italy is known there, what Africa added is new.
    africa.record("Thandi", vec![alias("ZAF", "Mzansi")]);
    let (back, told) = africa.make("back.zip", &["--to", "Italy", "--audience", "public,za"]);
    assert_eq!(told["entries"], 4, "{told}");
    let returned = italy.imported(&back, &["--as-audience", "it"]);
    assert_eq!(
        (&returned["added"], &returned["unchanged"]),
        (&1.into(), &3.into()),
        "{returned}"
    );
    let shown = italy
        .accede
        .run(["entry", &public_number(&italy, "Mzansi")])
        .ok();
    assert!(
        shown.contains("by Thandi") && shown.contains("taken over"),
        "{shown}"
    );
}

/// The number of the public entry that says `text`.
fn public_number(side: &Side2, text: &str) -> String {
    let record = side.on_record();
    let found = record
        .entries()
        .find(|one| format!("{:?}", one.entry.body).contains(text));
    found.unwrap().name().to_string()
}

#[test]
fn known_goes_by_the_moment_here() {
    let (italy, africa) = both();
    let ids = italy.record("Giulia", vec![alias("ITA", "Repubblica")]);
    let (file, _) = italy.make("b.zip", &[]);
    let later = "2027-06-01T00:00:00Z";
    let mut import = africa
        .accede
        .command(["bundle", "import", file.to_str().unwrap()]);
    assert!(import.env("ACCEDE_NOW", later).status().unwrap().success());
    let ours = africa.entry(ids[0]).unwrap();
    assert_eq!(ours.recorded.to_string(), later);
    assert!(ours.origin.unwrap().recorded < ours.recorded);
    let known = |day: &str| {
        let mut changes = africa
            .accede
            .command(["state", "Repubblica", "--known", day]);
        changes
            .env("ACCEDE_NOW", "2027-07-01T00:00:00Z")
            .output()
            .unwrap()
            .status
            .success()
    };
    assert!(known("2027-06-01T00:00:00Z"));
}

#[test]
fn what_may_not_leave_leaves_no_trace_in_the_bytes() {
    let (italy, _) = both();
    italy.record("office", vec![team("it"), team("it-za"), team("other")]);
    let ids = italy.record(
        "Giulia",
        vec![
            alias("ITA", "Repubblica"),
            alias("ITA", "Between us").seen_by(teams(&["it-za"]), Some(Tlp::Amber)),
            approach("send the kit").seen_by(teams(&["it"]), Some(Tlp::Green)),
        ],
    );
    let args = ["--to", "South Africa", "--audience", "public,it,it-za"];
    let (file, _) = italy.make("before.zip", &args);
    let before = fs::read(&file).unwrap();
    let it = || teams(&["it"]);
    let secret = |what: &str| format!("{SECRET} {what}");
    italy.record(
        "Giulia",
        vec![
            alias("ITA", &secret("red")).seen_by(it(), Some(Tlp::Red)),
            alias("ITA", &secret("strict")).seen_by(it(), Some(Tlp::AmberStrict)),
            alias("ITA", &secret("other")).seen_by(teams(&["other"]), None),
            alias("ITA", &secret("both")).seen_by(teams(&["it", "other"]), None),
            alias("ITA", &secret("signed in")).seen_by(Audience::SignedIn, None),
            approach(&secret("approach")).seen_by(it(), Some(Tlp::Red)),
            // The public entry goes as the public reads it.
            about(ids[0], "dispute").seen_by(it(), Some(Tlp::Red)),
            team("kiwi-7731"),
        ],
    );
    let (file, told) = italy.make("after.zip", &args);
    let after = fs::read(&file).unwrap();
    assert!(!contains(&after, SECRET));
    assert_eq!(before, after, "the bytes tell that there is more");
    let held = &told["held_back"];
    assert_eq!(held["by_label"]["RED"], 3, "{held}");
    assert_eq!(held["by_label"]["AMBER+STRICT"], 1);
    assert_eq!(held["for_others"], 3, "{held}");
    assert_eq!(held["sent_although_contradicted"][0], ids[0].to_string());
}

#[test]
fn what_is_contradicted_here_stays_with_what_contradicts_it() {
    let (italy, _) = both();
    italy.record("office", vec![team("it")]);
    let it = || teams(&["it"]);
    let ids = italy.record(
        "Giulia",
        vec![
            alias("ITA", "Doubted").seen_by(it(), Some(Tlp::Amber)),
            alias("ITA", "Mended").seen_by(it(), Some(Tlp::Amber)),
        ],
    );
    italy.record(
        "Giulia",
        vec![
            about(ids[0], "retraction").seen_by(it(), Some(Tlp::Red)),
            about(ids[1], "correction").seen_by(it(), Some(Tlp::Amber)),
        ],
    );
    let args = ["--to", "South Africa", "--audience", "it"];
    let (file, told) = italy.make("b.zip", &args);
    assert_eq!(
        (&told["entries"], &told["held_back"]["contradicted"]),
        (&2.into(), &1.into()),
        "{told}"
    );
    let bytes = fs::read(&file).unwrap();
    assert!(
        contains(&bytes, "Mended")
            && contains(&bytes, "Put right")
            && !contains(&bytes, "Doubted")
    );
    let args = [&args[..], &["--contradicted", "send"]].concat();
    let (file, told) = italy.make("sent.zip", &args);
    assert!(contains(&fs::read(&file).unwrap(), "Doubted"));
    assert_eq!(
        told["held_back"]["sent_although_contradicted"][0],
        ids[0].to_string()
    );
}

#[test]
fn what_contradicts_the_record_waits_for_a_person() {
    let (italy, africa) = both();
    africa.record(
        "Thandi",
        vec![
            act("ctbt IND signature 2020-01-01"),
            act("ctbt PAK signature 2020-01-01"),
        ],
    );
    let ours = africa.on_record().entries().last().unwrap().entry.id;
    italy.record(
        "Giulia",
        vec![
            act("ctbt IND signature 2020-02-02"),
            act("ctbt PAK signature 2020-01-01"),
            act("ctbt PRK signature 2020-03-03"),
        ],
    );
    let doubted = italy.record("Giulia", vec![act("ctbt TON signature 2021-01-01")]);
    italy.record("Giulia", vec![about(doubted[0], "dispute")]);
    let (file, _) = italy.make("b.zip", &[]);
    let taken = africa.imported(&file, &[]);
    assert_eq!(taken["added"], 3, "{taken}");
    assert_eq!(taken["same"].as_array().unwrap().len(), 1, "{taken}");
    let waiting = &taken["quarantined"][0];
    assert_eq!(waiting["value"], "ctbt IND signature 2020-02-02", "{taken}");
    assert!(
        waiting["why"].as_str().unwrap().contains("2020-01-01"),
        "{taken}"
    );
    let head = africa.accede.head();
    let again = africa.imported(&file, &[]);
    assert_eq!(
        (&again["added"], &again["quarantined"][0]["known"]),
        (&0.into(), &true.into())
    );
    assert_eq!(
        africa.accede.head(),
        head,
        "what waits already does not wait twice"
    );

    // They take back what is ours: that is for us to say.
    let retraction = about(ours, "retraction");
    let forged = forge(&italy, &africa, vec![("Giulia", retraction)]);
    let taken = africa.imported(&forged, &[]);
    assert_eq!(taken["added"], 0, "{taken}");
    assert!(
        taken["quarantined"][0]["why"]
            .as_str()
            .unwrap()
            .contains("not theirs"),
        "{taken}"
    );
}

/// A bundle signed with the key of `from`, made without the program, of whatever is given.
fn forge(from: &Side2, to: &Side2, drafts: Vec<(&str, Draft)>) -> PathBuf {
    let text = fs::read_to_string(from.accede.data().join("secret.key")).unwrap();
    let secret = text
        .lines()
        .last()
        .unwrap()
        .strip_prefix("secret ")
        .unwrap();
    let key = |side: &Side2| -> PublicKey {
        side.accede.json("key show")["key"]
            .as_str()
            .unwrap()
            .parse()
            .unwrap()
    };
    let entries: Vec<Entry> = (1..)
        .zip(drafts)
        .map(|(n, (author, draft)): (u128, _)| Entry {
            id: draft
                .id
                .unwrap_or(EntryId(uuid::Uuid::from_u128((7 << 76) + n))),
            recorded: NOW.parse().unwrap(),
            author: author.to_owned(),
            audience: draft.audience,
            label: draft.label,
            origin: None,
            source: draft.source,
            batch: Batch { at: 0, of: 1 },
            body: draft.body,
        })
        .collect();
    let payloads: Vec<_> = entries
        .iter()
        .map(|entry| entry.to_payload().unwrap())
        .collect();
    let audiences: std::collections::BTreeSet<_> =
        entries.iter().map(|one| one.audience.clone()).collect();
    let strands = audiences.into_iter().map(|audience| {
        let of = entries
            .iter()
            .zip(&payloads)
            .filter(|(one, _)| one.audience == audience);
        let head = of.fold(Head::EMPTY, |head, (_, payload)| head.then(payload));
        Strand {
            audience,
            before: Head::EMPTY,
            head,
            whole: true,
        }
    });
    let content = Content {
        name: "Italy".to_owned(),
        to: Some(Party {
            name: "them".to_owned(),
            key: key(to),
        }),
        made: NOW.parse().unwrap(),
        purpose: "A forgery".to_owned(),
        strands: strands.collect(),
        context: Vec::new(),
        payloads,
        documents: Vec::new(),
        cover: None,
    };
    let bytes = bundle::write(&content, &SecretKey::from_text(secret).unwrap()).unwrap();
    static COUNT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let n = COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    from.accede.file(&format!("forged-{n}.zip"), bytes)
}

#[test]
fn nobody_gets_rights_or_other_entries_by_a_bundle() {
    let (italy, africa) = both();
    africa.record("office", vec![team("za")]);
    let ours = africa.record("Thandi", vec![alias("ZAF", "Mzansi")]);
    let head = africa.accede.head();
    let person = ledger::body::PersonId(uuid::Uuid::from_u128(5 << 76));
    let seat = Seat {
        person,
        team: "za".to_owned(),
        role: Some(SeatRole::Administrator),
    };
    let seat = Draft::new(Source::cited("x"), Body::Seat(seat));
    let key = ledger::body::Key {
        public: "ab".repeat(32),
        name: "Mallory".to_owned(),
        trusted: true,
        note: None,
    };
    let key = Draft::new(Source::cited("x"), Body::Key(key));
    for (what, draft) in [("seat", seat), ("key", key), ("team", team("za"))] {
        let file = forge(&italy, &africa, vec![("Giulia", draft)]);
        africa
            .import(&file, &["--as-audience", "za"])
            .fails(3, &[&format!("`{what}`"), "nothing was recorded"]);
    }
    // The id of an entry that is here, with other words.
    let other = Draft {
        id: Some(ours[0]),
        ..alias("ZAF", "Azania")
    };
    let file = forge(
        &italy,
        &africa,
        vec![("Thandi", alias("ZAF", "Suid-Afrika")), ("Thandi", other)],
    );
    africa
        .import(&file, &[])
        .fails(3, &["is not the one in the bundle", "Mzansi", "Azania"]);
    // A plan for the public, and a marking.
    let file = forge(&italy, &africa, vec![("Giulia", approach("x"))]);
    africa
        .import(&file, &[])
        .fails(3, &["nothing was recorded"]);
    let file = forge(
        &italy,
        &africa,
        vec![("Giulia", alias("ZAF", "NATO SECRET"))],
    );
    africa.import(&file, &[]).fails(3, &["not accredited"]);
    assert_eq!(africa.accede.head(), head);
    // What names what is not here waits; it does not stop the rest.
    let file = forge(
        &italy,
        &africa,
        vec![
            ("Giulia", act("no-such-treaty IND signature 2020-01-01")),
            ("Giulia", alias("ZAF", "Suid-Afrika")),
        ],
    );
    let taken = africa.imported(&file, &[]);
    assert_eq!(
        (
            &taken["added"],
            taken["quarantined"].as_array().unwrap().len()
        ),
        (&1.into(), 1),
        "{taken}"
    );
}

#[test]
fn a_bundle_is_refused_unless_whole_from_a_known_key_and_for_us() {
    let (italy, africa) = both();
    let stranger = side("Stranger");
    italy.record("Giulia", vec![alias("ITA", "Repubblica")]);
    let (file, _) = italy.make("b.zip", &["--to", "South Africa"]);
    let head = africa.accede.head();
    let bytes = fs::read(&file).unwrap();
    // Every byte is tried where the format is; here, that the program asks it.
    for at in [0, 40, bytes.len() / 2, bytes.len() - 1] {
        let mut altered = bytes.clone();
        altered[at] ^= 1;
        let altered = africa.accede.file("altered.zip", altered);
        africa
            .import(&altered, &[])
            .fails(3, &["no bundle that can be relied on"]);
        africa
            .accede
            .run(["bundle", "show", altered.to_str().unwrap()])
            .fails(3, &["relied on"]);
    }
    let cut = africa.accede.file("cut.zip", &bytes[..bytes.len() - 9]);
    africa.import(&cut, &[]).fails(3, &["relied on"]);
    // A key that nobody found right; one that is believed no longer; a bundle for another.
    stranger.trusts(&italy, "Italy");
    stranger
        .import(&file, &[])
        .fails(3, &["made for another", "South Africa"]);
    let unknown = side("Unknown");
    unknown
        .import(&file, &[])
        .fails(3, &["not believed here", "accede key trust"]);
    africa.accede.ok("key distrust Italy");
    africa.import(&file, &[]).fails(3, &["not believed here"]);
    assert_eq!(
        africa.accede.head().0,
        head.0 + 1,
        "the word on the key alone"
    );
    // Nothing is needed to look at it.
    let shown = africa
        .accede
        .command(["bundle", "show", file.to_str().unwrap()])
        .env("ACCEDE_DATA", africa.accede.folder().join("none"))
        .output()
        .unwrap();
    let shown = String::from_utf8(shown.stdout).unwrap();
    assert!(
        shown.contains(&italy.fingerprint) && shown.contains("not known"),
        "{shown}"
    );
    assert!(!africa.accede.folder().join("none").exists());
}

#[test]
fn a_later_bundle_continues_an_earlier_one_and_an_older_one_changes_nothing() {
    let (italy, africa) = both();
    let one = italy.record("Giulia", vec![alias("ITA", "First")]);
    let (first, _) = italy.make("1.zip", &[]);
    italy.record(
        "Giulia",
        vec![alias("ITA", "Second"), about(one[0], "dispute")],
    );
    let name = italy
        .on_record()
        .entries()
        .rev()
        .nth(2)
        .unwrap()
        .name()
        .to_string();
    let (second, told) = italy.make("2.zip", &["--since", &name]);
    assert_eq!(
        (&told["entries"], &told["context"]),
        (&2.into(), &1.into()),
        "{told}"
    );
    let (third, _) = italy.make("3.zip", &[]);
    africa.imported(&first, &[]);
    let taken = africa.imported(&second, &[]);
    assert_eq!(
        (&taken["added"], &taken["unchanged"]),
        (&2.into(), &1.into()),
        "{taken}"
    );
    assert!(
        taken["notes"][0]
            .as_str()
            .unwrap()
            .contains("without a gap"),
        "{taken}"
    );
    let head = africa.accede.head();
    for (file, says) in [(&first, None), (&third, Some("in it, unchanged"))] {
        let again = africa.imported(file, &[]);
        assert_eq!(again["added"], 0);
        if let Some(says) = says {
            assert!(
                again["notes"][0].as_str().unwrap().contains(says),
                "{again}"
            );
        }
    }
    assert_eq!(africa.accede.head(), head);
    // Without the first, it is told that something never came.
    let late = side("Late");
    late.trusts(&italy, "Italy");
    assert_eq!(late.imported(&second, &[])["added"], 3);
}

#[test]
fn no_bundle_is_made_of_a_damaged_ledger() {
    let (italy, _) = both();
    italy.record("Giulia", vec![alias("ITA", "Repubblica")]);
    let path = italy.accede.data().join("ledger.sqlite");
    let mut bytes = fs::read(&path).unwrap();
    let at = bytes
        .windows(10)
        .rposition(|window| window == b"Repubblica")
        .unwrap();
    bytes[at] ^= 1;
    fs::write(&path, bytes).unwrap();
    let out = italy.accede.folder().join("b.zip");
    italy
        .accede
        .run(["bundle", "make", "--out", out.to_str().unwrap()])
        .fails(4, &["damaged"]);
    assert!(!out.exists());
}

#[test]
fn a_handover_says_what_is_in_it_and_what_is_to_be_done() {
    let (italy, africa) = both();
    italy.record("office", vec![team("it"), team("other")]);
    italy.record(
        "Giulia",
        vec![
            approach("send the accession kit").seen_by(teams(&["it"]), Some(Tlp::Amber)),
            approach(SECRET).seen_by(teams(&["other"]), None),
            alias("ITA", SECRET).seen_by(teams(&["it"]), Some(Tlp::Red)),
        ],
    );
    italy
        .accede
        .run([
            "bundle",
            "make",
            "--out",
            "x.zip",
            "--handover",
            "--to",
            "South Africa",
        ])
        .fails(2, &["--teams-agree"]);
    let args = ["--handover", "--teams-agree", "it", "--to", "South Africa"];
    let (file, told) = italy.make("h.zip", &args);
    assert_eq!(told["entries"], 1, "{told}");
    let bytes = fs::read(&file).unwrap();
    assert!(!contains(&bytes, SECRET) && !contains(&bytes, "held back:"));
    let cover = africa
        .accede
        .run(["bundle", "show", "--cover", file.to_str().unwrap()])
        .ok();
    for text in [
        "# Handover",
        "by 2027-02-01: send the accession kit",
        "planned (2027-03-01)",
        &italy.fingerprint,
        "CTBT",
    ] {
        assert!(cover.contains(text), "`{text}` in\n{cover}");
    }
    let args = [&args[..], &["--tell-held-back"]].concat();
    let (file, _) = italy.make("told.zip", &args);
    assert!(contains(&fs::read(&file).unwrap(), "1: labelled TLP:RED"));
}

#[test]
fn what_is_not_public_is_for_somebody() {
    let (italy, _) = both();
    italy.record("office", vec![team("it")]);
    let make = |args: &str| {
        let line = format!("bundle make --out x.zip {args}");
        italy.accede.run(line.split_whitespace())
    };
    make("--audience it").fails(2, &["--to NAME"]);
    make("--audience it --to Nobody").fails(2, &["no key here"]);
    make("--audience nobody").fails(2, &["no team here"]);
    make("--treaty nobody").fails(2, &["no treaty here"]);
    let none = Accede::without_acts();
    none.fails("bundle make --out x.zip", 3, &["accede key new"]);
}

#[test]
fn documents_go_with_the_entries_that_cite_them() {
    let (italy, africa) = both();
    let location = italy.settings().location;
    let kept = location.documents().unwrap();
    let id = kept.put(b"%PDF-1.7 the letter").unwrap();
    let other = kept.put(format!("{SECRET} minutes").as_bytes()).unwrap();
    let cites = |draft: Draft, id: &store::DocumentId| {
        let sha256 = Some(id.to_string());
        Draft {
            source: Source {
                sha256,
                ..Source::cited("a letter")
            },
            ..draft
        }
    };
    italy.record("office", vec![team("it")]);
    italy.record(
        "Giulia",
        vec![
            cites(alias("ITA", "Repubblica"), &id),
            cites(alias("ITA", "Minutes"), &other).seen_by(teams(&["it"]), Some(Tlp::Red)),
        ],
    );
    let (file, told) = italy.make("b.zip", &[]);
    assert_eq!(told["documents"], 1);
    assert!(!contains(&fs::read(&file).unwrap(), SECRET));
    africa.imported(&file, &[]);
    let there = africa.settings().location.documents().unwrap();
    assert_eq!(there.get(&id).unwrap(), b"%PDF-1.7 the letter");
    assert!(!there.contains(&other).unwrap());
}

/// What a stranger wrote from the document alone.
#[test]
fn python_verifies_a_bundle_by_the_document() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/verify_bundle.py");
    let python = Command::new("python3").arg("--version").output();
    if !python.is_ok_and(|out| out.status.success()) {
        assert!(
            std::env::var_os("ACCEDE_REQUIRE_ALL").is_none(),
            "python3 is missing"
        );
        eprintln!("SKIPPED: python3 is missing");
        return;
    }
    let (italy, _) = both();
    italy.record("office", vec![team("it")]);
    let ids = italy.record(
        "Giulia",
        vec![
            alias("ITA", "Repubblica"),
            approach("x").seen_by(teams(&["it"]), None),
        ],
    );
    italy.record("Giulia", vec![about(ids[0], "dispute")]);
    let since = public_number(&italy, "Repubblica");
    let (file, _) = italy.make(
        "b.zip",
        &[
            "--to",
            "South Africa",
            "--audience",
            "public,it",
            "--since",
            &since,
        ],
    );
    let verify = |file: &Path, print: &str| {
        let out = Command::new("python3")
            .args(["-B", script])
            .arg(file)
            .arg(print)
            .output()
            .unwrap();
        (
            out.status.code().unwrap(),
            String::from_utf8(out.stdout).unwrap(),
        )
    };
    let (code, told) = verify(&file, &italy.fingerprint);
    assert!(code == 0 && told.contains("3 entries"), "{told}");
    let other = side("Other").fingerprint;
    assert_eq!(verify(&file, &other).0, 1);
    let bytes = fs::read(&file).unwrap();
    for at in [
        3,
        45,
        200,
        bytes.len() / 2,
        bytes.len() - 30,
        bytes.len() - 1,
    ] {
        let mut altered = bytes.clone();
        altered[at] ^= 1;
        let altered = italy.accede.file("altered.zip", altered);
        let (code, told) = verify(&altered, &italy.fingerprint);
        assert_eq!(code, 1, "byte {at}: {told}");
    }
}

#[test]
fn a_viewer_of_everything_is_not_the_public() {
    let (italy, _) = both();
    let between = alias("ITA", "Between us").seen_by(teams(&["it"]), None);
    italy.record("Giulia", vec![between]);
    let everyone = accede::bundle::take::everyone(&italy.on_record());
    assert!(everyone.sees(&teams(&["it"])) && !Viewer::public().sees(&teams(&["it"])));
}

#[test]
fn where_no_teams_are_on_record_a_team_is_named_by_its_id() {
    let (italy, africa) = both();
    italy.record("office", vec![team("it")]);
    italy.record(
        "Giulia",
        vec![alias("ITA", "Between us").seen_by(teams(&["it"]), Some(Tlp::Amber))],
    );
    let (file, _) = italy.make("b.zip", &["--to", "South Africa", "--audience", "it"]);
    africa
        .import(&file, &["--as-audience", "Not A Team"])
        .fails(2, &["no team here"]);
    africa
        .import(&file, &["--as-audience", "public"])
        .fails(2, &["nothing becomes public"]);
    africa
        .import(&file, &["--as-audience", "za,signed-in"])
        .fails(2, &["does not go"]);
    let taken = africa.imported(&file, &["--as-audience", "za"]);
    assert_eq!(taken["added"], 1, "{taken}");
}
