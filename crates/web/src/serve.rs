//! The server: connections taken one by one, each with a place and a time of its own, so that
//! clients that are slow, or mean to be, cannot keep the others out.

mod timely;

use std::future::Future;
use std::io::{Error, ErrorKind};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tower::ServiceExt;

use self::timely::Timely;
use crate::{App, router};

/// How much a server bears.
#[derive(Debug, Clone, Copy)]
struct Limits {
    /// Connections at a time; whoever comes then waits for a place.
    places: usize,
    /// How long a client may take to send the head of a request, or say nothing between two.
    head: Duration,
    /// How long a client may take to send what it sends with a request.
    body: Duration,
    /// How long a connection may last. A client that does not read ends here at the latest.
    whole: Duration,
    /// How long requests under way are then waited for.
    last: Duration,
}

/// Every page is made in milliseconds; the rest is what a phone on a bad line needs.
const LIMITS: Limits = Limits {
    places: 1024,
    head: Duration::from_secs(20),
    body: Duration::from_secs(30),
    whole: Duration::from_mins(5),
    last: Duration::from_secs(20),
};

/// The head of a request has at most so many bytes, and so many lines: with more it is refused. Hyper
/// may have read as much again before it looks.
const LARGEST_HEAD: usize = 32 << 10;
const MOST_LINES: usize = 100;

/// Serves the pages until `shutdown` resolves; requests under way are finished.
///
/// At most 1024 connections are open at a time. One whose client does not send the head of a
/// request within 20 seconds, or is silent for as long, is closed; what it sends with one must be
/// there within 30. No connection lasts longer than five minutes.
///
/// # Errors
///
/// None so far: what goes wrong with one connection ends that connection, and a listener that
/// cannot accept tries again.
pub async fn serve(
    listener: TcpListener,
    app: App,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    serve_within(listener, router(app), shutdown, LIMITS).await;
    Ok(())
}

async fn serve_within(
    listener: TcpListener,
    router: Router,
    shutdown: impl Future<Output = ()>,
    limits: Limits,
) {
    let places = Arc::new(Semaphore::new(limits.places));
    let (stop, stopped) = watch::channel(false);
    let mut open = JoinSet::new();
    let mut shutdown = std::pin::pin!(shutdown);
    loop {
        let next = async {
            let place = places.clone().acquire_owned().await;
            let place = place.expect("the places are never closed");
            (accept(&listener).await, place)
        };
        let ((stream, peer), place) = tokio::select! {
            () = &mut shutdown => break,
            next = next => next,
        };
        open.spawn(connection(
            stream,
            peer,
            router.clone(),
            stopped.clone(),
            limits,
            place,
        ));
        while open.try_join_next().is_some() {}
    }
    drop(listener);
    // Without receivers there is no connection left to tell.
    let _ = stop.send(true);
    while open.join_next().await.is_some() {}
}

/// The next connection. A client that is gone again is passed over; where the system has no room
/// for another, it is asked again a little later.
async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(found) => return found,
            Err(cause) if is_of_the_client(&cause) => {}
            Err(cause) => {
                tracing::error!(%cause, "no connection can be accepted");
                sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

fn is_of_the_client(cause: &Error) -> bool {
    [
        ErrorKind::ConnectionRefused,
        ErrorKind::ConnectionAborted,
        ErrorKind::ConnectionReset,
    ]
    .contains(&cause.kind())
}

/// Answers on one connection until its client ends it, its time is over or the server stops.
async fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    mut stopped: watch::Receiver<bool>,
    limits: Limits,
    _place: OwnedSemaphorePermit,
) {
    let service = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(|body| Body::new(Timely::new(body, limits.body)));
        request.extensions_mut().insert(ConnectInfo(peer));
        router.clone().oneshot(request)
    });
    let served = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_buf_size(LARGEST_HEAD)
        .max_headers(MOST_LINES)
        .serve_connection(TokioIo::new(stream), service);
    let mut served = std::pin::pin!(served);
    let over = async {
        tokio::select! {
            // The sender is gone only when the server is.
            _ = stopped.wait_for(|stopped| *stopped) => {}
            () = sleep(limits.whole) => {}
        }
    };
    let ended = tokio::select! {
        ended = served.as_mut() => Some(ended),
        () = over => None,
    };
    let ended = match ended {
        Some(ended) => Ok(ended),
        None => {
            served.as_mut().graceful_shutdown();
            timeout(limits.last, served).await
        }
    };
    match ended {
        Ok(Ok(())) => {}
        Ok(Err(cause)) => tracing::debug!(%cause, "a connection ended early"),
        Err(_) => tracing::debug!("a connection was ended: its time was over"),
    }
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;

    use axum::body::Bytes;
    use axum::routing::{get, post};
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::sync::oneshot;
    use tokio::task::JoinHandle;

    use super::*;

    /// Far more than any of these takes; a test that hangs fails here.
    const BOUND: Duration = Duration::from_secs(20);

    const SHORT: Limits = Limits {
        places: 1,
        head: Duration::from_millis(200),
        body: Duration::from_millis(400),
        whole: Duration::from_mins(1),
        last: Duration::from_millis(200),
    };

    struct Server {
        address: SocketAddr,
        stop: oneshot::Sender<()>,
        running: JoinHandle<()>,
    }

    async fn start(limits: Limits) -> Server {
        let router = Router::new()
            .route("/", get(|| async { "here" }))
            .route("/much", get(|| async { vec![b'x'; 64 << 20] }))
            .route(
                "/form",
                post(|sent: Bytes| async move { format!("{} bytes", sent.len()) }),
            );
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, asked) = oneshot::channel();
        let shutdown = async {
            let _ = asked.await;
        };
        let running = tokio::spawn(serve_within(listener, router, shutdown, limits));
        Server {
            address,
            stop,
            running,
        }
    }

    /// What a client that sends `text` and waits is told until its connection is closed.
    async fn told(address: SocketAddr, text: &str) -> String {
        let mut client = TcpStream::connect(address).await.unwrap();
        client.write_all(text.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        // A reset closes as well.
        let _ = timeout(BOUND, client.read_to_end(&mut answer))
            .await
            .expect("the server closes the connection");
        String::from_utf8(answer).unwrap()
    }

    const WHOLE: &str = "GET / HTTP/1.1\r\nhost: accede.test\r\nconnection: close\r\n\r\n";

    #[tokio::test]
    async fn a_client_that_never_ends_its_request_is_closed() {
        let server = start(SHORT).await;
        let told = told(server.address, "GET / HTTP/1.1\r\nhost: acc").await;
        assert!(!told.contains("200 OK"), "{told}");
    }

    #[tokio::test]
    async fn a_client_that_says_nothing_is_closed() {
        let server = start(SHORT).await;
        assert_eq!(told(server.address, "").await, "");
    }

    #[tokio::test]
    async fn slow_clients_do_not_keep_others_out() {
        let server = start(SHORT).await;
        let mut slow = Vec::new();
        for _ in 0..3 {
            let mut client = TcpStream::connect(server.address).await.unwrap();
            client.write_all(b"GET / HT").await.unwrap();
            slow.push(client);
        }
        let told = told(server.address, WHOLE).await;
        assert!(told.starts_with("HTTP/1.1 200 OK"), "{told}");
        assert!(told.ends_with("here"), "{told}");
    }

    #[tokio::test]
    async fn a_client_that_does_not_read_loses_its_place_in_the_end() {
        let limits = Limits {
            whole: Duration::from_millis(200),
            ..SHORT
        };
        let server = start(limits).await;
        let mut deaf = TcpStream::connect(server.address).await.unwrap();
        let much = WHOLE.replace("GET /", "GET /much");
        deaf.write_all(much.as_bytes()).await.unwrap();
        let told = told(server.address, WHOLE).await;
        assert!(told.ends_with("here"), "{told}");
    }

    #[tokio::test]
    async fn an_idle_connection_does_not_hold_up_the_end() {
        let server = start(Limits {
            head: Duration::from_mins(1),
            ..SHORT
        })
        .await;
        let mut client = TcpStream::connect(server.address).await.unwrap();
        let kept = WHOLE.replace("close", "keep-alive");
        client.write_all(kept.as_bytes()).await.unwrap();
        let mut answer = [0; 16];
        client.read_exact(&mut answer).await.unwrap();
        server.stop.send(()).unwrap();
        timeout(BOUND, server.running).await.unwrap().unwrap();
    }

    /// A form of 100 bytes, of which nothing is there yet.
    const FORM: &str =
        "POST /form HTTP/1.1\r\nhost: accede.test\r\ncontent-length: 100\r\n\r\n";

    #[tokio::test]
    async fn a_body_that_does_not_come_is_not_waited_for() {
        let server = start(SHORT).await;
        let told = told(server.address, &format!("{FORM}name=")).await;
        assert!(told.starts_with("HTTP/1.1 400"), "{told}");
    }

    #[tokio::test]
    async fn a_body_that_drips_is_not_waited_for_either() {
        let server = start(SHORT).await;
        let mut client = TcpStream::connect(server.address).await.unwrap();
        client.write_all(FORM.as_bytes()).await.unwrap();
        let (mut reading, mut writing) = client.into_split();
        let dripping = tokio::spawn(async move {
            // A byte every 100 ms: whole in ten seconds, were one to wait.
            for _ in 0..100 {
                sleep(Duration::from_millis(100)).await;
                if writing.write_all(b"x").await.is_err() {
                    break;
                }
            }
        });
        let mut answer = Vec::new();
        let _ = timeout(Duration::from_secs(5), reading.read_to_end(&mut answer))
            .await
            .expect("the server closes the connection before the body is whole");
        let told = String::from_utf8(answer).unwrap();
        assert!(told.starts_with("HTTP/1.1 400"), "{told}");
        dripping.abort();
    }

    #[tokio::test]
    async fn a_body_that_comes_in_time_is_read() {
        let server = start(SHORT).await;
        let sent = format!(
            "{}{}",
            FORM.replace("100\r", "4\r\nconnection: close\r"),
            "name"
        );
        let told = told(server.address, &sent).await;
        assert!(told.ends_with("4 bytes"), "{told}");
    }

    #[tokio::test]
    async fn heads_that_are_too_large_are_refused() {
        let server = start(Limits { places: 8, ..SHORT }).await;
        let long = "x".repeat(100 << 10);
        let many = "x: y\r\n".repeat(200);
        for text in [
            format!("GET /{long} HTTP/1.1\r\nhost: a\r\n\r\n"),
            format!("GET / HTTP/1.1\r\nhost: a\r\nx: {long}\r\n\r\n"),
            format!("GET / HTTP/1.1\r\nhost: a\r\n{many}\r\n"),
        ] {
            let told = told(server.address, &text).await;
            assert!(told.starts_with("HTTP/1.1 431"), "{told}");
        }
    }
}
