//! The commands answer, and record, as if nothing were on record but what is for anyone. Whoever
//! runs them may read the files of the data directory, and copies them whole by `backup`,
//! `migrate-store` and `verify`; what the other commands print, unless told `--as` whom, may be passed
//! on as it stands.

use ledger::body::vocabulary::StateStage;
use ledger::body::{AliasGiven, Campaign, CampaignAim, FactsRelease, Retraction, Stage};
use ledger::{Audience, Batch, Body, Entry, EntryId, Head, Seq, Store, number_batch};
use store::Sqlite;
use treaty::Source;
use uuid::Uuid;
use world::view::{ReportKind, ReportOf, ReportSpan};

use crate::common::Accede;
use crate::{ledgers, secrets};

/// A page of the depositary with a row of a State that nobody knows.
const PAGE: &str = r#"<?xml version="1.0" encoding="ISO-8859-1"?>
<Treaties><Treaty mtdsg_no="XXVI-6">
<ExternalData><Titlesect>6. Convention on Cluster Munitions</Titlesect>
<StatusAsAt>Status as at 3 February 2026</StatusAsAt>
<Status><Signatories>2</Signatories><Parties>1</Parties></Status></ExternalData>
<Participants><Table><TGroup>
<Thead><Row><Entry>Participant</Entry><Entry>Signature</Entry><Entry>Ratification</Entry></Row></Thead>
<Tbody><Rows>
<Row><Entry>Italy</Entry><Entry>3 Dec 2008</Entry><Entry>21 Sep 2011</Entry></Row>
<Row><Entry>Freedonia</Entry><Entry>3 Dec 2008</Entry><Entry></Entry></Row>
</Rows></Tbody></TGroup></Table></Participants></Treaty></Treaties>"#;

/// Records `bodies` for a team, in the files of a data directory.
fn for_a_team(accede: &Accede, bodies: Vec<Body>) {
    let mut store = Sqlite::open(accede.data()).unwrap();
    let mut step: Vec<Entry> = (0..)
        .zip(bodies)
        .map(|(n, body)| Entry {
            id: EntryId(Uuid::from_u128(u128::from(secrets::IDS) << 96 | n)),
            recorded: ledgers::NOW.parse().unwrap(),
            author: secrets::word(0),
            audience: Audience::of_teams(["blue"]).unwrap(),
            label: None,
            origin: None,
            source: Source::cited(secrets::word(0)),
            batch: Batch { at: 0, of: 1 },
            body,
        })
        .collect();
    number_batch(&mut step);
    let payloads: Vec<_> = step
        .iter()
        .map(|entry| entry.to_payload().unwrap())
        .collect();
    store.append(store.head().unwrap(), &payloads).unwrap();
}

/// What is on record, in the order of the ledger.
fn entries(accede: &Accede) -> Vec<Entry> {
    let store = Sqlite::open_read_only(accede.data()).unwrap();
    let mut all = Vec::new();
    store
        .read(Seq(1), &mut |_, _, payload| {
            all.push(Entry::from_payload(payload).unwrap());
        })
        .unwrap();
    all
}

/// The command that writes a report of a kind for anyone, with all it takes.
fn report(kind: ReportKind) -> String {
    let from = match kind.span() {
        ReportSpan::Day | ReportSpan::DayOrPeriod => "",
        ReportSpan::Period => " --from 2000-01-01",
    };
    let state = match kind.of() {
        ReportOf::All => "",
        ReportOf::SomeOrAll | ReportOf::Some => " --state NPL --state ITA",
    };
    format!(
        "report {kind} --treaty ctbt{from} --to 2026-11-21{state} --notes end --pictures map,curve --json"
    )
}

/// What a command line gives: its status, and what it prints, without what chance is in.
fn told(accede: &Accede, line: &str) -> (i32, String, String) {
    let run = accede.run(line.split_whitespace());
    (run.status(), steady(&run.stdout()), steady(&run.stderr()))
}

/// A text without the ids and links in it: an id is made by chance, and a link of ids.
fn steady(text: &str) -> String {
    let of_an_id = |c: char| c.is_ascii_hexdigit() || c == '-';
    let mut steady = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(of_an_id) {
        let (before, from) = rest.split_at(at);
        let (run, after) = from.split_at(from.find(|c| !of_an_id(c)).unwrap_or(from.len()));
        steady.push_str(before);
        steady.push_str(if run.len() < 36 { run } else { "#" });
        rest = after;
    }
    steady + rest
}

#[test]
fn commands_answer_and_record_as_if_nothing_else_were_on_record() {
    let (with, without) = (Accede::without_acts(), Accede::without_acts());
    let third = Accede::without_acts();
    let begun = entries(&third);
    for accede in [&with, &without, &third] {
        accede.file("ccm.xml", PAGE);
    }
    third.ok("import mtdsg ccm.xml");
    // A team has recorded all of this page, placed its riddle, and taken back what anyone sees.
    let page = entries(&third).into_iter().skip(begun.len());
    let mut bodies: Vec<Body> = page.map(|entry| entry.body).collect();
    assert!(
        bodies
            .iter()
            .any(|body| matches!(body, Body::Quarantined(_)))
    );
    bodies.extend([
        Body::Alias(AliasGiven {
            by: "AND".parse().unwrap(),
            name: "Freedonia".to_owned(),
        }),
        Body::Retraction(Retraction {
            of: begun[0].id,
            why: secrets::word(1),
        }),
        Body::Campaign(Campaign {
            campaign: "blue-one".to_owned(),
            title: secrets::word(2),
            treaties: vec!["ctbt".parse().unwrap()],
            aim: CampaignAim::Everybody,
            from: None,
            until: None,
            by: vec!["ITA".parse().unwrap()],
            note: Some(secrets::word(3)),
        }),
        Body::Stage(Stage {
            treaty: "ctbt".parse().unwrap(),
            by: "NPL".parse().unwrap(),
            stage: StateStage::Parliament,
            step: None,
            on: "2026-03".parse().unwrap(),
            evidence: Some(secrets::word(4)),
            approach: None,
            note: None,
        }),
        secrets::document(&secrets::word(5)),
        Body::FactsRelease(FactsRelease {
            release: "2099-01-01".to_owned(),
            sha256: "0".repeat(64),
        }),
    ]);
    for_a_team(&with, bodies);
    let hidden = entries(&with).pop().unwrap().id;
    let lines = [
        "status ccm --json",
        "state ITA --json",
        "import mtdsg ccm.xml --dry-run --json",
        "import mtdsg ccm.xml --json",
        "import mtdsg ccm.xml --json",
        "alias Freedonia AND --source film --json",
        "import mtdsg ccm.xml --json",
        "retract 1 --why mistaken --json",
        "retract 1 --why again",
        &format!("retract {hidden} --why guessed"),
        &format!("correct {hidden} --date 2008-12-04 --why guessed"),
        &format!("dispute {hidden} --why guessed"),
        &format!("entry {hidden}"),
        "entry 1 --json",
        "status ccm --json",
        "state Freedonia --json",
        "changes --from 1900-01-01 --to 2026-11-21 --json",
        "due --json",
        "eif ccm --json",
        "explain ITA ccm --json",
        "findings --json",
        "reconcile --json",
        "uncertain --json",
        "treaty list --json",
        "export acts --format json",
        "export names --format json",
        "export memberships --format csv",
        "campaign list --json",
        "campaign show ctbt --json",
        "campaign contacts ctbt --json",
        "campaign show blue-one",
        "campaign add blue-one --title A --treaty ctbt --aim everybody --seen-by public --json",
        "stage list --json",
        "pledge list --json",
        "role list --json",
        "meeting list --json",
        "attribution list --json",
        "document list --json",
        "document add --name zqxvorm0005 --kind report --title Ours --treaty ccm --seen-by public --json",
        "find --json",
        "find universalization --state ITA --json",
        "find universalizatoin --json",
        "find Zqxvorn0005 --synonyms --json",
        "said universalization --state ITA --json",
        "said Zqxvorn0005 --json",
        "document compare artxiv-progress-2021-2023 ita-ccm-2rc-universalization --json",
        "demo load --dry-run --json",
        "demo remove --json",
        "get /ledger.json?limit=20",
        "get /search?q=Freedonia",
        "get /feed.atom",
    ];
    let reports: Vec<_> = ReportKind::ALL.into_iter().map(report).collect();
    let lines = lines.into_iter().chain(reports.iter().map(String::as_str));
    let lines: Vec<_> = lines.collect();
    for &line in &lines {
        let (one, other) = (told(&with, line), told(&without, line));
        assert_eq!(one, other, "accede {line}");
        let text = format!("{}{}", one.1, one.2);
        assert!(!text.contains(secrets::WORD), "accede {line} tells: {text}");
    }
    crate::tell(
        "commands",
        lines.len(),
        entries(&with).len() - entries(&without).len(),
    );
}

/// A newer program adds the facts that it ships, whatever some have recorded in the same words.
#[test]
fn newer_facts_are_added_whatever_some_have_recorded() {
    let (with, without) = (Accede::unused("law"), Accede::unused("law"));
    let mut first = ledgers::shipped().to_vec();
    first.retain(|entry| matches!(entry.body, Body::Participant(_) | Body::Treaty(_)));
    let mark = Body::FactsRelease(FactsRelease {
        release: "2020-01-01 (law alone)".to_owned(),
        sha256: "0".repeat(64),
    });
    let last = Entry {
        id: EntryId(Uuid::from_u128(9)),
        body: mark,
        ..first.last().unwrap().clone()
    };
    first.push(last);
    number_batch(&mut first);
    let payloads: Vec<_> = first
        .iter()
        .map(|entry| entry.to_payload().unwrap())
        .collect();
    for accede in [&with, &without] {
        let mut store = Sqlite::create(accede.data()).unwrap();
        store.append(Head::EMPTY, &payloads).unwrap();
    }
    let facts = ledgers::shipped().iter().map(|entry| entry.body.clone());
    let mut bodies: Vec<Body> = facts
        .filter(|body| matches!(body, Body::Membership(_)))
        .collect();
    bodies.push(Body::FactsRelease(FactsRelease {
        release: "2099-01-01".to_owned(),
        sha256: "0".repeat(64),
    }));
    for_a_team(&with, bodies);
    let (one, other) = (
        told(&with, "export memberships --format csv"),
        told(&without, "export memberships --format csv"),
    );
    assert_eq!(one, other);
    assert!(one.1.lines().count() > 100, "{}", one.1);
}
