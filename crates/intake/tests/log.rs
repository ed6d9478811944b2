//! The outreach log as files: ours come back unchanged, and what people keep is read or held back.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use intake::jotting::Names;
use intake::log::{
    KnownApproach, LogAsked, LogFile, Logged, propose_log, read_log_csv, read_log_json,
    write_log_csv, write_log_json,
};
use jiff::civil::date;
use ledger::body::vocabulary::{
    ActedAs, ApproachKind, Channel, Level, Obstacle, Outcome, Support, Theme,
};
use ledger::body::{Approach, ApproachState, MeetingRef, NextStep, Paper, Side};
use ledger::{Audience, EntryId, EntryRef, Tlp};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use treaty::{PartialDate, ParticipantId, Source, TreatyId};

/// The few names the tables hold; every code of three letters is somebody's but `XXX`.
struct Few;

impl Names for Few {
    fn participant(&self, name: &str) -> Option<ParticipantId> {
        let all = [
            ("Nepal", "NPL"),
            ("Népal", "NPL"),
            ("Italie", "ITA"),
            ("Italy", "ITA"),
            ("Bhutan", "BTN"),
        ];
        let named = all
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, code)| common::id(code));
        named.or_else(|| name.parse().ok().filter(|_| name != "XXX"))
    }

    fn treaty(&self, name: &str) -> Option<TreatyId> {
        ["ctbt", "ccm"]
            .iter()
            .find(|id| id.eq_ignore_ascii_case(name))
            .map(|id| common::treaty(id))
    }
}

fn asked() -> LogAsked<'static> {
    LogAsked {
        names: &Few,
        today: date(2023, 6, 20),
        treaty: None,
        by: None,
    }
}

fn read(text: &str) -> LogFile {
    read_log_csv("log.csv", text.as_bytes(), &asked()).unwrap()
}

fn of(file: &LogFile) -> Vec<Logged> {
    file.rows.iter().map(|row| row.logged.clone()).collect()
}

fn text() -> impl Strategy<Value = String> {
    "[a-zA-Zé;\\\\\",' \n]{0,12}[a-z;\\\\]"
}

fn some<T: Clone + std::fmt::Debug + 'static>(
    all: &'static [T],
) -> impl Strategy<Value = Vec<T>> {
    subsequence(all.to_vec(), 0..=all.len().min(3))
}

fn day() -> impl Strategy<Value = PartialDate> {
    select(vec!["2023-03-12", "2023-03", "2023"]).prop_map(|text| text.parse().unwrap())
}

fn side() -> impl Strategy<Value = Side> {
    let who = select(vec!["ITA", "NPL", "ZAF"]);
    (
        who,
        any::<bool>(),
        option::of(text()),
        option::of(text()),
        option::of(text()),
        option::of(select(Level::ALL)),
    )
        .prop_map(|(code, named, name, person, capacity, level)| Side {
            participant: (named || name.is_none()).then(|| common::id(code)),
            name,
            person,
            capacity,
            level,
        })
}

fn approach() -> impl Strategy<Value = Approach> {
    let sides = || prop::collection::vec(side(), 1..4);
    let step = (
        text(),
        option::of(text()),
        option::of(day()),
        option::of(day()),
    )
        .prop_map(|(what, owner, by, done)| NextStep {
            what,
            owner,
            by,
            done,
        });
    let paper = (text(), option::of(text()), option::of(text()))
        .prop_map(|(title, url, sha256)| Paper { title, url, sha256 });
    let meeting =
        (text(), option::of(text())).prop_map(|(kind, number)| MeetingRef { kind, number });
    let one = (
        subsequence(vec!["ctbt", "ccm"], 1..=2),
        select(ApproachState::ALL),
        select(ApproachKind::ALL),
        sides(),
        sides(),
        option::of(select(ActedAs::ALL)),
        option::of(day()),
        option::of(day()),
        option::of(select(Channel::ALL)),
    );
    let two = (
        option::of(text()),
        option::of(text()),
        option::of(meeting),
        option::of(text()),
        option::of(text()),
    );
    let three = (
        some(Theme::ALL),
        some(Outcome::ALL),
        some(Obstacle::ALL),
        some(Support::ALL),
        some(Support::ALL),
    );
    let four = (
        prop::collection::vec(step, 0..3),
        prop::collection::vec(paper, 0..3),
        option::of(text()),
    );
    (one, two, three, four).prop_map(|(one, two, three, four)| Approach {
        treaties: one.0.into_iter().map(common::treaty).collect(),
        state: one.1,
        kind: one.2,
        by: one.3,
        to: one.4,
        acted_as: one.5,
        on: one.6,
        until: one.7,
        channel: one.8,
        place: two.0,
        forum: two.1,
        meeting: two.2,
        themes: three.0,
        points: two.3,
        answer: two.4,
        outcomes: three.1,
        obstacles: three.2,
        asked: three.3,
        offered: three.4,
        next: four.0,
        documents: four.1,
        note: four.2,
    })
}

fn logged() -> impl Strategy<Value = Logged> {
    let audience = select(vec![
        Audience::SignedIn,
        Audience::of_teams(["italy"]).unwrap(),
        Audience::of_teams(["italy", "south-africa"]).unwrap(),
    ]);
    let label = option::of(select(vec![Tlp::Clear, Tlp::Green, Tlp::Amber, Tlp::Red]));
    (approach(), audience, label, text(), 1..99u128).prop_map(
        |(approach, audience, label, title, id)| Logged {
            approach,
            label: label.filter(|label| label.allows(&audience)),
            audience: Some(audience),
            source: Source::cited(title),
            entry: Some(EntryRef::Own(EntryId(uuid::Uuid::from_u128(id)))),
            recorded: Some("2024-01-02T03:04:05Z".parse().unwrap()),
            doubt: None,
        },
    )
}

proptest! {
    #[test]
    fn an_exported_log_is_read_back_unchanged(entries in prop::collection::vec(logged(), 0..5)) {
        let csv = read_log_csv("log.csv", &write_log_csv(&entries), &asked()).unwrap();
        prop_assert_eq!(&csv.held, &[]);
        prop_assert_eq!(&of(&csv), &entries);
        let json = read_log_json("log.json", &write_log_json(&entries), &asked()).unwrap();
        prop_assert_eq!(&json.held, &[]);
        prop_assert_eq!(&of(&json), &entries);
        // What is on record is not added again.
        let known: Vec<_> = entries.iter().map(|one| KnownApproach {
            entry: one.entry.unwrap(),
            recorded: one.recorded.unwrap(),
            approach: one.approach.clone(),
            audience: one.audience.clone().unwrap(),
        }).collect();
        let again = propose_log(&csv, &known, None);
        prop_assert_eq!(again.added.len() + again.held.len(), 0);
        prop_assert_eq!(again.unchanged as usize, entries.len());
    }

    #[test]
    fn any_table_is_read_or_refused(text in "(date,state,kind|to,by,kind|état;type)\n[ -~é\n]{0,80}") {
        let _ = read_log_csv("log.csv", text.as_bytes(), &asked());
    }
}

#[test]
fn a_coordinators_own_table_is_read_in_english_and_french() {
    let treaty = common::treaty("ctbt");
    let asked = LogAsked {
        treaty: Some(&treaty),
        by: Some(common::id("ITA")),
        ..asked()
    };
    let english = "Date,State,By,Kind,Level,Place,Outcome,Obstacles,Next,Owner,Due,Notes\n\
        12 March 2023,Nepal,Ambassador,bilateral meeting,DPR,Vienna,bill in parliament; positive,elections,send model law; call,Desk,May 2023,\"He said, yes\"\n";
    let french = "Date;État;Par;Type;Niveau;Lieu;Résultat;Obstacles;Suite;Responsable;Échéance;Notes\n\
        12 mars 2023;Népal;ambassadeur;réunion bilatérale;RPA;Vienna;projet de loi au parlement ; positif;élections;send model law; call;Desk;mai 2023;He said, yes\n";
    // A semicolon inside a field is quoted in a table with semicolons between its fields.
    let french = french
        .replace(
            "projet de loi au parlement ; positif",
            "\"projet de loi au parlement ; positif\"",
        )
        .replace("send model law; call", "\"send model law; call\"");
    let one = read_log_csv("log.csv", english.as_bytes(), &asked).unwrap();
    let two = read_log_csv("log.csv", french.as_bytes(), &asked).unwrap();
    assert_eq!(
        (one.held.as_slice(), two.held.as_slice()),
        (&[][..], &[][..])
    );
    let (mut one, mut two) = (
        one.rows[0].logged.approach.clone(),
        two.rows[0].logged.approach.clone(),
    );
    assert_eq!(one.by[0].capacity.take().as_deref(), Some("Ambassador"));
    assert_eq!(two.by[0].capacity.take().as_deref(), Some("ambassadeur"));
    assert_eq!(one, two);
    assert_eq!(one.state, ApproachState::Done);
    assert_eq!(one.kind, ApproachKind::MeetingBilateral);
    assert_eq!(one.by[0].participant, Some(common::id("ITA")));
    assert_eq!(one.by[0].level, Some(Level::Ambassadorial));
    assert_eq!(
        (one.to[0].participant, one.to[0].level),
        (Some(common::id("NPL")), Some(Level::Deputy))
    );
    assert_eq!(
        one.outcomes,
        [Outcome::InParliament, Outcome::PositiveSignal]
    );
    assert_eq!(one.obstacles, [Obstacle::LegislativeQueue]);
    assert_eq!(one.next.len(), 1);
    assert_eq!(one.next[0].what, "send model law; call");
    assert_eq!(one.next[0].by, Some("2023-05".parse().unwrap()));
}

#[test]
fn what_is_unknown_is_held_back_with_its_place_and_the_rest_is_taken() {
    let file = read(
        "treaty,date,state,by,kind\n\
         ctbt,2023-03-12,Nepaal,Italy,letter\n\
         ctbt,2023-03-12,Nepal,Italy,bribe\n\
         ctbt,03/04/2023,Nepal,Italy,letter\n\
         start,2023-03-12,Nepal,Italy,letter\n\
         ctbt,2023-03-12,Nepal,,letter\n\
         ,2023-03-12,Nepal,Italy,letter\n\
         \n\
         ctbt,2023-08-01,Nepal; Bhutan,Italy,letter\n",
    );
    let held: Vec<_> = file
        .held
        .iter()
        .map(|held| (held.line, held.column.as_str(), held.value.as_str()))
        .collect();
    assert_eq!(
        held,
        [
            (2, "to", "Nepaal"),
            (3, "kind", "bribe"),
            (4, "on", "03/04/2023"),
            (5, "treaties", "start"),
            (6, "by", ""),
            (7, "treaties", "")
        ]
    );
    assert!(
        file.held[2].why.contains("2023-03-04"),
        "{}",
        file.held[2].why
    );
    assert_eq!(file.rows.len(), 1);
    let one = &file.rows[0].logged.approach;
    assert_eq!((one.state, one.to.len()), (ApproachState::Planned, 2));
    let public = "treaties,state,kind,by,to,on,audience,label\n\
        ctbt,planned,letter,ITA,NPL,2023-08,public,\n\
        ctbt,done,letter,ITA,NPL,2023-03,italy,\n\
        ctbt,done,letter,ITA,NPL,2023-03,public,RED\n\
        ctbt,done,letter,ITA,NPL,2023-03,Italy!,\n";
    let file = read(public);
    let held: Vec<_> = file
        .held
        .iter()
        .map(|held| (held.line, held.column.as_str()))
        .collect();
    assert_eq!(held, [(2, "state"), (4, "label"), (5, "audience")]);
    for wrong in [
        "date,state,colour\n",
        "date,kind\n",
        "date,state,country\n",
        "treaties,by,kind\n",
    ] {
        assert!(
            read_log_csv("log.csv", wrong.as_bytes(), &asked()).is_err(),
            "{wrong}"
        );
    }
    let json = br#"[{"approach": {"treaties": ["ctbt"], "state": "done", "kind": "bribe", "by": [], "to": []}, "source": {"title": "x"}}]"#;
    let file = read_log_json("log.json", json, &asked()).unwrap();
    assert!(file.held[0].why.contains("bribe"), "{}", file.held[0].why);
}

#[test]
fn what_was_corrected_since_is_held_back_and_a_marking_is_told() {
    let head = "treaties,state,kind,by,to,on,note,audience,entry,recorded\n";
    let name = "00000000-0000-0000-0000-000000000001";
    let row = |note: &str| {
        format!(
            "{head}ctbt,done,letter,ITA,NPL,2023-03,{note},italy,{name},2024-01-02T03:04:05Z\n"
        )
    };
    let old = read(&row("old"));
    let first = old.rows[0].logged.clone();
    let known = [KnownApproach {
        entry: first.entry.unwrap(),
        recorded: first.recorded.unwrap(),
        approach: first.approach,
        audience: first.audience.unwrap(),
    }];
    assert_eq!(propose_log(&old, &known, None).unchanged, 1);
    let newer = propose_log(&read(&row("new")), &known, None);
    assert_eq!((newer.added.len(), newer.held.len()), (0, 1));
    assert_eq!(newer.held[0].column, "entry");
    assert_eq!(old.marked(), None);
    assert_eq!(
        read(&row("\"NATO\nSECRET\"")).marked(),
        Some((2, "NATO SECRET"))
    );
}
