//! Symbols as the United Nations and treaties' meetings print them, as others type them, and as they look like.

mod found;
mod properties;
mod records;

use treaty::Symbol;
use treaty::symbol::{BadSymbol, ModifierKind};

fn symbol(text: &str) -> Symbol {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// The parts of a symbol on one line; what it does not have is left out.
fn told(text: &str) -> String {
    let parts = symbol(text).parts();
    let mut told = vec![parts.organ.clone()];
    told.extend(parts.bodies.iter().cloned());
    told.extend(parts.session.map(|session| format!("{session:?}")));
    told.extend(parts.paper.map(|paper| format!("{paper:?}")));
    told.extend(parts.number.map(|number| number.to_string()));
    told.extend(parts.part.map(|part| format!("part {part}")));
    for one in parts.modifiers {
        let number = one.number.map(|number| format!(" {number}"));
        told.push(format!("{:?}{}", one.kind, number.unwrap_or_default()));
    }
    told.extend(parts.unknown.iter().map(|unknown| format!("?{unknown}")));
    told.join(" | ")
}

#[test]
fn symbols_are_taken_apart() {
    for (text, parts) in [
        (
            "A/C.1/57/L.4/Rev.1",
            "A | C.1 | Regular(57) | Draft | 4 | Revision 1",
        ),
        ("A/RES/57/100", "A | Regular(57) | Resolution | 100"),
        (
            "A/RES/67/234 B",
            "A | Regular(67) | Resolution | 234 | part B",
        ),
        (
            "A/RES/2828(XXVI)[A]",
            "A | Regular(26) | Resolution | 2828 | part A",
        ),
        ("A/RES/1000(ES-I)", "A | Emergency(1) | Resolution | 1000"),
        ("A/RES/ES-11/1", "A | Emergency(11) | Resolution | 1"),
        ("A/DEC/80/506", "A | Regular(80) | Decision | 506"),
        (
            "CCM/MSP/2011/WP.5",
            "CCM | MSP | Year(2011) | WorkingPaper | 5",
        ),
        (
            "CCM/CONF/2020/13",
            "CCM | CONF | Year(2020) | Document | 13",
        ),
        (
            "CTBT-Art.XIV/2021/4",
            "CTBT-Art.XIV | Year(2021) | Document | 4",
        ),
        (
            "APLC/MSP.7/2006/5",
            "APLC | MSP.7 | Year(2006) | Document | 5",
        ),
        ("CTBT/PC-59/1", "CTBT | PC-59 | Regular(59) | Document | 1"),
        ("NPT/CONF.2020/WP.7", "NPT | CONF.2020 | WorkingPaper | 7"),
        (
            "NPT/CONF.2026/PC.I/WP.1",
            "NPT | CONF.2026 | PC.I | WorkingPaper | 1",
        ),
        ("CD/2123", "CD | Document | 2123"),
        ("CD/PV.1600", "CD | VerbatimRecord | 1600"),
        ("S/RES/2310 (2016)", "S | Year(2016) | Resolution | 2310"),
        ("S/2016/800", "S | Year(2016) | Document | 800"),
        ("A/79/PV.44", "A | Regular(79) | VerbatimRecord | 44"),
        (
            "A/75/PV.3 (Resumption 1)",
            "A | Regular(75) | VerbatimRecord | 3 | Resumption 1",
        ),
        ("BWC/CONF.IX/9", "BWC | CONF.IX | Document | 9"),
        (
            "BWC/MSP/2018/MX.2/WP.1",
            "BWC | MSP | MX.2 | Year(2018) | WorkingPaper | 1",
        ),
        (
            "CCW/GGE.1/2023/2",
            "CCW | GGE.1 | Year(2023) | Document | 2",
        ),
        (
            "A/56/10/Corr.1",
            "A | Regular(56) | Document | 10 | Corrigendum 1",
        ),
        (
            "A/53/1/Add.2",
            "A | Regular(53) | Document | 1 | Addendum 2",
        ),
        (
            "A/40/24 (Part II)/Corr.3",
            "A | Regular(40) | Document | 24 | Part 2 | Corrigendum 3",
        ),
        (
            "ST/AI/189/Add.25/Rev.1",
            "ST | AI | Document | 189 | Addendum 25 | Revision 1",
        ),
        ("GC(67)/RES/10", "GC | Regular(67) | Resolution | 10"),
        ("C-25/DEC.9", "C-25 | Regular(25) | Decision | 9"),
        (
            "INFCIRC/540 (Corrected)",
            "INFCIRC | Document | 540 | ?(Corrected)",
        ),
        (
            "A/INF/57/1/Summary",
            "A | Regular(57) | Information | 1 | Summary",
        ),
        (
            "CCM/MSP/2011/5/Amend.1",
            "CCM | MSP | Year(2011) | Document | 5 | Amendment 1",
        ),
        // What is not understood is kept.
        ("A/RES/79/XX", "A | Regular(79) | Resolution | ?XX"),
        ("A64/PV.62", "A64 | VerbatimRecord | 62 | ?A64"),
        (
            "A/PV.1384 and Corr.1",
            "A | VerbatimRecord | 1384 | ?and Corr.1",
        ),
        (
            "A/55/558 para.7",
            "A | Regular(55) | Document | 558 | ?para.7",
        ),
    ] {
        assert_eq!(told(text), parts, "{text}");
    }
}

#[test]
fn one_symbol_has_one_text() {
    for (text, canonical) in [
        ("a/c.1/57/l.4/rev.1", "A/C.1/57/L.4/Rev.1"),
        (" A / RES / 57 / 100 ", "A/RES/57/100"),
        ("A/RES/67/234B", "A/RES/67/234 B"),
        ("A/RES/67/234[B]", "A/RES/67/234 B"),
        ("A/RES/2828 A (XXVI)", "A/RES/2828 (XXVI) A"),
        ("S/RES/2310(2016)", "S/RES/2310 (2016)"),
        ("A/39/24 (PART II)", "A/39/24 (Part II)"),
        ("A/65/456/Add.2(PartII)", "A/65/456/Add.2 (Part II)"),
        ("A/75/PV.48(Resumption1)", "A/75/PV.48 (Resumption 1)"),
        ("A/34/PV. 106", "A/34/PV.106"),
        ("A/51/566/ADD.1", "A/51/566/Add.1"),
        ("A/RES/36//235IX", "A/RES/36/235 IX"),
        ("A/RES/39/236[SectionII]", "A/RES/39/236 Section II"),
        ("CTBT-ART.XIV/2021/4", "CTBT-Art.XIV/2021/4"),
        ("CTBT‑Art.XIV/2021/4", "CTBT-Art.XIV/2021/4"),
        ("ＣＣＭ／ＭＳＰ／２０１１／ＷＰ．５", "CCM/MSP/2011/WP.5"),
        ("ССМ/МSР/2011/WР.5", "CCM/MSP/2011/WP.5"),
        ("ϹCΜ/ΜSΡ/2011/WP.5", "CCM/MSP/2011/WP.5"),
        (
            "CCM\u{2215}MSP\u{2044}2011/WP\u{200b}.5",
            "CCM/MSP/2011/WP.5",
        ),
        ("\u{202a}A/RES/57/100\u{202c}", "A/RES/57/100"),
        ("BWC/CONF.Ⅸ/9", "BWC/CONF.IX/9"),
    ] {
        assert_eq!(symbol(text).as_str(), canonical, "{text}");
    }
}

#[test]
fn what_is_no_symbol_is_told_in_words() {
    fn told(text: &str) -> String {
        text.parse::<Symbol>().unwrap_err().to_string()
    }
    insta::assert_snapshot!(
        [
            "",
            "  ",
            "Universalization",
            "A/C",
            "57/100",
            "A/57/100 of 2003",
            "A/57/100 & 101",
            "see A/57/100",
            "A/57/100 (",
            "и/или 5",
            "A/(II)/3",
            "A/57/(Part II",
        ]
        .map(told)
        .join("\n")
    );
    assert_eq!(told(&"A/57/".repeat(40)), BadSymbol::TooLong.to_string());
    assert_eq!(
        told(&"A/57/".repeat(400_000)),
        BadSymbol::TooLong.to_string()
    );
}

#[test]
fn a_document_says_what_it_does_to_another() {
    use ModifierKind::{Addendum, Corrigendum, Part, Resumption, Revision};
    for (one, other, does) in [
        ("A/C.1/57/L.4/Rev.1", "A/C.1/57/L.4", Some(Revision)),
        ("A/C.1/57/L.4/Rev.2", "A/C.1/57/L.4/Rev.1", Some(Revision)),
        ("A/C.1/57/L.4/Rev.1", "A/C.1/57/L.4/Rev.2", None),
        ("A/C.1/57/L.4", "A/C.1/57/L.4/Rev.1", None),
        ("A/C.1/57/L.4", "A/C.1/57/L.4", None),
        ("A/C.1/57/L.45/Rev.1", "A/C.1/57/L.4", None),
        ("A/56/10/Corr.1", "A/56/10", Some(Corrigendum)),
        ("A/53/1/Add.2/Corr.1", "A/53/1/Add.2", Some(Corrigendum)),
        ("A/53/1/Add.2/Corr.1", "A/53/1", Some(Corrigendum)),
        ("A/53/1/Add.2", "A/53/1", Some(Addendum)),
        ("A/53/1/Add.2", "A/53/1/Add.1", None),
        ("A/75/PV.3 (Resumption 1)", "A/75/PV.3", Some(Resumption)),
        ("A/40/24 (Part II)", "A/40/24", Some(Part)),
        ("S/RES/2310 (2016)", "S/RES/2310", None),
        ("A/57/100/5", "A/57/100", None),
    ] {
        assert_eq!(
            symbol(one).modifies(&symbol(other)),
            does,
            "{one} to {other}"
        );
    }
    assert_eq!(
        symbol("A/40/24 (Part II)/Corr.1").base(),
        symbol("A/40/24 (Part II)")
    );
    assert_eq!(symbol("CD/2123").base(), symbol("CD/2123"));
}

#[test]
fn symbols_are_in_order_of_their_numbers() {
    let in_order = [
        "A/9/1",
        "A/56/10",
        "A/56/10/Add.1",
        "A/56/10/Add.2",
        "A/56/10/Add.10",
        "A/56/10/Corr.1",
        "A/56/100",
        "A/56/100 (Part II)",
        "A/56/100 (Part IX)",
        "A/56/100 (Part X)",
        "A/C.1/57/L.4",
        "A/C.1/57/L.4/Rev.1",
        "A/C.1/57/L.23",
        "BWC/CONF.IV/9",
        "BWC/CONF.IX/9",
        "BWC/CONF.X/1",
        "CCM/MSP/2011/WP.5",
    ]
    .map(symbol);
    let mut sorted = in_order.clone();
    sorted.reverse();
    sorted.sort();
    // A blank is before a stroke: `A/56/100 (Part II)` is no modifier of `A/56/100` by order alone.
    assert_eq!(sorted, in_order);
}

#[test]
fn a_symbol_is_text_in_json() {
    let symbol = symbol("a/res/67/234b");
    let json = serde_json::to_string(&symbol).unwrap();
    assert_eq!(json, "\"A/RES/67/234 B\"");
    assert_eq!(serde_json::from_str::<Symbol>(&json).unwrap(), symbol);
    assert!(serde_json::from_str::<Symbol>("\"nothing\"").is_err());
}
