//! What falls between two days: meetings, deadlines, entries into force, departures.

use jiff::civil::Date;
use treaty::clause::When;
use treaty::{Lang, PartialDate, ParticipantId, StepRule, TreatyId};

use crate::bond::ActRef;
use crate::fold::{Bond, Under};
use crate::meeting::{last_day, slug};
use crate::view::{
    CalendarItem, CalendarView, CalendarWhat, DutyStanding, DutyState, Standing,
};
use crate::world::World;

/// What a calendar is asked for.
struct Span {
    state: Option<ParticipantId>,
    from: Date,
    to: Date,
    on: Date,
    lang: Lang,
}

impl Span {
    fn has(&self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }
}

impl World {
    /// What falls between two days, both included; duties as they stand on `on`.
    ///
    /// Without `state`, yearly duties are one item for all that owe them; with it, the
    /// participant's own, and the meetings of the treaties that it signed or is bound by.
    pub fn calendar(
        &self,
        treaty: Option<&TreatyId>,
        state: Option<ParticipantId>,
        from: Date,
        to: Date,
        on: Date,
        lang: Lang,
    ) -> CalendarView {
        let span = Span {
            state,
            from,
            to,
            on,
            lang,
        };
        let mut items = self.meeting_items(treaty, &span);
        for under in self.chosen(treaty) {
            self.joining_items(under, &span, &mut items);
            if state.is_none() {
                items.extend(self.yearly_items(under, &span));
            }
        }
        let duties = match state {
            Some(state) => {
                self.duties(treaty, Some(state), on, Some((from, to)), lang)
                    .duties
            }
            None => self.deadlines_between(treaty, from, to, on, lang),
        };
        items.extend(duties.into_iter().filter_map(|duty| self.duty_item(duty)));
        items.sort_by(|a, b| {
            let key = |item: &CalendarItem| (item.day.earliest(), item.day.latest());
            (key(a), &a.treaty, a.what, &a.name, &a.id).cmp(&(
                key(b),
                &b.treaty,
                b.what,
                &b.name,
                &b.id,
            ))
        });
        CalendarView {
            on,
            known: self.known,
            head: self.head(),
            from,
            to,
            treaty: treaty.cloned(),
            iso3: state,
            items,
        }
    }

    fn meeting_items(&self, treaty: Option<&TreatyId>, span: &Span) -> Vec<CalendarItem> {
        let told = self.told_meetings(treaty).into_iter();
        told.filter(|(_, _, meeting)| {
            let begins_in_time = meeting.start.earliest() <= span.to;
            begins_in_time
                && span.from <= last_day(meeting)
                && self.is_tied(&meeting.treaty, span)
        })
        .map(|(id, at, meeting)| CalendarItem {
            until: meeting.end,
            title: meeting.kind.clone(),
            number: meeting.number.clone(),
            place: meeting.place.clone(),
            meeting: Some(id.to_owned()),
            disputed: self.record.doubted(at),
            sources: vec![self.source_ref(at)],
            ..self.item(
                format!("meeting-{id}"),
                meeting.start,
                CalendarWhat::Meeting,
                &meeting.treaty,
            )
        })
        .collect()
    }

    /// Whether the participant asked for, if one was, signed the treaty or is bound by it.
    fn is_tied(&self, treaty: &TreatyId, span: &Span) -> bool {
        let Some(state) = span.state else {
            return true;
        };
        let standing = self.under(treaty).and_then(|under| {
            let bond = under.bond(state)?;
            Some(under.point_on(bond, span.on)?.standing)
        });
        match standing {
            Some(Standing::Party | Standing::Contracting | Standing::Signatory) => true,
            Some(Standing::Withdrawn | Standing::None) | None => false,
        }
    }

    /// Entries into force, of the treaty and for those that join later, and departures.
    fn joining_items(&self, under: &Under, span: &Span, items: &mut Vec<CalendarItem>) {
        let law = &under.law;
        if let Some(day) = under.in_force.filter(|day| span.has(*day)) {
            items.push(CalendarItem {
                title: law.title.get(span.lang).to_owned(),
                sources: vec![self.source_ref(under.file)],
                ..self.item(
                    format!("in-force-{}", law.id),
                    day.into(),
                    CalendarWhat::InForce,
                    &law.id,
                )
            });
        }
        let asked = |bond: &&Bond| span.state.is_none_or(|state| state == bond.by);
        for bond in under.bonds.iter().filter(asked) {
            for tenure in under.tenures(bond) {
                let later = tenure
                    .bound_from
                    .filter(|day| under.in_force.is_some_and(|in_force| in_force < *day))
                    .filter(|day| tenure.until.is_none_or(|until| *day < until));
                if let Some(day) = later.filter(|day| span.has(*day)) {
                    let act = self.act_at(tenure.consent);
                    let what = CalendarWhat::InForce;
                    items.push(self.joining_item(under, bond, act, day, what, span.lang));
                }
            }
            for point in under.points(bond) {
                let left = point.ties.left.filter(|left| left.on == point.from);
                if let Some(left) = left.filter(|left| span.has(left.on)) {
                    let act = self.act_at(left.act);
                    let what = CalendarWhat::Leaves;
                    items.push(self.joining_item(under, bond, act, left.on, what, span.lang));
                }
            }
        }
    }

    fn joining_item(
        &self,
        under: &Under,
        bond: &Bond,
        act: &ActRef,
        day: Date,
        what: CalendarWhat,
        lang: Lang,
    ) -> CalendarItem {
        let law = &under.law;
        let word = crate::sheet::word(&what);
        // By the day of the act, which stays when the day it leads to is reckoned anew.
        let id = slug(&format!("{word} {} {} {}", law.id, bond.by, act.on));
        CalendarItem {
            iso3: Some(bond.by),
            name: Some(self.registry.name(bond.by, lang)),
            title: law.title.get(lang).to_owned(),
            disputed: self.record.doubted(act.entry) || !act.on.is_exact(),
            sources: vec![self.source_ref(act.entry)],
            ..self.item(id, day.into(), what, &law.id)
        }
    }

    /// The yearly duties of all, each day once. Those owed only in a situation that nobody
    /// reported are never known to be owed and are left out.
    fn yearly_items(&self, under: &Under, span: &Span) -> Vec<CalendarItem> {
        let law = &under.law;
        let yearly =
            law.duties.iter().enumerate().filter(|(_, duty)| {
                matches!(duty.when, When::Yearly { .. }) && duty.who.is_none()
            });
        let mut items = Vec::new();
        for (number, duty) in yearly {
            for (day, states) in
                self.owing_by_day(under, number, duty, (span.from, span.to), span.on)
            {
                let id = slug(&format!(
                    "yearly {} {} {}",
                    law.id,
                    duty.article,
                    day.year()
                ));
                items.push(CalendarItem {
                    article: Some(duty.article.clone()),
                    title: crate::duty::what(duty, span.lang),
                    states: Some(states),
                    sources: vec![self.source_ref(under.file)],
                    ..self.item(id, day.into(), CalendarWhat::Yearly, &law.id)
                });
            }
        }
        items
    }

    /// One participant's duty; `None` where it is not known to be owed.
    fn duty_item(&self, duty: DutyStanding) -> Option<CalendarItem> {
        let due = duty.due?;
        let supposed = duty
            .because
            .steps()
            .iter()
            .any(|step| step.rule == StepRule::SituationUnknown);
        match duty.standing {
            DutyState::Dormant | DutyState::NotApplicable => return None,
            DutyState::Unknown if supposed => return None,
            DutyState::Fulfilled
            | DutyState::Due
            | DutyState::Overdue
            | DutyState::Extended
            | DutyState::Unknown => {}
        }
        // A deadline that was extended is the same deadline, moved; of a yearly duty each year
        // has its own.
        let yearly = self.under(&duty.treaty).is_some_and(|under| {
            let mut duties = under.law.duties.iter();
            duties.any(|known| {
                known.article == duty.article && matches!(known.when, When::Yearly { .. })
            })
        });
        let year = if yearly {
            due.year().to_string()
        } else {
            String::new()
        };
        let words = (&duty.treaty, &duty.article, duty.iso3);
        let id = slug(&format!("duty {} {} {} {year}", words.0, words.1, words.2));
        Some(CalendarItem {
            iso3: Some(duty.iso3),
            name: Some(duty.name),
            article: Some(duty.article),
            title: duty.duty,
            standing: Some(duty.standing),
            sources: duty.sources,
            ..self.item(id, due.into(), CalendarWhat::Duty, &duty.treaty)
        })
    }

    fn item(
        &self,
        id: String,
        day: PartialDate,
        what: CalendarWhat,
        treaty: &TreatyId,
    ) -> CalendarItem {
        CalendarItem {
            id,
            day,
            until: None,
            what,
            treaty: treaty.clone(),
            short: self.short(treaty),
            iso3: None,
            name: None,
            article: None,
            title: String::new(),
            number: None,
            place: None,
            meeting: None,
            states: None,
            standing: None,
            disputed: false,
            sources: Vec::new(),
        }
    }
}
