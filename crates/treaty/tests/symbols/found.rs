//! Symbols in running text.

use treaty::Symbol;

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found = Symbol::find_all(text);
    let told: Vec<_> = found.iter().map(|(_, symbol)| symbol.as_str()).collect();
    assert_eq!(told, expected, "{text}");
    for (range, symbol) in found {
        assert_eq!(text[range].parse::<Symbol>().ok(), Some(symbol));
    }
}

#[test]
fn symbols_are_found_in_sentences() {
    check(
        "Recalling its resolutions 63/71 (A/RES/63/71) and A/RES/67/234 B, and CCM/MSP/2011/WP.5.",
        &["A/RES/63/71", "A/RES/67/234 B", "CCM/MSP/2011/WP.5"],
    );
    check(
        "resolution S/RES/2310 (2016) of 23 September",
        &["S/RES/2310 (2016)"],
    );
    check(
        "A/RES/2828 (XXVI), A/RES/2908(XXVII)",
        &["A/RES/2828 (XXVI)", "A/RES/2908 (XXVII)"],
    );
    check(
        "see A/40/24 (Part II)/Corr.1; A/75/PV.3 (Resumption 1).",
        &["A/40/24 (Part II)/Corr.1", "A/75/PV.3 (Resumption 1)"],
    );
    check(
        "CTBT‑Art.XIV/2021/4\nDist. GENERAL",
        &["CTBT-Art.XIV/2021/4"],
    );
    check("документ А/С.1/57/L.4, стр. 3", &["A/C.1/57/L.4"]);
    check("见A/RES/57/100号决议", &["A/RES/57/100"]);
    check("الوثيقة A/RES/57/100 المؤرخة", &["A/RES/57/100"]);
    check("A/57/100–A/57/105", &["A/57/100", "A/57/105"]);
    check("“NPT/CONF.2020/WP.7”", &["NPT/CONF.2020/WP.7"]);
    check("Symbol:CD/2123", &["CD/2123"]);
    check("A/RES/57/100 A new era", &["A/RES/57/100"]);
    check("A/RES/57/100 I say", &["A/RES/57/100"]);
}

#[test]
fn other_words_with_strokes_are_no_symbols() {
    for text in [
        "and/or",
        "he/she",
        "24/7",
        "on 12/03/2023 or 2023/24",
        "1/2 and ½ of 3/4",
        "km/h 5",
        "https://undocs.org/A/RES/57/100",
        "http://example.org/CCM/MSP/2011/WP.5",
        "www.example.org/A/C.1/57/L.4",
        "mail A/C.1/57@example.org",
        "TCP/IP",
        "N/A",
        "I/O 2",
        "CTBT/NPT",
        "EU/2021/821",
        "(EU) 2021/821",
        "A/4 paper",
        "A/B/2",
        "S/N 1234",
        "Q1/2023",
        "Section A/1/2",
        "c/o 5",
        "ISO/IEC 27001",
        "AC/DC 12",
        "COVID-19/2020",
        "w/o 3",
        "и/или 5",
        "State Party/States Parties 111",
        "HP/R.2",
        "",
    ] {
        check(text, &[]);
    }
}

#[test]
fn a_text_of_nothing_but_symbols_and_one_without_blanks_are_read_in_time() {
    let many = "A/C.1/57/L.4, ".repeat(20_000);
    assert_eq!(Symbol::find_all(&many).len(), 20_000);
    for piece in [
        "A/",
        "(",
        "A/57/1-",
        "/",
        "A",
        "С/",
        "\u{200b}",
        "A/57/100)",
    ] {
        let long = piece.repeat(1_000_000 / piece.len());
        assert!(Symbol::find_all(&long).is_empty(), "{piece}");
    }
}
