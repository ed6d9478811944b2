//! One invented entry of each kind at least, with every field filled in somewhere, and each word
//! of each list used. A new kind, field or word does not compile or does not pass until it is
//! here, in `docs/ledger-format.md` and in a past-ledger fixture.

#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, reason = "only tests use it")]

mod campaigns;
mod documents;
mod reports;
mod teams;

use jiff::Timestamp;
use jiff::civil::date;
use ledger::body::{
    AliasGiven, Assistance, Bears, Correction, Counted, Dispute, Extended, FactsRelease,
    Fulfilment, Goal, Meeting, MeetingRef, Membership, Observation, Plan, PlanAction,
    PrintedCount, Quarantined, Retraction, Role, Statement, TreatyFile,
};
use ledger::bundle::{Digest, PublicKey, SecretKey};
use ledger::{Audience, Batch, Body, Entry, EntryId, Origin, Tlp, number_batch};
use treaty::act::Note;
use treaty::participant::{Alias, Participant, Status};
use treaty::source::Confidence;
use treaty::{Act, Kind, Lang, Names, PartialDate, ParticipantId, Source, TreatyId};

/// The word of a kind of entry: naming each, so that a new one must be named.
pub(crate) fn word(body: &Body) -> &'static str {
    match body {
        Body::Act(_) => "act",
        Body::Treaty(_) => "treaty",
        Body::Participant(_) => "participant",
        Body::Alias(_) => "alias",
        Body::Membership(_) => "membership",
        Body::Meeting(_) => "meeting",
        Body::Role(_) => "role",
        Body::Fulfilment(_) => "fulfilment",
        Body::Extension(_) => "extension",
        Body::Observation(_) => "observation",
        Body::PrintedCount(_) => "printed_count",
        Body::Plan(_) => "plan",
        Body::PlanAction(_) => "plan_action",
        Body::Statement(_) => "statement",
        Body::Assistance(_) => "assistance",
        Body::Quarantined(_) => "quarantined",
        Body::Correction(_) => "correction",
        Body::Retraction(_) => "retraction",
        Body::Dispute(_) => "dispute",
        Body::FactsRelease(_) => "facts_release",
        Body::Approach(_) => "approach",
        Body::Release(_) => "release",
        Body::Team(_) => "team",
        Body::Person(_) => "person",
        Body::Seat(_) => "seat",
        Body::Key(_) => "key",
        Body::Agreement(_) => "agreement",
        Body::Campaign(_) => "campaign",
        Body::Stage(_) => "stage",
        Body::Pledge(_) => "pledge",
        Body::Attribution(_) => "attribution",
        Body::RollCall(_) => "roll_call",
        Body::Report(_) => "report",
        Body::Document(_) => "document",
    }
}

fn treaty() -> TreatyId {
    "invented-2018".parse().unwrap()
}

fn who(code: &str) -> ParticipantId {
    code.parse().unwrap()
}

fn on(text: &str) -> PartialDate {
    text.parse().unwrap()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// The id of the `n`th entry.
pub(crate) fn id(n: usize) -> EntryId {
    EntryId(format!("01890000-0000-7000-8000-{n:012x}").parse().unwrap())
}

/// A source with every field.
fn source(confidence: Confidence) -> Source {
    Source {
        title: "An invented depositary, status of the invented treaty".into(),
        url: some("https://depositary.example/status?id=1"),
        retrieved: Some(date(2026, 11, 20)),
        as_at: Some(date(2026, 11, 19)),
        sha256: Some("ab".repeat(32)),
        place: some("row “XAA”, note 3"),
        confidence: Some(confidence),
    }
}

/// An act with every field, of each kind.
fn acts() -> Vec<Body> {
    let act = |kind: &Kind| Act {
        treaty: treaty(),
        by: who("XAA"),
        kind: *kind,
        on: on(["2018-05-08", "2018-05", "2018"][*kind as usize % 3]),
        done_by: Some(who("XBB")),
        depositary: some("London"),
        effect: Some(date(2018, 8, 6)),
        notes: vec![Note {
            id: "3".into(),
            text: "As printed, with “quotes”.".into(),
        }],
        text: some("A line.\n\tAnother \"line\", with a backslash \\."),
        towards: Some(who("XCC")),
    };
    Kind::ALL.iter().map(|kind| Body::Act(act(kind))).collect()
}

fn participants() -> Vec<Body> {
    let names = [
        (Lang::En, "Invented State"),
        (Lang::Fr, "État inventé"),
        (Lang::Es, "Estado inventado"),
        (Lang::Ar, "دولة مخترعة"),
        (Lang::Zh, "虚构国"),
        (Lang::Ru, "Вымышленное государство"),
    ];
    let names = names
        .into_iter()
        .map(|(lang, name)| (lang, name.to_owned()));
    let names = Names::try_from(names.collect::<std::collections::BTreeMap<_, _>>()).unwrap();
    [
        Status::State,
        Status::Organisation,
        Status::Former,
        Status::NotCounted,
    ]
    .into_iter()
    .map(|status| {
        Body::Participant(Participant {
            id: who("XAA"),
            status,
            names: names.clone(),
            aliases: vec![Alias {
                name: "Former Invented State".into(),
                kind: "former".into(),
                from: Some(date(1960, 1, 1)),
                until: Some(date(1990, 10, 2)),
            }],
            m49: some("999"),
            iso2: some("XA"),
            from: Some(date(1960, 1, 1)),
            until: Some(date(2020, 12, 31)),
            successors: vec![who("XBB"), who("XCC")],
            un_member_since: Some(date(1961, 9, 20)),
        })
    })
    .collect()
}

fn observations() -> Vec<Body> {
    use Bears::{Applies, DoesNotApply, ExtensionAsked, NotFulfilled, Nothing};
    [Applies, DoesNotApply, NotFulfilled, ExtensionAsked, Nothing]
        .into_iter()
        .map(|bears| {
            Body::Observation(Observation {
                treaty: treaty(),
                article: "3(2)".into(),
                by: Some(who("XAA")),
                on: Some(on("2020-06")),
                bears,
                printed_due: Some(date(2026, 5, 31)),
                what: "The source says something of stocks.".into(),
            })
        })
        .collect()
}

fn counts() -> Vec<Body> {
    use Counted::{Consents, Parties, SignatoriesOnly, Signatures};
    let count = |what| PrintedCount {
        treaty: treaty(),
        what,
        on: date(2026, 11, 19),
        count: 12,
    };
    [Signatures, Consents, SignatoriesOnly, Parties]
        .map(count)
        .map(Body::PrintedCount)
        .into()
}

fn others() -> Vec<Body> {
    vec![
        Body::Treaty(TreatyFile {
            treaty: treaty(),
            text: "title = \"Invented\"\n".into(),
        }),
        Body::Alias(AliasGiven {
            by: who("XAA"),
            name: "Inventia".into(),
        }),
        Body::Membership(Membership {
            by: who("XAA"),
            group: "EU".into(),
            from: Some(on("1995")),
            until: Some(on("2020-01-31")),
        }),
        Body::Meeting(Meeting {
            treaty: treaty(),
            kind: "MSP".into(),
            number: some("2"),
            start: on("2021-09-20"),
            end: Some(on("2021-09-21")),
            place: some("Geneva"),
            presidents: some("XAA and XBB"),
            note: some("Held in two parts."),
        }),
        Body::Role(Role {
            treaty: treaty(),
            role: "co-coordinator for entry into force".into(),
            kind: None,
            by: who("XAA"),
            person: None,
            from: Some(on("2021-09-23")),
            until: Some(on("2023-09-22")),
            note: some("With XBB."),
        }),
        Body::Fulfilment(Fulfilment {
            treaty: treaty(),
            article: "7(1)".into(),
            by: who("XAA"),
            on: on("2020-04-30"),
            covers: Some(2019),
            what: some("Annual report."),
        }),
        Body::Extension(Extended {
            treaty: treaty(),
            article: "3(2)".into(),
            by: who("XAA"),
            until: date(2030, 6, 1),
            granted: Some(on("2025-11-21")),
            what: some("Granted for four years."),
        }),
        Body::Quarantined(Quarantined {
            treaty: Some(treaty()),
            place: "acts.csv, line 7, column `by`".into(),
            value: "Inventland".into(),
            why: "no participant has this name".into(),
        }),
        Body::Retraction(Retraction {
            of: id(2),
            why: "Typed twice.".into(),
        }),
        Body::Dispute(Dispute {
            of: id(3),
            why: "Two sources differ.".into(),
            counts: false,
        }),
        Body::Dispute(Dispute {
            of: id(4),
            why: "No longer listed.".into(),
            counts: true,
        }),
        Body::Correction(Correction {
            of: id(1),
            body: Box::new(acts().swap_remove(3)),
            why: "The day was misread.".into(),
        }),
        Body::FactsRelease(FactsRelease {
            release: "2026-11-21".into(),
            sha256: "cd".repeat(32),
        }),
    ]
}

fn plans() -> Vec<Body> {
    vec![
        Body::Plan(Plan {
            treaty: treaty(),
            plan: "invented".into(),
            title: "Invented Action Plan".into(),
            short: some("IAP"),
            adopted: Some(on("2021-09-21")),
            until: some("the next conference"),
            goal: Some(Goal {
                parties: 130,
                by: Some(on("2026")),
                what: "130 parties by the next conference".into(),
            }),
            note: some("Fifty actions."),
        }),
        Body::PlanAction(PlanAction {
            treaty: treaty(),
            plan: "invented".into(),
            number: "1.3".into(),
            theme: some("Universalization"),
            text: some("Speak with those outside."),
            indicator: some("Fewer outside."),
            due: some("by the next conference"),
            note: some("The number is that of the draft."),
        }),
        Body::Statement(Statement {
            treaty: treaty(),
            by: who("XAA"),
            on: on("2021-09-20"),
            meeting: "Second Meeting of the States Parties (Geneva)".into(),
            at: Some(MeetingRef {
                kind: "MSP".into(),
                number: some("2"),
            }),
            title: some("Universalization"),
            speaker: some("Amb. A. B."),
            post: some("Ambassador"),
            themes: vec![],
            aligned_with: vec![who("XBB")],
            url: some("https://xaa.example/statement"),
            note: some("As delivered."),
        }),
        Body::Assistance(Assistance {
            treaty: treaty(),
            by: who("XAA"),
            to: Some(who("XCC")),
            to_name: some("the north of XCC"),
            what: "Clearance.".into(),
            on: Some(on("2020")),
            note: some("Through an organisation."),
        }),
    ]
}

/// The whole ledger that version 1 was first written with.
pub(crate) fn first_entries() -> Vec<Entry> {
    ledger_of([acts(), participants(), observations(), counts(), others()].concat())
}

/// The whole ledger that was written when there were plans and statements, but no teams.
pub(crate) fn entries_before_teams() -> Vec<Entry> {
    ledger_of(
        [
            acts(),
            participants(),
            observations(),
            counts(),
            others(),
            plans(),
        ]
        .concat(),
    )
}

/// A whole ledger of every kind, with labels, each batch of one audience, and with entries that were taken
/// over from a bundle.
pub(crate) fn entries() -> Vec<Entry> {
    let mut bodies = bodies_before_reports();
    bodies.extend(reports::bodies());
    bodies.extend(reports::on_plans());
    bodies.extend(documents::bodies());
    taken_over(labelled(bodies))
}

/// The whole ledger that was written when a report said which action plan it is about, but there were no documents.
pub(crate) fn entries_before_documents() -> Vec<Entry> {
    let mut bodies = bodies_before_reports();
    bodies.extend(reports::bodies());
    bodies.extend(reports::on_plans());
    taken_over(labelled(bodies))
}

/// The whole ledger that was written when reports were kept, but none said which action plan it is about.
pub(crate) fn entries_before_reports_on_plans() -> Vec<Entry> {
    let mut bodies = bodies_before_reports();
    bodies.extend(reports::bodies());
    taken_over(labelled(bodies))
}

/// The whole ledger that was written when there were campaigns, but no reports that are kept.
pub(crate) fn entries_before_reports() -> Vec<Entry> {
    taken_over(labelled(bodies_before_reports()))
}

fn bodies_before_reports() -> Vec<Body> {
    let mut bodies = bodies_before_campaigns();
    bodies.extend(campaigns::bodies());
    bodies
}

/// The whole ledger that was written when there were agreements and bundles, but no campaigns.
pub(crate) fn entries_before_campaigns() -> Vec<Entry> {
    taken_over(labelled(bodies_before_campaigns()))
}

fn bodies_before_campaigns() -> Vec<Body> {
    let mut bodies = bodies_before_handovers();
    bodies.extend(teams::agreements());
    bodies
}

fn taken_over(mut entries: Vec<Entry>) -> Vec<Entry> {
    // The last approaches came by a bundle, the last of them by way of somebody else.
    let approaches = entries.iter_mut().rev();
    let approaches = approaches.filter(|entry| matches!(entry.body, Body::Approach(_)));
    for (entry, before) in approaches.zip([vec![key(0x56)], Vec::new()]) {
        entry.origin = Some(Origin {
            key: key(0x34),
            bundle: Digest::of(b"a bundle"),
            payload: Digest::of(b"a payload"),
            recorded: "2026-10-01T09:00:00Z".parse().unwrap(),
            before,
            by: "desk of XBB".into(),
        });
    }
    entries
}

/// A public key, of which only the bytes matter.
fn key(of: u8) -> PublicKey {
    SecretKey::from_bytes(&[of; 32]).public()
}

/// The whole ledger that was written when there were teams, but no agreements and no bundles.
pub(crate) fn entries_before_handovers() -> Vec<Entry> {
    labelled(bodies_before_handovers())
}

fn bodies_before_handovers() -> Vec<Body> {
    [
        acts(),
        participants(),
        observations(),
        counts(),
        others(),
        plans(),
        teams::bodies(),
    ]
    .concat()
}

fn labelled(bodies: Vec<Body>) -> Vec<Entry> {
    let mut entries = ledger_of(bodies);
    for (at, entry) in entries.iter_mut().enumerate() {
        let fitting: Vec<_> = Tlp::ALL
            .into_iter()
            .filter(|label| label.allows(&entry.audience))
            .collect();
        entry.label = fitting.get(at % (fitting.len() + 1)).copied();
    }
    number_batch(&mut entries);
    entries
}

/// A whole ledger of them, in batches of one, of three, and so on.
fn ledger_of(bodies: Vec<Body>) -> Vec<Entry> {
    let audiences = [
        Audience::Public,
        Audience::SignedIn,
        Audience::Teams(vec!["inventia-mfa".into(), "secretariat".into()]),
    ];
    let confidences = [Confidence::Low, Confidence::Medium, Confidence::High];
    let start: Timestamp = "2026-11-21T08:30:00Z".parse().unwrap();
    let mut entries: Vec<_> = (1..)
        .zip(bodies)
        .map(|(n, body)| Entry {
            id: id(n),
            recorded: start
                + jiff::SignedDuration::from_millis(250 * i64::try_from(n).unwrap()),
            author: "desk of XAA".into(),
            audience: audiences[n % 3].clone(),
            label: None,
            origin: None,
            source: if n % 5 == 0 {
                Source::cited("A letter")
            } else {
                source(confidences[n % 3])
            },
            batch: Batch { at: 0, of: 1 },
            body,
        })
        .collect();
    let mut rest = entries.as_mut_slice();
    for length in [1, 3, 5, 1, 2, 8].into_iter().cycle() {
        let (batch, others) = rest.split_at_mut(length.min(rest.len()));
        number_over_audiences(batch);
        rest = others;
        if rest.is_empty() {
            break;
        }
    }
    entries
}

/// Numbers a batch as the first programs did, over all its audiences. Today's end a batch where the
/// audience ends.
fn number_over_audiences(batch: &mut [Entry]) {
    let of = u32::try_from(batch.len()).unwrap();
    for (at, entry) in (0..).zip(batch) {
        entry.batch = Batch { at, of };
    }
}
