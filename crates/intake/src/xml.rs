//! The treaty collection's XML status document.
//!
//! Its elements are known from the parsers of others, not from a specification: they are looked
//! for by name at any depth, in any case, and what is not there stays unknown.

use crate::error::ReadError;
use crate::markup::{one_line, paragraphs, unmark};
use crate::page::{self, Page, PageNote, Place, Section, SpecialRow, SpecialTable, Words};
use crate::table::{self, RawCell, RawRow};
use crate::xml_tree::{At, Tree};

/// Reads a document whose text is decoded.
pub(crate) fn read(file: &str, text: &str) -> Result<Page, ReadError> {
    let tree = Tree::read(file, text)?;
    let root = tree.root();
    let mut page = Page {
        file: file.to_owned(),
        ..Page::default()
    };
    head(root, &mut page);
    if let Some(acts) = crate::acts_xml_read::exported(file, root)? {
        page.ours = true;
        page.exported = acts;
    }
    page.tables = root
        .below()
        .filter(|at| at.name() == "specialtables")
        .flat_map(special_tables)
        .collect();
    // Beside our own section the tables say nothing more, and there may be one for each treaty.
    if !page.ours {
        let rows = participant_rows(root);
        if rows.is_empty() {
            table::from_special(file, &mut page)?;
        } else {
            table::participants(file, &rows, &mut page)?;
        }
    }
    page.notes = notes(root);
    page.words = words(root);
    Ok(page)
}

fn head(root: At<'_>, page: &mut Page) {
    let text_of =
        |names: &[&str]| descend(root, names).map(|at| one_line(&unmark(&at.text()).text));
    let chapter = text_of(&["chapter", "header"]);
    page.chapter = text_of(&["chapter", "name"]).filter(|name| !name.is_empty());
    let (ordinal, title) =
        page::ordinal_and_title(&text_of(&["titlesect"]).unwrap_or_default());
    page.title = title;
    page.number = attribute_number(root).or_else(|| {
        let said = chapter
            .as_deref()
            .and_then(page::chapter_number)
            .and_then(|chapter| page::canonical_number(&format!("{chapter}-{}", ordinal?)));
        page::closer_number(said, page::number_in(&page.file))
    });
    page.conclusion = page::conclusion(&text_of(&["conclusion"]).unwrap_or_default());
    page.in_force = descend(root, &["eif"]).and_then(|eif| {
        let text = eif
            .first("labeltext")
            .or_else(|| eif.first("text"))
            .unwrap_or(eif)
            .text();
        let label = eif.first("label").map(At::text).unwrap_or_default();
        let text = one_line(&unmark(&text).text);
        let (label, text) = match text.to_lowercase().starts_with("not yet in force") {
            true => ("not yet in force".to_owned(), text),
            false => (label, text),
        };
        page::in_force(&label, &text)
    });
    page.registration = text_of(&["registration"]).and_then(|text| page::registration(&text));
    if let Some(status) = descend(root, &["status"]) {
        use ledger::body::Counted::{Consents, Signatures};
        for (name, what) in [("signatories", Signatures), ("parties", Consents)] {
            let count = status
                .first(name)
                .and_then(|at| one_line(&at.text()).parse().ok());
            page.printed.extend(count.map(|count| (what, count)));
        }
    }
    page.as_at = root
        .below()
        .chain(std::iter::once(root))
        .filter(|at| at.children().next().is_none())
        .find_map(|at| page::as_at(&at.text()))
        .or_else(|| root.attribute("as-at").and_then(|day| day.parse().ok()));
}

/// A number in an attribute or a small element of the document, such as `mtdsg_no="XXVI-6"`.
fn attribute_number(root: At<'_>) -> Option<String> {
    let attributes = std::iter::once(root)
        .chain(root.below().take(20))
        .flat_map(|at| at.element().attributes.iter())
        .find_map(|(name, value)| {
            name.to_lowercase()
                .contains("mtdsg")
                .then(|| page::canonical_number(value))
                .flatten()
        });
    attributes.or_else(|| {
        let named = root
            .below()
            .find(|at| matches!(at.name(), "mtdsgno" | "mtdsg_no" | "treatyno"))?;
        page::canonical_number(&one_line(&named.text()))
    })
}

/// The first element by a path of names, each at any depth below the one before.
fn descend<'t>(root: At<'t>, names: &[&str]) -> Option<At<'t>> {
    names.iter().try_fold(root, |at, name| at.first(name))
}

/// The rows of the table of participants, headings first.
fn participant_rows(root: At<'_>) -> Vec<RawRow> {
    let Some(table) = root.first("participants") else {
        return Vec::new();
    };
    let head = table
        .first("thead")
        .and_then(|head| head.first("row").or(Some(head)));
    let body = table.below().filter(|at| at.name() == "tbody");
    let rows = body.flat_map(|body| body.below().filter(|at| at.name() == "row"));
    let raw = |row: At<'_>| RawRow {
        cells: row
            .below()
            .filter(|at| at.name() == "entry")
            .map(|cell| RawCell {
                marked: unmark(&cell.text()),
            })
            .collect(),
        line: Some(row.element().line),
    };
    head.into_iter().chain(rows).map(raw).collect()
}

/// Special tables: titles once, then rows of columns.
fn special_tables(holder: At<'_>) -> Vec<SpecialTable> {
    let mut tables = Vec::<SpecialTable>::new();
    for at in holder.below() {
        match at.name() {
            "tableheader" => {
                let title = at.attribute("title").map(one_line).unwrap_or_default();
                let headings = at
                    .below()
                    .filter(|at| at.name() == "title")
                    .map(|at| one_line(&unmark(&at.text()).text))
                    .collect();
                tables.push(SpecialTable {
                    title,
                    headings,
                    rows: Vec::new(),
                });
            }
            "row" => {
                if let Some(table) = tables.last_mut() {
                    let columns: Vec<_> = at
                        .below()
                        .filter(|at| at.name() == "column")
                        .map(|at| unmark(&at.text()))
                        .collect();
                    let place = Place {
                        row: table.rows.len() + 1,
                        line: Some(at.element().line),
                    };
                    table.rows.push(SpecialRow {
                        cells: columns
                            .iter()
                            .map(|column| one_line(&column.text))
                            .collect(),
                        notes: columns.first().map(|c| c.notes.clone()).unwrap_or_default(),
                        place,
                    });
                }
            }
            _ => {}
        }
    }
    tables
}

/// End notes. No file at hand shows their elements: those named like notes that have a mark are
/// taken, general notes without one are not.
fn notes(root: At<'_>) -> Vec<PageNote> {
    let holders = root
        .below()
        .filter(|at| matches!(at.name(), "note" | "endnote" | "footnote"));
    holders
        .filter_map(|at| {
            let id = ["id", "no", "number", "index", "mark"]
                .iter()
                .find_map(|name| at.attribute(name))
                .map(str::to_owned)
                .or_else(|| {
                    at.children()
                        .find(|child| matches!(child.name(), "index" | "number" | "mark"))
                        .map(|child| one_line(&child.text()))
                })?;
            let text = match at.first("text") {
                Some(_) => at
                    .below()
                    .filter(|below| below.name() == "text")
                    .map(|text| paragraphs(&unmark(&text.text()).text))
                    .collect::<Vec<_>>()
                    .join("\n"),
                None => paragraphs(&unmark(&at.text()).text),
            };
            (!id.trim().is_empty()).then(|| PageNote {
                id: id.trim().to_owned(),
                text,
                links: Vec::new(),
            })
        })
        .collect()
}

fn words(root: At<'_>) -> Vec<Words> {
    let sections = [
        ("declaration", Section::Declarations),
        ("objection", Section::Objections),
        ("territorialapplication", Section::Territories),
        ("notification", Section::Notifications),
    ];
    let mut words = Vec::new();
    for (name, section) in sections {
        for holder in root.below().filter(|at| at.name() == name) {
            let Some(participant) = holder.first("participant") else {
                continue;
            };
            let participant = unmark(&participant.text());
            let text = holder
                .below()
                .filter(|at| at.name() == "text")
                .map(|at| paragraphs(&unmark(&at.text()).text))
                .collect::<Vec<_>>()
                .join("\n");
            let date = holder.first("date").map(At::text).unwrap_or_default();
            let first = text.lines().next().unwrap_or_default();
            let on = crate::date_words::leading_date(&one_line(&date)).or_else(|| {
                crate::date_words::leading_date(first)
                    .filter(|_| first.split_whitespace().count() == 3)
            });
            if !text.is_empty() {
                words.push(Words {
                    section,
                    unless: String::new(),
                    participant: one_line(&participant.text),
                    notes: participant.notes,
                    on,
                    text,
                });
            }
        }
    }
    words
}
