//! The package of a document: its parts, and how they point at one another (ISO/IEC 29500-2).
//!
//! Nothing is written, so that no name in it can lead anywhere; what its list says of sizes is not believed.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::Tree;
use crate::error::{Bound, ReadError};
use crate::limits::Limits;
use crate::text::Format;

/// A package, and how much may still be unpacked.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    limits: &'a Limits,
    left: u64,
}

/// A document of which nothing can be read.
pub(super) fn damaged(what: &str) -> ReadError {
    ReadError::Damaged {
        format: Format::Docx,
        what: what.to_owned(),
    }
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Package<'a>, ReadError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_cause| {
            damaged("its list of parts is missing, as where it was cut off on the way")
        })?;
        let parts = u32::try_from(archive.len()).unwrap_or(u32::MAX);
        if parts > limits.parts {
            let most = limits.parts;
            return Err(ReadError::TooLarge(Bound::Parts { most }));
        }
        Ok(Package {
            archive,
            limits,
            left: limits.unpacked,
        })
    }

    /// The name of each part, and its length as the package says.
    pub(super) fn names(&mut self) -> Vec<(String, u64)> {
        let count = self.archive.len();
        let parts = (0..count).filter_map(|at| {
            let part = self.archive.by_index_raw(at).ok()?;
            let name = part.name().ok()?.into_owned();
            Some((name, part.size()))
        });
        parts.collect()
    }

    /// The part with the words.
    pub(super) fn main(&mut self) -> Result<String, ReadError> {
        let links = self.links("")?;
        let main = links
            .iter()
            .find(|link| link.sort == "officeDocument" && !link.is_outside);
        Ok(main.map_or_else(|| "word/document.xml".to_owned(), |link| link.to.clone()))
    }

    /// The parts that a part uses, by their sort.
    pub(super) fn related(
        &mut self,
        part: &str,
    ) -> Result<BTreeMap<String, String>, ReadError> {
        let links = self.links(part)?.into_iter();
        let inside = links.filter(|link| !link.is_outside);
        Ok(inside.map(|link| (link.sort, link.to)).collect())
    }

    /// Whether the document, or its settings, point at parts that lie elsewhere; links for a reader to follow are none.
    pub(super) fn points_elsewhere(&mut self, main: &str) -> Result<bool, ReadError> {
        let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
        for part in [main, &format!("{folder}/settings.xml")] {
            let links = self.links(part)?;
            if links
                .iter()
                .any(|link| link.is_outside && link.sort != "hyperlink")
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// A part as a tree; none where there is no such part.
    pub(super) fn tree(
        &mut self,
        name: Option<impl AsRef<str>>,
    ) -> Result<Option<Tree>, ReadError> {
        let Some(name) = name else { return Ok(None) };
        let Some(bytes) = self.part(name.as_ref())? else {
            return Ok(None);
        };
        Tree::read(&bytes, self.limits).map(Some)
    }

    /// The bytes of a part, counted while they are unpacked.
    fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(why)) if why.contains("assword") => {
                return Err(ReadError::Locked(Format::Docx));
            }
            Err(_cause) => return Err(damaged(&format!("its part {} is broken", said(name)))),
        };
        let mut bytes = Vec::new();
        let most = self.left.saturating_add(1);
        // What came before the fault is read; the tree says that it breaks off.
        let _broken = part.take(most).read_to_end(&mut bytes);
        let len = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.left = self
            .left
            .checked_sub(len)
            .ok_or(ReadError::TooLarge(Bound::Unpacked {
                most: self.limits.unpacked,
            }))?;
        Ok(Some(bytes))
    }

    /// What a part points at.
    fn links(&mut self, part: &str) -> Result<Vec<Link>, ReadError> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let name = match folder {
            "" => format!("_rels/{file}.rels"),
            folder => format!("{folder}/_rels/{file}.rels"),
        };
        let Some(tree) = self.tree(Some(name))? else {
            return Ok(Vec::new());
        };
        let links = tree.root().children().filter_map(|link| {
            let to = link.attribute("Target")?;
            let sort = link.attribute("Type")?;
            Some(Link {
                sort: sort.rsplit('/').next().unwrap_or_default().to_owned(),
                to: resolved(folder, to),
                is_outside: link.attribute("TargetMode") == Some("External"),
            })
        });
        Ok(links.collect())
    }
}

/// One part's pointing at another.
struct Link {
    /// The last word of its type: `styles`, `hyperlink`.
    sort: String,
    to: String,
    is_outside: bool,
}

/// The name of a part, as a part in `folder` calls it. Steps above the root stay at the root.
fn resolved(folder: &str, to: &str) -> String {
    let from = if to.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in from.split('/').chain(to.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// A name for a message: short, and without what controls anything.
fn said(name: &str) -> String {
    let plain = crate::clean::line(name).unwrap_or_default();
    plain.chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_parts_lead_nowhere_else() {
        assert_eq!(resolved("word", "styles.xml"), "word/styles.xml");
        assert_eq!(resolved("word", "/word/styles.xml"), "word/styles.xml");
        assert_eq!(
            resolved("word", "../docProps/./core.xml"),
            "docProps/core.xml"
        );
        assert_eq!(resolved("", "../../etc/passwd"), "etc/passwd");
    }
}
