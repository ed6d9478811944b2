//! Meetings, calendars, comparisons, tenures and participations over the shipped facts.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{code, day, id, shipped_world};
use jiff::civil::Date;
use treaty::Lang;
use world::World;
use world::sheet::Tabular;
use world::view::{CalendarWhat, Counts, DutyState, Standing};

const ON: &str = "2026-11-22";

fn calendar(world: &World, from: &str, to: &str) -> world::view::CalendarView {
    world.calendar(None, None, day(from), day(to), day(ON), Lang::En)
}

#[test]
fn every_meeting_has_a_name_of_its_own_that_opens_its_page() {
    let world = shipped_world();
    let view = world.meetings(None, day(ON), Lang::En);
    let meetings: Vec<_> = view.past.iter().chain(&view.coming).collect();
    let names: BTreeSet<_> = meetings.iter().map(|meeting| &meeting.id).collect();
    assert_eq!(names.len(), meetings.len());
    assert!(meetings.len() > 100);
    for meeting in meetings {
        assert!(
            meeting
                .id
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
            "{}",
            meeting.id
        );
        let page = world.meeting(&meeting.id, Lang::En).unwrap();
        assert_eq!(page.meeting, *meeting);
    }
    assert!(world.meeting("ccm-msp-99", Lang::En).is_none());
    assert!(world.meeting("", Lang::En).is_none());
}

#[test]
fn a_meeting_tells_where_the_treaty_stood_and_who_joined_since() {
    let world = shipped_world();
    let page = world.meeting("ccm-msp-11", Lang::En).unwrap();
    assert_eq!(page.meeting.start.to_string(), "2023-09-11");
    assert_eq!(page.before.unwrap().id, "ccm-msp-10");
    assert_eq!(page.after.unwrap().id, "ccm-msp-12");
    let counts = world.counts(&id("ccm"), day("2023-09-14")).unwrap();
    assert_eq!(page.meeting.counts, Some(counts));
    let joined: Vec<_> = page.since.iter().map(|change| change.iso3).collect();
    assert!(joined.contains(&code("NGA")), "{joined:?}");
    for change in &page.since {
        let date = change.date.latest();
        assert!(day("2022-09-03") <= date && date <= day("2023-09-14"));
    }
}

#[test]
fn a_review_conference_stands_in_the_series_of_meetings() {
    let world = shipped_world();
    let page = world.meeting("ccm-revcon-1", Lang::En).unwrap();
    assert_eq!(page.before.unwrap().id, "ccm-msp-5");
    assert_eq!(page.after.unwrap().id, "ccm-msp-6");
    let first = world.meeting("ctbt-artxiv-1", Lang::En).unwrap();
    assert_eq!(first.before, None);
    assert_eq!(first.after.unwrap().id, "ctbt-artxiv-2");
}

#[test]
fn a_doubtful_meeting_is_shown_with_its_doubt() {
    let world = shipped_world();
    let view = world.meetings(Some(&id("tpnw")), day(ON), Lang::En);
    let coming: Vec<_> = view.coming.iter().map(|meeting| &meeting.id).collect();
    assert_eq!(coming, ["tpnw-revcon-1"]);
    assert!(view.coming[0].disputed.is_some());
    assert_eq!(
        world.field(day(ON), Lang::En).next_meetings,
        [],
        "it is not counted among what comes next"
    );
}

#[test]
fn a_count_needs_the_last_day() {
    let world = shipped_world();
    let counts = |name| world.meeting(name, Lang::En).unwrap().meeting.counts;
    assert!(counts("ccm-msp-1").is_some());
    assert_eq!(counts("ccm-revcon-3"), None, "the month alone is known");
    assert_eq!(counts("ctbt-artxiv-2"), None, "the year alone is known");
}

#[test]
fn past_and_coming_part_at_the_day() {
    let world = shipped_world();
    let within = world.meetings(Some(&id("ccm")), day("2023-09-14"), Lang::En);
    assert_eq!(within.coming[0].id, "ccm-msp-11");
    let after = world.meetings(Some(&id("ccm")), day("2023-09-15"), Lang::En);
    assert_eq!(after.past[0].id, "ccm-msp-11");
    assert_eq!(
        within.past.len() + within.coming.len(),
        after.past.len() + after.coming.len()
    );
}

#[test]
fn everything_in_a_calendar_has_a_name_of_its_own_and_falls_within() {
    let world = shipped_world();
    let (from, to) = (day("1995-01-01"), day("2040-12-31"));
    let mut views = vec![calendar(&world, "1995-01-01", "2040-12-31")];
    for state in ["ITA", "LTU", "VUT", "PRK", "LAO"] {
        views.push(world.calendar(None, Some(code(state)), from, to, day(ON), Lang::Fr));
    }
    for view in views {
        let names: BTreeSet<_> = view.items.iter().map(|item| &item.id).collect();
        assert_eq!(names.len(), view.items.len());
        assert!(!view.items.is_empty());
        for item in &view.items {
            let last = item.until.unwrap_or(item.day).latest();
            assert!(item.day.earliest() <= to && from <= last, "{item:?}");
            assert!(!item.sources.is_empty(), "{item:?}");
        }
        let days: Vec<_> = view.items.iter().map(|item| item.day.earliest()).collect();
        assert!(days.is_sorted());
    }
}

#[test]
fn a_calendar_tells_entries_into_force_and_departures() {
    let world = shipped_world();
    let found = |from, to, what, state: &str| {
        let items = calendar(&world, from, to).items;
        let mut found = items.into_iter().filter(|item| {
            item.what == what && item.iso3 == Some(code(state)) && item.treaty == id("ccm")
        });
        found.next().unwrap().day.to_string()
    };
    let (joins, leaves) = (CalendarWhat::InForce, CalendarWhat::Leaves);
    assert_eq!(
        found("2026-01-01", "2026-12-31", joins, "VUT"),
        "2026-03-01"
    );
    assert_eq!(
        found("2025-01-01", "2025-12-31", leaves, "LTU"),
        "2025-03-06"
    );
    let items = calendar(&world, "2010-08-01", "2010-08-01").items;
    let whole: Vec<_> = items
        .iter()
        .filter(|item| item.treaty == id("ccm") && item.what == joins)
        .collect();
    assert_eq!(whole.len(), 1, "once for all that it binds from the start");
    assert_eq!(whole[0].iso3, None);
}

#[test]
fn yearly_duties_are_one_item_for_all_and_each_states_own() {
    let world = shipped_world();
    let year = calendar(&world, "2027-01-01", "2027-12-31");
    let report = year
        .items
        .iter()
        .find(|item| item.what == CalendarWhat::Yearly && item.treaty == id("ccm"))
        .unwrap();
    assert_eq!(report.day.to_string(), "2027-04-30");
    let parties = world.counts(&id("ccm"), day(ON)).unwrap().parties;
    assert!(report.states.unwrap() > parties - 5 && report.states.unwrap() <= parties);
    let (from, to) = (day("2027-01-01"), day("2027-12-31"));
    let own = world.calendar(None, Some(code("ITA")), from, to, day(ON), Lang::En);
    assert!(own.items.iter().any(|item| {
        item.what == CalendarWhat::Duty
            && item.day.to_string() == "2027-04-30"
            && item.treaty == id("ccm")
            && item.standing == Some(DutyState::Due)
    }));
    assert!(
        own.items
            .iter()
            .all(|item| item.what != CalendarWhat::Yearly)
    );
}

#[test]
fn a_states_calendar_has_the_meetings_of_its_treaties_alone() {
    let world = shipped_world();
    let (from, to) = (day("2023-01-01"), day("2023-12-31"));
    let treaties = |state| {
        let view = world.calendar(None, Some(code(state)), from, to, day(ON), Lang::En);
        let meetings = view
            .items
            .into_iter()
            .filter(|item| item.what == CalendarWhat::Meeting);
        meetings
            .map(|item| item.treaty.to_string())
            .collect::<BTreeSet<_>>()
    };
    assert!(treaties("ITA").contains("ccm"));
    assert!(!treaties("USA").contains("ccm"));
    assert!(treaties("USA").contains("ctbt"), "it signed");
}

#[test]
fn an_open_deadline_is_in_the_calendar() {
    let world = shipped_world();
    let (from, to) = (day("2030-01-01"), day("2030-12-31"));
    let view = world.calendar(Some(&id("ccm")), None, from, to, day(ON), Lang::En);
    let clearance = view
        .items
        .iter()
        .find(|item| item.iso3 == Some(code("LAO")))
        .unwrap();
    assert_eq!(clearance.day.to_string(), "2030-08-01");
    assert_eq!(clearance.standing, Some(DutyState::Extended));
}

#[test]
fn tenures_give_the_counts_of_every_day_again() {
    let world = shipped_world();
    for law in world.treaties() {
        let tenures = world.tenures(&law.id, Lang::En).unwrap();
        let mut moves: BTreeMap<Date, Vec<(Standing, i32)>> = BTreeMap::new();
        for one in &tenures.participants {
            assert!(one.spans.is_sorted_by_key(|span| span.from));
            let mut before = Standing::None;
            for span in &one.spans {
                assert_ne!(span.standing, before, "{}: {:?}", law.id, one.spans);
                let day = moves.entry(span.from).or_default();
                day.extend([(before, -1), (span.standing, 1)]);
                before = span.standing;
            }
        }
        let mut sum: BTreeMap<Standing, i32> = BTreeMap::new();
        for (day, steps) in moves {
            for (standing, step) in steps {
                *sum.entry(standing).or_default() += step;
            }
            let has = |standing| u32::try_from(*sum.get(&standing).unwrap_or(&0)).unwrap();
            let counts = world.counts(&law.id, day).unwrap();
            let expected = Counts {
                parties: has(Standing::Party),
                consents: has(Standing::Party) + has(Standing::Contracting),
                signatories_only: has(Standing::Signatory),
                withdrawn: has(Standing::Withdrawn),
                signatures: counts.signatures,
            };
            assert_eq!(counts, expected, "{} on {day}", law.id);
        }
    }
}

#[test]
fn tenures_give_the_lists_of_any_day_again() {
    let world = shipped_world();
    for law in world.treaties() {
        let tenures = world.tenures(&law.id, Lang::En).unwrap();
        for on in ["1969-07-01", "1993-01-01", "2002-09-27", "2011-07-09", ON].map(day) {
            let listed: Vec<_> = tenures
                .participants
                .iter()
                .filter_map(|one| {
                    let span = one.spans.iter().rev().find(|span| span.from <= on);
                    let standing = span.map_or(Standing::None, |span| span.standing);
                    let is_open = one.open.is_some_and(|open| {
                        open.from.is_none_or(|from| from <= on)
                            && open.until.is_none_or(|until| on <= until)
                    });
                    (is_open || standing != Standing::None)
                        .then(|| (one.iso3, one.name.clone(), standing))
                })
                .collect();
            let status = world.status(&law.id, on, Lang::En).unwrap();
            let rows = status.participants.into_iter();
            let expected: Vec<_> = rows.map(|row| (row.iso3, row.name, row.standing)).collect();
            assert_eq!(listed, expected, "{} on {on}", law.id);
        }
    }
}

#[test]
fn states_side_by_side_stand_as_they_stand_alone() {
    let world = shipped_world();
    let asked = [code("ZAF"), code("ITA"), code("ZAF"), code("QQQ")];
    let view = world.compare(&asked, day(ON), Lang::En);
    let states: Vec<_> = view.states.iter().map(|state| state.iso3).collect();
    assert_eq!(states, [code("ZAF"), code("ITA")]);
    assert_eq!(view.treaties.len(), world.treaties().len());
    for row in &view.treaties {
        assert_eq!(row.statuses.len(), 2);
        for (state, status) in states.iter().zip(&row.statuses) {
            let alone = world.participant_view(*state, day(ON), Lang::En).unwrap();
            let alone = alone
                .treaties
                .into_iter()
                .find(|of| of.treaty == row.treaty);
            assert_eq!(alone.map(|of| of.status), *status, "{}", row.treaty);
        }
    }
    let differs = |treaty| {
        let mut rows = view.treaties.iter();
        rows.find(|row| row.treaty == id(treaty)).unwrap().differs
    };
    assert!(!differs("ccm"));
    assert!(differs("tpnw"));
    assert!(differs("pelindaba"), "open to one of them alone");
    let italy = &view.states[1];
    let standing = view.treaties.iter().filter(|row| {
        matches!(&row.statuses[1], Some(status) if matches!(
            status.standing,
            Standing::Party | Standing::Contracting
        ))
    });
    assert_eq!(italy.consents as usize, standing.count());
}

#[test]
fn one_state_under_one_treaty() {
    let world = shipped_world();
    let view = world
        .participation(&id("ccm"), code("ITA"), day(ON), Lang::En)
        .unwrap();
    assert_eq!(view.status.standing, Standing::Party);
    let spans: Vec<_> = view
        .spans
        .iter()
        .map(|span| (span.from.to_string(), span.standing))
        .collect();
    assert_eq!(
        spans,
        [
            ("2008-12-03".to_owned(), Standing::Signatory),
            ("2011-09-21".to_owned(), Standing::Contracting),
            ("2012-03-01".to_owned(), Standing::Party),
        ]
    );
    assert_eq!(view.acts.len(), 2);
    assert!(view.duties.iter().all(|duty| duty.treaty == id("ccm")));
    let whole = world
        .participant_view(code("ITA"), day(ON), Lang::En)
        .unwrap();
    assert_eq!(
        view.duties.len(),
        whole
            .duties
            .iter()
            .filter(|duty| duty.treaty == id("ccm"))
            .count()
    );
    let chaired = world
        .participation(&id("ctbt"), code("ITA"), day(ON), Lang::En)
        .unwrap();
    let names: Vec<_> = chaired.meetings.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(names, ["ctbt-artxiv-12", "ctbt-artxiv-13"]);
}

#[test]
fn a_treaty_that_is_not_open_to_a_state_has_no_page_for_it() {
    let world = shipped_world();
    let ask = |treaty, state| world.participation(&id(treaty), code(state), day(ON), Lang::En);
    assert!(ask("pelindaba", "ITA").is_none());
    assert!(ask("ccm", "QQQ").is_none());
    assert!(ask("nothing", "ITA").is_none());
    assert_eq!(ask("ccm", "USA").unwrap().status.standing, Standing::None);
}

#[test]
fn every_new_view_has_its_table() {
    let world = shipped_world();
    let meetings = world.meetings(None, day(ON), Lang::En);
    let rows = meetings.sheet().rows().len();
    assert_eq!(rows, meetings.past.len() + meetings.coming.len());
    let year = calendar(&world, "2026-01-01", "2026-12-31");
    assert_eq!(year.sheet().rows().len(), year.items.len());
    let view = world.compare(&[code("ITA"), code("ZAF")], day(ON), Lang::En);
    assert_eq!(view.sheet().rows().len(), 2 * view.treaties.len());
    let one = world
        .participation(&id("ccm"), code("ITA"), day(ON), Lang::En)
        .unwrap();
    let yearly = |article: &str| one.reports.iter().any(|report| report.article == article);
    let once = one.duties.iter().filter(|duty| !yearly(&duty.article));
    assert_eq!(
        one.sheet().rows().len(),
        one.acts.len()
            + once.count()
            + one.reports.len()
            + one.assistance_given.len()
            + one.assistance_received.len()
            + one.roles.len()
            + one.meetings.len()
            + one.statements.len()
    );
    let tenures = world.tenures(&id("ccm"), Lang::En).unwrap();
    assert!(tenures.sheet().rows().len() > tenures.participants.len());
}

#[test]
fn what_italy_said_under_the_ccm() {
    let world = shipped_world();
    let said = world.statements(Some(&id("ccm")), Some(code("ITA")), Lang::En);
    assert_eq!(said.len(), 28);
    let meetings: BTreeSet<_> = said
        .iter()
        .map(|one| one.meeting.clone().unwrap())
        .collect();
    assert_eq!(meetings.len(), 13, "each on record: {meetings:?}");
    assert!(said.is_sorted_by(|a, b| a.date >= b.date));
    let universalization: Vec<_> = said
        .iter()
        .filter(|one| one.title.as_deref() == Some("Universalization"))
        .map(|one| one.date.to_string())
        .collect();
    assert_eq!(universalization, ["2020-11", "2017-09-04", "2016-09-05"]);
    let read = said
        .iter()
        .find(|one| !one.aligned_with.is_empty())
        .unwrap();
    assert_eq!(read.aligned_with, ["European Union"]);
    assert_eq!(read.speaker.as_deref(), Some("Mr. Tancredi Francese"));
    assert_eq!(read.meeting.as_deref(), Some("ccm-revcon-2-part1"));
    let untitled = said.iter().filter(|one| one.title.is_none());
    assert_eq!(untitled.count(), 2, "meetings named without a title");
    let page = world.meeting("ccm-msp-7", Lang::En).unwrap();
    assert_eq!(page.statements.len(), 5);
    let view = world
        .participation(&id("ccm"), code("ITA"), day(ON), Lang::En)
        .unwrap();
    assert_eq!(view.statements, said);
    assert_eq!(said.as_slice().sheet().rows().len(), 28);
}

#[test]
fn every_statement_that_names_a_meeting_on_record_finds_it() {
    let world = shipped_world();
    let said = world.statements(None, None, Lang::En);
    assert_eq!(said.len(), 67);
    let found = said.iter().filter(|one| one.meeting.is_some()).count();
    assert_eq!(found, 28 + 8);
    for one in &said {
        if let Some(meeting) = &one.meeting {
            let meeting = world.meeting(meeting, Lang::En).unwrap().meeting;
            assert_eq!(meeting.treaty, one.treaty);
            let (first, last) = (one.date.earliest(), one.date.latest());
            let end = meeting.end.unwrap_or(meeting.start).latest();
            assert!(first <= end && meeting.start.earliest() <= last, "{one:?}");
        }
    }
}

#[test]
fn whom_italy_assisted() {
    let world = shipped_world();
    let ccm = id("ccm");
    let given = world.assistance(Some(&ccm), Some(code("ITA")), Lang::En);
    let to: Vec<_> = given.iter().map(|one| one.to_name.as_str()).collect();
    assert_eq!(to, ["Afghanistan", "Somalia", "Libya", "Gaza Strip"]);
    assert!(
        given.iter().all(|one| one.date.is_none()),
        "no date is told"
    );
    assert_eq!(given[3].to, None, "a territory as printed");
    let italy = world
        .participation(&ccm, code("ITA"), day(ON), Lang::En)
        .unwrap();
    assert_eq!(
        (
            italy.assistance_given.len(),
            italy.assistance_received.len()
        ),
        (4, 0)
    );
    let somalia = world
        .participation(&ccm, code("SOM"), day(ON), Lang::Fr)
        .unwrap();
    assert_eq!(
        (
            somalia.assistance_given.len(),
            somalia.assistance_received.len()
        ),
        (0, 1)
    );
    assert_eq!(somalia.assistance_received[0].by_name, "Italie");
}

#[test]
fn action_plans_tell_what_was_read_and_what_was_not() {
    let world = shipped_world();
    let plans = world.plans(&id("ccm"), Lang::En);
    let told: Vec<_> = plans
        .iter()
        .map(|plan| (plan.plan.as_str(), plan.actions, plan.read))
        .collect();
    assert_eq!(
        told,
        [
            ("vientiane", 66, 5),
            ("dubrovnik", 32, 32),
            ("lausanne", 50, 21)
        ]
    );
    assert!(world.plan(&id("ccm"), "oslo", Lang::En).is_none());
    let lausanne = world.plan(&id("ccm"), "lausanne", Lang::En).unwrap();
    let numbers: Vec<_> = lausanne
        .actions
        .iter()
        .map(|one| one.number.clone())
        .collect();
    let counted: Vec<_> = (1..=50).map(|n: u32| n.to_string()).collect();
    assert_eq!(numbers, counted);
    let action = |number: usize| &lausanne.actions[number - 1];
    assert!(action(10).disputed.is_none() && action(10).text.is_some());
    assert!(action(14).disputed.is_none() && action(14).text.is_none());
    assert!(action(18).disputed.is_some(), "its number is not confirmed");
    assert!(action(31).disputed.is_some() && action(31).text.is_none());
    for treaty in world.treaties() {
        for plan in world.plans(&treaty.id, Lang::En) {
            let view = world.plan(&treaty.id, &plan.plan, Lang::En).unwrap();
            assert_eq!(view.plan, plan);
            assert_eq!(view.actions.len(), plan.actions as usize);
            assert_eq!(view.sheet().rows().len(), plan.actions as usize);
        }
    }
}

#[test]
fn a_goal_is_told_with_its_day_as_far_as_known() {
    let world = shipped_world();
    let goals = world.goals(&id("ccm"));
    assert_eq!(goals.len(), 1);
    assert_eq!(goals[0].parties, 130);
    assert_eq!(goals[0].by.unwrap().to_string(), "2020");
    assert_eq!(world.goals(&id("npt")), []);
}
