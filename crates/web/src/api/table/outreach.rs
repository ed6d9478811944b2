//! Who approached whom for a treaty, and what came of it.

use world::view;

use crate::api::params::{AFTER, FROM, LIMIT, STATE, TO, TREATY};
use crate::api::{Address, Param, Part, Takes, of};
use crate::ask::Form::{Csv, Html, Json};
use crate::coded::codes;

pub(super) static ADDRESSES: &[Address] = &[
    Address {
        path: "/approaches",
        part: Part::Outreach,
        what: "The approaches on record, newest first; of those not public, the ones that whoever asks may see.",
        forms: &[Html, Json, Csv],
        own: &[
            TREATY,
            STATE,
            Param {
                name: "who",
                what: "Only those made by this State.",
                takes: Takes::State,
                example: "ITA",
            },
            Param {
                name: "whom",
                what: "Only those made to this State.",
                takes: Takes::State,
                example: "NPL",
            },
            Param {
                name: "kind",
                what: "Only those of this kind.",
                takes: Takes::Word(codes::KINDS),
                example: "meeting_bilateral",
            },
            Param {
                name: "outcome",
                what: "Only those of which this came.",
                takes: Takes::Word(codes::OUTCOMES),
                example: "positive_signal",
            },
            Param {
                name: "obstacle",
                what: "Only those at which this was named as standing in the way.",
                takes: Takes::Word(codes::OBSTACLES),
                example: "capacity",
            },
            Param {
                name: "stage",
                what: "Only drafts, or only those that are planned, that took place, that were dropped.",
                takes: Takes::Word(codes::STAGES),
                example: "done",
            },
            Param {
                name: "level",
                what: "Only those in which somebody of this level took part, on either side.",
                takes: Takes::Word(codes::LEVELS),
                example: "ambassadorial",
            },
            Param {
                name: "channel",
                what: "Only those through this channel.",
                takes: Takes::Word(codes::CHANNELS),
                example: "vienna",
            },
            Param {
                name: "forum",
                what: "Only those at this forum, as their entries write it.",
                takes: Takes::Text,
                example: "unga_first_committee",
            },
            FROM,
            TO,
            Param {
                name: "follow_up",
                what: "Only those after which something is still to be done, what is due first, first; `overdue`: was to be done before the legal day.",
                takes: Takes::Word(codes::FOLLOW_UPS),
                example: "open",
            },
            Param {
                name: "q",
                what: "Only those in whose texts each of these words stands; case and accents aside.",
                takes: Takes::Text,
                example: "parliament",
            },
            LIMIT,
            AFTER,
        ],
        example: "/approaches",
        schema: Some(of::<view::ApproachesView>),
    },
    Address {
        path: "/approaches/{seq}",
        part: Part::Outreach,
        what: "One approach, whole, with what was recorded of it since and what followed. An entry that is none leads to its own page.",
        forms: &[Html, Json],
        own: &[],
        example: "/approaches/1",
        schema: Some(of::<view::ApproachPageView>),
    },
];
