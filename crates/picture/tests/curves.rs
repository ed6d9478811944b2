//! Curves: what is drawn, what is said, and what must hold whatever the data.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod parts;

use jiff::civil::{Date, date};
use parts::{all, curve, meeting, steps, texts};
use picture::curve::{self, Along, CurveFrame, CurveSeries, Goal, NARROW, WIDE};
use picture::{Drawing, Links, NoLinks, Picture, multiples, text};
use proptest::prelude::*;
use treaty::{Lang, ParticipantId, TreatyId};
use words::Words;
use world::view::CurveView;

const FROM: Date = date(2008, 12, 3);
const TO: Date = date(2026, 11, 21);
const ON: Date = date(2020, 6, 1);

fn drawing(lang: Lang) -> Drawing<'static> {
    Drawing {
        words: Words::for_lang(lang),
        links: &NoLinks,
        id: "c",
    }
}

fn small() -> CurveView {
    curve(&[
        (date(2008, 12, 3), 90, 4, 0),
        (date(2010, 2, 16), 104, 30, 0),
        (date(2010, 8, 1), 106, 37, 30),
        (date(2019, 5, 1), 108, 106, 105),
        (date(2025, 3, 6), 107, 112, 111),
    ])
}

struct Paths;

impl Links for Paths {
    fn state(&self, id: ParticipantId) -> Option<String> {
        Some(format!("/states/{id}"))
    }
    fn treaty(&self, id: &TreatyId) -> Option<String> {
        Some(format!("/treaties/{id}?a=1&b=2"))
    }
    fn day(&self, day: Date) -> Option<String> {
        Some(format!("?on={day}"))
    }
    fn meeting(&self, id: &str) -> Option<String> {
        Some(format!("/meetings/{id}"))
    }
}

#[test]
fn a_small_curve_is_drawn_like_this() {
    let goals = [Goal {
        label: "130 States Parties".to_owned(),
        target: 130,
        day: Some(date(2020, 9, 25)),
    }];
    let meetings = [meeting("test-msp-1", date(2010, 11, 9), "Vientiane")];
    let frame = CurveFrame {
        in_force: Some(date(2010, 8, 1)),
        goals: &goals,
        meetings: &meetings,
        width: NARROW,
        ..CurveFrame::new("TEST", FROM, TO, ON)
    };
    let drawing = Drawing {
        links: &Paths,
        ..drawing(Lang::En)
    };
    let picture = curve::one(&drawing, &small(), &frame);
    insta::assert_snapshot!("curve", picture.inline().replace("><", ">\n<"));
}

#[test]
fn the_description_says_the_numbers_and_the_days() {
    for (lang, expected) in [
        (
            Lang::En,
            "On 1 June 2020: 105 parties, 106 consents, 108 signatures.",
        ),
        (
            Lang::Fr,
            "Au 1er juin 2020\u{a0}: 105 parties, 106 consentements, 108 signatures.",
        ),
    ] {
        let picture = curve::one(
            &drawing(lang),
            &small(),
            &CurveFrame::new("TEST", FROM, TO, ON),
        );
        assert!(picture.desc.contains(expected), "{}", picture.desc);
        assert!(picture.desc.contains("111 parties"), "{}", picture.desc);
        assert!(picture.title.contains("TEST") && picture.title.contains("2008"));
    }
}

#[test]
fn the_page_script_finds_its_scales_and_its_day() {
    let picture = curve::one(
        &drawing(Lang::En),
        &small(),
        &CurveFrame::new("TEST", FROM, TO, ON),
    );
    let body = &picture.body;
    assert_eq!(all(body, "data-from"), ["2008-12-03"]);
    assert_eq!(all(body, "data-to"), ["2026-11-21"]);
    let number = |name: &str| all(body, name)[0].parse::<f64>().unwrap();
    let (left, right) = (number("data-left"), number("data-right"));
    let (top, bottom) = (number("data-top"), number("data-bottom"));
    assert!(0.0 < left && left < right && right < f64::from(WIDE));
    assert!(0.0 < top && top < bottom && bottom < f64::from(picture.height));
    assert_eq!(all(body, "data-most").len(), 1);
    assert_eq!(all(body, "data-day"), ["2020-06-01"]);
    // Each count is said once over the plot, and has its point on the day's line.
    let mut counts = all(body, "data-count");
    counts.sort_unstable();
    assert_eq!(
        counts,
        [
            "consents",
            "consents",
            "parties",
            "parties",
            "signatures",
            "signatures"
        ]
    );
    assert!(body.contains("<g class=\"pic-day\" transform=\"translate("));
}

#[test]
fn lines_differ_without_colour_and_are_named_at_their_ends() {
    let picture = curve::one(
        &drawing(Lang::En),
        &small(),
        &CurveFrame::new("TEST", FROM, TO, ON),
    );
    let mut dashes: Vec<_> = picture
        .body
        .split("<path class=\"l l-")
        .skip(1)
        .map(|line| {
            line.split_once(" d=")
                .unwrap()
                .0
                .split_once('"')
                .unwrap()
                .1
                .to_owned()
        })
        .collect();
    dashes.sort();
    dashes.dedup();
    assert_eq!(dashes.len(), 3, "{dashes:?}");
    let said = texts(&picture.inline());
    for end in ["111 parties", "112 consents", "107 signatures"] {
        assert!(said.iter().any(|one| one.text == end), "{end}: {said:?}");
    }
}

#[test]
fn links_lead_to_meetings_days_and_treaties() {
    let meetings = [meeting("test-msp-1", date(2010, 11, 9), "Vientiane")];
    let frame = CurveFrame {
        in_force: Some(date(2010, 8, 1)),
        meetings: &meetings,
        ..CurveFrame::new("TEST", FROM, TO, ON)
    };
    let drawing = Drawing {
        links: &Paths,
        ..drawing(Lang::En)
    };
    let picture = curve::one(&drawing, &small(), &frame);
    assert_eq!(
        all(&picture.body, "href"),
        ["?on=2010-08-01", "/meetings/test-msp-1"]
    );
    assert!(
        picture
            .body
            .contains("Meeting of States Parties 1 · Vientiane · 9 November 2010")
    );
    let view = small();
    let series = [CurveSeries {
        treaty: &view.treaty,
        short: "TEST",
        curve: &view,
        opened: None,
    }];
    let several = curve::several(&drawing, &series, &frame);
    assert_eq!(all(&several.body, "href"), ["/treaties/test?a=1&amp;b=2"]);
}

#[test]
fn what_has_no_acts_says_so_in_words() {
    let (view, frame) = (curve(&[]), CurveFrame::new("TEST", FROM, TO, ON));
    let later = curve(&[(date(2030, 1, 1), 1, 1, 0)]);
    for view in [&view, &later] {
        let one = curve::one(&drawing(Lang::En), view, &frame);
        let series = [CurveSeries {
            treaty: &view.treaty,
            short: "TEST",
            curve: view,
            opened: None,
        }];
        let several = curve::several(&drawing(Lang::En), &series, &frame);
        for picture in [one, several] {
            assert!(!picture.body.contains("pic-plot"), "{}", picture.body);
            let said: String = texts(&picture.inline())
                .into_iter()
                .map(|one| one.text + " ")
                .collect();
            assert!(said.contains("on record"), "{said}");
            assert!(picture.desc.contains("on record"), "{}", picture.desc);
        }
    }
    let none = multiples::curves(&drawing(Lang::En), &[], &frame);
    assert!(none.body.contains("No act is on record"), "{}", none.body);
}

#[test]
fn hostile_names_stay_text() {
    let hostile = "</text><script>alert(1)</script>\"'&\u{0}\u{202e}";
    let view = small();
    let meetings = [meeting(hostile, date(2010, 11, 9), hostile)];
    let goals = [Goal {
        label: hostile.to_owned(),
        target: 40,
        day: None,
    }];
    let frame = CurveFrame {
        goals: &goals,
        meetings: &meetings,
        ..CurveFrame::new(hostile, FROM, TO, ON)
    };
    let series = [CurveSeries {
        treaty: &view.treaty,
        short: hostile,
        curve: &view,
        opened: None,
    }];
    for picture in [
        curve::one(&drawing(Lang::En), &view, &frame),
        curve::several(&drawing(Lang::En), &series, &frame),
        multiples::curves(&drawing(Lang::En), &series, &frame),
    ] {
        for svg in [picture.inline(), picture.file()] {
            assert!(!svg.contains("<script"), "{svg}");
            texts(&svg);
            raster::png(&picture.file(), 400).unwrap();
        }
    }
}

/// Days and counts as they may come: ascending days, any counts.
fn any_curve() -> impl Strategy<Value = CurveView> {
    let point = (1_i32..900, 0_u32..200, 0_u32..200, 0_u32..200);
    prop::collection::vec(point, 0..60).prop_map(|points| {
        let mut day = date(1990, 1, 1);
        let points: Vec<_> = points
            .into_iter()
            .map(|(after, a, b, c)| {
                day = day.saturating_add(jiff::Span::new().days(after));
                (day, a, b, c)
            })
            .collect();
        curve(&points)
    })
}

fn any_day() -> impl Strategy<Value = Date> {
    (1900_i16..2100, 1_i8..13, 1_i8..29).prop_map(|(year, month, day)| date(year, month, day))
}

fn is_sound(picture: &Picture) {
    let svg = picture.inline();
    texts(&svg);
    assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
    for path in all(&svg, "d")
        .iter()
        .filter(|path| path.contains('H') && path.contains('V'))
    {
        if path.matches('M').count() == 1 && !path.contains('z') {
            let places = steps(path);
            assert!(places.windows(2).all(|two| two[0] <= two[1]), "{path}");
            let held = places
                .iter()
                .all(|x| (0.0..=f64::from(picture.width)).contains(x));
            assert!(held, "{path}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn curves_are_sound_whatever_the_data(
        view in any_curve(),
        from in any_day(),
        to in any_day(),
        on in any_day(),
        in_force in proptest::option::of(any_day()),
        width in 300_u32..1400,
    ) {
        let frame = CurveFrame { in_force, width, ..CurveFrame::new("TEST", from, to, on) };
        is_sound(&curve::one(&drawing(Lang::Fr), &view, &frame));
        let series = [CurveSeries { treaty: &view.treaty, short: "TEST", curve: &view, opened: None }];
        for along in [Along::Date, Along::Years] {
            is_sound(&curve::several(&drawing(Lang::En), &series, &CurveFrame { along, ..frame }));
        }
        is_sound(&multiples::curves(&drawing(Lang::En), &series, &frame));
    }

    #[test]
    fn every_one_of_several_is_labelled_and_no_label_covers_another(
        views in prop::collection::vec(any_curve(), 1..28),
        years in any::<bool>(),
        narrow in any::<bool>(),
    ) {
        let to = date(2060, 1, 1);
        let names: Vec<String> = (0..views.len()).map(|n| format!("Treaty {n}")).collect();
        let series: Vec<CurveSeries<'_>> = views
            .iter()
            .zip(&names)
            .map(|(curve, short)| CurveSeries { treaty: &curve.treaty, short, curve, opened: None })
            .collect();
        let frame = CurveFrame {
            along: if years { Along::Years } else { Along::Date },
            width: if narrow { NARROW } else { WIDE },
            ..CurveFrame::new("all", date(1990, 1, 1), to, to)
        };
        let picture = curve::several(&drawing(Lang::En), &series, &frame);
        is_sound(&picture);
        let labels: Vec<_> = texts(&picture.inline())
            .into_iter()
            .filter(|said| said.text.starts_with("Treaty "))
            .collect();
        let drawn = views.iter().filter(|view| view.points.first().is_some_and(|first| first.on <= to));
        prop_assert_eq!(labels.len(), drawn.count());
        for (n, a) in labels.iter().enumerate() {
            for b in &labels[..n] {
                let apart = (a.y - b.y).abs() >= 13.0 || a.right <= b.left || b.right <= a.left;
                prop_assert!(apart, "{a:?} {b:?}");
            }
        }
    }
}

#[test]
fn the_same_data_give_the_same_bytes() {
    let frame = CurveFrame::new("TEST", FROM, TO, ON);
    let once = curve::one(&drawing(Lang::En), &small(), &frame);
    let again = curve::one(&drawing(Lang::En), &small(), &frame);
    assert_eq!(once.file(), again.file());
    assert!(text::width(&once.title, 17.0, true) > 100.0);
}
