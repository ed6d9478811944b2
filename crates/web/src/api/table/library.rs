//! The library: documents and statements, found by their words.

use library::{FindView, SaidView};

use crate::api::params::AFTER;
use crate::api::{Address, Param, Part, Takes, of};
use crate::ask::Form::{Atom, Csv, Html, Json};
use crate::coded::codes;
use crate::page;

/// What the library is asked, and in which part the answer is given.
const SEARCH: &[Param] = &[
    Param {
        name: "q",
        what: "Words, in any of their forms; `\"these words\"` one after another, `-not`, `AND`, `OR`, parentheses, `univers*`; fields within them, as `state:ITA`.",
        takes: Takes::Text,
        example: "universalization",
    },
    Param {
        name: "state",
        what: "Only what was said in the name of one of these States, by code or by name.",
        takes: Takes::States,
        example: "ITA",
    },
    Param {
        name: "group",
        what: "Only what was said in the name of this group.",
        takes: Takes::Text,
        example: "European Union",
    },
    Param {
        name: "theme",
        what: "Only what speaks of this.",
        takes: Takes::Word(codes::DOCUMENT_THEMES),
        example: "universalization",
    },
    Param {
        name: "treaty",
        what: "Only what was made under this treaty, or speaks of it.",
        takes: Takes::Treaty,
        example: "ccm",
    },
    Param {
        name: "meeting",
        what: "Only what was made for this meeting: its own name, or words of its title.",
        takes: Takes::Text,
        example: "ccm-rc-2",
    },
    Param {
        name: "kind",
        what: "Only documents of this kind.",
        takes: Takes::Word(codes::DOCUMENT_KINDS),
        example: "statement",
    },
    Param {
        name: "language",
        what: "Only documents in this language, as a tag of BCP 47. `lang` is the language of the answer.",
        takes: Takes::Text,
        example: "en",
    },
    Param {
        name: "year",
        what: "Only what is of this year.",
        takes: Takes::Number(1000, 9999),
        example: "2020",
    },
    Param {
        name: "speaker",
        what: "Only what was said by this person: words of the name.",
        takes: Takes::Text,
        example: "Leonardo Bencini",
    },
    Param {
        name: "place",
        what: "Only what was said or written there.",
        takes: Takes::Text,
        example: "Geneva",
    },
    Param {
        name: "symbol",
        what: "Only the document of this symbol, and those below it.",
        takes: Takes::Text,
        example: "CCM/MSP/2011",
    },
    Param {
        name: "from",
        what: "Not before this day, month or year.",
        takes: Takes::Date,
        example: "2016",
    },
    Param {
        name: "to",
        what: "Not after this day, month or year.",
        takes: Takes::Date,
        example: "2020-12",
    },
    Param {
        name: "synonyms",
        what: "Whether terms of the field with the same sense are looked for too.",
        takes: Takes::Word(page::library::YES),
        example: "yes",
    },
    Param {
        name: "limit",
        what: "How many are given at most; without it 500 as data, and 20 on the page.",
        takes: Takes::Number(1, 500),
        example: "10",
    },
    AFTER,
];

pub(super) static ADDRESSES: &[Address] = &[
    Address {
        path: "/library",
        part: Part::Library,
        what: "Documents and statements of the library, the best first, with the passages that show why; without words the newest first. What matches is counted by State, theme and the other fields. A field may be given again and again: any of its values holds; of two fields both hold. The feed has the fifty recorded last of all that matches.",
        forms: &[Html, Json, Csv, Atom],
        own: SEARCH,
        example: "/library",
        schema: Some(of::<FindView>),
    },
    Address {
        path: "/said",
        part: Part::Library,
        what: "What was said of something: of each document and statement that matches, found as by `/library`, the sentences that have most of the words, with the anchors of their paragraphs; the earliest first, what has no day last. The total counts documents and statements.",
        forms: &[Html, Json, Csv],
        own: SEARCH,
        example: "/said",
        schema: Some(of::<SaidView>),
    },
    Address {
        path: "/library/{document}/compare",
        part: Part::Library,
        what: "Two documents side by side, paragraph by paragraph: the same, in other words, new, gone, moved. Without `with`, what it can be compared with.",
        forms: &[Html, Json],
        own: &[Param {
            name: "with",
            what: "The name of the other document, which is taken for the later.",
            takes: Takes::Text,
            example: "ita-page-on-the-ccm",
        }],
        example: "/library/ita-ccm-2rc-universalization/compare",
        schema: Some(of::<page::library::compare::LibraryCompareView>),
    },
    Address {
        path: "/library/{document}",
        part: Part::Library,
        what: "One document, or a statement of which no document is on record: what is known of it with its source, its text under anchors that stay, and what is like it.",
        forms: &[Html, Json],
        own: &[],
        example: "/library/ita-ccm-2rc-universalization",
        schema: Some(of::<page::library::document::LibraryPageView>),
    },
    Address {
        path: "/library/{document}/file",
        part: Part::Library,
        what: "The file of a document as it was brought, byte for byte, with its own media type. PDF and text may be shown; anything else is taken away.",
        forms: &[Html],
        own: &[],
        example: "/library/ita-ccm-2rc-universalization/file",
        schema: None,
    },
];
