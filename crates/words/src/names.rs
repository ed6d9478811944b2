//! Names of States in a sentence: their articles, and what goes before them. The table is
//! `facts/running_names.csv`, compiled in as the catalogues are: it is language, no statement about
//! a treaty, and no entry.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use treaty::ParticipantId;

use crate::Words;
use crate::grammar::{Grammar, english, french};

const TABLE: &str = include_str!("../../../facts/running_names.csv");

/// What a name does in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Case {
    /// Alone in a list or a table: `Gambia`, `Bolivia (Plurinational State of)`; `Gambie`.
    List,
    /// Who does something, or to whom it is done: `the Gambia`, `la Gambie`.
    Subject,
    /// `of the Gambia`, `de la Gambie`, `du Népal`, `de l’Égypte`, `d’Israël`.
    Of,
    /// `to the Gambia`, `à la Gambie`, `au Népal`, `aux Tonga`, `à Chypre`.
    To,
    /// `in the Gambia`, `en Gambie`, `en Iraq`, `au Népal`, `aux Tonga`, `à Chypre`.
    In,
    /// `by the Gambia`, `par la Gambie`.
    By,
    /// `with the Gambia`, `avec la Gambie`.
    With,
}

impl Case {
    /// Every case.
    pub const ALL: [Case; 7] = [
        Case::List,
        Case::Subject,
        Case::Of,
        Case::To,
        Case::In,
        Case::By,
        Case::With,
    ];

    /// What is put behind the name of a value in a pattern to have it in this case.
    pub fn suffix(self) -> &'static str {
        match self {
            Case::List => "-list",
            Case::Subject => "",
            Case::Of => "-of",
            Case::To => "-to",
            Case::In => "-in",
            Case::By => "-by",
            Case::With => "-with",
        }
    }
}

/// A row of the table.
#[derive(Debug, Deserialize)]
pub(crate) struct Row {
    pub(crate) code: ParticipantId,
    /// In running text, with its article.
    pub(crate) en: String,
    /// The same in French; empty where nobody knows it.
    pub(crate) fr: String,
    /// In a list, where that is not the same without the article.
    pub(crate) en_list: String,
    pub(crate) fr_list: String,
    /// What the record calls it, where that is none of these.
    pub(crate) also: String,
    /// What goes before it in French in these cases, where the rules give another.
    pub(crate) fr_of: String,
    pub(crate) fr_in: String,
}

pub(crate) static ROWS: LazyLock<BTreeMap<ParticipantId, Row>> = LazyLock::new(|| {
    let mut rows = csv::Reader::from_reader(TABLE.as_bytes());
    rows.deserialize::<Row>()
        .map(|row| row.expect("a test reads the table that is compiled in"))
        .map(|row| (row.code, row))
        .collect()
});

impl Row {
    /// The row of a participant, if it is about the name that the record has today. Under a former
    /// name, or one that is newer than the table, a State is named as it is given.
    pub(crate) fn of(code: ParticipantId, name: &str) -> Option<&'static Row> {
        ROWS.get(&code).filter(|row| row.knows(name))
    }

    pub(crate) fn knows(&self, name: &str) -> bool {
        let name = typographic(name);
        let names = [
            english::bare(&self.en),
            english::listed(self),
            french::bare(&self.fr),
            french::listed(self),
            &self.also,
        ];
        names.contains(&name.as_str())
    }
}

impl Words {
    /// A State in a case. `name` is the name the record gives it, in the language of the names; one
    /// the table of articles does not know stands without an article.
    pub fn state(&self, code: ParticipantId, name: &str, case: Case) -> String {
        self.states(&[(code, name)], case)
    }

    /// States in a case, joined, in the order in which they are given: `of Dominica, the Gambia and
    /// Nepal`, `de la Dominique, de la Gambie et du Népal`. Nothing of nothing.
    pub fn states(&self, states: &[(ParticipantId, &str)], case: Case) -> String {
        if states.is_empty() {
            return String::new();
        }
        let each = |each: &dyn Fn(&(ParticipantId, &str)) -> String| {
            let all: Vec<String> = states.iter().map(each).collect();
            self.joined(&all)
        };
        match self.grammar() {
            Grammar::English => {
                format!(
                    "{}{}",
                    english::before(case),
                    each(&|one| in_english(one, case))
                )
            }
            Grammar::French => {
                let before = french::before(case).unwrap_or_default();
                format!("{before}{}", each(&|one| in_french(one, case)))
            }
            Grammar::Unwritten => each(&|(_, name)| (*name).to_owned()),
        }
    }

    /// How many States a verb beside their names agrees with: in French one whose name is plural counts as several
    /// (*les Philippines ont signé*), in English it does not (*the Philippines has signed*).
    pub(crate) fn number_of(&self, states: &[(ParticipantId, &str)]) -> usize {
        match (self.grammar(), states) {
            (Grammar::French, [(code, name)]) => {
                let row = Row::of(*code, name);
                1 + usize::from(row.is_some_and(french::is_plural))
            }
            (Grammar::French | Grammar::English | Grammar::Unwritten, _) => states.len(),
        }
    }
}

fn in_english((code, name): &(ParticipantId, &str), case: Case) -> String {
    match (Row::of(*code, name), case) {
        (Some(row), Case::List) => english::listed(row).to_owned(),
        (Some(row), _) => row.en.clone(),
        (None, _) => typographic(name),
    }
}

fn in_french((code, name): &(ParticipantId, &str), case: Case) -> String {
    match Row::of(*code, name) {
        Some(row) if !row.fr.is_empty() => french::with_preposition(row, case),
        Some(row) => french::with_preposition_alone(english::listed(row), case),
        None => french::with_preposition_alone(&typographic(name), case),
    }
}

/// The record writes apostrophes straight; texts do not.
fn typographic(name: &str) -> String {
    name.replace('\'', "’")
}

#[cfg(test)]
mod tests;
