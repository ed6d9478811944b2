//! What holds of every symbol.

use proptest::prelude::*;
use treaty::Symbol;

/// Letters of other scripts, and forms of the same, that look like those of symbols.
fn disguised(c: char, which: u8) -> String {
    let all: &[char] = match c {
        'A' => &['А', 'Α', 'Ａ'],
        'C' => &['С', 'Ϲ', 'Ⅽ'],
        'M' => &['М', 'Μ', 'Ｍ'],
        'P' => &['Р', 'Ρ', 'Ｐ'],
        'S' => &['Ѕ', 'Ｓ'],
        'T' => &['Т', 'Τ'],
        'X' => &['Х', 'Χ', 'Ⅹ'],
        'o' => &['о', 'ο'],
        'e' => &['е'],
        '-' => &['‐', '‑', '–', '−'],
        '/' => &['⁄', '∕', '／'],
        ' ' => &['\u{a0}', '\u{202f}', '\u{2009}'],
        '1' => &['１', '𝟏'],
        '.' => &['．', '․'],
        _ => &[],
    };
    match all.get(usize::from(which) % (all.len() + 1)) {
        Some(other) => format!("{other}\u{200b}"),
        None => c.to_string(),
    }
}

fn plausible() -> impl Strategy<Value = String> {
    let organ = prop::sample::select(vec![
        "A",
        "S",
        "E",
        "CCM",
        "CTBT-Art.XIV",
        "GC(67)",
        "C-25",
        "XYZ",
    ]);
    let middle = prop::collection::vec(
        prop_oneof![
            Just("C.1".to_owned()),
            Just("RES".to_owned()),
            Just("CONF.IX".to_owned()),
            Just("PC-59".to_owned()),
            (1_u16..2100).prop_map(|number| number.to_string()),
        ],
        0..3,
    );
    let last = prop_oneof![
        (1_u32..100_000).prop_map(|number| number.to_string()),
        (1_u32..300).prop_map(|number| format!("L.{number}")),
        (1_u32..300).prop_map(|number| format!("{number} (Part II)")),
        (1_u32..300).prop_map(|number| format!("WP.{number}/Rev.1")),
    ];
    (organ, middle, last).prop_map(|(organ, middle, last)| {
        [vec![organ.to_owned()], middle, vec![last]]
            .concat()
            .join("/")
    })
}

proptest! {
    /// What was parsed once is parsed again as it is, whatever was given.
    #[test]
    fn the_canonical_text_is_its_own(text in "[A-Za-z0-9./() \\[\\]-]{1,40}|[A-C]/(RES|C.1|57)/[0-9A-Z\\[\\]() .-]{1,14}") {
        if let Ok(symbol) = text.parse::<Symbol>() {
            prop_assert_eq!(symbol.as_str().parse::<Symbol>().unwrap(), symbol.clone());
            prop_assert!(symbol.as_str().is_ascii());
            let parts = symbol.parts();
            prop_assert!(!parts.organ.is_empty());
            let base = symbol.base();
            prop_assert_eq!(base.base(), base);
        }
    }

    #[test]
    fn any_text_is_a_symbol_or_refused(text in "\\PC{0,60}") {
        if let Ok(symbol) = text.parse::<Symbol>() {
            prop_assert_eq!(symbol.as_str().parse::<Symbol>().unwrap(), symbol);
        }
    }

    #[test]
    fn look_alikes_are_the_same_symbol(text in plausible(), which in prop::collection::vec(any::<u8>(), 60)) {
        let given: String = text.chars().zip(which).map(|(c, which)| disguised(c, which)).collect();
        prop_assert_eq!(given.parse::<Symbol>().unwrap(), text.parse::<Symbol>().unwrap());
    }

    #[test]
    fn plausible_symbols_lose_nothing(text in plausible()) {
        let symbol: Symbol = text.parse().unwrap();
        prop_assert_eq!(symbol.as_str(), text);
    }

    #[test]
    fn symbols_are_found_where_they_stand(text in "\\PC{0,80}", symbol in plausible()) {
        let symbol: Symbol = symbol.parse().unwrap();
        let within = format!("{text} {symbol}, {text}");
        let mut end = 0;
        for (range, found) in Symbol::find_all(&within) {
            prop_assert!(range.start >= end && range.end > range.start);
            prop_assert_eq!(&within[range.clone()].parse::<Symbol>().unwrap(), &found);
            end = range.end;
        }
    }

    #[test]
    fn the_order_is_one(mut symbols in prop::collection::vec(plausible(), 3)) {
        symbols.push(symbols[0].to_lowercase());
        let mut symbols: Vec<Symbol> = symbols.iter().map(|one| one.parse().unwrap()).collect();
        symbols.sort();
        for pair in symbols.windows(2) {
            prop_assert!(pair[0] <= pair[1]);
            prop_assert_eq!(pair[0] == pair[1], pair[0].cmp(&pair[1]).is_eq());
        }
        prop_assert!(symbols[0] <= symbols[2] && symbols[1] <= symbols[3]);
    }
}
