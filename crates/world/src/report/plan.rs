//! An action plan: what it aimed at beside where the treaty stands, who spoke on it by its name, and its actions as far as
//! their texts are on record.

use jiff::civil::Date;
use ledger::body::{Plan, PlanAction};
use treaty::{Lang, ParticipantId};

use super::tables::{columns_of, holds, without_empty};
use super::{Frame, Made, asked, part, passage, vary};
use crate::kinds;
use crate::record::At;
use crate::view::{
    Asks, Passage, PassageForm, ReportCell, ReportRefused, ReportSentence, ReportTable, Said,
};

/// A plan with its actions, in the order of their numbers.
struct Told<'w> {
    at: At,
    plan: &'w Plan,
    actions: Vec<(At, &'w PlanAction)>,
}

impl<'w> Frame<'w> {
    /// The plan that is named, or the last adopted by the day; more than one where they were adopted together.
    pub(super) fn plan(&self) -> Result<Made, ReportRefused> {
        let mut made = Made::default();
        for told in self.plans()? {
            let mut passages = self.aim_of(&told);
            passages.extend(self.spoke_on(&told));
            passages.extend(self.actions_of(&told));
            made.parts
                .extend(part("plan", "report-part-plan", passages).map(|mut one| {
                    let plan = phrase(&told.plan.title);
                    one.heading = one.heading.with("plan", plan);
                    one.key = format!("plan-{}", told.plan.plan);
                    one
                }));
            made.annexes.extend(self.action_table(&told));
        }
        Ok(made)
    }

    fn plans(&self) -> Result<Vec<Told<'w>>, ReportRefused> {
        let all = self.world.told_plans(Some(&self.under.law.id));
        let adopted = |plan: &Plan| plan.adopted.filter(|on| on.latest() <= self.to);
        let chosen: Vec<_> = match &self.ask.plan {
            Some(name) => {
                let named = all.into_iter().filter(|(_, plan)| plan.plan == *name);
                let named: Vec<_> = named.collect();
                if named.is_empty() {
                    return Err(ReportRefused::NoPlan);
                }
                named
            }
            None => {
                let counted = all.into_iter();
                let counted = counted.filter(|(at, _)| self.world.record.counts(*at));
                let counted: Vec<_> = counted.collect();
                let last = counted.iter().filter_map(|(_, plan)| adopted(plan)).max();
                let last = counted
                    .into_iter()
                    .filter(|(_, plan)| last.is_some() && adopted(plan) == last);
                last.collect()
            }
        };
        let told = chosen.into_iter().map(|(at, plan)| Told {
            at,
            plan,
            actions: self.world.told_actions(plan),
        });
        Ok(told.collect())
    }

    /// When it was adopted and until when it runs, what it set as its goal, and where the treaty stands.
    fn aim_of(&self, told: &Told<'_>) -> Vec<Passage> {
        let plan = told.plan;
        let mut said = Vec::new();
        if let Some(on) = plan.adopted {
            let says = self.say("report-plan-adopted").day("day", on);
            said.push(says.by(self.entry(told.at)).into());
        }
        if let Some(until) = &plan.until {
            let until = phrase(until);
            let says = self.say("report-plan-until").with("until", until);
            said.push(says.by(self.entry(told.at)).into());
        }
        if let Some(doubt) = self.world.doubt(told.at) {
            let why = Said::Quoted(vec![doubt]);
            said.push(self.say("report-plan-doubt").with("why", why).into());
        }
        let later = self.world.told_plans(Some(&plan.treaty)).into_iter();
        let later = later.filter(|(at, other)| {
            let after = other.adopted.zip(plan.adopted);
            let after = after.is_some_and(|(on, ours)| on > ours && on.latest() <= self.to);
            after && self.world.record.counts(*at)
        });
        if let Some((at, next)) = later.min_by_key(|(_, other)| other.adopted)
            && let Some(on) = next.adopted
        {
            let says = self.say("report-plan-followed").day("day", on);
            let says = says.with("plan", phrase(&next.title));
            said.push(says.by(self.entry(at)).into());
        }
        let mut passages: Vec<_> = passage("plan", PassageForm::Numbered, said)
            .into_iter()
            .collect();
        passages.extend(passage("goal", PassageForm::Numbered, self.goal_of(told)));
        passages
    }

    /// The goal and how far the treaty is from it; who joined since the plan was adopted.
    fn goal_of(&self, told: &Told<'_>) -> Vec<ReportSentence> {
        let mut said = Vec::new();
        if let Some(goal) = &told.plan.goal {
            let says = match goal.by {
                Some(by) => self.say("report-plan-goal-by").day("by", by),
                None => self.say("report-plan-goal"),
            };
            let says = says.with("n", Said::Number(goal.parties));
            said.push(says.by(self.entry(told.at)).into());
            let ended = goal.by.map(|by| by.latest());
            let ended = ended.filter(|ended| *ended < self.to);
            for (on, key) in [
                (ended, "report-plan-stood-then"),
                (Some(self.to), "report-plan-stood"),
            ] {
                said.extend(on.and_then(|on| self.beside(key, goal.parties, on)));
            }
        }
        if let Some(adopted) = told.plan.adopted.map(|on| on.latest()) {
            said.extend(self.since(adopted));
        }
        said
    }

    /// How many parties there were on a day, beside how many there were to be.
    fn beside(&self, key: &'static str, goal: u32, on: Date) -> Option<ReportSentence> {
        let treaty = &self.under.law.id;
        let view = self.world.status_in_brief(treaty, on, self.lang)?;
        let parties = view.counts.parties;
        let says = self.say(key).day("day", on);
        let says = says
            .with("parties", Said::Number(parties))
            .with("short", Said::Number(goal.saturating_sub(parties)));
        Some(asked(says, Asks::Status { on }))
    }

    /// Who joined and who left between the adoption and the day.
    fn since(&self, adopted: Date) -> Vec<ReportSentence> {
        let from = adopted.tomorrow().unwrap_or(adopted);
        if from > self.to {
            return Vec::new();
        }
        let bonds = || self.under.bonds.iter().map(|bond| bond.by);
        let joined =
            bonds().filter(|&id| !self.had_joined(id, adopted) && self.had_joined(id, self.to));
        let left =
            bonds().filter(|&id| self.had_joined(id, adopted) && !self.had_joined(id, self.to));
        let (joined, left): (Vec<_>, Vec<_>) = (joined.collect(), left.collect());
        let changes = self
            .world
            .changes(Some(&self.under.law.id), from, self.to, self.lang);
        let asks = Asks::Changes { from, to: self.to };
        let say = |key: &'static str, states: &[ParticipantId]| {
            let acts = changes.acts.iter();
            let acts = acts.filter(|act| states.contains(&act.iso3));
            let says = self.say(key).count("n", states.len());
            let says = says
                .states("states", self.named(self.in_order(states.iter().copied())))
                .by_all(acts.map(|act| act.source.entry));
            asked(says, asks.clone())
        };
        let mut said = Vec::new();
        if !joined.is_empty() {
            said.push(say("report-plan-joined", &joined));
        }
        if !left.is_empty() {
            said.push(say("report-plan-left", &left));
        }
        said
    }

    /// Statements by the day whose titles name the plan.
    fn spoke_on(&self, told: &Told<'_>) -> Option<Passage> {
        let shelf = self.world.shelf.statements.iter();
        let spoken =
            shelf.filter_map(|&at| Some((at, kinds::statement(self.world.record.body(at))?)));
        let named = spoken.filter(|(at, one)| {
            let title = one.title.as_deref().unwrap_or_default();
            let names = title.contains(&told.plan.title);
            let here = one.treaty == told.plan.treaty && one.on.latest() <= self.to;
            names && here && self.world.record.counts(*at)
        });
        let mut named: Vec<_> = named.collect();
        named.sort_by_key(|(at, one)| (one.on, *at));
        let said = named.into_iter().zip(0..).map(|((at, one), n)| {
            let keys = ["report-plan-said-a", "report-plan-said-b"];
            let title = Said::Quoted(one.title.iter().cloned().collect());
            let says = self.say(vary(&keys, n)).day("day", one.on);
            let says = says.states("by", self.named([one.by])).with("title", title);
            says.by(self.entry(at)).into()
        });
        passage("statements", PassageForm::Numbered, said.collect())
    }

    /// The actions: how many, what those ask whose texts are on record, and which are not.
    fn actions_of(&self, told: &Told<'_>) -> Vec<Passage> {
        let read = |one: &&(At, &PlanAction)| one.1.text.is_some();
        let sure = |one: &&(At, &PlanAction)| self.world.record.counts(one.0);
        let all = &told.actions;
        if all.is_empty() {
            return Vec::new();
        }
        let unread: Vec<_> = all.iter().filter(|one| !read(one)).collect();
        let says = self
            .say("report-plan-actions")
            .count("n", all.len())
            .count("unread", unread.len())
            .with("numbers", numbers(unread, all));
        let mut said = vec![ReportSentence::from(says.by(self.entry(told.at)))];
        let doubted = all.iter().filter(read).filter(|one| !sure(one));
        let doubted: Vec<_> = doubted.collect();
        if !doubted.is_empty() {
            let says = self.say("report-plan-doubted").count("n", doubted.len());
            said.push(says.with("numbers", numbers(doubted, all)).into());
        }
        let mut passages: Vec<_> = passage("actions", PassageForm::Numbered, said)
            .into_iter()
            .collect();
        let sure: Vec<_> = all.iter().filter(read).filter(sure).collect();
        for section in sure.chunk_by(|one, next| one.1.theme == next.1.theme) {
            passages.extend(self.section(section));
        }
        passages
    }

    /// The actions of one section; a day that they have in common is said once.
    fn section(&self, actions: &[&(At, &PlanAction)]) -> Vec<Passage> {
        let Some((at, first)) = actions.first() else {
            return Vec::new();
        };
        let says = match &first.theme {
            Some(theme) => self.say("report-plan-theme").with("theme", phrase(theme)),
            None => self.say("report-plan-no-theme"),
        };
        let mut head = vec![says.by(self.entry(*at)).into()];
        let one_due = actions.iter().all(|(_, one)| one.due == first.due);
        let common = first.due.as_ref().filter(|_| one_due);
        head.extend(common.map(|due| self.due(*at, due)));
        let key = format!("section-{}", first.number);
        let mut passages: Vec<_> = passage(key, PassageForm::Sub, head).into_iter().collect();
        for (at, one) in actions {
            let mut said = self.action(*at, one);
            let due = one.due.as_ref().filter(|_| !one_due);
            said.extend(due.map(|due| self.due(*at, due)));
            let key = format!("action-{}", one.number);
            passages.extend(passage(key, PassageForm::Bullet, said));
        }
        passages
    }

    fn due(&self, at: At, due: &str) -> ReportSentence {
        let says = self.say("report-plan-due").with("due", phrase(due));
        says.by(self.entry(at)).into()
    }

    /// What the record has in words of its own, which are English: told as they are in English, else in the
    /// reader's language where the catalogue has them, and quoted where not.
    fn own(&self, text: &str) -> Said {
        match self.lang {
            Lang::Fr => phrase(text),
            Lang::En | Lang::Ar | Lang::Es | Lang::Ru | Lang::Zh => Said::Text(text.to_owned()),
        }
    }

    fn action(&self, at: At, one: &PlanAction) -> Vec<ReportSentence> {
        let mut said = Vec::new();
        if let Some(text) = &one.text {
            let says = self
                .say("report-plan-action")
                .text("number", one.number.as_str());
            said.push(says.with("text", self.own(text)).by(self.entry(at)).into());
        }
        if let Some(indicator) = &one.indicator {
            let says = self.say("report-plan-indicator");
            let says = says.with("text", self.own(indicator));
            said.push(says.by(self.entry(at)).into());
        }
        said
    }

    /// Every action of a plan, those in doubt marked.
    fn action_table(&self, told: &Told<'_>) -> Option<ReportTable> {
        let own = |text: &Option<String>| {
            let text = text.iter().map(|text| self.own(text));
            text.collect::<Vec<_>>()
        };
        let rows = told.actions.iter().map(|(at, one)| {
            let mut text = own(&one.text);
            let marked = match (&one.text, self.world.record.counts(*at)) {
                (None, _) => Some("report-cell-unread"),
                (Some(_), false) => Some("report-cell-doubted"),
                (Some(_), true) => None,
            };
            text.extend(marked.map(|key| Said::Keys(vec![key.to_owned()])));
            vec![
                ReportCell {
                    holds: vec![Said::Text(one.number.clone())],
                    entries: vec![self.entry(*at)],
                },
                holds(own(&one.theme)),
                holds(text),
                holds(own(&one.indicator)),
                holds(own(&one.due)),
            ]
        });
        let columns = [
            ("report-col-action", 10),
            ("report-col-theme", 18),
            ("report-col-asks", 38),
            ("report-col-indicator", 22),
            ("report-col-due", 16),
        ];
        let heading = self.say("report-annex-plan");
        let table = ReportTable {
            key: "plan",
            heading: heading.with("plan", phrase(&told.plan.title)),
            columns: columns_of(&columns),
            by_state: false,
            rows: rows.collect(),
        };
        (!table.rows.is_empty()).then(|| without_empty(table))
    }
}

/// The numbers of some among all.
fn numbers(some: Vec<&(At, &PlanAction)>, all: &[(At, &PlanAction)]) -> Said {
    let some: Vec<_> = some.iter().map(|(_, one)| one.number.as_str()).collect();
    let all: Vec<_> = all.iter().map(|(_, one)| one.number.as_str()).collect();
    Said::Names(runs(&some, &all))
}

fn phrase(words: &str) -> Said {
    Said::Phrases(vec![words.to_owned()])
}

/// Numbers that follow each other among all, from the first to the last: `4–8`.
fn runs(some: &[&str], all: &[&str]) -> Vec<String> {
    let mut runs: Vec<Vec<&str>> = Vec::new();
    let mut before = false;
    for number in all {
        let told = some.contains(number);
        match (before, runs.last_mut()) {
            (true, Some(run)) if told => run.push(number),
            (true | false, _) if told => runs.push(vec![number]),
            (true | false, _) => {}
        }
        before = told;
    }
    let said = runs.into_iter().flat_map(|run| match run.as_slice() {
        [first, _, .., last] => vec![format!("{first}–{last}")],
        few => few.iter().map(|one| (*one).to_owned()).collect(),
    });
    said.collect()
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn numbers_that_follow_each_other_are_told_from_the_first_to_the_last() {
        let all = ["1", "2", "3", "4", "5", "6", "7"];
        assert_eq!(runs(&["1", "2", "4", "5", "6"], &all), ["1", "2", "4–6"]);
        assert_eq!(runs(&all, &all), ["1–7"]);
        assert!(runs(&[], &all).is_empty());
    }
}
