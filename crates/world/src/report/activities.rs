//! The overview of what States did for a treaty and have completed: at bilateral level, with the States that its entry
//! into force still needs and with others; at global and at regional level; and towards the public.

use treaty::{PartialDate, ParticipantId};

use super::deeds::{Deed, Deeds, Topic, all_of};
use super::level::Level;
use super::{Frame, Made, asked, part, passage};
use crate::kinds;
use crate::view::{
    Asks, Passage, PassageForm, ReportPart, ReportSentence, ReportTable, Said, Sentence,
};

/// Up to how many States the opening names; of more it tells how many.
const NAMED: usize = 6;

/// Activities that are told together.
struct Sort<'w> {
    /// What it is called in keys and of its annex.
    key: &'static str,
    /// The key of the heading of its annex.
    annex: &'static str,
    /// The column of the table of counts.
    column: &'static str,
    /// The sentence above it, where it has one of its own.
    above: Option<Sentence>,
    level: Level,
    deeds: Deeds<'w>,
}

impl<'w> Frame<'w> {
    pub(super) fn overview(&self) -> Made {
        let deeds = self.by_states(Deeds::of(self));
        let sorts = self.sorts(&deeds);
        let mut opening = self.overview_opening(&deeds);
        opening.extend(self.unplaced(&deeds));
        let parts = [
            part(
                "overview",
                "report-part-overview",
                passage("overview", PassageForm::Numbered, opening)
                    .into_iter()
                    .collect(),
            ),
            self.of_levels(
                ("bilateral", "report-part-bilateral", "report-at-bilateral"),
                &sorts,
                |level| level == Level::Bilateral,
            ),
            self.of_levels(
                (
                    "multilateral",
                    "report-part-multilateral",
                    "report-at-multilateral",
                ),
                &sorts,
                |level| match level {
                    Level::Global | Level::Regional | Level::Untold => true,
                    Level::Bilateral | Level::Public => false,
                },
            ),
            self.of_levels(
                ("public", "report-sub-awareness", "report-at-public"),
                &sorts,
                |level| level == Level::Public,
            ),
        ];
        let lists = sorts
            .iter()
            .filter_map(|sort| self.deeds_told(sort.key, sort.annex, &sort.deeds, true));
        let counts = self.counts_table(&sorts).into_iter();
        Made {
            by: Vec::new(),
            parts: parts.into_iter().flatten().collect(),
            annexes: counts.chain(lists).collect(),
        }
    }

    /// What States did, of those that are asked for where some are; talk among those who coordinate is no
    /// activity.
    fn by_states(&self, deeds: Deeds<'w>) -> Deeds<'w> {
        let of = &self.ask.of;
        let wanted = |id: &ParticipantId| of.is_empty() || of.contains(id);
        let certain = deeds.only(|deed| {
            let theirs = deed.by.iter().any(wanted) && deed.topic() != Topic::Inside;
            theirs.then(|| deed.clone())
        });
        let uncertain = deeds.uncertain.into_iter().filter(|&at| {
            let one = kinds::approach(self.world.record.body(at));
            one.is_some_and(|one| {
                let mut by = one.by.iter().filter_map(|side| side.participant);
                by.any(|id| wanted(&id)) && Topic::of(one.kind) != Topic::Inside
            })
        });
        Deeds {
            uncertain: uncertain.collect(),
            ..certain
        }
    }

    /// What is told together, in the order in which it is told.
    fn sorts(&self, deeds: &Deeds<'w>) -> Vec<Sort<'w>> {
        let mut sorts = self.bilateral_sorts(deeds);
        for level in Level::ALL {
            let (key, annex, column, above) = match level {
                Level::Bilateral => continue,
                Level::Global => (
                    "global",
                    "report-annex-global",
                    "report-col-global",
                    Some(self.say("report-sub-global")),
                ),
                Level::Regional => (
                    "regional",
                    "report-annex-regional",
                    "report-col-regional",
                    Some(self.say("report-sub-regional")),
                ),
                Level::Untold => (
                    "untold",
                    "report-annex-untold",
                    "report-col-untold",
                    Some(self.say("report-sub-untold")),
                ),
                Level::Public => ("public", "report-annex-public", "report-col-public", None),
            };
            sorts.push(Sort {
                key,
                annex,
                column,
                above,
                level,
                deeds: deeds.only(|deed| (self.level(deed) == level).then(|| deed.clone())),
            });
        }
        sorts.retain(|sort| !sort.deeds.all.is_empty());
        sorts
    }

    /// What was turned to single States: to those on the list of the treaty, to others, and to those whom the
    /// record does not name. Where there is no such list, all of it together.
    fn bilateral_sorts(&self, deeds: &Deeds<'w>) -> Vec<Sort<'w>> {
        let deeds =
            deeds.only(|deed| (self.level(deed) == Level::Bilateral).then(|| deed.clone()));
        let sort = |key, annex, column, above, deeds| Sort {
            key,
            annex,
            column,
            above,
            level: Level::Bilateral,
            deeds,
        };
        let Some((list, on_list)) = self.named_list() else {
            return vec![sort(
                "bilateral",
                "report-annex-bilateral",
                "report-col-bilateral",
                None,
                deeds,
            )];
        };
        // An approach to States of both kinds is told under each with those that belong there.
        let only = |wanted: &dyn Fn(&ParticipantId) -> bool| {
            deeds.only(|deed| {
                let to: Vec<_> = deed.to.iter().copied().filter(|id| wanted(id)).collect();
                (!to.is_empty()).then(|| deed.addressed_to(to))
            })
        };
        let above = if list.starts_with("Annex") {
            let list = Said::Phrases(vec![list.to_owned()]);
            self.say("report-sub-annex").with("list", list)
        } else {
            self.say("report-sub-listed")
        };
        vec![
            sort(
                "listed",
                "report-annex-listed",
                "report-col-listed",
                Some(above),
                only(&|id| on_list.contains(id)),
            ),
            sort(
                "other",
                "report-annex-other",
                "report-col-other",
                Some(self.say("report-sub-other")),
                only(&|id| !on_list.contains(id)),
            ),
            sort(
                "unnamed",
                "report-annex-unnamed",
                "report-col-unnamed",
                Some(self.say("report-sub-unnamed")),
                deeds.only(|deed| deed.to.is_empty().then(|| deed.clone())),
            ),
        ]
    }

    fn overview_opening(&self, deeds: &Deeds<'w>) -> Vec<ReportSentence> {
        let all: Vec<_> = deeds.all.iter().collect();
        let by = all_of(self, &all);
        let key = if by.len() > NAMED {
            "report-overview-many"
        } else {
            "report-overview"
        };
        let says = self
            .say(key)
            .count("n", all.len())
            .count("all", by.len())
            .states("by", by)
            .by_all(all.iter().map(|deed| deed.entry));
        if all.is_empty() {
            return Vec::new();
        }
        vec![
            asked(says, self.approaches(&self.ask.of)),
            self.say("report-overview-completed").into(),
        ]
    }

    /// What cannot be said to have been within these days, for its own are not known well enough.
    fn unplaced(&self, deeds: &Deeds<'w>) -> Option<ReportSentence> {
        let entries = deeds.uncertain.iter().map(|&at| self.entry(at));
        let says = self
            .say("report-uncertain")
            .count("n", deeds.uncertain.len())
            .by_all(entries);
        (!deeds.uncertain.is_empty()).then(|| says.into())
    }

    /// A part with all sorts of some levels, each under its own heading.
    fn of_levels(
        &self,
        (key, heading, opening): (&'static str, &'static str, &'static str),
        sorts: &[Sort<'w>],
        wanted: impl Fn(Level) -> bool,
    ) -> Option<ReportPart> {
        let own: Vec<_> = sorts.iter().filter(|sort| wanted(sort.level)).collect();
        let mut entries: Vec<_> = own
            .iter()
            .flat_map(|sort| sort.deeds.all.iter().map(|deed| (deed.at, deed.entry)))
            .collect();
        entries.sort_unstable_by_key(|(at, _)| *at);
        entries.dedup_by_key(|(at, _)| *at);
        let says = self
            .say(opening)
            .count("n", entries.len())
            .by_all(entries.iter().map(|(_, entry)| *entry));
        let mut passages: Vec<Passage> = Vec::new();
        if !own.is_empty() {
            let said = vec![asked(says, self.approaches(&self.ask.of))];
            passages.extend(passage(key, PassageForm::Numbered, said));
        }
        for sort in own {
            if let Some(above) = &sort.above {
                let said = vec![above.clone().into()];
                passages.extend(passage(sort.key, PassageForm::Sub, said));
            }
            passages.extend(self.told(sort));
        }
        part(key, heading, passages)
    }

    /// What was done of one sort, by each State or group of States, under keys of its own.
    fn told(&self, sort: &Sort<'w>) -> Vec<Passage> {
        let mut told = self.with_states_and(&sort.deeds, |deeds| self.days_told(deeds));
        told.extend(self.in_fora(&sort.deeds));
        told.extend(self.with_the_public(&sort.deeds));
        for passage in &mut told {
            passage.key = format!("{}-{}", sort.key, passage.key);
        }
        told
    }

    /// On which days these were, where the record has days of their own for them: those of the whole period
    /// say no more than the heading.
    fn days_told(&self, deeds: &[&Deed<'_>]) -> Option<ReportSentence> {
        let whole = (self.from, self.to);
        let dated: Vec<_> = deeds
            .iter()
            .filter(|deed| deed.days() != whole)
            .filter_map(|deed| Some((deed, deed.one.on.or(deed.one.until)?)))
            .collect();
        let end = |deed: &Deed<'_>, on: PartialDate| deed.one.until.unwrap_or(on);
        let (first, from) = dated.iter().min_by_key(|(deed, _)| deed.days().0)?;
        let (last, to) = dated.iter().max_by_key(|(deed, _)| deed.days().1)?;
        let (from, to) = (*from, end(last, *to));
        let same = dated.iter().all(|(deed, on)| {
            deed.days() == first.days() && (*on, end(deed, *on)) == (from, to)
        });
        let says = match (same, dated.len() == deeds.len()) {
            (true, true) => self
                .say("report-days-same")
                .with("time", Said::Period { from, to }),
            (false, true) => self
                .say("report-days-between")
                .day("first", from)
                .day("last", to),
            (true, false) => self
                .say("report-days-some-same")
                .with("time", Said::Period { from, to }),
            (false, false) => self
                .say("report-days-some")
                .day("first", from)
                .day("last", to),
        };
        let says = says.count("n", dated.len());
        let says = says.by_all(dated.iter().map(|(deed, _)| deed.entry));
        Some(ReportSentence {
            says,
            asks: None::<Asks>,
        })
    }

    /// How many activities of each sort each State took part in; `None`: nobody did anything.
    fn counts_table(&self, sorts: &[Sort<'w>]) -> Option<ReportTable> {
        let all = sorts.iter().flat_map(|sort| &sort.deeds.all);
        let wanted = |id: &ParticipantId| self.ask.of.is_empty() || self.ask.of.contains(id);
        let by = all.flat_map(|deed| deed.by.iter().copied().filter(wanted));
        let by = self.in_order(by);
        let rows = by.into_iter().map(|id| {
            let mut row = vec![vec![Said::States(self.named([id]))]];
            row.extend(sorts.iter().map(|sort| {
                let own = sort.deeds.all.iter().filter(|deed| deed.by.contains(&id));
                let n = u32::try_from(own.count()).unwrap_or(u32::MAX);
                (n > 0).then_some(Said::Number(n)).into_iter().collect()
            }));
            row
        });
        let columns = sorts.iter().map(|sort| (sort.column, 12));
        let columns: Vec<_> = [("report-col-state", 30)]
            .into_iter()
            .chain(columns)
            .collect();
        let heading = self.say("report-annex-counts").with("time", self.period());
        self.table("counts", heading, &columns, true, rows.collect())
    }
}
