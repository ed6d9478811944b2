//! Campaigns: what is to be reached, and each State on its way.

use world::view;

use crate::api::params::{BOARD_COLUMN, BOARD_SORT, FROM, SINCE, TO, WEIGHTS};
use crate::api::{Address, Part, of};
use crate::ask::Form::{Csv, Html, Ics, Json};

pub(super) static ADDRESSES: &[Address] = &[
    Address {
        path: "/campaigns",
        part: Part::Campaigns,
        what: "The campaigns on record that the reader may see, and how far each is by law.",
        forms: &[Html, Json, Csv],
        own: &[],
        example: "/campaigns",
        schema: Some(of::<view::CampaignsView>),
    },
    Address {
        path: "/campaigns/{campaign}",
        part: Part::Campaigns,
        what: "The board of one campaign: each State in the column of how far it is.",
        forms: &[Html, Json, Csv],
        own: &[],
        example: "/campaigns/ctbt",
        schema: Some(of::<view::CampaignView>),
    },
    Address {
        path: "/campaigns/{campaign}/table",
        part: Part::Campaigns,
        what: "The same as a table: last contact, what is planned, what is to be done, what is in the way.",
        forms: &[Html, Json, Csv],
        own: &[BOARD_SORT, BOARD_COLUMN],
        example: "/campaigns/ctbt/table",
        schema: Some(of::<view::CampaignView>),
    },
    Address {
        path: "/campaigns/{campaign}/next",
        part: Part::Campaigns,
        what: "Whom to approach next: those whose consent is missing, by points made of explained signals, as far as whoever asks may see what these rest on. No probabilities.",
        forms: &[Html, Json, Csv],
        own: WEIGHTS,
        example: "/campaigns/ctbt/next",
        schema: Some(of::<view::NextView>),
    },
    Address {
        path: "/campaigns/{campaign}/contacts",
        part: Part::Campaigns,
        what: "Who was approached between two days and who acted, side by side, crediting nobody; who was not contacted since a day.",
        forms: &[Html, Json, Csv],
        own: &[FROM, TO, SINCE],
        example: "/campaigns/ctbt/contacts",
        schema: Some(of::<view::CampaignContactsView>),
    },
    Address {
        path: "/campaigns/{campaign}/planned",
        part: Part::Campaigns,
        what: "Contacts that are planned, by meeting and by messenger.",
        forms: &[Html, Json, Csv],
        own: &[],
        example: "/campaigns/ctbt/planned",
        schema: Some(of::<view::PlannedView>),
    },
    Address {
        path: "/campaigns/{campaign}/calendar",
        part: Part::Campaigns,
        what: "What falls on which day: contacts planned, steps, promises, ends of terms, meetings. Without days, in the year from the legal day.",
        forms: &[Html, Json, Csv, Ics],
        own: &[FROM, TO],
        example: "/campaigns/ctbt/calendar",
        schema: Some(of::<view::CampaignCalendarView>),
    },
    Address {
        path: "/campaigns/{campaign}/roles",
        part: Part::Campaigns,
        what: "Who holds which office under the treaty, and until when.",
        forms: &[Html, Json, Csv],
        own: &[],
        example: "/campaigns/ctbt/roles",
        schema: Some(of::<view::CampaignRolesView>),
    },
    Address {
        path: "/campaigns/{campaign}/states/{state}",
        part: Part::Campaigns,
        what: "One State in a campaign, and its whole story by day.",
        forms: &[Html, Json],
        own: &[],
        example: "/campaigns/ctbt/states/NPL",
        schema: Some(of::<view::CampaignStateView>),
    },
];
