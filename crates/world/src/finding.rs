//! What does not add up. A finding is shown, never repaired in silence.

use std::collections::BTreeMap;

use treaty::clause::Requirement;
use treaty::{Confidence, Lang, ParticipantId, TreatyId};

use crate::fold::Under;
use crate::kinds;
use crate::record::{At, target};
use crate::say;
use crate::view::{Finding, FindingKind, Severity};
use crate::world::World;

/// A finding while it is being written.
pub(crate) struct Draft {
    finding: Finding,
}

impl Draft {
    pub(crate) fn new(kind: FindingKind, severity: Severity) -> Draft {
        Draft {
            finding: Finding {
                kind,
                severity,
                treaty: None,
                iso3: None,
                text: String::new(),
                inputs: BTreeMap::new(),
                entries: Vec::new(),
            },
        }
    }

    pub(crate) fn treaty(mut self, treaty: &TreatyId) -> Draft {
        self.finding.treaty = Some(treaty.clone());
        self.with("treaty", treaty)
    }

    pub(crate) fn by(mut self, by: ParticipantId) -> Draft {
        self.finding.iso3 = Some(by);
        self.with("by", by)
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl ToString) -> Draft {
        self.finding.inputs.insert(name, value.to_string());
        self
    }

    pub(crate) fn entry(mut self, world: &World, at: At) -> Draft {
        self.finding.entries.push(world.record.name(at));
        self.finding.entries.sort_unstable();
        self
    }

    pub(crate) fn say(mut self, text: String) -> Finding {
        self.finding.text = text;
        self.finding
    }
}

impl World {
    /// Everything that does not add up, worst first.
    pub fn findings(&self) -> &[Finding] {
        self.findings.get_or_init(|| {
            let mut found = Vec::new();
            self.about_entries(&mut found);
            self.about_names(&mut found);
            for under in self.treaties.values() {
                found.extend(under.oddities.iter().map(|oddity| self.odd(under, oddity)));
                self.about_acts(under, &mut found);
                self.about_law(under, &mut found);
                self.about_duties(under, &mut found);
            }
            self.about_counts(&mut found);
            found.sort_by(|a, b| (a.severity, a).cmp(&(b.severity, b)));
            found.dedup();
            found
        })
    }

    /// Disputes, weak sources, quarantine, references to nothing, unreadable files.
    fn about_entries(&self, found: &mut Vec<Finding>) {
        for at in self.record.disputed().filter(|&at| self.record.stands(at)) {
            let (treaty, by) = say::about(self.record.body(at));
            let counts = self.record.counts(at);
            let (what, why) = (self.summary(at), self.doubt(at).unwrap_or_default());
            let mut draft = Draft::new(FindingKind::Disputed, Severity::Uncertain)
                .with("what", &what)
                .with("why", &why)
                .with("counts", counts)
                .entry(self, at);
            for (dispute, _) in self.record.disputes(at) {
                draft = draft.entry(self, dispute);
            }
            draft = on_the_matter(draft, treaty, by);
            let still = if counts {
                "it still counts"
            } else {
                "it does not count"
            };
            found.push(draft.say(format!("Disputed ({what}): {why}; {still}.")));
        }
        // What a correction, retraction or dispute rests on is told with what it is about.
        let plain = |&at: &At| target(self.record.body(at)).is_none() && self.record.counts(at);
        for at in (0..self.record.len()).filter(plain) {
            let source = &self.record.get(self.record.worded_by(at)).entry.source;
            if source.confidence == Some(Confidence::Low) {
                let (treaty, by) = say::about(self.record.body(at));
                let what = self.summary(at);
                let draft = Draft::new(FindingKind::LowConfidence, Severity::Uncertain)
                    .with("what", &what)
                    .with("source", &source.title)
                    .entry(self, at);
                let text = format!(
                    "Rests on a source of low confidence ({}): {what}.",
                    source.title
                );
                found.push(on_the_matter(draft, treaty, by).say(text));
            }
        }
        for &at in &self.shelf.quarantined {
            let Some(held) = kinds::quarantined(self.record.body(at)) else {
                continue;
            };
            let draft = Draft::new(FindingKind::Quarantined, Severity::Uncertain)
                .with("place", &held.place)
                .with("value", &held.value)
                .with("why", &held.why)
                .entry(self, at);
            let text = format!(
                "`{}` ({}) waits in quarantine for a person to place it: {}.",
                held.value, held.place, held.why
            );
            found.push(on_the_matter(draft, held.treaty.as_ref(), None).say(text));
        }
        for &at in self.record.dangling() {
            let what = self.summary(at);
            let draft = Draft::new(FindingKind::DanglingReference, Severity::Wrong)
                .with("what", &what)
                .entry(self, at);
            found.push(draft.say(format!("Refers to an entry that is not there: {what}.")));
        }
        for unreadable in self.unreadable.iter() {
            let draft = Draft::new(FindingKind::UnreadableTreatyFile, Severity::Wrong)
                .treaty(&unreadable.treaty)
                .with("why", &unreadable.why)
                .entry(self, unreadable.file);
            let text = format!(
                "The treaty file of {} cannot be read, so the last readable one counts, if there \
                 is one: {}.",
                unreadable.treaty, unreadable.why
            );
            found.push(draft.say(text));
        }
    }

    fn summary(&self, at: At) -> String {
        say::summary(self.record.body(at), &self.registry)
    }

    /// What names a treaty or participant that nobody registered.
    fn about_names(&self, found: &mut Vec<Finding>) {
        let unregistered = || Draft::new(FindingKind::Unregistered, Severity::Wrong);
        for (treaty, acts) in self.loose.iter() {
            let acts = &self.acts[acts.start as usize..acts.end as usize];
            let mut draft = unregistered().treaty(treaty).with("acts", acts.len());
            for act in acts {
                draft = draft.entry(self, act.entry);
            }
            let text = format!(
                "{} on record under {treaty}, of which there is no readable treaty file; counted \
                 in nothing.",
                acts_in_words(acts.len())
            );
            found.push(draft.say(text));
        }
        for under in self.treaties.values() {
            for bond in under
                .bonds
                .iter()
                .filter(|bond| self.registry.get(bond.by).is_none())
            {
                let acts = self.acts_of(bond);
                let mut draft = unregistered()
                    .treaty(&under.law.id)
                    .by(bond.by)
                    .with("acts", acts.len());
                for act in acts {
                    draft = draft.entry(self, act.entry);
                }
                let text = format!(
                    "{} on record under the {} by `{}`, which is not registered as a participant; \
                     counted in nothing.",
                    acts_in_words(acts.len()),
                    under.law.short,
                    bond.by
                );
                found.push(draft.say(text));
            }
        }
        for (by, name) in &self.registry.stray_aliases {
            let draft = unregistered().by(*by).with("name", name);
            found.push(draft.say(format!(
                "`{name}` is given as a name of `{by}`, which is not registered as a participant."
            )));
        }
        for &at in self.strays.iter() {
            let (treaty, by) = say::about(self.record.body(at));
            let what = self.summary(at);
            let draft = Draft::new(FindingKind::Unregistered, Severity::Note)
                .with("what", &what)
                .entry(self, at);
            let text = format!("No treaty file has the duty that this is about: {what}.");
            found.push(on_the_matter(draft, treaty, by).say(text));
        }
        for (at, printed) in self.printed() {
            if self.under(&printed.treaty).is_none() {
                let draft = unregistered().treaty(&printed.treaty).entry(self, at);
                found.push(draft.say(format!(
                    "A count is printed for {}, of which there is no readable treaty file.",
                    printed.treaty
                )));
            }
        }
    }

    /// Acts of unknown day, and acts outside the existence of those who did them.
    fn about_acts(&self, under: &Under, found: &mut Vec<Finding>) {
        for act in under
            .bonds
            .iter()
            .flat_map(|bond| self.acts_of(bond))
            .filter(|act| act.counts)
        {
            if !act.on.is_exact() && !act.kind.is_words_only() {
                let draft =
                    self.on_act(FindingKind::DayUnknown, Severity::Uncertain, under, act);
                let text = format!(
                    "The day of the {} is not known, only {}; it counts from {}.",
                    self.named_act(under, act),
                    say::date(act.on),
                    say::day(act.day)
                );
                found.push(draft.with("counts_from", act.day).say(text));
            }
            let Some(participant) = self.registry.get(act.by) else {
                continue;
            };
            let outside = participant.from.is_some_and(|from| act.on.latest() < from)
                || participant
                    .until
                    .is_some_and(|until| until < act.on.earliest());
            if outside && self.act(act).done_by.is_none() {
                let draft =
                    self.on_act(FindingKind::OutsideExistence, Severity::Wrong, under, act);
                let text = format!(
                    "The {}, {}, lies outside the days on which {} existed.",
                    self.named_act(under, act),
                    say::date(act.on),
                    self.registry.name(act.by, Lang::En)
                );
                found.push(draft.say(text));
            }
        }
    }

    /// What a treaty file says of itself, and what the record says of its entry into force.
    pub(crate) fn about_law(&self, under: &Under, found: &mut Vec<Finding>) {
        let law = &under.law;
        for line in &law.unverified {
            let draft = Draft::new(FindingKind::Unverified, Severity::Uncertain)
                .treaty(&law.id)
                .with("what", line)
                .entry(self, under.file);
            found.push(draft.say(format!(
                "Not verified in the treaty file of the {}: {line}",
                law.short
            )));
        }
        let requirement = law
            .entry_into_force
            .as_ref()
            .map(|clause| &clause.requirement);
        match requirement {
            None | Some(Requirement::OnRecordOnly { .. }) => return,
            Some(
                Requirement::Number(_)
                | Requirement::Named { .. }
                | Requirement::NamedAndNumber { .. },
            ) => {}
        }
        let rule = self.met_first(under).and_then(|condition| condition.date);
        let text = match (under.in_force.filter(|_| under.recorded), rule) {
            (Some(recorded), Some(rule)) if recorded != rule => format!(
                "The {} entered into force on {}, as recorded; the rule applied to the acts on \
                 record gives {}. A table that lost predecessor States gives another day, so the \
                 recorded one counts.",
                law.short,
                say::day(recorded),
                say::day(rule)
            ),
            (Some(recorded), None) => format!(
                "The {} entered into force on {}, as recorded; the acts on record alone do not \
                 meet its condition. The recorded day counts.",
                law.short,
                say::day(recorded)
            ),
            (None, Some(rule)) => format!(
                "The acts on record meet the condition for the entry into force of the {}, which \
                 gives {}; its treaty file records no entry into force. The reckoned day counts.",
                law.short,
                say::day(rule)
            ),
            (Some(_), Some(_)) | (None, None) => return,
        };
        let mut draft = Draft::new(FindingKind::RuleDiffers, Severity::Note)
            .treaty(&law.id)
            .entry(self, under.file);
        if let Some(recorded) = under.in_force.filter(|_| under.recorded) {
            draft = draft.with("recorded", recorded);
        }
        if let Some(rule) = rule {
            draft = draft.with("reckoned", rule);
        }
        found.push(draft.say(text));
    }

    /// Printed counts that differ from computed ones.
    fn about_counts(&self, found: &mut Vec<Finding>) {
        for row in self
            .reconcile(None)
            .reconciled
            .into_iter()
            .filter(|row| !row.holds)
        {
            let mut draft = Draft::new(FindingKind::CountDiffers, Severity::Wrong)
                .treaty(&row.treaty)
                .with("what", say::counted(row.what))
                .with("on", row.on)
                .with("printed", row.printed)
                .with("computed", row.computed)
                .with("source", &row.source.title);
            draft.finding.entries.push(row.source.entry);
            let short = self.under(&row.treaty).map_or("", |under| &under.law.short);
            let text = format!(
                "{} prints {} {} of the {short} as at {}; the record gives {}.",
                row.source.title,
                row.printed,
                say::counted(row.what),
                say::day(row.on),
                row.computed
            );
            found.push(draft.say(text));
        }
    }
}

fn acts_in_words(n: usize) -> String {
    if n == 1 {
        "1 act is".to_owned()
    } else {
        format!("{n} acts are")
    }
}

fn on_the_matter(
    mut draft: Draft,
    treaty: Option<&TreatyId>,
    by: Option<ParticipantId>,
) -> Draft {
    if let Some(treaty) = treaty {
        draft = draft.treaty(treaty);
    }
    if let Some(by) = by {
        draft = draft.by(by);
    }
    draft
}
