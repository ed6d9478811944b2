//! Footnotes of a page: a short link down to a place that links back up.

use std::collections::BTreeMap;

use ego_tree::{NodeId, NodeRef};
use scraper::{ElementRef, Html, Node};

use crate::builder::Builder;
use crate::clean::Raw;

/// The notes of a page, in the order of their marks.
#[derive(Debug, Default)]
pub(super) struct Notes<'p> {
    /// Which link marks which note.
    marks: BTreeMap<NodeId, u32>,
    /// Where each note stands, and its label.
    places: Vec<(NodeRef<'p, Node>, Option<String>)>,
    /// Where notes stand.
    held: BTreeMap<NodeId, u32>,
}

impl<'p> Notes<'p> {
    /// The notes of what stands below `root`.
    pub(super) fn of(page: &'p Html, root: NodeRef<'p, Node>) -> Notes<'p> {
        let named = named(page);
        let order = order(root);
        let place = |node: NodeId| order.get(&node).copied();
        let mut notes = Notes::default();
        for link in root.descendants().filter_map(ElementRef::wrap) {
            let Some((sign, target)) = short_link(link) else {
                continue;
            };
            let Some(down) = named.get(target).copied() else {
                continue;
            };
            let Some(holder) = holder(down) else { continue };
            let (Some(here), Some(there)) = (place(link.id()), place(holder.id())) else {
                continue;
            };
            let links_back = holder
                .descendants()
                .filter_map(ElementRef::wrap)
                .any(|back| {
                    let up = back
                        .value()
                        .attr("href")
                        .and_then(|to| to.strip_prefix('#'));
                    let up = up.and_then(|up| named.get(up));
                    up.and_then(|up| place(up.id()))
                        .is_some_and(|up| up < there)
                });
            if here >= there || !links_back {
                continue;
            }
            let next = u32::try_from(notes.places.len()).unwrap_or(u32::MAX);
            let note = *notes.held.entry(holder.id()).or_insert(next);
            if note == next {
                notes.places.push((*holder, Some(sign)));
            }
            notes.marks.insert(link.id(), note);
        }
        notes
    }

    /// The note that a link marks.
    pub(super) fn marked_by(&self, link: NodeId) -> Option<u32> {
        self.marks.get(&link).copied()
    }

    /// Whether a note stands here.
    pub(super) fn is_note(&self, node: NodeId) -> bool {
        self.held.contains_key(&node)
    }

    /// Puts the notes into a text, without the links back.
    pub(super) fn write(&self, builder: &mut Builder<'_>) {
        for (place, label) in &self.places {
            let mut raw = Raw::default();
            for node in place.descendants() {
                let Node::Text(text) = node.value() else {
                    continue;
                };
                let in_link = node
                    .ancestors()
                    .filter_map(ElementRef::wrap)
                    .any(|above| above.value().name() == "a" && short_link(above).is_some());
                if !in_link {
                    raw.push(text);
                }
            }
            builder.note(label.clone(), raw);
        }
    }
}

/// The order of reading.
fn order(root: NodeRef<'_, Node>) -> BTreeMap<NodeId, usize> {
    let nodes = root.descendants().enumerate();
    nodes.map(|(at, node)| (node.id(), at)).collect()
}

/// The elements that have a name on the page.
fn named(page: &Html) -> BTreeMap<&str, ElementRef<'_>> {
    let mut named = BTreeMap::new();
    for element in page.tree.nodes().filter_map(ElementRef::wrap) {
        let value = element.value();
        let names = [value.attr("id"), value.attr("name")];
        for name in names.into_iter().flatten() {
            named.entry(name).or_insert(element);
        }
    }
    named
}

/// The sign and the target of a link within the page whose sign is a number, a letter or an arrow.
fn short_link(link: ElementRef<'_>) -> Option<(String, &str)> {
    if link.value().name() != "a" {
        return None;
    }
    let target = link.value().attr("href")?.strip_prefix('#')?;
    let mut sign = String::new();
    for text in link.text() {
        sign.push_str(text.trim());
        if sign.len() > 24 {
            return None;
        }
    }
    let sign = sign.trim_matches(['[', ']', '(', ')', ' ']).to_owned();
    let is_short = (1..=5).contains(&sign.chars().count());
    (is_short && !target.is_empty()).then_some((sign, target))
}

/// The block that a note is.
fn holder(down: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let blocks = ["li", "p", "div", "dd", "aside", "tr"];
    let is_block = |element: &ElementRef<'_>| blocks.contains(&element.value().name());
    if is_block(&down) {
        return Some(down);
    }
    down.ancestors().filter_map(ElementRef::wrap).find(is_block)
}
