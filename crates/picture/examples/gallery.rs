//! Draws pictures of the shipped facts into a folder, to be looked at:
//! `cargo run -p picture --example gallery -- FOLDER`. `index.html` shows them as a page does.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

use jiff::Timestamp;
use jiff::civil::{Date, date};
use ledger::{Head, Recorded, Seq};
use picture::curve::{self, CurveFrame, Goal};
use picture::{Drawing, NoLinks, Picture, notes, style};
use treaty::{Lang, TreatyId};
use words::Words;
use world::{Viewer, World};

const ON: Date = date(2023, 9, 22);
const TO: Date = date(2026, 11, 21);

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| "gallery".to_owned());
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    let world = shipped_world();
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
            fs::write(folder.join(format!("{name}-{size}.svg")), picture.file())?;
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

fn shipped_world() -> World {
    let mut head = Head::EMPTY;
    let entries = shipped::entries().expect("the shipped facts can be read");
    let record: Vec<Recorded> = entries
        .into_iter()
        .map(|entry| {
            head = head.then(&entry.to_payload().expect("it can be written"));
            Recorded {
                seq: Seq(head.len),
                link: head.link,
                entry,
            }
        })
        .collect();
    World::fold(&record, &Viewer::public(), Timestamp::MAX)
}

fn drawn(world: &World) -> Vec<([Picture; 2], String)> {
    let mut out = Vec::new();
    for (lang, id) in [
        (Lang::En, "ccm"),
        (Lang::Fr, "ctbt"),
        (Lang::En, "npt"),
        (Lang::En, "tpnw"),
    ] {
        out.push((curves(world, lang, id), format!("curve-{id}")));
    }
    out
}

fn curves(world: &World, lang: Lang, id: &str) -> [Picture; 2] {
    let treaty: TreatyId = id.parse().expect("an id");
    let view = world.curve(&treaty).expect("shipped");
    let status = world.status(&treaty, ON, lang).expect("shipped");
    let goals = match id {
        "ccm" => vec![Goal {
            label: "130 States Parties (Dubrovnik Action Plan)".to_owned(),
            target: 130,
            day: Some(date(2020, 9, 25)),
        }],
        _ => Vec::new(),
    };
    let from = view
        .points
        .first()
        .map_or(date(2000, 1, 1), |point| point.on);
    [(curve::WIDE, "wide"), (curve::NARROW, "narrow")].map(|(width, name)| {
        let id = format!("c-{id}-{name}");
        let drawing = Drawing {
            words: Words::for_lang(lang),
            links: &NoLinks,
            id: &id,
        };
        let frame = CurveFrame {
            in_force: status.entered_into_force,
            goals: &goals,
            width,
            ..CurveFrame::new(&status.short, from, TO, ON)
        };
        let mut picture = curve::one(&drawing, &view, &frame);
        picture.notes = notes::of(
            drawing.words,
            ON,
            status.known,
            &status.head,
            &["United Nations Treaty Collection, status as at 3 February 2026"],
            None,
        );
        picture
    })
}
