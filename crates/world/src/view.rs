//! Views: the answers, as plain data. Their field names are the JSON of the contract.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use ledger::Seq;
use ledger::body::{Counted, Meeting, PrintedCount, Role};
use serde::Serialize;
use treaty::{
    Act, Because, Confidence, Kind, Law, PartialDate, ParticipantId, Source, TreatyId,
};

/// A derived value and the entries it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cited<T> {
    /// The value.
    pub value: T,
    /// The entries, ascending. Never empty.
    pub entries: Vec<Seq>,
}

/// Where a participant stands under a treaty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Consent stands and the treaty is in force for it.
    Party,
    /// Consent stands, the treaty is not, or not yet, in force for it.
    Contracting,
    /// Signature stands, no consent stands.
    Signatory,
    /// It left. Not the same as never having joined.
    Withdrawn,
    /// None of these.
    None,
}

/// An entry an answer rests on, as every answer cites it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceRef {
    /// The entry.
    pub entry: Seq,
    /// What the document is.
    pub title: String,
    /// Its address.
    pub url: Option<String>,
    /// The day it was read.
    pub retrieved: Option<Date>,
    /// The day as at which it speaks.
    pub as_at: Option<Date>,
    /// Where in it.
    pub place: Option<String>,
    /// How far it carries.
    pub confidence: Option<Confidence>,
}

/// `status TREATY --on D`: where everybody stood at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatusView {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its short name.
    pub short: String,
    /// Its title in the language asked for.
    pub title: String,
    /// The legal day.
    pub on: Date,
    /// The moment of knowledge: the record as of then.
    pub known: Timestamp,
    /// The ledger head the answer was folded from, and how many entries.
    pub head: HeadView,
    /// Whether the treaty was in force.
    pub in_force: bool,
    /// Since when; `null` before the day.
    pub entered_into_force: Option<Date>,
    /// The counts, over every participant, whatever `participants` is narrowed to.
    pub counts: Counts,
    /// Who stands where: everybody with a standing other than `none`, and all that could join.
    /// By English name.
    pub participants: Vec<ParticipantStatus>,
    /// What does not add up, under this treaty.
    pub findings: Vec<Finding>,
}

/// The head of the ledger behind an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeadView {
    /// The number of entries folded.
    pub entries: u64,
    /// The link of the last, hexadecimal.
    pub link: String,
}

/// How many stand where. The words are defined in the contract.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Signature stands, those that have since consented included.
    pub signatures: u32,
    /// Consent stands.
    pub consents: u32,
    /// Consent stands and the treaty is in force for it.
    pub parties: u32,
    /// Signature stands, no consent stands.
    pub signatories_only: u32,
    /// Left, and not come back.
    pub withdrawn: u32,
}

/// One participant under one treaty on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ParticipantStatus {
    /// Its code.
    pub iso3: ParticipantId,
    /// Its name in the language asked for.
    pub name: String,
    /// The name it bore on the day, where it was another one.
    pub name_then: Option<String>,
    /// Where it stands.
    pub standing: Standing,
    /// Whether it applies the treaty provisionally.
    pub provisional: bool,
    /// Whether it told the depositary that it will not become party.
    pub intends_not_to_join: bool,
    /// When it signed.
    pub signed: Option<PartialDate>,
    /// When its standing consent was deposited, or the one it last had.
    pub consented: Option<PartialDate>,
    /// In which form.
    pub consent_act: Option<Kind>,
    /// The predecessor that acted, where one did.
    pub done_by: Option<ParticipantId>,
    /// From which day the treaty is in force for it; may lie after `on`. `null` if not known.
    pub in_force: Option<Date>,
    /// When it left.
    pub left: Option<Date>,
    /// Whether something about it is disputed or not certain.
    pub uncertain: bool,
    /// How `in_force` or `left` came about.
    pub because: Because,
    /// The entries it rests on.
    pub sources: Vec<SourceRef>,
}

/// `changes [TREATY] --from D --to D`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangesView {
    /// The treaty, if one was asked for.
    pub treaty: Option<TreatyId>,
    /// First day, included.
    pub from: Date,
    /// Last day, included.
    pub to: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// The acts, by day, treaty, name.
    pub acts: Vec<Change>,
    /// Who did what, by kind of act; codes ascending.
    pub summary: BTreeMap<Kind, Vec<ParticipantId>>,
}

/// One act within a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The day.
    pub date: PartialDate,
    /// The treaty.
    pub treaty: TreatyId,
    /// Who.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// What.
    pub act: Kind,
    /// From which day the treaty is in force for it by this act, for consents.
    pub in_force: Option<Date>,
    /// For a further deposit with another depositary: the earlier one counts.
    pub further_deposit: bool,
    /// For a withdrawal that took effect on the day the rule gives, with no act on record that
    /// says so; `source` is then that of the notice.
    pub by_rule: bool,
    /// Whether the act is disputed.
    pub disputed: bool,
    /// Where it is from.
    pub source: SourceRef,
}

/// `eif TREATY --on D [--if S=DATE …]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ForceView {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its short name.
    pub short: String,
    /// The legal day.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// The condition, in words.
    pub condition: String,
    /// The article.
    pub article: Option<String>,
    /// Whether the condition is met, suppositions included.
    pub met: bool,
    /// The day of entry into force that follows from it: recorded, else by the rule.
    pub date: Option<Date>,
    /// Whether `date` is on record or reckoned.
    pub recorded: bool,
    /// What the rule gives from today's record, where it can be reckoned; may differ from what
    /// is recorded, since tables lose predecessors.
    pub by_rule: Option<Date>,
    /// How many instruments are required.
    pub required: Option<u32>,
    /// How many of those there are.
    pub have: u32,
    /// The named participants still lacking.
    pub missing: Vec<Missing>,
    /// How many further instruments of anyone are lacking.
    pub missing_others: u32,
    /// The whole list of named participants with their standing (Annex 2); empty without a list.
    pub named: Vec<Missing>,
    /// The suppositions.
    pub supposed: Vec<Supposed>,
    /// The day of entry into force were all that is lacking deposited on `on`.
    pub earliest: Option<Date>,
    /// The steps.
    pub because: Because,
}

/// A named participant and what it lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// Its code.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub standing: Standing,
    /// What it lacks: `signature and ratification`, `ratification`, or empty.
    pub lacks: Lacks,
}

/// What a named participant lacks for entry into force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Lacks {
    /// Nothing.
    #[serde(rename = "")]
    Nothing,
    /// The instrument.
    #[serde(rename = "ratification")]
    Ratification,
    /// Signature and the instrument.
    #[serde(rename = "signature and ratification")]
    SignatureAndRatification,
}

/// A supposed deposit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Supposed {
    /// Whose.
    pub iso3: ParticipantId,
    /// When.
    pub on: Date,
}

/// What a supposition was asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WhatIf {
    /// Who would deposit.
    pub by: ParticipantId,
    /// When.
    pub on: Date,
}

/// `due [--treaty T] [--state S] [--on D] [--from D --to D]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DutiesView {
    /// The day on which the standing of each duty is told.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// Only duties due from this day …
    pub from: Option<Date>,
    /// … to this one.
    pub to: Option<Date>,
    /// The duties, by due day, treaty, article, name.
    pub duties: Vec<DutyStanding>,
}

/// One duty of one participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DutyStanding {
    /// The treaty.
    pub treaty: TreatyId,
    /// Who owes it.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// The article.
    pub article: String,
    /// What is owed.
    pub duty: String,
    /// When it is due, extensions included. `null`: continuing, dormant, on an event, not known.
    pub due: Option<Date>,
    /// When it was due before extensions.
    pub original_due: Option<Date>,
    /// The extensions.
    pub extensions: Vec<ExtensionView>,
    /// How it stands on the day.
    pub standing: DutyState,
    /// When it was fulfilled.
    pub fulfilled: Option<PartialDate>,
    /// What was observed, for the reader.
    pub observed: Vec<String>,
    /// Whether it is agreed politically, not in the treaty.
    pub political: bool,
    /// The steps.
    pub because: Because,
    /// The entries it rests on.
    pub sources: Vec<SourceRef>,
}

/// One granted extension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExtensionView {
    /// The new deadline.
    pub until: Date,
    /// When it was granted.
    pub granted: Option<PartialDate>,
    /// The entry.
    pub source: SourceRef,
}

/// How a duty stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DutyState {
    /// Done.
    Fulfilled,
    /// Not done, and the day has not passed.
    Due,
    /// The day passed, and a source says, or a complete record shows, that it was not done.
    Overdue,
    /// Not done, the original day passed, an extension runs.
    Extended,
    /// The treaty is not in force.
    Dormant,
    /// Does not apply to it.
    NotApplicable,
    /// Not known whether it applies or was done.
    Unknown,
}

/// `explain TREATY S ARTICLE`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainView {
    /// The treaty.
    pub treaty: TreatyId,
    /// Who.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// What was asked: an article, or `in_force`, `left`.
    pub article: String,
    /// What it is about.
    pub what: String,
    /// The day that results.
    pub date: Option<Date>,
    /// The standing of the duty, for duties.
    pub standing: Option<DutyState>,
    /// The steps.
    pub because: Because,
    /// The entries it rests on.
    pub sources: Vec<SourceRef>,
}

/// One participant across treaties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ParticipantView {
    /// Its code.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// Its names in all languages known, by language code.
    pub names: BTreeMap<String, String>,
    /// Former and other names.
    pub aliases: Vec<treaty::participant::Alias>,
    /// The legal day.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// Groups it belonged to on the day.
    pub groups: Vec<String>,
    /// Where it stands, by treaty.
    pub treaties: Vec<TreatyStanding>,
    /// Everything it did, by day.
    pub acts: Vec<ActView>,
    /// Its duties, as of the day.
    pub duties: Vec<DutyStanding>,
    /// Its offices.
    pub roles: Vec<Role>,
    /// What does not add up.
    pub findings: Vec<Finding>,
}

/// Where one participant stands under one treaty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TreatyStanding {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its short name.
    pub short: String,
    /// Its title.
    pub title: String,
    /// Where it stands.
    #[serde(flatten)]
    pub status: ParticipantStatus,
}

/// An act with its standing in the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ActView {
    /// The entry.
    pub entry: Seq,
    /// The act.
    pub act: Act,
    /// Who, by name.
    pub name: String,
    /// Whether it is disputed, and why.
    pub disputed: Option<String>,
    /// Whether it counts.
    pub counts: bool,
    /// Where it is from.
    pub source: SourceRef,
}

/// States × treaties on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatrixView {
    /// The legal day.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// The columns.
    pub treaties: Vec<MatrixTreaty>,
    /// The rows, by name.
    pub rows: Vec<MatrixRow>,
}

/// A column of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatrixTreaty {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its short name.
    pub short: String,
    /// Whether it was in force.
    pub in_force: bool,
    /// Its counts.
    pub counts: Counts,
}

/// A row of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatrixRow {
    /// Who.
    pub iso3: ParticipantId,
    /// Its name.
    pub name: String,
    /// One standing per column.
    pub standings: Vec<Standing>,
}

/// The field on a day: the home page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldView {
    /// The legal day.
    pub on: Date,
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// Each treaty's standing.
    pub treaties: Vec<FieldTreaty>,
    /// The latest acts up to the day, newest first.
    pub latest: Vec<Change>,
    /// The next deadlines after the day.
    pub next_duties: Vec<DutyStanding>,
    /// The next meetings on or after the day.
    pub next_meetings: Vec<Meeting>,
    /// How many findings are open.
    pub findings: u32,
}

/// One treaty on the home page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldTreaty {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its short name.
    pub short: String,
    /// Its title.
    pub title: String,
    /// Whether it was in force.
    pub in_force: bool,
    /// Since when.
    pub entered_into_force: Option<Date>,
    /// Its counts.
    pub counts: Counts,
    /// How many instruments its entry into force still needs; 0 when in force.
    pub missing: u32,
    /// How many of the 197 States (and eligible others) have no consent standing.
    pub outside: u32,
}

/// Something in the record that does not add up. A finding is shown, never repaired in silence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Finding {
    /// What kind: the key of its sentence.
    pub kind: FindingKind,
    /// How much it matters.
    pub severity: Severity,
    /// The treaty.
    pub treaty: Option<TreatyId>,
    /// The participant.
    pub iso3: Option<ParticipantId>,
    /// What, in an English sentence.
    pub text: String,
    /// What went into the sentence, by name, for other languages.
    pub inputs: BTreeMap<&'static str, String>,
    /// The entries concerned.
    pub entries: Vec<Seq>,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// An answer may be wrong.
    Wrong,
    /// An answer is uncertain.
    Uncertain,
    /// Worth knowing.
    Note,
}

/// The kinds of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// An act before the treaty was open for it.
    BeforeOpening,
    /// An act after it was closed.
    AfterClosing,
    /// A ratification without a signature.
    NeverSigned,
    /// An accession by a signatory.
    AccessionBySignatory,
    /// A second consent while one stands, with the same depositary.
    SecondConsent,
    /// A second signature while one stands, with the same depositary.
    SecondSignature,
    /// A withdrawal without a consent to withdraw.
    NothingToWithdraw,
    /// A withdrawal without a day of effect, and no rule that gives one.
    NoEffect,
    /// The day a source prints and the day the rule gives differ.
    PrintedDiffers,
    /// The treaty's recorded entry into force and what the rule gives from the record differ.
    RuleDiffers,
    /// A printed count differs from the computed one.
    CountDiffers,
    /// An entry is disputed.
    Disputed,
    /// Of an act only the month or year is known.
    DayUnknown,
    /// An act not open to the participant.
    NotEligible,
    /// An act the treaty does not know.
    NoSuchAct,
    /// An act after the participant ceased to exist, or before it existed.
    OutsideExistence,
    /// An act of a participant or under a treaty that is not registered.
    Unregistered,
    /// An extension longer than the treaty allows.
    ExtensionTooLong,
    /// A correction, retraction or dispute of an entry that is not there.
    DanglingReference,
    /// A treaty file that cannot be read.
    UnreadableTreatyFile,
    /// Something waits in quarantine.
    Quarantined,
    /// A source of low confidence.
    LowConfidence,
    /// A treaty file says that something in it is not verified.
    Unverified,
    /// A withdrawal held back under a treaty that does not provide for it.
    HeldWithoutRule,
}

/// Printed against computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReconcileView {
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// The comparisons, by treaty and day.
    pub reconciled: Vec<Reconciled>,
    /// Whether all hold.
    pub holds: bool,
}

/// One printed count against the computed one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reconciled {
    /// The treaty.
    pub treaty: TreatyId,
    /// What was counted.
    pub what: Counted,
    /// As at.
    pub on: Date,
    /// The number printed.
    pub printed: u32,
    /// The number computed.
    pub computed: u32,
    /// Whether they agree.
    pub holds: bool,
    /// Where it is printed.
    pub source: SourceRef,
}

/// An entry as the ledger page lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EntryView {
    /// Its number.
    pub seq: Seq,
    /// Its own name.
    pub id: String,
    /// Its hash.
    pub link: String,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// By whom.
    pub author: String,
    /// The kind of body.
    pub kind: &'static str,
    /// One line on what it says.
    pub summary: String,
    /// The body.
    pub body: ledger::Body,
    /// Its source.
    pub source: Source,
    /// Entries that correct, retract or dispute it.
    pub touched_by: Vec<Seq>,
}

/// A page of the ledger, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LedgerView {
    /// The head behind the answer.
    pub head: HeadView,
    /// The entries of this page.
    pub entries: Vec<EntryView>,
    /// The number of the first entry of the next page, if there is one.
    pub next: Option<Seq>,
}

/// A treaty's own page beside its status: the law and the acts.
#[derive(Debug, Clone)]
pub struct LawView<'w> {
    /// The law.
    pub law: &'w Law,
    /// The entry that recorded it.
    pub entry: Seq,
    /// Its acts, newest first.
    pub acts: Vec<ActView>,
    /// Its meetings, by day.
    pub meetings: Vec<Meeting>,
    /// Printed counts.
    pub printed: Vec<PrintedCount>,
}

/// The standing of a treaty step by step: one point per day on which a count changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CurveView {
    /// The treaty.
    pub treaty: TreatyId,
    /// The points, by day.
    pub points: Vec<CurvePoint>,
}

/// The counts at the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CurvePoint {
    /// The day.
    pub on: Date,
    /// The counts at its end.
    pub counts: Counts,
}

/// What the record is not certain of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UncertainView {
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// By reason, treaty, entry. An entry stands here once for each reason.
    pub rows: Vec<Uncertain>,
}

/// One thing that is not certain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Uncertain {
    /// Why it is not.
    pub why: UncertainWhy,
    /// The treaty.
    pub treaty: Option<TreatyId>,
    /// The participant.
    pub iso3: Option<ParticipantId>,
    /// What the entry says, in one English line.
    pub what: String,
    /// The reason of a dispute, or the line of the treaty file.
    pub note: Option<String>,
    /// Whether it counts all the same.
    pub counts: bool,
    /// The entry.
    pub entry: Seq,
    /// Where it is from.
    pub source: SourceRef,
}

/// Why something is not certain, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UncertainWhy {
    /// A dispute stands.
    Disputed,
    /// Its source is weak, or nobody verified it.
    LowConfidence,
    /// Only the month or year is known.
    DayUnknown,
    /// The treaty file says that something in it is not verified.
    Unverified,
    /// It rests on one source.
    MediumConfidence,
}
