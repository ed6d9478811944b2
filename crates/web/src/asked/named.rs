//! What an address or a parameter names, and where the one that was meant stands.

use axum::http::Uri;
use ledger::EntryRef;
use treaty::{Law, ParticipantId, TreatyId};

use super::{Asked, short};
use crate::ask::{Form, encode};
use crate::near;
use crate::problem::Problem;

impl Asked {
    /// The treaty of a parameter, by any of its names.
    pub(crate) fn named_treaty(&self, given: &str) -> Result<&Law, Problem> {
        match self.world.treaty(given) {
            Some(law) => Ok(law),
            None => self.treaty(given),
        }
    }

    /// The treaty of an address. Other names of it lead to its own address.
    pub(crate) fn treaty(&self, given: &str) -> Result<&Law, Problem> {
        if let Some(law) = self.world.treaty(given) {
            return if law.id.as_str() == given {
                Ok(law)
            } else {
                Err(self.elsewhere(given, law.id.as_str()))
            };
        }
        let near = self.world.nearest_treaties(&short(given));
        let near = near
            .into_iter()
            .map(|id| (format!("/treaties/{id}"), self.short(&id)));
        Err(Problem::NoSuchTreaty {
            given: short(given),
            near: near.collect(),
        })
    }

    /// No such meeting, and those whose names are near.
    pub(crate) fn no_meeting(&self, given: &str) -> Problem {
        let near = self.world.nearest_meetings(&short(given));
        let near = near
            .into_iter()
            .map(|id| (format!("/meetings/{id}"), id.clone()));
        Problem::NoSuchMeeting {
            given: short(given),
            near: near.collect(),
        }
    }

    fn short(&self, id: &TreatyId) -> String {
        self.world.treaty(id.as_str()).map_or_else(
            || id.to_string(),
            |law| format!("{} ({})", law.title.get(self.lang), law.short),
        )
    }

    /// The participant of an address. Names lead to the address with the code.
    pub(crate) fn state(&self, given: &str) -> Result<ParticipantId, Problem> {
        let by_code = given
            .parse()
            .ok()
            .filter(|id| self.world.participant(*id).is_some());
        if let Some(id) = by_code {
            return Ok(id);
        }
        let upper = given.to_ascii_uppercase().parse().ok();
        let upper = upper.filter(|id| self.world.participant(*id).is_some());
        if let Some(id) = upper.or_else(|| self.world.find_participant(given)) {
            return Err(self.elsewhere(given, id.as_str()));
        }
        Err(self.no_state(given))
    }

    /// The participant of a parameter, by code or by any of its names.
    pub(crate) fn named_state(&self, given: &str) -> Result<ParticipantId, Problem> {
        let by_code = given.to_ascii_uppercase().parse().ok();
        let by_code = by_code.filter(|id| self.world.participant(*id).is_some());
        by_code
            .or_else(|| self.world.find_participant(given))
            .ok_or_else(|| self.no_state(given))
    }

    /// The States asked for, by code or by any name, each once. A value is one name, or several with
    /// commas between them.
    pub(crate) fn named_states(&self, given: &[&str]) -> Result<Vec<ParticipantId>, Problem> {
        let mut ids = Vec::new();
        for value in given {
            let whole = self.named_state(value);
            let found = match (whole, value.contains(',')) {
                (Ok(id), _) => vec![id],
                (Err(problem), false) => return Err(problem),
                (Err(_), true) => value
                    .split(',')
                    .map(str::trim)
                    .filter(|part| !part.is_empty())
                    .map(|part| self.named_state(part))
                    .collect::<Result<_, _>>()?,
            };
            for id in found {
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
        Ok(ids)
    }

    /// The members of a group of a parameter, on the day.
    pub(crate) fn group(&self, given: &str) -> Result<Vec<ParticipantId>, Problem> {
        let groups = self.world.groups(self.on);
        let names: Vec<_> = groups.iter().map(|(name, _)| name.as_str()).collect();
        let instead = near::word(given, &names).map(str::to_owned);
        let found = groups.into_iter().find(|(name, _)| name == given);
        found
            .map(|(_, members)| members)
            .ok_or_else(|| Problem::NoSuchGroup {
                given: short(given),
                instead,
            })
    }

    fn no_state(&self, given: &str) -> Problem {
        let near = self.world.nearest_participants(&short(given));
        let near = near
            .into_iter()
            .map(|(id, name)| (format!("/states/{id}"), name));
        Problem::NoSuchState {
            given: short(given),
            near: near.collect(),
        }
    }

    /// What an entry is called: the number of a public one, the id of another.
    pub(crate) fn entry_name(&self, given: &str) -> Result<EntryRef, Problem> {
        let no_such = || Problem::NoSuchEntry {
            given: short(given),
            entries: self.world.head().entries,
        };
        given.parse().ok().ok_or_else(no_such)
    }

    /// The same address with one part put right.
    fn elsewhere(&self, given: &str, right: &str) -> Problem {
        let parts = self.path.split('/').map(|part| {
            let decoded = crate::ask::decode(&part.replace('+', "%2B"));
            if decoded.as_deref() == Some(given) {
                right.to_owned()
            } else {
                part.to_owned()
            }
        });
        let mut path = parts.collect::<Vec<_>>().join("/");
        if path == self.path {
            // Leading to itself, it would lead nowhere.
            return Problem::NoSuchPage;
        }
        if self.form != Form::Html {
            path = format!("{path}.{}", self.form.word());
        }
        let query: Vec<_> = self
            .params
            .iter()
            .map(|(n, v)| format!("{}={}", encode(n), encode(v)))
            .collect();
        if !query.is_empty() {
            path = format!("{path}?{}", query.join("&"));
        }
        Problem::Elsewhere { path }
    }

    /// The address a page has now, in the form and with the query asked for.
    pub(crate) fn moved(&self, parts: &[&str], uri: &Uri) -> Problem {
        let mut path = String::new();
        for part in parts {
            path.push('/');
            path.push_str(&encode(part));
        }
        if self.form != Form::Html {
            path = format!("{path}.{}", self.form.word());
        }
        if let Some(query) = uri.query() {
            path = format!("{path}?{query}");
        }
        Problem::Elsewhere { path }
    }
}
