//! The parameters, each written once.

use super::{Param, Takes};

/// The parameters that every address knows.
pub(crate) const COMMON: [Param; 3] = [
    Param {
        name: "on",
        what: "The legal day: the answer is that of the end of this day. Without it, today (UTC).",
        takes: Takes::Day,
        example: "2020-10-24",
    },
    Param {
        name: "known",
        what: "The moment of knowledge: the answer rests on what was on record by then. A day means its end. Without it, now.",
        takes: Takes::Moment,
        example: "2026-11-21T12:00:00Z",
    },
    Param {
        name: "lang",
        what: "The language of names and texts. Without it, the first that the reader's Accept-Language names and pages are written in, else English.",
        takes: Takes::Lang,
        example: "fr",
    },
];

/// The parts of paths that name something.
pub(crate) const IN_PATHS: [Param; 12] = [
    Param {
        name: "document",
        what: "A document's own name, as the library gives it; of a statement without a document its entry.",
        takes: Takes::Text,
        example: "ita-ccm-2rc-universalization",
    },
    Param {
        name: "treaty",
        what: "A treaty's id. Another name of it (`XXVI-4`, `CTBT`) leads to the address with the id.",
        takes: Takes::Treaty,
        example: "ctbt",
    },
    Param {
        name: "state",
        what: "A State's code (ISO 3166-1 alpha-3, or one of ours). A name in any of the six languages leads to the address with the code.",
        takes: Takes::State,
        example: "ITA",
    },
    Param {
        name: "count",
        what: "The name of a count.",
        takes: Takes::Word(&[
            "signatures",
            "consents",
            "parties",
            "signatories_only",
            "withdrawn",
            "outside",
        ]),
        example: "consents",
    },
    Param {
        name: "article",
        what: "The article of a duty, as the treaty's own list names it; `in_force` or `left` for the days on which it came in and went out.",
        takes: Takes::Text,
        example: "3(2)",
    },
    Param {
        name: "table",
        what: "The name of a table.",
        takes: Takes::Table,
        example: "acts",
    },
    Param {
        name: "seq",
        what: "The number of an entry; of one that is not public, its id.",
        takes: Takes::Number(1, u64::MAX),
        example: "1",
    },
    Param {
        name: "meeting",
        what: "A meeting's own name, as the list of meetings gives it.",
        takes: Takes::Text,
        example: "ccm-msp-11",
    },
    Param {
        name: "campaign",
        what: "A campaign's own name, as the list of campaigns gives it; or a treaty's id, for the treaty's own aim.",
        takes: Takes::Text,
        example: "ctbt",
    },
    Param {
        name: "kind",
        what: "A kind of report; `/reports.json` lists them and says what each takes.",
        takes: Takes::Report,
        example: "progress",
    },
    Param {
        name: "report",
        what: "A kept report's own name, as the list of those that are kept gives it.",
        takes: Takes::Text,
        example: "article-xiv-2023",
    },
    Param {
        name: "plan",
        what: "An action plan's own name, as the treaty's list gives it.",
        takes: Takes::Text,
        example: "lausanne",
    },
];

/// By what the States of a campaign are sorted.
pub(crate) const BOARD_SORTS: &[&str] = &[
    "name", "stage", "standing", "contact", "contacts", "planned", "due",
];

/// The columns of the board of a campaign.
pub(crate) const BOARD_COLUMNS: &[&str] = &[
    "not_contacted",
    "contacted",
    "aware",
    "interested",
    "process_open",
    "parliament",
    "approved",
    "deposited",
    "stalled",
    "blocked",
    "withdrew",
];

/// Since when there was no contact.
pub(crate) const SINCE: Param = Param {
    name: "since",
    what: "Those with whom no contact is on record since this day. Without it, the campaign's first day.",
    takes: Takes::Day,
    example: "2023-01-01",
};

/// By what the table of a campaign is sorted.
pub(crate) const BOARD_SORT: Param = Param {
    name: "sort",
    what: "In which order; by English name without it.",
    takes: Takes::Word(BOARD_SORTS),
    example: "contact",
};

/// Which States of a campaign.
pub(crate) const BOARD_COLUMN: Param = Param {
    name: "stage",
    what: "Only the States in this column of the board.",
    takes: Takes::Word(BOARD_COLUMNS),
    example: "not_contacted",
};

/// Only what concerns a treaty.
pub(crate) const TREATY: Param = Param {
    name: "treaty",
    what: "Only this treaty, by id or by another name.",
    takes: Takes::Treaty,
    example: "ccm",
};

/// Only what concerns a State.
pub(crate) const STATE: Param = Param {
    name: "state",
    what: "Only this State, by code or by its name in any of the six languages.",
    takes: Takes::State,
    example: "ITA",
};

/// Only the members of a group.
pub(crate) const GROUP: Param = Param {
    name: "group",
    what: "Only the members of this group on the day, such as `un-african` or `EU`.",
    takes: Takes::Text,
    example: "un-african",
};

/// The first day.
pub(crate) const FROM: Param = Param {
    name: "from",
    what: "The first day, included.",
    takes: Takes::Day,
    example: "2020-01-01",
};

/// The last day.
pub(crate) const TO: Param = Param {
    name: "to",
    what: "The last day, included.",
    takes: Takes::Day,
    example: "2027-12-31",
};

/// Where somebody stands.
pub(crate) const STANDING: Param = Param {
    name: "standing",
    what: "Only those that stand so: under `treaty` where it is given, else under any.",
    takes: Takes::Word(&["party", "contracting", "signatory", "withdrawn", "none"]),
    example: "party",
};

/// Only what is older.
pub(crate) const BEFORE_ITEM: Param = Param {
    name: "before",
    what: "Only items after this one in the list, by the name that each item carries.",
    takes: Takes::Item,
    example: "",
};

/// How many.
pub(crate) const LIMIT: Param = Param {
    name: "limit",
    what: "At most so many.",
    takes: Takes::Number(1, 500),
    example: "20",
};

/// What of a calendar.
pub(crate) const WHAT: Param = Param {
    name: "what",
    what: "Only what is of this kind.",
    takes: Takes::Word(&["meeting", "duty", "yearly", "in_force", "leaves"]),
    example: "meeting",
};

/// Where in the list to go on.
pub(crate) const AFTER: Param = Param {
    name: "after",
    what: "Goes on after so many rows of the whole list; the link to the next part carries it. Without `limit` and `after`, data are given whole.",
    takes: Takes::Number(0, crate::paging::FARTHEST),
    example: "20",
};

/// What a signal of "whom next" weighs.
macro_rules! weight {
    ($name:literal, $of:literal) => {
        Param {
            name: $name,
            what: concat!("What ", $of, " weighs, from 0 to 10."),
            takes: Takes::Number(0, 10),
            example: "3",
        }
    };
}

/// The weights of the signals.
pub(crate) const WEIGHTS: &[Param] = &[
    weight!("w.signatory", "a signature without consent"),
    weight!("w.voted_yes", "the last vote on the resolution"),
    weight!("w.neighbours", "the share of land neighbours that are in"),
    weight!(
        "w.groups",
        "the share of its region's smallest groups that is in"
    ),
    weight!("w.stage", "the stage at home"),
    weight!("w.pledges", "an open promise to join"),
    weight!("w.contact", "the time since the last contact"),
    weight!("w.meeting", "a meeting ahead"),
    weight!("w.eif", "being needed for entry into force"),
    weight!("w.instruments", "the share of other treaties joined lately"),
];
