//! A log from CSV: row by row an approach, or what holds it back.

use ledger::body::vocabulary::{Level, Support};
use ledger::body::{Approach, ApproachState, MeetingRef, NextStep, Paper, Side, Team};
use ledger::{Audience, Tlp};
use treaty::PartialDate;

use super::cells::split;
use super::columns::places;
use super::{LogAsked, LogFile, LogHeld, LogRow, Logged};
use crate::error::{ReadError, RowError};
use crate::jotting::{Meaning, meanings_of, period};
use crate::row::{self, Ending, Row, unreadable};

/// Reads a log: ours, or a coordinator's own table. Rows that name what is not known are in
/// [`LogFile::held`].
///
/// # Errors
///
/// [`ReadError`] for a file that is no such table.
pub fn read_log_csv(
    name: &str,
    bytes: &[u8],
    asked: &LogAsked<'_>,
) -> Result<LogFile, ReadError> {
    let text = row::text(name, bytes)?;
    let head = text.lines().next().unwrap_or_default();
    // Spreadsheets of many countries put semicolons between fields.
    let semicolons = !head.contains(',') && head.contains(';');
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .delimiter(if semicolons { b';' } else { b',' })
        .from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|error| unreadable(name, &error))?;
    let (columns, ours) = places(name, headers)?;
    let mut file = LogFile {
        file: name.to_owned(),
        ..LogFile::default()
    };
    for record in reader.into_records() {
        let record = record.map_err(|error| unreadable(name, &error))?;
        if record.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        let line = record.position().map_or(0, csv::Position::line);
        let row = Row {
            file: name,
            line,
            columns: &columns,
            record: &record,
        };
        let reading = Reading { row, asked, ours };
        match reading.logged() {
            Ok(logged) => file.rows.push(LogRow { line, logged }),
            Err(wrong) => file.held.push(LogHeld {
                line,
                column: wrong.column,
                value: wrong.value,
                why: wrong.why,
                audience: reading.audience().ok().flatten(),
            }),
        }
    }
    Ok(file)
}

/// A row on its way to an approach.
struct Reading<'r, 'a> {
    row: Row<'r>,
    asked: &'a LogAsked<'a>,
    /// Whether the table is one of ours, which says everything.
    ours: bool,
}

impl Reading<'_, '_> {
    fn logged(&self) -> Result<Logged, RowError> {
        self.row.fits()?;
        let approach = self.approach()?;
        let audience = self.audience()?;
        let label: Option<Tlp> = self.row.parsed("label")?;
        if let Some((label, audience)) = label.zip(audience.as_ref())
            && !label.allows(audience)
        {
            let why = format!("the label does not allow the audience {audience}");
            return Err(self.row.error("label", label.as_str(), &why));
        }
        if audience == Some(Audience::Public) && approach.state != ApproachState::Done {
            let why = "only what is done may be public";
            return Err(self.row.error("state", &approach.state.to_string(), why));
        }
        let Ending {
            source,
            entry,
            recorded,
            doubt,
        } = self.row.ending()?;
        Ok(Logged {
            approach,
            audience,
            label,
            source,
            entry,
            recorded,
            doubt,
        })
    }

    fn audience(&self) -> Result<Option<Audience>, RowError> {
        let Some(text) = self.row.word("audience") else {
            return Ok(None);
        };
        let audience = match text {
            "public" => Audience::Public,
            "signed-in" => Audience::SignedIn,
            _ => {
                let teams: Vec<&str> = text.split([',', ';']).map(str::trim).collect();
                let wrong = teams.iter().any(|team| !Team::is_id(team));
                let why = "write public, signed-in, or ids of teams with commas between them";
                match Audience::of_teams(teams) {
                    Ok(audience) if !wrong => audience,
                    Ok(_) | Err(_) => return Err(self.row.error("audience", text, why)),
                }
            }
        };
        Ok(Some(audience))
    }

    fn approach(&self) -> Result<Approach, RowError> {
        let mut by = self.sides("by")?;
        let to = self.sides("to")?;
        if by.is_empty() {
            by.extend(self.asked.by.map(|id| Side {
                participant: Some(id),
                ..Side::default()
            }));
        }
        for side in by.iter_mut().filter(|_| !self.ours) {
            let nobody = side.participant.is_none() && side.name.is_none();
            side.participant = side.participant.or(self.asked.by.filter(|_| nobody));
        }
        self.somebody("by", &by)?;
        self.somebody("to", &to)?;
        let (on, until) = self.days()?;
        let kind = self.code("kind", |one| {
            if let Meaning::Kind(kind) | Meaning::Did(kind) = one {
                Some(kind)
            } else {
                None
            }
        })?;
        let kind = kind.ok_or_else(|| self.row.missing("kind"))?;
        let state = self.code("state", |one| {
            if let Meaning::State(state) = one {
                Some(state)
            } else {
                None
            }
        })?;
        Ok(Approach {
            treaties: self.treaties()?,
            state: state.unwrap_or_else(|| self.state_by(on)),
            kind,
            by,
            to,
            acted_as: self.code("acted_as", |one| {
                if let Meaning::ActedAs(acted) = one {
                    Some(acted)
                } else {
                    None
                }
            })?,
            on,
            until,
            channel: self.code("channel", |one| {
                if let Meaning::Channel(channel) | Meaning::City(channel) = one {
                    Some(channel)
                } else {
                    None
                }
            })?,
            place: self.row.exact("venue"),
            forum: self.forum(),
            meeting: self.row.exact("meeting").map(|kind| MeetingRef {
                kind,
                number: self.row.exact("meeting_number"),
            }),
            themes: self.codes("themes", |one| {
                if let Meaning::Theme(theme) = one {
                    Some(theme)
                } else {
                    None
                }
            })?,
            points: self.row.exact("points"),
            answer: self.row.exact("answer"),
            outcomes: self.codes("outcomes", |one| {
                if let Meaning::Outcome(outcome) = one {
                    Some(outcome)
                } else {
                    None
                }
            })?,
            obstacles: self.codes("obstacles", |one| {
                if let Meaning::Obstacle(obstacle) = one {
                    Some(obstacle)
                } else {
                    None
                }
            })?,
            asked: self.help("asked")?,
            offered: self.help("offered")?,
            next: self.steps()?,
            documents: self.papers(),
            note: self.row.exact("note"),
        })
    }

    /// Where a row does not say: done, if its days are past; planned, if they are to come.
    fn state_by(&self, on: Option<PartialDate>) -> ApproachState {
        match on {
            Some(on) if on.latest() <= self.asked.today => ApproachState::Done,
            Some(on) if on.earliest() > self.asked.today => ApproachState::Planned,
            Some(_) | None => ApproachState::Draft,
        }
    }

    fn treaties(&self) -> Result<Vec<treaty::TreatyId>, RowError> {
        let mut treaties = Vec::new();
        for name in self.values("treaties") {
            let known = self.asked.names.treaty(&name);
            let why = "no treaty of that name is on record";
            treaties.push(known.ok_or_else(|| self.row.error("treaties", &name, why))?);
        }
        if treaties.is_empty() {
            treaties.extend(self.asked.treaty.cloned());
        }
        if treaties.is_empty() {
            return Err(self.row.missing("treaties"));
        }
        Ok(treaties)
    }

    fn values(&self, column: &str) -> Vec<String> {
        self.row.field(column).map(split).unwrap_or_default()
    }

    /// The sides of `by` or `to`: who, and beside each the other columns of it.
    fn sides(&self, column: &'static str) -> Result<Vec<Side>, RowError> {
        let of = |part: &str| self.values(&format!("{column}_{part}"));
        let (who, names, persons) = (self.values(column), of("name"), of("person"));
        let (capacities, levels) = (of("capacity"), of("level"));
        let all = [&who, &names, &persons, &capacities, &levels];
        let most = all.iter().map(|values| values.len()).max().unwrap_or(0);
        let at = |values: &[String], n: usize| {
            values.get(n).filter(|value| !value.is_empty()).cloned()
        };
        let mut sides = Vec::new();
        for n in 0..most {
            let mut side = Side {
                name: at(&names, n),
                person: at(&persons, n),
                capacity: at(&capacities, n),
                ..Side::default()
            };
            if let Some(level) = at(&levels, n) {
                side.level = Some(self.one(&format!("{column}_level"), &level, level_of)?);
            }
            if let Some(name) = at(&who, n) {
                self.put(&mut side, column, &name)?;
            }
            sides.push(side);
        }
        Ok(sides)
    }

    /// A participant; in a coordinator's own table a function too (`Ambassador`).
    fn put(&self, side: &mut Side, column: &str, name: &str) -> Result<(), RowError> {
        side.participant = self.asked.names.participant(name);
        if side.participant.is_some() {
            return Ok(());
        }
        let level = meanings_of(name).iter().find_map(|one| level_of(*one));
        match level.filter(|_| !self.ours && column == "by") {
            Some(level) => {
                side.capacity = Some(name.to_owned());
                side.level = side.level.or(Some(level));
                Ok(())
            }
            None => {
                let why = "no participant of that name is on record";
                Err(self.row.error(column, name, why))
            }
        }
    }

    fn somebody(&self, column: &str, sides: &[Side]) -> Result<(), RowError> {
        let is = |side: &Side| {
            side.participant.is_some() || side.name.is_some() || side.person.is_some()
        };
        if !sides.is_empty() && sides.iter().all(is) {
            return Ok(());
        }
        Err(self.row.missing(column))
    }

    /// The first and the last day. Ours are written one way; people write `12-14 March 2023`.
    fn days(&self) -> Result<(Option<PartialDate>, Option<PartialDate>), RowError> {
        let (on, over) = self.day("on")?;
        let (until, _) = self.day("until")?;
        Ok((on, until.or(over)))
    }

    fn day(
        &self,
        column: &str,
    ) -> Result<(Option<PartialDate>, Option<PartialDate>), RowError> {
        match self.row.word(column) {
            None => Ok((None, None)),
            Some(text) => {
                let (from, to) = self.period(column, text)?;
                Ok((Some(from), to))
            }
        }
    }

    fn period(
        &self,
        column: &str,
        text: &str,
    ) -> Result<(PartialDate, Option<PartialDate>), RowError> {
        if let Ok(date) = text.parse() {
            return Ok((date, None));
        }
        period(text, self.asked.today).map_err(|why| self.row.error(column, text, &why))
    }

    /// A code, or the words that mean it.
    fn one<T: std::str::FromStr>(
        &self,
        column: &str,
        text: &str,
        of: impl Fn(Meaning) -> Option<T>,
    ) -> Result<T, RowError>
    where
        T::Err: std::fmt::Display,
    {
        text.parse().or_else(|error: T::Err| {
            let meant = meanings_of(text).iter().find_map(|one| of(*one));
            meant.ok_or_else(|| self.row.error(column, text, &error.to_string()))
        })
    }

    fn code<T: std::str::FromStr>(
        &self,
        column: &str,
        of: impl Fn(Meaning) -> Option<T>,
    ) -> Result<Option<T>, RowError>
    where
        T::Err: std::fmt::Display,
    {
        let word = self.row.word(column);
        word.map(|text| self.one(column, text, of)).transpose()
    }

    fn codes<T: std::str::FromStr>(
        &self,
        column: &str,
        of: impl Fn(Meaning) -> Option<T>,
    ) -> Result<Vec<T>, RowError>
    where
        T::Err: std::fmt::Display,
    {
        let values = self
            .values(column)
            .into_iter()
            .filter(|value| !value.is_empty());
        values.map(|value| self.one(column, &value, &of)).collect()
    }

    fn help(&self, column: &str) -> Result<Vec<Support>, RowError> {
        self.codes(column, |one| {
            if let Meaning::Support(help) = one {
                Some(help)
            } else {
                None
            }
        })
    }

    /// The code of a forum; what is none stays as it is written.
    fn forum(&self) -> Option<String> {
        let text = self.row.exact("forum")?;
        let code = meanings_of(&text).iter().find_map(|one| {
            if let Meaning::Forum(code) = one {
                Some((*code).to_owned())
            } else {
                None
            }
        });
        Some(code.filter(|_| !self.ours).unwrap_or(text))
    }

    fn steps(&self) -> Result<Vec<NextStep>, RowError> {
        let of = |column: &str| match self.ours {
            true => self.values(column),
            // One step, however it is punctuated.
            false => self.row.exact(column).into_iter().collect(),
        };
        let (owners, dues, done) = (of("next_owner"), of("next_by"), of("next_done"));
        let at = |values: &[String], n: usize| {
            values.get(n).filter(|value| !value.is_empty()).cloned()
        };
        let date = |column: &str, text: Option<String>| {
            let read = text.map(|text| self.period(column, text.trim()));
            Ok(read.transpose()?.map(|(from, to)| to.unwrap_or(from)))
        };
        let steps = of("next").into_iter().enumerate();
        steps
            .map(|(n, what)| {
                Ok(NextStep {
                    what,
                    owner: at(&owners, n),
                    by: date("next_by", at(&dues, n))?,
                    done: date("next_done", at(&done, n))?,
                })
            })
            .collect()
    }

    fn papers(&self) -> Vec<Paper> {
        let (urls, hashes) = (self.values("paper_urls"), self.values("paper_sha256"));
        let at = |values: &[String], n: usize| {
            values.get(n).filter(|value| !value.is_empty()).cloned()
        };
        let papers = self.values("papers").into_iter().enumerate();
        papers
            .map(|(n, title)| Paper {
                title,
                url: at(&urls, n),
                sha256: at(&hashes, n),
            })
            .collect()
    }
}

fn level_of(one: Meaning) -> Option<Level> {
    if let Meaning::Level(level) = one {
        Some(level)
    } else {
        None
    }
}
