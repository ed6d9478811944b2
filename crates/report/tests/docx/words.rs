//! What a document says, and by what it says it.

use report::paper::NoteForm;
use roxmltree::{Document, Node};
use treaty::Lang;

use crate::opened::{Opened, is, lines, of, opened, said};
use crate::sample;

#[test]
fn a_paper_in_english_with_notes_at_the_foot() {
    let opened = opened(&sample::paper(Lang::En, NoteForm::Foot));
    insta::assert_snapshot!("document-en", lines(opened.text("word/document.xml")));
    insta::assert_snapshot!("footnotes-en", opened.said("word/footnotes.xml").join("\n"));
    insta::assert_snapshot!("core-en", lines(opened.text("docProps/core.xml")));
}

#[test]
fn a_paper_in_french_with_notes_at_the_end() {
    let opened = opened(&sample::paper(Lang::Fr, NoteForm::End));
    insta::assert_snapshot!("document-fr", lines(opened.text("word/document.xml")));
    insta::assert_snapshot!("endnotes-fr", opened.said("word/endnotes.xml").join("\n"));
    let styles = opened.text("word/styles.xml");
    assert!(styles.contains(r#"<w:lang w:val="fr-FR""#));
}

#[test]
fn without_notes_no_sentence_is_marked() {
    let opened = opened(&sample::paper(Lang::En, NoteForm::None));
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        assert!(!opened.parts.contains_key(name));
    }
    assert!(!opened.text("word/document.xml").contains("noteReference"));
}

#[test]
fn every_text_of_the_paper_is_in_the_document() {
    let paper = sample::paper(Lang::Fr, NoteForm::None);
    let all = opened(&paper).said("word/document.xml").join("\n");
    for paragraph in paper.paragraphs() {
        assert!(all.contains(&paragraph.text()), "{}", paragraph.text());
    }
    assert!(all.contains(&paper.title.join("\n")));
    assert!(all.contains("22 septembre 2023"), "the day of the masthead");
}

#[test]
fn a_label_is_on_every_page() {
    let mut paper = sample::paper(Lang::En, NoteForm::Foot);
    let heads = |opened: &Opened| {
        let heads = (1..=3).map(|at| opened.said(&format!("word/header{at}.xml")));
        heads.collect::<Vec<_>>()
    };
    let symbol = "CTBT-Art.XIV/2023/0";
    assert_eq!(
        heads(&opened(&paper)),
        [vec![""], vec![symbol], vec![symbol]]
    );
    paper.masthead.restricted = Some("TLP:RED".to_owned());
    let red = "TLP:RED";
    assert_eq!(
        heads(&opened(&paper)),
        [vec![red, ""], vec![red, symbol], vec![red, symbol]]
    );
    paper.masthead.symbol = None;
    let title = "Progress towards the entry into force";
    assert_eq!(
        heads(&opened(&paper)),
        [vec![red, ""], vec![red, title], vec![red, title]]
    );
}

#[test]
fn pages_are_numbered_by_fields_at_their_outer_edge() {
    let opened = opened(&sample::paper(Lang::En, NoteForm::None));
    for (at, edge) in [(1, "right"), (2, "right"), (3, "left")] {
        let name = format!("word/footer{at}.xml");
        let foot = Document::parse(opened.text(&name)).unwrap();
        let fields = foot.descendants().filter(|node| is(*node, "fldSimple"));
        let fields: Vec<_> = fields.map(|node| of(node, "instr").trim()).collect();
        assert_eq!(fields, ["PAGE", "NUMPAGES"]);
        let aligned = foot.descendants().find(|node| is(*node, "jc")).unwrap();
        assert_eq!(of(aligned, "val"), edge);
    }
    assert!(
        opened
            .text("word/settings.xml")
            .contains("<w:evenAndOddHeaders/>")
    );
}

#[test]
fn paragraphs_are_counted_by_lists() {
    let opened = opened(&sample::paper(Lang::En, NoteForm::None));
    let document = Document::parse(opened.text("word/document.xml")).unwrap();
    let counted: Vec<_> = document
        .descendants()
        .filter(|node| is(*node, "numPr"))
        .map(|number| {
            let value = |name| {
                let child = number.children().find(|child| is(*child, name));
                of(child.unwrap(), "val").to_owned()
            };
            format!("{}.{}", value("numId"), value("ilvl"))
        })
        .collect();
    // The body's list, a bullet under a sub-paragraph, a bullet by itself, the annex's own list.
    assert_eq!(counted, ["1.0", "1.0", "1.1", "2.1", "1.1", "2.0", "3.0"]);
    let numbering = Document::parse(opened.text("word/numbering.xml")).unwrap();
    let anew = numbering
        .descendants()
        .filter(|node| is(*node, "startOverride"));
    assert_eq!(anew.count(), 2);
}

#[test]
fn a_table_says_its_head_again_and_splits_no_row() {
    let opened = opened(&sample::paper(Lang::En, NoteForm::None));
    let document = Document::parse(opened.text("word/document.xml")).unwrap();
    let tables: Vec<_> = document
        .descendants()
        .filter(|node| is(*node, "tbl"))
        .collect();
    // The masthead, which has no head, and the two of the annex.
    assert_eq!(tables.len(), 3);
    let has = |node: Node<'_, '_>, name: &str| node.descendants().any(|one| is(one, name));
    assert!(!has(tables[0], "tblHeader"));
    for table in &tables[1..] {
        let rows: Vec<_> = table.children().filter(|node| is(*node, "tr")).collect();
        assert!(rows.iter().all(|row| has(*row, "cantSplit")));
        assert!(has(rows[0], "tblHeader"));
        assert!(!rows[1..].iter().any(|row| has(*row, "tblHeader")));
    }
    let widths = tables[1].descendants().filter(|node| is(*node, "gridCol"));
    let widths: Vec<u32> = widths.map(|node| of(node, "w").parse().unwrap()).collect();
    assert_eq!(widths.iter().sum::<u32>(), 9638);
    assert_eq!(widths, [963, 3856, 2891, 1928]);
    let caption = tables[1].descendants().find(|node| is(*node, "tblCaption"));
    assert_eq!(of(caption.unwrap(), "val"), "States that ratified");
}

#[test]
fn links_are_of_the_web_alone() {
    let mut paper = sample::paper(Lang::En, NoteForm::Foot);
    paper.sources[2].url = Some("javascript:alert(1)".to_owned());
    let opened = opened(&paper);
    let notes = Document::parse(opened.text("word/footnotes.xml")).unwrap();
    let links = notes.descendants().filter(|node| is(*node, "hyperlink"));
    let links: Vec<_> = links.map(said).collect();
    assert_eq!(links.len(), 1);
    assert!(links[0].starts_with("https://treaties.un.org/"));
    assert!(
        opened
            .said("word/footnotes.xml")
            .iter()
            .any(|said| said.contains("javascript:"))
    );
}
