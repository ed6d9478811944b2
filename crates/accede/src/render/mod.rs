//! A view as a table for people, JSON or CSV. One answer, three forms: each command builds its
//! view once and hands it here.

mod table;

use std::io::{self, BufWriter, IsTerminal, Write};

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use treaty::PartialDate;
use world::view::HeadView;

pub use table::{Column, Table, width_of};
pub use world::sheet::{Sheet, cell, entry_numbers, word};

use crate::failure::{Failure, printable};

/// In which form an answer is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A table for people.
    Table,
    /// JSON, the view itself.
    Json,
    /// CSV with a heading: RFC 4180, UTF-8.
    Csv,
}

impl Form {
    /// Whether a file is asked for, and if so whether it is JSON; else it is CSV.
    pub fn of_a_file(self) -> Option<bool> {
        match self {
            Form::Table => None,
            Form::Json => Some(true),
            Form::Csv => Some(false),
        }
    }
}

/// What can be given in all three forms.
pub trait Answer: Serialize {
    /// The rows for CSV.
    fn sheet(&self) -> Sheet;
    /// The lines for people.
    ///
    /// # Errors
    ///
    /// What writing gives.
    fn page(&self, page: &mut Page<'_>) -> io::Result<()>;
}

/// Gives `answer` on standard output.
///
/// # Errors
///
/// [`crate::failure::FailureKind::ReaderGone`] if nobody reads any more; store trouble if it cannot be written.
pub fn give(form: Form, answer: &impl Answer) -> Result<(), Failure> {
    let stdout = io::stdout();
    let width = terminal_width(&stdout);
    let mut out = BufWriter::new(stdout.lock());
    write_answer(&mut out, form, width, answer)?;
    out.flush()?;
    Ok(())
}

/// Writes `answer` to `out`; a table is fitted to `width` columns, if one is given.
fn write_answer(
    out: &mut dyn Write,
    form: Form,
    width: Option<usize>,
    answer: &impl Answer,
) -> Result<(), Failure> {
    match form {
        Form::Table => answer.page(&mut Page { out, width })?,
        Form::Json => {
            serde_json::to_writer_pretty(&mut *out, answer).map_err(io::Error::from)?;
            writeln!(out)?;
        }
        Form::Csv => out.write_all(&answer.sheet().to_csv())?,
    }
    Ok(())
}

/// The width to fit: the terminal's; none if the output goes to a file or another program.
fn terminal_width(stdout: &io::Stdout) -> Option<usize> {
    if !stdout.is_terminal() {
        return None;
    }
    terminal_size::terminal_size_of(stdout).map(|(width, _)| usize::from(width.0).max(40))
}

/// Where the lines for people go.
pub struct Page<'o> {
    out: &'o mut dyn Write,
    width: Option<usize>,
}

impl Page<'_> {
    /// A line, without control characters.
    ///
    /// # Errors
    ///
    /// What writing gives.
    pub fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", printable(text))
    }

    /// A paragraph, broken between words to the width, the lines after the first indented.
    ///
    /// # Errors
    ///
    /// What writing gives.
    pub fn paragraph(&mut self, indent: usize, text: &str) -> io::Result<()> {
        let blank = " ".repeat(indent);
        let room = self.width.unwrap_or(100).saturating_sub(indent).max(20);
        for (n, line) in table::wrap(&printable(text), room).iter().enumerate() {
            writeln!(self.out, "{}{line}", if n == 0 { "" } else { &blank })?;
        }
        Ok(())
    }

    /// An empty line.
    ///
    /// # Errors
    ///
    /// What writing gives.
    pub fn gap(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// A table.
    ///
    /// # Errors
    ///
    /// What writing gives.
    pub fn table(&mut self, table: &Table) -> io::Result<()> {
        table.write(self.out, self.width)
    }

    /// The line under every table: the day, the moment of knowledge, the record behind it.
    ///
    /// # Errors
    ///
    /// What writing gives.
    pub fn footing(
        &mut self,
        on: Option<Date>,
        known: Timestamp,
        head: &HeadView,
    ) -> io::Result<()> {
        let day = on.map_or_else(String::new, |on| format!("on {}; ", long_date(on)));
        let link: String = head.link.chars().take(12).collect();
        self.gap()?;
        self.paragraph(
            2,
            &format!(
                "{day}as known at {}; from {} entries, head {link}",
                moment(known),
                head.entries
            ),
        )
    }

    /// The sources an answer rests on, each once.
    ///
    /// # Errors
    ///
    /// What writing gives.
    pub fn sources<'s>(
        &mut self,
        sources: impl IntoIterator<Item = &'s world::view::SourceRef>,
    ) -> io::Result<()> {
        let mut seen = std::collections::BTreeMap::<String, usize>::new();
        for source in sources {
            *seen.entry(cite(source)).or_default() += 1;
        }
        let total = seen.len();
        let mut seen: Vec<_> = seen.into_iter().collect();
        seen.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        for (text, entries) in seen.iter().take(SOURCES_SHOWN) {
            let entries = if *entries == 1 {
                "1 entry".to_owned()
            } else {
                format!("{entries} entries")
            };
            self.paragraph(2, &format!("source: {text} ({entries})"))?;
        }
        if total > SOURCES_SHOWN {
            let rest = total - SOURCES_SHOWN;
            self.line(&format!(
                "and {rest} further sources; --json names the sources of each row"
            ))?;
        }
        Ok(())
    }
}

/// How many sources are named under a table; `--json` names all.
const SOURCES_SHOWN: usize = 6;

/// A source as it is named under a table.
pub fn cite(source: &world::view::SourceRef) -> String {
    let mut text = source.title.clone();
    if let Some(url) = &source.url {
        text.push_str(&format!(", {url}"));
    }
    if let Some(as_at) = source.as_at {
        text.push_str(&format!(", as at {}", long_date(as_at)));
    }
    if let Some(retrieved) = source.retrieved {
        text.push_str(&format!(", read {}", long_date(retrieved)));
    }
    text
}

/// The English names of the months.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day as a person writes it: `24 October 2020`.
pub fn long_date(day: Date) -> String {
    let month = usize::try_from(day.month() - 1)
        .ok()
        .and_then(|m| MONTHS.get(m));
    format!(
        "{} {} {}",
        day.day(),
        month.expect("months are 1 to 12"),
        day.year()
    )
}

/// A date as a person writes it, as far as it is known: `21 September 2011`, `September 2011`, `2011`.
pub fn long_partial(date: PartialDate) -> String {
    match date {
        PartialDate::Day(day) => long_date(day),
        PartialDate::Month(..) => {
            let text = long_date(date.earliest());
            text.strip_prefix("1 ").map_or(text.clone(), str::to_owned)
        }
        PartialDate::Year(year) => year.to_string(),
    }
}

/// A moment as a person writes it, to the second: `2026-11-21 21:55:52 UTC`. Data have it whole.
///
/// `--known` reads it as it is printed, and takes it for the end of that second; so it stands for
/// all that was known at the moment it is printed for.
pub fn moment(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M:%S UTC").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_moment_is_printed_to_the_second() {
        let printed = |text: &str| moment(text.parse().unwrap());
        assert_eq!(printed("2026-11-21T21:55:52Z"), "2026-11-21 21:55:52 UTC");
        assert_eq!(printed("2026-11-21T21:55:52.9Z"), "2026-11-21 21:55:52 UTC");
    }

    #[test]
    fn a_day_is_written_as_people_write_it() {
        assert_eq!(long_date(date(2020, 10, 24)), "24 October 2020");
        assert_eq!(long_date(date(1996, 1, 1)), "1 January 1996");
        assert_eq!(long_date(date(1996, 12, 31)), "31 December 1996");
    }
}
