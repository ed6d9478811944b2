//! States, across treaties and under one.

use world::view;

use crate::api::params::{AFTER, BEFORE_ITEM, FROM, LIMIT, TO, WHAT};
use crate::api::{Address, Param, Part, Takes, of};
use crate::ask::Form::{Atom, Csv, Html, Ics, Json, Png, Svg};
use crate::page;

pub(super) static ADDRESSES: &[Address] = &[
    Address {
        path: "/states",
        part: Part::States,
        what: "Every participant, former ones included, with its names and codes.",
        forms: &[Html, Json, Csv],
        own: &[
            Param {
                name: "named",
                what: "A name of one in any of the six languages: leads to its address.",
                takes: Takes::State,
                example: "Italie",
            },
            LIMIT,
            AFTER,
        ],
        example: "/states",
        schema: Some(of::<page::states::StatesView<'static>>),
    },
    Address {
        path: "/states/{state}",
        part: Part::States,
        what: "One State across all treaties: where it stands, what it did, what it owes.",
        forms: &[Html, Json, Csv],
        own: &[],
        example: "/states/ITA",
        schema: Some(of::<view::ParticipantView>),
    },
    Address {
        path: "/states/{state}/{treaty}",
        part: Part::States,
        what: "One State under one treaty: joining, duties and how they were met, reports, assistance, offices, statements.",
        forms: &[Html, Json, Csv, Svg, Png],
        own: &[],
        example: "/states/ITA/ccm",
        schema: Some(of::<view::ParticipationView>),
    },
    Address {
        path: "/states/{state}/{treaty}/{article}",
        part: Part::States,
        what: "The steps of one date: of a duty, of entry into force for the State, of its leaving.",
        forms: &[Html, Json],
        own: &[],
        example: "/states/ITA/ccm/3(2)",
        schema: Some(of::<view::ExplainView>),
    },
    Address {
        path: "/states/{state}/timeline",
        part: Part::States,
        what: "One State's standings and acts under every treaty over time, drawn and as data.",
        forms: &[Html, Json, Csv, Svg, Png],
        own: &[],
        example: "/states/ITA/timeline",
        schema: Some(of::<view::TimelineView>),
    },
    Address {
        path: "/states/{state}/brief",
        part: Part::States,
        what: "What whoever speaks to a State about a treaty should have read: standing, acts, votes, statements, obligations, stage, approaches as far as whoever asks may see them, talking points; each sentence as data, with its entries.",
        forms: &[Html, Json, Csv],
        own: &[Param {
            name: "treaty",
            what: "The treaty, by id or by another name; without it, the first that the State is not in.",
            takes: Takes::Treaty,
            example: "ctbt",
        }],
        example: "/states/ITA/brief",
        schema: Some(of::<view::BriefView>),
    },
    Address {
        path: "/states/{state}/calendar",
        part: Part::States,
        what: "What falls on which day for one State: its duties, and the meetings of the treaties it signed or is bound by. Without days, in the year from the legal day.",
        forms: &[Html, Json, Csv, Ics],
        own: &[FROM, TO, WHAT],
        example: "/states/ITA/calendar",
        schema: Some(of::<view::CalendarView>),
    },
    Address {
        path: "/states/{state}/feed",
        part: Part::States,
        what: "What became known, newest first, to read and to subscribe to. Of one State.",
        forms: &[Html, Json, Csv, Atom],
        own: &[BEFORE_ITEM, LIMIT],
        example: "/states/ITA/feed",
        schema: Some(of::<view::NewsView>),
    },
];
