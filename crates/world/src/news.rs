//! What became known, newest first.
//!
//! Everything that is put on record in one go has one moment, so within it the latest legal day
//! comes first: a fresh ledger begins with the latest acts, not with the last line of a file.

mod taken_back;

use std::cmp::Reverse;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use ledger::Body;
use treaty::{Act, Kind, Lang, PartialDate, ParticipantId, TreatyId};

use crate::bond::{ActAt, ActRef};
use crate::fold::{Bond, Under};
use crate::kinds;
use crate::record::{At, target};
use crate::view::{NewsItem, NewsView, NewsWhat, Touch, TouchedHow};
use crate::world::World;

/// An item before it is put into words.
#[derive(Clone, Copy)]
struct Told<'w> {
    updated: Timestamp,
    /// Of a month or year its first: what is known by year alone does not come before all else.
    day: Date,
    /// The entry it rests on.
    entry: At,
    treaty: &'w TreatyId,
    by: Option<ParticipantId>,
    matter: Matter<'w>,
}

#[derive(Clone, Copy)]
enum Matter<'w> {
    Act(&'w Under, &'w Bond, ActAt),
    TakenBack(&'w Act),
    TreatyInForce(Date),
    InForce(Kind),
    Leaves(Kind),
    Fulfilled,
    Extended,
    Meeting(&'w str),
}

impl Matter<'_> {
    fn what(self) -> NewsWhat {
        match self {
            Matter::Act(..) | Matter::TakenBack(_) => NewsWhat::Act,
            Matter::TreatyInForce(_) => NewsWhat::TreatyInForce,
            Matter::InForce(..) => NewsWhat::InForce,
            Matter::Leaves(..) => NewsWhat::Leaves,
            Matter::Fulfilled => NewsWhat::Fulfilled,
            Matter::Extended => NewsWhat::Extended,
            Matter::Meeting(_) => NewsWhat::Meeting,
        }
    }
}

impl World {
    /// What became known under a treaty, of a participant or of all, newest first: at most `limit`
    /// items, those after the item `before` if one is given. What takes effect after `on` is left
    /// out. `None` if there is no item `before`.
    pub fn news(
        &self,
        treaty: Option<&TreatyId>,
        state: Option<ParticipantId>,
        on: Date,
        before: Option<&str>,
        limit: usize,
        lang: Lang,
    ) -> Option<NewsView> {
        let limit = limit.max(1);
        let mut told = self.told(treaty, state, on);
        told.sort_by_cached_key(|one| self.news_order(one));
        let begin = match before {
            None => 0,
            Some(id) => told.iter().position(|one| self.news_id(one) == id)? + 1,
        };
        let end = told.len().min(begin.saturating_add(limit));
        let cursor = |at: usize| {
            let last = told.get(at.checked_sub(1)?)?;
            Some(self.news_id(last))
        };
        let pages = told.len().div_ceil(limit);
        Some(NewsView {
            on,
            known: self.known,
            head: self.head(),
            treaty: treaty.cloned(),
            iso3: state,
            updated: told
                .first()
                .map(|newest| newest.updated)
                .or_else(|| self.first_recorded()),
            total: told.len(),
            limit,
            items: told[begin..end]
                .iter()
                .map(|one| self.news_item(one, lang))
                .collect(),
            before: before.map(str::to_owned),
            newer: cursor(begin.saturating_sub(limit)),
            older: cursor(end).filter(|_| end < told.len()),
            oldest: cursor(pages.saturating_sub(1).saturating_mul(limit)),
        })
    }

    /// When an entry was recorded.
    pub fn recorded(&self, name: ledger::EntryRef) -> Option<Timestamp> {
        let at = self.record.place(name)?;
        Some(self.record.get(at).entry.recorded)
    }

    fn told<'w>(
        &'w self,
        treaty: Option<&'w TreatyId>,
        state: Option<ParticipantId>,
        on: Date,
    ) -> Vec<Told<'w>> {
        let mut told = Vec::new();
        for under in self.chosen(treaty) {
            for bond in &under.bonds {
                if state.is_none_or(|state| state == bond.by) {
                    self.told_of(under, bond, on, &mut told);
                } else {
                    self.told_towards(under, bond, state, on, &mut told);
                }
            }
            if state.is_none() {
                self.told_of_treaty(under, on, &mut told);
            }
        }
        self.told_of_entries(treaty, state, &mut told);
        self.told_of_the_past(treaty, state, on, &mut told);
        told
    }

    /// The acts of a participant under a treaty, and what took effect by them.
    fn told_of<'w>(
        &'w self,
        under: &'w Under,
        bond: &'w Bond,
        on: Date,
        told: &mut Vec<Told<'w>>,
    ) {
        for (act, place) in self.acts_of(bond).iter().zip(bond.acts.start..) {
            self.told_act(under, bond, act, place, on, told);
        }
        for tenure in under.tenures(bond) {
            let Some(from) = tenure.bound_from.filter(|from| *from <= on) else {
                continue;
            };
            if tenure.until.is_none_or(|until| from < until) {
                let act = self.act_at(tenure.consent);
                told.push(self.effect(under, act, from, Matter::InForce(act.kind)));
            }
        }
        for point in under.points(bond) {
            let left = point.ties.left.filter(|left| left.on == point.from);
            let Some(left) = left.filter(|left| left.on <= on) else {
                continue;
            };
            let act = self.act_at(left.act);
            // An effect that is itself on record is told as an act.
            if act.kind == Kind::WithdrawalNotified {
                told.push(self.effect(under, act, left.on, Matter::Leaves(act.kind)));
            }
        }
    }

    /// Objections of others to what a participant declared.
    fn told_towards<'w>(
        &'w self,
        under: &'w Under,
        bond: &'w Bond,
        state: Option<ParticipantId>,
        on: Date,
        told: &mut Vec<Told<'w>>,
    ) {
        for (act, place) in self.acts_of(bond).iter().zip(bond.acts.start..) {
            if act.kind == Kind::Objection && self.act(act).towards == state {
                self.told_act(under, bond, act, place, on, told);
            }
        }
    }

    fn told_act<'w>(
        &'w self,
        under: &'w Under,
        bond: &'w Bond,
        act: &ActRef,
        place: ActAt,
        on: Date,
        told: &mut Vec<Told<'w>>,
    ) {
        if act.on.earliest() <= on {
            told.push(Told {
                updated: self.last_known(act.entry),
                day: act.on.earliest(),
                entry: act.entry,
                treaty: &under.law.id,
                by: Some(act.by),
                matter: Matter::Act(under, bond, place),
            });
        }
    }

    fn effect<'w>(
        &self,
        under: &'w Under,
        act: &ActRef,
        day: Date,
        matter: Matter<'w>,
    ) -> Told<'w> {
        Told {
            updated: self.last_known(act.entry).max(begin_of(day)),
            day,
            entry: act.entry,
            treaty: &under.law.id,
            by: Some(act.by),
            matter,
        }
    }

    fn told_of_treaty<'w>(&'w self, under: &'w Under, on: Date, told: &mut Vec<Told<'w>>) {
        let Some(day) = under.in_force.filter(|day| *day <= on) else {
            return;
        };
        // Not when its file was recorded: a new edition of the file is no news of the treaty.
        let first = self.first_recorded().unwrap_or_default();
        told.push(Told {
            updated: first.max(begin_of(day)),
            day,
            entry: under.file,
            treaty: &under.law.id,
            by: None,
            matter: Matter::TreatyInForce(day),
        });
    }

    /// Meetings, duties done, deadlines extended.
    fn told_of_entries<'w>(
        &'w self,
        treaty: Option<&'w TreatyId>,
        state: Option<ParticipantId>,
        told: &mut Vec<Told<'w>>,
    ) {
        let mut add = |entry: At, about: &'w TreatyId, by, date: PartialDate, matter| {
            // What is recorded under a treaty without a readable file has no page to lead to.
            let known = self.treaties.contains_key(about);
            let wanted = treaty.is_none_or(|treaty| treaty == about)
                && state.is_none_or(|state| by == Some(state));
            if known && wanted {
                told.push(Told {
                    updated: self.last_known(entry),
                    day: date.earliest(),
                    entry,
                    treaty: about,
                    by,
                    matter,
                });
            }
        };
        for (name, at, meeting) in self.told_meetings(treaty) {
            let matter = Matter::Meeting(name);
            add(at, &meeting.treaty, None, meeting.start, matter);
        }
        for &at in &self.shelf.duty_facts {
            let body = self.record.body(at);
            if let Some(done) = kinds::fulfilment(body) {
                add(at, &done.treaty, Some(done.by), done.on, Matter::Fulfilled);
            }
            if let Some(of) = kinds::extension(body) {
                let date = of.granted.unwrap_or(of.until.into());
                add(at, &of.treaty, Some(of.by), date, Matter::Extended);
            }
        }
    }

    /// When an entry, or what was done to it last, was recorded.
    fn last_known(&self, at: At) -> Timestamp {
        let last = self.last_touch(at).unwrap_or(at);
        self.record.get(last).entry.recorded
    }

    /// The last entry that corrects, retracts or disputes one, or one of those in turn.
    fn last_touch(&self, at: At) -> Option<At> {
        let touched = self.record.touched(at).iter();
        touched
            .map(|&by| self.last_touch(by).map_or(by, |last| last.max(by)))
            .max()
    }

    fn touch(&self, at: At) -> Option<Touch> {
        let last = self.last_touch(at)?;
        let (recorded, before) = (self.record.get(last), self.record.get(at));
        if recorded.entry.recorded <= before.entry.recorded {
            return None;
        }
        let direct = target(&recorded.entry.body) == Some(before.entry.id);
        let (how, why) = match self.record.body(last) {
            Body::Correction(correction) => (TouchedHow::Corrected, &correction.why),
            Body::Dispute(dispute) => (TouchedHow::Disputed, &dispute.why),
            Body::Retraction(retraction) if direct => (TouchedHow::Retracted, &retraction.why),
            Body::Retraction(retraction) => (TouchedHow::Lifted, &retraction.why),
            Body::Act(_)
            | Body::Treaty(_)
            | Body::Participant(_)
            | Body::Alias(_)
            | Body::Membership(_)
            | Body::Meeting(_)
            | Body::Role(_)
            | Body::Fulfilment(_)
            | Body::Extension(_)
            | Body::Observation(_)
            | Body::PrintedCount(_)
            | Body::Plan(_)
            | Body::PlanAction(_)
            | Body::Statement(_)
            | Body::Assistance(_)
            | Body::Quarantined(_)
            | Body::FactsRelease(_)
            | Body::Approach(_)
            | Body::Release(_)
            | Body::Team(_)
            | Body::Person(_)
            | Body::Seat(_)
            | Body::Key(_)
            | Body::Agreement(_)
            | Body::Campaign(_)
            | Body::Stage(_)
            | Body::Pledge(_)
            | Body::Attribution(_)
            | Body::RollCall(_)
            | Body::Report(_)
            | Body::Document(_) => return None,
        };
        Some(Touch {
            how,
            why: why.clone(),
            entry: recorded.name(),
            recorded: recorded.entry.recorded,
        })
    }

    fn news_order<'w>(
        &self,
        told: &Told<'w>,
    ) -> (Reverse<(Timestamp, Date)>, &'w TreatyId, u32, NewsWhat, At) {
        (
            Reverse((told.updated, told.day)),
            told.treaty,
            told.by.map_or(0, |by| self.registry.rank(by)),
            told.matter.what(),
            told.entry,
        )
    }

    /// An item that is an entry goes by the entry's own name; what follows from one says what.
    fn news_id(&self, told: &Told<'_>) -> String {
        let id = self.record.get(told.entry).entry.id;
        match told.matter {
            Matter::Act(..)
            | Matter::TakenBack(_)
            | Matter::Fulfilled
            | Matter::Extended
            | Matter::Meeting(_) => id.to_string(),
            Matter::InForce(..) => format!("{id}-in-force"),
            Matter::Leaves(..) => format!("{id}-left"),
            Matter::TreatyInForce(_) => format!("{}-in-force", told.treaty),
        }
    }

    fn news_item(&self, told: &Told<'_>, lang: Lang) -> NewsItem {
        let recorded = self.record.get(told.entry);
        let short = self.under(told.treaty).map(|under| under.law.short.clone());
        let mut item = NewsItem {
            id: self.news_id(told),
            what: told.matter.what(),
            updated: told.updated,
            published: recorded.entry.recorded,
            date: told.day.into(),
            until: None,
            treaty: told.treaty.clone(),
            short: short.unwrap_or_else(|| told.treaty.to_string()),
            iso3: told.by,
            name: told.by.map(|by| self.registry.name(by, lang)),
            act: None,
            in_force: None,
            article: None,
            covers: None,
            due: None,
            meeting: None,
            kind: None,
            number: None,
            place: None,
            text: None,
            disputed: self.doubt(told.entry),
            counts: self.record.counts(told.entry),
            touched: None,
            entry: recorded.name(),
            source: self.source_ref(told.entry),
        };
        self.fill(&mut item, told, lang);
        item
    }

    /// What only items of its kind have.
    fn fill(&self, item: &mut NewsItem, told: &Told<'_>, lang: Lang) {
        let body = self.record.body(told.entry);
        match told.matter {
            Matter::Act(under, bond, place) => {
                let act = self.act_at(place);
                let change = self.change(under, bond, act, place, lang);
                item.date = change.date;
                item.act = Some(change.act);
                item.in_force = change.in_force;
                item.text = self.act(act).text.clone();
                item.touched = self.touch(told.entry);
            }
            Matter::TakenBack(act) => {
                item.date = act.on;
                item.act = Some(act.kind);
                item.counts = false;
                item.disputed = None;
                item.touched = self.touch_of_the_past(told.entry);
            }
            Matter::TreatyInForce(day) => item.published = told.updated.min(begin_of(day)),
            Matter::InForce(kind) | Matter::Leaves(kind) => {
                item.act = Some(kind);
                // News since it took effect, or since it was known where that was later; what was done
                // to the act before is no news of the effect.
                item.published = item.published.max(begin_of(told.day));
                let touched = self.touch(told.entry);
                item.touched = touched.filter(|touch| touch.recorded > item.published);
            }
            Matter::Fulfilled => {
                if let Some(done) = kinds::fulfilment(body) {
                    item.date = done.on;
                    item.article = Some(done.article.clone());
                    item.covers = done.covers;
                    item.text.clone_from(&done.what);
                }
                item.touched = self.touch(told.entry);
            }
            Matter::Extended => {
                if let Some(of) = kinds::extension(body) {
                    item.date = of.granted.unwrap_or(of.until.into());
                    item.article = Some(of.article.clone());
                    item.due = Some(of.until);
                    item.text.clone_from(&of.what);
                }
                item.touched = self.touch(told.entry);
            }
            Matter::Meeting(name) => {
                item.meeting = Some(name.to_owned());
                if let Some(meeting) = kinds::meeting(body) {
                    item.date = meeting.start;
                    item.until = meeting.end;
                    item.kind = Some(meeting.kind.clone());
                    item.number.clone_from(&meeting.number);
                    item.place.clone_from(&meeting.place);
                    item.text.clone_from(&meeting.note);
                }
                item.touched = self.touch(told.entry);
            }
        }
    }
}

/// The moment a day begins, in UTC.
fn begin_of(day: Date) -> Timestamp {
    TimeZone::UTC
        .to_timestamp(day.to_datetime(jiff::civil::Time::midnight()))
        .unwrap_or(Timestamp::MAX)
}
