//! Documents are made so many at a time, and so many who ask wait; the rest of the pages answer meanwhile.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use axum::Router;
use axum::http::{Method, StatusCode};
use tokio::task::{JoinHandle, yield_now};
use tokio::time::timeout;

use super::APART;
use super::common::{self, Answer};

/// A printer that prints nothing until it is let.
#[derive(Default)]
struct Slow {
    let_go: Mutex<bool>,
    told: Condvar,
    /// How many papers it was given.
    given: AtomicUsize,
    /// How many it has on it, and how many it had at most.
    now: AtomicUsize,
    most: AtomicUsize,
}

impl Slow {
    fn print(&self) -> Vec<u8> {
        self.given.fetch_add(1, Ordering::SeqCst);
        let now = self.now.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(now, Ordering::SeqCst);
        let held = self.let_go.lock().unwrap();
        drop(self.told.wait_while(held, |let_go| !*let_go).unwrap());
        self.now.fetch_sub(1, Ordering::SeqCst);
        b"%PDF".to_vec()
    }

    fn lets_go(&self) {
        *self.let_go.lock().unwrap() = true;
        self.told.notify_all();
    }

    fn given(&self) -> usize {
        self.given.load(Ordering::SeqCst)
    }
}

/// The pages before a slow printer. When a test fails, what is on it goes on: else nothing would ever end.
struct Office {
    pages: Router,
    slow: Arc<Slow>,
}

impl Drop for Office {
    fn drop(&mut self) {
        self.slow.lets_go();
    }
}

fn office(at_once: usize, waiting: usize) -> Office {
    let slow = Arc::new(Slow::default());
    let printer = slow.clone();
    let app = APART
        .clone()
        .printing(Arc::new(move |_paper| Ok(printer.print())))
        .making_papers(at_once, waiting);
    Office {
        pages: web::router(app),
        slow,
    }
}

impl Office {
    /// Asks, and does not wait for the answer.
    fn asks(&self, address: &str) -> JoinHandle<Answer> {
        let (pages, address) = (self.pages.clone(), address.to_owned());
        tokio::spawn(async move { common::ask(pages, Method::GET, &address, &[]).await })
    }

    async fn answers(&self, address: &str) -> Answer {
        soon(self.asks(address)).await
    }

    /// Until so many papers were given to the printer.
    async fn is_given(&self, papers: usize) {
        let given = async {
            while self.slow.given() < papers {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        let given = timeout(Duration::from_secs(20), given).await;
        given.expect("the printer is given the papers");
        assert_eq!(self.slow.given(), papers);
    }
}

async fn soon(answer: JoinHandle<Answer>) -> Answer {
    let answer = timeout(Duration::from_secs(20), answer).await;
    answer.expect("an answer comes").unwrap()
}

/// Those who asked have a place in the queue: they come as far as they can without anybody else.
async fn all_stand() {
    for _ in 0..100 {
        yield_now().await;
    }
}

const PDF: &str = "/reports/status.pdf?treaty=ccm&to=2023-09-22";
const KEPT: &str = "/reports/kept/kept-by-all.pdf";

#[tokio::test]
async fn one_document_is_made_one_is_waited_for_and_whoever_comes_then_is_told_so() {
    let office = office(1, 1);
    let first = office.asks(PDF);
    office.is_given(1).await;
    let second = office.asks(KEPT);
    all_stand().await;
    for (address, says) in [
        (PDF, "ask again in a few seconds"),
        (KEPT, "ask again in a few seconds"),
        (
            "/reports/status.docx?treaty=ccm&lang=fr",
            "reposez-la dans quelques secondes",
        ),
        (
            "/reports/kept/kept-by-all.docx",
            "ask again in a few seconds",
        ),
    ] {
        let away = office.answers(address).await;
        assert_eq!(away.status, StatusCode::SERVICE_UNAVAILABLE, "{address}");
        assert_eq!(away.header("retry-after"), "10");
        assert_eq!(away.header("content-type"), "application/problem+json");
        assert_eq!(away.json()["type"], "/api#problem-busy");
        assert!(
            away.json()["detail"].as_str().unwrap().contains(says),
            "{}",
            away.text
        );
    }
    // The report itself, what else there is of it, and every other page.
    for address in [
        "/reports/status?treaty=ccm&to=2023-09-22",
        "/reports/status.md?treaty=ccm&to=2023-09-22",
        "/reports/status.html?treaty=ccm&to=2023-09-22",
        "/reports/status.json?treaty=ccm&to=2023-09-22",
        "/reports/kept/kept-by-all",
        "/reports/kept/kept-by-all.md",
        "/treaties/ccm",
        "/",
    ] {
        assert_eq!(
            office.answers(address).await.status,
            StatusCode::OK,
            "{address}"
        );
    }
    assert!(!first.is_finished() && !second.is_finished());
    assert_eq!(office.slow.given(), 1, "the second waits");
    office.slow.lets_go();
    for one in [first, second] {
        let made = soon(one).await;
        assert_eq!((made.status, made.text.as_str()), (StatusCode::OK, "%PDF"));
    }
    assert_eq!(office.slow.most.load(Ordering::SeqCst), 1);
    // There is room again.
    assert_eq!(office.answers(PDF).await.status, StatusCode::OK);
}

#[tokio::test]
async fn as_many_are_made_at_once_as_may_be() {
    let office = office(2, 0);
    let both = [office.asks(PDF), office.asks(KEPT)];
    office.is_given(2).await;
    let away = office.answers(PDF).await;
    assert_eq!(away.status, StatusCode::SERVICE_UNAVAILABLE);
    office.slow.lets_go();
    for one in both {
        assert_eq!(soon(one).await.status, StatusCode::OK);
    }
    assert_eq!(office.slow.most.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn whoever_no_longer_waits_leaves_his_place_and_nothing_is_made_for_him() {
    let office = office(1, 1);
    let first = office.asks(PDF);
    office.is_given(1).await;
    let gone = office.asks(PDF);
    all_stand().await;
    gone.abort();
    assert!(gone.await.err().unwrap().is_cancelled());
    let next = office.asks(KEPT);
    all_stand().await;
    assert!(!next.is_finished(), "it has his place");
    office.slow.lets_go();
    for one in [first, next] {
        assert_eq!(soon(one).await.status, StatusCode::OK);
    }
    assert_eq!(office.slow.given(), 2);
}

#[tokio::test]
async fn a_question_that_cannot_be_answered_leaves_its_place() {
    let office = office(1, 0);
    for _ in 0..3 {
        let refused = office
            .answers("/reports/plan.pdf?treaty=ccm&plan=atlantis")
            .await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    }
    office.slow.lets_go();
    assert_eq!(office.answers(PDF).await.status, StatusCode::OK);
}
