//! The style sheet keeps its promises: contrast (WCAG 2.2, 1.4.3) in light, dark and print, and
//! every standing with a pattern of its own beside its colour.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

const SHEET: &str = include_str!("../static/accede.css");

/// The colours of the n-th palette of the sheet: light, dark, print.
fn palette(n: usize) -> BTreeMap<String, [f64; 3]> {
    let block = SHEET
        .split(":root {")
        .nth(n + 1)
        .unwrap()
        .split('}')
        .next()
        .unwrap();
    let named = block
        .split(';')
        .filter_map(|line| line.trim().split_once(": "));
    named
        .filter_map(|(name, value)| Some((name.to_owned(), colour(value.strip_prefix('#')?))))
        .collect()
}

fn colour(hex: &str) -> [f64; 3] {
    let long: String = match hex.len() {
        3 => hex.chars().flat_map(|c| [c, c]).collect(),
        _ => hex.to_owned(),
    };
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&long[at..at + 2], 16).unwrap()) / 255.0)
}

/// Relative luminance (WCAG 2.2).
fn luminance(colour: [f64; 3]) -> f64 {
    let linear = |c: f64| {
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn text_stands_out_from_its_ground_in_every_palette() {
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9);
    for n in 0..3 {
        let palette = palette(n);
        for ground in ["--paper", "--sheet"] {
            for ink in [
                "--ink",
                "--quiet",
                "--accent",
                "--party",
                "--signatory",
                "--withdrawn",
                "--none",
            ] {
                let ratio = contrast(palette[ink], palette[ground]);
                assert!(ratio >= 4.5, "palette {n}: {ink} on {ground} is {ratio:.2}");
            }
        }
        let ratio = contrast(palette["--faint"], palette["--paper"]);
        assert!(
            ratio >= 4.5,
            "palette {n}: --faint on --paper is {ratio:.2}"
        );
    }
}

#[test]
fn every_standing_has_a_pattern_of_its_own() {
    let mut bands = BTreeMap::new();
    for standing in ["party", "contracting", "signatory", "withdrawn", "none"] {
        let rule = SHEET.lines().find(|line| {
            line.starts_with(&format!(".st-{standing}, ")) && line.contains("--band:")
        });
        let band = rule.unwrap().split("--band: ").nth(1).unwrap().to_owned();
        assert!(
            bands.insert(band, standing).is_none(),
            "{standing} has the pattern of another"
        );
    }
}
