//! The questions asked of everyone, and Accede's answers as lines of text, so that they compare.

use jiff::civil::{Date, date};
use treaty::{Lang, TreatyId};
use world::World;
use world::view::Standing;

use crate::acts::Does;

/// A question, with its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Where everybody stood under the CCM on [`ON`].
    Status,
    /// Signatures and consents of every treaty at the end of every year.
    Years,
    /// Where everybody stood under every treaty on [`ON`].
    Matrix,
    /// Every step in or out between [`FROM`] and [`TO`].
    Changes,
}

/// The legal day of the questions about one day.
pub const ON: Date = date(2023, 9, 22);
/// The first day of the period.
pub const FROM: Date = date(2021, 9, 23);
/// The last.
pub const TO: Date = date(2023, 9, 22);
/// The first year of which the end is asked for.
pub const FIRST_YEAR: i16 = 1945;
/// The last.
pub const LAST_YEAR: i16 = 2025;

impl Question {
    /// All of them.
    pub const ALL: [Question; 4] = [
        Question::Status,
        Question::Years,
        Question::Matrix,
        Question::Changes,
    ];

    /// Its name, which the Python side uses too.
    pub fn name(self) -> &'static str {
        match self {
            Question::Status => "status",
            Question::Years => "years",
            Question::Matrix => "matrix",
            Question::Changes => "changes",
        }
    }

    /// The question in words.
    pub fn words(self) -> &'static str {
        match self {
            Question::Status => "status of the CCM on 22 September 2023",
            Question::Years => "signatures and consents of every treaty, every year",
            Question::Matrix => "every treaty x every participant on that day",
            Question::Changes => "every step in or out in two years",
        }
    }

    /// Accede's answer: one line for each thing, sorted.
    pub fn ask(self, world: &World) -> Vec<String> {
        let mut lines = match self {
            Question::Status => status(world),
            Question::Years => years(world),
            Question::Matrix => matrix(world),
            Question::Changes => changes(world),
        };
        lines.sort();
        lines
    }
}

fn status(world: &World) -> Vec<String> {
    let ccm: TreatyId = "ccm".parse().expect("three letters are an id");
    let view = world
        .status(&ccm, ON, Lang::En)
        .expect("the CCM is shipped");
    let stand = view
        .participants
        .iter()
        .filter(|one| one.standing != Standing::None);
    stand
        .map(|one| format!("{} {}", one.iso3, word(one.standing)))
        .collect()
}

fn years(world: &World) -> Vec<String> {
    let mut lines = Vec::new();
    for law in world.treaties() {
        for year in FIRST_YEAR..=LAST_YEAR {
            let counts = world
                .counts(&law.id, date(year, 12, 31))
                .expect("it is a treaty");
            if counts.signatures + counts.consents > 0 {
                lines.push(format!(
                    "{} {year} {} {}",
                    law.id, counts.signatures, counts.consents
                ));
            }
        }
    }
    lines
}

fn matrix(world: &World) -> Vec<String> {
    let view = world.matrix(ON, Lang::En);
    let mut lines = Vec::new();
    for row in &view.rows {
        for (column, standing) in view.treaties.iter().zip(&row.standings) {
            if *standing != Standing::None {
                lines.push(format!(
                    "{} {} {}",
                    column.treaty,
                    row.iso3,
                    bond(*standing)
                ));
            }
        }
    }
    lines
}

fn changes(world: &World) -> Vec<String> {
    let view = world.changes(None, FROM, TO, Lang::En);
    let steps = view
        .acts
        .iter()
        .filter(|change| Does::from(change.act).is_step());
    steps
        .map(|step| {
            format!(
                "{} {} {} {}",
                step.date.latest(),
                step.treaty,
                step.iso3,
                step.act
            )
        })
        .collect()
}

fn word(standing: Standing) -> &'static str {
    match standing {
        Standing::Party => "party",
        Standing::Contracting => "contracting",
        Standing::Signatory => "signatory",
        Standing::Withdrawn => "withdrawn",
        Standing::None => "none",
    }
}

/// A standing as far as a table of acts without the rules can tell it.
fn bond(standing: Standing) -> &'static str {
    match standing {
        Standing::Party | Standing::Contracting => "consent",
        Standing::Signatory => "signatory",
        Standing::Withdrawn => "withdrawn",
        Standing::None => "none",
    }
}
