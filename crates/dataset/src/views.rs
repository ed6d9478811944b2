//! The views of the database over its tables.

/// A view over the tables.
pub(crate) struct View {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) what: &'static str,
    pub(crate) sql: &'static str,
}

/// The views. "The day" is that of `metadata`.
pub(crate) const VIEWS: [View; 10] = [
    View {
        name: "status",
        title: "Status on the day",
        what: "Where everybody stood on the day, with the treaty's short name: standings, ready to read.",
        sql: "SELECT s.treaty, t.short, s.iso3, s.name, s.standing, s.signed, s.consented, \
              s.consent_act, s.in_force, s.\"left\", s.uncertain \
              FROM standings s JOIN treaties t USING (treaty) WHERE s.standing <> 'none'",
    },
    View {
        name: "who_is_missing",
        title: "Who is missing",
        what: "States that could join on the day and whose consent did not stand, with whether they had signed or left.",
        sql: "SELECT s.treaty, t.short, s.iso3, s.name, s.standing, s.signed, s.\"left\", \
              s.intends_not_to_join \
              FROM standings s JOIN treaties t USING (treaty) \
              WHERE s.standing IN ('none', 'signatory', 'withdrawn')",
    },
    View {
        name: "joined_by_year",
        title: "Joined, by year",
        what: "How many consents that stood on the day were deposited in each year, and how many in all by its end.",
        sql: "SELECT treaty, substr(consented, 1, 4) AS year, count(*) AS joined, \
              sum(count(*)) OVER (PARTITION BY treaty ORDER BY substr(consented, 1, 4)) AS total \
              FROM standings WHERE standing IN ('party', 'contracting') AND consented IS NOT NULL \
              GROUP BY treaty, substr(consented, 1, 4)",
    },
    View {
        name: "annex2",
        title: "Annex 2 of the CTBT",
        what: "The 44 States whose ratification the entry into force of the CTBT requires, and what each lacked on the day.",
        sql: "SELECT r.iso3, r.name, r.standing, r.lacks, s.signed, s.consented \
              FROM required r LEFT JOIN standings s USING (treaty, iso3) WHERE r.treaty = 'ctbt'",
    },
    View {
        name: "overdue",
        title: "Overdue duties",
        what: "Duties whose day had passed on the day and of which a source says, or a complete record shows, that they were not done.",
        sql: "SELECT d.treaty, t.short, d.iso3, d.name, d.article, d.duty, d.due, d.entries \
              FROM duties d JOIN treaties t USING (treaty) WHERE d.standing = 'overdue'",
    },
    View {
        name: "acts_with_sources",
        title: "Acts with their sources",
        what: "Every act beside the document it was taken from.",
        sql: "SELECT a.entry, a.treaty, a.iso3, a.name, a.act, a.date, a.counts, a.disputed, \
              e.source, e.url, e.retrieved, e.place, e.confidence \
              FROM acts a JOIN entries e USING (entry)",
    },
    View {
        name: "statements_by_theme",
        title: "Statements by State, treaty, theme and meeting",
        what: "Every statement with its year, its meeting and its document. `theme` is the title in small letters, -isation spelt -ization, so that one word finds both spellings.",
        sql: "SELECT s.entry, s.treaty, t.short, s.iso3, s.name, s.date, \
              substr(s.date, 1, 4) AS year, replace(lower(s.title), 'isation', 'ization') AS theme, \
              s.title, s.meeting, m.kind AS meeting_kind, m.number AS meeting_number, s.occasion, \
              s.speaker, s.post, s.aligned_with, s.url, s.disputed, e.source, e.place \
              FROM statements s JOIN treaties t USING (treaty) JOIN entries e ON e.entry = s.entry \
              LEFT JOIN meetings m ON m.meeting = s.meeting",
    },
    View {
        name: "plan_actions_and_offices",
        title: "Actions of plans beside the coordinators of their theme",
        what: "Every action of a plan, and beside it each coordinator under the treaty whose office has the name of the action's theme, with the term and whether it covers the day. They are matched by these words alone: no source names who is responsible for an action.",
        sql: "SELECT a.entry, a.treaty, a.plan, p.title AS plan_title, a.number, a.theme, a.text, \
              a.indicator, a.due, r.role, r.iso3, r.name, r.\"from\", r.until, \
              (r.earliest <= d.value AND (r.latest IS NULL OR r.latest >= d.value)) AS on_the_day \
              FROM plan_actions a JOIN plans p USING (treaty, plan) \
              JOIN metadata d ON d.key = 'on' \
              LEFT JOIN roles r ON r.treaty = a.treaty AND r.role LIKE '% coordinator' \
              AND instr(lower(a.theme), lower(substr(r.role, 1, length(r.role) - 12))) > 0",
    },
    View {
        name: "assistance_given_and_received",
        title: "Assistance given and received",
        what: "Every assistance twice where its receiver is a participant: as the giver's and as the receiver's. What a receiver asked for is on record only where a source says so, among the duties.",
        sql: "SELECT treaty, iso3, name, 'given' AS direction, \"to\" AS other, to_name AS other_name, \
              what, date, disputed, entry FROM assistance \
              UNION ALL \
              SELECT treaty, \"to\", to_name, 'received', iso3, name, what, date, disputed, entry \
              FROM assistance WHERE \"to\" IS NOT NULL",
    },
    View {
        name: "offices_on_the_day",
        title: "Offices on the day",
        what: "Who held which office on the day, as far as the record knows the terms. A term whose end is not known is taken to last: `open_ended` says so.",
        sql: "SELECT r.treaty, t.short, r.role, r.iso3, r.name, r.\"from\", r.until, \
              r.until IS NULL AS open_ended, r.disputed, r.entry \
              FROM roles r JOIN treaties t USING (treaty) JOIN metadata d ON d.key = 'on' \
              WHERE r.earliest <= d.value AND (r.latest IS NULL OR r.latest >= d.value)",
    },
];
