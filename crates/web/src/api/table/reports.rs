//! Documents from what is on record.

use report::Paper;

use crate::api::{Address, Param, Part, Takes, of};
use crate::ask::Form::{self, Html, Json};
use crate::page::reports::kept::KeptReportView;
use crate::page::reports::{FIGURES, NOTES, ReportKindsView};

/// The forms of a paper, as data and as files.
const PAPERS: &[Form] = &[
    Html,
    Json,
    Form::Paper(report::Form::Docx),
    Form::Paper(report::Form::Pdf),
    Form::Paper(report::Form::Html),
    Form::Paper(report::Form::Md),
];

/// A line above the title.
macro_rules! line {
    ($name:literal, $what:literal, $example:literal) => {
        Param {
            name: $name,
            what: concat!($what, " Above the title."),
            takes: Takes::Text,
            example: $example,
        }
    };
}

pub(super) static ADDRESSES: &[Address] = &[
    Address {
        path: "/reports",
        part: Part::Reports,
        what: "The kinds of report there are, and what each takes.",
        forms: &[Html, Json],
        own: &[Param {
            name: "kind",
            what: "Leads to the report of this kind, with the rest of the question.",
            takes: Takes::Report,
            example: "progress",
        }],
        example: "/reports",
        schema: Some(of::<ReportKindsView>),
    },
    Address {
        path: "/reports/kept",
        part: Part::Reports,
        what: "The reports that are kept, with what their authors wrote in them, as far as whoever asks may see them.",
        forms: &[Html, Json],
        own: &[],
        example: "/reports/kept",
        schema: Some(of::<world::view::KeptReportsView>),
    },
    Address {
        path: "/reports/kept/{report}",
        part: Part::Reports,
        what: "A report that is kept, made anew from what those may see for whom it is, with what its authors wrote in it; what of that no longer fits what is on record, then and now.",
        forms: PAPERS,
        own: &[],
        example: "/reports/kept/article-xiv-2023",
        schema: Some(of::<KeptReportView>),
    },
    Address {
        path: "/reports/{kind}",
        part: Part::Reports,
        what: "A report: each sentence with its entries and the question that answers the same; as a document for Word, as a PDF where the program makes any, as a page of its own, as Markdown. It is made from what those may see whom it is for.",
        forms: PAPERS,
        own: &[
            Param {
                name: "treaty",
                what: "The treaty. Without it, that of the newest campaign, else the first.",
                takes: Takes::Treaty,
                example: "ccm",
            },
            Param {
                name: "state",
                what: "The States it is about, by code or name, with commas between them; only for kinds that are about States.",
                takes: Takes::States,
                example: "ITA",
            },
            Param {
                name: "plan",
                what: "The action plan, by its own name as the treaty's list gives it; only for the kind that tells of one. Without it, the last adopted by the last day.",
                takes: Takes::Text,
                example: "lausanne",
            },
            Param {
                name: "from",
                what: "The first day, included, of a kind that tells of a period. Without it, the year that ends with the last day.",
                takes: Takes::Day,
                example: "2020-01-01",
            },
            Param {
                name: "to",
                what: "The last day, included, or the one day it tells of. Without it, the legal day.",
                takes: Takes::Day,
                example: "2027-12-31",
            },
            Param {
                name: "for",
                what: "For whom: `public`, `signed-in`, or the id of a team of whoever asks. Without it, anyone.",
                takes: Takes::Text,
                example: "public",
            },
            Param {
                name: "in",
                what: "The language of the report. Without it, that of the page.",
                takes: Takes::Word(&["en", "fr"]),
                example: "fr",
            },
            Param {
                name: "notes",
                what: "Where the sources are printed.",
                takes: Takes::Word(NOTES),
                example: "end",
            },
            Param {
                name: "pictures",
                what: "The pictures that go with it, as of its last day, with commas between them; may be given again.",
                takes: Takes::Word(FIGURES),
                example: "map",
            },
            line!(
                "before",
                "Before whom it comes; may be given several times, line by line.",
                "Conference"
            ),
            line!(
                "venue",
                "Where and when that meets.",
                "New York, 22 September 2023"
            ),
            line!("symbol", "Its symbol.", "CTBT-Art.XIV/2023/5"),
            line!("distribution", "How far it goes.", "Distr.: General"),
            Param {
                name: "date",
                what: "The day it bears.",
                takes: Takes::Day,
                example: "2023-09-22",
            },
            line!("agenda", "The item of the agenda.", "Agenda item 7"),
        ],
        example: "/reports/progress",
        schema: Some(of::<Paper>),
    },
];
