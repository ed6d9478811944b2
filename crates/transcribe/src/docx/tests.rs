use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::error::Bound;
use crate::text::Block;

/// A package of these parts.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A document with these words, and these other parts.
fn document(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document = format!(
        "<?xml version='1.0'?><w:document xmlns:w='w'><w:body>{body}</w:body></w:document>"
    );
    let links: String = parts
        .iter()
        .filter_map(|(name, _)| {
            let sort = name.strip_prefix("word/")?.strip_suffix(".xml")?;
            Some(format!(
                "<Relationship Id='{sort}' Type='http://x/{sort}' Target='{sort}.xml'/>"
            ))
        })
        .collect();
    let links = format!("<Relationships>{links}</Relationships>");
    let mut all = vec![("word/document.xml", document.as_str())];
    if !parts
        .iter()
        .any(|(name, _)| name.ends_with("document.xml.rels"))
    {
        all.push(("word/_rels/document.xml.rels", links.as_str()));
    }
    all.extend(parts);
    package(&all)
}

fn told(bytes: &[u8]) -> Text {
    read(bytes, &Limits::USUAL).unwrap()
}

fn lines(text: &Text) -> Vec<String> {
    let said = |block: &Block| {
        let label = block.label.as_deref().unwrap_or("-");
        format!("{:?} {label} {:?}", block.kind, block.text)
    };
    text.blocks.iter().map(said).collect()
}

fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t xml:space='preserve'>{words}</w:t></w:r></w:p>")
}

const STYLES: &str = "<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='fr-FR'/></w:rPr></w:rPrDefault></w:docDefaults>\
    <w:style w:type='paragraph' w:styleId='Titre1'><w:name w:val='heading 1'/></w:style>\
    <w:style w:type='character' w:styleId='Caché'><w:name w:val='Caché'/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>";

const NUMBERING: &str = "<w:numbering><w:abstractNum w:abstractNumId='3'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>\
    <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='(%2)'/></w:lvl></w:abstractNum>\
    <w:num w:numId='7'><w:abstractNumId w:val='3'/></w:num></w:numbering>";

const FOOTNOTES: &str = "<w:footnotes><w:footnote w:type='separator' w:id='-1'><w:p/></w:footnote>\
    <w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> See the report.</w:t></w:r></w:p><w:p><w:r><w:t>Annex.</w:t></w:r></w:p></w:footnote></w:footnotes>";

#[test]
fn a_document_is_read_as_its_reader_sees_it() {
    let numbered = |level: u8, words: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='7'/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let body = [
        "<w:p><w:pPr><w:pStyle w:val='Titre1'/></w:pPr><w:r><w:t>II.</w:t><w:tab/><w:t>Scope</w:t></w:r></w:p>".to_owned(),
        numbered(0, "The Meeting decided"),
        numbered(1, "to meet;"),
        numbered(1, "to report."),
        numbered(0, "It thanked."),
        "<w:p><w:r><w:t xml:space='preserve'>Kept </w:t></w:r><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>\
         <w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:rPr><w:rStyle w:val='Caché'/></w:rPr><w:t>secret</w:t></w:r>\
         <w:r><w:footnoteReference w:id='2'/></w:r><w:hyperlink><w:r><w:t xml:space='preserve'> link</w:t></w:r></w:hyperlink></w:p>".to_owned(),
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:t>no</w:t></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>\
         <w:r><w:t>result</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:br/><w:t>line</w:t></w:r></w:p>".to_owned(),
        format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}{}</w:tc></w:tr><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", p("State"), p("Day"), p("of deposit"), p("Alone")),
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Beside it</w:t></w:r></w:p>".to_owned(),
    ]
    .concat();
    let core = "<cp:coreProperties><dc:title>A title</dc:title><dc:creator>A. B.</dc:creator><dcterms:created>2019-11-25T08:00:00Z</dcterms:created></cp:coreProperties>";
    let app = "<Properties><Application>Microsoft Office Word</Application></Properties>";
    let file = document(
        &body,
        &[
            ("word/styles.xml", STYLES),
            ("word/numbering.xml", NUMBERING),
            ("word/footnotes.xml", FOOTNOTES),
            ("docProps/core.xml", core),
            ("docProps/app.xml", app),
        ],
    );
    insta::assert_json_snapshot!(told(&file));
}

#[test]
fn macros_comments_and_what_lies_elsewhere_are_said() {
    let links = "<Relationships><Relationship Id='a' Type='http://x/hyperlink' Target='https://a.example' TargetMode='External'/></Relationships>";
    let file = document(&p("a"), &[("word/_rels/document.xml.rels", links)]);
    assert_eq!(told(&file).remarks, []);
    let links = "<Relationships><Relationship Id='a' Type='http://x/attachedTemplate' Target='https://a.example' TargetMode='External'/></Relationships>";
    let file = document(
        &p("a"),
        &[
            ("word/_rels/settings.xml.rels", links),
            ("word/vbaProject.bin", "x"),
            ("word/comments.xml", "<w:comments/>"),
            ("word/embeddings/../../budget.xlsx", "x"),
        ],
    );
    let text = told(&file);
    assert_eq!(
        text.remarks,
        [Remark::Active, Remark::Hidden, Remark::Elsewhere]
    );
    assert_eq!(text.attachments[0].name.as_deref(), Some("budget.xlsx"));
}

#[test]
fn bombs_are_refused_while_they_are_unpacked() {
    let limits = Limits {
        unpacked: 100_000,
        ..Limits::USUAL
    };
    let bomb = document(&p(&"a".repeat(200_000)), &[]);
    assert!(bomb.len() < 5_000);
    let told = read(&bomb, &limits);
    assert_eq!(
        told,
        Err(ReadError::TooLarge(Bound::Unpacked { most: 100_000 }))
    );
    // A hundred parts that are each within the limit are not, together.
    let large = format!("<w:styles>{}</w:styles>", " ".repeat(60_000));
    let many = document(
        &p("a"),
        &[("word/styles.xml", &large), ("word/numbering.xml", &large)],
    );
    assert!(matches!(
        read(&many, &limits),
        Err(ReadError::TooLarge(Bound::Unpacked { .. }))
    ));
    let names: Vec<String> = (0..50).map(|at| format!("word/media/{at}.png")).collect();
    let parts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    let few = Limits {
        parts: 20,
        ..Limits::USUAL
    };
    assert!(matches!(
        read(&document(&p("a"), &parts), &few),
        Err(ReadError::TooLarge(Bound::Parts { most: 20 }))
    ));
}

#[test]
fn a_document_cut_off_at_any_place_is_refused_and_one_whose_words_break_off_is_read() {
    let file = document(&p("One"), &[("word/styles.xml", STYLES)]);
    for end in 0..file.len() {
        let cut = read(&file[..end], &Limits::USUAL);
        assert!(matches!(cut, Err(ReadError::Damaged { .. })), "{end}");
    }
    let broken = package(&[(
        "word/document.xml",
        "<w:document><w:body><w:p><w:r><w:t>One</w:t></w:r></w:p><w:p><w:r><w:t>Tw",
    )]);
    let text = told(&broken);
    assert_eq!(lines(&text), ["Paragraph - \"One\"", "Paragraph - \"Tw\""]);
    assert_eq!(text.remarks, [Remark::Damaged]);
    let laughs = package(&[(
        "word/document.xml",
        "<!DOCTYPE w [<!ENTITY a 'ha'>]><w:document>&a;</w:document>",
    )]);
    assert!(matches!(
        read(&laughs, &Limits::USUAL),
        Err(ReadError::Damaged { .. })
    ));
    let deep = package(&[("word/document.xml", &"<w:p>".repeat(100_000))]);
    assert!(matches!(
        read(&deep, &Limits::USUAL),
        Err(ReadError::TooLarge(Bound::Depth { .. }))
    ));
}
