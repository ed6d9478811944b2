//! Tables: their head again on every page they run over, no row on two.

use super::DocxError;
use super::body::line;
use super::set::{Indent, Set};
use super::styles::TABLE;
use super::text;
use super::xml::Xml;
use crate::measure::{FEW_COLUMNS, INSET, WIDTH, columns};
use crate::paper::{Column, Table};

/// The most columns that Word reads.
const MOST: usize = 63;

/// Writes a table under its caption.
pub(super) fn table(xml: &mut Xml, table: &Table) -> Result<(), DocxError> {
    sound(table)?;
    let inset = if table.columns.len() <= FEW_COLUMNS {
        INSET
    } else {
        0
    };
    caption(xml, &table.caption, inset);
    if table.columns.is_empty() {
        return Ok(());
    }
    let shares: Vec<u8> = table.columns.iter().map(|column| column.width).collect();
    let whole = WIDTH - 2 * inset;
    let widths: Vec<_> = columns(&shares, whole).iter().map(u32::to_string).collect();
    xml.within("w:tbl", &[], |xml| {
        xml.within("w:tblPr", &[], |xml| properties(xml, table, inset, whole));
        xml.within("w:tblGrid", &[], |xml| {
            for width in &widths {
                xml.empty("w:gridCol", &[("w:w", width)]);
            }
        });
        head(xml, table, &widths);
        for row in &table.rows {
            let cells = row.iter().map(|cell| cell.text.as_str());
            self::row(xml, table, &widths, cells, false);
        }
    });
    // Two tables with nothing between them are one table to Word.
    line(xml, Set::style("TableText"), "");
    Ok(())
}

/// Whether Word can read it.
fn sound(table: &Table) -> Result<(), DocxError> {
    let columns = table.columns.len();
    if columns > MOST {
        return Err(DocxError::Columns {
            key: table.key.clone(),
            columns,
        });
    }
    let odd = table.rows.iter().position(|row| row.len() != columns);
    match odd {
        Some(row) => Err(DocxError::Row {
            key: table.key.clone(),
            row: row + 1,
        }),
        None => Ok(()),
    }
}

/// What a table or a picture shows, above it.
pub(super) fn caption(xml: &mut Xml, said: &str, inset: u32) {
    let set = Set {
        indent: Some(Indent {
            left: inset,
            right: inset,
            hanging: 0,
        }),
        ..Set::style("Caption")
    };
    line(xml, set, said);
}

fn properties(xml: &mut Xml, table: &Table, inset: u32, whole: u32) {
    xml.val("w:tblStyle", TABLE);
    xml.empty("w:tblW", &[("w:w", &whole.to_string()), ("w:type", "dxa")]);
    xml.empty(
        "w:tblInd",
        &[("w:w", &inset.to_string()), ("w:type", "dxa")],
    );
    xml.empty("w:tblLayout", &[("w:type", "fixed")]);
    let look = [
        ("w:val", "0620"),
        ("w:firstRow", "1"),
        ("w:lastRow", "0"),
        ("w:firstColumn", "0"),
        ("w:lastColumn", "0"),
        ("w:noHBand", "1"),
        ("w:noVBand", "1"),
    ];
    xml.empty("w:tblLook", &look);
    xml.val("w:tblCaption", &table.caption);
    let heads: Vec<_> = table
        .columns
        .iter()
        .map(|column| column.head.as_str())
        .collect();
    xml.val("w:tblDescription", heads.join("; "));
}

fn head(xml: &mut Xml, table: &Table, widths: &[String]) {
    let heads = table.columns.iter().map(|column| column.head.as_str());
    row(xml, table, widths, heads, true);
}

fn row<'t>(
    xml: &mut Xml,
    table: &Table,
    widths: &[String],
    cells: impl Iterator<Item = &'t str>,
    head: bool,
) {
    xml.within("w:tr", &[], |xml| {
        xml.within("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            if head {
                xml.empty("w:tblHeader", &[]);
            }
        });
        for ((column, width), said) in table.columns.iter().zip(widths).zip(cells) {
            cell(xml, width, style(column, head), said);
        }
    });
}

fn style(column: &Column, head: bool) -> &'static str {
    match (head, column.numbers) {
        (true, true) => "TableHeadNumber",
        (true, false) => "TableHead",
        (false, true) => "TableNumber",
        (false, false) => "TableText",
    }
}

fn cell(xml: &mut Xml, width: &str, style: &'static str, said: &str) {
    xml.within("w:tc", &[], |xml| {
        xml.within("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
        });
        xml.within("w:p", &[], |xml| {
            Set::style(style).write(xml);
            text::run(xml, None, said);
        });
    });
}
