//! Whatever a paper says, its file holds together.

use proptest::prelude::*;
use report::Paper;
use report::paper::{
    Annex, Block, Cell, Column, Heading, NoteForm, Origin, Paragraph, ParagraphForm, Picture,
    Stated, Table,
};
use treaty::Lang;

use crate::opened::{opened, written};
use crate::package::whole;
use crate::sample;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-z ,.\u{590}-\u{6FF}\u{0}-\u{1F}<>&\\]\u{FFF0}-\u{FFFF}]{0,24}",
        "https?://[a-z.:/?#%\\[\\]@ ]{0,24}",
    ]
}

fn sentence() -> impl Strategy<Value = Stated> {
    let entries = prop::collection::vec(1_u64..8, 0..4);
    (text(), entries, prop::option::of(text())).prop_map(|(text, entries, asks)| Stated {
        text,
        entries: entries
            .iter()
            .map(|n| n.to_string().parse().unwrap())
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
                describes,
                svg: "<svg xmlns='http://www.w3.org/2000/svg'/>".to_owned(),
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
            paper.blocks = blocks;
            paper.annexes = annexes;
            paper.masthead.symbol.clone_from(&said);
            paper.masthead.restricted = said;
            paper.sources[0].url = Some(url);
            paper
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_paper_holds_together(paper in paper()) {
        whole(&opened(&paper));
        prop_assert_eq!(written(&paper).unwrap(), written(&paper).unwrap());
    }
}
