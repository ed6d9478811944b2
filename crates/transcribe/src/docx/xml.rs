//! XML as a tree: without declarations of types, without entities but the five, not nested without end.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::package::damaged;
use crate::error::{Bound, ReadError};
use crate::limits::Limits;

/// The attributes that are read; Word writes many more.
const KEPT: [&str; 19] = [
    "val",
    "id",
    "Id",
    "type",
    "Type",
    "Target",
    "TargetMode",
    "ilvl",
    "numId",
    "abstractNumId",
    "styleId",
    "default",
    "fldCharType",
    "customMarkFollows",
    "char",
    "lang",
    "eastAsia",
    "bidi",
    "displacedByCustomXml",
];

/// A tree of elements, by their names without a prefix.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    is_cut: bool,
}

#[derive(Debug, Default)]
struct Node {
    name: Box<str>,
    attributes: Vec<(Box<str>, Box<str>)>,
    text: Box<str>,
    first: Option<usize>,
    last: Option<usize>,
    next: Option<usize>,
}

/// An element of a tree, or a text, whose name is empty.
#[derive(Debug, Clone, Copy)]
pub(super) struct At<'t> {
    tree: &'t Tree,
    node: usize,
}

impl Tree {
    /// Reads a part; where it breaks off, what came before is the tree.
    pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Tree, ReadError> {
        let text = crate::decode::decode(bytes, None).text;
        let mut reader = Reader::from_str(&text);
        reader.config_mut().check_end_names = false;
        let mut tree = Tree {
            nodes: vec![Node::default()],
            is_cut: false,
        };
        let mut open = vec![0_usize];
        let most = usize::try_from(limits.depth).unwrap_or(usize::MAX);
        loop {
            let above = open.last().copied().unwrap_or(0);
            match reader.read_event() {
                Ok(Event::Start(start)) => {
                    let node = tree.element(above, &start);
                    open.push(node);
                    if open.len() > most {
                        let most = limits.depth;
                        return Err(ReadError::TooLarge(Bound::Depth { most }));
                    }
                }
                Ok(Event::Empty(start)) => {
                    tree.element(above, &start);
                }
                Ok(Event::End(_)) => {
                    if open.len() > 1 {
                        open.pop();
                    }
                }
                Ok(Event::Text(text)) => tree.words(above, &text.xml10_content()),
                Ok(Event::CData(text)) => tree.words(above, &text.xml10_content()),
                Ok(Event::GeneralRef(entity)) => {
                    let named = match &*entity.into_inner() {
                        "amp" => Some('&'),
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        other => numbered(other),
                    };
                    let named = named.unwrap_or('\u{FFFD}');
                    tree.words(above, named.encode_utf8(&mut [0; 4]));
                }
                Ok(Event::DocType(_)) => {
                    return Err(damaged(
                        "it declares types and entities of its own, as no program that writes documents does",
                    ));
                }
                Ok(Event::Decl(_) | Event::PI(_) | Event::Comment(_)) => {}
                Ok(Event::Eof) => {
                    tree.is_cut |= open.len() > 1;
                    break;
                }
                Err(_broken) => {
                    tree.is_cut = true;
                    break;
                }
            }
        }
        Ok(tree)
    }

    /// Whether it broke off before its end.
    pub(super) fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// The outermost element.
    pub(super) fn root(&self) -> At<'_> {
        let top = At {
            tree: self,
            node: 0,
        };
        top.children()
            .find(|child| !child.name().is_empty())
            .unwrap_or(top)
    }

    fn element(&mut self, above: usize, start: &BytesStart<'_>) -> usize {
        let local = start.local_name();
        let mut node = Node {
            name: local.as_ref().into(),
            ..Node::default()
        };
        for attribute in start.attributes().with_checks(false).flatten() {
            let name = attribute.key.local_name();
            if !KEPT.contains(&name.as_ref()) {
                continue;
            }
            if let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) {
                node.attributes.push((name.as_ref().into(), value.into()));
            }
        }
        self.put(above, node)
    }

    fn words(&mut self, above: usize, text: &str) {
        let is_word = !text.trim().is_empty() || &*self.nodes[above].name == "t";
        if is_word && !text.is_empty() {
            let node = Node {
                text: text.into(),
                ..Node::default()
            };
            self.put(above, node);
        }
    }

    fn put(&mut self, above: usize, node: Node) -> usize {
        let at = self.nodes.len();
        self.nodes.push(node);
        match self.nodes[above].last.replace(at) {
            Some(before) => self.nodes[before].next = Some(at),
            None => self.nodes[above].first = Some(at),
        }
        at
    }
}

/// A letter by its number: `#12`, `#x1F`.
fn numbered(entity: &str) -> Option<char> {
    let number = entity.strip_prefix('#')?;
    let code = match number.strip_prefix('x') {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    code.ok().and_then(char::from_u32)
}

impl<'t> At<'t> {
    fn node(self) -> &'t Node {
        &self.tree.nodes[self.node]
    }

    /// The name without a prefix; of a text, empty.
    pub(super) fn name(self) -> &'t str {
        &self.node().name
    }

    pub(super) fn children(self) -> impl Iterator<Item = At<'t>> {
        let at = |node| At {
            tree: self.tree,
            node,
        };
        std::iter::successors(self.node().first.map(at), move |child| {
            child.node().next.map(at)
        })
    }

    /// The first child of this name.
    pub(super) fn child(self, name: &str) -> Option<At<'t>> {
        self.children().find(|child| child.name() == name)
    }

    /// The first by a path of names.
    pub(super) fn path(self, names: &[&str]) -> Option<At<'t>> {
        names.iter().try_fold(self, |at, name| at.child(name))
    }

    pub(super) fn attribute(self, name: &str) -> Option<&'t str> {
        let mut attributes = self.node().attributes.iter();
        attributes
            .find(|(other, _)| &**other == name)
            .map(|(_, value)| &**value)
    }

    /// The attribute `val` of the child of this name.
    pub(super) fn value(self, name: &str) -> Option<&'t str> {
        self.child(name)?.attribute("val")
    }

    /// Whether the child of this name is there, and does not say no (ISO/IEC 29500-1, 17.17.4).
    pub(super) fn is_on(self, name: &str) -> bool {
        self.child(name)
            .is_some_and(|child| !matches!(child.attribute("val"), Some("0" | "false" | "off")))
    }

    /// The words that stand directly in it.
    pub(super) fn text(self) -> String {
        let texts = self.children().filter(|child| child.name().is_empty());
        texts.map(|text| &*text.node().text).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Tree, ReadError> {
        Tree::read(text.as_bytes(), &Limits::USUAL)
    }

    #[test]
    fn letters_by_name_and_number_are_read_and_no_others() {
        let tree =
            read("<w:a><w:t xml:space='preserve'> A&amp;B &#x43; &who; </w:t></w:a>").unwrap();
        assert_eq!(tree.root().child("t").unwrap().text(), " A&B C \u{FFFD} ");
        assert!(!tree.is_cut());
    }

    #[test]
    fn laughs_without_end_are_refused() {
        let bomb = "<!DOCTYPE a [<!ENTITY l 'lol'><!ENTITY m '&l;&l;&l;&l;'>]><a>&m;</a>";
        assert!(matches!(read(bomb), Err(ReadError::Damaged { .. })));
        let deep = "<a>".repeat(1_000_000);
        let told = read(&deep);
        assert!(matches!(
            told,
            Err(ReadError::TooLarge(Bound::Depth { .. }))
        ));
    }

    #[test]
    fn what_breaks_off_is_read_up_to_there() {
        let tree = read("<a><b>one</b><b>tw").unwrap();
        assert!(tree.is_cut());
        assert_eq!(tree.root().child("b").unwrap().text(), "one");
    }
}
