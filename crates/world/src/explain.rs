//! The steps of one date.

use jiff::ToSpan;
use jiff::civil::Date;
use treaty::{Because, Lang, ParticipantId, Step, StepRule, TreatyId};

use crate::duty::{self, Asked};
use crate::duty_facts::{find, parts};
use crate::fold::Under;
use crate::view::{ExplainView, Standing};
use crate::world::World;

/// What an article is about.
enum About {
    InForce,
    Left,
    Duty(usize),
}

impl World {
    /// The steps of one date: an article of a duty (`3(2)`, also `3.2`; of a yearly duty, the one
    /// that falls due next), the article on entry into force or `in_force`, the article on
    /// withdrawal or `left`. `None` for an article that the treaty file does not have.
    pub fn explain(
        &self,
        treaty: &TreatyId,
        state: ParticipantId,
        article: &str,
        on: Date,
        lang: Lang,
    ) -> Option<ExplainView> {
        let under = self.under(treaty)?;
        self.registry.get(state)?;
        let status = self.participant_status(under, state, on, lang);
        let mut view = ExplainView {
            treaty: treaty.clone(),
            iso3: state,
            name: self.registry.name(state, lang),
            article: article.to_owned(),
            what: String::new(),
            date: None,
            standing: None,
            because: status.because,
            sources: status.sources,
        };
        match about(under, article)? {
            About::InForce => {
                "entry into force for the State".clone_into(&mut view.what);
                view.date = status.in_force;
                let told = self.explain_suspended(under, on, &mut view);
                let empty = view.because.steps().is_empty();
                if !told && (empty || status.standing == Standing::Signatory) {
                    view.because.push(self.nothing(state));
                }
            }
            About::Left => {
                "withdrawal".clone_into(&mut view.what);
                view.date = status.left;
                let told = self.explain_suspended(under, on, &mut view);
                let noticed = |step: &Step| step.rule == StepRule::Noticed;
                if !told && view.date.is_none() && !view.because.steps().iter().any(noticed) {
                    view.because.push(self.nothing(state));
                }
            }
            About::Duty(number) => {
                let duty = &under.law.duties[number];
                view.what = duty::what(duty, lang);
                view.article.clone_from(&duty.article);
                self.explain_duty(under, number, on, lang, &mut view);
            }
        }
        if view.because.steps().is_empty() {
            let name = self.registry.name(state, Lang::En);
            view.because = Because(vec![Step::new(StepRule::NotBound).with("by", name)]);
        }
        Some(view)
    }

    /// What a dispute suspends is told, or the answer would hide it. Whether there is any.
    fn explain_suspended(&self, under: &Under, on: Date, view: &mut ExplainView) -> bool {
        let bond = under.bond(view.iso3);
        let steps = bond.map_or_else(Vec::new, |bond| self.suspended(bond, on));
        let any = !steps.is_empty();
        view.because.0.extend(steps);
        any
    }

    fn nothing(&self, state: ParticipantId) -> Step {
        Step::new(StepRule::NothingOnRecord).with("by", self.registry.name(state, Lang::En))
    }

    fn explain_duty(
        &self,
        under: &Under,
        number: usize,
        on: Date,
        lang: Lang,
        view: &mut ExplainView,
    ) {
        let bond = under.bond(view.iso3);
        let found = bond.and_then(|bond| Some((bond, under.tenure_on(bond, on)?)));
        let Some((bond, (tenure, since))) = found else {
            view.because = Because::default();
            return;
        };
        let duty = &under.law.duties[number];
        let asked = Asked {
            under,
            bond,
            tenure,
            since,
            number,
            duty,
            on,
            lang,
        };
        let ahead = (on, on.saturating_add(2.years()));
        let Some(row) = self.judge(&asked, Some(ahead)).into_iter().next() else {
            return;
        };
        view.date = row.due;
        view.standing = Some(row.standing);
        let consent = self.act_at(tenure.consent);
        let mut because = Because(vec![self.on_record(consent)]);
        because
            .0
            .extend(under.law.in_force_for(consent.on, under.in_force).because.0);
        because.0.extend(row.because.0);
        view.because = because;
        view.sources = row.sources;
    }
}

fn about(under: &Under, article: &str) -> Option<About> {
    let law = &under.law;
    match article.trim().to_lowercase().as_str() {
        "in_force" | "in-force" => return Some(About::InForce),
        "left" => return Some(About::Left),
        _ => {}
    }
    if let Some(duty) = find(&law.duties, article) {
        return Some(About::Duty(duty));
    }
    let asked = parts(article);
    let is = |clause: Option<&String>| {
        !asked.is_empty() && clause.is_some_and(|own| parts(own).starts_with(&asked))
    };
    let joiner = law.later_joiner.as_ref().map(|clause| &clause.article);
    let own = law.entry_into_force.as_ref().map(|clause| &clause.article);
    if is(joiner) || is(own) {
        return Some(About::InForce);
    }
    is(law.withdrawal.as_ref().map(|clause| &clause.article)).then_some(About::Left)
}
