//! What happened, and what falls due.

use world::view;

use crate::api::params::{AFTER, BEFORE_ITEM, FROM, LIMIT, STATE, TO, TREATY, WHAT};
use crate::api::{Address, Param, Part, Takes, of};
use crate::ask::Form::{Atom, Csv, Html, Ics, Json};

pub(super) static ADDRESSES: &[Address] = &[
    Address {
        path: "/changes",
        part: Part::Days,
        what: "What happened between two days. Without them, in the year up to the legal day.",
        forms: &[Html, Json, Csv],
        own: &[FROM, TO, TREATY, LIMIT, AFTER],
        example: "/changes",
        schema: Some(of::<view::ChangesView>),
    },
    Address {
        path: "/meetings",
        part: Part::Days,
        what: "Meetings, those to come and those past, parted by the legal day.",
        forms: &[Html, Json, Csv],
        own: &[Param {
            name: "treaty",
            what: "Only the meetings of this treaty.",
            takes: Takes::Treaty,
            example: "ccm",
        }],
        example: "/meetings",
        schema: Some(of::<view::MeetingsView>),
    },
    Address {
        path: "/meetings/{meeting}",
        part: Part::Days,
        what: "One meeting: where the treaty stood at its end, what happened since the one before, what was said.",
        forms: &[Html, Json, Csv],
        own: &[],
        example: "/meetings/ccm-msp-11",
        schema: Some(of::<view::MeetingPageView>),
    },
    Address {
        path: "/duties",
        part: Part::Days,
        what: "What falls due between two days, under all treaties. Without them, in the year from the legal day.",
        forms: &[Html, Json, Csv],
        own: &[FROM, TO, TREATY, STATE, LIMIT, AFTER],
        example: "/duties",
        schema: Some(of::<view::DutiesView>),
    },
    Address {
        path: "/calendar",
        part: Part::Days,
        what: "What falls on which day: meetings, duties, entries into force, departures. Without days, in the year from the legal day.",
        forms: &[Html, Json, Csv, Ics],
        own: &[FROM, TO, WHAT],
        example: "/calendar",
        schema: Some(of::<view::CalendarView>),
    },
    Address {
        path: "/feed",
        part: Part::Days,
        what: "What became known, newest first, to read and to subscribe to.",
        forms: &[Html, Json, Csv, Atom],
        own: &[BEFORE_ITEM, LIMIT],
        example: "/feed",
        schema: Some(of::<view::NewsView>),
    },
];
