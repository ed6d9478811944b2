//! Answers that were made already, compressed as they were sent. A world does not change, so
//! neither does a page of it: a new head, another day or another build is another key.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderMap};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use world::Viewer;

use crate::site::Origin;
use crate::{App, answer, asked};

/// How many bytes are kept at most.
const ROOM: usize = 32 << 20;

/// Answers larger than this are made anew each time.
const LARGEST: usize = 2 << 20;

/// What is kept, the oldest first to go.
#[derive(Default)]
pub(crate) struct Shelf(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    answers: BTreeMap<String, (HeaderMap, Bytes)>,
    order: VecDeque<String>,
    bytes: usize,
}

impl Shelf {
    fn get(&self, key: &str) -> Option<(HeaderMap, Bytes)> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.answers.get(key).cloned()
    }

    fn put(&self, key: String, headers: HeaderMap, bytes: Bytes) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.bytes += bytes.len() + key.len();
        if let Some((_, before)) = kept.answers.insert(key.clone(), (headers, bytes)) {
            kept.bytes -= before.len() + key.len();
        } else {
            kept.order.push_back(key);
        }
        while kept.bytes > ROOM {
            let Some(oldest) = kept.order.pop_front() else {
                break;
            };
            if let Some((_, bytes)) = kept.answers.remove(&oldest) {
                kept.bytes -= bytes.len() + oldest.len();
            }
        }
    }
}

/// Answers from the shelf, or makes the answer and keeps it.
pub(crate) async fn shelve(State(app): State<App>, request: Request, next: Next) -> Response {
    // The shelf is for what anyone is answered: others get nothing from it and leave nothing on it.
    if request.method() != Method::GET
        || request.uri().path().starts_with("/static/")
        || answer::viewer(&request) != Viewer::public()
    {
        return next.run(request).await;
    }
    let key = key(&app, &request);
    if let Some((headers, bytes)) = app.shelf.get(&key) {
        let tag = headers.get(header::ETAG).and_then(|tag| tag.to_str().ok());
        if let Some(tag) = tag.filter(|tag| answer::has_it(request.headers(), tag)) {
            return answer::unchanged(tag, request.uri());
        }
        return (headers, bytes).into_response();
    }
    keep(&app, key, next.run(request).await).await
}

/// Keeps an answer that can be asked for again: a page with a tag.
async fn keep(app: &App, key: String, response: Response) -> Response {
    if response.status() != StatusCode::OK || !response.headers().contains_key(header::ETAG) {
        return response;
    }
    let (parts, body) = response.into_parts();
    match to_bytes(body, usize::MAX).await {
        Ok(bytes) => {
            if bytes.len() <= LARGEST {
                app.shelf.put(key, parts.headers.clone(), bytes.clone());
            }
            Response::from_parts(parts, Body::from(bytes))
        }
        Err(cause) => {
            tracing::error!(%cause, "an answer could not be read whole");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// Everything an answer depends on.
fn key(app: &App, request: &Request) -> String {
    let headers = request.headers();
    let text = |name| {
        headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    };
    let world = app.worlds.now(&Viewer::public());
    format!(
        "{}|{}|{}|{}|{}|{}|{}",
        world.head().link,
        world.known(),
        app.worlds.today(),
        asked::language(request.uri(), headers),
        text(header::ACCEPT_ENCODING).contains("gzip"),
        Origin::of(headers).as_ref().map_or("", Origin::as_str),
        request.uri(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_gives_way() {
        let shelf = Shelf::default();
        for n in 0..40 {
            shelf.put(
                format!("{n}"),
                HeaderMap::new(),
                Bytes::from(vec![0; 1 << 20]),
            );
        }
        assert!(shelf.get("0").is_none());
        assert!(shelf.get("39").is_some());
        let kept = shelf.0.lock().unwrap();
        assert!(kept.bytes <= ROOM);
        assert_eq!(kept.order.len(), kept.answers.len());
    }

    #[test]
    fn what_is_kept_twice_is_counted_once() {
        let shelf = Shelf::default();
        for _ in 0..3 {
            shelf.put(
                "page".to_owned(),
                HeaderMap::new(),
                Bytes::from_static(b"text"),
            );
        }
        assert_eq!(shelf.0.lock().unwrap().bytes, 8);
    }
}
