//! Entries files: export then import is the identity, what is on record is found again, and what
//! cannot be placed waits with its place.
#![allow(clippy::unwrap_used, reason = "this is test code")]

mod common;

use common::{Sheet, id, treaty};
use intake::{
    Doubt, EntriesFile, EntryKind, Intake, Origin, SourcedEntry, propose_entries,
    read_entries_csv, read_entries_json, write_entries_csv, write_entries_json,
};
use jiff::civil::{Date, date};
use ledger::body::vocabulary::{Distribution, DocumentKind, DocumentTheme, RoleKind};
use ledger::body::{
    AliasGiven, Assistance, Bears, Counted, Document, DocumentFile, DocumentMeeting, Extended,
    Fulfilment, Goal, Meeting, MeetingRef, Membership, Observation, Plan, PlanAction,
    PrintedCount, Role, Statement,
};
use ledger::{Body, EntryId, EntryRef, Seq};
use proptest::option;
use proptest::prelude::*;
use treaty::{Confidence, PartialDate, ParticipantId, Source, TreatyId};

/// Text as people and pages write it, and as nobody should.
fn text() -> BoxedStrategy<String> {
    prop_oneof![
        Just("\"quoted\", with a comma\r\nand a second line\n".to_owned()),
        Just("الأردن, 中国, Türkiye, Côte d'Ivoire, Ελλάδα 🇺🇳".to_owned()),
        Just(" blanks around \t".to_owned()),
        Just("[not json; and, a list".to_owned()),
        "\\PC{1,40}",
        proptest::collection::vec(any::<char>(), 1..30).prop_map(String::from_iter),
    ]
    // A zero character is no text, and no table can tell an empty field from an absent one.
    .prop_map(|text| text.replace('\0', ""))
    .prop_filter("not empty", |text| !text.is_empty())
    .boxed()
}

fn perhaps() -> impl Strategy<Value = Option<String>> {
    option::of(text())
}

fn day() -> impl Strategy<Value = Date> {
    (1900_i16..=2200, 1_i8..=12, 1_i8..=28)
        .prop_map(|(year, month, day)| date(year, month, day))
}

fn partial() -> impl Strategy<Value = PartialDate> {
    prop_oneof![
        4 => day().prop_map(PartialDate::Day),
        1 => day().prop_map(|day| PartialDate::Month(day.year(), day.month())),
        1 => day().prop_map(|day| PartialDate::Year(day.year())),
    ]
}

fn code() -> impl Strategy<Value = ParticipantId> {
    "X[A-Z]{2}".prop_map(|code| code.parse().unwrap())
}

fn law() -> TreatyId {
    "xanadu-treaty".parse().unwrap()
}

fn plan() -> impl Strategy<Value = Body> {
    let goal = (any::<u32>(), option::of(partial()), text())
        .prop_map(|(parties, by, what)| Goal { parties, by, what });
    let said = (text(), text(), perhaps(), option::of(partial()));
    (said, perhaps(), option::of(goal), perhaps()).prop_map(
        |((plan, title, short, adopted), until, goal, note)| {
            Body::Plan(Plan {
                treaty: law(),
                plan,
                title,
                short,
                adopted,
                until,
                goal,
                note,
            })
        },
    )
}

fn plan_action() -> impl Strategy<Value = Body> {
    let open = (perhaps(), perhaps(), perhaps(), perhaps(), perhaps());
    (text(), text(), open).prop_map(|(plan, number, (theme, text, indicator, due, note))| {
        Body::PlanAction(PlanAction {
            treaty: law(),
            plan,
            number,
            theme,
            text,
            indicator,
            due,
            note,
        })
    })
}

fn statement() -> impl Strategy<Value = Body> {
    let at =
        option::of((text(), perhaps()).prop_map(|(kind, number)| MeetingRef { kind, number }));
    let with = proptest::collection::vec(code(), 0..3);
    let open = (perhaps(), perhaps(), perhaps(), perhaps(), perhaps());
    let themes = proptest::sample::subsequence(DocumentTheme::ALL, 0..4);
    (code(), partial(), text(), (at, themes), with, open).prop_map(
        |(by, on, meeting, (at, themes), aligned_with, (title, speaker, post, url, note))| {
            Body::Statement(Statement {
                treaty: law(),
                by,
                on,
                meeting,
                at,
                title,
                themes,
                speaker,
                post,
                aligned_with,
                url,
                note,
            })
        },
    )
}

fn document() -> impl Strategy<Value = Body> {
    let names = (text(), perhaps(), text(), perhaps(), perhaps());
    let words = (
        proptest::sample::select(DocumentKind::ALL),
        proptest::sample::subsequence(DocumentTheme::ALL, 0..4),
        option::of(proptest::sample::select(Distribution::ALL)),
    );
    let who = || proptest::collection::vec(code(), 0..3);
    let at = option::of(
        (text(), perhaps()).prop_map(|(kind, number)| DocumentMeeting {
            treaty: law(),
            kind,
            number,
        }),
    );
    let meeting = (option::of(partial()), perhaps(), perhaps(), at, perhaps());
    let file = (text(), text(), any::<u32>(), perhaps());
    let file = file.prop_map(|(sha256, media_type, len, name)| DocumentFile {
        sha256,
        media_type,
        len: len.into(),
        name,
    });
    let kept = (option::of(file), perhaps(), perhaps(), perhaps());
    let people = (who(), who(), who(), perhaps(), perhaps());
    let parts = (names, words, meeting, kept, people);
    parts.prop_map(|(names, words, meeting, kept, people)| {
        let (document, work, title, symbol, language) = names;
        let (kind, themes, distribution) = words;
        let (on, place, meeting, at, group) = meeting;
        let (file, text, url, note) = kept;
        let (by, aligned_with, aligned_by, speaker, post) = people;
        Body::Document(Box::new(Document {
            document,
            work,
            kind,
            title,
            symbol,
            language,
            on,
            place,
            treaties: vec![law()],
            meeting,
            at,
            by,
            group,
            speaker,
            post,
            aligned_with,
            aligned_by,
            themes,
            distribution,
            statement: None,
            file,
            text,
            url,
            note,
        }))
    })
}

fn assistance() -> impl Strategy<Value = Body> {
    let whom = (option::of(code()), perhaps());
    (code(), whom, text(), option::of(partial()), perhaps()).prop_map(
        |(by, (to, to_name), what, on, note)| {
            Body::Assistance(Assistance {
                treaty: law(),
                by,
                to,
                to_name,
                what,
                on,
                note,
            })
        },
    )
}

fn office() -> impl Strategy<Value = Body> {
    let days = (option::of(partial()), option::of(partial()));
    let kind = option::of(proptest::sample::select(RoleKind::ALL));
    let who = (text(), kind, code(), perhaps());
    (who, days, perhaps()).prop_map(|((role, kind, by, person), (from, until), note)| {
        Body::Role(Role {
            treaty: law(),
            role,
            kind,
            by,
            person,
            from,
            until,
            note,
        })
    })
}

fn meeting() -> impl Strategy<Value = Body> {
    let open = (perhaps(), perhaps(), perhaps(), perhaps());
    (text(), partial(), option::of(partial()), open).prop_map(
        |(kind, start, end, (number, place, presidents, note))| {
            Body::Meeting(Meeting {
                treaty: law(),
                kind,
                number,
                start,
                end,
                place,
                presidents,
                note,
            })
        },
    )
}

fn of_duties() -> BoxedStrategy<Body> {
    let bears = proptest::sample::select(vec![
        Bears::Applies,
        Bears::DoesNotApply,
        Bears::NotFulfilled,
        Bears::ExtensionAsked,
        Bears::Nothing,
    ]);
    let fulfilled = (
        text(),
        code(),
        partial(),
        option::of(any::<i16>()),
        perhaps(),
    );
    let extended = (text(), code(), day(), option::of(partial()), perhaps());
    let who = (option::of(code()), option::of(partial()));
    let observed = (text(), who, bears, option::of(day()), text());
    prop_oneof![
        fulfilled.prop_map(
            |(article, by, on, covers, what)| Body::Fulfilment(Fulfilment {
                treaty: law(),
                article,
                by,
                on,
                covers,
                what,
            })
        ),
        extended.prop_map(
            |(article, by, until, granted, what)| Body::Extension(Extended {
                treaty: law(),
                article,
                by,
                until,
                granted,
                what,
            })
        ),
        observed.prop_map(|(article, (by, on), bears, printed_due, what)| {
            Body::Observation(Observation {
                treaty: law(),
                article,
                by,
                on,
                bears,
                printed_due,
                what,
            })
        }),
    ]
    .boxed()
}

fn of_lists() -> BoxedStrategy<Body> {
    let counted = proptest::sample::select(vec![
        Counted::Signatures,
        Counted::Consents,
        Counted::SignatoriesOnly,
        Counted::Parties,
    ]);
    let days = (option::of(partial()), option::of(partial()));
    prop_oneof![
        (counted, day(), any::<u32>()).prop_map(|(what, on, count)| {
            Body::PrintedCount(PrintedCount {
                treaty: law(),
                what,
                on,
                count,
            })
        }),
        (code(), text(), days).prop_map(|(by, group, (from, until))| {
            Body::Membership(Membership {
                by,
                group,
                from,
                until,
            })
        }),
        (code(), text()).prop_map(|(by, name)| Body::Alias(AliasGiven { by, name })),
    ]
    .boxed()
}

/// Boxed: the trees of so many choices do not fit on a test's stack.
fn body() -> BoxedStrategy<Body> {
    let kinds = [
        plan().boxed(),
        plan_action().boxed(),
        statement().boxed(),
        assistance().boxed(),
        document().boxed(),
        office().boxed(),
        meeting().boxed(),
        of_duties(),
        of_lists(),
    ];
    proptest::strategy::Union::new(kinds).boxed()
}

fn source() -> impl Strategy<Value = Source> {
    let confidence = proptest::sample::select(vec![None, Some(Confidence::Low)]);
    let days = (option::of(day()), option::of(day()));
    (text(), perhaps(), days, perhaps(), confidence).prop_map(
        |(title, url, (retrieved, as_at), place, confidence)| Source {
            url,
            retrieved,
            as_at,
            place,
            confidence,
            ..Source::cited(title)
        },
    )
}

fn entry_name() -> impl Strategy<Value = EntryRef> {
    prop_oneof![
        any::<u64>().prop_map(|number| EntryRef::Public(Seq(number))),
        any::<u128>().prop_map(|id| EntryRef::Own(EntryId(uuid::Uuid::from_u128(id)))),
    ]
}

fn sourced() -> BoxedStrategy<SourcedEntry> {
    let recorded = option::of(
        (0_i64..4_000_000_000).prop_map(|s| jiff::Timestamp::from_second(s).unwrap()),
    );
    let doubt =
        option::of((text(), any::<bool>()).prop_map(|(why, counts)| Doubt { why, counts }));
    (body(), source(), option::of(entry_name()), recorded, doubt)
        .prop_map(|(body, source, entry, recorded, doubt)| SourcedEntry {
            body,
            source,
            entry,
            recorded,
            doubt,
        })
        .boxed()
}

fn name(of: ParticipantId) -> String {
    format!("\"State\" of {of}, é")
}

fn csv(kind: EntryKind, bytes: &[u8]) -> EntriesFile {
    read_entries_csv("f.csv", bytes, kind, &|_| None).unwrap()
}

fn plain(file: EntriesFile) -> Vec<SourcedEntry> {
    assert_eq!((file.errors, file.unplaced), (vec![], vec![]));
    file.rows.into_iter().map(|row| row.sourced).collect()
}

/// A record in which everybody and the treaty are known, with these entries.
fn record(entries: &[SourcedEntry]) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.law("xanadu-treaty");
    sheet.everybody = true;
    for one in entries {
        sheet.entry(one.body.clone());
    }
    sheet
}

proptest! {
    #[test]
    fn every_kind_comes_back_unchanged(
        entries in proptest::collection::vec(sourced(), 0..12),
    ) {
        for kind in EntryKind::ALL {
            let of_kind: Vec<_> =
                entries.iter().filter(|one| kind.is(&one.body)).cloned().collect();
            let written = write_entries_csv(kind, &of_kind, &name);
            prop_assert_eq!(plain(csv(kind, &written)), of_kind.clone());
            let written = write_entries_json(&of_kind);
            let read = read_entries_json("f.json", &written, kind).unwrap();
            prop_assert_eq!(plain(read), of_kind);
        }
    }

    /// What was imported is on record: a second import adds nothing, whatever the text.
    #[test]
    fn a_file_is_taken_once(entries in proptest::collection::vec(sourced(), 1..8)) {
        for kind in EntryKind::ALL {
            let written = write_entries_csv(kind, &entries, &name);
            let file = csv(kind, &written);
            let mut sheet = record(&[]);
            // Meetings and plans that rows name stand beforehand.
            let bodies = entries.iter().map(|one| &one.body);
            sheet.all_named(&bodies.filter(|body| kind.is(body)).collect::<Vec<_>>());
            let first = propose_entries(&file, &Origin::default(), &sheet);
            prop_assert_eq!(&first.quarantined, &[]);
            let rows = u32::try_from(file.rows.len() - first.added.len()).unwrap();
            prop_assert_eq!(first.unchanged, rows, "the rest stands there twice");
            for proposal in first.proposals() {
                sheet.entry(ledger_form(&proposal.body));
            }
            let again = propose_entries(&file, &Origin::default(), &sheet);
            prop_assert_eq!(again.proposals().len(), 0, "{:?}", again);
            prop_assert_eq!(again.unchanged, u32::try_from(file.rows.len()).unwrap());
        }
    }
}

/// A body as it is read back from a ledger.
fn ledger_form(body: &Body) -> Body {
    let bytes = ledger::canonical::to_bytes(body).unwrap();
    ledger::canonical::from_bytes(&bytes).unwrap()
}

/// A statement of Italy, and what a file of statements gives beside it.
fn said() -> SourcedEntry {
    let body = Body::Statement(Statement {
        treaty: treaty("ccm"),
        by: id("ITA"),
        on: "2016-09-05".parse().unwrap(),
        meeting: "Sixth Meeting of States Parties".to_owned(),
        at: Some(MeetingRef {
            kind: "MSP".to_owned(),
            number: Some("6".to_owned()),
        }),
        title: Some("Universalization".to_owned()),
        themes: vec![],
        speaker: None,
        post: None,
        aligned_with: vec![],
        url: None,
        note: None,
    });
    SourcedEntry {
        body,
        source: Source::cited("a page"),
        entry: None,
        recorded: None,
        doubt: None,
    }
}

fn italy() -> Sheet {
    let mut sheet = Sheet::default();
    sheet.law("ccm");
    sheet.name("Italy", "ITA");
    sheet.name("Germany", "DEU");
    sheet.entry(Body::Meeting(Meeting {
        treaty: treaty("ccm"),
        kind: "MSP".to_owned(),
        number: Some("6".to_owned()),
        start: "2016-09-05".parse().unwrap(),
        end: None,
        place: None,
        presidents: None,
        note: None,
    }));
    sheet.entry(said().body);
    sheet
}

fn statements(rows: &str, sheet: &Sheet) -> Intake {
    let text = format!(
        "treaty,iso3,name,date,meeting,kind,number,title,post,aligned_with,source_title\n{rows}\n"
    );
    let names = |name: &str| intake::Record::resolve(sheet, name);
    let file =
        read_entries_csv("f.csv", text.as_bytes(), EntryKind::Statements, &names).unwrap();
    propose_entries(&file, &Origin::default(), sheet)
}

/// `line 2, column `x`: `value`: why`, a line each.
fn held(intake: &Intake) -> Vec<String> {
    let held = intake.quarantined.iter();
    held.map(|one| format!("{}: `{}`: {}", one.place, one.value, one.why))
        .collect()
}

const SIXTH: &str = "2016-09-05,Sixth Meeting of States Parties";

#[test]
fn names_are_found_exactly_and_what_is_nobodys_waits_with_its_place() {
    let sheet = italy();
    let intake = statements(
        &format!(
            "ccm,,italy,{SIXTH},MSP,6,Clearance,,Germany; ITA,a\n\
             ccm,,Italia,{SIXTH},MSP,6,Clearance,,,a\n\
             ccm,ITA,,{SIXTH},MSP,6,Clearance,,Europe,a\n\
             ccm,XQQ,,{SIXTH},MSP,6,Clearance,,,a\n\
             ccm,ITA,,{SIXTH},MSP,66,Clearance,,,a\n\
             ccmm,ITA,,{SIXTH},,,Clearance,,,a"
        ),
        &sheet,
    );
    assert_eq!(intake.added.len(), 1);
    let Body::Statement(added) = &intake.added[0].body else {
        panic!("a statement")
    };
    assert_eq!(added.by, id("ITA"));
    assert_eq!(added.aligned_with, [id("DEU"), id("ITA")]);
    assert_eq!(
        held(&intake),
        [
            "line 3, column `name`: `Italia`: no participant of that name is on record",
            "line 4, column `aligned_with`: `Europe`: no participant of that name is on record",
            "line 5, column `iso3`: `XQQ`: no participant `XQQ` is on record",
            "line 6, column `kind`: `MSP 66`: no meeting `MSP 66` under `ccm` is on record",
            "line 7, column `treaty`: `ccmm`: no treaty `ccmm` is on record",
        ]
    );
    assert!(intake.refused.is_empty());
}

#[test]
fn what_the_file_adds_is_proposed_and_what_it_leaves_open_stands() {
    let sheet = italy();
    let same = format!("ccm,ITA,,{SIXTH},MSP,6,Universalization,,,a");
    let less = format!("ccm,ITA,,{SIXTH},,,Universalization,,,a");
    let more = format!("ccm,ITA,,{SIXTH},MSP,6,Universalization,Ambassador,,a");
    let intake = statements(&format!("{same}\n{less}"), &sheet);
    assert_eq!((intake.unchanged, intake.proposals().len()), (2, 0));
    let intake = statements(&more, &sheet);
    assert_eq!(intake.supplied.len(), 1);
    assert_eq!(
        intake.supplied[0].why,
        "the file adds what the record leaves open: post: `Ambassador`"
    );
    let Body::Correction(correction) = &intake.supplied[0].proposal.body else {
        panic!("a correction")
    };
    let Body::Statement(corrected) = &*correction.body else {
        panic!("of a statement")
    };
    assert_eq!(corrected.post.as_deref(), Some("Ambassador"));
}

#[test]
fn what_the_record_says_otherwise_waits_with_the_difference() {
    let mut sheet = italy();
    sheet.entry(Body::Plan(Plan {
        treaty: treaty("ccm"),
        plan: "lausanne".to_owned(),
        title: "Lausanne Action Plan".to_owned(),
        short: None,
        adopted: None,
        until: None,
        goal: None,
        note: None,
    }));
    let text = "treaty,plan,title\nccm,lausanne,Geneva Action Plan\n";
    let file = csv(EntryKind::Plans, text.as_bytes());
    let intake = propose_entries(&file, &Origin::default(), &sheet);
    assert!(intake.added.is_empty() && intake.supplied.is_empty());
    assert_eq!(
        held(&intake),
        [
            "line 2, column `title`: `ccm, lausanne`: title: the file has `Geneva Action Plan`, the record `Lausanne Action Plan`; a person must say which holds"
        ]
    );
    let text = "treaty,plan,number\nccm,lausanne,1\nccm,oslo,1\n";
    let file = csv(EntryKind::PlanActions, text.as_bytes());
    let intake = propose_entries(&file, &Origin::default(), &sheet);
    assert_eq!(intake.added.len(), 1);
    assert_eq!(
        held(&intake),
        ["line 3, column `plan`: `oslo`: no plan `oslo` of `ccm` is on record"]
    );
}

#[test]
fn what_waits_already_is_not_kept_twice() {
    let mut sheet = italy();
    let row = format!("ccm,,Italia,{SIXTH},MSP,6,Clearance,,,a");
    let first = statements(&row, &sheet);
    assert_eq!(first.proposals().len(), 1);
    sheet.take(&first);
    let again = statements(&row, &sheet);
    assert_eq!((again.proposals().len(), again.quarantined.len()), (0, 1));
}

#[track_caller]
fn refused(kind: EntryKind, text: &str, message: &str) {
    let file = csv(kind, text.as_bytes());
    let messages: Vec<_> = file.errors.iter().map(ToString::to_string).collect();
    assert_eq!(messages, [message]);
    let intake = propose_entries(&file, &Origin::default(), &italy());
    assert!(
        intake.proposals().is_empty(),
        "one wrong row, and nothing is taken"
    );
}

#[test]
fn a_wrong_row_is_said_with_file_line_column_and_value() {
    use EntryKind::{Counts, Observations, Plans, Roles, Statements};
    const SAID: &str = "treaty,iso3,date,meeting\nccm,ITA,2016,A meeting\n";
    refused(
        Statements,
        &format!("{SAID}ccm,ITA,2016-02-30,A meeting\n"),
        "f.csv: line 3, column `date`: `2016-02-30` is not a date: write a day as 2011-09-21, a month as 2011-09 or a year as 2011, of the calendar: `2016-02-30`",
    );
    refused(
        Statements,
        &format!("{SAID}ccm,,2016,A meeting\n"),
        "f.csv: line 3, column `iso3`: this field cannot be empty: ``",
    );
    refused(
        Statements,
        &format!("{SAID}ccm,ITA,2016,A meeting,more\n"),
        "f.csv: line 3, column ``: more fields than the 4 columns: `more`",
    );
    refused(
        Statements,
        "treaty,iso3,date,meeting,number\nccm,ITA,2016,A meeting,6\n",
        "f.csv: line 2, column `kind`: this field cannot be empty: ``",
    );
    refused(
        Plans,
        "treaty,plan,title,goal_parties,goal\nccm,x,X,many,Many\n",
        "f.csv: line 2, column `goal_parties`: a whole number is needed here, as 130: `many`",
    );
    refused(
        Plans,
        "treaty,plan,title,goal_parties\nccm,x,X,130\n",
        "f.csv: line 2, column `goal`: this field cannot be empty: ``",
    );
    refused(
        Roles,
        "treaty,role,iso3,doubt,counts\nccm,president,ITA,,false\n",
        "f.csv: line 2, column `doubt`: what does not count needs a reason here: ``",
    );
    refused(
        Counts,
        "treaty,what,date,count\nccm,parties,2016-09,100\n",
        "f.csv: line 2, column `date`: a day is needed here, as 2011-09-21: `2016-09`",
    );
    refused(
        Observations,
        "treaty,article,bears,what\nccm,3(2),perhaps,it may\n",
        "f.csv: line 2, column `bears`: write applies, does_not_apply, not_fulfilled, extension_asked, nothing: `perhaps`",
    );
    let names = |name: &str| (name == "Italy").then(|| id("ITA"));
    let text = "treaty,iso3,name,date,meeting\nccm,DEU,Italy,2016,A meeting\n";
    let file = read_entries_csv("f.csv", text.as_bytes(), Statements, &names).unwrap();
    assert_eq!(
        file.errors[0].why,
        "`iso3` is DEU, but this is the name of ITA"
    );
}

#[test]
fn a_file_that_is_no_such_table_is_refused_whole() {
    let why = |bytes: &[u8]| {
        read_entries_csv("f.csv", bytes, EntryKind::Statements, &|_| None)
            .unwrap_err()
            .to_string()
    };
    assert!(why(b"treaty,iso3,date,meeting,colour\n").contains("heading `colour`"));
    assert!(why(b"treaty,iso3\n").contains("columns are missing: `date, meeting`"));
    assert!(why(b"treaty,treaty,iso3,date,meeting\n").contains("twice"));
    assert!(why(b"treaty,iso3,date,meeting\nccm,ITA,2016,\"cut").contains("not closed"));
    assert!(why(b"treaty,iso3,date,meeting\nccm,ITA,2016,S\xe3o\n").contains("wrong encoding"));
    assert!(why(b"%PDF-1.7").contains("a PDF"));
    assert!(why(b"").contains("empty"));
    let json = |text: &str| read_entries_json("f.json", text.as_bytes(), EntryKind::Roles);
    assert!(json("{}").is_err() && json("[{}").is_err());
}

#[test]
fn an_element_of_another_kind_or_with_an_unknown_field_is_refused() {
    let written = String::from_utf8(write_entries_json(&[said()])).unwrap();
    let why = |text: &str, kind: EntryKind| {
        let file = read_entries_json("f.json", text.as_bytes(), kind).unwrap();
        let errors: Vec<_> = file.errors.into_iter().map(|error| error.why).collect();
        errors.join("; ")
    };
    assert_eq!(why(&written, EntryKind::Statements), "");
    assert_eq!(
        why(&written, EntryKind::Roles),
        "this file is of roles, and this is none of them"
    );
    let coloured = written.replace("\"by\"", "\"colour\":\"red\",\"by\"");
    assert!(why(&coloured, EntryKind::Statements).contains("unknown field `colour`"));
    let blank = written.replace("Sixth Meeting of States Parties", "");
    assert_eq!(
        why(&blank, EntryKind::Statements),
        "this field cannot be empty"
    );
}

/// A field of some megabytes is read as it is; how long a text may be says who records it.
#[test]
fn a_huge_field_is_read_whole() {
    let huge = "x".repeat(8 << 20);
    let text = format!("treaty,iso3,date,meeting\nccm,ITA,2016,{huge}\n");
    let file = csv(EntryKind::Statements, text.as_bytes());
    let Body::Statement(said) = &file.rows[0].sourced.body else {
        panic!("a statement")
    };
    assert_eq!(said.meeting, huge);
    let intake = propose_entries(&file, &Origin::default(), &italy());
    assert_eq!(intake.added.len(), 1);
}
