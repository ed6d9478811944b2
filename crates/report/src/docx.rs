//! A paper as a Word document: Office Open XML, as Word and LibreOffice open it.
//!
//! Everything in it is Word's own: styles, numbers of paragraphs, notes, repeated heads of tables, fields
//! for page numbers. So whoever works on it does so as on any other paper.

mod body;
mod drawing;
mod frame;
mod look;
mod masthead;
mod names;
mod notes;
mod numbering;
mod package;
mod properties;
mod set;
mod settings;
mod styles;
mod table;
mod text;
mod xml;

use std::error::Error;

use words::Words;

use crate::note::Notes;
use crate::paper::Paper;
use body::Body;
use drawing::Drawings;
use frame::Frame;
use names::{R, W, WP, content, relation};
use numbering::Numbers;
use package::{Part, Relations};
use xml::Xml;

/// Why a picture could not be turned into dots.
pub type PictureError = Box<dyn Error + Send + Sync>;

/// Who turns a drawing into dots: this room cannot, and does not know who can.
pub trait Pictures {
    /// An SVG as PNG, to be printed so many millimetres wide at 300 dots to the inch.
    ///
    /// # Errors
    ///
    /// What is no drawing, or too large a one.
    fn png(&self, svg: &str, millimetres: u32) -> Result<Vec<u8>, PictureError>;

    /// The same drawing in lines, if it can be said so that every program draws it alike: attributes alone,
    /// no style sheet, no pattern. Where it cannot be, the dots stand alone.
    fn lines(&self, svg: &str) -> Option<String> {
        drawing::is_plain(svg).then(|| svg.to_owned())
    }
}

impl<F> Pictures for F
where
    F: Fn(&str, u32) -> Result<Vec<u8>, PictureError>,
{
    fn png(&self, svg: &str, millimetres: u32) -> Result<Vec<u8>, PictureError> {
        self(svg, millimetres)
    }
}

/// Why a paper could not be written.
#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    /// A picture could not be turned into dots.
    #[error("the picture `{key}` cannot be drawn")]
    Picture {
        /// Which.
        key: String,
        /// Why.
        #[source]
        source: PictureError,
    },
    /// A table is wider than Word reads.
    #[error("the table `{key}` has {columns} columns, and Word reads no more than 63")]
    Columns {
        /// Which.
        key: String,
        /// How many it has.
        columns: usize,
    },
    /// A row is not as long as there are columns.
    #[error("row {row} of the table `{key}` is not as long as the table is wide")]
    Row {
        /// Of which table.
        key: String,
        /// Which, from 1.
        row: usize,
    },
    /// The package could not be written.
    #[error("the parts of the document cannot be packed")]
    Package(#[from] zip::result::ZipError),
}

/// The paper as a Word document; the same paper and pictures are the same bytes.
///
/// # Errors
///
/// A picture that cannot be drawn, and a table that Word could not read.
pub fn write(paper: &Paper, pictures: &dyn Pictures) -> Result<Vec<u8>, DocxError> {
    let words = Words::for_lang(paper.lang);
    let language = paper.language();
    let mut parts = vec![
        styles::styles(language),
        numbering::numbering(paper.annexes.len()),
        settings::settings(paper.notes, language),
        settings::fonts(),
    ];
    let mut document = beside();
    let frame = Frame::of(paper, &mut document, &mut parts);
    let noted = Notes::of(paper);
    let names = notes::names(paper.notes);
    if let Some(names) = names {
        document.to(names.relation, names.part.trim_start_matches("word/"));
        parts.push(notes::notes(names, noted.all(), words));
    }
    let body = Body {
        words,
        notes: noted,
        names,
        drawings: Drawings {
            pictures,
            count: 0,
            relations: document,
            parts: Vec::new(),
        },
        numbers: Numbers::new(),
    };
    let (document, drawn) = written(paper, body, &frame)?;
    let mut all = vec![
        properties::core(paper, language),
        properties::app(),
        document,
    ];
    all.extend(parts);
    all.extend(drawn);
    Ok(package::packed(&all, &whole())?)
}

/// The document itself, and the parts of its pictures.
fn written(
    paper: &Paper,
    mut body: Body<'_>,
    frame: &Frame,
) -> Result<(Part, Vec<Part>), DocxError> {
    let spaces = [("xmlns:w", W), ("xmlns:r", R), ("xmlns:wp", WP)];
    let bytes = Xml::try_part("w:document", &spaces, |xml| {
        xml.within("w:body", &[], |xml| body.write(xml, paper, frame))
    })?;
    let Drawings {
        relations, parts, ..
    } = body.drawings;
    let document = Part::xml("word/document.xml", content::DOCUMENT, bytes);
    Ok((document.with(relations), parts))
}

/// What the package refers to as a whole.
fn whole() -> Relations {
    let mut whole = Relations::default();
    whole.to(relation::DOCUMENT, "word/document.xml");
    whole.to(relation::CORE, "docProps/core.xml");
    whole.to(relation::APP, "docProps/app.xml");
    whole
}

/// What every document refers to.
fn beside() -> Relations {
    let mut document = Relations::default();
    document.to(relation::STYLES, "styles.xml");
    document.to(relation::NUMBERING, "numbering.xml");
    document.to(relation::SETTINGS, "settings.xml");
    document.to(relation::FONTS, "fontTable.xml");
    document
}
