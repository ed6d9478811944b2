//! Recorded votes of the General Assembly, from the bulk file of the UN Digital Library (record 4060887): a row
//! for each member and resolution. All rows of one control number are one roll call.
//!
//! Which treaty a resolution is about, its title says: [`TITLES`] has the titles that are known. What a row names
//! that is nobody's waits; a roll call whose rows do not give the totals printed with them waits whole.

use std::collections::{BTreeMap, BTreeSet};

use csv::StringRecord;
use jiff::civil::Date;
use ledger::EntryId;
use ledger::body::RollCall;
use ledger::body::vocabulary::VotingBody;
use serde::Serialize;
use treaty::{PartialDate, ParticipantId, TreatyId};

use crate::error::{Position, ReadError, What};
use crate::jotting::{Names, folded};
use crate::row::unreadable;

/// The titles of resolutions on treaties, without their usual ending; case, accents and punctuation aside.
pub const TITLES: &[(&str, &[&str])] = &[
    (
        "ccm",
        &["Implementation of the Convention on Cluster Munitions"],
    ),
    ("ctbt", &["Comprehensive Nuclear-Test-Ban Treaty"]),
    (
        "apmbc",
        &[
            "Implementation of the Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of Anti-Personnel Mines and on Their Destruction",
            "Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of Anti-Personnel Mines and on Their Destruction",
        ],
    ),
    ("tpnw", &["Treaty on the Prohibition of Nuclear Weapons"]),
    ("att", &["The Arms Trade Treaty"]),
    (
        "cwc",
        &[
            "Implementation of the Convention on the Prohibition of the Development, Production, Stockpiling and Use of Chemical Weapons and on Their Destruction",
        ],
    ),
    (
        "ccw",
        &[
            "Convention on Prohibitions or Restrictions on the Use of Certain Conventional Weapons Which May Be Deemed to Be Excessively Injurious or to Have Indiscriminate Effects",
        ],
    ),
];

/// The columns that must be there.
const REQUIRED: [&str; 7] = [
    "undl_id",
    "ms_code",
    "ms_name",
    "ms_vote",
    "date",
    "resolution",
    "title",
];

/// What a reader of votes must know beside the file.
#[derive(Clone, Copy)]
pub struct VotesAsked<'a> {
    /// The names on record.
    pub names: &'a dyn Names,
    /// The treaty that every resolution of the file is about, where a person says so.
    pub treaty: Option<&'a TreatyId>,
}

/// A roll call as a file has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Called {
    /// The line of its first row, from 1.
    pub line: u64,
    /// The roll call.
    pub call: RollCall,
    /// The address of its record.
    pub url: Option<String>,
    /// By which words of the table its treaty was found; `None`: a person said it.
    pub by_title: Option<String>,
    /// Whether the file prints all four totals of it; its rows give them then, so that none is missing.
    pub whole: bool,
}

/// Something that waits for a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VoteHeld {
    /// The line, from 1.
    pub line: u64,
    /// The resolution.
    pub resolution: String,
    /// The treaty it is about.
    pub treaty: TreatyId,
    /// What stands there.
    pub value: String,
    /// Why it waits.
    pub why: String,
}

/// A file of votes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct VotesFile {
    /// The file, as the caller named it.
    pub file: String,
    /// The roll calls, in the order of their days.
    pub calls: Vec<Called>,
    /// What waits.
    pub held: Vec<VoteHeld>,
    /// How many resolutions are on no treaty of the record.
    pub passed_over: usize,
}

/// The treaty that a title is about, and the words of the table that say so.
fn treaty_of(title: &str, asked: &VotesAsked<'_>) -> Option<(TreatyId, Option<String>)> {
    if let Some(treaty) = asked.treaty {
        return Some((treaty.clone(), None));
    }
    let bare = plain(title);
    TITLES.iter().find_map(|(id, titles)| {
        let words = titles.iter().find(|known| plain(known) == bare)?;
        Some((asked.names.treaty(id)?, Some((*words).to_owned())))
    })
}

fn plain(title: &str) -> String {
    folded(title)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// A title without ` : resolution / adopted by the General Assembly`, which is misspelt at times.
fn bare(title: &str) -> &str {
    let end = [" : resolution", ": resolution", " :resolution"]
        .iter()
        .filter_map(|end| title.find(end))
        .min();
    title[..end.unwrap_or(title.len())].trim()
}

/// One roll call while its rows are read.
struct Open {
    called: Called,
    /// How often each vote stands in it: yes, no, abstentions, non-voting.
    counted: [u32; 4],
    printed: [Option<u32>; 4],
    voted: BTreeSet<ParticipantId>,
    twice: Option<ParticipantId>,
}

/// Reads a file of votes.
///
/// # Errors
///
/// [`ReadError`] for a file that is no such table.
pub fn read_votes_csv(
    name: &str,
    bytes: &[u8],
    asked: &VotesAsked<'_>,
) -> Result<VotesFile, ReadError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::new(name, What::Empty));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let headers = reader
        .headers()
        .map_err(|error| unreadable(name, &error))?
        .clone();
    let columns = columns(name, &headers)?;
    let mut file = VotesFile {
        file: name.to_owned(),
        ..VotesFile::default()
    };
    let (mut open, mut passed) = (BTreeMap::<String, Open>::new(), BTreeSet::new());
    let mut record = StringRecord::new();
    while reader
        .read_record(&mut record)
        .map_err(|error| unreadable(name, &error))?
    {
        let row = VoteRow {
            line: record.position().map_or(0, csv::Position::line),
            columns: &columns,
            record: &record,
        };
        match treaty_of(bare(row.field("title")), asked) {
            None => {
                passed.insert(row.field("undl_id").to_owned());
            }
            Some((treaty, by_title)) => {
                row.take(&mut open, &mut file.held, asked, treaty, by_title)
            }
        }
    }
    file.passed_over = passed.len();
    for one in open.into_values() {
        match one.wrong() {
            Some(why) => file.held.push(VoteHeld {
                line: one.called.line,
                resolution: one.called.call.resolution.clone(),
                treaty: one.called.call.treaty.clone(),
                value: one.called.call.resolution,
                why,
            }),
            None => file.calls.push(one.called),
        }
    }
    file.calls
        .sort_by(|a, b| (a.call.on, &a.call.resolution).cmp(&(b.call.on, &b.call.resolution)));
    file.held.sort_by_key(|held| held.line);
    Ok(file)
}

fn columns(file: &str, headers: &StringRecord) -> Result<BTreeMap<String, usize>, ReadError> {
    let all = headers.iter().enumerate();
    let columns: BTreeMap<String, usize> = all
        .map(|(at, name)| (name.trim().to_lowercase(), at))
        .collect();
    let missing: Vec<_> = REQUIRED
        .iter()
        .copied()
        .filter(|column| !columns.contains_key(*column))
        .collect();
    if missing.is_empty() {
        return Ok(columns);
    }
    let what = What::Malformed {
        what: "columns of the voting data are missing".to_owned(),
        value: missing.join(", "),
    };
    Err(ReadError::at(file, what, Position { line: 1, column: 1 }))
}

struct VoteRow<'r> {
    line: u64,
    columns: &'r BTreeMap<String, usize>,
    record: &'r StringRecord,
}

impl VoteRow<'_> {
    fn field(&self, column: &str) -> &str {
        let at = self.columns.get(column);
        at.and_then(|at| self.record.get(*at)).map_or("", str::trim)
    }

    /// A total as it is printed: `166.0`.
    fn total(&self, column: &str) -> Option<u32> {
        let text = self.field(column);
        let whole = text.strip_suffix(".0").unwrap_or(text);
        whole.parse().ok()
    }

    fn hold(&self, held: &mut Vec<VoteHeld>, treaty: &TreatyId, value: &str, why: &str) {
        held.push(VoteHeld {
            line: self.line,
            resolution: self.field("resolution").to_owned(),
            treaty: treaty.clone(),
            value: value.to_owned(),
            why: why.to_owned(),
        });
    }

    fn take(
        &self,
        open: &mut BTreeMap<String, Open>,
        held: &mut Vec<VoteHeld>,
        asked: &VotesAsked<'_>,
        treaty: TreatyId,
        by_title: Option<String>,
    ) {
        let on = match self.field("date").parse::<Date>() {
            Ok(day) => PartialDate::Day(day),
            Err(_) => {
                let why = "a day is needed here, as 2024-12-02";
                return self.hold(held, &treaty, self.field("date"), why);
            }
        };
        let key = format!("{} {}", self.field("undl_id"), self.field("resolution"));
        let one = open
            .entry(key)
            .or_insert_with(|| self.begin(on, treaty.clone(), by_title));
        let vote = match self.field("ms_vote") {
            "Y" => 0,
            "N" => 1,
            "A" => 2,
            "X" | "" => 3,
            other => {
                let why = "a vote is Y, N, A or X";
                return self.hold(held, &treaty, other, why);
            }
        };
        one.counted[vote] += 1;
        let (code, name) = (self.field("ms_code"), self.field("ms_name"));
        let by_code = Some(code).filter(|code| code.len() == 3);
        let known = by_code.and_then(|code| asked.names.participant(code));
        let Some(who) = known.or_else(|| asked.names.participant(name)) else {
            let why = "no participant of that code or name is on record; its vote waits";
            return self.hold(held, &treaty, &format!("{code} {name}"), why);
        };
        if !one.voted.insert(who) {
            one.twice = Some(who);
        }
        let call = &mut one.called.call;
        let lists = [
            &mut call.yes,
            &mut call.no,
            &mut call.abstain,
            &mut call.absent,
        ];
        for (at, list) in lists.into_iter().enumerate() {
            if at == vote {
                let place = list.partition_point(|other| *other < who);
                list.insert(place, who);
            }
        }
    }

    fn begin(&self, on: PartialDate, treaty: TreatyId, by_title: Option<String>) -> Open {
        let text = |column| Some(self.field(column).to_owned()).filter(|text| !text.is_empty());
        let title = Some(bare(self.field("title")).to_owned());
        let totals = [
            "total_yes",
            "total_no",
            "total_abstentions",
            "total_non_voting",
        ];
        let printed = totals.map(|column| self.total(column));
        Open {
            called: Called {
                line: self.line,
                call: RollCall {
                    treaty,
                    resolution: self.field("resolution").to_owned(),
                    title: title.filter(|title| !title.is_empty()),
                    body: VotingBody::Plenary,
                    part: None,
                    on,
                    session: text("session"),
                    yes: Vec::new(),
                    no: Vec::new(),
                    abstain: Vec::new(),
                    absent: Vec::new(),
                    note: text("vote_note"),
                },
                url: text("undl_link"),
                by_title,
                whole: printed.iter().all(Option::is_some),
            },
            counted: [0; 4],
            printed,
            voted: BTreeSet::new(),
            twice: None,
        }
    }
}

impl Open {
    /// Why it cannot be believed as it stands.
    fn wrong(&self) -> Option<String> {
        if self.called.call.resolution.is_empty() {
            return Some("the symbol of the resolution is missing".to_owned());
        }
        if let Some(twice) = self.twice {
            return Some(format!("{twice} votes twice in it"));
        }
        let counted = self.counted;
        let differs = self
            .printed
            .iter()
            .zip(counted)
            .any(|(printed, counted)| printed.is_some_and(|printed| printed != counted));
        differs.then(|| {
            let printed = self.printed.map(|one| one.map_or_else(|| "?".to_owned(), |one| one.to_string()));
            format!(
                "its rows give {}-{}-{} and {} not voting, the file prints {}-{}-{} and {}: rows are missing",
                counted[0], counted[1], counted[2], counted[3], printed[0], printed[1], printed[2], printed[3],
            )
        })
    }
}

/// What a file of votes gives against the record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VotesProposed {
    /// Roll calls that are not on record.
    pub added: Vec<Called>,
    /// How many are on record as the file has them.
    pub unchanged: u32,
    /// Roll calls on record that leave votes out which the file has, completed: each a correction of that entry.
    pub supplied: Vec<(EntryId, Called)>,
    /// What waits.
    pub held: Vec<VoteHeld>,
}

/// Compares a file of votes with the roll calls on record.
pub fn propose_votes(file: &VotesFile, known: &[(EntryId, RollCall)]) -> VotesProposed {
    let mut proposed = VotesProposed {
        held: file.held.clone(),
        ..VotesProposed::default()
    };
    let key = |call: &RollCall| {
        (
            call.treaty.clone(),
            call.resolution.clone(),
            call.body,
            call.part.clone(),
        )
    };
    let there: BTreeMap<_, _> = known
        .iter()
        .map(|(id, call)| (key(call), (*id, call)))
        .collect();
    for one in &file.calls {
        match there.get(&key(&one.call)) {
            None => proposed.added.push(one.clone()),
            Some((_, same)) if within(&one.call, same) => proposed.unchanged += 1,
            Some((id, less)) if within(less, &one.call) => {
                let call = completed(less, &one.call);
                proposed.supplied.push((*id, Called { call, ..one.clone() }));
            }
            Some(_) => proposed.held.push(VoteHeld {
                line: one.line,
                resolution: one.call.resolution.clone(),
                treaty: one.call.treaty.clone(),
                value: one.call.resolution.clone(),
                why: "the record has other votes of this resolution; a person must say which hold".to_owned(),
            }),
        }
    }
    proposed
}

impl VotesProposed {
    /// Whether `value`, which waited in a roll call, waits no more once this is recorded. `file` is what it was
    /// made of; `same` says that the value waited from this very document.
    ///
    /// The roll call must be there and come to stand on record. Another document settles what waited only where
    /// no row of the roll call is missing from it: the row in question is among them, and is placed.
    pub fn settles(&self, file: &VotesFile, waiting: &VoteWaiting<'_>, same: bool) -> bool {
        let called = file.calls.iter().find(|one| {
            one.call.treaty == *waiting.treaty && one.call.resolution == waiting.resolution
        });
        let still = self.held.iter().any(|held| {
            waiting.is(held) || waiting.is_in(held) && held.value == held.resolution
        });
        called.is_some_and(|one| same || one.whole) && !still
    }
}

/// What waits in a roll call since an earlier reading, whatever line it stood on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VoteWaiting<'a> {
    /// The treaty that the resolution is about.
    pub treaty: &'a TreatyId,
    /// The resolution.
    pub resolution: &'a str,
    /// What stands there.
    pub value: &'a str,
}

impl VoteWaiting<'_> {
    /// Whether this is what a file holds back.
    pub fn is(&self, held: &VoteHeld) -> bool {
        self.is_in(held) && held.value == self.value
    }

    fn is_in(&self, held: &VoteHeld) -> bool {
        held.treaty == *self.treaty && held.resolution == self.resolution
    }
}

/// A roll call on record with all votes of a file; what else it says stands, and is added where it says nothing.
fn completed(less: &RollCall, file: &RollCall) -> RollCall {
    let less = less.clone();
    RollCall {
        title: less.title.or_else(|| file.title.clone()),
        session: less.session.or_else(|| file.session.clone()),
        note: less.note.or_else(|| file.note.clone()),
        ..file.clone()
    }
}

/// Whether every vote of one is a vote of the other.
fn within(part: &RollCall, whole: &RollCall) -> bool {
    let lists = |call: &RollCall| {
        [
            call.yes.clone(),
            call.no.clone(),
            call.abstain.clone(),
            call.absent.clone(),
        ]
    };
    part.on == whole.on
        && lists(part)
            .iter()
            .zip(lists(whole))
            .all(|(part, whole)| part.iter().all(|one| whole.contains(one)))
}
