//! HTML: what a page says, without what it is dressed in.

mod depth;
mod head;
mod notes;
mod table;

use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node, Selector};

use self::notes::Notes;
use crate::builder::Builder;
use crate::clean::Raw;
use crate::decode::{Decoded, decode, of_page};
use crate::error::{Bound, ReadError};
use crate::label;
use crate::limits::Limits;
use crate::text::{Format, Kind, Remark, Text};

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Text, ReadError> {
    let said = of_page(bytes);
    let Decoded { text, broken } = decode(bytes, said.as_deref());
    let mut builder = Builder::new(Format::Html, limits);
    if broken {
        builder.remark(Remark::Undecoded);
    }
    let page = parsed(&text, limits)?;
    head::told(&mut builder, &page);
    told(&mut builder, &page);
    Ok(builder.finish())
}

/// The tree of a page, unless it is nested too deep for a page.
///
/// # Errors
///
/// [`Bound::Depth`]
pub(crate) fn parsed(text: &str, limits: &Limits) -> Result<Html, ReadError> {
    if depth::is_deeper(text, limits.depth) {
        let most = limits.depth;
        return Err(ReadError::TooLarge(Bound::Depth { most }));
    }
    Ok(Html::parse_document(text))
}

/// Puts what a page says into a text.
pub(crate) fn told(builder: &mut Builder<'_>, page: &Html) {
    remarked(builder, page);
    let root = content(page);
    let notes = Notes::of(page, root);
    let title = the_only(page, "h1");
    let mut walk = Walk {
        builder,
        notes,
        title: title.map(|title| title.id()),
        raw: Raw::default(),
        within: Vec::new(),
    };
    let mut skipped = None;
    for edge in root.traverse() {
        match edge {
            Edge::Open(node) if skipped.is_none() => {
                if !walk.open(node) {
                    skipped = Some(node.id());
                }
            }
            Edge::Close(node) if skipped == Some(node.id()) => skipped = None,
            Edge::Close(node) if skipped.is_none() => walk.close(node),
            Edge::Open(_) | Edge::Close(_) => {}
        }
    }
    walk.flush();
    walk.notes.write(walk.builder);
}

fn remarked(builder: &mut Builder<'_>, page: &Html) {
    for element in page.tree.nodes().filter_map(ElementRef::wrap) {
        let value = element.value();
        let source = value.attr("src").or_else(|| value.attr("data"));
        let is_part = matches!(
            value.name(),
            "iframe" | "frame" | "object" | "embed" | "img" | "video" | "audio"
        );
        if is_part && source.is_some_and(|source| !source.trim_start().starts_with("data:")) {
            builder.remark(Remark::Elsewhere);
        }
        let is_program = value.attr("type").is_none_or(|kind| {
            let kind = kind.to_ascii_lowercase();
            kind.is_empty() || kind.contains("javascript") || kind == "module"
        });
        let acts = value.attrs().any(|(name, _)| name.starts_with("on"));
        if (value.name() == "script" && is_program) || acts {
            builder.remark(Remark::Active);
        }
    }
}

/// The part of a page that is its own: `main`, where there is one with words in it.
fn content(page: &Html) -> NodeRef<'_, Node> {
    let letters =
        |element: ElementRef<'_>| element.text().map(|text| text.trim().len()).sum::<usize>();
    if let Some(main) = the_only(page, "main, [role=main]")
        && letters(main) > 200
    {
        return *main;
    }
    *page.root_element()
}

/// The only element that a selector finds.
fn the_only<'a>(page: &'a Html, selector: &'static str) -> Option<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("the selectors here are tested");
    let mut found = page.select(&selector);
    found.next().filter(|_| found.next().is_none())
}

/// Where in a page the walk is.
#[derive(Debug)]
enum Within {
    Title,
    Heading(u8),
    /// A list, and the number of its next item where it has numbers.
    List(Option<Numbers>),
    /// An item, with the label that its first block gets.
    Item(Option<String>),
    Row {
        cells: u32,
    },
    Quotation,
    Preformatted,
}

/// How the items of a list are numbered.
#[derive(Debug)]
struct Numbers {
    next: i64,
    step: i64,
    letters: u8,
}

struct Walk<'b, 'l, 'p> {
    builder: &'b mut Builder<'l>,
    notes: Notes<'p>,
    title: Option<ego_tree::NodeId>,
    raw: Raw,
    within: Vec<Within>,
}

impl<'p> Walk<'_, '_, 'p> {
    /// Whether what is below a node is read.
    fn open(&mut self, node: NodeRef<'p, Node>) -> bool {
        if let Node::Text(text) = node.value() {
            self.words(text);
            return true;
        }
        let Some(element) = ElementRef::wrap(node) else {
            return true;
        };
        if is_left_out(element) || self.notes.is_note(node.id()) {
            return false;
        }
        if element.value().name() == "del" {
            self.builder.remark(Remark::Hidden);
            return false;
        }
        if let Some(note) = self.notes.marked_by(node.id()) {
            self.raw.mark(note);
            return false;
        }
        self.begin(element);
        true
    }

    fn begin(&mut self, element: ElementRef<'p>) {
        let value = element.value();
        let name = value.name();
        if name == "br" {
            self.raw.line();
            return;
        }
        if is_block(name) {
            self.flush();
        }
        let within = match name {
            "h1" if self.title == Some(element.id()) && self.builder.is_empty() => {
                Within::Title
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                Within::Heading(name.as_bytes()[1].saturating_sub(b'0'))
            }
            "ul" | "menu" => Within::List(None),
            "ol" => Within::List(Some(Numbers::of(element))),
            "li" => Within::Item(self.label(element)),
            "tr" if table::is_of_data(element) => Within::Row { cells: 0 },
            "blockquote" => Within::Quotation,
            "pre" | "xmp" | "listing" => Within::Preformatted,
            "td" | "th" => {
                if let Some(Within::Row { cells }) = self.within.last_mut() {
                    if *cells > 0 {
                        self.raw.cell();
                    }
                    *cells += 1;
                }
                return;
            }
            _ => return,
        };
        self.within.push(within);
    }

    fn close(&mut self, node: NodeRef<'p, Node>) {
        let Some(element) = ElementRef::wrap(node) else {
            return;
        };
        let name = element.value().name();
        if is_block(name) {
            if name == "tr" && self.is_in_row() {
                self.write();
            } else {
                self.flush();
            }
        }
        let is_within = match self.within.last() {
            Some(Within::Title) => name == "h1",
            Some(Within::Heading(_)) => {
                name.len() == 2 && name.starts_with('h') && name != "hr"
            }
            Some(Within::List(None)) => matches!(name, "ul" | "menu"),
            Some(Within::List(Some(_))) => name == "ol",
            Some(Within::Item(_)) => name == "li",
            Some(Within::Row { .. }) => name == "tr",
            Some(Within::Quotation) => name == "blockquote",
            Some(Within::Preformatted) => matches!(name, "pre" | "xmp" | "listing"),
            None => false,
        };
        if is_within {
            self.within.pop();
        }
    }

    /// Words as they stand in the file: its own blanks are one, those it writes as blanks that hold stay.
    fn words(&mut self, text: &str) {
        if matches!(self.within.last(), Some(Within::Preformatted)) {
            self.raw.push_lines(text);
            return;
        }
        let mut folded = String::with_capacity(text.len());
        for c in text.chars() {
            if !c.is_ascii_whitespace() {
                folded.push(c);
            } else if !folded.ends_with(' ') {
                folded.push(' ');
            }
        }
        self.raw.push(&folded);
    }

    fn is_in_row(&self) -> bool {
        self.within
            .iter()
            .any(|within| matches!(within, Within::Row { .. }))
    }

    /// Ends a block, unless it is within a row, where it ends a line.
    fn flush(&mut self) {
        if self.is_in_row() {
            if !self.raw.is_blank() {
                self.raw.line();
            }
        } else {
            self.write();
        }
    }

    fn write(&mut self) {
        let raw = std::mem::take(&mut self.raw);
        if raw.is_blank() {
            return;
        }
        let lists = self.within.iter();
        let lists = lists.filter(|within| matches!(within, Within::List(_)));
        let depth = u8::try_from(lists.count()).unwrap_or(u8::MAX).max(1);
        let (kind, label) = match self.within.last_mut() {
            Some(Within::Title) => (Kind::Title, None),
            Some(Within::Heading(level)) => (Kind::Heading(*level), None),
            Some(Within::Item(label)) => (Kind::Item(depth), label.take()),
            Some(Within::Row { .. }) => (Kind::Row, None),
            Some(Within::Quotation) => (Kind::Quotation, None),
            Some(Within::Preformatted) => (Kind::Preformatted, None),
            Some(Within::List(_)) | None => {
                self.builder.written(raw, None);
                return;
            }
        };
        match kind {
            Kind::Heading(_) => self.builder.heading(kind, raw, None),
            Kind::Title
            | Kind::Paragraph
            | Kind::Item(_)
            | Kind::Row
            | Kind::Quotation
            | Kind::Preformatted => self.builder.block(kind, label, raw, None),
        }
    }

    /// The label of an item, which its list gives.
    fn label(&mut self, item: ElementRef<'_>) -> Option<String> {
        let list = self.within.iter_mut().rev();
        let mut lists = list.filter_map(|within| match within {
            Within::List(numbers) => Some(numbers),
            Within::Title
            | Within::Heading(_)
            | Within::Item(_)
            | Within::Row { .. }
            | Within::Quotation
            | Within::Preformatted => None,
        });
        let Some(Some(numbers)) = lists.next() else {
            return Some("•".to_owned());
        };
        let set = item.value().attr("value").and_then(|at| at.parse().ok());
        let at = set.unwrap_or(numbers.next);
        numbers.next = at.saturating_add(numbers.step);
        Some(numbers.shown(at))
    }
}

impl Numbers {
    fn of(list: ElementRef<'_>) -> Numbers {
        let attr = |name| list.value().attr(name);
        let items = list
            .child_elements()
            .filter(|child| child.value().name() == "li");
        let is_reversed = attr("reversed").is_some();
        let first = if is_reversed {
            i64::try_from(items.count()).unwrap_or(1)
        } else {
            1
        };
        Numbers {
            next: attr("start")
                .and_then(|at| at.parse().ok())
                .unwrap_or(first),
            step: if is_reversed { -1 } else { 1 },
            letters: attr("type")
                .and_then(|kind| kind.bytes().next())
                .unwrap_or(b'1'),
        }
    }

    fn shown(&self, at: i64) -> String {
        let form = match self.letters {
            b'a' => label::Form::Letter,
            b'A' => label::Form::Capital,
            b'i' => label::Form::Roman,
            b'I' => label::Form::RomanCapital,
            _ => label::Form::Number,
        };
        let number = u32::try_from(at).map_or_else(|_| at.to_string(), |at| form.shown(at));
        format!("{number}.")
    }
}

/// Whether an element begins and ends a block.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "legend"
            | "li"
            | "listing"
            | "main"
            | "menu"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "tfoot"
            | "thead"
            | "tr"
            | "ul"
            | "xmp"
    )
}

/// Whether an element is dress, control or hidden.
fn is_left_out(element: ElementRef<'_>) -> bool {
    let value = element.value();
    let is_dress = match value.name() {
        "head" | "script" | "style" | "noscript" | "template" | "iframe" | "object" | "svg"
        | "nav" | "select" | "button" | "input" | "textarea" | "dialog" | "audio" | "video"
        | "canvas" | "map" | "datalist" => true,
        "header" | "footer" | "aside" => {
            let is_kept = value
                .attr("role")
                .is_some_and(|role| role.starts_with("doc-"));
            let within = element.ancestors().filter_map(ElementRef::wrap);
            let mut own = within.filter(|a| matches!(a.value().name(), "article" | "main"));
            !is_kept && (value.name() != "header" || own.next().is_none())
        }
        _ => false,
    };
    let role = value.attr("role").unwrap_or_default();
    let style = value.attr("style").unwrap_or_default();
    let style: String = style.split_whitespace().collect::<String>().to_lowercase();
    is_dress
        || matches!(
            role,
            "navigation" | "banner" | "contentinfo" | "search" | "complementary"
        )
        || value.attr("hidden").is_some()
        || value.attr("aria-hidden") == Some("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

#[cfg(test)]
mod tests;
