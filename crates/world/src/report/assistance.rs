//! Assistance under a treaty: who helped whom, with what, when; help that was asked for and offered; help that was
//! promised. What has no day that places it is told apart, as that.

use std::collections::BTreeMap;

use ledger::EntryRef;
use ledger::body::vocabulary::{ApproachKind, Outcome, PledgeKind, PledgeState, Support};
use ledger::body::{Assistance, Pledge, Side};
use treaty::{PartialDate, ParticipantId};

use super::deeds::{Deed, Deeds};
use super::{Frame, Made, asked, part, passage, vary};
use crate::kinds;
use crate::record::At;
use crate::view::{
    Passage, PassageForm, ReportCell, ReportSentence, ReportTable, Said, Sentence,
};

/// Assistance as a source tells of it.
type Given<'w> = (At, &'w Assistance);

/// What is on record of assistance.
struct Help<'w> {
    /// What was surely given within the days.
    given: Vec<Given<'w>>,
    /// What has no day, or none that says so.
    undated: Vec<Given<'w>>,
    /// Approaches that are help in themselves.
    deeds: Deeds<'w>,
    /// All approaches of the days; in some, help was asked for or offered.
    talks: Deeds<'w>,
}

/// Whether an approach is help in itself.
fn is_help(kind: ApproachKind) -> bool {
    [
        ApproachKind::TechnicalAssistance,
        ApproachKind::Training,
        ApproachKind::SponsorshipTravel,
    ]
    .contains(&kind)
}

impl<'w> Frame<'w> {
    pub(super) fn assistance(&self) -> Made {
        let help = self.help();
        let mut given = Vec::new();
        given.extend(passage(
            "given",
            PassageForm::Numbered,
            self.given_opening(&help),
        ));
        given.extend(self.gave("given", &help.given));
        given.extend(self.in_fora(&help.deeds));
        let mut undated = Vec::new();
        undated.extend(passage(
            "undated",
            PassageForm::Numbered,
            self.undated_opening(&help),
        ));
        undated.extend(self.gave("undated", &help.undated));
        let parts = [
            part("given", "report-part-given", given),
            part("undated", "report-part-undated", undated),
            part("asked", "report-part-asked", self.asked_and_offered(&help)),
            part("promised", "report-part-promised", self.promised_help()),
        ];
        let annexes = [
            self.assistance_table(&help),
            self.deeds_told("help", "report-annex-help", &help.deeds, true),
        ];
        Made {
            by: Vec::new(),
            parts: parts.into_iter().flatten().collect(),
            annexes: annexes.into_iter().flatten().collect(),
        }
    }

    /// Whether one of these is asked for.
    fn is_asked(&self, mut of: impl Iterator<Item = ParticipantId>) -> bool {
        self.ask.of.is_empty() || of.any(|id| self.ask.of.contains(&id))
    }

    fn help(&self) -> Help<'w> {
        let record = &self.world.record;
        let shelf = self.world.shelf.assistance.iter();
        let told = shelf.filter(|&&at| record.counts(at));
        let told = told.filter_map(|&at| Some((at, kinds::assistance(record.body(at))?)));
        let told = told.filter(|(_, one)| {
            one.treaty == self.under.law.id && self.is_asked([one.by].into_iter().chain(one.to))
        });
        let (mut given, mut undated) = (Vec::new(), Vec::new());
        for (at, one) in told {
            let days = one.on.map(|on| (on.earliest(), on.latest()));
            match days {
                Some((first, last)) if self.from <= first && last <= self.to => {
                    given.push((at, one));
                }
                Some((first, last)) if last < self.from || self.to < first => {}
                Some(_) | None => undated.push((at, one)),
            }
        }
        given.sort_by_key(|(at, one)| (one.on, *at));
        let all = Deeds::of(self);
        let ours = |deed: &Deed<'_>| self.is_asked(deed.by.iter().chain(&deed.to).copied());
        let deeds =
            all.only(|deed| (is_help(deed.one.kind) && ours(deed)).then(|| deed.clone()));
        let uncertain = all.uncertain.iter().copied().filter(|&at| {
            let one = kinds::approach(record.body(at)).filter(|one| is_help(one.kind));
            one.is_some_and(|one| {
                let sides = one.by.iter().chain(&one.to);
                self.is_asked(sides.filter_map(|side| side.participant))
            })
        });
        Help {
            given,
            undated,
            deeds: Deeds {
                uncertain: uncertain.collect(),
                ..deeds
            },
            talks: all.only(|deed| ours(deed).then(|| deed.clone())),
        }
    }

    fn given_opening(&self, help: &Help<'w>) -> Vec<ReportSentence> {
        let facts = help.given.iter().map(|(at, _)| self.entry(*at));
        let deeds = help.deeds.all.iter().map(|deed| deed.entry);
        let entries: Vec<_> = facts.chain(deeds).collect();
        let by = help.given.iter().map(|(_, one)| one.by);
        let by = by.chain(
            help.deeds
                .all
                .iter()
                .flat_map(|deed| deed.by.iter().copied()),
        );
        let by = self.in_order(by);
        let key = if by.is_empty() {
            "report-given-others"
        } else {
            "report-given"
        };
        let says = self
            .say(key)
            .count("n", entries.len())
            .states("by", self.named(by))
            .by_all(entries.iter().copied());
        if entries.is_empty() {
            return Vec::new();
        }
        vec![says.into()]
    }

    /// What cannot be said to have been within these days.
    fn undated_opening(&self, help: &Help<'w>) -> Vec<ReportSentence> {
        let mut said = Vec::new();
        let n = help.undated.len();
        if n > 0 {
            let entries = help.undated.iter().map(|(at, _)| self.entry(*at));
            let says = self.say("report-undated").count("n", n).by_all(entries);
            said.push(says.into());
        }
        let n = help.deeds.uncertain.len();
        if n > 0 {
            let entries = help.deeds.uncertain.iter().map(|&at| self.entry(at));
            let says = self.say("report-undated-deeds").count("n", n);
            said.push(asked(says.by_all(entries), self.approaches(&self.ask.of)));
        }
        said
    }

    /// A passage for each State that helped: what it gave on one day in the same words is one sentence.
    fn gave(&self, part: &str, given: &[Given<'w>]) -> Vec<Passage> {
        let by = self.in_order(given.iter().map(|(_, one)| one.by));
        let told = by.into_iter().enumerate().filter_map(|(place, by)| {
            let mut same = BTreeMap::<(Option<PartialDate>, &str), Vec<Given<'w>>>::new();
            for one in given.iter().filter(|(_, one)| one.by == by) {
                let what = (one.1.on, one.1.what.trim());
                same.entry(what).or_default().push(*one);
            }
            let said = same
                .into_iter()
                .enumerate()
                .map(|(at, ((on, what), given))| {
                    self.helped(by, on, what, &given, place + at).into()
                });
            let key = format!("{part}-{}", super::codes(&[by]));
            passage(key, PassageForm::Bullet, said.collect())
        });
        told.collect()
    }

    fn helped(
        &self,
        by: ParticipantId,
        on: Option<PartialDate>,
        what: &str,
        given: &[Given<'w>],
        place: usize,
    ) -> Sentence {
        let to = self.in_order(given.iter().filter_map(|(_, one)| one.to));
        let others = given.iter().filter(|(_, one)| one.to.is_none());
        let mut names: Vec<String> = Vec::new();
        for name in others.filter_map(|(_, one)| one.to_name.clone()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let keys = match (on.is_some(), to.is_empty(), names.is_empty()) {
            (true, false, true) => ["report-helped-a", "report-helped-b"],
            (true, false, false) => ["report-helped-and"; 2],
            (true, true, false) => ["report-helped-others"; 2],
            (true, true, true) => ["report-helped-nobody"; 2],
            (false, false, true) => ["report-helped-undated"; 2],
            (false, false, false) => ["report-helped-and-undated"; 2],
            (false, true, false) => ["report-helped-others-undated"; 2],
            (false, true, true) => ["report-helped-nobody-undated"; 2],
        };
        let says = self
            .say(vary(&keys, place))
            .states("by", self.named([by]))
            .states("to", self.named(to))
            .with("others", Said::Phrases(names))
            .with("what", Said::Quoted(vec![what.to_owned()]))
            .by_all(given.iter().map(|(at, _)| self.entry(*at)));
        match on {
            Some(on) => says.day("day", on),
            None => says,
        }
    }

    /// Help that was asked for or offered in approaches.
    fn asked_and_offered(&self, help: &Help<'w>) -> Vec<Passage> {
        let mut said = Vec::new();
        for deed in &help.talks.all {
            said.extend(self.asked_in(deed));
            said.extend(self.offered_in(deed));
        }
        let told = said.into_iter().enumerate().filter_map(|(at, one)| {
            let key = format!("asked-{}", at + 1);
            passage(key, PassageForm::Numbered, vec![one])
        });
        told.collect()
    }

    fn asked_in(&self, deed: &Deed<'_>) -> Option<ReportSentence> {
        let plain = deed.one.asked.is_empty();
        if plain && !deed.one.outcomes.contains(&Outcome::AssistanceRequested) {
            return None;
        }
        let whom: Vec<_> = deed.whom().map(str::to_owned).collect();
        // Of several, the record does not say which of them asked.
        let key = match (deed.to.len(), whom.is_empty(), plain) {
            (1, _, false) => "report-asked",
            (1, _, true) => "report-asked-plain",
            (0, false, false) => "report-asked-others",
            (0, false, true) => "report-asked-others-plain",
            (_, _, false) => "report-asked-among",
            (_, _, true) => "report-asked-among-plain",
        };
        let says = self
            .said_in(key, deed)
            .with("what", supports(&deed.one.asked))
            .with("whom", Said::Phrases(whom));
        Some(asked(says, self.approaches(&deed.by)))
    }

    fn offered_in(&self, deed: &Deed<'_>) -> Option<ReportSentence> {
        if deed.one.offered.is_empty() {
            return None;
        }
        let names = |side: &&Side| side.participant.is_none();
        let who = deed.one.by.iter().filter(names);
        let who: Vec<_> = who.filter_map(|side| side.name.clone()).collect();
        let whom: Vec<_> = deed.whom().map(str::to_owned).collect();
        let key = match (deed.by.is_empty(), deed.to.is_empty()) {
            (false, false) => "report-offered",
            (false, true) => "report-offered-others",
            (true, false) => "report-offered-by-others",
            (true, true) => return None,
        };
        let says = self
            .said_in(key, deed)
            .with("what", supports(&deed.one.offered))
            .with("who", Said::Phrases(who))
            .with("whom", Said::Phrases(whom));
        Some(asked(says, self.approaches(&deed.by)))
    }

    fn said_in(&self, key: &'static str, deed: &Deed<'_>) -> Sentence {
        let on = deed.one.on.or(deed.one.until);
        let time = on.map_or_else(
            || self.period(),
            |from| Said::Period {
                from,
                to: deed.one.until.unwrap_or(from),
            },
        );
        self.say(key)
            .with("time", time)
            .states("by", self.named(deed.by.iter().copied()))
            .states("to", self.named(deed.to.iter().copied()))
            .by(deed.entry)
    }

    /// Help that was promised within the days, and what became of it.
    fn promised_help(&self) -> Vec<Passage> {
        let record = &self.world.record;
        let shelf = self.world.shelf.pledges.iter();
        let told = shelf.filter(|&&at| record.counts(at));
        let told = told.filter_map(|&at| Some((at, kinds::pledge(record.body(at))?)));
        let mut same = BTreeMap::<_, (Vec<ParticipantId>, Vec<EntryRef>)>::new();
        for (at, one) in told.filter(|(_, one)| self.is_promise_of_help(one)) {
            let what = (one.on, one.what.trim(), one.state);
            let (by, entries) = same.entry(what).or_default();
            by.push(one.by);
            entries.push(self.entry(at));
        }
        let told = same.into_iter().enumerate();
        let told = told.filter_map(|(at, ((on, words, state), (by, entries)))| {
            let what = Said::Keys(vec!["report-promise-assist".to_owned()]);
            let says = self
                .say("report-promised-words")
                .day("day", on?)
                .states("by", self.named(self.in_order(by)))
                .with("what", what)
                .with("words", Said::Quoted(vec![words.to_owned()]))
                .by_all(entries.iter().copied());
            let became = match state {
                PledgeState::Open => None,
                PledgeState::Kept => Some("report-promise-kept"),
                PledgeState::InPart => Some("report-promise-in-part"),
                PledgeState::Lapsed => Some("report-promise-lapsed"),
                PledgeState::Withdrawn => Some("report-promise-withdrawn"),
            };
            let became = became.map(|key| self.say(key).by_all(entries));
            let said = [says].into_iter().chain(became).map(Into::into);
            let key = format!("promised-{}", at + 1);
            passage(key, PassageForm::Numbered, said.collect())
        });
        told.collect()
    }

    fn is_promise_of_help(&self, one: &Pledge) -> bool {
        let within = one
            .on
            .is_some_and(|on| self.from <= on.earliest() && on.latest() <= self.to);
        within
            && one.kind == PledgeKind::Assist
            && one.treaty == self.under.law.id
            && self.is_asked([one.by].into_iter())
    }

    /// Everything that was given, what has no day last; `None`: nothing is on record.
    fn assistance_table(&self, help: &Help<'w>) -> Option<ReportTable> {
        let all = help.given.iter().chain(&help.undated);
        let all: Vec<_> = all.collect();
        let rows = all.iter().map(|(_, one)| {
            let when = match one.on {
                Some(on) => Said::Day(on),
                None => Said::Keys(vec!["report-no-day".to_owned()]),
            };
            let name = one.to_name.clone().filter(|_| one.to.is_none());
            let to = one.to.map(|to| Said::States(self.named([to])));
            vec![
                vec![when],
                vec![Said::States(self.named([one.by]))],
                to.into_iter()
                    .chain(name.map(|name| Said::Phrases(vec![name])))
                    .collect(),
                vec![Said::Quoted(vec![one.what.clone()])],
            ]
        });
        let columns = [
            ("report-col-when", 22),
            ("report-col-gave", 22),
            ("report-col-received", 26),
            ("report-col-help", 34),
        ];
        let heading = self
            .say("report-annex-assistance")
            .with("time", self.period());
        let table = self.table("assistance", heading, &columns, false, rows.collect());
        table.map(|mut table| {
            for (row, (at, _)) in table.rows.iter_mut().zip(&all) {
                if let Some(cell) = row.first_mut() {
                    let holds = std::mem::take(&mut cell.holds);
                    let entries = vec![self.entry(*at)];
                    *cell = ReportCell { holds, entries };
                }
            }
            table
        })
    }
}

fn supports(all: &[Support]) -> Said {
    let keys = all.iter().map(|one| format!("report-support-{one}"));
    Said::Keys(keys.collect())
}
