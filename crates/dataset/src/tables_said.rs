//! The tables of what was agreed, said and given, and of who held which office.

use crate::rows_said::{assistance, plan_actions, plans, roles, statements};
use crate::table::Kind::{Address, Code, Day, Integer, PartialDay, Text};
use crate::table::{Column, Reference, Table, always, perhaps, refers};
use crate::tables::{DISPUTED, ENTRY, ISO3, NAME, OF_ENTRY, OF_PARTICIPANT, OF_TREATY, TREATY};

const NOTE: Column = perhaps("note", Text, "Anything else the source says.");
const OF_PLAN: Reference = refers(&["treaty", "plan"], "plans", &["treaty", "plan"]);

pub(crate) const PLANS: Table = Table {
    name: "plans",
    title: "Action plans",
    what: "One row per plan of action, or list of measures, that a meeting adopted.",
    columns: &[
        TREATY,
        always(
            "plan",
            Text,
            "Its own name in addresses, such as `lausanne`.",
        ),
        always(
            "title",
            Text,
            "Its title; its own name where only its actions are on record.",
        ),
        perhaps("short", Text, "Its short name in use, such as `LAP`."),
        perhaps("adopted", PartialDay, "When it was adopted."),
        perhaps("until", Text, "Until when it runs, as the source says."),
        perhaps(
            "goal_parties",
            Integer,
            "How many parties the treaty was to have, where the plan sets a goal.",
        ),
        perhaps(
            "goal_by",
            PartialDay,
            "By when. Empty: the source sets no date.",
        ),
        perhaps("goal", Text, "The goal in the words of the source."),
        always("actions", Integer, "How many of its actions are on record."),
        always("read", Integer, "Of how many of these the text was read."),
        NOTE,
        DISPUTED,
        perhaps("entry", Integer, "The entry of the ledger that says so."),
    ],
    key: &["treaty", "plan"],
    refers: &[OF_TREATY, OF_ENTRY],
    rows: plans,
};

pub(crate) const PLAN_ACTIONS: Table = Table {
    name: "plan_actions",
    title: "Actions of action plans",
    what: "One row per action of a plan. Two of one number where the record has two. No source names who is responsible for one; `plan_actions_and_offices` sets beside it the coordinators of its theme.",
    columns: &[
        ENTRY,
        TREATY,
        always("plan", Text, "The plan."),
        always(
            "number",
            Text,
            "Its number as printed: `11`, `1.3`, `10(c)`.",
        ),
        perhaps("theme", Text, "The section it stands in."),
        perhaps(
            "text",
            Text,
            "What it asks, in our words. Empty: its text was not read.",
        ),
        perhaps("indicator", Text, "Its indicator or target."),
        perhaps("due", Text, "By when, as printed."),
        NOTE,
        DISPUTED,
    ],
    key: &["entry"],
    refers: &[OF_ENTRY, OF_TREATY, OF_PLAN],
    rows: plan_actions,
};

pub(crate) const STATEMENTS: Table = Table {
    name: "statements",
    title: "Statements",
    what: "One row per statement on record that a participant made under a treaty.",
    columns: &[
        ENTRY,
        TREATY,
        ISO3,
        NAME,
        always("date", PartialDay, "When."),
        perhaps("meeting", Text, "The meeting on record, where it is one."),
        always(
            "occasion",
            Text,
            "The meeting or occasion as the source names it.",
        ),
        perhaps("title", Text, "Its title or theme, as printed."),
        perhaps("speaker", Text, "Who spoke, as printed."),
        perhaps("url", Address, "Where the text is to be read."),
        DISPUTED,
        perhaps(
            "post",
            Text,
            "In which function the speaker spoke, as printed.",
        ),
        perhaps(
            "aligned_with",
            Text,
            "The codes of those with whose statements it aligned itself.",
        ),
        NOTE,
        perhaps(
            "themes",
            Text,
            "What it spoke of, in words of the list of themes.",
        ),
    ],
    key: &["entry"],
    refers: &[
        OF_ENTRY,
        OF_TREATY,
        OF_PARTICIPANT,
        refers(&["meeting"], "meetings", &["meeting"]),
    ],
    rows: statements,
};

pub(crate) const ASSISTANCE: Table = Table {
    name: "assistance",
    title: "Assistance",
    what: "One row per assistance on record that one participant gave to another, or to a territory, under a treaty.",
    columns: &[
        ENTRY,
        TREATY,
        always("iso3", Code, "Who gave it."),
        always("name", Text, "The giver's English name."),
        perhaps("to", Code, "Who received it, where that is a participant."),
        perhaps(
            "to_name",
            Text,
            "The receiver's name; for a territory, as printed.",
        ),
        always("what", Text, "What it was, as the source says."),
        perhaps("date", PartialDay, "When, as far as known."),
        DISPUTED,
        NOTE,
    ],
    key: &["entry"],
    refers: &[
        OF_ENTRY,
        OF_TREATY,
        OF_PARTICIPANT,
        refers(&["to"], "participants", &["iso3"]),
    ],
    rows: assistance,
};

pub(crate) const ROLES: Table = Table {
    name: "roles",
    title: "Offices and who held them",
    what: "One row per term of an office under a treaty: presidencies, coordinators, members of committees.",
    columns: &[
        ENTRY,
        TREATY,
        always("role", Text, "The office, as the source names it."),
        ISO3,
        NAME,
        perhaps("from", PartialDay, "From when. Empty: not known."),
        perhaps(
            "until",
            PartialDay,
            "Until when. Empty: not known, or it lasts.",
        ),
        perhaps("earliest", Day, "The first day that `from` can mean."),
        perhaps("latest", Day, "The last day that `until` can mean."),
        NOTE,
        DISPUTED,
    ],
    key: &["entry"],
    refers: &[OF_ENTRY, OF_TREATY, OF_PARTICIPANT],
    rows: roles,
};
