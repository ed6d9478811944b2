//! The status sentence of a statement: what a delegate can read aloud on a day, in several lengths. How many stand
//! where, in the treaty's own terms; who joined since a day; whom to welcome.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use jiff::civil::Date;
use treaty::{Kind, PartialDate, ParticipantId};

use super::{Frame, Made, asked, part, passage};
use crate::view::{
    Asks, ChangesView, Counts, PassageForm, ReportPart, ReportSentence, Said, Sentence,
    Standing, StatusView,
};

/// How those joined, or signed, of whom a statement speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Joined {
    Ratified,
    Acceded,
    Otherwise,
    Signed,
}

impl Joined {
    /// `None`: an act by which nobody joins or signs.
    fn by(kind: Kind) -> Option<Joined> {
        if kind == Kind::Ratification {
            Some(Joined::Ratified)
        } else if kind == Kind::Accession {
            Some(Joined::Acceded)
        } else if kind.is_consent() {
            Some(Joined::Otherwise)
        } else {
            (kind == Kind::Signature).then_some(Joined::Signed)
        }
    }

    /// The sentence that begins with the day, and the one that goes on.
    fn keys(self) -> (&'static str, &'static str) {
        match self {
            Joined::Ratified => ("report-line-ratified", "report-line-ratified-next"),
            Joined::Acceded => ("report-line-acceded", "report-line-acceded-next"),
            Joined::Otherwise => ("report-line-joined", "report-line-joined-next"),
            Joined::Signed => ("report-line-signed", "report-line-signed-next"),
        }
    }
}

/// What happened since a day.
struct Since {
    from: Date,
    changes: ChangesView,
    joined: BTreeMap<Joined, Vec<ParticipantId>>,
}

impl Frame<'_> {
    pub(super) fn line(&self) -> Made {
        let treaty = &self.under.law.id;
        let view = self.world.status_in_brief(treaty, self.to, self.lang);
        let told = view.filter(|view| view.counts != Counts::default());
        let Some(view) = told else {
            return Made::default();
        };
        let since = self.news_since();
        let parts = [
            self.one("short", "report-part-short", vec![self.short(&view)]),
            self.one("full", "report-part-full", self.full(&view, since.as_ref())),
            self.one(
                "names",
                "report-part-names",
                self.with_names(&view, since.as_ref()),
            ),
            self.one(
                "welcome",
                "report-part-welcome",
                since
                    .as_ref()
                    .map(|since| self.welcome(since))
                    .unwrap_or_default(),
            ),
        ];
        Made {
            parts: parts.into_iter().flatten().collect(),
            ..Made::default()
        }
    }

    /// A part of one passage, which can be read by itself.
    fn one(
        &self,
        key: &'static str,
        heading: &'static str,
        said: Vec<ReportSentence>,
    ) -> Option<ReportPart> {
        let told = passage(key, PassageForm::Numbered, said);
        part(key, heading, told.into_iter().collect())
    }

    fn counted(&self, key: &'static str, view: &StatusView) -> ReportSentence {
        let counts = view.counts;
        let number = |n: u32| Said::Number(n);
        let says = self
            .say(key)
            .day("day", view.on)
            .with("signatures", number(counts.signatures))
            .with("consents", number(counts.consents))
            .with("parties", number(counts.parties))
            .with("only", number(counts.signatories_only))
            .with("organisations", number(self.organisations_in(view).into()))
            .by_all(self.printed(view.on, counts));
        asked(says, Asks::Status { on: view.on })
    }

    /// How many stand where, in one sentence.
    fn short(&self, view: &StatusView) -> ReportSentence {
        let key = match (
            view.in_force,
            view.called.contains_key(&Standing::Contracting),
        ) {
            (true, _) => "report-line-parties",
            (false, true) => "report-line-ratifications",
            (false, false) => "report-line-consents",
        };
        self.counted(key, view)
    }

    /// Since when it is in force or what that lacks, how many stand where, and how that moved.
    fn full(&self, view: &StatusView, since: Option<&Since>) -> Vec<ReportSentence> {
        let mut said = Vec::new();
        let in_force = view.entered_into_force.filter(|_| view.in_force);
        if let Some(day) = in_force {
            let says = self.say("report-line-in-force").day("day", day);
            said.push(asked(says, Asks::Force { on: view.on }));
            said.push(self.counted("report-line-bound", view));
            said.extend(self.still_to_come(view));
        } else {
            said.push(self.short(view));
            said.extend(self.force(view.on));
        }
        said.extend(since.and_then(|since| self.moved(view, since)));
        said
    }

    /// Those whose consent stands and for which the treaty is not in force yet, by the day from which it will be.
    fn still_to_come(&self, view: &StatusView) -> Vec<ReportSentence> {
        let mut days = BTreeMap::<Date, Vec<ParticipantId>>::new();
        let later = view
            .participants
            .iter()
            .filter(|row| row.standing == Standing::Contracting);
        for row in later {
            if let Some(day) = row.in_force {
                days.entry(day).or_default().push(row.iso3);
            }
        }
        let said = days.into_iter().map(|(day, states)| {
            let rows = view.participants.iter();
            let rows = rows.filter(|row| states.contains(&row.iso3));
            let entries = rows.flat_map(|row| row.sources.iter().map(|source| source.entry));
            let says = self
                .say("report-line-later")
                .day("day", day)
                .by_all(entries)
                .states("by", self.named(states.iter().copied()));
            asked(says, Asks::Status { on: view.on })
        });
        said.collect()
    }

    /// From how many to how many, since a day.
    fn moved(&self, view: &StatusView, since: &Since) -> Option<ReportSentence> {
        let treaty = &self.under.law.id;
        let before = self
            .world
            .status_in_brief(treaty, self.before(), self.lang)?;
        let number = |view: &StatusView| {
            if view.in_force {
                view.counts.parties
            } else {
                view.counts.consents
            }
        };
        // Of different things nothing can be said to have risen.
        let same = before.in_force == view.in_force;
        let (was, is) = (number(&before), number(view));
        let (rose, fell) = if view.in_force {
            ("report-line-parties-rose", "report-line-parties-fell")
        } else if view.called.contains_key(&Standing::Contracting) {
            ("report-line-ratified-rose", "report-line-ratified-fell")
        } else {
            ("report-line-consents-rose", "report-line-consents-fell")
        };
        let key = match is.cmp(&was) {
            Ordering::Greater => rose,
            Ordering::Less => fell,
            Ordering::Equal => return None,
        };
        let organisations = Said::Number(self.organisations_in(view).into());
        let says = self
            .say(key)
            .day("from", since.from)
            .with("was", Said::Number(was))
            .with("is", Said::Number(is))
            .with("organisations", organisations);
        let (from, to) = (since.from, self.to);
        same.then(|| asked(says, Asks::Changes { from, to }))
    }

    /// Who joined, signed and left since a day; without one, who joined last.
    fn with_names(&self, view: &StatusView, since: Option<&Since>) -> Vec<ReportSentence> {
        let mut said = vec![self.short(view)];
        if let Some(since) = since {
            let asks = Asks::Changes {
                from: since.from,
                to: self.to,
            };
            for (place, (sort, states)) in since.joined.iter().enumerate() {
                let (first, next) = sort.keys();
                let key = if place == 0 { first } else { next };
                said.push(asked(self.acted_since(key, since, states), asks.clone()));
            }
            if since.joined.keys().all(|sort| *sort == Joined::Signed) {
                let key = if since.joined.is_empty() {
                    "report-line-nobody"
                } else {
                    "report-line-nobody-joined"
                };
                said.push(asked(self.say(key).day("from", since.from), asks.clone()));
                said.extend(self.latest(view));
            }
            said.extend(self.those_who_left(since, &asks));
        } else {
            said.extend(self.latest(view));
        }
        said
    }

    fn acted_since(
        &self,
        key: &'static str,
        since: &Since,
        states: &[ParticipantId],
    ) -> Sentence {
        let acts = since.changes.acts.iter();
        let own = acts.filter(|act| {
            !act.further_deposit && states.contains(&act.iso3) && Joined::by(act.act).is_some()
        });
        self.say(key)
            .day("from", since.from)
            .count("n", states.len())
            .states("by", self.named(states.iter().copied()))
            .by_all(own.map(|act| act.source.entry))
    }

    /// Who left, or said so, which a statement should know even where it does not tell it.
    fn those_who_left(&self, since: &Since, asks: &Asks) -> Vec<ReportSentence> {
        let mut said = Vec::new();
        for (kind, key) in [
            (Kind::WithdrawalNotified, "report-act-notified"),
            (Kind::WithdrawalEffective, "report-act-left"),
            (Kind::RatificationWithdrawn, "report-act-undone"),
        ] {
            let acts = since.changes.acts.iter();
            let own: Vec<_> = acts
                .filter(|act| act.act == kind && !act.further_deposit)
                .collect();
            let summed = since.changes.summary.iter();
            let states = summed
                .filter(|(one, _)| **one == kind)
                .flat_map(|(_, states)| states.iter().copied());
            let states = self.in_order(states);
            let says = self
                .say(key)
                .states("by", self.named(states.iter().copied()))
                .by_all(own.iter().map(|act| act.source.entry));
            if !states.is_empty() {
                said.push(asked(says, asks.clone()));
            }
        }
        said
    }

    /// The last to join of those whose consent stands.
    fn latest(&self, view: &StatusView) -> Option<ReportSentence> {
        let bound = |standing| match standing {
            Standing::Party | Standing::Contracting => true,
            Standing::Signatory | Standing::Withdrawn | Standing::None => false,
        };
        let rows = view.participants.iter().filter(|row| bound(row.standing));
        let joined: Vec<_> = rows.filter_map(|row| Some((row.consented?, row))).collect();
        let last: PartialDate = joined
            .iter()
            .map(|(on, _)| *on)
            .max_by_key(|on| (on.latest(), on.earliest()))?;
        let rows = joined.iter().filter(|(on, _)| *on == last);
        let (mut states, mut entries) = (Vec::new(), Vec::new());
        for (_, row) in rows {
            states.push(row.iso3);
            entries.extend(row.sources.iter().map(|source| source.entry));
        }
        let says = self
            .say("report-line-latest")
            .day("day", last)
            .states("by", self.named(self.in_order(states)))
            .by_all(entries);
        Some(asked(says, Asks::Status { on: view.on }))
    }

    /// Words of welcome to those who joined, and to those who signed.
    fn welcome(&self, since: &Since) -> Vec<ReportSentence> {
        let (from, to) = (since.from, self.to);
        let joined = since
            .joined
            .iter()
            .filter(|(sort, _)| **sort != Joined::Signed)
            .flat_map(|(_, states)| states.iter().copied());
        // Nobody welcomes who left again.
        let joined = joined.filter(|&id| self.had_joined(id, self.to));
        let joined = self.in_order(joined);
        let ratified = since.joined.get(&Joined::Ratified);
        let all_ratified = joined
            .iter()
            .all(|id| ratified.is_some_and(|those| those.contains(id)));
        let welcome = if all_ratified {
            "report-line-welcome-ratified"
        } else {
            "report-line-welcome"
        };
        let signed = since.joined.get(&Joined::Signed).cloned();
        let signed = signed.unwrap_or_default();
        // Who signed and joined is welcomed as having joined.
        let signed = signed.into_iter().filter(|id| !joined.contains(id));
        let signed: Vec<_> = signed.collect();
        let mut said = Vec::new();
        for (states, first, next) in [
            (&joined, welcome, welcome),
            (
                &signed,
                "report-line-welcome-signed",
                "report-line-welcome-signed-next",
            ),
        ] {
            if states.is_empty() {
                continue;
            }
            let key = if said.is_empty() { first } else { next };
            let says = self.acted_since(key, since, states);
            said.push(asked(says, Asks::Changes { from, to }));
        }
        said
    }

    fn news_since(&self) -> Option<Since> {
        let from = self.ask.from?;
        let treaty = &self.under.law.id;
        let changes = self.world.changes(Some(treaty), from, self.to, self.lang);
        let mut joined = BTreeMap::<Joined, Vec<ParticipantId>>::new();
        for (kind, states) in &changes.summary {
            if let Some(sort) = Joined::by(*kind) {
                joined.entry(sort).or_default().extend(states);
            }
        }
        for states in joined.values_mut() {
            *states = self.in_order(states.iter().copied());
        }
        Some(Since {
            from,
            changes,
            joined,
        })
    }
}
