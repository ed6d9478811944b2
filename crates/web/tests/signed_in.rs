//! What is answered to somebody signed in is for nobody else, and is kept nowhere.

mod common;

use axum::extract::Request;
use axum::http::Method;
use axum::middleware::{Next, from_fn};
use common::{Answer, shipped};
use world::Viewer;

/// The pages, as asked by somebody of a team: whatever stands before the pages found that out.
async fn asked(path: &str, headers: &[(&str, &str)]) -> Answer {
    let pages = shipped().layer(from_fn(|mut request: Request, next: Next| async move {
        request.extensions_mut().insert(Viewer::member(["italy"]));
        next.run(request).await
    }));
    common::ask(pages, Method::GET, path, headers).await
}

#[tokio::test]
async fn an_answer_to_somebody_signed_in_is_private_and_not_stored() {
    for path in [
        "/",
        "/treaties/ctbt",
        "/treaties/ctbt.json",
        "/treaties/ctbt/acts.csv",
        "/states/ITA.json",
        "/feed.atom",
        "/calendar.ics",
        "/treaties/ctbt/map.svg",
        "/search?q=italy",
        "/no/such/page",
        "/treaties/nosuch.json",
    ] {
        let own = asked(path, &[]).await;
        assert_eq!(own.header("cache-control"), "private, no-store", "{path}");
        assert_eq!(own.header("etag"), "", "{path}");
        let anyones = common::ask(shipped(), Method::GET, path, &[]).await;
        assert_ne!(
            anyones.header("cache-control"),
            "private, no-store",
            "{path}"
        );
        assert_eq!(anyones.status, own.status, "{path}");
    }
}

#[tokio::test]
async fn what_anyone_was_answered_is_no_answer_to_somebody_signed_in() {
    let path = "/treaties/ctbt.json";
    let tag = common::ask(shipped(), Method::GET, path, &[]).await;
    let tag = tag.header("etag").to_owned();
    assert!(!tag.is_empty());
    let same = common::ask(shipped(), Method::GET, path, &[("if-none-match", &tag)]).await;
    assert_eq!(same.status, 304);
    let own = asked(path, &[("if-none-match", &tag)]).await;
    assert_eq!(own.status, 200, "it is made for whoever asks");
}

#[tokio::test]
async fn what_is_for_one_reader_is_not_compressed() {
    let takes = [("accept-encoding", "gzip")];
    let anyones = common::ask(shipped(), Method::GET, "/treaties/ctbt", &takes).await;
    assert_eq!(anyones.header("content-encoding"), "gzip");
    let own = asked("/treaties/ctbt", &takes).await;
    assert_eq!(
        own.header("content-encoding"),
        "",
        "its length would tell of the form's code"
    );
}
