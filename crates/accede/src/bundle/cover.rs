//! The cover report of a bundle: what is in it, for the people who get it.

use std::collections::BTreeMap;
use std::fmt::Write;

use jiff::civil::Date;
use ledger::body::{Approach, ApproachState};
use ledger::bundle::{Party, PublicKey};
use ledger::{Audience, Body, Recorded};
use treaty::{Lang, ParticipantId, TreatyId};
use world::World;
use world::sheet::word;
use world::view::DutyStanding;

use super::choose::{Chosen, Held};
use super::subject::{Subject, kind};

/// What a cover report is made of.
#[derive(Debug)]
pub struct Cover<'c> {
    /// Who made the bundle.
    pub from: (&'c str, PublicKey),
    /// For whom.
    pub to: Option<&'c Party>,
    /// What it is.
    pub purpose: &'c str,
    /// The day it is made.
    pub today: Date,
    /// What goes.
    pub chosen: &'c Chosen<'c>,
    /// What anyone may see, for names and deadlines.
    pub world: &'c World,
    /// Whether what is to be done is listed: for a handover.
    pub handover: bool,
    /// What stays, where the maker wants it told.
    pub held: Option<&'c Held>,
}

impl Cover<'_> {
    /// The report, in Markdown.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.put(&mut text)
            .expect("writing to a string does not fail");
        text
    }

    fn put(&self, text: &mut String) -> std::fmt::Result {
        let (name, key) = self.from;
        writeln!(text, "# {}\n", line(self.purpose))?;
        writeln!(text, "From: {}", line(name))?;
        let to = self.to.map_or("anyone", |to| to.name.as_str());
        writeln!(text, "For: {}", line(to))?;
        writeln!(text, "Made on: {}", self.today)?;
        writeln!(text, "Key: {}\n", key.fingerprint())?;
        writeln!(
            text,
            "This file is signed and not encrypted: whoever has it can read it. Before you take it over, have the sender read the\nfingerprint of the key above to you, by a way other than the one this file came by.\n"
        )?;
        self.contents(text)?;
        if self.handover {
            self.to_do(text)?;
            self.deadlines(text)?;
        }
        self.what_stays(text)?;
        writeln!(text, "## How to take it over\n")?;
        writeln!(text, "    accede bundle show FILE")?;
        writeln!(
            text,
            "    accede key trust {key} --name NAME --fingerprint \"GROUPS, AS READ TO YOU\""
        )?;
        writeln!(text, "    accede bundle import FILE --dry-run")?;
        writeln!(text, "    accede bundle import FILE --as-audience TEAM\n")?;
        writeln!(
            text,
            "`--as-audience` names those of your teams that are to see what was not public. Nothing is overwritten: what contradicts your\nrecord waits for you to decide."
        )
    }

    fn contents(&self, text: &mut String) -> std::fmt::Result {
        writeln!(text, "## What is in it\n")?;
        let entries: Vec<&Recorded> = self.chosen.entries.iter().map(|(one, _)| *one).collect();
        writeln!(text, "Entries: {}.\n", entries.len())?;
        let mut audiences = BTreeMap::<&Audience, usize>::new();
        let mut kinds = BTreeMap::<(String, String), usize>::new();
        for one in &entries {
            *audiences.entry(&one.entry.audience).or_default() += 1;
            let kind = kind(&one.entry.body);
            let of = self.treaties(one);
            let of = if of.is_empty() {
                vec!["no treaty".to_owned()]
            } else {
                of
            };
            for treaty in of {
                *kinds.entry((treaty, kind.clone())).or_default() += 1;
            }
        }
        if entries.is_empty() {
            return Ok(());
        }
        writeln!(
            text,
            "| For whom, at the sender's | Entries |\n| --- | ---: |"
        )?;
        for (audience, count) in audiences {
            writeln!(text, "| {} | {count} |", line(&audience.to_string()))?;
        }
        writeln!(text, "\n| Treaty | Kind | Entries |\n| --- | --- | ---: |")?;
        for ((treaty, kind), count) in kinds {
            writeln!(text, "| {treaty} | {} | {count} |", kind.replace('_', " "))?;
        }
        writeln!(text)
    }

    /// The treaties of an entry, by their short names. Of what takes another back, those of the other.
    fn treaties(&self, one: &Recorded) -> Vec<String> {
        let subject = Subject::of(&one.entry.body);
        let all = self.chosen.entries.iter().chain(&self.chosen.context);
        let of = subject
            .of
            .filter(|_| subject.treaties.is_empty())
            .and_then(|of| {
                let mut all = all.map(|(other, _)| *other);
                all.find(|other| other.entry.id == of)
            });
        match of {
            Some(other) => self.treaties(other),
            None => subject.treaties.iter().map(|id| self.short(id)).collect(),
        }
    }

    fn name(&self, one: ParticipantId) -> String {
        let known = self.world.participant(one);
        known.map_or_else(
            || one.to_string(),
            |known| known.name_on(self.today).to_owned(),
        )
    }

    fn short(&self, id: &TreatyId) -> String {
        self.world
            .treaty(id.as_str())
            .map_or_else(|| id.to_string(), |law| law.short.clone())
    }

    /// What the approaches that go say is still to be done.
    fn to_do(&self, text: &mut String) -> std::fmt::Result {
        writeln!(text, "## What is still to be done\n")?;
        let mut any = false;
        for approach in self.approaches() {
            let whom: Vec<String> = approach
                .to
                .iter()
                .filter_map(|side| {
                    let code = side.participant.map(|one| self.name(one));
                    code.or_else(|| side.name.clone())
                })
                .collect();
            let of: Vec<String> = approach.treaties.iter().map(|id| self.short(id)).collect();
            let what = format!(
                "{}, {} to {}",
                of.join(", "),
                word(&approach.kind).replace('_', " "),
                line(&whom.join(", "))
            );
            if approach.state == ApproachState::Planned {
                any = true;
                let on = approach
                    .on
                    .map_or_else(|| "no day is fixed".to_owned(), |on| on.to_string());
                writeln!(text, "- planned ({on}): {what}")?;
            }
            for step in &approach.next {
                any = true;
                let by = step
                    .by
                    .map_or_else(|| "no day".to_owned(), |by| format!("by {by}"));
                let owner = step
                    .owner
                    .as_deref()
                    .map_or_else(String::new, |one| format!(", {}", line(one)));
                writeln!(text, "- {by}{owner}: {} ({what})", line(&step.what))?;
            }
        }
        if !any {
            writeln!(text, "Nothing of what is in this file says so.")?;
        }
        writeln!(text)
    }

    /// The approaches that go, as last corrected; without those that were taken back.
    fn approaches(&self) -> Vec<&Approach> {
        let mut last = BTreeMap::new();
        for (at, (one, _)) in self
            .chosen
            .context
            .iter()
            .chain(&self.chosen.entries)
            .enumerate()
        {
            match &one.entry.body {
                Body::Approach(approach) => {
                    last.insert(one.entry.id, (at, approach.as_ref()));
                }
                Body::Correction(correction) => {
                    if let Body::Approach(approach) = correction.body.as_ref()
                        && let Some((_, words)) = last.get_mut(&correction.of)
                    {
                        *words = approach.as_ref();
                    }
                }
                Body::Retraction(retraction) => {
                    last.remove(&retraction.of);
                }
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
                | Body::Dispute(_)
                | Body::FactsRelease(_)
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
                | Body::RollCall(_) => {}
            }
        }
        let mut last: Vec<_> = last.into_values().collect();
        last.sort_by_key(|(at, _)| *at);
        last.into_iter().map(|(_, approach)| approach).collect()
    }

    /// The deadlines of the treaties in question in the two years to come, as anyone may see them.
    fn deadlines(&self, text: &mut String) -> std::fmt::Result {
        writeln!(text, "## Deadlines in the next two years\n")?;
        let until = self.today.saturating_add(jiff::Span::new().years(2));
        let entries = self.chosen.entries.iter();
        let bodies = entries.map(|(one, _)| Subject::of(&one.entry.body).treaties);
        let treaties: std::collections::BTreeSet<&TreatyId> = bodies.flatten().collect();
        let mut due = Vec::<DutyStanding>::new();
        for treaty in treaties {
            let window = Some((self.today, until));
            let view = self
                .world
                .duties(Some(treaty), None, self.today, window, Lang::En);
            due.extend(
                view.duties
                    .into_iter()
                    .filter(|one| one.fulfilled.is_none()),
            );
        }
        if due.is_empty() {
            return writeln!(
                text,
                "The record has none under the treaties in question.\n"
            );
        }
        due.sort_by(|a, b| (a.due, &a.treaty, &a.name).cmp(&(b.due, &b.treaty, &b.name)));
        writeln!(
            text,
            "| Due | Treaty | Article | State | Duty |\n| --- | --- | --- | --- | --- |"
        )?;
        for one in due {
            let day = one
                .due
                .map_or_else(|| "-".to_owned(), |day| day.to_string());
            let (treaty, article) = (self.short(&one.treaty), line(&one.article));
            writeln!(
                text,
                "| {day} | {treaty} | {article} | {} | {} |",
                line(&one.name),
                line(&one.duty)
            )?;
        }
        writeln!(text)
    }

    fn what_stays(&self, text: &mut String) -> std::fmt::Result {
        writeln!(text, "## What is not in it\n")?;
        writeln!(
            text,
            "What every instance ships with; what is labelled TLP:RED or TLP:AMBER+STRICT; what the sender's teams did not agree to hand over.\nWhether there is any is told only where the sender chose to."
        )?;
        if let Some(held) = self.held {
            writeln!(text, "\nThe sender tells what was held back:\n")?;
            for (count, why) in told(held) {
                writeln!(text, "- {count}: {why}")?;
            }
        }
        writeln!(text)
    }
}

/// What stays, in words, with how many; nothing for what there is none of.
pub fn told(held: &Held) -> Vec<(u64, String)> {
    let mut told = vec![(
        held.for_others,
        "for others than those asked for".to_owned(),
    )];
    for (label, count) in &held.by_label {
        told.push((*count, format!("labelled TLP:{label}")));
    }
    told.push((
        held.contradicted,
        "corrected, retracted or disputed by what stays".to_owned(),
    ));
    told.push((
        held.about_what_stays,
        "about an entry that stays".to_owned(),
    ));
    told.push((
        held.of_this_instance,
        "about the instance itself: teams, people, keys, quarantine".to_owned(),
    ));
    told.retain(|(count, _)| *count > 0);
    told
}

/// Text for one line of Markdown: what somebody wrote must not look like more than it is.
fn line(text: &str) -> String {
    let mut plain = String::new();
    for character in text.chars() {
        match character {
            c if c.is_control() => plain.push(' '),
            '|' | '<' | '>' | '`' | '[' | ']' | '*' | '\\' | '#' | '!' => {
                plain.push('\\');
                plain.push(character);
            }
            c => plain.push(c),
        }
    }
    plain
}
