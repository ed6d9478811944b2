//! The tables, each after those it refers to.

use crate::rows::{
    acts, entries, findings, meetings, memberships, names, participants, titles, treaties,
};
use crate::rows_standing::{duties, periods, required, standings};
use crate::table::Kind::{Address, Boolean, Code, Day, Integer, Moment, PartialDay, Text};
use crate::table::{Column, Reference, Table, always, perhaps, refers};
use crate::tables_said::{ASSISTANCE, PLAN_ACTIONS, PLANS, ROLES, STATEMENTS};

pub(crate) const ENTRY: Column =
    always("entry", Integer, "The entry of the ledger that says so.");
pub(crate) const TREATY: Column = always("treaty", Text, "The treaty.");
pub(crate) const ISO3: Column = always("iso3", Code, "The participant.");
pub(crate) const NAME: Column = always(
    "name",
    Text,
    "The participant's English name of today, for reading; `iso3` is what to join by.",
);
pub(crate) const DISPUTED: Column =
    perhaps("disputed", Text, "Why it is in doubt, where it is.");
pub(crate) const OF_TREATY: Reference = refers(&["treaty"], "treaties", &["treaty"]);
pub(crate) const OF_PARTICIPANT: Reference = refers(&["iso3"], "participants", &["iso3"]);
pub(crate) const OF_ENTRY: Reference = refers(&["entry"], "entries", &["entry"]);

/// Every table.
pub static TABLES: &[Table] = &[
    Table {
        name: "entries",
        title: "Entries and their sources",
        what: "One row per entry of the ledger: what kind it is, when it was recorded, and the document it was taken from. Every other table names its entries.",
        columns: &[
            always("entry", Integer, "Its number in the ledger, from 1."),
            always("kind", Text, "What kind of statement it is."),
            always("says", Text, "One English line on what it says."),
            always("recorded", Moment, "When it was recorded."),
            always("author", Text, "By whom."),
            always(
                "link",
                Text,
                "Its hash in the chain (SHA-256, hexadecimal).",
            ),
            always("source", Text, "The document, as one would cite it."),
            perhaps("url", Address, "The document's address."),
            perhaps("retrieved", Day, "The day it was read."),
            perhaps("as_at", Day, "The day as at which it says it speaks."),
            perhaps("place", Text, "Where in it: a row, an article, a note."),
            perhaps(
                "confidence",
                Text,
                "How far it carries: `high`, `medium` or `low`, where somebody judged it.",
            ),
            perhaps(
                "sha256",
                Text,
                "SHA-256 of the bytes that were read, where they were kept.",
            ),
            perhaps(
                "touched_by",
                Text,
                "Entries that correct, retract or dispute it.",
            ),
        ],
        key: &["entry"],
        refers: &[],
        rows: entries,
    },
    Table {
        name: "treaties",
        title: "Treaties",
        what: "One row per treaty on record, with its counts on the day.",
        columns: &[
            always("treaty", Text, "Its id."),
            always("short", Text, "Its short name."),
            always("title", Text, "Its English title."),
            perhaps(
                "mtdsg",
                Text,
                "Its number in Multilateral Treaties Deposited with the Secretary-General.",
            ),
            perhaps(
                "registration",
                Text,
                "Its registration with the United Nations or the League of Nations.",
            ),
            perhaps(
                "parent",
                Text,
                "The treaty it is a protocol or amendment of.",
            ),
            perhaps("depositaries", Text, "Who holds the instruments."),
            perhaps("adopted", Day, "When it was adopted."),
            perhaps("opened", Day, "When it was opened for signature."),
            perhaps("in_force", Day, "When it entered into force."),
            always(
                "signatures",
                Integer,
                "Participants whose signature stands on the day, those that have since consented included.",
            ),
            always(
                "consents",
                Integer,
                "Participants whose consent to be bound stands.",
            ),
            always(
                "parties",
                Integer,
                "Consents for which the treaty is in force on the day.",
            ),
            always(
                "signatories_only",
                Integer,
                "Signature stands, no consent stands.",
            ),
            always("withdrawn", Integer, "Left, and not come back."),
            always("entry", Integer, "The entry of its file."),
        ],
        key: &["treaty"],
        refers: &[OF_ENTRY],
        rows: treaties,
    },
    Table {
        name: "titles",
        title: "Titles of treaties",
        what: "One row per treaty and language in which its title is known.",
        columns: &[
            TREATY,
            always("lang", Text, "The language (ISO 639-1)."),
            always("title", Text, "The title."),
        ],
        key: &["treaty", "lang"],
        refers: &[OF_TREATY],
        rows: titles,
    },
    Table {
        name: "participants",
        title: "States and other participants",
        what: "One row per State or other entity in whose name acts are done, former ones included.",
        columns: &[
            always(
                "iso3",
                Code,
                "Its code: ISO 3166-1 alpha-3, ISO 3166-3, or one of ours.",
            ),
            always("name", Text, "Its English name of today, or its last."),
            perhaps(
                "status",
                Text,
                "`state`: one of the 197 that can become party where the Secretary-General is depositary; `organisation`; `former`; `not-counted`. Empty: acts are on record, and nobody registered it.",
            ),
            perhaps("iso2", Text, "ISO 3166-1 alpha-2."),
            perhaps("m49", Text, "United Nations M49, three digits."),
            perhaps(
                "un_member_since",
                Day,
                "Since when it has been a member of the United Nations.",
            ),
            perhaps(
                "from",
                Day,
                "The first day of its existence as this participant, where it matters and is known.",
            ),
            perhaps("until", Day, "The last day of its existence."),
            perhaps("successors", Text, "The participants that took its place."),
        ],
        key: &["iso3"],
        refers: &[],
        rows: participants,
    },
    Table {
        name: "names",
        title: "Names of participants",
        what: "One row per name: those of today in the six languages of the United Nations, and former and other names with the days between which they were borne.",
        columns: &[
            always("row", Integer, "The number of the row."),
            ISO3,
            always("name", Text, "The name."),
            perhaps(
                "lang",
                Text,
                "Its language (ISO 639-1); empty for former and other names.",
            ),
            always(
                "kind",
                Text,
                "`today` for the short name of today; else what kind of other name it is.",
            ),
            perhaps("from", Day, "The first day it was the name, where known."),
            perhaps("until", Day, "The last day it was the name, where known."),
        ],
        key: &["row"],
        refers: &[OF_PARTICIPANT],
        rows: names,
    },
    Table {
        name: "memberships",
        title: "Memberships of groups",
        what: "One row per membership of a group: regional groups of the United Nations, the European Union and others.",
        columns: &[
            ENTRY,
            ISO3,
            always("group", Text, "The group."),
            perhaps("from", PartialDay, "The first day. Empty: not known."),
            perhaps("until", PartialDay, "The last day. Empty: it lasts."),
        ],
        key: &["entry"],
        refers: &[OF_ENTRY, OF_PARTICIPANT],
        rows: memberships,
    },
    Table {
        name: "acts",
        title: "Acts",
        what: "One row per act under a treaty, as the depositary or another source records it. Nothing in it is computed but `counts`, `earliest` and `latest`.",
        columns: &[
            ENTRY,
            TREATY,
            ISO3,
            NAME,
            always(
                "act",
                Text,
                "What was done: `signature`, `ratification`, `accession` and so on.",
            ),
            always(
                "date",
                PartialDay,
                "The day of the signature, of the deposit, of the receipt of a notification; a month or year where only that is known.",
            ),
            always("earliest", Day, "The first day the date can mean."),
            always(
                "latest",
                Day,
                "The last day the date can mean; from its end on the act counts.",
            ),
            perhaps(
                "done_by",
                Code,
                "The predecessor that did it, where one did.",
            ),
            perhaps(
                "depositary",
                Text,
                "Where it was deposited, for treaties with several depositaries.",
            ),
            perhaps(
                "effect",
                Day,
                "The day of effect, where the source prints one.",
            ),
            perhaps("towards", Code, "To whom an objection is addressed."),
            perhaps(
                "text",
                Text,
                "The text of a declaration, reservation or objection, as printed.",
            ),
            always("counts", Boolean, "Whether it counts."),
            DISPUTED,
        ],
        key: &["entry"],
        refers: &[OF_ENTRY, OF_TREATY, OF_PARTICIPANT],
        rows: acts,
    },
    Table {
        name: "standings",
        title: "Standings on the day",
        what: "One row per treaty and participant that has a standing under it or could join it: where it stood at the end of the day.",
        columns: &[
            TREATY,
            ISO3,
            NAME,
            always(
                "standing",
                Text,
                "`party`: consent stands and the treaty is in force for it; `contracting`: consent stands, not in force for it; `signatory`; `withdrawn`: it left; `none`.",
            ),
            always(
                "provisional",
                Boolean,
                "Whether it applies the treaty provisionally.",
            ),
            always(
                "intends_not_to_join",
                Boolean,
                "Whether it told the depositary that it will not become party.",
            ),
            perhaps("signed", PartialDay, "When it signed."),
            perhaps(
                "consented",
                PartialDay,
                "When its standing consent was deposited, or the one it last had.",
            ),
            perhaps("consent_act", Text, "In which form."),
            perhaps(
                "done_by",
                Code,
                "The predecessor that acted, where one did.",
            ),
            perhaps(
                "in_force",
                Day,
                "From which day the treaty is in force for it; may lie after the day.",
            ),
            perhaps("left", Day, "When it left."),
            always(
                "uncertain",
                Boolean,
                "Whether something about it is disputed or not certain.",
            ),
            perhaps("entries", Text, "The entries it rests on."),
        ],
        key: &["treaty", "iso3"],
        refers: &[OF_TREATY, OF_PARTICIPANT],
        rows: standings,
    },
    Table {
        name: "periods",
        title: "Standings over time",
        what: "One row per treaty, participant and day on which its standing changed; each lasts until the next row begins. With it, any day can be asked about.",
        columns: &[
            TREATY,
            ISO3,
            always("from", Day, "The first day."),
            perhaps(
                "until",
                Day,
                "The last day. Empty: it lasts, as far as is known.",
            ),
            always(
                "standing",
                Text,
                "The standing at the end of each of these days.",
            ),
        ],
        key: &["treaty", "iso3", "from"],
        refers: &[OF_TREATY, OF_PARTICIPANT],
        rows: periods,
    },
    Table {
        name: "required",
        title: "Instruments that entry into force requires by name",
        what: "One row per treaty and participant whose instrument the treaty's entry into force requires by name (Annex 2 of the CTBT; depositary Governments), and what it lacks on the day.",
        columns: &[
            TREATY,
            ISO3,
            NAME,
            always("standing", Text, "Where it stood on the day."),
            perhaps(
                "lacks",
                Text,
                "What it lacks: `ratification`, `signature and ratification`; empty for nothing.",
            ),
        ],
        key: &["treaty", "iso3"],
        refers: &[OF_TREATY, OF_PARTICIPANT],
        rows: required,
    },
    Table {
        name: "duties",
        title: "Duties on the day",
        what: "One row per duty of a participant under a treaty, with the day it falls due and how it stood on the day. Silence of an incomplete record is `unknown`, never `overdue`.",
        columns: &[
            always("row", Integer, "The number of the row."),
            TREATY,
            ISO3,
            NAME,
            always("article", Text, "The article."),
            always("duty", Text, "What is owed."),
            perhaps(
                "due",
                Day,
                "When it is due, extensions included. Empty: continuing, dormant, on an event, or not known.",
            ),
            perhaps("original_due", Day, "When it was due before extensions."),
            always(
                "standing",
                Text,
                "`fulfilled`, `due`, `overdue`, `extended`, `dormant`, `not_applicable` or `unknown`.",
            ),
            perhaps("fulfilled", PartialDay, "When it was fulfilled."),
            always(
                "political",
                Boolean,
                "Whether it is agreed politically and not in the treaty.",
            ),
            perhaps("observed", Text, "What sources say on it beside."),
            perhaps("entries", Text, "The entries it rests on."),
        ],
        key: &["row"],
        refers: &[OF_TREATY, OF_PARTICIPANT],
        rows: duties,
    },
    Table {
        name: "meetings",
        title: "Meetings",
        what: "One row per meeting under a treaty.",
        columns: &[
            always("meeting", Text, "Its own name in addresses."),
            TREATY,
            always("kind", Text, "What kind of meeting."),
            perhaps("number", Text, "Its number in its series, or year."),
            always("start", PartialDay, "The first day."),
            perhaps("end", PartialDay, "The last day."),
            perhaps("place", Text, "Where."),
            perhaps("presidents", Text, "Who presided, as printed."),
            perhaps("note", Text, "Anything else the source says."),
            perhaps(
                "signatures",
                Integer,
                "Signatures at the end of its last day.",
            ),
            perhaps("consents", Integer, "Consents at the end of its last day."),
            perhaps("parties", Integer, "Parties at the end of its last day."),
            DISPUTED,
            ENTRY,
        ],
        key: &["meeting"],
        refers: &[OF_TREATY, OF_ENTRY],
        rows: meetings,
    },
    PLANS,
    PLAN_ACTIONS,
    STATEMENTS,
    ASSISTANCE,
    ROLES,
    Table {
        name: "findings",
        title: "Findings",
        what: "One row per thing in the record that does not add up. A finding is shown, never repaired in silence.",
        columns: &[
            always("row", Integer, "The number of the row."),
            always(
                "severity",
                Text,
                "`wrong`: an answer may be wrong; `uncertain`; `note`.",
            ),
            always("kind", Text, "What kind."),
            perhaps("treaty", Text, "The treaty."),
            perhaps("iso3", Code, "The participant."),
            always("text", Text, "What, in an English sentence."),
            perhaps("entries", Text, "The entries concerned."),
        ],
        key: &["row"],
        refers: &[],
        rows: findings,
    },
];
