//! A document, opened.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use report::Paper;
use report::docx::{self, DocxError, PictureError};
use roxmltree::{Document, Node};

/// The namespace of words.
pub(crate) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The namespace of relations within a part.
pub(crate) const R: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What stands for a drawing in dots where nobody looks at it.
const DOTS: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The parts, by their name; and the names in the order in which they are in the file.
pub(crate) struct Opened {
    /// The parts.
    pub(crate) parts: BTreeMap<String, Vec<u8>>,
    /// Their names, in order.
    pub(crate) order: Vec<String>,
}

/// Writes a paper, its pictures not looked at.
pub(crate) fn written(paper: &Paper) -> Result<Vec<u8>, DocxError> {
    let drawn = |_: &str, _: u32| Ok::<_, PictureError>(DOTS.to_vec());
    docx::write(paper, &drawn)
}

/// Writes a paper and opens what was written.
pub(crate) fn opened(paper: &Paper) -> Opened {
    open(&written(paper).unwrap())
}

/// Opens a document.
pub(crate) fn open(bytes: &[u8]) -> Opened {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    let mut order = Vec::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut part = Vec::new();
        file.read_to_end(&mut part).unwrap();
        order.push(name.clone());
        let before = parts.insert(name.clone(), part);
        assert!(before.is_none(), "{name} is there twice");
    }
    Opened { parts, order }
}

impl Opened {
    /// A part as text.
    pub(crate) fn text(&self, name: &str) -> &str {
        let part = self.parts.get(name).unwrap_or_else(|| panic!("no {name}"));
        std::str::from_utf8(part).unwrap()
    }

    /// The parts that are XML, each read.
    pub(crate) fn xml(&self) -> Vec<(&str, Document<'_>)> {
        let xml = |name: &str| name.ends_with(".xml") || name.ends_with(".rels");
        let names = self.order.iter().filter(|name| xml(name));
        names
            .map(|name| (name.as_str(), read(name, self.text(name))))
            .collect()
    }

    /// The words of a part, a line for each paragraph.
    pub(crate) fn said(&self, name: &str) -> Vec<String> {
        let document = read(name, self.text(name));
        let paragraphs = document.descendants().filter(|node| is(*node, "p"));
        paragraphs.map(said).collect()
    }
}

fn read<'t>(name: &str, text: &'t str) -> Document<'t> {
    Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The words of a paragraph.
pub(crate) fn said(paragraph: Node<'_, '_>) -> String {
    let words = |node: Node<'_, '_>| match node.tag_name().name() {
        "t" => node.text().unwrap_or_default().to_owned(),
        "br" => "\n".to_owned(),
        "tab" if node.parent().is_some_and(|parent| is(parent, "r")) => "\t".to_owned(),
        "footnoteReference" | "endnoteReference" => format!("[{}]", of(node, "id")),
        _ => String::new(),
    };
    paragraph.descendants().map(words).collect()
}

/// Whether a node is this element of words.
pub(crate) fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.has_tag_name((W, name))
}

/// An attribute of an element of words.
pub(crate) fn of<'n>(node: Node<'n, '_>, name: &str) -> &'n str {
    node.attribute((W, name)).unwrap_or_default()
}

/// A part so that it can be read: an element on a line.
pub(crate) fn lines(text: &str) -> String {
    let document = read("the part", text);
    let mut out = String::new();
    write(document.root_element(), text, 0, &mut out);
    out
}

fn write(node: Node<'_, '_>, whole: &str, depth: usize, out: &mut String) {
    let before = "  ".repeat(depth);
    let elements = node.children().filter(Node::is_element).count();
    let range = &whole[node.range()];
    if elements == 0 {
        out.push_str(&format!("{before}{range}\n"));
        return;
    }
    let start = &range[..=range.find('>').unwrap()];
    out.push_str(&format!("{before}{start}\n"));
    for child in node.children().filter(Node::is_element) {
        write(child, whole, depth + 1, out);
    }
}
