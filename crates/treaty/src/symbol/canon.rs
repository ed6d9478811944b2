//! The one way in which a symbol is written here.

use super::{BadSymbol, LONGEST_SYMBOL, fold};

/// The canonical text of a symbol.
pub(super) fn canonical(given: &str) -> Result<String, BadSymbol> {
    // Four bytes a character, and as many that are not seen.
    if given.len() > 8 * LONGEST_SYMBOL {
        return Err(BadSymbol::TooLong);
    }
    let folded = fold::folded(given);
    if folded.is_empty() {
        return Err(BadSymbol::Empty);
    }
    if folded.len() > LONGEST_SYMBOL {
        return Err(BadSymbol::TooLong);
    }
    let bad = |c: &char| !c.is_ascii_alphanumeric() && !"/.-()[] ".contains(*c);
    if let Some(strange) = folded.chars().find(bad) {
        return Err(BadSymbol::Strange(folded, strange));
    }
    let segments: Vec<&str> = folded
        .split('/')
        .map(str::trim)
        .filter(|segment| !segment.is_empty())
        .collect();
    if segments.len() < 2 || !folded.bytes().any(|byte| byte.is_ascii_digit()) {
        return Err(BadSymbol::NoSymbol(folded));
    }
    if !folded.starts_with(|c: char| c.is_ascii_uppercase()) {
        return Err(BadSymbol::NoOrgan(folded));
    }
    let mut text = String::with_capacity(folded.len());
    let mut lettered = false;
    for segment in segments {
        let tidy = Segment::read(segment, lettered)
            .ok_or_else(|| BadSymbol::Beside(folded.clone(), segment.to_owned()))?;
        lettered |= matches!(tidy.main.as_str(), "RES" | "DEC");
        if !text.is_empty() {
            text.push('/');
        } else if tidy.tails.iter().any(|tail| matches!(tail, Tail::Word(_))) {
            return Err(BadSymbol::Beside(folded.clone(), segment.to_owned()));
        }
        tidy.write(&mut text);
    }
    if text.len() > LONGEST_SYMBOL {
        return Err(BadSymbol::TooLong);
    }
    Ok(text)
}

/// A part between two strokes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Segment {
    /// What it begins with: letters, digits, points, hyphens.
    pub(super) main: String,
    /// What is added to it.
    pub(super) tails: Vec<Tail>,
}

/// What is added to a part of a symbol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Tail {
    /// In round brackets: `(XXVII)`, `(2016)`, `(Part II)`.
    Group(String),
    /// Letters or words: `B`, `A-C`, `Section II`, `and Corr.1`.
    Word(String),
}

impl Segment {
    /// Takes a part apart; `lettered` where it may be of a resolution, whose parts have letters. `None` where
    /// other words stand beside it, or brackets do not match.
    pub(super) fn read(segment: &str, lettered: bool) -> Option<Segment> {
        let segment = segment.to_ascii_uppercase();
        let segment = segment.replace(". ", ".").replace(" .", ".");
        let end = segment.find(['(', '[', ' ']).unwrap_or(segment.len());
        let (main, mut rest) = segment.split_at(end);
        if main.is_empty() || main.contains([')', ']']) {
            return None;
        }
        let mut tails = Vec::new();
        let main = match glued(main).filter(|_| lettered) {
            Some((number, letters)) => {
                tails.push(Tail::Word(letters));
                number.to_owned()
            }
            None => main.to_owned(),
        };
        while !rest.trim_start().is_empty() {
            rest = rest.trim_start();
            let (tail, after) = tail(rest, lettered)?;
            tails.push(tail);
            rest = after;
        }
        if tails
            .first()
            .is_some_and(|first| matches!(first, Tail::Word(_)))
            && !main.ends_with(|c: char| c.is_ascii_digit())
        {
            return None;
        }
        if lettered {
            // `2828 A (XXVI)` is `2828 (XXVI) A`.
            tails.sort_by_key(|tail| matches!(tail, Tail::Word(_)));
        }
        Some(Segment {
            main: cased(&main),
            tails,
        })
    }

    fn write(&self, text: &mut String) {
        text.push_str(&self.main);
        let mut spaced = self.main.ends_with(|c: char| c.is_ascii_digit());
        for tail in &self.tails {
            if spaced {
                text.push(' ');
            }
            spaced = true;
            match tail {
                Tail::Group(within) => {
                    text.push('(');
                    text.push_str(within);
                    text.push(')');
                }
                Tail::Word(word) => text.push_str(word),
            }
        }
    }
}

/// `234B`, `254A-C`: the number, and the letters written without a blank.
fn glued(main: &str) -> Option<(&str, String)> {
    let letters = main
        .find(|c: char| !c.is_ascii_digit())
        .filter(|at| *at > 0)?;
    let (number, rest) = main.split_at(letters);
    Some((number, of_resolution(rest, false)?))
}

fn tail(rest: &str, lettered: bool) -> Option<(Tail, &str)> {
    if let Some(within) = rest.strip_prefix('(') {
        let (within, after) = within.split_once(')')?;
        return Some((Tail::Group(group(within)?), after));
    }
    if let Some(within) = rest.strip_prefix('[') {
        let (within, after) = within.split_once(']')?;
        let word = of_resolution(within.trim(), true).filter(|_| lettered)?;
        return Some((Tail::Word(word), after));
    }
    let end = |text: &str| text.find([' ', '(', '[']).unwrap_or(text.len());
    let (word, after) = rest.split_at(end(rest));
    let next = after.trim_start();
    let (second, after_second) = next.split_at(end(next));
    if word == "AND" {
        let modifier = modifier(second)?;
        return Some((Tail::Word(format!("and {modifier}")), after_second));
    }
    if let Some(of) = word.strip_prefix("PARA.").filter(|of| is_number(of)) {
        return Some((Tail::Word(format!("para.{of}")), after));
    }
    if word == "SECTION" {
        roman(second).filter(|_| lettered)?;
        return Some((Tail::Word(format!("Section {second}")), after_second));
    }
    let word = of_resolution(word, false).filter(|_| lettered)?;
    Some((Tail::Word(word), after))
}

/// The letters by which one part of a resolution is told from another, and what records put in their place.
fn of_resolution(word: &str, bracketed: bool) -> Option<String> {
    let letter = |one: &str| match one.as_bytes() {
        [only] => only.is_ascii_uppercase(),
        // Parts after the twenty-sixth; two letters are otherwise a word.
        [b'A', b'A'..=b'H'] => true,
        _ => roman(one).is_some(),
    };
    if word.split('-').all(letter) && word.split('-').count() <= 2 {
        return Some(word.to_owned());
    }
    if let Some(of) = word.strip_prefix("SECTION").map(str::trim) {
        return roman(of).map(|_| format!("Section {of}"));
    }
    if let Some(of) = word.strip_prefix("PARA.").filter(|of| is_number(of)) {
        return Some(format!("para.{of}"));
    }
    let of = word.strip_prefix("RULE-")?;
    let fits = is_number(of) || (bracketed || of.len() == 1) && letter(of);
    fits.then(|| format!("Rule-{of}"))
}

/// What stands in round brackets.
fn group(within: &str) -> Option<String> {
    let within = within.trim();
    if within.is_empty() || within.contains(['(', '[', ']']) {
        return None;
    }
    let mut words: Vec<String> = Vec::new();
    for word in within.split_whitespace() {
        let known = ["PART", "RESUMPTION"].iter().find_map(|known| {
            let of = word.strip_prefix(known)?;
            (is_number(of) || roman(of).is_some()).then_some((*known, of))
        });
        match known {
            Some((known, of)) => words.extend([titled(known), of.to_owned()]),
            None => words.push(titled(word)),
        }
    }
    Some(words.join(" "))
}

fn titled(word: &str) -> String {
    const TITLED: [&str; 9] = [
        "PART",
        "RESUMPTION",
        "ANNEX",
        "CORRECTED",
        "VOL.",
        "SUPPLEMENT",
        "SECTION",
        "SUMMARY",
        "EXCERPTS",
    ];
    if !TITLED.contains(&word) {
        return word.to_owned();
    }
    let (first, rest) = word.split_at(1);
    format!("{first}{}", rest.to_ascii_lowercase())
}

fn cased(main: &str) -> String {
    if let Some(modifier) = modifier(main) {
        return modifier;
    }
    if let Some(of) = main.strip_prefix("ART.") {
        return format!("Art.{of}");
    }
    main.replace("-ART.", "-Art.")
}

/// A modifier as it is written here: `Add.1`.
fn modifier(main: &str) -> Option<String> {
    if main == "SUMMARY" {
        return Some(titled(main));
    }
    let (word, name) = [
        ("ADD", "Add."),
        ("AMEND", "Amend."),
        ("CORR", "Corr."),
        ("REV", "Rev."),
    ]
    .into_iter()
    .find(|(word, _)| main.starts_with(word))?;
    let of = &main[word.len()..];
    let of = of.strip_prefix('.').unwrap_or(of);
    (of.is_empty() || is_number(of)).then(|| format!("{name}{of}"))
}

pub(super) fn is_number(text: &str) -> bool {
    (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A Roman number from 1 to 89, in capitals: sessions, conferences, parts.
pub(super) fn roman(text: &str) -> Option<u16> {
    if text.is_empty() || text.len() > 8 {
        return None;
    }
    let tens = ["LXXX", "LXX", "LX", "XL", "XXX", "XX", "X", "L"];
    let tens_of = [80, 70, 60, 40, 30, 20, 10, 50];
    let ones = ["VIII", "VII", "VI", "IV", "IX", "III", "II", "V", "I"];
    let ones_of = [8, 7, 6, 4, 9, 3, 2, 5, 1];
    let mut rest = text;
    let mut value = 0;
    if let Some(at) = tens.iter().position(|ten| rest.starts_with(ten)) {
        rest = &rest[tens[at].len()..];
        value += tens_of[at];
    }
    if let Some(at) = ones.iter().position(|one| *one == rest) {
        return Some(value + ones_of[at]);
    }
    (rest.is_empty()).then_some(value)
}
