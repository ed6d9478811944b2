//! Timelines, bars and the matrix; and all pictures of the shipped facts at once.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;
mod parts;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::{Date, date};
use parts::{all, texts};
use picture::bars::{self, BarsFrame, GroupRow};
use picture::curve::{self, CurveFrame, NARROW, WIDE};
use picture::legend::Called;
use picture::timeline::{self, Mark, TimelineFrame, TimelineRow};
use picture::{Drawing, NoLinks, Picture, legend, matrix, style};
use treaty::{Lang, TreatyId};
use words::Words;
use world::view::{
    CalledView, Counts, HeadView, MatrixRow, MatrixTreaty, MatrixView, Span, Standing,
};

const ON: Date = date(2023, 9, 22);

fn drawing(lang: Lang) -> Drawing<'static> {
    Drawing {
        words: Words::for_lang(lang),
        links: &NoLinks,
        id: "p",
    }
}

fn spans() -> Vec<Span> {
    [
        (date(1990, 1, 1), Standing::Signatory),
        (date(1995, 1, 1), Standing::Contracting),
        (date(2000, 1, 1), Standing::Party),
        (date(2015, 1, 1), Standing::Withdrawn),
    ]
    .map(|(from, standing)| Span { from, standing })
    .to_vec()
}

fn timeline(lang: Lang, short: &str, width: u32) -> Picture {
    let (treaty, spans): (TreatyId, _) = ("test".parse().unwrap(), spans());
    let acts = vec![Mark {
        day: date(1990, 1, 1),
        what: "signature".to_owned(),
    }];
    let rows = [TimelineRow {
        treaty: &treaty,
        short,
        called: called(),
        spans: &spans,
        acts,
    }];
    let frame = TimelineFrame {
        name: "Atlantis",
        from: date(1980, 1, 1),
        to: date(2026, 1, 1),
        on: ON,
        width,
    };
    timeline::participant(&drawing(lang), &rows, &frame)
}

/// Terms of a treaty's own.
fn called() -> Called {
    let ratifying = CalledView {
        one: "ratifying State".to_owned(),
        many: "ratifying States".to_owned(),
    };
    BTreeMap::from([(Standing::Contracting, ratifying)])
}

fn rows() -> Vec<GroupRow> {
    let counts = |list: &[(Standing, u32)]| list.iter().copied().collect::<BTreeMap<_, _>>();
    vec![
        GroupRow {
            label: "First Group".to_owned(),
            address: Some("/groups/1?a&b".to_owned()),
            counts: counts(&[
                (Standing::Party, 30),
                (Standing::Contracting, 4),
                (Standing::None, 20),
            ]),
        },
        GroupRow {
            label: "A Group of States with a very long name that takes two lines".to_owned(),
            address: None,
            counts: counts(&[(Standing::Signatory, 2), (Standing::Withdrawn, 1)]),
        },
        GroupRow {
            label: "Nobody".to_owned(),
            address: None,
            counts: BTreeMap::new(),
        },
    ]
}

fn matrix_view(rows: usize) -> MatrixView {
    let standings = vec![
        Standing::Party,
        Standing::Contracting,
        Standing::Signatory,
        Standing::Withdrawn,
        Standing::None,
        Standing::None,
    ];
    MatrixView {
        on: ON,
        known: Timestamp::UNIX_EPOCH,
        head: HeadView {
            entries: 1,
            link: "00".to_owned(),
        },
        treaties: (0..standings.len())
            .map(|n| MatrixTreaty {
                treaty: format!("test-{n}").parse().unwrap(),
                short: format!("T{n}"),
                in_force: true,
                counts: Counts::default(),
            })
            .collect(),
        rows: (0..rows)
            .map(|n| MatrixRow {
                iso3: "XAA".parse().unwrap(),
                name: format!("State {n}"),
                standings: standings.clone(),
                open: vec![true, true, true, true, true, false],
            })
            .collect(),
    }
}

#[test]
fn a_timeline_is_drawn_like_this() {
    let picture = timeline(Lang::En, "TEST", NARROW);
    insta::assert_snapshot!("timeline", picture.inline().replace("><", ">\n<"));
}

#[test]
fn bars_are_drawn_like_this() {
    let frame = BarsFrame {
        short: "TEST",
        called: &called(),
        on: ON,
        width: WIDE,
    };
    let picture = bars::groups(&drawing(Lang::En), &rows(), &frame);
    insta::assert_snapshot!("bars", picture.inline().replace("><", ">\n<"));
    assert!(
        picture.desc.contains("First Group: 34 of 54"),
        "{}",
        picture.desc
    );
}

#[test]
fn a_matrix_is_drawn_like_this() {
    let picture = matrix::standings(&drawing(Lang::En), &matrix_view(2));
    insta::assert_snapshot!("matrix", picture.inline().replace("><", ">\n<"));
}

#[test]
fn every_row_of_the_matrix_is_there_in_however_many_blocks() {
    for rows in [1, 50, 51, 120, 121, 197] {
        let picture = matrix::standings(&drawing(Lang::Fr), &matrix_view(rows));
        let said = texts(&picture.inline());
        for n in 0..rows {
            let name = format!("State {n}");
            assert_eq!(
                said.iter().filter(|one| one.text == name).count(),
                1,
                "{name} of {rows}"
            );
        }
    }
}

#[test]
fn what_is_empty_says_so_in_words() {
    let frame = TimelineFrame {
        name: "Atlantis",
        from: date(1980, 1, 1),
        to: ON,
        on: ON,
        width: 328,
    };
    for (picture, expected) in [
        (
            timeline::participant(&drawing(Lang::En), &[], &frame),
            "on record",
        ),
        (
            bars::groups(
                &drawing(Lang::En),
                &[],
                &BarsFrame {
                    short: "T",
                    called: &called(),
                    on: ON,
                    width: 328,
                },
            ),
            "No group",
        ),
        (
            matrix::standings(&drawing(Lang::En), &matrix_view(0)),
            "No participant",
        ),
    ] {
        assert!(picture.body.contains(expected), "{}", picture.body);
        texts(&picture.file());
    }
}

#[test]
fn hostile_names_stay_text() {
    let hostile = "</text><script>\"'&\u{1}\u{202e}";
    let mut rows = rows();
    rows[0].label = hostile.to_owned();
    rows[0].address = Some(hostile.to_owned());
    let mut view = matrix_view(3);
    view.rows[0].name = hostile.to_owned();
    view.treaties[0].short = hostile.to_owned();
    for picture in [
        timeline(Lang::En, hostile, 736),
        bars::groups(
            &drawing(Lang::En),
            &rows,
            &BarsFrame {
                short: hostile,
                called: &called(),
                on: ON,
                width: 736,
            },
        ),
        matrix::standings(&drawing(Lang::En), &view),
    ] {
        let file = picture.file();
        assert!(!file.contains("<script"), "{file}");
        texts(&file);
        assert_eq!(file, picture.file());
    }
}

/// Seen in black and white, no standing looks like another.
#[test]
fn standings_are_told_apart_without_colour() {
    let side = 60;
    let seen: Vec<Vec<bool>> = legend::STANDINGS
        .iter()
        .map(|standing| {
            let svg = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 30 30\"><style>{}</style>\
                 <g class=\"pic\">{}<path{} d=\"M0 0H30V30H0z\"/></g></svg>",
                literal_rules(),
                style::defs("p"),
                style::shape("p", *standing),
            );
            let svg = svg.replace("class=\"pic\"", "class=\"pic\" fill=\"none\"");
            dark(&raster::png(&svg, side).unwrap())
        })
        .collect();
    let all_of = |picture: &[bool]| f64::from(u32::try_from(picture.len()).unwrap());
    for (n, a) in seen.iter().enumerate() {
        for b in &seen[..n] {
            let differing = a.iter().zip(b).filter(|(a, b)| a != b).count();
            let share = f64::from(u32::try_from(differing).unwrap()) / all_of(a);
            assert!(share > 0.15, "{n}: {share}");
        }
    }
}

/// The rules as a file carries them.
fn literal_rules() -> String {
    let file = timeline(Lang::En, "T", 328).file();
    let (_, rest) = file.split_once("<style>").unwrap();
    // A map brings its own first; all of them count.
    rest.split_once("</style>").unwrap().0.to_owned()
}

fn dark(png: &[u8]) -> Vec<bool> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    pixels
        .chunks(3)
        .map(|pixel| u32::from(pixel[0]) + u32::from(pixel[1]) < 280)
        .collect()
}

#[test]
fn no_text_is_smaller_than_eleven_pixels() {
    let sizes: Vec<f64> = style::PAGE
        .split("font-size: ")
        .skip(1)
        .map(|rest| rest.split_once("px").unwrap().0.parse().unwrap())
        .collect();
    assert!(
        sizes.len() >= 4 && sizes.iter().all(|size| *size >= 11.0),
        "{sizes:?}"
    );
}

/// No text leaves its picture, every class has its rule, and every id is the picture's own.
#[test]
fn the_pictures_of_the_shipped_facts_keep_within_their_frames() {
    let world = common::shipped_world();
    let mut classes = BTreeSet::new();
    for lang in [Lang::En, Lang::Fr, Lang::Ru] {
        for law in world.treaties() {
            let view = world.curve(&law.id).unwrap();
            let status = world.status(&law.id, ON, lang).unwrap();
            let meetings = world.meetings(Some(&law.id), ON, lang).past;
            for width in [WIDE, NARROW] {
                let frame = CurveFrame {
                    in_force: status.entered_into_force,
                    meetings: &meetings,
                    width,
                    ..CurveFrame::new(&law.short, date(1925, 6, 17), date(2026, 11, 21), ON)
                };
                let picture = curve::one(&drawing(lang), &view, &frame);
                for said in texts(&picture.inline()) {
                    let within = said.left >= -1.0 && said.right <= f64::from(width) + 1.0;
                    assert!(within, "{} {lang} {width}: {said:?}", law.id);
                    assert!(said.y <= f64::from(picture.height), "{said:?}");
                }
                for class in all(&picture.body, "class") {
                    classes.extend(class.split(' ').map(str::to_owned));
                }
            }
        }
    }
    let matrix = matrix::standings(&drawing(Lang::En), &world.matrix(ON, Lang::En));
    for picture in [&matrix, &timeline(Lang::En, "TEST", 736)] {
        for class in all(&picture.body, "class") {
            classes.extend(class.split(' ').map(str::to_owned));
        }
        assert!(
            all(&picture.body, "id")
                .iter()
                .all(|id| id.starts_with("p-"))
        );
    }
    // `pic-` marks parts for scripts; the rest is for the sheet.
    for class in classes.iter().filter(|class| !class.starts_with("pic-")) {
        assert!(
            style::PAGE.contains(&format!(".{class} ")),
            "no rule for `{class}`"
        );
    }
    assert!(classes.len() > 20, "{classes:?}");
}
