//! Clearing away what is known of people and over: sessions, links, counters; and recording what of them
//! could not be recorded when it happened. Several nodes may do so at once; whoever comes second finds
//! nothing.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use crate::door::Entrance;
use crate::failure::Failure;

/// How often it is done.
const OFTEN: Duration = Duration::from_hours(1);

/// Sweeps at once, and every hour.
pub(super) async fn now_and_then(entrance: Arc<Entrance>) {
    every(OFTEN, || once(Arc::clone(&entrance))).await;
}

async fn once(entrance: Arc<Entrance>) {
    // Beside the threads that answer: it reads and writes.
    let settled = tokio::task::spawn_blocking(move || {
        if let Err(cause) = entrance.settle() {
            tracing::error!(%cause, "what became of people is not all on record yet");
        }
        entrance.sweep()
    });
    match settled.await {
        Ok(Ok(removed)) => tracing::info!(removed, "what was over is cleared away"),
        Ok(Err(error)) => {
            let error = Failure::store("the register of people").because(error);
            tracing::warn!(%error, "what is over could not be cleared away");
        }
        Err(panic) => tracing::error!(%panic, "clearing away panicked"),
    }
}

async fn every<F: Future<Output = ()>>(period: Duration, what: impl Fn() -> F) {
    let mut ticks = tokio::time::interval(period);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        what().await;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    #[tokio::test]
    async fn it_is_done_at_once_and_then_again_and_again() {
        let done = AtomicU32::new(0);
        let count = || async {
            done.fetch_add(1, Ordering::Relaxed);
        };
        let _ = tokio::time::timeout(Duration::from_millis(100), every(OFTEN, count)).await;
        assert_eq!(done.load(Ordering::Relaxed), 1, "once in the first hour");
        let often = Duration::from_millis(1);
        let _ = tokio::time::timeout(Duration::from_millis(500), every(often, count)).await;
        assert!(done.load(Ordering::Relaxed) > 3);
    }
}
