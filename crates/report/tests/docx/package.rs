//! The package holds together: every part is something, every name refers to something.

use std::collections::{BTreeMap, BTreeSet};

use report::Paper;
use report::docx::{self, DocxError, PictureError};
use report::paper::{Block, NoteForm};
use roxmltree::{Document, Node};
use treaty::Lang;

use crate::opened::{Opened, R, is, of, open, opened, written};
use crate::sample;

/// The papers that everything is tried on.
pub(crate) fn papers() -> Vec<Paper> {
    let mut bare = sample::paper(Lang::En, NoteForm::Foot);
    bare.masthead = report::paper::Masthead::default();
    bare.title.clear();
    bare.blocks.clear();
    bare.annexes.clear();
    bare.colophon.text.clear();
    bare.colophon.asks = None;
    let mut kept = sample::paper(Lang::Fr, NoteForm::Foot);
    kept.masthead.restricted = Some("TLP:AMBER".to_owned());
    vec![
        sample::paper(Lang::En, NoteForm::Foot),
        sample::paper(Lang::Fr, NoteForm::End),
        sample::paper(Lang::En, NoteForm::None),
        kept,
        bare,
    ]
}

#[test]
fn parts_are_in_one_order_and_of_one_moment() {
    let bytes = written(&sample::paper(Lang::En, NoteForm::Foot)).unwrap();
    let order = open(&bytes).order;
    insta::assert_snapshot!(order.join("\n"));
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    for at in 0..zip.len() {
        let file = zip.by_index(at).unwrap();
        let moment = file.last_modified().unwrap();
        assert_eq!((moment.year(), moment.month(), moment.day()), (1980, 1, 1));
        assert_eq!((moment.hour(), moment.minute(), moment.second()), (0, 0, 0));
        assert_eq!(file.compression(), zip::CompressionMethod::Deflated);
    }
}

#[test]
fn the_same_paper_is_the_same_bytes() {
    for paper in papers() {
        assert_eq!(written(&paper).unwrap(), written(&paper.clone()).unwrap());
    }
}

#[test]
fn a_package_holds_together() {
    for paper in papers() {
        whole(&opened(&paper));
    }
}

/// Whether a document holds together.
pub(crate) fn whole(opened: &Opened) {
    let parts = opened.xml();
    every_part_has_a_content_type(opened);
    every_name_refers_to_something(opened, &parts);
    every_style_is_there(&parts);
    every_list_is_there(&parts);
    every_note_is_marked_once(&parts);
    ids_of_drawings_are_their_own(&parts);
}

fn every_part_has_a_content_type(opened: &Opened) {
    let types = Document::parse(opened.text("[Content_Types].xml")).unwrap();
    let all = |name| {
        let of_name = types
            .descendants()
            .filter(move |node| node.tag_name().name() == name);
        of_name.collect::<Vec<_>>()
    };
    let (defaults, overrides) = (all("Default"), all("Override"));
    for part in opened
        .order
        .iter()
        .filter(|name| *name != "[Content_Types].xml")
    {
        let end = part.rsplit('.').next().unwrap();
        let by_end = defaults
            .iter()
            .any(|one| one.attribute("Extension") == Some(end));
        let path = format!("/{part}");
        let by_name = overrides
            .iter()
            .any(|one| one.attribute("PartName") == Some(&path));
        // What is XML is XML of some kind.
        assert!(
            by_name || (by_end && end != "xml"),
            "{part} has no content type"
        );
    }
    for one in overrides {
        let name = one.attribute("PartName").unwrap().trim_start_matches('/');
        assert!(opened.parts.contains_key(name), "{name} is not there");
    }
}

fn every_name_refers_to_something(opened: &Opened, parts: &[(&str, Document<'_>)]) {
    for (name, part) in parts {
        if name.ends_with(".rels") {
            targets_are_there(opened, name, part);
            continue;
        }
        let known = relations(opened, name);
        let used: BTreeSet<_> = part
            .descendants()
            .flat_map(|node| node.attributes())
            .filter(|attribute| attribute.namespace() == Some(R))
            .map(|attribute| attribute.value().to_owned())
            .collect();
        for id in &used {
            assert!(
                known.contains_key(id),
                "{name} names {id}, which is nothing"
            );
        }
        // What is shown or followed is named somewhere; what is merely beside is not.
        for (id, kind) in &known {
            let shown = ["/image", "/hyperlink", "/header", "/footer"];
            let shown = shown.iter().any(|end| kind.ends_with(end));
            assert!(!shown || used.contains(id), "{name} never uses {id}");
        }
    }
}

fn targets_are_there(opened: &Opened, name: &str, relations: &Document<'_>) {
    let folder = name.replace("_rels/", "");
    let folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
    for one in relations.root_element().children() {
        let target = one.attribute("Target").unwrap();
        if one.attribute("TargetMode") == Some("External") {
            assert!(target.starts_with("http://") || target.starts_with("https://"));
            continue;
        }
        let path = format!("{folder}/{target}");
        let path = path.trim_start_matches('/');
        assert!(
            opened.parts.contains_key(path),
            "{name}: {path} is not there"
        );
    }
}

/// What a part refers to: names and kinds.
fn relations(opened: &Opened, part: &str) -> BTreeMap<String, String> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let rels = format!("{folder}/_rels/{file}.rels");
    let Some(bytes) = opened.parts.get(&rels) else {
        return BTreeMap::new();
    };
    let rels = Document::parse(std::str::from_utf8(bytes).unwrap()).unwrap();
    let said = |node: Node<'_, '_>, name: &str| node.attribute(name).unwrap().to_owned();
    let all = rels.root_element().children();
    all.map(|one| (said(one, "Id"), said(one, "Type")))
        .collect()
}

/// The values of an attribute of all elements of this name, in every part.
fn values<'p>(
    parts: &'p [(&str, Document<'_>)],
    element: &'p str,
    attribute: &'p str,
) -> Vec<&'p str> {
    let nodes = parts.iter().flat_map(|(_, part)| part.descendants());
    let named = nodes.filter(move |node| is(*node, element));
    named.map(|node| of(node, attribute)).collect()
}

fn every_style_is_there(parts: &[(&str, Document<'_>)]) {
    let defined = values(parts, "style", "styleId");
    let unique: BTreeSet<_> = defined.iter().collect();
    assert_eq!(unique.len(), defined.len(), "a style is there twice");
    for by in ["pStyle", "rStyle", "tblStyle", "basedOn", "next"] {
        for used in values(parts, by, "val") {
            assert!(unique.contains(&used), "{by} {used} is no style");
        }
    }
}

fn every_list_is_there(parts: &[(&str, Document<'_>)]) {
    let nodes: Vec<_> = parts
        .iter()
        .flat_map(|(_, part)| part.descendants())
        .collect();
    let lists: BTreeSet<_> = values(parts, "num", "numId").into_iter().collect();
    let levels: BTreeSet<_> = values(parts, "lvl", "ilvl").into_iter().collect();
    for node in nodes.into_iter().filter(|node| is(*node, "numPr")) {
        for child in node.children() {
            let known = if is(child, "numId") { &lists } else { &levels };
            assert!(known.contains(of(child, "val")), "no such list or level");
        }
    }
}

fn every_note_is_marked_once(parts: &[(&str, Document<'_>)]) {
    for (one, mark) in [
        ("footnote", "footnoteReference"),
        ("endnote", "endnoteReference"),
    ] {
        let nodes = parts.iter().filter(|(name, _)| name.ends_with("notes.xml"));
        let nodes = nodes.flat_map(|(_, part)| part.descendants());
        let notes = nodes.filter(|node| is(*node, one) && of(*node, "type").is_empty());
        let notes: Vec<_> = notes.map(|node| of(node, "id")).collect();
        assert_eq!(notes, values(parts, mark, "id"), "{one}");
    }
}

fn ids_of_drawings_are_their_own(parts: &[(&str, Document<'_>)]) {
    let nodes = parts.iter().flat_map(|(_, part)| part.descendants());
    let ids = nodes.filter(|node| node.tag_name().name() == "docPr");
    let ids: Vec<_> = ids.map(|node| node.attribute("id").unwrap()).collect();
    let unique: BTreeSet<_> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len());
}

#[test]
fn a_picture_that_cannot_be_drawn_is_named() {
    let paper = sample::paper(Lang::En, NoteForm::None);
    let failing = |_: &str, _: u32| Err(PictureError::from("no pen"));
    let error = docx::write(&paper, &failing).unwrap_err();
    assert_eq!(error.to_string(), "the picture `bars` cannot be drawn");
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!(source.to_string(), "no pen");
}

#[test]
fn a_picture_is_asked_for_as_wide_as_it_is_printed() {
    let paper = sample::paper(Lang::En, NoteForm::None);
    let asked = std::cell::RefCell::new(Vec::new());
    let drawn = |svg: &str, millimetres: u32| {
        asked.borrow_mut().push((svg.len(), millimetres));
        Ok::<_, PictureError>(b"dots".to_vec())
    };
    let bytes = docx::write(&paper, &drawn).unwrap();
    let svg = include_str!("../sample/bars.svg");
    assert_eq!(*asked.borrow(), [(svg.len(), 170)]);
    let opened = open(&bytes);
    assert_eq!(opened.parts["word/media/image1.png"], b"dots");
    assert_eq!(opened.text("word/media/image1.svg"), svg);
}

/// Who shows the lines of a picture never shows its dots, so lines that it may draw otherwise stay out.
#[test]
fn lines_go_along_where_they_are_drawn_alike_everywhere() {
    let plain = include_str!("../sample/bars.svg");
    let styled = plain.replace(
        "<rect x=\"120\" y=\"20\"",
        "<rect class=\"bar\" x=\"120\" y=\"20\"",
    );
    assert_ne!(plain, styled);
    for (svg, along) in [(plain, true), (styled.as_str(), false)] {
        let mut paper = sample::paper(Lang::En, NoteForm::None);
        for block in &mut paper.blocks {
            if let Block::Picture(picture) = block {
                picture.svg = svg.to_owned();
            }
        }
        let opened = opened(&paper);
        whole(&opened);
        assert!(opened.parts.contains_key("word/media/image1.png"));
        assert_eq!(opened.parts.contains_key("word/media/image1.svg"), along);
        assert_eq!(opened.text("word/document.xml").contains("svgBlip"), along);
    }
}

/// Who can say a drawing more plainly may; and is held to it.
#[test]
fn lines_may_be_said_more_plainly() {
    struct Plainly(&'static str);
    impl docx::Pictures for Plainly {
        fn png(&self, _: &str, _: u32) -> Result<Vec<u8>, PictureError> {
            Ok(b"dots".to_vec())
        }
        fn lines(&self, _: &str) -> Option<String> {
            Some(self.0.to_owned())
        }
    }
    let paper = sample::paper(Lang::En, NoteForm::None);
    let lines = |said| {
        let opened = open(&docx::write(&paper, &Plainly(said)).unwrap());
        opened.parts.get("word/media/image1.svg").cloned()
    };
    let plain = "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0h9'/></svg>";
    assert_eq!(lines(plain), Some(plain.as_bytes().to_vec()));
    assert_eq!(lines("<svg><style/></svg>"), None);
}

#[test]
fn a_table_that_word_cannot_read_is_refused() {
    let mut paper = sample::paper(Lang::En, NoteForm::None);
    let Block::Table(table) = &mut paper.annexes[0].blocks[1] else {
        panic!("the second block is the table");
    };
    table.rows[2].pop();
    let error = written(&paper).unwrap_err();
    assert!(matches!(error, DocxError::Row { row: 3, .. }), "{error}");

    let Block::Table(table) = &mut paper.annexes[0].blocks[1] else {
        panic!("the second block is the table");
    };
    let column = table.columns[0].clone();
    table.columns.resize(64, column);
    let error = written(&paper).unwrap_err();
    assert!(
        matches!(error, DocxError::Columns { columns: 64, .. }),
        "{error}"
    );
}
