//! A picture, and what every drawing is given.

use std::fmt::Write as _;

use jiff::civil::Date;
use treaty::{Lang, ParticipantId, TreatyId};
use words::Words;

use crate::style;
use crate::svg::escaped;

/// Where the parts of a picture lead, on a page. In a file they lead nowhere: [`NoLinks`].
pub trait Links {
    /// The address of a participant in the sense of the picture, such as its page under the treaty.
    fn state(&self, id: ParticipantId) -> Option<String>;
    /// The address of a treaty.
    fn treaty(&self, id: &TreatyId) -> Option<String>;
    /// The address of the same picture's page on another day.
    fn day(&self, day: Date) -> Option<String>;
    /// The address of a meeting; see `MeetingView::id`.
    fn meeting(&self, id: &str) -> Option<String>;
}

/// No part leads anywhere.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoLinks;

impl Links for NoLinks {
    fn state(&self, _: ParticipantId) -> Option<String> {
        None
    }

    fn treaty(&self, _: &TreatyId) -> Option<String> {
        None
    }

    fn day(&self, _: Date) -> Option<String> {
        None
    }

    fn meeting(&self, _: &str) -> Option<String> {
        None
    }
}

/// Writes elements, within a link where there is an address.
pub(crate) fn linked(out: &mut String, address: Option<String>, elements: &str) {
    match address {
        Some(address) => {
            out.push_str("<a href=\"");
            out.push_str(&escaped(&address));
            out.push_str("\">");
            out.push_str(elements);
            out.push_str("</a>");
        }
        None => {
            out.push_str("<g>");
            out.push_str(elements);
            out.push_str("</g>");
        }
    }
}

/// What every drawing is given beside its view.
#[derive(Clone, Copy)]
pub struct Drawing<'a> {
    /// The texts.
    pub words: &'a Words,
    /// Where parts lead.
    pub links: &'a dyn Links,
    /// Unique within the page, of `a-z`, `0-9` and hyphens: ids within the picture begin with it.
    pub id: &'a str,
}

/// A picture, drawn. Its parts carry classes; colours, patterns and type come from [`style`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The id it was drawn with.
    pub id: String,
    /// The language of its texts.
    pub lang: Lang,
    /// Width in user units, which are CSS pixels at full size.
    pub width: u32,
    /// Height in user units, without the lines under it.
    pub height: u32,
    /// What it is, in a line.
    pub title: String,
    /// What it shows, in a sentence or three: what a reader who cannot see it needs.
    pub desc: String,
    /// The elements.
    pub body: String,
    /// Lines under the picture in a file of its own: day, knowledge, source, licence, disclaimer.
    pub notes: Vec<String>,
}

/// A picture to be set into a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The drawing.
    pub svg: String,
    /// Its width in user units, with its margins.
    pub width: u32,
    /// Its height in the same, with the lines under it.
    pub height: u32,
}

impl Picture {
    /// The `<svg>` element to be set into a page, whose sheet holds [`style::PAGE`].
    ///
    /// It is a `group` to assistive technology, named and described; parts that are links stay
    /// reachable by keyboard.
    pub fn inline(&self) -> String {
        let Picture {
            id, width, height, ..
        } = self;
        let room = self.body.len() + self.title.len() + self.desc.len() + 512;
        let mut out = String::with_capacity(room);
        write!(
            out,
            "<svg class=\"pic\" id=\"{id}\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"group\" \
             aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-desc\">\
             <title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>{}</svg>",
            escaped(&self.title),
            escaped(&self.desc),
            self.body,
        )
        .expect("a string takes all");
        out
    }

    /// This picture for a wide place and `narrow`, the same drawn narrower, for a narrow one: both
    /// as [`Picture::inline`], of which the page's sheet shows one. Their ids must differ.
    pub fn pair(&self, narrow: &Picture) -> String {
        format!(
            "<div class=\"pic-pair\"><div class=\"pic-wide\">{}</div>\
             <div class=\"pic-narrow\">{}</div></div>",
            self.inline(),
            narrow.inline(),
        )
    }

    /// A file of its own: its style within, title above, [`Picture::notes`] below.
    pub fn file(&self) -> String {
        style::file(self)
    }

    /// To be set into a document: its style within, on white paper, [`Picture::notes`] below. The title is left
    /// to the caption.
    pub fn printed(&self) -> Printed {
        style::printed(self)
    }
}
