//! The authors' hand in a paper: what they wrote is never lost, and what no longer fits the record is told.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod sample;

use std::collections::BTreeSet;

use jiff::civil::date;
use ledger::body::{Report, ReportChange, ReportForm, ReportMasthead, ReportParagraph};
use ledger::{Audience, EntryRef, Seq};
use proptest::prelude::*;
use report::author::{Deed, Hand, NotDone, Stands, apply, author, in_one_line};
use report::paper::{
    Block, Heading, NoteForm, Origin, Paper, Paragraph, ParagraphForm, Stated,
};
use report::{html, markdown};
use treaty::Lang;

/// A report in which nobody has written anything yet.
fn kept() -> Report {
    Report {
        report: "ours".into(),
        title: "Ours".into(),
        kind: "status".into(),
        treaty: "invented-2018".parse().unwrap(),
        states: Vec::new(),
        plan: None,
        from: None,
        to: date(2026, 11, 22),
        lang: Lang::En,
        made_for: Audience::Public,
        masthead: ReportMasthead::default(),
        notes: None,
        pictures: Vec::new(),
        changes: Vec::new(),
        own: Vec::new(),
    }
}

/// A passage by its key, and its sentences.
type Told<'a> = (&'a str, &'a [&'a str]);

/// A paper of parts, each with passages of sentences: `status: One State ratified. None left. / force: No.`
fn paper(parts: &[(&str, &[Told<'_>])]) -> Paper {
    let mut blocks = Vec::new();
    let mut entry = 0;
    for (part, passages) in parts {
        blocks.push(Block::Heading(Heading {
            key: format!("part-{part}"),
            level: 1,
            text: (*part).to_owned(),
            begins_page: false,
        }));
        for (key, sentences) in *passages {
            let sentences = sentences.iter().map(|text| {
                entry += 1;
                Stated {
                    text: (*text).to_owned(),
                    entries: vec![EntryRef::Public(Seq(entry))],
                    asks: Some(format!("/about/{entry}")),
                    origin: Origin::Record,
                }
            });
            blocks.push(Block::Paragraph(Paragraph {
                key: (*key).to_owned(),
                form: ParagraphForm::Numbered,
                sentences: sentences.collect(),
            }));
        }
    }
    let mut paper = sample::paper(Lang::En, NoteForm::None);
    (paper.blocks, paper.annexes, paper.sources) = (blocks, Vec::new(), Vec::new());
    paper
}

/// The body, a line for each block: the key, and behind it whose words each sentence is in.
fn shown(paper: &Paper) -> String {
    let line = |block: &Block| match block {
        Block::Heading(one) => format!("# {}", one.key),
        Block::Paragraph(one) => {
            let said = one.sentences.iter().map(|said| {
                let whose = match said.origin {
                    Origin::Record => "",
                    Origin::Edited => "edited ",
                    Origin::Stale => "stale ",
                    Origin::Author => "own ",
                };
                format!("{whose}[{}]", said.text)
            });
            format!("{}: {}", one.key, said.collect::<Vec<_>>().join(" "))
        }
        Block::Table(_) | Block::Picture(_) => unreachable!("no such block stands in these"),
    };
    paper.blocks.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn write(key: &str, text: &str) -> Deed {
    Deed::Write {
        key: key.into(),
        text: text.into(),
    }
}

fn add(after: &str, text: &str) -> Deed {
    Deed::Add {
        after: after.into(),
        form: ReportForm::Numbered,
        text: text.into(),
    }
}

/// A report to which this was done, one after the other.
fn done(paper: &Paper, deeds: &[Deed]) -> Report {
    let step = |kept: Report, deed: &Deed| apply(&kept, paper, deed).unwrap();
    deeds.iter().fold(kept(), step)
}

fn then() -> Paper {
    paper(&[
        (
            "status",
            &[
                ("status", &["One State ratified.", "None left."]),
                ("force", &["It is not in force."]),
            ],
        ),
        ("work", &[("visits", &["Two visits were made."])]),
    ])
}

#[test]
fn an_author_edits_one_sentence_and_the_others_stay_the_records() {
    let then = then();
    let kept = done(
        &then,
        &[write("status", "One State, XAA, ratified. None left.")],
    );
    let hand = author(&then, &kept);
    assert!(
        shown(&hand.paper).contains("status: edited [One State, XAA, ratified.] [None left.]")
    );
    let entries: Vec<_> = hand.paper.paragraphs().next().unwrap().entries();
    assert_eq!(
        entries,
        [1, 2].map(|n| EntryRef::Public(Seq(n))),
        "it rests on what it rested on"
    );
    assert_eq!((hand.open(), hand.marks[0].stands), (0, Stands::Holds));
}

#[test]
fn what_the_record_says_otherwise_by_now_is_shown_then_and_now() {
    let kept = done(
        &then(),
        &[
            write("status", "One State, XAA, ratified. None left."),
            write("visits", "Two visits were made. They were useful."),
        ],
    );
    let now = paper(&[
        (
            "status",
            &[
                ("status", &["Two States ratified.", "None left."]),
                ("force", &["It is not in force."]),
            ],
        ),
        ("work", &[("visits", &["Three visits were made."])]),
    ]);
    let hand = author(&now, &kept);
    assert_eq!(
        shown(&hand.paper),
        "\
# part-status
status: stale [One State, XAA, ratified.] [None left.]
force: [It is not in force.]
# part-work
visits: stale [Two visits were made.] own [They were useful.]"
    );
    assert_eq!(hand.open(), 2);
    let mark = hand.mark("status").unwrap();
    let texts = |all: &[report::author::Sentence]| -> Vec<_> {
        all.iter()
            .map(|one| format!("{}{}", if one.same { "" } else { "! " }, one.text))
            .collect()
    };
    assert_eq!(texts(&mark.was), ["! One State ratified.", "None left."]);
    assert_eq!(texts(&mark.now), ["! Two States ratified.", "None left."]);
    let stale = hand.paper.paragraphs().next().unwrap();
    assert_eq!(
        stale.sentences[0].entries,
        [],
        "a note would say that it rests on what it no longer fits"
    );

    let mine = apply(
        &kept,
        &now,
        &Deed::KeepMine {
            key: "status".into(),
        },
    )
    .unwrap();
    let hand = author(&now, &mine);
    assert!(
        shown(&hand.paper).contains("status: edited [One State, XAA, ratified.] [None left.]")
    );
    let back = apply(
        &mine,
        &now,
        &Deed::TakeBack {
            key: "visits".into(),
        },
    )
    .unwrap();
    assert_eq!(author(&now, &back).open(), 0);
    assert!(shown(&author(&now, &back).paper).ends_with("visits: [Three visits were made.]"));
}

#[test]
fn a_sentence_that_the_record_adds_is_told_though_nothing_written_is_wrong() {
    let kept = done(&then(), &[write("visits", "Two visits took place.")]);
    let now = paper(&[(
        "work",
        &[("visits", &["Two visits were made.", "One letter was sent."])],
    )]);
    let hand = author(&now, &kept);
    assert_eq!(hand.mark("visits").unwrap().stands, Stands::Differs);
    assert!(shown(&hand.paper).contains("visits: edited [Two visits took place.]"));
}

#[test]
fn what_is_left_out_is_told_when_it_changes() {
    let kept = done(
        &then(),
        &[Deed::LeaveOut {
            key: "force".into(),
        }],
    );
    let hand = author(&then(), &kept);
    assert!(!shown(&hand.paper).contains("force"));
    assert_eq!(
        hand.left_out().map(|one| one.stands).collect::<Vec<_>>(),
        [Stands::Holds]
    );
    let now = paper(&[("status", &[("force", &["It entered into force."])])]);
    let hand = author(&now, &kept);
    assert_eq!(
        hand.left_out().map(|one| one.stands).collect::<Vec<_>>(),
        [Stands::Differs]
    );
    let gone = author(&paper(&[("status", &[("status", &["None left."])])]), &kept);
    assert_eq!(gone.marks, [], "what is not told is not missed");
}

#[test]
fn paragraphs_of_their_own_stand_where_they_were_put() {
    let then = then();
    let kept = done(
        &then,
        &[
            add("visits", "Second.\n\nThird."),
            add("visits", "First."),
            add("own-2", "Between\nthe two."),
            add("part-status", "We thank all."),
        ],
    );
    assert_eq!(
        shown(&author(&then, &kept).paper),
        "\
# part-status
own-5: own [We thank all.]
status: [One State ratified.] [None left.]
force: [It is not in force.]
# part-work
visits: [Two visits were made.]
own-3: own [First.]
own-1: own [Second.]
own-2: own [Third.]
own-4: own [Between the two.]"
    );
}

#[test]
fn what_loses_its_place_stands_at_the_end_of_its_part_until_somebody_looks() {
    let kept = done(
        &then(),
        &[
            add("status", "Of the status."),
            write("visits", "Two visits took place."),
            add("visits", "Of the visits."),
        ],
    );
    let now = paper(&[("status", &[("force", &["It is not in force."])])]);
    let hand = author(&now, &kept);
    assert_eq!(
        shown(&hand.paper),
        "\
# part-status
force: [It is not in force.]
own-1: own [Of the status.]
visits: stale [Two visits took place.]
own-2: own [Of the visits.]"
    );
    assert_eq!(hand.open(), 3);

    let mut settled = kept;
    for key in ["own-1", "visits", "own-2"] {
        settled = apply(&settled, &now, &Deed::KeepMine { key: key.into() }).unwrap();
    }
    let hand = author(&now, &settled);
    assert_eq!(hand.open(), 0, "{:?}", hand.marks);
    assert!(shown(&hand.paper).contains("own [Two visits took place.]"));
    assert!(settled.changes.is_empty());
}

#[test]
fn a_passage_written_as_the_record_has_it_is_no_change() {
    let then = then();
    let kept = done(
        &then,
        &[write("status", " One State ratified.\r\nNone left. ")],
    );
    assert_eq!(kept, self::kept());
}

#[test]
fn what_cannot_be_done_is_refused() {
    let then = then();
    let refused = |deed: Deed| apply(&kept(), &then, &deed).unwrap_err();
    let nothing = |key: &str| NotDone::NoPassage(key.into());
    assert_eq!(refused(write("status", " \n ")), NotDone::NoText);
    assert_eq!(refused(add("status", "\n\n")), NotDone::NoText);
    assert_eq!(refused(write("nowhere", "X")), nothing("nowhere"));
    assert_eq!(refused(add("nowhere", "X")), nothing("nowhere"));
    for deed in [
        Deed::LeaveOut {
            key: "nowhere".into(),
        },
        Deed::TakeBack {
            key: "status".into(),
        },
        Deed::KeepMine {
            key: "status".into(),
        },
        Deed::KeepMine {
            key: "own-1".into(),
        },
    ] {
        assert!(
            matches!(refused(deed.clone()), NotDone::NoPassage(_)),
            "{deed:?}"
        );
    }
}

#[test]
fn a_paper_that_goes_out_shows_no_marks_and_tells_of_its_authors() {
    let kept = done(
        &then(),
        &[
            write("status", "Nobody <left>."),
            Deed::LeaveOut {
                key: "force".into(),
            },
        ],
    );
    let now = paper(&[
        ("status", &[("status", &["Two States ratified."])]),
        ("work", &[("force", &["X."])]),
    ]);
    let hand = author(&now, &kept);
    let page = html::page(&hand.paper);
    assert!(page.contains("Nobody &lt;left&gt;."));
    for class in [
        "class=\"stale\"",
        "class=\"own\"",
        "class=\"edited\"",
        "<mark",
    ] {
        assert!(!page.contains(class), "{class}");
    }
    let told = "In the words of its authors: one paragraph. Left out by them: one paragraph.";
    assert!(markdown::write(&hand.paper).contains(told));
}

/// A word of a text, from a few, so that texts often share sentences.
fn sentence() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "One.",
        "Two.",
        "Two. Three.",
        "Four\u{a0}!",
        "O",
        "No one.",
    ])
    .prop_map(str::to_owned)
}

fn key() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["a", "b", "c", "d", "e", "f"]).prop_map(str::to_owned)
}

/// A paper of some parts with some passages of some sentences, each key once.
fn any_paper() -> impl Strategy<Value = Paper> {
    let passage = (key(), prop::collection::vec(sentence(), 1..4));
    let part = (
        prop::sample::select(vec!["p", "q", "r"]),
        prop::collection::vec(passage, 0..4),
    );
    prop::collection::vec(part, 0..4).prop_map(|parts| {
        let (mut keys, mut names) = (BTreeSet::new(), BTreeSet::new());
        let mut blocks = Vec::new();
        for (name, passages) in parts {
            if !names.insert(name) {
                continue;
            }
            blocks.extend(paper(&[(name, &[])]).blocks);
            for (key, sentences) in passages {
                if keys.insert(key.clone()) {
                    let texts: Vec<_> = sentences.iter().map(String::as_str).collect();
                    blocks.extend(paper(&[("x", &[(&key, &texts)])]).blocks.split_off(1));
                }
            }
        }
        let mut whole = paper(&[]);
        whole.blocks = blocks;
        whole
    })
}

/// What authors kept of papers that nobody has any more.
fn any_kept() -> impl Strategy<Value = Report> {
    let text = || prop::collection::vec(sentence(), 1..4).prop_map(|all| all.join(" "));
    let part = || prop::option::of(prop::sample::select(vec!["part-p", "part-q", "part-z"]));
    let was = prop::collection::vec(sentence(), 1..4);
    let change = (key(), part(), prop::option::of(text()), was);
    let own = (part(), prop::option::of(key()), text());
    let own = prop::collection::vec(own, 0..4);
    (prop::collection::vec(change, 0..4), own).prop_map(|(changes, own)| {
        let mut keys = BTreeSet::new();
        let changes = changes
            .into_iter()
            .filter(|(key, ..)| keys.insert(key.clone()));
        let change = |(passage, part, text, was): (_, Option<&str>, _, _)| ReportChange {
            passage,
            part: part.map(str::to_owned),
            text,
            was,
        };
        let own = (1..)
            .zip(own)
            .map(|(n, (part, after, text))| ReportParagraph {
                key: format!("own-{n}"),
                part: part.map(str::to_owned),
                after,
                form: ReportForm::Plain,
                text,
            });
        Report {
            changes: changes.map(change).collect(),
            own: own.collect(),
            ..kept()
        }
    })
}

/// Something to do to one of a few keys.
fn any_deed() -> impl Strategy<Value = Deed> {
    let keys = vec!["a", "b", "c", "part-p", "own-1", "own-2"];
    let key = prop::sample::select(keys).prop_map(str::to_owned);
    (key, sentence(), 0..5u8).prop_map(|(key, text, which)| match which {
        0 => Deed::Write { key, text },
        1 => Deed::TakeBack { key },
        2 => Deed::KeepMine { key },
        3 => Deed::LeaveOut { key },
        _ => Deed::Add {
            after: key,
            form: ReportForm::Bullet,
            text,
        },
    })
}

/// The texts in the authors' words, in order of the alphabet.
fn words(kept: &Report) -> Vec<String> {
    let changes = kept.changes.iter().filter_map(|one| one.text.clone());
    let mut all: Vec<_> = changes
        .chain(kept.own.iter().map(|one| one.text.clone()))
        .collect();
    all.sort();
    all
}

proptest! {
    #[test]
    fn without_a_hand_in_it_a_paper_is_the_same(paper in any_paper()) {
        let hand = author(&paper, &kept());
        prop_assert_eq!(hand.paper, paper);
        prop_assert!(hand.marks.is_empty());
    }

    /// Whatever the record says by now, each text of the authors stands in the paper, once and whole.
    #[test]
    fn no_word_of_the_authors_is_lost(paper in any_paper(), kept in any_kept()) {
        let hand = author(&paper, &kept);
        let text = |key: &str| -> Vec<String> {
            let all = hand.paper.paragraphs().filter(|one| one.key == key);
            all.map(Paragraph::text).collect()
        };
        for change in &kept.changes {
            if let Some(written) = &change.text {
                prop_assert_eq!(text(&change.passage), vec![in_one_line(written)]);
            }
        }
        for one in &kept.own {
            prop_assert_eq!(text(&one.key), vec![in_one_line(&one.text)]);
        }
        // What nobody touched is as it was made.
        for one in paper.paragraphs() {
            match kept.change(&one.key) {
                None => prop_assert!(hand.paper.paragraphs().any(|other| other == one)),
                Some(change) if change.text.is_none() => prop_assert!(text(&one.key).is_empty()),
                Some(_) => {}
            }
        }
        // Nothing is in the authors' words that they did not write, and each thing they did is told once.
        for one in hand.paper.paragraphs() {
            let theirs = one.sentences.iter().any(|said| said.origin != Origin::Record);
            prop_assert!(!theirs || hand.mark(&one.key).is_some());
        }
        let keys: BTreeSet<_> = hand.marks.iter().map(|mark| &mark.key).collect();
        prop_assert_eq!(keys.len(), hand.marks.len());
    }

    /// What the record still says as then is in nobody's way, and what it does not is told.
    #[test]
    fn what_differs_is_told_and_nothing_else(paper in any_paper(), kept in any_kept()) {
        let hand = author(&paper, &kept);
        for mark in hand.marks.iter().filter(|mark| mark.hand != Hand::Own) {
            let change = kept.change(&mark.key).unwrap();
            let now = paper.paragraphs().find(|one| one.key == mark.key);
            let now: Option<BTreeSet<_>> = now.map(|one| one.sentences.iter().map(|said| &said.text).collect());
            let was: BTreeSet<_> = change.was.iter().collect();
            let expected = match now {
                None => Stands::Gone,
                Some(now) if now == was => Stands::Holds,
                Some(_) => Stands::Differs,
            };
            prop_assert_eq!(mark.stands, expected);
            let stale = |one: &Paragraph| one.sentences.iter().any(|said| said.origin == Origin::Stale);
            let stale = hand.paper.paragraphs().any(|one| one.key == mark.key && stale(one));
            prop_assert!(!stale || mark.is_open());
        }
    }

    /// Each deed touches the words it names and no others, whatever the paper is by then.
    #[test]
    fn a_deed_loses_no_other_words(
        kept in any_kept(),
        steps in prop::collection::vec((any_paper(), any_deed()), 1..6),
    ) {
        let mut kept = kept;
        for (paper, deed) in steps {
            let before = words(&kept);
            let Ok(next) = apply(&kept, &paper, &deed) else { continue };
            let after = words(&next);
            let lost = before.iter().filter(|one| !after.contains(one)).count();
            match deed {
                Deed::KeepMine { .. } => prop_assert_eq!(before, after),
                Deed::Add { text, .. } => {
                    prop_assert_eq!(lost, 0);
                    prop_assert!(after.contains(&in_one_line(&text)));
                }
                Deed::Write { .. } | Deed::TakeBack { .. } | Deed::LeaveOut { .. } => {
                    prop_assert!(lost <= 1, "{lost} texts are lost");
                }
            }
            kept = next;
        }
    }

    /// Who looked at all that is open has nothing open.
    #[test]
    fn what_was_looked_at_is_settled(paper in any_paper(), kept in any_kept()) {
        let mut settled = kept.clone();
        for mark in author(&paper, &kept).marks.iter().filter(|mark| mark.is_open()) {
            settled = apply(&settled, &paper, &Deed::KeepMine { key: mark.key.clone() }).unwrap();
        }
        let hand = author(&paper, &settled);
        prop_assert_eq!(hand.open(), 0, "{:?}", hand.marks);
        let mut before: Vec<_> = words(&kept).iter().map(|one| in_one_line(one)).collect();
        let mut after: Vec<_> = words(&settled).iter().map(|one| in_one_line(one)).collect();
        before.sort();
        after.sort();
        prop_assert_eq!(before, after);
    }
}
