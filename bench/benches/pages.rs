//! Pages, made in process through the router: everything but the socket.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use bench::record;
use divan::Bencher;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use tower::ServiceExt;
use web::{App, NoWorld, Worlds, router};
use world::{Viewer, World};

fn main() {
    divan::main();
}

/// One world, whatever is asked.
struct One(Arc<World>);

impl Worlds for One {
    fn now(&self, _: &Viewer) -> Arc<World> {
        Arc::clone(&self.0)
    }

    fn at_hand(&self, viewer: &Viewer, known: Option<Timestamp>) -> Option<Arc<World>> {
        known.is_none().then(|| self.now(viewer))
    }

    fn at(&self, _: &Viewer, _known: Timestamp) -> Result<Arc<World>, NoWorld> {
        Ok(Arc::clone(&self.0))
    }

    fn today(&self) -> Date {
        date(2026, 11, 21)
    }
}

/// Each asked for another day, so that none was made before. Budget of a treaty page: 2 ms.
#[divan::bench(args = [
    "/", "/treaties/ccm", "/treaties/ctbt", "/treaties/ctbt.json", "/states/ITA", "/matrix",
])]
fn page(bencher: Bencher, address: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    let app = App::new(Arc::new(One(Arc::new(record::fold(&record::shipped())))));
    let pages = router(app);
    let mut on = date(1950, 1, 1);
    bencher
        .with_inputs(|| {
            on = on.tomorrow().expect("in this millennium");
            Request::get(format!("{address}?on={on}"))
                .body(Body::empty())
                .expect("an address")
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
