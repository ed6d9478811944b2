//! A second witness for the counts: taken from the shipped acts in the plainest way there is, by
//! the day of deposit and for today's participants alone, beside what the fold computes.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its files must stop there"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::civil::Date;
use ledger::body::{Counted, Membership, PrintedCount};
use ledger::{Body, EntryId};
use treaty::participant::Status;
use treaty::{Act, Kind, ParticipantId};

type States = BTreeSet<ParticipantId>;

/// What is shipped and not in doubt.
struct Shipped {
    acts: Vec<Act>,
    today: States,
    annex_2: States,
    printed: Vec<PrintedCount>,
}

impl Shipped {
    fn read() -> Shipped {
        let entries = shipped::entries().unwrap();
        let in_doubt: BTreeSet<EntryId> = entries
            .iter()
            .filter_map(|entry| {
                if let Body::Dispute(doubt) = &entry.body {
                    Some(doubt.of)
                } else {
                    None
                }
            })
            .collect();
        let mut shipped = Shipped {
            acts: Vec::new(),
            today: States::new(),
            annex_2: States::new(),
            printed: Vec::new(),
        };
        for entry in entries
            .into_iter()
            .filter(|entry| !in_doubt.contains(&entry.id))
        {
            shipped.take(entry.body);
        }
        shipped
    }

    fn take(&mut self, body: Body) {
        if let Body::Act(act) = body {
            self.acts.push(act);
        } else if let Body::Participant(who) = body {
            if matches!(who.status, Status::State | Status::Organisation) {
                self.today.insert(who.id);
            }
        } else if let Body::Membership(Membership { by, group, .. }) = body {
            if group == "ctbt-annex-2" {
                self.annex_2.insert(by);
            }
        } else if let Body::PrintedCount(count) = body {
            self.printed.push(count);
        }
    }

    fn with(&self, treaty: &str, kinds: impl Fn(Kind) -> bool, on: Date) -> States {
        self.acts
            .iter()
            .filter(|act| act.treaty.as_str() == treaty && kinds(act.kind))
            .filter(|act| act.on.day().is_some_and(|day| day <= on))
            .map(|act| act.by)
            .filter(|by| self.today.contains(by))
            .collect()
    }

    fn signatures(&self, treaty: &str, on: Date, drop_withdrawn: bool) -> States {
        let mut signed = self.with(treaty, Kind::is_signature, on);
        if drop_withdrawn {
            let left = self.with(treaty, |kind| kind == Kind::WithdrawalEffective, on);
            signed.retain(|by| !left.contains(by));
        }
        signed
    }

    fn consents(&self, treaty: &str, on: Date) -> States {
        let ends = |kind| {
            matches!(
                kind,
                Kind::WithdrawalEffective | Kind::RatificationWithdrawn
            )
        };
        let over = self.with(treaty, ends, on);
        let mut consents = self.with(treaty, Kind::is_consent, on);
        consents.retain(|by| !over.contains(by));
        consents
    }
}

/// The rows of one of the files of checks, by column.
fn rows(file: &str) -> Vec<BTreeMap<String, String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../facts")
        .join(file);
    csv::Reader::from_path(path)
        .unwrap()
        .deserialize()
        .map(Result::unwrap)
        .collect()
}

fn day(row: &BTreeMap<String, String>, column: &str) -> Date {
    row[column].parse().unwrap()
}

fn states(text: &str) -> States {
    text.split_whitespace()
        .map(|code| code.parse().unwrap())
        .collect()
}

#[test]
fn every_known_count_comes_out() {
    let (shipped, rows) = (Shipped::read(), rows("checks.csv"));
    assert_eq!(rows.len(), 52);
    for row in rows {
        let (treaty, on) = (row["treaty"].as_str(), day(&row, "on"));
        let signed = shipped.signatures(treaty, on, row["drop_withdrawn"] == "yes");
        let consents = shipped.consents(treaty, on);
        let only = signed.difference(&consents).count();
        let found = [
            ("signatures", signed.len()),
            ("consents", consents.len()),
            ("signatories_only", only),
        ];
        for (column, found) in found {
            if !row[column].is_empty() {
                assert_eq!(row[column], found.to_string(), "{column} of {row:?}");
            }
        }
    }
}

#[test]
fn every_single_fact_is_there() {
    let (shipped, rows) = (Shipped::read(), rows("checks_single.csv"));
    assert_eq!(rows.len(), 13);
    for row in rows {
        let (treaty, on, expected) = (row["treaty"].as_str(), day(&row, "on"), &row["states"]);
        let signed = |on| shipped.signatures(treaty, on, false);
        match row["what"].as_str() {
            "act_on" => {
                let kind: Kind = row["act"].parse().unwrap();
                let days: Vec<_> = shipped
                    .acts
                    .iter()
                    .filter(|act| act.treaty.as_str() == treaty && act.kind == kind)
                    .filter(|act| act.by.as_str() == expected)
                    .map(|act| act.on.day())
                    .collect();
                assert_eq!(days, [Some(on)], "{row:?}");
            }
            "signed_between" => {
                let before = signed(day(&row, "from"));
                let joined: States = signed(on).difference(&before).copied().collect();
                assert_eq!(joined, states(expected), "{row:?}");
            }
            "consented_between" => {
                let before = shipped.consents(treaty, day(&row, "from"));
                let joined = shipped
                    .consents(treaty, on)
                    .difference(&before)
                    .copied()
                    .collect();
                assert_eq!(states(expected), joined, "{row:?}");
            }
            "annex2_without_consent" => {
                let there = shipped.consents(treaty, on);
                let lacking = shipped.annex_2.difference(&there).copied().collect();
                assert_eq!(states(expected), lacking, "{row:?}");
            }
            "annex2_without_signature" => {
                let lacking = shipped.annex_2.difference(&signed(on)).copied().collect();
                assert_eq!(states(expected), lacking, "{row:?}");
            }
            "consents_reach" => {
                let number: usize = row["count"].parse().unwrap();
                let before = shipped.consents(treaty, on.yesterday().unwrap()).len();
                let then = shipped.consents(treaty, on).len();
                assert!(
                    before < number && number <= then,
                    "{row:?}: {before}, then {then}"
                );
            }
            other => panic!("`{other}` is no kind of check"),
        }
    }
}

#[test]
fn every_printed_count_comes_out() {
    let shipped = Shipped::read();
    assert!(shipped.printed.len() > 50);
    for count in &shipped.printed {
        let treaty = count.treaty.as_str();
        // A depositary's list leaves out those that have left.
        let signed = shipped.signatures(treaty, count.on, true);
        let consents = shipped.consents(treaty, count.on);
        let found = match count.what {
            Counted::Signatures => signed.len(),
            Counted::Consents => consents.len(),
            Counted::SignatoriesOnly => signed.difference(&consents).count(),
            Counted::Parties => panic!("no source printed this: {count:?}"),
        };
        assert_eq!(found, count.count as usize, "{count:?}");
    }
}
