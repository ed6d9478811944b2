//! The fields of the form as an approach, or what is wrong with each of them.

use std::str::FromStr;

use ledger::body::{Approach, MeetingRef, NextStep, Paper, Side};
use ledger::{Audience, Tlp};
use treaty::{PartialDate, ParticipantId, TreatyId};

use super::names::{BY, NEXT, PAPER, SideNames, TO};
use crate::asked::Asked;
pub(super) use crate::deeds::written::LINE;
use crate::door::form::Fields;

/// Something that is wrong: with which field, standing there for which time, and what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slip {
    pub(super) field: &'static str,
    pub(super) at: usize,
    pub(super) told: String,
}

/// The longest text of a box, in characters.
pub(super) const BOX: usize = 50_000;

/// The most rows of one kind: who takes part on a side, steps, papers. Whoever sends more is told so.
pub(super) const ROWS: usize = 40;
/// The most treaties that are looked up: more than there are.
const MOST_TREATIES: usize = 100;
/// The most that is told of one form.
const MOST_SLIPS: usize = 40;

/// Reads fields, and gathers what is wrong with them.
pub(super) struct Reader<'a> {
    asked: &'a Asked,
    fields: &'a Fields,
    pub(super) slips: Vec<Slip>,
}

impl<'a> Reader<'a> {
    pub(super) fn of(asked: &'a Asked, fields: &'a Fields) -> Reader<'a> {
        Reader {
            asked,
            fields,
            slips: Vec::new(),
        }
    }

    pub(super) fn slip(&mut self, field: &'static str, at: usize, told: impl Into<String>) {
        let told = told.into();
        if self.slips.len() < MOST_SLIPS {
            self.slips.push(Slip { field, at, told });
        }
    }

    fn t(&self, key: &str) -> String {
        self.asked.words.text(key).into_owned()
    }

    /// The approach; without those parts that are wrong, of which the slips tell.
    pub(super) fn approach(&mut self) -> Option<Approach> {
        let treaties = self.treaties();
        let kind = self.needed("kind", "rec-slip-kind");
        let state = self.needed("state", "rec-slip-state");
        let to = self.sides(&TO, "rec-slip-nobody-to");
        let by = self.sides(&BY, "rec-slip-nobody-by");
        let on = self.day("day", 0);
        let until = self.day("until", 0);
        if let (Some(on), Some(until)) = (on, until)
            && until.latest() < on.earliest()
        {
            let told = self.t("rec-slip-backwards");
            self.slip("until", 0, told);
        }
        if until.is_some() && on.is_none() && self.fields.get("day").trim().is_empty() {
            let told = self.t("rec-slip-until-alone");
            self.slip("day", 0, told);
        }
        let mut outcomes: Vec<_> = self.code("outcome").into_iter().collect();
        for more in self.codes("more-outcome") {
            if !outcomes.contains(&more) {
                outcomes.push(more);
            }
        }
        Some(Approach {
            kind: kind?,
            state: state?,
            treaties,
            by,
            to,
            acted_as: self.code("acted-as"),
            on,
            until,
            channel: self.code("channel"),
            place: self.line("place", 0),
            forum: self.line("forum", 0),
            meeting: self.meeting(),
            themes: self.codes("theme"),
            points: self.text("points"),
            answer: self.text("answer"),
            outcomes,
            obstacles: self.codes("obstacle"),
            asked: self.codes("asked"),
            offered: self.codes("offered"),
            next: self.next(),
            documents: self.papers(),
            note: self.text("note"),
        })
    }

    /// For whom it is, and how far it may be passed on.
    pub(super) fn audience(
        &mut self,
        known: &[(String, String)],
    ) -> (Option<Audience>, Option<Tlp>) {
        let label = match self.fields.get("label") {
            "" => None,
            code => Tlp::ALL.into_iter().find(|label| label.as_str() == code),
        };
        let chosen: Vec<_> = self.fields.all("seen-by").collect();
        let audience = match chosen.as_slice() {
            all if all.contains(&"public") => Ok(Audience::Public),
            all if all.contains(&"signed-in") => Ok(Audience::SignedIn),
            teams
                if teams
                    .iter()
                    .all(|team| known.iter().any(|(id, _)| id == team)) =>
            {
                Audience::of_teams(teams.iter().copied()).map_err(|_nobody| "rec-slip-seen-by")
            }
            _ => Err("release-circle-unknown"),
        };
        match audience {
            Err(key) => {
                let told = self.t(key);
                self.slip("seen-by", 0, told);
                (None, label)
            }
            Ok(audience) => {
                if label.is_some_and(|label| !label.allows(&audience)) {
                    let told = self.t("release-label-narrower");
                    self.slip("label", 0, told);
                }
                (Some(audience), label)
            }
        }
    }

    fn treaties(&mut self) -> Vec<TreatyId> {
        let mut treaties = Vec::new();
        let first = self.fields.all("treaty").map(|given| ("treaty", given));
        let more = self
            .fields
            .all("more-treaty")
            .map(|given| ("more-treaty", given));
        let mut unknown = Vec::new();
        let given = first.chain(more).filter(|(_, given)| !given.is_empty());
        for (field, given) in given.take(MOST_TREATIES) {
            match self.asked.world.treaty(given) {
                Some(law) if treaties.contains(&law.id) => {}
                Some(law) => treaties.push(law.id.clone()),
                None => unknown.push(field),
            }
        }
        let told = self.t("rec-slip-treaty");
        for field in unknown {
            self.slip(field, 0, told.clone());
        }
        if treaties.is_empty() && self.slips.is_empty() {
            self.slip("treaty", 0, told);
        }
        treaties
    }

    fn needed<T: FromStr>(&mut self, field: &'static str, key: &str) -> Option<T> {
        let found = self.fields.get(field).parse().ok();
        if found.is_none() {
            let told = self.t(key);
            self.slip(field, 0, told);
        }
        found
    }

    fn code<T: FromStr>(&mut self, field: &'static str) -> Option<T> {
        let given = self.fields.get(field);
        self.one_code(field, 0, given)
    }

    fn one_code<T: FromStr>(
        &mut self,
        field: &'static str,
        at: usize,
        given: &str,
    ) -> Option<T> {
        if given.is_empty() {
            return None;
        }
        let found = given.parse().ok();
        if found.is_none() {
            let told = self.t("rec-slip-code");
            self.slip(field, at, told);
        }
        found
    }

    fn codes<T: FromStr + PartialEq>(&mut self, field: &'static str) -> Vec<T> {
        let mut codes = Vec::new();
        for given in self.fields.all(field) {
            if let Some(code) = self.one_code(field, 0, given)
                && !codes.contains(&code)
            {
                codes.push(code);
            }
        }
        codes
    }

    fn day(&mut self, field: &'static str, at: usize) -> Option<PartialDate> {
        let given = self.fields.nth(field, at).trim();
        if given.is_empty() {
            return None;
        }
        let read = given.parse().ok();
        if read.is_none() {
            let told = self.t("rec-slip-day");
            self.slip(field, at, told);
        }
        read
    }

    fn line(&mut self, field: &'static str, at: usize) -> Option<String> {
        let given = self.fields.nth(field, at);
        self.within(field, at, given, LINE)
    }

    fn text(&mut self, field: &'static str) -> Option<String> {
        let given = self.fields.get(field);
        self.within(field, 0, given, BOX)
    }

    fn within(
        &mut self,
        field: &'static str,
        at: usize,
        given: &str,
        most: usize,
    ) -> Option<String> {
        // A browser sends line breaks as on paper tape (HTML, 4.10.21.4); the record has one kind.
        let text = given.replace("\r\n", "\n");
        let text = text.trim();
        if text.chars().count() > most {
            let n = i64::try_from(most).unwrap_or(i64::MAX);
            let told = self
                .asked
                .words
                .text_with("rec-slip-long", &[("n", n.into())]);
            self.slip(field, at, told);
            return None;
        }
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// How many rows there are of fields that stand together.
    fn rows(&mut self, names: &[&'static str]) -> usize {
        let rows = rows(self.fields, names);
        if rows > ROWS {
            let n = i64::try_from(ROWS).unwrap_or(i64::MAX);
            let told = self
                .asked
                .words
                .text_with("rec-slip-rows", &[("n", n.into())]);
            self.slip(names[0], 0, told);
        }
        rows.min(ROWS)
    }

    fn sides(&mut self, names: &SideNames, nobody: &str) -> Vec<Side> {
        let before = self.slips.len();
        let most = self.rows(&names.all());
        let mut sides = Vec::new();
        for at in 0..most {
            let participant = self.participant(names.who, at);
            let level = self.fields.nth(names.level, at);
            let side = Side {
                participant,
                name: self.line(names.of, at),
                person: self.line(names.person, at),
                capacity: self.line(names.capacity, at),
                level: self.one_code(names.level, at, level),
            };
            let somebody =
                side.participant.is_some() || side.name.is_some() || side.person.is_some();
            if somebody {
                sides.push(side);
            } else if side.capacity.is_some() {
                let told = self.t("rec-slip-capacity-alone");
                self.slip(names.capacity, at, told);
            }
        }
        if sides.is_empty() && self.slips.len() == before {
            let told = self.t(nobody);
            self.slip(names.who, 0, told);
        }
        sides
    }

    fn participant(&mut self, field: &'static str, at: usize) -> Option<ParticipantId> {
        let given = self.fields.nth(field, at).trim();
        if given.is_empty() {
            return None;
        }
        let world = &self.asked.world;
        let by_code = given.to_ascii_uppercase().parse().ok();
        let by_code = by_code.filter(|id| world.participant(*id).is_some());
        let found = by_code.or_else(|| world.find_participant(given));
        if found.is_none() {
            let short = crate::asked::short(given);
            let near = world.nearest_participants(&short).into_iter();
            let near: Vec<_> = near.take(3).map(|(_, name)| name).collect();
            let words = self.asked.words;
            let mut told =
                words.text_with("rec-slip-state-unknown", &[("what", (&short).into())]);
            if !near.is_empty() {
                let near = near.join(", ");
                told.push(' ');
                told += &words.text_with("rec-slip-state-near", &[("what", (&near).into())]);
            }
            self.slip(field, at, told);
        }
        found
    }

    /// `MSP 11`, `ArtXIV 2025`: the kind, and what comes last if there is a digit in it.
    fn meeting(&mut self) -> Option<MeetingRef> {
        let text = self.line("meeting", 0)?;
        let number = text
            .rsplit_once(' ')
            .filter(|(_, last)| last.bytes().any(|byte| byte.is_ascii_digit()));
        Some(match number {
            Some((kind, number)) => MeetingRef {
                kind: kind.trim().to_owned(),
                number: Some(number.to_owned()),
            },
            None => MeetingRef {
                kind: text,
                number: None,
            },
        })
    }

    fn next(&mut self) -> Vec<NextStep> {
        let [what_name, owner_name, by_name, done_name] = NEXT;
        let mut steps = Vec::new();
        for at in 0..self.rows(&NEXT) {
            let (owner, by) = (self.line(owner_name, at), self.day(by_name, at));
            let done = self.day(done_name, at);
            match self.line(what_name, at) {
                Some(what) => steps.push(NextStep {
                    what,
                    owner,
                    by,
                    done,
                }),
                None if owner.is_some() || by.is_some() => {
                    let told = self.t("rec-slip-next");
                    self.slip(what_name, at, told);
                }
                None => {}
            }
        }
        steps
    }

    fn papers(&mut self) -> Vec<Paper> {
        let [title_name, url_name, sha256_name] = PAPER;
        let mut papers = Vec::new();
        for at in 0..self.rows(&PAPER) {
            let (url, sha256) = (self.line(url_name, at), self.line(sha256_name, at));
            match self.line(title_name, at) {
                Some(title) => papers.push(Paper { title, url, sha256 }),
                None if url.is_some() => {
                    let told = self.t("rec-slip-paper");
                    self.slip(title_name, at, told);
                }
                None => {}
            }
        }
        papers
    }
}

/// How often fields stand that stand together, in the one that stands most often.
pub(super) fn rows(fields: &Fields, names: &[&str]) -> usize {
    let rows = names.iter().map(|name| fields.all(name).count());
    rows.max().unwrap_or(0)
}
