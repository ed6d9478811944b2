//! What a command says when it cannot do what was asked: the kind gives the exit status, the
//! hints say what to do next.

use std::error::Error;
use std::fmt;
use std::io::{self, Write};
use std::process::ExitCode;

/// Why a command ended without doing what was asked.
#[derive(Debug)]
pub struct Failure {
    kind: FailureKind,
    message: String,
    cause: Option<Box<dyn Error + Send + Sync>>,
    hints: Vec<String>,
    shown: Option<String>,
}

/// The kinds of failure; each has its exit status in the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailureKind {
    /// The check that was asked for does not hold: 1.
    DoesNotHold,
    /// The command was used wrongly: 2.
    Usage,
    /// A file or value that was brought in is wrong: 3.
    BadInput,
    /// The store or the system gave trouble: 4.
    Store,
    /// Whoever reads our output went away, as `head` does. No failure at all: 0.
    ReaderGone,
}

impl Failure {
    /// The check that was asked for does not hold.
    pub fn does_not_hold(message: impl Into<String>) -> Failure {
        Failure::new(FailureKind::DoesNotHold, message)
    }

    /// The command was used wrongly.
    pub fn usage(message: impl Into<String>) -> Failure {
        Failure::new(FailureKind::Usage, message)
    }

    /// A file or value brought in is wrong.
    pub fn bad_input(message: impl Into<String>) -> Failure {
        Failure::new(FailureKind::BadInput, message)
    }

    /// The store or the system gave trouble.
    pub fn store(message: impl Into<String>) -> Failure {
        Failure::new(FailureKind::Store, message)
    }

    fn new(kind: FailureKind, message: impl Into<String>) -> Failure {
        Failure {
            kind,
            message: message.into(),
            cause: None,
            hints: Vec::new(),
            shown: None,
        }
    }

    /// The cause, told after the message with all causes below it.
    pub fn because(mut self, cause: impl Into<Box<dyn Error + Send + Sync>>) -> Failure {
        self.cause = Some(cause.into());
        self
    }

    /// What to do next, in a sentence for a person.
    pub fn hint(mut self, hint: impl Into<String>) -> Failure {
        self.hints.push(hint.into());
        self
    }

    /// A detail, on a line of its own after the message.
    pub fn detail(mut self, detail: impl std::fmt::Display) -> Failure {
        self.message.push_str(&format!("\n  {detail}"));
        self
    }

    /// Another failure told with this one, which keeps its kind.
    pub fn and(mut self, other: Failure) -> Failure {
        self.message.push_str(&format!("\n  {}", other.message));
        for hint in other.hints {
            if !self.hints.contains(&hint) {
                self.hints.push(hint);
            }
        }
        self
    }

    /// The place in a file a person wrote, shown with its line and a pointer.
    pub fn shown_at(mut self, place: &dyn miette::Diagnostic) -> Failure {
        let mut shown = String::new();
        let theme = miette::GraphicalTheme::unicode_nocolor();
        let handler = miette::GraphicalReportHandler::new_themed(theme).with_width(96);
        if handler.render_report(&mut shown, place).is_ok() {
            self.shown = Some(shown);
        }
        self
    }

    /// What kind it is.
    pub fn kind(&self) -> FailureKind {
        self.kind
    }

    /// The exit status of the contract.
    pub fn status(&self) -> u8 {
        match self.kind {
            FailureKind::ReaderGone => 0,
            FailureKind::DoesNotHold => 1,
            FailureKind::Usage => 2,
            FailureKind::BadInput => 3,
            FailureKind::Store => 4,
        }
    }

    /// Tells a person on standard error, and gives the exit status.
    pub fn report(&self) -> ExitCode {
        if self.kind != FailureKind::ReaderGone {
            // Nobody is left to tell if standard error is closed as well.
            let _ = writeln!(io::stderr().lock(), "{self}");
        }
        ExitCode::from(self.status())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "accede: {}", printable(&self.message))?;
        let mut cause: Option<&dyn Error> = match &self.cause {
            Some(cause) => Some(cause.as_ref()),
            None => None,
        };
        while let Some(error) = cause {
            write!(f, "\n  cause: {}", printable(&error.to_string()))?;
            cause = error.source();
        }
        if let Some(shown) = &self.shown {
            write!(f, "\n{}", printable(shown.trim_end()))?;
        }
        for hint in &self.hints {
            write!(f, "\n  help: {}", printable(hint))?;
        }
        Ok(())
    }
}

impl Error for Failure {}

impl From<io::Error> for Failure {
    /// An error of writing to standard output or a file the command was asked to write.
    fn from(error: io::Error) -> Failure {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Failure::new(FailureKind::ReaderGone, "nobody reads the output any more");
        }
        Failure::store("the output could not be written").because(error)
    }
}

/// `text` without control characters but the line feed and tab: what comes out of a file must not
/// command the terminal it is shown on.
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_control() && c != '\n' && c != '\t' {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_chain_of_causes_is_told_then_what_to_do() {
        let cause = Failure::store("inner");
        let failure = Failure::store("outer").because(cause).hint("try again");
        let told = failure.to_string();
        assert_eq!(
            told,
            "accede: outer\n  cause: accede: inner\n  help: try again"
        );
        assert_eq!(failure.status(), 4);
    }

    #[test]
    fn a_reader_that_went_away_is_no_failure() {
        let failure = Failure::from(io::Error::from(io::ErrorKind::BrokenPipe));
        assert_eq!(
            (failure.kind(), failure.status()),
            (FailureKind::ReaderGone, 0)
        );
    }

    #[test]
    fn what_comes_out_of_a_file_does_not_command_the_terminal() {
        assert_eq!(printable("a\u{1b}[31mb\nc"), "a\u{fffd}[31mb\nc");
    }
}
