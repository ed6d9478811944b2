//! The brief on one State under one treaty: everything on record that whoever speaks to it should
//! have read, on one page. Every line is a sentence made of records, with the entries it rests on;
//! where nothing is known, it is silent or says so.

mod gist;
mod lines;
mod points;
mod work;

use std::collections::BTreeSet;

use jiff::civil::Date;
use ledger::EntryRef;
use treaty::{Lang, ParticipantId, TreatyId};

use self::gist::Gist;
use crate::contact::ApproachFilter;
use crate::kinds;
use crate::next::{Ground, Next, SOURCE};
use crate::view::{
    BriefAcross, BriefLine, BriefPart, BriefSection, BriefView, Sentence, Signal, SourceRef,
    Standing, Weights,
};
use crate::world::World;

/// What the lines of a brief are made from.
struct Brief<'w> {
    ground: Ground<'w>,
    state: ParticipantId,
    standing: Standing,
    /// What the approaches to it come to.
    gist: Gist<'w>,
}

impl World {
    /// The treaty that a brief on a State is about where none is named: of those it is not in, the one
    /// it was last approached for, else one it has signed, else the first; where it is in all, the first.
    pub fn brief_treaty(&self, state: ParticipantId, on: Date, lang: Lang) -> Option<TreatyId> {
        let view = self.participant_view(state, on, lang)?;
        let mut outside = view
            .treaties
            .iter()
            .filter(|row| match row.status.standing {
                Standing::Signatory | Standing::None | Standing::Withdrawn => true,
                Standing::Party | Standing::Contracting => false,
            });
        let to = ApproachFilter {
            to: Some(state),
            ..ApproachFilter::default()
        };
        let approached = self.approaches(&to).rows;
        let mut about = approached
            .into_iter()
            .filter_map(|at| kinds::approach(self.record.body(at)))
            .flat_map(|one| &one.treaties);
        let last = about.find(|&id| outside.clone().any(|row| row.treaty == *id));
        if last.is_some() {
            return last.cloned();
        }
        let signed = outside
            .clone()
            .find(|row| row.status.standing == Standing::Signatory);
        let meant = signed
            .or_else(|| outside.next())
            .or_else(|| view.treaties.first())?;
        Some(meant.treaty.clone())
    }

    /// The brief on a State under a treaty; `None` where the treaty is not open to it and it never
    /// acted under it.
    pub fn brief(
        &self,
        state: ParticipantId,
        treaty: &TreatyId,
        on: Date,
        lang: Lang,
    ) -> Option<BriefView> {
        let about = self.next_about(Next::Treaty(treaty), on, lang)?;
        let told = self.participation(treaty, state, on, lang)?;
        let brief = Brief {
            ground: Ground::lay(self, &about, Some(state), on, lang),
            state,
            standing: told.status.standing,
            gist: self.gist(treaty, state, on),
        };
        let meeting = brief.signal(Signal::Meeting);
        let venues = brief.ground.venues(state, Some(&meeting));
        let parts = vec![
            section(BriefPart::Points, brief.points(&told), None),
            section(BriefPart::Acts, brief.acts(&told), Some("brief-no-acts")),
            section(BriefPart::Votes, brief.votes(), brief.no_votes()),
            section(
                BriefPart::Said,
                brief.said(&told),
                Some("brief-no-statement"),
            ),
            section(
                BriefPart::Obligations,
                brief.obligations(&told),
                Some(brief.no_obligation()),
            ),
            section(BriefPart::Stage, brief.stage(), Some("next-why-no-stage")),
            section(
                BriefPart::Approaches,
                brief.approaches(),
                Some("next-why-never"),
            ),
            section(
                BriefPart::Obstacles,
                brief.obstacles(),
                Some("brief-no-obstacle"),
            ),
            section(BriefPart::Pledges, brief.pledges(), Some("brief-no-pledge")),
            section(
                BriefPart::Venues,
                venues.into_iter().map(BriefLine::from).collect(),
                None,
            ),
        ];
        let messengers = brief.ground.messengers(state);
        let lines = parts.iter().flat_map(|section| &section.lines);
        let sentences = lines.flat_map(|line| &line.sentences);
        let sentences = sentences.chain(messengers.iter().flat_map(|one| &one.why));
        let sources = self.sources_of(sentences);
        Some(BriefView {
            iso3: state,
            name: told.status.name.clone(),
            treaty: treaty.clone(),
            short: told.short,
            title: told.title,
            on,
            known: self.known,
            head: self.head(),
            across: self.across(state, treaty, on),
            status: told.status,
            parts,
            messengers,
            geography: SOURCE.to_owned(),
            sources,
        })
    }

    /// Where a State stands under the other treaties that are open to it.
    fn across(&self, state: ParticipantId, but: &TreatyId, on: Date) -> Vec<BriefAcross> {
        let others = self.treaties.values().filter(|under| under.law.id != *but);
        let told = others.filter_map(|under| {
            let bond = under.bond(state);
            let standing = bond
                .and_then(|bond| under.point_on(bond, on))
                .map(|point| point.standing);
            (under.law.admits(state) || bond.is_some()).then(|| BriefAcross {
                treaty: under.law.id.clone(),
                short: under.law.short.clone(),
                standing: standing.unwrap_or(Standing::None),
            })
        });
        let mut told: Vec<_> = told.collect();
        told.sort_by(|a, b| (a.standing, &a.short).cmp(&(b.standing, &b.short)));
        told
    }

    /// The sources of the entries that sentences rest on, each once.
    fn sources_of<'s>(&self, sentences: impl Iterator<Item = &'s Sentence>) -> Vec<SourceRef> {
        let mut seen = BTreeSet::<EntryRef>::new();
        let entries = sentences.flat_map(|sentence| &sentence.entries);
        let once = entries.filter(|entry| seen.insert(**entry));
        let places = once.filter_map(|entry| self.record.place(*entry));
        let sources: Vec<_> = places.map(|at| self.source_ref(at)).collect();
        sources
    }
}

impl Brief<'_> {
    fn signal(&self, signal: Signal) -> crate::view::SignalView {
        self.ground
            .signal(signal, self.state, self.standing, &Weights::default())
    }
}

fn section(
    part: BriefPart,
    lines: Vec<BriefLine>,
    silence: Option<&'static str>,
) -> BriefSection {
    BriefSection {
        part,
        silence: silence.filter(|_| lines.is_empty()).map(Sentence::new),
        lines,
    }
}
