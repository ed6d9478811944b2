//! Reports: what the record says of a period or a day, to be given to others. What is told is in this room, in
//! which words is in `words`, how it looks is in `report`.
//!
//! A report is made from one world and knows what its viewer knows: the version for anyone is the same
//! question asked of the public world. What was planned, drafted or dropped is in none; what was done is in
//! it where its days say for sure that it was within the period. Each kind has a file of its own.

mod activities;
mod approaches;
mod assistance;
mod ballots;
mod brief;
mod deeds;
mod fora;
mod join;
mod level;
mod met;
mod obligations;
mod open;
mod owed;
mod plan;
mod progress;
mod sentence;
mod standing;
mod status;
mod tables;
mod tenure;
mod votes;

use std::collections::BTreeSet;

use jiff::civil::Date;
use ledger::EntryRef;
use treaty::{Lang, ParticipantId};

use crate::fold::Under;
use crate::record::At;
use crate::view::{
    Asks, Instrument, NamedState, Passage, PassageForm, ReportAsk, ReportKind, ReportPart,
    ReportRefused, ReportSentence, ReportTable, ReportView, Said, Sentence, SourceRef,
};
use crate::world::World;

/// What a report is asked about.
#[derive(Clone, Copy)]
struct Frame<'w> {
    world: &'w World,
    ask: &'w ReportAsk,
    under: &'w Under,
    from: Date,
    to: Date,
    lang: Lang,
    instrument: Instrument,
}

impl World {
    /// A report, made from what this world knows.
    ///
    /// # Errors
    ///
    /// Where the treaty is not on record, and where the kind needs what is not given or does not take what is.
    pub fn report(&self, ask: &ReportAsk, lang: Lang) -> Result<ReportView, ReportRefused> {
        ask.check()?;
        let under = self.under(&ask.treaty).ok_or(ReportRefused::NoTreaty)?;
        let frame = Frame {
            world: self,
            ask,
            under,
            from: ask.from.unwrap_or(ask.to),
            to: ask.to,
            lang,
            instrument: instrument(under.law.title.get(Lang::En)),
        };
        let made = match ask.kind {
            ReportKind::Progress => frame.progress(),
            ReportKind::Activities => frame.overview(),
            ReportKind::Status => frame.status(),
            ReportKind::Obligations => frame.obligations(),
            ReportKind::Plan => frame.plan()?,
            ReportKind::Brief => frame.brief(),
            ReportKind::Bilateral => frame.bilateral(),
            ReportKind::Sentence => frame.line(),
            ReportKind::Votes => frame.votes(),
            ReportKind::Assistance => frame.assistance(),
        };
        Ok(frame.view(if made.is_empty() {
            frame.nothing()
        } else {
            made
        }))
    }
}

/// What a kind of report makes of its question.
#[derive(Default)]
struct Made {
    /// Those of whose term of office it tells.
    by: Vec<ParticipantId>,
    /// The body.
    parts: Vec<ReportPart>,
    /// What is annexed.
    annexes: Vec<ReportTable>,
}

impl Made {
    fn is_empty(&self) -> bool {
        self.parts.is_empty() && self.annexes.is_empty()
    }
}

/// What a treaty is, by the first word of its English title that says so.
fn instrument(title: &str) -> Instrument {
    let words = [
        ("Amendment", Instrument::Amendment),
        ("Protocol", Instrument::Protocol),
        ("Convention", Instrument::Convention),
    ];
    let found = words
        .into_iter()
        .filter_map(|(word, is)| title.find(word).map(|at| (at, is)))
        .min_by_key(|(at, _)| *at);
    found.map_or(Instrument::Treaty, |(_, is)| is)
}

impl<'w> Frame<'w> {
    /// A sentence that may name the treaty.
    fn say(&self, key: &'static str) -> Sentence {
        Sentence::new(key).with("treaty", Said::Treaty(self.instrument))
    }

    /// That there is nothing to tell, in a sentence: a paper with a title alone would leave that open.
    fn nothing(&self) -> Made {
        let key = match self.ask.kind {
            ReportKind::Activities => "report-none-activities",
            ReportKind::Votes => "report-none-votes",
            ReportKind::Assistance => "report-none-assistance",
            ReportKind::Obligations => "report-none-obligations",
            ReportKind::Plan => "report-none-plan",
            ReportKind::Progress
            | ReportKind::Status
            | ReportKind::Brief
            | ReportKind::Bilateral
            | ReportKind::Sentence => "report-none",
        };
        let says = self.say(key);
        let said = passage("none", PassageForm::Numbered, vec![says.into()]);
        let parts = part("none", "report-part-none", said.into_iter().collect());
        Made {
            parts: parts.into_iter().collect(),
            ..Made::default()
        }
    }

    fn named(&self, states: impl IntoIterator<Item = ParticipantId>) -> Vec<NamedState> {
        let named = states.into_iter().map(|iso3| NamedState {
            iso3,
            name: self.world.registry.name(iso3, self.lang),
        });
        named.collect()
    }

    fn entry(&self, at: At) -> EntryRef {
        self.world.record.name(at)
    }

    /// Participants in the order in which they are told of, each once.
    fn in_order(&self, states: impl IntoIterator<Item = ParticipantId>) -> Vec<ParticipantId> {
        let once: BTreeSet<_> = states.into_iter().collect();
        let mut all: Vec<_> = once.into_iter().collect();
        all.sort_by_key(|&id| (self.world.registry.rank(id), id));
        all
    }

    /// Whether a participant's consent stood at the end of a day.
    fn had_joined(&self, id: ParticipantId, on: Date) -> bool {
        let bond = self.under.bond(id);
        let point = bond.and_then(|bond| self.under.point_on(bond, on));
        point.is_some_and(|point| point.ties.consent_stands)
    }

    /// The last day before the period.
    fn before(&self) -> Date {
        self.from.yesterday().unwrap_or(self.from)
    }

    fn approaches(&self, by: &[ParticipantId]) -> Asks {
        let alone = <[ParticipantId; 1]>::try_from(by).ok();
        Asks::Approaches {
            by: alone.map(|[one]| one),
            from: self.from,
            to: self.to,
        }
    }

    fn view(&self, made: Made) -> ReportView {
        let law = &self.under.law;
        ReportView {
            kind: self.ask.kind,
            treaty: law.id.clone(),
            short: law.short.clone(),
            title: law.title.get(self.lang).to_owned(),
            instrument: self.instrument,
            from: self.ask.from,
            to: self.to,
            known: self.world.known,
            head: self.world.head(),
            by: self.named(made.by),
            of: self.named(self.ask.of.iter().copied()),
            plan: self.ask.plan.clone(),
            sources: self.sources(&made.parts, &made.annexes),
            parts: Self::asking(made.parts),
            annexes: made.annexes,
        }
    }

    /// No sentence without its question: where no other page has the answer, the report itself has.
    fn asking(mut parts: Vec<ReportPart>) -> Vec<ReportPart> {
        let passages = parts.iter_mut().flat_map(|part| &mut part.passages);
        for said in passages.flat_map(|passage| &mut passage.sentences) {
            said.asks.get_or_insert(Asks::Report);
        }
        parts
    }

    /// The sources of all entries that are named, each once, in the order in which they are.
    fn sources(&self, parts: &[ReportPart], annexes: &[ReportTable]) -> Vec<SourceRef> {
        let mut seen = BTreeSet::new();
        let passages = parts.iter().flat_map(|part| &part.passages);
        let said = passages.flat_map(|one| &one.sentences);
        let said = said.flat_map(|one| &one.says.entries);
        let cells = annexes.iter().flat_map(|table| table.rows.iter().flatten());
        let all = said.chain(cells.flat_map(|cell| &cell.entries));
        let once = all.filter(|entry| seen.insert(**entry));
        let places = once.filter_map(|entry| self.world.record.place(*entry));
        let sources = places.map(|at| self.world.source_ref(at));
        sources.collect()
    }
}

/// A part, where there is something in it.
fn part(
    key: &'static str,
    heading: &'static str,
    passages: Vec<Passage>,
) -> Option<ReportPart> {
    (!passages.is_empty()).then(|| ReportPart {
        key: key.to_owned(),
        heading: Sentence::new(heading),
        level: 1,
        of: None,
        begins_page: false,
        passages,
    })
}

/// A passage, where there is something in it.
fn passage(
    key: impl Into<String>,
    form: PassageForm,
    sentences: Vec<ReportSentence>,
) -> Option<Passage> {
    (!sentences.is_empty()).then(|| Passage {
        key: key.into(),
        form,
        sentences,
    })
}

/// A sentence with the question that has the same answer.
fn asked(says: Sentence, asks: Asks) -> ReportSentence {
    ReportSentence {
        says,
        asks: Some(asks),
    }
}

/// Participants as they stand in keys: `ita-zaf`.
fn codes(states: &[ParticipantId]) -> String {
    let codes = states.iter().map(|id| id.as_str().to_ascii_lowercase());
    codes.collect::<Vec<_>>().join("-")
}

/// One of several wordings, by the place at which it stands, so that neighbours differ and the same report
/// is worded alike each time.
fn vary(keys: &[&'static str], place: usize) -> &'static str {
    keys[place % keys.len()]
}
