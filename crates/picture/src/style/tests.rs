use std::collections::BTreeMap;

use super::*;

const ACCEDE: &str = include_str!("../../../web/static/accede.css");

/// The custom properties of the first `:root` after `from`.
fn properties(from: &str) -> BTreeMap<String, String> {
    let (_, sheet) = ACCEDE.split_once(from).expect(from);
    let (_, block) = sheet.split_once(":root {").expect(":root");
    let (block, _) = block.split_once('}').expect("its end");
    block
        .split(';')
        .filter_map(|line| line.trim().split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// Relative luminance and contrast as WCAG 2.2 defines them.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = u8::from_str_radix(&colour[at..at + 2], 16).expect(colour);
        let c = f64::from(value) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn the_colours_of_files_are_the_light_ones_of_the_pages() {
    let light = properties("");
    for (name, colour) in PALETTE {
        assert_eq!(light.get(name).map(String::as_str), Some(colour), "{name}");
    }
}

#[test]
fn text_and_marks_stand_out_on_their_ground_in_light_and_dark() {
    for theme in ["", "prefers-color-scheme: dark"] {
        let colours = properties(theme);
        for ground in ["--paper", "--sheet"] {
            for text in [
                "--ink",
                "--quiet",
                "--accent",
                "--party",
                "--signatory",
                "--withdrawn",
                "--none",
            ] {
                let found = contrast(&colours[text], &colours[ground]);
                // All of them are used for text, which asks for more than the 3:1 of graphics.
                assert!(found >= 4.5, "{text} on {ground}, {theme}: {found:.2}");
            }
        }
    }
}

#[test]
fn files_know_no_custom_property() {
    assert!(!LITERAL.contains("var("), "{}", &*LITERAL);
    assert!(!LITERAL.contains("/*"));
}

#[test]
fn every_colour_of_the_sheet_has_its_literal() {
    for used in PAGE.split("var(").skip(1) {
        let (name, _) = used.split_once(')').expect("closed");
        assert!(PALETTE.iter().any(|(known, _)| *known == name), "{name}");
    }
}

#[test]
fn each_pattern_differs_and_its_id_begins_with_the_pictures() {
    let defs = defs("map-ccm");
    for standing in [
        Standing::Contracting,
        Standing::Signatory,
        Standing::Withdrawn,
    ] {
        let class = class(standing);
        assert!(defs.contains(&format!("id=\"map-ccm-{class}\"")));
        assert!(shape("map-ccm", standing).contains(&format!("url(#map-ccm-{class})")));
    }
    let parts: Vec<_> = defs.split("<path class=\"pt-").collect();
    let paths: std::collections::BTreeSet<_> = parts
        .iter()
        .filter(|part| !part.starts_with("ground"))
        .filter_map(|part| {
            part.split_once(" d=\"")
                .and_then(|(_, d)| d.split_once('"'))
        })
        .map(|(d, _)| d)
        .collect();
    assert_eq!(paths.len(), 3, "{defs}");
}

fn picture(lang: Lang, title: &str) -> Picture {
    Picture {
        id: "x".to_owned(),
        lang,
        width: 300,
        height: 100,
        title: title.to_owned(),
        desc: "<b>".to_owned(),
        body: "<path d=\"M0 0\"/>".to_owned(),
        notes: vec![
            "On 1 August 2010 & later.".to_owned(),
            "Source: a very long name of a document that does not fit on one line".to_owned(),
        ],
    }
}

#[test]
fn a_file_is_whole_and_nothing_leaves_its_place() {
    let file = file(&picture(Lang::En, "</title><script>"));
    assert!(file.contains("<title id=\"x-title\">&lt;/title&gt;&lt;script&gt;</title>"));
    assert!(file.contains("On 1 August 2010 &amp; later."));
    assert!(file.contains("xml:lang=\"en\""));
    assert!(
        file.matches("class=\"p-s p-q\"").count() > 2,
        "the long note is broken"
    );
    assert!(!file.contains("<script"));
    assert_eq!(file, super::file(&picture(Lang::En, "</title><script>")));
}

#[test]
fn arabic_begins_at_the_right() {
    let file = file(&picture(Lang::Ar, "معاهدة"));
    assert!(file.contains("text-anchor=\"end\""));
    assert!(file.contains("\u{2067}معاهدة\u{2069}"));
}
