//! Pictures of the shipped facts. Budget: a map well under a millisecond, since a treaty's page has
//! 2 ms for everything.

use bench::record;
use divan::Bencher;
use jiff::civil::date;
use picture::{Drawing, NoLinks, map, tiles};
use treaty::{Lang, TreatyId};
use words::Words;
use world::view::StatusView;

fn main() {
    divan::main();
}

fn ccm() -> StatusView {
    let world = record::fold(&record::shipped());
    let id: TreatyId = "ccm".parse().expect("an id");
    let view = world.status(&id, date(2026, 11, 21), Lang::En);
    view.expect("a shipped treaty")
}

fn drawing() -> Drawing<'static> {
    Drawing {
        words: Words::for_lang(Lang::En),
        links: &NoLinks,
        id: "map",
    }
}

#[divan::bench]
fn map_status(bencher: Bencher) {
    let (view, drawing) = (ccm(), drawing());
    bencher.bench_local(|| map::status(&drawing, &view).inline());
}

#[divan::bench]
fn tiles_status(bencher: Bencher) {
    let (view, drawing) = (ccm(), drawing());
    let groups = record::fold(&record::shipped()).groups(view.on);
    bencher.bench_local(|| tiles::status(&drawing, &view, &groups).inline());
}
