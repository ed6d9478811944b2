//! The pages over a ledger, as the program serves them: store, clerk, worlds, router.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use accede::clerk::Clerk;
use accede::clock::Clock;
use accede::record::Record;
use accede::stacks::{Shelves, Stacks};
use accede::standing::Standing;
use axum::Router;
use axum::body::{Body as Bytes, to_bytes};
use axum::http::Request;
use ledger::store::{Memory, ReadError};
use ledger::{AppendError, Body, Head, Link, Seq, Store};
use store::{BlobError, DocumentId, Documents};
use tokio::runtime::Runtime;
use tower::ServiceExt;
use web::App;
use world::Viewer;

use crate::asking::{self, Question};
use crate::ledgers::Step;
use crate::secrets;

/// A store that a clerk reads while somebody else writes to it.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Memory>>);

impl Store for Shared {
    fn head(&self) -> Result<Head, ReadError> {
        self.0.lock().unwrap().head()
    }

    fn append(&mut self, head: Head, payloads: &[Vec<u8>]) -> Result<Head, AppendError> {
        self.0.lock().unwrap().append(head, payloads)
    }

    fn read(
        &self,
        from: Seq,
        visit: &mut dyn FnMut(Seq, Link, &[u8]),
    ) -> Result<(), ReadError> {
        self.0.lock().unwrap().read(from, visit)
    }
}

/// The texts that are kept beside a ledger.
struct Papers(BTreeMap<DocumentId, Vec<u8>>);

/// Those of the documents of these entries: each says its note, which in a hidden one is a secret.
fn papers(steps: &[Step]) -> Papers {
    let texts = steps
        .iter()
        .flatten()
        .filter_map(|entry| match &entry.body {
            Body::Document(one) => Some(secrets::text(one.note.as_deref()?)),
            _ => None,
        });
    Papers(texts.map(|text| (DocumentId::of(&text), text)).collect())
}

impl Documents for Papers {
    fn put(&self, _: &[u8]) -> Result<DocumentId, BlobError> {
        unreachable!("pages keep nothing")
    }

    fn get(&self, id: &DocumentId) -> Result<Vec<u8>, BlobError> {
        let found = self.0.get(id).cloned();
        found.ok_or_else(|| BlobError::NotFound(id.clone()))
    }

    fn contains(&self, id: &DocumentId) -> Result<bool, BlobError> {
        Ok(self.0.contains_key(id))
    }

    fn ids(&self) -> Result<Vec<DocumentId>, BlobError> {
        Ok(self.0.keys().cloned().collect())
    }
}

/// An answer, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, Vec<u8>)>,
    pub(crate) body: Vec<u8>,
}

/// The pages over a ledger that grows.
pub(crate) struct Site {
    store: Shared,
    standing: Arc<Standing>,
    router: Router,
    runtime: Runtime,
}

impl Site {
    /// The pages over what was recorded in `steps`.
    pub(crate) fn over(steps: &[Step]) -> Site {
        let mut store = Shared::default();
        steps.iter().for_each(|step| record(&mut store, step));
        let read = Record::read(&store).unwrap();
        let clock = Clock::stopped_at(asking::now());
        let clerk = Clerk::start(Box::new(store.clone()), read, clock);
        let standing = Arc::new(Standing::new(clerk, clock));
        let stacks = Stacks::over(Box::new(papers(steps)));
        let shelves = Shelves::of(stacks, standing.clone());
        let app = App::new(standing.clone()).with_stacks(Arc::new(shelves));
        Site {
            store,
            router: web::router(app),
            standing,
            runtime: tokio::runtime::Builder::new_current_thread()
                .build()
                .unwrap(),
        }
    }

    /// Records one step more, as another process does it, and reads on.
    pub(crate) fn grow(&mut self, step: &Step) {
        record(&mut self.store, step);
        self.standing.follow().unwrap();
    }

    /// What `viewer` is answered. Who that is, a layer before the pages puts into the request.
    pub(crate) fn ask(&self, question: &Question, viewer: &Viewer) -> Answer {
        let mut request = Request::builder()
            .method(question.method.clone())
            .uri(&question.address);
        if question.headers.iter().all(|(name, _)| *name != "host") {
            request = request.header("host", "accede.test");
        }
        for (name, value) in &question.headers {
            request = request.header(*name, *value);
        }
        let mut request = request.body(Bytes::empty()).unwrap();
        if *viewer != Viewer::public() {
            request.extensions_mut().insert(viewer.clone());
        }
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let headers = parts.headers.iter();
            Answer {
                status: parts.status.as_u16(),
                headers: headers
                    .map(|(name, value)| (name.to_string(), value.as_bytes().to_vec()))
                    .collect(),
                body: to_bytes(body, usize::MAX).await.unwrap().to_vec(),
            }
        })
    }

    /// The world from which `viewer` is answered.
    pub(crate) fn world(&self, viewer: &Viewer) -> Arc<world::World> {
        web::Worlds::now(self.standing.as_ref(), viewer)
    }
}

fn record(store: &mut Shared, step: &Step) {
    let head = store.head().unwrap();
    let payloads: Vec<_> = step
        .iter()
        .map(|entry| entry.to_payload().unwrap())
        .collect();
    store.append(head, &payloads).unwrap();
}
