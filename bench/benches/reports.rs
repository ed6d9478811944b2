//! A report over 2,000 approaches of one team in every form: the question, the sentences, the file. Budget of each:
//! 2 s.

use std::sync::LazyLock;

use accede::printing::{PDF, written};
use bench::contacts;
use divan::{Bencher, black_box};
use jiff::civil::date;
use report::compose::{How, paper};
use report::paper::NoteForm;
use report::{Form, Paper};
use treaty::Lang;
use words::Words;
use world::World;
use world::view::{ReportAsk, ReportKind};

/// How many are told at the least.
const TOLD: usize = 2_000;

/// Of so many, two in five are of the treaty, and nine in ten of those took place.
const APPROACHES: usize = 5_800;

static WORLD: LazyLock<World> =
    LazyLock::new(|| contacts::team(&contacts::record(APPROACHES).0));

fn main() {
    divan::main();
}

fn made(world: &World, notes: NoteForm) -> Paper {
    let ask = ReportAsk {
        kind: ReportKind::Progress,
        treaty: "ctbt".parse().expect("an id"),
        of: vec![],
        from: Some(date(2010, 1, 1)),
        to: date(2026, 11, 21),
        plan: None,
    };
    let view = world.report(&ask, Lang::En).expect("it can be made");
    let how = How {
        notes,
        ..How::default()
    };
    paper(&view, Words::for_lang(Lang::En), &how)
}

/// Of the annexed tables, the longest tells one approach in each row.
fn told(paper: &Paper) -> usize {
    let blocks = paper.annexes.iter().flat_map(|annex| &annex.blocks);
    let rows = blocks.filter_map(|block| match block {
        report::paper::Block::Table(table) => Some(table.rows.len()),
        report::paper::Block::Heading(_)
        | report::paper::Block::Paragraph(_)
        | report::paper::Block::Picture(_) => None,
    });
    rows.max().unwrap_or_default()
}

/// The forms, as the program calls them; PDF where it was built with it.
fn forms() -> Vec<&'static str> {
    let forms = Form::ALL.into_iter();
    forms
        .filter(|form| PDF || *form != Form::Pdf)
        .map(Form::word)
        .collect()
}

/// From the world to the file.
#[divan::bench(sample_count = 5, sample_size = 1, args = forms())]
fn without_notes(bencher: Bencher, form: &str) {
    whole(bencher, form, NoteForm::None);
}

/// The same, with the sources of each sentence at the foot of its page.
#[divan::bench(sample_count = 5, sample_size = 1, args = forms())]
fn with_footnotes(bencher: Bencher, form: &str) {
    whole(bencher, form, NoteForm::Foot);
}

/// The same, with the sources at the end.
#[divan::bench(sample_count = 5, sample_size = 1, args = forms())]
fn with_endnotes(bencher: Bencher, form: &str) {
    whole(bencher, form, NoteForm::End);
}

fn whole(bencher: Bencher, form: &str, notes: NoteForm) {
    let form: Form = form.parse().expect("a form");
    let rows = told(&made(&WORLD, notes));
    assert!(rows >= TOLD, "only {rows} are told");
    bencher.bench_local(|| {
        let paper = made(black_box(&WORLD), notes);
        written(&paper, form).expect("it can be written").len()
    });
}

/// The question and the sentences alone.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn paper_alone() -> Paper {
    made(black_box(&WORLD), NoteForm::Foot)
}
