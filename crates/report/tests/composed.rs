//! The reports of the demonstration, whole, in both languages: for people to read, and so that no change to them
//! goes unseen.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

use jiff::Timestamp;
use jiff::civil::Date;
use ledger::body::vocabulary::{ApproachKind, Channel, Level, PledgeKind};
use ledger::{Audience, Batch, Body, Entry, EntryId};
use report::compose::{How, paper};
use report::markdown;
use serde_json::{Value, json};
use treaty::{Lang, Source, TreatyId};
use words::{FORA, Words};
use world::view::{ReportAsk, ReportKind};
use world::{Viewer, World};

/// The shipped facts and the demonstration, as anyone sees them.
fn world() -> World {
    let demo = shipped::demo().unwrap().into_iter();
    with(demo.map(|record| (record.source, record.body)))
}

/// The shipped facts and more, as anyone sees them.
fn with(more: impl Iterator<Item = (Source, Body)>) -> World {
    let mut entries = shipped::entries().unwrap();
    let last = entries.last().unwrap().recorded;
    entries.extend(more.zip(1u128..).map(|((source, body), n)| Entry {
        id: EntryId(uuid::Uuid::from_u128(n)),
        recorded: last,
        author: shipped::DEMO_AUTHOR.to_owned(),
        audience: Audience::Public,
        label: None,
        origin: None,
        source,
        batch: Batch { at: 0, of: 1 },
        body,
    }));
    let recorded = ledger::chain(entries).unwrap();
    World::fold(&recorded, &Viewer::public(), Timestamp::MAX)
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn progress(world: &World, lang: Lang) -> String {
    let ctbt: TreatyId = "ctbt".parse().unwrap();
    let ask = ReportAsk {
        kind: ReportKind::Progress,
        treaty: ctbt,
        of: Vec::new(),
        from: Some(day("2021-09-23")),
        to: day("2023-09-22"),
        plan: None,
    };
    let view = world.report(&ask, lang).unwrap();
    markdown::write(&paper(&view, Words::for_lang(lang), &How::default()))
}

fn kind(world: &World, ask: &ReportAsk, lang: Lang) -> String {
    let view = world.report(ask, lang).unwrap();
    markdown::write(&paper(&view, Words::for_lang(lang), &How::default()))
}

/// The same paper twice in each language, as its snapshots have it.
fn snapshots(world: &World, ask: &ReportAsk) {
    for (lang, code) in [(Lang::En, "en"), (Lang::Fr, "fr")] {
        let text = kind(world, ask, lang);
        assert_eq!(text, kind(world, ask, lang), "the same bytes twice");
        assert!(!text.contains('⟨') && !text.contains("{$"), "{text}");
        insta::assert_snapshot!(format!("{}-{code}", ask.kind), settled(&text));
    }
}

/// Without what changes with every release of the facts: the head, and the number of entries.
fn settled(text: &str) -> String {
    let colophon = text.rfind("---").unwrap();
    text[..colophon].to_owned()
}

#[test]
fn the_progress_report_of_the_demonstration_in_english_and_french() {
    let world = world();
    for (lang, name) in [(Lang::En, "progress-en"), (Lang::Fr, "progress-fr")] {
        let text = progress(&world, lang);
        assert_eq!(text, progress(&world, lang), "the same bytes twice");
        assert!(!text.contains('⟨') && !text.contains("{$"), "{text}");
        insta::assert_snapshot!(name, settled(&text));
    }
}

#[test]
fn the_activities_of_the_demonstration_in_english_and_french() {
    let ask = asked(
        ReportKind::Activities,
        "ctbt",
        &[],
        Some("2021-09-23"),
        "2023-09-22",
    );
    snapshots(&world(), &ask);
}

#[test]
fn the_sentence_for_a_statement_in_english_and_french() {
    let world = world();
    let ctbt = asked(
        ReportKind::Sentence,
        "ctbt",
        &[],
        Some("2021-09-23"),
        "2023-09-22",
    );
    snapshots(&world, &ctbt);
    let ccm = asked(
        ReportKind::Sentence,
        "ccm",
        &[],
        Some("2024-09-11"),
        "2025-09-20",
    );
    for (lang, name) in [(Lang::En, "sentence-ccm-en"), (Lang::Fr, "sentence-ccm-fr")] {
        insta::assert_snapshot!(name, settled(&kind(&world, &ccm, lang)));
    }
    let last = asked(ReportKind::Sentence, "ccm", &[], None, "2024-09-11");
    let said = kind(&world, &last, Lang::En);
    assert!(said.contains("The last to join was "), "{said}");
}

#[test]
fn assistance_under_the_ccm_in_english_and_french() {
    let ask = asked(
        ReportKind::Assistance,
        "ccm",
        &[],
        Some("2010-08-01"),
        "2024-09-10",
    );
    snapshots(&with(helped().into_iter()), &ask);
}

/// What was asked for, offered, promised and given, of every kind.
fn helped() -> Vec<(Source, Body)> {
    let help = |more: Value| {
        let mut said =
            json!({"treaty": "ccm", "by": "NOR", "what": "clearance of contaminated land"});
        let more: serde_json::Map<_, _> = serde_json::from_value(more).unwrap();
        said.as_object_mut().unwrap().extend(more);
        json!({ "assistance": said })
    };
    let talk = |more: Value| {
        let mut said = json!({
            "treaties": ["ccm"], "state": "done", "kind": "meeting_bilateral", "on": "2022-03-01",
            "by": [{"participant": "NOR"}], "to": [{"participant": "LAO"}],
        });
        let more: serde_json::Map<_, _> = serde_json::from_value(more).unwrap();
        said.as_object_mut().unwrap().extend(more);
        json!({ "approach": said })
    };
    let all = [
        help(json!({"to": "LAO", "on": "2021-05-03"})),
        help(json!({"to": "LBN", "on": "2021-05-03"})),
        help(json!({"to": "LAO", "on": "2022", "what": "education of those at risk"})),
        help(json!({"to_name": "Gaza Strip", "on": "2022-06"})),
        help(json!({"by": "CHE", "on": "2023-01-09"})),
        help(json!({"by": "CHE", "to": "IRQ", "to_name": "Republic of Iraq", "on": "2024"})),
        help(json!({"by": "CHE", "to": "LBN", "on": "2009"})),
        talk(json!({"kind": "training", "points": "A course on the destruction of stocks."})),
        talk(json!({"asked": ["clearance_help", "training"], "offered": ["expert_visit"]})),
        talk(
            json!({"outcomes": ["assistance_requested"], "to": [{"participant": "LAO"}, {"participant": "LBN"}]}),
        ),
        talk(json!({"kind": "technical_assistance", "on": "2024"})),
        json!({"pledge": {
            "treaty": "ccm", "by": "DEU", "kind": "assist", "what": "help with reports", "state": "kept", "on": "2022-03-04",
        }}),
    ];
    all.into_iter()
        .map(|body| {
            (
                Source::cited("a test"),
                serde_json::from_value(body).unwrap(),
            )
        })
        .collect()
}

#[test]
fn the_voting_record_in_english_and_french() {
    let world = with(voted().into_iter());
    let ask = asked(
        ReportKind::Votes,
        "ccm",
        &[],
        Some("2017-01-01"),
        "2020-12-31",
    );
    snapshots(&world, &ask);
    let of = asked(
        ReportKind::Votes,
        "ccm",
        &["LAO", "ZWE", "IRN"],
        Some("2017-01-01"),
        "2020-12-31",
    );
    for (lang, name) in [(Lang::En, "votes-states-en"), (Lang::Fr, "votes-states-fr")] {
        insta::assert_snapshot!(name, settled(&kind(&world, &of, lang)));
    }
}

/// Roll calls that nobody held, so that no State is said to have voted as it did not: their titles say so.
fn voted() -> Vec<(Source, Body)> {
    let title = "A resolution that no Assembly knows";
    let call = |resolution: &str, body: &str, on: &str, lists: Value| {
        let mut said = json!({
            "treaty": "ccm", "resolution": resolution, "title": title, "body": body, "on": on,
        });
        let lists: serde_json::Map<_, _> = serde_json::from_value(lists).unwrap();
        said.as_object_mut().unwrap().extend(lists);
        json!({ "roll_call": said })
    };
    let all = [
        call(
            "X/RES/72/1",
            "plenary",
            "2017-12-04",
            json!({
                "yes": ["ITA", "LAO"], "no": ["ZWE"], "abstain": ["IRN", "NPL"], "absent": ["TON"],
            }),
        ),
        call(
            "X/RES/73/1",
            "plenary",
            "2018-12-05",
            json!({
                "yes": ["ITA", "LAO", "NPL"], "abstain": ["IRN", "ZWE"],
            }),
        ),
        call(
            "X/RES/74/1",
            "plenary",
            "2019-12-12",
            json!({
                "yes": ["ITA", "LAO"], "no": ["NPL"], "absent": ["IRN"],
            }),
        ),
        call(
            "X/C.1/74/L.1",
            "first_committee",
            "2019-11-01",
            json!({
                "yes": ["ITA", "LAO", "IRN"], "abstain": ["ZWE"],
            }),
        ),
        call(
            "X/C.1/74/L.1",
            "first_committee",
            "2019-11-01",
            json!({
                "part": "operative paragraph 2", "yes": ["ITA"], "no": ["ZWE"], "abstain": ["LAO"],
            }),
        ),
        call("X/75/L.1", "other", "2020-02", json!({"no": ["ZWE"]})),
        call("X/RES/71/1", "plenary", "2016", json!({"yes": ["ITA"]})),
    ];
    all.into_iter()
        .map(|body| {
            (
                Source::cited("a test"),
                serde_json::from_value(body).unwrap(),
            )
        })
        .collect()
}

#[test]
fn the_status_of_the_ccm_in_english_and_french() {
    let world = world();
    let ccm: TreatyId = "ccm".parse().unwrap();
    for (lang, name) in [(Lang::En, "status-en"), (Lang::Fr, "status-fr")] {
        let ask = ReportAsk {
            kind: ReportKind::Status,
            treaty: ccm.clone(),
            of: Vec::new(),
            from: None,
            to: day("2021-09-21"),
            plan: None,
        };
        let view = world.report(&ask, lang).unwrap();
        let text = markdown::write(&paper(&view, Words::for_lang(lang), &How::default()));
        insta::assert_snapshot!(name, settled(&text));
    }
}

/// A world in which Italy, and Italy with South Africa, did something of every kind: for States, and for others at a
/// forum and without one, with papers and without.
fn of_every_kind() -> World {
    let italy = json!([{"participant": "ITA", "person": "A. Person", "level": "expert"}]);
    let both = json!([{"participant": "ITA"}, {"participant": "ZAF"}]);
    let states = json!([{"participant": "NPL"}, {"participant": "GMB"}]);
    let named = json!([{"name": "the Friends of Peace"}]);
    let papers = json!([{"title": "A/RES/77/94, On tests"}, {"title": "On tests"}]);
    let approach = |kind: &ApproachKind, by: &Value, to: &Value, more: Value| {
        let mut said = json!({
            "treaties": ["ctbt"], "state": "done", "kind": kind, "by": by, "to": to, "on": "2022-03-01",
        });
        let more: serde_json::Map<_, _> = serde_json::from_value(more).unwrap();
        said.as_object_mut().unwrap().extend(more);
        json!({ "approach": said })
    };
    let mut all = Vec::new();
    for kind in ApproachKind::ALL {
        for by in [&italy, &both, &json!([{"name": "the Support Unit"}])] {
            all.push(approach(kind, by, &states, json!({})));
            all.push(approach(kind, by, &named, json!({})));
            all.push(approach(
                kind,
                by,
                &named,
                json!({"forum": "oas", "documents": papers, "points": "Said."}),
            ));
            all.push(approach(
                kind,
                by,
                &named,
                json!({"forum": "a forum of their own", "place": "Rome"}),
            ));
        }
    }
    let visit = &ApproachKind::Visit;
    for channel in Channel::ALL {
        all.push(approach(visit, &both, &states, json!({"channel": channel})));
        all.push(approach(
            visit,
            &both,
            &states,
            json!({"channel": channel, "place": "Bern"}),
        ));
    }
    for level in Level::ALL {
        let to = json!([{"participant": "BTN", "level": level}]);
        all.push(approach(visit, &italy, &to, json!({})));
    }
    for forum in FORA {
        let spoke = &ApproachKind::StatementNational;
        all.push(approach(spoke, &italy, &named, json!({ "forum": forum })));
    }
    for kind in PledgeKind::ALL {
        all.push(json!({"pledge": {
            "treaty": "ctbt", "by": "NPL", "kind": kind, "what": "as they said", "state": "open",
            "on": "2022-03", "due": "2024",
        }}));
    }
    with(all.into_iter().map(|body| {
        (
            Source::cited("a test"),
            serde_json::from_value(body).unwrap(),
        )
    }))
}

#[test]
fn every_kind_of_approach_is_worded_in_both_languages() {
    let world = of_every_kind();
    for lang in [Lang::En, Lang::Fr] {
        let text = progress(&world, lang);
        for wrong in ["⟨", "{$", "{ $", "  .", " .", ", .", ",,", "()"] {
            let found = text.lines().find(|line| line.trim_start().contains(wrong));
            assert_eq!(found, None, "{lang:?}: `{wrong}`");
        }
        for told in ["Bern", "A/RES/77/94", "Friends of Peace", "A. Person"] {
            assert!(text.contains(told), "{lang:?}: {told}");
        }
    }
    // Where nothing is written in words of somebody's own, no English is left in the French.
    let french = progress(&world, Lang::Fr);
    let body = french.split("## Annexe I").next().unwrap();
    for english in [" the Treaty", " and ", " met ", " States", " with "] {
        let found = body.lines().find(|line| line.contains(english));
        assert_eq!(found, None, "`{english}` in French");
    }
}

/// Reports of other kinds, by their names: with the demonstration, as anyone sees it.
fn asked(
    kind: ReportKind,
    treaty: &str,
    of: &[&str],
    from: Option<&str>,
    to: &str,
) -> ReportAsk {
    ReportAsk {
        kind,
        treaty: treaty.parse().unwrap(),
        of: of.iter().map(|one| one.parse().unwrap()).collect(),
        from: from.map(day),
        to: day(to),
        plan: None,
    }
}

/// The body of a report in both languages, under two names; every text is there, and no English is left in the French.
fn in_both(ask: &ReportAsk, name: &str, english: &[&str]) {
    let world = world();
    for lang in [Lang::En, Lang::Fr] {
        let view = world.report(ask, lang).unwrap();
        let text = markdown::write(&paper(&view, Words::for_lang(lang), &How::default()));
        for wrong in ["⟨", "{$", "{ $", "  .", " .", ", .", ",,", "()"] {
            let found = text.lines().find(|line| line.trim_start().contains(wrong));
            assert_eq!(found, None, "{lang:?}: `{wrong}`");
        }
        if lang == Lang::Fr {
            // Quotations are as they were recorded, addresses are no language.
            let quoted = |line: &str| line.contains('«') || line.contains("/reports/");
            for word in english {
                let found = text
                    .lines()
                    .find(|line| line.contains(word) && !quoted(line));
                assert_eq!(found, None, "`{word}` in French");
            }
        }
        insta::assert_snapshot!(format!("{name}-{lang}", lang = lang.code()), settled(&text));
    }
}

#[test]
fn what_was_owed_under_the_ccm_in_english_and_french() {
    let english = [" the ", " and ", " States", " due ", "known"];
    let ask = asked(ReportKind::Obligations, "ccm", &[], None, "2024-09-10");
    in_both(&ask, "obligations", &english);
}

#[test]
fn the_action_plans_of_the_ccm_in_english_and_french() {
    let english = [" the ", " and ", " States", "Due"];
    let lausanne = asked(ReportKind::Plan, "ccm", &[], None, "2024-09-10");
    in_both(&lausanne, "plan", &english);
    let dubrovnik = asked(ReportKind::Plan, "ccm", &[], None, "2021-09-01");
    in_both(&dubrovnik, "plan-with-goal", &english);
}

#[test]
fn briefs_and_notes_for_meetings_in_english_and_french() {
    let english = [" the ", " and ", " States"];
    let brief = asked(
        ReportKind::Brief,
        "ctbt",
        &["NPL", "EGY"],
        None,
        "2023-09-22",
    );
    in_both(&brief, "brief", &english);
    let note = asked(ReportKind::Bilateral, "ctbt", &["NPL"], None, "2023-09-22");
    in_both(&note, "bilateral", &english);
}
