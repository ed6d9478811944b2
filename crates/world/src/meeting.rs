//! Meetings, past and coming, and the page of one.
//!
//! A meeting that a dispute suspends is shown, with the doubt, and nothing is reckoned from it but
//! what stands on its own page.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use ledger::EntryRef;
use ledger::body::Meeting;
use treaty::{Lang, ParticipantId, TreatyId};

use crate::curve;
use crate::kinds;
use crate::record::At;
use crate::view::{MeetingPageView, MeetingView, MeetingsView};
use crate::world::World;

impl World {
    /// Past and coming meetings, parted by a day; only those of one treaty, where one is asked
    /// for.
    pub fn meetings(&self, treaty: Option<&TreatyId>, on: Date, _lang: Lang) -> MeetingsView {
        let told = self.told_meetings(treaty);
        let (coming, mut past): (Vec<_>, Vec<_>) = told
            .into_iter()
            .partition(|(_, _, meeting)| on <= last_day(meeting));
        past.reverse();
        let views = |rows: Vec<(&str, At, &Meeting)>| {
            let views = rows
                .into_iter()
                .map(|(id, at, meeting)| self.meeting_view(id, at, meeting));
            views.collect()
        };
        MeetingsView {
            on,
            known: self.known,
            head: self.head(),
            treaty: treaty.cloned(),
            coming: views(coming),
            past: views(past),
        }
    }

    /// One meeting by its name in addresses, with those before and after it, what happened since
    /// the one before, and what was said there.
    pub fn meeting(&self, id: &str, lang: Lang) -> Option<MeetingPageView> {
        let (id, at) = self.meeting_ids().get_key_value(id)?;
        let meeting = kinds::meeting(self.record.body(*at))?;
        let series: Vec<_> = self
            .told_meetings(Some(&meeting.treaty))
            .into_iter()
            .filter(|(_, _, other)| series(&other.kind) == series(&meeting.kind))
            .collect();
        let place = series.iter().position(|(_, other, _)| other == at)?;
        let neighbour = |place: Option<usize>| place.and_then(|place| series.get(place));
        let before = neighbour(place.checked_sub(1));
        let after = neighbour(place.checked_add(1));
        let since = before.map_or(Date::MIN, |(_, _, before)| {
            last_day(before).tomorrow().unwrap_or(Date::MAX)
        });
        let changes = self.changes(Some(&meeting.treaty), since, last_day(meeting), lang);
        let view = |of: &(&str, At, &Meeting)| self.meeting_view(of.0, of.1, of.2);
        let mut statements = self.statements(Some(&meeting.treaty), None, lang);
        statements.retain(|said| said.meeting.as_deref() == Some(id.as_str()));
        Some(MeetingPageView {
            known: self.known,
            head: self.head(),
            meeting: self.meeting_view(id, *at, meeting),
            before: before.map(view),
            after: after.map(view),
            since: changes.acts,
            statements,
        })
    }

    /// The entry that says a meeting, by its name in addresses.
    pub fn meeting_entry(&self, id: &str) -> Option<EntryRef> {
        let at = *self.meeting_ids().get(id)?;
        Some(self.record.name(at))
    }

    /// The meetings on record with their names in addresses, by day; those in dispute too.
    pub(crate) fn told_meetings(&self, treaty: Option<&TreatyId>) -> Vec<(&str, At, &Meeting)> {
        let mut told: Vec<_> = self
            .meeting_ids()
            .iter()
            .filter_map(|(id, &at)| Some((id.as_str(), at, self.meeting_at(at)?)))
            .filter(|(_, _, meeting)| treaty.is_none_or(|treaty| *treaty == meeting.treaty))
            .collect();
        told.sort_by_key(|(id, _, meeting)| (meeting.start.earliest(), last_day(meeting), *id));
        told
    }

    /// The name of each meeting in addresses.
    pub(crate) fn meeting_ids(&self) -> &BTreeMap<String, At> {
        self.meeting_ids.get_or_init(|| {
            let mut told: Vec<_> = self
                .shelf
                .told_meetings
                .iter()
                .filter_map(|&at| Some((at, self.meeting_at(at)?)))
                .collect();
            // By what they say, so that the order of recording leaves no trace.
            told.sort_by_key(|(at, meeting)| {
                let days = (meeting.start, meeting.end);
                (
                    !self.record.counts(*at),
                    days,
                    &meeting.kind,
                    &meeting.place,
                    *at,
                )
            });
            let mut ids = BTreeMap::new();
            for (at, meeting) in told {
                let id = free_name(&ids, meeting);
                ids.insert(id, at);
            }
            ids
        })
    }

    fn meeting_at(&self, at: At) -> Option<&Meeting> {
        kinds::meeting(self.record.body(at))
    }

    pub(crate) fn meeting_view(&self, id: &str, at: At, meeting: &Meeting) -> MeetingView {
        let under = self.under(&meeting.treaty);
        // Of a day that lies after the moment of knowledge nothing can be told yet.
        let told_until = self.known.to_zoned(TimeZone::UTC).date();
        let last = meeting.end.and_then(treaty::PartialDate::day);
        let counts = last.filter(|last| *last <= told_until);
        MeetingView {
            id: id.to_owned(),
            treaty: meeting.treaty.clone(),
            short: self.short(&meeting.treaty),
            kind: meeting.kind.clone(),
            number: meeting.number.clone(),
            start: meeting.start,
            end: meeting.end,
            place: meeting.place.clone(),
            presidents: meeting.presidents.clone(),
            note: meeting.note.clone(),
            disputed: self.doubt(at),
            counts: under
                .zip(counts)
                .map(|(under, last)| curve::on_day(under, last)),
            source: self.source_ref(at),
        }
    }

    /// The short name of a treaty; its id where no file was read.
    pub(crate) fn short(&self, treaty: &TreatyId) -> String {
        let under = self.under(treaty);
        under.map_or_else(|| treaty.to_string(), |under| under.law.short.clone())
    }

    /// The meetings under a treaty whose place or president names a participant.
    pub(crate) fn meetings_of(
        &self,
        treaty: &TreatyId,
        state: ParticipantId,
    ) -> Vec<MeetingView> {
        self.told_meetings(Some(treaty))
            .into_iter()
            .filter(|(_, _, meeting)| {
                let printed = [&meeting.place, &meeting.presidents];
                printed
                    .into_iter()
                    .flatten()
                    .any(|text| self.named_in(text).contains(&state))
            })
            .map(|(id, at, meeting)| self.meeting_view(id, at, meeting))
            .collect()
    }

    /// The participants that a printed place or presidency names, as whole parts of it.
    fn named_in(&self, text: &str) -> BTreeSet<ParticipantId> {
        let parts = text.split([';', ',', ':', '(', ')', '/']);
        let parts = parts.flat_map(|part| part.split(" - "));
        let names = parts.flat_map(|part| std::iter::once(part).chain(part.split(" and ")));
        names
            .filter_map(|name| self.find_participant(name))
            .collect()
    }
}

/// The last day on which a meeting may have lasted.
pub(crate) fn last_day(meeting: &Meeting) -> Date {
    meeting.end.unwrap_or(meeting.start).latest()
}

/// Meetings of States Parties and review conferences take each other's place: one series.
fn series(kind: &str) -> &str {
    match kind {
        "RevCon" => "MSP",
        other => other,
    }
}

/// Treaty, kind, number or first day; with the first day, then counted, where that is taken.
fn free_name(taken: &BTreeMap<String, At>, meeting: &Meeting) -> String {
    let day = meeting.start.to_string();
    let number = meeting.number.as_deref().unwrap_or(&day);
    let name = slug(&format!("{} {} {number}", meeting.treaty, meeting.kind));
    if !taken.contains_key(&name) {
        return name;
    }
    let dated = slug(&format!("{name} {day}"));
    let counted = (2_u32..).map(|n| format!("{dated}-{n}"));
    std::iter::once(dated.clone())
        .chain(counted)
        .find(|name| !taken.contains_key(name))
        .expect("fewer meetings than numbers")
}

/// Small letters, digits and single hyphens.
pub(crate) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_addresses_needs_no_escaping() {
        assert_eq!(slug("ccm MSP 11"), "ccm-msp-11");
        assert_eq!(slug("4(1)(a)"), "4-1-a");
        assert_eq!(slug(" Art. XIV conference — É "), "art-xiv-conference");
        assert_eq!(slug("中文"), "");
    }
}
