//! The ledger behind the answers, and what does not add up in it.

use world::view;

use crate::api::params::{AFTER, LIMIT, TREATY};
use crate::api::{Address, Param, Part, Takes, of};
use crate::ask::Form::{Csv, Html, Json};
use crate::page;

pub(super) static ADDRESSES: &[Address] = &[
    Address {
        path: "/ledger",
        part: Part::Record,
        what: "The entries of the ledger, newest first, a hundred at a time.",
        forms: &[Html, Json],
        own: &[
            Param {
                name: "before",
                what: "Only entries with a lower number.",
                takes: Takes::Number(0, u64::MAX),
                example: "4000",
            },
            LIMIT,
        ],
        example: "/ledger",
        schema: Some(of::<view::LedgerView>),
    },
    Address {
        path: "/ledger/{seq}",
        part: Part::Record,
        what: "One entry: its body, its source, its place in the chain.",
        forms: &[Html, Json],
        own: &[],
        example: "/ledger/1",
        schema: Some(of::<view::EntryView>),
    },
    Address {
        path: "/findings",
        part: Part::Record,
        what: "What does not add up in the record.",
        forms: &[Html, Json, Csv],
        own: &[
            Param {
                name: "severity",
                what: "Only findings that matter so much.",
                takes: Takes::Word(&["wrong", "uncertain", "note"]),
                example: "uncertain",
            },
            TREATY,
            LIMIT,
            AFTER,
        ],
        example: "/findings",
        schema: Some(of::<page::findings::FindingsView>),
    },
    Address {
        path: "/uncertain",
        part: Part::Record,
        what: "What is uncertain in the facts.",
        forms: &[Html, Json, Csv],
        own: &[
            Param {
                name: "why",
                what: "Only what is uncertain for this reason.",
                takes: Takes::Word(&[
                    "disputed",
                    "low_confidence",
                    "day_unknown",
                    "unverified",
                    "medium_confidence",
                ]),
                example: "disputed",
            },
            LIMIT,
            AFTER,
        ],
        example: "/uncertain",
        schema: Some(of::<view::UncertainView>),
    },
    Address {
        path: "/reconcile",
        part: Part::Record,
        what: "Counts as sources print them against counts as reckoned here.",
        forms: &[Html, Json, Csv],
        own: &[TREATY],
        example: "/reconcile",
        schema: Some(of::<view::ReconcileView>),
    },
];
