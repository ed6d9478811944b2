//! What news say of acts that were corrected, disputed or taken back: whoever was told is told again,
//! under the same name, and why.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::collections::BTreeSet;

use common::{chain, code, day, entry, id};
use jiff::Timestamp;
use ledger::body::{Correction, Dispute, Retraction};
use ledger::{Body, Entry, EntryId};
use treaty::{Act, Kind, Lang, ParticipantId};
use world::view::{NewsItem, NewsWhat};
use world::{Viewer, World};

const ON: &str = "2026-11-22";

/// The CCM, and what is told of it hour by hour from the first hour of 2026-11-01.
struct Story {
    entries: Vec<Entry>,
}

impl Story {
    fn new() -> Story {
        let shipped = shipped::entries().unwrap();
        let find = |what: fn(&Body) -> bool| {
            let mut found = shipped.iter().filter(|entry| what(&entry.body));
            let mut found = found.next().unwrap().clone();
            found.recorded = at(0);
            found
        };
        let law =
            find(|body| matches!(body, Body::Treaty(file) if file.treaty.as_str() == "ccm"));
        let state =
            find(|body| matches!(body, Body::Participant(one) if one.id.as_str() == "ITA"));
        let mut entries = vec![law];
        for (n, invented) in (900..).zip(["XAA", "XBB"]) {
            let mut body = state.body.clone();
            if let Body::Participant(one) = &mut body {
                one.id = code(invented);
            }
            entries.push(Entry {
                recorded: at(0),
                ..entry(n, body)
            });
        }
        Story { entries }
    }

    fn tell(&mut self, body: Body) -> EntryId {
        let hour = self.entries.len() - 2;
        let mut told = entry(u64::try_from(hour).unwrap(), body);
        told.recorded = at(hour);
        self.entries.push(told);
        self.entries.last().unwrap().id
    }

    /// In the same hour as what was told before.
    fn tell_at_once(&mut self, body: Body) -> EntryId {
        let id = self.tell(body);
        let hour = self.entries.len() - 4;
        self.entries.last_mut().unwrap().recorded = at(hour);
        id
    }

    fn accession(&mut self, by: &str, on: &str) -> EntryId {
        self.tell(Body::Act(accession(by, on)))
    }

    fn correct(&mut self, of: EntryId, act: Act, why: &str) -> EntryId {
        let (body, why) = (Box::new(Body::Act(act)), why.to_owned());
        self.tell(Body::Correction(Correction { of, body, why }))
    }

    fn dispute(&mut self, of: EntryId, why: &str, counts: bool) -> EntryId {
        let why = why.to_owned();
        self.tell(Body::Dispute(Dispute { of, why, counts }))
    }

    fn retract(&mut self, of: EntryId, why: &str) -> EntryId {
        let why = why.to_owned();
        self.tell(Body::Retraction(Retraction { of, why }))
    }

    fn items(&self, state: Option<&str>, on: &str) -> Vec<NewsItem> {
        let world = World::fold(
            &chain(self.entries.clone()),
            &Viewer::public(),
            Timestamp::MAX,
        );
        let state: Option<ParticipantId> = state.map(code);
        let news = world.news(None, state, day(on), None, 100, Lang::En);
        let mut items = news.unwrap().items;
        let names: BTreeSet<_> = items.iter().map(|item| item.id.clone()).collect();
        assert_eq!(names.len(), items.len(), "a name of its own for each item");
        items.retain(|item| item.what != NewsWhat::TreatyInForce);
        items
    }

    /// What the feed of a State says, or of all, a line each, newest first.
    fn feed(&self, state: Option<&str>) -> Vec<String> {
        self.items(state, ON).iter().map(line).collect()
    }
}

fn at(hour: usize) -> Timestamp {
    let first: Timestamp = "2026-11-01T00:00:00Z".parse().unwrap();
    first + jiff::SignedDuration::from_hours(i64::try_from(hour).unwrap())
}

fn accession(by: &str, on: &str) -> Act {
    Act::new(id("ccm"), code(by), Kind::Accession, on.parse().unwrap())
}

/// `3 h: act XAA 2025-09-05, corrected: why; in doubt: why; does not count`.
fn line(item: &NewsItem) -> String {
    let hours = (item.updated - at(0)).get_seconds() / 3600;
    let what = world::sheet::word(&item.what);
    let mut line = format!("{hours} h: {what} {} {}", item.iso3.unwrap(), item.date);
    if let Some(touch) = &item.touched {
        let how = world::sheet::word(&touch.how);
        line.push_str(&format!(", {how}: {}", touch.why));
    }
    if let Some(doubt) = &item.disputed {
        line.push_str(&format!("; in doubt: {doubt}"));
    }
    if !item.counts {
        line.push_str("; does not count");
    }
    line
}

#[test]
fn a_corrected_act_comes_up_again_as_the_same_item_with_the_new_day() {
    let mut story = Story::new();
    let act = story.accession("XAA", "2025-09-05");
    let before = story.items(None, ON);
    assert_eq!(
        story.feed(None),
        ["1 h: in_force XAA 2026-03-01", "1 h: act XAA 2025-09-05"]
    );
    story.correct(act, accession("XAA", "2025-10-07"), "misread");
    let after = story.items(None, ON);
    assert_eq!(
        story.feed(None),
        [
            "2 h: in_force XAA 2026-04-01, corrected: misread",
            "2 h: act XAA 2025-10-07, corrected: misread",
        ]
    );
    let name = |items: &[NewsItem], what| {
        let of = |item: &&NewsItem| item.what == what;
        let found = items.iter().find(of).unwrap();
        (found.id.clone(), found.published)
    };
    for what in [NewsWhat::Act, NewsWhat::InForce] {
        assert_eq!(name(&before, what), name(&after, what));
    }
}

#[test]
fn a_correction_of_a_correction_and_one_taken_back_say_so() {
    let mut story = Story::new();
    let act = story.accession("XAA", "2026-09-05");
    let first = story.correct(act, accession("XAA", "2026-09-06"), "misread");
    let second = story.correct(first, accession("XAA", "2026-09-07"), "misread again");
    assert_eq!(
        story.feed(None),
        ["3 h: act XAA 2026-09-07, corrected: misread again"]
    );
    story.retract(second, "it was right");
    assert_eq!(
        story.feed(None),
        ["4 h: act XAA 2026-09-06, lifted: it was right"]
    );
    story.retract(first, "that one too");
    assert_eq!(
        story.feed(None),
        ["5 h: act XAA 2026-09-05, lifted: that one too"]
    );
}

#[test]
fn a_dispute_comes_up_and_what_it_suspends_does_not_take_effect() {
    let mut story = Story::new();
    let act = story.accession("XAA", "2025-09-05");
    let doubt = story.dispute(act, "no notification", true);
    assert_eq!(
        story.feed(Some("XAA")),
        [
            "2 h: in_force XAA 2026-03-01, disputed: no notification; in doubt: no notification",
            "2 h: act XAA 2025-09-05, disputed: no notification; in doubt: no notification",
        ]
    );
    story.retract(doubt, "it was found");
    assert_eq!(
        story.feed(Some("XAA")),
        [
            "3 h: in_force XAA 2026-03-01, lifted: it was found",
            "3 h: act XAA 2025-09-05, lifted: it was found",
        ]
    );
    story.dispute(act, "a forgery", false);
    assert_eq!(
        story.feed(Some("XAA")),
        ["4 h: act XAA 2025-09-05, disputed: a forgery; in doubt: a forgery; does not count",]
    );
    let items = story.items(Some("XAA"), ON);
    assert_eq!(items[0].in_force, None, "nothing comes of it");
}

#[test]
fn an_act_taken_back_is_told_under_its_name_and_its_effect_no_more() {
    let mut story = Story::new();
    let act = story.accession("XAA", "2025-09-05");
    let name = act.to_string();
    let retraction = story.retract(act, "another State did it");
    for state in [None, Some("XAA")] {
        assert_eq!(
            story.feed(state),
            ["2 h: act XAA 2025-09-05, retracted: another State did it; does not count"]
        );
        assert_eq!(story.items(state, ON)[0].id, name);
    }
    assert!(story.feed(Some("XBB")).is_empty());
    story.retract(retraction, "it did after all");
    assert_eq!(
        story.feed(None),
        [
            "3 h: in_force XAA 2026-03-01, lifted: it did after all",
            "3 h: act XAA 2025-09-05, lifted: it did after all",
        ]
    );
}

/// Whoever follows the State that was named by mistake is told that it was one.
#[test]
fn an_act_that_is_put_right_as_anothers_is_taken_back_from_the_first() {
    let mut story = Story::new();
    let act = story.accession("XAA", "2026-09-05");
    story.correct(act, accession("XBB", "2026-09-05"), "of the neighbour");
    assert_eq!(
        story.feed(Some("XAA")),
        ["2 h: act XAA 2026-09-05, retracted: of the neighbour; does not count"]
    );
    let moved = ["2 h: act XBB 2026-09-05, corrected: of the neighbour"];
    assert_eq!(story.feed(Some("XBB")), moved);
    assert_eq!(story.feed(None), moved, "for all it is one item");
    assert_eq!(story.items(Some("XAA"), ON)[0].id, act.to_string());
    // A later doubt about the neighbour's act is none of the first State's matter.
    story.dispute(act, "no notification", true);
    assert_eq!(
        story.feed(Some("XAA")),
        ["2 h: act XAA 2026-09-05, retracted: of the neighbour; does not count"]
    );
    story.retract(act, "neither did");
    for state in ["XAA", "XBB"] {
        let told =
            format!("4 h: act {state} 2026-09-05, retracted: neither did; does not count");
        assert_eq!(story.feed(Some(state)), [told]);
    }
}

#[test]
fn what_was_put_right_in_the_same_moment_was_never_told_otherwise() {
    let mut story = Story::new();
    let of = story.accession("XAA", "2026-09-05");
    let body = Box::new(Body::Act(accession("XBB", "2026-09-05")));
    let why = "of the neighbour".to_owned();
    story.tell_at_once(Body::Correction(Correction { of, body, why }));
    assert!(story.feed(Some("XAA")).is_empty());
    assert_eq!(story.feed(Some("XBB")), ["1 h: act XBB 2026-09-05"]);
}

#[test]
fn an_act_after_the_day_is_no_news_when_it_is_taken_back() {
    let mut story = Story::new();
    let act = story.accession("XAA", "2026-09-05");
    story.retract(act, "a mistake");
    assert!(story.items(None, "2026-09-04").is_empty());
    assert_eq!(story.items(None, "2026-09-05").len(), 1);
}

#[test]
fn an_objection_taken_back_is_told_to_whom_it_was_towards() {
    let mut story = Story::new();
    story.accession("XAA", "2026-09-05");
    let mut objection = accession("XBB", "2026-09-06");
    objection.kind = Kind::Objection;
    objection.towards = Some(code("XAA"));
    let objection = story.tell(Body::Act(objection));
    story.retract(objection, "withdrawn in print only");
    assert_eq!(
        story.feed(Some("XAA")),
        [
            "3 h: act XBB 2026-09-06, retracted: withdrawn in print only; does not count",
            "1 h: act XAA 2026-09-05",
        ]
    );
}

/// A day that comes after the correction is news of its own, and no correction of any.
#[test]
fn an_effect_after_the_correction_is_not_called_corrected() {
    let mut story = Story::new();
    let later = story.accession("XBB", "2026-06-05");
    story.correct(later, accession("XBB", "2026-06-06"), "misread");
    let items = story.items(Some("XBB"), "2026-12-01");
    let force = items
        .iter()
        .find(|item| item.what == NewsWhat::InForce)
        .unwrap();
    assert_eq!(
        (force.date.to_string().as_str(), &force.touched),
        ("2026-12-01", &None)
    );
    assert_eq!(force.published, force.updated);
}
