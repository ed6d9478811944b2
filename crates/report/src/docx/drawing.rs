//! Pictures: in dots for everybody, and in lines beside them where everybody draws the lines alike.
//!
//! A program that knows lines shows them and never the dots, whatever it makes of them; and those that
//! read documents know less of SVG than a browser does. So lines go along only where little is asked.

use super::names::{A, ASVG, PIC, relation};
use super::package::{Holds, Part, Relations};
use super::set::Set;
use super::table::caption;
use super::xml::Xml;
use super::{DocxError, Pictures};
use crate::measure::{emu, fitted, millimetres};
use crate::paper::Picture;

/// How Word is told of a drawing in lines beside that in dots.
const SVG_EXTENSION: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";

/// The pictures of a document, as they come.
pub(super) struct Drawings<'p> {
    /// Who turns lines into dots.
    pub(super) pictures: &'p dyn Pictures,
    /// How many there are so far.
    pub(super) count: usize,
    /// What the document refers to.
    pub(super) relations: Relations,
    /// Their parts.
    pub(super) parts: Vec<Part>,
}

/// A picture that is in the package.
struct Placed<'p> {
    /// The picture.
    picture: &'p Picture,
    /// Its number, from 1.
    number: String,
    /// The name of its dots.
    png: String,
    /// The name of its lines, where they go along.
    svg: Option<String>,
    /// Its width and height, in English metric units.
    size: [(&'static str, String); 2],
}

/// Writes a picture under its caption.
pub(super) fn picture(
    xml: &mut Xml,
    picture: &Picture,
    drawings: &mut Drawings<'_>,
) -> Result<(), DocxError> {
    let placed = drawings.place(picture)?;
    caption(xml, &picture.caption, 0);
    xml.within("w:p", &[], |xml| {
        Set::style("Figure").write(xml);
        xml.within("w:r", &[], |xml| {
            xml.within("w:drawing", &[], |xml| placed.write(xml));
        });
    });
    Ok(())
}

impl Drawings<'_> {
    fn place<'p>(&mut self, picture: &'p Picture) -> Result<Placed<'p>, DocxError> {
        let (wide, high) = fitted(picture.width, picture.height);
        let drawn = self.pictures.png(&picture.svg, millimetres(wide));
        let dots = drawn.map_err(|source| DocxError::Picture {
            key: picture.key.clone(),
            source,
        })?;
        self.count += 1;
        let number = self.count;
        let png = self.add(&format!("image{number}.png"), Holds::Png, dots);
        let lines = self.pictures.lines(&picture.svg);
        let svg = lines.filter(|lines| is_plain(lines)).map(|lines| {
            self.add(
                &format!("image{number}.svg"),
                Holds::Svg,
                lines.into_bytes(),
            )
        });
        Ok(Placed {
            picture,
            number: number.to_string(),
            png,
            svg,
            size: [("cx", emu(wide).to_string()), ("cy", emu(high).to_string())],
        })
    }

    fn add(&mut self, file: &str, holds: Holds, bytes: Vec<u8>) -> String {
        self.parts.push(Part {
            name: format!("word/media/{file}"),
            holds,
            bytes,
            relations: Relations::default(),
        });
        self.relations.to(relation::IMAGE, &format!("media/{file}"))
    }
}

impl Placed<'_> {
    fn size(&self) -> [(&str, &str); 2] {
        [0, 1].map(|at| (self.size[at].0, self.size[at].1.as_str()))
    }

    /// What it is called, and what is to be seen on it.
    fn named(&self) -> [(&str, &str); 3] {
        [
            ("id", &self.number),
            ("name", &self.picture.key),
            ("descr", &self.picture.describes),
        ]
    }

    fn write(&self, xml: &mut Xml) {
        let close = ["distT", "distB", "distL", "distR"].map(|edge| (edge, "0"));
        xml.within("wp:inline", &close, |xml| {
            xml.empty("wp:extent", &self.size());
            let none = ["l", "t", "r", "b"].map(|edge| (edge, "0"));
            xml.empty("wp:effectExtent", &none);
            xml.empty("wp:docPr", &self.named());
            xml.within("wp:cNvGraphicFramePr", &[], |xml| {
                let locked = [("xmlns:a", A), ("noChangeAspect", "1")];
                xml.empty("a:graphicFrameLocks", &locked);
            });
            xml.within("a:graphic", &[("xmlns:a", A)], |xml| {
                xml.within("a:graphicData", &[("uri", PIC)], |xml| self.graphic(xml));
            });
        });
    }

    fn graphic(&self, xml: &mut Xml) {
        xml.within("pic:pic", &[("xmlns:pic", PIC)], |xml| {
            xml.within("pic:nvPicPr", &[], |xml| {
                xml.empty("pic:cNvPr", &self.named());
                xml.within("pic:cNvPicPr", &[], |xml| {
                    xml.empty("a:picLocks", &[("noChangeAspect", "1")]);
                });
            });
            xml.within("pic:blipFill", &[], |xml| {
                self.blip(xml);
                xml.within("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
            });
            xml.within("pic:spPr", &[], |xml| {
                xml.within("a:xfrm", &[], |xml| {
                    xml.empty("a:off", &[("x", "0"), ("y", "0")]);
                    xml.empty("a:ext", &self.size());
                });
                xml.within("a:prstGeom", &[("prst", "rect")], |xml| {
                    xml.empty("a:avLst", &[]);
                });
            });
        });
    }

    /// The dots, with the lines as what to show instead.
    fn blip(&self, xml: &mut Xml) {
        let dots = [("r:embed", self.png.as_str())];
        let Some(svg) = &self.svg else {
            xml.empty("a:blip", &dots);
            return;
        };
        xml.within("a:blip", &dots, |xml| {
            xml.within("a:extLst", &[], |xml| {
                xml.within("a:ext", &[("uri", SVG_EXTENSION)], |xml| {
                    let lines = [("xmlns:asvg", ASVG), ("r:embed", svg.as_str())];
                    xml.empty("asvg:svgBlip", &lines);
                });
            });
        });
    }
}

/// What a drawing may not use if it is to be drawn alike everywhere. Of the last three it is known that
/// programs that read documents make black of them.
const NOT_PLAIN: [&str; 15] = [
    "<style",
    " class=",
    " style=",
    "<pattern",
    "<use",
    "<symbol",
    "<mask",
    "<filter",
    "<clipPath",
    "<foreignObject",
    "<image",
    "paint-order",
    "rgba(",
    "hsl",
    "transparent",
];

/// Whether a drawing asks for shapes, letters, colours and no more.
pub(super) fn is_plain(svg: &str) -> bool {
    !NOT_PLAIN.iter().any(|one| svg.contains(one))
}
