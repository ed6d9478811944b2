//! The treaty collection's HTML status page.
//!
//! What is where was read off real pages. Parts are found by the ends of their ids (the site
//! puts a long, changing prefix before them), tables by what stands in their headings.

use ego_tree::NodeRef;
use scraper::{ElementRef, Html, Node};

use crate::error::{ReadError, What};
use crate::html_guard;
use crate::markup::{Marked, one_line, paragraphs, unmark};
use crate::page::{self, Page, PageNote, Section, SpecialRow, SpecialTable, Words};
use crate::table::{self, RawCell, RawRow};

/// Reads a page whose text is decoded.
pub(crate) fn read(file: &str, text: &str) -> Result<Page, ReadError> {
    html_guard::refuse(file, text)?;
    let html = Html::parse_document(text);
    let parts = Parts::of(&html);
    let mut page = Page {
        file: file.to_owned(),
        ..Page::default()
    };
    head(&parts, text, &mut page);
    tables(file, text, &parts, &mut page)?;
    page.notes = notes(&parts);
    page.words.splice(0..0, words(&parts));
    Ok(page)
}

/// The elements of a page that have an id, in the order of the document.
struct Parts<'h> {
    by_id: Vec<(&'h str, ElementRef<'h>)>,
    tables: Vec<ElementRef<'h>>,
}

impl<'h> Parts<'h> {
    fn of(html: &'h Html) -> Parts<'h> {
        let mut parts = Parts {
            by_id: Vec::new(),
            tables: Vec::new(),
        };
        for element in html
            .root_element()
            .descendants()
            .filter_map(ElementRef::wrap)
        {
            if let Some(id) = element.value().id() {
                parts.by_id.push((id, element));
            }
            if element.value().name() == "table" {
                parts.tables.push(element);
            }
        }
        parts
    }

    /// The first element whose id ends so.
    fn find(&self, end: &str) -> Option<ElementRef<'h>> {
        self.by_id
            .iter()
            .find(|(id, _)| id.ends_with(end))
            .map(|(_, element)| *element)
    }

    /// The text of the first element whose id ends so.
    fn text(&self, end: &str) -> Option<String> {
        self.find(end)
            .map(|element| one_line(&marked(element).text))
            .filter(|text| !text.is_empty())
    }
}

/// The text of an element with its marks apart: superscripts as elements, and those that were
/// escaped.
fn marked(element: ElementRef<'_>) -> Marked {
    let mut out = Marked::default();
    gather(*element, &mut out);
    let escaped = unmark(&out.text);
    out.text = escaped.text;
    out.notes.extend(escaped.notes);
    out
}

/// Walks below a node without recursion, so that no nesting can exhaust the stack.
fn gather(root: NodeRef<'_, Node>, out: &mut Marked) {
    let mut next = root.first_child();
    while let Some(node) = next {
        let mut descend = true;
        match node.value() {
            Node::Text(text) => out.text.push_str(text),
            Node::Element(element) => match element.name() {
                "sup" | "superscript" => {
                    let ids: String = ElementRef::wrap(node)
                        .map(|sup| sup.text().collect::<String>())
                        .unwrap_or_default();
                    out.notes.extend(crate::markup::note_ids(&ids));
                    descend = false;
                }
                "script" | "style" => descend = false,
                // The site repeats the participant's name, unseen, before each declaration.
                "p" if element.attr("class") == Some("invisible") => descend = false,
                "br" | "p" | "div" | "tr" | "li" => out.text.push('\n'),
                _ => {}
            },
            Node::Document
            | Node::Fragment
            | Node::Doctype(_)
            | Node::Comment(_)
            | Node::ProcessingInstruction(_) => {}
        }
        next = if descend { node.first_child() } else { None }.or_else(|| after(node, root));
    }
}

/// The next node after `node` and all below it, still below `root`.
fn after<'h>(node: NodeRef<'h, Node>, root: NodeRef<'h, Node>) -> Option<NodeRef<'h, Node>> {
    let mut node = node;
    loop {
        if node.id() == root.id() {
            return None;
        }
        if let Some(sibling) = node.next_sibling() {
            return Some(sibling);
        }
        node = node.parent()?;
    }
}

fn head(parts: &Parts<'_>, text: &str, page: &mut Page) {
    page.as_at = parts
        .text("_div3")
        .and_then(|text| page::as_at(&text))
        .or_else(|| page::as_at(text));
    let chapter = parts
        .text("rptHead_ctl00_tcHead")
        .and_then(|text| page::chapter_number(&text));
    page.chapter = parts.text("rptHead_ctl00_tcText");
    let heading = parts.text("rptTreaty_ctl00_tcTreaty").unwrap_or_default();
    let (ordinal, title) = page::ordinal_and_title(&heading);
    page.title = title;
    page.number = number(parts).or_else(|| {
        let said = chapter
            .and_then(|chapter| page::canonical_number(&format!("{chapter}-{}", ordinal?)));
        page::closer_number(said, page::number_in(&page.file))
    });
    page.conclusion =
        page::conclusion(&parts.text("rptTreaty_ctl00_tcText").unwrap_or_default());
    let label = parts.text("rptEIF_ctl00_tcEifLabel").unwrap_or_default();
    page.in_force = parts
        .text("rptEIF_ctl00_tcText")
        .and_then(|text| page::in_force(&label, &text));
    page.registration = parts
        .text("rptRegistration_ctl00_tcText")
        .and_then(|text| page::registration(&text));
    page.printed = parts
        .text("rptStatus_ctl00_tcText")
        .map(|text| page::printed_counts(&text))
        .unwrap_or_default();
}

/// The treaty's number, from the links of the page to its own XML and PDF and to itself.
fn number(parts: &Parts<'_>) -> Option<String> {
    ["_lnkXml", "_lnkPdfFile", "_lnkMailTo"]
        .iter()
        .filter_map(|end| parts.find(end)?.value().attr("href"))
        .find_map(page::number_in)
}

/// The table of participants and the further ones.
fn tables(file: &str, text: &str, parts: &Parts<'_>, page: &mut Page) -> Result<(), ReadError> {
    let mut main = None;
    let mut special = Vec::new();
    for table in &parts.tables {
        let id = table.value().id().unwrap_or_default();
        if id.contains("dgNotesAll") || id.contains("dgDec") || id.contains("dgObj") {
            continue;
        }
        let rows = raw_rows(text, *table);
        let begins = rows.first().and_then(|row| row.cells.first());
        if !begins.is_some_and(|cell| table::is_participant(&cell.marked.text)) {
            continue;
        }
        if main.is_none() && !id.ends_with("_Table1") && !id.ends_with("_tblDec") {
            main = Some(rows);
        } else {
            special.push((id.to_owned(), rows));
        }
    }
    let title = parts.text("_Table2").unwrap_or_default();
    for (id, rows) in special {
        if id.ends_with("_tblDec") {
            page.words.extend(territories(&rows));
        } else {
            page.tables.push(special_table(&title, &rows));
        }
    }
    match main {
        Some(rows) => table::participants(file, &rows, page),
        None if !page.tables.is_empty() => table::from_special(file, page),
        None => Err(ReadError::new(file, What::NoTable)),
    }
}

/// The rows of a table that are its own, not those of tables inside it.
fn raw_rows(text: &str, table: ElementRef<'_>) -> Vec<RawRow> {
    let mut rows = Vec::new();
    let own = |node: &ElementRef<'_>| {
        let mut up = node.parent();
        while let Some(parent) = up {
            if let Some(element) = ElementRef::wrap(parent)
                && element.value().name() == "table"
            {
                return parent.id() == table.id();
            }
            up = parent.parent();
        }
        false
    };
    for row in table.descendants().filter_map(ElementRef::wrap) {
        if row.value().name() != "tr" || !own(&row) {
            continue;
        }
        let cells = row
            .children()
            .filter_map(ElementRef::wrap)
            .filter(|cell| matches!(cell.value().name(), "td" | "th"))
            .map(|cell| RawCell {
                marked: marked(cell),
            })
            .collect();
        rows.push(RawRow { cells, line: None });
    }
    number_lines(text, table, &mut rows);
    rows
}

/// Gives rows their lines in the file, where the rows of the text can be told apart for certain.
fn number_lines(text: &str, table: ElementRef<'_>, rows: &mut [RawRow]) {
    let Some(id) = table.value().id() else { return };
    let Some(start) = text.find(&format!("id=\"{id}\"")) else {
        return;
    };
    let lower = text[start..].to_ascii_lowercase();
    let Some(end) = lower.find("</table") else {
        return;
    };
    let starts: Vec<usize> = lower[..end]
        .match_indices("<tr")
        .filter(|(at, _)| {
            !lower
                .as_bytes()
                .get(at + 3)
                .is_some_and(u8::is_ascii_alphanumeric)
        })
        .map(|(at, _)| at)
        .collect();
    if starts.len() != rows.len() {
        return;
    }
    let mut line = text[..start].bytes().filter(|b| *b == b'\n').count() + 1;
    let mut seen = 0;
    for (row, at) in rows.iter_mut().zip(starts) {
        line += lower[seen..at].bytes().filter(|b| *b == b'\n').count();
        seen = at;
        row.line = Some(line);
    }
}

fn special_table(title: &str, rows: &[RawRow]) -> SpecialTable {
    let mut rows = rows.iter();
    let headings = rows
        .next()
        .map(|row| {
            row.cells
                .iter()
                .map(|cell| one_line(&cell.marked.text))
                .collect()
        })
        .unwrap_or_default();
    let rows = rows
        .enumerate()
        .map(|(at, row)| SpecialRow {
            cells: row
                .cells
                .iter()
                .map(|cell| one_line(&cell.marked.text))
                .collect(),
            notes: row
                .cells
                .first()
                .map(|cell| cell.marked.notes.clone())
                .unwrap_or_default(),
            place: page::Place {
                row: at + 1,
                line: row.line,
            },
        })
        .collect();
    SpecialTable {
        title: title.to_owned(),
        headings,
        rows,
    }
}

/// Rows *participant, date of receipt, territories*.
fn territories(rows: &[RawRow]) -> Vec<Words> {
    let headings: Vec<String> = rows
        .first()
        .map(|row| {
            row.cells
                .iter()
                .map(|cell| cell.marked.text.to_lowercase())
                .collect()
        })
        .unwrap_or_default();
    let find = |word: &str| headings.iter().position(|heading| heading.contains(word));
    let (date, territory) = (find("date"), find("territor"));
    let text_of = |row: &RawRow, at: Option<usize>| {
        at.and_then(|at| row.cells.get(at))
            .map(|cell| paragraphs(&cell.marked.text))
            .unwrap_or_default()
    };
    rows.iter()
        .skip(1)
        .filter_map(|row| {
            let first = row.cells.first()?;
            Some(Words {
                section: Section::Territories,
                unless: String::new(),
                participant: one_line(&first.marked.text),
                notes: first.marked.notes.clone(),
                on: crate::date_words::leading_date(&text_of(row, date)),
                text: text_of(row, territory),
            })
        })
        .filter(|words| !words.participant.is_empty())
        .collect()
}

fn notes(parts: &Parts<'_>) -> Vec<PageNote> {
    let holders = parts
        .by_id
        .iter()
        .filter(|(id, _)| id.contains("dgNotesAll_") && id.ends_with("divNotesAll"));
    holders.filter_map(|(_, holder)| note(*holder)).collect()
}

fn note(holder: ElementRef<'_>) -> Option<PageNote> {
    let links = || {
        holder
            .descendants()
            .filter_map(ElementRef::wrap)
            .filter(|e| e.value().name() == "a")
    };
    let anchor = links().find(|a| a.value().attr("name").is_some())?;
    let id = anchor.value().attr("name")?.trim().to_owned();
    let text = paragraphs(&marked(holder).text);
    // The mark stands before the text, in an anchor of its own.
    let mark = one_line(&anchor.text().collect::<String>());
    let text = text
        .strip_prefix(&mark)
        .unwrap_or(&text)
        .trim_start()
        .to_owned();
    let links = links()
        .filter_map(|a| {
            Some((
                one_line(&a.text().collect::<String>()),
                a.value().attr("href")?.to_owned(),
            ))
        })
        .filter(|(_, href)| href.starts_with("http"))
        .collect();
    (!id.is_empty()).then_some(PageNote { id, text, links })
}

/// Declarations, objections and the like, with the sentence that says when they were made.
fn words(parts: &Parts<'_>) -> Vec<Words> {
    const SECTIONS: [(&str, &str, Section); 4] = [
        ("dgDecUnderArticle", "divDecArt", Section::UnderArticle),
        ("dgDec", "divDecTilte", Section::Declarations),
        ("dgObj", "divObjTitle", Section::Objections),
        ("dgNotification", "_div2", Section::Notifications),
    ];
    let mut words = Vec::new();
    for (grid, unless, section) in SECTIONS {
        let unless = parts.text(unless).unwrap_or_default();
        let marker = format!("_{grid}_");
        let mut participant = None;
        for (id, element) in parts.by_id.iter().filter(|(id, _)| id.contains(&marker)) {
            if id.ends_with("_divParticipant") {
                let name = marked(*element);
                participant = Some((one_line(&name.text), name.notes));
            } else if id.ends_with("_divText")
                && let Some((participant, mut notes)) = participant.take()
            {
                let body = marked(*element);
                let text = paragraphs(&body.text);
                if participant.is_empty() {
                    continue;
                }
                notes.extend(body.notes);
                let first = text.lines().next().unwrap_or_default();
                let on = crate::date_words::leading_date(first)
                    .filter(|_| first.split_whitespace().count() == 3);
                words.push(Words {
                    section,
                    unless: unless.clone(),
                    participant,
                    notes,
                    on,
                    text,
                });
            }
        }
    }
    words
}
