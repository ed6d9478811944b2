//! Pages over the 100,000 approaches of one team, made in process through the router: everything but the
//! socket. Budget of each: 100 ms.

use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{Request, StatusCode};
use bench::contacts::{self, TEAM};
use divan::{Bencher, black_box};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use ledger::Recorded;
use tokio::runtime::Runtime;
use tower::ServiceExt;
use web::{App, NoWorld, Worlds, router};
use world::{ApproachFilter, Viewer, World};

/// How many.
const APPROACHES: usize = 100_000;

type Record = (Vec<Arc<Recorded>>, [Arc<Recorded>; 2]);

static RECORD: LazyLock<Record> = LazyLock::new(|| contacts::record(APPROACHES));

/// The world of the team, of which everything was asked before.
static WORLD: LazyLock<Arc<World>> = LazyLock::new(|| {
    let world = Arc::new(contacts::team(&RECORD.0));
    let pages = Pages::of(&world);
    for address in ASKED {
        pages.get(address);
    }
    world
});

/// What is asked for right after something was recorded.
const ASKED: [&str; 9] = [
    "/approaches",
    "/approaches?q=parliament+model",
    "/approaches?follow_up=open",
    "/approaches/ONE",
    "/states/NPL",
    "/campaigns/ctbt",
    "/campaigns/ctbt/contacts",
    "/campaigns/ctbt/next",
    "/states/NPL/brief?treaty=ctbt",
];

fn main() {
    divan::main();
}

/// A world, whatever is asked.
struct Team(Mutex<Arc<World>>);

impl Worlds for Team {
    fn now(&self, _: &Viewer) -> Arc<World> {
        Arc::clone(&self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn at_hand(&self, viewer: &Viewer, known: Option<Timestamp>) -> Option<Arc<World>> {
        known.is_none().then(|| self.now(viewer))
    }

    fn at(&self, viewer: &Viewer, _known: Timestamp) -> Result<Arc<World>, NoWorld> {
        Ok(self.now(viewer))
    }

    fn today(&self) -> Date {
        date(2026, 11, 21)
    }
}

/// The pages of the team.
struct Pages {
    team: Arc<Team>,
    router: Router,
    runtime: Runtime,
}

impl Pages {
    fn of(world: &Arc<World>) -> Pages {
        let team = Arc::new(Team(Mutex::new(Arc::clone(world))));
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        Pages {
            router: router(App::new(Arc::clone(&team) as Arc<dyn Worlds>)),
            team,
            runtime: runtime.expect("a runtime"),
        }
    }

    fn show(&self, world: World) {
        *self.team.0.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(world);
    }

    fn get(&self, address: &str) -> Bytes {
        let address = address.replace("ONE", &contacts::one());
        let request = Request::get(&address).body(Body::empty());
        let mut request = request.expect("an address");
        request.extensions_mut().insert(Viewer::member([TEAM]));
        self.runtime.block_on(async {
            let answer = self.router.clone().oneshot(request).await;
            let answer = answer.expect("it cannot fail");
            assert_eq!(answer.status(), StatusCode::OK, "{address}");
            let body = axum::body::to_bytes(answer.into_body(), usize::MAX);
            body.await.expect("in memory")
        })
    }
}

/// The fold of all, as after a start.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn fold() -> World {
    contacts::team(&RECORD.0)
}

/// The fold of one approach more.
#[divan::bench(sample_count = 40)]
fn fold_on() -> World {
    WORLD.extended([&RECORD.1[0]], &Viewer::member([TEAM]), Timestamp::MAX)
}

/// An approach is recorded, and then a page asked for that shows it: the fold and the page.
#[divan::bench(sample_count = 40, sample_size = 1, args = ASKED)]
fn recorded(bencher: Bencher, address: &str) {
    after(bencher, &RECORD.1[..1], address);
}

/// The same of an approach and of the words that something is done.
#[divan::bench(sample_count = 40, sample_size = 1, args = ASKED)]
fn put_right(bencher: Bencher, address: &str) {
    after(bencher, &RECORD.1, address);
}

fn after(bencher: Bencher, more: &[Arc<Recorded>], address: &str) {
    let pages = Pages::of(&WORLD);
    bencher.bench_local(|| {
        let world = WORLD.extended(more, &Viewer::member([TEAM]), Timestamp::MAX);
        pages.show(black_box(world));
        pages.get(address)
    });
}

/// What is worked out once for a world, when its first list is asked for.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn first_list(bencher: Bencher) {
    bencher
        .with_inputs(|| contacts::team(&RECORD.0))
        .bench_local_refs(|world| world.approaches(&ApproachFilter::default()));
}

/// The same for the first words that are looked for.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn first_words(bencher: Bencher) {
    let filter = ApproachFilter {
        text: Some("ministere de la justice".to_owned()),
        ..ApproachFilter::default()
    };
    let fresh = || {
        let world = contacts::team(&RECORD.0);
        world.approaches(&ApproachFilter::default());
        world
    };
    bencher
        .with_inputs(fresh)
        .bench_local_refs(|world| world.approaches(&filter));
}

/// Each as its team reads it: kept by nobody, made anew.
#[divan::bench(sample_count = 40, args = [
    "/approaches",
    "/approaches?after=50000",
    "/approaches?kind=visit&outcome=positive_signal",
    "/approaches?treaty=ctbt&from=2020-01-01&to=2023-12-31",
    "/approaches?whom=NPL",
    "/approaches?follow_up=open",
    "/approaches?follow_up=overdue&treaty=ccm",
    "/approaches?q=parliament+model",
    "/approaches.csv?limit=500",
    "/approaches.json?limit=50",
    "/approaches/ONE",
    "/states/NPL",
    "/campaigns/ctbt",
    "/campaigns/ctbt/table",
    "/campaigns/ctbt/contacts",
    "/campaigns/ctbt/states/NPL",
    "/campaigns/ctbt/next",
    "/campaigns/ccm/next",
    "/states/NPL/brief?treaty=ctbt",
])]
fn page(bencher: Bencher, address: &str) {
    let pages = Pages::of(&WORLD);
    bencher.bench_local(|| pages.get(address));
}
