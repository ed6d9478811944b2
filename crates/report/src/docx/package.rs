//! The package: parts in a fixed order, what they are, and what they refer to.

use std::io::{Cursor, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::xml::Xml;

/// A part.
pub(super) struct Part {
    /// Where it is in the package: `word/document.xml`.
    pub(super) name: String,
    /// What it is.
    pub(super) holds: Holds,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// What it refers to.
    pub(super) relations: Relations,
}

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// XML of this content type.
    Xml(&'static str),
    /// A picture in dots.
    Png,
    /// A picture in lines.
    Svg,
}

/// What a part refers to, by the name that it has within the part.
#[derive(Debug, Default)]
pub(super) struct Relations(Vec<Relation>);

#[derive(Debug)]
struct Relation {
    kind: &'static str,
    target: String,
    outside: bool,
}

const CONTENT_TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const RELATION_TYPE: &str = "application/vnd.openxmlformats-package.relationships+xml";

impl Part {
    /// A part of XML.
    pub(super) fn xml(name: &str, content: &'static str, bytes: Vec<u8>) -> Part {
        Part {
            name: name.to_owned(),
            holds: Holds::Xml(content),
            bytes,
            relations: Relations::default(),
        }
    }

    /// The same, with what it refers to.
    pub(super) fn with(mut self, relations: Relations) -> Part {
        self.relations = relations;
        self
    }
}

impl Relations {
    /// Refers to another part; its name here.
    pub(super) fn to(&mut self, kind: &'static str, target: &str) -> String {
        self.named(kind, target, false)
    }

    /// Refers to something outside the package; its name here.
    pub(super) fn outside(&mut self, kind: &'static str, target: &str) -> String {
        self.named(kind, target, true)
    }

    fn named(&mut self, kind: &'static str, target: &str, outside: bool) -> String {
        let same = |one: &Relation| {
            (one.kind, one.target.as_str(), one.outside) == (kind, target, outside)
        };
        let at = self.0.iter().position(same).unwrap_or_else(|| {
            self.0.push(Relation {
                kind,
                target: target.to_owned(),
                outside,
            });
            self.0.len() - 1
        });
        format!("rId{}", at + 1)
    }

    fn write(&self) -> Vec<u8> {
        Xml::part("Relationships", &[("xmlns", RELATIONS)], |xml| {
            for (at, relation) in self.0.iter().enumerate() {
                let name = format!("rId{}", at + 1);
                let mut said = vec![
                    ("Id", name.as_str()),
                    ("Type", relation.kind),
                    ("Target", relation.target.as_str()),
                ];
                if relation.outside {
                    said.push(("TargetMode", "External"));
                }
                xml.empty("Relationship", &said);
            }
        })
    }
}

/// The package of these parts, in this order; `whole` is what it refers to as a whole.
pub(super) fn packed(parts: &[Part], whole: &Relations) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    put(&mut zip, "[Content_Types].xml", &content_types(parts))?;
    put(&mut zip, "_rels/.rels", &whole.write())?;
    for part in parts {
        put(&mut zip, &part.name, &part.bytes)?;
        if !part.relations.0.is_empty() {
            put(&mut zip, &relations_of(&part.name), &part.relations.write())?;
        }
    }
    Ok(zip.finish()?.into_inner())
}

fn put(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8]) -> Result<(), ZipError> {
    // Whatever machine writes it, and whenever: the first moment that a ZIP knows.
    let how = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default())
        .system(System::Dos);
    zip.start_file(name, how)?;
    zip.write_all(bytes)?;
    Ok(())
}

/// Where a part's relations are: `word/_rels/document.xml.rels`.
fn relations_of(name: &str) -> String {
    match name.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/_rels/{file}.rels"),
        None => format!("_rels/{name}.rels"),
    }
}

fn content_types(parts: &[Part]) -> Vec<u8> {
    Xml::part("Types", &[("xmlns", CONTENT_TYPES)], |xml| {
        let ends = [
            (None, "rels", RELATION_TYPE),
            (None, "xml", "application/xml"),
            (Some(Holds::Png), "png", "image/png"),
            (Some(Holds::Svg), "svg", "image/svg+xml"),
        ];
        for (only, end, content) in ends {
            if only.is_none_or(|only| parts.iter().any(|part| part.holds == only)) {
                xml.empty("Default", &[("Extension", end), ("ContentType", content)]);
            }
        }
        for part in parts {
            if let Holds::Xml(content) = part.holds {
                let name = format!("/{}", part.name);
                xml.empty("Override", &[("PartName", &name), ("ContentType", content)]);
            }
        }
    })
}
