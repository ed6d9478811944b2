//! Calendars, read back by another parser, and held to the rules of RFC 5545.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::collections::BTreeSet;

use common::{hostile, shipped, words};
use feed::calendar::{Around, write};
use icalendar::{Calendar, CalendarComponent, Component};
use jiff::civil::date;
use treaty::Lang;
use world::World;
use world::view::CalendarView;

fn file(world: &World, view: &CalendarView, lang: Lang) -> String {
    let around = Around {
        words: words(lang),
        title: "CCM; meetings, and deadlines",
        address: &|path| Some(format!("https://accede.test{path}")),
        own: "/treaties/ccm/calendar.ics",
        recorded: &|source| world.recorded(source.entry),
        begun: world.first_recorded().unwrap(),
    };
    write(view, &around)
}

fn holds(text: &str, view: &CalendarView) -> Calendar {
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\n', '\r']), "{line}");
        assert!(!line.chars().any(|c| c.is_control() && c != '\t'), "{line}");
    }
    let calendar: Calendar = text.parse().unwrap();
    assert!(!calendar.components.is_empty(), "RFC 5545, 3.6");
    let mut uids = BTreeSet::new();
    let mut events = 0;
    for component in &calendar.components {
        let CalendarComponent::Event(event) = component else {
            continue;
        };
        events += 1;
        assert!(uids.insert(event.get_uid().unwrap().to_owned()));
        assert!(event.get_timestamp().is_some());
        assert!(!event.get_summary().unwrap().is_empty());
        let days = (event.get_start().unwrap(), event.get_end().unwrap());
        let plain = |day: icalendar::DatePerhapsTime| match day {
            icalendar::DatePerhapsTime::Date(day) => day,
            icalendar::DatePerhapsTime::DateTime(_) => panic!("whole days alone"),
        };
        assert!(plain(days.0) < plain(days.1), "the end is not within");
        assert!(event.get_url().unwrap().starts_with("https://accede.test/"));
    }
    let dated = view.items.iter().filter(|item| item.day.is_exact()).count();
    assert_eq!(events, dated);
    calendar
}

#[test]
fn the_calendars_of_the_shipped_record_hold_in_both_languages() {
    let world = shipped();
    let (from, to, on) = (date(2024, 1, 1), date(2029, 12, 31), date(2026, 11, 21));
    for lang in [Lang::En, Lang::Fr] {
        let all = world.calendar(None, None, from, to, on, lang);
        assert!(all.items.len() > 50);
        holds(&file(world, &all, lang), &all);
        for law in world.treaties() {
            let view = world.calendar(Some(&law.id), None, from, to, on, lang);
            holds(&file(world, &view, lang), &view);
        }
        let italy = world.calendar(None, "ITA".parse().ok(), from, to, on, lang);
        holds(&file(world, &italy, lang), &italy);
    }
}

/// "September 2026" is no day: it is told, and nobody's diary gets a false 1 September.
#[test]
fn what_has_no_day_is_told_and_stands_on_none() {
    let world = shipped();
    let (from, to, on) = (date(2026, 1, 1), date(2027, 12, 31), date(2026, 11, 21));
    let view = world.calendar(Some(&"ccm".parse().unwrap()), None, from, to, on, Lang::En);
    let undated: Vec<_> = view
        .items
        .iter()
        .filter(|item| !item.day.is_exact())
        .collect();
    assert!(
        !undated.is_empty(),
        "the third review conference has a month alone"
    );
    let calendar = holds(&file(world, &view, Lang::En), &view);
    let told = calendar.get_description().unwrap();
    assert!(
        told.contains("– September 2026: CCM: Review Conference 3"),
        "{told}"
    );
}

#[test]
fn a_calendar_without_events_is_a_calendar_all_the_same() {
    let world = shipped();
    let day = date(1900, 1, 1);
    let view = world.calendar(None, None, day, day, day, Lang::En);
    assert!(view.items.is_empty());
    holds(&file(world, &view, Lang::En), &view);
}

#[test]
fn hostile_names_stay_text() {
    let world = hostile();
    let (from, to, on) = (date(2000, 1, 1), date(2029, 12, 31), date(2026, 11, 21));
    let view = world.calendar(None, None, from, to, on, Lang::En);
    assert!(!view.items.is_empty());
    let text = file(&world, &view, Lang::En);
    let calendar = holds(&text, &view);
    assert!(!text.contains('\u{202e}'));
    let injected = calendar
        .components
        .iter()
        .any(|component| matches!(component, CalendarComponent::Todo(_)));
    assert!(
        !injected,
        "a place with a line break made a component of its own"
    );
}

#[test]
fn the_same_view_gives_the_same_bytes() {
    let world = shipped();
    let (from, to, on) = (date(2026, 1, 1), date(2027, 12, 31), date(2026, 11, 21));
    let view = world.calendar(None, None, from, to, on, Lang::Fr);
    assert_eq!(file(world, &view, Lang::Fr), file(world, &view, Lang::Fr));
}
