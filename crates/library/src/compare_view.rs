//! Two texts side by side, told in the terms of a world.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use world::World;
use world::sheet::{Sheet, Tabular, cell, word};
use world::view::{HeadView, LibraryCard};

use crate::compare::{Compared, Comparison, Whose, Words};

/// What changed from one document to another.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CompareView {
    /// The moment of knowledge.
    pub known: Timestamp,
    /// The head behind the answer.
    pub head: HeadView,
    /// The first.
    pub first: LibraryCard,
    /// The second, which is the later, where it is asked in the order of time.
    pub second: LibraryCard,
    /// What stayed, changed, came and went.
    #[serde(flatten)]
    pub comparison: Comparison,
}

impl CompareView {
    /// What a comparison tells of two cards of a world.
    pub fn of(
        world: &World,
        first: LibraryCard,
        second: LibraryCard,
        comparison: Comparison,
    ) -> CompareView {
        CompareView {
            known: world.known(),
            head: world.head(),
            first,
            second,
            comparison,
        }
    }
}

impl Compared {
    /// The words that the first or the second has.
    fn text(&self, of: Whose) -> String {
        let own = |piece: &&Words| piece.of == of || piece.of == Whose::Both;
        let own = self.pieces.iter().filter(own);
        own.map(|piece| piece.text.as_str()).collect()
    }
}

impl Tabular for CompareView {
    /// A row for each paragraph. Words that both have are written as the second writes them.
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "what",
            "moved",
            "first_anchor",
            "second_anchor",
            "first_text",
            "second_text",
        ]);
        for row in &self.comparison.rows {
            sheet.row(vec![
                word(&row.what),
                row.moved.to_string(),
                cell(row.first.as_ref()),
                cell(row.second.as_ref()),
                row.text(Whose::First),
                row.text(Whose::Second),
            ]);
        }
        sheet
    }
}
