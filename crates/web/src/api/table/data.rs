//! The whole public record as tables, and the pages that have no data of their own.

use crate::api::{Address, Part};
use crate::ask::Form::{Csv, Html, Json};

pub(super) static ADDRESSES: &[Address] = &[
    Address {
        path: "/about",
        part: Part::Pages,
        what: "What the counts mean, how they are made, where they come from.",
        forms: &[Html],
        own: &[],
        example: "/about",
        schema: None,
    },
    Address {
        path: "/data",
        part: Part::Data,
        what: "The tables, their columns, and how to use them.",
        forms: &[Html],
        own: &[],
        example: "/data",
        schema: None,
    },
    Address {
        path: "/data/{table}",
        part: Part::Data,
        what: "One table of the public record.",
        forms: &[Csv],
        own: &[],
        example: "/data/acts",
        schema: None,
    },
    Address {
        path: "/data/datapackage",
        part: Part::Data,
        what: "What the tables hold: types, keys, sources, sizes and hashes (Data Package 2.0).",
        forms: &[Json],
        own: &[],
        example: "/data/datapackage",
        schema: None,
    },
    Address {
        path: "/data/accede.sqlite",
        part: Part::Data,
        what: "All tables in one SQLite database, with keys, indexes and views.",
        forms: &[Html],
        own: &[],
        example: "/data/accede.sqlite",
        schema: None,
    },
    Address {
        path: "/data/datasette",
        part: Part::Data,
        what: "Titles, descriptions and sources of the tables, as Datasette takes them.",
        forms: &[Json],
        own: &[],
        example: "/data/datasette",
        schema: None,
    },
    Address {
        path: "/api",
        part: Part::Pages,
        what: "This reference.",
        forms: &[Html],
        own: &[],
        example: "/api",
        schema: None,
    },
    Address {
        path: "/openapi",
        part: Part::Data,
        what: "These addresses, as an OpenAPI 3.1 document.",
        forms: &[Json],
        own: &[],
        example: "/openapi",
        schema: None,
    },
];
