//! XML as it is written here: what is opened is closed, the library escapes, and what XML 1.0 cannot hold
//! is replaced.

use std::borrow::Cow;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// The attributes of an element, in the order in which they are written.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// What is written so far.
pub(super) struct Xml {
    out: Writer<Vec<u8>>,
}

impl Xml {
    /// A whole part: the declaration, and one element around what `inner` writes.
    pub(super) fn part(
        root: &str,
        attributes: Attributes<'_>,
        inner: impl FnOnce(&mut Xml),
    ) -> Vec<u8> {
        let mut xml = Xml {
            out: Writer::new(Vec::new()),
        };
        xml.event(Event::Decl(BytesDecl::new(
            "1.0",
            Some("UTF-8"),
            Some("yes"),
        )));
        xml.within(root, attributes, inner);
        xml.out.into_inner()
    }

    /// As [`Xml::part`], where what is written within may fail.
    pub(super) fn try_part<E>(
        root: &str,
        attributes: Attributes<'_>,
        inner: impl FnOnce(&mut Xml) -> Result<(), E>,
    ) -> Result<Vec<u8>, E> {
        let mut came = Ok(());
        let part = Xml::part(root, attributes, |xml| came = inner(xml));
        came.map(|()| part)
    }

    /// An element around what `inner` writes.
    pub(super) fn within<T>(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        inner: impl FnOnce(&mut Xml) -> T,
    ) -> T {
        self.event(Event::Start(start(name, attributes)));
        let came = inner(self);
        self.event(Event::End(BytesEnd::new(name)));
        came
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.event(Event::Empty(start(name, attributes)));
    }

    /// The commonest element of all: `<w:jc w:val="both"/>`.
    pub(super) fn val(&mut self, name: &str, value: impl ToString) {
        self.empty(name, &[("w:val", &value.to_string())]);
    }

    /// An element with text in it.
    pub(super) fn words(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.within(name, attributes, |xml| xml.text(text));
    }

    /// Text.
    pub(super) fn text(&mut self, text: &str) {
        self.event(Event::Text(BytesText::new(&held(text))));
    }

    fn event(&mut self, event: Event<'_>) {
        self.out
            .write_event(event)
            .expect("what is written into memory takes every byte");
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'_>) -> BytesStart<'a> {
    let mut element = BytesStart::new(name);
    for (name, value) in attributes {
        element.push_attribute((*name, one_line(value).as_ref()));
    }
    element
}

/// A value of an attribute: a line break in one is read as a blank, so it is written as one.
fn one_line(value: &str) -> Cow<'_, str> {
    if value.chars().any(|c| c.is_control() || !holds(c)) {
        let blank = |c: char| {
            if matches!(c, '\t' | '\n' | '\r') {
                ' '
            } else {
                c
            }
        };
        Cow::Owned(held(value).chars().map(blank).collect())
    } else {
        Cow::Borrowed(value)
    }
}

/// The text with a mark in the place of each character that XML 1.0 cannot hold.
pub(super) fn held(text: &str) -> Cow<'_, str> {
    if text.chars().all(holds) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.replace(|c| !holds(c), "\u{FFFD}"))
    }
}

/// Whether XML 1.0 can hold a character: its production `Char`.
fn holds(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}
