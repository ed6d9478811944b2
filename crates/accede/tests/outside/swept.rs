//! What is over is cleared away when the program starts, and later.

use crate::common::Accede;
use crate::serving::{ADA, Serving};

#[test]
fn what_is_over_is_cleared_away_at_the_next_start() {
    let accede = Accede::new();
    let log = ("ACCEDE_LOG", "accede=info");
    let serving = Serving::new(&accede, &[], &[log]);
    serving.says("what was over is cleared away removed=0");
    serving.join(&[]);
    for _ in 0..3 {
        assert_eq!(serving.send("/sign-in", &[], &ADA).status(), 303);
    }
    drop(serving);
    // Three sessions last twelve hours at most; and what was counted of attempts is forgotten.
    let later = ("ACCEDE_NOW", "2026-11-22T12:00:01Z");
    let said = Serving::new(&accede, &[], &[log, later]);
    said.says("what was over is cleared away removed=");
    let line = said.end();
    let removed = line.split("removed=").nth(1).unwrap();
    let removed: u32 = removed.split_whitespace().next().unwrap().parse().unwrap();
    assert!(removed >= 3, "{line}");
    let again = Serving::new(&accede, &[], &[log, later]);
    again.says("what was over is cleared away removed=0");
    assert!(!again.end().contains("quillfeather"), "counts alone");
}
