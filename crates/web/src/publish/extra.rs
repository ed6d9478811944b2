//! The forms beside a page, and which of them an edition has.

use std::fmt;
use std::str::FromStr;

/// A form in which a page's data or pictures are to be had, and which an edition can leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extra {
    /// Tables.
    Csv,
    /// Data.
    Json,
    /// Pictures; those on the pages stay.
    Svg,
    /// Pictures as pixels.
    Png,
    /// Feeds.
    Atom,
    /// Calendars.
    Ics,
}

impl Extra {
    /// All of them.
    pub const ALL: [Extra; 6] = [
        Extra::Csv,
        Extra::Json,
        Extra::Svg,
        Extra::Png,
        Extra::Atom,
        Extra::Ics,
    ];

    /// How the names of its files end.
    pub fn word(self) -> &'static str {
        match self {
            Extra::Csv => "csv",
            Extra::Json => "json",
            Extra::Svg => "svg",
            Extra::Png => "png",
            Extra::Atom => "atom",
            Extra::Ics => "ics",
        }
    }
}

impl fmt::Display for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// It is none of the forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an edition can leave out csv, json, svg, png, atom and ics")]
pub struct NoExtra;

impl FromStr for Extra {
    type Err = NoExtra;

    fn from_str(given: &str) -> Result<Extra, NoExtra> {
        let mut all = Extra::ALL.into_iter();
        all.find(|extra| extra.word() == given).ok_or(NoExtra)
    }
}
