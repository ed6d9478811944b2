//! A campaign's States in another order.

use std::cmp::Reverse;

use crate::view::{BoardColumn, CampaignRow, CampaignView};

/// By what the table of a campaign is sorted. Where nothing tells two States apart, by English name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoardSort {
    /// By English name.
    Name,
    /// By column, in the order of the board.
    Stage,
    /// By where they stand in law.
    Standing,
    /// By the last contact: longest ago first, and none before all.
    Contact,
    /// By the number of contacts, the most first.
    Contacts,
    /// By what is planned next, the nearest first.
    Planned,
    /// By what is due next, the most overdue first.
    Due,
}

impl BoardSort {
    /// Every one, in the order of pages.
    pub const ALL: [BoardSort; 7] = [
        BoardSort::Name,
        BoardSort::Stage,
        BoardSort::Standing,
        BoardSort::Contact,
        BoardSort::Contacts,
        BoardSort::Planned,
        BoardSort::Due,
    ];

    /// The word for it in addresses.
    pub fn word(self) -> &'static str {
        match self {
            BoardSort::Name => "name",
            BoardSort::Stage => "stage",
            BoardSort::Standing => "standing",
            BoardSort::Contact => "contact",
            BoardSort::Contacts => "contacts",
            BoardSort::Planned => "planned",
            BoardSort::Due => "due",
        }
    }
}

impl CampaignView {
    /// Puts the States in another order.
    pub fn sort(&mut self, by: BoardSort) {
        match by {
            // As they come.
            BoardSort::Name => {}
            BoardSort::Stage => self.states.sort_by_key(|row| row.column),
            BoardSort::Standing => self.states.sort_by_key(|row| row.standing),
            BoardSort::Contact => self.states.sort_by_key(|row| {
                (row.contacts > 0, row.last.as_ref().and_then(|last| last.on))
            }),
            BoardSort::Contacts => self.states.sort_by_key(|row| Reverse(row.contacts)),
            BoardSort::Planned => self.states.sort_by_key(|row| {
                let planned = row.planned.as_ref();
                (planned.is_none(), planned.and_then(|planned| planned.on))
            }),
            BoardSort::Due => self.states.sort_by_key(|row| {
                let due = row.due();
                (due.is_none(), due)
            }),
        }
    }

    /// The States of one column.
    pub fn column(&self, column: BoardColumn) -> impl Iterator<Item = &CampaignRow> {
        self.states.iter().filter(move |row| row.column == column)
    }
}

impl CampaignRow {
    /// The day on which the first of what is to be done or was promised falls due.
    pub fn due(&self) -> Option<treaty::PartialDate> {
        let steps = self.steps.iter().filter_map(|step| step.due);
        steps
            .chain(self.pledges.iter().filter_map(|pledge| pledge.due))
            .min()
    }
}
