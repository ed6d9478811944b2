//! Roll calls from the layout of the UN Digital Library's bulk file.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::process::Command;

use intake::jotting::Names;
use intake::votes::{VoteWaiting, VotesAsked, VotesFile, propose_votes, read_votes_csv};
use ledger::EntryId;
use ledger::body::RollCall;
use treaty::{ParticipantId, TreatyId};

/// Every code of today's facts, and the treaties of the facts.
struct Facts(Vec<String>);

impl Facts {
    fn read() -> Facts {
        let path = common::project().join("facts/participants.csv");
        let mut rows = csv::Reader::from_path(path).unwrap();
        Facts(
            rows.records()
                .map(|row| row.unwrap()[0].to_owned())
                .collect(),
        )
    }
}

impl Names for Facts {
    fn participant(&self, name: &str) -> Option<ParticipantId> {
        let code = self.0.iter().find(|code| *code == name)?;
        Some(common::id(code))
    }

    fn treaty(&self, name: &str) -> Option<TreatyId> {
        ["ccm", "ctbt"]
            .contains(&name)
            .then(|| common::treaty(name))
    }
}

fn read(bytes: &[u8], treaty: Option<&TreatyId>) -> VotesFile {
    let facts = Facts::read();
    read_votes_csv(
        "votes.csv",
        bytes,
        &VotesAsked {
            names: &facts,
            treaty,
        },
    )
    .unwrap()
}

fn invented() -> String {
    let path = common::project().join("fixtures/votes/invented.csv");
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn roll_calls_are_made_of_rows_and_what_is_unknown_waits() {
    let file = read(invented().as_bytes(), None);
    assert_eq!((file.calls.len(), file.passed_over), (2, 1));
    let one = &file.calls[0].call;
    assert_eq!(
        (one.treaty.as_str(), one.resolution.as_str()),
        ("ccm", "A/RES/90/1")
    );
    assert_eq!(
        one.title.as_deref(),
        Some("Implementation of the Convention on Cluster Munitions")
    );
    assert_eq!(
        (one.on, one.session.as_deref()),
        ("2035-12-01".parse().unwrap(), Some("90"))
    );
    let codes = |all: &[ParticipantId]| all.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(codes(&one.yes), ["BTN", "ITA"]);
    assert_eq!(
        (codes(&one.no), codes(&one.abstain), codes(&one.absent)),
        (
            vec!["NPL".to_owned()],
            vec!["UGA".to_owned()],
            vec!["TGO".to_owned()]
        )
    );
    assert_eq!(
        file.calls[0].by_title.as_deref(),
        Some("Implementation of the Convention on Cluster Munitions")
    );
    // The other names somebody who is nobody's; his vote waits, and the rest is taken.
    let held: Vec<_> = file
        .held
        .iter()
        .map(|held| (held.line, held.resolution.as_str(), held.value.as_str()))
        .collect();
    assert_eq!(
        held,
        [
            (9, "A/RES/90/2", "XQX FREEDONIA"),
            (10, "A/RES/90/3", "A/RES/90/3")
        ]
    );
    assert!(
        file.held[1].why.contains("rows are missing"),
        "{}",
        file.held[1].why
    );
    // Cooperation with an organisation is no resolution on its treaty, unless a person says so.
    let treaty = common::treaty("ctbt");
    let all = read(invented().as_bytes(), Some(&treaty));
    assert_eq!((all.calls.len(), all.passed_over), (3, 0));
    assert!(all.calls.iter().all(|one| one.by_title.is_none()));
}

#[test]
fn what_is_on_record_is_not_added_again_and_what_it_lacks_is_supplied() {
    let file = read(invented().as_bytes(), None);
    let id = |n: u128| EntryId(uuid::Uuid::from_u128(n));
    let mut known: Vec<_> = file
        .calls
        .iter()
        .map(|one| (id(1), one.call.clone()))
        .collect();
    let again = propose_votes(&file, &known);
    assert_eq!(
        (again.added.len(), again.unchanged, again.supplied.len()),
        (0, 2, 0)
    );
    known[0].1.yes.pop();
    known[1].1.yes.clear();
    known[1].1.no = vec![common::id("ITA")];
    let changed = propose_votes(&file, &known);
    assert_eq!((changed.unchanged, changed.supplied.len()), (0, 1));
    assert!(
        changed
            .held
            .iter()
            .any(|held| held.why.contains("other votes"))
    );
}

#[test]
fn what_waited_is_settled_by_its_own_document_or_by_one_that_lacks_no_row() {
    let table = invented().replace("XQX,FREEDONIA", "TGO,TOGO");
    let ctbt = common::treaty("ctbt");
    let waiting = VoteWaiting {
        treaty: &ctbt,
        resolution: "A/RES/90/2",
        value: "XQX FREEDONIA",
    };
    let settles = |table: &str, known: &[(EntryId, RollCall)], same: bool| {
        let file = read(table.as_bytes(), None);
        propose_votes(&file, known).settles(&file, &waiting, same)
    };
    assert!(settles(&table, &[], true) && settles(&table, &[], false));
    // Where no totals are printed, a row may be missing.
    let bare = table.replace(",3.0,0.0,0.0,0.0,3.0,", ",,,,,,");
    assert!(settles(&bare, &[], true) && !settles(&bare, &[], false));
    // Held back again, or not there, it waits on.
    assert!(!settles(&invented(), &[], true));
    let without: String = table
        .lines()
        .filter(|row| !row.starts_with("2,"))
        .map(|row| format!("{row}\n"))
        .collect();
    assert!(!settles(&without, &[], true));
    // So it does where the record has other votes, and the roll call waits whole.
    let mut other = read(table.as_bytes(), None).calls.swap_remove(1).call;
    other.no = std::mem::take(&mut other.yes);
    let known = [(EntryId(uuid::Uuid::from_u128(1)), other)];
    assert!(!settles(&table, &known, true));
}

#[test]
fn a_completed_roll_call_keeps_what_the_record_says_of_it_beside_its_votes() {
    let file = read(invented().as_bytes(), None);
    let mut on_record = file.calls[0].call.clone();
    on_record.yes.pop();
    on_record.note = Some("as a person put it".to_owned());
    on_record.session = None;
    let known = [(EntryId(uuid::Uuid::from_u128(1)), on_record)];
    let proposed = propose_votes(&file, &known);
    let whole = RollCall {
        note: Some("as a person put it".to_owned()),
        ..file.calls[0].call.clone()
    };
    assert_eq!(proposed.supplied[0].1.call, whole);
}

#[test]
fn what_is_no_file_of_votes_is_refused() {
    let facts = Facts::read();
    let asked = VotesAsked {
        names: &facts,
        treaty: None,
    };
    for wrong in [&b""[..], b"a,b\n1,2\n", b"\xff\xfe"] {
        assert!(read_votes_csv("votes.csv", wrong, &asked).is_err());
    }
    // The file of March 2025 has no column of notes, others a mark of their byte order.
    let text = invented();
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut less = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
    for row in rows.records().map(Result::unwrap) {
        less.write_record(
            row.iter()
                .enumerate()
                .filter(|(at, _)| *at != 13)
                .map(|(_, field)| field),
        )
        .unwrap();
    }
    assert_eq!(
        read(&less.into_inner().unwrap(), None),
        read(invented().as_bytes(), None)
    );
}

/// The rows of two resolutions of the official file, and all of set B in its layout.
#[test]
fn the_real_votes_are_read_whole() {
    if let Some(sample) = common::shared("data/undl_ga_voting_bulk_sample.csv") {
        let file = read(&std::fs::read(sample).unwrap(), None);
        assert_eq!((file.calls.len(), file.passed_over), (0, 2));
    }
    let Some(all) = common::shared("data/undl_bulk_layout_ccm_ctbt.csv.zst") else {
        return;
    };
    let unpacked = Command::new("zstd").arg("-dcq").arg(all).output().unwrap();
    assert!(unpacked.status.success());
    let file = read(&unpacked.stdout, None);
    assert_eq!((file.calls.len(), file.passed_over), (20, 0));
    let held: Vec<_> = file
        .held
        .iter()
        .map(|held| (&held.value, &held.why))
        .collect();
    assert!(held.is_empty(), "{held:?}");
    for one in &file.calls {
        let call = &one.call;
        assert_eq!(
            call.yes.len() + call.no.len() + call.abstain.len() + call.absent.len(),
            193,
            "{}",
            call.resolution
        );
    }
    let last = file
        .calls
        .iter()
        .find(|one| one.call.resolution == "A/RES/79/58")
        .unwrap();
    assert_eq!(
        (
            last.call.yes.len(),
            last.call.no.len(),
            last.call.abstain.len()
        ),
        (121, 1, 33)
    );
}
