//! Texts that a file must bear.

use report::paper::{Block, NoteForm};
use treaty::Lang;

use crate::opened::{Opened, is, of, opened};
use crate::package::whole;
use crate::sample;

/// A paper whose every text is this one.
fn paper_of(text: &str) -> Opened {
    let mut paper = sample::paper(Lang::En, NoteForm::Foot);
    let text = || text.to_owned();
    paper.title = vec![text(), text()];
    paper.masthead.body = vec![text()];
    paper.masthead.restricted = Some(text());
    for said in [
        &mut paper.masthead.venue,
        &mut paper.masthead.symbol,
        &mut paper.masthead.distribution,
        &mut paper.masthead.original,
        &mut paper.masthead.agenda,
    ] {
        *said = Some(text());
    }
    let annexed = paper.annexes.iter_mut().flat_map(|annex| &mut annex.blocks);
    for block in paper.blocks.iter_mut().chain(annexed) {
        match block {
            Block::Heading(heading) => heading.text = text(),
            Block::Paragraph(paragraph) => {
                for sentence in &mut paragraph.sentences {
                    sentence.text = text();
                    sentence.asks = Some(text());
                }
            }
            Block::Table(table) => {
                table.caption = text();
                for column in &mut table.columns {
                    column.head = text();
                }
                for cell in table.rows.iter_mut().flatten() {
                    cell.text = text();
                }
            }
            Block::Picture(picture) => {
                picture.key = text();
                picture.caption = text();
                picture.describes = text();
            }
        }
    }
    for source in &mut paper.sources {
        source.title = text();
        source.place = Some(text());
        source.url = Some(text());
    }
    paper.annexes[0].title.text = text();
    paper.colophon.text = vec![text()];
    paper.colophon.asks = Some(text());
    opened(&paper)
}

#[test]
fn hostile_texts_are_borne() {
    let controls: String = (0..0xA0).filter_map(char::from_u32).collect();
    for text in [
        controls.as_str(),
        "",
        " ",
        "]]>",
        "<w:p/>&amp;&#0;\"'<!-- --><?xml?>",
        "\u{FFFE}\u{FFFF}\u{FFFD}\u{1FFFE}",
        "\u{202E}\u{2066}\u{2069}\u{200F}",
        "👩‍🚀🏳️‍🌈𝔗𝔯𝔢𝔞𝔱𝔶",
        "https://example.org/<>\" \n{}|\\^`",
        "https://treaties.un.org/a?b=c&d=e#f#g",
        "https://exa mple.org",
        "%APPDATA%\\x",
    ] {
        whole(&paper_of(text));
    }
}

#[test]
fn what_xml_cannot_hold_is_marked_and_the_rest_is_kept() {
    let opened = paper_of("a\u{0}b\u{1B}c\u{FFFF}d]]>e&f<g\u{1F680}h");
    let said = opened.said("word/document.xml");
    let borne = "a\u{FFFD}b\u{FFFD}c\u{FFFD}d]]>e&f<g\u{1F680}h";
    assert!(said.contains(&format!("{borne}\n{borne}")), "{said:?}");
    assert!(opened.text("docProps/core.xml").contains("a\u{FFFD}b"));
}

#[test]
fn lines_and_tabs_are_lines_and_tabs() {
    let opened = paper_of("one\r\ntwo\nthree\rfour\tfive\u{2011}six\u{AD}seven");
    let said = opened.said("word/document.xml");
    assert!(
        said.contains(&"one\ntwo\nthree\nfour\tfivesixseven".to_owned()),
        "{said:?}"
    );
    let text = opened.text("word/document.xml");
    assert!(text.contains("<w:noBreakHyphen/>") && text.contains("<w:softHyphen/>"));
}

#[test]
fn what_runs_from_right_to_left_is_told_apart() {
    let opened = paper_of("The word معاهدة عام 1996 (treaty) is שלום too");
    let document = roxmltree::Document::parse(opened.text("word/document.xml")).unwrap();
    let heading = document.descendants().find(|node| {
        is(*node, "p")
            && node
                .descendants()
                .any(|style| of(style, "val") == "Heading1")
    });
    let runs = heading.unwrap().children().filter(|node| is(*node, "r"));
    let runs: Vec<_> = runs
        .map(|run| {
            let right_to_left = run.descendants().any(|node| is(node, "rtl"));
            (right_to_left, crate::opened::said(run))
        })
        .collect();
    let expected = [
        (false, "The word "),
        (true, "معاهدة عام"),
        (false, " 1996 (treaty) is "),
        (true, "שלום"),
        (false, " too"),
    ];
    assert_eq!(runs, expected.map(|(right, text)| (right, text.to_owned())));
}

#[test]
fn a_paragraph_of_a_million_letters_is_written_whole() {
    let long = "Ratify & sign. ".repeat(70_000);
    let mut paper = sample::paper(Lang::En, NoteForm::Foot);
    let Block::Paragraph(first) = &mut paper.blocks[1] else {
        panic!("the second block is a paragraph");
    };
    first.sentences[0].text.clone_from(&long);
    let opened = opened(&paper);
    whole(&opened);
    let said = opened.said("word/document.xml");
    assert!(said.iter().any(|said| said.starts_with(&long)));
}
