//! The report of those who hold an office under a treaty: what changed, what was done for it, what is open, who
//! comes next.

use ledger::body::CampaignAim;

use super::deeds::{Deeds, Topic};
use super::{Frame, Made, asked, part, passage};
use crate::kinds;
use crate::view::{Asks, Passage, PassageForm, ReportPart, ReportSentence, Said};

impl Frame<'_> {
    /// What those who held the office of coordinator or president of the treaty, and others, did for it
    /// between the two days, and what came about.
    pub(super) fn progress(&self) -> Made {
        let deeds = Deeds::of(self);
        let tenure = self.tenure();
        let mut opening = tenure.sentences;
        opening.extend(self.acts());
        opening.extend(self.totals(self.to));
        let mut status: Vec<_> = passage("status", PassageForm::Numbered, opening)
            .into_iter()
            .collect();
        status.extend(passage("force", PassageForm::Numbered, self.force(self.to)));
        let parts = [
            part("status", "report-part-status", status),
            self.activities(&deeds),
            part("open", "report-part-open", self.open(&deeds)),
            part("handover", "report-part-handover", self.handover()),
        ];
        let annexes = self.status_table(self.to).into_iter();
        Made {
            by: tenure.by,
            parts: parts.into_iter().flatten().collect(),
            annexes: annexes.chain(self.deeds_table(&deeds)).collect(),
        }
    }

    fn activities(&self, deeds: &Deeds<'_>) -> Option<ReportPart> {
        if deeds.all.is_empty() && deeds.uncertain.is_empty() {
            return None;
        }
        let mut passages: Vec<Passage> = Vec::new();
        passages.extend(passage(
            "activities",
            PassageForm::Numbered,
            self.opening(deeds),
        ));
        let mut approaches = self.with_states(deeds);
        approaches.extend(passage("join", PassageForm::Bullet, self.join(deeds)));
        let parts = [
            ("approaches", "report-sub-approaches", approaches),
            ("fora", "report-sub-fora", self.in_fora(deeds)),
            (
                "awareness",
                "report-sub-awareness",
                self.with_the_public(deeds),
            ),
            ("others", "report-sub-others", self.of_others(deeds)),
        ];
        for (key, heading, bullets) in parts {
            if bullets.is_empty() {
                continue;
            }
            passages.push(Passage {
                key: key.to_owned(),
                form: PassageForm::Sub,
                sentences: vec![self.say(heading).into()],
            });
            passages.extend(bullets);
        }
        passages.extend(passage(
            "uncertain",
            PassageForm::Numbered,
            self.uncertain(deeds),
        ));
        part("activities", "report-part-activities", passages)
    }

    fn opening(&self, deeds: &Deeds<'_>) -> Vec<ReportSentence> {
        let told = deeds
            .all
            .iter()
            .filter(|deed| !matches!(deed.topic(), Topic::Inside));
        let n = told.count();
        let mut said = Vec::new();
        if n > 0 {
            let says = self.say("report-activities").count("n", n);
            said.push(asked(says, self.approaches(&[])));
        }
        said.extend(self.aim());
        said
    }

    /// What the campaigns of these days aim at, where one is on record.
    fn aim(&self) -> Vec<ReportSentence> {
        let shelf = self.world.shelf.campaigns.iter();
        let told = shelf
            .filter(|&&at| self.world.record.counts(at))
            .filter_map(|&at| Some((at, kinds::campaign(self.world.record.body(at))?)));
        let here = told.filter(|(_, one)| {
            one.treaties.first() == Some(&self.under.law.id)
                && !one.by.is_empty()
                && one.from.is_some_and(|from| from.latest() <= self.to)
                && one.until.is_none_or(|until| until.earliest() >= self.from)
        });
        let said = here.map(|(at, one)| {
            let says = match &one.aim {
                CampaignAim::EntryIntoForce => self.say("report-aim-force"),
                CampaignAim::Consents(n) => {
                    self.say("report-aim-consents").with("n", Said::Number(*n))
                }
                CampaignAim::Everybody => self.say("report-aim-everybody"),
                CampaignAim::Group(group) => self
                    .say("report-aim-group")
                    .with("group", Said::Group(group.clone())),
                CampaignAim::These(these) => self
                    .say("report-aim-these")
                    .states("states", self.named(these.iter().copied())),
            };
            let by = self.in_order(one.by.iter().copied());
            says.states("by", self.named(by)).by(self.entry(at)).into()
        });
        said.collect()
    }

    /// What cannot be said to have been within these days, for its own are not known well enough.
    fn uncertain(&self, deeds: &Deeds<'_>) -> Vec<ReportSentence> {
        let n = deeds.uncertain.len();
        if n == 0 {
            return Vec::new();
        }
        let entries = deeds.uncertain.iter().map(|&at| self.entry(at));
        let says = self.say("report-uncertain").count("n", n);
        let asks = Asks::Approaches {
            by: None,
            from: self.from,
            to: self.to,
        };
        vec![asked(says.by_all(entries), asks)]
    }
}
