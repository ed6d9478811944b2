//! Pictures in a report: as lines where lines are drawn alike, else in dots; with what stands under them.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

use jiff::Timestamp;
use ledger::{Audience, Batch, Entry, EntryId};
use report::compose::{How, paper};
use report::docx::{self, PictureError};
use report::figure::{Figure, UnknownFigure};
use report::paper::{Block, Picture};
use report::{Paper, html, markdown};
use treaty::{Lang, TreatyId};
use words::Words;
use world::view::{ReportAsk, ReportKind};
use world::{Viewer, World};

fn world() -> World {
    World::fold(
        &ledger::chain(shipped::entries().unwrap()).unwrap(),
        &Viewer::public(),
        Timestamp::MAX,
    )
}

fn ctbt() -> TreatyId {
    "ctbt".parse().unwrap()
}

fn drawn(world: &World, lang: Lang) -> Vec<Picture> {
    let on = "2023-09-22".parse().unwrap();
    let draw = |one: Figure| one.draw(world, &ctbt(), on, Words::for_lang(lang)).unwrap();
    Figure::ALL.into_iter().map(draw).collect()
}

fn with_pictures(lang: Lang) -> Paper {
    let world = world();
    let ask = ReportAsk {
        kind: ReportKind::Status,
        treaty: ctbt(),
        of: Vec::new(),
        from: None,
        to: "2023-09-22".parse().unwrap(),
        plan: None,
    };
    let view = world.report(&ask, lang).unwrap();
    let how = How {
        pictures: drawn(&world, lang),
        ..How::default()
    };
    paper(&view, Words::for_lang(lang), &how)
}

#[test]
fn a_word_that_names_none_is_refused() {
    assert_eq!("map".parse(), Ok(Figure::Map));
    let refused = "globe".parse::<Figure>();
    assert_eq!(
        refused,
        Err(UnknownFigure {
            word: "globe".to_owned()
        })
    );
    assert_eq!(
        refused.unwrap_err().to_string(),
        "`globe` is none of: map, curve"
    );
}

#[test]
fn of_a_treaty_that_is_not_on_record_nothing_is_drawn() {
    let world = world();
    let none: TreatyId = "no-such-treaty".parse().unwrap();
    let on = "2023-09-22".parse().unwrap();
    for figure in Figure::ALL {
        let drawn = figure.draw(&world, &none, on, Words::for_lang(Lang::En));
        assert_eq!(drawn, None);
    }
}

#[test]
fn they_stand_after_how_things_stand_and_speak_the_language_of_the_paper() {
    for (lang, boundaries) in [(Lang::En, "boundaries"), (Lang::Fr, "frontières")] {
        let paper = with_pictures(lang);
        let blocks = paper.blocks.iter();
        let keys: Vec<_> = blocks
            .filter_map(|block| match block {
                Block::Picture(one) => Some(one.key.as_str()),
                Block::Heading(_) | Block::Paragraph(_) | Block::Table(_) => None,
            })
            .collect();
        assert_eq!(keys, ["report-map", "report-curve"]);
        let map = &drawn(&world(), lang)[0];
        let says = map.notes.join(" ");
        assert!(says.contains(boundaries), "{says}");
        assert!(map.svg.contains("<style>") && map.svg.contains("data-iso3"));
        assert!(!map.svg.contains("#fdfcf8"), "white paper");
        assert!(!map.inline.contains("<style"), "a page has its own");
        let text = markdown::write(&paper);
        assert!(
            text.contains(boundaries) && text.contains(&map.describes),
            "{text}"
        );
    }
}

#[test]
fn no_two_things_on_a_page_have_one_name() {
    let paper = with_pictures(Lang::En);
    let seen = [
        html::page(&paper),
        html::article(&paper, &html::Alone),
        html::article(&paper, &Within),
    ];
    for page in seen {
        let mut names: Vec<&str> = page
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert!(
            names.contains(&"report-map") && names.len() > 10,
            "{names:?}"
        );
        names.sort_unstable();
        let twice = names.windows(2).find(|two| two[0] == two[1]);
        assert_eq!(twice, None);
    }
}

/// A page that has the style of pictures in its own sheet.
struct Within;

impl html::Leads for Within {
    fn behind(&self, _: &report::paper::Stated) -> Option<String> {
        None
    }

    fn after(&self, _: &report::paper::Paragraph) -> Option<String> {
        None
    }

    fn has_style_of_pictures(&self) -> bool {
        true
    }
}

#[test]
fn a_page_of_its_own_carries_the_style_of_its_pictures() {
    let page = html::page(&with_pictures(Lang::En));
    assert_eq!(page.matches("<figure ").count(), 2);
    assert_eq!(
        page.matches("<style>").count(),
        3,
        "its own, and one a picture"
    );
}

#[test]
fn a_word_document_takes_them_in_dots() {
    let asked = std::cell::Cell::new(0);
    let dots = |svg: &str, millimetres| {
        asked.set(asked.get() + 1);
        raster::print(svg, millimetres, 300).map_err(PictureError::from)
    };
    let bytes = docx::write(&with_pictures(Lang::En), &dots).unwrap();
    assert_eq!(asked.get(), 2);
    let mut opened = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let names: Vec<_> = opened
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    assert!(
        names.contains(&"word/media/image1.png".to_owned()),
        "{names:?}"
    );
    assert!(
        names.contains(&"word/media/image2.png".to_owned()),
        "{names:?}"
    );
    let svg = names.iter().filter(|name| name.ends_with(".svg"));
    assert_eq!(
        svg.count(),
        0,
        "their style is in classes, which Word does not draw"
    );
    let mut png = Vec::new();
    let mut file = opened.by_name("word/media/image1.png").unwrap();
    std::io::Read::read_to_end(&mut file, &mut png).unwrap();
    // 17 centimetres at 300 dots to the inch, as the file's head says.
    let wide = u32::from_be_bytes(png[16..20].try_into().unwrap());
    assert!((1_990..=2_020).contains(&wide), "{wide}");
}

#[test]
fn nothing_of_a_team_is_on_a_map_for_anyone() {
    let mut entries = shipped::entries().unwrap();
    let last = entries.last().unwrap().recorded;
    let act = serde_json::json!({"act": {
        "treaty": "ctbt", "by": "EGY", "kind": "ratification", "on": "2023-01-01",
    }});
    entries.push(Entry {
        id: EntryId(uuid::Uuid::from_u128(1)),
        recorded: last,
        author: "somebody".to_owned(),
        audience: Audience::Teams(["italy".to_owned()].into()),
        label: None,
        origin: None,
        source: treaty::Source::cited("a note"),
        batch: Batch { at: 0, of: 1 },
        body: serde_json::from_value(act).unwrap(),
    });
    let recorded = ledger::chain(entries).unwrap();
    let of = |viewer: &Viewer| drawn(&World::fold(&recorded, viewer, Timestamp::MAX), Lang::En);
    assert_eq!(of(&Viewer::public()), drawn(&world(), Lang::En));
    assert_ne!(of(&Viewer::member(["italy"])), drawn(&world(), Lang::En));
}
