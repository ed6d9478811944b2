//! Pages over the 100,000 approaches of one team, made in process through the router: everything but the
//! socket. Budget of each: 100 ms.

use std::sync::{Arc, LazyLock};

use axum::body::Body;
use axum::http::{Request, StatusCode};
use bench::contacts::{self, TEAM};
use divan::Bencher;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use tower::ServiceExt;
use web::{App, NoWorld, Worlds, router};
use world::{ApproachFilter, Viewer, World};

/// How many.
const APPROACHES: usize = 100_000;

static WORLD: LazyLock<Arc<World>> = LazyLock::new(|| Arc::new(contacts::world(APPROACHES)));

fn main() {
    divan::main();
}

/// The world of the team, whatever is asked.
struct Team;

impl Worlds for Team {
    fn now(&self, _: &Viewer) -> Arc<World> {
        Arc::clone(&WORLD)
    }

    fn at_hand(&self, viewer: &Viewer, known: Option<Timestamp>) -> Option<Arc<World>> {
        known.is_none().then(|| self.now(viewer))
    }

    fn at(&self, _: &Viewer, _known: Timestamp) -> Result<Arc<World>, NoWorld> {
        Ok(Arc::clone(&WORLD))
    }

    fn today(&self) -> Date {
        date(2026, 11, 21)
    }
}

/// What is worked out once for a world, when its first list is asked for.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn first_list(bencher: Bencher) {
    bencher
        .with_inputs(|| contacts::world(APPROACHES))
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
        let world = contacts::world(APPROACHES);
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
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    let pages = router(App::new(Arc::new(Team)));
    let address = address.replace("ONE", &contacts::one());
    // What is worked out once was asked for before.
    WORLD.approaches(&ApproachFilter {
        text: Some("once".to_owned()),
        ..ApproachFilter::default()
    });
    bencher
        .with_inputs(|| {
            let mut request = Request::get(&address)
                .body(Body::empty())
                .expect("an address");
            request.extensions_mut().insert(Viewer::member([TEAM]));
            request
        })
        .bench_local_values(|request| {
            runtime.block_on(async {
                let answer = pages
                    .clone()
                    .oneshot(request)
                    .await
                    .expect("it cannot fail");
                assert_eq!(answer.status(), StatusCode::OK, "{address}");
                axum::body::to_bytes(answer.into_body(), usize::MAX)
                    .await
                    .expect("in memory")
            })
        });
}
