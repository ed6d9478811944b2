//! A record for tests: the project's own facts, and what proposals add to them.
#![allow(dead_code, reason = "each test file uses its part")]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::wildcard_enum_match_arm,
    reason = "this is test code"
)]
#![allow(unreachable_pub, reason = "shared by several test files")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use intake::{EntryKind, Intake, KeptEntry, KnownTreaty, OnRecord, Proposal, Record};
use ledger::body::{PrintedCount, Quarantined};
use ledger::{Body, EntryId};
use treaty::{Act, Kind, Law, ParticipantId, TreatyId};
use unicode_normalization::UnicodeNormalization as _;

/// A record of participants, treaties and acts.
#[derive(Default)]
pub struct Sheet {
    names: BTreeMap<String, ParticipantId>,
    unlisted: BTreeSet<ParticipantId>,
    treaties: Vec<KnownTreaty>,
    acts: Vec<OnRecord>,
    counts: Vec<PrintedCount>,
    waiting: Vec<Quarantined>,
    entries: Vec<KeptEntry>,
    /// Whether every code is somebody's.
    pub everybody: bool,
    last: u128,
}

pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The folder of data that is not part of the project: by `ACCEDE_SHARED`, or beside it. Says so
/// where it is absent; with `ACCEDE_REQUIRE_ALL=1` that is a failure.
///
/// `what` is a path below that folder.
pub fn shared(what: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("ACCEDE_SHARED")
        .map_or_else(|| project().join("../shared"), PathBuf::from);
    let file = folder.join(what);
    if file.exists() {
        return Some(file);
    }
    let told = format!("SKIPPED: {what} needs the data folder (set ACCEDE_SHARED)\n");
    // Past the test runner's capture, so that it is seen.
    std::io::stderr().write_all(told.as_bytes()).unwrap();
    assert!(
        std::env::var_os("ACCEDE_REQUIRE_ALL").is_none_or(|all| all != "1"),
        "{} is missing, and ACCEDE_REQUIRE_ALL is set",
        file.display()
    );
    None
}

pub fn fixture(name: &str) -> Vec<u8> {
    let path = project().join("fixtures/intake").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn table(name: &str) -> Vec<BTreeMap<String, String>> {
    let path = project().join("facts").join(name);
    let mut reader = csv::Reader::from_path(&path).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

fn plain(name: &str) -> String {
    name.nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .collect::<String>()
        .to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

pub fn id(code: &str) -> ParticipantId {
    code.parse().unwrap()
}

pub fn treaty(name: &str) -> TreatyId {
    name.parse().unwrap()
}

impl Sheet {
    /// An invented participant.
    pub fn name(&mut self, name: &str, code: &str) {
        self.names.insert(plain(name), id(code));
    }

    /// An invented State that no longer exists.
    pub fn former(&mut self, name: &str, code: &str) {
        self.name(name, code);
        self.unlisted.insert(id(code));
    }

    /// The participants of the facts, and nothing else.
    pub fn participants() -> Sheet {
        let mut sheet = Sheet::default();
        for row in table("participants.csv") {
            let code = id(&row["code"]);
            for (column, name) in &row {
                if column.starts_with("name_") && !name.is_empty() {
                    sheet.names.insert(plain(name), code);
                }
            }
            if matches!(row["status"].as_str(), "former" | "not-counted") {
                sheet.unlisted.insert(code);
            }
        }
        for row in table("names.csv") {
            sheet.names.insert(plain(&row["name"]), id(&row["code"]));
        }
        sheet
    }

    /// The participants and the treaties of the facts, without any act.
    pub fn without_acts() -> Sheet {
        let mut sheet = Sheet::participants();
        let folder = project().join("facts/treaties");
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().path())
            .collect();
        files.sort();
        for file in files {
            let text = std::fs::read_to_string(&file).unwrap();
            sheet.add_treaty(&Law::parse(&file.display().to_string(), &text).unwrap());
        }
        sheet
    }

    /// All of the facts.
    pub fn facts() -> Sheet {
        let mut sheet = Sheet::without_acts();
        for row in table("acts.csv") {
            let act = Act::new(
                treaty(&row["treaty"]),
                id(&row["iso3"]),
                row["act"].parse().unwrap(),
                row["date"].parse().unwrap(),
            );
            sheet.record(act, !row["doubt"].is_empty());
        }
        sheet
    }

    /// A treaty of which nothing but its id is known.
    pub fn law(&mut self, name: &str) {
        self.treaties.push(KnownTreaty {
            id: treaty(name),
            title: name.to_owned(),
            mtdsg: None,
            unoda: None,
            registration: None,
            parent: None,
        });
    }

    /// An entry that is no act.
    pub fn entry(&mut self, body: Body) {
        self.last += 1;
        let entry = EntryId(uuid::Uuid::from_u128(self.last));
        self.entries.push(KeptEntry { entry, body });
    }

    /// The meetings and plans that these bodies name, where they are not of a kind themselves.
    pub fn all_named(&mut self, bodies: &[&Body]) {
        for body in bodies {
            if let Body::Statement(said) = body
                && let Some(at) = &said.at
            {
                self.entry(Body::Meeting(ledger::body::Meeting {
                    treaty: said.treaty.clone(),
                    kind: at.kind.nfc().collect(),
                    number: at.number.as_ref().map(|number| number.nfc().collect()),
                    start: said.on,
                    end: None,
                    place: None,
                    presidents: None,
                    note: Some("named by a statement".to_owned()),
                }));
            }
            if let Body::Document(document) = body
                && let Some(at) = &document.at
            {
                self.entry(Body::Meeting(ledger::body::Meeting {
                    treaty: at.treaty.clone(),
                    kind: at.kind.nfc().collect(),
                    number: at.number.as_ref().map(|number| number.nfc().collect()),
                    start: treaty::PartialDate::Year(2020),
                    end: None,
                    place: None,
                    presidents: None,
                    note: Some("named by a document".to_owned()),
                }));
            }
            if let Body::PlanAction(action) = body {
                self.entry(Body::Plan(ledger::body::Plan {
                    treaty: action.treaty.clone(),
                    plan: action.plan.nfc().collect(),
                    title: "named by an action".to_owned(),
                    short: None,
                    adopted: None,
                    until: None,
                    goal: None,
                    note: None,
                }));
            }
        }
    }

    fn add_treaty(&mut self, law: &Law) {
        self.treaties.push(KnownTreaty {
            id: law.id.clone(),
            title: law.title.get(treaty::Lang::En).to_owned(),
            mtdsg: law.mtdsg.clone(),
            unoda: law.unoda.clone(),
            registration: law.registration.clone(),
            parent: law.parent.clone(),
        });
    }

    pub fn record(&mut self, act: Act, disputed: bool) {
        self.last += 1;
        let entry = EntryId(uuid::Uuid::from_u128(self.last));
        self.acts.push(OnRecord {
            entry,
            act,
            disputed,
        });
    }

    pub fn act(&mut self, treaty_id: &str, by: &str, kind: Kind, on: &str) {
        self.record(
            Act::new(treaty(treaty_id), id(by), kind, on.parse().unwrap()),
            false,
        );
    }

    /// Records every proposal, as the clerk would.
    pub fn take(&mut self, intake: &Intake) {
        for Proposal { body, .. } in intake.proposals() {
            match body {
                Body::Act(act) => self.record(act.clone(), false),
                Body::Treaty(file) => {
                    self.add_treaty(&Law::parse("import", &file.text).unwrap())
                }
                Body::PrintedCount(count) => self.counts.push(count.clone()),
                Body::Quarantined(held) => self.waiting.push(held.clone()),
                Body::Correction(correction) => {
                    let Body::Act(act) = &*correction.body else {
                        panic!("a corrected act")
                    };
                    let known = self
                        .acts
                        .iter_mut()
                        .find(|known| known.entry == correction.of);
                    known.unwrap().act = act.clone();
                }
                Body::Dispute(dispute) => {
                    assert!(dispute.counts, "a page that forgets does not undo history");
                    let known = self.acts.iter_mut().find(|known| known.entry == dispute.of);
                    known.unwrap().disputed = true;
                }
                other => panic!("a reader proposes no such entry: {other:?}"),
            }
        }
    }

    /// The acts on record under a treaty, as lines.
    pub fn lines(&self, treaty_id: &str) -> Vec<String> {
        self.acts
            .iter()
            .filter(|known| known.act.treaty == treaty(treaty_id))
            .map(|known| line(&known.act))
            .collect()
    }
}

/// `2008-05-01 signature XAA`.
pub fn line(act: &Act) -> String {
    format!("{} {} {}", act.on, act.kind, act.by)
}

/// The acts added, words left out, as sorted lines.
pub fn added(intake: &Intake) -> Vec<String> {
    let mut lines: Vec<_> = intake
        .acts()
        .filter(|act| !act.kind.is_words_only())
        .map(line)
        .collect();
    lines.sort();
    lines
}

impl Record for Sheet {
    fn resolve(&self, name: &str) -> Option<ParticipantId> {
        self.names.get(&plain(name)).copied()
    }

    fn is_registered(&self, id: ParticipantId) -> bool {
        self.everybody || self.names.values().any(|known| *known == id)
    }

    fn is_unlisted(&self, id: ParticipantId) -> bool {
        self.unlisted.contains(&id)
    }

    fn treaties(&self) -> Vec<KnownTreaty> {
        self.treaties.clone()
    }

    fn acts(&self, treaty: &TreatyId) -> Vec<OnRecord> {
        self.acts
            .iter()
            .filter(|known| known.act.treaty == *treaty)
            .cloned()
            .collect()
    }

    fn entries(&self, kind: EntryKind) -> Vec<KeptEntry> {
        let entries = self.entries.iter();
        entries
            .filter(|kept| kind.is(&kept.body))
            .cloned()
            .collect()
    }

    fn printed_counts(&self, treaty: &TreatyId) -> Vec<PrintedCount> {
        self.counts
            .iter()
            .filter(|count| count.treaty == *treaty)
            .cloned()
            .collect()
    }

    fn quarantined(&self) -> Vec<Quarantined> {
        self.waiting.clone()
    }

    fn refusal(&self, act: &Act, others: &[Act]) -> Option<String> {
        let signed = others.iter().any(|other| other.kind.is_signature());
        (act.kind == Kind::Accession && signed).then(|| {
            "a signatory ratifies; accession is for those that have not signed".to_owned()
        })
    }
}
