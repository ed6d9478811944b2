//! What is printed: always the same, whatever the words say, and never what breaks the rules.

#[path = "../../report/tests/sample/mod.rs"]
mod sample;

use press::PressError;
use proptest::prelude::*;
use report::Paper;
use report::paper::{
    Annex, Block, Cell, Column, Heading, NoteForm, Origin, Paragraph, ParagraphForm, Picture,
    Stated, Table,
};
use treaty::Lang;

/// How a PDF/UA names itself in its metadata.
const NAMED: &str = "<pdfuaid:part>1</pdfuaid:part>";

/// The paper as a PDF, which names itself a PDF/UA and ends as one does.
fn printed(paper: &Paper) -> Vec<u8> {
    let bytes = press::write(paper).expect("it can be printed");
    assert!(bytes.starts_with(b"%PDF-1.7"));
    assert!(bytes.trim_ascii_end().ends_with(b"%%EOF"));
    assert!(holds(&bytes, NAMED));
    bytes
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|part| part == text.as_bytes())
}

#[test]
fn every_form_of_notes_is_printed_in_both_languages() {
    for lang in [Lang::En, Lang::Fr] {
        let [none, foot, end] = [NoteForm::None, NoteForm::Foot, NoteForm::End]
            .map(|notes| printed(&sample::paper(lang, notes)).len());
        assert!(none < foot && none < end, "{none}, {foot}, {end}");
    }
}

#[test]
fn the_same_paper_is_the_same_bytes() {
    let paper = sample::paper(Lang::En, NoteForm::Foot);
    let first = printed(&paper);
    printed(&sample::paper(Lang::Fr, NoteForm::End));
    assert_eq!(printed(&paper), first);
}

#[test]
fn the_day_is_that_of_the_paper_or_none() {
    let mut paper = sample::paper(Lang::En, NoteForm::None);
    assert!(holds(&printed(&paper), "D:20230922"));
    paper.masthead.date = None;
    assert!(!holds(&printed(&paper), "D:20"));
}

#[test]
fn a_paper_without_a_title_is_refused() {
    for title in [vec![], vec![" \n".to_owned()]] {
        let mut paper = sample::paper(Lang::En, NoteForm::None);
        paper.title = title;
        assert!(matches!(press::write(&paper), Err(PressError::Untitled)));
    }
}

#[test]
fn a_row_of_another_length_is_refused() {
    let mut paper = sample::paper(Lang::En, NoteForm::None);
    if let Block::Table(table) = &mut paper.annexes[0].blocks[1] {
        table.rows[2].pop();
    }
    let refused = press::write(&paper);
    assert!(
        matches!(refused, Err(PressError::Row { row: 3, .. })),
        "{refused:?}"
    );
}

/// The sample with its picture like this.
fn with_picture(change: impl Fn(&mut Picture)) -> Paper {
    let mut paper = sample::paper(Lang::En, NoteForm::None);
    for block in &mut paper.blocks {
        if let Block::Picture(picture) = block {
            change(picture);
        }
    }
    paper
}

#[test]
fn a_drawing_that_is_none_is_refused() {
    let refused = press::write(&with_picture(|one| one.svg = "no drawing".to_owned()));
    assert!(
        matches!(refused, Err(PressError::Refused(_))),
        "{refused:?}"
    );
}

#[test]
fn a_picture_is_described_or_refused() {
    // What is heard is not packed: a string of the structure, as it is.
    let heard =
        with_picture(|one| one.notes = vec!["boundaries as drawn by others".to_owned()]);
    let heard = press::write(&heard).unwrap();
    assert!(holds(&heard, "boundaries as drawn by others"));
    printed(&with_picture(|one| one.describes.clear()));
    let refused = press::write(&with_picture(|one| {
        one.describes = "\u{200B} ".to_owned();
        one.caption.clear();
    }));
    assert!(
        matches!(refused, Err(PressError::Undescribed { .. })),
        "{refused:?}"
    );
}

/// Nothing is fetched from anywhere, whatever a drawing asks for.
#[test]
fn a_drawing_brings_nothing_along() {
    for href in [
        "file:///etc/hostname",
        "/etc/hostname",
        "paper.json",
        "https://example.org/a.png",
    ] {
        let drawing = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 2'><image href='{href}' width='4' height='2'/></svg>"
        );
        let paper = with_picture(|one| one.svg.clone_from(&drawing));
        // Left out or refused: Typst asks the desk, which has no such file.
        match press::write(&paper) {
            Ok(bytes) => {
                assert!(!holds(&bytes, "/Subtype/Image") && !holds(&bytes, "/Subtype /Image"))
            }
            Err(refused) => assert!(matches!(refused, PressError::Refused(_)), "{refused}"),
        }
    }
}

/// A paper whose every text is this one.
fn paper_of(text: &str) -> Paper {
    let mut paper = sample::paper(Lang::En, NoteForm::Foot);
    let text = || text.to_owned();
    paper.title = vec!["Title".to_owned(), text()];
    paper.masthead.body = vec![text()];
    let head = &mut paper.masthead;
    for said in [
        &mut head.restricted,
        &mut head.venue,
        &mut head.symbol,
        &mut head.distribution,
        &mut head.original,
        &mut head.agenda,
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
                picture.describes = format!("Seen: {}", text());
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
    paper
}

#[test]
fn hostile_words_are_words() {
    let controls: String = (0..0xA0).filter_map(char::from_u32).collect();
    for text in [
        controls.as_str(),
        "",
        " ",
        "#panic(\"read as code\")",
        "#read(\"/etc/passwd\") #import \"@preview/x:1.0.0\": *",
        "$ x = #panic() $ *bold* _it_ `raw` = heading <label> @reference // comment",
        "\\u{48} ~ -- --- ... \"quoted\" 'so'",
        "\u{FFFE}\u{FFFF}\u{FFFD}\u{1FFFE}\u{FEFF}\u{0}\u{E000}\u{10FFFF}",
        "\u{202E}\u{2066}\u{2069}\u{200F}\u{200D}\u{AD}\u{FE0F}\u{2028}",
        "👩‍🚀🏳️‍🌈𝔗𝔯𝔢𝔞𝔱𝔶 a\u{301}\u{302}\u{303} ก",
        "المعاهدة 条约 Договор hiệp ước",
        "https://example.org/<>\" \n{}|\\^`",
        &"a".repeat(4000),
    ] {
        printed(&paper_of(text));
    }
}

/// So many bullets of so many sentences, each with a note that goes on for pages.
fn long_notes(bullets: usize, sentences: usize, words: usize, repeated: usize) -> Paper {
    let mut paper = sample::paper(Lang::En, NoteForm::Foot);
    paper.annexes.clear();
    for source in &mut paper.sources {
        source.title = "A source of some length, ".repeat(repeated);
    }
    let noted = Stated {
        text: "Word ".repeat(words),
        entries: vec!["1".parse().expect("a number is an entry")],
        asks: None,
        origin: Origin::Record,
    };
    let bullet = Block::Paragraph(Paragraph {
        key: "long".to_owned(),
        form: ParagraphForm::Bullet,
        sentences: vec![noted; sentences],
    });
    paper.blocks = vec![bullet; bullets];
    paper
}

/// Typst loses the structure of some lists with such notes, and refuses them at the foot of pages.
#[test]
fn notes_that_typst_refuses_at_the_foot_of_pages_are_printed_at_the_end() {
    let mut moved = 0;
    for (bullets, sentences, words, repeated) in [
        (2, 2, 60, 120),
        (4, 4, 5, 60),
        (6, 2, 60, 120),
        (12, 1, 60, 60),
    ] {
        let foot = long_notes(bullets, sentences, words, repeated);
        let end = Paper {
            notes: NoteForm::End,
            ..foot.clone()
        };
        moved += usize::from(printed(&foot) == printed(&end));
    }
    assert!(moved > 0, "none is refused any more: the way round can go");
}

#[test]
fn letters_that_no_font_has_are_named() {
    assert_eq!(
        press::missing(&paper_of("plain – «\u{a0}été\u{a0}» 条约")),
        Vec::<char>::new()
    );
    assert_eq!(press::missing(&paper_of("ก treaty 🏳 ก")), ['ก', '🏳']);
    assert_eq!(
        press::missing(&paper_of("a\tb\u{0}\n\u{200d}")),
        Vec::<char>::new()
    );
}

#[test]
fn a_long_cell_goes_on_over_the_page() {
    let mut paper = sample::paper(Lang::En, NoteForm::None);
    let pages = |paper: &Paper| {
        let bytes = printed(paper);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        text.matches("/Type/Page/").count() + text.matches("/Type /Page\n").count()
    };
    let before = pages(&paper);
    if let Block::Table(table) = &mut paper.annexes[0].blocks[1] {
        table.rows[1][1].text = "State after State after State ".repeat(400);
    }
    assert!(before > 0 && pages(&paper) >= before + 3, "{before}");
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-z ,.\u{590}-\u{6FF}\u{0}-\u{1F}<>&#$@*_\\]\u{FFF0}-\u{FFFF}]{0,24}",
        "https?://[a-z.:/?#%\\[\\]@ ]{0,24}",
    ]
}

fn sentence() -> impl Strategy<Value = Stated> {
    let entries = prop::collection::vec(1_u64..8, 0..4);
    (text(), entries, prop::option::of(text())).prop_map(|(text, entries, asks)| Stated {
        text,
        entries: entries
            .iter()
            .map(|n| n.to_string().parse().expect("a number is an entry"))
            .collect(),
        asks,
        origin: Origin::Edited,
    })
}

fn form() -> impl Strategy<Value = ParagraphForm> {
    prop::sample::select(vec![
        ParagraphForm::Numbered,
        ParagraphForm::Sub,
        ParagraphForm::Bullet,
        ParagraphForm::Plain,
        ParagraphForm::Quotation,
    ])
}

fn heading() -> impl Strategy<Value = Heading> {
    (any::<u8>(), text(), any::<bool>()).prop_map(|(level, text, begins_page)| Heading {
        key: "heading".to_owned(),
        level,
        text,
        begins_page,
    })
}

fn table() -> impl Strategy<Value = Block> {
    (text(), 0_usize..6, 0_usize..4).prop_flat_map(|(caption, wide, long)| {
        let column =
            (text(), any::<u8>(), any::<bool>()).prop_map(|(head, width, numbers)| Column {
                head,
                width,
                numbers,
            });
        let cell = text().prop_map(|text| Cell {
            text,
            entries: vec![],
        });
        let columns = prop::collection::vec(column, wide);
        let rows = prop::collection::vec(prop::collection::vec(cell, wide), long);
        (Just(caption), columns, rows).prop_map(|(caption, columns, rows)| {
            Block::Table(Table {
                key: "table".to_owned(),
                caption,
                columns,
                rows,
            })
        })
    })
}

fn block() -> impl Strategy<Value = Block> {
    let paragraph = (form(), prop::collection::vec(sentence(), 0..4));
    let picture = (text(), text(), any::<u32>(), any::<u32>());
    prop_oneof![
        heading().prop_map(Block::Heading),
        paragraph.prop_map(|(form, sentences)| Block::Paragraph(Paragraph {
            key: "paragraph".to_owned(),
            form,
            sentences,
        })),
        table(),
        picture.prop_map(
            |(caption, describes, width, height)| Block::Picture(Picture {
                key: "picture".to_owned(),
                caption,
                describes: format!("Seen: {describes}"),
                svg: "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 2'><rect width='4' height='2'/></svg>".to_owned(),
                inline: String::new(),
                notes: vec![String::from("as at a day")],
                width,
                height,
            })
        ),
    ]
}

fn paper() -> impl Strategy<Value = Paper> {
    let annex = (heading(), prop::collection::vec(block(), 0..4));
    let annex = annex.prop_map(|(title, blocks)| Annex { title, blocks });
    (
        prop::sample::select(Lang::ALL.to_vec()),
        prop::sample::select(vec![NoteForm::None, NoteForm::Foot, NoteForm::End]),
        prop::collection::vec(text(), 0..3),
        prop::collection::vec(block(), 0..8),
        prop::collection::vec(annex, 0..3),
        prop::option::of(text()),
        text(),
    )
        .prop_map(|(lang, notes, title, blocks, annexes, said, url)| {
            let mut paper = sample::paper(lang, notes);
            paper.title = title;
            paper.title.push("Title".to_owned());
            paper.blocks = blocks;
            paper.annexes = annexes;
            paper.masthead.symbol.clone_from(&said);
            paper.masthead.restricted = said;
            paper.sources[0].url = Some(url);
            paper
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_a_paper_says_it_is_printed(paper in paper()) {
        printed(&paper);
    }
}
