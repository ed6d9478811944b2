//! An XML document as a flat list of elements, within limits: no depth and no number of elements
//! can exhaust memory or the stack.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::error::{Position, ReadError, What};

/// How deep elements may be nested. The depositary's stay under 12.
const DEEPEST: usize = 100;

/// How many elements a document may have.
const MOST: usize = 2_000_000;

/// The elements of a document, in its order. The first is the root.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    elements: Vec<Element>,
}

/// One element. Names are in lower case, without prefix.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) line: usize,
    /// One past the last element below this one, in the list.
    end: usize,
    content: Vec<Content>,
}

#[derive(Debug)]
enum Content {
    Text(String),
    Child(usize),
}

/// An element by its place in the list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct At<'t> {
    tree: &'t Tree,
    index: usize,
}

impl Tree {
    /// Reads a document.
    pub(crate) fn read(file: &str, text: &str) -> Result<Tree, ReadError> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        let mut lines = Lines {
            text,
            seen: 0,
            line: 1,
        };
        let mut tree = Tree::default();
        let mut open = Vec::<usize>::new();
        loop {
            let before = byte(reader.buffer_position());
            let fail = |what: What| ReadError::at(file, what, Position::of(text, before));
            let event = reader
                .read_event()
                .map_err(|error| malformed(file, text, &reader, &error))?;
            match event {
                Event::Start(start) => {
                    let name = local(start.name().as_ref());
                    let attributes = attributes(&start);
                    let index = tree.elements.len();
                    if open.len() >= DEEPEST || index >= MOST {
                        let what = format!(
                            "it has more than {MOST} elements, or elements nested more than {DEEPEST} deep"
                        );
                        return Err(fail(What::Excessive(what)));
                    }
                    if open.is_empty() && index > 0 {
                        return Err(fail(What::Malformed {
                            what: "a second root element".to_owned(),
                            value: name,
                        }));
                    }
                    if let Some(parent) = open.last() {
                        tree.elements[*parent].content.push(Content::Child(index));
                    }
                    let line = lines.at(before);
                    let content = Vec::new();
                    tree.elements.push(Element {
                        name,
                        attributes,
                        line,
                        end: index + 1,
                        content,
                    });
                    open.push(index);
                }
                Event::End(_) => {
                    if let Some(index) = open.pop() {
                        tree.elements[index].end = tree.elements.len();
                    }
                }
                Event::Text(piece) => tree.push_text(&open, &piece),
                Event::CData(piece) => tree.push_text(&open, &piece),
                Event::GeneralRef(reference) => {
                    let resolved = if reference.is_char_ref() {
                        reference
                            .resolve_char_ref()
                            .ok()
                            .flatten()
                            .map(String::from)
                    } else {
                        quick_xml::escape::resolve_html5_entity(&reference).map(str::to_owned)
                    };
                    let Some(resolved) = resolved else {
                        return Err(fail(What::Malformed {
                            what: "an entity that nobody defined".to_owned(),
                            value: format!("&{};", &*reference),
                        }));
                    };
                    tree.push_text(&open, &resolved);
                }
                Event::Eof => break,
                Event::Empty(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::DocType(_) => {}
            }
        }
        if let Some(index) = open.last() {
            let what = format!("`<{}>` is not closed", tree.elements[*index].name);
            let what = What::Truncated(what);
            return Err(ReadError::at(file, what, Position::of(text, text.len())));
        }
        if tree.elements.is_empty() {
            return Err(ReadError::new(file, What::NoTable));
        }
        Ok(tree)
    }

    fn push_text(&mut self, open: &[usize], piece: &str) {
        if let Some(index) = open.last() {
            let content = &mut self.elements[*index].content;
            match content.last_mut() {
                Some(Content::Text(text)) => text.push_str(piece),
                Some(Content::Child(_)) | None => content.push(Content::Text(piece.to_owned())),
            }
        }
    }

    pub(crate) fn root(&self) -> At<'_> {
        At {
            tree: self,
            index: 0,
        }
    }
}

impl<'t> At<'t> {
    pub(crate) fn element(self) -> &'t Element {
        &self.tree.elements[self.index]
    }

    pub(crate) fn name(self) -> &'t str {
        &self.element().name
    }

    pub(crate) fn attribute(self, name: &str) -> Option<&'t str> {
        self.element()
            .attributes
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// Every element below, at any depth, in order.
    pub(crate) fn below(self) -> impl Iterator<Item = At<'t>> {
        (self.index + 1..self.element().end).map(move |index| At {
            tree: self.tree,
            index,
        })
    }

    /// The first element of that name below, at any depth.
    pub(crate) fn first(self, name: &str) -> Option<At<'t>> {
        self.below().find(|element| element.name() == name)
    }

    /// The elements directly below.
    pub(crate) fn children(self) -> impl Iterator<Item = At<'t>> {
        self.element()
            .content
            .iter()
            .filter_map(move |content| match content {
                Content::Child(index) => Some(At {
                    tree: self.tree,
                    index: *index,
                }),
                Content::Text(_) => None,
            })
    }

    /// Its text and that of all below. Elements in it are written as tags again, so that real and
    /// escaped markup are read by the same code ([`crate::markup::unmark`]).
    pub(crate) fn text(self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    // The recursion is bounded by `DEEPEST`.
    fn write(self, text: &mut String) {
        for content in &self.element().content {
            match content {
                Content::Text(piece) => text.push_str(piece),
                Content::Child(index) => {
                    let child = At {
                        tree: self.tree,
                        index: *index,
                    };
                    text.push_str(&format!("<{}>", child.name()));
                    child.write(text);
                    text.push_str(&format!("</{}>", child.name()));
                }
            }
        }
    }
}

/// Line numbers of ascending places, counted once.
struct Lines<'t> {
    text: &'t str,
    seen: usize,
    line: usize,
}

impl Lines<'_> {
    fn at(&mut self, byte: usize) -> usize {
        let byte = byte.clamp(self.seen, self.text.len());
        self.line += self.text.as_bytes()[self.seen..byte]
            .iter()
            .filter(|b| **b == b'\n')
            .count();
        self.seen = byte;
        self.line
    }
}

fn byte(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

fn malformed(
    file: &str,
    text: &str,
    reader: &Reader<&[u8]>,
    error: &quick_xml::Error,
) -> ReadError {
    let at = byte(reader.error_position());
    let position = Position::of(text, at);
    let cut_off = matches!(error, quick_xml::Error::Syntax(_))
        && byte(reader.buffer_position()) >= text.len();
    let what = if cut_off {
        What::Truncated(error.to_string())
    } else {
        let start = at.min(text.len());
        let start = (0..=start)
            .rev()
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(0);
        What::Malformed {
            what: format!("this is not well-formed XML ({error})"),
            value: text[start..].chars().take(40).collect(),
        }
    };
    ReadError::at(file, what, position)
}

/// A name without its prefix, in lower case.
fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or(name).to_ascii_lowercase()
}

fn attributes(start: &BytesStart<'_>) -> Vec<(String, String)> {
    start
        .attributes()
        .filter_map(Result::ok)
        .map(|attribute| {
            let raw = attribute.value.as_ref();
            let value = quick_xml::escape::unescape(raw)
                .map_or_else(|_| raw.to_owned(), |value| value.into_owned());
            (attribute.key.as_ref().to_owned(), value)
        })
        .collect()
}
