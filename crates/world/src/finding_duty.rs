//! What does not add up about deadlines: printed days and extensions.

use jiff::civil::Date;
use treaty::Lang;
use treaty::clause::When;

use crate::duty_facts::Known;
use crate::finding::Draft;
use crate::fold::{Bond, Under};
use crate::say;
use crate::view::{Finding, FindingKind, Severity};
use crate::world::World;

impl World {
    /// Deadlines as sources print them against those the rule gives, and extensions longer than
    /// the treaty allows.
    pub(crate) fn about_duties(&self, under: &Under, found: &mut Vec<Finding>) {
        for (by, facts) in &under.duty_facts {
            let Some(bond) = under.bond(*by) else {
                continue;
            };
            let duties: std::collections::BTreeSet<_> =
                facts.iter().map(|fact| fact.duty).collect();
            for number in duties {
                let known = Known::on(&self.record, Some(facts), number, Date::MAX);
                self.about_printed_days(under, bond, number, &known, found);
                self.about_extensions(under, bond, number, &known, found);
            }
        }
    }

    /// The days on which a once-only duty was due by the rule, for each time it was bound.
    fn due_days(&self, under: &Under, bond: &Bond, number: usize) -> Vec<Date> {
        let duty = &under.law.duties[number];
        match duty.when {
            When::FromEntryIntoForceForState(_) | When::FromEntryIntoForce(_) => {}
            When::Yearly { .. } | When::FromEvent { .. } | When::Continuing => {
                return Vec::new();
            }
        }
        let bound = under
            .tenures(bond)
            .into_iter()
            .filter_map(|tenure| tenure.bound_from);
        bound
            .filter_map(|from| under.law.due(duty, from).day())
            .collect()
    }

    fn about_printed_days(
        &self,
        under: &Under,
        bond: &Bond,
        number: usize,
        known: &Known<'_>,
        found: &mut Vec<Finding>,
    ) {
        let days = self.due_days(under, bond, number);
        let Some(&reckoned) = days.last() else { return };
        for (at, seen, _) in &known.observations {
            let Some(printed) = seen.printed_due else {
                continue;
            };
            let extended = known
                .extensions
                .iter()
                .any(|(_, extension)| extension.until == printed);
            if days.contains(&printed) || extended {
                continue;
            }
            let article = &under.law.duties[number].article;
            let name = self.registry.name(bond.by, Lang::En);
            let draft = Draft::new(FindingKind::PrintedDiffers, Severity::Note)
                .treaty(&under.law.id)
                .by(bond.by)
                .with("article", article)
                .with("printed", printed)
                .with("reckoned", reckoned)
                .with("source", &self.source_ref(*at).title)
                .entry(self, *at);
            let text = format!(
                "{name}: Article {article} of the {} was due on {} as {} prints it; the rule gives \
                 {}.",
                under.law.short,
                say::day(printed),
                self.source_ref(*at).title,
                say::day(reckoned)
            );
            found.push(draft.say(text));
        }
    }

    fn about_extensions(
        &self,
        under: &Under,
        bond: &Bond,
        number: usize,
        known: &Known<'_>,
        found: &mut Vec<Finding>,
    ) {
        let duty = &under.law.duties[number];
        let Some(mut current) = self.due_days(under, bond, number).last().copied() else {
            return;
        };
        for (at, extension) in &known.extensions {
            let limit = under
                .law
                .extension_limit(duty, current)
                .and_then(|limit| limit.latest);
            let excess = match (&duty.extension, limit) {
                (None, _) => Some("the treaty allows no extension of it".to_owned()),
                (Some(_), Some(limit)) if limit < extension.until => Some(format!(
                    "one extension can run to {} at the latest, so it is too long or an earlier one \
                     is not on record",
                    say::day(limit)
                )),
                (Some(_), _) => None,
            };
            if let Some(excess) = excess {
                let name = self.registry.name(bond.by, Lang::En);
                let mut draft = Draft::new(FindingKind::ExtensionTooLong, Severity::Uncertain)
                    .treaty(&under.law.id)
                    .by(bond.by)
                    .with("article", &duty.article)
                    .with("until", extension.until)
                    .with("from", current)
                    .entry(self, *at);
                if let Some(limit) = limit {
                    draft = draft.with("limit", limit);
                }
                let text = format!(
                    "{name}: Article {} of the {} was extended from {} to {}; {excess}.",
                    duty.article,
                    under.law.short,
                    say::day(current),
                    say::day(extension.until)
                );
                found.push(draft.say(text));
            }
            current = current.max(extension.until);
        }
    }
}
