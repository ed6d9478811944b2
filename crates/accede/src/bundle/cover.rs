//! The cover report of a bundle: what is in it, for the people who get it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use ledger::bundle::{Party, PublicKey};
use ledger::{Audience, Recorded, Tlp};
use treaty::{Lang, TreatyId};
use world::World;
use world::view::DutyStanding;

use super::choose::{Chosen, Held};
use super::follow::Pack;
use super::paper::{Block, markdown, page};
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
    /// How things stand in what goes: for a handover.
    pub handover: Option<&'c Pack>,
    /// What stays, where the maker wants it told.
    pub held: Option<&'c Held>,
}

impl Cover<'_> {
    /// The report, in Markdown.
    pub fn text(&self) -> String {
        markdown(&self.blocks())
    }

    /// The report, as a page that needs nothing beside itself.
    pub fn page(&self) -> String {
        page(&self.blocks())
    }

    fn blocks(&self) -> Vec<Block> {
        let (name, key) = self.from;
        let to = self.to.map_or("anyone", |to| to.name.as_str());
        let head = [
            format!("From: {name}"),
            format!("For: {to}"),
            format!("Made on: {}", self.today),
            format!("Key: {}", key.fingerprint()),
        ];
        let mut blocks = vec![
            Block::Heading(1, self.purpose.to_owned()),
            Block::List(head.to_vec()),
            Block::Text("This file is signed and not encrypted: whoever has it can read it. Before you take it over, have the sender read the fingerprint of the key above to you, by a way other than the one this file came by.".to_owned()),
        ];
        blocks.extend(self.contents());
        if let Some(pack) = self.handover {
            let treaties = self.about();
            blocks.extend(pack.campaigns());
            blocks.extend(pack.to_do(self.today));
            blocks.extend(pack.states(self.today));
            blocks.extend(pack.offices(&treaties, self.today));
            blocks.extend(pack.meetings(&treaties, self.today));
            blocks.extend(self.deadlines(&treaties));
        }
        blocks.extend(self.what_stays());
        blocks.push(Block::Heading(2, "How to take it over".to_owned()));
        blocks.push(Block::Code(vec![
            "accede bundle show FILE".to_owned(),
            format!(
                "accede key trust {key} --name NAME --fingerprint \"GROUPS, AS READ TO YOU\""
            ),
            "accede bundle import FILE --dry-run".to_owned(),
            "accede bundle import FILE --as-audience TEAM".to_owned(),
        ]));
        blocks.push(Block::Text("--as-audience names those of your teams that are to see what was not public. Nothing is overwritten: what contradicts your record waits for you to decide.".to_owned()));
        blocks
    }

    /// The treaties that what goes is about.
    fn about(&self) -> BTreeSet<&TreatyId> {
        let entries = self.chosen.entries.iter();
        let bodies = entries.map(|(one, _)| Subject::of(&one.entry.body).treaties);
        bodies.flatten().collect()
    }

    fn contents(&self) -> Vec<Block> {
        let entries: Vec<&Recorded> = self.chosen.entries.iter().map(|(one, _)| *one).collect();
        let mut audiences = BTreeMap::<(&Audience, Option<Tlp>), u64>::new();
        let mut kinds = BTreeMap::<(String, String), u64>::new();
        for one in &entries {
            let entry = &one.entry;
            *audiences.entry((&entry.audience, entry.label)).or_default() += 1;
            let kind = kind(&entry.body);
            let of = self.treaties(one);
            let of = if of.is_empty() {
                vec!["no treaty".to_owned()]
            } else {
                of
            };
            for treaty in of {
                *kinds.entry((treaty, kind.replace('_', " "))).or_default() += 1;
            }
        }
        let mut blocks = vec![
            Block::Heading(2, "What is in it".to_owned()),
            Block::Text(format!("Entries: {}.", entries.len())),
        ];
        if entries.is_empty() {
            return blocks;
        }
        let rows = audiences.into_iter().map(|((audience, label), count)| {
            let label = label.map(|label| label.to_string());
            vec![
                audience.to_string(),
                label.unwrap_or_default(),
                count.to_string(),
            ]
        });
        let columns = vec!["For whom, at the sender's", "Label", "Entries"];
        blocks.push(Block::Table(columns, rows.collect()));
        let rows = kinds.into_iter();
        let rows = rows.map(|((treaty, kind), count)| vec![treaty, kind, count.to_string()]);
        blocks.push(Block::Table(
            vec!["Treaty", "Kind", "Entries"],
            rows.collect(),
        ));
        blocks
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

    fn short(&self, id: &TreatyId) -> String {
        self.world
            .treaty(id.as_str())
            .map_or_else(|| id.to_string(), |law| law.short.clone())
    }

    /// The deadlines of these treaties in the two years to come, as anyone may see them.
    fn deadlines(&self, treaties: &BTreeSet<&TreatyId>) -> Vec<Block> {
        let until = self.today.saturating_add(jiff::Span::new().years(2));
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
        let heading = Block::Heading(2, "Deadlines in the next two years".to_owned());
        if due.is_empty() {
            let none = "The record has none under the treaties in question.";
            return vec![heading, Block::Text(none.to_owned())];
        }
        due.sort_by(|a, b| (a.due, &a.treaty, &a.name).cmp(&(b.due, &b.treaty, &b.name)));
        let rows = due.into_iter().map(|one| {
            let day = one.due.map(|day| day.to_string());
            vec![
                day.unwrap_or_else(|| "-".to_owned()),
                self.short(&one.treaty),
                one.article,
                one.name,
                one.duty,
            ]
        });
        let columns = vec!["Due", "Treaty", "Article", "State", "Duty"];
        vec![heading, Block::Table(columns, rows.collect())]
    }

    fn what_stays(&self) -> Vec<Block> {
        let mut blocks = vec![
            Block::Heading(2, "What is not in it".to_owned()),
            Block::Text("What every instance ships with; what is labelled TLP:RED or TLP:AMBER+STRICT; what the sender's teams did not agree to hand over. Whether there is any is told only where the sender chose to.".to_owned()),
        ];
        if let Some(held) = self.held {
            blocks.push(Block::Text(
                "The sender tells what was held back:".to_owned(),
            ));
            let held = told(held).into_iter();
            let held = held.map(|(count, why)| format!("{count}: {why}"));
            blocks.push(Block::List(held.collect()));
        }
        blocks
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
