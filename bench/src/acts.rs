//! The acts of a world as a plain table: what the peers are given to answer from.

use std::io::{self, Write};

use jiff::civil::Date;
use treaty::Kind;
use treaty::participant::Status;
use world::World;

/// One act, with what a table needs of it. Acts that do not count are left out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// The treaty.
    pub treaty: String,
    /// Who.
    pub iso3: String,
    /// What.
    pub act: String,
    /// The day from which it counts.
    pub day: Date,
    /// What it does, so that no peer has to know the words for it.
    pub does: Does,
}

/// What an act does to a standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Does {
    /// It is a signature.
    pub signs: bool,
    /// It is a consent.
    pub binds: bool,
    /// It ends everything: a withdrawal takes effect.
    pub ends: bool,
    /// It takes a consent back; a signature stands.
    pub undoes: bool,
}

impl From<Kind> for Does {
    fn from(kind: Kind) -> Does {
        Does {
            signs: kind.is_signature(),
            binds: kind.is_consent(),
            ends: kind == Kind::WithdrawalEffective,
            undoes: kind == Kind::RatificationWithdrawn,
        }
    }
}

impl Does {
    /// Whether it is a step in or out, and not words beside one.
    pub fn is_step(self) -> bool {
        self.signs || self.binds || self.ends || self.undoes
    }

    /// As a table has it: four times 0 or 1.
    pub fn columns(self) -> [u8; 4] {
        [self.signs, self.binds, self.ends, self.undoes].map(u8::from)
    }
}

/// A participant and the days on which it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// Its code.
    pub iso3: String,
    /// The first day of its existence, where one is on record.
    pub from: Option<Date>,
    /// The last.
    pub until: Option<Date>,
}

/// The tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tables {
    /// The acts.
    pub acts: Vec<Row>,
    /// The participants that depositaries count.
    pub participants: Vec<Who>,
}

impl Tables {
    /// The tables of `world`.
    pub fn of(world: &World) -> Tables {
        let mut acts = Vec::new();
        for law in world.treaties() {
            for view in world.acts(&law.id, None).iter().filter(|view| view.counts) {
                acts.push(Row {
                    treaty: law.id.to_string(),
                    iso3: view.act.by.to_string(),
                    act: view.act.kind.to_string(),
                    day: view.act.on.latest(),
                    does: view.act.kind.into(),
                });
            }
        }
        acts.sort();
        let participants = world
            .participants()
            .into_iter()
            .filter(|participant| participant.status != Status::NotCounted)
            .map(|participant| Who {
                iso3: participant.id.to_string(),
                from: participant.from,
                until: participant.until,
            })
            .collect();
        Tables { acts, participants }
    }

    /// Writes the acts as CSV. No value has a comma in it.
    ///
    /// # Errors
    ///
    /// What `out` reports.
    pub fn write_acts(&self, mut out: impl Write) -> io::Result<()> {
        writeln!(out, "treaty,iso3,act,day,signs,binds,ends,undoes")?;
        for Row {
            treaty,
            iso3,
            act,
            day,
            does,
        } in &self.acts
        {
            let [signs, binds, ends, undoes] = does.columns();
            writeln!(
                out,
                "{treaty},{iso3},{act},{day},{signs},{binds},{ends},{undoes}"
            )?;
        }
        Ok(())
    }

    /// Writes the participants as CSV; a day that is not on record is the first or last of all.
    ///
    /// # Errors
    ///
    /// What `out` reports.
    pub fn write_participants(&self, mut out: impl Write) -> io::Result<()> {
        writeln!(out, "iso3,from_day,until_day")?;
        for who in &self.participants {
            writeln!(out, "{},{},{}", who.iso3, who.first_day(), who.last_day())?;
        }
        Ok(())
    }
}

impl Who {
    /// The first day on which it counts, far back where none is on record.
    pub fn first_day(&self) -> Date {
        self.from.unwrap_or(jiff::civil::date(1, 1, 1))
    }

    /// The last day on which it counts.
    pub fn last_day(&self) -> Date {
        self.until.unwrap_or(Date::MAX)
    }
}
