//! What States owe under a treaty, article by article: who has done it, for whom it was extended, who is late, when it
//! falls due next, and of whom the record does not say. Late is told of those alone of whom a source, or a complete
//! record, says so.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use treaty::PartialDate;
use treaty::clause::When;

use super::owed::{Group, Told, by_due, facts, is_numbered, key_of, named, rule, told};
use super::{Frame, Made, asked, part, passage, vary};
use crate::duty::article_key;
use crate::duty_facts::{find, parts};
use crate::kinds;
use crate::view::{Asks, DutyStanding, Passage, PassageForm, ReportSentence, Said, Sentence};

/// Up to how many States are named where nothing on record is told of them one by one; the annex names all.
const NAMED: usize = 12;
impl Frame<'_> {
    /// What States owe, as it stands at the end of the last day: all of it, or what fell due from the first day on.
    pub(super) fn obligations(&self) -> Made {
        let on = self.to;
        if !self.under.in_force_on(on) {
            return self.not_in_force();
        }
        let window = self.ask.from.map(|from| (from, on));
        let view = self
            .world
            .duties(Some(&self.under.law.id), None, on, window, self.lang);
        let groups = self.groups(&view.duties);
        let mut passages: Vec<Passage> = Vec::new();
        passages.extend(passage(
            "sum",
            PassageForm::Numbered,
            self.sum(&groups).into_iter().collect(),
        ));
        for group in &groups {
            passages.extend(self.article(group));
        }
        passages.extend(passage(
            "nothing",
            PassageForm::Numbered,
            self.silent_articles(&groups).into_iter().collect(),
        ));
        let opened = passage(
            "status",
            PassageForm::Numbered,
            self.totals(on).into_iter().collect(),
        );
        let passages: Vec<_> = opened
            .into_iter()
            .filter(|_| !passages.is_empty())
            .chain(passages.clone())
            .collect();
        Made {
            parts: part("obligations", "report-part-obligations", passages)
                .into_iter()
                .collect(),
            annexes: self.duty_tables(&groups),
            ..Made::default()
        }
    }

    /// Of a treaty that is not in force: that nothing is owed, and what its entry into force needs.
    fn not_in_force(&self) -> Made {
        if self.under.law.duties.is_empty() {
            return Made::default();
        }
        let says = self.say("report-duty-dormant").day("day", self.to);
        let says = says.by(self.entry(self.under.file));
        let mut said = vec![asked(says, Asks::Force { on: self.to })];
        said.extend(self.force(self.to));
        let told = passage("dormant", PassageForm::Numbered, said);
        Made {
            parts: part(
                "obligations",
                "report-part-obligations",
                told.into_iter().collect(),
            )
            .into_iter()
            .collect(),
            ..Made::default()
        }
    }

    /// The rows by duty, in the order of the articles; yearly ones by their day beside.
    fn groups<'r>(&self, rows: &'r [DutyStanding]) -> Vec<Group<'_, 'r>> {
        let mut by = BTreeMap::<_, Vec<_>>::new();
        for row in rows {
            let Some(number) = find(&self.under.law.duties, &row.article) else {
                continue;
            };
            let yearly = matches!(self.under.law.duties[number].when, When::Yearly { .. });
            let key = (
                article_key(&row.article),
                number,
                row.due.filter(|_| yearly),
            );
            by.entry(key).or_default().push((row, told(row)));
        }
        let groups = by
            .into_iter()
            .zip(0..)
            .map(|(((_, number, day), rows), at)| Group {
                at,
                duty: &self.under.law.duties[number],
                day,
                rows,
            });
        groups.collect()
    }

    fn duties_asked(&self) -> Asks {
        Asks::Duties {
            from: self.ask.from,
            on: self.to,
        }
    }

    /// How many of all that have a day stand how.
    fn sum(&self, groups: &[Group<'_, '_>]) -> Option<ReportSentence> {
        let all = groups.iter().flat_map(|group| &group.rows);
        let mut n = BTreeMap::<&'static str, usize>::new();
        for (_, told) in all {
            let name = match told {
                Told::Done => "done",
                Told::Late => "late",
                Told::Extended | Told::Ahead => "ahead",
                Told::LateThen(_) | Told::Heard | Told::Silent => "open",
                Told::PerhapsNot | Told::NotOwed | Told::Nothing => continue,
            };
            *n.entry(name).or_default() += 1;
        }
        if n.is_empty() {
            return None;
        }
        let key = match self.ask.from {
            Some(_) => "report-duty-sum-period",
            None => "report-duty-sum",
        };
        let mut says = self.say(key).day("day", self.to).with(
            "time",
            Said::Period {
                from: self.from.into(),
                to: self.to.into(),
            },
        );
        for name in ["done", "late", "ahead", "open"] {
            says = says.count(name, n.get(name).copied().unwrap_or(0));
        }
        let says = says.count("all", n.values().sum());
        Some(asked(says, self.duties_asked()))
    }

    /// One article: what it asks and by when, and who stands how.
    fn article(&self, group: &Group<'_, '_>) -> Vec<Passage> {
        let bullets = self.bullets(group);
        if bullets.is_empty() {
            return Vec::new();
        }
        let key = key_of(group);
        let (numbered, yearly) = (is_numbered(&group.duty.article), group.day);
        let says = match (numbered, yearly) {
            (true, None) => self.say("report-duty"),
            (true, Some(day)) => self.say("report-duty-year").day("day", day),
            (false, None) => self.say("report-duty-heading"),
            (false, Some(day)) => self.say("report-duty-heading-year").day("day", day),
        };
        let what = crate::duty::what(group.duty, self.lang).replace('\'', "’");
        let says = says
            .text("article", group.duty.article.as_str())
            .text("duty", what)
            .by(self.entry(self.under.file));
        let mut head = vec![asked(says, self.duties_asked())];
        head.extend(rule(&group.duty.when).map(ReportSentence::from));
        let who = group.duty.who.iter();
        head.extend(who.map(|who| {
            let who = Said::Phrases(vec![who.clone()]);
            Sentence::new("report-duty-who").with("who", who).into()
        }));
        if group.duty.political {
            head.push(Sentence::new("report-duty-political").into());
        }
        let mut passages = vec![Passage {
            key: key.clone(),
            form: PassageForm::Sub,
            sentences: head,
        }];
        let bullets = bullets.into_iter();
        passages.extend(bullets.filter_map(|(name, said)| {
            passage(format!("{key}-{name}"), PassageForm::Bullet, said)
        }));
        passages
    }

    fn bullets(&self, group: &Group<'_, '_>) -> Vec<(&'static str, Vec<ReportSentence>)> {
        let bullets = [
            ("done", self.done(group)),
            ("extended", self.extended(group)),
            ("late", self.late(group)),
            ("heard", self.heard(group)),
            ("silent", self.silent(group)),
            ("ahead", self.ahead(group)),
            ("not-owed", self.not_owed(group)),
            ("all", self.said_of_all(group)),
        ];
        bullets
            .into_iter()
            .filter(|(_, said)| !said.is_empty())
            .collect()
    }

    fn done(&self, group: &Group<'_, '_>) -> Vec<ReportSentence> {
        let done = group.rows_of(|told| told == Told::Done);
        if done.is_empty() {
            return Vec::new();
        }
        let key = match (group.day, done.len() <= NAMED) {
            (None, true) => "report-duty-done",
            (None, false) => "report-duty-done-many",
            (Some(_), true) => "report-duty-report-done",
            (Some(_), false) => "report-duty-report-done-many",
        };
        let mut said = vec![self.of_rows(key, &done).into()];
        let after: Vec<_> = done
            .into_iter()
            .filter(|row| row.margin.is_some_and(|margin| margin.most.days < 0))
            .collect();
        if !after.is_empty() {
            said.push(self.of_rows("report-duty-done-after", &after).into());
        }
        said
    }

    fn extended(&self, group: &Group<'_, '_>) -> Vec<ReportSentence> {
        let rows = group.rows_of(|told| told == Told::Extended);
        let by_day = by_due(rows);
        let said = by_day.into_iter().map(|(due, rows)| {
            let says = self.of_rows("report-duty-extended", &rows);
            says.day("due", due).into()
        });
        said.collect()
    }

    fn late(&self, group: &Group<'_, '_>) -> Vec<ReportSentence> {
        let mut said = Vec::new();
        let late = group.rows_of(|told| told == Told::Late);
        if !late.is_empty() {
            said.push(self.of_rows("report-duty-late", &late).into());
        }
        let mut then = BTreeMap::<PartialDate, Vec<&DutyStanding>>::new();
        for (row, told) in &group.rows {
            if let Told::LateThen(day) = told {
                then.entry(*day).or_default().push(row);
            }
        }
        let known = then.is_empty();
        said.extend(then.into_iter().zip(0..).map(|((day, rows), at)| {
            let keys = ["report-duty-late-then-a", "report-duty-late-then-b"];
            let says = self.of_rows(vary(&keys, at), &rows);
            says.day("seen", day).into()
        }));
        said.extend((!known).then(|| Sentence::new("report-duty-late-since").into()));
        said
    }

    /// Those of whom something is on record, with what was last said.
    fn heard(&self, group: &Group<'_, '_>) -> Vec<ReportSentence> {
        let mut same = BTreeMap::<_, Vec<&DutyStanding>>::new();
        for row in group.rows_of(|told| told == Told::Heard) {
            let last = row.observed.last().map_or("", String::as_str);
            same.entry((row.due, last)).or_default().push(row);
        }
        let dated = same.iter().filter(|((due, _), _)| due.is_some());
        let n = dated.map(|(_, rows)| rows.len()).sum();
        let mut said = Vec::new();
        if n > 0 {
            said.push(self.say("report-duty-heard").count("n", n).into());
        }
        said.extend(same.into_iter().map(|((due, what), rows)| {
            let says = match due {
                Some(due) => self.of_rows("report-duty-heard-due", &rows).day("due", due),
                None => self.of_rows("report-duty-heard-undated", &rows),
            };
            let what = Said::Quoted(vec![what.to_owned()]);
            ReportSentence::from(says.with("what", what))
        }));
        said
    }

    fn silent(&self, group: &Group<'_, '_>) -> Vec<ReportSentence> {
        let silent = group.rows_of(|told| told == Told::Silent);
        let perhaps = group.rows_of(|told| told == Told::PerhapsNot);
        let mut said = Vec::new();
        if !silent.is_empty() {
            let alone = silent.len() == group.rows.len();
            let key = match (group.day, silent.len() <= NAMED, alone) {
                (Some(_), _, true) => "report-duty-silent-all",
                (_, true, _) => "report-duty-silent",
                (_, false, _) => vary(
                    &["report-duty-silent-many-a", "report-duty-silent-many-b"],
                    group.at,
                ),
            };
            let says = self.say(key).count("n", silent.len());
            let says = says.states("states", named(&silent));
            said.push(asked(says, self.duties_asked()));
        }
        // Of a duty of a few, nothing is told of the many of whom nothing is.
        let others = group
            .rows
            .iter()
            .any(|(_, told)| !matches!(told, Told::PerhapsNot | Told::Nothing));
        if !perhaps.is_empty() && others {
            let says = self.say("report-duty-perhaps").count("n", perhaps.len());
            said.push(asked(says, self.duties_asked()));
        }
        said
    }

    /// When it falls due next: within two years by day, and how much later for the others.
    fn ahead(&self, group: &Group<'_, '_>) -> Vec<ReportSentence> {
        let soon = self.to.saturating_add(2.years());
        let (soon, later): (Vec<_>, Vec<_>) = by_due(group.rows_of(|told| told == Told::Ahead))
            .into_iter()
            .partition(|(due, _)| *due <= soon);
        let by_file = self.entry(self.under.file);
        let mut said: Vec<_> = soon
            .into_iter()
            .map(|(due, rows)| {
                let key = match (group.day, rows.len() <= NAMED) {
                    (_, true) => "report-duty-ahead",
                    (None, false) => "report-duty-ahead-many",
                    (Some(_), false) => "report-duty-ahead-year",
                };
                let says = self.say(key).count("n", rows.len()).day("due", due);
                let says = says.states("states", named(&rows)).by(by_file);
                asked(says, self.duties_asked())
            })
            .collect();
        if let (Some((first, _)), Some((last, _))) = (later.first(), later.last()) {
            let n = later.iter().map(|(_, rows)| rows.len()).sum();
            let says = self.say("report-duty-later").count("n", n);
            let (from, to) = ((*first).into(), (*last).into());
            let says = says.with("time", Said::Period { from, to }).by(by_file);
            said.push(asked(says, self.duties_asked()));
        }
        said
    }

    fn not_owed(&self, group: &Group<'_, '_>) -> Vec<ReportSentence> {
        let rows = group.rows_of(|told| told == Told::NotOwed);
        let says = (!rows.is_empty()).then(|| self.of_rows("report-duty-not-owed", &rows));
        says.into_iter().map(ReportSentence::from).collect()
    }

    /// What a source last said of all States together; of a yearly duty nothing, for it does not say of which year.
    fn said_of_all(&self, group: &Group<'_, '_>) -> Vec<ReportSentence> {
        let article = parts(&group.duty.article);
        let told = self.under.statements.iter().filter_map(|&at| {
            let seen = kinds::observation(self.world.record.body(at))?;
            let on = seen.on.filter(|on| on.latest() <= self.to)?;
            let here = parts(&seen.article) == article && self.world.record.counts(at);
            (here && on.earliest() >= self.ask.from.unwrap_or(Date::MIN))
                .then_some((on, at, &seen.what))
        });
        let last = told.max_by_key(|(on, at, _)| (*on, *at));
        let last = last.filter(|_| group.day.is_none());
        let said = last.map(|(on, at, what)| {
            let says = self.say("report-duty-said-of-all").day("day", on);
            let what = Said::Quoted(vec![what.clone()]);
            says.with("what", what).by(self.entry(at)).into()
        });
        said.into_iter().collect()
    }

    /// Articles on which there is nothing to tell.
    fn silent_articles(&self, groups: &[Group<'_, '_>]) -> Option<ReportSentence> {
        let silent = groups.iter().filter(|group| self.bullets(group).is_empty());
        // What stands behind a comma says which of an article's duties it is.
        let articles = silent.map(|group| match group.duty.article.split_once(", ") {
            Some((article, which)) => format!("{article} ({which})"),
            None => group.duty.article.clone(),
        });
        let mut articles: Vec<_> = articles.collect();
        articles.dedup();
        if articles.is_empty() {
            return None;
        }
        let says = self
            .say("report-duty-nothing")
            .count("n", articles.len())
            .with("articles", Said::Names(articles))
            .by(self.entry(self.under.file));
        Some(asked(says, self.duties_asked()))
    }

    /// A sentence on the participants of rows, with the facts on them.
    fn of_rows(&self, key: &'static str, rows: &[&DutyStanding]) -> Sentence {
        let says = self.say(key).count("n", rows.len()).day("day", self.to);
        let says = says.states("states", named(rows));
        says.by_all(rows.iter().flat_map(|row| facts(row)))
    }
}
