//! What is sent with a request, if it comes in time.

use std::error::Error;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use hyper::body::{Body, Bytes, Frame, Incoming, SizeHint};
use tokio::time::{Sleep, sleep};

/// A body that must be whole by a moment, however steadily it drips until then.
pub(super) struct Timely {
    body: Incoming,
    /// Set when it is first read: what nobody reads need not come.
    over: Option<Pin<Box<Sleep>>>,
    within: Duration,
}

/// It was not whole in time.
#[derive(Debug, thiserror::Error)]
#[error("what was sent did not come in time")]
struct TooSlow;

impl Timely {
    pub(super) fn new(body: Incoming, within: Duration) -> Timely {
        Timely {
            body,
            over: None,
            within,
        }
    }
}

impl Body for Timely {
    type Data = Bytes;
    type Error = Box<dyn Error + Send + Sync>;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        let this = &mut *self;
        if let Poll::Ready(frame) = Pin::new(&mut this.body).poll_frame(context) {
            return Poll::Ready(frame.map(|frame| frame.map_err(Into::into)));
        }
        let over = this
            .over
            .get_or_insert_with(|| Box::pin(sleep(this.within)));
        match over.as_mut().poll(context) {
            Poll::Ready(()) => Poll::Ready(Some(Err(TooSlow.into()))),
            Poll::Pending => Poll::Pending,
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
