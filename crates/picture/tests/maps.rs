//! Maps and tiles of the shipped facts: nobody is lost, nothing breaks out, the same bytes.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::collections::BTreeMap;

use jiff::civil::date;
use picture::{Drawing, NoLinks, Picture, key, map, tiles};
use quick_xml::events::Event;
use treaty::{Lang, ParticipantId};
use words::Words;
use world::World;
use world::view::{Standing, StatusView};

use common::PageLinks;

fn drawing(lang: Lang) -> Drawing<'static> {
    Drawing {
        words: Words::for_lang(lang),
        links: &NoLinks,
        id: "map",
    }
}

fn on_page() -> Drawing<'static> {
    Drawing {
        links: &PageLinks("ccm"),
        ..drawing(Lang::En)
    }
}

/// What stands at `data-iso3` in a picture: how often, and with which class.
fn marked(picture: &Picture) -> BTreeMap<String, Vec<String>> {
    let mut out: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for part in picture.body.split(" data-iso3=\"").skip(1) {
        out.entry(part[..3].to_owned()).or_default();
    }
    for element in picture
        .body
        .split('<')
        .filter(|element| element.contains(" data-iso3=\""))
    {
        let (_, class) = element.split_once(" class=\"").unwrap();
        let (class, rest) = class.split_once('"').unwrap();
        let (_, code) = rest.split_once("data-iso3=\"").unwrap();
        out.get_mut(&code[..3]).unwrap().push(class.to_owned());
    }
    out
}

/// Reads the file as XML to its end.
fn assert_well_formed(file: &str) {
    let mut reader = quick_xml::Reader::from_str(file);
    reader.config_mut().check_end_names = true;
    let mut elements = 0;
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => break,
            Event::Start(start) | Event::Empty(start) => {
                elements += 1;
                for attribute in start.attributes() {
                    attribute.expect("an attribute stands once, in quotes");
                }
            }
            Event::End(_)
            | Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::GeneralRef(_) => {}
        }
    }
    assert!(elements > 10);
}

fn treaties(world: &World) -> Vec<String> {
    let field = world.field(date(2026, 11, 21), Lang::En);
    field
        .treaties
        .iter()
        .map(|t| t.treaty.to_string())
        .collect()
}

#[test]
fn every_participant_is_drawn_once_or_named_as_not_drawn() {
    let world = common::shipped_world();
    let days = [
        date(1975, 3, 1),
        date(1990, 1, 1),
        date(2003, 6, 1),
        date(2026, 11, 21),
    ];
    let mut seen = 0;
    for treaty in treaties(&world) {
        for on in days {
            let view = common::status(&world, &treaty, on, Lang::En);
            let picture = map::status(&drawing(Lang::En), &view);
            let marked = marked(&picture);
            for who in &view.participants {
                let class = format!("st-{}", picture::style::class(who.standing));
                match marked.get(who.iso3.as_str()) {
                    Some(classes) => {
                        assert_eq!(classes, &[class], "{treaty} {on} {}", who.iso3)
                    }
                    None if who.standing == Standing::None => {}
                    None => assert!(
                        picture.notes.iter().any(|note| note.contains(&who.name)),
                        "{treaty} {on}: {} is lost",
                        who.iso3
                    ),
                }
                seen += 1;
            }
            assert!(marked.len() <= view.participants.len(), "{treaty} {on}");
        }
    }
    assert!(seen > 10_000, "{seen}");
}

#[test]
fn every_participant_has_a_tile() {
    let world = common::shipped_world();
    for treaty in treaties(&world) {
        let on = date(2026, 11, 21);
        let view = common::status(&world, &treaty, on, Lang::En);
        for picture in [
            tiles::status(&drawing(Lang::En), &view, &world.groups(on)),
            tiles::narrow(&drawing(Lang::En), &view, &world.groups(on)),
        ] {
            let marked = marked(&picture);
            assert_eq!(marked.len(), view.participants.len(), "{treaty}");
            assert!(
                marked.values().all(|classes| classes.len() == 1),
                "{treaty}"
            );
        }
    }
}

#[test]
fn the_key_counts_everybody_as_the_view_does() {
    let world = common::shipped_world();
    let view = common::status(&world, "ccm", date(2026, 11, 21), Lang::En);
    let rows = key::rows(Words::for_lang(Lang::En), &view);
    let of = |standing| {
        let row = rows.iter().find(|row| row.standing == standing);
        row.map_or(0, |row| u32::try_from(row.count).unwrap())
    };
    assert_eq!(of(Standing::Party), view.counts.parties);
    assert_eq!(of(Standing::Signatory), view.counts.signatories_only);
    assert_eq!(of(Standing::Withdrawn), view.counts.withdrawn);
    let all: usize = rows.iter().map(|row| row.count).sum();
    assert_eq!(all, view.participants.len());
}

#[test]
fn the_same_view_gives_the_same_bytes() {
    let world = common::shipped_world();
    let view = common::status(&world, "npt", date(2026, 11, 21), Lang::Fr);
    let groups = world.groups(view.on);
    let once = |drawing: &Drawing<'_>| {
        (
            map::status(drawing, &view).file(),
            tiles::status(drawing, &view, &groups).file(),
        )
    };
    assert_eq!(once(&drawing(Lang::Fr)), once(&drawing(Lang::Fr)));
}

#[test]
fn a_hostile_name_stays_a_name() {
    let world = common::shipped_world();
    let mut view = common::status(&world, "ccm", date(2026, 11, 21), Lang::En);
    let hostile = "</title><script>alert(\"1\")</script>'&\u{0}\u{1}";
    for who in &mut view.participants {
        who.name = hostile.to_owned();
    }
    view.short = hostile.to_owned();
    view.title = hostile.to_owned();
    let groups = world.groups(view.on);
    for picture in [
        map::status(&on_page(), &view),
        tiles::status(&on_page(), &view, &groups),
    ] {
        for text in [picture.inline(), picture.file()] {
            assert!(
                !text.contains("<script") && !text.contains("alert(\""),
                "{}",
                picture.title
            );
            assert_well_formed(&text);
        }
    }
}

#[test]
fn names_in_arabic_and_chinese_stand_in_the_titles() {
    let world = common::shipped_world();
    let on = date(2026, 11, 21);
    let ar = map::status(
        &drawing(Lang::Ar),
        &common::status(&world, "ccm", on, Lang::Ar),
    );
    assert!(ar.body.contains("\u{2067}أفغانستان\u{2069}"));
    let zh = map::status(
        &drawing(Lang::Zh),
        &common::status(&world, "ccm", on, Lang::Zh),
    );
    assert!(zh.body.contains("<title>阿富汗"));
    for picture in [ar, zh] {
        assert_well_formed(&picture.file());
    }
}

/// A touch and a reader's list of links reach each State; the Tab key is not held up by 197.
#[test]
fn links_are_links_and_no_tab_stops() {
    let world = common::shipped_world();
    let view = common::status(&world, "ccm", date(2026, 11, 21), Lang::En);
    let picture = map::status(&on_page(), &view);
    let links = picture.body.matches("<a ").count();
    assert_eq!(links, view.participants.len());
    assert_eq!(picture.body.matches(" tabindex=\"-1\"").count(), links);
    assert!(
        picture
            .body
            .contains("href=\"/states/TUV/ccm?on=2026-11-21\"")
    );
    let file = map::status(&drawing(Lang::En), &view).file();
    assert!(!file.contains("<a ") && !file.contains("tabindex"));
}

#[test]
fn every_file_of_a_map_carries_the_disclaimer_and_its_source() {
    let world = common::shipped_world();
    for (lang, opinion) in [
        (Lang::En, "express no opinion"),
        (Lang::Fr, "prise de position"),
    ] {
        let view = common::status(&world, "tpnw", date(2026, 11, 21), lang);
        let picture = map::status(&drawing(lang), &view);
        let notes = picture.notes.join(" ");
        assert!(
            notes.contains(opinion) && notes.contains("Natural Earth 4.1.0"),
            "{notes}"
        );
        let (file, words) = (picture.file(), opinion.split(' '));
        assert!(
            words.into_iter().all(|word| file.contains(word)),
            "{lang:?}"
        );
    }
}

#[test]
fn a_map_is_small_enough_to_stand_within_a_page() {
    let world = common::shipped_world();
    let view = common::status(&world, "ccm", date(2026, 11, 21), Lang::En);
    let size = map::status(&on_page(), &view).inline().len();
    assert!(size < 66_000, "{size}");
}

/// WCAG 2.5.8: 24 CSS pixels, at the 320 of the narrowest page, which leaves 288 for a picture.
#[test]
fn narrow_tiles_can_be_touched() {
    let world = common::shipped_world();
    let on = date(2026, 11, 21);
    let view = common::status(&world, "ccm", on, Lang::En);
    let picture = tiles::narrow(&drawing(Lang::En), &view, &world.groups(on));
    let shown = 288.0 / f64::from(picture.width);
    let (_, size) = picture.body.split_once("<path d=\"M0 0H").expect("a tile");
    let (wide, rest) = size.split_once('V').expect("its width");
    let (high, _) = rest.split_once('H').expect("its height");
    for side in [wide, high] {
        let side: f64 = side.parse().expect("a number");
        assert!(side * shown >= 24.0, "{side} shown as {}", side * shown);
    }
}

/// An invented treaty's few States, in full: what a change of the drawing changes.
#[test]
fn a_small_map_in_full() {
    let world = common::shipped_world();
    let mut view = common::status(&world, "ccm", date(2026, 11, 21), Lang::En);
    let kept: Vec<ParticipantId> = ["LSO", "TUV", "HTI", "LTU", "VAT"]
        .map(|code| code.parse().unwrap())
        .into();
    view.participants.retain(|who| kept.contains(&who.iso3));
    view.findings.clear();
    let picture = map::status(&on_page(), &view);
    // The States the treaty is not open to are one long path, the same in every map.
    let (before, rest) = picture.body.split_once("<g class=\"m-apart\">").unwrap();
    let (_, after) = rest.split_once("</g>").unwrap();
    insta::assert_snapshot!(
        "small_map",
        format!(
            "{}\n{}\n{}\n{}\n{}",
            picture.title,
            picture.desc,
            picture.notes.join("\n"),
            before.rsplit_once("<g class=\"m-land\">").unwrap().1,
            after
                .split("<path class=\"m-bed\"")
                .next()
                .unwrap()
                .replace("</a>", "</a>\n"),
        )
    );
    insta::assert_snapshot!(
        "small_key",
        after
            .split("<g class=\"m-key\">")
            .nth(1)
            .unwrap()
            .replace("</g>", "</g>\n")
    );
    let tiles = tiles::status(&on_page(), &view, &world.groups(view.on));
    insta::assert_snapshot!(
        "small_tiles",
        format!("{}\n{}", tiles.desc, tiles.body.replace("</a>", "</a>\n"))
    );
}

fn counted(view: &StatusView, standing: Standing) -> usize {
    view.participants
        .iter()
        .filter(|who| who.standing == standing)
        .count()
}

/// The description says by region what the map shows by place.
#[test]
fn the_description_counts_by_region() {
    let world = common::shipped_world();
    let view = common::status(&world, "ccm", date(2026, 11, 21), Lang::En);
    let desc = map::status(&drawing(Lang::En), &view).desc;
    let all = format!("States Parties: {}", counted(&view, Standing::Party));
    assert!(desc.contains(&all), "{desc}");
    let mut parties = 0;
    for region in ["Africa", "Americas", "Asia", "Europe", "Oceania"] {
        let (_, of) = desc
            .split_once(&format!("{region}: States Parties: "))
            .expect(region);
        let digits: String = of.chars().take_while(char::is_ascii_digit).collect();
        parties += digits.parse::<usize>().expect(region);
    }
    assert_eq!(parties, counted(&view, Standing::Party));
}
