//! What was found, as it is told.

use ledger::body::Side;
use treaty::{Lang, ParticipantId, TreatyId};

use super::Met;
use super::ask::Asked;
use super::index::What;
use crate::kinds;
use crate::record::At;
use crate::view::{Found, SearchHit};
use crate::world::World;

impl World {
    /// What was found, in a language.
    pub(super) fn hit(&self, asked: &Asked<'_>, met: Met, lang: Lang) -> Option<SearchHit> {
        match met {
            Met::Thing(thing) => {
                let thing = &asked.index.things[thing];
                let hit = self.hit_of(&thing.what, lang)?;
                let matched = asked.matched(thing, lang);
                Some(SearchHit {
                    matched: matched.filter(|matched| matched.name != hit.title),
                    ..hit
                })
            }
            Met::Participation { state, treaty } => {
                let things = &asked.index.things;
                let state = self.hit_of(&things[state].what, lang)?;
                let treaty = self.hit_of(&things[treaty].what, lang)?;
                Some(SearchHit {
                    kind: Found::Participation,
                    title: format!("{}, {}", state.title, treaty.title),
                    treaty: treaty.treaty,
                    note: treaty.note,
                    ..state
                })
            }
        }
    }

    fn hit_of(&self, what: &What, lang: Lang) -> Option<SearchHit> {
        let hit = SearchHit {
            kind: what.kind(),
            id: String::new(),
            treaty: None,
            iso3: None,
            title: String::new(),
            matched: None,
            note: None,
        };
        Some(match what {
            What::State(id) => self.state_hit(hit, *id, lang),
            What::Treaty(id) => SearchHit {
                id: id.to_string(),
                title: self.short(id),
                note: self
                    .under(id)
                    .map(|under| under.law.title.get(lang).to_owned()),
                treaty: Some(id.clone()),
                ..hit
            },
            What::Meeting(id, at) => {
                let meeting = kinds::meeting(self.record.body(*at))?;
                let title = [
                    Some(self.short(&meeting.treaty)),
                    Some(meeting.kind.clone()),
                    meeting.number.clone(),
                ];
                let note = [Some(meeting.start.to_string()), meeting.place.clone()];
                SearchHit {
                    id: id.clone(),
                    title: together(title, " ").unwrap_or_default(),
                    note: together(note, ", "),
                    treaty: Some(meeting.treaty.clone()),
                    ..hit
                }
            }
            What::Duty(treaty, number) => self.duty_hit(hit, treaty, *number, lang)?,
            What::Plan(at) => {
                let plan = kinds::plan(self.record.body(*at))?;
                SearchHit {
                    id: plan.plan.clone(),
                    title: plan.title.clone(),
                    note: Some(self.short(&plan.treaty)),
                    treaty: Some(plan.treaty.clone()),
                    ..hit
                }
            }
            What::Action(at) => {
                let action = kinds::plan_action(self.record.body(*at))?;
                let plans = self.told_plans(Some(&action.treaty));
                let plan = plans.iter().find(|(_, plan)| plan.plan == action.plan)?.1;
                SearchHit {
                    id: format!("{}#{}", action.plan, action.number),
                    title: format!("{}, {}", plan.title, action.number),
                    note: action.text.clone(),
                    treaty: Some(action.treaty.clone()),
                    ..hit
                }
            }
            What::Group(group) => SearchHit {
                id: group.clone(),
                title: group.clone(),
                ..hit
            },
            What::Statement(at) => {
                let said = kinds::statement(self.record.body(*at))?;
                let title = said.title.clone();
                let note = [
                    title.is_some().then(|| said.meeting.clone()),
                    said.speaker.clone(),
                    Some(said.on.to_string()),
                ];
                SearchHit {
                    id: self.record.name(*at).to_string(),
                    title: title.unwrap_or_else(|| said.meeting.clone()),
                    note: together(note, "; "),
                    treaty: Some(said.treaty.clone()),
                    iso3: Some(said.by),
                    ..hit
                }
            }
        })
    }

    /// An approach: between whom, when, for what.
    pub(super) fn approach_hit(&self, at: At, lang: Lang) -> Option<SearchHit> {
        let one = kinds::approach(self.record.body(at))?;
        let side = |side: &Side| {
            let state = side.participant.map(|id| self.registry.name(id, lang));
            let named = state.or_else(|| side.name.clone());
            named.or_else(|| side.person.clone())
        };
        let sides = |sides: &[Side]| {
            let named: Vec<_> = sides.iter().filter_map(side).collect();
            named.join(", ")
        };
        let treaties: Vec<_> = one.treaties.iter().map(|id| self.short(id)).collect();
        let note = [
            one.on.map(|on| on.to_string()),
            Some(treaties.join(", ")),
            one.place.clone(),
        ];
        Some(SearchHit {
            kind: Found::Approach,
            id: self.record.name(at).to_string(),
            treaty: one.treaties.first().cloned(),
            iso3: one.to.iter().find_map(|side| side.participant),
            title: format!("{} – {}", sides(&one.by), sides(&one.to)),
            matched: None,
            note: together(note, "; "),
        })
    }

    fn state_hit(&self, hit: SearchHit, id: ParticipantId, lang: Lang) -> SearchHit {
        SearchHit {
            id: id.to_string(),
            iso3: Some(id),
            title: self.registry.name(id, lang),
            ..hit
        }
    }

    fn duty_hit(
        &self,
        hit: SearchHit,
        treaty: &TreatyId,
        number: usize,
        lang: Lang,
    ) -> Option<SearchHit> {
        let under = self.under(treaty)?;
        let duty = under.law.duties.get(number)?;
        Some(SearchHit {
            id: duty.article.clone(),
            title: crate::duty::what(duty, lang),
            note: Some(format!("{} {}", under.law.short, duty.article)),
            treaty: Some(treaty.clone()),
            ..hit
        })
    }
}

/// The parts that are there, put together.
fn together<const N: usize>(parts: [Option<String>; N], between: &str) -> Option<String> {
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(between))
}
