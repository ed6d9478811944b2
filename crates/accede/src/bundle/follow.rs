//! How things stand in a pack, for those who take the work over: per State the last contact and the last
//! word, the stage, what was promised, what stands in the way and what is next. It is made of what is in
//! the pack and of what every instance ships with, so that it tells nothing that stays.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use jiff::Timestamp;
use jiff::civil::Date;
use ledger::body::vocabulary::PledgeState;
use ledger::body::{Approach, ApproachState, NextStep, Pledge, Side, Stage};
use ledger::{Audience, Body, EntryId, Recorded, Tlp};
use treaty::{Lang, PartialDate, ParticipantId, TreatyId};
use words::{List, Words};
use world::World;

use super::choose::Chosen;
use super::paper::Block;
use super::take::everyone;
use crate::record::Record;

/// What is in a pack, as it stands there.
#[derive(Debug)]
pub struct Pack {
    world: World,
    marks: BTreeMap<EntryId, (Audience, Option<Tlp>)>,
}

/// What is in a pack about one State under one treaty, the oldest first.
#[derive(Default)]
struct Dossier<'w> {
    contacts: Vec<(EntryId, &'w Approach)>,
    stages: Vec<(EntryId, &'w Stage)>,
    pledges: Vec<(EntryId, &'w Pledge)>,
}

/// A code in words.
pub(super) fn said(list: List, code: &impl Display) -> String {
    Words::for_lang(Lang::En).code(list, code).into_owned()
}

fn codes<T: Display>(list: List, all: &[T]) -> String {
    let all: Vec<_> = all.iter().map(|code| said(list, code)).collect();
    all.join(", ")
}

/// A day, as far as it is known.
fn day(on: Option<PartialDate>) -> String {
    on.map_or_else(|| "no day".to_owned(), |on| on.to_string())
}

impl Pack {
    /// What goes of a record.
    pub fn of(record: &Record, chosen: &Chosen<'_>) -> Pack {
        let all = chosen.context.iter().chain(&chosen.entries);
        let marks = all.map(|(one, _)| {
            let entry = &one.entry;
            (entry.id, (entry.audience.clone(), entry.label))
        });
        let marks: BTreeMap<_, _> = marks.collect();
        let ships =
            |one: &Recorded| one.entry.author == shipped::AUTHOR && one.entry.origin.is_none();
        let known = record.shared().iter();
        let known = known.filter(|one| marks.contains_key(&one.entry.id) || ships(one));
        let world = World::fold_shared(known, &everyone(record), Timestamp::MAX);
        Pack { world, marks }
    }

    /// What of it stands, in the order of the ledger; without what every instance ships with.
    fn standing(&self) -> impl Iterator<Item = (EntryId, &Body)> {
        let kept = self.world.kept().map(|kept| (kept.id, kept.body));
        kept.filter(|(id, _)| self.marks.contains_key(id))
    }

    /// For whom an entry is at the sender's, and how far it may be passed on: those who take it over are to
    /// keep to it.
    fn mark(&self, id: EntryId) -> String {
        match self.marks.get(&id) {
            Some((audience, Some(label))) => format!("(for {audience}, {label})"),
            Some((audience, None)) => format!("(for {audience})"),
            None => String::new(),
        }
    }

    fn name(&self, id: ParticipantId) -> String {
        let known = self.world.participant(id);
        known.map_or_else(|| id.to_string(), |one| one.names.get(Lang::En).to_owned())
    }

    fn short(&self, id: &TreatyId) -> String {
        let law = self.world.treaty(id.as_str());
        law.map_or_else(|| id.to_string(), |law| law.short.clone())
    }

    fn sides(&self, sides: &[Side]) -> String {
        let one = |side: &Side| {
            let own = side.participant.map(|id| self.name(id));
            own.or_else(|| side.name.clone())
        };
        let named: Vec<_> = sides.iter().filter_map(one).collect();
        named.join(", ")
    }

    /// An approach in short: for which treaty, what it was, who and whom.
    fn in_short(&self, one: &Approach) -> String {
        let of: Vec<_> = one.treaties.iter().map(|id| self.short(id)).collect();
        format!(
            "{}: {}, {} to {}",
            of.join(", "),
            said(List::Kind, &one.kind).to_lowercase(),
            self.sides(&one.by),
            self.sides(&one.to)
        )
    }

    /// The campaigns in it.
    pub(super) fn campaigns(&self) -> Vec<Block> {
        let mut items = Vec::new();
        for (id, body) in self.standing() {
            if let Body::Campaign(one) = body {
                let until = one.until.map(|until| format!(" to {until}"));
                items.push(format!(
                    "{} ({}), {}{} {}",
                    one.title,
                    one.campaign,
                    day(one.from),
                    until.unwrap_or_default(),
                    self.mark(id)
                ));
            }
        }
        section("Campaigns", items, None)
    }

    /// What is still to be done, what is due first at the beginning: planned approaches, and open steps.
    pub(super) fn to_do(&self, today: Date) -> Vec<Block> {
        let mut items = Vec::new();
        for (id, body) in self.standing() {
            if let Body::Approach(one) = body {
                let about = self.in_short(one);
                if one.state == ApproachState::Planned {
                    let on = one
                        .on
                        .map_or("no day is fixed".to_owned(), |on| on.to_string());
                    let what = format!("planned ({on}): {about} {}", self.mark(id));
                    items.push((one.on.map(PartialDate::latest), what));
                }
                self.steps(id, &one.next, &about, today, &mut items);
            }
            if let Body::Pledge(one) = body
                && one.state == PledgeState::Open
            {
                let about = format!(
                    "{}, {}: {}",
                    self.short(&one.treaty),
                    self.name(one.by),
                    one.what
                );
                self.steps(id, &one.next, &about, today, &mut items);
            }
        }
        items.sort_by_key(|(due, _)| (due.is_none(), *due));
        let items = items.into_iter().map(|(_, item)| item).collect();
        let none = Some("Nothing of what is in this file says so.");
        section("What is still to be done", items, none)
    }

    fn steps(
        &self,
        id: EntryId,
        steps: &[NextStep],
        about: &str,
        today: Date,
        items: &mut Vec<(Option<Date>, String)>,
    ) {
        for step in steps.iter().filter(|step| step.done.is_none()) {
            let due = step.by.map(PartialDate::latest);
            items.push((
                due,
                format!("{} ({about}) {}", open(step, today), self.mark(id)),
            ));
        }
    }

    /// How each State stands that the pack speaks of.
    pub(super) fn states(&self, today: Date) -> Vec<Block> {
        let mut all: BTreeMap<(String, &TreatyId), Dossier<'_>> = BTreeMap::new();
        for (id, body) in self.standing() {
            if let Body::Approach(one) = body {
                let to: BTreeSet<_> =
                    one.to.iter().filter_map(|side| side.participant).collect();
                for (treaty, by) in one
                    .treaties
                    .iter()
                    .flat_map(|it| to.iter().map(move |by| (it, by)))
                {
                    let key = (self.name(*by), treaty);
                    all.entry(key).or_default().contacts.push((id, one));
                }
            } else if let Body::Stage(one) = body {
                let key = (self.name(one.by), &one.treaty);
                all.entry(key).or_default().stages.push((id, one));
            } else if let Body::Pledge(one) = body {
                let key = (self.name(one.by), &one.treaty);
                all.entry(key).or_default().pledges.push((id, one));
            }
        }
        if all.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![
            Block::Heading(2, "State by State".to_owned()),
            Block::Text("Each remark says for whom it is at the sender's, and how far it may be passed on.".to_owned()),
        ];
        for ((name, treaty), mut dossier) in all {
            dossier.contacts.sort_by_key(|(_, one)| {
                [one.on, one.until].map(|on| on.map(PartialDate::latest))
            });
            dossier.stages.sort_by_key(|(_, one)| one.on.latest());
            blocks.push(Block::Heading(3, format!("{name}, {}", self.short(treaty))));
            blocks.push(Block::List(self.of_state(&dossier, today)));
        }
        blocks
    }

    fn of_state(&self, dossier: &Dossier<'_>, today: Date) -> Vec<String> {
        let mut items = self.spoken(dossier);
        if let Some((id, stage)) = dossier.stages.last() {
            let step = stage
                .step
                .map(|step| format!(", {}", said(List::Step, &step)));
            let shown = stage
                .evidence
                .as_ref()
                .map(|text| format!("; shown by: {text}"));
            items.push(format!(
                "Stage: {}{}, {}{} {}",
                said(List::Stage, &stage.stage),
                step.unwrap_or_default(),
                stage.on,
                shown.unwrap_or_default(),
                self.mark(*id)
            ));
        }
        for (id, pledge) in &dossier.pledges {
            if pledge.state == PledgeState::Open {
                let due = pledge.due.map(|due| format!(", due {due}"));
                let (what, due) = (&pledge.what, due.unwrap_or_default());
                items.push(format!(
                    "Promised ({}{due}): {what} {}",
                    day(pledge.on),
                    self.mark(*id)
                ));
            }
            items.extend(self.open_steps(*id, &pledge.next, today));
        }
        for (id, one) in &dossier.contacts {
            items.extend(self.open_steps(*id, &one.next, today));
        }
        for (id, one) in &dossier.contacts {
            if one.state == ApproachState::Planned {
                let place = [&one.place, &one.forum];
                let place: Vec<_> = place.into_iter().flatten().cloned().collect();
                items.push(format!(
                    "Planned: {}, {} {} {}",
                    day(one.on),
                    self.in_short(one),
                    place.join(", "),
                    self.mark(*id)
                ));
            }
        }
        items
    }

    /// When it was last spoken to, what it last said, what stands in its way and what it asked for.
    fn spoken(&self, dossier: &Dossier<'_>) -> Vec<String> {
        let done = || {
            let all = dossier.contacts.iter().rev();
            all.filter(|(_, one)| one.state == ApproachState::Done)
        };
        let mut items = Vec::new();
        // Several may have been at the same time, or in the same span of days.
        let last = done().next().map(|(_, one)| (one.on, one.until));
        for (id, one) in done().filter(|(_, one)| Some((one.on, one.until)) == last) {
            let until = one.until.map(|until| format!(" to {until}"));
            let (on, until) = (day(one.on), until.unwrap_or_default());
            let what = self.in_short(one);
            items.push(format!(
                "Last contact: {on}{until}, {what} {}",
                self.mark(*id)
            ));
        }
        if last.is_none() {
            items.push("Last contact: none in this file that took place".to_owned());
        }
        if let Some((id, one)) =
            done().find(|(_, one)| one.answer.is_some() || !one.outcomes.is_empty())
        {
            let outcomes = codes(List::Outcome, &one.outcomes);
            let words = one.answer.iter().cloned();
            let words = words.chain(Some(outcomes).filter(|words| !words.is_empty()));
            let words: Vec<_> = words.collect();
            items.push(format!(
                "Last word ({}): {} {}",
                day(one.on),
                words.join("; "),
                self.mark(*id)
            ));
        }
        if let Some((id, one)) = done().find(|(_, one)| !one.obstacles.is_empty()) {
            let in_the_way = codes(List::Obstacle, &one.obstacles);
            items.push(format!(
                "In the way ({}): {in_the_way} {}",
                day(one.on),
                self.mark(*id)
            ));
        }
        if let Some((id, one)) = done().find(|(_, one)| !one.asked.is_empty()) {
            let asked = codes(List::Support, &one.asked);
            items.push(format!(
                "Asked for ({}): {asked} {}",
                day(one.on),
                self.mark(*id)
            ));
        }
        items
    }

    fn open_steps(&self, id: EntryId, steps: &[NextStep], today: Date) -> Vec<String> {
        let steps = steps.iter().filter(|step| step.done.is_none());
        let told = steps.map(|step| format!("Next: {} {}", open(step, today), self.mark(id)));
        told.collect()
    }

    /// Who holds an office under these treaties, or held one until a year ago: those that end first at the
    /// beginning.
    pub(super) fn offices(&self, treaties: &BTreeSet<&TreatyId>, today: Date) -> Vec<Block> {
        let year = today.saturating_sub(jiff::Span::new().years(1));
        let mut rows = Vec::new();
        for kept in self.world.kept() {
            let Body::Role(one) = kept.body else { continue };
            let lasts = match (one.from, one.until) {
                (_, Some(until)) => until.latest() >= year,
                (Some(_), None) => true,
                (None, None) => false,
            };
            if lasts && treaties.contains(&one.treaty) {
                let person = one.person.as_ref().map(|person| format!(", {person}"));
                let until = one.until.map(PartialDate::latest);
                rows.push((
                    until.is_none(),
                    until,
                    vec![
                        one.until
                            .map_or("open".to_owned(), |until| until.to_string()),
                        self.short(&one.treaty),
                        format!("{}{}", self.name(one.by), person.unwrap_or_default()),
                        one.role.clone(),
                        self.mark(kept.id),
                    ],
                ));
            }
        }
        if rows.is_empty() {
            return Vec::new();
        }
        rows.sort();
        let columns = vec!["Until", "Treaty", "Who", "Office", "For whom"];
        let rows = rows.into_iter().map(|(_, _, row)| row).collect();
        vec![
            Block::Heading(2, "Offices".to_owned()),
            Block::Table(columns, rows),
        ]
    }

    /// The meetings of these treaties in the two years to come.
    pub(super) fn meetings(&self, treaties: &BTreeSet<&TreatyId>, today: Date) -> Vec<Block> {
        let until = today.saturating_add(jiff::Span::new().years(2));
        let mut rows = Vec::new();
        for treaty in treaties {
            let view = self.world.meetings(Some(treaty), today, Lang::En);
            for one in view.coming {
                if one.start.earliest() <= until {
                    let number = one.number.map(|number| format!(" {number}"));
                    rows.push((
                        one.start.latest(),
                        vec![
                            one.start.to_string(),
                            one.short,
                            format!("{}{}", one.kind, number.unwrap_or_default()),
                            one.place.unwrap_or_default(),
                        ],
                    ));
                }
            }
        }
        if rows.is_empty() {
            return section(
                "The next meetings",
                Vec::new(),
                Some("The record has none in the next two years."),
            );
        }
        rows.sort();
        let rows = rows.into_iter().map(|(_, row)| row).collect();
        vec![
            Block::Heading(2, "The next meetings".to_owned()),
            Block::Table(vec!["Begins", "Treaty", "Meeting", "Place"], rows),
        ]
    }
}

/// A step that is open: by when, by whom, what.
fn open(step: &NextStep, today: Date) -> String {
    let by = match step.by {
        None => "no day".to_owned(),
        Some(by) if by.latest() < today => format!("overdue since {by}"),
        Some(by) => format!("by {by}"),
    };
    let owner = step.owner.as_ref().map(|owner| format!(", {owner}"));
    format!("{by}{}: {}", owner.unwrap_or_default(), step.what)
}

/// A heading and a list; where there is nothing, what is said instead, or nothing at all.
fn section(title: &str, items: Vec<String>, none: Option<&str>) -> Vec<Block> {
    let under = match (items.is_empty(), none) {
        (false, _) => Block::List(items),
        (true, Some(none)) => Block::Text(none.to_owned()),
        (true, None) => return Vec::new(),
    };
    vec![Block::Heading(2, title.to_owned()), under]
}
