//! The only place that reads the clock. Everywhere else, the day and the moment are arguments.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::failure::Failure;

/// The variable that stops the clock, for tests and for reproducing an answer. See
/// `docs/settings.md`.
pub const NOW: &str = "ACCEDE_NOW";

/// The clock of one run.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    stopped: Option<Timestamp>,
}

impl Clock {
    /// The system's clock, or the moment in `ACCEDE_NOW`.
    ///
    /// # Errors
    ///
    /// Wrong usage, if `ACCEDE_NOW` is set and is no moment.
    pub fn of_the_system() -> Result<Clock, Failure> {
        let Some(text) = std::env::var_os(NOW) else {
            return Ok(Clock { stopped: None });
        };
        let text = text.to_string_lossy();
        match text.parse() {
            Ok(moment) => Ok(Clock {
                stopped: Some(moment),
            }),
            Err(error) => {
                let error: jiff::Error = error;
                Err(
                    Failure::usage(format!("`{NOW}` is `{text}`, which is no moment"))
                        .because(error)
                        .hint("write it as 2026-11-21T12:00:00Z, or unset it"),
                )
            }
        }
    }

    /// A clock that stands still.
    pub fn stopped_at(moment: Timestamp) -> Clock {
        Clock {
            stopped: Some(moment),
        }
    }

    /// Now.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that reads the clock"
    )]
    pub fn now(self) -> Timestamp {
        self.stopped.unwrap_or_else(Timestamp::now)
    }

    /// Today, as a civil day in UTC: the same everywhere on Earth at one moment, so that two
    /// people who ask at once are answered alike.
    pub fn today(self) -> Date {
        self.now().to_zoned(TimeZone::UTC).date()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn today_is_the_day_in_utc() {
        let clock = Clock::stopped_at("2026-11-21T23:59:59-05:00".parse().unwrap());
        assert_eq!(clock.today(), date(2026, 11, 22));
    }
}
