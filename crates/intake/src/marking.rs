//! Markings of classified information, in text. Accede is accredited for none: the clerk refuses what bears
//! one, and a reader of pasted text says so before anything is kept.

use unicode_normalization::UnicodeNormalization;

/// Markings as they are printed: in capitals. Those of the European Union (Council Decision
/// 2013/488/EU), of NATO and of the United Nations (ST/SGB/2007/6), and of some States.
const MARKINGS: &[&str] = &[
    "RESTREINT UE",
    "EU RESTRICTED",
    "CONFIDENTIEL UE",
    "EU CONFIDENTIAL",
    "SECRET UE",
    "EU SECRET",
    "EU TOP SECRET",
    "NATO RESTRICTED",
    "NATO CONFIDENTIAL",
    "NATO SECRET",
    "COSMIC TOP SECRET",
    "UN CONFIDENTIAL",
    "UN STRICTLY CONFIDENTIAL",
    "DIFFUSION RESTREINTE",
    "VS-NUR FÜR DEN DIENSTGEBRAUCH",
    "STRENG GEHEIM",
    "RISERVATISSIMO",
    "SEGRETISSIMO",
    "TOP SECRET",
];

/// The first marking in a text, if one stands in it.
pub fn in_text(text: &str) -> Option<&'static str> {
    all_in(text).into_iter().next()
}

/// Every marking in a text. Compatibility forms and blanks of any kind are one: a marking is not hidden by a
/// line break.
pub fn all_in(text: &str) -> Vec<&'static str> {
    let plain: String = text.nfkc().collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let stands = |marking: &&str| {
        plain.match_indices(*marking).any(|(at, found)| {
            let before = plain[..at].chars().next_back();
            let after = plain[at + found.len()..].chars().next();
            // `UN CONFIDENTIAL` does not stand in `ALUN CONFIDENTIALITY`.
            [before, after]
                .into_iter()
                .flatten()
                .all(|next| !next.is_alphanumeric())
        })
    };
    MARKINGS
        .iter()
        .copied()
        .filter(|marking| stands(marking))
        .collect()
}
