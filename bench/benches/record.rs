//! The record: hashing, reading, folding, appending.

use bench::record;
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use ledger::store::Memory;
use ledger::verify::verify;
use ledger::{Entry, Head, Recorded, Store};
use store::Sqlite;

fn main() {
    divan::main();
}

/// How many entries of the invented field the longer benchmarks take.
const SOME: usize = 50_000;

fn payloads(count: usize) -> Vec<Vec<u8>> {
    record::invented(count)
        .map(|entry| record::payload(&entry))
        .collect()
}

/// The shipped facts into a world: budget 500,000 entries a second.
#[divan::bench]
fn fold_the_shipped_facts(bencher: Bencher) {
    let shipped = record::shipped();
    bencher
        .counter(ItemsCount::new(shipped.len()))
        .bench_local(|| record::fold(black_box(&shipped)));
}

#[divan::bench(sample_count = 10)]
fn fold_the_invented_field(bencher: Bencher) {
    let invented: Vec<Recorded> = record::chained(record::invented(SOME).collect());
    bencher
        .counter(ItemsCount::new(SOME))
        .bench_local(|| record::fold(black_box(&invented)));
}

#[divan::bench(sample_count = 10)]
fn read_payloads(bencher: Bencher) {
    let payloads = payloads(SOME);
    bencher.counter(ItemsCount::new(SOME)).bench_local(|| {
        payloads
            .iter()
            .filter(|payload| Entry::from_payload(black_box(payload)).is_ok())
            .count()
    });
}

/// Budget: 1 million entries a second on two cores is the aim, never under 300,000.
#[divan::bench(sample_count = 10)]
fn verify_the_chain(bencher: Bencher) {
    let mut memory = Memory::default();
    memory
        .append(Head::EMPTY, &payloads(SOME))
        .expect("memory takes it");
    bencher
        .counter(ItemsCount::new(SOME))
        .bench_local(|| verify(black_box(&memory)));
}

/// Each on disk before the call returns: budget 10 ms.
#[divan::bench(sample_count = 50)]
fn append_one_durably(bencher: Bencher) {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let mut sqlite = Sqlite::create(folder.path().join("ledger")).expect("a new ledger");
    let one = payloads(1);
    let mut head = Head::EMPTY;
    bencher.bench_local(|| {
        head = sqlite
            .append(head, black_box(&one))
            .expect("nobody else appends");
    });
}

/// Budget: 1 s.
#[divan::bench(sample_count = 5)]
fn append_ten_thousand_durably(bencher: Bencher) {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let mut sqlite = Sqlite::create(folder.path().join("ledger")).expect("a new ledger");
    let batch = payloads(record::BATCH);
    let mut head = Head::EMPTY;
    bencher
        .counter(ItemsCount::new(batch.len()))
        .bench_local(|| {
            head = sqlite
                .append(head, black_box(&batch))
                .expect("nobody else appends");
        });
}
