//! Entries that a person brings, in an entries file, against the record.
//!
//! What names somebody, a meeting or a plan that is not on record waits in quarantine with its place,
//! and so does what the record says otherwise: a person decides. The rest is taken.

use std::collections::{BTreeMap, BTreeSet};

use ledger::body::{Correction, Quarantined};
use ledger::{Body, EntryId};
use treaty::{ParticipantId, Source, TreatyId};

use crate::entries::{EntriesFile, EntryKind, EntryRow};
use crate::entries_field::{Cells, Holds, parts};
use crate::intake::{Held, Intake, Origin, Proposal, Supplied};
use crate::propose_acts::source;
use crate::record::Record;

/// Compares an entries file with a record.
///
/// Rows without a source of their own get the file's. Rows that cannot be read are in
/// [`Intake::refused`]; then nothing is proposed.
pub fn propose_entries(file: &EntriesFile, origin: &Origin, record: &dyn Record) -> Intake {
    let mut comparison = Comparison::new(file, origin, record);
    comparison.intake.refused.clone_from(&file.errors);
    for unplaced in &file.unplaced {
        let place = format!("line {}, column `{}`", unplaced.line, unplaced.column);
        let why = "no participant of that name is on record";
        let held = Held::new(place, unplaced.value.clone(), why);
        comparison.hold(unplaced.treaty.as_ref(), held, None);
    }
    for row in &file.rows {
        comparison.take(row);
    }
    comparison.intake
}

struct Comparison<'c> {
    kind: EntryKind,
    origin: &'c Origin,
    record: &'c dyn Record,
    treaties: BTreeSet<TreatyId>,
    /// The entries on record, by what names the thing they are of.
    known: BTreeMap<Vec<String>, Vec<(EntryId, Cells)>>,
    /// Rows of the file that are taken already.
    taken: BTreeSet<Cells>,
    /// The meetings or plans that rows of this kind may name.
    named: BTreeSet<[String; 3]>,
    waiting: Vec<Quarantined>,
    intake: Intake,
}

impl<'c> Comparison<'c> {
    fn new(file: &EntriesFile, origin: &'c Origin, record: &'c dyn Record) -> Comparison<'c> {
        let kind = file.kind;
        let mut known = BTreeMap::<_, Vec<_>>::new();
        for kept in record.entries(kind) {
            let Some(cells) = kind.cells(&kept.body) else {
                continue;
            };
            let key = owned(&kind.key(&cells));
            known.entry(key).or_default().push((kept.entry, cells));
        }
        Comparison {
            kind,
            origin,
            record,
            treaties: record.treaties().into_iter().map(|one| one.id).collect(),
            known,
            taken: BTreeSet::new(),
            named: nameable(kind, record),
            waiting: record.quarantined(),
            intake: Intake {
                file: file.file.clone(),
                kind: Some(kind),
                ..Intake::default()
            },
        }
    }

    fn take(&mut self, row: &EntryRow) {
        let Some(cells) = self.kind.cells_as_kept(&row.sourced.body) else {
            return;
        };
        let key = owned(&self.kind.key(&cells));
        let same = self.known.get(&key).map_or(&[][..], Vec::as_slice);
        // A row that leaves open what the record says is on record.
        if same.iter().any(|(_, known)| is_part(&cells, known)) || self.taken.contains(&cells) {
            self.intake.unchanged += 1;
            return;
        }
        if let Some((column, value, why)) = self.unknown(&cells) {
            let place = format!("line {}, column `{column}`", row.line);
            self.hold_row(row, &cells, Held::new(place, value, why));
            return;
        }
        match same {
            [] => self.add(row, cells),
            [(entry, known)] if is_part(known, &cells) => {
                let (entry, known) = (*entry, known.clone());
                self.supply(entry, &known, row, &cells);
            }
            [.., (_, known)] => {
                let held = self.differing(row, &cells, known);
                self.hold_row(row, &cells, held);
            }
        }
    }

    fn add(&mut self, row: &EntryRow, cells: Cells) {
        let sourced = &row.sourced;
        if let Some(doubt) = &sourced.doubt {
            let place = (self.intake.added.len(), doubt.clone());
            self.intake.doubts.push(place);
        }
        self.intake.added.push(Proposal {
            body: sourced.body.clone(),
            source: source(&sourced.source, self.origin, &self.intake.file),
        });
        self.taken.insert(cells);
    }

    /// Proposes what a row adds to an entry on record: fields that the record leaves empty.
    fn supply(&mut self, of: EntryId, known: &Cells, row: &EntryRow, cells: &Cells) {
        let added = cells
            .iter()
            .filter(|(column, _)| !known.contains_key(*column));
        let added: Vec<_> = added
            .map(|(column, value)| format!("{column}: {}", short(value)))
            .collect();
        let why = format!(
            "the file adds what the record leaves open: {}",
            added.join("; ")
        );
        let correction = Correction {
            of,
            body: Box::new(row.sourced.body.clone()),
            why: why.clone(),
        };
        self.intake.supplied.push(Supplied {
            what: self.kind.label(&row.sourced.body),
            why,
            proposal: Proposal {
                body: Body::Correction(correction),
                source: source(&row.sourced.source, self.origin, &self.intake.file),
            },
        });
        self.taken.insert(cells.clone());
    }

    /// What a row says otherwise than the record.
    fn differing(&self, row: &EntryRow, cells: &Cells, known: &Cells) -> Held {
        let other = |column: &&str| cells.get(*column) != known.get(*column);
        let columns: BTreeSet<_> = cells.keys().chain(known.keys()).copied().collect();
        let columns: Vec<_> = columns.into_iter().filter(|one| other(one)).collect();
        let differences: Vec<_> = columns
            .iter()
            .map(|column| {
                let of = |cells: &Cells| {
                    let value = cells.get(column);
                    value.map_or_else(|| "nothing".to_owned(), |text| short(text))
                };
                format!(
                    "{column}: the file has {}, the record {}",
                    of(cells),
                    of(known)
                )
            })
            .collect();
        let place = format!("line {}, column `{}`", row.line, columns.join("`, `"));
        let why = format!("{}; a person must say which holds", differences.join("; "));
        Held::new(place, self.kind.label(&row.sourced.body), why)
    }

    /// What a row names that is not on record: the column, what stands there, and why.
    fn unknown(&self, cells: &Cells) -> Option<(&'static str, String, String)> {
        for field in self.kind.fields() {
            let Some(text) = cells.get(field.column) else {
                continue;
            };
            match field.holds {
                Holds::Treaty if !self.has_treaty(text) => {
                    let why = format!("no treaty `{text}` is on record");
                    return Some((field.column, text.clone(), why));
                }
                Holds::Treaties => {
                    if let Some(id) = parts(text).find(|id| !self.has_treaty(id)) {
                        let why = format!("no treaty `{id}` is on record");
                        return Some((field.column, id.to_owned(), why));
                    }
                }
                Holds::Participant | Holds::Participants => {
                    if let Some(code) = parts(text).find(|code| !self.has_participant(code)) {
                        let why = format!("no participant `{code}` is on record");
                        return Some((field.column, code.to_owned(), why));
                    }
                }
                Holds::Treaty
                | Holds::Text
                | Holds::Date
                | Holds::Day
                | Holds::Number
                | Holds::Year
                | Holds::Word(_)
                | Holds::Themes
                | Holds::Kind
                | Holds::Distribution => {}
            }
        }
        let cell = |column| cells.get(column).cloned().unwrap_or_default();
        let (treaty, kind, number) = (cell("treaty"), cell("kind"), cell("number"));
        match self.kind {
            EntryKind::Statements if !kind.is_empty() => {
                let meeting = format!("{kind} {number}").trim_end().to_owned();
                let why = format!("no meeting `{meeting}` under `{treaty}` is on record");
                let known = self.named.contains(&[treaty, kind, number]);
                (!known).then_some(("kind", meeting, why))
            }
            EntryKind::Documents if !cell("meeting_kind").is_empty() => {
                let [treaty, kind, number] =
                    ["meeting_treaty", "meeting_kind", "meeting_number"].map(cell);
                let meeting = format!("{kind} {number}").trim_end().to_owned();
                let why = format!("no meeting `{meeting}` under `{treaty}` is on record");
                let known = self.named.contains(&[treaty, kind, number]);
                (!known).then_some(("meeting_kind", meeting, why))
            }
            EntryKind::PlanActions => {
                let plan = cell("plan");
                let why = format!("no plan `{plan}` of `{treaty}` is on record");
                let known = self.named.contains(&[treaty, plan.clone(), String::new()]);
                (!known).then_some(("plan", plan, why))
            }
            EntryKind::Statements
            | EntryKind::Documents
            | EntryKind::Plans
            | EntryKind::Assistance
            | EntryKind::Roles
            | EntryKind::Meetings
            | EntryKind::Fulfilments
            | EntryKind::Extensions
            | EntryKind::Observations
            | EntryKind::Memberships
            | EntryKind::Counts
            | EntryKind::Names => None,
        }
    }

    fn has_treaty(&self, id: &str) -> bool {
        id.parse()
            .is_ok_and(|id: TreatyId| self.treaties.contains(&id))
    }

    fn has_participant(&self, code: &str) -> bool {
        code.parse()
            .is_ok_and(|code: ParticipantId| self.record.is_registered(code))
    }

    fn hold_row(&mut self, row: &EntryRow, cells: &Cells, held: Held) {
        let treaty = cells.get("treaty").and_then(|id| id.parse().ok());
        self.hold(treaty.as_ref(), held, Some(row));
    }

    /// Keeps something for a person. A treaty that is not on record is not named by what waits.
    fn hold(&mut self, treaty: Option<&TreatyId>, held: Held, row: Option<&EntryRow>) {
        let treaty = treaty.filter(|treaty| self.treaties.contains(*treaty));
        let own = row.map_or_else(
            || Source::cited(String::new()),
            |row| row.sourced.source.clone(),
        );
        let source = source(&own, self.origin, &self.intake.file);
        // What waits is found again by the file it stood in, not by what the row cites.
        let source = Source {
            sha256: self.origin.sha256.clone(),
            ..source
        };
        self.intake.hold(treaty, held, &self.waiting, &source);
    }
}

/// The meetings or plans on record, by treaty and name, that entries of a kind may name.
fn nameable(kind: EntryKind, record: &dyn Record) -> BTreeSet<[String; 3]> {
    let names = |of: EntryKind, columns: [&str; 3]| {
        let kept = record.entries(of).into_iter();
        kept.filter_map(|kept| {
            let cells = of.cells(&kept.body)?;
            Some(columns.map(|column| cells.get(column).cloned().unwrap_or_default()))
        })
        .collect()
    };
    match kind {
        EntryKind::Statements | EntryKind::Documents => {
            names(EntryKind::Meetings, ["treaty", "kind", "number"])
        }
        EntryKind::PlanActions => names(EntryKind::Plans, ["treaty", "plan", ""]),
        EntryKind::Plans
        | EntryKind::Assistance
        | EntryKind::Roles
        | EntryKind::Meetings
        | EntryKind::Fulfilments
        | EntryKind::Extensions
        | EntryKind::Observations
        | EntryKind::Memberships
        | EntryKind::Counts
        | EntryKind::Names => BTreeSet::new(),
    }
}

/// Whether all that `part` says is said by `whole`.
fn is_part(part: &Cells, whole: &Cells) -> bool {
    part.iter()
        .all(|(column, value)| whole.get(column) == Some(value))
}

fn owned(key: &[&str]) -> Vec<String> {
    key.iter().map(|part| (*part).to_owned()).collect()
}

/// The beginning of a value, in quotes.
fn short(text: &str) -> String {
    const SHOWN: usize = 60;
    let begin: String = text.chars().take(SHOWN).collect();
    let more = if begin.len() < text.len() { "…" } else { "" };
    format!("`{begin}{more}`")
}
