//! The way of a question: words, what each document has of them, what is let through, what is best.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, TERMINATED};

use crate::ask::{Ask, Field, Filter};
use crate::bits::Bits;
use crate::concept::{Builder, Concept, Leaf, Node};
use crate::facets::{self, COUNTED};
use crate::filter;
use crate::found::{Facet, Found, Hit, How, Part, Reason, Remark, Suggestion};
use crate::passages::Shower;
use crate::rank;
use crate::reading::{ReadError, Segment, place, real};
use crate::shelf::day_number;
use crate::spelling;
use crate::stacks::Stacks;

/// What the documents of a segment have of a concept.
pub(crate) struct Trace {
    /// How much, by document.
    weights: Vec<f64>,
    /// How much of that in the very form, where there are other ways too; empty where there are none.
    formed: Vec<f64>,
    /// Where and how, by document: a bit for each pair of [`Part`] and [`How`].
    ways: Vec<u32>,
    pub(crate) docs: Bits,
}

/// What all documents have of all concepts.
struct Traces {
    /// By concept, then by segment.
    of: Vec<Vec<Trace>>,
    rarity: Vec<f64>,
    /// The rarity of the very form.
    form_rarity: Vec<f64>,
    /// In how many documents each was found.
    found: Vec<u64>,
}

/// What matches in a segment.
struct Matching {
    /// The words, whatever the filters say.
    words: Bits,
    /// The groups of filters, each of one field or bound.
    groups: Vec<Bits>,
}

impl Matching {
    /// What the words and the filters let through, those of one field left out.
    fn without(&self, left_out: Option<usize>) -> Bits {
        let mut all = self.words.clone();
        for (at, group) in self.groups.iter().enumerate() {
            if Some(at) != left_out {
                all.keep(group);
            }
        }
        all
    }
}

pub(crate) fn search(stacks: &Stacks, ask: &Ask) -> Result<Found, ReadError> {
    let looked = Looked::of(stacks, ask)?;
    let eye = looked.eye(stacks);
    let through = looked.through();
    let scored = eye.scored(&looked.concepts, &through, looked.most_of(), ask);
    let shower = looked.shower();
    let mut hits = Vec::new();
    for one in best(stacks, scored, ask.after, ask.limit) {
        hits.push(eye.hit(&one, &looked.concepts, &shower)?);
    }
    Ok(Found {
        total: through.iter().map(Bits::count).sum(),
        hits,
        facets: counted(stacks, &looked.matching, &looked.groups, ask.values),
        suggestions: looked.suggestions,
        remarks: looked.remarks,
    })
}

/// A question understood, and what is as it asks.
pub(crate) struct Looked {
    root: Node,
    concepts: Vec<Concept>,
    traces: Traces,
    matching: Vec<Matching>,
    groups: Groups,
    /// Whether it was enough to have most of the words.
    most: bool,
    pub(crate) suggestions: Vec<Suggestion>,
    pub(crate) remarks: Vec<Remark>,
}

impl Looked {
    pub(crate) fn of(stacks: &Stacks, ask: &Ask) -> Result<Looked, ReadError> {
        let mut builder = Builder::new(stacks, ask);
        let root = builder.node(&ask.want, true)?;
        let mut concepts = builder.concepts;
        let mut remarks = ask.remarks.clone();
        remarks.extend(builder.remarks);
        let mut traces = Traces::of(stacks, &concepts)?;
        let found = traces.found.clone();
        let suggestions = spelling::mend(
            stacks,
            &mut concepts,
            &found,
            &mut remarks,
            |at, concept| traces.anew(stacks, at, concept),
        )?;
        let (groups, unknown) = grouped(stacks, &ask.filters);
        let unknown = unknown.into_iter();
        remarks.extend(unknown.map(|filter| Remark::NothingHas { filter }));
        let eye = Eye {
            stacks,
            traces: &traces,
        };
        let matching = eye.matching(&root, None, &groups);
        let mut looked = Looked {
            matching,
            root,
            concepts,
            traces,
            groups,
            most: false,
            suggestions,
            remarks,
        };
        looked.widen(stacks);
        Ok(looked)
    }

    /// Where few have all the words, those that have most of them are taken too.
    fn widen(&mut self, stacks: &Stacks) {
        let Node::Words { wanted, .. } = &self.root else {
            return;
        };
        let all = count(&self.matching);
        if wanted.len() <= 1 || all >= rank::FEW {
            return;
        }
        let least = wanted.len() - 1 - (wanted.len() - 1) / 3;
        let wider = self
            .eye(stacks)
            .matching(&self.root, Some(least), &self.groups);
        if count(&wider) > all {
            self.remarks.push(Remark::FewHaveAll {
                all,
                least,
                of: wanted.len(),
            });
            (self.matching, self.most) = (wider, true);
        }
    }

    /// The nodes of which most are enough, where that is so.
    fn most_of(&self) -> Option<&[Node]> {
        match &self.root {
            Node::Words { wanted, .. } if self.most => Some(wanted),
            Node::Words { .. }
            | Node::Anything
            | Node::Concept(_)
            | Node::AtLeast(..)
            | Node::Not(_)
            | Node::Has(_) => None,
        }
    }

    fn eye<'a>(&'a self, stacks: &'a Stacks) -> Eye<'a> {
        Eye {
            stacks,
            traces: &self.traces,
        }
    }

    /// What matches, by segment.
    pub(crate) fn through(&self) -> Vec<Bits> {
        let segments = self.matching.iter();
        segments.map(|segment| segment.without(None)).collect()
    }

    pub(crate) fn shower(&self) -> Shower {
        Shower::new(&self.concepts, &self.traces.rarity)
    }

    /// Which words a document has, where and how.
    pub(crate) fn why(&self, segment: usize, doc: usize) -> Vec<Reason> {
        self.traces.why(&self.concepts, segment, doc)
    }
}

/// How many match.
fn count(matching: &[Matching]) -> u64 {
    let segments = matching.iter();
    segments.map(|segment| segment.without(None).count()).sum()
}

/// Filters by field, with what each group lets through by segment; and those that let nothing through anywhere.
type Groups = Vec<(Field, Vec<Bits>)>;

fn grouped(stacks: &Stacks, filters: &[Filter]) -> (Groups, Vec<Filter>) {
    let (mut groups, mut unknown) = (Groups::new(), Vec::new());
    for filter in filters {
        let mut bits = Vec::new();
        for segment in stacks.segments() {
            bits.push(filter::holding(segment, filter));
        }
        if bits.iter().all(Bits::is_empty) && !filter.field.is_bound() {
            unknown.push(filter.clone());
        }
        let known = groups
            .iter_mut()
            .find(|(field, _)| *field == filter.field && !field.is_bound());
        match known {
            Some((_, group)) => group
                .iter_mut()
                .zip(&bits)
                .for_each(|(all, one)| all.add(one)),
            None => groups.push((filter.field, bits)),
        }
    }
    (groups, unknown)
}

fn counted(stacks: &Stacks, matching: &[Matching], groups: &Groups, most: usize) -> Vec<Facet> {
    let mut counted = Vec::new();
    for (field, column) in COUNTED {
        let own = groups.iter().position(|(other, _)| *other == field);
        let mut counts = BTreeMap::new();
        for (segment, matching) in stacks.segments().zip(matching) {
            facets::count(segment, column, &matching.without(own), &mut counts);
        }
        counted.push(facets::facet(field, counts, most));
    }
    counted
}

impl Traces {
    fn of(stacks: &Stacks, concepts: &[Concept]) -> Result<Traces, ReadError> {
        let mut traces = Traces {
            of: Vec::new(),
            rarity: Vec::new(),
            form_rarity: Vec::new(),
            found: Vec::new(),
        };
        for (at, concept) in concepts.iter().enumerate() {
            traces.of.push(Vec::new());
            traces.rarity.push(0.0);
            traces.form_rarity.push(0.0);
            traces.found.push(0);
            traces.anew(stacks, at, concept)?;
        }
        Ok(traces)
    }

    /// Looks for a concept.
    fn anew(&mut self, stacks: &Stacks, at: usize, concept: &Concept) -> Result<(), ReadError> {
        let mut found = Vec::new();
        for segment in stacks.segments() {
            found.push(Trace::of(stacks, segment, &concept.leaves)?);
        }
        let with: u64 = found.iter().map(|trace| trace.docs.count()).sum();
        let formed = found.iter().flat_map(|trace| &trace.formed);
        let formed = formed.map(|weight| u64::from(*weight > 0.0)).sum();
        self.of[at] = found;
        self.form_rarity[at] = rank::rarity(real(stacks.len()), real(formed));
        self.rarity[at] = rank::rarity(real(stacks.len()), real(with));
        self.found[at] = with;
        Ok(())
    }

    /// Which words a document has, where and how.
    fn why(&self, concepts: &[Concept], segment: usize, doc: usize) -> Vec<Reason> {
        let mut why = Vec::new();
        let telling = concepts.iter().enumerate();
        for (number, concept) in telling.filter(|(_, one)| one.counts && one.telling) {
            let ways = self.of[number][segment].ways[doc];
            for part in Part::ALL {
                for how in How::ALL {
                    if ways >> (part.place() * How::ALL.len() + how.place()) & 1 == 1 {
                        why.push(Reason {
                            word: concept.label.clone(),
                            part,
                            how,
                        });
                    }
                }
            }
        }
        why
    }
}

impl Trace {
    pub(crate) fn of(
        stacks: &Stacks,
        segment: &Segment,
        leaves: &[Leaf],
    ) -> Result<Trace, ReadError> {
        let mut trace = Trace {
            weights: vec![0.0; segment.len],
            formed: vec![0.0; if leaves.len() > 1 { segment.len } else { 0 }],
            ways: vec![0; segment.len],
            docs: Bits::none(segment.len),
        };
        for leaf in leaves {
            for part in Part::ALL {
                let mut add = |doc: usize, times: u32| {
                    if segment.live.has(doc) {
                        let mean = stacks.lengths().mean(segment.tongues[doc], part);
                        let length = segment.length(part, doc);
                        let weight = rank::weight(part, leaf.how, times, length, mean);
                        trace.weights[doc] += weight;
                        if leaf.how == How::Exact
                            && let Some(formed) = trace.formed.get_mut(doc)
                        {
                            *formed += weight;
                        }
                        trace.ways[doc] |=
                            1 << (part.place() * How::ALL.len() + leaf.how.place());
                        trace.docs.insert(doc);
                    }
                };
                match leaf.slots.as_slice() {
                    [terms] => {
                        for term in terms {
                            segment.each(part, term, &mut add)?;
                        }
                    }
                    slots => each_sequence(segment, part, slots, &mut add)?,
                }
            }
        }
        Ok(trace)
    }

    pub(crate) fn weight(&self, doc: usize) -> f64 {
        self.weights[doc]
    }
}

/// Tells each document in which terms stand one after another, one of each slot, and how often.
fn each_sequence(
    segment: &Segment,
    part: Part,
    slots: &[BTreeSet<String>],
    told: &mut dyn FnMut(usize, u32),
) -> Result<(), ReadError> {
    // The rarest place first: what it does not have is not looked at again.
    let mut order = Vec::new();
    for (at, terms) in slots.iter().enumerate() {
        let mut lists = Vec::new();
        for term in terms {
            let with = IndexRecordOption::WithFreqsAndPositions;
            lists.extend(segment.postings(part, term, with)?);
        }
        let cost: u64 = lists.iter().map(|list| u64::from(list.size_hint())).sum();
        order.push((cost, at, lists));
    }
    order.sort_by_key(|(cost, at, _)| (*cost, *at));
    // Document and position of the first word, of all that are still possible.
    let mut starts: Option<Vec<(u32, u32)>> = None;
    for (_, at, lists) in order {
        let at = u32::try_from(at).expect("phrases are short");
        let possible = starts.as_ref().map(|starts| documents(segment.len, starts));
        let here = beginnings(lists, at, possible.as_ref());
        let both = match &starts {
            None => here,
            Some(starts) => common(starts, &here),
        };
        if both.is_empty() {
            return Ok(());
        }
        starts = Some(both);
    }
    for same in starts
        .unwrap_or_default()
        .chunk_by(|(doc, _), (other, _)| doc == other)
    {
        if let Some((doc, _)) = same.first() {
            told(place(*doc), u32::try_from(same.len()).unwrap_or(u32::MAX));
        }
    }
    Ok(())
}

/// Where a sequence would begin that has one of these words in its place `at`; in order.
fn beginnings(
    lists: Vec<SegmentPostings>,
    at: u32,
    possible: Option<&Bits>,
) -> Vec<(u32, u32)> {
    let (mut found, mut positions) = (Vec::new(), Vec::new());
    let is_sorted = lists.len() == 1;
    for mut list in lists {
        let mut doc = list.doc();
        while doc != TERMINATED {
            if possible.is_none_or(|possible| possible.has(place(doc))) {
                list.positions(&mut positions);
                let begin = positions
                    .iter()
                    .filter_map(|position| position.checked_sub(at));
                found.extend(begin.map(|begin| (doc, begin)));
            }
            doc = list.advance();
        }
    }
    if !is_sorted {
        found.sort_unstable();
    }
    found
}

fn documents(len: usize, starts: &[(u32, u32)]) -> Bits {
    let mut documents = Bits::none(len);
    starts
        .iter()
        .for_each(|(doc, _)| documents.insert(place(*doc)));
    documents
}

/// What two lists have in common, both in order.
fn common(some: &[(u32, u32)], others: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let (mut both, mut others) = (Vec::new(), others.iter().peekable());
    for one in some {
        while others.next_if(|other| *other < one).is_some() {}
        if others.peek() == Some(&one) {
            both.push(*one);
        }
    }
    both
}

/// A document that matches.
struct Scored {
    score: f64,
    segment: usize,
    doc: usize,
}

/// What looks at documents.
struct Eye<'a> {
    stacks: &'a Stacks,
    traces: &'a Traces,
}

impl Eye<'_> {
    fn matching(&self, root: &Node, least: Option<usize>, groups: &Groups) -> Vec<Matching> {
        let mut matching = Vec::new();
        for (at, segment) in self.stacks.segments().enumerate() {
            matching.push(Matching {
                words: self.having(root, least, at, segment),
                groups: groups.iter().map(|(_, bits)| bits[at].clone()).collect(),
            });
        }
        matching
    }

    /// The live documents that are as the node says; of the words of a root at least so many.
    fn having(&self, node: &Node, least: Option<usize>, at: usize, segment: &Segment) -> Bits {
        let mut found = segment.live.clone();
        match node {
            Node::Anything => {}
            Node::Concept(concept) => found.keep(&self.traces.of[*concept][at].docs),
            Node::AtLeast(least, nodes) => {
                found.keep(&self.at_least(*least, nodes, at, segment));
            }
            Node::Words { wanted, always } => {
                let least = least.unwrap_or(wanted.len());
                found.keep(&self.at_least(least, wanted, at, segment));
                for node in always {
                    found.keep(&self.having(node, None, at, segment));
                }
            }
            Node::Not(node) => found.drop(&self.having(node, None, at, segment)),
            Node::Has(filter) => found.keep(&filter::holding(segment, filter)),
        }
        found
    }

    fn at_least(&self, least: usize, nodes: &[Node], at: usize, segment: &Segment) -> Bits {
        let mut counts = vec![0_usize; segment.len];
        for node in nodes {
            self.having(node, None, at, segment)
                .iter()
                .for_each(|doc| counts[doc] += 1);
        }
        let mut found = Bits::none(segment.len);
        for (doc, count) in counts.into_iter().enumerate() {
            if count >= least {
                found.insert(doc);
            }
        }
        found
    }

    fn scored(
        &self,
        concepts: &[Concept],
        through: &[Bits],
        most_of: Option<&[Node]>,
        ask: &Ask,
    ) -> Vec<Scored> {
        let today = ask.today.map(day_number);
        let mut scored = Vec::new();
        for (at, (segment, through)) in self.stacks.segments().zip(through).enumerate() {
            let mut has = vec![0_usize; if most_of.is_some() { segment.len } else { 0 }];
            for node in most_of.unwrap_or_default() {
                self.having(node, None, at, segment)
                    .iter()
                    .for_each(|doc| has[doc] += 1);
            }
            for doc in through.iter() {
                let mut score = 0.0;
                for (number, concept) in concepts.iter().enumerate() {
                    if concept.counts {
                        let weight = self.traces.of[number][at].weight(doc);
                        let rarity = self.traces.rarity[number];
                        score += rank::saturated(rarity, weight);
                        if let Some(formed) = self.traces.of[number][at].formed.get(doc) {
                            let of_form = self.traces.form_rarity[number];
                            score += rank::formed(of_form, rarity, *formed);
                        }
                    }
                }
                if let Some(wanted) = most_of {
                    score *= rank::covered(has[doc], wanted.len());
                }
                if let (Some(today), Some((_, latest))) = (today, segment.days[doc]) {
                    let age = i32::try_from(today - latest).unwrap_or(i32::MAX);
                    score *= rank::recent(f64::from(age));
                }
                scored.push(Scored {
                    score,
                    segment: at,
                    doc,
                });
            }
        }
        scored
    }

    fn hit(
        &self,
        one: &Scored,
        concepts: &[Concept],
        shower: &Shower,
    ) -> Result<Hit, ReadError> {
        let segment = self
            .stacks
            .segments()
            .nth(one.segment)
            .expect("its own segment");
        let item = segment.item(one.doc)?;
        let (title, passages) = shower.show(&item);
        Ok(Hit {
            key: item.key,
            score: one.score,
            title,
            passages,
            why: self.traces.why(concepts, one.segment, one.doc),
        })
    }
}

/// The best of them: by score, then the later first, then by key.
fn best(stacks: &Stacks, mut scored: Vec<Scored>, after: usize, limit: usize) -> Vec<Scored> {
    let segments: Vec<&Segment> = stacks.segments().collect();
    let date = |one: &Scored| segments[one.segment].days[one.doc].map(|(_, latest)| latest);
    let key = |one: &Scored| &segments[one.segment].keys[one.doc];
    let order = |a: &Scored, b: &Scored| -> Ordering {
        let by_score = b.score.total_cmp(&a.score);
        by_score
            .then_with(|| date(b).cmp(&date(a)))
            .then_with(|| key(a).cmp(key(b)))
    };
    let wanted = after.saturating_add(limit);
    if wanted == 0 {
        return Vec::new();
    }
    if wanted < scored.len() {
        scored.select_nth_unstable_by(wanted - 1, order);
        scored.truncate(wanted);
    }
    scored.sort_by(order);
    scored.drain(..after.min(scored.len()));
    scored
}
