//! Draws pictures of the shipped facts into a folder, to be looked at:
//! `cargo run -p picture --example gallery -- FOLDER`. `index.html` shows them as a page does.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

use jiff::civil::{Date, date};
use picture::bars::{self, BarsFrame, GroupRow};
use picture::curve::{self, Along, CurveFrame, CurveSeries, Goal};
use picture::timeline::{self, Mark, TimelineFrame, TimelineRow};
use picture::{Drawing, Links, Picture, matrix, multiples, notes, style};
use treaty::{Lang, ParticipantId, TreatyId};
use words::Words;
use world::World;
use world::view::Standing;

#[path = "../tests/common/mod.rs"]
mod common;

const ON: Date = date(2023, 9, 22);
const TO: Date = date(2026, 11, 21);

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| "gallery".to_owned());
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    let world = common::shipped_world();
    let mut page = String::new();
    for (pictures, name) in drawn(&world) {
        let [wide, narrow] = &pictures;
        let _ = write!(
            page,
            "<h2>{name}</h2><p>{}</p>{}",
            wide.desc,
            wide.pair(narrow)
        );
        for (picture, size) in [(wide, "wide"), (narrow, "narrow")] {
            let file = picture.file();
            let png = raster::png(&file, picture.width * 2).expect("it is SVG");
            fs::write(folder.join(format!("{name}-{size}.svg")), file)?;
            fs::write(folder.join(format!("{name}-{size}.png")), png)?;
        }
    }
    let sheet = format!(
        "{}{}",
        include_str!("../../web/static/accede.css"),
        style::PAGE
    );
    let html = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>\
         <style>{sheet}</style><main>{page}</main>"
    );
    fs::write(folder.join("index.html"), html)
}

type Pair = ([Picture; 2], String);

fn drawn(world: &World) -> Vec<Pair> {
    let mut out = Vec::new();
    for (lang, id) in [
        (Lang::En, "ccm"),
        (Lang::Fr, "ctbt"),
        (Lang::En, "npt"),
        (Lang::En, "tpnw"),
        (Lang::Ar, "apmbc"),
        (Lang::Zh, "cwc"),
    ] {
        out.push((curves(world, lang, id), format!("curve-{id}")));
    }
    out.extend(several(world));
    for (lang, code) in [
        (Lang::En, "ITA"),
        (Lang::Fr, "PRK"),
        (Lang::Ar, "EGY"),
        (Lang::Ru, "RUS"),
    ] {
        out.push((timeline(world, lang, code), format!("timeline-{code}")));
    }
    for (lang, id) in [(Lang::En, "ccm"), (Lang::Fr, "tpnw"), (Lang::En, "ctbt")] {
        out.push((bars(world, lang, id), format!("bars-{id}")));
    }
    let matrix = ["matrix-a", "matrix-b"].map(|id| {
        let words = Words::for_lang(Lang::En);
        let drawing = Drawing {
            words,
            links: &Addresses,
            id,
        };
        matrix::standings(&drawing, &world.matrix(ON, Lang::En))
    });
    out.push((matrix, "matrix".to_owned()));
    out
}

/// Draws for a wide and for a narrow place.
fn pair(lang: Lang, id: &str, draw: impl Fn(&Drawing<'_>, u32) -> Picture) -> [Picture; 2] {
    [(curve::WIDE, "wide"), (curve::NARROW, "narrow")].map(|(width, name)| {
        let id = format!("{id}-{name}");
        draw(
            &Drawing {
                words: Words::for_lang(lang),
                links: &Addresses,
                id: &id,
            },
            width,
        )
    })
}

/// Addresses as a page has them.
struct Addresses;

impl Links for Addresses {
    fn state(&self, id: ParticipantId) -> Option<String> {
        Some(format!("/states/{id}"))
    }

    fn treaty(&self, id: &TreatyId) -> Option<String> {
        Some(format!("/treaties/{id}"))
    }

    fn day(&self, day: Date) -> Option<String> {
        Some(format!("?on={day}"))
    }

    fn meeting(&self, id: &str) -> Option<String> {
        Some(format!("/meetings/{id}"))
    }
}

fn curves(world: &World, lang: Lang, id: &str) -> [Picture; 2] {
    let treaty: TreatyId = id.parse().expect("an id");
    let view = world.curve(&treaty).expect("shipped");
    let status = world.status(&treaty, ON, lang).expect("shipped");
    let goals = match id {
        "ccm" => vec![
            Goal {
                label: "130 States Parties".to_owned(),
                target: 130,
                day: Some(date(2020, 9, 25)),
            },
            Goal {
                label: "30: entry into force".to_owned(),
                target: 30,
                day: None,
            },
        ],
        _ => Vec::new(),
    };
    let meetings = world.meetings(Some(&treaty), TO, lang);
    let meetings: Vec<_> = meetings.past.into_iter().rev().collect();
    let from = view
        .points
        .first()
        .map_or(date(2000, 1, 1), |point| point.on);
    pair(lang, &format!("c-{id}"), |drawing, width| {
        let frame = CurveFrame {
            in_force: status.entered_into_force,
            goals: &goals,
            meetings: &meetings,
            width,
            ..CurveFrame::new(&status.short, from, TO, ON)
        };
        let mut picture = curve::one(drawing, &view, &frame);
        let source = "United Nations Treaty Collection, status as at 3 February 2026";
        picture.notes = notes::of(
            drawing.words,
            ON,
            Some((status.known, &status.head)),
            &[source],
            None,
        );
        picture
    })
}

fn several(world: &World) -> Vec<Pair> {
    let laws = world.treaties();
    let views: Vec<_> = laws
        .iter()
        .map(|law| world.curve(&law.id).expect("shipped"))
        .collect();
    let all: Vec<CurveSeries<'_>> = laws
        .iter()
        .zip(&views)
        .map(|(law, curve)| CurveSeries {
            treaty: &law.id,
            short: &law.short,
            curve,
            opened: law.opened.as_ref().map(|opened| opened.on),
        })
        .collect();
    let some = |ids: &[&str]| -> Vec<CurveSeries<'_>> {
        all.iter()
            .filter(|one| ids.contains(&one.treaty.as_str()))
            .copied()
            .collect()
    };
    let four = some(&["ccm", "apmbc", "tpnw", "ctbt", "att", "npt"]);
    let frame = |what, from, width| CurveFrame {
        width,
        ..CurveFrame::new(what, from, TO, ON)
    };
    vec![
        (
            pair(Lang::En, "s6", |drawing, width| {
                curve::several(
                    drawing,
                    &four,
                    &frame("six treaties", date(1968, 7, 1), width),
                )
            }),
            "several-six".to_owned(),
        ),
        (
            pair(Lang::En, "s6y", |drawing, width| {
                let frame = CurveFrame {
                    along: Along::Years,
                    ..frame("six treaties", date(1968, 7, 1), width)
                };
                curve::several(drawing, &four, &frame)
            }),
            "several-six-years".to_owned(),
        ),
        (
            pair(Lang::En, "sa", |drawing, width| {
                curve::several(
                    drawing,
                    &all,
                    &frame("all treaties", date(1925, 6, 17), width),
                )
            }),
            "several-all".to_owned(),
        ),
        (
            pair(Lang::En, "m", |drawing, width| {
                multiples::curves(
                    drawing,
                    &all,
                    &frame("all treaties", date(1925, 6, 17), width),
                )
            }),
            "multiples".to_owned(),
        ),
    ]
}

fn timeline(world: &World, lang: Lang, code: &str) -> [Picture; 2] {
    let state: ParticipantId = code.parse().expect("a code");
    let words = Words::for_lang(lang);
    let name = world
        .participant(state)
        .expect("shipped")
        .names
        .get(lang)
        .to_owned();
    let rows: Vec<_> = world
        .treaties()
        .into_iter()
        .filter_map(|law| {
            let tenures = world.tenures(&law.id, lang)?;
            let tenure = tenures
                .participants
                .into_iter()
                .find(|one| one.iso3 == state)?;
            Some((law, tenure.spans, world.acts(&law.id, Some(state))))
        })
        .collect();
    let rows: Vec<TimelineRow<'_>> = rows
        .iter()
        .map(|(law, spans, acts)| TimelineRow {
            treaty: &law.id,
            short: &law.short,
            called: world.called(&law.id, lang),
            spans,
            acts: acts
                .iter()
                .map(|act| Mark {
                    day: act.act.on.earliest(),
                    what: words.kind(act.act.kind).into_owned(),
                })
                .collect(),
        })
        .collect();
    pair(
        lang,
        &format!("t-{}", code.to_ascii_lowercase()),
        |drawing, width| {
            let frame = TimelineFrame {
                name: &name,
                from: date(1925, 6, 17),
                to: TO,
                on: ON,
                width,
            };
            timeline::participant(drawing, &rows, &frame)
        },
    )
}

fn bars(world: &World, lang: Lang, id: &str) -> [Picture; 2] {
    let treaty: TreatyId = id.parse().expect("an id");
    let status = world.status(&treaty, ON, lang).expect("shipped");
    let words = Words::for_lang(lang);
    let rows: Vec<GroupRow> = world
        .groups(ON)
        .into_iter()
        .map(|(group, members)| {
            let mut counts = BTreeMap::new();
            for member in members {
                let standing = status
                    .participants
                    .iter()
                    .find(|one| one.iso3 == member)
                    .map_or(Standing::None, |one| one.standing);
                *counts.entry(standing).or_insert(0) += 1;
            }
            let key = format!("group-{}", group.to_ascii_lowercase());
            let label = words
                .find(&key)
                .map_or(group.clone(), |text| text.into_owned());
            GroupRow {
                label,
                address: None,
                counts,
            }
        })
        .collect();
    pair(lang, &format!("b-{id}"), |drawing, width| {
        bars::groups(
            drawing,
            &rows,
            &BarsFrame {
                short: &status.short,
                called: &status.called,
                on: ON,
                width,
            },
        )
    })
}
