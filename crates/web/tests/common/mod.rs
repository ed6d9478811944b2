//! What the tests of the pages share: worlds, and a way to ask for an address.

#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::{Body as Bytes, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use ledger::{Audience, Batch, Body, Entry, EntryId, Recorded};
use tower::ServiceExt;
use treaty::Source;
use web::{App, NoStacks, NoWorld, Stacks, Worlds};
use world::view::DocumentView;
use world::{Viewer, World};

/// The day that is today in these tests.
pub(crate) const TODAY: Date = date(2026, 11, 21);

/// Worlds folded from one list of entries.
pub(crate) struct Fixed {
    entries: Vec<Recorded>,
    now: Arc<World>,
}

impl Fixed {
    pub(crate) fn new(entries: Vec<Entry>) -> Fixed {
        let entries = chain(entries);
        let last = entries
            .last()
            .map_or(Timestamp::UNIX_EPOCH, |last| last.entry.recorded);
        let now = Arc::new(World::fold(&entries, &Viewer::public(), last));
        Fixed { entries, now }
    }
}

impl Worlds for Fixed {
    fn now(&self, _: &Viewer) -> Arc<World> {
        self.now.clone()
    }

    fn at_hand(&self, viewer: &Viewer, known: Option<Timestamp>) -> Option<Arc<World>> {
        known.is_none().then(|| self.now(viewer))
    }

    fn at(&self, _: &Viewer, known: Timestamp) -> Result<Arc<World>, NoWorld> {
        let first = self.now.first_recorded().unwrap();
        if known < first {
            return Err(NoWorld::BeforeTheFirstEntry { first });
        }
        Ok(Arc::new(World::fold(
            &self.entries,
            &Viewer::public(),
            known,
        )))
    }

    fn today(&self) -> Date {
        TODAY
    }
}

fn chain(entries: Vec<Entry>) -> Vec<Recorded> {
    ledger::chain(entries).unwrap()
}

/// The library with the texts and files that ship, indexed anew for each question.
pub(crate) struct Beside;

impl Stacks for Beside {
    fn of(&self, world: &World, _: &Viewer) -> Result<library::Stacks, NoStacks> {
        let cards = world.library(treaty::Lang::En);
        let wanted = cards
            .iter()
            .map(|card| (card.entry.to_string(), library::stamp(card)));
        let mut shelf = library::Shelf::in_memory().unwrap();
        let item = |key: &str| {
            let mut all = cards.iter();
            let card = all.find(|card| card.entry.to_string() == key).unwrap();
            library::item(card, kept(card.text.as_deref()).as_ref())
        };
        shelf.sync(wanted, item).unwrap();
        Ok(library::Stacks::new([shelf.reading()]))
    }

    fn text(&self, one: &DocumentView) -> Result<Option<transcribe::Text>, NoStacks> {
        Ok(kept(one.text.as_deref()))
    }

    fn file(&self, one: &DocumentView) -> Result<Option<Vec<u8>>, NoStacks> {
        let file = one.file.as_ref();
        let bytes = file.and_then(|file| shipped::document(&file.sha256));
        Ok(bytes.map(<[u8]>::to_vec))
    }
}

fn kept(text: Option<&str>) -> Option<transcribe::Text> {
    let bytes = text.and_then(shipped::document)?;
    Some(serde_json::from_slice(bytes).unwrap())
}

/// A public entry, the `n`-th second of the record.
pub(crate) fn entry(n: u64, source: Source, body: Body) -> Entry {
    Entry {
        id: EntryId(uuid::Uuid::from_u128(u128::from(n) + 1)),
        recorded: Timestamp::new(1_600_000_000 + i64::try_from(n).unwrap(), 0).unwrap(),
        author: "test".to_owned(),
        audience: Audience::Public,
        label: None,
        origin: None,
        source,
        batch: Batch { at: 0, of: 1 },
        body,
    }
}

/// The pages over the shipped facts. Folded once for all tests of a file.
pub(crate) fn shipped() -> Router {
    web::router(app())
}

/// The same, made to be read without a server.
pub(crate) fn published() -> Router {
    web::router(app().published())
}

/// The same, reached at this public address.
pub(crate) fn reached_at(address: &str) -> Router {
    web::router(app().reached_at(address.parse().unwrap()))
}

fn app() -> App {
    static APP: LazyLock<App> = LazyLock::new(|| {
        let app = App::new(Arc::new(Fixed::new(shipped::entries().unwrap())));
        app.with_stacks(Arc::new(Beside))
    });
    APP.clone()
}

/// An answer, read whole.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.text).unwrap()
    }
}

/// Asks for an address.
pub(crate) async fn get(router: Router, address: &str) -> Answer {
    ask(router, Method::GET, address, &[]).await
}

/// Asks for an address with headers.
pub(crate) async fn ask(
    router: Router,
    method: Method,
    address: &str,
    headers: &[(&str, &str)],
) -> Answer {
    let mut request = Request::builder().method(method).uri(address);
    if headers.iter().all(|(name, _)| *name != "host") {
        request = request.header("host", "accede.test");
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = router
        .oneshot(request.body(Bytes::empty()).unwrap())
        .await
        .unwrap();
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap();
    Answer {
        status: parts.status,
        headers: parts.headers,
        text: String::from_utf8_lossy(&bytes).into_owned(),
    }
}
