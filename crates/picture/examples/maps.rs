//! Draws maps and tiles of the shipped facts into a folder, to be looked at:
//! `cargo run -p picture --example maps -- FOLDER`. `index.html` shows them as a page does.

#[path = "../tests/common/mod.rs"]
mod common;

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

use jiff::civil::{Date, date};
use picture::{Drawing, NoLinks, map, style, tiles};
use treaty::Lang;
use words::Words;

use common::PageLinks;

const SHOWN: [(&str, Lang, Date); 6] = [
    ("ccm", Lang::En, date(2026, 11, 21)),
    ("tpnw", Lang::Fr, date(2021, 6, 1)),
    ("apmbc", Lang::En, date(2026, 11, 21)),
    ("att", Lang::En, date(2014, 10, 1)),
    ("pelindaba", Lang::Ar, date(2026, 11, 21)),
    ("npt", Lang::Zh, date(1985, 1, 1)),
];

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| "maps".to_owned());
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    let world = common::shipped_world();
    let mut page = String::new();
    for (treaty, lang, on) in SHOWN {
        let view = common::status(&world, treaty, on, lang);
        let groups = world.groups(on);
        let words = Words::for_lang(lang);
        let links = PageLinks(treaty);
        let (map_id, wide_id, narrow_id) = (
            format!("map-{treaty}"),
            format!("tiles-{treaty}"),
            format!("small-{treaty}"),
        );
        let on_page = |id| Drawing {
            words,
            links: &links,
            id,
        };
        let map = map::status(&on_page(&map_id), &view);
        let wide = tiles::status(&on_page(&wide_id), &view, &groups);
        let narrow = tiles::narrow(&on_page(&narrow_id), &view, &groups);
        let _ = write!(
            page,
            "<h2>{}</h2>{}<p class=small>{}</p>{}",
            map.title,
            map.inline(),
            map.desc,
            wide.pair(&narrow)
        );
        let apart = |id| Drawing {
            words,
            links: &NoLinks,
            id,
        };
        let map = map::status(&apart("map"), &view);
        let tiles = tiles::status(&apart("tiles"), &view, &groups);
        fs::write(folder.join(format!("map-{treaty}.svg")), map.file())?;
        fs::write(folder.join(format!("tiles-{treaty}.svg")), tiles.file())?;
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
