//! Pictures of the shipped facts. Budget: a map well under a millisecond and a curve under 0.2 ms,
//! since a treaty's page has 2 ms for everything.

use bench::record;
use divan::Bencher;
use jiff::civil::{Date, date};
use picture::curve::{self, Along, CurveFrame, CurveSeries, NARROW, WIDE};
use picture::{Drawing, NoLinks, map, matrix, tiles};
use treaty::{Lang, TreatyId};
use words::Words;
use world::view::{CurveView, StatusView};

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

const TO: Date = date(2026, 11, 21);

/// With its meetings, as a treaty's page sets it.
#[divan::bench(args = [WIDE, NARROW])]
fn curve_of_the_npt(bencher: Bencher, width: u32) {
    let world = record::fold(&record::shipped());
    let id: TreatyId = "npt".parse().expect("an id");
    let view = world.curve(&id).expect("a shipped treaty");
    let meetings = world.meetings(Some(&id), TO, Lang::En).past;
    let frame = CurveFrame {
        in_force: Some(date(1970, 3, 5)),
        meetings: &meetings,
        width,
        ..CurveFrame::new("NPT", date(1968, 7, 1), TO, date(2020, 1, 1))
    };
    let drawing = drawing();
    bencher.bench_local(|| curve::one(&drawing, &view, &frame).inline());
}

/// Every treaty on record: by date, and by years with labels that look for room.
#[divan::bench(args = [false, true])]
fn curves_of_all_treaties(bencher: Bencher, by_years: bool) {
    let world = record::fold(&record::shipped());
    let laws = world.treaties();
    let curves: Vec<CurveView> = laws.iter().filter_map(|law| world.curve(&law.id)).collect();
    let series: Vec<CurveSeries<'_>> = laws
        .iter()
        .zip(&curves)
        .map(|(law, curve)| CurveSeries {
            treaty: &law.id,
            short: &law.short,
            curve,
            opened: law.opened.as_ref().map(|opened| opened.on),
        })
        .collect();
    let frame = CurveFrame {
        along: if by_years { Along::Years } else { Along::Date },
        ..CurveFrame::new("all", date(1925, 6, 17), TO, TO)
    };
    let drawing = drawing();
    bencher.bench_local(|| curve::several(&drawing, &series, &frame).inline());
}

#[divan::bench]
fn matrix_of_all_treaties(bencher: Bencher) {
    let view = record::fold(&record::shipped()).matrix(TO, Lang::En);
    let drawing = drawing();
    bencher.bench_local(|| matrix::standings(&drawing, &view).file());
}

/// A status map as PNG, as a page's download gives it.
#[divan::bench(args = [1280, 1920], sample_count = 10)]
fn map_as_png(bencher: Bencher, width: u32) {
    let file = map::status(&drawing(), &ccm()).file();
    bencher.bench_local(|| raster::png(&file, width).expect("it is SVG"));
}
