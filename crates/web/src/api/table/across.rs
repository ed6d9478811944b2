//! Treaties and States beside each other.

use world::view;

use crate::api::params::{GROUP, STANDING, TREATY};
use crate::api::{Address, Param, Part, Takes, of};
use crate::ask::Form::{Csv, Html, Json, Png, Svg};
use crate::page;

pub(super) static ADDRESSES: &[Address] = &[
    Address {
        path: "/",
        part: Part::Across,
        what: "The field on a day: each treaty's standing, the latest acts, the next deadlines and meetings. As a picture, how the consents to each grew.",
        forms: &[Html, Json, Csv, Svg, Png],
        own: &[],
        example: "/",
        schema: Some(of::<view::FieldView>),
    },
    Address {
        path: "/compare",
        part: Part::Across,
        what: "Up to eight States side by side: where each stands under every treaty, and where they differ.",
        forms: &[Html, Json, Csv],
        own: &[
            Param {
                name: "states",
                what: "Codes with commas between them. Names lead to the address with the codes; may be given again and again.",
                takes: Takes::States,
                example: "ITA,ZAF,NOR",
            },
            Param {
                name: "rows",
                what: "Every treaty, or only those under which they differ.",
                takes: Takes::Word(&["all", "differing"]),
                example: "differing",
            },
        ],
        example: "/compare",
        schema: Some(of::<view::CompareView>),
    },
    Address {
        path: "/search",
        part: Part::Across,
        what: "Finds States, treaties, meetings, duties, plans, groups and statements by any of their names, in six languages, former names and slips of the pen included; and documents of the library by their words.",
        forms: &[Html, Json, Csv],
        own: &[
            Param {
                name: "q",
                what: "What is looked for.",
                takes: Takes::Text,
                example: "Swaziland",
            },
            Param {
                name: "limit",
                what: "How many are given at most; 50 without it.",
                takes: Takes::Number(1, 200),
                example: "10",
            },
        ],
        example: "/search",
        schema: Some(of::<page::search::Answer>),
    },
    Address {
        path: "/curves",
        part: Part::Across,
        what: "The curves of several treaties, laid over each other. As a picture where at least one is chosen.",
        forms: &[Html, Json, Csv, Svg, Png],
        own: &[
            Param {
                name: "treaties",
                what: "Up to six treaties, by id or by another name. May be given again and again.",
                takes: Takes::Treaties,
                example: "apmbc,ccm",
            },
            Param {
                name: "by",
                what: "Along what: the calendar, or the years since each was opened for signature.",
                takes: Takes::Word(&["date", "years"]),
                example: "years",
            },
            Param {
                name: "count",
                what: "What the curves count.",
                takes: Takes::Word(&["signatures", "consents", "parties"]),
                example: "parties",
            },
        ],
        example: "/curves",
        schema: Some(of::<page::curves::CurvesView>),
    },
    Address {
        path: "/matrix",
        part: Part::Across,
        what: "States × treaties on a day.",
        forms: &[Html, Json, Csv, Svg, Png],
        own: &[
            GROUP,
            TREATY,
            STANDING,
            Param {
                name: "sort",
                what: "The order of the rows.",
                takes: Takes::Word(&["name", "code", "joined"]),
                example: "joined",
            },
        ],
        example: "/matrix",
        schema: Some(of::<view::MatrixView>),
    },
];
