//! What the pages of campaigns say: columns, aims, goals.

use std::borrow::Cow;
use std::fmt::Display;

use askama::Template;
use askama::filters::HtmlSafe;
use ledger::body::CampaignAim;
use treaty::TreatyId;
use words::List;
use world::view::{
    BoardColumn, CampaignSummary, ContactView, Held, Pairing, StageDiffers, StageView,
};

use crate::frame::Frame;

/// A column, with its letter and pattern.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<span class="st sg-{{ class }}"><b aria-hidden="true">{{ letter }}</b> <span>{{ label }}</span></span>"#
)]
pub(crate) struct ColumnChip<'p> {
    class: &'static str,
    letter: Cow<'p, str>,
    label: Cow<'p, str>,
}

impl HtmlSafe for ColumnChip<'_> {}

/// The word of a column in data, styles and keys.
pub(crate) fn word(column: &BoardColumn) -> &'static str {
    match column {
        BoardColumn::NotContacted => "not_contacted",
        BoardColumn::Contacted => "contacted",
        BoardColumn::Aware => "aware",
        BoardColumn::Interested => "interested",
        BoardColumn::ProcessOpen => "process_open",
        BoardColumn::Parliament => "parliament",
        BoardColumn::Approved => "approved",
        BoardColumn::Deposited => "deposited",
        BoardColumn::Stalled => "stalled",
        BoardColumn::Blocked => "blocked",
        BoardColumn::Withdrew => "withdrew",
    }
}

/// The key of what a stage and the record beside it do not agree on.
pub(crate) fn differs(differs: &StageDiffers) -> &'static str {
    match differs {
        StageDiffers::NoDeposit => "campaign-differs-no-deposit",
        StageDiffers::Contacted => "campaign-differs-contacted",
        StageDiffers::Deposited => "campaign-differs-deposited",
    }
}

/// The keys of a group of States: its heading and what it says.
pub(crate) fn pairing(pairing: Pairing) -> (&'static str, &'static str) {
    match pairing {
        Pairing::ApproachedActed => ("approached_acted", "campaign-pair-both"),
        Pairing::ApproachedActedUndated => {
            ("approached_acted_undated", "campaign-pair-both-undated")
        }
        Pairing::ApproachedOnly => ("approached_only", "campaign-pair-approached"),
        Pairing::ActedApproachedOtherwise => {
            ("acted_approached_otherwise", "campaign-pair-otherwise")
        }
        Pairing::ActedOnly => ("acted_only", "campaign-pair-acted"),
        Pairing::Neither => ("neither", "campaign-pair-neither"),
    }
}

/// The key of whether an office is held.
pub(crate) fn held(held: Held) -> &'static str {
    match held {
        Held::Now => "campaign-held-now",
        Held::Ahead => "campaign-held-ahead",
        Held::Unknown => "campaign-held-unknown",
        Held::Past => "campaign-held-past",
    }
}

impl Frame {
    /// The address of a campaign.
    pub(crate) fn campaign(&self, campaign: &CampaignSummary) -> String {
        format!("/campaigns/{}", self.part(&campaign.campaign))
    }

    /// The campaigns under a treaty: address and title. Without any, that of the treaty itself.
    pub(crate) fn campaigns_of(&self, treaty: &TreatyId) -> Vec<(String, String)> {
        let told = self.world.campaigns_under(treaty).into_iter();
        let told: Vec<_> = told
            .map(|(name, title)| (format!("/campaigns/{}", self.part(name)), title.to_owned()))
            .collect();
        if told.is_empty() {
            let own = self.t("treaty-campaign").into_owned();
            return vec![(format!("/campaigns/{treaty}"), own)];
        }
        told
    }

    /// A column in words.
    pub(crate) fn column(&self, column: &BoardColumn) -> Cow<'_, str> {
        let class = word(column);
        match column {
            BoardColumn::NotContacted | BoardColumn::Contacted => {
                self.w.text(&format!("campaign-column-{class}"))
            }
            BoardColumn::Aware
            | BoardColumn::Interested
            | BoardColumn::ProcessOpen
            | BoardColumn::Parliament
            | BoardColumn::Approved
            | BoardColumn::Deposited
            | BoardColumn::Stalled
            | BoardColumn::Blocked
            | BoardColumn::Withdrew => self.w.code(List::Stage, &class),
        }
    }

    pub(crate) fn column_chip(&self, column: &BoardColumn) -> ColumnChip<'_> {
        let class = word(column);
        ColumnChip {
            class,
            letter: self.w.text(&format!("campaign-letter-{class}")),
            label: self.column(column),
        }
    }

    /// What a campaign wants, in a sentence.
    pub(crate) fn aim(&self, campaign: &CampaignSummary) -> String {
        let short = ("short", campaign.short.as_str().into());
        match &campaign.aim {
            CampaignAim::EntryIntoForce => self.with("campaign-aim-force", &[short]),
            CampaignAim::Consents(n) => {
                self.with("campaign-aim-consents", &[short, ("n", (*n).into())])
            }
            CampaignAim::Everybody => self.with("campaign-aim-everybody", &[short]),
            CampaignAim::Group(group) => self.with(
                "campaign-aim-group",
                &[short, ("group", self.group(group).into_owned().into())],
            ),
            CampaignAim::These(these) => {
                let n = these.len().into();
                self.with("campaign-aim-these", &[short, ("n", n)])
            }
        }
    }

    /// Whether the number that is wanted is one of the treaty's own rule.
    pub(crate) fn is_by_rule(&self, campaign: &CampaignSummary) -> bool {
        campaign.aim == CampaignAim::EntryIntoForce
    }

    /// How far it is, in a sentence.
    pub(crate) fn goal(&self, campaign: &CampaignSummary) -> String {
        let goal = &campaign.goal;
        let day = ("on", self.long(&self.on).into());
        match goal.distance {
            _ if goal.met => self.with("campaign-goal-met", &[day]),
            Some(n) => self.with("campaign-goal-distance", &[day, ("n", n.into())]),
            None => self.with("campaign-goal-unknown", &[day]),
        }
    }

    /// A contact in a few words: kind, and who made it.
    pub(crate) fn contact(&self, contact: &ContactView) -> String {
        let kind = self.w.code(List::Kind, &contact.kind);
        if contact.by.is_empty() {
            return kind.into_owned();
        }
        self.with(
            "campaign-contact",
            &[
                ("kind", kind.into_owned().into()),
                ("by", contact.by.join(", ").into()),
            ],
        )
    }

    /// The step at home of a stage.
    pub(crate) fn step(&self, stage: &StageView) -> Option<Cow<'_, str>> {
        let step = stage.step?;
        Some(self.w.code(List::Step, &step))
    }

    /// A text with a day in it, `$day`, of which only month or year may be known.
    pub(crate) fn td(&self, key: &str, day: &treaty::PartialDate) -> String {
        self.with(key, &[("day", self.w.partial_date(*day).into())])
    }

    /// Values of one list, in words, with commas.
    pub(crate) fn codes(&self, list: List, codes: &[impl Display]) -> String {
        let words: Vec<_> = codes.iter().map(|code| self.w.code(list, code)).collect();
        words.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use treaty::Lang;
    use words::Words;
    use world::sheet;

    use super::*;

    #[test]
    fn every_column_has_its_own_letter_and_the_word_of_the_data() {
        for lang in [Lang::En, Lang::Fr] {
            let words = Words::for_lang(lang);
            let letters = BoardColumn::ALL.map(|column| {
                let class = word(&column);
                assert_eq!(class, sheet::word(&column));
                let key = format!("campaign-letter-{class}");
                assert!(words.has(&key), "{key}");
                words.text(&key).into_owned()
            });
            let own: std::collections::BTreeSet<_> = letters.iter().collect();
            assert_eq!(own.len(), letters.len(), "{letters:?}");
        }
        for one in Pairing::ALL {
            assert_eq!(pairing(one).0, sheet::word(&one));
        }
    }
}
