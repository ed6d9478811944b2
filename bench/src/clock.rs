//! How long something takes.

use std::time::{Duration, Instant};

/// The median time of `question`, asked again and again for about half a second, and its answer.
///
/// The first asking is not counted: it warms caches, and prepares statements where there are any.
pub fn median<T>(mut question: impl FnMut() -> T) -> (Duration, T) {
    let mut answer = question();
    let begun = Instant::now();
    let mut times = Vec::new();
    while times.len() < 5
        || (times.len() < 1000 && begun.elapsed() < Duration::from_millis(500))
    {
        let at = Instant::now();
        answer = question();
        times.push(at.elapsed());
    }
    times.sort();
    (times[times.len() / 2], answer)
}

/// The time one run of `work` takes, and what it gives.
pub fn once<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let at = Instant::now();
    let done = work();
    (at.elapsed(), done)
}
