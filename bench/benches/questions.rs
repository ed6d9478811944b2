//! The questions of the pages, in process, over the shipped facts.

use bench::record;
use divan::{Bencher, black_box};
use jiff::civil::{Date, date};
use treaty::{Lang, TreatyId};
use world::World;

fn main() {
    divan::main();
}

const ON: Date = date(2023, 9, 22);

fn world() -> World {
    record::fold(&record::shipped())
}

fn ctbt() -> TreatyId {
    "ctbt".parse().expect("four letters are an id")
}

/// Where every participant stood under every treaty on a day: budget 1 ms.
#[divan::bench]
fn all_treaties_on_one_day(bencher: Bencher) {
    let world = world();
    bencher.bench_local(|| world.matrix(black_box(ON), Lang::En));
}

/// With names, reasons and sources.
#[divan::bench]
fn status_of_the_ctbt(bencher: Bencher) {
    let (world, ctbt) = (world(), ctbt());
    bencher.bench_local(|| world.status(&ctbt, black_box(ON), Lang::En));
}

#[divan::bench]
fn counts_of_the_ctbt(bencher: Bencher) {
    let (world, ctbt) = (world(), ctbt());
    bencher.bench_local(|| world.counts(&ctbt, black_box(ON)));
}

#[divan::bench]
fn entry_into_force_of_the_ctbt(bencher: Bencher) {
    let (world, ctbt) = (world(), ctbt());
    bencher.bench_local(|| world.force(&ctbt, black_box(ON), &[], Lang::En));
}

#[divan::bench]
fn duties_of_everyone(bencher: Bencher) {
    let world = world();
    bencher.bench_local(|| world.duties(None, None, black_box(ON), None, Lang::En));
}

#[divan::bench]
fn changes_of_two_years(bencher: Bencher) {
    let world = world();
    bencher.bench_local(|| world.changes(None, date(2021, 9, 23), black_box(ON), Lang::En));
}

#[divan::bench]
fn curve_of_the_ctbt(bencher: Bencher) {
    let (world, ctbt) = (world(), ctbt());
    bencher.bench_local(|| world.curve(black_box(&ctbt)));
}

/// A year of meetings and deadlines, of everybody: budget 5 ms.
#[divan::bench]
fn calendar_of_a_year(bencher: Bencher) {
    let world = world();
    let (from, to) = (date(2026, 1, 1), date(2026, 12, 31));
    world.calendar(None, None, from, to, ON, Lang::En);
    bencher.bench_local(|| world.calendar(None, None, from, to, black_box(ON), Lang::En));
}

/// The index is made by the first query and not measured: budget 2 ms for each after it.
#[divan::bench(args = ["i", "italy", "itlay", "ccm italy", "victim assistance 2017", "意大利", "phillippines tretay"])]
fn search(bencher: Bencher, q: &str) {
    let world = world();
    world.search("italy", ON, Lang::En, 20);
    bencher.bench_local(|| world.search(black_box(q), ON, Lang::En, 20));
}

/// The first query of a world.
#[divan::bench]
fn search_with_its_index(bencher: Bencher) {
    bencher
        .with_inputs(world)
        .bench_local_values(|world| world.search(black_box("italy"), ON, Lang::En, 20));
}
