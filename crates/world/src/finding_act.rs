//! Acts that do not add up, put into words.

use treaty::because::article_in_words;
use treaty::{Kind, Lang};

use crate::bond::{ActRef, Oddity};
use crate::finding::Draft;
use crate::fold::Under;
use crate::say;
use crate::view::{Finding, FindingKind, Severity};
use crate::world::World;

impl World {
    /// `ratification of the CCM by Italy`.
    pub(crate) fn named_act(&self, under: &Under, act: &ActRef) -> String {
        let name = self.registry.name(act.by, Lang::En);
        format!(
            "{} under the {} by {name}",
            act.kind.noun(),
            under.law.short
        )
    }

    pub(crate) fn on_act(
        &self,
        kind: FindingKind,
        severity: Severity,
        under: &Under,
        act: &ActRef,
    ) -> Draft {
        Draft::new(kind, severity)
            .treaty(&under.law.id)
            .by(act.by)
            .with("act", act.kind)
            .with("date", act.on)
            .entry(self, act.entry)
    }

    /// An oddity of a bond, put into words.
    pub(crate) fn odd(&self, under: &Under, oddity: &Oddity) -> Finding {
        let act = self.act_at(oddity.act);
        let severity = if oddity.kind == FindingKind::PrintedDiffers {
            Severity::Note
        } else {
            Severity::Wrong
        };
        let mut draft = self.on_act(oddity.kind, severity, under, act);
        let signed = oddity.kind == FindingKind::AccessionBySignatory;
        let article = under
            .law
            .permits(act.kind, act.by, act.on, signed)
            .err()
            .and_then(|no| no.article);
        if let Some(article) = &article {
            draft = draft.with("article", article);
        }
        let other = oddity.other.map(|other| self.act_at(other));
        if let Some(other) = other {
            draft = draft
                .with("other_act", other.kind)
                .with("other_date", other.on);
            draft = draft.entry(self, other.entry);
        }
        if let Some(reckoned) = oddity.reckoned {
            draft = draft.with("reckoned", reckoned);
        }
        if oddity.kind == FindingKind::PrintedDiffers {
            draft = draft.with("printed", act.effect.unwrap_or(act.day));
        }
        let text = self.oddity_in_words(under, oddity, act, other, article.as_deref());
        draft.say(text)
    }

    fn oddity_in_words(
        &self,
        under: &Under,
        oddity: &Oddity,
        act: &ActRef,
        other: Option<&ActRef>,
        article: Option<&str>,
    ) -> String {
        let short = &under.law.short;
        let name = self.registry.name(act.by, Lang::En);
        let (noun, when) = (act.kind.noun(), say::when(act.on));
        let cited = article.map_or_else(String::new, |article| {
            format!(" ({})", article_in_words(article))
        });
        let before = other.map_or_else(String::new, |other| {
            format!(" {} {}", other.kind.noun(), say::when(other.on))
        });
        match oddity.kind {
            FindingKind::BeforeOpening => {
                format!("{name}: {noun} {when}, before the {short} was open for it{cited}.")
            }
            FindingKind::AfterClosing => {
                format!("{name}: {noun} {when}, after the {short} was closed for it{cited}.")
            }
            FindingKind::NeverSigned => format!(
                "{name}: {noun} {when} under the {short}, which only signatories may do; no \
                 signature is on record{cited}."
            ),
            FindingKind::AccessionBySignatory => format!(
                "{name}: {noun} {when} under the {short}, which is for those that have not \
                 signed; its{before} is on record{cited}."
            ),
            FindingKind::NotEligible => {
                format!("{name}: {noun} {when}; the {short} is not open to it{cited}.")
            }
            FindingKind::NoSuchAct => {
                format!("{name}: {noun} {when}, an act that the {short} does not know.")
            }
            FindingKind::SecondConsent => format!(
                "{name}: {noun} {when} under the {short}, while its{before} stands; the earlier \
                 one counts."
            ),
            FindingKind::SecondSignature => format!(
                "{name}: {noun} {when} under the {short}, while its{before} stands; the earlier \
                 one counts."
            ),
            FindingKind::NothingToWithdraw => {
                nothing_to_withdraw(&name, short, act, &when, &before)
            }
            FindingKind::NoEffect => format!(
                "{name}: {noun} {when} under the {short}; no day of effect is on record, and no \
                 rule gives one."
            ),
            FindingKind::PrintedDiffers => format!(
                "{name}: {noun} under the {short}, {} as the source has it; the rule gives {}.",
                say::day(act.effect.unwrap_or(act.day)),
                oddity
                    .reckoned
                    .map_or_else(|| "no day".to_owned(), say::day)
            ),
            FindingKind::HeldWithoutRule => format!(
                "{name}: {noun} {when}; the {short} does not let an armed conflict hold a \
                 withdrawal back, so it takes effect."
            ),
            FindingKind::RuleDiffers
            | FindingKind::CountDiffers
            | FindingKind::Disputed
            | FindingKind::DayUnknown
            | FindingKind::OutsideExistence
            | FindingKind::Unregistered
            | FindingKind::ExtensionTooLong
            | FindingKind::DanglingReference
            | FindingKind::UnreadableTreatyFile
            | FindingKind::Quarantined
            | FindingKind::LowConfidence
            | FindingKind::Unverified => format!("{name}: {noun} {when} under the {short}."),
        }
    }
}

fn nothing_to_withdraw(
    name: &str,
    short: &str,
    act: &ActRef,
    when: &str,
    before: &str,
) -> String {
    let noun = act.kind.noun();
    let running = matches!(
        act.kind,
        Kind::WithdrawalRescinded | Kind::WithdrawalHeldBack
    );
    if act.kind == Kind::RatificationWithdrawn && !before.is_empty() {
        return format!(
            "{name}: {noun} {when}; its{before} under the {short} had bound it by then, and only \
             a consent that does not bind yet can be taken back. Nothing changes."
        );
    }
    let lacking = if running {
        "no notification of withdrawal was running"
    } else {
        "nothing stood that it could end"
    };
    format!("{name}: {noun} {when} under the {short}; {lacking}. Nothing changes.")
}
