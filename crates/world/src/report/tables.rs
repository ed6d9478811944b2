//! What is annexed: where everybody stood, and everything that was done.

use jiff::civil::Date;
use treaty::Kind;

use super::Frame;
use super::deeds::{Deed, Deeds, Topic, points};
use crate::view::{
    CodeList, NamedState, ReportCell, ReportColumn, ReportTable, Said, Sentence, Standing, Way,
};

impl Frame<'_> {
    /// Everybody with a standing at the end of a day; `None`: nobody. A column in which nothing stands is left
    /// out.
    pub(super) fn status_table(&self, on: Date) -> Option<ReportTable> {
        let view = self.world.status(&self.under.law.id, on, self.lang);
        let rows = view.into_iter().flat_map(|view| view.participants);
        let rows = rows.filter(|row| row.standing != Standing::None);
        let rows = rows.map(|row| {
            let bound = match row.standing {
                Standing::Party | Standing::Contracting | Standing::Withdrawn => true,
                Standing::Signatory | Standing::None => false,
            };
            let mut consent: Vec<_> = row
                .consented
                .filter(|_| bound)
                .map(Said::Day)
                .into_iter()
                .collect();
            let act = row.consent_act.filter(|act| *act != Kind::Ratification);
            consent.extend(act.filter(|_| bound).map(Said::Act));
            let name = NamedState {
                iso3: row.iso3,
                name: row.name,
            };
            let in_force = row.in_force.filter(|day| *day <= on);
            vec![
                ReportCell {
                    holds: vec![Said::States(vec![name])],
                    entries: row.sources.iter().map(|source| source.entry).collect(),
                },
                holds(row.signed.map(Said::Day)),
                holds(consent),
                holds(in_force.map(|day| Said::Day(day.into()))),
                holds(row.left.map(|day| Said::Day(day.into()))),
            ]
        });
        let columns = [
            ("report-col-state", 38),
            ("report-col-signed", 20),
            ("report-col-consent", 24),
            ("report-col-in-force", 20),
            ("report-col-left", 20),
        ];
        let table = ReportTable {
            key: "status",
            heading: self.say("report-annex-status").day("day", on),
            columns: columns_of(&columns),
            by_state: true,
            rows: rows.collect(),
        };
        (!table.rows.is_empty()).then(|| without_empty(table))
    }

    /// Everything that was done within the days; `None`: nothing is on record.
    pub(super) fn deeds_table(&self, deeds: &Deeds<'_>) -> Option<ReportTable> {
        self.deeds_told("activities", "report-annex-activities", deeds, false)
    }

    /// The same under another heading, on demand with what was recorded in words and the titles of papers.
    pub(super) fn deeds_told(
        &self,
        key: &'static str,
        heading: &'static str,
        deeds: &Deeds<'_>,
        worded: bool,
    ) -> Option<ReportTable> {
        let told = deeds.all.iter();
        let told = told.filter(|deed| !matches!(deed.topic(), Topic::Inside));
        let rows = told.map(|deed| self.deed_row(deed, worded)).collect();
        let mut columns = vec![
            ("report-col-when", 22),
            ("report-col-by", 16),
            ("report-col-what", 18),
            ("report-col-to", 24),
            ("report-col-where", 20),
        ];
        if worded {
            columns.push(("report-col-words", 26));
        }
        let heading = self.say(heading).with("time", self.period());
        let table = ReportTable {
            key,
            heading,
            columns: columns_of(&columns),
            by_state: false,
            rows,
        };
        (!table.rows.is_empty()).then(|| without_empty(table))
    }

    fn deed_row(&self, deed: &Deed<'_>, worded: bool) -> Vec<ReportCell> {
        let one = deed.one;
        let others = one.by.iter().filter(|side| side.participant.is_none());
        let others: Vec<_> = others.filter_map(|side| side.name.clone()).collect();
        let on = one.on.or(one.until);
        let when = on.map(|from| Said::Period {
            from,
            to: one.until.unwrap_or(from),
        });
        let (venue, _) = self.venue(deed);
        // Whom it was addressed to stands beside it.
        let venue = venue.filter(|at| at.forum.is_some() || at.meeting.is_some());
        let way = Way {
            channel: one.channel.map(|channel| channel.to_string()),
            place: one.place.clone(),
        };
        let placed = way.channel.is_some() || way.place.is_some();
        let where_it_was = venue.map(|mut venue| {
            venue.whom = None;
            Said::Venues(vec![venue])
        });
        let ways = placed.then(|| Said::Ways(vec![way]));
        let mut row = vec![
            ReportCell {
                holds: when.into_iter().collect(),
                entries: vec![deed.entry],
            },
            holds(self.sides(&deed.by, &others)),
            holds([Said::Code {
                list: CodeList::Kind,
                code: one.kind.to_string(),
            }]),
            holds(self.sides(
                &deed.to,
                &deed.whom().map(str::to_owned).collect::<Vec<_>>(),
            )),
            holds(where_it_was.into_iter().chain(ways)),
        ];
        if worded {
            let titles: Vec<_> = one.documents.iter().map(|one| one.title.clone()).collect();
            let titles = (!titles.is_empty()).then_some(Said::Titles(titles));
            let words = points(&[deed]);
            let words = (!words.is_empty()).then_some(Said::Quoted(words));
            row.push(holds(titles.into_iter().chain(words)));
        }
        row
    }

    /// A table of rows of cells; `None`: it has none.
    pub(super) fn table(
        &self,
        key: &'static str,
        heading: Sentence,
        columns: &[(&'static str, u8)],
        by_state: bool,
        rows: Vec<Vec<Vec<Said>>>,
    ) -> Option<ReportTable> {
        let rows = rows
            .into_iter()
            .map(|row| row.into_iter().map(holds).collect());
        let table = ReportTable {
            key,
            heading,
            columns: columns_of(columns),
            by_state,
            rows: rows.collect(),
        };
        (!table.rows.is_empty()).then(|| without_empty(table))
    }

    /// The days of the report.
    pub(super) fn period(&self) -> Said {
        Said::Period {
            from: self.from.into(),
            to: self.to.into(),
        }
    }

    fn sides(&self, states: &[treaty::ParticipantId], others: &[String]) -> Vec<Said> {
        let mut all = Vec::new();
        if !states.is_empty() {
            all.push(Said::States(self.named(states.iter().copied())));
        }
        if !others.is_empty() {
            all.push(Said::Phrases(others.to_vec()));
        }
        all
    }
}

pub(super) fn holds(what: impl IntoIterator<Item = Said>) -> ReportCell {
    ReportCell {
        holds: what.into_iter().collect(),
        entries: Vec::new(),
    }
}

pub(super) fn columns_of(columns: &[(&'static str, u8)]) -> Vec<ReportColumn> {
    let columns = columns.iter();
    columns
        .map(|&(head, share)| ReportColumn {
            head: Sentence::new(head),
            share,
        })
        .collect()
}

/// A table without the columns in which nothing stands.
pub(super) fn without_empty(mut table: ReportTable) -> ReportTable {
    let stands: Vec<bool> = (0..table.columns.len())
        .map(|at| at == 0 || table.rows.iter().any(|row| !row[at].holds.is_empty()))
        .collect();
    let mut column = stands.iter();
    table.columns.retain(|_| *column.next().unwrap_or(&true));
    for row in &mut table.rows {
        let mut column = stands.iter();
        row.retain(|_| *column.next().unwrap_or(&true));
    }
    table
}
